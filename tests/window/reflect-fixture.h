/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "bridge-private.h"
#include "rituals-fixture.h"

#define PLANTED "Quagmirelike"

/* The window on page Reflect at 360 px, and a private space that is made by hand; its code is thrown away. */
void reflect_set_up (RitualsFixture *fixture);
void reflect_show (RitualsFixture *fixture); /* without a private space */
void reflect_unlock (RitualsFixture *fixture);
BridgePrivate *reflect_get_private (RitualsFixture *fixture);

/* Windows above it. */
GtkWidget *reflect_get_form (GType type); /* (nullable) */
GtkWidget *reflect_wait_for_form (GType type);
void reflect_wait_until_gone (GType type);
GtkWidget *reflect_find_row (GtkWidget *form, const char *title);
void reflect_fill_in (GtkWidget *form, const char *title, const char *text);
void reflect_click_labelled (GtkWidget *root, const char *label);
void reflect_apply (GtkWidget *form);
void reflect_close_form (GtkWidget *form);
void reflect_expect_chooser (void); /* first in main(): GTK's own chooser of files may warn of itself */

GtkWidget *reflect_begin (RitualsFixture *fixture, const char *kind); /* the editor of a new entry */
void reflect_type_into (GtkWidget *form, const char *text);           /* the first field of words */

gboolean reflect_is_said (const char *words); /* by any widget of any window, shown or not */

/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>
#include "bridge-space.h"

G_BEGIN_DECLS

/* The one place where results and errors are shown. @widget: any widget inside the window, or in a
 * modal editor above it. At most one toast at a time. */
void bridge_feedback_show (GtkWidget *widget, const char *message);               /* a plain toast */
/* the same, or, lasting, what the person has to know besides (bridge_space_steal_note) */
void bridge_feedback_show_done (GtkWidget *widget, BridgeSpace *space, const char *message);
/* "Win removed · Undo": the space's undo-label; the button undoes */
void bridge_feedback_show_undo (GtkWidget *widget, BridgeSpace *space);
/* the same in other words */
void bridge_feedback_show_undo_as (GtkWidget *widget, BridgeSpace *space, const char *message);
/* with a button that opens what was saved there. @lasting: until it is dismissed */
void bridge_feedback_show_folder (GtkWidget *widget, const char *message, const char *folder, gboolean lasting);
/* until it is dismissed, or there is something else to say */
void bridge_feedback_show_lasting (GtkWidget *widget, const char *message);
/* what could not be done, for as long as it takes to read it without hurry */
void bridge_feedback_show_problem (GtkWidget *widget, const char *message);
guint bridge_feedback_get_seconds (const char *message);
/* the error's own sentence, the same way; takes nothing. (transfer none) */
void bridge_feedback_show_error (GtkWidget *widget, GError *error);

void bridge_feedback_clear (GtkWidget *widget);                                   /* says nothing any more */

G_END_DECLS

/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>
#include "bridge-page.h"

/* A space for two (or one) in a folder of its own, on a Sunday evening in Berlin, and a window to put pages
 * into. */
typedef struct {
  char *folder;
  BridgeClock *clock;
  BridgeSpace *space;
  GtkWidget *window;
} RitualsFixture;

typedef gboolean (*WidgetMatch) (GtkWidget *widget, gconstpointer data);

void rituals_fixture_set_up (RitualsFixture *fixture, gconstpointer partner);
void rituals_fixture_tear_down (RitualsFixture *fixture, gconstpointer partner);
BridgeRitual *rituals_fixture_add (
    RitualsFixture *fixture, const char *title, const char *start, const char *rule, BridgeRitualState state);
/* whoever is asked about it says yes */
void rituals_fixture_say_yes (RitualsFixture *fixture, const char *id);
BridgeRitual *rituals_fixture_find (RitualsFixture *fixture, const char *id);
void rituals_fixture_show (RitualsFixture *fixture, GtkWidget *page);

BridgeLocal local (const char *text);
void set_first_weekday (const char *value); /* needs the schemas, see with_settings in meson.build */
void settle (void);
void wait_until_active (GtkWidget *window, gboolean active);
void activate (GtkWidget *window);
GtkWidget *find_widget (GtkWidget *root, WidgetMatch match, gconstpointer data);
guint count_widgets (GtkWidget *root, GType type, gboolean mapped_only);
GtkWidget *find_type (GtkWidget *root, GType type);
GtkWidget *find_button (GtkWidget *root, const char *label);
GtkWidget *find_row (GtkWidget *root, const char *title);
GtkWidget *find_label (GtkWidget *root, const char *text);
gboolean says_soon (GtkWidget *root, const char *text); /* whether there is a label, once it has had time to come */
void click (GtkWidget *button);
GtkWidget *find_question (void);       /* whether to keep what was written; NULL: nobody asks */
void answer_question (gboolean keep); /* there has to be one */
void assert_all_named (GtkWidget *root);

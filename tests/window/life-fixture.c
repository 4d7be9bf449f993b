/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "bridge-around-life.h"
#include "life-fixture.h"

GtkWidget *
show_life (RitualsFixture *fixture)
{
  fixture->window = bridge_around_life_new (fixture->space, NULL);
  gtk_window_present (GTK_WINDOW (fixture->window));
  gtk_test_widget_wait_for_draw (fixture->window);
  settle ();

  return fixture->window;
}

GtkWidget *
find_named_button (GtkWidget  *root,
                   const char *tooltip)
{
  GtkWidget *button = find_button (root, tooltip);

  g_assert_nonnull (button);
  return button;
}

BridgeHours *
add_hours (RitualsFixture  *fixture,
           BridgeHoursKind  kind,
           int              weekdays,
           int              from,
           int              to,
           const char      *name)
{
  g_autoptr (BridgeHours) hours = bridge_hours_new (kind, weekdays, from * 60, to * 60);
  g_autoptr (GError) error = NULL;
  BridgeHours *stored = NULL;

  g_object_set (hours, "name", name, NULL);
  stored = bridge_space_add_hours (fixture->space, hours, &error);
  g_assert_no_error (error);
  settle ();

  return stored;
}

BridgeAbsence *
add_absence (RitualsFixture    *fixture,
             BridgeAbsenceKind  kind,
             const char        *who,
             const char        *from,
             const char        *until)
{
  g_autoptr (BridgeAbsence) absence
    = bridge_absence_new (kind, who, local (from), until != NULL ? local (until) : BRIDGE_LOCAL_NONE);
  g_autoptr (GError) error = NULL;
  BridgeAbsence *stored = bridge_space_add_absence (fixture->space, absence, &error);

  g_assert_no_error (error);
  settle ();

  return stored;
}

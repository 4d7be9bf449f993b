/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "../support/agreed.h"
#include "bridge-date-entry.h"
#include "bridge-moment-drag.h"
#include "bridge-move-popover.h"
#include "bridge-time-entry.h"
#include "bridge-words.h"
#include "calendar-fixture.h"

/* What is done with a moment where it stands: moved by keys, by dropping and from its menu, and answered there. */

/* Of what both are in another time is asked for: by keys it is filled in, and nobody is asked by a key too many. */
static void
test_asks (RitualsFixture *fixture,
           gconstpointer   partner)
{
  g_autoptr (BridgeRitual) ritual = rituals_fixture_add (fixture, "Five quiet minutes", "2026-11-16T19:00", "FREQ=DAILY",
                                                         BRIDGE_RITUAL_AGREED);
  g_autofree char *wednesday = name_of (ritual, "2026-11-25T19:00");
  BridgeInvitation *waiting;
  GtkWidget *calendar;
  GtkWidget *popover;

  calendar = show_calendar (fixture, BRIDGE_CALENDAR_WEEK, 1000);
  bridge_calendar_show_day (BRIDGE_CALENDAR (calendar), day ("2026-11-25"));
  settle ();
  gtk_widget_grab_focus (bridge_week_view_get_block (get_week (calendar), wednesday));
  press (calendar, GDK_KEY_Up, GDK_ALT_MASK | GDK_SHIFT_MASK);
  g_assert_null (bridge_space_find_waiting_move (fixture->space, bridge_ritual_get_id (ritual), local ("2026-11-25T19:00")));
  popover = find_type (calendar, BRIDGE_TYPE_MOVE_POPOVER);
  g_assert_nonnull (popover);
  g_assert_nonnull (find_label (popover, "Robin is asked. Until there is a yes, this moment stays at its time."));
  click (find_button (popover, "_Propose"));
  waiting = bridge_space_find_waiting_move (fixture->space, bridge_ritual_get_id (ritual), local ("2026-11-25T19:00"));
  g_assert_nonnull (waiting);
  g_assert_cmpint (bridge_invitation_get_at (waiting), ==, local ("2026-11-25T18:45"));
  g_assert_cmpint (planned (fixture, wednesday), ==, local ("2026-11-25T19:00"));
  click (find_button (fixture->window, "_Undo"));
  g_assert_null (bridge_space_find_waiting_move (fixture->space, bridge_ritual_get_id (ritual), local ("2026-11-25T19:00")));
}

/* By the keyboard, by dropping, with Undo; what cannot be moved says why. */
static void
test_move (RitualsFixture *fixture,
           gconstpointer   partner)
{
  g_autoptr (BridgeRitual) ritual = rituals_fixture_add (fixture, "Five quiet minutes", "2026-11-16T19:00", "FREQ=DAILY",
                                                         BRIDGE_RITUAL_AGREED);
  g_autofree char *wednesday = name_of (ritual, "2026-11-25T19:00");
  g_autofree char *sunday = name_of (ritual, "2026-11-29T19:00");
  g_autofree char *past = name_of (ritual, "2026-11-20T19:00");
  g_autofree char *tonight = name_of (ritual, "2026-11-22T19:00");
  g_autoptr (GError) error = NULL;
  graphene_rect_t bounds;
  GtkWidget *calendar;
  GtkWidget *block;
  int found_day, found_minute;

  calendar = show_calendar (fixture, BRIDGE_CALENDAR_WEEK, 1000);
  bridge_calendar_show_day (BRIDGE_CALENDAR (calendar), day ("2026-11-25"));
  settle ();
  block = bridge_week_view_get_block (get_week (calendar), wednesday);
  gtk_widget_grab_focus (block);

  gtk_window_set_focus_visible (GTK_WINDOW (fixture->window), FALSE);
  press (calendar, GDK_KEY_Up, GDK_ALT_MASK | GDK_SHIFT_MASK);
  g_assert_cmpint (planned (fixture, wednesday), ==, local ("2026-11-25T18:45"));
  press (calendar, GDK_KEY_Right, GDK_ALT_MASK | GDK_SHIFT_MASK);
  g_assert_cmpint (planned (fixture, wednesday), ==, local ("2026-11-26T18:45"));
  /* It is still the same block, and keeps the focus. */
  g_assert_true (block == bridge_week_view_get_block (get_week (calendar), wednesday));
  g_assert_true (has_focus (block));
  g_assert_true (gtk_window_get_focus_visible (GTK_WINDOW (fixture->window)));
  click (find_button (fixture->window, "_Undo"));
  g_assert_cmpint (planned (fixture, wednesday), ==, local ("2026-11-25T18:45"));
  g_assert_true (bridge_space_undo (fixture->space, &error));
  settle ();
  g_assert_cmpint (planned (fixture, wednesday), ==, local ("2026-11-25T19:00"));

  /* Into the next week, which comes into view. */
  block = bridge_week_view_get_block (get_week (calendar), sunday);
  gtk_widget_grab_focus (block);
  press (calendar, GDK_KEY_Right, GDK_ALT_MASK | GDK_SHIFT_MASK);
  g_assert_cmpint (planned (fixture, sunday), ==, local ("2026-11-30T19:00"));
  g_assert_cmpstr (bridge_calendar_get_title (BRIDGE_CALENDAR (calendar)), ==, "30 November – 6 December");
  g_assert_true (has_focus (bridge_week_view_get_block (get_week (calendar), sunday)));
  /* Two at one time stand below each other, each wide enough to be read. */
  {
    g_autofree char *monday = name_of (ritual, "2026-11-30T19:00");
    graphene_rect_t one = get_bounds (bridge_week_view_get_block (get_week (calendar), sunday), calendar);
    graphene_rect_t other = get_bounds (bridge_week_view_get_block (get_week (calendar), monday), calendar);

    g_assert_false (graphene_rect_intersection (&one, &other, NULL));
    g_assert_cmpfloat (one.size.width, ==, other.size.width);
    g_assert_cmpfloat (one.size.width, >, 66);
    /* Taken to another day, the lower one keeps its time. */
    block = bridge_week_view_get_block (get_week (calendar), one.origin.y > other.origin.y ? sunday : monday);
    g_assert_cmpint (bridge_week_get_lower (get_week (calendar), block), ==, (int) (MAX (one.origin.y, other.origin.y) -
                                                                                   MIN (one.origin.y, other.origin.y)));
  }

  /* What is dropped goes to the nearest quarter of an hour there. */
  bridge_calendar_show_day (BRIDGE_CALENDAR (calendar), day ("2026-11-25"));
  settle ();
  gtk_test_widget_wait_for_draw (fixture->window);
  bounds = get_bounds (bridge_week_view_get_block (get_week (calendar), wednesday), GTK_WIDGET (get_week (calendar)));
  g_assert_true (bridge_week_view_locate (get_week (calendar), bounds.origin.x + 9, bounds.origin.y, &found_day,
                                          &found_minute));
  g_assert_cmpint (found_day, ==, day ("2026-11-25"));
  g_assert_cmpint (found_minute, ==, 19 * 60);
  gtk_widget_activate_action (GTK_WIDGET (get_week (calendar)), "calendar.move-to", "(sx)", wednesday,
                              local ("2026-11-27T16:15"));
  settle ();
  g_assert_cmpint (planned (fixture, wednesday), ==, local ("2026-11-27T16:15"));

  /* The past stays, and so does what has its answer. */
  bridge_calendar_show_day (BRIDGE_CALENDAR (calendar), day ("2026-11-22"));
  settle ();
  gtk_widget_activate_action (GTK_WIDGET (get_week (calendar)), "calendar.move-to", "(sx)", tonight,
                              local ("2026-11-22T17:00"));
  settle ();
  g_assert_nonnull (find_label (fixture->window, "Choose a time that is still to come."));
  g_assert_cmpint (planned (fixture, tonight), ==, local ("2026-11-22T19:00"));
  answer (fixture, past, BRIDGE_OUTCOME_KEPT);
  settle ();
  gtk_widget_grab_focus (bridge_week_view_get_block (get_week (calendar), past));
  press (calendar, GDK_KEY_Right, GDK_ALT_MASK | GDK_SHIFT_MASK);
  g_assert_nonnull (find_label (fixture->window, "This moment has its answer already. Take the answer back first."));
}

/* A ritual of another zone stands at its time here, and moves by the time here. */
static void
test_move_pinned (RitualsFixture *fixture,
                  gconstpointer   partner)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BridgeRitual) ritual = bridge_ritual_new ();
  g_autoptr (BridgeRitual) stored = NULL;
  g_autoptr (BridgeSchedule) schedule
      = bridge_schedule_new (local ("2026-11-25T19:00"), "FREQ=DAILY;COUNT=2", NULL, "America/New_York", &error);
  g_autofree char *name = NULL;
  GtkWidget *calendar;

  g_object_set (ritual, "title", "A call", "schedule", schedule, "state", BRIDGE_RITUAL_AGREED, NULL);
  stored = space_add_agreed (fixture->space, ritual);
  name = name_of (stored, "2026-11-25T19:00");

  calendar = show_calendar (fixture, BRIDGE_CALENDAR_WEEK, 1000);
  bridge_calendar_show_day (BRIDGE_CALENDAR (calendar), day ("2026-11-26"));
  settle ();
  gtk_widget_grab_focus (bridge_week_view_get_block (get_week (calendar), name));
  press (calendar, GDK_KEY_Down, GDK_ALT_MASK | GDK_SHIFT_MASK);
  g_assert_cmpint (planned (fixture, name), ==, local ("2026-11-25T19:15"));
  gtk_widget_activate_action (GTK_WIDGET (get_week (calendar)), "calendar.move-to", "(sx)", name,
                              local ("2026-11-27T20:00"));
  settle ();
  g_assert_cmpint (planned (fixture, name), ==, local ("2026-11-27T14:00"));
}

/* What goes with the pointer says when it would be. */
static void
test_drag_icon (RitualsFixture *fixture,
                gconstpointer   partner)
{
  g_autoptr (BridgeRitual) ritual = rituals_fixture_add (fixture, "Five quiet minutes", "2026-11-16T19:00", "FREQ=DAILY",
                                                         BRIDGE_RITUAL_AGREED);
  g_autofree char *tonight = name_of (ritual, "2026-11-22T19:00");
  g_autoptr (GError) error = NULL;
  g_autoptr (BridgeOccurrence) occurrence = bridge_space_find_occurrence (fixture->space, tonight, &error);
  g_autofree char *when = bridge_words_when (local ("2026-11-24T20:15"), local ("2026-11-22T18:00"));
  GtkWidget *icon;

  g_assert_no_error (error);
  icon = bridge_moment_drag_icon_new (occurrence);
  rituals_fixture_show (fixture, icon);
  settle ();
  g_assert_nonnull (find_label (icon, "Five quiet minutes"));
  bridge_moment_drag_icon_say (icon, when);
  settle ();
  g_assert_nonnull (find_label (icon, "Tuesday at 20:15"));
  bridge_moment_drag_icon_say (icon, NULL);
  settle ();
  g_assert_null (find_label (icon, "Tuesday at 20:15"));
}

static gboolean
match_item (GtkWidget     *widget,
            gconstpointer  data)
{
  return g_str_equal (G_OBJECT_TYPE_NAME (widget), "GtkModelButton") && find_label (widget, data) != NULL;
}

static GtkWidget *
find_item (GtkWidget  *menu,
           const char *label)
{
  return find_widget (menu, match_item, label);
}

static void
press_item (GtkWidget  *menu,
            const char *label)
{
  GtkWidget *item = find_item (menu, label);

  g_assert_nonnull (item);
  g_signal_emit_by_name (item, "clicked");
  settle ();
}

/* The menu of a moment: answers for what has begun, moving for what is open. */
static void
test_menu (RitualsFixture *fixture,
           gconstpointer   partner)
{
  g_autoptr (BridgeRitual) ritual = rituals_fixture_add (fixture, "Five quiet minutes", "2026-11-16T19:00", "FREQ=DAILY",
                                                         BRIDGE_RITUAL_AGREED);
  g_autofree char *yesterday = name_of (ritual, "2026-11-21T19:00");
  g_autofree char *tonight = name_of (ritual, "2026-11-22T19:00");
  GtkWidget *calendar;
  GtkWidget *popover;

  calendar = show_calendar (fixture, BRIDGE_CALENDAR_WEEK, 1000);
  gtk_widget_grab_focus (bridge_week_view_get_block (get_week (calendar), yesterday));
  press (calendar, GDK_KEY_Menu, 0);
  popover = find_type (calendar, GTK_TYPE_POPOVER_MENU);
  g_assert_nonnull (popover);
  g_assert_true (gtk_widget_get_mapped (popover));
  g_assert_null (find_item (popover, "_Take the Answer Back"));
  press_item (popover, "_Smaller Version");
  assert_mark (calendar, yesterday, BRIDGE_MARK_KEPT);
  g_assert_true (has_focus (bridge_week_view_get_block (get_week (calendar), yesterday)));

  gtk_widget_grab_focus (bridge_week_view_get_block (get_week (calendar), tonight));
  press (calendar, GDK_KEY_F10, GDK_SHIFT_MASK);
  press_item (find_type (calendar, GTK_TYPE_POPOVER_MENU), "_Move…");
  popover = find_type (calendar, BRIDGE_TYPE_MOVE_POPOVER);
  g_assert_true (gtk_widget_get_mapped (popover));
  assert_all_named (popover);
  bridge_time_entry_set_minute (BRIDGE_TIME_ENTRY (find_type (popover, BRIDGE_TYPE_TIME_ENTRY)), 21 * 60);
  /* Enter in the date is enough, as it is in the time. */
  g_signal_emit_by_name (bridge_date_entry_get_entry (BRIDGE_DATE_ENTRY (find_type (popover, BRIDGE_TYPE_DATE_ENTRY))), "activate");
  settle ();
  g_assert_cmpint (planned (fixture, tonight), ==, local ("2026-11-22T21:00"));
  g_assert_nonnull (find_button (fixture->window, "_Undo"));
}

#define ADD(path, partner, test) \
  g_test_add (path, RitualsFixture, partner, calendar_fixture_set_up, test, rituals_fixture_tear_down)

int
main (int   argc,
      char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();

  ADD ("/window/calendar-move/asks", "Robin", test_asks);
  ADD ("/window/calendar-move/move", NULL, test_move);
  ADD ("/window/calendar-move/move-pinned", NULL, test_move_pinned);
  ADD ("/window/calendar-move/drag-icon", "Robin", test_drag_icon);
  ADD ("/window/calendar-move/menu", NULL, test_menu);

  return g_test_run ();
}

/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "bridge-absence.h"
#include "bridge-calendar-words.h"
#include "bridge-day-cell.h"
#include "bridge-day-head.h"
#include "bridge-day-row.h"
#include "bridge-month-view.h"
#include "calendar-fixture.h"

static BridgeMonthView *
get_month (GtkWidget *calendar)
{
  return BRIDGE_MONTH_VIEW (find_type (calendar, BRIDGE_TYPE_MONTH_VIEW));
}

/* Filled, outlined, dotted; what is not today or left out is absent. */
static void
test_marks (RitualsFixture *fixture,
            gconstpointer   partner)
{
  g_autoptr (BridgeRitual) ritual = rituals_fixture_add (fixture, "Five quiet minutes", "2026-11-16T19:00", "FREQ=DAILY",
                                                         BRIDGE_RITUAL_AGREED);
  g_autoptr (BridgeRitual) walk = rituals_fixture_add (fixture, "A walk", "2026-11-18T15:30", "FREQ=WEEKLY",
                                                       BRIDGE_RITUAL_AGREED);
  g_autoptr (BridgeRitual) proposed = rituals_fixture_add (fixture, "Soup", "2026-11-16T17:30", "FREQ=DAILY",
                                                           BRIDGE_RITUAL_PROPOSED);
  g_autofree char *monday = name_of (ritual, "2026-11-16T19:00");
  g_autofree char *tuesday = name_of (ritual, "2026-11-17T19:00");
  g_autofree char *wednesday = name_of (ritual, "2026-11-18T19:00");
  g_autofree char *thursday = name_of (ritual, "2026-11-19T19:00");
  g_autofree char *friday = name_of (ritual, "2026-11-20T19:00");
  g_autofree char *sunday = name_of (ritual, "2026-11-22T19:00");
  g_autofree char *walked = name_of (walk, "2026-11-18T15:30");
  g_autofree char *soup = name_of (proposed, "2026-11-18T17:30");
  g_autofree char *label = NULL;
  g_autoptr (GError) error = NULL;
  GtkWidget *calendar;
  BridgeStretch span;

  answer (fixture, monday, BRIDGE_OUTCOME_KEPT);
  answer (fixture, tuesday, BRIDGE_OUTCOME_SMALLER);
  answer (fixture, thursday, BRIDGE_OUTCOME_NOT_TODAY);
  g_assert_true (bridge_space_leave_out (fixture->space, friday, &error));

  calendar = show_calendar (fixture, BRIDGE_CALENDAR_WEEK, 1000);
  g_assert_cmpstr (bridge_calendar_get_title (BRIDGE_CALENDAR (calendar)), ==, "16–22 November");
  assert_mark (calendar, monday, BRIDGE_MARK_KEPT);
  assert_mark (calendar, tuesday, BRIDGE_MARK_KEPT);
  assert_mark (calendar, wednesday, BRIDGE_MARK_UNRECORDED);
  assert_mark (calendar, walked, BRIDGE_MARK_UNRECORDED);
  assert_mark (calendar, sunday, BRIDGE_MARK_PLANNED);
  g_assert_null (bridge_week_view_get_block (get_week (calendar), thursday));
  g_assert_null (bridge_week_view_get_block (get_week (calendar), friday));
  g_assert_null (bridge_week_view_get_block (get_week (calendar), soup));
  assert_all_named (calendar);

  /* From the first hour to the last, with air, and eight hours at least. */
  span = bridge_week_view_get_span (get_week (calendar));
  g_assert_cmpint (span.from, <=, 15 * 60);
  g_assert_cmpint (span.to, >=, 20 * 60);
  g_assert_cmpint (span.to - span.from, ==, 8 * 60);

  label = bridge_calendar_moment_label (
      bridge_moment_block_get_occurrence (BRIDGE_MOMENT_BLOCK (bridge_week_view_get_block (get_week (calendar), tuesday))),
      BRIDGE_MARK_KEPT);
  g_assert_cmpstr (label, ==,
                   "Five quiet minutes, Tuesday, 17 November 2026 at 19:00, 10 minutes. Kept in its smaller version");

  /* What happens elsewhere shows, and with time what is planned becomes unrecorded without anybody doing anything. */
  answer (fixture, wednesday, BRIDGE_OUTCOME_KEPT);
  settle ();
  assert_mark (calendar, wednesday, BRIDGE_MARK_KEPT);
  bridge_fake_clock_advance_to (BRIDGE_FAKE_CLOCK (fixture->clock), "2026-11-22T19:31");
  settle ();
  assert_mark (calendar, sunday, BRIDGE_MARK_UNRECORDED);
}

/* The arrows walk days and moments, Page Down the weeks, Home is today. */
static void
test_walk (RitualsFixture *fixture,
           gconstpointer   partner)
{
  g_autoptr (BridgeRitual) ritual = rituals_fixture_add (fixture, "Five quiet minutes", "2026-11-16T19:00", "FREQ=DAILY",
                                                         BRIDGE_RITUAL_AGREED);
  g_autoptr (BridgeRitual) early = rituals_fixture_add (fixture, "Tea", "2026-11-21T08:00", "FREQ=DAILY",
                                                        BRIDGE_RITUAL_AGREED);
  g_autofree char *saturday_tea = name_of (early, "2026-11-21T08:00");
  g_autofree char *saturday = name_of (ritual, "2026-11-21T19:00");
  g_autofree char *friday = name_of (ritual, "2026-11-20T19:00");
  GtkWidget *calendar;
  GtkWidget *head;

  calendar = show_calendar (fixture, BRIDGE_CALENDAR_WEEK, 1000);
  gtk_widget_grab_focus (calendar);
  settle ();
  head = gtk_root_get_focus (gtk_widget_get_root (calendar));
  g_assert_cmpint (bridge_day_head_get_day (BRIDGE_DAY_HEAD (head)), ==, day ("2026-11-22"));
  g_assert_true (gtk_widget_has_css_class (head, "today"));

  press (calendar, GDK_KEY_Left, 0);
  press (calendar, GDK_KEY_Down, 0);
  g_assert_true (has_focus (bridge_week_view_get_block (get_week (calendar), saturday_tea)));
  press (calendar, GDK_KEY_Down, 0);
  g_assert_true (has_focus (bridge_week_view_get_block (get_week (calendar), saturday)));
  press (calendar, GDK_KEY_Left, 0);
  g_assert_true (has_focus (bridge_week_view_get_block (get_week (calendar), friday)));
  press (calendar, GDK_KEY_Up, 0);
  head = gtk_root_get_focus (gtk_widget_get_root (calendar));
  g_assert_cmpint (bridge_day_head_get_day (BRIDGE_DAY_HEAD (head)), ==, day ("2026-11-20"));

  press (calendar, GDK_KEY_Page_Down, 0);
  g_assert_cmpstr (bridge_calendar_get_title (BRIDGE_CALENDAR (calendar)), ==, "23–29 November");
  head = gtk_root_get_focus (gtk_widget_get_root (calendar));
  g_assert_cmpint (bridge_day_head_get_day (BRIDGE_DAY_HEAD (head)), ==, day ("2026-11-27"));
  press (calendar, GDK_KEY_Home, 0);
  g_assert_cmpstr (bridge_calendar_get_title (BRIDGE_CALENDAR (calendar)), ==, "16–22 November");
  /* Over the edge of the week. */
  press (calendar, GDK_KEY_Right, 0);
  g_assert_cmpstr (bridge_calendar_get_title (BRIDGE_CALENDAR (calendar)), ==, "23–29 November");

  /* Read from right to left the keys follow the eye. */
  gtk_widget_set_direction (GTK_WIDGET (get_week (calendar)), GTK_TEXT_DIR_RTL);
  press (calendar, GDK_KEY_Left, 0);
  head = gtk_root_get_focus (gtk_widget_get_root (calendar));
  g_assert_cmpint (bridge_day_head_get_day (BRIDGE_DAY_HEAD (head)), ==, day ("2026-11-24"));
  settle ();
  gtk_test_widget_wait_for_draw (fixture->window);
  g_assert_cmpfloat (get_bounds (head, calendar).origin.x, <,
                     get_bounds (gtk_widget_get_first_child (GTK_WIDGET (get_week (calendar))), calendar).origin.x);
}

/* Any week start, also while it is shown; the year's end is in the title. */
static void
test_week_start (RitualsFixture *fixture,
                 gconstpointer   partner)
{
  GtkWidget *calendar;
  GtkWidget *head;

  calendar = show_calendar (fixture, BRIDGE_CALENDAR_WEEK, 1000);
  g_assert_nonnull (find_label (calendar, "Nothing planned this week."));
  set_first_weekday ("sunday");
  head = gtk_widget_get_first_child (GTK_WIDGET (get_week (calendar)));
  g_assert_cmpint (bridge_day_head_get_day (BRIDGE_DAY_HEAD (head)), ==, day ("2026-11-22"));
  set_first_weekday ("saturday");
  g_assert_cmpint (bridge_day_head_get_day (BRIDGE_DAY_HEAD (head)), ==, day ("2026-11-21"));
  set_first_weekday ("monday");
  g_assert_cmpint (bridge_day_head_get_day (BRIDGE_DAY_HEAD (head)), ==, day ("2026-11-16"));

  bridge_calendar_show_day (BRIDGE_CALENDAR (calendar), day ("2026-12-31"));
  g_assert_cmpstr (bridge_calendar_get_title (BRIDGE_CALENDAR (calendar)), ==, "28 December 2026 – 3 January 2027");
  click (find_button (calendar, "Next Week"));
  g_assert_cmpstr (bridge_calendar_get_title (BRIDGE_CALENDAR (calendar)), ==, "4–10 January 2027");
  click (find_button (calendar, "_Today"));
  g_assert_cmpstr (bridge_calendar_get_title (BRIDGE_CALENDAR (calendar)), ==, "16–22 November");

  bridge_calendar_set_kind (BRIDGE_CALENDAR (calendar), BRIDGE_CALENDAR_MONTH);
  settle ();
  g_assert_cmpint (bridge_day_cell_get_day (BRIDGE_DAY_CELL (find_type (calendar, BRIDGE_TYPE_DAY_CELL))), ==,
                   day ("2026-10-26"));
  set_first_weekday ("sunday");
  g_assert_cmpint (bridge_day_cell_get_day (BRIDGE_DAY_CELL (find_type (calendar, BRIDGE_TYPE_DAY_CELL))), ==,
                   day ("2026-11-01"));
}

/* Quiet hours over midnight, a stress peak, and days away, on which nothing is planned. */
static void
test_around_life (RitualsFixture *fixture,
                  gconstpointer   partner)
{
  g_autoptr (BridgeRitual) ritual = rituals_fixture_add (fixture, "Five quiet minutes", "2026-11-16T19:00", "FREQ=DAILY",
                                                         BRIDGE_RITUAL_AGREED);
  g_autoptr (BridgeHours) night = bridge_hours_new (BRIDGE_HOURS_QUIET, 127, 21 * 60, 7 * 60);
  g_autoptr (BridgeHours) peak = bridge_hours_new (BRIDGE_HOURS_STRESS, 1 << 1, 16 * 60, 17 * 60 + 30);
  g_autoptr (BridgeAbsence) absence
      = bridge_absence_new (BRIDGE_ABSENCE_AWAY, NULL, local ("2026-11-26"), local ("2026-11-28"));
  g_autoptr (BridgeHours) stored_night = NULL;
  g_autoptr (BridgeHours) stored_peak = NULL;
  g_autoptr (BridgeAbsence) stored_absence = NULL;
  g_autofree char *wednesday = name_of (ritual, "2026-11-25T19:00");
  g_autofree char *thursday = name_of (ritual, "2026-11-26T19:00");
  g_autofree char *friday = name_of (ritual, "2026-11-27T19:00");
  g_autofree char *saturday = name_of (ritual, "2026-11-28T19:00");
  g_autoptr (GError) error = NULL;
  GtkWidget *calendar;
  GArray *stretches;

  g_object_set (peak, "name", "Homework", NULL);
  stored_night = bridge_space_add_hours (fixture->space, night, &error);
  stored_peak = bridge_space_add_hours (fixture->space, peak, &error);
  g_assert_no_error (error);
  calendar = show_calendar (fixture, BRIDGE_CALENDAR_WEEK, 1000);
  bridge_calendar_show_day (BRIDGE_CALENDAR (calendar), day ("2026-11-25"));
  settle ();
  g_assert_nonnull (bridge_week_view_get_block (get_week (calendar), thursday));

  stored_absence = bridge_space_add_absence (fixture->space, absence, &error);
  g_assert_no_error (error);
  settle ();
  stretches = bridge_week_view_get_hours (get_week (calendar), BRIDGE_HOURS_QUIET, day ("2026-11-24"));
  g_assert_cmpuint (stretches->len, ==, 2);
  g_assert_cmpint (g_array_index (stretches, BridgeStretch, 0).to, ==, 7 * 60);
  g_assert_cmpint (g_array_index (stretches, BridgeStretch, 1).from, ==, 21 * 60);
  stretches = bridge_week_view_get_hours (get_week (calendar), BRIDGE_HOURS_STRESS, day ("2026-11-24"));
  g_assert_cmpuint (stretches->len, ==, 1);
  g_assert_cmpint (g_array_index (stretches, BridgeStretch, 0).to, ==, 17 * 60 + 30);
  stretches = bridge_week_view_get_hours (get_week (calendar), BRIDGE_HOURS_STRESS, day ("2026-11-25"));
  g_assert_cmpuint (stretches->len, ==, 0);

  gtk_test_accessible_assert_property (
      GTK_ACCESSIBLE (gtk_widget_get_first_child (GTK_WIDGET (get_week (calendar)))), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
      "Quiet from 00:00 to 07:00. Quiet from 21:00 to 00:00.");

  g_assert_nonnull (bridge_week_view_get_block (get_week (calendar), wednesday));
  g_assert_null (bridge_week_view_get_block (get_week (calendar), thursday));
  g_assert_null (bridge_week_view_get_block (get_week (calendar), friday));
  g_assert_nonnull (bridge_week_view_get_block (get_week (calendar), saturday));
  g_assert_nonnull (find_label (calendar, "Away"));

  bridge_calendar_set_kind (BRIDGE_CALENDAR (calendar), BRIDGE_CALENDAR_MONTH);
  bridge_calendar_show_day (BRIDGE_CALENDAR (calendar), day ("2026-11-27"));
  settle ();
  g_assert_cmpstr (
      bridge_day_cell_get_label (BRIDGE_DAY_CELL (bridge_month_view_get_cell (get_month (calendar), day ("2026-11-27")))),
      ==, "Friday, 27 November 2026: nothing planned. Away");
  g_assert_nonnull (find_label (calendar, "Away"));
}

/* What a pause and its recovery window have held back leaves no gap, in the week or the month, once it is over. */
static void
test_paused (RitualsFixture *fixture,
             gconstpointer   partner)
{
  BridgeFakeClock *clock = BRIDGE_FAKE_CLOCK (fixture->clock);
  g_autoptr (BridgeRitual) ritual = rituals_fixture_add (fixture, "Five quiet minutes", "2026-11-16T19:00", "FREQ=DAILY",
                                                         BRIDGE_RITUAL_AGREED);
  g_autofree char *saturday = name_of (ritual, "2026-11-21T19:00");
  g_autofree char *sunday = name_of (ritual, "2026-11-22T19:00");
  g_autofree char *monday = name_of (ritual, "2026-11-23T19:00");
  g_autofree char *tuesday = name_of (ritual, "2026-11-24T19:00");
  g_autoptr (BridgePause) pause = bridge_space_call_pause (fixture->space, NULL);
  GtkWidget *calendar = show_calendar (fixture, BRIDGE_CALENDAR_WEEK, 1000);

  g_assert_nonnull (pause);
  bridge_fake_clock_advance_to (clock, "2026-11-22T18:20");
  g_assert_true (bridge_space_answer_pause (fixture->space, BRIDGE_READINESS_READY, NULL));
  g_assert_true (bridge_space_end_pause_talk (fixture->space, NULL));
  settle ();
  assert_mark (calendar, sunday, BRIDGE_MARK_PLANNED);
  bridge_fake_clock_advance_to (clock, "2026-11-22T19:31");
  settle ();
  g_assert_null (bridge_week_view_get_block (get_week (calendar), sunday));
  assert_mark (calendar, saturday, BRIDGE_MARK_UNRECORDED);

  bridge_fake_clock_advance_to (clock, "2026-11-25T12:00");
  bridge_calendar_show_day (BRIDGE_CALENDAR (calendar), day ("2026-11-25"));
  settle ();
  g_assert_null (bridge_week_view_get_block (get_week (calendar), monday));
  assert_mark (calendar, tuesday, BRIDGE_MARK_UNRECORDED);
  bridge_calendar_set_kind (BRIDGE_CALENDAR (calendar), BRIDGE_CALENDAR_MONTH);
  bridge_calendar_show_day (BRIDGE_CALENDAR (calendar), day ("2026-11-23"));
  settle ();
  g_assert_cmpstr (
      bridge_day_cell_get_label (BRIDGE_DAY_CELL (bridge_month_view_get_cell (get_month (calendar), day ("2026-11-23")))),
      ==, "Monday, 23 November 2026: nothing planned");

  /* Who had it all the same has it there. */
  answer (fixture, monday, BRIDGE_OUTCOME_KEPT);
  settle ();
  g_assert_cmpstr (
      bridge_day_cell_get_label (BRIDGE_DAY_CELL (bridge_month_view_get_cell (get_month (calendar), day ("2026-11-23")))),
      ==, "Monday, 23 November 2026: 1 moment, one kept");
}

/* On days of 23 and of 25 hours everything stands at its time by the clock on the wall. */
static void
test_clock_change (RitualsFixture *fixture,
                   gconstpointer   partner)
{
  g_autoptr (BridgeRitual) evening = rituals_fixture_add (fixture, "Evening", "2027-03-20T19:00", "FREQ=DAILY",
                                                          BRIDGE_RITUAL_AGREED);
  g_autoptr (BridgeRitual) night = rituals_fixture_add (fixture, "Night", "2027-03-20T02:30", "FREQ=DAILY",
                                                        BRIDGE_RITUAL_AGREED);
  g_autofree char *spring = name_of (evening, "2027-03-28T19:00");
  g_autofree char *before = name_of (evening, "2027-03-27T19:00");
  g_autofree char *gap = name_of (night, "2027-03-28T02:30");
  g_autofree char *autumn = name_of (evening, "2027-10-31T19:00");
  g_autofree char *autumn_before = name_of (evening, "2027-10-30T19:00");
  g_autofree char *twice = name_of (night, "2027-10-31T02:30");
  GtkWidget *calendar;
  GtkWidget *view;
  BridgeWeekView *week;
  int found_day, found_minute;
  graphene_rect_t bounds;

  calendar = show_calendar (fixture, BRIDGE_CALENDAR_WEEK, 1000);
  bridge_calendar_show_day (BRIDGE_CALENDAR (calendar), day ("2027-03-28"));
  settle ();
  gtk_test_widget_wait_for_draw (fixture->window);
  week = get_week (calendar);
  view = GTK_WIDGET (week);

  bounds = get_bounds (bridge_week_view_get_block (week, spring), view);
  g_assert_cmpfloat (bounds.origin.y, ==, get_bounds (bridge_week_view_get_block (week, before), view).origin.y);
  g_assert_true (bridge_week_view_locate (week, bounds.origin.x + 5, bounds.origin.y, &found_day, &found_minute));
  g_assert_cmpint (found_day, ==, day ("2027-03-28"));
  g_assert_cmpint (found_minute, ==, 19 * 60);
  /* 2:30 does not exist that night: it is 3:30. */
  bounds = get_bounds (bridge_week_view_get_block (week, gap), view);
  g_assert_true (bridge_week_view_locate (week, bounds.origin.x + 5, bounds.origin.y, &found_day, &found_minute));
  g_assert_cmpint (found_minute, ==, 3 * 60 + 30);

  bridge_calendar_show_day (BRIDGE_CALENDAR (calendar), day ("2027-10-31"));
  settle ();
  gtk_test_widget_wait_for_draw (fixture->window);
  g_assert_cmpfloat (get_bounds (bridge_week_view_get_block (week, autumn), view).origin.y, ==,
                     get_bounds (bridge_week_view_get_block (week, autumn_before), view).origin.y);
  bounds = get_bounds (bridge_week_view_get_block (week, twice), view);
  g_assert_true (bridge_week_view_locate (week, bounds.origin.x + 5, bounds.origin.y, &found_day, &found_minute));
  g_assert_cmpint (found_day, ==, day ("2027-10-31"));
  g_assert_cmpint (found_minute, ==, 2 * 60 + 30);
}

/* A dot for each moment, full dates, and below them the day with what can be done. */
static void
test_month (RitualsFixture *fixture,
            gconstpointer   partner)
{
  g_autoptr (BridgeRitual) ritual = rituals_fixture_add (fixture, "Five quiet minutes", "2026-11-16T19:00", "FREQ=DAILY",
                                                         BRIDGE_RITUAL_AGREED);
  g_autoptr (BridgeRitual) walk = rituals_fixture_add (fixture, "A walk", "2026-11-17T15:30", "FREQ=WEEKLY",
                                                       BRIDGE_RITUAL_AGREED);
  g_autofree char *kept = name_of (ritual, "2026-11-17T19:00");
  g_autofree char *tuesday = name_of (ritual, "2026-11-24T19:00");
  BridgeMonthView *month;
  GtkWidget *calendar;
  GtkWidget *cell;
  GtkWidget *row;

  answer (fixture, kept, BRIDGE_OUTCOME_KEPT);
  for (int i = 0; i < 5; i++)
    {
      g_autofree char *start = g_strdup_printf ("2026-11-26T%02d:00", 10 + i);
      g_autoptr (BridgeRitual) more = rituals_fixture_add (fixture, "More", start, NULL, BRIDGE_RITUAL_AGREED);
    }

  calendar = show_calendar (fixture, BRIDGE_CALENDAR_MONTH, 800);
  month = get_month (calendar);
  g_assert_cmpstr (bridge_calendar_get_title (BRIDGE_CALENDAR (calendar)), ==, "November 2026");
  g_assert_cmpuint (count_widgets (calendar, BRIDGE_TYPE_DAY_CELL, TRUE), ==, 42);
  assert_all_named (calendar);

  cell = bridge_month_view_get_cell (month, day ("2026-11-17"));
  g_assert_cmpstr (bridge_day_cell_get_label (BRIDGE_DAY_CELL (cell)), ==,
                   "Tuesday, 17 November 2026: 2 moments, one kept");
  g_assert_cmpuint (bridge_day_cell_get_n_marks (BRIDGE_DAY_CELL (cell), BRIDGE_MARK_KEPT), ==, 1);
  g_assert_cmpuint (bridge_day_cell_get_n_marks (BRIDGE_DAY_CELL (cell), BRIDGE_MARK_UNRECORDED), ==, 1);
  cell = bridge_month_view_get_cell (month, day ("2026-11-26"));
  g_assert_cmpuint (bridge_day_cell_get_n_marks (BRIDGE_DAY_CELL (cell), BRIDGE_MARK_PLANNED), ==, 6);
  g_assert_nonnull (find_label (cell, "+2"));
  cell = bridge_month_view_get_cell (month, day ("2026-11-22"));
  g_assert_true (gtk_widget_has_css_class (cell, "today"));
  g_assert_true (gtk_widget_has_css_class (cell, "selected"));

  /* Walk to Tuesday, look at its moments, move one by a week from there. */
  gtk_widget_grab_focus (calendar);
  press (calendar, GDK_KEY_Right, 0);
  press (calendar, GDK_KEY_Right, 0);
  g_assert_cmpint (bridge_calendar_get_day (BRIDGE_CALENDAR (calendar)), ==, day ("2026-11-24"));
  g_assert_nonnull (find_label (calendar, "Tuesday, 24 November"));
  g_assert_cmpuint (count_widgets (calendar, BRIDGE_TYPE_DAY_ROW, TRUE), ==, 2);
  click (bridge_month_view_get_cell (month, day ("2026-11-24")));
  g_assert_true (BRIDGE_IS_DAY_ROW (gtk_root_get_focus (gtk_widget_get_root (calendar))));
  row = bridge_month_view_get_row (month, tuesday);
  gtk_widget_grab_focus (row);
  press (calendar, GDK_KEY_Down, GDK_ALT_MASK | GDK_SHIFT_MASK);
  g_assert_cmpint (planned (fixture, tuesday), ==, local ("2026-12-01T19:00"));
  g_assert_cmpint (bridge_calendar_get_day (BRIDGE_CALENDAR (calendar)), ==, day ("2026-12-01"));
  g_assert_cmpstr (bridge_calendar_get_title (BRIDGE_CALENDAR (calendar)), ==, "December 2026");
  g_assert_true (has_focus (bridge_month_view_get_row (month, tuesday)));

  /* Page Up goes by months, and stops at the last day of a shorter one. */
  bridge_calendar_show_day (BRIDGE_CALENDAR (calendar), day ("2027-03-31"));
  bridge_month_view_focus_day (month);
  press (calendar, GDK_KEY_Page_Up, 0);
  g_assert_cmpint (bridge_calendar_get_day (BRIDGE_CALENDAR (calendar)), ==, day ("2027-02-28"));
  press (calendar, GDK_KEY_Home, 0);
  g_assert_cmpint (bridge_calendar_get_day (BRIDGE_CALENDAR (calendar)), ==, day ("2026-11-22"));
  g_assert_true (has_focus (bridge_month_view_get_cell (month, day ("2026-11-22"))));
}

/* The page has list, week and month; what is opened leads back to where one was. */
static void
test_page (RitualsFixture *fixture,
           gconstpointer   partner)
{
  g_autoptr (BridgeRitual) ritual = rituals_fixture_add (fixture, "Five quiet minutes", "2026-11-16T19:00", "FREQ=DAILY",
                                                         BRIDGE_RITUAL_AGREED);
  g_autofree char *tonight = name_of (ritual, "2026-11-22T19:00");
  GtkWidget *page = bridge_rituals_page_new (fixture->space);
  GtkWidget *block;

  rituals_fixture_show (fixture, page);
  settle ();
  g_assert_nonnull (find_row (page, "Five quiet minutes"));
  g_assert_null (find_type (page, BRIDGE_TYPE_CALENDAR));
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (find_button (page, "_Week")), TRUE);
  settle ();
  assert_all_named (page);
  block = bridge_week_view_get_block (get_week (page), tonight);
  gtk_widget_grab_focus (block);
  click (block);
  g_assert_nonnull (find_label (page, "When the plates are away, we sit down together."));
  g_assert_true (bridge_rituals_page_go_back (BRIDGE_RITUALS_PAGE (page)));
  settle ();
  g_assert_true (gtk_widget_get_mapped (block));
  g_assert_true (has_focus (block));

  /* A day of the week leads to its month. */
  click (gtk_widget_get_first_child (GTK_WIDGET (get_week (page))));
  g_assert_true (gtk_widget_get_mapped (GTK_WIDGET (get_month (page))));
  g_assert_true (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (find_button (page, "_Month"))));
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (find_button (page, "_List")), TRUE);
  settle ();
  g_assert_true (gtk_widget_get_mapped (find_row (page, "Five quiet minutes")));
}

/* Where seven columns have no room the week is a list of its days, and nothing is cut off. */
static void
test_narrow (RitualsFixture *fixture,
             gconstpointer   partner)
{
  g_autoptr (BridgeRitual) ritual = rituals_fixture_add (fixture, "Five quiet minutes", "2026-11-16T19:00", "FREQ=DAILY",
                                                         BRIDGE_RITUAL_AGREED);
  g_autoptr (BridgeRitual) walk = rituals_fixture_add (fixture, "A walk", "2026-11-18T15:30", "FREQ=WEEKLY",
                                                       BRIDGE_RITUAL_AGREED);
  g_autofree char *wednesday = name_of (ritual, "2026-11-25T19:00");
  g_autofree char *walked = name_of (walk, "2026-11-25T15:30");
  GtkWidget *calendar;
  BridgeWeekView *week;
  GtkWidget *block;
  graphene_rect_t bounds;
  int least;

  calendar = show_calendar (fixture, BRIDGE_CALENDAR_WEEK, 360);
  bridge_calendar_show_day (BRIDGE_CALENDAR (calendar), day ("2026-11-25"));
  settle ();
  gtk_test_widget_wait_for_draw (fixture->window);
  week = get_week (calendar);
  gtk_widget_measure (calendar, GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL, NULL);
  g_assert_cmpint (least, <=, 360);
  block = bridge_week_view_get_block (week, wednesday);
  bounds = get_bounds (block, calendar);
  g_assert_cmpfloat (bounds.origin.x, >=, 0);
  g_assert_cmpfloat (bounds.origin.x + bounds.size.width, <=, 360);
  g_assert_cmpfloat (bounds.size.width, >, 200);
  g_assert_cmpfloat (bounds.origin.y, >, get_bounds (bridge_week_view_get_block (week, walked), calendar).origin.y);

  /* From the end of one day down to the next. */
  gtk_widget_grab_focus (block);
  press (calendar, GDK_KEY_Down, 0);
  g_assert_cmpint (
      bridge_day_head_get_day (BRIDGE_DAY_HEAD (gtk_root_get_focus (gtk_widget_get_root (calendar)))), ==,
      day ("2026-11-26"));
  press (calendar, GDK_KEY_Up, 0);
  g_assert_true (has_focus (block));

  bridge_calendar_set_kind (BRIDGE_CALENDAR (calendar), BRIDGE_CALENDAR_MONTH);
  settle ();
  gtk_widget_measure (calendar, GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL, NULL);
  g_assert_cmpint (least, <=, 360);
}

/* There the tints of the week are said in words, and who is away too. */
static void
test_narrow_captions (RitualsFixture *fixture,
                      gconstpointer   partner)
{
  g_autoptr (BridgeHours) night = bridge_hours_new (BRIDGE_HOURS_QUIET, 127, 22 * 60 + 30, 7 * 60);
  g_autoptr (BridgeHours) stored_night = NULL;
  g_autoptr (BridgeAbsence) absence = NULL;
  g_autoptr (BridgeAbsence) stored_absence = NULL;
  g_autoptr (GError) error = NULL;
  GtkWidget *calendar;
  GtkWidget *caption;

  absence = bridge_absence_new (BRIDGE_ABSENCE_AWAY, bridge_person_get_id (bridge_space_get_partner (fixture->space)),
                                local ("2026-11-26"), local ("2026-11-27"));
  stored_night = bridge_space_add_hours (fixture->space, night, &error);
  g_assert_no_error (error);
  stored_absence = bridge_space_add_absence (fixture->space, absence, &error);
  g_assert_no_error (error);

  calendar = show_calendar (fixture, BRIDGE_CALENDAR_WEEK, 360);
  bridge_calendar_show_day (BRIDGE_CALENDAR (calendar), day ("2026-11-25"));
  settle ();
  gtk_test_widget_wait_for_draw (fixture->window);
  g_assert_nonnull (find_label (calendar, "Quiet 22:30–07:00"));
  caption = find_label (calendar, "Kim is away · Quiet 22:30–07:00");
  g_assert_nonnull (caption);
  g_assert_cmpfloat (get_bounds (caption, calendar).size.height, >, 10);
  g_assert_cmpfloat (get_bounds (caption, calendar).origin.x + get_bounds (caption, calendar).size.width, <=, 360);
  g_assert_null (find_label (calendar, "Away"));

  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 1000, 760);
  settle ();
  gtk_test_widget_wait_for_draw (fixture->window);
  g_assert_null (find_label (calendar, "Quiet 22:30–07:00"));
  g_assert_nonnull (find_label (calendar, "Away"));
}

#define ADD(path, partner, test) \
  g_test_add (path, RitualsFixture, partner, calendar_fixture_set_up, test, rituals_fixture_tear_down)

int
main (int   argc,
      char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();

  ADD ("/window/calendar/marks", "Robin", test_marks);
  ADD ("/window/calendar/walk", "Robin", test_walk);
  ADD ("/window/calendar/week-start", "Robin", test_week_start);
  ADD ("/window/calendar/around-life", "Robin", test_around_life);
  ADD ("/window/calendar/paused", NULL, test_paused);
  ADD ("/window/calendar/clock-change", "Robin", test_clock_change);
  ADD ("/window/calendar/month", NULL, test_month);
  ADD ("/window/calendar/page", "Robin", test_page);
  ADD ("/window/calendar/page-solo", NULL, test_page);
  ADD ("/window/calendar/narrow", "Robin", test_narrow);
  ADD ("/window/calendar/narrow-captions", "Kim", test_narrow_captions);

  return g_test_run ();
}

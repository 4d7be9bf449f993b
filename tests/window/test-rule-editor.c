/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "bridge-date-entry.h"
#include "bridge-rule-editor.h"
#include "bridge-rule-preset.h"
#include "bridge-settings.h"
#include "bridge-weekdays.h"
#include "bridge-time-entry.h"
#include "bridge-zone-chooser.h"
#include "rituals-fixture.h"

#include <unistd.h>

typedef struct {
  BridgeClock *clock;
  GtkWidget *window;
  BridgeRuleEditor *editor;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();
  g_autoptr (GSettings) settings = bridge_settings_new ();

  g_settings_set_string (settings, "first-weekday", data != NULL ? data : "monday");
  fixture->clock = bridge_fake_clock_new_local ("2026-11-22T18:00", "Europe/Berlin");
  fixture->editor = BRIDGE_RULE_EDITOR (bridge_rule_editor_new (fixture->clock));
  fixture->window = adw_window_new ();
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 480, 640);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), GTK_WIDGET (fixture->editor));
  adw_window_set_content (ADW_WINDOW (fixture->window), scroller);
  gtk_window_present (GTK_WINDOW (fixture->window));
  gtk_test_widget_wait_for_draw (fixture->window);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  BridgeRuleEditor *editor = g_object_ref (fixture->editor);

  gtk_window_destroy (GTK_WINDOW (fixture->window));
  settle ();
  g_assert_finalize_object (editor);
  g_assert_finalize_object (fixture->clock);
}

static BridgeSchedule *
schedule (const char *start,
          const char *rule,
          const char *times,
          const char *zone)
{
  g_autoptr (GError) error = NULL;
  BridgeSchedule *made = NULL;
  BridgeLocal local;

  g_assert_true (bridge_local_parse (start, &local, &error));
  made = bridge_schedule_new (local, rule, times, zone, &error);
  g_assert_no_error (error);

  return made;
}

static void
assert_rule (Fixture    *fixture,
             const char *expected)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BridgeSchedule) made = bridge_rule_editor_dup_schedule (fixture->editor, &error);
  g_autoptr (BridgeRecurrence) wanted = NULL;

  g_assert_no_error (error);
  if (expected == NULL)
    {
      g_assert_null (bridge_schedule_get_recurrence (made));
      return;
    }

  wanted = bridge_recurrence_parse (expected, &error);
  g_assert_no_error (error);
  g_assert_true (bridge_recurrence_equal (wanted, bridge_schedule_get_recurrence (made)));
}

static guint
count_sentences (GtkWidget  *root,
                 const char *sentence)
{
  guint n = gtk_widget_get_mapped (root) && GTK_IS_LABEL (root) &&
            g_strcmp0 (gtk_label_get_label (GTK_LABEL (root)), sentence) == 0 ? 1 : 0;

  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child))
    n += count_sentences (child, sentence);

  return n;
}

static void
assert_waits (Fixture    *fixture,
              const char *sentence)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (bridge_rule_editor_dup_schedule (fixture->editor, &error));
  g_assert_nonnull (error);
  /* Once, under its field. */
  g_assert_cmpuint (count_sentences (GTK_WIDGET (fixture->editor), error->message), ==, 1);
  if (sentence != NULL)
    g_assert_cmpstr (error->message, ==, sentence);
}

static void
choose (Fixture    *fixture,
        const char *title,
        guint       selected)
{
  adw_combo_row_set_selected (ADW_COMBO_ROW (find_row (GTK_WIDGET (fixture->editor), title)), selected);
  settle ();
}

static void
spin (Fixture    *fixture,
      const char *title,
      int         value)
{
  GtkWidget *row = find_row (GTK_WIDGET (fixture->editor), title);

  g_assert_nonnull (row);
  gtk_spin_button_set_value (GTK_SPIN_BUTTON (find_type (row, GTK_TYPE_SPIN_BUTTON)), value);
  settle ();
}

static void
toggle (Fixture    *fixture,
        const char *day)
{
  GtkToggleButton *button = GTK_TOGGLE_BUTTON (find_button (GTK_WIDGET (fixture->editor), day));

  gtk_toggle_button_set_active (button, !gtk_toggle_button_get_active (button));
  settle ();
}

static GtkWidget *
date_of (Fixture    *fixture,
         const char *title)
{
  GtkWidget *row = find_row (GTK_WIDGET (fixture->editor), title);

  g_assert_nonnull (row);

  return bridge_date_entry_get_entry (BRIDGE_DATE_ENTRY (find_type (row, BRIDGE_TYPE_DATE_ENTRY)));
}

/* What is set comes out again, whatever it is. */
static void
test_round_trip (Fixture       *fixture,
                 gconstpointer  data)
{
  static const struct {
    const char *start;
    const char *rule;
    const char *times;
    const char *zone;
  } rows[] = {
    { "2026-11-24T19:00", NULL, NULL, NULL },
    { "2026-11-24T19:00", "FREQ=DAILY", "08:00,21:00", NULL },
    { "2026-11-24T12:00", "FREQ=DAILY", "08:00,21:00", NULL },
    { "2026-11-24T19:00", "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR", NULL, "America/New_York" },
    { "2026-11-24T19:00", "FREQ=WEEKLY;BYDAY=TU,SA;INTERVAL=2", NULL, NULL },
    { "2026-11-24T19:00", "FREQ=MONTHLY;BYDAY=-1TU;UNTIL=20271231", NULL, NULL },
    { "2026-11-24T19:00", "FREQ=MONTHLY;BYMONTHDAY=24;COUNT=5", NULL, NULL },
    { "2026-11-30T19:00", "FREQ=MONTHLY;BYMONTHDAY=-1", NULL, NULL },
    { "2026-11-24T19:00", "FREQ=YEARLY", NULL, "Europe/Lisbon" },
    { "2026-11-24T19:00", "FREQ=MONTHLY;BYDAY=MO,TU;BYSETPOS=-1;COUNT=3", NULL, NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (BridgeSchedule) before = schedule (rows[i].start, rows[i].rule, rows[i].times, rows[i].zone);
      g_autoptr (BridgeSchedule) after = NULL;
      g_autofree char *words = bridge_schedule_to_words (before);

      g_test_message ("%s", rows[i].rule != NULL ? rows[i].rule : "once");
      bridge_rule_editor_set_schedule (fixture->editor, before);
      settle ();
      after = bridge_rule_editor_dup_schedule (fixture->editor, NULL);
      g_assert_nonnull (after);
      g_assert_true (bridge_schedule_equal (before, after));
      g_assert_nonnull (find_label (GTK_WIDGET (fixture->editor), words));
      assert_all_named (GTK_WIDGET (fixture->editor));
    }
}

static void
test_presets (Fixture       *fixture,
              gconstpointer  data)
{
  /* It begins as once a week from tomorrow, a Monday, at 19:00. */
  assert_rule (fixture, "FREQ=WEEKLY");
  g_assert_nonnull (
      find_label (GTK_WIDGET (fixture->editor),
                  "Tomorrow at 19:00\nMonday, 30 November at 19:00\nMonday, 7 December at 19:00"));

  choose (fixture, "Repeats", BRIDGE_RULE_DAILY);
  spin (fixture, "Every how many days", 3);
  assert_rule (fixture, "FREQ=DAILY;INTERVAL=3");
  spin (fixture, "Every how many days", 1);
  choose (fixture, "Repeats", BRIDGE_RULE_WEEKDAYS);
  assert_rule (fixture, "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR");
  choose (fixture, "Repeats", BRIDGE_RULE_WEEKLY);
  toggle (fixture, "Thursday");
  assert_rule (fixture, "FREQ=WEEKLY;BYDAY=MO,TH");
  spin (fixture, "Every how many weeks", 2);
  assert_rule (fixture, "FREQ=WEEKLY;BYDAY=MO,TH;INTERVAL=2");
  spin (fixture, "Every how many weeks", 1);
  choose (fixture, "Repeats", BRIDGE_RULE_MONTHLY_WEEKDAY);
  choose (fixture, "Which one", 5);
  choose (fixture, "Day of the week", 6);
  assert_rule (fixture, "FREQ=MONTHLY;BYDAY=-1SU");
  choose (fixture, "Repeats", BRIDGE_RULE_MONTHLY_DAY);
  spin (fixture, "Day of the month", 31);
  assert_rule (fixture, "FREQ=MONTHLY;BYMONTHDAY=31");
  choose (fixture, "Repeats", BRIDGE_RULE_MONTHLY_LAST_DAY);
  assert_rule (fixture, "FREQ=MONTHLY;BYMONTHDAY=-1");
  choose (fixture, "Repeats", BRIDGE_RULE_ONCE);
  assert_rule (fixture, NULL);
}

static void
test_ends (Fixture       *fixture,
           gconstpointer  data)
{
  choose (fixture, "Repeats", BRIDGE_RULE_DAILY);
  choose (fixture, "Ends", BRIDGE_RULE_END_COUNT);
  spin (fixture, "How many days", 7);
  assert_rule (fixture, "FREQ=DAILY;COUNT=7");
  choose (fixture, "Ends", BRIDGE_RULE_END_UNTIL);
  gtk_editable_set_text (GTK_EDITABLE (date_of (fixture, "Last day")), "2026-12-24");
  settle ();
  assert_rule (fixture, "FREQ=DAILY;UNTIL=20261224");
  g_assert_cmpstr (
      adw_action_row_get_subtitle (ADW_ACTION_ROW (find_row (GTK_WIDGET (fixture->editor), "Last day"))), ==,
      "Thursday, 24 December 2026");
  gtk_editable_set_text (GTK_EDITABLE (date_of (fixture, "Last day")), "soon");
  settle ();
  assert_waits (fixture, "A date such as 2026-11-24 is needed here.");
  choose (fixture, "Ends", BRIDGE_RULE_END_NEVER);
  assert_rule (fixture, "FREQ=DAILY");
}

/* The days of the week stand in the order of the calendar's. */
static void
test_week_start (Fixture       *fixture,
                 gconstpointer  data)
{
  GtkWidget *days = find_type (GTK_WIDGET (fixture->editor), BRIDGE_TYPE_WEEKDAYS);

  g_assert_cmpstr (gtk_button_get_label (GTK_BUTTON (gtk_widget_get_first_child (days))), ==, "Sun");
  choose (fixture, "Repeats", BRIDGE_RULE_MONTHLY_WEEKDAY);
  choose (fixture, "Which one", 0);
  choose (fixture, "Day of the week", 0);
  assert_rule (fixture, "FREQ=MONTHLY;BYDAY=1SU");
  choose (fixture, "Day of the week", 6);
  assert_rule (fixture, "FREQ=MONTHLY;BYDAY=1SA");
}

static void
test_validation (Fixture       *fixture,
                 gconstpointer  data)
{
  GtkWidget *start = date_of (fixture, "Starts on");
  GtkWidget *custom = NULL;

  toggle (fixture, "Monday");
  assert_waits (fixture, "Choose at least one day.");
  toggle (fixture, "Wednesday");
  assert_rule (fixture, "FREQ=WEEKLY;BYDAY=WE");

  gtk_editable_set_text (GTK_EDITABLE (start), "2026-02-30");
  settle ();
  assert_waits (fixture, "A date such as 2026-11-24 is needed here.");
  g_assert_true (gtk_widget_has_css_class (start, "warning"));
  gtk_editable_set_text (GTK_EDITABLE (start), "2026-12-01");
  settle ();
  g_assert_false (gtk_widget_has_css_class (start, "warning"));
  assert_rule (fixture, "FREQ=WEEKLY;BYDAY=WE");

  /* A rule of one's own begins as what the fields said. */
  choose (fixture, "Repeats", BRIDGE_RULE_CUSTOM);
  custom = find_row (GTK_WIDGET (fixture->editor), "Rule, as calendars write it (RRULE)");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (custom)), ==, "FREQ=WEEKLY;BYDAY=WE");
  gtk_editable_set_text (GTK_EDITABLE (custom), "FREQ=SOMETIMES");
  settle ();
  assert_waits (fixture, NULL);
  g_assert_true (gtk_widget_has_css_class (custom, "warning"));
  gtk_editable_set_text (GTK_EDITABLE (custom), "FREQ=MONTHLY;BYMONTH=2;BYMONTHDAY=30");
  settle ();
  assert_waits (fixture, NULL);
  gtk_editable_set_text (GTK_EDITABLE (custom), "FREQ=MONTHLY;BYMONTHDAY=1,15");
  settle ();
  g_assert_false (gtk_widget_has_css_class (custom, "warning"));
  assert_rule (fixture, "FREQ=MONTHLY;BYMONTHDAY=1,15");
}

static void
test_times (Fixture       *fixture,
            gconstpointer  data)
{
  GtkWidget *editor = GTK_WIDGET (fixture->editor);
  g_autoptr (BridgeSchedule) two = NULL;
  g_autoptr (BridgeSchedule) one = NULL;
  g_autofree char *times = NULL;
  GtkWidget *entry = NULL;
  guint n = 0;

  choose (fixture, "Repeats", BRIDGE_RULE_DAILY);
  entry = find_type (editor, BRIDGE_TYPE_TIME_ENTRY);
  gtk_editable_set_text (GTK_EDITABLE (entry), "8");
  click (find_button (editor, "Add a Time"));
  two = bridge_rule_editor_dup_schedule (fixture->editor, NULL);
  times = bridge_schedule_dup_times (two);
  g_assert_cmpstr (times, ==, "08:00,10:00");
  g_assert_nonnull (find_label (editor, "Every day at 08:00 and 10:00"));

  gtk_editable_set_text (GTK_EDITABLE (entry), "late");
  settle ();
  assert_waits (fixture, "A time such as 19:00 is needed here.");
  g_assert_true (gtk_widget_has_css_class (entry, "warning"));

  click (find_button (editor, "Remove this time"));
  one = bridge_rule_editor_dup_schedule (fixture->editor, NULL);
  bridge_schedule_get_times (one, &n);
  g_assert_cmpuint (n, ==, 1);
  g_assert_null (find_button (editor, "Remove this time"));
}

static void
test_zone (Fixture       *fixture,
           gconstpointer  data)
{
  GtkWidget *editor = GTK_WIDGET (fixture->editor);
  GtkWidget *row = find_row (editor, "Keep to one time zone");
  g_autoptr (BridgeSchedule) pinned = NULL;
  g_autoptr (BridgeSchedule) floating = NULL;

  choose (fixture, "Repeats", BRIDGE_RULE_DAILY);
  gtk_switch_set_active (GTK_SWITCH (find_type (row, GTK_TYPE_SWITCH)), TRUE);
  settle ();
  g_assert_cmpstr (adw_action_row_get_subtitle (ADW_ACTION_ROW (find_row (editor, "Time zone"))), ==,
                   "Europe/Berlin");

  /* The next dates are said in the time of here. */
  bridge_zone_chooser_set_zone (BRIDGE_ZONE_CHOOSER (find_type (editor, BRIDGE_TYPE_ZONE_CHOOSER)),
                                "Europe/London");
  settle ();
  pinned = bridge_rule_editor_dup_schedule (fixture->editor, NULL);
  g_assert_cmpstr (bridge_schedule_get_zone (pinned), ==, "Europe/London");
  g_assert_nonnull (find_label (editor, "Tomorrow at 20:00\nTuesday at 20:00\nWednesday at 20:00"));

  gtk_switch_set_active (GTK_SWITCH (find_type (row, GTK_TYPE_SWITCH)), FALSE);
  settle ();
  floating = bridge_rule_editor_dup_schedule (fixture->editor, NULL);
  g_assert_null (bridge_schedule_get_zone (floating));
}

static void
test_zone_list (void)
{
  g_autofree char *path = g_build_filename (g_get_tmp_dir (), "bridge-zones-XXXXXX", NULL);
  g_auto (GStrv) zones = NULL;
  g_auto (GStrv) none = bridge_zone_list ("/nowhere");
  int fd = g_mkstemp (path);
  static const char table[] = "# version\nR x 1 2\nZ Europe/Berlin 0:53 - LMT\nZ Etc/GMT 0 - GMT\nL "
                              "Europe/Berlin Europe/Oslo\nZ CET 1 C\n";

  g_assert_cmpint (write (fd, table, sizeof table - 1), ==, sizeof table - 1);
  close (fd);
  zones = bridge_zone_list (path);
  g_assert_cmpuint (g_strv_length (zones), ==, 3);
  g_assert_cmpstr (zones[0], ==, "Europe/Berlin");
  g_assert_cmpstr (zones[1], ==, "Europe/Oslo");
  g_assert_cmpstr (zones[2], ==, "UTC");
  g_assert_cmpuint (g_strv_length (none), ==, 1);
  unlink (path);
}

int
main (int   argc,
      char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();

#define ADD(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)

  ADD ("/window/rule-editor/round-trip", test_round_trip);
  ADD ("/window/rule-editor/presets", test_presets);
  ADD ("/window/rule-editor/ends", test_ends);
  g_test_add ("/window/rule-editor/week-start", Fixture, "sunday", set_up, test_week_start, tear_down);
  ADD ("/window/rule-editor/validation", test_validation);
  ADD ("/window/rule-editor/times", test_times);
  ADD ("/window/rule-editor/zone", test_zone);
  g_test_add_func ("/window/rule-editor/zone-list", test_zone_list);

  return g_test_run ();
}

/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "bridge-around-life.h"
#include "bridge-date-entry.h"
#include "bridge-life-words.h"
#include "bridge-page.h"
#include "bridge-preferences.h"
#include "bridge-window.h"
#include "life-fixture.h"

/* Days away or unwell: how they are entered, in words, and what the window and Today make of them. */

static void
test_unwell (RitualsFixture *fixture,
             gconstpointer   partner)
{
  GtkWidget *window = show_life (fixture);
  GtkWidget *who = find_row (window, "Who");
  GtkWidget *row = NULL;
  BridgeAbsence *absence = NULL;

  g_assert_cmpint (gtk_widget_get_visible (who), ==, partner != NULL);
  click (find_button (window, "_Rest Today"));
  absence = bridge_space_get_absence_now (fixture->space);
  g_assert_nonnull (absence);
  g_assert_cmpint (bridge_absence_get_kind (absence), ==, BRIDGE_ABSENCE_UNWELL);
  g_assert_null (bridge_absence_get_who (absence));
  g_assert_cmpint (bridge_absence_get_from (absence), ==, local (TODAY));
  g_assert_cmpint (bridge_absence_get_until (absence), ==, local ("2026-11-23"));
  g_assert_false (gtk_widget_get_sensitive (find_button (window, "_Rest Today")));
  g_assert_true (bridge_space_is_away (fixture->space, NULL, local (TODAY)));

  row = gtk_widget_get_ancestor (find_named_button (window, "Back Today"), ADW_TYPE_ACTION_ROW);
  g_assert_cmpstr (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row)), ==, "Unwell today");
  g_assert_cmpstr (adw_action_row_get_subtitle (ADW_ACTION_ROW (row)), ==, partner != NULL ? "Both of you" : "");
  assert_all_named (window);

  click (find_button (window, "Back Today"));
  g_assert_null (bridge_space_get_absence_now (fixture->space));
  g_assert_true (gtk_widget_get_sensitive (find_button (window, "_Rest Today")));
  g_assert_null (find_button (window, "Back Today"));
}

static void
set_date (GtkWidget  *row,
          const char *text)
{
  GtkWidget *entry = find_type (row, BRIDGE_TYPE_DATE_ENTRY);

  gtk_editable_set_text (GTK_EDITABLE (bridge_date_entry_get_entry (BRIDGE_DATE_ENTRY (entry))), text);
  settle ();
}

static void
test_away (RitualsFixture *fixture,
           gconstpointer   partner)
{
  GtkWidget *window = show_life (fixture);
  GtkWidget *away = find_row (window, "Away for some days");
  GtkWidget *until = find_row (away, "Back on");
  g_autoptr (BridgeAbsence) absence = NULL;
  const char *kim = bridge_person_get_id (bridge_space_get_partner (fixture->space));

  adw_expander_row_set_expanded (ADW_EXPANDER_ROW (away), TRUE);
  settle ();
  assert_all_named (window);
  g_assert_nonnull (find_button (window, "Rest for Now"));

  set_date (until, "next week");
  g_assert_nonnull (find_label (window, "A date such as 2026-11-24 is needed here."));
  g_assert_false (gtk_widget_get_sensitive (find_button (window, "Rest Until Then")));
  set_date (until, "2026-11-22");
  g_assert_nonnull (find_label (window, "The day back comes after the first day."));
  set_date (until, "2026-11-27");
  g_assert_cmpstr (adw_action_row_get_subtitle (ADW_ACTION_ROW (until)), ==, "Friday, 27 November 2026");
  adw_combo_row_set_selected (ADW_COMBO_ROW (find_row (window, "Who")), 2);
  click (find_button (window, "Rest Until Then"));

  absence = g_object_ref (bridge_space_get_absence_now (fixture->space));
  g_assert_cmpstr (bridge_absence_get_who (absence), ==, kim);
  g_assert_cmpint (bridge_absence_get_until (absence), ==, local ("2026-11-27"));
  g_assert_nonnull (find_row (window, "Away until Friday, 27 November"));
  g_assert_cmpstr (adw_action_row_get_subtitle (ADW_ACTION_ROW (find_row (window, "Away until Friday, 27 November"))), ==,
                   "Robin");
  g_assert_false (adw_expander_row_get_expanded (ADW_EXPANDER_ROW (away)));

  /* One to come can only be taken away. */
  set_date (find_row (away, "First day"), "2026-12-24");
  click (find_button (window, "Rest for Now"));
  g_assert_nonnull (find_row (window, "Away from Thursday, 24 December on"));
  click (find_button (find_row (window, "Away from Thursday, 24 December on"), "Remove"));
  g_assert_null (find_row (window, "Away from Thursday, 24 December on"));
  g_assert_true (bridge_space_undo (fixture->space, NULL));
  settle ();
  g_assert_nonnull (find_row (window, "Away from Thursday, 24 December on"));
}

static void
test_narrow (RitualsFixture *fixture,
             gconstpointer   partner)
{
  g_autoptr (BridgeHours) quiet = add_hours (fixture, BRIDGE_HOURS_QUIET, 127, 22, 7, "While the little one sleeps");
  g_autoptr (BridgeHours) stress = add_hours (fixture, BRIDGE_HOURS_STRESS, 31, 17, 18, "School run and then the shop");
  g_autoptr (BridgeAbsence) absence = add_absence (fixture, BRIDGE_ABSENCE_AWAY, NULL, TODAY, "2026-11-27");
  GtkWidget *window = show_life (fixture);
  int minimum = 0;

  adw_expander_row_set_expanded (ADW_EXPANDER_ROW (find_row (window, "Every day, 22:00 to 07:00")), TRUE);
  adw_expander_row_set_expanded (ADW_EXPANDER_ROW (find_row (window, "Away for some days")), TRUE);
  settle ();
  gtk_widget_measure (window, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  g_assert_cmpint (minimum, <=, 360);
  assert_all_named (window);
}

/* ---- Words */

static void
assert_words (const char        *from,
              const char        *until,
              BridgeAbsenceKind  kind,
              const char        *expected)
{
  g_autoptr (BridgeAbsence) absence
    = bridge_absence_new (kind, NULL, local (from), until != NULL ? local (until) : BRIDGE_LOCAL_NONE);
  g_autofree char *words = bridge_absence_to_words (absence, local (TODAY "T18:00"));

  g_assert_cmpstr (words, ==, expected);
}

static void
test_words (void)
{
  g_autoptr (BridgeAbsence) absence
    = bridge_absence_new (BRIDGE_ABSENCE_AWAY, NULL, local ("2026-11-20"), local ("2026-11-27"));
  g_autoptr (BridgeAbsence) unwell = bridge_absence_new (BRIDGE_ABSENCE_UNWELL, NULL, local (TODAY), local ("2026-11-23"));
  g_autofree char *both = bridge_absence_to_sentence (absence, NULL, local (TODAY "T18:00"));
  g_autofree char *one = bridge_absence_to_sentence (absence, "Robin", local (TODAY "T18:00"));
  g_autofree char *ill = bridge_absence_to_sentence (unwell, "Robin", local (TODAY "T18:00"));

  assert_words (TODAY, "2026-11-23", BRIDGE_ABSENCE_UNWELL, "Unwell today");
  assert_words (TODAY, "2026-11-23", BRIDGE_ABSENCE_AWAY, "Away today");
  assert_words ("2026-11-20", "2026-11-23", BRIDGE_ABSENCE_AWAY, "Away until Monday, 23 November");
  assert_words (TODAY, "2027-01-04", BRIDGE_ABSENCE_AWAY, "Away until Monday, 4 January 2027");
  assert_words (TODAY, NULL, BRIDGE_ABSENCE_AWAY, "Away for now");
  assert_words ("2026-11-25", "2026-11-26", BRIDGE_ABSENCE_AWAY, "Away on Wednesday, 25 November");
  assert_words ("2026-11-25", "2026-11-28", BRIDGE_ABSENCE_AWAY,
                "Away from Wednesday, 25 November until Saturday, 28 November");
  assert_words ("2026-11-25", NULL, BRIDGE_ABSENCE_UNWELL, "Unwell from Wednesday, 25 November on");

  g_assert_cmpstr (both, ==, "Away until Friday, 27 November. Everything rests.");
  g_assert_cmpstr (one, ==, "Robin is away until Friday, 27 November. What needs both of you rests.");
  g_assert_cmpstr (ill, ==, "Robin is unwell today. What needs both of you rests.");
  g_assert_cmpstr (bridge_absence_to_line (absence, NULL), ==, "Away today");
  g_assert_cmpstr (bridge_absence_to_line (unwell, NULL), ==, "Rest well");
  g_assert_cmpstr (bridge_absence_to_line (unwell, "Robin"), ==, "Today rests");
}

/* ---- The window and Today */

static GtkWidget *
find_toplevel (GType type)
{
  GListModel *toplevels = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (toplevels); i++)
    {
      g_autoptr (GtkWidget) toplevel = g_list_model_get_item (toplevels, i);

      if (g_type_is_a (G_OBJECT_TYPE (toplevel), type))
        return toplevel; /* GTK keeps it */
    }

  return NULL;
}

/* From Preferences too. */
static void
test_preferences (RitualsFixture *fixture,
                  gconstpointer   partner)
{
  GtkWidget *dialog = NULL;

  fixture->window = bridge_preferences_new (fixture->space, NULL, NULL);
  gtk_window_present (GTK_WINDOW (fixture->window));
  gtk_test_widget_wait_for_draw (fixture->window);
  adw_action_row_activate (ADW_ACTION_ROW (find_row (fixture->window, "Quiet hours and time away")));
  settle ();
  dialog = find_toplevel (BRIDGE_TYPE_AROUND_LIFE);
  g_assert_nonnull (dialog);
  gtk_window_close (GTK_WINDOW (dialog));
  settle ();
}

static void
test_strip (RitualsFixture *fixture,
            gconstpointer   partner)
{
  g_autoptr (AdwApplication) application = adw_application_new ("org.example.Life", G_APPLICATION_NON_UNIQUE);
  g_autoptr (BridgeAbsence) absence = NULL;
  const char *sentence = "Away until Friday, 27 November. Everything rests.";
  GtkWidget *dialog = NULL;

  g_assert_true (g_application_register (G_APPLICATION (application), NULL, NULL));
  fixture->window = bridge_window_new (GTK_APPLICATION (application));
  bridge_window_set_space (BRIDGE_WINDOW (fixture->window), fixture->space);
  gtk_window_present (GTK_WINDOW (fixture->window));
  gtk_test_widget_wait_for_draw (fixture->window);

  absence = add_absence (fixture, BRIDGE_ABSENCE_AWAY, NULL, "2026-11-20", "2026-11-27");
  g_assert_nonnull (find_label (fixture->window, sentence));
  g_assert_nonnull (find_label (fixture->window, "Away today"));
  assert_all_named (fixture->window);
  click (find_button (fixture->window, "_Back Today"));
  g_assert_null (find_label (fixture->window, sentence));
  g_assert_null (bridge_space_get_absence_now (fixture->space));
  g_assert_true (bridge_space_undo (fixture->space, NULL));
  settle ();
  g_assert_nonnull (find_label (fixture->window, sentence));

  /* The menu opens where they are entered. */
  gtk_widget_activate_action (fixture->window, "win.around-life", NULL);
  settle ();
  dialog = find_toplevel (BRIDGE_TYPE_AROUND_LIFE);
  g_assert_nonnull (dialog);
  g_assert_nonnull (find_row (dialog, "Away until Friday, 27 November"));
  gtk_window_close (GTK_WINDOW (dialog));
  settle ();
  g_assert_null (find_toplevel (BRIDGE_TYPE_AROUND_LIFE));

  /* The strip ends with the days. */
  bridge_fake_clock_advance_to (BRIDGE_FAKE_CLOCK (fixture->clock), "2026-11-27T08:00");
  bridge_clock_emit_woke (fixture->clock, BRIDGE_WAKE_CLOCK_SET);
  settle ();
  g_assert_null (find_label (fixture->window, sentence));
}

static void
test_today (RitualsFixture *fixture,
            gconstpointer   partner)
{
  g_autoptr (BridgeRitual) walk = rituals_fixture_add (fixture, "Evening walk", "2026-11-21T19:00", "FREQ=DAILY",
                                                       BRIDGE_RITUAL_AGREED);
  g_autoptr (BridgeAbsence) absence = NULL;

  rituals_fixture_show (fixture, bridge_today_page_new (fixture->space));
  settle ();
  g_assert_null (find_label (fixture->window, "Rest well"));
  g_assert_nonnull (find_label (fixture->window, "Waiting"));

  /* What rests is neither next nor waiting; what comes is after it. */
  absence = add_absence (fixture, BRIDGE_ABSENCE_UNWELL, NULL, "2026-11-21", "2026-11-24");
  g_assert_nonnull (find_label (fixture->window, "Rest well"));
  g_assert_null (find_label (fixture->window, "Waiting"));
  g_assert_nonnull (find_label (fixture->window, "Tuesday at 19:00 · 10 minutes"));
  g_assert_true (bridge_space_end_absence (fixture->space, bridge_absence_get_id (absence), NULL));
  settle ();
  g_assert_null (find_label (fixture->window, "Rest well"));
}

int
main (int   argc,
      char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();

#define ADD(path, partner, func) \
  g_test_add (path, RitualsFixture, partner, rituals_fixture_set_up, func, rituals_fixture_tear_down)

  ADD ("/window/life/unwell", "Robin", test_unwell);
  ADD ("/window/life/unwell-solo", NULL, test_unwell);
  ADD ("/window/life/away", "Robin", test_away);
  ADD ("/window/life/narrow", "Robin", test_narrow);
  g_test_add_func ("/window/life/words", test_words);
  ADD ("/window/life/preferences", "Robin", test_preferences);
  ADD ("/window/life/strip", "Robin", test_strip);
  ADD ("/window/life/today", "Robin", test_today);

  return g_test_run ();
}

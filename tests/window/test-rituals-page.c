/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "../support/agreed.h"
#include "bridge-date-entry.h"
#include "bridge-moment-row.h"
#include "bridge-planks.h"
#include "bridge-ritual-row.h"
#include "bridge-template-card.h"
#include "bridge-time-entry.h"
#include "rituals-fixture.h"

static BridgeRitualState
get_state (RitualsFixture *fixture,
           const char     *id)
{
  g_autoptr (BridgeRitual) ritual = rituals_fixture_find (fixture, id);

  return bridge_ritual_get_effective_state (ritual, bridge_clock_local_now (fixture->clock));
}

static void
undo (RitualsFixture *fixture)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (bridge_space_undo (fixture->space, &error));
  g_assert_no_error (error);
  settle ();
}

/* Nothing there: one sentence, one button, and it leads to the catalogue. */
static void
test_empty (RitualsFixture *fixture,
            gconstpointer   partner)
{
  GtkWidget *page = bridge_rituals_page_new (fixture->space);

  rituals_fixture_show (fixture, page);
  settle ();
  g_assert_cmpuint (count_widgets (page, BRIDGE_TYPE_RITUAL_ROW, TRUE), ==, 0);
  g_assert_false (bridge_rituals_page_go_back (BRIDGE_RITUALS_PAGE (page)));
  assert_all_named (page);

  click (find_button (page, "Look into the Catalogue"));
  g_assert_cmpuint (count_widgets (page, BRIDGE_TYPE_TEMPLATE_CARD, FALSE), >=, partner != NULL ? 16 : 4);
  g_assert_true (bridge_rituals_page_go_back (BRIDGE_RITUALS_PAGE (page)));
  settle ();
  g_assert_false (bridge_rituals_page_go_back (BRIDGE_RITUALS_PAGE (page)));
}

/* Each state under its heading; a change by another hand shows by itself. */
static void
test_list (RitualsFixture *fixture,
           gconstpointer   partner)
{
  g_autoptr (BridgeRitual) agreed
      = rituals_fixture_add (fixture, "Tea", "2026-11-23T19:00", "FREQ=DAILY", BRIDGE_RITUAL_AGREED);
  g_autoptr (BridgeRitual) proposed = rituals_fixture_add (fixture, "Walk & talk", "2026-11-24T10:00",
                                                           "FREQ=WEEKLY", BRIDGE_RITUAL_PROPOSED);
  g_autoptr (BridgeRitual) later = NULL;
  GtkWidget *page = bridge_rituals_page_new (fixture->space);
  GtkWidget *row = NULL;

  rituals_fixture_show (fixture, page);
  settle ();
  g_assert_nonnull (find_label (page, "Agreed"));
  g_assert_nonnull (find_label (page, "Proposed"));
  g_assert_null (find_label (page, "Resting"));
  g_assert_nonnull (find_row (page, "Walk & talk"));
  row = find_row (page, "Tea");
  g_assert_cmpstr (adw_action_row_get_subtitle (ADW_ACTION_ROW (row)), ==,
                   "Tomorrow at 19:00 · 10 minutes\nEvery day at 19:00");
  assert_all_named (page);

  later = rituals_fixture_add (fixture, "Soup", "2026-11-22T20:00", "FREQ=DAILY", BRIDGE_RITUAL_AGREED);
  settle ();
  g_assert_nonnull (find_row (page, "Soup"));
  /* The row that was there is still the same; the sooner one stands first. */
  g_assert_true (find_row (page, "Tea") == row);
  g_assert_cmpint (gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (row)), ==, 1);

  g_assert_true (bridge_space_change_ritual_state (fixture->space, bridge_ritual_get_id (later),
                                                   BRIDGE_RITUAL_REST, local ("2026-11-29"), NULL));
  settle ();
  g_assert_nonnull (find_label (page, "Resting"));

  /* Its rest is over on that day, without anybody doing anything. */
  bridge_fake_clock_advance_to (BRIDGE_FAKE_CLOCK (fixture->clock), "2026-11-29T08:00");
  bridge_clock_emit_woke (fixture->clock, BRIDGE_WAKE_CLOCK_SET);
  settle ();
  g_assert_null (find_label (page, "Resting"));
}

static void
speak (RitualsFixture *fixture,
       BridgePerson   *person)
{
  g_assert_true (bridge_space_set_speaker (fixture->space, bridge_person_get_id (person), NULL));
  settle ();
}

static void
test_open (RitualsFixture *fixture,
           gconstpointer   partner)
{
  g_autoptr (BridgeRitual) ritual
      = rituals_fixture_add (fixture, "Tea", "2026-11-23T19:00", "FREQ=DAILY", BRIDGE_RITUAL_PROPOSED);
  const char *id = bridge_ritual_get_id (ritual);
  GtkWidget *page = bridge_rituals_page_new (fixture->space);

  rituals_fixture_show (fixture, page);
  settle ();
  g_signal_emit_by_name (gtk_widget_get_parent (find_row (page, "Tea")), "row-activated",
                         find_row (page, "Tea"));
  settle ();
  g_assert_nonnull (find_label (page, "When the plates are away, we sit down together."));
  g_assert_nonnull (find_label (page, "Every day at 19:00"));
  assert_all_named (page);

  /* Nobody was asked yet. Once somebody was, it says so to whoever has asked, who may take it back. */
  click (find_button (page, "_Propose"));
  g_assert_nonnull (find_label (page, "You have proposed this. No answer yet."));
  g_assert_null (find_button (page, "_Yes"));
  click (find_button (page, "_Withdraw"));
  g_assert_cmpint (get_state (fixture, id), ==, BRIDGE_RITUAL_DRAFT);
  undo (fixture);
  g_assert_cmpint (get_state (fixture, id), ==, BRIDGE_RITUAL_PROPOSED);

  /* Whoever was asked answers here, too. */
  speak (fixture, bridge_space_get_partner (fixture->space));
  g_assert_false (gtk_widget_get_mapped (find_button (page, "_Withdraw")));
  click (find_button (page, "_Yes"));
  g_assert_cmpint (get_state (fixture, id), ==, BRIDGE_RITUAL_AGREED);
  speak (fixture, bridge_space_get_me (fixture->space));

  click (find_button (page, "Rest, Open _End"));
  g_assert_cmpint (get_state (fixture, id), ==, BRIDGE_RITUAL_RESTING);
  g_assert_nonnull (find_label (page, "This is resting, for as long as you like."));
  click (find_button (page, "Propose to _Go On"));
  g_assert_cmpint (get_state (fixture, id), ==, BRIDGE_RITUAL_RESTING);
  rituals_fixture_say_yes (fixture, id);
  g_assert_cmpint (get_state (fixture, id), ==, BRIDGE_RITUAL_AGREED);

  click (find_button (page, "Rest Until _Then"));
  g_assert_cmpint (get_state (fixture, id), ==, BRIDGE_RITUAL_RESTING);
  click (find_button (page, "Propose to _Go On"));
  rituals_fixture_say_yes (fixture, id);

  click (find_button (page, "E_nd"));
  g_assert_cmpint (get_state (fixture, id), ==, BRIDGE_RITUAL_ENDED);
  undo (fixture);
  g_assert_cmpint (get_state (fixture, id), ==, BRIDGE_RITUAL_AGREED);

  /* Removed: back at the list, and Undo brings it back there. */
  click (find_button (page, "Remo_ve"));
  g_assert_false (bridge_rituals_page_go_back (BRIDGE_RITUALS_PAGE (page)));
  g_assert_null (find_row (page, "Tea"));
  undo (fixture);
  g_assert_nonnull (find_row (page, "Tea"));
}

static void
test_less (RitualsFixture *fixture,
           gconstpointer   partner)
{
  g_autoptr (BridgeRitual) ritual
      = rituals_fixture_add (fixture, "Tea", "2026-11-24T19:00", "FREQ=WEEKLY", BRIDGE_RITUAL_AGREED);
  g_autoptr (BridgeSchedule) expected = bridge_schedule_dup_less (bridge_ritual_get_schedule (ritual));
  g_autofree char *words = bridge_schedule_to_words (expected);
  g_autoptr (BridgeRitual) lighter = NULL;
  GtkWidget *page = bridge_rituals_page_new (fixture->space);

  rituals_fixture_show (fixture, page);
  bridge_rituals_page_open_ritual (BRIDGE_RITUALS_PAGE (page), bridge_ritual_get_id (ritual));
  settle ();

  /* What it would be is said before it is done. */
  g_assert_nonnull (find_row (page, words));
  click (find_button (page, "_Less Often"));
  lighter = rituals_fixture_find (fixture, bridge_ritual_get_id (ritual));
  g_assert_cmpint (
      bridge_recurrence_get_interval (bridge_schedule_get_recurrence (bridge_ritual_get_schedule (lighter))),
      ==, 2);
  g_assert_nonnull (find_label (page, words));
}

static void
test_moments (RitualsFixture *fixture,
              gconstpointer   partner)
{
  g_autoptr (BridgeRitual) ritual
      = rituals_fixture_add (fixture, "Tea", "2026-11-23T19:00", "FREQ=DAILY", BRIDGE_RITUAL_AGREED);
  g_autoptr (BridgeRitual) own = NULL;
  g_autoptr (BridgeRitual) asked = NULL;
  g_autoptr (GError) error = NULL;
  GtkWidget *page = bridge_rituals_page_new (fixture->space);
  GtkWidget *row = NULL;

  rituals_fixture_show (fixture, page);
  bridge_rituals_page_open_ritual (BRIDGE_RITUALS_PAGE (page), bridge_ritual_get_id (ritual));
  settle ();
  g_assert_cmpuint (count_widgets (page, BRIDGE_TYPE_MOMENT_ROW, TRUE), ==, 3);

  /* Move tomorrow's to Wednesday at noon. */
  row = find_row (page, "Tomorrow at 19:00");
  bridge_date_entry_set_date (BRIDGE_DATE_ENTRY (find_type (row, BRIDGE_TYPE_DATE_ENTRY)),
                              local ("2026-11-25"));
  bridge_time_entry_set_minute (BRIDGE_TIME_ENTRY (find_type (row, BRIDGE_TYPE_TIME_ENTRY)), 12 * 60);
  /* Both are in it, so it is proposed, and stays where it is until there is a yes. */
  g_assert_null (find_button (row, "_Move"));
  click (find_button (row, "_Propose"));
  row = find_row (page, "Tomorrow at 19:00");
  g_assert_cmpstr (adw_action_row_get_subtitle (ADW_ACTION_ROW (row)), ==, "Proposed for Wednesday at 12:00");
  g_assert_nonnull (find_label (page, "You have proposed another time. No answer yet."));
  undo (fixture);
  g_assert_cmpstr (adw_action_row_get_subtitle (ADW_ACTION_ROW (find_row (page, "Tomorrow at 19:00"))), ==, "");

  /* The other one may have left it out, so it is not planned again by one alone. */
  click (find_button (find_row (page, "Tomorrow at 19:00"), "_Leave This One Out"));
  click (find_button (find_row (page, "Tomorrow at 19:00"), "_Plan Again"));
  row = find_row (page, "Tomorrow at 19:00");
  g_assert_cmpstr (adw_action_row_get_subtitle (ADW_ACTION_ROW (row)), ==,
                   "Left out. Proposed to be planned again.");
  g_assert_null (find_button (row, "_Plan Again"));
  undo (fixture);
  undo (fixture);
  g_assert_cmpstr (adw_action_row_get_subtitle (ADW_ACTION_ROW (find_row (page, "Tomorrow at 19:00"))), ==, "");

  /* What is one's own is moved. */
  own = bridge_ritual_copy (ritual);
  g_object_set (own, "who", bridge_person_get_id (bridge_space_get_me (fixture->space)), NULL);
  asked = bridge_space_propose_ritual (fixture->space, own, NULL, &error);
  g_assert_no_error (error);
  rituals_fixture_say_yes (fixture, bridge_ritual_get_id (ritual));
  settle ();
  row = find_row (page, "Tomorrow at 19:00");
  bridge_date_entry_set_date (BRIDGE_DATE_ENTRY (find_type (row, BRIDGE_TYPE_DATE_ENTRY)), local ("2026-11-25"));
  bridge_time_entry_set_minute (BRIDGE_TIME_ENTRY (find_type (row, BRIDGE_TYPE_TIME_ENTRY)), 12 * 60);
  click (find_button (row, "_Move"));
  g_assert_null (find_row (page, "Tomorrow at 19:00"));
  row = find_row (page, "Wednesday at 12:00");
  g_assert_nonnull (row);
  g_assert_cmpstr (adw_action_row_get_subtitle (ADW_ACTION_ROW (row)), ==, "Moved from tomorrow at 19:00");
  undo (fixture);
  g_assert_nonnull (find_row (page, "Tomorrow at 19:00"));

  click (find_button (find_row (page, "Tomorrow at 19:00"), "_Leave This One Out"));
  row = find_row (page, "Tomorrow at 19:00");
  g_assert_cmpstr (adw_action_row_get_subtitle (ADW_ACTION_ROW (row)), ==, "Left out");
  g_assert_cmpuint (count_widgets (page, BRIDGE_TYPE_MOMENT_ROW, TRUE), ==, 4);
  click (find_button (row, "_Plan Again"));
  g_assert_cmpstr (adw_action_row_get_subtitle (ADW_ACTION_ROW (find_row (page, "Tomorrow at 19:00"))), ==, "");
  g_assert_cmpuint (count_widgets (page, BRIDGE_TYPE_MOMENT_ROW, TRUE), ==, 3);

  click (find_button (page, "_More Dates"));
  g_assert_cmpuint (count_widgets (page, BRIDGE_TYPE_MOMENT_ROW, TRUE), ==, 12);
}

/* Kept and smaller moments lie there as planks; an answer can be taken back. */
static void
test_history (RitualsFixture *fixture,
              gconstpointer   partner)
{
  g_autoptr (BridgeRitual) ritual
      = rituals_fixture_add (fixture, "Tea", "2026-11-22T19:00", "FREQ=DAILY", BRIDGE_RITUAL_AGREED);
  const char *id = bridge_ritual_get_id (ritual);
  g_autofree char *first = g_strdup_printf ("%s@2026-11-22T19:00", id);
  g_autofree char *second = g_strdup_printf ("%s@2026-11-23T19:00", id);
  g_autofree char *third = g_strdup_printf ("%s@2026-11-24T19:00", id);
  GtkWidget *page = bridge_rituals_page_new (fixture->space);
  GtkWidget *planks = NULL;
  g_autoptr (GError) error = NULL;

  bridge_fake_clock_advance_to (BRIDGE_FAKE_CLOCK (fixture->clock), "2026-11-26T09:00");
  g_assert_true (bridge_space_answer (fixture->space, first, BRIDGE_OUTCOME_KEPT, &error));
  g_assert_no_error (error);
  g_assert_true (bridge_space_answer (fixture->space, second, BRIDGE_OUTCOME_NOT_TODAY, &error));
  g_assert_true (bridge_space_answer (fixture->space, third, BRIDGE_OUTCOME_SMALLER, &error));

  rituals_fixture_show (fixture, page);
  bridge_rituals_page_open_ritual (BRIDGE_RITUALS_PAGE (page), id);
  settle ();
  planks = find_type (page, BRIDGE_TYPE_PLANKS);
  g_assert_cmpuint (bridge_planks_get_n_moments (BRIDGE_PLANKS (planks)), ==, 2);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (planks), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       partner != NULL ? "2 shared moments since November"
                                                       : "2 moments since November");
  assert_all_named (page);

  click (find_button (page, "Take this answer back"));
  g_assert_cmpuint (bridge_planks_get_n_moments (BRIDGE_PLANKS (planks)), ==, 1);
  undo (fixture);
  g_assert_cmpuint (bridge_planks_get_n_moments (BRIDGE_PLANKS (planks)), ==, 2);
}

static void
test_lead (RitualsFixture *fixture,
           gconstpointer   partner)
{
  g_autoptr (BridgeRitual) ritual
      = rituals_fixture_add (fixture, "Tea", "2026-11-23T19:00", "FREQ=DAILY", BRIDGE_RITUAL_AGREED);
  g_autoptr (BridgeRitual) led = bridge_ritual_copy (ritual);
  g_autoptr (BridgeRitual) proposed = NULL;
  GtkWidget *page = bridge_rituals_page_new (fixture->space);

  g_object_set (led, "lead", bridge_person_get_id (bridge_space_get_me (fixture->space)), NULL);
  proposed = bridge_space_propose_ritual (fixture->space, led, NULL, NULL);
  g_assert_nonnull (proposed);
  space_say_yes (fixture->space, bridge_ritual_get_id (ritual));

  rituals_fixture_show (fixture, page);
  bridge_rituals_page_open_ritual (BRIDGE_RITUALS_PAGE (page), bridge_ritual_get_id (ritual));
  settle ();
  g_assert_cmpstr (adw_action_row_get_subtitle (ADW_ACTION_ROW (find_row (page, "Leads next"))), ==, "Ada");
  click (find_button (page, "_Swap Turn"));
  g_assert_cmpstr (adw_action_row_get_subtitle (ADW_ACTION_ROW (find_row (page, "Leads next"))), ==, "Robin");
}

/* A template becomes a ritual at once, and its detail is shown. */
static void
test_catalogue (RitualsFixture *fixture,
                gconstpointer   partner)
{
  GtkWidget *page = bridge_rituals_page_new (fixture->space);
  GtkWidget *entry = NULL;
  guint all;
  guint found;

  rituals_fixture_show (fixture, page);
  bridge_rituals_page_focus_search (BRIDGE_RITUALS_PAGE (page));
  settle ();
  assert_all_named (page);
  all = count_widgets (page, BRIDGE_TYPE_TEMPLATE_CARD, TRUE);

  entry = find_type (page, GTK_TYPE_SEARCH_ENTRY);
  gtk_editable_set_text (GTK_EDITABLE (entry), "walk");
  g_signal_emit_by_name (entry, "search-changed");
  settle ();
  found = count_widgets (page, BRIDGE_TYPE_TEMPLATE_CARD, TRUE);
  g_assert_cmpuint (found, >, 0);
  g_assert_cmpuint (found, <, all);

  gtk_editable_set_text (GTK_EDITABLE (entry), "zzz");
  g_signal_emit_by_name (entry, "search-changed");
  settle ();
  g_assert_cmpuint (count_widgets (page, BRIDGE_TYPE_TEMPLATE_CARD, TRUE), ==, 0);
  g_assert_nonnull (find_label (page, "Nothing here goes by these words. You could start from scratch."));

  gtk_editable_set_text (GTK_EDITABLE (entry), "");
  g_signal_emit_by_name (entry, "search-changed");
  settle ();
  click (find_button (page, "Use as It Is"));
  g_assert_cmpuint (g_list_model_get_n_items (bridge_space_get_rituals (fixture->space)), ==, 1);
  g_assert_nonnull (find_button (page, "_Edit"));
  g_assert_true (bridge_rituals_page_go_back (BRIDGE_RITUALS_PAGE (page)));
  settle ();
  g_assert_cmpuint (count_widgets (page, BRIDGE_TYPE_RITUAL_ROW, TRUE), ==, 1);
}

static gboolean
is_card_for_two (GtkWidget     *widget,
                 gconstpointer  data)
{
  return BRIDGE_IS_TEMPLATE_CARD (widget) &&
         bridge_template_get_both (bridge_template_card_get_template (BRIDGE_TEMPLATE_CARD (widget)));
}

/* Alone, nothing is proposed, and nothing that needs two is offered. */
static void
test_solo (RitualsFixture *fixture,
           gconstpointer   partner)
{
  g_autoptr (BridgeRitual) ritual = NULL;
  GtkWidget *page = bridge_rituals_page_new (fixture->space);

  rituals_fixture_show (fixture, page);
  bridge_rituals_page_open_catalogue (BRIDGE_RITUALS_PAGE (page));
  settle ();
  g_assert_null (find_widget (page, is_card_for_two, NULL));
  click (find_button (page, "Use as It Is"));
  ritual = g_list_model_get_item (bridge_space_get_rituals (fixture->space), 0);
  g_assert_cmpint (bridge_ritual_get_state (ritual), ==, BRIDGE_RITUAL_AGREED);
}

int
main (int   argc,
      char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();

#define ADD(path, partner, func) \
  g_test_add (path, RitualsFixture, partner, rituals_fixture_set_up, func, rituals_fixture_tear_down)

  ADD ("/window/rituals/empty", "Robin", test_empty);
  ADD ("/window/rituals/empty-solo", NULL, test_empty);
  ADD ("/window/rituals/list", "Robin", test_list);
  ADD ("/window/rituals/open", "Robin", test_open);
  ADD ("/window/rituals/less", "Robin", test_less);
  ADD ("/window/rituals/moments", "Robin", test_moments);
  ADD ("/window/rituals/history", "Robin", test_history);
  ADD ("/window/rituals/history-solo", NULL, test_history);
  ADD ("/window/rituals/lead", "Robin", test_lead);
  ADD ("/window/rituals/catalogue", "Robin", test_catalogue);
  ADD ("/window/rituals/solo", NULL, test_solo);

  return g_test_run ();
}

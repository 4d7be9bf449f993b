/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "bridge-calm-head.h"
#include "bridge-date-entry.h"
#include "bridge-reflect-page.h"
#include "bridge-review-card.h"
#include "bridge-review-page.h"
#include "bridge-review-plan.h"
#include "bridge-review-summary.h"
#include "bridge-review-timer.h"
#include "bridge-review-week.h"
#include "bridge-space-reviews.h"
#include "bridge-turns-list.h"
#include "bridge-window.h"
#include "bridge-one-off.h"
#include "rituals-fixture.h"

#include "../support/agreed.h"
#include "../support/milestone-helper.h"

#define MINUTE BRIDGE_MS_PER_MINUTE

static GtkWidget *
show_reflect (RitualsFixture *fixture)
{
  GtkWidget *page = bridge_reflect_page_new (fixture->space);

  rituals_fixture_show (fixture, page);
  settle ();
  return page;
}

static gboolean
is_mapped_with_label (GtkWidget     *widget,
                      gconstpointer  data)
{
  return GTK_IS_BUTTON (widget) && gtk_widget_get_mapped (widget) &&
         g_strcmp0 (gtk_button_get_label (GTK_BUTTON (widget)), data) == 0;
}

static void
press (GtkWidget  *root,
       const char *label)
{
  GtkWidget *button = find_widget (root, is_mapped_with_label, label);

  if (button == NULL)
    g_error ("There is no button “%s”", label);
  click (button);
  settle ();
}

static gboolean
is_entry_with_placeholder (GtkWidget     *widget,
                           gconstpointer  data)
{
  return GTK_IS_ENTRY (widget) && gtk_widget_get_mapped (widget) &&
         g_strcmp0 (gtk_entry_get_placeholder_text (GTK_ENTRY (widget)), data) == 0;
}

static GtkWidget *
type (GtkWidget  *root,
      const char *placeholder,
      const char *text)
{
  GtkWidget *entry = find_widget (root, is_entry_with_placeholder, placeholder);

  g_assert_nonnull (entry);
  gtk_editable_set_text (GTK_EDITABLE (entry), text);
  settle ();
  return entry;
}

static BridgeReview *
get_open (RitualsFixture *fixture)
{
  return bridge_space_load_open_review (fixture->space, NULL);
}

static void
assert_step (RitualsFixture    *fixture,
             BridgeReviewState  state)
{
  g_autoptr (BridgeReview) open = get_open (fixture);

  g_assert_nonnull (open);
  g_assert_cmpint (bridge_review_get_state (open), ==, state);
}

static GPtrArray *
get_words (RitualsFixture *fixture)
{
  g_autoptr (BridgeReview) open = get_open (fixture);

  return bridge_space_load_review_words (fixture->space, bridge_review_get_id (open), NULL);
}

static void
add_win (RitualsFixture *fixture,
         const char     *text)
{
  BridgeLocal today = bridge_local_day_start (bridge_clock_local_now (fixture->clock));
  g_autoptr (BridgeWin) win = g_object_new (BRIDGE_TYPE_WIN, "text", text, "on", today, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (BridgeWin) stored = bridge_space_add_win (fixture->space, win, &error);

  g_assert_no_error (error);
}

/* From the card through every step to the summary; what is typed and not noted goes with "Next". */
static void
test_whole (RitualsFixture *fixture,
            gconstpointer   partner)
{
  GtkWidget *reflect;
  g_autoptr (GPtrArray) words = NULL;
  g_autoptr (GPtrArray) done = NULL;
  g_autoptr (GPtrArray) kept = NULL;
  GtkWidget *review;

  add_win (fixture, "You made <tea> & toast");
  reflect = show_reflect (fixture);
  press (reflect, "_Begin");
  review = find_type (reflect, BRIDGE_TYPE_REVIEW_PAGE);
  g_assert_nonnull (review);
  assert_all_named (review);
  press (review, "Thank You");
  words = get_words (fixture);
  g_assert_cmpuint (words->len, ==, 1);
  g_assert_nonnull (bridge_review_words_get_win_id (g_ptr_array_index (words, 0)));
  type (review, "asked how it went", "  asked me  ");
  press (review, "_Next");
  assert_step (fixture, BRIDGE_REVIEW_WENT_RIGHT);
  press (review, "_Next");
  type (review, "the evening went by without a word", "you never asked");
  g_assert_nonnull (find_label (review, "I notice that you never asked."));
  press (review, "_Keep This Point");
  assert_all_named (review);
  press (review, "_Back");
  assert_step (fixture, BRIDGE_REVIEW_WENT_RIGHT);
  press (review, "_Skip");
  g_assert_nonnull (find_label (review, "I notice that you never asked."));
  press (review, "_Skip");
  assert_step (fixture, BRIDGE_REVIEW_NEXT_WEEK);
  assert_all_named (review);
  type (review, "soup on Thursday", "soup");
  press (review, "_Finish");

  g_assert_null (find_type (reflect, BRIDGE_TYPE_REVIEW_PAGE));
  g_assert_nonnull (find_type (reflect, BRIDGE_TYPE_REVIEW_SUMMARY));
  assert_all_named (reflect);
  done = bridge_space_load_reviews (fixture->space, NULL);
  g_assert_cmpuint (done->len, ==, 1);
  kept = bridge_space_load_review_words (fixture->space, bridge_review_get_id (g_ptr_array_index (done, 0)), NULL);
  g_assert_cmpuint (kept->len, ==, 4);
  g_assert_nonnull (find_label (reflect, "You made <tea> & toast"));
  g_assert_nonnull (find_label (reflect, "asked me"));
  g_assert_nonnull (find_label (reflect, "soup"));
  /* The day that stood in the field. */
  g_assert_cmpint (bridge_space_get_next_review (fixture->space), ==,
                   bridge_local_day_start (bridge_clock_local_now (fixture->clock)) + 7 * BRIDGE_DAY);

  g_assert_true (bridge_reflect_page_go_back (BRIDGE_REFLECT_PAGE (reflect)));
  settle ();
  g_assert_false (bridge_reflect_page_go_back (BRIDGE_REFLECT_PAGE (reflect)));
  press (reflect, "_Earlier Reviews");
  g_assert_nonnull (find_label (reflect, "asked me"));
}

/* Left for now, with half a sentence in the field, and gone on with. */
static void
test_left (RitualsFixture *fixture,
           gconstpointer   partner)
{
  GtkWidget *reflect = show_reflect (fixture);
  g_autoptr (GPtrArray) words = NULL;

  press (reflect, "_Begin");
  type (reflect, "asked how it went", "half a");
  press (reflect, "_Leave for Now");
  g_assert_null (find_type (reflect, BRIDGE_TYPE_REVIEW_PAGE));
  words = get_words (fixture);
  g_assert_cmpuint (words->len, ==, 1);
  press (reflect, "_Go On");
  g_assert_nonnull (find_label (reflect, "half a"));
  assert_step (fixture, BRIDGE_REVIEW_APPRECIATIONS);
}

/* A pause in the middle of a sentence. */
static void
test_pause (RitualsFixture *fixture,
            gconstpointer   partner)
{
  GtkWidget *reflect = show_reflect (fixture);
  g_autoptr (BridgePause) pause = NULL;
  g_autoptr (GPtrArray) words = NULL;
  g_autoptr (GError) error = NULL;
  GtkWidget *card;

  press (reflect, "_Begin");
  type (reflect, "asked how it went", "half a");
  pause = bridge_space_call_pause (fixture->space, &error);
  g_assert_no_error (error);
  settle ();
  g_assert_null (find_type (reflect, BRIDGE_TYPE_REVIEW_PAGE));
  words = get_words (fixture);
  g_assert_cmpuint (words->len, ==, 1);
  card = find_type (reflect, BRIDGE_TYPE_REVIEW_CARD);
  g_assert_nonnull (find_label (card, "The one you began waits until the pause is over."));
  g_assert_false (gtk_widget_get_sensitive (find_widget (card, is_mapped_with_label, "_Go On")));
}

/* An open point that is being typed when a pause comes is not lost. */
static void
test_pause_in_point (RitualsFixture *fixture,
                     gconstpointer   partner)
{
  GtkWidget *reflect = show_reflect (fixture);
  g_autoptr (BridgePause) pause = NULL;
  g_autoptr (GPtrArray) words = NULL;
  g_autoptr (GError) error = NULL;

  press (reflect, "_Begin");
  press (reflect, "_Next");
  press (reflect, "_Next");
  type (reflect, "the evening went by without a word", "the bins stood there");
  pause = bridge_space_call_pause (fixture->space, &error);
  g_assert_no_error (error);
  settle ();
  g_assert_null (find_type (reflect, BRIDGE_TYPE_REVIEW_PAGE));
  words = get_words (fixture);
  g_assert_cmpuint (words->len, ==, 1);
  g_assert_cmpint (bridge_review_words_get_part (g_ptr_array_index (words, 0)), ==, BRIDGE_PART_ISSUE);
}

/* Whose words: of two, whoever is pressed; taken away, and brought back. */
static void
test_whose (RitualsFixture *fixture,
            gconstpointer   partner)
{
  GtkWidget *reflect = show_reflect (fixture);
  BridgePerson *other = bridge_space_get_partner (fixture->space);
  g_autoptr (GPtrArray) words = NULL;
  g_autoptr (GPtrArray) after = NULL;
  g_autoptr (GPtrArray) again = NULL;
  g_autoptr (GError) error = NULL;
  GtkWidget *entry;

  press (reflect, "_Begin");
  gtk_toggle_button_set_active (
    GTK_TOGGLE_BUTTON (gtk_widget_get_ancestor (find_label (reflect, bridge_person_get_name (other)), GTK_TYPE_TOGGLE_BUTTON)), TRUE);
  entry = type (reflect, "asked how it went", "laughed");
  press (reflect, "N_ote");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (entry)), ==, "");
  words = get_words (fixture);
  g_assert_cmpstr (bridge_review_words_get_person_id (g_ptr_array_index (words, 0)), ==, bridge_person_get_id (other));
  click (find_widget (reflect, is_mapped_with_label, NULL) != NULL
           ? gtk_widget_get_last_child (gtk_widget_get_ancestor (find_label (reflect, "laughed"), GTK_TYPE_BOX))
           : NULL);
  settle ();
  after = get_words (fixture);
  g_assert_cmpuint (after->len, ==, 0);
  bridge_space_undo (fixture->space, &error);
  g_assert_no_error (error);
  settle ();
  again = get_words (fixture);
  g_assert_cmpuint (again->len, ==, 1);
  g_assert_nonnull (find_label (reflect, "laughed"));
}

/* The minutes are words and a ring; when they are over, nothing is done but said. */
static void
test_timer (RitualsFixture *fixture,
            gconstpointer   partner)
{
  GtkWidget *reflect = show_reflect (fixture);
  g_autoptr (BridgeReview) open = NULL;

  press (reflect, "_Begin");
  g_assert_nonnull (find_label (reflect, "About 5 minutes, if you like."));
  bridge_fake_clock_advance (BRIDGE_FAKE_CLOCK (fixture->clock), 4 * MINUTE + MINUTE / 2);
  settle ();
  g_assert_nonnull (find_label (reflect, "About 1 minute, if you like."));
  bridge_fake_clock_advance (BRIDGE_FAKE_CLOCK (fixture->clock), MINUTE);
  settle ();
  g_assert_nonnull (find_label (reflect, "The suggested time is over. Take what you need."));
  open = get_open (fixture);
  g_assert_cmpint (bridge_review_get_state (open), ==, BRIDGE_REVIEW_APPRECIATIONS);
  g_assert_cmpint (bridge_review_get_step_ends_at (open), ==, 0);
}

/* One press swaps a turn, and another one back. */
static void
test_turns (RitualsFixture *fixture,
            gconstpointer   partner)
{
  GtkWidget *reflect = show_reflect (fixture);
  BridgeLocal now = bridge_clock_local_now (fixture->clock);
  BridgePerson *before = bridge_space_get_turn (fixture->space, BRIDGE_DUTY_LEAD, now);
  GtkWidget *list = find_type (reflect, BRIDGE_TYPE_TURNS_LIST);

  g_assert_true (gtk_widget_get_mapped (list));
  press (list, "Swap");
  g_assert_true (bridge_space_get_turn (fixture->space, BRIDGE_DUTY_LEAD, now) != before);
  press (list, "Swap");
  g_assert_true (bridge_space_get_turn (fixture->space, BRIDGE_DUTY_LEAD, now) == before);
}

static void
test_alone (RitualsFixture *fixture,
            gconstpointer   partner)
{
  GtkWidget *reflect = show_reflect (fixture);

  g_assert_false (gtk_widget_get_mapped (find_type (reflect, BRIDGE_TYPE_TURNS_LIST)));
  press (reflect, "_Begin");
  assert_step (fixture, BRIDGE_REVIEW_WENT_RIGHT);
  g_assert_null (find_widget (reflect, is_mapped_with_label, "_Back"));
  assert_all_named (reflect);
  press (reflect, "_Next");
  assert_step (fixture, BRIDGE_REVIEW_NEXT_WEEK);
  g_assert_nonnull (find_label (reflect, "I plan …"));
  press (reflect, "_Finish");
  g_assert_nonnull (find_label (reflect, "Nothing was written down. That is fine."));
}

/* Another process is quicker: the page follows. */
static void
test_followed (RitualsFixture *fixture,
               gconstpointer   partner)
{
  GtkWidget *reflect = show_reflect (fixture);
  g_autoptr (GError) error = NULL;

  press (reflect, "_Begin");
  bridge_space_step_review (fixture->space, BRIDGE_REVIEW_EVENT_NEXT, &error);
  g_assert_no_error (error);
  settle ();
  g_assert_nonnull (find_label (reflect, "What went right?"));
  bridge_space_finish_review (fixture->space, BRIDGE_LOCAL_NONE, &error);
  g_assert_no_error (error);
  settle ();
  g_assert_nonnull (find_type (reflect, BRIDGE_TYPE_REVIEW_SUMMARY));
}

static gboolean
is_thanks (GtkWidget     *widget,
           gconstpointer  data)
{
  return is_mapped_with_label (widget, "Thank You") &&
         gtk_test_accessible_check_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL, data) == NULL;
}

/* Nobody is offered to thank the other one for what they reached alone; the other one is. */
static void
test_own (RitualsFixture *fixture,
          gconstpointer   partner)
{
  g_autoptr (BridgeMilestone) given = bridge_milestone_new ("Ten walks", BRIDGE_MILESTONE_FROM_NOTHING, 0);
  g_autoptr (BridgeMilestone) milestone = NULL;
  g_autoptr (GError) error = NULL;
  GtkWidget *reflect, *review;

  g_object_set (given, "who", bridge_person_get_id (bridge_space_get_me (fixture->space)), NULL);
  milestone = bridge_test_add_milestone (fixture->space, given);
  bridge_space_reach_milestone (fixture->space, bridge_milestone_get_id (milestone), NULL, NULL, TRUE, &error);
  g_assert_no_error (error);
  add_win (fixture, "You made tea");
  reflect = show_reflect (fixture);
  press (reflect, "_Begin");
  review = find_type (reflect, BRIDGE_TYPE_REVIEW_PAGE);
  g_assert_nonnull (find_widget (review, is_thanks, "Thank you for “You made tea”"));
  g_assert_nonnull (find_label (review, "Ten walks"));
  g_assert_null (find_widget (review, is_thanks, "Thank you for “Ten walks”"));
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (gtk_widget_get_ancestor (find_label (review, "Robin"), GTK_TYPE_TOGGLE_BUTTON)),
                                TRUE);
  settle ();
  g_assert_nonnull (find_widget (review, is_thanks, "Thank you for “Ten walks”"));
}

/* Alone there is no “we” to give an example of. */
static void
test_solo_example (RitualsFixture *fixture,
                   gconstpointer   partner)
{
  GtkWidget *reflect = show_reflect (fixture);

  press (reflect, "_Begin");
  assert_step (fixture, BRIDGE_REVIEW_WENT_RIGHT);
  g_assert_null (find_widget (reflect, is_entry_with_placeholder, "we laughed about the rain"));
  g_assert_nonnull (find_widget (reflect, is_entry_with_placeholder, "I called an old friend"));
}

/* What is typed is noted before the step goes, by "Skip" and by another process. */
static void
test_typed (RitualsFixture *fixture,
            gconstpointer   partner)
{
  GtkWidget *reflect = show_reflect (fixture);
  g_autoptr (GPtrArray) words = NULL;
  g_autoptr (GPtrArray) more = NULL;
  g_autoptr (GError) error = NULL;

  press (reflect, "_Begin");
  type (reflect, "asked how it went", "asked me");
  press (reflect, "_Skip");
  assert_step (fixture, BRIDGE_REVIEW_WENT_RIGHT);
  words = get_words (fixture);
  g_assert_cmpuint (words->len, ==, 1);
  type (reflect, "we laughed about the rain", "the rain");
  bridge_space_step_review (fixture->space, BRIDGE_REVIEW_EVENT_NEXT, &error);
  g_assert_no_error (error);
  settle ();
  more = get_words (fixture);
  g_assert_cmpuint (more->len, ==, 2);
  g_assert_cmpint (bridge_review_words_get_part (g_ptr_array_index (more, 1)), ==, BRIDGE_PART_WENT_RIGHT);
  g_assert_nonnull (find_label (reflect, "One open point, or none."));
}

/* Passed on: half a sentence is still in its field for whoever wrote it, and not in the review of both. */
static void
test_covered (RitualsFixture *fixture,
              gconstpointer   partner)
{
  GtkWidget *reflect = show_reflect (fixture);
  GtkWidget *entry;
  g_autoptr (GPtrArray) covered = NULL;
  g_autoptr (GPtrArray) stepped = NULL;
  g_autoptr (GError) error = NULL;

  press (reflect, "_Begin");
  entry = type (reflect, "asked how it went", "half a");
  bridge_reflect_page_lock (BRIDGE_REFLECT_PAGE (reflect));
  gtk_widget_set_visible (reflect, FALSE);
  settle ();
  covered = get_words (fixture);
  g_assert_cmpuint (covered->len, ==, 0);
  gtk_widget_set_visible (reflect, TRUE);
  settle ();
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (entry)), ==, "half a");

  bridge_reflect_page_lock (BRIDGE_REFLECT_PAGE (reflect));
  gtk_widget_set_visible (reflect, FALSE);
  settle ();
  bridge_space_step_review (fixture->space, BRIDGE_REVIEW_EVENT_NEXT, &error);
  g_assert_no_error (error);
  settle ();
  stepped = get_words (fixture);
  g_assert_cmpuint (stepped->len, ==, 0);
}

/* Whoever closes the window has no words taken. */
static void
test_closed (RitualsFixture *fixture,
             gconstpointer   partner)
{
  GtkWidget *reflect = show_reflect (fixture);
  g_autoptr (GPtrArray) words = NULL;

  press (reflect, "_Begin");
  type (reflect, "asked how it went", "half a");
  gtk_widget_set_visible (GTK_WIDGET (gtk_widget_get_root (reflect)), FALSE);
  settle ();
  words = get_words (fixture);
  g_assert_cmpuint (words->len, ==, 1);
}

static BridgeRitual *
add_weekly (RitualsFixture *fixture)
{
  g_autoptr (BridgeRitual) ritual = bridge_ritual_new ();
  g_autoptr (BridgeSchedule) schedule = bridge_schedule_new (local ("2026-11-22T18:30"), "FREQ=WEEKLY", NULL, NULL, NULL);
  BridgeRitual *stored;

  g_object_set (ritual, "title", "Weekly review", "schedule", schedule, "template", BRIDGE_REVIEW_TEMPLATE,
                "state", BRIDGE_RITUAL_AGREED, NULL);
  stored = space_add_agreed (fixture->space, ritual);
  g_assert_nonnull (bridge_space_peek_review_ritual (fixture->space));
  return stored;
}

static void
show_window (RitualsFixture *fixture)
{
  fixture->window = bridge_window_new (NULL);
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 800, 600);
  bridge_window_set_space (BRIDGE_WINDOW (fixture->window), fixture->space);
  gtk_window_present (GTK_WINDOW (fixture->window));
  gtk_test_widget_wait_for_draw (fixture->window);
  settle ();
}

/* From Today to the summary; then Today asks for nothing. */
static void
test_from_today (RitualsFixture *fixture,
                 gconstpointer   partner)
{
  g_autoptr (BridgeRitual) ritual = add_weekly (fixture);
  g_autofree char *name = bridge_occurrence_format_name (bridge_ritual_get_id (ritual), local ("2026-11-22T18:30"));
  g_autoptr (BridgeOccurrence) moment = NULL;

  show_window (fixture);
  press (fixture->window, "Begin");
  assert_step (fixture, partner != NULL ? BRIDGE_REVIEW_APPRECIATIONS : BRIDGE_REVIEW_WENT_RIGHT);
  g_assert_true (gtk_widget_get_mapped (find_type (fixture->window, BRIDGE_TYPE_REVIEW_PAGE)));
  press (fixture->window, "_Leave for Now");
  bridge_window_show_page (BRIDGE_WINDOW (fixture->window), "today");
  settle ();
  assert_all_named (fixture->window);
  press (fixture->window, "Go On");
  while (find_widget (fixture->window, is_mapped_with_label, "_Finish") == NULL)
    press (fixture->window, "_Skip");
  press (fixture->window, "_Finish");
  moment = bridge_space_find_occurrence (fixture->space, name, NULL);
  g_assert_cmpint (bridge_occurrence_get_outcome (moment), ==, BRIDGE_OUTCOME_KEPT);
  bridge_window_show_page (BRIDGE_WINDOW (fixture->window), "today");
  settle ();
  g_assert_null (find_widget (fixture->window, is_mapped_with_label, "Begin"));
  g_assert_null (find_widget (fixture->window, is_mapped_with_label, "Go On"));
}

/* A reminder of the day before, or of one that has its answer, leads to the card; the ritual itself is looked at as any is. */
static void
test_from_notice (RitualsFixture *fixture,
                  gconstpointer   partner)
{
  g_autoptr (BridgeRitual) ritual = add_weekly (fixture);
  g_autofree char *today = bridge_occurrence_format_name (bridge_ritual_get_id (ritual), local ("2026-11-22T18:30"));
  g_autofree char *next = bridge_occurrence_format_name (bridge_ritual_get_id (ritual), local ("2026-11-29T18:30"));
  g_autoptr (BridgeReview) none = NULL;

  show_window (fixture);
  bridge_window_open_target (BRIDGE_WINDOW (fixture->window), bridge_ritual_get_id (ritual));
  settle ();
  g_assert_null (find_type (fixture->window, BRIDGE_TYPE_REVIEW_CARD));
  bridge_window_open_target (BRIDGE_WINDOW (fixture->window), next);
  settle ();
  none = get_open (fixture);
  g_assert_null (none);
  g_assert_true (gtk_widget_is_focus (find_widget (fixture->window, is_mapped_with_label, "_Begin")));
  bridge_window_open_target (BRIDGE_WINDOW (fixture->window), today);
  settle ();
  assert_step (fixture, BRIDGE_REVIEW_APPRECIATIONS);
  g_assert_true (gtk_widget_get_mapped (find_type (fixture->window, BRIDGE_TYPE_REVIEW_PAGE)));
  /* While it is there, it is gone on with. */
  bridge_window_open_target (BRIDGE_WINDOW (fixture->window), today);
  settle ();
  g_assert_true (gtk_widget_get_mapped (find_type (fixture->window, BRIDGE_TYPE_REVIEW_PAGE)));
}

static guint
count_rows (GtkWidget  *root,
            const char *title)
{
  guint n = ADW_IS_PREFERENCES_ROW (root) &&
            g_strcmp0 (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (root)), title) == 0;

  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child))
    n += count_rows (child, title);
  return n;
}

/* One that is held days after its moment stands under the day on which it was held. */
static void
test_late (RitualsFixture *fixture,
           gconstpointer   partner)
{
  g_autoptr (BridgeRitual) ritual = add_weekly (fixture);
  g_autoptr (GPtrArray) done = NULL;
  g_autoptr (GError) error = NULL;

  bridge_fake_clock_advance_to (BRIDGE_FAKE_CLOCK (fixture->clock), "2026-11-27T20:00");
  for (int i = 0; i < 2; i++)
    {
      g_autoptr (BridgeReview) review = bridge_space_begin_review (fixture->space, &error);

      g_assert_no_error (error);
      g_assert_true ((bridge_review_get_ritual_id (review) != NULL) == (i == 0));
      bridge_space_finish_review (fixture->space, BRIDGE_LOCAL_NONE, &error);
      g_assert_no_error (error);
    }
  done = bridge_space_load_reviews (fixture->space, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (done->len, ==, 2);
  for (guint i = 0; i < done->len; i++)
    {
      const char *id = bridge_review_get_id (g_ptr_array_index (done, i));
      g_autoptr (GtkWidget) page = g_object_ref_sink (bridge_review_summary_new (fixture->space, id, FALSE));

      g_assert_cmpuint (count_rows (page, "Friday, 27 November"), ==, 1);
      g_assert_null (find_label (page, "Sunday, 22 November"));
    }
}

/* The day that was set, without a ritual. */
static void
test_from_day (RitualsFixture *fixture,
               gconstpointer   partner)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BridgeReview) before = bridge_space_begin_review (fixture->space, &error);
  g_autofree char *name = bridge_one_off_format_name (BRIDGE_SUBJECT_REVIEW, bridge_review_get_id (before));
  g_autoptr (BridgeReview) none = NULL;

  bridge_space_finish_review (fixture->space, local ("2026-11-24"), &error);
  g_assert_no_error (error);
  show_window (fixture);
  bridge_window_open_target (BRIDGE_WINDOW (fixture->window), name);
  settle ();
  none = get_open (fixture);
  g_assert_null (none);
  bridge_fake_clock_advance (BRIDGE_FAKE_CLOCK (fixture->clock), 2 * 24 * 60 * MINUTE);
  settle ();
  bridge_window_open_target (BRIDGE_WINDOW (fixture->window), name);
  settle ();
  assert_step (fixture, BRIDGE_REVIEW_APPRECIATIONS);
  g_assert_true (gtk_widget_get_mapped (find_type (fixture->window, BRIDGE_TYPE_REVIEW_PAGE)));
}

#define ADD(path, partner, func) \
  g_test_add (path, RitualsFixture, partner, rituals_fixture_set_up, func, rituals_fixture_tear_down)

int
main (int   argc,
      char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();

  ADD ("/window/review-page/whole", "Robin", test_whole);
  ADD ("/window/review-page/left", "Robin", test_left);
  ADD ("/window/review-page/pause", "Robin", test_pause);
  ADD ("/window/review-page/pause-in-point", "Robin", test_pause_in_point);
  ADD ("/window/review-page/whose", "Robin", test_whose);
  ADD ("/window/review-page/timer", "Robin", test_timer);
  ADD ("/window/review-page/turns", "Robin", test_turns);
  ADD ("/window/review-page/alone", NULL, test_alone);
  ADD ("/window/review-page/followed", "Robin", test_followed);
  ADD ("/window/review-page/covered", "Robin", test_covered);
  ADD ("/window/review-page/closed", "Robin", test_closed);
  ADD ("/window/review-page/typed", "Robin", test_typed);
  ADD ("/window/review-page/own", "Robin", test_own);
  ADD ("/window/review-page/solo-example", NULL, test_solo_example);
  ADD ("/window/review-page/from-today", "Robin", test_from_today);
  ADD ("/window/review-page/from-today-alone", NULL, test_from_today);
  ADD ("/window/review-page/from-notice", "Robin", test_from_notice);
  ADD ("/window/review-page/late", "Robin", test_late);
  ADD ("/window/review-page/from-day", "Robin", test_from_day);

  return g_test_run ();
}

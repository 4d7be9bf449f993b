/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "bridge-asking-list.h"
#include "bridge-date-entry.h"
#include "bridge-invitation-card.h"
#include "bridge-invitation-words.h"
#include "bridge-moment-editor.h"
#include "bridge-space-milestones.h"
#include "bridge-time-entry.h"
#include "bridge-win-entry.h"
#include "calendar-fixture.h"

/* Ada proposes, Robin is asked; it is Sunday, 22 November, in the evening. */

static void
speak (RitualsFixture *fixture,
       gboolean        robin)
{
  BridgePerson *person = robin ? bridge_space_get_partner (fixture->space) : bridge_space_get_me (fixture->space);

  g_assert_true (bridge_space_set_speaker (fixture->space, bridge_person_get_id (person), NULL));
  settle ();
}

static gboolean
is_shown (GtkWidget *widget)
{
  return widget != NULL && gtk_widget_get_mapped (widget);
}

static BridgeInvitation *
propose_cinema (RitualsFixture *fixture)
{
  g_autoptr (GError) error = NULL;
  BridgeInvitation *invitation =
    bridge_space_propose_moment (fixture->space, BRIDGE_INVITATION_MOMENT, "Cinema", local ("2026-11-27T20:00"), 120,
                                 "The one you told me about.", &error);

  g_assert_no_error (error);
  settle ();
  return invitation;
}

static GtkWidget *
show_today (RitualsFixture *fixture)
{
  GtkWidget *page = bridge_today_page_new (fixture->space);

  rituals_fixture_show (fixture, page);
  settle ();
  return page;
}

static BridgeInvitationState
get_state (RitualsFixture   *fixture,
           BridgeInvitation *invitation)
{
  g_autoptr (BridgeInvitation) found =
    bridge_space_find_invitation (fixture->space, bridge_invitation_get_id (invitation), NULL);

  return bridge_invitation_get_state (found);
}

/* On Today is what one is asked, with the answers; what one has asked has none. */
static void
test_asked (RitualsFixture *fixture,
            gconstpointer   partner)
{
  g_autoptr (BridgeInvitation) invitation = propose_cinema (fixture);
  GtkWidget *page = show_today (fixture);

  g_assert_null (find_type (page, BRIDGE_TYPE_INVITATION_CARD));
  g_assert_false (is_shown (find_label (page, "Waiting")));

  speak (fixture, TRUE);
  g_assert_true (is_shown (find_label (page, "Waiting")));
  g_assert_nonnull (find_label (page, "Ada proposes"));
  g_assert_nonnull (find_label (page, "Cinema"));
  g_assert_nonnull (find_label (page, "Friday at 20:00 · 2 hours"));
  g_assert_nonnull (find_label (page, "“The one you told me about.”"));
  assert_all_named (page);

  /* The words about moments that were not recorded belong to those. */
  g_assert_false (is_shown (find_label (page, "Not recorded. A word if you like, or let it be.")));

  click (find_button (page, "_Yes"));
  g_assert_cmpint (get_state (fixture, invitation), ==, BRIDGE_INVITATION_AGREED);
  g_assert_null (find_type (page, BRIDGE_TYPE_INVITATION_CARD));
  g_assert_false (is_shown (find_label (page, "Waiting")));
  speak (fixture, FALSE);
  g_assert_null (find_type (page, BRIDGE_TYPE_INVITATION_CARD));
}

/* Under what is typed into, and to screen readers; NULL: nothing is the matter. */
static void
assert_problem (GtkWidget  *card,
                GtkWidget  *field,
                const char *sentence)
{
  static const char *const sentences[] = { "Choose a day that is still to come.", "Choose a time that is still to come." };

  for (guint i = 0; i < G_N_ELEMENTS (sentences); i++)
    g_assert_cmpint (is_shown (find_label (card, sentences[i])), ==, g_strcmp0 (sentence, sentences[i]) == 0);
  if (sentence == NULL)
    return;
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (field), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, sentence);
  gtk_test_accessible_assert_state (GTK_ACCESSIBLE (field), GTK_ACCESSIBLE_STATE_INVALID, GTK_ACCESSIBLE_INVALID_TRUE);
}

/* The other time is entered in place, and then the one who proposed is asked. */
static void
test_another_time (RitualsFixture *fixture,
                   gconstpointer   partner)
{
  g_autoptr (BridgeInvitation) invitation = propose_cinema (fixture);
  GtkWidget *page = show_today (fixture);
  GtkWidget *card = NULL;
  g_autoptr (BridgeRitual) moment = NULL;

  speak (fixture, TRUE);
  card = find_type (page, BRIDGE_TYPE_INVITATION_CARD);
  click (find_button (card, "_Another Time…"));
  g_assert_false (is_shown (find_button (card, "_Yes")));
  /* It begins with the time that was proposed. */
  g_assert_cmpint (bridge_date_entry_get_date (BRIDGE_DATE_ENTRY (find_type (card, BRIDGE_TYPE_DATE_ENTRY))), ==,
                   local ("2026-11-27"));
  assert_all_named (page);

  bridge_date_entry_set_date (BRIDGE_DATE_ENTRY (find_type (card, BRIDGE_TYPE_DATE_ENTRY)), local ("2026-11-22"));
  bridge_time_entry_set_minute (BRIDGE_TIME_ENTRY (find_type (card, BRIDGE_TYPE_TIME_ENTRY)), 10);
  settle ();
  g_assert_false (gtk_widget_get_sensitive (find_button (card, "_Propose This Time")));
  assert_problem (card, find_type (card, BRIDGE_TYPE_TIME_ENTRY), "Choose a time that is still to come.");
  bridge_date_entry_set_date (BRIDGE_DATE_ENTRY (find_type (card, BRIDGE_TYPE_DATE_ENTRY)), local ("2026-11-21"));
  settle ();
  assert_problem (card, bridge_date_entry_get_entry (BRIDGE_DATE_ENTRY (find_type (card, BRIDGE_TYPE_DATE_ENTRY))),
                  "Choose a day that is still to come.");
  click (find_button (card, "_Back"));
  g_assert_true (is_shown (find_button (card, "_Yes")));

  click (find_button (card, "_Another Time…"));
  press (card, GDK_KEY_Escape, 0);
  g_assert_true (is_shown (find_button (card, "_Yes")));
  click (find_button (card, "_Another Time…"));
  bridge_date_entry_set_date (BRIDGE_DATE_ENTRY (find_type (card, BRIDGE_TYPE_DATE_ENTRY)), local ("2026-11-28"));
  bridge_time_entry_set_minute (BRIDGE_TIME_ENTRY (find_type (card, BRIDGE_TYPE_TIME_ENTRY)), 18 * 60 + 30);
  click (find_button (card, "_Propose This Time"));
  g_assert_cmpint (get_state (fixture, invitation), ==, BRIDGE_INVITATION_ANOTHER_TIME);
  g_assert_null (find_type (page, BRIDGE_TYPE_INVITATION_CARD));

  speak (fixture, FALSE);
  g_assert_nonnull (find_label (page, "Robin names another time"));
  g_assert_nonnull (find_label (page, "Saturday at 18:30 · 2 hours"));
  g_assert_nonnull (find_label (page, "At first it was: Friday at 20:00 · 2 hours"));
  click (find_button (page, "_Yes"));
  moment = g_list_model_get_item (bridge_space_get_rituals (fixture->space), 0);
  g_assert_nonnull (moment);
  g_assert_cmpint (bridge_schedule_get_start (bridge_ritual_get_schedule (moment)), ==, local ("2026-11-28T18:30"));
}

/* A day that has gone by says so, instead of leaving the button off without a word. */
static void
test_another_day (RitualsFixture *fixture,
                  gconstpointer   partner)
{
  g_autoptr (BridgeMilestone) milestone = bridge_milestone_new ("Three small wins", BRIDGE_MILESTONE_FROM_WINS, 3);
  g_autoptr (BridgeInvitation) invitation = NULL;
  g_autoptr (GError) error = NULL;
  GtkWidget *page = show_today (fixture);
  GtkWidget *card, *day, *entry, *button;

  invitation = bridge_space_propose_milestone (fixture->space, milestone, NULL, &error);
  g_assert_no_error (error);
  speak (fixture, TRUE);
  card = find_type (page, BRIDGE_TYPE_INVITATION_CARD);
  click (find_button (card, "Another _Day…"));
  day = find_type (card, BRIDGE_TYPE_DATE_ENTRY);
  entry = bridge_date_entry_get_entry (BRIDGE_DATE_ENTRY (day));
  button = find_button (card, "_Talk About It Then");
  assert_problem (card, entry, NULL);
  g_assert_true (gtk_widget_get_sensitive (button));

  bridge_date_entry_set_date (BRIDGE_DATE_ENTRY (day), local ("2026-11-20"));
  settle ();
  g_assert_false (gtk_widget_get_sensitive (button));
  assert_problem (card, entry, "Choose a day that is still to come.");
  bridge_date_entry_set_date (BRIDGE_DATE_ENTRY (day), local ("2026-11-25"));
  settle ();
  assert_problem (card, entry, NULL);
  click (button);
  g_assert_cmpint (get_state (fixture, invitation), ==, BRIDGE_INVITATION_ANOTHER_TIME);
}

/* No reason is asked; how long it rests can be said; and nothing is left of it on the screen. */
static void
test_not_now (RitualsFixture *fixture,
              gconstpointer   partner)
{
  g_autoptr (BridgeInvitation) invitation = propose_cinema (fixture);
  g_autoptr (BridgeInvitation) answered = NULL;
  GtkWidget *page = show_today (fixture);
  GtkWidget *card = NULL;

  speak (fixture, TRUE);
  card = find_type (page, BRIDGE_TYPE_INVITATION_CARD);
  click (find_button (card, "_Not Now"));
  g_assert_nonnull (find_label (card, "That is fine. How long should it rest before it can come up again?"));
  assert_all_named (page);
  click (find_button (card, "For a _Month"));
  answered = bridge_space_find_invitation (fixture->space, bridge_invitation_get_id (invitation), NULL);
  g_assert_cmpint (bridge_invitation_get_state (answered), ==, BRIDGE_INVITATION_NOT_NOW);
  g_assert_cmpint (bridge_invitation_get_rest_until (answered), ==, local ("2026-12-22"));
  g_assert_null (find_type (page, BRIDGE_TYPE_INVITATION_CARD));
  speak (fixture, FALSE);
  g_assert_null (find_type (page, BRIDGE_TYPE_INVITATION_CARD));
}

/* What no longer can be agreed says why; what has gone by can get another time. */
static void
test_nothing_left (RitualsFixture *fixture,
                   gconstpointer   partner)
{
  g_autoptr (BridgeRitual) ritual =
    rituals_fixture_add (fixture, "Tea", "2026-11-24T19:00", "FREQ=WEEKLY", BRIDGE_RITUAL_AGREED);
  g_autoptr (BridgeRitual) edited = bridge_ritual_copy (ritual);
  g_autoptr (BridgeRitual) proposed = NULL;
  g_autoptr (BridgeInvitation) cinema = NULL;
  g_autoptr (GError) error = NULL;
  GtkWidget *page = NULL;

  g_object_set (edited, "minutes", 60, NULL);
  proposed = bridge_space_propose_ritual (fixture->space, edited, NULL, &error);
  g_assert_no_error (error);
  page = show_today (fixture);
  speak (fixture, TRUE);
  g_assert_nonnull (find_label (page, "Ada proposes a change"));
  g_assert_true (is_shown (find_button (page, "_Yes")));

  bridge_space_change_ritual_state (fixture->space, bridge_ritual_get_id (ritual), BRIDGE_RITUAL_REST, BRIDGE_LOCAL_NONE, &error);
  g_assert_no_error (error);
  settle ();
  g_assert_false (is_shown (find_button (page, "_Yes")));
  g_assert_false (is_shown (find_button (page, "_Another Time…")));
  g_assert_true (is_shown (find_button (page, "_Not Now")));
  click (find_button (page, "_Not Now"));
  click (find_button (page, "_Just for Now"));
  g_assert_null (find_type (page, BRIDGE_TYPE_INVITATION_CARD));

  speak (fixture, FALSE);
  cinema = propose_cinema (fixture);
  bridge_fake_clock_advance_to (BRIDGE_FAKE_CLOCK (fixture->clock), "2026-11-27T20:01");
  bridge_clock_emit_woke (fixture->clock, BRIDGE_WAKE_CLOCK_SET);
  speak (fixture, TRUE);
  g_assert_false (is_shown (find_button (page, "_Yes")));
  g_assert_true (is_shown (find_button (page, "_Another Time…")));
}

/* After one answer the focus is on the next invitation, not on its "Yes". */
static void
test_next (RitualsFixture *fixture,
           gconstpointer   partner)
{
  g_autoptr (BridgeInvitation) first = propose_cinema (fixture);
  g_autoptr (BridgeInvitation) second = NULL;
  g_autoptr (GError) error = NULL;
  GtkWidget *page = NULL;
  GtkWidget *button = NULL;
  GtkWidget *focus = NULL;

  second = bridge_space_propose_moment (fixture->space, BRIDGE_INVITATION_CONVERSATION, NULL, local ("2026-11-28T20:00"), 30,
                                        NULL, &error);
  g_assert_no_error (error);
  speak (fixture, TRUE);
  page = show_today (fixture);

  button = find_button (page, "_Yes");
  gtk_widget_grab_focus (button);
  click (button);
  g_assert_cmpint (get_state (fixture, first), ==, BRIDGE_INVITATION_AGREED);
  g_assert_cmpint (get_state (fixture, second), ==, BRIDGE_INVITATION_OPEN);
  focus = gtk_root_get_focus (gtk_widget_get_root (page));
  g_assert_true (GTK_IS_LIST_BOX_ROW (focus));
  g_assert_true (BRIDGE_IS_INVITATION_CARD (gtk_list_box_row_get_child (GTK_LIST_BOX_ROW (focus))));
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (focus), GTK_ACCESSIBLE_PROPERTY_LABEL, "Ada proposes: A conversation");
  assert_all_named (page);
}

static void
assert_row (GtkWidget  *page,
            const char *title,
            const char *subtitle)
{
  GtkWidget *row = find_row (page, title);
  g_autofree char *name = g_strdup_printf ("Withdraw “%s”", title);

  g_assert_true (is_shown (row));
  g_assert_cmpstr (adw_action_row_get_subtitle (ADW_ACTION_ROW (row)), ==, subtitle);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (find_button (row, "_Withdraw")), GTK_ACCESSIBLE_PROPERTY_LABEL, name);
}

/* Whoever has asked can withdraw it in a later turn, and take that back; the other one is shown no such way. */
static void
test_withdraw (RitualsFixture *fixture,
               gconstpointer   partner)
{
  g_autoptr (BridgeInvitation) cinema = propose_cinema (fixture);
  g_autoptr (BridgePromise) promise = bridge_promise_new ("Bring the bottles back", NULL, local ("2026-11-24"), FALSE);
  g_autoptr (BridgeInvitation) bottles = NULL;
  g_autoptr (GError) error = NULL;
  GtkWidget *page = NULL;
  GtkWidget *list = NULL;
  GtkWidget *focus = NULL;

  bottles = bridge_space_propose_promise (fixture->space, promise, NULL, &error);
  g_assert_no_error (error);
  page = show_today (fixture);
  list = find_type (page, BRIDGE_TYPE_ASKING_LIST);

  speak (fixture, TRUE);
  g_assert_false (is_shown (list));
  g_assert_null (find_button (list, "_Withdraw"));
  speak (fixture, FALSE);
  g_assert_true (is_shown (find_label (list, "What you have proposed, Robin can answer when it is their turn here.")));
  assert_row (list, "Cinema", "Friday at 20:00 · 2 hours");
  assert_row (list, "Bring the bottles back", "A promise of both of you, for Tuesday");
  assert_all_named (page);

  focus = find_button (find_row (list, "Cinema"), "_Withdraw");
  gtk_widget_grab_focus (focus);
  click (focus);
  g_assert_cmpint (get_state (fixture, cinema), ==, BRIDGE_INVITATION_WITHDRAWN);
  g_assert_null (find_row (list, "Cinema"));
  /* The next one has the focus. */
  focus = gtk_root_get_focus (gtk_widget_get_root (page));
  g_assert_true (focus == find_button (find_row (list, "Bring the bottles back"), "_Withdraw"));
  click (find_button (fixture->window, "_Undo"));
  g_assert_cmpint (get_state (fixture, cinema), ==, BRIDGE_INVITATION_OPEN);
  assert_row (list, "Cinema", "Friday at 20:00 · 2 hours");

  click (find_button (find_row (list, "Cinema"), "_Withdraw"));
  focus = find_button (find_row (list, "Bring the bottles back"), "_Withdraw");
  gtk_widget_grab_focus (focus);
  click (focus);
  g_assert_cmpint (get_state (fixture, bottles), ==, BRIDGE_INVITATION_WITHDRAWN);
  g_assert_false (is_shown (list));
  /* Nothing is left there: the focus is on what comes after it. */
  focus = gtk_root_get_focus (gtk_widget_get_root (page));
  g_assert_true (gtk_widget_is_ancestor (focus, find_type (page, BRIDGE_TYPE_WIN_ENTRY)));
}

/* What somebody gives another time to waits for whoever has asked at first, and is taken back by the one who named it. */
static void
test_withdraw_another_time (RitualsFixture *fixture,
                            gconstpointer   partner)
{
  g_autoptr (BridgeInvitation) cinema = propose_cinema (fixture);
  GtkWidget *page = show_today (fixture);
  GtkWidget *list = find_type (page, BRIDGE_TYPE_ASKING_LIST);
  g_autoptr (GError) error = NULL;

  speak (fixture, TRUE);
  bridge_space_answer_invitation (fixture->space, bridge_invitation_get_id (cinema), BRIDGE_INVITATION_SAY_ANOTHER_TIME,
                                  local ("2026-11-28T18:30"), 0, &error);
  g_assert_no_error (error);
  settle ();
  assert_row (list, "Cinema", "Saturday at 18:30 · 2 hours");
  click (find_button (list, "_Withdraw"));
  g_assert_cmpint (get_state (fixture, cinema), ==, BRIDGE_INVITATION_WITHDRAWN);
}

static void
test_alone (RitualsFixture *fixture,
            gconstpointer   partner)
{
  GtkWidget *page = show_today (fixture);

  g_assert_false (is_shown (find_type (page, BRIDGE_TYPE_ASKING_LIST)));
  g_assert_null (find_button (page, "_Withdraw"));
}

static void
test_moment_editor (RitualsFixture *fixture,
                    gconstpointer   partner)
{
  GtkWidget *editor = bridge_moment_editor_new (fixture->space, GTK_WINDOW (fixture->window));
  GtkWidget *button = find_button (editor, "_Propose");
  g_autoptr (BridgeInvitation) invitation = NULL;

  gtk_window_present (GTK_WINDOW (editor));
  settle ();
  assert_all_named (editor);
  g_assert_nonnull (find_label (editor, "Robin can say yes, name another time, or say not now. Once you both want it, you are "
                                        "both reminded."));
  g_assert_false (gtk_widget_is_sensitive (button));
  /* What is only a talk needs no title. */
  adw_combo_row_set_selected (ADW_COMBO_ROW (find_row (editor, "For")), 1);
  g_assert_true (gtk_widget_is_sensitive (button));
  g_assert_nonnull (find_row (editor, "About, if you like to say it"));
  adw_combo_row_set_selected (ADW_COMBO_ROW (find_row (editor, "For")), 0);
  g_assert_false (gtk_widget_is_sensitive (button));
  gtk_editable_set_text (GTK_EDITABLE (find_row (editor, "What it is")), "Cinema");
  gtk_editable_set_text (GTK_EDITABLE (find_row (editor, "A few words of your own, if you like")), "Shall we?");
  g_assert_true (gtk_widget_is_sensitive (button));
  bridge_date_entry_set_date (BRIDGE_DATE_ENTRY (find_type (editor, BRIDGE_TYPE_DATE_ENTRY)), local ("2026-11-22"));
  bridge_time_entry_set_minute (BRIDGE_TIME_ENTRY (find_type (editor, BRIDGE_TYPE_TIME_ENTRY)), 10);
  g_assert_false (gtk_widget_is_sensitive (button));
  g_assert_nonnull (find_label (editor, "Choose a time that is still to come."));
  bridge_date_entry_set_date (BRIDGE_DATE_ENTRY (find_type (editor, BRIDGE_TYPE_DATE_ENTRY)), local ("2026-11-27"));
  bridge_time_entry_set_minute (BRIDGE_TIME_ENTRY (find_type (editor, BRIDGE_TYPE_TIME_ENTRY)), 20 * 60);
  g_object_add_weak_pointer (G_OBJECT (editor), (gpointer *) &editor);
  click (button);
  g_assert_null (editor);

  invitation = g_list_model_get_item (bridge_space_get_invitations (fixture->space), 0);
  g_assert_nonnull (invitation);
  g_assert_cmpint (bridge_invitation_get_at (invitation), ==, local ("2026-11-27T20:00"));
  g_assert_cmpstr (bridge_invitation_get_words (invitation), ==, "Shall we?");
}

static void
test_conversation (RitualsFixture *fixture,
                   gconstpointer   partner)
{
  GtkWidget *editor = bridge_moment_editor_new (fixture->space, GTK_WINDOW (fixture->window));
  g_autoptr (BridgeInvitation) invitation = NULL;

  gtk_window_present (GTK_WINDOW (editor));
  settle ();
  adw_combo_row_set_selected (ADW_COMBO_ROW (find_row (editor, "For")), 2);
  click (find_button (editor, "_Propose"));

  invitation = g_list_model_get_item (bridge_space_get_invitations (fixture->space), 0);
  g_assert_nonnull (invitation);
  g_assert_cmpint (bridge_invitation_get_subject (invitation), ==, BRIDGE_INVITATION_CHECK_IN);
}

static void
test_differences (RitualsFixture *fixture,
                  gconstpointer   partner)
{
  static const struct {
    const char *property;
    gconstpointer text;
    int number;
    const char *line;
  } vectors[] = {
    { "minutes", NULL, 45, "45 minutes instead of 10 minutes" },
    { "closeness", NULL, 3, "Closeness 3 instead of 1" },
    { "remind", "30,10,0", 0, "3 reminders each time" },
    { "remind", "", 0, "Without reminders" },
    { "title", "Coffee", 0, "Called “Coffee”" },
    { "smaller", "One cup", 0, "On tired days: One cup" },
    { "who", "somebody", 0, "Only for Robin" },
  };
  g_autoptr (BridgeRitual) before =
    rituals_fixture_add (fixture, "Tea", "2026-11-24T19:00", "FREQ=WEEKLY", BRIDGE_RITUAL_AGREED);
  g_autoptr (BridgeRitual) moved = bridge_ritual_copy (before);
  g_auto (GStrv) moved_lines = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (vectors); i++)
    {
      g_autoptr (BridgeRitual) after = bridge_ritual_copy (before);
      g_auto (GStrv) lines = NULL;

      if (vectors[i].text != NULL)
        g_object_set (after, vectors[i].property, vectors[i].text, NULL);
      else
        g_object_set (after, vectors[i].property, vectors[i].number, NULL);
      lines = bridge_ritual_difference_to_lines (before, after, "Robin", local ("2026-11-22T18:00"));
      g_assert_cmpuint (g_strv_length (lines), ==, 1);
      g_assert_cmpstr (lines[0], ==, vectors[i].line);
    }

  g_assert_true (bridge_ritual_move_to (moved, local ("2026-11-26T20:00"), NULL));
  moved_lines = bridge_ritual_difference_to_lines (before, moved, NULL, local ("2026-11-22T18:00"));
  g_assert_cmpstr (moved_lines[0], ==, "Every Thursday at 20:00. So far: Every Tuesday at 19:00");
  g_assert_null (moved_lines[1]);
}

int
main (int   argc,
      char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();

#define ADD(path, func) \
  g_test_add (path, RitualsFixture, "Robin", rituals_fixture_set_up, func, rituals_fixture_tear_down)

  ADD ("/window/invitation-card/asked", test_asked);
  ADD ("/window/invitation-card/another-time", test_another_time);
  ADD ("/window/invitation-card/another-day", test_another_day);
  ADD ("/window/invitation-card/not-now", test_not_now);
  ADD ("/window/invitation-card/nothing-left", test_nothing_left);
  ADD ("/window/invitation-card/next", test_next);
  ADD ("/window/invitation-card/withdraw", test_withdraw);
  ADD ("/window/invitation-card/withdraw-another-time", test_withdraw_another_time);
  g_test_add ("/window/invitation-card/alone", RitualsFixture, NULL, rituals_fixture_set_up, test_alone,
              rituals_fixture_tear_down);
  ADD ("/window/invitation-card/moment-editor", test_moment_editor);
  ADD ("/window/invitation-card/conversation", test_conversation);
  ADD ("/window/invitation-card/differences", test_differences);

  return g_test_run ();
}

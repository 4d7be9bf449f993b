/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "../support/agreed.h"
#include "bridge-invitation-words.h"
#include "scheduler-fixture.h"

/* The slower one sets the pace: how often one can ask, and what is not taken back behind the other one's back. Ada asks; it is
 * 18:00 on Sunday, 22 November. */

static BridgeSpace *
get_space (Service *service)
{
  return service->base.space;
}

static void
check_refusal (GError     *error,
               int         code,
               const char *words)
{
  g_assert_error (error, BRIDGE_ERROR, code);
  if (words != NULL)
    g_assert_cmpstr (error->message, ==, words);
}

#define assert_refused(call, code, words) \
  G_STMT_START { \
    g_autoptr (GError) failed = NULL; \
    g_assert_false (call); \
    check_refusal (failed, code, words); \
  } G_STMT_END

#define assert_done(call) \
  G_STMT_START { \
    g_autoptr (GError) failed = NULL; \
    gboolean done_ = (call); \
    g_assert_no_error (failed); \
    g_assert_true (done_); \
  } G_STMT_END

/* Nobody was there until then. */
static void
come_back_at (Service    *service,
              const char *when)
{
  g_autoptr (GError) error = NULL;

  service_end (service);
  g_assert_finalize_object (service->base.space);
  bridge_fake_clock_set (BRIDGE_FAKE_CLOCK (service->base.clock), utc (&service->base, when));
  service->base.space = bridge_space_open (service->base.folder, service->base.clock, &error);
  g_assert_no_error (error);
  service_start (service);
}

/* @title as a ritual, an invitation to it waits. (transfer full) (nullable): its id */
static char *
propose_ritual (Service     *service,
                const char  *title,
                GError     **error)
{
  g_autoptr (BridgeRitual) given = bridge_ritual_new ();
  g_autoptr (BridgeSchedule) schedule = bridge_schedule_new (local ("2026-11-23T19:00"), "FREQ=DAILY", NULL, NULL, NULL);
  g_autoptr (BridgeRitual) stored = NULL;

  g_object_set (given, "title", title, "schedule", schedule, "minutes", 20, NULL);
  stored = bridge_space_propose_ritual (get_space (service), given, NULL, error);
  return stored != NULL ? g_strdup (bridge_ritual_get_id (stored)) : NULL;
}

/* The same once. (transfer full) (nullable): the invitation's id */
static char *
propose_moment (Service     *service,
                const char  *title,
                GError     **error)
{
  g_autoptr (BridgeInvitation) invitation =
    bridge_space_propose_moment (get_space (service), BRIDGE_INVITATION_MOMENT, title, local ("2026-12-04T20:00"), 60, NULL, error);

  return invitation != NULL ? g_strdup (bridge_invitation_get_id (invitation)) : NULL;
}

static char *
dup_waiting (Service    *service,
             const char *ritual_id)
{
  BridgeInvitation *waiting = bridge_space_find_waiting (get_space (service), BRIDGE_INVITATION_RITUAL, ritual_id);

  return waiting != NULL ? g_strdup (bridge_invitation_get_id (waiting)) : NULL;
}

static void
say_not_now (Service    *service,
             const char *id)
{
  speak_as (get_space (service), "Ben");
  assert_done (bridge_space_answer_invitation (get_space (service), id, BRIDGE_INVITATION_SAY_NOT_NOW, BRIDGE_LOCAL_NONE,
                                               BRIDGE_INVITATION_REST_DEFAULT, &failed));
  speak_as (get_space (service), "Ada");
}

#define RESTS "This can be proposed again from Sunday, 29 November on."

/* A ritual that was put off does not come as a moment, nor as another ritual, even when its draft is gone. */
static void
test_rest_of_ritual (Service       *service,
                     gconstpointer  removed)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *walk = propose_ritual (service, "A walk", &error);
  g_autofree char *waiting = dup_waiting (service, walk);
  g_autofree char *another = NULL;
  g_autofree char *later = NULL;

  say_not_now (service, waiting);
  if (removed != NULL)
    assert_done (bridge_space_remove_ritual (get_space (service), walk, &failed));
  assert_refused (propose_moment (service, "a walk!", &failed), BRIDGE_ERROR_STATE, RESTS);
  assert_refused (propose_ritual (service, "A walk.", &failed), BRIDGE_ERROR_STATE, RESTS);
  another = propose_ritual (service, "A swim", &error);
  g_assert_no_error (error);

  /* Ben, who wants it to rest, may ask himself. */
  speak_as (get_space (service), "Ben");
  later = propose_moment (service, "A walk", &error);
  g_assert_no_error (error);
  g_assert_nonnull (later);
}

/* And the other way round; a change to something agreed, or a moment of it, is another matter. */
static void
test_rest_of_moment (Service       *service,
                     gconstpointer  user_data)
{
  g_autofree char *tea = fixture_add_ritual (&service->base, "Tea", "2026-11-23T19:00", "FREQ=DAILY", "0");
  g_autofree char *name = fixture_name (tea, "2026-11-24T19:00");
  g_autoptr (GError) error = NULL;
  g_autofree char *once = propose_moment (service, "Tea", &error);
  g_autoptr (BridgeInvitation) move = NULL;
  g_autofree char *walk = NULL;

  g_assert_no_error (error);
  say_not_now (service, once);
  assert_refused (propose_ritual (service, "tea", &failed), BRIDGE_ERROR_STATE, RESTS);
  move = bridge_space_propose_move (get_space (service), name, local ("2026-11-24T20:00"), NULL, &error);
  g_assert_no_error (error);

  service_go_to (service, "2026-11-29T00:00");
  walk = propose_ritual (service, "tea", &error);
  g_assert_no_error (error);
}

/* What waits under the same words does not keep a ritual back, nor another one: only what was put off does. */
static void
test_waiting_in_other_form (Service       *service,
                            gconstpointer  user_data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *once = propose_moment (service, "A walk", &error);
  g_autofree char *ritual = propose_ritual (service, "A walk", &error);
  g_autofree char *another = propose_ritual (service, "A walk", &error);

  g_assert_no_error (error);
  assert_refused (propose_moment (service, "A walk", &failed), BRIDGE_ERROR_STATE,
                  "This has been proposed already, and there is no answer yet.");
}

/* Whoever takes something back may ask it again, as often as they mend it: nothing told the other one of it. */
static void
test_taken_back (Service       *service,
                 gconstpointer  user_data)
{
  g_autofree char *tea = fixture_add_ritual (&service->base, "Tea", "2026-11-23T19:00", "FREQ=DAILY", "0");

  for (int i = 0; i < 4; i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (BridgeRitual) ritual = bridge_space_find_ritual (get_space (service), tea, NULL);
      g_autoptr (BridgeRitual) stored = NULL;
      g_autofree char *once = propose_moment (service, "A walk", &error);
      g_autofree char *change = NULL;

      g_assert_no_error (error);
      g_object_set (ritual, "minutes", 300, NULL);
      stored = bridge_space_propose_ritual (get_space (service), ritual, NULL, &error);
      g_assert_no_error (error);
      change = dup_waiting (service, tea);
      assert_done (bridge_space_withdraw_invitation (get_space (service), once, &failed));
      assert_done (bridge_space_withdraw_invitation (get_space (service), change, &failed));
    }
}

#define PLENTY \
  "There is plenty for Ben to think about already, so nothing more was proposed. You could take something back, or leave this " \
  "for later."

/* "Walk 0", "Walk 1", until no more can be. (transfer full): the id of the first one */
static char *
propose_many (Service    *service,
              const char *what)
{
  g_autofree char *first = NULL;

  for (int i = 0; i < BRIDGE_SPACE_MAX_WAITING; i++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *title = g_strdup_printf ("%s %d", what, i);
      g_autofree char *id = i % 2 == 0 ? propose_moment (service, title, &error) : propose_ritual (service, title, &error);

      g_assert_no_error (error);
      if (first == NULL)
        first = g_steal_pointer (&id);
    }
  return g_steal_pointer (&first);
}

/* Nobody is asked more things at once than they can think about; what is answered, or taken back, makes room. */
static void
test_many (Service       *service,
           gconstpointer  user_data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *first = propose_many (service, "Walk");
  g_autofree char *of_ben = NULL;
  g_autofree char *last = NULL;

  assert_refused (propose_moment (service, "One more", &failed), BRIDGE_ERROR_STATE, PLENTY);
  assert_refused (propose_ritual (service, "One more", &failed), BRIDGE_ERROR_STATE, NULL);
  g_assert_cmpuint (g_list_model_get_n_items (bridge_space_get_rituals (get_space (service))), ==, BRIDGE_SPACE_MAX_WAITING / 2);

  /* That Ben has not answered keeps him from asking nothing. */
  speak_as (get_space (service), "Ben");
  of_ben = propose_moment (service, "A swim", &error);
  g_assert_no_error (error);
  speak_as (get_space (service), "Ada");
  assert_done (bridge_space_withdraw_invitation (get_space (service), first, &failed));
  last = propose_moment (service, "One more", &error);
  g_assert_no_error (error);
  g_assert_nonnull (last);
}

/* What the other one has begun keeps nobody from asking, whoever is to answer it. */
static void
test_many_of_other (Service       *service,
                    gconstpointer  user_data)
{
  g_autofree char *of_ada = NULL;
  g_autofree char *of_ben = NULL;
  GListModel *invitations = bridge_space_get_invitations (get_space (service));

  speak_as (get_space (service), "Ben");
  of_ben = propose_many (service, "Walk");
  speak_as (get_space (service), "Ada");
  for (guint i = 0; i < BRIDGE_SPACE_MAX_WAITING; i++)
    {
      g_autoptr (BridgeInvitation) invitation = g_list_model_get_item (invitations, i);
      const char *ben = bridge_person_get_id (bridge_space_get_partner (get_space (service)));

      assert_done (bridge_space_answer_invitation (get_space (service), bridge_invitation_get_id (invitation),
                                                   BRIDGE_INVITATION_SAY_ANOTHER_TIME, local ("2026-12-05T20:00"),
                                                   BRIDGE_INVITATION_REST_DEFAULT, &failed));
      g_clear_object (&invitation);
      invitation = g_list_model_get_item (invitations, i);
      g_assert_cmpstr (bridge_invitation_get_waits_for (invitation), ==, ben);
    }
  of_ada = propose_many (service, "Swim");
  assert_refused (propose_moment (service, "One more", &failed), BRIDGE_ERROR_STATE, PLENTY);
}

/* (transfer full) (nullable): the invitation's id */
static char *
propose_promise (Service     *service,
                 const char  *text,
                 GError     **error)
{
  g_autoptr (BridgePromise) promise = bridge_promise_new (text, NULL, local ("2026-12-04"), FALSE);
  g_autoptr (BridgeInvitation) invitation = bridge_space_propose_promise (get_space (service), promise, NULL, error);

  return invitation != NULL ? g_strdup (bridge_invitation_get_id (invitation)) : NULL;
}

/* What comes once only. (transfer full) (nullable): the ritual's id */
static char *
propose_day (Service     *service,
             const char  *title,
             GError     **error)
{
  g_autoptr (BridgeRitual) given = bridge_ritual_new ();
  g_autoptr (BridgeSchedule) schedule = bridge_schedule_new (local ("2026-12-04T20:00"), NULL, NULL, NULL, NULL);
  g_autoptr (BridgeRitual) stored = NULL;

  g_object_set (given, "title", title, "schedule", schedule, "minutes", 20, NULL);
  stored = bridge_space_propose_ritual (get_space (service), given, NULL, error);
  return stored != NULL ? g_strdup (bridge_ritual_get_id (stored)) : NULL;
}

/* Nor does silence about what is over by now: there is nothing left to think about. */
static void
test_many_gone_by (Service       *service,
                   gconstpointer  user_data)
{
  char *(*const proposals[]) (Service *, const char *, GError **) = { propose_moment, propose_promise, propose_day };
  g_autofree char *of_then = NULL;

  for (int i = 0; i < BRIDGE_SPACE_MAX_WAITING; i++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *title = g_strdup_printf ("Walk %d", i);
      g_autofree char *id = proposals[i % G_N_ELEMENTS (proposals)] (service, title, &error);

      g_assert_no_error (error);
      g_assert_nonnull (id);
    }
  come_back_at (service, "2026-12-04T19:59");
  assert_refused (propose_ritual (service, "One more", &failed), BRIDGE_ERROR_STATE, PLENTY);

  come_back_at (service, "2026-12-05T12:00");
  for (int i = 0; i < BRIDGE_SPACE_MAX_WAITING; i++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *title = g_strdup_printf ("Swim %d", i);
      g_autofree char *id = propose_ritual (service, title, &error);

      g_assert_no_error (error);
    }
  assert_refused (propose_ritual (service, "One more", &failed), BRIDGE_ERROR_STATE, PLENTY);
}

/* Boundaries are safety: however many wait, of whatever kind, one can be proposed, and they take nothing else its place. */
static void
test_many_boundaries (Service       *service,
                      gconstpointer  before)
{
  g_autofree char *many = before == NULL ? propose_many (service, "Walk") : NULL;
  g_autofree char *after = NULL;

  for (int i = 0; i < BRIDGE_SPACE_MAX_WAITING + 1; i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (BridgeBoundary) given = bridge_boundary_new (BRIDGE_BOUNDARY_OTHER, NULL);
      g_autofree char *text = g_strdup_printf ("No shouting, %d", i);
      g_autoptr (BridgeBoundary) stored =
        bridge_space_add_boundary (get_space (service), given, text, BRIDGE_LOCAL_NONE, &error);

      g_assert_no_error (error);
      g_assert_nonnull (bridge_boundary_get_waiting (stored));
    }
  if (before != NULL)
    after = propose_many (service, "Walk");
  assert_refused (propose_moment (service, "One more", &failed), BRIDGE_ERROR_STATE, PLENTY);
}

/* A rest that ends by itself leaves nothing to say yes to, whether somebody is there that day or later. */
static void
test_goes_on (Service       *service,
              gconstpointer  re_opened)
{
  g_autofree char *tea = fixture_add_ritual (&service->base, "Tea", "2026-11-23T19:00", "FREQ=DAILY", "0");
  g_autoptr (GError) error = NULL;
  g_autoptr (BridgeInvitation) asked = NULL;
  g_autofree char *waiting = NULL;

  assert_done (bridge_space_change_ritual_state (get_space (service), tea, BRIDGE_RITUAL_REST, local ("2026-11-26"), &failed));
  asked = bridge_space_propose (get_space (service), BRIDGE_INVITATION_RITUAL, tea, NULL, NULL, BRIDGE_LOCAL_NONE, &error);
  g_assert_no_error (error);
  service_go_to (service, "2026-11-25T23:59");
  waiting = dup_waiting (service, tea);
  g_assert_nonnull (waiting);
  g_clear_pointer (&waiting, g_free);

  if (re_opened != NULL)
    come_back_at (service, "2026-11-28T08:00");
  else
    service_go_to (service, "2026-11-26T00:00");
  waiting = dup_waiting (service, tea);
  g_assert_null (waiting);
  speak_as (get_space (service), "Ben");
  assert_refused (bridge_space_answer_invitation (get_space (service), bridge_invitation_get_id (asked), BRIDGE_INVITATION_SAY_YES,
                                                  BRIDGE_LOCAL_NONE, BRIDGE_INVITATION_REST_DEFAULT, &failed),
                  BRIDGE_ERROR_STATE, NULL);
}

/* Where the rest was made longer, there is still something to ask. */
static void
test_rests_on (Service       *service,
               gconstpointer  user_data)
{
  g_autofree char *tea = fixture_add_ritual (&service->base, "Tea", "2026-11-23T19:00", "FREQ=DAILY", "0");
  g_autoptr (GError) error = NULL;
  g_autoptr (BridgeInvitation) asked = NULL;
  g_autofree char *waiting = NULL;

  assert_done (bridge_space_change_ritual_state (get_space (service), tea, BRIDGE_RITUAL_REST, local ("2026-11-26"), &failed));
  asked = bridge_space_propose (get_space (service), BRIDGE_INVITATION_RITUAL, tea, NULL, NULL, BRIDGE_LOCAL_NONE, &error);
  g_assert_no_error (error);
  assert_done (bridge_space_change_ritual_state (get_space (service), tea, BRIDGE_RITUAL_REST, local ("2026-11-28"), &failed));
  service_go_to (service, "2026-11-27T12:00");
  waiting = dup_waiting (service, tea);
  g_assert_nonnull (waiting);
  service_go_to (service, "2026-11-28T00:00");
  g_clear_pointer (&waiting, g_free);
  waiting = dup_waiting (service, tea);
  g_assert_null (waiting);
}

static BridgeOutcome
get_outcome (Service    *service,
             const char *name)
{
  g_autoptr (BridgeOccurrence) occurrence = bridge_space_find_occurrence (get_space (service), name, NULL);

  return bridge_occurrence_get_outcome (occurrence);
}

/* Who said "not today" is not known: before its time, nobody plans it again without a yes, by no way around it. */
static void
test_not_today (Service       *service,
                gconstpointer  user_data)
{
  g_autofree char *tea = fixture_add_ritual (&service->base, "Tea", "2026-11-23T19:00", "FREQ=DAILY", "0");
  g_autofree char *name = fixture_name (tea, "2026-11-23T19:00");
  const BridgeOutcome others[] = { BRIDGE_OUTCOME_NONE, BRIDGE_OUTCOME_KEPT };
  g_autofree char *headline = NULL;
  BridgeInvitation *waiting;

  service_go_to (service, "2026-11-23T12:00");
  assert_done (bridge_space_answer (get_space (service), name, BRIDGE_OUTCOME_NOT_TODAY, &failed));
  speak_as (get_space (service), "Ben");
  for (gsize i = 0; i < G_N_ELEMENTS (others); i++)
    assert_refused (bridge_space_answer (get_space (service), name, others[i], &failed), BRIDGE_ERROR_STATE, NULL);
  assert_done (bridge_space_answer (get_space (service), name, BRIDGE_OUTCOME_NOT_TODAY, &failed));
  assert_done (bridge_space_take_back (get_space (service), name, &failed));
  g_assert_cmpint (get_outcome (service, name), ==, BRIDGE_OUTCOME_NOT_TODAY);
  waiting = bridge_space_find_waiting_move (get_space (service), tea, local ("2026-11-23T19:00"));
  g_assert_nonnull (waiting);

  speak_as (get_space (service), "Ada");
  assert_done (bridge_space_answer_invitation (get_space (service), bridge_invitation_get_id (waiting), BRIDGE_INVITATION_SAY_YES,
                                               BRIDGE_LOCAL_NONE, BRIDGE_INVITATION_REST_DEFAULT, &failed));
  g_assert_cmpint (get_outcome (service, name), ==, BRIDGE_OUTCOME_NONE);
  service_go_to (service, "2026-11-23T19:00");
  g_assert_cmpuint (recorder_count_of (service->recorder, name), ==, 1);
}

/* A notification that stands from before does not plan again either what was put down: whoever presses it may be either. */
static void
test_notice_of_put_down (Service       *service,
                         gconstpointer  left_out)
{
  g_autofree char *tea = fixture_add_ritual (&service->base, "Tea", "2026-11-23T19:00", "FREQ=DAILY", "0");
  g_autofree char *name = fixture_name (tea, "2026-11-23T19:00");

  service_go_to (service, "2026-11-23T12:00");
  if (left_out != NULL)
    assert_done (bridge_space_leave_out (get_space (service), name, &failed));
  else
    assert_done (bridge_space_answer (get_space (service), name, BRIDGE_OUTCOME_NOT_TODAY, &failed));
  assert_refused (bridge_space_answer_notice (get_space (service), name, BRIDGE_OUTCOME_KEPT, &failed), BRIDGE_ERROR_STATE,
                  "Planning it again concerns both of you, so it was left as it is. One of you could propose it.");
  assert_done (bridge_space_answer_notice (get_space (service), name, BRIDGE_OUTCOME_NOT_TODAY, &failed));
  g_assert_cmpint (get_outcome (service, name), ==, BRIDGE_OUTCOME_NOT_TODAY);

  service_go_to (service, "2026-11-23T19:00");
  assert_done (bridge_space_answer_notice (get_space (service), name, BRIDGE_OUTCOME_KEPT, &failed));
  g_assert_cmpint (get_outcome (service, name), ==, BRIDGE_OUTCOME_KEPT);
}

/* Of the two times it is the old one that was left out. */
static void
test_words_of_put_down (Service       *service,
                        gconstpointer  user_data)
{
  const struct {
    const char *to, *line;
  } vectors[] = {
    { "2026-11-24T20:00", "Tuesday at 20:00 instead of tomorrow at 19:00, which was left out" },
    { "2026-11-23T19:00", "Tomorrow at 19:00, which was left out, is planned again" },
  };
  g_autofree char *tea = fixture_add_ritual (&service->base, "Tea", "2026-11-23T19:00", "FREQ=DAILY", "0");
  g_autofree char *name = fixture_name (tea, "2026-11-23T19:00");

  assert_done (bridge_space_leave_out (get_space (service), name, &failed));
  for (gsize i = 0; i < G_N_ELEMENTS (vectors); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (BridgeInvitation) invitation =
        bridge_space_propose_move (get_space (service), name, local (vectors[i].to), NULL, &error);
      g_auto (GStrv) lines = NULL;

      g_assert_no_error (error);
      lines = bridge_invitation_to_lines (get_space (service), invitation, &error);
      g_assert_no_error (error);
      g_assert_cmpstr (lines[0], ==, vectors[i].line);
      assert_done (bridge_space_withdraw_invitation (get_space (service), bridge_invitation_get_id (invitation), &failed));
    }
}

/* A slip is mended at once, and what is only one's own, or over, needs nobody. */
static void
test_not_today_alone (Service       *service,
                      gconstpointer  user_data)
{
  g_autofree char *tea = fixture_add_ritual (&service->base, "Tea", "2026-11-23T19:00", "FREQ=DAILY", "0");
  g_autofree char *name = fixture_name (tea, "2026-11-23T19:00");

  service_go_to (service, "2026-11-23T12:00");
  assert_done (bridge_space_answer (get_space (service), name, BRIDGE_OUTCOME_NOT_TODAY, &failed));
  assert_done (bridge_space_undo (get_space (service), &failed));
  g_assert_cmpint (get_outcome (service, name), ==, BRIDGE_OUTCOME_NONE);

  assert_done (bridge_space_answer (get_space (service), name, BRIDGE_OUTCOME_NOT_TODAY, &failed));
  speak_as (get_space (service), "Ben");
  service_go_to (service, "2026-11-23T19:00");
  assert_done (bridge_space_take_back (get_space (service), name, &failed));
  g_assert_cmpint (get_outcome (service, name), ==, BRIDGE_OUTCOME_NONE);
}

/* What the other one found put down is not taken up by Undo, nor by Redo; what is one's own still is one's own to undo. */
static void
test_undo_of_both (Service       *service,
                   gconstpointer  user_data)
{
  g_autofree char *tea = fixture_add_ritual (&service->base, "Tea", "2026-11-23T19:00", "FREQ=DAILY", "0");
  g_autofree char *walk = fixture_add_ritual (&service->base, "A walk", "2026-11-23T20:00", "FREQ=DAILY", "0");
  g_autoptr (BridgeWin) given = bridge_win_new ("The tea", local ("2026-11-22"));
  g_autoptr (BridgeWin) win = NULL;
  g_autoptr (GError) error = NULL;

  win = bridge_space_add_win (get_space (service), given, &error);
  g_assert_no_error (error);
  assert_done (bridge_space_change_ritual_state (get_space (service), tea, BRIDGE_RITUAL_END, BRIDGE_LOCAL_NONE, &failed));
  assert_done (bridge_space_undo (get_space (service), &failed));
  assert_done (bridge_space_redo (get_space (service), &failed));
  speak_as (get_space (service), "Ben");
  g_assert_null (bridge_space_get_undo_label (get_space (service)));

  speak_as (get_space (service), "Ada");
  g_assert_cmpstr (bridge_space_get_undo_label (get_space (service)), ==, "Win added");
  assert_done (bridge_space_undo (get_space (service), &failed));
  {
    g_autoptr (BridgeRitual) stored = bridge_space_find_ritual (get_space (service), tea, NULL);

    g_assert_cmpint (bridge_ritual_get_state (stored), ==, BRIDGE_RITUAL_ENDED);
  }

  /* Taken back while nobody else was here, and Ben finds the other ritual going on: Redo does not end it behind his back. */
  assert_done (bridge_space_change_ritual_state (get_space (service), walk, BRIDGE_RITUAL_END, BRIDGE_LOCAL_NONE, &failed));
  assert_done (bridge_space_undo (get_space (service), &failed));
  speak_as (get_space (service), "Ben");
  speak_as (get_space (service), "Ada");
  g_assert_cmpstr (bridge_space_get_undo_label (get_space (service)), ==, NULL);
  g_assert_false (bridge_space_can_redo (get_space (service)));
}

/* Days away of both are of both, too; those of one are not. */
static void
test_undo_of_absence (Service       *service,
                      gconstpointer  own)
{
  const char *who = own != NULL ? bridge_person_get_id (bridge_space_get_me (get_space (service))) : NULL;
  g_autoptr (BridgeAbsence) given = bridge_absence_new (BRIDGE_ABSENCE_AWAY, who, local ("2026-11-24"), local ("2026-11-26"));
  g_autoptr (BridgeAbsence) stored = NULL;
  g_autoptr (GError) error = NULL;

  stored = bridge_space_add_absence (get_space (service), given, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (bridge_space_get_undo_label (get_space (service)), ==, "Everything rests meanwhile");
  speak_as (get_space (service), "Ben");
  speak_as (get_space (service), "Ada");
  g_assert_cmpstr (bridge_space_get_undo_label (get_space (service)), ==, own != NULL ? "Everything rests meanwhile" : NULL);
}

#define ADD(path, data, test) g_test_add ("/pace/" path, Service, data, service_set_up_two, test, service_tear_down)

static void
service_set_up_two (Service       *service,
                    gconstpointer  user_data)
{
  service_set_up (service, NULL);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  ADD ("rest-of-ritual", NULL, test_rest_of_ritual);
  ADD ("rest-of-ritual/removed", "removed", test_rest_of_ritual);
  ADD ("rest-of-moment", NULL, test_rest_of_moment);
  ADD ("waiting-in-other-form", NULL, test_waiting_in_other_form);
  ADD ("taken-back", NULL, test_taken_back);
  ADD ("many", NULL, test_many);
  ADD ("many/of-other", NULL, test_many_of_other);
  ADD ("many/gone-by", NULL, test_many_gone_by);
  ADD ("many/boundaries", NULL, test_many_boundaries);
  ADD ("many/boundaries-before", "before", test_many_boundaries);
  ADD ("goes-on", NULL, test_goes_on);
  ADD ("goes-on/re-opened", "re-opened", test_goes_on);
  ADD ("rests-on", NULL, test_rests_on);
  ADD ("not-today", NULL, test_not_today);
  ADD ("not-today/alone", NULL, test_not_today_alone);
  ADD ("notice/not-today", NULL, test_notice_of_put_down);
  ADD ("notice/left-out", "left-out", test_notice_of_put_down);
  ADD ("words-of-put-down", NULL, test_words_of_put_down);
  ADD ("undo-of-both", NULL, test_undo_of_both);
  ADD ("undo-of-both/absence", NULL, test_undo_of_absence);
  ADD ("undo-of-both/own-absence", "own", test_undo_of_absence);
  return g_test_run ();
}

/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "../support/agreed.h"
#include "bridge-statement.h"
#include "scheduler-fixture.h"

/* Ada proposes, Ben answers; it is 18:00 on Sunday, 22 November. */

static BridgeSpace *
get_space (Service *service)
{
  return service->base.space;
}

static BridgeRitual *
make_tea (const char *start,
          const char *rule)
{
  BridgeRitual *ritual = bridge_ritual_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (BridgeSchedule) schedule = bridge_schedule_new (local (start), rule, NULL, NULL, &error);

  g_assert_no_error (error);
  g_object_set (ritual, "title", "Tea", "schedule", schedule, "minutes", 20, "remind", "10,0", NULL);
  return ritual;
}

/* Gives the ritual's id. */
static char *
propose_tea (Service *service)
{
  g_autoptr (BridgeRitual) given = make_tea ("2026-11-23T19:00", "FREQ=DAILY");
  g_autoptr (GError) error = NULL;
  g_autoptr (BridgeRitual) stored = bridge_space_propose_ritual (get_space (service), given, " Shall we? ", &error);

  g_assert_no_error (error);
  return g_strdup (bridge_ritual_get_id (stored));
}

static BridgeInvitation *
get_waiting (Service    *service,
             const char *ritual_id)
{
  BridgeInvitation *waiting = bridge_space_find_waiting (get_space (service), BRIDGE_INVITATION_RITUAL, ritual_id);

  g_assert_nonnull (waiting);
  return waiting;
}

static void
answer (Service               *service,
        BridgeInvitation      *invitation,
        BridgeInvitationEvent  event,
        const char            *time,
        int                    rest_days)
{
  g_autofree char *id = g_strdup (bridge_invitation_get_id (invitation));
  g_autoptr (GError) error = NULL;

  bridge_space_answer_invitation (get_space (service), id, event, time != NULL ? local (time) : BRIDGE_LOCAL_NONE, rest_days,
                                  &error);
  g_assert_no_error (error);
}

static void
refuse_answer (Service               *service,
               const char            *id,
               BridgeInvitationEvent  event,
               const char            *time,
               int                    code)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (bridge_space_answer_invitation (get_space (service), id, event,
                                                  time != NULL ? local (time) : BRIDGE_LOCAL_NONE,
                                                  BRIDGE_INVITATION_REST_DEFAULT, &error));
  g_assert_error (error, BRIDGE_ERROR, code);
}

static void
assert_ritual (Service           *service,
               const char        *id,
               BridgeRitualState  state,
               const char        *words)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BridgeRitual) ritual = bridge_space_find_ritual (get_space (service), id, &error);
  g_autofree char *found = NULL;

  g_assert_no_error (error);
  found = bridge_schedule_to_words (bridge_ritual_get_schedule (ritual));
  g_assert_cmpint (bridge_ritual_get_state (ritual), ==, state);
  g_assert_cmpstr (found, ==, words);
}

static void
assert_state (Service               *service,
              const char            *id,
              BridgeInvitationState  state,
              const char            *waits_for)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BridgeInvitation) invitation = bridge_space_find_invitation (get_space (service), id, &error);
  BridgePerson *who;

  g_assert_no_error (error);
  g_assert_cmpint (bridge_invitation_get_state (invitation), ==, state);
  who = bridge_space_find_person (get_space (service), bridge_invitation_get_waits_for (invitation));
  g_assert_cmpstr (who != NULL ? bridge_person_get_name (who) : NULL, ==, waits_for);
}

static void
undo (Service    *service,
      const char *label)
{
  g_autoptr (GError) error = NULL;

  g_assert_cmpstr (bridge_space_get_undo_label (get_space (service)), ==, label);
  bridge_space_undo (get_space (service), &error);
  g_assert_no_error (error);
}

/* Propose, another time, yes: it reminds at the time that was found, and of nothing before it. */
static void
test_to_and_fro (Service       *service,
                 gconstpointer  user_data)
{
  g_autofree char *tea = propose_tea (service);
  g_autofree char *before = fixture_name (tea, "2026-11-23T19:00");
  g_autofree char *first = fixture_name (tea, "2026-11-25T20:00");
  g_autofree char *id = g_strdup (bridge_invitation_get_id (get_waiting (service, tea)));

  g_assert_cmpstr (bridge_invitation_get_words (get_waiting (service, tea)), ==, "Shall we?");
  assert_ritual (service, tea, BRIDGE_RITUAL_PROPOSED, "Every day at 19:00");
  assert_state (service, id, BRIDGE_INVITATION_OPEN, "Ben");
  /* Who has proposed it cannot say yes to it. */
  refuse_answer (service, id, BRIDGE_INVITATION_SAY_YES, NULL, BRIDGE_ERROR_STATE);

  /* What is only proposed reminds of nothing. */
  service_go_to (service, "2026-11-23T20:00");
  g_assert_cmpuint (recorder_count (service->recorder), ==, 0);

  speak_as (get_space (service), "Ben");
  refuse_answer (service, id, BRIDGE_INVITATION_SAY_ANOTHER_TIME, "2026-11-23T19:00", BRIDGE_ERROR_INVALID_DATE);
  answer (service, get_waiting (service, tea), BRIDGE_INVITATION_SAY_ANOTHER_TIME, "2026-11-25T20:00", 0);
  assert_ritual (service, tea, BRIDGE_RITUAL_PROPOSED, "Every day at 19:00");
  assert_state (service, id, BRIDGE_INVITATION_ANOTHER_TIME, "Ada");
  refuse_answer (service, id, BRIDGE_INVITATION_SAY_YES, NULL, BRIDGE_ERROR_STATE);

  speak_as (get_space (service), "Ada");
  answer (service, get_waiting (service, tea), BRIDGE_INVITATION_SAY_YES, NULL, 0);
  assert_ritual (service, tea, BRIDGE_RITUAL_AGREED, "Every day at 20:00");
  assert_state (service, id, BRIDGE_INVITATION_AGREED, NULL);

  service_go_to (service, "2026-11-25T19:49");
  g_assert_cmpuint (recorder_count (service->recorder), ==, 0);
  service_go_to (service, "2026-11-25T20:00");
  g_assert_cmpuint (recorder_count_of (service->recorder, first), ==, 2);
  g_assert_cmpuint (recorder_count_of (service->recorder, before), ==, 0);
}

/* The answer goes into the file with what it led to, and comes out of it with it. */
static void
test_undo (Service       *service,
           gconstpointer  user_data)
{
  g_autofree char *tea = propose_tea (service);
  g_autofree char *id = g_strdup (bridge_invitation_get_id (get_waiting (service, tea)));
  g_autoptr (GError) error = NULL;

  speak_as (get_space (service), "Ben");
  answer (service, get_waiting (service, tea), BRIDGE_INVITATION_SAY_YES, NULL, 0);
  undo (service, "Agreed");
  assert_state (service, id, BRIDGE_INVITATION_OPEN, "Ben");
  assert_ritual (service, tea, BRIDGE_RITUAL_PROPOSED, "Every day at 19:00");
  answer (service, get_waiting (service, tea), BRIDGE_INVITATION_SAY_NOT_NOW, NULL, 7);
  assert_ritual (service, tea, BRIDGE_RITUAL_DRAFT, "Every day at 19:00");
  undo (service, "Not now");
  assert_state (service, id, BRIDGE_INVITATION_OPEN, "Ben");
  assert_ritual (service, tea, BRIDGE_RITUAL_PROPOSED, "Every day at 19:00");
  answer (service, get_waiting (service, tea), BRIDGE_INVITATION_SAY_ANOTHER_TIME, "2026-11-25T20:00", 0);
  undo (service, "Another time proposed");
  assert_state (service, id, BRIDGE_INVITATION_OPEN, "Ben");

  service_restart (service);
  assert_state (service, id, BRIDGE_INVITATION_OPEN, "Ben");
  bridge_space_withdraw_invitation (get_space (service), id, &error);
  g_assert_no_error (error);
  assert_ritual (service, tea, BRIDGE_RITUAL_DRAFT, "Every day at 19:00");
}

static void
propose_again (Service    *service,
               const char *ritual_id,
               const char *refusal)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BridgeRitual) given = bridge_space_find_ritual (get_space (service), ritual_id, &error);
  g_autoptr (BridgeRitual) stored = bridge_space_propose_ritual (get_space (service), given, NULL, &error);

  if (refusal == NULL)
    {
      g_assert_no_error (error);
      g_assert_nonnull (stored);
      return;
    }
  g_assert_error (error, BRIDGE_ERROR, BRIDGE_ERROR_STATE);
  g_assert_cmpstr (error->message, ==, refusal);
}

/* Nothing is left of a "not now" but that the same rests; when that is over, not even that. */
static void
test_not_now (Service       *service,
              gconstpointer  user_data)
{
  g_autofree char *tea = propose_tea (service);
  g_autofree char *id = g_strdup (bridge_invitation_get_id (get_waiting (service, tea)));
  g_autoptr (GError) error = NULL;
  g_autoptr (BridgeInvitation) other = NULL;
  gint64 rows;

  propose_again (service, tea, "This has been proposed already, and there is no answer yet.");
  speak_as (get_space (service), "Ben");
  answer (service, get_waiting (service, tea), BRIDGE_INVITATION_SAY_NOT_NOW, NULL, BRIDGE_INVITATION_REST_DEFAULT);
  assert_ritual (service, tea, BRIDGE_RITUAL_DRAFT, "Every day at 19:00");
  refuse_answer (service, id, BRIDGE_INVITATION_SAY_YES, NULL, BRIDGE_ERROR_STATE);

  speak_as (get_space (service), "Ada");
  propose_again (service, tea, "This can be proposed again from Sunday, 29 November on.");
  g_assert_false (bridge_space_change_ritual_state (get_space (service), tea, BRIDGE_RITUAL_PROPOSE, BRIDGE_LOCAL_NONE, &error));
  g_assert_error (error, BRIDGE_ERROR, BRIDGE_ERROR_STATE);
  g_clear_error (&error);
  /* Something else may come up. */
  other = bridge_space_propose_moment (get_space (service), BRIDGE_INVITATION_MOMENT, "Cinema", local ("2026-11-27T20:00"), 120,
                                       NULL, &error);
  g_assert_no_error (error);

  service_go_to (service, "2026-11-28T23:59");
  propose_again (service, tea, "This can be proposed again from Sunday, 29 November on.");
  service_go_to (service, "2026-11-29T00:00");
  propose_again (service, tea, NULL);
  assert_ritual (service, tea, BRIDGE_RITUAL_PROPOSED, "Every day at 19:00");
  g_assert_true (bridge_statement_query_int (bridge_space_get_database (get_space (service)),
                                             "SELECT count(*) FROM invitations WHERE state = 'not-now'", &rows, &error));
  g_assert_cmpint (rows, ==, 0);
}

/* Other dots, or another name for time together, make nothing new of what was put off. */
static void
test_rests_by_its_words (Service       *service,
                         gconstpointer  user_data)
{
  static const struct {
    BridgeInvitationSubject subject;
    const char *title;
    gboolean rests;
  } cases[] = {
    { BRIDGE_INVITATION_MOMENT, "cinema!", TRUE },
    { BRIDGE_INVITATION_MOMENT, " Ci-ne ma … ", TRUE },
    { BRIDGE_INVITATION_CONVERSATION, "Cinema", TRUE },
    { BRIDGE_INVITATION_MOMENT, "Cinéma", FALSE },
    { BRIDGE_INVITATION_MOMENT, "?!", FALSE },
    { BRIDGE_INVITATION_MOMENT, "Theatre", FALSE },
  };
  g_autoptr (GError) error = NULL;
  g_autoptr (BridgeInvitation) cinema =
    bridge_space_propose_moment (get_space (service), BRIDGE_INVITATION_MOMENT, "Cinema", local ("2026-11-27T20:00"), 120, NULL,
                                 &error);

  g_assert_no_error (error);
  speak_as (get_space (service), "Ben");
  answer (service, cinema, BRIDGE_INVITATION_SAY_NOT_NOW, NULL, BRIDGE_INVITATION_REST_DEFAULT);
  speak_as (get_space (service), "Ada");
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (BridgeInvitation) again =
        bridge_space_propose_moment (get_space (service), cases[i].subject, cases[i].title, local ("2026-11-27T20:00"), 120, NULL,
                                     &error);

      g_test_message ("%s", cases[i].title);
      g_assert_cmpint (again == NULL, ==, cases[i].rests);
      if (cases[i].rests)
        g_assert_error (error, BRIDGE_ERROR, BRIDGE_ERROR_STATE);
      g_clear_error (&error);
    }
}

/* Whoever wants it to rest can bring it up at any time. */
static void
test_own_rest (Service       *service,
               gconstpointer  user_data)
{
  g_autofree char *tea = propose_tea (service);

  speak_as (get_space (service), "Ben");
  answer (service, get_waiting (service, tea), BRIDGE_INVITATION_SAY_NOT_NOW, NULL, 30);
  propose_again (service, tea, NULL);
  g_assert_cmpstr (bridge_invitation_get_from_id (get_waiting (service, tea)), ==,
                   bridge_person_get_id (bridge_space_get_speaker (get_space (service))));
}

static void
change (Service    *service,
        const char *id,
        const char *start,
        const char *rule,
        int         minutes,
        gboolean    decision)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BridgeRitual) edited = bridge_space_find_ritual (get_space (service), id, &error);
  g_autoptr (BridgeSchedule) schedule = bridge_schedule_new (local (start), rule, NULL, NULL, &error);
  g_autoptr (BridgeRitual) stored = NULL;

  g_assert_no_error (error);
  g_object_set (edited, "schedule", schedule, "minutes", minutes, NULL);
  if (bridge_space_update_ritual (get_space (service), edited, &error))
    {
      g_assert_true (decision);
      return;
    }
  g_assert_error (error, BRIDGE_ERROR, BRIDGE_ERROR_STATE);
  g_assert_false (decision);
  g_clear_error (&error);
  stored = bridge_space_propose_ritual (get_space (service), edited, NULL, &error);
  g_assert_no_error (error);
}

/* What is agreed goes on until the yes, and after it as it was changed. Less is a decision. */
static void
test_change (Service       *service,
             gconstpointer  user_data)
{
  g_autofree char *tea = fixture_add_ritual (&service->base, "Tea", "2026-11-23T19:00", "FREQ=DAILY", "0");
  g_autofree char *old = fixture_name (tea, "2026-11-23T19:00");
  g_autofree char *new = fixture_name (tea, "2026-11-24T18:30");
  g_autofree char *gone = fixture_name (tea, "2026-11-24T19:00");

  change (service, tea, "2026-11-23T18:30", "FREQ=DAILY", 15, FALSE);
  assert_ritual (service, tea, BRIDGE_RITUAL_AGREED, "Every day at 19:00");
  service_go_to (service, "2026-11-23T19:00");
  g_assert_cmpuint (recorder_count_of (service->recorder, old), ==, 1);

  speak_as (get_space (service), "Ben");
  /* Making less of it does not wait for any answer. */
  change (service, tea, "2026-11-23T19:00", "FREQ=DAILY", 5, TRUE);
  /* But what was proposed came from other minutes. */
  g_assert_null (bridge_space_find_waiting (get_space (service), BRIDGE_INVITATION_RITUAL, tea));
  change (service, tea, "2026-11-23T19:00", "FREQ=DAILY", 5, TRUE);
  undo (service, "Ritual changed");
  undo (service, "Ritual changed");
  answer (service, get_waiting (service, tea), BRIDGE_INVITATION_SAY_YES, NULL, 0);
  assert_ritual (service, tea, BRIDGE_RITUAL_AGREED, "Every day at 18:30");
  service_go_to (service, "2026-11-24T20:00");
  g_assert_cmpuint (recorder_count_of (service->recorder, new), ==, 1);
  g_assert_cmpuint (recorder_count_of (service->recorder, gone), ==, 0);

  /* A "not now" leaves it as it is. */
  change (service, tea, "2026-11-25T18:30", "FREQ=DAILY", 60, FALSE);
  speak_as (get_space (service), "Ada");
  answer (service, get_waiting (service, tea), BRIDGE_INVITATION_SAY_NOT_NOW, NULL, 0);
  assert_ritual (service, tea, BRIDGE_RITUAL_AGREED, "Every day at 18:30");
  change (service, tea, "2026-11-25T18:30", "FREQ=WEEKLY", 5, TRUE);
}

typedef enum { CHANGED, RESTED, ENDED, REMOVED } Meanwhile;

/* What became of it meanwhile is said, nothing is lost by it, and "not now" is always possible. */
static void
test_meanwhile (Service       *service,
                gconstpointer  user_data)
{
  static const int codes[] = {
    [CHANGED] = BRIDGE_ERROR_CONFLICT,
    [RESTED] = BRIDGE_ERROR_STATE,
    [ENDED] = BRIDGE_ERROR_STATE,
    [REMOVED] = BRIDGE_ERROR_NOT_FOUND,
  };
  static const char *const changes[] = {
    [CHANGED] = "rule = 'FREQ=WEEKLY'",
    [ENDED] = "state = 'ended'",
    [REMOVED] = "deleted_at = 1",
  };
  Meanwhile meanwhile = GPOINTER_TO_INT (user_data);
  g_autofree char *tea = fixture_add_ritual (&service->base, "Tea", "2026-11-23T19:00", "FREQ=DAILY", "0");
  g_autofree char *id = NULL;
  g_autofree char *sql = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (BridgeInvitation) invitation = NULL;
  g_autoptr (BridgeRitual) ritual = NULL;

  change (service, tea, "2026-11-23T18:30", "FREQ=DAILY", 10, FALSE);
  id = g_strdup (bridge_invitation_get_id (get_waiting (service, tea)));

  /* Changing, ending and removing take the invitation along; another installation may not have known of it. */
  if (meanwhile == RESTED)
    bridge_space_change_ritual_state (get_space (service), tea, BRIDGE_RITUAL_REST, local ("2026-11-25"), &error);
  else
    sql = g_strdup_printf ("UPDATE rituals SET %s, updated_at = updated_at + 1", changes[meanwhile]);
  g_assert_no_error (error);
  if (sql != NULL)
    {
      bridge_statement_execute (bridge_space_get_database (get_space (service)), sql, &error);
      g_assert_no_error (error);
      service_restart (service);
    }

  speak_as (get_space (service), "Ben");
  refuse_answer (service, id, BRIDGE_INVITATION_SAY_YES, NULL, codes[meanwhile]);
  assert_state (service, id, BRIDGE_INVITATION_OPEN, "Ben");
  invitation = bridge_space_find_invitation (get_space (service), id, &error);
  ritual = bridge_space_preview_invitation (get_space (service), invitation, &error);
  g_assert_null (ritual);
  g_assert_error (error, BRIDGE_ERROR, codes[meanwhile]);
  g_clear_error (&error);
  if (meanwhile == RESTED)
    {
      service_go_to (service, "2026-11-25T00:00");
      answer (service, invitation, BRIDGE_INVITATION_SAY_YES, NULL, 0);
      assert_ritual (service, tea, BRIDGE_RITUAL_AGREED, "Every day at 18:30");
      return;
    }
  answer (service, invitation, BRIDGE_INVITATION_SAY_NOT_NOW, NULL, 0);
  assert_state (service, id, BRIDGE_INVITATION_NOT_NOW, NULL);
}

/* What goes away takes the question along, and Undo brings both back. */
static void
test_goes_away (Service       *service,
                gconstpointer  user_data)
{
  g_autofree char *tea = propose_tea (service);
  g_autofree char *id = g_strdup (bridge_invitation_get_id (get_waiting (service, tea)));
  g_autoptr (GError) error = NULL;

  bridge_space_remove_ritual (get_space (service), tea, &error);
  g_assert_no_error (error);
  assert_state (service, id, BRIDGE_INVITATION_WITHDRAWN, NULL);
  undo (service, "Ritual removed");
  assert_state (service, id, BRIDGE_INVITATION_OPEN, "Ben");
  bridge_space_change_ritual_state (get_space (service), tea, BRIDGE_RITUAL_END, BRIDGE_LOCAL_NONE, &error);
  g_assert_no_error (error);
  assert_state (service, id, BRIDGE_INVITATION_WITHDRAWN, NULL);
  undo (service, "Ritual has ended");

  /* So does whoever leaves. */
  bridge_space_withdraw_all_invitations (get_space (service),
                                         bridge_person_get_id (bridge_space_get_partner (get_space (service))), &error);
  g_assert_no_error (error);
  assert_state (service, id, BRIDGE_INVITATION_WITHDRAWN, NULL);
  assert_ritual (service, tea, BRIDGE_RITUAL_DRAFT, "Every day at 19:00");
}

/* What both have a record of one of them ends, and does not take away. */
static void
test_on_record (Service       *service,
                gconstpointer  user_data)
{
  g_autofree char *tea = fixture_add_ritual (&service->base, "Tea", "2026-11-22T17:00", "FREQ=DAILY", "0");
  g_autofree char *walk = fixture_add_ritual (&service->base, "Walk", "2026-11-22T17:00", "FREQ=DAILY", "0");
  g_autofree char *name = fixture_name (tea, "2026-11-22T17:00");
  g_autoptr (GError) error = NULL;
  g_autoptr (BridgeRitual) ritual = bridge_space_find_ritual (get_space (service), tea, &error);

  service_go_to (service, "2026-11-22T18:00");
  g_assert_true (bridge_space_may_remove_ritual (get_space (service), ritual));
  g_assert_true (bridge_space_answer (get_space (service), name, BRIDGE_OUTCOME_KEPT, &error));
  g_assert_false (bridge_space_may_remove_ritual (get_space (service), ritual));
  g_assert_false (bridge_space_remove_ritual (get_space (service), tea, &error));
  g_assert_error (error, BRIDGE_ERROR, BRIDGE_ERROR_STATE);
  g_assert_nonnull (strstr (error->message, "end the ritual instead"));
  g_clear_error (&error);
  g_assert_true (bridge_space_change_ritual_state (get_space (service), tea, BRIDGE_RITUAL_END, BRIDGE_LOCAL_NONE, &error));
  g_assert_false (bridge_space_remove_ritual (get_space (service), tea, &error));
  g_assert_null (strstr (error->message, "instead"));
  g_clear_error (&error);

  /* Nothing is recorded of this one. */
  g_assert_true (bridge_space_remove_ritual (get_space (service), walk, &error));
  g_assert_no_error (error);
}

/* What was asked is what is answered: it does not become something else before or under the yes. */
static void
test_words_of_the_proposer (Service       *service,
                            gconstpointer  user_data)
{
  g_autofree char *tea = propose_tea (service);
  g_autoptr (GError) error = NULL;
  g_autoptr (BridgeRitual) edited = bridge_space_find_ritual (get_space (service), tea, &error);

  g_object_set (edited, "minutes", 30, NULL);
  speak_as (get_space (service), "Ben");
  g_assert_false (bridge_space_update_ritual (get_space (service), edited, &error));
  g_assert_error (error, BRIDGE_ERROR, BRIDGE_ERROR_STATE);
  g_clear_error (&error);
  g_object_set (edited, "minutes", 20, "state", BRIDGE_RITUAL_AGREED, NULL);
  g_assert_false (bridge_space_update_ritual (get_space (service), edited, &error));
  g_assert_error (error, BRIDGE_ERROR, BRIDGE_ERROR_STATE);
  g_clear_error (&error);

  speak_as (get_space (service), "Ada");
  g_assert_false (bridge_space_change_ritual_state (get_space (service), tea, BRIDGE_RITUAL_AGREE, BRIDGE_LOCAL_NONE, &error));
  g_assert_error (error, BRIDGE_ERROR, BRIDGE_ERROR_STATE);
  g_clear_error (&error);
  g_object_set (edited, "minutes", 30, "state", BRIDGE_RITUAL_PROPOSED, NULL);
  g_assert_true (bridge_space_update_ritual (get_space (service), edited, &error));

  speak_as (get_space (service), "Ben");
  answer (service, get_waiting (service, tea), BRIDGE_INVITATION_SAY_ANOTHER_TIME, "2026-11-25T20:00", 0);
  speak_as (get_space (service), "Ada");
  g_object_set (edited, "minutes", 60, NULL);
  g_assert_false (bridge_space_update_ritual (get_space (service), edited, &error));
  g_assert_error (error, BRIDGE_ERROR, BRIDGE_ERROR_STATE);
}

/* A rest that one of the two needs can be made longer by either, and shorter only with a yes. */
static void
test_rest_not_shortened (Service       *service,
                         gconstpointer  user_data)
{
  static const struct {
    const char *until; /* (nullable): open */
    gboolean may;
  } vectors[] = {
    { "2026-12-01", TRUE }, { "2026-11-30", FALSE }, { "2026-12-01", TRUE }, { "2026-12-08", TRUE }, { NULL, TRUE },
    { "2026-12-08", FALSE }, { NULL, TRUE },
  };
  g_autofree char *tea = fixture_add_ritual (&service->base, "Tea", "2026-11-23T19:00", "FREQ=DAILY", "0");

  for (gsize i = 0; i < G_N_ELEMENTS (vectors); i++)
    {
      BridgeLocal until = vectors[i].until != NULL ? local (vectors[i].until) : BRIDGE_LOCAL_NONE;
      g_autoptr (GError) error = NULL;

      speak_as (get_space (service), i % 2 == 0 ? "Ben" : "Ada");
      g_assert_cmpint (bridge_space_change_ritual_state (get_space (service), tea, BRIDGE_RITUAL_REST, until, &error), ==,
                       vectors[i].may);
      if (!vectors[i].may)
        g_assert_error (error, BRIDGE_ERROR, BRIDGE_ERROR_STATE);
    }
}

/* After "not now" the draft is not agreed on by whoever had proposed it, nor is one that was never proposed. */
static void
test_not_agreed_alone (Service       *service,
                       gconstpointer  user_data)
{
  g_autofree char *tea = propose_tea (service);
  g_autoptr (GError) error = NULL;
  g_autoptr (BridgeRitual) edited = NULL;

  speak_as (get_space (service), "Ben");
  answer (service, get_waiting (service, tea), BRIDGE_INVITATION_SAY_NOT_NOW, NULL, BRIDGE_INVITATION_REST_DEFAULT);
  speak_as (get_space (service), "Ada");
  assert_ritual (service, tea, BRIDGE_RITUAL_DRAFT, "Every day at 19:00");
  g_assert_false (bridge_space_change_ritual_state (get_space (service), tea, BRIDGE_RITUAL_AGREE, BRIDGE_LOCAL_NONE, &error));
  g_assert_error (error, BRIDGE_ERROR, BRIDGE_ERROR_STATE);
  g_clear_error (&error);

  edited = bridge_space_find_ritual (get_space (service), tea, &error);
  g_object_set (edited, "state", BRIDGE_RITUAL_AGREED, NULL);
  g_assert_false (bridge_space_update_ritual (get_space (service), edited, &error));
  g_assert_error (error, BRIDGE_ERROR, BRIDGE_ERROR_STATE);
  g_clear_error (&error);
  assert_ritual (service, tea, BRIDGE_RITUAL_DRAFT, "Every day at 19:00");

  /* Its words are whoever's they are, and one's own is one's own. */
  g_object_set (edited, "state", BRIDGE_RITUAL_DRAFT, "minutes", 30, NULL);
  g_assert_true (bridge_space_update_ritual (get_space (service), edited, &error));
  g_assert_no_error (error);
  g_object_set (edited, "who", bridge_person_get_id (bridge_space_get_me (get_space (service))), NULL);
  g_assert_true (bridge_space_update_ritual (get_space (service), edited, &error));
  g_assert_true (bridge_space_change_ritual_state (get_space (service), tea, BRIDGE_RITUAL_AGREE, BRIDGE_LOCAL_NONE, &error));
  g_assert_no_error (error);
}

/* What somebody has put down is not taken up again over their head. */
static void
test_resume (Service       *service,
             gconstpointer  user_data)
{
  const BridgeRitualEvent down[] = { BRIDGE_RITUAL_REST, BRIDGE_RITUAL_END };
  g_autofree char *tea = fixture_add_ritual (&service->base, "Tea", "2026-11-23T19:00", "FREQ=DAILY", "0");
  g_autoptr (BridgeRitual) own = make_tea ("2026-11-23T21:00", "FREQ=DAILY");
  g_autoptr (BridgeRitual) stored = NULL;
  g_autoptr (GError) error = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (down); i++)
    {
      bridge_space_change_ritual_state (get_space (service), tea, down[i], BRIDGE_LOCAL_NONE, &error);
      g_assert_no_error (error);
      g_assert_false (bridge_space_change_ritual_state (get_space (service), tea, BRIDGE_RITUAL_RESUME, BRIDGE_LOCAL_NONE, &error));
      g_assert_error (error, BRIDGE_ERROR, BRIDGE_ERROR_STATE);
      g_clear_error (&error);
      propose_again (service, tea, NULL);
      fixture_say_yes (&service->base, tea);
      assert_ritual (service, tea, BRIDGE_RITUAL_AGREED, "Every day at 19:00");
    }

  /* What is only theirs they take up as they like. */
  g_object_set (own, "who", bridge_person_get_id (bridge_space_get_me (get_space (service))), "state", BRIDGE_RITUAL_AGREED,
                NULL);
  stored = bridge_space_add_ritual (get_space (service), own, &error);
  g_assert_no_error (error);
  g_assert_true (bridge_space_change_ritual_state (get_space (service), bridge_ritual_get_id (stored), BRIDGE_RITUAL_END,
                                                   BRIDGE_LOCAL_NONE, &error));
  g_assert_true (bridge_space_change_ritual_state (get_space (service), bridge_ritual_get_id (stored), BRIDGE_RITUAL_RESUME,
                                                   BRIDGE_LOCAL_NONE, &error));
  undo (service, "Ritual goes on");
  assert_ritual (service, bridge_ritual_get_id (stored), BRIDGE_RITUAL_ENDED, "Every day at 21:00");
}

/* A moment that both want is in the agenda of both, at the time they found. */
static void
test_moment (Service       *service,
             gconstpointer  user_data)
{
  BridgeInvitationSubject subject = GPOINTER_TO_INT (user_data);
  g_autoptr (GError) error = NULL;
  g_autoptr (BridgeInvitation) invitation = NULL;
  g_autoptr (BridgeInvitation) agreed = NULL;
  g_autoptr (BridgeInvitation) again = NULL;
  g_autoptr (BridgeRitual) ritual = NULL;
  g_autofree char *title = NULL;
  g_autofree char *name = NULL;

  g_assert_null (bridge_space_propose_moment (get_space (service), subject, "Walk", local ("2026-11-22T17:00"), 45, NULL, &error));
  g_assert_error (error, BRIDGE_ERROR, BRIDGE_ERROR_INVALID_DATE);
  g_clear_error (&error);
  g_assert_null (bridge_space_propose (get_space (service), subject, NULL, NULL, NULL, BRIDGE_LOCAL_NONE, &error));
  g_assert_nonnull (error);
  g_clear_error (&error);

  invitation = bridge_space_propose_moment (get_space (service), subject, subject == BRIDGE_INVITATION_MOMENT ? " Walk " : NULL,
                                            local ("2026-11-24T17:00"), 45, NULL, &error);
  g_assert_no_error (error);
  again = bridge_space_propose_moment (get_space (service), subject, subject == BRIDGE_INVITATION_MOMENT ? "walk" : NULL,
                                       local ("2026-11-25T17:00"), 45, NULL, &error);
  g_assert_error (error, BRIDGE_ERROR, BRIDGE_ERROR_STATE);
  g_clear_error (&error);

  title = bridge_space_dup_invitation_title (get_space (service), invitation);
  speak_as (get_space (service), "Ben");
  answer (service, invitation, BRIDGE_INVITATION_SAY_ANOTHER_TIME, "2026-11-25T18:00", 0);
  speak_as (get_space (service), "Ada");
  answer (service, invitation, BRIDGE_INVITATION_SAY_YES, NULL, 0);

  agreed = bridge_space_find_invitation (get_space (service), bridge_invitation_get_id (invitation), &error);
  g_assert_no_error (error);
  ritual = bridge_space_find_ritual (get_space (service), bridge_invitation_get_subject_id (agreed), &error);
  g_assert_no_error (error);
  g_assert_cmpstr (bridge_ritual_get_title (ritual), ==, title);
  g_assert_cmpint (bridge_ritual_get_minutes (ritual), ==, 45);
  assert_ritual (service, bridge_ritual_get_id (ritual), BRIDGE_RITUAL_AGREED, "Once, on Wednesday, 25 November 2026 at 18:00");
  name = fixture_name (bridge_ritual_get_id (ritual), "2026-11-25T18:00");
  service_go_to (service, "2026-11-25T17:29");
  g_assert_cmpuint (recorder_count (service->recorder), ==, 0);
  service_go_to (service, "2026-11-25T18:00");
  g_assert_cmpuint (recorder_count_of (service->recorder, name), ==, 2);

  /* Taking the yes back takes the moment out again. */
  undo (service, "Agreed");
  g_assert_null (bridge_space_find_ritual (get_space (service), bridge_ritual_get_id (ritual), NULL));
}

/* A time that has gone by cannot be agreed any more; another one can. */
static void
test_time_gone_by (Service       *service,
                   gconstpointer  user_data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BridgeInvitation) invitation =
    bridge_space_propose_moment (get_space (service), BRIDGE_INVITATION_MOMENT, "Walk", local ("2026-11-24T17:00"), 45, NULL,
                                 &error);

  g_assert_no_error (error);
  service_go_to (service, "2026-11-24T17:01");
  speak_as (get_space (service), "Ben");
  refuse_answer (service, bridge_invitation_get_id (invitation), BRIDGE_INVITATION_SAY_YES, NULL, BRIDGE_ERROR_INVALID_DATE);
  answer (service, invitation, BRIDGE_INVITATION_SAY_ANOTHER_TIME, "2026-11-26T17:00", 0);
  g_assert_cmpuint (recorder_count (service->recorder), ==, 0);
}

static void
test_refused (Service       *service,
              gconstpointer  user_data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *tea = fixture_add_ritual (&service->base, "Tea", "2026-11-23T19:00", "FREQ=DAILY", "0");

  g_assert_null (bridge_space_propose (get_space (service), BRIDGE_INVITATION_RITUAL, "nothing", NULL, NULL, BRIDGE_LOCAL_NONE, &error));
  g_assert_error (error, BRIDGE_ERROR, BRIDGE_ERROR_NOT_FOUND);
  g_clear_error (&error);
  g_assert_null (bridge_space_propose (get_space (service), BRIDGE_INVITATION_RITUAL, tea, NULL, NULL, BRIDGE_LOCAL_NONE, &error));
  g_assert_error (error, BRIDGE_ERROR, BRIDGE_ERROR_STATE);
  g_clear_error (&error);
  g_assert_null (bridge_space_propose_moment (get_space (service), BRIDGE_INVITATION_MOMENT, "  ", local ("2026-11-24T17:00"), 45,
                                              NULL, &error));
  g_assert_nonnull (error);
  g_clear_error (&error);
  g_assert_false (bridge_space_withdraw_invitation (get_space (service), "nothing", &error));
  g_assert_error (error, BRIDGE_ERROR, BRIDGE_ERROR_NOT_FOUND);
  /* Only how the ritual was agreed on. */
  g_assert_cmpuint (g_list_model_get_n_items (bridge_space_get_invitations (get_space (service))), ==, 1);
}

/* Alone there is nobody to ask. */
static void
test_solo (Service       *service,
           gconstpointer  user_data)
{
  g_autofree char *tea = fixture_add_ritual (&service->base, "Tea", "2026-11-23T19:00", "FREQ=DAILY", "0");
  g_autoptr (BridgeRitual) given = make_tea ("2026-11-23T19:00", NULL);
  g_autoptr (GError) error = NULL;

  change (service, tea, "2026-11-23T08:30", "FREQ=DAILY", 60, TRUE);
  g_assert_cmpint (bridge_space_find_more (get_space (service), NULL, given), ==, 0);
  g_assert_null (bridge_space_propose_ritual (get_space (service), given, NULL, &error));
  g_assert_error (error, BRIDGE_ERROR, BRIDGE_ERROR_STATE);
  g_clear_error (&error);
  g_assert_null (bridge_space_propose_moment (get_space (service), BRIDGE_INVITATION_MOMENT, "Walk", local ("2026-11-24T17:00"), 45,
                                              NULL, &error));
  g_assert_error (error, BRIDGE_ERROR, BRIDGE_ERROR_STATE);
  g_clear_error (&error);
  bridge_space_change_ritual_state (get_space (service), tea, BRIDGE_RITUAL_END, BRIDGE_LOCAL_NONE, &error);
  bridge_space_change_ritual_state (get_space (service), tea, BRIDGE_RITUAL_RESUME, BRIDGE_LOCAL_NONE, &error);
  g_assert_no_error (error);
}

#define ADD(path, data, test) g_test_add ("/invitations/" path, Service, data, service_set_up_two, test, service_tear_down)

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

  ADD ("to-and-fro", NULL, test_to_and_fro);
  ADD ("undo", NULL, test_undo);
  ADD ("not-now", NULL, test_not_now);
  ADD ("rests-by-its-words", NULL, test_rests_by_its_words);
  ADD ("own-rest", NULL, test_own_rest);
  ADD ("on-record", NULL, test_on_record);
  ADD ("change", NULL, test_change);
  ADD ("meanwhile/changed", GINT_TO_POINTER (CHANGED), test_meanwhile);
  ADD ("meanwhile/rested", GINT_TO_POINTER (RESTED), test_meanwhile);
  ADD ("meanwhile/ended", GINT_TO_POINTER (ENDED), test_meanwhile);
  ADD ("meanwhile/removed", GINT_TO_POINTER (REMOVED), test_meanwhile);
  ADD ("goes-away", NULL, test_goes_away);
  ADD ("words-of-the-proposer", NULL, test_words_of_the_proposer);
  ADD ("rest-not-shortened", NULL, test_rest_not_shortened);
  ADD ("not-agreed-alone", NULL, test_not_agreed_alone);
  ADD ("resume", NULL, test_resume);
  ADD ("moment", GINT_TO_POINTER (BRIDGE_INVITATION_MOMENT), test_moment);
  ADD ("conversation", GINT_TO_POINTER (BRIDGE_INVITATION_CONVERSATION), test_moment);
  ADD ("check-in", GINT_TO_POINTER (BRIDGE_INVITATION_CHECK_IN), test_moment);
  ADD ("time-gone-by", NULL, test_time_gone_by);
  ADD ("refused", NULL, test_refused);
  g_test_add ("/invitations/solo", Service, "solo", service_set_up, test_solo, service_tear_down);

  return g_test_run ();
}

/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "../support/agreed.h"
#include "bridge-error.h"
#include "bridge-invitation-words.h"
#include "bridge-reminder-log.h"
#include "bridge-ritual-change.h"
#include "bridge-statement.h"
#include "scheduler-fixture.h"

/* What is one's own, what is for both to say, and what is nobody's to say yet. Ada speaks, Ben listens; it is 18:00 on
 * Sunday, 22 November. */

static BridgeSpace *
get_space (Service *service)
{
  return service->base.space;
}

static const char *
ada (Service *service)
{
  return bridge_person_get_id (bridge_space_get_me (get_space (service)));
}

static const char *
ben (Service *service)
{
  return bridge_person_get_id (bridge_space_get_partner (get_space (service)));
}

static BridgeRitual *
make (const char        *who,
      BridgeRitualState  state)
{
  BridgeRitual *ritual = bridge_ritual_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (BridgeSchedule) schedule = bridge_schedule_new (local ("2026-11-22T17:00"), "FREQ=DAILY", NULL, NULL, &error);

  g_assert_no_error (error);
  g_object_set (ritual, "title", "Run", "schedule", schedule, "who", who, "state", state, "smaller", "A walk", "remind", "0", NULL);
  return ritual;
}

/* With the code, and without a change. */
static void
assert_refused (gboolean  done,
                GError  **error,
                int       code)
{
  g_assert_false (done);
  g_assert_error (*error, BRIDGE_ERROR, code);
  g_clear_error (error);
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

/* The other one looks at it, and that is all; a notification is for whoever it is meant for. */
static void
test_own (Service       *service,
          gconstpointer  user_data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BridgeRitual) given = make (ben (service), BRIDGE_RITUAL_AGREED);
  g_autoptr (BridgeRitual) own = space_add_agreed (get_space (service), given);
  g_autoptr (BridgeRitual) edited = bridge_ritual_copy (own);
  g_autoptr (BridgeOccurrence) moment = NULL;
  const char *id = bridge_ritual_get_id (own);
  g_autofree char *name = fixture_name (id, "2026-11-22T17:00");
  const BridgeRitualEvent events[] = {
    BRIDGE_RITUAL_PROPOSE, BRIDGE_RITUAL_AGREE, BRIDGE_RITUAL_REST, BRIDGE_RITUAL_RESUME, BRIDGE_RITUAL_END,
  };
  const BridgeOutcome outcomes[] = {
    BRIDGE_OUTCOME_NONE, BRIDGE_OUTCOME_KEPT, BRIDGE_OUTCOME_SMALLER, BRIDGE_OUTCOME_NOT_TODAY,
  };
  gint64 soon = bridge_clock_now (service->base.clock) + 600000;

  g_assert_true (bridge_space_is_others_own (get_space (service), own));
  moment = bridge_space_find_occurrence (get_space (service), name, &error);
  g_assert_false (bridge_space_may_answer (get_space (service), moment));
  g_object_set (edited, "minutes", 5, NULL);
  assert_refused (bridge_space_update_ritual (get_space (service), edited, &error), &error, BRIDGE_ERROR_STATE);
  assert_refused (bridge_space_propose_ritual (get_space (service), edited, NULL, &error) != NULL, &error, BRIDGE_ERROR_STATE);
  g_object_set (edited, "who", NULL, NULL);
  assert_refused (bridge_space_propose_ritual (get_space (service), edited, NULL, &error) != NULL, &error, BRIDGE_ERROR_STATE);
  for (gsize i = 0; i < G_N_ELEMENTS (events); i++)
    {
      g_assert_false (bridge_space_change_ritual_state (get_space (service), id, events[i], BRIDGE_LOCAL_NONE, &error));
      g_assert_nonnull (strstr (error->message, "Ben’s own"));
      g_clear_error (&error);
    }
  assert_refused (bridge_space_swap_lead (get_space (service), id, &error), &error, BRIDGE_ERROR_STATE);
  assert_refused (bridge_space_remove_ritual (get_space (service), id, &error), &error, BRIDGE_ERROR_STATE);
  for (gsize i = 0; i < G_N_ELEMENTS (outcomes); i++)
    assert_refused (bridge_space_answer (get_space (service), name, outcomes[i], &error), &error, BRIDGE_ERROR_STATE);
  assert_refused (bridge_space_move (get_space (service), name, local ("2026-11-22T20:00"), &error), &error, BRIDGE_ERROR_STATE);
  assert_refused (bridge_space_propose_move (get_space (service), name, local ("2026-11-22T20:00"), NULL, &error) != NULL, &error,
                  BRIDGE_ERROR_STATE);
  assert_refused (bridge_space_leave_out (get_space (service), name, &error), &error, BRIDGE_ERROR_STATE);
  assert_refused (bridge_space_snooze (get_space (service), name, soon, &error), &error, BRIDGE_ERROR_STATE);

  g_assert_true (bridge_space_snooze_notice (get_space (service), name, soon, &error));
  g_assert_true (bridge_space_answer_notice (get_space (service), name, BRIDGE_OUTCOME_KEPT, &error));
  g_assert_true (bridge_space_undo (get_space (service), &error));
  g_assert_no_error (error);

  set_speaker (get_space (service), ben (service));
  g_assert_true (bridge_space_may_answer (get_space (service), moment));
  g_assert_true (bridge_space_answer (get_space (service), name, BRIDGE_OUTCOME_SMALLER, &error));
  g_object_set (edited, "who", ben (service), NULL);
  g_assert_true (bridge_space_update_ritual (get_space (service), edited, &error));
  g_assert_true (bridge_space_change_ritual_state (get_space (service), id, BRIDGE_RITUAL_END, BRIDGE_LOCAL_NONE, &error));
  g_assert_no_error (error);
}

/* Nobody plans for the other one, whichever way. */
static void
test_not_handed_over (Service       *service,
                      gconstpointer  user_data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *tea = fixture_add_ritual (&service->base, "Tea", "2026-11-23T19:00", "FREQ=DAILY", "0");
  g_autoptr (BridgeRitual) edited = bridge_space_find_ritual (get_space (service), tea, &error);
  g_autoptr (BridgeRitual) mine = NULL;
  g_autofree char *change = NULL;
  const BridgeRitualState states[] = { BRIDGE_RITUAL_DRAFT, BRIDGE_RITUAL_PROPOSED, BRIDGE_RITUAL_AGREED };

  for (gsize i = 0; i < G_N_ELEMENTS (states); i++)
    {
      g_autoptr (BridgeRitual) given = make (ben (service), states[i]);

      assert_refused (bridge_space_add_ritual (get_space (service), given, &error) != NULL, &error, BRIDGE_ERROR_STATE);
      assert_refused (bridge_space_propose_ritual (get_space (service), given, NULL, &error) != NULL, &error, BRIDGE_ERROR_STATE);
    }

  mine = bridge_ritual_copy (edited);
  g_object_set (edited, "who", ben (service), NULL);
  assert_refused (bridge_space_update_ritual (get_space (service), edited, &error), &error, BRIDGE_ERROR_STATE);
  assert_refused (bridge_space_propose_ritual (get_space (service), edited, NULL, &error) != NULL, &error, BRIDGE_ERROR_STATE);
  change = bridge_ritual_change_write (mine, edited);
  assert_refused (bridge_space_propose (get_space (service), BRIDGE_INVITATION_RITUAL, tea, change, NULL, BRIDGE_LOCAL_NONE,
                                        &error) != NULL,
                  &error, BRIDGE_ERROR_STATE);
}

/* What is of both, and what was kept of it, nobody takes for themselves: that is asked, in whichever state it is. What nobody
 * was asked about becomes one's own freely. */
static void
test_not_taken (Service       *service,
                gconstpointer  user_data)
{
  const BridgeRitualEvent downs[] = { BRIDGE_RITUAL_REST, BRIDGE_RITUAL_END };
  g_autofree char *tea = fixture_add_ritual (&service->base, "Tea", "2026-11-23T19:00", "FREQ=DAILY", "0");
  g_autoptr (GError) error = NULL;
  g_autoptr (BridgeRitual) mine = bridge_space_find_ritual (get_space (service), tea, &error);
  g_autoptr (BridgeRitual) asked = NULL;
  g_autoptr (BridgeRitual) given = make (NULL, BRIDGE_RITUAL_DRAFT);
  g_autoptr (BridgeRitual) draft = bridge_space_add_ritual (get_space (service), given, &error);
  BridgeInvitation *waiting;

  g_assert_no_error (error);
  g_object_set (mine, "who", ada (service), NULL);
  g_assert_cmpint (bridge_space_find_more (get_space (service), draft, mine), ==, BRIDGE_RITUAL_MORE_NONE);
  for (gsize i = 0; i < G_N_ELEMENTS (downs); i++)
    {
      assert_refused (bridge_space_update_ritual (get_space (service), mine, &error), &error, BRIDGE_ERROR_STATE);
      g_assert_true (bridge_space_change_ritual_state (get_space (service), tea, downs[i], BRIDGE_LOCAL_NONE, &error));
      assert_refused (bridge_space_update_ritual (get_space (service), mine, &error), &error, BRIDGE_ERROR_STATE);
      g_assert_true (bridge_space_undo (get_space (service), &error));
    }

  asked = bridge_space_propose_ritual (get_space (service), mine, NULL, &error);
  g_assert_no_error (error);
  g_assert_null (bridge_ritual_get_who (asked));
  waiting = bridge_space_find_waiting (get_space (service), BRIDGE_INVITATION_RITUAL, tea);
  set_speaker (get_space (service), ben (service));
  answer (service, waiting, BRIDGE_INVITATION_SAY_YES, NULL, 0);
  g_set_object (&asked, NULL);
  asked = bridge_space_find_ritual (get_space (service), tea, &error);
  g_assert_cmpstr (bridge_ritual_get_who (asked), ==, ada (service));

  set_speaker (get_space (service), ada (service));
  g_object_set (draft, "who", ada (service), NULL);
  g_assert_true (bridge_space_update_ritual (get_space (service), draft, &error));
  g_assert_no_error (error);
}

/* Whether something that was proposed about a ritual waits for an answer. */
static gboolean
is_asked (Service    *service,
          const char *ritual_id)
{
  return bridge_space_find_waiting (get_space (service), BRIDGE_INVITATION_RITUAL, ritual_id) != NULL;
}

/* What no longer fits the ritual waits for nobody, and something else can be proposed; Undo brings both back. What still fits
 * goes on waiting. */
static void
test_overtaken (Service       *service,
                gconstpointer  user_data)
{
  g_autofree char *tea = fixture_add_ritual (&service->base, "Tea", "2026-11-23T19:00", "FREQ=DAILY", "0");
  g_autofree char *name = fixture_name (tea, "2026-11-24T19:00");
  g_autoptr (GError) error = NULL;
  g_autoptr (BridgeSchedule) rarer = bridge_schedule_new (local ("2026-11-23T19:00"), "FREQ=WEEKLY", NULL, NULL, &error);
  g_autoptr (BridgeRitual) longer = bridge_space_find_ritual (get_space (service), tea, &error);
  g_autoptr (BridgeRitual) less = bridge_ritual_copy (longer);
  g_autoptr (BridgeRitual) proposed = NULL;
  g_autoptr (BridgeRitual) again = NULL;
  g_autoptr (BridgeRitual) now = NULL;
  g_autoptr (BridgeInvitation) move = NULL;
  int minutes = bridge_ritual_get_minutes (longer);

  g_object_set (longer, "minutes", minutes + 30, NULL);
  proposed = bridge_space_propose_ritual (get_space (service), longer, NULL, &error);
  g_object_set (less, "smaller", "One cup", NULL);
  g_assert_true (bridge_space_update_ritual (get_space (service), less, &error));
  g_assert_true (is_asked (service, tea));

  g_object_set (less, "minutes", minutes - 5, NULL);
  g_assert_true (bridge_space_update_ritual (get_space (service), less, &error));
  g_assert_false (is_asked (service, tea));
  g_assert_true (bridge_space_undo (get_space (service), &error));
  g_assert_true (is_asked (service, tea));
  now = bridge_space_find_ritual (get_space (service), tea, &error);
  g_assert_cmpint (bridge_ritual_get_minutes (now), ==, minutes);
  g_assert_true (bridge_space_redo (get_space (service), &error));

  g_object_set (longer, "minutes", minutes + 10, NULL);
  again = bridge_space_propose_ritual (get_space (service), longer, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (is_asked (service, tea));
  move = bridge_space_propose_move (get_space (service), name, local ("2026-11-24T21:00"), NULL, &error);
  g_assert_no_error (error);

  /* Ben has it rarer: of the moment that was to be another time there is nothing any more. */
  set_speaker (get_space (service), ben (service));
  g_object_set (less, "schedule", rarer, NULL);
  g_assert_true (bridge_space_update_ritual (get_space (service), less, &error));
  g_assert_null (bridge_space_find_waiting_move (get_space (service), tea, local ("2026-11-24T19:00")));
  g_assert_true (is_asked (service, tea));
  g_assert_true (bridge_space_undo (get_space (service), &error));
  g_assert_nonnull (bridge_space_find_waiting_move (get_space (service), tea, local ("2026-11-24T19:00")));
  g_assert_no_error (error);
}

/* So it is where a turn passes by itself, and where a yes leads to another schedule. */
static void
test_overtaken_by_itself (Service       *service,
                          gconstpointer  user_data)
{
  g_autofree char *tea = fixture_add_ritual (&service->base, "Tea", "2026-11-22T17:00", "FREQ=DAILY", "0");
  g_autofree char *name = fixture_name (tea, "2026-11-22T17:00");
  g_autofree char *later = fixture_name (tea, "2026-11-25T17:00");
  g_autoptr (GError) error = NULL;
  g_autoptr (BridgeSchedule) other = bridge_schedule_new (local ("2026-11-23T18:30"), "FREQ=DAILY", NULL, NULL, &error);
  g_autoptr (BridgeRitual) led = NULL;
  g_autoptr (BridgeRitual) proposed = NULL;
  g_autoptr (BridgeRitual) moved = NULL;
  g_autoptr (BridgeInvitation) move = NULL;

  fixture_change_ritual (&service->base, tea, "lead", ada (service), NULL);
  led = bridge_space_find_ritual (get_space (service), tea, &error);
  g_object_set (led, "lead", NULL, "minutes", bridge_ritual_get_minutes (led) + 5, NULL);
  proposed = bridge_space_propose_ritual (get_space (service), led, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (bridge_space_answer (get_space (service), name, BRIDGE_OUTCOME_KEPT, &error));
  g_assert_false (is_asked (service, tea));

  move = bridge_space_propose_move (get_space (service), later, local ("2026-11-25T21:00"), NULL, &error);
  moved = bridge_space_find_ritual (get_space (service), tea, &error);
  g_object_set (moved, "schedule", other, NULL);
  g_set_object (&proposed, NULL);
  proposed = bridge_space_propose_ritual (get_space (service), moved, NULL, &error);
  g_assert_no_error (error);
  set_speaker (get_space (service), ben (service));
  answer (service, bridge_space_find_waiting (get_space (service), BRIDGE_INVITATION_RITUAL, tea), BRIDGE_INVITATION_SAY_YES, NULL, 0);
  g_assert_null (bridge_space_find_waiting_move (get_space (service), tea, local ("2026-11-25T17:00")));
}

/* There is no way around a yes: not as new, nor by what an edit says of its state, nor with what is asked already. */
static void
test_no_way_around (Service       *service,
                    gconstpointer  user_data)
{
  const BridgeRitualState states[] = { BRIDGE_RITUAL_AGREED, BRIDGE_RITUAL_RESTING, BRIDGE_RITUAL_ENDED };
  g_autoptr (GError) error = NULL;
  g_autoptr (BridgeRitual) draft = make (NULL, BRIDGE_RITUAL_DRAFT);
  g_autoptr (BridgeRitual) stored = NULL;
  g_autoptr (BridgeRitual) proposed = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (states); i++)
    {
      g_autoptr (BridgeRitual) given = make (NULL, states[i]);

      assert_refused (bridge_space_add_ritual (get_space (service), given, &error) != NULL, &error, BRIDGE_ERROR_STATE);
    }
  stored = bridge_space_add_ritual (get_space (service), draft, &error);
  g_assert_no_error (error);
  g_object_set (stored, "state", BRIDGE_RITUAL_AGREED, NULL);
  assert_refused (bridge_space_update_ritual (get_space (service), stored, &error), &error, BRIDGE_ERROR_STATE);

  /* What Ben was asked does not become Ada's own under his answer, nor the other way round. */
  proposed = bridge_space_propose_ritual (get_space (service), stored, NULL, &error);
  g_assert_no_error (error);
  g_object_set (proposed, "who", ada (service), NULL);
  assert_refused (bridge_space_update_ritual (get_space (service), proposed, &error), &error, BRIDGE_ERROR_STATE);
  set_speaker (get_space (service), ben (service));
  g_object_set (proposed, "who", ben (service), NULL);
  assert_refused (bridge_space_update_ritual (get_space (service), proposed, &error), &error, BRIDGE_ERROR_STATE);
}

/* What is done is agreed, too: other words for it are asked about, and who is asked answers what was proposed. */
static void
test_words (Service       *service,
            gconstpointer  user_data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BridgeRitual) given = make (NULL, BRIDGE_RITUAL_AGREED);
  g_autoptr (BridgeRitual) tea = space_add_agreed (get_space (service), given);
  g_autoptr (BridgeRitual) edited = bridge_ritual_copy (tea);
  g_autoptr (BridgeRitual) proposed = NULL;
  g_autoptr (BridgeRitual) fresh = make (NULL, BRIDGE_RITUAL_DRAFT);
  g_autoptr (BridgeRitual) asked = NULL;
  BridgeInvitation *invitation;

  g_object_set (edited, "title", "Talk about the money", NULL);
  assert_refused (bridge_space_update_ritual (get_space (service), edited, &error), &error, BRIDGE_ERROR_STATE);
  proposed = bridge_space_propose_ritual (get_space (service), edited, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (bridge_ritual_get_title (proposed), ==, "Run");
  set_speaker (get_space (service), ben (service));
  invitation = bridge_space_find_waiting (get_space (service), BRIDGE_INVITATION_RITUAL, bridge_ritual_get_id (tea));
  answer (service, invitation, BRIDGE_INVITATION_SAY_YES, NULL, 0);
  g_clear_object (&proposed);
  proposed = bridge_space_find_ritual (get_space (service), bridge_ritual_get_id (tea), &error);
  g_assert_cmpstr (bridge_ritual_get_title (proposed), ==, "Talk about the money");

  /* Ben proposes, and Ada does not say yes to her own words. */
  asked = bridge_space_propose_ritual (get_space (service), fresh, NULL, &error);
  g_assert_no_error (error);
  set_speaker (get_space (service), bridge_person_get_id (bridge_space_get_me (get_space (service))));
  g_clear_object (&edited);
  edited = bridge_ritual_copy (asked);
  g_object_set (edited, "title", "Talk about the house", NULL);
  assert_refused (bridge_space_update_ritual (get_space (service), edited, &error), &error, BRIDGE_ERROR_STATE);
}

/* A moment is noted from its day on; before it a notification may have asked. */
static void
test_answerable (Service       *service,
                 gconstpointer  user_data)
{
  static const struct {
    const char *start;
    const char *put_down; /* (nullable) when it ended or began to rest */
    const char *now;
    gboolean may;
  } vectors[] = {
    { "2026-11-21T19:00", NULL, "2026-11-22T18:00", TRUE },
    { "2026-11-22T19:00", NULL, "2026-11-22T18:00", TRUE },
    { "2026-11-23T19:00", NULL, "2026-11-22T18:00", FALSE },
    { "2026-11-23T19:00", NULL, "2026-11-23T00:00", TRUE },
    { "2027-11-23T19:00", NULL, "2026-11-23T00:00", FALSE },
    { "2026-11-23T19:00", "2026-11-24T12:00", "2026-11-26T12:00", TRUE },
    { "2026-11-24T19:00", "2026-11-24T12:00", "2026-11-24T20:00", FALSE },
    { "2026-11-25T19:00", "2026-11-24T12:00", "2026-11-26T12:00", FALSE },
  };
  const BridgeRitualEvent downs[] = { BRIDGE_RITUAL_END, BRIDGE_RITUAL_REST };

  for (gsize i = 0; i < G_N_ELEMENTS (vectors) * G_N_ELEMENTS (downs); i++)
    {
      gsize k = i % G_N_ELEMENTS (vectors);
      g_autofree char *tea = NULL;
      g_autofree char *name = NULL;
      g_autoptr (BridgeOccurrence) moment = NULL;
      g_autoptr (GError) error = NULL;

      service_jump_to (service, "2026-11-22T18:00");
      tea = fixture_add_ritual (&service->base, "Tea", "2026-11-20T19:00", "FREQ=DAILY", "");
      name = fixture_name (tea, vectors[k].start);
      if (vectors[k].put_down != NULL)
        {
          service_jump_to (service, vectors[k].put_down);
          bridge_space_change_ritual_state (get_space (service), tea, downs[i / G_N_ELEMENTS (vectors)], BRIDGE_LOCAL_NONE, &error);
          g_assert_no_error (error);
        }
      service_jump_to (service, vectors[k].now);
      moment = bridge_space_find_occurrence (get_space (service), name, &error);
      g_assert_no_error (error);
      g_assert_cmpint (bridge_space_may_answer (get_space (service), moment), ==, vectors[k].may);
      g_assert_cmpint (bridge_space_answer (get_space (service), name, BRIDGE_OUTCOME_KEPT, &error), ==, vectors[k].may);
      if (!vectors[k].may)
        assert_refused (FALSE, &error, BRIDGE_ERROR_STATE);
    }
}

static void
test_not_agreed (Service       *service,
                 gconstpointer  user_data)
{
  const BridgeRitualState states[] = { BRIDGE_RITUAL_DRAFT, BRIDGE_RITUAL_PROPOSED };

  for (gsize i = 0; i < G_N_ELEMENTS (states); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (BridgeRitual) given = make (NULL, states[i]);
      g_autoptr (BridgeRitual) stored = bridge_space_add_ritual (get_space (service), given, &error);
      g_autofree char *name = fixture_name (bridge_ritual_get_id (stored), "2026-11-22T17:00");

      assert_refused (bridge_space_answer (get_space (service), name, BRIDGE_OUTCOME_KEPT, &error), &error, BRIDGE_ERROR_STATE);
      assert_refused (bridge_space_answer_notice (get_space (service), name, BRIDGE_OUTCOME_NOT_TODAY, &error), &error,
                      BRIDGE_ERROR_STATE);
    }
}

static BridgeLocal
get_planned (Service    *service,
             const char *name)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BridgeOccurrence) occurrence = bridge_space_find_occurrence (get_space (service), name, &error);

  g_assert_no_error (error);
  return bridge_occurrence_get_planned (occurrence);
}

/* Until there is a yes it is reminded of at its time; then at the one that was found. */
static void
test_move (Service       *service,
           gconstpointer  user_data)
{
  g_autofree char *tea = fixture_add_ritual (&service->base, "Tea", "2026-11-23T19:00", "FREQ=DAILY", "0");
  g_autofree char *name = fixture_name (tea, "2026-11-23T19:00");
  g_autofree char *other = fixture_name (tea, "2026-11-24T19:00");
  g_autoptr (GError) error = NULL;
  g_autoptr (BridgeInvitation) invitation = NULL;
  g_autoptr (BridgeInvitation) second = NULL;

  assert_refused (bridge_space_move (get_space (service), name, local ("2026-11-23T21:00"), &error), &error, BRIDGE_ERROR_STATE);
  assert_refused (bridge_space_propose_move (get_space (service), name, local ("2026-11-22T17:00"), NULL, &error) != NULL, &error,
                  BRIDGE_ERROR_INVALID_DATE);
  assert_refused (bridge_space_propose_move (get_space (service), name, local ("2026-11-23T19:00"), NULL, &error) != NULL, &error,
                  BRIDGE_ERROR_STATE);
  invitation = bridge_space_propose_move (get_space (service), name, local ("2026-11-23T21:00"), "Later?", &error);
  g_assert_no_error (error);
  g_assert_cmpint (bridge_invitation_get_at (invitation), ==, local ("2026-11-23T21:00"));
  g_assert_true (bridge_space_find_waiting_move (get_space (service), tea, local ("2026-11-23T19:00")) != NULL);
  g_assert_null (bridge_space_find_waiting_move (get_space (service), tea, local ("2026-11-24T19:00")));
  /* Once for each moment. */
  assert_refused (bridge_space_propose_move (get_space (service), name, local ("2026-11-23T22:00"), NULL, &error) != NULL, &error,
                  BRIDGE_ERROR_STATE);
  second = bridge_space_propose_move (get_space (service), other, local ("2026-11-24T22:00"), NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (get_planned (service, name), ==, local ("2026-11-23T19:00"));

  service_go_to (service, "2026-11-23T19:00");
  g_assert_cmpuint (recorder_count_of (service->recorder, name), ==, 1);
  set_speaker (get_space (service), ben (service));
  answer (service, invitation, BRIDGE_INVITATION_SAY_ANOTHER_TIME, "2026-11-23T20:00", 0);
  g_assert_cmpint (get_planned (service, name), ==, local ("2026-11-23T19:00"));
  set_speaker (get_space (service), ada (service));
  answer (service, invitation, BRIDGE_INVITATION_SAY_YES, NULL, 0);
  g_assert_cmpint (get_planned (service, name), ==, local ("2026-11-23T20:00"));
  g_assert_false (recorder_is_standing (service->recorder, name));
  g_assert_true (bridge_space_undo (get_space (service), &error));
  g_assert_cmpint (get_planned (service, name), ==, local ("2026-11-23T19:00"));
  g_assert_true (bridge_space_redo (get_space (service), &error));
  service_go_to (service, "2026-11-23T20:00");
  g_assert_cmpuint (recorder_count_of (service->recorder, name), ==, 2);

  /* The answer to the other one of them is no longer needed. */
  set_speaker (get_space (service), ben (service));
  service_go_to (service, "2026-11-24T12:00");
  g_assert_true (bridge_space_answer (get_space (service), other, BRIDGE_OUTCOME_NOT_TODAY, &error));
  g_assert_null (bridge_space_find_waiting_move (get_space (service), tea, local ("2026-11-24T19:00")));
  g_assert_true (bridge_space_undo (get_space (service), &error));
  g_assert_nonnull (bridge_space_find_waiting_move (get_space (service), tea, local ("2026-11-24T19:00")));
}

/* A "not now" rests for that moment only, and what became of the moment or of the ritual meanwhile is said. */
static void
test_move_not_now (Service       *service,
                   gconstpointer  user_data)
{
  g_autofree char *tea = fixture_add_ritual (&service->base, "Tea", "2026-11-23T19:00", "FREQ=DAILY", "0");
  g_autofree char *name = fixture_name (tea, "2026-11-23T19:00");
  g_autofree char *other = fixture_name (tea, "2026-11-24T19:00");
  g_autoptr (GError) error = NULL;
  g_autoptr (BridgeInvitation) invitation = NULL;
  g_autoptr (BridgeInvitation) second = NULL;
  g_autoptr (BridgeRitual) preview = NULL;

  invitation = bridge_space_propose_move (get_space (service), name, local ("2026-11-23T21:00"), NULL, &error);
  set_speaker (get_space (service), ben (service));
  answer (service, invitation, BRIDGE_INVITATION_SAY_NOT_NOW, NULL, BRIDGE_INVITATION_REST_DEFAULT);
  g_assert_cmpint (get_planned (service, name), ==, local ("2026-11-23T19:00"));
  set_speaker (get_space (service), ada (service));
  assert_refused (bridge_space_propose_move (get_space (service), name, local ("2026-11-23T22:00"), NULL, &error) != NULL, &error,
                  BRIDGE_ERROR_STATE);
  /* What could not be proposed anyway is told so first. */
  assert_refused (bridge_space_propose_move (get_space (service), name, local ("2026-11-22T12:00"), NULL, &error) != NULL, &error,
                  BRIDGE_ERROR_INVALID_DATE);
  second = bridge_space_propose_move (get_space (service), other, local ("2026-11-24T21:00"), NULL, &error);
  g_assert_no_error (error);

  bridge_space_change_ritual_state (get_space (service), tea, BRIDGE_RITUAL_REST, BRIDGE_LOCAL_NONE, &error);
  preview = bridge_space_preview_invitation (get_space (service), second, &error);
  assert_refused (preview != NULL, &error, BRIDGE_ERROR_STATE);
  set_speaker (get_space (service), ben (service));
  assert_refused (bridge_space_answer_invitation (get_space (service), bridge_invitation_get_id (second),
                                                  BRIDGE_INVITATION_SAY_YES, BRIDGE_LOCAL_NONE, 0, &error),
                  &error, BRIDGE_ERROR_STATE);
  bridge_space_change_ritual_state (get_space (service), tea, BRIDGE_RITUAL_END, BRIDGE_LOCAL_NONE, &error);
  g_assert_null (bridge_space_find_waiting_move (get_space (service), tea, local ("2026-11-24T19:00")));
}

/* What one of both has left out is not planned again by the other one alone; what is over is only noted. */
static void
test_bring_back (Service       *service,
                 gconstpointer  user_data)
{
  g_autofree char *tea = fixture_add_ritual (&service->base, "Tea", "2026-11-23T19:00", "FREQ=DAILY", "0");
  g_autofree char *name = fixture_name (tea, "2026-11-23T19:00");
  g_autoptr (GError) error = NULL;
  g_autoptr (BridgeInvitation) invitation = NULL;
  g_autoptr (BridgeOccurrence) moment = NULL;
  g_autofree char *headline = NULL;
  g_auto (GStrv) lines = NULL;

  set_speaker (get_space (service), ben (service));
  g_assert_true (bridge_space_leave_out (get_space (service), name, &error));
  set_speaker (get_space (service), ada (service));
  assert_refused (bridge_space_answer (get_space (service), name, BRIDGE_OUTCOME_NONE, &error), &error, BRIDGE_ERROR_STATE);
  assert_refused (bridge_space_move (get_space (service), name, local ("2026-11-23T19:00"), &error), &error, BRIDGE_ERROR_STATE);
  invitation = bridge_space_propose_move (get_space (service), name, local ("2026-11-23T19:00"), NULL, &error);
  g_assert_no_error (error);
  headline = bridge_invitation_to_headline (get_space (service), invitation);
  g_assert_cmpstr (headline, ==, "Ada proposes to plan it again");
  lines = bridge_invitation_to_lines (get_space (service), invitation, &error);
  g_assert_cmpstr (lines[0], ==, "Tomorrow at 19:00, which was left out, is planned again");
  moment = bridge_space_find_occurrence (get_space (service), name, &error);
  g_assert_true (bridge_occurrence_get_left_out (moment));

  set_speaker (get_space (service), ben (service));
  answer (service, invitation, BRIDGE_INVITATION_SAY_YES, NULL, 0);
  g_set_object (&moment, NULL);
  moment = bridge_space_find_occurrence (get_space (service), name, &error);
  g_assert_false (bridge_occurrence_get_left_out (moment));
  service_go_to (service, "2026-11-23T19:00");
  g_assert_true (recorder_is_standing (service->recorder, name));

  g_assert_true (bridge_space_leave_out (get_space (service), name, &error));
  service_go_to (service, "2026-11-23T19:01");
  set_speaker (get_space (service), ada (service));
  g_assert_true (bridge_space_answer (get_space (service), name, BRIDGE_OUTCOME_NONE, &error));
  g_assert_no_error (error);
}

static guint
count_listed (Service    *service,
              const char *ritual_id)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) moments =
    bridge_space_list_occurrences (get_space (service), ritual_id, local ("2026-11-22"), local ("2026-11-25"), &error);

  g_assert_no_error (error);
  return moments->len;
}

/* Of the other one's own what is to come can be seen; what became of it is theirs. */
static void
test_others_past (Service       *service,
                     gconstpointer  ritual)
{
  g_autoptr (BridgeRitual) given = make (ben (service), BRIDGE_RITUAL_AGREED);
  g_autoptr (BridgeRitual) own = space_add_agreed (get_space (service), given);
  const char *listed = ritual != NULL ? bridge_ritual_get_id (own) : NULL;
  g_autofree char *name = fixture_name (bridge_ritual_get_id (own), "2026-11-22T17:00");
  g_autoptr (GError) error = NULL;

  g_assert_cmpuint (count_listed (service, listed), ==, 2);
  service_go_to (service, "2026-11-23T17:05");
  g_assert_cmpuint (count_listed (service, listed), ==, 2);
  service_go_to (service, "2026-11-23T18:00");
  g_assert_cmpuint (count_listed (service, listed), ==, 1);
  set_speaker (get_space (service), ben (service));
  g_assert_cmpuint (count_listed (service, listed), ==, 3);
  g_assert_true (bridge_space_answer (get_space (service), name, BRIDGE_OUTCOME_NOT_TODAY, &error));
  set_speaker (get_space (service), ada (service));
  g_assert_cmpuint (count_listed (service, listed), ==, 1);
}

static guint
count_logged (Service    *service,
              const char *ritual_id)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) lines = bridge_reminder_log_load (get_space (service), 100, &error);
  guint n = 0;

  g_assert_no_error (error);
  for (guint i = 0; i < lines->len; i++)
    n += g_str_equal (bridge_reminder_get_ritual_id (g_ptr_array_index (lines, i)), ritual_id);
  return n;
}

/* Nor does the log of reminders say to the other one on which days somebody has answered. */
static void
test_others_log (Service       *service,
                 gconstpointer  user_data)
{
  g_autoptr (BridgeRitual) given = make (ben (service), BRIDGE_RITUAL_AGREED);
  g_autoptr (BridgeRitual) own = space_add_agreed (get_space (service), given);
  g_autofree char *tea = fixture_add_ritual (&service->base, "Tea", "2026-11-23T19:00", "FREQ=DAILY", "0");
  const char *id = bridge_ritual_get_id (own);

  service_go_to (service, "2026-11-24T18:00");
  g_assert_cmpuint (count_logged (service, id), ==, 0);
  g_assert_cmpuint (count_logged (service, tea), ==, 1);
  set_speaker (get_space (service), ben (service));
  g_assert_cmpuint (count_logged (service, id), ==, 2);
  g_assert_cmpuint (count_logged (service, tea), ==, 1);
}

/* In a zone of its own: an invitation is for a time here. */
static void
test_move_pinned (Service       *service,
                  gconstpointer  user_data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BridgeRitual) given = make (NULL, BRIDGE_RITUAL_AGREED);
  g_autoptr (BridgeSchedule) schedule =
    bridge_schedule_new (local ("2026-11-23T12:00"), "FREQ=DAILY", NULL, "America/New_York", &error);
  g_autoptr (BridgeRitual) call = NULL;
  g_autoptr (BridgeInvitation) invitation = NULL;
  g_autofree char *name = NULL;

  g_object_set (given, "schedule", schedule, NULL);
  call = space_add_agreed (get_space (service), given);
  name = fixture_name (bridge_ritual_get_id (call), "2026-11-23T12:00");
  invitation = bridge_space_propose_move (get_space (service), name, local ("2026-11-23T14:00"), NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (bridge_invitation_get_at (invitation), ==, local ("2026-11-23T20:00"));
  set_speaker (get_space (service), ben (service));
  answer (service, invitation, BRIDGE_INVITATION_SAY_YES, NULL, 0);
  g_assert_cmpint (get_planned (service, name), ==, local ("2026-11-23T14:00"));
}

static gint64
count_invitations (Service *service)
{
  g_autoptr (GError) error = NULL;
  gint64 rows = -1;

  bridge_statement_query_int (bridge_space_get_database (get_space (service)), "SELECT count (*) FROM invitations", &rows, &error);
  g_assert_no_error (error);
  return rows;
}

/* Once its rest is over nothing is left of a "not now": when the day turns, and when it turned with nobody there. */
static void
test_forgotten (Service       *service,
                gconstpointer  by_opening)
{
  g_autoptr (BridgeRitual) given = make (NULL, BRIDGE_RITUAL_DRAFT);
  g_autoptr (GError) error = NULL;
  g_autoptr (BridgeRitual) stored = bridge_space_propose_ritual (get_space (service), given, NULL, &error);
  BridgeInvitation *waiting =
    bridge_space_find_waiting (get_space (service), BRIDGE_INVITATION_RITUAL, bridge_ritual_get_id (stored));

  set_speaker (get_space (service), ben (service));
  answer (service, waiting, BRIDGE_INVITATION_SAY_NOT_NOW, NULL, 3);
  service_go_to (service, "2026-11-24T23:59");
  service_restart (service);
  g_assert_cmpint (count_invitations (service), ==, 1);
  if (by_opening != NULL)
    {
      service_end (service);
      g_assert_finalize_object (service->base.space);
      bridge_fake_clock_advance_to (BRIDGE_FAKE_CLOCK (service->base.clock), "2026-11-25T00:00");
      service->base.space = bridge_space_open (service->base.folder, service->base.clock, &error);
      g_assert_no_error (error);
      service_start (service);
    }
  else
    {
      service_go_to (service, "2026-11-25T00:00");
    }
  g_assert_cmpint (count_invitations (service), ==, 0);
  g_assert_cmpuint (g_list_model_get_n_items (bridge_space_get_invitations (get_space (service))), ==, 0);
}

/* What rests for no time stays for a day, so that it can be taken back. */
static void
test_forgotten_just_now (Service       *service,
                         gconstpointer  user_data)
{
  g_autoptr (BridgeRitual) given = make (NULL, BRIDGE_RITUAL_DRAFT);
  g_autoptr (GError) error = NULL;
  g_autoptr (BridgeRitual) stored = bridge_space_propose_ritual (get_space (service), given, NULL, &error);
  BridgeInvitation *waiting =
    bridge_space_find_waiting (get_space (service), BRIDGE_INVITATION_RITUAL, bridge_ritual_get_id (stored));

  set_speaker (get_space (service), ben (service));
  answer (service, waiting, BRIDGE_INVITATION_SAY_NOT_NOW, NULL, 0);
  service_go_to (service, "2026-11-23T18:00");
  g_assert_cmpint (count_invitations (service), ==, 1);
  g_assert_true (bridge_space_undo (get_space (service), &error));
  g_assert_true (bridge_space_redo (get_space (service), &error));
  service_go_to (service, "2026-11-24T18:00");
  g_assert_cmpint (count_invitations (service), ==, 1);
  service_go_to (service, "2026-11-24T18:01");
  g_assert_cmpint (count_invitations (service), ==, 0);
}

/* What cannot be deleted now stays a little longer; nobody goes round in circles over it. */
static void
test_forgotten_later (Service       *service,
                      gconstpointer  user_data)
{
  g_autoptr (BridgeRitual) given = make (NULL, BRIDGE_RITUAL_DRAFT);
  g_autoptr (GError) error = NULL;
  g_autoptr (BridgeRitual) stored = bridge_space_propose_ritual (get_space (service), given, NULL, &error);
  BridgeInvitation *waiting =
    bridge_space_find_waiting (get_space (service), BRIDGE_INVITATION_RITUAL, bridge_ritual_get_id (stored));
  BridgeDatabase *db = bridge_space_get_database (get_space (service));

  set_speaker (get_space (service), ben (service));
  answer (service, waiting, BRIDGE_INVITATION_SAY_NOT_NOW, NULL, 3);
  bridge_statement_execute (db, "CREATE TRIGGER full BEFORE DELETE ON invitations BEGIN SELECT RAISE (ABORT, 'full'); END", &error);
  g_assert_no_error (error);
  service_go_to (service, "2026-11-25T00:00");
  g_assert_cmpint (count_invitations (service), ==, 1);

  bridge_statement_execute (db, "DROP TRIGGER full", &error);
  g_assert_no_error (error);
  service_go_to (service, "2026-11-25T00:59");
  g_assert_cmpint (count_invitations (service), ==, 1);
  service_go_to (service, "2026-11-25T01:00");
  g_assert_cmpint (count_invitations (service), ==, 0);
}

static void
service_set_up_two (Service       *service,
                    gconstpointer  user_data)
{
  service_set_up (service, NULL);
}

#define ADD(path, data, test) g_test_add ("/decisions/" path, Service, data, service_set_up_two, test, service_tear_down)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  ADD ("own", NULL, test_own);
  ADD ("others-past/all", NULL, test_others_past);
  ADD ("others-past/one", GINT_TO_POINTER (TRUE), test_others_past);
  ADD ("others-past/log", NULL, test_others_log);
  ADD ("not-handed-over", NULL, test_not_handed_over);
  ADD ("not-taken", NULL, test_not_taken);
  ADD ("overtaken", NULL, test_overtaken);
  ADD ("overtaken/by-itself", NULL, test_overtaken_by_itself);
  ADD ("no-way-around", NULL, test_no_way_around);
  ADD ("words", NULL, test_words);
  ADD ("answerable", NULL, test_answerable);
  ADD ("not-agreed", NULL, test_not_agreed);
  ADD ("move", NULL, test_move);
  ADD ("move-not-now", NULL, test_move_not_now);
  ADD ("bring-back", NULL, test_bring_back);
  ADD ("move-pinned", NULL, test_move_pinned);
  ADD ("forgotten/day-turns", NULL, test_forgotten);
  ADD ("forgotten/opening", GINT_TO_POINTER (TRUE), test_forgotten);
  ADD ("forgotten/just-now", NULL, test_forgotten_just_now);
  ADD ("forgotten/later", NULL, test_forgotten_later);

  return g_test_run ();
}

/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "bridge-invitation.h"

#include "bridge-error.h"
#include "../support/bridge-test.h"

static BridgeLocal
at (const char *text)
{
  BridgeLocal local;

  if (text == NULL)
    return BRIDGE_LOCAL_NONE;
  g_assert_true (bridge_local_parse (text, &local, NULL));
  return local;
}

static void
test_copy (void)
{
  g_autoptr (BridgeInvitation) invitation = bridge_invitation_new (BRIDGE_INVITATION_MOMENT, "ada", "ben");
  g_autoptr (BridgeInvitation) copy = NULL;

  g_assert_cmpstr (bridge_invitation_get_waits_for (invitation), ==, "ben");
  g_assert_true (bridge_invitation_is_waiting (invitation));
  g_assert_cmpint (bridge_invitation_get_time (invitation), ==, BRIDGE_LOCAL_NONE);
  bridge_test_assert_notifies (invitation, "from-id", "ada", "cleo");
  bridge_test_assert_notifies (invitation, "subject", BRIDGE_INVITATION_CHECK_IN, BRIDGE_INVITATION_RITUAL);
  bridge_test_assert_notifies (invitation, "state", BRIDGE_INVITATION_ANOTHER_TIME, BRIDGE_INVITATION_OPEN);
  bridge_test_assert_notifies (invitation, "words", "Shall we?", "");
  bridge_test_assert_notifies (invitation, "change", "{}", NULL);
  bridge_test_assert_notifies (invitation, "at", at ("2026-11-27T19:00"), BRIDGE_LOCAL_NONE);
  g_assert_cmpint (bridge_invitation_get_time (invitation), ==, at ("2026-11-27T19:00"));
  bridge_test_assert_notifies (invitation, "other-time", at ("2026-11-28T19:00"), BRIDGE_LOCAL_NONE);
  g_assert_cmpint (bridge_invitation_get_time (invitation), ==, at ("2026-11-28T19:00"));
  g_object_set (invitation, "id", "an-id", "subject-id", "another", "rest-until", at ("2026-12-01"), "updated-at", (gint64) 3,
                NULL);
  copy = bridge_invitation_copy (invitation);
  bridge_test_assert_same (invitation, copy, NULL);
}

static void
test_validate (void)
{
  g_autofree char *longest = g_strnfill (500, 'a');
  g_autofree char *longer = g_strnfill (501, 'a');
  const struct {
    const char *from, *to, *words;
    gboolean fine;
  } vectors[] = {
    { "ada", "ben", "", TRUE },
    { "ada", "ben", longest, TRUE },
    { "ada", "ben", longer, FALSE },
    { "ada", "ada", "", FALSE },
    { NULL, "ben", "", FALSE },
    { "ada", NULL, "", FALSE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (vectors); i++)
    {
      g_autoptr (BridgeInvitation) invitation =
        bridge_invitation_new (BRIDGE_INVITATION_RITUAL, vectors[i].from, vectors[i].to);
      g_autoptr (GError) error = NULL;

      g_object_set (invitation, "words", vectors[i].words, NULL);
      g_assert_cmpint (bridge_invitation_validate (invitation, &error), ==, vectors[i].fine);
      if (!vectors[i].fine)
        g_assert_error (error, BRIDGE_ERROR, BRIDGE_ERROR_INVALID_VALUE);
    }
}

#define NOBODY BRIDGE_INVITATION_NOBODY
#define FROM BRIDGE_INVITATION_FROM
#define TO BRIDGE_INVITATION_TO

/* Every place an invitation can stand in, × every event × who acts. "-": refused; else the state, whose answer is awaited
 * then, and what is to be done besides. */
static void
test_table (void)
{
  static const struct {
    BridgeInvitationState state;
    BridgeInvitationSide waits_for;
    const char *results[5][2]; /* by event; by FROM, by TO */
  } table[] = {
    { BRIDGE_INVITATION_OPEN, TO, {
      { "-", "agreed 0 1" },
      { "-", "another-time 1 0" },
      { "-", "not-now 0 2" },
      { "withdrawn 0 2", "-" },
      { "-", "-" },
    } },
    { BRIDGE_INVITATION_ANOTHER_TIME, FROM, {
      { "agreed 0 1", "-" },
      { "another-time 2 0", "-" },
      { "not-now 0 2", "-" },
      { "-", "withdrawn 0 2" },
      { "-", "-" },
    } },
    { BRIDGE_INVITATION_ANOTHER_TIME, TO, {
      { "-", "agreed 0 1" },
      { "-", "another-time 1 0" },
      { "-", "not-now 0 2" },
      { "withdrawn 0 2", "-" },
      { "-", "-" },
    } },
    { BRIDGE_INVITATION_AGREED, NOBODY, {
      { "-", "-" },
      { "-", "-" },
      { "-", "-" },
      { "-", "-" },
      { "agreed 0 0", "agreed 0 0" },
    } },
    { BRIDGE_INVITATION_NOT_NOW, NOBODY, {
      { "-", "-" },
      { "-", "-" },
      { "-", "-" },
      { "-", "-" },
      { "not-now 0 0", "not-now 0 0" },
    } },
    { BRIDGE_INVITATION_WITHDRAWN, NOBODY, {
      { "-", "-" },
      { "-", "-" },
      { "-", "-" },
      { "-", "-" },
      { "withdrawn 0 0", "withdrawn 0 0" },
    } },
  };
  BridgeLocal now = at ("2026-11-26T18:00");

  for (gsize i = 0; i < G_N_ELEMENTS (table); i++)
    for (BridgeInvitationEvent event = BRIDGE_INVITATION_SAY_YES; event <= BRIDGE_INVITATION_COME_UP_AGAIN; event++)
      for (BridgeInvitationSide actor = NOBODY; actor <= TO; actor++)
        {
          BridgeInvitationStatus status = { table[i].state, table[i].waits_for, BRIDGE_LOCAL_NONE, BRIDGE_LOCAL_NONE };
          BridgeInvitationAct act = { event, actor, at ("2026-11-28T19:00"), BRIDGE_INVITATION_REST_DEFAULT };
          BridgeInvitationStatus next = { 99, 99, 99, 99 };
          BridgeInvitationEffect effect = 99;
          g_autoptr (GError) error = NULL;
          const char *expected = actor == NOBODY ? "-" : table[i].results[event][actor - FROM];
          g_autofree char *found = NULL;

          if (bridge_invitation_step (&status, &act, now, &next, &effect, &error))
            {
              g_assert_no_error (error);
              found = g_strdup_printf ("%s %d %d", bridge_enum_to_nick (BRIDGE_TYPE_INVITATION_STATE, next.state),
                                       next.waits_for, effect);
              g_assert_cmpint (next.other_time == act.other_time, ==, event == BRIDGE_INVITATION_SAY_ANOTHER_TIME);
              g_assert_cmpint (next.rest_until == at ("2026-12-03"), ==, event == BRIDGE_INVITATION_SAY_NOT_NOW);
            }
          else
            {
              g_assert_error (error, BRIDGE_ERROR, BRIDGE_ERROR_STATE);
              g_assert_cmpint (next.state, ==, 99);
              g_assert_cmpint (effect, ==, 99);
              found = g_strdup ("-");
            }
          g_assert_cmpstr (found, ==, expected);
        }
}

static void
test_another_time (void)
{
  BridgeInvitationStatus status = { BRIDGE_INVITATION_OPEN, TO, BRIDGE_LOCAL_NONE, BRIDGE_LOCAL_NONE };
  BridgeInvitationAct act = { BRIDGE_INVITATION_SAY_ANOTHER_TIME, TO, BRIDGE_LOCAL_NONE, 0 };
  const char *times[] = { NULL, "2026-11-26T17:59", "2026-11-26T18:00" };
  g_autoptr (GError) error = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (times); i++)
    {
      act.other_time = at (times[i]);
      g_assert_false (bridge_invitation_step (&status, &act, at ("2026-11-26T18:00"), &status, NULL, &error));
      g_assert_error (error, BRIDGE_ERROR, BRIDGE_ERROR_INVALID_DATE);
      g_clear_error (&error);
    }

  /* To and fro: what was named last counts. */
  act.other_time = at ("2026-11-28T19:00");
  g_assert_true (bridge_invitation_step (&status, &act, at ("2026-11-26T18:00"), &status, NULL, &error));
  act.actor = FROM;
  act.other_time = at ("2026-11-29T20:00");
  g_assert_true (bridge_invitation_step (&status, &act, at ("2026-11-26T18:00"), &status, NULL, &error));
  act.actor = TO;
  act.event = BRIDGE_INVITATION_SAY_YES;
  g_assert_true (bridge_invitation_step (&status, &act, at ("2026-11-26T18:00"), &status, NULL, &error));
  g_assert_cmpint (status.other_time, ==, at ("2026-11-29T20:00"));
  g_assert_cmpint (status.state, ==, BRIDGE_INVITATION_AGREED);
}

static void
test_rest (void)
{
  static const struct {
    int days;
    const char *until; /* NULL: none; "": refused */
  } vectors[] = {
    { BRIDGE_INVITATION_REST_DEFAULT, "2026-12-03" },
    { 0, NULL },
    { 1, "2026-11-27" },
    { 30, "2026-12-26" },
    { 365, "2027-11-26" },
    { 366, "" },
    { -2, "" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (vectors); i++)
    {
      BridgeInvitationStatus status = { BRIDGE_INVITATION_OPEN, TO, BRIDGE_LOCAL_NONE, BRIDGE_LOCAL_NONE };
      BridgeInvitationAct act = { BRIDGE_INVITATION_SAY_NOT_NOW, TO, BRIDGE_LOCAL_NONE, vectors[i].days };
      g_autoptr (GError) error = NULL;

      if (g_strcmp0 (vectors[i].until, "") == 0)
        {
          g_assert_false (bridge_invitation_step (&status, &act, at ("2026-11-26T18:00"), &status, NULL, &error));
          g_assert_error (error, BRIDGE_ERROR, BRIDGE_ERROR_INVALID_VALUE);
          continue;
        }
      g_assert_true (bridge_invitation_step (&status, &act, at ("2026-11-26T18:00"), &status, NULL, &error));
      g_assert_cmpint (status.rest_until, ==, at (vectors[i].until));
    }
}

/* Whoever said "not now" may bring it up at any time; the other one when the rest is over. */
static void
test_come_up_again (void)
{
  static const struct {
    const char *now, *other_time;
    BridgeInvitationSide actor;
    const char *refusal;
  } vectors[] = {
    { "2026-11-26T18:00", NULL, FROM, "This can be proposed again from Thursday, 3 December on." },
    { "2026-12-02T23:59", NULL, FROM, "This can be proposed again from Thursday, 3 December on." },
    { "2026-12-03T00:00", NULL, FROM, NULL },
    { "2026-11-26T18:00", NULL, TO, NULL },
    { "2026-11-26T18:00", "2026-11-28T19:00", FROM, "This can be proposed again from Thursday, 3 December on." },
    { "2026-11-26T18:00", "2026-11-28T19:00", TO, "This can be proposed again from Thursday, 3 December on." },
    { "2026-12-03T00:00", "2026-11-28T19:00", TO, NULL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (vectors); i++)
    {
      BridgeInvitationStatus status = { BRIDGE_INVITATION_NOT_NOW, NOBODY, at (vectors[i].other_time), at ("2026-12-03") };
      BridgeInvitationAct act = { BRIDGE_INVITATION_COME_UP_AGAIN, vectors[i].actor, BRIDGE_LOCAL_NONE, 0 };
      g_autoptr (GError) error = NULL;

      g_assert_cmpint (bridge_invitation_step (&status, &act, at (vectors[i].now), &status, NULL, &error), ==,
                       vectors[i].refusal == NULL);
      if (vectors[i].refusal != NULL)
        {
          g_assert_error (error, BRIDGE_ERROR, BRIDGE_ERROR_STATE);
          g_assert_cmpstr (error->message, ==, vectors[i].refusal);
        }
    }
}

static void
test_status (void)
{
  g_autoptr (BridgeInvitation) invitation = bridge_invitation_new (BRIDGE_INVITATION_RITUAL, "ada", "ben");
  BridgeInvitationStatus status;

  g_assert_cmpint (bridge_invitation_get_side (invitation, "ada"), ==, FROM);
  g_assert_cmpint (bridge_invitation_get_side (invitation, "ben"), ==, TO);
  g_assert_cmpint (bridge_invitation_get_side (invitation, "cleo"), ==, NOBODY);
  g_assert_cmpint (bridge_invitation_get_side (invitation, NULL), ==, NOBODY);

  bridge_invitation_get_status (invitation, &status);
  g_assert_cmpint (status.waits_for, ==, TO);
  status.state = BRIDGE_INVITATION_ANOTHER_TIME;
  status.waits_for = FROM;
  status.other_time = 60;
  bridge_invitation_set_status (invitation, &status);
  g_assert_cmpstr (bridge_invitation_get_waits_for (invitation), ==, "ada");
  g_assert_cmpint (bridge_invitation_get_other_time (invitation), ==, 60);
  status.waits_for = NOBODY;
  bridge_invitation_set_status (invitation, &status);
  g_assert_null (bridge_invitation_get_waits_for (invitation));
  g_assert_false (bridge_invitation_is_waiting (invitation));
}

/* What has no time of its own: whoever is asked says when they come back to it, and the answer stays theirs. */
static void
test_answer_stays (void)
{
  BridgeInvitationStatus status = { BRIDGE_INVITATION_OPEN, TO, BRIDGE_LOCAL_NONE, BRIDGE_LOCAL_NONE };
  BridgeInvitationAct act = { BRIDGE_INVITATION_SAY_ANOTHER_TIME, TO, 200, 0, TRUE };
  BridgeInvitationStatus next;
  BridgeInvitationEffect effect;
  g_autoptr (GError) error = NULL;

  g_assert_true (bridge_invitation_step (&status, &act, 100, &next, &effect, &error));
  g_assert_cmpint (next.state, ==, BRIDGE_INVITATION_ANOTHER_TIME);
  g_assert_cmpint (next.waits_for, ==, TO);
  g_assert_cmpint (next.other_time, ==, 200);

  status = next;
  act = (BridgeInvitationAct) { BRIDGE_INVITATION_SAY_YES, FROM, BRIDGE_LOCAL_NONE, 0, TRUE };
  g_assert_false (bridge_invitation_step (&status, &act, 100, &next, &effect, &error));
  g_assert_error (error, BRIDGE_ERROR, BRIDGE_ERROR_STATE);
  g_clear_error (&error);
  act.actor = TO;
  g_assert_true (bridge_invitation_step (&status, &act, 100, &next, &effect, &error));
  g_assert_cmpint (effect, ==, BRIDGE_INVITATION_EFFECT_AGREE);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/invitation/copy", test_copy);
  g_test_add_func ("/invitation/validate", test_validate);
  g_test_add_func ("/invitation/table", test_table);
  g_test_add_func ("/invitation/another-time", test_another_time);
  g_test_add_func ("/invitation/answer-stays", test_answer_stays);
  g_test_add_func ("/invitation/rest", test_rest);
  g_test_add_func ("/invitation/come-up-again", test_come_up_again);
  g_test_add_func ("/invitation/status", test_status);

  return g_test_run ();
}

/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "bridge-error.h"
#include "bridge-invitation-words.h"
#include "service-fixture.h"

#include "../support/promise-helper.h"

static const char *
get_partner (Fixture *fixture)
{
  return bridge_person_get_id (bridge_space_get_partner (fixture->space));
}

static void
speak_as (Fixture    *fixture,
          const char *id)
{
  g_autoptr (GError) error = NULL;

  bridge_space_set_speaker (fixture->space, id, &error);
  g_assert_no_error (error);
}

static BridgePromise *
try_to_add (Fixture    *fixture,
            const char *text,
            const char *who,
            const char *due,
            GError    **error)
{
  g_autoptr (BridgePromise) promise = bridge_promise_new (text, who, local (due), strchr (due, 'T') != NULL);

  return bridge_space_add_promise (fixture->space, promise, error);
}

static BridgePromise *
add (Fixture    *fixture,
     const char *text,
     const char *who,
     const char *due)
{
  g_autoptr (BridgePromise) promise = bridge_promise_new (text, who, local (due), strchr (due, 'T') != NULL);

  return bridge_test_add_promise (fixture->space, promise);
}

static BridgePromise *
find (Fixture       *fixture,
      BridgePromise *promise)
{
  g_autoptr (GError) error = NULL;
  BridgePromise *found = bridge_space_find_promise (fixture->space, bridge_promise_get_id (promise), &error);

  g_assert_no_error (error);
  return found;
}

static void
assert_state (Fixture            *fixture,
              BridgePromise      *promise,
              BridgePromiseState  state,
              const char         *due)
{
  g_autoptr (BridgePromise) found = find (fixture, promise);
  g_autofree char *text = bridge_promise_format_due (found);

  g_assert_cmpint (bridge_promise_get_state (found), ==, state);
  g_assert_cmpstr (text, ==, due);
}

static void
undo (Fixture    *fixture,
      const char *label)
{
  g_autoptr (GError) error = NULL;

  g_assert_cmpstr (bridge_space_get_undo_label (fixture->space), ==, label);
  bridge_space_undo (fixture->space, &error);
  g_assert_no_error (error);
}

static void
count_cb (BridgeSpace *space,
          guint        kinds,
          gboolean     from_outside,
          guint       *count)
{
  if (kinds & BRIDGE_KIND_PROMISES)
    (*count)++;
}

/* Noted, listed by date, stored, and taken back. */
static void
test_add (Fixture       *fixture,
          gconstpointer  user_data)
{
  GListModel *list = bridge_space_get_promises (fixture->space);
  g_autoptr (BridgePromise) later = NULL;
  g_autoptr (BridgePromise) sooner = NULL;
  g_autoptr (BridgePromise) first = NULL;
  g_autoptr (BridgePromise) reread = NULL;
  guint changes = 0;

  g_signal_connect (fixture->space, "changed", G_CALLBACK (count_cb), &changes);
  later = add (fixture, "  Ask at\nthe workshop ", bridge_space_get_partner (fixture->space) != NULL ? fixture_get_me (fixture) : NULL,
               "2026-11-25");
  sooner = add (fixture, "Look for the photographs", fixture_get_me (fixture), "2026-11-24T19:00");
  g_assert_cmpuint (changes, ==, 2);
  g_assert_cmpstr (bridge_promise_get_text (later), ==, "Ask at the workshop");
  g_assert_cmpint (bridge_promise_get_reminding_since (later), ==, bridge_clock_now (fixture->clock));
  first = g_list_model_get_item (list, 0);
  g_assert_cmpstr (bridge_promise_get_id (first), ==, bridge_promise_get_id (sooner));

  undo (fixture, "Promise added");
  g_assert_cmpuint (g_list_model_get_n_items (list), ==, 1);
  g_signal_handlers_disconnect_by_func (fixture->space, count_cb, &changes);
  fixture_reopen (fixture);
  reread = find (fixture, later);
  g_assert_cmpstr (bridge_promise_get_text (reread), ==, "Ask at the workshop");
  g_assert_cmpstr (bridge_promise_get_who (reread), ==, bridge_promise_get_who (later));
}

static void
test_refused (Fixture       *fixture,
              gconstpointer  user_data)
{
  const struct {
    const char *text;
    const char *due;
    int code;
  } vectors[] = {
    { " ", "2026-11-24", BRIDGE_ERROR_INVALID_VALUE },
    { "Words", "2026-11-21", BRIDGE_ERROR_INVALID_DATE },
    { "Words", "2026-11-21T23:59", BRIDGE_ERROR_INVALID_DATE },
  };
  g_autoptr (BridgePromise) today = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (vectors); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (try_to_add (fixture, vectors[i].text, fixture_get_me (fixture), vectors[i].due, &error));
      g_assert_error (error, BRIDGE_ERROR, vectors[i].code);
    }

  /* Today is fine, whatever time it is. */
  today = add (fixture, "Words", fixture_get_me (fixture), "2026-11-22T08:00");
  g_assert_cmpuint (g_list_model_get_n_items (bridge_space_get_promises (fixture->space)), ==, 1);
}

static void
test_not_set_up (Fixture       *fixture,
                 gconstpointer  user_data)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (try_to_add (fixture, "Words", NULL, "2026-11-24", &error));
  g_assert_error (error, BRIDGE_ERROR, BRIDGE_ERROR_NOT_SET_UP);
}

/* Kept, let go, brought back, each with its undo. */
static void
test_answers (Fixture       *fixture,
              gconstpointer  user_data)
{
  g_autoptr (BridgePromise) promise = add (fixture, "Words", fixture_get_me (fixture), "2026-11-24");
  const char *id = bridge_promise_get_id (promise);
  g_autoptr (BridgePromise) back = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (bridge_space_change_promise (fixture->space, id, BRIDGE_PROMISE_KEEP, &error));
  assert_state (fixture, promise, BRIDGE_PROMISE_KEPT, "2026-11-24");
  g_assert_false (bridge_space_change_promise (fixture->space, id, BRIDGE_PROMISE_RELEASE, &error));
  g_assert_error (error, BRIDGE_ERROR, BRIDGE_ERROR_STATE);
  g_clear_error (&error);
  undo (fixture, "Promise kept");
  assert_state (fixture, promise, BRIDGE_PROMISE_OPEN, "2026-11-24");

  g_assert_true (bridge_space_change_promise (fixture->space, id, BRIDGE_PROMISE_RELEASE, &error));
  assert_state (fixture, promise, BRIDGE_PROMISE_LET_GO, "2026-11-24");
  bridge_fake_clock_advance (BRIDGE_FAKE_CLOCK (fixture->clock), 60 * BRIDGE_MS_PER_MINUTE);
  g_assert_true (bridge_space_change_promise (fixture->space, id, BRIDGE_PROMISE_BRING_BACK, &error));
  back = find (fixture, promise);
  g_assert_cmpint (bridge_promise_get_state (back), ==, BRIDGE_PROMISE_OPEN);
  g_assert_cmpint (bridge_promise_get_reminding_since (back), ==, bridge_clock_now (fixture->clock));
  undo (fixture, "Promise is open again");
  assert_state (fixture, promise, BRIDGE_PROMISE_LET_GO, "2026-11-24");
}

/* A new date, as often as it takes; undo gives back the one before. */
static void
test_re_agree (Fixture       *fixture,
               gconstpointer  user_data)
{
  g_autoptr (BridgePromise) promise = add (fixture, "Words", fixture_get_me (fixture), "2026-11-24");
  const char *id = bridge_promise_get_id (promise);
  g_autoptr (BridgePromise) after = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (bridge_space_re_agree_promise (fixture->space, id, local ("2026-11-26T19:00"), TRUE, &error));
  assert_state (fixture, promise, BRIDGE_PROMISE_OPEN, "2026-11-26T19:00");
  g_assert_true (bridge_space_re_agree_promise (fixture->space, id, local ("2026-11-28"), FALSE, &error));
  after = find (fixture, promise);
  g_assert_cmpstr (bridge_promise_get_earlier (after), ==, "2026-11-24,2026-11-26T19:00");
  undo (fixture, "Promise re-agreed");
  assert_state (fixture, promise, BRIDGE_PROMISE_OPEN, "2026-11-26T19:00");
  g_assert_false (bridge_space_re_agree_promise (fixture->space, id, local ("2026-11-21"), FALSE, &error));
  g_assert_error (error, BRIDGE_ERROR, BRIDGE_ERROR_INVALID_DATE);
}

/* An edit that leaves the date keeps the reminders as they are; another date, or other reminders, count from now. */
static void
test_update (Fixture       *fixture,
             gconstpointer  user_data)
{
  g_autoptr (BridgePromise) promise = add (fixture, "Words", fixture_get_me (fixture), "2026-11-24");
  gint64 since = bridge_promise_get_reminding_since (promise);
  g_autoptr (BridgePromise) after = NULL;
  g_autoptr (GError) error = NULL;

  bridge_fake_clock_advance (BRIDGE_FAKE_CLOCK (fixture->clock), 3 * 24 * 60 * BRIDGE_MS_PER_MINUTE);
  g_object_set (promise, "text", "Other words", "state", BRIDGE_PROMISE_KEPT, "earlier", "2020-01-01", NULL);
  g_assert_true (bridge_space_update_promise (fixture->space, promise, &error));
  after = find (fixture, promise);
  g_assert_cmpstr (bridge_promise_get_text (after), ==, "Other words");
  g_assert_cmpint (bridge_promise_get_state (after), ==, BRIDGE_PROMISE_OPEN);
  g_assert_cmpstr (bridge_promise_get_earlier (after), ==, "");
  g_assert_cmpint (bridge_promise_get_reminding_since (after), ==, since);

  g_object_set (promise, "due", local ("2026-11-23"), NULL);
  g_assert_false (bridge_space_update_promise (fixture->space, promise, &error));
  g_assert_error (error, BRIDGE_ERROR, BRIDGE_ERROR_INVALID_DATE);
  g_clear_error (&error);
  g_object_set (promise, "due", local ("2026-11-26"), "remind", "0,1440", NULL);
  g_assert_true (bridge_space_update_promise (fixture->space, promise, &error));
  g_clear_object (&after);
  after = find (fixture, promise);
  g_assert_cmpstr (bridge_promise_get_remind (after), ==, "1440,0");
  g_assert_cmpint (bridge_promise_get_reminding_since (after), ==, bridge_clock_now (fixture->clock));
}

static void
refuse (gboolean   done,
        GError   **error)
{
  g_assert_false (done);
  g_assert_error (*error, BRIDGE_ERROR, BRIDGE_ERROR_STATE);
  g_clear_error (error);
}

/* What one promises is theirs to answer for, in every way; nobody else's. */
static void
test_whose (Fixture       *fixture,
            gconstpointer  user_data)
{
  g_autoptr (BridgePromise) mine = add (fixture, "Mine", fixture_get_me (fixture), "2026-11-24");
  g_autoptr (BridgePromise) other = NULL;
  g_autoptr (BridgePromise) shared = add (fixture, "Of both", NULL, "2026-11-24");
  const char *id = bridge_promise_get_id (mine);
  BridgePromiseEvent events[] = { BRIDGE_PROMISE_KEEP, BRIDGE_PROMISE_RELEASE, BRIDGE_PROMISE_BRING_BACK };
  gint64 later = bridge_clock_now (fixture->clock) + 60 * BRIDGE_MS_PER_MINUTE;
  g_autoptr (BridgeInvitation) invitation = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_null (try_to_add (fixture, "For you to do", get_partner (fixture), "2026-11-24", &error));
  g_assert_error (error, BRIDGE_ERROR, BRIDGE_ERROR_STATE);
  g_clear_error (&error);

  speak_as (fixture, get_partner (fixture));
  other = add (fixture, "The other’s own", get_partner (fixture), "2026-11-24");
  g_assert_false (bridge_space_is_own_promise (fixture->space, mine));
  g_assert_true (bridge_space_is_own_promise (fixture->space, other));
  g_assert_true (bridge_space_is_own_promise (fixture->space, shared));
  for (guint i = 0; i < G_N_ELEMENTS (events); i++)
    refuse (bridge_space_change_promise (fixture->space, id, events[i], &error), &error);
  refuse (bridge_space_re_agree_promise (fixture->space, id, local ("2026-11-23"), FALSE, &error), &error);
  refuse (bridge_space_remove_promise (fixture->space, id, &error), &error);
  refuse (bridge_space_snooze_promise (fixture->space, id, later, &error), &error);
  invitation = bridge_space_propose_promise (fixture->space, mine, NULL, &error);
  refuse (invitation != NULL, &error);
  g_object_set (mine, "text", "Other words", NULL);
  refuse (bridge_space_update_promise (fixture->space, mine, &error), &error);
  /* Nor is one's own, or one of both, handed to the other. */
  g_object_set (shared, "who", fixture_get_me (fixture), NULL);
  refuse (bridge_space_update_promise (fixture->space, shared, &error), &error);
  assert_state (fixture, mine, BRIDGE_PROMISE_OPEN, "2026-11-24");

  speak_as (fixture, fixture_get_me (fixture));
  g_assert_true (bridge_space_change_promise (fixture->space, id, BRIDGE_PROMISE_RELEASE, &error));
  g_assert_true (bridge_space_change_promise (fixture->space, id, BRIDGE_PROMISE_BRING_BACK, &error));
  g_assert_true (bridge_space_remove_promise (fixture->space, id, &error));
  undo (fixture, "Promise removed");
  assert_state (fixture, mine, BRIDGE_PROMISE_OPEN, "2026-11-24");
}

static const char *
get_waiting (Fixture    *fixture,
             const char *subject_id)
{
  return bridge_invitation_get_id (bridge_space_find_waiting (fixture->space, BRIDGE_INVITATION_PROMISE, subject_id));
}

static void
answer (Fixture               *fixture,
        const char            *subject_id,
        BridgeInvitationEvent  event,
        const char            *other_time)
{
  g_autoptr (GError) error = NULL;

  bridge_space_answer_invitation (fixture->space, get_waiting (fixture, subject_id), event,
                                  other_time != NULL ? local (other_time) : BRIDGE_LOCAL_NONE, BRIDGE_INVITATION_REST_DEFAULT,
                                  &error);
  g_assert_no_error (error);
}

static char *
dup_lines (Fixture    *fixture,
           const char *subject_id)
{
  BridgeInvitation *waiting = bridge_space_find_waiting (fixture->space, BRIDGE_INVITATION_PROMISE, subject_id);
  g_autoptr (GError) error = NULL;
  g_autofree char *name = bridge_invitation_to_name (fixture->space, waiting);
  g_auto (GStrv) lines = bridge_invitation_to_lines (fixture->space, waiting, &error);
  g_autofree char *joined = NULL;

  g_assert_no_error (error);
  joined = g_strjoinv ("; ", lines);
  return g_strdup_printf ("%s. %s", name, joined);
}

/* A promise of both is none before both have said yes, and nothing is left of one that was not wanted. */
static void
test_of_both (Fixture       *fixture,
              gconstpointer  user_data)
{
  g_autoptr (BridgePromise) given = bridge_promise_new ("Ask at the workshop", NULL, local ("2026-11-24"), FALSE);
  GListModel *promises = bridge_space_get_promises (fixture->space);
  g_autoptr (BridgeInvitation) first = NULL;
  g_autoptr (BridgeInvitation) again = NULL;
  g_autoptr (BridgeInvitation) second = NULL;
  g_autoptr (BridgePromise) stored = NULL;
  g_autofree char *asked = NULL;
  g_autofree char *named = NULL;
  g_autofree char *due = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_null (bridge_space_add_promise (fixture->space, given, &error));
  g_assert_error (error, BRIDGE_ERROR, BRIDGE_ERROR_STATE);
  g_clear_error (&error);

  first = bridge_space_propose_promise (fixture->space, given, "If you like.", &error);
  g_assert_no_error (error);
  g_assert_cmpuint (g_list_model_get_n_items (promises), ==, 0);
  again = bridge_space_propose_promise (fixture->space, given, NULL, &error);
  refuse (again != NULL, &error);
  asked = dup_lines (fixture, NULL);
  g_assert_cmpstr (asked, ==, "Ada proposes: Ask at the workshop. A promise of both of you, for Tuesday");
  speak_as (fixture, get_partner (fixture));
  answer (fixture, NULL, BRIDGE_INVITATION_SAY_NOT_NOW, NULL);
  g_assert_cmpuint (g_list_model_get_n_items (promises), ==, 0);
  speak_as (fixture, fixture_get_me (fixture));
  again = bridge_space_propose_promise (fixture->space, given, NULL, &error);
  refuse (again != NULL, &error);

  g_object_set (given, "text", "Look for the photographs", "remind", "60,0", NULL);
  second = bridge_space_propose_promise (fixture->space, given, NULL, &error);
  g_assert_no_error (error);
  speak_as (fixture, get_partner (fixture));
  answer (fixture, NULL, BRIDGE_INVITATION_SAY_ANOTHER_TIME, "2026-11-26T19:00");
  named = dup_lines (fixture, NULL);
  g_assert_cmpstr (named, ==, "Ben names another time: Look for the photographs. A promise of both of you, for Thursday at "
                              "19:00; At first it was: Tuesday");
  speak_as (fixture, fixture_get_me (fixture));
  answer (fixture, NULL, BRIDGE_INVITATION_SAY_YES, NULL);
  g_assert_cmpuint (g_list_model_get_n_items (promises), ==, 1);
  stored = g_list_model_get_item (promises, 0);
  due = bridge_promise_format_due (stored);
  g_assert_cmpstr (due, ==, "2026-11-26T19:00");
  g_assert_cmpstr (bridge_promise_get_remind (stored), ==, "60,0");
  g_assert_null (bridge_promise_get_who (stored));
  g_assert_cmpstr (bridge_promise_get_earlier (stored), ==, "");
}

/* Less of a promise of both is a decision, more of it is asked. What was asked does not outlive what it was about. */
static void
test_more_of_both (Fixture       *fixture,
                   gconstpointer  user_data)
{
  g_autoptr (BridgePromise) shared = add (fixture, "Of both", NULL, "2026-11-24");
  const char *id = bridge_promise_get_id (shared);
  g_autoptr (BridgePromise) edited = bridge_promise_copy (shared);
  g_autoptr (BridgeInvitation) dated = NULL;
  g_autoptr (BridgeInvitation) back = NULL;
  g_autoptr (BridgeInvitation) worded = NULL;
  g_autoptr (BridgePromise) found = NULL;
  g_autofree char *lines = NULL;
  g_autoptr (GError) error = NULL;

  refuse (bridge_space_re_agree_promise (fixture->space, id, local ("2026-11-26"), FALSE, &error), &error);
  g_object_set (edited, "remind", "", NULL);
  g_assert_true (bridge_space_update_promise (fixture->space, edited, &error));
  g_object_set (edited, "remind", "10", NULL);
  refuse (bridge_space_update_promise (fixture->space, edited, &error), &error);
  g_object_set (edited, "remind", "", "due", local ("2026-11-26"), NULL);
  refuse (bridge_space_update_promise (fixture->space, edited, &error), &error);

  dated = bridge_space_propose_promise (fixture->space, edited, NULL, &error);
  g_assert_no_error (error);
  lines = dup_lines (fixture, id);
  g_assert_cmpstr (lines, ==, "Ada proposes a change: Of both. For Thursday instead of Tuesday");
  assert_state (fixture, shared, BRIDGE_PROMISE_OPEN, "2026-11-24");
  speak_as (fixture, get_partner (fixture));
  answer (fixture, id, BRIDGE_INVITATION_SAY_YES, NULL);
  assert_state (fixture, shared, BRIDGE_PROMISE_OPEN, "2026-11-26");
  found = find (fixture, shared);
  g_assert_cmpstr (bridge_promise_get_earlier (found), ==, "2026-11-24");

  /* Either lets it go; that it goes on is asked. */
  g_object_set (edited, "text", "Other words", NULL);
  worded = bridge_space_propose_promise (fixture->space, edited, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (bridge_space_change_promise (fixture->space, id, BRIDGE_PROMISE_RELEASE, &error));
  g_assert_null (bridge_space_find_waiting (fixture->space, BRIDGE_INVITATION_PROMISE, id));
  speak_as (fixture, fixture_get_me (fixture));
  refuse (bridge_space_change_promise (fixture->space, id, BRIDGE_PROMISE_BRING_BACK, &error), &error);
  back = bridge_space_propose_promise (fixture->space, edited, NULL, &error);
  g_assert_no_error (error);
  assert_state (fixture, shared, BRIDGE_PROMISE_LET_GO, "2026-11-26");
  speak_as (fixture, get_partner (fixture));
  answer (fixture, id, BRIDGE_INVITATION_SAY_YES, NULL);
  assert_state (fixture, shared, BRIDGE_PROMISE_OPEN, "2026-11-26");

  /* One's own alone asks nothing of the other one. */
  g_clear_object (&found);
  found = find (fixture, shared);
  g_object_set (found, "who", get_partner (fixture), NULL);
  g_assert_true (bridge_space_update_promise (fixture->space, found, &error));
  g_object_set (found, "who", NULL, NULL);
  refuse (bridge_space_update_promise (fixture->space, found, &error), &error);
}

/* A day that has gone by is not agreed to; another one can be. */
static void
test_gone_by (Fixture       *fixture,
              gconstpointer  user_data)
{
  g_autoptr (BridgePromise) given = bridge_promise_new ("Ask at the workshop", NULL, local ("2026-11-24"), FALSE);
  g_autoptr (BridgeInvitation) proposed = bridge_space_propose_promise (fixture->space, given, NULL, NULL);
  g_autoptr (GError) error = NULL;

  bridge_fake_clock_advance (BRIDGE_FAKE_CLOCK (fixture->clock), 4 * 24 * 60 * BRIDGE_MS_PER_MINUTE);
  speak_as (fixture, get_partner (fixture));
  g_assert_false (bridge_space_answer_invitation (fixture->space, get_waiting (fixture, NULL), BRIDGE_INVITATION_SAY_YES,
                                                  BRIDGE_LOCAL_NONE, 0, &error));
  g_assert_error (error, BRIDGE_ERROR, BRIDGE_ERROR_INVALID_DATE);
  answer (fixture, NULL, BRIDGE_INVITATION_SAY_ANOTHER_TIME, "2026-11-28");
  speak_as (fixture, fixture_get_me (fixture));
  answer (fixture, NULL, BRIDGE_INVITATION_SAY_YES, NULL);
  g_assert_cmpuint (g_list_model_get_n_items (bridge_space_get_promises (fixture->space)), ==, 1);
}

static void
test_names (Fixture       *fixture,
            gconstpointer  user_data)
{
  g_autoptr (BridgePromise) promise = add (fixture, "Words", fixture_get_me (fixture), "2026-11-24");
  g_autofree char *prefix = g_strndup (bridge_promise_get_id (promise), 6);
  g_autoptr (BridgePromise) found = NULL;
  g_autoptr (GError) error = NULL;

  found = bridge_space_find_promise (fixture->space, prefix, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (bridge_promise_get_id (found), ==, bridge_promise_get_id (promise));
  g_assert_null (bridge_space_find_promise (fixture->space, "nothing", &error));
  g_assert_error (error, BRIDGE_ERROR, BRIDGE_ERROR_NOT_FOUND);
}

static void
assert_shown (Fixture       *fixture,
              BridgePromise *promise,
              gboolean       to_me,
              gboolean       to_partner)
{
  g_autoptr (BridgePromise) found = find (fixture, promise);
  g_autofree char *me = g_strdup (fixture_get_me (fixture));
  g_autofree char *partner = g_strdup (get_partner (fixture));

  speak_as (fixture, me);
  g_assert_cmpint (bridge_space_shows_promise (fixture->space, found), ==, to_me);
  speak_as (fixture, partner);
  g_assert_cmpint (bridge_space_shows_promise (fixture->space, found), ==, to_partner);
  speak_as (fixture, me);
}

/* What the other one promised alone is held up to nobody. */
static void
test_shown (Fixture       *fixture,
            gconstpointer  user_data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BridgePromise) day = add (fixture, "Of a day", fixture_get_me (fixture), "2026-11-22");
  g_autoptr (BridgePromise) timed = add (fixture, "With a time", fixture_get_me (fixture), "2026-11-22T18:30");
  g_autoptr (BridgePromise) both = add (fixture, "Of both", NULL, "2026-11-22");
  g_autoptr (BridgePromise) kept = add (fixture, "Kept", fixture_get_me (fixture), "2026-11-22");
  g_autoptr (BridgePromise) let_go = add (fixture, "Let go", fixture_get_me (fixture), "2026-11-29");

  assert_shown (fixture, day, TRUE, TRUE);
  assert_shown (fixture, timed, TRUE, TRUE);
  assert_shown (fixture, let_go, TRUE, TRUE);
  g_assert_true (bridge_space_change_promise (fixture->space, bridge_promise_get_id (kept), BRIDGE_PROMISE_KEEP, &error));
  g_assert_true (bridge_space_change_promise (fixture->space, bridge_promise_get_id (let_go), BRIDGE_PROMISE_RELEASE, &error));
  g_assert_no_error (error);
  assert_shown (fixture, let_go, TRUE, FALSE);

  bridge_fake_clock_advance (BRIDGE_FAKE_CLOCK (fixture->clock), 60 * BRIDGE_MS_PER_MINUTE);
  assert_shown (fixture, day, TRUE, TRUE);
  assert_shown (fixture, timed, TRUE, FALSE);
  bridge_fake_clock_advance (BRIDGE_FAKE_CLOCK (fixture->clock), 24 * 60 * BRIDGE_MS_PER_MINUTE);
  assert_shown (fixture, day, TRUE, FALSE);
  assert_shown (fixture, both, TRUE, TRUE);
  assert_shown (fixture, kept, TRUE, TRUE);
}

#define ADD(path, set_up, test) g_test_add (path, Fixture, NULL, set_up, test, fixture_tear_down)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  ADD ("/space-promises/add", fixture_set_up, test_add);
  ADD ("/space-promises/solo", fixture_set_up_solo, test_add);
  ADD ("/space-promises/refused", fixture_set_up, test_refused);
  ADD ("/space-promises/not-set-up", fixture_set_up_empty, test_not_set_up);
  ADD ("/space-promises/answers", fixture_set_up, test_answers);
  ADD ("/space-promises/re-agree", fixture_set_up, test_re_agree);
  ADD ("/space-promises/update", fixture_set_up, test_update);
  ADD ("/space-promises/whose", fixture_set_up, test_whose);
  ADD ("/space-promises/of-both", fixture_set_up, test_of_both);
  ADD ("/space-promises/more-of-both", fixture_set_up, test_more_of_both);
  ADD ("/space-promises/gone-by", fixture_set_up, test_gone_by);
  ADD ("/space-promises/names", fixture_set_up, test_names);
  ADD ("/space-promises/shown", fixture_set_up, test_shown);

  return g_test_run ();
}

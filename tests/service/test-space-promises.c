/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "bridge-error.h"
#include "service-fixture.h"

static const char *
get_me (Fixture *fixture)
{
  return bridge_person_get_id (bridge_space_get_me (fixture->space));
}

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
  g_autoptr (GError) error = NULL;
  BridgePromise *stored = try_to_add (fixture, text, who, due, &error);

  g_assert_no_error (error);
  return stored;
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
  later = add (fixture, "  Ask at\nthe workshop ", NULL, "2026-11-25");
  sooner = add (fixture, "Look for the photographs", get_me (fixture), "2026-11-24T19:00");
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
  g_assert_null (bridge_promise_get_who (reread));
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

      g_assert_null (try_to_add (fixture, vectors[i].text, NULL, vectors[i].due, &error));
      g_assert_error (error, BRIDGE_ERROR, vectors[i].code);
    }

  /* Today is fine, whatever time it is. */
  today = add (fixture, "Words", NULL, "2026-11-22T08:00");
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
  g_autoptr (BridgePromise) promise = add (fixture, "Words", NULL, "2026-11-24");
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
  g_autoptr (BridgePromise) promise = add (fixture, "Words", NULL, "2026-11-24");
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
  g_autoptr (BridgePromise) promise = add (fixture, "Words", NULL, "2026-11-24");
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

/* What asks something of its holder is the holder's; what takes something off, either may do. */
static void
test_whose (Fixture       *fixture,
            gconstpointer  user_data)
{
  g_autoptr (BridgePromise) mine = add (fixture, "Mine", get_me (fixture), "2026-11-24");
  g_autoptr (BridgePromise) other = NULL;
  g_autoptr (BridgePromise) shared = add (fixture, "Of both", NULL, "2026-11-24");
  const char *id = bridge_promise_get_id (mine);
  g_autoptr (GError) error = NULL;

  g_assert_null (try_to_add (fixture, "For you to do", get_partner (fixture), "2026-11-24", &error));
  g_assert_error (error, BRIDGE_ERROR, BRIDGE_ERROR_STATE);
  g_clear_error (&error);

  speak_as (fixture, get_partner (fixture));
  other = add (fixture, "The other’s own", get_partner (fixture), "2026-11-24");
  g_assert_false (bridge_space_is_own_promise (fixture->space, mine));
  g_assert_true (bridge_space_is_own_promise (fixture->space, other));
  g_assert_true (bridge_space_is_own_promise (fixture->space, shared));
  g_assert_false (bridge_space_re_agree_promise (fixture->space, id, local ("2026-11-23"), FALSE, &error));
  g_assert_error (error, BRIDGE_ERROR, BRIDGE_ERROR_STATE);
  g_clear_error (&error);
  g_assert_false (bridge_space_remove_promise (fixture->space, id, &error));
  g_assert_error (error, BRIDGE_ERROR, BRIDGE_ERROR_STATE);
  g_clear_error (&error);
  g_object_set (mine, "text", "Other words", NULL);
  g_assert_false (bridge_space_update_promise (fixture->space, mine, &error));
  g_assert_error (error, BRIDGE_ERROR, BRIDGE_ERROR_STATE);
  g_clear_error (&error);
  /* Nor is one's own, or one of both, handed to the other. */
  g_object_set (shared, "who", get_me (fixture), NULL);
  g_assert_false (bridge_space_update_promise (fixture->space, shared, &error));
  g_assert_error (error, BRIDGE_ERROR, BRIDGE_ERROR_STATE);
  g_clear_error (&error);

  g_assert_true (bridge_space_change_promise (fixture->space, id, BRIDGE_PROMISE_RELEASE, &error));
  g_assert_false (bridge_space_change_promise (fixture->space, id, BRIDGE_PROMISE_BRING_BACK, &error));
  g_assert_error (error, BRIDGE_ERROR, BRIDGE_ERROR_STATE);
  g_clear_error (&error);
  speak_as (fixture, get_me (fixture));
  g_assert_true (bridge_space_change_promise (fixture->space, id, BRIDGE_PROMISE_BRING_BACK, &error));
  g_assert_true (bridge_space_remove_promise (fixture->space, id, &error));
  undo (fixture, "Promise removed");
  assert_state (fixture, mine, BRIDGE_PROMISE_OPEN, "2026-11-24");
}

static void
test_names (Fixture       *fixture,
            gconstpointer  user_data)
{
  g_autoptr (BridgePromise) promise = add (fixture, "Words", NULL, "2026-11-24");
  g_autofree char *prefix = g_strndup (bridge_promise_get_id (promise), 6);
  g_autoptr (BridgePromise) found = NULL;
  g_autoptr (GError) error = NULL;

  found = bridge_space_find_promise (fixture->space, prefix, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (bridge_promise_get_id (found), ==, bridge_promise_get_id (promise));
  g_assert_null (bridge_space_find_promise (fixture->space, "nothing", &error));
  g_assert_error (error, BRIDGE_ERROR, BRIDGE_ERROR_NOT_FOUND);
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
  ADD ("/space-promises/names", fixture_set_up, test_names);

  return g_test_run ();
}

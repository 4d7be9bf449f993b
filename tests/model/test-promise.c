/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "bridge-promise.h"

#include "bridge-error.h"
#include "bridge-ritual.h"
#include "../support/bridge-test.h"

#define NOW_MS G_GINT64_CONSTANT (1764000000000)

static BridgeLocal
at (const char *text)
{
  BridgeLocal local;

  g_assert_true (bridge_local_parse (text, &local, NULL));
  return local;
}

static void
test_copy (void)
{
  g_autoptr (BridgePromise) promise = bridge_promise_new ("Ask at the workshop", "ada", at ("2026-11-24"), FALSE);
  g_autoptr (BridgePromise) copy = NULL;

  g_assert_cmpstr (bridge_promise_get_remind (promise), ==, "0");
  g_assert_cmpint (bridge_promise_get_state (promise), ==, BRIDGE_PROMISE_OPEN);
  bridge_test_assert_notifies (promise, "text", "Other words", "Ask at the workshop");
  bridge_test_assert_notifies (promise, "who", "ben", NULL);
  bridge_test_assert_notifies (promise, "state", BRIDGE_PROMISE_KEPT, BRIDGE_PROMISE_OPEN);
  bridge_test_assert_notifies (promise, "timed", TRUE, FALSE);
  g_object_set (promise, "id", "an-id", "about", BRIDGE_PROMISE_TOPIC, "pause-id", "a-pause", "earlier", "2026-11-20",
                "reminding-since", NOW_MS, "updated-at", (gint64) 3, NULL);
  copy = bridge_promise_copy (promise);
  bridge_test_assert_same (promise, copy, NULL);
}

static void
test_validate (void)
{
  const struct {
    const char *property;
    const char *text;
    int code; /* 0: fine */
  } vectors[] = {
    { "text", "Ask at the workshop", 0 },
    { "text", "", BRIDGE_ERROR_INVALID_VALUE },
    { "remind", "", 0 },
    { "remind", "1440,0", 0 },
    { "remind", "0,-30", BRIDGE_ERROR_INVALID_VALUE },
    { "remind", "soon", BRIDGE_ERROR_INVALID_VALUE },
    { "pause-id", "a-pause", BRIDGE_ERROR_INVALID_VALUE },
  };
  g_autoptr (BridgePromise) odd = bridge_promise_new ("Words", NULL, at ("2026-11-24T10:00"), FALSE);
  g_autoptr (BridgePromise) none = bridge_promise_new ("Words", NULL, BRIDGE_LOCAL_NONE, TRUE);
  g_autoptr (BridgePromise) topic = bridge_promise_new ("Words", NULL, at ("2026-11-24"), FALSE);
  g_autofree char *long_text = g_strnfill (241, 'a');

  for (guint i = 0; i < G_N_ELEMENTS (vectors); i++)
    {
      g_autoptr (BridgePromise) promise = bridge_promise_new ("Words", NULL, at ("2026-11-24"), FALSE);
      g_autoptr (GError) error = NULL;

      g_object_set (promise, vectors[i].property, vectors[i].text, NULL);
      g_assert_cmpint (bridge_promise_validate (promise, &error), ==, vectors[i].code == 0);
      if (vectors[i].code != 0)
        g_assert_error (error, BRIDGE_ERROR, vectors[i].code);
    }

  g_assert_false (bridge_promise_validate (odd, NULL));
  g_assert_false (bridge_promise_validate (none, NULL));
  g_object_set (topic, "about", BRIDGE_PROMISE_TOPIC, "pause-id", "a-pause", NULL);
  g_assert_true (bridge_promise_validate (topic, NULL));
  g_object_set (topic, "text", long_text, NULL);
  g_assert_false (bridge_promise_validate (topic, NULL));
}

/* Every state and every event. */
static void
test_transitions (void)
{
  enum { NO = -1 };
  static const int next[][BRIDGE_N_PROMISE_EVENTS] = {
    [BRIDGE_PROMISE_OPEN] = { BRIDGE_PROMISE_KEPT, BRIDGE_PROMISE_OPEN, BRIDGE_PROMISE_LET_GO, NO },
    [BRIDGE_PROMISE_KEPT] = { NO, NO, NO, BRIDGE_PROMISE_OPEN },
    [BRIDGE_PROMISE_LET_GO] = { NO, NO, NO, BRIDGE_PROMISE_OPEN },
  };

  for (BridgePromiseState state = BRIDGE_PROMISE_OPEN; state <= BRIDGE_PROMISE_LET_GO; state++)
    for (BridgePromiseEvent event = BRIDGE_PROMISE_KEEP; event < BRIDGE_N_PROMISE_EVENTS; event++)
      {
        g_autoptr (GError) error = NULL;
        BridgePromiseState after = state;
        gboolean done = bridge_promise_transition (state, event, &after, &error);

        g_assert_cmpint (done, ==, next[state][event] != NO);
        if (done)
          g_assert_cmpint (after, ==, next[state][event]);
        else
          g_assert_error (error, BRIDGE_ERROR, BRIDGE_ERROR_STATE);
      }
}

/* Another date, and the ones before it kept in order; what cannot be changes nothing. */
static void
test_re_agree (void)
{
  const BridgeLocal now = at ("2026-11-22T18:00");
  g_autoptr (BridgePromise) promise = bridge_promise_new ("Words", NULL, at ("2026-11-20"), FALSE);
  g_autoptr (BridgePromise) before = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *due = NULL;

  g_assert_true (bridge_promise_re_agree (promise, at ("2026-11-22T08:00"), TRUE, now, NOW_MS, &error));
  g_assert_no_error (error);
  g_assert_cmpstr (bridge_promise_get_earlier (promise), ==, "2026-11-20");
  g_assert_cmpint (bridge_promise_get_reminding_since (promise), ==, NOW_MS);
  due = bridge_promise_format_due (promise);
  g_assert_cmpstr (due, ==, "2026-11-22T08:00");
  g_assert_true (bridge_promise_re_agree (promise, at ("2026-11-24"), FALSE, now, NOW_MS + 1, &error));
  g_assert_cmpstr (bridge_promise_get_earlier (promise), ==, "2026-11-20,2026-11-22T08:00");
  g_assert_cmpint (bridge_promise_get_state (promise), ==, BRIDGE_PROMISE_OPEN);

  before = bridge_promise_copy (promise);
  g_assert_false (bridge_promise_re_agree (promise, at ("2026-11-24"), FALSE, now, NOW_MS + 2, &error));
  g_assert_error (error, BRIDGE_ERROR, BRIDGE_ERROR_INVALID_DATE);
  g_clear_error (&error);
  g_assert_false (bridge_promise_re_agree (promise, at ("2026-11-21"), FALSE, now, NOW_MS + 2, &error));
  g_assert_error (error, BRIDGE_ERROR, BRIDGE_ERROR_INVALID_DATE);
  g_clear_error (&error);
  bridge_test_assert_same (before, promise, NULL);

  g_object_set (promise, "state", BRIDGE_PROMISE_KEPT, NULL);
  g_assert_false (bridge_promise_re_agree (promise, at ("2026-11-25"), FALSE, now, NOW_MS + 2, &error));
  g_assert_error (error, BRIDGE_ERROR, BRIDGE_ERROR_STATE);
}

static void
test_moment (void)
{
  g_autoptr (BridgePromise) promise = bridge_promise_new ("Words", NULL, at ("2026-11-24"), FALSE);
  guint n;
  g_autofree int *leads = bridge_remind_dup_minutes ("0,1440", &n);

  g_assert_cmpint (bridge_promise_get_moment (promise), ==, at ("2026-11-24T09:00"));
  g_object_set (promise, "timed", TRUE, "due", at ("2026-11-24T00:00"), NULL);
  g_assert_cmpint (bridge_promise_get_moment (promise), ==, at ("2026-11-24T00:00"));
  g_assert_cmpuint (n, ==, 2);
  g_assert_cmpint (leads[0], ==, 1440);
  g_assert_cmpint (leads[1], ==, 0);
}

/* What takes a yes of both, by what is another than before. */
static void
test_asks_more (void)
{
  const struct {
    const char *property;
    int value;
    const char *text; /* (nullable): of a text */
    gboolean asks;
  } changes[] = {
    { "text", 0, "Other words", TRUE },
    { "text", 0, "Words", FALSE },
    { "due", (int) BRIDGE_DAY, NULL, TRUE },
    { "timed", TRUE, NULL, TRUE },
    { "about", BRIDGE_PROMISE_TOPIC, NULL, TRUE },
    { "state", BRIDGE_PROMISE_KEPT, NULL, FALSE },
    { "state", BRIDGE_PROMISE_LET_GO, NULL, FALSE },
    { "remind", 0, "", FALSE },
    { "remind", 0, "0", FALSE },
    { "remind", 0, "1440,60,0", TRUE },
    { "who", 0, "ada", FALSE },
  };
  g_autoptr (BridgePromise) before = bridge_promise_new ("Words", NULL, at ("2026-11-24"), FALSE);
  g_autoptr (BridgePromise) own = bridge_promise_new ("Words", "ada", at ("2026-11-24"), FALSE);
  g_autoptr (BridgePromise) put_down = NULL;

  g_object_set (before, "remind", "1440,0", NULL);
  for (guint i = 0; i < G_N_ELEMENTS (changes); i++)
    {
      g_autoptr (BridgePromise) after = bridge_promise_copy (before);

      if (changes[i].text != NULL)
        g_object_set (after, changes[i].property, changes[i].text, NULL);
      else if (g_str_equal (changes[i].property, "due"))
        g_object_set (after, "due", bridge_promise_get_due (before) + changes[i].value, NULL);
      else
        g_object_set (after, changes[i].property, changes[i].value, NULL);
      g_assert_cmpint (bridge_promise_asks_more (before, after), ==, changes[i].asks);
    }
  g_assert_true (bridge_promise_asks_more (NULL, before));
  g_assert_false (bridge_promise_asks_more (NULL, own));
  g_assert_true (bridge_promise_asks_more (own, before));
  put_down = bridge_promise_copy (before);
  g_object_set (put_down, "state", BRIDGE_PROMISE_LET_GO, NULL);
  g_assert_true (bridge_promise_asks_more (put_down, before));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/promise/copy", test_copy);
  g_test_add_func ("/promise/validate", test_validate);
  g_test_add_func ("/promise/transitions", test_transitions);
  g_test_add_func ("/promise/re-agree", test_re_agree);
  g_test_add_func ("/promise/moment", test_moment);
  g_test_add_func ("/promise/asks-more", test_asks_more);

  return g_test_run ();
}

/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "../support/promise-helper.h"
#include "bridge-one-offs.h"
#include "bridge-space-cares.h"
#include "bridge-space-milestones.h"
#include "one-offs-fixture.h"

/* What the reminders of what is no ritual say: whose a promise is, and, unless titles are shown, nothing of what else there is. */

static void
say (Fixture  *fixture,
     gboolean  titles)
{
  g_autoptr (GError) error = NULL;

  bridge_space_set_show_titles (fixture->space, titles, &error);
  g_assert_no_error (error);
}

static void
add_promise (Fixture    *fixture,
             const char *text,
             const char *who,
             const char *due)
{
  g_autoptr (BridgePromise) promise = bridge_promise_new (text, who, local (due), strchr (due, 'T') != NULL);
  g_autoptr (BridgePromise) stored = NULL;
  g_autoptr (GError) error = NULL;

  g_object_set (promise, "remind", "0", NULL);
  if (who != NULL)
    bridge_space_set_speaker (fixture->space, who, &error);
  g_assert_no_error (error);
  stored = bridge_test_add_promise (fixture->space, promise);
}

/* "title: body" of all that is planned, each in a line of its own. */
static void
assert_notices (Fixture    *fixture,
                const char *expected)
{
  g_autoptr (GTimeZone) here = bridge_clock_dup_zone (fixture->clock);
  g_autoptr (GPtrArray) rows = g_ptr_array_new ();
  g_autoptr (GPtrArray) plans = bridge_one_offs_plan (fixture->space, rows, here);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < plans->len; i++)
    {
      g_autoptr (BridgeNotice) notice = bridge_one_off_make_notice (g_ptr_array_index (plans, i), fixture->space);

      g_string_append_printf (text, "%s: %s\n", notice->title, notice->body);
    }
  g_assert_cmpstr (text->str, ==, expected);
}

static void
test_promises (Fixture       *fixture,
               gconstpointer  user_data)
{
  add_promise (fixture, "Ask", bridge_person_get_id (bridge_space_get_me (fixture->space)), "2026-11-22T19:00");
  add_promise (fixture, "Call", bridge_person_get_id (bridge_space_get_partner (fixture->space)), "2026-11-23T19:00");
  add_promise (fixture, "Walk", NULL, "2026-11-24");
  assert_notices (fixture, "Footbridge: Ada gave a promise, for today at 19:00.\n"
                           "Footbridge: Ben gave a promise, for tomorrow at 19:00.\n"
                           "Footbridge: A promise for Tuesday.\n");
  say (fixture, TRUE);
  assert_notices (fixture, "Ask: Ada gave this promise, for today at 19:00.\n"
                           "Call: Ben gave this promise, for tomorrow at 19:00.\n"
                           "Walk: For Tuesday.\n");
}

/* Alone it can be nobody else's. */
static void
test_promise_alone (Fixture       *fixture,
                    gconstpointer  user_data)
{
  add_promise (fixture, "Ask", bridge_person_get_id (bridge_space_get_me (fixture->space)), "2026-11-22T19:00");
  assert_notices (fixture, "Footbridge: A promise for today at 19:00.\n");
  say (fixture, TRUE);
  assert_notices (fixture, "Ask: For today at 19:00.\n");
}

static void
test_boundary (Fixture       *fixture,
               gconstpointer  user_data)
{
  const char *ada = bridge_person_get_id (bridge_space_get_me (fixture->space));
  g_autoptr (BridgeBoundary) given = bridge_boundary_new (BRIDGE_BOUNDARY_PERSONAL_LIMIT, ada);
  g_autoptr (BridgeBoundary) boundary = NULL;
  g_autoptr (GError) error = NULL;

  boundary = bridge_space_add_boundary (fixture->space, given, "No calls after ten.", local ("2026-11-24"), &error);
  g_assert_no_error (error);
  assert_notices (fixture, "Footbridge: If you like: something that was planned for this day.\n");
  say (fixture, TRUE);
  assert_notices (fixture, "Footbridge: If you like: a look at a boundary, as it was planned for this day.\n");
}

/* Alone it is said what it is; between two, either may sit there when it comes. */
static void
test_own (Fixture       *fixture,
          gconstpointer  user_data)
{
  gboolean solo = bridge_space_get_partner (fixture->space) == NULL;
  const char *ada = bridge_person_get_id (bridge_space_get_me (fixture->space));
  g_autoptr (BridgeMilestone) own = bridge_milestone_new ("Breathe first", BRIDGE_MILESTONE_FROM_NOTHING, 0);
  g_autoptr (BridgeMilestone) stored = NULL;
  g_autoptr (BridgeCare) care = NULL;
  g_autoptr (GError) error = NULL;

  g_object_set (own, "who", ada, "revisit-on", local ("2026-11-24"), NULL);
  stored = bridge_space_add_milestone (fixture->space, own, &error);
  g_assert_no_error (error);
  care = bridge_space_add_care (fixture->space, BRIDGE_CARE_SLEEP, "Early to bed", &error);
  g_assert_no_error (error);
  bridge_space_set_care_review (fixture->space, local ("2026-11-25"), &error);
  g_assert_no_error (error);
  say (fixture, TRUE);
  assert_notices (fixture, solo ? "Footbridge: If you like: a look at a milestone, as it was planned for this day.\n"
                                  "Footbridge: If you like: a look at what does you good, as it was planned for this day.\n"
                                : "Footbridge: If you like: something that was planned for this day.\n"
                                  "Footbridge: If you like: something that was planned for this day.\n");
}

static void
test_pause (Fixture       *fixture,
            gconstpointer  user_data)
{
  gboolean two = bridge_space_get_partner (fixture->space) != NULL;
  GListModel *persons = bridge_space_get_persons (fixture->space);
  g_autoptr (GError) error = NULL;
  g_autoptr (BridgePause) pause = bridge_space_call_pause (fixture->space, &error);

  g_assert_no_error (error);
  assert_notices (fixture, "Footbridge: It is the time you chose.\n");
  say (fixture, TRUE);
  assert_notices (fixture, two ? "Footbridge: It is the time you agreed to come back to each other.\n"
                               : "Footbridge: It is the time you chose for coming back.\n");

  bridge_fake_clock_advance (BRIDGE_FAKE_CLOCK (fixture->clock), 20 * BRIDGE_MS_PER_MINUTE);
  for (guint i = 0; i < g_list_model_get_n_items (persons); i++)
    {
      g_autoptr (BridgePerson) person = g_list_model_get_item (persons, i);

      bridge_space_set_speaker (fixture->space, bridge_person_get_id (person), &error);
      g_assert_no_error (error);
      bridge_space_answer_pause (fixture->space, BRIDGE_READINESS_READY, &error);
      g_assert_no_error (error);
    }
  bridge_space_end_pause_talk (fixture->space, &error);
  g_assert_no_error (error);
  assert_notices (fixture, "Footbridge: If you like: a short word about how it is now.\n"
                           "Footbridge: If you like: a look at what helped, and what could be otherwise.\n");
  say (fixture, FALSE);
  assert_notices (fixture, "Footbridge: If you like: something that was planned for now.\n"
                           "Footbridge: If you like: something that was planned for now.\n");
}

#define ADD(path, set_up, test) g_test_add ("/one-off-words/" path, Fixture, NULL, set_up, test, fixture_tear_down)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  ADD ("promises", fixture_set_up, test_promises);
  ADD ("promise-alone", fixture_set_up_solo, test_promise_alone);
  ADD ("boundary", fixture_set_up, test_boundary);
  ADD ("own", fixture_set_up, test_own);
  ADD ("own-alone", fixture_set_up_solo, test_own);
  ADD ("pause", fixture_set_up, test_pause);
  ADD ("pause-alone", fixture_set_up_solo, test_pause);

  return g_test_run ();
}

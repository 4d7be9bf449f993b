/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "bridge-one-off-log.h"
#include "bridge-reliability.h"
#include "bridge-reminder-log.h"
#include "bridge-space-cares.h"
#include "bridge-space-milestones.h"
#include "one-offs-fixture.h"

#include "../support/agreed.h"
#include "../support/milestone-helper.h"

/* What was due of what is no ritual, what came of it, and why. */

/* Each line, newest first: "24T19:00 A promise for today: Shown on time." */
static char *
dup_log (Service *service)
{
  g_autoptr (GTimeZone) here = bridge_clock_dup_zone (service->base.clock);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) log = bridge_reminder_log_load (service->base.space, G_MAXUINT, &error);
  g_autoptr (GString) text = g_string_new (NULL);

  g_assert_no_error (error);
  for (guint i = 0; i < log->len; i++)
    {
      BridgeReminder *line = g_ptr_array_index (log, i);
      g_autofree char *due = bridge_local_format (bridge_local_from_utc_ms (bridge_reminder_get_due_at (line), here));
      g_autofree char *title = bridge_reminder_log_dup_title (line, service->base.space);
      g_autofree char *why = bridge_reliability_describe (line, bridge_clock_now (service->base.clock), here);

      g_assert_true (bridge_one_off_log_is_line (line));
      g_string_append_printf (text, "%s %s: %s\n", due + strlen ("2026-11-"), title, why);
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
assert_log (Service    *service,
            const char *expected)
{
  g_autofree char *log = dup_log (service);

  g_assert_cmpstr (log, ==, expected);
}

static void
test_shown (Service       *service,
            gconstpointer  user_data)
{
  g_autofree char *name = one_offs_add (service, "Words", "2026-11-24T19:00", "60,0");

  assert_log (service, "");
  service_go_to (service, "2026-11-24T19:05");
  assert_log (service, "24T19:00 A promise for today: Shown on time.\n"
                       "24T18:00 A promise for today: Shown on time.\n");
  one_offs_change (service, name, BRIDGE_PROMISE_KEEP);
  assert_log (service, "24T19:00 A promise for today: Shown on time. Answered.\n"
                       "24T18:00 A promise for today: Shown on time. Answered.\n");
}

static void
test_deferred (Service       *service,
               gconstpointer  user_data)
{
  g_autofree char *name = one_offs_add (service, "Words", "2026-11-24T23:00", "0");

  service_add_quiet_nights (service);
  service_go_to (service, "2026-11-24T23:30");
  assert_log (service, "24T23:00 A promise for today: Waits until the quiet hours end (tomorrow at 07:00).\n");
  service_go_to (service, "2026-11-25T08:00");
  assert_log (service, "24T23:00 A promise for yesterday: Waited until the quiet hours ended (today at 07:00), and was shown on "
                       "time then.\n");
}

static void
test_put_off (Service       *service,
              gconstpointer  user_data)
{
  g_autofree char *name = one_offs_add (service, "Words", "2026-11-24T12:00", "0");
  g_autoptr (GError) error = NULL;

  service_go_to (service, "2026-11-24T12:00");
  bridge_space_snooze_promise (service->base.space, one_offs_get_id (name), utc (&service->base, "2026-11-24T12:30"), &error);
  g_assert_no_error (error);
  assert_log (service, "24T12:00 A promise for today: Shown on time. Put off.\n");
  service_go_to (service, "2026-11-24T12:30");
  assert_log (service, "24T12:30 A promise for today: Shown on time.\n"
                       "24T12:00 A promise for today: Shown on time. Put off.\n");
}

static void
test_together (Service       *service,
               gconstpointer  user_data)
{
  g_autofree char *first = one_offs_add (service, "Words", "2026-11-24T12:00", "0");
  g_autofree char *second = one_offs_add (service, "Other words", "2026-11-24T13:00", "0");

  service_end (service);
  service_go_to (service, "2026-11-24T15:00");
  assert_log (service, "24T13:00 A promise for today: Comes as soon as the reminder service runs, or came without that having "
                       "been written down yet.\n"
                       "24T12:00 A promise for today: Comes as soon as the reminder service runs, or came without that having "
                       "been written down yet.\n");
  service_start (service);
  assert_log (service, "24T13:00 A promise for today: Came together with others in one notification, because it could not be "
                       "shown when it was due. It came 2 hours after it was due (15:00).\n"
                       "24T12:00 A promise for today: Came together with others in one notification, because it could not be "
                       "shown when it was due. It came 3 hours after it was due (15:00).\n");
}

static void
test_nothing_came (Service       *service,
                   gconstpointer  user_data)
{
  g_autofree char *kept = one_offs_add (service, "Words", "2026-11-23T12:00", "0");
  g_autofree char *off = one_offs_add (service, "Other words", "2026-11-24T12:00", "0");
  g_autoptr (GError) error = NULL;

  one_offs_change (service, kept, BRIDGE_PROMISE_KEEP);
  service_go_to (service, "2026-11-23T13:00");
  bridge_space_set_reminders_on (service->base.space, FALSE, &error);
  g_assert_no_error (error);
  service_go_to (service, "2026-11-24T13:00");
  assert_log (service, "24T12:00 A promise for today: Not shown, because reminders were off.\n"
                       "23T12:00 A promise for yesterday: Not shown, because it was answered before.\n");
}

/* A pause, what waits for it, and what follows: not who called it, and no count. */
static void
test_pause (Service       *service,
            gconstpointer  user_data)
{
  g_autofree char *name = one_offs_add (service, "Words", "2026-11-22T18:10", "0");
  g_autoptr (BridgePause) pause = NULL;
  g_autofree char *log = NULL;
  GListModel *persons = bridge_space_get_persons (service->base.space);
  g_autoptr (GError) error = NULL;

  service_go_to (service, "2026-11-22T18:00:01");
  pause = one_offs_call_pause (service);
  service_go_to (service, "2026-11-22T18:30");
  log = dup_log (service);
  g_assert_nonnull (strstr (log, "A promise for today: Waits while a pause, or the recovery window after it, lasts."));
  g_assert_nonnull (strstr (log, "The end of a pause: Shown on time."));
  one_offs_answer_both (service, BRIDGE_READINESS_READY);
  bridge_space_end_pause_talk (service->base.space, &error);
  g_assert_no_error (error);
  service_go_to (service, "2026-11-24T19:00");
  g_free (log);
  log = dup_log (service);
  g_assert_nonnull (strstr (log, "A look back at a pause: Shown on time."));
  g_assert_nonnull (strstr (log, "Waited while a pause, or the recovery window after it, lasted, and was shown then."));
  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (BridgePerson) person = g_list_model_get_item (persons, i);

      g_assert_null (strstr (log, bridge_person_get_name (person)));
    }
  g_assert_null (strstr (log, "Words"));
}

/* What a pause has held back for longer than it would have been of use comes after it all the same, and that is said. */
static void
test_held_long (Service       *service,
                gconstpointer  user_data)
{
  g_autofree char *name = one_offs_add (service, "Words", "2026-11-22T18:10", "0");
  g_autoptr (BridgePause) pause = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *log = NULL;

  service_go_to (service, "2026-11-22T18:00:01");
  pause = one_offs_call_pause (service);
  bridge_space_put_off_pause (service->base.space, utc (&service->base, "2026-12-02T18:00"), &error);
  g_assert_no_error (error);
  service_go_to (service, "2026-12-02T18:00");
  one_offs_answer_both (service, BRIDGE_READINESS_READY);
  bridge_space_end_pause_talk (service->base.space, &error);
  g_assert_no_error (error);
  service_end (service);
  service_go_to (service, "2026-12-04T19:00");
  log = dup_log (service);
  g_assert_nonnull (strstr (log, "A promise for Sunday, 22 November: Comes as soon as the reminder service runs"));
  service_start (service);
  g_free (log);
  log = dup_log (service);
  g_assert_nonnull (strstr (log, "A promise for Sunday, 22 November: Came together with others in one notification"));
}

/* What both have written of by themselves is not asked for any more; nor is another date given for it. */
static void
test_followed_up (Service       *service,
                  gconstpointer  user_data)
{
  g_autoptr (BridgePause) pause = NULL;
  GListModel *persons = bridge_space_get_persons (service->base.space);
  g_autofree char *log = NULL;
  g_autoptr (GError) error = NULL;

  pause = one_offs_call_pause (service);
  service_go_to (service, "2026-11-22T18:20");
  one_offs_answer_both (service, BRIDGE_READINESS_READY);
  bridge_space_end_pause_talk (service->base.space, &error);
  g_assert_no_error (error);
  bridge_space_set_pause_follow_up_time (service->base.space, utc (&service->base, "2026-11-23T12:00"), &error);
  g_assert_no_error (error);
  service_go_to (service, "2026-11-23T12:00");
  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (BridgePerson) person = g_list_model_get_item (persons, i);

      bridge_space_set_speaker (service->base.space, bridge_person_get_id (person), NULL);
      bridge_space_write_pause_follow_up (service->base.space, "Calmer", "", "", &error);
      g_assert_no_error (error);
    }
  assert_log (service, "23T12:00 A short word after a pause: Shown on time. Answered.\n"
                       "22T18:20 The end of a pause: Shown on time. Answered.\n");
}

/* The day for a boundary, and that one can look at it as often as one likes without a trace. */
static void
test_boundary (Service       *service,
               gconstpointer  user_data)
{
  const char *ada = bridge_person_get_id (bridge_space_get_me (service->base.space));
  g_autoptr (BridgeBoundary) given = bridge_boundary_new (BRIDGE_BOUNDARY_PERSONAL_LIMIT, ada);
  g_autoptr (BridgeBoundary) boundary = NULL;
  g_autoptr (GPtrArray) rows = NULL;
  g_autoptr (GError) error = NULL;

  boundary = bridge_space_add_boundary (service->base.space, given, "No calls after ten.", local ("2026-11-24"), &error);
  g_assert_no_error (error);
  service_end (service);
  service_go_to (service, "2026-11-24T09:00:30");
  assert_log (service, "24T09:00 A look at a boundary: On its way, or shown without that having been written down yet.\n");
  rows = bridge_store_load_one_offs (bridge_space_get_database (service->base.space), 0, &error);
  g_assert_cmpuint (rows->len, ==, 0);
  service_start (service);
  assert_log (service, "24T09:00 A look at a boundary: Shown on time.\n");
}

/* A look at what is one's own is on record for its holder only, whether it has come or not, and of both for both. */
static void
test_own (Service       *service,
          gconstpointer  user_data)
{
  BridgeSpace *space = service->base.space;
  const char *ada = bridge_person_get_id (bridge_space_get_me (space));
  g_autoptr (BridgeMilestone) own = bridge_milestone_new ("Breathe first", BRIDGE_MILESTONE_FROM_NOTHING, 0);
  g_autoptr (BridgeMilestone) shared = bridge_milestone_new ("A calm talk", BRIDGE_MILESTONE_FROM_NOTHING, 0);
  g_autoptr (BridgeMilestone) stored = NULL;
  g_autoptr (BridgeMilestone) agreed = NULL;
  g_autoptr (BridgeCare) care = NULL;
  g_autoptr (GError) error = NULL;

  g_object_set (own, "who", ada, "revisit-on", local ("2026-11-24"), NULL);
  stored = bridge_space_add_milestone (space, own, &error);
  g_assert_no_error (error);
  g_object_set (shared, "revisit-on", local ("2026-11-26"), NULL);
  agreed = bridge_test_add_milestone (space, shared);
  care = bridge_space_add_care (space, BRIDGE_CARE_SLEEP, "Early to bed", &error);
  g_assert_no_error (error);
  bridge_space_set_care_review (space, local ("2026-11-25"), &error);
  g_assert_no_error (error);
  service_go_to (service, "2026-11-24T10:00");
  service_end (service);
  service_go_to (service, "2026-11-26T09:00:30");
  assert_log (service, "26T09:00 A look at a milestone: On its way, or shown without that having been written down yet.\n"
                       "25T09:00 A look at a plan for yourself: Comes as soon as the reminder service runs, or came without "
                       "that having been written down yet.\n"
                       "24T09:00 A look at a milestone: Shown on time.\n");
  speak_as (space, "Ben");
  assert_log (service, "26T09:00 A look at a milestone: On its way, or shown without that having been written down yet.\n");
  speak_as (space, "Ada");
  bridge_space_remove_milestone (space, bridge_milestone_get_id (stored), &error);
  g_assert_no_error (error);
  speak_as (space, "Ben");
  assert_log (service, "26T09:00 A look at a milestone: On its way, or shown without that having been written down yet.\n");
  service_start (service);
}

#define ADD(path, test) g_test_add ("/one-off-log/" path, Service, NULL, one_offs_set_up, test, one_offs_tear_down)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  ADD ("shown", test_shown);
  ADD ("deferred", test_deferred);
  ADD ("put-off", test_put_off);
  ADD ("together", test_together);
  ADD ("nothing-came", test_nothing_came);
  ADD ("pause", test_pause);
  ADD ("held-long", test_held_long);
  ADD ("followed-up", test_followed_up);
  ADD ("boundary", test_boundary);
  ADD ("own", test_own);

  return g_test_run ();
}

/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "scheduler-fixture.h"

/* Quiet hours and days away swallow nothing that was to come, and bring nothing that was not. */

static void
set_up (Service       *service,
        gconstpointer  user_data)
{
  service_set_up (service, NULL);
}

static void
tear_down (Service       *service,
           gconstpointer  user_data)
{
  service_tear_down (service, NULL);
}

typedef struct {
  const char *path;
  const char *start;  /* of the moment; snoozed at 21:52 until 22:02 */
  const char *wakes;  /* the computer sleeps from 21:55 on */
  const char *shown;  /* when it comes */
  gboolean alone;
} Overslept;

static const Overslept oversleeps[] = {
  { "at-night", "2026-11-23T21:50", "2026-11-24T02:00", "2026-11-24T07:00", FALSE },
  { "soon", "2026-11-23T21:50", "2026-11-23T22:03:30", "2026-11-24T07:00", FALSE },
  { "just-then", "2026-11-23T21:50", "2026-11-23T22:02:40", "2026-11-23T22:02:40", TRUE },
  { "by-day", "2026-11-23T21:50", "2026-11-24T08:00", "2026-11-24T08:00", FALSE },
  { "ahead-of-its-moment", "2026-11-24T12:00", "2026-11-24T02:00", "2026-11-24T07:00", TRUE },
};

/* A snooze comes in quiet hours when it was asked for; one that the computer slept over has lost its time, and waits. */
static void
test_overslept (Service       *service,
                      gconstpointer  data)
{
  const Overslept *overslept = data;
  g_autofree char *id = fixture_add_ritual (&service->base, "Tea", overslept->start, NULL, "0");
  g_autofree char *name = fixture_name (id, overslept->start);
  g_autoptr (GError) error = NULL;

  service_add_quiet_nights (service);
  service_go_to (service, "2026-11-23T21:52");
  recorder_clear (service->recorder);
  bridge_space_snooze (service->base.space, name, utc (&service->base, "2026-11-23T22:02"), &error);
  g_assert_no_error (error);
  service_go_to (service, "2026-11-23T21:55");
  service_jump_to (service, overslept->wakes);
  if (g_str_equal (overslept->wakes, overslept->shown))
    {
      g_assert_cmpuint (recorder_count (service->recorder), ==, 1);
    }
  else
    {
      g_assert_cmpuint (recorder_count (service->recorder), ==, 0);
      service_assert_state (service, name, 0, BRIDGE_REMINDER_PENDING, "quiet-hours");
      service_restart (service);
      bridge_scheduler_run_now (service->scheduler);
      g_assert_cmpuint (recorder_count (service->recorder), ==, 0);
      g_assert_cmpint (bridge_scheduler_get_next_deadline (service->scheduler), ==, utc (&service->base, overslept->shown));
      service_go_to (service, overslept->shown);
      g_assert_cmpuint (recorder_count (service->recorder), ==, 1);
    }
  g_assert_cmpstr (recorder_get (service->recorder, 0)->id, ==, overslept->alone ? name : "digest");

  /* And the moment's own, where that is still to come. */
  service_go_to (service, "2026-11-24T20:00");
  g_assert_cmpuint (recorder_count_of (service->recorder, name), ==,
                    overslept->alone + (local (overslept->start) > local ("2026-11-24")));
}

typedef enum { EDIT_LEADS, BRING_BACK, TAKE_BACK, NOTE_ABSENCE, FIRST_LEADS, RESUME, COME_BACK, ADD, N_EDITS } Edit;

static const struct {
  const char *path;
  gboolean comes; /* what waited for quiet hours to end, and still counts */
} edits[N_EDITS] = {
  [EDIT_LEADS] = { "leads", TRUE },
  [BRING_BACK] = { "brought-back", TRUE },
  [TAKE_BACK] = { "answer-taken-back", TRUE },
  [NOTE_ABSENCE] = { "absence-noted-on-its-last-day", TRUE },
  [FIRST_LEADS] = { "first-leads", FALSE },
  [RESUME] = { "resumed", FALSE },
  [COME_BACK] = { "back-early", FALSE },
  [ADD] = { "added", FALSE },
};

/* A change in the night swallows nothing that waits for the morning, and brings nothing that was not to come. */
static void
test_edit (Service       *service,
                 gconstpointer  data)
{
  Edit edit = GPOINTER_TO_INT (data);
  BridgeSpace *space = service->base.space;
  g_autofree char *id = edit != ADD ? fixture_add_ritual (&service->base, "Tea", "2026-11-23T22:30", NULL, edit == FIRST_LEADS ? "" : "0")
                                    : NULL;
  g_autofree char *name = id != NULL ? fixture_name (id, "2026-11-23T22:30") : NULL;
  g_autofree char *absence = NULL;
  g_autoptr (GError) error = NULL;

  service_add_quiet_nights (service);
  service_go_to (service, "2026-11-23T20:00");
  if (edit == BRING_BACK)
    bridge_space_leave_out (space, name, &error);
  else if (edit == TAKE_BACK)
    bridge_space_answer_notice (space, name, BRIDGE_OUTCOME_NOT_TODAY, &error);
  else if (edit == RESUME)
    bridge_space_change_ritual_state (space, id, BRIDGE_RITUAL_REST, BRIDGE_LOCAL_NONE, &error);
  else if (edit == COME_BACK)
    absence = service_add_absence (service, NULL, "2026-11-22", "2026-11-28");
  g_assert_no_error (error);

  service_go_to (service, "2026-11-23T23:00");
  switch (edit)
    {
    case EDIT_LEADS:
      fixture_change_ritual (&service->base, id, "remind", "10,0,-15", NULL);
      break;
    case FIRST_LEADS:
      fixture_change_ritual (&service->base, id, "remind", "0", NULL);
      break;
    case BRING_BACK:
    case TAKE_BACK:
      service_answer (service, name, BRIDGE_OUTCOME_NONE);
      break;
    case NOTE_ABSENCE:
      absence = service_add_absence (service, NULL, "2026-11-20", "2026-11-23");
      break;
    case RESUME:
      fixture_resume (&service->base, id);
      break;
    case COME_BACK:
      bridge_space_end_absence (space, absence, &error);
      break;
    case ADD:
      id = fixture_add_ritual (&service->base, "Tea", "2026-11-23T22:30", "FREQ=WEEKLY", "0");
      break;
    case N_EDITS:
    default:
      g_assert_not_reached ();
    }
  g_assert_no_error (error);
  bridge_scheduler_run_now (service->scheduler);
  g_assert_cmpuint (recorder_count (service->recorder), ==, 0);
  service_restart (service);
  service_go_to (service, "2026-11-24T06:59");
  g_assert_cmpuint (recorder_count (service->recorder), ==, 0);
  service_go_to (service, "2026-11-24T07:00");
  g_assert_cmpuint (recorder_count (service->recorder), ==, edits[edit].comes ? 1 : 0);
  service_go_to (service, "2026-11-25T12:00");
  g_assert_cmpuint (recorder_count (service->recorder), ==, edits[edit].comes ? 1 : 0);
}

/* Put off until tomorrow, and then tomorrow rests: it comes on the first day back. Who puts it off to such a day wants it so. */
static void
test_put_off_to_rest (Service       *service,
                      gconstpointer  knowing)
{
  g_autofree char *id = fixture_add_ritual (&service->base, "Tea", "2026-11-23T19:00", NULL, "0");
  g_autofree char *name = fixture_name (id, "2026-11-23T19:00");
  g_autofree char *absence = NULL;
  g_autoptr (GError) error = NULL;

  service_go_to (service, "2026-11-23T19:00");
  if (knowing != NULL)
    absence = service_add_absence (service, NULL, "2026-11-24", "2026-11-26");
  service_go_to (service, "2026-11-23T19:05");
  bridge_space_snooze (service->base.space, name, utc (&service->base, "2026-11-24T09:00"), &error);
  g_assert_no_error (error);
  service_go_to (service, "2026-11-23T20:00");
  if (knowing == NULL)
    absence = service_add_absence (service, NULL, "2026-11-24", "2026-11-26");
  service_go_to (service, "2026-11-24T12:00");
  service_restart (service);
  g_assert_cmpuint (recorder_count (service->recorder), ==, knowing != NULL ? 2 : 1);
  if (knowing == NULL)
    g_assert_cmpint (bridge_scheduler_get_next_deadline (service->scheduler), ==, utc (&service->base, "2026-11-26T09:00"));
  service_go_to (service, "2026-11-26T08:59");
  g_assert_cmpuint (recorder_count (service->recorder), ==, knowing != NULL ? 2 : 1);
  service_go_to (service, "2026-11-26T09:00");
  g_assert_cmpuint (recorder_count_of (service->recorder, name), ==, 2);
}

/* For a time that is not known yet: it waits until somebody is back. */
static void
test_put_off_to_open_rest (Service       *service,
                           gconstpointer  user_data)
{
  g_autofree char *id = fixture_add_ritual (&service->base, "Tea", "2026-11-23T19:00", NULL, "0");
  g_autofree char *name = fixture_name (id, "2026-11-23T19:00");
  g_autofree char *absence = NULL;
  g_autoptr (GError) error = NULL;

  service_go_to (service, "2026-11-23T19:00");
  bridge_space_snooze (service->base.space, name, utc (&service->base, "2026-11-24T09:00"), &error);
  g_assert_no_error (error);
  service_go_to (service, "2026-11-23T20:00");
  absence = service_add_absence (service, NULL, "2026-11-24", NULL);
  service_go_to (service, "2026-11-25T12:00");
  g_assert_cmpuint (recorder_count (service->recorder), ==, 1);
  bridge_space_end_absence (service->base.space, absence, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (recorder_count (service->recorder), ==, 2);
  g_assert_cmpuint (recorder_count_of (service->recorder, "digest"), ==, 1);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define ADD(path, data, test) g_test_add (path, Service, data, set_up, test, tear_down)
  for (gsize i = 0; i < G_N_ELEMENTS (oversleeps); i++)
    {
      g_autofree char *path = g_strconcat ("/scheduler-quiet/overslept/", oversleeps[i].path, NULL);

      ADD (path, &oversleeps[i], test_overslept);
    }
  for (int i = 0; i < N_EDITS; i++)
    {
      g_autofree char *path = g_strconcat ("/scheduler-quiet/edit/", edits[i].path, NULL);

      ADD (path, GINT_TO_POINTER (i), test_edit);
    }
  ADD ("/scheduler-quiet/put-off-to-rest", NULL, test_put_off_to_rest);
  ADD ("/scheduler-quiet/put-off-to-rest/knowing", "knowing", test_put_off_to_rest);
  ADD ("/scheduler-quiet/put-off-to-open-rest", NULL, test_put_off_to_open_rest);
#undef ADD

  return g_test_run ();
}

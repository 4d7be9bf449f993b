/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "bridge-reliability.h"
#include "bridge-reminder-log.h"
#include "scheduler-fixture.h"

#define ID "6f1c7a52-0c7e-4f4e-9d0e-0123456789ab"
#define NOW "2026-11-25T12:00"

/* One moment, 2026-11-24T19:00 in Berlin, of a ritual that was added on the 20th; it is the 25th at noon, and reminders are on
 * since the 20th, unless a case says something else. Times are local. */
typedef struct {
  const char *what;
  const char *lead;      /* "0" */
  const char *now;
  const char *on_since;
  const char *off_since; /* they are on */
  BridgeRitualState state;
  const char *created;
  const char *since;     /* when it reminds since; created */
  const char *changed;   /* when it was changed last; created */
  const char *until;     /* of its rest */
  BridgeOutcome outcome;
  gboolean left_out;
  const char *moved_to;
  const char *noted;     /* when the moment's row was written; no row */
  const char *away, *back, *away_noted;
  int quiet_from, quiet_until; /* hours */
  const char *stored;    /* lead of a row */
  const char *expected;  /* "state reason"; NULL: not in the log */
} Case;

#define AGREED .state = BRIDGE_RITUAL_AGREED

static const Case cases[] = {
  { .what = "nothing stands in its way", AGREED, .expected = "pending no-service" },
  { .what = "this very second", AGREED, .now = "2026-11-24T19:00", .expected = "pending -" },
  { .what = "not due yet", AGREED, .now = "2026-11-24T18:59", .expected = NULL },
  { .what = "on record", AGREED, .stored = "0", .expected = "shown -" },
  { .what = "a later one is on record", AGREED, .lead = "10", .stored = "0", .expected = "withdrawn superseded" },
  { .what = "an earlier one is on record", AGREED, .lead = "-30", .stored = "0", .expected = "pending no-service" },

  { .what = "answered before", AGREED, .outcome = BRIDGE_OUTCOME_KEPT, .noted = "2026-11-24T18:00",
    .expected = "answered answered" },
  { .what = "answered at once", AGREED, .outcome = BRIDGE_OUTCOME_NOT_TODAY, .noted = "2026-11-24T19:00",
    .expected = "answered answered" },
  { .what = "answered after, with nobody there to remind", AGREED, .outcome = BRIDGE_OUTCOME_SMALLER,
    .noted = "2026-11-24T20:00", .expected = "answered answered" },
  { .what = "answered after, with reminders off until then", AGREED, .outcome = BRIDGE_OUTCOME_KEPT,
    .noted = "2026-11-24T20:00", .on_since = "2026-11-24T21:00", .expected = "withdrawn reminders-off" },
  { .what = "answered before, with reminders off", AGREED, .outcome = BRIDGE_OUTCOME_KEPT, .noted = "2026-11-24T18:00",
    .on_since = "2026-11-24T21:00", .expected = "answered answered" },
  { .what = "left out", AGREED, .left_out = TRUE, .noted = "2026-11-24T10:00", .expected = "withdrawn left-out" },
  { .what = "brought back after", AGREED, .noted = "2026-11-24T19:30", .expected = "withdrawn brought-back" },
  { .what = "brought back before", AGREED, .noted = "2026-11-24T18:30", .expected = "pending no-service" },
  { .what = "moved away before", AGREED, .moved_to = "2026-11-26T19:00", .noted = "2026-11-24T18:00", .expected = NULL },
  { .what = "moved into the past", AGREED, .moved_to = "2026-11-24T20:00", .noted = "2026-11-25T10:00",
    .expected = "withdrawn moved" },

  { .what = "away", AGREED, .away = "2026-11-24", .back = "2026-11-26", .away_noted = "2026-11-23T12:00",
    .expected = "withdrawn away" },
  { .what = "away for an open time", AGREED, .away = "2026-11-22", .away_noted = "2026-11-22T12:00",
    .expected = "withdrawn away" },
  { .what = "back on the day before", AGREED, .away = "2026-11-22", .back = "2026-11-24", .away_noted = "2026-11-22T12:00",
    .expected = "pending no-service" },
  { .what = "back earlier than was said", AGREED, .away = "2026-11-22", .back = "2026-11-24",
    .away_noted = "2026-11-24T20:00", .expected = "withdrawn away" },
  { .what = "away, and answered all the same", AGREED, .away = "2026-11-24", .back = "2026-11-26",
    .away_noted = "2026-11-23T12:00", .outcome = BRIDGE_OUTCOME_KEPT, .noted = "2026-11-24T20:00",
    .expected = "withdrawn away" },
  { .what = "away while reminders are off", AGREED, .away = "2026-11-24", .back = "2026-11-26",
    .away_noted = "2026-11-23T12:00", .off_since = "2026-11-21T12:00", .expected = "withdrawn away" },

  { .what = "off, and on again", AGREED, .on_since = "2026-11-25T08:00", .expected = "withdrawn reminders-off" },
  { .what = "on while it was of use", AGREED, .now = "2026-11-24T19:20", .on_since = "2026-11-24T19:15",
    .expected = "pending no-service" },
  { .what = "off since before", AGREED, .off_since = "2026-11-24T18:00", .expected = "withdrawn reminders-off" },
  { .what = "off since after", AGREED, .off_since = "2026-11-24T19:30", .stored = "0", .expected = "shown -" },

  { .what = "resting openly", .state = BRIDGE_RITUAL_RESTING, .changed = "2026-11-24T12:00", .expected = "withdrawn resting" },
  { .what = "resting until a day to come", .state = BRIDGE_RITUAL_RESTING, .until = "2026-12-01",
    .expected = "withdrawn resting" },
  { .what = "resting until the day after", .state = BRIDGE_RITUAL_RESTING, .until = "2026-11-25",
    .expected = "withdrawn resting" },
  { .what = "rested until the day before", .state = BRIDGE_RITUAL_RESTING, .until = "2026-11-24",
    .expected = "pending no-service" },
  { .what = "announced on a day of rest", .state = BRIDGE_RITUAL_RESTING, .until = "2026-11-24", .lead = "1440",
    .expected = "withdrawn resting" },
  { .what = "resting since after it, reminders off until then", .state = BRIDGE_RITUAL_RESTING,
    .changed = "2026-11-25T09:00", .on_since = "2026-11-25T08:00", .expected = "withdrawn reminders-off" },
  { .what = "rested, and goes on", AGREED, .since = "2026-11-25T09:00", .expected = "withdrawn ritual-changed" },
  { .what = "another lead time since after it", AGREED, .lead = "10", .since = "2026-11-25T09:00", .stored = "0",
    .expected = NULL },
  { .what = "added after it", AGREED, .created = "2026-11-25T09:00", .expected = NULL },
  { .what = "a draft", .state = BRIDGE_RITUAL_DRAFT, .expected = NULL },
  { .what = "proposed", .state = BRIDGE_RITUAL_PROPOSED, .expected = NULL },
  { .what = "ended", .state = BRIDGE_RITUAL_ENDED, .expected = NULL },
  { .what = "answered, and ended since", .state = BRIDGE_RITUAL_ENDED, .outcome = BRIDGE_OUTCOME_KEPT,
    .noted = "2026-11-24T18:00", .expected = "answered answered" },

  { .what = "waiting in quiet hours", AGREED, .now = "2026-11-24T22:00", .quiet_from = 18, .quiet_until = 23,
    .expected = "pending quiet-hours" },
  { .what = "quiet hours that are over", AGREED, .quiet_from = 18, .quiet_until = 23, .expected = "pending no-service" },
  { .what = "away in quiet hours", AGREED, .now = "2026-11-24T22:00", .quiet_from = 18, .quiet_until = 23,
    .away = "2026-11-24", .back = "2026-11-26", .away_noted = "2026-11-23T12:00", .expected = "withdrawn away" },
};

static gint64
instant (const char *text,
         const char *otherwise)
{
  g_autoptr (GTimeZone) here = g_time_zone_new_identifier ("Europe/Berlin");

  if (text == NULL && otherwise == NULL)
    return 0;
  return bridge_local_to_utc_ms (local (text != NULL ? text : otherwise), here);
}

static BridgeRitual *
make_ritual (const Case *this)
{
  BridgeRitual *ritual = bridge_ritual_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (BridgeSchedule) schedule = bridge_schedule_new (local ("2026-11-24T19:00"), NULL, NULL, NULL, &error);
  const char *created = this->created != NULL ? this->created : "2026-11-20T12:00";

  g_assert_no_error (error);
  g_object_set (ritual,
                "id", ID,
                "title", "Ten quiet minutes",
                "schedule", schedule,
                "minutes", 10,
                "remind", this->lead != NULL ? this->lead : "0",
                "state", this->state,
                "resting-until", this->until != NULL ? local (this->until) : BRIDGE_LOCAL_NONE,
                "created-at", instant (created, NULL),
                "updated-at", instant (this->changed, created),
                "reminding-since", instant (this->since, created),
                NULL);
  return ritual;
}

static void
add_row (const Case *this,
         GPtrArray  *rows)
{
  gboolean answered = this->outcome != BRIDGE_OUTCOME_NONE;

  if (this->noted == NULL)
    return;
  g_ptr_array_add (rows, g_object_new (BRIDGE_TYPE_OCCURRENCE,
                                       "ritual-id", ID,
                                       "start", local ("2026-11-24T19:00"),
                                       "moved-to", this->moved_to != NULL ? local (this->moved_to) : BRIDGE_LOCAL_NONE,
                                       "left-out", this->left_out,
                                       "outcome", this->outcome,
                                       "answered-at", answered ? instant (this->noted, NULL) : (gint64) 0,
                                       "updated-at", instant (this->noted, NULL),
                                       NULL));
}

static void
add_stored (const Case *this,
            GPtrArray  *stored)
{
  int lead;

  if (this->stored == NULL)
    return;
  lead = atoi (this->stored);
  g_ptr_array_add (stored, bridge_reminder_new (ID, local ("2026-11-24T19:00"), lead,
                                                instant ("2026-11-24T19:00", NULL) - lead * BRIDGE_MS_PER_MINUTE));
  g_object_set (g_ptr_array_index (stored, 0), "state", BRIDGE_REMINDER_SHOWN, NULL);
}

static void
add_life (const Case *this,
          GListStore *hours,
          GListStore *absences)
{
  if (this->quiet_until != 0)
    {
      g_autoptr (BridgeHours) quiet = bridge_hours_new (BRIDGE_HOURS_QUIET, 127, this->quiet_from * 60, this->quiet_until * 60);

      g_list_store_append (hours, quiet);
    }
  if (this->away != NULL)
    {
      g_autoptr (BridgeAbsence) absence =
        bridge_absence_new (BRIDGE_ABSENCE_AWAY, NULL, local (this->away),
                            this->back != NULL ? local (this->back) : BRIDGE_LOCAL_NONE);

      g_object_set (absence, "updated-at", instant (this->away_noted, NULL), NULL);
      g_list_store_append (absences, absence);
    }
}

/* What the log says of the one lead that a case asks for. */
static char *
find (GPtrArray  *log,
      const Case *this)
{
  int lead = this->lead != NULL ? atoi (this->lead) : 0;
  char *found = NULL;

  for (guint i = 0; i < log->len; i++)
    {
      BridgeReminder *reminder = g_ptr_array_index (log, i);
      const char *reason = bridge_reminder_get_reason (reminder);

      if (bridge_reminder_get_lead (reminder) != lead)
        continue;
      g_assert_null (found);
      found = g_strdup_printf ("%s %s", bridge_enum_to_nick (BRIDGE_TYPE_REMINDER_STATE, bridge_reminder_get_state (reminder)),
                               reason != NULL ? reason : "-");
      if (g_strcmp0 (reason, "quiet-hours") == 0)
        g_assert_cmpint (bridge_reminder_get_deferred_until (reminder), ==, instant ("2026-11-24T23:00", NULL));
      else
        g_assert_cmpint (bridge_reminder_get_deferred_until (reminder), ==, 0);
      g_assert_cmpint (bridge_reminder_get_shown_at (reminder), ==, 0);
    }
  return found;
}

static void
test_reasons (void)
{
  g_autoptr (GTimeZone) here = g_time_zone_new_identifier ("Europe/Berlin");

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const Case *this = &cases[i];
      g_autoptr (BridgeRitual) ritual = make_ritual (this);
      g_autoptr (GListStore) rituals = g_list_store_new (BRIDGE_TYPE_RITUAL);
      g_autoptr (GListStore) hours = g_list_store_new (BRIDGE_TYPE_HOURS);
      g_autoptr (GListStore) absences = g_list_store_new (BRIDGE_TYPE_ABSENCE);
      g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func (g_object_unref);
      g_autoptr (GPtrArray) stored = g_ptr_array_new_with_free_func (g_object_unref);
      g_autoptr (GPtrArray) log = NULL;
      g_autofree char *found = NULL;
      BridgeReminderLogInput input = {
        .rituals = G_LIST_MODEL (rituals),
        .hours = G_LIST_MODEL (hours),
        .absences = G_LIST_MODEL (absences),
        .occurrences = rows,
        .reminders = stored,
        .on_since = instant (this->on_since, "2026-11-20T12:00"),
        .off_since = this->off_since != NULL ? instant (this->off_since, NULL) : BRIDGE_NEVER,
        .now = instant (this->now, NOW),
        .from = instant (this->now, NOW) - 30 * 24 * 60 * BRIDGE_MS_PER_MINUTE,
        .here = here,
      };

      g_list_store_append (rituals, ritual);
      add_row (this, rows);
      add_stored (this, stored);
      add_life (this, hours, absences);
      log = bridge_reminder_log_make (&input, G_MAXUINT);
      found = find (log, this);
      g_test_message ("%s: %s", this->what, found != NULL ? found : "nothing");
      if (g_strcmp0 (found, this->expected) != 0)
        g_error ("%s: %s instead of %s", this->what, found != NULL ? found : "nothing",
                 this->expected != NULL ? this->expected : "nothing");
    }
}

static guint
count (GPtrArray           *log,
       BridgeReminderState  state,
       const char          *reason)
{
  guint n = 0;

  for (guint i = 0; i < log->len; i++)
    n += bridge_reminder_get_state (g_ptr_array_index (log, i)) == state &&
         g_strcmp0 (bridge_reminder_get_reason (g_ptr_array_index (log, i)), reason) == 0;
  return n;
}

/* A month as it is lived, with a service that runs all the time: every lead of every moment is in the log once, newest first, and
 * each says why; nothing waits for a service. */
static void
test_month (Service       *service,
            gconstpointer  user_data)
{
  g_autofree char *tea = fixture_add_ritual (&service->base, "Tea", "2026-11-23T19:00", "FREQ=DAILY", "10,0,-30");
  g_autofree char *late = fixture_add_ritual (&service->base, "Late", "2026-11-23T22:30", "FREQ=DAILY", "0");
  g_autoptr (BridgeHours) quiet = bridge_hours_new (BRIDGE_HOURS_QUIET, 127, 22 * 60, 7 * 60);
  g_autoptr (BridgeHours) hours = NULL;
  g_autoptr (BridgeAbsence) away = bridge_absence_new (BRIDGE_ABSENCE_AWAY, NULL, local ("2026-12-01"), local ("2026-12-04"));
  g_autoptr (BridgeAbsence) absence = NULL;
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GPtrArray) log = NULL;
  g_autoptr (GError) error = NULL;

  hours = bridge_space_add_hours (service->base.space, quiet, &error);
  g_assert_no_error (error);
  absence = bridge_space_add_absence (service->base.space, away, &error);
  g_assert_no_error (error);
  for (int day = 0; day < 12; day++)
    {
      g_autofree char *start = bridge_local_format (local ("2026-11-23T19:00") + day * BRIDGE_DAY);
      g_autofree char *before = bridge_local_format (local ("2026-11-23T18:55") + day * BRIDGE_DAY);
      g_autofree char *name = fixture_name (tea, start);

      service_go_to (service, before);
      if (day % 2 == 0)
        service_answer (service, name, BRIDGE_OUTCOME_KEPT);
    }
  service_go_to (service, "2026-12-04T23:00");

  log = bridge_reminder_log_load (service->base.space, G_MAXUINT, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < log->len; i++)
    {
      BridgeReminder *reminder = g_ptr_array_index (log, i);
      g_autofree char *name = bridge_reminder_dup_occurrence_name (reminder);

      g_assert_true (g_hash_table_add (seen, g_strdup_printf ("%s/%d", name, bridge_reminder_get_lead (reminder))));
      if (i > 0)
        g_assert_cmpint (bridge_reminder_get_due_at (reminder), <=,
                         bridge_reminder_get_due_at (g_ptr_array_index (log, i - 1)));
    }
  /* Twelve days with three of tea and one of the late one. On the three days away nothing comes: on the 1st and the 3rd the
   * first of tea, as the other two were answered before, all three on the 2nd, and the late one each day. */
  g_assert_cmpuint (log->len, ==, 12 * 4);
  g_assert_cmpuint (count (log, BRIDGE_REMINDER_WITHDRAWN, "away"), ==, 2 * 1 + 3 + 3);
  g_assert_cmpuint (count (log, BRIDGE_REMINDER_PENDING, "no-service"), ==, 0);
  g_assert_cmpuint (count (log, BRIDGE_REMINDER_PENDING, NULL), ==, 0);
  g_assert_cmpuint (count (log, BRIDGE_REMINDER_PENDING, "quiet-hours"), ==, 1);
  g_assert_cmpuint (count (log, BRIDGE_REMINDER_FOLDED, "quiet-hours"), ==, 8);
  g_assert_cmpuint (count (log, BRIDGE_REMINDER_WITHDRAWN, "reminders-off"), ==, 0);
}

/* Nobody is named, and no time is told but when it was due. */
static void
test_discreet (Service       *service,
               gconstpointer  user_data)
{
  g_autofree char *id = fixture_add_ritual (&service->base, "Tea", "2026-11-23T19:00", "FREQ=DAILY", "0");
  g_autofree char *name = fixture_name (id, "2026-11-23T19:00");
  const char *ada = bridge_person_get_id (bridge_space_get_me (service->base.space));
  g_autoptr (BridgeAbsence) away = bridge_absence_new (BRIDGE_ABSENCE_UNWELL, ada, local ("2026-11-24"), local ("2026-11-25"));
  g_autoptr (BridgeAbsence) absence = bridge_space_add_absence (service->base.space, away, NULL);
  g_autoptr (GTimeZone) here = bridge_clock_dup_zone (service->base.clock);
  g_autoptr (GPtrArray) log = NULL;
  g_autoptr (GError) error = NULL;

  service_go_to (service, "2026-11-23T12:34");
  service_answer (service, name, BRIDGE_OUTCOME_KEPT);
  service_go_to (service, "2026-11-25T08:00");
  log = bridge_reminder_log_load (service->base.space, G_MAXUINT, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (log->len, ==, 2);
  for (guint i = 0; i < log->len; i++)
    {
      g_autofree char *why = bridge_reliability_describe (g_ptr_array_index (log, i), bridge_clock_now (service->base.clock), here);

      g_assert_cmpstr (why, ==, i == 0 ? "Not shown, because these are days away or unwell."
                                       : "Not shown, because the moment was answered before.");
      g_assert_null (bridge_reminder_get_id (g_ptr_array_index (log, i)));
    }
}

/* Looked at without a wake-up, and without a row. */
static void
test_only_looks (Service       *service,
                 gconstpointer  user_data)
{
  g_autofree char *id = fixture_add_ritual (&service->base, "Tea", "2026-11-23T19:00", "FREQ=DAILY", "0");
  g_autoptr (GPtrArray) rows = NULL;
  g_autoptr (GPtrArray) log = NULL;
  g_autoptr (GError) error = NULL;
  gint64 next;

  bridge_space_set_reminders_on (service->base.space, FALSE, &error);
  g_assert_no_error (error);
  service_go_to (service, "2026-11-25T12:00");
  next = bridge_scheduler_get_next_deadline (service->scheduler);
  log = bridge_reminder_log_load (service->base.space, G_MAXUINT, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (count (log, BRIDGE_REMINDER_WITHDRAWN, "reminders-off"), ==, 2);
  rows = bridge_space_list_reminders (service->base.space, 0, G_MAXINT, &error);
  g_assert_cmpuint (rows->len, ==, 0);
  g_assert_cmpint (bridge_scheduler_get_next_deadline (service->scheduler), ==, next);

  bridge_space_set_reminders_on (service->base.space, TRUE, &error);
  g_assert_no_error (error);
  g_clear_pointer (&log, g_ptr_array_unref);
  log = bridge_reminder_log_load (service->base.space, 1, &error);
  g_assert_cmpuint (log->len, ==, 1);
  g_assert_cmpuint (count (log, BRIDGE_REMINDER_WITHDRAWN, "reminders-off"), ==, 1);
}

/* A plan that nobody lives: no more than can be looked through. */
static void
test_many (Service       *service,
           gconstpointer  user_data)
{
  g_autoptr (GPtrArray) log = NULL;
  g_autoptr (GError) error = NULL;

  service_end (service);
  for (guint i = 0; i < 20; i++)
    {
      g_autofree char *id = fixture_add_ritual (&service->base, "Tea", "2026-11-23T00:00", "FREQ=DAILY", "10,0");
      g_autoptr (BridgeSchedule) schedule =
        bridge_schedule_new (local ("2026-11-23T00:00"), "FREQ=DAILY",
                             "00:00,01:00,02:00,03:00,04:00,05:00,06:00,07:00,08:00,09:00,10:00,11:00,12:00,13:00,14:00",
                             NULL, &error);

      g_assert_no_error (error);
      fixture_change_ritual (&service->base, id, "schedule", schedule, NULL);
    }
  bridge_fake_clock_set (BRIDGE_FAKE_CLOCK (service->base.clock), utc (&service->base, "2027-02-01T00:00"));
  log = bridge_reminder_log_load (service->base.space, G_MAXUINT, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (log->len, ==, BRIDGE_REMINDER_LOG_MAX);
  g_assert_cmpint (bridge_reminder_get_due_at (g_ptr_array_index (log, 0)), ==,
                   utc (&service->base, "2027-02-01T00:00"));
  bridge_space_set_reminders_on (service->base.space, FALSE, &error);
  g_assert_no_error (error);
  service_start (service);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/reminder-log/reasons", test_reasons);
#define ADD(name, func) g_test_add ("/reminder-log/" name, Service, NULL, service_set_up, func, service_tear_down)
  ADD ("month", test_month);
  ADD ("discreet", test_discreet);
  ADD ("only-looks", test_only_looks);
  ADD ("many", test_many);

  return g_test_run ();
}

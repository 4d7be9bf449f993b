/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "store-fixture.h"

#define NOTHING ((gint64) 0)

static void
save_ritual (BridgeDatabase *db,
             BridgeRitual   *ritual)
{
  g_autoptr (GError) error = NULL;

  bridge_store_save_ritual (db, ritual, &error);
  g_assert_no_error (error);
}

static void
save_occurrence (BridgeDatabase   *db,
                 BridgeOccurrence *occurrence)
{
  g_autoptr (GError) error = NULL;

  bridge_store_save_occurrence (db, occurrence, &error);
  g_assert_no_error (error);
}

static void
save_reminder (BridgeDatabase *db,
               BridgeReminder *reminder)
{
  g_autoptr (GError) error = NULL;

  bridge_store_save_reminder (db, reminder, &error);
  g_assert_no_error (error);
}

static BridgeOccurrence *
add_occurrence (BridgeDatabase *db,
                BridgeRitual   *ritual,
                BridgeLocal     start,
                BridgeOutcome   outcome)
{
  BridgeOccurrence *occurrence = bridge_occurrence_new (ritual, start);

  stamp (occurrence);
  g_object_set (occurrence, "outcome", outcome, "ritual", NULL, NULL);
  save_occurrence (db, occurrence);
  return occurrence;
}

static BridgeReminder *
add_reminder (BridgeDatabase      *db,
              BridgeRitual        *ritual,
              BridgeLocal          start,
              int                  lead,
              BridgeReminderState  state,
              gint64               due_at)
{
  BridgeReminder *reminder = bridge_reminder_new (bridge_ritual_get_id (ritual), start, lead, due_at);

  stamp (reminder);
  g_object_set (reminder, "state", state, NULL);
  save_reminder (db, reminder);
  return reminder;
}

/* ---- Persons */

static void
test_persons (void)
{
  g_autoptr (BridgeTestFolder) folder = bridge_test_folder_new ();
  g_autoptr (BridgeDatabase) db = open_database (folder);
  g_autoptr (BridgePerson) robin = add_person (db, "Robin 李", 1);
  g_autoptr (BridgePerson) alex = add_person (db, "Alex", 0);
  g_autoptr (BridgePerson) third = bridge_person_new ("Kim");
  g_autoptr (GPtrArray) persons = NULL;
  g_autoptr (GError) error = NULL;

  g_object_set (robin, "colour", 5, "updated-at", NOW + 1, NULL);
  bridge_store_save_person (db, robin, &error);
  g_assert_no_error (error);

  persons = bridge_store_load_persons (db, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (persons->len, ==, 2);
  bridge_test_assert_same (g_ptr_array_index (persons, 0), alex, NULL);
  bridge_test_assert_same (g_ptr_array_index (persons, 1), robin, NULL);

  /* Two places, and no two persons in one of them. */
  stamp (third);
  g_assert_false (bridge_store_save_person (db, third, &error));
  g_assert_error (error, BRIDGE_ERROR, BRIDGE_ERROR_INVALID_VALUE);
  g_clear_error (&error);

  g_object_set (alex, "deleted-at", NOW, NULL);
  bridge_store_save_person (db, alex, &error);
  g_assert_no_error (error);
  bridge_store_save_person (db, third, &error);
  g_assert_no_error (error);
  g_clear_pointer (&persons, g_ptr_array_unref);
  persons = bridge_store_load_persons (db, &error);
  g_assert_cmpuint (persons->len, ==, 2);
  bridge_test_assert_same (g_ptr_array_index (persons, 0), third, NULL);
}

/* ---- Rituals */

static void
test_ritual_round_trip (void)
{
  static const char *const steps[] = { "Boil \"water\"", "[1,2]", "Sit\\down ☕", NULL };
  g_autoptr (BridgeTestFolder) folder = bridge_test_folder_new ();
  g_autoptr (BridgeDatabase) db = open_database (folder);
  g_autoptr (BridgePerson) alex = add_person (db, "Alex", 0);
  g_autoptr (BridgeRitual) ritual = add_ritual (db, "Tea");
  g_autoptr (BridgeRitual) loaded = NULL;
  g_autoptr (BridgeSchedule) schedule = NULL;
  g_autoptr (GError) error = NULL;

  loaded = bridge_store_load_ritual (db, bridge_ritual_get_id (ritual), &error);
  g_assert_no_error (error);
  bridge_test_assert_same (ritual, loaded, NULL);

  schedule = bridge_schedule_new (START, "FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,FR", "08:00,21:30", "Europe/Berlin", &error);
  g_assert_no_error (error);
  g_object_set (ritual, "title", "Émilie’s tea; --", "when-then", "When it rains, then we …", "state",
                BRIDGE_RITUAL_RESTING, "schedule", schedule, "minutes", 480, "who", bridge_person_get_id (alex),
                "closeness", 5, "in-recovery", TRUE, "smaller", "Wave", "steps", steps, "lead", bridge_person_get_id (alex), "remind", "10,0",
                "resting-until", DAY, "reminding-since", NOW - 5, "template", "walk", "updated-at", NOW + 7, "deleted-at",
                NOW + 8, NULL);
  save_ritual (db, ritual);
  g_clear_object (&loaded);
  loaded = bridge_store_load_ritual (db, bridge_ritual_get_id (ritual), &error);
  g_assert_no_error (error);
  bridge_test_assert_same (ritual, loaded, NULL);

  /* And back to nothing in particular: one-off, no steps, both. */
  g_clear_pointer (&schedule, bridge_schedule_unref);
  schedule = bridge_schedule_new (START + 30, NULL, NULL, NULL, &error);
  g_object_set (ritual, "when-then", "", "schedule", schedule, "who", NULL, "smaller", "", "steps", NULL, "lead", NULL,
                "remind", "", "resting-until", BRIDGE_LOCAL_NONE, "template", NULL, "deleted-at", NOTHING, NULL);
  save_ritual (db, ritual);
  g_clear_object (&loaded);
  loaded = bridge_store_load_ritual (db, bridge_ritual_get_id (ritual), &error);
  g_assert_no_error (error);
  bridge_test_assert_same (ritual, loaded, NULL);

  g_clear_object (&loaded);
  g_assert_null (bridge_store_load_ritual (db, "nowhere", &error));
  g_assert_error (error, BRIDGE_ERROR, BRIDGE_ERROR_NOT_FOUND);
}

/* Rules, times and zones of every kind come back as they went. */
static void
test_schedules (void)
{
  static const struct {
    const char *rule;
    const char *times;
    const char *zone;
  } vectors[] = {
    { NULL, NULL, NULL },
    { "FREQ=DAILY", "08:00", NULL },
    { "FREQ=DAILY;COUNT=7", "08:00,12:00,21:00", "America/New_York" },
    { "FREQ=WEEKLY;BYDAY=MO,WE,FR;UNTIL=20251231T235959", NULL, NULL },
    { "FREQ=MONTHLY;BYDAY=-1SU", NULL, "Pacific/Apia" },
    { "FREQ=MONTHLY;BYMONTHDAY=-1", "00:00", NULL },
    { "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29", NULL, "UTC" },
    { "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1;WKST=SU", NULL, NULL },
  };
  g_autoptr (BridgeTestFolder) folder = bridge_test_folder_new ();
  g_autoptr (BridgeDatabase) db = open_database (folder);

  for (guint i = 0; i < G_N_ELEMENTS (vectors); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (BridgeSchedule) schedule =
        bridge_schedule_new (START, vectors[i].rule, vectors[i].times, vectors[i].zone, &error);
      g_autoptr (BridgeRitual) ritual = NULL;
      g_autoptr (BridgeRitual) loaded = NULL;

      g_assert_no_error (error);
      ritual = add_ritual (db, "Tea");
      g_object_set (ritual, "schedule", schedule, NULL);
      save_ritual (db, ritual);
      loaded = bridge_store_load_ritual (db, bridge_ritual_get_id (ritual), &error);
      g_assert_no_error (error);
      bridge_test_assert_same (ritual, loaded, NULL);
    }
}

static void
test_rituals_by_title (void)
{
  g_autoptr (BridgeTestFolder) folder = bridge_test_folder_new ();
  g_autoptr (BridgeDatabase) db = open_database (folder);
  g_autoptr (BridgeRitual) walk = add_ritual (db, "walk");
  g_autoptr (BridgeRitual) tea = add_ritual (db, "Tea");
  g_autoptr (BridgeRitual) removed = add_ritual (db, "Removed");
  g_autoptr (BridgeRitual) breakfast = add_ritual (db, "Breakfast");
  g_autoptr (GPtrArray) rituals = NULL;
  g_autoptr (GError) error = NULL;

  g_object_set (removed, "deleted-at", NOW, NULL);
  save_ritual (db, removed);

  rituals = bridge_store_load_rituals (db, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (rituals->len, ==, 3);
  bridge_test_assert_same (g_ptr_array_index (rituals, 0), breakfast, NULL);
  bridge_test_assert_same (g_ptr_array_index (rituals, 1), tea, NULL);
  bridge_test_assert_same (g_ptr_array_index (rituals, 2), walk, NULL);
}

/* A row that does not read is told of; nothing is made up and nothing crashes. */
static void
test_damaged_rows (void)
{
  static const char *const damages[] = {
    "UPDATE rituals SET rule = 'FREQ=NEVER'",
    "UPDATE rituals SET zone = 'Atlantis/Capital'",
    "UPDATE rituals SET times = 'noon'",
    "UPDATE rituals SET start = '2026-99-99T99:99'",
    "UPDATE rituals SET steps = '{}'",
    "UPDATE rituals SET steps = 'no JSON'",
    "UPDATE rituals SET resting_until = '2026-02-30T00:00'",
  };

  for (guint i = 0; i < G_N_ELEMENTS (damages); i++)
    {
      g_autoptr (BridgeTestFolder) folder = bridge_test_folder_new ();
      g_autoptr (BridgeDatabase) db = open_database (folder);
      g_autoptr (BridgeRitual) ritual = add_ritual (db, "Tea");
      g_autoptr (GError) error = NULL;

      g_assert_true (bridge_statement_execute (db, damages[i], NULL));
      g_assert_null (bridge_store_load_rituals (db, &error));
      g_assert_nonnull (error);
      g_assert_true (error->domain == BRIDGE_ERROR);
      g_clear_error (&error);
      g_assert_null (bridge_store_load_ritual (db, bridge_ritual_get_id (ritual), &error));
      g_assert_nonnull (error);
    }
}

static void
test_constraints (void)
{
  static const char *const refused[] = {
    "UPDATE rituals SET title = ''",
    "UPDATE rituals SET state = 'broken'",
    "UPDATE rituals SET minutes = 0",
    "UPDATE rituals SET minutes = 481",
    "UPDATE rituals SET minutes = 'ten'",
    "UPDATE rituals SET closeness = 6",
    "UPDATE rituals SET start = 'tomorrow'",
    "UPDATE rituals SET start = '2026-11-23'",
    "UPDATE rituals SET who = 'nobody'",
    "UPDATE rituals SET lead = 'nobody'",
    "UPDATE rituals SET id = NULL",
    "UPDATE rituals SET device = NULL",
    "UPDATE persons SET colour = 6",
    "UPDATE persons SET position = 2",
    "UPDATE persons SET name = ''",
    "UPDATE occurrences SET outcome = 'missed'",
    "UPDATE occurrences SET left_out = 2",
    "UPDATE occurrences SET moved_to = 'later'",
    "UPDATE occurrences SET ritual_id = 'nowhere'",
    "UPDATE reminders SET state = 'late'",
    "UPDATE reminders SET lead = -1441",
    "UPDATE reminders SET lead = 10081",
    "INSERT INTO hours (id, kind, name, weekdays, from_minute, to_minute, created_at, updated_at, device)"
    " VALUES ('a', 'loud', '', 1, 0, 0, 0, 0, '')",
    "INSERT INTO hours (id, kind, name, weekdays, from_minute, to_minute, created_at, updated_at, device)"
    " VALUES ('a', 'quiet', '', 0, 0, 0, 0, 0, '')",
    "INSERT INTO hours (id, kind, name, weekdays, from_minute, to_minute, created_at, updated_at, device)"
    " VALUES ('a', 'quiet', '', 1, 0, 1440, 0, 0, '')",
    "INSERT INTO absences (id, who, kind, from_date, created_at, updated_at, device)"
    " VALUES ('a', 'nobody', 'away', '2026-11-23T00:00', 0, 0, '')",
    "INSERT INTO absences (id, who, kind, from_date, created_at, updated_at, device)"
    " VALUES ('a', NULL, 'gone', '2026-11-23T00:00', 0, 0, '')",
    "INSERT INTO one_offs (id, subject, subject_id, step, state, due_at, shown_at, created_at, updated_at, device)"
    " VALUES ('a', 'refusal', 'b', 'c', 'shown', 0, 0, 0, 0, '')",
    "INSERT INTO one_offs (id, subject, subject_id, step, state, due_at, shown_at, created_at, updated_at, device)"
    " VALUES ('a', 'promise', 'b', 'c', 'snoozed', 0, 0, 0, 0, '')",
    "INSERT INTO promises (id, text, who, about, due, timed, remind, state, earlier, reminding_since, created_at, updated_at,"
    " device) VALUES ('a', 'b', 'nobody', 'free', '2026-11-23T00:00', 0, '', 'open', '', 0, 0, 0, '')",
    "INSERT INTO promises (id, text, about, due, timed, remind, state, earlier, reminding_since, created_at, updated_at, device)"
    " VALUES ('a', 'b', 'free', '2026-11-23T00:00', 0, '', 'broken', '', 0, 0, 0, '')",
    "INSERT INTO promises (id, text, about, due, timed, remind, state, earlier, reminding_since, created_at, updated_at, device)"
    " VALUES ('a', 'b', 'free', 'soon', 0, '', 'open', '', 0, 0, 0, '')",
    "UPDATE reminders SET ritual_id = 'nowhere'",
    "UPDATE wins SET kind = 'score'",
    "UPDATE wins SET on_date = '2026-11-23T19:00'",
    "UPDATE wins SET starred = 2",
    "DELETE FROM rituals",
    "INSERT INTO settings (name, value, created_at, updated_at, device) VALUES ('device', '', 0, 0, '')",
  };
  g_autoptr (BridgeTestFolder) folder = bridge_test_folder_new ();
  g_autoptr (BridgeDatabase) db = open_database (folder);
  g_autoptr (BridgePerson) person = add_person (db, "Alex", 0);
  g_autoptr (BridgeRitual) ritual = add_ritual (db, "Tea");
  g_autoptr (BridgeOccurrence) occurrence = add_occurrence (db, ritual, START, BRIDGE_OUTCOME_KEPT);
  g_autoptr (BridgeReminder) reminder = add_reminder (db, ritual, START, 0, BRIDGE_REMINDER_SHOWN, NOW);
  g_autoptr (BridgeWin) win = add_win (db, "Tea", DAY);

  for (guint i = 0; i < G_N_ELEMENTS (refused); i++)
    {
      g_autoptr (GError) error = NULL;

      if (bridge_statement_execute (db, refused[i], &error))
        g_error ("not refused: %s", refused[i]);
      g_assert_error (error, BRIDGE_ERROR, BRIDGE_ERROR_INVALID_VALUE);
    }
}

/* ---- Occurrences */

static void
test_occurrence_round_trip (void)
{
  g_autoptr (BridgeTestFolder) folder = bridge_test_folder_new ();
  g_autoptr (BridgeDatabase) db = open_database (folder);
  g_autoptr (BridgeRitual) ritual = add_ritual (db, "Tea");
  const char *ritual_id = bridge_ritual_get_id (ritual);
  g_autoptr (BridgeOccurrence) occurrence = add_occurrence (db, ritual, START, BRIDGE_OUTCOME_KEPT);
  g_autoptr (BridgeOccurrence) loaded = NULL;
  g_autoptr (BridgeOccurrence) anew = NULL;
  g_autoptr (GError) error = NULL;

  g_object_set (occurrence, "moved-to", START + BRIDGE_DAY, "left-out", TRUE, "answered-at", NOW + 1, "updated-at", NOW + 2,
                NULL);
  save_occurrence (db, occurrence);
  loaded = bridge_store_load_occurrence (db, ritual_id, START, &error);
  g_assert_no_error (error);
  bridge_test_assert_same (occurrence, loaded, NULL);

  g_clear_object (&loaded);
  g_assert_null (bridge_store_load_occurrence (db, ritual_id, START + BRIDGE_DAY, &error));
  g_assert_no_error (error);

  /* Undone: its row is there no more; recorded anew it is one row still, and what was saved is what is there. */
  g_object_set (occurrence, "deleted-at", NOW, NULL);
  save_occurrence (db, occurrence);
  g_assert_null (bridge_store_load_occurrence (db, ritual_id, START, &error));
  g_assert_no_error (error);
  anew = add_occurrence (db, ritual, START, BRIDGE_OUTCOME_SMALLER);
  g_assert_cmpuint (count_rows (db, "SELECT count (*) FROM occurrences"), ==, 1);
  loaded = bridge_store_load_occurrence (db, ritual_id, START, &error);
  g_assert_no_error (error);
  bridge_test_assert_same (anew, loaded, NULL);
}

static void
assert_starts (GPtrArray  *occurrences,
               const char *expected)
{
  g_autoptr (GString) found = g_string_new (NULL);

  for (guint i = 0; i < occurrences->len; i++)
    {
      BridgeLocal start = bridge_occurrence_get_start (g_ptr_array_index (occurrences, i));

      g_string_append_printf (found, "%s%d", i == 0 ? "" : " ", bridge_local_get_day (start) - 20000);
    }
  g_assert_cmpstr (found->str, ==, expected);
}

static void
test_occurrences_between (void)
{
  g_autoptr (BridgeTestFolder) folder = bridge_test_folder_new ();
  g_autoptr (BridgeDatabase) db = open_database (folder);
  g_autoptr (BridgeRitual) tea = add_ritual (db, "Tea");
  g_autoptr (BridgeRitual) walk = add_ritual (db, "Walk");
  g_autoptr (BridgeOccurrence) moved_in = add_occurrence (db, tea, START + 9 * BRIDGE_DAY, BRIDGE_OUTCOME_NONE);
  g_autoptr (BridgeOccurrence) moved_out = add_occurrence (db, tea, START + 3 * BRIDGE_DAY, BRIDGE_OUTCOME_NONE);
  g_autoptr (BridgeOccurrence) removed = add_occurrence (db, tea, START + 4 * BRIDGE_DAY, BRIDGE_OUTCOME_KEPT);
  g_autoptr (GPtrArray) all = NULL;
  g_autoptr (GPtrArray) teas = NULL;
  g_autoptr (GPtrArray) edge = NULL;
  g_autoptr (GError) error = NULL;

  for (int day = 0; day < 6; day += 2)
    g_object_unref (add_occurrence (db, walk, START + day * BRIDGE_DAY, BRIDGE_OUTCOME_KEPT));
  g_object_set (moved_in, "moved-to", START + 2 * BRIDGE_DAY + BRIDGE_HOUR, NULL);
  save_occurrence (db, moved_in);
  g_object_set (moved_out, "moved-to", START + 20 * BRIDGE_DAY, NULL);
  save_occurrence (db, moved_out);
  g_object_set (removed, "deleted-at", NOW, NULL);
  save_occurrence (db, removed);

  all = bridge_store_load_occurrences (db, NULL, DAY + 2 * BRIDGE_DAY, DAY + 5 * BRIDGE_DAY, &error);
  g_assert_no_error (error);
  assert_starts (all, "2 3 4 9");
  teas = bridge_store_load_occurrences (db, bridge_ritual_get_id (tea), DAY + 2 * BRIDGE_DAY, DAY + 5 * BRIDGE_DAY, &error);
  g_assert_no_error (error);
  assert_starts (teas, "3 9");

  /* The beginning belongs to it, the end does not. */
  edge = bridge_store_load_occurrences (db, NULL, START, START + 2 * BRIDGE_DAY, &error);
  g_assert_no_error (error);
  assert_starts (edge, "0");
}

static void
test_kept (void)
{
  g_autoptr (BridgeTestFolder) folder = bridge_test_folder_new ();
  g_autoptr (BridgeDatabase) db = open_database (folder);
  g_autoptr (BridgeRitual) tea = add_ritual (db, "Tea");
  g_autoptr (BridgeRitual) walk = add_ritual (db, "Walk");
  g_autoptr (BridgeOccurrence) moved = add_occurrence (db, tea, START + 30 * BRIDGE_DAY, BRIDGE_OUTCOME_KEPT);
  g_autoptr (BridgeOccurrence) removed = add_occurrence (db, tea, START + 3 * BRIDGE_DAY, BRIDGE_OUTCOME_KEPT);
  g_autoptr (GError) error = NULL;
  guint kept, smaller;

  g_object_unref (add_occurrence (db, tea, START, BRIDGE_OUTCOME_KEPT));
  g_object_unref (add_occurrence (db, tea, START + BRIDGE_DAY, BRIDGE_OUTCOME_SMALLER));
  g_object_unref (add_occurrence (db, tea, START + 2 * BRIDGE_DAY, BRIDGE_OUTCOME_NOT_TODAY));
  g_object_unref (add_occurrence (db, walk, START, BRIDGE_OUTCOME_KEPT));
  g_object_set (moved, "moved-to", START + 4 * BRIDGE_DAY, NULL);
  save_occurrence (db, moved);
  g_object_set (removed, "deleted-at", NOW, NULL);
  save_occurrence (db, removed);

  g_assert_true (bridge_store_count_kept (db, NULL, DAY, DAY + 7 * BRIDGE_DAY, &kept, &smaller, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (kept, ==, 3);
  g_assert_cmpuint (smaller, ==, 1);
  g_assert_true (bridge_store_count_kept (db, bridge_ritual_get_id (tea), DAY, DAY + BRIDGE_DAY, &kept, &smaller, &error));
  g_assert_cmpuint (kept, ==, 1);
  g_assert_cmpuint (smaller, ==, 0);
  g_assert_true (bridge_store_count_kept (db, NULL, DAY + 25 * BRIDGE_DAY, DAY + 40 * BRIDGE_DAY, &kept, &smaller, &error));
  g_assert_cmpuint (kept + smaller, ==, 0);
}

static void
test_history (void)
{
  g_autoptr (BridgeTestFolder) folder = bridge_test_folder_new ();
  g_autoptr (BridgeDatabase) db = open_database (folder);
  g_autoptr (BridgeRitual) tea = add_ritual (db, "Tea");
  g_autoptr (BridgeRitual) walk = add_ritual (db, "Walk");
  g_autoptr (BridgeOccurrence) first = add_occurrence (db, tea, START, BRIDGE_OUTCOME_KEPT);
  g_autoptr (BridgeOccurrence) only_moved = add_occurrence (db, tea, START + BRIDGE_DAY, BRIDGE_OUTCOME_NONE);
  g_autoptr (BridgeOccurrence) last = add_occurrence (db, tea, START + 40 * BRIDGE_DAY, BRIDGE_OUTCOME_NOT_TODAY);
  g_autoptr (GArray) keys = NULL;
  g_autoptr (GPtrArray) rows = NULL;
  g_autoptr (GError) error = NULL;
  gint64 seqs[3];

  g_object_unref (add_occurrence (db, walk, START, BRIDGE_OUTCOME_KEPT));

  keys = bridge_store_list_history_keys (db, bridge_ritual_get_id (tea), &error);
  g_assert_no_error (error);
  g_assert_cmpuint (keys->len, ==, 2);
  g_assert_cmpint (g_array_index (keys, BridgeListKey, 0).group, ==, 2024 * 12 + 10);
  g_assert_cmpint (g_array_index (keys, BridgeListKey, 1).group, ==, 2024 * 12 + 9);
  g_assert_cmpint (g_array_index (keys, BridgeListKey, 1).version, ==, NOW);

  seqs[0] = g_array_index (keys, BridgeListKey, 0).seq;
  seqs[1] = 999;
  seqs[2] = g_array_index (keys, BridgeListKey, 1).seq;
  rows = bridge_store_load_occurrences_by_seq (db, seqs, 3, &error);
  g_assert_no_error (error);
  bridge_test_assert_same (g_ptr_array_index (rows, 0), last, NULL);
  g_assert_null (g_ptr_array_index (rows, 1));
  bridge_test_assert_same (g_ptr_array_index (rows, 2), first, NULL);
}

/* ---- Reminders */

static void
test_reminder_round_trip (void)
{
  g_autoptr (BridgeTestFolder) folder = bridge_test_folder_new ();
  g_autoptr (BridgeDatabase) db = open_database (folder);
  g_autoptr (BridgeRitual) ritual = add_ritual (db, "Tea");
  g_autoptr (BridgeReminder) reminder = add_reminder (db, ritual, START, 10, BRIDGE_REMINDER_PENDING, NOW);
  g_autoptr (BridgeReminder) again = NULL;
  g_autoptr (BridgeReminder) loaded = NULL;
  g_autoptr (GError) error = NULL;
  const char *ritual_id = bridge_ritual_get_id (ritual);

  g_object_set (reminder, "state", BRIDGE_REMINDER_SNOOZED, "due-at", NOW + 1, "shown-at", NOW + 2, "snoozed-until", NOW + 3,
                "reason", "moved", "updated-at", NOW + 4, NULL);
  save_reminder (db, reminder);
  loaded = bridge_store_load_reminder (db, ritual_id, START, 10, &error);
  g_assert_no_error (error);
  bridge_test_assert_same (reminder, loaded, NULL);

  g_clear_object (&loaded);
  g_assert_null (bridge_store_load_reminder (db, ritual_id, START, 0, &error));
  g_assert_no_error (error);

  /* One row for an occurrence and lead, however often it is claimed. */
  again = add_reminder (db, ritual, START, 10, BRIDGE_REMINDER_SHOWN, NOW);
  g_assert_cmpuint (count_rows (db, "SELECT count (*) FROM reminders"), ==, 1);
  loaded = bridge_store_load_reminder (db, ritual_id, START, 10, &error);
  g_assert_no_error (error);
  bridge_test_assert_same (again, loaded, NULL);

  bridge_store_delete_reminder (db, bridge_reminder_get_id (again), &error);
  g_assert_no_error (error);
  g_clear_object (&loaded);
  g_assert_null (bridge_store_load_reminder (db, ritual_id, START, 10, &error));
  g_assert_no_error (error);
}

static void
assert_leads (GPtrArray  *reminders,
              const char *expected)
{
  g_autoptr (GString) found = g_string_new (NULL);

  g_assert_nonnull (reminders);
  for (guint i = 0; i < reminders->len; i++)
    g_string_append_printf (found, "%s%d", i == 0 ? "" : " ",
                            bridge_reminder_get_lead (g_ptr_array_index (reminders, i)));
  g_assert_cmpstr (found->str, ==, expected);
  g_ptr_array_unref (reminders);
}

static void
test_reminder_lists (void)
{
  g_autoptr (BridgeTestFolder) folder = bridge_test_folder_new ();
  g_autoptr (BridgeDatabase) db = open_database (folder);
  g_autoptr (BridgeRitual) tea = add_ritual (db, "Tea");
  g_autoptr (BridgeRitual) walk = add_ritual (db, "Walk");
  g_autoptr (GError) error = NULL;
  const char *id = bridge_ritual_get_id (tea);

  /* The lead tells them apart here. */
  g_object_unref (add_reminder (db, tea, START, 0, BRIDGE_REMINDER_PENDING, NOW + 10));
  g_object_unref (add_reminder (db, tea, START, 10, BRIDGE_REMINDER_SHOWN, NOW));
  g_object_unref (add_reminder (db, tea, START + BRIDGE_DAY, 1, BRIDGE_REMINDER_ANSWERED, NOW + 20));
  g_object_unref (add_reminder (db, walk, START, 2, BRIDGE_REMINDER_SNOOZED, NOW + 5));
  g_object_unref (add_reminder (db, walk, START, 3, BRIDGE_REMINDER_WITHDRAWN, NOW + 6));
  g_object_unref (add_reminder (db, walk, START + BRIDGE_DAY, 4, BRIDGE_REMINDER_FOLDED, NOW + 30));
  g_object_unref (add_reminder (db, walk, START + 2 * BRIDGE_DAY, 5, BRIDGE_REMINDER_FOLDED, NOW + 40));

  assert_leads (bridge_store_load_reminders_of (db, id, START, &error), "10 0");
  assert_leads (bridge_store_load_reminders_open (db, &error), "10 2 0");
  assert_leads (bridge_store_load_reminders_since (db, NOW + 6, G_MAXINT64, 10, &error), "5 4 1 0 3");
  assert_leads (bridge_store_load_reminders_since (db, NOW + 6, G_MAXINT64, 2, &error), "5 4");
  assert_leads (bridge_store_load_reminders_shown_since (db, 0, &error), "");
  g_assert_true (bridge_statement_execute (db, "UPDATE reminders SET shown_at = due_at - lead WHERE lead IN (1, 4, 5)", &error));
  assert_leads (bridge_store_load_reminders_shown_since (db, NOW + 19, &error), "5 4 1");
  assert_leads (bridge_store_load_reminders_shown_since (db, NOW + 20, &error), "5 4");
  {
    g_autoptr (GPtrArray) starting = bridge_store_load_reminders_starting (db, START, START + BRIDGE_DAY, &error);

    g_assert_cmpuint (starting->len, ==, 4);
  }

  /* What was told of ahead of the clock; what was put off, and what came before its time by somebody's wish, is no such thing. */
  assert_leads (bridge_store_load_reminders_told_of (db, NOW, 10, &error), "10 4 5");
  assert_leads (bridge_store_load_reminders_told_of (db, NOW + 1, 1, &error), "4");
  assert_leads (bridge_store_load_reminders_since (db, NOW + 6, NOW + 35, 10, &error), "5 4 1 0 3");
  assert_leads (bridge_store_load_reminders_since (db, NOW + 6, NOW + 30, 10, &error), "4 1 0 3");
  assert_leads (bridge_store_load_reminders_since (db, NOW, NOW, 10, &error), "1 0 3 2 10");
  g_assert_no_error (error);
}

/* ---- Settings */

static void
test_settings (void)
{
  g_autoptr (BridgeTestFolder) folder = bridge_test_folder_new ();
  g_autoptr (BridgeDatabase) db = open_database (folder);
  g_autoptr (GError) error = NULL;
  static const char *const values[] = { "true", "false", "", "ünï 'quoted'" };

  g_assert_null (bridge_store_load_setting (db, "reminders-on", &error));
  g_assert_no_error (error);

  for (guint i = 0; i < G_N_ELEMENTS (values); i++)
    {
      g_autofree char *value = NULL;

      bridge_store_save_setting (db, "reminders-on", values[i], NOW + i, &error);
      g_assert_no_error (error);
      value = bridge_store_load_setting (db, "reminders-on", &error);
      g_assert_no_error (error);
      g_assert_cmpstr (value, ==, values[i]);
    }
  g_assert_cmpuint (count_rows (db, "SELECT created_at FROM settings WHERE name = 'reminders-on'") , ==,
                    (guint) NOW);
  g_assert_cmpuint (count_rows (db, "SELECT updated_at FROM settings WHERE name = 'reminders-on'"), ==,
                    (guint) (NOW + 3));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/store/persons", test_persons);
  g_test_add_func ("/store/ritual/round-trip", test_ritual_round_trip);
  g_test_add_func ("/store/ritual/schedules", test_schedules);
  g_test_add_func ("/store/ritual/by-title", test_rituals_by_title);
  g_test_add_func ("/store/ritual/damaged-rows", test_damaged_rows);
  g_test_add_func ("/store/constraints", test_constraints);
  g_test_add_func ("/store/occurrence/round-trip", test_occurrence_round_trip);
  g_test_add_func ("/store/occurrence/between", test_occurrences_between);
  g_test_add_func ("/store/occurrence/kept", test_kept);
  g_test_add_func ("/store/occurrence/history", test_history);
  g_test_add_func ("/store/reminder/round-trip", test_reminder_round_trip);
  g_test_add_func ("/store/reminder/lists", test_reminder_lists);
  g_test_add_func ("/store/settings", test_settings);

  return g_test_run ();
}

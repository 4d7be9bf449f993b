/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* decade FOLDER: adds ten years of two people to a space that has been set up: eight rituals, most of their moments
 * recorded, and a small win every second day. Nothing of it is due within the next hours, so that a benchmark can
 * watch the service do nothing. */

#include "config.h"

#include "bridge-clock.h"
#include "bridge-ids.h"
#include "bridge-store.h"

#define YEARS 10

typedef struct {
  const char *title;
  const char *rule;
} Plan;

static const Plan plans[] = {
  { "Good morning", "FREQ=DAILY" },
  { "Five quiet minutes", "FREQ=DAILY" },
  { "Thank you", "FREQ=DAILY" },
  { "A walk", "FREQ=WEEKLY;BYDAY=SU" },
  { "Look back at the week", "FREQ=WEEKLY;BYDAY=SA" },
  { "Screen-free hour", "FREQ=WEEKLY;BYDAY=TU,FR" },
  { "Own evening", "FREQ=WEEKLY;INTERVAL=2;BYDAY=TH" },
  { "Cook together", "FREQ=MONTHLY;BYDAY=-1SA" },
};

static const char *const words[] = {
  "kettle", "river", "listened", "laughed", "soup", "heron", "apologised", "photographs", "bench", "quiet", "song",
  "morning", "asked", "walked", "remembered", "evening",
};

static void
add_moments (BridgeDatabase *db,
             BridgeRitual   *ritual,
             BridgeLocal     from,
             BridgeLocal     to,
             GRand          *chance,
             gint64          now)
{
  g_autoptr (GError) error = NULL;
  BridgeScheduleIter iter;
  BridgeLocal local;

  bridge_schedule_iter_init (&iter, bridge_ritual_get_schedule (ritual), from);

  while (bridge_schedule_iter_next (&iter, &local) && local < to)
    {
      static const BridgeOutcome outcomes[] = { BRIDGE_OUTCOME_KEPT, BRIDGE_OUTCOME_KEPT, BRIDGE_OUTCOME_KEPT,
                                                BRIDGE_OUTCOME_SMALLER, BRIDGE_OUTCOME_NOT_TODAY };
      g_autoptr (BridgeOccurrence) occurrence = NULL;
      g_autofree char *id = bridge_id_new ();
      int drawn = g_rand_int_range (chance, 0, 6);

      if (drawn == 5)
        continue;

      occurrence = bridge_occurrence_new (ritual, local);
      g_object_set (occurrence, "id", id, "outcome", outcomes[drawn], "answered-at", now, "created-at", now,
                    "updated-at", now, NULL);
      if (!bridge_store_save_occurrence (db, occurrence, &error))
        g_error ("%s", error->message);
    }
}

static BridgeRitual *
add_ritual (BridgeDatabase *db,
            const Plan     *plan,
            BridgeLocal     start,
            gint64          now)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BridgeSchedule) schedule = bridge_schedule_new (start, plan->rule, NULL, NULL, &error);
  g_autoptr (BridgeRitual) ritual = bridge_ritual_new ();
  g_autofree char *id = bridge_id_new ();

  g_assert_no_error (error);
  g_object_set (ritual, "id", id, "title", plan->title, "state", BRIDGE_RITUAL_AGREED, "schedule", schedule,
                "smaller", "One minute", "when-then", "When the plates are away, we sit down together.",
                "reminding-since", now, "created-at", now, "updated-at", now, NULL);

  if (!bridge_store_save_ritual (db, ritual, &error))
    g_error ("%s", error->message);

  return g_steal_pointer (&ritual);
}

static void
add_wins (BridgeDatabase *db,
          BridgeLocal     from,
          BridgeLocal     to,
          GRand          *chance,
          gint64          now)
{
  for (BridgeLocal day = bridge_local_day_start (from); day < to; day += 2 * BRIDGE_DAY)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GString) text = g_string_new ("Today:");
      g_autoptr (BridgeWin) win = NULL;
      g_autofree char *id = bridge_id_new ();

      for (int i = 0; i < 8; i++)
        g_string_append_printf (text, " %s", words[g_rand_int_range (chance, 0, G_N_ELEMENTS (words))]);

      win = bridge_win_new (text->str, day);
      g_object_set (win, "id", id, "meant", "It was good.", "created-at", now, "updated-at", now, NULL);
      if (!bridge_store_save_win (db, win, &error))
        g_error ("%s", error->message);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BridgeClock) clock = bridge_system_clock_new ();
  g_autoptr (BridgeDatabase) db = NULL;
  g_autoptr (GRand) chance = g_rand_new_with_seed (10);
  gint64 now = bridge_clock_now (clock);
  BridgeLocal today = bridge_clock_local_now (clock);
  BridgeLocal from = bridge_local_day_start (today) - YEARS * 365 * BRIDGE_DAY;
  BridgeLocal time;

  if (argc != 2)
    return 2;

  db = bridge_database_open (argv[1], &error);
  if (db == NULL || !bridge_database_begin (db, &error))
    g_error ("%s", error->message);

  time = bridge_local_get_second_of_day (today) / 60 * 60 + 6 * BRIDGE_HOUR;
  for (guint i = 0; i < G_N_ELEMENTS (plans); i++)
    {
      BridgeLocal start = from + (time + i * BRIDGE_HOUR) % BRIDGE_DAY;
      g_autoptr (BridgeRitual) ritual = add_ritual (db, &plans[i], start, now);

      add_moments (db, ritual, from, today, chance, now);
    }

  add_wins (db, from, today, chance, now);

  if (!bridge_database_commit (db, &error))
    g_error ("%s", error->message);

  return 0;
}

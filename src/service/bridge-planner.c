/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "bridge-planner"

#include "config.h"

#include "bridge-planner.h"

/* Around a change of the clocks local order and real order differ by that much at most; no zone changes by more. */
#define MARGIN (3 * BRIDGE_HOUR)

static gboolean
is_of (BridgeOccurrence *row,
       BridgeRitual     *ritual)
{
  return g_strcmp0 (bridge_occurrence_get_ritual_id (row), bridge_ritual_get_id (ritual)) == 0;
}

/* start -> row, of this ritual only. Keys and rows are borrowed. */
static GHashTable *
index_rows (BridgeRitual *ritual,
            GPtrArray    *rows,
            GArray       *starts)
{
  GHashTable *index = g_hash_table_new (g_int64_hash, g_int64_equal);

  /* The keys point into @starts, which must not move any more. */
  g_array_set_size (starts, rows != NULL ? rows->len : 0);
  for (guint i = 0; rows != NULL && i < rows->len; i++)
    {
      BridgeOccurrence *row = g_ptr_array_index (rows, i);

      if (!is_of (row, ritual))
        continue;
      g_array_index (starts, gint64, i) = bridge_occurrence_get_start (row);
      g_hash_table_insert (index, &g_array_index (starts, gint64, i), row);
    }
  return index;
}

static gboolean
is_moved (BridgeOccurrence *row)
{
  return row != NULL && bridge_occurrence_get_moved_to (row) != BRIDGE_LOCAL_NONE;
}

static gint64
localise (BridgeRitual *ritual,
          BridgeLocal   local,
          GTimeZone    *here)
{
  BridgeSchedule *schedule = bridge_ritual_get_schedule (ritual);

  return schedule != NULL ? bridge_schedule_localise (schedule, local, here) : bridge_local_to_utc_ms (local, here);
}

static int
compare_moments (gconstpointer a,
                 gconstpointer b)
{
  const BridgeMoment *left = a;
  const BridgeMoment *right = b;

  if (left->at != right->at)
    return left->at < right->at ? -1 : 1;
  return (left->start > right->start) - (left->start < right->start);
}

static void
get_window (BridgeSchedule *schedule,
            gint64          from,
            gint64          to,
            GTimeZone      *here,
            BridgeLocal    *first,
            BridgeLocal    *last)
{
  bridge_schedule_window (schedule, bridge_local_from_utc_ms (from, here), bridge_local_from_utc_ms (to, here), here,
                          first, last);
  *first -= MARGIN;
  *last += MARGIN;
}

static void
add_planned (GArray       *moments,
             BridgeRitual *ritual,
             GHashTable   *index,
             gint64        from,
             gint64        to,
             GTimeZone    *here)
{
  BridgeSchedule *schedule = bridge_ritual_get_schedule (ritual);
  BridgeScheduleIter iter;
  BridgeLocal first, last, start;

  if (schedule == NULL)
    return;

  get_window (schedule, from, to, here, &first, &last);
  bridge_schedule_iter_init (&iter, schedule, first);
  while (moments->len < BRIDGE_PLAN_MAX && bridge_schedule_iter_next (&iter, &start) && start < last)
    {
      gint64 key = start;
      BridgeMoment moment = { .start = start, .row = g_hash_table_lookup (index, &key) };

      if (is_moved (moment.row))
        continue;
      moment.at = bridge_schedule_localise (schedule, start, here);
      if (moment.at >= from && moment.at < to)
        g_array_append_val (moments, moment);
    }
}

/* What a row alone says: moved here, or answered although the rule does not give it any more. */
static gboolean
stands_alone (BridgeRitual     *ritual,
              BridgeOccurrence *row)
{
  BridgeSchedule *schedule = bridge_ritual_get_schedule (ritual);

  if (is_moved (row))
    return TRUE;
  return bridge_occurrence_get_outcome (row) != BRIDGE_OUTCOME_NONE &&
         (schedule == NULL || !bridge_schedule_contains (schedule, bridge_occurrence_get_start (row)));
}

/**
 * bridge_plan_moments:
 * @ritual: a ritual
 * @rows: (nullable) (element-type BridgeOccurrence): what was recorded; other rituals' rows do no harm
 * @from: UTC ms
 * @to: UTC ms, not included
 * @here: the zone
 *
 * Merges what the schedule gives with what was recorded: moved in and out, answered, left out (which stay in).
 *
 * Returns: (transfer full) (element-type BridgeMoment): sorted by instant; rows are borrowed from @rows
 */
GArray *
bridge_plan_moments (BridgeRitual *ritual,
                     GPtrArray    *rows,
                     gint64        from,
                     gint64        to,
                     GTimeZone    *here)
{
  GArray *moments = g_array_new (FALSE, FALSE, sizeof (BridgeMoment));
  g_autoptr (GArray) starts = g_array_new (FALSE, TRUE, sizeof (gint64));
  g_autoptr (GHashTable) index = index_rows (ritual, rows, starts);
  GHashTableIter iter;
  gpointer value;

  add_planned (moments, ritual, index, from, to, here);

  g_hash_table_iter_init (&iter, index);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    {
      BridgeMoment moment = { .start = bridge_occurrence_get_start (value), .row = value };

      if (!stands_alone (ritual, value))
        continue;
      moment.at = localise (ritual, bridge_occurrence_get_planned (value), here);
      if (moment.at >= from && moment.at < to)
        g_array_append_val (moments, moment);
    }

  g_array_sort (moments, compare_moments);
  return moments;
}

/**
 * bridge_plan_occurrences:
 * @ritual: a ritual
 * @rows: (nullable) (element-type BridgeOccurrence): what was recorded
 * @from: UTC ms
 * @to: UTC ms, not included
 * @here: the zone
 *
 * Like bridge_plan_moments(), as objects.
 *
 * Returns: (transfer full) (element-type BridgeOccurrence): sorted by instant, "at" and "local" set
 */
GPtrArray *
bridge_plan_occurrences (BridgeRitual *ritual,
                         GPtrArray    *rows,
                         gint64        from,
                         gint64        to,
                         GTimeZone    *here)
{
  GPtrArray *occurrences = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GArray) moments = NULL;

  g_return_val_if_fail (BRIDGE_IS_RITUAL (ritual), occurrences);

  moments = bridge_plan_moments (ritual, rows, from, to, here);
  for (guint i = 0; i < moments->len; i++)
    {
      BridgeMoment *moment = &g_array_index (moments, BridgeMoment, i);
      BridgeOccurrence *occurrence = moment->row != NULL
                                     ? bridge_occurrence_copy (moment->row)
                                     : bridge_occurrence_new (ritual, moment->start);

      g_object_set (occurrence,
                    "ritual", ritual,
                    "at", moment->at,
                    "local", bridge_local_from_utc_ms (moment->at, here),
                    NULL);
      g_ptr_array_add (occurrences, occurrence);
    }
  return occurrences;
}

static gboolean
waits (BridgeOccurrence *row)
{
  return row == NULL ||
         (bridge_occurrence_get_outcome (row) == BRIDGE_OUTCOME_NONE && !bridge_occurrence_get_left_out (row));
}

/**
 * bridge_plan_is_open:
 * @ritual: a ritual
 * @planned: local, in the ritual's frame
 *
 * Returns: whether the ritual is agreed then: it is, or it rests until a day before
 */
gboolean
bridge_plan_is_open (BridgeRitual *ritual,
                     BridgeLocal   planned)
{
  return bridge_ritual_get_effective_state (ritual, planned) == BRIDGE_RITUAL_AGREED;
}

/**
 * bridge_plan_next:
 * @ritual: a ritual
 * @rows: (nullable) (element-type BridgeOccurrence): what was recorded around @from and after it
 * @from: UTC ms
 * @here: the zone
 * @moment: (out caller-allocates): the first moment
 *
 * Finds the first moment at or after @from that is neither answered nor left out, and does not fall into a rest.
 *
 * Returns: whether there is one
 */
gboolean
bridge_plan_next (BridgeRitual *ritual,
                  GPtrArray    *rows,
                  gint64        from,
                  GTimeZone    *here,
                  BridgeMoment *moment)
{
  BridgeSchedule *schedule = bridge_ritual_get_schedule (ritual);
  g_autoptr (GArray) starts = g_array_new (FALSE, TRUE, sizeof (gint64));
  g_autoptr (GHashTable) index = index_rows (ritual, rows, starts);
  BridgeMoment best = { .at = BRIDGE_NEVER };
  GHashTableIter hash_iter;
  gpointer value;

  g_hash_table_iter_init (&hash_iter, index);
  while (g_hash_table_iter_next (&hash_iter, NULL, &value))
    {
      gint64 at;

      if (!is_moved (value) || !waits (value) || !bridge_plan_is_open (ritual, bridge_occurrence_get_planned (value)))
        continue;
      at = localise (ritual, bridge_occurrence_get_planned (value), here);
      if (at >= from && at < best.at)
        best = (BridgeMoment) { .start = bridge_occurrence_get_start (value), .at = at, .row = value };
    }

  if (schedule != NULL)
    {
      BridgeLocal until = bridge_ritual_get_resting_until (ritual);
      BridgeScheduleIter iter;
      BridgeLocal first, last, start;
      BridgeLocal found = BRIDGE_LOCAL_NONE;

      get_window (schedule, from, from, here, &first, &last);
      if (bridge_ritual_get_state (ritual) == BRIDGE_RITUAL_RESTING && until != BRIDGE_LOCAL_NONE)
        first = MAX (first, until);
      bridge_schedule_iter_init (&iter, schedule, first);
      for (guint i = 0; i < BRIDGE_PLAN_MAX && bridge_schedule_iter_next (&iter, &start); i++)
        {
          gint64 key = start;
          BridgeOccurrence *row = g_hash_table_lookup (index, &key);
          gint64 at;

          /* In the night of a change what comes later may be earlier. */
          if (found != BRIDGE_LOCAL_NONE && start > found + MARGIN)
            break;
          if (is_moved (row) || !waits (row) || !bridge_plan_is_open (ritual, start))
            continue;
          at = bridge_schedule_localise (schedule, start, here);
          if (at < from)
            continue;
          if (found == BRIDGE_LOCAL_NONE)
            found = start;
          if (at < best.at)
            best = (BridgeMoment) { .start = start, .at = at, .row = row };
        }
    }

  *moment = best;
  return best.at != BRIDGE_NEVER;
}

/**
 * bridge_plan_next_present:
 * @ritual: a ritual
 * @rows: (nullable) (element-type BridgeOccurrence): what was recorded around @from and after it
 * @absences: (nullable) (element-type BridgeAbsence): days on which somebody is away
 * @from: UTC ms
 * @here: the zone
 * @moment: (out caller-allocates): the first moment
 *
 * Like bridge_plan_next(), but finds only a moment at which everybody is there whom it needs.
 *
 * Returns: whether there is one
 */
gboolean
bridge_plan_next_present (BridgeRitual *ritual,
                          GPtrArray    *rows,
                          GListModel   *absences,
                          gint64        from,
                          GTimeZone    *here,
                          BridgeMoment *moment)
{
  while (bridge_plan_next (ritual, rows, from, here, moment))
    {
      BridgeLocal local = bridge_local_from_utc_ms (moment->at, here);
      BridgeLocal end = bridge_absence_find_end (absences, bridge_ritual_get_who (ritual), local);

      if (end == local)
        return TRUE;
      if (end == BRIDGE_LOCAL_NONE)
        return FALSE;
      from = MAX (bridge_local_to_utc_ms (end, here), moment->at + 1);
    }
  return FALSE;
}

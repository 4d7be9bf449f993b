/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "bridge-lighter"

#include "config.h"

#include "bridge-lighter.h"

#include "bridge-hold.h"
#include "bridge-space-private.h"

#define WEEKS 4
#define WEEK_MS (7 * 24 * 60 * BRIDGE_MS_PER_MINUTE)

/* Whoever wants to keep it as it is, is not asked again for so long. */
#define DECLINED_MS (8 * WEEK_MS)

/* What one ritual's last four weeks were. Declined and resting moments, and those of days away, are in none of it. */
typedef struct {
  guint kept;
  guint open;         /* nothing recorded */
  guint weeks;        /* bit n: something was kept in week n, the last being 0 */
  guint open_weeks;   /* bit n: something was left open in it */
} Record;

static char *
dup_setting_name (BridgeRitual *ritual)
{
  return g_strdup_printf ("lighter-declined/%s", bridge_ritual_get_id (ritual));
}

static guint
get_week_bit (gint64 at,
              gint64 now)
{
  return 1u << MIN ((now - at) / WEEK_MS, WEEKS - 1);
}

static void
count (BridgeOccurrence *occurrence,
       GHashTable       *records,
       gint64            now)
{
  const char *id = bridge_occurrence_get_ritual_id (occurrence);
  BridgeOutcome outcome = bridge_occurrence_get_outcome (occurrence);
  gint64 at = bridge_occurrence_get_at (occurrence);
  Record *record = g_hash_table_lookup (records, id);

  if (bridge_occurrence_get_left_out (occurrence) || outcome == BRIDGE_OUTCOME_NOT_TODAY || at >= now)
    return;
  if (record == NULL)
    {
      record = g_new0 (Record, 1);
      g_hash_table_insert (records, g_strdup (id), record);
    }

  if (outcome == BRIDGE_OUTCOME_NONE)
    {
      record->open++;
      record->open_weeks |= get_week_bit (at, now);
      return;
    }
  record->kept++;
  record->weeks |= get_week_bit (at, now);
}

/* A moment that a pause, or the recovery window after it, left open is counted nowhere. */
static gboolean
was_quiet (BridgeSpace      *space,
           BridgeOccurrence *moment)
{
  gint64 at = bridge_occurrence_get_at (moment);

  return bridge_occurrence_get_outcome (moment) == BRIDGE_OUTCOME_NONE &&
         bridge_hold_find_end (bridge_space_get_pauses (space), FALSE, at) != at;
}

/* Whether all that was planned in these weeks (bits) counts for nothing: a pause or days away took it, or it was declined.
 * A week in which nothing was planned is no such week. */
static gboolean
are_out_of_count (BridgeSpace   *space,
                  BridgeRitual  *ritual,
                  guint          weeks,
                  gboolean      *out,
                  GError       **error)
{
  gint64 now = bridge_space_now (space);
  BridgeLocal local_now = bridge_clock_local_now (bridge_space_get_clock (space));
  g_autoptr (GPtrArray) moments = bridge_space_list_occurrences (space, bridge_ritual_get_id (ritual),
                                                                 local_now - WEEKS * 7 * BRIDGE_DAY, local_now, error);

  if (moments == NULL)
    return FALSE;
  for (guint i = 0; i < moments->len; i++)
    {
      BridgeOccurrence *moment = g_ptr_array_index (moments, i);

      if (!bridge_occurrence_get_left_out (moment) && bridge_occurrence_get_at (moment) < now)
        weeks &= ~get_week_bit (bridge_occurrence_get_at (moment), now);
    }
  *out = weeks == 0;
  return TRUE;
}

/* Something in each of the weeks, and hardly anything that was let be. One of the weeks may be out of every count. */
static gboolean
goes_well (BridgeSpace   *space,
           BridgeRitual  *ritual,
           const Record  *record,
           gboolean      *well,
           GError       **error)
{
  guint empty;

  *well = FALSE;
  if (record == NULL || record->open * 4 > record->kept)
    return TRUE;

  empty = ~record->weeks & ((1u << WEEKS) - 1);
  if (empty == 0)
    *well = TRUE;
  else if ((empty & (empty - 1)) == 0 && (empty & record->open_weeks) == 0)
    return are_out_of_count (space, ritual, empty, well, error);
  return TRUE;
}

static gboolean
is_settled (BridgeRitual *ritual,
            gint64        now,
            BridgeLocal   local_now)
{
  gint64 created_at;

  g_object_get (ritual, "created-at", &created_at, NULL);
  return bridge_ritual_is_active (ritual, local_now) && *bridge_ritual_get_remind (ritual) != '\0' &&
         MAX (created_at, bridge_ritual_get_reminding_since (ritual)) <= now - WEEKS * WEEK_MS;
}

static gboolean
was_declined (BridgeSpace   *space,
              BridgeRitual  *ritual,
              gint64         now,
              gboolean      *declined,
              GError       **error)
{
  g_autofree char *name = dup_setting_name (ritual);
  g_autoptr (GError) local_error = NULL;
  g_autofree char *at = bridge_store_load_setting (bridge_space_get_database (space), name, &local_error);

  if (local_error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return FALSE;
    }
  *declined = at != NULL && g_ascii_strtoll (at, NULL, 10) > now - DECLINED_MS;
  return TRUE;
}

/* Of several the one at the moment, or the last before it; of one, none. (transfer full) */
static char *
lighten (BridgeRitual *ritual)
{
  guint n;
  g_autofree int *leads = bridge_ritual_dup_remind_minutes (ritual, &n);
  int last = -1;

  for (guint i = 0; i < n; i++)
    if (leads[i] >= 0)
      last = leads[i];
  return n > 1 && last >= 0 ? g_strdup_printf ("%d", last) : g_strdup ("");
}

/**
 * bridge_lighter_find:
 * @space: a space
 * @error: where to say what went wrong
 *
 * Looks for a ritual that could do with fewer reminders: for four weeks something was kept in each, and at most one moment
 * in five was let be. One of the weeks may be without anything that counts: what a pause and the recovery window after it
 * held back, what fell on days away, and what was declined is in no count, so it does not make a week an empty one.
 *
 * Returns: (transfer full) (nullable): an offer; %NULL without an error: there is none to make
 */
BridgeLighter *
bridge_lighter_find (BridgeSpace  *space,
                     GError      **error)
{
  g_autoptr (GHashTable) records = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  GListModel *rituals = bridge_space_get_rituals (space);
  gint64 now = bridge_space_now (space);
  BridgeLocal local_now = bridge_clock_local_now (bridge_space_get_clock (space));
  g_autoptr (GPtrArray) moments = NULL;

  if (!bridge_space_get_reminders_on (space) || bridge_space_get_read_only (space))
    return NULL;
  moments = bridge_space_list_occurrences (space, NULL, local_now - WEEKS * 7 * BRIDGE_DAY, local_now, error);
  if (moments == NULL)
    return NULL;
  for (guint i = 0; i < moments->len; i++)
    if (!was_quiet (space, g_ptr_array_index (moments, i)))
      count (g_ptr_array_index (moments, i), records, now);

  for (guint i = 0; i < g_list_model_get_n_items (rituals); i++)
    {
      g_autoptr (BridgeRitual) ritual = g_list_model_get_item (rituals, i);
      BridgeLighter *found;
      gboolean well;
      gboolean declined;

      if (!is_settled (ritual, now, local_now) || bridge_space_is_others_own (space, ritual))
        continue;
      if (!goes_well (space, ritual, g_hash_table_lookup (records, bridge_ritual_get_id (ritual)), &well, error))
        return NULL;
      if (!well)
        continue;
      if (!was_declined (space, ritual, now, &declined, error))
        return NULL;
      if (declined)
        continue;

      found = g_new0 (BridgeLighter, 1);
      found->remind = lighten (ritual);
      found->ritual = g_steal_pointer (&ritual);
      return found;
    }
  return NULL;
}

/**
 * bridge_lighter_accept:
 * @self: an offer
 * @space: its space
 * @error: where to say what went wrong
 *
 * Reminds less from now on.
 *
 * Returns: %FALSE with the errors of bridge_space_update_ritual()
 */
gboolean
bridge_lighter_accept (BridgeLighter  *self,
                       BridgeSpace    *space,
                       GError        **error)
{
  g_autoptr (BridgeRitual) edited = bridge_ritual_copy (self->ritual);

  g_object_set (edited, "remind", self->remind, NULL);
  return bridge_space_update_ritual (space, edited, error);
}

/**
 * bridge_lighter_decline:
 * @self: an offer
 * @space: its space
 * @error: where to say what went wrong
 *
 * Leaves all as it is, and asks no more for eight weeks.
 *
 * Returns: %FALSE with an error of the database
 */
gboolean
bridge_lighter_decline (BridgeLighter  *self,
                        BridgeSpace    *space,
                        GError        **error)
{
  gint64 now = bridge_space_now (space);
  g_autofree char *name = dup_setting_name (self->ritual);
  g_autofree char *value = g_strdup_printf ("%" G_GINT64_FORMAT, now);

  if (!bridge_store_save_setting (bridge_space_get_database (space), name, value, now, error))
    return FALSE;
  bridge_space_committed (space, BRIDGE_KIND_SETTINGS);
  return TRUE;
}

/**
 * bridge_lighter_free:
 * @self: (transfer full): an offer
 *
 * Frees it.
 */
void
bridge_lighter_free (BridgeLighter *self)
{
  g_clear_object (&self->ritual);
  g_free (self->remind);
  g_free (self);
}

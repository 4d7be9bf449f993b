/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "bridge-today"

#include "config.h"

#include "bridge-today.h"

#include <glib/gi18n-lib.h>

#include "bridge-agenda.h"
#include "bridge-ritual-words.h"
#include "bridge-words.h"

#define ACTABLE_MINUTES 30 /* at least, from the beginning on: as for reminders */
#define SOON_MS (180 * BRIDGE_MS_PER_MINUTE)

/**
 * bridge_today_get_actable_until:
 * @occurrence: a moment
 *
 * How long a moment that has begun is the one in front.
 *
 * Returns: UTC ms
 */
gint64
bridge_today_get_actable_until (BridgeOccurrence *occurrence)
{
  int minutes = bridge_ritual_get_minutes (bridge_occurrence_get_ritual (occurrence));

  return bridge_occurrence_get_at (occurrence) + MAX (minutes, ACTABLE_MINUTES) * BRIDGE_MS_PER_MINUTE;
}

static gboolean
is_today (BridgeOccurrence *occurrence,
          BridgeLocal       local_now)
{
  return bridge_local_get_day (bridge_occurrence_get_local (occurrence)) == bridge_local_get_day (local_now);
}

static gboolean
is_kept (BridgeOccurrence *occurrence)
{
  return bridge_outcome_is_kept (bridge_occurrence_get_outcome (occurrence));
}

static gboolean
is_only_for (BridgeOccurrence *occurrence,
             const char       *person)
{
  return person != NULL && g_strcmp0 (bridge_ritual_get_who (bridge_occurrence_get_ritual (occurrence)), person) == 0;
}

/* One that has begun and can still be acted on comes first, the newest of them; else the next to come today. */
static BridgeOccurrence *
find_next (GPtrArray   *open,
           const char  *other,
           gint64       now,
           BridgeLocal  local_now)
{
  BridgeOccurrence *begun = NULL;

  for (guint i = 0; i < open->len; i++)
    {
      BridgeOccurrence *occurrence = g_ptr_array_index (open, i);

      if (is_only_for (occurrence, other))
        continue;
      if (bridge_occurrence_get_at (occurrence) > now)
        {
          if (begun != NULL || !is_today (occurrence, local_now))
            break;
          return occurrence;
        }
      if (bridge_today_get_actable_until (occurrence) > now)
        begun = occurrence;
    }

  return begun;
}

/**
 * bridge_today_view_new:
 * @agenda: BridgeOccurrence, by instant
 * @other: (nullable): the id of the one who is not looking
 * @now: UTC ms
 * @local_now: the same, here
 *
 * Sorts the moments around now into what is next, what comes later today, and what waits for a word. What is only for @other
 * comes later at most: it is not in front of whoever looks, and what they have not noted is nobody else's to look at.
 *
 * Returns: (transfer full): the view
 */
BridgeTodayView *
bridge_today_view_new (GListModel  *agenda,
                       const char  *other,
                       gint64       now,
                       BridgeLocal  local_now)
{
  BridgeTodayView *self = g_new0 (BridgeTodayView, 1);
  g_autoptr (GPtrArray) open = g_ptr_array_new_with_free_func (g_object_unref);
  BridgeLocal waiting_from = bridge_local_day_start (local_now) - BRIDGE_TODAY_BACK_DAYS * BRIDGE_DAY;

  self->later = g_ptr_array_new_with_free_func (g_object_unref);
  self->waiting = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < g_list_model_get_n_items (agenda); i++)
    {
      g_autoptr (BridgeOccurrence) occurrence = g_list_model_get_item (agenda, i);

      if (is_today (occurrence, local_now) && is_kept (occurrence) && !is_only_for (occurrence, other))
        self->kept++;
      if (bridge_occurrence_get_outcome (occurrence) == BRIDGE_OUTCOME_NONE)
        g_ptr_array_add (open, g_steal_pointer (&occurrence));
    }

  g_set_object (&self->next, find_next (open, other, now, local_now));

  for (guint i = 0; i < open->len; i++)
    {
      BridgeOccurrence *occurrence = g_ptr_array_index (open, i);

      if (occurrence == self->next)
        continue;
      if (bridge_occurrence_get_at (occurrence) > now)
        {
          if (is_today (occurrence, local_now))
            g_ptr_array_add (self->later, g_object_ref (occurrence));
        }
      else if (bridge_occurrence_get_local (occurrence) >= waiting_from && !is_only_for (occurrence, other))
        {
          g_ptr_array_insert (self->waiting, 0, g_object_ref (occurrence));
        }
    }

  return self;
}

/**
 * bridge_today_view_free:
 * @self: a view
 *
 * Frees it.
 */
void
bridge_today_view_free (BridgeTodayView *self)
{
  g_clear_object (&self->next);
  g_ptr_array_unref (self->later);
  g_ptr_array_unref (self->waiting);
  g_free (self);
}

/**
 * bridge_today_line:
 * @next: (nullable): the moment in front, of today or of another day
 * @kept: how many were kept today
 * @now: UTC ms
 * @local_now: the same, here
 *
 * The one large line: "In 40 minutes", "Now", "Tomorrow at 19:00".
 *
 * Returns: (transfer full): the words
 */
char *
bridge_today_line (BridgeOccurrence *next,
                   guint             kept,
                   gint64            now,
                   BridgeLocal       local_now)
{
  gint64 left = next != NULL ? bridge_occurrence_get_at (next) - now : 0;
  g_autofree char *words = NULL;

  if (next == NULL || !is_today (next, local_now))
    {
      if (kept > 0)
        return g_strdup (_("That is all for today"));
      if (next == NULL)
        return g_strdup (_("Nothing planned. That is fine."));
    }

  if (left <= 0)
    return g_strdup (_("Now"));
  if (left > SOON_MS || !is_today (next, local_now))
    return bridge_next_to_words (bridge_occurrence_get_local (next), local_now);

  /* A minute that has begun still counts, so that "now" is not said too soon. */
  words = bridge_words_until ((left + BRIDGE_MS_PER_MINUTE - 1) / BRIDGE_MS_PER_MINUTE * 60);

  return bridge_capitalise (words);
}

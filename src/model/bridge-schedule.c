/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "bridge-schedule"

#include "config.h"

#include "bridge-schedule.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "bridge-error.h"
#include "bridge-recurrence-private.h"

#define FIRST_YEAR 1900
#define LAST_YEAR 2200

/* How many starts are compared to see whether a longer interval makes a difference. */
#define ENOUGH_STARTS 12

struct _BridgeSchedule
{
  BridgeLocal start;      /* the first occurrence */
  BridgeRecurrence *rule; /* NULL: once */
  GArray *times;          /* int, minutes of the day, sorted, distinct */
  char *zone;             /* NULL: floating; loaded on use, as a schedule lives longer than the tz database stays */
};

G_DEFINE_BOXED_TYPE (BridgeSchedule, bridge_schedule, bridge_schedule_ref, bridge_schedule_unref)

static int
compare_minutes (gconstpointer a,
                 gconstpointer b)
{
  return *(const int *) a - *(const int *) b;
}

static gboolean
read_times (BridgeSchedule  *self,
            const char      *times,
            GError         **error)
{
  g_auto (GStrv) items = NULL;

  if (times == NULL || *times == '\0')
    {
      int minute = bridge_local_get_second_of_day (self->start) / 60;

      g_array_append_val (self->times, minute);
      return TRUE;
    }

  items = g_strsplit (times, ",", -1);
  for (guint i = 0; items[i] != NULL; i++)
    {
      int minute;

      if (!bridge_time_of_day_parse (items[i], &minute, error))
        return FALSE;
      g_array_append_val (self->times, minute);
    }

  g_array_sort (self->times, compare_minutes);
  for (guint i = self->times->len; i > 1; i--)
    if (g_array_index (self->times, int, i - 1) == g_array_index (self->times, int, i - 2))
      g_array_remove_index (self->times, i - 1);
  return TRUE;
}

static gboolean
read_rule (BridgeSchedule  *self,
           const char      *rule,
           GTimeZone       *zone,
           GError         **error)
{
  g_autoptr (BridgeRecurrence) recurrence = NULL;
  g_autoptr (GTimeZone) utc = NULL;

  if (rule == NULL || *rule == '\0')
    return TRUE;

  recurrence = bridge_recurrence_parse (rule, error);
  if (recurrence == NULL)
    return FALSE;

  /* A floating start has no zone to turn an UNTIL in UTC local: it is taken as it is written. */
  utc = g_time_zone_new_utc ();
  self->rule = bridge_recurrence_localise (recurrence, zone != NULL ? zone : utc);
  return TRUE;
}

static BridgeSchedule *
bridge_schedule_alloc (BridgeLocal  start,
                       const char  *zone)
{
  BridgeSchedule *self = g_atomic_rc_box_new0 (BridgeSchedule);

  self->start = start;
  self->zone = g_strdup (zone);
  self->times = g_array_new (FALSE, FALSE, sizeof (int));
  return self;
}

static void
bridge_schedule_clear (BridgeSchedule *self)
{
  g_clear_pointer (&self->rule, bridge_recurrence_unref);
  g_clear_pointer (&self->times, g_array_unref);
  g_clear_pointer (&self->zone, g_free);
}

/* Public API */

/**
 * bridge_schedule_new:
 * @start: when it begins; whole minutes count
 * @rule: (nullable): an RRULE, or %NULL for once
 * @times: (nullable): times of the day, "08:00,21:00", or %NULL for the time of @start
 * @zone: (nullable): an IANA name, or %NULL or "floating"
 * @error: where to say what is wrong
 *
 * Makes a schedule. Its start is moved to the first occurrence at or after @start; COUNT counts from there.
 *
 * Returns: (transfer full): the schedule, or %NULL with %BRIDGE_ERROR_INVALID_RULE, %BRIDGE_ERROR_UNSUPPORTED_RULE,
 *   %BRIDGE_ERROR_NEVER, %BRIDGE_ERROR_INVALID_DATE or %BRIDGE_ERROR_UNKNOWN_ZONE
 */
BridgeSchedule *
bridge_schedule_new (BridgeLocal   start,
                     const char   *rule,
                     const char   *times,
                     const char   *zone,
                     GError      **error)
{
  g_autoptr (BridgeSchedule) self = NULL;
  g_autoptr (GTimeZone) loaded = NULL;
  BridgeScheduleIter iter;
  BridgeLocal first;
  gboolean pinned = zone != NULL && *zone != '\0' && !g_str_equal (zone, "floating");

  if (start < bridge_day_from_civil (FIRST_YEAR, 1, 1) * BRIDGE_DAY ||
      start >= bridge_day_from_civil (LAST_YEAR + 1, 1, 1) * BRIDGE_DAY)
    {
      g_set_error_literal (error, BRIDGE_ERROR, BRIDGE_ERROR_INVALID_DATE,
                           _("The start lies outside the years 1900 to 2200."));
      return NULL;
    }

  if (pinned && (loaded = bridge_zone_new (zone, error)) == NULL)
    return NULL;

  start -= bridge_local_get_second_of_day (start) % 60;
  self = bridge_schedule_alloc (start, pinned ? zone : NULL);
  if (!read_rule (self, rule, loaded, error) || !read_times (self, times, error))
    return NULL;

  bridge_schedule_iter_init (&iter, self, start);
  if (!bridge_schedule_iter_next (&iter, &first))
    {
      if (self->rule == NULL)
        g_set_error_literal (error, BRIDGE_ERROR, BRIDGE_ERROR_NEVER,
                             _("All the times of the day lie before the start."));
      else
        g_set_error_literal (error, BRIDGE_ERROR, BRIDGE_ERROR_NEVER,
                             _("This rule never comes to a day. Choose another start or another rule."));
      return NULL;
    }

  self->start = first;
  return g_steal_pointer (&self);
}

/**
 * bridge_schedule_ref:
 * @self: a schedule
 *
 * Takes one more reference.
 *
 * Returns: (transfer full): @self
 */
BridgeSchedule *
bridge_schedule_ref (BridgeSchedule *self)
{
  return g_atomic_rc_box_acquire (self);
}

/**
 * bridge_schedule_unref:
 * @self: (transfer full): a schedule
 *
 * Drops one reference.
 */
void
bridge_schedule_unref (BridgeSchedule *self)
{
  g_atomic_rc_box_release_full (self, (GDestroyNotify) bridge_schedule_clear);
}

/**
 * bridge_schedule_equal:
 * @a: a schedule
 * @b: another
 *
 * Says whether two schedules are the same: start, rule, times and zone.
 *
 * Returns: %TRUE if they are
 */
gboolean
bridge_schedule_equal (const BridgeSchedule *a,
                       const BridgeSchedule *b)
{
  if (a->start != b->start || g_strcmp0 (a->zone, b->zone) != 0 || a->times->len != b->times->len ||
      memcmp (a->times->data, b->times->data, a->times->len * sizeof (int)) != 0)
    return FALSE;

  if (a->rule == NULL || b->rule == NULL)
    return a->rule == b->rule;
  return bridge_recurrence_equal (a->rule, b->rule);
}

/**
 * bridge_schedule_get_start:
 * @self: a schedule
 *
 * Gives the first occurrence.
 *
 * Returns: a local time, in whole minutes
 */
BridgeLocal
bridge_schedule_get_start (const BridgeSchedule *self)
{
  return self->start;
}

/**
 * bridge_schedule_get_recurrence:
 * @self: a schedule
 *
 * Gives the rule; its UNTIL is local.
 *
 * Returns: (transfer none) (nullable): the rule, or %NULL for once
 */
BridgeRecurrence *
bridge_schedule_get_recurrence (const BridgeSchedule *self)
{
  return self->rule;
}

/**
 * bridge_schedule_get_times:
 * @self: a schedule
 * @n: (out): how many, at least 1
 *
 * Gives the times of the day, sorted.
 *
 * Returns: (transfer none) (array length=n): minutes since midnight
 */
const int *
bridge_schedule_get_times (const BridgeSchedule *self,
                           guint                *n)
{
  *n = self->times->len;
  return (const int *) (gpointer) self->times->data;
}

/**
 * bridge_schedule_get_zone:
 * @self: a schedule
 *
 * Gives the zone it is pinned to.
 *
 * Returns: (transfer none) (nullable): an IANA name, or %NULL where it floats
 */
const char *
bridge_schedule_get_zone (const BridgeSchedule *self)
{
  return self->zone;
}

/**
 * bridge_schedule_dup_rule:
 * @self: a schedule
 *
 * Writes the rule.
 *
 * Returns: (transfer full) (nullable): a canonical RRULE, or %NULL for once
 */
char *
bridge_schedule_dup_rule (const BridgeSchedule *self)
{
  return self->rule != NULL ? bridge_recurrence_to_string (self->rule) : NULL;
}

/**
 * bridge_schedule_dup_times:
 * @self: a schedule
 *
 * Writes the times of the day.
 *
 * Returns: (transfer full) (nullable): "08:00,21:00", or %NULL where there is only the time of the start
 */
char *
bridge_schedule_dup_times (const BridgeSchedule *self)
{
  g_autoptr (GString) text = NULL;

  if (self->times->len == 1)
    return NULL;

  text = g_string_new (NULL);
  for (guint i = 0; i < self->times->len; i++)
    {
      int minute = g_array_index (self->times, int, i);

      g_string_append_printf (text, "%s%02d:%02d", i > 0 ? "," : "", minute / 60, minute % 60);
    }

  return g_string_free (g_steal_pointer (&text), FALSE);
}

/**
 * bridge_schedule_to_words:
 * @self: a schedule
 *
 * Says the schedule in one translated sentence without a full stop, with the zone where it is pinned to one.
 *
 * Returns: (transfer full): "Every day at 08:00 and 21:00"
 */
char *
bridge_schedule_to_words (const BridgeSchedule *self)
{
  g_autofree char *words = bridge_recurrence_to_words (self->rule, self->start, (const int *) (gpointer) self->times->data,
                                                       self->times->len);

  if (self->zone == NULL)
    return g_steal_pointer (&words);
  /* Translators: a rule in words and the time zone it is meant in: "Every day at 19:00 (Europe/Berlin)" */
  return g_strdup_printf (_("%1$s (%2$s)"), words, self->zone);
}

/* (transfer full) (nullable): the zone it is pinned to */
static GTimeZone *
load_own_zone (const BridgeSchedule *self)
{
  return self->zone != NULL ? bridge_zone_new (self->zone, NULL) : NULL;
}

/**
 * bridge_schedule_localise:
 * @self: a schedule
 * @local: one of its starts
 * @here: (transfer none): the zone of this computer
 *
 * Finds the instant of a start, in the schedule's own zone or else @here (RFC 5545 3.3.5).
 *
 * Returns: UTC milliseconds
 */
gint64
bridge_schedule_localise (const BridgeSchedule *self,
                          BridgeLocal           local,
                          GTimeZone            *here)
{
  g_autoptr (GTimeZone) own = load_own_zone (self);

  return bridge_local_to_utc_ms (local, own != NULL ? own : here);
}

/* Offsets of a day ago count too: around a change of the clocks local times and instants are not in the same order. */
static void
get_offsets (gint64     utc_ms,
             GTimeZone *zone,
             gint64    *least,
             gint64    *most)
{
  gint64 utc = utc_ms / 1000;
  gint64 now = bridge_local_from_utc_ms (utc_ms, zone) - utc;
  gint64 before = bridge_local_from_utc_ms (utc_ms - BRIDGE_DAY * 1000, zone) - (utc - BRIDGE_DAY);

  *least = MIN (now, before);
  *most = MAX (now, before);
}

/**
 * bridge_schedule_window:
 * @self: a schedule
 * @here_from: from when, local here
 * @here_to: to when, local here
 * @here: (transfer none): the zone of this computer
 * @from: (out): from which start
 * @to: (out): to which start
 *
 * Says which starts to look at for what happens here between two local times: all of those, and in the day after
 * a change of the clocks in the schedule's own zone perhaps a few more.
 */
void
bridge_schedule_window (const BridgeSchedule *self,
                        BridgeLocal           here_from,
                        BridgeLocal           here_to,
                        GTimeZone            *here,
                        BridgeLocal          *from,
                        BridgeLocal          *to)
{
  g_autoptr (GTimeZone) own = load_own_zone (self);
  gint64 utc, least, most;

  *from = here_from;
  *to = here_to;
  if (own == NULL)
    return;

  utc = bridge_local_to_utc_ms (here_from, here);
  get_offsets (utc, own, &least, &most);
  *from = utc / 1000 + least;

  utc = bridge_local_to_utc_ms (here_to, here);
  get_offsets (utc, own, &least, &most);
  *to = utc / 1000 + most;
}

/* Goes on to the next day of the rule; %FALSE when there is none. */
static gboolean
load_day (BridgeScheduleIter *iter)
{
  iter->next_time = 0;

  if (iter->schedule->rule != NULL)
    return bridge_recurrence_iter_next (&iter->days, &iter->day);

  if (iter->day != BRIDGE_LOCAL_NONE)
    return FALSE;
  iter->day = bridge_local_day_start (iter->schedule->start);
  return TRUE;
}

/**
 * bridge_schedule_iter_init:
 * @iter: an iterator on the stack
 * @self: (transfer none): the schedule; must outlive @iter
 * @from: the earliest start to yield
 *
 * Gets ready to yield the starts of @self from @from on.
 */
void
bridge_schedule_iter_init (BridgeScheduleIter   *iter,
                           const BridgeSchedule *self,
                           BridgeLocal           from)
{
  memset (iter, 0, sizeof *iter);
  iter->schedule = self;
  iter->from = MAX (from, self->start);
  iter->day = BRIDGE_LOCAL_NONE;
  iter->next_time = self->times->len;

  /* The rule decides about days; a day counts from its midnight, and each of its times is looked at here. */
  if (self->rule != NULL)
    bridge_recurrence_iter_init (&iter->days, self->rule, bridge_local_day_start (self->start),
                                 bridge_local_day_start (iter->from));
}

/**
 * bridge_schedule_iter_next:
 * @iter: an iterator
 * @local: (out): the next start
 *
 * Yields the next start, times of the day included.
 *
 * Returns: %FALSE when there are no more
 */
gboolean
bridge_schedule_iter_next (BridgeScheduleIter *iter,
                           BridgeLocal        *local)
{
  const BridgeSchedule *self = iter->schedule;
  BridgeLocal until = self->rule != NULL ? bridge_recurrence_get_until (self->rule) : BRIDGE_LOCAL_NONE;

  while (!iter->done)
    {
      BridgeLocal start;

      if (iter->next_time == self->times->len && !load_day (iter))
        {
          iter->done = TRUE;
          break;
        }

      start = iter->day + g_array_index (self->times, int, iter->next_time) * BRIDGE_MINUTE;
      iter->next_time++;

      if (until != BRIDGE_LOCAL_NONE && start > until)
        {
          iter->done = TRUE;
          break;
        }
      if (start >= iter->from)
        {
          *local = start;
          return TRUE;
        }
    }

  return FALSE;
}

/**
 * bridge_schedule_contains:
 * @self: a schedule
 * @local: a local time
 *
 * Says whether the schedule has a start at exactly @local.
 *
 * Returns: %TRUE if it has
 */
gboolean
bridge_schedule_contains (const BridgeSchedule *self,
                          BridgeLocal           local)
{
  BridgeScheduleIter iter;
  BridgeLocal start;

  bridge_schedule_iter_init (&iter, self, local);
  return bridge_schedule_iter_next (&iter, &start) && start == local;
}

static BridgeSchedule *
bridge_schedule_with_rule (const BridgeSchedule *self,
                           BridgeRecurrence     *rule)
{
  BridgeSchedule *copy = bridge_schedule_alloc (self->start, self->zone);

  copy->rule = rule;
  g_array_append_vals (copy->times, self->times->data, self->times->len);
  return copy;
}

static gboolean
is_fewer (const BridgeSchedule *self,
          const BridgeSchedule *than)
{
  BridgeScheduleIter iter, other;
  BridgeLocal start, other_start;

  bridge_schedule_iter_init (&iter, self, self->start);
  bridge_schedule_iter_init (&other, than, than->start);
  for (int i = 0; i < ENOUGH_STARTS && bridge_schedule_iter_next (&other, &other_start); i++)
    if (!bridge_schedule_iter_next (&iter, &start) || start != other_start)
      return TRUE;

  return FALSE;
}

/**
 * bridge_schedule_dup_less:
 * @self: a schedule
 *
 * Makes it half as often in the same way: of several times a day only the first, else twice the interval.
 *
 * Returns: (transfer full) (nullable): the schedule, or %NULL where it cannot be less
 */
BridgeSchedule *
bridge_schedule_dup_less (const BridgeSchedule *self)
{
  if (self->rule == NULL)
    return NULL;

  if (self->times->len > 1)
    {
      g_autofree char *rule = bridge_schedule_dup_rule (self);
      int minute = g_array_index (self->times, int, 0);
      g_autofree char *times = g_strdup_printf ("%02d:%02d", minute / 60, minute % 60);

      return bridge_schedule_new (self->start, rule, times, self->zone, NULL);
    }

  /* Twice the interval is not always less: a monthly rule in May only comes every year either way. */
  for (int interval = bridge_recurrence_get_interval (self->rule) * 2;
       interval <= BRIDGE_RECURRENCE_MAX_INTERVAL; interval *= 2)
    {
      g_autoptr (BridgeSchedule) less =
        bridge_schedule_with_rule (self, bridge_recurrence_with (self->rule, interval,
                                                                 bridge_recurrence_get_count (self->rule)));

      if (is_fewer (less, self))
        return g_steal_pointer (&less);
    }

  return NULL;
}

/**
 * bridge_schedule_dup_from:
 * @self: a schedule
 * @from: a local time
 *
 * Gives what is left of it from @from on; of a COUNT only the days that are left.
 *
 * Returns: (transfer full) (nullable): the schedule, or %NULL where nothing is left
 */
BridgeSchedule *
bridge_schedule_dup_from (const BridgeSchedule *self,
                          BridgeLocal           from)
{
  BridgeScheduleIter iter;
  BridgeSchedule *rest;
  BridgeRecurrence *rule = NULL;
  BridgeLocal first;

  bridge_schedule_iter_init (&iter, self, from);
  if (!bridge_schedule_iter_next (&iter, &first))
    return NULL;

  if (self->rule != NULL && bridge_recurrence_get_count (self->rule) > 0)
    rule = bridge_recurrence_with (self->rule, bridge_recurrence_get_interval (self->rule), iter.days.left + 1);
  else if (self->rule != NULL)
    rule = bridge_recurrence_ref (self->rule);

  rest = bridge_schedule_with_rule (self, rule);
  rest->start = first;
  return rest;
}

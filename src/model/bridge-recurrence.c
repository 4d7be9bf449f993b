/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "bridge-recurrence"

#include "config.h"

#include "bridge-recurrence-private.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "bridge-error.h"

#define MAX_COUNT 999999
#define MAX_VECTORS 100000

G_DEFINE_BOXED_TYPE (BridgeRecurrence, bridge_recurrence, bridge_recurrence_ref, bridge_recurrence_unref)

static const char *const freq_names[] = { "DAILY", "WEEKLY", "MONTHLY", "YEARLY" };
static const char *const weekday_names[] = { "MO", "TU", "WE", "TH", "FR", "SA", "SU" };

static int
compare_ints (gconstpointer a,
              gconstpointer b)
{
  int first = *(const int *) a;
  int second = *(const int *) b;

  /* From the start, then from the end: 1, 2, -2, -1. */
  if ((first < 0) != (second < 0))
    return first < 0 ? 1 : -1;
  return first < second ? -1 : first > second;
}

static int
compare_by_days (gconstpointer a,
                 gconstpointer b)
{
  const BridgeByDay *first = a;
  const BridgeByDay *second = b;
  int order = compare_ints (&first->ordinal, &second->ordinal);

  if (order != 0)
    return order;
  return first->weekday < second->weekday ? -1 : first->weekday > second->weekday;
}

static void
sort_distinct (GArray       *array,
               GCompareFunc  compare)
{
  guint size = g_array_get_element_size (array);

  g_array_sort (array, compare);
  for (guint i = array->len; i > 1; i--)
    if (memcmp (array->data + (i - 1) * size, array->data + (i - 2) * size, size) == 0)
      g_array_remove_index (array, i - 1);
}

static void
bridge_recurrence_clear (BridgeRecurrence *self)
{
  g_clear_pointer (&self->by_day, g_array_unref);
  g_clear_pointer (&self->by_month_day, g_array_unref);
  g_clear_pointer (&self->by_month, g_array_unref);
  g_clear_pointer (&self->by_set_pos, g_array_unref);
}

static BridgeRecurrence *
bridge_recurrence_alloc (void)
{
  BridgeRecurrence *self = g_atomic_rc_box_new0 (BridgeRecurrence);

  self->interval = 1;
  self->until = BRIDGE_LOCAL_NONE;
  self->week_start = 1;
  self->by_day = g_array_new (FALSE, FALSE, sizeof (BridgeByDay));
  self->by_month_day = g_array_new (FALSE, FALSE, sizeof (int));
  self->by_month = g_array_new (FALSE, FALSE, sizeof (int));
  self->by_set_pos = g_array_new (FALSE, FALSE, sizeof (int));

  return self;
}

/* Reading */

static gboolean
read_int (const char *text,
          int         min,
          int         max,
          int        *value)
{
  const char *digits = text;
  gint64 number;

  if (min < 0 && (*digits == '-' || *digits == '+'))
    digits++;
  if (!g_ascii_isdigit (*digits) || strspn (digits, "0123456789") != strlen (digits) || strlen (digits) > 9)
    return FALSE;

  number = g_ascii_strtoll (text, NULL, 10);
  if (number < min || number > max)
    return FALSE;

  *value = (int) number;
  return TRUE;
}

/* A list of numbers from -@max to @max without 0, or from 1 where @negative is not allowed. */
static gboolean
read_ints (const char *text,
           int         max,
           gboolean    negative,
           GArray     *array)
{
  g_auto (GStrv) items = g_strsplit (text, ",", -1);

  for (guint i = 0; items[i] != NULL; i++)
    {
      int value;

      if (!read_int (items[i], negative ? -max : 1, max, &value) || value == 0)
        return FALSE;
      g_array_append_val (array, value);
    }

  sort_distinct (array, compare_ints);
  return array->len > 0;
}

static int
weekday_from_name (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (weekday_names); i++)
    if (g_str_equal (name, weekday_names[i]))
      return (int) i + 1;

  return 0;
}

static gboolean
read_by_day (const char *text,
             GArray     *array)
{
  g_auto (GStrv) items = g_strsplit (text, ",", -1);

  for (guint i = 0; items[i] != NULL; i++)
    {
      gsize length = strlen (items[i]);
      BridgeByDay by_day = { 0, };

      if (length < 2)
        return FALSE;
      by_day.weekday = weekday_from_name (items[i] + length - 2);
      items[i][length - 2] = '\0';
      if (by_day.weekday == 0 ||
          (length > 2 && (!read_int (items[i], -53, 53, &by_day.ordinal) || by_day.ordinal == 0)))
        return FALSE;
      g_array_append_val (array, by_day);
    }

  sort_distinct (array, compare_by_days);
  return array->len > 0;
}

static gboolean
read_until (BridgeRecurrence *self,
            const char       *text)
{
  g_autofree char *local = g_strdup (text);
  gsize length = strlen (local);

  if (length == strlen ("20261224T190000Z") && g_str_has_suffix (local, "Z"))
    {
      self->until_is_utc = TRUE;
      local[--length] = '\0';
    }
  if (strchr (local, '-') != NULL || !bridge_local_parse (local, &self->until, NULL))
    return FALSE;

  if (length == strlen ("20261224"))
    {
      self->until_is_date = TRUE;
      self->until += BRIDGE_DAY - 1;
    }
  return TRUE;
}

static gboolean
read_freq (BridgeRecurrence  *self,
           const char        *text,
           GError           **error)
{
  static const char *const finer[] = { "HOURLY", "MINUTELY", "SECONDLY" };

  for (guint i = 0; i < G_N_ELEMENTS (freq_names); i++)
    {
      if (g_str_equal (text, freq_names[i]))
        {
          self->freq = (BridgeFreq) i;
          return TRUE;
        }
    }

  for (guint i = 0; i < G_N_ELEMENTS (finer); i++)
    {
      if (g_str_equal (text, finer[i]))
        {
          g_set_error (error, BRIDGE_ERROR, BRIDGE_ERROR_UNSUPPORTED_RULE,
                       _("Footbridge repeats by days, weeks, months and years, not %s. "
                         "For several moments in one day, give several times of the day."), text);
          return FALSE;
        }
    }

  g_set_error (error, BRIDGE_ERROR, BRIDGE_ERROR_INVALID_RULE,
               _("FREQ can be DAILY, WEEKLY, MONTHLY or YEARLY, but not “%s”."), text);
  return FALSE;
}

static gboolean
read_part (BridgeRecurrence  *self,
           const char        *name,
           const char        *value,
           GError           **error)
{
  static const char *const unsupported[] = {
    "BYSECOND", "BYMINUTE", "BYHOUR", "BYYEARDAY", "BYWEEKNO", "RSCALE", "SKIP", "BYEASTER",
  };
  gboolean fine;

  for (guint i = 0; i < G_N_ELEMENTS (unsupported); i++)
    {
      if (g_str_equal (name, unsupported[i]))
        {
          g_set_error (error, BRIDGE_ERROR, BRIDGE_ERROR_UNSUPPORTED_RULE,
                       _("Footbridge does not repeat by %s. It knows BYMONTH, BYMONTHDAY, BYDAY and BYSETPOS."), name);
          return FALSE;
        }
    }

  if (g_str_equal (name, "FREQ"))
    return read_freq (self, value, error);

  if (g_str_equal (name, "INTERVAL"))
    fine = read_int (value, 1, BRIDGE_RECURRENCE_MAX_INTERVAL, &self->interval);
  else if (g_str_equal (name, "COUNT"))
    fine = read_int (value, 1, MAX_COUNT, &self->count);
  else if (g_str_equal (name, "UNTIL"))
    fine = read_until (self, value);
  else if (g_str_equal (name, "WKST"))
    fine = (self->week_start = weekday_from_name (value)) != 0;
  else if (g_str_equal (name, "BYMONTH"))
    fine = read_ints (value, 12, FALSE, self->by_month);
  else if (g_str_equal (name, "BYMONTHDAY"))
    fine = read_ints (value, 31, TRUE, self->by_month_day);
  else if (g_str_equal (name, "BYDAY"))
    fine = read_by_day (value, self->by_day);
  else if (g_str_equal (name, "BYSETPOS"))
    fine = read_ints (value, 366, TRUE, self->by_set_pos);
  else
    fine = FALSE;

  if (!fine)
    g_set_error (error, BRIDGE_ERROR, BRIDGE_ERROR_INVALID_RULE,
                 _("“%s=%s” is no part of a rule. A rule reads like FREQ=WEEKLY;INTERVAL=2;BYDAY=TU,FR."), name, value);
  return fine;
}

static void
prepare (BridgeRecurrence *self)
{
  for (guint i = 0; i < self->by_month->len; i++)
    self->months |= 1u << g_array_index (self->by_month, int, i);

  for (guint i = 0; i < self->by_day->len; i++)
    {
      const BridgeByDay *by_day = &g_array_index (self->by_day, BridgeByDay, i);

      if (by_day->ordinal != 0)
        self->has_ordinals = TRUE;
      else
        self->weekdays |= 1u << by_day->weekday;
    }
}

/* What RFC 5545 3.3.10 forbids, and the three shapes that programs read differently. */
static gboolean
check_shape (const BridgeRecurrence  *self,
             GError                 **error)
{
  const char *invalid = NULL;
  const char *disputed = NULL;

  if (self->count != 0 && self->until != BRIDGE_LOCAL_NONE)
    invalid = _("A rule ends either after a number of times or on a date: COUNT and UNTIL do not go together.");
  else if (self->has_ordinals && self->freq != BRIDGE_FREQ_MONTHLY && self->freq != BRIDGE_FREQ_YEARLY)
    invalid = _("Only monthly and yearly rules can count weekdays, as in BYDAY=2TU.");
  else if (self->freq == BRIDGE_FREQ_WEEKLY && self->by_month_day->len > 0)
    invalid = _("A weekly rule cannot have days of the month. Use FREQ=MONTHLY, or BYDAY.");
  else if (self->by_set_pos->len > 0 && self->by_day->len == 0 && self->by_month_day->len == 0 &&
           self->by_month->len == 0)
    invalid = _("BYSETPOS chooses among days: the rule also needs BYDAY, BYMONTHDAY or BYMONTH.");
  else if (self->freq == BRIDGE_FREQ_YEARLY && self->by_month_day->len > 0 && self->by_month->len == 0)
    disputed = _("Programs read a yearly rule with days of the month but without a month in different ways. "
                 "Add BYMONTH, or use FREQ=MONTHLY.");
  else if (self->has_ordinals && self->weekdays != 0)
    disputed = _("Programs read a rule that has both counted and plain weekdays, as in BYDAY=TU,1FR, in different ways. "
                 "Use one kind only, or make two rituals of it.");
  else if (self->freq == BRIDGE_FREQ_WEEKLY && self->by_set_pos->len > 0)
    disputed = _("Programs read BYSETPOS in a weekly rule in different ways. Name the weekdays with BYDAY instead.");

  if (invalid != NULL)
    g_set_error_literal (error, BRIDGE_ERROR, BRIDGE_ERROR_INVALID_RULE, invalid);
  else if (disputed != NULL)
    g_set_error_literal (error, BRIDGE_ERROR, BRIDGE_ERROR_UNSUPPORTED_RULE, disputed);

  return invalid == NULL && disputed == NULL;
}

static gboolean
set_not_a_rule (const char  *text,
                GError     **error)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1);

  g_set_error (error, BRIDGE_ERROR, BRIDGE_ERROR_INVALID_RULE,
               _("“%s” is no rule. A rule reads like FREQ=WEEKLY;INTERVAL=2;BYDAY=TU,FR."), valid);
  return FALSE;
}

static gboolean
read_parts (BridgeRecurrence  *self,
            const char        *rrule,
            GError           **error)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  g_autofree char *upper = NULL;
  g_auto (GStrv) parts = NULL;

  if (!g_str_is_ascii (rrule))
    return set_not_a_rule (rrule, error);

  upper = g_strstrip (g_ascii_strup (rrule, -1));
  parts = g_strsplit (g_str_has_prefix (upper, "RRULE:") ? upper + strlen ("RRULE:") : upper, ";", -1);

  for (guint i = 0; parts[i] != NULL; i++)
    {
      char *value = strchr (parts[i], '=');

      if (value == NULL)
        return set_not_a_rule (rrule, error);
      *value++ = '\0';

      if (!g_hash_table_add (seen, parts[i]))
        {
          g_set_error (error, BRIDGE_ERROR, BRIDGE_ERROR_INVALID_RULE, _("The rule has %s twice."), parts[i]);
          return FALSE;
        }
      if (!read_part (self, parts[i], value, error))
        return FALSE;
    }

  if (!g_hash_table_contains (seen, "FREQ"))
    return set_not_a_rule (rrule, error);
  return TRUE;
}

/* Public API */

/**
 * bridge_recurrence_parse:
 * @rrule: the rule, with or without a leading "RRULE:"
 * @error: where to say what is wrong
 *
 * Reads a recurrence rule (RFC 5545 3.3.10): FREQ=DAILY, WEEKLY, MONTHLY or YEARLY with INTERVAL, COUNT, UNTIL,
 * WKST, BYMONTH, BYMONTHDAY, BYDAY and BYSETPOS. Three shapes that programs read differently are refused.
 * UNTIL as a date alone includes that whole day.
 *
 * Returns: (transfer full): the rule, or %NULL with %BRIDGE_ERROR_INVALID_RULE or %BRIDGE_ERROR_UNSUPPORTED_RULE
 */
BridgeRecurrence *
bridge_recurrence_parse (const char  *rrule,
                         GError     **error)
{
  g_autoptr (BridgeRecurrence) self = bridge_recurrence_alloc ();

  g_return_val_if_fail (rrule != NULL, NULL);

  if (!read_parts (self, rrule, error))
    return NULL;

  prepare (self);
  if (!check_shape (self, error))
    return NULL;

  return g_steal_pointer (&self);
}

/**
 * bridge_recurrence_ref:
 * @self: a rule
 *
 * Takes one more reference.
 *
 * Returns: (transfer full): @self
 */
BridgeRecurrence *
bridge_recurrence_ref (BridgeRecurrence *self)
{
  return g_atomic_rc_box_acquire (self);
}

/**
 * bridge_recurrence_unref:
 * @self: (transfer full): a rule
 *
 * Drops one reference.
 */
void
bridge_recurrence_unref (BridgeRecurrence *self)
{
  g_atomic_rc_box_release_full (self, (GDestroyNotify) bridge_recurrence_clear);
}

static void
append_ints (GString      *text,
             const char   *name,
             const GArray *array)
{
  for (guint i = 0; i < array->len; i++)
    {
      if (i == 0)
        g_string_append_printf (text, ";%s=", name);
      else
        g_string_append_c (text, ',');
      g_string_append_printf (text, "%d", g_array_index (array, int, i));
    }
}

/**
 * bridge_recurrence_to_string:
 * @self: a rule
 *
 * Writes the rule in its canonical form: parts in one order, lists sorted and without doubles, defaults left out.
 *
 * Returns: (transfer full): an RRULE without "RRULE:"
 */
char *
bridge_recurrence_to_string (const BridgeRecurrence *self)
{
  g_autoptr (GString) text = g_string_new ("FREQ=");

  g_string_append (text, freq_names[self->freq]);
  if (self->interval != 1)
    g_string_append_printf (text, ";INTERVAL=%d", self->interval);
  if (self->count != 0)
    g_string_append_printf (text, ";COUNT=%d", self->count);
  if (self->until != BRIDGE_LOCAL_NONE)
    {
      g_autofree char *until = bridge_local_format_basic (self->until);

      if (self->until_is_date)
        *strchr (until, 'T') = '\0';
      g_string_append_printf (text, ";UNTIL=%s%s", until, self->until_is_utc ? "Z" : "");
    }

  append_ints (text, "BYMONTH", self->by_month);
  append_ints (text, "BYMONTHDAY", self->by_month_day);
  for (guint i = 0; i < self->by_day->len; i++)
    {
      const BridgeByDay *by_day = &g_array_index (self->by_day, BridgeByDay, i);

      g_string_append (text, i == 0 ? ";BYDAY=" : ",");
      if (by_day->ordinal != 0)
        g_string_append_printf (text, "%d", by_day->ordinal);
      g_string_append (text, weekday_names[by_day->weekday - 1]);
    }
  append_ints (text, "BYSETPOS", self->by_set_pos);
  if (self->week_start != 1)
    g_string_append_printf (text, ";WKST=%s", weekday_names[self->week_start - 1]);

  return g_string_free (g_steal_pointer (&text), FALSE);
}

/**
 * bridge_recurrence_equal:
 * @a: a rule
 * @b: another
 *
 * Says whether two rules are the same in their canonical form.
 *
 * Returns: %TRUE if they are
 */
gboolean
bridge_recurrence_equal (const BridgeRecurrence *a,
                         const BridgeRecurrence *b)
{
  g_autofree char *first = bridge_recurrence_to_string (a);
  g_autofree char *second = bridge_recurrence_to_string (b);

  return g_str_equal (first, second);
}

/**
 * bridge_recurrence_get_freq:
 * @self: a rule
 *
 * Gives FREQ.
 *
 * Returns: the unit it repeats by
 */
BridgeFreq
bridge_recurrence_get_freq (const BridgeRecurrence *self)
{
  return self->freq;
}

/**
 * bridge_recurrence_get_interval:
 * @self: a rule
 *
 * Gives INTERVAL.
 *
 * Returns: at least 1
 */
int
bridge_recurrence_get_interval (const BridgeRecurrence *self)
{
  return self->interval;
}

/**
 * bridge_recurrence_get_count:
 * @self: a rule
 *
 * Gives COUNT.
 *
 * Returns: the number of times, or 0 where none is set
 */
int
bridge_recurrence_get_count (const BridgeRecurrence *self)
{
  return self->count;
}

/**
 * bridge_recurrence_get_until:
 * @self: a rule
 *
 * Gives UNTIL, inclusive; written as a date alone it is the last second of that day.
 *
 * Returns: a local time (UTC where bridge_recurrence_until_is_utc()), or %BRIDGE_LOCAL_NONE
 */
BridgeLocal
bridge_recurrence_get_until (const BridgeRecurrence *self)
{
  return self->until;
}

/**
 * bridge_recurrence_until_is_utc:
 * @self: a rule
 *
 * Says whether UNTIL was written in UTC.
 *
 * Returns: %TRUE if bridge_recurrence_get_until() is in UTC
 */
gboolean
bridge_recurrence_until_is_utc (const BridgeRecurrence *self)
{
  return self->until_is_utc;
}

/**
 * bridge_recurrence_with:
 * @self: a rule
 * @interval: 1–%BRIDGE_RECURRENCE_MAX_INTERVAL
 * @count: the number of times, or 0 for none; only for a rule without UNTIL
 *
 * Copies a rule with another INTERVAL and COUNT.
 *
 * Returns: (transfer full): the new rule
 */
BridgeRecurrence *
bridge_recurrence_with (const BridgeRecurrence *self,
                        int                     interval,
                        int                     count)
{
  BridgeRecurrence *copy = g_atomic_rc_box_dup (sizeof *self, (gpointer) self);

  g_array_ref (copy->by_day);
  g_array_ref (copy->by_month_day);
  g_array_ref (copy->by_month);
  g_array_ref (copy->by_set_pos);
  copy->interval = interval;
  copy->count = count;
  return copy;
}

/**
 * bridge_recurrence_localise:
 * @self: a rule
 * @zone: the zone its starts are read in
 *
 * Turns an UNTIL in UTC into a local one; a rule without such an UNTIL stays as it is.
 *
 * Returns: (transfer full): the rule with a local UNTIL
 */
BridgeRecurrence *
bridge_recurrence_localise (BridgeRecurrence *self,
                            GTimeZone        *zone)
{
  BridgeRecurrence *copy;

  if (!self->until_is_utc)
    return bridge_recurrence_ref (self);

  copy = bridge_recurrence_with (self, self->interval, self->count);
  copy->until_is_utc = FALSE;
  copy->until = bridge_local_from_utc_ms (self->until * 1000, zone);
  return copy;
}

/**
 * bridge_recurrence_get_by_day:
 * @self: a rule
 * @n: (out): how many
 *
 * Gives BYDAY, sorted by ordinal and weekday.
 *
 * Returns: (transfer none) (array length=n): the weekdays
 */
const BridgeByDay *
bridge_recurrence_get_by_day (const BridgeRecurrence *self,
                              guint                  *n)
{
  *n = self->by_day->len;
  return (const BridgeByDay *) (gpointer) self->by_day->data;
}

static const int *
get_ints (const GArray *array,
          guint        *n)
{
  *n = array->len;
  return (const int *) (gpointer) array->data;
}

/**
 * bridge_recurrence_get_by_month_day:
 * @self: a rule
 * @n: (out): how many
 *
 * Gives BYMONTHDAY, those from the start first.
 *
 * Returns: (transfer none) (array length=n): days of the month, 1–31 or -1…-31
 */
const int *
bridge_recurrence_get_by_month_day (const BridgeRecurrence *self,
                                    guint                  *n)
{
  return get_ints (self->by_month_day, n);
}

/**
 * bridge_recurrence_get_by_month:
 * @self: a rule
 * @n: (out): how many
 *
 * Gives BYMONTH, sorted.
 *
 * Returns: (transfer none) (array length=n): months, 1–12
 */
const int *
bridge_recurrence_get_by_month (const BridgeRecurrence *self,
                                guint                  *n)
{
  return get_ints (self->by_month, n);
}

/**
 * bridge_recurrence_get_by_set_pos:
 * @self: a rule
 * @n: (out): how many
 *
 * Gives BYSETPOS, those from the start first.
 *
 * Returns: (transfer none) (array length=n): positions, 1–366 or -1…-366
 */
const int *
bridge_recurrence_get_by_set_pos (const BridgeRecurrence *self,
                                  guint                  *n)
{
  return get_ints (self->by_set_pos, n);
}

/**
 * bridge_recurrence_get_week_start:
 * @self: a rule
 *
 * Gives WKST.
 *
 * Returns: 1 Monday – 7 Sunday
 */
int
bridge_recurrence_get_week_start (const BridgeRecurrence *self)
{
  return self->week_start;
}

/**
 * bridge_recurrence_vectors_line:
 * @line: "DTSTART|RRULE|N"
 *
 * Answers one line of `footbridge rule --vectors`.
 *
 * Returns: (transfer full): the first N starts in ISO 8601 with blanks between, or "error: " and a sentence
 */
char *
bridge_recurrence_vectors_line (const char *line)
{
  g_auto (GStrv) fields = g_strsplit (line, "|", -1);
  g_autoptr (BridgeRecurrence) rule = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GString) text = NULL;
  BridgeRecurrenceIter iter;
  BridgeLocal start, local;
  int n;

  if (g_strv_length (fields) != 3 || !read_int (g_strstrip (fields[2]), 0, MAX_VECTORS, &n))
    return g_strdup_printf ("error: %s", _("A line reads DTSTART|RRULE|N, with N from 0 to 100000."));
  if (!bridge_local_parse (fields[0], &start, &error))
    return g_strdup_printf ("error: %s", error->message);
  rule = bridge_recurrence_parse (fields[1], &error);
  if (rule == NULL)
    return g_strdup_printf ("error: %s", error->message);

  text = g_string_new (NULL);
  bridge_recurrence_iter_init (&iter, rule, start, start);
  for (int i = 0; i < n && bridge_recurrence_iter_next (&iter, &local); i++)
    {
      g_autofree char *iso = bridge_local_format (local);

      if (i > 0)
        g_string_append_c (text, ' ');
      g_string_append (text, iso);
    }

  return g_string_free (g_steal_pointer (&text), FALSE);
}

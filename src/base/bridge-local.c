/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "bridge-local"

#include "config.h"

#include "bridge-local.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "bridge-error.h"

#define FIRST_YEAR 1900
#define LAST_YEAR 2200

#define DAYS_PER_ERA 146097 /* 400 years of the Gregorian calendar */
#define DAYS_BEFORE_EPOCH 719468 /* from 0000-03-01 to 1970-01-01 */

#define SECONDS_PER_DAY 86400

static gint64
floor_div (gint64 dividend,
           gint64 divisor)
{
  gint64 quotient = dividend / divisor;

  return dividend % divisor < 0 ? quotient - 1 : quotient;
}

static gboolean
is_leap_year (int year)
{
  return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
}

/**
 * bridge_day_from_civil:
 * @year: the year, proleptic Gregorian
 * @month: 1–12
 * @day: 1–31; days beyond the month's end run on into the next month
 *
 * Counts the days from 1970-01-01.
 *
 * Returns: the day number, negative before 1970
 */
int
bridge_day_from_civil (int year,
                       int month,
                       int day)
{
  /* Years that begin in March keep the leap day at their end. */
  int from_march = (month + 9) % 12;
  int y = month <= 2 ? year - 1 : year;
  int era = (int) floor_div (y, 400);
  int year_of_era = y - era * 400;
  int day_of_year = (153 * from_march + 2) / 5 + day - 1;
  int day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;

  return era * DAYS_PER_ERA + day_of_era - DAYS_BEFORE_EPOCH;
}

/**
 * bridge_day_to_civil:
 * @day_number: days since 1970-01-01
 * @year: (out) (optional): the year
 * @month: (out) (optional): 1–12
 * @day: (out) (optional): 1–31
 *
 * Turns a day number into a date of the proleptic Gregorian calendar.
 */
void
bridge_day_to_civil (int  day_number,
                     int *year,
                     int *month,
                     int *day)
{
  int shifted = day_number + DAYS_BEFORE_EPOCH;
  int era = (int) floor_div (shifted, DAYS_PER_ERA);
  int day_of_era = shifted - era * DAYS_PER_ERA;
  int year_of_era = (day_of_era - day_of_era / 1460 + day_of_era / 36524 - day_of_era / 146096) / 365;
  int day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
  int from_march = (5 * day_of_year + 2) / 153;
  int m = from_march < 10 ? from_march + 3 : from_march - 9;

  if (day != NULL)
    *day = day_of_year - (153 * from_march + 2) / 5 + 1;
  if (month != NULL)
    *month = m;
  if (year != NULL)
    *year = era * 400 + year_of_era + (m <= 2 ? 1 : 0);
}

/**
 * bridge_day_get_weekday:
 * @day_number: days since 1970-01-01
 *
 * Says which day of the week it is (ISO 8601).
 *
 * Returns: 1 Monday – 7 Sunday
 */
int
bridge_day_get_weekday (int day_number)
{
  int offset = (day_number + 3) % 7; /* 1970-01-01 was a Thursday */

  return (offset < 0 ? offset + 7 : offset) + 1;
}

/**
 * bridge_days_in_month:
 * @year: the year
 * @month: 1–12
 *
 * Says how long a month is.
 *
 * Returns: 28–31
 */
int
bridge_days_in_month (int year,
                      int month)
{
  static const int lengths[] = { 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31 };

  g_return_val_if_fail (month >= 1 && month <= 12, 30);

  return month == 2 && is_leap_year (year) ? 29 : lengths[month - 1];
}

/**
 * bridge_local_from_civil:
 * @year: 1900–2200
 * @month: 1–12
 * @day: 1–31
 * @hour: 0–23
 * @minute: 0–59
 * @second: 0–59
 * @local: (out): the local time
 *
 * Puts a local time together, if there is such a date.
 *
 * Returns: %FALSE where a field is out of its range
 */
gboolean
bridge_local_from_civil (int          year,
                         int          month,
                         int          day,
                         int          hour,
                         int          minute,
                         int          second,
                         BridgeLocal *local)
{
  if (year < FIRST_YEAR || year > LAST_YEAR || month < 1 || month > 12 ||
      day < 1 || day > bridge_days_in_month (year, month) ||
      hour < 0 || hour > 23 || minute < 0 || minute > 59 || second < 0 || second > 59)
    return FALSE;

  *local = bridge_day_from_civil (year, month, day) * BRIDGE_DAY +
           hour * BRIDGE_HOUR + minute * BRIDGE_MINUTE + second;
  return TRUE;
}

/**
 * bridge_local_to_civil:
 * @local: a local time
 * @civil: (out): its fields
 *
 * Takes a local time apart.
 */
void
bridge_local_to_civil (BridgeLocal  local,
                       BridgeCivil *civil)
{
  int day = bridge_local_get_day (local);
  int second = bridge_local_get_second_of_day (local);

  bridge_day_to_civil (day, &civil->year, &civil->month, &civil->day);
  civil->hour = second / 3600;
  civil->minute = second / 60 % 60;
  civil->second = second % 60;
  civil->weekday = bridge_day_get_weekday (day);
}

/**
 * bridge_local_get_day:
 * @local: a local time
 *
 * Gives the day it falls on.
 *
 * Returns: days since 1970-01-01, rounded down
 */
int
bridge_local_get_day (BridgeLocal local)
{
  return (int) floor_div (local, SECONDS_PER_DAY);
}

/**
 * bridge_local_get_second_of_day:
 * @local: a local time
 *
 * Gives the time of the day.
 *
 * Returns: seconds since midnight, 0–86399
 */
int
bridge_local_get_second_of_day (BridgeLocal local)
{
  return (int) (local - floor_div (local, SECONDS_PER_DAY) * SECONDS_PER_DAY);
}

/**
 * bridge_local_day_start:
 * @local: a local time
 *
 * Gives the midnight at which its day begins.
 *
 * Returns: a local time
 */
BridgeLocal
bridge_local_day_start (BridgeLocal local)
{
  return local - bridge_local_get_second_of_day (local);
}

/* Reads exactly @n digits and moves on behind them. */
static gboolean
read_digits (const char **text,
             int          n,
             int         *value)
{
  int sum = 0;

  for (int i = 0; i < n; i++)
    {
      if (!g_ascii_isdigit ((*text)[i]))
        return FALSE;
      sum = sum * 10 + g_ascii_digit_value ((*text)[i]);
    }

  *text += n;
  *value = sum;
  return TRUE;
}

static gboolean
read_char (const char **text,
           char         expected)
{
  if (**text != expected)
    return FALSE;

  *text += 1;
  return TRUE;
}

static gboolean
read_extended (const char *text,
               int         fields[6])
{
  if (!read_digits (&text, 4, &fields[0]) || !read_char (&text, '-') ||
      !read_digits (&text, 2, &fields[1]) || !read_char (&text, '-') ||
      !read_digits (&text, 2, &fields[2]))
    return FALSE;
  if (*text == '\0')
    return TRUE;

  if (!(read_char (&text, 'T') || read_char (&text, ' ')) ||
      !read_digits (&text, 2, &fields[3]) || !read_char (&text, ':') ||
      !read_digits (&text, 2, &fields[4]))
    return FALSE;
  if (*text == '\0')
    return TRUE;

  return read_char (&text, ':') && read_digits (&text, 2, &fields[5]) && *text == '\0';
}

static gboolean
read_basic (const char *text,
            int         fields[6])
{
  if (!read_digits (&text, 4, &fields[0]) || !read_digits (&text, 2, &fields[1]) ||
      !read_digits (&text, 2, &fields[2]))
    return FALSE;
  if (*text == '\0')
    return TRUE;

  return read_char (&text, 'T') && read_digits (&text, 2, &fields[3]) &&
         read_digits (&text, 2, &fields[4]) && read_digits (&text, 2, &fields[5]) && *text == '\0';
}

/**
 * bridge_local_parse:
 * @text: "2026-11-23T19:00", with seconds, with a blank for the T, a date alone, or the iCalendar basic form
 * @local: (out): the local time; midnight for a date alone
 * @error: where to say what is wrong
 *
 * Reads a local time (ISO 8601, RFC 5545 3.3.4 and 3.3.5 without zone). Blanks around it are allowed.
 *
 * Returns: %FALSE with %BRIDGE_ERROR_INVALID_DATE
 */
gboolean
bridge_local_parse (const char   *text,
                    BridgeLocal  *local,
                    GError      **error)
{
  g_autofree char *trimmed = NULL;
  int fields[6] = { 0, };

  g_return_val_if_fail (text != NULL, FALSE);

  trimmed = g_strstrip (g_strdup (text));
  if (!read_extended (trimmed, fields))
    {
      memset (fields, 0, sizeof fields);
      if (!read_basic (trimmed, fields))
        {
          g_autofree char *valid = g_utf8_make_valid (trimmed, -1);

          g_set_error (error, BRIDGE_ERROR, BRIDGE_ERROR_INVALID_DATE,
                       /* Translators: keep the example as it is. */
                       _("“%s” is not a date. Write it like 2026-11-23 or 2026-11-23T19:00."), valid);
          return FALSE;
        }
    }

  if (!bridge_local_from_civil (fields[0], fields[1], fields[2], fields[3], fields[4], fields[5], local))
    {
      g_set_error (error, BRIDGE_ERROR, BRIDGE_ERROR_INVALID_DATE,
                   _("There is no %s in the calendar between 1900 and 2200."), trimmed);
      return FALSE;
    }

  return TRUE;
}

/**
 * bridge_local_format:
 * @local: a local time
 *
 * Writes a local time as ISO 8601, with seconds only where they are not 0.
 *
 * Returns: (transfer full): "2026-11-23T19:00"
 */
char *
bridge_local_format (BridgeLocal local)
{
  BridgeCivil c;

  bridge_local_to_civil (local, &c);
  if (c.second != 0)
    return g_strdup_printf ("%04d-%02d-%02dT%02d:%02d:%02d", c.year, c.month, c.day, c.hour, c.minute, c.second);
  return g_strdup_printf ("%04d-%02d-%02dT%02d:%02d", c.year, c.month, c.day, c.hour, c.minute);
}

/**
 * bridge_local_format_date:
 * @local: a local time
 *
 * Writes its date as ISO 8601.
 *
 * Returns: (transfer full): "2026-11-23"
 */
char *
bridge_local_format_date (BridgeLocal local)
{
  BridgeCivil c;

  bridge_local_to_civil (local, &c);
  return g_strdup_printf ("%04d-%02d-%02d", c.year, c.month, c.day);
}

/**
 * bridge_local_format_basic:
 * @local: a local time
 *
 * Writes a local time as iCalendar does (RFC 5545 3.3.5, form 1).
 *
 * Returns: (transfer full): "20261123T190000"
 */
char *
bridge_local_format_basic (BridgeLocal local)
{
  BridgeCivil c;

  bridge_local_to_civil (local, &c);
  return g_strdup_printf ("%04d%02d%02dT%02d%02d%02d", c.year, c.month, c.day, c.hour, c.minute, c.second);
}

/**
 * bridge_time_of_day_parse:
 * @text: "08:00" or "8:00"
 * @minute_of_day: (out): minutes since midnight, 0–1439
 * @error: where to say what is wrong
 *
 * Reads a time of the day. Blanks around it are allowed.
 *
 * Returns: %FALSE with %BRIDGE_ERROR_INVALID_DATE
 */
gboolean
bridge_time_of_day_parse (const char  *text,
                          int         *minute_of_day,
                          GError     **error)
{
  g_autofree char *trimmed = NULL;
  g_autofree char *valid = NULL;
  const char *p;
  int hour, minute;

  g_return_val_if_fail (text != NULL, FALSE);

  trimmed = g_strstrip (g_strdup (text));
  p = trimmed;
  if (read_digits (&p, g_ascii_isdigit (p[0]) && g_ascii_isdigit (p[1]) ? 2 : 1, &hour) && read_char (&p, ':') &&
      read_digits (&p, 2, &minute) && *p == '\0' && hour <= 23 && minute <= 59)
    {
      *minute_of_day = hour * 60 + minute;
      return TRUE;
    }

  valid = g_utf8_make_valid (trimmed, -1);
  g_set_error (error, BRIDGE_ERROR, BRIDGE_ERROR_INVALID_DATE,
               /* Translators: keep the example as it is. */
               _("“%s” is not a time of the day. Write it like 19:00."), valid);
  return FALSE;
}

/**
 * bridge_local_to_utc_ms:
 * @local: a local time
 * @zone: (transfer none): the zone to read it in
 *
 * Finds the instant of a local time (RFC 5545 3.3.5): in a gap with the offset before the gap, and of
 * two instants with the same local time the first. Never fails.
 *
 * Only the zone's answers about universal time are used. Its answers about local time, and
 * g_date_time_new() built on them, move a time in a gap to the gap's end and take the second of two.
 *
 * Returns: UTC milliseconds
 */
gint64
bridge_local_to_utc_ms (BridgeLocal  local,
                        GTimeZone   *zone)
{
  int first, last;

  g_return_val_if_fail (zone != NULL, local * 1000);

  /* Offsets are below a day, so the instant lies in one of these intervals. */
  first = g_time_zone_find_interval (zone, G_TIME_TYPE_UNIVERSAL, local - SECONDS_PER_DAY);
  last = g_time_zone_find_interval (zone, G_TIME_TYPE_UNIVERSAL, local + SECONDS_PER_DAY);

  for (int i = first; i <= last; i++)
    {
      gint64 utc = local - g_time_zone_get_offset (zone, i);

      if (first == last || g_time_zone_find_interval (zone, G_TIME_TYPE_UNIVERSAL, utc) == i)
        return utc * 1000;
    }

  /* No interval has it: it lies in the gap behind the interval that ends before it, and in front of the next. */
  for (int i = first; i < last; i++)
    {
      gint64 utc = local - g_time_zone_get_offset (zone, i);
      gint64 next = local - g_time_zone_get_offset (zone, i + 1);

      if (g_time_zone_find_interval (zone, G_TIME_TYPE_UNIVERSAL, utc) > i &&
          g_time_zone_find_interval (zone, G_TIME_TYPE_UNIVERSAL, next) <= i)
        return utc * 1000;
    }

  return (local - g_time_zone_get_offset (zone, first)) * 1000;
}

/**
 * bridge_local_from_utc_ms:
 * @utc_ms: UTC milliseconds
 * @zone: (transfer none): the zone to look from
 *
 * Gives the local time of an instant, in whole seconds, rounded down.
 *
 * Returns: a local time
 */
BridgeLocal
bridge_local_from_utc_ms (gint64     utc_ms,
                          GTimeZone *zone)
{
  gint64 utc = floor_div (utc_ms, 1000);

  g_return_val_if_fail (zone != NULL, utc);

  return utc + g_time_zone_get_offset (zone, g_time_zone_find_interval (zone, G_TIME_TYPE_UNIVERSAL, utc));
}

/**
 * bridge_utc_ms_format_iso:
 * @utc_ms: UTC milliseconds
 * @zone: (transfer none) (nullable): the zone to look from, or %NULL for UTC
 *
 * Writes an instant as ISO 8601 with its offset, in whole seconds.
 *
 * Returns: (transfer full): "2026-11-23T19:00:00+01:00", or "2026-11-23T18:00:00Z"
 */
char *
bridge_utc_ms_format_iso (gint64     utc_ms,
                          GTimeZone *zone)
{
  gint64 utc = floor_div (utc_ms, 1000);
  BridgeLocal local = zone != NULL ? bridge_local_from_utc_ms (utc_ms, zone) : utc;
  int offset = (int) (local - utc);
  BridgeCivil c;
  g_autoptr (GString) text = g_string_new (NULL);

  bridge_local_to_civil (local, &c);
  g_string_printf (text, "%04d-%02d-%02dT%02d:%02d:%02d", c.year, c.month, c.day, c.hour, c.minute, c.second);
  if (zone == NULL)
    {
      g_string_append_c (text, 'Z');
    }
  else
    {
      g_string_append_printf (text, "%c%02d:%02d", offset < 0 ? '-' : '+', ABS (offset) / 3600, ABS (offset) / 60 % 60);
      if (offset % 60 != 0)
        g_string_append_printf (text, ":%02d", ABS (offset) % 60);
    }

  return g_string_free (g_steal_pointer (&text), FALSE);
}

/* GLib also takes "+02:00" and POSIX rules for zones, and a path out of the folder: only what the
 * tz database holds under this very name counts. */
static gboolean
is_in_database (const char *identifier)
{
  const char *folders[] = { g_getenv ("TZDIR"), "/usr/share/zoneinfo", "/usr/lib/zoneinfo" };

  if (!g_ascii_isalpha (identifier[0]) || strstr (identifier, "..") != NULL)
    return FALSE;
  for (const char *p = identifier; *p != '\0'; p++)
    if (!g_ascii_isalnum (*p) && strchr ("_+-/", *p) == NULL)
      return FALSE;

  for (guint i = 0; i < G_N_ELEMENTS (folders); i++)
    {
      g_autofree char *path = folders[i] != NULL ? g_build_filename (folders[i], identifier, NULL) : NULL;

      if (path != NULL && g_file_test (path, G_FILE_TEST_IS_REGULAR))
        return TRUE;
    }

  return FALSE;
}

/* What was loaded since the main loop ran last. Reading a zone takes a quarter of a millisecond, and some runs need the same
 * one a thousand times; but while anybody holds one, GLib gives everybody that same one, with the rules of yesterday. */
static GHashTable *loaded_zones;
G_LOCK_DEFINE_STATIC (loaded_zones);

static gboolean
forget_zones_cb (gpointer user_data)
{
  G_LOCK (loaded_zones);
  g_clear_pointer (&loaded_zones, g_hash_table_unref);
  G_UNLOCK (loaded_zones);
  return G_SOURCE_REMOVE;
}

static GTimeZone *
load_zone (const char *identifier)
{
  GTimeZone *zone;

  G_LOCK (loaded_zones);
  if (loaded_zones == NULL)
    {
      loaded_zones = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_time_zone_unref);
      g_idle_add_full (G_PRIORITY_DEFAULT, forget_zones_cb, NULL, NULL);
    }

  zone = g_hash_table_lookup (loaded_zones, identifier);
  if (zone != NULL)
    g_time_zone_ref (zone);
  else if (is_in_database (identifier) && (zone = g_time_zone_new_identifier (identifier)) != NULL)
    g_hash_table_insert (loaded_zones, g_strdup (identifier), g_time_zone_ref (zone));
  G_UNLOCK (loaded_zones);
  return zone;
}

/**
 * bridge_zone_new:
 * @identifier: an IANA name ("Europe/Berlin"), or "UTC"
 * @error: where to say what is wrong
 *
 * Loads a zone, as its rules were since the main loop ran last. Do not keep it: as long as somebody does, nobody sees that
 * the rules on the disk were updated.
 *
 * Returns: (transfer full): the zone, or %NULL with %BRIDGE_ERROR_UNKNOWN_ZONE
 */
GTimeZone *
bridge_zone_new (const char  *identifier,
                 GError     **error)
{
  GTimeZone *zone;
  g_autofree char *valid = NULL;

  g_return_val_if_fail (identifier != NULL, NULL);

  if (g_str_equal (identifier, "UTC"))
    return g_time_zone_new_utc ();

  zone = load_zone (identifier);
  if (zone != NULL)
    return zone;

  valid = g_utf8_make_valid (identifier, -1);
  g_set_error (error, BRIDGE_ERROR, BRIDGE_ERROR_UNKNOWN_ZONE,
               /* Translators: keep the example as it is. */
               _("The time zone “%s” is not known here. Write it like Europe/Berlin."), valid);
  return NULL;
}

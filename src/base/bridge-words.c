/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "bridge-words"

#include "config.h"

#include "bridge-words.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "bridge-error.h"

/**
 * bridge_words_weekday:
 * @weekday: 1 Monday – 7 Sunday
 *
 * Names a day of the week, translated.
 *
 * Returns: (transfer none): "Tuesday"
 */
const char *
bridge_words_weekday (int weekday)
{
  static const char *const names[] = {
    N_("Monday"), N_("Tuesday"), N_("Wednesday"), N_("Thursday"), N_("Friday"), N_("Saturday"), N_("Sunday"),
  };

  g_return_val_if_fail (weekday >= 1 && weekday <= 7, "");

  return _(names[weekday - 1]);
}

/**
 * bridge_words_month_name:
 * @month: 1–12
 *
 * Names a month as it stands in a date ("24 November"), translated.
 *
 * Returns: (transfer none): "November"
 */
const char *
bridge_words_month_name (int month)
{
  /* Translators: the month as it stands in a date, "24 November" */
  static const char *const names[] = {
    NC_("in a date", "January"), NC_("in a date", "February"), NC_("in a date", "March"),
    NC_("in a date", "April"), NC_("in a date", "May"), NC_("in a date", "June"),
    NC_("in a date", "July"), NC_("in a date", "August"), NC_("in a date", "September"),
    NC_("in a date", "October"), NC_("in a date", "November"), NC_("in a date", "December"),
  };

  g_return_val_if_fail (month >= 1 && month <= 12, "");

  return g_dpgettext2 (GETTEXT_PACKAGE, "in a date", names[month - 1]);
}

/**
 * bridge_words_date:
 * @date: any time of the day
 * @now: the present, which says whether the year goes without saying
 *
 * Says a date, with the year when it is another than now.
 *
 * Returns: (transfer full): "Tuesday, 24 November"
 */
char *
bridge_words_date (BridgeLocal date,
                   BridgeLocal now)
{
  BridgeCivil c, present;

  bridge_local_to_civil (date, &c);
  bridge_local_to_civil (now, &present);
  if (c.year != present.year)
    return bridge_words_date_full (date);

  /* Translators: weekday, day of the month, month: "Tuesday, 24 November" */
  return g_strdup_printf (_("%1$s, %2$d %3$s"), bridge_words_weekday (c.weekday), c.day,
                          bridge_words_month_name (c.month));
}

/**
 * bridge_words_date_full:
 * @date: any time of the day
 *
 * Says a date with nothing left out, for screen readers and for places without a present.
 *
 * Returns: (transfer full): "Tuesday, 24 November 2026"
 */
char *
bridge_words_date_full (BridgeLocal date)
{
  BridgeCivil c;

  bridge_local_to_civil (date, &c);
  /* Translators: weekday, day of the month, month, year: "Tuesday, 24 November 2026" */
  return g_strdup_printf (_("%1$s, %2$d %3$s %4$d"), bridge_words_weekday (c.weekday), c.day,
                          bridge_words_month_name (c.month), c.year);
}

/**
 * bridge_words_month:
 * @date: any time of the month
 *
 * Says a month with its year, as a heading.
 *
 * Returns: (transfer full): "November 2026"
 */
char *
bridge_words_month (BridgeLocal date)
{
  static const char *const names[] = {
    NC_("on its own", "January"), NC_("on its own", "February"), NC_("on its own", "March"),
    NC_("on its own", "April"), NC_("on its own", "May"), NC_("on its own", "June"),
    NC_("on its own", "July"), NC_("on its own", "August"), NC_("on its own", "September"),
    NC_("on its own", "October"), NC_("on its own", "November"), NC_("on its own", "December"),
  };
  BridgeCivil c;

  bridge_local_to_civil (date, &c);
  /* Translators: month and year as a heading: "November 2026" */
  return g_strdup_printf (_("%1$s %2$d"), g_dpgettext2 (GETTEXT_PACKAGE, "on its own", names[c.month - 1]), c.year);
}

/**
 * bridge_words_time:
 * @local: a local time
 *
 * Says the time of the day, in 24 hours.
 *
 * Returns: (transfer full): "19:00"
 */
char *
bridge_words_time (BridgeLocal local)
{
  int minute = bridge_local_get_second_of_day (local) / 60;

  /* Translators: hours and minutes of the time of the day, 24 hours: "19:00" */
  return g_strdup_printf (_("%1$02d:%2$02d"), minute / 60, minute % 60);
}

/**
 * bridge_words_when:
 * @local: a local time
 * @now: the present, in the same zone
 *
 * Says a moment as people do: today, tomorrow and yesterday, by its weekday within six days ahead, else by its date.
 *
 * Returns: (transfer full): "tomorrow at 19:00"
 */
char *
bridge_words_when (BridgeLocal local,
                   BridgeLocal now)
{
  int ahead = bridge_local_get_day (local) - bridge_local_get_day (now);
  g_autofree char *time = bridge_words_time (local);
  g_autofree char *day = NULL;

  if (ahead == 0)
    return g_strdup_printf (_("today at %s"), time);
  if (ahead == 1)
    return g_strdup_printf (_("tomorrow at %s"), time);
  if (ahead == -1)
    return g_strdup_printf (_("yesterday at %s"), time);

  day = bridge_words_day (local, now);
  /* Translators: a day and a time: "Tuesday at 19:00", "Tuesday, 24 November at 19:00" */
  return g_strdup_printf (_("%1$s at %2$s"), day, time);
}

/**
 * bridge_words_on:
 * @local: a moment
 * @now: the present, in the same zone
 *
 * Says when something happens, as bridge_words_when() does, but to stand in a sentence: "It ends on Tuesday at 19:00."
 *
 * Returns: (transfer full): "tomorrow at 19:00", "on Tuesday at 19:00"
 */
char *
bridge_words_on (BridgeLocal local,
                 BridgeLocal now)
{
  int ahead = bridge_local_get_day (local) - bridge_local_get_day (now);
  g_autofree char *day = NULL;
  g_autofree char *time = NULL;

  if (ahead >= -1 && ahead <= 1)
    return bridge_words_when (local, now);
  day = bridge_words_day (local, now);
  time = bridge_words_time (local);
  /* Translators: a day and a time within a sentence: "on Tuesday at 19:00", "on Tuesday, 24 November at 19:00" */
  return g_strdup_printf (_("on %1$s at %2$s"), day, time);
}

/**
 * bridge_words_day:
 * @date: any time of the day
 * @now: the present, in the same zone
 *
 * Says a day as people do: today, tomorrow and yesterday, by its weekday within six days ahead, else by its date.
 *
 * Returns: (transfer full): "tomorrow"
 */
char *
bridge_words_day (BridgeLocal date,
                  BridgeLocal now)
{
  int day = bridge_local_get_day (date);
  int ahead = day - bridge_local_get_day (now);

  if (ahead == 0)
    return g_strdup (_("today"));
  if (ahead == 1)
    return g_strdup (_("tomorrow"));
  if (ahead == -1)
    return g_strdup (_("yesterday"));
  if (ahead > 1 && ahead <= 6)
    return g_strdup (bridge_words_weekday (bridge_day_get_weekday (day)));
  return bridge_words_date (date, now);
}

/**
 * bridge_words_until:
 * @seconds: how far ahead; below a minute, and the past, is now
 *
 * Says how long it is until a moment, the further ahead the more roughly.
 *
 * Returns: (transfer full): "in 40 minutes", "in about 2 hours", "in 3 days", "now"
 */
char *
bridge_words_until (gint64 seconds)
{
  gint64 minutes = MIN (seconds, G_MAXINT) / 60;
  int n;

  if (minutes < 1)
    return g_strdup (_("now"));

  if (minutes < 58)
    {
      n = (int) (minutes < 20 ? minutes : (minutes + 2) / 5 * 5);
      return g_strdup_printf (ngettext ("in %d minute", "in %d minutes", n), n);
    }

  if (minutes < 23 * 60 + 30)
    {
      n = (int) ((minutes + 30) / 60);
      return g_strdup_printf (ngettext ("in about %d hour", "in about %d hours", n), n);
    }

  n = (int) ((minutes + 12 * 60) / (24 * 60));
  return g_strdup_printf (ngettext ("in %d day", "in %d days", n), n);
}

/**
 * bridge_words_minutes:
 * @minutes: a length, at least 0
 *
 * Says how long something takes.
 *
 * Returns: (transfer full): "10 minutes", "1 hour", "1 hour 30 minutes"
 */
char *
bridge_words_minutes (int minutes)
{
  int hours = minutes / 60;
  int rest = minutes % 60;
  g_autofree char *hours_words = NULL;
  g_autofree char *minutes_words = NULL;

  if (hours > 0)
    hours_words = g_strdup_printf (ngettext ("%d hour", "%d hours", hours), hours);
  if (rest > 0 || hours == 0)
    minutes_words = g_strdup_printf (ngettext ("%d minute", "%d minutes", rest), rest);

  if (hours_words == NULL)
    return g_steal_pointer (&minutes_words);
  if (minutes_words == NULL)
    return g_steal_pointer (&hours_words);
  /* Translators: hours and minutes of a length: "1 hour 30 minutes" */
  return g_strdup_printf (_("%1$s %2$s"), hours_words, minutes_words);
}

/**
 * bridge_text_clean:
 * @text: (nullable): what a person typed, or what came from outside
 * @multiline: whether line breaks are kept; else each becomes a blank
 *
 * Makes typed text fit to be stored and searched: valid UTF-8 in Unicode's normal form C, without control
 * characters, line breaks all of one kind, ends trimmed.
 *
 * Returns: (transfer full) (nullable): the text, or %NULL where nothing is left
 */
char *
bridge_text_clean (const char *text,
                   gboolean    multiline)
{
  g_autofree char *valid = NULL;
  g_autofree char *normal = NULL;
  g_autoptr (GString) clean = NULL;
  const char *start;

  if (text == NULL)
    return NULL;

  valid = g_utf8_make_valid (text, -1);
  normal = g_utf8_normalize (valid, -1, G_NORMALIZE_NFC);
  clean = g_string_sized_new (strlen (normal));

  for (const char *p = normal; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (c == '\r' && p[1] == '\n')
        continue;
      if (c == '\n' || c == '\r' || c == 0x85 || c == 0x2028 || c == 0x2029)
        g_string_append_c (clean, multiline ? '\n' : ' ');
      else if (c == '\t')
        g_string_append_c (clean, ' ');
      else if (!g_unichar_iscntrl (c))
        g_string_append_unichar (clean, c);
    }

  while (clean->len > 0)
    {
      const char *last = g_utf8_find_prev_char (clean->str, clean->str + clean->len);

      if (!g_unichar_isspace (g_utf8_get_char (last)))
        break;
      g_string_truncate (clean, last - clean->str);
    }

  for (start = clean->str; g_unichar_isspace (g_utf8_get_char (start)); start = g_utf8_next_char (start))
    continue;

  return *start != '\0' ? g_strdup (start) : NULL;
}

/**
 * bridge_text_check:
 * @field: the field's translated name, for the message
 * @text: (nullable): the text; %NULL counts as empty
 * @min: the fewest characters allowed
 * @max: the most characters allowed
 * @error: where to say what is wrong
 *
 * Checks the length of a text in characters.
 *
 * Returns: %FALSE with %BRIDGE_ERROR_INVALID_VALUE, whose message names @field
 */
gboolean
bridge_text_check (const char  *field,
                   const char  *text,
                   int          min,
                   int          max,
                   GError     **error)
{
  glong length = text != NULL ? g_utf8_strlen (text, -1) : 0;

  if (length == 0 && min > 0)
    {
      /* Translators: %s is the name of a field */
      g_set_error (error, BRIDGE_ERROR, BRIDGE_ERROR_INVALID_VALUE, _("“%s” needs a word or two."), field);
      return FALSE;
    }

  if (length < min)
    {
      g_set_error (error, BRIDGE_ERROR, BRIDGE_ERROR_INVALID_VALUE,
                   /* Translators: %1$s is the name of a field */
                   ngettext ("“%1$s” needs at least %2$d character.",
                             "“%1$s” needs at least %2$d characters.", min),
                   field, min);
      return FALSE;
    }

  if (length > max)
    {
      g_set_error (error, BRIDGE_ERROR, BRIDGE_ERROR_INVALID_VALUE,
                   /* Translators: %1$s is the name of a field */
                   ngettext ("“%1$s” has room for %2$d character.",
                             "“%1$s” has room for %2$d characters.", max),
                   field, max);
      return FALSE;
    }

  return TRUE;
}

/**
 * bridge_text_same_name:
 * @one: a name
 * @other: a name
 *
 * Returns: whether people would take the two for the same: in whatever case, and however accents are put together
 */
gboolean
bridge_text_same_name (const char *one,
                       const char *other)
{
  g_autofree char *folded_one = g_utf8_casefold (one, -1);
  g_autofree char *folded_other = g_utf8_casefold (other, -1);

  return g_utf8_collate (folded_one, folded_other) == 0;
}

/**
 * bridge_text_to_int:
 * @text: a decimal number, and nothing else
 * @min: the least it may be
 * @max: the most it may be
 * @number: (out): what it says
 *
 * Reads a number. g_ascii_string_to_signed() alone takes any errno for a mistake of the writer, also one that is left by
 * its own first look for the C locale, when another thread holds GLib's lock for such things at that moment.
 *
 * Returns: whether it is one
 */
gboolean
bridge_text_to_int (const char *text,
                    gint64      min,
                    gint64      max,
                    gint64     *number)
{
  g_ascii_strtoll ("0", NULL, 10);
  return g_ascii_string_to_signed (text, 10, min, max, number, NULL);
}

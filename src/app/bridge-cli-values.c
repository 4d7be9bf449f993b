/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "bridge-cli"

#include "config.h"

#include "bridge-cli-private.h"
#include "bridge-words.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* The values that are typed. What cannot be read is a command that was not understood: exit status 2. */

#define DATE_LENGTH 10
#define EVERY_DAY 127

static const char *const day_nicks[7] = { "mon", "tue", "wed", "thu", "fri", "sat", "sun" };

/**
 * bridge_cli_read:
 * @could: whether a value could be read
 *
 * Notes that it could not, so that the run ends with what stands for a command that was not understood.
 *
 * Returns: @could
 */
gboolean
bridge_cli_read (BridgeCli *cli, gboolean could)
{
  if (!could)
    cli->misread = TRUE;
  return could;
}

static gboolean
parse_either (BridgeCli *cli, const char *text, const char *yes, const char *no, gboolean *value, GError **error)
{
  g_autofree char *message = NULL;

  if (g_strcmp0 (text, yes) == 0 || g_strcmp0 (text, no) == 0)
    {
      *value = g_strcmp0 (text, yes) == 0;
      return TRUE;
    }

  /* Translators: %1$s is what was typed; %2$s and %3$s are words that are typed, and stay as they are */
  message = g_strdup_printf (_("“%1$s” is neither “%2$s” nor “%3$s”"), text, yes, no);
  return bridge_cli_usage_error (cli, message, error);
}

/**
 * bridge_cli_parse_on_off:
 *
 * Reads "on" or "off". Fails with bad usage.
 */
gboolean
bridge_cli_parse_on_off (BridgeCli *cli, const char *text, gboolean *on, GError **error)
{
  return parse_either (cli, text, "on", "off", on, error);
}

/**
 * bridge_cli_parse_yes_no:
 *
 * Reads "yes" or "no". Fails with bad usage.
 */
gboolean
bridge_cli_parse_yes_no (BridgeCli *cli, const char *text, gboolean *yes, GError **error)
{
  return parse_either (cli, text, "yes", "no", yes, error);
}

/**
 * bridge_cli_parse_date:
 *
 * Reads a day. Fails with %BRIDGE_ERROR_INVALID_DATE, also where a time stands beside it.
 */
gboolean
bridge_cli_parse_date (BridgeCli *cli, const char *text, BridgeLocal *date, GError **error)
{
  g_autofree char *trimmed = g_strstrip (g_strdup (text));

  if (!bridge_local_parse (trimmed, date, NULL) && strspn (trimmed, "0123456789-") < strlen (trimmed))
    {
      g_set_error (error, BRIDGE_ERROR, BRIDGE_ERROR_INVALID_DATE,
                   /* Translators: keep the example as it is. */
                   _("“%s” is not a day. Write it like 2026-11-23."), trimmed);
      return bridge_cli_read (cli, FALSE);
    }
  if (!bridge_cli_parse_when (cli, trimmed, date, error))
    return FALSE;

  if (strlen (trimmed) > DATE_LENGTH)
    {
      g_autofree char *day = bridge_local_format_date (*date);

      g_set_error (error, BRIDGE_ERROR, BRIDGE_ERROR_INVALID_DATE,
                   _("“%1$s” has a time of the day in it, and only whole days count here. Write it like %2$s."), trimmed, day);
      return bridge_cli_read (cli, FALSE);
    }

  return TRUE;
}

/**
 * bridge_cli_parse_when:
 *
 * Reads a date with a time; midnight for a date alone. Fails with %BRIDGE_ERROR_INVALID_DATE.
 */
gboolean
bridge_cli_parse_when (BridgeCli *cli, const char *text, BridgeLocal *when, GError **error)
{
  return bridge_cli_read (cli, bridge_local_parse (text, when, error));
}

/**
 * bridge_cli_parse_nick:
 * @type: one of the enumerations
 *
 * Reads a word that stands for a value of @type. Fails with %BRIDGE_ERROR_INVALID_VALUE.
 */
gboolean
bridge_cli_parse_nick (BridgeCli *cli, GType type, const char *text, int *value, GError **error)
{
  return bridge_cli_read (cli, bridge_enum_from_nick (type, text, value, error));
}

/**
 * bridge_cli_parse_number:
 *
 * Reads a whole number from @min to @max. Fails with bad usage.
 */
gboolean
bridge_cli_parse_number (BridgeCli *cli, const char *text, int min, int max, int *number, GError **error)
{
  g_autofree char *message = NULL;
  gint64 value;

  if (bridge_text_to_int (text, min, max, &value))
    {
      *number = (int) value;
      return TRUE;
    }

  message = g_strdup_printf (_("“%1$s” is no number from %2$d to %3$d"), text, min, max);
  return bridge_cli_usage_error (cli, message, error);
}

/**
 * bridge_cli_parse_time:
 *
 * Reads a time of the day. Fails with %BRIDGE_ERROR_INVALID_DATE.
 */
gboolean
bridge_cli_parse_time (BridgeCli *cli, const char *text, int *minute_of_day, GError **error)
{
  g_autofree char *trimmed = g_strstrip (g_strdup (text));

  if (g_str_equal (trimmed, "24:00"))
    {
      g_set_error_literal (error, BRIDGE_ERROR, BRIDGE_ERROR_INVALID_DATE,
                           /* Translators: keep what is typed as it is. */
                           _("A day ends at 00:00 here, not at 24:00. Write it like --from 22:00 --to 00:00."));
      return bridge_cli_read (cli, FALSE);
    }

  return bridge_cli_read (cli, bridge_time_of_day_parse (trimmed, minute_of_day, error));
}

/**
 * bridge_cli_parse_days:
 * @weekdays: (out): bit 0 Monday … bit 6 Sunday
 *
 * Reads “every”, or days such as “mon,tue”. Fails with bad usage.
 */
gboolean
bridge_cli_parse_days (BridgeCli *cli, const char *text, int *weekdays, GError **error)
{
  g_auto (GStrv) words = g_strsplit_set (text, ", ", -1);
  gboolean every = FALSE;
  g_autofree char *message = NULL;

  *weekdays = 0;
  for (guint i = 0; words[i]; i++)
    {
      gboolean known = *words[i] == '\0';

      if (g_ascii_strcasecmp (words[i], "every") == 0)
        known = every = TRUE;
      for (guint day = 0; day < G_N_ELEMENTS (day_nicks); day++)
        if (g_ascii_strcasecmp (words[i], day_nicks[day]) == 0)
          {
            *weekdays |= 1 << day;
            known = TRUE;
          }
      if (!known)
        {
          message = g_strdup_printf (_("“%s” is no day: write “every”, or some of mon,tue,wed,thu,fri,sat,sun"), words[i]);
          return bridge_cli_usage_error (cli, message, error);
        }
    }

  if (every && *weekdays != 0)
    return bridge_cli_usage_error (cli, _("“every” is all seven days already; write “--days every”, or only some, such as "
                                          "“--days mon,tue”"), error);
  if (every)
    *weekdays = EVERY_DAY;
  if (*weekdays != 0)
    return TRUE;

  return bridge_cli_usage_error (cli, _("Days are “every”, or some of mon,tue,wed,thu,fri,sat,sun"), error);
}

/**
 * bridge_cli_build_schedule:
 * @rule: (nullable): an RRULE
 * @times: (nullable): times of the day
 * @zone: (nullable): a zone
 *
 * Makes a schedule of what was typed. A rule that can be read and never comes to a day was understood all the same.
 *
 * Returns: (transfer full): the schedule, or %NULL with the errors of bridge_schedule_new()
 */
BridgeSchedule *
bridge_cli_build_schedule (BridgeCli *cli,
                           BridgeLocal start,
                           const char *rule,
                           const char *times,
                           const char *zone,
                           GError **error)
{
  g_autoptr (GError) local_error = NULL;
  BridgeSchedule *schedule = bridge_schedule_new (start, rule, times, zone, &local_error);

  if (schedule == NULL)
    {
      bridge_cli_read (cli, g_error_matches (local_error, BRIDGE_ERROR, BRIDGE_ERROR_NEVER));
      g_propagate_error (error, g_steal_pointer (&local_error));
    }
  return schedule;
}

/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "bridge-ritual-words"

#include "config.h"

#include "bridge-ritual-words.h"

#include <glib/gi18n-lib.h>

/**
 * bridge_closeness_to_words:
 * @closeness: a closeness level, 1–5
 *
 * The level in one word: levels are said, never counted.
 *
 * Returns: a static translated word
 */
const char *
bridge_closeness_to_words (int closeness)
{
  /* Translators: how much closeness a ritual asks for, from the least to the most. */
  static const char *const words[] = { N_("Gentle"), N_("Easy"), N_("Warm"), N_("Open"), N_("Close") };

  return _(words[CLAMP (closeness, 1, BRIDGE_CLOSENESS_MAX) - 1]);
}

/**
 * bridge_closeness_to_sentence:
 * @closeness: a closeness level, 1–5
 *
 * What the level asks of a person.
 *
 * Returns: a static translated sentence
 */
const char *
bridge_closeness_to_sentence (int closeness)
{
  static const char *const sentences[] = {
    N_("Being near is enough; nothing needs to be said."),
    N_("A few light words, or something done side by side."),
    N_("Time and attention for each other."),
    N_("Something of yourself is told."),
    N_("What matters most is spoken about, or held."),
  };

  return _(sentences[CLAMP (closeness, 1, BRIDGE_CLOSENESS_MAX) - 1]);
}

/**
 * bridge_lead_to_words:
 * @minutes: how long before the moment, in minutes; negative: after it
 *
 * When a reminder comes: "At its time", "10 minutes before", "1 day before", "30 minutes after".
 *
 * Returns: (transfer full): the words
 */
char *
bridge_lead_to_words (int minutes)
{
  g_autofree char *length = NULL;

  if (minutes == 0)
    return g_strdup (_("At its time"));

  if (minutes < 0)
    {
      length = bridge_words_minutes (-minutes);

      /* Translators: %s is a length of time, as in "30 minutes after". */
      return g_strdup_printf (_("%s after"), length);
    }

  if (minutes % 1440 == 0)
    return g_strdup_printf (ngettext ("%d day before", "%d days before", minutes / 1440), minutes / 1440);

  length = bridge_words_minutes (minutes);

  /* Translators: %s is a length of time, as in "10 minutes before". */
  return g_strdup_printf (_("%s before"), length);
}

/**
 * bridge_remind_to_words:
 * @ritual: a ritual
 *
 * When its reminders come.
 *
 * Returns: (transfer full): "1 hour before · At its time", or that none come
 */
char *
bridge_remind_to_words (BridgeRitual *ritual)
{
  g_autoptr (GString) words = g_string_new (NULL);
  g_autofree int *leads = NULL;
  guint n = 0;

  leads = bridge_ritual_dup_remind_minutes (ritual, &n);
  if (n == 0)
    return g_strdup (_("No reminders"));

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *lead = bridge_lead_to_words (leads[i]);

      g_string_append_printf (words, "%s%s", i > 0 ? " · " : "", lead);
    }

  return g_strdup (words->str);
}

/**
 * bridge_next_to_words:
 * @local: when, here
 * @now: what time it is, here
 *
 * "Tomorrow at 19:00", able to stand alone.
 *
 * Returns: (transfer full): the words
 */
char *
bridge_next_to_words (BridgeLocal local,
                      BridgeLocal now)
{
  g_autofree char *when = bridge_words_when (local, now);

  return bridge_capitalise (when);
}

/**
 * bridge_schedule_next_to_words:
 * @schedule: when something is planned
 * @n: how many
 * @now: what time it is, here
 * @here: the zone here
 *
 * What comes next of it, a line for each.
 *
 * Returns: (transfer full) (nullable): the lines, or %NULL when nothing comes any more
 */
char *
bridge_schedule_next_to_words (BridgeSchedule *schedule,
                               guint           n,
                               BridgeLocal     now,
                               GTimeZone      *here)
{
  g_autoptr (GString) lines = g_string_new (NULL);
  BridgeScheduleIter iter;
  BridgeLocal from;
  BridgeLocal to;
  BridgeLocal local;

  bridge_schedule_window (schedule, now, now, here, &from, &to);
  bridge_schedule_iter_init (&iter, schedule, from);
  while (n > 0 && bridge_schedule_iter_next (&iter, &local))
    {
      BridgeLocal shown = bridge_local_from_utc_ms (bridge_schedule_localise (schedule, local, here), here);
      g_autofree char *next = NULL;

      if (shown < now)
        continue;
      next = bridge_next_to_words (shown, now);
      g_string_append_printf (lines, "%s%s", lines->len > 0 ? "\n" : "", next);
      n--;
    }

  return lines->len > 0 ? g_strdup (lines->str) : NULL;
}

/**
 * bridge_moments_to_words:
 * @n: how many moments were kept
 * @since: the day of the first one, or %BRIDGE_LOCAL_NONE
 * @now: what time it is, here
 * @shared: whether two people keep them
 *
 * "7 shared moments since September"; never a share of anything.
 *
 * Returns: (transfer full): the words
 */
char *
bridge_moments_to_words (guint       n,
                         BridgeLocal since,
                         BridgeLocal now,
                         gboolean    shared)
{
  g_autoptr (GDateTime) date = NULL;
  g_autofree char *month = NULL;
  BridgeCivil first;
  BridgeCivil today;

  if (n == 0 || since == BRIDGE_LOCAL_NONE)
    return g_strdup (_("The first moment you record here lays the first plank."));

  bridge_local_to_civil (since, &first);
  bridge_local_to_civil (now, &today);
  if (first.year == today.year)
    {
      date = g_date_time_new_utc (first.year, first.month, 1, 0, 0, 0);
      /* Translators: a month within "7 shared moments since September" (see strftime). */
      month = g_date_time_format (date, C_("month in a sentence", "%OB"));
    }
  else
    {
      month = bridge_words_month (since);
    }

  if (shared)
    return g_strdup_printf (ngettext ("%u shared moment since %s", "%u shared moments since %s", n), n,
                            month);

  return g_strdup_printf (ngettext ("%u moment since %s", "%u moments since %s", n), n, month);
}

/**
 * bridge_weekday_to_words:
 * @weekday: 1 Monday – 7 Sunday
 * @whole: whether the whole name is wanted, else its short form
 *
 * A weekday's name.
 *
 * Returns: (transfer full): the name
 */
char *
bridge_weekday_to_words (int      weekday,
                         gboolean whole)
{
  /* 1 January 2024 was a Monday. */
  g_autoptr (GDateTime) date = g_date_time_new_utc (2024, 1, weekday, 0, 0, 0);

  return g_date_time_format (date, whole ? "%A" : "%a");
}

/**
 * bridge_capitalise:
 * @text: a text
 *
 * The same with a capital at its start.
 *
 * Returns: (transfer full): the text
 */
char *
bridge_capitalise (const char *text)
{
  g_autofree char *first = NULL;

  if (*text == '\0')
    return g_strdup ("");

  first = g_utf8_strup (text, g_utf8_next_char (text) - text);

  return g_strconcat (first, g_utf8_next_char (text), NULL);
}

/**
 * bridge_minute_of_day_to_text:
 * @minute: a minute of the day, 0–1439
 *
 * Writes it as "19:00".
 *
 * Returns: (transfer full): the text
 */
char *
bridge_minute_of_day_to_text (int minute)
{
  return g_strdup_printf ("%02d:%02d", minute / 60, minute % 60);
}

/**
 * bridge_time_from_text:
 * @text: what a person typed
 * @minute: (out): the minute of the day, 0–1439
 *
 * Reads a time the way people type it: "19:00", "7:5", "19.30", "19 30", "1930", "7".
 *
 * Returns: %TRUE if it is a time
 */
gboolean
bridge_time_from_text (const char *text,
                       int        *minute)
{
  int numbers[2] = { 0, 0 };
  int digits[2] = { 0, 0 };
  int part = 0;
  g_autofree char *clean = g_strstrip (g_strdup (text));

  for (const char *at = clean; *at != '\0'; at++)
    {
      if (g_ascii_isdigit (*at))
        {
          numbers[part] = numbers[part] * 10 + g_ascii_digit_value (*at);
          if (++digits[part] > (part == 0 ? 4 : 2))
            return FALSE;
        }
      else if (strchr (":. h", *at) != NULL && part == 0 && digits[0] > 0)
        {
          part = 1;
        }
      else
        {
          return FALSE;
        }
    }

  if (digits[0] == 0 || (part == 1 && digits[0] > 2))
    return FALSE;

  if (digits[0] > 2)
    {
      numbers[1] = numbers[0] % 100;
      numbers[0] /= 100;
    }

  if (numbers[0] > 23 || numbers[1] > 59)
    return FALSE;

  *minute = numbers[0] * 60 + numbers[1];

  return TRUE;
}

/**
 * bridge_ritual_state_to_sentence:
 * @ritual: a ritual
 * @state: the state it is in now
 * @shared: it is for two
 * @now: the present, local
 *
 * Says what a state means, where there is something to say.
 *
 * Returns: (transfer full) (nullable): a sentence or two
 */
char *
bridge_ritual_state_to_sentence (BridgeRitual      *ritual,
                                 BridgeRitualState  state,
                                 gboolean           shared,
                                 BridgeLocal        now)
{
  BridgeLocal until = bridge_ritual_get_resting_until (ritual);
  g_autofree char *day = NULL;

  switch (state)
    {
    case BRIDGE_RITUAL_DRAFT:
      return g_strdup (_("This is a draft. Nothing reminds of it yet."));

    case BRIDGE_RITUAL_PROPOSED:
      return g_strdup (shared
                         ? _("This is a proposal. It begins when you both say yes.")
                         : _("This is a proposal. It begins when you say yes."));

    case BRIDGE_RITUAL_RESTING:
      if (until == BRIDGE_LOCAL_NONE)
        return g_strdup (_("This is resting, for as long as you like."));
      day = bridge_words_date (until, now);
      return g_strdup_printf (_("This is resting until %s."), day);

    case BRIDGE_RITUAL_ENDED:
      return g_strdup (_("This has ended. What you kept stays here."));

    case BRIDGE_RITUAL_AGREED:
      return NULL;

    default:
      g_assert_not_reached ();
    }
}

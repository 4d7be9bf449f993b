/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "bridge-pause-words"

#include "config.h"

#include "bridge-pause-words.h"

#include <glib/gi18n-lib.h>

#include "bridge-words.h"

#define MS 1000

/**
 * bridge_pause_when_words:
 * @at: UTC ms
 * @now: the present, UTC ms
 * @zone: (transfer none): where
 *
 * When something is.
 *
 * Returns: (transfer full): "today at 20:45", "Thursday at 20:00"
 */
char *
bridge_pause_when_words (gint64     at,
                         gint64     now,
                         GTimeZone *zone)
{
  return bridge_words_when (bridge_local_from_utc_ms (at, zone), bridge_local_from_utc_ms (now, zone));
}

/**
 * bridge_pause_back_words:
 * @return_at: when they come back together, UTC ms
 * @now: the present, UTC ms
 * @two: whether there are two of them; else somebody comes back to it alone
 * @zone: (transfer none): where
 *
 * When it is time to come back, and how long that is.
 *
 * Returns: (transfer full): "Back together at 20:45, in 14 minutes."
 */
char *
bridge_pause_back_words (gint64     return_at,
                         gint64     now,
                         gboolean   two,
                         GTimeZone *zone)
{
  BridgeLocal at = bridge_local_from_utc_ms (return_at, zone);
  BridgeLocal here = bridge_local_from_utc_ms (now, zone);
  /* Of a minute that has begun people say that it is still to come. */
  gint64 seconds = (return_at - now + 59 * MS) / MS;
  g_autofree char *time = bridge_words_time (at);
  g_autofree char *until = NULL;

  if (bridge_local_get_day (at) != bridge_local_get_day (here))
    {
      g_autofree char *when = bridge_words_on (at, here);

      /* Translators: %s is a day and a time, such as "tomorrow at 9:00" or "on Thursday at 9:00". */
      return g_strdup_printf (two ? _("Back together %s.") : _("You come back to it %s."), when);
    }

  if (return_at <= now)
    /* Translators: %s is a time, such as 20:45. */
    return g_strdup_printf (two ? _("Back together at %s, which is now.") : _("You come back to it at %s, which is now."), time);

  until = bridge_words_until (seconds);
  /* Translators: %1$s is a time, such as 20:45, %2$s how long that is, such as "in 14 minutes". */
  return g_strdup_printf (two ? _("Back together at %1$s, %2$s.") : _("You come back to it at %1$s, %2$s."), time, until);
}

/**
 * bridge_pause_strip_words:
 * @pause: a pause as it is by now
 * @now: the present, UTC ms
 * @two: whether there are two of them
 * @zone: (transfer none): where
 *
 * What the other pages say about it.
 *
 * Returns: (transfer full) (nullable): "Paused until 20:45.", or %NULL if there is nothing to say
 */
char *
bridge_pause_strip_words (BridgePause *pause,
                          gint64       now,
                          gboolean     two,
                          GTimeZone   *zone)
{
  BridgePauseState state = bridge_pause_get_state (pause);
  gint64 at = state == BRIDGE_PAUSE_RECOVERY ? bridge_pause_get_recovery_until (pause) : bridge_pause_get_return_at (pause);
  BridgeLocal local = bridge_local_from_utc_ms (at, zone);
  BridgeLocal here = bridge_local_from_utc_ms (now, zone);
  g_autofree char *time = bridge_words_time (local);
  g_autofree char *when = bridge_words_when (local, here);
  g_autofree char *on = bridge_words_on (local, here);

  switch (state)
    {
    case BRIDGE_PAUSE_COOLING:
      if (bridge_local_get_day (local) == bridge_local_get_day (here))
        /* Translators: %s is a time, such as 20:45. */
        return g_strdup_printf (_("Paused until %s."), time);
      /* Translators: %s is a day and a time, such as "tomorrow at 9:00" or "on Thursday at 9:00". */
      return g_strdup_printf (two ? _("Paused. Back together %s.") : _("Paused. You come back to it %s."), on);
    case BRIDGE_PAUSE_RETURN:
      return g_strdup (two ? _("It is time to come back together, when you are ready.")
                           : _("It is time to come back to it, when you are ready."));
    case BRIDGE_PAUSE_ANOTHER_DAY:
      if (at == 0)
        return g_strdup (_("You come back to it on another day."));
      /* Translators: %s is a day and a time, such as "on Thursday at 20:00". */
      return g_strdup_printf (_("You come back to it %s."), on);
    case BRIDGE_PAUSE_RE_ENTRY:
      return g_strdup (two ? _("A gentle talk is open.") : _("A gentle way back is open."));
    case BRIDGE_PAUSE_RECOVERY:
      /* Translators: %s is a day and a time, such as "Thursday at 20:00". */
      return g_strdup_printf (_("Recovery window until %s."), when);
    case BRIDGE_PAUSE_REVIEW:
      return g_strdup (_("You could look back on the pause."));
    case BRIDGE_PAUSE_CLOSED:
    default:
      return NULL;
    }
}

/**
 * bridge_pause_get_phrases:
 * @solo: for one who is alone, and finds a way back to somebody who sees nothing of this
 *
 * What may help in a talk, below the phrases of one's own.
 *
 * Returns: (transfer none) (array zero-terminated=1): sentences, not translated yet
 */
const char *const *
bridge_pause_get_phrases (gboolean solo)
{
  /* Translators: sentences that one says to the other in a talk after a quarrel. */
  static const char *const phrases[] = {
    N_("I would like to say that again, more gently."),
    N_("I can follow you that far."),
    N_("Can we go a little slower?"),
    N_("That part is mine. I am sorry."),
    N_("This is hard for me, and I am staying."),
    N_("What would help you right now?"),
    NULL,
  };
  /* Translators: sentences with which one comes back to a talk after a quarrel, whatever the other one does. */
  static const char *const solo_phrases[] = {
    N_("I would like to say that again, more gently."),
    N_("I was quiet to calm down. I am here now."),
    N_("That part is mine. I am sorry."),
    N_("This is hard for me, and I am staying."),
    N_("I would like to listen first, now or another day."),
    N_("There is tea, and no hurry."),
    NULL,
  };

  return solo ? solo_phrases : phrases;
}

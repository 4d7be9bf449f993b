/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "bridge-cli"

#include "config.h"

#include "bridge-cli-pause.h"

#include <glib/gi18n-lib.h>

#include "bridge-pause-state.h"
#include "bridge-words.h"

/* Else somebody is alone here, and nothing speaks of the other one. */
static gboolean
is_two (BridgeCli *cli)
{
  return bridge_space_get_partner (cli->space) != NULL;
}

static char *
dup_when (BridgeCli *cli, gint64 at)
{
  g_autoptr (GTimeZone) here = bridge_clock_dup_zone (cli->clock);

  return bridge_words_on (bridge_local_from_utc_ms (at, here), bridge_cli_now (cli));
}

static void
print_soothing (BridgeCli *cli)
{
  GListModel *list = bridge_space_get_soothing (cli->space);
  const char *speaker = bridge_person_get_id (bridge_space_get_speaker (cli->space));

  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    {
      g_autoptr (BridgeSoothing) item = g_list_model_get_item (list, i);
      g_autofree char *text = bridge_cli_one_line (bridge_soothing_get_text (item));

      if (g_strcmp0 (bridge_soothing_get_person_id (item), speaker) == 0)
        bridge_cli_print (cli, "  %s\n", text);
    }
}

static void
print_cooling (BridgeCli *cli, BridgePause *pause)
{
  /* In begun minutes: right after the start it is the whole time. */
  gint64 minutes = (bridge_pause_get_return_at (pause) - bridge_clock_now (cli->clock) + BRIDGE_MS_PER_MINUTE - 1)
                   / BRIDGE_MS_PER_MINUTE;
  g_autofree char *when = dup_when (cli, bridge_pause_get_return_at (pause));
  g_autofree char *until = bridge_words_until (MAX (0, minutes) * 60);

  bridge_cli_print (cli,
                    /* Translators: "Paused. Back together today at 20:45, in 20 minutes." */
                    is_two (cli) ? _("Paused. Back together %1$s, %2$s.\n")
                                 /* Translators: "Paused. You come back to it today at 20:45, in 20 minutes." */
                                 : _("Paused. You come back to it %1$s, %2$s.\n"),
                    when, until);
  print_soothing (cli);
}

static void
print_return (BridgeCli *cli, BridgePause *pause)
{
  bridge_cli_print (cli, "%s\n", is_two (cli) ? _("It is time to come back together.") : _("It is time to come back to it."));
  if (is_two (cli) && bridge_space_has_answered_pause (cli->space, BRIDGE_PAUSE_ASK_READY))
    bridge_cli_print (cli, "%s\n", _("Your answer is in. It goes on when both are."));
  else if (bridge_pause_get_extended (pause))
    bridge_cli_print (cli, "%s\n", _("Are you ready? Answer with “footbridge pause ready” or “footbridge pause another-day”."));
  else
    bridge_cli_print (cli, "%s\n", _("Are you ready? Answer with “footbridge pause ready”, “footbridge pause extend” or "
                                     "“footbridge pause another-day”."));
}

static void
print_another_day (BridgeCli *cli, BridgePause *pause)
{
  g_autofree char *when = NULL;

  if (bridge_pause_get_return_at (pause) == 0)
    {
      bridge_cli_print (cli, "%s\n",
                        is_two (cli) ? _("It needs another day. Choose one together, such as “footbridge pause another-day "
                                         "2026-11-24T19:00”.")
                                     : _("It needs another day. Choose one, such as “footbridge pause another-day "
                                         "2026-11-24T19:00”."));
      return;
    }
  when = dup_when (cli, bridge_pause_get_return_at (pause));
  /* Translators: %s is a time, such as "tomorrow at 19:00" or "on Thursday at 19:00". */
  bridge_cli_print (cli, _("You come back to it %s.\n"), when);
}

static void
print_talk (BridgeCli *cli, BridgePause *pause)
{
  BridgePerson *speaks = bridge_space_get_pause_turn (cli->space);
  g_autofree char *name = NULL;
  g_autofree char *topic = bridge_cli_one_line (bridge_pause_get_topic (pause));
  int left = (int) (bridge_pause_state_get_turn_left (pause, bridge_clock_now (cli->clock)) / 1000);

  bridge_cli_print (cli, "%s\n", is_two (cli) ? _("A gentle talk: one topic, two minutes each.")
                                              : _("A gentle way back into the talk: one topic, the smallest that would help."));
  if (*topic)
    bridge_cli_print (cli, _("Topic: %s\n"), topic);
  if (bridge_pause_get_turn (pause) == 0 || speaks == NULL)
    return;

  name = bridge_cli_one_line (bridge_person_get_name (speaks));
  /* Translators: %1$d is a number, %2$s a person's name. */
  bridge_cli_print (cli, _("Turn %1$d: %2$s speaks.\n"), bridge_pause_get_turn (pause), name);
  if (left > 0)
    bridge_cli_print (cli, ngettext ("%d second is left.\n", "%d seconds are left.\n", left), left);
}

static void
print_recovery (BridgeCli *cli, BridgePause *pause)
{
  g_autofree char *until = dup_when (cli, bridge_pause_get_recovery_until (pause));
  g_autofree char *follow_up = dup_when (cli, bridge_pause_get_follow_up_at (pause));

  /* Translators: %s is a time, such as "on Wednesday at 20:30". */
  bridge_cli_print (cli, _("The talk is over. The recovery window ends %s.\n"), until);
  if (bridge_pause_get_follow_up_at (pause) > bridge_clock_now (cli->clock))
    /* Translators: %s is a time, such as "tomorrow at 20:30". */
    bridge_cli_print (cli, _("A short follow-up is planned %s.\n"), follow_up);
  else
    bridge_cli_print (cli, "%s\n", _("It is time for the short follow-up: “footbridge pause follow-up”."));
  if (is_two (cli) && bridge_space_has_answered_pause (cli->space, BRIDGE_PAUSE_ASK_OVER))
    bridge_cli_print (cli, "%s\n", _("For you the recovery window may end. It does when both say so."));
}

/**
 * bridge_cli_print_pause:
 * @pause: (nullable): the present pause
 *
 * Prints how things stand, and what can be done.
 */
void
bridge_cli_print_pause (BridgeCli *cli, BridgePause *pause)
{
  if (pause == NULL)
    {
      bridge_cli_print (cli, "%s\n", _("There is no pause just now."));
      return;
    }

  switch (bridge_pause_get_state (pause))
    {
    case BRIDGE_PAUSE_COOLING:
      print_cooling (cli, pause);
      break;
    case BRIDGE_PAUSE_RETURN:
      print_return (cli, pause);
      break;
    case BRIDGE_PAUSE_ANOTHER_DAY:
      print_another_day (cli, pause);
      break;
    case BRIDGE_PAUSE_RE_ENTRY:
      print_talk (cli, pause);
      break;
    case BRIDGE_PAUSE_RECOVERY:
      print_recovery (cli, pause);
      break;
    case BRIDGE_PAUSE_REVIEW:
      bridge_cli_print (cli, "%s\n", _("The recovery window is over. What helped, what did not, what did it teach? Write it "
                                       "with “footbridge pause review”, or let it be with “footbridge pause close”."));
      break;
    case BRIDGE_PAUSE_CLOSED:
      bridge_cli_print_review (cli, pause);
      break;
    }
}

static void
print_field (BridgeCli *cli, const char *name, const char *text)
{
  g_autofree char *line = bridge_cli_one_line (text);

  if (*line)
    bridge_cli_print (cli, "  %s: %s\n", name, line);
}

/**
 * bridge_cli_print_review:
 * @pause: a pause
 *
 * Prints what it has taught, under its id and its day.
 */
void
bridge_cli_print_review (BridgeCli *cli, BridgePause *pause)
{
  g_autofree char *id = bridge_cli_shorten_id (bridge_space_get_pauses (cli->space), bridge_pause_get_id (pause));
  g_autoptr (GTimeZone) here = bridge_clock_dup_zone (cli->clock);
  g_autofree char *day = bridge_words_date (bridge_local_from_utc_ms (bridge_pause_get_called_at (pause), here),
                                            bridge_cli_now (cli));

  bridge_cli_print (cli, "%s  %s\n", id, day);
  print_field (cli, _("Topic"), bridge_pause_get_topic (pause));
  print_field (cli, _("What helped"), bridge_pause_get_helped (pause));
  print_field (cli, _("What did not help"), bridge_pause_get_hindered (pause));
  print_field (cli, _("The lesson"), bridge_pause_get_lesson (pause));
  print_field (cli, _("The changed plan"), bridge_pause_get_changed_plan (pause));
}

/**
 * bridge_cli_print_follow_ups:
 * @pause: what they are about
 * @follow_ups: (element-type BridgePauseFollowUp): what may be read
 *
 * Prints the words of each.
 */
void
bridge_cli_print_follow_ups (BridgeCli *cli, BridgePause *pause, GPtrArray *follow_ups)
{
  BridgePauseState state = bridge_pause_get_state (pause);
  gboolean to_come = state == BRIDGE_PAUSE_RECOVERY;
  gboolean closed_early = state == BRIDGE_PAUSE_CLOSED &&
                          bridge_clock_now (cli->clock) < bridge_pause_get_recovery_until (pause);

  if (follow_ups->len == 0 && state != BRIDGE_PAUSE_REVIEW && state != BRIDGE_PAUSE_CLOSED && !to_come)
    bridge_cli_print (cli, "%s\n", _("The follow-up comes after the talk, in the recovery window."));
  else if (follow_ups->len == 0 && to_come && is_two (cli))
    bridge_cli_print (cli, "%s\n", _("There is nothing to read here yet. You read what the other wrote once you have both written, "
                                     "or the recovery window is over."));
  else if (follow_ups->len == 0 && closed_early && is_two (cli))
    bridge_cli_print (cli, "%s\n", _("There is nothing to read here yet. If something was written, you read it once the time of the "
                                     "recovery window is over."));
  else if (follow_ups->len == 0)
    bridge_cli_print (cli, "%s\n", to_come ? _("Nothing is written yet. A few words are enough: “footbridge pause follow-up "
                                               "--feelings TEXT”.")
                                           : _("Nothing was written for the follow-up, and that is fine."));
  for (guint i = 0; i < follow_ups->len; i++)
    {
      BridgePauseFollowUp *words = g_ptr_array_index (follow_ups, i);
      const char *name = bridge_cli_name_of (cli, bridge_pause_follow_up_get_person_id (words));
      g_autofree char *line = bridge_cli_one_line (name ? name : "");

      bridge_cli_print (cli, "%s\n", line);
      print_field (cli, _("How it feels"), bridge_pause_follow_up_get_feelings (words));
      print_field (cli, _("What is needed"), bridge_pause_follow_up_get_needs (words));
      print_field (cli, _("The next step"), bridge_pause_follow_up_get_next_step (words));
    }
}

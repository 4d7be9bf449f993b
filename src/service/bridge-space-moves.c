/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "bridge-space"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "bridge-invitation-effects.h"
#include "bridge-space-private.h"

/* One moment at another time, or not at all. Less is anybody's alone; another time is for both whom it concerns. */

/**
 * bridge_space_check_move:
 * @self: a space
 * @found: a moment that has its ritual
 * @to: local, in the ritual's own frame
 * @error: where to say what went wrong
 *
 * Says whether a moment can be at another time.
 *
 * Returns: %FALSE with %BRIDGE_ERROR_STATE (answered) or %BRIDGE_ERROR_INVALID_DATE (behind us)
 */
gboolean
bridge_space_check_move (BridgeSpace       *self,
                         BridgeOccurrence  *found,
                         BridgeLocal        to,
                         GError           **error)
{
  g_autoptr (GTimeZone) here = bridge_clock_dup_zone (bridge_space_get_clock (self));
  BridgeSchedule *schedule = bridge_ritual_get_schedule (bridge_occurrence_get_ritual (found));

  if (!bridge_space_bring_back_needs_yes (self, found) && !bridge_occurrence_check_waiting (found, error))
    return FALSE;
  if (to >= 0 && to < BRIDGE_LOCAL_FAR && bridge_schedule_localise (schedule, to, here) > bridge_space_now (self))
    return TRUE;

  g_set_error_literal (error, BRIDGE_ERROR, BRIDGE_ERROR_INVALID_DATE, _("Choose a time that is still to come."));
  return FALSE;
}

/**
 * bridge_space_add_move:
 * @self: a space
 * @command: what to add to
 * @found: a moment that has its ritual
 * @to: local, in the ritual's own frame
 * @error: where to say what went wrong
 *
 * Adds to a command that a moment is at another time, of which it is reminded anew.
 *
 * Returns: %FALSE with the errors of bridge_space_check_move() or an error of the database
 */
gboolean
bridge_space_add_move (BridgeSpace       *self,
                       BridgeCommand     *command,
                       BridgeOccurrence  *found,
                       BridgeLocal        to,
                       GError           **error)
{
  g_autoptr (BridgeOccurrence) before = NULL;
  g_autoptr (BridgeOccurrence) after = NULL;
  g_autoptr (GPtrArray) reminders = NULL;

  if (!bridge_space_check_move (self, found, to, error))
    return FALSE;

  bridge_occurrence_dup_rows (found, &before, &after);
  g_object_set (after,
                "moved-to", to == bridge_occurrence_get_start (found) ? BRIDGE_LOCAL_NONE : to,
                "left-out", FALSE,
                "outcome", BRIDGE_OUTCOME_NONE,
                "answered-at", (gint64) 0,
                NULL);
  bridge_command_add (command, before, after);

  reminders = bridge_store_load_reminders_of (bridge_space_get_database (self), bridge_occurrence_get_ritual_id (found),
                                              bridge_occurrence_get_start (found), error);
  if (reminders == NULL)
    return FALSE;
  for (guint i = 0; i < reminders->len; i++)
    bridge_command_add (command, g_ptr_array_index (reminders, i), NULL);
  return TRUE;
}

/**
 * bridge_space_move_needs_yes:
 * @self: a space
 * @ritual: a ritual
 *
 * Returns: whether another time of one of its moments concerns the listener, too, and so is proposed
 */
gboolean
bridge_space_move_needs_yes (BridgeSpace  *self,
                             BridgeRitual *ritual)
{
  g_return_val_if_fail (BRIDGE_IS_SPACE (self), FALSE);
  g_return_val_if_fail (BRIDGE_IS_RITUAL (ritual), FALSE);

  return bridge_space_get_listener (self) != NULL && bridge_ritual_get_who (ritual) == NULL;
}

/**
 * bridge_space_bring_back_needs_yes:
 * @self: a space
 * @occurrence: a moment that has its ritual
 *
 * Returns: whether it was left out, or let be with "not today", perhaps by the listener, and is still to come for both, so that
 *   planning it again is proposed
 */
gboolean
bridge_space_bring_back_needs_yes (BridgeSpace      *self,
                                   BridgeOccurrence *occurrence)
{
  g_return_val_if_fail (BRIDGE_IS_SPACE (self), FALSE);
  g_return_val_if_fail (BRIDGE_IS_OCCURRENCE (occurrence), FALSE);

  return (bridge_occurrence_get_left_out (occurrence) ||
          bridge_occurrence_get_outcome (occurrence) == BRIDGE_OUTCOME_NOT_TODAY) &&
         bridge_occurrence_get_at (occurrence) > bridge_space_now (self) &&
         bridge_space_move_needs_yes (self, bridge_occurrence_get_ritual (occurrence));
}

/**
 * bridge_space_check_bring_back:
 * @self: a space
 * @occurrence: a moment that has its ritual
 * @noticed: a notification asks, where nobody says who they are, so that no name is given
 * @error: where to say that it is not the speaker's alone
 *
 * Refuses to plan again, without asking, what the other one may have left out or let be.
 *
 * Returns: %FALSE with %BRIDGE_ERROR_STATE
 */
gboolean
bridge_space_check_bring_back (BridgeSpace       *self,
                               BridgeOccurrence  *occurrence,
                               gboolean           noticed,
                               GError           **error)
{
  if (!bridge_space_bring_back_needs_yes (self, occurrence))
    return TRUE;
  if (noticed)
    {
      g_set_error_literal (error, BRIDGE_ERROR, BRIDGE_ERROR_STATE,
                           _("Planning it again concerns both of you, so it was left as it is. One of you could propose it."));
      return FALSE;
    }

  g_set_error (error, BRIDGE_ERROR, BRIDGE_ERROR_STATE,
               /* Translators: %s is a name */
               _("Planning it again concerns %s, too, so it was left as it is. You could propose it."),
               bridge_person_get_name (bridge_space_get_listener (self)));
  return FALSE;
}

/**
 * bridge_space_take_back:
 * @self: a space
 * @name: an occurrence
 * @error: where to say what went wrong
 *
 * Takes back what was said of a moment, or plans one again that was left out: by asking, where
 * bridge_space_bring_back_needs_yes().
 *
 * Returns: %FALSE with the errors of bridge_space_answer() or bridge_space_propose_move()
 */
gboolean
bridge_space_take_back (BridgeSpace  *self,
                        const char   *name,
                        GError      **error)
{
  g_autoptr (BridgeOccurrence) found = NULL;
  g_autoptr (BridgeInvitation) invitation = NULL;

  g_return_val_if_fail (BRIDGE_IS_SPACE (self), FALSE);
  g_return_val_if_fail (name != NULL, FALSE);

  found = bridge_space_find_occurrence (self, name, error);
  if (found == NULL)
    return FALSE;
  if (!bridge_space_bring_back_needs_yes (self, found))
    return bridge_space_answer (self, name, BRIDGE_OUTCOME_NONE, error);
  invitation = bridge_space_propose_move (self, name, bridge_occurrence_get_planned (found), NULL, error);
  return invitation != NULL;
}

/**
 * bridge_space_move:
 * @self: a space
 * @name: an occurrence
 * @to: local, in the ritual's own frame
 * @error: where to say what went wrong
 *
 * Moves one moment to another time; back to its original start is possible. It will be reminded of anew. Where both are in
 * it that is not one's to decide: bridge_space_propose_move() asks.
 *
 * Returns: %FALSE with the errors of bridge_space_find_occurrence(), %BRIDGE_ERROR_STATE (answered; needs a yes; the other one's
 *   own), %BRIDGE_ERROR_INVALID_DATE (behind us) or an error of the database
 */
gboolean
bridge_space_move (BridgeSpace  *self,
                   const char   *name,
                   BridgeLocal   to,
                   GError      **error)
{
  g_autoptr (BridgeOccurrence) found = NULL;
  g_autoptr (BridgeCommand) command = NULL;
  BridgeRitual *ritual;

  g_return_val_if_fail (BRIDGE_IS_SPACE (self), FALSE);

  found = bridge_space_find_occurrence (self, name, error);
  if (found == NULL)
    return FALSE;
  ritual = bridge_occurrence_get_ritual (found);
  if (!bridge_space_check_own (self, ritual, error) || !bridge_occurrence_check_waiting (found, error))
    return FALSE;
  if (to == bridge_occurrence_get_planned (found) && !bridge_occurrence_get_left_out (found))
    return TRUE;
  if (to != bridge_occurrence_get_planned (found) && bridge_space_move_needs_yes (self, ritual))
    {
      g_set_error (error, BRIDGE_ERROR, BRIDGE_ERROR_STATE,
                   /* Translators: %s is a name */
                   _("Another time concerns %s, too, so it was left as it is. You could propose it."),
                   bridge_person_get_name (bridge_space_get_listener (self)));
      return FALSE;
    }
  if (!bridge_space_check_bring_back (self, found, FALSE, error))
    return FALSE;

  command = bridge_command_new (_("Moved to another time"));
  return bridge_space_add_move (self, command, found, to, error) &&
         bridge_space_run (self, g_steal_pointer (&command), error);
}

/**
 * bridge_space_propose_move:
 * @self: a space
 * @name: an occurrence
 * @to: local, in the ritual's own frame
 * @words: (nullable): the speaker's own words
 * @error: where to say what went wrong
 *
 * Proposes another time for one moment, or that one which was left out is planned again. Until there is a yes it stays as it is.
 *
 * Returns: (transfer full) (nullable): the invitation as it is stored, or %NULL with the errors of
 *   bridge_space_find_occurrence(), bridge_space_check_move() and bridge_space_propose()
 */
BridgeInvitation *
bridge_space_propose_move (BridgeSpace  *self,
                           const char   *name,
                           BridgeLocal   to,
                           const char   *words,
                           GError      **error)
{
  g_autoptr (BridgeOccurrence) found = NULL;
  g_autoptr (GTimeZone) here = NULL;
  g_autofree char *change = NULL;
  BridgeRitual *ritual;
  gint64 at;

  g_return_val_if_fail (BRIDGE_IS_SPACE (self), NULL);

  found = bridge_space_find_occurrence (self, name, error);
  if (found == NULL)
    return NULL;
  ritual = bridge_occurrence_get_ritual (found);
  if (!bridge_space_check_own (self, ritual, error) || !bridge_space_check_move (self, found, to, error))
    return NULL;

  /* An invitation is for a time here. */
  here = bridge_clock_dup_zone (bridge_space_get_clock (self));
  at = bridge_schedule_localise (bridge_ritual_get_schedule (ritual), to, here);
  change = bridge_invitation_write_move (bridge_occurrence_get_start (found));
  return bridge_space_propose (self, BRIDGE_INVITATION_MOMENT, bridge_ritual_get_id (ritual), change, words,
                               bridge_local_from_utc_ms (at, here), error);
}

/**
 * bridge_space_leave_out:
 * @self: a space
 * @name: an occurrence
 * @error: where to say what went wrong
 *
 * Leaves one moment out, as if it had never been planned.
 *
 * Returns: %FALSE with the errors of bridge_space_find_occurrence(), %BRIDGE_ERROR_STATE (answered, or the other one's own) or an
 *   error of the database
 */
gboolean
bridge_space_leave_out (BridgeSpace  *self,
                        const char   *name,
                        GError      **error)
{
  g_autoptr (BridgeOccurrence) found = NULL;
  g_autoptr (BridgeOccurrence) before = NULL;
  g_autoptr (BridgeOccurrence) after = NULL;
  g_autoptr (BridgeCommand) command = NULL;

  g_return_val_if_fail (BRIDGE_IS_SPACE (self), FALSE);

  found = bridge_space_find_occurrence (self, name, error);
  if (found == NULL || !bridge_space_check_own (self, bridge_occurrence_get_ritual (found), error) ||
      !bridge_occurrence_check_waiting (found, error))
    return FALSE;
  if (bridge_occurrence_get_left_out (found))
    return TRUE;

  bridge_occurrence_dup_rows (found, &before, &after);
  g_object_set (after, "left-out", TRUE, NULL);
  command = bridge_command_new (_("Left out this once"));
  bridge_command_add (command, before, after);
  bridge_space_close_move (self, command, bridge_occurrence_get_ritual_id (found), bridge_occurrence_get_start (found));
  if (!bridge_space_close_reminders (self, command, bridge_occurrence_get_ritual_id (found),
                                     bridge_occurrence_get_start (found), BRIDGE_REMINDER_EVENT_WITHDRAW, "left-out", error))
    return FALSE;
  return bridge_space_run (self, g_steal_pointer (&command), error);
}

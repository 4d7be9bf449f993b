/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "bridge-space"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "bridge-check-in.h"
#include "bridge-duty-swap.h"
#include "bridge-milestone.h"
#include "bridge-review-words.h"
#include "bridge-space-private.h"

static void
notify_undo (BridgeSpace *self)
{
  g_object_notify (G_OBJECT (self), "undo-label");
  g_object_notify (G_OBJECT (self), "can-redo");
}

/**
 * bridge_space_require_set_up:
 * @self: a space
 * @error: where to say that it is not
 *
 * Returns: %FALSE with %BRIDGE_ERROR_NOT_SET_UP while nobody has a name
 */
gboolean
bridge_space_require_set_up (BridgeSpace  *self,
                             GError      **error)
{
  if (bridge_space_get_me (self) != NULL)
    return TRUE;

  g_set_error_literal (error, BRIDGE_ERROR, BRIDGE_ERROR_NOT_SET_UP, _("Nobody has a name here yet. Say who you are first."));
  return FALSE;
}

/**
 * bridge_space_run:
 * @self: a space
 * @command: (transfer full): what to write
 * @error: where to say what went wrong
 *
 * Writes a command, remembers it for Undo and tells everybody. One without rows does nothing.
 *
 * Returns: %FALSE with %BRIDGE_ERROR_CONFLICT or an error of the database; then all is as before
 */
gboolean
bridge_space_run (BridgeSpace    *self,
                  BridgeCommand  *command,
                  GError        **error)
{
  BridgeKinds kinds = bridge_command_get_kinds (command);

  if (bridge_command_is_empty (command))
    {
      bridge_command_free (command);
      return TRUE;
    }
  if (!bridge_command_apply (command, bridge_space_get_database (self), TRUE, bridge_space_now (self), error))
    {
      bridge_command_free (command);
      return FALSE;
    }

  bridge_undo_done (bridge_space_get_undo_stack (self), command);
  bridge_space_committed (self, kinds);
  notify_undo (self);
  return TRUE;
}

/**
 * bridge_space_run_change:
 * @self: a space
 * @label: what Undo would take back, as a toast says it
 * @before: (nullable): the row as it is; %NULL: it is not there
 * @after: (nullable): the row as it shall be; %NULL: it shall not be there
 * @error: where to say what went wrong
 *
 * Writes a command of one row, as bridge_space_run() does.
 *
 * Returns: %FALSE with %BRIDGE_ERROR_CONFLICT or an error of the database; then all is as before
 */
gboolean
bridge_space_run_change (BridgeSpace  *self,
                         const char   *label,
                         gpointer      before,
                         gpointer      after,
                         GError      **error)
{
  g_autoptr (BridgeCommand) command = bridge_command_new (label);

  bridge_command_add (command, before, after);
  return bridge_space_run (self, g_steal_pointer (&command), error);
}

/**
 * bridge_space_run_for_good:
 * @self: a space
 * @command: (transfer full): what to write
 * @error: where to say what went wrong
 *
 * Writes a command and tells everybody, but leaves Undo as it was: for what concerns two people, and for what time does.
 *
 * Returns: %FALSE with %BRIDGE_ERROR_CONFLICT or an error of the database; then all is as before
 */
gboolean
bridge_space_run_for_good (BridgeSpace    *self,
                           BridgeCommand  *command,
                           GError        **error)
{
  g_autoptr (BridgeCommand) owned = command;

  if (!bridge_command_apply (command, bridge_space_get_database (self), TRUE, bridge_space_now (self), error))
    return FALSE;
  bridge_space_committed (self, bridge_command_get_kinds (command));
  return TRUE;
}

/* What the other one may count on once they have been here. Words about a pause are only added by each, so those are not. */
static gboolean
is_of_both (gpointer row,
            gpointer data)
{
  BridgeSpace *self = data;
  BridgeRitual *ritual;

  /* It may have been one's own then, and be of both by now. */
  if (BRIDGE_IS_RITUAL (row))
    {
      ritual = bridge_space_peek_ritual (self, bridge_ritual_get_id (row));
      return bridge_ritual_get_who (row) == NULL || (ritual != NULL && bridge_ritual_get_who (ritual) == NULL);
    }
  if (BRIDGE_IS_PROMISE (row))
    return bridge_promise_get_who (row) == NULL;
  if (BRIDGE_IS_BOUNDARY (row))
    return bridge_boundary_get_holder (row) == NULL;
  if (BRIDGE_IS_MILESTONE (row))
    return bridge_milestone_get_who (row) == NULL;
  if (BRIDGE_IS_OCCURRENCE (row))
    {
      ritual = bridge_space_peek_ritual (self, bridge_occurrence_get_ritual_id (row));
      return ritual == NULL || bridge_ritual_get_who (ritual) == NULL;
    }
  if (BRIDGE_IS_REVIEW_WORDS (row) || BRIDGE_IS_DUTY_SWAP (row))
    return TRUE;
  if (BRIDGE_IS_ABSENCE (row))
    return bridge_absence_get_who (row) == NULL;
  return BRIDGE_IS_INVITATION (row) || BRIDGE_IS_CHECK_IN (row);
}

/**
 * bridge_space_forget_undo_of_both:
 * @self: a space in which somebody else is about to speak
 *
 * Has what the speaker did with what is of both stay as it is: Undo would change it behind the back of the other one, who finds
 * it so.
 */
void
bridge_space_forget_undo_of_both (BridgeSpace *self)
{
  bridge_undo_forget (bridge_space_get_undo_stack (self), is_of_both, self);
}

/**
 * bridge_space_forget_undo:
 * @self: a space
 * @concerns: (scope call): whether a row is one of those
 * @data: for @concerns
 *
 * Has what was done with those rows stay as it is: it is over.
 */
void
bridge_space_forget_undo (BridgeSpace   *self,
                          BridgeRowFunc  concerns,
                          gpointer       data)
{
  BridgeUndo *undo = bridge_space_get_undo_stack (self);
  BridgeCommand *done = bridge_undo_peek (undo, FALSE);
  BridgeCommand *undone = bridge_undo_peek (undo, TRUE);

  bridge_undo_forget (undo, concerns, data);
  if (bridge_undo_peek (undo, FALSE) != done || bridge_undo_peek (undo, TRUE) != undone)
    notify_undo (self);
}

static gboolean
step (BridgeSpace  *self,
      gboolean      redo,
      GError      **error)
{
  BridgeUndo *undo = bridge_space_get_undo_stack (self);
  BridgeCommand *command = bridge_undo_peek (undo, redo);
  g_autoptr (GError) local_error = NULL;
  BridgeKinds kinds;

  if (command == NULL)
    {
      g_set_error_literal (error, BRIDGE_ERROR, BRIDGE_ERROR_STATE,
                           redo ? _("There is nothing to do again.") : _("There is nothing to take back."));
      return FALSE;
    }

  kinds = bridge_command_get_kinds (command);
  if (!bridge_command_apply (command, bridge_space_get_database (self), redo, bridge_space_now (self), &local_error))
    {
      if (g_error_matches (local_error, BRIDGE_ERROR, BRIDGE_ERROR_CONFLICT))
        {
          bridge_undo_drop (undo, redo);
          notify_undo (self);
        }
      g_propagate_error (error, g_steal_pointer (&local_error));
      return FALSE;
    }

  bridge_undo_pass_over (undo, redo);
  bridge_space_committed (self, kinds);
  notify_undo (self);
  return TRUE;
}

/**
 * bridge_space_get_undo_label:
 * @self: a space
 *
 * Returns: (nullable): what Undo would take back, as a toast says it
 */
const char *
bridge_space_get_undo_label (BridgeSpace *self)
{
  BridgeCommand *command;

  g_return_val_if_fail (BRIDGE_IS_SPACE (self), NULL);

  command = bridge_undo_peek (bridge_space_get_undo_stack (self), FALSE);
  return command != NULL ? bridge_command_get_label (command) : NULL;
}

/**
 * bridge_space_can_redo:
 * @self: a space
 *
 * Returns: whether something that was taken back can be done again
 */
gboolean
bridge_space_can_redo (BridgeSpace *self)
{
  g_return_val_if_fail (BRIDGE_IS_SPACE (self), FALSE);

  return bridge_undo_peek (bridge_space_get_undo_stack (self), TRUE) != NULL;
}

/**
 * bridge_space_undo:
 * @self: a space
 * @error: where to say what went wrong
 *
 * Takes back the last command of this process. After a conflict it is forgotten.
 *
 * Returns: %FALSE with %BRIDGE_ERROR_STATE (nothing to take back), %BRIDGE_ERROR_CONFLICT or an error of the database
 */
gboolean
bridge_space_undo (BridgeSpace  *self,
                   GError      **error)
{
  g_return_val_if_fail (BRIDGE_IS_SPACE (self), FALSE);

  return step (self, FALSE, error);
}

/**
 * bridge_space_redo:
 * @self: a space
 * @error: where to say what went wrong
 *
 * Does again what was taken back last.
 *
 * Returns: %FALSE with %BRIDGE_ERROR_STATE (nothing to do again), %BRIDGE_ERROR_CONFLICT or an error of the database
 */
gboolean
bridge_space_redo (BridgeSpace  *self,
                   GError      **error)
{
  g_return_val_if_fail (BRIDGE_IS_SPACE (self), FALSE);

  return step (self, TRUE, error);
}

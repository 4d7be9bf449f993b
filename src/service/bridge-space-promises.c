/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "bridge-space"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "bridge-ids.h"
#include "bridge-one-offs.h"
#include "bridge-snooze.h"
#include "bridge-space-private.h"
#include "bridge-words.h"

/* What one promises is theirs to answer for. What both promise either may keep or put down; more of it takes both, and is
 * proposed: bridge-space-promise-proposals.c. */

/* A reminder that stands, or was put off, is no older. */
#define SNOOZE_ROWS_BACK_MS (30 * 24 * 60 * BRIDGE_MS_PER_MINUTE)

static BridgeLocal
get_local_now (BridgeSpace *self)
{
  return bridge_clock_local_now (bridge_space_get_clock (self));
}

/**
 * bridge_space_is_own_promise:
 * @self: a space
 * @promise: a promise
 *
 * Returns: whether it is for whoever is speaking to say something about it: it is theirs, or of both
 */
gboolean
bridge_space_is_own_promise (BridgeSpace   *self,
                             BridgePromise *promise)
{
  BridgePerson *speaker;

  g_return_val_if_fail (BRIDGE_IS_SPACE (self), FALSE);
  g_return_val_if_fail (BRIDGE_IS_PROMISE (promise), FALSE);

  speaker = bridge_space_get_speaker (self);
  return bridge_promise_get_who (promise) == NULL ||
         (speaker != NULL && g_str_equal (bridge_promise_get_who (promise), bridge_person_get_id (speaker)));
}

/**
 * bridge_space_shows_promise:
 * @self: a space
 * @promise: a promise
 *
 * What the other one promises alone is news while it is ahead, and when it was kept. Where its date went by without a word,
 * or it was let go, it is nothing that anybody but its holder is to look at: it would only be held up to them.
 *
 * Returns: whether @promise is shown to whoever is speaking
 */
gboolean
bridge_space_shows_promise (BridgeSpace   *self,
                            BridgePromise *promise)
{
  BridgeLocal now;

  if (bridge_space_is_own_promise (self, promise))
    return TRUE;

  now = get_local_now (self);
  switch (bridge_promise_get_state (promise))
    {
    case BRIDGE_PROMISE_OPEN:
      return bridge_promise_get_due (promise) >= (bridge_promise_get_timed (promise) ? now : bridge_local_day_start (now));
    case BRIDGE_PROMISE_KEPT:
      return TRUE;
    case BRIDGE_PROMISE_LET_GO:
    default:
      return FALSE;
    }
}

/**
 * bridge_space_require_own_promise:
 * @self: a space
 * @promise: a promise
 * @error: where to say that it is not for whoever is speaking
 *
 * Returns: %FALSE with %BRIDGE_ERROR_STATE, or %BRIDGE_ERROR_INVALID_VALUE where its holder is not here
 */
gboolean
bridge_space_require_own_promise (BridgeSpace    *self,
                                  BridgePromise  *promise,
                                  GError        **error)
{
  BridgePerson *holder;

  if (bridge_space_is_own_promise (self, promise))
    return TRUE;

  holder = bridge_space_find_person (self, bridge_promise_get_who (promise));
  if (holder == NULL)
    g_set_error_literal (error, BRIDGE_ERROR, BRIDGE_ERROR_INVALID_VALUE, _("That person is not here."));
  else
    g_set_error (error, BRIDGE_ERROR, BRIDGE_ERROR_STATE,
                 /* Translators: %s is a name */
                 _("What %s promises is theirs to answer for. Nothing was changed."), bridge_person_get_name (holder));
  return FALSE;
}

/**
 * bridge_space_promise_needs_yes:
 * @self: a space
 * @before: (nullable): a promise as it is; %NULL: a new one
 * @after: as it would be
 *
 * Returns: whether @after asks something of the listener, too, and is to be proposed; never in solo
 */
gboolean
bridge_space_promise_needs_yes (BridgeSpace   *self,
                                BridgePromise *before,
                                BridgePromise *after)
{
  g_return_val_if_fail (BRIDGE_IS_SPACE (self), FALSE);

  return bridge_space_get_listener (self) != NULL && bridge_promise_asks_more (before, after);
}

/* What is for both is nobody's to decide alone. */
static gboolean
require_decision (BridgeSpace    *self,
                  BridgePromise  *before,
                  BridgePromise  *after,
                  GError        **error)
{
  if (!bridge_space_promise_needs_yes (self, before, after))
    return TRUE;

  g_set_error (error, BRIDGE_ERROR, BRIDGE_ERROR_STATE,
               /* Translators: %s is a name */
               _("A promise of both asks something of %s, too, so nothing was changed. You could propose it."),
               bridge_person_get_name (bridge_space_get_listener (self)));
  return FALSE;
}

/* Writes what became of a promise, in a command in which nothing that was proposed about it waits any more. */
static gboolean
run_change (BridgeSpace    *self,
            const char     *label,
            BridgePromise  *before,
            BridgePromise  *after,
            GError        **error)
{
  g_autoptr (BridgeCommand) command = bridge_command_new (label);

  bridge_command_add (command, before, after);
  bridge_space_close_invitations (self, command, BRIDGE_INVITATION_PROMISE, bridge_promise_get_id (before));
  return bridge_space_run (self, g_steal_pointer (&command), error);
}

/**
 * bridge_space_take_over_promise:
 * @self: a space
 * @given: what a person entered
 * @before: (nullable): the promise as it is; %NULL: a new one
 * @error: where to say what is wrong
 *
 * Makes what was entered clean, and checks it. Reminders that were due before now do not come for what is new.
 *
 * Returns: (transfer full) (nullable): the promise as it would be stored, or %NULL with %BRIDGE_ERROR_INVALID_VALUE or
 *   %BRIDGE_ERROR_INVALID_DATE
 */
BridgePromise *
bridge_space_take_over_promise (BridgeSpace    *self,
                                BridgePromise  *given,
                                BridgePromise  *before,
                                GError        **error)
{
  g_autoptr (BridgePromise) promise = bridge_promise_copy (given);
  g_autofree char *text = bridge_text_clean (bridge_promise_get_text (given), FALSE);
  g_autofree char *remind = NULL;
  gboolean same_date = before != NULL && bridge_promise_get_due (before) == bridge_promise_get_due (given) &&
                       bridge_promise_get_timed (before) == bridge_promise_get_timed (given);
  gboolean reminds_anew;

  bridge_row_take_identity (promise, before);
  if (!bridge_remind_parse (bridge_promise_get_remind (given), &remind, error))
    return NULL;
  reminds_anew = !same_date || g_strcmp0 (remind, bridge_promise_get_remind (before)) != 0;
  g_object_set (promise,
                "text", text != NULL ? text : "",
                "remind", remind,
                "state", before != NULL ? bridge_promise_get_state (before) : BRIDGE_PROMISE_OPEN,
                "earlier", before != NULL ? bridge_promise_get_earlier (before) : "",
                "reminding-since", reminds_anew ? bridge_space_now (self) : bridge_promise_get_reminding_since (before),
                NULL);
  if (!bridge_promise_validate (promise, error) ||
      (!same_date && !bridge_promise_check_due (bridge_promise_get_due (promise), get_local_now (self), error)))
    return NULL;
  return g_steal_pointer (&promise);
}

/**
 * bridge_space_find_promise:
 * @self: a space
 * @id_or_prefix: an id, or how one begins
 * @error: where to say what went wrong
 *
 * Returns: (transfer full) (nullable): a copy, or %NULL with %BRIDGE_ERROR_NOT_FOUND or %BRIDGE_ERROR_AMBIGUOUS
 */
BridgePromise *
bridge_space_find_promise (BridgeSpace  *self,
                           const char   *id_or_prefix,
                           GError      **error)
{
  g_autoptr (BridgePromise) found = NULL;

  g_return_val_if_fail (BRIDGE_IS_SPACE (self), NULL);
  g_return_val_if_fail (id_or_prefix != NULL, NULL);

  found = bridge_list_require (bridge_space_get_promises (self), (BridgeKeyFunc) bridge_promise_get_id, id_or_prefix, error);
  return found != NULL ? bridge_promise_copy (found) : NULL;
}

/**
 * bridge_space_add_promise:
 * @self: a space
 * @promise: its values; the id, the state and the stamps are given here
 * @error: where to say what went wrong
 *
 * Notes a promise of whoever is speaking. One of both is bridge_space_propose_promise(), but in solo.
 *
 * Returns: (transfer full) (nullable): as it is stored, or %NULL with %BRIDGE_ERROR_NOT_SET_UP, %BRIDGE_ERROR_INVALID_VALUE,
 *   %BRIDGE_ERROR_INVALID_DATE, %BRIDGE_ERROR_STATE (it is the other's to give, or of both) or an error of the database
 */
BridgePromise *
bridge_space_add_promise (BridgeSpace    *self,
                          BridgePromise  *promise,
                          GError        **error)
{
  g_autoptr (BridgePromise) after = NULL;

  g_return_val_if_fail (BRIDGE_IS_SPACE (self), NULL);
  g_return_val_if_fail (BRIDGE_IS_PROMISE (promise), NULL);

  if (!bridge_space_require_set_up (self, error) || !bridge_space_require_own_promise (self, promise, error))
    return NULL;
  after = bridge_space_take_over_promise (self, promise, NULL, error);
  if (after == NULL || !require_decision (self, NULL, after, error) ||
      !bridge_space_run_change (self, _("Promise added"), NULL, after, error))
    return NULL;
  return bridge_space_find_promise (self, bridge_promise_get_id (after), error);
}

/**
 * bridge_space_update_promise:
 * @self: a space
 * @edited: a copy with other values; the id says which
 * @error: where to say what went wrong
 *
 * Changes the words, the date, whose it is, or the reminders. Another date set here puts one right that was written down
 * wrongly; a new agreement is bridge_space_re_agree_promise().
 *
 * Returns: %FALSE with %BRIDGE_ERROR_NOT_FOUND, %BRIDGE_ERROR_INVALID_VALUE, %BRIDGE_ERROR_INVALID_DATE, %BRIDGE_ERROR_STATE
 *   or an error of the database
 */
gboolean
bridge_space_update_promise (BridgeSpace    *self,
                             BridgePromise  *edited,
                             GError        **error)
{
  g_autoptr (BridgePromise) before = NULL;
  g_autoptr (BridgePromise) after = NULL;

  g_return_val_if_fail (BRIDGE_IS_SPACE (self), FALSE);
  g_return_val_if_fail (BRIDGE_IS_PROMISE (edited), FALSE);

  before = bridge_space_find_promise (self, bridge_promise_get_id (edited) != NULL ? bridge_promise_get_id (edited) : "", error);
  if (before == NULL || !bridge_space_require_own_promise (self, before, error)
      || !bridge_space_require_own_promise (self, edited, error))
    return FALSE;
  after = bridge_space_take_over_promise (self, edited, before, error);
  return after != NULL && require_decision (self, before, after, error) &&
         run_change (self, _("Promise changed"), before, after, error);
}

/**
 * bridge_space_change_promise:
 * @self: a space
 * @id: of a promise
 * @event: keep, let go or bring back
 * @error: where to say what went wrong
 *
 * Says what became of a promise: its holder's to say, and either's where it is of both. That one of both goes on is
 * bridge_space_propose_promise(), as the other one may have put it down.
 *
 * Returns: %FALSE with %BRIDGE_ERROR_NOT_FOUND, %BRIDGE_ERROR_STATE or an error of the database
 */
gboolean
bridge_space_change_promise (BridgeSpace         *self,
                             const char          *id,
                             BridgePromiseEvent   event,
                             GError             **error)
{
  static const char *const labels[] = {
    [BRIDGE_PROMISE_KEEP] = N_("Promise kept"),
    [BRIDGE_PROMISE_RELEASE] = N_("Promise let go"),
    [BRIDGE_PROMISE_BRING_BACK] = N_("Promise is open again"),
  };
  g_autoptr (BridgePromise) before = NULL;
  g_autoptr (BridgePromise) after = NULL;
  BridgePromiseState next;

  g_return_val_if_fail (BRIDGE_IS_SPACE (self), FALSE);
  g_return_val_if_fail (id != NULL, FALSE);
  g_return_val_if_fail (event != BRIDGE_PROMISE_RE_AGREE, FALSE);

  before = bridge_space_find_promise (self, id, error);
  if (before == NULL || !bridge_space_require_own_promise (self, before, error) ||
      !bridge_promise_transition (bridge_promise_get_state (before), event, &next, error))
    return FALSE;

  after = bridge_promise_copy (before);
  g_object_set (after, "state", next, NULL);
  if (event == BRIDGE_PROMISE_BRING_BACK)
    g_object_set (after, "reminding-since", bridge_space_now (self), NULL);
  return require_decision (self, before, after, error) && run_change (self, _(labels[event]), before, after, error);
}

/**
 * bridge_space_re_agree_promise:
 * @self: a space
 * @id: of an open promise
 * @due: another date, local; midnight unless @timed
 * @timed: it has a time, not only a date
 * @error: where to say what went wrong
 *
 * Gives a promise another date; one of both is bridge_space_propose_promise().
 *
 * Returns: %FALSE with %BRIDGE_ERROR_NOT_FOUND, %BRIDGE_ERROR_STATE, %BRIDGE_ERROR_INVALID_DATE or an error
 *   of the database
 */
gboolean
bridge_space_re_agree_promise (BridgeSpace  *self,
                               const char   *id,
                               BridgeLocal   due,
                               gboolean      timed,
                               GError      **error)
{
  g_autoptr (BridgePromise) before = NULL;
  g_autoptr (BridgePromise) after = NULL;

  g_return_val_if_fail (BRIDGE_IS_SPACE (self), FALSE);
  g_return_val_if_fail (id != NULL, FALSE);

  before = bridge_space_find_promise (self, id, error);
  if (before == NULL || !bridge_space_require_own_promise (self, before, error))
    return FALSE;
  after = bridge_promise_copy (before);
  return bridge_promise_re_agree (after, due, timed, get_local_now (self), bridge_space_now (self), error) &&
         bridge_promise_validate (after, error) && require_decision (self, before, after, error) &&
         run_change (self, _("Promise re-agreed"), before, after, error);
}

/**
 * bridge_space_may_remove_promise:
 * @self: a space
 * @promise: a promise
 *
 * Returns: whether the speaker can remove it: what two have promised stays on record
 */
gboolean
bridge_space_may_remove_promise (BridgeSpace   *self,
                                 BridgePromise *promise)
{
  g_return_val_if_fail (BRIDGE_IS_SPACE (self), FALSE);
  g_return_val_if_fail (BRIDGE_IS_PROMISE (promise), FALSE);

  return bridge_space_is_own_promise (self, promise) &&
         (bridge_space_get_listener (self) == NULL || bridge_promise_get_who (promise) != NULL);
}

static gboolean
require_removable (BridgeSpace    *self,
                   BridgePromise  *promise,
                   GError        **error)
{
  if (!bridge_space_require_own_promise (self, promise, error))
    return FALSE;
  if (bridge_space_may_remove_promise (self, promise))
    return TRUE;

  g_set_error_literal (error, BRIDGE_ERROR, BRIDGE_ERROR_STATE,
                       bridge_promise_get_state (promise) == BRIDGE_PROMISE_OPEN
                         ? _("You both promised this, so it stays on record. You could let it go instead.")
                         : _("You both promised this, so it stays on record."));
  return FALSE;
}

/**
 * bridge_space_remove_promise:
 * @self: a space
 * @id: of a promise
 * @error: where to say what went wrong
 *
 * Removes a promise, as if it had never been noted; Undo brings it back. One of both is not one's to remove, but in solo.
 *
 * Returns: %FALSE with %BRIDGE_ERROR_NOT_FOUND, %BRIDGE_ERROR_STATE or an error of the database
 */
gboolean
bridge_space_remove_promise (BridgeSpace  *self,
                             const char   *id,
                             GError      **error)
{
  g_autoptr (BridgePromise) before = NULL;

  g_return_val_if_fail (BRIDGE_IS_SPACE (self), FALSE);
  g_return_val_if_fail (id != NULL, FALSE);

  before = bridge_space_find_promise (self, id, error);
  return before != NULL && require_removable (self, before, error) &&
         run_change (self, _("Promise removed"), before, NULL, error);
}

/* What is on the screen is put off with it. */
static void
put_off (BridgeCommand *command,
         GPtrArray     *rows,
         BridgePromise *promise,
         BridgeOneOff  *snooze)
{
  for (guint i = 0; i < rows->len; i++)
    {
      BridgeOneOff *row = g_ptr_array_index (rows, i);
      g_autoptr (BridgeOneOff) after = NULL;

      if (row == snooze || bridge_one_off_get_state (row) != BRIDGE_REMINDER_SHOWN ||
          bridge_one_off_get_subject (row) != BRIDGE_SUBJECT_PROMISE ||
          !g_str_equal (bridge_one_off_get_subject_id (row), bridge_promise_get_id (promise)))
        continue;
      after = bridge_one_off_copy (row);
      g_object_set (after, "state", BRIDGE_REMINDER_WITHDRAWN, "reason", "snoozed", NULL);
      bridge_command_add (command, row, after);
    }
}

/**
 * bridge_space_snooze_promise:
 * @self: a space
 * @id: of an open promise
 * @until: UTC ms, in the future, within 7 days
 * @error: where to say what went wrong
 *
 * Has the reminder of a promise come again later, at the full minute.
 *
 * Returns: %FALSE with %BRIDGE_ERROR_NOT_FOUND, %BRIDGE_ERROR_STATE, %BRIDGE_ERROR_INVALID_DATE or an error of the database
 */
gboolean
bridge_space_snooze_promise (BridgeSpace  *self,
                             const char   *id,
                             gint64        until,
                             GError      **error)
{
  g_autoptr (BridgePromise) promise = NULL;
  g_autoptr (BridgeOneOff) after = NULL;
  g_autoptr (BridgeCommand) command = NULL;
  g_autoptr (GPtrArray) rows = NULL;
  g_autofree char *step = NULL;
  gint64 now;
  BridgeOneOff *before;

  g_return_val_if_fail (BRIDGE_IS_SPACE (self), FALSE);
  g_return_val_if_fail (id != NULL, FALSE);

  now = bridge_space_now (self);
  promise = bridge_space_find_promise (self, id, error);
  if (promise == NULL || !bridge_space_require_own_promise (self, promise, error) ||
      !bridge_space_check_snooze (self, until, error))
    return FALSE;
  if (bridge_promise_get_state (promise) != BRIDGE_PROMISE_OPEN)
    {
      g_set_error_literal (error, BRIDGE_ERROR, BRIDGE_ERROR_STATE, _("Only a promise that is open is reminded of."));
      return FALSE;
    }
  rows = bridge_store_load_one_offs (bridge_space_get_database (self), now - SNOOZE_ROWS_BACK_MS, error);
  if (rows == NULL)
    return FALSE;

  before = bridge_one_off_find_snooze (rows, promise, &step);
  if (before != NULL)
    {
      after = bridge_one_off_copy (before);
    }
  else
    {
      g_autofree char *new_id = bridge_id_new ();

      after = bridge_one_off_new (BRIDGE_SUBJECT_PROMISE, bridge_promise_get_id (promise), step, 0);
      g_object_set (after, "id", new_id, NULL);
    }
  g_object_set (after,
                "state", BRIDGE_REMINDER_PENDING,
                "due-at", bridge_snooze_round (until, now),
                "shown-at", (gint64) 0,
                "reason", NULL,
                NULL);

  command = bridge_command_new (_("Reminder comes again later"));
  put_off (command, rows, promise, before);
  bridge_command_add (command, before, after);
  return bridge_space_run (self, g_steal_pointer (&command), error);
}

/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "bridge-space"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "bridge-space-private.h"
#include "bridge-words.h"

/* What takes something off somebody's shoulders, either may do. What asks something of somebody is that person's own. */

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
 * Returns: whether it is for whoever is speaking to word it, and to give it a date: it is theirs, or of both
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

static gboolean
require_own (BridgeSpace    *self,
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
                 /* Translators: %1$s and %2$s are the same name */
                 _("What %1$s promises is for %2$s to word and to date. Nothing was changed."),
                 bridge_person_get_name (holder), bridge_person_get_name (holder));
  return FALSE;
}

/* What a person entered, made clean and checked. Reminders that were due before now do not come for what is new. */
static BridgePromise *
take_over (BridgeSpace    *self,
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
 * Notes a promise of whoever is speaking, or of both.
 *
 * Returns: (transfer full) (nullable): as it is stored, or %NULL with %BRIDGE_ERROR_NOT_SET_UP, %BRIDGE_ERROR_INVALID_VALUE,
 *   %BRIDGE_ERROR_INVALID_DATE, %BRIDGE_ERROR_STATE (it is the other's to give) or an error of the database
 */
BridgePromise *
bridge_space_add_promise (BridgeSpace    *self,
                          BridgePromise  *promise,
                          GError        **error)
{
  g_autoptr (BridgePromise) after = NULL;

  g_return_val_if_fail (BRIDGE_IS_SPACE (self), NULL);
  g_return_val_if_fail (BRIDGE_IS_PROMISE (promise), NULL);

  if (!bridge_space_require_set_up (self, error) || !require_own (self, promise, error))
    return NULL;
  after = take_over (self, promise, NULL, error);
  if (after == NULL || !bridge_space_run_change (self, _("Promise added"), NULL, after, error))
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
  if (before == NULL || !require_own (self, before, error) || !require_own (self, edited, error))
    return FALSE;
  after = take_over (self, edited, before, error);
  return after != NULL && bridge_space_run_change (self, _("Promise changed"), before, after, error);
}

/**
 * bridge_space_change_promise:
 * @self: a space
 * @id: of a promise
 * @event: keep, let go or bring back
 * @error: where to say what went wrong
 *
 * Says what became of a promise. That it was kept, or is let go, either may say; only whoever's it is brings it back.
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
  if (before == NULL || (event == BRIDGE_PROMISE_BRING_BACK && !require_own (self, before, error)) ||
      !bridge_promise_transition (bridge_promise_get_state (before), event, &next, error))
    return FALSE;

  after = bridge_promise_copy (before);
  g_object_set (after, "state", next, NULL);
  if (event == BRIDGE_PROMISE_BRING_BACK)
    g_object_set (after, "reminding-since", bridge_space_now (self), NULL);
  return bridge_space_run_change (self, _(labels[event]), before, after, error);
}

/**
 * bridge_space_re_agree_promise:
 * @self: a space
 * @id: of an open promise
 * @due: another date, local; midnight unless @timed
 * @timed: it has a time, not only a date
 * @error: where to say what went wrong
 *
 * Gives a promise another date.
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
  if (before == NULL || !require_own (self, before, error))
    return FALSE;
  after = bridge_promise_copy (before);
  return bridge_promise_re_agree (after, due, timed, get_local_now (self), bridge_space_now (self), error) &&
         bridge_promise_validate (after, error) &&
         bridge_space_run_change (self, _("Promise re-agreed"), before, after, error);
}

/**
 * bridge_space_remove_promise:
 * @self: a space
 * @id: of a promise
 * @error: where to say what went wrong
 *
 * Removes a promise, as if it had never been noted; Undo brings it back.
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
  return before != NULL && require_own (self, before, error) &&
         bridge_space_run_change (self, _("Promise removed"), before, NULL, error);
}

/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "bridge-space"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "bridge-ids.h"
#include "bridge-invitation-effects.h"
#include "bridge-json.h"
#include "bridge-space-private.h"

/* A promise of both is an invitation until both have said yes: there is no promise before, so nothing reminds of it, and
 * nothing is left of one that was not wanted. An invitation has all of the promise's values, and whether it was open. */

static char *
write_values (BridgePromise *before,
              BridgePromise *after)
{
  g_autoptr (JsonNode) root = json_node_new (JSON_NODE_OBJECT);
  JsonObject *object = json_object_new ();
  g_autofree char *due = bridge_promise_format_due (after);

  json_object_set_string_member (object, "text", bridge_promise_get_text (after));
  json_object_set_string_member (object, "due", due);
  json_object_set_string_member (object, "remind", bridge_promise_get_remind (after));
  json_object_set_string_member (object, "about",
                                 bridge_enum_to_nick (BRIDGE_TYPE_PROMISE_ABOUT, bridge_promise_get_about (after)));
  if (bridge_promise_get_pause_id (after) != NULL)
    json_object_set_string_member (object, "pause_id", bridge_promise_get_pause_id (after));
  if (before != NULL)
    json_object_set_string_member (object, "was",
                                   bridge_enum_to_nick (BRIDGE_TYPE_PROMISE_STATE, bridge_promise_get_state (before)));
  json_node_take_object (root, object);
  return bridge_json_print (root, FALSE);
}

/* @was: (out): the state of the promise when this was proposed. Returns (transfer full) (nullable): the promise that was asked
 * for, with no more than what was written. */
static BridgePromise *
read_values (BridgeInvitation    *invitation,
             BridgePromiseState  *was,
             GError             **error)
{
  const char *change = bridge_invitation_get_change (invitation);
  g_autoptr (JsonNode) root = bridge_json_parse (change != NULL ? change : "", -1, error);
  JsonObject *object = root != NULL && JSON_NODE_HOLDS_OBJECT (root) ? json_node_get_object (root) : NULL;
  g_autoptr (BridgePromise) promise = NULL;
  const char *text = NULL;
  const char *due_text = NULL;
  const char *remind = "";
  const char *about_nick = "free";
  const char *pause_id = NULL;
  const char *was_nick = "open";
  BridgeLocal due;
  int about, state;

  if (object == NULL)
    {
      if (error != NULL && *error == NULL)
        g_set_error_literal (error, BRIDGE_ERROR, BRIDGE_ERROR_DATA, _("What was proposed cannot be read."));
      return NULL;
    }
  if (!bridge_json_read_string (object, "text", TRUE, &text, error) ||
      !bridge_json_read_string (object, "due", TRUE, &due_text, error) ||
      !bridge_json_read_string (object, "remind", FALSE, &remind, error) ||
      !bridge_json_read_string (object, "about", FALSE, &about_nick, error) ||
      !bridge_json_read_string (object, "pause_id", FALSE, &pause_id, error) ||
      !bridge_json_read_string (object, "was", FALSE, &was_nick, error) ||
      !bridge_local_parse (due_text, &due, error) ||
      !bridge_enum_from_nick (BRIDGE_TYPE_PROMISE_ABOUT, about_nick, &about, error) ||
      !bridge_enum_from_nick (BRIDGE_TYPE_PROMISE_STATE, was_nick, &state, error))
    return NULL;

  promise = bridge_promise_new (text, NULL, due, strchr (due_text, 'T') != NULL);
  g_object_set (promise, "remind", remind, "about", about, "pause-id", pause_id, NULL);
  *was = (BridgePromiseState) state;
  return g_steal_pointer (&promise);
}

/* (transfer full) (nullable): the promise as it is; %NULL without an error: it is a new one */
static BridgePromise *
find_before (BridgeSpace       *space,
             BridgeInvitation  *invitation,
             GError           **error)
{
  const char *id = bridge_invitation_get_subject_id (invitation);
  BridgePromise *before = id != NULL ? bridge_space_find_promise (space, id, NULL) : NULL;

  if (id != NULL && before == NULL)
    g_set_error_literal (error, BRIDGE_ERROR, BRIDGE_ERROR_NOT_FOUND,
                         _("The promise has been removed in the meantime. There is nothing left to agree on."));
  return before;
}

/**
 * bridge_promise_preview_invitation:
 * @space: a space
 * @invitation: one about a promise
 * @before: (out) (optional) (transfer full) (nullable): the promise as it is; %NULL: it would be a new one
 * @error: where to say why there is nothing to agree on any more
 *
 * Gives the promise that a yes would come to, at the time that was named last: a midnight is the whole day.
 *
 * Returns: (transfer full) (nullable): the promise, or %NULL with an error
 */
BridgePromise *
bridge_promise_preview_invitation (BridgeSpace       *space,
                                   BridgeInvitation  *invitation,
                                   BridgePromise    **before,
                                   GError           **error)
{
  BridgeLocal now = bridge_clock_local_now (bridge_space_get_clock (space));
  BridgeLocal other = bridge_invitation_get_other_time (invitation);
  BridgePromiseState was = BRIDGE_PROMISE_OPEN;
  g_autoptr (GError) local_error = NULL;
  g_autoptr (BridgePromise) values = read_values (invitation, &was, error);
  g_autoptr (BridgePromise) found = values != NULL ? find_before (space, invitation, &local_error) : NULL;
  g_autoptr (BridgePromise) after
      = found != NULL ? bridge_promise_copy (found) : bridge_promise_new ("", NULL, BRIDGE_LOCAL_NONE, FALSE);
  BridgeLocal due;
  gboolean timed;

  if (values == NULL || local_error != NULL)
    {
      if (local_error != NULL)
        g_propagate_error (error, g_steal_pointer (&local_error));
      return NULL;
    }
  if (found != NULL && bridge_promise_get_state (found) != was)
    {
      g_set_error_literal (error, BRIDGE_ERROR, BRIDGE_ERROR_STATE,
                           _("The promise was answered in the meantime, so it was left as it is."));
      return NULL;
    }

  due = other != BRIDGE_LOCAL_NONE ? other : bridge_promise_get_due (values);
  timed = other != BRIDGE_LOCAL_NONE ? other != bridge_local_day_start (other) : bridge_promise_get_timed (values);
  g_object_set (after, "state", BRIDGE_PROMISE_OPEN, NULL);
  /* That it had another date is kept, as with any re-agreeing. */
  if (found != NULL && (due != bridge_promise_get_due (found) || timed != bridge_promise_get_timed (found)))
    {
      /* A day that has gone by meanwhile is refused by who says yes to it; another one can still be named. */
      if (!bridge_promise_re_agree (after, due, timed, MIN (now, due), bridge_space_now (space), error))
        return NULL;
    }
  g_object_set (after,
                "text", bridge_promise_get_text (values),
                "who", NULL,
                "due", due,
                "timed", timed,
                "remind", bridge_promise_get_remind (values),
                "about", bridge_promise_get_about (values),
                "pause-id", bridge_promise_get_pause_id (values),
                "reminding-since", bridge_space_now (space),
                NULL);
  if (!bridge_promise_validate (after, error))
    return NULL;
  if (before != NULL)
    *before = g_steal_pointer (&found);
  return g_steal_pointer (&after);
}

/**
 * bridge_promise_dup_invitation_title:
 * @space: a space
 * @invitation: one about a promise
 *
 * Returns: (transfer full): what is promised
 */
char *
bridge_promise_dup_invitation_title (BridgeSpace      *space,
                                     BridgeInvitation *invitation)
{
  BridgePromiseState was;
  g_autoptr (BridgePromise) values = read_values (invitation, &was, NULL);

  return g_strdup (values != NULL ? bridge_promise_get_text (values) : _("A promise"));
}

/**
 * bridge_promise_check_invitation:
 * @space: a space
 * @invitation: one about a promise
 * @error: where to say what is wrong
 *
 * Returns: whether it may be proposed; %FALSE with an error
 */
gboolean
bridge_promise_check_invitation (BridgeSpace       *space,
                                 BridgeInvitation  *invitation,
                                 GError           **error)
{
  g_autoptr (BridgePromise) after = bridge_promise_preview_invitation (space, invitation, NULL, error);

  return after != NULL && bridge_promise_check_due (bridge_promise_get_due (after),
                                                    bridge_clock_local_now (bridge_space_get_clock (space)), error);
}

/**
 * bridge_promise_agree_invitation:
 * @space: a space
 * @invitation: as it will be after the yes; it is given the id of a new promise
 * @command: what to add to
 * @error: where to say what is wrong
 *
 * Adds the promise that both have agreed to.
 *
 * Returns: %FALSE with %BRIDGE_ERROR_INVALID_DATE (its day has gone by), %BRIDGE_ERROR_NOT_FOUND or %BRIDGE_ERROR_STATE
 */
gboolean
bridge_promise_agree_invitation (BridgeSpace       *space,
                                 BridgeInvitation  *invitation,
                                 BridgeCommand     *command,
                                 GError           **error)
{
  g_autoptr (BridgePromise) before = NULL;
  g_autoptr (BridgePromise) after = bridge_promise_preview_invitation (space, invitation, &before, error);

  if (after == NULL)
    return FALSE;
  if (!bridge_promise_check_due (bridge_promise_get_due (after), bridge_clock_local_now (bridge_space_get_clock (space)), NULL))
    {
      g_set_error_literal (error, BRIDGE_ERROR, BRIDGE_ERROR_INVALID_DATE,
                           _("The day it was proposed for has gone by. You could name another time."));
      return FALSE;
    }
  if (before == NULL)
    {
      g_autofree char *id = bridge_id_new ();

      g_object_set (after, "id", id, NULL);
      g_object_set (invitation, "subject-id", id, NULL);
    }
  bridge_command_add (command, before, after);
  return TRUE;
}

/**
 * bridge_space_propose_promise:
 * @self: a space
 * @promise: its values; with the id of one that is there, or without one. It is proposed as one of both, and open.
 * @words: (nullable): the speaker's own words
 * @error: where to say what went wrong
 *
 * Proposes a promise of both, or a change to one: other words, another date, that one's own becomes one of both, or that one
 * which was kept or let go goes on. Of one that is there nothing changes before the yes.
 *
 * Returns: (transfer full) (nullable): the invitation as it is stored, or %NULL as bridge_space_propose()
 */
BridgeInvitation *
bridge_space_propose_promise (BridgeSpace    *self,
                              BridgePromise  *promise,
                              const char     *words,
                              GError        **error)
{
  g_autoptr (BridgePromise) given = NULL;
  g_autoptr (BridgePromise) before = NULL;
  g_autoptr (BridgePromise) after = NULL;
  g_autofree char *change = NULL;

  g_return_val_if_fail (BRIDGE_IS_SPACE (self), NULL);
  g_return_val_if_fail (BRIDGE_IS_PROMISE (promise), NULL);

  if (!bridge_space_require_set_up (self, error))
    return NULL;
  if (bridge_promise_get_id (promise) != NULL)
    {
      before = bridge_space_find_promise (self, bridge_promise_get_id (promise), error);
      if (before == NULL || !bridge_space_require_own_promise (self, before, error))
        return NULL;
    }

  given = bridge_promise_copy (promise);
  g_object_set (given, "who", NULL, NULL);
  after = bridge_space_take_over_promise (self, given, before, error);
  if (after == NULL)
    return NULL;
  g_object_set (after, "state", BRIDGE_PROMISE_OPEN, NULL);
  if (!bridge_promise_asks_more (before, after))
    {
      g_set_error_literal (error, BRIDGE_ERROR, BRIDGE_ERROR_STATE,
                           _("That asks nothing more of anybody, so there is nothing to propose. You can decide it yourself."));
      return NULL;
    }
  change = write_values (before, after);
  return bridge_space_propose (self, BRIDGE_INVITATION_PROMISE, before != NULL ? bridge_promise_get_id (before) : NULL, change,
                               words, BRIDGE_LOCAL_NONE, error);
}

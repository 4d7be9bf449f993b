/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "bridge-space"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "bridge-ids.h"
#include "bridge-invitation-effects.h"
#include "bridge-json.h"
#include "bridge-milestone-state.h"
#include "bridge-space-milestones.h"
#include "bridge-space-private.h"

/* A milestone of both is an invitation until both have said yes: there is none before, so nothing is left of one that was not
 * wanted. An invitation has all of its values, and the state it was in. It has no time of its own: "another time" is when whoever
 * is asked comes back to it. */

static void
add_day (JsonObject  *object,
         const char  *name,
         BridgeLocal  day)
{
  g_autofree char *text = day != BRIDGE_LOCAL_NONE ? bridge_local_format_date (day) : NULL;

  if (text != NULL)
    json_object_set_string_member (object, name, text);
}

/**
 * bridge_milestone_write_values:
 * @milestone: a milestone
 *
 * Returns: (transfer full): what can be reshaped of it, and its state, as JSON text
 */
char *
bridge_milestone_write_values (BridgeMilestone *milestone)
{
  g_autoptr (JsonNode) root = json_node_new (JSON_NODE_OBJECT);
  JsonObject *object = json_object_new ();

  json_object_set_string_member (object, "title", bridge_milestone_get_title (milestone));
  json_object_set_string_member (object, "note", bridge_milestone_get_note (milestone));
  json_object_set_string_member (object, "source",
                                 bridge_enum_to_nick (BRIDGE_TYPE_MILESTONE_SOURCE, bridge_milestone_get_source (milestone)));
  json_object_set_string_member (object, "ritual_ids", bridge_milestone_get_ritual_ids (milestone));
  if (bridge_milestone_get_win_kind (milestone) != NULL)
    json_object_set_string_member (object, "win_kind", bridge_milestone_get_win_kind (milestone));
  json_object_set_int_member (object, "target", bridge_milestone_get_target (milestone));
  add_day (object, "since", bridge_milestone_get_since (milestone));
  add_day (object, "revisit_on", bridge_milestone_get_revisit_on (milestone));
  json_object_set_string_member (object, "state",
                                 bridge_enum_to_nick (BRIDGE_TYPE_MILESTONE_STATE, bridge_milestone_get_state (milestone)));
  json_node_take_object (root, object);
  return bridge_json_print (root, FALSE);
}

static gboolean
read_day (JsonObject   *object,
          const char   *name,
          BridgeLocal  *day,
          GError      **error)
{
  const char *text = NULL;

  *day = BRIDGE_LOCAL_NONE;
  return bridge_json_read_string (object, name, FALSE, &text, error) && (text == NULL || bridge_local_parse (text, day, error));
}

/**
 * bridge_milestone_read_values:
 * @json: what bridge_milestone_write_values() has written
 * @error: where to say what is wrong
 *
 * Returns: (transfer full) (nullable): a milestone without an id that has those values, or %NULL with %BRIDGE_ERROR_DATA
 */
BridgeMilestone *
bridge_milestone_read_values (const char  *json,
                              GError     **error)
{
  g_autoptr (JsonNode) root = bridge_json_parse (json, -1, error);
  JsonObject *object = root != NULL && JSON_NODE_HOLDS_OBJECT (root) ? json_node_get_object (root) : NULL;
  BridgeMilestone *milestone;
  const char *title = NULL;
  const char *note = "";
  const char *source_nick = "open";
  const char *ritual_ids = "";
  const char *kind = NULL;
  const char *state_nick = "open";
  gint64 target = 0;
  BridgeLocal since, revisit_on;
  int source, state;

  if (object == NULL)
    {
      if (error != NULL && *error == NULL)
        g_set_error_literal (error, BRIDGE_ERROR, BRIDGE_ERROR_DATA, _("What was proposed cannot be read."));
      return NULL;
    }
  if (!bridge_json_read_string (object, "title", TRUE, &title, error) ||
      !bridge_json_read_string (object, "note", FALSE, &note, error) ||
      !bridge_json_read_string (object, "source", FALSE, &source_nick, error) ||
      !bridge_json_read_string (object, "ritual_ids", FALSE, &ritual_ids, error) ||
      !bridge_json_read_string (object, "win_kind", FALSE, &kind, error) ||
      !bridge_json_read_string (object, "state", FALSE, &state_nick, error) ||
      !bridge_json_read_int (object, "target", FALSE, 0, BRIDGE_MILESTONE_MAX_TARGET, &target, error) ||
      !read_day (object, "since", &since, error) || !read_day (object, "revisit_on", &revisit_on, error) ||
      !bridge_enum_from_nick (BRIDGE_TYPE_MILESTONE_SOURCE, source_nick, &source, error) ||
      !bridge_enum_from_nick (BRIDGE_TYPE_MILESTONE_STATE, state_nick, &state, error))
    return NULL;

  milestone = bridge_milestone_new (title, (BridgeMilestoneSource) source, (int) target);
  g_object_set (milestone,
                "note", note,
                "ritual-ids", ritual_ids,
                "win-kind", kind,
                "since", since,
                "revisit-on", revisit_on,
                "state", state,
                NULL);
  return milestone;
}

/* ---- What a yes comes to ---- */

/* (transfer full) (nullable): the milestone as it is; %NULL without an error: it is a new one. Whoever proposes one of their own
 * shows it by that. */
static BridgeMilestone *
find_before (BridgeSpace       *space,
             BridgeInvitation  *invitation,
             GError           **error)
{
  const char *id = bridge_invitation_get_subject_id (invitation);
  BridgeMilestone *before = id != NULL ? bridge_space_peek_milestone (space, id) : NULL;
  const char *who = before != NULL ? bridge_milestone_get_who (before) : NULL;

  if (before != NULL && (who == NULL || g_str_equal (who, bridge_invitation_get_from_id (invitation))))
    return bridge_milestone_copy (before);
  if (id != NULL)
    g_set_error_literal (error, BRIDGE_ERROR, BRIDGE_ERROR_NOT_FOUND,
                         _("The milestone has been removed in the meantime. There is nothing left to agree on."));
  return NULL;
}

static BridgeMilestone *
read_invitation (BridgeInvitation  *invitation,
                 GError           **error)
{
  const char *change = bridge_invitation_get_change (invitation);

  return bridge_milestone_read_values (change != NULL ? change : "", error);
}

/**
 * bridge_milestone_preview_invitation:
 * @space: a space
 * @invitation: one about a milestone
 * @before: (out) (optional) (transfer full) (nullable): the milestone as it is; %NULL: it would be a new one
 * @error: where to say why there is nothing to agree on any more
 *
 * Returns: (transfer full) (nullable): the milestone that a yes would come to, or %NULL with an error
 */
BridgeMilestone *
bridge_milestone_preview_invitation (BridgeSpace       *space,
                                     BridgeInvitation  *invitation,
                                     BridgeMilestone  **before,
                                     GError           **error)
{
  g_autoptr (GError) local_error = NULL;
  g_autoptr (BridgeMilestone) values = read_invitation (invitation, error);
  g_autoptr (BridgeMilestone) found = NULL;
  g_autoptr (BridgeMilestone) after = NULL;
  BridgeMilestoneState was;

  if (values == NULL)
    return NULL;
  found = find_before (space, invitation, &local_error);
  if (local_error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return NULL;
    }
  was = bridge_milestone_get_state (values);
  if (found != NULL && bridge_milestone_get_state (found) != was)
    {
      g_set_error_literal (error, BRIDGE_ERROR, BRIDGE_ERROR_STATE,
                           _("The milestone was changed in the meantime, so it was left as it is."));
      return NULL;
    }

  g_object_set (values, "who", NULL, NULL);
  /* The day to look at it may have gone by meanwhile: then there is none yet. */
  if (bridge_milestone_get_revisit_on (values) <= bridge_clock_local_now (bridge_space_get_clock (space)))
    g_object_set (values, "revisit-on", BRIDGE_LOCAL_NONE, NULL);
  after = bridge_space_take_over_milestone (space, values, found, error);
  if (after == NULL)
    return NULL;
  g_object_set (after, "state", BRIDGE_MILESTONE_OPEN, "reminding-since", bridge_space_now (space), NULL);
  if (before != NULL)
    *before = g_steal_pointer (&found);
  return g_steal_pointer (&after);
}

/**
 * bridge_milestone_dup_invitation_title:
 * @space: a space
 * @invitation: one about a milestone
 *
 * Returns: (transfer full): what the milestone is called
 */
char *
bridge_milestone_dup_invitation_title (BridgeSpace      *space,
                                       BridgeInvitation *invitation)
{
  g_autoptr (BridgeMilestone) values = read_invitation (invitation, NULL);

  return g_strdup (values != NULL ? bridge_milestone_get_title (values) : _("A milestone"));
}

/**
 * bridge_milestone_check_invitation:
 * @space: a space
 * @invitation: one about a milestone
 * @error: where to say what is wrong
 *
 * Returns: whether it may be proposed; %FALSE with an error
 */
gboolean
bridge_milestone_check_invitation (BridgeSpace       *space,
                                   BridgeInvitation  *invitation,
                                   GError           **error)
{
  g_autoptr (BridgeMilestone) after = bridge_milestone_preview_invitation (space, invitation, NULL, error);

  return after != NULL;
}

/**
 * bridge_milestone_agree_invitation:
 * @space: a space
 * @invitation: as it will be after the yes; it is given the id of a new milestone
 * @command: what to add to
 * @error: where to say what is wrong
 *
 * Adds the milestone that both have agreed to, and to its log what was changed. A day to look at it that has gone by meanwhile is
 * left out. In the place of one's own comes a new one: what became of that, and why, is its holder's.
 *
 * Returns: %FALSE with %BRIDGE_ERROR_NOT_FOUND or %BRIDGE_ERROR_STATE
 */
gboolean
bridge_milestone_agree_invitation (BridgeSpace       *space,
                                   BridgeInvitation  *invitation,
                                   BridgeCommand     *command,
                                   GError           **error)
{
  g_autoptr (BridgeMilestone) before = NULL;
  g_autoptr (BridgeMilestone) after = bridge_milestone_preview_invitation (space, invitation, &before, error);
  g_autoptr (BridgeMilestoneChange) change = NULL;

  if (after == NULL)
    return FALSE;
  if (before == NULL || bridge_milestone_get_who (before) != NULL)
    {
      bridge_row_take_identity (after, NULL);
      g_object_set (invitation, "subject-id", bridge_milestone_get_id (after), NULL);
      if (before != NULL)
        bridge_command_add (command, before, NULL);
      bridge_command_add (command, NULL, after);
      return TRUE;
    }
  change = bridge_space_make_milestone_change (space, before,
                                               bridge_milestone_get_state (before) == BRIDGE_MILESTONE_RESTING
                                                 ? BRIDGE_MILESTONE_RESUME
                                                 : BRIDGE_MILESTONE_RESHAPE,
                                               bridge_invitation_get_words (invitation), error);
  if (change == NULL)
    return FALSE;
  bridge_command_add (command, before, after);
  bridge_command_add (command, NULL, change);
  return TRUE;
}

/**
 * bridge_space_propose_milestone:
 * @self: a space
 * @milestone: its values; with the id of one that is there, or without one. It is proposed as one of both, and open.
 * @words: (nullable): the speaker's own words
 * @error: where to say what went wrong
 *
 * Proposes a milestone of both, or more of one: other words, another source, a bigger number, that one's own becomes one of both,
 * or that one which rests goes on. Of one that is there nothing changes before the yes.
 *
 * Returns: (transfer full) (nullable): the invitation as it is stored, or %NULL as bridge_space_propose()
 */
BridgeInvitation *
bridge_space_propose_milestone (BridgeSpace      *self,
                                BridgeMilestone  *milestone,
                                const char       *words,
                                GError          **error)
{
  g_autoptr (BridgeMilestone) given = NULL;
  g_autoptr (BridgeMilestone) before = NULL;
  g_autoptr (BridgeMilestone) after = NULL;
  g_autofree char *change = NULL;

  g_return_val_if_fail (BRIDGE_IS_SPACE (self), NULL);
  g_return_val_if_fail (BRIDGE_IS_MILESTONE (milestone), NULL);

  if (!bridge_space_require_set_up (self, error))
    return NULL;
  if (bridge_milestone_get_id (milestone) != NULL)
    {
      before = bridge_space_find_milestone (self, bridge_milestone_get_id (milestone), error);
      if (before == NULL)
        return NULL;
    }
  if (before != NULL && bridge_milestone_get_state (before) == BRIDGE_MILESTONE_REACHED)
    {
      g_set_error_literal (error, BRIDGE_ERROR, BRIDGE_ERROR_STATE, _("The milestone is reached. You could open it again first."));
      return NULL;
    }

  given = bridge_milestone_copy (milestone);
  g_object_set (given, "who", NULL, NULL);
  after = bridge_space_take_over_milestone (self, given, before, error);
  if (after == NULL)
    return NULL;
  g_object_set (after, "state", BRIDGE_MILESTONE_OPEN, NULL);
  if (!bridge_milestone_asks_more (before, after))
    {
      g_set_error_literal (error, BRIDGE_ERROR, BRIDGE_ERROR_STATE,
                           _("That asks nothing more of anybody, so there is nothing to propose. You can decide it yourself."));
      return NULL;
    }
  g_object_set (after, "state", before != NULL ? bridge_milestone_get_state (before) : BRIDGE_MILESTONE_OPEN, NULL);
  change = bridge_milestone_write_values (after);
  return bridge_space_propose (self, BRIDGE_INVITATION_MILESTONE, before != NULL ? bridge_milestone_get_id (before) : NULL,
                               change, words, BRIDGE_LOCAL_NONE, error);
}

/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "bridge-space"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "bridge-invitation-effects.h"
#include "bridge-json.h"
#include "bridge-space-private.h"
#include "bridge-words.h"

/* What a boundary says, and who agreed to it when. Every command is one step of bridge_boundary_transition(). In a space of
 * two what needs a yes is an invitation, which is written, answered and taken back in the same transaction. */

/**
 * bridge_space_get_boundaries:
 * @self: a space
 *
 * Returns: (transfer none): a live list of #BridgeBoundary with the revisions in force and proposed, by kind and the oldest
 *   first; ended ones, too
 */
GListModel *
bridge_space_get_boundaries (BridgeSpace *self)
{
  g_return_val_if_fail (BRIDGE_IS_SPACE (self), NULL);

  return bridge_space_get_list (self, BRIDGE_KIND_BOUNDARIES);
}

/**
 * bridge_space_find_boundary:
 * @self: a space
 * @id_or_prefix: an id, or how one begins
 * @error: where to say what went wrong
 *
 * Returns: (transfer full) (nullable): a copy, or %NULL with %BRIDGE_ERROR_NOT_FOUND or %BRIDGE_ERROR_AMBIGUOUS
 */
BridgeBoundary *
bridge_space_find_boundary (BridgeSpace  *self,
                            const char   *id_or_prefix,
                            GError      **error)
{
  g_autoptr (BridgeBoundary) found = NULL;

  g_return_val_if_fail (BRIDGE_IS_SPACE (self), NULL);
  g_return_val_if_fail (id_or_prefix != NULL, NULL);

  found = bridge_list_require (bridge_space_get_boundaries (self), (BridgeKeyFunc) bridge_boundary_get_id, id_or_prefix,
                               error);
  return found != NULL ? bridge_boundary_copy (found) : NULL;
}

/**
 * bridge_space_get_boundary_role:
 * @self: a space
 * @boundary: a boundary, or one that is about to be written
 *
 * Returns: what the one who is speaking is to it
 */
BridgeBoundaryRole
bridge_space_get_boundary_role (BridgeSpace    *self,
                                BridgeBoundary *boundary)
{
  g_return_val_if_fail (BRIDGE_IS_SPACE (self), BRIDGE_BOUNDARY_OUTSIDER);
  g_return_val_if_fail (BRIDGE_IS_BOUNDARY (boundary), BRIDGE_BOUNDARY_OUTSIDER);

  return bridge_boundary_get_role (boundary, bridge_space_get_speaker_id (self), bridge_space_get_partner (self) == NULL);
}

/**
 * bridge_space_needs_yes:
 * @self: a space
 * @boundary: a boundary, or one that is about to be written
 *
 * Returns: whether what the one who is speaking writes is only proposed, until the other one agrees
 */
gboolean
bridge_space_needs_yes (BridgeSpace    *self,
                        BridgeBoundary *boundary)
{
  BridgeBoundaryRole role = bridge_space_get_boundary_role (self, boundary);

  return role == BRIDGE_BOUNDARY_AUTHOR || role == BRIDGE_BOUNDARY_EITHER;
}

/**
 * bridge_space_shows_agreements:
 * @self: a space
 * @boundary: a boundary
 * @revision: one of its revisions
 *
 * Returns: whether who agreed is worth saying: a limit is nobody's to agree to, and who is alone has agreed by writing. What
 *   two agreed to stays so when one of them has left.
 */
gboolean
bridge_space_shows_agreements (BridgeSpace    *self,
                               BridgeBoundary *boundary,
                               BridgeRevision *revision)
{
  g_return_val_if_fail (BRIDGE_IS_SPACE (self), FALSE);

  return bridge_boundary_get_holder (boundary) == NULL &&
         (bridge_space_get_partner (self) != NULL || bridge_revision_get_n_agreements (revision) > 1);
}

/* Adds one step to @command. @before: (nullable): as it is. @after: as it will be, but for what the step itself decides.
 * @fresh: (nullable): what was written. */
static gboolean
add_step (BridgeSpace          *self,
          BridgeCommand        *command,
          BridgeBoundaryEvent   event,
          BridgeBoundary       *before,
          BridgeBoundary       *after,
          BridgeRevision       *fresh,
          GError              **error)
{
  BridgeRevision *waiting = before != NULL ? bridge_boundary_get_waiting (before) : NULL;
  BridgeBoundaryRole role = bridge_space_get_boundary_role (self, before != NULL ? before : after);
  BridgeBoundaryStanding standing = { FALSE };
  BridgeBoundaryStanding next;
  BridgeBoundaryEffects effects;

  if (before != NULL)
    standing = bridge_boundary_get_standing (before);
  if (!bridge_boundary_transition (standing, event, role, &next, &effects, error))
    return FALSE;

  g_object_set (after,
                "state", next.state,
                "waiting-number", next.waiting ? bridge_revision_get_number (fresh != NULL ? fresh : waiting) : 0,
                NULL);
  if (effects & BRIDGE_BOUNDARY_DO_FORCE)
    {
      BridgeRevision *forced = fresh != NULL ? fresh : waiting;

      g_object_set (after,
                    "current-number", bridge_revision_get_number (forced),
                    "review-on", bridge_revision_get_review_on (forced),
                    "ended-at", (gint64) 0,
                    "ended-by", NULL,
                    NULL);
    }
  if (effects & BRIDGE_BOUNDARY_DO_STAMP)
    g_object_set (after, "ended-at", bridge_space_now (self), "ended-by", bridge_space_get_speaker_id (self), NULL);

  bridge_command_add (command, before, next.exists ? after : NULL);
  if (effects & BRIDGE_BOUNDARY_DO_ADD)
    bridge_command_add (command, NULL, fresh);
  if (effects & BRIDGE_BOUNDARY_DO_AGREE)
    {
      g_autoptr (BridgeRevision) agreed =
        bridge_revision_with_agreement (waiting, bridge_space_get_speaker_id (self), bridge_space_now (self));

      bridge_command_add (command, waiting, agreed);
      if (role == BRIDGE_BOUNDARY_EITHER)
        bridge_command_set_final (command);
    }
  if (effects & BRIDGE_BOUNDARY_DO_DROP)
    bridge_command_add (command, waiting, NULL);
  return TRUE;
}

/* ---- What is proposed, as an invitation */

/* What an invitation carries: of which boundary it is, and which revision, so that a yes is to the words that were read. A
 * new boundary goes by its words: it has an id of its own each time, and a rest would not find it by that. */
static char *
write_change (const char     *boundary_id,
              BridgeRevision *revision)
{
  g_autoptr (JsonNode) root = json_node_new (JSON_NODE_OBJECT);
  JsonObject *object = json_object_new ();

  json_object_set_string_member (object, "boundary", boundary_id);
  json_object_set_string_member (object, "revision", bridge_revision_get_id (revision));
  json_object_set_string_member (object, "text", bridge_revision_get_text (revision));
  json_node_take_object (root, object);
  return bridge_json_print (root, FALSE);
}

/* (transfer full), nullable, all of them */
static gboolean
read_change (BridgeInvitation  *invitation,
             char             **boundary_id,
             char             **revision_id,
             char             **text,
             GError           **error)
{
  const char *change = bridge_invitation_get_change (invitation);
  g_autoptr (JsonNode) root = bridge_json_parse (change != NULL ? change : "", -1, error);
  JsonObject *object = root != NULL && JSON_NODE_HOLDS_OBJECT (root) ? json_node_get_object (root) : NULL;
  const char *values[3];

  if (root == NULL)
    return FALSE;
  if (object == NULL)
    {
      g_set_error_literal (error, BRIDGE_ERROR, BRIDGE_ERROR_DATA, _("This proposal cannot be read. Nothing was changed."));
      return FALSE;
    }
  if (!bridge_json_read_string (object, "boundary", TRUE, &values[0], error) ||
      !bridge_json_read_string (object, "revision", TRUE, &values[1], error) ||
      !bridge_json_read_string (object, "text", TRUE, &values[2], error))
    return FALSE;

  *boundary_id = g_strdup (values[0]);
  *revision_id = g_strdup (values[1]);
  *text = g_strdup (values[2]);
  return TRUE;
}

static gboolean
add_proposal (BridgeSpace     *self,
              BridgeCommand   *command,
              BridgeBoundary  *boundary,
              gboolean         is_new,
              BridgeRevision  *fresh,
              GError         **error)
{
  const char *id = bridge_boundary_get_id (boundary);
  g_autofree char *change = write_change (id, fresh);

  if (!bridge_space_needs_yes (self, boundary))
    return TRUE;
  return bridge_space_add_proposal (self, command, BRIDGE_INVITATION_BOUNDARY, is_new ? NULL : id, change, NULL,
                                    BRIDGE_LOCAL_NONE, error) != NULL;
}

/**
 * bridge_space_find_boundary_invitation:
 * @self: a space
 * @boundary: a boundary
 *
 * Returns: (transfer none) (nullable): the invitation to agree to what is proposed, while there is no answer; good until the
 *   list of them changes
 */
BridgeInvitation *
bridge_space_find_boundary_invitation (BridgeSpace    *self,
                                       BridgeBoundary *boundary)
{
  GListModel *list;

  g_return_val_if_fail (BRIDGE_IS_SPACE (self), NULL);
  g_return_val_if_fail (BRIDGE_IS_BOUNDARY (boundary), NULL);

  list = bridge_space_get_invitations (self);
  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    {
      /* The list keeps it. */
      g_autoptr (BridgeInvitation) invitation = g_list_model_get_item (list, i);
      g_autofree char *boundary_id = NULL;
      g_autofree char *revision_id = NULL;
      g_autofree char *text = NULL;

      if (bridge_invitation_get_subject (invitation) == BRIDGE_INVITATION_BOUNDARY &&
          bridge_invitation_is_waiting (invitation) &&
          read_change (invitation, &boundary_id, &revision_id, &text, NULL) &&
          g_strcmp0 (boundary_id, bridge_boundary_get_id (boundary)) == 0)
        return invitation;
    }
  return NULL;
}

/**
 * bridge_boundary_dup_invitation_title:
 * @space: a space
 * @invitation: one about a boundary
 *
 * Returns: (transfer full): the words that are proposed
 */
char *
bridge_boundary_dup_invitation_title (BridgeSpace      *space,
                                      BridgeInvitation *invitation)
{
  g_autofree char *boundary_id = NULL;
  g_autofree char *revision_id = NULL;
  char *text = NULL;

  if (read_change (invitation, &boundary_id, &revision_id, &text, NULL))
    return text;
  return g_strdup (_("A boundary"));
}

/**
 * bridge_boundary_check_invitation:
 * @space: a space
 * @invitation: one about a boundary
 * @error: where to say that it cannot be made so
 *
 * Returns: %FALSE with %BRIDGE_ERROR_INVALID_VALUE: what is proposed has to be written down, so it is proposed by adding or
 *   revising a boundary
 */
gboolean
bridge_boundary_check_invitation (BridgeSpace       *space,
                                  BridgeInvitation  *invitation,
                                  GError           **error)
{
  g_set_error_literal (error, BRIDGE_ERROR, BRIDGE_ERROR_INVALID_VALUE, _("A boundary is proposed by writing it."));
  return FALSE;
}

/* The boundary of an invitation, if it still waits with the words that were proposed: (transfer full) (nullable) */
static BridgeBoundary *
find_proposed (BridgeSpace       *self,
               BridgeInvitation  *invitation,
               GError           **error)
{
  g_autofree char *boundary_id = NULL;
  g_autofree char *revision_id = NULL;
  g_autofree char *text = NULL;
  g_autoptr (BridgeBoundary) boundary = NULL;

  if (!read_change (invitation, &boundary_id, &revision_id, &text, error))
    return NULL;
  boundary = bridge_space_find_boundary (self, boundary_id, error);
  if (boundary == NULL)
    return NULL;
  if (bridge_boundary_get_waiting (boundary) != NULL &&
      g_strcmp0 (bridge_revision_get_id (bridge_boundary_get_waiting (boundary)), revision_id) == 0)
    return g_steal_pointer (&boundary);

  g_set_error_literal (error, BRIDGE_ERROR, BRIDGE_ERROR_CONFLICT, _("This is no longer proposed. Nothing was changed."));
  return NULL;
}

/**
 * bridge_boundary_agree_invitation:
 * @space: a space
 * @invitation: one about a boundary, to which the speaker says yes
 * @command: what to add to
 * @error: where to say what went wrong
 *
 * Adds that the speaker agreed to the words that were proposed, and that they are in force.
 *
 * Returns: %FALSE with %BRIDGE_ERROR_NOT_FOUND, %BRIDGE_ERROR_CONFLICT (no longer proposed), %BRIDGE_ERROR_STATE (it is their
 *   own proposal) or %BRIDGE_ERROR_DATA
 */
gboolean
bridge_boundary_agree_invitation (BridgeSpace       *space,
                                  BridgeInvitation  *invitation,
                                  BridgeCommand     *command,
                                  GError           **error)
{
  g_autoptr (BridgeBoundary) before = find_proposed (space, invitation, error);
  g_autoptr (BridgeBoundary) after = before != NULL ? bridge_boundary_copy (before) : NULL;

  if (before == NULL || !add_step (space, command, BRIDGE_BOUNDARY_AGREE, before, after, NULL, error))
    return FALSE;
  g_object_set (invitation, "subject-id", bridge_boundary_get_id (before), NULL);
  return TRUE;
}

/**
 * bridge_boundary_set_invitation_aside:
 * @space: a space
 * @invitation: one about a boundary: not now, or taken back
 * @command: what to add to
 *
 * Adds that what was proposed goes, so that nobody waits and no "no" is left in the history.
 */
void
bridge_boundary_set_invitation_aside (BridgeSpace      *space,
                                      BridgeInvitation *invitation,
                                      BridgeCommand    *command)
{
  g_autoptr (BridgeBoundary) before = find_proposed (space, invitation, NULL);
  g_autoptr (BridgeBoundary) after = before != NULL ? bridge_boundary_copy (before) : NULL;

  if (before == NULL)
    return;
  if (!add_step (space, command, BRIDGE_BOUNDARY_WITHDRAW, before, after, NULL, NULL))
    add_step (space, command, BRIDGE_BOUNDARY_DECLINE, before, after, NULL, NULL);
}

/* ---- What is written */

static gboolean
check_review (BridgeSpace  *self,
              BridgeLocal   review_on,
              BridgeLocal   present,
              GError      **error)
{
  if (review_on == BRIDGE_LOCAL_NONE || review_on == present ||
      review_on >= bridge_local_day_start (bridge_clock_local_now (bridge_space_get_clock (self))))
    return TRUE;

  g_set_error_literal (error, BRIDGE_ERROR, BRIDGE_ERROR_INVALID_DATE, _("Choose a day that is still to come."));
  return FALSE;
}

/* What a person wrote, made clean and checked: (transfer full). */
static BridgeRevision *
make_revision (BridgeSpace     *self,
               BridgeBoundary  *boundary,
               int              number,
               const char      *text,
               BridgeLocal      review_on,
               GError         **error)
{
  g_autofree char *clean = text != NULL ? bridge_text_clean (text, TRUE) : NULL;
  g_autoptr (BridgeRevision) revision =
    bridge_revision_new (bridge_boundary_get_id (boundary), number, clean != NULL ? clean : "", review_on,
                         bridge_space_get_speaker_id (self), bridge_space_now (self));

  bridge_row_take_identity (revision, NULL);
  if (!bridge_revision_validate (revision, error) ||
      !check_review (self, review_on, bridge_boundary_get_review_on (boundary), error))
    return NULL;
  return g_steal_pointer (&revision);
}

/**
 * bridge_space_add_boundary:
 * @self: a space
 * @boundary: its kind, use, holder and template; all else is given here
 * @text: its words
 * @review_on: local midnight of the day on which to look at it again, or %BRIDGE_LOCAL_NONE
 * @error: where to say what went wrong
 *
 * Writes a boundary for the speaker. A limit of theirs is in force at once, and so is everything where only one is here,
 * which is their own; a shared one is proposed.
 *
 * Returns: (transfer full) (nullable): as it is stored, or %NULL with %BRIDGE_ERROR_NOT_SET_UP, %BRIDGE_ERROR_INVALID_VALUE,
 *   %BRIDGE_ERROR_INVALID_DATE, %BRIDGE_ERROR_STATE (it would be the other one's limit) or an error of the database
 */
BridgeBoundary *
bridge_space_add_boundary (BridgeSpace     *self,
                           BridgeBoundary  *boundary,
                           const char      *text,
                           BridgeLocal      review_on,
                           GError         **error)
{
  g_autoptr (BridgeBoundary) after = NULL;
  g_autoptr (BridgeRevision) fresh = NULL;
  g_autoptr (BridgeCommand) command = NULL;

  g_return_val_if_fail (BRIDGE_IS_SPACE (self), NULL);
  g_return_val_if_fail (BRIDGE_IS_BOUNDARY (boundary), NULL);

  if (!bridge_space_require_set_up (self, error) || !bridge_boundary_validate (boundary, error))
    return NULL;
  if (bridge_boundary_get_kind (boundary) == BRIDGE_BOUNDARY_PHRASE && bridge_boundary_get_holder (boundary) != NULL &&
      bridge_space_get_partner (self) != NULL)
    {
      g_set_error_literal (error, BRIDGE_ERROR, BRIDGE_ERROR_INVALID_VALUE,
                           _("A phrase means something because both know it, so it is shared."));
      return NULL;
    }
  if (bridge_boundary_get_holder (boundary) != NULL &&
      bridge_space_find_person (self, bridge_boundary_get_holder (boundary)) == NULL)
    {
      g_set_error_literal (error, BRIDGE_ERROR, BRIDGE_ERROR_INVALID_VALUE, _("That person is not here."));
      return NULL;
    }

  after = bridge_boundary_new (bridge_boundary_get_kind (boundary), bridge_boundary_get_holder (boundary));
  /* What one decides alone stays theirs: who comes later has not agreed to it. */
  if (bridge_space_get_partner (self) == NULL)
    g_object_set (after, "holder", bridge_space_get_speaker_id (self), NULL);
  g_object_set (after,
                "use", bridge_boundary_get_use (boundary),
                "template", bridge_boundary_get_template (boundary),
                NULL);
  bridge_row_take_identity (after, NULL);
  fresh = make_revision (self, after, 1, text, review_on, error);
  if (fresh == NULL)
    return NULL;
  command = bridge_command_new (bridge_space_needs_yes (self, after) ? _("Boundary proposed") : _("Boundary added"));
  if (!add_step (self, command, BRIDGE_BOUNDARY_WRITE, NULL, after, fresh, error) ||
      !add_proposal (self, command, after, TRUE, fresh, error) ||
      !bridge_space_run (self, g_steal_pointer (&command), error))
    return NULL;
  return bridge_space_find_boundary (self, bridge_boundary_get_id (after), error);
}

static gboolean
says_something_new (BridgeBoundary  *before,
                    BridgeRevision  *fresh,
                    GError         **error)
{
  if (!bridge_boundary_is_in_force (before) ||
      bridge_revision_get_review_on (fresh) != bridge_boundary_get_review_on (before) ||
      g_strcmp0 (bridge_revision_get_text (fresh), bridge_revision_get_text (bridge_boundary_get_current (before))) != 0)
    return TRUE;

  g_set_error_literal (error, BRIDGE_ERROR, BRIDGE_ERROR_STATE, _("These are the words it has already. Nothing was changed."));
  return FALSE;
}

/**
 * bridge_space_revise_boundary:
 * @self: a space
 * @id: an id, or how one begins
 * @text: its words
 * @review_on: local midnight of the day on which to look at it again, or %BRIDGE_LOCAL_NONE
 * @error: where to say what went wrong
 *
 * Writes another revision for the speaker, or brings back an ended boundary: at once where it is theirs alone, else as a
 * proposal, which leaves what is in force as it is.
 *
 * Returns: %FALSE with %BRIDGE_ERROR_NOT_FOUND, %BRIDGE_ERROR_INVALID_VALUE, %BRIDGE_ERROR_INVALID_DATE,
 *   %BRIDGE_ERROR_STATE (the other one's limit; something is proposed already; nothing would change) or an error of the
 *   database
 */
gboolean
bridge_space_revise_boundary (BridgeSpace  *self,
                              const char   *id,
                              const char   *text,
                              BridgeLocal   review_on,
                              GError      **error)
{
  g_autoptr (BridgeBoundary) before = NULL;
  g_autoptr (BridgeBoundary) after = NULL;
  g_autoptr (BridgeRevision) fresh = NULL;
  g_autoptr (BridgeCommand) command = NULL;
  g_autoptr (GPtrArray) revisions = NULL;
  int last = 0;

  g_return_val_if_fail (BRIDGE_IS_SPACE (self), FALSE);
  g_return_val_if_fail (id != NULL, FALSE);

  before = bridge_space_find_boundary (self, id, error);
  if (before == NULL)
    return FALSE;
  revisions = bridge_store_load_revisions (bridge_space_get_database (self), bridge_boundary_get_id (before), error);
  if (revisions == NULL)
    return FALSE;
  if (revisions->len > 0)
    last = bridge_revision_get_number (g_ptr_array_index (revisions, revisions->len - 1));

  after = bridge_boundary_copy (before);
  fresh = make_revision (self, before, last + 1, text, review_on, error);
  if (fresh == NULL)
    return FALSE;
  command = bridge_command_new (bridge_space_needs_yes (self, before) ? _("Change proposed") : _("Boundary changed"));
  return add_step (self, command, BRIDGE_BOUNDARY_WRITE, before, after, fresh, error) &&
         says_something_new (before, fresh, error) &&
         add_proposal (self, command, before, FALSE, fresh, error) &&
         bridge_space_run (self, g_steal_pointer (&command), error);
}

/* One step that writes no words. */
static gboolean
step (BridgeSpace          *self,
      const char           *id,
      BridgeBoundaryEvent   event,
      const char           *label,
      GError              **error)
{
  g_autoptr (BridgeBoundary) before = bridge_space_find_boundary (self, id, error);
  g_autoptr (BridgeBoundary) after = NULL;
  g_autoptr (BridgeCommand) command = NULL;

  if (before == NULL)
    return FALSE;
  after = bridge_boundary_copy (before);
  command = bridge_command_new (label);
  if (event == BRIDGE_BOUNDARY_END)
    bridge_space_close_invitations (self, command, BRIDGE_INVITATION_BOUNDARY, bridge_boundary_get_id (before));
  return add_step (self, command, event, before, after, NULL, error) &&
         bridge_space_run (self, g_steal_pointer (&command), error);
}

/**
 * bridge_space_agree_boundary:
 * @self: a space
 * @id: an id, or how one begins
 * @error: where to say what went wrong
 *
 * Says the speaker's yes to what is proposed: it is in force from now on. It cannot be taken back, as the other one relies
 * on it; either may end it, or propose other words.
 *
 * Returns: %FALSE with %BRIDGE_ERROR_NOT_FOUND, %BRIDGE_ERROR_STATE (nothing is proposed, or it is their own proposal) or
 *   an error of the database
 */
gboolean
bridge_space_agree_boundary (BridgeSpace  *self,
                             const char   *id,
                             GError      **error)
{
  g_autoptr (BridgeBoundary) boundary = NULL;
  BridgeInvitation *invitation;

  g_return_val_if_fail (BRIDGE_IS_SPACE (self), FALSE);
  g_return_val_if_fail (id != NULL, FALSE);

  boundary = bridge_space_find_boundary (self, id, error);
  if (boundary == NULL)
    return FALSE;
  invitation = bridge_space_find_boundary_invitation (self, boundary);
  if (invitation != NULL && bridge_space_get_boundary_role (self, boundary) == BRIDGE_BOUNDARY_EITHER)
    return bridge_space_answer_invitation (self, bridge_invitation_get_id (invitation), BRIDGE_INVITATION_SAY_YES,
                                           BRIDGE_LOCAL_NONE, 0, error);
  return step (self, id, BRIDGE_BOUNDARY_AGREE, _("Agreed"), error);
}

/**
 * bridge_space_withdraw_boundary:
 * @self: a space
 * @id: an id, or how one begins
 * @error: where to say what went wrong
 *
 * Takes back what the speaker proposed. What was in force before stays in force.
 *
 * Returns: %FALSE with %BRIDGE_ERROR_NOT_FOUND, %BRIDGE_ERROR_STATE (nothing is proposed, or it is the other one's
 *   proposal) or an error of the database
 */
gboolean
bridge_space_withdraw_boundary (BridgeSpace  *self,
                                const char   *id,
                                GError      **error)
{
  g_autoptr (BridgeBoundary) boundary = NULL;
  BridgeInvitation *invitation;

  g_return_val_if_fail (BRIDGE_IS_SPACE (self), FALSE);
  g_return_val_if_fail (id != NULL, FALSE);

  boundary = bridge_space_find_boundary (self, id, error);
  if (boundary == NULL)
    return FALSE;
  invitation = bridge_space_find_boundary_invitation (self, boundary);
  if (invitation != NULL && bridge_space_get_boundary_role (self, boundary) == BRIDGE_BOUNDARY_AUTHOR)
    return bridge_space_withdraw_invitation (self, bridge_invitation_get_id (invitation), error);
  return step (self, id, BRIDGE_BOUNDARY_WITHDRAW, _("Proposal taken back"), error);
}

/**
 * bridge_space_end_boundary:
 * @self: a space
 * @id: an id, or how one begins
 * @error: where to say what went wrong
 *
 * Ends a boundary at once, for the speaker: either may end a shared one, and only its holder a limit.
 *
 * Returns: %FALSE with %BRIDGE_ERROR_NOT_FOUND, %BRIDGE_ERROR_STATE (ended already, only proposed, or the other one's
 *   limit) or an error of the database
 */
gboolean
bridge_space_end_boundary (BridgeSpace  *self,
                           const char   *id,
                           GError      **error)
{
  g_return_val_if_fail (BRIDGE_IS_SPACE (self), FALSE);
  g_return_val_if_fail (id != NULL, FALSE);

  return step (self, id, BRIDGE_BOUNDARY_END, _("Boundary ended"), error);
}

static gboolean
may_set_review (BridgeSpace     *self,
                BridgeBoundary  *boundary,
                BridgeLocal      review_on,
                GError         **error)
{
  BridgeLocal present = bridge_boundary_get_review_on (boundary);
  const char *problem = NULL;

  if (bridge_space_get_boundary_role (self, boundary) == BRIDGE_BOUNDARY_OUTSIDER)
    problem = _("This is the other one’s own limit. Only they write it, and only they end it.");
  else if (!bridge_boundary_is_in_force (boundary))
    problem = _("Only what is in force has a day on which to look at it again.");
  else if (bridge_space_needs_yes (self, boundary) && present != BRIDGE_LOCAL_NONE &&
           (review_on == BRIDGE_LOCAL_NONE || review_on > present))
    problem = _("A sooner day is for each of you to choose. A later one is for both, so you could propose it.");

  if (problem == NULL)
    return TRUE;
  g_set_error_literal (error, BRIDGE_ERROR, BRIDGE_ERROR_STATE, problem);
  return FALSE;
}

/**
 * bridge_space_set_boundary_review:
 * @self: a space
 * @id: an id, or how one begins
 * @review_on: local midnight of a day, or %BRIDGE_LOCAL_NONE
 * @error: where to say what went wrong
 *
 * Chooses the day on which to look at a boundary again, without other words. Of what both agreed to, either may bring the
 * day nearer alone, but not put it off: nothing is kept from being looked at by one.
 *
 * Returns: %FALSE with %BRIDGE_ERROR_NOT_FOUND, %BRIDGE_ERROR_INVALID_DATE, %BRIDGE_ERROR_STATE (the other one's limit, not
 *   in force, or for both to agree on) or an error of the database
 */
gboolean
bridge_space_set_boundary_review (BridgeSpace  *self,
                                  const char   *id,
                                  BridgeLocal   review_on,
                                  GError      **error)
{
  g_autoptr (BridgeBoundary) before = NULL;
  g_autoptr (BridgeBoundary) after = NULL;

  g_return_val_if_fail (BRIDGE_IS_SPACE (self), FALSE);
  g_return_val_if_fail (id != NULL, FALSE);

  before = bridge_space_find_boundary (self, id, error);
  if (before == NULL || !may_set_review (self, before, review_on, error) ||
      !check_review (self, review_on, bridge_boundary_get_review_on (before), error))
    return FALSE;
  if (review_on != BRIDGE_LOCAL_NONE && bridge_local_day_start (review_on) != review_on)
    {
      g_set_error_literal (error, BRIDGE_ERROR, BRIDGE_ERROR_INVALID_DATE, _("Choose a date, without a time."));
      return FALSE;
    }
  after = bridge_boundary_copy (before);
  g_object_set (after, "review-on", review_on, NULL);
  return bridge_space_run_change (self, _("Review day changed"), before, after, error);
}

/**
 * bridge_space_list_revisions:
 * @self: a space
 * @id: an id, or how one begins
 * @error: where to say what went wrong
 *
 * Returns: (transfer full) (nullable) (element-type BridgeRevision): what a boundary has said, the first one first, with what
 *   is proposed; %NULL with %BRIDGE_ERROR_NOT_FOUND, %BRIDGE_ERROR_AMBIGUOUS or an error of the database
 */
GPtrArray *
bridge_space_list_revisions (BridgeSpace  *self,
                             const char   *id,
                             GError      **error)
{
  g_autoptr (BridgeBoundary) boundary = NULL;

  g_return_val_if_fail (BRIDGE_IS_SPACE (self), NULL);
  g_return_val_if_fail (id != NULL, NULL);

  boundary = bridge_space_find_boundary (self, id, error);
  if (boundary == NULL)
    return NULL;
  return bridge_store_load_revisions (bridge_space_get_database (self), bridge_boundary_get_id (boundary), error);
}

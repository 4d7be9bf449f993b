/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "bridge-invitations"

#include "config.h"

#include "bridge-invitation-effects.h"

#include <glib/gi18n-lib.h>

#include "bridge-ids.h"
#include "bridge-json.h"
#include "bridge-ritual-change.h"
#include "bridge-space-private.h"

/* Both are reminded of a moment in time to get ready, and when it is there. */
#define MOMENT_REMIND "30,0"
#define MOMENT_MINUTES 30

/* ---- Rituals ---- */

static gboolean
refuse (GError     **error,
        const char  *sentence)
{
  g_set_error_literal (error, BRIDGE_ERROR, BRIDGE_ERROR_STATE, sentence);
  return FALSE;
}

/* A change is made to what both agreed and goes on; without one the ritual itself is proposed, or that it goes on. */
static gboolean
fits_ritual (BridgeRitual      *ritual,
             BridgeInvitation  *invitation,
             BridgeLocal        now,
             GError           **error)
{
  BridgeRitualState state = bridge_ritual_get_effective_state (ritual, now);

  if (bridge_invitation_get_change (invitation) == NULL)
    return state != BRIDGE_RITUAL_AGREED || refuse (error, _("The ritual is agreed already. Nothing was changed."));

  switch (state)
    {
    case BRIDGE_RITUAL_AGREED:
      return TRUE;
    case BRIDGE_RITUAL_RESTING:
      return refuse (error, _("The ritual rests at the moment, so it was left as it is. The change can be agreed when it goes on."));
    case BRIDGE_RITUAL_ENDED:
      return refuse (error, _("The ritual has ended in the meantime, so it was left as it is."));
    case BRIDGE_RITUAL_DRAFT:
    case BRIDGE_RITUAL_PROPOSED:
      return refuse (error, _("The ritual is not agreed yet, so there is nothing to change in it."));
    }
  g_return_val_if_reached (FALSE);
}

static BridgeRitual *
find_ritual (BridgeSpace       *space,
             BridgeInvitation  *invitation,
             GError           **error)
{
  BridgeRitual *ritual = bridge_space_peek_ritual (space, bridge_invitation_get_subject_id (invitation));

  if (ritual == NULL)
    g_set_error_literal (error, BRIDGE_ERROR, BRIDGE_ERROR_NOT_FOUND,
                         _("The ritual has been removed in the meantime. There is nothing left to agree on."));
  return ritual;
}

static char *
dup_ritual_title (BridgeSpace      *space,
                  BridgeInvitation *invitation)
{
  BridgeRitual *ritual = find_ritual (space, invitation, NULL);

  return g_strdup (ritual != NULL ? bridge_ritual_get_title (ritual) : _("A ritual that has been removed"));
}

/* A time that was named, which is one of this place, in the frame of the schedule. */
static BridgeLocal
get_time_for (BridgeSpace    *space,
              BridgeSchedule *schedule,
              BridgeLocal     time)
{
  g_autoptr (GTimeZone) here = NULL;
  g_autoptr (GTimeZone) zone = NULL;

  if (time == BRIDGE_LOCAL_NONE || bridge_schedule_get_zone (schedule) == NULL)
    return time;
  here = bridge_clock_dup_zone (bridge_space_get_clock (space));
  zone = bridge_zone_new (bridge_schedule_get_zone (schedule), NULL);
  return zone != NULL ? bridge_local_from_utc_ms (bridge_local_to_utc_ms (time, here), zone) : time;
}

static BridgeRitual *
preview_ritual (BridgeSpace       *space,
                BridgeInvitation  *invitation,
                GError           **error)
{
  BridgeRitual *before = find_ritual (space, invitation, error);
  g_autoptr (BridgeRitual) after = NULL;
  BridgeLocal time;

  if (before == NULL ||
      !fits_ritual (before, invitation, bridge_clock_local_now (bridge_space_get_clock (space)), error))
    return NULL;

  after = bridge_ritual_copy (before);
  if (bridge_invitation_get_change (invitation) != NULL &&
      !bridge_ritual_change_apply (after, bridge_invitation_get_change (invitation), error))
    return NULL;
  time = get_time_for (space, bridge_ritual_get_schedule (after), bridge_invitation_get_other_time (invitation));
  if (time != BRIDGE_LOCAL_NONE && !bridge_ritual_move_to (after, time, error))
    return NULL;
  if (!bridge_ritual_validate (after, error))
    return NULL;
  return g_steal_pointer (&after);
}

static gboolean
check_ritual (BridgeSpace       *space,
              BridgeInvitation  *invitation,
              GError           **error)
{
  g_autoptr (BridgeRitual) after = preview_ritual (space, invitation, error);

  /* Nobody plans for the other one, and nobody asks them to give up what is theirs. */
  return after != NULL && bridge_space_check_own (space, find_ritual (space, invitation, NULL), error)
         && bridge_space_check_own (space, after, error)
         && bridge_space_settle_ritual (space, find_ritual (space, invitation, NULL), after, error);
}

static gboolean
agree_ritual (BridgeSpace       *space,
              BridgeInvitation  *invitation,
              BridgeCommand     *command,
              GError           **error)
{
  BridgeLocal now = bridge_clock_local_now (bridge_space_get_clock (space));
  BridgeRitual *found = find_ritual (space, invitation, error);
  g_autoptr (BridgeRitual) before = NULL;
  g_autoptr (BridgeRitual) after = NULL;
  BridgeRitualState state;
  BridgeRitualState next = BRIDGE_RITUAL_AGREED;

  if (found == NULL)
    return FALSE;
  after = preview_ritual (space, invitation, error);
  if (after == NULL)
    return FALSE;

  before = bridge_ritual_copy (found);
  state = bridge_ritual_get_effective_state (before, now);
  if (state != BRIDGE_RITUAL_AGREED)
    {
      if (!bridge_ritual_transition (state,
                                     state == BRIDGE_RITUAL_RESTING || state == BRIDGE_RITUAL_ENDED ? BRIDGE_RITUAL_RESUME
                                                                                                    : BRIDGE_RITUAL_AGREE,
                                     &next, error))
        return FALSE;
    }
  g_object_set (after, "state", next, "resting-until", BRIDGE_LOCAL_NONE, NULL);
  /* What lay between the proposal and the yes was not agreed. */
  if (((state == BRIDGE_RITUAL_DRAFT || state == BRIDGE_RITUAL_PROPOSED) &&
       !bridge_space_count_from_now (space, after, error)) ||
      !bridge_space_settle_ritual (space, before, after, error))
    return FALSE;
  bridge_command_add (command, before, after);
  bridge_space_close_overtaken (space, command, after, invitation);
  return TRUE;
}

/* A proposal that nobody is asked about any more is a draft: whoever wrote it still has it, and nothing on the page of the
 * other one says that something was not wanted. What was agreed stays as it is. */
static void
set_ritual_aside (BridgeSpace      *space,
                  BridgeInvitation *invitation,
                  BridgeCommand    *command)
{
  BridgeRitual *found = find_ritual (space, invitation, NULL);
  g_autoptr (BridgeRitual) before = NULL;
  g_autoptr (BridgeRitual) after = NULL;
  BridgeRitualState next;

  if (found == NULL ||
      !bridge_ritual_transition (bridge_ritual_get_state (found), BRIDGE_RITUAL_SET_ASIDE, &next, NULL))
    return;

  before = bridge_ritual_copy (found);
  after = bridge_ritual_copy (found);
  g_object_set (after, "state", next, NULL);
  bridge_command_add (command, before, after);
}

/* ---- Moments ---- */

/**
 * bridge_invitation_write_moment:
 * @title: (nullable): what it is; %NULL: it goes by its subject
 * @minutes: how long
 *
 * Returns: (transfer full): the proposed values of a moment, a conversation or a check-in as JSON text
 */
char *
bridge_invitation_write_moment (const char *title,
                                int         minutes)
{
  g_autoptr (JsonNode) root = json_node_new (JSON_NODE_OBJECT);
  JsonObject *object = json_object_new ();

  if (title != NULL)
    json_object_set_string_member (object, "title", title);
  json_object_set_int_member (object, "minutes", minutes);
  json_node_take_object (root, object);
  return bridge_json_print (root, FALSE);
}

static gboolean
read_moment (BridgeInvitation  *invitation,
             char             **title,
             int               *minutes,
             GError           **error)
{
  const char *change = bridge_invitation_get_change (invitation);
  g_autoptr (JsonNode) root = change != NULL ? bridge_json_parse (change, -1, error) : NULL;
  JsonObject *object;
  const char *text = NULL;
  gint64 number = MOMENT_MINUTES;

  if (change != NULL && root == NULL)
    return FALSE;

  switch (bridge_invitation_get_subject (invitation))
    {
    case BRIDGE_INVITATION_CONVERSATION:
      text = _("A conversation");
      break;
    case BRIDGE_INVITATION_CHECK_IN:
      text = _("A check-in together");
      break;
    case BRIDGE_INVITATION_RITUAL:
    case BRIDGE_INVITATION_MOMENT:
    case BRIDGE_INVITATION_BOUNDARY:
    case BRIDGE_INVITATION_PROMISE:
    case BRIDGE_INVITATION_MILESTONE:
      break;
    }
  object = root != NULL && JSON_NODE_HOLDS_OBJECT (root) ? json_node_get_object (root) : NULL;
  if (object != NULL &&
      (!bridge_json_read_string (object, "title", text == NULL, &text, error) ||
       !bridge_json_read_int (object, "minutes", FALSE, 1, 480, &number, error)))
    return FALSE;
  if (text == NULL)
    {
      g_set_error_literal (error, BRIDGE_ERROR, BRIDGE_ERROR_INVALID_VALUE, _("Say what it is that you propose."));
      return FALSE;
    }
  *title = g_strdup (text);
  *minutes = (int) number;
  return TRUE;
}

/* ---- Another time of one moment of a ritual ---- */

/**
 * bridge_invitation_write_move:
 * @start: the original start of a moment, local in the frame of its ritual
 *
 * Returns: (transfer full): which moment it is that is proposed for another time, as JSON text
 */
char *
bridge_invitation_write_move (BridgeLocal start)
{
  g_autoptr (JsonNode) root = json_node_new (JSON_NODE_OBJECT);
  JsonObject *object = json_object_new ();
  g_autofree char *text = bridge_local_format (start);

  json_object_set_string_member (object, "start", text);
  json_node_take_object (root, object);
  return bridge_json_print (root, FALSE);
}

/**
 * bridge_invitation_read_move:
 * @invitation: an invitation
 * @start: (out): the original start of the moment, local in the frame of its ritual
 *
 * Returns: whether it is about another time of one moment of a ritual
 */
gboolean
bridge_invitation_read_move (BridgeInvitation *invitation,
                             BridgeLocal      *start)
{
  const char *change = bridge_invitation_get_change (invitation);
  g_autoptr (JsonNode) root = NULL;
  const char *text = NULL;

  if (bridge_invitation_get_subject (invitation) != BRIDGE_INVITATION_MOMENT ||
      bridge_invitation_get_subject_id (invitation) == NULL || change == NULL)
    return FALSE;
  root = bridge_json_parse (change, -1, NULL);
  return root != NULL && JSON_NODE_HOLDS_OBJECT (root) &&
         bridge_json_read_string (json_node_get_object (root), "start", TRUE, &text, NULL) &&
         bridge_local_parse (text, start, NULL);
}

static BridgeOccurrence *
find_moved (BridgeSpace       *space,
            BridgeInvitation  *invitation,
            BridgeLocal        start,
            GError           **error)
{
  g_autofree char *name = NULL;

  if (find_ritual (space, invitation, error) == NULL)
    return NULL;
  name = bridge_occurrence_format_name (bridge_invitation_get_subject_id (invitation), start);
  return bridge_space_find_occurrence (space, name, error);
}

/* Where it would be, in the frame of the ritual. */
static BridgeLocal
get_target (BridgeSpace      *space,
            BridgeInvitation *invitation,
            BridgeOccurrence *occurrence)
{
  return get_time_for (space, bridge_ritual_get_schedule (bridge_occurrence_get_ritual (occurrence)),
                       bridge_invitation_get_time (invitation));
}

/* What it would be, as something that comes once. */
static BridgeRitual *
preview_move (BridgeSpace       *space,
              BridgeInvitation  *invitation,
              BridgeLocal        start,
              GError           **error)
{
  g_autoptr (BridgeOccurrence) occurrence = find_moved (space, invitation, start, error);
  g_autoptr (BridgeRitual) moment = NULL;
  g_autoptr (BridgeSchedule) schedule = NULL;
  BridgeRitual *ritual;
  const char *problem = NULL;

  if (occurrence == NULL)
    return NULL;
  /* What is left out, or let be, takes the proposal along: one that waits asks to have it planned again. */
  ritual = bridge_occurrence_get_ritual (occurrence);
  if (bridge_occurrence_get_outcome (occurrence) != BRIDGE_OUTCOME_NONE &&
      !bridge_space_bring_back_needs_yes (space, occurrence))
    problem = _("This moment has its answer already, so it was left as it is.");
  else if (!bridge_ritual_is_active (ritual, bridge_clock_local_now (bridge_space_get_clock (space))))
    problem = _("The ritual is not agreed at present, so the moment was left as it is.");
  if (problem != NULL)
    {
      refuse (error, problem);
      return NULL;
    }
  schedule = bridge_schedule_new (bridge_invitation_get_time (invitation), NULL, NULL, NULL, error);
  if (schedule == NULL)
    return NULL;
  moment = bridge_ritual_copy (ritual);
  g_object_set (moment, "schedule", schedule, NULL);
  return g_steal_pointer (&moment);
}

static gboolean
check_move (BridgeSpace       *space,
            BridgeInvitation  *invitation,
            BridgeLocal        start,
            GError           **error)
{
  g_autoptr (BridgeRitual) moment = preview_move (space, invitation, start, error);
  g_autoptr (BridgeOccurrence) occurrence = moment != NULL ? find_moved (space, invitation, start, error) : NULL;

  if (occurrence == NULL)
    return FALSE;
  if (get_target (space, invitation, occurrence) == bridge_occurrence_get_planned (occurrence) &&
      !bridge_occurrence_get_left_out (occurrence) && !bridge_space_bring_back_needs_yes (space, occurrence))
    return refuse (error, _("That is how it is already, so there is nothing to ask."));
  return bridge_space_check_move (space, occurrence, get_target (space, invitation, occurrence), error);
}

static gboolean
agree_move (BridgeSpace       *space,
            BridgeInvitation  *invitation,
            BridgeLocal        start,
            BridgeCommand     *command,
            GError           **error)
{
  g_autoptr (BridgeRitual) moment = preview_move (space, invitation, start, error);
  g_autoptr (BridgeOccurrence) occurrence = moment != NULL ? find_moved (space, invitation, start, error) : NULL;

  return occurrence != NULL &&
         bridge_space_add_move (space, command, occurrence, get_target (space, invitation, occurrence), error);
}

/* ---- Moments, whichever they are ---- */

static char *
dup_moment_title (BridgeSpace      *space,
                  BridgeInvitation *invitation)
{
  char *title = NULL;
  BridgeLocal start;
  int minutes;

  if (bridge_invitation_read_move (invitation, &start))
    return dup_ritual_title (space, invitation);
  return read_moment (invitation, &title, &minutes, NULL) ? title : g_strdup (_("A moment together"));
}

static BridgeRitual *
preview_moment (BridgeSpace       *space,
                BridgeInvitation  *invitation,
                GError           **error)
{
  g_autoptr (BridgeRitual) moment = bridge_ritual_new ();
  g_autoptr (BridgeSchedule) schedule = NULL;
  g_autofree char *title = NULL;
  BridgeLocal start;
  int minutes;

  if (bridge_invitation_get_time (invitation) == BRIDGE_LOCAL_NONE)
    {
      g_set_error_literal (error, BRIDGE_ERROR, BRIDGE_ERROR_INVALID_DATE, _("Say when you propose it for."));
      return NULL;
    }
  if (bridge_invitation_read_move (invitation, &start))
    return preview_move (space, invitation, start, error);
  if (!read_moment (invitation, &title, &minutes, error))
    return NULL;
  schedule = bridge_schedule_new (bridge_invitation_get_time (invitation), NULL, NULL, NULL, error);
  if (schedule == NULL)
    return NULL;
  g_object_set (moment,
                "title", title,
                "minutes", minutes,
                "schedule", schedule,
                "remind", MOMENT_REMIND,
                "state", BRIDGE_RITUAL_AGREED,
                NULL);
  return bridge_ritual_validate (moment, error) ? g_steal_pointer (&moment) : NULL;
}

static gboolean
check_moment (BridgeSpace       *space,
              BridgeInvitation  *invitation,
              GError           **error)
{
  g_autoptr (BridgeRitual) moment = preview_moment (space, invitation, error);
  BridgeLocal start;

  if (moment == NULL)
    return FALSE;
  if (bridge_invitation_read_move (invitation, &start))
    return check_move (space, invitation, start, error);
  if (bridge_invitation_get_time (invitation) > bridge_clock_local_now (bridge_space_get_clock (space)))
    return TRUE;
  g_set_error_literal (error, BRIDGE_ERROR, BRIDGE_ERROR_INVALID_DATE, _("Choose a time that is still to come."));
  return FALSE;
}

/* A moment is a ritual that comes once, so it is in the agenda and in the calendar, and both are reminded of it. */
static gboolean
agree_moment (BridgeSpace       *space,
              BridgeInvitation  *invitation,
              BridgeCommand     *command,
              GError           **error)
{
  g_autoptr (BridgeRitual) moment = NULL;
  g_autofree char *id = bridge_id_new ();
  BridgeLocal start;

  if (bridge_invitation_get_time (invitation) <= bridge_clock_local_now (bridge_space_get_clock (space)))
    {
      g_set_error_literal (error, BRIDGE_ERROR, BRIDGE_ERROR_INVALID_DATE,
                           _("The time it was proposed for has gone by. You could name another time."));
      return FALSE;
    }
  if (bridge_invitation_read_move (invitation, &start))
    return agree_move (space, invitation, start, command, error);
  moment = preview_moment (space, invitation, error);
  if (moment == NULL)
    return FALSE;
  g_object_set (moment, "id", id, "reminding-since", bridge_space_now (space), NULL);
  g_object_set (invitation, "subject-id", id, NULL);
  bridge_command_add (command, NULL, moment);
  return TRUE;
}

#define MOMENT_EFFECTS \
  { dup_moment_title, check_moment, preview_moment, agree_moment, NULL, FALSE }

static const BridgeInvitationEffects effects[] = {
  [BRIDGE_INVITATION_RITUAL] = { dup_ritual_title, check_ritual, preview_ritual, agree_ritual, set_ritual_aside, FALSE },
  [BRIDGE_INVITATION_MOMENT] = MOMENT_EFFECTS,
  [BRIDGE_INVITATION_BOUNDARY] = { bridge_boundary_dup_invitation_title, bridge_boundary_check_invitation, NULL,
                                   bridge_boundary_agree_invitation, bridge_boundary_set_invitation_aside, TRUE },
  [BRIDGE_INVITATION_CONVERSATION] = MOMENT_EFFECTS,
  [BRIDGE_INVITATION_CHECK_IN] = MOMENT_EFFECTS,
  [BRIDGE_INVITATION_PROMISE] = { bridge_promise_dup_invitation_title, bridge_promise_check_invitation, NULL,
                                  bridge_promise_agree_invitation, NULL, FALSE },
  [BRIDGE_INVITATION_MILESTONE] = { bridge_milestone_dup_invitation_title, bridge_milestone_check_invitation, NULL,
                                    bridge_milestone_agree_invitation, NULL, TRUE },
};

/**
 * bridge_invitation_effects_get:
 * @subject: what an invitation is about
 *
 * Returns: (transfer none) (nullable): what it does, or %NULL where that cannot be proposed
 */
const BridgeInvitationEffects *
bridge_invitation_effects_get (BridgeInvitationSubject subject)
{
  return subject < G_N_ELEMENTS (effects) && effects[subject].agree != NULL ? &effects[subject] : NULL;
}

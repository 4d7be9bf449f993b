/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "bridge-space"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "bridge-ids.h"
#include "bridge-space-private.h"
#include "bridge-words.h"

/**
 * bridge_space_find_ritual:
 * @self: a space
 * @id_or_prefix: an id, or how one begins
 * @error: where to say what went wrong
 *
 * Finds a ritual that has not been removed.
 *
 * Returns: (transfer full) (nullable): a copy of it, or %NULL with %BRIDGE_ERROR_NOT_FOUND or %BRIDGE_ERROR_AMBIGUOUS
 */
BridgeRitual *
bridge_space_find_ritual (BridgeSpace  *self,
                          const char   *id_or_prefix,
                          GError      **error)
{
  g_autoptr (BridgeRitual) found = NULL;

  g_return_val_if_fail (BRIDGE_IS_SPACE (self), NULL);
  g_return_val_if_fail (id_or_prefix != NULL, NULL);

  found = bridge_list_require (bridge_space_get_rituals (self), (BridgeKeyFunc) bridge_ritual_get_id, id_or_prefix, error);
  return found != NULL ? bridge_ritual_copy (found) : NULL;
}

/**
 * bridge_space_is_others_own:
 * @self: a space
 * @ritual: a ritual
 *
 * Returns: whether it is only for the one who is not speaking; in solo nothing is
 */
gboolean
bridge_space_is_others_own (BridgeSpace  *self,
                            BridgeRitual *ritual)
{
  BridgePerson *listener;

  g_return_val_if_fail (BRIDGE_IS_SPACE (self), FALSE);
  g_return_val_if_fail (BRIDGE_IS_RITUAL (ritual), FALSE);

  listener = bridge_space_get_listener (self);
  return listener != NULL && g_strcmp0 (bridge_ritual_get_who (ritual), bridge_person_get_id (listener)) == 0;
}

/**
 * bridge_space_check_own:
 * @self: a space
 * @ritual: a ritual as it is
 * @error: where to say whose it is
 *
 * Refuses what only the holder of a ritual of one does with it.
 *
 * Returns: %FALSE with %BRIDGE_ERROR_STATE
 */
gboolean
bridge_space_check_own (BridgeSpace   *self,
                        BridgeRitual  *ritual,
                        GError       **error)
{
  if (!bridge_space_is_others_own (self, ritual))
    return TRUE;

  g_set_error (error, BRIDGE_ERROR, BRIDGE_ERROR_STATE,
               /* Translators: %s is a name */
               _("This is %s’s own, so it was left as it is: what becomes of it is up to them."),
               bridge_person_get_name (bridge_space_get_listener (self)));
  return FALSE;
}

/* What one person is to do is theirs to plan. */
static gboolean
check_not_handed_over (BridgeSpace   *self,
                       BridgeRitual  *ritual,
                       GError       **error)
{
  if (!bridge_space_is_others_own (self, ritual))
    return TRUE;

  g_set_error (error, BRIDGE_ERROR, BRIDGE_ERROR_STATE,
               /* Translators: %s is a name */
               _("What is only for %s is theirs to plan. You could propose something for both of you."),
               bridge_person_get_name (bridge_space_get_listener (self)));
  return FALSE;
}

static void
clean_string (BridgeRitual *ritual,
              const char   *property,
              const char   *text)
{
  g_autofree char *clean = text != NULL ? bridge_text_clean (text, FALSE) : NULL;

  g_object_set (ritual, property, clean != NULL ? clean : "", NULL);
}

static void
clean_steps (BridgeRitual *ritual)
{
  const char *const *steps = bridge_ritual_get_steps (ritual);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) cleaned = NULL;

  for (guint i = 0; steps != NULL && steps[i] != NULL; i++)
    {
      g_autofree char *clean = bridge_text_clean (steps[i], FALSE);

      if (clean != NULL)
        g_strv_builder_add (builder, clean);
    }
  cleaned = g_strv_builder_end (builder);
  g_object_set (ritual, "steps", cleaned, NULL);
}

static gboolean
check_person (BridgeSpace  *self,
              const char   *id,
              GError      **error)
{
  if (id == NULL || bridge_space_find_person (self, id) != NULL)
    return TRUE;

  g_set_error_literal (error, BRIDGE_ERROR, BRIDGE_ERROR_INVALID_VALUE, _("The ritual names a person who is not here."));
  return FALSE;
}

/**
 * bridge_space_take_over_ritual:
 * @self: a space
 * @given: what a person entered
 * @error: where to say what went wrong
 *
 * Makes clean and checks what a person typed.
 *
 * Returns: (transfer full) (nullable): a copy, or %NULL with %BRIDGE_ERROR_INVALID_VALUE or %BRIDGE_ERROR_STATE (it would be the
 *   other one's own)
 */
BridgeRitual *
bridge_space_take_over_ritual (BridgeSpace   *self,
                               BridgeRitual  *given,
                               GError       **error)
{
  g_autoptr (BridgeRitual) ritual = bridge_ritual_copy (given);
  g_autofree char *remind = NULL;

  clean_string (ritual, "title", bridge_ritual_get_title (given));
  clean_string (ritual, "when-then", bridge_ritual_get_when_then (given));
  clean_string (ritual, "smaller", bridge_ritual_get_smaller (given));
  clean_steps (ritual);
  if (!bridge_ritual_validate (ritual, error) ||
      !check_person (self, bridge_ritual_get_who (ritual), error) ||
      !check_person (self, bridge_ritual_get_lead (ritual), error) ||
      !check_not_handed_over (self, ritual, error) ||
      !bridge_remind_parse (bridge_ritual_get_remind (ritual), &remind, error))
    return NULL;

  g_object_set (ritual, "remind", remind, NULL);
  return g_steal_pointer (&ritual);
}

/**
 * bridge_space_add_ritual:
 * @self: a space
 * @ritual: its values; the id and the stamps are given here
 * @error: where to say what went wrong
 *
 * Adds a ritual. It reminds of what is due from now on. One for both is a draft, or bridge_space_propose_ritual() asks.
 *
 * Returns: (transfer full) (nullable): the ritual as it is stored, or %NULL with %BRIDGE_ERROR_NOT_SET_UP,
 *   %BRIDGE_ERROR_INVALID_VALUE, %BRIDGE_ERROR_STATE (needs a yes, or would be the other one's own) or an error of the
 *   database
 */
BridgeRitual *
bridge_space_add_ritual (BridgeSpace   *self,
                         BridgeRitual  *ritual,
                         GError       **error)
{
  g_autoptr (BridgeRitual) after = NULL;
  g_autoptr (BridgeCommand) command = NULL;
  g_autofree char *id = bridge_id_new ();

  g_return_val_if_fail (BRIDGE_IS_SPACE (self), NULL);
  g_return_val_if_fail (BRIDGE_IS_RITUAL (ritual), NULL);

  if (!bridge_space_require_set_up (self, error))
    return NULL;
  after = bridge_space_take_over_ritual (self, ritual, error);
  if (after == NULL || !bridge_space_check_new (self, after, error))
    return NULL;

  g_object_set (after,
                "id", id,
                "reminding-since", bridge_space_now (self),
                "created-at", (gint64) 0,
                "updated-at", (gint64) 0,
                "deleted-at", (gint64) 0,
                NULL);
  command = bridge_command_new (_("Ritual added"));
  bridge_command_add (command, NULL, after);
  if (!bridge_space_run (self, g_steal_pointer (&command), error))
    return NULL;
  return bridge_space_find_ritual (self, id, error);
}

/* The present in the schedule's own frame. */
static BridgeLocal
get_schedule_now (BridgeSpace    *self,
                  BridgeSchedule *schedule)
{
  BridgeClock *clock = bridge_space_get_clock (self);

  if (bridge_schedule_get_zone (schedule) != NULL)
    {
      g_autoptr (GTimeZone) zone = bridge_zone_new (bridge_schedule_get_zone (schedule), NULL);

      if (zone != NULL)
        return bridge_local_from_utc_ms (bridge_clock_now (clock), zone);
    }
  return bridge_clock_local_now (clock);
}

static gboolean
has_same_schedule (BridgeRitual *a,
                   BridgeRitual *b)
{
  return bridge_schedule_equal (bridge_ritual_get_schedule (a), bridge_ritual_get_schedule (b));
}

/**
 * bridge_space_count_from_now:
 * @self: a space
 * @ritual: a ritual that is not stored yet
 * @error: where to say that nothing lies ahead
 *
 * Has its schedule begin with the first moment from now on.
 *
 * Returns: %FALSE with %BRIDGE_ERROR_INVALID_DATE
 */
gboolean
bridge_space_count_from_now (BridgeSpace   *self,
                             BridgeRitual  *ritual,
                             GError       **error)
{
  BridgeSchedule *schedule = bridge_ritual_get_schedule (ritual);
  g_autoptr (BridgeSchedule) rest = bridge_schedule_dup_from (schedule, get_schedule_now (self, schedule));

  if (rest == NULL)
    {
      g_set_error_literal (error, BRIDGE_ERROR, BRIDGE_ERROR_INVALID_DATE,
                           _("With this change no moment would lie ahead. Choose a time that is still to come."));
      return FALSE;
    }
  g_object_set (ritual, "schedule", rest, NULL);
  return TRUE;
}

static const char *
get_event_label (BridgeRitualEvent event)
{
  switch (event)
    {
    case BRIDGE_RITUAL_PROPOSE:
      return _("Ritual is proposed");
    case BRIDGE_RITUAL_AGREE:
      return _("Ritual is agreed");
    case BRIDGE_RITUAL_REST:
      return _("Ritual is resting");
    case BRIDGE_RITUAL_RESUME:
      return _("Ritual goes on");
    case BRIDGE_RITUAL_END:
      return _("Ritual has ended");
    case BRIDGE_RITUAL_SET_ASIDE:
      return _("Ritual is a draft");
    }
  g_assert_not_reached ();
}

/* What was waiting for a yes may get it together with other words: that is one step for whoever takes it back. */
static gboolean
find_step_ahead (BridgeRitual       *before,
                 BridgeRitual       *edited,
                 BridgeRitualEvent  *event,
                 BridgeRitualState  *next)
{
  BridgeRitualState wanted = bridge_ritual_get_state (edited);

  if (wanted != BRIDGE_RITUAL_PROPOSED && wanted != BRIDGE_RITUAL_AGREED)
    return FALSE;

  *event = wanted == BRIDGE_RITUAL_PROPOSED ? BRIDGE_RITUAL_PROPOSE : BRIDGE_RITUAL_AGREE;
  return bridge_ritual_transition (bridge_ritual_get_state (before), *event, next, NULL);
}

/* From when on changed lead times count. What waits for quiet hours to end is not lost by it. */
static gint64
get_new_leads_since (BridgeSpace  *self,
                     BridgeRitual *before)
{
  g_autoptr (GTimeZone) here = bridge_clock_dup_zone (bridge_space_get_clock (self));
  gint64 now = bridge_space_now (self);
  BridgeLocal local = bridge_local_from_utc_ms (now, here);
  BridgeLocal begin = bridge_hours_find_begin (bridge_space_get_hours (self), BRIDGE_HOURS_QUIET, local);

  if (begin == local || *bridge_ritual_get_remind (before) == '\0')
    return now;
  return MIN (MAX (bridge_local_to_utc_ms (begin, here), bridge_ritual_get_reminding_since (before)), now);
}

/**
 * bridge_space_settle_ritual:
 * @self: a space
 * @before: a ritual as it is stored
 * @after: as it will be
 * @error: where to say that nothing lies ahead
 *
 * Has a changed schedule count from now on, and says from when on reminders do.
 *
 * Returns: %FALSE with %BRIDGE_ERROR_INVALID_DATE
 */
gboolean
bridge_space_settle_ritual (BridgeSpace   *self,
                            BridgeRitual  *before,
                            BridgeRitual  *after,
                            GError       **error)
{
  gboolean agreed = bridge_ritual_get_state (after) == BRIDGE_RITUAL_AGREED &&
                    bridge_ritual_get_state (before) != BRIDGE_RITUAL_AGREED;
  gboolean moved = !has_same_schedule (before, after);

  if (moved && !bridge_space_count_from_now (self, after, error))
    return FALSE;
  if (agreed || moved)
    g_object_set (after, "reminding-since", bridge_space_now (self), NULL);
  else if (g_strcmp0 (bridge_ritual_get_remind (before), bridge_ritual_get_remind (after)) != 0)
    g_object_set (after, "reminding-since", get_new_leads_since (self, before), NULL);
  return TRUE;
}

/**
 * bridge_space_update_ritual:
 * @self: a space
 * @edited: a copy with other values; the id says which
 * @error: where to say what went wrong
 *
 * Changes a ritual. A changed schedule counts from now on: what lies behind stays as it was recorded.
 * A draft or a proposal may be proposed or agreed in the same step; every other state stays as it is and is the affair of
 * bridge_space_change_ritual_state().
 *
 * What asks something of the listener, too, is refused: bridge_space_propose_ritual() asks. What was proposed and no longer fits
 * is withdrawn by it.
 *
 * Returns: %FALSE with %BRIDGE_ERROR_NOT_FOUND, %BRIDGE_ERROR_INVALID_VALUE, %BRIDGE_ERROR_INVALID_DATE (no moment ahead),
 *   %BRIDGE_ERROR_STATE (needs a yes, or is the other one's own) or an error of the database
 */
gboolean
bridge_space_update_ritual (BridgeSpace   *self,
                            BridgeRitual  *edited,
                            GError       **error)
{
  g_autoptr (BridgeRitual) before = NULL;
  g_autoptr (BridgeRitual) after = NULL;
  g_autoptr (BridgeCommand) command = NULL;
  BridgeRitualEvent event;
  BridgeRitualState state;
  gboolean ahead;
  gint64 created_at;

  g_return_val_if_fail (BRIDGE_IS_SPACE (self), FALSE);
  g_return_val_if_fail (BRIDGE_IS_RITUAL (edited), FALSE);

  before = bridge_space_find_ritual (self, bridge_ritual_get_id (edited), error);
  if (before == NULL || !bridge_space_check_own (self, before, error))
    return FALSE;
  after = bridge_space_take_over_ritual (self, edited, error);
  if (after == NULL)
    return FALSE;

  ahead = find_step_ahead (before, edited, &event, &state);
  g_object_get (before, "created-at", &created_at, NULL);
  g_object_set (after,
                "state", ahead ? state : bridge_ritual_get_state (before),
                "resting-until", bridge_ritual_get_resting_until (before),
                "reminding-since", bridge_ritual_get_reminding_since (before),
                "created-at", created_at,
                "deleted-at", (gint64) 0,
                NULL);
  if (!bridge_space_check_decision (self, before, after, error) ||
      !bridge_space_settle_ritual (self, before, after, error))
    return FALSE;

  command = bridge_command_new (ahead ? get_event_label (event) : _("Ritual changed"));
  bridge_command_add (command, before, after);
  bridge_space_close_overtaken (self, command, after, NULL);
  return bridge_space_run (self, g_steal_pointer (&command), error);
}

/**
 * bridge_space_close_reminders:
 * @self: a space
 * @command: what to add to
 * @ritual_id: a ritual
 * @start: the start of one of its moments, or %BRIDGE_LOCAL_NONE for all of them
 * @event: what happens to the reminders
 * @reason: why, as the log keeps it
 * @error: where to say what went wrong
 *
 * Adds to a command that the open reminders of a moment, or of a whole ritual, are done with.
 *
 * Returns: %FALSE with an error of the database
 */
gboolean
bridge_space_close_reminders (BridgeSpace          *self,
                              BridgeCommand        *command,
                              const char           *ritual_id,
                              BridgeLocal           start,
                              BridgeReminderEvent   event,
                              const char           *reason,
                              GError              **error)
{
  BridgeDatabase *db = bridge_space_get_database (self);
  g_autoptr (GPtrArray) reminders = NULL;

  if (start != BRIDGE_LOCAL_NONE)
    reminders = bridge_store_load_reminders_of (db, ritual_id, start, error);
  else
    reminders = bridge_store_load_reminders_open (db, error);
  if (reminders == NULL)
    return FALSE;

  for (guint i = 0; i < reminders->len; i++)
    {
      BridgeReminder *before = g_ptr_array_index (reminders, i);
      g_autoptr (BridgeReminder) after = NULL;
      BridgeReminderState next;

      if (g_strcmp0 (bridge_reminder_get_ritual_id (before), ritual_id) != 0 ||
          !bridge_reminder_transition (bridge_reminder_get_state (before), event, &next, NULL))
        continue;
      after = bridge_reminder_copy (before);
      g_object_set (after, "state", next, "reason", reason, NULL);
      bridge_command_add (command, before, after);
    }
  return TRUE;
}

/* Whoever shortens a rest takes the ritual up again, only later. */
static gboolean
is_shorter_rest (BridgeRitual *before,
                 BridgeLocal   rest_until,
                 BridgeLocal   now)
{
  BridgeLocal until = bridge_ritual_get_resting_until (before);

  return bridge_ritual_get_effective_state (before, now) == BRIDGE_RITUAL_RESTING && rest_until != BRIDGE_LOCAL_NONE &&
         (until == BRIDGE_LOCAL_NONE || rest_until < until);
}

/**
 * bridge_space_change_ritual_state:
 * @self: a space
 * @id: a ritual's id
 * @event: what happens to it
 * @rest_until: with %BRIDGE_RITUAL_REST: the day it goes on by itself, or %BRIDGE_LOCAL_NONE
 * @error: where to say what went wrong
 *
 * Proposes, agrees, rests, resumes or ends a ritual. What rests or has ended takes its reminders along. Of the other one's
 * own nothing of that is the speaker's to do (%BRIDGE_ERROR_STATE).
 *
 * Returns: %FALSE with %BRIDGE_ERROR_NOT_FOUND, %BRIDGE_ERROR_STATE, %BRIDGE_ERROR_INVALID_DATE or an error of the database
 */
gboolean
bridge_space_change_ritual_state (BridgeSpace        *self,
                                  const char         *id,
                                  BridgeRitualEvent   event,
                                  BridgeLocal         rest_until,
                                  GError            **error)
{
  g_autoptr (BridgeRitual) before = NULL;
  g_autoptr (BridgeRitual) after = NULL;
  g_autoptr (BridgeCommand) command = NULL;
  BridgeLocal now;
  BridgeRitualState next;

  g_return_val_if_fail (BRIDGE_IS_SPACE (self), FALSE);

  before = bridge_space_find_ritual (self, id, error);
  if (before == NULL || !bridge_space_check_own (self, before, error))
    return FALSE;

  now = bridge_clock_local_now (bridge_space_get_clock (self));
  if (!bridge_ritual_transition (bridge_ritual_get_effective_state (before, now), event, &next, error))
    return FALSE;
  if (event == BRIDGE_RITUAL_REST && rest_until != BRIDGE_LOCAL_NONE)
    {
      rest_until = bridge_local_day_start (rest_until);
      if (rest_until <= now)
        {
          g_set_error_literal (error, BRIDGE_ERROR, BRIDGE_ERROR_INVALID_DATE,
                               _("Choose a day after today for the ritual to go on."));
          return FALSE;
        }
    }

  after = bridge_ritual_copy (before);
  if ((event == BRIDGE_RITUAL_AGREE || event == BRIDGE_RITUAL_RESUME || event == BRIDGE_RITUAL_PROPOSE ||
       event == BRIDGE_RITUAL_SET_ASIDE) &&
      !bridge_space_check_event (self, before, event, error))
    return FALSE;
  if (event == BRIDGE_RITUAL_REST && is_shorter_rest (before, rest_until, now) &&
      !bridge_space_check_event (self, before, BRIDGE_RITUAL_RESUME, error))
    return FALSE;
  g_object_set (after, "state", next, "resting-until", event == BRIDGE_RITUAL_REST ? rest_until : BRIDGE_LOCAL_NONE, NULL);
  if (next == BRIDGE_RITUAL_AGREED)
    g_object_set (after, "reminding-since", bridge_space_now (self), NULL);

  command = bridge_command_new (get_event_label (event));
  bridge_command_add (command, before, after);
  if ((event == BRIDGE_RITUAL_REST || event == BRIDGE_RITUAL_END) &&
      !bridge_space_close_reminders (self, command, bridge_ritual_get_id (before), BRIDGE_LOCAL_NONE,
                                     BRIDGE_REMINDER_EVENT_WITHDRAW,
                                     event == BRIDGE_RITUAL_REST ? "resting" : "ended", error))
    return FALSE;
  if (event == BRIDGE_RITUAL_PROPOSE && bridge_space_find_more (self, NULL, after) != 0 &&
      bridge_space_add_proposal (self, command, BRIDGE_INVITATION_RITUAL, bridge_ritual_get_id (before), NULL, NULL,
                                 BRIDGE_LOCAL_NONE, error) == NULL)
    return FALSE;
  if (event == BRIDGE_RITUAL_END)
    bridge_space_close_invitations (self, command, BRIDGE_INVITATION_RITUAL, bridge_ritual_get_id (before));
  return bridge_space_run (self, g_steal_pointer (&command), error);
}

/**
 * bridge_space_swap_lead:
 * @self: a space
 * @id: a ritual's id
 * @error: where to say what went wrong
 *
 * Passes the lead of a ritual to the other one.
 *
 * Returns: %FALSE with %BRIDGE_ERROR_NOT_FOUND, %BRIDGE_ERROR_STATE (nobody leads it, or it is the other one's own) or an error
 *   of the database
 */
gboolean
bridge_space_swap_lead (BridgeSpace  *self,
                        const char   *id,
                        GError      **error)
{
  g_autoptr (BridgeRitual) before = NULL;
  g_autoptr (BridgeRitual) after = NULL;
  g_autoptr (BridgeCommand) command = NULL;
  BridgePerson *me, *partner;

  g_return_val_if_fail (BRIDGE_IS_SPACE (self), FALSE);

  before = bridge_space_find_ritual (self, id, error);
  if (before == NULL || !bridge_space_check_own (self, before, error))
    return FALSE;

  me = bridge_space_get_me (self);
  partner = bridge_space_get_partner (self);
  if (partner == NULL || bridge_ritual_get_lead (before) == NULL)
    {
      g_set_error_literal (error, BRIDGE_ERROR, BRIDGE_ERROR_STATE, _("Nobody takes turns in leading this ritual."));
      return FALSE;
    }

  after = bridge_ritual_copy (before);
  g_object_set (after, "lead",
                bridge_person_get_id (g_strcmp0 (bridge_ritual_get_lead (before), bridge_person_get_id (me)) == 0 ? partner : me),
                NULL);
  command = bridge_command_new (_("The other one leads next"));
  bridge_command_add (command, before, after);
  bridge_space_close_overtaken (self, command, after, NULL);
  return bridge_space_run (self, g_steal_pointer (&command), error);
}

/* What both have a record of is not one's alone to take away. */
static gboolean
check_removable (BridgeSpace   *self,
                 BridgeRitual  *ritual,
                 GError       **error)
{
  BridgeRitualState state = bridge_ritual_get_state (ritual);
  g_autoptr (GArray) recorded = NULL;

  if (!bridge_space_check_own (self, ritual, error))
    return FALSE;
  if (bridge_space_get_listener (self) == NULL || bridge_ritual_get_who (ritual) != NULL || state == BRIDGE_RITUAL_DRAFT ||
      state == BRIDGE_RITUAL_PROPOSED)
    return TRUE;
  recorded = bridge_store_list_history_keys (bridge_space_get_database (self), bridge_ritual_get_id (ritual), error);
  if (recorded == NULL)
    return FALSE;
  if (recorded->len == 0)
    return TRUE;

  g_set_error_literal (error, BRIDGE_ERROR, BRIDGE_ERROR_STATE,
                       state == BRIDGE_RITUAL_ENDED
                         ? _("What became of it belongs to you both, so it stays on record.")
                         : _("What became of it belongs to you both, so it stays on record. You could end the ritual instead."));
  return FALSE;
}

/**
 * bridge_space_may_remove_ritual:
 * @self: a space
 * @ritual: a ritual as it is
 *
 * Returns: whether the speaker can remove it: it is not the other one's own, and no record of both goes with it
 */
gboolean
bridge_space_may_remove_ritual (BridgeSpace  *self,
                                BridgeRitual *ritual)
{
  g_return_val_if_fail (BRIDGE_IS_SPACE (self), FALSE);
  g_return_val_if_fail (BRIDGE_IS_RITUAL (ritual), FALSE);

  return check_removable (self, ritual, NULL);
}

/**
 * bridge_space_remove_ritual:
 * @self: a space
 * @id: a ritual's id
 * @error: where to say what went wrong
 *
 * Removes a ritual; Undo brings it back. What was recorded of it stays in the file. One of two does not remove what both have
 * a record of: bridge_space_change_ritual_state() ends it.
 *
 * Returns: %FALSE with %BRIDGE_ERROR_NOT_FOUND, %BRIDGE_ERROR_STATE (it is the other one's own, or on record for both) or an
 *   error of the database
 */
gboolean
bridge_space_remove_ritual (BridgeSpace  *self,
                            const char   *id,
                            GError      **error)
{
  g_autoptr (BridgeRitual) before = NULL;
  g_autoptr (BridgeRitual) after = NULL;
  g_autoptr (BridgeCommand) command = NULL;

  g_return_val_if_fail (BRIDGE_IS_SPACE (self), FALSE);

  before = bridge_space_find_ritual (self, id, error);
  if (before == NULL || !check_removable (self, before, error))
    return FALSE;

  after = bridge_ritual_copy (before);
  g_object_set (after, "deleted-at", bridge_space_now (self), NULL);
  command = bridge_command_new (_("Ritual removed"));
  bridge_command_add (command, before, after);
  if (!bridge_space_close_reminders (self, command, bridge_ritual_get_id (before), BRIDGE_LOCAL_NONE,
                                     BRIDGE_REMINDER_EVENT_WITHDRAW, "removed", error))
    return FALSE;
  bridge_space_close_invitations (self, command, BRIDGE_INVITATION_RITUAL, bridge_ritual_get_id (before));
  return bridge_space_run (self, g_steal_pointer (&command), error);
}

/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "bridge-space"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "bridge-due-rules.h"
#include "bridge-hold.h"
#include "bridge-paged-list-private.h"
#include "bridge-planner.h"
#include "bridge-snooze.h"
#include "bridge-space-private.h"

/* Errors about a moment name no title: a notification and the service's log repeat them. */

#define SNOOZE_MAX_MS (7 * 24 * 60 * BRIDGE_MS_PER_MINUTE)

/* Rows are kept in the ritual's own frame, which may be another zone's: that much further is looked. */
#define FRAME_MARGIN (2 * BRIDGE_DAY)

static void
place_here (BridgeSpace      *self,
            BridgeOccurrence *occurrence,
            BridgeRitual     *ritual)
{
  g_autoptr (GTimeZone) here = bridge_clock_dup_zone (bridge_space_get_clock (self));
  BridgeSchedule *schedule = bridge_ritual_get_schedule (ritual);
  gint64 at = bridge_schedule_localise (schedule, bridge_occurrence_get_planned (occurrence), here);

  g_object_set (occurrence, "ritual", ritual, "at", at, "local", bridge_local_from_utc_ms (at, here), NULL);
}

/**
 * bridge_space_find_occurrence:
 * @self: a space
 * @name: "RITUAL-ID@2026-11-23T19:00"; the id may be shortened
 * @error: where to say what went wrong
 *
 * Finds a moment, with what was recorded of it.
 *
 * Returns: (transfer full) (nullable): the occurrence, or %NULL with %BRIDGE_ERROR_INVALID_VALUE, %BRIDGE_ERROR_INVALID_DATE,
 *   %BRIDGE_ERROR_NOT_FOUND (no such ritual, or it does not have that moment), %BRIDGE_ERROR_AMBIGUOUS or an error of the
 *   database
 */
BridgeOccurrence *
bridge_space_find_occurrence (BridgeSpace  *self,
                              const char   *name,
                              GError      **error)
{
  g_autoptr (BridgeRitual) ritual = NULL;
  g_autoptr (BridgeOccurrence) occurrence = NULL;
  g_autoptr (GError) local_error = NULL;
  g_autofree char *id = NULL;
  BridgeLocal start;

  g_return_val_if_fail (BRIDGE_IS_SPACE (self), NULL);
  g_return_val_if_fail (name != NULL, NULL);

  if (!bridge_occurrence_parse_name (name, &id, &start, error))
    return NULL;
  ritual = bridge_space_find_ritual (self, id, error);
  if (ritual == NULL)
    return NULL;

  occurrence = bridge_store_load_occurrence (bridge_space_get_database (self), bridge_ritual_get_id (ritual), start,
                                             &local_error);
  if (local_error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return NULL;
    }
  if (occurrence == NULL)
    {
      if (!bridge_schedule_contains (bridge_ritual_get_schedule (ritual), start))
        {
          g_set_error_literal (error, BRIDGE_ERROR, BRIDGE_ERROR_NOT_FOUND, _("The ritual has no such moment."));
          return NULL;
        }
      occurrence = bridge_occurrence_new (ritual, start);
    }

  place_here (self, occurrence, bridge_space_peek_ritual (self, bridge_ritual_get_id (ritual)));
  return g_steal_pointer (&occurrence);
}

/**
 * bridge_occurrence_dup_rows:
 * @found: a moment
 * @before: (out) (transfer full) (nullable): the row as it is; %NULL: nothing is recorded
 * @after: (out) (transfer full): one to change
 *
 * Makes of a moment what a command writes.
 */
void
bridge_occurrence_dup_rows (BridgeOccurrence  *found,
                            BridgeOccurrence **before,
                            BridgeOccurrence **after)
{
  *after = bridge_occurrence_copy (found);
  g_object_set (*after, "ritual", NULL, NULL);
  *before = bridge_occurrence_get_id (found) != NULL ? bridge_occurrence_copy (*after) : NULL;
}

static void
pass_lead (BridgeSpace   *self,
           BridgeCommand *command,
           BridgeRitual  *ritual)
{
  BridgePerson *me = bridge_space_get_me (self);
  BridgePerson *partner = bridge_space_get_partner (self);
  const char *lead = bridge_ritual_get_lead (ritual);
  g_autoptr (BridgeRitual) before = NULL;
  g_autoptr (BridgeRitual) after = NULL;

  /* Of what has been put down nobody leads next. */
  if (partner == NULL || lead == NULL ||
      !bridge_ritual_is_active (ritual, bridge_clock_local_now (bridge_space_get_clock (self))))
    return;

  before = bridge_ritual_copy (ritual);
  after = bridge_ritual_copy (ritual);
  g_object_set (after, "lead",
                bridge_person_get_id (g_strcmp0 (lead, bridge_person_get_id (me)) == 0 ? partner : me), NULL);
  bridge_command_add (command, before, after);
  bridge_space_close_overtaken (self, command, after, NULL);
}

static const char *
get_answer_label (BridgeOutcome outcome)
{
  switch (outcome)
    {
    case BRIDGE_OUTCOME_NONE:
      return _("Answer taken back");
    case BRIDGE_OUTCOME_KEPT:
      return _("Marked as kept");
    case BRIDGE_OUTCOME_SMALLER:
      return _("Marked as kept in its smaller version");
    case BRIDGE_OUTCOME_NOT_TODAY:
      return _("Marked as not today");
    }
  g_assert_not_reached ();
}

/* Whether there is something to note of a moment: its ritual was agreed when it was planned, and its day has come. @noticed:
 * a notification asks, which may come days before. */
static gboolean
check_answerable (BridgeSpace       *self,
                  BridgeOccurrence  *occurrence,
                  gboolean           noticed,
                  GError           **error)
{
  BridgeRitual *ritual = bridge_occurrence_get_ritual (occurrence);
  BridgeRitualState state = bridge_ritual_get_state (ritual);
  BridgeLocal now = bridge_clock_local_now (bridge_space_get_clock (self));
  const char *problem = NULL;

  if (state == BRIDGE_RITUAL_DRAFT || state == BRIDGE_RITUAL_PROPOSED)
    problem = _("The ritual is not agreed yet, so there is nothing to note.");
  else if (!noticed && bridge_local_get_day (bridge_occurrence_get_local (occurrence)) > bridge_local_get_day (now))
    problem = _("This moment is still to come, so there is nothing to note before its day. It could be left out.");
  /* What was planned until it was put down can be noted later, too. */
  else if (!bridge_plan_is_open (ritual, bridge_occurrence_get_planned (occurrence)) &&
           bridge_occurrence_get_at (occurrence) >= bridge_row_get_updated_at (ritual))
    problem = _("The ritual rests, or has ended, at that time, so there is nothing to note.");

  if (problem == NULL)
    return TRUE;
  g_set_error_literal (error, BRIDGE_ERROR, BRIDGE_ERROR_STATE, problem);
  return FALSE;
}

/**
 * bridge_space_may_answer:
 * @self: a space
 * @occurrence: a moment that has its ritual
 *
 * Returns: whether the speaker can note what became of it: it is not the other one's own, it was agreed, and its day has come
 */
gboolean
bridge_space_may_answer (BridgeSpace      *self,
                         BridgeOccurrence *occurrence)
{
  g_return_val_if_fail (BRIDGE_IS_SPACE (self), FALSE);
  g_return_val_if_fail (BRIDGE_IS_OCCURRENCE (occurrence), FALSE);

  return !bridge_space_get_read_only (self) &&
         bridge_space_check_own (self, bridge_occurrence_get_ritual (occurrence), NULL) &&
         check_answerable (self, occurrence, FALSE, NULL);
}

/* @noticed: from a notification, where nobody says who they are */
static gboolean
answer (BridgeSpace    *self,
        const char     *name,
        BridgeOutcome   outcome,
        gboolean        noticed,
        GError        **error)
{
  g_autoptr (BridgeOccurrence) found = bridge_space_find_occurrence (self, name, error);
  g_autoptr (BridgeOccurrence) before = NULL;
  g_autoptr (BridgeOccurrence) after = NULL;
  g_autoptr (BridgeCommand) command = NULL;
  BridgeRitual *ritual;
  gboolean brings_back;

  if (found == NULL)
    return FALSE;

  ritual = bridge_occurrence_get_ritual (found);
  if (!noticed && !bridge_space_check_own (self, ritual, error))
    return FALSE;
  if (outcome == BRIDGE_OUTCOME_SMALLER && *bridge_ritual_get_smaller (ritual) == '\0')
    {
      g_set_error_literal (error, BRIDGE_ERROR, BRIDGE_ERROR_STATE, _("The ritual has no smaller version."));
      return FALSE;
    }
  brings_back = outcome == BRIDGE_OUTCOME_NONE && bridge_occurrence_get_left_out (found);
  if (outcome == bridge_occurrence_get_outcome (found) && !brings_back)
    return TRUE;
  /* What was let be stays so before its time, lest it be planned again by way of another answer. */
  if ((outcome != BRIDGE_OUTCOME_NONE && !check_answerable (self, found, noticed, error)) ||
      (outcome != BRIDGE_OUTCOME_NOT_TODAY && !bridge_space_check_bring_back (self, found, noticed, error)))
    return FALSE;

  bridge_occurrence_dup_rows (found, &before, &after);
  g_object_set (after,
                "outcome", outcome,
                "answered-at", outcome == BRIDGE_OUTCOME_NONE ? (gint64) 0 : bridge_space_now (self),
                "left-out", FALSE,
                NULL);

  command = bridge_command_new (brings_back ? _("Planned again") : get_answer_label (outcome));
  bridge_command_add (command, before, after);
  if (bridge_outcome_is_kept (outcome) != bridge_outcome_is_kept (bridge_occurrence_get_outcome (found)))
    pass_lead (self, command, ritual);
  if (outcome != BRIDGE_OUTCOME_NONE)
    {
      bridge_space_close_move (self, command, bridge_ritual_get_id (ritual), bridge_occurrence_get_start (found));
      if (!bridge_space_close_reminders (self, command, bridge_ritual_get_id (ritual), bridge_occurrence_get_start (found),
                                         BRIDGE_REMINDER_EVENT_ANSWER, "answered", error))
        return FALSE;
    }
  return bridge_space_run (self, g_steal_pointer (&command), error);
}

/**
 * bridge_space_answer:
 * @self: a space
 * @name: an occurrence
 * @outcome: what became of it; %BRIDGE_OUTCOME_NONE takes an answer back, or brings back what was left out
 * @error: where to say what went wrong
 *
 * Notes what became of a moment, for the speaker. Its reminders are answered with it, and where the lead rotates it passes on
 * with a kept one. The same answer twice is no change.
 *
 * Returns: %FALSE with the errors of bridge_space_find_occurrence(), %BRIDGE_ERROR_STATE (no smaller version; the other
 *   one's own; not agreed, or still to come; left out, and for both) or an error of the database
 */
gboolean
bridge_space_answer (BridgeSpace    *self,
                     const char     *name,
                     BridgeOutcome   outcome,
                     GError        **error)
{
  g_return_val_if_fail (BRIDGE_IS_SPACE (self), FALSE);

  return answer (self, name, outcome, FALSE, error);
}

/**
 * bridge_space_answer_notice:
 * @self: a space
 * @name: an occurrence
 * @outcome: what became of it
 * @error: where to say what went wrong
 *
 * Does as bridge_space_answer(), for the button of a notification: nobody says there who they are, so it is taken to be
 * whoever the moment is for, and it may be asked days before.
 *
 * Returns: %FALSE with the errors of bridge_space_answer()
 */
gboolean
bridge_space_answer_notice (BridgeSpace    *self,
                            const char     *name,
                            BridgeOutcome   outcome,
                            GError        **error)
{
  g_return_val_if_fail (BRIDGE_IS_SPACE (self), FALSE);

  return answer (self, name, outcome, TRUE, error);
}

/**
 * bridge_occurrence_check_waiting:
 * @occurrence: a moment
 * @error: where to say that it does not
 *
 * Returns: %FALSE with %BRIDGE_ERROR_STATE where it has its answer already
 */
gboolean
bridge_occurrence_check_waiting (BridgeOccurrence  *occurrence,
                                 GError           **error)
{
  if (bridge_occurrence_get_outcome (occurrence) == BRIDGE_OUTCOME_NONE)
    return TRUE;

  g_set_error_literal (error, BRIDGE_ERROR, BRIDGE_ERROR_STATE,
                       _("This moment has its answer already. Take the answer back first."));
  return FALSE;
}

/**
 * bridge_space_check_snooze:
 * @self: a space
 * @until: UTC ms
 * @error: where to say that a reminder cannot come again then
 *
 * Returns: %FALSE with %BRIDGE_ERROR_INVALID_DATE
 */
gboolean
bridge_space_check_snooze (BridgeSpace  *self,
                           gint64        until,
                           GError      **error)
{
  gint64 now = bridge_space_now (self);

  if (until > now && until <= now + SNOOZE_MAX_MS)
    return TRUE;
  g_set_error_literal (error, BRIDGE_ERROR, BRIDGE_ERROR_INVALID_DATE,
                       _("A reminder can come again within the next seven days."));
  return FALSE;
}

static gboolean
check_snooze (BridgeSpace       *self,
              BridgeOccurrence  *occurrence,
              gint64             until,
              GError           **error)
{
  BridgeRitual *ritual = bridge_occurrence_get_ritual (occurrence);

  if (!bridge_space_check_snooze (self, until, error) || !bridge_occurrence_check_waiting (occurrence, error))
    return FALSE;
  if (bridge_occurrence_get_left_out (occurrence) ||
      !bridge_ritual_is_active (ritual, bridge_clock_local_now (bridge_space_get_clock (self))))
    {
      g_set_error_literal (error, BRIDGE_ERROR, BRIDGE_ERROR_STATE, _("The ritual is not reminded of at present."));
      return FALSE;
    }
  return TRUE;
}

/* What cannot have been reminded of yet does not come again. */
static gboolean
check_near (BridgeSpace       *self,
            BridgeOccurrence  *occurrence,
            GError           **error)
{
  if (bridge_occurrence_get_at (occurrence) <= bridge_space_now (self) + SNOOZE_MAX_MS)
    return TRUE;
  g_set_error_literal (error, BRIDGE_ERROR, BRIDGE_ERROR_STATE,
                       _("This moment is still to come, and nothing has reminded of it yet."));
  return FALSE;
}

/* @noticed: from a notification, where nobody says who they are */
static gboolean
snooze (BridgeSpace  *self,
        const char   *name,
        gint64        until,
        gboolean      noticed,
        GError      **error)
{
  g_autoptr (BridgeOccurrence) found = NULL;
  g_autoptr (GPtrArray) reminders = NULL;
  g_autoptr (BridgeReminder) after = NULL;
  g_autoptr (BridgeCommand) command = NULL;
  BridgeReminder *before = NULL;
  gint64 minute = bridge_snooze_round (until, bridge_space_now (self));

  found = bridge_space_find_occurrence (self, name, error);
  if (found == NULL || (!noticed && !bridge_space_check_own (self, bridge_occurrence_get_ritual (found), error)) ||
      !check_snooze (self, found, until, error))
    return FALSE;

  reminders = bridge_store_load_reminders_of (bridge_space_get_database (self), bridge_occurrence_get_ritual_id (found),
                                              bridge_occurrence_get_start (found), error);
  if (reminders == NULL || (reminders->len == 0 && !check_near (self, found, error)))
    return FALSE;

  /* The last one that was due is the one on the screen. */
  if (reminders->len > 0)
    before = g_ptr_array_index (reminders, reminders->len - 1);
  after = before != NULL ? bridge_reminder_copy (before)
                         : bridge_reminder_new (bridge_occurrence_get_ritual_id (found), bridge_occurrence_get_start (found), 0,
                                                bridge_occurrence_get_at (found));
  g_object_set (after, "state", BRIDGE_REMINDER_SNOOZED, "snoozed-until", minute, "reason", NULL, NULL);

  command = bridge_command_new (_("Reminder comes again later"));
  bridge_command_add (command, before, after);
  return bridge_space_run (self, g_steal_pointer (&command), error);
}

/**
 * bridge_space_snooze:
 * @self: a space
 * @name: an occurrence
 * @until: UTC ms, in the future, within 7 days
 * @error: where to say what went wrong
 *
 * Has the reminder of a moment come again later, at the full minute: what follows from it, the next deadline and the log,
 * would otherwise say at what second somebody pressed a button.
 *
 * Returns: %FALSE with the errors of bridge_space_find_occurrence(), %BRIDGE_ERROR_INVALID_DATE, %BRIDGE_ERROR_STATE
 *   (nothing reminds of it, or the other one's own) or an error of the database
 */
gboolean
bridge_space_snooze (BridgeSpace  *self,
                     const char   *name,
                     gint64        until,
                     GError      **error)
{
  g_return_val_if_fail (BRIDGE_IS_SPACE (self), FALSE);

  return snooze (self, name, until, FALSE, error);
}

/**
 * bridge_space_snooze_notice:
 * @self: a space
 * @name: an occurrence
 * @until: UTC ms, in the future, within 7 days
 * @error: where to say what went wrong
 *
 * Does as bridge_space_snooze(), for the button of a notification.
 *
 * Returns: %FALSE with the errors of bridge_space_snooze()
 */
gboolean
bridge_space_snooze_notice (BridgeSpace  *self,
                            const char   *name,
                            gint64        until,
                            GError      **error)
{
  g_return_val_if_fail (BRIDGE_IS_SPACE (self), FALSE);

  return snooze (self, name, until, TRUE, error);
}

/**
 * bridge_space_find_held_until:
 * @self: a space
 * @occurrence: a moment that has its ritual
 *
 * What a pause, or the recovery window after it, holds back until it is over is asked about by nobody then. Before, it is
 * planned like any other: some like to have it even so.
 *
 * Returns: when it is over, UTC ms; %BRIDGE_NEVER where nothing holds it back for so long
 */
gint64
bridge_space_find_held_until (BridgeSpace      *self,
                              BridgeOccurrence *occurrence)
{
  BridgeRitual *ritual = bridge_occurrence_get_ritual (occurrence);
  gint64 at = bridge_occurrence_get_at (occurrence);
  gint64 end = bridge_hold_find_end (bridge_space_get_pauses (self), bridge_ritual_get_in_recovery (ritual), at);

  return end != at && !bridge_due_can_be_acted_on (ritual, at, 0, end) ? bridge_due_get_actable_until (ritual, at, 0)
                                                                       : BRIDGE_NEVER;
}

/**
 * bridge_space_is_visible:
 * @self: a space
 * @occurrence: a moment that has its ritual
 *
 * Says whether a moment belongs to what is lived now: it was answered, or its ritual is agreed then, nobody whom it needs
 * is away and no pause has held it back. What lies before a ritual was taken up again does not.
 *
 * Returns: whether it is shown where all rituals come together
 */
gboolean
bridge_space_is_visible (BridgeSpace      *self,
                         BridgeOccurrence *occurrence)
{
  BridgeRitual *ritual = bridge_occurrence_get_ritual (occurrence);
  gint64 since = bridge_ritual_get_reminding_since (ritual);
  BridgeLocal since_local;
  gint64 created_at;

  if (bridge_occurrence_get_outcome (occurrence) != BRIDGE_OUTCOME_NONE)
    return TRUE;
  if (!bridge_plan_is_open (ritual, bridge_occurrence_get_planned (occurrence)) ||
      bridge_space_is_away (self, bridge_ritual_get_who (ritual), bridge_occurrence_get_local (occurrence)) ||
      bridge_space_now (self) >= bridge_space_find_held_until (self, occurrence))
    return FALSE;

  /* What lies before it was taken up again does not wait for an answer. */
  g_object_get (ritual, "created-at", &created_at, NULL);
  if (since <= created_at)
    return TRUE;

  /* The whole day counts: changed lead times are no reason for this morning to vanish. */
  since_local = bridge_occurrence_get_local (occurrence) + (since - bridge_occurrence_get_at (occurrence)) / 1000;
  return bridge_occurrence_get_local (occurrence) >= bridge_local_day_start (since_local);
}

static int
compare_occurrences (gconstpointer a,
                     gconstpointer b)
{
  BridgeOccurrence *left = *(BridgeOccurrence *const *) a;
  BridgeOccurrence *right = *(BridgeOccurrence *const *) b;
  gint64 at_left = bridge_occurrence_get_at (left);
  gint64 at_right = bridge_occurrence_get_at (right);

  if (at_left != at_right)
    return at_left < at_right ? -1 : 1;
  return g_strcmp0 (bridge_occurrence_get_name (left), bridge_occurrence_get_name (right));
}

/* What became of somebody's own, and that they have not noted anything, is nobody else's to look at. */
static gboolean
is_others_past (BridgeSpace      *self,
                BridgeOccurrence *occurrence)
{
  BridgeRitual *ritual = bridge_occurrence_get_ritual (occurrence);
  gint64 end = bridge_occurrence_get_at (occurrence) + bridge_ritual_get_minutes (ritual) * BRIDGE_MS_PER_MINUTE;

  return bridge_space_is_others_own (self, ritual)
         && (bridge_occurrence_get_outcome (occurrence) != BRIDGE_OUTCOME_NONE
             || end <= bridge_space_now (self));
}

/**
 * bridge_space_list_occurrences:
 * @self: a space
 * @ritual_id: (nullable): one ritual, with all its moments whatever its state; %NULL: of all rituals what belongs to life now
 * @from: local here
 * @to: local here, not included
 * @error: where to say what went wrong
 *
 * Lists moments, answered and left out ones too; but of what is only for the other one those that are to come.
 *
 * Returns: (transfer full) (nullable) (element-type BridgeOccurrence): sorted by instant, or %NULL with
 *   %BRIDGE_ERROR_NOT_FOUND or an error of the database
 */
GPtrArray *
bridge_space_list_occurrences (BridgeSpace  *self,
                               const char   *ritual_id,
                               BridgeLocal   from,
                               BridgeLocal   to,
                               GError      **error)
{
  g_autoptr (GPtrArray) all = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GPtrArray) rows = NULL;
  g_autoptr (GTimeZone) here = NULL;
  GListModel *rituals;

  g_return_val_if_fail (BRIDGE_IS_SPACE (self), NULL);

  if (ritual_id != NULL && bridge_space_peek_ritual (self, ritual_id) == NULL)
    {
      g_set_error (error, BRIDGE_ERROR, BRIDGE_ERROR_NOT_FOUND, _("There is no ritual “%s”."), ritual_id);
      return NULL;
    }

  rows = bridge_store_load_occurrences (bridge_space_get_database (self), ritual_id,
                                        from - FRAME_MARGIN, MIN (to + FRAME_MARGIN, BRIDGE_LOCAL_FAR), error);
  if (rows == NULL)
    return NULL;

  rituals = bridge_space_get_rituals (self);
  here = bridge_clock_dup_zone (bridge_space_get_clock (self));
  for (guint i = 0; i < g_list_model_get_n_items (rituals); i++)
    {
      g_autoptr (BridgeRitual) ritual = g_list_model_get_item (rituals, i);
      g_autoptr (GPtrArray) planned = NULL;

      if (ritual_id != NULL && g_strcmp0 (bridge_ritual_get_id (ritual), ritual_id) != 0)
        continue;
      planned = bridge_plan_occurrences (ritual, rows, bridge_local_to_utc_ms (from, here), bridge_local_to_utc_ms (to, here),
                                         here);
      for (guint k = 0; k < planned->len; k++)
        if ((ritual_id != NULL || bridge_space_is_visible (self, g_ptr_array_index (planned, k))) &&
            !is_others_past (self, g_ptr_array_index (planned, k)))
          g_ptr_array_add (all, g_object_ref (g_ptr_array_index (planned, k)));
    }

  g_ptr_array_sort (all, compare_occurrences);
  return g_steal_pointer (&all);
}

/**
 * bridge_space_get_next:
 * @self: a space
 * @ritual_id: (nullable): one ritual; %NULL: any but those that are only for the one who is not speaking
 * @error: where to say what went wrong
 *
 * Finds the next moment from now on that waits for an answer, of rituals that are agreed or will be again on a known day.
 * Days on which somebody is away are passed over.
 *
 * Returns: (transfer full) (nullable): the occurrence; %NULL without an error: there is none
 */
BridgeOccurrence *
bridge_space_get_next (BridgeSpace  *self,
                       const char   *ritual_id,
                       GError      **error)
{
  g_autoptr (GPtrArray) rows = NULL;
  g_autoptr (GTimeZone) here = NULL;
  BridgeOccurrence *next = NULL;
  BridgeRitual *best_ritual = NULL;
  BridgeMoment best = { .at = BRIDGE_NEVER };
  GListModel *rituals;
  gint64 now;

  g_return_val_if_fail (BRIDGE_IS_SPACE (self), NULL);

  now = bridge_space_now (self);
  here = bridge_clock_dup_zone (bridge_space_get_clock (self));
  rows = bridge_store_load_occurrences (bridge_space_get_database (self), ritual_id,
                                        bridge_local_from_utc_ms (now, here) - FRAME_MARGIN, BRIDGE_LOCAL_FAR, error);
  if (rows == NULL)
    return NULL;

  rituals = bridge_space_get_rituals (self);
  for (guint i = 0; i < g_list_model_get_n_items (rituals); i++)
    {
      g_autoptr (BridgeRitual) ritual = g_list_model_get_item (rituals, i);
      BridgeRitualState state = bridge_ritual_get_state (ritual);
      BridgeMoment moment;

      if ((ritual_id != NULL && g_strcmp0 (bridge_ritual_get_id (ritual), ritual_id) != 0) ||
          (ritual_id == NULL && bridge_space_is_others_own (self, ritual)) ||
          (state != BRIDGE_RITUAL_AGREED && state != BRIDGE_RITUAL_RESTING))
        continue;
      if (bridge_plan_next_present (ritual, rows, bridge_space_get_absences (self), now, here, &moment) && moment.at < best.at)
        {
          best = moment;
          best_ritual = ritual;
        }
    }

  if (best_ritual == NULL)
    return NULL;
  next = best.row != NULL ? bridge_occurrence_copy (best.row) : bridge_occurrence_new (best_ritual, best.start);
  place_here (self, next, best_ritual);
  return next;
}

/**
 * bridge_space_list_history:
 * @self: a space
 * @ritual_id: a ritual's id
 *
 * Returns: (transfer full): a live #BridgePagedList of what was recorded, newest first
 */
GListModel *
bridge_space_list_history (BridgeSpace *self,
                           const char  *ritual_id)
{
  g_return_val_if_fail (BRIDGE_IS_SPACE (self), NULL);

  return G_LIST_MODEL (bridge_paged_list_new_history (self, ritual_id));
}

/**
 * bridge_space_count_kept:
 * @self: a space
 * @ritual_id: (nullable): one ritual; %NULL: all
 * @from: local
 * @to: local, not included
 * @kept: (out): how many were kept
 * @smaller: (out): how many were kept in their smaller version
 * @error: where to say what went wrong
 *
 * Counts what was kept.
 *
 * Returns: %FALSE with an error of the database
 */
gboolean
bridge_space_count_kept (BridgeSpace  *self,
                         const char   *ritual_id,
                         BridgeLocal   from,
                         BridgeLocal   to,
                         guint        *kept,
                         guint        *smaller,
                         GError      **error)
{
  g_return_val_if_fail (BRIDGE_IS_SPACE (self), FALSE);

  return bridge_store_count_kept (bridge_space_get_database (self), ritual_id, from, to, kept, smaller, error);
}

/**
 * bridge_space_list_reminders:
 * @self: a space
 * @due_from: UTC ms
 * @limit: at most that many
 * @error: where to say what went wrong
 *
 * Returns: (transfer full) (nullable) (element-type BridgeReminder): what was due since, newest first, without what a clock that
 *   was days ahead has told of
 */
GPtrArray *
bridge_space_list_reminders (BridgeSpace  *self,
                             gint64        due_from,
                             guint         limit,
                             GError      **error)
{
  g_return_val_if_fail (BRIDGE_IS_SPACE (self), NULL);

  return bridge_store_load_reminders_since (bridge_space_get_database (self), due_from,
                                            bridge_space_now (self) + BRIDGE_SPACE_LOG_AHEAD_MS, limit, error);
}

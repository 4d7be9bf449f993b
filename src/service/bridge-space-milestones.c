/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "bridge-space"

#include "config.h"

#include "bridge-space-milestones.h"

#include <glib/gi18n-lib.h>

#include "bridge-milestone-record.h"
#include "bridge-milestone-state.h"
#include "bridge-space-private.h"
#include "bridge-store-milestones.h"
#include "bridge-words.h"

/* What is one's own concerns nobody else. What both have agreed on either may make less; more of it takes both, and is proposed:
 * bridge-space-milestone-proposals.c. */

static BridgeLocal
get_today (BridgeSpace *self)
{
  return bridge_local_day_start (bridge_clock_local_now (bridge_space_get_clock (self)));
}

static gboolean
refuse (GError     **error,
        int          code,
        const char  *sentence)
{
  g_set_error_literal (error, BRIDGE_ERROR, code, sentence);
  return FALSE;
}

/**
 * bridge_space_is_own_milestone:
 * @self: a space
 * @milestone: a milestone
 *
 * Returns: whether it is shown to whoever is speaking, and theirs to change: it is their own, or of both
 */
gboolean
bridge_space_is_own_milestone (BridgeSpace     *self,
                               BridgeMilestone *milestone)
{
  const char *who;

  g_return_val_if_fail (BRIDGE_IS_SPACE (self), FALSE);
  g_return_val_if_fail (BRIDGE_IS_MILESTONE (milestone), FALSE);

  who = bridge_milestone_get_who (milestone);
  return who == NULL || g_strcmp0 (who, bridge_space_get_speaker_id (self)) == 0;
}

/**
 * bridge_space_peek_milestone:
 * @self: a space
 * @id: a whole id
 *
 * Returns: (transfer none) (nullable): the one in the list, whosever it is
 */
BridgeMilestone *
bridge_space_peek_milestone (BridgeSpace *self,
                             const char  *id)
{
  GListModel *all = bridge_space_get_milestones (self);

  for (guint i = 0; i < g_list_model_get_n_items (all); i++)
    {
      g_autoptr (BridgeMilestone) milestone = g_list_model_get_item (all, i);

      /* The list keeps it. */
      if (g_strcmp0 (bridge_milestone_get_id (milestone), id) == 0)
        return milestone;
    }
  return NULL;
}

/**
 * bridge_space_find_milestone:
 * @self: a space
 * @id_or_prefix: an id, or how one begins
 * @error: where to say what went wrong
 *
 * Finds one of those that are shown to whoever is speaking.
 *
 * Returns: (transfer full) (nullable): a copy, or %NULL with %BRIDGE_ERROR_NOT_FOUND or %BRIDGE_ERROR_AMBIGUOUS
 */
BridgeMilestone *
bridge_space_find_milestone (BridgeSpace  *self,
                             const char   *id_or_prefix,
                             GError      **error)
{
  g_autoptr (GListStore) shown = g_list_store_new (BRIDGE_TYPE_MILESTONE);
  g_autoptr (BridgeMilestone) found = NULL;
  GListModel *all;

  g_return_val_if_fail (BRIDGE_IS_SPACE (self), NULL);
  g_return_val_if_fail (id_or_prefix != NULL, NULL);

  all = bridge_space_get_milestones (self);
  for (guint i = 0; i < g_list_model_get_n_items (all); i++)
    {
      g_autoptr (BridgeMilestone) milestone = g_list_model_get_item (all, i);

      if (bridge_space_is_own_milestone (self, milestone))
        g_list_store_append (shown, milestone);
    }
  found = bridge_list_require (G_LIST_MODEL (shown), (BridgeKeyFunc) bridge_milestone_get_id, id_or_prefix, error);
  return found != NULL ? bridge_milestone_copy (found) : NULL;
}

/**
 * bridge_space_list_milestone_changes:
 * @self: a space
 * @id: of a milestone that is shown to whoever is speaking
 * @error: where to say what went wrong
 *
 * Returns: (transfer full) (nullable) (element-type BridgeMilestoneChange): what became of it, the first one first
 */
GPtrArray *
bridge_space_list_milestone_changes (BridgeSpace  *self,
                                     const char   *id,
                                     GError      **error)
{
  g_autoptr (BridgeMilestone) milestone = bridge_space_find_milestone (self, id, error);

  if (milestone == NULL)
    return NULL;
  return bridge_store_load_milestone_changes (bridge_space_get_database (self), bridge_milestone_get_id (milestone), error);
}

/**
 * bridge_space_list_reached_milestones:
 * @self: a space
 * @error: where to say what went wrong
 *
 * Looks which of the open ones have their number. That one is reached says a person: nobody is congratulated by a counter.
 *
 * Returns: (transfer full) (nullable) (element-type BridgeMilestone): those that are shown to whoever is speaking
 */
GPtrArray *
bridge_space_list_reached_milestones (BridgeSpace  *self,
                                      GError      **error)
{
  g_autoptr (GPtrArray) reached = g_ptr_array_new_with_free_func (g_object_unref);
  GListModel *all;

  g_return_val_if_fail (BRIDGE_IS_SPACE (self), NULL);

  all = bridge_space_get_milestones (self);
  for (guint i = 0; i < g_list_model_get_n_items (all); i++)
    {
      g_autoptr (BridgeMilestone) milestone = g_list_model_get_item (all, i);
      guint count;

      if (bridge_milestone_get_state (milestone) != BRIDGE_MILESTONE_OPEN || bridge_milestone_get_target (milestone) == 0 ||
          !bridge_space_is_own_milestone (self, milestone))
        continue;
      if (!bridge_milestone_record_count (self, milestone, &count, error))
        return NULL;
      if (count >= (guint) bridge_milestone_get_target (milestone))
        g_ptr_array_add (reached, g_steal_pointer (&milestone));
    }
  return g_steal_pointer (&reached);
}

/**
 * bridge_space_milestone_needs_yes:
 * @self: a space
 * @before: (nullable): a milestone as it is; %NULL: a new one
 * @after: as it would be
 *
 * Returns: whether @after asks something of the listener, too, and is to be proposed; never in solo
 */
gboolean
bridge_space_milestone_needs_yes (BridgeSpace     *self,
                                  BridgeMilestone *before,
                                  BridgeMilestone *after)
{
  g_return_val_if_fail (BRIDGE_IS_SPACE (self), FALSE);

  return bridge_space_get_listener (self) != NULL && bridge_milestone_asks_more (before, after);
}

static gboolean
require_decision (BridgeSpace      *self,
                  BridgeMilestone  *before,
                  BridgeMilestone  *after,
                  GError          **error)
{
  if (!bridge_space_milestone_needs_yes (self, before, after))
    return TRUE;

  g_set_error (error, BRIDGE_ERROR, BRIDGE_ERROR_STATE,
               /* Translators: %s is a name */
               _("A milestone of both asks something of %s, too, so nothing was changed. You could propose it."),
               bridge_person_get_name (bridge_space_get_listener (self)));
  return FALSE;
}

/* What both have agreed on does not vanish from the other one's sight. */
static gboolean
require_whose (BridgeSpace      *self,
               BridgeMilestone  *before,
               BridgeMilestone  *after,
               GError          **error)
{
  if (!bridge_space_is_own_milestone (self, after))
    return refuse (error, BRIDGE_ERROR_STATE, _("A milestone is your own, or of both. Nothing was changed."));
  if (before != NULL && bridge_milestone_get_who (before) == NULL && bridge_milestone_get_who (after) != NULL &&
      bridge_space_get_listener (self) != NULL)
    return refuse (error, BRIDGE_ERROR_STATE,
                   _("What is of both stays so. You could let it rest, and begin one of your own beside it."));
  return TRUE;
}

/* ---- Taking over what a person entered ---- */

static gboolean
clean_rituals (BridgeSpace      *self,
               BridgeMilestone  *milestone,
               BridgeMilestone  *before,
               GError          **error)
{
  g_auto (GStrv) given = bridge_milestone_dup_rituals (milestone);
  gboolean same_holder =
    before != NULL && g_strcmp0 (bridge_milestone_get_who (before), bridge_milestone_get_who (milestone)) == 0;
  g_auto (GStrv) known = same_holder ? bridge_milestone_dup_rituals (before) : NULL;
  g_autofree char *joined = NULL;

  for (guint i = 0; given[i] != NULL; i++)
    {
      g_autoptr (BridgeRitual) ritual = NULL;

      /* It may have been removed since. */
      if (known != NULL && g_strv_contains ((const char *const *) known, given[i]))
        continue;
      ritual = bridge_space_find_ritual (self, given[i], error);
      if (ritual == NULL)
        return FALSE;
      if (!bridge_milestone_may_count (self, bridge_milestone_get_who (milestone), ritual))
        return refuse (error, BRIDGE_ERROR_STATE,
                       bridge_milestone_get_who (milestone) == NULL
                         ? _("A milestone of both is counted from rituals of both. Nothing was changed.")
                         : _("What the other one does alone is not counted. Nothing was changed."));
      g_free (given[i]);
      given[i] = g_strdup (bridge_ritual_get_id (ritual));
    }
  joined = g_strjoinv (",", given);
  g_object_set (milestone, "ritual-ids", joined, NULL);
  return TRUE;
}

static gboolean
check_days (BridgeSpace      *self,
            BridgeMilestone  *before,
            BridgeMilestone  *after,
            GError          **error)
{
  BridgeLocal today = get_today (self);
  BridgeLocal revisit_on = bridge_milestone_get_revisit_on (after);
  gboolean same = before != NULL && bridge_milestone_get_revisit_on (before) == revisit_on;

  if (bridge_milestone_get_since (after) > today)
    return refuse (error, BRIDGE_ERROR_INVALID_DATE, _("It is counted from today on, or from a day before."));
  if (!same && revisit_on != BRIDGE_LOCAL_NONE && revisit_on <= today)
    return refuse (error, BRIDGE_ERROR_INVALID_DATE, _("Choose a day to come for another look."));
  return TRUE;
}

/**
 * bridge_space_take_over_milestone:
 * @self: a space
 * @given: what a person entered
 * @before: (nullable): the milestone as it is; %NULL: a new one
 * @error: where to say what is wrong
 *
 * Makes what was entered clean, and checks it. State, and what belongs to it, stay as they are.
 *
 * Returns: (transfer full) (nullable): the milestone as it would be stored, or %NULL with %BRIDGE_ERROR_INVALID_VALUE,
 *   %BRIDGE_ERROR_INVALID_DATE, %BRIDGE_ERROR_NOT_FOUND or %BRIDGE_ERROR_STATE (a ritual that cannot be counted)
 */
BridgeMilestone *
bridge_space_take_over_milestone (BridgeSpace      *self,
                                  BridgeMilestone  *given,
                                  BridgeMilestone  *before,
                                  GError          **error)
{
  g_autoptr (BridgeMilestone) milestone = bridge_milestone_copy (given);
  g_autofree char *title = bridge_text_clean (bridge_milestone_get_title (given), FALSE);
  g_autofree char *note = bridge_text_clean (bridge_milestone_get_note (given), TRUE);
  BridgeLocal since = bridge_milestone_get_since (given);
  BridgeLocal revisit_on = bridge_milestone_get_revisit_on (given);
  gboolean same_day = before != NULL && bridge_milestone_get_revisit_on (before) == revisit_on;

  bridge_row_take_identity (milestone, before);
  g_object_set (milestone,
                "title", title != NULL ? title : "",
                "note", note != NULL ? note : "",
                "since", bridge_local_day_start (since != BRIDGE_LOCAL_NONE ? since : get_today (self)),
                "revisit-on", revisit_on != BRIDGE_LOCAL_NONE ? bridge_local_day_start (revisit_on) : BRIDGE_LOCAL_NONE,
                "state", before != NULL ? bridge_milestone_get_state (before) : BRIDGE_MILESTONE_OPEN,
                "reached-on", before != NULL ? bridge_milestone_get_reached_on (before) : BRIDGE_LOCAL_NONE,
                "mark", before != NULL ? bridge_milestone_get_mark (before) : "",
                "celebrated", before != NULL && bridge_milestone_get_celebrated (before) &&
                                bridge_milestone_get_target (given) <= bridge_milestone_get_target (before),
                "reminding-since", same_day ? bridge_milestone_get_reminding_since (before) : bridge_space_now (self),
                NULL);
  if (!clean_rituals (self, milestone, before, error) || !bridge_milestone_validate (milestone, error) ||
      !check_days (self, before, milestone, error))
    return NULL;
  return g_steal_pointer (&milestone);
}

/**
 * bridge_space_make_milestone_change:
 * @self: a space
 * @before: a milestone as it was
 * @event: what happens to it
 * @words: (nullable): why
 * @error: where to say what is wrong
 *
 * Returns: (transfer full) (nullable): a row for its log, or %NULL with %BRIDGE_ERROR_INVALID_VALUE
 */
BridgeMilestoneChange *
bridge_space_make_milestone_change (BridgeSpace           *self,
                                    BridgeMilestone       *before,
                                    BridgeMilestoneEvent   event,
                                    const char            *words,
                                    GError               **error)
{
  g_autoptr (BridgeMilestoneChange) change =
    bridge_milestone_change_new (bridge_milestone_get_id (before), event, get_today (self));
  g_autofree char *clean = words != NULL ? bridge_text_clean (words, TRUE) : NULL;
  g_autofree char *was = bridge_milestone_write_values (before);

  if (clean != NULL && !bridge_text_check (event == BRIDGE_MILESTONE_REACH ? _("What made it possible") : _("Why it was changed"),
                                           clean, 0, 500, error))
    return NULL;
  bridge_row_take_identity (change, NULL);
  g_object_set (change, "words", clean != NULL ? clean : "", "was", was, NULL);
  return g_steal_pointer (&change);
}

/* ---- Commands ---- */

static gboolean
find_next (BridgeMilestone       *before,
           BridgeMilestoneEvent   event,
           BridgeMilestoneState  *next,
           GError               **error)
{
  return bridge_milestone_transition (bridge_milestone_get_state (before), event, next, error);
}

/* Writes what became of a milestone and its log in a command in which nothing that was proposed about it waits any more.
 * @earlier, @win: (nullable): what stands in the log of both, and what comes there */
static gboolean
run_change (BridgeSpace           *self,
            const char            *label,
            BridgeMilestone       *before,
            BridgeMilestone       *after,
            BridgeMilestoneEvent   event,
            const char            *words,
            BridgeWin             *earlier,
            BridgeWin             *win,
            GError               **error)
{
  g_autoptr (BridgeCommand) command = bridge_command_new (label);
  g_autoptr (BridgeMilestoneChange) change = bridge_space_make_milestone_change (self, before, event, words, error);

  if (change == NULL)
    return FALSE;
  bridge_command_add (command, before, after);
  bridge_command_add (command, NULL, change);
  if (win != NULL)
    bridge_command_add (command, earlier, win);
  bridge_space_close_invitations (self, command, BRIDGE_INVITATION_MILESTONE, bridge_milestone_get_id (before));
  return bridge_space_run (self, g_steal_pointer (&command), error);
}

/**
 * bridge_space_add_milestone:
 * @self: a space
 * @milestone: its values; the id, the state and the stamps are given here
 * @error: where to say what went wrong
 *
 * Adds a milestone of whoever is speaking. One of both is bridge_space_propose_milestone(), but in solo.
 *
 * Returns: (transfer full) (nullable): as it is stored, or %NULL with %BRIDGE_ERROR_NOT_SET_UP, %BRIDGE_ERROR_INVALID_VALUE,
 *   %BRIDGE_ERROR_INVALID_DATE, %BRIDGE_ERROR_NOT_FOUND, %BRIDGE_ERROR_STATE or an error of the database
 */
BridgeMilestone *
bridge_space_add_milestone (BridgeSpace      *self,
                            BridgeMilestone  *milestone,
                            GError          **error)
{
  g_autoptr (BridgeMilestone) after = NULL;

  g_return_val_if_fail (BRIDGE_IS_SPACE (self), NULL);
  g_return_val_if_fail (BRIDGE_IS_MILESTONE (milestone), NULL);

  if (!bridge_space_require_set_up (self, error) || !require_whose (self, NULL, milestone, error))
    return NULL;
  after = bridge_space_take_over_milestone (self, milestone, NULL, error);
  if (after == NULL || !require_decision (self, NULL, after, error) ||
      !bridge_space_run_change (self, _("Milestone added"), NULL, after, error))
    return NULL;
  return bridge_space_find_milestone (self, bridge_milestone_get_id (after), error);
}

/**
 * bridge_space_reshape_milestone:
 * @self: a space
 * @edited: a copy with other values; the id says which
 * @why: (nullable): why, for its log
 * @error: where to say what went wrong
 *
 * Gives a milestone other words, another source, number or day. More of one of both is bridge_space_propose_milestone().
 *
 * Returns: %FALSE with %BRIDGE_ERROR_NOT_FOUND, %BRIDGE_ERROR_INVALID_VALUE, %BRIDGE_ERROR_INVALID_DATE, %BRIDGE_ERROR_STATE
 *   or an error of the database
 */
gboolean
bridge_space_reshape_milestone (BridgeSpace      *self,
                                BridgeMilestone  *edited,
                                const char       *why,
                                GError          **error)
{
  g_autoptr (BridgeMilestone) before = NULL;
  g_autoptr (BridgeMilestone) after = NULL;
  BridgeMilestoneState next;

  g_return_val_if_fail (BRIDGE_IS_SPACE (self), FALSE);
  g_return_val_if_fail (BRIDGE_IS_MILESTONE (edited), FALSE);

  before = bridge_space_find_milestone (self, bridge_milestone_get_id (edited) != NULL ? bridge_milestone_get_id (edited) : "",
                                        error);
  if (before == NULL || !find_next (before, BRIDGE_MILESTONE_RESHAPE, &next, error) ||
      !require_whose (self, before, edited, error))
    return FALSE;
  after = bridge_space_take_over_milestone (self, edited, before, error);
  if (after == NULL || !require_decision (self, before, after, error))
    return FALSE;
  if (bridge_milestone_is_same_shape (before, after))
    return TRUE;
  return run_change (self, _("Milestone reshaped"), before, after, BRIDGE_MILESTONE_RESHAPE, why, NULL, NULL, error);
}

/**
 * bridge_space_revisit_milestone:
 * @self: a space
 * @id: of an open milestone
 * @on: the next day to look at it, local midnight; %BRIDGE_LOCAL_NONE: no day
 * @why: (nullable): what was seen, for its log
 * @error: where to say what went wrong
 *
 * Notes that a milestone was looked at, and when next. It asks nobody.
 *
 * Returns: %FALSE with %BRIDGE_ERROR_NOT_FOUND, %BRIDGE_ERROR_INVALID_VALUE, %BRIDGE_ERROR_INVALID_DATE, %BRIDGE_ERROR_STATE
 *   or an error of the database
 */
gboolean
bridge_space_revisit_milestone (BridgeSpace  *self,
                                const char   *id,
                                BridgeLocal   on,
                                const char   *why,
                                GError      **error)
{
  g_autoptr (BridgeMilestone) before = NULL;
  g_autoptr (BridgeMilestone) after = NULL;
  BridgeMilestoneState next;

  g_return_val_if_fail (BRIDGE_IS_SPACE (self), FALSE);
  g_return_val_if_fail (id != NULL, FALSE);

  before = bridge_space_find_milestone (self, id, error);
  if (before == NULL || !find_next (before, BRIDGE_MILESTONE_REVISIT, &next, error))
    return FALSE;
  after = bridge_milestone_copy (before);
  g_object_set (after, "revisit-on", on != BRIDGE_LOCAL_NONE ? bridge_local_day_start (on) : on, "reminding-since",
                bridge_space_now (self), NULL);
  return check_days (self, before, after, error) &&
         run_change (self, _("Another day to look at it"), before, after, BRIDGE_MILESTONE_REVISIT, why, NULL, NULL, error);
}

/* As it was when it was said last that it is reached. @was: (out) (transfer full) (nullable): that has never been said */
static gboolean
read_last_reached (BridgeSpace      *self,
                   BridgeMilestone  *milestone,
                   BridgeMilestone **was,
                   GError          **error)
{
  g_autoptr (GPtrArray) log =
    bridge_store_load_milestone_changes (bridge_space_get_database (self), bridge_milestone_get_id (milestone), error);

  *was = NULL;
  if (log == NULL)
    return FALSE;
  for (guint i = log->len; i > 0; i--)
    {
      BridgeMilestoneChange *change = g_ptr_array_index (log, i - 1);

      if (bridge_milestone_change_get_event (change) != BRIDGE_MILESTONE_REACH)
        continue;
      *was = bridge_milestone_read_values (bridge_milestone_change_get_was (change), error);
      return *was != NULL;
    }
  return TRUE;
}

/**
 * bridge_space_change_milestone:
 * @self: a space
 * @id: of a milestone
 * @event: rest, resume or reopen
 * @why: (nullable): why, for its log
 * @error: where to say what went wrong
 *
 * Lets a milestone rest, takes it up again, or opens one that was reached; what is in the log of small wins stays there. That
 * one of both goes on after a rest is bridge_space_propose_milestone(), as the other one may have put it down; opened again, one
 * that rested before it was reached rests.
 *
 * Returns: %FALSE with %BRIDGE_ERROR_NOT_FOUND, %BRIDGE_ERROR_INVALID_VALUE, %BRIDGE_ERROR_STATE or an error of the database
 */
gboolean
bridge_space_change_milestone (BridgeSpace           *self,
                               const char            *id,
                               BridgeMilestoneEvent   event,
                               const char            *why,
                               GError               **error)
{
  static const char *const labels[] = {
    [BRIDGE_MILESTONE_REST] = N_("Milestone rests"),
    [BRIDGE_MILESTONE_RESUME] = N_("Milestone goes on"),
    [BRIDGE_MILESTONE_REOPEN] = N_("Milestone is open again"),
  };
  g_autoptr (BridgeMilestone) before = NULL;
  g_autoptr (BridgeMilestone) after = NULL;
  g_autoptr (BridgeMilestone) was = NULL;
  BridgeMilestoneState next;
  gboolean rested;

  g_return_val_if_fail (BRIDGE_IS_SPACE (self), FALSE);
  g_return_val_if_fail (id != NULL, FALSE);
  g_return_val_if_fail (event < G_N_ELEMENTS (labels) && labels[event] != NULL, FALSE);

  before = bridge_space_find_milestone (self, id, error);
  if (before == NULL || !find_next (before, event, &next, error) ||
      (event == BRIDGE_MILESTONE_REOPEN && !read_last_reached (self, before, &was, error)))
    return FALSE;
  rested = was != NULL && bridge_milestone_get_state (was) == BRIDGE_MILESTONE_RESTING;
  if (rested && bridge_milestone_get_who (before) == NULL && bridge_space_get_listener (self) != NULL)
    {
      event = BRIDGE_MILESTONE_REST;
      next = BRIDGE_MILESTONE_RESTING;
    }
  after = bridge_milestone_copy (before);
  g_object_set (after, "state", next, "reached-on", BRIDGE_LOCAL_NONE, NULL);
  if (next == BRIDGE_MILESTONE_OPEN)
    g_object_set (after, "reminding-since", bridge_space_now (self), NULL);
  return require_decision (self, before, after, error) &&
         run_change (self, _(labels[event]), before, after, event, why, NULL, NULL, error);
}

/* What comes into the log: under the title, with what made it possible. (transfer full) */
static BridgeWin *
make_win (BridgeSpace      *self,
          BridgeMilestone  *milestone,
          const char       *possible,
          GError          **error)
{
  BridgeLocal today = get_today (self);
  g_autoptr (BridgeWin) win = bridge_win_new (bridge_milestone_get_title (milestone), today);
  g_autofree char *meant = possible != NULL ? bridge_text_clean (possible, TRUE) : NULL;
  g_auto (GStrv) ids = bridge_milestone_dup_rituals (milestone);
  BridgeRitual *ritual = g_strv_length (ids) == 1 ? bridge_space_peek_ritual (self, ids[0]) : NULL;
  gboolean of_both = bridge_milestone_get_who (milestone) == NULL && bridge_space_get_partner (self) != NULL;

  bridge_row_take_identity (win, NULL);
  g_object_set (win,
                "meant", meant != NULL ? meant : "",
                "kind", BRIDGE_WIN_MILESTONE,
                "milestone-id", bridge_milestone_get_id (milestone),
                "noticed-by", of_both ? NULL : bridge_space_get_speaker_id (self),
                "ritual-id", ritual != NULL && bridge_milestone_may_count (self, NULL, ritual) ? ids[0] : NULL,
                NULL);
  return bridge_win_validate (win, today, error) ? g_steal_pointer (&win) : NULL;
}

/* @words and below them @more, unless that stands there already. (transfer full) */
static char *
add_lines (const char *words,
           const char *more)
{
  g_autofree char *lines = g_strdup_printf ("\n%s\n", words);
  g_autofree char *wanted = g_strdup_printf ("\n%s\n", more);

  if (*words == '\0' || strstr (lines, wanted) != NULL)
    return g_strdup (*words == '\0' ? more : words);
  return g_strdup_printf ("%s\n%s", words, more);
}

/* What is in the log of it already, since it was reached before: with the day of today, and with what made it possible this time
 * below what stands there. (transfer full) (nullable) */
static BridgeWin *
renew_win (BridgeSpace      *self,
           BridgeWin        *earlier,
           BridgeMilestone  *milestone,
           const char       *possible,
           GError          **error)
{
  BridgeLocal today = get_today (self);
  g_autoptr (BridgeWin) win = bridge_win_copy (earlier);
  g_autoptr (BridgeMilestone) was = NULL;
  g_autofree char *meant = possible != NULL ? bridge_text_clean (possible, TRUE) : NULL;

  if (!read_last_reached (self, milestone, &was, error))
    return NULL;
  /* Somebody may have given it words of its own. */
  if (was != NULL && g_str_equal (bridge_win_get_text (earlier), bridge_milestone_get_title (was)))
    g_object_set (win, "text", bridge_milestone_get_title (milestone), NULL);
  if (meant != NULL)
    {
      g_autofree char *both = add_lines (bridge_win_get_meant (earlier), meant);

      g_object_set (win, "meant", both, NULL);
    }
  g_object_set (win, "on", today, NULL);
  return bridge_win_validate (win, today, error) ? g_steal_pointer (&win) : NULL;
}

/* What comes into the log, and what stood there. @earlier: (out) (transfer full) (nullable); @win: (out) (transfer full) */
static gboolean
enter_in_log (BridgeSpace      *self,
              BridgeMilestone  *milestone,
              const char       *possible,
              BridgeWin       **earlier,
              BridgeWin       **win,
              GError          **error)
{
  BridgeDatabase *db = bridge_space_get_database (self);
  g_autoptr (GError) local_error = NULL;

  *earlier = bridge_store_load_milestone_win (db, bridge_milestone_get_id (milestone), &local_error);
  if (local_error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return FALSE;
    }
  *win = *earlier != NULL ? renew_win (self, *earlier, milestone, possible, error)
                          : make_win (self, milestone, possible, error);
  return *win != NULL;
}

/**
 * bridge_space_reach_milestone:
 * @self: a space
 * @id: of an open or resting milestone
 * @possible: (nullable): what made it possible
 * @mark: (nullable): how it is marked
 * @in_log: one's own, too, comes into the log of small wins, which both read; what is of both, or in solo, always does
 * @error: where to say what went wrong
 *
 * Says that a milestone is reached, whatever was counted: that is a person's to say. In the same command it comes into the log,
 * once: what stands there since it was reached before gets the new day, and keeps its words.
 *
 * Returns: %FALSE with %BRIDGE_ERROR_NOT_FOUND, %BRIDGE_ERROR_INVALID_VALUE, %BRIDGE_ERROR_STATE or an error of the database
 */
gboolean
bridge_space_reach_milestone (BridgeSpace  *self,
                              const char   *id,
                              const char   *possible,
                              const char   *mark,
                              gboolean      in_log,
                              GError      **error)
{
  g_autoptr (BridgeMilestone) before = NULL;
  g_autoptr (BridgeMilestone) after = NULL;
  g_autoptr (BridgeWin) earlier = NULL;
  g_autoptr (BridgeWin) win = NULL;
  g_autofree char *clean_mark = mark != NULL ? bridge_text_clean (mark, TRUE) : NULL;
  BridgeMilestoneState next;

  g_return_val_if_fail (BRIDGE_IS_SPACE (self), FALSE);
  g_return_val_if_fail (id != NULL, FALSE);

  before = bridge_space_find_milestone (self, id, error);
  if (before == NULL || !find_next (before, BRIDGE_MILESTONE_REACH, &next, error))
    return FALSE;
  after = bridge_milestone_copy (before);
  g_object_set (after, "state", next, "reached-on", get_today (self), "celebrated", TRUE, NULL);
  /* How it was marked before stays, if nobody says otherwise. */
  if (clean_mark != NULL && *clean_mark != '\0')
    g_object_set (after, "mark", clean_mark, NULL);
  if (!bridge_milestone_validate (after, error))
    return FALSE;
  if ((in_log || bridge_milestone_get_who (after) == NULL || bridge_space_get_partner (self) == NULL) &&
      !enter_in_log (self, after, possible, &earlier, &win, error))
    return FALSE;
  return run_change (self, _("Milestone reached"), before, after, BRIDGE_MILESTONE_REACH, possible, earlier, win, error);
}

/**
 * bridge_space_celebrated_milestone:
 * @self: a space
 * @id: of a milestone
 * @error: where to say what went wrong
 *
 * Notes that the celebration of a milestone was shown by itself, so that it is not shown again. The row keeps its stamp: nothing
 * that Undo expects has changed.
 *
 * Returns: %FALSE with %BRIDGE_ERROR_NOT_FOUND or an error of the database
 */
gboolean
bridge_space_celebrated_milestone (BridgeSpace  *self,
                                   const char   *id,
                                   GError      **error)
{
  BridgeMilestone *milestone;

  g_return_val_if_fail (BRIDGE_IS_SPACE (self), FALSE);
  g_return_val_if_fail (id != NULL, FALSE);

  milestone = bridge_space_peek_milestone (self, id);
  if (milestone == NULL)
    return refuse (error, BRIDGE_ERROR_NOT_FOUND, _("There is no such milestone any more."));
  if (bridge_milestone_get_celebrated (milestone))
    return TRUE;
  if (!bridge_store_note_celebrated (bridge_space_get_database (self), bridge_milestone_get_id (milestone), error))
    return FALSE;
  g_object_set (milestone, "celebrated", TRUE, NULL);
  return TRUE;
}

/**
 * bridge_space_may_remove_milestone:
 * @self: a space
 * @milestone: a milestone
 *
 * Returns: whether the speaker can remove it: what two have agreed on stays on record, and may rest
 */
gboolean
bridge_space_may_remove_milestone (BridgeSpace     *self,
                                   BridgeMilestone *milestone)
{
  g_return_val_if_fail (BRIDGE_IS_SPACE (self), FALSE);
  g_return_val_if_fail (BRIDGE_IS_MILESTONE (milestone), FALSE);

  return bridge_space_is_own_milestone (self, milestone) &&
         (bridge_space_get_listener (self) == NULL || bridge_milestone_get_who (milestone) != NULL);
}

/**
 * bridge_space_remove_milestone:
 * @self: a space
 * @id: of a milestone
 * @error: where to say what went wrong
 *
 * Removes a milestone, as if it had never been; what came into the log of small wins stays. Undo brings it back.
 *
 * Returns: %FALSE with %BRIDGE_ERROR_NOT_FOUND, %BRIDGE_ERROR_STATE or an error of the database
 */
gboolean
bridge_space_remove_milestone (BridgeSpace  *self,
                               const char   *id,
                               GError      **error)
{
  g_autoptr (BridgeMilestone) before = NULL;
  g_autoptr (BridgeCommand) command = NULL;

  g_return_val_if_fail (BRIDGE_IS_SPACE (self), FALSE);
  g_return_val_if_fail (id != NULL, FALSE);

  before = bridge_space_find_milestone (self, id, error);
  if (before == NULL)
    return FALSE;
  if (!bridge_space_may_remove_milestone (self, before))
    return refuse (error, BRIDGE_ERROR_STATE, _("You both agreed on this, so it stays on record. You could let it rest instead."));

  command = bridge_command_new (_("Milestone removed"));
  bridge_command_add (command, before, NULL);
  bridge_space_close_invitations (self, command, BRIDGE_INVITATION_MILESTONE, bridge_milestone_get_id (before));
  return bridge_space_run (self, g_steal_pointer (&command), error);
}

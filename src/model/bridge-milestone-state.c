/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "bridge-milestone"

#include "config.h"

#include "bridge-milestone-state.h"

#include <glib/gi18n-lib.h>

#include "bridge-error.h"
#include "bridge-words.h"

#define MAX_TITLE 120
#define MAX_TEXT 500

/* No event leads there. */
#define NO -1

static const int transitions[][BRIDGE_N_MILESTONE_EVENTS] = {
  [BRIDGE_MILESTONE_OPEN] = {
    [BRIDGE_MILESTONE_RESHAPE] = BRIDGE_MILESTONE_OPEN,
    [BRIDGE_MILESTONE_REVISIT] = BRIDGE_MILESTONE_OPEN,
    [BRIDGE_MILESTONE_REST] = BRIDGE_MILESTONE_RESTING,
    [BRIDGE_MILESTONE_RESUME] = NO,
    [BRIDGE_MILESTONE_REACH] = BRIDGE_MILESTONE_REACHED,
    [BRIDGE_MILESTONE_REOPEN] = NO,
  },
  [BRIDGE_MILESTONE_RESTING] = {
    [BRIDGE_MILESTONE_RESHAPE] = BRIDGE_MILESTONE_RESTING,
    [BRIDGE_MILESTONE_REVISIT] = NO,
    [BRIDGE_MILESTONE_REST] = NO,
    [BRIDGE_MILESTONE_RESUME] = BRIDGE_MILESTONE_OPEN,
    [BRIDGE_MILESTONE_REACH] = BRIDGE_MILESTONE_REACHED,
    [BRIDGE_MILESTONE_REOPEN] = NO,
  },
  [BRIDGE_MILESTONE_REACHED] = {
    [BRIDGE_MILESTONE_RESHAPE] = NO,
    [BRIDGE_MILESTONE_REVISIT] = NO,
    [BRIDGE_MILESTONE_REST] = NO,
    [BRIDGE_MILESTONE_RESUME] = NO,
    [BRIDGE_MILESTONE_REACH] = NO,
    [BRIDGE_MILESTONE_REOPEN] = BRIDGE_MILESTONE_OPEN,
  },
};

static gboolean
refuse (GError     **error,
        int          code,
        const char  *sentence)
{
  g_set_error_literal (error, BRIDGE_ERROR, code, sentence);
  return FALSE;
}

/**
 * bridge_milestone_transition:
 * @state: the present state
 * @event: what happens
 * @next: (out): the state after it
 * @error: where to say that this cannot be
 *
 * The milestone's state machine. What rests can be reshaped, so that it goes on as something smaller.
 *
 * Returns: %FALSE with %BRIDGE_ERROR_STATE
 */
gboolean
bridge_milestone_transition (BridgeMilestoneState    state,
                             BridgeMilestoneEvent    event,
                             BridgeMilestoneState   *next,
                             GError                **error)
{
  g_return_val_if_fail (state < G_N_ELEMENTS (transitions), FALSE);
  g_return_val_if_fail (event < BRIDGE_N_MILESTONE_EVENTS, FALSE);

  if (transitions[state][event] != NO)
    {
      *next = (BridgeMilestoneState) transitions[state][event];
      return TRUE;
    }

  switch (state)
    {
    case BRIDGE_MILESTONE_OPEN:
      return refuse (error, BRIDGE_ERROR_STATE, _("The milestone is open already. Nothing was changed."));
    case BRIDGE_MILESTONE_RESTING:
      return refuse (error, BRIDGE_ERROR_STATE, _("The milestone rests. You could resume it first."));
    case BRIDGE_MILESTONE_REACHED:
      return refuse (error, BRIDGE_ERROR_STATE, _("The milestone is reached. You could open it again first."));
    }
  g_return_val_if_reached (FALSE);
}

static gboolean
is_day (BridgeLocal local)
{
  return local != BRIDGE_LOCAL_NONE && bridge_local_day_start (local) == local;
}

static gboolean
check_source (BridgeMilestone  *self,
              GError          **error)
{
  BridgeMilestoneSource source = bridge_milestone_get_source (self);
  int target = bridge_milestone_get_target (self);
  const char *kind = bridge_milestone_get_win_kind (self);
  gboolean has_rituals = *bridge_milestone_get_ritual_ids (self) != '\0';
  int value;

  if (source == BRIDGE_MILESTONE_FROM_NOTHING && target != 0)
    return refuse (error, BRIDGE_ERROR_INVALID_VALUE, _("An open milestone has no number. Say what it is counted from."));
  if (source != BRIDGE_MILESTONE_FROM_NOTHING && (target < 1 || target > BRIDGE_MILESTONE_MAX_TARGET))
    return refuse (error, BRIDGE_ERROR_INVALID_VALUE, _("The number of a milestone is between 1 and 1000."));
  if (source == BRIDGE_MILESTONE_FROM_RITUALS && !has_rituals)
    return refuse (error, BRIDGE_ERROR_INVALID_VALUE, _("Choose at least one ritual that the milestone is counted from."));
  if (source != BRIDGE_MILESTONE_FROM_RITUALS && has_rituals)
    return refuse (error, BRIDGE_ERROR_INVALID_VALUE, _("Only a milestone that is counted from rituals names some."));
  if (kind == NULL)
    return TRUE;
  if (source != BRIDGE_MILESTONE_FROM_WINS)
    return refuse (error, BRIDGE_ERROR_INVALID_VALUE, _("Only a milestone that is counted from small wins has a kind of them."));
  if (!bridge_enum_from_nick (BRIDGE_TYPE_WIN_KIND, kind, &value, error))
    return FALSE;
  return value != BRIDGE_WIN_MILESTONE ||
         refuse (error, BRIDGE_ERROR_INVALID_VALUE, _("A milestone is not counted from other milestones. Choose another kind."));
}

/**
 * bridge_milestone_validate:
 * @self: a milestone
 * @error: where to say what is wrong; the message names the field
 *
 * Checks every field, and that they fit together.
 *
 * Returns: %FALSE with %BRIDGE_ERROR_INVALID_VALUE or %BRIDGE_ERROR_INVALID_DATE
 */
gboolean
bridge_milestone_validate (BridgeMilestone  *self,
                           GError          **error)
{
  BridgeLocal revisit_on, reached_on;

  g_return_val_if_fail (BRIDGE_IS_MILESTONE (self), FALSE);

  if (!bridge_text_check (_("What the milestone is called"), bridge_milestone_get_title (self), 1, MAX_TITLE, error) ||
      !bridge_text_check (_("What the milestone would look like"), bridge_milestone_get_note (self), 0, MAX_TEXT, error) ||
      !bridge_text_check (_("How the milestone is marked"), bridge_milestone_get_mark (self), 0, MAX_TEXT, error) ||
      !check_source (self, error))
    return FALSE;

  revisit_on = bridge_milestone_get_revisit_on (self);
  reached_on = bridge_milestone_get_reached_on (self);
  if (!is_day (bridge_milestone_get_since (self)))
    return refuse (error, BRIDGE_ERROR_INVALID_DATE, _("Choose the day from which the milestone is counted."));
  if (revisit_on != BRIDGE_LOCAL_NONE && !is_day (revisit_on))
    return refuse (error, BRIDGE_ERROR_INVALID_DATE, _("Choose a day to come back to the milestone, without a time."));
  if ((bridge_milestone_get_state (self) == BRIDGE_MILESTONE_REACHED) != (reached_on != BRIDGE_LOCAL_NONE) ||
      (reached_on != BRIDGE_LOCAL_NONE && !is_day (reached_on)))
    return refuse (error, BRIDGE_ERROR_INVALID_DATE, _("A milestone that is reached, and no other, has the day on which it was."));
  return TRUE;
}

/**
 * bridge_milestone_dup_rituals:
 * @self: a milestone
 *
 * Returns: (transfer full): the ids of the rituals that it is counted from, each once
 */
GStrv
bridge_milestone_dup_rituals (BridgeMilestone *self)
{
  g_auto (GStrv) ids = NULL;
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  g_return_val_if_fail (BRIDGE_IS_MILESTONE (self), NULL);

  ids = g_strsplit (bridge_milestone_get_ritual_ids (self), ",", -1);
  for (guint i = 0; ids[i] != NULL; i++)
    {
      gboolean known = *g_strstrip (ids[i]) == '\0';

      for (guint k = 0; k < i; k++)
        known = known || g_str_equal (ids[k], ids[i]);
      if (!known)
        g_strv_builder_add (builder, ids[i]);
    }
  return g_strv_builder_end (builder);
}

static gboolean
has_same_rituals (BridgeMilestone *one,
                  BridgeMilestone *other)
{
  g_auto (GStrv) ids = bridge_milestone_dup_rituals (one);
  g_auto (GStrv) others = bridge_milestone_dup_rituals (other);

  if (g_strv_length (ids) != g_strv_length (others))
    return FALSE;
  for (guint i = 0; ids[i] != NULL; i++)
    if (!g_strv_contains ((const char *const *) others, ids[i]))
      return FALSE;
  return TRUE;
}

static gboolean
has_same_words_and_source (BridgeMilestone *one,
                           BridgeMilestone *other)
{
  return g_str_equal (bridge_milestone_get_title (one), bridge_milestone_get_title (other)) &&
         g_str_equal (bridge_milestone_get_note (one), bridge_milestone_get_note (other)) &&
         bridge_milestone_get_source (one) == bridge_milestone_get_source (other) &&
         g_strcmp0 (bridge_milestone_get_win_kind (one), bridge_milestone_get_win_kind (other)) == 0 &&
         has_same_rituals (one, other);
}

/**
 * bridge_milestone_asks_more:
 * @before: (nullable): a milestone as it is; %NULL: a new one
 * @after: as it would be
 *
 * What is for both needs a yes of both: that it is for both at all, its words, what it is counted from, a bigger number, a later
 * day to begin counting at, and that it goes on after a rest. A smaller number, another day to come back to it, rest, that it is
 * reached, and that it is one's own, do not; nor does opening again what was reached, which takes nothing back.
 *
 * Returns: whether @after asks something of both that @before does not
 */
gboolean
bridge_milestone_asks_more (BridgeMilestone *before,
                            BridgeMilestone *after)
{
  g_return_val_if_fail (before == NULL || BRIDGE_IS_MILESTONE (before), FALSE);
  g_return_val_if_fail (BRIDGE_IS_MILESTONE (after), FALSE);

  if (bridge_milestone_get_who (after) != NULL)
    return FALSE;
  return before == NULL || bridge_milestone_get_who (before) != NULL || !has_same_words_and_source (before, after) ||
         bridge_milestone_get_target (after) > bridge_milestone_get_target (before) ||
         bridge_milestone_get_since (after) > bridge_milestone_get_since (before) ||
         (bridge_milestone_get_state (before) == BRIDGE_MILESTONE_RESTING &&
          bridge_milestone_get_state (after) == BRIDGE_MILESTONE_OPEN);
}

/**
 * bridge_milestone_is_same_shape:
 * @self: a milestone
 * @other: another one, or the same as it would be
 *
 * Returns: whether words, source, number, days and whose it is are the same
 */
gboolean
bridge_milestone_is_same_shape (BridgeMilestone *self,
                                BridgeMilestone *other)
{
  g_return_val_if_fail (BRIDGE_IS_MILESTONE (self), FALSE);
  g_return_val_if_fail (BRIDGE_IS_MILESTONE (other), FALSE);

  return has_same_words_and_source (self, other) &&
         g_strcmp0 (bridge_milestone_get_who (self), bridge_milestone_get_who (other)) == 0 &&
         bridge_milestone_get_target (self) == bridge_milestone_get_target (other) &&
         bridge_milestone_get_since (self) == bridge_milestone_get_since (other) &&
         bridge_milestone_get_revisit_on (self) == bridge_milestone_get_revisit_on (other);
}

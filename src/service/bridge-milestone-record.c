/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "bridge-milestone"

#include "config.h"

#include "bridge-milestone-record.h"

#include <glib/gi18n-lib.h>

#include "bridge-hold.h"
#include "bridge-milestone-change.h"
#include "bridge-milestone-state.h"
#include "bridge-space-private.h"
#include "bridge-store-milestones.h"
#include "bridge-words.h"

/* How far a look ahead looks back, and how far ahead. */
#define WEEKS_BACK 8
#define WEEKS_AHEAD 6
#define WEEKS_SMALL 4

/* Below that nothing is said about what is within reach. */
#define ENOUGH 5
#define ENOUGH_DAYS 14

/* So many parts in ten of what was are proposed: a little less, so that it is in reach in quieter weeks, too. */
#define MODEST 9

/* ---- Days that count ---- */

static gboolean
is_away (GListModel  *absences,
         const char  *who,
         BridgeLocal  day)
{
  for (guint i = 0; absences != NULL && i < g_list_model_get_n_items (absences); i++)
    {
      g_autoptr (BridgeAbsence) absence = g_list_model_get_item (absences, i);

      if (bridge_absence_covers (absence, who, day))
        return TRUE;
    }
  return FALSE;
}

/* Marks the days of which any time was in [from, to): UTC ms. */
static void
mark_days (GArray      *days,
           BridgeLocal  first,
           gint64       from,
           gint64       to,
           GTimeZone   *here)
{
  int begin, end;

  if (to <= from)
    return;
  begin = bridge_local_get_day (bridge_local_from_utc_ms (from, here)) - bridge_local_get_day (first);
  end = bridge_local_get_day (bridge_local_from_utc_ms (to - 1, here)) - bridge_local_get_day (first);
  for (int i = MAX (begin, 0); i <= end && i < (int) days->len; i++)
    g_array_index (days, gboolean, i) = TRUE;
}

/* Those that a pause, or the recovery window after it, has touched. */
static GArray *
find_paused_days (GListModel  *pauses,
                  BridgeLocal  from,
                  guint        n_days,
                  GTimeZone   *here)
{
  GArray *days = g_array_new (FALSE, TRUE, sizeof (gboolean));

  g_array_set_size (days, n_days);
  for (guint i = 0; pauses != NULL && i < g_list_model_get_n_items (pauses); i++)
    {
      g_autoptr (BridgePause) pause = g_list_model_get_item (pauses, i);
      gint64 called_at = bridge_pause_get_called_at (pause);
      gint64 talk_ended_at = bridge_pause_get_talk_ended_at (pause);

      mark_days (days, from, called_at, bridge_hold_find_end (pauses, FALSE, called_at), here);
      if (talk_ended_at != 0)
        mark_days (days, from, talk_ended_at, bridge_hold_find_end (pauses, FALSE, talk_ended_at), here);
    }
  return days;
}

/* From the day it was put to rest until the day it was taken up. */
static gboolean
is_resting (GPtrArray   *changes,
            BridgeLocal  day)
{
  gboolean resting = FALSE;

  for (guint i = 0; changes != NULL && i < changes->len; i++)
    {
      BridgeMilestoneChange *change = g_ptr_array_index (changes, i);

      if (bridge_milestone_change_get_on (change) > day)
        break;
      switch (bridge_milestone_change_get_event (change))
        {
        case BRIDGE_MILESTONE_REST:
          resting = TRUE;
          break;
        case BRIDGE_MILESTONE_RESUME:
        case BRIDGE_MILESTONE_REACH:
        case BRIDGE_MILESTONE_REOPEN:
          resting = FALSE;
          break;
        case BRIDGE_MILESTONE_RESHAPE:
        case BRIDGE_MILESTONE_REVISIT:
          break;
        }
    }
  return resting;
}

/**
 * bridge_milestone_count_days:
 * @from: local midnight of the first day
 * @to: local midnight of the day after the last
 * @who: (nullable): whose milestone; %NULL: both, or the only one
 * @absences: (nullable) (element-type BridgeAbsence): all of them
 * @pauses: (nullable) (element-type BridgePause): all of them
 * @here: the zone of this place
 * @changes: (nullable) (element-type BridgeMilestoneChange): what became of it, the first one first
 *
 * Counts the days that were neither away, nor touched by a pause or its recovery window, nor rested. A day is one of the
 * calendar, however many hours it has. A pure function.
 *
 * Returns: how many
 */
guint
bridge_milestone_count_days (BridgeLocal  from,
                             BridgeLocal  to,
                             const char  *who,
                             GListModel  *absences,
                             GListModel  *pauses,
                             GTimeZone   *here,
                             GPtrArray   *changes)
{
  BridgeLocal first = bridge_local_day_start (from);
  guint n_days = to > first ? (guint) ((to - first + BRIDGE_DAY - 1) / BRIDGE_DAY) : 0;
  g_autoptr (GArray) paused = find_paused_days (pauses, first, n_days, here);
  guint n = 0;

  for (guint i = 0; i < n_days; i++)
    {
      BridgeLocal day = first + i * BRIDGE_DAY;

      if (!g_array_index (paused, gboolean, i) && !is_away (absences, who, day) && !is_resting (changes, day))
        n++;
    }
  return n;
}

/* ---- Counting ---- */

/**
 * bridge_milestone_may_count:
 * @space: a space
 * @who: (nullable): whose milestone; %NULL: of both, or of the only one
 * @ritual: a ritual
 *
 * Nobody counts what only the other one does.
 *
 * Returns: whether the moments of @ritual count for such a milestone
 */
gboolean
bridge_milestone_may_count (BridgeSpace  *space,
                            const char   *who,
                            BridgeRitual *ritual)
{
  const char *ritual_who = bridge_ritual_get_who (ritual);

  return ritual_who == NULL || bridge_space_get_partner (space) == NULL || g_strcmp0 (ritual_who, who) == 0;
}

/* Where two keep the log, one's own is counted from what its holder noticed, or both did. (nullable): whoever noticed it */
static const char *
get_noticed_by (BridgeSpace     *space,
                BridgeMilestone *milestone)
{
  return bridge_space_get_partner (space) != NULL ? bridge_milestone_get_who (milestone) : NULL;
}

static gboolean
count_rituals (BridgeSpace      *space,
               BridgeMilestone  *milestone,
               BridgeLocal       from,
               BridgeLocal       to,
               guint            *count,
               GError          **error)
{
  g_auto (GStrv) ids = bridge_milestone_dup_rituals (milestone);

  for (guint i = 0; ids[i] != NULL; i++)
    {
      BridgeRitual *ritual = bridge_space_peek_ritual (space, ids[i]);
      guint kept, smaller;

      if (ritual != NULL && !bridge_milestone_may_count (space, bridge_milestone_get_who (milestone), ritual))
        continue;
      if (!bridge_space_count_kept (space, ids[i], from, to, &kept, &smaller, error))
        return FALSE;
      *count += kept + smaller;
    }
  return TRUE;
}

/* Of both: kept ones by their date, and those that got another date together since then. What was let go is neither.
 * (transfer full) */
static GPtrArray *
find_promises (BridgeSpace *space,
               BridgeLocal  from,
               BridgeLocal  to,
               GTimeZone   *here)
{
  GListModel *promises = bridge_space_get_promises (space);
  GPtrArray *found = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < g_list_model_get_n_items (promises); i++)
    {
      g_autoptr (BridgePromise) promise = g_list_model_get_item (promises, i);
      BridgePromiseState state = bridge_promise_get_state (promise);
      BridgeLocal due = bridge_local_day_start (bridge_promise_get_due (promise));
      BridgeLocal agreed = bridge_local_from_utc_ms (bridge_promise_get_reminding_since (promise), here);

      if (bridge_promise_get_who (promise) != NULL || state == BRIDGE_PROMISE_LET_GO)
        continue;
      if ((state == BRIDGE_PROMISE_KEPT && due >= from) ||
          (*bridge_promise_get_earlier (promise) != '\0' && agreed >= from && agreed < to))
        g_ptr_array_add (found, g_steal_pointer (&promise));
    }
  return found;
}

/* (transfer full) (element-type BridgeLocal): when they ended */
static GArray *
find_talks (BridgeSpace *space,
            BridgeLocal  from,
            BridgeLocal  to,
            GTimeZone   *here)
{
  GListModel *pauses = bridge_space_get_pauses (space);
  GArray *found = g_array_new (FALSE, FALSE, sizeof (BridgeLocal));

  for (guint i = 0; i < g_list_model_get_n_items (pauses); i++)
    {
      g_autoptr (BridgePause) pause = g_list_model_get_item (pauses, i);
      gint64 talk_ended_at = bridge_pause_get_talk_ended_at (pause);
      BridgeLocal local = talk_ended_at != 0 ? bridge_local_from_utc_ms (talk_ended_at, here) : BRIDGE_LOCAL_NONE;

      if (local != BRIDGE_LOCAL_NONE && local >= from && local < to)
        g_array_append_val (found, local);
    }
  return found;
}

/* One that rests since somebody left has no word about it in its log. */
static void
add_unlogged_rest (BridgeMilestone *milestone,
                   GPtrArray       *changes,
                   GTimeZone       *here)
{
  gint64 updated_at;
  BridgeLocal since;

  g_object_get (milestone, "updated-at", &updated_at, NULL);
  since = bridge_local_day_start (bridge_local_from_utc_ms (updated_at, here));
  if (bridge_milestone_get_state (milestone) == BRIDGE_MILESTONE_RESTING && !is_resting (changes, BRIDGE_LOCAL_FAR))
    g_ptr_array_add (changes, bridge_milestone_change_new (bridge_milestone_get_id (milestone), BRIDGE_MILESTONE_REST, since));
}

static gboolean
count_weeks (BridgeSpace      *space,
             BridgeMilestone  *milestone,
             BridgeLocal       to,
             GTimeZone        *here,
             guint            *count,
             GError          **error)
{
  g_autoptr (GPtrArray) changes = NULL;
  const char *id = bridge_milestone_get_id (milestone);

  if (id != NULL)
    {
      changes = bridge_store_load_milestone_changes (bridge_space_get_database (space), id, error);
      if (changes == NULL)
        return FALSE;
      add_unlogged_rest (milestone, changes, here);
    }
  *count = bridge_milestone_count_days (bridge_milestone_get_since (milestone), to, bridge_milestone_get_who (milestone),
                                        bridge_space_get_absences (space), bridge_space_get_pauses (space), here, changes) / 7;
  return TRUE;
}

/* The day after the last that counts. */
static BridgeLocal
get_end (BridgeSpace     *space,
         BridgeMilestone *milestone)
{
  if (bridge_milestone_get_state (milestone) == BRIDGE_MILESTONE_REACHED)
    return bridge_milestone_get_reached_on (milestone) + BRIDGE_DAY;
  return bridge_local_day_start (bridge_clock_local_now (bridge_space_get_clock (space))) + BRIDGE_DAY;
}

/**
 * bridge_milestone_record_count:
 * @space: a space
 * @milestone: one of it, or one that is only thought of
 * @count: (out): how many
 * @error: where to say what went wrong
 *
 * Counts what is on record since its day: kept moments (in their smaller version, too), small wins, promises of both that were
 * kept or re-agreed, pauses that ended in a talk, or whole weeks. Weeks are steps of seven days that count, from its day on,
 * whatever day a week begins with; the present day is not over, so it counts tomorrow.
 *
 * Returns: %FALSE with an error of the database
 */
gboolean
bridge_milestone_record_count (BridgeSpace      *space,
                               BridgeMilestone  *milestone,
                               guint            *count,
                               GError          **error)
{
  g_autoptr (GTimeZone) here = NULL;
  g_autoptr (GPtrArray) promises = NULL;
  g_autoptr (GArray) talks = NULL;
  BridgeLocal from, to;

  g_return_val_if_fail (BRIDGE_IS_SPACE (space), FALSE);
  g_return_val_if_fail (BRIDGE_IS_MILESTONE (milestone), FALSE);

  *count = 0;
  here = bridge_clock_dup_zone (bridge_space_get_clock (space));
  from = bridge_milestone_get_since (milestone);
  to = get_end (space, milestone);
  switch (bridge_milestone_get_source (milestone))
    {
    case BRIDGE_MILESTONE_FROM_NOTHING:
      return TRUE;
    case BRIDGE_MILESTONE_FROM_RITUALS:
      return count_rituals (space, milestone, from, to, count, error);
    case BRIDGE_MILESTONE_FROM_WINS:
      return bridge_store_count_wins_of (bridge_space_get_database (space), bridge_milestone_get_win_kind (milestone),
                                         get_noticed_by (space, milestone), from, to, NULL, count, error);
    case BRIDGE_MILESTONE_FROM_PROMISES:
      promises = find_promises (space, from, to, here);
      *count = promises->len;
      return TRUE;
    case BRIDGE_MILESTONE_FROM_TALKS:
      talks = find_talks (space, from, to, here);
      *count = talks->len;
      return TRUE;
    case BRIDGE_MILESTONE_FROM_WEEKS:
      return count_weeks (space, milestone, to - BRIDGE_DAY, here, count, error);
    }
  g_return_val_if_reached (FALSE);
}

/* ---- A look ahead ---- */

static char *
describe_found (BridgeSpace     *space,
                BridgeMilestone *milestone,
                guint            found,
                int              target,
                const char      *day)
{
  g_auto (GStrv) ids = bridge_milestone_dup_rituals (milestone);
  BridgeRitual *ritual = g_strv_length (ids) == 1 ? bridge_space_peek_ritual (space, ids[0]) : NULL;

  switch (bridge_milestone_get_source (milestone))
    {
    case BRIDGE_MILESTONE_FROM_RITUALS:
      if (ritual != NULL)
        /* Translators: numbers, what a ritual is called, and a date */
        return g_strdup_printf (_("You had %1$u moments of “%2$s” in the last 8 weeks, so %3$d by %4$s is within reach."), found,
                                bridge_ritual_get_title (ritual), target, day);
      /* Translators: two numbers and a date */
      return g_strdup_printf (_("You had %1$u such moments in the last 8 weeks, so %2$d by %3$s is within reach."), found, target,
                              day);
    case BRIDGE_MILESTONE_FROM_WINS:
      if (bridge_milestone_get_win_kind (milestone) == NULL)
        /* Translators: two numbers and a date */
        return g_strdup_printf (_("You noted %1$u small wins in the last 8 weeks, so %2$d by %3$s is within reach."), found,
                                target, day);
      /* Translators: two numbers and a date; of one kind */
      return g_strdup_printf (_("You noted %1$u such small wins in the last 8 weeks, so %2$d by %3$s is within reach."), found,
                              target, day);
    case BRIDGE_MILESTONE_FROM_PROMISES:
      /* Translators: two numbers and a date */
      return g_strdup_printf (_("You kept or re-agreed %1$u promises in the last 8 weeks, so %2$d by %3$s is within reach."), found,
                              target, day);
    case BRIDGE_MILESTONE_FROM_TALKS:
      /* Translators: two numbers and a date */
      return g_strdup_printf (_("In the last 8 weeks %1$u pauses ended in a talk, so %2$d by %3$s is within reach."), found, target,
                              day);
    case BRIDGE_MILESTONE_FROM_NOTHING:
    case BRIDGE_MILESTONE_FROM_WEEKS:
      break;
    }
  g_return_val_if_reached (NULL);
}

static int
get_small_target (BridgeMilestoneSource source)
{
  switch (source)
    {
    case BRIDGE_MILESTONE_FROM_RITUALS:
    case BRIDGE_MILESTONE_FROM_WINS:
      return 3;
    case BRIDGE_MILESTONE_FROM_PROMISES:
      return 2;
    case BRIDGE_MILESTONE_FROM_TALKS:
      return 1;
    case BRIDGE_MILESTONE_FROM_WEEKS:
      return WEEKS_SMALL;
    case BRIDGE_MILESTONE_FROM_NOTHING:
      break;
    }
  return 0;
}

static char *
explain_small (BridgeMilestone *milestone,
               int              target,
               const char      *day)
{
  switch (bridge_milestone_get_source (milestone))
    {
    case BRIDGE_MILESTONE_FROM_NOTHING:
      /* Translators: %s is a date: "Tuesday, 24 November" */
      return g_strdup_printf (_("An open one has no number. A look at it on %s is enough to begin with."), day);
    case BRIDGE_MILESTONE_FROM_WEEKS:
      return g_strdup (_("Four weeks are a good first stretch. Days away, pauses and rest are left out."));
    case BRIDGE_MILESTONE_FROM_RITUALS:
    case BRIDGE_MILESTONE_FROM_WINS:
    case BRIDGE_MILESTONE_FROM_PROMISES:
    case BRIDGE_MILESTONE_FROM_TALKS:
      break;
    }
  /* Translators: a number and a date */
  return g_strdup_printf (_("There is little to go by yet, so it begins small: %1$d by %2$s."), target, day);
}

/**
 * bridge_milestone_look_ahead:
 * @space: a space
 * @milestone: what it would be counted from, and whose it would be
 * @ahead: (out caller-allocates): what is proposed; bridge_milestone_ahead_clear()
 * @error: where to say what went wrong
 *
 * Proposes a number and a day from the record of the last eight weeks, and says why. Days away, and those of pauses, are in
 * none of it; below five entries nothing is concluded from them, and what is proposed is small.
 *
 * Returns: %FALSE with an error of the database
 */
gboolean
bridge_milestone_look_ahead (BridgeSpace           *space,
                             BridgeMilestone       *milestone,
                             BridgeMilestoneAhead  *ahead,
                             GError               **error)
{
  BridgeLocal now = bridge_clock_local_now (bridge_space_get_clock (space));
  BridgeLocal today = bridge_local_day_start (now);
  BridgeLocal from = today - WEEKS_BACK * 7 * BRIDGE_DAY;
  BridgeMilestoneSource source = bridge_milestone_get_source (milestone);
  g_autoptr (BridgeMilestone) behind = bridge_milestone_copy (milestone);
  g_autoptr (GTimeZone) here = bridge_clock_dup_zone (bridge_space_get_clock (space));
  g_autofree char *day = NULL;
  guint days;

  *ahead = (BridgeMilestoneAhead) { 0 };
  g_object_set (behind, "id", NULL, "since", from, "state", BRIDGE_MILESTONE_OPEN, NULL);
  if (source != BRIDGE_MILESTONE_FROM_WEEKS && !bridge_milestone_record_count (space, behind, &ahead->found, error))
    return FALSE;

  days = bridge_milestone_count_days (from, today, bridge_milestone_get_who (milestone), bridge_space_get_absences (space),
                                      bridge_space_get_pauses (space), here, NULL);
  if (ahead->found < ENOUGH || days < ENOUGH_DAYS)
    {
      ahead->target = get_small_target (source);
      ahead->revisit_on = today + WEEKS_SMALL * 7 * BRIDGE_DAY;
      day = bridge_words_date (ahead->revisit_on, now);
      ahead->why = explain_small (milestone, ahead->target, day);
      return TRUE;
    }

  ahead->target = (int) MIN ((gint64) ahead->found * WEEKS_AHEAD * 7 * MODEST / (days * 10), BRIDGE_MILESTONE_MAX_TARGET);
  ahead->revisit_on = today + WEEKS_AHEAD * 7 * BRIDGE_DAY;
  day = bridge_words_date (ahead->revisit_on, now);
  ahead->why = describe_found (space, milestone, ahead->found, ahead->target, day);
  if (days < WEEKS_BACK * 7)
    {
      g_autofree char *sentence = g_steal_pointer (&ahead->why);

      ahead->why = g_strdup_printf ("%s %s", sentence, _("Days away and pauses are left out."));
    }
  return TRUE;
}

/**
 * bridge_milestone_ahead_clear:
 * @self: what was proposed
 *
 * Frees what is in it.
 */
void
bridge_milestone_ahead_clear (BridgeMilestoneAhead *self)
{
  g_clear_pointer (&self->why, g_free);
}

/* ---- What led there ---- */

/**
 * bridge_milestone_list_wins:
 * @space: a space
 * @milestone: one of it
 * @linked_only: whether only those that somebody said belong to it
 * @limit: how many at most
 * @error: where to say what went wrong
 *
 * Returns: (transfer full) (nullable) (element-type BridgeWin): small wins on the way there: all that somebody said belong to
 *   it, of whatever day and kind, then the starred ones, then the newest; those that it was counted from, where it was
 */
GPtrArray *
bridge_milestone_list_wins (BridgeSpace      *space,
                            BridgeMilestone  *milestone,
                            gboolean          linked_only,
                            guint             limit,
                            GError          **error)
{
  BridgeLocal from = bridge_milestone_get_since (milestone);

  return bridge_store_load_wins_of (bridge_space_get_database (space), bridge_milestone_get_win_kind (milestone),
                                    get_noticed_by (space, milestone), from, linked_only ? from : get_end (space, milestone),
                                    bridge_milestone_get_id (milestone), limit, error);
}

/**
 * bridge_milestone_count_wins:
 * @space: a space
 * @milestone: one of it
 * @linked_only: whether only those that somebody said belong to it
 * @n: (out): how many
 * @error: where to say what went wrong
 *
 * Counts what bridge_milestone_list_wins() lists without a limit.
 *
 * Returns: %FALSE with an error of the database
 */
gboolean
bridge_milestone_count_wins (BridgeSpace      *space,
                             BridgeMilestone  *milestone,
                             gboolean          linked_only,
                             guint            *n,
                             GError          **error)
{
  BridgeLocal from = bridge_milestone_get_since (milestone);

  return bridge_store_count_wins_of (bridge_space_get_database (space), bridge_milestone_get_win_kind (milestone),
                                     get_noticed_by (space, milestone), from, linked_only ? from : get_end (space, milestone),
                                     bridge_milestone_get_id (milestone), n, error);
}

/**
 * bridge_milestone_list_rituals:
 * @space: a space
 * @milestone: one of it
 * @limit: how many at most
 * @error: where to say what went wrong
 *
 * Returns: (transfer full) (nullable) (element-type BridgeRitual): those that it was counted from, or all of which something was
 *   kept on the way there
 */
GPtrArray *
bridge_milestone_list_rituals (BridgeSpace      *space,
                               BridgeMilestone  *milestone,
                               guint             limit,
                               GError          **error)
{
  GListModel *rituals = bridge_space_get_rituals (space);
  g_auto (GStrv) ids = bridge_milestone_dup_rituals (milestone);
  g_autoptr (GPtrArray) found = g_ptr_array_new_with_free_func (g_object_unref);
  BridgeLocal from = bridge_milestone_get_since (milestone);
  BridgeLocal to = get_end (space, milestone);

  for (guint i = 0; i < g_list_model_get_n_items (rituals) && found->len < limit; i++)
    {
      g_autoptr (BridgeRitual) ritual = g_list_model_get_item (rituals, i);
      const char *id = bridge_ritual_get_id (ritual);
      guint kept, smaller;

      if (!bridge_milestone_may_count (space, bridge_milestone_get_who (milestone), ritual) ||
          (*ids != NULL && !g_strv_contains ((const char *const *) ids, id)))
        continue;
      if (!bridge_space_count_kept (space, id, from, to, &kept, &smaller, error))
        return NULL;
      if (kept + smaller > 0)
        g_ptr_array_add (found, g_steal_pointer (&ritual));
    }
  return g_steal_pointer (&found);
}

/**
 * bridge_milestone_list_promises:
 * @space: a space
 * @milestone: one of it
 *
 * Returns: (transfer full) (element-type BridgePromise): those of both that were kept, or re-agreed, on the way there
 */
GPtrArray *
bridge_milestone_list_promises (BridgeSpace     *space,
                                BridgeMilestone *milestone)
{
  g_autoptr (GTimeZone) here = bridge_clock_dup_zone (bridge_space_get_clock (space));

  return find_promises (space, bridge_milestone_get_since (milestone), get_end (space, milestone), here);
}

/**
 * bridge_milestone_list_talks:
 * @space: a space
 * @milestone: one of it
 *
 * Returns: (transfer full) (element-type BridgeLocal): when the talks ended that followed a pause on the way there
 */
GArray *
bridge_milestone_list_talks (BridgeSpace     *space,
                             BridgeMilestone *milestone)
{
  g_autoptr (GTimeZone) here = bridge_clock_dup_zone (bridge_space_get_clock (space));

  return find_talks (space, bridge_milestone_get_since (milestone), get_end (space, milestone), here);
}

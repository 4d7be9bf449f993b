/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "bridge-reminder-log"

#include "config.h"

#include "bridge-reminder-log.h"

#include "bridge-due-rules.h"
#include "bridge-hold.h"
#include "bridge-one-off-log.h"
#include "bridge-planner.h"
#include "bridge-space-private.h"

#define DAY_MS (24 * 60 * BRIDGE_MS_PER_MINUTE)

/* Rows are kept in the ritual's own frame, and with the time at which they were due when they were written. */
#define MARGIN_MS (2 * DAY_MS)
#define MARGIN (2 * BRIDGE_DAY)

/* For that long after it was due it may be on its way. */
#define ON_ITS_WAY_MS (1 * BRIDGE_MS_PER_MINUTE)

/* One line of the log, before it is known whether there is room for it. */
typedef struct {
  gint64 due;
  BridgeReminder *stored; /* (nullable) borrowed; NULL: there is no row, and this is what is known instead */
  BridgeRitual *ritual;   /* borrowed */
  BridgeLocal start;
  int lead;
  BridgeReminderState state;
  const char *reason;     /* (nullable) static */
  gint64 deferred_until;
} Line;

typedef struct {
  const BridgeReminderLogInput *input;
  GHashTable *rows;   /* ritual id -> GPtrArray of BridgeOccurrence */
  GHashTable *stored; /* ritual id -> GHashTable of start -> GPtrArray of BridgeReminder */
  GArray *lines;
} Log;

/* What is asked of each lead of a moment. */
typedef struct {
  BridgeRitual *ritual;
  gint64 back_early; /* what was due before does not come after all */
  BridgeMoment *moment;
  GPtrArray *stored; /* (nullable): the moment's own rows */
  int lead;
  gint64 due;
} Question;

static GHashTable *
group_rows (GPtrArray *occurrences)
{
  GHashTable *groups = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify) g_ptr_array_unref);

  for (guint i = 0; i < occurrences->len; i++)
    {
      const char *id = bridge_occurrence_get_ritual_id (g_ptr_array_index (occurrences, i));
      GPtrArray *group = g_hash_table_lookup (groups, id);

      if (group == NULL)
        {
          group = g_ptr_array_new ();
          g_hash_table_insert (groups, (gpointer) id, group);
        }
      g_ptr_array_add (group, g_ptr_array_index (occurrences, i));
    }
  return groups;
}

static GHashTable *
group_stored (GPtrArray *reminders)
{
  GHashTable *groups = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify) g_hash_table_unref);

  for (guint i = 0; i < reminders->len; i++)
    {
      BridgeReminder *reminder = g_ptr_array_index (reminders, i);
      const char *id = bridge_reminder_get_ritual_id (reminder);
      gint64 start = bridge_reminder_get_start (reminder);
      GHashTable *group = g_hash_table_lookup (groups, id);
      GPtrArray *rows;

      if (group == NULL)
        {
          group = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, (GDestroyNotify) g_ptr_array_unref);
          g_hash_table_insert (groups, (gpointer) id, group);
        }
      rows = g_hash_table_lookup (group, &start);
      if (rows == NULL)
        {
          rows = g_ptr_array_new ();
          g_hash_table_insert (group, g_memdup2 (&start, sizeof start), rows);
        }
      g_ptr_array_add (rows, reminder);
    }
  return groups;
}

static gboolean
has_row (const Question *question)
{
  for (guint i = 0; question->stored != NULL && i < question->stored->len; i++)
    if (bridge_reminder_get_lead (g_ptr_array_index (question->stored, i)) == question->lead)
      return TRUE;
  return FALSE;
}

static gboolean
has_newer_row (const Log      *log,
               const Question *question)
{
  for (guint i = 0; question->stored != NULL && i < question->stored->len; i++)
    {
      gint64 due = bridge_reminder_get_due_at (g_ptr_array_index (question->stored, i));

      if (due > question->due && due <= log->input->now)
        return TRUE;
    }
  return FALSE;
}

/* Nothing is to be reminded of once it is answered, or left out. (nullable) */
static const char *
get_answer (BridgeOccurrence *row)
{
  if (row == NULL)
    return NULL;
  if (bridge_occurrence_get_outcome (row) != BRIDGE_OUTCOME_NONE)
    return "answered";
  return bridge_occurrence_get_left_out (row) ? "left-out" : NULL;
}

static gboolean
was_answered_before (const Question *question)
{
  BridgeOccurrence *row = question->moment->row;
  gint64 answered_at;

  if (get_answer (row) == NULL)
    return FALSE;
  answered_at = bridge_occurrence_get_answered_at (row);
  return (answered_at != 0 ? answered_at : bridge_row_get_updated_at (row)) <= question->due;
}

static gboolean
is_away (const Log      *log,
         const Question *question)
{
  const BridgeReminderLogInput *input = log->input;
  const char *who = bridge_ritual_get_who (question->ritual);
  BridgeLocal local = bridge_local_from_utc_ms (question->moment->at, input->here);

  return question->due < question->back_early || bridge_absence_find_end (input->absences, who, local) != local;
}

static gboolean
is_resting (const Log      *log,
            const Question *question)
{
  BridgeOccurrence *row = question->moment->row;
  BridgeLocal until = bridge_ritual_get_resting_until (question->ritual);

  if (bridge_ritual_get_state (question->ritual) != BRIDGE_RITUAL_RESTING)
    return FALSE;
  return !bridge_plan_is_open (question->ritual,
                               row != NULL ? bridge_occurrence_get_planned (row) : question->moment->start) ||
         question->due < bridge_local_to_utc_ms (until, log->input->here);
}

/* When the rest began is not known; it is no longer ago than the ritual was changed. */
static const char *
get_rest (const Log      *log,
          const Question *question)
{
  gboolean while_off = question->due < log->input->on_since &&
                       question->due < bridge_row_get_updated_at (question->ritual);

  return while_off ? "reminders-off" : "resting";
}

static gboolean
was_off (const Log      *log,
         const Question *question)
{
  const BridgeReminderLogInput *input = log->input;

  if (question->due >= input->off_since)
    return TRUE;
  /* What can still be acted on when they are turned on is reminded of. */
  return question->due < input->on_since &&
         (get_answer (question->moment->row) != NULL ||
          !bridge_due_can_be_acted_on (question->ritual, question->moment->at, question->lead, input->now));
}

/* Why there is no row of it, in the order in which the service would have asked. @skip: (out): there was no such reminder. */
static const char *
find_reason (const Log      *log,
             const Question *question,
             gboolean       *skip)
{
  const BridgeReminderLogInput *input = log->input;
  BridgeOccurrence *row = question->moment->row;
  BridgeRitualState state = bridge_ritual_get_state (question->ritual);
  const char *answer = get_answer (row);

  if (was_answered_before (question))
    return answer;
  if (is_away (log, question))
    return "away";
  if (question->due >= input->off_since)
    return "reminders-off";
  if (is_resting (log, question))
    return get_rest (log, question);
  if (was_off (log, question))
    return "reminders-off";
  if (question->due < bridge_due_get_past_stamp (bridge_ritual_get_reminding_since (question->ritual), input->now))
    {
      /* Where there are rows, it was lived with other lead times: this one is newer. */
      *skip = question->stored != NULL;
      return answer != NULL ? answer : "ritual-changed";
    }
  if (answer != NULL)
    return answer;
  if (state == BRIDGE_RITUAL_ENDED)
    {
      *skip = TRUE;
      return NULL;
    }
  if (row != NULL && bridge_due_defer (input->hours, question->due, input->here) <
                     bridge_due_get_past_stamp (bridge_row_get_updated_at (row), input->now))
    return bridge_occurrence_get_moved_to (row) != BRIDGE_LOCAL_NONE ? "moved" : "brought-back";
  return has_newer_row (log, question) ? "superseded" : NULL;
}

static void
look_at_lead (Log            *log,
              const Question *question)
{
  const BridgeReminderLogInput *input = log->input;
  Line line = { .due = question->due, .ritual = question->ritual, .start = question->moment->start, .lead = question->lead };
  gboolean skip = FALSE;
  gint64 effective, released;

  line.reason = find_reason (log, question, &skip);
  if (skip)
    return;

  if (line.reason != NULL)
    {
      line.state = g_str_equal (line.reason, "answered") ? BRIDGE_REMINDER_ANSWERED : BRIDGE_REMINDER_WITHDRAWN;
      g_array_append_val (log->lines, line);
      return;
    }

  line.state = BRIDGE_REMINDER_PENDING;
  effective = bridge_due_defer (input->hours, question->due, input->here);
  released = bridge_hold_find_end (input->pauses, bridge_ritual_get_in_recovery (question->ritual), effective);
  if (released != effective && (released > input->now || !bridge_due_can_be_acted_on (question->ritual, question->moment->at,
                                                                                    question->lead, input->now)))
    {
      line.reason = "pause";
      line.state = released > input->now ? BRIDGE_REMINDER_PENDING : BRIDGE_REMINDER_WITHDRAWN;
    }
  else if (effective > input->now)
    {
      line.reason = "quiet-hours";
      line.deferred_until = effective;
    }
  else if (effective < input->now - ON_ITS_WAY_MS)
    {
      line.reason = "no-service";
    }
  g_array_append_val (log->lines, line);
}

static void
look_at_ritual (Log          *log,
                BridgeRitual *ritual)
{
  const BridgeReminderLogInput *input = log->input;
  GHashTable *stored = g_hash_table_lookup (log->stored, bridge_ritual_get_id (ritual));
  guint n;
  g_autofree int *leads = bridge_ritual_dup_remind_minutes (ritual, &n);
  g_autoptr (GArray) moments = NULL;
  gint64 created_at, from, back_early;

  if (n == 0 || bridge_ritual_get_state (ritual) == BRIDGE_RITUAL_DRAFT ||
      bridge_ritual_get_state (ritual) == BRIDGE_RITUAL_PROPOSED)
    return;

  g_object_get (ritual, "created-at", &created_at, NULL);
  from = MAX (input->from, created_at);
  back_early = bridge_due_get_back_early (input->absences, bridge_ritual_get_who (ritual), input->now, input->here);
  moments = bridge_plan_moments (ritual, g_hash_table_lookup (log->rows, bridge_ritual_get_id (ritual)),
                                 from + MIN (leads[n - 1], 0) * BRIDGE_MS_PER_MINUTE,
                                 input->now + MAX (leads[0], 0) * BRIDGE_MS_PER_MINUTE + 1, input->here);
  for (guint i = 0; i < moments->len; i++)
    {
      BridgeMoment *moment = &g_array_index (moments, BridgeMoment, i);
      gint64 start = moment->start;
      Question question = {
        .ritual = ritual,
        .back_early = back_early,
        .moment = moment,
        .stored = stored != NULL ? g_hash_table_lookup (stored, &start) : NULL,
      };

      for (guint k = 0; k < n; k++)
        {
          question.lead = leads[k];
          question.due = moment->at - leads[k] * BRIDGE_MS_PER_MINUTE;
          if (question.due >= from && question.due <= input->now && !has_row (&question))
            look_at_lead (log, &question);
        }
    }
}

static int
compare_lines (gconstpointer a,
               gconstpointer b)
{
  const Line *left = a;
  const Line *right = b;

  if (left->due != right->due)
    return left->due > right->due ? -1 : 1;
  if (left->start != right->start)
    return left->start > right->start ? -1 : 1;
  return left->lead - right->lead;
}

static gboolean
is_in_recovery (GListModel *rituals,
                const char *id)
{
  for (guint i = 0; i < g_list_model_get_n_items (rituals); i++)
    {
      g_autoptr (BridgeRitual) ritual = g_list_model_get_item (rituals, i);

      if (g_strcmp0 (bridge_ritual_get_id (ritual), id) == 0)
        return bridge_ritual_get_in_recovery (ritual);
    }
  return FALSE;
}

/* Whether it was, or is, a pause that it waited for: the row only says until when. */
static gboolean
was_held (const BridgeReminderLogInput *input,
          BridgeReminder               *reminder)
{
  gint64 deferred = bridge_reminder_get_deferred_until (reminder);
  gint64 due = bridge_reminder_get_due_at (reminder);
  gboolean in_recovery;
  gint64 at;

  if (deferred == 0)
    return FALSE;

  at = bridge_due_defer (input->hours, due, input->here);
  if (bridge_reminder_get_state (reminder) == BRIDGE_REMINDER_PENDING)
    at = MAX (deferred, input->now);
  else if (at != due && at == deferred)
    return FALSE;
  in_recovery = is_in_recovery (input->rituals, bridge_reminder_get_ritual_id (reminder));
  return bridge_hold_find_end (input->pauses, in_recovery, at) != at;
}

/* (transfer full) */
static BridgeReminder *
take_line (const BridgeReminderLogInput *input,
           const Line                   *line)
{
  BridgeReminder *reminder;

  if (line->stored != NULL)
    {
      if (!was_held (input, line->stored))
        return g_object_ref (line->stored);
      reminder = bridge_reminder_copy (line->stored);
      g_object_set (reminder, "held", TRUE, NULL);
      return reminder;
    }

  reminder = bridge_reminder_new (bridge_ritual_get_id (line->ritual), line->start, line->lead, line->due);
  g_object_set (reminder,
                "state", line->state,
                "reason", line->reason,
                "deferred-until", line->deferred_until,
                NULL);
  return reminder;
}

/**
 * bridge_reminder_log_make:
 * @input: what was planned, and what is on record
 * @limit: how many at the most; never more than %BRIDGE_REMINDER_LOG_MAX
 *
 * Puts what is on record together with what is not: reminders of which there is no row because nothing was to come of them, or
 * nothing has yet. A pure function.
 *
 * Returns: (transfer full) (element-type BridgeReminder): newest first, by when they were due
 */
GPtrArray *
bridge_reminder_log_make (const BridgeReminderLogInput *input,
                          guint                         limit)
{
  GPtrArray *reminders = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GHashTable) rows = group_rows (input->occurrences);
  g_autoptr (GHashTable) stored = group_stored (input->reminders);
  g_autoptr (GArray) lines = g_array_new (FALSE, FALSE, sizeof (Line));
  Log log = { .input = input, .rows = rows, .stored = stored, .lines = lines };

  for (guint i = 0; i < input->reminders->len; i++)
    {
      BridgeReminder *reminder = g_ptr_array_index (input->reminders, i);
      Line line = {
        .due = bridge_reminder_get_due_at (reminder),
        .stored = reminder,
        .start = bridge_reminder_get_start (reminder),
        .lead = bridge_reminder_get_lead (reminder),
      };

      if (line.due >= input->from)
        g_array_append_val (lines, line);
    }
  for (guint i = 0; i < g_list_model_get_n_items (input->rituals); i++)
    {
      g_autoptr (BridgeRitual) ritual = g_list_model_get_item (input->rituals, i);

      look_at_ritual (&log, ritual);
    }

  g_array_sort (lines, compare_lines);
  for (guint i = 0; i < MIN (lines->len, MIN (limit, BRIDGE_REMINDER_LOG_MAX)); i++)
    g_ptr_array_add (reminders, take_line (input, &g_array_index (lines, Line, i)));
  return reminders;
}

/* From when on they are off; @off_since is %BRIDGE_NEVER while they are on. */
static gboolean
read_switch (BridgeSpace  *space,
             gint64       *off_since,
             GError      **error)
{
  g_autoptr (GError) local_error = NULL;

  *off_since = BRIDGE_NEVER;
  if (bridge_space_get_reminders_on (space))
    return TRUE;

  *off_since = bridge_store_load_setting_time (bridge_space_get_database (space), BRIDGE_SETTING_REMINDERS_ON, &local_error);
  if (local_error == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local_error));
  return FALSE;
}

static int
compare_reminders (gconstpointer a,
                   gconstpointer b)
{
  gint64 left = bridge_reminder_get_due_at (*(BridgeReminder *const *) a);
  gint64 right = bridge_reminder_get_due_at (*(BridgeReminder *const *) b);

  return left == right ? 0 : left > right ? -1 : 1;
}

/* Whether somebody has answered what is their own is not for the other one to read. */
static void
drop_others_own (BridgeSpace *space,
                 GPtrArray   *lines)
{
  for (guint i = lines->len; i > 0; i--)
    {
      BridgeRitual *ritual = bridge_space_peek_ritual (space, bridge_reminder_get_ritual_id (g_ptr_array_index (lines, i - 1)));

      if (ritual != NULL && bridge_space_is_others_own (space, ritual))
        g_ptr_array_remove_index (lines, i - 1);
    }
}

/* (transfer full): @lines, which it takes, and @others by when they were due. The sort is stable. */
static GPtrArray *
merge (GPtrArray *lines,
       GPtrArray *others,
       guint      limit)
{
  for (guint i = 0; i < others->len; i++)
    g_ptr_array_add (lines, g_object_ref (g_ptr_array_index (others, i)));
  g_ptr_array_sort (lines, compare_reminders);
  if (lines->len > limit)
    g_ptr_array_set_size (lines, limit);
  return lines;
}

/**
 * bridge_reminder_log_load:
 * @space: a space
 * @limit: how many at the most; never more than %BRIDGE_REMINDER_LOG_MAX
 * @error: where to say what went wrong
 *
 * Returns: (transfer full) (nullable) (element-type BridgeReminder): what was due in the last 30 days, newest first, with what is
 *   not on record, and with what is no ritual (bridge-one-off-log.h), but without what is only for the one who is not speaking;
 *   %NULL with an error of the database
 */
GPtrArray *
bridge_reminder_log_load (BridgeSpace  *space,
                          guint         limit,
                          GError      **error)
{
  BridgeDatabase *db = bridge_space_get_database (space);
  g_autoptr (GTimeZone) here = bridge_clock_dup_zone (bridge_space_get_clock (space));
  g_autoptr (GPtrArray) occurrences = NULL;
  g_autoptr (GPtrArray) reminders = NULL;
  g_autoptr (GPtrArray) one_offs = NULL;
  g_autoptr (GPtrArray) lines = NULL;
  gint64 now = bridge_space_now (space);
  gint64 from = now - BRIDGE_REMINDER_LOG_DAYS * DAY_MS;
  BridgeReminderLogInput input;
  gint64 off_since;

  reminders = bridge_store_load_reminders_since (db, from - MARGIN_MS, now + BRIDGE_SPACE_LOG_AHEAD_MS,
                                                 BRIDGE_REMINDER_LOG_MAX, error);
  if (reminders == NULL)
    return NULL;
  occurrences = bridge_store_load_occurrences (db, NULL, bridge_local_from_utc_ms (from, here) - MARGIN, BRIDGE_LOCAL_FAR, error);
  if (occurrences == NULL || !read_switch (space, &off_since, error))
    return NULL;

  /* Of what lies before the last row that was read it is not known what is on record. */
  if (reminders->len == BRIDGE_REMINDER_LOG_MAX)
    from = MAX (from, bridge_reminder_get_due_at (g_ptr_array_index (reminders, reminders->len - 1)) + MARGIN_MS);
  input = (BridgeReminderLogInput) {
    .rituals = bridge_space_get_rituals (space),
    .hours = bridge_space_get_hours (space),
    .absences = bridge_space_get_absences (space),
    .pauses = bridge_space_get_pauses (space),
    .occurrences = occurrences,
    .reminders = reminders,
    .on_since = bridge_space_get_reminders_since (space),
    .off_since = off_since,
    .from = from,
    .now = now,
    .here = here,
  };
  one_offs = bridge_one_off_log_load (space, from, off_since, error);
  if (one_offs == NULL)
    return NULL;
  lines = bridge_reminder_log_make (&input, BRIDGE_REMINDER_LOG_MAX);
  drop_others_own (space, lines);
  return merge (g_steal_pointer (&lines), one_offs, limit);
}

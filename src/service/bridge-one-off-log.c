/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "bridge-reminder-log"

#include "config.h"

#include "bridge-one-off-log.h"

#include <glib/gi18n-lib.h>

#include "bridge-care.h"
#include "bridge-due-rules.h"
#include "bridge-hold.h"
#include "bridge-one-offs.h"
#include "bridge-space-milestones.h"
#include "bridge-space-private.h"
#include "bridge-words.h"

/* For that long after it was due it may be on its way. */
#define ON_ITS_WAY_MS (1 * BRIDGE_MS_PER_MINUTE)

/* The date in "2026-11-24T19:00/60", which is what the reminder is about; a pause has none. */
static BridgeLocal
read_date (const char *step)
{
  g_autofree char *date = g_strndup (step, strcspn (step, "/"));
  BridgeLocal local;

  return bridge_local_parse (date, &local, NULL) ? local : BRIDGE_LOCAL_NONE;
}

/* The minutes before it, where it has such. */
static int
read_lead (BridgeSubject  subject,
           const char    *step)
{
  const char *slash = strchr (step, '/');

  return subject == BRIDGE_SUBJECT_PROMISE && slash != NULL ? (int) g_ascii_strtoll (slash + 1, NULL, 10) : 0;
}

static BridgeReminder *
make_line (BridgeSubject  subject,
           const char    *subject_id,
           const char    *step,
           gint64         due)
{
  g_autofree char *name = bridge_one_off_format_name (subject, subject_id);
  BridgeLocal date = read_date (step);
  BridgeReminder *line;

  /* What a pause's line is about is its step: there is no date of a day in it. */
  if (subject == BRIDGE_SUBJECT_PAUSE)
    {
      g_autofree char *what = g_strndup (step, strcspn (step, "/"));
      g_autofree char *named = g_strconcat (name, "/", what, NULL);

      return bridge_reminder_new (named, BRIDGE_LOCAL_NONE, 0, due);
    }
  line = bridge_reminder_new (name, date, read_lead (subject, step), due);
  return line;
}

/* What it waited for, as it is known by now. */
static void
set_waiting (BridgeReminder         *line,
             BridgeOneOffPlan       *plan,
             const BridgeOneOffView *view)
{
  gint64 due = bridge_reminder_get_due_at (line);
  gint64 quiet = plan->quiet && view->hours != NULL ? bridge_due_defer (view->hours, due, view->here) : due;
  gint64 held = plan->held ? bridge_hold_find_end (view->pauses, plan->in_recovery, quiet) : quiet;

  if (held != quiet)
    g_object_set (line, "reason", "pause", NULL);
  else if (quiet != due)
    g_object_set (line, "deferred-until", quiet, NULL);
}

static BridgeReminder *
make_stored (BridgeOneOff           *row,
             BridgeOneOffPlan       *plan,
             const BridgeOneOffView *view)
{
  BridgeReminder *line = make_line (bridge_one_off_get_subject (row), bridge_one_off_get_subject_id (row),
                                    bridge_one_off_get_step (row), bridge_one_off_get_due_at (row));
  gint64 shown = bridge_one_off_get_shown_at (row);

  g_object_set (line,
                "id", bridge_one_off_get_id (row),
                "state", bridge_one_off_get_state (row),
                "shown-at", shown,
                NULL);
  if (bridge_one_off_get_state (row) == BRIDGE_REMINDER_SHOWN
      && shown - bridge_one_off_get_due_at (row) >= BRIDGE_MS_PER_MINUTE && plan != NULL)
    set_waiting (line, plan, view);
  if (bridge_one_off_get_reason (row) != NULL)
    g_object_set (line, "reason", bridge_one_off_get_reason (row), NULL);
  return line;
}

static gboolean
has_newer (GPtrArray        *plans,
           BridgeOneOffPlan *plan,
           gint64            now)
{
  for (guint i = 0; i < plans->len; i++)
    {
      BridgeOneOffPlan *other = g_ptr_array_index (plans, i);

      if (other->subject == plan->subject && g_str_equal (other->subject_id, plan->subject_id) && other->due > plan->due &&
          other->due <= now)
        return TRUE;
    }
  return FALSE;
}

/* Why there is no row of what was due, in the order in which the service would have asked. (nullable) */
static BridgeReminder *
make_missing (BridgeOneOffPlan       *plan,
              GPtrArray              *plans,
              const BridgeOneOffView *view,
              gint64                  off_since)
{
  gint64 now = view->now;
  gint64 effective;
  g_autoptr (BridgeReminder) line = NULL;
  const char *reason = NULL;
  BridgeReminderState state = BRIDGE_REMINDER_WITHDRAWN;

  /* Nothing was to come of it when it was not yet as it is. */
  if (plan->due < view->from || plan->due > now || plan->due < bridge_due_get_past_stamp (plan->since, now))
    return NULL;

  line = make_line (plan->subject, plan->subject_id, plan->step, plan->due);
  effective = bridge_one_off_get_effective (plan, view);
  if (!plan->always && (plan->due >= off_since || plan->due < view->on_since))
    {
      reason = "reminders-off";
    }
  else if (has_newer (plans, plan, now))
    {
      reason = "superseded";
    }
  else if (effective > now)
    {
      gint64 until;
      gboolean paused = plan->held && (bridge_hold_get (view->pause, now, &until) == BRIDGE_HOLD_ALL ||
                                       bridge_hold_find_end (view->pauses, plan->in_recovery, plan->due) > now);

      state = BRIDGE_REMINDER_PENDING;
      reason = paused ? "pause" : "quiet-hours";
      if (!paused)
        g_object_set (line, "deferred-until", effective, NULL);
    }
  else if (now > bridge_one_off_get_until (plan, effective))
    {
      reason = "too-old";
    }
  else
    {
      state = BRIDGE_REMINDER_PENDING;
      if (effective < now - ON_ITS_WAY_MS)
        reason = "no-service";
    }
  g_object_set (line, "state", state, NULL);
  if (reason != NULL)
    g_object_set (line, "reason", reason, NULL);
  return g_steal_pointer (&line);
}

/* Promises that somebody has answered for before they were due. */
static void
add_answered (BridgeSpace            *space,
              GHashTable             *known,
              const BridgeOneOffView *view,
              GPtrArray              *lines)
{
  GListModel *promises = bridge_space_get_promises (space);
  g_autoptr (GPtrArray) nothing = g_ptr_array_new ();

  for (guint i = 0; i < g_list_model_get_n_items (promises); i++)
    {
      g_autoptr (BridgePromise) promise = g_list_model_get_item (promises, i);
      g_autoptr (GPtrArray) plans = g_ptr_array_new_with_free_func ((GDestroyNotify) bridge_one_off_plan_free);

      if (bridge_promise_get_state (promise) == BRIDGE_PROMISE_OPEN)
        continue;
      bridge_one_offs_plan_promise (promise, nothing, NULL, view->here, plans);
      for (guint k = 0; k < plans->len; k++)
        {
          BridgeOneOffPlan *plan = g_ptr_array_index (plans, k);
          g_autofree char *key = bridge_one_off_plan_dup_key (plan);
          BridgeReminder *line;

          if (g_hash_table_contains (known, key) || plan->due < view->from || plan->due > view->now ||
              plan->due < plan->since || bridge_row_get_updated_at (promise) > plan->due)
            continue;
          line = make_line (plan->subject, plan->subject_id, plan->step, plan->due);
          g_object_set (line, "state", BRIDGE_REMINDER_ANSWERED, "reason", "answered", NULL);
          g_ptr_array_add (lines, line);
        }
    }
}

/* Between two, what is one's own to look at is not for the other one to read; nor is what is left of one that was removed. */
static gboolean
is_others_own (BridgeSpace   *space,
               BridgeSubject  subject,
               const char    *id)
{
  GListModel *cares = bridge_space_get_cares (space);
  BridgeMilestone *milestone;

  if (bridge_space_get_listener (space) == NULL)
    return FALSE;
  if (subject == BRIDGE_SUBJECT_MILESTONE)
    {
      milestone = bridge_space_peek_milestone (space, id);
      return milestone == NULL || !bridge_space_is_own_milestone (space, milestone);
    }
  if (subject != BRIDGE_SUBJECT_CARE)
    return FALSE;

  for (guint i = 0; i < g_list_model_get_n_items (cares); i++)
    {
      g_autoptr (BridgeCare) care = g_list_model_get_item (cares, i);

      if (g_strcmp0 (bridge_care_get_id (care), id) == 0)
        return g_strcmp0 (bridge_care_get_person_id (care), bridge_space_get_speaker_id (space)) != 0;
    }
  return TRUE;
}

/**
 * bridge_one_off_log_load:
 * @space: a space
 * @from: UTC ms: what was due before is not looked for
 * @off_since: UTC ms: when reminders were turned off, or %BRIDGE_NEVER
 * @error: where to say what went wrong
 *
 * Returns: (transfer full) (nullable) (element-type BridgeReminder): what was due since, in no order, with what is not on
 *   record, and without what is the other one's own to look at; %NULL with an error of the database
 */
GPtrArray *
bridge_one_off_log_load (BridgeSpace  *space,
                         gint64        from,
                         gint64        off_since,
                         GError      **error)
{
  g_autoptr (GTimeZone) here = bridge_clock_dup_zone (bridge_space_get_clock (space));
  g_autoptr (GPtrArray) rows = bridge_store_load_one_offs (bridge_space_get_database (space), from, error);
  g_autoptr (GPtrArray) plans = NULL;
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GHashTable) by_key = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GHashTable) known = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  BridgeOneOffView view = {
    .now = bridge_space_now (space),
    .from = from,
    .on = bridge_space_get_reminders_on (space),
    .on_since = bridge_space_get_reminders_since (space),
    .hours = bridge_space_get_hours (space),
    .pauses = bridge_space_get_pauses (space),
    .pause = bridge_space_get_pause (space),
    .here = here,
  };

  if (rows == NULL)
    return NULL;
  plans = bridge_one_offs_plan (space, rows, here);
  for (guint i = 0; i < plans->len; i++)
    g_hash_table_insert (by_key, bridge_one_off_plan_dup_key (g_ptr_array_index (plans, i)), g_ptr_array_index (plans, i));

  for (guint i = 0; i < rows->len; i++)
    {
      BridgeOneOff *row = g_ptr_array_index (rows, i);
      g_autofree char *key = bridge_one_off_dup_key (row);

      /* What was put off and has not come again yet is told of by the line that was put off. */
      if (bridge_one_off_get_due_at (row) >= from &&
          (bridge_one_off_get_due_at (row) <= view.now || bridge_one_off_get_shown_at (row) != 0) &&
          !is_others_own (space, bridge_one_off_get_subject (row), bridge_one_off_get_subject_id (row)))
        g_ptr_array_add (lines, make_stored (row, g_hash_table_lookup (by_key, key), &view));
      g_hash_table_add (known, g_steal_pointer (&key));
    }
  for (guint i = 0; i < plans->len; i++)
    {
      BridgeOneOffPlan *plan = g_ptr_array_index (plans, i);
      g_autofree char *key = bridge_one_off_plan_dup_key (plan);
      BridgeReminder *line = NULL;

      if (!g_hash_table_contains (known, key) && !is_others_own (space, plan->subject, plan->subject_id))
        line = make_missing (plan, plans, &view, off_since);
      if (line != NULL)
        g_ptr_array_add (lines, line);
    }
  add_answered (space, known, &view, lines);
  return g_steal_pointer (&lines);
}

/**
 * bridge_one_off_log_is_line:
 * @line: a line of the reminder log
 *
 * Returns: whether it is about what is no ritual
 */
gboolean
bridge_one_off_log_is_line (BridgeReminder *line)
{
  BridgeSubject subject;
  const char *subject_id;

  return bridge_one_off_parse_name (bridge_reminder_get_ritual_id (line), &subject, &subject_id);
}

/**
 * bridge_reminder_log_dup_title:
 * @line: a line of the reminder log
 * @space: its space
 *
 * Says what a reminder was about. Of what is no ritual neither words nor whose it is are said: the log is about reminders.
 *
 * Returns: (transfer full): a title
 */
char *
bridge_reminder_log_dup_title (BridgeReminder *line,
                               BridgeSpace    *space)
{
  const char *id = bridge_reminder_get_ritual_id (line);
  BridgeLocal now = bridge_clock_local_now (bridge_space_get_clock (space));
  g_autoptr (BridgeRitual) ritual = NULL;
  g_autofree char *day = NULL;
  BridgeSubject subject;
  const char *subject_id;

  if (!bridge_one_off_parse_name (id, &subject, &subject_id))
    {
      ritual = bridge_space_find_ritual (space, id, NULL);
      return g_strdup (ritual != NULL ? bridge_ritual_get_title (ritual) : _("A ritual that was removed"));
    }

  switch (subject)
    {
    case BRIDGE_SUBJECT_PROMISE:
      if (bridge_reminder_get_start (line) == BRIDGE_LOCAL_NONE)
        return g_strdup (_("A promise"));
      day = bridge_words_day (bridge_local_day_start (bridge_reminder_get_start (line)), now);
      /* Translators: %s is a day: "today", "Tuesday" */
      return g_strdup_printf (_("A promise for %s"), day);
    case BRIDGE_SUBJECT_BOUNDARY:
      return g_strdup (_("A look at a boundary"));
    case BRIDGE_SUBJECT_MILESTONE:
      return g_strdup (_("A look at a milestone"));
    case BRIDGE_SUBJECT_CARE:
      return g_strdup (_("A look at a plan for yourself"));
    case BRIDGE_SUBJECT_REVIEW:
      return g_strdup (_("A weekly review"));
    case BRIDGE_SUBJECT_PAUSE:
      if (g_str_has_suffix (id, "/return"))
        return g_strdup (_("The end of a pause"));
      if (g_str_has_suffix (id, "/follow-up"))
        return g_strdup (_("A short word after a pause"));
      return g_strdup (_("A look back at a pause"));
    }
  g_return_val_if_reached (NULL);
}

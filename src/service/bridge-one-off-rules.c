/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "bridge-one-offs"

#include "config.h"

#include "bridge-one-off-rules.h"

#include "bridge-clock.h"
#include "bridge-due-rules.h"
#include "bridge-hold.h"

/* More than that at one time are told of together. */
#define BURST 3

/* A clock that is put right by less than that was not ahead. */
#define AHEAD_MS (10 * BRIDGE_MS_PER_MINUTE)

typedef struct {
  const BridgeOneOffView *view;
  GHashTable *rows;      /* key -> BridgeOneOff */
  GHashTable *planned;   /* set of keys: what may come, or has come rightly */
  GHashTable *subjects;  /* set of names: what has a plan at all */
  GHashTable *kinds;     /* set of names with what comes before the date in a step: which steps of a pause have one */
  BridgeOneOffList *list;
} Look;

/**
 * bridge_one_off_plan_new:
 * @subject: what kind of thing it is about
 * @subject_id: which one
 * @step: which of its reminders, with the date it is about
 * @due: UTC ms
 *
 * Returns: (transfer full): one that may always come, and waits for quiet hours to end
 */
BridgeOneOffPlan *
bridge_one_off_plan_new (BridgeSubject  subject,
                         const char    *subject_id,
                         const char    *step,
                         gint64         due)
{
  BridgeOneOffPlan *self = g_new0 (BridgeOneOffPlan, 1);

  self->subject = subject;
  self->subject_id = g_strdup (subject_id);
  self->step = g_strdup (step);
  self->about = BRIDGE_LOCAL_NONE;
  self->due = due;
  self->until = BRIDGE_NEVER;
  self->since = G_MININT64;
  self->quiet = TRUE;
  return self;
}

/**
 * bridge_one_off_plan_free:
 * @self: (transfer full): a plan
 *
 * Frees it.
 */
void
bridge_one_off_plan_free (BridgeOneOffPlan *self)
{
  g_free (self->subject_id);
  g_free (self->step);
  g_free (self->text);
  g_free (self->who);
  g_free (self);
}

/**
 * bridge_one_off_plan_dup_name:
 * @self: a plan
 *
 * Returns: (transfer full): what its notification is known by: one for all reminders of a thing
 */
char *
bridge_one_off_plan_dup_name (BridgeOneOffPlan *self)
{
  return bridge_one_off_format_name (self->subject, self->subject_id);
}

static char *
format_key (BridgeSubject  subject,
            const char    *subject_id,
            const char    *step)
{
  g_autofree char *name = bridge_one_off_format_name (subject, subject_id);

  return g_strconcat (name, "/", step, NULL);
}

/**
 * bridge_one_off_plan_dup_key:
 * @self: a plan
 *
 * Returns: (transfer full): what the row of it would be told from all others by
 */
char *
bridge_one_off_plan_dup_key (BridgeOneOffPlan *self)
{
  return format_key (self->subject, self->subject_id, self->step);
}

/**
 * bridge_one_off_dup_key:
 * @row: a reminder
 *
 * Returns: (transfer full): what it is told from all others by
 */
char *
bridge_one_off_dup_key (BridgeOneOff *row)
{
  return format_key (bridge_one_off_get_subject (row), bridge_one_off_get_subject_id (row), bridge_one_off_get_step (row));
}

static void
due_free (gpointer data)
{
  BridgeOneOffDue *due = data;

  g_clear_object (&due->known);
  g_free (due);
}

/**
 * bridge_one_off_list_free:
 * @self: (transfer full): a list
 *
 * Frees it.
 */
void
bridge_one_off_list_free (BridgeOneOffList *self)
{
  g_ptr_array_unref (self->due);
  g_ptr_array_unref (self->stale);
  g_ptr_array_unref (self->standing);
  g_ptr_array_unref (self->early);
  g_free (self);
}

static gint64
get_updated_at (BridgeOneOff *row)
{
  gint64 updated_at;

  g_object_get (row, "updated-at", &updated_at, NULL);
  return updated_at;
}

static void
add_stale (Look         *look,
           BridgeOneOff *row,
           const char   *reason)
{
  g_autoptr (BridgeOneOff) copy = bridge_one_off_copy (row);

  g_object_set (copy,
                "state", g_str_equal (reason, "answered") ? BRIDGE_REMINDER_ANSWERED : BRIDGE_REMINDER_WITHDRAWN,
                "reason", reason,
                NULL);
  g_ptr_array_add (look->list->stale, g_steal_pointer (&copy));
}

static gint64
defer (BridgeOneOffPlan       *plan,
       const BridgeOneOffView *view,
       gint64                  at)
{
  return plan->quiet && view->hours != NULL ? bridge_due_defer (view->hours, at, view->here) : at;
}

/* When nothing holds it back any more that a pause does, or did at the time. */
static gint64
release (BridgeOneOffPlan       *plan,
         const BridgeOneOffView *view,
         gint64                  at)
{
  gint64 released = bridge_hold_find_end (view->pauses, plan->in_recovery, at);
  BridgeHold hold = BRIDGE_HOLD_NONE;
  gint64 until = 0;

  /* What was due before the pause and has not come yet waits as well. */
  if (released <= view->now)
    hold = bridge_hold_get (view->pause, view->now, &until);
  if (hold == BRIDGE_HOLD_ALL || (hold == BRIDGE_HOLD_SOME && !plan->in_recovery))
    released = MAX (released, until);
  /* Nor does it come in the night in which that ends. */
  if (released != at && view->hours != NULL)
    released = bridge_due_defer (view->hours, released, view->here);
  return released;
}

/**
 * bridge_one_off_get_effective:
 * @plan: what shall come
 * @view: the time and what else counts
 *
 * Quiet hours and pauses put off, and swallow nothing.
 *
 * Returns: when it comes, UTC ms
 */
gint64
bridge_one_off_get_effective (BridgeOneOffPlan       *plan,
                              const BridgeOneOffView *view)
{
  gint64 effective = defer (plan, view, plan->due);

  if (plan->held)
    effective = release (plan, view, effective);
  /* A computer that wakes at night is quiet, too. */
  if (effective <= view->now && view->hours != NULL &&
      (plan->quiet || (plan->snoozed && effective < view->now - BRIDGE_DUE_LATE_MS)))
    {
      gint64 end = bridge_due_defer (view->hours, view->now, view->here);

      effective = end != view->now ? end : effective;
    }
  return effective;
}

/**
 * bridge_one_off_get_until:
 * @plan: what shall come
 * @effective: when it comes, UTC ms
 *
 * What had to wait is of use for as long as what had not.
 *
 * Returns: until when, UTC ms, or %BRIDGE_NEVER
 */
gint64
bridge_one_off_get_until (BridgeOneOffPlan *plan,
                          gint64            effective)
{
  gint64 waited = MAX (0, effective - plan->due);

  return plan->until > BRIDGE_NEVER - waited ? BRIDGE_NEVER : plan->until + waited;
}

/* What is noted as shown was shown later than now: by a clock that was ahead, or this one lies behind. */
static gboolean
is_early (Look             *look,
          BridgeOneOffPlan *plan,
          BridgeOneOff     *row,
          const char       *key)
{
  gint64 now = look->view->now;
  gboolean known = look->view->again != NULL && g_hash_table_contains (look->view->again, key);

  return bridge_one_off_get_shown_at (row) > now && (known ? plan->due > now : plan->due > now + AHEAD_MS);
}

/* Shown, alone or with others, for the date that it has now. */
static gboolean
is_handled (Look             *look,
            BridgeOneOffPlan *plan,
            BridgeOneOff     *row,
            const char       *key)
{
  if (row == NULL || bridge_one_off_get_shown_at (row) == 0)
    return FALSE;
  if (look->view->again != NULL && g_hash_table_contains (look->view->again, key))
    return FALSE;
  /* The thing got another date since, and then this one again. */
  return plan->since > look->view->now || get_updated_at (row) >= plan->since;
}

static void
look_at_handled (Look             *look,
                 BridgeOneOffPlan *plan,
                 BridgeOneOff     *row)
{
  gint64 now = look->view->now;
  BridgeReminderState state = bridge_one_off_get_state (row);
  gint64 until = MAX (plan->due, MIN (bridge_one_off_get_shown_at (row), now)) + BRIDGE_DUE_STANDING_MS;

  if (state != BRIDGE_REMINDER_SHOWN && state != BRIDGE_REMINDER_FOLDED)
    return;
  if (now <= until)
    look->list->tidy = MIN (look->list->tidy, until + 1);

  if (state == BRIDGE_REMINDER_FOLDED)
    look->list->together_stands = look->list->together_stands || now <= until;
  else if (now > until)
    add_stale (look, row, "too-old");
  else
    g_ptr_array_add (look->list->standing, plan);
}

static gboolean
has_newer (GPtrArray        *plans,
           BridgeOneOffPlan *plan,
           gint64            now)
{
  for (guint i = 0; i < plans->len; i++)
    {
      BridgeOneOffPlan *other = g_ptr_array_index (plans, i);

      if (other->subject == plan->subject && g_str_equal (other->subject_id, plan->subject_id) &&
          other->due > plan->due && other->due <= now)
        return TRUE;
    }
  return FALSE;
}

static void
look_at_waiting (Look             *look,
                 GPtrArray        *plans,
                 BridgeOneOffPlan *plan,
                 BridgeOneOff     *row)
{
  gint64 now = look->view->now;
  gint64 effective = bridge_one_off_get_effective (plan, look->view);
  BridgeOneOffDue *due;

  /* It stands for what was changed since. */
  if (row != NULL && bridge_one_off_get_state (row) == BRIDGE_REMINDER_SHOWN && plan->due < plan->since)
    add_stale (look, row, "moved");
  /* What was noted while the clock was ahead cannot hold it back. */
  if (plan->due < bridge_due_get_past_stamp (plan->since, now) || (!plan->always && plan->due < look->view->on_since))
    return;
  if (effective > now)
    {
      look->list->next = MIN (look->list->next, effective);
      return;
    }
  if (now > bridge_one_off_get_until (plan, effective) || effective < look->view->from || has_newer (plans, plan, now))
    return;

  due = g_new0 (BridgeOneOffDue, 1);
  due->plan = plan;
  g_set_object (&due->known, row);
  due->effective = effective;
  g_ptr_array_add (look->list->due, due);
}

/* (transfer full): "pause:ID/follow-up" */
static char *
dup_kind (const char *name,
          const char *step)
{
  g_autofree char *kind = g_strndup (step, strcspn (step, "/"));

  return g_strconcat (name, "/", kind, NULL);
}

static void
look_at_plan (Look             *look,
              GPtrArray        *plans,
              BridgeOneOffPlan *plan)
{
  g_autofree char *key = bridge_one_off_plan_dup_key (plan);
  g_autofree char *name = bridge_one_off_plan_dup_name (plan);
  BridgeOneOff *row = g_hash_table_lookup (look->rows, key);

  g_hash_table_add (look->kinds, dup_kind (name, plan->step));
  g_hash_table_add (look->subjects, g_steal_pointer (&name));
  if (!look->view->on && !plan->always)
    return;

  if (row != NULL && is_early (look, plan, row, key))
    {
      look->list->next = MIN (look->list->next, defer (plan, look->view, plan->due));
      g_ptr_array_add (look->list->early, g_object_ref (row));
    }
  else if (is_handled (look, plan, row, key))
    {
      look_at_handled (look, plan, row);
    }
  else
    {
      look_at_waiting (look, plans, plan, row);
    }
  g_hash_table_add (look->planned, g_steal_pointer (&key));
}

static const char *
get_stale_reason (Look         *look,
                  BridgeOneOff *row)
{
  g_autofree char *name = bridge_one_off_format_name (bridge_one_off_get_subject (row), bridge_one_off_get_subject_id (row));
  g_autofree char *kind = dup_kind (name, bridge_one_off_get_step (row));

  if (!g_hash_table_contains (look->subjects, name))
    return "answered";
  /* A pause goes on to its next step: they came back, or both have written. */
  if (bridge_one_off_get_subject (row) == BRIDGE_SUBJECT_PAUSE && !g_hash_table_contains (look->kinds, kind))
    return "answered";
  return look->view->on ? "moved" : "reminders-off";
}

static void
look_at_rows (Look      *look,
              GPtrArray *rows)
{
  for (guint i = 0; i < rows->len; i++)
    {
      BridgeOneOff *row = g_ptr_array_index (rows, i);
      BridgeReminderState state = bridge_one_off_get_state (row);
      g_autofree char *key = bridge_one_off_dup_key (row);

      if ((state == BRIDGE_REMINDER_PENDING || state == BRIDGE_REMINDER_SHOWN) && !g_hash_table_contains (look->planned, key))
        add_stale (look, row, get_stale_reason (look, row));
    }
}

static void
put_together (GPtrArray  *due,
              gint64      until,
              const char *reason)
{
  for (guint i = 0; i < due->len; i++)
    {
      BridgeOneOffDue *item = g_ptr_array_index (due, i);

      if (!item->together && !item->plan->always && item->effective <= until)
        {
          item->together = TRUE;
          item->reason = reason;
        }
    }
}

/* Several that are late, or too many at one time, come in one notice. What somebody asked for by name comes by itself. */
static void
decide (Look *look)
{
  GPtrArray *due = look->list->due;
  gint64 late = look->view->now - BRIDGE_DUE_LATE_MS - 1;
  guint n_late = 0;
  guint n_single = 0;

  for (guint i = 0; i < due->len; i++)
    {
      BridgeOneOffDue *item = g_ptr_array_index (due, i);

      n_late += !item->plan->always && item->effective <= late;
    }
  if (n_late > 1)
    put_together (due, late, "absence");

  for (guint i = 0; i < due->len; i++)
    {
      BridgeOneOffDue *item = g_ptr_array_index (due, i);

      n_single += !item->plan->always && !item->together;
    }
  if (n_single > BURST)
    put_together (due, look->view->now, "burst");
}

/**
 * bridge_one_off_list_new:
 * @plans: (element-type BridgeOneOffPlan): what shall come; outlives the list
 * @rows: (element-type BridgeOneOff): what is known of what has come
 * @view: the time and what else counts
 *
 * Works out what is to be done now. Of several reminders of one thing the newest counts; several that are late come
 * together; in quiet hours only what was asked for by name comes.
 *
 * Returns: (transfer full): the list
 */
BridgeOneOffList *
bridge_one_off_list_new (GPtrArray              *plans,
                         GPtrArray              *rows,
                         const BridgeOneOffView *view)
{
  BridgeOneOffList *list = g_new0 (BridgeOneOffList, 1);
  g_autoptr (GHashTable) by_key = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GHashTable) planned = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GHashTable) subjects = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GHashTable) kinds = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  Look look = {
    .view = view,
    .rows = by_key,
    .planned = planned,
    .subjects = subjects,
    .kinds = kinds,
    .list = list,
  };

  list->due = g_ptr_array_new_with_free_func (due_free);
  list->stale = g_ptr_array_new_with_free_func (g_object_unref);
  list->standing = g_ptr_array_new ();
  list->early = g_ptr_array_new_with_free_func (g_object_unref);
  list->next = BRIDGE_NEVER;
  list->tidy = BRIDGE_NEVER;

  for (guint i = 0; i < rows->len; i++)
    g_hash_table_insert (by_key, bridge_one_off_dup_key (g_ptr_array_index (rows, i)), g_ptr_array_index (rows, i));
  for (guint i = 0; i < plans->len; i++)
    look_at_plan (&look, plans, g_ptr_array_index (plans, i));
  look_at_rows (&look, rows);
  decide (&look);
  return list;
}

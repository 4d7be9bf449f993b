/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "bridge-one-offs"

#include "config.h"

#include "bridge-one-offs.h"

#include "bridge-due-rules.h"
#include "bridge-error.h"
#include "bridge-ids.h"
#include "bridge-scheduler-rows.h"
#include "bridge-space-private.h"

#define DAY_MS (24 * 60 * BRIDGE_MS_PER_MINUTE)

/* What has been shown is known for longer than it is looked for what has not. */
#define LOOK_BACK_MS (30 * DAY_MS)
#define ROWS_BACK_MS (60 * DAY_MS)

/* What was shown cannot be noted in a file that is only read. */
#define LOOK_BACK_UNNOTED_MS (30 * BRIDGE_MS_PER_MINUTE)

/* When the file could not be read or written; and when nobody would show it, at first. */
#define RETRY_MS (1 * BRIDGE_MS_PER_MINUTE)
#define RETRY_SHOW_MS (5 * BRIDGE_MS_PER_MINUTE)

/* A clock that was put back is taken at its word once it has run on for that long, or longer after a start: at a start it may
 * lie behind until somebody tells it the time. */
#define SETTLE_MS (1 * BRIDGE_MS_PER_MINUTE)
#define SETTLE_AT_START_MS (10 * BRIDGE_MS_PER_MINUTE)

struct _BridgeOneOffs
{
  BridgeSpace *space;
  BridgeNotifier *notifier;
  GHashTable *unwritten; /* key -> BridgeOneOff: shown, but the file would not take it */
  GHashTable *standing;  /* set of names: shown, or taken over, and not taken down since */
  GHashTable *early;     /* key -> gint64: since when it is known that it was shown too early, UTC ms */
  gint64 first_run;      /* UTC ms, or BRIDGE_NEVER */
  gboolean knows_screen; /* what a process before this one has left is taken over, or taken down */
  gboolean together;     /* the one notice of several stands, as far as is known */
};

typedef struct {
  BridgeOneOff *row; /* as it shall be */
  gint64 known_at;   /* the stamp of the row that it takes the place of, 0: there was none */
  gboolean saved;
} Change;

static void
change_free (gpointer data)
{
  g_object_unref (((Change *) data)->row);
  g_free (data);
}

/**
 * bridge_one_offs_new:
 * @space: a space
 * @notifier: who shows it
 *
 * Returns: (transfer full): one that does nothing before bridge_one_offs_run()
 */
BridgeOneOffs *
bridge_one_offs_new (BridgeSpace    *space,
                     BridgeNotifier *notifier)
{
  BridgeOneOffs *self = g_new0 (BridgeOneOffs, 1);

  self->space = g_object_ref (space);
  self->notifier = g_object_ref (notifier);
  self->unwritten = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_object_unref);
  self->standing = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->early = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->first_run = BRIDGE_NEVER;
  return self;
}

/**
 * bridge_one_offs_free:
 * @self: (transfer full): the reminders
 *
 * Forgets what stands; it goes on standing.
 */
void
bridge_one_offs_free (BridgeOneOffs *self)
{
  g_object_unref (self->space);
  g_object_unref (self->notifier);
  g_hash_table_unref (self->unwritten);
  g_hash_table_unref (self->standing);
  g_hash_table_unref (self->early);
  g_free (self);
}

/* A row as it shall be, stamped. */
static void
add_change (GPtrArray           *changes,
            BridgeOneOff        *before,
            BridgeOneOff        *row,
            gint64               now)
{
  Change *change = g_new0 (Change, 1);
  gint64 created_at;

  change->row = row;
  change->known_at = before != NULL ? bridge_row_get_updated_at (before) : 0;
  g_object_get (row, "created-at", &created_at, NULL);
  if (bridge_one_off_get_id (row) == NULL)
    {
      g_autofree char *id = bridge_id_new ();

      g_object_set (row, "id", id, NULL);
    }
  g_object_set (row,
                "created-at", created_at != 0 ? created_at : now,
                "updated-at", MAX (now, change->known_at + 1),
                NULL);
  g_ptr_array_add (changes, change);
}

static void
add_due (GPtrArray           *changes,
         BridgeOneOffDue     *due,
         BridgeOneOff        *before,
         BridgeReminderState  state,
         const char          *reason,
         gint64               shown_at,
         gint64               now)
{
  BridgeOneOff *row = before != NULL ? bridge_one_off_copy (before)
                                     : bridge_one_off_new (due->plan->subject, due->plan->subject_id, due->plan->step, 0);

  g_object_set (row, "state", state, "due-at", due->plan->due, "shown-at", shown_at, "reason", reason, NULL);
  add_change (changes, before, row, now);
}

static gboolean
save (BridgeDatabase  *db,
      Change          *change,
      GError         **error)
{
  BridgeOneOff *row = change->row;
  g_autoptr (GError) local_error = NULL;
  g_autoptr (BridgeOneOff) there = bridge_store_load_one_off (db, bridge_one_off_get_subject (row),
                                                              bridge_one_off_get_subject_id (row),
                                                              bridge_one_off_get_step (row), &local_error);

  if (local_error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return FALSE;
    }
  /* Somebody else's meanwhile. */
  change->saved = bridge_row_get_updated_at (there) == change->known_at;
  return !change->saved || bridge_store_save_one_off (db, row, error);
}

/* All of them, or none. */
static gboolean
write_changes (BridgeOneOffs  *self,
               GPtrArray      *changes,
               GError        **error)
{
  BridgeDatabase *db = bridge_space_get_database (self->space);

  if (changes->len == 0)
    return TRUE;
  if (!bridge_database_begin (db, error))
    return FALSE;
  for (guint i = 0; i < changes->len; i++)
    if (!save (db, g_ptr_array_index (changes, i), error))
      {
        bridge_database_rollback (db);
        return FALSE;
      }
  return bridge_database_commit (db, error);
}

static void
keep_in_mind (BridgeOneOffs *self,
              GPtrArray     *changes)
{
  for (guint i = 0; i < changes->len; i++)
    {
      BridgeOneOff *row = ((Change *) g_ptr_array_index (changes, i))->row;

      g_hash_table_insert (self->unwritten, bridge_one_off_dup_key (row), g_object_ref (row));
    }
}

/* What was shown is written as soon as the file takes it, unless somebody has written about it since. */
static gboolean
write_unwritten (BridgeOneOffs      *self,
                 BridgeOneOffsDone  *done,
                 GError            **error)
{
  BridgeDatabase *db = bridge_space_get_database (self->space);
  GHashTableIter iter;
  gpointer row;

  if (g_hash_table_size (self->unwritten) == 0 || bridge_space_get_read_only (self->space))
    return TRUE;
  if (!bridge_database_begin (db, error))
    return FALSE;

  g_hash_table_iter_init (&iter, self->unwritten);
  while (g_hash_table_iter_next (&iter, NULL, &row))
    {
      g_autoptr (GError) local_error = NULL;
      g_autoptr (BridgeOneOff) there = bridge_store_load_one_off (db, bridge_one_off_get_subject (row),
                                                                  bridge_one_off_get_subject_id (row),
                                                                  bridge_one_off_get_step (row), &local_error);

      if (local_error != NULL ||
          (bridge_row_get_updated_at (there) < bridge_row_get_updated_at (row) &&
           !bridge_store_save_one_off (db, row, &local_error)))
        {
          bridge_database_rollback (db);
          g_propagate_error (error, g_steal_pointer (&local_error));
          return FALSE;
        }
    }
  if (!bridge_database_commit (db, error))
    return FALSE;
  g_hash_table_remove_all (self->unwritten);
  done->wrote = TRUE;
  return TRUE;
}

/* What the file says, and what it would not take. */
static GPtrArray *
load_rows (BridgeOneOffs  *self,
           gint64          now,
           GError        **error)
{
  GPtrArray *rows = bridge_store_load_one_offs (bridge_space_get_database (self->space), now - ROWS_BACK_MS, error);
  GHashTableIter iter;
  gpointer row;

  if (rows == NULL)
    return NULL;
  for (guint i = rows->len; i > 0; i--)
    {
      g_autofree char *key = bridge_one_off_dup_key (g_ptr_array_index (rows, i - 1));

      if (g_hash_table_contains (self->unwritten, key))
        g_ptr_array_remove_index (rows, i - 1);
    }
  g_hash_table_iter_init (&iter, self->unwritten);
  while (g_hash_table_iter_next (&iter, NULL, &row))
    g_ptr_array_add (rows, g_object_ref (row));
  return rows;
}

static void
withdraw (BridgeOneOffs *self,
          const char    *name)
{
  g_debug ("withdraw %s", name);
  bridge_notifier_withdraw (self->notifier, name);
  g_hash_table_remove (self->standing, name);
}

/* The clock was put right again: what it showed was not too early after all. */
static void
forget_early (BridgeOneOffs *self,
              GPtrArray     *rows,
              gint64         now)
{
  for (guint i = 0; i < rows->len; i++)
    if (bridge_one_off_get_shown_at (g_ptr_array_index (rows, i)) <= now)
      {
        g_autofree char *key = bridge_one_off_dup_key (g_ptr_array_index (rows, i));

        g_hash_table_remove (self->early, key);
      }
}

/* What was shown too early is taken down and forgotten once the clock has run on for a while, and comes in its time. */
static gboolean
take_back_early (BridgeOneOffs      *self,
                 BridgeOneOffList   *list,
                 gboolean            ran,
                 gint64              now,
                 BridgeOneOffsDone  *done,
                 GError            **error)
{
  gint64 settle = now - self->first_run < SETTLE_AT_START_MS ? SETTLE_AT_START_MS : SETTLE_MS;

  for (guint i = 0; i < list->early->len; i++)
    {
      BridgeOneOff *row = g_ptr_array_index (list->early, i);
      g_autofree char *key = bridge_one_off_dup_key (row);
      g_autofree char *name = bridge_one_off_format_name (bridge_one_off_get_subject (row), bridge_one_off_get_subject_id (row));
      gint64 *noticed = g_hash_table_lookup (self->early, key);

      if (noticed == NULL || *noticed > now)
        g_hash_table_insert (self->early, g_strdup (key), g_memdup2 (&now, sizeof now));
      noticed = g_hash_table_lookup (self->early, key);
      if (!ran || now < *noticed + settle)
        {
          done->tidy = MIN (done->tidy, MAX (*noticed + settle, now + 1));
          continue;
        }

      withdraw (self, bridge_one_off_get_state (row) == BRIDGE_REMINDER_FOLDED ? BRIDGE_ONE_OFFS_ID : name);
      if (bridge_space_get_read_only (self->space))
        continue;
      if (!bridge_store_delete_one_off (bridge_space_get_database (self->space), bridge_one_off_get_id (row), error))
        return FALSE;
      g_hash_table_remove (self->unwritten, key);
      g_hash_table_remove (self->early, key);
      done->wrote = TRUE;
    }
  return TRUE;
}

static gboolean
is_named (GPtrArray  *plans,
          const char *name)
{
  for (guint i = 0; i < plans->len; i++)
    {
      g_autofree char *other = bridge_one_off_plan_dup_name (g_ptr_array_index (plans, i));

      if (g_str_equal (other, name))
        return TRUE;
    }
  return FALSE;
}

/* Another reminder of the same thing stands, or takes its place in this run. */
static gboolean
is_replaced (BridgeOneOffList *list,
             const char       *name)
{
  for (guint i = 0; i < list->due->len; i++)
    {
      BridgeOneOffDue *due = g_ptr_array_index (list->due, i);
      g_autofree char *other = bridge_one_off_plan_dup_name (due->plan);

      if (!due->together && g_str_equal (other, name))
        return TRUE;
    }
  return is_named (list->standing, name);
}

/* Whether it will be looked at whether it came too early, and taken down then. */
static gboolean
is_in_doubt (BridgeOneOffList *list,
             const char       *name)
{
  for (guint i = 0; i < list->early->len; i++)
    {
      BridgeOneOff *row = g_ptr_array_index (list->early, i);
      g_autofree char *other = bridge_one_off_format_name (bridge_one_off_get_subject (row), bridge_one_off_get_subject_id (row));

      if (g_str_equal (other, name))
        return TRUE;
    }
  return FALSE;
}

/* Of somebody who has left there may be no row any more that says what stands. */
static void
take_down_left (BridgeOneOffs    *self,
                BridgeOneOffList *list)
{
  g_autoptr (GList) names = g_hash_table_get_keys (self->standing);

  for (GList *l = names; l != NULL; l = l->next)
    {
      g_autofree char *name = g_strdup (l->data);

      if (!is_replaced (list, name) && !is_in_doubt (list, name))
        withdraw (self, name);
    }
}

static void
take_down (BridgeOneOffs    *self,
           BridgeOneOffList *list)
{
  for (guint i = 0; i < list->stale->len; i++)
    {
      BridgeOneOff *row = g_ptr_array_index (list->stale, i);
      g_autofree char *name = bridge_one_off_format_name (bridge_one_off_get_subject (row), bridge_one_off_get_subject_id (row));

      if (bridge_one_off_get_shown_at (row) != 0 && !is_replaced (list, name))
        withdraw (self, name);
    }
  take_down_left (self, list);
  if (!list->together_stands && (self->together || !self->knows_screen))
    {
      withdraw (self, BRIDGE_ONE_OFFS_ID);
      self->together = FALSE;
    }
}

/* What a process before this one showed and nobody closed is shown in place, because its buttons speak to who has shown it. */
static void
take_over (BridgeOneOffs    *self,
           BridgeOneOffList *list)
{
  for (guint i = 0; i < list->standing->len; i++)
    {
      BridgeOneOffPlan *plan = g_ptr_array_index (list->standing, i);
      g_autofree char *name = bridge_one_off_plan_dup_name (plan);
      g_autoptr (BridgeNotice) notice = NULL;
      g_autoptr (GError) error = NULL;

      if (!g_hash_table_add (self->standing, g_strdup (name)) || !bridge_notifier_stands (self->notifier, name))
        continue;
      notice = bridge_one_off_make_notice (plan, self->space);
      if (!bridge_notifier_show (self->notifier, notice, &error))
        g_debug ("%s could not be taken over: %s", name, error->message);
    }
  if (list->together_stands && bridge_notifier_stands (self->notifier, BRIDGE_ONE_OFFS_ID))
    {
      g_autoptr (BridgeNotice) notice = bridge_one_off_make_together ();
      g_autoptr (GError) error = NULL;

      if (!bridge_notifier_show (self->notifier, notice, &error))
        g_debug ("what was told of together could not be taken over: %s", error->message);
    }
  self->together = self->together || list->together_stands;
}

/* Before anything is seen of it, it is noted what will be shown, and what is stale: whoever takes over after a crash knows. */
static gboolean
claim (BridgeOneOffs     *self,
       BridgeOneOffList  *list,
       gint64             now,
       GError           **error)
{
  g_autoptr (GPtrArray) changes = g_ptr_array_new_with_free_func (change_free);
  guint n_due = list->due->len;

  for (guint i = 0; i < n_due; i++)
    {
      BridgeOneOffDue *due = g_ptr_array_index (list->due, i);
      const char *reason = due->known != NULL ? bridge_one_off_get_reason (due->known) : NULL;

      add_due (changes, due, due->known, BRIDGE_REMINDER_PENDING,
               g_strcmp0 (reason, BRIDGE_REASON_UNSHOWN) == 0 ? BRIDGE_REASON_UNSHOWN : NULL, 0, now);
    }
  for (guint i = 0; i < list->stale->len; i++)
    {
      BridgeOneOff *row = g_ptr_array_index (list->stale, i);

      add_change (changes, row, bridge_one_off_copy (row), now);
    }
  if (!write_changes (self, changes, error))
    return FALSE;

  for (guint i = n_due; i > 0; i--)
    {
      Change *change = g_ptr_array_index (changes, i - 1);

      if (change->saved)
        g_set_object (&((BridgeOneOffDue *) g_ptr_array_index (list->due, i - 1))->known, change->row);
      else
        g_ptr_array_remove_index (list->due, i - 1);
    }
  return TRUE;
}

static void
show_singles (BridgeOneOffs      *self,
              BridgeOneOffList   *list,
              gint64              now,
              GPtrArray          *shown,
              GPtrArray          *noted,
              BridgeOneOffsDone  *done,
              GError            **problem)
{
  for (guint i = 0; i < list->due->len; i++)
    {
      BridgeOneOffDue *due = g_ptr_array_index (list->due, i);
      g_autoptr (BridgeNotice) notice = NULL;
      GError *error = NULL;

      if (due->together)
        continue;
      notice = bridge_one_off_make_notice (due->plan, self->space);
      if (!bridge_notifier_show (self->notifier, notice, &error))
        {
          bridge_error_keep_first (problem, error);
          done->tidy = MIN (done->tidy, now + MAX (RETRY_SHOW_MS, (now - due->effective) / 4));
          add_due (noted, due, due->known, BRIDGE_REMINDER_PENDING, BRIDGE_REASON_UNSHOWN, 0, now);
          continue;
        }
      g_debug ("showed %s", notice->id);
      g_hash_table_add (self->standing, g_strdup (notice->id));
      done->tidy = MIN (done->tidy, MAX (due->plan->due, now) + BRIDGE_DUE_STANDING_MS + 1);
      add_due (shown, due, due->known, BRIDGE_REMINDER_SHOWN, NULL, now, now);
    }
}

static void
show_together (BridgeOneOffs      *self,
               BridgeOneOffList   *list,
               gint64              now,
               GPtrArray          *shown,
               BridgeOneOffsDone  *done,
               GError            **problem)
{
  g_autoptr (BridgeNotice) notice = bridge_one_off_make_together ();
  GError *error = NULL;
  guint n = 0;

  for (guint i = 0; i < list->due->len; i++)
    n += ((BridgeOneOffDue *) g_ptr_array_index (list->due, i))->together;
  if (n == 0)
    return;
  if (!bridge_notifier_show (self->notifier, notice, &error))
    {
      bridge_error_keep_first (problem, error);
      done->tidy = MIN (done->tidy, now + RETRY_SHOW_MS);
      return;
    }

  self->together = TRUE;
  done->tidy = MIN (done->tidy, now + BRIDGE_DUE_STANDING_MS + 1);
  for (guint i = 0; i < list->due->len; i++)
    {
      BridgeOneOffDue *due = g_ptr_array_index (list->due, i);

      if (due->together)
        add_due (shown, due, due->known, BRIDGE_REMINDER_FOLDED, due->reason, now, now);
    }
}

static gboolean
handle (BridgeOneOffs      *self,
        BridgeOneOffList   *list,
        gint64              now,
        BridgeOneOffsDone  *done,
        GError            **problem)
{
  g_autoptr (GPtrArray) shown = g_ptr_array_new_with_free_func (change_free);
  g_autoptr (GPtrArray) noted = g_ptr_array_new_with_free_func (change_free);
  gboolean wanted = list->due->len > 0 || list->stale->len > 0;
  GError *error = NULL;
  gboolean claimed = claim (self, list, now, &error);

  if (!claimed)
    bridge_error_keep_first (problem, g_steal_pointer (&error));
  take_down (self, list);
  show_singles (self, list, now, shown, noted, done, problem);
  show_together (self, list, now, shown, done, problem);

  /* Shown is shown, even if the file would not take it. */
  if (!claimed || !write_changes (self, shown, &error))
    {
      keep_in_mind (self, shown);
      if (error != NULL)
        bridge_error_keep_first (problem, g_steal_pointer (&error));
    }
  if (claimed && !write_changes (self, noted, &error))
    bridge_error_keep_first (problem, g_steal_pointer (&error));
  if (!claimed && list->stale->len > 0 && !bridge_space_get_read_only (self->space))
    done->tidy = MIN (done->tidy, now + RETRY_MS);
  return wanted && claimed;
}

/**
 * bridge_one_offs_run:
 * @self: the reminders
 * @ran: time has run on by itself since the last run
 * @done: (out): when to run again
 * @error: where to say what went wrong first
 *
 * Shows what is due, takes down what is done with, and says when there is more to do. Run twice, it does nothing the second
 * time.
 *
 * Returns: %FALSE with an error of the database or of the notifier; what could be done has been done
 */
gboolean
bridge_one_offs_run (BridgeOneOffs      *self,
                     gboolean            ran,
                     BridgeOneOffsDone  *done,
                     GError            **error)
{
  gint64 now = bridge_space_now (self->space);
  gboolean read_only = bridge_space_get_read_only (self->space);
  g_autoptr (GTimeZone) here = bridge_clock_dup_zone (bridge_space_get_clock (self->space));
  g_autoptr (GPtrArray) plans = NULL;
  g_autoptr (GPtrArray) rows = NULL;
  g_autoptr (BridgeOneOffList) list = NULL;
  g_autoptr (GError) problem = NULL;
  GError *local_error = NULL;
  BridgeOneOffView view;

  *done = (BridgeOneOffsDone) { .next = BRIDGE_NEVER, .tidy = BRIDGE_NEVER };
  self->first_run = MIN (self->first_run, now);
  if (!write_unwritten (self, done, &local_error))
    bridge_error_keep_first (&problem, g_steal_pointer (&local_error));
  rows = load_rows (self, now, &local_error);
  if (rows == NULL)
    {
      bridge_error_keep_first (&problem, local_error);
      done->tidy = now + RETRY_MS;
      g_propagate_error (error, g_steal_pointer (&problem));
      return FALSE;
    }
  if (!ran)
    forget_early (self, rows, now);
  plans = bridge_one_offs_plan (self->space, rows, here);

  view = (BridgeOneOffView) {
    .now = now,
    .from = read_only ? MAX (self->first_run - LOOK_BACK_UNNOTED_MS, now - LOOK_BACK_MS) : now - LOOK_BACK_MS,
    .on = bridge_space_get_reminders_on (self->space),
    .on_since = bridge_space_get_reminders_since (self->space),
    .hours = bridge_space_get_hours (self->space),
    .pauses = bridge_space_get_pauses (self->space),
    .pause = bridge_space_get_pause (self->space),
    .here = here,
    .again = self->early,
  };
  list = bridge_one_off_list_new (plans, rows, &view);
  done->next = list->next;
  done->tidy = MIN (done->tidy, list->tidy);

  if (!take_back_early (self, list, ran, now, done, &local_error))
    bridge_error_keep_first (&problem, g_steal_pointer (&local_error));
  done->wrote = handle (self, list, now, done, &problem) || done->wrote;
  if (!self->knows_screen)
    take_over (self, list);
  self->knows_screen = TRUE;
  if (g_hash_table_size (self->unwritten) > 0 && !read_only)
    done->tidy = MIN (done->tidy, now + RETRY_MS);

  if (problem == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&problem));
  return FALSE;
}

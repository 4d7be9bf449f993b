/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "bridge-scheduler"

#include "config.h"

#include "bridge-scheduler-rows.h"

#include "bridge-ids.h"
#include "bridge-space-private.h"

static void
row_change_free (gpointer data)
{
  BridgeRowChange *change = data;

  g_object_unref (change->row);
  g_free (change);
}

/**
 * bridge_row_changes_new:
 *
 * Returns: (transfer full) (element-type BridgeRowChange): an empty list of rows to be written
 */
GPtrArray *
bridge_row_changes_new (void)
{
  return g_ptr_array_new_with_free_func (row_change_free);
}

/**
 * bridge_row_changes_add:
 * @changes: (element-type BridgeRowChange): rows to be written
 * @row: (transfer full): a row as it shall be
 * @known_at: the stamp of the row that it takes the place of, UTC ms; 0: there was none
 *
 * Adds a row.
 */
void
bridge_row_changes_add (GPtrArray      *changes,
                        BridgeReminder *row,
                        gint64          known_at)
{
  BridgeRowChange *change = g_new0 (BridgeRowChange, 1);

  change->row = row;
  change->known_at = known_at;
  g_ptr_array_add (changes, change);
}

static void
stamp (BridgeReminder *reminder,
       gint64          now)
{
  gint64 created_at, updated_at;
  g_autofree char *fresh = NULL;

  g_object_get (reminder, "created-at", &created_at, "updated-at", &updated_at, NULL);
  if (bridge_reminder_get_id (reminder) == NULL)
    {
      fresh = bridge_id_new ();
      g_object_set (reminder, "id", fresh, NULL);
    }
  g_object_set (reminder,
                "created-at", created_at != 0 ? created_at : now,
                "updated-at", MAX (now, updated_at + 1),
                NULL);
}

/**
 * bridge_row_changes_add_due:
 * @changes: (element-type BridgeRowChange): rows to be written
 * @due: what is due
 * @state: what becomes of it
 * @reason: (nullable): why
 * @shown_at: UTC ms, or 0: not shown now
 * @now: UTC ms, for the stamps
 *
 * Adds what becomes of a reminder.
 */
void
bridge_row_changes_add_due (GPtrArray           *changes,
                            BridgeDue           *due,
                            BridgeReminderState  state,
                            const char          *reason,
                            gint64               shown_at,
                            gint64               now)
{
  BridgeReminder *row = due->known != NULL
                        ? bridge_reminder_copy (due->known)
                        : bridge_reminder_new (bridge_ritual_get_id (due->ritual), due->start, due->lead, due->due);

  g_object_set (row,
                "state", state,
                "reason", reason,
                "due-at", due->due,
                "snoozed-until", due->snoozed ? due->effective : (gint64) 0,
                "deferred-until", due->deferred ? due->effective : (gint64) 0,
                NULL);
  if (shown_at != 0)
    g_object_set (row, "shown-at", shown_at, NULL);
  stamp (row, now);
  bridge_row_changes_add (changes, row, bridge_row_get_updated_at (due->known));
}

/**
 * bridge_row_changes_add_claim:
 * @changes: (element-type BridgeRowChange): rows to be written
 * @due: what is due
 * @now: UTC ms, for the stamps
 *
 * Adds what will be done about a reminder.
 */
void
bridge_row_changes_add_claim (GPtrArray *changes,
                              BridgeDue *due,
                              gint64     now)
{
  if (due->action == BRIDGE_DUE_SUPERSEDE)
    bridge_row_changes_add_due (changes, due, BRIDGE_REMINDER_FOLDED, "superseded", 0, now);
  else if (due->action == BRIDGE_DUE_DEFER)
    bridge_row_changes_add_due (changes, due, BRIDGE_REMINDER_PENDING, "quiet-hours", 0, now);
  else
    bridge_row_changes_add_due (changes, due, BRIDGE_REMINDER_PENDING,
                                bridge_due_is_unshown (due) ? BRIDGE_REASON_UNSHOWN : NULL, 0, now);
}

/* @saved: (out): %FALSE: somebody else has written about it since it was read, a snooze perhaps. Then it is theirs. */
static gboolean
save (BridgeDatabase   *db,
      BridgeRowChange  *change,
      gboolean         *saved,
      GError          **error)
{
  g_autoptr (GError) local_error = NULL;
  g_autoptr (BridgeReminder) there =
    bridge_store_load_reminder (db, bridge_reminder_get_ritual_id (change->row), bridge_reminder_get_start (change->row),
                                bridge_reminder_get_lead (change->row), &local_error);

  if (local_error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return FALSE;
    }
  *saved = bridge_row_get_updated_at (there) == change->known_at;
  return !*saved || bridge_store_save_reminder (db, change->row, error);
}

/**
 * bridge_row_changes_write:
 * @changes: (element-type BridgeRowChange): rows to be written
 * @db: the database
 * @error: where to say what went wrong
 *
 * Writes them as one. What somebody else has written about meanwhile is left as it is.
 *
 * Returns: %FALSE with an error of the database
 */
gboolean
bridge_row_changes_write (GPtrArray       *changes,
                          BridgeDatabase  *db,
                          GError         **error)
{
  if (changes->len == 0)
    return TRUE;
  if (!bridge_database_begin (db, error))
    return FALSE;

  for (guint i = 0; i < changes->len; i++)
    {
      gboolean saved;

      if (!save (db, g_ptr_array_index (changes, i), &saved, error))
        {
          bridge_database_rollback (db);
          return FALSE;
        }
    }
  return bridge_database_commit (db, error);
}

/**
 * bridge_row_changes_keep_in_mind:
 * @changes: (element-type BridgeRowChange): rows of what has been shown
 * @unwritten: (element-type utf8 BridgeReminder): by key; gets them
 *
 * Shown is shown, even if the file would not take it: it is kept in mind and written as soon as that goes.
 */
void
bridge_row_changes_keep_in_mind (GPtrArray  *changes,
                                 GHashTable *unwritten)
{
  for (guint i = 0; i < changes->len; i++)
    {
      BridgeReminder *row = ((BridgeRowChange *) g_ptr_array_index (changes, i))->row;
      g_autofree char *name = bridge_reminder_dup_occurrence_name (row);
      gint64 effective = bridge_reminder_get_effective (row);
      g_autofree char *key = bridge_due_dup_key (name, bridge_reminder_get_lead (row), effective);
      BridgeReminder *before = g_hash_table_lookup (unwritten, key);

      /* It came too early at the same time by another clock; the mark of that is not to be of this one. */
      if (before != NULL && bridge_row_get_updated_at (before) == bridge_row_get_updated_at (row))
        g_object_set (row, "updated-at", bridge_row_get_updated_at (row) + 1, NULL);
      g_hash_table_insert (unwritten, g_steal_pointer (&key), g_object_ref (row));
    }
}

/* Adds it unless somebody has written about it meanwhile: a snooze perhaps, and that counts. */
static gboolean
add_unwritten (BridgeDatabase  *db,
               BridgeReminder  *row,
               GPtrArray       *changes,
               GError         **error)
{
  g_autoptr (GError) local_error = NULL;
  g_autoptr (BridgeReminder) there =
    bridge_store_load_reminder (db, bridge_reminder_get_ritual_id (row), bridge_reminder_get_start (row),
                                bridge_reminder_get_lead (row), &local_error);

  if (local_error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return FALSE;
    }
  if (bridge_row_get_updated_at (there) < bridge_row_get_updated_at (row))
    bridge_row_changes_add (changes, g_object_ref (row), bridge_row_get_updated_at (there));
  return TRUE;
}

/**
 * bridge_unwritten_write:
 * @unwritten: (element-type utf8 BridgeReminder): what is kept in mind; empty afterwards where it was written
 * @db: the database
 * @error: where to say what went wrong
 *
 * Writes what the file would not take before.
 *
 * Returns: whether there was something and it was written; %FALSE with an error of the database, or without one
 */
gboolean
bridge_unwritten_write (GHashTable      *unwritten,
                        BridgeDatabase  *db,
                        GError         **error)
{
  g_autoptr (GPtrArray) changes = bridge_row_changes_new ();
  GHashTableIter iter;
  gpointer row;

  if (g_hash_table_size (unwritten) == 0)
    return FALSE;

  g_hash_table_iter_init (&iter, unwritten);
  while (g_hash_table_iter_next (&iter, NULL, &row))
    if (!add_unwritten (db, row, changes, error))
      return FALSE;
  if (!bridge_row_changes_write (changes, db, error))
    return FALSE;
  g_hash_table_remove_all (unwritten);
  return TRUE;
}

/**
 * bridge_due_is_unshown:
 * @due: what is due
 *
 * Returns: whether nobody would show it when it was tried last
 */
gboolean
bridge_due_is_unshown (BridgeDue *due)
{
  return due->known != NULL && g_strcmp0 (bridge_reminder_get_reason (due->known), BRIDGE_REASON_UNSHOWN) == 0;
}

/* @claimed: gets each of @changes, or NULL where it is somebody else's meanwhile. */
static gboolean
save_claims (BridgeDatabase  *db,
             GPtrArray       *changes,
             GPtrArray       *claimed,
             GError         **error)
{
  for (guint i = 0; i < changes->len; i++)
    {
      gboolean saved;

      if (!save (db, g_ptr_array_index (changes, i), &saved, error))
        return FALSE;
      g_ptr_array_add (claimed, saved ? g_ptr_array_index (changes, i) : NULL);
    }
  return TRUE;
}

/**
 * bridge_due_list_claim:
 * @list: what is due and what is stale; what has become somebody else's meanwhile is taken out
 * @db: the database
 * @now: UTC ms, for the stamps
 * @error: where to say what went wrong
 *
 * Notes what is about to be shown, and what is stale, before anything is seen of it: whoever takes over after a crash knows.
 *
 * Returns: %FALSE with an error of the database; then nothing is written and nothing taken out, and what is stale is to be
 *   read anew, as it has the stamps already
 */
gboolean
bridge_due_list_claim (BridgeDueList   *list,
                       BridgeDatabase  *db,
                       gint64           now,
                       GError         **error)
{
  g_autoptr (GPtrArray) changes = bridge_row_changes_new ();
  g_autoptr (GPtrArray) claimed = g_ptr_array_new ();
  guint n_due = list->due->len;

  if (list->due->len == 0 && list->stale->len == 0)
    return TRUE;

  for (guint i = 0; i < list->due->len; i++)
    bridge_row_changes_add_claim (changes, g_ptr_array_index (list->due, i), now);
  for (guint i = 0; i < list->stale->len; i++)
    {
      BridgeReminder *stale = g_object_ref (g_ptr_array_index (list->stale, i));
      gint64 known_at = bridge_row_get_updated_at (stale);

      stamp (stale, now);
      bridge_row_changes_add (changes, stale, known_at);
    }

  if (!bridge_database_begin (db, error))
    return FALSE;
  if (!save_claims (db, changes, claimed, error))
    {
      bridge_database_rollback (db);
      return FALSE;
    }
  if (!bridge_database_commit (db, error))
    return FALSE;

  for (guint i = claimed->len; i > 0; i--)
    {
      BridgeRowChange *change = g_ptr_array_index (claimed, i - 1);

      if (change == NULL && i > n_due)
        g_ptr_array_remove_index (list->stale, i - 1 - n_due);
      else if (change == NULL)
        g_ptr_array_remove_index (list->due, i - 1);
      else if (i <= n_due)
        g_set_object (&((BridgeDue *) g_ptr_array_index (list->due, i - 1))->known, change->row);
    }
  return TRUE;
}

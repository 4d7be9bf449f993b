/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "bridge-scheduler"

#include "config.h"

#include "bridge-scheduler-rows.h"

#include "bridge-ids.h"
#include "bridge-space-private.h"

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
 * bridge_scheduler_make_row:
 * @due: what is due
 * @state: what becomes of it
 * @reason: (nullable): why
 * @shown_at: UTC ms, or 0: not shown now
 * @now: UTC ms, for the stamps
 *
 * Returns: (transfer full): its row as it shall be
 */
BridgeReminder *
bridge_scheduler_make_row (BridgeDue           *due,
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
  return row;
}

/**
 * bridge_scheduler_write_rows:
 * @db: the database
 * @rows: (element-type BridgeReminder): what became of reminders
 * @error: where to say what went wrong
 *
 * Writes them as one.
 *
 * Returns: %FALSE with an error of the database
 */
gboolean
bridge_scheduler_write_rows (BridgeDatabase  *db,
                             GPtrArray       *rows,
                             GError         **error)
{
  if (rows->len == 0)
    return TRUE;
  if (!bridge_database_begin (db, error))
    return FALSE;

  for (guint i = 0; i < rows->len; i++)
    if (!bridge_store_save_reminder (db, g_ptr_array_index (rows, i), error))
      {
        bridge_database_rollback (db);
        return FALSE;
      }
  return bridge_database_commit (db, error);
}

/* Somebody else may have claimed it since it was read: then it is theirs. */
static gboolean
is_still_free (BridgeDatabase *db,
               BridgeDue      *due)
{
  g_autoptr (BridgeReminder) row =
    bridge_store_load_reminder (db, bridge_ritual_get_id (due->ritual), due->start, due->lead, NULL);

  return bridge_row_get_updated_at (row) == bridge_row_get_updated_at (due->known);
}

/**
 * bridge_scheduler_is_unshown:
 * @due: what is due
 *
 * Returns: whether nobody would show it when it was tried last
 */
gboolean
bridge_scheduler_is_unshown (BridgeDue *due)
{
  return due->known != NULL && g_strcmp0 (bridge_reminder_get_reason (due->known), BRIDGE_REASON_UNSHOWN) == 0;
}

/**
 * bridge_scheduler_make_claim:
 * @due: what is due
 * @now: UTC ms, for the stamps
 *
 * Returns: (transfer full): the row that says what will be done about it
 */
BridgeReminder *
bridge_scheduler_make_claim (BridgeDue *due,
                             gint64     now)
{
  if (due->action == BRIDGE_DUE_SUPERSEDE)
    return bridge_scheduler_make_row (due, BRIDGE_REMINDER_FOLDED, "superseded", 0, now);
  if (due->action == BRIDGE_DUE_DEFER)
    return bridge_scheduler_make_row (due, BRIDGE_REMINDER_PENDING, "quiet-hours", 0, now);
  return bridge_scheduler_make_row (due, BRIDGE_REMINDER_PENDING,
                                    bridge_scheduler_is_unshown (due) ? BRIDGE_REASON_UNSHOWN : NULL, 0, now);
}

/**
 * bridge_scheduler_claim:
 * @db: the database
 * @list: what is due and what is stale; what has become somebody else's meanwhile is taken out
 * @now: UTC ms, for the stamps
 * @error: where to say what went wrong
 *
 * Notes what is about to be shown, and what is stale, before anything is seen of it: whoever takes over after a crash knows.
 *
 * Returns: %FALSE with an error of the database
 */
gboolean
bridge_scheduler_claim (BridgeDatabase  *db,
                        BridgeDueList   *list,
                        gint64           now,
                        GError         **error)
{
  if (list->due->len == 0 && list->stale->len == 0)
    return TRUE;
  if (!bridge_database_begin (db, error))
    return FALSE;

  for (guint i = 0; i < list->due->len;)
    {
      BridgeDue *due = g_ptr_array_index (list->due, i);
      g_autoptr (BridgeReminder) row = NULL;

      if (!is_still_free (db, due))
        {
          g_ptr_array_remove_index (list->due, i);
          continue;
        }
      row = bridge_scheduler_make_claim (due, now);
      if (!bridge_store_save_reminder (db, row, error))
        {
          bridge_database_rollback (db);
          return FALSE;
        }
      g_set_object (&due->known, row);
      i++;
    }
  for (guint i = 0; i < list->stale->len; i++)
    {
      stamp (g_ptr_array_index (list->stale, i), now);
      if (!bridge_store_save_reminder (db, g_ptr_array_index (list->stale, i), error))
        {
          bridge_database_rollback (db);
          return FALSE;
        }
    }
  return bridge_database_commit (db, error);
}

/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "bridge-store"

#include "config.h"

#include "bridge-store.h"

#include "bridge-store-private.h"

#define COLUMNS \
  "id, from_id, to_id, subject, subject_id, change, words, at, state, waits_for, other_time, rest_until, " \
  "created_at, updated_at, deleted_at"

static gpointer
read_invitation (sqlite3_stmt  *statement,
                 GError       **error)
{
  BridgeLocal at = BRIDGE_LOCAL_NONE;
  BridgeLocal other_time = BRIDGE_LOCAL_NONE;
  BridgeLocal rest_until = BRIDGE_LOCAL_NONE;
  int subject, state;

  if (!bridge_column_enum (statement, 3, BRIDGE_TYPE_INVITATION_SUBJECT, &subject, error) ||
      !bridge_column_local (statement, 7, &at, error) ||
      !bridge_column_enum (statement, 8, BRIDGE_TYPE_INVITATION_STATE, &state, error) ||
      !bridge_column_local (statement, 10, &other_time, error) ||
      !bridge_column_local (statement, 11, &rest_until, error))
    return NULL;

  return g_object_new (BRIDGE_TYPE_INVITATION,
                       "id", bridge_column_text (statement, 0),
                       "from-id", bridge_column_text (statement, 1),
                       "to-id", bridge_column_text (statement, 2),
                       "subject", subject,
                       "subject-id", bridge_column_text (statement, 4),
                       "change", bridge_column_text (statement, 5),
                       "words", bridge_column_text (statement, 6),
                       "at", at,
                       "state", state,
                       "waits-for", bridge_column_text (statement, 9),
                       "other-time", other_time,
                       "rest-until", rest_until,
                       "created-at", (gint64) sqlite3_column_int64 (statement, 12),
                       "updated-at", (gint64) sqlite3_column_int64 (statement, 13),
                       "deleted-at", (gint64) sqlite3_column_int64 (statement, 14),
                       NULL);
}

/**
 * bridge_store_load_invitations:
 * @db: a connection
 * @error: where to say what went wrong
 *
 * Returns: (transfer full) (nullable) (element-type BridgeInvitation): all of them, in the order they were made
 */
GPtrArray *
bridge_store_load_invitations (BridgeDatabase  *db,
                               GError         **error)
{
  return bridge_store_read_all (db,
                                bridge_statement_get (db, "SELECT " COLUMNS " FROM invitations WHERE deleted_at = 0"
                                                      " ORDER BY seq", error),
                                read_invitation, error);
}

static const char save_sql[] =
  "INSERT INTO invitations (" COLUMNS ", device) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, "
  "?15, ?16) ON CONFLICT (id) DO UPDATE SET from_id = excluded.from_id, to_id = excluded.to_id, subject = "
  "excluded.subject, subject_id = excluded.subject_id, change = excluded.change, words = excluded.words, at = "
  "excluded.at, state = excluded.state, waits_for = excluded.waits_for, other_time = excluded.other_time, rest_until = "
  "excluded.rest_until, updated_at = excluded.updated_at, deleted_at = excluded.deleted_at, device = excluded.device";

/**
 * bridge_store_save_invitation:
 * @db: a connection
 * @invitation: an invitation, with id and stamps
 * @error: where to say what went wrong
 *
 * Inserts or replaces its row.
 *
 * Returns: %FALSE with an error
 */
gboolean
bridge_store_save_invitation (BridgeDatabase    *db,
                              BridgeInvitation  *invitation,
                              GError           **error)
{
  sqlite3_stmt *statement = bridge_statement_get (db, save_sql, error);
  gint64 created_at, updated_at, deleted_at;

  if (statement == NULL)
    return FALSE;

  g_object_get (invitation,
                "created-at", &created_at, "updated-at", &updated_at, "deleted-at", &deleted_at,
                NULL);
  bridge_bind_text (statement, 1, bridge_invitation_get_id (invitation));
  bridge_bind_text (statement, 2, bridge_invitation_get_from_id (invitation));
  bridge_bind_text (statement, 3, bridge_invitation_get_to_id (invitation));
  bridge_bind_enum (statement, 4, BRIDGE_TYPE_INVITATION_SUBJECT, bridge_invitation_get_subject (invitation));
  bridge_bind_text (statement, 5, bridge_invitation_get_subject_id (invitation));
  bridge_bind_text (statement, 6, bridge_invitation_get_change (invitation));
  bridge_bind_text (statement, 7, bridge_invitation_get_words (invitation));
  bridge_bind_local (statement, 8, bridge_invitation_get_at (invitation));
  bridge_bind_enum (statement, 9, BRIDGE_TYPE_INVITATION_STATE, bridge_invitation_get_state (invitation));
  bridge_bind_text (statement, 10, bridge_invitation_get_waits_for (invitation));
  bridge_bind_local (statement, 11, bridge_invitation_get_other_time (invitation));
  bridge_bind_local (statement, 12, bridge_invitation_get_rest_until (invitation));
  bridge_bind_int (statement, 13, created_at);
  bridge_bind_int (statement, 14, updated_at);
  bridge_bind_int (statement, 15, deleted_at);
  bridge_bind_text (statement, 16, bridge_database_get_device (db));
  return bridge_store_run_write (db, statement, error);
}

/**
 * bridge_store_forget_invitations:
 * @db: a connection
 * @today: local, any time of the day
 * @before: what was written later stays, so that it can be taken back: UTC ms
 * @error: where to say what went wrong
 *
 * Deletes, for good, what came to no agreement once it no longer has to rest. What was declined is nobody's record.
 *
 * Returns: %FALSE with an error
 */
gboolean
bridge_store_forget_invitations (BridgeDatabase  *db,
                                 BridgeLocal      today,
                                 gint64           before,
                                 GError         **error)
{
  sqlite3_stmt *statement =
    bridge_statement_get (db, "DELETE FROM invitations WHERE updated_at < ?1 AND (deleted_at != 0 OR"
                          " (state IN ('not-now', 'withdrawn') AND (rest_until IS NULL OR rest_until <= ?2)))", error);

  if (statement == NULL)
    return FALSE;

  bridge_bind_int (statement, 1, before);
  bridge_bind_local (statement, 2, bridge_local_day_start (today));
  return bridge_store_run_write (db, statement, error);
}

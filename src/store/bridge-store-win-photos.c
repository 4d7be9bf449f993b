/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "bridge-store"

#include "config.h"

#include "bridge-store-win-photos.h"

#include <glib/gi18n-lib.h>

#include "bridge-error.h"
#include "bridge-ids.h"
#include "bridge-store-private.h"

#define WIN_PHOTO_COLUMNS \
  "id, win_id, caption, width, height, position, created_at, updated_at, deleted_at"

static gpointer
read_win_photo (sqlite3_stmt  *statement,
                GError       **error)
{
  /* It becomes the name of a file, which must not be one elsewhere. */
  if (!bridge_id_is_valid (bridge_column_text (statement, 0)))
    {
      g_set_error_literal (error, BRIDGE_ERROR, BRIDGE_ERROR_DATA, _("A picture beside a win cannot be read."));
      return NULL;
    }

  return g_object_new (BRIDGE_TYPE_WIN_PHOTO,
                       "id", bridge_column_text (statement, 0),
                       "win-id", bridge_column_text (statement, 1),
                       "caption", bridge_column_text (statement, 2),
                       "width", sqlite3_column_int (statement, 3),
                       "height", sqlite3_column_int (statement, 4),
                       "position", sqlite3_column_int (statement, 5),
                       "created-at", (gint64) sqlite3_column_int64 (statement, 6),
                       "updated-at", (gint64) sqlite3_column_int64 (statement, 7),
                       "deleted-at", (gint64) sqlite3_column_int64 (statement, 8),
                       NULL);
}

/**
 * bridge_store_load_win_photos:
 * @db: a connection
 * @win_id: a whole id
 * @error: where to say what went wrong
 *
 * Returns: (transfer full) (nullable) (element-type BridgeWinPhoto): in their order
 */
GPtrArray *
bridge_store_load_win_photos (BridgeDatabase  *db,
                              const char      *win_id,
                              GError         **error)
{
  sqlite3_stmt *statement =
    bridge_statement_get (db,
                          "SELECT " WIN_PHOTO_COLUMNS " FROM win_photos"
                          " WHERE win_id = ? AND deleted_at = 0 ORDER BY position, seq", error);

  if (statement == NULL)
    return NULL;
  bridge_bind_text (statement, 1, win_id);
  return bridge_store_read_all (db, statement, read_win_photo, error);
}

/**
 * bridge_store_load_all_win_photos:
 * @db: a connection
 * @error: where to say what went wrong
 *
 * Returns: (transfer full) (nullable) (element-type BridgeWinPhoto): removed ones too
 */
GPtrArray *
bridge_store_load_all_win_photos (BridgeDatabase  *db,
                                  GError         **error)
{
  return bridge_store_read_all (db,
                                bridge_statement_get (db, "SELECT " WIN_PHOTO_COLUMNS " FROM win_photos"
                                                      " WHERE 1 ORDER BY seq", error),
                                read_win_photo, error);
}

/**
 * bridge_store_load_win_photo:
 * @db: a connection
 * @id: a whole id
 * @error: where to say what went wrong
 *
 * Returns: (transfer full) (nullable): that one, a removed one too; %NULL without an error: there is none
 */
BridgeWinPhoto *
bridge_store_load_win_photo (BridgeDatabase  *db,
                             const char      *id,
                             GError         **error)
{
  sqlite3_stmt *statement =
    bridge_statement_get (db, "SELECT " WIN_PHOTO_COLUMNS " FROM win_photos WHERE id = ?", error);

  if (statement == NULL)
    return NULL;
  bridge_bind_text (statement, 1, id);
  return bridge_store_read_one (db, statement, read_win_photo, error);
}

static const char save_win_photo_sql[] =
  "INSERT INTO win_photos (id, win_id, caption, width, height, position, created_at, updated_at, "
  "deleted_at, device) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10) ON CONFLICT (id) DO UPDATE SET "
  "win_id = excluded.win_id, caption = excluded.caption, width = excluded.width, height = excluded.height, "
  "position = excluded.position, updated_at = excluded.updated_at, deleted_at = excluded.deleted_at, device "
  "= excluded.device";

/**
 * bridge_store_save_win_photo:
 * @db: a connection
 * @win_photo: with id and stamps
 * @error: where to say what went wrong
 *
 * Inserts or replaces its row.
 *
 * Returns: %FALSE with an error
 */
gboolean
bridge_store_save_win_photo (BridgeDatabase  *db,
                             BridgeWinPhoto  *win_photo,
                             GError         **error)
{
  sqlite3_stmt *statement = bridge_statement_get (db, save_win_photo_sql, error);
  gint64 created_at, updated_at, deleted_at;

  if (statement == NULL)
    return FALSE;

  g_object_get (win_photo,
                "created-at", &created_at, "updated-at", &updated_at, "deleted-at", &deleted_at,
                NULL);
  bridge_bind_text (statement, 1, bridge_win_photo_get_id (win_photo));
  bridge_bind_text (statement, 2, bridge_win_photo_get_win_id (win_photo));
  bridge_bind_text (statement, 3, bridge_win_photo_get_caption (win_photo));
  bridge_bind_int (statement, 4, bridge_win_photo_get_width (win_photo));
  bridge_bind_int (statement, 5, bridge_win_photo_get_height (win_photo));
  bridge_bind_int (statement, 6, bridge_win_photo_get_position (win_photo));
  bridge_bind_int (statement, 7, created_at);
  bridge_bind_int (statement, 8, updated_at);
  bridge_bind_int (statement, 9, deleted_at);
  bridge_bind_text (statement, 10, bridge_database_get_device (db));
  return bridge_store_run_write (db, statement, error);
}

/**
 * bridge_store_forget_win_photos:
 * @db: a connection that can write
 * @before: UTC ms
 * @n: (out): how many rows went
 * @error: where to say what went wrong
 *
 * Deletes the rows of pictures that were removed before that, by themselves or with their small win. Where there is none,
 * nothing is written.
 *
 * Returns: %FALSE with an error
 */
gboolean
bridge_store_forget_win_photos (BridgeDatabase  *db,
                                gint64           before,
                                guint           *n,
                                GError         **error)
{
  static const char which[] =
    " FROM win_photos WHERE (deleted_at <> 0 AND deleted_at < ?1)"
    " OR EXISTS (SELECT 1 FROM wins w WHERE w.id = win_id AND w.deleted_at <> 0 AND w.deleted_at < ?1)";
  g_autofree char *count = g_strconcat ("SELECT count (*)", which, NULL);
  g_autofree char *delete = g_strconcat ("DELETE", which, NULL);
  sqlite3_stmt *statement = bridge_statement_get (db, g_intern_string (count), error);

  *n = 0;
  if (statement == NULL)
    return FALSE;
  bridge_bind_int (statement, 1, before);
  if (!bridge_statement_step (db, statement, error))
    return FALSE;
  *n = (guint) sqlite3_column_int (statement, 0);
  sqlite3_reset (statement);
  if (*n == 0)
    return TRUE;

  statement = bridge_statement_get (db, g_intern_string (delete), error);
  if (statement == NULL)
    return FALSE;
  bridge_bind_int (statement, 1, before);
  return bridge_store_run_write (db, statement, error);
}

/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "bridge-space"

#include "config.h"

#include "bridge-space-photos.h"

#include <glib/gi18n-lib.h>

#include "bridge-photo-files.h"
#include "bridge-space-private.h"
#include "bridge-store-win-photos.h"
#include "bridge-words.h"

/* So long a removed picture stays at least: a window that has stayed open since may still bring it back with Undo. */
#define KEPT_MS (7 * 24 * 60 * BRIDGE_MS_PER_MINUTE)

/**
 * bridge_photo_draft_new:
 * @large: a JPEG file
 * @small: the same, small
 * @width: of the large one, in pixels
 * @height: of the large one, in pixels
 *
 * Returns: (transfer full): a new picture, without words
 */
BridgePhotoDraft *
bridge_photo_draft_new (GBytes *large,
                        GBytes *small,
                        int     width,
                        int     height)
{
  BridgePhotoDraft *self = g_new0 (BridgePhotoDraft, 1);

  self->caption = g_strdup ("");
  self->large = g_bytes_ref (large);
  self->small = g_bytes_ref (small);
  self->width = width;
  self->height = height;

  return self;
}

/**
 * bridge_photo_draft_new_for:
 * @photo: one that is there
 *
 * Returns: (transfer full): the same, to be kept or worded otherwise
 */
BridgePhotoDraft *
bridge_photo_draft_new_for (BridgeWinPhoto *photo)
{
  BridgePhotoDraft *self = g_new0 (BridgePhotoDraft, 1);

  self->id = g_strdup (bridge_win_photo_get_id (photo));
  self->caption = g_strdup (bridge_win_photo_get_caption (photo));
  self->width = bridge_win_photo_get_width (photo);
  self->height = bridge_win_photo_get_height (photo);

  return self;
}

/**
 * bridge_photo_draft_free:
 * @self: (transfer full): a draft
 *
 * Forgets it.
 */
void
bridge_photo_draft_free (BridgePhotoDraft *self)
{
  g_free (self->id);
  g_free (self->caption);
  g_clear_pointer (&self->large, g_bytes_unref);
  g_clear_pointer (&self->small, g_bytes_unref);
  g_free (self);
}

/**
 * bridge_space_list_win_photos:
 * @self: a space
 * @win_id: a win's whole id
 * @error: where to say what went wrong
 *
 * Returns: (transfer full) (nullable) (element-type BridgeWinPhoto): its pictures in their order
 */
GPtrArray *
bridge_space_list_win_photos (BridgeSpace  *self,
                              const char   *win_id,
                              GError      **error)
{
  g_return_val_if_fail (BRIDGE_IS_SPACE (self), NULL);

  return bridge_store_load_win_photos (bridge_space_get_database (self), win_id, error);
}

/**
 * bridge_space_dup_photo_path:
 * @self: a space
 * @id: a picture's id
 * @small: the small one, for lists
 *
 * Returns: (transfer full): where its file is
 */
char *
bridge_space_dup_photo_path (BridgeSpace *self,
                             const char  *id,
                             gboolean     small)
{
  g_return_val_if_fail (BRIDGE_IS_SPACE (self), NULL);

  return bridge_photo_dup_path (bridge_space_get_folder (self), id, small);
}

static char *
clean_caption (const char *caption)
{
  char *clean = bridge_text_clean (caption != NULL ? caption : "", FALSE);

  return clean != NULL ? clean : g_strdup ("");
}

/* The row that a draft becomes: @before is the one that is there, if any. */
static BridgeWinPhoto *
make_row (BridgePhotoDraft  *draft,
          BridgeWinPhoto    *before,
          const char        *win_id,
          int                position,
          GError           **error)
{
  g_autoptr (BridgeWinPhoto) photo = bridge_win_photo_new (win_id);
  g_autofree char *caption = clean_caption (draft->caption);

  if (!bridge_text_check (_("What the picture shows"), caption, 0, BRIDGE_SPACE_MAX_CAPTION, error))
    return NULL;
  g_object_set (photo,
                "caption", caption,
                "width", before != NULL ? bridge_win_photo_get_width (before) : draft->width,
                "height", before != NULL ? bridge_win_photo_get_height (before) : draft->height,
                "position", position,
                NULL);
  bridge_row_take_identity (photo, before);

  return g_steal_pointer (&photo);
}

static BridgeWinPhoto *
find_by_id (GPtrArray  *photos,
            const char *id)
{
  for (guint i = 0; id != NULL && i < photos->len; i++)
    {
      BridgeWinPhoto *photo = g_ptr_array_index (photos, i);

      if (g_strcmp0 (bridge_win_photo_get_id (photo), id) == 0)
        return photo;
    }

  return NULL;
}

/* Rows for @command, and files for what is new; @written gets the ids of these. */
static gboolean
add_photos (BridgeSpace    *self,
            BridgeCommand  *command,
            const char     *win_id,
            GPtrArray      *there,
            GPtrArray      *drafts,
            GPtrArray      *written,
            GError        **error)
{
  g_autoptr (GHashTable) kept = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < drafts->len; i++)
    {
      BridgePhotoDraft *draft = g_ptr_array_index (drafts, i);
      BridgeWinPhoto *before = find_by_id (there, draft->id);
      g_autoptr (BridgeWinPhoto) after = NULL;

      /* Somebody has removed it meanwhile. */
      if (draft->id != NULL && before == NULL)
        continue;
      after = make_row (draft, before, win_id, (int) i, error);
      if (after == NULL)
        return FALSE;
      if (before != NULL)
        {
          g_hash_table_add (kept, before);
          if (bridge_win_photo_get_position (before) == (int) i
              && g_str_equal (bridge_win_photo_get_caption (before), bridge_win_photo_get_caption (after)))
            continue;
        }
      else
        {
          if (!bridge_photo_write (bridge_space_get_folder (self), bridge_win_photo_get_id (after), draft->large, draft->small,
                                   error))
            return FALSE;
          g_ptr_array_add (written, g_strdup (bridge_win_photo_get_id (after)));
        }
      bridge_command_add (command, before, after);
    }

  for (guint i = 0; i < there->len; i++)
    if (!g_hash_table_contains (kept, g_ptr_array_index (there, i)))
      {
        g_autoptr (BridgeWinPhoto) after = bridge_win_photo_copy (g_ptr_array_index (there, i));

        g_object_set (after, "deleted-at", bridge_space_now (self), NULL);
        bridge_command_add (command, g_ptr_array_index (there, i), after);
      }

  return TRUE;
}

static gboolean
check_room (GPtrArray  *drafts,
            GError    **error)
{
  if (drafts->len <= BRIDGE_SPACE_MAX_PHOTOS)
    return TRUE;

  g_set_error (error, BRIDGE_ERROR, BRIDGE_ERROR_INVALID_VALUE,
               ngettext ("There is room for %d picture here.", "There is room for %d pictures here.", BRIDGE_SPACE_MAX_PHOTOS),
               BRIDGE_SPACE_MAX_PHOTOS);
  return FALSE;
}

/**
 * bridge_space_save_win:
 * @self: a space
 * @win: its values; without an id it is a new one
 * @drafts: (element-type BridgePhotoDraft): its pictures from now on, in their order
 * @error: where to say what went wrong
 *
 * Notes or changes a small win together with its pictures, as one step of Undo. What cannot be saved leaves nothing behind.
 *
 * Returns: (transfer full) (nullable): the win as it is stored, or %NULL with what bridge_space_add_win() and
 *   bridge_space_update_win() say, %BRIDGE_ERROR_FULL or %BRIDGE_ERROR_STORAGE
 */
BridgeWin *
bridge_space_save_win (BridgeSpace  *self,
                       BridgeWin    *win,
                       GPtrArray    *drafts,
                       GError      **error)
{
  BridgeDatabase *db;
  g_autoptr (BridgeWin) before = NULL;
  g_autoptr (BridgeWin) after = NULL;
  g_autoptr (BridgeCommand) command = NULL;
  g_autoptr (GPtrArray) there = NULL;
  g_autoptr (GPtrArray) written = g_ptr_array_new_with_free_func (g_free);
  const char *id;

  g_return_val_if_fail (BRIDGE_IS_SPACE (self), NULL);
  g_return_val_if_fail (BRIDGE_IS_WIN (win), NULL);

  db = bridge_space_get_database (self);
  if (!bridge_space_require_set_up (self, error) || !check_room (drafts, error))
    return NULL;
  if (bridge_space_get_read_only (self))
    {
      g_set_error_literal (error, BRIDGE_ERROR, BRIDGE_ERROR_READ_ONLY, bridge_space_get_read_only_reason (self));
      return NULL;
    }
  if (bridge_win_get_id (win) != NULL)
    {
      before = bridge_space_find_win (self, bridge_win_get_id (win), error);
      if (before == NULL || !bridge_space_require_own_win (self, before, error))
        return NULL;
    }
  after = bridge_space_take_over_win (self, win, before, error);
  if (after == NULL)
    return NULL;

  id = bridge_win_get_id (after);
  there = bridge_store_load_win_photos (db, id, error);
  if (there == NULL)
    return NULL;
  command = bridge_command_new (before != NULL ? _("Win changed") : _("Win added"));
  /* The row is written even if only its pictures change: so everybody hears that it is another one. */
  bridge_command_add (command, before, after);
  if (!add_photos (self, command, id, there, drafts, written, error)
      || !bridge_space_run (self, g_steal_pointer (&command), error))
    {
      for (guint i = 0; i < written->len; i++)
        bridge_photo_remove (bridge_space_get_folder (self), g_ptr_array_index (written, i));
      return NULL;
    }

  return bridge_store_load_win (db, id, error);
}

/**
 * bridge_space_find_photo:
 * @self: a space
 * @id: a picture's id
 * @error: where to say what went wrong
 *
 * Returns: (transfer full) (nullable): one that has not been removed, or %NULL with %BRIDGE_ERROR_NOT_FOUND
 */
BridgeWinPhoto *
bridge_space_find_photo (BridgeSpace  *self,
                         const char   *id,
                         GError      **error)
{
  g_autoptr (BridgeWinPhoto) photo = NULL;
  g_autoptr (GError) local_error = NULL;
  gint64 deleted_at = 0;

  g_return_val_if_fail (BRIDGE_IS_SPACE (self), NULL);

  photo = bridge_store_load_win_photo (bridge_space_get_database (self), id, &local_error);
  if (photo != NULL)
    g_object_get (photo, "deleted-at", &deleted_at, NULL);
  if (photo != NULL && deleted_at == 0)
    return g_steal_pointer (&photo);

  if (local_error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
    }
  else
    {
      g_autofree char *valid = g_utf8_make_valid (id, -1);

      g_set_error (error, BRIDGE_ERROR, BRIDGE_ERROR_NOT_FOUND, _("There is no picture “%s”."), valid);
    }
  return NULL;
}

/* The win of a picture with all of its pictures, to be saved again with one of them changed. */
static gboolean
change_photo (BridgeSpace  *self,
              const char   *id,
              const char   *caption,
              GError      **error)
{
  g_autoptr (BridgeWinPhoto) photo = bridge_space_find_photo (self, id, error);
  g_autoptr (BridgeWin) win = NULL;
  g_autoptr (BridgeWin) stored = NULL;
  g_autoptr (GPtrArray) there = NULL;
  g_autoptr (GPtrArray) drafts = g_ptr_array_new_with_free_func ((GDestroyNotify) bridge_photo_draft_free);

  win = photo != NULL ? bridge_space_find_win (self, bridge_win_photo_get_win_id (photo), error) : NULL;
  there = win != NULL ? bridge_space_list_win_photos (self, bridge_win_get_id (win), error) : NULL;
  if (there == NULL)
    return FALSE;

  for (guint i = 0; i < there->len; i++)
    {
      g_autoptr (BridgePhotoDraft) draft = bridge_photo_draft_new_for (g_ptr_array_index (there, i));

      if (g_str_equal (draft->id, id))
        {
          if (caption == NULL)
            continue;
          g_free (draft->caption);
          draft->caption = g_strdup (caption);
        }
      g_ptr_array_add (drafts, g_steal_pointer (&draft));
    }

  stored = bridge_space_save_win (self, win, drafts, error);
  return stored != NULL;
}

/**
 * bridge_space_caption_photo:
 * @self: a space
 * @id: a picture's id
 * @caption: what it shows, for whoever cannot see it; "" for nothing
 * @error: where to say what went wrong
 *
 * Says what a picture shows.
 *
 * Returns: %FALSE with %BRIDGE_ERROR_NOT_FOUND, %BRIDGE_ERROR_STATE, %BRIDGE_ERROR_INVALID_VALUE or an error of the database
 */
gboolean
bridge_space_caption_photo (BridgeSpace  *self,
                            const char   *id,
                            const char   *caption,
                            GError      **error)
{
  g_return_val_if_fail (BRIDGE_IS_SPACE (self), FALSE);

  return change_photo (self, id, caption, error);
}

/**
 * bridge_space_remove_photo:
 * @self: a space
 * @id: a picture's id
 * @error: where to say what went wrong
 *
 * Removes a picture; Undo brings it back. Its files go a week later, and once no backup refers to them.
 *
 * Returns: %FALSE with %BRIDGE_ERROR_NOT_FOUND, %BRIDGE_ERROR_STATE or an error of the database
 */
gboolean
bridge_space_remove_photo (BridgeSpace  *self,
                           const char   *id,
                           GError      **error)
{
  g_return_val_if_fail (BRIDGE_IS_SPACE (self), FALSE);

  return change_photo (self, id, NULL, error);
}

/**
 * bridge_space_tidy_photos:
 * @self: a space that has just been opened
 *
 * Deletes for good what was removed a week ago, and files that nothing refers to. Where there is none, nothing is written.
 */
void
bridge_space_tidy_photos (BridgeSpace *self)
{
  BridgeDatabase *db = bridge_space_get_database (self);
  gint64 before = bridge_space_now (self) - KEPT_MS;
  g_autoptr (GError) error = NULL;
  guint n = 0;

  if (bridge_space_get_read_only (self))
    return;
  if (!bridge_store_forget_win_photos (db, before, &n, &error))
    {
      g_debug ("Removed pictures stay a little longer: %s", error->message);
      return;
    }
  n = bridge_photo_tidy (db, bridge_space_get_folder (self), before);
  if (n > 0)
    g_debug ("Deleted the files of %u pictures", n);
}

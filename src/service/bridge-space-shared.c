/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "bridge-space"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "bridge-ids.h"
#include "bridge-space-private.h"
#include "bridge-store-vault.h"
#include "bridge-words.h"

/* What leaves a private space, and how one ends. None of it is on the Undo stack: what is deleted here is to be gone, and
 * a stack would keep it in memory. */

/**
 * bridge_space_get_shared_words:
 * @self: a space
 *
 * Returns: (transfer none): a live list of #BridgeSharedWords, of both, newest first
 */
GListModel *
bridge_space_get_shared_words (BridgeSpace *self)
{
  g_return_val_if_fail (BRIDGE_IS_SPACE (self), NULL);

  return bridge_space_get_list (self, BRIDGE_KIND_PRIVATE);
}

/**
 * bridge_space_find_shared_words:
 * @self: a space
 * @id_or_prefix: an id, or how it begins
 * @error: where to say what went wrong
 *
 * Finds shared words, of either of the two.
 *
 * Returns: (transfer full) (nullable): the words, or %NULL with %BRIDGE_ERROR_NOT_FOUND or %BRIDGE_ERROR_AMBIGUOUS
 */
BridgeSharedWords *
bridge_space_find_shared_words (BridgeSpace  *self,
                                const char   *id_or_prefix,
                                GError      **error)
{
  g_return_val_if_fail (BRIDGE_IS_SPACE (self), NULL);

  return bridge_list_require (bridge_space_get_shared_words (self), (BridgeKeyFunc) bridge_shared_words_get_id,
                                   id_or_prefix, error);
}

/**
 * bridge_space_share_words:
 * @self: a space
 * @text: the words, just as the other one will see them
 * @error: where to say what went wrong
 *
 * Shares words of the speaker with the other one, who opens them when they like.
 *
 * Returns: (transfer full) (nullable): as it is stored, or %NULL with %BRIDGE_ERROR_NOT_SET_UP, %BRIDGE_ERROR_STATE (there is
 *   nobody to share with), %BRIDGE_ERROR_INVALID_VALUE or an error of the database
 */
BridgeSharedWords *
bridge_space_share_words (BridgeSpace  *self,
                          const char   *text,
                          GError      **error)
{
  g_autoptr (BridgeSharedWords) words = NULL;
  g_autofree char *clean = text != NULL ? bridge_text_clean (text, TRUE) : NULL;
  g_autofree char *id = NULL;
  gint64 now;

  g_return_val_if_fail (BRIDGE_IS_SPACE (self), NULL);

  if (!bridge_space_require_set_up (self, error))
    return NULL;
  if (bridge_space_get_listener (self) == NULL)
    {
      g_set_error_literal (error, BRIDGE_ERROR, BRIDGE_ERROR_STATE,
                           _("There is nobody here to share words with yet. You can add a second person in Preferences."));
      return NULL;
    }

  words = bridge_shared_words_new (bridge_person_get_id (bridge_space_get_speaker (self)),
                                   bridge_person_get_id (bridge_space_get_listener (self)), clean);
  if (!bridge_shared_words_validate (words, error))
    return NULL;
  id = bridge_id_new ();
  now = bridge_space_now (self);
  g_object_set (words, "id", id, "created-at", now, "updated-at", now, NULL);
  if (!bridge_store_save_shared_words (bridge_space_get_database (self), words, error))
    return NULL;
  bridge_space_committed (self, BRIDGE_KIND_PRIVATE);
  return g_steal_pointer (&words);
}

/* Inside of a transaction, by what the database says now. */
static gboolean
step (BridgeSpace        *self,
      const char         *id,
      BridgeSharedEvent   event,
      GError            **error)
{
  BridgeDatabase *db = bridge_space_get_database (self);
  g_autoptr (GPtrArray) all = bridge_store_load_shared_words (db, error);
  BridgeSharedState next;
  gboolean remains;

  if (all == NULL)
    return FALSE;
  for (guint i = 0; i < all->len; i++)
    {
      BridgeSharedWords *words = g_ptr_array_index (all, i);

      if (g_strcmp0 (bridge_shared_words_get_id (words), id) != 0)
        continue;
      if (!bridge_shared_words_step (bridge_shared_words_get_state (words), event, bridge_shared_words_get_from (words),
                                     bridge_shared_words_get_to (words),
                                     bridge_person_get_id (bridge_space_get_speaker (self)), &next, &remains, error))
        return FALSE;
      if (!remains)
        return bridge_store_delete_shared_words (db, id, error);
      /* When somebody opened them is not kept: the stamp only has to be another one. */
      g_object_set (words, "state", next, "updated-at", bridge_shared_words_get_created_at (words) + 1, NULL);
      return bridge_store_save_shared_words (db, words, error);
    }
  g_set_error_literal (error, BRIDGE_ERROR, BRIDGE_ERROR_NOT_FOUND, _("These words are not here any more."));
  return FALSE;
}

/**
 * bridge_space_steal_note:
 * @self: a space
 *
 * Says, once, what whoever took something back, or erased it, has to know besides.
 *
 * Returns: (transfer full) (nullable): whole sentences
 */
char *
bridge_space_steal_note (BridgeSpace *self)
{
  g_auto (GStrv) lost = NULL;
  g_autofree char *paths = NULL;

  g_return_val_if_fail (BRIDGE_IS_SPACE (self), NULL);

  lost = bridge_store_steal_lost_backups (bridge_space_get_database (self));
  if (lost == NULL)
    return NULL;
  paths = g_strjoinv (", ", lost);
  /* Translators: %s is a file's path, or several */
  return g_strdup_printf (ngettext ("One backup was damaged, so what was to go could not be taken out of it alone, and the whole of it was deleted: %s. The other backups are still there.",
                                    "Some backups were damaged, so what was to go could not be taken out of them alone, and the whole of them was deleted: %s. The other backups are still there.",
                                    g_strv_length (lost)),
                          paths);
}

/**
 * bridge_space_explain_failure:
 * @self: a space
 * @error: (inout) (nullable): why something could not be erased everywhere
 *
 * Says in it, too, what was deleted all the same.
 */
void
bridge_space_explain_failure (BridgeSpace  *self,
                              GError      **error)
{
  g_autofree char *note = bridge_space_steal_note (self);

  if (note != NULL && error != NULL && *error != NULL)
    {
      g_autofree char *message = g_strdup_printf ("%s %s", (*error)->message, note);

      g_free ((*error)->message);
      (*error)->message = g_steal_pointer (&message);
    }
}

static gboolean
run (BridgeSpace        *self,
     const char         *id,
     BridgeSharedEvent   event,
     GError            **error)
{
  BridgeDatabase *db = bridge_space_get_database (self);

  if (!bridge_space_require_set_up (self, error) || !bridge_database_begin (db, error))
    return FALSE;
  if (!step (self, id, event, error))
    {
      bridge_database_rollback (db);
      bridge_space_explain_failure (self, error);
      return FALSE;
    }
  if (!bridge_database_commit (db, error))
    return FALSE;
  bridge_space_committed (self, BRIDGE_KIND_PRIVATE);
  return TRUE;
}

/**
 * bridge_space_open_words:
 * @self: a space
 * @id: of words that are for the speaker
 * @error: where to say what went wrong
 *
 * Opens shared words. From then on both keep them.
 *
 * Returns: %FALSE with %BRIDGE_ERROR_STATE, %BRIDGE_ERROR_NOT_FOUND (taken back) or an error of the database
 */
gboolean
bridge_space_open_words (BridgeSpace  *self,
                         const char   *id,
                         GError      **error)
{
  g_return_val_if_fail (BRIDGE_IS_SPACE (self), FALSE);

  return run (self, id, BRIDGE_SHARED_OPEN, error);
}

/**
 * bridge_space_take_back_words:
 * @self: a space
 * @id: of words that the speaker has shared
 * @error: where to say what went wrong
 *
 * Deletes words that were not opened yet, from the backups in the data folder too.
 *
 * Returns: %FALSE with %BRIDGE_ERROR_STATE (opened), %BRIDGE_ERROR_NOT_FOUND, %BRIDGE_ERROR_STORAGE (a backup cannot be
 *   changed) or an error of the database
 */
gboolean
bridge_space_take_back_words (BridgeSpace  *self,
                              const char   *id,
                              GError      **error)
{
  g_return_val_if_fail (BRIDGE_IS_SPACE (self), FALSE);

  return run (self, id, BRIDGE_SHARED_TAKE_BACK, error);
}

/**
 * bridge_space_has_private:
 * @self: a space
 * @person_id: a person
 *
 * Returns: whether they have a private space
 */
gboolean
bridge_space_has_private (BridgeSpace *self,
                          const char  *person_id)
{
  g_autofree char *stamp = NULL;

  g_return_val_if_fail (BRIDGE_IS_SPACE (self), FALSE);
  g_return_val_if_fail (person_id != NULL, FALSE);

  stamp = bridge_store_load_private_stamp (bridge_space_get_database (self), person_id, NULL);
  return stamp != NULL;
}

/**
 * bridge_space_erase_private:
 * @self: a space
 * @person_id: whose private space
 * @error: where to say what went wrong
 *
 * Deletes a private space for good, from the backups in the data folder too, and words of it that were not opened yet.
 * It needs no passphrase, so whoever asks for it has to ask the person first.
 *
 * Returns: %FALSE with an error; nothing of the present state was deleted then
 */
gboolean
bridge_space_erase_private (BridgeSpace  *self,
                            const char   *person_id,
                            GError      **error)
{
  g_return_val_if_fail (BRIDGE_IS_SPACE (self), FALSE);
  g_return_val_if_fail (person_id != NULL, FALSE);

  if (!bridge_store_erase_private (bridge_space_get_database (self), person_id, error))
    {
      bridge_space_explain_failure (self, error);
      return FALSE;
    }
  bridge_space_committed (self, BRIDGE_KIND_PRIVATE);
  return TRUE;
}

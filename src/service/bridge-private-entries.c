/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "bridge-private"

#include "config.h"

#include "bridge-private-internal.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "bridge-source.h"
#include "bridge-space-private.h"
#include "bridge-words.h"

/* Entries added to the index in one turn of the main loop, so that nobody notices. */
#define INDEX_AT_ONCE 100

/**
 * bridge_private_entries_init:
 * @self: (out caller-allocates): entries
 *
 * Begins without any.
 */
void
bridge_private_entries_init (BridgePrivateEntries *self)
{
  self->entries = g_list_store_new (BRIDGE_TYPE_PRIVATE_ENTRY);
  self->numbers = g_hash_table_new (NULL, NULL);
  self->indexed = g_ptr_array_new ();
}

static void
forget_index (BridgePrivateEntries *self)
{
  bridge_source_clear (&self->indexing);
  g_clear_pointer (&self->search, bridge_private_search_free);
  g_hash_table_remove_all (self->numbers);
  g_ptr_array_set_size (self->indexed, 0);
  self->next = 0;
}

/**
 * bridge_private_entries_wipe:
 * @self: entries
 *
 * Forgets all of them, and what was made of them.
 */
void
bridge_private_entries_wipe (BridgePrivateEntries *self)
{
  forget_index (self);
  g_list_store_remove_all (self->entries);
  g_clear_object (&self->removed);
  g_clear_pointer (&self->stamp, g_free);
}

/**
 * bridge_private_entries_destroy:
 * @self: entries
 *
 * Frees what bridge_private_entries_init() made.
 */
void
bridge_private_entries_destroy (BridgePrivateEntries *self)
{
  bridge_private_entries_wipe (self);
  g_clear_object (&self->entries);
  g_clear_pointer (&self->numbers, g_hash_table_unref);
  g_clear_pointer (&self->indexed, g_ptr_array_unref);
}

static gboolean
index_entry (BridgePrivateEntries  *self,
             BridgePrivateEntry    *entry,
             GError               **error)
{
  char *words = bridge_private_entry_dup_words (entry);
  gboolean added = bridge_private_search_add (self->search, (gint64) self->indexed->len + 1, words, error);

  bridge_secret_free (words);
  if (!added)
    return FALSE;
  g_ptr_array_add (self->indexed, entry);
  g_hash_table_insert (self->numbers, entry, GUINT_TO_POINTER (self->indexed->len));
  return TRUE;
}

/* What is half added cannot be taken back in an index that writes no journal. */
static gboolean
add_some (BridgePrivateEntries  *self,
          guint                  n,
          GError               **error)
{
  guint end;

  if (self->search == NULL)
    self->search = bridge_private_search_new (error);
  if (self->search == NULL || !bridge_private_search_begin (self->search, error))
    return FALSE;
  end = MIN (g_list_model_get_n_items (G_LIST_MODEL (self->entries)), self->next + n);
  for (; self->next < end; self->next++)
    {
      g_autoptr (BridgePrivateEntry) entry = g_list_model_get_item (G_LIST_MODEL (self->entries), self->next);

      if (!g_hash_table_contains (self->numbers, entry) && !index_entry (self, entry, error))
        return FALSE;
    }
  return bridge_private_search_end (self->search, error);
}

static gboolean
index_some (BridgePrivateEntries  *self,
            guint                  n,
            GError               **error)
{
  if (add_some (self, n, error))
    return TRUE;
  /* The next search begins with a new one. */
  forget_index (self);
  return FALSE;
}

static gboolean
index_cb (gpointer user_data)
{
  BridgePrivateEntries *self = user_data;
  g_autoptr (GError) error = NULL;

  if (index_some (self, INDEX_AT_ONCE, &error) && self->next < g_list_model_get_n_items (G_LIST_MODEL (self->entries)))
    return G_SOURCE_CONTINUE;
  /* The first search says what is wrong, if anything is. */
  if (error != NULL)
    g_message ("Private entries could not be indexed yet: %s", error->message);
  bridge_source_clear (&self->indexing);
  return G_SOURCE_REMOVE;
}

static int
compare_pointers (gconstpointer a,
                  gconstpointer b)
{
  return bridge_private_entry_compare (*(BridgePrivateEntry *const *) a, *(BridgePrivateEntry *const *) b);
}

static int
compare_data (gconstpointer a,
              gconstpointer b,
              gpointer      user_data)
{
  return bridge_private_entry_compare ((BridgePrivateEntry *) a, (BridgePrivateEntry *) b);
}

static void
add_sentence (GString *trouble,
              char    *sentence)
{
  g_string_append_printf (trouble, "%s%s", trouble->len > 0 ? " " : "", sentence);
  g_free (sentence);
}

/* What the rows have against them, in words. (nullable) */
static char *
describe (const guint *states,
          guint        newer,
          gboolean     checked)
{
  g_autoptr (GString) trouble = g_string_new (NULL);

  if (states[BRIDGE_PRIVATE_DAMAGED] > 0)
    add_sentence (trouble, g_strdup_printf (ngettext ("%u entry was changed outside of Footbridge and cannot be opened.",
                                                      "%u entries were changed outside of Footbridge and cannot be opened.",
                                                      states[BRIDGE_PRIVATE_DAMAGED]),
                                            states[BRIDGE_PRIVATE_DAMAGED]));
  if (states[BRIDGE_PRIVATE_OLD] > 0)
    add_sentence (trouble, g_strdup_printf (ngettext ("In the place of %u entry an older state of it was put, which is not shown.",
                                                      "In the place of %u entries an older state of them was put, which is not shown.",
                                                      states[BRIDGE_PRIVATE_OLD]),
                                            states[BRIDGE_PRIVATE_OLD]));
  if (states[BRIDGE_PRIVATE_GONE] > 0)
    add_sentence (trouble, g_strdup_printf (ngettext ("%u entry was taken out outside of Footbridge.",
                                                      "%u entries were taken out outside of Footbridge.",
                                                      states[BRIDGE_PRIVATE_GONE]),
                                            states[BRIDGE_PRIVATE_GONE]));
  if (newer > 0)
    add_sentence (trouble, g_strdup_printf (ngettext ("%u entry was written by a newer Footbridge and can be read there.",
                                                      "%u entries were written by a newer Footbridge and can be read there.", newer),
                                            newer));
  if (!checked)
    add_sentence (trouble, g_strdup (_("The list that shows whether anything was taken out, or replaced by an older state, was changed outside of Footbridge.")));
  if (trouble->len == 0)
    return NULL;
  add_sentence (trouble, g_strdup (_("The other entries are as you wrote them, and nothing was deleted. A backup may have what is missing.")));
  return g_string_free (g_steal_pointer (&trouble), FALSE);
}

static BridgePrivateEntry *
find_known (GHashTable             *known,
            const BridgePrivateRow *row)
{
  BridgePrivateEntry *entry = g_hash_table_lookup (known, row->id);

  return entry != NULL && bridge_private_entry_get_version (entry) == row->version ? g_object_ref (entry) : NULL;
}

/**
 * bridge_private_entries_load:
 * @self: entries
 * @db: a connection
 * @vault: the vault, unlocked
 * @trouble: (out) (transfer full) (nullable): what could not be opened, in words
 * @error: where to say what went wrong
 *
 * Reads what there is. Entries that were read before stay the objects they were.
 *
 * Returns: %FALSE with an error of the database
 */
gboolean
bridge_private_entries_load (BridgePrivateEntries  *self,
                             BridgeDatabase        *db,
                             BridgeVault           *vault,
                             char                 **trouble,
                             GError               **error)
{
  g_autoptr (GError) local_error = NULL;
  g_autofree char *stamp = bridge_store_load_private_stamp (db, vault->person_id, &local_error);
  g_autoptr (GHashTable) known = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GPtrArray) fresh = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GPtrArray) rows = NULL;
  GListModel *entries = G_LIST_MODEL (self->entries);
  guint states[BRIDGE_PRIVATE_GONE + 1] = { 0 };
  guint newer = 0;
  gboolean checked;

  rows = local_error == NULL ? bridge_store_load_private (db, vault, &checked, &local_error) : NULL;
  if (rows == NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return FALSE;
    }

  for (guint i = 0; i < g_list_model_get_n_items (entries); i++)
    {
      g_autoptr (BridgePrivateEntry) entry = g_list_model_get_item (entries, i);

      g_hash_table_insert (known, (char *) bridge_private_entry_get_id (entry), entry);
    }
  for (guint i = 0; i < rows->len; i++)
    {
      const BridgePrivateRow *row = g_ptr_array_index (rows, i);
      BridgePrivateEntry *entry = NULL;

      states[row->state]++;
      if (row->state != BRIDGE_PRIVATE_FINE)
        continue;
      entry = find_known (known, row);
      if (entry == NULL)
        entry = bridge_private_entry_from_bytes (row->words, NULL);
      if (entry == NULL)
        newer++;
      else
        {
          g_object_set (entry, "id", row->id, "version", row->version, NULL);
          g_ptr_array_add (fresh, entry);
        }
    }
  g_ptr_array_sort (fresh, compare_pointers);
  g_hash_table_remove_all (known);

  forget_index (self);
  g_list_store_splice (self->entries, 0, g_list_model_get_n_items (entries), fresh->pdata, fresh->len);
  g_free (self->stamp);
  self->stamp = g_steal_pointer (&stamp);
  if (fresh->len > 0)
    self->indexing = bridge_source_start (g_idle_source_new (), "private-index", index_cb, self);
  *trouble = describe (states, newer, checked);
  return TRUE;
}

/**
 * bridge_private_find:
 * @self: a private space
 * @id_or_prefix: an id, or how it begins
 * @error: where to say what went wrong
 *
 * Returns: (transfer full) (nullable): the entry, or %NULL with %BRIDGE_ERROR_LOCKED, %BRIDGE_ERROR_NOT_FOUND or
 *   %BRIDGE_ERROR_AMBIGUOUS
 */
BridgePrivateEntry *
bridge_private_find (BridgePrivate  *self,
                     const char     *id_or_prefix,
                     GError        **error)
{
  BridgePrivateEntry *entry;
  gboolean ambiguous;

  g_return_val_if_fail (BRIDGE_IS_PRIVATE (self), NULL);

  if (!bridge_private_require_unlocked (self, error))
    return NULL;
  entry = bridge_list_find (G_LIST_MODEL (self->entries.entries), (BridgeKeyFunc) bridge_private_entry_get_id, id_or_prefix,
                            &ambiguous);
  if (entry == NULL && ambiguous)
    g_set_error_literal (error, BRIDGE_ERROR, BRIDGE_ERROR_AMBIGUOUS, _("Several private entries have an id that begins so. Write more of it."));
  else if (entry == NULL)
    g_set_error_literal (error, BRIDGE_ERROR, BRIDGE_ERROR_NOT_FOUND, _("This private entry is not here any more."));
  return entry;
}

/* ---- Changing */

static void
take_out (BridgePrivateEntries *self,
          const char           *id)
{
  GListModel *model = G_LIST_MODEL (self->entries);

  for (guint i = 0; i < g_list_model_get_n_items (model); i++)
    {
      g_autoptr (BridgePrivateEntry) entry = g_list_model_get_item (model, i);
      guint number = GPOINTER_TO_UINT (g_hash_table_lookup (self->numbers, entry));

      if (g_strcmp0 (bridge_private_entry_get_id (entry), id) != 0)
        continue;
      if (number > 0)
        {
          char *words = bridge_private_entry_dup_words (entry);

          if (bridge_private_search_remove (self->search, number, words, NULL))
            {
              g_hash_table_remove (self->numbers, entry);
              self->indexed->pdata[number - 1] = NULL;
            }
          else
            forget_index (self);
          bridge_secret_free (words);
        }
      if (i < self->next)
        self->next--;
      g_list_store_remove (self->entries, i);
      return;
    }
}

static void
put_in (BridgePrivateEntries *self,
        BridgePrivateEntry   *entry)
{
  guint at = g_list_store_insert_sorted (self->entries, entry, compare_data, NULL);

  if (self->search == NULL || at > self->next)
    self->next = MIN (self->next, at);
  else if (index_entry (self, entry, NULL))
    self->next++;
  else
    forget_index (self);
}

static gboolean
find_version (BridgePrivateEntries *self,
              const char           *id,
              BridgePrivateWrite   *write)
{
  GListModel *model = G_LIST_MODEL (self->entries);

  for (guint i = 0; i < g_list_model_get_n_items (model); i++)
    {
      g_autoptr (BridgePrivateEntry) entry = g_list_model_get_item (model, i);

      if (g_strcmp0 (bridge_private_entry_get_id (entry), id) != 0)
        continue;
      g_strlcpy (write->id, id, sizeof write->id);
      write->version = bridge_private_entry_get_version (entry);
      return TRUE;
    }
  return FALSE;
}

static void
clean (BridgePrivateEntry *entry,
       const char         *property,
       gboolean            multiline)
{
  g_autofree char *text = NULL;
  char *cleaned;

  g_object_get (entry, property, &text, NULL);
  cleaned = text != NULL ? bridge_text_clean (text, multiline) : NULL;
  g_object_set (entry, property, cleaned != NULL ? cleaned : "", NULL);
  bridge_secret_free (cleaned);
  explicit_bzero (text, text != NULL ? strlen (text) : 0);
}

static void
clean_all (BridgePrivateEntry *entry)
{
  clean (entry, "title", FALSE);
  clean (entry, "text", TRUE);
  clean (entry, "behaviour", TRUE);
  clean (entry, "circumstance", FALSE);
  clean (entry, "topic", FALSE);
  clean (entry, "reaction", TRUE);
}

/* After a change of our own: nothing to read again. */
static void
note_stamp (BridgePrivate *self)
{
  g_free (self->entries.stamp);
  self->entries.stamp = bridge_store_load_private_stamp (bridge_space_get_database (self->space), self->person_id, NULL);
}

/**
 * bridge_private_save:
 * @self: an unlocked private space
 * @entry: its values; one without an id is new
 * @error: where to say what went wrong
 *
 * Seals and writes an entry. A draft is one that may be unfinished; saved as no draft it becomes an entry, or changes the
 * one it was a draft of.
 *
 * Returns: (transfer full) (nullable): as it is stored, or %NULL with %BRIDGE_ERROR_LOCKED, %BRIDGE_ERROR_INVALID_VALUE,
 *   %BRIDGE_ERROR_INVALID_DATE, %BRIDGE_ERROR_NOT_FOUND, %BRIDGE_ERROR_CONFLICT or an error of the database
 */
BridgePrivateEntry *
bridge_private_save (BridgePrivate       *self,
                     BridgePrivateEntry  *entry,
                     GError             **error)
{
  g_autoptr (BridgePrivateEntry) stored = NULL;
  BridgePrivateWrite writes[2] = { 0 };
  guint n = 1;
  const char *id;
  gint64 now;
  gboolean saved;

  g_return_val_if_fail (BRIDGE_IS_PRIVATE (self), NULL);
  g_return_val_if_fail (BRIDGE_IS_PRIVATE_ENTRY (entry), NULL);

  if (!bridge_private_require_unlocked (self, error))
    return NULL;
  bridge_private_touch (self);
  stored = bridge_private_entry_copy (entry);
  clean_all (stored);
  if (!bridge_private_entry_validate (stored, error))
    return NULL;

  id = bridge_private_entry_get_id (entry);
  if (!bridge_private_entry_get_draft (entry) && bridge_private_entry_get_draft_of (entry) != NULL)
    {
      /* The draft has done its work; where the entry was removed meanwhile, it takes its place. */
      if (find_version (&self->entries, bridge_private_entry_get_draft_of (entry), &writes[0]) && id != NULL &&
          find_version (&self->entries, id, &writes[1]))
        n = 2;
      g_object_set (stored, "draft-of", NULL, NULL);
      id = writes[0].id[0] != '\0' ? NULL : id;
    }
  if (id != NULL && !find_version (&self->entries, id, &writes[0]))
    {
      g_set_error_literal (error, BRIDGE_ERROR, BRIDGE_ERROR_NOT_FOUND, _("This private entry is not here any more."));
      return NULL;
    }
  /* Whoever edits a copy edits the state they have seen. */
  if (id != NULL && bridge_private_entry_get_version (entry) != 0)
    writes[0].version = bridge_private_entry_get_version (entry);

  now = bridge_space_now (self->space);
  if (bridge_private_entry_get_created_at (stored) == 0)
    g_object_set (stored, "created-at", now, NULL);
  g_object_set (stored, "updated-at", now, NULL);
  writes[0].words = bridge_private_entry_to_bytes (stored);
  saved = bridge_store_write_private (bridge_space_get_database (self->space), self->vault, writes, n, error);
  g_bytes_unref (writes[0].words);
  if (!saved)
    return NULL;

  g_object_set (stored, "id", writes[0].id, "version", writes[0].version, NULL);
  note_stamp (self);
  take_out (&self->entries, writes[0].id);
  if (n == 2)
    take_out (&self->entries, writes[1].id);
  put_in (&self->entries, stored);
  bridge_space_committed (self->space, BRIDGE_KIND_PRIVATE);
  return bridge_private_entry_copy (stored);
}

/**
 * bridge_private_remove:
 * @self: an unlocked private space
 * @id: of an entry
 * @error: where to say what went wrong
 *
 * Makes a filler of an entry. Until it is locked, bridge_private_undo_remove() brings it back.
 *
 * Returns: %FALSE with %BRIDGE_ERROR_LOCKED, %BRIDGE_ERROR_NOT_FOUND, %BRIDGE_ERROR_CONFLICT or an error of the database
 */
gboolean
bridge_private_remove (BridgePrivate  *self,
                       const char     *id,
                       GError        **error)
{
  g_autoptr (BridgePrivateEntry) entry = NULL;
  BridgePrivateWrite write = { 0 };

  g_return_val_if_fail (BRIDGE_IS_PRIVATE (self), FALSE);
  g_return_val_if_fail (id != NULL, FALSE);

  entry = bridge_private_find (self, id, error);
  if (entry == NULL)
    return FALSE;
  bridge_private_touch (self);
  g_strlcpy (write.id, bridge_private_entry_get_id (entry), sizeof write.id);
  write.version = bridge_private_entry_get_version (entry);
  if (!bridge_store_write_private (bridge_space_get_database (self->space), self->vault, &write, 1, error))
    return FALSE;

  note_stamp (self);
  g_set_object (&self->entries.removed, entry);
  take_out (&self->entries, write.id);
  bridge_space_committed (self->space, BRIDGE_KIND_PRIVATE);
  return TRUE;
}

/**
 * bridge_private_can_undo_remove:
 * @self: a private space
 *
 * Returns: whether something that was removed can be brought back
 */
gboolean
bridge_private_can_undo_remove (BridgePrivate *self)
{
  g_return_val_if_fail (BRIDGE_IS_PRIVATE (self), FALSE);

  return self->entries.removed != NULL;
}

/**
 * bridge_private_undo_remove:
 * @self: an unlocked private space
 * @error: where to say what went wrong
 *
 * Brings back what was removed last.
 *
 * Returns: %FALSE with %BRIDGE_ERROR_LOCKED, %BRIDGE_ERROR_STATE (nothing was removed) or an error of the database
 */
gboolean
bridge_private_undo_remove (BridgePrivate  *self,
                            GError        **error)
{
  g_autoptr (BridgePrivateEntry) entry = NULL;
  g_autoptr (BridgePrivateEntry) stored = NULL;
  g_autoptr (BridgePrivateEntry) removed = NULL;

  g_return_val_if_fail (BRIDGE_IS_PRIVATE (self), FALSE);

  if (!bridge_private_require_unlocked (self, error))
    return FALSE;
  if (self->entries.removed == NULL)
    {
      g_set_error_literal (error, BRIDGE_ERROR, BRIDGE_ERROR_STATE, _("There is nothing to take back."));
      return FALSE;
    }
  entry = bridge_private_entry_copy (self->entries.removed);
  g_object_set (entry, "id", NULL, "version", (gint64) 0, NULL);
  removed = g_steal_pointer (&self->entries.removed);
  stored = bridge_private_save (self, entry, error);
  if (stored == NULL)
    self->entries.removed = g_steal_pointer (&removed);
  return stored != NULL;
}

static int
compare_found (gconstpointer a,
               gconstpointer b)
{
  return bridge_private_entry_compare (*(BridgePrivateEntry *const *) a, *(BridgePrivateEntry *const *) b);
}

/**
 * bridge_private_search:
 * @self: an unlocked private space
 * @typed: (nullable): what was typed
 * @error: where to say what went wrong
 *
 * Finds entries that have words beginning with each of those that were typed.
 *
 * Returns: (transfer full) (nullable) (element-type BridgePrivateEntry): those of now, in their order; or %NULL with
 *   %BRIDGE_ERROR_LOCKED or %BRIDGE_ERROR_FAILED
 */
GListModel *
bridge_private_search (BridgePrivate  *self,
                       const char     *typed,
                       GError        **error)
{
  g_autoptr (GListStore) result = NULL;
  g_autoptr (GArray) numbers = NULL;
  g_autoptr (GPtrArray) found = g_ptr_array_new ();
  g_autoptr (GError) local_error = NULL;

  g_return_val_if_fail (BRIDGE_IS_PRIVATE (self), NULL);

  if (!bridge_private_require_unlocked (self, error) || !index_some (&self->entries, G_MAXINT, error))
    return NULL;
  bridge_private_touch (self);
  numbers = bridge_private_search_find (self->entries.search, typed, &local_error);
  if (local_error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return NULL;
    }

  for (guint i = 0; numbers != NULL && i < numbers->len; i++)
    {
      gint64 number = g_array_index (numbers, gint64, i);
      BridgePrivateEntry *entry = number >= 1 && number <= self->entries.indexed->len
                                    ? g_ptr_array_index (self->entries.indexed, number - 1)
                                    : NULL;

      if (entry != NULL)
        g_ptr_array_add (found, entry);
    }
  for (guint i = 0; numbers == NULL && i < g_list_model_get_n_items (G_LIST_MODEL (self->entries.entries)); i++)
    {
      g_autoptr (BridgePrivateEntry) entry = g_list_model_get_item (G_LIST_MODEL (self->entries.entries), i);

      /* The list keeps it. */
      g_ptr_array_add (found, entry);
    }
  g_ptr_array_sort (found, compare_found);
  result = g_list_store_new (BRIDGE_TYPE_PRIVATE_ENTRY);
  g_list_store_splice (result, 0, 0, found->pdata, found->len);
  return G_LIST_MODEL (g_steal_pointer (&result));
}

/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "bridge-list"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "bridge-ids.h"
#include "bridge-space-private.h"

static const char *
get_key_at (GListStore    *store,
            guint          position,
            BridgeKeyFunc  get_key)
{
  g_autoptr (GObject) item = g_list_model_get_item (G_LIST_MODEL (store), position);

  /* The store keeps the object, and with it the key. */
  return get_key (item);
}

static gboolean
is_equal_at (GListStore      *store,
             guint            position,
             gpointer         object,
             BridgeEqualFunc  is_equal)
{
  g_autoptr (GObject) item = g_list_model_get_item (G_LIST_MODEL (store), position);

  return is_equal (item, object);
}

/* Puts @object at @position; should it stand further down, it goes from there. */
static void
place (GListStore    *store,
       guint          position,
       gpointer       object,
       BridgeKeyFunc  get_key)
{
  for (guint i = position; i < g_list_model_get_n_items (G_LIST_MODEL (store)); i++)
    if (g_strcmp0 (get_key_at (store, i, get_key), get_key (object)) == 0)
      {
        g_list_store_remove (store, i);
        break;
      }
  g_list_store_insert (store, position, object);
}

/**
 * bridge_list_update:
 * @store: a list
 * @fresh: what shall be in it, in order
 * @get_key: what tells objects apart
 * @is_equal: whether two with the same key are the same in everything
 *
 * Brings a list up to date with as few changes as there are differences; equal objects stay the ones they were.
 */
void
bridge_list_update (GListStore      *store,
                    GPtrArray       *fresh,
                    BridgeKeyFunc    get_key,
                    BridgeEqualFunc  is_equal)
{
  g_autoptr (GHashTable) keys = g_hash_table_new (g_str_hash, g_str_equal);
  guint position = 0;

  for (guint i = 0; i < fresh->len; i++)
    g_hash_table_add (keys, (gpointer) get_key (g_ptr_array_index (fresh, i)));

  for (guint i = 0; i < fresh->len; i++, position++)
    {
      gpointer object = g_ptr_array_index (fresh, i);

      while (position < g_list_model_get_n_items (G_LIST_MODEL (store)) &&
             !g_hash_table_contains (keys, get_key_at (store, position, get_key)))
        g_list_store_remove (store, position);

      if (position >= g_list_model_get_n_items (G_LIST_MODEL (store)))
        g_list_store_append (store, object);
      else if (g_strcmp0 (get_key_at (store, position, get_key), get_key (object)) != 0)
        place (store, position, object, get_key);
      else if (!is_equal_at (store, position, object, is_equal))
        g_list_store_splice (store, position, 1, &object, 1);
    }

  while (g_list_model_get_n_items (G_LIST_MODEL (store)) > position)
    g_list_store_remove (store, g_list_model_get_n_items (G_LIST_MODEL (store)) - 1);
}

/**
 * bridge_list_find:
 * @list: a list
 * @get_key: what gives an object's key
 * @prefix: a key, or how one begins
 * @ambiguous: (out): whether there are several, and none of them is @prefix itself
 *
 * Returns: (transfer full) (nullable): the object, where there is just one
 */
gpointer
bridge_list_find (GListModel    *list,
                  BridgeKeyFunc  get_key,
                  const char    *prefix,
                  gboolean      *ambiguous)
{
  g_autoptr (GObject) found = NULL;

  *ambiguous = FALSE;
  for (guint i = 0; *prefix != '\0' && i < g_list_model_get_n_items (list); i++)
    {
      g_autoptr (GObject) item = g_list_model_get_item (list, i);

      if (g_strcmp0 (get_key (item), prefix) == 0)
        {
          *ambiguous = FALSE;
          return g_steal_pointer (&item);
        }
      if (!g_str_has_prefix (get_key (item), prefix))
        continue;
      *ambiguous = *ambiguous || found != NULL;
      g_set_object (&found, item);
    }
  return *ambiguous ? NULL : g_steal_pointer (&found);
}

/**
 * bridge_list_require:
 * @list: a list
 * @get_key: gives an item's key
 * @prefix: a key, or how one begins
 * @error: where to say that there is none, or more than one
 *
 * Returns: (transfer full) (nullable): the one item that fits, or %NULL with %BRIDGE_ERROR_NOT_FOUND or
 *   %BRIDGE_ERROR_AMBIGUOUS
 */
gpointer
bridge_list_require (GListModel     *list,
                     BridgeKeyFunc   get_key,
                     const char     *prefix,
                     GError        **error)
{
  gboolean ambiguous;
  gpointer found = bridge_list_find (list, get_key, prefix, &ambiguous);
  g_autofree char *valid = NULL;

  if (found != NULL)
    return found;

  valid = g_utf8_make_valid (prefix, -1);
  if (ambiguous)
    g_set_error (error, BRIDGE_ERROR, BRIDGE_ERROR_AMBIGUOUS, _("Several ids begin with “%s”. Write more of it."), valid);
  else
    g_set_error (error, BRIDGE_ERROR, BRIDGE_ERROR_NOT_FOUND, _("There is nothing with the id “%s”."), valid);
  return NULL;
}

/**
 * bridge_row_take_identity:
 * @row: a row as it will be
 * @before: (nullable): the one that it replaces
 *
 * Gives a row the id and the stamps of the one it replaces, or an id of its own.
 */
void
bridge_row_take_identity (gpointer row,
                          gpointer before)
{
  g_autofree char *id = NULL;
  gint64 created_at = 0;
  gint64 updated_at = 0;

  if (before != NULL)
    g_object_get (before, "id", &id, "created-at", &created_at, "updated-at", &updated_at, NULL);
  else
    id = bridge_id_new ();
  g_object_set (row,
                "id", id,
                "created-at", created_at,
                "updated-at", updated_at,
                "deleted-at", (gint64) 0,
                NULL);
}

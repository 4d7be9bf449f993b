/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "bridge-list"

#include "config.h"

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

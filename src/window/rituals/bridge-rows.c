/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "bridge-rows"

#include "config.h"

#include "bridge-rows.h"

#define KEY "bridge-row-key"

static const char *
get_row_key (GtkListBoxRow *row)
{
  return g_object_get_data (G_OBJECT (row), KEY);
}

static GtkWidget *
find_row (GtkListBox *box,
          const char *key)
{
  for (int i = 0;; i++)
    {
      GtkListBoxRow *row = gtk_list_box_get_row_at_index (box, i);

      if (row == NULL || g_strcmp0 (get_row_key (row), key) == 0)
        return GTK_WIDGET (row);
    }
}

/* @wanted: a place, from 1, by key */
static void
remove_others (GtkListBox *box,
               GHashTable *wanted)
{
  GtkListBoxRow *row;
  int i = 0;

  while ((row = gtk_list_box_get_row_at_index (box, i)) != NULL)
    {
      const char *key = get_row_key (row);

      if (key != NULL && g_hash_table_contains (wanted, key))
        i++;
      else
        gtk_list_box_remove (box, GTK_WIDGET (row));
    }
}

static int
compare_places (GtkListBoxRow *a,
                GtkListBoxRow *b,
                gpointer       wanted)
{
  return GPOINTER_TO_INT (g_hash_table_lookup (wanted, get_row_key (a))) -
         GPOINTER_TO_INT (g_hash_table_lookup (wanted, get_row_key (b)));
}

static gboolean
is_sorted (GtkListBox *box,
           GHashTable *wanted)
{
  GtkListBoxRow *before = gtk_list_box_get_row_at_index (box, 0);
  GtkListBoxRow *row;

  for (int i = 1; (row = gtk_list_box_get_row_at_index (box, i)) != NULL; i++)
    {
      if (compare_places (before, row, wanted) > 0)
        return FALSE;
      before = row;
    }

  return TRUE;
}

/**
 * bridge_rows_sync:
 * @box: a list box without a model
 * @items: what it is to show, in order
 * @key: what tells two items apart
 * @create: makes the row of an item
 * @update: shows an item in its row, a new one too
 * @user_data: for @create and @update
 *
 * Reuses the rows that are there, moves, adds and removes the others. No row leaves the box to be moved: with GTK 4.8 a button
 * that activates an action of the row it is in could not be pressed afterwards.
 */
void
bridge_rows_sync (GtkListBox          *box,
                  GPtrArray           *items,
                  BridgeRowKeyFunc     key,
                  BridgeRowCreateFunc  create,
                  BridgeRowUpdateFunc  update,
                  gpointer             user_data)
{
  g_autoptr (GHashTable) wanted = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < items->len; i++)
    g_hash_table_insert (wanted, key (g_ptr_array_index (items, i)), GINT_TO_POINTER ((int) i + 1));
  remove_others (box, wanted);

  for (guint i = 0; i < items->len; i++)
    {
      gpointer item = g_ptr_array_index (items, i);
      g_autofree char *text = key (item);
      GtkWidget *row = find_row (box, text);

      if (row == NULL)
        {
          row = create (item, user_data);
          g_object_set_data_full (G_OBJECT (row), KEY, g_steal_pointer (&text), g_free);
          gtk_list_box_insert (box, row, (int) i);
        }

      update (row, item, user_data);
    }

  if (!is_sorted (box, wanted))
    {
      gtk_list_box_set_sort_func (box, compare_places, wanted, NULL);
      gtk_list_box_set_sort_func (box, NULL, NULL, NULL);
    }
}

/**
 * bridge_rows_has_focus:
 * @box: a list box
 * @position: (out): the row that has the focus, or something in it
 *
 * Is the focus in @box?
 *
 * Returns: %TRUE if it is
 */
gboolean
bridge_rows_has_focus (GtkListBox *box,
                       int        *position)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (box));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  GtkWidget *row = focus != NULL ? gtk_widget_get_ancestor (focus, GTK_TYPE_LIST_BOX_ROW) : NULL;

  if (row == NULL || gtk_widget_get_parent (row) != GTK_WIDGET (box))
    return FALSE;

  *position = gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (row));

  return TRUE;
}

/**
 * bridge_rows_focus:
 * @box: a list box
 * @position: which row
 *
 * Puts the focus into the row at @position, or into the last one.
 */
void
bridge_rows_focus (GtkListBox *box,
                   int         position)
{
  GtkListBoxRow *row = gtk_list_box_get_row_at_index (box, position);

  if (row == NULL && position > 0)
    {
      bridge_rows_focus (box, position - 1);
      return;
    }

  if (row != NULL && !gtk_widget_grab_focus (GTK_WIDGET (row)))
    gtk_widget_child_focus (GTK_WIDGET (row), GTK_DIR_TAB_FORWARD);
}

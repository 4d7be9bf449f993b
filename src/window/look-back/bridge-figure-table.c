/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "bridge-figure-table"

#include "config.h"

#include "bridge-figure-table.h"

#include "bridge-sideways.h"

#define SPACE 18

struct _BridgeFigureTable
{
  AdwBin parent_instance;
};

G_DEFINE_FINAL_TYPE (BridgeFigureTable, bridge_figure_table, ADW_TYPE_BIN)

static void
bridge_figure_table_class_init (BridgeFigureTableClass *klass)
{
}

static void
bridge_figure_table_init (BridgeFigureTable *self)
{
}

static gboolean
is_number (const char *text)
{
  return *text != '\0' && strspn (text, "0123456789") == strlen (text);
}

/* A column is to the right where all of it is numbers, as the rows of a sum are. */
static gboolean
is_numeric (const BridgeLookBackTable *table,
            guint                      column)
{
  gboolean any = FALSE;

  for (guint i = 0; i < table->rows->len; i++)
    {
      const char *cell = ((GStrv) g_ptr_array_index (table->rows, i))[column];

      if (*cell != '\0' && !is_number (cell))
        return FALSE;
      any = any || *cell != '\0';
    }
  return any;
}

/* Cells as wide as those above and below. */
static GtkWidget *
create_cells (GStrv                       words,
              const BridgeLookBackTable  *table,
              GtkSizeGroup              **columns)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, SPACE);

  for (guint i = 0; words[i] != NULL; i++)
    {
      GtkWidget *label = gtk_label_new (words[i]);

      gtk_label_set_xalign (GTK_LABEL (label), is_numeric (table, i) ? 1 : 0);
      gtk_widget_add_css_class (label, "numeric");
      gtk_size_group_add_widget (columns[i], label);
      gtk_box_append (GTK_BOX (box), label);
    }
  return box;
}

/* "Week from 16 November 2026, Rituals 3": what a screen reader says of a row. */
static char *
dup_sentence (const BridgeLookBackTable *table,
              GStrv                      row)
{
  g_autoptr (GString) words = g_string_new (NULL);

  for (guint i = 0; row[i] != NULL; i++)
    {
      if (*row[i] != '\0')
        g_string_append_printf (words, "%s%s %s", words->len > 0 ? ", " : "", table->head[i], row[i]);
    }
  return g_string_free (g_steal_pointer (&words), FALSE);
}

static GtkWidget *
create_row (const BridgeLookBackTable  *table,
            GStrv                       words,
            GtkSizeGroup              **columns)
{
  GtkWidget *row = gtk_list_box_row_new ();
  g_autofree char *sentence = dup_sentence (table, words);

  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), create_cells (words, table, columns));
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, sentence, -1);
  return row;
}

/**
 * bridge_figure_table_new:
 *
 * Returns: (transfer floating): a table with nothing in it
 */
GtkWidget *
bridge_figure_table_new (void)
{
  return g_object_new (BRIDGE_TYPE_FIGURE_TABLE, NULL);
}

/**
 * bridge_figure_table_show:
 * @self: a table
 * @table: what it says
 * @title: what it is called
 *
 * Shows these rows.
 */
void
bridge_figure_table_show (BridgeFigureTable         *self,
                          const BridgeLookBackTable *table,
                          const char                *title)
{
  guint n = g_strv_length (table->head);
  g_autoptr (GPtrArray) columns = g_ptr_array_new_with_free_func (g_object_unref);
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *list = gtk_list_box_new ();
  GtkWidget *head;

  for (guint i = 0; i < n; i++)
    g_ptr_array_add (columns, gtk_size_group_new (GTK_SIZE_GROUP_HORIZONTAL));

  head = create_cells (table->head, table, (GtkSizeGroup **) columns->pdata);
  gtk_widget_add_css_class (head, "figure-table-head");
  gtk_box_append (GTK_BOX (box), head);

  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "figure-table");
  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  for (guint i = 0; i < table->rows->len; i++)
    gtk_list_box_append (GTK_LIST_BOX (list),
                         create_row (table, g_ptr_array_index (table->rows, i), (GtkSizeGroup **) columns->pdata));
  gtk_box_append (GTK_BOX (box), list);

  bridge_sideways_set_up (GTK_SCROLLED_WINDOW (scroller));
  bridge_sideways_set_name (GTK_SCROLLED_WINDOW (scroller), title);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), box);
  adw_bin_set_child (ADW_BIN (self), scroller);
}

/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "bridge-lines"

#include "config.h"

#include "bridge-lines.h"

#include <glib/gi18n-lib.h>

#include "bridge-feedback.h"
#include "bridge-form.h"
#include "bridge-page.h"
#include "bridge-space-meanings.h"

/**
 * bridge_lines_fill_window:
 * @window: a window without content
 * @line: the large line
 * @sentence: more about it
 *
 * Gives it a header, toasts and a column that scrolls, with the line and the sentence on top.
 *
 * Returns: (transfer none): the column
 */
GtkBox *
bridge_lines_fill_window (AdwWindow  *window,
                          const char *line,
                          const char *sentence)
{
  GtkWidget *all = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *overlay = adw_toast_overlay_new ();
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkWidget *clamp = adw_clamp_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  const char *const texts[] = { line, sentence };

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      GtkWidget *label = gtk_label_new (texts[i]);

      gtk_label_set_xalign (GTK_LABEL (label), 0);
      gtk_label_set_wrap (GTK_LABEL (label), TRUE);
      gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
      if (i == 0)
        gtk_widget_add_css_class (label, "bridge-large");
      gtk_box_append (GTK_BOX (box), label);
    }
  g_object_set (box, "margin-top", 18, "margin-bottom", 24, "margin-start", 12, "margin-end", 12, NULL);
  adw_clamp_set_maximum_size (ADW_CLAMP (clamp), 520);
  adw_clamp_set_child (ADW_CLAMP (clamp), box);
  g_object_set (scroller, "hscrollbar-policy", GTK_POLICY_NEVER, "child", clamp, NULL);
  adw_toast_overlay_set_child (ADW_TOAST_OVERLAY (overlay), scroller);
  gtk_widget_set_vexpand (overlay, TRUE);
  gtk_box_append (GTK_BOX (all), adw_header_bar_new ());
  gtk_box_append (GTK_BOX (all), overlay);
  adw_window_set_content (window, all);
  g_object_set (window,
                "modal", TRUE,
                "destroy-with-parent", TRUE,
                "default-width", 560,
                "default-height", 600,
                "width-request", 320,
                "height-request", 294,
                NULL);
  return GTK_BOX (box);
}

/**
 * bridge_lines_add_list:
 * @box: a column
 * @heading: what stands above the list
 * @heading_label: (out) (transfer none): the label above it
 *
 * Returns: (transfer none): a list without rows
 */
GtkWidget *
bridge_lines_add_list (GtkBox      *box,
                       const char  *heading,
                       GtkWidget  **heading_label)
{
  GtkWidget *list = gtk_list_box_new ();

  *heading_label = gtk_label_new (heading);
  gtk_label_set_xalign (GTK_LABEL (*heading_label), 0);
  gtk_label_set_wrap (GTK_LABEL (*heading_label), TRUE);
  gtk_widget_add_css_class (*heading_label, "heading");
  gtk_widget_set_margin_top (*heading_label, 6);
  gtk_box_append (box, *heading_label);
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  bridge_set_name (list, heading);
  gtk_box_append (box, list);
  return list;
}

/* ---- A row */

typedef struct
{
  char *key;
  BridgeLineFunc make_ritual;
  BridgeLineFunc take_away;
  gpointer data;
  GtkWidget *ritual_button;
  GtkWidget *remove_button;
} Line;

static void
line_free (gpointer data)
{
  g_free (((Line *) data)->key);
  g_free (data);
}

/* The row may go with what is done. */
static void
clicked_cb (GtkWidget *button,
            GtkWidget *row)
{
  Line *line = g_object_get_data (G_OBJECT (row), "bridge-line");
  g_autofree char *key = g_strdup (line->key);
  BridgeLineFunc func = button == line->ritual_button ? line->make_ritual : line->take_away;

  func (line->data, key);
}

static GtkWidget *
add_button (GtkWidget  *row,
            const char *icon,
            const char *tooltip)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (button, tooltip);
  g_signal_connect_object (button, "clicked", G_CALLBACK (clicked_cb), row, 0);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
  return button;
}

/**
 * bridge_line_row_new:
 * @key: what tells it from the others
 * @make_ritual: makes a ritual of it
 * @take_away: takes it away
 * @data: for both, and has to live as long as the row
 *
 * Returns: (transfer floating): a row that shows nothing yet
 */
GtkWidget *
bridge_line_row_new (const char     *key,
                     BridgeLineFunc  make_ritual,
                     BridgeLineFunc  take_away,
                     gpointer        data)
{
  GtkWidget *row = adw_action_row_new ();
  Line *line = g_new0 (Line, 1);

  line->key = g_strdup (key);
  line->make_ritual = make_ritual;
  line->take_away = take_away;
  line->data = data;
  g_object_set_data_full (G_OBJECT (row), "bridge-line", line, line_free);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 0);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 0);
  line->ritual_button = add_button (row, "bridge-cup-symbolic", _("Make a Ritual of It"));
  line->remove_button = add_button (row, "edit-delete-symbolic", _("Take It Away"));
  return row;
}

/**
 * bridge_line_row_show:
 * @row: one of bridge_line_row_new()
 * @text: what it is
 * @quiet: the quieter line, or ""
 * @ritual: whether a ritual can be made of it
 * @removable: whether it can be taken away
 *
 * Shows a line.
 */
void
bridge_line_row_show (GtkWidget  *row,
                      const char *text,
                      const char *quiet,
                      gboolean    ritual,
                      gboolean    removable)
{
  Line *line = g_object_get_data (G_OBJECT (row), "bridge-line");
  /* Translators: for a screen reader: %s is something that somebody likes */
  g_autofree char *make = g_strdup_printf (_("Make a ritual of “%s”"), text);
  /* Translators: for a screen reader: %s is something that was noted */
  g_autofree char *take = g_strdup_printf (_("Take away “%s”"), text);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), text);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), quiet);
  bridge_set_name (line->ritual_button, make);
  gtk_widget_set_visible (line->ritual_button, ritual);
  bridge_set_name (line->remove_button, take);
  gtk_widget_set_visible (line->remove_button, removable);
}

/* ---- A ritual of it */

typedef struct
{
  char *key;
  BridgeLineStoredFunc stored;
} Maker;

static void
maker_free (gpointer data)
{
  g_free (((Maker *) data)->key);
  g_free (data);
}

static void
stored_cb (gpointer    object,
           const char *ritual_id,
           GtkWidget  *editor)
{
  Maker *maker = g_object_get_data (G_OBJECT (editor), "bridge-maker");

  maker->stored (object, maker->key, ritual_id);
}

/**
 * bridge_lines_make_ritual:
 * @widget: what was pressed
 * @space: the space
 * @title: what the ritual is
 * @own: whether it is for the speaker alone
 * @key: handed to @stored
 * @stored: called when the ritual was stored or proposed
 * @object: (type GObject): for @stored, which is not called once it is gone
 *
 * Opens the ritual editor above the window that @widget is in.
 */
void
bridge_lines_make_ritual (GtkWidget            *widget,
                          BridgeSpace          *space,
                          const char           *title,
                          gboolean              own,
                          const char           *key,
                          BridgeLineStoredFunc  stored,
                          gpointer              object)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BridgeRitual) ritual = bridge_space_make_ritual (space, title, own, &error);
  GtkWidget *editor;
  Maker *maker;

  if (ritual == NULL)
    {
      bridge_feedback_show_error (widget, error);
      return;
    }
  editor = bridge_ritual_editor_new (space, ritual, GTK_WINDOW (gtk_widget_get_root (widget)));
  maker = g_new0 (Maker, 1);
  maker->key = g_strdup (key);
  maker->stored = stored;
  g_object_set_data_full (G_OBJECT (editor), "bridge-maker", maker, maker_free);
  g_signal_connect_object (editor, "stored", G_CALLBACK (stored_cb), object, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (editor));
}

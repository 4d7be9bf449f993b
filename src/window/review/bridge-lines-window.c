/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "bridge-lines-window"

#include "config.h"

#include "bridge-lines-window.h"

#include <glib/gi18n-lib.h>

#include "bridge-feedback.h"
#include "bridge-form.h"
#include "bridge-lines.h"
#include "bridge-rows.h"
#include "bridge-unsaved.h"
#include "bridge-words.h"
#include "bridge-wrap-layout.h"

typedef struct {
  BridgeSpace *space;
  char *speaker_id; /* (nullable): whose words are typed */
  GtkBox *box;

  GtkWidget *entry;
  GtkWidget *add_button;
  GtkWidget *chips[BRIDGE_LINES_MAX_GROUPS];
  GtkWidget *headings[BRIDGE_LINES_MAX_GROUPS];
  GtkWidget *lists[BRIDGE_LINES_MAX_GROUPS];
} BridgeLinesWindowPrivate;

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (BridgeLinesWindow, bridge_lines_window, ADW_TYPE_WINDOW)

static BridgeLinesWindowPrivate *
get_private (BridgeLinesWindow *self)
{
  return bridge_lines_window_get_instance_private (self);
}

static const BridgeLinesWhat *
get_what (BridgeLinesWindow *self)
{
  return BRIDGE_LINES_WINDOW_GET_CLASS (self)->what;
}

static const char *
get_speaker_id (BridgeLinesWindow *self)
{
  BridgePerson *speaker = bridge_space_get_speaker (get_private (self)->space);

  return speaker != NULL ? bridge_person_get_id (speaker) : NULL;
}

static gboolean
is_writer_here (BridgeLinesWindow *self)
{
  return g_strcmp0 (get_private (self)->speaker_id, get_speaker_id (self)) == 0;
}

/* Whatever they are, they have an id. */
static char *
get_key (gpointer item)
{
  char *id = NULL;

  g_object_get (item, "id", &id, NULL);
  return id;
}

static void
stored_cb (gpointer    data,
           const char *key,
           const char *ritual_id)
{
  g_autoptr (GError) error = NULL;

  if (!get_what (data)->link (get_private (data)->space, key, ritual_id, &error))
    bridge_feedback_show_error (data, error);
}

static void
make_ritual (gpointer    data,
             const char *key)
{
  const BridgeLinesWhat *what = get_what (data);
  BridgeSpace *space = get_private (data)->space;
  g_autoptr (GError) error = NULL;
  g_autoptr (GObject) line = what->find (space, key, &error);

  if (line != NULL)
    bridge_lines_make_ritual (data, space, what->get_text (line), what->own, key, stored_cb, data);
  else
    bridge_feedback_show_error (data, error);
}

static void
take_away (gpointer    data,
           const char *key)
{
  BridgeLinesWindowPrivate *priv = get_private (data);
  g_autoptr (GError) error = NULL;

  gtk_widget_grab_focus (priv->entry);
  if (get_what (data)->remove (priv->space, key, &error))
    bridge_feedback_show_undo (data, priv->space);
  else
    bridge_feedback_show_error (data, error);
}

static GtkWidget *
create_row (gpointer item,
            gpointer user_data)
{
  g_autofree char *key = get_key (item);

  return bridge_line_row_new (key, make_ritual, take_away, user_data);
}

static void
update_row (GtkWidget *row,
            gpointer   item,
            gpointer   user_data)
{
  const BridgeLinesWhat *what = get_what (user_data);
  BridgeSpace *space = get_private (user_data)->space;
  BridgeRitual *ritual = what->peek_ritual (space, item);
  gboolean writable = !bridge_space_get_read_only (space);
  g_autofree char *quiet = what->dup_quiet (item, ritual != NULL ? bridge_ritual_get_title (ritual) : NULL);

  bridge_line_row_show (row, what->get_text (item), quiet, writable && ritual == NULL,
                        writable && what->may_remove (space, item));
}

/**
 * bridge_lines_window_update:
 * @self: a window with all its parts
 *
 * Shows what there is now; one's own waits until whoever opened it is here.
 */
void
bridge_lines_window_update (BridgeLinesWindow *self)
{
  BridgeLinesWindowPrivate *priv = get_private (self);
  const BridgeLinesWhat *what = get_what (self);
  g_autoptr (GPtrArray) all = NULL;

  if (what->own && !is_writer_here (self))
    return;
  all = what->list (priv->space);
  for (int group = 0; group < what->n_groups; group++)
    {
      g_autoptr (GPtrArray) items = g_ptr_array_new ();

      for (guint i = 0; i < all->len; i++)
        if (what->get_group (g_ptr_array_index (all, i)) == group)
          g_ptr_array_add (items, g_ptr_array_index (all, i));
      bridge_rows_sync (GTK_LIST_BOX (priv->lists[group]), items, get_key, create_row, update_row, self);
      gtk_widget_set_visible (priv->lists[group], items->len > 0);
      gtk_widget_set_visible (priv->headings[group], items->len > 0);
    }
  if (BRIDGE_LINES_WINDOW_GET_CLASS (self)->updated != NULL)
    BRIDGE_LINES_WINDOW_GET_CLASS (self)->updated (self, all->len);
}

static void
changed_cb (BridgeLinesWindow *self,
            BridgeKinds        kinds)
{
  if (kinds & get_what (self)->kinds)
    bridge_lines_window_update (self);
}

static void
add_cb (BridgeLinesWindow *self)
{
  BridgeLinesWindowPrivate *priv = get_private (self);
  g_autoptr (GError) error = NULL;
  g_autoptr (GObject) stored = NULL;

  gtk_widget_grab_focus (priv->entry);
  if (!gtk_widget_get_sensitive (priv->add_button))
    return;
  stored = BRIDGE_LINES_WINDOW_GET_CLASS (self)->add (self, bridge_lines_window_get_group (self),
                                                      gtk_editable_get_text (GTK_EDITABLE (priv->entry)), &error);
  if (stored == NULL)
    {
      bridge_feedback_show_error (GTK_WIDGET (self), error);
      return;
    }
  gtk_editable_set_text (GTK_EDITABLE (priv->entry), "");
  bridge_feedback_show_undo (GTK_WIDGET (self), priv->space);
}

static void
text_changed_cb (BridgeLinesWindow *self)
{
  BridgeLinesWindowPrivate *priv = get_private (self);
  g_autofree char *text = bridge_text_clean (gtk_editable_get_text (GTK_EDITABLE (priv->entry)), FALSE);

  gtk_widget_set_sensitive (priv->add_button, text != NULL && !bridge_space_get_read_only (priv->space));
}

static gboolean
bridge_lines_window_has_words (BridgeLinesWindow *self)
{
  BridgeLinesWindowPrivate *priv = get_private (self);
  g_autofree char *text = bridge_text_clean (gtk_editable_get_text (GTK_EDITABLE (priv->entry)), FALSE);

  return text != NULL;
}

/* Of whoever is here: what the one began is nothing to ask the other about. */
static gboolean
has_words (GtkWindow *window)
{
  BridgeLinesWindow *self = BRIDGE_LINES_WINDOW (window);

  return is_writer_here (self) && BRIDGE_LINES_WINDOW_GET_CLASS (self)->has_words (self);
}

static gboolean
bridge_lines_window_close_request (GtkWindow *window)
{
  if (bridge_unsaved_ask (window))
    return TRUE;
  return GTK_WINDOW_CLASS (bridge_lines_window_parent_class)->close_request (window);
}

static void
bridge_lines_window_finalize (GObject *object)
{
  g_free (get_private (BRIDGE_LINES_WINDOW (object))->speaker_id);

  G_OBJECT_CLASS (bridge_lines_window_parent_class)->finalize (object);
}

static void
bridge_lines_window_dispose (GObject *object)
{
  g_clear_object (&get_private (BRIDGE_LINES_WINDOW (object))->space);

  G_OBJECT_CLASS (bridge_lines_window_parent_class)->dispose (object);
}

static void
bridge_lines_window_class_init (BridgeLinesWindowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = bridge_lines_window_dispose;
  G_OBJECT_CLASS (klass)->finalize = bridge_lines_window_finalize;
  GTK_WINDOW_CLASS (klass)->close_request = bridge_lines_window_close_request;
  klass->has_words = bridge_lines_window_has_words;

  gtk_widget_class_add_binding_action (GTK_WIDGET_CLASS (klass), GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
bridge_lines_window_init (BridgeLinesWindow *self)
{
}

/**
 * bridge_lines_window_begin:
 * @self: a window without content
 * @space: the space, which it follows
 * @line: the large line
 * @sentence: more about it
 *
 * Gives it what each has. Its parts are added next, and then it is updated.
 *
 * Returns: (transfer none): the column
 */
GtkBox *
bridge_lines_window_begin (BridgeLinesWindow *self,
                           BridgeSpace       *space,
                           const char        *line,
                           const char        *sentence)
{
  BridgeLinesWindowPrivate *priv = get_private (self);

  priv->space = g_object_ref (space);
  priv->speaker_id = g_strdup (get_speaker_id (self));
  bridge_unsaved_guard (GTK_WINDOW (self), has_words);
  priv->box = bridge_lines_fill_window (ADW_WINDOW (self), line, sentence);
  g_signal_connect_object (space, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  return priv->box;
}

/**
 * bridge_lines_window_get_space:
 * @self: a window
 *
 * Returns: (transfer none): the space
 */
BridgeSpace *
bridge_lines_window_get_space (BridgeLinesWindow *self)
{
  return get_private (self)->space;
}

/**
 * bridge_lines_window_add_entry:
 * @self: a window
 *
 * Adds the field in which a line is typed, with its button.
 *
 * Returns: (transfer none): the field
 */
GtkEntry *
bridge_lines_window_add_entry (BridgeLinesWindow *self)
{
  BridgeLinesWindowPrivate *priv = get_private (self);
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  priv->entry = gtk_entry_new ();
  gtk_widget_set_hexpand (priv->entry, TRUE);
  gtk_entry_set_max_length (GTK_ENTRY (priv->entry), get_what (self)->max_length);
  bridge_editable_set_name (priv->entry, _(get_what (self)->question));
  g_signal_connect_object (priv->entry, "changed", G_CALLBACK (text_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (priv->entry, "activate", G_CALLBACK (add_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (line), priv->entry);
  priv->add_button = gtk_button_new_with_mnemonic (_("_Add"));
  gtk_widget_set_sensitive (priv->add_button, FALSE);
  g_signal_connect_object (priv->add_button, "clicked", G_CALLBACK (add_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (line), priv->add_button);
  gtk_box_append (priv->box, line);
  gtk_window_set_focus (GTK_WINDOW (self), priv->entry);
  return GTK_ENTRY (priv->entry);
}

/**
 * bridge_lines_window_add_chips:
 * @self: a window
 *
 * Returns: (transfer none): a row for chips, which is part of it
 */
GtkWidget *
bridge_lines_window_add_chips (BridgeLinesWindow *self)
{
  GtkWidget *chips = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  gtk_widget_set_layout_manager (chips, bridge_wrap_layout_new ());
  gtk_box_append (get_private (self)->box, chips);
  return chips;
}

/**
 * bridge_lines_add_chip:
 * @chips: a row for them
 * @group: (nullable): one of those of which one is chosen
 * @label: what stands on it
 *
 * Returns: (transfer none): the chip
 */
GtkWidget *
bridge_lines_add_chip (GtkWidget  *chips,
                       GtkWidget  *group,
                       const char *label)
{
  GtkWidget *chip = gtk_toggle_button_new_with_label (label);

  gtk_label_set_wrap (GTK_LABEL (gtk_button_get_child (GTK_BUTTON (chip))), TRUE); /* in large text */
  gtk_widget_add_css_class (chip, "bridge-chip");
  if (group != NULL)
    gtk_toggle_button_set_group (GTK_TOGGLE_BUTTON (chip), GTK_TOGGLE_BUTTON (group));
  gtk_box_append (GTK_BOX (chips), chip);
  return chip;
}

/**
 * bridge_lines_window_add_groups:
 * @self: a window
 *
 * Adds a chip for each group; the first one is chosen.
 */
void
bridge_lines_window_add_groups (BridgeLinesWindow *self)
{
  BridgeLinesWindowPrivate *priv = get_private (self);
  GtkWidget *chips = bridge_lines_window_add_chips (self);

  for (int group = 0; group < get_what (self)->n_groups; group++)
    priv->chips[group] = bridge_lines_add_chip (chips, priv->chips[0], get_what (self)->get_group_label (group));
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (priv->chips[0]), TRUE);
}

/**
 * bridge_lines_window_get_chip:
 * @self: a window with its groups
 * @group: a group
 *
 * Returns: (transfer none): its chip
 */
GtkWidget *
bridge_lines_window_get_chip (BridgeLinesWindow *self,
                              int                group)
{
  return get_private (self)->chips[group];
}

/**
 * bridge_lines_window_add_lists:
 * @self: a window
 *
 * Adds a list for each group.
 */
void
bridge_lines_window_add_lists (BridgeLinesWindow *self)
{
  BridgeLinesWindowPrivate *priv = get_private (self);

  for (int group = 0; group < get_what (self)->n_groups; group++)
    priv->lists[group] = bridge_lines_add_list (priv->box, get_what (self)->get_group_label (group), &priv->headings[group]);
}

/**
 * bridge_lines_window_get_group:
 * @self: a window with its groups
 *
 * Returns: the one that is chosen
 */
int
bridge_lines_window_get_group (BridgeLinesWindow *self)
{
  BridgeLinesWindowPrivate *priv = get_private (self);

  for (int group = 0; group < get_what (self)->n_groups; group++)
    if (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (priv->chips[group])))
      return group;
  return 0;
}

/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "bridge-meanings-window"

#include "config.h"

#include "bridge-meanings-window.h"

#include <glib/gi18n-lib.h>

#include "bridge-feedback.h"
#include "bridge-form.h"
#include "bridge-lines.h"
#include "bridge-rows.h"
#include "bridge-space-meanings.h"
#include "bridge-words.h"
#include "bridge-wrap-layout.h"

#define N_KINDS (BRIDGE_MEANING_HOPE + 1)

struct _BridgeMeaningsWindow
{
  AdwWindow parent_instance;

  BridgeSpace *space;

  GtkWidget *entry;
  GtkWidget *kind_buttons[N_KINDS];
  GtkWidget *once_button;
  GtkWidget *add_button;
  GtkWidget *headings[N_KINDS];
  GtkWidget *lists[N_KINDS];
};

G_DEFINE_FINAL_TYPE (BridgeMeaningsWindow, bridge_meanings_window, ADW_TYPE_WINDOW)

static char *
get_key (gpointer item)
{
  return g_strdup (bridge_meaning_get_id (item));
}

static void
stored_cb (gpointer    data,
           const char *key,
           const char *ritual_id)
{
  BridgeMeaningsWindow *self = data;
  g_autoptr (GError) error = NULL;

  if (!bridge_space_link_meaning (self->space, key, ritual_id, &error))
    bridge_feedback_show_error (GTK_WIDGET (self), error);
}

static void
make_ritual (gpointer    data,
             const char *key)
{
  BridgeMeaningsWindow *self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (BridgeMeaning) meaning = bridge_space_find_meaning (self->space, key, &error);

  if (meaning != NULL)
    bridge_lines_make_ritual (GTK_WIDGET (self), self->space, bridge_meaning_get_text (meaning), FALSE, key, stored_cb, self);
  else
    bridge_feedback_show_error (GTK_WIDGET (self), error);
}

static void
take_away (gpointer    data,
           const char *key)
{
  BridgeMeaningsWindow *self = data;
  g_autoptr (GError) error = NULL;

  gtk_widget_grab_focus (self->entry);
  if (bridge_space_remove_meaning (self->space, key, &error))
    bridge_feedback_show_undo (GTK_WIDGET (self), self->space);
  else
    bridge_feedback_show_error (GTK_WIDGET (self), error);
}

static GtkWidget *
create_row (gpointer item,
            gpointer user_data)
{
  return bridge_line_row_new (bridge_meaning_get_id (item), make_ritual, take_away, user_data);
}

static void
update_row (GtkWidget *row,
            gpointer   item,
            gpointer   user_data)
{
  BridgeMeaningsWindow *self = user_data;
  BridgeMeaning *meaning = item;
  BridgeRitual *ritual = bridge_space_peek_ritual_of_meaning (self->space, meaning);
  gboolean writable = !bridge_space_get_read_only (self->space);
  const char *tense = bridge_meaning_get_tense (meaning) == BRIDGE_MEANING_ONCE ? _("Enjoyed once") : _("To try");
  /* Translators: %1$s is "Enjoyed once" or "To try", %2$s is what a ritual is called */
  g_autofree char *quiet = ritual != NULL ? g_strdup_printf (_("%1$s · now “%2$s”"), tense, bridge_ritual_get_title (ritual))
                                          : g_strdup (tense);

  bridge_line_row_show (row, bridge_meaning_get_text (meaning), quiet, writable && ritual == NULL,
                        writable && bridge_space_may_remove_meaning (self->space, meaning));
}

static void
update (BridgeMeaningsWindow *self)
{
  GListModel *meanings = bridge_space_get_meanings (self->space);

  for (BridgeMeaningKind kind = BRIDGE_MEANING_HOBBY; kind < N_KINDS; kind++)
    {
      g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);

      for (guint i = 0; i < g_list_model_get_n_items (meanings); i++)
        {
          g_autoptr (BridgeMeaning) meaning = g_list_model_get_item (meanings, i);

          if (bridge_meaning_get_kind (meaning) == kind)
            g_ptr_array_add (items, g_steal_pointer (&meaning));
        }
      bridge_rows_sync (GTK_LIST_BOX (self->lists[kind]), items, get_key, create_row, update_row, self);
      gtk_widget_set_visible (self->lists[kind], items->len > 0);
      gtk_widget_set_visible (self->headings[kind], items->len > 0);
    }
}

static void
changed_cb (BridgeMeaningsWindow *self,
            BridgeKinds           kinds)
{
  if (kinds & (BRIDGE_KIND_MEANINGS | BRIDGE_KIND_RITUALS | BRIDGE_KIND_PERSONS | BRIDGE_KIND_SETTINGS))
    update (self);
}

static BridgeMeaningKind
get_kind (BridgeMeaningsWindow *self)
{
  for (BridgeMeaningKind kind = BRIDGE_MEANING_HOBBY; kind < N_KINDS; kind++)
    if (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (self->kind_buttons[kind])))
      return kind;
  return BRIDGE_MEANING_HOBBY;
}

static void
add_cb (BridgeMeaningsWindow *self)
{
  gboolean once = gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (self->once_button));
  g_autoptr (BridgeMeaning) meaning =
    bridge_meaning_new (gtk_editable_get_text (GTK_EDITABLE (self->entry)), get_kind (self),
                        once ? BRIDGE_MEANING_ONCE : BRIDGE_MEANING_TO_TRY);
  g_autoptr (GError) error = NULL;
  g_autoptr (BridgeMeaning) stored = NULL;

  gtk_widget_grab_focus (self->entry);
  if (!gtk_widget_get_sensitive (self->add_button))
    return;
  stored = bridge_space_add_meaning (self->space, meaning, &error);
  if (stored == NULL)
    {
      bridge_feedback_show_error (GTK_WIDGET (self), error);
      return;
    }
  gtk_editable_set_text (GTK_EDITABLE (self->entry), "");
  bridge_feedback_show_undo (GTK_WIDGET (self), self->space);
}

static void
text_changed_cb (BridgeMeaningsWindow *self)
{
  g_autofree char *text = bridge_text_clean (gtk_editable_get_text (GTK_EDITABLE (self->entry)), FALSE);

  gtk_widget_set_sensitive (self->add_button, text != NULL && !bridge_space_get_read_only (self->space));
}

static void
bridge_meanings_window_dispose (GObject *object)
{
  g_clear_object (&BRIDGE_MEANINGS_WINDOW (object)->space);

  G_OBJECT_CLASS (bridge_meanings_window_parent_class)->dispose (object);
}

static void
bridge_meanings_window_class_init (BridgeMeaningsWindowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = bridge_meanings_window_dispose;

  gtk_widget_class_add_binding_action (GTK_WIDGET_CLASS (klass), GDK_KEY_Escape, 0, "window.close", NULL);
}

static GtkWidget *
add_chip (GtkWidget  *row,
          GtkWidget  *group,
          const char *label)
{
  GtkWidget *button = gtk_toggle_button_new_with_label (label);

  gtk_label_set_wrap (GTK_LABEL (gtk_button_get_child (GTK_BUTTON (button))), TRUE); /* for large text */
  gtk_widget_add_css_class (button, "bridge-chip");
  if (group != NULL)
    gtk_toggle_button_set_group (GTK_TOGGLE_BUTTON (button), GTK_TOGGLE_BUTTON (group));
  gtk_box_append (GTK_BOX (row), button);
  return button;
}

static void
build (BridgeMeaningsWindow *self)
{
  gboolean two = bridge_space_get_partner (self->space) != NULL;
  GtkBox *box = bridge_lines_fill_window (ADW_WINDOW (self), two ? _("What you both like") : _("What you like"),
                                          two ? _("What you once enjoyed together, or would like to try. Nothing here is "
                                                  "asked of anybody; a ritual can come of it.")
                                              : _("What you once enjoyed, or would like to try. A ritual can come of it."));
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *kinds = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  GtkWidget *tenses = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  self->entry = gtk_entry_new ();
  gtk_widget_set_hexpand (self->entry, TRUE);
  gtk_entry_set_placeholder_text (GTK_ENTRY (self->entry), _("dancing in the kitchen"));
  gtk_entry_set_max_length (GTK_ENTRY (self->entry), BRIDGE_MEANING_TEXT_MAX);
  bridge_editable_set_name (self->entry, _("What it is"));
  g_signal_connect_object (self->entry, "changed", G_CALLBACK (text_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->entry, "activate", G_CALLBACK (add_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (line), self->entry);
  self->add_button = gtk_button_new_with_mnemonic (_("_Add"));
  gtk_widget_set_sensitive (self->add_button, FALSE);
  g_signal_connect_object (self->add_button, "clicked", G_CALLBACK (add_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (line), self->add_button);
  gtk_box_append (box, line);

  gtk_widget_set_layout_manager (kinds, bridge_wrap_layout_new ());
  for (BridgeMeaningKind kind = BRIDGE_MEANING_HOBBY; kind < N_KINDS; kind++)
    self->kind_buttons[kind] = add_chip (kinds, kind > 0 ? self->kind_buttons[0] : NULL, bridge_meaning_kind_get_label (kind));
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->kind_buttons[0]), TRUE);
  gtk_box_append (box, kinds);
  gtk_widget_set_layout_manager (tenses, bridge_wrap_layout_new ());
  self->once_button = add_chip (tenses, NULL, _("Enjoyed once"));
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (add_chip (tenses, self->once_button, _("To try"))), TRUE);
  gtk_box_append (box, tenses);

  for (BridgeMeaningKind kind = BRIDGE_MEANING_HOBBY; kind < N_KINDS; kind++)
    self->lists[kind] = bridge_lines_add_list (box, bridge_meaning_kind_get_label (kind), &self->headings[kind]);
}

static void
bridge_meanings_window_init (BridgeMeaningsWindow *self)
{
}

/**
 * bridge_meanings_window_new:
 * @space: the space
 * @parent: (nullable): the window it stands over
 *
 * Returns: (transfer floating): the window, not presented yet
 */
GtkWidget *
bridge_meanings_window_new (BridgeSpace *space,
                            GtkWindow   *parent)
{
  BridgeMeaningsWindow *self = g_object_new (BRIDGE_TYPE_MEANINGS_WINDOW, "transient-for", parent, NULL);

  self->space = g_object_ref (space);
  gtk_window_set_title (GTK_WINDOW (self),
                        bridge_space_get_partner (space) != NULL ? _("What You Both Like") : _("What You Like"));
  build (self);
  g_signal_connect_object (space, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (space, "notify::speaker", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);
  return GTK_WIDGET (self);
}

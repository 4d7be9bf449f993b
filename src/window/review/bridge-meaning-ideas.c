/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "bridge-meaning-ideas"

#include "config.h"

#include "bridge-meaning-ideas.h"

#include <glib/gi18n-lib.h>

#include "bridge-feedback.h"
#include "bridge-form.h"
#include "bridge-lines.h"
#include "bridge-space-meanings.h"
#include "bridge-words.h"
#include "bridge-wrap-layout.h"

struct _BridgeMeaningIdeas
{
  AdwBin parent_instance;

  BridgeSpace *space;
  char *filter; /* (nullable) */

  GtkWidget *heading;
  GtkWidget *row;
};

G_DEFINE_FINAL_TYPE (BridgeMeaningIdeas, bridge_meaning_ideas, ADW_TYPE_BIN)

static void
stored_cb (gpointer    data,
           const char *key,
           const char *ritual_id)
{
  BridgeMeaningIdeas *self = data;
  g_autoptr (GError) error = NULL;

  if (!bridge_space_link_meaning (self->space, key, ritual_id, &error))
    bridge_feedback_show_error (GTK_WIDGET (self), error);
}

static void
clicked_cb (BridgeMeaningIdeas *self,
            GtkWidget          *button)
{
  const char *id = g_object_get_data (G_OBJECT (button), "bridge-meaning-id");
  g_autoptr (GError) error = NULL;
  g_autoptr (BridgeMeaning) meaning = bridge_space_find_meaning (self->space, id, &error);

  if (meaning != NULL)
    bridge_lines_make_ritual (GTK_WIDGET (self), self->space, bridge_meaning_get_text (meaning), FALSE,
                              bridge_meaning_get_id (meaning), stored_cb, self);
  else
    bridge_feedback_show_error (GTK_WIDGET (self), error);
}

static gboolean
matches (BridgeMeaningIdeas *self,
         const char         *text)
{
  g_autofree char *folded = g_utf8_casefold (text, -1);
  g_autofree char *wanted = self->filter != NULL ? g_utf8_casefold (self->filter, -1) : g_strdup ("");

  return strstr (folded, g_strstrip (wanted)) != NULL;
}

static void
update (BridgeMeaningIdeas *self)
{
  g_autoptr (GPtrArray) ideas = bridge_space_list_ideas (self->space);
  gboolean two = bridge_space_get_partner (self->space) != NULL;
  gboolean any = FALSE;
  GtkWidget *child;

  gtk_label_set_label (GTK_LABEL (self->heading), two ? _("From what you both like") : _("From what you like"));
  while ((child = gtk_widget_get_first_child (self->row)) != NULL)
    gtk_box_remove (GTK_BOX (self->row), child);
  for (guint i = 0; i < ideas->len; i++)
    {
      BridgeMeaning *meaning = g_ptr_array_index (ideas, i);
      const char *text = bridge_meaning_get_text (meaning);
      /* Translators: for a screen reader: %s is something that somebody likes */
      g_autofree char *name = g_strdup_printf (_("Make a ritual of “%s”"), text);
      GtkWidget *button;

      if (!matches (self, text))
        continue;
      button = gtk_button_new_with_label (text);
      gtk_label_set_wrap (GTK_LABEL (gtk_button_get_child (GTK_BUTTON (button))), TRUE);
      gtk_label_set_wrap_mode (GTK_LABEL (gtk_button_get_child (GTK_BUTTON (button))), PANGO_WRAP_WORD_CHAR);
      gtk_widget_add_css_class (button, "bridge-chip");
      gtk_widget_set_sensitive (button, !bridge_space_get_read_only (self->space));
      bridge_set_name (button, name);
      g_object_set_data_full (G_OBJECT (button), "bridge-meaning-id", g_strdup (bridge_meaning_get_id (meaning)), g_free);
      g_signal_connect_object (button, "clicked", G_CALLBACK (clicked_cb), self, G_CONNECT_SWAPPED);
      gtk_box_append (GTK_BOX (self->row), button);
      any = TRUE;
    }
  gtk_widget_set_visible (GTK_WIDGET (self), any);
}

static void
changed_cb (BridgeMeaningIdeas *self,
            BridgeKinds         kinds)
{
  if (kinds & (BRIDGE_KIND_MEANINGS | BRIDGE_KIND_RITUALS | BRIDGE_KIND_PERSONS))
    update (self);
}

static void
bridge_meaning_ideas_dispose (GObject *object)
{
  g_clear_object (&BRIDGE_MEANING_IDEAS (object)->space);
  g_clear_pointer (&BRIDGE_MEANING_IDEAS (object)->filter, g_free);

  G_OBJECT_CLASS (bridge_meaning_ideas_parent_class)->dispose (object);
}

static void
bridge_meaning_ideas_class_init (BridgeMeaningIdeasClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = bridge_meaning_ideas_dispose;
}

static void
bridge_meaning_ideas_init (BridgeMeaningIdeas *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);

  self->heading = gtk_label_new (NULL);
  gtk_label_set_xalign (GTK_LABEL (self->heading), 0);
  gtk_label_set_wrap (GTK_LABEL (self->heading), TRUE);
  gtk_widget_add_css_class (self->heading, "heading");
  gtk_box_append (GTK_BOX (box), self->heading);
  self->row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  gtk_widget_set_layout_manager (self->row, bridge_wrap_layout_new ());
  gtk_box_append (GTK_BOX (box), self->row);
  adw_bin_set_child (ADW_BIN (self), box);
}

/**
 * bridge_meaning_ideas_new:
 * @space: the space
 *
 * Returns: (transfer floating): the ideas, not shown where there are none
 */
GtkWidget *
bridge_meaning_ideas_new (BridgeSpace *space)
{
  BridgeMeaningIdeas *self = g_object_new (BRIDGE_TYPE_MEANING_IDEAS, NULL);

  self->space = g_object_ref (space);
  g_signal_connect_object (space, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  update (self);
  return GTK_WIDGET (self);
}

/**
 * bridge_meaning_ideas_filter:
 * @self: the ideas
 * @text: what is looked for, or ""
 *
 * Shows those that have it in their words.
 *
 * Returns: whether there is any
 */
gboolean
bridge_meaning_ideas_filter (BridgeMeaningIdeas *self,
                             const char         *text)
{
  g_free (self->filter);
  self->filter = g_strdup (text);
  update (self);
  return gtk_widget_get_visible (GTK_WIDGET (self));
}

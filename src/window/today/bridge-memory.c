/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "bridge-memory"

#include "config.h"

#include "bridge-memory.h"

#include <glib/gi18n-lib.h>

#include "bridge-feedback.h"
#include "bridge-words.h"

struct _BridgeMemory
{
  GtkBox parent_instance;

  BridgeSpace *space;
  char *shown; /* id of the win that is shown, so that the next one is another */

  GtkWidget *button;
  GtkWidget *revealer;
  GtkWidget *date_label;
  GtkWidget *text_label;
  GtkWidget *meant_label;
};

G_DEFINE_FINAL_TYPE (BridgeMemory, bridge_memory, GTK_TYPE_BOX)

static BridgeWin *
pick (BridgeMemory *self,
      gboolean      starred)
{
  const BridgeWinQuery query = { .kind = -1, .starred_only = starred };
  g_autoptr (GListModel) wins = bridge_space_list_wins (self->space, &query);
  guint n = g_list_model_get_n_items (wins);
  g_autoptr (BridgeWin) win = NULL;
  guint position;

  if (n == 0)
    return NULL;

  position = (guint) g_random_int_range (0, (int) n);
  win = g_list_model_get_item (wins, position);
  if (win != NULL && n > 1 && g_strcmp0 (bridge_win_get_id (win), self->shown) == 0)
    {
      g_clear_object (&win);
      win = g_list_model_get_item (wins, (position + 1) % n);
    }

  return g_steal_pointer (&win);
}

static void
clicked_cb (BridgeMemory *self)
{
  BridgeLocal now = bridge_clock_local_now (bridge_space_get_clock (self->space));
  g_autoptr (BridgeWin) win = pick (self, TRUE);
  g_autofree char *date = NULL;

  if (win == NULL)
    win = pick (self, FALSE);
  if (win == NULL)
    {
      bridge_memory_update (self);
      return;
    }

  g_free (self->shown);
  self->shown = g_strdup (bridge_win_get_id (win));
  date = bridge_words_date (bridge_win_get_on (win), now);
  gtk_label_set_label (GTK_LABEL (self->date_label), date);
  gtk_label_set_label (GTK_LABEL (self->text_label), bridge_win_get_text (win));
  gtk_label_set_label (GTK_LABEL (self->meant_label), bridge_win_get_meant (win));
  gtk_widget_set_visible (self->meant_label, *bridge_win_get_meant (win) != '\0');
  gtk_button_set_label (GTK_BUTTON (self->button), _("Another Warm Memory"));
  gtk_widget_set_visible (self->revealer, TRUE);
  gtk_revealer_set_reveal_child (GTK_REVEALER (self->revealer), TRUE);
}

static void
bridge_memory_dispose (GObject *object)
{
  g_clear_object (&BRIDGE_MEMORY (object)->space);

  G_OBJECT_CLASS (bridge_memory_parent_class)->dispose (object);
}

static void
bridge_memory_finalize (GObject *object)
{
  g_free (BRIDGE_MEMORY (object)->shown);

  G_OBJECT_CLASS (bridge_memory_parent_class)->finalize (object);
}

static void
bridge_memory_class_init (BridgeMemoryClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = bridge_memory_dispose;
  G_OBJECT_CLASS (klass)->finalize = bridge_memory_finalize;
}

static GtkWidget *
add_label (GtkBox     *box,
           const char *css_class)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_selectable (GTK_LABEL (label), FALSE);
  gtk_widget_add_css_class (label, css_class);
  gtk_box_append (box, label);

  return label;
}

static void
bridge_memory_init (BridgeMemory *self)
{
  GtkWidget *card = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 12);

  gtk_widget_add_css_class (card, "card");
  gtk_widget_add_css_class (card, "bridge-memory");
  self->date_label = add_label (GTK_BOX (card), "bridge-eyebrow");
  self->text_label = add_label (GTK_BOX (card), "bridge-memory-text");
  self->meant_label = add_label (GTK_BOX (card), "dim-label");

  self->revealer = gtk_revealer_new ();
  gtk_revealer_set_transition_duration (GTK_REVEALER (self->revealer), 200);
  gtk_revealer_set_child (GTK_REVEALER (self->revealer), card);
  gtk_widget_add_css_class (self->revealer, "bridge-reveals-card");
  gtk_widget_set_visible (self->revealer, FALSE);
  gtk_box_append (GTK_BOX (self), self->revealer);

  self->button = gtk_button_new_with_label (_("A Warm Memory"));
  gtk_widget_set_halign (self->button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (self->button, "flat");
  gtk_widget_add_css_class (self->button, "bridge-warm");
  g_signal_connect_swapped (self->button, "clicked", G_CALLBACK (clicked_cb), self);
  gtk_box_append (GTK_BOX (self), self->button);

  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

/**
 * bridge_memory_new:
 *
 * Nothing to be seen yet.
 *
 * Returns: (transfer floating): the widget
 */
GtkWidget *
bridge_memory_new (void)
{
  return g_object_new (BRIDGE_TYPE_MEMORY, NULL);
}

/**
 * bridge_memory_set_space:
 * @self: the memory
 * @space: the space
 *
 * For one that comes out of a template.
 */
void
bridge_memory_set_space (BridgeMemory *self,
                         BridgeSpace  *space)
{
  g_set_object (&self->space, space);
}

/**
 * bridge_memory_update:
 * @self: the memory
 *
 * Comes or goes, according to whether there is anything to remember. What is shown stays until another is asked for,
 * unless it was removed.
 */
void
bridge_memory_update (BridgeMemory *self)
{
  BridgeLocal today = bridge_local_day_start (bridge_clock_local_now (bridge_space_get_clock (self->space)));
  g_autoptr (GError) error = NULL;
  guint n = 0;

  if (!bridge_space_count_wins (self->space, 0, today + BRIDGE_DAY, &n, &error))
    bridge_feedback_show_error (GTK_WIDGET (self), error);
  gtk_widget_set_visible (GTK_WIDGET (self), n > 0);

  if (self->shown != NULL)
    {
      g_autoptr (BridgeWin) win = bridge_space_find_win (self->space, self->shown, NULL);

      if (win == NULL)
        {
          g_clear_pointer (&self->shown, g_free);
          gtk_widget_set_visible (self->revealer, FALSE);
          gtk_button_set_label (GTK_BUTTON (self->button), _("A Warm Memory"));
        }
    }
}

/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "bridge-word-panel"

#include "config.h"

#include "bridge-word-panel.h"

#include <glib/gi18n-lib.h>

#include "bridge-feedback.h"
#include "bridge-planks.h"
#include "bridge-words.h"

#define TEXT_MAX 2000

struct _BridgeWordPanel
{
  GtkBox parent_instance;

  BridgeSpace *space;
  char *name; /* of the occurrence it is about; NULL: closed */
  char *ritual_id;

  GtkWidget *revealer;
  GtkWidget *planks;
  GtkWidget *title;
  GtkWidget *entry;
};

enum {
  CLOSING,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (BridgeWordPanel, bridge_word_panel, GTK_TYPE_BOX)

static void
write_down (BridgeWordPanel *self,
            const char      *text)
{
  BridgeLocal today = bridge_local_day_start (bridge_clock_local_now (bridge_space_get_clock (self->space)));
  BridgePerson *speaker = bridge_space_get_speaker (self->space);
  g_autoptr (BridgeWin) win = bridge_win_new (text, today);
  g_autoptr (BridgeWin) stored = NULL;
  g_autoptr (GError) error = NULL;

  g_object_set (win, "ritual-id", self->ritual_id, "kind", BRIDGE_WIN_SHOWING_UP, NULL);

  if (speaker != NULL)
    g_object_set (win, "noticed-by", bridge_person_get_id (speaker), NULL);

  stored = bridge_space_add_win (self->space, win, &error);
  if (stored == NULL)
    {
      bridge_feedback_show_error (GTK_WIDGET (self), error);
      return;
    }

  bridge_word_panel_close (self);
  bridge_feedback_show_undo (GTK_WIDGET (self), self->space);
}

static void
activate_cb (GtkEntry        *entry,
             BridgeWordPanel *self)
{
  g_autofree char *text = bridge_text_clean (gtk_editable_get_text (GTK_EDITABLE (entry)), FALSE);

  if (text != NULL)
    write_down (self, text);
  else
    bridge_word_panel_close (self);
}

static void
close_cb (BridgeWordPanel *self)
{
  bridge_word_panel_close (self);
}

static gboolean
bridge_word_panel_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (BRIDGE_WORD_PANEL (widget)->entry);
}

static void
bridge_word_panel_dispose (GObject *object)
{
  g_clear_object (&BRIDGE_WORD_PANEL (object)->space);

  G_OBJECT_CLASS (bridge_word_panel_parent_class)->dispose (object);
}

static void
bridge_word_panel_finalize (GObject *object)
{
  g_free (BRIDGE_WORD_PANEL (object)->name);
  g_free (BRIDGE_WORD_PANEL (object)->ritual_id);

  G_OBJECT_CLASS (bridge_word_panel_parent_class)->finalize (object);
}

static void
bridge_word_panel_class_init (BridgeWordPanelClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = bridge_word_panel_dispose;
  G_OBJECT_CLASS (klass)->finalize = bridge_word_panel_finalize;
  GTK_WIDGET_CLASS (klass)->grab_focus = bridge_word_panel_grab_focus;

  signals[CLOSING] = g_signal_new ("closing", BRIDGE_TYPE_WORD_PANEL, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 0);
}

static void
bridge_word_panel_init (BridgeWordPanel *self)
{
  GtkWidget *card = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *skip = gtk_button_new_from_icon_name ("window-close-symbolic");

  gtk_widget_add_css_class (card, "card");
  gtk_widget_add_css_class (card, "bridge-word-panel");

  self->planks = bridge_planks_new ();
  gtk_box_append (GTK_BOX (card), self->planks);

  self->title = gtk_label_new (NULL);
  gtk_label_set_wrap (GTK_LABEL (self->title), TRUE);
  gtk_widget_add_css_class (self->title, "heading");
  gtk_box_append (GTK_BOX (card), self->title);

  self->entry = gtk_entry_new ();
  gtk_entry_set_placeholder_text (GTK_ENTRY (self->entry), _("Add a word about it?"));
  gtk_entry_set_max_length (GTK_ENTRY (self->entry), TEXT_MAX);
  gtk_widget_set_hexpand (self->entry, TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, _("Add a word about it?"),
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, _("Enter without a word skips it."), -1);
  g_signal_connect (self->entry, "activate", G_CALLBACK (activate_cb), self);
  gtk_box_append (GTK_BOX (line), self->entry);

  gtk_widget_add_css_class (skip, "flat");
  gtk_widget_set_tooltip_text (skip, _("Skip"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (skip), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Skip"), -1);
  g_signal_connect_swapped (skip, "clicked", G_CALLBACK (close_cb), self);
  gtk_box_append (GTK_BOX (line), skip);
  gtk_box_append (GTK_BOX (card), line);

  self->revealer = gtk_revealer_new ();
  gtk_revealer_set_transition_duration (GTK_REVEALER (self->revealer), 200);
  gtk_revealer_set_child (GTK_REVEALER (self->revealer), card);
  gtk_widget_add_css_class (self->revealer, "bridge-reveals-card");
  gtk_widget_set_hexpand (self->revealer, TRUE);
  gtk_box_append (GTK_BOX (self), self->revealer);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

/**
 * bridge_word_panel_new:
 *
 * A closed panel.
 *
 * Returns: (transfer floating): the widget
 */
GtkWidget *
bridge_word_panel_new (void)
{
  return g_object_new (BRIDGE_TYPE_WORD_PANEL, NULL);
}

/**
 * bridge_word_panel_set_space:
 * @self: the panel
 * @space: where a word is written down
 *
 * For a panel that comes out of a template.
 */
void
bridge_word_panel_set_space (BridgeWordPanel *self,
                             BridgeSpace     *space)
{
  g_set_object (&self->space, space);
}

/**
 * bridge_word_panel_open:
 * @self: the panel
 * @occurrence: the moment that was kept
 * @kept_today: how many were kept today, this one too
 *
 * Says that it is noted, and offers to add a word.
 */
void
bridge_word_panel_open (BridgeWordPanel  *self,
                        BridgeOccurrence *occurrence,
                        guint             kept_today)
{
  guint n = CLAMP (kept_today, 1, BRIDGE_PLANKS_MAX);
  g_autofree gboolean *smaller = g_new0 (gboolean, n);

  g_free (self->name);
  self->name = g_strdup (bridge_occurrence_get_name (occurrence));
  g_free (self->ritual_id);
  self->ritual_id = g_strdup (bridge_occurrence_get_ritual_id (occurrence));

  smaller[n - 1] = bridge_occurrence_get_outcome (occurrence) == BRIDGE_OUTCOME_SMALLER;
  bridge_planks_set_moments (BRIDGE_PLANKS (self->planks), smaller, n);
  gtk_label_set_label (GTK_LABEL (self->title), smaller[n - 1] ? _("Small counts. One more plank.") : _("One more plank."));
  gtk_editable_set_text (GTK_EDITABLE (self->entry), "");
  gtk_widget_set_visible (GTK_WIDGET (self), TRUE);
  gtk_revealer_set_reveal_child (GTK_REVEALER (self->revealer), TRUE);
  gtk_widget_grab_focus (self->entry);
}

/**
 * bridge_word_panel_close:
 * @self: the panel
 *
 * Takes it away, with what was typed and not written down.
 */
void
bridge_word_panel_close (BridgeWordPanel *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  if (focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (self)))
    g_signal_emit (self, signals[CLOSING], 0);

  g_clear_pointer (&self->name, g_free);
  g_clear_pointer (&self->ritual_id, g_free);
  gtk_revealer_set_reveal_child (GTK_REVEALER (self->revealer), FALSE);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

/**
 * bridge_word_panel_get_name:
 * @self: the panel
 *
 * Returns: (nullable): the name of the occurrence it is about, or %NULL when it is closed
 */
const char *
bridge_word_panel_get_name (BridgeWordPanel *self)
{
  return self->name;
}

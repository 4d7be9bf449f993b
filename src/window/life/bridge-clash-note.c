/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "bridge-clash-note"

#include "config.h"

#include "bridge-clash-note.h"

#include <glib/gi18n-lib.h>

#include "bridge-form.h"
#include "bridge-words.h"
#include "bridge-wrap-layout.h"

struct _BridgeClashNote
{
  AdwPreferencesRow parent_instance;

  int minute;                            /* what would be taken over */
  int minutes[BRIDGE_CLASH_N_OFFERS];    /* of the buttons */
  GtkLabel *label;
  GtkLabel *hint;
  GtkWidget *box;
  GtkWidget *buttons[BRIDGE_CLASH_N_OFFERS];
};

G_DEFINE_FINAL_TYPE (BridgeClashNote, bridge_clash_note, ADW_TYPE_PREFERENCES_ROW)

enum {
  TAKEN,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
clicked_cb (GtkWidget       *button,
            BridgeClashNote *self)
{
  for (guint i = 0; i < BRIDGE_CLASH_N_OFFERS; i++)
    {
      if (self->buttons[i] == button)
        {
          g_signal_emit (self, signals[TAKEN], 0, self->minute, self->minutes[i]);
          return;
        }
    }
}

static void
bridge_clash_note_class_init (BridgeClashNoteClass *klass)
{
  signals[TAKEN] = g_signal_new ("taken", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                 G_TYPE_NONE, 2, G_TYPE_INT, G_TYPE_INT);
}

static GtkLabel *
add_label (GtkWidget *box)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_box_append (GTK_BOX (box), label);

  return GTK_LABEL (label);
}

static void
bridge_clash_note_init (BridgeClashNote *self)
{
  GtkWidget *content = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  self->label = add_label (content);
  self->hint = add_label (content);
  gtk_widget_add_css_class (GTK_WIDGET (self->hint), "dim-label");

  self->box = g_object_new (GTK_TYPE_BOX, "accessible-role", GTK_ACCESSIBLE_ROLE_GROUP, NULL);
  gtk_widget_set_layout_manager (self->box, bridge_wrap_layout_new ());
  bridge_set_name (self->box, _("Free times near it"));
  for (guint i = 0; i < BRIDGE_CLASH_N_OFFERS; i++)
    {
      self->buttons[i] = gtk_button_new ();
      gtk_widget_add_css_class (self->buttons[i], "bridge-chip");
      g_signal_connect_object (self->buttons[i], "clicked", G_CALLBACK (clicked_cb), self, 0);
      gtk_box_append (GTK_BOX (self->box), self->buttons[i]);
    }
  gtk_box_append (GTK_BOX (content), self->box);

  gtk_widget_add_css_class (GTK_WIDGET (self), "bridge-clash");
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (self), content);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (self), FALSE);
  gtk_widget_set_focusable (GTK_WIDGET (self), FALSE);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

/**
 * bridge_clash_note_new:
 *
 * One that is hidden.
 *
 * Returns: (transfer floating): the widget
 */
GtkWidget *
bridge_clash_note_new (void)
{
  return g_object_new (BRIDGE_TYPE_CLASH_NOTE, NULL);
}

/**
 * bridge_clash_note_show:
 * @self: the note
 * @clash: (nullable): what to say, or %NULL for nothing
 * @now: what time it is, here
 *
 * Says it, and offers the free times.
 */
void
bridge_clash_note_show (BridgeClashNote   *self,
                        const BridgeClash *clash,
                        BridgeLocal        now)
{
  g_autofree char *words = NULL;

  gtk_widget_set_visible (GTK_WIDGET (self), clash != NULL);
  if (clash == NULL)
    return;

  words = bridge_clash_to_words (clash, now);
  gtk_label_set_label (self->label, words);
  gtk_label_set_label (self->hint, clash->n_offers > 0
                                     ? _("You can leave it so. Free near it:")
                                     : _("You can leave it so. These days have no free time for it."));

  self->minute = clash->minute;
  gtk_widget_set_visible (self->box, clash->n_offers > 0);
  for (guint i = 0; i < BRIDGE_CLASH_N_OFFERS; i++)
    {
      g_autofree char *time = NULL;
      g_autofree char *name = NULL;

      gtk_widget_set_visible (self->buttons[i], i < clash->n_offers);
      if (i >= clash->n_offers)
        continue;

      self->minutes[i] = clash->offers[i];
      time = bridge_words_time (clash->offers[i] * BRIDGE_MINUTE);
      /* Translators: what a button does; %s is a time of the day. */
      name = g_strdup_printf (_("Take %s instead"), time);
      gtk_button_set_label (GTK_BUTTON (self->buttons[i]), time);
      gtk_widget_set_tooltip_text (self->buttons[i], name);
      bridge_set_name (self->buttons[i], name);
    }
}

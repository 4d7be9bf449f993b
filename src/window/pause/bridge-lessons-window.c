/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "bridge-lessons-window"

#include "config.h"

#include "bridge-lessons-window.h"

#include <glib/gi18n-lib.h>

#include "bridge-box-label.h"
#include "bridge-form.h"
#include "bridge-pause-form.h"
#include "bridge-words.h"

struct _BridgeLessonsWindow
{
  AdwWindow parent_instance;

  BridgeSpace *space;

  GtkStack *stack;
  GtkBox *box;
  GtkWidget *last_button;
  GtkWidget *empty_last_button;
  GtkWidget *close_button; /* so that there is something to press, and not bare room that has the focus */
};

G_DEFINE_FINAL_TYPE (BridgeLessonsWindow, bridge_lessons_window, ADW_TYPE_WINDOW)

static void
edit_cb (GtkButton           *button,
         BridgeLessonsWindow *self)
{
  const char *id = g_object_get_data (G_OBJECT (button), "bridge-id");
  g_autoptr (BridgePause) pause = bridge_space_find_pause (self->space, id, NULL);

  if (pause != NULL)
    gtk_window_present (GTK_WINDOW (bridge_pause_form_new_review (self->space, pause, GTK_WINDOW (self))));
}

static void
add_part (GtkWidget  *card,
          const char *title,
          const char *text)
{
  if (*text == '\0')
    return;

  bridge_box_add_label (card, title, "bridge-lesson-part");
  bridge_box_add_label (card, text, NULL);
}

static GtkWidget *
make_card (BridgeLessonsWindow *self,
           BridgePause         *pause)
{
  BridgeClock *clock = bridge_space_get_clock (self->space);
  g_autoptr (GTimeZone) zone = bridge_clock_dup_zone (clock);
  g_autofree char *day = bridge_words_date (bridge_local_from_utc_ms (bridge_pause_get_called_at (pause), zone),
                                            bridge_clock_local_now (clock));
  gboolean two = bridge_space_get_partner (self->space) != NULL;
  /* Translators: %s is a date; a button that opens what was written about a pause. */
  g_autofree char *name = g_strdup_printf (two ? _("Add to what was written about %s")
                                                : _("Edit what was written about %s"), day);
  GtkWidget *card = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *edit = gtk_button_new_from_icon_name (two ? "list-add-symbolic" : "document-edit-symbolic");
  GtkWidget *date = gtk_label_new (day);

  gtk_label_set_xalign (GTK_LABEL (date), 0);
  gtk_label_set_wrap (GTK_LABEL (date), TRUE);
  gtk_widget_set_hexpand (date, TRUE);
  gtk_widget_add_css_class (date, "dim-label");
  gtk_box_append (GTK_BOX (head), date);
  gtk_widget_add_css_class (edit, "flat");
  gtk_widget_set_valign (edit, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (edit, two ? _("Add Something") : _("Edit"));
  bridge_set_name (edit, name);
  g_object_set_data_full (G_OBJECT (edit), "bridge-id", g_strdup (bridge_pause_get_id (pause)), g_free);
  gtk_widget_set_sensitive (edit, !bridge_space_get_read_only (self->space) &&
                                  (bridge_pause_get_state (pause) == BRIDGE_PAUSE_REVIEW ||
                                   bridge_pause_get_state (pause) == BRIDGE_PAUSE_CLOSED));
  g_signal_connect_object (edit, "clicked", G_CALLBACK (edit_cb), self, 0);
  gtk_box_append (GTK_BOX (head), edit);
  gtk_box_append (GTK_BOX (card), head);

  if (*bridge_pause_get_topic (pause) != '\0')
    {
      /* Translators: %s is what a talk was about. */
      g_autofree char *topic = g_strdup_printf (_("Topic: %s"), bridge_pause_get_topic (pause));

      bridge_box_add_label (card, topic, "dim-label");
    }
  if (*bridge_pause_get_lesson (pause) != '\0')
    bridge_box_add_label (card, bridge_pause_get_lesson (pause), "bridge-memory-text");
  add_part (card, _("Another way now"), bridge_pause_get_changed_plan (pause));
  add_part (card, _("What helped"), bridge_pause_get_helped (pause));
  add_part (card, _("What did not help"), bridge_pause_get_hindered (pause));
  gtk_widget_add_css_class (card, "card");
  gtk_widget_add_css_class (card, "bridge-summary");

  return card;
}

/* The last pause, if it is over and nothing was written about it. (transfer full) (nullable) */
static BridgePause *
find_last (BridgeLessonsWindow *self)
{
  g_autoptr (BridgePause) last = g_list_model_get_item (bridge_space_get_pauses (self->space), 0);

  if (last == NULL || bridge_pause_has_words (last) || bridge_space_get_read_only (self->space) ||
      (bridge_pause_get_state (last) != BRIDGE_PAUSE_REVIEW && bridge_pause_get_state (last) != BRIDGE_PAUSE_CLOSED))
    return NULL;

  return g_steal_pointer (&last);
}

/* Whoever has let it be has done so for themself. No date: there is nothing to be counted here. */
static void
update_last (BridgeLessonsWindow *self)
{
  g_autoptr (BridgePause) last = find_last (self);

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "lessons.look-back", last != NULL);
  gtk_widget_set_visible (self->last_button, last != NULL);
  gtk_widget_set_visible (self->empty_last_button, last != NULL);
  gtk_widget_set_visible (self->close_button, last == NULL);
}

static void
look_back_action (GtkWidget  *widget,
                  const char *name,
                  GVariant   *parameter)
{
  BridgeLessonsWindow *self = BRIDGE_LESSONS_WINDOW (widget);
  g_autoptr (BridgePause) last = find_last (self);

  if (last != NULL)
    gtk_window_present (GTK_WINDOW (bridge_pause_form_new_review (self->space, last, GTK_WINDOW (self))));
}

static void
update (BridgeLessonsWindow *self)
{
  GListModel *pauses = bridge_space_get_pauses (self->space);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->box))) != NULL)
    gtk_box_remove (self->box, child);

  for (guint i = 0; i < g_list_model_get_n_items (pauses); i++)
    {
      g_autoptr (BridgePause) pause = g_list_model_get_item (pauses, i);

      if (bridge_pause_has_words (pause))
        gtk_box_append (self->box, make_card (self, pause));
    }

  update_last (self);
  gtk_stack_set_visible_child_name (self->stack,
                                    gtk_widget_get_first_child (GTK_WIDGET (self->box)) != NULL ? "list" : "empty");
}

static void
changed_cb (BridgeLessonsWindow *self,
            BridgeKinds          kinds)
{
  if (kinds & BRIDGE_KIND_PAUSES)
    update (self);
}

static void
bridge_lessons_window_dispose (GObject *object)
{
  g_clear_object (&BRIDGE_LESSONS_WINDOW (object)->space);

  G_OBJECT_CLASS (bridge_lessons_window_parent_class)->dispose (object);
}

static void
bridge_lessons_window_class_init (BridgeLessonsWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bridge_lessons_window_dispose;

  gtk_widget_class_install_action (widget_class, "lessons.look-back", NULL, look_back_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  gtk_widget_class_set_template_from_resource (widget_class, APP_PATH "/ui/lessons.ui");
  gtk_widget_class_bind_template_child (widget_class, BridgeLessonsWindow, stack);
  gtk_widget_class_bind_template_child (widget_class, BridgeLessonsWindow, box);
  gtk_widget_class_bind_template_child (widget_class, BridgeLessonsWindow, last_button);
  gtk_widget_class_bind_template_child (widget_class, BridgeLessonsWindow, empty_last_button);
  gtk_widget_class_bind_template_child (widget_class, BridgeLessonsWindow, close_button);
}

static void
bridge_lessons_window_init (BridgeLessonsWindow *self)
{
  GtkWidget *buttons[2];

  gtk_widget_init_template (GTK_WIDGET (self));
  buttons[0] = self->last_button;
  buttons[1] = self->empty_last_button;
  for (guint i = 0; i < G_N_ELEMENTS (buttons); i++)
    {
      GtkLabel *label = GTK_LABEL (gtk_button_get_child (GTK_BUTTON (buttons[i])));

      gtk_label_set_wrap (label, TRUE);
      gtk_label_set_justify (label, GTK_JUSTIFY_CENTER);
    }
}

/**
 * bridge_lessons_window_new:
 * @space: the space
 * @parent: (nullable): the window it stands over
 *
 * What pauses have taught.
 *
 * Returns: (transfer floating): the window, not presented yet
 */
GtkWidget *
bridge_lessons_window_new (BridgeSpace *space,
                           GtkWindow   *parent)
{
  BridgeLessonsWindow *self = g_object_new (BRIDGE_TYPE_LESSONS_WINDOW, "transient-for", parent, NULL);

  self->space = g_object_ref (space);
  g_signal_connect_object (space, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  update (self);

  return GTK_WIDGET (self);
}

/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "bridge-pause-talk"

#include "config.h"

#include "bridge-pause-talk.h"

#include <glib/gi18n-lib.h>

#include "bridge-calm.h"
#include "bridge-calm-head.h"
#include "bridge-feedback.h"
#include "bridge-form.h"
#include "bridge-pause-state.h"
#include "bridge-pause-words.h"
#include "bridge-return-popover.h"
#include "bridge-source.h"
#include "bridge-turn-timer.h"
#include "bridge-words.h"

/* A topic is kept this long after the last key. */
#define SAVE_MS 800

struct _BridgePauseTalk
{
  AdwBin parent_instance;

  BridgeSpace *space;
  int turn;
  gboolean updating;
  GSource *save_source;
  GStrv phrases; /* (nullable): those that are shown, empty where they are ours */
  gboolean solo; /* they are for one who is alone */

  GtkWidget *head;
  GtkWidget *topic_entry;
  GtkWidget *begin_box;
  GtkWidget *me_button;
  GtkWidget *partner_button;
  GtkWidget *timer;
  GtkWidget *phrases_box;
  GtkWidget *done_button;
};

G_DEFINE_FINAL_TYPE (BridgePauseTalk, bridge_pause_talk, ADW_TYPE_BIN)

static void
show_error (BridgePauseTalk *self,
            gboolean         done,
            GError          *error)
{
  if (!done)
    bridge_feedback_show_error (GTK_WIDGET (self), error);
}

static void
save_topic (BridgePauseTalk *self)
{
  BridgePause *pause = self->space != NULL ? bridge_space_get_pause (self->space) : NULL;
  g_autofree char *topic = bridge_text_clean (gtk_editable_get_text (GTK_EDITABLE (self->topic_entry)), FALSE);
  g_autoptr (GError) error = NULL;

  bridge_source_clear (&self->save_source);
  if (pause == NULL || bridge_pause_get_state (pause) != BRIDGE_PAUSE_RE_ENTRY ||
      g_strcmp0 (topic != NULL ? topic : "", bridge_pause_get_topic (pause)) == 0)
    return;

  show_error (self, bridge_space_set_pause_topic (self->space, topic != NULL ? topic : "", &error), error);
}

static gboolean
save_cb (gpointer data)
{
  save_topic (data);

  return G_SOURCE_REMOVE;
}

static void
topic_changed_cb (BridgePauseTalk *self)
{
  /* Once the turns have begun, the first topic that is kept stays: not half of one. */
  if (self->updating || self->turn > 0)
    return;

  bridge_source_clear (&self->save_source);
  self->save_source = bridge_source_start (g_timeout_source_new (SAVE_MS), "bridge-pause-topic", save_cb, self);
}

static void
topic_activated_cb (BridgePauseTalk *self)
{
  save_topic (self);
  gtk_widget_child_focus (gtk_widget_get_parent (self->topic_entry), GTK_DIR_TAB_FORWARD);
}

/* (nullable): solo */
static const char *
get_first_id (BridgePauseTalk *self)
{
  BridgePerson *partner = bridge_space_get_partner (self->space);
  BridgePerson *me = bridge_space_get_me (self->space);

  if (partner == NULL || me == NULL)
    return NULL;

  return bridge_person_get_id (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (self->partner_button)) ? partner : me);
}

static void
first_toggled_cb (BridgePauseTalk *self)
{
  if (!self->updating && self->turn == 0)
    bridge_turn_timer_set_turn (BRIDGE_TURN_TIMER (self->timer), 0, 0, get_first_id (self));
}

static void
next_cb (BridgePauseTalk *self)
{
  g_autoptr (GError) error = NULL;

  save_topic (self);
  show_error (self, bridge_space_begin_pause_turn (self->space, self->turn + 1, get_first_id (self), &error), error);
}

static void
pause_cb (BridgePauseTalk *self)
{
  save_topic (self);
  gtk_widget_activate_action (GTK_WIDGET (self), "win.pause", NULL);
}

static void
day_chosen_cb (BridgePauseTalk *self,
               gint64           at)
{
  g_autoptr (GError) error = NULL;

  save_topic (self);
  show_error (self, bridge_space_put_off_pause (self->space, at, &error), error);
}

static void
done_cb (BridgePauseTalk *self)
{
  g_autoptr (GError) error = NULL;

  save_topic (self);
  show_error (self, bridge_space_end_pause_talk (self->space, &error), error);
}

static gboolean
bridge_pause_talk_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (BRIDGE_PAUSE_TALK (widget)->head);
}

/* Whoever closes the window has no words taken. */
static void
bridge_pause_talk_unmap (GtkWidget *widget)
{
  save_topic (BRIDGE_PAUSE_TALK (widget));

  GTK_WIDGET_CLASS (bridge_pause_talk_parent_class)->unmap (widget);
}

static void
bridge_pause_talk_dispose (GObject *object)
{
  bridge_source_clear (&BRIDGE_PAUSE_TALK (object)->save_source);
  g_clear_object (&BRIDGE_PAUSE_TALK (object)->space);
  g_clear_pointer (&BRIDGE_PAUSE_TALK (object)->phrases, g_strfreev);

  G_OBJECT_CLASS (bridge_pause_talk_parent_class)->dispose (object);
}

static void
bridge_pause_talk_class_init (BridgePauseTalkClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bridge_pause_talk_dispose;
  widget_class->unmap = bridge_pause_talk_unmap;
  widget_class->grab_focus = bridge_pause_talk_grab_focus;
  widget_class->focus = bridge_focus_inside;
}

static void
bridge_pause_talk_init (BridgePauseTalk *self)
{
}

static GtkWidget *
make_topic (BridgePauseTalk *self)
{
  GtkEventController *focus = gtk_event_controller_focus_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *label = bridge_calm_label_new (_("One topic"), "heading");

  self->topic_entry = gtk_entry_new ();
  gtk_entry_set_placeholder_text (GTK_ENTRY (self->topic_entry), _("The smallest that would help"));
  gtk_entry_set_alignment (GTK_ENTRY (self->topic_entry), 0.5f);
  gtk_entry_set_max_length (GTK_ENTRY (self->topic_entry), 200);
  bridge_editable_set_name (self->topic_entry, _("One topic"));
  g_signal_connect_object (self->topic_entry, "changed", G_CALLBACK (topic_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->topic_entry, "activate", G_CALLBACK (topic_activated_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (focus, "leave", G_CALLBACK (save_topic), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (self->topic_entry, focus);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), self->topic_entry);

  return box;
}

static GtkWidget *
make_first_button (BridgePauseTalk *self,
                   GtkWidget       *row)
{
  GtkWidget *button = gtk_toggle_button_new ();
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 24);
  gtk_button_set_child (GTK_BUTTON (button), label);
  gtk_widget_add_css_class (button, "pill");
  g_signal_connect_object (button, "toggled", G_CALLBACK (first_toggled_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (row), button);

  return button;
}

static GtkWidget *
make_begin (BridgePauseTalk *self)
{
  GtkWidget *row = bridge_calm_row_new ();

  self->begin_box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  self->me_button = make_first_button (self, row);
  self->partner_button = make_first_button (self, row);
  gtk_toggle_button_set_group (GTK_TOGGLE_BUTTON (self->partner_button), GTK_TOGGLE_BUTTON (self->me_button));
  gtk_box_append (GTK_BOX (self->begin_box), bridge_calm_label_new (_("Who begins?"), "heading"));
  gtk_box_append (GTK_BOX (self->begin_box), row);

  return self->begin_box;
}

/* Those for now that the two have agreed on: what one of them keeps as their own is not shown to both. Who is alone has their
 * own only. */
static GStrv
list_agreed (BridgePauseTalk *self)
{
  gboolean solo = bridge_space_get_partner (self->space) == NULL;
  GListModel *boundaries = bridge_space_get_boundaries (self->space);
  g_autoptr (GStrvBuilder) phrases = g_strv_builder_new ();

  for (guint i = 0; i < g_list_model_get_n_items (boundaries); i++)
    {
      g_autoptr (BridgeBoundary) boundary = g_list_model_get_item (boundaries, i);
      BridgePhraseUse use = bridge_boundary_get_use (boundary);

      if (bridge_boundary_get_kind (boundary) == BRIDGE_BOUNDARY_PHRASE && bridge_boundary_is_in_force (boundary) &&
          (solo || bridge_boundary_get_holder (boundary) == NULL) &&
          (use == BRIDGE_PHRASE_COMING_BACK || use == BRIDGE_PHRASE_REPAIRING))
        g_strv_builder_add (phrases, bridge_revision_get_text (bridge_boundary_get_current (boundary)));
    }

  return g_strv_builder_end (phrases);
}

/* What was taken over from them is there already. */
static void
add_ours (BridgePauseTalk *self,
          GStrv            agreed,
          gboolean         solo)
{
  gboolean any = FALSE;

  for (const char *const *phrase = bridge_pause_get_phrases (solo); *phrase != NULL; phrase++)
    {
      if (g_strv_contains ((const char *const *) agreed, _(*phrase)))
        continue;
      if (!any)
        gtk_box_append (GTK_BOX (self->phrases_box), bridge_calm_label_new (_("Sentences that may help"), "heading"));
      any = TRUE;
      gtk_box_append (GTK_BOX (self->phrases_box), bridge_calm_label_new (_(*phrase), "calm-phrase"));
    }
}

static void
update_phrases (BridgePauseTalk *self)
{
  g_auto (GStrv) agreed = list_agreed (self);
  gboolean solo = bridge_space_get_partner (self->space) == NULL;
  GtkWidget *child;

  if (self->phrases != NULL && solo == self->solo
      && g_strv_equal ((const char *const *) agreed, (const char *const *) self->phrases))
    return;

  while ((child = gtk_widget_get_first_child (self->phrases_box)) != NULL)
    gtk_box_remove (GTK_BOX (self->phrases_box), child);
  if (agreed[0] != NULL)
    gtk_box_append (GTK_BOX (self->phrases_box), bridge_calm_label_new (_("Your sentences"), "heading"));
  for (char **phrase = agreed; *phrase != NULL; phrase++)
    gtk_box_append (GTK_BOX (self->phrases_box), bridge_calm_label_new (*phrase, "calm-phrase"));
  add_ours (self, agreed, solo);

  g_strfreev (self->phrases);
  self->phrases = g_steal_pointer (&agreed);
  self->solo = solo;
}

static void
build (BridgePauseTalk *self)
{
  GtkWidget *box = bridge_calm_box_new ();
  GtkWidget *buttons = bridge_calm_row_new ();
  GtkWidget *day_button = gtk_menu_button_new ();
  GtkWidget *day_popover = bridge_return_popover_new (bridge_space_get_clock (self->space), BRIDGE_RETURN_DAY);

  self->head = g_object_new (BRIDGE_TYPE_CALM_HEAD, NULL);
  gtk_box_append (GTK_BOX (box), self->head);
  gtk_box_append (GTK_BOX (box), make_topic (self));
  gtk_box_append (GTK_BOX (box), make_begin (self));

  self->timer = bridge_turn_timer_new (self->space);
  g_signal_connect_object (self->timer, "next", G_CALLBACK (next_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (box), self->timer);

  self->phrases_box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  gtk_box_append (GTK_BOX (box), self->phrases_box);

  gtk_box_append (GTK_BOX (buttons), bridge_calm_button_new (_("_Pause Again"), NULL, G_CALLBACK (pause_cb), self));
  g_signal_connect_object (day_popover, "chosen", G_CALLBACK (day_chosen_cb), self, G_CONNECT_SWAPPED);
  bridge_calm_menu_set (day_button, _("_Another Day"), day_popover);
  gtk_box_append (GTK_BOX (buttons), day_button);
  self->done_button = bridge_calm_button_new (_("We Are _Done for Now"), NULL, G_CALLBACK (done_cb), self);
  gtk_box_append (GTK_BOX (buttons), self->done_button);
  gtk_box_append (GTK_BOX (box), buttons);

  adw_bin_set_child (ADW_BIN (self), box);
}

/**
 * bridge_pause_talk_new:
 * @space: the space
 *
 * A talk that has not begun.
 *
 * Returns: (transfer floating): the widget
 */
GtkWidget *
bridge_pause_talk_new (BridgeSpace *space)
{
  BridgePauseTalk *self = g_object_new (BRIDGE_TYPE_PAUSE_TALK, NULL);

  self->space = g_object_ref (space);
  build (self);

  return GTK_WIDGET (self);
}

static void
set_name (GtkWidget    *button,
          BridgePerson *person)
{
  const char *name = person != NULL ? bridge_person_get_name (person) : "";

  gtk_label_set_label (GTK_LABEL (gtk_button_get_child (GTK_BUTTON (button))), name);
  bridge_set_name (button, name);
}

/**
 * bridge_pause_talk_update:
 * @self: the screen
 * @pause: a pause after which they talk
 *
 * Shows @pause as it is now; what is being typed stays.
 */
void
bridge_pause_talk_update (BridgePauseTalk *self,
                          BridgePause     *pause)
{
  BridgePerson *partner = bridge_space_get_partner (self->space);
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  gboolean typing = focus != NULL && gtk_widget_is_ancestor (focus, self->topic_entry);

  self->updating = TRUE;
  self->turn = bridge_pause_get_turn (pause);
  if (!bridge_pause_state_can_change_topic (pause))
    {
      bridge_source_clear (&self->save_source);
      typing = FALSE;
    }
  gtk_editable_set_editable (GTK_EDITABLE (self->topic_entry), bridge_pause_state_can_change_topic (pause));
  if (!typing && g_strcmp0 (gtk_editable_get_text (GTK_EDITABLE (self->topic_entry)), bridge_pause_get_topic (pause)) != 0)
    gtk_editable_set_text (GTK_EDITABLE (self->topic_entry), bridge_pause_get_topic (pause));

  bridge_calm_head_set (BRIDGE_CALM_HEAD (self->head), _("Gently."),
                        partner != NULL ? _("One topic, two minutes each, and you can stop at any time.")
                                        : _("One topic, in your own words, and you can stop at any time."));
  gtk_button_set_label (GTK_BUTTON (self->done_button), partner != NULL ? _("We Are _Done for Now") : _("_Done for Now"));
  set_name (self->me_button, bridge_space_get_me (self->space));
  set_name (self->partner_button, partner);
  if (!gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (self->partner_button)))
    gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->me_button), TRUE);
  update_phrases (self);
  gtk_widget_set_visible (self->begin_box, partner != NULL && self->turn == 0);
  gtk_widget_set_visible (self->timer, partner != NULL);
  bridge_turn_timer_set_turn (BRIDGE_TURN_TIMER (self->timer), self->turn, bridge_pause_get_turn_started_at (pause),
                              self->turn > 0 ? bridge_pause_get_first_id (pause) : get_first_id (self));
  self->updating = FALSE;
}

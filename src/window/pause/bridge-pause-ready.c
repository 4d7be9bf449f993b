/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "bridge-pause-ready"

#include "config.h"

#include "bridge-pause-ready.h"

#include <glib/gi18n-lib.h>

#include "bridge-calm.h"
#include "bridge-calm-head.h"
#include "bridge-feedback.h"
#include "bridge-form.h"

struct _BridgePauseReady
{
  AdwBin parent_instance;

  BridgeSpace *space;
  gboolean passing; /* the computer is to be passed on */

  GtkWidget *head;
  GtkWidget *answers;
  GtkWidget *longer_button;
  GtkWidget *pass_button;
  GtkWidget *note_label;
};

G_DEFINE_FINAL_TYPE (BridgePauseReady, bridge_pause_ready, ADW_TYPE_BIN)

static void
answer (BridgePauseReady *self,
        BridgeReadiness   readiness)
{
  g_autoptr (BridgePauseReady) keep = g_object_ref (self); /* the second answer puts another screen in its place */
  g_autoptr (GError) error = NULL;

  if (!bridge_space_answer_pause (self->space, readiness, &error))
    bridge_feedback_show_error (GTK_WIDGET (self), error);
  else if (self->passing)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.hand-over", NULL);
}

static void
ready_cb (BridgePauseReady *self)
{
  answer (self, BRIDGE_READINESS_READY);
}

static void
longer_cb (BridgePauseReady *self)
{
  answer (self, BRIDGE_READINESS_LONGER);
}

static void
day_cb (BridgePauseReady *self)
{
  answer (self, BRIDGE_READINESS_ANOTHER_DAY);
}

static void
pass_cb (BridgePauseReady *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.hand-over", NULL);
}

static gboolean
bridge_pause_ready_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (BRIDGE_PAUSE_READY (widget)->head);
}

static void
bridge_pause_ready_dispose (GObject *object)
{
  g_clear_object (&BRIDGE_PAUSE_READY (object)->space);

  G_OBJECT_CLASS (bridge_pause_ready_parent_class)->dispose (object);
}

static void
bridge_pause_ready_class_init (BridgePauseReadyClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bridge_pause_ready_dispose;
  widget_class->grab_focus = bridge_pause_ready_grab_focus;
  widget_class->focus = bridge_focus_inside;
}

static void
bridge_pause_ready_init (BridgePauseReady *self)
{
  GtkWidget *box = bridge_calm_box_new ();

  self->head = g_object_new (BRIDGE_TYPE_CALM_HEAD, NULL);
  gtk_box_append (GTK_BOX (box), self->head);

  /* None of the three is what is suggested. */
  self->answers = bridge_calm_row_new ();
  gtk_box_append (GTK_BOX (self->answers),
                  bridge_calm_button_new (_("_Ready"), NULL, G_CALLBACK (ready_cb), self));
  self->longer_button = bridge_calm_button_new (_("A Little _Longer"), NULL, G_CALLBACK (longer_cb), self);
  gtk_box_append (GTK_BOX (self->answers), self->longer_button);
  gtk_box_append (GTK_BOX (self->answers), bridge_calm_button_new (_("_Another Day"), NULL, G_CALLBACK (day_cb), self));
  gtk_box_append (GTK_BOX (box), self->answers);

  self->pass_button = bridge_calm_button_new (_("_Pass the Computer"), "suggested-action", G_CALLBACK (pass_cb), self);
  gtk_box_append (GTK_BOX (box), self->pass_button);

  self->note_label = bridge_calm_label_new (_("Each of you answers alone. Only what comes of both answers is shown."), "caption");
  gtk_box_append (GTK_BOX (box), self->note_label);

  adw_bin_set_child (ADW_BIN (self), box);
}

/**
 * bridge_pause_ready_new:
 * @space: the space
 *
 * A question that nobody was asked yet.
 *
 * Returns: (transfer floating): the widget
 */
GtkWidget *
bridge_pause_ready_new (BridgeSpace *space)
{
  BridgePauseReady *self = g_object_new (BRIDGE_TYPE_PAUSE_READY, NULL);

  self->space = g_object_ref (space);

  return GTK_WIDGET (self);
}

/* What is shown is asked of, or said to, whoever sits here now. */
static void
show_question (BridgePauseReady *self)
{
  BridgePerson *speaker = bridge_space_get_speaker (self->space);
  gboolean two = bridge_space_get_partner (self->space) != NULL;
  g_autofree char *sentence = NULL;

  if (two && speaker != NULL)
    /* Translators: %s is a person's name. */
    sentence = g_strdup_printf (_("%s, would you like to come back to it now?"), bridge_person_get_name (speaker));
  else
    sentence = g_strdup (_("Would you like to come back to it now?"));
  bridge_calm_head_set (BRIDGE_CALM_HEAD (self->head), _("Ready?"), sentence);
}

static void
show_passing (BridgePauseReady *self,
              BridgePerson     *listener)
{
  /* Translators: %s is a person's name. */
  g_autofree char *sentence = g_strdup_printf (_("Now the question is for %s alone."), bridge_person_get_name (listener));

  bridge_calm_head_set (BRIDGE_CALM_HEAD (self->head), _("Thank you."), sentence);
}

/**
 * bridge_pause_ready_update:
 * @self: the screen
 * @pause: a pause whose time has come
 *
 * Asks whoever speaks, or has the computer passed on.
 */
void
bridge_pause_ready_update (BridgePauseReady *self,
                           BridgePause      *pause)
{
  BridgePerson *listener = bridge_space_get_listener (self->space);
  gboolean passing = listener != NULL && bridge_space_has_answered_pause (self->space, BRIDGE_PAUSE_ASK_READY);
  gboolean turned = passing != self->passing;
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  /* Whoever sits down now begins with the question, and not on a button that the one before has pressed. */
  if (turned && focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (self)))
    gtk_widget_grab_focus (self->head);
  self->passing = passing;
  if (passing)
    show_passing (self, listener);
  else
    show_question (self);
  gtk_widget_set_visible (self->answers, !passing);
  gtk_widget_set_visible (self->longer_button, !bridge_pause_get_extended (pause));
  gtk_widget_set_visible (self->pass_button, passing);
  gtk_widget_set_visible (self->note_label, listener != NULL && !passing);
}

/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "bridge-window"

#include "config.h"

#include "bridge-window-private.h"

#include "bridge-feedback.h"
#include "bridge-hand-over.h"
#include "bridge-leave.h"
#include "bridge-pause-page.h"

/* Who is at the window, and what covers it in between. */

/* Who was here last is not kept anywhere: it would tell the other one. Only that the two use this computer in turns is,
 * and then the window asks when it opens. */
#define ASK_KEY "ask-who-is-here"

/* As long as nobody has said who they are, nothing names anybody, or takes one of the two for whoever sits here. */
static void
set_ask_later (BridgeWindow *self,
               gboolean      ask_later)
{
  GtkWidget *page = gtk_stack_get_child_by_name (self->main_stack, "pause");

  self->ask_later = ask_later;
  bridge_person_button_set_known (self->person_button, !ask_later);
  if (page != NULL)
    bridge_pause_page_set_known (BRIDGE_PAUSE_PAGE (page), !ask_later);
}

static void
uncover (BridgeWindow *self)
{
  self->cover = NULL;
  gtk_widget_set_visible (self->frame, TRUE);
  bridge_window_update (self);
  if (bridge_window_shows_pages (self))
    gtk_widget_child_focus (bridge_window_ensure_page (self, bridge_window_get_page (self)), GTK_DIR_TAB_FORWARD);
  else if (bridge_window_shows_pause (self))
    gtk_widget_grab_focus (gtk_stack_get_visible_child (self->main_stack));
  gtk_widget_set_visible (GTK_WIDGET (self->cover_bin), FALSE);
  adw_bin_set_child (self->cover_bin, NULL);
}

static void
done_cb (BridgeWindow *self)
{
  g_autofree char *target = g_steal_pointer (&self->target);

  set_ask_later (self, FALSE);
  uncover (self);
  if (!bridge_window_shows_pause (self))
    bridge_window_end_put_away (self, TRUE);
  if (target != NULL)
    bridge_window_open_target (self, target);
}

/* Invisible, not only underneath: what is underneath is read out to whoever uses a screen reader. The focus goes first,
 * here and on the way back: GTK 4.8 keeps what is hidden with the focus in it for ever. */
static void
cover (BridgeWindow *self,
       gboolean      passing)
{
  self->cover = bridge_hand_over_new (self->space, passing);
  g_signal_connect_object (self->cover, "done", G_CALLBACK (done_cb), self, G_CONNECT_SWAPPED);
  bridge_feedback_clear (GTK_WIDGET (self));
  gtk_widget_activate_action (GTK_WIDGET (self), "win.lock", NULL);
  bridge_window_put_away (self);
  adw_bin_set_child (self->cover_bin, self->cover);
  gtk_widget_set_visible (GTK_WIDGET (self->cover_bin), TRUE);
  gtk_widget_grab_focus (self->cover);
  gtk_widget_set_visible (self->frame, FALSE);
  bridge_window_update (self);
}

/* The pages are made anew: a search, an open ritual or half a sentence of the one is not for the other. */
static void
speaker_cb (BridgeWindow *self)
{
  if (!bridge_window_shows_pages (self) && !bridge_window_shows_pause (self) && self->cover == NULL)
    return;

  bridge_feedback_clear (GTK_WIDGET (self));
  bridge_window_forget_pages (self);
}

/**
 * bridge_window_follow_persons:
 * @self: a window that has got its space
 *
 * Shows who is here from now on.
 */
void
bridge_window_follow_persons (BridgeWindow *self)
{
  bridge_person_button_set_space (self->person_button, self->space);
  g_signal_connect_object (self->space, "notify::speaker", G_CALLBACK (speaker_cb), self, G_CONNECT_SWAPPED);
}

/**
 * bridge_window_ask_who:
 * @self: a window that was opened now
 *
 * Asks who is here, where the two of a space use this computer in turns.
 */
void
bridge_window_ask_who (BridgeWindow *self)
{
  if (self->space == NULL || !(bridge_window_shows_pages (self) || bridge_window_shows_pause (self)) ||
      bridge_space_get_partner (self->space) == NULL)
    return;
  if (self->settings == NULL || !g_settings_get_boolean (self->settings, ASK_KEY))
    return;
  /* Nobody has to say who they are before they may calm down. */
  if (bridge_window_shows_calm (self))
    set_ask_later (self, TRUE);
  else
    cover (self, FALSE);
}

/**
 * bridge_window_lift_cover:
 * @self: a window, covered or not
 *
 * Makes room for a pause that begins: it is nobody's. Who is here is asked when it gives the window back.
 */
void
bridge_window_lift_cover (BridgeWindow *self)
{
  if (self->cover == NULL)
    return;

  set_ask_later (self, TRUE);
  uncover (self);
}

/**
 * bridge_window_ask_after_pause:
 * @self: a window whose time to calm down is over, or which the pause has given back
 *
 * Asks who is here, if the pause had come before the question.
 */
void
bridge_window_ask_after_pause (BridgeWindow *self)
{
  gboolean ask = self->ask_later && self->cover == NULL && bridge_space_get_partner (self->space) != NULL;

  if (self->ask_later)
    set_ask_later (self, FALSE);
  if (ask)
    cover (self, FALSE);
}

/**
 * bridge_window_hand_over_action:
 * @widget: the window
 * @name: the action's name
 * @parameter: (nullable): none
 *
 * Covers the window until the other one says who is here, or the one who passes it on stays.
 */
void
bridge_window_hand_over_action (GtkWidget  *widget,
                                const char *name,
                                GVariant   *parameter)
{
  BridgeWindow *self = BRIDGE_WINDOW (widget);

  if (self->settings != NULL)
    g_settings_set_boolean (self->settings, ASK_KEY, TRUE);
  cover (self, TRUE);
}

/**
 * bridge_window_leave_action:
 * @widget: the window
 * @name: the action's name
 * @parameter: (nullable): none
 *
 * Opens what there is to know before one of two leaves.
 */
void
bridge_window_leave_action (GtkWidget  *widget,
                            const char *name,
                            GVariant   *parameter)
{
  BridgeWindow *self = BRIDGE_WINDOW (widget);

  gtk_window_present (GTK_WINDOW (bridge_leave_new (self->space, GTK_WINDOW (self))));
}

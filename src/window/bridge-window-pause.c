/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "bridge-window"

#include "config.h"

#include "bridge-window-private.h"

#include <glib/gi18n-lib.h>

#include "bridge-feedback.h"
#include "bridge-lessons-window.h"
#include "bridge-pause-form.h"
#include "bridge-pause-page.h"
#include "bridge-pause-settings.h"
#include "bridge-pause-words.h"

/* What the pause has to do with the window: it takes all of it, or one line of the other pages. */

/* Does it take the whole window by itself? */
static gboolean
is_calm (BridgePause *pause)
{
  BridgePauseState state = pause != NULL ? bridge_pause_get_state (pause) : BRIDGE_PAUSE_CLOSED;

  return state == BRIDGE_PAUSE_COOLING || state == BRIDGE_PAUSE_RETURN || state == BRIDGE_PAUSE_RE_ENTRY;
}

/* Whoever went back to the planner is left there until there is another time to calm down. */
static char *
dup_key (BridgePause *pause)
{
  return g_strdup_printf ("%s %" G_GINT64_FORMAT, bridge_pause_get_id (pause), bridge_pause_get_cooling_since (pause));
}

/* It may be covered while the computer is passed on. */
static gboolean
has_window (BridgeWindow *self)
{
  return g_strcmp0 (gtk_stack_get_visible_child_name (self->main_stack), "pause") == 0;
}

/**
 * bridge_window_shows_pause:
 * @self: the window
 *
 * Returns: whether the pause has the whole window
 */
gboolean
bridge_window_shows_pause (BridgeWindow *self)
{
  return self->cover == NULL && has_window (self);
}

/**
 * bridge_window_shows_calm:
 * @self: the window
 *
 * Returns: whether it shows a pause in which there is nothing yet that one of the two has to answer
 */
gboolean
bridge_window_shows_calm (BridgeWindow *self)
{
  BridgePause *pause = bridge_window_shows_pause (self) ? bridge_space_get_pause (self->space) : NULL;

  return pause != NULL && bridge_pause_get_state (pause) == BRIDGE_PAUSE_COOLING;
}

/**
 * bridge_window_shows_talk:
 * @self: the window
 *
 * Returns: whether it shows the talk after a pause, which can be paused again
 */
gboolean
bridge_window_shows_talk (BridgeWindow *self)
{
  BridgePause *pause = bridge_window_shows_pause (self) ? bridge_space_get_pause (self->space) : NULL;

  return pause != NULL && bridge_pause_get_state (pause) == BRIDGE_PAUSE_RE_ENTRY;
}

/* What a stack has behind what it shows stays in the tree that screen readers read, an open private space too. So it is
 * invisible; the focus goes first: GTK 4.8 keeps what is hidden with the focus in it for ever. */
static void
hide_behind (BridgeWindow *self)
{
  GtkWidget *shown = gtk_stack_get_visible_child (self->main_stack);
  GtkWidget *page = gtk_stack_get_child_by_name (self->main_stack, "pause");

  gtk_widget_set_visible (GTK_WIDGET (self->view_stack), shown != page);
  if (page != NULL)
    gtk_widget_set_visible (page, shown == page);
}

/* After the talk the strip tells how it goes on. Nobody is led to the first button of a page by it, which might take back what
 * they have proposed. */
static gboolean
focus_strip (BridgeWindow *self,
             BridgePause  *pause)
{
  return pause != NULL && !is_calm (pause) && self->strip_is_pause && gtk_widget_get_mapped (self->strip_button) &&
         gtk_widget_grab_focus (self->strip_button);
}

/**
 * bridge_window_leave_pause:
 * @self: the window
 *
 * Goes back to the other pages, and stays there until there is another pause.
 */
void
bridge_window_leave_pause (BridgeWindow *self)
{
  BridgePause *pause = bridge_space_get_pause (self->space);

  g_clear_pointer (&self->pause_left, g_free);
  if (pause != NULL)
    self->pause_left = dup_key (pause);
  gtk_widget_remove_css_class (GTK_WIDGET (self), "bridge-calm");
  bridge_window_show_pages (self);
  if (self->cover == NULL && !focus_strip (self, pause))
    bridge_window_focus_page (self);
  hide_behind (self);
  bridge_window_end_put_away (self, TRUE);
  bridge_window_ask_after_pause (self);
}

/**
 * bridge_window_show_pause:
 * @self: a window with a space that was set up
 *
 * Gives the whole window to the pause, if there is one that has a screen.
 */
void
bridge_window_show_pause (BridgeWindow *self)
{
  BridgePause *pause = bridge_space_get_pause (self->space);

  if (!is_calm (pause) && (pause == NULL || bridge_pause_get_state (pause) != BRIDGE_PAUSE_ANOTHER_DAY))
    return;

  g_clear_pointer (&self->pause_left, g_free);
  if (bridge_pause_get_state (pause) == BRIDGE_PAUSE_COOLING)
    bridge_window_lift_cover (self);
  if (!has_window (self))
    {
      /* What was just done can be read in the planner; here it would lie over the way back to it. */
      bridge_feedback_clear (GTK_WIDGET (self));
      bridge_window_put_away (self);
    }
  if (gtk_stack_get_child_by_name (self->main_stack, "pause") == NULL)
    {
      GtkWidget *page = bridge_pause_page_new (self->space);

      g_signal_connect_object (page, "leave", G_CALLBACK (bridge_window_leave_pause), self, G_CONNECT_SWAPPED);
      bridge_pause_page_set_known (BRIDGE_PAUSE_PAGE (page), !self->ask_later);
      gtk_stack_add_named (self->main_stack, page, "pause");
    }
  gtk_widget_add_css_class (GTK_WIDGET (self), "bridge-calm");
  gtk_widget_set_visible (gtk_stack_get_child_by_name (self->main_stack, "pause"), TRUE);
  gtk_stack_set_visible_child_name (self->main_stack, "pause");
  bridge_window_update (self);
  if (self->cover == NULL)
    gtk_widget_grab_focus (gtk_stack_get_visible_child (self->main_stack));
  hide_behind (self);
}

/**
 * bridge_window_update_pause:
 * @self: a window with a space
 *
 * Follows the pause: a new one takes the window, whoever called it; one that is over gives it back.
 */
void
bridge_window_update_pause (BridgeWindow *self)
{
  BridgePause *pause = bridge_space_get_pause (self->space);
  g_autofree char *key = pause != NULL ? dup_key (pause) : NULL;
  gint64 due = pause != NULL && bridge_pause_get_state (pause) == BRIDGE_PAUSE_RECOVERY
                   ? bridge_pause_get_follow_up_at (pause)
                   : 0;

  bridge_space_set_alarm (self->space, self, due > bridge_clock_now (bridge_space_get_clock (self->space)) ? due : BRIDGE_NEVER);

  if (has_window (self))
    {
      if (!is_calm (pause) && (pause == NULL || bridge_pause_get_state (pause) != BRIDGE_PAUSE_ANOTHER_DAY))
        bridge_window_leave_pause (self);
      /* From here on it speaks to one of the two. */
      else if (bridge_pause_get_state (pause) != BRIDGE_PAUSE_COOLING)
        bridge_window_ask_after_pause (self);
    }
  else if (self->first_run == NULL && is_calm (pause) && g_strcmp0 (key, self->pause_left) != 0)
    {
      bridge_window_show_pause (self);
    }
}

static gboolean
is_follow_up_due (BridgeWindow *self,
                  BridgePause  *pause)
{
  gint64 at = bridge_pause_get_follow_up_at (pause);

  return at > 0 && at <= bridge_clock_now (bridge_space_get_clock (self->space));
}

/**
 * bridge_window_dup_pause_strip:
 * @self: a window with a space
 * @button: (out) (transfer none) (nullable): what stands on the button of the strip
 *
 * What the other pages say about the pause.
 *
 * Returns: (transfer full) (nullable): a sentence, or %NULL if there is none
 */
char *
bridge_window_dup_pause_strip (BridgeWindow  *self,
                               const char   **button)
{
  BridgePause *pause = bridge_space_get_pause (self->space);
  BridgeClock *clock = bridge_space_get_clock (self->space);
  g_autoptr (GTimeZone) zone = bridge_clock_dup_zone (clock);

  *button = NULL;
  if (pause == NULL)
    return NULL;

  if (bridge_pause_get_state (pause) == BRIDGE_PAUSE_RECOVERY)
    *button = is_follow_up_due (self, pause) ? _("_Follow-Up") : _("_Show");
  else if (bridge_pause_get_state (pause) == BRIDGE_PAUSE_REVIEW)
    *button = _("_Look Back");
  else
    *button = _("_Show");

  return bridge_pause_strip_words (pause, bridge_clock_now (clock), bridge_space_get_partner (self->space) != NULL, zone);
}

/* One at a time, however often a notification is pressed. */
static void
present_form (BridgeWindow *self,
              GtkWidget    *form)
{
  g_set_weak_pointer (&self->form, form);
  gtk_window_present (GTK_WINDOW (form));
}

/**
 * bridge_window_open_pause:
 * @self: a window with a space
 *
 * Opens what the pause stands at: its screen, the follow-up, or the look back.
 */
void
bridge_window_open_pause (BridgeWindow *self)
{
  BridgePause *pause = bridge_space_get_pause (self->space);
  GtkWindow *window = GTK_WINDOW (self);

  if (pause == NULL)
    return;

  if (self->form != NULL)
    gtk_window_present (GTK_WINDOW (self->form));
  else if (bridge_pause_get_state (pause) == BRIDGE_PAUSE_RECOVERY)
    present_form (self, bridge_pause_form_new_follow_up (self->space, bridge_pause_get_id (pause), window));
  else if (bridge_pause_get_state (pause) == BRIDGE_PAUSE_REVIEW)
    present_form (self, bridge_pause_form_new_review (self->space, pause, window));
  else
    bridge_window_show_pause (self);
}

/* One press, and it is stored. */
static void
pause_action (GtkWidget  *widget,
              const char *name,
              GVariant   *parameter)
{
  BridgeWindow *self = BRIDGE_WINDOW (widget);
  g_autoptr (BridgePause) pause = NULL;
  g_autoptr (GError) error = NULL;

  pause = bridge_space_call_pause (self->space, &error);
  if (pause == NULL)
    {
      bridge_feedback_show_error (widget, error);
      return;
    }
  bridge_window_show_pause (self);
}

static void
lessons_action (GtkWidget  *widget,
                const char *name,
                GVariant   *parameter)
{
  BridgeWindow *self = BRIDGE_WINDOW (widget);

  gtk_window_present (GTK_WINDOW (bridge_lessons_window_new (self->space, GTK_WINDOW (self))));
}

static void
pause_settings_action (GtkWidget  *widget,
                       const char *name,
                       GVariant   *parameter)
{
  BridgeWindow *self = BRIDGE_WINDOW (widget);

  gtk_window_present (GTK_WINDOW (bridge_pause_settings_new (self->space, GTK_WINDOW (self))));
}

/**
 * bridge_window_update_pause_actions:
 * @self: the window
 *
 * Says what can be done about pauses, which can be called wherever there are pages.
 */
void
bridge_window_update_pause_actions (BridgeWindow *self)
{
  gboolean ready = self->space != NULL && (bridge_window_shows_pages (self) || bridge_window_shows_pause (self));
  gboolean writable = ready && !bridge_space_get_read_only (self->space);
  gboolean covered = self->cover != NULL && !bridge_space_get_read_only (self->space);

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.pause", writable || covered);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.pause-settings", writable);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.lessons", ready);
}

/**
 * bridge_window_class_install_pause_actions:
 * @widget_class: the class of the window
 *
 * Installs what can be done about pauses.
 */
void
bridge_window_class_install_pause_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.pause", NULL, pause_action);
  gtk_widget_class_install_action (widget_class, "win.lessons", NULL, lessons_action);
  gtk_widget_class_install_action (widget_class, "win.pause-settings", NULL, pause_settings_action);
}

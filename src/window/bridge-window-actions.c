/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "bridge-window"

#include "config.h"

#include "bridge-window-private.h"

#include <glib/gi18n-lib.h>

#include "bridge-around-life.h"
#include "bridge-compat.h"
#include "bridge-feedback.h"
#include "bridge-first-run.h"
#include "bridge-menu-names.h"
#include "bridge-milestone-editor.h"
#include "bridge-moment-editor.h"
#include "bridge-page.h"
#include "bridge-preferences.h"
#include "bridge-promises-window.h"
#include "bridge-reflect-page.h"
#include "bridge-reliability-window.h"
#include "bridge-safety.h"
#include "bridge-shortcuts.h"

/* What can be done in the window: its actions and the keys for them. */

static void
new_win_action (GtkWidget  *widget,
                const char *name,
                GVariant   *parameter)
{
  BridgeWindow *self = BRIDGE_WINDOW (widget);

  gtk_window_present (GTK_WINDOW (bridge_win_editor_new (self->space, NULL, GTK_WINDOW (self))));
}

static void
new_ritual_action (GtkWidget  *widget,
                   const char *name,
                   GVariant   *parameter)
{
  BridgeWindow *self = BRIDGE_WINDOW (widget);

  gtk_window_present (GTK_WINDOW (bridge_ritual_editor_new (self->space, NULL, GTK_WINDOW (self))));
}

static void
new_promise_action (GtkWidget  *widget,
                    const char *name,
                    GVariant   *parameter)
{
  BridgeWindow *self = BRIDGE_WINDOW (widget);

  gtk_window_present (GTK_WINDOW (bridge_promise_editor_new (self->space, NULL, GTK_WINDOW (self))));
}

static void
new_check_in_action (GtkWidget  *widget,
                     const char *name,
                     GVariant   *parameter)
{
  BridgeWindow *self = BRIDGE_WINDOW (widget);

  bridge_window_show_page (self, "reflect");
  bridge_reflect_page_begin_check_in (BRIDGE_REFLECT_PAGE (bridge_window_ensure_page (self, BRIDGE_PAGE_REFLECT)));
}

static void
new_milestone_action (GtkWidget  *widget,
                      const char *name,
                      GVariant   *parameter)
{
  BridgeWindow *self = BRIDGE_WINDOW (widget);

  gtk_window_present (GTK_WINDOW (bridge_milestone_editor_new (self->space, NULL, GTK_WINDOW (self))));
}

static void
promises_action (GtkWidget  *widget,
                 const char *name,
                 GVariant   *parameter)
{
  BridgeWindow *self = BRIDGE_WINDOW (widget);

  gtk_window_present (GTK_WINDOW (bridge_promises_window_new (self->space, GTK_WINDOW (self))));
}

static void
new_boundary_action (GtkWidget  *widget,
                     const char *name,
                     GVariant   *parameter)
{
  BridgeWindow *self = BRIDGE_WINDOW (widget);

  gtk_window_present (GTK_WINDOW (bridge_boundary_editor_new (self->space, NULL, NULL, BRIDGE_LOCAL_NONE, GTK_WINDOW (self))));
}

static void
new_moment_action (GtkWidget  *widget,
                   const char *name,
                   GVariant   *parameter)
{
  BridgeWindow *self = BRIDGE_WINDOW (widget);

  gtk_window_present (GTK_WINDOW (bridge_moment_editor_new (self->space, GTK_WINDOW (self))));
}

static void
undo_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  BridgeWindow *self = BRIDGE_WINDOW (widget);
  gboolean undo = g_str_equal (name, "win.undo");
  g_autoptr (GError) error = NULL;

  if (undo ? bridge_space_undo (self->space, &error) : bridge_space_redo (self->space, &error))
    bridge_feedback_show (widget, undo ? _("Taken back") : _("Done again"));
  else
    bridge_feedback_show_error (widget, error);
}

static void
find_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  BridgeWindow *self = BRIDGE_WINDOW (widget);

  if (bridge_window_get_page (self) == BRIDGE_PAGE_RITUALS)
    {
      bridge_rituals_page_focus_search (BRIDGE_RITUALS_PAGE (bridge_window_ensure_page (self, BRIDGE_PAGE_RITUALS)));
      return;
    }

  if (bridge_window_get_page (self) == BRIDGE_PAGE_BOUNDARIES)
    {
      bridge_boundaries_page_focus_search (BRIDGE_BOUNDARIES_PAGE (bridge_window_ensure_page (self, BRIDGE_PAGE_BOUNDARIES)));
      return;
    }

  if (bridge_window_get_page (self) == BRIDGE_PAGE_REFLECT &&
      bridge_reflect_page_focus_search (BRIDGE_REFLECT_PAGE (bridge_window_ensure_page (self, BRIDGE_PAGE_REFLECT))))
    return;

  bridge_window_show_page (self, "celebrate");
  bridge_celebrate_page_focus_search (BRIDGE_CELEBRATE_PAGE (bridge_window_ensure_page (self, BRIDGE_PAGE_CELEBRATE)));
}

/* From any page, and while anything else is shown. */
static void
lock_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  BridgeWindow *self = BRIDGE_WINDOW (widget);

  if (self->pages[BRIDGE_PAGE_REFLECT] != NULL)
    bridge_reflect_page_lock (BRIDGE_REFLECT_PAGE (self->pages[BRIDGE_PAGE_REFLECT]));
}

static void
show_page_action (GtkWidget  *widget,
                  const char *name,
                  GVariant   *parameter)
{
  bridge_window_show_page (BRIDGE_WINDOW (widget), g_variant_get_string (parameter, NULL));
}

static void
open_ritual_action (GtkWidget  *widget,
                    const char *name,
                    GVariant   *parameter)
{
  g_autofree char *id = g_variant_dup_string (parameter, NULL); /* the row that it belongs to may go */

  bridge_window_open_target (BRIDGE_WINDOW (widget), id);
}

static void
open_catalogue_action (GtkWidget  *widget,
                       const char *name,
                       GVariant   *parameter)
{
  BridgeWindow *self = BRIDGE_WINDOW (widget);

  bridge_window_show_page (self, "rituals");
  bridge_rituals_page_open_catalogue (BRIDGE_RITUALS_PAGE (bridge_window_ensure_page (self, BRIDGE_PAGE_RITUALS)));
}

/* To the door, or what is behind it: whoever is about to leave opens what is theirs, also out of a pause. */
static void
show_private_action (GtkWidget  *widget,
                     const char *name,
                     GVariant   *parameter)
{
  BridgeWindow *self = BRIDGE_WINDOW (widget);

  if (bridge_window_shows_pause (self))
    bridge_window_leave_pause (self);
  bridge_window_show_page (self, "reflect");
  bridge_reflect_page_show_private (BRIDGE_REFLECT_PAGE (bridge_window_ensure_page (self, BRIDGE_PAGE_REFLECT)));
}

static void
back_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  BridgeWindow *self = BRIDGE_WINDOW (widget);

  if (bridge_window_shows_pause (self))
    bridge_window_leave_pause (self);
  else if (self->first_run != NULL)
    bridge_first_run_go_back (BRIDGE_FIRST_RUN (self->first_run));
  else if (bridge_window_shows_pages (self) && bridge_window_get_page (self) == BRIDGE_PAGE_RITUALS
           && self->pages[BRIDGE_PAGE_RITUALS] != NULL)
    bridge_rituals_page_go_back (BRIDGE_RITUALS_PAGE (self->pages[BRIDGE_PAGE_RITUALS]));
  else if (bridge_window_shows_pages (self) && bridge_window_get_page (self) == BRIDGE_PAGE_BOUNDARIES
           && self->pages[BRIDGE_PAGE_BOUNDARIES] != NULL)
    bridge_boundaries_page_go_back (BRIDGE_BOUNDARIES_PAGE (self->pages[BRIDGE_PAGE_BOUNDARIES]));
  else if (bridge_window_shows_pages (self) && bridge_window_get_page (self) == BRIDGE_PAGE_CELEBRATE
           && self->pages[BRIDGE_PAGE_CELEBRATE] != NULL)
    bridge_celebrate_page_go_back (BRIDGE_CELEBRATE_PAGE (self->pages[BRIDGE_PAGE_CELEBRATE]));
  else if (bridge_window_shows_pages (self) && bridge_window_get_page (self) == BRIDGE_PAGE_REFLECT
           && self->pages[BRIDGE_PAGE_REFLECT] != NULL)
    bridge_reflect_page_go_back (BRIDGE_REFLECT_PAGE (self->pages[BRIDGE_PAGE_REFLECT]));
}

static void
preferences_action (GtkWidget  *widget,
                    const char *name,
                    GVariant   *parameter)
{
  BridgeWindow *self = BRIDGE_WINDOW (widget);

  gtk_window_present (GTK_WINDOW (bridge_preferences_new (self->space, self->link, GTK_WINDOW (self))));
}

static void
around_life_action (GtkWidget  *widget,
                    const char *name,
                    GVariant   *parameter)
{
  BridgeWindow *self = BRIDGE_WINDOW (widget);

  gtk_window_present (GTK_WINDOW (bridge_around_life_new (self->space, GTK_WINDOW (self))));
}

static void
reliability_action (GtkWidget  *widget,
                    const char *name,
                    GVariant   *parameter)
{
  BridgeWindow *self = BRIDGE_WINDOW (widget);

  gtk_window_present (GTK_WINDOW (bridge_reliability_window_new (self->space, self->link, GTK_WINDOW (self))));
}

static void
safety_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  BridgeSpace *space = BRIDGE_WINDOW (widget)->space;
  gboolean solo = space != NULL && bridge_space_get_me (space) != NULL && bridge_space_get_partner (space) == NULL;

  gtk_window_present (GTK_WINDOW (bridge_safety_new (GTK_WINDOW (widget), solo)));
}

static void
shortcuts_action (GtkWidget  *widget,
                  const char *name,
                  GVariant   *parameter)
{
  gtk_window_present (GTK_WINDOW (bridge_shortcuts_new (GTK_WINDOW (widget))));
}

static void
about_action (GtkWidget  *widget,
              const char *name,
              GVariant   *parameter)
{
  bridge_about_present (GTK_WINDOW (widget));
}

static void
add_bindings (GtkWidgetClass *widget_class)
{
  static const struct {
    guint key;
    GdkModifierType modifiers;
    const char *action;
  } bindings[] = {
    { GDK_KEY_n, GDK_CONTROL_MASK, "win.new-win" },
    { GDK_KEY_n, GDK_CONTROL_MASK | GDK_SHIFT_MASK, "win.new-ritual" },
    { GDK_KEY_r, GDK_CONTROL_MASK | GDK_SHIFT_MASK, "win.new-promise" },
    { GDK_KEY_c, GDK_CONTROL_MASK | GDK_SHIFT_MASK, "win.new-check-in" },
    { GDK_KEY_z, GDK_CONTROL_MASK, "win.undo" },
    { GDK_KEY_z, GDK_CONTROL_MASK | GDK_SHIFT_MASK, "win.redo" },
    { GDK_KEY_f, GDK_CONTROL_MASK, "win.find" },
    { GDK_KEY_l, GDK_CONTROL_MASK, "win.lock" },
    { GDK_KEY_p, GDK_CONTROL_MASK | GDK_SHIFT_MASK, "win.pause" },
    { GDK_KEY_Left, GDK_ALT_MASK, "win.back" },
    { GDK_KEY_Escape, 0, "win.back" },
    { GDK_KEY_comma, GDK_CONTROL_MASK, "win.preferences" },
    { GDK_KEY_h, GDK_CONTROL_MASK, "win.around-life" },
    { GDK_KEY_h, GDK_CONTROL_MASK | GDK_SHIFT_MASK, "win.hand-over" },
    { GDK_KEY_r, GDK_CONTROL_MASK, "win.reliability" },
    { GDK_KEY_question, GDK_CONTROL_MASK, "win.show-help-overlay" },
    { GDK_KEY_question, GDK_CONTROL_MASK | GDK_SHIFT_MASK, "win.show-help-overlay" },
    { GDK_KEY_slash, GDK_CONTROL_MASK | GDK_SHIFT_MASK, "win.show-help-overlay" },
    { GDK_KEY_w, GDK_CONTROL_MASK, "window.close" },
    { GDK_KEY_q, GDK_CONTROL_MASK, "window.close" },
  };

  /* On the window, not on the application: what is typed into a field is the field's first, its own undo above all. */
  for (gsize i = 0; i < G_N_ELEMENTS (bindings); i++)
    gtk_widget_class_add_binding_action (widget_class, bindings[i].key, bindings[i].modifiers, bindings[i].action, NULL);
  for (BridgePage page = 0; page < BRIDGE_N_PAGES; page++)
    {
      gtk_widget_class_add_binding_action (widget_class, GDK_KEY_1 + page, GDK_ALT_MASK, "win.show-page", "s",
                                           bridge_window_pages[page].name);
      gtk_widget_class_add_binding_action (widget_class, GDK_KEY_KP_1 + page, GDK_ALT_MASK, "win.show-page", "s",
                                           bridge_window_pages[page].name);
    }
}

/**
 * bridge_window_class_install_actions:
 * @widget_class: the class of the window
 *
 * Installs what can be done in the window, and the keys for it.
 */
void
bridge_window_class_install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.new-win", NULL, new_win_action);
  gtk_widget_class_install_action (widget_class, "win.new-ritual", NULL, new_ritual_action);
  gtk_widget_class_install_action (widget_class, "win.new-moment", NULL, new_moment_action);
  gtk_widget_class_install_action (widget_class, "win.new-promise", NULL, new_promise_action);
  gtk_widget_class_install_action (widget_class, "win.new-check-in", NULL, new_check_in_action);
  gtk_widget_class_install_action (widget_class, "win.new-milestone", NULL, new_milestone_action);
  gtk_widget_class_install_action (widget_class, "win.promises", NULL, promises_action);
  gtk_widget_class_install_action (widget_class, "win.new-boundary", NULL, new_boundary_action);
  gtk_widget_class_install_action (widget_class, "win.undo", NULL, undo_action);
  gtk_widget_class_install_action (widget_class, "win.redo", NULL, undo_action);
  gtk_widget_class_install_action (widget_class, "win.find", NULL, find_action);
  gtk_widget_class_install_action (widget_class, "win.export-log", NULL, bridge_window_export_log_action);
  gtk_widget_class_install_action (widget_class, "win.lock", NULL, lock_action);
  gtk_widget_class_install_action (widget_class, "win.show-page", "s", show_page_action);
  gtk_widget_class_install_action (widget_class, "win.open-ritual", "s", open_ritual_action);
  gtk_widget_class_install_action (widget_class, "win.begin", "s", open_ritual_action);
  gtk_widget_class_install_action (widget_class, "win.open-catalogue", NULL, open_catalogue_action);
  gtk_widget_class_install_action (widget_class, "win.back", NULL, back_action);
  gtk_widget_class_install_action (widget_class, "win.preferences", NULL, preferences_action);
  gtk_widget_class_install_action (widget_class, "win.reliability", NULL, reliability_action);
  gtk_widget_class_install_action (widget_class, "win.around-life", NULL, around_life_action);
  gtk_widget_class_install_action (widget_class, "win.leave", NULL, bridge_window_leave_action);
  gtk_widget_class_install_action (widget_class, "win.show-private", NULL, show_private_action);
  gtk_widget_class_install_action (widget_class, "win.safety", NULL, safety_action);
  gtk_widget_class_install_action (widget_class, "win.hand-over", NULL, bridge_window_hand_over_action);
  bridge_window_class_install_pause_actions (widget_class);
  gtk_widget_class_install_action (widget_class, "win.show-help-overlay", NULL, shortcuts_action);
  gtk_widget_class_install_action (widget_class, "win.about", NULL, about_action);
  add_bindings (widget_class);
  bridge_window_follow_popovers ();
  bridge_menu_names_follow ();
}

/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "bridge-window"

#include "config.h"

#include "bridge-window-private.h"

#include "bridge-unsaved.h"

/* What stands above the window: editors and other dialogs. */

#define SPEAKER_KEY "bridge-speaker"

/* What works wherever somebody is in the program. */
static const struct {
  guint key;
  GdkModifierType modifiers;
  const char *action;
} keys[] = {
  { GDK_KEY_p, GDK_CONTROL_MASK | GDK_SHIFT_MASK, "win.pause" },
  { GDK_KEY_h, GDK_CONTROL_MASK | GDK_SHIFT_MASK, "win.hand-over" },
  { GDK_KEY_l, GDK_CONTROL_MASK, "win.lock" },
  { GDK_KEY_q, GDK_CONTROL_MASK, "window.close" },
};

static gboolean
key_pressed_cb (GtkWidget *dialog,
                GVariant  *args,
                gpointer   window)
{
  if (!bridge_window_is_above (GTK_WINDOW (dialog), window))
    return FALSE;
  return gtk_widget_activate_action (window, g_variant_get_string (args, NULL), NULL);
}

/* Whom a dialog belongs to it does not know yet. */
static void
windows_cb (GListModel   *windows,
            guint         position,
            guint         removed,
            guint         added,
            BridgeWindow *self)
{
  for (guint i = position; i < position + added; i++)
    {
      g_autoptr (GtkWidget) dialog = g_list_model_get_item (windows, i);
      GtkEventController *controller = gtk_shortcut_controller_new ();

      for (gsize k = 0; k < G_N_ELEMENTS (keys); k++)
        {
          GtkShortcut *shortcut = gtk_shortcut_new (gtk_keyval_trigger_new (keys[k].key, keys[k].modifiers),
                                                    gtk_callback_action_new (key_pressed_cb, self, NULL));

          gtk_shortcut_set_arguments (shortcut, g_variant_new_string (keys[k].action));
          gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (controller), shortcut);
        }
      gtk_widget_add_controller (dialog, controller);
    }
}

/**
 * bridge_window_follow_dialogs:
 * @self: the window
 *
 * Has the keys for a pause, for passing the computer on, for locking and for leaving work in whatever is opened above the
 * window: an editor may be where somebody is when they are needed.
 */
void
bridge_window_follow_dialogs (BridgeWindow *self)
{
  g_signal_connect_object (gtk_window_get_toplevels (), "items-changed", G_CALLBACK (windows_cb), self, 0);
}

/* What is open of menus and the like closes. */
static gboolean
pressed_in_popover_cb (GtkWidget *popover,
                       GVariant  *args,
                       gpointer   user_data)
{
  GtkWindow *window = GTK_WINDOW (gtk_widget_get_root (popover));
  g_autoptr (GtkWidget) keep = g_object_ref (popover);
  const char *action;

  while (window != NULL && !BRIDGE_IS_WINDOW (window))
    window = gtk_window_get_transient_for (window);
  if (window == NULL)
    return GDK_EVENT_PROPAGATE;

  for (GtkWidget *widget = popover; widget != NULL; widget = gtk_widget_get_parent (widget))
    {
      if (GTK_IS_POPOVER (widget))
        gtk_popover_popdown (GTK_POPOVER (widget));
    }

  g_variant_get (args, "(&s)", &action);
  return gtk_widget_activate_action (GTK_WIDGET (window), action, NULL);
}

static void
add_keys_to_popovers (gpointer popover_class)
{
  for (gsize k = 0; k < G_N_ELEMENTS (keys); k++)
    gtk_widget_class_add_binding (popover_class, keys[k].key, keys[k].modifiers, pressed_in_popover_cb, "(s)", keys[k].action);
}

/**
 * bridge_window_follow_popovers:
 *
 * Has the same keys work in every popover. One keeps all keys to itself, so that the window hears of none. Classes take over the
 * keys of the class they are made from at the moment they are made.
 */
void
bridge_window_follow_popovers (void)
{
  guint n;
  g_autofree GType *types = g_type_children (GTK_TYPE_POPOVER, &n);

  for (guint i = 0; i < n; i++)
    {
      gpointer popover_class = g_type_class_peek (types[i]);

      if (popover_class != NULL)
        add_keys_to_popovers (popover_class);
    }
  add_keys_to_popovers (g_type_class_ref (GTK_TYPE_POPOVER)); /* for as long as the program runs */
}

static const char *
get_speaker_id (BridgeWindow *self)
{
  BridgePerson *speaker = bridge_space_get_speaker (self->space);

  return speaker != NULL ? bridge_person_get_id (speaker) : NULL;
}

/**
 * bridge_window_put_away:
 * @self: the window
 *
 * Takes what stands above the window out of sight. What is being written keeps its words, for whoever wrote them.
 */
void
bridge_window_put_away (BridgeWindow *self)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWindow) dialog = g_list_model_get_item (windows, i);

      if (!gtk_widget_get_visible (GTK_WIDGET (dialog)) || !bridge_window_is_above (dialog, GTK_WINDOW (self)))
        continue;
      if (self->put_away == NULL)
        self->put_away = g_ptr_array_new_with_free_func (g_object_unref);
      g_object_set_data_full (G_OBJECT (dialog), SPEAKER_KEY, g_strdup (get_speaker_id (self)), g_free);
      gtk_widget_set_visible (GTK_WIDGET (dialog), FALSE);
      g_ptr_array_add (self->put_away, g_steal_pointer (&dialog));
    }
}

static gboolean
is_toplevel (gpointer window)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWindow) other = g_list_model_get_item (windows, i);

      if (other == window)
        return TRUE;
    }

  return FALSE;
}

/**
 * bridge_window_end_put_away:
 * @self: the window
 * @bring_back: whether to show what belongs to whoever is here; else all of it is closed for good
 *
 * Ends the absence of what was put away, unless it was closed meanwhile. What the other one was writing waits for them.
 */
void
bridge_window_end_put_away (BridgeWindow *self,
                            gboolean      bring_back)
{
  g_autoptr (GPtrArray) dialogs = g_steal_pointer (&self->put_away);

  for (guint i = 0; dialogs != NULL && i < dialogs->len; i++)
    {
      GtkWindow *dialog = g_ptr_array_index (dialogs, i);

      if (!is_toplevel (dialog))
        continue;
      if (!bring_back)
        {
          gtk_window_destroy (dialog);
        }
      else if (g_strcmp0 (g_object_get_data (G_OBJECT (dialog), SPEAKER_KEY), get_speaker_id (self)) == 0)
        {
          gtk_window_present (dialog);
        }
      else
        {
          if (self->put_away == NULL)
            self->put_away = g_ptr_array_new_with_free_func (g_object_unref);
          g_ptr_array_add (self->put_away, g_object_ref (dialog));
        }
    }
}

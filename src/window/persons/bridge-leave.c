/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "bridge-leave"

#include "config.h"

#include "bridge-leave.h"

#include <glib/gi18n-lib.h>

#include "bridge-desk-settings.h"
#include "bridge-feedback.h"
#include "bridge-form.h"
#include "bridge-private.h"
#include "bridge-words.h"

struct _BridgeLeave
{
  AdwWindow parent_instance;

  BridgeSpace *space;
  char *id;   /* whoever opened it */
  char *name;

  GtkStack *stack;
  AdwActionRow *stays_row;
  GtkWidget *private_row;
  GtkLabel *told_label;
  GtkSwitch *name_switch;
  GtkWidget *name_row;
  GtkWidget *leave_button;
  GtkWidget *close_button;
};

G_DEFINE_FINAL_TYPE (BridgeLeave, bridge_leave, ADW_TYPE_WINDOW)

static void
update_button (BridgeLeave *self)
{
  g_autofree char *typed = bridge_text_clean (gtk_editable_get_text (GTK_EDITABLE (self->name_row)), FALSE);

  gtk_widget_set_sensitive (self->leave_button, !bridge_space_get_read_only (self->space) && typed != NULL
                                                    && bridge_text_same_name (typed, self->name));
}

/* That the two use this computer in turns is over, too. */
static void
forget_asking (void)
{
  g_autoptr (GSettings) settings = bridge_desk_settings_new ();

  if (settings != NULL)
    g_settings_reset (settings, "ask-who-is-here");
}

static void
leave_cb (BridgeLeave *self)
{
  g_autoptr (GError) error = NULL;

  if (!gtk_widget_get_sensitive (self->leave_button))
    return;

  if (!bridge_space_leave (self->space, self->id, gtk_switch_get_active (self->name_switch), &error))
    {
      bridge_feedback_show_error (GTK_WIDGET (self), error);
      return;
    }

  forget_asking ();
  bridge_feedback_show_done (GTK_WIDGET (self), self->space, NULL);
  gtk_widget_set_visible (gtk_stack_get_child_by_name (self->stack, "done"), TRUE);
  gtk_stack_set_visible_child_name (self->stack, "done");
  gtk_widget_grab_focus (self->close_button);
  bridge_stack_show (self->stack, "done");
}

/* Where it is opened and exported. */
static void
private_cb (BridgeLeave *self)
{
  g_autoptr (BridgeLeave) kept = g_object_ref (self);
  GtkWindow *parent = gtk_window_get_transient_for (GTK_WINDOW (self));

  gtk_window_close (GTK_WINDOW (self));
  if (parent != NULL)
    gtk_widget_activate_action (GTK_WIDGET (parent), "win.show-private", NULL);
}

static void
close_cb (BridgeLeave *self)
{
  g_autoptr (BridgeLeave) kept = g_object_ref (self);
  GtkWindow *parent = gtk_window_get_transient_for (GTK_WINDOW (self));

  gtk_window_destroy (GTK_WINDOW (self));
  if (parent != NULL)
    gtk_window_close (parent);
}

static void
bridge_leave_dispose (GObject *object)
{
  BridgeLeave *self = BRIDGE_LEAVE (object);

  adw_window_set_content (ADW_WINDOW (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), BRIDGE_TYPE_LEAVE);
  g_clear_object (&self->space);
  g_clear_pointer (&self->id, g_free);
  g_clear_pointer (&self->name, g_free);

  G_OBJECT_CLASS (bridge_leave_parent_class)->dispose (object);
}

static void
bridge_leave_class_init (BridgeLeaveClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bridge_leave_dispose;

  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  gtk_widget_class_set_template_from_resource (widget_class, APP_PATH "/ui/leave.ui");
  gtk_widget_class_bind_template_child (widget_class, BridgeLeave, stack);
  gtk_widget_class_bind_template_child (widget_class, BridgeLeave, stays_row);
  gtk_widget_class_bind_template_child (widget_class, BridgeLeave, private_row);
  gtk_widget_class_bind_template_child (widget_class, BridgeLeave, told_label);
  gtk_widget_class_bind_template_child (widget_class, BridgeLeave, name_switch);
  gtk_widget_class_bind_template_child (widget_class, BridgeLeave, name_row);
  gtk_widget_class_bind_template_child (widget_class, BridgeLeave, leave_button);
  gtk_widget_class_bind_template_child (widget_class, BridgeLeave, close_button);
  gtk_widget_class_bind_template_callback (widget_class, update_button);
  gtk_widget_class_bind_template_callback (widget_class, leave_cb);
  gtk_widget_class_bind_template_callback (widget_class, private_cb);
  gtk_widget_class_bind_template_callback (widget_class, close_cb);
}

static void
bridge_leave_init (BridgeLeave *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * bridge_leave_new:
 * @space: a space of two
 * @parent: (nullable): the window it stands over
 *
 * Returns: (transfer floating): the window, not presented yet
 */
GtkWidget *
bridge_leave_new (BridgeSpace *space,
                  GtkWindow   *parent)
{
  BridgeLeave *self = g_object_new (BRIDGE_TYPE_LEAVE, "transient-for", parent, NULL);
  g_autoptr (BridgePrivate) own = bridge_private_new (space);
  const char *other = bridge_person_get_name (bridge_space_get_listener (space));
  g_autofree char *stays = NULL;
  g_autofree char *told = NULL;
  g_autofree char *type = NULL;

  self->space = g_object_ref (space);
  self->id = g_strdup (bridge_person_get_id (bridge_space_get_speaker (space)));
  self->name = g_strdup (bridge_person_get_name (bridge_space_get_speaker (space)));

  gtk_widget_set_visible (self->private_row, bridge_private_get_exists (own));
  /* Translators: %s is a name. */
  stays = g_strdup_printf (_("Stays with %s"), other);
  /* Translators: %s is a name. */
  told = g_strdup_printf (_("You may leave at any time, alone, without giving a reason. %s is not told."), other);
  /* Translators: %s is the name of the one who reads it. */
  type = g_strdup_printf (_("Type “%s” to leave"), self->name);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (self->stays_row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->stays_row), stays);
  gtk_label_set_label (self->told_label, told);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (self->name_row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->name_row), type);
  bridge_editable_set_name (self->name_row, type);
  update_button (self);

  return GTK_WIDGET (self);
}

/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "bridge-erase-window"

#include "config.h"

#include "bridge-erase-window.h"

#include <glib/gi18n-lib.h>

#include "bridge-background.h"
#include "bridge-erase.h"
#include "bridge-feedback.h"
#include "bridge-form.h"
#include "bridge-words.h"

struct _BridgeEraseWindow
{
  AdwWindow parent_instance;

  BridgeSpace *space;

  GtkWidget *word_row;
  GtkWidget *erase_button;
};

G_DEFINE_FINAL_TYPE (BridgeEraseWindow, bridge_erase_window, ADW_TYPE_WINDOW)

/* The word that is shown and has to be typed. */
static const char *
get_word (void)
{
  /* Translators: a word that is typed to confirm that everything is to be erased. */
  return _("erase");
}

static void
update_button (BridgeEraseWindow *self)
{
  g_autofree char *typed = bridge_text_clean (gtk_editable_get_text (GTK_EDITABLE (self->word_row)), FALSE);
  g_autofree char *folded = typed != NULL ? g_utf8_casefold (typed, -1) : NULL;
  g_autofree char *word = g_utf8_casefold (get_word (), -1);

  gtk_widget_set_sensitive (self->erase_button, g_strcmp0 (folded, word) == 0);
}

/* The window underneath hears from the space that it has gone, and takes this one along. */
static void
erase_cb (BridgeEraseWindow *self)
{
  g_autoptr (GError) error = NULL;

  if (!gtk_widget_get_sensitive (self->erase_button))
    return;

  if (bridge_background_applies (self->space))
    bridge_background_reminders_switched (GTK_WIDGET (self), self->space, FALSE);
  if (!bridge_erase_everything (bridge_space_get_folder (self->space), &error))
    {
      bridge_feedback_show_error (GTK_WIDGET (self), error);
      return;
    }
  gtk_window_close (GTK_WINDOW (self));
}

static void
bridge_erase_window_dispose (GObject *object)
{
  BridgeEraseWindow *self = BRIDGE_ERASE_WINDOW (object);

  adw_window_set_content (ADW_WINDOW (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), BRIDGE_TYPE_ERASE_WINDOW);
  g_clear_object (&self->space);

  G_OBJECT_CLASS (bridge_erase_window_parent_class)->dispose (object);
}

static void
bridge_erase_window_class_init (BridgeEraseWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bridge_erase_window_dispose;

  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  gtk_widget_class_set_template_from_resource (widget_class, APP_PATH "/ui/erase.ui");
  gtk_widget_class_bind_template_child (widget_class, BridgeEraseWindow, word_row);
  gtk_widget_class_bind_template_child (widget_class, BridgeEraseWindow, erase_button);
  gtk_widget_class_bind_template_callback (widget_class, update_button);
  gtk_widget_class_bind_template_callback (widget_class, erase_cb);
}

static void
bridge_erase_window_init (BridgeEraseWindow *self)
{
  /* Translators: %s is the word "erase" as it is translated by itself. */
  g_autofree char *type = g_strdup_printf (_("Type “%s” to go on"), get_word ());

  gtk_widget_init_template (GTK_WIDGET (self));
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->word_row), type);
  bridge_editable_set_name (self->word_row, type);
  update_button (self);
}

/**
 * bridge_erase_window_new:
 * @space: the space
 * @parent: (nullable): the window it stands over
 *
 * Returns: (transfer floating): the window, not presented yet
 */
GtkWidget *
bridge_erase_window_new (BridgeSpace *space,
                         GtkWindow   *parent)
{
  BridgeEraseWindow *self = g_object_new (BRIDGE_TYPE_ERASE_WINDOW, "transient-for", parent, NULL);

  self->space = g_object_ref (space);

  return GTK_WIDGET (self);
}

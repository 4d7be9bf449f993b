/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "bridge-figure-form"

#include "config.h"

#include "bridge-figure-form.h"

#include <glib/gi18n-lib.h>

#include "bridge-feedback.h"
#include "bridge-form.h"
#include "bridge-save-file.h"

struct _BridgeFigureForm
{
  BridgePrivateForm parent_instance;

  BridgeLookBack *with_own;
  BridgeLookBack *shared;
  BridgeFigure figure;
  gboolean alone;
  BridgePictureFormat format;

  GtkWidget *own_switch;
  GtkLabel *only_label;
};

G_DEFINE_FINAL_TYPE (BridgeFigureForm, bridge_figure_form, BRIDGE_TYPE_PRIVATE_FORM)

static gboolean
has_shared (BridgeFigureForm *self)
{
  return self->shared != NULL && bridge_look_back_count (self->shared, self->figure, 0) > 0;
}

static void
update (BridgeFigureForm *self)
{
  gboolean own = gtk_switch_get_active (GTK_SWITCH (self->own_switch));

  gtk_widget_set_visible (GTK_WIDGET (self->only_label), !own && !has_shared (self));
}

/**
 * bridge_figure_form_save:
 * @self: the form
 * @path: a file to write, or to replace
 * @error: where to say what went wrong
 *
 * Writes the picture, with what is private only if the switch says so.
 *
 * Returns: %FALSE with %BRIDGE_ERROR_STATE (without that there is nothing) or %BRIDGE_ERROR_STORAGE
 */
gboolean
bridge_figure_form_save (BridgeFigureForm  *self,
                         const char        *path,
                         GError           **error)
{
  gboolean own = gtk_switch_get_active (GTK_SWITCH (self->own_switch));
  gboolean mirrored = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;

  if (own || has_shared (self))
    return bridge_figure_save (own ? self->with_own : self->shared, self->figure, 0, self->alone, mirrored, self->format, path,
                               error);
  g_set_error_literal (error, BRIDGE_ERROR, BRIDGE_ERROR_STATE, gtk_label_get_label (self->only_label));
  return FALSE;
}

static void
chosen_cb (const char *path,
           gpointer    user_data)
{
  BridgeFigureForm *self = user_data;
  GtkWindow *parent = gtk_window_get_transient_for (GTK_WINDOW (self));
  g_autoptr (GError) error = NULL;

  /* It may have been locked while a file was chosen. */
  if (bridge_private_form_get_private (BRIDGE_PRIVATE_FORM (self)) == NULL)
    return;
  if (!bridge_figure_form_save (self, path, &error))
    {
      bridge_feedback_show_error (GTK_WIDGET (self), error);
      return;
    }
  if (parent != NULL)
    bridge_feedback_show (GTK_WIDGET (parent), _("Picture saved"));
  gtk_window_destroy (GTK_WINDOW (self));
}

static void
bridge_figure_form_apply (BridgePrivateForm *form)
{
  BridgeFigureForm *self = BRIDGE_FIGURE_FORM (form);
  gboolean own = gtk_switch_get_active (GTK_SWITCH (self->own_switch));
  g_autofree char *name
      = g_strdup_printf ("%s.%s", bridge_figure_get_title (self->figure, own ? self->with_own : self->shared, self->alone),
                         self->format == BRIDGE_PICTURE_SVG ? "svg" : "png");

  if (own || has_shared (self))
    bridge_save_file (GTK_WINDOW (self), _("Save Picture"), name, chosen_cb, self);
  else
    gtk_widget_grab_focus (self->own_switch);
}

static void
bridge_figure_form_finalize (GObject *object)
{
  g_clear_pointer (&BRIDGE_FIGURE_FORM (object)->with_own, bridge_look_back_free);
  g_clear_pointer (&BRIDGE_FIGURE_FORM (object)->shared, bridge_look_back_free);

  G_OBJECT_CLASS (bridge_figure_form_parent_class)->finalize (object);
}

static void
bridge_figure_form_class_init (BridgeFigureFormClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = bridge_figure_form_finalize;
  BRIDGE_PRIVATE_FORM_CLASS (klass)->apply = bridge_figure_form_apply;
}

static void
bridge_figure_form_init (BridgeFigureForm *self)
{
  BridgePrivateForm *form = BRIDGE_PRIVATE_FORM (self);
  GtkWidget *row = adw_action_row_new ();

  bridge_private_form_set_title (form, _("Save Picture"), _("_Choose a File…"));
  bridge_private_form_add_text (form, _("There are private check-ins of yours in this picture. Without them it shows what both of you see."), NULL);
  self->own_switch = gtk_switch_new ();
  gtk_widget_set_valign (self->own_switch, GTK_ALIGN_CENTER);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _("With My Private Check-ins"));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), _("Whoever gets the file sees them, as bands or dots."));
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), self->own_switch);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), self->own_switch);
  bridge_set_name (self->own_switch, _("With my private check-ins"));
  gtk_list_box_append (bridge_private_form_add_list (form), row);
  self->only_label = bridge_private_form_add_text (form, _("Without them there is nothing in this picture yet."), "dim-label");
  gtk_widget_set_visible (GTK_WIDGET (self->only_label), FALSE);
  g_signal_connect_object (self->own_switch, "notify::active", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
}

/**
 * bridge_figure_form_new:
 * @private_space: an unlocked private space
 * @parent: (nullable): the window it stands above
 *
 * Returns: (transfer none): the window, to be given figures, and to be presented
 */
GtkWidget *
bridge_figure_form_new (BridgePrivate *private_space,
                        GtkWindow     *parent)
{
  return g_object_new (BRIDGE_TYPE_FIGURE_FORM, "private-space", private_space, "transient-for", parent, NULL);
}

/**
 * bridge_figure_form_set_figures:
 * @self: a form that has none yet
 * @with_own: figures with private check-ins
 * @shared: the same without
 * @figure: a picture of them, mood or talking
 * @alone: whether there is one person only
 * @format: PNG or SVG
 *
 * Says what is to be saved.
 */
void
bridge_figure_form_set_figures (BridgeFigureForm     *self,
                                const BridgeLookBack *with_own,
                                const BridgeLookBack *shared,
                                BridgeFigure          figure,
                                gboolean              alone,
                                BridgePictureFormat   format)
{
  self->with_own = bridge_look_back_copy (with_own);
  self->shared = bridge_look_back_copy (shared);
  self->figure = figure;
  self->alone = alone;
  self->format = format;
  update (self);
}

/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "bridge-feedback"

#include "config.h"

#include "bridge-feedback.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#define TOAST_KEY "bridge-toast"
#define OVERLAY_KEY "bridge-overlay"
#define UNDO_SECONDS 8

static AdwToastOverlay *
find_below (GtkWidget *widget)
{
  if (ADW_IS_TOAST_OVERLAY (widget))
    return ADW_TOAST_OVERLAY (widget);

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      AdwToastOverlay *overlay = find_below (child);

      if (overlay != NULL)
        return overlay;
    }

  return NULL;
}

/* The nearest one around @widget; for an editor that has none, or is about to close, that of the window it stands over. */
static AdwToastOverlay *
find_overlay (GtkWidget *widget)
{
  GtkWidget *overlay = gtk_widget_get_ancestor (widget, ADW_TYPE_TOAST_OVERLAY);
  GtkWidget *window = gtk_widget_get_ancestor (widget, GTK_TYPE_WINDOW);

  if (overlay != NULL)
    return ADW_TOAST_OVERLAY (overlay);

  for (; window != NULL; window = GTK_WIDGET (gtk_window_get_transient_for (GTK_WINDOW (window))))
    {
      AdwToastOverlay *below = find_below (window);

      if (below != NULL)
        return below;
    }

  return NULL;
}

static void
dismissed_cb (AdwToast        *toast,
              AdwToastOverlay *overlay)
{
  g_object_set_data (G_OBJECT (toast), OVERLAY_KEY, NULL);
  if (g_object_get_data (G_OBJECT (overlay), TOAST_KEY) == toast)
    g_object_set_data (G_OBJECT (overlay), TOAST_KEY, NULL);
}

static void
dismiss (AdwToastOverlay *overlay)
{
  AdwToast *toast = g_object_get_data (G_OBJECT (overlay), TOAST_KEY);

  if (toast != NULL)
    adw_toast_dismiss (toast);
}

/* Takes @toast. */
static void
show (AdwToastOverlay *overlay,
      AdwToast        *toast)
{
  dismiss (overlay);
  g_object_set_data_full (G_OBJECT (overlay), TOAST_KEY, g_object_ref (toast), g_object_unref);
  g_signal_connect_object (toast, "dismissed", G_CALLBACK (dismissed_cb), overlay, 0);
  adw_toast_overlay_add_toast (overlay, toast);
}

static AdwToast *
make_toast (const char *message)
{
  g_autofree char *markup = g_markup_escape_text (message, -1);

  return adw_toast_new (markup);
}

typedef struct {
  BridgeSpace *space;
  AdwToastOverlay *overlay; /* borrowed: the toast is inside of it */
} Undo;

static void
undo_free (gpointer  data,
           GClosure *closure)
{
  Undo *undo = data;

  g_clear_object (&undo->space);
  g_free (undo);
}

/* The toast goes by itself after this, so nobody else may dismiss it. */
static void
undo_clicked_cb (AdwToast *toast,
                 Undo     *undo)
{
  g_autoptr (GError) error = NULL;

  g_object_set_data (G_OBJECT (undo->overlay), TOAST_KEY, NULL);
  if (!bridge_space_undo (undo->space, &error))
    bridge_feedback_show_error (GTK_WIDGET (undo->overlay), error);
}

/* A toast on its way out must not be dismissed again: libadwaita 1.2 would let go of it twice. */
static void
superseded_cb (AdwToast *toast)
{
  AdwToastOverlay *overlay = g_object_get_data (G_OBJECT (toast), OVERLAY_KEY);

  if (overlay != NULL && g_object_get_data (G_OBJECT (overlay), TOAST_KEY) == toast)
    adw_toast_dismiss (toast);
}

/**
 * bridge_feedback_show:
 * @widget: any widget inside the window, or in an editor above it
 * @message: a whole sentence or a few words
 *
 * Says what happened in a toast, in place of the one before.
 */
void
bridge_feedback_show (GtkWidget  *widget,
                      const char *message)
{
  AdwToastOverlay *overlay = find_overlay (widget);

  if (overlay != NULL)
    show (overlay, make_toast (message));
}

/**
 * bridge_feedback_show_undo:
 * @widget: any widget inside the window, or in an editor above it
 * @space: the space whose last command was just done
 *
 * Says what was done, with a button that takes it back. The toast goes as soon as something else would be taken back.
 */
void
bridge_feedback_show_undo (GtkWidget   *widget,
                           BridgeSpace *space)
{
  AdwToastOverlay *overlay = find_overlay (widget);
  const char *label = bridge_space_get_undo_label (space);
  AdwToast *toast;
  Undo *undo;

  if (overlay == NULL || label == NULL)
    return;

  toast = make_toast (label);
  adw_toast_set_button_label (toast, _("_Undo"));
  adw_toast_set_timeout (toast, UNDO_SECONDS);
  undo = g_new (Undo, 1);
  undo->space = g_object_ref (space);
  undo->overlay = overlay;
  g_signal_connect_data (toast, "button-clicked", G_CALLBACK (undo_clicked_cb), undo, undo_free, 0);
  g_object_set_data (G_OBJECT (toast), OVERLAY_KEY, overlay);
  g_signal_connect_object (space, "notify::undo-label", G_CALLBACK (superseded_cb), toast, G_CONNECT_SWAPPED);
  show (overlay, toast);
}

/**
 * bridge_feedback_show_error:
 * @widget: any widget inside the window, or in an editor above it
 * @error: (transfer none): what went wrong
 *
 * Says in the error's own sentence what could not be done. It stays until it is dismissed, if it is long.
 */
void
bridge_feedback_show_error (GtkWidget *widget,
                            GError    *error)
{
  AdwToastOverlay *overlay = find_overlay (widget);
  AdwToast *toast;

  if (overlay == NULL)
    return;

  toast = make_toast (error->message);
  adw_toast_set_timeout (toast, 0);
  adw_toast_set_priority (toast, ADW_TOAST_PRIORITY_HIGH);
  show (overlay, toast);
}

/**
 * bridge_feedback_dismiss:
 * @widget: any widget inside the window
 *
 * Takes the toast away, because what it offers is no longer so.
 */
void
bridge_feedback_dismiss (GtkWidget *widget)
{
  AdwToastOverlay *overlay = find_overlay (widget);

  if (overlay != NULL)
    dismiss (overlay);
}

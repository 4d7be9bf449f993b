/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "bridge-calendar"

#include "config.h"

#include "bridge-moment-drag.h"

#include "bridge-ritual.h"
#include "bridge-words.h"

#define OCCURRENCE_KEY "bridge-occurrence" /* of the source, and of what it began */
#define GRAB_Y_KEY "bridge-grab-y"
#define ICON_KEY "bridge-icon"
#define WHEN_KEY "bridge-when"
#define WHEN_CHARS 30 /* what goes with the pointer keeps its size */
#define BESIDE (-15) /* px from the pointer, so that it does not cover the place it would go to */

static GdkContentProvider *
prepare_cb (GtkDragSource *source,
            double         x,
            double         y,
            GtkWidget     *widget)
{
  BridgeOccurrence *occurrence = g_object_get_data (G_OBJECT (source), OCCURRENCE_KEY);

  g_object_set_data (G_OBJECT (source), GRAB_Y_KEY, GINT_TO_POINTER ((int) y));

  return occurrence != NULL ? gdk_content_provider_new_typed (BRIDGE_TYPE_OCCURRENCE, occurrence) : NULL;
}

static void
begin_cb (GtkDragSource *source,
          GdkDrag       *drag,
          GtkWidget     *widget)
{
  BridgeOccurrence *occurrence = g_object_get_data (G_OBJECT (source), OCCURRENCE_KEY);

  if (occurrence != NULL)
    {
      GtkWidget *icon = bridge_moment_drag_icon_new (occurrence);

      g_object_set_data_full (G_OBJECT (drag), OCCURRENCE_KEY, g_object_ref (occurrence), g_object_unref);
      g_object_set_data_full (G_OBJECT (drag), ICON_KEY, g_object_ref_sink (icon), g_object_unref);
      gtk_drag_icon_set_child (GTK_DRAG_ICON (gtk_drag_icon_get_for_drag (drag)), icon);
      gdk_drag_set_hotspot (drag, BESIDE, BESIDE);
    }
  gtk_widget_add_css_class (widget, "dragged");
}

static void
end_cb (GtkDragSource *source,
        GdkDrag       *drag,
        gboolean       delete_data,
        GtkWidget     *widget)
{
  g_object_set_data (G_OBJECT (drag), ICON_KEY, NULL);
  gtk_widget_remove_css_class (widget, "dragged");
}

/**
 * bridge_moment_drag_new:
 * @widget: what stands for a moment
 *
 * Lets @widget be dragged while it has a moment, which is what is dropped.
 *
 * Returns: (transfer none): the drag source, which belongs to @widget
 */
GtkDragSource *
bridge_moment_drag_new (GtkWidget *widget)
{
  GtkDragSource *source = gtk_drag_source_new ();

  gtk_drag_source_set_actions (source, GDK_ACTION_MOVE);
  g_signal_connect (source, "prepare", G_CALLBACK (prepare_cb), widget);
  g_signal_connect (source, "drag-begin", G_CALLBACK (begin_cb), widget);
  g_signal_connect (source, "drag-end", G_CALLBACK (end_cb), widget);
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (source));

  return source;
}

/**
 * bridge_moment_drag_set_occurrence:
 * @source: a drag source
 * @occurrence: (nullable): what is dragged, or %NULL where it cannot be
 *
 * Says what is dragged.
 */
void
bridge_moment_drag_set_occurrence (GtkDragSource    *source,
                                   BridgeOccurrence *occurrence)
{
  g_object_set_data_full (G_OBJECT (source), OCCURRENCE_KEY, occurrence != NULL ? g_object_ref (occurrence) : NULL,
                          g_object_unref);
}

/**
 * bridge_moment_drag_get_grab_y:
 * @source: a drag source
 *
 * Returns: how far below its upper edge the widget was last grabbed, in pixels
 */
int
bridge_moment_drag_get_grab_y (GtkDragSource *source)
{
  return GPOINTER_TO_INT (g_object_get_data (G_OBJECT (source), GRAB_Y_KEY));
}

/**
 * bridge_moment_drag_icon_new:
 * @occurrence: a moment that has its ritual
 *
 * What goes with the pointer.
 *
 * Returns: (transfer floating): a card with its title, and room for a time
 */
GtkWidget *
bridge_moment_drag_icon_new (BridgeOccurrence *occurrence)
{
  GtkWidget *icon = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *title = gtk_label_new (bridge_ritual_get_title (bridge_occurrence_get_ritual (occurrence)));
  GtkWidget *when = gtk_label_new (NULL);

  gtk_label_set_ellipsize (GTK_LABEL (title), PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (GTK_LABEL (title), 28);
  gtk_label_set_xalign (GTK_LABEL (title), 0);
  gtk_label_set_xalign (GTK_LABEL (when), 0);
  gtk_label_set_width_chars (GTK_LABEL (when), WHEN_CHARS);
  gtk_widget_add_css_class (when, "moment-time");
  gtk_widget_add_css_class (icon, "moment-drag");
  gtk_box_append (GTK_BOX (icon), title);
  gtk_box_append (GTK_BOX (icon), when);
  g_object_set_data (G_OBJECT (icon), WHEN_KEY, when);
  bridge_moment_drag_icon_say (icon, NULL);

  return icon;
}

/**
 * bridge_moment_drag_icon_say:
 * @icon: from bridge_moment_drag_icon_new()
 * @when: (nullable): "tomorrow at 19:00", or %NULL where it would go nowhere
 *
 * Says when the moment would be if it were dropped here.
 */
void
bridge_moment_drag_icon_say (GtkWidget  *icon,
                             const char *when)
{
  GtkWidget *label = g_object_get_data (G_OBJECT (icon), WHEN_KEY);

  gtk_label_set_label (GTK_LABEL (label), when != NULL ? when : "");
}

/* (nullable): the drag of this program that is over @target */
static GdkDrag *
get_drag (GtkDropTarget *target)
{
  GdkDrop *drop = gtk_drop_target_get_current_drop (target);

  return drop != NULL ? gdk_drop_get_drag (drop) : NULL;
}

/**
 * bridge_moment_drop_get_occurrence:
 * @target: where something is over
 *
 * Returns: (transfer none) (nullable): the moment that is dragged
 */
BridgeOccurrence *
bridge_moment_drop_get_occurrence (GtkDropTarget *target)
{
  GdkDrag *drag = get_drag (target);

  return drag != NULL ? g_object_get_data (G_OBJECT (drag), OCCURRENCE_KEY) : NULL;
}

/**
 * bridge_moment_drop_say:
 * @target: where something is over
 * @local: when it would be, or %BRIDGE_LOCAL_NONE where it would go nowhere
 * @now: the local time
 *
 * Says it beside the pointer.
 */
void
bridge_moment_drop_say (GtkDropTarget *target,
                        BridgeLocal    local,
                        BridgeLocal    now)
{
  GdkDrag *drag = get_drag (target);
  GtkWidget *icon = drag != NULL ? g_object_get_data (G_OBJECT (drag), ICON_KEY) : NULL;
  g_autofree char *when = local != BRIDGE_LOCAL_NONE ? bridge_words_when (local, now) : NULL;

  if (icon != NULL)
    bridge_moment_drag_icon_say (icon, when);
}

/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "bridge-sideways"

#include "config.h"

#include "bridge-sideways.h"

#include <math.h>

#include <glib/gi18n-lib.h>

/* With Shift a wheel goes sideways; what ends a gesture is for whoever began it. */
static gboolean
goes_up_or_down (GdkEvent *event)
{
  double x, y;

  if ((gdk_event_get_modifier_state (event) & GDK_SHIFT_MASK) != 0)
    return FALSE;
  if (gdk_scroll_event_get_direction (event) != GDK_SCROLL_SMOOTH)
    return gdk_scroll_event_get_direction (event) == GDK_SCROLL_UP || gdk_scroll_event_get_direction (event) == GDK_SCROLL_DOWN;
  gdk_scroll_event_get_deltas (event, &x, &y);
  return fabs (y) > fabs (x);
}

/* GTK 4.8 has a scrolled window keep all that a wheel says, whichever way it scrolls itself; later versions what goes neither
 * way. So those of its controllers that hear of it are put to sleep for what is not theirs. */
static gboolean
event_cb (GtkEventController *controller,
          GdkEvent           *event,
          GtkScrolledWindow  *scroller)
{
  g_autoptr (GListModel) controllers = NULL;
  gboolean passes;

  if (gdk_event_get_event_type (event) != GDK_SCROLL)
    return GDK_EVENT_PROPAGATE;

  passes = goes_up_or_down (event);
  controllers = gtk_widget_observe_controllers (GTK_WIDGET (scroller));
  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) one = g_list_model_get_item (controllers, i);
      gpointer phase = g_object_get_data (G_OBJECT (one), "bridge-phase");

      if (!GTK_IS_EVENT_CONTROLLER_SCROLL (one))
        continue;
      if (phase == NULL)
        {
          phase = GUINT_TO_POINTER (gtk_event_controller_get_propagation_phase (one));
          g_object_set_data (G_OBJECT (one), "bridge-phase", phase);
        }
      gtk_event_controller_set_propagation_phase (one, passes ? GTK_PHASE_NONE : GPOINTER_TO_UINT (phase));
    }
  return GDK_EVENT_PROPAGATE;
}

static void
extent_changed_cb (GtkScrolledWindow *scroller,
                   GtkAdjustment     *adjustment)
{
  gtk_widget_set_focusable (GTK_WIDGET (scroller), gtk_adjustment_get_upper (adjustment) - gtk_adjustment_get_lower (adjustment)
                                                     > gtk_adjustment_get_page_size (adjustment));
}

/**
 * bridge_sideways_set_up:
 * @scroller: a scrolled window inside a page that scrolls up and down
 *
 * Has it scroll sideways only, and be in the way of nobody who wants to scroll the page or to go through it with Tab.
 */
void
bridge_sideways_set_up (GtkScrolledWindow *scroller)
{
  GtkEventController *controller = gtk_event_controller_legacy_new ();
  GtkAdjustment *adjustment = gtk_scrolled_window_get_hadjustment (scroller);

  gtk_scrolled_window_set_policy (scroller, GTK_POLICY_AUTOMATIC, GTK_POLICY_NEVER);
  gtk_scrolled_window_set_propagate_natural_height (scroller, TRUE);
  gtk_widget_set_focusable (GTK_WIDGET (scroller), FALSE);
  g_signal_connect_object (adjustment, "changed", G_CALLBACK (extent_changed_cb), scroller, G_CONNECT_SWAPPED);

  gtk_event_controller_set_propagation_phase (controller, GTK_PHASE_CAPTURE);
  g_signal_connect (controller, "event", G_CALLBACK (event_cb), scroller);
  gtk_widget_add_controller (GTK_WIDGET (scroller), controller);
}

/**
 * bridge_sideways_set_name:
 * @scroller: one that scrolls sideways
 * @name: of what is in it
 *
 * Says to screen readers what it is, and how it moves.
 */
void
bridge_sideways_set_name (GtkScrolledWindow *scroller,
                          const char        *name)
{
  gtk_accessible_update_property (GTK_ACCESSIBLE (scroller),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, _("Ctrl+Left and Ctrl+Right move it sideways."), -1);
}

/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "bridge-presence"

#include "config.h"

#include "bridge-presence.h"

static void
motion_cb (BridgePrivate *private_space)
{
  bridge_private_touch (private_space);
}

static gboolean
key_cb (BridgePrivate *private_space)
{
  bridge_private_touch (private_space);
  return GDK_EVENT_PROPAGATE;
}

static void
add (GtkWidget          *widget,
     GtkEventController *controller,
     const char         *signal,
     GCallback           callback,
     BridgePrivate      *private_space)
{
  gtk_event_controller_set_propagation_phase (controller, GTK_PHASE_CAPTURE);
  g_signal_connect_object (controller, signal, callback, private_space, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (widget, controller);
}

/**
 * bridge_presence_watch:
 * @widget: a widget
 * @private_space: what shall not lock while somebody is here
 *
 * Has the idle minutes begin anew with each key and each movement of the pointer.
 */
void
bridge_presence_watch (GtkWidget     *widget,
                       BridgePrivate *private_space)
{
  add (widget, gtk_event_controller_motion_new (), "motion", G_CALLBACK (motion_cb), private_space);
  add (widget, gtk_event_controller_key_new (), "key-pressed", G_CALLBACK (key_cb), private_space);
}

/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>
#include "bridge-service-link.h"
#include "bridge-space.h"

G_BEGIN_DECLS

/**
 * BridgeWindow:
 *
 * The one window: header, a strip when there is something to know, and the pages; or the first run; or why the space
 * cannot be opened. Pages are made when they are first shown. Signal: "retry": the space shall be opened again.
 */
#define BRIDGE_TYPE_WINDOW (bridge_window_get_type ())
G_DECLARE_FINAL_TYPE (BridgeWindow, bridge_window, BRIDGE, WINDOW, AdwApplicationWindow)

GtkWidget *bridge_window_new (GtkApplication *application);
void bridge_window_set_space (BridgeWindow *self, BridgeSpace *space);
void bridge_window_show_trouble (BridgeWindow *self, GError *error);
void bridge_window_set_link (BridgeWindow *self, BridgeServiceLink *link);
/* an occurrence, a ritual, a page, "new-win", "pause", "" */
void bridge_window_open_target (BridgeWindow *self, const char *target);
void bridge_window_ask_who (BridgeWindow *self); /* where the two use one computer */
void bridge_window_show_page (BridgeWindow *self, const char *name);

G_END_DECLS

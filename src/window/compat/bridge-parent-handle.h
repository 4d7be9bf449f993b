/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* @handle: the window's name for a portal, "" where it has none. */
typedef void (*BridgeParentHandleFunc) (const char *handle, gpointer user_data);

void bridge_parent_handle_export (GtkWindow *window, BridgeParentHandleFunc func, gpointer user_data);

G_END_DECLS

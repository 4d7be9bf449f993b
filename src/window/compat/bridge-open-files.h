/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

typedef void (*BridgeOpenFilesFunc) (GListModel *files, gpointer user_data);

/* Asks which pictures to open; @func is called with a list of GFile once some were chosen, unless @owner has gone. @owner: an
 * object, and what @func gets. */
void bridge_open_pictures (GtkWindow *parent, const char *title, BridgeOpenFilesFunc func, gpointer owner);

G_END_DECLS

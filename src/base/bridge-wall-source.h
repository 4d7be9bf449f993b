/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* TRUE: reason is BRIDGE_WALL_DUE or BRIDGE_WALL_CLOCK_SET; return G_SOURCE_CONTINUE to stay. */
typedef gboolean (*BridgeWallFunc) (gboolean clock_was_set, gpointer user_data);

GSource *bridge_wall_source_new (GError **error);                 /* a timerfd is needed: fails with G_IO_ERROR */
void bridge_wall_source_arm (GSource *source, gint64 utc_ms);     /* BRIDGE_NEVER: only clock changes wake it */

G_END_DECLS

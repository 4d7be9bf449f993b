/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Sources of the thread's default main loop, where g_timeout_add() and its like would take the process's. */

GSource *bridge_source_start (GSource *source, const char *name, GSourceFunc func, gpointer user_data);
void bridge_source_clear (GSource **source);

G_END_DECLS

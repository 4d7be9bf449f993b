/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "bridge-look-back-words.h"

G_BEGIN_DECLS

/* The same as a picture in rows of words, each of which a screen reader says as one sentence. */
#define BRIDGE_TYPE_FIGURE_TABLE (bridge_figure_table_get_type ())
G_DECLARE_FINAL_TYPE (BridgeFigureTable, bridge_figure_table, BRIDGE, FIGURE_TABLE, AdwBin)

GtkWidget *bridge_figure_table_new (void);
void bridge_figure_table_show (BridgeFigureTable *self, const BridgeLookBackTable *table, const char *title);

G_END_DECLS

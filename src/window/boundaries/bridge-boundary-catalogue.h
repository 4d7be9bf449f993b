/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * BridgeBoundaryCatalogue:
 *
 * Sentences to begin with, each with a line of why. Its buttons are the page's action "boundaries.use", with the
 * template's id.
 */
#define BRIDGE_TYPE_BOUNDARY_CATALOGUE (bridge_boundary_catalogue_get_type ())
G_DECLARE_FINAL_TYPE (BridgeBoundaryCatalogue, bridge_boundary_catalogue, BRIDGE, BOUNDARY_CATALOGUE, AdwBin)

GtkWidget *bridge_boundary_catalogue_new (GListModel *templates);

G_END_DECLS

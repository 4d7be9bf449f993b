/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>
#include "bridge-space.h"

G_BEGIN_DECLS

/**
 * BridgeMeaningIdeas:
 *
 * In the catalogue of rituals: what the two like and have made no ritual of yet. Each opens the ritual editor.
 */
#define BRIDGE_TYPE_MEANING_IDEAS (bridge_meaning_ideas_get_type ())
G_DECLARE_FINAL_TYPE (BridgeMeaningIdeas, bridge_meaning_ideas, BRIDGE, MEANING_IDEAS, AdwBin)

GtkWidget *bridge_meaning_ideas_new (BridgeSpace *space);
gboolean bridge_meaning_ideas_filter (BridgeMeaningIdeas *self, const char *text); /* whether any is shown */

G_END_DECLS

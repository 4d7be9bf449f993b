/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * BridgeCalmHead:
 *
 * The large line and the sentence of a calm screen. It takes the focus when a screen comes, so that a screen reader says
 * both, and so that no button is pressed by a key that was meant for what was there before.
 */
#define BRIDGE_TYPE_CALM_HEAD (bridge_calm_head_get_type ())
G_DECLARE_FINAL_TYPE (BridgeCalmHead, bridge_calm_head, BRIDGE, CALM_HEAD, AdwBin)

void bridge_calm_head_set (BridgeCalmHead *self, const char *line, const char *sentence);

G_END_DECLS

/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "bridge-local.h"

G_BEGIN_DECLS

/* Three months of the year that people have a name for; pure functions of their arguments. */
typedef enum {
  BRIDGE_SEASON_SPRING,
  BRIDGE_SEASON_SUMMER,
  BRIDGE_SEASON_AUTUMN,
  BRIDGE_SEASON_WINTER,
} BridgeSeason;

/* [@from, @to): whole months, December to February and so on. @zone_id says on which half of the earth. */
BridgeSeason bridge_season_at (BridgeLocal now, const char *zone_id, BridgeLocal *from, BridgeLocal *to);
/* "23 shared moments this autumn" (transfer full) */
char *bridge_season_to_words (BridgeSeason season, guint moments, gboolean shared);

G_END_DECLS

/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>
#include "bridge-enums.h"
#include "bridge-local.h"

G_BEGIN_DECLS

/**
 * BridgeWin:
 *
 * A small win. Properties: id s, text s (1–2000: what someone did), meant s ("" none, ≤ 2000: what it meant),
 * kind BridgeWinKind, on x (BridgeLocal midnight of its day), noticed-by s (person id or NULL), ritual-id s (NULL),
 * pause-id s (NULL), promise-id s (NULL), milestone-id s (NULL), starred b, created-at, updated-at, deleted-at x.
 */
#define BRIDGE_TYPE_WIN (bridge_win_get_type ())
G_DECLARE_FINAL_TYPE (BridgeWin, bridge_win, BRIDGE, WIN, GObject)

BridgeWin *bridge_win_new (const char *text, BridgeLocal on);
BridgeWin *bridge_win_copy (BridgeWin *self);
const char *bridge_win_get_id (BridgeWin *self);
const char *bridge_win_get_text (BridgeWin *self);
const char *bridge_win_get_meant (BridgeWin *self);
BridgeWinKind bridge_win_get_kind (BridgeWin *self);
BridgeLocal bridge_win_get_on (BridgeWin *self);
const char *bridge_win_get_noticed_by (BridgeWin *self);
const char *bridge_win_get_ritual_id (BridgeWin *self);
const char *bridge_win_get_pause_id (BridgeWin *self); /* (nullable) */
const char *bridge_win_get_promise_id (BridgeWin *self); /* (nullable) */
const char *bridge_win_get_milestone_id (BridgeWin *self); /* (nullable) */
gboolean bridge_win_get_starred (BridgeWin *self);
gboolean bridge_win_validate (BridgeWin *self, BridgeLocal today, GError **error); /* not in the future */

G_END_DECLS

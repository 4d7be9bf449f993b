/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <json-glib/json-glib.h>

#include "bridge-win.h"

G_BEGIN_DECLS

/* @builder: in an object */
void bridge_win_add_json_members (BridgeWin *win, JsonBuilder *builder);

G_END_DECLS

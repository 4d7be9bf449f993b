/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "bridge-cli-private.h"

G_BEGIN_DECLS

/* A pause in words, for bridge-cli-pause.c */
void bridge_cli_print_pause (BridgeCli *cli, BridgePause *pause);
void bridge_cli_print_review (BridgeCli *cli, BridgePause *pause);
void bridge_cli_print_follow_ups (BridgeCli *cli, BridgePause *pause, GPtrArray *follow_ups);

G_END_DECLS

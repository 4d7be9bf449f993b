/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "bridge-clock.h"

G_BEGIN_DECLS

int bridge_cli_main (int argc, char **argv, BridgeClock *clock);

G_END_DECLS

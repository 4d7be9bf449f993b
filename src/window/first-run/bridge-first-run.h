/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>
#include "bridge-space.h"

G_BEGIN_DECLS

/**
 * BridgeFirstRun:
 *
 * Under a minute: what this is and whom it is not for, one name or two, a first ritual or none, reminders. What was
 * chosen is written down at its end. Signal: "done".
 */
#define BRIDGE_TYPE_FIRST_RUN (bridge_first_run_get_type ())
G_DECLARE_FINAL_TYPE (BridgeFirstRun, bridge_first_run, BRIDGE, FIRST_RUN, AdwBin)

GtkWidget *bridge_first_run_new (BridgeSpace *space);
gboolean bridge_first_run_go_back (BridgeFirstRun *self);

G_END_DECLS

/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>
#include "bridge-pause-follow-up.h"
#include "bridge-space.h"

G_BEGIN_DECLS

GtkWidget *bridge_follow_up_card_new (BridgeSpace *space, BridgePauseFollowUp *words);

G_END_DECLS

/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>
#include "bridge-space.h"

G_BEGIN_DECLS

/**
 * BridgeLessonsWindow:
 *
 * What pauses have taught: the lesson and the changed plan of each that has words. Not who called them, and not how many
 * there were.
 */
#define BRIDGE_TYPE_LESSONS_WINDOW (bridge_lessons_window_get_type ())
G_DECLARE_FINAL_TYPE (BridgeLessonsWindow, bridge_lessons_window, BRIDGE, LESSONS_WINDOW, AdwWindow)

GtkWidget *bridge_lessons_window_new (BridgeSpace *space, GtkWindow *parent);

G_END_DECLS

/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * BridgeWeekPicture:
 *
 * A week in seven columns from midnight to midnight: quiet hours tinted, stress peaks hatched. Says the same in words
 * to who does not see it.
 */
#define BRIDGE_TYPE_WEEK_PICTURE (bridge_week_picture_get_type ())
G_DECLARE_FINAL_TYPE (BridgeWeekPicture, bridge_week_picture, BRIDGE, WEEK_PICTURE, GtkWidget)

GtkWidget *bridge_week_picture_new (void);
void bridge_week_picture_set_hours (BridgeWeekPicture *self, GListModel *hours);

G_END_DECLS

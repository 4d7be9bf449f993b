/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * BridgeLogHeights:
 *
 * How high the items of a long list are, in pixels: those that have been seen, and what the others are taken for. That is
 * found out once for a width and then stays, so that nothing moves by itself.
 */
typedef struct _BridgeLogHeights BridgeLogHeights;

BridgeLogHeights *bridge_log_heights_new (void);
void bridge_log_heights_free (BridgeLogHeights *self);
guint bridge_log_heights_get_n (BridgeLogHeights *self);
void bridge_log_heights_splice (BridgeLogHeights *self, guint item, guint removed, guint added);
void bridge_log_heights_forget (BridgeLogHeights *self); /* there is another width */
void bridge_log_heights_settle (BridgeLogHeights *self); /* takes the others for what was seen, if that is still open */
void bridge_log_heights_set (BridgeLogHeights *self, guint item, int height);
int bridge_log_heights_get (BridgeLogHeights *self, guint item);
double bridge_log_heights_sum (BridgeLogHeights *self, guint n); /* of the first @n */
guint bridge_log_heights_find (BridgeLogHeights *self, double y, double *inside);

G_END_DECLS

/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* When a reminder may come again: the choices that people are given. */
typedef enum {
  BRIDGE_SNOOZE_10,
  BRIDGE_SNOOZE_30,
  BRIDGE_SNOOZE_EVENING,
  BRIDGE_SNOOZE_TOMORROW,
  BRIDGE_N_SNOOZES,
} BridgeSnooze;

const char *bridge_snooze_get_label (BridgeSnooze snooze);  /* for a menu: "In 10 Minutes" (static) */
const char *bridge_snooze_get_button (BridgeSnooze snooze); /* for a notification: "In 10 minutes" (static) */
const char *bridge_snooze_get_nick (BridgeSnooze snooze);   /* "10", "30", "evening", "tomorrow" (static) */
gboolean bridge_snooze_from_nick (const char *nick, BridgeSnooze *snooze);
gint64 bridge_snooze_round (gint64 until, gint64 now);
guint bridge_snooze_get_offered (gint64 now, GTimeZone *zone); /* 1 << snooze of each that can be chosen now */
gint64 bridge_snooze_get_until (BridgeSnooze snooze, gint64 now, GTimeZone *zone); /* UTC ms, or 0: not offered now */

G_END_DECLS

/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "bridge-snooze.h"
#include "bridge-space.h"

G_BEGIN_DECLS

/**
 * BridgeTodayView:
 *
 * What Today shows of an agenda to whoever looks: pure, made anew for every look.
 */
typedef struct {
  BridgeOccurrence *next; /* (nullable) what can be acted on now, else the next one today */
  GPtrArray *later;       /* of BridgeOccurrence: unanswered, still to come today, in order */
  GPtrArray *waiting;     /* of BridgeOccurrence: not recorded, of today and the last two days, newest first */
  guint kept;             /* today, smaller ones too */
} BridgeTodayView;

BridgeTodayView *bridge_today_view_new (GListModel *agenda, const char *other, gint64 now, BridgeLocal local_now);
void bridge_today_view_free (BridgeTodayView *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BridgeTodayView, bridge_today_view_free)

gint64 bridge_today_get_actable_until (BridgeOccurrence *occurrence); /* UTC ms */
char *bridge_today_line (BridgeOccurrence *next, guint kept, gint64 now, BridgeLocal local_now);

G_END_DECLS

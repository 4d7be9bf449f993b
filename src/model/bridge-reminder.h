/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>
#include "bridge-enums.h"
#include "bridge-local.h"

G_BEGIN_DECLS

/**
 * BridgeReminder:
 *
 * One notification for one occurrence, identified by (ritual, start, lead). Properties: id s, ritual-id s, start x
 * (BridgeLocal), lead i (minutes before; negative: after), state BridgeReminderState, due-at x, shown-at x (0),
 * snoozed-until x (0), deferred-until x (0; UTC ms at which the quiet hours, or what a pause holds back, end that it waited
 * for), held b (of the log, not in the file: it was a pause that it waited for), reason s (why
 * folded, withdrawn or still pending: "absence", "burst" (too many at once), "quiet-hours" (over when they ended),
 * "superseded", "pause" (over when what it held back could come), "answered", "resting", "ended", "away", "left-out", "moved", "removed", "too-old"; pending:
 * "quiet-hours" (waits for their end), "no-server" (nobody would show it); NULL), created-at, updated-at, deleted-at x.
 * What the log says of reminders without a row has more reasons: "reminders-off", "ritual-changed" (it rested, or was
 * another), "brought-back", and, pending, "no-service".
 */
#define BRIDGE_TYPE_REMINDER (bridge_reminder_get_type ())
G_DECLARE_FINAL_TYPE (BridgeReminder, bridge_reminder, BRIDGE, REMINDER, GObject)

BridgeReminder *bridge_reminder_new (const char *ritual_id, BridgeLocal start, int lead, gint64 due_at);
BridgeReminder *bridge_reminder_copy (BridgeReminder *self);
const char *bridge_reminder_get_id (BridgeReminder *self);
const char *bridge_reminder_get_ritual_id (BridgeReminder *self);
BridgeLocal bridge_reminder_get_start (BridgeReminder *self);
int bridge_reminder_get_lead (BridgeReminder *self);
BridgeReminderState bridge_reminder_get_state (BridgeReminder *self);
gint64 bridge_reminder_get_due_at (BridgeReminder *self);
gint64 bridge_reminder_get_shown_at (BridgeReminder *self);
gint64 bridge_reminder_get_snoozed_until (BridgeReminder *self);
gint64 bridge_reminder_get_deferred_until (BridgeReminder *self);
gboolean bridge_reminder_get_held (BridgeReminder *self);
gint64 bridge_reminder_get_effective (BridgeReminder *self); /* when it is to be shown: snoozed, deferred or due */
const char *bridge_reminder_get_reason (BridgeReminder *self);
char *bridge_reminder_dup_occurrence_name (BridgeReminder *self);

typedef enum {
  BRIDGE_REMINDER_EVENT_SHOW,
  BRIDGE_REMINDER_EVENT_SNOOZE,
  BRIDGE_REMINDER_EVENT_ANSWER,
  BRIDGE_REMINDER_EVENT_FOLD,
  BRIDGE_REMINDER_EVENT_WITHDRAW,
} BridgeReminderEvent;

gboolean bridge_reminder_transition (BridgeReminderState state, BridgeReminderEvent event, BridgeReminderState *next,
                                     GError **error);

G_END_DECLS

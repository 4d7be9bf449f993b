/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>
#include "bridge-enums.h"

G_BEGIN_DECLS

/**
 * BridgeOneOff:
 *
 * One reminder of something with a date that is no ritual, identified by (subject, subject-id, step), and what became of
 * it. Properties (read-write, EXPLICIT_NOTIFY): id s; subject BridgeSubject; subject-id s; step s (which of the subject's
 * reminders, with the date it is about, such as "2026-11-24T19:00/60": another date is another reminder); state
 * BridgeReminderState (never "snoozed"); due-at x; shown-at x (0); reason s (why folded, withdrawn or still pending:
 * "absence", "burst", "answered", "moved", "reminders-off", "too-old"; pending: "no-server"; NULL); created-at,
 * updated-at, deleted-at x.
 */
#define BRIDGE_TYPE_ONE_OFF (bridge_one_off_get_type ())
G_DECLARE_FINAL_TYPE (BridgeOneOff, bridge_one_off, BRIDGE, ONE_OFF, GObject)

BridgeOneOff *bridge_one_off_new (BridgeSubject subject, const char *subject_id, const char *step, gint64 due_at);
BridgeOneOff *bridge_one_off_copy (BridgeOneOff *self);
const char *bridge_one_off_get_id (BridgeOneOff *self);
BridgeSubject bridge_one_off_get_subject (BridgeOneOff *self);
const char *bridge_one_off_get_subject_id (BridgeOneOff *self);
const char *bridge_one_off_get_step (BridgeOneOff *self);
BridgeReminderState bridge_one_off_get_state (BridgeOneOff *self);
gint64 bridge_one_off_get_due_at (BridgeOneOff *self);
gint64 bridge_one_off_get_shown_at (BridgeOneOff *self);
const char *bridge_one_off_get_reason (BridgeOneOff *self);

/* "promise:ID" */
char *bridge_one_off_format_name (BridgeSubject subject, const char *subject_id);
gboolean bridge_one_off_parse_name (const char *name, BridgeSubject *subject, const char **subject_id);

G_END_DECLS

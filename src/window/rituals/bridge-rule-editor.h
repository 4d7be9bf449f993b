/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>
#include "bridge-clash.h"
#include "bridge-clock.h"
#include "bridge-schedule.h"

G_BEGIN_DECLS

/**
 * BridgeRuleEditor:
 *
 * When a ritual happens, as rows: presets or a rule of one's own, times of the day, first and last day, time
 * zone; underneath the rule in words and the next three dates. Signal "changed".
 */
#define BRIDGE_TYPE_RULE_EDITOR (bridge_rule_editor_get_type ())
G_DECLARE_FINAL_TYPE (BridgeRuleEditor, bridge_rule_editor, BRIDGE, RULE_EDITOR, GtkBox)

GtkWidget *bridge_rule_editor_new (BridgeClock *clock);
void bridge_rule_editor_set_clock (BridgeRuleEditor *self, BridgeClock *clock);
void bridge_rule_editor_set_schedule (BridgeRuleEditor *self, BridgeSchedule *schedule);
BridgeSchedule *bridge_rule_editor_dup_schedule (BridgeRuleEditor *self, GError **error);
void bridge_rule_editor_show_clash (BridgeRuleEditor *self, const BridgeClash *clash);

G_END_DECLS

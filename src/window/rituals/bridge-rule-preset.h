/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "bridge-recurrence.h"

G_BEGIN_DECLS

/**
 * BridgeRulePreset:
 *
 * A recurrence rule as the editor's fields: plain values, no widgets. What the fields cannot say stays
 * as text in @custom, so that a rule typed by hand comes back exactly as it was.
 */
typedef enum {
  BRIDGE_RULE_ONCE,
  BRIDGE_RULE_DAILY,            /* every @interval days */
  BRIDGE_RULE_WEEKDAYS,         /* Monday to Friday */
  BRIDGE_RULE_WEEKLY,           /* on @weekdays, every @interval weeks */
  BRIDGE_RULE_MONTHLY_WEEKDAY,  /* the @ordinal @weekday, every @interval months */
  BRIDGE_RULE_MONTHLY_DAY,      /* on @month_day, every @interval months */
  BRIDGE_RULE_MONTHLY_LAST_DAY, /* every @interval months */
  BRIDGE_RULE_YEARLY,           /* on the start's day, every @interval years */
  BRIDGE_RULE_CUSTOM,           /* @custom, its end included */
} BridgeRuleKind;
#define BRIDGE_RULE_N_KINDS (BRIDGE_RULE_CUSTOM + 1)

typedef enum {
  BRIDGE_RULE_END_NEVER,
  BRIDGE_RULE_END_UNTIL,
  BRIDGE_RULE_END_COUNT,
} BridgeRuleEnd;

typedef struct {
  BridgeRuleKind kind;
  int interval;       /* 1–99 */
  guint weekdays;     /* bit 0 Monday … bit 6 Sunday */
  int ordinal;        /* 1–5, -1: last */
  int weekday;        /* 1 Monday – 7 Sunday */
  int month_day;      /* 1–31 */
  gboolean from_start; /* the rule leaves the day to the start: it is written without one */
  int week_start;     /* 1–7, kept as it was */
  BridgeRuleEnd end;
  BridgeLocal until;  /* inclusive; the last second of a day is written as the day alone */
  gboolean until_with_time; /* … unless it was written with its time */
  int count;
  char *custom;       /* owned; (nullable) */
} BridgeRulePreset;

BridgeRulePreset *bridge_rule_preset_new (BridgeLocal start);
BridgeRulePreset *bridge_rule_preset_new_from_rule (const BridgeRecurrence *rule, BridgeLocal start);
BridgeRulePreset *bridge_rule_preset_copy (const BridgeRulePreset *self);
void bridge_rule_preset_free (BridgeRulePreset *self);
char *bridge_rule_preset_to_rule (const BridgeRulePreset *self, BridgeLocal start);
gboolean bridge_rule_preset_has_interval (BridgeRuleKind kind);
const char *bridge_rule_preset_get_interval_title (BridgeRuleKind kind);
gboolean bridge_rule_preset_has_end (BridgeRuleKind kind);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BridgeRulePreset, bridge_rule_preset_free)

G_END_DECLS

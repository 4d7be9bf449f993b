/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "bridge-date-entry.h"
#include "bridge-rule-editor.h"
#include "bridge-rule-preset.h"
#include "bridge-time-entry.h"
#include "bridge-weekdays.h"
#include "bridge-zone-chooser.h"

G_BEGIN_DECLS

/* What the editor, which shows the fields, and the reading of them share. */

struct _BridgeRuleEditor
{
  GtkBox parent_instance;

  BridgeClock *clock;
  BridgeSchedule *given;      /* what was set; taken again where nothing was changed */
  BridgeRulePreset *preset;   /* what has no widget of its own */
  BridgeSchedule *schedule;   /* what the fields say, or NULL */
  GError *error;              /* why they say nothing */
  GPtrArray *times;           /* rows, each with a BridgeTimeEntry */
  gboolean loading;

  AdwComboRow *repeat_row;
  GtkWidget *days_row;
  BridgeWeekdays *days;
  AdwComboRow *ordinal_row;
  AdwComboRow *weekday_row;
  int first_weekday;          /* of the rows of the one above, 1 Monday – 7 Sunday */
  AdwActionRow *month_day_row;
  GtkSpinButton *month_day_spin;
  AdwActionRow *interval_row;
  GtkSpinButton *interval_spin;
  GtkWidget *custom_row;
  AdwPreferencesGroup *repeat_group;
  AdwPreferencesGroup *times_group;
  GtkWidget *add_time_button;
  GtkWidget *clash_note;
  AdwPreferencesGroup *range_group;
  AdwActionRow *start_row;
  BridgeDateEntry *start_entry;
  AdwComboRow *end_row;
  AdwActionRow *until_row;
  BridgeDateEntry *until_entry;
  GtkWidget *count_row;
  GtkSpinButton *count_spin;
  AdwActionRow *pinned_row;
  GtkSwitch *pinned_switch;
  AdwActionRow *zone_row;
  BridgeZoneChooser *zone_chooser;
  GtkLabel *words_label;
  GtkLabel *dates_label;
  GtkWidget *summary;
};

BridgeRuleKind bridge_rule_fields_get_kind (BridgeRuleEditor *self);
BridgeTimeEntry *bridge_rule_fields_get_time_entry (GtkWidget *row);
BridgeSchedule *bridge_rule_fields_read (BridgeRuleEditor *self, GError **error);

G_END_DECLS

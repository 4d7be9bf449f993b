/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "bridge-rule-editor"

#include "config.h"

#include "bridge-rule-editor-private.h"

#include <glib/gi18n-lib.h>

#include "bridge-error.h"
#include "bridge-form.h"
#include "bridge-ritual-words.h"

/**
 * bridge_rule_fields_get_kind:
 * @self: the editor
 *
 * Returns: what kind of rule is chosen
 */
BridgeRuleKind
bridge_rule_fields_get_kind (BridgeRuleEditor *self)
{
  return (BridgeRuleKind) adw_combo_row_get_selected (self->repeat_row);
}

/**
 * bridge_rule_fields_get_time_entry:
 * @row: one of the rows of times
 *
 * Returns: (transfer none): what the time is typed into
 */
BridgeTimeEntry *
bridge_rule_fields_get_time_entry (GtkWidget *row)
{
  return g_object_get_data (G_OBJECT (row), "bridge-time-entry");
}

static int
compare_minutes (gconstpointer a,
                 gconstpointer b)
{
  return *(const int *) a - *(const int *) b;
}

/* (transfer full) (nullable): the minutes of the day, sorted and distinct; NULL when one of them is no time.
 */
static GArray *
collect_times (BridgeRuleEditor *self)
{
  g_autoptr (GArray) minutes = g_array_new (FALSE, FALSE, sizeof (int));

  for (guint i = 0; i < self->times->len; i++)
    {
      int minute = bridge_time_entry_get_minute (bridge_rule_fields_get_time_entry (g_ptr_array_index (self->times, i)));

      if (minute < 0)
        return NULL;
      g_array_append_val (minutes, minute);
    }

  g_array_sort (minutes, compare_minutes);
  for (guint i = minutes->len; i > 1; i--)
    {
      if (g_array_index (minutes, int, i - 1) == g_array_index (minutes, int, i - 2))
        g_array_remove_index (minutes, i - 1);
    }

  return g_steal_pointer (&minutes);
}

static gboolean
same_times (const BridgeSchedule *schedule,
            GArray               *minutes)
{
  guint n = 0;
  const int *times = bridge_schedule_get_times (schedule, &n);

  return n == minutes->len && memcmp (times, minutes->data, n * sizeof (int)) == 0;
}

/* Takes the widgets' values into the preset. */
static void
read_preset (BridgeRuleEditor *self)
{
  BridgeRulePreset *preset = self->preset;
  guint ordinal = adw_combo_row_get_selected (self->ordinal_row);
  BridgeLocal until = bridge_date_entry_get_date (self->until_entry);

  preset->kind = bridge_rule_fields_get_kind (self);
  preset->interval = gtk_spin_button_get_value_as_int (self->interval_spin);
  preset->weekdays = bridge_weekdays_get_weekdays (self->days);
  preset->ordinal = ordinal == 5 ? -1 : (int) ordinal + 1;
  preset->weekday = ((int) adw_combo_row_get_selected (self->weekday_row) + self->first_weekday - 1) % 7 + 1;
  preset->month_day = gtk_spin_button_get_value_as_int (self->month_day_spin);
  preset->end = (BridgeRuleEnd) adw_combo_row_get_selected (self->end_row);
  preset->count = gtk_spin_button_get_value_as_int (self->count_spin);
  if (until != BRIDGE_LOCAL_NONE && until != bridge_local_day_start (preset->until))
    {
      preset->until = until + BRIDGE_DAY - 1;
      preset->until_with_time = FALSE;
    }
  g_free (preset->custom);
  preset->custom = g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->custom_row)));
}

static void
set_problem (GtkWidget   *field,
             GError     **error,
             const char  *sentence)
{
  bridge_field_set_problem (field, sentence);
  if (sentence != NULL && *error == NULL)
    g_set_error_literal (error, BRIDGE_ERROR, BRIDGE_ERROR_INVALID_VALUE, sentence);
}

/* Times and dates that are none say so by themselves. */
static void
check_dates (BridgeRuleEditor  *self,
             gboolean           dated,
             GError           **error)
{
  gboolean fine = bridge_date_entry_get_date (self->start_entry) != BRIDGE_LOCAL_NONE;

  fine = fine && !(dated && bridge_date_entry_get_date (self->until_entry) == BRIDGE_LOCAL_NONE);
  for (guint i = 0; i < self->times->len; i++)
    {
      BridgeTimeEntry *entry = bridge_rule_fields_get_time_entry (g_ptr_array_index (self->times, i));

      if (bridge_time_entry_get_minute (entry) < 0 && *error == NULL)
        g_set_error_literal (error, BRIDGE_ERROR, BRIDGE_ERROR_INVALID_DATE, _("A time such as 19:00 is needed here."));
    }
  if (!fine && *error == NULL)
    g_set_error_literal (error, BRIDGE_ERROR, BRIDGE_ERROR_INVALID_DATE, _("A date such as 2026-11-24 is needed here."));
}

static const char *
get_rule_sentence (BridgeRuleEditor *self)
{
  if (bridge_rule_fields_get_kind (self) == BRIDGE_RULE_WEEKLY && self->preset->weekdays == 0)
    return _("Choose at least one day.");

  return NULL;
}

/**
 * bridge_rule_fields_read:
 * @self: the editor
 * @error: the first thing that is still needed: a whole sentence
 *
 * Reads the fields, and marks those that say nothing yet, each with its sentence under it.
 *
 * Returns: (transfer full) (nullable): the schedule they say
 */
BridgeSchedule *
bridge_rule_fields_read (BridgeRuleEditor  *self,
                         GError           **error)
{
  g_autoptr (GArray) minutes = NULL;
  g_autoptr (GString) times = g_string_new (NULL);
  g_autoptr (GError) first = NULL;
  g_autoptr (BridgeSchedule) schedule = NULL;
  g_autofree char *rule = NULL;
  BridgeLocal start = bridge_date_entry_get_date (self->start_entry);
  GtkWidget *rule_field = bridge_rule_fields_get_kind (self) == BRIDGE_RULE_CUSTOM ? self->custom_row : self->days_row;
  const char *zone = NULL;
  gboolean dated = FALSE;

  read_preset (self);
  dated = bridge_rule_preset_has_end (bridge_rule_fields_get_kind (self)) && self->preset->end == BRIDGE_RULE_END_UNTIL;
  bridge_field_set_problem (self->custom_row, NULL);
  bridge_field_set_problem (self->days_row, NULL);
  set_problem (rule_field, &first, get_rule_sentence (self));
  bridge_date_entry_set_needed (self->until_entry, dated);
  bridge_date_entry_set_problem (self->start_entry, NULL);
  bridge_date_entry_set_problem (self->until_entry, NULL);
  check_dates (self, dated, &first);
  if (first != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&first));
      return NULL;
    }

  minutes = collect_times (self);
  for (guint i = 0; i < minutes->len; i++)
    {
      g_autofree char *text = bridge_minute_of_day_to_text (g_array_index (minutes, int, i));

      g_string_append_printf (times, "%s%s", i > 0 ? "," : "", text);
    }

  /* The first occurrence may be at a later time of its day: where day and times are what they were, so is the
   * start. */
  if (self->given != NULL && start == bridge_local_day_start (bridge_schedule_get_start (self->given)) &&
      same_times (self->given, minutes))
    start = bridge_schedule_get_start (self->given);
  else
    start += g_array_index (minutes, int, 0) * BRIDGE_MINUTE;

  rule = bridge_rule_preset_to_rule (self->preset, start);
  if (gtk_switch_get_active (self->pinned_switch))
    zone = bridge_zone_chooser_get_zone (self->zone_chooser);

  schedule = bridge_schedule_new (start, rule, minutes->len > 1 ? times->str : NULL, zone, &first);
  if (schedule == NULL)
    {
      if (bridge_rule_fields_get_kind (self) == BRIDGE_RULE_CUSTOM)
        bridge_field_set_problem (self->custom_row, first->message);
      else if (dated)
        bridge_date_entry_set_problem (self->until_entry, first->message);
      else
        bridge_date_entry_set_problem (self->start_entry, first->message);
      g_propagate_error (error, g_steal_pointer (&first));
      return NULL;
    }

  return g_steal_pointer (&schedule);
}

/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "bridge-rule-preset"

#include "config.h"

#include "bridge-rule-preset.h"

#include <glib/gi18n-lib.h>

#define MONDAY_TO_FRIDAY 0x1fu

static const char *const day_codes[] = { "MO", "TU", "WE", "TH", "FR", "SA", "SU" };

static int
month_day_of (BridgeLocal start)
{
  BridgeCivil civil;

  bridge_local_to_civil (start, &civil);

  return civil.day;
}

static void
append_by_day (GString *rule,
               guint    weekdays)
{
  const char *separator = ";BYDAY=";

  for (guint i = 0; i < 7; i++)
    {
      if (!(weekdays & (1u << i)))
        continue;

      g_string_append_printf (rule, "%s%s", separator, day_codes[i]);
      separator = ",";
    }
}

static void
append_end (const BridgeRulePreset *self,
            GString                *rule)
{
  g_autofree char *until = NULL;

  switch (self->end)
    {
    case BRIDGE_RULE_END_NEVER:
      break;

    case BRIDGE_RULE_END_UNTIL:
      until = bridge_local_format_basic (self->until);
      if (!self->until_with_time && bridge_local_get_second_of_day (self->until) == BRIDGE_DAY - 1)
        *strchr (until, 'T') = '\0';
      g_string_append_printf (rule, ";UNTIL=%s", until);
      break;

    case BRIDGE_RULE_END_COUNT:
      g_string_append_printf (rule, ";COUNT=%d", self->count);
      break;

    default:
      g_assert_not_reached ();
    }
}

/* The fields that come nearest to @rule; whether they really say the same is the caller's question. */
static void
guess (BridgeRulePreset       *self,
       const BridgeRecurrence *rule)
{
  guint n_days = 0;
  guint n_month_days = 0;
  guint n_months = 0;
  const BridgeByDay *days = bridge_recurrence_get_by_day (rule, &n_days);
  const int *month_days = bridge_recurrence_get_by_month_day (rule, &n_month_days);

  bridge_recurrence_get_by_month (rule, &n_months);
  self->interval = bridge_recurrence_get_interval (rule);
  self->week_start = bridge_recurrence_get_week_start (rule);
  self->from_start = n_days == 0 && n_month_days == 0 && n_months == 0;

  switch (bridge_recurrence_get_freq (rule))
    {
    case BRIDGE_FREQ_DAILY:
      self->kind = BRIDGE_RULE_DAILY;
      break;

    case BRIDGE_FREQ_WEEKLY:
      self->kind = BRIDGE_RULE_WEEKLY;
      if (n_days > 0)
        self->weekdays = 0;
      for (guint i = 0; i < n_days; i++)
        self->weekdays |= 1u << (days[i].weekday - 1);
      if (self->weekdays == MONDAY_TO_FRIDAY && self->interval == 1)
        self->kind = BRIDGE_RULE_WEEKDAYS;
      break;

    case BRIDGE_FREQ_MONTHLY:
      if (n_days == 1)
        {
          self->kind = BRIDGE_RULE_MONTHLY_WEEKDAY;
          self->ordinal = days[0].ordinal;
          self->weekday = days[0].weekday;
        }
      else if (n_month_days == 1 && month_days[0] == -1)
        {
          self->kind = BRIDGE_RULE_MONTHLY_LAST_DAY;
        }
      else
        {
          self->kind = BRIDGE_RULE_MONTHLY_DAY;
          if (n_month_days == 1)
            self->month_day = month_days[0];
        }
      break;

    case BRIDGE_FREQ_YEARLY:
      self->kind = BRIDGE_RULE_YEARLY;
      break;

    default:
      g_assert_not_reached ();
    }

  if (bridge_recurrence_get_count (rule) > 0)
    {
      self->end = BRIDGE_RULE_END_COUNT;
      self->count = bridge_recurrence_get_count (rule);
    }
  else if (bridge_recurrence_get_until (rule) != BRIDGE_LOCAL_NONE)
    {
      self->end = BRIDGE_RULE_END_UNTIL;
      self->until = bridge_recurrence_get_until (rule);
    }
}

/* Can the editor's fields show these values? */
static gboolean
in_range (const BridgeRulePreset *self)
{
  if (self->interval < 1 || self->interval > 99 || self->count > 999)
    return FALSE;
  if (self->kind == BRIDGE_RULE_MONTHLY_WEEKDAY)
    return self->ordinal == -1 || (self->ordinal >= 1 && self->ordinal <= 5);
  if (self->kind == BRIDGE_RULE_MONTHLY_DAY)
    return self->month_day >= 1 && self->month_day <= 31;

  return TRUE;
}

static gboolean
says_the_same (const BridgeRulePreset *self,
               const BridgeRecurrence *rule,
               BridgeLocal             start)
{
  g_autofree char *text = bridge_rule_preset_to_rule (self, start);
  g_autoptr (BridgeRecurrence) again = bridge_recurrence_parse (text, NULL);

  return again != NULL && bridge_recurrence_equal (rule, again);
}

/**
 * bridge_rule_preset_new:
 * @start: the local start, which gives the weekday and the day of the month to begin with
 *
 * Fields for something that happens once, with sensible values behind every other kind.
 *
 * Returns: (transfer full): the fields
 */
BridgeRulePreset *
bridge_rule_preset_new (BridgeLocal start)
{
  BridgeRulePreset *self = g_new0 (BridgeRulePreset, 1);
  int day = month_day_of (start);

  self->kind = BRIDGE_RULE_ONCE;
  self->interval = 1;
  self->weekday = bridge_day_get_weekday (bridge_local_get_day (start));
  self->weekdays = 1u << (self->weekday - 1);
  self->ordinal = day > 28 ? -1 : (day - 1) / 7 + 1;
  self->month_day = day;
  self->from_start = TRUE;
  self->week_start = 1;
  self->end = BRIDGE_RULE_END_NEVER;
  self->until = bridge_local_day_start (start) + 91 * BRIDGE_DAY - 1;
  self->count = 10;

  return self;
}

/**
 * bridge_rule_preset_new_from_rule:
 * @rule: (nullable): the rule, or %NULL for once
 * @start: the local start
 *
 * The fields that say what @rule says. Where they would not say exactly the same, the rule is kept as
 * text, so bridge_rule_preset_to_rule() always gives an equal rule back.
 *
 * Returns: (transfer full): the fields
 */
BridgeRulePreset *
bridge_rule_preset_new_from_rule (const BridgeRecurrence *rule,
                                  BridgeLocal             start)
{
  g_autoptr (BridgeRulePreset) self = bridge_rule_preset_new (start);
  g_autoptr (BridgeRulePreset) plain = NULL;

  if (rule == NULL)
    return g_steal_pointer (&self);

  guess (self, rule);
  if (in_range (self) && !bridge_recurrence_until_is_utc (rule))
    {
      if (says_the_same (self, rule, start))
        return g_steal_pointer (&self);

      self->until_with_time = TRUE;
      if (says_the_same (self, rule, start))
        return g_steal_pointer (&self);
    }

  plain = bridge_rule_preset_new (start);
  plain->kind = BRIDGE_RULE_CUSTOM;
  plain->custom = bridge_recurrence_to_string (rule);

  return g_steal_pointer (&plain);
}

/**
 * bridge_rule_preset_copy:
 * @self: the fields
 *
 * Copies them.
 *
 * Returns: (transfer full): a copy
 */
BridgeRulePreset *
bridge_rule_preset_copy (const BridgeRulePreset *self)
{
  BridgeRulePreset *copy = g_memdup2 (self, sizeof *self);

  copy->custom = g_strdup (self->custom);

  return copy;
}

/**
 * bridge_rule_preset_free:
 * @self: (transfer full): the fields
 *
 * Frees them.
 */
void
bridge_rule_preset_free (BridgeRulePreset *self)
{
  g_free (self->custom);
  g_free (self);
}

/**
 * bridge_rule_preset_to_rule:
 * @self: the fields
 * @start: the local start; a yearly rule that names its day names this one
 *
 * Writes the fields as an RRULE (RFC 5545 3.3.10).
 *
 * Returns: (transfer full) (nullable): the rule's text, %NULL for once
 */
char *
bridge_rule_preset_to_rule (const BridgeRulePreset *self,
                            BridgeLocal             start)
{
  GString *rule = NULL;
  BridgeCivil civil;

  switch (self->kind)
    {
    case BRIDGE_RULE_ONCE:
      return NULL;

    case BRIDGE_RULE_CUSTOM:
      return g_strdup (self->custom != NULL ? self->custom : "");

    case BRIDGE_RULE_DAILY:
      rule = g_string_new ("FREQ=DAILY");
      break;

    case BRIDGE_RULE_WEEKDAYS:
      rule = g_string_new ("FREQ=WEEKLY");
      append_by_day (rule, MONDAY_TO_FRIDAY);
      break;

    case BRIDGE_RULE_WEEKLY:
      rule = g_string_new ("FREQ=WEEKLY");
      if (!self->from_start)
        append_by_day (rule, self->weekdays);
      break;

    case BRIDGE_RULE_MONTHLY_WEEKDAY:
      rule = g_string_new ("FREQ=MONTHLY");
      g_string_append_printf (rule, ";BYDAY=%d%s", self->ordinal, day_codes[self->weekday - 1]);
      break;

    case BRIDGE_RULE_MONTHLY_DAY:
      rule = g_string_new ("FREQ=MONTHLY");
      if (!self->from_start)
        g_string_append_printf (rule, ";BYMONTHDAY=%d", self->month_day);
      break;

    case BRIDGE_RULE_MONTHLY_LAST_DAY:
      rule = g_string_new ("FREQ=MONTHLY;BYMONTHDAY=-1");
      break;

    case BRIDGE_RULE_YEARLY:
      rule = g_string_new ("FREQ=YEARLY");
      if (!self->from_start)
        {
          bridge_local_to_civil (start, &civil);
          g_string_append_printf (rule, ";BYMONTH=%d;BYMONTHDAY=%d", civil.month, civil.day);
        }
      break;

    default:
      g_assert_not_reached ();
    }

  if (bridge_rule_preset_has_interval (self->kind) && self->interval > 1)
    g_string_append_printf (rule, ";INTERVAL=%d", self->interval);
  if (self->week_start != 1)
    g_string_append_printf (rule, ";WKST=%s", day_codes[self->week_start - 1]);
  append_end (self, rule);

  return g_string_free (rule, FALSE);
}

/**
 * bridge_rule_preset_has_interval:
 * @kind: a kind of rule
 *
 * Can it happen only every so many days, weeks, months or years?
 *
 * Returns: %TRUE if it can
 */
gboolean
bridge_rule_preset_has_interval (BridgeRuleKind kind)
{
  return kind != BRIDGE_RULE_ONCE && kind != BRIDGE_RULE_WEEKDAYS && kind != BRIDGE_RULE_CUSTOM;
}

/**
 * bridge_rule_preset_has_end:
 * @kind: a kind of rule
 *
 * Does it have an end of its own in the editor? Once ends by itself, a rule in text says it there.
 *
 * Returns: %TRUE if it has
 */
gboolean
bridge_rule_preset_has_end (BridgeRuleKind kind)
{
  return kind != BRIDGE_RULE_ONCE && kind != BRIDGE_RULE_CUSTOM;
}

/**
 * bridge_rule_preset_get_interval_title:
 * @kind: a kind of rule
 *
 * What its interval is asked for with.
 *
 * Returns: a static translated title, "" where it has none
 */
const char *
bridge_rule_preset_get_interval_title (BridgeRuleKind kind)
{
  switch (kind)
    {
    case BRIDGE_RULE_DAILY:
      return _("Every how many days");
    case BRIDGE_RULE_WEEKLY:
      return _("Every how many weeks");
    case BRIDGE_RULE_MONTHLY_WEEKDAY:
    case BRIDGE_RULE_MONTHLY_DAY:
    case BRIDGE_RULE_MONTHLY_LAST_DAY:
      return _("Every how many months");
    case BRIDGE_RULE_YEARLY:
      return _("Every how many years");
    case BRIDGE_RULE_ONCE:
    case BRIDGE_RULE_WEEKDAYS:
    case BRIDGE_RULE_CUSTOM:
      break;
    default:
      g_assert_not_reached ();
    }

  return "";
}

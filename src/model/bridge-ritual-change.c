/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "bridge-ritual"

#include "config.h"

#include "bridge-ritual-change.h"

#include <glib/gi18n-lib.h>

#include "bridge-error.h"
#include "bridge-json.h"

/* How far two schedules are compared, from the first moment of both on: a leap year, so that every date comes up. */
#define COMPARED_DAYS 366

/* What a change is made of; the schedule comes besides, as one. */
static const char *const values[] = {
  "title", "when-then", "minutes", "who", "closeness", "smaller", "steps", "lead", "remind", "in-recovery",
};

#define SCHEDULE "schedule"

static BridgeLocal
find_first (BridgeSchedule *schedule,
            BridgeLocal     from)
{
  BridgeScheduleIter iter;
  BridgeLocal first;

  bridge_schedule_iter_init (&iter, schedule, from);
  return bridge_schedule_iter_next (&iter, &first) ? first : BRIDGE_LOCAL_NONE;
}

static guint
count_starts (BridgeSchedule *schedule,
              BridgeLocal     from,
              BridgeLocal     to)
{
  BridgeScheduleIter iter;
  BridgeLocal start;
  guint n = 0;

  bridge_schedule_iter_init (&iter, schedule, from);
  while (bridge_schedule_iter_next (&iter, &start) && start < to)
    n++;
  return n;
}

/* Whether every moment of @schedule is one of @other. */
static gboolean
is_part_of (BridgeSchedule *schedule,
            BridgeSchedule *other,
            BridgeLocal     from,
            BridgeLocal     to)
{
  BridgeScheduleIter iter, other_iter;
  BridgeLocal start;
  BridgeLocal other_start = BRIDGE_LOCAL_NONE;

  bridge_schedule_iter_init (&iter, schedule, from);
  bridge_schedule_iter_init (&other_iter, other, from);
  while (bridge_schedule_iter_next (&iter, &start) && start < to)
    {
      while (other_start < start)
        if (!bridge_schedule_iter_next (&other_iter, &other_start))
          return FALSE;
      if (other_start != start)
        return FALSE;
    }
  return TRUE;
}

/* Rules can say the same in many ways, so the moments are compared and not the rules: a schedule whose moments all were
 * agreed is the same, or rarer. */
static BridgeRitualMore
compare_schedules (BridgeSchedule *before,
                   BridgeSchedule *after,
                   BridgeLocal     now)
{
  BridgeLocal first_before = find_first (before, now);
  BridgeLocal first_after = find_first (after, now);
  BridgeLocal to = MAX (first_before, first_after) + COMPARED_DAYS * BRIDGE_DAY;
  BridgeRitualMore more = BRIDGE_RITUAL_MORE_NONE;

  if (first_after == BRIDGE_LOCAL_NONE || bridge_schedule_equal (before, after))
    return BRIDGE_RITUAL_MORE_NONE;
  if (first_before == BRIDGE_LOCAL_NONE)
    return BRIDGE_RITUAL_MORE_OFTEN;
  /* A time of the day is another one elsewhere. */
  if (g_strcmp0 (bridge_schedule_get_zone (before), bridge_schedule_get_zone (after)) == 0 &&
      is_part_of (after, before, now, to))
    return BRIDGE_RITUAL_MORE_NONE;

  if (count_starts (after, now, to) > count_starts (before, now, to))
    more |= BRIDGE_RITUAL_MORE_OFTEN;
  if (more == 0 || !is_part_of (before, after, now, to))
    more |= BRIDGE_RITUAL_MORE_TIME;
  return more;
}

static guint
count_reminders (BridgeRitual *ritual)
{
  guint n;
  g_autofree int *minutes = bridge_ritual_dup_remind_minutes (ritual, &n);

  return n;
}

/* What is done: its name, the sentence, a step that was not there. Who leaves the sentence or a step out makes less of it. */
static gboolean
says_something_else (BridgeRitual *before,
                     BridgeRitual *after)
{
  const char *const *steps_before = bridge_ritual_get_steps (before);
  const char *sentence = bridge_ritual_get_when_then (after);

  if (g_strcmp0 (bridge_ritual_get_title (before), bridge_ritual_get_title (after)) != 0 ||
      (*sentence != '\0' && g_strcmp0 (bridge_ritual_get_when_then (before), sentence) != 0))
    return TRUE;
  for (const char *const *step = bridge_ritual_get_steps (after); step != NULL && *step != NULL; step++)
    if (steps_before == NULL || !g_strv_contains (steps_before, *step))
      return TRUE;
  return FALSE;
}

/**
 * bridge_ritual_find_more:
 * @before: (nullable): the ritual as it was agreed; %NULL: it is not there yet
 * @after: the ritual as it would be
 * @speaker_id: (nullable): the person who wants it so
 * @now: the present, local
 *
 * Finds out what a change asks of the other one: other times, more often, longer, closer, another person, more reminders,
 * other words for what is done, turns in leading it. Making less of it (rarer, shorter, further apart, fewer reminders,
 * fewer steps, a smaller version) asks nothing, and neither does what concerns only the one who wants it. To make what is of
 * both one's own asks.
 *
 * Returns: what the other one would have to say yes to; 0: nothing
 */
BridgeRitualMore
bridge_ritual_find_more (BridgeRitual *before,
                         BridgeRitual *after,
                         const char   *speaker_id,
                         BridgeLocal   now)
{
  const char *who = bridge_ritual_get_who (after);
  BridgeRitualMore more = BRIDGE_RITUAL_MORE_NONE;

  /* What was agreed for both is not one's own to take: its moments, and what was kept of them, are of both. */
  if (who != NULL && g_strcmp0 (who, speaker_id) == 0)
    return before != NULL && bridge_ritual_get_who (before) == NULL ? BRIDGE_RITUAL_MORE_PERSONS : BRIDGE_RITUAL_MORE_NONE;
  if (before == NULL)
    return BRIDGE_RITUAL_MORE_NEW;

  if (g_strcmp0 (bridge_ritual_get_who (before), who) != 0)
    more |= BRIDGE_RITUAL_MORE_PERSONS;
  if (bridge_ritual_get_minutes (after) > bridge_ritual_get_minutes (before))
    more |= BRIDGE_RITUAL_MORE_LONG;
  if (bridge_ritual_get_closeness (after) > bridge_ritual_get_closeness (before))
    more |= BRIDGE_RITUAL_MORE_CLOSE;
  /* A recovery window is for what was agreed for it. */
  if (count_reminders (after) > count_reminders (before) ||
      (bridge_ritual_get_in_recovery (after) && !bridge_ritual_get_in_recovery (before)))
    more |= BRIDGE_RITUAL_MORE_REMINDERS;
  /* Whose turn it is either may say: it is given away as easily as taken. That there are turns at all asks something. */
  if (says_something_else (before, after) ||
      (bridge_ritual_get_lead (after) != NULL && bridge_ritual_get_lead (before) == NULL))
    more |= BRIDGE_RITUAL_MORE_WORDS;
  return more | compare_schedules (bridge_ritual_get_schedule (before), bridge_ritual_get_schedule (after), now);
}

static char *
dup_key (const char *property)
{
  return g_strdelimit (g_strdup (property), "-", '_');
}

static JsonNode *
write_string (const char *text)
{
  JsonNode *node = json_node_new (text != NULL ? JSON_NODE_VALUE : JSON_NODE_NULL);

  if (text != NULL)
    json_node_set_string (node, text);
  return node;
}

/* (transfer full) */
static JsonNode *
write_value (BridgeRitual *ritual,
             const char   *property)
{
  GParamSpec *pspec = g_object_class_find_property (G_OBJECT_GET_CLASS (ritual), property);
  g_auto (GValue) value = G_VALUE_INIT;
  JsonNode *node;

  g_value_init (&value, pspec->value_type);
  g_object_get_property (G_OBJECT (ritual), property, &value);
  if (G_VALUE_HOLDS_INT (&value))
    {
      node = json_node_new (JSON_NODE_VALUE);
      json_node_set_int (node, g_value_get_int (&value));
    }
  else if (G_VALUE_HOLDS_BOOLEAN (&value))
    {
      node = json_node_new (JSON_NODE_VALUE);
      json_node_set_boolean (node, g_value_get_boolean (&value));
    }
  else if (G_VALUE_HOLDS (&value, G_TYPE_STRV))
    {
      const char *const *texts = g_value_get_boxed (&value);
      JsonArray *array = json_array_new ();

      for (guint i = 0; texts != NULL && texts[i] != NULL; i++)
        json_array_add_string_element (array, texts[i]);
      node = json_node_new (JSON_NODE_ARRAY);
      json_node_take_array (node, array);
    }
  else
    {
      node = write_string (g_value_get_string (&value));
    }
  return node;
}

/* (transfer full) */
static JsonNode *
write_schedule (BridgeSchedule *schedule)
{
  JsonObject *object = json_object_new ();
  JsonNode *node = json_node_new (JSON_NODE_OBJECT);
  g_autofree char *start = bridge_local_format (bridge_schedule_get_start (schedule));
  g_autofree char *rule = bridge_schedule_dup_rule (schedule);
  g_autofree char *times = bridge_schedule_dup_times (schedule);

  json_object_set_string_member (object, "start", start);
  json_object_set_member (object, "rule", write_string (rule));
  json_object_set_member (object, "times", write_string (times));
  json_object_set_member (object, "zone", write_string (bridge_schedule_get_zone (schedule)));
  json_node_take_object (node, object);
  return node;
}

static void
write_difference (JsonObject *from,
                  JsonObject *to,
                  const char *property,
                  JsonNode   *before,
                  JsonNode   *after)
{
  g_autofree char *key = dup_key (property);

  if (json_node_equal (before, after))
    {
      json_node_unref (before);
      json_node_unref (after);
      return;
    }
  json_object_set_member (from, key, before);
  json_object_set_member (to, key, after);
}

/**
 * bridge_ritual_change_write:
 * @before: a ritual as it is
 * @after: as it would be
 *
 * Writes what differs, and from what, so that bridge_ritual_change_apply() finds out when it no longer fits. States, ids and
 * stamps are left out.
 *
 * Returns: (transfer full) (nullable): JSON text, or %NULL where nothing differs
 */
char *
bridge_ritual_change_write (BridgeRitual *before,
                            BridgeRitual *after)
{
  g_autoptr (JsonNode) root = json_node_new (JSON_NODE_OBJECT);
  JsonObject *object = json_object_new ();
  JsonObject *from = json_object_new ();
  JsonObject *to = json_object_new ();

  for (gsize i = 0; i < G_N_ELEMENTS (values); i++)
    write_difference (from, to, values[i], write_value (before, values[i]), write_value (after, values[i]));
  if (!bridge_schedule_equal (bridge_ritual_get_schedule (before), bridge_ritual_get_schedule (after)))
    write_difference (from, to, SCHEDULE, write_schedule (bridge_ritual_get_schedule (before)),
                      write_schedule (bridge_ritual_get_schedule (after)));

  json_object_set_object_member (object, "from", from);
  json_object_set_object_member (object, "to", to);
  json_node_take_object (root, object);
  return json_object_get_size (to) > 0 ? bridge_json_print (root, FALSE) : NULL;
}

static gboolean
apply_schedule (BridgeRitual  *ritual,
                JsonObject    *object,
                GError       **error)
{
  const char *start = NULL;
  const char *rule = NULL;
  const char *times = NULL;
  const char *zone = NULL;
  g_autoptr (BridgeSchedule) schedule = NULL;
  BridgeLocal local;

  if (!bridge_json_read_string (object, "start", TRUE, &start, error) ||
      !bridge_json_read_string (object, "rule", FALSE, &rule, error) ||
      !bridge_json_read_string (object, "times", FALSE, &times, error) ||
      !bridge_json_read_string (object, "zone", FALSE, &zone, error) ||
      !bridge_local_parse (start, &local, error))
    return FALSE;
  schedule = bridge_schedule_new (local, rule, times, zone, error);
  if (schedule == NULL)
    return FALSE;
  g_object_set (ritual, SCHEDULE, schedule, NULL);
  return TRUE;
}

static gboolean
apply_value (BridgeRitual  *ritual,
             const char    *property,
             const char    *key,
             JsonObject    *to,
             GError       **error)
{
  GParamSpec *pspec = g_object_class_find_property (G_OBJECT_GET_CLASS (ritual), property);
  const char *text = NULL;
  g_auto (GStrv) texts = NULL;
  gint64 number;

  if (pspec->value_type == G_TYPE_INT)
    {
      if (!bridge_json_read_int (to, key, TRUE, G_MININT, G_MAXINT, &number, error))
        return FALSE;
      g_object_set (ritual, property, (int) number, NULL);
    }
  else if (pspec->value_type == G_TYPE_BOOLEAN)
    {
      gboolean truth;

      if (!bridge_json_read_bool (to, key, TRUE, &truth, error))
        return FALSE;
      g_object_set (ritual, property, truth, NULL);
    }
  else if (pspec->value_type == G_TYPE_STRV)
    {
      if (!bridge_json_read_strv (to, key, TRUE, &texts, error))
        return FALSE;
      g_object_set (ritual, property, texts, NULL);
    }
  else
    {
      if (!bridge_json_read_string (to, key, FALSE, &text, error))
        return FALSE;
      g_object_set (ritual, property, text, NULL);
    }
  return TRUE;
}

static JsonObject *
get_half (JsonNode    *root,
          const char  *key,
          GError     **error)
{
  JsonNode *node = NULL;

  if (JSON_NODE_HOLDS_OBJECT (root))
    node = json_object_get_member (json_node_get_object (root), key);
  if (node != NULL && JSON_NODE_HOLDS_OBJECT (node))
    return json_node_get_object (node);
  g_set_error_literal (error, BRIDGE_ERROR, BRIDGE_ERROR_DATA, _("What was proposed cannot be read. You could propose it again."));
  return NULL;
}

/* What is no longer as it was when the change was written has been changed by somebody else. */
static gboolean
check_unchanged (JsonNode    *now,
                 JsonObject  *from,
                 JsonObject  *to,
                 const char  *key,
                 GError     **error)
{
  JsonNode *was = json_object_get_member (from, key);

  if ((was != NULL && json_node_equal (now, was)) || json_node_equal (now, json_object_get_member (to, key)))
    return TRUE;

  g_set_error_literal (error, BRIDGE_ERROR, BRIDGE_ERROR_CONFLICT,
                       _("The ritual has been changed since this was proposed, so it was left as it is. You could propose the "
                         "change again."));
  return FALSE;
}

/**
 * bridge_ritual_change_apply:
 * @ritual: a ritual that takes the new values
 * @change: what bridge_ritual_change_write() gave
 * @error: where to say what went wrong
 *
 * Applies a change to a ritual that still has the values the change was made from; others of its values may have changed.
 * After a failure some of the values may be new.
 *
 * Returns: %FALSE with %BRIDGE_ERROR_CONFLICT, %BRIDGE_ERROR_DATA or why the schedule is none
 */
gboolean
bridge_ritual_change_apply (BridgeRitual  *ritual,
                            const char    *change,
                            GError       **error)
{
  g_autoptr (JsonNode) root = bridge_json_parse (change, -1, error);
  JsonObject *from, *to, *changed;
  g_autoptr (JsonNode) schedule = NULL;

  if (root == NULL)
    return FALSE;
  from = get_half (root, "from", error);
  to = from != NULL ? get_half (root, "to", error) : NULL;
  if (to == NULL)
    return FALSE;

  for (gsize i = 0; i < G_N_ELEMENTS (values); i++)
    {
      g_autofree char *key = dup_key (values[i]);
      g_autoptr (JsonNode) now = write_value (ritual, values[i]);

      if (json_object_has_member (to, key) &&
          (!check_unchanged (now, from, to, key, error) || !apply_value (ritual, values[i], key, to, error)))
        return FALSE;
    }

  if (!json_object_has_member (to, SCHEDULE))
    return TRUE;
  schedule = write_schedule (bridge_ritual_get_schedule (ritual));
  if (!check_unchanged (schedule, from, to, SCHEDULE, error))
    return FALSE;
  changed = get_half (json_object_get_member (json_node_get_object (root), "to"), SCHEDULE, error);
  return changed != NULL && apply_schedule (ritual, changed, error);
}

/* A rule that names one day names that of @when instead; every other rule stays as it is. (transfer full) (nullable) */
static char *
dup_rule_at (BridgeSchedule *schedule,
             BridgeLocal     when)
{
  static const char *const weekdays[] = { "MO", "TU", "WE", "TH", "FR", "SA", "SU" };
  BridgeRecurrence *rule = bridge_schedule_get_recurrence (schedule);
  g_autofree char *text = bridge_schedule_dup_rule (schedule);
  g_auto (GStrv) parts = NULL;
  const BridgeByDay *by_day;
  guint n_days, n_month_days, n_positions;
  BridgeFreq freq;
  BridgeCivil civil;

  if (rule == NULL)
    return NULL;

  bridge_local_to_civil (when, &civil);
  freq = bridge_recurrence_get_freq (rule);
  by_day = bridge_recurrence_get_by_day (rule, &n_days);
  bridge_recurrence_get_by_month_day (rule, &n_month_days);
  bridge_recurrence_get_by_set_pos (rule, &n_positions);
  parts = g_strsplit (text, ";", -1);
  for (guint i = 0; parts[i] != NULL; i++)
    {
      g_autofree char *part = NULL;

      if (g_str_has_prefix (parts[i], "BYDAY=") && n_days == 1 && freq == BRIDGE_FREQ_WEEKLY)
        part = g_strdup_printf ("BYDAY=%s", weekdays[civil.weekday - 1]);
      else if (g_str_has_prefix (parts[i], "BYDAY=") && n_days == 1 && by_day[0].ordinal != 0 &&
               freq == BRIDGE_FREQ_MONTHLY && n_month_days == 0)
        part = g_strdup_printf ("BYDAY=%d%s", civil.day > 28 ? -1 : (civil.day - 1) / 7 + 1, weekdays[civil.weekday - 1]);
      else if (g_str_has_prefix (parts[i], "BYMONTHDAY=") && n_month_days == 1 && n_days == 0 && n_positions == 0 &&
               freq == BRIDGE_FREQ_MONTHLY)
        part = g_strdup_printf ("BYMONTHDAY=%d",
                                civil.day == bridge_days_in_month (civil.year, civil.month) ? -1 : civil.day);
      if (part != NULL)
        {
          g_free (parts[i]);
          parts[i] = g_steal_pointer (&part);
        }
    }
  return g_strjoinv (";", parts);
}

/**
 * bridge_ritual_move_to:
 * @ritual: a ritual
 * @when: local, in the frame of its schedule
 * @error: where to say why not
 *
 * Has the ritual begin at @when and go on the same way: every Tuesday at 19:00 becomes every Thursday at 20:00 when @when is
 * a Thursday at 20:00. What happens on several days, or several times a day, keeps them and begins with the first from
 * @when on.
 *
 * Returns: %FALSE with %BRIDGE_ERROR_INVALID_DATE where no moment would be left
 */
gboolean
bridge_ritual_move_to (BridgeRitual  *ritual,
                       BridgeLocal    when,
                       GError       **error)
{
  BridgeSchedule *schedule = bridge_ritual_get_schedule (ritual);
  g_autoptr (BridgeSchedule) moved = NULL;
  g_autofree char *rule = dup_rule_at (schedule, when);
  g_autofree char *times = NULL;
  guint n_times;

  bridge_schedule_get_times (schedule, &n_times);
  if (n_times > 1)
    times = bridge_schedule_dup_times (schedule);
  moved = bridge_schedule_new (when, rule, times, bridge_schedule_get_zone (schedule), NULL);
  if (moved == NULL)
    {
      g_set_error_literal (error, BRIDGE_ERROR, BRIDGE_ERROR_INVALID_DATE,
                           _("After that time no moment would be left. Choose an earlier one."));
      return FALSE;
    }
  g_object_set (ritual, SCHEDULE, moved, NULL);
  return TRUE;
}

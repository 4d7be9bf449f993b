/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "bridge-store"

#include "config.h"

#include "bridge-store.h"

#include <glib/gi18n-lib.h>

#include "bridge-store-private.h"

#include "bridge-error.h"
#include "bridge-json.h"

#define COLUMNS \
  "id, title, when_then, state, start, rule, times, zone, minutes, who, closeness, smaller, steps, lead, remind," \
  " resting_until, reminding_since, template, created_at, updated_at, deleted_at, in_recovery"

static char *
steps_to_json (const char *const *steps)
{
  g_autoptr (JsonNode) node = json_node_new (JSON_NODE_ARRAY);
  g_autoptr (JsonArray) array = json_array_new ();

  for (guint i = 0; steps[i] != NULL; i++)
    json_array_add_string_element (array, steps[i]);
  json_node_set_array (node, array);
  return json_to_string (node, FALSE);
}

static char **
steps_from_json (const char  *text,
                 GError     **error)
{
  g_autoptr (JsonNode) node = bridge_json_parse (text, -1, error);
  g_autoptr (GStrvBuilder) steps = g_strv_builder_new ();
  JsonArray *array;

  if (node == NULL)
    return NULL;
  if (!JSON_NODE_HOLDS_ARRAY (node))
    {
      g_set_error_literal (error, BRIDGE_ERROR, BRIDGE_ERROR_DATA, _("The steps of a ritual cannot be read."));
      return NULL;
    }

  array = json_node_get_array (node);
  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      JsonNode *step = json_array_get_element (array, i);

      if (json_node_get_value_type (step) == G_TYPE_STRING)
        g_strv_builder_add (steps, json_node_get_string (step));
    }
  return g_strv_builder_end (steps);
}

static gpointer
read_ritual (sqlite3_stmt  *statement,
             GError       **error)
{
  g_autoptr (BridgeSchedule) schedule = NULL;
  g_auto (GStrv) steps = NULL;
  BridgeLocal start, resting_until;
  int state;

  if (!bridge_column_enum (statement, 3, BRIDGE_TYPE_RITUAL_STATE, &state, error) ||
      !bridge_column_local (statement, 4, &start, error) ||
      !bridge_column_local (statement, 15, &resting_until, error))
    return NULL;

  schedule = bridge_schedule_new (start, bridge_column_text (statement, 5), bridge_column_text (statement, 6),
                                  bridge_column_text (statement, 7), error);
  steps = schedule != NULL ? steps_from_json (bridge_column_text (statement, 12), error) : NULL;
  if (steps == NULL)
    return NULL;

  return g_object_new (BRIDGE_TYPE_RITUAL,
                       "id", bridge_column_text (statement, 0),
                       "title", bridge_column_text (statement, 1),
                       "when-then", bridge_column_text (statement, 2),
                       "state", state,
                       "schedule", schedule,
                       "minutes", sqlite3_column_int (statement, 8),
                       "who", bridge_column_text (statement, 9),
                       "closeness", sqlite3_column_int (statement, 10),
                       "smaller", bridge_column_text (statement, 11),
                       "steps", steps,
                       "lead", bridge_column_text (statement, 13),
                       "remind", bridge_column_text (statement, 14),
                       "resting-until", resting_until,
                       "reminding-since", (gint64) sqlite3_column_int64 (statement, 16),
                       "template", bridge_column_text (statement, 17),
                       "created-at", (gint64) sqlite3_column_int64 (statement, 18),
                       "updated-at", (gint64) sqlite3_column_int64 (statement, 19),
                       "deleted-at", (gint64) sqlite3_column_int64 (statement, 20),
                       "in-recovery", sqlite3_column_int (statement, 21) != 0,
                       NULL);
}

/**
 * bridge_store_load_rituals:
 * @db: a connection
 * @error: where to say what went wrong
 *
 * Returns: (transfer full) (nullable) (element-type BridgeRitual): what is not removed, by title
 */
GPtrArray *
bridge_store_load_rituals (BridgeDatabase  *db,
                           GError         **error)
{
  return bridge_store_read_all (db,
                                bridge_statement_get (db, "SELECT " COLUMNS " FROM rituals WHERE deleted_at = 0"
                                                      " ORDER BY title COLLATE NOCASE, id", error),
                                read_ritual, error);
}

/**
 * bridge_store_load_ritual:
 * @db: a connection
 * @id: a whole id
 * @error: where to say what went wrong
 *
 * Loads one ritual, a removed one too.
 *
 * Returns: (transfer full) (nullable): the ritual, or %NULL with %BRIDGE_ERROR_NOT_FOUND
 */
BridgeRitual *
bridge_store_load_ritual (BridgeDatabase  *db,
                          const char      *id,
                          GError         **error)
{
  g_autoptr (GError) local_error = NULL;
  sqlite3_stmt *statement = bridge_statement_get (db, "SELECT " COLUMNS " FROM rituals WHERE id = ?", error);
  BridgeRitual *ritual;

  if (statement == NULL)
    return NULL;

  bridge_bind_text (statement, 1, id);
  ritual = bridge_store_read_one (db, statement, read_ritual, &local_error);
  if (ritual == NULL && local_error == NULL)
    g_set_error (&local_error, BRIDGE_ERROR, BRIDGE_ERROR_NOT_FOUND, _("There is no ritual “%s”."), id);
  if (local_error != NULL)
    g_propagate_error (error, g_steal_pointer (&local_error));
  return ritual;
}

static const char save_sql[] =
  "INSERT INTO rituals (id, title, when_then, state, start, rule, times, zone, minutes, who, "
  "closeness, smaller, steps, lead, remind, resting_until, reminding_since, template, "
  "created_at, updated_at, deleted_at, device, in_recovery) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, "
  "?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18, ?19, ?20, ?21, ?22, ?23) ON CONFLICT (id) DO UPDATE SET "
  "title = excluded.title, when_then = excluded.when_then, state = excluded.state, start = "
  "excluded.start, rule = excluded.rule, times = excluded.times, zone = excluded.zone, minutes "
  "= excluded.minutes, who = excluded.who, closeness = excluded.closeness, smaller = "
  "excluded.smaller, steps = excluded.steps, lead = excluded.lead, remind = excluded.remind, "
  "resting_until = excluded.resting_until, reminding_since = excluded.reminding_since, template "
  "= excluded.template, updated_at = excluded.updated_at, deleted_at = excluded.deleted_at, "
  "device = excluded.device, in_recovery = excluded.in_recovery";

/**
 * bridge_store_save_ritual:
 * @db: a connection
 * @ritual: a ritual, with id and stamps
 * @error: where to say what went wrong
 *
 * Inserts or replaces its row.
 *
 * Returns: %FALSE with an error
 */
gboolean
bridge_store_save_ritual (BridgeDatabase  *db,
                          BridgeRitual    *ritual,
                          GError         **error)
{
  sqlite3_stmt *statement = bridge_statement_get (db, save_sql, error);
  BridgeSchedule *schedule = bridge_ritual_get_schedule (ritual);
  g_autofree char *rule = NULL;
  g_autofree char *times = NULL;
  g_autofree char *steps = NULL;
  gint64 created_at, updated_at, deleted_at;

  g_return_val_if_fail (schedule != NULL, FALSE);

  if (statement == NULL)
    return FALSE;

  rule = bridge_schedule_dup_rule (schedule);
  times = bridge_schedule_dup_times (schedule);
  steps = steps_to_json (bridge_ritual_get_steps (ritual));
  g_object_get (ritual,
                "created-at", &created_at, "updated-at", &updated_at, "deleted-at", &deleted_at,
                NULL);
  bridge_bind_text (statement, 1, bridge_ritual_get_id (ritual));
  bridge_bind_text (statement, 2, bridge_ritual_get_title (ritual));
  bridge_bind_text (statement, 3, bridge_ritual_get_when_then (ritual));
  bridge_bind_enum (statement, 4, BRIDGE_TYPE_RITUAL_STATE, bridge_ritual_get_state (ritual));
  bridge_bind_local (statement, 5, bridge_schedule_get_start (schedule));
  bridge_bind_text (statement, 6, rule);
  bridge_bind_text (statement, 7, times);
  bridge_bind_text (statement, 8, bridge_schedule_get_zone (schedule));
  bridge_bind_int (statement, 9, bridge_ritual_get_minutes (ritual));
  bridge_bind_text (statement, 10, bridge_ritual_get_who (ritual));
  bridge_bind_int (statement, 11, bridge_ritual_get_closeness (ritual));
  bridge_bind_text (statement, 12, bridge_ritual_get_smaller (ritual));
  bridge_bind_text (statement, 13, steps);
  bridge_bind_text (statement, 14, bridge_ritual_get_lead (ritual));
  bridge_bind_text (statement, 15, bridge_ritual_get_remind (ritual));
  bridge_bind_local (statement, 16, bridge_ritual_get_resting_until (ritual));
  bridge_bind_int (statement, 17, bridge_ritual_get_reminding_since (ritual));
  bridge_bind_text (statement, 18, bridge_ritual_get_template (ritual));
  bridge_bind_int (statement, 19, created_at);
  bridge_bind_int (statement, 20, updated_at);
  bridge_bind_int (statement, 21, deleted_at);
  bridge_bind_text (statement, 22, bridge_database_get_device (db));
  bridge_bind_int (statement, 23, bridge_ritual_get_in_recovery (ritual));
  return bridge_store_run_write (db, statement, error);
}

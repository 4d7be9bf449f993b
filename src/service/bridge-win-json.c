/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "bridge-win-json.h"

static void
add_string (JsonBuilder *builder,
            const char  *key,
            const char  *value)
{
  json_builder_set_member_name (builder, key);
  if (value != NULL)
    json_builder_add_string_value (builder, value);
  else
    json_builder_add_null_value (builder);
}

/**
 * bridge_win_add_json_members:
 * @win: a small win
 * @builder: a builder that is in an object
 *
 * Adds a win, with the keys that people's scripts read: those of the command line and of an export. When it was entered or
 * changed is not among them.
 */
void
bridge_win_add_json_members (BridgeWin   *win,
                             JsonBuilder *builder)
{
  g_autofree char *on = bridge_win_get_on (win) != BRIDGE_LOCAL_NONE ? bridge_local_format_date (bridge_win_get_on (win)) : NULL;

  add_string (builder, "id", bridge_win_get_id (win));
  add_string (builder, "text", bridge_win_get_text (win));
  add_string (builder, "meant", bridge_win_get_meant (win));
  add_string (builder, "kind", bridge_enum_to_nick (BRIDGE_TYPE_WIN_KIND, bridge_win_get_kind (win)));
  add_string (builder, "on", on);
  add_string (builder, "noticed_by", bridge_win_get_noticed_by (win));
  add_string (builder, "ritual_id", bridge_win_get_ritual_id (win));
  add_string (builder, "pause_id", bridge_win_get_pause_id (win));
  add_string (builder, "promise_id", bridge_win_get_promise_id (win));
  add_string (builder, "milestone_id", bridge_win_get_milestone_id (win));
  json_builder_set_member_name (builder, "starred");
  json_builder_add_boolean_value (builder, bridge_win_get_starred (win));
}

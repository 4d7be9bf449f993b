/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/* Checked readers: a member that is missing (where required) or of another type is BRIDGE_ERROR_DATA,
 * and the message names the member. Borrowed strings live as long as @object. */
gboolean bridge_json_read_string (JsonObject *object, const char *member, gboolean required, const char **value,
                                  GError **error);
gboolean bridge_json_read_int (JsonObject *object, const char *member, gboolean required, gint64 min, gint64 max,
                               gint64 *value, GError **error);
gboolean bridge_json_read_bool (JsonObject *object, const char *member, gboolean required, gboolean *value,
                                GError **error);
/* (transfer full) */
gboolean bridge_json_read_strv (JsonObject *object, const char *member, gboolean required, char ***value,
                                GError **error);
JsonNode *bridge_json_parse (const char *text, gssize length, GError **error); /* (transfer full) */
char *bridge_json_print (JsonNode *node, gboolean pretty);                     /* ends with a newline */

G_END_DECLS

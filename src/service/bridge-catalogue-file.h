/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <json-glib/json-glib.h>

#include "bridge-space-private.h"

G_BEGIN_DECLS

/* What the bundled catalogues (resources/catalogue) have in common, for those that read one. */

/* Makes a template of one entry: (transfer full), or NULL with an error. */
typedef gpointer (*BridgeTemplateReader) (JsonObject *object, GError **error);

/* (transfer full) a GListStore of @type, in the catalogue's order; @solo: in the words for one alone */
GListModel *bridge_catalogue_read (const char *name, GType type, BridgeTemplateReader reader, gboolean solo, GError **error);
/* (transfer full) NOT_FOUND */
gpointer bridge_catalogue_lookup (GListModel *catalogue, BridgeKeyFunc get_key, const char *id, GError **error);
char *bridge_catalogue_translate (const char *text); /* (transfer full) "" for none */

G_END_DECLS

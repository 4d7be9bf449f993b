/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "bridge-catalogue"

#include "config.h"

#include "bridge-catalogue-file.h"

#include <glib/gi18n-lib.h>

#include "bridge-catalogue-resources.h"
#include "bridge-error.h"
#include "bridge-json.h"

#define RESOURCE_FOLDER "/io/github/footbridge_planner/Footbridge/catalogue/"
#define CONTEXT "catalogue"

/**
 * bridge_catalogue_translate:
 * @text: (nullable): words of a catalogue
 *
 * Returns: (transfer full): them in the language of whoever is here; "" for none
 */
char *
bridge_catalogue_translate (const char *text)
{
  return g_strdup (text != NULL && *text != '\0' ? g_dpgettext2 (GETTEXT_PACKAGE, CONTEXT, text) : "");
}

/* What an entry says otherwise to one who is alone stands in its member "solo". */
static void
take_solo (JsonObject *entry)
{
  JsonNode *node = json_object_get_member (entry, "solo");
  g_autoptr (JsonObject) solo = node != NULL && JSON_NODE_HOLDS_OBJECT (node) ? json_node_dup_object (node) : NULL;
  JsonObjectIter iter;
  const char *name;
  JsonNode *value;

  if (solo == NULL)
    return;
  json_object_iter_init (&iter, solo);
  while (json_object_iter_next (&iter, &name, &value))
    json_object_set_member (entry, name, json_node_copy (value));
}

/**
 * bridge_catalogue_read:
 * @name: a file of resources/catalogue
 * @type: what it has
 * @reader: makes one of an entry
 * @solo: in the words for one who is alone
 * @error: where to say what went wrong
 *
 * Reads a bundled catalogue.
 *
 * Returns: (transfer full) (nullable): a #GListStore of @type in the catalogue's order, or %NULL with %BRIDGE_ERROR_DATA
 */
GListModel *
bridge_catalogue_read (const char            *name,
                       GType                  type,
                       BridgeTemplateReader   reader,
                       gboolean               solo,
                       GError               **error)
{
  g_autofree char *path = g_strconcat (RESOURCE_FOLDER, name, NULL);
  g_autoptr (GListStore) templates = g_list_store_new (type);
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (JsonNode) root = NULL;
  JsonArray *list = NULL;
  const char *text;
  gsize size;

  bytes = g_resource_lookup_data (bridge_catalogue_get_resource (), path, G_RESOURCE_LOOKUP_FLAGS_NONE, error);
  if (bytes == NULL)
    return NULL;
  text = g_bytes_get_data (bytes, &size);
  root = bridge_json_parse (text, (gssize) size, error);
  if (root == NULL)
    return NULL;

  if (JSON_NODE_HOLDS_OBJECT (root))
    {
      JsonNode *member = json_object_get_member (json_node_get_object (root), "templates");

      list = member != NULL && JSON_NODE_HOLDS_ARRAY (member) ? json_node_get_array (member) : NULL;
    }
  for (guint i = 0; list != NULL && i < json_array_get_length (list); i++)
    {
      JsonNode *entry = json_array_get_element (list, i);
      g_autoptr (GObject) template = NULL;

      if (solo && JSON_NODE_HOLDS_OBJECT (entry))
        take_solo (json_node_get_object (entry));
      if (!JSON_NODE_HOLDS_OBJECT (entry))
        list = NULL;
      else if ((template = reader (json_node_get_object (entry), error)) == NULL)
        return NULL;
      else
        g_list_store_append (templates, template);
    }
  if (list != NULL)
    return G_LIST_MODEL (g_steal_pointer (&templates));

  g_set_error_literal (error, BRIDGE_ERROR, BRIDGE_ERROR_DATA,
                       _("The catalogue that came with Footbridge cannot be read. What you wrote is safe; installing Footbridge again helps."));
  return NULL;
}

/**
 * bridge_catalogue_lookup:
 * @catalogue: what bridge_catalogue_read() gave
 * @get_key: what gives a template's id
 * @id: a template's id
 * @error: where to say what went wrong
 *
 * Returns: (transfer full) (nullable): the template, or %NULL with %BRIDGE_ERROR_NOT_FOUND
 */
gpointer
bridge_catalogue_lookup (GListModel     *catalogue,
                         BridgeKeyFunc   get_key,
                         const char     *id,
                         GError        **error)
{
  g_autofree char *valid = NULL;

  for (guint i = 0; i < g_list_model_get_n_items (catalogue); i++)
    {
      g_autoptr (GObject) template = g_list_model_get_item (catalogue, i);

      if (g_strcmp0 (get_key (template), id) == 0)
        return g_steal_pointer (&template);
    }

  valid = g_utf8_make_valid (id, -1);
  g_set_error (error, BRIDGE_ERROR, BRIDGE_ERROR_NOT_FOUND, _("The catalogue has no template “%s”."), valid);
  return NULL;
}

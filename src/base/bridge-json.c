/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "bridge-json"

#include "config.h"

#include "bridge-error.h"
#include "bridge-json.h"

#include <glib/gi18n-lib.h>

/* Nothing of ours nests deeper; json-glib recurses, and a hostile document would exhaust the stack. */
#define MAX_DEPTH 64

/* The node of a member, or NULL: then TRUE in @absent means that it may be left out and was. */
static JsonNode *
find_member (JsonObject  *object,
             const char  *member,
             gboolean     required,
             gboolean    *absent,
             GError     **error)
{
  JsonNode *node = json_object_get_member (object, member);

  *absent = FALSE;

  if (node != NULL && !JSON_NODE_HOLDS_NULL (node))
    return node;

  if (required)
    g_set_error (error, BRIDGE_ERROR, BRIDGE_ERROR_DATA,
                 /* Translators: %s is the technical name of a part of a document */
                 _("The data cannot be used because “%s” is not in it."), member);
  else
    *absent = TRUE;

  return NULL;
}

static gboolean
holds (JsonNode *node,
       GType     type)
{
  return JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == type;
}

/**
 * bridge_json_read_string:
 * @object: an object
 * @member: the member's name
 * @required: whether it has to be there
 * @value: (out) (transfer none): the text, which lives as long as @object
 * @error: return location
 *
 * Reads a text. An optional member that is absent or null leaves @value as it is.
 *
 * Returns: %FALSE with %BRIDGE_ERROR_DATA if it is absent and required, or no text
 */
gboolean
bridge_json_read_string (JsonObject  *object,
                         const char  *member,
                         gboolean     required,
                         const char **value,
                         GError     **error)
{
  gboolean absent;
  JsonNode *node = find_member (object, member, required, &absent, error);

  if (node == NULL)
    return absent;

  if (!holds (node, G_TYPE_STRING))
    {
      g_set_error (error, BRIDGE_ERROR, BRIDGE_ERROR_DATA,
                   _("The data cannot be used because “%s” in it is not a text."), member);
      return FALSE;
    }

  *value = json_node_get_string (node);

  return TRUE;
}

/**
 * bridge_json_read_int:
 * @object: an object
 * @member: the member's name
 * @required: whether it has to be there
 * @min: the least value it may have
 * @max: the greatest value it may have
 * @value: (out): the number
 * @error: return location
 *
 * Reads a whole number. An optional member that is absent or null leaves @value as it is.
 *
 * Returns: %FALSE with %BRIDGE_ERROR_DATA if it is absent and required, no whole number, or out of range
 */
gboolean
bridge_json_read_int (JsonObject  *object,
                      const char  *member,
                      gboolean     required,
                      gint64       min,
                      gint64       max,
                      gint64      *value,
                      GError     **error)
{
  gboolean absent;
  JsonNode *node = find_member (object, member, required, &absent, error);
  gint64 number;

  if (node == NULL)
    return absent;

  if (!holds (node, G_TYPE_INT64))
    {
      g_set_error (error, BRIDGE_ERROR, BRIDGE_ERROR_DATA,
                   _("The data cannot be used because “%s” in it is not a whole number."), member);
      return FALSE;
    }

  number = json_node_get_int (node);
  if (number < min || number > max)
    {
      g_autofree char *least = g_strdup_printf ("%" G_GINT64_FORMAT, min);
      g_autofree char *greatest = g_strdup_printf ("%" G_GINT64_FORMAT, max);

      g_set_error (error, BRIDGE_ERROR, BRIDGE_ERROR_DATA,
                   /* Translators: the first %s is the technical name of a part of a document, the others are the
                    * least and the greatest number it may be */
                   _("The data cannot be used because “%s” in it is not between %s and %s."),
                   member, least, greatest);
      return FALSE;
    }

  *value = number;

  return TRUE;
}

/**
 * bridge_json_read_bool:
 * @object: an object
 * @member: the member's name
 * @required: whether it has to be there
 * @value: (out): the answer
 * @error: return location
 *
 * Reads true or false. An optional member that is absent or null leaves @value as it is.
 *
 * Returns: %FALSE with %BRIDGE_ERROR_DATA if it is absent and required, or neither true nor false
 */
gboolean
bridge_json_read_bool (JsonObject  *object,
                       const char  *member,
                       gboolean     required,
                       gboolean    *value,
                       GError     **error)
{
  gboolean absent;
  JsonNode *node = find_member (object, member, required, &absent, error);

  if (node == NULL)
    return absent;

  if (!holds (node, G_TYPE_BOOLEAN))
    {
      g_set_error (error, BRIDGE_ERROR, BRIDGE_ERROR_DATA,
                   _("The data cannot be used because “%s” in it is neither true nor false."), member);
      return FALSE;
    }

  *value = json_node_get_boolean (node);

  return TRUE;
}

/**
 * bridge_json_read_strv:
 * @object: an object
 * @member: the member's name
 * @required: whether it has to be there
 * @value: (out) (transfer full): the texts, ended by %NULL; an empty list gives an empty one
 * @error: return location
 *
 * Reads a list of texts. An optional member that is absent or null leaves @value as it is.
 *
 * Returns: %FALSE with %BRIDGE_ERROR_DATA if it is absent and required, or not a list of texts
 */
gboolean
bridge_json_read_strv (JsonObject   *object,
                       const char   *member,
                       gboolean      required,
                       char       ***value,
                       GError      **error)
{
  gboolean absent;
  JsonNode *node = find_member (object, member, required, &absent, error);
  g_autoptr (GStrvBuilder) builder = NULL;
  gboolean all_texts;

  if (node == NULL)
    return absent;

  builder = g_strv_builder_new ();
  all_texts = JSON_NODE_HOLDS_ARRAY (node);

  for (guint i = 0; all_texts && i < json_array_get_length (json_node_get_array (node)); i++)
    {
      JsonNode *element = json_array_get_element (json_node_get_array (node), i);

      all_texts = holds (element, G_TYPE_STRING);
      if (all_texts)
        g_strv_builder_add (builder, json_node_get_string (element));
    }

  if (!all_texts)
    {
      g_set_error (error, BRIDGE_ERROR, BRIDGE_ERROR_DATA,
                   _("The data cannot be used because “%s” in it is not a list of texts."), member);
      return FALSE;
    }

  *value = g_strv_builder_end (builder);

  return TRUE;
}

static gboolean
is_nested_too_deep (const char *text,
                    gsize       length)
{
  gboolean in_string = FALSE;
  int depth = 0;

  for (gsize i = 0; i < length; i++)
    {
      char c = text[i];

      if (in_string)
        {
          if (c == '\\')
            i++;
          else if (c == '"')
            in_string = FALSE;
        }
      else if (c == '"')
        {
          in_string = TRUE;
        }
      else if (c == '{' || c == '[')
        {
          if (++depth > MAX_DEPTH)
            return TRUE;
        }
      else if (c == '}' || c == ']')
        {
          depth--;
        }
    }

  return FALSE;
}

/**
 * bridge_json_parse:
 * @text: a JSON document
 * @length: its length in bytes, or -1 if it ends with a zero byte
 * @error: return location
 *
 * Reads one document (RFC 8259). It may come from anywhere: text that is not UTF-8, nested deeper than 64 levels, or
 * no document at all is refused.
 *
 * Returns: (transfer full) (nullable): its root, or %NULL with %BRIDGE_ERROR_DATA
 */
JsonNode *
bridge_json_parse (const char  *text,
                   gssize       length,
                   GError     **error)
{
  g_autoptr (JsonParser) parser = NULL;
  g_autoptr (GError) local_error = NULL;
  JsonNode *root;

  g_return_val_if_fail (text != NULL, NULL);

  if (length < 0)
    length = strlen (text);

  if (!g_utf8_validate_len (text, length, NULL))
    {
      g_set_error_literal (error, BRIDGE_ERROR, BRIDGE_ERROR_DATA,
                           _("The data cannot be read because it is not UTF-8 text."));
      return NULL;
    }

  if (is_nested_too_deep (text, length))
    {
      g_set_error_literal (error, BRIDGE_ERROR, BRIDGE_ERROR_DATA,
                           _("The data cannot be read because it is nested too deeply."));
      return NULL;
    }

  parser = json_parser_new_immutable ();
  if (!json_parser_load_from_data (parser, text, length, &local_error))
    {
      g_set_error (error, BRIDGE_ERROR, BRIDGE_ERROR_DATA,
                   /* Translators: %s is a technical explanation in English */
                   _("The data cannot be read because it is not JSON: %s"), local_error->message);
      return NULL;
    }

  root = json_parser_get_root (parser);
  if (root == NULL)
    {
      g_set_error_literal (error, BRIDGE_ERROR, BRIDGE_ERROR_DATA,
                           _("The data cannot be read because it is empty."));
      return NULL;
    }

  return json_node_ref (root);
}

/**
 * bridge_json_print:
 * @node: a node
 * @pretty: whether to indent it for reading
 *
 * Returns: (transfer full): the document, ending with a newline
 */
char *
bridge_json_print (JsonNode *node,
                   gboolean  pretty)
{
  g_autofree char *text = json_to_string (node, pretty);

  return g_strconcat (text, "\n", NULL);
}

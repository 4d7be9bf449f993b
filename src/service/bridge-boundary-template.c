/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "bridge-catalogue"

#include "config.h"

#include "bridge-boundary-template.h"

#include "bridge-catalogue-file.h"
#include "bridge-json.h"

struct _BridgeBoundaryTemplate
{
  GObject parent_instance;

  char *id;
  BridgeBoundaryKind kind;
  BridgePhraseUse use;
  gboolean own;
  char *text;
  char *why;
  int review_weeks;
};

G_DEFINE_FINAL_TYPE (BridgeBoundaryTemplate, bridge_boundary_template, G_TYPE_OBJECT)

typedef enum {
  PROP_ID = 1,
  PROP_KIND,
  PROP_USE,
  PROP_OWN,
  PROP_TEXT,
  PROP_WHY,
  PROP_REVIEW_WEEKS,
} BridgeBoundaryTemplateProperty;

static GParamSpec *properties[PROP_REVIEW_WEEKS + 1];

static void
bridge_boundary_template_finalize (GObject *object)
{
  BridgeBoundaryTemplate *self = BRIDGE_BOUNDARY_TEMPLATE (object);

  g_free (self->id);
  g_free (self->text);
  g_free (self->why);

  G_OBJECT_CLASS (bridge_boundary_template_parent_class)->finalize (object);
}

static void
bridge_boundary_template_get_property (GObject    *object,
                                       guint       property_id,
                                       GValue     *value,
                                       GParamSpec *pspec)
{
  BridgeBoundaryTemplate *self = BRIDGE_BOUNDARY_TEMPLATE (object);

  switch ((BridgeBoundaryTemplateProperty) property_id)
    {
    case PROP_ID:
      g_value_set_string (value, self->id);
      break;
    case PROP_KIND:
      g_value_set_enum (value, self->kind);
      break;
    case PROP_USE:
      g_value_set_enum (value, self->use);
      break;
    case PROP_OWN:
      g_value_set_boolean (value, self->own);
      break;
    case PROP_TEXT:
      g_value_set_string (value, self->text);
      break;
    case PROP_WHY:
      g_value_set_string (value, self->why);
      break;
    case PROP_REVIEW_WEEKS:
      g_value_set_int (value, self->review_weeks);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
bridge_boundary_template_class_init (BridgeBoundaryTemplateClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  object_class->finalize = bridge_boundary_template_finalize;
  object_class->get_property = bridge_boundary_template_get_property;

  properties[PROP_ID] =
    g_param_spec_string ("id", NULL, NULL, NULL, flags);
  properties[PROP_KIND] =
    g_param_spec_enum ("kind", NULL, NULL, BRIDGE_TYPE_BOUNDARY_KIND, BRIDGE_BOUNDARY_OTHER, flags);
  properties[PROP_USE] =
    g_param_spec_enum ("use", NULL, NULL, BRIDGE_TYPE_PHRASE_USE, BRIDGE_PHRASE_NONE, flags);
  properties[PROP_OWN] =
    g_param_spec_boolean ("own", NULL, NULL, FALSE, flags);
  properties[PROP_TEXT] =
    g_param_spec_string ("text", NULL, NULL, NULL, flags);
  properties[PROP_WHY] =
    g_param_spec_string ("why", NULL, NULL, NULL, flags);
  properties[PROP_REVIEW_WEEKS] =
    g_param_spec_int ("review-weeks", NULL, NULL, 1, 104, 1, flags);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
}

static void
bridge_boundary_template_init (BridgeBoundaryTemplate *self)
{
}

static gpointer
read_template (JsonObject  *object,
               GError     **error)
{
  g_autoptr (BridgeBoundaryTemplate) self = g_object_new (BRIDGE_TYPE_BOUNDARY_TEMPLATE, NULL);
  const char *id, *kind, *use, *text, *why;
  int kind_value, use_value;
  gint64 weeks;

  if (!bridge_json_read_string (object, "id", TRUE, &id, error) ||
      !bridge_json_read_string (object, "kind", TRUE, &kind, error) ||
      !bridge_json_read_string (object, "use", TRUE, &use, error) ||
      !bridge_json_read_bool (object, "own", TRUE, &self->own, error) ||
      !bridge_json_read_string (object, "text", TRUE, &text, error) ||
      !bridge_json_read_string (object, "why", TRUE, &why, error) ||
      !bridge_json_read_int (object, "review-weeks", TRUE, 1, 104, &weeks, error) ||
      !bridge_enum_from_nick (BRIDGE_TYPE_BOUNDARY_KIND, kind, &kind_value, error) ||
      !bridge_enum_from_nick (BRIDGE_TYPE_PHRASE_USE, use, &use_value, error))
    return NULL;

  self->id = g_strdup (id);
  self->kind = kind_value;
  self->use = use_value;
  self->text = bridge_catalogue_translate (text);
  self->why = bridge_catalogue_translate (why);
  self->review_weeks = (int) weeks;
  return g_steal_pointer (&self);
}

/**
 * bridge_boundary_templates_load:
 * @solo: in the words for one who is alone
 * @error: where to say what went wrong
 *
 * Reads the bundled catalogue, translated.
 *
 * Returns: (transfer full) (nullable): a list of #BridgeBoundaryTemplate in the catalogue's order, or %NULL with
 *   %BRIDGE_ERROR_DATA
 */
GListModel *
bridge_boundary_templates_load (gboolean   solo,
                                GError   **error)
{
  return bridge_catalogue_read ("boundaries.json", BRIDGE_TYPE_BOUNDARY_TEMPLATE, read_template, solo, error);
}

/**
 * bridge_boundary_templates_find:
 * @templates: what bridge_boundary_templates_load() gave
 * @id: a template's id
 * @error: where to say what went wrong
 *
 * Returns: (transfer full) (nullable): the template, or %NULL with %BRIDGE_ERROR_NOT_FOUND
 */
BridgeBoundaryTemplate *
bridge_boundary_templates_find (GListModel  *templates,
                                const char  *id,
                                GError     **error)
{
  return bridge_catalogue_lookup (templates, (BridgeKeyFunc) bridge_boundary_template_get_id, id, error);
}

/**
 * bridge_boundary_template_get_id:
 * @self: a template
 *
 * Returns: its id in the catalogue
 */
const char *
bridge_boundary_template_get_id (BridgeBoundaryTemplate *self)
{
  g_return_val_if_fail (BRIDGE_IS_BOUNDARY_TEMPLATE (self), NULL);

  return self->id;
}

/**
 * bridge_boundary_template_get_kind:
 * @self: a template
 *
 * Returns: what it is about
 */
BridgeBoundaryKind
bridge_boundary_template_get_kind (BridgeBoundaryTemplate *self)
{
  g_return_val_if_fail (BRIDGE_IS_BOUNDARY_TEMPLATE (self), BRIDGE_BOUNDARY_OTHER);

  return self->kind;
}

/**
 * bridge_boundary_template_get_use:
 * @self: a template
 *
 * Returns: what a phrase is for
 */
BridgePhraseUse
bridge_boundary_template_get_use (BridgeBoundaryTemplate *self)
{
  g_return_val_if_fail (BRIDGE_IS_BOUNDARY_TEMPLATE (self), BRIDGE_PHRASE_NONE);

  return self->use;
}

/**
 * bridge_boundary_template_get_own:
 * @self: a template
 *
 * Returns: whether it is a limit of one, not shared
 */
gboolean
bridge_boundary_template_get_own (BridgeBoundaryTemplate *self)
{
  g_return_val_if_fail (BRIDGE_IS_BOUNDARY_TEMPLATE (self), FALSE);

  return self->own;
}

/**
 * bridge_boundary_template_get_text:
 * @self: a template
 *
 * Returns: its sentence, translated
 */
const char *
bridge_boundary_template_get_text (BridgeBoundaryTemplate *self)
{
  g_return_val_if_fail (BRIDGE_IS_BOUNDARY_TEMPLATE (self), NULL);

  return self->text;
}

/**
 * bridge_boundary_template_get_why:
 * @self: a template
 *
 * Returns: one line about why, translated
 */
const char *
bridge_boundary_template_get_why (BridgeBoundaryTemplate *self)
{
  g_return_val_if_fail (BRIDGE_IS_BOUNDARY_TEMPLATE (self), NULL);

  return self->why;
}

/**
 * bridge_boundary_template_get_review_weeks:
 * @self: a template
 *
 * Returns: after how many weeks to look at it again
 */
int
bridge_boundary_template_get_review_weeks (BridgeBoundaryTemplate *self)
{
  g_return_val_if_fail (BRIDGE_IS_BOUNDARY_TEMPLATE (self), 0);

  return self->review_weeks;
}

/**
 * bridge_boundary_template_get_review_on:
 * @self: a template
 * @now: the present, local
 *
 * Returns: local midnight of the day on which to look at it again
 */
BridgeLocal
bridge_boundary_template_get_review_on (BridgeBoundaryTemplate *self,
                                        BridgeLocal             now)
{
  g_return_val_if_fail (BRIDGE_IS_BOUNDARY_TEMPLATE (self), BRIDGE_LOCAL_NONE);

  return bridge_local_day_start (now) + self->review_weeks * 7 * BRIDGE_DAY;
}

/**
 * bridge_boundary_template_to_boundary:
 * @self: a template
 * @speaker_id: whose it is if it is a limit
 *
 * Makes a boundary of a template. Its words are the template's, or what somebody makes of them.
 *
 * Returns: (transfer full): a boundary that is not stored yet
 */
BridgeBoundary *
bridge_boundary_template_to_boundary (BridgeBoundaryTemplate *self,
                                      const char             *speaker_id)
{
  BridgeBoundary *boundary;

  g_return_val_if_fail (BRIDGE_IS_BOUNDARY_TEMPLATE (self), NULL);

  boundary = bridge_boundary_new (self->kind, self->own ? speaker_id : NULL);
  g_object_set (boundary, "use", self->use, "template", self->id, NULL);
  return boundary;
}

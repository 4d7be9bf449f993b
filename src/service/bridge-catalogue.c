/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "bridge-catalogue"

#include "config.h"

#include "bridge-catalogue.h"
#include "bridge-catalogue-file.h"
#include "bridge-error.h"
#include "bridge-json.h"

struct _BridgeTemplate
{
  GObject parent_instance;

  char *id;
  char *title;
  char *summary;
  char *when_then;
  char *smaller;
  char **steps;
  int minutes;
  int closeness;
  gboolean both;
  gboolean first;
  char *group;
  char *rule;  /* (nullable) */
  char *times;
};

G_DEFINE_FINAL_TYPE (BridgeTemplate, bridge_template, G_TYPE_OBJECT)

typedef enum {
  PROP_ID = 1,
  PROP_TITLE,
  PROP_SUMMARY,
  PROP_WHEN_THEN,
  PROP_SMALLER,
  PROP_STEPS,
  PROP_MINUTES,
  PROP_CLOSENESS,
  PROP_BOTH,
  PROP_FIRST,
  PROP_GROUP,
  PROP_RULE,
  PROP_TIMES,
} BridgeTemplateProperty;

static GParamSpec *properties[PROP_TIMES + 1];

static void
bridge_template_finalize (GObject *object)
{
  BridgeTemplate *self = BRIDGE_TEMPLATE (object);

  g_free (self->id);
  g_free (self->title);
  g_free (self->summary);
  g_free (self->when_then);
  g_free (self->smaller);
  g_strfreev (self->steps);
  g_free (self->group);
  g_free (self->rule);
  g_free (self->times);

  G_OBJECT_CLASS (bridge_template_parent_class)->finalize (object);
}

static void
bridge_template_get_property (GObject    *object,
                              guint       property_id,
                              GValue     *value,
                              GParamSpec *pspec)
{
  BridgeTemplate *self = BRIDGE_TEMPLATE (object);

  switch ((BridgeTemplateProperty) property_id)
    {
    case PROP_ID:
      g_value_set_string (value, self->id);
      break;
    case PROP_TITLE:
      g_value_set_string (value, self->title);
      break;
    case PROP_SUMMARY:
      g_value_set_string (value, self->summary);
      break;
    case PROP_WHEN_THEN:
      g_value_set_string (value, self->when_then);
      break;
    case PROP_SMALLER:
      g_value_set_string (value, self->smaller);
      break;
    case PROP_STEPS:
      g_value_set_boxed (value, self->steps);
      break;
    case PROP_MINUTES:
      g_value_set_int (value, self->minutes);
      break;
    case PROP_CLOSENESS:
      g_value_set_int (value, self->closeness);
      break;
    case PROP_BOTH:
      g_value_set_boolean (value, self->both);
      break;
    case PROP_FIRST:
      g_value_set_boolean (value, self->first);
      break;
    case PROP_GROUP:
      g_value_set_string (value, self->group);
      break;
    case PROP_RULE:
      g_value_set_string (value, self->rule);
      break;
    case PROP_TIMES:
      g_value_set_string (value, self->times);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
bridge_template_class_init (BridgeTemplateClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  object_class->finalize = bridge_template_finalize;
  object_class->get_property = bridge_template_get_property;

  properties[PROP_ID] = g_param_spec_string ("id", NULL, NULL, NULL, flags);
  properties[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, NULL, flags);
  properties[PROP_SUMMARY] = g_param_spec_string ("summary", NULL, NULL, NULL, flags);
  properties[PROP_WHEN_THEN] = g_param_spec_string ("when-then", NULL, NULL, NULL, flags);
  properties[PROP_SMALLER] = g_param_spec_string ("smaller", NULL, NULL, NULL, flags);
  properties[PROP_STEPS] = g_param_spec_boxed ("steps", NULL, NULL, G_TYPE_STRV, flags);
  properties[PROP_MINUTES] = g_param_spec_int ("minutes", NULL, NULL, 1, 480, 1, flags);
  properties[PROP_CLOSENESS] = g_param_spec_int ("closeness", NULL, NULL, 1, 5, 1, flags);
  properties[PROP_BOTH] = g_param_spec_boolean ("both", NULL, NULL, FALSE, flags);
  properties[PROP_FIRST] = g_param_spec_boolean ("first", NULL, NULL, FALSE, flags);
  properties[PROP_GROUP] = g_param_spec_string ("group", NULL, NULL, NULL, flags);
  properties[PROP_RULE] = g_param_spec_string ("rule", NULL, NULL, NULL, flags);
  properties[PROP_TIMES] = g_param_spec_string ("times", NULL, NULL, NULL, flags);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
}

static void
bridge_template_init (BridgeTemplate *self)
{
}

static gpointer
read_template (JsonObject  *object,
               GError     **error)
{
  g_autoptr (BridgeTemplate) self = g_object_new (BRIDGE_TYPE_TEMPLATE, NULL);
  const char *id, *title, *summary, *when_then, *group, *times;
  const char *smaller = NULL;
  const char *rule = NULL;
  gint64 minutes, closeness;

  if (!bridge_json_read_string (object, "id", TRUE, &id, error) ||
      !bridge_json_read_string (object, "title", TRUE, &title, error) ||
      !bridge_json_read_string (object, "summary", TRUE, &summary, error) ||
      !bridge_json_read_string (object, "when-then", TRUE, &when_then, error) ||
      !bridge_json_read_string (object, "smaller", FALSE, &smaller, error) ||
      !bridge_json_read_string (object, "group", TRUE, &group, error) ||
      !bridge_json_read_string (object, "rule", FALSE, &rule, error) ||
      !bridge_json_read_string (object, "times", TRUE, &times, error) ||
      !bridge_json_read_int (object, "minutes", TRUE, 1, 480, &minutes, error) ||
      !bridge_json_read_int (object, "closeness", TRUE, 1, 5, &closeness, error) ||
      !bridge_json_read_bool (object, "both", TRUE, &self->both, error) ||
      !bridge_json_read_bool (object, "first", FALSE, &self->first, error) ||
      !bridge_json_read_strv (object, "steps", TRUE, &self->steps, error))
    return NULL;

  self->id = g_strdup (id);
  self->title = bridge_catalogue_translate (title);
  self->summary = bridge_catalogue_translate (summary);
  self->when_then = bridge_catalogue_translate (when_then);
  self->smaller = bridge_catalogue_translate (smaller);
  self->group = g_strdup (group);
  self->rule = rule != NULL && *rule != '\0' ? g_strdup (rule) : NULL;
  self->times = g_strdup (times);
  self->minutes = (int) minutes;
  self->closeness = (int) closeness;
  for (guint i = 0; self->steps[i] != NULL; i++)
    {
      g_autofree char *step = self->steps[i];

      self->steps[i] = bridge_catalogue_translate (step);
    }
  return g_steal_pointer (&self);
}

/**
 * bridge_catalogue_load:
 * @solo: for one who is alone: in other words, and without what needs two
 * @error: where to say what went wrong
 *
 * Reads the bundled catalogue, translated.
 *
 * Returns: (transfer full) (nullable): a list of #BridgeTemplate in the catalogue's order, or %NULL with %BRIDGE_ERROR_DATA
 */
GListModel *
bridge_catalogue_load (gboolean   solo,
                       GError   **error)
{
  GListModel *templates = bridge_catalogue_read ("rituals.json", BRIDGE_TYPE_TEMPLATE, read_template, solo, error);

  for (guint i = templates != NULL && solo ? g_list_model_get_n_items (templates) : 0; i > 0; i--)
    {
      g_autoptr (BridgeTemplate) template = g_list_model_get_item (templates, i - 1);

      if (template->both)
        g_list_store_remove (G_LIST_STORE (templates), i - 1);
    }
  return templates;
}

/**
 * bridge_catalogue_find:
 * @catalogue: what bridge_catalogue_load() gave
 * @id: a template's id
 * @error: where to say what went wrong
 *
 * Returns: (transfer full) (nullable): the template, or %NULL with %BRIDGE_ERROR_NOT_FOUND
 */
BridgeTemplate *
bridge_catalogue_find (GListModel  *catalogue,
                       const char  *id,
                       GError     **error)
{
  return bridge_catalogue_lookup (catalogue, (BridgeKeyFunc) bridge_template_get_id, id, error);
}

/**
 * bridge_template_get_id:
 * @self: a template
 *
 * Returns: its id in the catalogue
 */
const char *
bridge_template_get_id (BridgeTemplate *self)
{
  g_return_val_if_fail (BRIDGE_IS_TEMPLATE (self), NULL);

  return self->id;
}

/**
 * bridge_template_get_title:
 * @self: a template
 *
 * Returns: its title, translated
 */
const char *
bridge_template_get_title (BridgeTemplate *self)
{
  g_return_val_if_fail (BRIDGE_IS_TEMPLATE (self), NULL);

  return self->title;
}

/**
 * bridge_template_get_summary:
 * @self: a template
 *
 * Returns: one or two sentences about it, translated
 */
const char *
bridge_template_get_summary (BridgeTemplate *self)
{
  g_return_val_if_fail (BRIDGE_IS_TEMPLATE (self), NULL);

  return self->summary;
}

/**
 * bridge_template_get_when_then:
 * @self: a template
 *
 * Returns: its “when … then we …” sentence, translated
 */
const char *
bridge_template_get_when_then (BridgeTemplate *self)
{
  g_return_val_if_fail (BRIDGE_IS_TEMPLATE (self), NULL);

  return self->when_then;
}

/**
 * bridge_template_get_smaller:
 * @self: a template
 *
 * Returns: its smaller version, translated, or ""
 */
const char *
bridge_template_get_smaller (BridgeTemplate *self)
{
  g_return_val_if_fail (BRIDGE_IS_TEMPLATE (self), NULL);

  return self->smaller;
}

/**
 * bridge_template_get_steps:
 * @self: a template
 *
 * Returns: its steps, translated
 */
const char *const *
bridge_template_get_steps (BridgeTemplate *self)
{
  g_return_val_if_fail (BRIDGE_IS_TEMPLATE (self), NULL);

  return (const char *const *) self->steps;
}

/**
 * bridge_template_get_minutes:
 * @self: a template
 *
 * Returns: how long it takes
 */
int
bridge_template_get_minutes (BridgeTemplate *self)
{
  g_return_val_if_fail (BRIDGE_IS_TEMPLATE (self), 0);

  return self->minutes;
}

/**
 * bridge_template_get_closeness:
 * @self: a template
 *
 * Returns: 1–5
 */
int
bridge_template_get_closeness (BridgeTemplate *self)
{
  g_return_val_if_fail (BRIDGE_IS_TEMPLATE (self), 0);

  return self->closeness;
}

/**
 * bridge_template_get_both:
 * @self: a template
 *
 * Returns: whether it needs two
 */
gboolean
bridge_template_get_both (BridgeTemplate *self)
{
  g_return_val_if_fail (BRIDGE_IS_TEMPLATE (self), FALSE);

  return self->both;
}

/**
 * bridge_template_get_first:
 * @self: a template
 *
 * Returns: whether it is offered in the first run
 */
gboolean
bridge_template_get_first (BridgeTemplate *self)
{
  g_return_val_if_fail (BRIDGE_IS_TEMPLATE (self), FALSE);

  return self->first;
}

/**
 * bridge_template_get_group:
 * @self: a template
 *
 * Returns: "daily", "weekly", "own" or "care"
 */
const char *
bridge_template_get_group (BridgeTemplate *self)
{
  g_return_val_if_fail (BRIDGE_IS_TEMPLATE (self), NULL);

  return self->group;
}

static BridgeSchedule *
make_schedule (BridgeTemplate  *self,
               BridgeLocal      now,
               GError         **error)
{
  g_autoptr (BridgeSchedule) schedule = NULL;
  g_auto (GStrv) times = g_strsplit (self->times, ",", 2);
  BridgeSchedule *rest;
  int minute;

  if (!bridge_time_of_day_parse (times[0] != NULL ? times[0] : "", &minute, error))
    return NULL;
  schedule = bridge_schedule_new (bridge_local_day_start (now) + minute * BRIDGE_MINUTE, self->rule, self->times, NULL, error);
  if (schedule == NULL)
    return NULL;

  rest = bridge_schedule_dup_from (schedule, now + 1);
  if (rest != NULL)
    return rest;

  /* A single moment that is over for today: tomorrow, then. */
  return bridge_schedule_new (bridge_local_day_start (now) + BRIDGE_DAY + minute * BRIDGE_MINUTE, self->rule, self->times,
                              NULL, error);
}

/**
 * bridge_template_to_ritual:
 * @self: a template
 * @now: the present, local
 * @error: where to say what went wrong
 *
 * Makes a ritual of a template. Its first moment lies after @now; it is agreed, for both, until the caller says otherwise.
 *
 * Returns: (transfer full) (nullable): a ritual that is not stored yet
 */
BridgeRitual *
bridge_template_to_ritual (BridgeTemplate  *self,
                           BridgeLocal      now,
                           GError         **error)
{
  g_autoptr (BridgeSchedule) schedule = NULL;
  g_autoptr (BridgeRitual) ritual = NULL;

  g_return_val_if_fail (BRIDGE_IS_TEMPLATE (self), NULL);

  schedule = make_schedule (self, now, error);
  if (schedule == NULL)
    return NULL;

  ritual = bridge_ritual_new ();
  g_object_set (ritual,
                "title", self->title,
                "when-then", self->when_then,
                "smaller", self->smaller,
                "steps", self->steps,
                "minutes", self->minutes,
                "closeness", self->closeness,
                "in-recovery", self->closeness == 1, /* what asks for little goes on in a recovery window */
                "schedule", schedule,
                "state", BRIDGE_RITUAL_AGREED,
                "template", self->id,
                NULL);
  return g_steal_pointer (&ritual);
}

/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "bridge-ritual"

#include "config.h"

#include "bridge-ritual.h"

#include <glib/gi18n-lib.h>

#include "bridge-error.h"
#include "bridge-property.h"
#include "bridge-words.h"

#define MAX_REMIND 6
#define MAX_REMIND_MINUTES (7 * 24 * 60)
#define MAX_REMIND_AFTER_MINUTES (24 * 60)
#define MAX_STEPS 12

struct _BridgeRitual
{
  GObject parent_instance;

  char *id;
  char *title;
  char *when_then;
  BridgeRitualState state;
  BridgeSchedule *schedule;
  int minutes;
  char *who;
  int closeness;
  char *smaller;
  char **steps;
  char *lead;
  char *remind;
  gint64 resting_until;
  gint64 reminding_since;
  char *template;
  gboolean in_recovery;
  gint64 created_at;
  gint64 updated_at;
  gint64 deleted_at;
};

G_DEFINE_FINAL_TYPE (BridgeRitual, bridge_ritual, G_TYPE_OBJECT)

typedef enum {
  PROP_ID = 1,
  PROP_TITLE,
  PROP_WHEN_THEN,
  PROP_STATE,
  PROP_SCHEDULE,
  PROP_MINUTES,
  PROP_WHO,
  PROP_CLOSENESS,
  PROP_SMALLER,
  PROP_STEPS,
  PROP_LEAD,
  PROP_REMIND,
  PROP_RESTING_UNTIL,
  PROP_REMINDING_SINCE,
  PROP_TEMPLATE,
  PROP_IN_RECOVERY,
  PROP_CREATED_AT,
  PROP_UPDATED_AT,
  PROP_DELETED_AT,
} BridgeRitualProperty;

#define N_PROPERTIES (PROP_DELETED_AT + 1)

static GParamSpec *properties[N_PROPERTIES];

static void
bridge_ritual_get_property (GObject    *object,
                            guint       prop_id,
                            GValue     *value,
                            GParamSpec *pspec)
{
  BridgeRitual *self = BRIDGE_RITUAL (object);

  switch ((BridgeRitualProperty) prop_id)
    {
    case PROP_ID:
      g_value_set_string (value, self->id);
      break;
    case PROP_TITLE:
      g_value_set_string (value, self->title);
      break;
    case PROP_WHEN_THEN:
      g_value_set_string (value, self->when_then);
      break;
    case PROP_STATE:
      g_value_set_enum (value, self->state);
      break;
    case PROP_SCHEDULE:
      g_value_set_boxed (value, self->schedule);
      break;
    case PROP_MINUTES:
      g_value_set_int (value, self->minutes);
      break;
    case PROP_WHO:
      g_value_set_string (value, self->who);
      break;
    case PROP_CLOSENESS:
      g_value_set_int (value, self->closeness);
      break;
    case PROP_SMALLER:
      g_value_set_string (value, self->smaller);
      break;
    case PROP_STEPS:
      g_value_set_boxed (value, self->steps);
      break;
    case PROP_LEAD:
      g_value_set_string (value, self->lead);
      break;
    case PROP_REMIND:
      g_value_set_string (value, self->remind);
      break;
    case PROP_RESTING_UNTIL:
      g_value_set_int64 (value, self->resting_until);
      break;
    case PROP_REMINDING_SINCE:
      g_value_set_int64 (value, self->reminding_since);
      break;
    case PROP_TEMPLATE:
      g_value_set_string (value, self->template);
      break;
    case PROP_IN_RECOVERY:
      g_value_set_boolean (value, self->in_recovery);
      break;
    case PROP_CREATED_AT:
      g_value_set_int64 (value, self->created_at);
      break;
    case PROP_UPDATED_AT:
      g_value_set_int64 (value, self->updated_at);
      break;
    case PROP_DELETED_AT:
      g_value_set_int64 (value, self->deleted_at);
      break;
    }
}

static gboolean
set_schedule (BridgeRitual   *self,
              BridgeSchedule *schedule)
{
  if (self->schedule == schedule ||
      (self->schedule != NULL && schedule != NULL && bridge_schedule_equal (self->schedule, schedule)))
    return FALSE;

  g_clear_pointer (&self->schedule, bridge_schedule_unref);
  self->schedule = schedule != NULL ? bridge_schedule_ref (schedule) : NULL;
  return TRUE;
}

static void
bridge_ritual_set_property (GObject      *object,
                            guint         prop_id,
                            const GValue *value,
                            GParamSpec   *pspec)
{
  BridgeRitual *self = BRIDGE_RITUAL (object);
  gboolean changed = FALSE;

  switch ((BridgeRitualProperty) prop_id)
    {
    case PROP_ID:
      changed = bridge_property_set_string (&self->id, value, TRUE);
      break;
    case PROP_TITLE:
      changed = bridge_property_set_string (&self->title, value, FALSE);
      break;
    case PROP_WHEN_THEN:
      changed = bridge_property_set_string (&self->when_then, value, FALSE);
      break;
    case PROP_STATE:
      changed = bridge_property_set_enum ((int *) &self->state, value);
      break;
    case PROP_SCHEDULE:
      changed = set_schedule (self, g_value_get_boxed (value));
      break;
    case PROP_MINUTES:
      changed = bridge_property_set_int (&self->minutes, value);
      break;
    case PROP_WHO:
      changed = bridge_property_set_string (&self->who, value, TRUE);
      break;
    case PROP_CLOSENESS:
      changed = bridge_property_set_int (&self->closeness, value);
      break;
    case PROP_SMALLER:
      changed = bridge_property_set_string (&self->smaller, value, FALSE);
      break;
    case PROP_STEPS:
      changed = bridge_property_set_strv (&self->steps, value);
      break;
    case PROP_LEAD:
      changed = bridge_property_set_string (&self->lead, value, TRUE);
      break;
    case PROP_REMIND:
      changed = bridge_property_set_string (&self->remind, value, FALSE);
      break;
    case PROP_RESTING_UNTIL:
      changed = bridge_property_set_int64 (&self->resting_until, value);
      break;
    case PROP_REMINDING_SINCE:
      changed = bridge_property_set_int64 (&self->reminding_since, value);
      break;
    case PROP_TEMPLATE:
      changed = bridge_property_set_string (&self->template, value, TRUE);
      break;
    case PROP_IN_RECOVERY:
      changed = bridge_property_set_boolean (&self->in_recovery, value);
      break;
    case PROP_CREATED_AT:
      changed = bridge_property_set_int64 (&self->created_at, value);
      break;
    case PROP_UPDATED_AT:
      changed = bridge_property_set_int64 (&self->updated_at, value);
      break;
    case PROP_DELETED_AT:
      changed = bridge_property_set_int64 (&self->deleted_at, value);
      break;
    }

  if (changed)
    g_object_notify_by_pspec (object, pspec);
}

static void
bridge_ritual_finalize (GObject *object)
{
  BridgeRitual *self = BRIDGE_RITUAL (object);

  g_free (self->id);
  g_free (self->title);
  g_free (self->when_then);
  g_clear_pointer (&self->schedule, bridge_schedule_unref);
  g_free (self->who);
  g_free (self->smaller);
  g_strfreev (self->steps);
  g_free (self->lead);
  g_free (self->remind);
  g_free (self->template);

  G_OBJECT_CLASS (bridge_ritual_parent_class)->finalize (object);
}

static void
bridge_ritual_class_init (BridgeRitualClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->get_property = bridge_ritual_get_property;
  object_class->set_property = bridge_ritual_set_property;
  object_class->finalize = bridge_ritual_finalize;

  properties[PROP_ID] =
    g_param_spec_string ("id", NULL, NULL, NULL, flags);
  properties[PROP_TITLE] =
    g_param_spec_string ("title", NULL, NULL, "", flags);
  properties[PROP_WHEN_THEN] =
    g_param_spec_string ("when-then", NULL, NULL, "", flags);
  properties[PROP_STATE] =
    g_param_spec_enum ("state", NULL, NULL, BRIDGE_TYPE_RITUAL_STATE, BRIDGE_RITUAL_DRAFT, flags);
  properties[PROP_SCHEDULE] =
    g_param_spec_boxed ("schedule", NULL, NULL, BRIDGE_TYPE_SCHEDULE, flags);
  properties[PROP_MINUTES] =
    g_param_spec_int ("minutes", NULL, NULL, 0, G_MAXINT, 10, flags);
  properties[PROP_WHO] =
    g_param_spec_string ("who", NULL, NULL, NULL, flags);
  properties[PROP_CLOSENESS] =
    g_param_spec_int ("closeness", NULL, NULL, 0, G_MAXINT, 1, flags);
  properties[PROP_SMALLER] =
    g_param_spec_string ("smaller", NULL, NULL, "", flags);
  properties[PROP_STEPS] =
    g_param_spec_boxed ("steps", NULL, NULL, G_TYPE_STRV, flags);
  properties[PROP_LEAD] =
    g_param_spec_string ("lead", NULL, NULL, NULL, flags);
  properties[PROP_REMIND] =
    g_param_spec_string ("remind", NULL, NULL, "0", flags);
  properties[PROP_RESTING_UNTIL] =
    g_param_spec_int64 ("resting-until", NULL, NULL, G_MININT64, G_MAXINT64, BRIDGE_LOCAL_NONE, flags);
  properties[PROP_REMINDING_SINCE] =
    g_param_spec_int64 ("reminding-since", NULL, NULL, G_MININT64, G_MAXINT64, 0, flags);
  properties[PROP_TEMPLATE] =
    g_param_spec_string ("template", NULL, NULL, NULL, flags);
  properties[PROP_IN_RECOVERY] =
    g_param_spec_boolean ("in-recovery", NULL, NULL, FALSE, flags);
  properties[PROP_CREATED_AT] =
    g_param_spec_int64 ("created-at", NULL, NULL, G_MININT64, G_MAXINT64, 0, flags);
  properties[PROP_UPDATED_AT] =
    g_param_spec_int64 ("updated-at", NULL, NULL, G_MININT64, G_MAXINT64, 0, flags);
  properties[PROP_DELETED_AT] =
    g_param_spec_int64 ("deleted-at", NULL, NULL, G_MININT64, G_MAXINT64, 0, flags);

  g_object_class_install_properties (object_class, N_PROPERTIES, properties);
}

static void
bridge_ritual_init (BridgeRitual *self)
{
  self->title = g_strdup ("");
  self->when_then = g_strdup ("");
  self->minutes = 10;
  self->closeness = 1;
  self->smaller = g_strdup ("");
  self->steps = g_new0 (char *, 1);
  self->remind = g_strdup ("0");
  self->resting_until = BRIDGE_LOCAL_NONE;
}

/**
 * bridge_ritual_new:
 *
 * Returns: (transfer full): a draft of ten minutes, reminded of at the moment, without id, title or schedule
 */
BridgeRitual *
bridge_ritual_new (void)
{
  return g_object_new (BRIDGE_TYPE_RITUAL, NULL);
}

/**
 * bridge_ritual_copy:
 * @self: a ritual
 *
 * Returns: (transfer full): another ritual with the same values, id and stamps included
 */
BridgeRitual *
bridge_ritual_copy (BridgeRitual *self)
{
  BridgeRitual *copy = g_object_new (BRIDGE_TYPE_RITUAL, NULL);

  bridge_property_copy_all (G_OBJECT (self), G_OBJECT (copy));
  return copy;
}

/**
 * bridge_ritual_get_id:
 * @self: a ritual
 *
 * Returns: (nullable): the id
 */
const char *
bridge_ritual_get_id (BridgeRitual *self)
{
  g_return_val_if_fail (BRIDGE_IS_RITUAL (self), NULL);

  return self->id;
}

/**
 * bridge_ritual_get_title:
 * @self: a ritual
 *
 * Returns: the title
 */
const char *
bridge_ritual_get_title (BridgeRitual *self)
{
  g_return_val_if_fail (BRIDGE_IS_RITUAL (self), NULL);

  return self->title;
}

/**
 * bridge_ritual_get_when_then:
 * @self: a ritual
 *
 * Returns: the "when … then we …" sentence, or ""
 */
const char *
bridge_ritual_get_when_then (BridgeRitual *self)
{
  g_return_val_if_fail (BRIDGE_IS_RITUAL (self), NULL);

  return self->when_then;
}

/**
 * bridge_ritual_get_state:
 * @self: a ritual
 *
 * Returns: the state as stored
 */
BridgeRitualState
bridge_ritual_get_state (BridgeRitual *self)
{
  g_return_val_if_fail (BRIDGE_IS_RITUAL (self), 0);

  return self->state;
}

/**
 * bridge_ritual_get_schedule:
 * @self: a ritual
 *
 * Returns: (transfer none) (nullable): when it happens
 */
BridgeSchedule *
bridge_ritual_get_schedule (BridgeRitual *self)
{
  g_return_val_if_fail (BRIDGE_IS_RITUAL (self), NULL);

  return self->schedule;
}

/**
 * bridge_ritual_get_minutes:
 * @self: a ritual
 *
 * Returns: how long it takes
 */
int
bridge_ritual_get_minutes (BridgeRitual *self)
{
  g_return_val_if_fail (BRIDGE_IS_RITUAL (self), 0);

  return self->minutes;
}

/**
 * bridge_ritual_get_who:
 * @self: a ritual
 *
 * Returns: (nullable): the id of the one it is for; %NULL: both
 */
const char *
bridge_ritual_get_who (BridgeRitual *self)
{
  g_return_val_if_fail (BRIDGE_IS_RITUAL (self), NULL);

  return self->who;
}

/**
 * bridge_ritual_get_closeness:
 * @self: a ritual
 *
 * Returns: 1–5
 */
int
bridge_ritual_get_closeness (BridgeRitual *self)
{
  g_return_val_if_fail (BRIDGE_IS_RITUAL (self), 0);

  return self->closeness;
}

/**
 * bridge_ritual_get_smaller:
 * @self: a ritual
 *
 * Returns: the smaller version, or ""
 */
const char *
bridge_ritual_get_smaller (BridgeRitual *self)
{
  g_return_val_if_fail (BRIDGE_IS_RITUAL (self), NULL);

  return self->smaller;
}

/**
 * bridge_ritual_get_steps:
 * @self: a ritual
 *
 * Returns: the steps, perhaps none
 */
const char *const *
bridge_ritual_get_steps (BridgeRitual *self)
{
  g_return_val_if_fail (BRIDGE_IS_RITUAL (self), NULL);

  return (const char *const *) self->steps;
}

/**
 * bridge_ritual_get_lead:
 * @self: a ritual
 *
 * Returns: (nullable): the id of the person whose turn it is to lead
 */
const char *
bridge_ritual_get_lead (BridgeRitual *self)
{
  g_return_val_if_fail (BRIDGE_IS_RITUAL (self), NULL);

  return self->lead;
}

/**
 * bridge_ritual_get_remind:
 * @self: a ritual
 *
 * Returns: lead times in minutes, "10,0", or ""
 */
const char *
bridge_ritual_get_remind (BridgeRitual *self)
{
  g_return_val_if_fail (BRIDGE_IS_RITUAL (self), NULL);

  return self->remind;
}

/**
 * bridge_ritual_get_resting_until:
 * @self: a ritual
 *
 * Returns: the day it goes on, or %BRIDGE_LOCAL_NONE
 */
BridgeLocal
bridge_ritual_get_resting_until (BridgeRitual *self)
{
  g_return_val_if_fail (BRIDGE_IS_RITUAL (self), 0);

  return self->resting_until;
}

/**
 * bridge_ritual_get_reminding_since:
 * @self: a ritual
 *
 * Returns: UTC ms: nothing that was due before is reminded of
 */
gint64
bridge_ritual_get_reminding_since (BridgeRitual *self)
{
  g_return_val_if_fail (BRIDGE_IS_RITUAL (self), 0);

  return self->reminding_since;
}

/**
 * bridge_ritual_get_in_recovery:
 * @self: a ritual
 *
 * Returns: whether it is reminded of in the recovery window after a pause, too
 */
gboolean
bridge_ritual_get_in_recovery (BridgeRitual *self)
{
  g_return_val_if_fail (BRIDGE_IS_RITUAL (self), FALSE);

  return self->in_recovery;
}

/**
 * bridge_ritual_get_template:
 * @self: a ritual
 *
 * Returns: (nullable): the catalogue id it came from
 */
const char *
bridge_ritual_get_template (BridgeRitual *self)
{
  g_return_val_if_fail (BRIDGE_IS_RITUAL (self), NULL);

  return self->template;
}

static int
compare_descending (gconstpointer a,
                    gconstpointer b)
{
  int left = *(const int *) a;
  int right = *(const int *) b;

  return (left < right) - (left > right);
}

static GArray *
parse_remind (const char  *text,
              GError     **error)
{
  g_autoptr (GArray) minutes = g_array_new (FALSE, FALSE, sizeof (int));
  g_auto (GStrv) parts = NULL;
  g_autofree char *trimmed = g_strstrip (g_strdup (text));

  if (*trimmed == '\0')
    return g_steal_pointer (&minutes);

  parts = g_strsplit (trimmed, ",", -1);
  for (guint i = 0; parts[i] != NULL; i++)
    {
      gint64 number;
      int value;
      gboolean known = FALSE;

      if (*g_strstrip (parts[i]) == '+' ||
          !bridge_text_to_int (parts[i], -MAX_REMIND_AFTER_MINUTES, MAX_REMIND_MINUTES, &number))
        {
          g_set_error (error, BRIDGE_ERROR, BRIDGE_ERROR_INVALID_VALUE,
                       _("“%s” is not a lead time. Write minutes before the moment, from 0 to %d, like 0,10. "
                         "One may come after it, like -30."),
                       parts[i], MAX_REMIND_MINUTES);
          return NULL;
        }
      value = (int) number;
      for (guint k = 0; k < minutes->len; k++)
        known = known || g_array_index (minutes, int, k) == value;
      if (!known)
        g_array_append_val (minutes, value);
    }

  g_array_sort (minutes, compare_descending);
  if (minutes->len > 1 && g_array_index (minutes, int, minutes->len - 2) < 0)
    {
      g_set_error_literal (error, BRIDGE_ERROR, BRIDGE_ERROR_INVALID_VALUE,
                           _("Only one reminder can come after the moment."));
      return NULL;
    }
  if (minutes->len > MAX_REMIND)
    {
      g_set_error (error, BRIDGE_ERROR, BRIDGE_ERROR_INVALID_VALUE,
                   ngettext ("There can be at most %d reminder for one moment.",
                             "There can be at most %d reminders for one moment.", MAX_REMIND),
                   MAX_REMIND);
      return NULL;
    }

  return g_steal_pointer (&minutes);
}

/**
 * bridge_remind_parse:
 * @text: lead times in minutes before the moment, separated by commas, one of them negative at most: after it; "" for none
 * @canonical: (out) (optional) (transfer full): the same, longest first, without repetitions
 * @error: where to say what is wrong
 *
 * Reads lead times.
 *
 * Returns: %FALSE with %BRIDGE_ERROR_INVALID_VALUE
 */
gboolean
bridge_remind_parse (const char  *text,
                     char       **canonical,
                     GError     **error)
{
  g_autoptr (GArray) minutes = parse_remind (text, error);
  g_autoptr (GString) written = NULL;

  if (minutes == NULL)
    return FALSE;

  written = g_string_new (NULL);
  for (guint i = 0; i < minutes->len; i++)
    g_string_append_printf (written, i == 0 ? "%d" : ",%d", g_array_index (minutes, int, i));
  if (canonical != NULL)
    *canonical = g_string_free (g_steal_pointer (&written), FALSE);
  return TRUE;
}

/**
 * bridge_remind_dup_minutes:
 * @text: lead times, as bridge_remind_parse() reads them
 * @n: (out): how many; 0 where it does not parse
 *
 * Returns: (transfer full) (nullable) (array length=n): lead times in minutes, longest first
 */
int *
bridge_remind_dup_minutes (const char *text,
                           guint      *n)
{
  g_autoptr (GArray) minutes = parse_remind (text, NULL);

  *n = minutes != NULL ? minutes->len : 0;
  return minutes != NULL ? (int *) (gpointer) g_array_free (g_steal_pointer (&minutes), FALSE) : NULL;
}

/**
 * bridge_ritual_dup_remind_minutes:
 * @self: a ritual
 * @n: (out): how many
 *
 * Returns: (transfer full) (array length=n): lead times in minutes, longest first
 */
int *
bridge_ritual_dup_remind_minutes (BridgeRitual *self,
                                  guint        *n)
{
  g_return_val_if_fail (BRIDGE_IS_RITUAL (self), NULL);

  return bridge_remind_dup_minutes (self->remind, n);
}

static gboolean
check_range (const char  *field,
             int          value,
             int          min,
             int          max,
             GError     **error)
{
  if (value >= min && value <= max)
    return TRUE;

  g_set_error (error, BRIDGE_ERROR, BRIDGE_ERROR_INVALID_VALUE,
               /* Translators: the first is the name of a field, "Minutes" */
               _("%1$s: choose a number from %2$d to %3$d."), field, min, max);
  return FALSE;
}

/**
 * bridge_ritual_validate:
 * @self: a ritual
 * @error: where to say what is wrong; the message names the field
 *
 * Checks every field.
 *
 * Returns: %FALSE with %BRIDGE_ERROR_INVALID_VALUE
 */
gboolean
bridge_ritual_validate (BridgeRitual  *self,
                        GError       **error)
{
  g_return_val_if_fail (BRIDGE_IS_RITUAL (self), FALSE);

  if (!bridge_text_check (_("The title"), self->title, 1, 120, error) ||
      !bridge_text_check (_("The “when … then we …” sentence"), self->when_then, 0, 240, error) ||
      !bridge_text_check (_("The smaller version"), self->smaller, 0, 240, error) ||
      !check_range (_("Minutes"), self->minutes, 1, 480, error) ||
      !check_range (_("Closeness"), self->closeness, 1, 5, error) ||
      !bridge_remind_parse (self->remind, NULL, error))
    return FALSE;

  if (g_strv_length (self->steps) > MAX_STEPS)
    {
      g_set_error (error, BRIDGE_ERROR, BRIDGE_ERROR_INVALID_VALUE,
                   ngettext ("A ritual can have at most %d step.", "A ritual can have at most %d steps.", MAX_STEPS),
                   MAX_STEPS);
      return FALSE;
    }
  for (guint i = 0; self->steps[i] != NULL; i++)
    if (!bridge_text_check (_("A step"), self->steps[i], 1, 240, error))
      return FALSE;

  if (self->schedule == NULL)
    {
      g_set_error_literal (error, BRIDGE_ERROR, BRIDGE_ERROR_INVALID_VALUE, _("The ritual needs a time."));
      return FALSE;
    }

  return TRUE;
}

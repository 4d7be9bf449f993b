/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "bridge-hours"

#include "config.h"

#include "bridge-hours.h"

#include <glib/gi18n-lib.h>

#include "bridge-error.h"
#include "bridge-property.h"
#include "bridge-words.h"

#define MINUTES_PER_DAY (24 * 60)
#define ALL_WEEKDAYS 127

struct _BridgeHours
{
  GObject parent_instance;

  char *id;
  BridgeHoursKind kind;
  char *name;
  int weekdays;
  int from;
  int to;
  gint64 created_at;
  gint64 updated_at;
  gint64 deleted_at;
};

G_DEFINE_FINAL_TYPE (BridgeHours, bridge_hours, G_TYPE_OBJECT)

typedef enum {
  PROP_ID = 1,
  PROP_KIND,
  PROP_NAME,
  PROP_WEEKDAYS,
  PROP_FROM,
  PROP_TO,
  PROP_CREATED_AT,
  PROP_UPDATED_AT,
  PROP_DELETED_AT,
} BridgeHoursProperty;

#define N_PROPERTIES (PROP_DELETED_AT + 1)

static GParamSpec *properties[N_PROPERTIES];

static void
bridge_hours_get_property (GObject    *object,
                           guint       prop_id,
                           GValue     *value,
                           GParamSpec *pspec)
{
  BridgeHours *self = BRIDGE_HOURS (object);

  switch ((BridgeHoursProperty) prop_id)
    {
    case PROP_ID:
      g_value_set_string (value, self->id);
      break;
    case PROP_KIND:
      g_value_set_enum (value, self->kind);
      break;
    case PROP_NAME:
      g_value_set_string (value, self->name);
      break;
    case PROP_WEEKDAYS:
      g_value_set_int (value, self->weekdays);
      break;
    case PROP_FROM:
      g_value_set_int (value, self->from);
      break;
    case PROP_TO:
      g_value_set_int (value, self->to);
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

static void
bridge_hours_set_property (GObject      *object,
                           guint         prop_id,
                           const GValue *value,
                           GParamSpec   *pspec)
{
  BridgeHours *self = BRIDGE_HOURS (object);
  gboolean changed = FALSE;

  switch ((BridgeHoursProperty) prop_id)
    {
    case PROP_ID:
      changed = bridge_property_set_string (&self->id, value, TRUE);
      break;
    case PROP_KIND:
      changed = bridge_property_set_enum ((int *) &self->kind, value);
      break;
    case PROP_NAME:
      changed = bridge_property_set_string (&self->name, value, FALSE);
      break;
    case PROP_WEEKDAYS:
      changed = bridge_property_set_int (&self->weekdays, value);
      break;
    case PROP_FROM:
      changed = bridge_property_set_int (&self->from, value);
      break;
    case PROP_TO:
      changed = bridge_property_set_int (&self->to, value);
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
bridge_hours_finalize (GObject *object)
{
  BridgeHours *self = BRIDGE_HOURS (object);

  g_free (self->id);
  g_free (self->name);

  G_OBJECT_CLASS (bridge_hours_parent_class)->finalize (object);
}

static void
bridge_hours_class_init (BridgeHoursClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->get_property = bridge_hours_get_property;
  object_class->set_property = bridge_hours_set_property;
  object_class->finalize = bridge_hours_finalize;

  properties[PROP_ID] =
    g_param_spec_string ("id", NULL, NULL, NULL, flags);
  properties[PROP_KIND] =
    g_param_spec_enum ("kind", NULL, NULL, BRIDGE_TYPE_HOURS_KIND, BRIDGE_HOURS_QUIET, flags);
  properties[PROP_NAME] =
    g_param_spec_string ("name", NULL, NULL, "", flags);
  properties[PROP_WEEKDAYS] =
    g_param_spec_int ("weekdays", NULL, NULL, 0, 127, 127, flags);
  properties[PROP_FROM] =
    g_param_spec_int ("from", NULL, NULL, 0, 1439, 0, flags);
  properties[PROP_TO] =
    g_param_spec_int ("to", NULL, NULL, 0, 1439, 0, flags);
  properties[PROP_CREATED_AT] =
    g_param_spec_int64 ("created-at", NULL, NULL, G_MININT64, G_MAXINT64, 0, flags);
  properties[PROP_UPDATED_AT] =
    g_param_spec_int64 ("updated-at", NULL, NULL, G_MININT64, G_MAXINT64, 0, flags);
  properties[PROP_DELETED_AT] =
    g_param_spec_int64 ("deleted-at", NULL, NULL, G_MININT64, G_MAXINT64, 0, flags);

  g_object_class_install_properties (object_class, N_PROPERTIES, properties);
}

static void
bridge_hours_init (BridgeHours *self)
{
  self->name = g_strdup ("");
  self->weekdays = ALL_WEEKDAYS;
}

/**
 * bridge_hours_new:
 * @kind: quiet hours or a stress peak
 * @weekdays: the days on which they begin: bit 0 Monday … bit 6 Sunday
 * @from: minute of the day
 * @to: minute of the day, at or before @from: on the next day
 *
 * Returns: (transfer full): hours without an id or a name yet
 */
BridgeHours *
bridge_hours_new (BridgeHoursKind kind,
                  int             weekdays,
                  int             from,
                  int             to)
{
  return g_object_new (BRIDGE_TYPE_HOURS, "kind", kind, "weekdays", weekdays, "from", from, "to", to, NULL);
}

/**
 * bridge_hours_copy:
 * @self: hours
 *
 * Returns: (transfer full): another object with the same values, id and stamps included
 */
BridgeHours *
bridge_hours_copy (BridgeHours *self)
{
  BridgeHours *copy = g_object_new (BRIDGE_TYPE_HOURS, NULL);

  bridge_property_copy_all (G_OBJECT (self), G_OBJECT (copy));
  return copy;
}

/**
 * bridge_hours_get_id:
 * @self: hours
 *
 * Returns: (nullable): the id
 */
const char *
bridge_hours_get_id (BridgeHours *self)
{
  g_return_val_if_fail (BRIDGE_IS_HOURS (self), NULL);

  return self->id;
}

/**
 * bridge_hours_get_kind:
 * @self: hours
 *
 * Returns: quiet hours or a stress peak
 */
BridgeHoursKind
bridge_hours_get_kind (BridgeHours *self)
{
  g_return_val_if_fail (BRIDGE_IS_HOURS (self), BRIDGE_HOURS_QUIET);

  return self->kind;
}

/**
 * bridge_hours_get_name:
 * @self: hours
 *
 * Returns: what they are called; "" for nothing
 */
const char *
bridge_hours_get_name (BridgeHours *self)
{
  g_return_val_if_fail (BRIDGE_IS_HOURS (self), "");

  return self->name;
}

/**
 * bridge_hours_get_weekdays:
 * @self: hours
 *
 * Returns: the days on which they begin: bit 0 Monday … bit 6 Sunday
 */
int
bridge_hours_get_weekdays (BridgeHours *self)
{
  g_return_val_if_fail (BRIDGE_IS_HOURS (self), 0);

  return self->weekdays;
}

/**
 * bridge_hours_get_from:
 * @self: hours
 *
 * Returns: the minute of the day at which they begin
 */
int
bridge_hours_get_from (BridgeHours *self)
{
  g_return_val_if_fail (BRIDGE_IS_HOURS (self), 0);

  return self->from;
}

/**
 * bridge_hours_get_to:
 * @self: hours
 *
 * Returns: the minute of the day at which they end
 */
int
bridge_hours_get_to (BridgeHours *self)
{
  g_return_val_if_fail (BRIDGE_IS_HOURS (self), 0);

  return self->to;
}

/**
 * bridge_hours_get_length:
 * @self: hours
 *
 * Returns: how long they last, in minutes: 1 to 1440
 */
int
bridge_hours_get_length (BridgeHours *self)
{
  g_return_val_if_fail (BRIDGE_IS_HOURS (self), 1);

  return self->to > self->from ? self->to - self->from : self->to - self->from + MINUTES_PER_DAY;
}

/**
 * bridge_hours_validate:
 * @self: hours
 * @error: where to say what is wrong
 *
 * Checks every field.
 *
 * Returns: %FALSE with %BRIDGE_ERROR_INVALID_VALUE
 */
gboolean
bridge_hours_validate (BridgeHours  *self,
                       GError      **error)
{
  g_return_val_if_fail (BRIDGE_IS_HOURS (self), FALSE);

  if (self->weekdays < 1 || self->weekdays > ALL_WEEKDAYS)
    {
      g_set_error_literal (error, BRIDGE_ERROR, BRIDGE_ERROR_INVALID_VALUE, _("Choose at least one day of the week."));
      return FALSE;
    }
  if (self->from < 0 || self->from >= MINUTES_PER_DAY || self->to < 0 || self->to >= MINUTES_PER_DAY)
    {
      g_set_error_literal (error, BRIDGE_ERROR, BRIDGE_ERROR_INVALID_VALUE,
                           _("Write times of the day from 00:00 to 23:59."));
      return FALSE;
    }
  return bridge_text_check (_("Name"), self->name, 0, 60, error);
}

/* The hours that begin on a day, given by its midnight, if any do. */
static gboolean
get_span (BridgeHours *self,
          BridgeLocal  day,
          BridgeLocal *from,
          BridgeLocal *to)
{
  int weekday = bridge_day_get_weekday (bridge_local_get_day (day));

  if ((self->weekdays & (1 << (weekday - 1))) == 0)
    return FALSE;

  *from = day + self->from * BRIDGE_MINUTE;
  *to = *from + bridge_hours_get_length (self) * BRIDGE_MINUTE;
  return TRUE;
}

/**
 * bridge_hours_overlap:
 * @self: hours
 * @from: local
 * @to: local, not included
 *
 * Returns: whether any of that time lies in them
 */
gboolean
bridge_hours_overlap (BridgeHours *self,
                      BridgeLocal  from,
                      BridgeLocal  to)
{
  g_return_val_if_fail (BRIDGE_IS_HOURS (self), FALSE);

  /* No hours are longer than a day; after a week everything has come by. */
  to = MIN (to, from + 8 * BRIDGE_DAY);
  for (BridgeLocal day = bridge_local_day_start (from) - BRIDGE_DAY; day < to; day += BRIDGE_DAY)
    {
      BridgeLocal begin, end;

      if (get_span (self, day, &begin, &end) && begin < to && end > from)
        return TRUE;
    }
  return FALSE;
}

/**
 * bridge_hours_contain:
 * @self: hours
 * @local: local
 *
 * Returns: whether it lies in them; their end does not
 */
gboolean
bridge_hours_contain (BridgeHours *self,
                      BridgeLocal  local)
{
  return bridge_hours_overlap (self, local, local + 1);
}

static char *
weekdays_to_words (int weekdays)
{
  g_autoptr (GString) words = NULL;

  if (weekdays == ALL_WEEKDAYS)
    return g_strdup (_("Every day"));

  words = g_string_new (NULL);
  for (int first = 1; first <= 7; first++)
    {
      int last = first;

      if ((weekdays & (1 << (first - 1))) == 0)
        continue;
      while (last < 7 && (weekdays & (1 << last)) != 0)
        last++;

      if (words->len > 0)
        /* Translators: stands between names of weekdays */
        g_string_append (words, _(", "));
      if (last - first >= 2)
        /* Translators: a range of weekdays, "Monday to Friday" */
        g_string_append_printf (words, _("%1$s to %2$s"), bridge_words_weekday (first), bridge_words_weekday (last));
      else
        {
          g_string_append (words, bridge_words_weekday (first));
          last = first;
        }
      first = last;
    }
  return g_string_free (g_steal_pointer (&words), FALSE);
}

/**
 * bridge_hours_to_words:
 * @self: hours
 *
 * Returns: (transfer full): "Monday to Friday, 22:00 to 07:00"
 */
char *
bridge_hours_to_words (BridgeHours *self)
{
  g_autofree char *days = NULL;
  g_autofree char *from = NULL;
  g_autofree char *to = NULL;

  g_return_val_if_fail (BRIDGE_IS_HOURS (self), NULL);

  days = weekdays_to_words (self->weekdays);
  from = bridge_words_time (self->from * BRIDGE_MINUTE);
  to = bridge_words_time (self->to * BRIDGE_MINUTE);
  /* Translators: days of the week, then two times of the day: "Monday to Friday, 22:00 to 07:00" */
  return g_strdup_printf (_("%1$s, %2$s to %3$s"), days, from, to);
}

/* The earliest begin and the latest end of those that cover @local, or @local itself. */
static void
find_bounds (GListModel      *hours,
             BridgeHoursKind  kind,
             BridgeLocal      local,
             BridgeLocal     *begin,
             BridgeLocal     *end)
{
  *begin = *end = local;

  for (guint i = 0; i < g_list_model_get_n_items (hours); i++)
    {
      g_autoptr (BridgeHours) item = g_list_model_get_item (hours, i);

      if (item->kind != kind)
        continue;
      for (int back = 0; back <= 1; back++)
        {
          BridgeLocal from, to;

          if (!get_span (item, bridge_local_day_start (local) - back * BRIDGE_DAY, &from, &to) || local < from || local >= to)
            continue;
          *begin = MIN (*begin, from);
          *end = MAX (*end, to);
        }
    }
}

/**
 * bridge_hours_find_end:
 * @hours: (nullable) (element-type BridgeHours): hours of any kind
 * @kind: which of them count
 * @local: local
 *
 * Looks for the end of what covers @local. Hours that touch or overlap count as one.
 *
 * Returns: the end; @local where none covers it; %BRIDGE_LOCAL_NONE when they fill the whole week
 */
BridgeLocal
bridge_hours_find_end (GListModel      *hours,
                       BridgeHoursKind  kind,
                       BridgeLocal      local)
{
  BridgeLocal end = local;

  if (hours == NULL)
    return local;

  while (TRUE)
    {
      BridgeLocal begin, next;

      find_bounds (hours, kind, end, &begin, &next);
      if (next == end)
        return end;
      if (next >= local + 8 * BRIDGE_DAY)
        return BRIDGE_LOCAL_NONE;
      end = next;
    }
}

/**
 * bridge_hours_find_begin:
 * @hours: (nullable) (element-type BridgeHours): hours of any kind
 * @kind: which of them count
 * @local: local
 *
 * Looks for the begin of what covers @local. Hours that touch or overlap count as one.
 *
 * Returns: the begin; @local where none covers it; a week before it when they fill the whole week
 */
BridgeLocal
bridge_hours_find_begin (GListModel      *hours,
                         BridgeHoursKind  kind,
                         BridgeLocal      local)
{
  BridgeLocal begin, next, end;

  if (bridge_hours_find_end (hours, kind, local) == local)
    return local;

  /* Hours begin at full minutes: the second before lies in what touches them, or in nothing. */
  find_bounds (hours, kind, local, &next, &end);
  do
    {
      begin = next;
      find_bounds (hours, kind, begin - 1, &next, &end);
    }
  while (next != begin - 1 && begin > local - 7 * BRIDGE_DAY);
  return MAX (begin, local - 7 * BRIDGE_DAY);
}

/**
 * bridge_hours_find_overlap:
 * @hours: (nullable) (element-type BridgeHours): hours of any kind
 * @kind: which of them count
 * @from: local
 * @to: local, not included
 *
 * Returns: (transfer none) (nullable): the first in the list that has any of that time
 */
BridgeHours *
bridge_hours_find_overlap (GListModel      *hours,
                           BridgeHoursKind  kind,
                           BridgeLocal      from,
                           BridgeLocal      to)
{
  for (guint i = 0; hours != NULL && i < g_list_model_get_n_items (hours); i++)
    {
      /* The list keeps it. */
      g_autoptr (BridgeHours) item = g_list_model_get_item (hours, i);

      if (item->kind == kind && bridge_hours_overlap (item, from, to))
        return item;
    }
  return NULL;
}

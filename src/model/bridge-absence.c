/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "bridge-absence"

#include "config.h"

#include "bridge-absence.h"

#include <glib/gi18n-lib.h>

#include "bridge-error.h"
#include "bridge-property.h"

struct _BridgeAbsence
{
  GObject parent_instance;

  char *id;
  char *who;
  BridgeAbsenceKind kind;
  gint64 from;
  gint64 until;
  gint64 created_at;
  gint64 updated_at;
  gint64 deleted_at;
};

G_DEFINE_FINAL_TYPE (BridgeAbsence, bridge_absence, G_TYPE_OBJECT)

typedef enum {
  PROP_ID = 1,
  PROP_WHO,
  PROP_KIND,
  PROP_FROM,
  PROP_UNTIL,
  PROP_CREATED_AT,
  PROP_UPDATED_AT,
  PROP_DELETED_AT,
} BridgeAbsenceProperty;

#define N_PROPERTIES (PROP_DELETED_AT + 1)

static GParamSpec *properties[N_PROPERTIES];

static void
bridge_absence_get_property (GObject    *object,
                             guint       prop_id,
                             GValue     *value,
                             GParamSpec *pspec)
{
  BridgeAbsence *self = BRIDGE_ABSENCE (object);

  switch ((BridgeAbsenceProperty) prop_id)
    {
    case PROP_ID:
      g_value_set_string (value, self->id);
      break;
    case PROP_WHO:
      g_value_set_string (value, self->who);
      break;
    case PROP_KIND:
      g_value_set_enum (value, self->kind);
      break;
    case PROP_FROM:
      g_value_set_int64 (value, self->from);
      break;
    case PROP_UNTIL:
      g_value_set_int64 (value, self->until);
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
bridge_absence_set_property (GObject      *object,
                             guint         prop_id,
                             const GValue *value,
                             GParamSpec   *pspec)
{
  BridgeAbsence *self = BRIDGE_ABSENCE (object);
  gboolean changed = FALSE;

  switch ((BridgeAbsenceProperty) prop_id)
    {
    case PROP_ID:
      changed = bridge_property_set_string (&self->id, value, TRUE);
      break;
    case PROP_WHO:
      changed = bridge_property_set_string (&self->who, value, TRUE);
      break;
    case PROP_KIND:
      changed = bridge_property_set_enum ((int *) &self->kind, value);
      break;
    case PROP_FROM:
      changed = bridge_property_set_int64 (&self->from, value);
      break;
    case PROP_UNTIL:
      changed = bridge_property_set_int64 (&self->until, value);
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
bridge_absence_finalize (GObject *object)
{
  BridgeAbsence *self = BRIDGE_ABSENCE (object);

  g_free (self->id);
  g_free (self->who);

  G_OBJECT_CLASS (bridge_absence_parent_class)->finalize (object);
}

static void
bridge_absence_class_init (BridgeAbsenceClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->get_property = bridge_absence_get_property;
  object_class->set_property = bridge_absence_set_property;
  object_class->finalize = bridge_absence_finalize;

  properties[PROP_ID] =
    g_param_spec_string ("id", NULL, NULL, NULL, flags);
  properties[PROP_WHO] =
    g_param_spec_string ("who", NULL, NULL, NULL, flags);
  properties[PROP_KIND] =
    g_param_spec_enum ("kind", NULL, NULL, BRIDGE_TYPE_ABSENCE_KIND, BRIDGE_ABSENCE_AWAY, flags);
  properties[PROP_FROM] =
    g_param_spec_int64 ("from", NULL, NULL, G_MININT64, G_MAXINT64, BRIDGE_LOCAL_NONE, flags);
  properties[PROP_UNTIL] =
    g_param_spec_int64 ("until", NULL, NULL, G_MININT64, G_MAXINT64, BRIDGE_LOCAL_NONE, flags);
  properties[PROP_CREATED_AT] =
    g_param_spec_int64 ("created-at", NULL, NULL, G_MININT64, G_MAXINT64, 0, flags);
  properties[PROP_UPDATED_AT] =
    g_param_spec_int64 ("updated-at", NULL, NULL, G_MININT64, G_MAXINT64, 0, flags);
  properties[PROP_DELETED_AT] =
    g_param_spec_int64 ("deleted-at", NULL, NULL, G_MININT64, G_MAXINT64, 0, flags);

  g_object_class_install_properties (object_class, N_PROPERTIES, properties);
}

static void
bridge_absence_init (BridgeAbsence *self)
{
  self->from = BRIDGE_LOCAL_NONE;
  self->until = BRIDGE_LOCAL_NONE;
}

/**
 * bridge_absence_new:
 * @kind: away or unwell
 * @who: (nullable): a person's id; %NULL: both, or the only one
 * @from: local midnight of the first day
 * @until: local midnight of the first day back, or %BRIDGE_LOCAL_NONE
 *
 * Returns: (transfer full): an absence without an id yet
 */
BridgeAbsence *
bridge_absence_new (BridgeAbsenceKind  kind,
                    const char        *who,
                    BridgeLocal        from,
                    BridgeLocal        until)
{
  return g_object_new (BRIDGE_TYPE_ABSENCE, "kind", kind, "who", who, "from", from, "until", until, NULL);
}

/**
 * bridge_absence_copy:
 * @self: an absence
 *
 * Returns: (transfer full): another object with the same values, id and stamps included
 */
BridgeAbsence *
bridge_absence_copy (BridgeAbsence *self)
{
  BridgeAbsence *copy = g_object_new (BRIDGE_TYPE_ABSENCE, NULL);

  bridge_property_copy_all (G_OBJECT (self), G_OBJECT (copy));
  return copy;
}

/**
 * bridge_absence_get_id:
 * @self: an absence
 *
 * Returns: (nullable): the id
 */
const char *
bridge_absence_get_id (BridgeAbsence *self)
{
  g_return_val_if_fail (BRIDGE_IS_ABSENCE (self), NULL);

  return self->id;
}

/**
 * bridge_absence_get_who:
 * @self: an absence
 *
 * Returns: (nullable): a person's id; %NULL: both, or the only one
 */
const char *
bridge_absence_get_who (BridgeAbsence *self)
{
  g_return_val_if_fail (BRIDGE_IS_ABSENCE (self), NULL);

  return self->who;
}

/**
 * bridge_absence_get_kind:
 * @self: an absence
 *
 * Returns: away or unwell
 */
BridgeAbsenceKind
bridge_absence_get_kind (BridgeAbsence *self)
{
  g_return_val_if_fail (BRIDGE_IS_ABSENCE (self), BRIDGE_ABSENCE_AWAY);

  return self->kind;
}

/**
 * bridge_absence_get_from:
 * @self: an absence
 *
 * Returns: local midnight of the first day
 */
BridgeLocal
bridge_absence_get_from (BridgeAbsence *self)
{
  g_return_val_if_fail (BRIDGE_IS_ABSENCE (self), BRIDGE_LOCAL_NONE);

  return self->from;
}

/**
 * bridge_absence_get_until:
 * @self: an absence
 *
 * Returns: local midnight of the first day back; %BRIDGE_LOCAL_NONE: open
 */
BridgeLocal
bridge_absence_get_until (BridgeAbsence *self)
{
  g_return_val_if_fail (BRIDGE_IS_ABSENCE (self), BRIDGE_LOCAL_NONE);

  return self->until;
}

/**
 * bridge_absence_validate:
 * @self: an absence
 * @error: where to say what is wrong
 *
 * Checks every field.
 *
 * Returns: %FALSE with %BRIDGE_ERROR_INVALID_DATE
 */
gboolean
bridge_absence_validate (BridgeAbsence  *self,
                         GError        **error)
{
  g_return_val_if_fail (BRIDGE_IS_ABSENCE (self), FALSE);

  if (self->from == BRIDGE_LOCAL_NONE || bridge_local_day_start (self->from) != self->from ||
      (self->until != BRIDGE_LOCAL_NONE && bridge_local_day_start (self->until) != self->until))
    {
      g_set_error_literal (error, BRIDGE_ERROR, BRIDGE_ERROR_INVALID_DATE, _("Choose a date, without a time."));
      return FALSE;
    }
  if (self->until != BRIDGE_LOCAL_NONE && self->until <= self->from)
    {
      g_set_error_literal (error, BRIDGE_ERROR, BRIDGE_ERROR_INVALID_DATE,
                           _("The first day back comes after the first day away."));
      return FALSE;
    }
  return TRUE;
}

/**
 * bridge_absence_concerns:
 * @self: an absence
 * @who: (nullable): whose ritual it is; %NULL: both take part
 *
 * What needs both rests when one is absent; what is the other's own goes on.
 *
 * Returns: whether a ritual of theirs needs the absent one
 */
gboolean
bridge_absence_concerns (BridgeAbsence *self,
                         const char    *who)
{
  g_return_val_if_fail (BRIDGE_IS_ABSENCE (self), FALSE);

  return self->who == NULL || who == NULL || g_str_equal (self->who, who);
}

/**
 * bridge_absence_covers:
 * @self: an absence
 * @who: (nullable): whose ritual it is; %NULL: both take part
 * @local: local, of this place
 *
 * Returns: whether a ritual of theirs rests then
 */
gboolean
bridge_absence_covers (BridgeAbsence *self,
                       const char    *who,
                       BridgeLocal    local)
{
  g_return_val_if_fail (BRIDGE_IS_ABSENCE (self), FALSE);

  return local >= self->from &&
         (self->until == BRIDGE_LOCAL_NONE || local < self->until) &&
         bridge_absence_concerns (self, who);
}

/**
 * bridge_absence_find_end:
 * @absences: (nullable) (element-type BridgeAbsence): absences
 * @who: (nullable): whose ritual it is; %NULL: both take part
 * @local: local, of this place
 *
 * Looks for the end of what covers @local; absences that touch count as one.
 *
 * Returns: the first moment that none covers: @local itself, or %BRIDGE_LOCAL_NONE when one is open
 */
BridgeLocal
bridge_absence_find_end (GListModel  *absences,
                         const char  *who,
                         BridgeLocal  local)
{
  gboolean moved = absences != NULL;

  while (moved)
    {
      moved = FALSE;
      for (guint i = 0; i < g_list_model_get_n_items (absences); i++)
        {
          g_autoptr (BridgeAbsence) item = g_list_model_get_item (absences, i);

          if (!bridge_absence_covers (item, who, local))
            continue;
          if (item->until == BRIDGE_LOCAL_NONE)
            return BRIDGE_LOCAL_NONE;
          local = item->until;
          moved = TRUE;
        }
    }
  return local;
}

/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "bridge-revision"

#include "config.h"

#include "bridge-revision.h"

#include <glib/gi18n-lib.h>

#include "bridge-error.h"
#include "bridge-property.h"
#include "bridge-words.h"

struct _BridgeRevision
{
  GObject parent_instance;

  char *id;
  char *boundary_id;
  int number;
  char *text;
  gint64 review_on;
  char *written_by;
  gint64 written_at;
  GArray *agreements; /* of BridgeAgreement; shared by copies, so it is never changed once it is here */
  gint64 created_at;
  gint64 updated_at;
  gint64 deleted_at;
};

G_DEFINE_FINAL_TYPE (BridgeRevision, bridge_revision, G_TYPE_OBJECT)

typedef enum {
  PROP_ID = 1,
  PROP_BOUNDARY_ID,
  PROP_NUMBER,
  PROP_TEXT,
  PROP_REVIEW_ON,
  PROP_WRITTEN_BY,
  PROP_WRITTEN_AT,
  PROP_AGREEMENTS,
  PROP_CREATED_AT,
  PROP_UPDATED_AT,
  PROP_DELETED_AT,
} BridgeRevisionProperty;

#define N_PROPERTIES (PROP_DELETED_AT + 1)

static GParamSpec *properties[N_PROPERTIES];

static void
agreement_clear (gpointer data)
{
  g_clear_pointer (&((BridgeAgreement *) data)->person_id, g_free);
}

/**
 * bridge_agreements_new:
 *
 * Returns: (transfer full) (element-type BridgeAgreement): nobody has agreed yet
 */
GArray *
bridge_agreements_new (void)
{
  GArray *agreements = g_array_new (FALSE, TRUE, sizeof (BridgeAgreement));

  g_array_set_clear_func (agreements, agreement_clear);
  return agreements;
}

/**
 * bridge_agreements_add:
 * @agreements: (element-type BridgeAgreement): a list that no revision has yet
 * @person_id: who agreed
 * @at: when, UTC ms
 *
 * Adds one to the end.
 */
void
bridge_agreements_add (GArray     *agreements,
                       const char *person_id,
                       gint64      at)
{
  BridgeAgreement agreement = { g_strdup (person_id), at };

  g_array_append_val (agreements, agreement);
}

static void
bridge_revision_get_property (GObject    *object,
                              guint       prop_id,
                              GValue     *value,
                              GParamSpec *pspec)
{
  BridgeRevision *self = BRIDGE_REVISION (object);

  switch ((BridgeRevisionProperty) prop_id)
    {
    case PROP_ID:
      g_value_set_string (value, self->id);
      break;
    case PROP_BOUNDARY_ID:
      g_value_set_string (value, self->boundary_id);
      break;
    case PROP_NUMBER:
      g_value_set_int (value, self->number);
      break;
    case PROP_TEXT:
      g_value_set_string (value, self->text);
      break;
    case PROP_REVIEW_ON:
      g_value_set_int64 (value, self->review_on);
      break;
    case PROP_WRITTEN_BY:
      g_value_set_string (value, self->written_by);
      break;
    case PROP_WRITTEN_AT:
      g_value_set_int64 (value, self->written_at);
      break;
    case PROP_AGREEMENTS:
      g_value_set_boxed (value, self->agreements);
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
bridge_revision_set_property (GObject      *object,
                              guint         prop_id,
                              const GValue *value,
                              GParamSpec   *pspec)
{
  BridgeRevision *self = BRIDGE_REVISION (object);
  gboolean changed = FALSE;

  /* What somebody agreed to is not another thing afterwards: each of these has a value once. */
  switch ((BridgeRevisionProperty) prop_id)
    {
    case PROP_ID:
      changed = bridge_property_set_string (&self->id, value, TRUE);
      break;
    case PROP_BOUNDARY_ID:
      g_return_if_fail (self->boundary_id == NULL);
      changed = bridge_property_set_string (&self->boundary_id, value, TRUE);
      break;
    case PROP_NUMBER:
      g_return_if_fail (self->number == 0);
      changed = bridge_property_set_int (&self->number, value);
      break;
    case PROP_TEXT:
      g_return_if_fail (self->text == NULL);
      changed = bridge_property_set_string (&self->text, value, TRUE);
      break;
    case PROP_REVIEW_ON:
      g_return_if_fail (self->review_on == BRIDGE_LOCAL_NONE);
      changed = bridge_property_set_int64 (&self->review_on, value);
      break;
    case PROP_WRITTEN_BY:
      g_return_if_fail (self->written_by == NULL);
      changed = bridge_property_set_string (&self->written_by, value, TRUE);
      break;
    case PROP_WRITTEN_AT:
      g_return_if_fail (self->written_at == 0);
      changed = bridge_property_set_int64 (&self->written_at, value);
      break;
    case PROP_AGREEMENTS:
      changed = g_value_get_boxed (value) != NULL && g_value_get_boxed (value) != self->agreements;
      if (changed)
        {
          g_array_unref (self->agreements);
          self->agreements = g_value_dup_boxed (value);
        }
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
bridge_revision_finalize (GObject *object)
{
  BridgeRevision *self = BRIDGE_REVISION (object);

  g_free (self->id);
  g_free (self->boundary_id);
  g_free (self->text);
  g_free (self->written_by);
  g_array_unref (self->agreements);

  G_OBJECT_CLASS (bridge_revision_parent_class)->finalize (object);
}

static void
bridge_revision_class_init (BridgeRevisionClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->get_property = bridge_revision_get_property;
  object_class->set_property = bridge_revision_set_property;
  object_class->finalize = bridge_revision_finalize;

  properties[PROP_ID] =
    g_param_spec_string ("id", NULL, NULL, NULL, flags);
  properties[PROP_BOUNDARY_ID] =
    g_param_spec_string ("boundary-id", NULL, NULL, NULL, flags);
  properties[PROP_NUMBER] =
    g_param_spec_int ("number", NULL, NULL, 0, G_MAXINT, 0, flags);
  properties[PROP_TEXT] =
    g_param_spec_string ("text", NULL, NULL, NULL, flags);
  properties[PROP_REVIEW_ON] =
    g_param_spec_int64 ("review-on", NULL, NULL, G_MININT64, G_MAXINT64, BRIDGE_LOCAL_NONE, flags);
  properties[PROP_WRITTEN_BY] =
    g_param_spec_string ("written-by", NULL, NULL, NULL, flags);
  properties[PROP_WRITTEN_AT] =
    g_param_spec_int64 ("written-at", NULL, NULL, G_MININT64, G_MAXINT64, 0, flags);
  properties[PROP_AGREEMENTS] =
    g_param_spec_boxed ("agreements", NULL, NULL, G_TYPE_ARRAY, flags);
  properties[PROP_CREATED_AT] =
    g_param_spec_int64 ("created-at", NULL, NULL, G_MININT64, G_MAXINT64, 0, flags);
  properties[PROP_UPDATED_AT] =
    g_param_spec_int64 ("updated-at", NULL, NULL, G_MININT64, G_MAXINT64, 0, flags);
  properties[PROP_DELETED_AT] =
    g_param_spec_int64 ("deleted-at", NULL, NULL, G_MININT64, G_MAXINT64, 0, flags);

  g_object_class_install_properties (object_class, N_PROPERTIES, properties);
}

static void
bridge_revision_init (BridgeRevision *self)
{
  self->review_on = BRIDGE_LOCAL_NONE;
  self->agreements = bridge_agreements_new ();
}

/**
 * bridge_revision_new:
 * @boundary_id: of which boundary
 * @number: 1, 2, …
 * @text: its words
 * @review_on: local midnight of the day on which to look at it again, or %BRIDGE_LOCAL_NONE
 * @author: a person's id
 * @at: UTC ms
 *
 * Writes down a revision. Who writes it agrees to it.
 *
 * Returns: (transfer full): a revision without an id yet
 */
BridgeRevision *
bridge_revision_new (const char  *boundary_id,
                     int          number,
                     const char  *text,
                     BridgeLocal  review_on,
                     const char  *author,
                     gint64       at)
{
  g_autoptr (GArray) agreements = bridge_agreements_new ();

  bridge_agreements_add (agreements, author, at);
  return g_object_new (BRIDGE_TYPE_REVISION,
                       "boundary-id", boundary_id,
                       "number", number,
                       "text", text,
                       "review-on", review_on,
                       "written-by", author,
                       "written-at", at,
                       "agreements", agreements,
                       NULL);
}

/**
 * bridge_revision_copy:
 * @self: a revision
 *
 * Returns: (transfer full): another object with the same values, id and stamps included
 */
BridgeRevision *
bridge_revision_copy (BridgeRevision *self)
{
  BridgeRevision *copy = g_object_new (BRIDGE_TYPE_REVISION, NULL);

  bridge_property_copy_all (G_OBJECT (self), G_OBJECT (copy));
  return copy;
}

/**
 * bridge_revision_get_id:
 * @self: a revision
 *
 * Returns: (nullable): the id
 */
const char *
bridge_revision_get_id (BridgeRevision *self)
{
  g_return_val_if_fail (BRIDGE_IS_REVISION (self), NULL);

  return self->id;
}

/**
 * bridge_revision_get_boundary_id:
 * @self: a revision
 *
 * Returns: of which boundary
 */
const char *
bridge_revision_get_boundary_id (BridgeRevision *self)
{
  g_return_val_if_fail (BRIDGE_IS_REVISION (self), NULL);

  return self->boundary_id;
}

/**
 * bridge_revision_get_number:
 * @self: a revision
 *
 * Returns: 1 for the first
 */
int
bridge_revision_get_number (BridgeRevision *self)
{
  g_return_val_if_fail (BRIDGE_IS_REVISION (self), 0);

  return self->number;
}

/**
 * bridge_revision_get_text:
 * @self: a revision
 *
 * Returns: its words
 */
const char *
bridge_revision_get_text (BridgeRevision *self)
{
  g_return_val_if_fail (BRIDGE_IS_REVISION (self), NULL);

  return self->text;
}

/**
 * bridge_revision_get_review_on:
 * @self: a revision
 *
 * Returns: local midnight of the day on which to look at it again; %BRIDGE_LOCAL_NONE: no day
 */
BridgeLocal
bridge_revision_get_review_on (BridgeRevision *self)
{
  g_return_val_if_fail (BRIDGE_IS_REVISION (self), BRIDGE_LOCAL_NONE);

  return self->review_on;
}

/**
 * bridge_revision_get_written_by:
 * @self: a revision
 *
 * Returns: the id of the person who wrote it
 */
const char *
bridge_revision_get_written_by (BridgeRevision *self)
{
  g_return_val_if_fail (BRIDGE_IS_REVISION (self), NULL);

  return self->written_by;
}

/**
 * bridge_revision_get_written_at:
 * @self: a revision
 *
 * Returns: when it was written, UTC ms
 */
gint64
bridge_revision_get_written_at (BridgeRevision *self)
{
  g_return_val_if_fail (BRIDGE_IS_REVISION (self), 0);

  return self->written_at;
}

/**
 * bridge_revision_get_n_agreements:
 * @self: a revision
 *
 * Returns: how many have agreed to it
 */
guint
bridge_revision_get_n_agreements (BridgeRevision *self)
{
  g_return_val_if_fail (BRIDGE_IS_REVISION (self), 0);

  return self->agreements->len;
}

/**
 * bridge_revision_get_agreement:
 * @self: a revision
 * @position: below their number
 *
 * Returns: (transfer none): who agreed, and when
 */
const BridgeAgreement *
bridge_revision_get_agreement (BridgeRevision *self,
                               guint           position)
{
  g_return_val_if_fail (BRIDGE_IS_REVISION (self) && position < self->agreements->len, NULL);

  return &g_array_index (self->agreements, BridgeAgreement, position);
}

/**
 * bridge_revision_get_agreed_at:
 * @self: a revision
 * @person_id: a person's id
 *
 * Returns: when they agreed, UTC ms; 0: they have not
 */
gint64
bridge_revision_get_agreed_at (BridgeRevision *self,
                               const char     *person_id)
{
  g_return_val_if_fail (BRIDGE_IS_REVISION (self), 0);

  for (guint i = 0; i < self->agreements->len; i++)
    if (g_strcmp0 (g_array_index (self->agreements, BridgeAgreement, i).person_id, person_id) == 0)
      return g_array_index (self->agreements, BridgeAgreement, i).at;
  return 0;
}

/**
 * bridge_revision_with_agreement:
 * @self: a revision
 * @person_id: who agrees to it
 * @at: UTC ms
 *
 * Returns: (transfer full): a copy to which this person has agreed, too
 */
BridgeRevision *
bridge_revision_with_agreement (BridgeRevision *self,
                                const char     *person_id,
                                gint64          at)
{
  g_autoptr (GArray) agreements = bridge_agreements_new ();
  BridgeRevision *copy;

  g_return_val_if_fail (BRIDGE_IS_REVISION (self), NULL);

  for (guint i = 0; i < self->agreements->len; i++)
    {
      const BridgeAgreement *agreement = bridge_revision_get_agreement (self, i);

      bridge_agreements_add (agreements, agreement->person_id, agreement->at);
    }
  if (bridge_revision_get_agreed_at (self, person_id) == 0)
    bridge_agreements_add (agreements, person_id, at);

  copy = bridge_revision_copy (self);
  g_object_set (copy, "agreements", agreements, NULL);
  return copy;
}

/**
 * bridge_revision_validate:
 * @self: a revision
 * @error: where to say what is wrong
 *
 * Checks every field that a person enters.
 *
 * Returns: %FALSE with %BRIDGE_ERROR_INVALID_VALUE or %BRIDGE_ERROR_INVALID_DATE
 */
gboolean
bridge_revision_validate (BridgeRevision  *self,
                          GError         **error)
{
  g_return_val_if_fail (BRIDGE_IS_REVISION (self), FALSE);

  if (!bridge_text_check (_("The sentence"), self->text != NULL ? self->text : "", 1, BRIDGE_REVISION_MAX_LENGTH, error))
    return FALSE;
  if (self->review_on != BRIDGE_LOCAL_NONE && bridge_local_day_start (self->review_on) != self->review_on)
    {
      g_set_error_literal (error, BRIDGE_ERROR, BRIDGE_ERROR_INVALID_DATE, _("Choose a date, without a time."));
      return FALSE;
    }
  return TRUE;
}

/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "bridge-check-in-round"

#include "config.h"

#include "bridge-check-in-round.h"

#include <glib/gi18n-lib.h>

#include "bridge-error.h"
#include "bridge-property.h"

struct _BridgeCheckInRound
{
  GObject parent_instance;

  char *id;
  BridgeRoundState state;
  gint64 created_at;
  gint64 updated_at;
  gint64 deleted_at;
};

G_DEFINE_FINAL_TYPE (BridgeCheckInRound, bridge_check_in_round, G_TYPE_OBJECT)

typedef enum {
  PROP_ID = 1,
  PROP_STATE,
  PROP_CREATED_AT,
  PROP_UPDATED_AT,
  PROP_DELETED_AT,
} BridgeCheckInRoundProperty;

#define N_PROPERTIES (PROP_DELETED_AT + 1)

static GParamSpec *properties[N_PROPERTIES];

static void
bridge_check_in_round_get_property (GObject     *object,
                                    guint        property_id,
                                    GValue      *value,
                                    GParamSpec  *pspec)
{
  BridgeCheckInRound *self = BRIDGE_CHECK_IN_ROUND (object);

  switch ((BridgeCheckInRoundProperty) property_id)
    {
    case PROP_ID:
      g_value_set_string (value, self->id);
      break;
    case PROP_STATE:
      g_value_set_enum (value, self->state);
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
bridge_check_in_round_set_property (GObject       *object,
                                    guint          property_id,
                                    const GValue  *value,
                                    GParamSpec    *pspec)
{
  BridgeCheckInRound *self = BRIDGE_CHECK_IN_ROUND (object);
  gboolean changed = FALSE;

  switch ((BridgeCheckInRoundProperty) property_id)
    {
    case PROP_ID:
      changed = bridge_property_set_string (&self->id, value, TRUE);
      break;
    case PROP_STATE:
      changed = bridge_property_set_enum ((int *) &self->state, value);
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
bridge_check_in_round_finalize (GObject *object)
{
  BridgeCheckInRound *self = BRIDGE_CHECK_IN_ROUND (object);

  g_free (self->id);

  G_OBJECT_CLASS (bridge_check_in_round_parent_class)->finalize (object);
}

static void
bridge_check_in_round_class_init (BridgeCheckInRoundClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->get_property = bridge_check_in_round_get_property;
  object_class->set_property = bridge_check_in_round_set_property;
  object_class->finalize = bridge_check_in_round_finalize;

  properties[PROP_ID] =
    g_param_spec_string ("id", NULL, NULL, NULL, flags);
  properties[PROP_STATE] =
    g_param_spec_enum ("state", NULL, NULL, BRIDGE_TYPE_ROUND_STATE, BRIDGE_ROUND_WAITING, flags);
  properties[PROP_CREATED_AT] =
    g_param_spec_int64 ("created-at", NULL, NULL, G_MININT64, G_MAXINT64, 0, flags);
  properties[PROP_UPDATED_AT] =
    g_param_spec_int64 ("updated-at", NULL, NULL, G_MININT64, G_MAXINT64, 0, flags);
  properties[PROP_DELETED_AT] =
    g_param_spec_int64 ("deleted-at", NULL, NULL, G_MININT64, G_MAXINT64, 0, flags);

  g_object_class_install_properties (object_class, N_PROPERTIES, properties);
}

static void
bridge_check_in_round_init (BridgeCheckInRound *self)
{
}

/**
 * bridge_check_in_round_new:
 *
 * Returns: (transfer full): a round of check-ins without an id yet
 */
BridgeCheckInRound *
bridge_check_in_round_new (void)
{
  return g_object_new (BRIDGE_TYPE_CHECK_IN_ROUND, NULL);
}

/**
 * bridge_check_in_round_copy:
 * @self: a round of check-ins
 *
 * Returns: (transfer full): another object with the same values, id and stamps included
 */
BridgeCheckInRound *
bridge_check_in_round_copy (BridgeCheckInRound *self)
{
  BridgeCheckInRound *copy = g_object_new (BRIDGE_TYPE_CHECK_IN_ROUND, NULL);

  bridge_property_copy_all (G_OBJECT (self), G_OBJECT (copy));
  return copy;
}

/**
 * bridge_check_in_round_get_id:
 * @self: a round of check-ins
 *
 * Returns: (nullable): the id
 */
const char *
bridge_check_in_round_get_id (BridgeCheckInRound *self)
{
  g_return_val_if_fail (BRIDGE_IS_CHECK_IN_ROUND (self), NULL);

  return self->id;
}

/**
 * bridge_check_in_round_get_state:
 * @self: a round of check-ins
 *
 * Returns: waiting, or opened
 */
BridgeRoundState
bridge_check_in_round_get_state (BridgeCheckInRound *self)
{
  g_return_val_if_fail (BRIDGE_IS_CHECK_IN_ROUND (self), BRIDGE_ROUND_WAITING);

  return self->state;
}

static gboolean
refuse (GError     **error,
        const char  *why)
{
  g_set_error_literal (error, BRIDGE_ERROR, BRIDGE_ERROR_STATE, why);
  return FALSE;
}

/**
 * bridge_round_step:
 * @state: where the round is
 * @own: how far whoever does something is with theirs
 * @other: how far the other one is
 * @event: what is done
 * @next_own: (out): how far @own is then
 * @next_state: (out): where the round is then
 * @error: where to say why it cannot be
 *
 * One step of two check-ins that are opened at the same time. @other decides one thing only, whether a "ready" opens them, and
 * nothing else that happens differs by it: nobody can find out by trying whether the other one has written, or is ready.
 *
 * Returns: %FALSE with %BRIDGE_ERROR_STATE; then nothing is set
 */
gboolean
bridge_round_step (BridgeRoundState    state,
                   BridgeRoundSide     own,
                   BridgeRoundSide     other,
                   BridgeRoundEvent    event,
                   BridgeRoundSide    *next_own,
                   BridgeRoundState   *next_state,
                   GError            **error)
{
  BridgeRoundSide next = own;

  if (state == BRIDGE_ROUND_OPENED)
    return refuse (error, _("These were opened together, so they stay as they are."));

  switch (event)
    {
    case BRIDGE_ROUND_EVENT_WRITE:
      /* Other words are not what somebody was ready to show. */
      next = BRIDGE_ROUND_SIDE_WRITTEN;
      break;
    case BRIDGE_ROUND_EVENT_READY:
      if (own == BRIDGE_ROUND_SIDE_NOTHING)
        return refuse (error, _("Write yours first; then you can say that you are ready."));
      next = BRIDGE_ROUND_SIDE_READY;
      break;
    case BRIDGE_ROUND_EVENT_NOT_YET:
    case BRIDGE_ROUND_EVENT_TAKE_BACK:
      if (own == BRIDGE_ROUND_SIDE_NOTHING)
        return refuse (error, _("Nothing of yours waits to be opened together."));
      next = event == BRIDGE_ROUND_EVENT_NOT_YET ? BRIDGE_ROUND_SIDE_WRITTEN : BRIDGE_ROUND_SIDE_NOTHING;
      break;
    }

  *next_own = next;
  *next_state = next == BRIDGE_ROUND_SIDE_READY && other == BRIDGE_ROUND_SIDE_READY ? BRIDGE_ROUND_OPENED : BRIDGE_ROUND_WAITING;
  return TRUE;
}

/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "bridge-reminder"

#include "config.h"

#include "bridge-reminder.h"

#include <glib/gi18n-lib.h>

#include "bridge-error.h"
#include "bridge-occurrence.h"
#include "bridge-property.h"

struct _BridgeReminder
{
  GObject parent_instance;

  char *id;
  char *ritual_id;
  gint64 start;
  int lead;
  BridgeReminderState state;
  gint64 due_at;
  gint64 shown_at;
  gint64 snoozed_until;
  gint64 deferred_until;
  gboolean held;
  char *reason;
  gint64 created_at;
  gint64 updated_at;
  gint64 deleted_at;
};

G_DEFINE_FINAL_TYPE (BridgeReminder, bridge_reminder, G_TYPE_OBJECT)

typedef enum {
  PROP_ID = 1,
  PROP_RITUAL_ID,
  PROP_START,
  PROP_LEAD,
  PROP_STATE,
  PROP_DUE_AT,
  PROP_SHOWN_AT,
  PROP_SNOOZED_UNTIL,
  PROP_DEFERRED_UNTIL,
  PROP_HELD,
  PROP_REASON,
  PROP_CREATED_AT,
  PROP_UPDATED_AT,
  PROP_DELETED_AT,
} BridgeReminderProperty;

#define N_PROPERTIES (PROP_DELETED_AT + 1)

static GParamSpec *properties[N_PROPERTIES];

static void
bridge_reminder_get_property (GObject    *object,
                              guint       prop_id,
                              GValue     *value,
                              GParamSpec *pspec)
{
  BridgeReminder *self = BRIDGE_REMINDER (object);

  switch ((BridgeReminderProperty) prop_id)
    {
    case PROP_ID:
      g_value_set_string (value, self->id);
      break;
    case PROP_RITUAL_ID:
      g_value_set_string (value, self->ritual_id);
      break;
    case PROP_START:
      g_value_set_int64 (value, self->start);
      break;
    case PROP_LEAD:
      g_value_set_int (value, self->lead);
      break;
    case PROP_STATE:
      g_value_set_enum (value, self->state);
      break;
    case PROP_DUE_AT:
      g_value_set_int64 (value, self->due_at);
      break;
    case PROP_SHOWN_AT:
      g_value_set_int64 (value, self->shown_at);
      break;
    case PROP_SNOOZED_UNTIL:
      g_value_set_int64 (value, self->snoozed_until);
      break;
    case PROP_DEFERRED_UNTIL:
      g_value_set_int64 (value, self->deferred_until);
      break;
    case PROP_HELD:
      g_value_set_boolean (value, self->held);
      break;
    case PROP_REASON:
      g_value_set_string (value, self->reason);
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
bridge_reminder_set_property (GObject      *object,
                              guint         prop_id,
                              const GValue *value,
                              GParamSpec   *pspec)
{
  BridgeReminder *self = BRIDGE_REMINDER (object);
  gboolean changed = FALSE;

  switch ((BridgeReminderProperty) prop_id)
    {
    case PROP_ID:
      changed = bridge_property_set_string (&self->id, value, TRUE);
      break;
    case PROP_RITUAL_ID:
      changed = bridge_property_set_string (&self->ritual_id, value, TRUE);
      break;
    case PROP_START:
      changed = bridge_property_set_int64 (&self->start, value);
      break;
    case PROP_LEAD:
      changed = bridge_property_set_int (&self->lead, value);
      break;
    case PROP_STATE:
      changed = bridge_property_set_enum ((int *) &self->state, value);
      break;
    case PROP_DUE_AT:
      changed = bridge_property_set_int64 (&self->due_at, value);
      break;
    case PROP_SHOWN_AT:
      changed = bridge_property_set_int64 (&self->shown_at, value);
      break;
    case PROP_SNOOZED_UNTIL:
      changed = bridge_property_set_int64 (&self->snoozed_until, value);
      break;
    case PROP_DEFERRED_UNTIL:
      changed = bridge_property_set_int64 (&self->deferred_until, value);
      break;
    case PROP_HELD:
      changed = bridge_property_set_boolean (&self->held, value);
      break;
    case PROP_REASON:
      changed = bridge_property_set_string (&self->reason, value, TRUE);
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
bridge_reminder_finalize (GObject *object)
{
  BridgeReminder *self = BRIDGE_REMINDER (object);

  g_free (self->id);
  g_free (self->ritual_id);
  g_free (self->reason);

  G_OBJECT_CLASS (bridge_reminder_parent_class)->finalize (object);
}

static void
bridge_reminder_class_init (BridgeReminderClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->get_property = bridge_reminder_get_property;
  object_class->set_property = bridge_reminder_set_property;
  object_class->finalize = bridge_reminder_finalize;

  properties[PROP_ID] =
    g_param_spec_string ("id", NULL, NULL, NULL, flags);
  properties[PROP_RITUAL_ID] =
    g_param_spec_string ("ritual-id", NULL, NULL, NULL, flags);
  properties[PROP_START] =
    g_param_spec_int64 ("start", NULL, NULL, G_MININT64, G_MAXINT64, 0, flags);
  properties[PROP_LEAD] =
    g_param_spec_int ("lead", NULL, NULL, G_MININT, G_MAXINT, 0, flags);
  properties[PROP_STATE] =
    g_param_spec_enum ("state", NULL, NULL, BRIDGE_TYPE_REMINDER_STATE, BRIDGE_REMINDER_PENDING, flags);
  properties[PROP_DUE_AT] =
    g_param_spec_int64 ("due-at", NULL, NULL, G_MININT64, G_MAXINT64, 0, flags);
  properties[PROP_SHOWN_AT] =
    g_param_spec_int64 ("shown-at", NULL, NULL, G_MININT64, G_MAXINT64, 0, flags);
  properties[PROP_SNOOZED_UNTIL] =
    g_param_spec_int64 ("snoozed-until", NULL, NULL, G_MININT64, G_MAXINT64, 0, flags);
  properties[PROP_DEFERRED_UNTIL] =
    g_param_spec_int64 ("deferred-until", NULL, NULL, G_MININT64, G_MAXINT64, 0, flags);
  properties[PROP_HELD] =
    g_param_spec_boolean ("held", NULL, NULL, FALSE, flags);
  properties[PROP_REASON] =
    g_param_spec_string ("reason", NULL, NULL, NULL, flags);
  properties[PROP_CREATED_AT] =
    g_param_spec_int64 ("created-at", NULL, NULL, G_MININT64, G_MAXINT64, 0, flags);
  properties[PROP_UPDATED_AT] =
    g_param_spec_int64 ("updated-at", NULL, NULL, G_MININT64, G_MAXINT64, 0, flags);
  properties[PROP_DELETED_AT] =
    g_param_spec_int64 ("deleted-at", NULL, NULL, G_MININT64, G_MAXINT64, 0, flags);

  g_object_class_install_properties (object_class, N_PROPERTIES, properties);
}

static void
bridge_reminder_init (BridgeReminder *self)
{
}

/**
 * bridge_reminder_new:
 * @ritual_id: the ritual
 * @start: the occurrence's original local start
 * @lead: minutes before it; negative: after it
 * @due_at: when it is due, UTC ms
 *
 * Returns: (transfer full): a pending reminder without an id yet
 */
BridgeReminder *
bridge_reminder_new (const char  *ritual_id,
                     BridgeLocal  start,
                     int          lead,
                     gint64       due_at)
{
  return g_object_new (BRIDGE_TYPE_REMINDER,
                       "ritual-id", ritual_id,
                       "start", start,
                       "lead", lead,
                       "due-at", due_at,
                       NULL);
}

/**
 * bridge_reminder_copy:
 * @self: a reminder
 *
 * Returns: (transfer full): another reminder with the same values, id and stamps included
 */
BridgeReminder *
bridge_reminder_copy (BridgeReminder *self)
{
  BridgeReminder *copy = g_object_new (BRIDGE_TYPE_REMINDER, NULL);

  bridge_property_copy_all (G_OBJECT (self), G_OBJECT (copy));
  return copy;
}

/**
 * bridge_reminder_get_id:
 * @self: a reminder
 *
 * Returns: (nullable): the id
 */
const char *
bridge_reminder_get_id (BridgeReminder *self)
{
  g_return_val_if_fail (BRIDGE_IS_REMINDER (self), NULL);

  return self->id;
}

/**
 * bridge_reminder_get_ritual_id:
 * @self: a reminder
 *
 * Returns: the ritual
 */
const char *
bridge_reminder_get_ritual_id (BridgeReminder *self)
{
  g_return_val_if_fail (BRIDGE_IS_REMINDER (self), NULL);

  return self->ritual_id;
}

/**
 * bridge_reminder_get_start:
 * @self: a reminder
 *
 * Returns: the occurrence's original start
 */
BridgeLocal
bridge_reminder_get_start (BridgeReminder *self)
{
  g_return_val_if_fail (BRIDGE_IS_REMINDER (self), 0);

  return self->start;
}

/**
 * bridge_reminder_get_lead:
 * @self: a reminder
 *
 * Returns: minutes before it
 */
int
bridge_reminder_get_lead (BridgeReminder *self)
{
  g_return_val_if_fail (BRIDGE_IS_REMINDER (self), 0);

  return self->lead;
}

/**
 * bridge_reminder_get_state:
 * @self: a reminder
 *
 * Returns: the state
 */
BridgeReminderState
bridge_reminder_get_state (BridgeReminder *self)
{
  g_return_val_if_fail (BRIDGE_IS_REMINDER (self), 0);

  return self->state;
}

/**
 * bridge_reminder_get_due_at:
 * @self: a reminder
 *
 * Returns: UTC ms
 */
gint64
bridge_reminder_get_due_at (BridgeReminder *self)
{
  g_return_val_if_fail (BRIDGE_IS_REMINDER (self), 0);

  return self->due_at;
}

/**
 * bridge_reminder_get_shown_at:
 * @self: a reminder
 *
 * Returns: UTC ms, or 0
 */
gint64
bridge_reminder_get_shown_at (BridgeReminder *self)
{
  g_return_val_if_fail (BRIDGE_IS_REMINDER (self), 0);

  return self->shown_at;
}

/**
 * bridge_reminder_get_snoozed_until:
 * @self: a reminder
 *
 * Returns: UTC ms, or 0
 */
gint64
bridge_reminder_get_snoozed_until (BridgeReminder *self)
{
  g_return_val_if_fail (BRIDGE_IS_REMINDER (self), 0);

  return self->snoozed_until;
}

/**
 * bridge_reminder_get_deferred_until:
 * @self: a reminder
 *
 * Returns: UTC ms: when the quiet hours end that it waits or waited for; 0: none
 */
gint64
bridge_reminder_get_deferred_until (BridgeReminder *self)
{
  g_return_val_if_fail (BRIDGE_IS_REMINDER (self), 0);

  return self->deferred_until;
}

/**
 * bridge_reminder_get_held:
 * @self: a reminder, of the log
 *
 * Returns: whether it was a pause, or the recovery window after it, that it waited for. Nothing of it is in the file
 */
gboolean
bridge_reminder_get_held (BridgeReminder *self)
{
  g_return_val_if_fail (BRIDGE_IS_REMINDER (self), FALSE);

  return self->held;
}

/**
 * bridge_reminder_get_effective:
 * @self: a reminder
 *
 * Returns: UTC ms: when it is to be shown, which is until when it was snoozed or deferred, or when it is due
 */
gint64
bridge_reminder_get_effective (BridgeReminder *self)
{
  g_return_val_if_fail (BRIDGE_IS_REMINDER (self), 0);

  if (self->snoozed_until != 0)
    return self->snoozed_until;
  return self->deferred_until != 0 ? self->deferred_until : self->due_at;
}

/**
 * bridge_reminder_get_reason:
 * @self: a reminder
 *
 * Returns: (nullable): why it was folded or withdrawn
 */
const char *
bridge_reminder_get_reason (BridgeReminder *self)
{
  g_return_val_if_fail (BRIDGE_IS_REMINDER (self), NULL);

  return self->reason;
}

/**
 * bridge_reminder_dup_occurrence_name:
 * @self: a reminder
 *
 * Returns: (transfer full): the name of its occurrence
 */
char *
bridge_reminder_dup_occurrence_name (BridgeReminder *self)
{
  g_return_val_if_fail (BRIDGE_IS_REMINDER (self), NULL);

  return bridge_occurrence_format_name (self->ritual_id, self->start);
}

/**
 * bridge_reminder_transition:
 * @state: the present state
 * @event: what happens
 * @next: (out): the state after it
 * @error: where to say that this cannot be
 *
 * The reminder's state machine. Showing again what is shown is allowed: it replaces itself. What has been answered,
 * folded or withdrawn stays so.
 *
 * Returns: %FALSE with %BRIDGE_ERROR_STATE
 */
gboolean
bridge_reminder_transition (BridgeReminderState    state,
                            BridgeReminderEvent    event,
                            BridgeReminderState   *next,
                            GError               **error)
{
  gboolean open = state == BRIDGE_REMINDER_PENDING || state == BRIDGE_REMINDER_SHOWN || state == BRIDGE_REMINDER_SNOOZED;

  if (open)
    switch (event)
      {
      case BRIDGE_REMINDER_EVENT_SHOW:
        *next = BRIDGE_REMINDER_SHOWN;
        return TRUE;
      case BRIDGE_REMINDER_EVENT_SNOOZE:
        *next = BRIDGE_REMINDER_SNOOZED;
        return TRUE;
      case BRIDGE_REMINDER_EVENT_ANSWER:
        *next = BRIDGE_REMINDER_ANSWERED;
        return TRUE;
      case BRIDGE_REMINDER_EVENT_FOLD:
        *next = BRIDGE_REMINDER_FOLDED;
        return TRUE;
      case BRIDGE_REMINDER_EVENT_WITHDRAW:
        *next = BRIDGE_REMINDER_WITHDRAWN;
        return TRUE;
      }

  g_set_error_literal (error, BRIDGE_ERROR, BRIDGE_ERROR_STATE, _("This reminder is done with already."));
  return FALSE;
}

/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "bridge-promise"

#include "config.h"

#include "bridge-promise.h"

#include <glib/gi18n-lib.h>

#include "bridge-error.h"
#include "bridge-property.h"
#include "bridge-ritual.h"
#include "bridge-words.h"

/* A promise without a time is for the day; its reminders go by the morning. */
#define MORNING (9 * BRIDGE_HOUR)

#define MAX_TEXT 240

struct _BridgePromise
{
  GObject parent_instance;

  char *id;
  char *text;
  char *who;
  BridgePromiseAbout about;
  char *pause_id;
  gint64 due;
  gboolean timed;
  char *remind;
  BridgePromiseState state;
  char *earlier;
  gint64 reminding_since;
  gint64 created_at;
  gint64 updated_at;
  gint64 deleted_at;
};

G_DEFINE_FINAL_TYPE (BridgePromise, bridge_promise, G_TYPE_OBJECT)

typedef enum {
  PROP_ID = 1,
  PROP_TEXT,
  PROP_WHO,
  PROP_ABOUT,
  PROP_PAUSE_ID,
  PROP_DUE,
  PROP_TIMED,
  PROP_REMIND,
  PROP_STATE,
  PROP_EARLIER,
  PROP_REMINDING_SINCE,
  PROP_CREATED_AT,
  PROP_UPDATED_AT,
  PROP_DELETED_AT,
} BridgePromiseProperty;

#define N_PROPERTIES (PROP_DELETED_AT + 1)

static GParamSpec *properties[N_PROPERTIES];

static void
bridge_promise_get_property (GObject    *object,
                             guint       property_id,
                             GValue     *value,
                             GParamSpec *pspec)
{
  BridgePromise *self = BRIDGE_PROMISE (object);

  switch ((BridgePromiseProperty) property_id)
    {
    case PROP_ID:
      g_value_set_string (value, self->id);
      break;
    case PROP_TEXT:
      g_value_set_string (value, self->text);
      break;
    case PROP_WHO:
      g_value_set_string (value, self->who);
      break;
    case PROP_ABOUT:
      g_value_set_enum (value, self->about);
      break;
    case PROP_PAUSE_ID:
      g_value_set_string (value, self->pause_id);
      break;
    case PROP_DUE:
      g_value_set_int64 (value, self->due);
      break;
    case PROP_TIMED:
      g_value_set_boolean (value, self->timed);
      break;
    case PROP_REMIND:
      g_value_set_string (value, self->remind);
      break;
    case PROP_STATE:
      g_value_set_enum (value, self->state);
      break;
    case PROP_EARLIER:
      g_value_set_string (value, self->earlier);
      break;
    case PROP_REMINDING_SINCE:
      g_value_set_int64 (value, self->reminding_since);
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
bridge_promise_set_property (GObject      *object,
                             guint         property_id,
                             const GValue *value,
                             GParamSpec   *pspec)
{
  BridgePromise *self = BRIDGE_PROMISE (object);
  gboolean changed = FALSE;

  switch ((BridgePromiseProperty) property_id)
    {
    case PROP_ID:
      changed = bridge_property_set_string (&self->id, value, TRUE);
      break;
    case PROP_TEXT:
      changed = bridge_property_set_string (&self->text, value, FALSE);
      break;
    case PROP_WHO:
      changed = bridge_property_set_string (&self->who, value, TRUE);
      break;
    case PROP_ABOUT:
      changed = bridge_property_set_enum ((int *) &self->about, value);
      break;
    case PROP_PAUSE_ID:
      changed = bridge_property_set_string (&self->pause_id, value, TRUE);
      break;
    case PROP_DUE:
      changed = bridge_property_set_int64 (&self->due, value);
      break;
    case PROP_TIMED:
      changed = bridge_property_set_boolean (&self->timed, value);
      break;
    case PROP_REMIND:
      changed = bridge_property_set_string (&self->remind, value, FALSE);
      break;
    case PROP_STATE:
      changed = bridge_property_set_enum ((int *) &self->state, value);
      break;
    case PROP_EARLIER:
      changed = bridge_property_set_string (&self->earlier, value, FALSE);
      break;
    case PROP_REMINDING_SINCE:
      changed = bridge_property_set_int64 (&self->reminding_since, value);
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
bridge_promise_finalize (GObject *object)
{
  BridgePromise *self = BRIDGE_PROMISE (object);

  g_free (self->id);
  g_free (self->text);
  g_free (self->who);
  g_free (self->pause_id);
  g_free (self->remind);
  g_free (self->earlier);

  G_OBJECT_CLASS (bridge_promise_parent_class)->finalize (object);
}

static void
bridge_promise_class_init (BridgePromiseClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->get_property = bridge_promise_get_property;
  object_class->set_property = bridge_promise_set_property;
  object_class->finalize = bridge_promise_finalize;

  properties[PROP_ID] =
    g_param_spec_string ("id", NULL, NULL, NULL, flags);
  properties[PROP_TEXT] =
    g_param_spec_string ("text", NULL, NULL, "", flags);
  properties[PROP_WHO] =
    g_param_spec_string ("who", NULL, NULL, NULL, flags);
  properties[PROP_ABOUT] =
    g_param_spec_enum ("about", NULL, NULL, BRIDGE_TYPE_PROMISE_ABOUT, BRIDGE_PROMISE_FREE, flags);
  properties[PROP_PAUSE_ID] =
    g_param_spec_string ("pause-id", NULL, NULL, NULL, flags);
  properties[PROP_DUE] =
    g_param_spec_int64 ("due", NULL, NULL, G_MININT64, G_MAXINT64, BRIDGE_LOCAL_NONE, flags);
  properties[PROP_TIMED] =
    g_param_spec_boolean ("timed", NULL, NULL, FALSE, flags);
  properties[PROP_REMIND] =
    g_param_spec_string ("remind", NULL, NULL, "0", flags);
  properties[PROP_STATE] =
    g_param_spec_enum ("state", NULL, NULL, BRIDGE_TYPE_PROMISE_STATE, BRIDGE_PROMISE_OPEN, flags);
  properties[PROP_EARLIER] =
    g_param_spec_string ("earlier", NULL, NULL, "", flags);
  properties[PROP_REMINDING_SINCE] =
    g_param_spec_int64 ("reminding-since", NULL, NULL, G_MININT64, G_MAXINT64, 0, flags);
  properties[PROP_CREATED_AT] =
    g_param_spec_int64 ("created-at", NULL, NULL, G_MININT64, G_MAXINT64, 0, flags);
  properties[PROP_UPDATED_AT] =
    g_param_spec_int64 ("updated-at", NULL, NULL, G_MININT64, G_MAXINT64, 0, flags);
  properties[PROP_DELETED_AT] =
    g_param_spec_int64 ("deleted-at", NULL, NULL, G_MININT64, G_MAXINT64, 0, flags);

  g_object_class_install_properties (object_class, N_PROPERTIES, properties);
}

static void
bridge_promise_init (BridgePromise *self)
{
  self->text = g_strdup ("");
  self->due = BRIDGE_LOCAL_NONE;
  self->remind = g_strdup ("0");
  self->earlier = g_strdup ("");
}

/**
 * bridge_promise_new:
 * @text: what is promised
 * @who: (nullable): whose promise it is; %NULL: of both, or of the only one
 * @due: local; midnight unless @timed
 * @timed: it has a time, not only a date
 *
 * Returns: (transfer full): an open promise without an id yet, with a reminder at its time
 */
BridgePromise *
bridge_promise_new (const char  *text,
                    const char  *who,
                    BridgeLocal  due,
                    gboolean     timed)
{
  return g_object_new (BRIDGE_TYPE_PROMISE, "text", text, "who", who, "due", due, "timed", timed, NULL);
}

/**
 * bridge_promise_copy:
 * @self: a promise
 *
 * Returns: (transfer full): another object with the same values, id and stamps included
 */
BridgePromise *
bridge_promise_copy (BridgePromise *self)
{
  BridgePromise *copy = g_object_new (BRIDGE_TYPE_PROMISE, NULL);

  bridge_property_copy_all (G_OBJECT (self), G_OBJECT (copy));
  return copy;
}

/**
 * bridge_promise_get_id:
 * @self: a promise
 *
 * Returns: (nullable): the id
 */
const char *
bridge_promise_get_id (BridgePromise *self)
{
  g_return_val_if_fail (BRIDGE_IS_PROMISE (self), NULL);

  return self->id;
}

/**
 * bridge_promise_get_text:
 * @self: a promise
 *
 * Returns: what is promised
 */
const char *
bridge_promise_get_text (BridgePromise *self)
{
  g_return_val_if_fail (BRIDGE_IS_PROMISE (self), "");

  return self->text;
}

/**
 * bridge_promise_get_who:
 * @self: a promise
 *
 * Returns: (nullable): whose promise it is; %NULL: of both, or of the only one
 */
const char *
bridge_promise_get_who (BridgePromise *self)
{
  g_return_val_if_fail (BRIDGE_IS_PROMISE (self), NULL);

  return self->who;
}

/**
 * bridge_promise_get_about:
 * @self: a promise
 *
 * Returns: what it is about
 */
BridgePromiseAbout
bridge_promise_get_about (BridgePromise *self)
{
  g_return_val_if_fail (BRIDGE_IS_PROMISE (self), BRIDGE_PROMISE_FREE);

  return self->about;
}

/**
 * bridge_promise_get_pause_id:
 * @self: a promise
 *
 * Returns: (nullable): the pause after which they come back to the topic
 */
const char *
bridge_promise_get_pause_id (BridgePromise *self)
{
  g_return_val_if_fail (BRIDGE_IS_PROMISE (self), NULL);

  return self->pause_id;
}

/**
 * bridge_promise_get_due:
 * @self: a promise
 *
 * Returns: local; midnight of the day unless it has a time
 */
BridgeLocal
bridge_promise_get_due (BridgePromise *self)
{
  g_return_val_if_fail (BRIDGE_IS_PROMISE (self), BRIDGE_LOCAL_NONE);

  return self->due;
}

/**
 * bridge_promise_get_timed:
 * @self: a promise
 *
 * Returns: whether it has a time, not only a date
 */
gboolean
bridge_promise_get_timed (BridgePromise *self)
{
  g_return_val_if_fail (BRIDGE_IS_PROMISE (self), FALSE);

  return self->timed;
}

/**
 * bridge_promise_get_remind:
 * @self: a promise
 *
 * Returns: lead times in minutes, "1440,0"; "" none
 */
const char *
bridge_promise_get_remind (BridgePromise *self)
{
  g_return_val_if_fail (BRIDGE_IS_PROMISE (self), "");

  return self->remind;
}

/**
 * bridge_promise_get_state:
 * @self: a promise
 *
 * Returns: open, kept or let go
 */
BridgePromiseState
bridge_promise_get_state (BridgePromise *self)
{
  g_return_val_if_fail (BRIDGE_IS_PROMISE (self), BRIDGE_PROMISE_OPEN);

  return self->state;
}

/**
 * bridge_promise_get_earlier:
 * @self: a promise
 *
 * Returns: the dates it had before, "2026-11-24,2026-11-26T19:00"; "" none
 */
const char *
bridge_promise_get_earlier (BridgePromise *self)
{
  g_return_val_if_fail (BRIDGE_IS_PROMISE (self), "");

  return self->earlier;
}

/**
 * bridge_promise_get_reminding_since:
 * @self: a promise
 *
 * Returns: UTC ms: nothing that was due before is reminded of
 */
gint64
bridge_promise_get_reminding_since (BridgePromise *self)
{
  g_return_val_if_fail (BRIDGE_IS_PROMISE (self), 0);

  return self->reminding_since;
}

/**
 * bridge_promise_get_moment:
 * @self: a promise
 *
 * Returns: the moment that its reminders go by, local: its time, or nine in the morning of its day
 */
BridgeLocal
bridge_promise_get_moment (BridgePromise *self)
{
  g_return_val_if_fail (BRIDGE_IS_PROMISE (self), BRIDGE_LOCAL_NONE);

  return self->timed || self->due == BRIDGE_LOCAL_NONE ? self->due : self->due + MORNING;
}

/**
 * bridge_promise_validate:
 * @self: a promise
 * @error: where to say what is wrong; the message names the field
 *
 * Checks every field.
 *
 * Returns: %FALSE with %BRIDGE_ERROR_INVALID_VALUE or %BRIDGE_ERROR_INVALID_DATE
 */
gboolean
bridge_promise_validate (BridgePromise  *self,
                         GError        **error)
{
  g_return_val_if_fail (BRIDGE_IS_PROMISE (self), FALSE);

  if (!bridge_text_check (_("The promise"), self->text, 1, MAX_TEXT, error) ||
      !bridge_remind_parse (self->remind, NULL, error))
    return FALSE;

  if (strchr (self->remind, '-') != NULL)
    {
      g_set_error_literal (error, BRIDGE_ERROR, BRIDGE_ERROR_INVALID_VALUE,
                           _("A promise is reminded of before its time or at it, not after it."));
      return FALSE;
    }
  if (self->due == BRIDGE_LOCAL_NONE || (!self->timed && bridge_local_day_start (self->due) != self->due))
    {
      g_set_error_literal (error, BRIDGE_ERROR, BRIDGE_ERROR_INVALID_DATE, _("Choose a date for the promise."));
      return FALSE;
    }
  if (self->pause_id != NULL && self->about != BRIDGE_PROMISE_TOPIC)
    {
      g_set_error_literal (error, BRIDGE_ERROR, BRIDGE_ERROR_INVALID_VALUE,
                           _("Only a promise to come back to a topic belongs to a pause."));
      return FALSE;
    }
  return TRUE;
}

/* Whether @after has a reminder that @before has not. */
static gboolean
reminds_more (BridgePromise *before,
              BridgePromise *after)
{
  guint n_before, n_after;
  g_autofree int *leads_before = bridge_remind_dup_minutes (before->remind, &n_before);
  g_autofree int *leads_after = bridge_remind_dup_minutes (after->remind, &n_after);

  for (guint i = 0; i < n_after; i++)
    {
      gboolean known = FALSE;

      for (guint k = 0; k < n_before; k++)
        known = known || leads_before[k] == leads_after[i];
      if (!known)
        return TRUE;
    }
  return FALSE;
}

/**
 * bridge_promise_asks_more:
 * @before: (nullable): a promise as it is; %NULL: a new one
 * @after: as it would be
 *
 * What is for both needs a yes of both: that it is for both at all, its words and its date, that it goes on, and reminders that
 * were not there. Fewer reminders, and that it is for one of them alone, do not.
 *
 * Returns: whether @after asks something of both that @before does not
 */
gboolean
bridge_promise_asks_more (BridgePromise *before,
                          BridgePromise *after)
{
  g_return_val_if_fail (before == NULL || BRIDGE_IS_PROMISE (before), FALSE);
  g_return_val_if_fail (BRIDGE_IS_PROMISE (after), FALSE);

  if (after->who != NULL)
    return FALSE;
  return before == NULL || before->who != NULL || !g_str_equal (before->text, after->text) || before->due != after->due ||
         before->timed != after->timed || before->about != after->about ||
         (before->state != after->state && after->state == BRIDGE_PROMISE_OPEN) || reminds_more (before, after);
}

/**
 * bridge_promise_check_due:
 * @due: local
 * @now: the present, local
 * @error: where to say what is wrong
 *
 * A promise is about what is to come: today counts, whatever time it is.
 *
 * Returns: %FALSE with %BRIDGE_ERROR_INVALID_DATE
 */
gboolean
bridge_promise_check_due (BridgeLocal   due,
                          BridgeLocal   now,
                          GError      **error)
{
  if (due != BRIDGE_LOCAL_NONE && bridge_local_day_start (due) >= bridge_local_day_start (now))
    return TRUE;

  g_set_error_literal (error, BRIDGE_ERROR, BRIDGE_ERROR_INVALID_DATE, _("Choose today or a day to come."));
  return FALSE;
}

/**
 * bridge_promise_transition:
 * @state: the present state
 * @event: what happens
 * @next: (out): the state after it
 * @error: where to say that this cannot be
 *
 * The promise's state machine. Re-agreeing leaves it open, with another date: it is as honourable as keeping.
 *
 * Returns: %FALSE with %BRIDGE_ERROR_STATE
 */
gboolean
bridge_promise_transition (BridgePromiseState    state,
                           BridgePromiseEvent    event,
                           BridgePromiseState   *next,
                           GError              **error)
{
  switch (event)
    {
    case BRIDGE_PROMISE_KEEP:
      if (state == BRIDGE_PROMISE_OPEN)
        {
          *next = BRIDGE_PROMISE_KEPT;
          return TRUE;
        }
      break;
    case BRIDGE_PROMISE_RE_AGREE:
      if (state == BRIDGE_PROMISE_OPEN)
        {
          *next = BRIDGE_PROMISE_OPEN;
          return TRUE;
        }
      break;
    case BRIDGE_PROMISE_RELEASE:
      if (state == BRIDGE_PROMISE_OPEN)
        {
          *next = BRIDGE_PROMISE_LET_GO;
          return TRUE;
        }
      break;
    case BRIDGE_PROMISE_BRING_BACK:
      if (state != BRIDGE_PROMISE_OPEN)
        {
          *next = BRIDGE_PROMISE_OPEN;
          return TRUE;
        }
      break;
    }

  g_set_error (error, BRIDGE_ERROR, BRIDGE_ERROR_STATE,
               /* Translators: %s is a state, "Open", "Kept" or "Let go" */
               _("That is not possible while the promise is in the state “%s”."), bridge_promise_state_get_label (state));
  return FALSE;
}

static char *
format_due (BridgeLocal due,
            gboolean    timed)
{
  return timed ? bridge_local_format (due) : bridge_local_format_date (due);
}

/**
 * bridge_promise_format_due:
 * @self: a promise
 *
 * Returns: (transfer full): "2026-11-24", or "2026-11-24T19:00" where it has a time
 */
char *
bridge_promise_format_due (BridgePromise *self)
{
  g_return_val_if_fail (BRIDGE_IS_PROMISE (self), NULL);

  return format_due (self->due, self->timed);
}

/**
 * bridge_promise_dup_when:
 * @self: a promise
 * @now: the present, local
 *
 * Returns: (transfer full): what it is for as people say it, in the middle of a sentence: "today", "Tuesday at 19:00"
 */
char *
bridge_promise_dup_when (BridgePromise *self,
                         BridgeLocal    now)
{
  g_return_val_if_fail (BRIDGE_IS_PROMISE (self), NULL);

  return self->timed ? bridge_words_when (self->due, now) : bridge_words_day (self->due, now);
}

/**
 * bridge_promise_re_agree:
 * @self: an open promise, which is changed
 * @due: the other date, local; midnight unless @timed
 * @timed: it has a time, not only a date
 * @now: the present, local
 * @now_ms: the present, UTC ms
 * @error: where to say what is wrong
 *
 * Gives a promise another date. The one it had is kept, quietly; reminders count from now on.
 *
 * Returns: %FALSE with %BRIDGE_ERROR_STATE or %BRIDGE_ERROR_INVALID_DATE; then nothing is changed
 */
gboolean
bridge_promise_re_agree (BridgePromise  *self,
                         BridgeLocal     due,
                         gboolean        timed,
                         BridgeLocal     now,
                         gint64          now_ms,
                         GError        **error)
{
  g_autofree char *before = NULL;
  g_autofree char *earlier = NULL;
  BridgePromiseState next;

  g_return_val_if_fail (BRIDGE_IS_PROMISE (self), FALSE);

  if (!bridge_promise_transition (self->state, BRIDGE_PROMISE_RE_AGREE, &next, error) ||
      !bridge_promise_check_due (due, now, error))
    return FALSE;
  if (due == self->due && timed == self->timed)
    {
      g_set_error_literal (error, BRIDGE_ERROR, BRIDGE_ERROR_INVALID_DATE,
                           _("That is the date it has already. Choose another one."));
      return FALSE;
    }

  before = format_due (self->due, self->timed);
  earlier = *self->earlier != '\0' ? g_strconcat (self->earlier, ",", before, NULL) : g_strdup (before);
  g_object_set (self,
                "state", next,
                "due", due,
                "timed", timed,
                "earlier", earlier,
                "reminding-since", now_ms,
                NULL);
  return TRUE;
}

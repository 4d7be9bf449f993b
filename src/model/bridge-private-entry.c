/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "bridge-private-entry"

#include "config.h"

#include "bridge-private-entry-private.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "bridge-enums.h"
#include "bridge-error.h"
#include "bridge-property.h"
#include "bridge-words.h"

G_DEFINE_FINAL_TYPE (BridgePrivateEntry, bridge_private_entry, G_TYPE_OBJECT)

typedef enum {
  PROP_ID = 1,
  PROP_KIND,
  PROP_TITLE,
  PROP_TEXT,
  PROP_DATE,
  PROP_BEHAVIOUR,
  PROP_CIRCUMSTANCE,
  PROP_TOPIC,
  PROP_REACTION,
  PROP_TEMPERATURE,
  PROP_COURSE,
  PROP_SAFETY,
  PROP_SCALES,
  PROP_DRAFT,
  PROP_DRAFT_OF,
  PROP_VERSION,
  PROP_CREATED_AT,
  PROP_UPDATED_AT,
} BridgePrivateEntryProperty;

#define N_PROPERTIES (PROP_UPDATED_AT + 1)

static GParamSpec *properties[N_PROPERTIES];

/**
 * bridge_private_kind_get_type:
 *
 * Returns: the type of what an entry can be
 */
GType
bridge_private_kind_get_type (void)
{
  static gsize type = 0;

  if (g_once_init_enter (&type))
    {
      static const GEnumValue values[] = {
        { BRIDGE_PRIVATE_JOURNAL, "BRIDGE_PRIVATE_JOURNAL", "journal" },
        { BRIDGE_PRIVATE_OBSERVATION, "BRIDGE_PRIVATE_OBSERVATION", "observation" },
        { BRIDGE_PRIVATE_SAFETY, "BRIDGE_PRIVATE_SAFETY", "safety" },
        { BRIDGE_PRIVATE_CHECK_IN, "BRIDGE_PRIVATE_CHECK_IN", "check-in" },
        { 0, NULL, NULL },
      };

      g_once_init_leave (&type, g_enum_register_static ("BridgePrivateKind", values));
    }
  return type;
}

/**
 * bridge_course_get_type:
 *
 * Returns: the type of whether something seems to pass
 */
GType
bridge_course_get_type (void)
{
  static gsize type = 0;

  if (g_once_init_enter (&type))
    {
      static const GEnumValue values[] = {
        { BRIDGE_COURSE_UNSURE, "BRIDGE_COURSE_UNSURE", "unsure" },
        { BRIDGE_COURSE_PASSING, "BRIDGE_COURSE_PASSING", "passing" },
        { BRIDGE_COURSE_LASTING, "BRIDGE_COURSE_LASTING", "lasting" },
        { 0, NULL, NULL },
      };

      g_once_init_leave (&type, g_enum_register_static ("BridgeCourse", values));
    }
  return type;
}

/**
 * bridge_private_entry_wipe_text:
 * @text: (inout) (nullable): a text
 *
 * Overwrites it and frees it: memory that is given back keeps what stood in it until somebody else writes there.
 */
void
bridge_private_entry_wipe_text (char **text)
{
  if (*text != NULL)
    explicit_bzero (*text, strlen (*text));
  g_clear_pointer (text, g_free);
}

static gboolean
set_secret (char        **field,
            const GValue *value,
            gboolean      nullable)
{
  const char *text = g_value_get_string (value);

  if (text == NULL && !nullable)
    text = "";
  if (g_strcmp0 (*field, text) == 0)
    return FALSE;
  bridge_private_entry_wipe_text (field);
  *field = g_strdup (text);
  return TRUE;
}

static void
bridge_private_entry_get_property (GObject    *object,
                                   guint       prop_id,
                                   GValue     *value,
                                   GParamSpec *pspec)
{
  BridgePrivateEntry *self = BRIDGE_PRIVATE_ENTRY (object);

  switch ((BridgePrivateEntryProperty) prop_id)
    {
    case PROP_ID:
      g_value_set_string (value, self->id);
      break;
    case PROP_KIND:
      g_value_set_enum (value, self->kind);
      break;
    case PROP_TITLE:
      g_value_set_string (value, self->title);
      break;
    case PROP_TEXT:
      g_value_set_string (value, self->text);
      break;
    case PROP_DATE:
      g_value_set_int64 (value, self->date);
      break;
    case PROP_BEHAVIOUR:
      g_value_set_string (value, self->behaviour);
      break;
    case PROP_CIRCUMSTANCE:
      g_value_set_string (value, self->circumstance);
      break;
    case PROP_TOPIC:
      g_value_set_string (value, self->topic);
      break;
    case PROP_REACTION:
      g_value_set_string (value, self->reaction);
      break;
    case PROP_TEMPERATURE:
      g_value_set_int (value, self->temperature);
      break;
    case PROP_COURSE:
      g_value_set_enum (value, self->course);
      break;
    case PROP_SAFETY:
      g_value_set_int (value, self->safety);
      break;
    case PROP_SCALES:
      g_value_set_string (value, self->scales);
      break;
    case PROP_DRAFT:
      g_value_set_boolean (value, self->draft);
      break;
    case PROP_DRAFT_OF:
      g_value_set_string (value, self->draft_of);
      break;
    case PROP_VERSION:
      g_value_set_int64 (value, self->version);
      break;
    case PROP_CREATED_AT:
      g_value_set_int64 (value, self->created_at);
      break;
    case PROP_UPDATED_AT:
      g_value_set_int64 (value, self->updated_at);
      break;
    }
}

static void
bridge_private_entry_set_property (GObject      *object,
                                   guint         prop_id,
                                   const GValue *value,
                                   GParamSpec   *pspec)
{
  BridgePrivateEntry *self = BRIDGE_PRIVATE_ENTRY (object);
  gboolean changed = FALSE;

  switch ((BridgePrivateEntryProperty) prop_id)
    {
    case PROP_ID:
      changed = set_secret (&self->id, value, TRUE);
      break;
    case PROP_KIND:
      changed = bridge_property_set_enum ((int *) &self->kind, value);
      break;
    case PROP_TITLE:
      changed = set_secret (&self->title, value, FALSE);
      break;
    case PROP_TEXT:
      changed = set_secret (&self->text, value, FALSE);
      break;
    case PROP_DATE:
      changed = bridge_property_set_int64 (&self->date, value);
      break;
    case PROP_BEHAVIOUR:
      changed = set_secret (&self->behaviour, value, FALSE);
      break;
    case PROP_CIRCUMSTANCE:
      changed = set_secret (&self->circumstance, value, FALSE);
      break;
    case PROP_TOPIC:
      changed = set_secret (&self->topic, value, FALSE);
      break;
    case PROP_REACTION:
      changed = set_secret (&self->reaction, value, FALSE);
      break;
    case PROP_TEMPERATURE:
      changed = bridge_property_set_int (&self->temperature, value);
      break;
    case PROP_COURSE:
      changed = bridge_property_set_enum ((int *) &self->course, value);
      break;
    case PROP_SAFETY:
      changed = bridge_property_set_int (&self->safety, value);
      break;
    case PROP_SCALES:
      changed = set_secret (&self->scales, value, FALSE);
      break;
    case PROP_DRAFT:
      changed = bridge_property_set_boolean (&self->draft, value);
      break;
    case PROP_DRAFT_OF:
      changed = set_secret (&self->draft_of, value, TRUE);
      break;
    case PROP_VERSION:
      changed = bridge_property_set_int64 (&self->version, value);
      break;
    case PROP_CREATED_AT:
      changed = bridge_property_set_int64 (&self->created_at, value);
      break;
    case PROP_UPDATED_AT:
      changed = bridge_property_set_int64 (&self->updated_at, value);
      break;
    }

  if (changed)
    g_object_notify_by_pspec (object, pspec);
}

static void
bridge_private_entry_finalize (GObject *object)
{
  BridgePrivateEntry *self = BRIDGE_PRIVATE_ENTRY (object);

  bridge_private_entry_wipe_text (&self->id);
  bridge_private_entry_wipe_text (&self->title);
  bridge_private_entry_wipe_text (&self->text);
  bridge_private_entry_wipe_text (&self->behaviour);
  bridge_private_entry_wipe_text (&self->circumstance);
  bridge_private_entry_wipe_text (&self->topic);
  bridge_private_entry_wipe_text (&self->reaction);
  bridge_private_entry_wipe_text (&self->scales);
  bridge_private_entry_wipe_text (&self->draft_of);

  G_OBJECT_CLASS (bridge_private_entry_parent_class)->finalize (object);
}

static void
bridge_private_entry_class_init (BridgePrivateEntryClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->get_property = bridge_private_entry_get_property;
  object_class->set_property = bridge_private_entry_set_property;
  object_class->finalize = bridge_private_entry_finalize;

  properties[PROP_ID] =
    g_param_spec_string ("id", NULL, NULL, NULL, flags);
  properties[PROP_KIND] =
    g_param_spec_enum ("kind", NULL, NULL, BRIDGE_TYPE_PRIVATE_KIND, BRIDGE_PRIVATE_JOURNAL, flags);
  properties[PROP_TITLE] =
    g_param_spec_string ("title", NULL, NULL, "", flags);
  properties[PROP_TEXT] =
    g_param_spec_string ("text", NULL, NULL, "", flags);
  properties[PROP_DATE] =
    g_param_spec_int64 ("date", NULL, NULL, G_MININT64, G_MAXINT64, BRIDGE_LOCAL_NONE, flags);
  properties[PROP_BEHAVIOUR] =
    g_param_spec_string ("behaviour", NULL, NULL, "", flags);
  properties[PROP_CIRCUMSTANCE] =
    g_param_spec_string ("circumstance", NULL, NULL, "", flags);
  properties[PROP_TOPIC] =
    g_param_spec_string ("topic", NULL, NULL, "", flags);
  properties[PROP_REACTION] =
    g_param_spec_string ("reaction", NULL, NULL, "", flags);
  properties[PROP_TEMPERATURE] =
    g_param_spec_int ("temperature", NULL, NULL, 0, 5, 0, flags);
  properties[PROP_COURSE] =
    g_param_spec_enum ("course", NULL, NULL, BRIDGE_TYPE_COURSE, BRIDGE_COURSE_UNSURE, flags);
  properties[PROP_SAFETY] =
    g_param_spec_int ("safety", NULL, NULL, 0, 5, 0, flags);
  properties[PROP_SCALES] =
    g_param_spec_string ("scales", NULL, NULL, "", flags);
  properties[PROP_DRAFT] =
    g_param_spec_boolean ("draft", NULL, NULL, FALSE, flags);
  properties[PROP_DRAFT_OF] =
    g_param_spec_string ("draft-of", NULL, NULL, NULL, flags);
  properties[PROP_VERSION] =
    g_param_spec_int64 ("version", NULL, NULL, G_MININT64, G_MAXINT64, 0, flags);
  properties[PROP_CREATED_AT] =
    g_param_spec_int64 ("created-at", NULL, NULL, G_MININT64, G_MAXINT64, 0, flags);
  properties[PROP_UPDATED_AT] =
    g_param_spec_int64 ("updated-at", NULL, NULL, G_MININT64, G_MAXINT64, 0, flags);

  g_object_class_install_properties (object_class, N_PROPERTIES, properties);
}

static void
bridge_private_entry_init (BridgePrivateEntry *self)
{
  self->date = BRIDGE_LOCAL_NONE;
  self->title = g_strdup ("");
  self->text = g_strdup ("");
  self->behaviour = g_strdup ("");
  self->circumstance = g_strdup ("");
  self->topic = g_strdup ("");
  self->reaction = g_strdup ("");
  self->scales = g_strdup ("");
}

/**
 * bridge_private_entry_new:
 * @kind: what it is
 * @date: local midnight of the day it is about
 *
 * Returns: (transfer full): an entry without words and id
 */
BridgePrivateEntry *
bridge_private_entry_new (BridgePrivateKind kind,
                          BridgeLocal       date)
{
  return g_object_new (BRIDGE_TYPE_PRIVATE_ENTRY, "kind", kind, "date", date, NULL);
}

/**
 * bridge_private_entry_copy:
 * @self: an entry
 *
 * Returns: (transfer full): another object with the same values
 */
BridgePrivateEntry *
bridge_private_entry_copy (BridgePrivateEntry *self)
{
  BridgePrivateEntry *copy = g_object_new (BRIDGE_TYPE_PRIVATE_ENTRY, NULL);

  bridge_property_copy_all (G_OBJECT (self), G_OBJECT (copy));
  return copy;
}

/**
 * bridge_private_entry_get_id:
 * @self: an entry
 *
 * Returns: (nullable): the id of its row
 */
const char *
bridge_private_entry_get_id (BridgePrivateEntry *self)
{
  g_return_val_if_fail (BRIDGE_IS_PRIVATE_ENTRY (self), NULL);

  return self->id;
}

/**
 * bridge_private_entry_get_kind:
 * @self: an entry
 *
 * Returns: what it is
 */
BridgePrivateKind
bridge_private_entry_get_kind (BridgePrivateEntry *self)
{
  g_return_val_if_fail (BRIDGE_IS_PRIVATE_ENTRY (self), BRIDGE_PRIVATE_JOURNAL);

  return self->kind;
}

/**
 * bridge_private_entry_get_title:
 * @self: an entry
 *
 * Returns: a title, or an empty text
 */
const char *
bridge_private_entry_get_title (BridgePrivateEntry *self)
{
  g_return_val_if_fail (BRIDGE_IS_PRIVATE_ENTRY (self), NULL);

  return self->title;
}

/**
 * bridge_private_entry_get_text:
 * @self: an entry
 *
 * Returns: what is written, or the note
 */
const char *
bridge_private_entry_get_text (BridgePrivateEntry *self)
{
  g_return_val_if_fail (BRIDGE_IS_PRIVATE_ENTRY (self), NULL);

  return self->text;
}

/**
 * bridge_private_entry_get_date:
 * @self: an entry
 *
 * Returns: local midnight of the day it is about
 */
BridgeLocal
bridge_private_entry_get_date (BridgePrivateEntry *self)
{
  g_return_val_if_fail (BRIDGE_IS_PRIVATE_ENTRY (self), BRIDGE_LOCAL_NONE);

  return self->date;
}

/**
 * bridge_private_entry_get_behaviour:
 * @self: an entry
 *
 * Returns: what could be seen or heard
 */
const char *
bridge_private_entry_get_behaviour (BridgePrivateEntry *self)
{
  g_return_val_if_fail (BRIDGE_IS_PRIVATE_ENTRY (self), NULL);

  return self->behaviour;
}

/**
 * bridge_private_entry_get_circumstance:
 * @self: an entry
 *
 * Returns: what was going on
 */
const char *
bridge_private_entry_get_circumstance (BridgePrivateEntry *self)
{
  g_return_val_if_fail (BRIDGE_IS_PRIVATE_ENTRY (self), NULL);

  return self->circumstance;
}

/**
 * bridge_private_entry_get_topic:
 * @self: an entry
 *
 * Returns: what it was about
 */
const char *
bridge_private_entry_get_topic (BridgePrivateEntry *self)
{
  g_return_val_if_fail (BRIDGE_IS_PRIVATE_ENTRY (self), NULL);

  return self->topic;
}

/**
 * bridge_private_entry_get_reaction:
 * @self: an entry
 *
 * Returns: one's own reaction
 */
const char *
bridge_private_entry_get_reaction (BridgePrivateEntry *self)
{
  g_return_val_if_fail (BRIDGE_IS_PRIVATE_ENTRY (self), NULL);

  return self->reaction;
}

/**
 * bridge_private_entry_get_temperature:
 * @self: an entry
 *
 * Returns: how heated it was before, 1–5; 0: not said
 */
int
bridge_private_entry_get_temperature (BridgePrivateEntry *self)
{
  g_return_val_if_fail (BRIDGE_IS_PRIVATE_ENTRY (self), 0);

  return self->temperature;
}

/**
 * bridge_private_entry_get_course:
 * @self: an entry
 *
 * Returns: whether it seems to pass
 */
BridgeCourse
bridge_private_entry_get_course (BridgePrivateEntry *self)
{
  g_return_val_if_fail (BRIDGE_IS_PRIVATE_ENTRY (self), BRIDGE_COURSE_UNSURE);

  return self->course;
}

/**
 * bridge_private_entry_get_safety:
 * @self: an entry
 *
 * Returns: how safe it felt, 1–5; 0: not said
 */
int
bridge_private_entry_get_safety (BridgePrivateEntry *self)
{
  g_return_val_if_fail (BRIDGE_IS_PRIVATE_ENTRY (self), 0);

  return self->safety;
}

/**
 * bridge_private_entry_get_draft:
 * @self: an entry
 *
 * Returns: whether it was not saved yet
 */
gboolean
bridge_private_entry_get_draft (BridgePrivateEntry *self)
{
  g_return_val_if_fail (BRIDGE_IS_PRIVATE_ENTRY (self), FALSE);

  return self->draft;
}

/**
 * bridge_private_entry_get_draft_of:
 * @self: an entry
 *
 * Returns: (nullable): the entry that it will change
 */
const char *
bridge_private_entry_get_draft_of (BridgePrivateEntry *self)
{
  g_return_val_if_fail (BRIDGE_IS_PRIVATE_ENTRY (self), NULL);

  return self->draft_of;
}

/**
 * bridge_private_entry_get_version:
 * @self: an entry
 *
 * Returns: the version of its row
 */
gint64
bridge_private_entry_get_version (BridgePrivateEntry *self)
{
  g_return_val_if_fail (BRIDGE_IS_PRIVATE_ENTRY (self), 0);

  return self->version;
}

/**
 * bridge_private_entry_get_created_at:
 * @self: an entry
 *
 * Returns: UTC ms
 */
gint64
bridge_private_entry_get_created_at (BridgePrivateEntry *self)
{
  g_return_val_if_fail (BRIDGE_IS_PRIVATE_ENTRY (self), 0);

  return self->created_at;
}

/**
 * bridge_private_entry_get_updated_at:
 * @self: an entry
 *
 * Returns: UTC ms
 */
gint64
bridge_private_entry_get_updated_at (BridgePrivateEntry *self)
{
  g_return_val_if_fail (BRIDGE_IS_PRIVATE_ENTRY (self), 0);

  return self->updated_at;
}

static gboolean
check_scale (const char  *field,
             int          value,
             GError     **error)
{
  if (value >= 0 && value <= 5)
    return TRUE;
  /* Translators: %s is the name of a field */
  g_set_error (error, BRIDGE_ERROR, BRIDGE_ERROR_INVALID_VALUE, _("“%s” is one of five words."), field);
  return FALSE;
}

/**
 * bridge_private_entry_validate:
 * @self: an entry
 * @error: where to say what is wrong
 *
 * Checks every field. A draft may be unfinished.
 *
 * Returns: %FALSE with %BRIDGE_ERROR_INVALID_VALUE or %BRIDGE_ERROR_INVALID_DATE
 */
gboolean
bridge_private_entry_validate (BridgePrivateEntry  *self,
                               GError             **error)
{
  gboolean journal, observation, safety;

  g_return_val_if_fail (BRIDGE_IS_PRIVATE_ENTRY (self), FALSE);

  journal = !self->draft && self->kind == BRIDGE_PRIVATE_JOURNAL;
  observation = !self->draft && self->kind == BRIDGE_PRIVATE_OBSERVATION;
  safety = !self->draft && self->kind == BRIDGE_PRIVATE_SAFETY;
  if (self->date == BRIDGE_LOCAL_NONE || bridge_local_day_start (self->date) != self->date)
    {
      g_set_error_literal (error, BRIDGE_ERROR, BRIDGE_ERROR_INVALID_DATE, _("Choose a date, without a time."));
      return FALSE;
    }
  if (!self->draft && self->kind == BRIDGE_PRIVATE_CHECK_IN && bridge_private_entry_is_empty (self))
    {
      g_set_error_literal (error, BRIDGE_ERROR, BRIDGE_ERROR_INVALID_VALUE,
                           _("Choose one word, or write one. The rest can stay open."));
      return FALSE;
    }
  if (safety && self->safety == 0 && *self->text == '\0')
    {
      g_set_error_literal (error, BRIDGE_ERROR, BRIDGE_ERROR_INVALID_VALUE,
                           _("Choose how safe it felt, or write a note about it."));
      return FALSE;
    }
  return bridge_text_check (_("Title"), self->title, 0, BRIDGE_PRIVATE_TITLE_MAX, error) &&
         bridge_text_check (safety ? _("Note") : _("Your words"), self->text, journal ? 1 : 0, BRIDGE_PRIVATE_TEXT_MAX, error) &&
         bridge_text_check (_("What you saw or heard"), self->behaviour, observation ? 1 : 0, BRIDGE_PRIVATE_TEXT_MAX, error) &&
         bridge_text_check (_("What was going on"), self->circumstance, 0, BRIDGE_PRIVATE_LINE_MAX, error) &&
         bridge_text_check (_("Topic"), self->topic, 0, BRIDGE_PRIVATE_LINE_MAX, error) &&
         bridge_text_check (_("Your own reaction"), self->reaction, 0, BRIDGE_PRIVATE_TEXT_MAX, error) &&
         check_scale (_("How heated it was before"), self->temperature, error) &&
         check_scale (_("How safe it felt"), self->safety, error);
}

/**
 * bridge_private_entry_is_empty:
 * @self: an entry
 *
 * Returns: whether nothing is written in it
 */
gboolean
bridge_private_entry_is_empty (BridgePrivateEntry *self)
{
  g_return_val_if_fail (BRIDGE_IS_PRIVATE_ENTRY (self), TRUE);

  return *self->title == '\0' && *self->text == '\0' && *self->behaviour == '\0' && *self->circumstance == '\0' &&
         *self->topic == '\0' && *self->reaction == '\0' && self->temperature == 0 && self->safety == 0 && *self->scales == '\0';
}

/**
 * bridge_private_entry_dup_words:
 * @self: an entry
 *
 * Returns: (transfer full): all that can be searched for; to be wiped after use
 */
char *
bridge_private_entry_dup_words (BridgePrivateEntry *self)
{
  GString *words;
  char *joined;

  g_return_val_if_fail (BRIDGE_IS_PRIVATE_ENTRY (self), NULL);

  joined = g_strjoin ("\n", self->title, self->text, self->behaviour, self->circumstance, self->topic, self->reaction, NULL);
  if (self->kind != BRIDGE_PRIVATE_CHECK_IN)
    return joined;

  /* Large enough from the beginning: what grows leaves a copy behind. */
  words = g_string_sized_new (strlen (joined) + strlen (self->scales) + BRIDGE_N_SCALES + 1);
  g_string_append (words, joined);
  bridge_private_entry_wipe_text (&joined);
  for (BridgeScale scale = 0; scale < BRIDGE_N_SCALES; scale++)
    {
      char *word = bridge_private_entry_dup_word (self, scale);

      g_string_append_printf (words, "%s%s", *word != '\0' ? "\n" : "", word);
      bridge_private_entry_wipe_text (&word);
    }
  return g_string_free (words, FALSE);
}

/**
 * bridge_private_entry_compare:
 * @a: an entry
 * @b: another one
 *
 * Drafts come first, then the newest day; of one day what was begun last.
 *
 * Returns: which of the two comes first, as for g_list_store_sort()
 */
int
bridge_private_entry_compare (BridgePrivateEntry *a,
                              BridgePrivateEntry *b)
{
  if (a->draft != b->draft)
    return a->draft ? -1 : 1;
  if (a->date != b->date)
    return a->date > b->date ? -1 : 1;
  if (a->created_at != b->created_at)
    return a->created_at > b->created_at ? -1 : 1;
  return g_strcmp0 (a->id, b->id);
}

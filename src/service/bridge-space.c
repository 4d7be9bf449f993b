/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "bridge-space"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "bridge-folder-watch.h"
#include "bridge-space-photos.h"
#include "bridge-space-private.h"
#include "bridge-space-reviews.h"
#include "bridge-store-cares.h"
#include "bridge-store-meanings.h"
#include "bridge-store-milestones.h"

/* What is kept in memory whole, and is live. */
typedef enum {
  LIST_PERSONS,
  LIST_RITUALS,
  LIST_HOURS,
  LIST_ABSENCES,
  LIST_BOUNDARIES,
  LIST_PROMISES,
  LIST_PAUSES,
  LIST_SOOTHING,
  LIST_SHARED_WORDS,
  LIST_INVITATIONS,
  LIST_MILESTONES,
  LIST_MEANINGS,
  LIST_CARES,
  N_LISTS,
} List;

typedef GPtrArray *(*LoadFunc) (BridgeDatabase *db, GError **error);

static const struct {
  BridgeKinds kind;
  GType (*get_type) (void);
  LoadFunc load;
  BridgeKeyFunc get_key;
} lists[N_LISTS] = {
  [LIST_PERSONS] = { BRIDGE_KIND_PERSONS, bridge_person_get_type, bridge_store_load_persons,
                     (BridgeKeyFunc) bridge_person_get_id },
  [LIST_RITUALS] = { BRIDGE_KIND_RITUALS, bridge_ritual_get_type, bridge_store_load_rituals,
                     (BridgeKeyFunc) bridge_ritual_get_id },
  [LIST_HOURS] = { BRIDGE_KIND_HOURS, bridge_hours_get_type, bridge_store_load_hours,
                   (BridgeKeyFunc) bridge_hours_get_id },
  [LIST_ABSENCES] = { BRIDGE_KIND_ABSENCES, bridge_absence_get_type, bridge_store_load_absences,
                      (BridgeKeyFunc) bridge_absence_get_id },
  [LIST_BOUNDARIES] = { BRIDGE_KIND_BOUNDARIES, bridge_boundary_get_type, bridge_store_load_boundaries,
                        (BridgeKeyFunc) bridge_boundary_get_id },
  [LIST_PROMISES] = { BRIDGE_KIND_PROMISES, bridge_promise_get_type, bridge_store_load_promises,
                      (BridgeKeyFunc) bridge_promise_get_id },
  [LIST_PAUSES] = { BRIDGE_KIND_PAUSES, bridge_pause_get_type, bridge_store_load_pauses,
                    (BridgeKeyFunc) bridge_pause_get_id },
  [LIST_SOOTHING] = { BRIDGE_KIND_SOOTHING, bridge_soothing_get_type, bridge_store_load_soothing,
                      (BridgeKeyFunc) bridge_soothing_get_id },
  [LIST_SHARED_WORDS] = { BRIDGE_KIND_PRIVATE, bridge_shared_words_get_type, bridge_store_load_shared_words,
                          (BridgeKeyFunc) bridge_shared_words_get_id },
  [LIST_INVITATIONS] = { BRIDGE_KIND_INVITATIONS, bridge_invitation_get_type, bridge_store_load_invitations,
                         (BridgeKeyFunc) bridge_invitation_get_id },
  [LIST_MILESTONES] = { BRIDGE_KIND_MILESTONES, bridge_milestone_get_type, bridge_store_load_milestones,
                        (BridgeKeyFunc) bridge_milestone_get_id },
  [LIST_MEANINGS] = { BRIDGE_KIND_MEANINGS, bridge_meaning_get_type, bridge_store_load_meanings,
                      (BridgeKeyFunc) bridge_meaning_get_id },
  [LIST_CARES] = { BRIDGE_KIND_CARES, bridge_care_get_type, bridge_store_load_cares, (BridgeKeyFunc) bridge_care_get_id },
};

struct _BridgeSpace
{
  GObject parent_instance;

  char *folder;
  BridgeClock *clock;
  BridgeDatabase *db;
  gint64 data_version;

  GListStore *lists[N_LISTS];
  BridgeSpaceSettings settings;
  char *speaker_id;       /* (nullable): "me" */

  GHashTable *undo;       /* a speaker's id, or "" -> BridgeUndo: nobody takes back what the other one did */
  GHashTable *alarms;     /* owner -> gint64 *, UTC ms */

  BridgeFolderWatch *watch;
  gboolean is_gone;
};

G_DEFINE_FINAL_TYPE (BridgeSpace, bridge_space, G_TYPE_OBJECT)

typedef enum {
  PROP_FOLDER = 1,
  PROP_READ_ONLY,
  PROP_READ_ONLY_REASON,
  PROP_SET_UP,
  PROP_SOLO,
  PROP_SPEAKER,
  PROP_REMINDERS_ON,
  PROP_SHOW_TITLES,
  PROP_BACKGROUND,
  PROP_UNDO_LABEL,
  PROP_CAN_REDO,
} BridgeSpaceProperty;

enum {
  CHANGED,
  GONE,
  N_SIGNALS,
};

static GParamSpec *properties[PROP_CAN_REDO + 1];
static guint signals[N_SIGNALS];

static void
rearm (BridgeSpace *self)
{
  GHashTableIter iter;
  gpointer value;
  gint64 first = BRIDGE_NEVER;

  g_hash_table_iter_init (&iter, self->alarms);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    first = MIN (first, *(gint64 *) value);
  bridge_clock_arm (self->clock, first);
}

static void
woke_cb (BridgeSpace *self,
         BridgeWake   reason)
{
  gint64 now = bridge_clock_now (self->clock);
  GHashTableIter iter;
  gpointer value;

  if (reason != BRIDGE_WAKE_DEADLINE)
    return;

  /* Whoever asked hears the clock too, and asks again. */
  g_hash_table_iter_init (&iter, self->alarms);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    if (*(gint64 *) value <= now)
      g_hash_table_iter_remove (&iter);
  rearm (self);
}

static gboolean
has_same_stamp (gpointer a,
                gpointer b)
{
  return bridge_row_get_updated_at (a) == bridge_row_get_updated_at (b);
}

static gboolean
reload_settings (BridgeSpace  *self,
                 gboolean     *changed,
                 GError      **error)
{
  BridgeSpaceSettings old = self->settings;
  BridgeSpaceSettings fresh;

  if (!bridge_space_load_settings (self->db, &fresh, error))
    return FALSE;

  self->settings = fresh;
  g_object_freeze_notify (G_OBJECT (self));
  if (fresh.reminders_on != old.reminders_on)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_REMINDERS_ON]);
  if (fresh.show_titles != old.show_titles)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SHOW_TITLES]);
  if (fresh.background != old.background)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_BACKGROUND]);
  g_object_thaw_notify (G_OBJECT (self));

  *changed = fresh.reminders_on != old.reminders_on || fresh.show_titles != old.show_titles ||
             fresh.background != old.background || fresh.pause_minutes != old.pause_minutes ||
             fresh.recovery_hours != old.recovery_hours;
  return TRUE;
}

static gboolean
is_list_same (GListModel *list,
              GPtrArray  *fresh,
              BridgeKeyFunc get_key)
{
  if (g_list_model_get_n_items (list) != fresh->len)
    return FALSE;

  for (guint i = 0; i < fresh->len; i++)
    {
      g_autoptr (GObject) item = g_list_model_get_item (list, i);

      if (g_strcmp0 (get_key (item), get_key (g_ptr_array_index (fresh, i))) != 0 ||
          !has_same_stamp (item, g_ptr_array_index (fresh, i)))
        return FALSE;
    }
  return TRUE;
}

static void
notify_speaker (BridgeSpace *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SPEAKER]);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_UNDO_LABEL]);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CAN_REDO]);
}

static void
update_list (BridgeSpace *self,
             List         list,
             GPtrArray   *fresh)
{
  guint before = g_list_model_get_n_items (G_LIST_MODEL (self->lists[list]));
  g_autoptr (BridgePerson) speaker = NULL;

  /* Who leaves takes things along that nobody brings back. */
  if (list == LIST_PERSONS && fresh->len < before)
    g_hash_table_remove_all (self->undo);

  g_set_object (&speaker, bridge_space_get_speaker (self));
  bridge_list_update (self->lists[list], fresh, lists[list].get_key, has_same_stamp);
  if (list != LIST_PERSONS)
    return;
  if ((before > 0) != (fresh->len > 0))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SET_UP]);
  if ((before > 1) != (fresh->len > 1))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SOLO]);
  if (fresh->len < before || bridge_space_get_speaker (self) != speaker)
    notify_speaker (self);
}

static void
clear_loaded (GPtrArray **loaded)
{
  for (List list = 0; list < N_LISTS; list++)
    g_clear_pointer (&loaded[list], g_ptr_array_unref);
}

/* Reads what is kept in memory. Only when all of it could be read is anything changed. */
static gboolean
reload (BridgeSpace  *self,
        BridgeKinds  *kinds,
        GError      **error)
{
  GPtrArray *loaded[N_LISTS] = { NULL };
  gboolean settings_changed;

  for (List list = 0; list < N_LISTS; list++)
    {
      loaded[list] = lists[list].load (self->db, error);
      if (loaded[list] == NULL)
        {
          clear_loaded (loaded);
          return FALSE;
        }
    }
  if (!reload_settings (self, &settings_changed, error))
    {
      clear_loaded (loaded);
      return FALSE;
    }

  *kinds = settings_changed ? BRIDGE_KIND_SETTINGS : 0;
  for (List list = 0; list < N_LISTS; list++)
    if (!is_list_same (G_LIST_MODEL (self->lists[list]), loaded[list], lists[list].get_key))
      {
        *kinds |= lists[list].kind;
        update_list (self, list, loaded[list]);
      }
  clear_loaded (loaded);
  return TRUE;
}

static void
outside_cb (gpointer user_data)
{
  BridgeSpace *self = BRIDGE_SPACE (user_data);

  bridge_space_refresh (self);
  if (self->is_gone || bridge_database_is_there (self->db))
    return;

  self->is_gone = TRUE;
  /* Not in the log: whoever erases everything wants no trace of it. */
  g_debug ("%s is not there any more, or is another file", self->folder);
  g_signal_emit (self, signals[GONE], 0);
}

static void
bridge_space_dispose (GObject *object)
{
  BridgeSpace *self = BRIDGE_SPACE (object);

  g_clear_pointer (&self->watch, bridge_folder_watch_free);
  g_clear_object (&self->db);
  g_clear_object (&self->clock);

  G_OBJECT_CLASS (bridge_space_parent_class)->dispose (object);
}

static void
bridge_space_finalize (GObject *object)
{
  BridgeSpace *self = BRIDGE_SPACE (object);

  g_free (self->folder);
  g_free (self->speaker_id);
  for (List list = 0; list < N_LISTS; list++)
    g_object_unref (self->lists[list]);
  g_hash_table_unref (self->undo);
  g_hash_table_unref (self->alarms);

  G_OBJECT_CLASS (bridge_space_parent_class)->finalize (object);
}

static void
bridge_space_get_property (GObject    *object,
                           guint       property_id,
                           GValue     *value,
                           GParamSpec *pspec)
{
  BridgeSpace *self = BRIDGE_SPACE (object);

  switch ((BridgeSpaceProperty) property_id)
    {
    case PROP_FOLDER:
      g_value_set_string (value, self->folder);
      break;
    case PROP_READ_ONLY:
      g_value_set_boolean (value, bridge_space_get_read_only (self));
      break;
    case PROP_READ_ONLY_REASON:
      g_value_set_string (value, bridge_space_get_read_only_reason (self));
      break;
    case PROP_SET_UP:
      g_value_set_boolean (value, bridge_space_get_me (self) != NULL);
      break;
    case PROP_SOLO:
      g_value_set_boolean (value, bridge_space_get_partner (self) == NULL);
      break;
    case PROP_SPEAKER:
      g_value_set_object (value, bridge_space_get_speaker (self));
      break;
    case PROP_REMINDERS_ON:
      g_value_set_boolean (value, self->settings.reminders_on);
      break;
    case PROP_SHOW_TITLES:
      g_value_set_boolean (value, self->settings.show_titles);
      break;
    case PROP_BACKGROUND:
      g_value_set_enum (value, self->settings.background);
      break;
    case PROP_UNDO_LABEL:
      g_value_set_string (value, bridge_space_get_undo_label (self));
      break;
    case PROP_CAN_REDO:
      g_value_set_boolean (value, bridge_space_can_redo (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
bridge_space_class_init (BridgeSpaceClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  object_class->dispose = bridge_space_dispose;
  object_class->finalize = bridge_space_finalize;
  object_class->get_property = bridge_space_get_property;

  properties[PROP_FOLDER] = g_param_spec_string ("folder", NULL, NULL, NULL, flags);
  properties[PROP_READ_ONLY] = g_param_spec_boolean ("read-only", NULL, NULL, FALSE, flags);
  properties[PROP_READ_ONLY_REASON] = g_param_spec_string ("read-only-reason", NULL, NULL, NULL, flags);
  properties[PROP_SET_UP] = g_param_spec_boolean ("set-up", NULL, NULL, FALSE, flags);
  properties[PROP_SOLO] = g_param_spec_boolean ("solo", NULL, NULL, TRUE, flags);
  properties[PROP_SPEAKER] = g_param_spec_object ("speaker", NULL, NULL, BRIDGE_TYPE_PERSON, flags);
  properties[PROP_REMINDERS_ON] = g_param_spec_boolean ("reminders-on", NULL, NULL, FALSE, flags);
  properties[PROP_SHOW_TITLES] = g_param_spec_boolean ("show-titles", NULL, NULL, FALSE, flags);
  properties[PROP_BACKGROUND] = g_param_spec_enum ("background", NULL, NULL, BRIDGE_TYPE_BACKGROUND,
                                                   BRIDGE_BACKGROUND_UNKNOWN, flags);
  properties[PROP_UNDO_LABEL] = g_param_spec_string ("undo-label", NULL, NULL, NULL, flags);
  properties[PROP_CAN_REDO] = g_param_spec_boolean ("can-redo", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  /* (BridgeKinds kinds, gboolean from_outside) */
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 2, G_TYPE_UINT, G_TYPE_BOOLEAN);
  signals[GONE] = g_signal_new ("gone", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
bridge_space_init (BridgeSpace *self)
{
  for (List list = 0; list < N_LISTS; list++)
    self->lists[list] = g_list_store_new (lists[list].get_type ());
  self->undo = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) bridge_undo_free);
  self->alarms = g_hash_table_new_full (NULL, NULL, NULL, g_free);
}

/**
 * bridge_space_open:
 * @folder: where everything is kept; made where it is missing
 * @clock: what time it is
 * @error: where to say what went wrong
 *
 * Opens a space. From then on the changes of other processes are noticed, as long as a main loop runs.
 *
 * Returns: (transfer full) (nullable): the space, or %NULL with the error of bridge_database_open()
 */
BridgeSpace *
bridge_space_open (const char   *folder,
                   BridgeClock  *clock,
                   GError      **error)
{
  g_autoptr (BridgeSpace) self = g_object_new (BRIDGE_TYPE_SPACE, NULL);
  BridgeKinds kinds;

  g_return_val_if_fail (folder != NULL, NULL);
  g_return_val_if_fail (BRIDGE_IS_CLOCK (clock), NULL);

  self->folder = g_canonicalize_filename (folder, NULL);
  self->db = bridge_database_open (self->folder, error);
  if (self->db == NULL)
    return NULL;

  self->data_version = bridge_database_get_data_version (self->db);
  if (!reload (self, &kinds, error))
    return NULL;

  self->clock = g_object_ref (clock);
  g_signal_connect_object (clock, "woke", G_CALLBACK (woke_cb), self, G_CONNECT_SWAPPED);
  self->watch = bridge_folder_watch_new (self->folder, BRIDGE_DATABASE_FILE, outside_cb, self);
  bridge_space_follow_pause (self);
  bridge_space_follow_invitations (self);
  bridge_space_follow_reviews (self);
  bridge_space_tidy_photos (self);
  return g_steal_pointer (&self);
}

/**
 * bridge_space_get_folder:
 * @self: a space
 *
 * Returns: (transfer none): where it is kept
 */
const char *
bridge_space_get_folder (BridgeSpace *self)
{
  g_return_val_if_fail (BRIDGE_IS_SPACE (self), NULL);

  return self->folder;
}

/**
 * bridge_space_get_clock:
 * @self: a space
 *
 * Returns: (transfer none): its clock
 */
BridgeClock *
bridge_space_get_clock (BridgeSpace *self)
{
  g_return_val_if_fail (BRIDGE_IS_SPACE (self), NULL);

  return self->clock;
}

/**
 * bridge_space_get_database:
 * @self: a space
 *
 * Returns: (transfer none): its database
 */
BridgeDatabase *
bridge_space_get_database (BridgeSpace *self)
{
  g_return_val_if_fail (BRIDGE_IS_SPACE (self), NULL);

  return self->db;
}

/**
 * bridge_space_get_read_only:
 * @self: a space
 *
 * Returns: whether nothing can be changed
 */
gboolean
bridge_space_get_read_only (BridgeSpace *self)
{
  g_return_val_if_fail (BRIDGE_IS_SPACE (self), TRUE);

  return bridge_database_get_read_only (self->db);
}

/**
 * bridge_space_get_read_only_reason:
 * @self: a space
 *
 * Returns: (nullable): why nothing can be changed, in a whole sentence
 */
const char *
bridge_space_get_read_only_reason (BridgeSpace *self)
{
  g_return_val_if_fail (BRIDGE_IS_SPACE (self), NULL);

  return bridge_database_get_read_only_reason (self->db);
}

/**
 * bridge_space_refresh:
 * @self: a space
 *
 * Looks whether another process has changed something, and brings everything up to date if so. Cheap.
 *
 * Returns: whether there was something
 */
gboolean
bridge_space_refresh (BridgeSpace *self)
{
  g_autoptr (GError) error = NULL;
  BridgeKinds kinds;
  gint64 version;

  g_return_val_if_fail (BRIDGE_IS_SPACE (self), FALSE);

  version = bridge_database_get_data_version (self->db);
  if (version == self->data_version || version < 0)
    return FALSE;

  if (!reload (self, &kinds, &error))
    {
      /* The version stays the old one: the next look tries again. */
      g_message ("Changes by another process could not be read: %s", error->message);
      return FALSE;
    }
  self->data_version = version;
  g_signal_emit (self, signals[CHANGED], 0,
                 (guint) (kinds | BRIDGE_KIND_OCCURRENCES | BRIDGE_KIND_REMINDERS | BRIDGE_KIND_WINS | BRIDGE_KIND_PRIVATE |
                          BRIDGE_KIND_CHECK_INS | BRIDGE_KIND_REVIEWS),
                 TRUE);
  return TRUE;
}

/**
 * bridge_space_now:
 * @self: a space
 *
 * Returns: what time it is, UTC ms
 */
gint64
bridge_space_now (BridgeSpace *self)
{
  return bridge_clock_now (self->clock);
}

/**
 * bridge_space_set_alarm:
 * @self: a space
 * @owner: whoever wants to be woken; it listens to the clock itself
 * @at: UTC ms, or %BRIDGE_NEVER
 *
 * Asks for the clock to wake at @at, instead of at what the same owner had asked for. It is asked for once: who wants to
 * be woken again asks again.
 */
void
bridge_space_set_alarm (BridgeSpace *self,
                        gpointer     owner,
                        gint64       at)
{
  gint64 *known = g_hash_table_lookup (self->alarms, owner);

  if (known != NULL && *known == at)
    return;

  if (at == BRIDGE_NEVER)
    g_hash_table_remove (self->alarms, owner);
  else
    g_hash_table_insert (self->alarms, owner, g_memdup2 (&at, sizeof at));
  if (self->clock != NULL)
    rearm (self);
}

/**
 * bridge_space_emit_changed:
 * @self: a space
 * @kinds: what this process has changed
 *
 * Tells everybody.
 */
void
bridge_space_emit_changed (BridgeSpace *self,
                           BridgeKinds  kinds)
{
  g_signal_emit (self, signals[CHANGED], 0, (guint) kinds, FALSE);
}

/**
 * bridge_space_get_undo_stack:
 * @self: a space
 *
 * Returns: (transfer none): what the speaker has done in this process, and what was taken back of it
 */
BridgeUndo *
bridge_space_get_undo_stack (BridgeSpace *self)
{
  BridgePerson *speaker = bridge_space_get_speaker (self);
  const char *id = speaker != NULL ? bridge_person_get_id (speaker) : "";
  BridgeUndo *undo = g_hash_table_lookup (self->undo, id);

  if (undo == NULL)
    {
      undo = bridge_undo_new ();
      g_hash_table_insert (self->undo, g_strdup (id), undo);
    }
  return undo;
}

/**
 * bridge_space_committed:
 * @self: a space
 * @kinds: what this process has changed
 *
 * Has what stands in memory follow what was committed, and tells everybody.
 */
void
bridge_space_committed (BridgeSpace *self,
                        BridgeKinds  kinds)
{
  g_autoptr (GError) error = NULL;
  BridgeKinds found = 0;

  /* Of the others nothing is kept. */
  if (kinds & (BRIDGE_KIND_PERSONS | BRIDGE_KIND_RITUALS | BRIDGE_KIND_SETTINGS | BRIDGE_KIND_HOURS | BRIDGE_KIND_ABSENCES |
               BRIDGE_KIND_INVITATIONS | BRIDGE_KIND_BOUNDARIES | BRIDGE_KIND_PAUSES | BRIDGE_KIND_PROMISES |
               BRIDGE_KIND_SOOTHING | BRIDGE_KIND_PRIVATE | BRIDGE_KIND_MILESTONES | BRIDGE_KIND_MEANINGS |
               BRIDGE_KIND_CARES) &&
      !reload (self, &found, &error))
    g_message ("What was written could not be read back yet: %s", error->message);
  bridge_space_emit_changed (self, kinds | found);
}

/**
 * bridge_space_get_speaker:
 * @self: a space
 *
 * Returns: (transfer none) (nullable): who is speaking in this process, and is the author of what is written: "me", until
 *   somebody else is set, or when the one who was set has left
 */
BridgePerson *
bridge_space_get_speaker (BridgeSpace *self)
{
  BridgePerson *speaker;

  g_return_val_if_fail (BRIDGE_IS_SPACE (self), NULL);

  speaker = self->speaker_id != NULL ? bridge_space_find_person (self, self->speaker_id) : NULL;
  return speaker != NULL ? speaker : bridge_space_get_me (self);
}

/**
 * bridge_space_set_speaker:
 * @self: a space
 * @id: a person's whole id
 * @error: where to say what went wrong
 *
 * Says who is speaking in this process from now on. It is not stored. What whoever spoke before did with what is of both is no
 * longer theirs to undo.
 *
 * Returns: %FALSE with %BRIDGE_ERROR_NOT_FOUND
 */
gboolean
bridge_space_set_speaker (BridgeSpace  *self,
                          const char   *id,
                          GError      **error)
{
  g_return_val_if_fail (BRIDGE_IS_SPACE (self), FALSE);
  g_return_val_if_fail (id != NULL, FALSE);

  if (bridge_space_find_person (self, id) == NULL)
    {
      g_set_error_literal (error, BRIDGE_ERROR, BRIDGE_ERROR_NOT_FOUND, _("There is no such person here."));
      return FALSE;
    }
  if (g_strcmp0 (bridge_person_get_id (bridge_space_get_speaker (self)), id) == 0)
    return TRUE;

  bridge_space_forget_undo_of_both (self);
  g_free (self->speaker_id);
  self->speaker_id = g_strdup (id);
  notify_speaker (self);
  return TRUE;
}

/**
 * bridge_space_get_list:
 * @self: a space
 * @kind: one that is kept in memory whole
 *
 * Returns: (transfer none): the live list of it
 */
GListModel *
bridge_space_get_list (BridgeSpace *self,
                       BridgeKinds  kind)
{
  for (List list = 0; list < N_LISTS; list++)
    if (lists[list].kind == kind)
      return G_LIST_MODEL (self->lists[list]);
  g_return_val_if_reached (NULL);
}

/**
 * bridge_space_get_settings:
 * @self: a space
 *
 * Returns: (transfer none): the settings as they were read last
 */
const BridgeSpaceSettings *
bridge_space_get_settings (BridgeSpace *self)
{
  return &self->settings;
}

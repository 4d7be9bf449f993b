/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "bridge-paged-list"

#include "config.h"

#include "bridge-list-splices.h"
#include "bridge-paged-list-private.h"
#include "bridge-planner.h"
#include "bridge-space-private.h"

/* Rows that are read at once, and how many objects are kept: some screens full. */
#define PAGE_SIZE 64
#define MAX_OBJECTS 1024

/* Lists that ever had so many rows are read in a thread, if there may be one; others at once, so that nothing flickers. */
#define LONG 4096

typedef struct
{
  gint64 seq;
  gint64 version;
  GObject *object;
  GList link; /* in the queue, the longest unused first */
} CacheEntry;

struct _BridgePagedList
{
  GObject parent_instance;

  BridgeSpace *space;
  char *history_of; /* a ritual's id, or NULL: wins */
  char *search;
  char *noticed_by;
  char *ritual_id;
  char *milestone_id;
  BridgeWinQuery query; /* its strings are those above */

  GArray *keys;     /* of BridgeListKey; NULL: not read yet */
  GArray *coming;   /* (nullable) while @keys change step by step: what they will be; never changed */
  GArray *order;    /* (nullable) the same without the words that are looked for, as a thread has read it; never changed */
  guint most;       /* rows that it ever had */
  gboolean in_thread;    /* may be read in one */
  GCancellable *reading; /* (nullable) while a thread reads */
  gboolean replacing;    /* something else is looked for than @keys are */
  GHashTable *cache;
  GQueue used;
  char *error_message;
};

static void bridge_paged_list_list_model_iface_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (BridgePagedList, bridge_paged_list, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, bridge_paged_list_list_model_iface_init))

typedef enum {
  PROP_ERROR_MESSAGE = 1,
  PROP_READING,
} BridgePagedListProperty;

static GParamSpec *properties[PROP_READING + 1];

static void
cache_entry_free (gpointer data)
{
  CacheEntry *entry = data;

  g_object_unref (entry->object);
  g_free (entry);
}

static void
set_error (BridgePagedList *self,
           const GError    *error)
{
  const char *message = error != NULL ? error->message : NULL;

  if (g_strcmp0 (message, self->error_message) == 0)
    return;

  g_free (self->error_message);
  self->error_message = g_strdup (message);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ERROR_MESSAGE]);
}

static GArray *
read_keys (BridgePagedList  *self,
           GError          **error)
{
  BridgeDatabase *db = bridge_space_get_database (self->space);
  if (self->history_of != NULL)
    return bridge_store_list_history_keys (db, self->history_of, error);
  return bridge_store_list_win_keys (db, &self->query, error);
}

static void
ensure_keys (BridgePagedList *self)
{
  g_autoptr (GError) error = NULL;

  if (self->keys != NULL)
    return;

  self->keys = read_keys (self, &error);
  if (self->keys == NULL)
    self->keys = g_array_new (FALSE, FALSE, sizeof (BridgeListKey));
  self->most = MAX (self->most, self->keys->len);
  set_error (self, error);
}

static const BridgeListKey *
get_key (GArray *keys,
         guint   position)
{
  return &g_array_index (keys, BridgeListKey, position);
}

static CacheEntry *
look_up (BridgePagedList     *self,
         const BridgeListKey *key)
{
  CacheEntry *entry = g_hash_table_lookup (self->cache, &key->seq);

  if (entry == NULL || entry->version != key->version)
    return NULL;

  g_queue_unlink (&self->used, &entry->link);
  g_queue_push_tail_link (&self->used, &entry->link);
  return entry;
}

static void
drop (BridgePagedList *self,
      CacheEntry      *entry)
{
  g_queue_unlink (&self->used, &entry->link);
  g_hash_table_remove (self->cache, &entry->seq);
}

static void
remember (BridgePagedList     *self,
          const BridgeListKey *key,
          GObject             *object)
{
  CacheEntry *entry = g_hash_table_lookup (self->cache, &key->seq);

  if (entry != NULL)
    drop (self, entry);
  else if (self->used.length >= MAX_OBJECTS)
    drop (self, self->used.head->data);

  entry = g_new0 (CacheEntry, 1);
  entry->seq = key->seq;
  entry->version = key->version;
  entry->object = g_object_ref (object);
  entry->link.data = entry;
  g_hash_table_insert (self->cache, &entry->seq, entry);
  g_queue_push_tail_link (&self->used, &entry->link);
}

/* A row that another process has taken away a moment ago; the list hears of it soon. */
static GObject *
make_stand_in (BridgePagedList *self)
{
  if (self->history_of != NULL)
    return G_OBJECT (bridge_occurrence_new (bridge_space_peek_ritual (self->space, self->history_of), 0));
  return G_OBJECT (bridge_win_new ("", 0));
}

static void
complete_occurrence (BridgePagedList  *self,
                     BridgeOccurrence *occurrence)
{
  BridgeRitual *ritual = bridge_space_peek_ritual (self->space, self->history_of);
  g_autoptr (GTimeZone) here = NULL;
  gint64 at;

  if (ritual == NULL)
    return;

  here = bridge_clock_dup_zone (bridge_space_get_clock (self->space));
  at = bridge_schedule_localise (bridge_ritual_get_schedule (ritual), bridge_occurrence_get_planned (occurrence), here);
  g_object_set (occurrence, "ritual", ritual, "at", at, "local", bridge_local_from_utc_ms (at, here), NULL);
}

static void
read_page (BridgePagedList *self,
           guint            position)
{
  BridgeDatabase *db = bridge_space_get_database (self->space);
  guint first = position - position % PAGE_SIZE;
  guint last = MIN (first + PAGE_SIZE, self->keys->len);
  gint64 seqs[PAGE_SIZE];
  guint positions[PAGE_SIZE];
  g_autoptr (GPtrArray) rows = NULL;
  g_autoptr (GError) error = NULL;
  guint n = 0;

  for (guint i = first; i < last; i++)
    if (look_up (self, get_key (self->keys, i)) == NULL)
      {
        seqs[n] = get_key (self->keys, i)->seq;
        positions[n++] = i;
      }

  rows = self->history_of != NULL ? bridge_store_load_occurrences_by_seq (db, seqs, n, &error)
                                  : bridge_store_load_wins_by_seq (db, seqs, n, &error);
  for (guint i = 0; rows != NULL && i < rows->len; i++)
    {
      GObject *row = g_ptr_array_index (rows, i);

      if (row == NULL)
        continue;
      if (self->history_of != NULL)
        complete_occurrence (self, BRIDGE_OCCURRENCE (row));
      remember (self, get_key (self->keys, positions[i]), row);
    }
  set_error (self, error);
}

static GType
bridge_paged_list_get_item_type (GListModel *model)
{
  return BRIDGE_PAGED_LIST (model)->history_of != NULL ? BRIDGE_TYPE_OCCURRENCE : BRIDGE_TYPE_WIN;
}

static guint
bridge_paged_list_get_n_items (GListModel *model)
{
  BridgePagedList *self = BRIDGE_PAGED_LIST (model);

  ensure_keys (self);
  return self->keys->len;
}

static gpointer
bridge_paged_list_get_item (GListModel *model,
                            guint       position)
{
  BridgePagedList *self = BRIDGE_PAGED_LIST (model);
  CacheEntry *entry;

  ensure_keys (self);
  if (position >= self->keys->len)
    return NULL;

  entry = look_up (self, get_key (self->keys, position));
  if (entry == NULL)
    {
      read_page (self, position);
      entry = look_up (self, get_key (self->keys, position));
    }
  return entry != NULL ? g_object_ref (entry->object) : make_stand_in (self);
}

static void
bridge_paged_list_list_model_iface_init (GListModelInterface *iface)
{
  iface->get_item_type = bridge_paged_list_get_item_type;
  iface->get_n_items = bridge_paged_list_get_n_items;
  iface->get_item = bridge_paged_list_get_item;
}

/* From the end, so that the positions before stay what they were; at every step the list is whole. Whoever hears of a step may
 * ask for something else: that is compared with what comes of the last one. */
static void
apply_splices (BridgePagedList *self,
               GArray          *fresh,
               GArray          *splices)
{
  self->coming = fresh;
  for (guint i = splices->len; i-- > 0;)
    {
      BridgeListSplice *splice = &g_array_index (splices, BridgeListSplice, i);

      if (splice->removed > 0)
        g_array_remove_range (self->keys, splice->position, splice->removed);
      if (splice->added > 0)
        g_array_insert_vals (self->keys, splice->position, get_key (fresh, splice->source), splice->added);
      g_list_model_items_changed (G_LIST_MODEL (self), splice->position, splice->removed, splice->added);
    }
  self->coming = NULL;
  self->most = MAX (self->most, self->keys->len);
}

/* Something else is looked for: what both have in common is no matter. */
static void
apply_fresh (BridgePagedList *self,
             GArray          *fresh)
{
  guint n = self->keys->len;

  g_array_unref (self->keys);
  self->keys = g_array_ref (fresh);
  self->most = MAX (self->most, fresh->len);
  if (n > 0 || fresh->len > 0)
    g_list_model_items_changed (G_LIST_MODEL (self), 0, n, fresh->len);
}

/* ---- In a thread */

typedef struct
{
  char *folder;
  char *search;
  char *noticed_by;
  char *ritual_id;
  char *milestone_id;
  BridgeWinQuery query; /* its strings are those above */
  gboolean replace;
  GArray *before;
  GArray *order;        /* (nullable) */
  GArray *fresh;        /* (nullable) what came of it, and how it differs */
  GArray *splices;
} Job;

static void
job_free (gpointer data)
{
  Job *job = data;

  g_free (job->folder);
  g_free (job->search);
  g_free (job->noticed_by);
  g_free (job->ritual_id);
  g_free (job->milestone_id);
  g_array_unref (job->before);
  g_clear_pointer (&job->order, g_array_unref);
  g_clear_pointer (&job->fresh, g_array_unref);
  g_clear_pointer (&job->splices, g_array_unref);
  g_free (job);
}

static void
work_cb (GTask        *task,
         gpointer      source,
         gpointer      task_data,
         GCancellable *cancellable)
{
  Job *job = task_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (BridgeDatabase) db = NULL;

  if (!g_cancellable_set_error_if_cancelled (cancellable, &error))
    db = bridge_database_open_to_read (job->folder, &error);
  if (db != NULL && job->order == NULL)
    {
      BridgeWinQuery all = job->query;

      all.search = NULL;
      job->order = bridge_store_list_win_keys (db, &all, &error);
    }
  if (error == NULL && !g_cancellable_set_error_if_cancelled (cancellable, &error))
    job->fresh = bridge_store_keep_win_matches (db, job->order, job->search, &error);
  if (job->fresh != NULL && !job->replace)
    job->splices = bridge_list_splices_new (job->before, job->fresh);

  if (error == NULL)
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

static void
read_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr (BridgePagedList) self = NULL;
  g_autoptr (GError) error = NULL;
  Job *job = g_task_get_task_data (G_TASK (result));
  gboolean done = g_task_propagate_boolean (G_TASK (result), &error);

  /* Then it may be gone. */
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  self = g_object_ref (user_data);
  g_clear_object (&self->reading);
  set_error (self, error);
  if (done)
    {
      g_clear_pointer (&self->order, g_array_unref);
      self->order = g_array_ref (job->order);
      self->replacing = FALSE;
      if (job->replace)
        {
          apply_fresh (self, job->fresh);
        }
      else
        {
          /* A thread whose work is of no use any more may still look at the old ones. */
          g_array_unref (self->keys);
          self->keys = g_array_copy (job->before);
          apply_splices (self, job->fresh, job->splices);
        }
    }
  /* Whoever heard of a change may have asked for something else. */
  if (self->reading == NULL)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_READING]);
}

static gboolean
stop (BridgePagedList *self)
{
  if (self->reading == NULL)
    return FALSE;

  g_cancellable_cancel (self->reading);
  g_clear_object (&self->reading);

  return TRUE;
}

static void
read_in_thread (BridgePagedList *self)
{
  gboolean before = stop (self);
  g_autoptr (GTask) task = NULL;
  Job *job = g_new0 (Job, 1);

  job->folder = g_strdup (bridge_space_get_folder (self->space));
  job->query = self->query;
  job->query.search = job->search = g_strdup (self->search);
  job->query.noticed_by = job->noticed_by = g_strdup (self->noticed_by);
  job->query.ritual_id = job->ritual_id = g_strdup (self->ritual_id);
  job->query.milestone_id = job->milestone_id = g_strdup (self->milestone_id);
  job->replace = self->replacing;
  job->before = g_array_ref (self->coming != NULL ? self->coming : self->keys);
  job->order = self->order != NULL ? g_array_ref (self->order) : NULL;

  /* Without the list: whoever needs it no more does not keep it. */
  self->reading = g_cancellable_new ();
  task = g_task_new (NULL, self->reading, read_cb, self);
  g_task_set_source_tag (task, read_in_thread);
  g_task_set_task_data (task, job, job_free);
  g_task_run_in_thread (task, work_cb);
  if (!before)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_READING]);
}

/* ---- What is heard of */

static void
changed_cb (BridgePagedList *self,
            guint            kinds)
{
  BridgeKinds mine = self->history_of != NULL ? BRIDGE_KIND_OCCURRENCES | BRIDGE_KIND_RITUALS : BRIDGE_KIND_WINS;

  if (kinds & mine)
    {
      g_clear_pointer (&self->order, g_array_unref);
      bridge_paged_list_reload (self);
    }
}

static void
woke_cb (BridgePagedList *self,
         BridgeWake       reason)
{
  guint n;

  /* When something was is said in the zone where one is. */
  if (reason != BRIDGE_WAKE_ZONE || self->history_of == NULL || self->keys == NULL)
    return;

  g_hash_table_remove_all (self->cache);
  g_queue_init (&self->used);
  n = self->keys->len;
  g_list_model_items_changed (G_LIST_MODEL (self), 0, n, n);
}

static void
bridge_paged_list_dispose (GObject *object)
{
  BridgePagedList *self = BRIDGE_PAGED_LIST (object);

  stop (self);
  g_hash_table_remove_all (self->cache);
  g_queue_init (&self->used);

  G_OBJECT_CLASS (bridge_paged_list_parent_class)->dispose (object);
}

static void
bridge_paged_list_finalize (GObject *object)
{
  BridgePagedList *self = BRIDGE_PAGED_LIST (object);

  g_clear_object (&self->space);
  g_clear_pointer (&self->keys, g_array_unref);
  g_clear_pointer (&self->order, g_array_unref);
  g_hash_table_unref (self->cache);
  g_free (self->history_of);
  g_free (self->search);
  g_free (self->noticed_by);
  g_free (self->ritual_id);
  g_free (self->milestone_id);
  g_free (self->error_message);

  G_OBJECT_CLASS (bridge_paged_list_parent_class)->finalize (object);
}

static void
bridge_paged_list_get_property (GObject    *object,
                                guint       property_id,
                                GValue     *value,
                                GParamSpec *pspec)
{
  BridgePagedList *self = BRIDGE_PAGED_LIST (object);

  switch ((BridgePagedListProperty) property_id)
    {
    case PROP_ERROR_MESSAGE:
      g_value_set_string (value, self->error_message);
      break;
    case PROP_READING:
      g_value_set_boolean (value, self->reading != NULL);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
bridge_paged_list_class_init (BridgePagedListClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = bridge_paged_list_dispose;
  object_class->finalize = bridge_paged_list_finalize;
  object_class->get_property = bridge_paged_list_get_property;

  properties[PROP_ERROR_MESSAGE] = g_param_spec_string ("error-message", NULL, NULL, NULL,
                                                        G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  properties[PROP_READING] = g_param_spec_boolean ("reading", NULL, NULL, FALSE,
                                                   G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
}

static void
bridge_paged_list_init (BridgePagedList *self)
{
  self->cache = g_hash_table_new_full (g_int64_hash, g_int64_equal, NULL, cache_entry_free);
  self->query.kind = -1;
  g_queue_init (&self->used);
}

static BridgePagedList *
bridge_paged_list_new (BridgeSpace *space)
{
  BridgePagedList *self = g_object_new (BRIDGE_TYPE_PAGED_LIST, NULL);

  self->space = g_object_ref (space);
  g_signal_connect_object (space, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (bridge_space_get_clock (space), "woke", G_CALLBACK (woke_cb), self, G_CONNECT_SWAPPED);
  return self;
}

/**
 * bridge_paged_list_new_wins:
 * @space: a space
 * @query: (nullable): what is looked for; %NULL: all
 *
 * Returns: (transfer full): a live list of #BridgeWin, newest first
 */
BridgePagedList *
bridge_paged_list_new_wins (BridgeSpace          *space,
                            const BridgeWinQuery *query)
{
  BridgePagedList *self = bridge_paged_list_new (space);

  if (query != NULL)
    bridge_paged_list_set_query (self, query);
  return self;
}

/**
 * bridge_paged_list_new_history:
 * @space: a space
 * @ritual_id: a ritual's id
 *
 * Returns: (transfer full): a live list of recorded #BridgeOccurrence, newest first
 */
BridgePagedList *
bridge_paged_list_new_history (BridgeSpace *space,
                               const char  *ritual_id)
{
  BridgePagedList *self = bridge_paged_list_new (space);

  self->history_of = g_strdup (ritual_id);
  return self;
}

/**
 * bridge_paged_list_starts_group:
 * @self: a list
 * @position: of a row
 *
 * Returns: whether it stands first under its month
 */
gboolean
bridge_paged_list_starts_group (BridgePagedList *self,
                                guint            position)
{
  g_return_val_if_fail (BRIDGE_IS_PAGED_LIST (self), FALSE);

  ensure_keys (self);
  if (position >= self->keys->len)
    return FALSE;
  return position == 0 || get_key (self->keys, position)->group != get_key (self->keys, position - 1)->group;
}

static gboolean
replace_string (char       **place,
                const char  *text)
{
  if (text != NULL && *text == '\0')
    text = NULL;
  if (g_strcmp0 (text, *place) == 0)
    return FALSE;

  g_free (*place);
  *place = g_strdup (text);
  return TRUE;
}

/**
 * bridge_paged_list_set_query:
 * @self: a list of wins
 * @query: what is looked for from now on; an empty search looks for nothing in particular
 *
 * Searches and filters as one types and chooses. Where a thread does it, what was there stays until then.
 */
void
bridge_paged_list_set_query (BridgePagedList      *self,
                             const BridgeWinQuery *query)
{
  g_autoptr (GArray) fresh = NULL;
  g_autoptr (GError) error = NULL;
  gboolean differs;
  gboolean filtered;

  g_return_if_fail (BRIDGE_IS_PAGED_LIST (self));

  differs = query->starred_only != self->query.starred_only || query->kind != self->query.kind ||
            query->anniversary != self->query.anniversary;
  differs |= replace_string (&self->noticed_by, query->noticed_by);
  differs |= replace_string (&self->ritual_id, query->ritual_id);
  differs |= replace_string (&self->milestone_id, query->milestone_id);
  filtered = differs;
  differs |= replace_string (&self->search, query->search);
  if (!differs)
    return;

  self->query = *query;
  self->query.search = self->search;
  self->query.noticed_by = self->noticed_by;
  self->query.ritual_id = self->ritual_id;
  self->query.milestone_id = self->milestone_id;
  if (filtered)
    g_clear_pointer (&self->order, g_array_unref);

  /* Nobody has looked yet. */
  if (self->keys == NULL)
    return;

  if (self->in_thread && self->most >= LONG)
    {
      self->replacing = TRUE;
      read_in_thread (self);
      return;
    }

  fresh = read_keys (self, &error);
  set_error (self, error);
  if (fresh != NULL)
    apply_fresh (self, fresh);
}

/**
 * bridge_paged_list_set_in_thread:
 * @self: a list of wins
 * @in_thread: whether a thread may read it
 *
 * Lets a list that is long be read in a thread, for whoever has a main loop that must not wait. It is compared, as well, there.
 */
void
bridge_paged_list_set_in_thread (BridgePagedList *self,
                                 gboolean         in_thread)
{
  g_return_if_fail (BRIDGE_IS_PAGED_LIST (self));
  g_return_if_fail (self->history_of == NULL);

  self->in_thread = in_thread;
}

/**
 * bridge_paged_list_get_reading:
 * @self: a list
 *
 * Returns: whether a thread still reads what was asked for last
 */
gboolean
bridge_paged_list_get_reading (BridgePagedList *self)
{
  return self->reading != NULL;
}

/**
 * bridge_paged_list_reload:
 * @self: a list
 *
 * Compares with the file and tells what differs, as narrowly as it is, where a thread does it once it is done. What cannot
 * be read leaves the list as it was.
 */
void
bridge_paged_list_reload (BridgePagedList *self)
{
  g_autoptr (GArray) fresh = NULL;
  g_autoptr (GArray) splices = NULL;
  g_autoptr (GError) error = NULL;

  g_return_if_fail (BRIDGE_IS_PAGED_LIST (self));

  /* Nobody has looked yet. */
  if (self->keys == NULL)
    return;

  if (self->in_thread && self->most >= LONG)
    {
      read_in_thread (self);
      return;
    }

  fresh = read_keys (self, &error);
  set_error (self, error);
  if (fresh == NULL)
    return;

  splices = bridge_list_splices_new (self->keys, fresh);
  apply_splices (self, fresh, splices);
}

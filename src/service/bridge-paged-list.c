/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "bridge-paged-list"

#include "config.h"

#include "bridge-paged-list-private.h"
#include "bridge-planner.h"
#include "bridge-space-private.h"

/* Rows that are read at once, and how many objects are kept: some screens full. */
#define PAGE_SIZE 64
#define MAX_OBJECTS 1024

/* More separate differences than that are told as one. */
#define MAX_SPLICES 64

typedef struct
{
  gint64 seq;
  gint64 version;
  GObject *object;
  GList link; /* in the queue, the longest unused first */
} CacheEntry;

typedef struct
{
  guint position;
  guint removed;
  guint added;      /* from @source in the fresh keys */
  guint source;
} Splice;

struct _BridgePagedList
{
  GObject parent_instance;

  BridgeSpace *space;
  char *history_of; /* a ritual's id, or NULL: wins */
  char *search;
  char *noticed_by;
  char *ritual_id;
  BridgeWinQuery query; /* its strings are those above */

  GArray *keys;     /* of BridgeListKey; NULL: not read yet */
  GHashTable *cache;
  GQueue used;
  char *error_message;
};

static void bridge_paged_list_list_model_iface_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (BridgePagedList, bridge_paged_list, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, bridge_paged_list_list_model_iface_init))

typedef enum {
  PROP_ERROR_MESSAGE = 1,
} BridgePagedListProperty;

static GParamSpec *properties[PROP_ERROR_MESSAGE + 1];

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
  set_error (self, error);
}

static const BridgeListKey *
get_key (GArray *keys,
         guint   position)
{
  return &g_array_index (keys, BridgeListKey, position);
}

static gboolean
is_same_key (const BridgeListKey *a,
             const BridgeListKey *b)
{
  return a->seq == b->seq && a->version == b->version && a->group == b->group;
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

static GHashTable *
collect_seqs (GArray *keys,
              guint   first,
              guint   last)
{
  GHashTable *seqs = g_hash_table_new (g_int64_hash, g_int64_equal);

  for (guint i = first; i < last; i++)
    g_hash_table_add (seqs, &g_array_index (keys, BridgeListKey, i).seq);
  return seqs;
}

static void
add_splice (GArray *splices,
            guint   position,
            guint   removed,
            guint   added,
            guint   source)
{
  Splice *last = splices->len > 0 ? &g_array_index (splices, Splice, splices->len - 1) : NULL;
  Splice splice = { position, removed, added, source };

  if (last != NULL && last->position + last->removed == position && last->source + last->added == source)
    {
      last->removed += removed;
      last->added += added;
    }
  else
    {
      g_array_append_val (splices, splice);
    }
}

/* The differences between two lists of keys, by old positions. What has moved goes in one place and comes in another. */
static GArray *
compare_keys (GArray *old,
              GArray *fresh)
{
  GArray *splices = g_array_new (FALSE, FALSE, sizeof (Splice));
  guint first = 0;
  guint old_end = old->len;
  guint fresh_end = fresh->len;
  g_autoptr (GHashTable) old_seqs = NULL;
  g_autoptr (GHashTable) fresh_seqs = NULL;

  while (first < old_end && first < fresh_end && is_same_key (get_key (old, first), get_key (fresh, first)))
    first++;
  while (old_end > first && fresh_end > first && is_same_key (get_key (old, old_end - 1), get_key (fresh, fresh_end - 1)))
    {
      old_end--;
      fresh_end--;
    }
  if (first == old_end || first == fresh_end)
    {
      if (first < old_end || first < fresh_end)
        add_splice (splices, first, old_end - first, fresh_end - first, first);
      return splices;
    }

  old_seqs = collect_seqs (old, first, old_end);
  fresh_seqs = collect_seqs (fresh, first, fresh_end);
  for (guint i = first, j = first; i < old_end || j < fresh_end;)
    {
      const BridgeListKey *before = i < old_end ? get_key (old, i) : NULL;
      const BridgeListKey *after = j < fresh_end ? get_key (fresh, j) : NULL;

      if (before != NULL && after != NULL && before->seq == after->seq)
        {
          if (!is_same_key (before, after))
            add_splice (splices, i, 1, 1, j);
          i++;
          j++;
        }
      else if (before != NULL && (!g_hash_table_contains (fresh_seqs, &before->seq) ||
                                  !g_hash_table_contains (old_seqs, &before->seq)))
        {
          /* Gone, or it has come further up already. */
          add_splice (splices, i++, 1, 0, j);
        }
      else if (after != NULL && !g_hash_table_contains (old_seqs, &after->seq))
        {
          /* New, or it has gone further up already. */
          add_splice (splices, i, 0, 1, j++);
        }
      else if (j + 1 < fresh_end && get_key (fresh, j + 1)->seq == before->seq)
        {
          g_hash_table_remove (old_seqs, &after->seq);
          add_splice (splices, i, 0, 1, j++);
        }
      else
        {
          g_hash_table_remove (old_seqs, &before->seq);
          add_splice (splices, i++, 1, 0, j);
        }
    }

  if (splices->len > MAX_SPLICES)
    {
      g_array_set_size (splices, 0);
      add_splice (splices, first, old_end - first, fresh_end - first, first);
    }
  return splices;
}

static void
changed_cb (BridgePagedList *self,
            guint            kinds)
{
  BridgeKinds mine = self->history_of != NULL ? BRIDGE_KIND_OCCURRENCES | BRIDGE_KIND_RITUALS : BRIDGE_KIND_WINS;

  if (kinds & mine)
    bridge_paged_list_reload (self);
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
  g_hash_table_unref (self->cache);
  g_free (self->history_of);
  g_free (self->search);
  g_free (self->noticed_by);
  g_free (self->ritual_id);
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

/* Something else is looked for: what both have in common is no matter. A list view of GTK 4.8 looks for the row that it stands
 * at in all that has come where it went, so first everything goes, and then it comes. */
static void
replace_all (BridgePagedList *self)
{
  g_autoptr (GArray) fresh = NULL;
  g_autoptr (GError) error = NULL;
  guint n;

  /* Nobody has looked yet. */
  if (self->keys == NULL)
    return;

  fresh = read_keys (self, &error);
  set_error (self, error);
  if (fresh == NULL)
    return;

  n = self->keys->len;
  g_array_set_size (self->keys, 0);
  if (n > 0)
    g_list_model_items_changed (G_LIST_MODEL (self), 0, n, 0);
  g_array_unref (self->keys);
  self->keys = g_steal_pointer (&fresh);
  if (self->keys->len > 0)
    g_list_model_items_changed (G_LIST_MODEL (self), 0, 0, self->keys->len);
}

/**
 * bridge_paged_list_set_query:
 * @self: a list of wins
 * @query: what is looked for from now on; an empty search looks for nothing in particular
 *
 * Searches and filters as one types and chooses.
 */
void
bridge_paged_list_set_query (BridgePagedList      *self,
                             const BridgeWinQuery *query)
{
  gboolean differs;

  g_return_if_fail (BRIDGE_IS_PAGED_LIST (self));

  differs = query->starred_only != self->query.starred_only || query->kind != self->query.kind ||
            query->anniversary != self->query.anniversary;
  differs |= replace_string (&self->search, query->search);
  differs |= replace_string (&self->noticed_by, query->noticed_by);
  differs |= replace_string (&self->ritual_id, query->ritual_id);
  if (!differs)
    return;

  self->query = *query;
  self->query.search = self->search;
  self->query.noticed_by = self->noticed_by;
  self->query.ritual_id = self->ritual_id;
  replace_all (self);
}

/**
 * bridge_paged_list_reload:
 * @self: a list
 *
 * Compares with the file and tells what differs, as narrowly as it is. What cannot be read leaves the list as it was.
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

  fresh = read_keys (self, &error);
  set_error (self, error);
  if (fresh == NULL)
    return;

  /* From the end, so that the positions before stay what they were; at every step the list is whole. */
  splices = compare_keys (self->keys, fresh);
  for (guint i = splices->len; i-- > 0;)
    {
      Splice *splice = &g_array_index (splices, Splice, i);

      if (splice->removed > 0)
        g_array_remove_range (self->keys, splice->position, splice->removed);
      if (splice->added > 0)
        g_array_insert_vals (self->keys, splice->position, get_key (fresh, splice->source), splice->added);
      g_list_model_items_changed (G_LIST_MODEL (self), splice->position, splice->removed, splice->added);
    }
}

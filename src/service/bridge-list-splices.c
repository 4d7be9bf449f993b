/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "bridge-list-splices"

#include "config.h"

#include "bridge-list-splices.h"

/* More separate differences than that are told as one. */
#define MAX_SPLICES 64

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
  BridgeListSplice *last = splices->len > 0 ? &g_array_index (splices, BridgeListSplice, splices->len - 1) : NULL;
  BridgeListSplice splice = { position, removed, added, source };

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

/**
 * bridge_list_splices_new:
 * @old: (element-type BridgeListKey): a list as it was
 * @fresh: (element-type BridgeListKey): as it is
 *
 * Finds the differences between two lists. What has moved goes in one place and comes in another.
 *
 * Returns: (transfer full) (element-type BridgeListSplice): them, by old positions
 */
GArray *
bridge_list_splices_new (GArray *old,
                         GArray *fresh)
{
  GArray *splices = g_array_new (FALSE, FALSE, sizeof (BridgeListSplice));
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

/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "bridge-log-heights"

#include "config.h"

#include "bridge-log-heights.h"

/* As high as most rows are, until some have been seen. */
#define USUAL 86

struct _BridgeLogHeights
{
  GArray *seen; /* of guint16; 0: not seen yet */
  int usual;
  gboolean settled;
};

/**
 * bridge_log_heights_new:
 *
 * Returns: (transfer full): the heights of no items
 */
BridgeLogHeights *
bridge_log_heights_new (void)
{
  BridgeLogHeights *self = g_new0 (BridgeLogHeights, 1);

  self->seen = g_array_new (FALSE, TRUE, sizeof (guint16));
  self->usual = USUAL;

  return self;
}

/**
 * bridge_log_heights_free:
 * @self: the heights
 *
 * Frees them.
 */
void
bridge_log_heights_free (BridgeLogHeights *self)
{
  g_array_unref (self->seen);
  g_free (self);
}

/**
 * bridge_log_heights_get_n:
 * @self: the heights
 *
 * Returns: of how many items
 */
guint
bridge_log_heights_get_n (BridgeLogHeights *self)
{
  return self->seen->len;
}

/**
 * bridge_log_heights_splice:
 * @self: the heights
 * @item: an item
 * @removed: how many went there
 * @added: how many came there
 *
 * Follows a change of the list.
 */
void
bridge_log_heights_splice (BridgeLogHeights *self,
                           guint             item,
                           guint             removed,
                           guint             added)
{
  guint before = self->seen->len;

  /* What changes in its place is most often as high as it was. */
  if (added == removed)
    return;

  if (removed > added)
    {
      g_array_remove_range (self->seen, item + added, removed - added);
    }
  else
    {
      g_array_set_size (self->seen, before + added - removed);
      memmove (&g_array_index (self->seen, guint16, item + added), &g_array_index (self->seen, guint16, item + removed),
               (before - item - removed) * sizeof (guint16));
    }
  memset (&g_array_index (self->seen, guint16, item), 0, added * sizeof (guint16));
}

/**
 * bridge_log_heights_forget:
 * @self: the heights
 *
 * Begins anew, for another width.
 */
void
bridge_log_heights_forget (BridgeLogHeights *self)
{
  if (self->seen->len > 0)
    memset (self->seen->data, 0, self->seen->len * sizeof (guint16));
  self->settled = FALSE;
}

/**
 * bridge_log_heights_settle:
 * @self: the heights
 *
 * Takes what was not seen for as high as what was, if that is still open. The first item counts for nothing: it is a head.
 */
void
bridge_log_heights_settle (BridgeLogHeights *self)
{
  guint sum = 0, n = 0;

  if (self->settled)
    return;

  for (guint i = 1; i < self->seen->len; i++)
    {
      guint height = g_array_index (self->seen, guint16, i);

      sum += height;
      n += height > 0;
    }
  if (n == 0)
    return;

  self->usual = (int) (sum / n);
  self->settled = TRUE;
}

/**
 * bridge_log_heights_set:
 * @self: the heights
 * @item: an item
 * @height: as it was seen
 *
 * Notes a height.
 */
void
bridge_log_heights_set (BridgeLogHeights *self,
                        guint             item,
                        int               height)
{
  g_array_index (self->seen, guint16, item) = (guint16) CLAMP (height, 1, G_MAXUINT16);
}

/**
 * bridge_log_heights_get:
 * @self: the heights
 * @item: an item
 *
 * Returns: its height, or what it is taken for
 */
int
bridge_log_heights_get (BridgeLogHeights *self,
                        guint             item)
{
  int height = g_array_index (self->seen, guint16, item);

  return height > 0 ? height : self->usual;
}

/**
 * bridge_log_heights_sum:
 * @self: the heights
 * @n: of how many items
 *
 * Returns: how high the first @n are together
 */
double
bridge_log_heights_sum (BridgeLogHeights *self,
                        guint             n)
{
  const guint16 *seen = (const guint16 *) (gpointer) self->seen->data;
  guint64 sum = 0;
  guint unseen = 0;

  for (guint i = 0; i < n; i++)
    {
      sum += seen[i];
      unseen += seen[i] == 0;
    }

  return (double) sum + (double) unseen * self->usual;
}

/**
 * bridge_log_heights_find:
 * @self: the heights
 * @y: a place below the top of the first item
 * @inside: (out): how far it is below the top of the item that is there
 *
 * Returns: the item there, or the last one
 */
guint
bridge_log_heights_find (BridgeLogHeights *self,
                         double            y,
                         double           *inside)
{
  guint item = 0;

  while (item + 1 < self->seen->len && y >= bridge_log_heights_get (self, item))
    y -= bridge_log_heights_get (self, item++);
  *inside = y;

  return item;
}

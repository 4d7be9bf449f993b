/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "bridge-check-in-held"

#include "config.h"

#include "bridge-check-in-held.h"

#include <string.h>

#define KEY "bridge-check-in-held"

/**
 * bridge_check_in_held_free:
 * @self: (transfer full): what somebody had begun
 *
 * Frees it, with zeros over what was said.
 */
void
bridge_check_in_held_free (BridgeCheckInHeld *self)
{
  if (self->words != NULL)
    explicit_bzero (self->words, strlen (self->words));
  g_free (self->words);
  g_clear_object (&self->editing);
  g_clear_object (&self->waiting);
  explicit_bzero (self, sizeof *self);
  g_free (self);
}

/* (transfer none) (nullable): of that person, the oldest first */
static GPtrArray *
peek (BridgeSpace *space,
      const char  *person_id)
{
  GHashTable *all = g_object_get_data (G_OBJECT (space), KEY);

  return all != NULL && person_id != NULL ? g_hash_table_lookup (all, person_id) : NULL;
}

static void
forget_sealed (gpointer person_id,
               gpointer own,
               gpointer space)
{
  GPtrArray *all = own;

  if (bridge_space_has_private (space, person_id))
    return;
  for (guint i = all->len; i > 0; i--)
    if (((BridgeCheckInHeld *) g_ptr_array_index (all, i - 1))->sealed)
      g_ptr_array_remove_index (all, i - 1);
}

/**
 * bridge_check_in_forget_erased:
 * @space: the space
 *
 * Lets go of what only a passphrase was to bring back, where the private space it belongs to is erased.
 */
void
bridge_check_in_forget_erased (BridgeSpace *space)
{
  GHashTable *all = g_object_get_data (G_OBJECT (space), KEY);

  if (all != NULL)
    g_hash_table_foreach (all, forget_sealed, space);
}

static void
space_changed_cb (BridgeSpace *space,
                  BridgeKinds  kinds)
{
  if (kinds & BRIDGE_KIND_PRIVATE)
    bridge_check_in_forget_erased (space);
}

/**
 * bridge_check_in_hold:
 * @space: the space, with which it goes
 * @person_id: whose it is
 * @held: (transfer full): what they had begun
 *
 * Keeps it for them, out of sight, until they come back to it or the space is closed.
 */
void
bridge_check_in_hold (BridgeSpace       *space,
                      const char        *person_id,
                      BridgeCheckInHeld *held)
{
  GHashTable *all = g_object_get_data (G_OBJECT (space), KEY);
  GPtrArray *own;

  if (all == NULL)
    {
      all = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_ptr_array_unref);
      g_object_set_data_full (G_OBJECT (space), KEY, all, (GDestroyNotify) g_hash_table_unref);
      g_signal_connect (space, "changed", G_CALLBACK (space_changed_cb), NULL);
    }
  own = g_hash_table_lookup (all, person_id);
  if (own == NULL)
    {
      own = g_ptr_array_new_with_free_func ((GDestroyNotify) bridge_check_in_held_free);
      g_hash_table_insert (all, g_strdup (person_id), own);
    }
  g_ptr_array_add (own, held);
}

/**
 * bridge_check_in_is_held:
 * @space: the space
 * @person_id: (nullable): a person
 *
 * Returns: whether something is kept for them
 */
gboolean
bridge_check_in_is_held (BridgeSpace *space,
                         const char  *person_id)
{
  GPtrArray *own = peek (space, person_id);

  return own != NULL && own->len > 0;
}

/**
 * bridge_check_in_take_held:
 * @space: the space
 * @person_id: (nullable): a person
 *
 * Returns: (transfer full) (nullable): what they began last, which is not kept any more
 */
BridgeCheckInHeld *
bridge_check_in_take_held (BridgeSpace *space,
                           const char  *person_id)
{
  GPtrArray *own = peek (space, person_id);

  return own != NULL && own->len > 0 ? g_ptr_array_steal_index (own, own->len - 1) : NULL;
}

static gboolean
is_gone (gpointer person_id,
         gpointer own,
         gpointer space)
{
  return bridge_space_find_person (space, person_id) == NULL;
}

/**
 * bridge_check_in_forget_gone:
 * @space: the space
 *
 * Lets go of what somebody had begun who has left.
 */
void
bridge_check_in_forget_gone (BridgeSpace *space)
{
  GHashTable *all = g_object_get_data (G_OBJECT (space), KEY);

  if (all != NULL)
    g_hash_table_foreach_remove (all, is_gone, space);
}

/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "bridge-store"

#include "config.h"

#include "bridge-private-roll.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "bridge-ids.h"
#include "bridge-store-private.h"

#define ENTRIES_TABLE "private_entries"
#define ROLL_TABLE "vaults"

/* A row's first byte; the words follow after eight, so that numbers in them stand where they can be read in place. */
#define FILLER 0
#define FILLED 1
#define HEADER 8

/* id, version, whether it is filled */
#define RECORD (BRIDGE_ROLL_ID + 8 + 1)

static void
pack_id (const char *id,
         guint8     *packed)
{
  guint n = 0;

  memset (packed, 0, BRIDGE_ROLL_ID);
  for (const char *p = id; *p != '\0' && n < 2 * BRIDGE_ROLL_ID; p++)
    {
      int digit = g_ascii_xdigit_value (*p);

      if (digit < 0)
        continue;
      packed[n / 2] |= (guint8) (digit << (n % 2 == 0 ? 4 : 0));
      n++;
    }
}

/**
 * bridge_private_roll_get_id:
 * @item: an item
 * @id: (out caller-allocates): room for 37 bytes
 *
 * Gives the id as the row has it.
 */
void
bridge_private_roll_get_id (const BridgeRollItem *item,
                            char                 *id)
{
  static const char digits[] = "0123456789abcdef";
  guint n = 0;

  for (guint i = 0; i < BRIDGE_ROLL_ID; i++)
    {
      if (i == 4 || i == 6 || i == 8 || i == 10)
        id[n++] = '-';
      id[n++] = digits[item->id[i] >> 4];
      id[n++] = digits[item->id[i] & 15];
    }
  id[n] = '\0';
}

/**
 * bridge_private_roll_new:
 *
 * Returns: (transfer full): one without rows
 */
BridgePrivateRoll *
bridge_private_roll_new (void)
{
  BridgePrivateRoll *self = g_new (BridgePrivateRoll, 1);

  self->items = g_array_new (FALSE, TRUE, sizeof (BridgeRollItem));
  return self;
}

/**
 * bridge_private_roll_free:
 * @self: (transfer full): a roll
 *
 * Frees it.
 */
void
bridge_private_roll_free (BridgePrivateRoll *self)
{
  if (self->items->len > 0)
    sodium_memzero (self->items->data, self->items->len * sizeof (BridgeRollItem));
  g_array_unref (self->items);
  g_free (self);
}

/* Where @packed stands, or belongs. */
static gboolean
look_up (BridgePrivateRoll *self,
         const guint8      *packed,
         guint             *index)
{
  guint low = 0;
  guint high = self->items->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;
      int order = memcmp (g_array_index (self->items, BridgeRollItem, middle).id, packed, BRIDGE_ROLL_ID);

      if (order == 0)
        {
          *index = middle;
          return TRUE;
        }
      if (order < 0)
        low = middle + 1;
      else
        high = middle;
    }
  *index = low;
  return FALSE;
}

/**
 * bridge_private_roll_find:
 * @self: a roll
 * @id: a row's id
 *
 * Returns: (transfer none) (nullable): what it says about the row, good until something is put in
 */
BridgeRollItem *
bridge_private_roll_find (BridgePrivateRoll *self,
                          const char        *id)
{
  guint8 packed[BRIDGE_ROLL_ID];
  guint index;

  pack_id (id, packed);
  return look_up (self, packed, &index) ? &g_array_index (self->items, BridgeRollItem, index) : NULL;
}

/**
 * bridge_private_roll_put:
 * @self: a roll
 * @id: a row's id
 * @version: its version
 * @filled: whether it holds an entry
 *
 * Notes the state of a row.
 */
void
bridge_private_roll_put (BridgePrivateRoll *self,
                         const char        *id,
                         gint64             version,
                         gboolean           filled)
{
  BridgeRollItem item = { .version = version, .filled = filled };
  guint index;

  pack_id (id, item.id);
  if (look_up (self, item.id, &index))
    g_array_index (self->items, BridgeRollItem, index) = item;
  else
    g_array_insert_val (self->items, index, item);
}

/**
 * bridge_private_roll_pick_filler:
 * @self: a roll
 *
 * Chooses at random, so that the place of an entry says nothing about when it was written.
 *
 * Returns: (transfer none) (nullable): a filler; %NULL: every row is filled
 */
BridgeRollItem *
bridge_private_roll_pick_filler (BridgePrivateRoll *self)
{
  guint fillers = 0;
  guint nth;

  for (guint i = 0; i < self->items->len; i++)
    fillers += !g_array_index (self->items, BridgeRollItem, i).filled;
  if (fillers == 0)
    return NULL;

  nth = bridge_random_below (fillers);
  for (guint i = 0;; i++)
    {
      BridgeRollItem *item = &g_array_index (self->items, BridgeRollItem, i);

      if (!item->filled && nth-- == 0)
        return item;
    }
}

static BridgePrivateRoll *
read_roll (GBytes *plain)
{
  g_autoptr (BridgePrivateRoll) self = bridge_private_roll_new ();
  gsize length;
  const guint8 *data = g_bytes_get_data (plain, &length);

  if (length % RECORD != 0)
    return NULL;
  for (gsize at = 0; at < length; at += RECORD)
    {
      BridgeRollItem item = { .filled = data[at + RECORD - 1] == FILLED };
      guint64 version;

      memcpy (item.id, data + at, BRIDGE_ROLL_ID);
      memcpy (&version, data + at + BRIDGE_ROLL_ID, sizeof version);
      item.version = (gint64) GUINT64_FROM_LE (version);
      g_array_append_val (self->items, item);
    }
  return g_steal_pointer (&self);
}

/**
 * bridge_private_roll_load:
 * @db: a connection
 * @vault: an unlocked vault
 * @error: where to say what went wrong
 *
 * Returns: (transfer full) (nullable): what was saved last, or %NULL with %BRIDGE_ERROR_DAMAGED, %BRIDGE_ERROR_LOCKED,
 *   %BRIDGE_ERROR_NOT_FOUND or another error of the database
 */
BridgePrivateRoll *
bridge_private_roll_load (BridgeDatabase  *db,
                          BridgeVault     *vault,
                          GError         **error)
{
  sqlite3_stmt *statement = bridge_statement_get (db, "SELECT roll FROM vaults WHERE id = ?1", error);
  g_autoptr (GError) local_error = NULL;
  g_autoptr (GBytes) plain = NULL;
  BridgePrivateRoll *self = NULL;

  if (statement == NULL)
    return NULL;
  bridge_bind_text (statement, 1, vault->id);
  if (!bridge_statement_step (db, statement, &local_error))
    {
      if (local_error != NULL)
        g_propagate_error (error, g_steal_pointer (&local_error));
      else
        g_set_error_literal (error, BRIDGE_ERROR, BRIDGE_ERROR_NOT_FOUND, _("This private space is not here any more."));
      return NULL;
    }
  plain = bridge_vault_open (vault, ROLL_TABLE, vault->id, 0, sqlite3_column_blob (statement, 0),
                             (gsize) sqlite3_column_bytes (statement, 0), error);
  sqlite3_reset (statement);
  if (plain == NULL)
    return NULL;

  self = read_roll (plain);
  if (self == NULL)
    g_set_error_literal (error, BRIDGE_ERROR, BRIDGE_ERROR_DAMAGED,
                         _("The list of your private entries was changed outside of Footbridge. Nothing was deleted."));
  return self;
}

/**
 * bridge_private_roll_save:
 * @self: a roll
 * @db: a connection, in a transaction
 * @vault: an unlocked vault
 * @error: where to say what went wrong
 *
 * Writes it beside its vault.
 *
 * Returns: %FALSE with an error
 */
gboolean
bridge_private_roll_save (BridgePrivateRoll  *self,
                          BridgeDatabase     *db,
                          BridgeVault        *vault,
                          GError            **error)
{
  gsize length = self->items->len * RECORD;
  guint8 *plain = g_malloc0 (length + 1);
  g_autoptr (GBytes) sealed = NULL;
  sqlite3_stmt *statement;

  for (guint i = 0; i < self->items->len; i++)
    {
      const BridgeRollItem *item = &g_array_index (self->items, BridgeRollItem, i);
      guint64 version = GUINT64_TO_LE ((guint64) item->version);

      memcpy (plain + i * RECORD, item->id, BRIDGE_ROLL_ID);
      memcpy (plain + i * RECORD + BRIDGE_ROLL_ID, &version, sizeof version);
      plain[i * RECORD + RECORD - 1] = item->filled ? FILLED : FILLER;
    }
  sealed = bridge_vault_seal (vault, ROLL_TABLE, vault->id, 0, plain, length, error);
  sodium_memzero (plain, length);
  g_free (plain);
  if (sealed == NULL)
    return FALSE;

  statement = bridge_statement_get (db, "UPDATE vaults SET roll = ?2 WHERE id = ?1", error);
  if (statement == NULL)
    return FALSE;
  bridge_bind_text (statement, 1, vault->id);
  sqlite3_bind_blob64 (statement, 2, g_bytes_get_data (sealed, NULL), g_bytes_get_size (sealed), SQLITE_TRANSIENT);
  return bridge_store_run_write (db, statement, error);
}

/* How long a filler is: as entries mostly are, so that their length alone does not give short ones away. */
static gsize
make_filler_length (void)
{
  static const gsize steps[] = { 1, 1, 1, 1, 2, 2, 2, 3, 3, 4 };

  return steps[bridge_random_below (G_N_ELEMENTS (steps))] * BRIDGE_VAULT_STEP - 1;
}

/**
 * bridge_private_seal_row:
 * @vault: an unlocked vault
 * @id: the row's id
 * @version: its version
 * @words: (nullable): an entry; %NULL: a filler
 * @error: where to say what went wrong
 *
 * Returns: (transfer full) (nullable): what the row keeps
 */
GBytes *
bridge_private_seal_row (BridgeVault  *vault,
                         const char   *id,
                         gint64        version,
                         GBytes       *words,
                         GError      **error)
{
  gsize size = words != NULL ? g_bytes_get_size (words) + HEADER : make_filler_length ();
  guint8 *plain = g_malloc0 (size);
  GBytes *sealed;

  if (words != NULL)
    {
      plain[0] = FILLED;
      memcpy (plain + HEADER, g_bytes_get_data (words, NULL), size - HEADER);
    }
  sealed = bridge_vault_seal (vault, ENTRIES_TABLE, id, version, plain, size, error);
  sodium_memzero (plain, size);
  g_free (plain);
  return sealed;
}

/**
 * bridge_private_open_row:
 * @vault: an unlocked vault
 * @id: the row's id
 * @version: its version
 * @sealed: (array length=length): what the row keeps
 * @length: bytes
 * @words: (out) (transfer full) (nullable): an entry; %NULL: a filler
 *
 * Returns: whether it could be opened
 */
gboolean
bridge_private_open_row (BridgeVault    *vault,
                         const char     *id,
                         gint64          version,
                         gconstpointer   sealed,
                         gsize           length,
                         GBytes        **words)
{
  g_autoptr (GBytes) plain = bridge_vault_open (vault, ENTRIES_TABLE, id, version, sealed, length, NULL);
  gsize size;
  const guint8 *data;

  *words = NULL;
  if (plain == NULL)
    return FALSE;
  data = g_bytes_get_data (plain, &size);
  if (size >= HEADER && data[0] == FILLED)
    *words = g_bytes_new_from_bytes (plain, HEADER, size - HEADER);
  return TRUE;
}

/**
 * bridge_private_roll_grow:
 * @self: a roll
 * @db: a connection, in a transaction
 * @vault: an unlocked vault
 * @error: where to say what went wrong
 *
 * Doubles the rows with fillers, so that their number says next to nothing. Each gets a random place in the table.
 *
 * Returns: %FALSE with an error
 */
gboolean
bridge_private_roll_grow (BridgePrivateRoll  *self,
                          BridgeDatabase     *db,
                          BridgeVault        *vault,
                          GError            **error)
{
  guint n = MAX (self->items->len, BRIDGE_PRIVATE_FIRST_ROWS);

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *id = bridge_id_new ();
      gint64 version = bridge_random_version ();
      g_autoptr (GBytes) sealed = bridge_private_seal_row (vault, id, version, NULL, error);
      sqlite3_stmt *statement =
        bridge_statement_get (db, "INSERT INTO private_entries (seq, id, person_id, version, sealed, created_at, updated_at,"
                              " deleted_at, device) VALUES (?1, ?2, ?3, ?4, ?5, 0, 0, 0, ?6)", sealed != NULL ? error : NULL);

      if (sealed == NULL || statement == NULL)
        return FALSE;
      bridge_bind_int (statement, 1, bridge_random_version ());
      bridge_bind_text (statement, 2, id);
      bridge_bind_text (statement, 3, vault->person_id);
      bridge_bind_int (statement, 4, version);
      sqlite3_bind_blob64 (statement, 5, g_bytes_get_data (sealed, NULL), g_bytes_get_size (sealed), SQLITE_TRANSIENT);
      bridge_bind_text (statement, 6, bridge_database_get_device (db));
      if (!bridge_store_run_write (db, statement, error))
        return FALSE;
      bridge_private_roll_put (self, id, version, FALSE);
    }
  return TRUE;
}

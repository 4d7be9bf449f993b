/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "bridge-space"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#include "bridge-space-private.h"

/* Who leaves goes alone and at once: nothing waits for the other one, and nothing is left that tells of it. */

/**
 * bridge_space_dup_name:
 * @self: a space
 * @id: a person's whole id
 *
 * Returns: (transfer full) (nullable): how the person is called, or was who has left; %NULL where the name was taken along
 */
char *
bridge_space_dup_name (BridgeSpace *self,
                       const char  *id)
{
  BridgePerson *person;
  g_autoptr (BridgePerson) left = NULL;

  g_return_val_if_fail (BRIDGE_IS_SPACE (self), NULL);
  g_return_val_if_fail (id != NULL, NULL);

  person = bridge_space_find_person (self, id);
  if (person == NULL)
    person = left = bridge_store_load_person (bridge_space_get_database (self), id, NULL);
  if (person == NULL || g_str_equal (bridge_person_get_name (person), BRIDGE_NO_NAME))
    return NULL;
  return g_strdup (bridge_person_get_name (person));
}

/**
 * bridge_space_dup_called:
 * @self: a space
 * @id: (nullable): a person's whole id
 * @begins: it is the beginning of a sentence
 *
 * Returns: (transfer full): the name, or what stands in its place where it was taken along. That somebody left is not said.
 */
char *
bridge_space_dup_called (BridgeSpace *self,
                         const char  *id,
                         gboolean     begins)
{
  char *name;

  g_return_val_if_fail (BRIDGE_IS_SPACE (self), NULL);

  name = id != NULL ? bridge_space_dup_name (self, id) : NULL;
  if (name != NULL)
    return name;
  /* Where somebody else has come since, "the other one" would be them. */
  if (bridge_space_get_partner (self) != NULL)
    return g_strdup (begins ? C_("at the beginning of a sentence", "Somebody who was here before")
                            : C_("within a sentence", "somebody who was here before"));
  return g_strdup (begins ? C_("at the beginning of a sentence", "The other of the two")
                          : C_("within a sentence", "the other of the two"));
}

/* The backups first, while all of it can still be called off. */
static gboolean
write_leaving (BridgeSpace  *self,
               const char   *id,
               gboolean      take_name,
               GError      **error)
{
  BridgeDatabase *db = bridge_space_get_database (self);
  gint64 now = bridge_space_now (self);

  if (!bridge_database_begin (db, error))
    return FALSE;
  if (!bridge_store_person_leaves (db, id, take_name, now, error) ||
      !bridge_store_erase_from_backups (db, id, take_name, error))
    {
      bridge_database_rollback (db);
      return FALSE;
    }
  return bridge_database_commit (db, error);
}

/**
 * bridge_space_leave:
 * @self: a space of two
 * @id: the person who leaves
 * @take_name: not even the name stays
 * @error: where to say what went wrong
 *
 * Makes a space of two one of the one who stays. What is @id's own is erased, from the backups beside the database too; what
 * was of both stays, and rests. Before that a backup is made, for the one who stays: it has nothing of @id's own either.
 * There is no Undo.
 *
 * Returns: %FALSE with %BRIDGE_ERROR_NOT_FOUND, %BRIDGE_ERROR_STATE, %BRIDGE_ERROR_READ_ONLY, %BRIDGE_ERROR_STORAGE or another
 *   error of the database; then nobody has left
 */
gboolean
bridge_space_leave (BridgeSpace  *self,
                    const char   *id,
                    gboolean      take_name,
                    GError      **error)
{
  BridgeDatabase *db;
  g_autofree char *backup = NULL;
  g_autofree char *leaver = NULL;

  g_return_val_if_fail (BRIDGE_IS_SPACE (self), FALSE);
  g_return_val_if_fail (id != NULL, FALSE);

  bridge_space_refresh (self);
  db = bridge_space_get_database (self);
  if (bridge_space_find_person (self, id) == NULL)
    {
      g_set_error_literal (error, BRIDGE_ERROR, BRIDGE_ERROR_NOT_FOUND, _("There is no such person here."));
      return FALSE;
    }
  if (bridge_space_get_partner (self) == NULL)
    {
      g_set_error_literal (error, BRIDGE_ERROR, BRIDGE_ERROR_STATE,
                           _("You are alone here. To take everything away, erase it."));
      return FALSE;
    }
  if (bridge_space_get_read_only (self))
    {
      g_set_error_literal (error, BRIDGE_ERROR, BRIDGE_ERROR_READ_ONLY, bridge_space_get_read_only_reason (self));
      return FALSE;
    }

  leaver = g_strdup (id);
  backup = bridge_database_backup (db, "before-leaving", error);
  if (backup == NULL)
    return FALSE;
  if (!write_leaving (self, leaver, take_name, error))
    {
      g_unlink (backup);
      bridge_space_explain_failure (self, error);
      return FALSE;
    }

  g_debug ("%s has left", leaver);
  bridge_space_committed (self, BRIDGE_KIND_ALL);
  return TRUE;
}

/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "bridge-space"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "bridge-space-private.h"
#include "bridge-words.h"

/* The list keeps the object, so the borrowed pointer is good until the list changes. */
static BridgePerson *
peek_person (BridgeSpace *self,
             guint        position)
{
  g_autoptr (BridgePerson) person = g_list_model_get_item (bridge_space_get_persons (self), position);

  return person;
}

/**
 * bridge_space_get_me:
 * @self: a space
 *
 * Returns: (transfer none) (nullable): the one who set it up
 */
BridgePerson *
bridge_space_get_me (BridgeSpace *self)
{
  g_return_val_if_fail (BRIDGE_IS_SPACE (self), NULL);

  return peek_person (self, 0);
}

/**
 * bridge_space_get_partner:
 * @self: a space
 *
 * Returns: (transfer none) (nullable): the other one; %NULL: solo
 */
BridgePerson *
bridge_space_get_partner (BridgeSpace *self)
{
  g_return_val_if_fail (BRIDGE_IS_SPACE (self), NULL);

  return peek_person (self, 1);
}

/**
 * bridge_space_get_listener:
 * @self: a space
 *
 * Returns: (transfer none) (nullable): the one of two who is not speaking; %NULL: solo
 */
BridgePerson *
bridge_space_get_listener (BridgeSpace *self)
{
  g_return_val_if_fail (BRIDGE_IS_SPACE (self), NULL);

  return peek_person (self, bridge_space_get_speaker (self) == peek_person (self, 0) ? 1 : 0);
}

/**
 * bridge_space_find_person:
 * @self: a space
 * @id: a person's id
 *
 * Returns: (transfer none) (nullable): the person
 */
BridgePerson *
bridge_space_find_person (BridgeSpace *self,
                          const char  *id)
{
  g_return_val_if_fail (BRIDGE_IS_SPACE (self), NULL);

  for (guint i = 0; i < g_list_model_get_n_items (bridge_space_get_persons (self)); i++)
    {
      BridgePerson *person = peek_person (self, i);

      if (g_strcmp0 (bridge_person_get_id (person), id) == 0)
        return person;
    }
  return NULL;
}

static BridgePerson *
make_person (const char  *name,
             int          position,
             GError     **error)
{
  g_autofree char *clean = name != NULL ? bridge_text_clean (name, FALSE) : NULL;
  g_autoptr (BridgePerson) person = bridge_person_new (clean != NULL ? clean : "");

  g_object_set (person, "position", position, "colour", position, NULL);
  return bridge_person_validate (person, error) ? g_steal_pointer (&person) : NULL;
}

/* First names are for good: they can be changed, not taken back, so Undo does not offer it. */
static gboolean
save_persons (BridgeSpace   *self,
              BridgePerson  *first,
              BridgePerson  *second,
              GError       **error)
{
  g_autoptr (BridgeCommand) command = bridge_command_new (_("Names noted"));

  bridge_command_add (command, NULL, first);
  if (second != NULL)
    bridge_command_add (command, NULL, second);
  if (!bridge_command_apply (command, bridge_space_get_database (self), TRUE, bridge_space_now (self), error))
    return FALSE;

  bridge_space_committed (self, BRIDGE_KIND_PERSONS);
  return TRUE;
}

/**
 * bridge_space_set_up:
 * @self: a space
 * @me: a name
 * @partner: (nullable): the other's name; %NULL: just me
 * @error: where to say what went wrong
 *
 * Gives the one or two a name, once.
 *
 * Returns: %FALSE with %BRIDGE_ERROR_STATE (set up already), %BRIDGE_ERROR_INVALID_VALUE or an error of the database
 */
gboolean
bridge_space_set_up (BridgeSpace  *self,
                     const char   *me,
                     const char   *partner,
                     GError      **error)
{
  g_autoptr (BridgePerson) first = NULL;
  g_autoptr (BridgePerson) second = NULL;

  g_return_val_if_fail (BRIDGE_IS_SPACE (self), FALSE);

  bridge_space_refresh (self);
  if (bridge_space_get_me (self) != NULL)
    {
      g_set_error_literal (error, BRIDGE_ERROR, BRIDGE_ERROR_STATE, _("Footbridge has been set up already. Names can be changed."));
      return FALSE;
    }

  first = make_person (me, 0, error);
  if (first == NULL)
    return FALSE;
  if (partner != NULL)
    {
      second = make_person (partner, 1, error);
      if (second == NULL)
        return FALSE;
    }
  return save_persons (self, first, second, error);
}

/**
 * bridge_space_add_partner:
 * @self: a space
 * @name: the other's name
 * @error: where to say what went wrong
 *
 * Makes a space of one a space of two.
 *
 * Returns: %FALSE with %BRIDGE_ERROR_STATE, %BRIDGE_ERROR_NOT_SET_UP, %BRIDGE_ERROR_INVALID_VALUE or an error of the database
 */
gboolean
bridge_space_add_partner (BridgeSpace  *self,
                          const char   *name,
                          GError      **error)
{
  g_autoptr (BridgePerson) person = NULL;

  g_return_val_if_fail (BRIDGE_IS_SPACE (self), FALSE);

  if (!bridge_space_require_set_up (self, error))
    return FALSE;
  if (bridge_space_get_partner (self) != NULL)
    {
      g_set_error_literal (error, BRIDGE_ERROR, BRIDGE_ERROR_STATE, _("There are two of you already. Names can be changed."));
      return FALSE;
    }

  person = make_person (name, 1, error);
  if (person != NULL && bridge_person_get_colour (bridge_space_get_me (self)) == 1)
    g_object_set (person, "colour", 0, NULL);
  return person != NULL && save_persons (self, person, NULL, error);
}

/**
 * bridge_space_rename_person:
 * @self: a space
 * @id: a person's id
 * @name: the new name
 * @error: where to say what went wrong
 *
 * Gives a person another name.
 *
 * Returns: %FALSE with %BRIDGE_ERROR_NOT_FOUND, %BRIDGE_ERROR_INVALID_VALUE or an error of the database
 */
gboolean
bridge_space_rename_person (BridgeSpace  *self,
                            const char   *id,
                            const char   *name,
                            GError      **error)
{
  BridgePerson *person;
  g_autoptr (BridgePerson) before = NULL;
  g_autoptr (BridgePerson) after = NULL;
  g_autoptr (BridgeCommand) command = NULL;
  g_autofree char *clean = NULL;

  g_return_val_if_fail (BRIDGE_IS_SPACE (self), FALSE);

  person = bridge_space_find_person (self, id);
  if (person == NULL)
    {
      g_set_error_literal (error, BRIDGE_ERROR, BRIDGE_ERROR_NOT_FOUND, _("There is no such person here."));
      return FALSE;
    }

  clean = name != NULL ? bridge_text_clean (name, FALSE) : NULL;
  before = bridge_person_copy (person);
  after = bridge_person_copy (person);
  g_object_set (after, "name", clean != NULL ? clean : "", NULL);
  if (!bridge_person_validate (after, error))
    return FALSE;
  if (g_strcmp0 (bridge_person_get_name (before), bridge_person_get_name (after)) == 0)
    return TRUE;

  command = bridge_command_new (_("Name changed"));
  bridge_command_add (command, before, after);
  return bridge_space_run (self, g_steal_pointer (&command), error);
}

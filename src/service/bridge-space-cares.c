/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "bridge-space"

#include "config.h"

#include "bridge-space-cares.h"

#include <glib/gi18n-lib.h>

#include "bridge-space-private.h"
#include "bridge-words.h"

/* The day for looking at a plan is kept with one of its lines, so that one reminder comes for it. */

/**
 * bridge_space_list_own_cares:
 * @self: a space
 *
 * Returns: (transfer full) (element-type BridgeCare): the plan of whoever is speaking, by area
 */
GPtrArray *
bridge_space_list_own_cares (BridgeSpace *self)
{
  GPtrArray *own = g_ptr_array_new_with_free_func (g_object_unref);
  GListModel *cares;
  const char *speaker_id;

  g_return_val_if_fail (BRIDGE_IS_SPACE (self), own);

  cares = bridge_space_get_cares (self);
  speaker_id = bridge_space_get_speaker_id (self);
  for (BridgeCareArea area = BRIDGE_CARE_SLEEP; area <= BRIDGE_CARE_INTERESTS; area++)
    for (guint i = 0; speaker_id != NULL && i < g_list_model_get_n_items (cares); i++)
      {
        g_autoptr (BridgeCare) care = g_list_model_get_item (cares, i);

        if (bridge_care_get_area (care) == area && g_strcmp0 (bridge_care_get_person_id (care), speaker_id) == 0)
          g_ptr_array_add (own, g_steal_pointer (&care));
      }
  return own;
}

/**
 * bridge_space_find_care:
 * @self: a space
 * @id_or_prefix: an id, or how one begins
 * @error: where to say what went wrong
 *
 * Looks in the plan of whoever is speaking; what the other one plans for themself is not found.
 *
 * Returns: (transfer full) (nullable): a copy, or %NULL with %BRIDGE_ERROR_NOT_FOUND or %BRIDGE_ERROR_AMBIGUOUS
 */
BridgeCare *
bridge_space_find_care (BridgeSpace  *self,
                        const char   *id_or_prefix,
                        GError      **error)
{
  g_autoptr (GPtrArray) own = NULL;
  g_autoptr (GListStore) store = g_list_store_new (BRIDGE_TYPE_CARE);
  g_autoptr (BridgeCare) found = NULL;

  g_return_val_if_fail (BRIDGE_IS_SPACE (self), NULL);
  g_return_val_if_fail (id_or_prefix != NULL, NULL);

  own = bridge_space_list_own_cares (self);
  g_list_store_splice (store, 0, 0, own->pdata, own->len);
  found = bridge_list_require (G_LIST_MODEL (store), (BridgeKeyFunc) bridge_care_get_id, id_or_prefix, error);
  return found != NULL ? bridge_care_copy (found) : NULL;
}

/**
 * bridge_space_add_care:
 * @self: a space
 * @area: what it takes care of
 * @text: what is to be done
 * @error: where to say what went wrong
 *
 * Adds a line to the plan of whoever is speaking.
 *
 * Returns: (transfer full) (nullable): as it is stored, or %NULL with %BRIDGE_ERROR_NOT_SET_UP, %BRIDGE_ERROR_INVALID_VALUE,
 *   %BRIDGE_ERROR_STATE (it is in the plan) or an error of the database
 */
BridgeCare *
bridge_space_add_care (BridgeSpace     *self,
                       BridgeCareArea   area,
                       const char      *text,
                       GError         **error)
{
  g_autoptr (BridgeCare) care = NULL;
  g_autoptr (GPtrArray) own = NULL;
  g_autofree char *clean = NULL;

  g_return_val_if_fail (BRIDGE_IS_SPACE (self), NULL);
  g_return_val_if_fail (text != NULL, NULL);

  clean = bridge_text_clean (text, FALSE);
  if (!bridge_space_require_set_up (self, error) ||
      !bridge_text_check (bridge_care_area_get_label (area), clean, 1, BRIDGE_CARE_TEXT_MAX, error))
    return NULL;
  own = bridge_space_list_own_cares (self);
  for (guint i = 0; i < own->len; i++)
    if (bridge_care_get_area (g_ptr_array_index (own, i)) == area &&
        bridge_text_same_name (clean, bridge_care_get_text (g_ptr_array_index (own, i))))
      {
        g_set_error (error, BRIDGE_ERROR, BRIDGE_ERROR_STATE, _("“%s” is in your plan already."), clean);
        return NULL;
      }

  care = bridge_care_new (bridge_space_get_speaker_id (self), area, clean);
  bridge_row_take_identity (care, NULL);
  return bridge_space_run_change (self, _("Added to your plan"), NULL, care, error)
           ? bridge_space_find_care (self, bridge_care_get_id (care), error)
           : NULL;
}

/* The day for looking at the plan goes on with another of its lines. */
static void
pass_review_on (BridgeSpace   *self,
                BridgeCommand *command,
                BridgeCare    *removed)
{
  g_autoptr (GPtrArray) own = bridge_space_list_own_cares (self);

  if (bridge_care_get_review_on (removed) == BRIDGE_LOCAL_NONE)
    return;
  for (guint i = 0; i < own->len; i++)
    {
      BridgeCare *care = g_ptr_array_index (own, i);
      g_autoptr (BridgeCare) after = NULL;

      if (g_strcmp0 (bridge_care_get_id (care), bridge_care_get_id (removed)) == 0)
        continue;
      after = bridge_care_copy (care);
      g_object_set (after,
                    "review-on", bridge_care_get_review_on (removed),
                    "reminding-since", bridge_care_get_reminding_since (removed),
                    NULL);
      bridge_command_add (command, care, after);
      return;
    }
}

/**
 * bridge_space_remove_care:
 * @self: a space
 * @id: of a line of the speaker’s plan
 * @error: where to say what went wrong
 *
 * Takes it out of the plan; Undo brings it back.
 *
 * Returns: %FALSE with %BRIDGE_ERROR_NOT_FOUND or an error of the database
 */
gboolean
bridge_space_remove_care (BridgeSpace  *self,
                          const char   *id,
                          GError      **error)
{
  g_autoptr (BridgeCare) before = NULL;
  g_autoptr (BridgeCommand) command = NULL;

  g_return_val_if_fail (BRIDGE_IS_SPACE (self), FALSE);
  g_return_val_if_fail (id != NULL, FALSE);

  before = bridge_space_find_care (self, id, error);
  if (before == NULL)
    return FALSE;
  command = bridge_command_new (_("Taken out of your plan"));
  bridge_command_add (command, before, NULL);
  pass_review_on (self, command, before);
  return bridge_space_run (self, g_steal_pointer (&command), error);
}

/**
 * bridge_space_link_care:
 * @self: a space
 * @id: of a line of the speaker’s plan
 * @ritual_id: of the ritual that came of it
 * @error: where to say what went wrong
 *
 * Notes that a ritual came of it. Undo takes back the ritual, and then none came of it.
 *
 * Returns: %FALSE with %BRIDGE_ERROR_NOT_FOUND or an error of the database
 */
gboolean
bridge_space_link_care (BridgeSpace  *self,
                        const char   *id,
                        const char   *ritual_id,
                        GError      **error)
{
  g_autoptr (BridgeCare) before = NULL;
  g_autoptr (BridgeCare) after = NULL;
  g_autoptr (BridgeRitual) ritual = NULL;
  g_autoptr (BridgeCommand) command = NULL;

  g_return_val_if_fail (BRIDGE_IS_SPACE (self), FALSE);
  g_return_val_if_fail (id != NULL && ritual_id != NULL, FALSE);

  before = bridge_space_find_care (self, id, error);
  ritual = before != NULL ? bridge_space_find_ritual (self, ritual_id, error) : NULL;
  if (ritual == NULL)
    return FALSE;
  after = bridge_care_copy (before);
  g_object_set (after, "ritual-id", bridge_ritual_get_id (ritual), NULL);
  command = bridge_command_new ("");
  bridge_command_add (command, before, after);
  return bridge_space_run_for_good (self, g_steal_pointer (&command), error);
}

/**
 * bridge_space_peek_ritual_of_care:
 * @self: a space
 * @care: a line of a plan
 *
 * Returns: (transfer none) (nullable): the ritual that came of it, if it is there
 */
BridgeRitual *
bridge_space_peek_ritual_of_care (BridgeSpace *self,
                                  BridgeCare  *care)
{
  g_return_val_if_fail (BRIDGE_IS_SPACE (self), NULL);
  g_return_val_if_fail (BRIDGE_IS_CARE (care), NULL);

  return bridge_care_get_ritual_id (care) != NULL ? bridge_space_peek_ritual (self, bridge_care_get_ritual_id (care)) : NULL;
}

/**
 * bridge_space_get_care_review:
 * @self: a space
 *
 * Returns: the day on which the speaker wants to look at the plan, local midnight, past ones too; %BRIDGE_LOCAL_NONE: none
 */
BridgeLocal
bridge_space_get_care_review (BridgeSpace *self)
{
  g_autoptr (GPtrArray) own = NULL;

  g_return_val_if_fail (BRIDGE_IS_SPACE (self), BRIDGE_LOCAL_NONE);

  own = bridge_space_list_own_cares (self);
  for (guint i = 0; i < own->len; i++)
    if (bridge_care_get_review_on (g_ptr_array_index (own, i)) != BRIDGE_LOCAL_NONE)
      return bridge_care_get_review_on (g_ptr_array_index (own, i));
  return BRIDGE_LOCAL_NONE;
}

/**
 * bridge_space_set_care_review:
 * @self: a space
 * @day: local midnight, today or later; %BRIDGE_LOCAL_NONE: no day
 * @error: where to say what went wrong
 *
 * Sets the day on which the speaker wants to look at the plan; a reminder comes then.
 *
 * Returns: %FALSE with %BRIDGE_ERROR_STATE (there is no plan), %BRIDGE_ERROR_INVALID_DATE or an error of the database
 */
gboolean
bridge_space_set_care_review (BridgeSpace  *self,
                              BridgeLocal   day,
                              GError      **error)
{
  g_autoptr (BridgeCommand) command = bridge_command_new (_("Day for your plan set"));
  g_autoptr (GPtrArray) own = NULL;
  BridgeLocal today;

  g_return_val_if_fail (BRIDGE_IS_SPACE (self), FALSE);

  own = bridge_space_list_own_cares (self);
  today = bridge_local_day_start (bridge_clock_local_now (bridge_space_get_clock (self)));
  if (own->len == 0)
    {
      g_set_error_literal (error, BRIDGE_ERROR, BRIDGE_ERROR_STATE, _("There is nothing in your plan yet to look at."));
      return FALSE;
    }
  if (day != BRIDGE_LOCAL_NONE && day < today)
    {
      g_set_error_literal (error, BRIDGE_ERROR, BRIDGE_ERROR_INVALID_DATE, _("Choose today or a day to come."));
      return FALSE;
    }

  for (guint i = 0; i < own->len; i++)
    {
      BridgeCare *care = g_ptr_array_index (own, i);
      BridgeLocal wanted = i == 0 ? day : BRIDGE_LOCAL_NONE;
      g_autoptr (BridgeCare) after = NULL;

      if (bridge_care_get_review_on (care) == wanted)
        continue;
      after = bridge_care_copy (care);
      g_object_set (after, "review-on", wanted, "reminding-since", bridge_space_now (self), NULL);
      bridge_command_add (command, care, after);
    }
  return bridge_space_run (self, g_steal_pointer (&command), error);
}

/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "bridge-space"

#include "config.h"

#include "bridge-space-meanings.h"

#include <glib/gi18n-lib.h>

#include "bridge-space-private.h"
#include "bridge-words.h"

/* A ritual that is made of a few words only begins quietly, at a time when evenings begin. */
#define START_HOUR 19
#define MINUTES 30

/**
 * bridge_space_find_meaning:
 * @self: a space
 * @id_or_prefix: an id, or how one begins
 * @error: where to say what went wrong
 *
 * Returns: (transfer full) (nullable): a copy, or %NULL with %BRIDGE_ERROR_NOT_FOUND or %BRIDGE_ERROR_AMBIGUOUS
 */
BridgeMeaning *
bridge_space_find_meaning (BridgeSpace  *self,
                           const char   *id_or_prefix,
                           GError      **error)
{
  g_autoptr (BridgeMeaning) found = NULL;

  g_return_val_if_fail (BRIDGE_IS_SPACE (self), NULL);
  g_return_val_if_fail (id_or_prefix != NULL, NULL);

  found = bridge_list_require (bridge_space_get_meanings (self), (BridgeKeyFunc) bridge_meaning_get_id, id_or_prefix, error);
  return found != NULL ? bridge_meaning_copy (found) : NULL;
}

static gboolean
check_new (BridgeSpace  *self,
           const char   *text,
           GError      **error)
{
  GListModel *meanings = bridge_space_get_meanings (self);

  if (!bridge_text_check (_("What it is"), text, 1, BRIDGE_MEANING_TEXT_MAX, error))
    return FALSE;
  for (guint i = 0; i < g_list_model_get_n_items (meanings); i++)
    {
      g_autoptr (BridgeMeaning) other = g_list_model_get_item (meanings, i);

      if (bridge_text_same_name (text, bridge_meaning_get_text (other)))
        {
          g_set_error (error, BRIDGE_ERROR, BRIDGE_ERROR_STATE, _("“%s” is on the list already."),
                       bridge_meaning_get_text (other));
          return FALSE;
        }
    }
  return TRUE;
}

/**
 * bridge_space_add_meaning:
 * @self: a space
 * @meaning: its words, kind and tense; the rest is given here
 * @error: where to say what went wrong
 *
 * Adds to what the two like, for the speaker: it asks nothing of anybody, so nobody is asked.
 *
 * Returns: (transfer full) (nullable): as it is stored, or %NULL with %BRIDGE_ERROR_NOT_SET_UP, %BRIDGE_ERROR_INVALID_VALUE,
 *   %BRIDGE_ERROR_STATE (it is on the list) or an error of the database
 */
BridgeMeaning *
bridge_space_add_meaning (BridgeSpace    *self,
                          BridgeMeaning  *meaning,
                          GError        **error)
{
  g_autoptr (BridgeMeaning) after = NULL;
  g_autofree char *text = NULL;

  g_return_val_if_fail (BRIDGE_IS_SPACE (self), NULL);
  g_return_val_if_fail (BRIDGE_IS_MEANING (meaning), NULL);

  text = bridge_text_clean (bridge_meaning_get_text (meaning), FALSE);
  if (!bridge_space_require_set_up (self, error) || !check_new (self, text, error))
    return NULL;
  after = bridge_meaning_copy (meaning);
  bridge_row_take_identity (after, NULL);
  g_object_set (after, "text", text, "added-by", bridge_space_get_speaker_id (self), "ritual-id", NULL, NULL);
  return bridge_space_run_change (self, _("Added to the list"), NULL, after, error)
           ? bridge_space_find_meaning (self, bridge_meaning_get_id (after), error)
           : NULL;
}

/**
 * bridge_space_may_remove_meaning:
 * @self: a space
 * @meaning: something on the list
 *
 * Returns: whether it is the speaker’s to take away: they have added it, or are alone
 */
gboolean
bridge_space_may_remove_meaning (BridgeSpace   *self,
                                 BridgeMeaning *meaning)
{
  g_return_val_if_fail (BRIDGE_IS_SPACE (self), FALSE);
  g_return_val_if_fail (BRIDGE_IS_MEANING (meaning), FALSE);

  return bridge_space_get_partner (self) == NULL || bridge_meaning_get_added_by (meaning) == NULL ||
         g_strcmp0 (bridge_meaning_get_added_by (meaning), bridge_space_get_speaker_id (self)) == 0;
}

/**
 * bridge_space_remove_meaning:
 * @self: a space
 * @id: of something on the list
 * @error: where to say what went wrong
 *
 * Takes away what the speaker has added; Undo brings it back.
 *
 * Returns: %FALSE with %BRIDGE_ERROR_NOT_FOUND, %BRIDGE_ERROR_STATE (the other one has added it) or an error of the database
 */
gboolean
bridge_space_remove_meaning (BridgeSpace  *self,
                             const char   *id,
                             GError      **error)
{
  g_autoptr (BridgeMeaning) before = NULL;

  g_return_val_if_fail (BRIDGE_IS_SPACE (self), FALSE);
  g_return_val_if_fail (id != NULL, FALSE);

  before = bridge_space_find_meaning (self, id, error);
  if (before == NULL)
    return FALSE;
  if (!bridge_space_may_remove_meaning (self, before))
    {
      g_autofree char *name = bridge_space_dup_called (self, bridge_meaning_get_added_by (before), TRUE);

      /* Translators: %s is a name */
      g_set_error (error, BRIDGE_ERROR, BRIDGE_ERROR_STATE, _("%s has added this, so it stays on the list."), name);
      return FALSE;
    }
  return bridge_space_run_change (self, _("Taken off the list"), before, NULL, error);
}

/**
 * bridge_space_link_meaning:
 * @self: a space
 * @id: of something on the list
 * @ritual_id: of the ritual that came of it
 * @error: where to say what went wrong
 *
 * Notes that a ritual came of it. Undo takes back the ritual, and then none came of it.
 *
 * Returns: %FALSE with %BRIDGE_ERROR_NOT_FOUND or an error of the database
 */
gboolean
bridge_space_link_meaning (BridgeSpace  *self,
                           const char   *id,
                           const char   *ritual_id,
                           GError      **error)
{
  g_autoptr (BridgeMeaning) before = NULL;
  g_autoptr (BridgeMeaning) after = NULL;
  g_autoptr (BridgeRitual) ritual = NULL;
  g_autoptr (BridgeCommand) command = NULL;

  g_return_val_if_fail (BRIDGE_IS_SPACE (self), FALSE);
  g_return_val_if_fail (id != NULL && ritual_id != NULL, FALSE);

  before = bridge_space_find_meaning (self, id, error);
  ritual = before != NULL ? bridge_space_find_ritual (self, ritual_id, error) : NULL;
  if (ritual == NULL)
    return FALSE;
  after = bridge_meaning_copy (before);
  g_object_set (after, "ritual-id", bridge_ritual_get_id (ritual), NULL);
  command = bridge_command_new ("");
  bridge_command_add (command, before, after);
  return bridge_space_run_for_good (self, g_steal_pointer (&command), error);
}

/* What came to nothing, or is over, has left an idea as it was. */
static gboolean
has_begun (BridgeRitual *ritual)
{
  return bridge_ritual_get_state (ritual) == BRIDGE_RITUAL_AGREED || bridge_ritual_get_state (ritual) == BRIDGE_RITUAL_RESTING;
}

/**
 * bridge_space_peek_ritual_of_meaning:
 * @self: a space
 * @meaning: something on the list
 *
 * Returns: (transfer none) (nullable): the ritual that came of it, and is agreed or rests; %NULL also where it is the other
 *   one’s own
 */
BridgeRitual *
bridge_space_peek_ritual_of_meaning (BridgeSpace   *self,
                                     BridgeMeaning *meaning)
{
  BridgeRitual *ritual;

  g_return_val_if_fail (BRIDGE_IS_SPACE (self), NULL);
  g_return_val_if_fail (BRIDGE_IS_MEANING (meaning), NULL);

  ritual = bridge_meaning_get_ritual_id (meaning) != NULL
             ? bridge_space_peek_ritual (self, bridge_meaning_get_ritual_id (meaning))
             : NULL;
  return ritual != NULL && !bridge_space_is_others_own (self, ritual) && has_begun (ritual) ? ritual : NULL;
}

/**
 * bridge_space_make_ritual:
 * @self: a space
 * @title: what it is
 * @own: it is for the speaker alone
 * @error: where to say what went wrong
 *
 * Makes something to begin with in the ritual editor, once a week from tomorrow on.
 *
 * Returns: (transfer full) (nullable): a ritual without an id, or %NULL with an error
 */
BridgeRitual *
bridge_space_make_ritual (BridgeSpace  *self,
                          const char   *title,
                          gboolean      own,
                          GError      **error)
{
  g_autoptr (BridgeRitual) ritual = bridge_ritual_new ();
  g_autoptr (BridgeSchedule) schedule = NULL;
  g_autofree char *short_title = NULL;
  gboolean two;
  BridgeLocal tomorrow;

  g_return_val_if_fail (BRIDGE_IS_SPACE (self), NULL);
  g_return_val_if_fail (title != NULL, NULL);

  two = bridge_space_get_partner (self) != NULL;
  tomorrow = bridge_local_day_start (bridge_clock_local_now (bridge_space_get_clock (self))) + BRIDGE_DAY;
  schedule = bridge_schedule_new (tomorrow + START_HOUR * BRIDGE_HOUR, "FREQ=WEEKLY", NULL, NULL, error);
  if (schedule == NULL)
    return NULL;
  short_title = g_utf8_substring (title, 0, MIN (g_utf8_strlen (title, -1), 120));
  g_object_set (ritual,
                "title", short_title,
                "schedule", schedule,
                "minutes", MINUTES,
                "who", own && two ? bridge_space_get_speaker_id (self) : NULL,
                "state", own || !two ? BRIDGE_RITUAL_AGREED : BRIDGE_RITUAL_PROPOSED,
                NULL);
  return g_steal_pointer (&ritual);
}

/**
 * bridge_space_list_ideas:
 * @self: a space
 *
 * Returns: (transfer full) (element-type BridgeMeaning): what is on the list and has led to no ritual yet
 */
GPtrArray *
bridge_space_list_ideas (BridgeSpace *self)
{
  GPtrArray *ideas = g_ptr_array_new_with_free_func (g_object_unref);
  GListModel *meanings;

  g_return_val_if_fail (BRIDGE_IS_SPACE (self), ideas);

  meanings = bridge_space_get_meanings (self);
  for (guint i = 0; i < g_list_model_get_n_items (meanings); i++)
    {
      g_autoptr (BridgeMeaning) meaning = g_list_model_get_item (meanings, i);
      BridgeRitual *ritual;

      ritual = bridge_meaning_get_ritual_id (meaning) != NULL
                 ? bridge_space_peek_ritual (self, bridge_meaning_get_ritual_id (meaning))
                 : NULL;
      if (ritual == NULL || (!has_begun (ritual) && bridge_ritual_get_state (ritual) != BRIDGE_RITUAL_PROPOSED))
        g_ptr_array_add (ideas, g_steal_pointer (&meaning));
    }
  return ideas;
}

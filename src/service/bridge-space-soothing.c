/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "bridge-space"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "bridge-space-private.h"
#include "bridge-words.h"

/* What soothes: each has a list of their own. */

/* Ideas to begin with, nothing more: what calms is different from person to person. */
static const char *const ideas[] = {
  N_("A walk around the block"),
  N_("Cold water on the wrists"),
  N_("Breathing out slowly, a few times"),
  N_("A glass of water or a cup of tea"),
  N_("Music through headphones"),
  N_("Looking out of the window, far away"),
  N_("Stretching, or shaking out arms and legs"),
  N_("Something for the hands: dishes, laundry, drawing"),
  N_("Writing it down, for nobody to read"),
  N_("Sitting with the cat, the dog or the plants"),
};

/**
 * bridge_space_get_soothing:
 * @self: a space
 *
 * Returns: (transfer none): a live list of #BridgeSoothing of both, by person and place on their list
 */
GListModel *
bridge_space_get_soothing (BridgeSpace *self)
{
  g_return_val_if_fail (BRIDGE_IS_SPACE (self), NULL);

  return bridge_space_get_list (self, BRIDGE_KIND_SOOTHING);
}

/* (transfer full) (element-type BridgeSoothing): in their order */
static GPtrArray *
list_own (BridgeSpace *self)
{
  GListModel *all = bridge_space_get_soothing (self);
  BridgePerson *speaker = bridge_space_get_speaker (self);
  g_autoptr (GPtrArray) own = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; speaker != NULL && i < g_list_model_get_n_items (all); i++)
    {
      g_autoptr (BridgeSoothing) item = g_list_model_get_item (all, i);

      if (g_strcmp0 (bridge_soothing_get_person_id (item), bridge_person_get_id (speaker)) == 0)
        g_ptr_array_add (own, g_steal_pointer (&item));
    }
  return g_steal_pointer (&own);
}

static gboolean
has_text (GPtrArray  *own,
          const char *text,
          const char *but_id)
{
  g_autofree char *folded = g_utf8_casefold (text, -1);

  for (guint i = 0; i < own->len; i++)
    {
      BridgeSoothing *item = g_ptr_array_index (own, i);
      g_autofree char *other = g_utf8_casefold (bridge_soothing_get_text (item), -1);

      if (g_strcmp0 (bridge_soothing_get_id (item), but_id) != 0 && g_str_equal (folded, other))
        return TRUE;
    }
  return FALSE;
}

static gboolean
is_new (GPtrArray   *own,
        const char  *text,
        const char  *but_id,
        GError     **error)
{
  if (!has_text (own, text, but_id))
    return TRUE;
  g_set_error_literal (error, BRIDGE_ERROR, BRIDGE_ERROR_STATE, _("That is on the list already."));
  return FALSE;
}

static BridgeSoothing *
find_own (BridgeSpace  *self,
          const char   *id,
          GError      **error)
{
  BridgePerson *speaker = bridge_space_get_speaker (self);
  g_autoptr (BridgeSoothing) found =
    bridge_list_require (bridge_space_get_soothing (self), (BridgeKeyFunc) bridge_soothing_get_id, id, error);

  if (found == NULL)
    return NULL;
  if (speaker == NULL || g_strcmp0 (bridge_soothing_get_person_id (found), bridge_person_get_id (speaker)) != 0)
    {
      g_set_error_literal (error, BRIDGE_ERROR, BRIDGE_ERROR_STATE, _("That is on the other one’s list, which is theirs to change."));
      return NULL;
    }
  return g_steal_pointer (&found);
}

/**
 * bridge_space_add_soothing:
 * @self: a space
 * @text: what calms the speaker, up to 120 characters
 * @error: where to say what went wrong
 *
 * Puts something at the end of the speaker's list.
 *
 * Returns: (transfer full) (nullable): as it is stored, or %NULL with %BRIDGE_ERROR_NOT_SET_UP, %BRIDGE_ERROR_INVALID_VALUE,
 *   %BRIDGE_ERROR_STATE (there already) or an error of the database
 */
BridgeSoothing *
bridge_space_add_soothing (BridgeSpace  *self,
                           const char   *text,
                           GError      **error)
{
  g_autofree char *clean = NULL;
  g_autoptr (GPtrArray) own = NULL;
  g_autoptr (BridgeSoothing) after = NULL;

  g_return_val_if_fail (BRIDGE_IS_SPACE (self), NULL);
  g_return_val_if_fail (text != NULL, NULL);

  if (!bridge_space_require_set_up (self, error))
    return NULL;

  own = list_own (self);
  clean = bridge_text_clean (text, FALSE);
  after = g_object_new (BRIDGE_TYPE_SOOTHING,
                        "person-id", bridge_person_get_id (bridge_space_get_speaker (self)),
                        "text", clean != NULL ? clean : "",
                        "position", own->len > 0 ? bridge_soothing_get_position (g_ptr_array_index (own, own->len - 1)) + 1 : 0,
                        NULL);
  bridge_row_take_identity (after, NULL);
  if (!bridge_soothing_validate (after, error) || !is_new (own, clean, NULL, error) ||
      !bridge_space_run_change (self, _("Added to your list"), NULL, after, error))
    return NULL;
  return find_own (self, bridge_soothing_get_id (after), error);
}

/**
 * bridge_space_change_soothing:
 * @self: a space
 * @id: of something on the speaker's list
 * @text: what it shall say
 * @error: where to say what went wrong
 *
 * Words something on the speaker's list differently.
 *
 * Returns: %FALSE with %BRIDGE_ERROR_NOT_FOUND, %BRIDGE_ERROR_STATE (there already, or on the other's list),
 *   %BRIDGE_ERROR_INVALID_VALUE or an error of the database
 */
gboolean
bridge_space_change_soothing (BridgeSpace  *self,
                              const char   *id,
                              const char   *text,
                              GError      **error)
{
  g_autofree char *clean = NULL;
  g_autoptr (GPtrArray) own = NULL;
  g_autoptr (BridgeSoothing) before = NULL;
  g_autoptr (BridgeSoothing) after = NULL;

  g_return_val_if_fail (BRIDGE_IS_SPACE (self), FALSE);
  g_return_val_if_fail (id != NULL && text != NULL, FALSE);

  before = find_own (self, id, error);
  if (before == NULL)
    return FALSE;
  own = list_own (self);
  clean = bridge_text_clean (text, FALSE);
  after = bridge_soothing_copy (before);
  g_object_set (after, "text", clean != NULL ? clean : "", NULL);
  return bridge_soothing_validate (after, error) &&
         is_new (own, clean, bridge_soothing_get_id (before), error) &&
         bridge_space_run_change (self, _("Your list changed"), before, after, error);
}

/**
 * bridge_space_move_soothing:
 * @self: a space
 * @id: of something on the speaker's list
 * @position: where it shall stand, from 0 on; what is too far is the end
 * @error: where to say what went wrong
 *
 * Puts something to another place of the speaker's list.
 *
 * Returns: %FALSE with %BRIDGE_ERROR_NOT_FOUND, %BRIDGE_ERROR_STATE (on the other's list) or an error of the database
 */
gboolean
bridge_space_move_soothing (BridgeSpace  *self,
                            const char   *id,
                            int           position,
                            GError      **error)
{
  g_autoptr (BridgeCommand) command = bridge_command_new (_("Your list changed"));
  g_autoptr (GPtrArray) own = NULL;
  g_autoptr (BridgeSoothing) moved = NULL;
  guint from = 0;

  g_return_val_if_fail (BRIDGE_IS_SPACE (self), FALSE);
  g_return_val_if_fail (id != NULL, FALSE);

  moved = find_own (self, id, error);
  if (moved == NULL)
    return FALSE;
  own = list_own (self);
  if (!g_ptr_array_find (own, moved, &from))
    g_return_val_if_reached (FALSE);
  g_ptr_array_remove_index (own, from);
  g_ptr_array_insert (own, CLAMP (position, 0, (int) own->len), g_object_ref (moved));

  for (guint i = 0; i < own->len; i++)
    {
      BridgeSoothing *before = g_ptr_array_index (own, i);
      g_autoptr (BridgeSoothing) after = bridge_soothing_copy (before);

      g_object_set (after, "position", (int) i, NULL);
      if (bridge_soothing_get_position (before) != (int) i)
        bridge_command_add (command, before, after);
    }
  return bridge_space_run (self, g_steal_pointer (&command), error);
}

/**
 * bridge_space_remove_soothing:
 * @self: a space
 * @id: of something on the speaker's list
 * @error: where to say what went wrong
 *
 * Takes something off the speaker's list; Undo brings it back.
 *
 * Returns: %FALSE with %BRIDGE_ERROR_NOT_FOUND, %BRIDGE_ERROR_STATE (on the other's list) or an error of the database
 */
gboolean
bridge_space_remove_soothing (BridgeSpace  *self,
                              const char   *id,
                              GError      **error)
{
  g_autoptr (BridgeSoothing) before = NULL;

  g_return_val_if_fail (BRIDGE_IS_SPACE (self), FALSE);
  g_return_val_if_fail (id != NULL, FALSE);

  before = find_own (self, id, error);
  return before != NULL && bridge_space_run_change (self, _("Taken off your list"), before, NULL, error);
}

/**
 * bridge_space_suggest_soothing:
 * @self: a space
 *
 * Returns: (transfer full): ideas for the speaker's list, translated; those that are on it are left out
 */
GStrv
bridge_space_suggest_soothing (BridgeSpace *self)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_autoptr (GPtrArray) own = NULL;

  g_return_val_if_fail (BRIDGE_IS_SPACE (self), NULL);

  own = list_own (self);
  for (gsize i = 0; i < G_N_ELEMENTS (ideas); i++)
    if (!has_text (own, _(ideas[i]), NULL))
      g_strv_builder_add (builder, _(ideas[i]));
  return g_strv_builder_end (builder);
}

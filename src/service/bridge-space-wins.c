/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "bridge-space"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "bridge-paged-list-private.h"
#include "bridge-space-milestones.h"
#include "bridge-space-photos.h"
#include "bridge-space-private.h"
#include "bridge-words.h"

/* Who noticed a win chose its words: they stand under that name, so nobody else writes them. A star says nothing in
 * anybody's name. */

/**
 * bridge_space_is_own_win:
 * @self: a space
 * @win: a win
 *
 * Returns: whether whoever is speaking may change its words, and remove it: they noticed it, or nobody who is here did
 */
gboolean
bridge_space_is_own_win (BridgeSpace *self,
                         BridgeWin   *win)
{
  BridgePerson *speaker;
  const char *who;

  g_return_val_if_fail (BRIDGE_IS_SPACE (self), FALSE);
  g_return_val_if_fail (BRIDGE_IS_WIN (win), FALSE);

  speaker = bridge_space_get_speaker (self);
  who = bridge_win_get_noticed_by (win);
  return who == NULL || bridge_space_find_person (self, who) == NULL ||
         (speaker != NULL && g_str_equal (who, bridge_person_get_id (speaker)));
}

/**
 * bridge_space_require_own_win:
 * @self: a space
 * @win: a win
 * @error: where to say what went wrong
 *
 * Returns: %FALSE with %BRIDGE_ERROR_STATE where it stands under the other one's name
 */
gboolean
bridge_space_require_own_win (BridgeSpace  *self,
                              BridgeWin    *win,
                              GError      **error)
{
  if (bridge_space_is_own_win (self, win))
    return TRUE;

  g_set_error (error, BRIDGE_ERROR, BRIDGE_ERROR_STATE,
               /* Translators: %s is a name */
               _("What %s noticed stays in their own words. Nothing was changed."),
               bridge_person_get_name (bridge_space_find_person (self, bridge_win_get_noticed_by (win))));
  return FALSE;
}

/**
 * bridge_space_find_milestone_of_win:
 * @self: a space
 * @win: a win
 *
 * Finds the milestone that a win belongs to, or that was reached with it. The log is read by both; that one of them has one
 * alone, and what for, the other one does not hear from it.
 *
 * Returns: (transfer none) (nullable): it, where it is there and shown to whoever is speaking
 */
BridgeMilestone *
bridge_space_find_milestone_of_win (BridgeSpace *self,
                                    BridgeWin   *win)
{
  const char *id;
  BridgeMilestone *milestone;

  g_return_val_if_fail (BRIDGE_IS_SPACE (self), NULL);
  g_return_val_if_fail (BRIDGE_IS_WIN (win), NULL);

  id = bridge_win_get_milestone_id (win);
  milestone = id != NULL ? bridge_space_peek_milestone (self, id) : NULL;
  return milestone != NULL && bridge_space_is_own_milestone (self, milestone) ? milestone : NULL;
}

static gboolean
is_new_link (const char *id,
             const char *before)
{
  return id != NULL && g_strcmp0 (id, before) != 0;
}

/* What it belongs to has to be there, and to be seen by whoever says so; what stood there before stays good. */
static gboolean
check_links (BridgeSpace  *self,
             BridgeWin    *win,
             BridgeWin    *before,
             GError      **error)
{
  const char *promise_id = bridge_win_get_promise_id (win);
  const char *pause_id = bridge_win_get_pause_id (win);
  gboolean found = TRUE;

  if (is_new_link (promise_id, before != NULL ? bridge_win_get_promise_id (before) : NULL))
    {
      g_autoptr (BridgePromise) promise = bridge_space_find_promise (self, promise_id, NULL);

      found = promise != NULL && g_str_equal (bridge_promise_get_id (promise), promise_id) &&
              bridge_space_shows_promise (self, promise);
    }
  if (found && is_new_link (pause_id, before != NULL ? bridge_win_get_pause_id (before) : NULL))
    {
      g_autoptr (BridgePause) pause = bridge_space_find_pause (self, pause_id, NULL);

      found = pause != NULL && g_str_equal (bridge_pause_get_id (pause), pause_id);
    }
  if (found && is_new_link (bridge_win_get_milestone_id (win), before != NULL ? bridge_win_get_milestone_id (before) : NULL))
    found = bridge_space_find_milestone_of_win (self, win) != NULL;
  if (found)
    return TRUE;

  g_set_error_literal (error, BRIDGE_ERROR, BRIDGE_ERROR_INVALID_VALUE,
                       _("What the small win should belong to is not here."));
  return FALSE;
}

/**
 * bridge_space_take_over_win:
 * @self: a space
 * @given: what a person entered
 * @before: (nullable): what it replaces
 * @error: where to say what went wrong
 *
 * Returns: (transfer full) (nullable): the same, clean and checked, with the identity of @before or a new one, or %NULL with
 *   %BRIDGE_ERROR_INVALID_VALUE, %BRIDGE_ERROR_INVALID_DATE or %BRIDGE_ERROR_STATE
 */
BridgeWin *
bridge_space_take_over_win (BridgeSpace  *self,
                            BridgeWin    *given,
                            BridgeWin    *before,
                            GError      **error)
{
  g_autoptr (BridgeWin) win = bridge_win_copy (given);
  BridgeLocal now = bridge_clock_local_now (bridge_space_get_clock (self));
  BridgeLocal on = bridge_win_get_on (given);
  g_autofree char *text = bridge_text_clean (bridge_win_get_text (given) != NULL ? bridge_win_get_text (given) : "", TRUE);
  g_autofree char *meant = bridge_text_clean (bridge_win_get_meant (given) != NULL ? bridge_win_get_meant (given) : "", TRUE);

  g_object_set (win,
                "text", text != NULL ? text : "",
                "meant", meant != NULL ? meant : "",
                "on", bridge_local_day_start (on != BRIDGE_LOCAL_NONE ? on : now),
                NULL);
  /* That a milestone was reached is no kind one chooses, and none one takes away; nor is which one. */
  if (before != NULL && bridge_win_get_kind (before) == BRIDGE_WIN_MILESTONE)
    g_object_set (win, "kind", BRIDGE_WIN_MILESTONE, "milestone-id", bridge_win_get_milestone_id (before), NULL);
  else if (bridge_win_get_kind (win) == BRIDGE_WIN_MILESTONE)
    g_object_set (win, "milestone-id", NULL, NULL);
  if (!bridge_win_validate (win, now, error) || !check_links (self, win, before, error))
    return NULL;
  if (bridge_win_get_noticed_by (win) != NULL && bridge_space_find_person (self, bridge_win_get_noticed_by (win)) == NULL)
    {
      g_set_error_literal (error, BRIDGE_ERROR, BRIDGE_ERROR_INVALID_VALUE,
                           _("The small win names a person who is not here."));
      return NULL;
    }
  if (!bridge_space_require_own_win (self, win, error))
    return NULL;
  bridge_row_take_identity (win, before);
  return g_steal_pointer (&win);
}

/**
 * bridge_space_add_win:
 * @self: a space
 * @win: its values; the id and the stamps are given here
 * @error: where to say what went wrong
 *
 * Notes a small win.
 *
 * Returns: (transfer full) (nullable): the win as it is stored, or %NULL with %BRIDGE_ERROR_NOT_SET_UP,
 *   %BRIDGE_ERROR_INVALID_VALUE, %BRIDGE_ERROR_INVALID_DATE, %BRIDGE_ERROR_STATE (it says that the other one noticed it) or
 *   an error of the database
 */
BridgeWin *
bridge_space_add_win (BridgeSpace  *self,
                      BridgeWin    *win,
                      GError      **error)
{
  g_autoptr (BridgeWin) after = NULL;
  g_autoptr (BridgeCommand) command = NULL;

  g_return_val_if_fail (BRIDGE_IS_SPACE (self), NULL);
  g_return_val_if_fail (BRIDGE_IS_WIN (win), NULL);

  if (!bridge_space_require_set_up (self, error))
    return NULL;
  after = bridge_space_take_over_win (self, win, NULL, error);
  if (after == NULL)
    return NULL;

  command = bridge_command_new (_("Win added"));
  bridge_command_add (command, NULL, after);
  if (!bridge_space_run (self, g_steal_pointer (&command), error))
    return NULL;
  return bridge_store_load_win (bridge_space_get_database (self), bridge_win_get_id (after), error);
}

static gboolean
is_removed (BridgeWin *win)
{
  gint64 deleted_at;

  g_object_get (win, "deleted-at", &deleted_at, NULL);
  return deleted_at != 0;
}

/**
 * bridge_space_find_win:
 * @self: a space
 * @id_or_prefix: an id, or how one begins
 * @error: where to say what went wrong
 *
 * Finds a win that has not been removed.
 *
 * Returns: (transfer full) (nullable): the win, or %NULL with %BRIDGE_ERROR_NOT_FOUND, %BRIDGE_ERROR_AMBIGUOUS or an error
 *   of the database
 */
BridgeWin *
bridge_space_find_win (BridgeSpace  *self,
                       const char   *id_or_prefix,
                       GError      **error)
{
  BridgeDatabase *db;
  g_auto (GStrv) ids = NULL;

  g_return_val_if_fail (BRIDGE_IS_SPACE (self), NULL);
  g_return_val_if_fail (id_or_prefix != NULL, NULL);

  db = bridge_space_get_database (self);
  if (*id_or_prefix != '\0' && g_utf8_validate (id_or_prefix, -1, NULL))
    {
      ids = bridge_store_find_ids (db, "wins", id_or_prefix, 2, error);
      if (ids == NULL)
        return NULL;
    }

  if (ids != NULL && ids[0] != NULL && ids[1] != NULL)
    {
      g_set_error (error, BRIDGE_ERROR, BRIDGE_ERROR_AMBIGUOUS, _("Several wins begin with “%s”. Write more of the id."),
                   id_or_prefix);
      return NULL;
    }
  if (ids != NULL && ids[0] != NULL)
    {
      g_autoptr (BridgeWin) win = bridge_store_load_win (db, ids[0], error);

      if (win == NULL || !is_removed (win))
        return g_steal_pointer (&win);
    }

  {
    g_autofree char *valid = g_utf8_make_valid (id_or_prefix, -1);

    g_set_error (error, BRIDGE_ERROR, BRIDGE_ERROR_NOT_FOUND, _("There is no win “%s”."), valid);
  }
  return NULL;
}

static gboolean
change_win (BridgeSpace  *self,
            BridgeWin    *before,
            BridgeWin    *after,
            const char   *label,
            GError      **error)
{
  g_autoptr (BridgeCommand) command = bridge_command_new (label);

  bridge_command_add (command, before, after);
  return bridge_space_run (self, g_steal_pointer (&command), error);
}

/**
 * bridge_space_update_win:
 * @self: a space
 * @edited: a copy with other values; the id says which
 * @error: where to say what went wrong
 *
 * Changes a win that whoever is speaking noticed, or nobody who is here; it stays so.
 *
 * Returns: %FALSE with %BRIDGE_ERROR_NOT_FOUND, %BRIDGE_ERROR_STATE, %BRIDGE_ERROR_INVALID_VALUE, %BRIDGE_ERROR_INVALID_DATE
 *   or an error of the database
 */
gboolean
bridge_space_update_win (BridgeSpace  *self,
                         BridgeWin    *edited,
                         GError      **error)
{
  g_autoptr (BridgeWin) before = NULL;
  g_autoptr (BridgeWin) after = NULL;

  g_return_val_if_fail (BRIDGE_IS_SPACE (self), FALSE);
  g_return_val_if_fail (BRIDGE_IS_WIN (edited), FALSE);

  before = bridge_space_find_win (self, bridge_win_get_id (edited) != NULL ? bridge_win_get_id (edited) : "", error);
  if (before == NULL || !bridge_space_require_own_win (self, before, error))
    return FALSE;
  after = bridge_space_take_over_win (self, edited, before, error);
  if (after == NULL)
    return FALSE;

  return change_win (self, before, after, _("Win changed"), error);
}

/**
 * bridge_space_star_win:
 * @self: a space
 * @id: a win's id
 * @starred: whether it shall be starred
 * @error: where to say what went wrong
 *
 * Stars a win, or takes the star away.
 *
 * Returns: %FALSE with %BRIDGE_ERROR_NOT_FOUND or an error of the database
 */
gboolean
bridge_space_star_win (BridgeSpace  *self,
                       const char   *id,
                       gboolean      starred,
                       GError      **error)
{
  g_autoptr (BridgeWin) before = NULL;
  g_autoptr (BridgeWin) after = NULL;

  g_return_val_if_fail (BRIDGE_IS_SPACE (self), FALSE);

  before = bridge_space_find_win (self, id, error);
  if (before == NULL)
    return FALSE;
  if (bridge_win_get_starred (before) == starred)
    return TRUE;

  after = bridge_win_copy (before);
  g_object_set (after, "starred", starred, NULL);
  return change_win (self, before, after, starred ? _("Win starred") : _("Star taken away"), error);
}

/**
 * bridge_space_remove_win:
 * @self: a space
 * @id: a win's id
 * @error: where to say what went wrong
 *
 * Removes a win that whoever is speaking noticed, or nobody who is here; Undo brings it back.
 *
 * Returns: %FALSE with %BRIDGE_ERROR_NOT_FOUND, %BRIDGE_ERROR_STATE or an error of the database
 */
gboolean
bridge_space_remove_win (BridgeSpace  *self,
                         const char   *id,
                         GError      **error)
{
  g_autoptr (BridgeWin) before = NULL;
  g_autoptr (BridgeWin) after = NULL;

  g_return_val_if_fail (BRIDGE_IS_SPACE (self), FALSE);

  before = bridge_space_find_win (self, id, error);
  if (before == NULL || !bridge_space_require_own_win (self, before, error))
    return FALSE;

  after = bridge_win_copy (before);
  g_object_set (after, "deleted-at", bridge_space_now (self), NULL);
  return change_win (self, before, after, _("Win removed"), error);
}

/**
 * bridge_space_list_wins:
 * @self: a space
 * @query: (nullable): what is looked for; %NULL: all
 *
 * Returns: (transfer full): a live #BridgePagedList of #BridgeWin, newest first
 */
GListModel *
bridge_space_list_wins (BridgeSpace          *self,
                        const BridgeWinQuery *query)
{
  g_return_val_if_fail (BRIDGE_IS_SPACE (self), NULL);

  return G_LIST_MODEL (bridge_paged_list_new_wins (self, query));
}

/**
 * bridge_space_count_wins:
 * @self: a space
 * @from: local
 * @to: local, not included
 * @n: (out): how many
 * @error: where to say what went wrong
 *
 * Counts the wins of some days.
 *
 * Returns: %FALSE with an error of the database
 */
gboolean
bridge_space_count_wins (BridgeSpace  *self,
                         BridgeLocal   from,
                         BridgeLocal   to,
                         guint        *n,
                         GError      **error)
{
  g_return_val_if_fail (BRIDGE_IS_SPACE (self), FALSE);

  return bridge_store_count_wins (bridge_space_get_database (self), from, to, n, error);
}

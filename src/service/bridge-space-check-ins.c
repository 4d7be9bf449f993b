/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "bridge-space"

#include "config.h"

#include "bridge-space-check-ins.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "bridge-space-private.h"
#include "bridge-store-check-ins.h"
#include "bridge-words.h"

static BridgeLocal
get_today (BridgeSpace *self)
{
  return bridge_local_day_start (bridge_clock_local_now (bridge_space_get_clock (self)));
}

/**
 * bridge_space_is_own_check_in:
 * @self: a space
 * @check_in: a check-in
 *
 * Returns: whether whoever is speaking has written it
 */
gboolean
bridge_space_is_own_check_in (BridgeSpace   *self,
                              BridgeCheckIn *check_in)
{
  g_return_val_if_fail (BRIDGE_IS_SPACE (self), FALSE);
  g_return_val_if_fail (BRIDGE_IS_CHECK_IN (check_in), FALSE);

  return bridge_check_in_get_person_id (check_in) != NULL &&
         g_strcmp0 (bridge_check_in_get_person_id (check_in), bridge_space_get_speaker_id (self)) == 0;
}

/* Whoever was alone, or with somebody else, has not shown it to who came later. */
static gboolean
is_shown (BridgeSpace   *self,
          BridgeCheckIn *check_in)
{
  return bridge_space_is_own_check_in (self, check_in) ||
         (bridge_check_in_get_shown_to (check_in) != NULL &&
          g_strcmp0 (bridge_check_in_get_shown_to (check_in), bridge_space_get_speaker_id (self)) == 0);
}

/* What is one's own comes before what is the other's, so that the order does not tell who wrote first. */
static int
compare (gconstpointer a,
         gconstpointer b,
         gpointer      data)
{
  BridgeSpace *self = data;
  BridgeCheckIn *one = *(BridgeCheckIn *const *) a;
  BridgeCheckIn *other = *(BridgeCheckIn *const *) b;
  gint64 one_at, other_at;

  if (bridge_check_in_get_on (one) != bridge_check_in_get_on (other))
    return bridge_check_in_get_on (one) > bridge_check_in_get_on (other) ? -1 : 1;
  if (bridge_space_is_own_check_in (self, one) != bridge_space_is_own_check_in (self, other))
    return bridge_space_is_own_check_in (self, one) ? -1 : 1;
  g_object_get (one, "created-at", &one_at, NULL);
  g_object_get (other, "created-at", &other_at, NULL);
  if (one_at != other_at)
    return one_at > other_at ? -1 : 1;
  return g_strcmp0 (bridge_check_in_get_id (one), bridge_check_in_get_id (other));
}

/**
 * bridge_space_list_check_ins:
 * @self: a space
 * @from: local midnight of the first day
 * @until: local midnight after the last one
 * @error: where to say what went wrong
 *
 * Lists what whoever is speaking may read: their own, and the other's that were shown to them or opened together.
 *
 * Returns: (transfer full) (nullable) (element-type BridgeCheckIn): the newest day first, or %NULL with an error of the database
 */
GPtrArray *
bridge_space_list_check_ins (BridgeSpace  *self,
                             BridgeLocal   from,
                             BridgeLocal   until,
                             GError      **error)
{
  g_autoptr (GPtrArray) all = NULL;

  g_return_val_if_fail (BRIDGE_IS_SPACE (self), NULL);

  all = bridge_store_load_check_ins (bridge_space_get_database (self), from, until, error);
  for (guint i = 0; all != NULL && i < all->len;)
    if (is_shown (self, g_ptr_array_index (all, i)))
      i++;
    else
      g_ptr_array_remove_index (all, i);
  if (all != NULL)
    g_ptr_array_sort_with_data (all, compare, self);
  return g_steal_pointer (&all);
}

/**
 * bridge_space_find_check_in:
 * @self: a space
 * @id_or_prefix: an id, or how one begins
 * @error: where to say what went wrong
 *
 * Returns: (transfer full) (nullable): one that the speaker may read, or %NULL with %BRIDGE_ERROR_NOT_FOUND,
 *   %BRIDGE_ERROR_AMBIGUOUS or an error of the database
 */
BridgeCheckIn *
bridge_space_find_check_in (BridgeSpace  *self,
                            const char   *id_or_prefix,
                            GError      **error)
{
  g_autoptr (GPtrArray) all = NULL;
  g_autoptr (GListStore) list = g_list_store_new (BRIDGE_TYPE_CHECK_IN);

  g_return_val_if_fail (BRIDGE_IS_SPACE (self), NULL);
  g_return_val_if_fail (id_or_prefix != NULL, NULL);

  all = bridge_space_list_check_ins (self, 0, BRIDGE_LOCAL_FAR, error);
  if (all == NULL)
    return NULL;
  g_list_store_splice (list, 0, 0, all->pdata, all->len);
  return bridge_list_require (G_LIST_MODEL (list), (BridgeKeyFunc) bridge_check_in_get_id, id_or_prefix, error);
}

/**
 * bridge_space_may_edit_check_in:
 * @self: a space
 * @check_in: a check-in
 *
 * What was opened together stays as the other one has seen it, and what is of another day as it was.
 *
 * Returns: whether whoever is speaking can word it differently
 */
gboolean
bridge_space_may_edit_check_in (BridgeSpace   *self,
                                BridgeCheckIn *check_in)
{
  return bridge_space_is_own_check_in (self, check_in) && bridge_check_in_get_round_id (check_in) == NULL &&
         bridge_check_in_get_on (check_in) == get_today (self);
}

/* What was entered, clean and checked: of today, and the speaker's. (transfer full) (nullable) */
static BridgeCheckIn *
take_over (BridgeSpace    *self,
           BridgeCheckIn  *given,
           BridgeCheckIn  *before,
           GError        **error)
{
  g_autoptr (BridgeCheckIn) check_in = bridge_check_in_copy (given);
  g_autofree char *words = bridge_text_clean (bridge_check_in_get_words (given), TRUE);
  BridgePerson *listener = bridge_space_get_listener (self);
  const char *shown_to = listener != NULL ? bridge_person_get_id (listener) : NULL;

  /* Whoever words it differently has not shown it to anybody else by that. */
  if (before != NULL)
    shown_to = bridge_check_in_get_shown_to (before);
  bridge_row_take_identity (check_in, before);
  g_object_set (check_in,
                "person-id", bridge_space_get_speaker_id (self),
                "shown-to", shown_to,
                "on", get_today (self),
                "words", words != NULL ? words : "",
                "round-id", NULL,
                "ready", FALSE,
                NULL);
  return bridge_check_in_validate (check_in, error) ? g_steal_pointer (&check_in) : NULL;
}

/**
 * bridge_space_add_check_in:
 * @self: a space
 * @check_in: its values; whose it is, the day, the id and the stamps are given here
 * @error: where to say what went wrong
 *
 * Notes how whoever is speaking is today, for both to see. There can be several a day.
 *
 * Returns: (transfer full) (nullable): as it is stored, or %NULL with %BRIDGE_ERROR_NOT_SET_UP, %BRIDGE_ERROR_INVALID_VALUE or
 *   an error of the database
 */
BridgeCheckIn *
bridge_space_add_check_in (BridgeSpace    *self,
                           BridgeCheckIn  *check_in,
                           GError        **error)
{
  g_autoptr (BridgeCheckIn) after = NULL;

  g_return_val_if_fail (BRIDGE_IS_SPACE (self), NULL);
  g_return_val_if_fail (BRIDGE_IS_CHECK_IN (check_in), NULL);

  if (!bridge_space_require_set_up (self, error))
    return NULL;
  after = take_over (self, check_in, NULL, error);
  if (after == NULL || !bridge_space_run_change (self, _("Check-in written down"), NULL, after, error))
    return NULL;
  return bridge_space_find_check_in (self, bridge_check_in_get_id (after), error);
}

static gboolean
require_own (BridgeSpace    *self,
             BridgeCheckIn  *check_in,
             GError        **error)
{
  g_autofree char *name = NULL;

  if (bridge_space_is_own_check_in (self, check_in))
    return TRUE;
  name = bridge_space_dup_called (self, bridge_check_in_get_person_id (check_in), FALSE);
  g_set_error (error, BRIDGE_ERROR, BRIDGE_ERROR_STATE,
               /* Translators: %s is a name */
               _("Only %s can change how they said they are. Nothing was changed."), name);
  return FALSE;
}

/**
 * bridge_space_update_check_in:
 * @self: a space
 * @edited: a copy with other values; the id says which
 * @error: where to say what went wrong
 *
 * Words a check-in of today differently.
 *
 * Returns: %FALSE with %BRIDGE_ERROR_NOT_FOUND, %BRIDGE_ERROR_STATE (the other's, of another day, or opened together),
 *   %BRIDGE_ERROR_INVALID_VALUE or an error of the database
 */
gboolean
bridge_space_update_check_in (BridgeSpace    *self,
                              BridgeCheckIn  *edited,
                              GError        **error)
{
  g_autoptr (BridgeCheckIn) before = NULL;
  g_autoptr (BridgeCheckIn) after = NULL;

  g_return_val_if_fail (BRIDGE_IS_SPACE (self), FALSE);
  g_return_val_if_fail (BRIDGE_IS_CHECK_IN (edited), FALSE);

  before = bridge_space_find_check_in (self, bridge_check_in_get_id (edited) != NULL ? bridge_check_in_get_id (edited) : "",
                                       error);
  if (before == NULL || !require_own (self, before, error))
    return FALSE;
  if (!bridge_space_may_edit_check_in (self, before))
    {
      g_set_error_literal (error, BRIDGE_ERROR, BRIDGE_ERROR_STATE,
                           bridge_check_in_get_round_id (before) != NULL
                             ? _("This was opened together, so it stays as it is. You could write another one.")
                             : _("This is of another day, so it stays as it is. You could write another one."));
      return FALSE;
    }
  after = take_over (self, edited, before, error);
  return after != NULL && bridge_space_run_change (self, _("Check-in changed"), before, after, error);
}

/**
 * bridge_space_remove_check_in:
 * @self: a space
 * @id: of one of the speaker's
 * @error: where to say what went wrong
 *
 * Removes a check-in. Nothing of it stays in the file; until it is handed over or closed, Undo brings it back.
 *
 * Returns: %FALSE with %BRIDGE_ERROR_NOT_FOUND, %BRIDGE_ERROR_STATE (the other's) or an error of the database
 */
gboolean
bridge_space_remove_check_in (BridgeSpace  *self,
                              const char   *id,
                              GError      **error)
{
  g_autoptr (BridgeCheckIn) before = NULL;

  g_return_val_if_fail (BRIDGE_IS_SPACE (self), FALSE);
  g_return_val_if_fail (id != NULL, FALSE);

  before = bridge_space_find_check_in (self, id, error);
  return before != NULL && require_own (self, before, error) &&
         bridge_space_run_change (self, _("Check-in removed"), before, NULL, error);
}

/* ---- Opened together ---- */

typedef struct
{
  BridgeCheckInRound *round; /* (nullable): nobody has written */
  BridgeCheckIn *own;        /* (nullable) */
  BridgeCheckIn *other;      /* (nullable) */
} Round;

static void
round_clear (Round *round)
{
  g_clear_object (&round->round);
  g_clear_object (&round->own);
  g_clear_object (&round->other);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Round, round_clear)

static gboolean
round_load (BridgeSpace  *self,
            Round        *round,
            GError      **error)
{
  BridgeDatabase *db = bridge_space_get_database (self);
  g_autoptr (GPtrArray) check_ins = bridge_store_load_waiting_check_ins (db, error);

  if (check_ins == NULL)
    return FALSE;
  for (guint i = 0; i < check_ins->len; i++)
    {
      BridgeCheckIn *check_in = g_ptr_array_index (check_ins, i);

      g_set_object (bridge_space_is_own_check_in (self, check_in) ? &round->own : &round->other, check_in);
    }
  if (check_ins->len == 0)
    return TRUE;
  round->round = bridge_store_load_check_in_round (db, bridge_check_in_get_round_id (g_ptr_array_index (check_ins, 0)), error);
  return round->round != NULL;
}

static gboolean
require_two (BridgeSpace  *self,
             GError      **error)
{
  if (!bridge_space_require_set_up (self, error))
    return FALSE;
  if (bridge_space_get_listener (self) != NULL)
    return TRUE;
  g_set_error_literal (error, BRIDGE_ERROR, BRIDGE_ERROR_STATE,
                       _("There is nobody here to open it together with yet. You can add a second person in Preferences."));
  return FALSE;
}

static void
stamp (gpointer row,
       gint64   now)
{
  gint64 created_at, updated_at;

  g_object_get (row, "created-at", &created_at, "updated-at", &updated_at, NULL);
  g_object_set (row,
                "created-at", created_at != 0 ? created_at : now,
                "updated-at", MAX (now, updated_at + 1),
                NULL);
}

/* Writes the speaker's row as the step says; @given: (nullable) what they have written. */
static gboolean
write_side (BridgeSpace      *self,
            Round            *round,
            BridgeCheckIn    *given,
            BridgeRoundSide   next,
            GError          **error)
{
  BridgeDatabase *db = bridge_space_get_database (self);
  gint64 now = bridge_space_now (self);

  if (given != NULL)
    {
      g_autoptr (BridgeCheckIn) after = take_over (self, given, round->own, error);

      if (after == NULL)
        return FALSE;
      g_set_object (&round->own, after);
    }
  if (round->round == NULL)
    {
      round->round = bridge_check_in_round_new ();
      bridge_row_take_identity (round->round, NULL);
      stamp (round->round, now);
      if (!bridge_store_save_check_in_round (db, round->round, error))
        return FALSE;
    }
  g_object_set (round->own,
                "round-id", bridge_check_in_round_get_id (round->round),
                "ready", next == BRIDGE_ROUND_SIDE_READY,
                NULL);
  /* It is how they are on the day they say so. */
  if (next == BRIDGE_ROUND_SIDE_READY)
    g_object_set (round->own, "on", get_today (self), NULL);
  stamp (round->own, now);
  if (next == BRIDGE_ROUND_SIDE_NOTHING)
    g_object_set (round->own, "deleted-at", now, NULL);
  return bridge_store_save_check_in (db, round->own, error);
}

/* Inside of a transaction, by what the database says now. */
static gboolean
step (BridgeSpace       *self,
      Round             *round,
      BridgeRoundEvent   event,
      BridgeCheckIn     *given,
      gboolean          *opened,
      GError           **error)
{
  BridgeDatabase *db = bridge_space_get_database (self);
  BridgeLocal today = get_today (self);
  BridgeRoundState state;
  BridgeRoundSide next;

  if (!round_load (self, round, error) ||
      !bridge_round_step (BRIDGE_ROUND_WAITING, bridge_check_in_get_side (round->own, today),
                          bridge_check_in_get_side (round->other, today), event, &next, &state, error) ||
      !write_side (self, round, given, next, error))
    return FALSE;

  *opened = state == BRIDGE_ROUND_OPENED;
  if (!*opened && (next != BRIDGE_ROUND_SIDE_NOTHING || round->other != NULL))
    return TRUE;
  g_object_set (round->round, "state", state, NULL);
  if (!*opened)
    g_object_set (round->round, "deleted-at", bridge_space_now (self), NULL);
  stamp (round->round, bridge_space_now (self));
  return bridge_store_save_check_in_round (db, round->round, error);
}

/* Not a command of the Undo stack: it may concern what the other one has in the round, too. */
static gboolean
run_step (BridgeSpace       *self,
          BridgeRoundEvent   event,
          BridgeCheckIn     *given,
          BridgeCheckIn    **own,
          gboolean          *opened,
          GError           **error)
{
  BridgeDatabase *db = bridge_space_get_database (self);
  g_auto (Round) round = { NULL };
  gboolean both = FALSE;

  if (!require_two (self, error) || !bridge_database_begin (db, error))
    return FALSE;
  if (!step (self, &round, event, given, &both, error))
    {
      bridge_database_rollback (db);
      return FALSE;
    }
  if (!bridge_database_commit (db, error))
    return FALSE;
  if (opened != NULL)
    *opened = both;
  if (own != NULL)
    *own = g_steal_pointer (&round.own);
  bridge_space_committed (self, BRIDGE_KIND_CHECK_INS);
  return TRUE;
}

/**
 * bridge_space_get_waiting_check_in:
 * @self: a space
 * @error: where to say what went wrong
 *
 * Returns: (transfer full) (nullable): the speaker's own that waits to be opened together; %NULL without an error: there is none
 */
BridgeCheckIn *
bridge_space_get_waiting_check_in (BridgeSpace  *self,
                                   GError      **error)
{
  g_auto (Round) round = { NULL };

  g_return_val_if_fail (BRIDGE_IS_SPACE (self), NULL);

  return round_load (self, &round, error) ? g_steal_pointer (&round.own) : NULL;
}

/**
 * bridge_space_is_ready_to_open:
 * @self: a space
 * @waiting: what bridge_space_get_waiting_check_in() gave
 *
 * Returns: whether the speaker has said today that they are ready
 */
gboolean
bridge_space_is_ready_to_open (BridgeSpace   *self,
                               BridgeCheckIn *waiting)
{
  g_return_val_if_fail (BRIDGE_IS_SPACE (self), FALSE);

  return bridge_check_in_get_side (waiting, get_today (self)) == BRIDGE_ROUND_SIDE_READY;
}

/**
 * bridge_space_write_together:
 * @self: a space of two
 * @check_in: its values; whose it is, the day, the id and the stamps are given here
 * @error: where to say what went wrong
 *
 * Has a check-in wait until both are ready to open theirs, instead of the speaker's that waited before. It is not ready by
 * itself.
 *
 * Returns: (transfer full) (nullable): as it is stored, or %NULL with %BRIDGE_ERROR_NOT_SET_UP, %BRIDGE_ERROR_STATE (solo),
 *   %BRIDGE_ERROR_INVALID_VALUE or an error of the database
 */
BridgeCheckIn *
bridge_space_write_together (BridgeSpace    *self,
                             BridgeCheckIn  *check_in,
                             GError        **error)
{
  BridgeCheckIn *own = NULL;

  g_return_val_if_fail (BRIDGE_IS_SPACE (self), NULL);
  g_return_val_if_fail (BRIDGE_IS_CHECK_IN (check_in), NULL);

  return run_step (self, BRIDGE_ROUND_EVENT_WRITE, check_in, &own, NULL, error) ? own : NULL;
}

/* What was opened is open whether this can be written or not; then Today asks. */
static void
keep_moment (BridgeSpace *self)
{
  g_autoptr (BridgeOccurrence) moment = bridge_space_find_check_in_moment (self);
  g_autoptr (GError) error = NULL;

  if (moment != NULL && bridge_space_may_answer (self, moment) &&
      !bridge_space_answer (self, bridge_occurrence_get_name (moment), BRIDGE_OUTCOME_KEPT, &error))
    g_message ("That a check-in together was kept could not be written down: %s", error->message);
}

/**
 * bridge_space_say_ready:
 * @self: a space of two
 * @opened: (out) (optional): whether the other one was ready as well, so that both see both now
 * @error: where to say what went wrong
 *
 * Says that whoever is speaking is ready to open theirs today. Once both are open, what the two had planned for it was kept.
 *
 * Returns: %FALSE with %BRIDGE_ERROR_STATE (nothing of theirs waits) or an error of the database
 */
gboolean
bridge_space_say_ready (BridgeSpace  *self,
                        gboolean     *opened,
                        GError      **error)
{
  gboolean both = FALSE;

  g_return_val_if_fail (BRIDGE_IS_SPACE (self), FALSE);

  if (!run_step (self, BRIDGE_ROUND_EVENT_READY, NULL, NULL, &both, error))
    return FALSE;
  if (both)
    keep_moment (self);
  if (opened != NULL)
    *opened = both;
  return TRUE;
}

/**
 * bridge_space_say_not_yet:
 * @self: a space of two
 * @error: where to say what went wrong
 *
 * Takes back that whoever is speaking is ready.
 *
 * Returns: %FALSE with %BRIDGE_ERROR_STATE (nothing of theirs waits) or an error of the database
 */
gboolean
bridge_space_say_not_yet (BridgeSpace  *self,
                          GError      **error)
{
  g_return_val_if_fail (BRIDGE_IS_SPACE (self), FALSE);

  return run_step (self, BRIDGE_ROUND_EVENT_NOT_YET, NULL, NULL, NULL, error);
}

/**
 * bridge_space_take_back_check_in:
 * @self: a space of two
 * @error: where to say what went wrong
 *
 * Takes back what the speaker has written for both to open. Nothing of it is left in the file, nor that there was something.
 *
 * Returns: (transfer full) (nullable): what it was, for its author to do something else with, or %NULL with
 *   %BRIDGE_ERROR_STATE (nothing of theirs waits) or an error of the database
 */
BridgeCheckIn *
bridge_space_take_back_check_in (BridgeSpace  *self,
                                 GError      **error)
{
  BridgeCheckIn *own = NULL;

  g_return_val_if_fail (BRIDGE_IS_SPACE (self), NULL);

  if (!run_step (self, BRIDGE_ROUND_EVENT_TAKE_BACK, NULL, &own, NULL, error))
    return NULL;
  g_object_set (own, "id", NULL, "round-id", NULL, "ready", FALSE, "deleted-at", (gint64) 0, NULL);
  return own;
}

/**
 * bridge_space_is_check_in_moment:
 * @self: a space
 * @ritual_id: a ritual's whole id
 *
 * Returns: whether it came of an invitation to a check-in together
 */
gboolean
bridge_space_is_check_in_moment (BridgeSpace *self,
                                 const char  *ritual_id)
{
  GListModel *invitations;

  g_return_val_if_fail (BRIDGE_IS_SPACE (self), FALSE);

  invitations = bridge_space_get_invitations (self);
  for (guint i = 0; i < g_list_model_get_n_items (invitations); i++)
    {
      g_autoptr (BridgeInvitation) invitation = g_list_model_get_item (invitations, i);

      if (bridge_invitation_get_subject (invitation) == BRIDGE_INVITATION_CHECK_IN &&
          bridge_invitation_get_state (invitation) == BRIDGE_INVITATION_AGREED &&
          g_strcmp0 (bridge_invitation_get_subject_id (invitation), ritual_id) == 0)
        return TRUE;
    }
  return FALSE;
}

/**
 * bridge_space_find_check_in_moment:
 * @self: a space
 *
 * Returns: (transfer full) (nullable): the check-in together that the two have planned for today, unless it has its answer or
 *   was left out
 */
BridgeOccurrence *
bridge_space_find_check_in_moment (BridgeSpace *self)
{
  BridgeLocal today;
  g_autoptr (GPtrArray) occurrences = NULL;
  g_autoptr (GError) error = NULL;

  g_return_val_if_fail (BRIDGE_IS_SPACE (self), NULL);

  today = get_today (self);
  occurrences = bridge_space_list_occurrences (self, NULL, today, today + BRIDGE_DAY, &error);
  if (occurrences == NULL)
    {
      g_message ("What is planned for today could not be read: %s", error->message);
      return NULL;
    }
  for (guint i = 0; i < occurrences->len; i++)
    {
      BridgeOccurrence *occurrence = g_ptr_array_index (occurrences, i);

      if (bridge_occurrence_get_outcome (occurrence) == BRIDGE_OUTCOME_NONE && !bridge_occurrence_get_left_out (occurrence) &&
          bridge_space_is_check_in_moment (self, bridge_occurrence_get_ritual_id (occurrence)))
        return g_object_ref (occurrence);
    }
  return NULL;
}

/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "bridge-undo"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "bridge-ids.h"
#include "bridge-property.h"
#include "bridge-store-cares.h"
#include "bridge-store-check-ins.h"
#include "bridge-store-duty-swaps.h"
#include "bridge-store-meanings.h"
#include "bridge-store-milestones.h"
#include "bridge-store-reviews.h"
#include "bridge-store-win-photos.h"
#include "bridge-undo.h"

/* How many commands are remembered. */
#define MAX_COMMANDS 100

typedef struct
{
  GObject *before; /* (nullable) */
  GObject *after;  /* (nullable) */
} Change;

/* A state that came back under a later stamp. */
typedef struct
{
  GObject *row;
  gint64 old_stamp;
} Restamp;

struct _BridgeCommand
{
  char *label;
  gboolean final;
  GArray *changes;
  GArray *restamps; /* of the last time it was applied */
};

struct _BridgeUndo
{
  GQueue done;   /* of BridgeCommand, the newest last */
  GQueue undone;
};

static void
change_clear (gpointer data)
{
  Change *change = data;

  g_clear_object (&change->before);
  g_clear_object (&change->after);
}

static void
restamp_clear (gpointer data)
{
  g_clear_object (&((Restamp *) data)->row);
}

/**
 * bridge_command_new:
 * @label: what Undo takes back, as a toast says it, translated
 *
 * Returns: (transfer full): a command that has written nothing yet
 */
BridgeCommand *
bridge_command_new (const char *label)
{
  BridgeCommand *self = g_new0 (BridgeCommand, 1);

  self->label = g_strdup (label);
  self->changes = g_array_new (FALSE, TRUE, sizeof (Change));
  g_array_set_clear_func (self->changes, change_clear);
  self->restamps = g_array_new (FALSE, TRUE, sizeof (Restamp));
  g_array_set_clear_func (self->restamps, restamp_clear);
  return self;
}

/**
 * bridge_command_free:
 * @self: (transfer full): a command
 *
 * Forgets a command and its rows.
 */
void
bridge_command_free (BridgeCommand *self)
{
  g_array_unref (self->changes);
  g_array_unref (self->restamps);
  g_free (self->label);
  g_free (self);
}

/**
 * bridge_command_get_label:
 * @self: a command
 *
 * Returns: what Undo takes back
 */
const char *
bridge_command_get_label (BridgeCommand *self)
{
  return self->label;
}

/**
 * bridge_command_set_final:
 * @self: a command
 *
 * Says that Undo does not take this back, nor anything that was done before it: somebody has given their word.
 */
void
bridge_command_set_final (BridgeCommand *self)
{
  self->final = TRUE;
}

/**
 * bridge_command_peek_after:
 * @self: a command
 * @type: a type of rows
 *
 * Returns: (transfer none) (nullable): the first row of that type as it shall be
 */
gpointer
bridge_command_peek_after (BridgeCommand *self,
                           GType          type)
{
  for (guint i = 0; i < self->changes->len; i++)
    {
      GObject *after = g_array_index (self->changes, Change, i).after;

      if (after != NULL && G_OBJECT_TYPE (after) == type)
        return after;
    }
  return NULL;
}

static gpointer
find_by_id (GPtrArray  *rows,
            const char *id)
{
  for (guint i = 0; rows != NULL && i < rows->len; i++)
    {
      g_autofree char *other = NULL;

      g_object_get (g_ptr_array_index (rows, i), "id", &other, NULL);
      if (g_strcmp0 (other, id) == 0)
        return g_object_ref (g_ptr_array_index (rows, i));
    }
  return NULL;
}

static gpointer
load_pause_answer (BridgeDatabase  *db,
                   gpointer         row,
                   GError         **error)
{
  g_autoptr (GPtrArray) answers = bridge_store_load_pause_answers (db, bridge_pause_answer_get_pause_id (row), error);

  return find_by_id (answers, bridge_pause_answer_get_id (row));
}

static gpointer
load_pause_follow_up (BridgeDatabase  *db,
                      gpointer         row,
                      GError         **error)
{
  g_autoptr (GPtrArray) follow_ups =
    bridge_store_load_pause_follow_ups (db, bridge_pause_follow_up_get_pause_id (row), error);

  return find_by_id (follow_ups, bridge_pause_follow_up_get_id (row));
}

static gpointer
load_revision (BridgeDatabase  *db,
               gpointer         row,
               GError         **error)
{
  return bridge_store_load_revision (db, bridge_revision_get_id (row), error);
}

static gpointer
load_ritual (BridgeDatabase  *db,
             gpointer         row,
             GError         **error)
{
  return bridge_store_load_ritual (db, bridge_ritual_get_id (row), error);
}

static gpointer
load_occurrence (BridgeDatabase  *db,
                 gpointer         row,
                 GError         **error)
{
  return bridge_store_load_occurrence (db, bridge_occurrence_get_ritual_id (row), bridge_occurrence_get_start (row), error);
}

static gpointer
load_reminder (BridgeDatabase  *db,
               gpointer         row,
               GError         **error)
{
  return bridge_store_load_reminder (db, bridge_reminder_get_ritual_id (row), bridge_reminder_get_start (row),
                                     bridge_reminder_get_lead (row), error);
}

static gpointer
load_one_off (BridgeDatabase  *db,
              gpointer         row,
              GError         **error)
{
  return bridge_store_load_one_off (db, bridge_one_off_get_subject (row), bridge_one_off_get_subject_id (row),
                                    bridge_one_off_get_step (row), error);
}

static gpointer
load_win (BridgeDatabase  *db,
          gpointer         row,
          GError         **error)
{
  return bridge_store_load_win (db, bridge_win_get_id (row), error);
}

static gpointer
load_milestone_change (BridgeDatabase  *db,
                       gpointer         row,
                       GError         **error)
{
  return bridge_store_load_milestone_change (db, bridge_milestone_change_get_id (row), error);
}

static gpointer
load_win_photo (BridgeDatabase  *db,
                gpointer         row,
                GError         **error)
{
  return bridge_store_load_win_photo (db, bridge_win_photo_get_id (row), error);
}

static gpointer
load_check_in (BridgeDatabase  *db,
               gpointer         row,
               GError         **error)
{
  return bridge_store_load_check_in (db, bridge_check_in_get_id (row), error);
}

static gpointer
load_check_in_round (BridgeDatabase  *db,
                     gpointer         row,
                     GError         **error)
{
  return bridge_store_load_check_in_round (db, bridge_check_in_round_get_id (row), error);
}

static gpointer
load_review_words (BridgeDatabase  *db,
                   gpointer         row,
                   GError         **error)
{
  return bridge_store_load_review_words (db, bridge_review_words_get_id (row), error);
}

typedef GPtrArray *(*LoadAllFunc) (BridgeDatabase *db, GError **error);
typedef gpointer (*LoadFunc) (BridgeDatabase *db, gpointer row, GError **error);
typedef gboolean (*SaveFunc) (BridgeDatabase *db, gpointer row, GError **error);

/* What is kept as rows. Where there are few they are all loaded; else a loader gives the one, and NULL, or NOT_FOUND, where
 * there is none. */
static const struct RowType {
  GType (*get_type) (void);
  BridgeKinds kind;
  LoadAllFunc load_all;
  LoadFunc load;
  SaveFunc save;
} row_types[] = {
  { bridge_person_get_type, BRIDGE_KIND_PERSONS, bridge_store_load_persons, NULL,
    (SaveFunc) bridge_store_save_person },
  { bridge_ritual_get_type, BRIDGE_KIND_RITUALS, NULL, load_ritual,
    (SaveFunc) bridge_store_save_ritual },
  { bridge_occurrence_get_type, BRIDGE_KIND_OCCURRENCES, NULL, load_occurrence,
    (SaveFunc) bridge_store_save_occurrence },
  { bridge_reminder_get_type, BRIDGE_KIND_REMINDERS, NULL, load_reminder,
    (SaveFunc) bridge_store_save_reminder },
  { bridge_one_off_get_type, BRIDGE_KIND_REMINDERS, NULL, load_one_off,
    (SaveFunc) bridge_store_save_one_off },
  { bridge_win_get_type, BRIDGE_KIND_WINS, NULL, load_win,
    (SaveFunc) bridge_store_save_win },
  { bridge_hours_get_type, BRIDGE_KIND_HOURS, bridge_store_load_hours, NULL,
    (SaveFunc) bridge_store_save_hours },
  { bridge_absence_get_type, BRIDGE_KIND_ABSENCES, bridge_store_load_absences, NULL,
    (SaveFunc) bridge_store_save_absence },
  { bridge_promise_get_type, BRIDGE_KIND_PROMISES, bridge_store_load_promises, NULL,
    (SaveFunc) bridge_store_save_promise },
  { bridge_pause_get_type, BRIDGE_KIND_PAUSES, bridge_store_load_pauses, NULL,
    (SaveFunc) bridge_store_save_pause },
  { bridge_pause_answer_get_type, BRIDGE_KIND_PAUSES, NULL, load_pause_answer,
    (SaveFunc) bridge_store_save_pause_answer },
  { bridge_pause_follow_up_get_type, BRIDGE_KIND_PAUSES, NULL, load_pause_follow_up,
    (SaveFunc) bridge_store_save_pause_follow_up },
  { bridge_soothing_get_type, BRIDGE_KIND_SOOTHING, bridge_store_load_soothing, NULL,
    (SaveFunc) bridge_store_save_soothing },
  { bridge_boundary_get_type, BRIDGE_KIND_BOUNDARIES, bridge_store_load_boundaries, NULL,
    (SaveFunc) bridge_store_save_boundary },
  { bridge_revision_get_type, BRIDGE_KIND_BOUNDARIES, NULL, load_revision,
    (SaveFunc) bridge_store_save_revision },
  { bridge_invitation_get_type, BRIDGE_KIND_INVITATIONS, bridge_store_load_invitations, NULL,
    (SaveFunc) bridge_store_save_invitation },
  { bridge_milestone_get_type, BRIDGE_KIND_MILESTONES, bridge_store_load_milestones, NULL,
    (SaveFunc) bridge_store_save_milestone },
  { bridge_milestone_change_get_type, BRIDGE_KIND_MILESTONES, NULL, load_milestone_change,
    (SaveFunc) bridge_store_save_milestone_change },
  { bridge_win_photo_get_type, BRIDGE_KIND_WINS, NULL, load_win_photo,
    (SaveFunc) bridge_store_save_win_photo },
  { bridge_check_in_get_type, BRIDGE_KIND_CHECK_INS, NULL, load_check_in,
    (SaveFunc) bridge_store_save_check_in },
  { bridge_check_in_round_get_type, BRIDGE_KIND_CHECK_INS, NULL, load_check_in_round,
    (SaveFunc) bridge_store_save_check_in_round },
  { bridge_review_get_type, BRIDGE_KIND_REVIEWS, bridge_store_load_reviews, NULL,
    (SaveFunc) bridge_store_save_review },
  { bridge_review_words_get_type, BRIDGE_KIND_REVIEWS, NULL, load_review_words,
    (SaveFunc) bridge_store_save_review_words },
  { bridge_duty_swap_get_type, BRIDGE_KIND_REVIEWS, NULL, (LoadFunc) bridge_store_reload_duty_swap,
    (SaveFunc) bridge_store_save_duty_swap },
  { bridge_meaning_get_type, BRIDGE_KIND_MEANINGS, bridge_store_load_meanings, NULL,
    (SaveFunc) bridge_store_save_meaning },
  { bridge_care_get_type, BRIDGE_KIND_CARES, bridge_store_load_cares, NULL,
    (SaveFunc) bridge_store_save_care },
};

static const struct RowType *
get_row_type (GObject *row)
{
  for (gsize i = 0; i < G_N_ELEMENTS (row_types); i++)
    if (G_OBJECT_TYPE (row) == row_types[i].get_type ())
      return &row_types[i];
  g_assert_not_reached ();
}

/**
 * bridge_command_get_kinds:
 * @self: a command
 *
 * Returns: which kinds of rows it writes
 */
BridgeKinds
bridge_command_get_kinds (BridgeCommand *self)
{
  BridgeKinds kinds = 0;

  for (guint i = 0; i < self->changes->len; i++)
    {
      Change *change = &g_array_index (self->changes, Change, i);

      kinds |= get_row_type (change->after != NULL ? change->after : change->before)->kind;
    }
  return kinds;
}

/**
 * bridge_command_is_empty:
 * @self: a command
 *
 * Returns: whether it has nothing to write
 */
gboolean
bridge_command_is_empty (BridgeCommand *self)
{
  return self->changes->len == 0;
}

/**
 * bridge_command_add:
 * @self: a command
 * @before: (nullable) (transfer none): the row as it is; %NULL: it is not there
 * @after: (nullable) (transfer none): the row as it shall be; %NULL: it shall not be there
 *
 * Adds one row to what will be written. Both objects belong to the command from now on: nobody changes them.
 */
void
bridge_command_add (BridgeCommand *self,
                    gpointer       before,
                    gpointer       after)
{
  Change change = { 0 };

  g_return_if_fail (before != NULL || after != NULL);

  g_set_object (&change.before, before);
  g_set_object (&change.after, after);
  g_array_append_val (self->changes, change);
}

static gint64
get_stamp (GObject    *row,
           const char *name)
{
  gint64 stamp = 0;

  if (row != NULL)
    g_object_get (row, name, &stamp, NULL);
  return stamp;
}

/**
 * bridge_row_get_updated_at:
 * @row: (nullable): an object of the model that is kept as a row
 *
 * Returns: when it was written last, UTC ms; 0 without a row
 */
gint64
bridge_row_get_updated_at (gpointer row)
{
  return get_stamp (row, "updated-at");
}

static GObject *
copy_row (GObject *row)
{
  GObject *copy = g_object_new (G_OBJECT_TYPE (row), NULL);

  bridge_property_copy_all (row, copy);
  return copy;
}

/* The row as the file has it now. (transfer full): NULL without an error: none. */
static GObject *
load_current (BridgeDatabase  *db,
              GObject         *row,
              GError         **error)
{
  const struct RowType *type = get_row_type (row);
  g_autoptr (GError) local_error = NULL;
  g_autoptr (GPtrArray) all = NULL;
  g_autofree char *id = NULL;
  GObject *current = NULL;

  if (type->load != NULL)
    current = type->load (db, row, &local_error);
  else
    {
      all = type->load_all (db, &local_error);
      g_object_get (row, "id", &id, NULL);
      current = find_by_id (all, id);
    }

  if (local_error != NULL && !g_error_matches (local_error, BRIDGE_ERROR, BRIDGE_ERROR_NOT_FOUND))
    g_propagate_error (error, g_steal_pointer (&local_error));
  return current;
}

static gboolean
is_there (GObject *row)
{
  return row != NULL && get_stamp (row, "deleted-at") == 0;
}

static gboolean
is_as_expected (GObject *expected,
                GObject *current)
{
  if (!is_there (expected) || !is_there (current))
    return is_there (expected) == is_there (current);
  return get_stamp (expected, "updated-at") == get_stamp (current, "updated-at");
}

/* The row to write: stamped later than anything written before, so that every process sees that it is another. */
static GObject *
make_row (GObject *target,
          GObject *expected,
          GObject *current,
          gint64   now)
{
  GObject *row = copy_row (target != NULL ? target : expected);
  g_autofree char *id = NULL;
  gint64 stamp = now;

  stamp = MAX (stamp, get_stamp (current, "updated-at") + 1);
  stamp = MAX (stamp, get_stamp (expected, "updated-at") + 1);
  stamp = MAX (stamp, get_stamp (target, "updated-at"));
  g_object_get (row, "id", &id, NULL);
  if (id == NULL || *id == '\0')
    {
      g_autofree char *fresh = bridge_id_new ();

      g_object_set (row, "id", fresh, NULL);
    }
  if (get_stamp (row, "created-at") == 0)
    g_object_set (row, "created-at", stamp, NULL);
  g_object_set (row, "updated-at", stamp, NULL);
  if (target == NULL)
    g_object_set (row, "deleted-at", stamp, NULL);
  return row;
}

static gboolean
write_change (Change          *change,
              BridgeDatabase  *db,
              gboolean         forward,
              gint64           now,
              GObject        **written,
              GError         **error)
{
  GObject *expected = forward ? change->before : change->after;
  GObject *target = forward ? change->after : change->before;
  g_autoptr (GObject) current = NULL;
  g_autoptr (GObject) row = NULL;
  g_autoptr (GError) local_error = NULL;

  current = load_current (db, target != NULL ? target : expected, &local_error);
  if (local_error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return FALSE;
    }

  if (!is_as_expected (expected, current))
    {
      /* What became of a reminder meanwhile is the scheduler's affair and no reason to refuse. */
      if (BRIDGE_IS_REMINDER (target != NULL ? target : expected))
        return TRUE;
      g_set_error_literal (error, BRIDGE_ERROR, BRIDGE_ERROR_CONFLICT,
                           _("This was changed elsewhere in the meantime, so it was left as it is."));
      return FALSE;
    }

  if (target == NULL && BRIDGE_IS_REMINDER (expected))
    return current == NULL || bridge_store_delete_reminder (db, bridge_reminder_get_id (BRIDGE_REMINDER (current)), error);

  row = make_row (target, expected, current, now);
  if (!get_row_type (row)->save (db, row, error))
    return FALSE;
  *written = g_steal_pointer (&row);
  return TRUE;
}

/**
 * bridge_command_apply:
 * @self: a command
 * @db: the database
 * @forward: %TRUE: writes what shall be; %FALSE: takes it back
 * @now: UTC ms, for the stamps
 * @error: where to say what went wrong
 *
 * Writes every row in one transaction, after checking that each is as it was expected. When it fails, the file and the
 * command are as before.
 *
 * Returns: %FALSE with %BRIDGE_ERROR_CONFLICT or an error of the database
 */
gboolean
bridge_command_apply (BridgeCommand   *self,
                      BridgeDatabase  *db,
                      gboolean         forward,
                      gint64           now,
                      GError         **error)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new ();
  gboolean done = TRUE;

  if (!bridge_database_begin (db, error))
    return FALSE;

  for (guint i = 0; i < self->changes->len && done; i++)
    {
      GObject *row = NULL;

      done = write_change (&g_array_index (self->changes, Change, i), db, forward, now, &row, error);
      g_ptr_array_add (rows, row);
    }

  if (!done)
    bridge_database_rollback (db);
  else
    done = bridge_database_commit (db, error);

  g_array_set_size (self->restamps, 0);
  for (guint i = 0; i < rows->len; i++)
    {
      g_autoptr (GObject) row = g_ptr_array_index (rows, i);
      Change *change = &g_array_index (self->changes, Change, i);
      GObject **target = forward ? &change->after : &change->before;

      if (done && row != NULL && *target != NULL)
        {
          Restamp restamp = { g_object_ref (row), get_stamp (*target, "updated-at") };

          g_array_append_val (self->restamps, restamp);
          g_set_object (target, row);
        }
    }
  return done;
}

/**
 * bridge_undo_new:
 *
 * Returns: (transfer full): an empty history
 */
BridgeUndo *
bridge_undo_new (void)
{
  return g_new0 (BridgeUndo, 1);
}

static void
clear_queue (GQueue *queue)
{
  g_queue_clear_full (queue, (GDestroyNotify) bridge_command_free);
}

/**
 * bridge_undo_free:
 * @self: (transfer full): a history
 *
 * Forgets everything.
 */
void
bridge_undo_free (BridgeUndo *self)
{
  clear_queue (&self->done);
  clear_queue (&self->undone);
  g_free (self);
}

/**
 * bridge_undo_done:
 * @self: a history
 * @command: (transfer full): what was done now
 *
 * Remembers a command. What had been taken back before cannot come again after it; after one that is final nothing is
 * remembered.
 */
void
bridge_undo_done (BridgeUndo    *self,
                  BridgeCommand *command)
{
  clear_queue (&self->undone);
  if (command->final)
    {
      clear_queue (&self->done);
      bridge_command_free (command);
      return;
    }
  g_queue_push_tail (&self->done, command);
  if (self->done.length > MAX_COMMANDS)
    bridge_command_free (g_queue_pop_head (&self->done));
}

/**
 * bridge_undo_peek:
 * @self: a history
 * @redo: what Redo would do, not Undo
 *
 * Returns: (transfer none) (nullable): the next command to take back, or to do again
 */
BridgeCommand *
bridge_undo_peek (BridgeUndo *self,
                  gboolean    redo)
{
  return g_queue_peek_tail (redo ? &self->undone : &self->done);
}

static gboolean
is_same_row (GObject *a,
             GObject *b)
{
  if (a == NULL || G_OBJECT_TYPE (a) != G_OBJECT_TYPE (b))
    return FALSE;
  if (BRIDGE_IS_OCCURRENCE (a))
    return g_str_equal (bridge_occurrence_get_name (BRIDGE_OCCURRENCE (a)), bridge_occurrence_get_name (BRIDGE_OCCURRENCE (b)));
  if (BRIDGE_IS_REMINDER (a))
    return g_strcmp0 (bridge_reminder_get_ritual_id (BRIDGE_REMINDER (a)),
                      bridge_reminder_get_ritual_id (BRIDGE_REMINDER (b))) == 0 &&
           bridge_reminder_get_start (BRIDGE_REMINDER (a)) == bridge_reminder_get_start (BRIDGE_REMINDER (b)) &&
           bridge_reminder_get_lead (BRIDGE_REMINDER (a)) == bridge_reminder_get_lead (BRIDGE_REMINDER (b));
  {
    g_autofree char *id_a = NULL;
    g_autofree char *id_b = NULL;

    g_object_get (a, "id", &id_a, NULL);
    g_object_get (b, "id", &id_b, NULL);
    return g_strcmp0 (id_a, id_b) == 0;
  }
}

static void
restamp (GObject       *row,
         const Restamp *by)
{
  if (row != by->row && is_same_row (row, by->row) && get_stamp (row, "updated-at") == by->old_stamp)
    g_object_set (row, "updated-at", get_stamp (by->row, "updated-at"), NULL);
}

/* What one command has brought back is what another one expects to find: under the stamp it has now. */
static void
restamp_all (GQueue        *commands,
             BridgeCommand *by)
{
  for (GList *l = commands->head; l != NULL; l = l->next)
    {
      BridgeCommand *command = l->data;

      for (guint i = 0; command != by && i < command->changes->len; i++)
        for (guint k = 0; k < by->restamps->len; k++)
          {
            restamp (g_array_index (command->changes, Change, i).before, &g_array_index (by->restamps, Restamp, k));
            restamp (g_array_index (command->changes, Change, i).after, &g_array_index (by->restamps, Restamp, k));
          }
    }
}

/**
 * bridge_undo_pass_over:
 * @self: a history
 * @redo: it was done again, not taken back
 *
 * Moves what bridge_undo_peek() gave to the other side.
 */
void
bridge_undo_pass_over (BridgeUndo *self,
                       gboolean    redo)
{
  BridgeCommand *command = g_queue_pop_tail (redo ? &self->undone : &self->done);

  restamp_all (&self->done, command);
  restamp_all (&self->undone, command);
  g_queue_push_tail (redo ? &self->done : &self->undone, command);
}

/**
 * bridge_undo_drop:
 * @self: a history
 * @redo: of what was taken back
 *
 * Forgets what bridge_undo_peek() gave: it cannot be done any more.
 */
void
bridge_undo_drop (BridgeUndo *self,
                  gboolean    redo)
{
  bridge_command_free (g_queue_pop_tail (redo ? &self->undone : &self->done));
}

static gboolean
is_concerned (BridgeCommand *command,
              BridgeRowFunc  concerns,
              gpointer       data)
{
  for (guint i = 0; i < command->changes->len; i++)
    {
      const Change *change = &g_array_index (command->changes, Change, i);

      if ((change->before != NULL && concerns (change->before, data)) ||
          (change->after != NULL && concerns (change->after, data)))
        return TRUE;
    }
  return FALSE;
}

/**
 * bridge_undo_forget:
 * @self: a history
 * @concerns: (scope call): whether a row is one of those
 * @data: for @concerns
 *
 * Forgets the commands that wrote any of those rows, done or taken back. The others stay: each of them looks itself whether
 * its rows are as it expects.
 */
void
bridge_undo_forget (BridgeUndo    *self,
                    BridgeRowFunc  concerns,
                    gpointer       data)
{
  GQueue *queues[] = { &self->done, &self->undone };

  for (gsize i = 0; i < G_N_ELEMENTS (queues); i++)
    for (GList *l = queues[i]->head, *next; l != NULL; l = next)
      {
        next = l->next;
        if (!is_concerned (l->data, concerns, data))
          continue;
        bridge_command_free (l->data);
        g_queue_delete_link (queues[i], l);
      }
}

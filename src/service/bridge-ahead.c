/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "bridge-ahead"

#include "config.h"

#include "bridge-ahead.h"

#include "bridge-undo.h"

/* What came that little before its time counts; with a clock that jumps each second it would come each time else. */
#define EARLY_MS (10 * BRIDGE_MS_PER_MINUTE)

/* The clock may have been set back to the very minute at which something is due. */
#define JUST_NOW_MS (1 * BRIDGE_MS_PER_MINUTE)

/* A clock that has run on for that long after it went back is taken at its word. */
#define SETTLES_MS (1 * BRIDGE_MS_PER_MINUTE)

/* When a service starts nobody knows which way the clock is wrong, and it may take a network to set it right. */
#define SETTLES_AT_START_MS (10 * BRIDGE_MS_PER_MINUTE)

/* The nearest ones: a clock that lies years behind has everything ahead. */
#define MAX_MARKS 2000

typedef struct
{
  char *occurrence;
  int lead;
  gint64 written_at; /* UTC ms: the row as it was; once it is written again, the mark is over */
  gint64 due_at;     /* UTC ms */
  gint64 shown_at;   /* UTC ms by the clock that was ahead, or when it was found to be superseded */
  gboolean seen;     /* by a person, not superseded */
  gboolean settled;  /* it is not time yet, and it was taken down: it comes again, whatever the clock does */
} Mark;

struct _BridgeAhead
{
  gint64 last;         /* UTC ms: when it was followed last, or BRIDGE_NEVER */
  gint64 step;         /* ms by which the clock went back last */
  gint64 settles_at;   /* UTC ms, or BRIDGE_NEVER */
  GHashTable *marks;   /* "occurrence/lead" -> Mark */
};

static void
mark_free (gpointer data)
{
  Mark *mark = data;

  g_free (mark->occurrence);
  g_free (mark);
}

static GHashTable *
new_marks (void)
{
  return g_hash_table_new_full (g_str_hash, g_str_equal, g_free, mark_free);
}

/**
 * bridge_ahead_new:
 *
 * Returns: (transfer full): one that has not seen the clock yet
 */
BridgeAhead *
bridge_ahead_new (void)
{
  BridgeAhead *self = g_new0 (BridgeAhead, 1);

  self->last = BRIDGE_NEVER;
  self->settles_at = BRIDGE_NEVER;
  self->marks = new_marks ();
  return self;
}

/**
 * bridge_ahead_free:
 * @self: (transfer full): what was ahead
 *
 * Frees it.
 */
void
bridge_ahead_free (BridgeAhead *self)
{
  g_hash_table_unref (self->marks);
  g_free (self);
}

static char *
dup_key (BridgeReminder *reminder)
{
  g_autofree char *name = bridge_reminder_dup_occurrence_name (reminder);

  return g_strdup_printf ("%s/%d", name, bridge_reminder_get_lead (reminder));
}

/* In the time of the clock as it goes now, it was shown that much before it is due. */
static gboolean
was_early (BridgeAhead    *self,
           BridgeReminder *reminder,
           gint64          now)
{
  gint64 due_at = bridge_reminder_get_due_at (reminder);
  gint64 shown_at = bridge_reminder_get_shown_at (reminder);
  BridgeReminderState state = bridge_reminder_get_state (reminder);

  /* A day by the clock that was ahead takes down what nobody answered. */
  if (state != BRIDGE_REMINDER_SHOWN && state != BRIDGE_REMINDER_FOLDED &&
      (state != BRIDGE_REMINDER_WITHDRAWN || g_strcmp0 (bridge_reminder_get_reason (reminder), "too-old") != 0))
    return FALSE;
  /* A newer one counted that had not come either. */
  if (shown_at == 0)
    return due_at >= now;
  /* It was snoozed, and came before its moment's own time. */
  if (shown_at <= now)
    return FALSE;
  /* By how much the clock was ahead is not known. */
  if (self->last == BRIDGE_NEVER)
    return due_at > now;
  /* Known from the time before: how it was then. */
  if (shown_at > self->last)
    return bridge_ahead_has (self, reminder);
  return due_at - (shown_at - (self->last - now)) > (state == BRIDGE_REMINDER_FOLDED ? 0 : EARLY_MS);
}

static void
consider (BridgeAhead    *self,
          GHashTable     *marks,
          BridgeReminder *reminder,
          gint64          now)
{
  g_autofree char *key = NULL;
  gint64 shown_at = bridge_reminder_get_shown_at (reminder);
  Mark *known, *mark;

  if (!was_early (self, reminder, now))
    return;

  key = dup_key (reminder);
  known = g_hash_table_lookup (self->marks, key);
  mark = g_new0 (Mark, 1);
  mark->occurrence = bridge_reminder_dup_occurrence_name (reminder);
  mark->lead = bridge_reminder_get_lead (reminder);
  mark->written_at = bridge_row_get_updated_at (reminder);
  mark->due_at = bridge_reminder_get_due_at (reminder);
  mark->shown_at = shown_at != 0 ? shown_at : mark->written_at;
  mark->seen = shown_at != 0;
  mark->settled = known != NULL && known->settled && known->written_at == mark->written_at;
  g_hash_table_insert (marks, g_steal_pointer (&key), mark);
}

static gboolean
look (BridgeAhead     *self,
      BridgeDatabase  *db,
      GHashTable      *unwritten,
      gint64           now,
      GError         **error)
{
  g_autoptr (GPtrArray) rows = bridge_store_load_reminders_told_of (db, now - JUST_NOW_MS, MAX_MARKS, error);
  GHashTable *marks;
  GHashTableIter iter;
  gpointer row;

  if (rows == NULL)
    return FALSE;

  marks = new_marks ();
  for (guint i = 0; i < rows->len; i++)
    consider (self, marks, g_ptr_array_index (rows, i), now);
  g_hash_table_iter_init (&iter, unwritten);
  while (g_hash_table_iter_next (&iter, NULL, &row))
    consider (self, marks, row, now);

  g_hash_table_unref (self->marks);
  self->marks = marks;
  return TRUE;
}

static void
begin (BridgeAhead *self,
       gint64       now)
{
  GHashTableIter iter;
  gpointer value;

  self->settles_at = BRIDGE_NEVER;
  if (g_hash_table_size (self->marks) > 0)
    self->settles_at = now + (self->last != BRIDGE_NEVER ? SETTLES_MS : SETTLES_AT_START_MS);
  if (self->last != BRIDGE_NEVER)
    {
      self->step = self->last - now;
      return;
    }

  self->step = 0;
  g_hash_table_iter_init (&iter, self->marks);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    self->step = MAX (self->step, ((Mark *) value)->shown_at - now);
}

/* It lay behind, and is right again. From a sleep that cannot be told, so what was taken down is not forgotten: to be told of
 * it twice is better than never. */
static void
forget (BridgeAhead *self,
        gint64       now)
{
  GHashTableIter iter;
  gpointer value;

  g_hash_table_iter_init (&iter, self->marks);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    if (!((Mark *) value)->settled && ((Mark *) value)->shown_at <= now)
      g_hash_table_iter_remove (&iter);
  if (g_hash_table_size (self->marks) == 0)
    self->settles_at = BRIDGE_NEVER;
}

/**
 * bridge_ahead_follow:
 * @self: what was ahead
 * @db: the database
 * @unwritten: (element-type utf8 BridgeReminder): what was shown although the file does not know
 * @now: UTC ms
 * @ran: time has run on by itself since last time, as when a deadline has come
 * @error: where to say what went wrong
 *
 * Follows the clock; to be called before it is looked what is due.
 *
 * Returns: %FALSE with an error of the database: next time it is looked once more
 */
gboolean
bridge_ahead_follow (BridgeAhead     *self,
                     BridgeDatabase  *db,
                     GHashTable      *unwritten,
                     gint64           now,
                     gboolean         ran,
                     GError         **error)
{
  if (self->last == BRIDGE_NEVER || now < self->last)
    {
      if (!look (self, db, unwritten, now, error))
        return FALSE;
      begin (self, now);
    }
  else if (!ran && now - self->last + EARLY_MS >= self->step)
    {
      forget (self, now);
    }
  self->last = now;
  return TRUE;
}

/**
 * bridge_ahead_has:
 * @self: what was ahead
 * @reminder: a reminder as it is written
 *
 * Returns: whether it was shown too early, and is to come again when it is due
 */
gboolean
bridge_ahead_has (BridgeAhead    *self,
                  BridgeReminder *reminder)
{
  g_autofree char *key = NULL;
  Mark *mark;

  if (g_hash_table_size (self->marks) == 0)
    return FALSE;

  key = dup_key (reminder);
  mark = g_hash_table_lookup (self->marks, key);
  return mark != NULL && mark->written_at == bridge_row_get_updated_at (reminder);
}

/**
 * bridge_ahead_get_settles_at:
 * @self: what was ahead
 *
 * Returns: when to call bridge_ahead_settle(), UTC ms, or %BRIDGE_NEVER
 */
gint64
bridge_ahead_get_settles_at (BridgeAhead *self)
{
  return self->settles_at;
}

/**
 * bridge_ahead_settle:
 * @self: what was ahead
 * @now: UTC ms
 *
 * Once the clock has run on for a while after it went back, it is taken at its word. What it has shown too early is to be
 * taken down then: it is not time yet.
 *
 * Returns: (transfer full) (nullable) (element-type utf8): names of moments, or %NULL when nothing is settled now
 */
GPtrArray *
bridge_ahead_settle (BridgeAhead *self,
                     gint64       now)
{
  GPtrArray *names;
  GHashTableIter iter;
  gpointer value;

  if (now < self->settles_at)
    return NULL;

  self->settles_at = BRIDGE_NEVER;
  names = g_ptr_array_new_with_free_func (g_free);
  g_hash_table_iter_init (&iter, self->marks);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    {
      Mark *mark = value;

      mark->settled = TRUE;
      if (mark->seen && mark->due_at > now)
        g_ptr_array_add (names, g_strdup (mark->occurrence));
    }
  return names;
}

/* @deleted: (out): %FALSE: the file does not know that it came, or something else was written since, and that counts. */
static gboolean
delete_row (BridgeDatabase  *db,
            Mark            *mark,
            gboolean        *deleted,
            GError         **error)
{
  g_autofree char *ritual_id = NULL;
  g_autoptr (BridgeReminder) row = NULL;
  g_autoptr (GError) local_error = NULL;
  BridgeLocal start;

  if (!bridge_occurrence_parse_name (mark->occurrence, &ritual_id, &start, error))
    return FALSE;
  row = bridge_store_load_reminder (db, ritual_id, start, mark->lead, &local_error);
  if (local_error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return FALSE;
    }
  *deleted = row != NULL && bridge_row_get_updated_at (row) == mark->written_at;
  return !*deleted || bridge_store_delete_reminder (db, bridge_reminder_get_id (row), error);
}

/**
 * bridge_ahead_take_back:
 * @self: what was ahead
 * @db: the database, which can be written to
 * @names: (element-type utf8 utf8): set of moments that were taken down since bridge_ahead_settle() named them
 * @now: UTC ms
 * @error: where to say what went wrong
 *
 * Deletes the rows that say they came, so that a service after this one, which does not know how the clock went, has them come
 * in their time.
 *
 * Returns: %FALSE with an error of the database: only this service knows
 */
gboolean
bridge_ahead_take_back (BridgeAhead     *self,
                        BridgeDatabase  *db,
                        GHashTable      *names,
                        gint64           now,
                        GError         **error)
{
  g_autoptr (GPtrArray) keys = g_ptr_array_new ();
  GHashTableIter iter;
  gpointer key, value;

  if (!bridge_database_begin (db, error))
    return FALSE;

  g_hash_table_iter_init (&iter, self->marks);
  while (g_hash_table_iter_next (&iter, &key, &value))
    {
      Mark *mark = value;
      gboolean deleted;

      if (mark->due_at <= now || !g_hash_table_contains (names, mark->occurrence))
        continue;
      if (!delete_row (db, mark, &deleted, error))
        {
          bridge_database_rollback (db);
          return FALSE;
        }
      if (deleted)
        g_ptr_array_add (keys, key);
    }
  if (!bridge_database_commit (db, error))
    return FALSE;

  /* The row that is written next may have the same stamp. */
  for (guint i = 0; i < keys->len; i++)
    g_hash_table_remove (self->marks, g_ptr_array_index (keys, i));
  return TRUE;
}

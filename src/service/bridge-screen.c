/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "bridge-screen"

#include "config.h"

#include "bridge-screen.h"

#include "bridge-due.h"
#include "bridge-error.h"
#include "bridge-space-private.h"

/* What was shown since then may have been left on the screen by a service before us. */
#define LEFT_MS (2 * 24 * 60 * BRIDGE_MS_PER_MINUTE)
#define LEFT_MAX 200

/* What nobody has a word for after that long does not wait any more. */
#define DIGEST_MS (7 * 24 * 60 * BRIDGE_MS_PER_MINUTE)

struct _BridgeScreen
{
  BridgeSpace *space;
  BridgeNotifier *notifier;
  GHashTable *standing;  /* set of occurrence names */
  GHashTable *in_digest; /* occurrence name -> Told */
  gboolean digest_is_ours; /* the one that stands was shown by us */
};

typedef struct {
  gint64 at;   /* of the moment, UTC ms */
  gint64 told; /* when a digest told of it last, UTC ms */
} Told;

static void
withdraw (BridgeScreen *self,
          const char   *name)
{
  g_debug ("withdraw %s", name);
  bridge_notifier_withdraw (self->notifier, name);
}

static gboolean
is_in_mind (GHashTable *unwritten,
            const char *name)
{
  GHashTableIter iter;
  gpointer row;

  g_hash_table_iter_init (&iter, unwritten);
  while (g_hash_table_iter_next (&iter, NULL, &row))
    {
      g_autofree char *known = bridge_reminder_dup_occurrence_name (row);

      if (g_str_equal (known, name))
        return TRUE;
    }
  return FALSE;
}

/* The last one of a moment that was told of by itself says whether its notification still stands. What cannot be read is
 * kept, and @problem says so. */
static gboolean
still_stands (BridgeScreen  *self,
              GHashTable    *unwritten,
              const char    *name,
              GError       **problem)
{
  g_autofree char *ritual_id = NULL;
  g_autoptr (GPtrArray) reminders = NULL;
  GError *error = NULL;
  BridgeLocal start;

  if (is_in_mind (unwritten, name))
    return TRUE;
  if (!bridge_occurrence_parse_name (name, &ritual_id, &start, NULL))
    return FALSE;
  reminders = bridge_store_load_reminders_of (bridge_space_get_database (self->space), ritual_id, start, &error);
  if (reminders == NULL)
    {
      bridge_error_keep_first (problem, error);
      return TRUE;
    }

  for (guint i = reminders->len; i > 0; i--)
    {
      BridgeReminderState state = bridge_reminder_get_state (g_ptr_array_index (reminders, i - 1));

      if (state != BRIDGE_REMINDER_FOLDED)
        return state == BRIDGE_REMINDER_SHOWN || state == BRIDGE_REMINDER_PENDING;
    }
  return FALSE;
}

static gboolean
is_gone (GError *error)
{
  return g_error_matches (error, BRIDGE_ERROR, BRIDGE_ERROR_NOT_FOUND) ||
         g_error_matches (error, BRIDGE_ERROR, BRIDGE_ERROR_AMBIGUOUS) ||
         g_error_matches (error, BRIDGE_ERROR, BRIDGE_ERROR_INVALID_VALUE) ||
         g_error_matches (error, BRIDGE_ERROR, BRIDGE_ERROR_INVALID_DATE);
}

/* Whether a moment waits for a word. What cannot be read is kept, and @problem says so. @at: (out) (nullable): UTC ms, if it
 * could be read. */
static gboolean
still_waits (BridgeScreen  *self,
             const char    *name,
             gint64        *at,
             GError       **problem)
{
  g_autoptr (BridgeOccurrence) occurrence = NULL;
  GError *error = NULL;

  occurrence = bridge_space_find_occurrence (self->space, name, &error);
  if (occurrence == NULL)
    {
      gboolean gone = is_gone (error);

      if (gone)
        g_error_free (error);
      else
        bridge_error_keep_first (problem, error);
      return !gone;
    }

  if (at != NULL)
    *at = bridge_occurrence_get_at (occurrence);
  return bridge_occurrence_get_outcome (occurrence) == BRIDGE_OUTCOME_NONE &&
         !bridge_occurrence_get_left_out (occurrence) &&
         bridge_occurrence_get_moved_to (occurrence) == BRIDGE_LOCAL_NONE &&
         bridge_space_is_visible (self->space, occurrence);
}

/* What a service before us showed and nobody closed is shown in place, because its buttons speak to who has shown it. */
static void
take_over (BridgeScreen   *self,
           BridgeReminder *reminder,
           gint64          now)
{
  g_autofree char *name = bridge_reminder_dup_occurrence_name (reminder);
  g_autoptr (BridgeNotice) notice = NULL;
  g_autoptr (GError) error = NULL;

  if (!g_hash_table_add (self->standing, g_strdup (name)) || !bridge_notifier_stands (self->notifier, name))
    return;

  notice = bridge_due_make_notice_of (reminder, self->space, now);
  if (notice != NULL && !bridge_notifier_show (self->notifier, notice, &error))
    g_debug ("%s could not be taken over: %s", name, error->message);
}

/* In place too, with what it tells of now: a click on it speaks to who has shown it. */
static void
take_over_digest (BridgeScreen *self,
                  gint64        now)
{
  BridgeDigestCount count = bridge_screen_count_digest (self, now);
  g_autoptr (BridgeNotice) notice = NULL;
  g_autoptr (GError) error = NULL;

  if (self->digest_is_ours || !bridge_notifier_stands (self->notifier, BRIDGE_DIGEST_ID))
    return;

  notice = bridge_due_make_digest (&count);
  if (!bridge_notifier_show (self->notifier, notice, &error))
    g_debug ("the digest could not be taken over: %s", error->message);
}

/* Answered or withdrawn, perhaps while nobody was there to take it down. */
static void
take_down_left (BridgeScreen *self,
                GPtrArray    *recent)
{
  for (guint i = 0, n = 0; i < recent->len && n < LEFT_MAX; i++)
    {
      BridgeReminder *reminder = g_ptr_array_index (recent, i);
      BridgeReminderState state = bridge_reminder_get_state (reminder);
      g_autofree char *name = bridge_reminder_dup_occurrence_name (reminder);

      if (!g_hash_table_contains (self->standing, name) &&
          (state == BRIDGE_REMINDER_ANSWERED || state == BRIDGE_REMINDER_WITHDRAWN))
        {
          withdraw (self, name);
          n++;
        }
    }
}

/**
 * bridge_screen_new:
 * @space: what is reminded of
 * @notifier: who shows it
 *
 * Returns: (transfer full): an empty screen, as far as is known
 */
BridgeScreen *
bridge_screen_new (BridgeSpace    *space,
                   BridgeNotifier *notifier)
{
  BridgeScreen *self = g_new0 (BridgeScreen, 1);

  self->space = g_object_ref (space);
  self->notifier = g_object_ref (notifier);
  self->standing = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->in_digest = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  return self;
}

/**
 * bridge_screen_free:
 * @self: (transfer full): a screen
 *
 * Forgets what stands; it goes on standing.
 */
void
bridge_screen_free (BridgeScreen *self)
{
  g_object_unref (self->space);
  g_object_unref (self->notifier);
  g_hash_table_unref (self->standing);
  g_hash_table_unref (self->in_digest);
  g_free (self);
}

/**
 * bridge_screen_show:
 * @self: a screen
 * @notice: a reminder, or the digest
 * @error: where to say what went wrong
 *
 * Shows it, in the place of what stood there under the same id.
 *
 * Returns: %FALSE with the error of bridge_notifier_show()
 */
gboolean
bridge_screen_show (BridgeScreen        *self,
                    const BridgeNotice  *notice,
                    GError             **error)
{
  if (!bridge_notifier_show (self->notifier, notice, error))
    return FALSE;
  if (notice->occurrence != NULL)
    g_hash_table_add (self->standing, g_strdup (notice->occurrence));
  if (g_str_equal (notice->id, BRIDGE_DIGEST_ID))
    self->digest_is_ours = TRUE;
  return TRUE;
}

/**
 * bridge_screen_take_down:
 * @self: a screen
 * @name: an occurrence
 * @was_shown: whether it may stand there without our knowing
 *
 * Takes the reminder of a moment down.
 */
void
bridge_screen_take_down (BridgeScreen *self,
                         const char   *name,
                         gboolean      was_shown)
{
  if (was_shown)
    withdraw (self, name);
  g_hash_table_remove (self->standing, name);
}

/**
 * bridge_screen_forget:
 * @self: a screen
 * @name: an occurrence
 *
 * Takes it down wherever it stands, alone or in the digest: it is not time yet, and comes again.
 *
 * Returns: whether it stood anywhere
 */
gboolean
bridge_screen_forget (BridgeScreen *self,
                      const char   *name)
{
  gboolean stood = g_hash_table_remove (self->standing, name);
  gboolean told_of = g_hash_table_remove (self->in_digest, name);

  if (stood)
    withdraw (self, name);
  if (told_of && g_hash_table_size (self->in_digest) == 0)
    withdraw (self, BRIDGE_DIGEST_ID);
  return stood || told_of;
}

/**
 * bridge_screen_add_to_digest:
 * @self: a screen
 * @name: an occurrence
 * @at: when that is, UTC ms
 * @now: UTC ms
 *
 * It is told of in the digest from now on, and not by itself any more.
 */
void
bridge_screen_add_to_digest (BridgeScreen *self,
                             const char   *name,
                             gint64        at,
                             gint64        now)
{
  Told told = { .at = at, .told = now };

  if (g_hash_table_remove (self->standing, name))
    withdraw (self, name);
  g_hash_table_insert (self->in_digest, g_strdup (name), g_memdup2 (&told, sizeof told));
}

/**
 * bridge_screen_is_in_digest:
 * @self: a screen
 * @name: an occurrence
 *
 * Returns: whether the digest that stands tells of it
 */
gboolean
bridge_screen_is_in_digest (BridgeScreen *self,
                            const char   *name)
{
  return g_hash_table_contains (self->in_digest, name);
}

/**
 * bridge_screen_count_digest:
 * @self: a screen
 * @now: UTC ms
 *
 * Returns: what the digest that stands tells of
 */
BridgeDigestCount
bridge_screen_count_digest (BridgeScreen *self,
                            gint64        now)
{
  g_autoptr (GTimeZone) here = bridge_clock_dup_zone (bridge_space_get_clock (self->space));
  BridgeDigestCount count = { 0 };
  GHashTableIter iter;
  gpointer told;

  g_hash_table_iter_init (&iter, self->in_digest);
  while (g_hash_table_iter_next (&iter, NULL, &told))
    bridge_digest_count_add (&count, ((Told *) told)->at, now, here);
  return count;
}

/* Once nothing of it waits any more, the digest goes too. */
static void
thin_digest (BridgeScreen  *self,
             GError       **problem)
{
  GHashTableIter iter;
  gpointer name;

  if (g_hash_table_size (self->in_digest) == 0)
    return;

  g_hash_table_iter_init (&iter, self->in_digest);
  while (g_hash_table_iter_next (&iter, &name, NULL))
    if (!still_waits (self, name, NULL, problem))
      g_hash_table_iter_remove (&iter);
  if (g_hash_table_size (self->in_digest) == 0)
    withdraw (self, BRIDGE_DIGEST_ID);
}

/**
 * bridge_screen_forget_old:
 * @self: a screen
 * @now: UTC ms
 *
 * Takes the digest down once a week has gone by without a word about what it tells of. Reads nothing.
 *
 * Returns: when to do that again, UTC ms, or %BRIDGE_NEVER
 */
gint64
bridge_screen_forget_old (BridgeScreen *self,
                        gint64        now)
{
  gint64 next = BRIDGE_NEVER;
  GHashTableIter iter;
  gpointer value;

  if (g_hash_table_size (self->in_digest) == 0)
    return BRIDGE_NEVER;

  g_hash_table_iter_init (&iter, self->in_digest);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    {
      Told *entry = value;

      /* By a clock that was ahead. */
      entry->told = MIN (entry->told, now);
      if (entry->told + DIGEST_MS <= now)
        g_hash_table_iter_remove (&iter);
      else
        next = MIN (next, entry->told + DIGEST_MS);
    }
  if (g_hash_table_size (self->in_digest) == 0)
    withdraw (self, BRIDGE_DIGEST_ID);
  return next;
}

/**
 * bridge_screen_take_down_answered:
 * @self: a screen
 * @unwritten: (element-type utf8 BridgeReminder): what was shown although the file does not know
 * @error: where to say what went wrong
 *
 * Takes down what is done with. What could not be read stays, and is to be looked at again.
 *
 * Returns: %FALSE with an error of the database
 */
gboolean
bridge_screen_take_down_answered (BridgeScreen  *self,
                                  GHashTable    *unwritten,
                                  GError       **error)
{
  GError *problem = NULL;
  GHashTableIter iter;
  gpointer name;

  g_hash_table_iter_init (&iter, self->standing);
  while (g_hash_table_iter_next (&iter, &name, NULL))
    if (!still_stands (self, unwritten, name, &problem))
      {
        withdraw (self, name);
        g_hash_table_iter_remove (&iter);
      }
  thin_digest (self, &problem);

  if (problem == NULL)
    return TRUE;
  g_propagate_error (error, problem);
  return FALSE;
}

/**
 * bridge_screen_recall_digest:
 * @self: a screen
 * @now: UTC ms
 * @error: where to say what went wrong
 *
 * Has the digest tell of what a service before us told of in it and what still waits, too.
 *
 * Returns: %FALSE with an error of the database: it is to be done once more
 */
gboolean
bridge_screen_recall_digest (BridgeScreen  *self,
                             gint64         now,
                             GError       **error)
{
  g_autoptr (GPtrArray) recent = NULL;
  GError *problem = NULL;

  recent = bridge_store_load_reminders_shown_since (bridge_space_get_database (self->space), now - DIGEST_MS, error);
  for (guint i = 0; recent != NULL && i < recent->len; i++)
    {
      BridgeReminder *reminder = g_ptr_array_index (recent, i);
      g_autofree char *name = bridge_reminder_dup_occurrence_name (reminder);
      gint64 at = bridge_reminder_get_due_at (reminder);

      /* What a clock that was ahead told of comes in its time. */
      if (bridge_reminder_get_state (reminder) == BRIDGE_REMINDER_FOLDED && bridge_reminder_get_shown_at (reminder) <= now &&
          !g_hash_table_contains (self->in_digest, name) && still_waits (self, name, &at, &problem))
        bridge_screen_add_to_digest (self, name, at, bridge_reminder_get_shown_at (reminder));
    }

  if (problem != NULL)
    g_propagate_error (error, problem);
  return recent != NULL && problem == NULL;
}

/**
 * bridge_screen_take_over:
 * @self: a screen
 * @standing: (element-type BridgeReminder): what was shown and is still good
 * @now: UTC ms
 * @error: where to say what went wrong
 *
 * Finds out what a service before us has left, which may have gone while something was answered. What is in the digest is to
 * be known by then.
 *
 * Returns: %FALSE with an error of the database: it is to be done once more
 */
gboolean
bridge_screen_take_over (BridgeScreen  *self,
                         GPtrArray     *standing,
                         gint64         now,
                         GError       **error)
{
  g_autoptr (GPtrArray) recent = NULL;

  for (guint i = standing->len; i > 0; i--)
    take_over (self, g_ptr_array_index (standing, i - 1), now);

  recent = bridge_store_load_reminders_shown_since (bridge_space_get_database (self->space), now - LEFT_MS, error);
  if (recent == NULL)
    return FALSE;

  take_down_left (self, recent);
  if (g_hash_table_size (self->in_digest) == 0)
    withdraw (self, BRIDGE_DIGEST_ID);
  else
    take_over_digest (self, now);
  return TRUE;
}

/**
 * bridge_screen_clear:
 * @self: a screen
 * @left: also what a service before us may have left there
 * @error: where to say what went wrong
 *
 * Takes everything down: reminders were switched off, and nobody would do it once they are answered.
 *
 * Returns: %FALSE with an error of the database: it is to be done once more
 */
gboolean
bridge_screen_clear (BridgeScreen  *self,
                     gboolean       left,
                     GError       **error)
{
  g_autoptr (GPtrArray) open = NULL;
  GHashTableIter iter;
  gpointer name;

  if (left)
    {
      open = bridge_store_load_reminders_open (bridge_space_get_database (self->space), error);
      if (open == NULL)
        return FALSE;
    }
  for (guint i = 0; open != NULL && i < open->len; i++)
    if (bridge_reminder_get_state (g_ptr_array_index (open, i)) == BRIDGE_REMINDER_SHOWN)
      g_hash_table_add (self->standing, bridge_reminder_dup_occurrence_name (g_ptr_array_index (open, i)));

  g_hash_table_iter_init (&iter, self->standing);
  while (g_hash_table_iter_next (&iter, &name, NULL))
    withdraw (self, name);
  g_hash_table_remove_all (self->standing);

  if (left || g_hash_table_size (self->in_digest) > 0)
    withdraw (self, BRIDGE_DIGEST_ID);
  g_hash_table_remove_all (self->in_digest);
  return TRUE;
}

/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "bridge-scheduler"

#include "config.h"

#include "bridge-due-rules.h"
#include "bridge-due.h"
#include "bridge-error.h"
#include "bridge-one-offs.h"
#include "bridge-scheduler.h"
#include "bridge-scheduler-rows.h"
#include "bridge-screen.h"
#include "bridge-space-private.h"

#define DAY_MS (24 * 60 * BRIDGE_MS_PER_MINUTE)
#define LOOK_BACK_MS (30 * DAY_MS)

/* After a run that went well, nothing can have been left that is older than that run by more than this. */
#define LOOK_BACK_MARGIN_MS (2 * DAY_MS)

/* For the end of quiet hours things wait without a row, and such hours can be up to eight days long. */
#define QUIET_MARGIN_MS (8 * DAY_MS)

/* What was shown cannot be noted in a file that is only read: at a start all but what can be acted on would come once more. */
#define LOOK_BACK_UNNOTED_MS (30 * BRIDGE_MS_PER_MINUTE)

/* Only when the database could not be read, or what was shown could not be written. */
#define RETRY_MS (1 * BRIDGE_MS_PER_MINUTE)

/* When nobody would show it: first after that long, then ever more slowly. */
#define RETRY_SHOW_MS (5 * BRIDGE_MS_PER_MINUTE)

/* A clock that jumps ahead and back finds the same things late each time: within that time they are not told of again. */
#define TOLD_MS (10 * BRIDGE_MS_PER_MINUTE)

struct _BridgeScheduler
{
  GObject parent_instance;

  BridgeSpace *space;
  gint64 next_deadline;
  char *last_error;

  gboolean started;
  gboolean running;
  gboolean again;
  gboolean telling;       /* of our own writing */
  gboolean ran;           /* time has run on by itself since the last run */
  gboolean time_ran;      /* … since the run before this one */
  gboolean seen_all;      /* the last run went well, and nothing but time has changed since */
  gboolean knows_digest; /* what a service before this one told of in it */
  gboolean knows_screen;  /* what a service before this one has left is taken over, or taken down */
  gint64 first_run;       /* UTC ms, or BRIDGE_NEVER */
  gint64 last_run;        /* UTC ms, or BRIDGE_NEVER */
  gint64 retry_at;        /* UTC ms, or BRIDGE_NEVER: when to try again what nobody would show */

  BridgeScreen *screen;
  BridgeOneOffs *one_offs;
  BridgeAhead *ahead;
  GHashTable *told;       /* key -> gint64: when a digest told of it last, UTC ms */
  GHashTable *unwritten;  /* key -> BridgeReminder: shown, but the file would not take it */
};

G_DEFINE_FINAL_TYPE (BridgeScheduler, bridge_scheduler, G_TYPE_OBJECT)

typedef enum {
  PROP_NEXT_DEADLINE = 1,
  PROP_LAST_ERROR,
} BridgeSchedulerProperty;

static GParamSpec *properties[PROP_LAST_ERROR + 1];

/* @tidy: when there is something else to do; nobody waits for that. */
static void
set_next_deadline (BridgeScheduler *self,
                   gint64           next,
                   gint64           tidy)
{
  bridge_space_set_alarm (self->space, self, MIN (next, tidy));
  if (next == self->next_deadline)
    return;

  self->next_deadline = next;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_NEXT_DEADLINE]);
}

static void
set_last_error (BridgeScheduler *self,
                const char      *message)
{
  if (g_strcmp0 (message, self->last_error) == 0)
    return;

  g_free (self->last_error);
  self->last_error = g_strdup (message);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_LAST_ERROR]);
}

/* A newer reminder of the same moment stands, or takes its place in this run. */
static gboolean
is_replaced (BridgeDueList *list,
             const char    *name)
{
  for (guint i = 0; i < list->standing->len; i++)
    {
      g_autofree char *other = bridge_reminder_dup_occurrence_name (g_ptr_array_index (list->standing, i));

      if (g_str_equal (other, name))
        return TRUE;
    }
  for (guint i = 0; i < list->due->len; i++)
    {
      BridgeDue *due = g_ptr_array_index (list->due, i);

      if (due->action == BRIDGE_DUE_SHOW && g_str_equal (due->name, name))
        return TRUE;
    }
  return FALSE;
}

static void
take_down_stale (BridgeScheduler *self,
                 BridgeDueList   *list)
{
  for (guint i = 0; i < list->stale->len; i++)
    {
      BridgeReminder *stale = g_ptr_array_index (list->stale, i);
      g_autofree char *name = bridge_reminder_dup_occurrence_name (stale);

      if (!is_replaced (list, name))
        bridge_screen_take_down (self->screen, name, bridge_reminder_get_shown_at (stale) != 0);
    }
}

/* It stays pending; the log says why. */
static void
note_unshown (BridgeScheduler *self,
              BridgeDue       *due,
              gint64           now,
              GPtrArray       *noted)
{
  self->retry_at = MIN (self->retry_at, now + MAX (RETRY_SHOW_MS, (now - due->effective) / 4));
  if (!bridge_due_is_unshown (due))
    bridge_row_changes_add_due (noted, due, BRIDGE_REMINDER_PENDING, BRIDGE_REASON_UNSHOWN, 0, now);
}

static void
show_singles (BridgeScheduler  *self,
              BridgeDueList    *list,
              gint64            now,
              GPtrArray        *shown,
              GPtrArray        *noted,
              GError          **problem)
{
  for (guint i = 0; i < list->due->len; i++)
    {
      BridgeDue *due = g_ptr_array_index (list->due, i);
      g_autoptr (BridgeNotice) notice = NULL;
      GError *error = NULL;

      if (due->action != BRIDGE_DUE_SHOW)
        continue;
      notice = bridge_due_make_notice (due, self->space, now);
      if (!bridge_screen_show (self->screen, notice, &error))
        {
          bridge_error_keep_first (problem, error);
          note_unshown (self, due, now, noted);
          continue;
        }
      g_debug ("showed %s, %d minutes before", due->name, due->lead);
      list->tidy = MIN (list->tidy, bridge_due_get_standing_until (due->ritual, due->at, now, now) + 1);
      bridge_row_changes_add_due (shown, due, BRIDGE_REMINDER_SHOWN, NULL, now, now);
    }
}

static char *
dup_key (BridgeDue *due)
{
  return bridge_due_dup_key (due->name, due->lead, due->effective);
}

static gboolean
is_long_ago (gpointer key,
             gpointer at,
             gpointer now)
{
  return ABS (*(gint64 *) now - *(gint64 *) at) > TOLD_MS;
}

/* What was told of is news again once the digest that told of it was taken down. */
static gboolean
has_news (BridgeScheduler *self,
          BridgeDueList   *list,
          gint64           now)
{
  g_hash_table_foreach_remove (self->told, is_long_ago, &now);

  for (guint i = 0; i < list->due->len; i++)
    {
      BridgeDue *due = g_ptr_array_index (list->due, i);
      g_autofree char *key = dup_key (due);

      if (due->action == BRIDGE_DUE_DIGEST &&
          (!g_hash_table_contains (self->told, key) || !bridge_screen_is_in_digest (self->screen, due->name)))
        return TRUE;
    }
  return FALSE;
}

static void
show_digest (BridgeScheduler  *self,
             BridgeDueList    *list,
             gint64            now,
             GPtrArray        *shown,
             GPtrArray        *noted,
             GError          **problem)
{
  g_autoptr (GHashTable) names = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GTimeZone) here = bridge_clock_dup_zone (bridge_space_get_clock (self->space));
  g_autoptr (BridgeNotice) notice = NULL;
  BridgeDigestCount count = bridge_screen_count_digest (self->screen, now);
  GError *error = NULL;

  for (guint i = 0; i < list->due->len; i++)
    {
      BridgeDue *due = g_ptr_array_index (list->due, i);

      if (due->action == BRIDGE_DUE_DIGEST && g_hash_table_add (names, due->name) &&
          !bridge_screen_is_in_digest (self->screen, due->name))
        bridge_digest_count_add (&count, due->at, now, here);
    }
  if (g_hash_table_size (names) == 0)
    return;

  notice = bridge_due_make_digest (&count);
  if (has_news (self, list, now) && !bridge_screen_show (self->screen, notice, &error))
    {
      bridge_error_keep_first (problem, error);
      for (guint i = 0; i < list->due->len; i++)
        if (((BridgeDue *) g_ptr_array_index (list->due, i))->action == BRIDGE_DUE_DIGEST)
          note_unshown (self, g_ptr_array_index (list->due, i), now, noted);
      return;
    }

  g_debug ("one digest of %u", count.n_waiting + count.n_ahead + count.n_older);
  for (guint i = 0; i < list->due->len; i++)
    {
      BridgeDue *due = g_ptr_array_index (list->due, i);

      if (due->action != BRIDGE_DUE_DIGEST)
        continue;
      bridge_screen_add_to_digest (self->screen, due->name, due->at, now);
      g_hash_table_insert (self->told, dup_key (due), g_memdup2 (&now, sizeof now));
      bridge_row_changes_add_due (shown, due, BRIDGE_REMINDER_FOLDED, due->reason, now, now);
    }
}

/* Until it is written, only this process knows that it was shown. */
static gboolean
must_write_later (BridgeScheduler *self)
{
  return g_hash_table_size (self->unwritten) > 0 && !bridge_space_get_read_only (self->space);
}

/* What was told of stays told of when the clock goes back: as long ago as it was. */
static void
turn_back (BridgeScheduler *self,
           gint64           step)
{
  GHashTableIter iter;
  gpointer at;

  g_hash_table_iter_init (&iter, self->told);
  while (g_hash_table_iter_next (&iter, NULL, &at))
    *(gint64 *) at -= step;
}

static void
tell (BridgeScheduler *self)
{
  self->telling = TRUE;
  bridge_space_emit_changed (self->space, BRIDGE_KIND_REMINDERS);
  self->telling = FALSE;
}

/* What was shown too early is taken down, alone or in the digest. */
static gboolean
take_back_early (BridgeScheduler  *self,
                 GPtrArray        *early,
                 gint64            now,
                 GError          **error)
{
  BridgeDatabase *db = bridge_space_get_database (self->space);
  g_autoptr (GHashTable) taken = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < early->len; i++)
    if (bridge_screen_forget (self->screen, g_ptr_array_index (early, i)))
      g_hash_table_add (taken, g_ptr_array_index (early, i));
  if (g_hash_table_size (taken) == 0 || bridge_space_get_read_only (self->space))
    return TRUE;
  if (!bridge_ahead_take_back (self->ahead, db, taken, now, error))
    return FALSE;
  tell (self);
  return TRUE;
}

/* The clock may have been set; time may only have passed. */
static gboolean
follow_clock (BridgeScheduler  *self,
              gint64            now,
              GError          **error)
{
  gboolean ran = self->ran;
  g_autoptr (GPtrArray) early = NULL;

  self->ran = FALSE;
  if (!bridge_ahead_follow (self->ahead, bridge_space_get_database (self->space), self->unwritten, now, ran, error))
    return FALSE;
  if (self->last_run != BRIDGE_NEVER && now < self->last_run)
    turn_back (self, self->last_run - now);

  early = ran ? bridge_ahead_settle (self->ahead, now) : NULL;
  return early == NULL || take_back_early (self, early, now, error);
}

static gboolean
has_quiet_hours (BridgeScheduler *self)
{
  GListModel *hours = bridge_space_get_hours (self->space);

  for (guint i = 0; i < g_list_model_get_n_items (hours); i++)
    {
      g_autoptr (BridgeHours) item = g_list_model_get_item (hours, i);

      if (bridge_hours_get_kind (item) == BRIDGE_HOURS_QUIET)
        return TRUE;
    }
  return FALSE;
}

/* A deadline may come long after it was due, when the computer slept over it. */
static gint64
get_look_back (BridgeScheduler *self,
               gint64           now)
{
  if (bridge_space_get_read_only (self->space))
    return CLAMP (now - self->first_run, 0, LOOK_BACK_MS - LOOK_BACK_UNNOTED_MS) + LOOK_BACK_UNNOTED_MS;
  if (!self->seen_all)
    return LOOK_BACK_MS;
  return MIN (MAX (now - self->last_run, 0) + LOOK_BACK_MARGIN_MS + (has_quiet_hours (self) ? QUIET_MARGIN_MS : 0),
              LOOK_BACK_MS);
}

/* What the file would not take must not come after the newer one has. */
static void
add_superseded (BridgeDueList *list,
                gint64         now,
                GPtrArray     *shown)
{
  for (guint i = 0; i < list->due->len; i++)
    {
      BridgeDue *due = g_ptr_array_index (list->due, i);

      if (due->action == BRIDGE_DUE_SUPERSEDE)
        bridge_row_changes_add_claim (shown, due, now);
    }
}

static void
handle (BridgeScheduler  *self,
        BridgeDueList    *list,
        gint64            now,
        GError          **problem)
{
  BridgeDatabase *db = bridge_space_get_database (self->space);
  g_autoptr (GPtrArray) shown = bridge_row_changes_new ();
  g_autoptr (GPtrArray) noted = bridge_row_changes_new ();
  gboolean wrote = list->due->len > 0 || list->stale->len > 0;
  GError *error = NULL;
  gboolean claimed = bridge_due_list_claim (list, db, now, &error);

  if (!claimed)
    bridge_error_keep_first (problem, g_steal_pointer (&error));

  take_down_stale (self, list);
  show_singles (self, list, now, shown, noted, problem);
  show_digest (self, list, now, shown, noted, problem);

  if (!claimed)
    add_superseded (list, now, shown);
  if (!claimed || !bridge_row_changes_write (shown, db, &error))
    {
      bridge_row_changes_keep_in_mind (shown, self->unwritten);
      if (error != NULL)
        bridge_error_keep_first (problem, g_steal_pointer (&error));
    }
  if (claimed && !bridge_row_changes_write (noted, db, &error))
    bridge_error_keep_first (problem, error);
  if (wrote && claimed)
    tell (self);
}

/* What has a date and is no ritual. */
static void
run_one_offs (BridgeScheduler    *self,
              BridgeOneOffsDone  *done,
              GError            **problem)
{
  GError *error = NULL;

  if (!bridge_one_offs_run (self->one_offs, self->time_ran, done, &error))
    bridge_error_keep_first (problem, error);
  if (done->wrote)
    tell (self);
}

/* Reminders are off: nothing of a ritual is to stand or to come. What was asked for by name comes all the same. */
static void
rest (BridgeScheduler *self,
      gint64           now)
{
  g_autoptr (GError) problem = NULL;
  GError *error = NULL;
  gint64 tidy_at = BRIDGE_NEVER;
  BridgeOneOffsDone done;

  self->seen_all = FALSE;
  if (bridge_screen_clear (self->screen, !self->knows_screen, &error))
    {
      self->knows_digest = self->knows_screen = TRUE;
    }
  else
    {
      bridge_error_keep_first (&problem, error);
      tidy_at = now + RETRY_MS;
    }
  run_one_offs (self, &done, &problem);
  set_last_error (self, problem != NULL ? problem->message : NULL);
  set_next_deadline (self, done.next, MIN (done.tidy, tidy_at));
}

/* Takes down what is done with. What could not be read stays, and is looked at again. */
static void
tidy (BridgeScheduler  *self,
      BridgeDueList    *list,
      gint64            now,
      GError          **problem)
{
  GError *error = NULL;

  if (!self->knows_screen && self->knows_digest)
    {
      self->knows_screen = bridge_screen_take_over (self->screen, list->standing, now, &error);
      if (error != NULL)
        bridge_error_keep_first (problem, g_steal_pointer (&error));
    }
  if (!self->seen_all && !bridge_screen_take_down_answered (self->screen, self->unwritten, &error))
    {
      bridge_error_keep_first (problem, error);
      self->retry_at = MIN (self->retry_at, now + RETRY_MS);
    }
  if (!self->knows_screen)
    self->retry_at = MIN (self->retry_at, now + RETRY_MS);
}

static void
run_once (BridgeScheduler *self)
{
  gint64 now = bridge_clock_now (bridge_space_get_clock (self->space));
  g_autoptr (BridgeDueList) list = NULL;
  g_autoptr (GError) problem = NULL;
  GError *still_unwritten = NULL;
  GError *error = NULL;
  gint64 tidy_at;
  BridgeOneOffsDone done;

  self->time_ran = self->ran;
  if (!bridge_space_get_reminders_on (self->space))
    {
      self->ran = FALSE;
      rest (self, now);
      return;
    }

  self->first_run = MIN (self->first_run, now);
  if (bridge_unwritten_write (self->unwritten, bridge_space_get_database (self->space), &still_unwritten))
    tell (self);
  if (!follow_clock (self, now, &error))
    bridge_error_keep_first (&problem, g_steal_pointer (&error));
  list = bridge_due_list_new (self->space, now, get_look_back (self, now), self->unwritten, self->ahead, &error);
  if (error != NULL)
    bridge_error_keep_first (&problem, error);
  if (still_unwritten != NULL)
    bridge_error_keep_first (&problem, still_unwritten);
  run_one_offs (self, &done, &problem);
  if (list == NULL)
    {
      /* What is due next is what it was. */
      self->seen_all = FALSE;
      set_last_error (self, problem->message);
      bridge_space_set_alarm (self->space, self, now + RETRY_MS);
      return;
    }

  self->last_run = now;
  self->retry_at = BRIDGE_NEVER;
  /* Before it is shown anew, with all that waits. */
  if (!self->knows_digest)
    {
      self->knows_digest = bridge_screen_recall_digest (self->screen, now, &error);
      if (error != NULL)
        bridge_error_keep_first (&problem, g_steal_pointer (&error));
    }
  handle (self, list, now, &problem);
  tidy (self, list, now, &problem);
  tidy_at = MIN (bridge_screen_forget_old (self->screen, now), bridge_ahead_get_settles_at (self->ahead));
  if (must_write_later (self))
    self->retry_at = MIN (self->retry_at, now + RETRY_MS);

  self->seen_all = problem == NULL;
  set_last_error (self, problem != NULL ? problem->message : NULL);
  set_next_deadline (self, MIN (list->next, done.next), MIN (MIN (list->tidy, tidy_at), MIN (done.tidy, self->retry_at)));
}

static void
run (BridgeScheduler *self)
{
  if (!self->started)
    return;
  if (self->running)
    {
      self->again = TRUE;
      return;
    }

  g_object_ref (self);
  self->running = TRUE;
  do
    {
      self->again = FALSE;
      run_once (self);
    }
  while (self->again && self->started);
  self->running = FALSE;
  bridge_database_release_memory (bridge_space_get_database (self->space));
  g_object_unref (self);
}

/* A clock that skips more than is ever looked back over lay behind: no computer slept for that long. */
static void
follow_first_run (BridgeScheduler *self)
{
  gint64 now = bridge_clock_now (bridge_space_get_clock (self->space));

  if (self->last_run != BRIDGE_NEVER && now - self->last_run > LOOK_BACK_MS)
    self->first_run += now - self->last_run;
}

static void
woke_cb (BridgeScheduler *self,
         BridgeWake       reason)
{
  if (reason == BRIDGE_WAKE_CLOCK_SET)
    follow_first_run (self);
  self->ran = reason == BRIDGE_WAKE_DEADLINE;
  if (reason != BRIDGE_WAKE_DEADLINE)
    self->seen_all = FALSE;
  /* A plan that was made a moment ago, or that no watch has told of. */
  bridge_space_refresh (self->space);
  run (self);
}

static void
changed_cb (BridgeScheduler *self,
            guint            kinds)
{
  if (self->telling ||
      (kinds & (BRIDGE_KIND_RITUALS | BRIDGE_KIND_OCCURRENCES | BRIDGE_KIND_REMINDERS | BRIDGE_KIND_SETTINGS |
                BRIDGE_KIND_HOURS | BRIDGE_KIND_ABSENCES | BRIDGE_KIND_PROMISES | BRIDGE_KIND_PAUSES |
                BRIDGE_KIND_MILESTONES | BRIDGE_KIND_CARES | BRIDGE_KIND_REVIEWS |
                BRIDGE_KIND_BOUNDARIES)) == 0)
    return;

  self->seen_all = FALSE;
  run (self);
}

static void
bridge_scheduler_dispose (GObject *object)
{
  BridgeScheduler *self = BRIDGE_SCHEDULER (object);

  if (self->space != NULL)
    bridge_scheduler_stop (self);
  g_clear_pointer (&self->screen, bridge_screen_free);
  g_clear_pointer (&self->one_offs, bridge_one_offs_free);
  g_clear_object (&self->space);

  G_OBJECT_CLASS (bridge_scheduler_parent_class)->dispose (object);
}

static void
bridge_scheduler_finalize (GObject *object)
{
  BridgeScheduler *self = BRIDGE_SCHEDULER (object);

  bridge_ahead_free (self->ahead);
  g_hash_table_unref (self->told);
  g_hash_table_unref (self->unwritten);
  g_free (self->last_error);

  G_OBJECT_CLASS (bridge_scheduler_parent_class)->finalize (object);
}

static void
bridge_scheduler_get_property (GObject    *object,
                               guint       property_id,
                               GValue     *value,
                               GParamSpec *pspec)
{
  BridgeScheduler *self = BRIDGE_SCHEDULER (object);

  switch ((BridgeSchedulerProperty) property_id)
    {
    case PROP_NEXT_DEADLINE:
      g_value_set_int64 (value, self->next_deadline);
      break;
    case PROP_LAST_ERROR:
      g_value_set_string (value, self->last_error);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
bridge_scheduler_class_init (BridgeSchedulerClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  object_class->dispose = bridge_scheduler_dispose;
  object_class->finalize = bridge_scheduler_finalize;
  object_class->get_property = bridge_scheduler_get_property;

  properties[PROP_NEXT_DEADLINE] = g_param_spec_int64 ("next-deadline", NULL, NULL, G_MININT64, BRIDGE_NEVER, BRIDGE_NEVER,
                                                       flags);
  properties[PROP_LAST_ERROR] = g_param_spec_string ("last-error", NULL, NULL, NULL, flags);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
}

static void
bridge_scheduler_init (BridgeScheduler *self)
{
  self->next_deadline = BRIDGE_NEVER;
  self->first_run = BRIDGE_NEVER;
  self->last_run = BRIDGE_NEVER;
  self->retry_at = BRIDGE_NEVER;
  self->ahead = bridge_ahead_new ();
  self->told = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->unwritten = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_object_unref);
}

/**
 * bridge_scheduler_new:
 * @space: what to remind of
 * @notifier: who shows it
 *
 * Returns: (transfer full): a scheduler that does nothing before bridge_scheduler_start()
 */
BridgeScheduler *
bridge_scheduler_new (BridgeSpace    *space,
                      BridgeNotifier *notifier)
{
  BridgeScheduler *self = g_object_new (BRIDGE_TYPE_SCHEDULER, NULL);

  self->space = g_object_ref (space);
  self->screen = bridge_screen_new (space, notifier);
  self->one_offs = bridge_one_offs_new (space, notifier);
  g_signal_connect_object (space, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (bridge_space_get_clock (space), "woke", G_CALLBACK (woke_cb), self, G_CONNECT_SWAPPED);
  return self;
}

/**
 * bridge_scheduler_start:
 * @self: a scheduler
 *
 * Catches up with what was due, and goes on from there.
 */
void
bridge_scheduler_start (BridgeScheduler *self)
{
  g_return_if_fail (BRIDGE_IS_SCHEDULER (self));

  if (self->started)
    return;
  self->started = TRUE;
  run (self);
}

/**
 * bridge_scheduler_stop:
 * @self: a scheduler
 *
 * Does nothing more until it is started again. What is on the screen stays there.
 */
void
bridge_scheduler_stop (BridgeScheduler *self)
{
  g_return_if_fail (BRIDGE_IS_SCHEDULER (self));

  if (!self->started)
    return;
  self->started = FALSE;
  self->seen_all = FALSE;
  set_next_deadline (self, BRIDGE_NEVER, BRIDGE_NEVER);
}

/**
 * bridge_scheduler_run_now:
 * @self: a scheduler
 *
 * Looks once more at everything, as after a wake.
 */
void
bridge_scheduler_run_now (BridgeScheduler *self)
{
  g_return_if_fail (BRIDGE_IS_SCHEDULER (self));

  self->seen_all = FALSE;
  run (self);
}

/**
 * bridge_scheduler_get_next_deadline:
 * @self: a scheduler
 *
 * Returns: when the next reminder is due, UTC ms, or %BRIDGE_NEVER. When it wakes for other work is not said.
 */
gint64
bridge_scheduler_get_next_deadline (BridgeScheduler *self)
{
  g_return_val_if_fail (BRIDGE_IS_SCHEDULER (self), BRIDGE_NEVER);

  return self->next_deadline;
}

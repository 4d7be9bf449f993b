/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "bridge-look-back"

#include "config.h"

#include "bridge-space-look-back.h"

#include "bridge-space-private.h"
#include "bridge-store-look-back.h"

/* All that a thread needs: nothing of the space is touched there. */
typedef struct {
  char *folder;
  GTimeZone *here; /* let go of before the answer: nobody keeps one */
  BridgeLookBackRange range;
  gint64 now;
  gboolean alone;
} Job;

static void
job_free (gpointer data)
{
  Job *job = data;

  g_free (job->folder);
  g_clear_pointer (&job->here, g_time_zone_unref);
  g_free (job);
}

static Job *
job_new (BridgeSpace               *self,
         const BridgeLookBackRange *range)
{
  Job *job = g_new0 (Job, 1);

  job->folder = g_strdup (bridge_space_get_folder (self));
  job->here = bridge_clock_dup_zone (bridge_space_get_clock (self));
  job->range = *range;
  job->now = bridge_space_now (self);
  job->alone = bridge_space_get_partner (self) == NULL;
  return job;
}

static BridgeLookBack *
look_back (BridgeDatabase  *db,
           const Job       *job,
           GCancellable    *cancellable,
           GError         **error)
{
  g_autoptr (BridgeLookBackRecord) record
      = bridge_store_load_look_back (db, bridge_look_back_range_get_first_day (&job->range), job->alone, job->now,
                                     job->here, cancellable, error);

  return record != NULL ? bridge_look_back_new (record, &job->range) : NULL;
}

/**
 * bridge_space_init_look_back_range:
 * @self: a space
 * @weeks: how many, with the present one; %BRIDGE_LOOK_BACK_ALL: all there are
 * @first_weekday: on which day a week starts, 1 Monday – 7 Sunday
 * @range: (out): to fill in
 *
 * Says over which weeks up to today is looked back.
 */
void
bridge_space_init_look_back_range (BridgeSpace         *self,
                                   guint                weeks,
                                   int                  first_weekday,
                                   BridgeLookBackRange *range)
{
  range->today = bridge_local_get_day (bridge_clock_local_now (bridge_space_get_clock (self)));
  range->first_weekday = first_weekday;
  range->weeks = weeks;
}

/**
 * bridge_space_look_back:
 * @self: a space
 * @range: over which weeks
 * @error: where to say what went wrong
 *
 * Works out the figures at once, where nobody waits at a window.
 *
 * Returns: (transfer full) (nullable): the figures, or %NULL with an error of the database
 */
BridgeLookBack *
bridge_space_look_back (BridgeSpace                *self,
                        const BridgeLookBackRange  *range,
                        GError                    **error)
{
  BridgeLookBack *figures;
  Job *job;

  g_return_val_if_fail (BRIDGE_IS_SPACE (self), NULL);

  job = job_new (self, range);
  figures = look_back (bridge_space_get_database (self), job, NULL, error);
  job_free (job);
  return figures;
}

static void
work_cb (GTask        *task,
         gpointer      source,
         gpointer      task_data,
         GCancellable *cancellable)
{
  Job *job = task_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (BridgeDatabase) db = NULL;
  BridgeLookBack *figures = NULL;

  if (!g_cancellable_set_error_if_cancelled (cancellable, &error))
    db = bridge_database_open_to_read (job->folder, &error);
  if (db != NULL)
    figures = look_back (db, job, cancellable, &error);
  g_clear_pointer (&job->here, g_time_zone_unref);

  if (figures != NULL)
    g_task_return_pointer (task, figures, (GDestroyNotify) bridge_look_back_free);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

/**
 * bridge_space_look_back_async:
 * @self: a space
 * @range: over which weeks
 * @cancellable: (nullable): to give up
 * @callback: what to call in the main loop
 * @user_data: for @callback
 *
 * Works out the figures in a thread that reads through a connection of its own. The callback gets no source object.
 */
void
bridge_space_look_back_async (BridgeSpace               *self,
                              const BridgeLookBackRange *range,
                              GCancellable              *cancellable,
                              GAsyncReadyCallback        callback,
                              gpointer                   user_data)
{
  g_autoptr (GTask) task = NULL;

  g_return_if_fail (BRIDGE_IS_SPACE (self));

  /* Without the space: whoever has given up does not keep it. */
  task = g_task_new (NULL, cancellable, callback, user_data);
  g_task_set_source_tag (task, bridge_space_look_back_async);
  g_task_set_task_data (task, job_new (self, range), job_free);
  g_task_run_in_thread (task, work_cb);
}

/**
 * bridge_space_look_back_finish:
 * @result: what the callback was given
 * @error: where to say what went wrong
 *
 * Returns: (transfer full) (nullable): the figures, or %NULL with %G_IO_ERROR_CANCELLED or an error of the database
 */
BridgeLookBack *
bridge_space_look_back_finish (GAsyncResult  *result,
                               GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

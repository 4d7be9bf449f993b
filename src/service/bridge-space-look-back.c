/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "bridge-look-back"

#include "config.h"

#include "bridge-space-look-back.h"

#include <string.h>

#include "bridge-space-private.h"
#include "bridge-store-look-back.h"

/* All that a thread needs: nothing of the space is touched there. */
typedef struct {
  char *folder;
  GTimeZone *here; /* let go of before the answer: nobody keeps one */
  BridgeLookBackRange range;
  gint64 now;
  gboolean alone;
  GArray *own; /* (nullable) */
} Job;

typedef struct {
  BridgeLookBack *figures;
  BridgeLookBack *with_own; /* (nullable) */
} Done;

static void
done_free (gpointer data)
{
  Done *done = data;

  g_clear_pointer (&done->figures, bridge_look_back_free);
  g_clear_pointer (&done->with_own, bridge_look_back_free);
  g_free (done);
}

static void
job_free (gpointer data)
{
  Job *job = data;

  g_free (job->folder);
  g_clear_pointer (&job->here, g_time_zone_unref);
  g_clear_pointer (&job->own, g_array_unref);
  g_free (job);
}

static Job *
job_new (BridgeSpace               *self,
         const BridgeLookBackRange *range,
         GArray                    *own)
{
  Job *job = g_new0 (Job, 1);

  job->folder = g_strdup (bridge_space_get_folder (self));
  job->here = bridge_clock_dup_zone (bridge_space_get_clock (self));
  job->range = *range;
  job->now = bridge_space_now (self);
  job->alone = bridge_space_get_partner (self) == NULL;
  job->own = own != NULL ? g_array_ref (own) : NULL;
  return job;
}

static Done *
look_back (BridgeDatabase  *db,
           const Job       *job,
           GCancellable    *cancellable,
           GError         **error)
{
  g_autoptr (BridgeLookBackRecord) record
      = bridge_store_load_look_back (db, bridge_look_back_range_get_first_day (&job->range), job->alone, job->now,
                                     job->here, cancellable, error);
  Done *done;

  if (record == NULL)
    return NULL;
  done = g_new0 (Done, 1);
  done->figures = bridge_look_back_new (record, &job->range);
  if (job->own == NULL)
    return done;
  /* At once: an array that grows leaves what it had behind. */
  g_array_append_vals (record->check_ins, job->own->data, job->own->len);
  done->with_own = bridge_look_back_new (record, &job->range);
  return done;
}

static void
wipe_check_in (gpointer data)
{
  explicit_bzero (data, sizeof (BridgeLookBackCheckIn));
}

/**
 * bridge_space_list_own_check_ins:
 * @private_space: the private space of whoever is speaking
 *
 * Lists what looking back can have of it: the private check-ins, their days and how mood and talking were, without words.
 *
 * Returns: (transfer full) (nullable) (element-type BridgeLookBackCheckIn): them, wiped when they are freed; %NULL where it is
 *   locked, or there are none
 */
GArray *
bridge_space_list_own_check_ins (BridgePrivate *private_space)
{
  GListModel *entries = bridge_private_get_entries (private_space);
  guint n = bridge_private_get_unlocked (private_space) ? g_list_model_get_n_items (entries) : 0;
  g_autoptr (GArray) own = g_array_sized_new (FALSE, FALSE, sizeof (BridgeLookBackCheckIn), n);

  g_array_set_clear_func (own, wipe_check_in);
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (BridgePrivateEntry) entry = g_list_model_get_item (entries, i);
      BridgeLookBackCheckIn check_in = {
        .day = bridge_local_get_day (bridge_private_entry_get_date (entry)),
        .mood = bridge_private_entry_get_step (entry, BRIDGE_SCALE_MOOD),
        .talking = bridge_private_entry_get_step (entry, BRIDGE_SCALE_TALKING),
        .own = TRUE,
      };

      if (bridge_private_entry_get_kind (entry) == BRIDGE_PRIVATE_CHECK_IN && !bridge_private_entry_get_draft (entry) &&
          (check_in.mood != 0 || check_in.talking != 0))
        g_array_append_val (own, check_in);
      wipe_check_in (&check_in);
    }
  return own->len > 0 ? g_steal_pointer (&own) : NULL;
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
 * @own: (nullable) (element-type BridgeLookBackCheckIn): private check-ins of whoever looks, to be in the figures
 * @error: where to say what went wrong
 *
 * Works out the figures at once, where nobody waits at a window.
 *
 * Returns: (transfer full) (nullable): the figures, or %NULL with an error of the database
 */
BridgeLookBack *
bridge_space_look_back (BridgeSpace                *self,
                        const BridgeLookBackRange  *range,
                        GArray                     *own,
                        GError                    **error)
{
  BridgeLookBack *figures = NULL;
  Done *done;
  Job *job;

  g_return_val_if_fail (BRIDGE_IS_SPACE (self), NULL);

  job = job_new (self, range, own);
  done = look_back (bridge_space_get_database (self), job, NULL, error);
  job_free (job);
  if (done != NULL)
    {
      figures = done->with_own != NULL ? g_steal_pointer (&done->with_own) : g_steal_pointer (&done->figures);
      done_free (done);
    }
  return figures;
}

/**
 * bridge_space_count_moments:
 * @self: a space
 * @from: local midnight of the first day
 * @to: local midnight of the day after the last one
 * @n: (out): how many
 * @error: where to say what went wrong
 *
 * Counts the moments of some days as the figures do: what is shared, up to today.
 *
 * Returns: %FALSE with an error of the database
 */
gboolean
bridge_space_count_moments (BridgeSpace  *self,
                            BridgeLocal   from,
                            BridgeLocal   to,
                            guint        *n,
                            GError      **error)
{
  g_autoptr (GTimeZone) here = NULL;
  g_autoptr (BridgeLookBackRecord) record = NULL;
  gint64 now;
  int tomorrow;

  g_return_val_if_fail (BRIDGE_IS_SPACE (self), FALSE);

  *n = 0;
  here = bridge_clock_dup_zone (bridge_space_get_clock (self));
  now = bridge_space_now (self);
  record = bridge_store_load_look_back_moments (bridge_space_get_database (self), bridge_local_get_day (from),
                                                bridge_space_get_partner (self) == NULL, now, here, error);
  if (record == NULL)
    return FALSE;
  tomorrow = bridge_local_get_day (bridge_local_from_utc_ms (now, here)) + 1;
  *n = bridge_look_back_record_count_moments (record, bridge_local_get_day (from), MIN (bridge_local_get_day (to), tomorrow));
  return TRUE;
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
  Done *done = NULL;

  if (!g_cancellable_set_error_if_cancelled (cancellable, &error))
    db = bridge_database_open_to_read (job->folder, &error);
  if (db != NULL)
    done = look_back (db, job, cancellable, &error);
  g_clear_pointer (&job->here, g_time_zone_unref);
  g_clear_pointer (&job->own, g_array_unref);

  if (done != NULL)
    g_task_return_pointer (task, done, done_free);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

/**
 * bridge_space_look_back_async:
 * @self: a space
 * @range: over which weeks
 * @own: (nullable) (element-type BridgeLookBackCheckIn): private check-ins of whoever looks; nobody may change them any more
 * @cancellable: (nullable): to give up
 * @callback: what to call in the main loop
 * @user_data: for @callback
 *
 * Works out the figures in a thread that reads through a connection of its own. The callback gets no source object.
 */
void
bridge_space_look_back_async (BridgeSpace               *self,
                              const BridgeLookBackRange *range,
                              GArray                    *own,
                              GCancellable              *cancellable,
                              GAsyncReadyCallback        callback,
                              gpointer                   user_data)
{
  g_autoptr (GTask) task = NULL;

  g_return_if_fail (BRIDGE_IS_SPACE (self));

  /* Without the space: whoever has given up does not keep it. */
  task = g_task_new (NULL, cancellable, callback, user_data);
  g_task_set_source_tag (task, bridge_space_look_back_async);
  g_task_set_task_data (task, job_new (self, range, own), job_free);
  g_task_run_in_thread (task, work_cb);
}

/**
 * bridge_space_look_back_finish:
 * @result: what the callback was given
 * @with_own: (out) (optional) (nullable) (transfer full): the figures with the private check-ins that were handed in; %NULL:
 *   none were
 * @error: where to say what went wrong
 *
 * Returns: (transfer full) (nullable): the figures without private ones, or %NULL with %G_IO_ERROR_CANCELLED or an error of the
 *   database
 */
BridgeLookBack *
bridge_space_look_back_finish (GAsyncResult    *result,
                               BridgeLookBack **with_own,
                               GError         **error)
{
  Done *done;
  BridgeLookBack *figures = NULL;

  g_return_val_if_fail (g_task_is_valid (result, NULL), NULL);

  if (with_own != NULL)
    *with_own = NULL;
  done = g_task_propagate_pointer (G_TASK (result), error);
  if (done == NULL)
    return NULL;
  figures = g_steal_pointer (&done->figures);
  if (with_own != NULL)
    *with_own = g_steal_pointer (&done->with_own);
  done_free (done);
  return figures;
}

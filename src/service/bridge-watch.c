/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "bridge-watch"

#include "config.h"

#include "bridge-database.h"
#include "bridge-watch.h"

/* Several events of one commit are looked at once. The last one comes when the commit is through. */
#define COALESCE_MS 30
#define MONITOR_RATE_MS 50

/* Where nothing can be watched, because all of the kernel's watches are used up. */
#define POLL_SECONDS 30

struct _BridgeWatch
{
  char *folder;
  BridgeWatchFunc func;
  gpointer user_data;

  GFileMonitor *monitor;
  gulong handler;
  GSource *begin_source; /* begins once a main loop runs: a command line has no use for it */
  GSource *look_source;
  GSource *poll_source;  /* instead of a monitor */
};

static void
clear_source (GSource **source)
{
  if (*source == NULL)
    return;

  g_source_destroy (*source);
  g_clear_pointer (source, g_source_unref);
}

static gboolean
look_cb (gpointer user_data)
{
  BridgeWatch *self = user_data;

  g_clear_pointer (&self->look_source, g_source_unref);
  self->func (self->user_data);
  return G_SOURCE_REMOVE;
}

static void
folder_changed_cb (BridgeWatch       *self,
                   GFile             *file,
                   GFile             *other_file,
                   GFileMonitorEvent  event)
{
  g_autofree char *name = file != NULL ? g_file_get_basename (file) : NULL;

  /* The journal too: that it is emptied is the moment of the commit. */
  if (name == NULL || !g_str_has_prefix (name, BRIDGE_DATABASE_FILE) || self->look_source != NULL)
    return;

  self->look_source = g_timeout_source_new (COALESCE_MS);
  g_source_set_static_name (self->look_source, "[footbridge] look for changes");
  g_source_set_callback (self->look_source, look_cb, self, NULL);
  g_source_attach (self->look_source, g_main_context_get_thread_default ());
}

static gboolean
poll_cb (gpointer user_data)
{
  BridgeWatch *self = user_data;

  self->func (self->user_data);
  return G_SOURCE_CONTINUE;
}

static void
look_now_and_then (BridgeWatch *self)
{
  self->poll_source = g_timeout_source_new_seconds (POLL_SECONDS);
  g_source_set_static_name (self->poll_source, "[footbridge] look now and then");
  g_source_set_callback (self->poll_source, poll_cb, self, NULL);
  g_source_attach (self->poll_source, g_main_context_get_thread_default ());
}

static gboolean
begin_cb (gpointer user_data)
{
  BridgeWatch *self = user_data;
  g_autoptr (GFile) folder = g_file_new_for_path (self->folder);
  g_autoptr (GError) error = NULL;

  g_clear_pointer (&self->begin_source, g_source_unref);
  self->monitor = g_file_monitor_directory (folder, G_FILE_MONITOR_NONE, NULL, &error);
  if (self->monitor == NULL)
    {
      g_message ("Changes by other processes are seen late: %s", error->message);
      look_now_and_then (self);
    }
  else
    {
      g_file_monitor_set_rate_limit (self->monitor, MONITOR_RATE_MS);
      self->handler = g_signal_connect_swapped (self->monitor, "changed", G_CALLBACK (folder_changed_cb), self);
    }

  /* What has happened until now. */
  self->func (self->user_data);
  return G_SOURCE_REMOVE;
}

/**
 * bridge_watch_new:
 * @folder: the folder of a database
 * @func: called when something may have been written; often, and for one's own writing too
 * @user_data: for @func
 *
 * Begins to watch a folder as soon as a main loop runs. Causes no wake-ups while nothing is written, but where the kernel
 * gives no watch: there @func is called twice a minute.
 *
 * Returns: (transfer full): the watch
 */
BridgeWatch *
bridge_watch_new (const char      *folder,
                  BridgeWatchFunc  func,
                  gpointer         user_data)
{
  BridgeWatch *self = g_new0 (BridgeWatch, 1);

  self->folder = g_strdup (folder);
  self->func = func;
  self->user_data = user_data;
  self->begin_source = g_idle_source_new ();
  g_source_set_priority (self->begin_source, G_PRIORITY_DEFAULT);
  g_source_set_static_name (self->begin_source, "[footbridge] watch the space");
  g_source_set_callback (self->begin_source, begin_cb, self, NULL);
  g_source_attach (self->begin_source, g_main_context_get_thread_default ());
  return self;
}

/**
 * bridge_watch_free:
 * @self: (transfer full): a watch
 *
 * Ends it.
 */
void
bridge_watch_free (BridgeWatch *self)
{
  clear_source (&self->begin_source);
  clear_source (&self->look_source);
  clear_source (&self->poll_source);
  if (self->monitor != NULL)
    {
      g_signal_handler_disconnect (self->monitor, self->handler);
      g_file_monitor_cancel (self->monitor);
    }
  g_clear_object (&self->monitor);
  g_free (self->folder);
  g_free (self);
}

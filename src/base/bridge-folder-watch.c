/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "bridge-folder-watch"

#include "config.h"

#include "bridge-folder-watch.h"

#include <errno.h>
#include <glib-unix.h>
#include <sys/inotify.h>
#include <unistd.h>

#include "bridge-source.h"

/* Several events of one commit are looked at once. The last one comes when the commit is through. */
#define COALESCE_MS 50

/* Where nothing can be watched, because all of the kernel's watches are used up. */
#define POLL_SECONDS 30

#define EVENTS (IN_MODIFY | IN_CREATE | IN_DELETE | IN_MOVED_FROM | IN_MOVED_TO | IN_ONLYDIR)

/* Not a GFileMonitor: that does not say when the kernel refuses a watch, and has a thread of its own. */
struct _BridgeFolderWatch
{
  char *folder;
  char *prefix;
  BridgeFolderWatchFunc func;
  gpointer user_data;

  int fd; /* -1: the kernel gives none */
  GSource *begin_source; /* begins once a main loop runs: a command line has no use for it */
  GSource *event_source;
  GSource *look_source;
  GSource *poll_source;  /* instead of events */
};

static void
close_fd (BridgeFolderWatch *self)
{
  bridge_source_clear (&self->event_source);
  if (self->fd >= 0)
    close (self->fd);
  self->fd = -1;
}

static gboolean
look_cb (gpointer user_data)
{
  BridgeFolderWatch *self = user_data;

  g_clear_pointer (&self->look_source, g_source_unref);
  self->func (self->user_data);
  return G_SOURCE_REMOVE;
}

static void
look_soon (BridgeFolderWatch *self)
{
  if (self->look_source == NULL)
    self->look_source = bridge_source_start (g_timeout_source_new (COALESCE_MS), "[footbridge] look for changes", look_cb,
                                             self);
}

static gboolean
poll_cb (gpointer user_data)
{
  BridgeFolderWatch *self = user_data;

  self->func (self->user_data);
  return G_SOURCE_CONTINUE;
}

static void
look_now_and_then (BridgeFolderWatch *self,
                   const char        *why)
{
  g_message ("What is done to %s is seen late: %s", self->folder, why);
  close_fd (self);
  self->poll_source = bridge_source_start (g_timeout_source_new_seconds (POLL_SECONDS), "[footbridge] look now and then",
                                           poll_cb, self);
}

static gboolean
event_cb (int          fd,
          GIOCondition condition,
          gpointer     user_data)
{
  BridgeFolderWatch *self = user_data;
  _Alignas (struct inotify_event) char buffer[4096];
  gssize length;

  while ((length = read (fd, buffer, sizeof buffer)) > 0)
    for (gssize at = 0; at < length;)
      {
        const struct inotify_event *event = (const struct inotify_event *) (buffer + at);

        /* What was too much for the kernel to tell may have been ours. */
        if ((event->mask & IN_Q_OVERFLOW) != 0 || (event->len > 0 && g_str_has_prefix (event->name, self->prefix)))
          look_soon (self);
        if ((event->mask & IN_IGNORED) != 0)
          {
            look_soon (self);
            look_now_and_then (self, "it is not there any more");
            return G_SOURCE_REMOVE;
          }
        at += (gssize) (sizeof *event + event->len);
      }

  return G_SOURCE_CONTINUE;
}

static gboolean
begin_cb (gpointer user_data)
{
  BridgeFolderWatch *self = user_data;

  g_clear_pointer (&self->begin_source, g_source_unref);
  self->fd = inotify_init1 (IN_NONBLOCK | IN_CLOEXEC);
  if (self->fd < 0 || inotify_add_watch (self->fd, self->folder, EVENTS) < 0)
    look_now_and_then (self, g_strerror (errno));
  else
    self->event_source = bridge_source_start (g_unix_fd_source_new (self->fd, G_IO_IN), "[footbridge] watch a folder",
                                              (GSourceFunc) (void (*) (void)) event_cb, self);

  /* What has happened until now. */
  self->func (self->user_data);
  return G_SOURCE_REMOVE;
}

/**
 * bridge_folder_watch_new:
 * @folder: a folder
 * @prefix: what the names of the files in it begin with that matter
 * @func: called when something may have been done to them; often, and for one's own doing too; first when the watch begins
 * @user_data: for @func
 *
 * Begins to watch a folder as soon as the thread's default main loop runs. Causes no wake-ups while nothing is done in it,
 * but where the kernel gives no watch, or the folder has gone: there @func is called twice a minute.
 *
 * Returns: (transfer full): the watch
 */
BridgeFolderWatch *
bridge_folder_watch_new (const char            *folder,
                         const char            *prefix,
                         BridgeFolderWatchFunc  func,
                         gpointer               user_data)
{
  BridgeFolderWatch *self = g_new0 (BridgeFolderWatch, 1);

  self->folder = g_strdup (folder);
  self->prefix = g_strdup (prefix);
  self->func = func;
  self->user_data = user_data;
  self->fd = -1;
  self->begin_source = g_idle_source_new ();
  g_source_set_priority (self->begin_source, G_PRIORITY_DEFAULT);
  bridge_source_start (self->begin_source, "[footbridge] begin to watch", begin_cb, self);
  return self;
}

/**
 * bridge_folder_watch_free:
 * @self: (transfer full): a watch
 *
 * Ends it. Not from within its function.
 */
void
bridge_folder_watch_free (BridgeFolderWatch *self)
{
  bridge_source_clear (&self->begin_source);
  bridge_source_clear (&self->look_source);
  bridge_source_clear (&self->poll_source);
  close_fd (self);
  g_free (self->folder);
  g_free (self->prefix);
  g_free (self);
}

/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "bridge-folder-lock"

#include "config.h"

#include "bridge-folder-lock.h"

#include <glib-unix.h>
#include <glib/gi18n-lib.h>
#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/file.h>
#include <sys/inotify.h>
#include <sys/stat.h>
#include <unistd.h>

#include "bridge-error.h"

#define LOCK_NAME BRIDGE_FOLDER_LOCK_FILE
#define LOCK_MODE 0600

/* The file is closed a moment before its lock goes. */
#define SETTLE_MS 100
#define SETTLE_TRIES 5

#define POLL_SECONDS 30

struct _BridgeFolderLock
{
  GObject parent_instance;

  char *folder;
  char *path;
  BridgePart part;

  int fd; /* of what is locked, or would be; -1: none */
  gboolean held;
  BridgePart other;
  int watch_fd;
  guint watch;
  guint settle;
  guint tries;
};

enum {
  FREED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static const char *const part_words[] = {
  [BRIDGE_PART_UNKNOWN] = "unknown",
  [BRIDGE_PART_SERVICE] = "service",
  [BRIDGE_PART_WINDOW] = "window",
};

G_DEFINE_FINAL_TYPE (BridgeFolderLock, bridge_folder_lock, G_TYPE_OBJECT)

static void
close_fd (int *fd)
{
  if (*fd >= 0)
    close (*fd);
  *fd = -1;
}

static void
stop_watching (BridgeFolderLock *self)
{
  g_clear_handle_id (&self->watch, g_source_remove);
  g_clear_handle_id (&self->settle, g_source_remove);
  close_fd (&self->watch_fd);
}

static gboolean
settle_cb (gpointer user_data)
{
  g_autoptr (BridgeFolderLock) self = g_object_ref (BRIDGE_FOLDER_LOCK (user_data));

  self->tries++;
  g_signal_emit (self, signals[FREED], 0);

  /* Whoever heard it and did not get it may be a moment early. */
  if (self->settle == 0)
    return G_SOURCE_REMOVE;
  if (self->tries < SETTLE_TRIES && !self->held)
    return G_SOURCE_CONTINUE;
  self->settle = 0;

  return G_SOURCE_REMOVE;
}

static gboolean
closed_cb (int          fd,
           GIOCondition condition,
           gpointer     user_data)
{
  BridgeFolderLock *self = BRIDGE_FOLDER_LOCK (user_data);
  _Alignas (struct inotify_event) char buffer[4096];

  while (read (fd, buffer, sizeof buffer) > 0)
    ;
  self->tries = 0;
  if (self->settle == 0)
    self->settle = g_timeout_add (SETTLE_MS, settle_cb, self);

  return G_SOURCE_CONTINUE;
}

static gboolean
poll_cb (gpointer user_data)
{
  g_autoptr (BridgeFolderLock) self = g_object_ref (BRIDGE_FOLDER_LOCK (user_data));

  g_signal_emit (self, signals[FREED], 0);
  return G_SOURCE_CONTINUE;
}

/* For where nothing can be watched. */
static void
look_now_and_then (BridgeFolderLock *self)
{
  if (self->watch == 0)
    self->watch = g_timeout_add_seconds (POLL_SECONDS, poll_cb, self);
}

/* The kernel closes the file of a process that ends, in whatever way it does. */
static void
watch (BridgeFolderLock *self)
{
  if (self->watch != 0)
    return;

  self->watch_fd = inotify_init1 (IN_NONBLOCK | IN_CLOEXEC);
  if (self->watch_fd < 0 ||
      inotify_add_watch (self->watch_fd, self->path, IN_CLOSE_WRITE | IN_DELETE_SELF | IN_MOVE_SELF) < 0)
    {
      g_debug ("cannot watch the lock: %s", g_strerror (errno));
      close_fd (&self->watch_fd);
      look_now_and_then (self);
      return;
    }
  self->watch = g_unix_fd_add (self->watch_fd, G_IO_IN, closed_cb, self);
}

static gboolean
refuse (const char  *path,
        const char  *why,
        GError     **error)
{
  g_set_error (error, BRIDGE_ERROR, BRIDGE_ERROR_STORAGE,
               _("Nothing reminds here, because %1$s cannot be used: %2$s. Whoever put it there can remove it."), path, why);
  return FALSE;
}

static gboolean
check_file (const char         *path,
            const struct stat  *status,
            GError            **error)
{
  if (!S_ISREG (status->st_mode))
    return refuse (path, _("it is no plain file"), error);
  return status->st_uid == geteuid () || refuse (path, _("it belongs to somebody else"), error);
}

/* A folder that cannot be written to, or is somebody else's, is locked itself: nothing is left behind in it. */
static gboolean
open_folder (BridgeFolderLock *self)
{
  self->fd = open (self->folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);

  return self->fd >= 0;
}

static gboolean
is_somebody_elses (BridgeFolderLock *self)
{
  struct stat status;

  return stat (self->folder, &status) == 0 && status.st_uid != geteuid ();
}

static gboolean
open_file (BridgeFolderLock  *self,
           gboolean          *use_folder,
           GError           **error)
{
  int flags = O_RDWR | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC | (is_somebody_elses (self) ? 0 : O_CREAT);
  struct stat status;

  *use_folder = FALSE;
  self->fd = open (self->path, flags, LOCK_MODE);
  if (self->fd < 0)
    {
      int code = errno;

      if (lstat (self->path, &status) != 0)
        *use_folder = TRUE;
      else if (check_file (self->path, &status, error))
        *use_folder = code == EROFS || code == EACCES || code == EPERM || refuse (self->path, g_strerror (code), error);
      return FALSE;
    }

  if (fstat (self->fd, &status) == 0 && check_file (self->path, &status, error))
    return TRUE;

  close_fd (&self->fd);
  return FALSE;
}

/* Somebody may have removed the file between opening and locking it; then it is not what the next one will find. */
static gboolean
is_still_there (BridgeFolderLock *self)
{
  struct stat ours;
  struct stat theirs;

  return fstat (self->fd, &ours) == 0 && lstat (self->path, &theirs) == 0 && ours.st_dev == theirs.st_dev &&
         ours.st_ino == theirs.st_ino;
}

/* Only for people to read: a disk that is full is no reason not to remind. It is written over what is there and cut to its
 * length, so that whoever reads meanwhile does not find nothing. */
static void
sign (BridgeFolderLock *self)
{
  g_autofree char *text = g_strdup_printf ("%d %s\n", (int) getpid (), part_words[self->part]);
  size_t length = strlen (text);

  if (pwrite (self->fd, text, length, 0) != (ssize_t) length || ftruncate (self->fd, (off_t) length) != 0)
    g_debug ("the lock could not be signed: %s", g_strerror (errno));
}

static int
read_other (BridgeFolderLock *self)
{
  char buffer[64] = "";
  int pid = 0;

  self->other = BRIDGE_PART_UNKNOWN;
  if (pread (self->fd, buffer, sizeof buffer - 1, 0) <= 0)
    return 0;

  pid = (int) CLAMP (g_ascii_strtoll (buffer, NULL, 10), 0, G_MAXINT);
  for (guint i = 0; i < G_N_ELEMENTS (part_words); i++)
    if (strstr (buffer, part_words[i]) != NULL)
      self->other = (BridgePart) i;

  return pid;
}

static gboolean
say_who (BridgeFolderLock  *self,
         GError           **error)
{
  int pid = read_other (self);

  if (pid != 0 && self->other == BRIDGE_PART_SERVICE)
    g_set_error (error, BRIDGE_ERROR, BRIDGE_ERROR_STATE,
                 _("Another reminder service, process %d, looks after this folder already, so this one does not remind."),
                 pid);
  else if (pid != 0 && self->other == BRIDGE_PART_WINDOW)
    g_set_error (error, BRIDGE_ERROR, BRIDGE_ERROR_STATE,
                 _("A window of Footbridge, process %d, looks after the reminders of this folder while it is open."), pid);
  else
    g_set_error_literal (error, BRIDGE_ERROR, BRIDGE_ERROR_STATE,
                         _("Another Footbridge looks after the reminders of this folder already."));
  return FALSE;
}

static void
bridge_folder_lock_dispose (GObject *object)
{
  BridgeFolderLock *self = BRIDGE_FOLDER_LOCK (object);

  bridge_folder_lock_let_go (self);

  G_OBJECT_CLASS (bridge_folder_lock_parent_class)->dispose (object);
}

static void
bridge_folder_lock_finalize (GObject *object)
{
  BridgeFolderLock *self = BRIDGE_FOLDER_LOCK (object);

  g_free (self->folder);
  g_free (self->path);

  G_OBJECT_CLASS (bridge_folder_lock_parent_class)->finalize (object);
}

static void
bridge_folder_lock_class_init (BridgeFolderLockClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = bridge_folder_lock_dispose;
  object_class->finalize = bridge_folder_lock_finalize;

  signals[FREED] = g_signal_new ("freed", BRIDGE_TYPE_FOLDER_LOCK, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
bridge_folder_lock_init (BridgeFolderLock *self)
{
  self->fd = -1;
  self->watch_fd = -1;
}

/**
 * bridge_folder_lock_new:
 * @folder: a data folder
 * @part: what this process is
 *
 * Returns: (transfer full): the lock of the folder, not tried yet
 */
BridgeFolderLock *
bridge_folder_lock_new (const char *folder,
                        BridgePart  part)
{
  BridgeFolderLock *self = g_object_new (BRIDGE_TYPE_FOLDER_LOCK, NULL);

  self->folder = g_strdup (folder);
  self->path = g_build_filename (folder, LOCK_NAME, NULL);
  self->part = part;

  return self;
}

/**
 * bridge_folder_lock_check:
 * @folder: a data folder
 * @error: where to say what stands in the way
 *
 * Looks whether there is something in the place of the lock that keeps everybody from reminding. Takes nothing.
 *
 * Returns: %FALSE with %BRIDGE_ERROR_STORAGE
 */
gboolean
bridge_folder_lock_check (const char  *folder,
                          GError     **error)
{
  g_autofree char *path = g_build_filename (folder, LOCK_NAME, NULL);
  struct stat status;

  return lstat (path, &status) != 0 || check_file (path, &status, error);
}

/**
 * bridge_folder_lock_try:
 * @self: a lock
 * @error: where to say who has it
 *
 * Takes the lock, or says in one sentence why not and begins to wait for "freed". A folder in which no file can be made is
 * locked itself; where the file system knows no locks, or there is no folder yet, there is nobody to be kept out.
 *
 * Returns: whether this process is the one that reminds; else %BRIDGE_ERROR_STATE (another does) or
 *   %BRIDGE_ERROR_STORAGE (the file is not ours)
 */
gboolean
bridge_folder_lock_try (BridgeFolderLock  *self,
                        GError           **error)
{
  gboolean use_folder = FALSE;
  gboolean plain = TRUE;

  g_return_val_if_fail (BRIDGE_IS_FOLDER_LOCK (self), FALSE);

  if (self->held)
    return TRUE;

  /* While another one is waited for the file stays open: closing it would look to others as if it were free. */
  if (self->fd >= 0 && !is_still_there (self))
    {
      stop_watching (self);
      close_fd (&self->fd);
    }
  if (self->fd < 0 && !open_file (self, &use_folder, error))
    {
      if (!use_folder)
        {
          /* Whoever put it there may remove it. */
          self->other = BRIDGE_PART_UNKNOWN;
          look_now_and_then (self);
          return FALSE;
        }
      plain = FALSE;
      if (!open_folder (self))
        return self->held = TRUE;
    }

  if (flock (self->fd, LOCK_EX | LOCK_NB) != 0)
    {
      if (errno == EWOULDBLOCK && plain)
        {
          watch (self);
          /* It may have been let go between the first try and the watch. */
          if (flock (self->fd, LOCK_EX | LOCK_NB) != 0)
            return say_who (self, error);
          stop_watching (self);
        }
      else if (errno == EWOULDBLOCK)
        {
          look_now_and_then (self);
          close_fd (&self->fd);
          self->other = BRIDGE_PART_UNKNOWN;
          g_set_error_literal (error, BRIDGE_ERROR, BRIDGE_ERROR_STATE,
                               _("Another Footbridge looks after the reminders of this folder already."));
          return FALSE;
        }
      g_debug ("no locks here: %s", g_strerror (errno));
    }
  else if (plain && !is_still_there (self))
    {
      /* Removed by somebody just now: what the next one would find is another file. */
      close_fd (&self->fd);
      return bridge_folder_lock_try (self, error);
    }

  stop_watching (self);
  self->other = BRIDGE_PART_UNKNOWN;
  self->held = TRUE;
  if (plain)
    sign (self);

  return TRUE;
}

/**
 * bridge_folder_lock_let_go:
 * @self: a lock
 *
 * Lets somebody else remind, and waits for nobody any more.
 */
void
bridge_folder_lock_let_go (BridgeFolderLock *self)
{
  g_return_if_fail (BRIDGE_IS_FOLDER_LOCK (self));

  stop_watching (self);
  close_fd (&self->fd);
  self->held = FALSE;
}

/**
 * bridge_folder_lock_is_held:
 * @self: a lock
 *
 * Returns: whether this process is the one that reminds
 */
gboolean
bridge_folder_lock_is_held (BridgeFolderLock *self)
{
  g_return_val_if_fail (BRIDGE_IS_FOLDER_LOCK (self), FALSE);

  return self->held;
}

/**
 * bridge_folder_lock_get_other:
 * @self: a lock
 *
 * Returns: what the process is that had it when it was last tried in vain
 */
BridgePart
bridge_folder_lock_get_other (BridgeFolderLock *self)
{
  g_return_val_if_fail (BRIDGE_IS_FOLDER_LOCK (self), BRIDGE_PART_UNKNOWN);

  return self->other;
}

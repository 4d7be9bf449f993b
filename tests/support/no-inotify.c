/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Preloaded: a desktop on which other programs have used up all that the kernel gives for watching files: instances, or with
 * NO_WATCHES watches. */

#include <errno.h>
#include <stdint.h>

#ifdef NO_WATCHES
int inotify_add_watch (int fd, const char *path, uint32_t mask);

int
inotify_add_watch (int fd, const char *path, uint32_t mask)
{
  (void) fd;
  (void) path;
  (void) mask;
  errno = ENOSPC;
  return -1;
}
#else
int inotify_init (void);
int inotify_init1 (int flags);

int
inotify_init (void)
{
  errno = EMFILE;
  return -1;
}

int
inotify_init1 (int flags)
{
  (void) flags;
  return inotify_init ();
}
#endif

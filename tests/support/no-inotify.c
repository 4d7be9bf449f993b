/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Preloaded: a desktop on which other programs have used up all that the kernel gives for watching files. */

#include <errno.h>

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

/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Loaded before libfaketime. That one divides the time which poll() waits by the speed of its clock, while the monotonic
 * clock, by which GLib reckons its waits, keeps its pace: each wait would be over at once, again and again, and what is
 * measured would be that. Only the wall clock and its timers are to run fast. */

#include <poll.h>
#include <sys/syscall.h>
#include <unistd.h>

int
poll (struct pollfd *fds,
      nfds_t         n_fds,
      int            timeout)
{
  return syscall (SYS_poll, fds, n_fds, timeout);
}

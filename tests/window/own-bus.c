/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "own-bus.h"

/* To be called before gtk_test_init(): GTestDBus forks a process that sees to the bus's end, and a copy of a process that
 * has threads can wait for ever for a lock one of them held; it changes the environment, which threads may be reading;
 * and it forgets where the display is. Returns: (transfer full) */
GTestDBus *
own_bus_start (void)
{
  g_autofree char *display = g_strdup (g_getenv ("DISPLAY"));
  g_autofree char *runtime = g_strdup (g_getenv ("XDG_RUNTIME_DIR"));
  GTestDBus *bus = g_test_dbus_new (G_TEST_DBUS_NONE);

  g_test_dbus_up (bus);
  if (display != NULL)
    g_setenv ("DISPLAY", display, TRUE);
  if (runtime != NULL)
    g_setenv ("XDG_RUNTIME_DIR", runtime, TRUE);

  return bus;
}

/* @bus: (transfer full) */
void
own_bus_stop (GTestDBus *bus)
{
  g_test_dbus_stop (bus);
  g_object_unref (bus);
}

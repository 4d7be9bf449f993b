/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Answers lines "ZONE SECONDS" from stdin, SECONDS being a local time, with the instant in UTC
 * milliseconds and the local time of that instant, for the test that asks another implementation the same. */

#include "config.h"

#include <stdio.h>

#include "bridge-local.h"

int
main (void)
{
  char identifier[64];
  long long local;
  g_autofree char *known = NULL;
  g_autoptr (GTimeZone) zone = NULL;

  while (scanf ("%63s %lld", identifier, &local) == 2)
    {
      g_autoptr (GError) error = NULL;
      gint64 utc_ms;

      if (g_strcmp0 (identifier, known) != 0)
        {
          g_clear_pointer (&zone, g_time_zone_unref);
          zone = bridge_zone_new (identifier, &error);
          if (zone == NULL)
            {
              fprintf (stderr, "%s\n", error->message);
              return 1;
            }
          g_free (known);
          known = g_strdup (identifier);
        }

      utc_ms = bridge_local_to_utc_ms (local, zone);
      printf ("%" G_GINT64_FORMAT " %" G_GINT64_FORMAT "\n", utc_ms, bridge_local_from_utc_ms (utc_ms, zone));
    }

  return 0;
}

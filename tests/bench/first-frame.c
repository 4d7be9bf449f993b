/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Loaded into a GTK program before its own libraries: writes the monotonic time, in microseconds, at which its first
 * frame was painted to the file that FIRST_FRAME names, and ends the program there. The program itself knows nothing
 * of it, so what is measured is what people run. */

#include "config.h"

#include <dlfcn.h>
#include <gtk/gtk.h>
#include <stdio.h>
#include <unistd.h>

static gboolean painted;

static gboolean
paint_hook (GSignalInvocationHint *hint,
            guint                  n_params,
            const GValue          *params,
            gpointer               user_data)
{
  painted = TRUE;

  return FALSE;
}

/* Runs after each turn of the frame clock, also those that only lay out. */
static gboolean
after_paint_hook (GSignalInvocationHint *hint,
                  guint                  n_params,
                  const GValue          *params,
                  gpointer               user_data)
{
  gint64 now = g_get_monotonic_time ();
  FILE *file;

  if (!painted)
    return TRUE;

  file = fopen (user_data, "w");
  if (file != NULL)
    {
      fprintf (file, "%" G_GINT64_FORMAT "\n", now);
      fclose (file);
    }

  _exit (0);
}

G_MODULE_EXPORT int
g_application_run (GApplication *application,
                   int           argc,
                   char        **argv)
{
  int (*original) (GApplication *, int, char **) = NULL;
  const char *path = g_getenv ("FIRST_FRAME");

  *(void **) &original = dlsym (RTLD_NEXT, "g_application_run");

  if (path != NULL)
    {
      g_type_class_unref (g_type_class_ref (GDK_TYPE_FRAME_CLOCK));
      g_signal_add_emission_hook (g_signal_lookup ("paint", GDK_TYPE_FRAME_CLOCK), 0, paint_hook, NULL, NULL);
      g_signal_add_emission_hook (g_signal_lookup ("after-paint", GDK_TYPE_FRAME_CLOCK), 0, after_paint_hook,
                                  (gpointer) path, NULL);
    }

  return original (application, argc, argv);
}

/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "bridge-window"

#include "config.h"

#include "bridge-window-private.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#include "bridge-feedback.h"
#include "bridge-save-file.h"
#include "bridge-space-export.h"

/* The celebration log as a folder of files. */

/* What takes longer is told of meanwhile. */
#define SLOW_MS 500
#define MAX_NAMES 1000

typedef struct {
  GWeakRef window;
  GApplication *application; /* (nullable): stays until all is written, or nothing of it is left */
  char *speaker_id;          /* (nullable): who is told */
  guint slow_id;
} Export;

static void
export_free (Export *export)
{
  g_clear_handle_id (&export->slow_id, g_source_remove);
  if (export->application != NULL)
    g_application_release (export->application);
  g_clear_object (&export->application);
  g_weak_ref_clear (&export->window);
  g_free (export->speaker_id);
  g_free (export);
}

static const char *
get_speaker_id (BridgeWindow *self)
{
  BridgePerson *speaker = self->space != NULL ? bridge_space_get_speaker (self->space) : NULL;

  return speaker != NULL ? bridge_person_get_id (speaker) : NULL;
}

/* Somebody else may have come meanwhile, and nothing is said between two people. */
static gboolean
is_told (BridgeWindow *self,
         Export       *export)
{
  return self->cover == NULL && g_strcmp0 (get_speaker_id (self), export->speaker_id) == 0;
}

static void
slow_cb (gpointer user_data)
{
  Export *export = user_data;
  g_autoptr (BridgeWindow) self = g_weak_ref_get (&export->window);

  export->slow_id = 0;
  if (self != NULL && is_told (self, export))
    bridge_feedback_show_lasting (GTK_WIDGET (self), _("Saving the log. You can go on meanwhile."));
}

static void
show_done (BridgeWindow          *self,
           const BridgeLogExport *done)
{
  g_autofree char *name = g_filename_display_basename (done->folder);
  /* Translators: %s is the name of a folder */
  g_autofree char *saved = g_strdup_printf (_("The log is saved in “%s”."), name);
  g_autofree char *unread = NULL;
  g_autofree char *both = NULL;

  if (done->n_unread == 0)
    {
      bridge_feedback_show_folder (GTK_WIDGET (self), saved, done->folder, FALSE);
      return;
    }

  unread = g_strdup_printf (ngettext ("The file of %u picture could not be read; it was left out.",
                                      "The files of %u pictures could not be read; they were left out.", done->n_unread),
                            done->n_unread);
  /* Translators: two whole sentences */
  both = g_strdup_printf (C_("sentences", "%1$s %2$s"), saved, unread);
  bridge_feedback_show_folder (GTK_WIDGET (self), both, done->folder, TRUE);
}

static void
exported_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  Export *export = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (BridgeLogExport) done = bridge_space_export_log_finish (result, &error);
  g_autoptr (BridgeWindow) self = g_weak_ref_get (&export->window);

  if (self != NULL)
    {
      g_clear_object (&self->exporting);
      if (is_told (self, export) && done != NULL)
        show_done (self, done);
      else if (is_told (self, export) && !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        bridge_feedback_show_error (GTK_WIDGET (self), error);
    }
  export_free (export);
}

/* The name that was suggested, or, where that is there already, with a number. */
static char *
dup_free_place (const char *parent,
                const char *name)
{
  char *path = g_build_filename (parent, name, NULL);
  GStatBuf info;

  for (int i = 2; i < MAX_NAMES && g_lstat (path, &info) == 0; i++)
    {
      g_autofree char *numbered = g_strdup_printf ("%s (%d)", name, i);

      g_free (path);
      path = g_build_filename (parent, numbered, NULL);
    }

  return path;
}

static char *
dup_name (BridgeWindow *self)
{
  g_autofree char *today = bridge_local_format_date (bridge_clock_local_now (bridge_space_get_clock (self->space)));
  /* Translators: the name of a folder; %s is a date, 2026-11-26 */
  char *name = g_strdup_printf (_("Celebration log %s"), today);

  return g_strdelimit (name, "/", '-');
}

static void
chosen_cb (const char *parent,
           gpointer    user_data)
{
  BridgeWindow *self = user_data;
  g_autofree char *name = NULL;
  g_autofree char *place = NULL;
  Export *export;

  if (self->space == NULL || self->exporting != NULL)
    return;

  name = dup_name (self);
  place = dup_free_place (parent, name);
  export = g_new0 (Export, 1);
  g_weak_ref_init (&export->window, self);
  g_set_object (&export->application, G_APPLICATION (gtk_window_get_application (GTK_WINDOW (self))));
  if (export->application != NULL)
    g_application_hold (export->application);
  export->speaker_id = g_strdup (get_speaker_id (self));
  export->slow_id = g_timeout_add_once (SLOW_MS, slow_cb, export);
  self->exporting = g_cancellable_new ();
  bridge_space_export_log_async (self->space, NULL, 0, place, self->exporting, exported_cb, export);
}

/**
 * bridge_window_stop_export:
 * @self: the window
 *
 * Gives up saving the log, if that goes on. The application stays until what was written is taken away again.
 */
void
bridge_window_stop_export (BridgeWindow *self)
{
  if (self->exporting != NULL)
    g_cancellable_cancel (self->exporting);
  g_clear_object (&self->exporting);
}

/**
 * bridge_window_export_log_action:
 * @widget: the window
 * @name: the action's
 * @parameter: nothing
 *
 * Asks where the folder with the log shall be, and saves it there. In a sandbox a folder can only be made inside one that was
 * chosen, so that is what is asked for, and the new one is named after the day.
 */
void
bridge_window_export_log_action (GtkWidget  *widget,
                                 const char *name,
                                 GVariant   *parameter)
{
  BridgeWindow *self = BRIDGE_WINDOW (widget);
  g_autofree char *folder = NULL;
  g_autofree char *title = NULL;

  if (self->exporting != NULL)
    {
      bridge_feedback_show (widget, _("The log is still being saved."));
      return;
    }

  folder = dup_name (self);
  /* Translators: the title of a dialog that asks for a folder; %s is the name of the folder that will be made in it */
  title = g_strdup_printf (_("Where to Save “%s”"), folder);
  bridge_choose_folder (GTK_WINDOW (self), title, chosen_cb, self);
}

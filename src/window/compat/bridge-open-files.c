/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "bridge-open-files"

#include "config.h"

#include "bridge-open-files.h"

#include <glib/gi18n-lib.h>

typedef struct {
  BridgeOpenFilesFunc func;
  GWeakRef owner;
} Request;

static void
request_free (gpointer data)
{
  Request *request = data;

  g_weak_ref_clear (&request->owner);
  g_free (request);
}

static void
response_cb (GtkNativeDialog *dialog,
             int              response,
             gpointer         user_data)
{
  Request *request = g_object_get_data (G_OBJECT (dialog), "bridge-request");
  g_autoptr (GObject) owner = g_weak_ref_get (&request->owner);
  g_autoptr (GListModel) files = response == GTK_RESPONSE_ACCEPT ? gtk_file_chooser_get_files (GTK_FILE_CHOOSER (dialog)) : NULL;

  if (owner != NULL && files != NULL)
    request->func (files, owner);
  g_object_unref (dialog);
}

/**
 * bridge_open_pictures:
 * @parent: the window it stands above
 * @title: what is asked
 * @func: what to do with the files
 * @owner: an object, which @func gets; it is not called when that has gone
 *
 * Asks for pictures.
 */
void
bridge_open_pictures (GtkWindow           *parent,
                      const char          *title,
                      BridgeOpenFilesFunc  func,
                      gpointer             owner)
{
  GtkFileChooserNative *dialog = gtk_file_chooser_native_new (title, parent, GTK_FILE_CHOOSER_ACTION_OPEN,
                                                              _("_Add"), _("_Cancel"));
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();
  Request *request = g_new0 (Request, 1);

  gtk_file_filter_set_name (filter, _("Pictures"));
  gtk_file_filter_add_pixbuf_formats (filter);
  gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (dialog), filter);
  gtk_file_chooser_set_select_multiple (GTK_FILE_CHOOSER (dialog), TRUE);

  request->func = func;
  g_weak_ref_init (&request->owner, owner);
  g_object_set_data_full (G_OBJECT (dialog), "bridge-request", request, request_free);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (dialog), TRUE);
  /* It lives until it is answered. */
  g_signal_connect (dialog, "response", G_CALLBACK (response_cb), NULL);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (dialog));
}

/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "bridge-save-file"

#include "config.h"

#include "bridge-save-file.h"

#include <glib/gi18n-lib.h>

#include "bridge-feedback.h"

typedef struct {
  BridgeSaveFileFunc func;
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
  g_autoptr (GFile) file = response == GTK_RESPONSE_ACCEPT ? gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog)) : NULL;

  if (owner != NULL && file != NULL)
    bridge_save_file_chosen (gtk_native_dialog_get_transient_for (dialog), file, request->func, owner);
  g_object_unref (dialog);
}

/**
 * bridge_save_file_chosen:
 * @parent: (nullable): the window it was asked in
 * @file: where to save it
 * @func: what to do with the path
 * @owner: an object, which @func gets
 *
 * Calls @func, or says that files can only be saved where there is a path.
 */
void
bridge_save_file_chosen (GtkWindow          *parent,
                         GFile              *file,
                         BridgeSaveFileFunc  func,
                         gpointer            owner)
{
  g_autofree char *path = g_file_get_path (file);

  if (path != NULL)
    func (path, owner);
  else if (parent != NULL)
    bridge_feedback_show_problem (GTK_WIDGET (parent), _("Footbridge can only save in a folder of this computer. Nothing was saved; "
                                                         "please choose another place."));
}

/* Left to itself it begins with what was used last, which is no folder that anything could be saved in. */
static void
begin_in_documents (GtkFileChooser *chooser)
{
  const char *documents = g_get_user_special_dir (G_USER_DIRECTORY_DOCUMENTS);
  g_autoptr (GFile) folder = g_file_new_for_path (documents != NULL && g_file_test (documents, G_FILE_TEST_IS_DIR)
                                                    ? documents : g_get_home_dir ());

  gtk_file_chooser_set_current_folder (chooser, folder, NULL);
}

static void
ask (GtkWindow            *parent,
     GtkFileChooserAction  action,
     const char           *title,
     const char           *accept,
     const char           *name,
     BridgeSaveFileFunc    func,
     gpointer              owner)
{
  GtkFileChooserNative *dialog = gtk_file_chooser_native_new (title, parent, action, accept, _("_Cancel"));
  Request *request = g_new0 (Request, 1);

  request->func = func;
  g_weak_ref_init (&request->owner, owner);
  g_object_set_data_full (G_OBJECT (dialog), "bridge-request", request, request_free);
  if (name != NULL)
    gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (dialog), name);
  else
    begin_in_documents (GTK_FILE_CHOOSER (dialog));
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (dialog), TRUE);
  /* It lives until it is answered. */
  g_signal_connect (dialog, "response", G_CALLBACK (response_cb), NULL);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (dialog));
}

/**
 * bridge_save_file:
 * @parent: the window it stands above
 * @title: what is asked
 * @name: how the file may be called
 * @func: what to do with the path
 * @owner: an object, which @func gets; it is not called when that has gone
 *
 * Asks where to save a file.
 */
void
bridge_save_file (GtkWindow          *parent,
                  const char         *title,
                  const char         *name,
                  BridgeSaveFileFunc  func,
                  gpointer            owner)
{
  ask (parent, GTK_FILE_CHOOSER_ACTION_SAVE, title, _("_Save"), name, func, owner);
}

/**
 * bridge_choose_folder:
 * @parent: the window it stands above
 * @title: what is asked
 * @func: what to do with the path of the folder
 * @owner: an object, which @func gets; it is not called when that has gone
 *
 * Asks for the folder in which something is to be saved.
 */
void
bridge_choose_folder (GtkWindow          *parent,
                      const char         *title,
                      BridgeSaveFileFunc  func,
                      gpointer            owner)
{
  ask (parent, GTK_FILE_CHOOSER_ACTION_SELECT_FOLDER, title, _("_Save Here"), NULL, func, owner);
}

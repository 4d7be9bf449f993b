/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

typedef void (*BridgeSaveFileFunc) (const char *path, gpointer user_data);

/* Asks where to save a file; @func is called with a path once one was chosen, unless @owner has gone. @owner: a widget's
 * object, and what @func gets. */
void bridge_save_file (GtkWindow *parent, const char *title, const char *name, BridgeSaveFileFunc func, gpointer owner);
/* Asks in which folder to save; the same otherwise. In a sandbox it is the only place in which folders can be made. */
void bridge_choose_folder (GtkWindow *parent, const char *title, BridgeSaveFileFunc func, gpointer owner);
/* What follows once a place was chosen: @func is called, or what is the matter with the place is said in @parent (nullable). */
void bridge_save_file_chosen (GtkWindow *parent, GFile *file, BridgeSaveFileFunc func, gpointer owner);

G_END_DECLS

/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* What newer libraries have another widget for. */
void bridge_about_present (GtkWindow *parent);
/* two answers: to stay, which Escape is too, and @go, which calls @callback with @object as long as that lives */
GtkWindow *bridge_question_new (GtkWindow *parent, const char *heading, const char *body, const char *stay, const char *go,
                                void (*callback) (gpointer object), GObject *object);

G_END_DECLS

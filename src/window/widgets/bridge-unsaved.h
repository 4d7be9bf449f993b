/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Windows in which something is written ask before it is lost: each by itself, and whatever they stand above. */

/* Would closing @window lose something of whoever is here? */
typedef gboolean (*BridgeUnsavedFunc) (GtkWindow *window);

void bridge_unsaved_guard (GtkWindow *window, BridgeUnsavedFunc has_words);
gboolean bridge_unsaved_ask (GtkWindow *window);       /* TRUE: it asks, and closes @window if that is the answer */
gboolean bridge_unsaved_ask_above (GtkWindow *window); /* the same, for what stands above it */
void bridge_unsaved_let_go (GtkWindow *window);        /* of it nothing is asked any more */
void bridge_unsaved_let_go_above (GtkWindow *window);
gboolean bridge_window_is_above (GtkWindow *dialog, GtkWindow *window);

G_END_DECLS

/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* The "color" of the style sheet for @widget, and a named one, or else the former. */
void bridge_widget_get_colour (GtkWidget *widget, GdkRGBA *colour);
void bridge_widget_lookup_colour (GtkWidget *widget, const char *name, GdkRGBA *colour);

G_END_DECLS

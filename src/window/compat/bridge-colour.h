/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void bridge_widget_get_colour (GtkWidget *widget, GdkRGBA *colour);                      /* its CSS "color" */
void bridge_widget_lookup_colour (GtkWidget *widget, const char *name, GdkRGBA *colour); /* a named colour of the style sheet, else its "color" */

G_END_DECLS

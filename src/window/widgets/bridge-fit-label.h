/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* A word or two that asks for no room: where there is too little they are drawn smaller, not cut off,
 * and not at all where nobody could read them. */
#define BRIDGE_TYPE_FIT_LABEL (bridge_fit_label_get_type ())
G_DECLARE_FINAL_TYPE (BridgeFitLabel, bridge_fit_label, BRIDGE, FIT_LABEL, GtkWidget)

GtkWidget *bridge_fit_label_new (void);
void bridge_fit_label_set_text (BridgeFitLabel *self, const char *text, const char *name);

G_END_DECLS

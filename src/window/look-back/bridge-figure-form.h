/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "bridge-figure-export.h"
#include "bridge-private-form.h"

G_BEGIN_DECLS

/**
 * BridgeFigureForm:
 *
 * Asks, before a picture with private check-ins is saved, whether these are to be in the file: not unless somebody says so. It
 * closes when the private space locks.
 */
#define BRIDGE_TYPE_FIGURE_FORM (bridge_figure_form_get_type ())
G_DECLARE_FINAL_TYPE (BridgeFigureForm, bridge_figure_form, BRIDGE, FIGURE_FORM, BridgePrivateForm)

GtkWidget *bridge_figure_form_new (BridgePrivate *private_space, GtkWindow *parent);
void bridge_figure_form_set_figures (BridgeFigureForm *self, const BridgeLookBack *with_own, const BridgeLookBack *shared,
                                     BridgeFigure figure, gboolean alone, BridgePictureFormat format);
/* as when a file was chosen; STORAGE */
gboolean bridge_figure_form_save (BridgeFigureForm *self, const char *path, GError **error);

G_END_DECLS

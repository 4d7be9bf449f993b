/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* What newer libraries have another widget for. */
void bridge_about_present (GtkWindow *parent);

G_END_DECLS

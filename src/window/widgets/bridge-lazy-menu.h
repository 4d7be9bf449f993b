/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* A menu whose widgets are made when somebody opens it: a page may have many, and few are ever opened. */
void bridge_lazy_menu_set (GtkWidget *button, GMenuModel *menu);

G_END_DECLS

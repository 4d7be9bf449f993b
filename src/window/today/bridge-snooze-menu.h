/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>
#include "bridge-space.h"

G_BEGIN_DECLS

void bridge_snooze_menu_append (GMenu *menu, BridgeSpace *space, const char *action, const char *name);
gint64 bridge_snooze_menu_get_until (BridgeSpace *space, int snooze); /* UTC ms; 0: it is not offered by now */
void bridge_snooze_menu_say (GtkWidget *widget, BridgeSpace *space, gint64 until);

G_END_DECLS

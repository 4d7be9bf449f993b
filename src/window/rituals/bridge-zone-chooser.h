/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * BridgeZoneChooser:
 *
 * A button that opens a searchable list of time zones. Property: zone s (IANA name, NULL: wherever you are).
 */
#define BRIDGE_TYPE_ZONE_CHOOSER (bridge_zone_chooser_get_type ())
G_DECLARE_FINAL_TYPE (BridgeZoneChooser, bridge_zone_chooser, BRIDGE, ZONE_CHOOSER, GtkBox)

GtkWidget *bridge_zone_chooser_new (void);
const char *bridge_zone_chooser_get_zone (BridgeZoneChooser *self);
void bridge_zone_chooser_set_zone (BridgeZoneChooser *self, const char *zone);
char *bridge_zone_to_words (const char *zone);
GStrv bridge_zone_list (const char *table);

G_END_DECLS

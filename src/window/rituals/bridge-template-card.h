/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>
#include "bridge-catalogue.h"

G_BEGIN_DECLS

/* One template of the catalogue. Signals: "use" and "adapt". */
#define BRIDGE_TYPE_TEMPLATE_CARD (bridge_template_card_get_type ())
G_DECLARE_FINAL_TYPE (BridgeTemplateCard, bridge_template_card, BRIDGE, TEMPLATE_CARD, AdwBin)

GtkWidget *bridge_template_card_new (BridgeTemplate *template);
BridgeTemplate *bridge_template_card_get_template (BridgeTemplateCard *self);
gboolean bridge_template_card_matches (BridgeTemplateCard *self, const char *text);

G_END_DECLS

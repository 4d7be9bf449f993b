/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "bridge-space.h"

G_BEGIN_DECLS

/* Ritual templates from the bundled catalogue (resources/catalogue/rituals.json, one gettext context "catalogue"). */
#define BRIDGE_TYPE_TEMPLATE (bridge_template_get_type ())
G_DECLARE_FINAL_TYPE (BridgeTemplate, bridge_template, BRIDGE, TEMPLATE, GObject)

/* Properties, read-only: id, title, summary, when-then, smaller s; steps GStrv; minutes, closeness i; both b (needs
 * two); rule, times s; first b (one of the three for the first run); group s ("daily", "weekly", "own", "care") */
/* (transfer full) of BridgeTemplate, in catalogue order; @solo: for one who is alone */
GListModel *bridge_catalogue_load (gboolean solo, GError **error);
BridgeTemplate *bridge_catalogue_find (GListModel *catalogue, const char *id, GError **error); /* (transfer full) */
const char *bridge_template_get_id (BridgeTemplate *self);
const char *bridge_template_get_title (BridgeTemplate *self);
const char *bridge_template_get_summary (BridgeTemplate *self);
const char *bridge_template_get_when_then (BridgeTemplate *self);
const char *bridge_template_get_smaller (BridgeTemplate *self);
const char *const *bridge_template_get_steps (BridgeTemplate *self);
int bridge_template_get_minutes (BridgeTemplate *self);
int bridge_template_get_closeness (BridgeTemplate *self);
gboolean bridge_template_get_both (BridgeTemplate *self);
gboolean bridge_template_get_first (BridgeTemplate *self);
const char *bridge_template_get_group (BridgeTemplate *self);
/* A ritual to adapt or to add as it is; its first occurrence lies after @now. (transfer full) state agreed in solo,
 * else proposed by the caller's choice */
BridgeRitual *bridge_template_to_ritual (BridgeTemplate *self, BridgeLocal now, GError **error);

G_END_DECLS

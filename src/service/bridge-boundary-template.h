/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "bridge-space.h"

G_BEGIN_DECLS

/* A sentence to begin with, from the bundled catalogue (resources/catalogue/boundaries.json). Properties, read-only: id s;
 * kind BridgeBoundaryKind; use BridgePhraseUse; own b (a limit of one, not shared); text, why s (translated); review-weeks
 * i. */
#define BRIDGE_TYPE_BOUNDARY_TEMPLATE (bridge_boundary_template_get_type ())
G_DECLARE_FINAL_TYPE (BridgeBoundaryTemplate, bridge_boundary_template, BRIDGE, BOUNDARY_TEMPLATE, GObject)

/* (transfer full) of BridgeBoundaryTemplate; @solo: in the words for one who is alone */
GListModel *bridge_boundary_templates_load (gboolean solo, GError **error);
/* (transfer full) NOT_FOUND */
BridgeBoundaryTemplate *bridge_boundary_templates_find (GListModel *templates, const char *id, GError **error);
const char *bridge_boundary_template_get_id (BridgeBoundaryTemplate *self);
BridgeBoundaryKind bridge_boundary_template_get_kind (BridgeBoundaryTemplate *self);
BridgePhraseUse bridge_boundary_template_get_use (BridgeBoundaryTemplate *self);
gboolean bridge_boundary_template_get_own (BridgeBoundaryTemplate *self);
const char *bridge_boundary_template_get_text (BridgeBoundaryTemplate *self);
const char *bridge_boundary_template_get_why (BridgeBoundaryTemplate *self);
int bridge_boundary_template_get_review_weeks (BridgeBoundaryTemplate *self);
/* local midnight */
BridgeLocal bridge_boundary_template_get_review_on (BridgeBoundaryTemplate *self, BridgeLocal now);
/* (transfer full) not stored yet; of @speaker_id if it is a limit */
BridgeBoundary *bridge_boundary_template_to_boundary (BridgeBoundaryTemplate *self, const char *speaker_id);

G_END_DECLS

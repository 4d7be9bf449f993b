/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "bridge-meaning.h"
#include "bridge-space.h"

G_BEGIN_DECLS

/* What the two once enjoyed or want to try: either adds to it at once, each takes away their own, nobody the other’s. */

#define BRIDGE_MEANING_TEXT_MAX 240

/* (transfer full) NOT_FOUND, AMBIGUOUS */
BridgeMeaning *bridge_space_find_meaning (BridgeSpace *self, const char *id_or_prefix, GError **error);
/* (transfer full) as stored, by the speaker; INVALID_VALUE; STATE: it is on the list */
BridgeMeaning *bridge_space_add_meaning (BridgeSpace *self, BridgeMeaning *meaning, GError **error);
gboolean bridge_space_may_remove_meaning (BridgeSpace *self, BridgeMeaning *meaning);
gboolean bridge_space_remove_meaning (BridgeSpace *self, const char *id, GError **error);            /* soft; STATE */
/* a ritual came of it; Undo does not touch that, as the ritual has its own. NOT_FOUND */
gboolean bridge_space_link_meaning (BridgeSpace *self, const char *id, const char *ritual_id, GError **error);
/* (transfer none) (nullable) the ritual that came of it, if it was agreed and is the speaker’s to see */
BridgeRitual *bridge_space_peek_ritual_of_meaning (BridgeSpace *self, BridgeMeaning *meaning);
/* (transfer full) to be adapted: without id, for both where there are two, once a week from tomorrow on */
BridgeRitual *bridge_space_make_ritual (BridgeSpace *self, const char *title, gboolean own, GError **error);
/* (transfer full) BridgeMeaning of which no ritual came yet */
GPtrArray *bridge_space_list_ideas (BridgeSpace *self);

G_END_DECLS

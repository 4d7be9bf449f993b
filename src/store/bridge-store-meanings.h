/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "bridge-database.h"
#include "bridge-meaning.h"

G_BEGIN_DECLS

/* What means much to the two. Loaders leave out
 * what is removed unless said otherwise; arrays own their objects. */

GPtrArray *bridge_store_load_meanings (BridgeDatabase *db, GError **error); /* by kind, the oldest first */
/* removed ones too; NULL without error: none */
BridgeMeaning *bridge_store_load_meaning (BridgeDatabase *db, const char *id, GError **error);
gboolean bridge_store_save_meaning (BridgeDatabase *db, BridgeMeaning *meaning, GError **error);

G_END_DECLS

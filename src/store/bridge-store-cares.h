/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "bridge-database.h"
#include "bridge-care.h"

G_BEGIN_DECLS

/* Care plans, each its holder’s alone. Loaders leave out
 * what is removed unless said otherwise; arrays own their objects. */

GPtrArray *bridge_store_load_cares (BridgeDatabase *db, GError **error); /* by person, then by area */
/* removed ones too; NULL without error: none */
BridgeCare *bridge_store_load_care (BridgeDatabase *db, const char *id, GError **error);
gboolean bridge_store_save_care (BridgeDatabase *db, BridgeCare *care, GError **error);

G_END_DECLS

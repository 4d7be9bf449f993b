/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "bridge-database.h"

G_BEGIN_DECLS

#define BRIDGE_SCHEMA_VERSION 5

gboolean bridge_migrations_run (BridgeDatabase *db, GError **error);

G_END_DECLS

/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

#include "bridge-database.h"
#include "bridge-look-back.h"

G_BEGIN_DECLS

/* What there is to look back on from a day on, in plain numbers: quick enough for years of it, and on whatever connection the
 * caller has. @alone: there is one person only, so what is theirs is all there is. @now: UTC ms. */
BridgeLookBackRecord *bridge_store_load_look_back (BridgeDatabase *db, int first_day, gboolean alone, gint64 now,
                                                   GTimeZone *here, GCancellable *cancellable, GError **error);
/* the same, of moments alone: quick enough for a season at every change */
BridgeLookBackRecord *bridge_store_load_look_back_moments (BridgeDatabase *db, int first_day, gboolean alone, gint64 now,
                                                           GTimeZone *here, GError **error);

G_END_DECLS

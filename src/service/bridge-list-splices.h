/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "bridge-store.h"

G_BEGIN_DECLS

/* At @position of the old list @removed keys went, and @added came, which stand from @source on in the fresh one. */
typedef struct
{
  guint position;
  guint removed;
  guint added;
  guint source;
} BridgeListSplice;

/* of BridgeListSplice, from lists of BridgeListKey; touches nothing else, so a thread may do it */
GArray *bridge_list_splices_new (GArray *old, GArray *fresh);

G_END_DECLS

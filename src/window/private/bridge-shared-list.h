/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>
#include "bridge-space.h"

G_BEGIN_DECLS

typedef enum {
  BRIDGE_SHARED_LIST_WAITING,  /* for the speaker, not opened yet: a card each, with nothing of the words */
  BRIDGE_SHARED_LIST_RECEIVED, /* for the speaker, opened ones with their words, too */
  BRIDGE_SHARED_LIST_SENT,     /* by the speaker, to take back */
} BridgeSharedListKind;

/**
 * BridgeSharedList:
 *
 * Words shared between the two, as cards; it is invisible while there are none.
 */
#define BRIDGE_TYPE_SHARED_LIST (bridge_shared_list_get_type ())
G_DECLARE_FINAL_TYPE (BridgeSharedList, bridge_shared_list, BRIDGE, SHARED_LIST, AdwBin)

GtkWidget *bridge_shared_list_new (void);
void bridge_shared_list_set_space (BridgeSharedList *self, BridgeSpace *space, BridgeSharedListKind kind);

G_END_DECLS

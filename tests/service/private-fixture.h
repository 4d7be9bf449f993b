/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "bridge-private.h"
#include "service-fixture.h"

#define PASSPHRASE "plate walnut river"

/* A space of Ada and Ben, and Ada's private space, open. */
typedef struct {
  Fixture base;
  BridgePrivate *private_space;
  char *code;
} PrivateFixture;

void private_fixture_set_up (PrivateFixture *fixture, gconstpointer user_data);
void private_fixture_tear_down (PrivateFixture *fixture, gconstpointer user_data);

void private_fixture_quicken (BridgePrivate *private_space); /* what is made from now on opens quickly */
void private_fixture_unlock (BridgePrivate *private_space);
BridgePrivateEntry *private_fixture_write (BridgePrivate *private_space, const char *text); /* (transfer full) a journal entry */
guint private_fixture_count (BridgePrivate *private_space);
guint private_fixture_count_found (BridgePrivate *private_space, const char *typed);

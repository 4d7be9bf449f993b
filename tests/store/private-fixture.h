/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "bridge-store-vault.h"
#include "store-fixture.h"

typedef struct {
  BridgeTestFolder *folder;
  BridgeDatabase *db;
  BridgePerson *ada;
  BridgePerson *ben;
  BridgeVault *vault;  /* Ada's, unlocked */
  BridgeVault *others; /* Ben's, unlocked */
} PrivateFixture;

void private_fixture_set_up (PrivateFixture *fixture, gconstpointer user_data);
void private_fixture_tear_down (PrivateFixture *fixture, gconstpointer user_data);

BridgePrivateWrite write_words (PrivateFixture *fixture, BridgeVault *vault, const char *words); /* with its id */
/* (transfer full); @checked: whether the roll is to vouch for it */
GPtrArray *load_private (PrivateFixture *fixture, BridgeVault *vault, gboolean checked);
const BridgePrivateRow *find_private (GPtrArray *rows, const char *id); /* (nullable) */
void assert_words (GPtrArray *rows, const char *id, const char *words);
void assert_state (GPtrArray *rows, const char *id, BridgePrivateState state);
void run_sql (PrivateFixture *fixture, const char *format, ...);

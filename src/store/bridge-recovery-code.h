/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "bridge-vault.h"

G_BEGIN_DECLS

/* A recovery code: 160 random bits and a check, in groups a person can write down and read out. */

#define BRIDGE_RECOVERY_BYTES 20

char *bridge_recovery_code_write (const guint8 *bytes); /* (transfer full) "7K2QD-…" */
/* INVALID_VALUE: a slip of typing */
gboolean bridge_recovery_code_read (const char *code, guint8 *bytes, GError **error);

G_END_DECLS

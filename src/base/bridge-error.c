/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "bridge-error"

#include "config.h"

#include "bridge-error.h"

/**
 * bridge_error_quark:
 *
 * The error domain of Footbridge; use it as %BRIDGE_ERROR.
 *
 * Returns: the quark
 */
G_DEFINE_QUARK (bridge-error-quark, bridge_error)

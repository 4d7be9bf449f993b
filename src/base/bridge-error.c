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

/**
 * bridge_error_keep_first:
 * @first: (inout): the error that is told, or %NULL so far
 * @error: (transfer full): one more
 *
 * Of several things that go wrong in one go, keeps the first: the others mostly follow from it.
 */
void
bridge_error_keep_first (GError **first,
                         GError  *error)
{
  if (*first == NULL)
    *first = error;
  else
    g_error_free (error);
}

/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Lines of RFC 4180. What a spreadsheet would take for a formula has an apostrophe in front. */

char *bridge_csv_escape (const char *cell); /* (transfer full); @cell: (nullable) */
void bridge_csv_append_line (GString *out, const char *const *cells, guint n); /* each (nullable) */

G_END_DECLS

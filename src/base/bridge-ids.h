/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *bridge_id_new (void);                     /* a random UUID, lower case */
gboolean bridge_id_is_valid (const char *text); /* a whole UUID */

G_END_DECLS

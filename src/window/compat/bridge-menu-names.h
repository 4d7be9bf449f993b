/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Has the items of every menu say their words to screen readers, once for the program. */
void bridge_menu_names_follow (void);

G_END_DECLS

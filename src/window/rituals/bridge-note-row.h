/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* One sentence under a row of an editor, where something is still needed. */
GtkWidget *bridge_note_row_new (void);
void bridge_note_row_set (GtkWidget *note, GtkWidget *field, const char *sentence);

G_END_DECLS

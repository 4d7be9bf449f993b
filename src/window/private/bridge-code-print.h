/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* What stands on paper, or in a file, beside a recovery code. (transfer full): for bridge_secret_free() */
char *bridge_code_print_dup_text (const char *code);
/* (transfer full) one page with it; no copy of it stays anywhere */
GtkPrintOperation *bridge_code_print_new (const char *code);
void bridge_code_print_forget (GtkPrintOperation *self); /* nothing is printed from now on */

G_END_DECLS

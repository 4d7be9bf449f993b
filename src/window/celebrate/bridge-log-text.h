/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * BridgeLogText:
 *
 * Words that wrap at the width they are given. A GtkLabel lays its words out five times before they are seen, to find out how
 * narrow it could be; this one does so once, as it takes whatever width there is.
 */
#define BRIDGE_TYPE_LOG_TEXT (bridge_log_text_get_type ())
G_DECLARE_FINAL_TYPE (BridgeLogText, bridge_log_text, BRIDGE, LOG_TEXT, GtkWidget)

void bridge_log_text_set_text (BridgeLogText *self, const char *text);
const char *bridge_log_text_get_text (BridgeLogText *self); /* (transfer none) */

G_END_DECLS

/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>
#include "bridge-space.h"

G_BEGIN_DECLS

/**
 * BridgeWinRow:
 *
 * One win of the log, under its month's heading when it is the first. Actions: win-row.edit, win-row.star,
 * win-row.remove, win-row.menu.
 */
#define BRIDGE_TYPE_WIN_ROW (bridge_win_row_get_type ())
G_DECLARE_FINAL_TYPE (BridgeWinRow, bridge_win_row, BRIDGE, WIN_ROW, AdwBin)

GtkWidget *bridge_win_row_new (BridgeSpace *space);
void bridge_win_row_set_win (BridgeWinRow *self, BridgeWin *win, gboolean starts_month);
void bridge_win_row_set_starts_month (BridgeWinRow *self, gboolean starts_month);
BridgeWin *bridge_win_row_get_win (BridgeWinRow *self); /* (transfer none) (nullable) */
char *bridge_win_row_dup_words (BridgeWinRow *self);    /* all of it, for screen readers */

/* "Tuesday, 24 November · noticed by Robin · Weekly walk"; what is NULL is left out. @belongs_to: NULL-terminated. */
char *bridge_win_row_format_about (const char *date, const char *noticed_by, const char *const *belongs_to);

G_END_DECLS

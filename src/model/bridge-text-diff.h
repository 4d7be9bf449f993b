/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The difference between two texts, in words. */

typedef enum {
  BRIDGE_TEXT_SAME,   /* in both */
  BRIDGE_TEXT_BEFORE, /* only in the text before */
  BRIDGE_TEXT_AFTER,  /* only in the text after */
} BridgeTextRunKind;

typedef struct {
  BridgeTextRunKind kind;
  char *text;
} BridgeTextRun;

/* (transfer full) of BridgeTextRun; same + before is the one text, same + after the other */
GPtrArray *bridge_text_diff (const char *before, const char *after);
gboolean bridge_text_diff_has_changes (GPtrArray *runs);

G_END_DECLS

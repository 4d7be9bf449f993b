/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * BridgeWordsField:
 *
 * A question and room for some lines of an answer.
 */
#define BRIDGE_TYPE_WORDS_FIELD (bridge_words_field_get_type ())
G_DECLARE_FINAL_TYPE (BridgeWordsField, bridge_words_field, BRIDGE, WORDS_FIELD, AdwBin)

GtkWidget *bridge_words_field_new (const char *question, const char *text);
char *bridge_words_field_dup_text (BridgeWordsField *self);        /* (nullable): nothing was written */
void bridge_words_field_set_text (BridgeWordsField *self, const char *text);
/* logical pixels: as high as that when empty, and when full */
void bridge_words_field_set_present (BridgeWordsField *self, const char *text);
void bridge_words_field_set_height (BridgeWordsField *self, int min, int max);
GtkTextBuffer *bridge_words_field_get_buffer (BridgeWordsField *self); /* (transfer none) */

G_END_DECLS

/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* How to begin a hard point softly: what was seen, felt, needed and asked for. Pure functions of the words and the
 * language; nothing of it blocks anything. */

typedef enum {
  BRIDGE_SOFT_ALWAYS, /* "always", "never" */
  BRIDGE_SOFT_MOTIVE, /* a guess at what the other one wanted */
  BRIDGE_SOFT_LABEL,  /* what somebody is, instead of what they did */
} BridgeSoftHintKind;

typedef struct {
  BridgeSoftHintKind kind;
  char *words; /* as they stand there */
} BridgeSoftHint;

void bridge_soft_hint_free (BridgeSoftHint *self);
const char *bridge_soft_hint_get_reason (BridgeSoftHintKind kind); /* translated, static */
char *bridge_soft_hint_dup_sentence (BridgeSoftHint *self);        /* (transfer full) the words, and why */
/* (transfer full) (element-type BridgeSoftHint) in the order they stand there; each kind of words once */
GPtrArray *bridge_soft_start_find_hints (const char *text);
/* (transfer full) (nullable) the four as two sentences; each may be empty or NULL, all of them: NULL */
char *bridge_soft_start_join (const char *observation, const char *feeling, const char *need, const char *request);

G_END_DECLS

/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

typedef enum {
  BRIDGE_SHARED_WAITING, /* "waiting": its author may take it back */
  BRIDGE_SHARED_OPENED,  /* "opened": both keep it */
} BridgeSharedState;

typedef enum {
  BRIDGE_SHARED_OPEN,      /* by the one it is for */
  BRIDGE_SHARED_TAKE_BACK, /* by its author */
} BridgeSharedEvent;

#define BRIDGE_TYPE_SHARED_STATE (bridge_shared_state_get_type ())
GType bridge_shared_state_get_type (void);

#define BRIDGE_SHARED_WORDS_MAX 4000 /* characters */

/**
 * BridgeSharedWords:
 *
 * Words out of somebody's private space, chosen by them for the other one. Properties (read-write, EXPLICIT_NOTIFY): id s;
 * from, to s (person ids); text s; state BridgeSharedState; created-at, updated-at, deleted-at x. When they were opened is
 * not recorded.
 */
#define BRIDGE_TYPE_SHARED_WORDS (bridge_shared_words_get_type ())
G_DECLARE_FINAL_TYPE (BridgeSharedWords, bridge_shared_words, BRIDGE, SHARED_WORDS, GObject)

BridgeSharedWords *bridge_shared_words_new (const char *from, const char *to, const char *text);
const char *bridge_shared_words_get_id (BridgeSharedWords *self); /* (nullable) */
const char *bridge_shared_words_get_from (BridgeSharedWords *self);
const char *bridge_shared_words_get_to (BridgeSharedWords *self);
const char *bridge_shared_words_get_text (BridgeSharedWords *self);
BridgeSharedState bridge_shared_words_get_state (BridgeSharedWords *self);
gint64 bridge_shared_words_get_created_at (BridgeSharedWords *self);
gboolean bridge_shared_words_validate (BridgeSharedWords *self, GError **error); /* INVALID_VALUE */

/* What becomes of words of @from for @to when @who does something. STATE. @remains: FALSE: they are deleted. */
gboolean bridge_shared_words_step (BridgeSharedState state, BridgeSharedEvent event, const char *from, const char *to,
                                   const char *who, BridgeSharedState *next, gboolean *remains, GError **error);

G_END_DECLS

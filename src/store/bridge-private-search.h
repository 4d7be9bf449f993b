/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * BridgePrivateSearch:
 *
 * A full-text index of private words, in memory only, on a connection of its own; it is wiped before it is freed.
 */
typedef struct _BridgePrivateSearch BridgePrivateSearch;

BridgePrivateSearch *bridge_private_search_new (GError **error);
void bridge_private_search_free (BridgePrivateSearch *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BridgePrivateSearch, bridge_private_search_free)

/* Many at once are quicker between these two. */
gboolean bridge_private_search_begin (BridgePrivateSearch *self, GError **error);
gboolean bridge_private_search_end (BridgePrivateSearch *self, GError **error);
/* @number: 1 … of an entry */
gboolean bridge_private_search_add (BridgePrivateSearch *self, gint64 number, const char *words, GError **error);
/* @words: just as they were added */
gboolean bridge_private_search_remove (BridgePrivateSearch *self, gint64 number, const char *words, GError **error);
/* (transfer full) (nullable) (element-type gint64) numbers in no order; NULL without error: no words in what was typed */
GArray *bridge_private_search_find (BridgePrivateSearch *self, const char *typed, GError **error);

G_END_DECLS

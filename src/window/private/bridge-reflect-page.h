/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>
#include "bridge-private.h"

G_BEGIN_DECLS

/**
 * BridgeReflectPage:
 *
 * The weekly review; the private space as a closed door, or its inside; and what the other one has shared. The private
 * space is open no longer than the page lives, which is remade when somebody else speaks.
 */
#define BRIDGE_TYPE_REFLECT_PAGE (bridge_reflect_page_get_type ())
G_DECLARE_FINAL_TYPE (BridgeReflectPage, bridge_reflect_page, BRIDGE, REFLECT_PAGE, AdwBin)

GtkWidget *bridge_reflect_page_new (BridgeSpace *space);
BridgePrivate *bridge_reflect_page_get_private (BridgeReflectPage *self);
void bridge_reflect_page_lock (BridgeReflectPage *self);
void bridge_reflect_page_begin_check_in (BridgeReflectPage *self);
gboolean bridge_reflect_page_focus_search (BridgeReflectPage *self);
void bridge_reflect_page_open_care (BridgeReflectPage *self, const char *id); /* if it is the speaker’s */
void bridge_reflect_page_open_review (BridgeReflectPage *self, gboolean begin); /* else its card */
void bridge_reflect_page_show_private (BridgeReflectPage *self);
gboolean bridge_reflect_page_go_back (BridgeReflectPage *self); /* FALSE: at the page itself already */

G_END_DECLS

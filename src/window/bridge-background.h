/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>
#include "bridge-space.h"

G_BEGIN_DECLS

/**
 * BridgeBackgroundRequest:
 *
 * One question to the desktop's Background portal: may Footbridge remind while it has no window, and shall it be
 * started at log-in. It lives from being sent until it is answered.
 *
 * Signals:
 * - "answered" (BridgeBackground answer)
 * - "unanswered" (const char *words): nobody can be asked, or there is no answer yet. Where one comes after all,
 *   "answered" follows.
 */
#define BRIDGE_TYPE_BACKGROUND_REQUEST (bridge_background_request_get_type ())
G_DECLARE_FINAL_TYPE (BridgeBackgroundRequest, bridge_background_request, BRIDGE, BACKGROUND_REQUEST, GObject)

BridgeBackgroundRequest *bridge_background_request_new (GDBusConnection *bus, gboolean autostart, guint patience_ms);
void bridge_background_request_send (BridgeBackgroundRequest *self, const char *parent);

/* What a person sees of it. Only a sandbox's desktop is asked, only while the window has the keyboard. */
gboolean bridge_background_applies (BridgeSpace *space);
void bridge_background_reminders_switched (GtkWidget *widget, BridgeSpace *space, gboolean on);
void bridge_background_ask (GtkWindow *window, BridgeSpace *space, GDBusConnection *bus);
char *bridge_background_dup_words (BridgeBackground answer);

G_END_DECLS

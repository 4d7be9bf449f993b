/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>
#include "bridge-private.h"

G_BEGIN_DECLS

/* Somebody who moves the pointer or presses a key over @widget is here. */
void bridge_presence_watch (GtkWidget *widget, BridgePrivate *private_space);

G_END_DECLS

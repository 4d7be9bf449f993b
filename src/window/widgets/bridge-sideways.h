/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Has @scroller scroll sideways only, with all of the height that its child wants. A wheel that turns up or down goes on to
 * what is around it. It can be reached with Tab only where there is something to scroll. */
void bridge_sideways_set_up (GtkScrolledWindow *scroller);
/* What is in it, for screen readers, which are told of its keys, too */
void bridge_sideways_set_name (GtkScrolledWindow *scroller, const char *name);

G_END_DECLS

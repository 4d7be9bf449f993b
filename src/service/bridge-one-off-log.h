/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "bridge-space.h"

G_BEGIN_DECLS

/*
 * The part of the reminder log that is about what is no ritual: promises, the day for a boundary, the end of a pause and
 * what follows it. A line is a BridgeReminder, so that it is told of in the same words; in the place of the ritual's id
 * it has the thing's name ("promise:ID"), in that of the start the date it is about. What it was is said in general only.
 */
GPtrArray *bridge_one_off_log_load (BridgeSpace *space, gint64 from, gint64 off_since, GError **error);

/* Is it such a line? */
gboolean bridge_one_off_log_is_line (BridgeReminder *line);
/* (transfer full): what it was about: "A promise for Tuesday", without its words; a ritual's title, or its id */
char *bridge_reminder_log_dup_title (BridgeReminder *line, BridgeSpace *space);

G_END_DECLS

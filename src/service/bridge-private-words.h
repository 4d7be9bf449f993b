/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "bridge-private-entry.h"

G_BEGIN_DECLS

/* The words people read, translated. (static) */
const char *bridge_private_kind_get_label (BridgePrivateKind kind);
const char *bridge_course_get_label (BridgeCourse course);
const char *bridge_temperature_get_label (int temperature); /* 1–5 */
const char *bridge_safety_get_label (int safety);           /* 1–5 */
char *bridge_private_entry_dup_scales (BridgePrivateEntry *entry); /* of a check-in, "" for none. (transfer full) */
/* How an entry is called in a list: its title, or how it begins. (transfer full) */
char *bridge_private_entry_dup_heading (BridgePrivateEntry *entry);

G_END_DECLS

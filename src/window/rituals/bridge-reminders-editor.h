/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * BridgeRemindersEditor:
 *
 * When reminders come, as buttons that stay pressed: the usual lead times and one's own, and once after it. Signal
 * "changed".
 */
#define BRIDGE_TYPE_REMINDERS_EDITOR (bridge_reminders_editor_get_type ())
G_DECLARE_FINAL_TYPE (
    BridgeRemindersEditor, bridge_reminders_editor, BRIDGE, REMINDERS_EDITOR, AdwPreferencesGroup)

GtkWidget *bridge_reminders_editor_new (void);
void bridge_reminders_editor_set_remind (BridgeRemindersEditor *self, const char *remind);
void bridge_reminders_editor_set_has_after (BridgeRemindersEditor *self, gboolean has_after);
char *bridge_reminders_editor_dup_remind (BridgeRemindersEditor *self);

G_END_DECLS

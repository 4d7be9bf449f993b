/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>
#include "bridge-check-in.h"
#include "bridge-private.h"

G_BEGIN_DECLS

/**
 * BridgeCheckInForm:
 *
 * Half a minute: four scales, words, and who sees it. What is for oneself alone goes into the private space, which is asked to
 * be unlocked first, and has one scale more. What was begun becomes a draft there when it locks, if it is open; else it is kept
 * in memory for whoever began it. It is never left in sight.
 */
#define BRIDGE_TYPE_CHECK_IN_FORM (bridge_check_in_form_get_type ())
G_DECLARE_FINAL_TYPE (BridgeCheckInForm, bridge_check_in_form, BRIDGE, CHECK_IN_FORM, AdwBin)

typedef enum {
  BRIDGE_CHECK_IN_PRIVATE = 1,
  BRIDGE_CHECK_IN_SHOWN,
  BRIDGE_CHECK_IN_TOGETHER, /* of two only */
} BridgeCheckInChoice;

GtkWidget *bridge_check_in_form_new (BridgePrivate *private_space);
/* other values to begin with; nothing is stored of them */
void bridge_check_in_form_begin (BridgeCheckInForm *self, BridgeCheckIn *check_in, BridgeCheckInChoice choice);
void bridge_check_in_form_edit (BridgeCheckInForm *self, BridgeCheckIn *check_in); /* of today, shown already */
/* that waits to be opened together: saved in another place, it does not wait any more */
void bridge_check_in_form_change_waiting (BridgeCheckInForm *self, BridgeCheckIn *check_in);
void bridge_check_in_form_choose (BridgeCheckInForm *self, BridgeCheckInChoice choice);
gboolean bridge_check_in_form_is_empty (BridgeCheckInForm *self);
void bridge_check_in_form_clear (BridgeCheckInForm *self);
void bridge_check_in_form_put_away (BridgeCheckInForm *self); /* out of sight, and kept for whoever began it */

G_END_DECLS

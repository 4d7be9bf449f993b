/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "bridge-private-form.h"

G_BEGIN_DECLS

typedef enum {
  BRIDGE_PASSPHRASE_SET_UP,
  BRIDGE_PASSPHRASE_UNLOCK,
  BRIDGE_PASSPHRASE_CODE,   /* unlock with the recovery code */
  BRIDGE_PASSPHRASE_CHANGE,
  BRIDGE_PASSPHRASE_RENEW,  /* a new recovery code */
} BridgePassphraseMode;

/**
 * BridgePassphraseForm:
 *
 * Where a passphrase is typed: to make a private space, to open it, to change the passphrase or the recovery code. What is
 * typed is cleared before the form goes.
 */
#define BRIDGE_TYPE_PASSPHRASE_FORM (bridge_passphrase_form_get_type ())
G_DECLARE_FINAL_TYPE (BridgePassphraseForm, bridge_passphrase_form, BRIDGE, PASSPHRASE_FORM, BridgePrivateForm)

GtkWidget *bridge_passphrase_form_new (BridgePrivate *private_space, BridgePassphraseMode mode, GtkWindow *parent);

G_END_DECLS

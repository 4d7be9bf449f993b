/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * BRIDGE_ERROR:
 *
 * The one error domain of Footbridge. Messages are whole sentences in the user's terms (what happened,
 * what is safe, what to do), already translated; codes are stable.
 */
#define BRIDGE_ERROR (bridge_error_quark ())

typedef enum {
  BRIDGE_ERROR_FAILED,           /* nothing more precise fits */
  BRIDGE_ERROR_INVALID_RULE,     /* a recurrence rule that is no RRULE */
  BRIDGE_ERROR_UNSUPPORTED_RULE, /* an RRULE outside the subset, or one of the three disputed shapes */
  BRIDGE_ERROR_NEVER,            /* a rule that never matches */
  BRIDGE_ERROR_INVALID_DATE,
  BRIDGE_ERROR_INVALID_VALUE,    /* a field out of its range; the message names the field */
  BRIDGE_ERROR_UNKNOWN_ZONE,
  BRIDGE_ERROR_NOT_FOUND,
  BRIDGE_ERROR_AMBIGUOUS,        /* a short id that fits several */
  BRIDGE_ERROR_STATE,            /* not possible in the present state */
  BRIDGE_ERROR_CONFLICT,         /* changed elsewhere in the meantime (undo) */
  BRIDGE_ERROR_NOT_SET_UP,       /* no person yet */
  BRIDGE_ERROR_STORAGE,          /* the file cannot be opened, read or written */
  BRIDGE_ERROR_READ_ONLY,
  BRIDGE_ERROR_FULL,             /* no space left on the disk */
  BRIDGE_ERROR_BUSY,             /* another process holds the database for too long */
  BRIDGE_ERROR_DAMAGED,          /* not a database, or a broken one */
  BRIDGE_ERROR_NEWER,            /* written by a newer Footbridge */
  BRIDGE_ERROR_FOREIGN,          /* a database of another program */
  BRIDGE_ERROR_DATA,             /* a JSON document that does not read as expected */
  BRIDGE_ERROR_NOTIFIER,         /* a notification could not be handed over */
  BRIDGE_ERROR_REFUSED,          /* the person does not want notifications from here */
  BRIDGE_ERROR_PASSPHRASE,       /* a passphrase or recovery code that does not open this private space */
  BRIDGE_ERROR_WAIT,             /* too soon after a passphrase that did not fit */
  BRIDGE_ERROR_LOCKED,           /* the private space has to be unlocked first */
  BRIDGE_ERROR_MEMORY,           /* not enough memory */
} BridgeError;

GQuark bridge_error_quark (void);
void bridge_error_keep_first (GError **first, GError *error);

G_END_DECLS

/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "bridge-ahead.h"
#include "bridge-notifier.h"
#include "bridge-space.h"

G_BEGIN_DECLS

/* What is to be done about reminders at one instant: only read from the database, nothing changed yet. */

typedef enum {
  BRIDGE_DUE_SHOW,
  BRIDGE_DUE_DIGEST,    /* goes into the one digest, and "reason" says why */
  BRIDGE_DUE_SUPERSEDE, /* a newer one of the same moment counts */
  BRIDGE_DUE_DEFER,     /* waits for the end of quiet hours, which is to be noted */
} BridgeDueAction;

typedef struct {
  BridgeRitual *ritual;
  char *name;              /* of the occurrence */
  BridgeLocal start;
  gint64 at;               /* of the moment, UTC ms */
  int lead;
  gint64 due;              /* by the plan, UTC ms */
  gint64 effective;        /* the same, or until when it was snoozed or deferred */
  gboolean snoozed;
  gboolean deferred;       /* by quiet hours */
  BridgeReminder *known;   /* its row, (nullable) */
  BridgeDueAction action;
  const char *reason;      /* static, (nullable): of the digest */
} BridgeDue;

typedef struct {
  GPtrArray *due;       /* of BridgeDue, by instant */
  GPtrArray *stale;     /* of BridgeReminder: rows that are open though their moment is not, "state" and "reason" set */
  GPtrArray *standing;  /* of BridgeReminder: shown, and still good */
  gint64 next;          /* UTC ms: when to look again for what is due, or BRIDGE_NEVER */
  gint64 tidy;          /* UTC ms: when the first of what stands has stood for long enough, or BRIDGE_NEVER */
} BridgeDueList;

/* What a digest tells of: moments that Today lists, moments that are still to come, and moments from before the days
 * that Today lists. */
typedef struct {
  guint n_waiting;
  guint n_ahead;
  guint n_older;
} BridgeDigestCount;

void bridge_digest_count_add (BridgeDigestCount *self, gint64 at, gint64 now, GTimeZone *here);

#define BRIDGE_DIGEST_ID "digest"
BridgeNotice *bridge_due_make_notice (BridgeDue *self, BridgeSpace *space, gint64 now);
BridgeNotice *bridge_due_make_digest (const BridgeDigestCount *count);
/* (nullable): its moment is gone */
BridgeNotice *bridge_due_make_notice_of (BridgeReminder *reminder, BridgeSpace *space, gint64 now);

char *bridge_due_dup_key (const char *name, int lead, gint64 effective);

/* @look_back_ms: how far what was not handled is looked for. @skip: (nullable) what has been dealt with, by its key.
 * @ahead: (nullable) */
BridgeDueList *bridge_due_list_new (BridgeSpace *space, gint64 now, gint64 look_back_ms, GHashTable *skip,
                                    BridgeAhead *ahead,
                                    GError **error);
void bridge_due_list_free (BridgeDueList *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BridgeDueList, bridge_due_list_free)

G_END_DECLS

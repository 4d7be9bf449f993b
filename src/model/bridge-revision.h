/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib-object.h>
#include "bridge-local.h"

G_BEGIN_DECLS

/**
 * BridgeAgreement:
 * @person_id: who agreed
 * @at: when, UTC ms
 */
typedef struct {
  char *person_id;
  gint64 at;
} BridgeAgreement;

/**
 * BridgeRevision:
 *
 * What a boundary said from one moment on: who wrote which words when, and when each agreed. It is never rewritten: its
 * words, number, author and time are set once. Properties (read-write, EXPLICIT_NOTIFY): id s; boundary-id s; number i
 * (1, 2, …); text s; review-on x (BridgeLocal midnight; BRIDGE_LOCAL_NONE: no date); written-by s (person id); written-at
 * x (UTC ms); agreements GArray of BridgeAgreement, in order; created-at, updated-at, deleted-at x.
 */
#define BRIDGE_TYPE_REVISION (bridge_revision_get_type ())
G_DECLARE_FINAL_TYPE (BridgeRevision, bridge_revision, BRIDGE, REVISION, GObject)

#define BRIDGE_REVISION_MAX_LENGTH 2000 /* characters */

/* with its author's agreement, at @at; (transfer full) */
BridgeRevision *bridge_revision_new (const char *boundary_id, int number, const char *text, BridgeLocal review_on,
                                     const char *author, gint64 at);
BridgeRevision *bridge_revision_copy (BridgeRevision *self); /* (transfer full) same id and stamps */
const char *bridge_revision_get_id (BridgeRevision *self);
const char *bridge_revision_get_boundary_id (BridgeRevision *self);
int bridge_revision_get_number (BridgeRevision *self);
const char *bridge_revision_get_text (BridgeRevision *self);
BridgeLocal bridge_revision_get_review_on (BridgeRevision *self);
const char *bridge_revision_get_written_by (BridgeRevision *self);
gint64 bridge_revision_get_written_at (BridgeRevision *self); /* UTC ms */
guint bridge_revision_get_n_agreements (BridgeRevision *self);
const BridgeAgreement *bridge_revision_get_agreement (BridgeRevision *self, guint position);
/* UTC ms; 0: they have not */
gint64 bridge_revision_get_agreed_at (BridgeRevision *self, const char *person_id);
/* (transfer full) a copy to which this person agreed, too */
BridgeRevision *bridge_revision_with_agreement (BridgeRevision *self, const char *person_id, gint64 at);
gboolean bridge_revision_validate (BridgeRevision *self, GError **error);

GArray *bridge_agreements_new (void); /* (transfer full) empty */
void bridge_agreements_add (GArray *agreements, const char *person_id, gint64 at);

G_END_DECLS

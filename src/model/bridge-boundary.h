/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "bridge-enums.h"
#include "bridge-revision.h"

G_BEGIN_DECLS

/**
 * BridgeBoundary:
 *
 * What the two agreed, or one set for themself. What it says is in its revisions. Properties (read-write,
 * EXPLICIT_NOTIFY): id s; kind BridgeBoundaryKind; use BridgePhraseUse (of a phrase); holder s (person id; NULL: shared);
 * state BridgeBoundaryState; current-number, waiting-number i (of the revision in force, and of the one that is proposed;
 * 0: none); review-on x (BridgeLocal midnight of the day on which to look at it again; BRIDGE_LOCAL_NONE: none; never
 * later than what was agreed); template s; ended-at x (UTC ms); ended-by s (person id); current, waiting
 * BridgeRevision (those of the two numbers, as they were read); created-at, updated-at, deleted-at x.
 */
#define BRIDGE_TYPE_BOUNDARY (bridge_boundary_get_type ())
G_DECLARE_FINAL_TYPE (BridgeBoundary, bridge_boundary, BRIDGE, BOUNDARY, GObject)

BridgeBoundary *bridge_boundary_new (BridgeBoundaryKind kind, const char *holder);
BridgeBoundary *bridge_boundary_copy (BridgeBoundary *self); /* (transfer full) same id and stamps */
const char *bridge_boundary_get_id (BridgeBoundary *self);
BridgeBoundaryKind bridge_boundary_get_kind (BridgeBoundary *self);
BridgePhraseUse bridge_boundary_get_use (BridgeBoundary *self);
const char *bridge_boundary_get_holder (BridgeBoundary *self); /* (nullable) */
BridgeBoundaryState bridge_boundary_get_state (BridgeBoundary *self);
int bridge_boundary_get_current_number (BridgeBoundary *self);
int bridge_boundary_get_waiting_number (BridgeBoundary *self);
BridgeLocal bridge_boundary_get_review_on (BridgeBoundary *self);
const char *bridge_boundary_get_template (BridgeBoundary *self); /* (nullable) */
gint64 bridge_boundary_get_ended_at (BridgeBoundary *self);
const char *bridge_boundary_get_ended_by (BridgeBoundary *self); /* (nullable) */
BridgeRevision *bridge_boundary_get_current (BridgeBoundary *self); /* (nullable) */
BridgeRevision *bridge_boundary_get_waiting (BridgeBoundary *self); /* (nullable) */
gboolean bridge_boundary_is_in_force (BridgeBoundary *self);
gboolean bridge_boundary_validate (BridgeBoundary *self, GError **error);

/* The words people read, translated. (static) */
const char *bridge_boundary_kind_get_label (BridgeBoundaryKind kind);
const char *bridge_boundary_state_get_label (BridgeBoundaryState state);
const char *bridge_phrase_use_get_label (BridgePhraseUse use); /* "" for none */

/* ---- What can happen to one */

/* Where it stands. */
typedef struct {
  gboolean exists;           /* FALSE: about to be written for the first time, or gone as if it never was */
  BridgeBoundaryState state;
  gboolean waiting;          /* a revision is proposed */
} BridgeBoundaryStanding;

/* Who acts, as seen from the boundary. */
typedef enum {
  BRIDGE_BOUNDARY_ALONE,    /* decides alone: it is their own limit, or nobody else is here */
  BRIDGE_BOUNDARY_AUTHOR,   /* one of two, and what waits is theirs */
  BRIDGE_BOUNDARY_EITHER,   /* one of two, and what waits (if anything does) is the other's */
  BRIDGE_BOUNDARY_OUTSIDER, /* it is the other's own limit */
} BridgeBoundaryRole;

typedef enum {
  BRIDGE_BOUNDARY_WRITE,    /* words are written: for the first time, other ones, or the old ones to bring it back */
  BRIDGE_BOUNDARY_AGREE,    /* yes to what waits */
  BRIDGE_BOUNDARY_DECLINE,  /* no to what waits */
  BRIDGE_BOUNDARY_WITHDRAW, /* what waits is taken back */
  BRIDGE_BOUNDARY_END,
} BridgeBoundaryEvent;

typedef enum {
  BRIDGE_BOUNDARY_DO_ADD = 1 << 0,   /* add a revision, with its author's agreement */
  BRIDGE_BOUNDARY_DO_AGREE = 1 << 1, /* note the agreement to the one that waits */
  BRIDGE_BOUNDARY_DO_FORCE = 1 << 2, /* the one that was added, or else the one that waited, is in force from now on */
  BRIDGE_BOUNDARY_DO_DROP = 1 << 3,  /* the one that waited goes */
  BRIDGE_BOUNDARY_DO_STAMP = 1 << 4, /* note who ended it, and when */
} BridgeBoundaryEffects;

BridgeBoundaryStanding bridge_boundary_get_standing (BridgeBoundary *self);
BridgeBoundaryRole bridge_boundary_get_role (BridgeBoundary *self, const char *speaker_id, gboolean alone);
/* STATE */
gboolean bridge_boundary_transition (BridgeBoundaryStanding standing, BridgeBoundaryEvent event,
                                     BridgeBoundaryRole role, BridgeBoundaryStanding *next,
                                     BridgeBoundaryEffects *effects, GError **error);

G_END_DECLS

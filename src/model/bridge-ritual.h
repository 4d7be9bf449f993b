/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>
#include "bridge-enums.h"
#include "bridge-schedule.h"

G_BEGIN_DECLS

/**
 * BridgeRitual:
 *
 * A small recurring act of care. Properties (read-write, EXPLICIT_NOTIFY):
 * id s; title s (1–120); when-then s ("" none, ≤ 240); state BridgeRitualState; schedule BridgeSchedule (boxed);
 * minutes i (1–480); who s (person id; NULL: both); closeness i (1–5); smaller s ("" none: no smaller version);
 * steps GStrv (0–12); lead s (person id whose turn it is to lead next; NULL: no rotating lead);
 * remind as GArray is awkward, so text: remind s, lead times in minutes before, "10,0,-30" (negative: after, one at
 * most), "" none; resting-until x (BridgeLocal midnight, inclusive of the day before; BRIDGE_LOCAL_NONE: open);
 * reminding-since x (UTC ms: nothing that was due before is ever reminded of); template s (catalogue id or NULL);
 * in-recovery b (it goes on in the recovery window after a pause); created-at, updated-at, deleted-at x.
 */
#define BRIDGE_TYPE_RITUAL (bridge_ritual_get_type ())
G_DECLARE_FINAL_TYPE (BridgeRitual, bridge_ritual, BRIDGE, RITUAL, GObject)

/* title "", state draft, minutes 10, closeness 1, remind "0" */
BridgeRitual *bridge_ritual_new (void);
BridgeRitual *bridge_ritual_copy (BridgeRitual *self);    /* (transfer full) same id and stamps */
const char *bridge_ritual_get_id (BridgeRitual *self);
const char *bridge_ritual_get_title (BridgeRitual *self);
const char *bridge_ritual_get_when_then (BridgeRitual *self);
BridgeRitualState bridge_ritual_get_state (BridgeRitual *self);
BridgeSchedule *bridge_ritual_get_schedule (BridgeRitual *self); /* (transfer none) (nullable) */
int bridge_ritual_get_minutes (BridgeRitual *self);
const char *bridge_ritual_get_who (BridgeRitual *self);
int bridge_ritual_get_closeness (BridgeRitual *self);
const char *bridge_ritual_get_smaller (BridgeRitual *self);      /* "" none */
const char *const *bridge_ritual_get_steps (BridgeRitual *self);
const char *bridge_ritual_get_lead (BridgeRitual *self);
const char *bridge_ritual_get_remind (BridgeRitual *self);
int *bridge_ritual_dup_remind_minutes (BridgeRitual *self, guint *n); /* descending, distinct */
BridgeLocal bridge_ritual_get_resting_until (BridgeRitual *self);
gint64 bridge_ritual_get_reminding_since (BridgeRitual *self);
const char *bridge_ritual_get_template (BridgeRitual *self);
gboolean bridge_ritual_get_in_recovery (BridgeRitual *self);

gboolean bridge_ritual_validate (BridgeRitual *self, GError **error); /* every field; the message names it */
int *bridge_remind_dup_minutes (const char *text, guint *n);             /* descending, distinct; none where it does not parse */
/* "0,10,-30" → "10,0,-30"; at most 6 of 0–10080, one of them after it: -1 to -1440 */
gboolean bridge_remind_parse (const char *text, char **canonical, GError **error);

/* Resting with a date that has come is agreed again without a write. */
BridgeRitualState bridge_ritual_get_effective_state (BridgeRitual *self, BridgeLocal now);
gboolean bridge_ritual_is_active (BridgeRitual *self, BridgeLocal now); /* effective state agreed */

typedef enum {
  BRIDGE_RITUAL_PROPOSE,
  BRIDGE_RITUAL_AGREE,
  BRIDGE_RITUAL_REST,
  BRIDGE_RITUAL_RESUME,
  BRIDGE_RITUAL_END,
  BRIDGE_RITUAL_SET_ASIDE, /* no yes is awaited any more: a draft again */
} BridgeRitualEvent;

/* Pure state machine: refuses impossible pairs with BRIDGE_ERROR_STATE. Ended can be resumed. */
gboolean bridge_ritual_transition (BridgeRitualState state, BridgeRitualEvent event, BridgeRitualState *next,
                                   GError **error);

G_END_DECLS

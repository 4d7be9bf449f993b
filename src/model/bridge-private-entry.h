/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>
#include "bridge-enums.h"
#include "bridge-local.h"

G_BEGIN_DECLS

typedef enum {
  BRIDGE_PRIVATE_JOURNAL,     /* "journal" */
  BRIDGE_PRIVATE_OBSERVATION, /* "observation": a shift noticed: behaviour, not motive */
  BRIDGE_PRIVATE_SAFETY,      /* "safety": how safe it felt */
  BRIDGE_PRIVATE_CHECK_IN,    /* "check-in": that nobody else sees */
} BridgePrivateKind;

typedef enum {
  BRIDGE_COURSE_UNSURE,  /* "unsure" */
  BRIDGE_COURSE_PASSING, /* "passing": a retreat that may pass */
  BRIDGE_COURSE_LASTING, /* "lasting" */
} BridgeCourse;

#define BRIDGE_TYPE_PRIVATE_KIND (bridge_private_kind_get_type ())
#define BRIDGE_TYPE_COURSE (bridge_course_get_type ())
GType bridge_private_kind_get_type (void);
GType bridge_course_get_type (void);

#define BRIDGE_PRIVATE_TEXT_MAX 20000 /* characters */
#define BRIDGE_PRIVATE_LINE_MAX 500
#define BRIDGE_PRIVATE_TITLE_MAX 120

/**
 * BridgePrivateEntry:
 *
 * Something one of the two writes for themself alone. Properties (read-write, EXPLICIT_NOTIFY): id s; kind
 * BridgePrivateKind; title s (journal, may be empty); text s (journal: what is written; safety: a note); date x
 * (BridgeLocal midnight of the day it is about); behaviour, circumstance, topic, reaction s and temperature i (1–5, 0: not
 * said) and course BridgeCourse (observation); safety i (1–5); scales s (check-in: a line for each that was answered, with the
 * step and the word that was chosen); draft b (not saved yet by its author); draft-of s
 * (nullable: the entry it will change); version x (of its row); created-at, updated-at x (UTC ms).
 * What it keeps is wiped when it is freed.
 */
#define BRIDGE_TYPE_PRIVATE_ENTRY (bridge_private_entry_get_type ())
G_DECLARE_FINAL_TYPE (BridgePrivateEntry, bridge_private_entry, BRIDGE, PRIVATE_ENTRY, GObject)

BridgePrivateEntry *bridge_private_entry_new (BridgePrivateKind kind, BridgeLocal date);
BridgePrivateEntry *bridge_private_entry_copy (BridgePrivateEntry *self); /* (transfer full) */
const char *bridge_private_entry_get_id (BridgePrivateEntry *self);       /* (nullable) */
BridgePrivateKind bridge_private_entry_get_kind (BridgePrivateEntry *self);
const char *bridge_private_entry_get_title (BridgePrivateEntry *self);
const char *bridge_private_entry_get_text (BridgePrivateEntry *self);
BridgeLocal bridge_private_entry_get_date (BridgePrivateEntry *self);
const char *bridge_private_entry_get_behaviour (BridgePrivateEntry *self);
const char *bridge_private_entry_get_circumstance (BridgePrivateEntry *self);
const char *bridge_private_entry_get_topic (BridgePrivateEntry *self);
const char *bridge_private_entry_get_reaction (BridgePrivateEntry *self);
int bridge_private_entry_get_temperature (BridgePrivateEntry *self);
BridgeCourse bridge_private_entry_get_course (BridgePrivateEntry *self);
int bridge_private_entry_get_safety (BridgePrivateEntry *self);
/* Of a check-in; how safe it felt, too. A word stays the one that was chosen. */
int bridge_private_entry_get_step (BridgePrivateEntry *self, BridgeScale scale); /* 0: not said */
char *bridge_private_entry_dup_word (BridgePrivateEntry *self, BridgeScale scale); /* (transfer full) "": not said */
void bridge_private_entry_set_step (BridgePrivateEntry *self, BridgeScale scale, int step);
gboolean bridge_private_entry_get_draft (BridgePrivateEntry *self);
const char *bridge_private_entry_get_draft_of (BridgePrivateEntry *self); /* (nullable) */
gint64 bridge_private_entry_get_version (BridgePrivateEntry *self);
gint64 bridge_private_entry_get_created_at (BridgePrivateEntry *self);
gint64 bridge_private_entry_get_updated_at (BridgePrivateEntry *self);

gboolean bridge_private_entry_validate (BridgePrivateEntry *self, GError **error); /* INVALID_VALUE, INVALID_DATE */
gboolean bridge_private_entry_is_empty (BridgePrivateEntry *self); /* nothing is written in it */
/* All its words, for a search. (transfer full), to be wiped */
char *bridge_private_entry_dup_words (BridgePrivateEntry *self);
int bridge_private_entry_compare (BridgePrivateEntry *a, BridgePrivateEntry *b); /* newest day first */

/* Without id and version, which are the row's. (transfer full) */
GBytes *bridge_private_entry_to_bytes (BridgePrivateEntry *self);
BridgePrivateEntry *bridge_private_entry_from_bytes (GBytes *bytes, GError **error); /* DATA */

G_END_DECLS

/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "bridge-look-back.h"

G_BEGIN_DECLS

/* What the figures say, for people: pure functions of the figures. */

/* The pictures there are. */
typedef enum {
  BRIDGE_FIGURE_MOMENTS, /* a week, stacked by kind */
  BRIDGE_FIGURE_MOOD,
  BRIDGE_FIGURE_TALKING,
  BRIDGE_FIGURE_HOURS,   /* rituals by weekday and hour */
  BRIDGE_FIGURE_DAYS,    /* a year of warm days */
  BRIDGE_FIGURE_PAUSES,  /* and what followed */
} BridgeFigure;

#define BRIDGE_N_FIGURES (BRIDGE_FIGURE_PAUSES + 1)

/* (static) "Shared Moments by Week" */
const char *bridge_figure_get_title (BridgeFigure figure, const BridgeLookBack *look_back, gboolean alone);
const char *bridge_look_back_kind_get_label (BridgeLookBackKind kind); /* (static) "Rituals" */
/* The scale that a picture is about, or -1 */
int bridge_figure_get_scale (BridgeFigure figure);

/* How many entries it rests on, also in words: "from 23 entries". @year: of the calendar, how many years before the last */
guint bridge_look_back_count (const BridgeLookBack *self, BridgeFigure figure, int year);
char *bridge_look_back_dup_basis (guint entries);
/* How many of them are private ones of whoever looks. On @paper others may see it. (transfer full) (nullable): none */
guint bridge_look_back_count_own (const BridgeLookBack *self, BridgeFigure figure);
char *bridge_look_back_dup_own (const BridgeLookBack *self, BridgeFigure figure, gboolean paper);

/* What it shows, in one sentence or two. (transfer full) */
char *bridge_look_back_to_words (const BridgeLookBack *self, BridgeFigure figure, int year, gboolean alone);

/* The calendar shows twelve months: those that end with the present one, or so many years before. */
int bridge_look_back_get_years (const BridgeLookBack *self); /* at least 1 */
void bridge_look_back_get_year (const BridgeLookBack *self, int year, int *from, int *to);
guint bridge_look_back_count_warm (const BridgeLookBack *self, int from, int to);

/* The same as the picture, in rows of words. The first of each row is its head. Rows without anything in them are left out
 * where there is nothing to say about them. */
typedef struct {
  GStrv head;
  GPtrArray *rows; /* GStrv, as long as head */
} BridgeLookBackTable;

BridgeLookBackTable *bridge_look_back_make_table (const BridgeLookBack *self, BridgeFigure figure, int year);
void bridge_look_back_table_free (BridgeLookBackTable *self);

char *bridge_look_back_period_to_words (const BridgeLookBack *self, const BridgeLookBackPeriod *period); /* "16 November 2026" */

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BridgeLookBackTable, bridge_look_back_table_free)

G_END_DECLS

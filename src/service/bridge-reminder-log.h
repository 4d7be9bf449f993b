/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "bridge-space.h"

G_BEGIN_DECLS

/*
 * What became of each reminder of the last 30 days, and why. Rows are kept only of what came, or was on its way; that
 * nothing was to come of a moment, or that it waits for the quiet hours to end, is worked out when somebody looks. Such
 * reminders have no id, and are pending, answered or withdrawn. Nobody learns from this who answered or when, nor who
 * was away.
 */

#define BRIDGE_REMINDER_LOG_DAYS 30

/* As many as anybody can look through, and more than thirty days of a full plan have. */
#define BRIDGE_REMINDER_LOG_MAX 10000

/* All that it depends on. Nothing is owned. */
typedef struct {
  GListModel *rituals;
  GListModel *hours;
  GListModel *absences;
  GListModel *pauses;     /* (nullable) */
  GPtrArray *occurrences; /* rows around these days */
  GPtrArray *reminders;   /* rows of what was due since a day or two before @from */
  gint64 on_since;        /* UTC ms: when reminders were turned on last */
  gint64 off_since;       /* UTC ms: when they were turned off after that, or BRIDGE_NEVER */
  gint64 from;            /* UTC ms: what was due before is not looked for */
  gint64 now;             /* UTC ms */
  GTimeZone *here;
} BridgeReminderLogInput;

GPtrArray *bridge_reminder_log_make (const BridgeReminderLogInput *input, guint limit);
GPtrArray *bridge_reminder_log_load (BridgeSpace *space, guint limit, GError **error);

G_END_DECLS

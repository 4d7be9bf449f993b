/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "bridge-folder-lock.h"
#include "bridge-reminder.h"

G_BEGIN_DECLS

/*
 * How reminders are doing, in words: what became of one, what is off on this desktop and what can be done about it.
 * Pure functions of their arguments, for the window and the command line alike. Nothing here says when somebody
 * answered, or when the computer was on.
 */

/* What is known of the ways by which reminders arrive. Strings may be NULL where nothing is known. */
typedef struct {
  gboolean reminders_on;
  gboolean has_bus;
  const char *bus_problem;     /* why it cannot be reached, without a full stop; NULL: there is none */
  gboolean service_running;
  const char *service_problem; /* a sentence: why there is none for this folder */
  gboolean reminding;          /* the service does it for this folder, or the window that asks while there is none */
  const char *not_reminding;   /* a sentence: why neither of them does; NULL: one of them does, or nobody knows */
  BridgePart other;            /* who does it instead, where that is known */
  gboolean sandboxed;
  BridgeBackground background; /* what the desktop answered; in a sandbox */
  gboolean autostart_applies;  /* log-in could start the service for this folder by a file of our own */
  gboolean autostart;          /* and does */
  gboolean autostart_turned_off; /* not, because the person has turned it off in the settings of the desktop */
  const char *backend;         /* "portal", "gtk", "freedesktop" */
  const char *server;          /* "dunst 1.9.0"; "" nobody */
  gboolean refused;            /* the person has turned off what Footbridge shows, as the desktop says */
  gboolean server_sought;      /* who shows notifications is still being found out */
  gboolean server_on_demand;   /* nobody now, but somebody is started when there is something to show */
  const char *read_only;       /* a sentence: why nothing can be written down; NULL: it can */
  const char *desktop;         /* XDG_CURRENT_DESKTOP */
  const char *zone;            /* "Europe/Berlin" */
  const char *zone_source;     /* bridge_clock_get_zone_source() */
  const char *last_error;      /* a sentence */
  gint64 next_deadline;        /* UTC ms, or 0 */
} BridgeHealth;

typedef struct {
  const char *id;  /* stable: "reminders-off", "no-service", "no-server", … */
  gboolean hint;   /* nothing is known to be off */
  char *title;     /* what is so */
  char *advice;    /* what could be done */
} BridgeFinding;

void bridge_finding_free (BridgeFinding *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BridgeFinding, bridge_finding_free)

gint64 bridge_reliability_get_lateness (BridgeReminder *reminder);
char *bridge_reliability_describe (BridgeReminder *reminder, gint64 now, GTimeZone *here);
char *bridge_reliability_describe_lead (int lead);
GPtrArray *bridge_reliability_list_findings (const BridgeHealth *health);
char *bridge_reliability_describe_next (const BridgeHealth *health, gint64 now, GTimeZone *here);
char *bridge_reliability_describe_server (const BridgeHealth *health);
char *bridge_reliability_describe_start (const BridgeHealth *health);
char *bridge_reliability_describe_zone (const BridgeHealth *health);
char *bridge_reliability_describe_test (const char *server);
const char *bridge_reliability_describe_answer (const char *what);

G_END_DECLS

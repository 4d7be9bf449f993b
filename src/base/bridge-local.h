/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * BridgeLocal:
 *
 * A local date and time without a zone: seconds since 1970-01-01T00:00:00 on the proleptic Gregorian
 * calendar, as if there were no zones. Rules live in it; instants are UTC milliseconds (#gint64).
 */
typedef gint64 BridgeLocal;

#define BRIDGE_LOCAL_NONE G_MININT64
#define BRIDGE_MINUTE ((BridgeLocal) 60)
#define BRIDGE_HOUR ((BridgeLocal) 3600)
#define BRIDGE_DAY ((BridgeLocal) 86400)
#define BRIDGE_MS_PER_MINUTE ((gint64) 60000)

typedef struct {
  int year;    /* 1900–2200 */
  int month;   /* 1–12 */
  int day;     /* 1–31 */
  int hour;    /* 0–23 */
  int minute;  /* 0–59 */
  int second;  /* 0–59 */
  int weekday; /* 1 Monday – 7 Sunday (ISO 8601) */
} BridgeCivil;

/* Day numbers: days since 1970-01-01. */
int bridge_day_from_civil (int year, int month, int day);
void bridge_day_to_civil (int day_number, int *year, int *month, int *day);
int bridge_day_get_weekday (int day_number); /* 1 Monday – 7 Sunday */
int bridge_days_in_month (int year, int month);

gboolean bridge_local_from_civil (int year, int month, int day, int hour, int minute, int second, BridgeLocal *local);
void bridge_local_to_civil (BridgeLocal local, BridgeCivil *civil);
int bridge_local_get_day (BridgeLocal local);           /* day number (floor) */
int bridge_local_get_second_of_day (BridgeLocal local); /* 0–86399 */
BridgeLocal bridge_local_day_start (BridgeLocal local);

/* Reads "2026-11-23T19:00", "2026-11-23T19:00:30", "2026-11-23 19:00", "2026-11-23" (midnight) and
 * the iCalendar basic form "20261123T190000" / "20261123". Fails with BRIDGE_ERROR_INVALID_DATE. */
gboolean bridge_local_parse (const char *text, BridgeLocal *local, GError **error);
char *bridge_local_format (BridgeLocal local);       /* "2026-11-23T19:00", seconds only if not 0 */
char *bridge_local_format_date (BridgeLocal local);  /* "2026-11-23" */
char *bridge_local_format_basic (BridgeLocal local); /* "20261123T190000" */
gboolean bridge_time_of_day_parse (const char *text, int *minute_of_day, GError **error); /* "08:00" */

/* RFC 5545 3.3.5: a local time in a gap is read with the offset before the gap, one that occurs twice
 * is the first. Never fails. @zone: (transfer none) */
gint64 bridge_local_to_utc_ms (BridgeLocal local, GTimeZone *zone);
BridgeLocal bridge_local_from_utc_ms (gint64 utc_ms, GTimeZone *zone);
char *bridge_utc_ms_format_iso (gint64 utc_ms, GTimeZone *zone); /* "2026-11-23T19:00:00+01:00"; @zone NULL: "…Z" */

/* The zone of an IANA name, not to be kept. Fails with BRIDGE_ERROR_UNKNOWN_ZONE: (transfer full) */
GTimeZone *bridge_zone_new (const char *identifier, GError **error);

G_END_DECLS

/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "bridge-local.h"

G_BEGIN_DECLS

/* How people say dates and durations, translated; pure functions of their arguments. */
/* "Tuesday, 24 November", with the year when it is another */
char *bridge_words_date (BridgeLocal date, BridgeLocal now);
char *bridge_words_date_full (BridgeLocal date);                    /* "Tuesday, 24 November 2026" (screen readers) */
char *bridge_words_month (BridgeLocal date);                        /* "November 2026" */
char *bridge_words_time (BridgeLocal local);                        /* "19:00" */
/* "today at 19:00", "tomorrow at 19:00", "yesterday at 8:00", "Tuesday at 19:00" (within 6 days), "Tuesday, 24
 * November at 19:00" */
char *bridge_words_when (BridgeLocal local, BridgeLocal now);
/* the same within a sentence: "tomorrow at 19:00", "on Tuesday at 19:00" */
char *bridge_words_on (BridgeLocal local, BridgeLocal now);
/* "today", "tomorrow", "yesterday", "Tuesday", "Tuesday, 24 November" */
char *bridge_words_day (BridgeLocal date, BridgeLocal now);
/* "in 40 minutes", "in about 2 hours", "now"; kindly rounded */
char *bridge_words_until (gint64 seconds);
char *bridge_words_minutes (int minutes);                           /* "10 minutes", "1 hour", "1 hour 30 minutes" */

/* Names, translated. (static) */
const char *bridge_words_weekday (int weekday);  /* 1 Monday – 7 Sunday */
const char *bridge_words_month_name (int month); /* as it stands in a date: "November" */

/* Text a person typed: NFC, control characters out, ends trimmed; empty gives NULL. (transfer full) */
char *bridge_text_clean (const char *text, gboolean multiline);
gboolean bridge_text_to_int (const char *text, gint64 min, gint64 max, gint64 *number);
/* in whatever case and accents are put together */
gboolean bridge_text_same_name (const char *one, const char *other);
/* Checks the length in characters; BRIDGE_ERROR_INVALID_VALUE names @field. */
gboolean bridge_text_check (const char *field, const char *text, int min, int max, GError **error);

G_END_DECLS

/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "bridge-error.h"
#include "bridge-local.h"
#include "bridge-words.h"

static BridgeLocal
local (const char *text)
{
  g_autoptr (GError) error = NULL;
  BridgeLocal value;

  bridge_local_parse (text, &value, &error);
  g_assert_no_error (error);
  return value;
}

static GTimeZone *
zone (const char *identifier)
{
  g_autoptr (GError) error = NULL;
  GTimeZone *value = bridge_zone_new (identifier, &error);

  g_assert_no_error (error);
  return value;
}

static void
test_days (void)
{
  g_autoptr (GDate) date = g_date_new_dmy (1, 1, 1900);
  int last = bridge_day_from_civil (2200, 12, 31);

  g_assert_cmpint (bridge_day_from_civil (1970, 1, 1), ==, 0);
  g_assert_cmpint (bridge_day_from_civil (2000, 3, 1), ==, 11017);

  for (int day = bridge_day_from_civil (1900, 1, 1); day <= last; day++)
    {
      int year, month, month_day;

      bridge_day_to_civil (day, &year, &month, &month_day);
      g_assert_cmpint (year, ==, g_date_get_year (date));
      g_assert_cmpint (month, ==, (int) g_date_get_month (date));
      g_assert_cmpint (month_day, ==, g_date_get_day (date));
      g_assert_cmpint (bridge_day_get_weekday (day), ==, (int) g_date_get_weekday (date));
      g_assert_cmpint (bridge_day_from_civil (year, month, month_day), ==, day);
      g_assert_cmpint (bridge_days_in_month (year, month), ==,
                       g_date_get_days_in_month (g_date_get_month (date), g_date_get_year (date)));
      g_date_add_days (date, 1);
    }
}

static void
test_fields (void)
{
  BridgeLocal value;
  BridgeCivil civil;

  g_assert_true (bridge_local_from_civil (2026, 11, 23, 19, 5, 9, &value));
  bridge_local_to_civil (value, &civil);
  g_assert_cmpint (civil.year, ==, 2026);
  g_assert_cmpint (civil.month, ==, 11);
  g_assert_cmpint (civil.day, ==, 23);
  g_assert_cmpint (civil.hour, ==, 19);
  g_assert_cmpint (civil.minute, ==, 5);
  g_assert_cmpint (civil.second, ==, 9);
  g_assert_cmpint (civil.weekday, ==, 1);
  g_assert_cmpint (bridge_local_get_second_of_day (value), ==, 19 * 3600 + 5 * 60 + 9);
  g_assert_cmpint (bridge_local_day_start (value), ==, local ("2026-11-23"));
  g_assert_cmpint (bridge_local_get_day (-1), ==, -1);
  g_assert_cmpint (bridge_local_get_second_of_day (-1), ==, 86399);

  g_assert_false (bridge_local_from_civil (2026, 2, 29, 0, 0, 0, &value));
  g_assert_false (bridge_local_from_civil (2026, 13, 1, 0, 0, 0, &value));
  g_assert_false (bridge_local_from_civil (2026, 1, 0, 0, 0, 0, &value));
  g_assert_false (bridge_local_from_civil (2026, 1, 1, 24, 0, 0, &value));
  g_assert_false (bridge_local_from_civil (2026, 1, 1, 0, 60, 0, &value));
  g_assert_false (bridge_local_from_civil (2026, 1, 1, 0, 0, 60, &value));
  g_assert_false (bridge_local_from_civil (1899, 1, 1, 0, 0, 0, &value));
  g_assert_false (bridge_local_from_civil (2201, 1, 1, 0, 0, 0, &value));
}

static void
test_parse (void)
{
  static const char *const read[][2] = {
    { "2026-11-23T19:00", "2026-11-23T19:00" }, { "2026-11-23T19:00:30", "2026-11-23T19:00:30" },
    { "2026-11-23 19:00", "2026-11-23T19:00" }, { "2026-11-23", "2026-11-23T00:00" },
    { "20261123T190000", "2026-11-23T19:00" }, { "20261123", "2026-11-23T00:00" },
    { "  2024-02-29  ", "2024-02-29T00:00" }, { "1900-01-01", "1900-01-01T00:00" },
  };
  static const char *const refused[] = {
    "", "soon", "2026-11-23T", "2026-11-23T19", "2026-11-23T19:00Z", "2026-11-23T19:00+01:00", "2026-11-23T19:00:30.5",
    "2026-11-23T24:00", "2026-02-29", "2026-00-10", "26-11-23", "2026-1-3", "2026-11-23x", "20261123T1900", "2026112",
    "-2026-11-23", "2300-01-01", "2026-11-23T19:60", "\xff\xfe",
  };

  for (guint i = 0; i < G_N_ELEMENTS (read); i++)
    {
      g_autofree char *text = bridge_local_format (local (read[i][0]));

      g_assert_cmpstr (text, ==, read[i][1]);
    }

  for (guint i = 0; i < G_N_ELEMENTS (refused); i++)
    {
      g_autoptr (GError) error = NULL;
      BridgeLocal value = 7;

      g_assert_false (bridge_local_parse (refused[i], &value, &error));
      g_assert_error (error, BRIDGE_ERROR, BRIDGE_ERROR_INVALID_DATE);
      g_assert_true (g_utf8_validate (error->message, -1, NULL));
    }
}

static void
test_format (void)
{
  g_autofree char *date = bridge_local_format_date (local ("2026-11-23T19:00"));
  g_autofree char *basic = bridge_local_format_basic (local ("2026-11-23T19:00"));
  g_autoptr (GTimeZone) berlin = zone ("Europe/Berlin");
  g_autoptr (GTimeZone) utc = zone ("UTC");
  g_autoptr (GTimeZone) newfoundland = zone ("America/St_Johns");
  g_autofree char *here = bridge_utc_ms_format_iso (1795456800999, berlin);
  g_autofree char *there = bridge_utc_ms_format_iso (1795456800000, newfoundland);
  g_autofree char *universal = bridge_utc_ms_format_iso (1795456800000, NULL);
  g_autofree char *named = bridge_utc_ms_format_iso (-1, utc);

  g_assert_cmpstr (date, ==, "2026-11-23");
  g_assert_cmpstr (basic, ==, "20261123T190000");
  g_assert_cmpstr (here, ==, "2026-11-23T19:00:00+01:00");
  g_assert_cmpstr (there, ==, "2026-11-23T14:30:00-03:30");
  g_assert_cmpstr (universal, ==, "2026-11-23T18:00:00Z");
  g_assert_cmpstr (named, ==, "1969-12-31T23:59:59+00:00");
}

static void
test_time_of_day (void)
{
  static const char *const refused[] = { "", "8", "08", "24:00", "08:60", "8:0", "08:00:00", "-8:00", "008:00", "8 Uhr", "\xff" };
  int minute;

  g_assert_true (bridge_time_of_day_parse ("08:05", &minute, NULL));
  g_assert_cmpint (minute, ==, 485);
  g_assert_true (bridge_time_of_day_parse (" 8:05 ", &minute, NULL));
  g_assert_cmpint (minute, ==, 485);
  g_assert_true (bridge_time_of_day_parse ("23:59", &minute, NULL));
  g_assert_cmpint (minute, ==, 1439);

  for (guint i = 0; i < G_N_ELEMENTS (refused); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_false (bridge_time_of_day_parse (refused[i], &minute, &error));
      g_assert_error (error, BRIDGE_ERROR, BRIDGE_ERROR_INVALID_DATE);
    }
}

static void
assert_instant (GTimeZone  *where,
                const char *text,
                const char *expected)
{
  g_autofree char *given = bridge_utc_ms_format_iso (bridge_local_to_utc_ms (local (text), where), NULL);

  g_assert_cmpstr (given, ==, expected);
}

static void
test_gaps_and_overlaps (void)
{
  g_autoptr (GTimeZone) berlin = zone ("Europe/Berlin");
  g_autoptr (GTimeZone) new_york = zone ("America/New_York");
  g_autoptr (GTimeZone) lord_howe = zone ("Australia/Lord_Howe");
  g_autoptr (GTimeZone) apia = zone ("Pacific/Apia");
  g_autoptr (GTimeZone) dublin = zone ("Europe/Dublin");

  /* The examples of RFC 5545 3.3.5. */
  assert_instant (new_york, "2007-11-04T01:30", "2007-11-04T05:30:00Z");
  assert_instant (new_york, "2007-03-11T02:30", "2007-03-11T07:30:00Z");

  assert_instant (berlin, "2027-03-28T01:59:59", "2027-03-28T00:59:59Z");
  assert_instant (berlin, "2027-03-28T02:00", "2027-03-28T01:00:00Z");
  assert_instant (berlin, "2027-03-28T02:30", "2027-03-28T01:30:00Z");
  assert_instant (berlin, "2027-03-28T03:00", "2027-03-28T01:00:00Z");
  assert_instant (berlin, "2027-10-31T02:00", "2027-10-31T00:00:00Z");
  assert_instant (berlin, "2027-10-31T02:59:59", "2027-10-31T00:59:59Z");
  assert_instant (berlin, "2027-10-31T03:00", "2027-10-31T02:00:00Z");
  assert_instant (dublin, "2027-03-28T01:30", "2027-03-28T01:30:00Z");
  assert_instant (dublin, "2027-10-31T01:30", "2027-10-31T00:30:00Z");
  assert_instant (lord_howe, "2026-10-04T02:15", "2026-10-03T15:45:00Z");
  assert_instant (lord_howe, "2026-04-05T01:45", "2026-04-04T14:45:00Z");
  /* The day that Samoa left out. */
  assert_instant (apia, "2011-12-30T12:00", "2011-12-30T22:00:00Z");
  assert_instant (berlin, "1900-01-01", "1899-12-31T23:00:00Z");
  assert_instant (berlin, "2100-07-01T12:00", "2100-07-01T10:00:00Z");
}

static void
test_there_and_back (void)
{
  g_autoptr (GTimeZone) berlin = zone ("Europe/Berlin");

  for (gint64 utc = 1767225600; utc < 1798761600; utc += 600)
    {
      BridgeLocal here = bridge_local_from_utc_ms (utc * 1000 + 999, berlin);
      gint64 back = bridge_local_to_utc_ms (here, berlin);

      /* Only the second pass of an overlap comes back earlier. */
      g_assert_true (back == utc * 1000 || back == (utc - 3600) * 1000);
      g_assert_cmpint (bridge_local_from_utc_ms (back, berlin), ==, here);
    }
}

static void
test_zones (void)
{
  static const char *const refused[] = {
    "", "Mars/Phobos", "europe/Berlin/x", "+02:00", "02:00", "Z", "CET-1CEST", "CET-1CEST,M3.5.0,M10.5.0/3", "../zoneinfo/Europe/Berlin",
    "Europe/../Europe/Berlin", "/usr/share/zoneinfo/Europe/Berlin", "Europe", "Europe/", "floating", "Europe/Berlin ", "\xff",
  };
  g_autoptr (GTimeZone) plain = zone ("UTC");
  g_autoptr (GTimeZone) deep = zone ("America/Argentina/Buenos_Aires");
  g_autoptr (GTimeZone) etc = zone ("Etc/GMT+5");

  g_assert_cmpint (bridge_local_to_utc_ms (local ("2026-11-23T19:00"), etc), ==,
                   bridge_local_to_utc_ms (local ("2026-11-24T00:00"), plain));

  for (guint i = 0; i < G_N_ELEMENTS (refused); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GTimeZone) value = bridge_zone_new (refused[i], &error);

      if (value != NULL)
        g_error ("%s is taken for a zone", refused[i]);
      g_assert_error (error, BRIDGE_ERROR, BRIDGE_ERROR_UNKNOWN_ZONE);
    }
}

static void
test_words (void)
{
  static const struct {
    const char *local;
    const char *when;
    const char *on;
    const char *day;
  } moments[] = {
    { "2026-11-22T19:00", "today at 19:00", "today at 19:00", "today" },
    { "2026-11-22T08:05", "today at 08:05", "today at 08:05", "today" },
    { "2026-11-23T00:00", "tomorrow at 00:00", "tomorrow at 00:00", "tomorrow" },
    { "2026-11-21T23:59", "yesterday at 23:59", "yesterday at 23:59", "yesterday" },
    { "2026-11-24T19:00", "Tuesday at 19:00", "on Tuesday at 19:00", "Tuesday" },
    { "2026-11-28T19:00", "Saturday at 19:00", "on Saturday at 19:00", "Saturday" },
    { "2026-11-29T19:00", "Sunday, 29 November at 19:00", "on Sunday, 29 November at 19:00", "Sunday, 29 November" },
    { "2026-11-20T19:00", "Friday, 20 November at 19:00", "on Friday, 20 November at 19:00", "Friday, 20 November" },
    { "2027-01-01T19:00", "Friday, 1 January 2027 at 19:00", "on Friday, 1 January 2027 at 19:00", "Friday, 1 January 2027" },
  };
  static const struct {
    gint64 seconds;
    const char *words;
  } spans[] = {
    { -500, "now" }, { 0, "now" }, { 59, "now" }, { 60, "in 1 minute" }, { 600, "in 10 minutes" }, { 1140, "in 19 minutes" },
    { 40 * 60, "in 40 minutes" }, { 43 * 60, "in 45 minutes" }, { 57 * 60, "in 55 minutes" }, { 58 * 60, "in about 1 hour" },
    { 89 * 60, "in about 1 hour" }, { 90 * 60, "in about 2 hours" }, { 23 * 3600, "in about 23 hours" }, { 86400, "in 1 day" },
    { 3 * 86400 + 5, "in 3 days" },
  };
  static const struct {
    int minutes;
    const char *words;
  } lengths[] = {
    { 0, "0 minutes" }, { 1, "1 minute" }, { 10, "10 minutes" }, { 60, "1 hour" }, { 90, "1 hour 30 minutes" }, { 121, "2 hours 1 minute" },
  };
  BridgeLocal now = local ("2026-11-22T12:00");
  g_autofree char *month = bridge_words_month (now);
  g_autofree char *full = bridge_words_date_full (now);

  for (guint i = 0; i < G_N_ELEMENTS (moments); i++)
    {
      g_autofree char *when = bridge_words_when (local (moments[i].local), now);
      g_autofree char *day = bridge_words_day (local (moments[i].local), now);
      g_autofree char *on = bridge_words_on (local (moments[i].local), now);

      g_assert_cmpstr (on, ==, moments[i].on);
      g_assert_cmpstr (when, ==, moments[i].when);
      g_assert_cmpstr (day, ==, moments[i].day);
    }
  for (guint i = 0; i < G_N_ELEMENTS (spans); i++)
    {
      g_autofree char *words = bridge_words_until (spans[i].seconds);

      g_assert_cmpstr (words, ==, spans[i].words);
    }
  for (guint i = 0; i < G_N_ELEMENTS (lengths); i++)
    {
      g_autofree char *words = bridge_words_minutes (lengths[i].minutes);

      g_assert_cmpstr (words, ==, lengths[i].words);
    }
  g_assert_cmpstr (month, ==, "November 2026");
  g_assert_cmpstr (full, ==, "Sunday, 22 November 2026");
}

static void
test_clean (void)
{
  static const struct {
    const char *text;
    const char *line;
    const char *lines;
  } texts[] = {
    { NULL, NULL, NULL },
    { "", NULL, NULL },
    { " \t\n ", NULL, NULL },
    { "  A walk  ", "A walk", "A walk" },
    { "one\r\ntwo\rthree\nfour", "one two three four", "one\ntwo\nthree\nfour" },
    { "a\tb\a\x1b[1mc\x7f", "a b[1mc", "a b[1mc" },
    { "e\xcc\x81", "\xc3\xa9", "\xc3\xa9" },
    { "\xe2\x80\xa8x\xe2\x80\xa8y\xc2\xa0", "x y", "x\ny" },
    { "bad \xff byte", "bad \xef\xbf\xbd byte", "bad \xef\xbf\xbd byte" },
    { "\xf0\x9f\x91\xa9\xe2\x80\x8d\xf0\x9f\x92\xbb", "\xf0\x9f\x91\xa9\xe2\x80\x8d\xf0\x9f\x92\xbb",
      "\xf0\x9f\x91\xa9\xe2\x80\x8d\xf0\x9f\x92\xbb" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autofree char *line = bridge_text_clean (texts[i].text, FALSE);
      g_autofree char *lines = bridge_text_clean (texts[i].text, TRUE);

      g_assert_cmpstr (line, ==, texts[i].line);
      g_assert_cmpstr (lines, ==, texts[i].lines);
    }
}

static void
test_check (void)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (bridge_text_check ("Title", "é", 1, 1, NULL));
  g_assert_true (bridge_text_check ("Title", NULL, 0, 1, NULL));
  g_assert_false (bridge_text_check ("Title", "", 1, 120, &error));
  g_assert_error (error, BRIDGE_ERROR, BRIDGE_ERROR_INVALID_VALUE);
  g_assert_nonnull (strstr (error->message, "Title"));
  g_clear_error (&error);
  g_assert_false (bridge_text_check ("Title", "ab", 3, 120, &error));
  g_assert_error (error, BRIDGE_ERROR, BRIDGE_ERROR_INVALID_VALUE);
  g_clear_error (&error);
  g_assert_false (bridge_text_check ("Title", "abcd", 1, 3, &error));
  g_assert_error (error, BRIDGE_ERROR, BRIDGE_ERROR_INVALID_VALUE);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/local/days", test_days);
  g_test_add_func ("/local/fields", test_fields);
  g_test_add_func ("/local/parse", test_parse);
  g_test_add_func ("/local/format", test_format);
  g_test_add_func ("/local/time-of-day", test_time_of_day);
  g_test_add_func ("/local/gaps-and-overlaps", test_gaps_and_overlaps);
  g_test_add_func ("/local/there-and-back", test_there_and_back);
  g_test_add_func ("/local/zones", test_zones);
  g_test_add_func ("/words/dates", test_words);
  g_test_add_func ("/text/clean", test_clean);
  g_test_add_func ("/text/check", test_check);

  return g_test_run ();
}

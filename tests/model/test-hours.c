/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "bridge-hours.h"

#include "bridge-error.h"
#include "../support/bridge-test.h"

enum { MONDAY = 1, FRIDAY = 1 << 4, SUNDAY = 1 << 6, WORKDAYS = 31, EVERY_DAY = 127 };

static BridgeLocal
at (const char *text)
{
  BridgeLocal local;

  g_assert_true (bridge_local_parse (text, &local, NULL));
  return local;
}

static void
test_notify (void)
{
  g_autoptr (BridgeHours) hours = bridge_hours_new (BRIDGE_HOURS_QUIET, WORKDAYS, 22 * 60, 7 * 60);

  bridge_test_assert_notifies (hours, "id", "a", NULL);
  bridge_test_assert_notifies (hours, "kind", BRIDGE_HOURS_STRESS, BRIDGE_HOURS_QUIET);
  bridge_test_assert_notifies (hours, "name", "School run", "");
  bridge_test_assert_notifies (hours, "weekdays", MONDAY, EVERY_DAY);
  bridge_test_assert_notifies (hours, "from", 0, 1439);
  bridge_test_assert_notifies (hours, "to", 0, 1439);
  bridge_test_assert_notifies (hours, "created-at", (gint64) 1, (gint64) 2);
  bridge_test_assert_notifies (hours, "updated-at", (gint64) 1, (gint64) 2);
  bridge_test_assert_notifies (hours, "deleted-at", (gint64) 1, (gint64) 2);
}

static void
test_copy (void)
{
  g_autoptr (BridgeHours) hours = bridge_hours_new (BRIDGE_HOURS_STRESS, MONDAY, 435, 495);
  g_autoptr (BridgeHours) copy = NULL;

  g_object_set (hours, "id", "an-id", "name", "School run", "created-at", (gint64) 10, "updated-at", (gint64) 20, NULL);
  copy = bridge_hours_copy (hours);
  bridge_test_assert_same (hours, copy, NULL);
  g_assert_cmpint (bridge_hours_get_length (copy), ==, 60);
}

static void
test_validate (void)
{
  static const struct {
    int weekdays, from, to;
    gboolean fine;
  } vectors[] = {
    { EVERY_DAY, 0, 0, TRUE },
    { MONDAY, 1439, 0, TRUE },
    { 0, 0, 60, FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (vectors); i++)
    {
      g_autoptr (BridgeHours) hours =
        bridge_hours_new (BRIDGE_HOURS_QUIET, vectors[i].weekdays, vectors[i].from, vectors[i].to);
      g_autoptr (GError) error = NULL;

      g_assert_cmpint (bridge_hours_validate (hours, &error), ==, vectors[i].fine);
      if (!vectors[i].fine)
        g_assert_error (error, BRIDGE_ERROR, BRIDGE_ERROR_INVALID_VALUE);
    }
}

/* 2026-11-23 is a Monday. */
static void
test_contain (void)
{
  static const struct {
    int weekdays, from, to;
    const char *local;
    gboolean inside;
  } vectors[] = {
    { WORKDAYS, 22 * 60, 7 * 60, "2026-11-23T21:59:59", FALSE },
    { WORKDAYS, 22 * 60, 7 * 60, "2026-11-23T22:00", TRUE },
    { WORKDAYS, 22 * 60, 7 * 60, "2026-11-24T06:59:59", TRUE },
    { WORKDAYS, 22 * 60, 7 * 60, "2026-11-24T07:00", FALSE },
    /* Friday's go on into Saturday; Sunday's night is open, so is Monday's early morning. */
    { WORKDAYS, 22 * 60, 7 * 60, "2026-11-28T03:00", TRUE },
    { WORKDAYS, 22 * 60, 7 * 60, "2026-11-28T23:00", FALSE },
    { WORKDAYS, 22 * 60, 7 * 60, "2026-11-23T03:00", FALSE },
    { SUNDAY, 22 * 60, 7 * 60, "2026-11-23T03:00", TRUE },
    { MONDAY, 12 * 60, 13 * 60, "2026-11-23T12:30", TRUE },
    { MONDAY, 12 * 60, 13 * 60, "2026-11-24T12:30", FALSE },
    /* All round the clock */
    { MONDAY, 12 * 60, 12 * 60, "2026-11-24T11:59", TRUE },
    { MONDAY, 12 * 60, 12 * 60, "2026-11-24T12:00", FALSE },
    { MONDAY, 0, 0, "2026-11-23T00:00", TRUE },
    { MONDAY, 0, 0, "2026-11-24T00:00", FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (vectors); i++)
    {
      g_autoptr (BridgeHours) hours =
        bridge_hours_new (BRIDGE_HOURS_QUIET, vectors[i].weekdays, vectors[i].from, vectors[i].to);

      g_test_message ("%u: %s", i, vectors[i].local);
      g_assert_cmpint (bridge_hours_contain (hours, at (vectors[i].local)), ==, vectors[i].inside);
    }
}

static void
test_overlap (void)
{
  g_autoptr (BridgeHours) hours = bridge_hours_new (BRIDGE_HOURS_STRESS, FRIDAY, 17 * 60, 18 * 60);

  g_assert_false (bridge_hours_overlap (hours, at ("2026-11-27T16:00"), at ("2026-11-27T17:00")));
  g_assert_true (bridge_hours_overlap (hours, at ("2026-11-27T16:00"), at ("2026-11-27T17:01")));
  g_assert_true (bridge_hours_overlap (hours, at ("2026-11-27T17:59"), at ("2026-11-27T19:00")));
  g_assert_false (bridge_hours_overlap (hours, at ("2026-11-27T18:00"), at ("2026-11-27T19:00")));
  g_assert_true (bridge_hours_overlap (hours, at ("2026-11-01"), at ("2030-01-01")));
}

static GListModel *
make_list (guint n,
           ...)
{
  GListStore *list = g_list_store_new (BRIDGE_TYPE_HOURS);
  va_list args;

  va_start (args, n);
  for (guint i = 0; i < n; i++)
    {
      int weekdays = va_arg (args, int);
      int from = va_arg (args, int);
      int to = va_arg (args, int);
      g_autoptr (BridgeHours) hours = bridge_hours_new (BRIDGE_HOURS_QUIET, weekdays, from * 60, to * 60);

      g_list_store_append (list, hours);
    }
  va_end (args);
  return G_LIST_MODEL (list);
}

static void
test_find_end (void)
{
  g_autoptr (GListModel) night = make_list (1, EVERY_DAY, 22, 7);
  g_autoptr (GListModel) chain = make_list (3, EVERY_DAY, 22, 7, MONDAY, 7, 9, MONDAY, 8, 12);
  g_autoptr (GListModel) halves = make_list (2, EVERY_DAY, 0, 12, EVERY_DAY, 12, 0);
  g_autoptr (GListModel) always = make_list (1, EVERY_DAY, 5, 5);
  g_autoptr (GListModel) almost = make_list (2, EVERY_DAY & ~SUNDAY, 0, 0, SUNDAY, 0, 23);

  g_assert_cmpint (bridge_hours_find_end (NULL, BRIDGE_HOURS_QUIET, at ("2026-11-23T23:00")), ==, at ("2026-11-23T23:00"));
  g_assert_cmpint (bridge_hours_find_end (night, BRIDGE_HOURS_QUIET, at ("2026-11-23T21:00")), ==, at ("2026-11-23T21:00"));
  g_assert_cmpint (bridge_hours_find_end (night, BRIDGE_HOURS_QUIET, at ("2026-11-23T23:00")), ==, at ("2026-11-24T07:00"));
  g_assert_cmpint (bridge_hours_find_end (night, BRIDGE_HOURS_STRESS, at ("2026-11-23T23:00")), ==, at ("2026-11-23T23:00"));
  g_assert_cmpint (bridge_hours_find_end (chain, BRIDGE_HOURS_QUIET, at ("2026-11-22T23:00")), ==, at ("2026-11-23T12:00"));
  g_assert_cmpint (bridge_hours_find_end (chain, BRIDGE_HOURS_QUIET, at ("2026-11-23T23:00")), ==, at ("2026-11-24T07:00"));
  g_assert_cmpint (bridge_hours_find_end (halves, BRIDGE_HOURS_QUIET, at ("2026-11-23T23:00")), ==, BRIDGE_LOCAL_NONE);
  g_assert_cmpint (bridge_hours_find_end (always, BRIDGE_HOURS_QUIET, at ("2026-11-23T23:00")), ==, BRIDGE_LOCAL_NONE);
  g_assert_cmpint (bridge_hours_find_end (almost, BRIDGE_HOURS_QUIET, at ("2026-11-23T00:00")), ==, at ("2026-11-29T23:00"));
  g_assert_cmpint (bridge_hours_find_end (almost, BRIDGE_HOURS_QUIET, at ("2026-11-29T23:30")), ==, at ("2026-11-29T23:30"));

  g_assert_null (bridge_hours_find_overlap (night, BRIDGE_HOURS_QUIET, at ("2026-11-23T07:00"), at ("2026-11-23T22:00")));
  g_assert_nonnull (bridge_hours_find_overlap (night, BRIDGE_HOURS_QUIET, at ("2026-11-23T21:50"), at ("2026-11-23T22:20")));
  g_assert_null (bridge_hours_find_overlap (night, BRIDGE_HOURS_STRESS, at ("2026-11-23T21:50"), at ("2026-11-23T22:20")));
}

static void
test_find_begin (void)
{
  g_autoptr (GListModel) night = make_list (1, EVERY_DAY, 22, 7);
  g_autoptr (GListModel) chain = make_list (3, EVERY_DAY, 22, 7, MONDAY, 7, 9, MONDAY, 8, 12);
  g_autoptr (GListModel) halves = make_list (2, EVERY_DAY, 0, 12, EVERY_DAY, 12, 0);
  g_autoptr (GListModel) almost = make_list (2, EVERY_DAY & ~SUNDAY, 0, 0, SUNDAY, 0, 23);
  const struct { GListModel *hours; const char *local; const char *begin; } cases[] = {
    { NULL, "2026-11-23T23:00", "2026-11-23T23:00" },
    { night, "2026-11-23T21:59", "2026-11-23T21:59" },
    { night, "2026-11-23T22:00", "2026-11-23T22:00" },
    { night, "2026-11-23T23:00", "2026-11-23T22:00" },
    { night, "2026-11-24T06:59", "2026-11-23T22:00" },
    { night, "2026-11-24T07:00", "2026-11-24T07:00" },
    { chain, "2026-11-23T11:00", "2026-11-22T22:00" },
    { chain, "2026-11-23T07:00", "2026-11-22T22:00" },
    { chain, "2026-11-24T06:00", "2026-11-23T22:00" },
    { halves, "2026-11-23T23:00", "2026-11-16T23:00" },
    { almost, "2026-11-29T22:00", "2026-11-23T00:00" },
    { almost, "2026-11-29T23:30", "2026-11-29T23:30" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpint (bridge_hours_find_begin (cases[i].hours, BRIDGE_HOURS_QUIET, at (cases[i].local)), ==, at (cases[i].begin));
  g_assert_cmpint (bridge_hours_find_begin (night, BRIDGE_HOURS_STRESS, at ("2026-11-23T23:00")), ==, at ("2026-11-23T23:00"));
}

static void
test_words (void)
{
  static const struct {
    int weekdays, from, to;
    const char *words;
  } vectors[] = {
    { EVERY_DAY, 22 * 60, 7 * 60, "Every day, 22:00 to 07:00" },
    { WORKDAYS, 435, 495, "Monday to Friday, 07:15 to 08:15" },
    { MONDAY | FRIDAY, 0, 60, "Monday, Friday, 00:00 to 01:00" },
    { 1 << 5 | SUNDAY, 0, 60, "Saturday, Sunday, 00:00 to 01:00" },
    { MONDAY | 1 << 2 | 1 << 3 | FRIDAY | SUNDAY, 0, 60, "Monday, Wednesday to Friday, Sunday, 00:00 to 01:00" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (vectors); i++)
    {
      g_autoptr (BridgeHours) hours =
        bridge_hours_new (BRIDGE_HOURS_QUIET, vectors[i].weekdays, vectors[i].from, vectors[i].to);
      g_autofree char *words = bridge_hours_to_words (hours);

      g_assert_cmpstr (words, ==, vectors[i].words);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/hours/notify", test_notify);
  g_test_add_func ("/hours/copy", test_copy);
  g_test_add_func ("/hours/validate", test_validate);
  g_test_add_func ("/hours/contain", test_contain);
  g_test_add_func ("/hours/overlap", test_overlap);
  g_test_add_func ("/hours/find-end", test_find_end);
  g_test_add_func ("/hours/find-begin", test_find_begin);
  g_test_add_func ("/hours/words", test_words);

  return g_test_run ();
}

/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What Today makes of an agenda: pure, so without a window. */

#include "config.h"

#include "bridge-today.h"

#define NOW "2026-11-22T18:20"

static BridgeLocal
parse (const char *text)
{
  g_autoptr (GError) error = NULL;
  BridgeLocal local = 0;

  g_assert_true (bridge_local_parse (text, &local, &error));
  g_assert_no_error (error);

  return local;
}

static gint64
instant (const char *text)
{
  return parse (text) * 1000;
}

static BridgeOccurrence *
make (const char    *title,
      const char    *start,
      int            minutes,
      BridgeOutcome  outcome)
{
  g_autoptr (BridgeRitual) ritual = bridge_ritual_new ();
  BridgeOccurrence *occurrence;

  g_object_set (ritual, "id", title, "title", title, "minutes", minutes, NULL);
  occurrence = bridge_occurrence_new (ritual, parse (start));
  g_object_set (occurrence, "at", instant (start), "local", parse (start), "outcome", outcome, NULL);

  return occurrence;
}

static GListStore *
make_agenda (BridgeOccurrence *first,
             ...)
{
  GListStore *agenda = g_list_store_new (BRIDGE_TYPE_OCCURRENCE);
  va_list rest;

  va_start (rest, first);
  for (BridgeOccurrence *occurrence = first; occurrence != NULL; occurrence = va_arg (rest, BridgeOccurrence *))
    {
      g_list_store_append (agenda, occurrence);
      g_object_unref (occurrence);
    }
  va_end (rest);

  return agenda;
}

static const char *
get_title (BridgeOccurrence *occurrence)
{
  return bridge_ritual_get_title (bridge_occurrence_get_ritual (occurrence));
}

static const char *
get_title_at (GPtrArray *array,
              guint      i)
{
  return get_title (g_ptr_array_index (array, i));
}

static void
test_empty (void)
{
  g_autoptr (GListStore) agenda = g_list_store_new (BRIDGE_TYPE_OCCURRENCE);
  g_autoptr (BridgeTodayView) view = bridge_today_view_new (G_LIST_MODEL (agenda), NULL, instant (NOW), parse (NOW));

  g_assert_null (view->next);
  g_assert_cmpuint (view->later->len, ==, 0);
  g_assert_cmpuint (view->waiting->len, ==, 0);
  g_assert_cmpuint (view->kept, ==, 0);
}

static void
test_sorted (void)
{
  g_autoptr (GListStore) agenda =
    make_agenda (make ("too old", "2026-11-19T19:00", 10, BRIDGE_OUTCOME_NONE),
                 make ("the day before yesterday", "2026-11-20T19:00", 10, BRIDGE_OUTCOME_NONE),
                 make ("answered", "2026-11-21T19:00", 10, BRIDGE_OUTCOME_NOT_TODAY),
                 make ("this morning", "2026-11-22T08:00", 10, BRIDGE_OUTCOME_NONE),
                 make ("kept", "2026-11-22T09:00", 10, BRIDGE_OUTCOME_KEPT),
                 make ("smaller", "2026-11-22T10:00", 10, BRIDGE_OUTCOME_SMALLER),
                 make ("next", "2026-11-22T19:00", 10, BRIDGE_OUTCOME_NONE),
                 make ("later", "2026-11-22T21:00", 10, BRIDGE_OUTCOME_NONE),
                 make ("tomorrow", "2026-11-23T08:00", 10, BRIDGE_OUTCOME_NONE),
                 NULL);
  g_autoptr (BridgeTodayView) view = bridge_today_view_new (G_LIST_MODEL (agenda), NULL, instant (NOW), parse (NOW));

  g_assert_cmpstr (get_title (view->next), ==, "next");
  g_assert_cmpuint (view->later->len, ==, 1);
  g_assert_cmpstr (get_title_at (view->later, 0), ==, "later");
  g_assert_cmpuint (view->waiting->len, ==, 2);
  g_assert_cmpstr (get_title_at (view->waiting, 0), ==, "this morning");
  g_assert_cmpstr (get_title_at (view->waiting, 1), ==, "the day before yesterday");
  g_assert_cmpuint (view->kept, ==, 2);
}

/* A moment stays in front while it can be acted on: half an hour at least, all of it when it is longer. */
static void
test_begun (void)
{
  const struct {
    const char *start;
    int minutes;
    gboolean in_front;
  } cases[] = {
    { "2026-11-22T18:20", 5, TRUE },
    { "2026-11-22T18:10", 5, TRUE },
    { "2026-11-22T17:51", 5, TRUE },
    { "2026-11-22T17:50", 5, FALSE },
    { "2026-11-22T17:30", 60, TRUE },
    { "2026-11-22T17:20", 60, FALSE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GListStore) agenda = make_agenda (make ("begun", cases[i].start, cases[i].minutes, BRIDGE_OUTCOME_NONE),
                                                   make ("next", "2026-11-22T19:00", 10, BRIDGE_OUTCOME_NONE), NULL);
      g_autoptr (BridgeTodayView) view = bridge_today_view_new (G_LIST_MODEL (agenda), NULL, instant (NOW), parse (NOW));

      g_assert_cmpstr (get_title (view->next), ==, cases[i].in_front ? "begun" : "next");
      g_assert_cmpuint (view->waiting->len, ==, cases[i].in_front ? 0 : 1);
      g_assert_cmpuint (view->later->len, ==, cases[i].in_front ? 1 : 0);
    }
}

/* Of two that have begun the newer is in front, and the other waits. */
static void
test_two_begun (void)
{
  g_autoptr (GListStore) agenda = make_agenda (make ("one", "2026-11-22T18:00", 10, BRIDGE_OUTCOME_NONE),
                                               make ("two", "2026-11-22T18:15", 10, BRIDGE_OUTCOME_NONE), NULL);
  g_autoptr (BridgeTodayView) view = bridge_today_view_new (G_LIST_MODEL (agenda), NULL, instant (NOW), parse (NOW));

  g_assert_cmpstr (get_title (view->next), ==, "two");
  g_assert_cmpuint (view->waiting->len, ==, 1);
  g_assert_cmpstr (get_title_at (view->waiting, 0), ==, "one");
}

/* What is only for the other one is neither in front, nor asked about, nor counted. */
static void
test_others_own (void)
{
  const struct {
    const char *title;
    const char *start;
    BridgeOutcome outcome;
  } theirs[] = {
    { "this morning", "2026-11-22T08:00", BRIDGE_OUTCOME_NONE },
    { "kept", "2026-11-22T09:00", BRIDGE_OUTCOME_KEPT },
    { "begun", "2026-11-22T18:15", BRIDGE_OUTCOME_NONE },
    { "soon", "2026-11-22T18:30", BRIDGE_OUTCOME_NONE },
  };
  g_autoptr (GListStore) agenda = g_list_store_new (BRIDGE_TYPE_OCCURRENCE);
  g_autoptr (BridgeOccurrence) ours = make ("ours", "2026-11-22T19:00", 10, BRIDGE_OUTCOME_NONE);
  g_autoptr (BridgeTodayView) view = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (theirs); i++)
    {
      g_autoptr (BridgeOccurrence) occurrence = make (theirs[i].title, theirs[i].start, 10, theirs[i].outcome);

      g_object_set (bridge_occurrence_get_ritual (occurrence), "who", "robin", NULL);
      g_list_store_append (agenda, occurrence);
    }
  g_list_store_append (agenda, ours);

  view = bridge_today_view_new (G_LIST_MODEL (agenda), "robin", instant (NOW), parse (NOW));
  g_assert_cmpstr (get_title (view->next), ==, "ours");
  g_assert_cmpuint (view->later->len, ==, 1);
  g_assert_cmpstr (get_title_at (view->later, 0), ==, "soon");
  g_assert_cmpuint (view->waiting->len, ==, 0);
  g_assert_cmpuint (view->kept, ==, 0);
}

static void
test_line (void)
{
  const struct {
    const char *start; /* NULL: nothing */
    guint kept;
    const char *words;
  } cases[] = {
    { NULL, 0, "Nothing planned. That is fine." },
    { NULL, 2, "That is all for today" },
    { "2026-11-22T18:20", 0, "Now" },
    { "2026-11-22T18:00", 0, "Now" },
    { "2026-11-22T18:21", 0, "In 1 minute" },
    { "2026-11-22T19:00", 0, "In 40 minutes" },
    { "2026-11-22T23:00", 0, "Today at 23:00" },
    { "2026-11-23T19:00", 0, "Tomorrow at 19:00" },
    { "2026-11-23T19:00", 1, "That is all for today" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (BridgeOccurrence) next = cases[i].start ? make ("x", cases[i].start, 10, BRIDGE_OUTCOME_NONE) : NULL;
      g_autofree char *words = bridge_today_line (next, cases[i].kept, instant (NOW), parse (NOW));

      g_assert_cmpstr (words, ==, cases[i].words);
    }
}

static void
test_snooze (void)
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_utc ();
  gint64 now = instant (NOW);

  for (BridgeSnooze snooze = 0; snooze < BRIDGE_N_SNOOZES; snooze++)
    g_assert_cmpstr (bridge_snooze_get_label (snooze), !=, "");

  g_assert_cmpint (bridge_snooze_get_until (BRIDGE_SNOOZE_10, now, zone), ==, instant ("2026-11-22T18:30"));
  g_assert_cmpint (bridge_snooze_get_until (BRIDGE_SNOOZE_30, now, zone), ==, instant ("2026-11-22T18:50"));
  g_assert_cmpint (bridge_snooze_get_until (BRIDGE_SNOOZE_EVENING, now, zone), ==, instant ("2026-11-22T20:00"));
  g_assert_cmpint (bridge_snooze_get_until (BRIDGE_SNOOZE_EVENING, instant ("2026-11-22T19:30"), zone), ==, 0);
  g_assert_cmpint (bridge_snooze_get_until (BRIDGE_SNOOZE_EVENING, instant ("2026-11-22T22:00"), zone), ==, 0);
  g_assert_cmpint (bridge_snooze_get_until (BRIDGE_SNOOZE_TOMORROW, now, zone), ==, instant ("2026-11-23T09:00"));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/window/today/empty", test_empty);
  g_test_add_func ("/window/today/sorted", test_sorted);
  g_test_add_func ("/window/today/begun", test_begun);
  g_test_add_func ("/window/today/two-begun", test_two_begun);
  g_test_add_func ("/window/today/others-own", test_others_own);
  g_test_add_func ("/window/today/line", test_line);
  g_test_add_func ("/window/today/snooze", test_snooze);

  return g_test_run ();
}

/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "bridge-clock.h"
#include "bridge-due-rules.h"
#include "bridge-one-off-rules.h"
#include "service-fixture.h"

#define MINUTE BRIDGE_MS_PER_MINUTE
#define HOUR (60 * MINUTE)
#define DAY (24 * HOUR)
#define NOW G_GINT64_CONSTANT (1764000000000)

typedef struct {
  GPtrArray *plans;
  GPtrArray *rows;
  BridgeOneOffView view;
} Case;

static void
set_up (Case          *one,
        gconstpointer  user_data)
{
  one->plans = g_ptr_array_new_with_free_func ((GDestroyNotify) bridge_one_off_plan_free);
  one->rows = g_ptr_array_new_with_free_func (g_object_unref);
  one->view = (BridgeOneOffView) { .now = NOW, .from = NOW - 30 * DAY, .on = TRUE, .here = g_time_zone_new_utc () };
}

static void
tear_down (Case          *one,
           gconstpointer  user_data)
{
  g_ptr_array_unref (one->plans);
  g_ptr_array_unref (one->rows);
  g_time_zone_unref (one->view.here);
}

static BridgeOneOffPlan *
plan (Case       *one,
      const char *id,
      const char *step,
      gint64      due)
{
  BridgeOneOffPlan *made = bridge_one_off_plan_new (BRIDGE_SUBJECT_PROMISE, id, step, due);

  g_ptr_array_add (one->plans, made);
  return made;
}

static BridgeOneOff *
row (Case                *one,
     const char          *id,
     const char          *step,
     BridgeReminderState  state,
     gint64               shown_at)
{
  BridgeOneOff *made = bridge_one_off_new (BRIDGE_SUBJECT_PROMISE, id, step, NOW);

  g_object_set (made, "state", state, "shown-at", shown_at, "updated-at", shown_at, NULL);
  g_ptr_array_add (one->rows, made);
  return made;
}

static BridgeOneOffList *
look (Case *one)
{
  return bridge_one_off_list_new (one->plans, one->rows, &one->view);
}

/* What waits is of use for as long as what does not; what is always of use stays so. */
static void
test_until (Case          *one,
            gconstpointer  user_data)
{
  BridgeOneOffPlan *made = plan (one, "a", "1", NOW);

  g_assert_cmpint (bridge_one_off_get_until (made, NOW), ==, BRIDGE_NEVER);
  g_assert_cmpint (bridge_one_off_get_until (made, NOW + DAY), ==, BRIDGE_NEVER);
  g_assert_cmpint (bridge_one_off_get_until (made, BRIDGE_NEVER), ==, BRIDGE_NEVER);
  made->until = NOW + HOUR;
  g_assert_cmpint (bridge_one_off_get_until (made, NOW), ==, NOW + HOUR);
  g_assert_cmpint (bridge_one_off_get_until (made, NOW - HOUR), ==, NOW + HOUR);
  g_assert_cmpint (bridge_one_off_get_until (made, NOW + DAY), ==, NOW + DAY + HOUR);
  g_assert_cmpint (bridge_one_off_get_until (made, BRIDGE_NEVER), ==, BRIDGE_NEVER);
}

/* A pause that nobody comes back from has no end that could fall into quiet hours. */
static void
test_no_end (Case          *one,
             gconstpointer  user_data)
{
  g_autoptr (GListStore) hours = g_list_store_new (BRIDGE_TYPE_HOURS);

  for (int from = 0; from < 24; from += 12)
    {
      g_autoptr (BridgeHours) half = g_object_new (BRIDGE_TYPE_HOURS, "kind", BRIDGE_HOURS_QUIET, "weekdays", 127, "from",
                                                   from * 60, "to", (from + 12) % 24 * 60, NULL);

      g_list_store_append (hours, half);
      g_assert_cmpint (bridge_due_defer (G_LIST_MODEL (hours), BRIDGE_NEVER, one->view.here), ==, BRIDGE_NEVER);
      g_list_store_remove_all (hours);
    }
}

/* What comes of one reminder, by when it is due and what else counts. */
static void
test_one (Case          *one,
          gconstpointer  user_data)
{
  static const struct {
    gint64 due, until, since, on_since;
    gboolean on, always;
    gint64 held_until; /* the end of the recovery window after a pause */
    gboolean comes;
    gint64 next; /* 0: never */
  } vectors[] = {
    { NOW + HOUR, BRIDGE_NEVER, 0, 0, TRUE, FALSE, 0, FALSE, NOW + HOUR },
    { NOW, BRIDGE_NEVER, 0, 0, TRUE, FALSE, 0, TRUE, 0 },
    { NOW - DAY, BRIDGE_NEVER, 0, 0, TRUE, FALSE, 0, TRUE, 0 },
    { NOW - 31 * DAY, BRIDGE_NEVER, 0, 0, TRUE, FALSE, 0, FALSE, 0 },
    { NOW - DAY, NOW - HOUR, 0, 0, TRUE, FALSE, 0, FALSE, 0 },
    { NOW - DAY, BRIDGE_NEVER, NOW - HOUR, 0, TRUE, FALSE, 0, FALSE, 0 },
    { NOW, BRIDGE_NEVER, NOW + DAY, 0, TRUE, FALSE, 0, TRUE, 0 },
    { NOW - DAY, BRIDGE_NEVER, 0, NOW - HOUR, TRUE, FALSE, 0, FALSE, 0 },
    { NOW - DAY, BRIDGE_NEVER, 0, NOW - HOUR, TRUE, TRUE, 0, TRUE, 0 },
    { NOW, BRIDGE_NEVER, 0, 0, FALSE, FALSE, 0, FALSE, 0 },
    { NOW + HOUR, BRIDGE_NEVER, 0, 0, FALSE, FALSE, 0, FALSE, 0 },
    { NOW, BRIDGE_NEVER, 0, 0, FALSE, TRUE, 0, TRUE, 0 },
    { NOW + HOUR, BRIDGE_NEVER, 0, 0, FALSE, TRUE, 0, FALSE, NOW + HOUR },
    { NOW, BRIDGE_NEVER, 0, 0, TRUE, FALSE, NOW + HOUR, FALSE, NOW + HOUR },
    { NOW + DAY, BRIDGE_NEVER, 0, 0, TRUE, FALSE, NOW + HOUR, FALSE, NOW + DAY },
    { NOW - DAY, BRIDGE_NEVER, 0, 0, TRUE, FALSE, NOW - HOUR, TRUE, 0 },
  };

  g_autoptr (GListStore) pauses = g_list_store_new (BRIDGE_TYPE_PAUSE);
  g_autoptr (BridgePause) pause = g_object_new (BRIDGE_TYPE_PAUSE, "state", BRIDGE_PAUSE_RECOVERY,
                                                "called-at", NOW - 3 * DAY, "return-at", NOW - 3 * DAY,
                                                "talk-ended-at", NOW - 2 * DAY, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (vectors); i++)
    {
      g_autoptr (BridgeOneOffList) list = NULL;
      BridgeOneOffPlan *made;

      g_ptr_array_set_size (one->plans, 0);
      made = plan (one, "a", "1", vectors[i].due);
      made->until = vectors[i].until;
      made->since = vectors[i].since;
      made->always = vectors[i].always;
      made->held = vectors[i].held_until != 0;
      if (made->held)
        {
          g_list_store_append (pauses, pause);
          one->view.pauses = G_LIST_MODEL (pauses);
          one->view.pause = pause;
          g_object_set (pause, "recovery-until", vectors[i].held_until, NULL);
        }
      one->view.on = vectors[i].on;
      one->view.on_since = vectors[i].on_since;
      list = look (one);
      g_assert_cmpuint (list->due->len, ==, vectors[i].comes);
      g_assert_cmpint (list->next, ==, vectors[i].next != 0 ? vectors[i].next : BRIDGE_NEVER);
    }
}

/* What has come does not come again; what stands too long, or has nothing to be about any more, is done with. */
static void
test_rows (Case          *one,
           gconstpointer  user_data)
{
  static const struct {
    const char *id, *step;
    BridgeReminderState state;
    gint64 shown_at;
    guint due, standing, stale;
    const char *reason;
  } vectors[] = {
    { "a", "1", BRIDGE_REMINDER_PENDING, 0, 1, 0, 0, NULL },
    { "a", "1", BRIDGE_REMINDER_SHOWN, NOW - HOUR, 0, 1, 0, NULL },
    { "a", "1", BRIDGE_REMINDER_SHOWN, NOW - 2 * DAY, 0, 0, 1, "too-old" },
    { "a", "1", BRIDGE_REMINDER_FOLDED, NOW - HOUR, 0, 0, 0, NULL },
    { "a", "1", BRIDGE_REMINDER_WITHDRAWN, NOW - HOUR, 0, 0, 0, NULL },
    { "a", "1", BRIDGE_REMINDER_WITHDRAWN, 0, 1, 0, 0, NULL },
    { "a", "0", BRIDGE_REMINDER_SHOWN, NOW - HOUR, 1, 0, 1, "moved" },
    { "b", "1", BRIDGE_REMINDER_SHOWN, NOW - HOUR, 1, 0, 1, "answered" },
    { "b", "1", BRIDGE_REMINDER_PENDING, 0, 1, 0, 1, "answered" },
    { "b", "1", BRIDGE_REMINDER_ANSWERED, NOW - HOUR, 1, 0, 0, NULL },
  };

  plan (one, "a", "1", NOW - 40 * HOUR);
  for (guint i = 0; i < G_N_ELEMENTS (vectors); i++)
    {
      g_autoptr (BridgeOneOffList) list = NULL;

      g_ptr_array_set_size (one->rows, 0);
      row (one, vectors[i].id, vectors[i].step, vectors[i].state, vectors[i].shown_at);
      list = look (one);
      g_assert_cmpuint (list->due->len, ==, vectors[i].due);
      g_assert_cmpuint (list->standing->len, ==, vectors[i].standing);
      g_assert_cmpuint (list->stale->len, ==, vectors[i].stale);
      if (vectors[i].stale > 0)
        g_assert_cmpstr (bridge_one_off_get_reason (g_ptr_array_index (list->stale, 0)), ==, vectors[i].reason);
      g_assert_cmpint (list->together_stands, ==, vectors[i].state == BRIDGE_REMINDER_FOLDED);
    }
}

static void
assert_together (Case       *one,
                 const char *reasons) /* of each that is due: "a" absence, "b" burst, "-" by itself */
{
  g_autoptr (BridgeOneOffList) list = look (one);

  g_assert_cmpuint (list->due->len, ==, strlen (reasons));
  for (guint i = 0; i < list->due->len; i++)
    {
      BridgeOneOffDue *due = g_ptr_array_index (list->due, i);

      g_assert_cmpint (due->together, ==, reasons[i] != '-');
      g_assert_cmpstr (due->reason, ==, reasons[i] == 'a' ? "absence" : reasons[i] == 'b' ? "burst" : NULL);
    }
}

/* One that is late comes by itself, several come together, and so do many at one time; what was asked for by name never. */
static void
test_together (Case          *one,
               gconstpointer  user_data)
{
  plan (one, "a", "1", NOW - HOUR);
  assert_together (one, "-");
  plan (one, "b", "1", NOW);
  assert_together (one, "--");
  plan (one, "c", "1", NOW - DAY);
  assert_together (one, "a-a");
  plan (one, "d", "1", NOW);
  plan (one, "e", "1", NOW);
  assert_together (one, "a-a--");
  plan (one, "f", "1", NOW)->always = TRUE;
  assert_together (one, "a-a---");
  plan (one, "g", "1", NOW);
  assert_together (one, "ababb-b");
}

/* Of several of one thing the newest counts. */
static void
test_newest (Case          *one,
             gconstpointer  user_data)
{
  g_autoptr (BridgeOneOffList) first = NULL;
  g_autoptr (BridgeOneOffList) second = NULL;

  plan (one, "a", "day", NOW - DAY);
  plan (one, "a", "hour", NOW - HOUR);
  plan (one, "a", "later", NOW + HOUR);
  first = look (one);
  g_assert_cmpuint (first->due->len, ==, 1);
  g_assert_cmpstr (((BridgeOneOffDue *) g_ptr_array_index (first->due, 0))->plan->step, ==, "hour");
  g_assert_cmpint (first->next, ==, NOW + HOUR);

  row (one, "a", "hour", BRIDGE_REMINDER_SHOWN, NOW);
  second = look (one);
  g_assert_cmpuint (second->due->len, ==, 0);
}

/* A clock that was ahead showed it: it is early, unless the clock was out by a little, or the zone changed. */
static void
test_early (Case          *one,
            gconstpointer  user_data)
{
  static const struct {
    gint64 due, shown_at;
    gboolean known, early, due_again;
  } vectors[] = {
    { NOW + HOUR, NOW + HOUR, FALSE, TRUE, FALSE },
    { NOW + HOUR, NOW + DAY, TRUE, TRUE, FALSE },
    { NOW + 5 * MINUTE, NOW + HOUR, FALSE, FALSE, FALSE },
    { NOW + 5 * MINUTE, NOW + HOUR, TRUE, TRUE, FALSE },
    { NOW, NOW + HOUR, TRUE, FALSE, TRUE },
    { NOW, NOW + HOUR, FALSE, FALSE, FALSE },
    { NOW + HOUR, NOW - HOUR, FALSE, FALSE, FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (vectors); i++)
    {
      g_autoptr (GHashTable) again = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
      g_autoptr (BridgeOneOffList) list = NULL;
      BridgeOneOff *shown;

      g_ptr_array_set_size (one->plans, 0);
      g_ptr_array_set_size (one->rows, 0);
      plan (one, "a", "1", vectors[i].due);
      shown = row (one, "a", "1", BRIDGE_REMINDER_SHOWN, vectors[i].shown_at);
      if (vectors[i].known)
        g_hash_table_add (again, bridge_one_off_dup_key (shown));
      one->view.again = again;
      list = look (one);
      g_assert_cmpuint (list->early->len, ==, vectors[i].early);
      g_assert_cmpuint (list->due->len, ==, vectors[i].due_again);
      g_assert_cmpint (list->next, ==, vectors[i].early ? vectors[i].due : BRIDGE_NEVER);
      g_assert_cmpuint (list->stale->len, ==, 0);
    }
}

/* Given another date, and then the first one again: that is another agreement, and comes. */
static void
test_dated_again (Case          *one,
                  gconstpointer  user_data)
{
  g_autoptr (BridgeOneOffList) list = NULL;
  g_autoptr (BridgeOneOffList) after = NULL;

  plan (one, "a", "1", NOW - MINUTE)->since = NOW - HOUR;
  row (one, "a", "1", BRIDGE_REMINDER_WITHDRAWN, NOW - DAY);
  list = look (one);
  g_assert_cmpuint (list->due->len, ==, 1);

  /* Changed after it came: what stands goes, and nothing comes instead. */
  g_ptr_array_set_size (one->rows, 0);
  row (one, "a", "1", BRIDGE_REMINDER_SHOWN, NOW - MINUTE);
  ((BridgeOneOffPlan *) g_ptr_array_index (one->plans, 0))->since = NOW;
  after = look (one);
  g_assert_cmpuint (after->due->len, ==, 0);
  g_assert_cmpuint (after->stale->len, ==, 1);
}

#define ADD(path, test) g_test_add (path, Case, NULL, set_up, test, tear_down)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  ADD ("/one-off-rules/one", test_one);
  ADD ("/one-off-rules/until", test_until);
  ADD ("/one-off-rules/no-end", test_no_end);
  ADD ("/one-off-rules/rows", test_rows);
  ADD ("/one-off-rules/together", test_together);
  ADD ("/one-off-rules/newest", test_newest);
  ADD ("/one-off-rules/early", test_early);
  ADD ("/one-off-rules/dated-again", test_dated_again);

  return g_test_run ();
}

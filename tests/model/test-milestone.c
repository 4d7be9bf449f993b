/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "bridge-milestone-state.h"

#include "bridge-error.h"
#include "../support/bridge-test.h"

static BridgeLocal
at (const char *text)
{
  BridgeLocal local;

  g_assert_true (bridge_local_parse (text, &local, NULL));
  return local;
}

/* One of both that is counted from two rituals. (transfer full) */
static BridgeMilestone *
make (void)
{
  BridgeMilestone *milestone = bridge_milestone_new ("Ten walks", BRIDGE_MILESTONE_FROM_RITUALS, 10);

  g_object_set (milestone, "ritual-ids", "walk,tea", "since", at ("2026-11-22"), "revisit-on", at ("2027-01-10"), NULL);
  return milestone;
}

static void
test_copy (void)
{
  g_autoptr (BridgeMilestone) milestone = make ();
  g_autoptr (BridgeMilestone) copy = NULL;

  bridge_test_assert_notifies (milestone, "title", "Other words", "Ten walks");
  bridge_test_assert_notifies (milestone, "who", "ada", NULL);
  bridge_test_assert_notifies (milestone, "target", 4, 10);
  bridge_test_assert_notifies (milestone, "state", BRIDGE_MILESTONE_RESTING, BRIDGE_MILESTONE_OPEN);
  g_object_set (milestone, "id", "an-id", "note", "Without hurry", "mark", "Cake", "celebrated", TRUE, "updated-at", (gint64) 3,
                NULL);
  copy = bridge_milestone_copy (milestone);
  bridge_test_assert_same (milestone, copy, NULL);
}

/* Every state and every event. */
static void
test_transitions (void)
{
  enum { NO = -1 };
  static const int next[][BRIDGE_N_MILESTONE_EVENTS] = {
    /* reshape, revisit, rest, resume, reach, reopen */
    [BRIDGE_MILESTONE_OPEN] = { BRIDGE_MILESTONE_OPEN, BRIDGE_MILESTONE_OPEN, BRIDGE_MILESTONE_RESTING, NO,
                                BRIDGE_MILESTONE_REACHED, NO },
    [BRIDGE_MILESTONE_RESTING] = { BRIDGE_MILESTONE_RESTING, NO, NO, BRIDGE_MILESTONE_OPEN, BRIDGE_MILESTONE_REACHED, NO },
    [BRIDGE_MILESTONE_REACHED] = { NO, NO, NO, NO, NO, BRIDGE_MILESTONE_OPEN },
  };

  for (BridgeMilestoneState state = BRIDGE_MILESTONE_OPEN; state <= BRIDGE_MILESTONE_REACHED; state++)
    for (BridgeMilestoneEvent event = BRIDGE_MILESTONE_RESHAPE; event < BRIDGE_N_MILESTONE_EVENTS; event++)
      {
        g_autoptr (GError) error = NULL;
        BridgeMilestoneState after = state;
        gboolean done = bridge_milestone_transition (state, event, &after, &error);

        g_assert_cmpint (done, ==, next[state][event] != NO);
        if (done)
          g_assert_cmpint (after, ==, next[state][event]);
        else
          g_assert_error (error, BRIDGE_ERROR, BRIDGE_ERROR_STATE);
      }
}

static void
test_validate (void)
{
  const struct {
    BridgeMilestoneSource source;
    const char *ritual_ids;
    const char *kind;
    int target;
    gboolean fits;
  } vectors[] = {
    { BRIDGE_MILESTONE_FROM_NOTHING, "", NULL, 0, TRUE },
    { BRIDGE_MILESTONE_FROM_NOTHING, "", NULL, 3, FALSE },
    { BRIDGE_MILESTONE_FROM_NOTHING, "walk", NULL, 0, FALSE },
    { BRIDGE_MILESTONE_FROM_RITUALS, "walk", NULL, 1, TRUE },
    { BRIDGE_MILESTONE_FROM_RITUALS, "walk,tea", NULL, 1000, TRUE },
    { BRIDGE_MILESTONE_FROM_RITUALS, "", NULL, 5, FALSE },
    { BRIDGE_MILESTONE_FROM_RITUALS, "walk", NULL, 0, FALSE },
    { BRIDGE_MILESTONE_FROM_RITUALS, "walk", NULL, 1001, FALSE },
    { BRIDGE_MILESTONE_FROM_RITUALS, "walk", "listening", 5, FALSE },
    { BRIDGE_MILESTONE_FROM_WINS, "", NULL, 5, TRUE },
    { BRIDGE_MILESTONE_FROM_WINS, "", "listening", 5, TRUE },
    { BRIDGE_MILESTONE_FROM_WINS, "", "milestone", 5, FALSE },
    { BRIDGE_MILESTONE_FROM_WINS, "", "fame", 5, FALSE },
    { BRIDGE_MILESTONE_FROM_WINS, "walk", NULL, 5, FALSE },
    { BRIDGE_MILESTONE_FROM_PROMISES, "", NULL, 5, TRUE },
    { BRIDGE_MILESTONE_FROM_TALKS, "", NULL, -1, FALSE },
    { BRIDGE_MILESTONE_FROM_TALKS, "", NULL, 2, TRUE },
    { BRIDGE_MILESTONE_FROM_WEEKS, "", NULL, 4, TRUE },
    { BRIDGE_MILESTONE_FROM_WEEKS, "", "listening", 4, FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (vectors); i++)
    {
      g_autoptr (BridgeMilestone) milestone = bridge_milestone_new ("Words", vectors[i].source, vectors[i].target);
      g_autoptr (GError) error = NULL;

      g_object_set (milestone, "ritual-ids", vectors[i].ritual_ids, "win-kind", vectors[i].kind, "since", at ("2026-11-22"), NULL);
      g_assert_cmpint (bridge_milestone_validate (milestone, &error), ==, vectors[i].fits);
      if (!vectors[i].fits)
        g_assert_error (error, BRIDGE_ERROR, BRIDGE_ERROR_INVALID_VALUE);
    }
}

static void
test_validate_texts_and_days (void)
{
  const struct {
    const char *property;
    const char *day; /* NULL: none */
    BridgeMilestoneState state;
    gboolean fits;
  } days[] = {
    { "since", NULL, BRIDGE_MILESTONE_OPEN, FALSE },
    { "since", "2026-11-22T10:00", BRIDGE_MILESTONE_OPEN, FALSE },
    { "revisit-on", NULL, BRIDGE_MILESTONE_OPEN, TRUE },
    { "revisit-on", "2026-11-22T10:00", BRIDGE_MILESTONE_OPEN, FALSE },
    { "reached-on", "2026-11-22", BRIDGE_MILESTONE_REACHED, TRUE },
    { "reached-on", "2026-11-22T10:00", BRIDGE_MILESTONE_REACHED, FALSE },
    { "reached-on", NULL, BRIDGE_MILESTONE_REACHED, FALSE },
    { "reached-on", "2026-11-22", BRIDGE_MILESTONE_RESTING, FALSE },
  };
  g_autoptr (BridgeMilestone) long_one = make ();
  g_autofree char *title = g_strnfill (121, 'a');
  g_autofree char *text = g_strnfill (501, 'a');

  for (guint i = 0; i < G_N_ELEMENTS (days); i++)
    {
      g_autoptr (BridgeMilestone) milestone = make ();
      g_autoptr (GError) error = NULL;

      g_object_set (milestone, days[i].property, days[i].day != NULL ? at (days[i].day) : BRIDGE_LOCAL_NONE, "state", days[i].state,
                    NULL);
      g_assert_cmpint (bridge_milestone_validate (milestone, &error), ==, days[i].fits);
      if (!days[i].fits)
        g_assert_error (error, BRIDGE_ERROR, BRIDGE_ERROR_INVALID_DATE);
    }

  g_assert_true (bridge_milestone_validate (long_one, NULL));
  g_object_set (long_one, "title", title, NULL);
  g_assert_false (bridge_milestone_validate (long_one, NULL));
  g_object_set (long_one, "title", "", NULL);
  g_assert_false (bridge_milestone_validate (long_one, NULL));
  g_object_set (long_one, "title", title + 1, "note", text, NULL);
  g_assert_false (bridge_milestone_validate (long_one, NULL));
  g_object_set (long_one, "note", text + 1, "mark", text, NULL);
  g_assert_false (bridge_milestone_validate (long_one, NULL));
  g_object_set (long_one, "mark", text + 1, NULL);
  g_assert_true (bridge_milestone_validate (long_one, NULL));
}

/* Less is anybody's at any time; more takes both. */
static void
test_asks_more (void)
{
  g_autoptr (BridgeMilestone) before = make ();
  g_autoptr (BridgeMilestone) own = make ();
  g_autoptr (BridgeMilestone) resting = make ();
  g_autoptr (BridgeMilestone) reached = make ();
  g_autoptr (BridgeMilestone) after = make ();
  const struct {
    const char *property;
    gint64 number;
    const char *text;
    gboolean asks;
  } vectors[] = {
    { "target", 11, NULL, TRUE },
    { "target", 9, NULL, FALSE },
    { "since", at ("2026-11-23"), NULL, TRUE },
    { "since", at ("2026-11-01"), NULL, FALSE },
    { "revisit-on", at ("2026-12-01"), NULL, FALSE },
    { "revisit-on", BRIDGE_LOCAL_NONE, NULL, FALSE },
    { "state", BRIDGE_MILESTONE_RESTING, NULL, FALSE },
    { "state", BRIDGE_MILESTONE_REACHED, NULL, FALSE },
    { "mark", 0, "Cake", FALSE },
    { "title", 0, "Other words", TRUE },
    { "note", 0, "Other words", TRUE },
    { "ritual-ids", 0, "tea,walk", FALSE },
    { "ritual-ids", 0, "walk", TRUE },
    { "ritual-ids", 0, "walk,tea,talk", TRUE },
    { "win-kind", 0, "listening", TRUE },
    { "who", 0, "ada", FALSE },
  };

  g_assert_true (bridge_milestone_asks_more (NULL, before));
  g_assert_false (bridge_milestone_asks_more (before, after));
  for (guint i = 0; i < G_N_ELEMENTS (vectors); i++)
    {
      g_autoptr (BridgeMilestone) edited = make ();

      if (vectors[i].text != NULL)
        g_object_set (edited, vectors[i].property, vectors[i].text, NULL);
      else if (g_str_equal (vectors[i].property, "target") || g_str_equal (vectors[i].property, "state"))
        g_object_set (edited, vectors[i].property, (int) vectors[i].number, NULL);
      else
        g_object_set (edited, vectors[i].property, vectors[i].number, NULL);
      g_test_message ("%s", vectors[i].property);
      g_assert_cmpint (bridge_milestone_asks_more (before, edited), ==, vectors[i].asks);
    }

  g_object_set (own, "who", "ada", NULL);
  g_assert_false (bridge_milestone_asks_more (NULL, own));
  g_assert_true (bridge_milestone_asks_more (own, after));
  g_object_set (resting, "state", BRIDGE_MILESTONE_RESTING, NULL);
  g_assert_true (bridge_milestone_asks_more (resting, after));
  g_object_set (reached, "state", BRIDGE_MILESTONE_REACHED, NULL);
  g_assert_false (bridge_milestone_asks_more (reached, after));
}

static void
test_rituals (void)
{
  g_autoptr (BridgeMilestone) milestone = make ();
  g_autoptr (BridgeMilestone) other = make ();
  g_auto (GStrv) ids = NULL;

  g_object_set (milestone, "ritual-ids", "walk, tea,,walk", NULL);
  ids = bridge_milestone_dup_rituals (milestone);
  g_assert_cmpuint (g_strv_length (ids), ==, 2);
  g_assert_cmpstr (ids[0], ==, "walk");
  g_assert_cmpstr (ids[1], ==, "tea");
  g_assert_true (bridge_milestone_is_same_shape (milestone, other));
  g_object_set (other, "revisit-on", BRIDGE_LOCAL_NONE, NULL);
  g_assert_false (bridge_milestone_is_same_shape (milestone, other));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/milestone/copy", test_copy);
  g_test_add_func ("/milestone/transitions", test_transitions);
  g_test_add_func ("/milestone/validate", test_validate);
  g_test_add_func ("/milestone/validate-texts-and-days", test_validate_texts_and_days);
  g_test_add_func ("/milestone/asks-more", test_asks_more);
  g_test_add_func ("/milestone/rituals", test_rituals);
  return g_test_run ();
}

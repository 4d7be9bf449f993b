/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "bridge-ritual.h"

#include <string.h>

#include "bridge-error.h"
#include "../support/bridge-test.h"

#define START (20000 * BRIDGE_DAY + 19 * BRIDGE_HOUR)

static BridgeSchedule *
make_schedule (const char *rule)
{
  g_autoptr (GError) error = NULL;
  BridgeSchedule *schedule = bridge_schedule_new (START, rule, NULL, NULL, &error);

  g_assert_no_error (error);
  return schedule;
}

static BridgeRitual *
make_ritual (void)
{
  g_autoptr (BridgeSchedule) schedule = make_schedule ("FREQ=DAILY");
  BridgeRitual *ritual = bridge_ritual_new ();

  g_object_set (ritual, "title", "Tea", "schedule", schedule, NULL);
  return ritual;
}

static void
test_defaults (void)
{
  g_autoptr (BridgeRitual) ritual = bridge_ritual_new ();
  g_autofree int *minutes = NULL;
  guint n;

  g_assert_null (bridge_ritual_get_id (ritual));
  g_assert_cmpstr (bridge_ritual_get_title (ritual), ==, "");
  g_assert_cmpstr (bridge_ritual_get_when_then (ritual), ==, "");
  g_assert_cmpint (bridge_ritual_get_state (ritual), ==, BRIDGE_RITUAL_DRAFT);
  g_assert_null (bridge_ritual_get_schedule (ritual));
  g_assert_cmpint (bridge_ritual_get_minutes (ritual), ==, 10);
  g_assert_null (bridge_ritual_get_who (ritual));
  g_assert_cmpint (bridge_ritual_get_closeness (ritual), ==, 1);
  g_assert_cmpstr (bridge_ritual_get_smaller (ritual), ==, "");
  g_assert_nonnull (bridge_ritual_get_steps (ritual));
  g_assert_null (bridge_ritual_get_steps (ritual)[0]);
  g_assert_null (bridge_ritual_get_lead (ritual));
  g_assert_cmpstr (bridge_ritual_get_remind (ritual), ==, "0");
  g_assert_cmpint (bridge_ritual_get_resting_until (ritual), ==, BRIDGE_LOCAL_NONE);
  g_assert_null (bridge_ritual_get_template (ritual));

  minutes = bridge_ritual_dup_remind_minutes (ritual, &n);
  g_assert_cmpuint (n, ==, 1);
  g_assert_cmpint (minutes[0], ==, 0);
}

static void
test_notify (void)
{
  static const char *const steps[] = { "Boil water", "Sit down", NULL };
  static const char *const same_steps[] = { "Boil water", "Sit down", NULL };
  static const char *const other_steps[] = { "Boil water", NULL };
  g_autoptr (BridgeRitual) ritual = make_ritual ();
  g_autoptr (BridgeSchedule) daily = make_schedule ("FREQ=DAILY");
  g_autoptr (BridgeSchedule) weekly = make_schedule ("FREQ=WEEKLY");
  guint count = 0;

  bridge_test_assert_notifies (ritual, "id", "a", "b");
  bridge_test_assert_notifies (ritual, "title", "a", "b");
  bridge_test_assert_notifies (ritual, "when-then", "a", "");
  bridge_test_assert_notifies (ritual, "state", BRIDGE_RITUAL_DRAFT, BRIDGE_RITUAL_AGREED);
  bridge_test_assert_notifies (ritual, "schedule", daily, weekly);
  bridge_test_assert_notifies (ritual, "schedule", daily, NULL);
  bridge_test_assert_notifies (ritual, "minutes", 5, 10);
  bridge_test_assert_notifies (ritual, "who", NULL, "p");
  bridge_test_assert_notifies (ritual, "closeness", 1, 5);
  bridge_test_assert_notifies (ritual, "smaller", "", "Just wave");
  bridge_test_assert_notifies (ritual, "steps", steps, other_steps);
  bridge_test_assert_notifies (ritual, "steps", steps, NULL);
  bridge_test_assert_notifies (ritual, "lead", NULL, "p");
  bridge_test_assert_notifies (ritual, "remind", "0", "10,0");
  bridge_test_assert_notifies (ritual, "resting-until", BRIDGE_LOCAL_NONE, START);
  bridge_test_assert_notifies (ritual, "reminding-since", (gint64) 0, (gint64) 2);
  bridge_test_assert_notifies (ritual, "template", NULL, "walk");
  bridge_test_assert_notifies (ritual, "created-at", (gint64) 1, (gint64) 2);
  bridge_test_assert_notifies (ritual, "updated-at", (gint64) 1, (gint64) 2);
  bridge_test_assert_notifies (ritual, "deleted-at", (gint64) 0, (gint64) 2);

  /* What says the same is no change, though it is another object. */
  {
    g_autoptr (BridgeSchedule) same = make_schedule ("RRULE:FREQ=DAILY");

    g_object_set (ritual, "schedule", daily, "steps", steps, NULL);
    g_signal_connect (ritual, "notify", G_CALLBACK (bridge_test_count_cb), &count);
    g_object_set (ritual, "schedule", same, "steps", same_steps, NULL);
    g_assert_cmpuint (count, ==, 0);
  }
}

static void
test_copy (void)
{
  static const char *const steps[] = { "Boil water", "Sit down", NULL };
  g_autoptr (BridgeRitual) ritual = make_ritual ();
  g_autoptr (BridgeRitual) copy = NULL;

  g_object_set (ritual, "id", "i", "when-then", "When it rains, then we …", "state", BRIDGE_RITUAL_RESTING, "minutes",
                25, "who", "p", "closeness", 4, "smaller", "Wave", "steps", steps, "lead", "q", "remind", "10,0",
                "resting-until", START, "reminding-since", (gint64) 9, "template", "walk", "created-at", (gint64) 10,
                "updated-at", (gint64) 20, "deleted-at", (gint64) 30, NULL);
  copy = bridge_ritual_copy (ritual);
  bridge_test_assert_same (ritual, copy, NULL);

  g_object_set (copy, "title", "Walk", "steps", NULL, NULL);
  g_assert_cmpstr (bridge_ritual_get_title (ritual), ==, "Tea");
  g_assert_cmpuint (g_strv_length ((char **) bridge_ritual_get_steps (ritual)), ==, 2);
}

static void
assert_refused (BridgeRitual *ritual,
                const char   *names)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (bridge_ritual_validate (ritual, &error));
  g_assert_error (error, BRIDGE_ERROR, BRIDGE_ERROR_INVALID_VALUE);
  if (strstr (error->message, names) == NULL)
    g_error ("“%s” does not name “%s”", error->message, names);
}

static void
test_validate_texts (void)
{
  static const struct {
    const char *property;
    int min;
    int max;
    const char *names;
  } fields[] = {
    { "title", 1, 120, "The title" },
    { "when-then", 0, 240, "when" },
    { "smaller", 0, 240, "The smaller version" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      g_autoptr (BridgeRitual) ritual = make_ritual ();
      g_autofree char *longest = g_strnfill (fields[i].max, 'x');
      g_autofree char *too_long = g_strnfill (fields[i].max + 1, 'x');
      g_autoptr (GError) error = NULL;

      g_object_set (ritual, fields[i].property, longest, NULL);
      bridge_ritual_validate (ritual, &error);
      g_assert_no_error (error);

      g_object_set (ritual, fields[i].property, too_long, NULL);
      assert_refused (ritual, fields[i].names);

      g_object_set (ritual, fields[i].property, "", NULL);
      if (fields[i].min > 0)
        assert_refused (ritual, fields[i].names);
      else
        g_assert_true (bridge_ritual_validate (ritual, NULL));
    }
}

static void
test_validate_numbers (void)
{
  static const struct {
    const char *property;
    int min;
    int max;
    const char *names;
  } fields[] = {
    { "minutes", 1, 480, "Minutes" },
    { "closeness", 1, 5, "Closeness" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      g_autoptr (BridgeRitual) ritual = make_ritual ();

      g_object_set (ritual, fields[i].property, fields[i].min, NULL);
      g_assert_true (bridge_ritual_validate (ritual, NULL));
      g_object_set (ritual, fields[i].property, fields[i].max, NULL);
      g_assert_true (bridge_ritual_validate (ritual, NULL));
      g_object_set (ritual, fields[i].property, fields[i].min - 1, NULL);
      assert_refused (ritual, fields[i].names);
      g_object_set (ritual, fields[i].property, fields[i].max + 1, NULL);
      assert_refused (ritual, fields[i].names);
    }
}

static void
test_validate_rest (void)
{
  g_autoptr (BridgeRitual) ritual = make_ritual ();
  g_autofree char *too_long = g_strnfill (241, 'x');
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) twelve = NULL;
  g_auto (GStrv) thirteen = NULL;
  const char *empty_step[] = { "Sit down", "", NULL };
  const char *long_step[] = { too_long, NULL };

  for (guint i = 0; i < 12; i++)
    g_strv_builder_add (builder, "Breathe");
  twelve = g_strv_builder_end (builder);
  g_strv_builder_addv (builder, (const char **) twelve);
  g_strv_builder_add (builder, "Smile");
  thirteen = g_strv_builder_end (builder);

  g_object_set (ritual, "steps", twelve, NULL);
  g_assert_true (bridge_ritual_validate (ritual, NULL));
  g_object_set (ritual, "steps", thirteen, NULL);
  assert_refused (ritual, "12 steps");
  g_object_set (ritual, "steps", empty_step, NULL);
  assert_refused (ritual, "step");
  g_object_set (ritual, "steps", long_step, NULL);
  assert_refused (ritual, "step");
  g_object_set (ritual, "steps", NULL, NULL);

  g_object_set (ritual, "remind", "soon", NULL);
  assert_refused (ritual, "lead time");
  g_object_set (ritual, "remind", "", NULL);
  g_assert_true (bridge_ritual_validate (ritual, NULL));

  g_object_set (ritual, "schedule", NULL, NULL);
  assert_refused (ritual, "time");
}

static void
test_remind (void)
{
  static const struct {
    const char *text;
    const char *canonical; /* NULL: refused */
  } vectors[] = {
    { "", "" },
    { "  ", "" },
    { "0", "0" },
    { "0,10", "10,0" },
    { " 10 , 0 ", "10,0" },
    { "10,10,0,10", "10,0" },
    { "10080", "10080" },
    { "1,2,3,4,5,6", "6,5,4,3,2,1" },
    { "1,1,2,2,3,3,4,5,6", "6,5,4,3,2,1" },
    { "1,2,3,4,5,6,7", NULL },
    { "10081", NULL },
    { "-1", "-1" },
    { "-30, 0 ,10", "10,0,-30" },
    { "-1440", "-1440" },
    { "-1441", NULL },
    { "-10,-20", NULL },
    { "0,-10,-10", "0,-10" },
    { "5,4,3,2,1,0,-1", NULL },
    { "+1", NULL },
    { "ten", NULL },
    { "1.5", NULL },
    { "1,,2", NULL },
    { "1,", NULL },
    { "0x10", NULL },
    { "99999999999999999999", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (vectors); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *canonical = NULL;
      gboolean fine = bridge_remind_parse (vectors[i].text, &canonical, &error);

      g_assert_cmpstr (canonical, ==, vectors[i].canonical);
      g_assert_cmpint (fine, ==, vectors[i].canonical != NULL);
      if (!fine)
        g_assert_error (error, BRIDGE_ERROR, BRIDGE_ERROR_INVALID_VALUE);
    }
}

static void
test_remind_minutes (void)
{
  g_autoptr (BridgeRitual) ritual = bridge_ritual_new ();
  g_autofree int *minutes = NULL;
  guint n = 99;

  g_object_set (ritual, "remind", "0,60,10,60", NULL);
  minutes = bridge_ritual_dup_remind_minutes (ritual, &n);
  g_assert_cmpuint (n, ==, 3);
  g_assert_cmpint (minutes[0], ==, 60);
  g_assert_cmpint (minutes[1], ==, 10);
  g_assert_cmpint (minutes[2], ==, 0);

  g_clear_pointer (&minutes, g_free);
  g_object_set (ritual, "remind", "", NULL);
  minutes = bridge_ritual_dup_remind_minutes (ritual, &n);
  g_assert_cmpuint (n, ==, 0);
}

/* Every pair of state and event; -1: refused. */
static void
test_transitions (void)
{
  enum { NO = -1 };
  static const int table[5][6] = {
    /* event:                    PROPOSE                 AGREE                 REST  RESUME  END  SET_ASIDE */
    [BRIDGE_RITUAL_DRAFT] = { BRIDGE_RITUAL_PROPOSED, BRIDGE_RITUAL_AGREED, NO, NO, BRIDGE_RITUAL_ENDED, NO },
    [BRIDGE_RITUAL_PROPOSED] = { NO, BRIDGE_RITUAL_AGREED, NO, NO, BRIDGE_RITUAL_ENDED, BRIDGE_RITUAL_DRAFT },
    [BRIDGE_RITUAL_AGREED] = { NO, NO, BRIDGE_RITUAL_RESTING, NO, BRIDGE_RITUAL_ENDED, NO },
    [BRIDGE_RITUAL_RESTING] = { NO, NO, BRIDGE_RITUAL_RESTING, BRIDGE_RITUAL_AGREED, BRIDGE_RITUAL_ENDED, NO },
    [BRIDGE_RITUAL_ENDED] = { NO, NO, NO, BRIDGE_RITUAL_AGREED, NO, NO },
  };

  for (guint state = 0; state < G_N_ELEMENTS (table); state++)
    for (guint event = 0; event < G_N_ELEMENTS (table[state]); event++)
      {
        g_autoptr (GError) error = NULL;
        BridgeRitualState next = (BridgeRitualState) 99;
        gboolean possible = bridge_ritual_transition (state, event, &next, &error);

        if (table[state][event] == NO)
          {
            g_assert_false (possible);
            g_assert_error (error, BRIDGE_ERROR, BRIDGE_ERROR_STATE);
            g_assert_nonnull (strstr (error->message, bridge_ritual_state_get_label (state)));
            g_assert_cmpint (next, ==, 99);
          }
        else
          {
            g_assert_no_error (error);
            g_assert_true (possible);
            g_assert_cmpint (next, ==, table[state][event]);
          }
      }
}

static void
test_effective (void)
{
  const BridgeLocal day = 20000 * BRIDGE_DAY;
  const struct {
    BridgeRitualState state;
    BridgeLocal until;
    BridgeLocal now;
    BridgeRitualState effective;
  } vectors[] = {
    { BRIDGE_RITUAL_AGREED, BRIDGE_LOCAL_NONE, day, BRIDGE_RITUAL_AGREED },
    { BRIDGE_RITUAL_RESTING, BRIDGE_LOCAL_NONE, day, BRIDGE_RITUAL_RESTING },
    { BRIDGE_RITUAL_RESTING, day, day - 1, BRIDGE_RITUAL_RESTING },
    { BRIDGE_RITUAL_RESTING, day, day, BRIDGE_RITUAL_AGREED },
    { BRIDGE_RITUAL_RESTING, day, day + BRIDGE_DAY, BRIDGE_RITUAL_AGREED },
    { BRIDGE_RITUAL_DRAFT, day, day + BRIDGE_DAY, BRIDGE_RITUAL_DRAFT },
    { BRIDGE_RITUAL_PROPOSED, day, day + BRIDGE_DAY, BRIDGE_RITUAL_PROPOSED },
    { BRIDGE_RITUAL_ENDED, day, day + BRIDGE_DAY, BRIDGE_RITUAL_ENDED },
  };

  for (guint i = 0; i < G_N_ELEMENTS (vectors); i++)
    {
      g_autoptr (BridgeRitual) ritual = bridge_ritual_new ();

      g_object_set (ritual, "state", vectors[i].state, "resting-until", vectors[i].until, NULL);
      g_assert_cmpint (bridge_ritual_get_effective_state (ritual, vectors[i].now), ==, vectors[i].effective);
      g_assert_cmpint (bridge_ritual_is_active (ritual, vectors[i].now), ==,
                       vectors[i].effective == BRIDGE_RITUAL_AGREED);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/ritual/defaults", test_defaults);
  g_test_add_func ("/ritual/notify", test_notify);
  g_test_add_func ("/ritual/copy", test_copy);
  g_test_add_func ("/ritual/validate/texts", test_validate_texts);
  g_test_add_func ("/ritual/validate/numbers", test_validate_numbers);
  g_test_add_func ("/ritual/validate/rest", test_validate_rest);
  g_test_add_func ("/ritual/remind", test_remind);
  g_test_add_func ("/ritual/remind-minutes", test_remind_minutes);
  g_test_add_func ("/ritual/transitions", test_transitions);
  g_test_add_func ("/ritual/effective-state", test_effective);

  return g_test_run ();
}

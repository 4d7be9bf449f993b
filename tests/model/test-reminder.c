/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "bridge-reminder.h"

#include "bridge-error.h"
#include "../support/bridge-test.h"

#define START (20000 * BRIDGE_DAY + 19 * BRIDGE_HOUR)

static void
test_notify (void)
{
  g_autoptr (BridgeReminder) reminder = bridge_reminder_new ("r", START, 10, 1000);
  g_autofree char *name = bridge_reminder_dup_occurrence_name (reminder);

  g_assert_null (bridge_reminder_get_id (reminder));
  g_assert_cmpstr (bridge_reminder_get_ritual_id (reminder), ==, "r");
  g_assert_cmpint (bridge_reminder_get_start (reminder), ==, START);
  g_assert_cmpint (bridge_reminder_get_lead (reminder), ==, 10);
  g_assert_cmpint (bridge_reminder_get_due_at (reminder), ==, 1000);
  g_assert_cmpint (bridge_reminder_get_state (reminder), ==, BRIDGE_REMINDER_PENDING);
  g_assert_cmpint (bridge_reminder_get_shown_at (reminder), ==, 0);
  g_assert_cmpint (bridge_reminder_get_snoozed_until (reminder), ==, 0);
  g_assert_null (bridge_reminder_get_reason (reminder));
  g_assert_cmpstr (name, ==, "r@2024-10-04T19:00");

  bridge_test_assert_notifies (reminder, "id", "a", "b");
  bridge_test_assert_notifies (reminder, "ritual-id", "a", "b");
  bridge_test_assert_notifies (reminder, "start", START, START + BRIDGE_DAY);
  bridge_test_assert_notifies (reminder, "lead", 0, 10);
  bridge_test_assert_notifies (reminder, "state", BRIDGE_REMINDER_PENDING, BRIDGE_REMINDER_SNOOZED);
  bridge_test_assert_notifies (reminder, "due-at", (gint64) 1, (gint64) 2);
  bridge_test_assert_notifies (reminder, "shown-at", (gint64) 1, (gint64) 2);
  bridge_test_assert_notifies (reminder, "snoozed-until", (gint64) 1, (gint64) 2);
  bridge_test_assert_notifies (reminder, "reason", NULL, "absence");
  bridge_test_assert_notifies (reminder, "created-at", (gint64) 1, (gint64) 2);
  bridge_test_assert_notifies (reminder, "updated-at", (gint64) 1, (gint64) 2);
  bridge_test_assert_notifies (reminder, "deleted-at", (gint64) 0, (gint64) 2);
}

static void
test_copy (void)
{
  g_autoptr (BridgeReminder) reminder = bridge_reminder_new ("r", START, 10, 1000);
  g_autoptr (BridgeReminder) copy = NULL;

  g_object_set (reminder, "id", "i", "state", BRIDGE_REMINDER_FOLDED, "shown-at", (gint64) 5, "snoozed-until",
                (gint64) 6, "reason", "superseded", "created-at", (gint64) 10, "updated-at", (gint64) 20, "deleted-at",
                (gint64) 30, NULL);
  copy = bridge_reminder_copy (reminder);
  bridge_test_assert_same (reminder, copy, NULL);
}

/* Every pair of state and event; -1: refused. */
static void
test_transitions (void)
{
  enum { NO = -1 };
  static const int table[6][5] = {
    /* event:                    SHOW                    SNOOZE                   ANSWER                    FOLD                    WITHDRAW */
    [BRIDGE_REMINDER_PENDING] = { BRIDGE_REMINDER_SHOWN, BRIDGE_REMINDER_SNOOZED, BRIDGE_REMINDER_ANSWERED, BRIDGE_REMINDER_FOLDED, BRIDGE_REMINDER_WITHDRAWN },
    [BRIDGE_REMINDER_SHOWN] = { BRIDGE_REMINDER_SHOWN, BRIDGE_REMINDER_SNOOZED, BRIDGE_REMINDER_ANSWERED, BRIDGE_REMINDER_FOLDED, BRIDGE_REMINDER_WITHDRAWN },
    [BRIDGE_REMINDER_SNOOZED] = { BRIDGE_REMINDER_SHOWN, BRIDGE_REMINDER_SNOOZED, BRIDGE_REMINDER_ANSWERED, BRIDGE_REMINDER_FOLDED, BRIDGE_REMINDER_WITHDRAWN },
    [BRIDGE_REMINDER_ANSWERED] = { NO, NO, NO, NO, NO },
    [BRIDGE_REMINDER_FOLDED] = { NO, NO, NO, NO, NO },
    [BRIDGE_REMINDER_WITHDRAWN] = { NO, NO, NO, NO, NO },
  };

  for (guint state = 0; state < G_N_ELEMENTS (table); state++)
    for (guint event = 0; event < G_N_ELEMENTS (table[state]); event++)
      {
        g_autoptr (GError) error = NULL;
        BridgeReminderState next = (BridgeReminderState) 99;
        gboolean possible = bridge_reminder_transition (state, event, &next, &error);

        if (table[state][event] == NO)
          {
            g_assert_false (possible);
            g_assert_error (error, BRIDGE_ERROR, BRIDGE_ERROR_STATE);
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

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/reminder/notify", test_notify);
  g_test_add_func ("/reminder/copy", test_copy);
  g_test_add_func ("/reminder/transitions", test_transitions);

  return g_test_run ();
}

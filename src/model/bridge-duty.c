/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "bridge-duty"

#include "config.h"

#include "bridge-duty.h"

#include <glib/gi18n-lib.h>

/**
 * bridge_duty_get_week:
 * @day: any time, local
 * @first_weekday: the day that a week begins with, 1 Monday – 7 Sunday
 *
 * Returns: local midnight of the first day of its week
 */
BridgeLocal
bridge_duty_get_week (BridgeLocal day,
                      int         first_weekday)
{
  int number = bridge_local_get_day (day);
  int since = (bridge_day_get_weekday (number) - first_weekday + 7) % 7;

  return (BridgeLocal) (number - since) * BRIDGE_DAY;
}

/**
 * bridge_duty_get_turn:
 * @duty: what is shared by turns
 * @week: the first day of a week
 * @swapped: whether the two have swapped it for that week
 *
 * Each is one's in one week and the other one's in the next, and who leads does not plan.
 *
 * Returns: 0 or 1: the first or the second of the two
 */
int
bridge_duty_get_turn (BridgeDuty  duty,
                      BridgeLocal week,
                      gboolean    swapped)
{
  /* An even number of weeks more, so that nothing is negative. */
  int day = bridge_local_get_day (week) + 7 * 1000000;

  return (day / 7 + (int) duty + (swapped ? 1 : 0)) % 2;
}

/**
 * bridge_duty_get_label:
 * @duty: what is shared by turns
 *
 * Returns: what it is called, translated
 */
const char *
bridge_duty_get_label (BridgeDuty duty)
{
  switch (duty)
    {
    case BRIDGE_DUTY_LEAD:
      return _("Leads the weekly review");
    case BRIDGE_DUTY_PLAN:
      return _("Plans a shared moment");
    case BRIDGE_DUTY_TOPIC:
      return _("Brings a topic");
    }
  g_return_val_if_reached ("");
}

/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* 10,000 mixed rules over one year, ours and libical's, read and stepped through in the same run:
 *   recurrence OURS_MS LIBICAL_MS RATIO limit 0.1
 * The rules are such that libical completes them: each matches within weeks or a year. */

#include "config.h"

#include <stdio.h>

#include <libical/ical.h>

#include "bridge-recurrence.h"

#define N_RULES 10000
#define ROUNDS 3
#define LIMIT 0.1

static const char *const weekdays[] = { "MO", "TU", "WE", "TH", "FR", "SA", "SU" };

typedef struct {
  char *rule;
  BridgeLocal start;
  struct icaltimetype ical_start;
} Case;

static char *
draw_rule (GRand *rand)
{
  const char *first = weekdays[g_rand_int_range (rand, 0, 4)];
  const char *second = weekdays[g_rand_int_range (rand, 4, 7)];
  int interval = g_rand_int_range (rand, 1, 4);
  int day = g_rand_int_range (rand, 1, 29);
  int nth = g_rand_int_range (rand, 1, 5);

  switch (g_rand_int_range (rand, 0, 10))
    {
    case 0:
      return g_strdup_printf ("FREQ=DAILY;INTERVAL=%d", interval);
    case 1:
      return g_strdup_printf ("FREQ=WEEKLY;INTERVAL=%d;BYDAY=%s", interval, first);
    case 2:
      return g_strdup_printf ("FREQ=WEEKLY;INTERVAL=%d;BYDAY=%s,%s", interval, first, second);
    case 3:
      return g_strdup ("FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR");
    case 4:
      return g_strdup_printf ("FREQ=MONTHLY;BYDAY=%d%s", nth, first);
    case 5:
      return g_strdup_printf ("FREQ=MONTHLY;BYDAY=-1%s", second);
    case 6:
      return g_strdup_printf ("FREQ=MONTHLY;INTERVAL=%d;BYMONTHDAY=%d,-1", interval, day);
    case 7:
      return g_strdup ("FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1");
    case 8:
      return g_strdup_printf ("FREQ=YEARLY;BYMONTH=%d;BYMONTHDAY=%d", g_rand_int_range (rand, 1, 13), day);
    default:
      return g_strdup_printf ("FREQ=YEARLY;BYMONTH=%d;BYDAY=%d%s", g_rand_int_range (rand, 1, 13), nth, second);
    }
}

static guint
count_ours (const Case *c,
            BridgeLocal until)
{
  g_autoptr (BridgeRecurrence) rule = bridge_recurrence_parse (c->rule, NULL);
  BridgeRecurrenceIter iter;
  BridgeLocal next;
  guint n = 0;

  bridge_recurrence_iter_init (&iter, rule, c->start, c->start);
  while (bridge_recurrence_iter_next (&iter, &next) && next < until)
    n++;
  return n;
}

static guint
count_libical (const Case          *c,
               struct icaltimetype  until)
{
  struct icalrecurrencetype rule = icalrecurrencetype_from_string (c->rule);
  icalrecur_iterator *iter = icalrecur_iterator_new (rule, c->ical_start);
  guint n = 0;

  for (;;)
    {
      struct icaltimetype next = icalrecur_iterator_next (iter);

      if (icaltime_is_null_time (next) || icaltime_compare (next, until) >= 0)
        break;
      n++;
    }

  icalrecur_iterator_free (iter);
  return n;
}

int
main (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (2026);
  g_autofree Case *cases = g_new0 (Case, N_RULES);
  double ours = G_MAXDOUBLE, libical = G_MAXDOUBLE;
  guint n_ours = 0, n_libical = 0;

  for (guint i = 0; i < N_RULES; i++)
    {
      g_autoptr (BridgeRecurrence) rule = NULL;
      g_autofree char *basic = NULL;
      BridgeRecurrenceIter iter;
      BridgeLocal from;

      /* Begun at its first real occurrence in 2026: what libical makes of any other start is its own affair. */
      cases[i].rule = draw_rule (rand);
      rule = bridge_recurrence_parse (cases[i].rule, NULL);
      from = (bridge_day_from_civil (2026, 1, 1) + g_rand_int_range (rand, 0, 28)) * BRIDGE_DAY + 19 * BRIDGE_HOUR;
      bridge_recurrence_iter_init (&iter, rule, from, from);
      if (!bridge_recurrence_iter_next (&iter, &cases[i].start))
        g_error ("%s comes to no day", cases[i].rule);
      basic = bridge_local_format_basic (cases[i].start);
      cases[i].ical_start = icaltime_from_string (basic);
    }

  /* The best of a few rounds each, in turns, so that a busy moment of the machine hits neither alone. */
  for (int round = 0; round < ROUNDS; round++)
    {
      gint64 began = g_get_monotonic_time ();

      n_ours = 0;
      for (guint i = 0; i < N_RULES; i++)
        n_ours += count_ours (&cases[i], cases[i].start + 365 * BRIDGE_DAY);
      ours = MIN (ours, (g_get_monotonic_time () - began) / 1000.0);

      began = g_get_monotonic_time ();
      n_libical = 0;
      for (guint i = 0; i < N_RULES; i++)
        {
          struct icaltimetype until = cases[i].ical_start;

          icaltime_adjust (&until, 365, 0, 0, 0);
          n_libical += count_libical (&cases[i], until);
        }
      libical = MIN (libical, (g_get_monotonic_time () - began) / 1000.0);
    }

  for (guint i = 0; i < N_RULES; i++)
    g_free (cases[i].rule);

  g_printerr ("%d rules, %u starts by us, %u by libical\n", N_RULES, n_ours, n_libical);
  printf ("recurrence %.2f %.2f %.4f limit %.1f\n", ours, libical, ours / libical, LIMIT);
  return 0;
}

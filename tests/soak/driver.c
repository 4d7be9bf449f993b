/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* driver: the reminder service in a process of its own, with a clock that goes where it is told to. Reads commands from
 * standard input, one a line, and answers each with what happened and "ok". Instants are UTC milliseconds, "-" is none.
 *
 *   open FOLDER ZONE NOW                                      a space with two people and reminders on
 *   ritual START RULE TIMES ZONE MINUTES REMIND WHO           -> ritual ID
 *   quiet WEEKDAYS FROM TO            away WHO FROM UNTIL      who: both, me or partner
 *   start      stop      restart      go UNTIL      set NOW      zone ZONE      refuse 0|1
 *   rows                                                      -> row NAME LEAD STATE REASON DUE SHOWN DEFERRED
 *
 * While time passes: "now T" at each wake, "shown T NAME" and "withdrawn T NAME". */

#include "config.h"

#include <stdio.h>

#include "../support/agreed.h"
#include "bridge-error.h"
#include "bridge-scheduler.h"

typedef struct _Teller Teller;

static struct {
  BridgeClock *clock;
  BridgeSpace *space;
  BridgeScheduler *scheduler;
  Teller *teller;
  gboolean refuses;
} driver;

/* ---- What stands in for the desktop */

#define TYPE_TELLER (teller_get_type ())
G_DECLARE_FINAL_TYPE (Teller, teller, TEST, TELLER, GObject)

struct _Teller
{
  GObject parent_instance;
};

static void teller_notifier_iface_init (BridgeNotifierInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (Teller, teller, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (BRIDGE_TYPE_NOTIFIER, teller_notifier_iface_init))

static gboolean
teller_show (BridgeNotifier      *notifier,
             const BridgeNotice  *notice,
             GError             **error)
{
  if (driver.refuses)
    {
      g_set_error_literal (error, BRIDGE_ERROR, BRIDGE_ERROR_NOTIFIER, "Nobody shows notifications.");
      return FALSE;
    }
  printf ("shown %" G_GINT64_FORMAT " %s\n", bridge_clock_now (driver.clock), notice->id);
  return TRUE;
}

static void
teller_withdraw (BridgeNotifier *notifier,
                 const char     *id)
{
  printf ("withdrawn %" G_GINT64_FORMAT " %s\n", bridge_clock_now (driver.clock), id);
}

static void
teller_notifier_iface_init (BridgeNotifierInterface *iface)
{
  iface->show = teller_show;
  iface->withdraw = teller_withdraw;
}

static void
teller_class_init (TellerClass *klass)
{
}

static void
teller_init (Teller *self)
{
}

/* ---- Commands */

static void
check (GError *error)
{
  if (error == NULL)
    return;
  fprintf (stderr, "driver: %s\n", error->message);
  exit (1);
}

static const char *
or_null (const char *word)
{
  return g_str_equal (word, "-") ? NULL : word;
}

static gint64
read_number (const char *word)
{
  return g_ascii_strtoll (word, NULL, 10);
}

static BridgeLocal
read_local (const char *word)
{
  g_autoptr (GError) error = NULL;
  BridgeLocal local = BRIDGE_LOCAL_NONE;

  if (or_null (word) != NULL)
    bridge_local_parse (word, &local, &error);
  check (error);
  return local;
}

static const char *
read_who (const char *word)
{
  if (g_str_equal (word, "me"))
    return bridge_person_get_id (bridge_space_get_me (driver.space));
  if (g_str_equal (word, "partner"))
    return bridge_person_get_id (bridge_space_get_partner (driver.space));
  return NULL;
}

static void
woke_cb (BridgeClock *clock)
{
  printf ("now %" G_GINT64_FORMAT "\n", bridge_clock_now (clock));
}

static void
spin (void)
{
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

static void
open_space (char **words)
{
  g_autoptr (GError) error = NULL;

  driver.clock = bridge_fake_clock_new (read_number (words[3]), words[2]);
  g_signal_connect (driver.clock, "woke", G_CALLBACK (woke_cb), NULL);
  driver.space = bridge_space_open (words[1], driver.clock, &error);
  check (error);
  if (bridge_space_get_me (driver.space) == NULL)
    {
      bridge_space_set_up (driver.space, "Ada", "Ben", &error);
      check (error);
      bridge_space_set_reminders_on (driver.space, TRUE, &error);
      check (error);
    }
  driver.teller = g_object_new (TYPE_TELLER, NULL);
}

static void
add_ritual (char **words)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BridgeRitual) ritual = bridge_ritual_new ();
  g_autoptr (BridgeRitual) stored = NULL;
  g_autoptr (BridgeSchedule) schedule =
    bridge_schedule_new (read_local (words[1]), or_null (words[2]), or_null (words[3]), or_null (words[4]), &error);

  check (error);
  g_object_set (ritual,
                "title", "A ritual",
                "schedule", schedule,
                "state", BRIDGE_RITUAL_AGREED,
                "minutes", (int) read_number (words[5]),
                "remind", words[6],
                "who", read_who (words[7]),
                NULL);
  stored = space_add_agreed (driver.space, ritual);
  printf ("ritual %s\n", bridge_ritual_get_id (stored));
}

static void
add_quiet_hours (char **words)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BridgeHours) hours = bridge_hours_new (BRIDGE_HOURS_QUIET, read_number (words[1]), read_number (words[2]),
                                                    read_number (words[3]));
  g_autoptr (BridgeHours) stored = bridge_space_add_hours (driver.space, hours, &error);

  check (error);
}

static void
add_absence (char **words)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BridgeAbsence) absence = bridge_absence_new (BRIDGE_ABSENCE_AWAY, read_who (words[1]), read_local (words[2]),
                                                          read_local (words[3]));
  g_autoptr (BridgeAbsence) stored = bridge_space_add_absence (driver.space, absence, &error);

  check (error);
}

static void
start (void)
{
  driver.scheduler = bridge_scheduler_new (driver.space, BRIDGE_NOTIFIER (driver.teller));
  bridge_scheduler_start (driver.scheduler);
}

static void
restart (void)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = g_strdup (bridge_space_get_folder (driver.space));

  g_clear_object (&driver.scheduler);
  g_clear_object (&driver.space);
  spin ();
  driver.space = bridge_space_open (folder, driver.clock, &error);
  check (error);
  start ();
}

static void
print_rows (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) rows = bridge_space_list_reminders (driver.space, 0, G_MAXINT, &error);

  check (error);
  for (guint i = 0; i < rows->len; i++)
    {
      BridgeReminder *row = g_ptr_array_index (rows, i);
      g_autofree char *name = bridge_reminder_dup_occurrence_name (row);
      const char *reason = bridge_reminder_get_reason (row);
      gint64 deferred_until;

      g_object_get (row, "deferred-until", &deferred_until, NULL);
      printf ("row %s %d %s %s %" G_GINT64_FORMAT " %" G_GINT64_FORMAT " %" G_GINT64_FORMAT "\n",
              name, bridge_reminder_get_lead (row),
              bridge_enum_to_nick (BRIDGE_TYPE_REMINDER_STATE, bridge_reminder_get_state (row)),
              reason != NULL ? reason : "-", bridge_reminder_get_due_at (row), bridge_reminder_get_shown_at (row),
              deferred_until);
    }
}

static gboolean
run (char  **words,
     guint   n)
{
  if (g_str_equal (words[0], "open") && n == 4)
    open_space (words);
  else if (g_str_equal (words[0], "ritual") && n == 8)
    add_ritual (words);
  else if (g_str_equal (words[0], "quiet") && n == 4)
    add_quiet_hours (words);
  else if (g_str_equal (words[0], "away") && n == 4)
    add_absence (words);
  else if (g_str_equal (words[0], "start"))
    start ();
  else if (g_str_equal (words[0], "stop"))
    g_clear_object (&driver.scheduler);
  else if (g_str_equal (words[0], "restart"))
    restart ();
  else if (g_str_equal (words[0], "go") && n == 2)
    bridge_fake_clock_advance (BRIDGE_FAKE_CLOCK (driver.clock),
                               MAX (read_number (words[1]) - bridge_clock_now (driver.clock), 0));
  else if (g_str_equal (words[0], "set") && n == 2)
    bridge_fake_clock_set (BRIDGE_FAKE_CLOCK (driver.clock), read_number (words[1]));
  else if (g_str_equal (words[0], "zone") && n == 2)
    bridge_fake_clock_set_zone (BRIDGE_FAKE_CLOCK (driver.clock), words[1]);
  else if (g_str_equal (words[0], "refuse") && n == 2)
    driver.refuses = read_number (words[1]) != 0;
  else if (g_str_equal (words[0], "rows"))
    print_rows ();
  else
    return FALSE;
  spin ();
  return TRUE;
}

int
main (int   argc,
      char *argv[])
{
  char line[1024];

  /* What was said before a kill is not lost. */
  setvbuf (stdout, NULL, _IOLBF, 0);
  while (fgets (line, sizeof line, stdin) != NULL)
    {
      g_auto (GStrv) words = g_strsplit (g_strchomp (line), " ", -1);

      if (!run (words, g_strv_length (words)))
        {
          fprintf (stderr, "driver: what is \"%s\"?\n", line);
          return 2;
        }
      printf ("ok\n");
    }
  g_clear_object (&driver.scheduler);
  g_clear_object (&driver.space);
  g_clear_object (&driver.teller);
  g_clear_object (&driver.clock);
  return 0;
}

/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "bridge-clock.h"

#include <errno.h>
#include <glib/gstdio.h>
#include <sys/syscall.h>
#include <unistd.h>

int timerfd_create (int clock, int flags);

static gboolean no_timers;

/* In the place of the C library's: a process that has used up what the kernel gives it. */
int
timerfd_create (int clock,
                int flags)
{
  if (!no_timers)
    return (int) syscall (SYS_timerfd_create, clock, flags);

  errno = EMFILE;
  return -1;
}

typedef struct {
  GString *log;     /* one letter per wake: D deadline, S set, Z zone */
  gint64 last;      /* what the clock showed at the last wake */
  gint64 step;      /* arms the next deadline so much later, or 0 */
  int steps;
} Wakes;

static void
woke_cb (BridgeClock *clock,
         BridgeWake   reason,
         Wakes       *wakes)
{
  g_string_append_c (wakes->log, reason == BRIDGE_WAKE_DEADLINE ? 'D' : reason == BRIDGE_WAKE_CLOCK_SET ? 'S' : 'Z');
  wakes->last = bridge_clock_now (clock);

  if (wakes->steps > 0)
    {
      wakes->steps--;
      bridge_clock_arm (clock, wakes->last + wakes->step);
    }
}

static void
wakes_clear (Wakes *wakes)
{
  g_string_free (wakes->log, TRUE);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Wakes, wakes_clear)

static BridgeFakeClock *
fake_clock_new (Wakes *wakes)
{
  BridgeClock *clock = bridge_fake_clock_new (1000000, "Europe/Berlin");

  *wakes = (Wakes) { .log = g_string_new (NULL) };
  g_signal_connect (clock, "woke", G_CALLBACK (woke_cb), wakes);

  return BRIDGE_FAKE_CLOCK (clock);
}

static void
assert_woke (Wakes      *wakes,
             const char *log)
{
  g_assert_cmpstr (wakes->log->str, ==, log);
  g_string_truncate (wakes->log, 0);
}

/* Seconds east of Greenwich. */
static int
offset_now (GTimeZone *zone)
{
  gint64 now = g_get_real_time () / G_TIME_SPAN_SECOND;

  return g_time_zone_get_offset (zone, g_time_zone_find_interval (zone, G_TIME_TYPE_UNIVERSAL, now));
}

static void
iterate (void)
{
  while (g_main_context_iteration (NULL, FALSE))
    continue;
}

/* Runs the loop until the clock has woken, or for the whole time if it does not. */
static void
wait_for_wake (Wakes *wakes,
               int    ms)
{
  gint64 end = g_get_monotonic_time () + ms * 1000;

  while (wakes->log->len == 0 && g_get_monotonic_time () < end)
    {
      g_main_context_iteration (NULL, FALSE);
      g_usleep (1000);
    }
}

static void
test_fake_advance (void)
{
  g_auto (Wakes) wakes = { 0 };
  g_autoptr (BridgeFakeClock) clock = fake_clock_new (&wakes);
  BridgeClock *iface = BRIDGE_CLOCK (clock);

  g_assert_cmpint (bridge_clock_now (iface), ==, 1000000);
  g_assert_cmpint (bridge_fake_clock_get_armed (clock), ==, BRIDGE_NEVER);

  bridge_fake_clock_advance (clock, 500);
  g_assert_cmpint (bridge_clock_now (iface), ==, 1000500);
  assert_woke (&wakes, "");

  /* Not yet, then exactly at it, once. */
  bridge_clock_arm (iface, 1002000);
  g_assert_cmpint (bridge_fake_clock_get_armed (clock), ==, 1002000);
  bridge_fake_clock_advance (clock, 1499);
  assert_woke (&wakes, "");
  bridge_fake_clock_advance (clock, 1);
  assert_woke (&wakes, "D");
  g_assert_cmpint (wakes.last, ==, 1002000);
  g_assert_cmpint (bridge_fake_clock_get_armed (clock), ==, BRIDGE_NEVER);
  bridge_fake_clock_advance (clock, 5000);
  assert_woke (&wakes, "");

  /* Past it in one step: the handler still sees the deadline's own instant. */
  bridge_clock_arm (iface, 1010000);
  bridge_fake_clock_advance (clock, 100000);
  assert_woke (&wakes, "D");
  g_assert_cmpint (wakes.last, ==, 1010000);
  g_assert_cmpint (bridge_clock_now (iface), ==, 1107000);

  /* One that was called off. */
  bridge_clock_arm (iface, 1108000);
  bridge_clock_arm (iface, BRIDGE_NEVER);
  bridge_fake_clock_advance (clock, 100000);
  assert_woke (&wakes, "");
}

static void
test_fake_chain (void)
{
  g_auto (Wakes) wakes = { 0 };
  g_autoptr (BridgeFakeClock) clock = fake_clock_new (&wakes);

  wakes.step = 60000;
  wakes.steps = 4;
  bridge_clock_arm (BRIDGE_CLOCK (clock), 1060000);
  bridge_fake_clock_advance (clock, 3 * 60000);
  assert_woke (&wakes, "DDD");
  g_assert_cmpint (wakes.last, ==, 1180000);
  g_assert_cmpint (bridge_fake_clock_get_armed (clock), ==, 1240000);
}

static void
test_fake_past (void)
{
  g_auto (Wakes) wakes = { 0 };
  g_autoptr (BridgeFakeClock) clock = fake_clock_new (&wakes);

  /* From the loop, not from inside the call. */
  bridge_clock_arm (BRIDGE_CLOCK (clock), 999999);
  assert_woke (&wakes, "");
  iterate ();
  assert_woke (&wakes, "D");
  iterate ();
  assert_woke (&wakes, "");

  /* Or, without a loop, before time goes on. */
  bridge_clock_arm (BRIDGE_CLOCK (clock), 5);
  bridge_fake_clock_advance (clock, 0);
  assert_woke (&wakes, "D");
  iterate ();
  assert_woke (&wakes, "");
  g_assert_cmpint (wakes.last, ==, 1000000);

  /* One that was replaced before the loop ran. */
  bridge_clock_arm (BRIDGE_CLOCK (clock), 5);
  bridge_clock_arm (BRIDGE_CLOCK (clock), 2000000);
  iterate ();
  assert_woke (&wakes, "");
}

static void
test_fake_set (void)
{
  g_auto (Wakes) wakes = { 0 };
  g_autoptr (BridgeFakeClock) clock = fake_clock_new (&wakes);

  bridge_clock_arm (BRIDGE_CLOCK (clock), 2000000);

  /* Back: what was armed stays. */
  bridge_fake_clock_set (clock, 500000);
  assert_woke (&wakes, "S");
  g_assert_cmpint (bridge_clock_now (BRIDGE_CLOCK (clock)), ==, 500000);
  g_assert_cmpint (bridge_fake_clock_get_armed (clock), ==, 2000000);
  iterate ();
  assert_woke (&wakes, "");

  /* Forwards over it: told of the change first, then of the deadline. */
  bridge_fake_clock_set (clock, 3000000);
  assert_woke (&wakes, "S");
  iterate ();
  assert_woke (&wakes, "D");
  g_assert_cmpint (wakes.last, ==, 3000000);
}

static void
test_fake_zone (void)
{
  g_auto (Wakes) wakes = { 0 };
  g_autoptr (BridgeFakeClock) clock = fake_clock_new (&wakes);
  g_autofree char *id = NULL;
  g_autoptr (GTimeZone) zone = NULL;

  bridge_fake_clock_set_zone (clock, "Europe/Berlin");
  assert_woke (&wakes, "");
  bridge_fake_clock_set_zone (clock, "Asia/Kolkata");
  assert_woke (&wakes, "Z");

  id = bridge_clock_dup_zone_id (BRIDGE_CLOCK (clock));
  zone = bridge_clock_dup_zone (BRIDGE_CLOCK (clock));
  g_assert_cmpstr (id, ==, "Asia/Kolkata");
  g_assert_cmpint (offset_now (zone), ==, 19800);
}

static void
test_fake_local (void)
{
  g_autoptr (BridgeClock) clock = bridge_fake_clock_new_local ("2026-11-23T19:00", "Europe/Berlin");
  g_autofree char *first = bridge_local_format (bridge_clock_local_now (clock));
  g_autofree char *second = NULL;
  g_autofree char *there = NULL;

  g_assert_cmpstr (first, ==, "2026-11-23T19:00");
  g_assert_cmpint (bridge_clock_now (clock), ==, G_GINT64_CONSTANT (1795456800000));

  bridge_fake_clock_advance_to (BRIDGE_FAKE_CLOCK (clock), "2027-03-28T03:30");
  second = bridge_local_format (bridge_clock_local_now (clock));
  g_assert_cmpstr (second, ==, "2027-03-28T03:30");

  bridge_fake_clock_set_zone (BRIDGE_FAKE_CLOCK (clock), "America/New_York");
  there = bridge_local_format (bridge_clock_local_now (clock));
  g_assert_cmpstr (there, ==, "2027-03-27T21:30");
}

static void
test_fake_dispose (void)
{
  BridgeClock *clock = bridge_fake_clock_new (1000, "UTC");

  /* A late deadline must not outlive its clock. */
  bridge_clock_arm (clock, 5);
  g_assert_finalize_object (clock);
  iterate ();
}

static void
test_system_deadline (void)
{
  g_auto (Wakes) wakes = { .log = g_string_new (NULL) };
  g_autoptr (BridgeClock) clock = bridge_system_clock_new ();
  gint64 before = g_get_real_time () / 1000;
  gint64 now = bridge_clock_now (clock);
  g_autofree char *id = bridge_clock_dup_zone_id (clock);

  g_assert_cmpint (now, >=, before);
  g_assert_cmpint (now, <, before + 60000);
  g_assert_cmpstr (id, ==, "UTC");

  g_signal_connect (clock, "woke", G_CALLBACK (woke_cb), &wakes);
  bridge_clock_arm (clock, now + 50);
  wait_for_wake (&wakes, 20000);
  assert_woke (&wakes, "D");
  g_assert_cmpint (wakes.last, >=, now + 50);

  bridge_clock_arm (clock, BRIDGE_NEVER);
  wait_for_wake (&wakes, 60);
  assert_woke (&wakes, "");

  g_assert_finalize_object (g_steal_pointer (&clock));
}

/* A clock that looks at a link of ours instead of /etc/localtime. */
static BridgeClock *
system_clock_new_at (const char *path)
{
  return g_object_new (BRIDGE_TYPE_SYSTEM_CLOCK, "localtime-path", path, NULL);
}

static void
replace_link (const char *path,
              const char *target)
{
  g_autofree char *other = g_strconcat (path, ".new", NULL);

  g_assert_cmpint (symlink (target, other), ==, 0);
  g_assert_cmpint (g_rename (other, path), ==, 0);
}

static void
copy_zone (const char *zone,
           const char *path,
           gboolean    replace)
{
  g_autofree char *from = g_build_filename ("/usr/share/zoneinfo", zone, NULL);
  g_autofree char *contents = NULL;
  g_autoptr (GError) error = NULL;
  gsize length = 0;

  g_file_get_contents (from, &contents, &length, &error);
  g_assert_no_error (error);
  g_file_set_contents_full (path, contents, length, replace ? G_FILE_SET_CONTENTS_CONSISTENT : G_FILE_SET_CONTENTS_NONE,
                            0644, &error);
  g_assert_no_error (error);
}

static void
test_system_localtime (void)
{
  g_auto (Wakes) wakes = { .log = g_string_new (NULL) };
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = g_dir_make_tmp ("footbridge-clock-XXXXXX", &error);
  g_autofree char *path = g_build_filename (folder, "localtime", NULL);
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;
  g_autofree char *nameless = NULL;
  g_autoptr (GTimeZone) zone = NULL;
  g_autoptr (BridgeClock) clock = NULL;

  g_assert_no_error (error);
  replace_link (path, "/usr/share/zoneinfo/Europe/Lisbon");

  g_unsetenv ("TZ");
  clock = system_clock_new_at (path);
  g_signal_connect (clock, "woke", G_CALLBACK (woke_cb), &wakes);
  first = bridge_clock_dup_zone_id (clock);
  g_assert_cmpstr (first, ==, "Europe/Lisbon");
  g_assert_cmpstr (bridge_clock_get_zone_source (clock), ==, "localtime");

  bridge_clock_arm (clock, BRIDGE_NEVER);
  replace_link (path, "../usr/share/zoneinfo/Asia/Kolkata");
  wait_for_wake (&wakes, 20000);
  g_assert_cmpint (wakes.log->str[0], ==, 'Z');
  second = bridge_clock_dup_zone_id (clock);
  zone = bridge_clock_dup_zone (clock);
  g_assert_cmpstr (second, ==, "Asia/Kolkata");
  g_assert_cmpint (offset_now (zone), ==, 19800);

  /* A file that is no link has a zone, but no name for it. */
  g_clear_object (&clock);
  g_clear_pointer (&zone, g_time_zone_unref);
  g_assert_cmpint (g_unlink (path), ==, 0);
  copy_zone ("Asia/Kolkata", path, TRUE);
  clock = system_clock_new_at (path);
  nameless = bridge_clock_dup_zone_id (clock);
  zone = bridge_clock_dup_zone (clock);
  g_assert_cmpstr (nameless, ==, "UTC");
  g_assert_cmpstr (bridge_clock_get_zone_source (clock), ==, "nameless");
  g_assert_cmpint (offset_now (zone), ==, 19800);
  g_clear_pointer (&zone, g_time_zone_unref);

  /* Another one, written into its place or over it, is another zone. */
  g_signal_connect (clock, "woke", G_CALLBACK (woke_cb), &wakes);
  bridge_clock_arm (clock, BRIDGE_NEVER);
  for (int i = 0; i < 2; i++)
    {
      copy_zone (i == 0 ? "Asia/Tokyo" : "Asia/Kathmandu", path, i == 0);
      g_string_truncate (wakes.log, 0);
      wait_for_wake (&wakes, 20000);
      g_assert_cmpint (wakes.log->str[0], ==, 'Z');
      zone = bridge_clock_dup_zone (clock);
      g_assert_cmpint (offset_now (zone), ==, i == 0 ? 32400 : 20700);
      g_clear_pointer (&zone, g_time_zone_unref);
      wait_for_wake (&wakes, 300);
    }

  g_setenv ("TZ", "UTC", TRUE);
  g_assert_cmpint (g_unlink (path), ==, 0);
  g_assert_cmpint (g_rmdir (folder), ==, 0);
}

static void
test_system_environment (void)
{
  static const struct { const char *tz, *id; int offset; } cases[] = {
    { "Asia/Kolkata", "Asia/Kolkata", 19800 },
    { ":Asia/Kolkata", "Asia/Kolkata", 19800 },
    { "/usr/share/zoneinfo/Asia/Kolkata", "Asia/Kolkata", 19800 },
    { "IST-5:30", "IST-5:30", 19800 },
    { "", "UTC", 0 },
    { "Mars/Olympus_Mons", "UTC", 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (BridgeClock) clock = NULL;
      g_autofree char *id = NULL;
      g_autoptr (GTimeZone) zone = NULL;

      g_setenv ("TZ", cases[i].tz, TRUE);
      clock = bridge_system_clock_new ();
      id = bridge_clock_dup_zone_id (clock);
      zone = bridge_clock_dup_zone (clock);
      g_assert_cmpstr (id, ==, cases[i].id);
      g_assert_cmpstr (bridge_clock_get_zone_source (clock), ==, "environment");
      g_assert_cmpint (offset_now (zone), ==, cases[i].offset);
    }

  g_setenv ("TZ", "UTC", TRUE);
}

/* A stand-in for the system's timedated. */
static const char timedate_xml[] =
  "<node><interface name='org.freedesktop.timedate1'>"
  "<property name='Timezone' type='s' access='read'/></interface></node>";

static const char *timedate_zone = "America/New_York";

static GVariant *
timedate_get_cb (GDBusConnection  *bus,
                 const char       *sender,
                 const char       *path,
                 const char       *interface,
                 const char       *property,
                 GError          **error,
                 gpointer          user_data)
{
  return g_variant_new_string (timedate_zone);
}

/* (transfer full): the connection on which it answers */
static GDBusConnection *
serve_timedate (const char *address)
{
  static const GDBusInterfaceVTable vtable = { .get_property = timedate_get_cb };
  g_autoptr (GError) error = NULL;
  g_autoptr (GDBusConnection) bus = NULL;
  g_autoptr (GDBusNodeInfo) info = g_dbus_node_info_new_for_xml (timedate_xml, &error);
  g_autoptr (GVariant) reply = NULL;

  g_assert_no_error (error);
  bus = g_dbus_connection_new_for_address_sync (address,
                                                G_DBUS_CONNECTION_FLAGS_AUTHENTICATION_CLIENT |
                                                  G_DBUS_CONNECTION_FLAGS_MESSAGE_BUS_CONNECTION,
                                                NULL, NULL, &error);
  g_assert_no_error (error);
  g_dbus_connection_register_object (bus, "/org/freedesktop/timedate1", info->interfaces[0], &vtable, NULL, NULL,
                                     &error);
  g_assert_no_error (error);
  reply = g_dbus_connection_call_sync (bus, "org.freedesktop.DBus", "/org/freedesktop/DBus", "org.freedesktop.DBus",
                                       "RequestName", g_variant_new ("(su)", "org.freedesktop.timedate1", 4), NULL,
                                       G_DBUS_CALL_FLAGS_NONE, -1, NULL, &error);
  g_assert_no_error (error);
  return g_steal_pointer (&bus);
}

static void
ask_timedate (void)
{
  g_auto (Wakes) wakes = { .log = g_string_new (NULL) };
  g_autoptr (GError) error = NULL;
  g_autoptr (GTestDBus) daemon = g_test_dbus_new (G_TEST_DBUS_NONE);
  g_autoptr (GDBusConnection) bus = NULL;
  g_autoptr (BridgeClock) clock = NULL;
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;
  GVariantBuilder changed;

  g_test_dbus_up (daemon);
  g_setenv ("DBUS_SYSTEM_BUS_ADDRESS", g_test_dbus_get_bus_address (daemon), TRUE);
  bus = serve_timedate (g_test_dbus_get_bus_address (daemon));

  g_unsetenv ("TZ");
  clock = system_clock_new_at ("/nowhere/localtime");
  g_signal_connect (clock, "woke", G_CALLBACK (woke_cb), &wakes);
  g_assert_cmpstr (bridge_clock_get_zone_source (clock), ==, "unknown");
  bridge_clock_arm (clock, BRIDGE_NEVER);
  wait_for_wake (&wakes, 20000);
  assert_woke (&wakes, "Z");
  g_assert_cmpstr (bridge_clock_get_zone_source (clock), ==, "timedate1");
  first = bridge_clock_dup_zone_id (clock);
  g_assert_cmpstr (first, ==, "America/New_York");

  g_variant_builder_init (&changed, G_VARIANT_TYPE_VARDICT);
  g_variant_builder_add (&changed, "{sv}", "Timezone", g_variant_new_string ("Asia/Tokyo"));
  g_dbus_connection_emit_signal (bus, NULL, "/org/freedesktop/timedate1", "org.freedesktop.DBus.Properties",
                                 "PropertiesChanged",
                                 g_variant_new ("(sa{sv}as)", "org.freedesktop.timedate1", &changed, NULL), &error);
  g_assert_no_error (error);
  wait_for_wake (&wakes, 20000);
  assert_woke (&wakes, "Z");
  second = bridge_clock_dup_zone_id (clock);
  g_assert_cmpstr (second, ==, "Asia/Tokyo");

  g_assert_finalize_object (g_steal_pointer (&clock));

  g_setenv ("TZ", "UTC", TRUE);
  g_dbus_connection_close_sync (bus, NULL, NULL);
  g_test_dbus_stop (daemon);
}

/* In a process of its own: GIO has one system bus a process, and the clocks of the tests before may still be on their
 * way to finding out that there is none. */
static void
test_system_timedate (void)
{
  if (g_test_subprocess ())
    {
      ask_timedate ();
      return;
    }

  g_test_trap_subprocess (NULL, 0, G_TEST_SUBPROCESS_DEFAULT);
  g_test_trap_assert_passed ();
}

static GSubprocess *
start_bus (const char *address)
{
  g_autofree char *option = g_strconcat ("--address=", address, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (GSubprocess) daemon = NULL;
  g_autoptr (GDataInputStream) output = NULL;
  g_autofree char *line = NULL;

  daemon = g_subprocess_new (G_SUBPROCESS_FLAGS_STDOUT_PIPE, &error, "dbus-daemon", "--session", "--nofork",
                             "--print-address", option, NULL);
  g_assert_no_error (error);
  output = g_data_input_stream_new (g_subprocess_get_stdout_pipe (daemon));
  line = g_data_input_stream_read_line (output, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_nonnull (line);
  return g_steal_pointer (&daemon);
}

static void
lose_bus (void)
{
  g_auto (Wakes) wakes = { .log = g_string_new (NULL) };
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = g_dir_make_tmp ("footbridge-clock-XXXXXX", &error);
  g_autofree char *socket = g_build_filename (folder, "bus", NULL);
  g_autofree char *address = g_strconcat ("unix:path=", socket, NULL);
  g_autoptr (GSubprocess) daemon = start_bus (address);
  g_autoptr (GDBusConnection) timedate = serve_timedate (address);
  g_autoptr (BridgeClock) clock = NULL;
  g_autofree char *kept = NULL;
  g_autofree char *found = NULL;

  g_setenv ("DBUS_SYSTEM_BUS_ADDRESS", address, TRUE);
  g_unsetenv ("TZ");
  clock = system_clock_new_at ("/nowhere/localtime");
  g_signal_connect (clock, "woke", G_CALLBACK (woke_cb), &wakes);
  bridge_clock_arm (clock, BRIDGE_NEVER);
  wait_for_wake (&wakes, 20000);
  assert_woke (&wakes, "Z");

  /* It ends, and this process does not; what was known stays. */
  g_subprocess_force_exit (daemon);
  g_subprocess_wait (daemon, NULL, NULL);
  wait_for_wake (&wakes, 500);
  assert_woke (&wakes, "");
  kept = bridge_clock_dup_zone_id (clock);
  g_assert_cmpstr (kept, ==, timedate_zone);

  /* Without one the clock goes on. */
  bridge_clock_arm (clock, bridge_clock_now (clock) + 20);
  wait_for_wake (&wakes, 20000);
  assert_woke (&wakes, "D");

  /* One that comes later is found with the next wake. */
  g_clear_object (&timedate);
  g_clear_object (&daemon);
  g_unlink (socket);
  daemon = start_bus (address);
  timedate_zone = "Asia/Tokyo";
  timedate = serve_timedate (address);
  bridge_clock_arm (clock, bridge_clock_now (clock) + 20);
  wait_for_wake (&wakes, 20000);
  assert_woke (&wakes, "D");
  wait_for_wake (&wakes, 20000);
  assert_woke (&wakes, "Z");
  found = bridge_clock_dup_zone_id (clock);
  g_assert_cmpstr (found, ==, "Asia/Tokyo");

  g_assert_finalize_object (g_steal_pointer (&clock));
  g_subprocess_force_exit (daemon);
  g_subprocess_wait (daemon, NULL, NULL);
  g_unlink (socket);
  g_assert_cmpint (g_rmdir (folder), ==, 0);
}

static void
test_system_lost_bus (void)
{
  if (g_test_subprocess ())
    {
      lose_bus ();
      return;
    }

  g_test_trap_subprocess (NULL, 0, G_TEST_SUBPROCESS_DEFAULT);
  g_test_trap_assert_passed ();
}

static GLogWriterOutput
count_message (GLogLevelFlags   level,
               const GLogField *fields,
               gsize            n_fields,
               gpointer         n_messages)
{
  if (level & G_LOG_LEVEL_MESSAGE)
    ++*(int *) n_messages;

  return g_log_writer_default (level, fields, n_fields, NULL);
}

static void
do_without_timer (void)
{
  g_auto (Wakes) wakes = { .log = g_string_new (NULL) };
  g_autoptr (BridgeClock) clock = NULL;
  int n_messages = 0;

  g_log_set_writer_func (count_message, &n_messages, NULL);

  /* Whoever only asks for the time is told it, and nothing else. */
  no_timers = TRUE;
  clock = bridge_system_clock_new ();
  g_assert_cmpint (bridge_clock_now (clock), >, 0);
  g_assert_cmpint (n_messages, ==, 0);

  /* Whoever waits is woken, and is told once what that rests on. */
  g_signal_connect (clock, "woke", G_CALLBACK (woke_cb), &wakes);
  bridge_clock_arm (clock, bridge_clock_now (clock) + 60000);
  bridge_clock_arm (clock, bridge_clock_now (clock) + 50);
  g_assert_cmpint (n_messages, ==, 1);
  wait_for_wake (&wakes, 20000);
  assert_woke (&wakes, "D");

  bridge_clock_arm (clock, bridge_clock_now (clock) + 20);
  bridge_clock_arm (clock, BRIDGE_NEVER);
  wait_for_wake (&wakes, 60);
  assert_woke (&wakes, "");

  /* One that has passed wakes from the loop; a late one does not outlive its clock. */
  bridge_clock_arm (clock, 5);
  assert_woke (&wakes, "");
  wait_for_wake (&wakes, 20000);
  assert_woke (&wakes, "D");
  bridge_clock_arm (clock, 5);
  g_assert_finalize_object (g_steal_pointer (&clock));
  wait_for_wake (&wakes, 20);
  assert_woke (&wakes, "");
}

static void
test_system_no_timer (void)
{
  if (g_test_subprocess ())
    {
      do_without_timer ();
      return;
    }

  g_test_trap_subprocess (NULL, 0, G_TEST_SUBPROCESS_DEFAULT);
  g_test_trap_assert_passed ();
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/clock/fake/advance", test_fake_advance);
  g_test_add_func ("/clock/fake/chain", test_fake_chain);
  g_test_add_func ("/clock/fake/past", test_fake_past);
  g_test_add_func ("/clock/fake/set", test_fake_set);
  g_test_add_func ("/clock/fake/zone", test_fake_zone);
  g_test_add_func ("/clock/fake/local", test_fake_local);
  g_test_add_func ("/clock/fake/dispose", test_fake_dispose);
  g_test_add_func ("/clock/system/deadline", test_system_deadline);
  g_test_add_func ("/clock/system/localtime", test_system_localtime);
  g_test_add_func ("/clock/system/environment", test_system_environment);
  g_test_add_func ("/clock/system/timedate", test_system_timedate);
  g_test_add_func ("/clock/system/lost-bus", test_system_lost_bus);
  g_test_add_func ("/clock/system/no-timer", test_system_no_timer);

  return g_test_run ();
}

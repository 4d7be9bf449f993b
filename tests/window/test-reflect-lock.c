/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gstdio.h>

#include "bridge-code-form.h"
#include "bridge-private-editor.h"
#include "bridge-private-view.h"
#include "bridge-statement.h"
#include "bridge-window.h"
#include "reflect-fixture.h"

/* Whatever locks a private space: afterwards nothing of it is in any widget. */

/* After locking nothing of it is in any widget, and what was begun comes back as a draft. */
static void
test_lock (RitualsFixture *fixture,
           gconstpointer   partner)
{
  GtkWidget *editor;

  reflect_set_up (fixture);
  editor = reflect_begin (fixture, "journal");
  reflect_type_into (editor, PLANTED " once");
  reflect_apply (editor);
  reflect_wait_until_gone (BRIDGE_TYPE_PRIVATE_EDITOR);
  editor = reflect_begin (fixture, "journal");
  reflect_type_into (editor, PLANTED " begun");
  g_assert_true (reflect_is_said (PLANTED));

  gtk_widget_activate_action (fixture->window, "win.lock", NULL);
  reflect_wait_until_gone (BRIDGE_TYPE_PRIVATE_EDITOR);
  g_assert_false (bridge_private_get_unlocked (reflect_get_private (fixture)));
  g_assert_null (find_type (fixture->window, BRIDGE_TYPE_PRIVATE_VIEW));
  g_assert_false (reflect_is_said (PLANTED));
  g_assert_null (bridge_space_get_undo_label (fixture->space));
  g_assert_true (gtk_widget_get_mapped (find_button (fixture->window, "_Unlock…")));

  reflect_unlock (fixture);
  g_assert_true (reflect_is_said (PLANTED " begun"));
  g_assert_true (reflect_is_said ("Draft"));

  /* By itself, from the editor as well. */
  editor = reflect_begin (fixture, "journal");
  reflect_type_into (editor, PLANTED " idle");
  bridge_fake_clock_advance (BRIDGE_FAKE_CLOCK (fixture->clock), 5 * 60000);
  settle ();
  g_assert_false (bridge_private_get_unlocked (reflect_get_private (fixture)));
  g_assert_null (reflect_get_form (BRIDGE_TYPE_PRIVATE_EDITOR));
  g_assert_false (reflect_is_said (PLANTED));
}

/* What is said in passing does not outlast what it is about, however it is locked; that a draft could not be kept does. */
static void
test_said (RitualsFixture *fixture,
           gconstpointer   partner)
{
  g_autoptr (GError) error = NULL;

  reflect_set_up (fixture);
  for (guint i = 0; i < 3; i++)
    {
      GtkWidget *editor = reflect_begin (fixture, "journal");

      reflect_type_into (editor, PLANTED " once");
      reflect_apply (editor);
      reflect_wait_until_gone (BRIDGE_TYPE_PRIVATE_EDITOR);
      g_assert_true (reflect_is_said ("Written down"));
      if (i == 0)
        gtk_widget_activate_action (fixture->window, "win.lock", NULL);
      else if (i == 1)
        bridge_fake_clock_advance (BRIDGE_FAKE_CLOCK (fixture->clock), 5 * 60000);
      else
        g_assert_true (bridge_space_erase_private (fixture->space,
                                                   bridge_person_get_id (bridge_space_get_me (fixture->space)), &error));
      g_assert_no_error (error);
      g_assert_false (bridge_private_get_unlocked (reflect_get_private (fixture)));
      g_assert_false (reflect_is_said ("Written down"));
      if (i < 2)
        reflect_unlock (fixture);
    }
}

/* Nothing is lost without a word. */
static void
test_said_of_draft (RitualsFixture *fixture,
                    gconstpointer   partner)
{
  BridgeDatabase *db = bridge_space_get_database (fixture->space);
  g_autoptr (GError) error = NULL;
  GtkWidget *editor;

  reflect_set_up (fixture);
  editor = reflect_begin (fixture, "journal");
  reflect_type_into (editor, PLANTED " begun");
  bridge_statement_execute (db, "CREATE TRIGGER full BEFORE UPDATE ON private_entries BEGIN SELECT RAISE (ABORT, 'full'); END", &error);
  g_assert_no_error (error);
  gtk_widget_activate_action (fixture->window, "win.lock", NULL);
  settle ();
  g_assert_false (bridge_private_get_unlocked (reflect_get_private (fixture)));
  g_assert_false (reflect_is_said (PLANTED));
  g_assert_true (reflect_is_said ("This does not fit to what is stored"));
  bridge_statement_execute (db, "DROP TRIGGER full", &error);
}

/* A recovery code that nobody confirmed goes like everything else, but not without a word. */
static void
test_said_of_code (RitualsFixture *fixture,
                   gconstpointer   partner)
{
  static const char code[] = "7K2QD-M4XNB-0TT5E-PW8HV-9RZ3C-AAJ6G-1YS0F";

  reflect_set_up (fixture);
  gtk_window_present (GTK_WINDOW (bridge_code_form_new (reflect_get_private (fixture), code, GTK_WINDOW (fixture->window))));
  settle ();
  g_assert_true (reflect_is_said ("7K2QD"));
  bridge_fake_clock_advance (BRIDGE_FAKE_CLOCK (fixture->clock), 5 * 60000);
  settle ();
  g_assert_false (bridge_private_get_unlocked (reflect_get_private (fixture)));
  g_assert_null (reflect_get_form (BRIDGE_TYPE_CODE_FORM));
  g_assert_false (reflect_is_said ("7K2QD"));
  g_assert_true (reflect_is_said ("New Recovery Code"));
}

/* Handed over: what was begun is sealed for the one, and the other one has a door of their own. */
static void
test_hand_over (RitualsFixture *fixture,
                gconstpointer   partner)
{
  const char *ada = bridge_person_get_id (bridge_space_get_me (fixture->space));
  const char *other = bridge_person_get_id (bridge_space_get_partner (fixture->space));
  g_autoptr (GError) error = NULL;
  GtkWidget *editor;

  reflect_set_up (fixture);
  editor = reflect_begin (fixture, "journal");
  reflect_type_into (editor, PLANTED " begun");
  g_assert_true (bridge_space_set_speaker (fixture->space, other, &error));
  settle ();
  g_assert_null (reflect_get_form (BRIDGE_TYPE_PRIVATE_EDITOR));
  g_assert_false (reflect_is_said (PLANTED));
  bridge_window_show_page (BRIDGE_WINDOW (fixture->window), "reflect");
  settle ();
  g_assert_nonnull (find_button (fixture->window, "_Set Up…"));

  g_assert_true (bridge_space_set_speaker (fixture->space, ada, &error));
  settle ();
  bridge_window_show_page (BRIDGE_WINDOW (fixture->window), "reflect");
  settle ();
  reflect_unlock (fixture);
  g_assert_true (reflect_is_said (PLANTED " begun"));
}

/* Already while it is passed on, before anybody says who is here. */
static void
test_cover (RitualsFixture *fixture,
            gconstpointer   partner)
{
  reflect_set_up (fixture);
  g_assert_true (bridge_private_get_unlocked (reflect_get_private (fixture)));
  gtk_widget_activate_action (fixture->window, "win.hand-over", NULL);
  settle ();
  g_assert_false (bridge_private_get_unlocked (reflect_get_private (fixture)));
}

static void
owned_cb (GDBusConnection *connection,
          const char      *name,
          gpointer         user_data)
{
  *(gboolean *) user_data = TRUE;
}

/* The desktop locks the screen, and says so; that it is unlocked opens nothing. */
static void
test_screen_lock (RitualsFixture *fixture,
                  gconstpointer   partner)
{
  static const char *const names[] = { "org.gnome.ScreenSaver", "org.freedesktop.ScreenSaver" };
  g_autoptr (GError) error = NULL;
  g_autofree char *address = g_dbus_address_get_for_bus_sync (G_BUS_TYPE_SESSION, NULL, &error);
  g_autoptr (GDBusConnection) bus =
    g_dbus_connection_new_for_address_sync (address, G_DBUS_CONNECTION_FLAGS_AUTHENTICATION_CLIENT |
                                            G_DBUS_CONNECTION_FLAGS_MESSAGE_BUS_CONNECTION, NULL, NULL, &error);

  g_assert_no_error (error);
  reflect_set_up (fixture);
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      gint64 end = g_get_monotonic_time () + 20 * G_USEC_PER_SEC;
      gboolean owned = FALSE;
      guint owner = g_bus_own_name_on_connection (bus, names[i], G_BUS_NAME_OWNER_FLAGS_NONE, owned_cb, NULL, &owned, NULL);

      while (!owned)
        g_main_context_iteration (NULL, TRUE);
      settle (); /* whoever listens has heard of the name's owner */
      g_assert_true (g_dbus_connection_emit_signal (bus, NULL, "/org/desktop/ScreenSaver", names[i], "ActiveChanged",
                                                    g_variant_new ("(b)", FALSE), &error));
      settle ();
      g_assert_true (bridge_private_get_unlocked (reflect_get_private (fixture)));
      g_assert_true (g_dbus_connection_emit_signal (bus, NULL, "/org/desktop/ScreenSaver", names[i], "ActiveChanged",
                                                    g_variant_new ("(b)", TRUE), &error));
      g_assert_no_error (error);
      while (bridge_private_get_unlocked (reflect_get_private (fixture)))
        {
          g_assert_cmpint (g_get_monotonic_time (), <, end);
          g_main_context_iteration (NULL, FALSE);
        }
      settle ();
      g_bus_unown_name (owner);
      reflect_unlock (fixture);
    }
  g_dbus_connection_close_sync (bus, NULL, NULL);
}

/* ---- The computer: logind on a system bus of its own */

typedef struct {
  GSubprocess *daemon;
  GDBusConnection *logind; /* (nullable) */
} SystemBus;

static void
start_bus (SystemBus  *bus,
           const char *address)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *config = g_test_build_filename (G_TEST_DIST, "support", "session.conf", NULL);
  g_autofree char *at = g_strconcat ("--address=", address, NULL);
  g_autofree char *from = g_strconcat ("--config-file=", config, NULL);
  char said[1];

  bus->daemon = g_subprocess_new (G_SUBPROCESS_FLAGS_STDOUT_PIPE, &error, "dbus-daemon", "--nofork", "--print-address", from,
                                  at, NULL);
  g_assert_no_error (error);
  /* It says its address when it can be spoken to. */
  g_assert_cmpint (g_input_stream_read (g_subprocess_get_stdout_pipe (bus->daemon), said, 1, NULL, &error), ==, 1);
  g_assert_no_error (error);
}

static void
stop_bus (SystemBus *bus)
{
  g_autoptr (GError) error = NULL;

  g_subprocess_force_exit (bus->daemon);
  g_subprocess_wait (bus->daemon, NULL, &error);
  g_assert_no_error (error);
  g_clear_object (&bus->daemon);
}

static void
start_logind (SystemBus  *bus,
              const char *address)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GVariant) owner = NULL;

  bus->logind = g_dbus_connection_new_for_address_sync (address, G_DBUS_CONNECTION_FLAGS_AUTHENTICATION_CLIENT |
                                                        G_DBUS_CONNECTION_FLAGS_MESSAGE_BUS_CONNECTION, NULL, NULL, &error);
  g_assert_no_error (error);
  owner = g_dbus_connection_call_sync (bus->logind, "org.freedesktop.DBus", "/org/freedesktop/DBus", "org.freedesktop.DBus",
                                       "RequestName", g_variant_new ("(su)", "org.freedesktop.login1", 4), NULL,
                                       G_DBUS_CALL_FLAGS_NONE, -1, NULL, &error);
  g_assert_no_error (error);
}

static void
stop_logind (SystemBus *bus)
{
  g_dbus_connection_close_sync (bus->logind, NULL, NULL);
  g_clear_object (&bus->logind);
}

static void
say_as_logind (SystemBus  *bus,
               const char *path,
               const char *interface,
               const char *member,
               GVariant   *parameters)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (g_dbus_connection_emit_signal (bus->logind, NULL, path, interface, member, parameters, &error));
  g_dbus_connection_flush_sync (bus->logind, NULL, &error);
  g_assert_no_error (error);
}

static void
say_lock (SystemBus *bus)
{
  say_as_logind (bus, "/org/freedesktop/login1/session/_32", "org.freedesktop.login1.Session", "Lock", NULL);
}

static void
say_sleep (SystemBus *bus,
           gboolean   begins)
{
  say_as_logind (bus, "/org/freedesktop/login1", "org.freedesktop.login1.Manager", "PrepareForSleep", g_variant_new ("(b)", begins));
}

static void
wait_until_locked (RitualsFixture *fixture)
{
  gint64 end = g_get_monotonic_time () + 20 * G_USEC_PER_SEC;

  while (bridge_private_get_unlocked (reflect_get_private (fixture)))
    {
      g_assert_cmpint (g_get_monotonic_time (), <, end);
      g_main_context_iteration (NULL, FALSE);
    }
  settle ();
  g_assert_null (reflect_get_form (BRIDGE_TYPE_PRIVATE_EDITOR));
  g_assert_false (reflect_is_said (PLANTED));
}

/* Something to hide, written and begun. */
static void
unlock_and_begin (RitualsFixture *fixture)
{
  if (!bridge_private_get_unlocked (reflect_get_private (fixture)))
    reflect_unlock (fixture);
  reflect_type_into (reflect_begin (fixture, "journal"), PLANTED " begun");
  g_assert_true (reflect_is_said (PLANTED));
}

/* Whoever listens has asked the bus for it. */
static void
wait_for_listener (SystemBus *bus)
{
  gint64 end = g_get_monotonic_time () + 20 * G_USEC_PER_SEC;
  gboolean listening = FALSE;

  while (!listening)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GVariant) reply =
        g_dbus_connection_call_sync (bus->logind, "org.freedesktop.DBus", "/org/freedesktop/DBus", "org.freedesktop.DBus",
                                     "ListNames", NULL, G_VARIANT_TYPE ("(as)"), G_DBUS_CALL_FLAGS_NONE, -1, NULL, &error);
      g_autoptr (GVariant) names = NULL;

      g_assert_no_error (error);
      names = g_variant_get_child_value (reply, 0);
      listening = g_variant_n_children (names) >= 4; /* the bus, logind and its unique name, and us */
      g_assert_cmpint (g_get_monotonic_time (), <, end);
      settle ();
    }
  settle ();
}

/* loginctl lock-session, the lid, the power button: all of it comes from logind, which may be restarted like the bus it is on. */
static void
test_logind (RitualsFixture *fixture,
             gconstpointer   partner)
{
  g_autofree char *before = g_strdup (g_getenv ("DBUS_SYSTEM_BUS_ADDRESS"));
  g_autofree char *path = g_build_filename (g_get_user_runtime_dir (), "bridge-system-bus", NULL);
  g_autofree char *address = g_strconcat ("unix:path=", path, NULL);
  SystemBus bus = { 0 };

  g_assert_no_errno (g_mkdir_with_parents (g_get_user_runtime_dir (), 0700));
  g_setenv ("DBUS_SYSTEM_BUS_ADDRESS", address, TRUE);
  start_bus (&bus, address);
  start_logind (&bus, address);
  reflect_set_up (fixture);
  wait_for_listener (&bus);

  unlock_and_begin (fixture);
  say_lock (&bus);
  wait_until_locked (fixture);

  /* It comes back from sleep: nothing opens, and nothing locks. */
  unlock_and_begin (fixture);
  say_sleep (&bus, FALSE);
  settle ();
  g_assert_true (bridge_private_get_unlocked (reflect_get_private (fixture)));
  say_sleep (&bus, TRUE);
  wait_until_locked (fixture);

  /* logind is restarted. */
  unlock_and_begin (fixture);
  stop_logind (&bus);
  settle ();
  g_assert_true (bridge_private_get_unlocked (reflect_get_private (fixture)));
  start_logind (&bus, address);
  wait_for_listener (&bus);
  say_lock (&bus);
  wait_until_locked (fixture);

  /* So is the bus: the window stays, and listens to the new one. */
  unlock_and_begin (fixture);
  g_clear_object (&bus.logind);
  stop_bus (&bus);
  wait_until_locked (fixture);
  g_unlink (path);
  start_bus (&bus, address);
  start_logind (&bus, address);
  wait_for_listener (&bus);
  unlock_and_begin (fixture);
  say_sleep (&bus, TRUE);
  wait_until_locked (fixture);

  stop_logind (&bus);
  stop_bus (&bus);
  g_unlink (path);
  if (before != NULL)
    g_setenv ("DBUS_SYSTEM_BUS_ADDRESS", before, TRUE);
  else
    g_unsetenv ("DBUS_SYSTEM_BUS_ADDRESS");
}

/* Without a system bus everything else locks. */
static void
test_no_system_bus (RitualsFixture *fixture,
                    gconstpointer   partner)
{
  g_autofree char *before = g_strdup (g_getenv ("DBUS_SYSTEM_BUS_ADDRESS"));

  g_setenv ("DBUS_SYSTEM_BUS_ADDRESS", "unix:path=/nowhere/at/all", TRUE);
  reflect_set_up (fixture);
  unlock_and_begin (fixture);
  bridge_fake_clock_advance (BRIDGE_FAKE_CLOCK (fixture->clock), 5 * 60000);
  wait_until_locked (fixture);
  unlock_and_begin (fixture);
  gtk_widget_activate_action (fixture->window, "win.lock", NULL);
  wait_until_locked (fixture);
  if (before != NULL)
    g_setenv ("DBUS_SYSTEM_BUS_ADDRESS", before, TRUE);
  else
    g_unsetenv ("DBUS_SYSTEM_BUS_ADDRESS");
}

#define ADD(path, partner, function) \
  g_test_add (path, RitualsFixture, partner, rituals_fixture_set_up, function, rituals_fixture_tear_down)

int
main (int    argc,
      char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();

  ADD ("/window/reflect-lock/lock", "Robin", test_lock);
  ADD ("/window/reflect-lock/said", "Robin", test_said);
  ADD ("/window/reflect-lock/said-of-draft", "Robin", test_said_of_draft);
  ADD ("/window/reflect-lock/said-of-code", "Robin", test_said_of_code);
  ADD ("/window/reflect-lock/hand-over", "Robin", test_hand_over);
  ADD ("/window/reflect-lock/cover", "Robin", test_cover);
  ADD ("/window/reflect-lock/screen-lock", "Robin", test_screen_lock);
  ADD ("/window/reflect-lock/logind", "Robin", test_logind);
  ADD ("/window/reflect-lock/no-system-bus", "Robin", test_no_system_bus);

  return g_test_run ();
}

/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gstdio.h>

#include "bridge-background.h"
#include "bridge-preferences.h"
#include "bridge-window.h"
#include "own-bus.h"
#include "rituals-fixture.h"

/* When the desktop is asked, and when not: with windows that have the keyboard or have it not, as if in a Flatpak. */

/* Linked in the place of GLib's. */
gboolean __real_g_file_test (const char *path, GFileTest test);
gboolean __wrap_g_file_test (const char *path, GFileTest test);

gboolean
__wrap_g_file_test (const char *path,
                    GFileTest   test)
{
  return g_str_equal (path, "/.flatpak-info") || __real_g_file_test (path, test);
}

static const char interface_xml[] =
    "<node><interface name='org.freedesktop.portal.Background'>"
    "<method name='RequestBackground'><arg type='s' direction='in'/><arg type='a{sv}' direction='in'/>"
    "<arg type='o' direction='out'/></method></interface></node>";

/* A desktop that allows it. */
typedef struct {
  RitualsFixture base;
  GDBusConnection *desktop;
  guint calls;
  GtkWidget *other; /* (nullable): a window that has the keyboard instead */
} Asked;

static void
asked_cb (GDBusConnection       *connection,
          const char            *sender,
          const char            *path,
          const char            *interface,
          const char            *method,
          GVariant              *parameters,
          GDBusMethodInvocation *invocation,
          gpointer               user_data)
{
  Asked *asked = user_data;
  g_autoptr (GVariant) options = g_variant_get_child_value (parameters, 1);
  g_autofree char *client = g_strdelimit (g_strdup (sender + 1), ".", '_');
  g_autofree char *handle = NULL;
  const char *token;
  GVariantDict results;

  asked->calls++;
  g_assert_true (g_variant_lookup (options, "handle_token", "&s", &token));
  handle = g_strdup_printf ("/org/freedesktop/portal/desktop/request/%s/%s", client, token);
  g_dbus_method_invocation_return_value (invocation, g_variant_new ("(o)", handle));

  g_variant_dict_init (&results, NULL);
  g_variant_dict_insert (&results, "background", "b", TRUE);
  g_variant_dict_insert (&results, "autostart", "b", TRUE);
  g_dbus_connection_emit_signal (connection, sender, handle, "org.freedesktop.portal.Request", "Response",
                                 g_variant_new ("(u@a{sv})", 0, g_variant_dict_end (&results)), NULL);
}

static void
set_up (Asked         *asked,
        gconstpointer  partner)
{
  static const GDBusInterfaceVTable vtable = { .method_call = asked_cb };
  g_autoptr (GDBusNodeInfo) info = g_dbus_node_info_new_for_xml (interface_xml, NULL);
  g_autoptr (GVariant) reply = NULL;
  g_autoptr (GError) error = NULL;

  /* The folder that a service started at log-in would look after. */
  asked->base.folder = g_build_filename (g_get_user_data_dir (), "footbridge", NULL);
  g_assert_no_errno (g_mkdir_with_parents (asked->base.folder, 0700));
  asked->base.clock = bridge_fake_clock_new_local ("2026-11-22T18:00", "Europe/Berlin");
  asked->base.space = bridge_space_open (asked->base.folder, asked->base.clock, &error);
  g_assert_no_error (error);
  g_assert_true (bridge_space_set_up (asked->base.space, "Ada", "Robin", &error));
  g_assert_no_error (error);
  g_assert_true (bridge_background_applies (asked->base.space));

  asked->desktop = g_dbus_connection_new_for_address_sync (
      g_getenv ("DBUS_SESSION_BUS_ADDRESS"),
      G_DBUS_CONNECTION_FLAGS_AUTHENTICATION_CLIENT | G_DBUS_CONNECTION_FLAGS_MESSAGE_BUS_CONNECTION, NULL, NULL, &error);
  g_assert_no_error (error);
  g_dbus_connection_register_object (asked->desktop, "/org/freedesktop/portal/desktop", info->interfaces[0], &vtable, asked,
                                     NULL, &error);
  g_assert_no_error (error);
  reply = g_dbus_connection_call_sync (asked->desktop, "org.freedesktop.DBus", "/", "org.freedesktop.DBus", "RequestName",
                                       g_variant_new ("(su)", "org.freedesktop.portal.Desktop", 4), NULL, 0, -1, NULL, &error);
  g_assert_no_error (error);
}

static void
tear_down (Asked         *asked,
           gconstpointer  partner)
{
  if (asked->other != NULL)
    gtk_window_destroy (GTK_WINDOW (asked->other));
  g_dbus_connection_close_sync (asked->desktop, NULL, NULL);
  g_clear_object (&asked->desktop);
  rituals_fixture_tear_down (&asked->base, NULL);
}

static void
take_keyboard_away (Asked *asked)
{
  asked->other = gtk_window_new ();
  gtk_window_set_default_size (GTK_WINDOW (asked->other), 200, 200);
  activate (asked->other);
  wait_until_active (asked->base.window, FALSE);
}

static void
wait_for_answer (Asked *asked)
{
  gint64 end = g_get_monotonic_time () + 20 * G_USEC_PER_SEC;

  while (bridge_space_get_background (asked->base.space) != BRIDGE_BACKGROUND_ALLOWED)
    {
      g_assert_cmpint (g_get_monotonic_time (), <, end);
      g_main_context_iteration (NULL, FALSE);
      g_usleep (1000);
    }
  settle ();
}

static void
test_active (Asked         *asked,
             gconstpointer  partner)
{
  rituals_fixture_show (&asked->base, gtk_label_new ("Today"));
  activate (asked->base.window);
  g_assert_true (bridge_space_set_reminders_on (asked->base.space, TRUE, NULL));
  bridge_background_reminders_switched (asked->base.window, asked->base.space, TRUE);
  wait_for_answer (asked);
  g_assert_cmpuint (asked->calls, ==, 1);
}

/* A desktop that cannot show its question remembers a "no" for good: it waits until somebody is there, and is put once. */
static void
test_not_active (Asked         *asked,
                 gconstpointer  partner)
{
  rituals_fixture_show (&asked->base, gtk_label_new ("Today"));
  activate (asked->base.window);
  take_keyboard_away (asked);
  g_assert_true (bridge_space_set_reminders_on (asked->base.space, TRUE, NULL));
  bridge_background_reminders_switched (asked->base.window, asked->base.space, TRUE);
  for (int i = 0; i < 5; i++)
    settle ();
  g_assert_cmpuint (asked->calls, ==, 0);
  g_assert_cmpint (bridge_space_get_background (asked->base.space), ==, BRIDGE_BACKGROUND_UNKNOWN);

  activate (asked->base.window);
  wait_for_answer (asked);
  g_assert_cmpuint (asked->calls, ==, 1);

  activate (asked->other);
  wait_until_active (asked->base.window, FALSE);
  activate (asked->base.window);
  for (int i = 0; i < 5; i++)
    settle ();
  g_assert_cmpuint (asked->calls, ==, 1);
}

/* Switched off again before anybody was there: nothing is to be asked any more. */
static void
test_off_again (Asked         *asked,
                gconstpointer  partner)
{
  rituals_fixture_show (&asked->base, gtk_label_new ("Today"));
  activate (asked->base.window);
  take_keyboard_away (asked);
  g_assert_true (bridge_space_set_reminders_on (asked->base.space, TRUE, NULL));
  bridge_background_reminders_switched (asked->base.window, asked->base.space, TRUE);
  g_assert_true (bridge_space_set_reminders_on (asked->base.space, FALSE, NULL));
  bridge_background_reminders_switched (asked->base.window, asked->base.space, FALSE);

  activate (asked->base.window);
  for (int i = 0; i < 5; i++)
    settle ();
  g_assert_cmpuint (asked->calls, ==, 0);
}

/* The strip above the pages turns them on as the preferences do. */
static void
test_strip (Asked         *asked,
            gconstpointer  partner)
{
  g_autoptr (BridgeRitual) ritual =
    rituals_fixture_add (&asked->base, "Ten quiet minutes", "2026-11-22T19:00", "FREQ=DAILY", BRIDGE_RITUAL_AGREED);

  asked->base.window = bridge_window_new (NULL);
  bridge_window_set_space (BRIDGE_WINDOW (asked->base.window), asked->base.space);
  activate (asked->base.window);
  settle ();
  click (find_button (asked->base.window, "_Turn On"));
  wait_for_answer (asked);
  g_assert_cmpuint (asked->calls, ==, 1);
}

/* What the desktop answered is said where reminders are turned on, and the switch promises no more than that. */
static void
test_preferences (Asked         *asked,
                  gconstpointer  partner)
{
  GtkWidget *row;

  g_assert_true (bridge_space_set_reminders_on (asked->base.space, TRUE, NULL));
  g_assert_true (bridge_space_set_background (asked->base.space, BRIDGE_BACKGROUND_ALLOWED, NULL));
  asked->base.window = bridge_preferences_new (asked->base.space, NULL, NULL);
  gtk_window_present (GTK_WINDOW (asked->base.window));
  gtk_test_widget_wait_for_draw (asked->base.window);
  row = find_row (asked->base.window, "Remind me");
  g_assert_cmpstr (adw_action_row_get_subtitle (ADW_ACTION_ROW (row)), ==, "Also when this window is closed.");
  g_assert_true (gtk_widget_get_mapped (find_row (asked->base.window, "When this window is closed")));

  g_assert_true (bridge_space_set_background (asked->base.space, BRIDGE_BACKGROUND_REFUSED, NULL));
  settle ();
  g_assert_cmpstr (adw_action_row_get_subtitle (ADW_ACTION_ROW (row)), ==, "While the window is open.");
}

int
main (int   argc,
      char *argv[])
{
  g_autofree char *data = g_dir_make_tmp ("footbridge-background-XXXXXX", NULL);
  GTestDBus *bus;
  int status;

  /* A home of its own: where a service started at log-in would look, there is nothing that somebody keeps. */
  g_setenv ("XDG_DATA_HOME", data, TRUE);
  bus = own_bus_start ();
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();

#define ADD(path, func) g_test_add (path, Asked, NULL, set_up, func, tear_down)

  ADD ("/window/background/active", test_active);
  ADD ("/window/background/not-active", test_not_active);
  ADD ("/window/background/off-again", test_off_again);
  ADD ("/window/background/strip", test_strip);
  ADD ("/window/background/preferences", test_preferences);

  status = g_test_run ();
  own_bus_stop (bus);
  g_assert_no_errno (g_rmdir (data));

  return status;
}

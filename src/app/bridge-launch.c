/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "bridge-app"

#include "config.h"

#include "bridge-launch.h"

#include <glib/gi18n-lib.h>
#include <errno.h>
#include <string.h>
#include <unistd.h>

#include "bridge-folder-lock.h"
#include "bridge-space.h"
#include "bridge-window-process.h"

/* A service that has to be started first may take its time on a slow disk. */
#define CALL_PATIENCE_MS 20000

#define SERVER_TRIES 10
#define SERVER_PAUSE_US 50000

static char *
dup_folder (const char *data_dir)
{
  g_autofree char *usual = data_dir ? g_strdup (data_dir) : bridge_space_dup_default_folder ();

  return g_canonicalize_filename (usual, NULL);
}

/* A folder of one's own is not what the bus would start the service for. */
static gboolean
is_own_folder (const char *data_dir)
{
  return data_dir != NULL || g_getenv ("FOOTBRIDGE_DATA_DIR") != NULL;
}

/* The session bus, without starting one: GLib would try dbus-launch where there is none. (nullable): there is none, or it
 * cannot be reached, and only then is there an error. */
static GDBusConnection *
connect_to_bus (GError **error)
{
  if (g_getenv ("DBUS_SESSION_BUS_ADDRESS") == NULL)
    {
      g_autofree char *socket = g_build_filename (g_get_user_runtime_dir (), "bus", NULL);

      if (!g_file_test (socket, G_FILE_TEST_EXISTS))
        return NULL;
    }

  return g_bus_get_sync (G_BUS_TYPE_SESSION, NULL, error);
}

/* GApplication answers at the path of its id (which is APP_PATH but for the devel profile). */
static char *
dup_application_path (void)
{
  char *path = g_strconcat ("/", APP_ID, NULL);

  return g_strdelimit (g_strdelimit (path, ".", '/'), "-", '_');
}

static GVariant *
dup_bus_property (GDBusConnection *connection, const char *name)
{
  g_autoptr (GVariant) reply = NULL;
  GVariant *value = NULL;

  reply = g_dbus_connection_call_sync (connection, APP_ID, APP_PATH, "org.freedesktop.DBus.Properties", "Get",
                                       g_variant_new ("(ss)", BUS_INTERFACE, name), G_VARIANT_TYPE ("(v)"),
                                       G_DBUS_CALL_FLAGS_NO_AUTO_START, CALL_PATIENCE_MS, NULL, NULL);
  if (reply)
    g_variant_get (reply, "(v)", &value);
  return value;
}

/**
 * bridge_launch_service:
 * @data_dir: (nullable): the folder of the space, or %NULL for the usual one
 * @clock: (transfer none): the time
 * @mode: how the service comes to be
 *
 * Is the service until it has nothing to do any more or is told to end.
 *
 * Returns: the exit status
 */
int
bridge_launch_service (const char *data_dir, BridgeClock *clock, BridgeLaunchMode mode)
{
  g_autofree char *folder = dup_folder (data_dir);
  g_autoptr (BridgeApplication) application = bridge_application_new (folder, clock, mode);
  int status = g_application_run (G_APPLICATION (application), 0, NULL);

  return status != 0 ? status : bridge_application_get_exit_status (application);
}

static gboolean
is_service_running (GDBusConnection *connection)
{
  g_autoptr (GVariant) version = dup_bus_property (connection, "Version");

  return version != NULL;
}

/**
 * bridge_launch_run:
 * @exit_status: (out): what the process should end with
 *
 * `footbridge run`: is the service in the foreground. Fails with %BRIDGE_ERROR_STATE when there is one already, on this bus
 * or on another, and with %BRIDGE_ERROR_STORAGE when that cannot be told.
 */
gboolean
bridge_launch_run (const char *data_dir, BridgeClock *clock, int *exit_status, GError **error)
{
  g_autoptr (GDBusConnection) connection = connect_to_bus (NULL);
  g_autofree char *folder = dup_folder (data_dir);
  g_autoptr (BridgeFolderLock) lock = NULL;
  g_autoptr (GError) local_error = NULL;

  if (connection && is_service_running (connection))
    {
      g_set_error_literal (error, BRIDGE_ERROR, BRIDGE_ERROR_STATE,
                           _("The reminder service is running already; see “footbridge reminders status”."));
      return FALSE;
    }

  /* A window without a service gives way as soon as it sees this one; another service, of another session, does not. */
  lock = bridge_folder_lock_new (folder, BRIDGE_PART_SERVICE);
  if (!bridge_folder_lock_try (lock, &local_error) && bridge_folder_lock_get_other (lock) != BRIDGE_PART_WINDOW)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return FALSE;
    }
  g_clear_object (&lock);

  *exit_status = bridge_launch_service (data_dir, clock, BRIDGE_LAUNCH_RUN);
  return TRUE;
}

static void
add_from_environment (GVariantDict *dict, const char *key, const char *variable)
{
  const char *value = g_getenv (variable);

  if (value && *value && g_utf8_validate (value, -1, NULL))
    g_variant_dict_insert (dict, key, "s", value);
}

static GVariant *
dup_platform_data (void)
{
  GVariantDict dict;

  g_variant_dict_init (&dict, NULL);
  add_from_environment (&dict, "activation-token", "XDG_ACTIVATION_TOKEN");
  add_from_environment (&dict, "desktop-startup-id", "DESKTOP_STARTUP_ID");
  add_from_environment (&dict, "footbridge-display", "DISPLAY");
  add_from_environment (&dict, "footbridge-wayland-display", "WAYLAND_DISPLAY");
  add_from_environment (&dict, "footbridge-xauthority", "XAUTHORITY");
  return g_variant_dict_end (&dict);
}

static gboolean
has_display (void)
{
  const char *x11 = g_getenv ("DISPLAY");
  const char *wayland = g_getenv ("WAYLAND_DISPLAY");
  g_autofree char *socket = g_build_filename (g_get_user_runtime_dir (), "wayland-0", NULL);

  return (x11 && *x11) || (wayland && *wayland) || g_file_test (socket, G_FILE_TEST_EXISTS);
}

/* Where no service is to be had the window looks after reminders by itself while it is open. */
static gboolean
exec_window (const char *data_dir, GError **error)
{
  g_auto (GStrv) command = bridge_window_process_dup_command (data_dir, "");

  execv (command[0], command);
  g_set_error (error, BRIDGE_ERROR, BRIDGE_ERROR_FAILED, _("The window cannot be opened: %1$s: %2$s."), command[0],
               g_strerror (errno));
  return FALSE;
}

/* Asks the service that runs, or that the bus starts, to open the window. */
static gboolean
activate (GDBusConnection *connection, gboolean start, gboolean *reached, GError **error)
{
  g_autofree char *path = dup_application_path ();
  g_autoptr (GVariant) reply = NULL;
  g_autoptr (GError) local_error = NULL;
  g_autofree char *remote = NULL;

  reply = g_dbus_connection_call_sync (connection, APP_ID, path, "org.freedesktop.Application", "Activate",
                                       g_variant_new ("(@a{sv})", dup_platform_data ()), NULL,
                                       start ? G_DBUS_CALL_FLAGS_NONE : G_DBUS_CALL_FLAGS_NO_AUTO_START,
                                       CALL_PATIENCE_MS, NULL, &local_error);
  *reached = reply != NULL;
  if (reply)
    return TRUE;

  remote = g_dbus_error_get_remote_error (local_error);
  if (g_strcmp0 (remote, "org.freedesktop.DBus.Error.ServiceUnknown") == 0
      || g_strcmp0 (remote, "org.freedesktop.DBus.Error.NameHasNoOwner") == 0
      || (remote && g_str_has_prefix (remote, "org.freedesktop.DBus.Error.Spawn.")))
    return TRUE;

  g_dbus_error_strip_remote_error (local_error);
  g_set_error (error, BRIDGE_ERROR, BRIDGE_ERROR_FAILED, _("The reminder service does not answer: %s."),
               local_error->message);
  return FALSE;
}

/**
 * bridge_launch_window:
 * @exit_status: (out): what the process should end with
 *
 * `footbridge` without a verb: opens the window through the service, which is started where it does not run. Where
 * nothing can start it this process is the service; without a session bus, and while the service has another folder,
 * it turns into the window.
 */
gboolean
bridge_launch_window (const char *data_dir, BridgeClock *clock, int *exit_status, GError **error)
{
  g_autoptr (GDBusConnection) connection = NULL;
  gboolean reached;

  if (!has_display ())
    {
      g_set_error_literal (error, BRIDGE_ERROR, BRIDGE_ERROR_FAILED,
                           _("There is no display here, so the window cannot open. Everything else works without: "
                             "see “footbridge --help”."));
      return FALSE;
    }

  connection = connect_to_bus (NULL);
  if (connection == NULL)
    return exec_window (data_dir, error);

  if (is_own_folder (data_dir))
    {
      g_autoptr (GVariant) theirs = dup_bus_property (connection, "DataFolder");
      g_autofree char *ours = dup_folder (data_dir);

      /* That service stays with its own folder; this window looks after its reminders by itself. */
      if (theirs && !g_str_equal (g_variant_get_string (theirs, NULL), ours))
        return exec_window (data_dir, error);
    }

  if (!activate (connection, !is_own_folder (data_dir), &reached, error))
    return FALSE;
  if (!reached)
    *exit_status = bridge_launch_service (data_dir, clock, BRIDGE_LAUNCH_WINDOW);
  return TRUE;
}

/**
 * bridge_launch_wake_service:
 * @data_dir: (nullable): the folder of the space
 *
 * Has the bus start the service, where it can, and does not wait for it: at log-in it would be started anyway.
 */
void
bridge_launch_wake_service (const char *data_dir)
{
  g_autoptr (GDBusConnection) connection = is_own_folder (data_dir) ? NULL : connect_to_bus (NULL);

  if (connection == NULL)
    return;

  g_dbus_connection_call (connection, "org.freedesktop.DBus", "/", "org.freedesktop.DBus", "StartServiceByName",
                          g_variant_new ("(su)", APP_ID, 0), NULL, G_DBUS_CALL_FLAGS_NONE, -1, NULL, NULL, NULL);
  g_dbus_connection_flush_sync (connection, NULL, NULL);
}

/**
 * bridge_launch_present:
 * @data_dir: (nullable): the folder of the space
 * @target: what the window shall show
 *
 * Asks the service to open the window on something, where there is a display, and a service for this folder that runs or that
 * the bus can start. That it cannot be is nobody's trouble.
 */
void
bridge_launch_present (const char *data_dir, const char *target)
{
  g_autoptr (GDBusConnection) connection = has_display () ? connect_to_bus (NULL) : NULL;
  g_autofree char *path = dup_application_path ();
  g_autofree char *ours = dup_folder (data_dir);
  g_autoptr (GVariant) theirs = connection ? dup_bus_property (connection, "DataFolder") : NULL;
  g_autoptr (GVariant) reply = NULL;
  g_autoptr (GError) error = NULL;
  GVariantBuilder parameter;

  if (connection == NULL
      || (theirs ? !g_str_equal (g_variant_get_string (theirs, NULL), ours) : is_own_folder (data_dir)))
    return;

  g_variant_builder_init (&parameter, G_VARIANT_TYPE ("av"));
  g_variant_builder_add (&parameter, "v", g_variant_new_string (target));
  /* The bus forgets what it starts the service for when whoever asked has left. */
  reply = g_dbus_connection_call_sync (connection, APP_ID, path, "org.freedesktop.Application", "ActivateAction",
                                       g_variant_new ("(sav@a{sv})", "open", &parameter, dup_platform_data ()), NULL,
                                       G_DBUS_CALL_FLAGS_NONE, CALL_PATIENCE_MS, NULL, &error);
  if (reply == NULL)
    g_debug ("Nobody opens the window: %s", error->message);
}

/**
 * bridge_launch_dup_properties:
 *
 * What the running service says about itself.
 *
 * Returns: (transfer full) (nullable): a{sv}, or %NULL when no service runs
 */
GVariant *
bridge_launch_dup_properties (void)
{
  g_autoptr (GDBusConnection) connection = connect_to_bus (NULL);
  g_autoptr (GVariant) reply = NULL;

  if (connection)
    reply = g_dbus_connection_call_sync (connection, APP_ID, APP_PATH, "org.freedesktop.DBus.Properties", "GetAll",
                                         g_variant_new ("(s)", BUS_INTERFACE), G_VARIANT_TYPE ("(a{sv})"),
                                         G_DBUS_CALL_FLAGS_NO_AUTO_START, CALL_PATIENCE_MS, NULL, NULL);
  return reply ? g_variant_get_child_value (reply, 0) : NULL;
}

/* A service that was started just now may not have heard yet what its server is called. */
static char *
dup_server_name (GDBusConnection *connection)
{
  for (int i = 0; i < SERVER_TRIES; i++)
    {
      g_autoptr (GVariant) name = dup_bus_property (connection, "NotificationServer");

      if (name && *g_variant_get_string (name, NULL))
        return g_variant_dup_string (name, NULL);
      g_usleep (SERVER_PAUSE_US);
    }
  return g_strdup ("");
}

/**
 * bridge_launch_test_reminder:
 * @data_dir: (nullable): the folder of the space, or %NULL for the usual one
 * @server: (out): who shows it, "" where that is not known
 *
 * Has the service show a test reminder; only the usual folder's is started for it. Fails with %BRIDGE_ERROR_NOTIFIER,
 * and says why.
 */
gboolean
bridge_launch_test_reminder (const char *data_dir, char **server, GError **error)
{
  g_autoptr (GError) local_error = NULL;
  g_autoptr (GDBusConnection) connection = connect_to_bus (&local_error);
  g_autoptr (GVariant) reply = NULL;
  gboolean shown;
  const char *message;

  if (local_error)
    {
      /* Translators: %s says why, without a full stop */
      g_set_error (error, BRIDGE_ERROR, BRIDGE_ERROR_NOTIFIER,
                   _("The session bus cannot be reached from here, so nothing can be shown: %s."), local_error->message);
      return FALSE;
    }
  if (connection == NULL)
    {
      g_set_error_literal (error, BRIDGE_ERROR, BRIDGE_ERROR_NOTIFIER,
                           _("There is no session bus here, so nothing can be shown."));
      return FALSE;
    }

  reply = g_dbus_connection_call_sync (connection, APP_ID, APP_PATH, BUS_INTERFACE, "TestReminder", NULL,
                                       G_VARIANT_TYPE ("(bs)"),
                                       is_own_folder (data_dir) ? G_DBUS_CALL_FLAGS_NO_AUTO_START : G_DBUS_CALL_FLAGS_NONE,
                                       CALL_PATIENCE_MS, NULL, &local_error);
  if (reply == NULL)
    {
      g_dbus_error_strip_remote_error (local_error);
      g_debug ("TestReminder: %s", local_error->message);
      g_set_error_literal (error, BRIDGE_ERROR, BRIDGE_ERROR_NOTIFIER,
                           _("The reminder service is not running and cannot be started; “footbridge run” starts it here."));
      return FALSE;
    }

  g_variant_get (reply, "(b&s)", &shown, &message);
  if (shown)
    {
      *server = dup_server_name (connection);
    }
  else
    {
      g_set_error_literal (error, BRIDGE_ERROR, BRIDGE_ERROR_NOTIFIER, message);
    }
  return shown;
}

/**
 * bridge_launch_has_bus:
 * @problem: (out) (transfer full) (nullable): why it cannot be reached, if there is one that cannot
 *
 * Returns: whether there is a session bus, and it lets us in
 */
gboolean
bridge_launch_has_bus (char **problem)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GDBusConnection) connection = connect_to_bus (&error);

  *problem = error ? g_strdup (error->message) : NULL;
  return connection != NULL;
}

struct _BridgeTestWatch
{
  GDBusConnection *connection;
  guint subscription;
  GMainLoop *loop;
  char *what;
};

static void
test_answered_cb (GDBusConnection *connection,
                  const char *sender,
                  const char *path,
                  const char *interface,
                  const char *name,
                  GVariant *parameters,
                  gpointer user_data)
{
  BridgeTestWatch *self = user_data;

  if (self->what == NULL && g_variant_is_of_type (parameters, G_VARIANT_TYPE ("(s)")))
    g_variant_get (parameters, "(s)", &self->what);
  g_main_loop_quit (self->loop);
}

static gboolean
over_cb (gpointer user_data)
{
  g_main_loop_quit (user_data);
  return G_SOURCE_CONTINUE;
}

/**
 * bridge_test_watch_new:
 *
 * Listens for what becomes of a test reminder that is shown from now on.
 *
 * Returns: (transfer full): the watch
 */
BridgeTestWatch *
bridge_test_watch_new (void)
{
  BridgeTestWatch *self = g_new0 (BridgeTestWatch, 1);

  self->loop = g_main_loop_new (NULL, FALSE);
  self->connection = connect_to_bus (NULL);
  if (self->connection)
    self->subscription = g_dbus_connection_signal_subscribe (self->connection, APP_ID, BUS_INTERFACE, "TestAnswered", APP_PATH,
                                                             NULL, G_DBUS_SIGNAL_FLAGS_NONE, test_answered_cb, self, NULL);
  return self;
}

/**
 * bridge_test_watch_wait:
 * @seconds: how long at the most
 *
 * Returns: (transfer full) (nullable): what became of it, as the notifier says; %NULL when nothing has come back
 */
char *
bridge_test_watch_wait (BridgeTestWatch *self, int seconds)
{
  guint timeout;

  if (self->connection == NULL)
    return NULL;

  timeout = g_timeout_add_seconds (seconds, over_cb, self->loop);
  if (self->what == NULL)
    g_main_loop_run (self->loop);
  g_source_remove (timeout);
  return g_steal_pointer (&self->what);
}

/**
 * bridge_test_watch_free:
 *
 * Listens no more.
 */
void
bridge_test_watch_free (BridgeTestWatch *self)
{
  if (self->connection)
    g_dbus_connection_signal_unsubscribe (self->connection, self->subscription);
  g_clear_object (&self->connection);
  g_main_loop_unref (self->loop);
  g_free (self->what);
  g_free (self);
}

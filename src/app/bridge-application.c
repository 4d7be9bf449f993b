/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "bridge-app"

#include "config.h"

#include "bridge-application-private.h"

#include <glib-unix.h>
#include <glib/gi18n-lib.h>

#include "bridge-autostart.h"
#include "bridge-launch.h"

/* Long enough for the next call of whoever just called, short enough to be no resident. */
#define LINGER_MS 10000

/* When the space could not be opened for a reason that may pass: how long until the next try, at first and at the most. */
#define REOPEN_FIRST_MS (1 * BRIDGE_MS_PER_MINUTE)
#define REOPEN_LAST_MS (15 * BRIDGE_MS_PER_MINUTE)

#define TEST_SECONDS 60

G_DEFINE_FINAL_TYPE (BridgeApplication, bridge_application, G_TYPE_APPLICATION)

/**
 * bridge_application_set_trouble:
 * @trouble: which it is
 * @message: (nullable): a sentence; %NULL: it is over
 *
 * Takes what a person would want to know to the bus, and says it once in the log.
 */
void
bridge_application_set_trouble (BridgeApplication *self, BridgeTrouble trouble, const char *message)
{
  const char *first = "";

  if (g_strcmp0 (self->troubles[trouble], message) == 0)
    return;

  g_free (self->troubles[trouble]);
  self->troubles[trouble] = g_strdup (message);
  if (message)
    g_message ("%s", message);
  for (int i = BRIDGE_N_TROUBLES - 1; i >= 0; i--)
    if (self->troubles[i])
      first = self->troubles[i];
  bridge_bus_set_property (self->bus, "LastError", g_variant_new_string (first));
}

/* Resident while there is something to do; otherwise gone after a while. */
static void
update_hold (BridgeApplication *self)
{
  /* A window that was started by hand shows itself why there is no space, and takes this process along. */
  gboolean waits = self->reopen_at != BRIDGE_NEVER && self->mode != BRIDGE_LAUNCH_WINDOW;
  /* A pause's end comes even when reminders are off. */
  gboolean has_deadline = self->scheduler && bridge_scheduler_get_next_deadline (self->scheduler) != BRIDGE_NEVER;
  gboolean wanted = self->mode == BRIDGE_LAUNCH_RUN || (self->space && bridge_space_get_reminders_on (self->space))
                    || has_deadline || waits || self->test != 0 || bridge_bus_has_window (self->bus)
                    || bridge_window_process_is_running (self->window);

  if (wanted == self->held)
    return;

  self->held = wanted;
  if (wanted)
    g_application_hold (G_APPLICATION (self));
  else
    g_application_release (G_APPLICATION (self));
}

/* What the file says, in which the settings of the desktop may have changed something. */
static void
read_autostart (BridgeApplication *self)
{
  bridge_bus_set_property (self->bus, "Autostart", g_variant_new_boolean (bridge_autostart_is_on (self->folder)));
  bridge_bus_set_property (self->bus, "AutostartTurnedOff",
                           g_variant_new_boolean (bridge_autostart_is_turned_off (self->folder)));
}

static void
reminders_on_cb (BridgeApplication *self)
{
  gboolean on = bridge_space_get_reminders_on (self->space);
  g_autoptr (GError) error = NULL;

  bridge_bus_set_property (self->bus, "RemindersOn", g_variant_new_boolean (on));
  if (!bridge_space_get_read_only (self->space) && bridge_space_get_me (self->space))
    bridge_autostart_sync (self->folder, on, &error);
  bridge_application_set_trouble (self, BRIDGE_TROUBLE_AUTOSTART, error ? error->message : NULL);
  read_autostart (self);
  update_hold (self);
}

static void
background_cb (BridgeApplication *self)
{
  const char *nick = bridge_enum_to_nick (BRIDGE_TYPE_BACKGROUND, bridge_space_get_background (self->space));

  bridge_bus_set_property (self->bus, "Background", g_variant_new_string (nick));
}

static void
zone_cb (BridgeApplication *self)
{
  g_autofree char *zone = bridge_clock_dup_zone_id (self->clock);

  bridge_bus_set_property (self->bus, "Zone", g_variant_new_string (zone));
  bridge_bus_set_property (self->bus, "ZoneSource", g_variant_new_string (bridge_clock_get_zone_source (self->clock)));
}

static void
next_deadline_cb (BridgeApplication *self)
{
  gint64 deadline = bridge_scheduler_get_next_deadline (self->scheduler);

  bridge_bus_set_property (self->bus, "NextDeadline", g_variant_new_int64 (deadline == BRIDGE_NEVER ? 0 : deadline));
  update_hold (self);
}

static void
scheduler_error_cb (BridgeApplication *self)
{
  g_autofree char *message = NULL;

  g_object_get (self->scheduler, "last-error", &message, NULL);
  bridge_application_set_trouble (self, BRIDGE_TROUBLE_SCHEDULER, message);
}

static void
changed_cb (BridgeApplication *self, BridgeKinds kinds)
{
  /* Somebody could write, and so can the next button. */
  bridge_application_set_trouble (self, BRIDGE_TROUBLE_ANSWER, NULL);
  bridge_bus_emit_changed (self->bus, kinds);
}

static void
backend_cb (BridgeApplication *self)
{
  bridge_bus_set_property (self->bus, "Backend",
                           g_variant_new_string (bridge_desktop_notifier_get_backend (self->notifier)));
}

/* Once there is somebody to show it again, or a server that had taken too long has answered: what could not be shown meanwhile
 * is shown now. */
static void
show_what_waits (BridgeApplication *self)
{
  if (self->scheduler)
    bridge_scheduler_run_now (self->scheduler);
}

static void
server_cb (BridgeApplication *self)
{
  const char *server = bridge_desktop_notifier_get_server (self->notifier);

  bridge_bus_set_property (self->bus, "NotificationServer", g_variant_new_string (server));
  if (*server)
    show_what_waits (self);
}

static void
sought_cb (BridgeApplication *self)
{
  bridge_bus_set_property (self->bus, "NotificationServerSought",
                           g_variant_new_boolean (bridge_desktop_notifier_get_sought (self->notifier)));
}

static void
on_demand_cb (BridgeApplication *self)
{
  bridge_bus_set_property (self->bus, "NotificationServerOnDemand",
                           g_variant_new_boolean (bridge_desktop_notifier_get_on_demand (self->notifier)));
}

static void
refused_cb (BridgeApplication *self)
{
  gboolean refused = bridge_desktop_notifier_get_refused (self->notifier);

  bridge_bus_set_property (self->bus, "NotificationsRefused", g_variant_new_boolean (refused));
  if (!refused)
    show_what_waits (self);
}

/**
 * bridge_application_test_answered:
 * @id: of a notice
 * @what: what became of it
 *
 * Tells whoever waits for a test what came of it; of a click some servers tell twice.
 */
void
bridge_application_test_answered (BridgeApplication *self, const char *id, const char *what)
{
  if (self->test == 0 || !g_str_equal (id, BRIDGE_TEST_NOTICE))
    return;

  g_clear_handle_id (&self->test, g_source_remove);
  bridge_bus_emit_test_answered (self->bus, what);
  update_hold (self);
}

static gboolean
test_over_cb (gpointer user_data)
{
  BridgeApplication *self = user_data;

  self->test = 0;
  update_hold (self);
  return G_SOURCE_REMOVE;
}

/* One process reminds for a folder. Another one may be of another session, or a window that has no service; this one
 * takes over when that one goes. */
static void
remind (BridgeApplication *self)
{
  g_autoptr (GError) error = NULL;

  if (bridge_folder_lock_is_held (self->lock) || self->scheduler == NULL)
    return;

  if (!bridge_folder_lock_try (self->lock, &error))
    {
      bridge_application_set_trouble (self, BRIDGE_TROUBLE_LOCK, error->message);
      return;
    }

  bridge_application_set_trouble (self, BRIDGE_TROUBLE_LOCK, NULL);
  bridge_bus_set_property (self->bus, "Reminding", g_variant_new_boolean (TRUE));
  bridge_scheduler_start (self->scheduler);
}

/* Somebody holds the file, the disk is full, the home is not there yet: such things pass, and whoever waits for them has to
 * stay. The clock is free for it as long as no space uses it. */
static void
plan_reopening (BridgeApplication *self, const GError *error)
{
  self->reopen_at = BRIDGE_NEVER;
  if (g_error_matches (error, BRIDGE_ERROR, BRIDGE_ERROR_BUSY) || g_error_matches (error, BRIDGE_ERROR, BRIDGE_ERROR_STORAGE)
      || g_error_matches (error, BRIDGE_ERROR, BRIDGE_ERROR_FULL))
    {
      self->reopen_ms = self->reopen_ms == 0 ? REOPEN_FIRST_MS : MIN (2 * self->reopen_ms, REOPEN_LAST_MS);
      self->reopen_at = bridge_clock_now (self->clock) + self->reopen_ms;
      bridge_clock_arm (self->clock, self->reopen_at);
    }
  update_hold (self);
}

/* Everything was erased. Where a window is open somebody may begin anew, and wants to be reminded then; otherwise nothing is
 * made where there is nothing to remind of. */
static gboolean
forget_cb (gpointer user_data)
{
  BridgeApplication *self = user_data;

  self->forget = 0;
  bridge_scheduler_stop (self->scheduler);
  g_clear_object (&self->scheduler);
  g_clear_object (&self->space);
  bridge_folder_lock_let_go (self->lock);
  bridge_bus_set_property (self->bus, "Reminding", g_variant_new_boolean (FALSE));
  bridge_bus_set_property (self->bus, "RemindersOn", g_variant_new_boolean (FALSE));
  bridge_bus_set_property (self->bus, "NextDeadline", g_variant_new_int64 (0));
  for (BridgeTrouble trouble = 0; trouble < BRIDGE_N_TROUBLES; trouble++)
    bridge_application_set_trouble (self, trouble, NULL);
  read_autostart (self);

  if (self->mode == BRIDGE_LAUNCH_RUN || bridge_bus_has_window (self->bus) || bridge_window_process_is_running (self->window))
    bridge_application_open_space (self, NULL);
  else
    g_application_quit (G_APPLICATION (self));
  return G_SOURCE_REMOVE;
}

static void
gone_cb (BridgeApplication *self)
{
  if (self->forget == 0)
    self->forget = g_idle_add (forget_cb, self);
}

/**
 * bridge_application_open_space:
 *
 * Opens the space and sets the scheduler going, unless that has been done. Fails as bridge_space_open().
 */
gboolean
bridge_application_open_space (BridgeApplication *self, GError **error)
{
  g_autoptr (GError) local_error = NULL;

  if (self->space)
    {
      remind (self);
      return TRUE;
    }

  self->space = bridge_space_open (self->folder, self->clock, &local_error);
  if (self->space == NULL)
    {
      bridge_application_set_trouble (self, BRIDGE_TROUBLE_SPACE, local_error->message);
      plan_reopening (self, local_error);
      g_propagate_error (error, g_steal_pointer (&local_error));
      return FALSE;
    }

  bridge_application_set_trouble (self, BRIDGE_TROUBLE_SPACE, NULL);
  self->reopen_at = BRIDGE_NEVER;
  g_signal_connect_object (self->space, "notify::reminders-on", G_CALLBACK (reminders_on_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->space, "notify::set-up", G_CALLBACK (reminders_on_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->space, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->space, "gone", G_CALLBACK (gone_cb), self, G_CONNECT_SWAPPED);
  self->scheduler = bridge_scheduler_new (self->space, BRIDGE_NOTIFIER (self->notifier));
  g_signal_connect_object (self->scheduler, "notify::next-deadline", G_CALLBACK (next_deadline_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->scheduler, "notify::last-error", G_CALLBACK (scheduler_error_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->space, "notify::background", G_CALLBACK (background_cb), self, G_CONNECT_SWAPPED);
  remind (self);
  next_deadline_cb (self);
  reminders_on_cb (self);
  background_cb (self);
  return TRUE;
}

/* What another process wrote is seen by itself, but late where the folder cannot be watched; whoever calls knows of it. */
static void
look_for_changes (BridgeApplication *self)
{
  if (self->space)
    bridge_space_refresh (self->space);
}

/* Also after a resume, when all may be different. */
static void
woke_cb (BridgeApplication *self)
{
  if (self->reopen_at == BRIDGE_NEVER)
    return;

  bridge_application_open_space (self, NULL);
  update_hold (self);
}

/**
 * bridge_application_present:
 * @target: what the window shall show, "" for it as it is
 *
 * Opens the window, or has the one that is there come to the front.
 */
void
bridge_application_present (BridgeApplication *self, const char *target)
{
  /* The window shows by itself why a space cannot be opened. */
  bridge_application_open_space (self, NULL);

  if (!bridge_bus_emit_present (self->bus, target, self->platform_data))
    bridge_window_process_open (self->window, target, self->platform_data);
  update_hold (self);
}

static gboolean
unix_signal_cb (gpointer user_data)
{
  g_application_quit (user_data);
  return G_SOURCE_CONTINUE;
}

static void
attached_cb (BridgeApplication *self)
{
  g_autofree char *target = bridge_window_process_steal_target (self->window);

  bridge_application_set_trouble (self, BRIDGE_TROUBLE_WINDOW, NULL);
  bridge_application_open_space (self, NULL);
  look_for_changes (self);
  read_autostart (self);
  if (target)
    bridge_bus_emit_present (self->bus, target, NULL);
  update_hold (self);
}

static void
window_closed_cb (BridgeApplication *self, gboolean opened)
{
  bridge_application_set_trouble (self, BRIDGE_TROUBLE_WINDOW, opened ? NULL : _("The window could not be opened."));
  if (!opened && self->mode == BRIDGE_LAUNCH_WINDOW)
    {
      self->exit_status = 1;
      g_application_quit (G_APPLICATION (self));
    }
  update_hold (self);
}

static char *
test_reminder (gpointer user_data)
{
  BridgeApplication *self = user_data;
  g_autoptr (BridgeNotice) notice = NULL;
  g_autoptr (GError) error = NULL;

  notice = bridge_notice_new (BRIDGE_TEST_NOTICE, "Footbridge", _("This is how a reminder arrives."), BRIDGE_TEST_NOTICE, FALSE);
  notice->answerable = FALSE;
  g_clear_handle_id (&self->test, g_source_remove);
  if (bridge_notifier_show (BRIDGE_NOTIFIER (self->notifier), notice, &error))
    self->test = g_timeout_add_seconds (TEST_SECONDS, test_over_cb, self);
  update_hold (self);
  if (error == NULL)
    return NULL;

  return g_strdup (error->message);
}

static gboolean
bridge_application_dbus_register (GApplication *application, GDBusConnection *connection, const char *path, GError **error)
{
  BridgeApplication *self = BRIDGE_APPLICATION (application);

  return G_APPLICATION_CLASS (bridge_application_parent_class)->dbus_register (application, connection, path, error)
         && bridge_bus_export (self->bus, connection, error);
}

static void
bridge_application_dbus_unregister (GApplication *application, GDBusConnection *connection, const char *path)
{
  bridge_bus_unexport (BRIDGE_APPLICATION (application)->bus);

  G_APPLICATION_CLASS (bridge_application_parent_class)->dbus_unregister (application, connection, path);
}

static void
bridge_application_before_emit (GApplication *application, GVariant *platform_data)
{
  BridgeApplication *self = BRIDGE_APPLICATION (application);

  look_for_changes (self);
  g_clear_pointer (&self->platform_data, g_variant_unref);
  self->platform_data = g_variant_ref (platform_data);
}

static void
bridge_application_after_emit (GApplication *application, GVariant *platform_data)
{
  g_clear_pointer (&BRIDGE_APPLICATION (application)->platform_data, g_variant_unref);
}

static void
bridge_application_startup (GApplication *application)
{
  BridgeApplication *self = BRIDGE_APPLICATION (application);

  G_APPLICATION_CLASS (bridge_application_parent_class)->startup (application);

  self->signals[0] = g_unix_signal_add (SIGTERM, unix_signal_cb, self);
  self->signals[1] = g_unix_signal_add (SIGINT, unix_signal_cb, self);

  self->notifier = bridge_desktop_notifier_new (application, self->folder);
  g_signal_connect_object (self->notifier, "notify::backend", G_CALLBACK (backend_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->notifier, "notify::server", G_CALLBACK (server_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->notifier, "notify::refused", G_CALLBACK (refused_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->notifier, "notify::sought", G_CALLBACK (sought_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->notifier, "notify::on-demand", G_CALLBACK (on_demand_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->notifier, "answered", G_CALLBACK (bridge_application_test_answered), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->notifier, "recovered", G_CALLBACK (show_what_waits), self, G_CONNECT_SWAPPED);
  backend_cb (self);
  sought_cb (self);
  zone_cb (self);

  if (g_application_get_dbus_connection (application) == NULL)
    {
      g_autofree char *problem = NULL;

      bridge_launch_has_bus (&problem);
      if (problem)
        /* Translators: %s says why, without a full stop */
        g_message (_("The session bus cannot be reached from here, so reminders cannot be shown and the window cannot be reached: "
                     "%s."), problem);
      else
        g_message ("%s", _("There is no session bus here, so reminders cannot be shown and the window cannot be reached."));
      /* Whoever was activated by a bus that has gone meanwhile is of no use to anybody. */
      if (self->mode == BRIDGE_LAUNCH_ACTIVATED)
        {
          self->exit_status = 1;
          g_application_quit (application);
          return;
        }
    }

  bridge_application_open_space (self, NULL);
  update_hold (self);
}

static void
bridge_application_activate (GApplication *application)
{
  BridgeApplication *self = BRIDGE_APPLICATION (application);

  /* `footbridge run` activates itself; it has no window unless somebody asks over the bus. */
  if (self->mode == BRIDGE_LAUNCH_RUN && self->platform_data == NULL)
    return;

  bridge_application_present (self, "");
}

static void
bridge_application_shutdown (GApplication *application)
{
  BridgeApplication *self = BRIDGE_APPLICATION (application);

  for (gsize i = 0; i < G_N_ELEMENTS (self->signals); i++)
    g_clear_handle_id (&self->signals[i], g_source_remove);
  g_clear_handle_id (&self->test, g_source_remove);
  g_clear_handle_id (&self->forget, g_source_remove);
  if (self->scheduler)
    bridge_scheduler_stop (self->scheduler);
  bridge_folder_lock_let_go (self->lock);

  G_APPLICATION_CLASS (bridge_application_parent_class)->shutdown (application);
}

static void
bridge_application_dispose (GObject *object)
{
  BridgeApplication *self = BRIDGE_APPLICATION (object);

  g_clear_object (&self->scheduler);
  g_clear_object (&self->lock);
  g_clear_object (&self->space);
  g_clear_object (&self->notifier);
  g_clear_object (&self->window);
  g_clear_object (&self->bus);
  g_clear_object (&self->clock);
  g_clear_pointer (&self->platform_data, g_variant_unref);

  G_OBJECT_CLASS (bridge_application_parent_class)->dispose (object);
}

static void
bridge_application_finalize (GObject *object)
{
  BridgeApplication *self = BRIDGE_APPLICATION (object);

  g_free (self->folder);
  for (gsize i = 0; i < BRIDGE_N_TROUBLES; i++)
    g_free (self->troubles[i]);

  G_OBJECT_CLASS (bridge_application_parent_class)->finalize (object);
}

static void
bridge_application_class_init (BridgeApplicationClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GApplicationClass *application_class = G_APPLICATION_CLASS (klass);

  object_class->dispose = bridge_application_dispose;
  object_class->finalize = bridge_application_finalize;

  application_class->dbus_register = bridge_application_dbus_register;
  application_class->dbus_unregister = bridge_application_dbus_unregister;
  application_class->before_emit = bridge_application_before_emit;
  application_class->after_emit = bridge_application_after_emit;
  application_class->startup = bridge_application_startup;
  application_class->activate = bridge_application_activate;
  application_class->shutdown = bridge_application_shutdown;
}

static void
bridge_application_init (BridgeApplication *self)
{
  self->reopen_at = BRIDGE_NEVER;
  bridge_application_add_actions (self);
}

/**
 * bridge_application_new:
 * @folder: the folder of the space, absolute
 * @clock: (transfer none): the time
 * @mode: how the service was started
 *
 * Returns: (transfer full): the service, not registered yet
 */
BridgeApplication *
bridge_application_new (const char *folder, BridgeClock *clock, BridgeLaunchMode mode)
{
  BridgeApplication *self = g_object_new (BRIDGE_TYPE_APPLICATION,
                                          "application-id", APP_ID,
                                          "flags", mode == BRIDGE_LAUNCH_ACTIVATED ? G_APPLICATION_IS_SERVICE
                                                                                   : G_APPLICATION_DEFAULT_FLAGS,
                                          "inactivity-timeout", LINGER_MS,
                                          NULL);

  self->folder = g_strdup (folder);
  self->clock = g_object_ref (clock);
  self->mode = mode;
  self->bus = bridge_bus_new (test_reminder, self);
  bridge_bus_set_property (self->bus, "DataFolder", g_variant_new_string (folder));
  bridge_bus_set_property (self->bus, "Sandboxed", g_variant_new_boolean (bridge_autostart_in_sandbox ()));
  bridge_bus_set_property (self->bus, "AutostartApplies", g_variant_new_boolean (bridge_autostart_applies (folder)));
  self->lock = bridge_folder_lock_new (folder, BRIDGE_PART_SERVICE);
  g_signal_connect_object (self->lock, "freed", G_CALLBACK (remind), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (clock, "woke", G_CALLBACK (zone_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (clock, "woke", G_CALLBACK (woke_cb), self, G_CONNECT_SWAPPED);
  if (BRIDGE_IS_SYSTEM_CLOCK (clock))
    g_signal_connect_object (clock, "notify::zone-source", G_CALLBACK (zone_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->bus, "attached", G_CALLBACK (attached_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->bus, "detached", G_CALLBACK (update_hold), self, G_CONNECT_SWAPPED);
  self->window = bridge_window_process_new (folder);
  g_signal_connect_object (self->window, "closed", G_CALLBACK (window_closed_cb), self, G_CONNECT_SWAPPED);
  return self;
}

/**
 * bridge_application_get_exit_status:
 *
 * Returns: what the process should end with: 1 when it was to open a window and could not
 */
int
bridge_application_get_exit_status (BridgeApplication *self)
{
  return self->exit_status;
}

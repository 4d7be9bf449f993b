/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "bridge-service-link"

#include "config.h"

#include "bridge-service-link.h"

#include <glib/gi18n-lib.h>

#include "bridge-error.h"

/* A service that has to be started first may take its time on a slow disk. */
#define PATIENCE_MS 20000

/* One that hangs is asked again. */
#define RETRY_SECONDS 60

struct _BridgeServiceLink
{
  GObject parent_instance;

  char *folder;
  GCancellable *cancellable;
  GDBusConnection *connection;
  guint watch;
  guint subscriptions[3];
  GHashTable *status; /* property name -> GVariant, of the service this is attached to */
  gboolean started; /* the bus was asked once to start it */
  BridgeLinkState state;
  char *problem; /* (nullable): why there is no service */
  char *refusal; /* (nullable): why this window does not remind instead of it */
  BridgePart other; /* who does, where that is known */
  guint retry;
  BridgeScheduler *scheduler; /* (nullable): what reminds from this window meanwhile */
  char *scheduler_error;
  char *bus_problem; /* why there is one that cannot be reached */
};

typedef enum {
  PROP_STATE = 1,
} BridgeServiceLinkProperty;

static GParamSpec *properties[PROP_STATE + 1];

enum {
  PRESENT,
  SUPERSEDED,
  STATUS,
  TEST_ANSWERED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (BridgeServiceLink, bridge_service_link, G_TYPE_OBJECT)

/* Whether it is another than before. */
static gboolean
take_problem (BridgeServiceLink *self,
              const char        *problem)
{
  if (g_strcmp0 (self->problem, problem) == 0)
    return FALSE;

  g_free (self->problem);
  self->problem = g_strdup (problem);
  return TRUE;
}

static void
set_state (BridgeServiceLink *self,
           BridgeLinkState    state,
           const char        *problem)
{
  gboolean other_problem = take_problem (self, problem);

  if (state != BRIDGE_LINK_ATTACHED)
    g_hash_table_remove_all (self->status);
  if (self->state != state)
    {
      self->state = state;
      g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_STATE]);
    }
  else if (other_problem)
    {
      g_signal_emit (self, signals[STATUS], 0);
    }
}

static void
take_status (BridgeServiceLink *self,
             GVariant          *dictionary)
{
  GVariantIter iter;
  GVariant *value;
  char *name;

  g_variant_iter_init (&iter, dictionary);
  while (g_variant_iter_next (&iter, "{sv}", &name, &value))
    g_hash_table_insert (self->status, name, value);
  g_signal_emit (self, signals[STATUS], 0);
}

static void
status_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (BridgeServiceLink) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GVariant) reply = g_dbus_connection_call_finish (G_DBUS_CONNECTION (object), result, &error);
  g_autoptr (GVariant) dictionary = NULL;

  if (reply == NULL)
    {
      g_debug ("no status: %s", error->message);
      return;
    }

  dictionary = g_variant_get_child_value (reply, 0);
  if (self->state == BRIDGE_LINK_ATTACHED)
    take_status (self, dictionary);
}

static void
properties_changed_cb (GDBusConnection *connection,
                       const char      *sender,
                       const char      *path,
                       const char      *interface,
                       const char      *name,
                       GVariant        *parameters,
                       gpointer         user_data)
{
  BridgeServiceLink *self = user_data;
  g_autoptr (GVariant) dictionary = NULL;

  if (self->state != BRIDGE_LINK_ATTACHED || !g_variant_is_of_type (parameters, G_VARIANT_TYPE ("(sa{sv}as)")))
    return;

  dictionary = g_variant_get_child_value (parameters, 1);
  take_status (self, dictionary);
}

static void
test_answered_cb (GDBusConnection *connection,
                  const char      *sender,
                  const char      *path,
                  const char      *interface,
                  const char      *name,
                  GVariant        *parameters,
                  gpointer         user_data)
{
  const char *what;

  if (!g_variant_is_of_type (parameters, G_VARIANT_TYPE ("(s)")))
    return;

  g_variant_get (parameters, "(&s)", &what);
  g_signal_emit (user_data, signals[TEST_ANSWERED], 0, what);
}

/* The bus can only start the service for the usual folder. */
static gboolean
can_be_started (BridgeServiceLink *self)
{
  g_autofree char *usual = g_build_filename (g_get_user_data_dir (), "footbridge", NULL);

  return !self->started && g_strcmp0 (usual, self->folder) == 0;
}

static void ask_folder (BridgeServiceLink *self, GDBusCallFlags flags);

static gboolean
retry_cb (gpointer user_data)
{
  BridgeServiceLink *self = user_data;

  self->retry = 0;
  ask_folder (self, G_DBUS_CALL_FLAGS_NO_AUTO_START);

  return G_SOURCE_REMOVE;
}

static gboolean
is_silence (GError *error)
{
  return g_error_matches (error, G_IO_ERROR, G_IO_ERROR_TIMED_OUT) ||
         g_error_matches (error, G_DBUS_ERROR, G_DBUS_ERROR_TIMEOUT) ||
         g_error_matches (error, G_DBUS_ERROR, G_DBUS_ERROR_TIMED_OUT);
}

/* Only what a service says to be read is shown: that it is of another version. The bus has words of its own for all else. */
static void
not_attached (BridgeServiceLink *self,
              GError            *error)
{
  g_autofree char *remote = g_dbus_error_get_remote_error (error);

  g_debug ("not attached: %s", error->message);
  if (g_strcmp0 (remote, BUS_INTERFACE ".Error.Version") == 0)
    {
      g_dbus_error_strip_remote_error (error);
      set_state (self, BRIDGE_LINK_ABSENT, error->message);
    }
  else if (is_silence (error))
    {
      set_state (self, BRIDGE_LINK_ABSENT,
                 _("The reminder service does not answer. It is asked again in a minute; nothing is lost."));
      if (self->retry == 0)
        self->retry = g_timeout_add_seconds (RETRY_SECONDS, retry_cb, self);
    }
  else
    {
      set_state (self, BRIDGE_LINK_ABSENT, NULL);
    }
}

static void
attached_cb (GObject      *object,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr (BridgeServiceLink) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GVariant) reply = g_dbus_connection_call_finish (G_DBUS_CONNECTION (object), result, &error);
  gboolean primary = FALSE;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  if (reply == NULL)
    {
      not_attached (self, error);
      return;
    }

  g_variant_get (reply, "(b)", &primary);
  if (!primary)
    {
      g_signal_emit (self, signals[SUPERSEDED], 0);
      return;
    }

  set_state (self, BRIDGE_LINK_ATTACHED, NULL);
  g_dbus_connection_call (self->connection, APP_ID, APP_PATH, "org.freedesktop.DBus.Properties", "GetAll",
                          g_variant_new ("(s)", BUS_INTERFACE), G_VARIANT_TYPE ("(a{sv})"), G_DBUS_CALL_FLAGS_NO_AUTO_START,
                          PATIENCE_MS, self->cancellable, status_cb, g_object_ref (self));
}

/* A service that looks after another folder is of no use to this window. */
static void
folder_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (BridgeServiceLink) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GVariant) reply = g_dbus_connection_call_finish (G_DBUS_CONNECTION (object), result, &error);
  g_autoptr (GVariant) value = NULL;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  if (reply == NULL)
    {
      not_attached (self, error);
      return;
    }

  g_variant_get (reply, "(v)", &value);
  if (!g_variant_is_of_type (value, G_VARIANT_TYPE_STRING) ||
      g_strcmp0 (g_variant_get_string (value, NULL), self->folder) != 0)
    {
      set_state (self, BRIDGE_LINK_ABSENT, _("The reminder service is looking after another folder."));
      return;
    }

  g_dbus_connection_call (self->connection, APP_ID, APP_PATH, BUS_INTERFACE, "Attach",
                          g_variant_new ("(s)", VERSION), G_VARIANT_TYPE ("(b)"),
                          G_DBUS_CALL_FLAGS_NO_AUTO_START, PATIENCE_MS, self->cancellable,
                          attached_cb, g_object_ref (self));
}

static void
ask_folder (BridgeServiceLink *self,
            GDBusCallFlags     flags)
{
  g_dbus_connection_call (self->connection, APP_ID, APP_PATH, "org.freedesktop.DBus.Properties", "Get",
                          g_variant_new ("(ss)", BUS_INTERFACE, "DataFolder"), G_VARIANT_TYPE ("(v)"),
                          flags, PATIENCE_MS, self->cancellable, folder_cb, g_object_ref (self));
}

static void
appeared_cb (GDBusConnection *connection,
             const char      *name,
             const char      *owner,
             gpointer         user_data)
{
  ask_folder (user_data, G_DBUS_CALL_FLAGS_NO_AUTO_START);
}

/* Asking it something is what makes the bus start it; its name appears then, too, and attaching twice does no harm. */
static void
vanished_cb (GDBusConnection *connection,
             const char      *name,
             gpointer         user_data)
{
  BridgeServiceLink *self = user_data;

  if (connection != NULL && can_be_started (self))
    {
      self->started = TRUE;
      ask_folder (self, G_DBUS_CALL_FLAGS_NONE);
    }
  else
    {
      set_state (self, BRIDGE_LINK_ABSENT, NULL);
    }
}

static void
present_cb (GDBusConnection *connection,
            const char      *sender,
            const char      *path,
            const char      *interface,
            const char      *name,
            GVariant        *parameters,
            gpointer         user_data)
{
  BridgeServiceLink *self = user_data;
  g_autoptr (GVariant) platform_data = NULL;
  const char *target = NULL;
  const char *token = NULL;

  if (!g_variant_is_of_type (parameters, G_VARIANT_TYPE ("(sa{sv})")))
    return;

  g_variant_get (parameters, "(&s@a{sv})", &target, &platform_data);
  if (!g_variant_lookup (platform_data, "activation-token", "&s", &token))
    g_variant_lookup (platform_data, "desktop-startup-id", "&s", &token);
  g_signal_emit (self, signals[PRESENT], 0, target, token);
}

static void
bus_cb (GObject      *object,
        GAsyncResult *result,
        gpointer      user_data)
{
  g_autoptr (BridgeServiceLink) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GDBusConnection) connection = g_bus_get_finish (result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  if (connection == NULL)
    {
      g_debug ("no session bus: %s", error->message);
      g_free (self->bus_problem);
      self->bus_problem = g_strdup (error->message);
      set_state (self, BRIDGE_LINK_ABSENT, NULL);
      return;
    }

  self->connection = g_steal_pointer (&connection);
  self->subscriptions[0] = g_dbus_connection_signal_subscribe (self->connection, APP_ID, BUS_INTERFACE, "Present", APP_PATH,
                                                               NULL, G_DBUS_SIGNAL_FLAGS_NONE, present_cb, self, NULL);
  self->subscriptions[1] = g_dbus_connection_signal_subscribe (self->connection, APP_ID, BUS_INTERFACE, "TestAnswered",
                                                               APP_PATH, NULL, G_DBUS_SIGNAL_FLAGS_NONE, test_answered_cb,
                                                               self, NULL);
  self->subscriptions[2] =
    g_dbus_connection_signal_subscribe (self->connection, APP_ID, "org.freedesktop.DBus.Properties", "PropertiesChanged",
                                        APP_PATH, BUS_INTERFACE, G_DBUS_SIGNAL_FLAGS_NONE, properties_changed_cb, self, NULL);
  self->watch = g_bus_watch_name_on_connection (self->connection, APP_ID, G_BUS_NAME_WATCHER_FLAGS_NONE,
                                                appeared_cb, vanished_cb, self, NULL);
}

static void
bridge_service_link_get_property (GObject    *object,
                                  guint       prop_id,
                                  GValue     *value,
                                  GParamSpec *pspec)
{
  switch ((BridgeServiceLinkProperty) prop_id)
    {
    case PROP_STATE:
      g_value_set_int (value, (int) BRIDGE_SERVICE_LINK (object)->state);
      break;
    }
}

static void
bridge_service_link_dispose (GObject *object)
{
  BridgeServiceLink *self = BRIDGE_SERVICE_LINK (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_handle_id (&self->watch, g_bus_unwatch_name);
  g_clear_handle_id (&self->retry, g_source_remove);
  for (guint i = 0; i < G_N_ELEMENTS (self->subscriptions); i++)
    if (self->subscriptions[i] != 0)
      {
        g_dbus_connection_signal_unsubscribe (self->connection, self->subscriptions[i]);
        self->subscriptions[i] = 0;
      }
  g_clear_object (&self->connection);
  g_clear_object (&self->scheduler);

  G_OBJECT_CLASS (bridge_service_link_parent_class)->dispose (object);
}

static void
bridge_service_link_finalize (GObject *object)
{
  BridgeServiceLink *self = BRIDGE_SERVICE_LINK (object);

  g_object_unref (self->cancellable);
  g_hash_table_unref (self->status);
  g_free (self->folder);
  g_free (self->problem);
  g_free (self->refusal);
  g_free (self->scheduler_error);
  g_free (self->bus_problem);

  G_OBJECT_CLASS (bridge_service_link_parent_class)->finalize (object);
}

static void
bridge_service_link_class_init (BridgeServiceLinkClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = bridge_service_link_get_property;
  object_class->dispose = bridge_service_link_dispose;
  object_class->finalize = bridge_service_link_finalize;

  properties[PROP_STATE] =
    g_param_spec_int ("state", NULL, NULL, BRIDGE_LINK_UNKNOWN, BRIDGE_LINK_ABSENT, BRIDGE_LINK_UNKNOWN,
                      G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  signals[PRESENT] = g_signal_new ("present", BRIDGE_TYPE_SERVICE_LINK, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_STRING);
  signals[SUPERSEDED] = g_signal_new ("superseded", BRIDGE_TYPE_SERVICE_LINK, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                      G_TYPE_NONE, 0);
  signals[STATUS] = g_signal_new ("status", BRIDGE_TYPE_SERVICE_LINK, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 0);
  signals[TEST_ANSWERED] = g_signal_new ("test-answered", BRIDGE_TYPE_SERVICE_LINK, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                         G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
bridge_service_link_init (BridgeServiceLink *self)
{
  self->cancellable = g_cancellable_new ();
  self->status = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_variant_unref);
}

/**
 * bridge_service_link_new:
 * @folder: the folder of the space
 *
 * A link that has not been tried yet.
 *
 * Returns: (transfer full): the link
 */
BridgeServiceLink *
bridge_service_link_new (const char *folder)
{
  BridgeServiceLink *self = g_object_new (BRIDGE_TYPE_SERVICE_LINK, NULL);

  self->folder = g_canonicalize_filename (folder, NULL);

  return self;
}

/**
 * bridge_service_link_connect:
 * @self: the link
 *
 * Looks for the service, has the bus start it where that is possible, and attaches; again whenever it comes back.
 */
void
bridge_service_link_connect (BridgeServiceLink *self)
{
  g_autofree char *socket = g_build_filename (g_get_user_runtime_dir (), "bus", NULL);

  /* Without a bus GLib would try to launch one. */
  if (g_getenv ("DBUS_SESSION_BUS_ADDRESS") == NULL && !g_file_test (socket, G_FILE_TEST_EXISTS))
    set_state (self, BRIDGE_LINK_ABSENT, NULL);
  else
    g_bus_get (G_BUS_TYPE_SESSION, self->cancellable, bus_cb, g_object_ref (self));
}

/**
 * bridge_service_link_get_state:
 * @self: the link
 *
 * Returns: whether the service answers
 */
BridgeLinkState
bridge_service_link_get_state (BridgeServiceLink *self)
{
  return self->state;
}

/**
 * bridge_service_link_get_problem:
 * @self: the link
 *
 * Returns: (nullable): a sentence why there is no service for this window, where it is known
 */
const char *
bridge_service_link_get_problem (BridgeServiceLink *self)
{
  return self->problem;
}

/**
 * bridge_service_link_set_refusal:
 * @self: the link
 * @other: who reminds instead, where that is known
 * @sentence: (nullable): why this window does not remind by itself while there is no service; %NULL: it does, or need not
 *
 * Notes what became of that.
 */
void
bridge_service_link_set_refusal (BridgeServiceLink *self,
                                 BridgePart         other,
                                 const char        *sentence)
{
  if (self->other == other && g_strcmp0 (self->refusal, sentence) == 0)
    return;

  self->other = other;
  g_free (self->refusal);
  self->refusal = g_strdup (sentence);
  g_signal_emit (self, signals[STATUS], 0);
}

static void
scheduler_cb (BridgeServiceLink *self)
{
  g_clear_pointer (&self->scheduler_error, g_free);
  if (self->scheduler != NULL)
    g_object_get (self->scheduler, "last-error", &self->scheduler_error, NULL);
  g_signal_emit (self, signals[STATUS], 0);
}

/**
 * bridge_service_link_set_scheduler:
 * @self: the link
 * @scheduler: (transfer none) (nullable): what reminds from this window while there is no service, or %NULL when it has ended
 *
 * Lets bridge_service_link_read_health() say how that does, and "status" tell of it.
 */
void
bridge_service_link_set_scheduler (BridgeServiceLink *self,
                                   BridgeScheduler   *scheduler)
{
  if (self->scheduler == scheduler)
    return;

  if (self->scheduler != NULL)
    g_signal_handlers_disconnect_by_func (self->scheduler, scheduler_cb, self);
  g_set_object (&self->scheduler, scheduler);
  if (scheduler != NULL)
    {
      g_signal_connect_object (scheduler, "notify::next-deadline", G_CALLBACK (scheduler_cb), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (scheduler, "notify::last-error", G_CALLBACK (scheduler_cb), self, G_CONNECT_SWAPPED);
    }
  scheduler_cb (self);
}

static const char *
get_status_text (BridgeServiceLink *self,
                 const char        *name)
{
  GVariant *value = g_hash_table_lookup (self->status, name);

  return value != NULL && g_variant_is_of_type (value, G_VARIANT_TYPE_STRING) ? g_variant_get_string (value, NULL) : NULL;
}

static gboolean
get_status_flag (BridgeServiceLink *self,
                 const char        *name)
{
  GVariant *value = g_hash_table_lookup (self->status, name);

  return value != NULL && g_variant_is_of_type (value, G_VARIANT_TYPE_BOOLEAN) && g_variant_get_boolean (value);
}

/**
 * bridge_service_link_get_not_reminding:
 * @self: the link
 *
 * Returns: (nullable): a sentence why reminders come neither from the service nor from this window; %NULL where they do, or
 *   where that is not known yet
 */
const char *
bridge_service_link_get_not_reminding (BridgeServiceLink *self)
{
  const char *last_error;

  if (self->scheduler != NULL || self->state == BRIDGE_LINK_UNKNOWN)
    return NULL;
  if (self->state == BRIDGE_LINK_ABSENT)
    return self->problem != NULL ? self->problem : self->refusal;
  if (g_hash_table_size (self->status) == 0 || get_status_flag (self, "Reminding"))
    return NULL;

  last_error = get_status_text (self, "LastError");
  return last_error != NULL && *last_error != '\0' ? last_error : NULL;
}

static void
read_scheduler (BridgeServiceLink *self,
                BridgeHealth      *health)
{
  gint64 deadline = bridge_scheduler_get_next_deadline (self->scheduler);

  health->reminding = TRUE;
  health->next_deadline = deadline != BRIDGE_NEVER ? deadline : 0;
  health->last_error = self->scheduler_error;
}

/**
 * bridge_service_link_read_health:
 * @self: the link
 * @health: (out caller-allocates): gets what the service says; its texts are good until the next "status"
 *
 * Takes over what is known about the service, or about what reminds from this window while there is none. What nobody
 * says stays as it was.
 */
void
bridge_service_link_read_health (BridgeServiceLink *self,
                                 BridgeHealth      *health)
{
  GVariant *deadline = g_hash_table_lookup (self->status, "NextDeadline");
  const char *answer = get_status_text (self, "Background");
  int background;

  health->has_bus = self->connection != NULL && !g_dbus_connection_is_closed (self->connection);
  health->bus_problem = self->bus_problem;
  health->service_running = self->state == BRIDGE_LINK_ATTACHED;
  health->service_problem = self->problem;
  health->not_reminding = bridge_service_link_get_not_reminding (self);
  health->other = self->other;
  if (self->scheduler != NULL)
    read_scheduler (self, health);
  if (g_hash_table_size (self->status) == 0)
    return;

  health->reminding = get_status_flag (self, "Reminding");
  health->sandboxed = get_status_flag (self, "Sandboxed");
  health->autostart = get_status_flag (self, "Autostart");
  health->autostart_applies = get_status_flag (self, "AutostartApplies");
  health->autostart_turned_off = get_status_flag (self, "AutostartTurnedOff");
  health->backend = get_status_text (self, "Backend");
  health->server = get_status_text (self, "NotificationServer");
  health->refused = get_status_flag (self, "NotificationsRefused");
  health->server_sought = get_status_flag (self, "NotificationServerSought");
  health->server_on_demand = get_status_flag (self, "NotificationServerOnDemand");
  health->last_error = get_status_text (self, "LastError");
  health->zone = get_status_text (self, "Zone");
  health->zone_source = get_status_text (self, "ZoneSource");
  if (deadline != NULL && g_variant_is_of_type (deadline, G_VARIANT_TYPE_INT64))
    health->next_deadline = g_variant_get_int64 (deadline);
  if (answer != NULL && bridge_enum_from_nick (BRIDGE_TYPE_BACKGROUND, answer, &background, NULL))
    health->background = (BridgeBackground) background;
}

static void
tested_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GVariant) reply = g_dbus_connection_call_finish (G_DBUS_CONNECTION (object), result, &error);
  const char *message = NULL;
  gboolean shown = FALSE;

  if (reply == NULL)
    {
      g_dbus_error_strip_remote_error (error);
      g_task_return_error (task, g_steal_pointer (&error));
      return;
    }

  g_variant_get (reply, "(b&s)", &shown, &message);
  if (shown)
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_new_error (task, BRIDGE_ERROR, BRIDGE_ERROR_NOTIFIER, "%s", message);
}

/**
 * bridge_service_link_test_reminder_async:
 * @self: the link
 * @cancellable: (nullable): to give up waiting
 * @callback: when the service has answered
 * @user_data: for @callback
 *
 * Has the service show a reminder now.
 */
void
bridge_service_link_test_reminder_async (BridgeServiceLink   *self,
                                         GCancellable        *cancellable,
                                         GAsyncReadyCallback  callback,
                                         gpointer             user_data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);

  g_task_set_source_tag (task, bridge_service_link_test_reminder_async);
  if (self->state != BRIDGE_LINK_ATTACHED)
    {
      g_task_return_new_error (task, BRIDGE_ERROR, BRIDGE_ERROR_NOTIFIER, "%s",
                               _("The reminder service does not run, so nothing can be shown outside this window."));
      return;
    }

  g_dbus_connection_call (self->connection, APP_ID, APP_PATH, BUS_INTERFACE, "TestReminder", NULL, G_VARIANT_TYPE ("(bs)"),
                          G_DBUS_CALL_FLAGS_NONE, PATIENCE_MS, cancellable, tested_cb, g_steal_pointer (&task));
}

/**
 * bridge_service_link_test_reminder_finish:
 * @self: the link
 * @result: what the callback was given
 *
 * Returns: whether a reminder was shown; fails with %BRIDGE_ERROR_NOTIFIER or a D-Bus error
 */
gboolean
bridge_service_link_test_reminder_finish (BridgeServiceLink  *self,
                                          GAsyncResult       *result,
                                          GError            **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

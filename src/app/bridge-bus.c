/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "bridge-bus"

#include "config.h"

#include "bridge-bus.h"

#include <glib/gi18n-lib.h>

static const char introspection[] =
  "<node>"
  "  <interface name='" BUS_INTERFACE "'>"
  "    <method name='Attach'>"
  "      <arg type='s' name='version' direction='in'/>"
  "      <arg type='b' name='primary' direction='out'/>"
  "    </method>"
  "    <method name='TestReminder'>"
  "      <arg type='b' name='shown' direction='out'/>"
  "      <arg type='s' name='message' direction='out'/>"
  "    </method>"
  "    <signal name='Changed'>"
  "      <arg type='as' name='kinds'/>"
  "    </signal>"
  "    <signal name='TestAnswered'>"
  "      <arg type='s' name='what'/>"
  "    </signal>"
  "    <signal name='Present'>"
  "      <arg type='s' name='target'/>"
  "      <arg type='a{sv}' name='platform_data'/>"
  "    </signal>"
  "    <property name='Version' type='s' access='read'/>"
  "    <property name='RemindersOn' type='b' access='read'/>"
  "    <property name='NextDeadline' type='x' access='read'/>"
  "    <property name='Backend' type='s' access='read'/>"
  "    <property name='NotificationServer' type='s' access='read'/>"
  "    <property name='NotificationsRefused' type='b' access='read'/>"
  "    <property name='NotificationServerSought' type='b' access='read'/>"
  "    <property name='NotificationServerOnDemand' type='b' access='read'/>"
  "    <property name='LastError' type='s' access='read'/>"
  "    <property name='DataFolder' type='s' access='read'/>"
  "    <property name='Reminding' type='b' access='read'/>"
  "    <property name='Sandboxed' type='b' access='read'/>"
  "    <property name='Background' type='s' access='read'/>"
  "    <property name='Autostart' type='b' access='read'/>"
  "    <property name='AutostartApplies' type='b' access='read'/>"
  "    <property name='AutostartTurnedOff' type='b' access='read'/>"
  "    <property name='Zone' type='s' access='read'/>"
  "    <property name='ZoneSource' type='s' access='read'/>"
  "  </interface>"
  "</node>";

struct _BridgeBus
{
  GObject parent_instance;

  BridgeBusTestFunc test;
  gpointer test_data;
  GDBusNodeInfo *node;
  GHashTable *values; /* property name -> GVariant */
  GDBusConnection *connection;
  guint registration;
  char *window; /* unique bus name of the attached window */
  guint watch;
};

enum {
  ATTACHED,
  DETACHED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (BridgeBus, bridge_bus, G_TYPE_OBJECT)

static void
window_vanished_cb (GDBusConnection *connection, const char *name, gpointer user_data)
{
  BridgeBus *self = user_data;

  g_clear_handle_id (&self->watch, g_bus_unwatch_name);
  g_clear_pointer (&self->window, g_free);
  g_signal_emit (self, signals[DETACHED], 0);
}

static void
attach (BridgeBus *self, const char *sender, const char *version, GDBusMethodInvocation *invocation)
{
  if (g_strcmp0 (version, VERSION) != 0)
    {
      g_autofree char *message = g_strdup_printf (
        _("The window (%1$s) and the reminder service (%2$s) are of different versions. Log out and in again."),
        version, VERSION);

      g_dbus_method_invocation_return_dbus_error (invocation, BUS_INTERFACE ".Error.Version", message);
      return;
    }

  if (self->window && g_strcmp0 (self->window, sender) != 0)
    {
      bridge_bus_emit_present (self, "", NULL);
      g_dbus_method_invocation_return_value (invocation, g_variant_new ("(b)", FALSE));
      return;
    }

  if (self->window == NULL)
    {
      self->window = g_strdup (sender);
      self->watch = g_bus_watch_name_on_connection (self->connection, sender, G_BUS_NAME_WATCHER_FLAGS_NONE, NULL,
                                                    window_vanished_cb, self, NULL);
    }
  g_dbus_method_invocation_return_value (invocation, g_variant_new ("(b)", TRUE));
  g_signal_emit (self, signals[ATTACHED], 0);
}

static void
method_call_cb (GDBusConnection *connection,
                const char *sender,
                const char *path,
                const char *interface,
                const char *method,
                GVariant *parameters,
                GDBusMethodInvocation *invocation,
                gpointer user_data)
{
  BridgeBus *self = user_data;

  if (g_str_equal (method, "Attach"))
    {
      const char *version;

      g_variant_get (parameters, "(&s)", &version);
      attach (self, sender, version, invocation);
    }
  else
    {
      g_autofree char *problem = self->test (self->test_data);

      g_dbus_method_invocation_return_value (invocation, g_variant_new ("(bs)", problem == NULL, problem ? problem : ""));
    }
}

static GVariant *
get_property_cb (GDBusConnection *connection,
                 const char *sender,
                 const char *path,
                 const char *interface,
                 const char *property,
                 GError **error,
                 gpointer user_data)
{
  BridgeBus *self = user_data;

  return g_variant_ref (g_hash_table_lookup (self->values, property));
}

static const GDBusInterfaceVTable vtable = { .method_call = method_call_cb, .get_property = get_property_cb };

static void
bridge_bus_dispose (GObject *object)
{
  BridgeBus *self = BRIDGE_BUS (object);

  bridge_bus_unexport (self);

  G_OBJECT_CLASS (bridge_bus_parent_class)->dispose (object);
}

static void
bridge_bus_finalize (GObject *object)
{
  BridgeBus *self = BRIDGE_BUS (object);

  g_dbus_node_info_unref (self->node);
  g_hash_table_unref (self->values);

  G_OBJECT_CLASS (bridge_bus_parent_class)->finalize (object);
}

static void
bridge_bus_class_init (BridgeBusClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = bridge_bus_dispose;
  object_class->finalize = bridge_bus_finalize;

  signals[ATTACHED] = g_signal_new ("attached", BRIDGE_TYPE_BUS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[DETACHED] = g_signal_new ("detached", BRIDGE_TYPE_BUS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
take_value (BridgeBus *self, const char *name, GVariant *value)
{
  g_hash_table_insert (self->values, (char *) name, g_variant_ref_sink (value));
}

static void
bridge_bus_init (BridgeBus *self)
{
  self->node = g_dbus_node_info_new_for_xml (introspection, NULL);
  self->values = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify) g_variant_unref);
  take_value (self, "Version", g_variant_new_string (VERSION));
  take_value (self, "RemindersOn", g_variant_new_boolean (FALSE));
  take_value (self, "NextDeadline", g_variant_new_int64 (0));
  take_value (self, "Backend", g_variant_new_string (""));
  take_value (self, "NotificationServer", g_variant_new_string (""));
  take_value (self, "NotificationsRefused", g_variant_new_boolean (FALSE));
  take_value (self, "NotificationServerSought", g_variant_new_boolean (FALSE));
  take_value (self, "NotificationServerOnDemand", g_variant_new_boolean (FALSE));
  take_value (self, "LastError", g_variant_new_string (""));
  take_value (self, "DataFolder", g_variant_new_string (""));
  take_value (self, "Reminding", g_variant_new_boolean (FALSE));
  take_value (self, "Sandboxed", g_variant_new_boolean (FALSE));
  take_value (self, "Background", g_variant_new_string ("unknown"));
  take_value (self, "Autostart", g_variant_new_boolean (FALSE));
  take_value (self, "AutostartApplies", g_variant_new_boolean (FALSE));
  take_value (self, "AutostartTurnedOff", g_variant_new_boolean (FALSE));
  take_value (self, "Zone", g_variant_new_string (""));
  take_value (self, "ZoneSource", g_variant_new_string (""));
}

/**
 * bridge_bus_new:
 * @test: shows a test reminder
 * @user_data: handed to @test
 *
 * Returns: (transfer full): the interface, not exported yet
 */
BridgeBus *
bridge_bus_new (BridgeBusTestFunc test, gpointer user_data)
{
  BridgeBus *self = g_object_new (BRIDGE_TYPE_BUS, NULL);

  self->test = test;
  self->test_data = user_data;
  return self;
}

/**
 * bridge_bus_export:
 * @connection: the session bus
 *
 * Makes the interface answer at APP_PATH. Fails with a #GIOError when something is there already.
 */
gboolean
bridge_bus_export (BridgeBus *self, GDBusConnection *connection, GError **error)
{
  self->registration = g_dbus_connection_register_object (connection, APP_PATH, self->node->interfaces[0], &vtable, self,
                                                          NULL, error);
  if (self->registration == 0)
    return FALSE;

  self->connection = g_object_ref (connection);
  return TRUE;
}

/**
 * bridge_bus_unexport:
 *
 * Takes the interface off the bus again; safe to call twice.
 */
void
bridge_bus_unexport (BridgeBus *self)
{
  if (self->registration)
    g_dbus_connection_unregister_object (self->connection, self->registration);
  self->registration = 0;
  g_clear_handle_id (&self->watch, g_bus_unwatch_name);
  g_clear_pointer (&self->window, g_free);
  g_clear_object (&self->connection);
}

static void
emit (BridgeBus *self, const char *destination, const char *interface, const char *name, GVariant *parameters)
{
  g_autoptr (GVariant) sunk = g_variant_ref_sink (parameters);
  g_autoptr (GError) error = NULL;

  if (self->connection == NULL)
    return;
  if (!g_dbus_connection_emit_signal (self->connection, destination, APP_PATH, interface, name, sunk, &error))
    g_debug ("%s could not be sent: %s", name, error->message);
}

/**
 * bridge_bus_set_property:
 * @name: a property of the interface
 * @value: (transfer floating): its new value
 *
 * Sets a property, and tells the bus where it is another value than before.
 */
void
bridge_bus_set_property (BridgeBus *self, const char *name, GVariant *value)
{
  g_autoptr (GVariant) sunk = g_variant_ref_sink (value);
  const char *static_name = g_dbus_interface_info_lookup_property (self->node->interfaces[0], name)->name;
  GVariantDict changed;

  if (g_variant_equal (g_hash_table_lookup (self->values, name), sunk))
    return;

  take_value (self, static_name, sunk);
  g_variant_dict_init (&changed, NULL);
  g_variant_dict_insert_value (&changed, name, sunk);
  emit (self, NULL, "org.freedesktop.DBus.Properties", "PropertiesChanged",
        g_variant_new ("(s@a{sv}as)", BUS_INTERFACE, g_variant_dict_end (&changed), NULL));
}

/**
 * bridge_bus_emit_changed:
 * @kinds: what has changed in the space
 *
 * Tells whoever listens that something in the space is no longer as it was. Of private spaces it tells nothing.
 */
void
bridge_bus_emit_changed (BridgeBus *self, BridgeKinds kinds)
{
  static const struct {
    BridgeKinds kind;
    const char *name;
  } names[] = {
    { BRIDGE_KIND_PERSONS, "persons" },     { BRIDGE_KIND_RITUALS, "rituals" }, { BRIDGE_KIND_OCCURRENCES, "occurrences" },
    { BRIDGE_KIND_REMINDERS, "reminders" }, { BRIDGE_KIND_WINS, "wins" },       { BRIDGE_KIND_SETTINGS, "settings" },
    { BRIDGE_KIND_HOURS, "hours" },         { BRIDGE_KIND_ABSENCES, "absences" }, { BRIDGE_KIND_PAUSES, "pauses" },
    { BRIDGE_KIND_SOOTHING, "soothing" },   { BRIDGE_KIND_INVITATIONS, "invitations" },
    { BRIDGE_KIND_BOUNDARIES, "boundaries" }, { BRIDGE_KIND_PROMISES, "promises" },
    { BRIDGE_KIND_MILESTONES, "milestones" }, { BRIDGE_KIND_CHECK_INS, "check-ins" }, { BRIDGE_KIND_REVIEWS, "reviews" },
    { BRIDGE_KIND_MEANINGS, "meanings" },   { BRIDGE_KIND_CARES, "cares" },
  };
  GVariantBuilder builder;

  g_variant_builder_init (&builder, G_VARIANT_TYPE_STRING_ARRAY);
  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    if (kinds & names[i].kind)
      g_variant_builder_add (&builder, "s", names[i].name);
  emit (self, NULL, BUS_INTERFACE, "Changed", g_variant_new ("(as)", &builder));
}

/**
 * bridge_bus_emit_test_answered:
 * @what: "clicked", "dismissed", "expired", "withdrawn" or "closed"
 *
 * Tells whoever had a test reminder shown what became of it.
 */
void
bridge_bus_emit_test_answered (BridgeBus *self, const char *what)
{
  emit (self, NULL, BUS_INTERFACE, "TestAnswered", g_variant_new ("(s)", what));
}

/**
 * bridge_bus_emit_present:
 * @target: an occurrence's name, a ritual's id, a page's name, "new-win", or "" for the window as it is
 * @platform_data: (nullable): a{sv}, with the activation token
 *
 * Asks the attached window to come to the front and open @target.
 *
 * Returns: %FALSE when no window is attached
 */
gboolean
bridge_bus_emit_present (BridgeBus *self, const char *target, GVariant *platform_data)
{
  if (self->window == NULL)
    return FALSE;

  emit (self, self->window, BUS_INTERFACE, "Present",
        g_variant_new ("(s@a{sv})", target, platform_data ? platform_data : g_variant_new ("a{sv}", NULL)));
  return TRUE;
}

/**
 * bridge_bus_has_window:
 *
 * Returns: whether a window is attached
 */
gboolean
bridge_bus_has_window (BridgeBus *self)
{
  return self->window != NULL;
}

/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "fake-service.h"

static const char introspection[] =
  "<node><interface name='" BUS_INTERFACE "'>"
  "<method name='Attach'><arg type='s' direction='in'/><arg type='b' direction='out'/></method>"
  "<method name='TestReminder'><arg type='b' direction='out'/><arg type='s' direction='out'/></method>"
  "<signal name='TestAnswered'><arg type='s'/></signal>"
  "<property name='DataFolder' type='s' access='read'/>"
  "<property name='Backend' type='s' access='read'/>"
  "<property name='NotificationServer' type='s' access='read'/>"
  "<property name='LastError' type='s' access='read'/>"
  "<property name='Reminding' type='b' access='read'/>"
  "<property name='NextDeadline' type='x' access='read'/>"
  "<property name='Autostart' type='b' access='read'/>"
  "<property name='AutostartApplies' type='b' access='read'/>"
  "<property name='Zone' type='s' access='read'/>"
  "<property name='ZoneSource' type='s' access='read'/>"
  "</interface></node>";

static void
call_cb (GDBusConnection       *bus,
         const char            *sender,
         const char            *path,
         const char            *interface,
         const char            *method,
         GVariant              *parameters,
         GDBusMethodInvocation *invocation,
         gpointer               user_data)
{
  FakeService *service = user_data;

  if (g_str_equal (method, "Attach") && service->version != NULL)
    g_dbus_method_invocation_return_dbus_error (invocation, BUS_INTERFACE ".Error.Version", service->version);
  else if (g_str_equal (method, "Attach"))
    g_dbus_method_invocation_return_value (invocation, g_variant_new ("(b)", TRUE));
  else
    g_dbus_method_invocation_return_value (invocation, g_variant_new ("(bs)", service->refusal == NULL,
                                                                      service->refusal != NULL ? service->refusal : ""));
}

static GVariant *
get_cb (GDBusConnection  *bus,
        const char       *sender,
        const char       *path,
        const char       *interface,
        const char       *name,
        GError          **error,
        gpointer          user_data)
{
  FakeService *service = user_data;

  if (g_str_equal (name, "DataFolder"))
    return g_variant_new_string (service->folder);
  if (g_str_equal (name, "Backend"))
    return g_variant_new_string ("freedesktop");
  if (g_str_equal (name, "NotificationServer"))
    return g_variant_new_string (service->server);
  if (g_str_equal (name, "Reminding"))
    return g_variant_new_boolean (service->trouble == NULL);
  if (g_str_equal (name, "LastError") && service->trouble != NULL)
    return g_variant_new_string (service->trouble);
  if (g_str_equal (name, "NextDeadline"))
    return g_variant_new_int64 (service->next);
  if (g_str_equal (name, "Zone"))
    return g_variant_new_string ("Europe/Berlin");
  if (g_str_equal (name, "ZoneSource"))
    return g_variant_new_string ("timedate1");
  if (g_str_has_prefix (name, "Autostart"))
    return g_variant_new_boolean (TRUE);
  return g_variant_new_string ("");
}

static const GDBusInterfaceVTable vtable = { .method_call = call_cb, .get_property = get_cb };

void
fake_service_start (FakeService *service,
                    const char  *folder)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GVariant) reply = NULL;

  service->folder = folder;
  service->bus = g_dbus_connection_new_for_address_sync (g_getenv ("DBUS_SESSION_BUS_ADDRESS"),
                                                         G_DBUS_CONNECTION_FLAGS_AUTHENTICATION_CLIENT |
                                                           G_DBUS_CONNECTION_FLAGS_MESSAGE_BUS_CONNECTION,
                                                         NULL, NULL, &error);
  g_assert_no_error (error);
  service->info = g_dbus_node_info_new_for_xml (introspection, &error);
  g_assert_no_error (error);
  g_dbus_connection_register_object (service->bus, APP_PATH, service->info->interfaces[0], &vtable, service, NULL, &error);
  g_assert_no_error (error);
  reply = g_dbus_connection_call_sync (service->bus, "org.freedesktop.DBus", "/", "org.freedesktop.DBus", "RequestName",
                                       g_variant_new ("(su)", APP_ID, 4), NULL, G_DBUS_CALL_FLAGS_NONE, -1, NULL, &error);
  g_assert_no_error (error);
}

void
fake_service_stop (FakeService *service)
{
  g_dbus_connection_close_sync (service->bus, NULL, NULL);
  g_clear_object (&service->bus);
  g_clear_pointer (&service->info, g_dbus_node_info_unref);
}

void
fake_service_tell_answer (FakeService *service,
                          const char  *what)
{
  g_dbus_connection_emit_signal (service->bus, NULL, APP_PATH, BUS_INTERFACE, "TestAnswered", g_variant_new ("(s)", what), NULL);
}

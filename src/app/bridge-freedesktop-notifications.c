/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "bridge-notifier"

#include "config.h"

#include "bridge-freedesktop-notifications.h"

#include <glib/gi18n-lib.h>

#include "bridge-error.h"
#include "bridge-shown-notices.h"

#define NAME "org.freedesktop.Notifications"
#define PATH "/org/freedesktop/Notifications"

#define URGENCY_NORMAL 1

/* The bus itself answers at once. */
#define BUS_PATIENCE_MS 3000

/* The desktop decides how long it stays. */
#define EXPIRE_DEFAULT -1

static const BridgeNoticeServer server = { .name = NAME, .path = PATH, .interface = NAME };

struct _BridgeFreedesktopNotifications
{
  BridgeNoticeBackend parent_instance;

  GApplication *application; /* unowned: it owns this */
  GDBusConnection *connection;
  BridgeShownNotices *shown;
  char *owner; /* (nullable) the server's unique name */
  guint watch;
  guint subscription;
  guint token_number; /* what token is for */
  char *token;        /* (nullable) with which the press about to come may bring up a window */
};

typedef struct {
  gboolean actions;
  gboolean markup;
} Capabilities;

G_DEFINE_FINAL_TYPE (BridgeFreedesktopNotifications, bridge_freedesktop_notifications, BRIDGE_TYPE_NOTICE_BACKEND)

static void
set_owner (BridgeFreedesktopNotifications *self, const char *owner)
{
  if (g_strcmp0 (self->owner, owner) != 0)
    {
      g_free (self->owner);
      self->owner = g_strdup (owner);
      g_clear_pointer (&self->token, g_free);
    }
  bridge_shown_notices_set_server (self->shown, g_dbus_connection_get_guid (self->connection), owner);
}

/* From the bus, which knows without asking the server, and starts none for it. */
static void
look_for_owner (BridgeFreedesktopNotifications *self)
{
  g_autoptr (GVariant) reply = NULL;
  g_autoptr (GError) error = NULL;
  const char *owner = NULL;

  reply = g_dbus_connection_call_sync (self->connection, "org.freedesktop.DBus", "/org/freedesktop/DBus",
                                       "org.freedesktop.DBus", "GetNameOwner", g_variant_new ("(s)", NAME),
                                       G_VARIANT_TYPE ("(s)"), G_DBUS_CALL_FLAGS_NONE, BUS_PATIENCE_MS, NULL, &error);
  /* Only the bus's own word counts: one that does not answer in time has said nothing. */
  if (reply == NULL && !g_error_matches (error, G_DBUS_ERROR, G_DBUS_ERROR_NAME_HAS_NO_OWNER))
    return;
  if (reply)
    g_variant_get (reply, "(&s)", &owner);
  set_owner (self, owner);
}

static void
close_number (BridgeFreedesktopNotifications *self, guint number)
{
  const BridgeNoticeServer owner = { self->owner, PATH, NAME };

  if (self->owner)
    bridge_notice_backend_tell (self->connection, &owner, "CloseNotification", g_variant_new ("(u)", number));
}

/* (transfer floating): with what a window may come up; what this process was started with is stale by now */
static GVariant *
new_platform_data (BridgeFreedesktopNotifications *self, guint number)
{
  GVariantDict dict;

  g_variant_dict_init (&dict, NULL);
  if (self->token && self->token_number == number)
    {
      g_variant_dict_insert (&dict, "activation-token", "s", self->token);
      g_variant_dict_insert (&dict, "desktop-startup-id", "s", self->token);
    }
  g_clear_pointer (&self->token, g_free);
  return g_variant_dict_end (&dict);
}

static void
activate (BridgeFreedesktopNotifications *self, const BridgeShownNotice *notice, const char *key)
{
  GApplicationClass *application_class = G_APPLICATION_GET_CLASS (self->application);
  g_autoptr (GVariant) platform_data = g_variant_ref_sink (new_platform_data (self, notice->number));
  g_autoptr (GVariant) target = NULL;
  g_autofree char *name = NULL;
  const GVariantType *type = NULL;
  const char *action = "open";

  if (g_str_equal (key, "default"))
    target = g_variant_ref_sink (g_variant_new_string (notice->target));
  else if (!g_action_parse_detailed_name (key, &name, &target, NULL) || !g_str_has_prefix (name, "app."))
    return;
  else
    action = name + strlen ("app.");

  /* All that notices carry has a target; no server can have the program do something else. */
  if (!g_action_group_query_action (G_ACTION_GROUP (self->application), action, NULL, &type, NULL, NULL, NULL)
      || type == NULL || target == NULL || !g_variant_is_of_type (target, type))
    return;

  g_application_hold (self->application);
  application_class->before_emit (self->application, platform_data);
  g_action_group_activate_action (G_ACTION_GROUP (self->application), action, target);
  application_class->after_emit (self->application, platform_data);
  g_application_release (self->application);
}

static void
pressed (BridgeFreedesktopNotifications *self, guint number, const char *key)
{
  g_autoptr (BridgeShownNotice) notice = bridge_shown_notices_take (self->shown, number);

  if (notice == NULL)
    return;

  bridge_notice_backend_emit_answered (BRIDGE_NOTICE_BACKEND (self), notice->id, "clicked");
  activate (self, notice, key);
  /* Some servers leave it standing after its button. */
  close_number (self, number);
}

static void
closed (BridgeFreedesktopNotifications *self, guint number, guint reason)
{
  static const char *const words[] = { "closed", "expired", "dismissed", "withdrawn" };
  g_autoptr (BridgeShownNotice) notice = bridge_shown_notices_take (self->shown, number);

  if (notice)
    bridge_notice_backend_emit_answered (BRIDGE_NOTICE_BACKEND (self), notice->id,
                                         words[reason < G_N_ELEMENTS (words) ? reason : 0]);
}

static void
signal_cb (GDBusConnection *connection, const char *sender, const char *path, const char *interface, const char *member,
           GVariant *parameters, gpointer user_data)
{
  BridgeFreedesktopNotifications *self = user_data;
  g_autoptr (BridgeFreedesktopNotifications) alive = g_object_ref (self);
  const char *word;
  guint number;
  guint reason;

  if (g_strcmp0 (sender, self->owner) != 0)
    return;

  bridge_notice_backend_look_for_late (BRIDGE_NOTICE_BACKEND (self));
  if (g_str_equal (member, "ActionInvoked") && g_variant_is_of_type (parameters, G_VARIANT_TYPE ("(us)")))
    {
      g_variant_get (parameters, "(u&s)", &number, &word);
      pressed (self, number, word);
    }
  else if (g_str_equal (member, "NotificationClosed") && g_variant_is_of_type (parameters, G_VARIANT_TYPE ("(uu)")))
    {
      g_variant_get (parameters, "(uu)", &number, &reason);
      closed (self, number, reason);
    }
  else if (g_str_equal (member, "ActivationToken") && g_variant_is_of_type (parameters, G_VARIANT_TYPE ("(us)")))
    {
      g_variant_get (parameters, "(u&s)", &number, &word);
      g_free (self->token);
      self->token = g_strdup (word);
      self->token_number = number;
    }
}

/* What comes here may be older than what a reply has said since, so the bus is asked. */
static void
name_appeared_cb (GDBusConnection *connection, const char *name, const char *owner, gpointer user_data)
{
  look_for_owner (user_data);
}

static void
name_vanished_cb (GDBusConnection *connection, const char *name, gpointer user_data)
{
  look_for_owner (user_data);
}

/* Asked each time, as another server may have come; the reply also says which one it is. */
static gboolean
ask_capabilities (BridgeFreedesktopNotifications *self, Capabilities *capabilities, GError **error)
{
  g_autoptr (GDBusMessage) reply = NULL;
  g_autofree const char **words = NULL;

  reply = bridge_notice_backend_ask (BRIDGE_NOTICE_BACKEND (self), self->connection, &server, "GetCapabilities", NULL,
                                     error);
  if (reply == NULL)
    return FALSE;

  set_owner (self, g_dbus_message_get_sender (reply));
  *capabilities = (Capabilities) { FALSE, FALSE };
  if (g_strcmp0 (g_dbus_message_get_signature (reply), "as") == 0)
    {
      g_variant_get (g_dbus_message_get_body (reply), "(^a&s)", &words);
      capabilities->actions = g_strv_contains (words, "actions");
      capabilities->markup = g_strv_contains (words, "body-markup");
    }
  return TRUE;
}

/* (transfer floating) */
static GVariant *
new_notify (const BridgeNotice *notice, guint replaces, const Capabilities *capabilities)
{
  GVariantBuilder actions;
  GVariantBuilder hints;
  g_autofree char *body = NULL;

  g_variant_builder_init (&actions, G_VARIANT_TYPE_STRING_ARRAY);
  if (capabilities->actions)
    {
      g_autoptr (GArray) buttons = bridge_notice_backend_dup_buttons (notice, TRUE);

      g_variant_builder_add (&actions, "s", "default");
      g_variant_builder_add (&actions, "s", "");
      for (guint i = 0; i < buttons->len; i++)
        {
          const BridgeNoticeButton *button = &g_array_index (buttons, BridgeNoticeButton, i);
          g_autofree char *key = g_action_print_detailed_name (button->action, button->target);

          g_variant_builder_add (&actions, "s", key);
          g_variant_builder_add (&actions, "s", button->label);
        }
    }

  g_variant_builder_init (&hints, G_VARIANT_TYPE_VARDICT);
  g_variant_builder_add (&hints, "{sv}", "desktop-entry", g_variant_new_string (APP_ID));
  g_variant_builder_add (&hints, "{sv}", "urgency", g_variant_new_byte (URGENCY_NORMAL));

  body = capabilities->markup && notice->body ? g_markup_escape_text (notice->body, -1) : g_strdup (notice->body);
  return g_variant_new ("(susssasa{sv}i)", APP_NAME, replaces, APP_ID, notice->title, body ? body : "",
                        &actions, &hints, EXPIRE_DEFAULT);
}

static gboolean
bridge_freedesktop_notifications_show (BridgeNoticeBackend *backend, const BridgeNotice *notice, gboolean anew, GError **error)
{
  BridgeFreedesktopNotifications *self = BRIDGE_FREEDESKTOP_NOTIFICATIONS (backend);
  g_autoptr (GError) cause = NULL;
  Capabilities capabilities;

  if (ask_capabilities (self, &capabilities, &cause))
    {
      /* To the very server that was asked: the number means nothing to the next one. */
      const BridgeNoticeServer owner = { self->owner, PATH, NAME };
      guint replaces = bridge_shown_notices_get_number (self->shown, notice->id);

      if (bridge_notice_backend_hand_over (backend, self->connection, &owner, "Notify",
                                           new_notify (notice, replaces, &capabilities), notice, &cause))
        return TRUE;
    }

  bridge_notice_backend_explain (error, cause);
  return FALSE;
}

static void
bridge_freedesktop_notifications_taken (BridgeNoticeBackend *backend, const BridgeNotice *notice, GDBusMessage *reply)
{
  BridgeFreedesktopNotifications *self = BRIDGE_FREEDESKTOP_NOTIFICATIONS (backend);
  guint number = 0;

  if (g_strcmp0 (g_dbus_message_get_sender (reply), self->owner) == 0
      && g_strcmp0 (g_dbus_message_get_signature (reply), "u") == 0)
    g_variant_get (g_dbus_message_get_body (reply), "(u)", &number);
  if (number > 0)
    bridge_shown_notices_add (self->shown, number, notice->id, bridge_notice_backend_get_target (notice));
}

static void
bridge_freedesktop_notifications_withdraw (BridgeNoticeBackend *backend, const char *id)
{
  BridgeFreedesktopNotifications *self = BRIDGE_FREEDESKTOP_NOTIFICATIONS (backend);
  guint number = bridge_shown_notices_get_number (self->shown, id);
  g_autoptr (BridgeShownNotice) notice = NULL;

  if (number == 0)
    return;

  close_number (self, number);
  notice = bridge_shown_notices_take (self->shown, number);
  bridge_notice_backend_emit_answered (backend, notice->id, "withdrawn");
}

static gboolean
bridge_freedesktop_notifications_stands (BridgeNoticeBackend *backend, const char *id)
{
  return bridge_shown_notices_get_number (BRIDGE_FREEDESKTOP_NOTIFICATIONS (backend)->shown, id) != 0;
}

static void
bridge_freedesktop_notifications_dispose (GObject *object)
{
  BridgeFreedesktopNotifications *self = BRIDGE_FREEDESKTOP_NOTIFICATIONS (object);

  g_clear_handle_id (&self->watch, g_bus_unwatch_name);
  if (self->subscription)
    g_dbus_connection_signal_unsubscribe (self->connection, self->subscription);
  self->subscription = 0;

  G_OBJECT_CLASS (bridge_freedesktop_notifications_parent_class)->dispose (object);
}

static void
bridge_freedesktop_notifications_finalize (GObject *object)
{
  BridgeFreedesktopNotifications *self = BRIDGE_FREEDESKTOP_NOTIFICATIONS (object);

  bridge_shown_notices_free (self->shown);
  g_object_unref (self->connection);
  g_free (self->owner);
  g_free (self->token);

  G_OBJECT_CLASS (bridge_freedesktop_notifications_parent_class)->finalize (object);
}

static void
bridge_freedesktop_notifications_class_init (BridgeFreedesktopNotificationsClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  BridgeNoticeBackendClass *backend_class = BRIDGE_NOTICE_BACKEND_CLASS (klass);

  object_class->dispose = bridge_freedesktop_notifications_dispose;
  object_class->finalize = bridge_freedesktop_notifications_finalize;

  backend_class->show = bridge_freedesktop_notifications_show;
  backend_class->taken = bridge_freedesktop_notifications_taken;
  backend_class->withdraw = bridge_freedesktop_notifications_withdraw;
  backend_class->stands = bridge_freedesktop_notifications_stands;
}

static void
bridge_freedesktop_notifications_init (BridgeFreedesktopNotifications *self)
{
}

/**
 * bridge_freedesktop_notifications_new:
 * @application: (transfer none): whose actions the buttons are; must outlive this
 * @connection: (transfer none): the session bus
 * @folder: the folder of the space, for which what is on the screen is remembered
 *
 * Returns: (transfer full): the way to a notification server of the Desktop Notifications Specification
 */
BridgeNoticeBackend *
bridge_freedesktop_notifications_new (GApplication *application, GDBusConnection *connection, const char *folder)
{
  BridgeFreedesktopNotifications *self = g_object_new (BRIDGE_TYPE_FREEDESKTOP_NOTIFICATIONS, NULL);

  self->application = application;
  self->connection = g_object_ref (connection);
  self->shown = bridge_shown_notices_new (folder);
  look_for_owner (self);
  /* From anybody, as what the server had to say would else wait for its name to be looked up. */
  self->subscription = g_dbus_connection_signal_subscribe (connection, NULL, NAME, NULL, PATH, NULL,
                                                           G_DBUS_SIGNAL_FLAGS_NONE, signal_cb, self, NULL);
  self->watch = g_bus_watch_name_on_connection (connection, NAME, G_BUS_NAME_WATCHER_FLAGS_NONE, name_appeared_cb,
                                                name_vanished_cb, self, NULL);
  return BRIDGE_NOTICE_BACKEND (self);
}

/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "bridge-notifier"

#include "config.h"

#include "bridge-notice-backend.h"

#include <glib/gi18n-lib.h>

#include "bridge-due.h"
#include "bridge-error.h"
#include "bridge-snooze.h"

/* A server that does not answer within this time is as good as none. */
#define PATIENCE_MS 3000

G_DEFINE_ABSTRACT_TYPE (BridgeNoticeBackend, bridge_notice_backend, G_TYPE_OBJECT)

enum {
  ANSWERED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
bridge_notice_backend_class_init (BridgeNoticeBackendClass *klass)
{
  signals[ANSWERED] = g_signal_new ("answered", BRIDGE_TYPE_NOTICE_BACKEND, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                    G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_STRING);
}

static void
bridge_notice_backend_init (BridgeNoticeBackend *self)
{
}

/**
 * bridge_notice_backend_show:
 * @notice: what to show; one with the same id is replaced
 * @error: where to say what went wrong
 *
 * Hands a notice over, and waits until it has been taken.
 *
 * Returns: %FALSE with %BRIDGE_ERROR_NOTIFIER
 */
gboolean
bridge_notice_backend_show (BridgeNoticeBackend *self, const BridgeNotice *notice, GError **error)
{
  return BRIDGE_NOTICE_BACKEND_GET_CLASS (self)->show (self, notice, error);
}

/**
 * bridge_notice_backend_withdraw:
 * @id: a notice's id
 *
 * Takes a notice from the screen. One that is not there does no harm.
 */
void
bridge_notice_backend_withdraw (BridgeNoticeBackend *self, const char *id)
{
  BRIDGE_NOTICE_BACKEND_GET_CLASS (self)->withdraw (self, id);
}

/**
 * bridge_notice_backend_stands:
 *
 * Returns: whether the notice stands since before this process, and its buttons speak only to who has shown it
 */
gboolean
bridge_notice_backend_stands (BridgeNoticeBackend *self, const char *id)
{
  BridgeNoticeBackendClass *class = BRIDGE_NOTICE_BACKEND_GET_CLASS (self);

  return class->stands && class->stands (self, id);
}

/**
 * bridge_notice_backend_get_target:
 *
 * Returns: what a click on the notice itself has "app.open" open: its moment, Today for the digest, else ""
 */
const char *
bridge_notice_backend_get_target (const BridgeNotice *notice)
{
  if (notice->occurrence)
    return notice->occurrence;
  return g_str_equal (notice->id, BRIDGE_DIGEST_ID) ? "today" : "";
}

static void
clear_button (BridgeNoticeButton *button)
{
  g_variant_unref (button->target);
}

static void
add_button (GArray *buttons, const char *label, const char *action, GVariant *target)
{
  BridgeNoticeButton button = { label, action, g_variant_ref_sink (target) };

  g_array_append_val (buttons, button);
}

static void
add_snooze (GArray *buttons, const char *name, BridgeSnooze snooze)
{
  add_button (buttons, bridge_snooze_get_button (snooze), "app.snooze-to",
              g_variant_new ("(ss)", name, bridge_snooze_get_nick (snooze)));
}

/**
 * bridge_notice_backend_dup_buttons:
 * @many: whether there is room for more than the three or four that GNOME Shell has
 *
 * Returns: (transfer full) (element-type BridgeNoticeButton): the notice's buttons, with none for opening it
 */
GArray *
bridge_notice_backend_dup_buttons (const BridgeNotice *notice, gboolean many)
{
  GArray *buttons = g_array_new (FALSE, FALSE, sizeof (BridgeNoticeButton));
  const char *name = notice->occurrence;

  g_array_set_clear_func (buttons, (GDestroyNotify) clear_button);
  if (name == NULL || !notice->answerable)
    return buttons;

  add_button (buttons, _("We did it"), "app.kept", g_variant_new_string (name));
  if (notice->has_smaller)
    add_button (buttons, _("Smaller version"), "app.smaller", g_variant_new_string (name));
  add_snooze (buttons, name, BRIDGE_SNOOZE_10);
  add_button (buttons, _("Not today"), "app.not-today", g_variant_new_string (name));
  for (BridgeSnooze snooze = BRIDGE_SNOOZE_30; many && snooze < BRIDGE_N_SNOOZES; snooze++)
    if (notice->snoozes & (1u << snooze))
      add_snooze (buttons, name, snooze);
  return buttons;
}

/**
 * bridge_notice_backend_serialize:
 * @display_hint: (nullable): a display hint of the portal's version 2
 *
 * Returns: (transfer floating): the a{sv} that AddNotification takes, of org.freedesktop.portal.Notification and of
 *   org.gtk.Notifications alike. Text is plain text there.
 */
GVariant *
bridge_notice_backend_serialize (const BridgeNotice *notice, const char *display_hint)
{
  g_autoptr (GArray) buttons = bridge_notice_backend_dup_buttons (notice, FALSE);
  GVariantBuilder builder;

  g_variant_builder_init (&builder, G_VARIANT_TYPE_VARDICT);
  g_variant_builder_add (&builder, "{sv}", "title", g_variant_new_string (notice->title));
  if (notice->body && *notice->body)
    g_variant_builder_add (&builder, "{sv}", "body", g_variant_new_string (notice->body));
  g_variant_builder_add (&builder, "{sv}", "priority", g_variant_new_string ("normal"));
  g_variant_builder_add (&builder, "{sv}", "default-action", g_variant_new_string ("app.open"));
  g_variant_builder_add (&builder, "{sv}", "default-action-target",
                         g_variant_new_string (bridge_notice_backend_get_target (notice)));
  if (display_hint)
    g_variant_builder_add (&builder, "{sv}", "display-hint", g_variant_new_strv (&display_hint, 1));

  if (buttons->len > 0)
    {
      GVariantBuilder list;

      g_variant_builder_init (&list, G_VARIANT_TYPE ("aa{sv}"));
      for (guint i = 0; i < buttons->len; i++)
        {
          const BridgeNoticeButton *button = &g_array_index (buttons, BridgeNoticeButton, i);

          g_variant_builder_open (&list, G_VARIANT_TYPE_VARDICT);
          g_variant_builder_add (&list, "{sv}", "label", g_variant_new_string (button->label));
          g_variant_builder_add (&list, "{sv}", "action", g_variant_new_string (button->action));
          g_variant_builder_add (&list, "{sv}", "target", button->target);
          g_variant_builder_close (&list);
        }
      g_variant_builder_add (&builder, "{sv}", "buttons", g_variant_builder_end (&list));
    }

  return g_variant_builder_end (&builder);
}

/* (transfer full) */
static GDBusMessage *
new_call (const BridgeNoticeServer *server, const char *method, GVariant *parameters)
{
  GDBusMessage *call = g_dbus_message_new_method_call (server->name, server->path, server->interface, method);

  if (parameters)
    g_dbus_message_set_body (call, parameters);
  return call;
}

/**
 * bridge_notice_backend_ask:
 * @server: who is asked; the bus may have to start it
 * @parameters: (nullable): a tuple, sunk if floating
 * @error: D-Bus's own, for bridge_notice_backend_explain()
 *
 * Calls a server and waits for it, though not for long.
 *
 * Returns: (transfer full): the reply, whose sender is the server's unique name
 */
GDBusMessage *
bridge_notice_backend_ask (GDBusConnection *connection, const BridgeNoticeServer *server,
                           const char *method, GVariant *parameters, GError **error)
{
  g_autoptr (GDBusMessage) call = new_call (server, method, parameters);
  g_autoptr (GDBusMessage) reply = NULL;
  g_autoptr (GError) local_error = NULL;

  reply = g_dbus_connection_send_message_with_reply_sync (connection, call, G_DBUS_SEND_MESSAGE_FLAGS_NONE,
                                                          PATIENCE_MS, NULL, NULL, &local_error);
  if (reply && !g_dbus_message_to_gerror (reply, &local_error))
    return g_steal_pointer (&reply);

  g_debug ("%s of %s: %s", method, server->interface, local_error->message);
  g_propagate_error (error, g_steal_pointer (&local_error));
  return NULL;
}

/**
 * bridge_notice_backend_tell:
 * @server: who is told
 * @parameters: (nullable): a tuple, sunk if floating
 *
 * Calls a server without waiting for what it says.
 */
void
bridge_notice_backend_tell (GDBusConnection *connection, const BridgeNoticeServer *server,
                            const char *method, GVariant *parameters)
{
  g_autoptr (GDBusMessage) call = new_call (server, method, parameters);
  g_autoptr (GError) error = NULL;

  g_dbus_message_set_flags (call, G_DBUS_MESSAGE_FLAGS_NO_REPLY_EXPECTED);
  if (!g_dbus_connection_send_message (connection, call, G_DBUS_SEND_MESSAGE_FLAGS_NONE, NULL, &error))
    g_debug ("%s of %s: %s", method, server->interface, error->message);
}

/* Did somebody answer, if only to say no? */
static gboolean
is_refusal (const GError *error)
{
  static const GDBusError nobody[] = {
    G_DBUS_ERROR_SERVICE_UNKNOWN, G_DBUS_ERROR_NAME_HAS_NO_OWNER, G_DBUS_ERROR_NO_REPLY,
    G_DBUS_ERROR_TIMEOUT, G_DBUS_ERROR_TIMED_OUT, G_DBUS_ERROR_DISCONNECTED,
    G_DBUS_ERROR_SPAWN_EXEC_FAILED, G_DBUS_ERROR_SPAWN_FORK_FAILED, G_DBUS_ERROR_SPAWN_CHILD_EXITED,
    G_DBUS_ERROR_SPAWN_CHILD_SIGNALED, G_DBUS_ERROR_SPAWN_FAILED, G_DBUS_ERROR_SPAWN_SERVICE_NOT_FOUND,
  };

  for (gsize i = 0; i < G_N_ELEMENTS (nobody); i++)
    if (g_error_matches (error, G_DBUS_ERROR, nobody[i]))
      return FALSE;

  return g_dbus_error_is_remote_error (error);
}

/**
 * bridge_notice_backend_explain:
 * @error: where to say it, with %BRIDGE_ERROR_NOTIFIER
 * @cause: why bridge_notice_backend_ask() did not work
 *
 * Says in a person's words why a notice is not on the screen.
 */
void
bridge_notice_backend_explain (GError **error, const GError *cause)
{
  if (is_refusal (cause))
    g_set_error_literal (error, BRIDGE_ERROR, BRIDGE_ERROR_NOTIFIER,
                         _("The notification service of this desktop did not take the notification. "
                           "Today in the window has what waits."));
  else
    g_set_error_literal (error, BRIDGE_ERROR, BRIDGE_ERROR_NOTIFIER,
                         _("No notification service answers on this desktop, so nothing can be shown. "
                           "Today in the window has what waits."));
}

/**
 * bridge_notice_backend_emit_answered:
 *
 * Emits "answered".
 */
void
bridge_notice_backend_emit_answered (BridgeNoticeBackend *self, const char *id, const char *what)
{
  g_signal_emit (self, signals[ANSWERED], 0, id, what);
}

/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "bridge-notifier"

#include "config.h"

#include "bridge-notice-call.h"

/* Whoever has not answered by then will not. */
#define LAST_MS (5 * 60 * 1000)

struct _BridgeNoticeCall
{
  GMainContext *context; /* of its own, so that waiting for it lets nothing else happen */
  GCancellable *cancellable;
  gboolean answered;
  GDBusMessage *reply;
  GError *error;
};

static void
reply_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  BridgeNoticeCall *self = user_data;

  self->reply = g_dbus_connection_send_message_with_reply_finish (G_DBUS_CONNECTION (object), result, &self->error);
  if (self->reply && g_dbus_message_to_gerror (self->reply, &self->error))
    g_clear_object (&self->reply);
  self->answered = TRUE;
}

/**
 * bridge_notice_call_new:
 * @connection: the session bus
 * @message: (transfer none): a method call, not sent yet
 *
 * Makes a call, and does not wait for it.
 *
 * Returns: (transfer full): the call
 */
BridgeNoticeCall *
bridge_notice_call_new (GDBusConnection *connection, GDBusMessage *message)
{
  BridgeNoticeCall *self = g_new0 (BridgeNoticeCall, 1);

  self->context = g_main_context_new ();
  self->cancellable = g_cancellable_new ();
  g_main_context_push_thread_default (self->context);
  g_dbus_connection_send_message_with_reply (connection, message, G_DBUS_SEND_MESSAGE_FLAGS_NONE, LAST_MS, NULL,
                                             self->cancellable, reply_cb, self);
  g_main_context_pop_thread_default (self->context);
  return self;
}

static gboolean
over_cb (gpointer user_data)
{
  *(gboolean *) user_data = TRUE;
  return G_SOURCE_REMOVE;
}

/**
 * bridge_notice_call_wait:
 * @ms: how long at the most; 0 only looks
 *
 * Waits for the answer; nothing else is dispatched meanwhile.
 *
 * Returns: whether the answer is there, if only an error
 */
gboolean
bridge_notice_call_wait (BridgeNoticeCall *self, guint ms)
{
  g_autoptr (GSource) timeout = NULL;
  gboolean over = FALSE;

  if (ms == 0)
    {
      while (g_main_context_iteration (self->context, FALSE))
        ;
      return self->answered;
    }

  timeout = g_timeout_source_new (ms);
  g_source_set_callback (timeout, over_cb, &over, NULL);
  g_source_attach (timeout, self->context);
  while (!over && !self->answered)
    g_main_context_iteration (self->context, TRUE);
  g_source_destroy (timeout);
  return self->answered;
}

/**
 * bridge_notice_call_steal_reply:
 * @error: D-Bus's own; %G_IO_ERROR_TIMED_OUT when there is no answer yet
 *
 * Returns: (transfer full) (nullable): the answer, whose sender is the server's unique name
 */
GDBusMessage *
bridge_notice_call_steal_reply (BridgeNoticeCall *self, GError **error)
{
  if (self->error)
    g_propagate_error (error, g_steal_pointer (&self->error));
  else if (!self->answered)
    g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_TIMED_OUT, "no answer yet");
  return g_steal_pointer (&self->reply);
}

/**
 * bridge_notice_call_free:
 * @self: (transfer full): a call
 *
 * Gives up on it. What it asked for may still be done.
 */
void
bridge_notice_call_free (BridgeNoticeCall *self)
{
  /* Being cancelled is an answer, too. Cancelling what is answered would be wrong: GIO's thread may not have let go
   * of it yet, and would leave a source behind that keeps the task that keeps the context that keeps the source. */
  if (!self->answered)
    g_cancellable_cancel (self->cancellable);
  while (!self->answered)
    g_main_context_iteration (self->context, TRUE);
  while (g_main_context_iteration (self->context, FALSE))
    ;
  g_clear_object (&self->reply);
  g_clear_error (&self->error);
  g_object_unref (self->cancellable);
  g_main_context_unref (self->context);
  g_free (self);
}

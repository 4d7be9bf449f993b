/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "bridge-notifier"

#include "config.h"

#include "bridge-notice-backend.h"

#include <glib/gi18n-lib.h>

#include "bridge-due.h"
#include "bridge-error.h"
#include "bridge-notice-call.h"
#include "bridge-one-offs.h"
#include "bridge-snooze.h"

/* A server that does not answer within this time is as good as none, until it does. */
#define PATIENCE_MS 3000

/* How often it is looked whether it does. */
#define LOOK_MS 1000

/* What the portal says when a person has turned off what an application shows. */
#define NOT_ALLOWED "org.freedesktop.portal.Error.NotAllowed"

typedef struct {
  GHashTable *shown;      /* id -> BridgeNotice: what this process has shown and, as far as is known, nobody has closed */
  GHashTable *unclaimed;  /* set of ids of these: they came after whoever wanted them had given up */
  BridgeNoticeCall *late; /* (nullable) what the server has not answered in time */
  BridgeNotice *on_its_way; /* (nullable) what that call hands over */
  gboolean unwanted;      /* has been withdrawn meanwhile */
  guint look;
} BridgeNoticeBackendPrivate;

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (BridgeNoticeBackend, bridge_notice_backend, G_TYPE_OBJECT)

enum {
  ANSWERED,
  RECOVERED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static BridgeNoticeBackendPrivate *
get_private (BridgeNoticeBackend *self)
{
  return bridge_notice_backend_get_instance_private (self);
}

static void
forget (BridgeNoticeBackend *self, const char *id)
{
  g_hash_table_remove (get_private (self)->unclaimed, id);
  g_hash_table_remove (get_private (self)->shown, id);
}

static void
note_taken (BridgeNoticeBackend *self, const BridgeNotice *notice, GDBusMessage *reply)
{
  BridgeNoticeBackendClass *class = BRIDGE_NOTICE_BACKEND_GET_CLASS (self);
  BridgeNotice *copy = bridge_notice_copy (notice);

  g_hash_table_replace (get_private (self)->shown, copy->id, copy);
  if (class->taken)
    class->taken (self, notice, reply);
}

/**
 * bridge_notice_backend_look_for_late:
 *
 * Whether the server has taken after all what it did not answer in time: that is on the screen then, and known by its
 * number from now on. To be asked before a number that the server speaks of is looked up.
 */
void
bridge_notice_backend_look_for_late (BridgeNoticeBackend *self)
{
  BridgeNoticeBackendPrivate *private = get_private (self);
  g_autoptr (BridgeNoticeCall) call = NULL;
  g_autoptr (BridgeNotice) notice = NULL;
  g_autoptr (GDBusMessage) reply = NULL;
  g_autoptr (GError) error = NULL;

  if (private->late == NULL || !bridge_notice_call_wait (private->late, 0))
    return;

  call = g_steal_pointer (&private->late);
  notice = g_steal_pointer (&private->on_its_way);
  reply = bridge_notice_call_steal_reply (call, &error);
  g_debug ("late answer for %s: %s", notice ? notice->id : "a question", error ? error->message : "taken");
  if (notice == NULL || reply == NULL)
    return;

  note_taken (self, notice, reply);
  if (private->unwanted)
    bridge_notice_backend_withdraw (self, notice->id);
  else
    g_hash_table_add (private->unclaimed, g_strdup (notice->id));
}

/* A reminder that nobody asked for again has been answered meanwhile, or waits for another day. */
static void
withdraw_unclaimed (BridgeNoticeBackend *self)
{
  BridgeNoticeBackendPrivate *private = get_private (self);
  g_autofree const char **ids = (const char **) g_hash_table_get_keys_as_array (private->unclaimed, NULL);
  g_autoptr (GHashTable) unclaimed = g_steal_pointer (&private->unclaimed);

  private->unclaimed = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  for (const char **id = ids; *id; id++)
    {
      const BridgeNotice *notice = g_hash_table_lookup (private->shown, *id);

      if (notice && (notice->answerable || notice->occurrence == NULL))
        bridge_notice_backend_withdraw (self, *id);
    }
}

static gboolean
look_cb (gpointer user_data)
{
  g_autoptr (BridgeNoticeBackend) self = g_object_ref (user_data);
  BridgeNoticeBackendPrivate *private = get_private (self);

  bridge_notice_backend_look_for_late (self);
  if (private->late)
    return G_SOURCE_CONTINUE;

  private->look = 0;
  g_signal_emit (self, signals[RECOVERED], 0);
  withdraw_unclaimed (self);
  return G_SOURCE_REMOVE;
}

static void
bridge_notice_backend_dispose (GObject *object)
{
  BridgeNoticeBackendPrivate *private = get_private (BRIDGE_NOTICE_BACKEND (object));

  g_clear_handle_id (&private->look, g_source_remove);
  g_clear_pointer (&private->late, bridge_notice_call_free);
  g_clear_pointer (&private->on_its_way, bridge_notice_free);
  g_hash_table_remove_all (private->unclaimed); /* whoever heard "recovered" may have taken another backend */

  G_OBJECT_CLASS (bridge_notice_backend_parent_class)->dispose (object);
}

static void
bridge_notice_backend_finalize (GObject *object)
{
  BridgeNoticeBackendPrivate *private = get_private (BRIDGE_NOTICE_BACKEND (object));

  g_hash_table_unref (private->shown);
  g_hash_table_unref (private->unclaimed);

  G_OBJECT_CLASS (bridge_notice_backend_parent_class)->finalize (object);
}

static void
bridge_notice_backend_class_init (BridgeNoticeBackendClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = bridge_notice_backend_dispose;
  G_OBJECT_CLASS (klass)->finalize = bridge_notice_backend_finalize;

  signals[RECOVERED] = g_signal_new ("recovered", BRIDGE_TYPE_NOTICE_BACKEND, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                     G_TYPE_NONE, 0);
  signals[ANSWERED] = g_signal_new ("answered", BRIDGE_TYPE_NOTICE_BACKEND, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                    G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_STRING);
}

static void
bridge_notice_backend_init (BridgeNoticeBackend *self)
{
  BridgeNoticeBackendPrivate *private = get_private (self);

  private->shown = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify) bridge_notice_free);
  private->unclaimed = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
}

static gboolean
is_same (const BridgeNotice *notice, const BridgeNotice *other)
{
  return g_str_equal (notice->title, other->title) && g_strcmp0 (notice->body, other->body) == 0
         && notice->kind == other->kind && notice->alone == other->alone && notice->has_smaller == other->has_smaller
         && notice->snoozes == other->snoozes;
}

/**
 * bridge_notice_backend_show:
 * @notice: what to show; one with the same id is replaced
 * @error: where to say what went wrong
 *
 * Hands a notice over, and waits until it has been taken, though not for long. One that was taken after that is not
 * handed over once more.
 *
 * Returns: %FALSE with the error of bridge_notice_backend_explain()
 */
gboolean
bridge_notice_backend_show (BridgeNoticeBackend *self, const BridgeNotice *notice, GError **error)
{
  BridgeNoticeBackendPrivate *private = get_private (self);

  gboolean came_late;

  bridge_notice_backend_look_for_late (self);
  came_late = g_hash_table_remove (private->unclaimed, notice->id);
  if (came_late && is_same (notice, g_hash_table_lookup (private->shown, notice->id)))
    return TRUE;

  return BRIDGE_NOTICE_BACKEND_GET_CLASS (self)->show (self, notice, !came_late, error);
}

/**
 * bridge_notice_backend_show_again:
 * @id: a notice's id
 * @error: where to say what went wrong
 *
 * Shows in its place what this process has shown and has not withdrawn; a desktop may have closed it with its button.
 *
 * Returns: %FALSE with %BRIDGE_ERROR_NOTIFIER; %TRUE also when there is nothing to show
 */
gboolean
bridge_notice_backend_show_again (BridgeNoticeBackend *self, const char *id, GError **error)
{
  const BridgeNotice *known = g_hash_table_lookup (get_private (self)->shown, id);
  g_autoptr (BridgeNotice) notice = known ? bridge_notice_copy (known) : NULL;

  return notice == NULL || BRIDGE_NOTICE_BACKEND_GET_CLASS (self)->show (self, notice, FALSE, error);
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
  BridgeNoticeBackendPrivate *private = get_private (self);

  bridge_notice_backend_look_for_late (self);
  if (private->on_its_way && g_str_equal (private->on_its_way->id, id))
    private->unwanted = TRUE;
  BRIDGE_NOTICE_BACKEND_GET_CLASS (self)->withdraw (self, id);
  forget (self, id);
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
 * Returns: what a click on the notice itself has "app.open" open: its moment or thing, Today for several, else ""
 */
const char *
bridge_notice_backend_get_target (const BridgeNotice *notice)
{
  if (notice->occurrence)
    return notice->occurrence;
  return g_str_equal (notice->id, BRIDGE_DIGEST_ID) || g_str_equal (notice->id, BRIDGE_ONE_OFFS_ID) ? "today" : "";
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

static void
add_more_snoozes (GArray *buttons, const BridgeNotice *notice, gboolean many)
{
  for (BridgeSnooze snooze = BRIDGE_SNOOZE_30; many && snooze < BRIDGE_N_SNOOZES; snooze++)
    if (notice->snoozes & (1u << snooze))
      add_snooze (buttons, notice->occurrence, snooze);
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

  if (notice->kind == BRIDGE_NOTICE_OPEN)
    {
      add_button (buttons, _("Open"), "app.open", g_variant_new_string (name));
      return buttons;
    }
  if (notice->kind == BRIDGE_NOTICE_PROMISE)
    {
      /* Translators: a button of a promise */
      add_button (buttons, C_("promise", "Kept"), "app.kept", g_variant_new_string (name));
      add_snooze (buttons, name, BRIDGE_SNOOZE_10);
      /* Translators: a button that opens the window, where a promise gets another date */
      add_button (buttons, _("Re-agree"), "app.open", g_variant_new_string (name));
      add_more_snoozes (buttons, notice, many);
      return buttons;
    }

  add_button (buttons, notice->alone ? _("Done") : _("We did it"), "app.kept", g_variant_new_string (name));
  if (notice->has_smaller)
    add_button (buttons, _("Smaller version"), "app.smaller", g_variant_new_string (name));
  add_snooze (buttons, name, BRIDGE_SNOOZE_10);
  add_button (buttons, _("Not today"), "app.not-today", g_variant_new_string (name));
  /* Translators: a button that notes that a ritual was kept, and opens the window for a word about it, a small win */
  if (many)
    add_button (buttons, notice->alone ? _("Done, with a word…") : _("We did it, with a word…"), "app.kept-with-word",
                g_variant_new_string (name));
  add_more_snoozes (buttons, notice, many);
  return buttons;
}

/**
 * bridge_notice_backend_serialize:
 * @display_hints: (nullable): of the portal's version 2
 *
 * Returns: (transfer floating): the a{sv} that AddNotification takes, of org.freedesktop.portal.Notification and of
 *   org.gtk.Notifications alike. Text is plain text there.
 */
GVariant *
bridge_notice_backend_serialize (const BridgeNotice *notice, const char *const *display_hints)
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
  if (display_hints && *display_hints)
    g_variant_builder_add (&builder, "{sv}", "display-hint", g_variant_new_strv (display_hints, -1));

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

static void
wait_for_late (BridgeNoticeBackend *self, BridgeNoticeCall *call, const BridgeNotice *notice)
{
  BridgeNoticeBackendPrivate *private = get_private (self);

  private->late = call;
  private->on_its_way = notice ? bridge_notice_copy (notice) : NULL;
  private->unwanted = FALSE;
  if (private->look == 0)
    private->look = g_timeout_add (LOOK_MS, look_cb, self);
}

static GDBusMessage *
ask (BridgeNoticeBackend *self, GDBusConnection *connection, const BridgeNoticeServer *server,
     const char *method, GVariant *parameters, const BridgeNotice *notice, GError **error)
{
  g_autoptr (GDBusMessage) message = new_call (server, method, parameters);
  g_autoptr (BridgeNoticeCall) call = NULL;
  g_autoptr (GDBusMessage) reply = NULL;
  g_autoptr (GError) local_error = NULL;

  bridge_notice_backend_look_for_late (self);
  if (get_private (self)->late)
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_TIMED_OUT, "%s has not answered yet", server->name);
      return NULL;
    }

  call = bridge_notice_call_new (connection, message);
  bridge_notice_call_wait (call, PATIENCE_MS);
  reply = bridge_notice_call_steal_reply (call, &local_error);
  if (reply)
    return g_steal_pointer (&reply);

  g_debug ("%s of %s: %s", method, server->interface, local_error->message);
  if (g_error_matches (local_error, G_IO_ERROR, G_IO_ERROR_TIMED_OUT))
    wait_for_late (self, g_steal_pointer (&call), notice);
  g_propagate_error (error, g_steal_pointer (&local_error));
  return NULL;
}

/**
 * bridge_notice_backend_ask:
 * @server: who is asked; the bus may have to start it
 * @parameters: (nullable): a tuple, sunk if floating
 * @error: D-Bus's own, for bridge_notice_backend_explain()
 *
 * Calls a server and waits for it, though not for long, and not at all while it owes an answer.
 *
 * Returns: (transfer full): the reply, whose sender is the server's unique name
 */
GDBusMessage *
bridge_notice_backend_ask (BridgeNoticeBackend *self, GDBusConnection *connection, const BridgeNoticeServer *server,
                           const char *method, GVariant *parameters, GError **error)
{
  return ask (self, connection, server, method, parameters, NULL, error);
}

/**
 * bridge_notice_backend_hand_over:
 * @server: who is to show @notice; the bus may have to start it
 * @parameters: (nullable): a tuple, sunk if floating: the notice as @method takes it
 * @error: D-Bus's own, for bridge_notice_backend_explain()
 *
 * Has a server show a notice, as bridge_notice_backend_ask() does. Its reply goes to the class's taken(), also when it
 * comes after this has failed.
 *
 * Returns: whether it was taken
 */
gboolean
bridge_notice_backend_hand_over (BridgeNoticeBackend *self, GDBusConnection *connection,
                                 const BridgeNoticeServer *server, const char *method, GVariant *parameters,
                                 const BridgeNotice *notice, GError **error)
{
  g_autoptr (GDBusMessage) reply = ask (self, connection, server, method, parameters, notice, error);

  if (reply)
    note_taken (self, notice, reply);
  return reply != NULL;
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

static gboolean
is_not_allowed (const GError *error)
{
  g_autofree char *name = g_dbus_error_is_remote_error (error) ? g_dbus_error_get_remote_error (error) : NULL;

  return g_strcmp0 (name, NOT_ALLOWED) == 0;
}

/**
 * bridge_notice_backend_explain:
 * @error: where to say it, with %BRIDGE_ERROR_NOTIFIER, or %BRIDGE_ERROR_REFUSED where the person does not want it
 * @cause: why bridge_notice_backend_ask() did not work
 *
 * Says in a person's words why a notice is not on the screen.
 */
void
bridge_notice_backend_explain (GError **error, const GError *cause)
{
  if (is_not_allowed (cause))
    g_set_error_literal (error, BRIDGE_ERROR, BRIDGE_ERROR_REFUSED,
                         _("Notifications of Footbridge are turned off on this desktop, so nothing can be shown. "
                           "Today in the window has what waits."));
  else if (is_refusal (cause))
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
  if (!g_str_equal (what, "clicked"))
    forget (self, id);
}

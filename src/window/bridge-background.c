/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "bridge-background"

#include "config.h"

#include "bridge-background.h"

#include <glib/gi18n-lib.h>

#include "bridge-error.h"
#include "bridge-feedback.h"
#include "bridge-parent-handle.h"

#define PORTAL_NAME "org.freedesktop.portal.Desktop"
#define PORTAL_PATH "/org/freedesktop/portal/desktop"

/* A question may be thought about; after this we say that there is no answer yet. */
#define PATIENCE_MS (3 * 60 * 1000)

/* org.freedesktop.portal.Request::Response */
typedef enum {
  RESPONSE_DONE,
  RESPONSE_REFUSED,
} Response;

struct _BridgeBackgroundRequest
{
  GObject parent_instance;

  GDBusConnection *bus;
  gboolean autostart;
  guint patience_ms;

  guint patience;
  guint subscription;
  char *handle; /* the path at which the answer comes */
};

enum {
  ANSWERED,
  UNANSWERED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (BridgeBackgroundRequest, bridge_background_request, G_TYPE_OBJECT)

static void
stop_listening (BridgeBackgroundRequest *self)
{
  if (self->subscription != 0)
    g_dbus_connection_signal_unsubscribe (self->bus, self->subscription);
  self->subscription = 0;
}

/* Nothing more will come. */
static void
end (BridgeBackgroundRequest *self)
{
  g_clear_handle_id (&self->patience, g_source_remove);
  stop_listening (self);
  g_object_unref (self);
}

static void
response_cb (GDBusConnection *bus,
             const char      *sender,
             const char      *path,
             const char      *interface,
             const char      *signal,
             GVariant        *parameters,
             gpointer         user_data)
{
  BridgeBackgroundRequest *self = user_data;
  g_autoptr (GVariant) results = NULL;
  gboolean allowed = TRUE;
  gboolean started = FALSE;
  guint32 response;

  if (!g_variant_is_of_type (parameters, G_VARIANT_TYPE ("(ua{sv})")))
    return;

  g_variant_get (parameters, "(u@a{sv})", &response, &results);
  g_variant_lookup (results, "background", "b", &allowed);
  g_variant_lookup (results, "autostart", "b", &started);
  g_debug ("response %u: background %d, autostart %d", response, allowed, started);

  if (response == RESPONSE_DONE && allowed)
    g_signal_emit (self, signals[ANSWERED], 0,
                   started || !self->autostart ? BRIDGE_BACKGROUND_ALLOWED : BRIDGE_BACKGROUND_ONCE_OPENED);
  else if (response == RESPONSE_DONE || response == RESPONSE_REFUSED)
    g_signal_emit (self, signals[ANSWERED], 0, BRIDGE_BACKGROUND_REFUSED);
  else
    g_signal_emit (self, signals[UNANSWERED], 0,
                   _("Reminders are on. The desktop could not ask you whether Footbridge may go on in the background. "
                     "Turn reminders off and on again to have it ask once more."));
  end (self);
}

static void
listen (BridgeBackgroundRequest *self,
        const char              *handle)
{
  if (g_strcmp0 (self->handle, handle) == 0)
    return;

  stop_listening (self);
  g_free (self->handle);
  self->handle = g_strdup (handle);
  self->subscription =
      g_dbus_connection_signal_subscribe (self->bus, PORTAL_NAME, "org.freedesktop.portal.Request", "Response", handle, NULL,
                                          G_DBUS_SIGNAL_FLAGS_NONE, response_cb, self, NULL);
}

static gboolean
patience_cb (gpointer user_data)
{
  BridgeBackgroundRequest *self = user_data;

  self->patience = 0;
  g_signal_emit (self, signals[UNANSWERED], 0,
                 _("Reminders are on. The desktop has not answered yet whether Footbridge may go on in the background; "
                   "until it does, they may only come while the window is open."));

  return G_SOURCE_REMOVE;
}

static void
sent_cb (GObject      *object,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr (BridgeBackgroundRequest) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GVariant) reply = g_dbus_connection_call_finish (G_DBUS_CONNECTION (object), result, &error);
  const char *handle;

  /* It was answered before the call returned. */
  if (self->subscription == 0)
    return;

  if (reply == NULL)
    {
      g_debug ("no portal: %s", error->message);
      g_signal_emit (self, signals[UNANSWERED], 0,
                     _("Reminders are on. This desktop cannot be asked to start Footbridge at log-in: after each log-in, "
                       "reminders come once you have opened it."));
      end (self);
      return;
    }

  /* Portals before version 0.9 choose the path themselves. */
  g_variant_get (reply, "(&o)", &handle);
  listen (self, handle);
}

static void
bridge_background_request_dispose (GObject *object)
{
  BridgeBackgroundRequest *self = BRIDGE_BACKGROUND_REQUEST (object);

  g_clear_handle_id (&self->patience, g_source_remove);
  stop_listening (self);
  g_clear_object (&self->bus);

  G_OBJECT_CLASS (bridge_background_request_parent_class)->dispose (object);
}

static void
bridge_background_request_finalize (GObject *object)
{
  g_free (BRIDGE_BACKGROUND_REQUEST (object)->handle);

  G_OBJECT_CLASS (bridge_background_request_parent_class)->finalize (object);
}

static void
bridge_background_request_class_init (BridgeBackgroundRequestClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = bridge_background_request_dispose;
  object_class->finalize = bridge_background_request_finalize;

  signals[ANSWERED] = g_signal_new ("answered", BRIDGE_TYPE_BACKGROUND_REQUEST, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                    G_TYPE_NONE, 1, BRIDGE_TYPE_BACKGROUND);
  signals[UNANSWERED] = g_signal_new ("unanswered", BRIDGE_TYPE_BACKGROUND_REQUEST, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                      G_TYPE_NONE, 1, G_TYPE_STRING | G_SIGNAL_TYPE_STATIC_SCOPE);
}

static void
bridge_background_request_init (BridgeBackgroundRequest *self)
{
}

/**
 * bridge_background_request_new:
 * @bus: (transfer none): the session bus
 * @autostart: whether to be started at log-in from now on, or no longer
 * @patience_ms: milliseconds after which "unanswered" says that there is no answer yet
 *
 * Returns: (transfer full): a question that was not put yet
 */
BridgeBackgroundRequest *
bridge_background_request_new (GDBusConnection *bus,
                               gboolean         autostart,
                               guint            patience_ms)
{
  BridgeBackgroundRequest *self = g_object_new (BRIDGE_TYPE_BACKGROUND_REQUEST, NULL);

  self->bus = g_object_ref (bus);
  self->autostart = autostart;
  self->patience_ms = patience_ms;

  return self;
}

/**
 * bridge_background_request_send:
 * @self: a question that was not put yet
 * @parent: the window's name for the portal, or ""
 *
 * Puts the question: org.freedesktop.portal.Background.RequestBackground, XDG Desktop Portal. Not as
 * "dbus-activatable", which would have the session activate the application at log-in, and so open its window.
 */
void
bridge_background_request_send (BridgeBackgroundRequest *self,
                                const char              *parent)
{
  static const char *const command[] = { "footbridge", "--gapplication-service", NULL };
  g_autofree char *sender = g_strdup (g_dbus_connection_get_unique_name (self->bus));
  g_autofree char *token = g_strdup_printf ("footbridge%u", g_random_int ());
  g_autofree char *handle = NULL;
  GVariantDict options;

  g_return_if_fail (self->handle == NULL && sender != NULL);

  /* Listening before asking: the answer may be there first. */
  handle = g_strdup_printf (PORTAL_PATH "/request/%s/%s", g_strdelimit (sender + 1, ".", '_'), token);
  listen (self, handle);

  g_variant_dict_init (&options, NULL);
  g_variant_dict_insert (&options, "handle_token", "s", token);
  /* Translators: the desktop shows this when it asks whether Footbridge may run in the background. */
  g_variant_dict_insert (&options, "reason", "s", _("To remind you of what you planned while its window is closed."));
  g_variant_dict_insert (&options, "autostart", "b", self->autostart);
  g_variant_dict_insert (&options, "commandline", "^as", command);
  g_variant_dict_insert (&options, "dbus-activatable", "b", FALSE);

  self->patience = g_timeout_add (self->patience_ms, patience_cb, self);
  g_dbus_connection_call (self->bus, PORTAL_NAME, PORTAL_PATH, "org.freedesktop.portal.Background", "RequestBackground",
                          g_variant_new ("(s@a{sv})", parent, g_variant_dict_end (&options)), G_VARIANT_TYPE ("(o)"),
                          G_DBUS_CALL_FLAGS_NONE, -1, NULL, sent_cb, g_object_ref (self));

  /* Until end (). */
  g_object_ref (self);
}

/* Putting the question for a window, and showing what comes of it. */
typedef struct {
  GWeakRef window;
  BridgeSpace *space;
  GDBusConnection *bus; /* (nullable): not there yet */
} Asking;

static void
asking_free (Asking *asking)
{
  g_weak_ref_clear (&asking->window);
  g_clear_object (&asking->space);
  g_clear_object (&asking->bus);
  g_free (asking);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Asking, asking_free)

static void
asking_closure_free (gpointer  asking,
                     GClosure *closure)
{
  asking_free (asking);
}

static Asking *
asking_new (GtkWindow       *window,
            BridgeSpace     *space,
            GDBusConnection *bus)
{
  Asking *asking = g_new0 (Asking, 1);

  g_weak_ref_init (&asking->window, window);
  asking->space = g_object_ref (space);
  g_set_object (&asking->bus, bus);

  return asking;
}

/* If the window is still there; what was answered can be read in Preferences, too. */
static void
say (Asking     *asking,
     const char *words)
{
  g_autoptr (GtkWidget) window = g_weak_ref_get (&asking->window);

  if (window != NULL && gtk_widget_get_mapped (window))
    {
      g_autoptr (GError) error = g_error_new_literal (BRIDGE_ERROR, BRIDGE_ERROR_NOTIFIER, words);

      /* It stays until it was read. */
      bridge_feedback_show_error (window, error);
    }
}

/* There a row says what the answer means. */
static gboolean
is_preferences (Asking *asking)
{
  g_autoptr (GtkWindow) window = g_weak_ref_get (&asking->window);

  return window != NULL && gtk_window_get_transient_for (window) != NULL;
}

static void
answered_cb (BridgeBackgroundRequest *request,
             BridgeBackground         answer,
             Asking                  *asking)
{
  g_autoptr (GError) error = NULL;

  if (!bridge_space_set_background (asking->space, answer, &error))
    say (asking, error->message);
  else if (is_preferences (asking))
    return;
  else if (answer == BRIDGE_BACKGROUND_REFUSED)
    say (asking, _("Reminders are on, and come while the window is open: the desktop does not let Footbridge go on in the "
                   "background. Preferences says how to allow it."));
  else if (answer == BRIDGE_BACKGROUND_ONCE_OPENED)
    say (asking, _("Reminders are on. The desktop does not start Footbridge at log-in: after each log-in, reminders come once "
                   "you have opened it."));
}

static void
unanswered_cb (BridgeBackgroundRequest *request,
               const char              *words,
               Asking                  *asking)
{
  say (asking, words);
}

static void
exported_cb (const char *handle,
             gpointer    user_data)
{
  g_autoptr (Asking) asking = user_data;
  g_autoptr (BridgeBackgroundRequest) request = bridge_background_request_new (asking->bus, TRUE, PATIENCE_MS);
  Asking *shared = g_steal_pointer (&asking);

  g_signal_connect (request, "unanswered", G_CALLBACK (unanswered_cb), shared);
  g_signal_connect_data (request, "answered", G_CALLBACK (answered_cb), shared, asking_closure_free, 0);
  bridge_background_request_send (request, handle);
}

/**
 * bridge_background_ask:
 * @window: a window that is on the screen
 * @space: the space, which keeps the answer
 * @bus: the session bus
 *
 * Asks the desktop, whatever it answered before: where it remembers its answer it gives that one again, without a
 * dialog. Reminders stay on whatever comes of it; the window says what it means.
 */
void
bridge_background_ask (GtkWindow       *window,
                       BridgeSpace     *space,
                       GDBusConnection *bus)
{
  bridge_parent_handle_export (window, exported_cb, asking_new (window, space, bus));
}

static void
bus_cb (GObject      *object,
        GAsyncResult *result,
        gpointer      user_data)
{
  g_autoptr (Asking) asking = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GDBusConnection) bus = g_bus_get_finish (result, &error);
  g_autoptr (GtkWindow) window = g_weak_ref_get (&asking->window);

  /* Without a bus there is no service either, and the window says so elsewhere. */
  if (bus == NULL)
    g_debug ("no bus: %s", error->message);
  else if (window != NULL && gtk_widget_get_mapped (GTK_WIDGET (window)))
    bridge_background_ask (window, asking->space, bus);
}

/* A dialog that cannot show is remembered by the desktop as a "no" for good: only over the window in use. */
static void
ask_if_active (GtkWindow   *window,
               GParamSpec  *pspec,
               BridgeSpace *space)
{
  if (!gtk_window_is_active (window))
    return;

  g_signal_handlers_disconnect_by_func (window, ask_if_active, space);
  if (bridge_space_get_reminders_on (space))
    g_bus_get (G_BUS_TYPE_SESSION, NULL, bus_cb, asking_new (window, space, NULL));
}

static void
withdraw_cb (GObject      *object,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr (GDBusConnection) bus = g_bus_get_finish (result, NULL);
  g_autoptr (BridgeBackgroundRequest) request = NULL;

  if (bus == NULL)
    return;

  request = bridge_background_request_new (bus, FALSE, PATIENCE_MS);
  bridge_background_request_send (request, "");
}

/**
 * bridge_background_applies:
 * @space: the space
 *
 * Whether it is for the desktop to decide about this space's reminders while the window is closed: in a Flatpak, and
 * for the folder that the service started at log-in would look after.
 */
gboolean
bridge_background_applies (BridgeSpace *space)
{
  g_autofree char *usual = g_build_filename (g_get_user_data_dir (), "footbridge", NULL);

  return g_file_test ("/.flatpak-info", G_FILE_TEST_EXISTS) && g_str_equal (usual, bridge_space_get_folder (space));
}

/**
 * bridge_background_reminders_switched:
 * @widget: in the window in which somebody switched reminders on or off
 * @space: the space, which knows about it already
 * @on: whether they are on now
 *
 * Asks the desktop, where that applies, for the background and a start at log-in as soon as the window has the
 * keyboard; or for no more starts at log-in, which needs no question.
 */
void
bridge_background_reminders_switched (GtkWidget   *widget,
                                      BridgeSpace *space,
                                      gboolean     on)
{
  GtkRoot *root = gtk_widget_get_root (widget);

  if (!bridge_background_applies (space) || !GTK_IS_WINDOW (root))
    return;

  g_signal_handlers_disconnect_by_func (root, ask_if_active, space);
  if (on)
    {
      g_signal_connect_object (root, "notify::is-active", G_CALLBACK (ask_if_active), space, 0);
      ask_if_active (GTK_WINDOW (root), NULL, space);
    }
  else if (bridge_space_get_background (space) == BRIDGE_BACKGROUND_ALLOWED ||
           bridge_space_get_background (space) == BRIDGE_BACKGROUND_ONCE_OPENED)
    {
      g_bus_get (G_BUS_TYPE_SESSION, NULL, withdraw_cb, NULL);
    }
}

/**
 * bridge_background_dup_words:
 * @answer: what the desktop answered
 *
 * Returns: (transfer full): what that means, and how to change what is less than a "yes"
 */
char *
bridge_background_dup_words (BridgeBackground answer)
{
  switch (answer)
    {
    case BRIDGE_BACKGROUND_ALLOWED:
      return g_strdup (_("The desktop lets Footbridge remind you while this window is closed."));
    case BRIDGE_BACKGROUND_ONCE_OPENED:
      return g_strdup (_("The desktop lets Footbridge remind you while this window is closed, but does not start it at log-in: "
                         "after each log-in, reminders come once you have opened Footbridge. To have the desktop asked again, "
                         "turn reminders off and on."));
    case BRIDGE_BACKGROUND_REFUSED:
      return g_strdup_printf (
          /* Translators: %s is the application's id; what is quoted is typed in a terminal. */
          _("The desktop answered no: reminders come while this window is open. You could allow it in the desktop’s settings, "
            "under Apps, Footbridge, or have it ask again with “flatpak permission-reset %s”. Then turn reminders off and on."),
          APP_ID);
    case BRIDGE_BACKGROUND_UNKNOWN:
      return g_strdup (_("The desktop was not asked yet, or has not answered. It is asked when reminders are turned on."));
    }

  g_return_val_if_reached (NULL);
}

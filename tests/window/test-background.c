/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "bridge-background.h"
#include "own-bus.h"
#include "rituals-fixture.h"

/* How a desktop behaves that is asked. */
typedef enum {
  PORTAL_ALLOWS,
  PORTAL_ALLOWS_WITHOUT_LOGIN,
  PORTAL_REFUSES,
  PORTAL_GIVES_UP,
  PORTAL_IS_SILENT,
  PORTAL_IS_OLD, /* answers where it likes, not where it was asked to */
  PORTAL_KNOWS_NOTHING,
  PORTAL_IS_MISSING,
} Manner;

static const char interface_xml[] =
    "<node><interface name='org.freedesktop.portal.Background'>"
    "<method name='RequestBackground'><arg type='s' direction='in'/><arg type='a{sv}' direction='in'/>"
    "<arg type='o' direction='out'/></method></interface></node>";

static struct {
  GTestDBus *bus;
  GDBusConnection *desktop;
  GDBusConnection *app;
  guint name;
  guint object;
  Manner manner;
  guint calls;
  char *parent;
  GVariant *options;
  char *answered_to;
  char *client;
} portal;

static GDBusConnection *
connect_to_bus (void)
{
  g_autoptr (GError) error = NULL;
  GDBusConnection *connection = g_dbus_connection_new_for_address_sync (
      g_test_dbus_get_bus_address (portal.bus),
      G_DBUS_CONNECTION_FLAGS_AUTHENTICATION_CLIENT | G_DBUS_CONNECTION_FLAGS_MESSAGE_BUS_CONNECTION, NULL, NULL, &error);

  g_assert_no_error (error);

  return connection;
}

static void
answer (guint    response,
        gboolean background,
        gboolean autostart)
{
  GVariantDict results;

  g_variant_dict_init (&results, NULL);
  g_variant_dict_insert (&results, "background", "b", background);
  g_variant_dict_insert (&results, "autostart", "b", autostart);
  g_dbus_connection_emit_signal (portal.desktop, portal.client, portal.answered_to, "org.freedesktop.portal.Request", "Response",
                                 g_variant_new ("(u@a{sv})", response, g_variant_dict_end (&results)), NULL);
}

static void
asked_cb (GDBusConnection       *connection,
          const char            *sender,
          const char            *path,
          const char            *interface,
          const char            *method,
          GVariant              *parameters,
          GDBusMethodInvocation *invocation,
          gpointer               user_data)
{
  g_autofree char *name = g_strdelimit (g_strdup (sender + 1), ".", '_');
  const char *token;

  portal.calls++;
  g_clear_pointer (&portal.options, g_variant_unref);
  g_clear_pointer (&portal.parent, g_free);
  g_clear_pointer (&portal.answered_to, g_free);
  g_clear_pointer (&portal.client, g_free);
  g_variant_get (parameters, "(s@a{sv})", &portal.parent, &portal.options);
  g_assert_true (g_variant_lookup (portal.options, "handle_token", "&s", &token));
  portal.client = g_strdup (sender);
  portal.answered_to = portal.manner == PORTAL_IS_OLD
                           ? g_strdup ("/org/freedesktop/portal/desktop/request/7")
                           : g_strdup_printf ("/org/freedesktop/portal/desktop/request/%s/%s", name, token);

  if (portal.manner == PORTAL_KNOWS_NOTHING)
    {
      g_dbus_method_invocation_return_dbus_error (invocation, "org.freedesktop.DBus.Error.UnknownMethod", "No such interface");
      return;
    }

  g_dbus_method_invocation_return_value (invocation, g_variant_new ("(o)", portal.answered_to));
  switch (portal.manner)
    {
    case PORTAL_ALLOWS:
      answer (0, TRUE, TRUE);
      break;
    case PORTAL_ALLOWS_WITHOUT_LOGIN:
      answer (0, TRUE, FALSE);
      break;
    case PORTAL_REFUSES:
      answer (1, FALSE, FALSE);
      break;
    case PORTAL_GIVES_UP:
      answer (2, FALSE, FALSE);
      break;
    case PORTAL_IS_OLD:
    case PORTAL_IS_SILENT:
    case PORTAL_KNOWS_NOTHING:
    case PORTAL_IS_MISSING:
      break;
    }
}

static void
open_portal (Manner manner)
{
  static const GDBusInterfaceVTable vtable = { .method_call = asked_cb };
  g_autoptr (GDBusNodeInfo) info = g_dbus_node_info_new_for_xml (interface_xml, NULL);
  g_autoptr (GVariant) reply = NULL;
  g_autoptr (GError) error = NULL;

  portal.desktop = connect_to_bus ();
  portal.app = connect_to_bus ();
  portal.manner = manner;
  portal.calls = 0;
  if (manner == PORTAL_IS_MISSING)
    return;

  portal.object = g_dbus_connection_register_object (portal.desktop, "/org/freedesktop/portal/desktop", info->interfaces[0],
                                                     &vtable, NULL, NULL, &error);
  g_assert_no_error (error);
  reply = g_dbus_connection_call_sync (portal.desktop, "org.freedesktop.DBus", "/", "org.freedesktop.DBus", "RequestName",
                                       g_variant_new ("(su)", "org.freedesktop.portal.Desktop", 4), NULL, 0, -1, NULL, &error);
  g_assert_no_error (error);
}

static void
close_portal (void)
{
  g_clear_pointer (&portal.options, g_variant_unref);
  g_clear_pointer (&portal.parent, g_free);
  g_clear_pointer (&portal.answered_to, g_free);
  g_clear_pointer (&portal.client, g_free);
  g_dbus_connection_close_sync (portal.app, NULL, NULL);
  g_dbus_connection_close_sync (portal.desktop, NULL, NULL);
  g_clear_object (&portal.app);
  g_clear_object (&portal.desktop);
}

/* What came of a question. */
typedef struct {
  guint answers;
  BridgeBackground answer;
  guint unanswered;
  char *words;
} Outcome;

static void
answered_cb (BridgeBackgroundRequest *request,
             BridgeBackground         answered,
             Outcome                 *outcome)
{
  outcome->answers++;
  outcome->answer = answered;
}

static void
unanswered_cb (BridgeBackgroundRequest *request,
               const char              *words,
               Outcome                 *outcome)
{
  outcome->unanswered++;
  g_free (outcome->words);
  outcome->words = g_strdup (words);
}

static void
wait_for (const guint *count)
{
  for (int i = 0; i < 500 && *count == 0; i++)
    {
      g_main_context_iteration (NULL, FALSE);
      g_usleep (10000);
    }
  g_assert_cmpuint (*count, ==, 1);
}

static BridgeBackgroundRequest *
send (Outcome  *outcome,
      gboolean  autostart,
      guint     patience_ms)
{
  BridgeBackgroundRequest *request = bridge_background_request_new (portal.app, autostart, patience_ms);

  g_signal_connect (request, "answered", G_CALLBACK (answered_cb), outcome);
  g_signal_connect (request, "unanswered", G_CALLBACK (unanswered_cb), outcome);
  bridge_background_request_send (request, "x11:1a");

  return request;
}

/* The question is put once, in full, and nothing of it stays behind. */
static void
test_question (void)
{
  Outcome outcome = { 0 };
  g_auto (GStrv) command = NULL;
  const char *reason;
  gboolean autostart, activatable;

  open_portal (PORTAL_ALLOWS);
  BridgeBackgroundRequest *request = send (&outcome, TRUE, 60000);
  wait_for (&outcome.answers);

  g_assert_cmpint (outcome.answer, ==, BRIDGE_BACKGROUND_ALLOWED);
  g_assert_cmpuint (outcome.unanswered, ==, 0);
  g_assert_cmpuint (portal.calls, ==, 1);
  g_assert_cmpstr (portal.parent, ==, "x11:1a");
  g_assert_true (g_variant_lookup (portal.options, "reason", "&s", &reason));
  g_assert_cmpint (g_utf8_strlen (reason, -1), >, 20);
  g_assert_cmpint (g_utf8_strlen (reason, -1), <, 256);
  g_assert_true (g_variant_lookup (portal.options, "autostart", "b", &autostart) && autostart);
  g_assert_true (g_variant_lookup (portal.options, "dbus-activatable", "b", &activatable) && !activatable);
  g_assert_true (g_variant_lookup (portal.options, "commandline", "^as", &command));
  g_assert_cmpstrv (command, ((const char *const[]) { "footbridge", "--gapplication-service", NULL }));

  settle ();
  g_assert_finalize_object (request);
  close_portal ();
}

static void
test_answers (gconstpointer data)
{
  static const BridgeBackground expected[] = {
    [PORTAL_ALLOWS_WITHOUT_LOGIN] = BRIDGE_BACKGROUND_ONCE_OPENED,
    [PORTAL_REFUSES] = BRIDGE_BACKGROUND_REFUSED,
  };
  Manner manner = GPOINTER_TO_INT (data);
  Outcome outcome = { 0 };

  open_portal (manner);
  BridgeBackgroundRequest *request = send (&outcome, TRUE, 60000);
  wait_for (&outcome.answers);
  g_assert_cmpint (outcome.answer, ==, expected[manner]);
  g_assert_cmpuint (outcome.unanswered, ==, 0);

  settle ();
  g_assert_finalize_object (request);
  close_portal ();
}

/* No portal, none that knows this question, or one that breaks off: said once, and over. */
static void
test_nobody (gconstpointer data)
{
  Outcome outcome = { 0 };

  open_portal (GPOINTER_TO_INT (data));
  BridgeBackgroundRequest *request = send (&outcome, TRUE, 60000);
  wait_for (&outcome.unanswered);
  g_assert_true (g_str_has_prefix (outcome.words, "Reminders are on. "));
  g_assert_cmpuint (outcome.answers, ==, 0);

  settle ();
  g_assert_finalize_object (request);
  g_free (outcome.words);
  close_portal ();
}

/* Without an answer that is said after a while; one that comes after all counts, also from an old portal. */
static void
test_slow (gconstpointer data)
{
  Outcome outcome = { 0 };

  open_portal (GPOINTER_TO_INT (data));
  BridgeBackgroundRequest *request = send (&outcome, TRUE, 200);
  wait_for (&outcome.unanswered);
  g_assert_cmpuint (outcome.answers, ==, 0);
  answer (0, TRUE, TRUE);
  wait_for (&outcome.answers);
  g_assert_cmpint (outcome.answer, ==, BRIDGE_BACKGROUND_ALLOWED);
  g_assert_cmpuint (outcome.unanswered, ==, 1);

  settle ();
  g_assert_finalize_object (request);
  g_free (outcome.words);
  close_portal ();
}

/* Reminders are over: the desktop is told not to start the service any more. */
static void
test_no_more (void)
{
  Outcome outcome = { 0 };
  gboolean autostart = TRUE;

  open_portal (PORTAL_ALLOWS_WITHOUT_LOGIN);
  BridgeBackgroundRequest *request = send (&outcome, FALSE, 60000);
  wait_for (&outcome.answers);
  g_assert_cmpint (outcome.answer, ==, BRIDGE_BACKGROUND_ALLOWED);
  g_assert_true (g_variant_lookup (portal.options, "autostart", "b", &autostart));
  g_assert_false (autostart);

  settle ();
  g_assert_finalize_object (request);
  close_portal ();
}

/* The window's name for a portal (XDG Desktop Portal, "Window Identifiers"), as the display at hand gives it. */
static void
assert_named (void)
{
  gboolean wayland = g_str_equal (G_OBJECT_TYPE_NAME (gdk_display_get_default ()), "GdkWaylandDisplay");
  const char *prefix = wayland ? "wayland:" : "x11:";

  g_test_message ("the window is \"%s\"", portal.parent);
  g_assert_true (g_str_has_prefix (portal.parent, prefix));
  g_assert_cmpuint (strlen (portal.parent), >, strlen (prefix));
}

/* From a window: it is named, the answer is kept, and reminders stay on whatever it is. */
static void
ask_from_window (RitualsFixture   *fixture,
                 Manner            manner,
                 BridgeBackground  expected)
{
  open_portal (manner);
  rituals_fixture_show (fixture, gtk_label_new ("Today"));
  g_assert_true (bridge_space_set_reminders_on (fixture->space, TRUE, NULL));

  bridge_background_ask (GTK_WINDOW (fixture->window), fixture->space, portal.app);
  for (int i = 0; i < 500 && bridge_space_get_background (fixture->space) == BRIDGE_BACKGROUND_UNKNOWN; i++)
    {
      settle ();
      g_usleep (10000);
    }
  g_assert_cmpint (bridge_space_get_background (fixture->space), ==, expected);
  assert_named ();
  g_assert_true (bridge_space_get_reminders_on (fixture->space));

  for (int i = 0; i < 20; i++)
    settle ();
  close_portal ();
}

static void
test_window_allowed (RitualsFixture *fixture,
                     gconstpointer   partner)
{
  ask_from_window (fixture, PORTAL_ALLOWS, BRIDGE_BACKGROUND_ALLOWED);
}

static void
test_window_once_opened (RitualsFixture *fixture,
                         gconstpointer   partner)
{
  ask_from_window (fixture, PORTAL_ALLOWS_WITHOUT_LOGIN, BRIDGE_BACKGROUND_ONCE_OPENED);
}

static void
test_window_refused (RitualsFixture *fixture,
                     gconstpointer   partner)
{
  ask_from_window (fixture, PORTAL_REFUSES, BRIDGE_BACKGROUND_REFUSED);
}

/* Outside a sandbox nobody is asked. */
static void
test_outside (RitualsFixture *fixture,
              gconstpointer   partner)
{
  open_portal (PORTAL_ALLOWS);
  rituals_fixture_show (fixture, gtk_label_new ("Today"));
  g_assert_false (bridge_background_applies (fixture->space));
  bridge_background_reminders_switched (fixture->window, fixture->space, TRUE);
  for (int i = 0; i < 20; i++)
    settle ();
  g_assert_cmpuint (portal.calls, ==, 0);
  close_portal ();
}

static void
test_words (void)
{
  g_autofree char *unknown = bridge_background_dup_words (BRIDGE_BACKGROUND_UNKNOWN);
  g_autofree char *allowed = bridge_background_dup_words (BRIDGE_BACKGROUND_ALLOWED);
  g_autofree char *once_opened = bridge_background_dup_words (BRIDGE_BACKGROUND_ONCE_OPENED);
  g_autofree char *refused = bridge_background_dup_words (BRIDGE_BACKGROUND_REFUSED);

  g_assert_cmpstr (unknown, !=, allowed);
  g_assert_nonnull (strstr (once_opened, "once you have opened Footbridge"));
  g_assert_nonnull (strstr (refused, "flatpak permission-reset " APP_ID));
}

int
main (int   argc,
      char *argv[])
{
  int status;

  portal.bus = own_bus_start ();
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();

#define ADD(path, func) \
  g_test_add (path, RitualsFixture, "Robin", rituals_fixture_set_up, func, rituals_fixture_tear_down)

  g_test_add_func ("/window/background/question", test_question);
  g_test_add_data_func ("/window/background/without-login", GINT_TO_POINTER (PORTAL_ALLOWS_WITHOUT_LOGIN), test_answers);
  g_test_add_data_func ("/window/background/refused", GINT_TO_POINTER (PORTAL_REFUSES), test_answers);
  g_test_add_data_func ("/window/background/gives-up", GINT_TO_POINTER (PORTAL_GIVES_UP), test_nobody);
  g_test_add_data_func ("/window/background/knows-nothing", GINT_TO_POINTER (PORTAL_KNOWS_NOTHING), test_nobody);
  g_test_add_data_func ("/window/background/missing", GINT_TO_POINTER (PORTAL_IS_MISSING), test_nobody);
  g_test_add_data_func ("/window/background/slow", GINT_TO_POINTER (PORTAL_IS_SILENT), test_slow);
  g_test_add_data_func ("/window/background/old", GINT_TO_POINTER (PORTAL_IS_OLD), test_slow);
  g_test_add_func ("/window/background/no-more", test_no_more);
  ADD ("/window/background/window/allowed", test_window_allowed);
  ADD ("/window/background/window/once-opened", test_window_once_opened);
  ADD ("/window/background/window/refused", test_window_refused);
  ADD ("/window/background/outside", test_outside);
  g_test_add_func ("/window/background/words", test_words);

  status = g_test_run ();
  own_bus_stop (portal.bus);

  return status;
}

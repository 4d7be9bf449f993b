/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include <glib/gstdio.h>

#include "bridge-code-form.h"
#include "bridge-erase-form.h"
#include "bridge-limits-form.h"
#include "bridge-passphrase-form.h"
#include "bridge-private-editor.h"
#include "bridge-private-view.h"
#include "bridge-reflect-page.h"
#include "bridge-share-form.h"
#include "bridge-shared-list.h"
#include "bridge-statement.h"
#include "bridge-vault.h"
#include "bridge-window.h"
#include "rituals-fixture.h"

#define PASSPHRASE "plate walnut river"
#define PLANTED "Quagmirelike"

static BridgePrivate *
get_private (RitualsFixture *fixture)
{
  return bridge_reflect_page_get_private (BRIDGE_REFLECT_PAGE (find_type (fixture->window, BRIDGE_TYPE_REFLECT_PAGE)));
}

static void
show (RitualsFixture *fixture)
{
  fixture->window = bridge_window_new (NULL);
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 360, 640);
  bridge_window_set_space (BRIDGE_WINDOW (fixture->window), fixture->space);
  gtk_window_present (GTK_WINDOW (fixture->window));
  bridge_window_show_page (BRIDGE_WINDOW (fixture->window), "reflect");
  gtk_test_widget_wait_for_draw (fixture->window);
  settle ();
  bridge_private_set_cost (get_private (fixture), 1, 8 * 1024);
}

/* What stands above everything else. (nullable) */
static GtkWidget *
get_form (GType type)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWidget) window = g_list_model_get_item (windows, i);

      if (G_TYPE_CHECK_INSTANCE_TYPE (window, type))
        return window;
    }
  return NULL;
}

static GtkWidget *
wait_for_form (GType type)
{
  GtkWidget *form;

  while ((form = get_form (type)) == NULL)
    g_main_context_iteration (NULL, TRUE);
  settle ();
  return form;
}

static void
wait_until_gone (GType type)
{
  while (get_form (type) != NULL)
    g_main_context_iteration (NULL, TRUE);
  settle ();
}

static GtkWidget *
get_row (GtkWidget  *form,
         const char *title)
{
  GtkWidget *row = find_row (form, title);

  g_assert_nonnull (row);
  return row;
}

static void
fill_in (GtkWidget  *form,
         const char *title,
         const char *text)
{
  gtk_editable_set_text (GTK_EDITABLE (get_row (form, title)), text);
}

static void
apply (GtkWidget *form)
{
  gtk_widget_activate_action (form, "private-form.apply", NULL);
  settle ();
}

static void
click_labelled (GtkWidget  *root,
                const char *label)
{
  GtkWidget *button = find_button (root, label);

  g_assert_nonnull (button);
  click (button);
  settle ();
}

static gboolean
match_code (GtkWidget     *widget,
            gconstpointer  data)
{
  return GTK_IS_LABEL (widget) && gtk_widget_has_css_class (gtk_widget_get_parent (widget), "bridge-code");
}

/* A private space, by hand: its code is thrown away. */
static void
set_up (RitualsFixture *fixture)
{
  GtkWidget *form;
  GtkWidget *code_form;
  const char *code;

  show (fixture);
  click_labelled (fixture->window, "_Set Up…");
  form = wait_for_form (BRIDGE_TYPE_PASSPHRASE_FORM);
  assert_all_named (form);
  fill_in (form, "Passphrase", "short");
  apply (form);
  fill_in (form, "Passphrase", PASSPHRASE);
  fill_in (form, "Once more", "another one");
  apply (form);
  g_assert_false (bridge_private_get_exists (get_private (fixture)));
  fill_in (form, "Once more", PASSPHRASE);
  apply (form);

  code_form = wait_for_form (BRIDGE_TYPE_CODE_FORM);
  wait_until_gone (BRIDGE_TYPE_PASSPHRASE_FORM);
  assert_all_named (code_form);
  g_assert_true (bridge_private_get_unlocked (get_private (fixture)));
  gtk_widget_activate_action (code_form, "private-form.cancel", NULL);
  settle ();
  g_assert_true (get_form (BRIDGE_TYPE_CODE_FORM) == code_form);
  for (guint group = 1; group <= BRIDGE_RECOVERY_GROUPS; group++)
    {
      g_autofree char *title = g_strdup_printf ("Type group %u to show that you have it", group);
      g_autofree char *typed = NULL;

      if (find_row (code_form, title) == NULL)
        continue;
      fill_in (code_form, title, "00000");
      apply (code_form);
      g_assert_true (get_form (BRIDGE_TYPE_CODE_FORM) == code_form);
      code = gtk_label_get_label (GTK_LABEL (find_widget (code_form, match_code, NULL)));
      typed = g_strndup (code + (group - 1) * (BRIDGE_RECOVERY_GROUP + 1), BRIDGE_RECOVERY_GROUP);
      fill_in (code_form, title, typed);
      apply (code_form);
      break;
    }
  wait_until_gone (BRIDGE_TYPE_CODE_FORM);
  g_assert_nonnull (find_type (fixture->window, BRIDGE_TYPE_PRIVATE_VIEW));
}

static void
unlock (RitualsFixture *fixture)
{
  GtkWidget *form;

  click_labelled (fixture->window, "_Unlock…");
  form = wait_for_form (BRIDGE_TYPE_PASSPHRASE_FORM);
  fill_in (form, "Passphrase", PASSPHRASE);
  apply (form);
  wait_until_gone (BRIDGE_TYPE_PASSPHRASE_FORM);
  g_assert_true (bridge_private_get_unlocked (get_private (fixture)));
}

static GtkWidget *
begin (RitualsFixture *fixture,
       const char     *kind)
{
  GtkWidget *view = find_type (fixture->window, BRIDGE_TYPE_PRIVATE_VIEW);

  gtk_widget_activate_action (view, "private.write", "s", kind);
  return wait_for_form (BRIDGE_TYPE_PRIVATE_EDITOR);
}

static gboolean
match_text_view (GtkWidget     *widget,
                 gconstpointer  data)
{
  return GTK_IS_TEXT_VIEW (widget) && gtk_text_view_get_editable (GTK_TEXT_VIEW (widget));
}

static void
type_into (GtkWidget  *form,
           const char *text)
{
  GtkWidget *view = find_widget (form, match_text_view, NULL);

  g_assert_nonnull (view);
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (view)), text, -1);
  settle ();
}

static void
close_form (GtkWidget *form)
{
  gtk_widget_activate_action (form, "private-form.cancel", NULL);
  settle ();
}

/* Everything that any widget of any window says, shown or not. */
static gboolean
says (GtkWidget     *widget,
      gconstpointer  words)
{
  g_autofree char *text = NULL;

  if (GTK_IS_LABEL (widget))
    text = g_strdup (gtk_label_get_label (GTK_LABEL (widget)));
  else if (GTK_IS_EDITABLE (widget))
    text = g_strdup (gtk_editable_get_text (GTK_EDITABLE (widget)));
  else if (GTK_IS_TEXT_VIEW (widget))
    g_object_get (gtk_text_view_get_buffer (GTK_TEXT_VIEW (widget)), "text", &text, NULL);
  else if (GTK_IS_WINDOW (widget))
    text = g_strdup (gtk_window_get_title (GTK_WINDOW (widget)));
  return (text != NULL && strstr (text, words) != NULL) ||
         (gtk_widget_get_tooltip_text (widget) != NULL && strstr (gtk_widget_get_tooltip_text (widget), words) != NULL);
}

static gboolean
is_said (const char *words)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWidget) window = g_list_model_get_item (windows, i);

      if (says (window, words) || find_widget (window, says, words) != NULL)
        return TRUE;
    }
  return FALSE;
}

static void
test_write (RitualsFixture *fixture,
            gconstpointer   partner)
{
  GtkWidget *editor;
  GtkWidget *row;

  set_up (fixture);
  assert_all_named (fixture->window);
  editor = begin (fixture, "journal");
  assert_all_named (editor);
  apply (editor); /* nothing written: it stays */
  g_assert_true (get_form (BRIDGE_TYPE_PRIVATE_EDITOR) == editor);
  type_into (editor, PLANTED " evening");
  apply (editor);
  wait_until_gone (BRIDGE_TYPE_PRIVATE_EDITOR);
  row = find_row (fixture->window, PLANTED " evening");
  g_assert_nonnull (row);

  /* Looked at and closed: no draft. */
  g_signal_emit_by_name (gtk_widget_get_parent (row), "row-activated", row);
  editor = wait_for_form (BRIDGE_TYPE_PRIVATE_EDITOR);
  close_form (editor);
  wait_until_gone (BRIDGE_TYPE_PRIVATE_EDITOR);
  g_assert_cmpuint (g_list_model_get_n_items (bridge_private_get_entries (get_private (fixture))), ==, 1);

  /* Changed and closed: one. */
  g_signal_emit_by_name (gtk_widget_get_parent (row), "row-activated", row);
  editor = wait_for_form (BRIDGE_TYPE_PRIVATE_EDITOR);
  type_into (editor, PLANTED " evening, and more");
  close_form (editor);
  wait_until_gone (BRIDGE_TYPE_PRIVATE_EDITOR);
  g_assert_cmpuint (g_list_model_get_n_items (bridge_private_get_entries (get_private (fixture))), ==, 2);

  /* Removed, and brought back. */
  row = find_row (fixture->window, PLANTED " evening, and more");
  g_signal_emit_by_name (gtk_widget_get_parent (row), "row-activated", row);
  editor = wait_for_form (BRIDGE_TYPE_PRIVATE_EDITOR);
  click_labelled (editor, "_Remove");
  wait_until_gone (BRIDGE_TYPE_PRIVATE_EDITOR);
  g_assert_cmpuint (g_list_model_get_n_items (bridge_private_get_entries (get_private (fixture))), ==, 1);
  click_labelled (fixture->window, "_Bring Back");
  g_assert_cmpuint (g_list_model_get_n_items (bridge_private_get_entries (get_private (fixture))), ==, 2);
  g_assert_false (gtk_widget_get_mapped (find_button (fixture->window, "_Bring Back")));
}

static void
test_kinds (RitualsFixture *fixture,
            gconstpointer   partner)
{
  GtkWidget *editor;
  g_autoptr (BridgePrivateEntry) entry = NULL;

  set_up (fixture);
  editor = begin (fixture, "observation");
  assert_all_named (editor);
  fill_in (editor, "Topic", "Money");
  adw_combo_row_set_selected (ADW_COMBO_ROW (get_row (editor, "How heated it was before")), 4);
  adw_combo_row_set_selected (ADW_COMBO_ROW (get_row (editor, "Does it seem to pass?")), 1);
  type_into (editor, "Went out without a word");
  apply (editor);
  wait_until_gone (BRIDGE_TYPE_PRIVATE_EDITOR);
  entry = g_list_model_get_item (bridge_private_get_entries (get_private (fixture)), 0);
  g_assert_cmpstr (bridge_private_entry_get_behaviour (entry), ==, "Went out without a word");
  g_assert_cmpint (bridge_private_entry_get_temperature (entry), ==, 4);
  g_assert_cmpint (bridge_private_entry_get_course (entry), ==, BRIDGE_COURSE_PASSING);

  editor = begin (fixture, "safety");
  assert_all_named (editor);
  g_assert_null (find_button (editor, "S_hare Some Words…"));
  apply (editor);
  g_assert_true (get_form (BRIDGE_TYPE_PRIVATE_EDITOR) == editor);
  adw_combo_row_set_selected (ADW_COMBO_ROW (get_row (editor, "How safe did it feel?")), 2);
  apply (editor);
  wait_until_gone (BRIDGE_TYPE_PRIVATE_EDITOR);
  g_assert_nonnull (find_row (fixture->window, "Uneasy"));
}

/* After locking nothing of it is in any widget, and what was begun comes back as a draft. */
static void
test_lock (RitualsFixture *fixture,
           gconstpointer   partner)
{
  GtkWidget *editor;

  set_up (fixture);
  editor = begin (fixture, "journal");
  type_into (editor, PLANTED " once");
  apply (editor);
  wait_until_gone (BRIDGE_TYPE_PRIVATE_EDITOR);
  editor = begin (fixture, "journal");
  type_into (editor, PLANTED " begun");
  g_assert_true (is_said (PLANTED));

  gtk_widget_activate_action (fixture->window, "win.lock", NULL);
  wait_until_gone (BRIDGE_TYPE_PRIVATE_EDITOR);
  g_assert_false (bridge_private_get_unlocked (get_private (fixture)));
  g_assert_null (find_type (fixture->window, BRIDGE_TYPE_PRIVATE_VIEW));
  g_assert_false (is_said (PLANTED));
  g_assert_null (bridge_space_get_undo_label (fixture->space));
  g_assert_true (gtk_widget_get_mapped (find_button (fixture->window, "_Unlock…")));

  unlock (fixture);
  g_assert_true (is_said (PLANTED " begun"));
  g_assert_true (is_said ("Draft"));

  /* By itself, from the editor as well. */
  editor = begin (fixture, "journal");
  type_into (editor, PLANTED " idle");
  bridge_fake_clock_advance (BRIDGE_FAKE_CLOCK (fixture->clock), 5 * 60000);
  settle ();
  g_assert_false (bridge_private_get_unlocked (get_private (fixture)));
  g_assert_null (get_form (BRIDGE_TYPE_PRIVATE_EDITOR));
  g_assert_false (is_said (PLANTED));
}

/* What is said in passing does not outlast what it is about, however it is locked; that a draft could not be kept does. */
static void
test_said (RitualsFixture *fixture,
           gconstpointer   partner)
{
  g_autoptr (GError) error = NULL;

  set_up (fixture);
  for (guint i = 0; i < 3; i++)
    {
      GtkWidget *editor = begin (fixture, "journal");

      type_into (editor, PLANTED " once");
      apply (editor);
      wait_until_gone (BRIDGE_TYPE_PRIVATE_EDITOR);
      g_assert_true (is_said ("Written down"));
      if (i == 0)
        gtk_widget_activate_action (fixture->window, "win.lock", NULL);
      else if (i == 1)
        bridge_fake_clock_advance (BRIDGE_FAKE_CLOCK (fixture->clock), 5 * 60000);
      else
        g_assert_true (bridge_space_erase_private (fixture->space,
                                                   bridge_person_get_id (bridge_space_get_me (fixture->space)), &error));
      g_assert_no_error (error);
      g_assert_false (bridge_private_get_unlocked (get_private (fixture)));
      g_assert_false (is_said ("Written down"));
      if (i < 2)
        unlock (fixture);
    }
}

/* Nothing is lost without a word. */
static void
test_said_of_draft (RitualsFixture *fixture,
                    gconstpointer   partner)
{
  BridgeDatabase *db = bridge_space_get_database (fixture->space);
  g_autoptr (GError) error = NULL;
  GtkWidget *editor;

  set_up (fixture);
  editor = begin (fixture, "journal");
  type_into (editor, PLANTED " begun");
  bridge_statement_execute (db, "CREATE TRIGGER full BEFORE UPDATE ON private_entries BEGIN SELECT RAISE (ABORT, 'full'); END", &error);
  g_assert_no_error (error);
  gtk_widget_activate_action (fixture->window, "win.lock", NULL);
  settle ();
  g_assert_false (bridge_private_get_unlocked (get_private (fixture)));
  g_assert_false (is_said (PLANTED));
  g_assert_true (is_said ("This does not fit to what is stored"));
  bridge_statement_execute (db, "DROP TRIGGER full", &error);
}

/* Handed over: what was begun is sealed for the one, and the other one has a door of their own. */
static void
test_hand_over (RitualsFixture *fixture,
                gconstpointer   partner)
{
  const char *ada = bridge_person_get_id (bridge_space_get_me (fixture->space));
  const char *other = bridge_person_get_id (bridge_space_get_partner (fixture->space));
  g_autoptr (GError) error = NULL;
  GtkWidget *editor;

  set_up (fixture);
  editor = begin (fixture, "journal");
  type_into (editor, PLANTED " begun");
  g_assert_true (bridge_space_set_speaker (fixture->space, other, &error));
  settle ();
  g_assert_null (get_form (BRIDGE_TYPE_PRIVATE_EDITOR));
  g_assert_false (is_said (PLANTED));
  bridge_window_show_page (BRIDGE_WINDOW (fixture->window), "reflect");
  settle ();
  g_assert_nonnull (find_button (fixture->window, "_Set Up…"));

  g_assert_true (bridge_space_set_speaker (fixture->space, ada, &error));
  settle ();
  bridge_window_show_page (BRIDGE_WINDOW (fixture->window), "reflect");
  settle ();
  unlock (fixture);
  g_assert_true (is_said (PLANTED " begun"));
}

/* Already while it is passed on, before anybody says who is here. */
static void
test_cover (RitualsFixture *fixture,
            gconstpointer   partner)
{
  set_up (fixture);
  g_assert_true (bridge_private_get_unlocked (get_private (fixture)));
  gtk_widget_activate_action (fixture->window, "win.hand-over", NULL);
  settle ();
  g_assert_false (bridge_private_get_unlocked (get_private (fixture)));
}

static void
owned_cb (GDBusConnection *connection,
          const char      *name,
          gpointer         user_data)
{
  *(gboolean *) user_data = TRUE;
}

/* The desktop locks the screen, and says so; that it is unlocked opens nothing. */
static void
test_screen_lock (RitualsFixture *fixture,
                  gconstpointer   partner)
{
  static const char *const names[] = { "org.gnome.ScreenSaver", "org.freedesktop.ScreenSaver" };
  g_autoptr (GError) error = NULL;
  g_autofree char *address = g_dbus_address_get_for_bus_sync (G_BUS_TYPE_SESSION, NULL, &error);
  g_autoptr (GDBusConnection) bus =
    g_dbus_connection_new_for_address_sync (address, G_DBUS_CONNECTION_FLAGS_AUTHENTICATION_CLIENT |
                                            G_DBUS_CONNECTION_FLAGS_MESSAGE_BUS_CONNECTION, NULL, NULL, &error);

  g_assert_no_error (error);
  set_up (fixture);
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      gint64 end = g_get_monotonic_time () + 20 * G_USEC_PER_SEC;
      gboolean owned = FALSE;
      guint owner = g_bus_own_name_on_connection (bus, names[i], G_BUS_NAME_OWNER_FLAGS_NONE, owned_cb, NULL, &owned, NULL);

      while (!owned)
        g_main_context_iteration (NULL, TRUE);
      settle (); /* whoever listens has heard of the name's owner */
      g_assert_true (g_dbus_connection_emit_signal (bus, NULL, "/org/desktop/ScreenSaver", names[i], "ActiveChanged",
                                                    g_variant_new ("(b)", FALSE), &error));
      settle ();
      g_assert_true (bridge_private_get_unlocked (get_private (fixture)));
      g_assert_true (g_dbus_connection_emit_signal (bus, NULL, "/org/desktop/ScreenSaver", names[i], "ActiveChanged",
                                                    g_variant_new ("(b)", TRUE), &error));
      g_assert_no_error (error);
      while (bridge_private_get_unlocked (get_private (fixture)))
        {
          g_assert_cmpint (g_get_monotonic_time (), <, end);
          g_main_context_iteration (NULL, FALSE);
        }
      settle ();
      g_bus_unown_name (owner);
      unlock (fixture);
    }
  g_dbus_connection_close_sync (bus, NULL, NULL);
}

/* ---- The computer: logind on a system bus of its own */

typedef struct {
  GSubprocess *daemon;
  GDBusConnection *logind; /* (nullable) */
} SystemBus;

static void
start_bus (SystemBus  *bus,
           const char *address)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *config = g_test_build_filename (G_TEST_DIST, "support", "session.conf", NULL);
  g_autofree char *at = g_strconcat ("--address=", address, NULL);
  g_autofree char *from = g_strconcat ("--config-file=", config, NULL);
  char said[1];

  bus->daemon = g_subprocess_new (G_SUBPROCESS_FLAGS_STDOUT_PIPE, &error, "dbus-daemon", "--nofork", "--print-address", from,
                                  at, NULL);
  g_assert_no_error (error);
  /* It says its address when it can be spoken to. */
  g_assert_cmpint (g_input_stream_read (g_subprocess_get_stdout_pipe (bus->daemon), said, 1, NULL, &error), ==, 1);
  g_assert_no_error (error);
}

static void
stop_bus (SystemBus *bus)
{
  g_autoptr (GError) error = NULL;

  g_subprocess_force_exit (bus->daemon);
  g_subprocess_wait (bus->daemon, NULL, &error);
  g_assert_no_error (error);
  g_clear_object (&bus->daemon);
}

static void
start_logind (SystemBus  *bus,
              const char *address)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GVariant) owner = NULL;

  bus->logind = g_dbus_connection_new_for_address_sync (address, G_DBUS_CONNECTION_FLAGS_AUTHENTICATION_CLIENT |
                                                        G_DBUS_CONNECTION_FLAGS_MESSAGE_BUS_CONNECTION, NULL, NULL, &error);
  g_assert_no_error (error);
  owner = g_dbus_connection_call_sync (bus->logind, "org.freedesktop.DBus", "/org/freedesktop/DBus", "org.freedesktop.DBus",
                                       "RequestName", g_variant_new ("(su)", "org.freedesktop.login1", 4), NULL,
                                       G_DBUS_CALL_FLAGS_NONE, -1, NULL, &error);
  g_assert_no_error (error);
}

static void
stop_logind (SystemBus *bus)
{
  g_dbus_connection_close_sync (bus->logind, NULL, NULL);
  g_clear_object (&bus->logind);
}

static void
say_as_logind (SystemBus  *bus,
               const char *path,
               const char *interface,
               const char *member,
               GVariant   *parameters)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (g_dbus_connection_emit_signal (bus->logind, NULL, path, interface, member, parameters, &error));
  g_dbus_connection_flush_sync (bus->logind, NULL, &error);
  g_assert_no_error (error);
}

static void
say_lock (SystemBus *bus)
{
  say_as_logind (bus, "/org/freedesktop/login1/session/_32", "org.freedesktop.login1.Session", "Lock", NULL);
}

static void
say_sleep (SystemBus *bus,
           gboolean   begins)
{
  say_as_logind (bus, "/org/freedesktop/login1", "org.freedesktop.login1.Manager", "PrepareForSleep", g_variant_new ("(b)", begins));
}

static void
wait_until_locked (RitualsFixture *fixture)
{
  gint64 end = g_get_monotonic_time () + 20 * G_USEC_PER_SEC;

  while (bridge_private_get_unlocked (get_private (fixture)))
    {
      g_assert_cmpint (g_get_monotonic_time (), <, end);
      g_main_context_iteration (NULL, FALSE);
    }
  settle ();
  g_assert_null (get_form (BRIDGE_TYPE_PRIVATE_EDITOR));
  g_assert_false (is_said (PLANTED));
}

/* Something to hide, written and begun. */
static void
unlock_and_begin (RitualsFixture *fixture)
{
  if (!bridge_private_get_unlocked (get_private (fixture)))
    unlock (fixture);
  type_into (begin (fixture, "journal"), PLANTED " begun");
  g_assert_true (is_said (PLANTED));
}

/* Whoever listens has asked the bus for it. */
static void
wait_for_listener (SystemBus *bus)
{
  gint64 end = g_get_monotonic_time () + 20 * G_USEC_PER_SEC;
  gboolean listening = FALSE;

  while (!listening)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GVariant) reply =
        g_dbus_connection_call_sync (bus->logind, "org.freedesktop.DBus", "/org/freedesktop/DBus", "org.freedesktop.DBus",
                                     "ListNames", NULL, G_VARIANT_TYPE ("(as)"), G_DBUS_CALL_FLAGS_NONE, -1, NULL, &error);
      g_autoptr (GVariant) names = NULL;

      g_assert_no_error (error);
      names = g_variant_get_child_value (reply, 0);
      listening = g_variant_n_children (names) >= 4; /* the bus, logind and its unique name, and us */
      g_assert_cmpint (g_get_monotonic_time (), <, end);
      settle ();
    }
  settle ();
}

/* loginctl lock-session, the lid, the power button: all of it comes from logind, which may be restarted like the bus it is on. */
static void
test_logind (RitualsFixture *fixture,
             gconstpointer   partner)
{
  g_autofree char *before = g_strdup (g_getenv ("DBUS_SYSTEM_BUS_ADDRESS"));
  g_autofree char *path = g_build_filename (g_get_user_runtime_dir (), "bridge-system-bus", NULL);
  g_autofree char *address = g_strconcat ("unix:path=", path, NULL);
  SystemBus bus = { 0 };

  g_assert_no_errno (g_mkdir_with_parents (g_get_user_runtime_dir (), 0700));
  g_setenv ("DBUS_SYSTEM_BUS_ADDRESS", address, TRUE);
  start_bus (&bus, address);
  start_logind (&bus, address);
  set_up (fixture);
  wait_for_listener (&bus);

  unlock_and_begin (fixture);
  say_lock (&bus);
  wait_until_locked (fixture);

  /* It comes back from sleep: nothing opens, and nothing locks. */
  unlock_and_begin (fixture);
  say_sleep (&bus, FALSE);
  settle ();
  g_assert_true (bridge_private_get_unlocked (get_private (fixture)));
  say_sleep (&bus, TRUE);
  wait_until_locked (fixture);

  /* logind is restarted. */
  unlock_and_begin (fixture);
  stop_logind (&bus);
  settle ();
  g_assert_true (bridge_private_get_unlocked (get_private (fixture)));
  start_logind (&bus, address);
  wait_for_listener (&bus);
  say_lock (&bus);
  wait_until_locked (fixture);

  /* So is the bus: the window stays, and listens to the new one. */
  unlock_and_begin (fixture);
  g_clear_object (&bus.logind);
  stop_bus (&bus);
  wait_until_locked (fixture);
  g_unlink (path);
  start_bus (&bus, address);
  start_logind (&bus, address);
  wait_for_listener (&bus);
  unlock_and_begin (fixture);
  say_sleep (&bus, TRUE);
  wait_until_locked (fixture);

  stop_logind (&bus);
  stop_bus (&bus);
  g_unlink (path);
  if (before != NULL)
    g_setenv ("DBUS_SYSTEM_BUS_ADDRESS", before, TRUE);
  else
    g_unsetenv ("DBUS_SYSTEM_BUS_ADDRESS");
}

/* Without a system bus everything else locks. */
static void
test_no_system_bus (RitualsFixture *fixture,
                    gconstpointer   partner)
{
  g_autofree char *before = g_strdup (g_getenv ("DBUS_SYSTEM_BUS_ADDRESS"));

  g_setenv ("DBUS_SYSTEM_BUS_ADDRESS", "unix:path=/nowhere/at/all", TRUE);
  set_up (fixture);
  unlock_and_begin (fixture);
  bridge_fake_clock_advance (BRIDGE_FAKE_CLOCK (fixture->clock), 5 * 60000);
  wait_until_locked (fixture);
  unlock_and_begin (fixture);
  gtk_widget_activate_action (fixture->window, "win.lock", NULL);
  wait_until_locked (fixture);
  if (before != NULL)
    g_setenv ("DBUS_SYSTEM_BUS_ADDRESS", before, TRUE);
  else
    g_unsetenv ("DBUS_SYSTEM_BUS_ADDRESS");
}

static void
test_share (RitualsFixture *fixture,
            gconstpointer   partner)
{
  const char *other = bridge_person_get_id (bridge_space_get_partner (fixture->space));
  GtkWidget *editor;
  GtkWidget *form;
  GtkTextBuffer *source;
  GtkTextIter start, end;

  set_up (fixture);
  editor = begin (fixture, "journal");
  type_into (editor, PLANTED " evening. I am glad.");
  click_labelled (editor, "S_hare Some Words…");
  form = wait_for_form (BRIDGE_TYPE_SHARE_FORM);
  assert_all_named (form);

  /* Nothing is chosen beforehand. */
  apply (form);
  g_assert_cmpuint (g_list_model_get_n_items (bridge_space_get_shared_words (fixture->space)), ==, 0);
  source = gtk_text_view_get_buffer (GTK_TEXT_VIEW (find_type (form, GTK_TYPE_TEXT_VIEW)));
  gtk_text_buffer_get_iter_at_offset (source, &start, (int) strlen (PLANTED " evening. "));
  gtk_text_buffer_get_end_iter (source, &end);
  gtk_text_buffer_select_range (source, &start, &end);
  settle ();
  g_assert_nonnull (find_label (form, "I am glad."));
  apply (form);
  wait_until_gone (BRIDGE_TYPE_SHARE_FORM);
  apply (editor);
  wait_until_gone (BRIDGE_TYPE_PRIVATE_EDITOR);
  g_assert_nonnull (find_button (fixture->window, "_Take Back"));

  gtk_widget_activate_action (fixture->window, "win.lock", NULL);
  settle ();
  g_assert_false (is_said ("I am glad."));
  bridge_space_set_speaker (fixture->space, other, NULL);
  settle ();
  bridge_window_show_page (BRIDGE_WINDOW (fixture->window), "today");
  settle ();
  g_assert_true (is_said ("Ada shares some words with you."));
  g_assert_false (is_said ("I am glad."));
  click_labelled (fixture->window, "_Open");
  g_assert_true (is_said ("I am glad."));
  g_assert_false (is_said (PLANTED));
}

static void
test_erase (RitualsFixture *fixture,
            gconstpointer   partner)
{
  GtkWidget *view;
  GtkWidget *form;

  set_up (fixture);
  view = find_type (fixture->window, BRIDGE_TYPE_PRIVATE_VIEW);
  gtk_widget_activate_action (view, "private.limits", NULL);
  form = wait_for_form (BRIDGE_TYPE_LIMITS_FORM);
  assert_all_named (form);
  close_form (form);
  wait_until_gone (BRIDGE_TYPE_LIMITS_FORM);

  gtk_widget_activate_action (view, "private.erase", NULL);
  form = wait_for_form (BRIDGE_TYPE_ERASE_FORM);
  assert_all_named (form);
  apply (form);
  g_assert_true (bridge_private_get_exists (get_private (fixture)));
  fill_in (form, "Type “Ada” to confirm", "Ada");
  apply (form);
  wait_until_gone (BRIDGE_TYPE_ERASE_FORM);
  g_assert_false (bridge_private_get_exists (get_private (fixture)));
  g_assert_nonnull (find_button (fixture->window, "_Set Up…"));
}

/* Alone there is nobody to share with, and nothing says so. */
static void
test_solo (RitualsFixture *fixture,
           gconstpointer   partner)
{
  GtkWidget *editor;

  set_up (fixture);
  editor = begin (fixture, "journal");
  g_assert_null (find_button (editor, "S_hare Some Words…"));
  g_assert_false (gtk_widget_get_visible (find_type (fixture->window, BRIDGE_TYPE_SHARED_LIST)));
  type_into (editor, "Words");
  close_form (editor);
  wait_until_gone (BRIDGE_TYPE_PRIVATE_EDITOR);
  g_assert_true (is_said ("Draft"));
}

#define ADD(path, partner, function) \
  g_test_add (path, RitualsFixture, partner, rituals_fixture_set_up, function, rituals_fixture_tear_down)

int
main (int    argc,
      char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();

  ADD ("/window/reflect/write", "Robin", test_write);
  ADD ("/window/reflect/kinds", "Robin", test_kinds);
  ADD ("/window/reflect/lock", "Robin", test_lock);
  ADD ("/window/reflect/said", "Robin", test_said);
  ADD ("/window/reflect/said-of-draft", "Robin", test_said_of_draft);
  ADD ("/window/reflect/hand-over", "Robin", test_hand_over);
  ADD ("/window/reflect/cover", "Robin", test_cover);
  ADD ("/window/reflect/screen-lock", "Robin", test_screen_lock);
  ADD ("/window/reflect/logind", "Robin", test_logind);
  ADD ("/window/reflect/no-system-bus", "Robin", test_no_system_bus);
  ADD ("/window/reflect/share", "Robin", test_share);
  ADD ("/window/reflect/erase", "Robin", test_erase);
  ADD ("/window/reflect/solo", NULL, test_solo);

  return g_test_run ();
}

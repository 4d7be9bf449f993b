/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "bridge-preferences.h"
#include "bridge-settings.h"
#include "rituals-fixture.h"

static GtkWidget *
show (RitualsFixture *fixture)
{
  g_autoptr (BridgeServiceLink) link = bridge_service_link_new (fixture->folder);

  fixture->window = bridge_preferences_new (fixture->space, link, NULL);
  gtk_window_present (GTK_WINDOW (fixture->window));
  gtk_test_widget_wait_for_draw (fixture->window);

  return fixture->window;
}

static void
apply (GtkWidget  *row,
       const char *text)
{
  gtk_editable_set_text (GTK_EDITABLE (row), text);
  g_signal_emit_by_name (row, "apply");
  settle ();
}

static void
test_names (RitualsFixture *fixture,
            gconstpointer   partner)
{
  GtkWidget *window = show (fixture);

  assert_all_named (window);
  apply (find_row (window, "Your name"), "Grace");
  g_assert_cmpstr (bridge_person_get_name (bridge_space_get_me (fixture->space)), ==, "Grace");
  /* The other one is named as they join; then it is theirs to change. */
  g_assert_cmpint (gtk_widget_get_sensitive (find_row (window, "The other’s name")), ==, partner == NULL);
  apply (find_row (window, "The other’s name"), "Kim");
  g_assert_cmpstr (bridge_person_get_name (bridge_space_get_partner (fixture->space)), ==, partner != NULL ? partner : "Kim");

  apply (find_row (window, "Your name"), "   ");
  g_assert_cmpstr (bridge_person_get_name (bridge_space_get_me (fixture->space)), ==, "Grace");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (find_row (window, "Your name"))), ==, "Grace");
}

/* The row and the setting follow each other. */
static void
test_first_weekday (RitualsFixture *fixture,
                    gconstpointer   partner)
{
  g_autoptr (GSettings) settings = bridge_settings_new ();
  AdwComboRow *row = ADW_COMBO_ROW (find_row (show (fixture), "Week starts on"));
  g_autofree char *value = NULL;

  g_assert_nonnull (settings);
  g_assert_cmpuint (adw_combo_row_get_selected (row), ==, 0);
  adw_combo_row_set_selected (row, 2);
  value = g_settings_get_string (settings, "first-weekday");
  g_assert_cmpstr (value, ==, "saturday");
  g_settings_set_string (settings, "first-weekday", "sunday");
  g_assert_cmpuint (adw_combo_row_get_selected (row), ==, 3);
  g_settings_reset (settings, "first-weekday");
  g_assert_cmpuint (adw_combo_row_get_selected (row), ==, 0);
}

static void
test_switches (RitualsFixture *fixture,
               gconstpointer   partner)
{
  GtkWidget *window = show (fixture);
  GtkWidget *reminders = find_type (find_row (window, "Remind me"), GTK_TYPE_SWITCH);
  GtkWidget *titles = find_type (find_row (window, "Say what it is about"), GTK_TYPE_SWITCH);

  g_assert_false (gtk_switch_get_active (GTK_SWITCH (reminders)));
  gtk_switch_set_active (GTK_SWITCH (reminders), TRUE);
  gtk_switch_set_active (GTK_SWITCH (titles), TRUE);
  settle ();
  g_assert_true (bridge_space_get_reminders_on (fixture->space));
  g_assert_true (bridge_space_get_show_titles (fixture->space));

  g_assert_true (bridge_space_set_reminders_on (fixture->space, FALSE, NULL));
  settle ();
  g_assert_false (gtk_switch_get_active (GTK_SWITCH (reminders)));
}

/* Without the service there is nothing to try, and the row says why. */
static void
test_no_service (RitualsFixture *fixture,
                 gconstpointer   partner)
{
  GtkWidget *window = show (fixture);

  g_assert_false (gtk_widget_get_sensitive (find_button (window, "_Try")));
  g_assert_cmpstr (adw_action_row_get_subtitle (ADW_ACTION_ROW (find_row (window, "Try a reminder"))), ==,
                   "The reminder service does not run. Reminders only arrive while the window is open.");
  g_assert_cmpstr (adw_action_row_get_subtitle (ADW_ACTION_ROW (find_row (window, "Folder"))), ==, fixture->folder);
}

static const char *
get_remind_words (GtkWidget *window)
{
  return adw_action_row_get_subtitle (ADW_ACTION_ROW (find_row (window, "Remind me")));
}

static const char *
get_try_words (GtkWidget *window)
{
  return adw_action_row_get_subtitle (ADW_ACTION_ROW (find_row (window, "Try a reminder")));
}

/* The switch promises only what is so. */
static void
test_promise (RitualsFixture *fixture,
              gconstpointer   partner)
{
  g_autoptr (BridgeServiceLink) link = bridge_service_link_new (fixture->folder);
  g_autofree char *address = g_strdup (g_getenv ("DBUS_SESSION_BUS_ADDRESS"));

  fixture->window = bridge_preferences_new (fixture->space, link, NULL);
  gtk_window_present (GTK_WINDOW (fixture->window));
  g_assert_cmpstr (get_remind_words (fixture->window), ==, "Also when this window is closed.");

  g_unsetenv ("DBUS_SESSION_BUS_ADDRESS");
  bridge_service_link_connect (link);
  settle ();
  if (address != NULL)
    g_setenv ("DBUS_SESSION_BUS_ADDRESS", address, TRUE);
  g_assert_cmpstr (get_remind_words (fixture->window), ==, "While the window is open.");

  bridge_service_link_set_refusal (link, BRIDGE_PART_SERVICE, "Reminders come from elsewhere.");
  g_assert_cmpstr (get_remind_words (fixture->window), ==, "Also when this window is closed.");
  g_assert_cmpstr (get_try_words (fixture->window), ==, "Reminders come from elsewhere.");

  bridge_service_link_set_refusal (link, BRIDGE_PART_WINDOW, "Reminders come from another window.");
  g_assert_cmpstr (get_remind_words (fixture->window), ==, "Reminders come from another window.");

  /* A folder may be called anything. */
  bridge_service_link_set_refusal (link, BRIDGE_PART_UNKNOWN, "Nothing reminds here, because <R&B> cannot be used.");
  g_assert_cmpstr (get_remind_words (fixture->window), ==, "Nothing reminds here, because <R&B> cannot be used.");
  g_assert_cmpstr (get_try_words (fixture->window), ==, "Nothing reminds here, because <R&B> cannot be used.");
  g_assert_nonnull (find_label (fixture->window, "Nothing reminds here, because <R&B> cannot be used."));
}

int
main (int   argc,
      char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();

#define ADD(path, partner, func) \
  g_test_add (path, RitualsFixture, partner, rituals_fixture_set_up, func, rituals_fixture_tear_down)

  ADD ("/window/preferences/names", "Robin", test_names);
  ADD ("/window/preferences/names-solo", NULL, test_names);
  ADD ("/window/preferences/switches", "Robin", test_switches);
  ADD ("/window/preferences/first-weekday", "Robin", test_first_weekday);
  ADD ("/window/preferences/no-service", "Robin", test_no_service);
  ADD ("/window/preferences/promise", "Robin", test_promise);

  return g_test_run ();
}

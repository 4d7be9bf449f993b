/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "bridge-adaptive-bin.h"
#include "bridge-around-life.h"
#include "bridge-code-form.h"
#include "bridge-erase-window.h"
#include "bridge-hand-over.h"
#include "bridge-leave.h"
#include "bridge-passphrase-form.h"
#include "bridge-pause-settings.h"
#include "bridge-preferences.h"
#include "bridge-private-editor.h"
#include "bridge-reflect-page.h"
#include "bridge-reliability-window.h"
#include "bridge-safety.h"
#include "bridge-window.h"
#include "rituals-fixture.h"

/* With text of 200 % everything still has room on a phone. */
#define PHONE 360
#define FRAME 5 /* px, around a window where nobody draws a shadow */

static void
assert_fits (RitualsFixture *fixture,
             GtkWidget      *window)
{
  GtkWidget *adaptive = NULL;
  GtkWidget *content = window;
  int minimum = 0;

  fixture->window = window;
  gtk_window_set_default_size (GTK_WINDOW (window), PHONE, 640);
  gtk_window_present (GTK_WINDOW (window));
  gtk_test_widget_wait_for_draw (window);
  settle ();

  /* What is in there may ask for more than it says. */
  adaptive = find_type (window, BRIDGE_TYPE_ADAPTIVE_BIN);
  if (adaptive != NULL)
    content = gtk_widget_get_first_child (adaptive);
  gtk_widget_measure (content, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  g_assert_cmpint (minimum, <=, content == window ? PHONE : PHONE - 2 * FRAME);
}

/* Neither cut off nor written over the edge. */
static void
assert_whole (GtkWidget  *window,
              const char *text)
{
  GtkWidget *label = find_label (window, text);

  g_assert_nonnull (label);
  g_assert_false (pango_layout_is_ellipsized (gtk_label_get_layout (GTK_LABEL (label))));
}

static gboolean
is_mapped_label (GtkWidget     *widget,
                 gconstpointer  text)
{
  return GTK_IS_LABEL (widget) && gtk_widget_get_mapped (widget) && g_str_equal (gtk_label_get_text (GTK_LABEL (widget)), text);
}

static gboolean
is_page_button (GtkWidget     *widget,
                gconstpointer  name)
{
  g_autofree char *mismatch = NULL;

  if (!GTK_IS_TOGGLE_BUTTON (widget))
    return FALSE;
  mismatch = gtk_test_accessible_check_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL, name);
  return mismatch == NULL;
}

static void
test_ritual_editor (RitualsFixture *fixture,
                    gconstpointer   partner)
{
  assert_fits (fixture, bridge_ritual_editor_new (fixture->space, NULL, NULL));
  assert_whole (fixture->window, "Small steps");
}

static void
test_pause_settings (RitualsFixture *fixture,
                     gconstpointer   partner)
{
  assert_fits (fixture, bridge_pause_settings_new (fixture->space, NULL));
  assert_whole (fixture->window, "What helps you");
}

static void
test_private_entries (RitualsFixture *fixture,
                      gconstpointer   partner)
{
  g_autoptr (BridgePrivate) private_space = bridge_private_new (fixture->space);
  g_autoptr (GError) error = NULL;
  g_autofree char *code = NULL;

  bridge_private_set_cost (private_space, 1, 8 * 1024);
  code = bridge_private_set_up (private_space, "plate walnut river", &error);
  g_assert_no_error (error);
  for (BridgePrivateKind kind = BRIDGE_PRIVATE_JOURNAL; kind <= BRIDGE_PRIVATE_CHECK_IN; kind++)
    {
      g_autoptr (BridgePrivateEntry) entry = bridge_private_entry_new (kind, local ("2026-11-22"));

      assert_fits (fixture, bridge_private_editor_new (private_space, entry, NULL));
      gtk_window_destroy (GTK_WINDOW (g_steal_pointer (&fixture->window)));
    }
}

static void
test_win_editor (RitualsFixture *fixture,
                 gconstpointer   partner)
{
  assert_fits (fixture, bridge_win_editor_new (fixture->space, NULL, NULL));
}

static void
test_around_life (RitualsFixture *fixture,
                  gconstpointer   partner)
{
  assert_fits (fixture, bridge_around_life_new (fixture->space, NULL));
}

static void
test_preferences (RitualsFixture *fixture,
                  gconstpointer   partner)
{
  assert_fits (fixture, bridge_preferences_new (fixture->space, NULL, NULL));
}

static void
test_reliability (RitualsFixture *fixture,
                  gconstpointer   partner)
{
  assert_fits (fixture, bridge_reliability_window_new (fixture->space, NULL, NULL));
}

static void
test_leave (RitualsFixture *fixture,
            gconstpointer   partner)
{
  assert_fits (fixture, bridge_leave_new (fixture->space, NULL));
}

static void
test_erase (RitualsFixture *fixture,
            gconstpointer   partner)
{
  assert_fits (fixture, bridge_erase_window_new (fixture->space, NULL));
}

static void
test_safety (RitualsFixture *fixture,
             gconstpointer   partner)
{
  assert_fits (fixture, bridge_safety_new (NULL, FALSE));
}

static void
test_passphrase (RitualsFixture *fixture,
                 gconstpointer   partner)
{
  g_autoptr (BridgePrivate) private_space = bridge_private_new (fixture->space);

  assert_fits (fixture, bridge_passphrase_form_new (private_space, BRIDGE_PASSPHRASE_SET_UP, NULL));
}

static void
test_code (RitualsFixture *fixture,
           gconstpointer   partner)
{
  g_autoptr (BridgePrivate) private_space = bridge_private_new (fixture->space);

  assert_fits (fixture, bridge_code_form_new (private_space, "TXXWZ-VGNBB-2AEYE-HSKN3-4NYM6-SHZB9-J72YG", NULL));
}

static void
test_reflect (RitualsFixture *fixture,
              gconstpointer   partner)
{
  GtkWidget *window = adw_window_new ();

  adw_window_set_content (ADW_WINDOW (window), bridge_reflect_page_new (fixture->space));
  assert_fits (fixture, window);
}

static void
test_hand_over (RitualsFixture *fixture,
                gconstpointer   partner)
{
  GtkWidget *window = adw_window_new ();

  adw_window_set_content (ADW_WINDOW (window), bridge_hand_over_new (fixture->space, TRUE));
  assert_fits (fixture, window);
}

/* The pages at the bottom: each name is whole, or there is its icon alone, which says the name when it is asked. */
static void
assert_pages_named (GtkWidget *window,
                    gboolean   shown)
{
  GtkWidget *bar = find_type (window, ADW_TYPE_VIEW_SWITCHER_BAR);
  const char *const names[] = { "Today", "Rituals", "Boundaries", "Celebrate", "Reflect" };

  g_assert_true (gtk_widget_get_mapped (bar));
  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    {
      GtkWidget *label = find_widget (bar, is_mapped_label, names[i]);
      GtkWidget *button = find_widget (bar, is_page_button, names[i]);

      g_assert_nonnull (button);
      g_assert_true ((label != NULL) == shown);
      if (label != NULL)
        g_assert_false (pango_layout_is_ellipsized (gtk_label_get_layout (GTK_LABEL (label))));
      else
        g_assert_cmpstr (gtk_widget_get_tooltip_text (button), ==, names[i]);
    }
}

static void
test_pages (RitualsFixture *fixture,
            gconstpointer   partner)
{
  GtkSettings *settings = gtk_settings_get_default ();
  GtkWidget *window = bridge_window_new (NULL);

  bridge_window_set_space (BRIDGE_WINDOW (window), fixture->space);
  assert_fits (fixture, window);
  assert_pages_named (window, FALSE);

  /* Narrow, but wide enough for the names, whatever the letters are. */
  g_object_set (settings, "gtk-xft-dpi", 96 * 1024, NULL);
  gtk_window_set_default_size (GTK_WINDOW (window), 590, 640);
  settle ();
  assert_pages_named (window, TRUE);
  g_object_set (settings, "gtk-xft-dpi", 2 * 96 * 1024, NULL);
}

/* The strip with its longest words and button, above the calendars as above Today. */
static void
test_window (RitualsFixture *fixture,
             gconstpointer   partner)
{
  g_autoptr (BridgeRitual) ritual =
    rituals_fixture_add (fixture, "Ten quiet minutes", "2026-11-22T19:00", "FREQ=DAILY", BRIDGE_RITUAL_AGREED);
  BridgeLocal today = bridge_local_day_start (bridge_clock_local_now (fixture->clock));
  g_autoptr (BridgeAbsence) absence = bridge_absence_new (BRIDGE_ABSENCE_AWAY, NULL, today, today + 5 * BRIDGE_DAY);
  g_autoptr (BridgeAbsence) stored = bridge_space_add_absence (fixture->space, absence, NULL);
  GtkWidget *window = bridge_window_new (NULL);

  g_assert_nonnull (stored);
  bridge_window_set_space (BRIDGE_WINDOW (window), fixture->space);
  assert_fits (fixture, window);
  g_assert_nonnull (find_button (window, "_Back Today"));

  bridge_window_show_page (BRIDGE_WINDOW (window), "rituals");
  settle ();
  for (const char *const *view = (const char *const[]) { "_List", "_Week", "_Month", NULL }; *view != NULL; view++)
    {
      g_object_set (find_button (window, *view), "active", TRUE, NULL);
      settle ();
      assert_fits (fixture, window);
    }
}

/* All that can stand on Today and among the boundaries: what is asked, and what was promised. */
static void
test_two (RitualsFixture *fixture,
          gconstpointer   partner)
{
  GtkWidget *window = bridge_window_new (NULL);
  BridgeLocal today = bridge_local_day_start (bridge_clock_local_now (fixture->clock));
  const char *asked = bridge_person_get_id (bridge_space_get_me (fixture->space));
  g_autoptr (BridgePromise) promise =
    bridge_promise_new ("Look at the photographs", asked, today + BRIDGE_DAY, FALSE);
  g_autoptr (BridgePromise) stored = NULL;
  g_autoptr (BridgeBoundary) boundary = bridge_boundary_new (BRIDGE_BOUNDARY_QUIET, NULL);
  g_autoptr (BridgeBoundary) proposed = NULL;
  g_autoptr (GError) error = NULL;

  stored = bridge_space_add_promise (fixture->space, promise, &error);
  g_assert_no_error (error);
  g_assert_true (bridge_space_set_speaker (fixture->space, bridge_person_get_id (bridge_space_get_listener (fixture->space)), NULL));
  proposed = bridge_space_add_boundary (fixture->space, boundary, "When I am quiet, I am thinking.", today + 30 * BRIDGE_DAY, &error);
  g_assert_no_error (error);
  g_assert_true (bridge_space_set_speaker (fixture->space, asked, NULL));

  bridge_window_set_space (BRIDGE_WINDOW (window), fixture->space);
  assert_fits (fixture, window);
  g_assert_nonnull (find_label (window, "Look at the photographs"));
  bridge_window_show_page (BRIDGE_WINDOW (window), "boundaries");
  assert_fits (fixture, window);
  g_assert_nonnull (find_button (window, "_Lessons from Pauses"));
}

static void
test_pause (RitualsFixture *fixture,
            gconstpointer   partner)
{
  GtkWidget *window = bridge_window_new (NULL);

  bridge_window_set_space (BRIDGE_WINDOW (window), fixture->space);
  gtk_widget_activate_action (window, "win.pause", NULL);
  assert_fits (fixture, window);
  g_assert_nonnull (find_label (window, "Paused."));

  bridge_fake_clock_advance (BRIDGE_FAKE_CLOCK (fixture->clock), 20 * BRIDGE_MS_PER_MINUTE);
  assert_fits (fixture, window);
  for (int i = 0; i < 2; i++)
    {
      g_assert_true (bridge_space_answer_pause (fixture->space, BRIDGE_READINESS_READY, NULL));
      g_assert_true (bridge_space_set_speaker (fixture->space,
                                               bridge_person_get_id (bridge_space_get_listener (fixture->space)), NULL));
    }
  assert_fits (fixture, window);
  g_assert_true (bridge_space_begin_pause_turn (fixture->space, 1, NULL, NULL));
  bridge_fake_clock_advance (BRIDGE_FAKE_CLOCK (fixture->clock), 3 * BRIDGE_MS_PER_MINUTE);
  assert_fits (fixture, window);
}

int
main (int   argc,
      char *argv[])
{
  g_autoptr (GtkCssProvider) style = gtk_css_provider_new ();

  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  g_object_set (gtk_settings_get_default (), "gtk-font-name", "Cantarell 11", "gtk-xft-dpi", 2 * 96 * 1024, NULL);

  /* As the application does it. */
  gtk_css_provider_load_from_resource (style, APP_PATH "/style.css");
  gtk_style_context_add_provider_for_display (gdk_display_get_default (), GTK_STYLE_PROVIDER (style),
                                              GTK_STYLE_PROVIDER_PRIORITY_APPLICATION);

#define ADD(path, func) \
  g_test_add (path, RitualsFixture, "Robin", rituals_fixture_set_up, func, rituals_fixture_tear_down)

  ADD ("/window/large-text/ritual-editor", test_ritual_editor);
  ADD ("/window/large-text/pause-settings", test_pause_settings);
  ADD ("/window/large-text/private-entries", test_private_entries);
  ADD ("/window/large-text/win-editor", test_win_editor);
  ADD ("/window/large-text/around-life", test_around_life);
  ADD ("/window/large-text/preferences", test_preferences);
  ADD ("/window/large-text/reliability", test_reliability);
  ADD ("/window/large-text/leave", test_leave);
  ADD ("/window/large-text/erase", test_erase);
  ADD ("/window/large-text/safety", test_safety);
  ADD ("/window/large-text/passphrase", test_passphrase);
  ADD ("/window/large-text/code", test_code);
  ADD ("/window/large-text/reflect", test_reflect);
  ADD ("/window/large-text/hand-over", test_hand_over);
  ADD ("/window/large-text/two", test_two);
  ADD ("/window/large-text/pause", test_pause);
  ADD ("/window/large-text/pages", test_pages);
  ADD ("/window/large-text/window", test_window);

  return g_test_run ();
}

/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gstdio.h>

#include "bridge-error.h"
#include "bridge-figure-card.h"
#include "bridge-figure-form.h"
#include "bridge-figure-picture.h"
#include "bridge-look-back-view.h"
#include "bridge-settings.h"
#include "bridge-space-check-ins.h"
#include "bridge-space-look-back.h"
#include "bridge-window.h"
#include "reflect-fixture.h"

/* Looking back with what stands in an open private space. */

#define OWN "With 5 private check-ins of your own, seen only by you while your private space is open."

static void
add_private (RitualsFixture *fixture,
             int             mood)
{
  g_autoptr (BridgePrivateEntry) entry = bridge_private_entry_new (BRIDGE_PRIVATE_CHECK_IN, local ("2026-11-20"));
  g_autoptr (BridgePrivateEntry) stored = NULL;
  g_autoptr (GError) error = NULL;

  bridge_private_entry_set_step (entry, BRIDGE_SCALE_MOOD, mood);
  stored = bridge_private_save (reflect_get_private (fixture), entry, &error);
  g_assert_no_error (error);
}

static void
add_shared (RitualsFixture *fixture)
{
  g_autoptr (BridgeCheckIn) given = bridge_check_in_new (NULL, BRIDGE_LOCAL_NONE);
  g_autoptr (BridgeCheckIn) stored = NULL;
  g_autoptr (GError) error = NULL;

  bridge_check_in_set_step (given, BRIDGE_SCALE_MOOD, 4);
  stored = bridge_space_add_check_in (fixture->space, given, &error);
  g_assert_no_error (error);
}

static GtkWidget *
find_mapped_label (GtkWidget  *root,
                   const char *text)
{
  GtkWidget *label = find_label (root, text);

  return label != NULL && gtk_widget_get_mapped (label) ? label : NULL;
}

static void
wait_for_label (GtkWidget  *root,
                const char *text)
{
  while (find_mapped_label (root, text) == NULL)
    g_main_context_iteration (NULL, TRUE);
  settle ();
}

static gboolean
match_mood (GtkWidget     *widget,
            gconstpointer  data)
{
  return BRIDGE_IS_FIGURE_CARD (widget) && bridge_figure_card_get_figure (BRIDGE_FIGURE_CARD (widget)) == BRIDGE_FIGURE_MOOD;
}

static gboolean
match_table_toggle (GtkWidget     *widget,
                    gconstpointer  data)
{
  return GTK_IS_TOGGLE_BUTTON (widget) && g_strcmp0 (gtk_button_get_icon_name (GTK_BUTTON (widget)), "view-list-symbolic") == 0;
}

static GtkWidget *
open_look_back (RitualsFixture *fixture)
{
  GtkWidget *button;

  do
    g_main_context_iteration (NULL, FALSE);
  while ((button = find_button (fixture->window, "_Look Back")) == NULL || !gtk_widget_get_mapped (button));
  settle ();
  click (button);
  settle ();
  return find_type (fixture->window, BRIDGE_TYPE_LOOK_BACK_VIEW);
}

/* There while it is open; gone at once when it is locked, in the table, too, before anything is worked out again. */
static void
test_locked (RitualsFixture *fixture,
             gconstpointer   partner)
{
  GtkWidget *view, *card;

  add_shared (fixture);
  reflect_set_up (fixture);
  for (int i = 0; i < 5; i++)
    add_private (fixture, 1);
  view = open_look_back (fixture);
  wait_for_label (view, OWN);
  card = find_widget (view, match_mood, NULL);
  g_assert_nonnull (find_mapped_label (card, "from 6 entries"));
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (find_widget (card, match_table_toggle, NULL)), TRUE);
  settle ();
  g_assert_true (reflect_is_said ("Heavy"));
  assert_all_named (fixture->window);

  gtk_widget_activate_action (fixture->window, "win.lock", NULL);
  g_assert_true (gtk_widget_get_mapped (view));
  g_assert_null (find_mapped_label (view, OWN));
  g_assert_nonnull (find_mapped_label (card, "from 1 entry"));
  settle ();
  g_assert_null (find_label (card, OWN));
}

/* Where there is nothing else, nothing is left. */
static void
test_nothing_else (RitualsFixture *fixture,
                   gconstpointer   partner)
{
  GtkWidget *view;

  reflect_set_up (fixture);
  for (int i = 0; i < 5; i++)
    add_private (fixture, 1);
  view = open_look_back (fixture);
  wait_for_label (view, OWN);
  g_assert_cmpuint (count_widgets (view, BRIDGE_TYPE_FIGURE_CARD, TRUE), ==, 1);
  bridge_private_lock (reflect_get_private (fixture));
  g_assert_cmpuint (count_widgets (view, BRIDGE_TYPE_FIGURE_CARD, TRUE), ==, 0);
  g_assert_false (reflect_is_said ("from 5 entries"));
}

static GBytes *
save (RitualsFixture *fixture,
      const char     *name)
{
  GtkWidget *form = reflect_get_form (BRIDGE_TYPE_FIGURE_FORM);
  g_autofree char *path = g_build_filename (fixture->folder, name, NULL);
  g_autoptr (GError) error = NULL;
  char *data = NULL;
  gsize length;

  g_assert_true (bridge_figure_form_save (BRIDGE_FIGURE_FORM (form), path, &error));
  g_assert_no_error (error);
  g_assert_true (g_file_get_contents (path, &data, &length, NULL));
  g_unlink (path);
  return g_bytes_new_take (data, length);
}

/* A file has nothing of it unless somebody says so; the form goes when it is locked. */
static void
test_export (RitualsFixture *fixture,
             gconstpointer   partner)
{
  GtkWidget *view, *form;
  BridgeLookBackRange range;
  g_autoptr (GSettings) settings = bridge_settings_new ();
  g_autoptr (BridgeLookBack) shared = NULL;
  g_autoptr (GBytes) expected = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) without = NULL;
  g_autoptr (GBytes) with = NULL;

  add_shared (fixture);
  reflect_set_up (fixture);
  for (int i = 0; i < 5; i++)
    add_private (fixture, 1);
  view = open_look_back (fixture);
  wait_for_label (view, OWN);
  gtk_widget_activate_action (find_widget (view, match_mood, NULL), "figure.save", "s", "png");
  form = reflect_wait_for_form (BRIDGE_TYPE_FIGURE_FORM);
  assert_all_named (form);
  without = save (fixture, "without.png");
  gtk_switch_set_active (GTK_SWITCH (find_type (form, GTK_TYPE_SWITCH)), TRUE);
  with = save (fixture, "with.png");

  bridge_space_init_look_back_range (fixture->space, 8, bridge_settings_get_first_weekday (settings), &range);
  shared = bridge_space_look_back (fixture->space, &range, NULL, &error);
  g_assert_no_error (error);
  expected = bridge_figure_to_bytes (shared, BRIDGE_FIGURE_MOOD, 0, FALSE, FALSE, BRIDGE_PICTURE_PNG, &error);
  g_assert_true (g_bytes_equal (without, expected));
  g_assert_false (g_bytes_equal (with, expected));

  bridge_private_lock (reflect_get_private (fixture));
  reflect_wait_until_gone (BRIDGE_TYPE_FIGURE_FORM);
}

/* Where there is nothing else in the picture, it is not saved without. */
static void
test_export_nothing_else (RitualsFixture *fixture,
                          gconstpointer   partner)
{
  GtkWidget *view, *form;
  g_autofree char *path = g_build_filename (fixture->folder, "nothing.png", NULL);
  g_autoptr (GError) error = NULL;

  reflect_set_up (fixture);
  for (int i = 0; i < 5; i++)
    add_private (fixture, 1);
  view = open_look_back (fixture);
  wait_for_label (view, OWN);
  gtk_widget_activate_action (find_widget (view, match_mood, NULL), "figure.save", "s", "png");
  form = reflect_wait_for_form (BRIDGE_TYPE_FIGURE_FORM);
  g_assert_nonnull (find_mapped_label (form, "Without them there is nothing in this picture yet."));
  g_assert_false (bridge_figure_form_save (BRIDGE_FIGURE_FORM (form), path, &error));
  g_assert_error (error, BRIDGE_ERROR, BRIDGE_ERROR_STATE);
  reflect_apply (form);
  g_assert_true (gtk_widget_is_focus (find_type (form, GTK_TYPE_SWITCH)));
  gtk_switch_set_active (GTK_SWITCH (find_type (form, GTK_TYPE_SWITCH)), TRUE);
  g_assert_null (find_mapped_label (form, "Without them there is nothing in this picture yet."));
  reflect_close_form (form);
}

int
main (int   argc,
      char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();

#define ADD(name, partner, func) \
  g_test_add ("/look-back-own/" name, RitualsFixture, partner, rituals_fixture_set_up, func, rituals_fixture_tear_down)
  ADD ("locked", "Robin", test_locked);
  ADD ("nothing-else", "Robin", test_nothing_else);
  ADD ("nothing-else-alone", NULL, test_nothing_else);
  ADD ("export", "Robin", test_export);
  ADD ("export-nothing-else", "Robin", test_export_nothing_else);
#undef ADD

  return g_test_run ();
}

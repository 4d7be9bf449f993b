/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "bridge-erase-form.h"
#include "bridge-limits-form.h"
#include "bridge-passphrase-form.h"
#include "bridge-private-editor.h"
#include "bridge-private-view.h"
#include "bridge-reflect-page.h"
#include "bridge-share-form.h"
#include "bridge-shared-list.h"
#include "bridge-window.h"
#include "reflect-fixture.h"

static gboolean
match_peek (GtkWidget     *widget,
            gconstpointer  data)
{
  return GTK_IS_BUTTON (widget) && gtk_widget_get_tooltip_text (widget) != NULL && gtk_widget_get_mapped (widget);
}

/* The eye is a button with nothing but a picture; it says what it does, before and after. */
static void
test_peek (RitualsFixture *fixture,
           gconstpointer   partner)
{
  g_autoptr (BridgePrivate) private_space = bridge_private_new (fixture->space);
  GtkWidget *eye;

  fixture->window = bridge_passphrase_form_new (private_space, BRIDGE_PASSPHRASE_SET_UP, NULL);
  gtk_window_present (GTK_WINDOW (fixture->window));
  gtk_test_widget_wait_for_draw (fixture->window);
  settle ();
  eye = find_widget (reflect_find_row (fixture->window, "Passphrase"), match_peek, NULL);
  g_assert_nonnull (eye);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (eye), GTK_ACCESSIBLE_PROPERTY_LABEL, gtk_widget_get_tooltip_text (eye));
  gtk_widget_set_tooltip_text (eye, "Hide");
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (eye), GTK_ACCESSIBLE_PROPERTY_LABEL, "Hide");
}

static void
test_write (RitualsFixture *fixture,
            gconstpointer   partner)
{
  GtkWidget *editor;
  GtkWidget *row;

  reflect_set_up (fixture);
  assert_all_named (fixture->window);
  editor = reflect_begin (fixture, "journal");
  assert_all_named (editor);
  reflect_apply (editor); /* nothing written: it stays */
  g_assert_true (reflect_get_form (BRIDGE_TYPE_PRIVATE_EDITOR) == editor);
  reflect_type_into (editor, PLANTED " evening");
  reflect_apply (editor);
  reflect_wait_until_gone (BRIDGE_TYPE_PRIVATE_EDITOR);
  row = find_row (fixture->window, PLANTED " evening");
  g_assert_nonnull (row);

  /* Looked at and closed: no draft. */
  g_signal_emit_by_name (gtk_widget_get_parent (row), "row-activated", row);
  editor = reflect_wait_for_form (BRIDGE_TYPE_PRIVATE_EDITOR);
  reflect_close_form (editor);
  reflect_wait_until_gone (BRIDGE_TYPE_PRIVATE_EDITOR);
  g_assert_cmpuint (g_list_model_get_n_items (bridge_private_get_entries (reflect_get_private (fixture))), ==, 1);

  /* Changed and closed: one. */
  g_signal_emit_by_name (gtk_widget_get_parent (row), "row-activated", row);
  editor = reflect_wait_for_form (BRIDGE_TYPE_PRIVATE_EDITOR);
  reflect_type_into (editor, PLANTED " evening, and more");
  reflect_close_form (editor);
  reflect_wait_until_gone (BRIDGE_TYPE_PRIVATE_EDITOR);
  g_assert_cmpuint (g_list_model_get_n_items (bridge_private_get_entries (reflect_get_private (fixture))), ==, 2);

  /* Removed, and brought back. */
  row = find_row (fixture->window, PLANTED " evening, and more");
  g_signal_emit_by_name (gtk_widget_get_parent (row), "row-activated", row);
  editor = reflect_wait_for_form (BRIDGE_TYPE_PRIVATE_EDITOR);
  reflect_click_labelled (editor, "_Remove");
  reflect_wait_until_gone (BRIDGE_TYPE_PRIVATE_EDITOR);
  g_assert_cmpuint (g_list_model_get_n_items (bridge_private_get_entries (reflect_get_private (fixture))), ==, 1);
  reflect_click_labelled (fixture->window, "_Bring Back");
  g_assert_cmpuint (g_list_model_get_n_items (bridge_private_get_entries (reflect_get_private (fixture))), ==, 2);
  g_assert_false (gtk_widget_get_mapped (find_button (fixture->window, "_Bring Back")));
}

static void
test_kinds (RitualsFixture *fixture,
            gconstpointer   partner)
{
  GtkWidget *editor;
  g_autoptr (BridgePrivateEntry) entry = NULL;

  reflect_set_up (fixture);
  editor = reflect_begin (fixture, "observation");
  assert_all_named (editor);
  reflect_fill_in (editor, "Topic", "Money");
  adw_combo_row_set_selected (ADW_COMBO_ROW (reflect_find_row (editor, "How heated it was before")), 4);
  adw_combo_row_set_selected (ADW_COMBO_ROW (reflect_find_row (editor, "Does it seem to pass?")), 1);
  reflect_type_into (editor, "Went out without a word");
  reflect_apply (editor);
  reflect_wait_until_gone (BRIDGE_TYPE_PRIVATE_EDITOR);
  entry = g_list_model_get_item (bridge_private_get_entries (reflect_get_private (fixture)), 0);
  g_assert_cmpstr (bridge_private_entry_get_behaviour (entry), ==, "Went out without a word");
  g_assert_cmpint (bridge_private_entry_get_temperature (entry), ==, 4);
  g_assert_cmpint (bridge_private_entry_get_course (entry), ==, BRIDGE_COURSE_PASSING);

  editor = reflect_begin (fixture, "safety");
  assert_all_named (editor);
  g_assert_null (find_button (editor, "S_hare Some Words…"));
  reflect_apply (editor);
  g_assert_true (reflect_get_form (BRIDGE_TYPE_PRIVATE_EDITOR) == editor);
  g_assert_nonnull (find_label (editor, "Choose how safe it felt, or write a note about it."));
  adw_combo_row_set_selected (ADW_COMBO_ROW (reflect_find_row (editor, "How safe did it feel?")), 2);
  reflect_apply (editor);
  reflect_wait_until_gone (BRIDGE_TYPE_PRIVATE_EDITOR);
  g_assert_nonnull (find_row (fixture->window, "Uneasy"));

  /* A note says enough. */
  editor = reflect_begin (fixture, "safety");
  reflect_type_into (editor, "I could not say");
  reflect_apply (editor);
  reflect_wait_until_gone (BRIDGE_TYPE_PRIVATE_EDITOR);
  g_assert_nonnull (find_row (fixture->window, "I could not say"));
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

  reflect_set_up (fixture);
  editor = reflect_begin (fixture, "journal");
  reflect_type_into (editor, PLANTED " evening. I am glad.");
  reflect_click_labelled (editor, "S_hare Some Words…");
  form = reflect_wait_for_form (BRIDGE_TYPE_SHARE_FORM);
  assert_all_named (form);

  /* Nothing is chosen beforehand. */
  reflect_apply (form);
  g_assert_cmpuint (g_list_model_get_n_items (bridge_space_get_shared_words (fixture->space)), ==, 0);
  source = gtk_text_view_get_buffer (GTK_TEXT_VIEW (find_type (form, GTK_TYPE_TEXT_VIEW)));
  gtk_text_buffer_get_iter_at_offset (source, &start, (int) strlen (PLANTED " evening. "));
  gtk_text_buffer_get_end_iter (source, &end);
  gtk_text_buffer_select_range (source, &start, &end);
  settle ();
  g_assert_nonnull (find_label (form, "I am glad."));
  reflect_apply (form);
  reflect_wait_until_gone (BRIDGE_TYPE_SHARE_FORM);
  reflect_apply (editor);
  reflect_wait_until_gone (BRIDGE_TYPE_PRIVATE_EDITOR);
  g_assert_nonnull (find_button (fixture->window, "_Take Back"));

  gtk_widget_activate_action (fixture->window, "win.lock", NULL);
  settle ();
  g_assert_false (reflect_is_said ("I am glad."));
  bridge_space_set_speaker (fixture->space, other, NULL);
  settle ();
  bridge_window_show_page (BRIDGE_WINDOW (fixture->window), "today");
  settle ();
  g_assert_true (reflect_is_said ("Ada shares some words with you."));
  g_assert_false (reflect_is_said ("I am glad."));
  reflect_click_labelled (fixture->window, "_Open");
  g_assert_true (reflect_is_said ("I am glad."));
  g_assert_false (reflect_is_said (PLANTED));
}

/* The label that has the keyboard. (nullable) */
static const char *
get_focused_words (RitualsFixture *fixture)
{
  GtkWidget *focus = gtk_root_get_focus (GTK_ROOT (fixture->window));

  return GTK_IS_LABEL (focus) ? gtk_label_get_label (GTK_LABEL (focus)) : NULL;
}

/* With the keyboard alone: it stays where words were taken back, and comes to those that were opened. */
static void
test_shared_keys (RitualsFixture *fixture,
                  gconstpointer   partner)
{
  const char *other = bridge_person_get_id (bridge_space_get_partner (fixture->space));
  g_autoptr (GError) error = NULL;
  static const char *const texts[] = { "First words.", "Second words." };
  GtkWidget *focus;

  reflect_set_up (fixture);
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (BridgeSharedWords) words = bridge_space_share_words (fixture->space, texts[i], &error);

      g_assert_no_error (error);
    }
  settle ();
  focus = find_button (fixture->window, "_Take Back");
  gtk_widget_grab_focus (focus);
  click (focus);
  settle ();
  focus = gtk_root_get_focus (GTK_ROOT (fixture->window));
  g_assert_true (focus == find_button (fixture->window, "_Take Back"));
  g_assert_cmpuint (g_list_model_get_n_items (bridge_space_get_shared_words (fixture->space)), ==, 1);

  g_assert_true (bridge_space_set_speaker (fixture->space, other, &error));
  settle ();
  bridge_window_show_page (BRIDGE_WINDOW (fixture->window), "reflect");
  settle ();
  focus = find_button (find_type (fixture->window, BRIDGE_TYPE_REFLECT_PAGE), "_Open");
  gtk_widget_grab_focus (focus);
  click (focus);
  settle ();
  g_assert_cmpstr (get_focused_words (fixture), ==, texts[0]);
}

/* What this protects, and what it cannot, is there to be read before a passphrase is chosen. */
static void
test_limits_first (RitualsFixture *fixture,
                   gconstpointer   partner)
{
  GtkWidget *form;
  GtkWidget *limits;
  static const char *const parts[] = { "The same login", "looks after this computer", "Over the shoulder", "Backups", "a login of your own" };

  fixture->window = bridge_window_new (NULL);
  bridge_window_set_space (BRIDGE_WINDOW (fixture->window), fixture->space);
  gtk_window_present (GTK_WINDOW (fixture->window));
  bridge_window_show_page (BRIDGE_WINDOW (fixture->window), "reflect");
  settle ();
  reflect_click_labelled (fixture->window, "_Set Up…");
  form = reflect_wait_for_form (BRIDGE_TYPE_PASSPHRASE_FORM);
  reflect_click_labelled (form, "What This _Protects");
  limits = reflect_wait_for_form (BRIDGE_TYPE_LIMITS_FORM);
  assert_all_named (limits);
  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    g_assert_true (reflect_is_said (parts[i]));
  reflect_close_form (limits);
  reflect_wait_until_gone (BRIDGE_TYPE_LIMITS_FORM);
  reflect_close_form (form);
  reflect_wait_until_gone (BRIDGE_TYPE_PASSPHRASE_FORM);
  g_assert_false (bridge_private_get_exists (reflect_get_private (fixture)));
}

static void
test_erase (RitualsFixture *fixture,
            gconstpointer   partner)
{
  GtkWidget *view;
  GtkWidget *form;

  reflect_set_up (fixture);
  view = find_type (fixture->window, BRIDGE_TYPE_PRIVATE_VIEW);
  gtk_widget_activate_action (view, "private.limits", NULL);
  form = reflect_wait_for_form (BRIDGE_TYPE_LIMITS_FORM);
  assert_all_named (form);
  reflect_close_form (form);
  reflect_wait_until_gone (BRIDGE_TYPE_LIMITS_FORM);

  gtk_widget_activate_action (view, "private.erase", NULL);
  form = reflect_wait_for_form (BRIDGE_TYPE_ERASE_FORM);
  assert_all_named (form);
  reflect_apply (form);
  g_assert_true (bridge_private_get_exists (reflect_get_private (fixture)));
  reflect_fill_in (form, "Type “Ada” to confirm", "Ada");
  reflect_apply (form);
  reflect_wait_until_gone (BRIDGE_TYPE_ERASE_FORM);
  g_assert_false (bridge_private_get_exists (reflect_get_private (fixture)));
  g_assert_nonnull (find_button (fixture->window, "_Set Up…"));
}

/* Alone there is nobody to share with, and nothing says so. */
static void
test_solo (RitualsFixture *fixture,
           gconstpointer   partner)
{
  GtkWidget *editor;

  reflect_set_up (fixture);
  editor = reflect_begin (fixture, "journal");
  g_assert_null (find_button (editor, "S_hare Some Words…"));
  g_assert_false (gtk_widget_get_visible (find_type (fixture->window, BRIDGE_TYPE_SHARED_LIST)));
  reflect_type_into (editor, "Words");
  reflect_close_form (editor);
  reflect_wait_until_gone (BRIDGE_TYPE_PRIVATE_EDITOR);
  g_assert_true (reflect_is_said ("Draft"));
}

#define ADD(path, partner, function) \
  g_test_add (path, RitualsFixture, partner, rituals_fixture_set_up, function, rituals_fixture_tear_down)

int
main (int    argc,
      char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();

  ADD ("/window/reflect/peek", NULL, test_peek);
  ADD ("/window/reflect/write", "Robin", test_write);
  ADD ("/window/reflect/kinds", "Robin", test_kinds);
  ADD ("/window/reflect/share", "Robin", test_share);
  ADD ("/window/reflect/shared-keys", "Robin", test_shared_keys);
  ADD ("/window/reflect/limits-first", "Robin", test_limits_first);
  ADD ("/window/reflect/erase", "Robin", test_erase);
  ADD ("/window/reflect/solo", NULL, test_solo);

  return g_test_run ();
}

/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "bridge-care-window.h"
#include "bridge-date-entry.h"
#include "bridge-meaning-ideas.h"
#include "bridge-meanings-window.h"
#include "bridge-reflect-page.h"
#include "bridge-ritual-catalogue.h"
#include "bridge-space-cares.h"
#include "bridge-space-meanings.h"
#include "rituals-fixture.h"

static GtkWidget *
find_window (GType type)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWidget) window = g_list_model_get_item (windows, i);

      if (G_TYPE_CHECK_INSTANCE_TYPE (window, type) && gtk_widget_get_visible (window))
        return window;
    }
  return NULL;
}

static gboolean
is_mapped_icon (GtkWidget     *widget,
                gconstpointer  data)
{
  return GTK_IS_BUTTON (widget) && gtk_widget_get_mapped (widget) &&
         g_strcmp0 (gtk_button_get_icon_name (GTK_BUTTON (widget)), data) == 0;
}

static gboolean
is_plain_entry (GtkWidget     *widget,
                gconstpointer  data)
{
  return GTK_IS_ENTRY (widget) && gtk_widget_get_ancestor (widget, BRIDGE_TYPE_DATE_ENTRY) == NULL;
}

static gboolean
is_chip (GtkWidget     *widget,
         gconstpointer  data)
{
  return GTK_IS_TOGGLE_BUTTON (widget) && gtk_widget_has_css_class (widget, "bridge-chip");
}

/* One can type at once, and what one chooses for it stands below. */
static void
assert_entry_first (GtkWidget *window)
{
  GtkWidget *entry = find_widget (window, is_plain_entry, NULL);
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (window));
  graphene_point_t at = GRAPHENE_POINT_INIT (0, 0), chips;

  g_assert_nonnull (focus);
  g_assert_true (gtk_widget_is_ancestor (focus, entry));
  g_assert_true (gtk_widget_compute_point (find_widget (window, is_chip, NULL), entry, &at, &chips));
  g_assert_cmpfloat (chips.y, >, 0);
}

static void
add (GtkWidget  *window,
     const char *text)
{
  gtk_editable_set_text (GTK_EDITABLE (find_widget (window, is_plain_entry, NULL)), text);
  settle ();
  click (find_button (window, "_Add"));
  settle ();
}

static GtkWidget *
open_meanings (RitualsFixture *fixture)
{
  GtkWidget *window = bridge_meanings_window_new (fixture->space, GTK_WINDOW (fixture->window));

  gtk_window_present (GTK_WINDOW (window));
  settle ();
  return window;
}

static BridgeMeaning *
get_meaning (RitualsFixture *fixture,
             guint           position)
{
  return g_list_model_get_item (bridge_space_get_meanings (fixture->space), position);
}

static void
close_window (GtkWidget *window)
{
  gtk_window_destroy (GTK_WINDOW (window));
  settle ();
}

/* Added with its kind, taken away, and by its own only. */
static void
test_meanings (RitualsFixture *fixture,
               gconstpointer   partner)
{
  GtkWidget *window;
  g_autoptr (BridgeMeaning) meaning = NULL;
  g_autoptr (GError) error = NULL;

  rituals_fixture_show (fixture, bridge_reflect_page_new (fixture->space));
  window = open_meanings (fixture);
  g_assert_nonnull (find_label (window, "For the two of you"));
  assert_entry_first (window);
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (find_button (window, "A hope")), TRUE);
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (find_button (window, "Enjoyed once")), TRUE);
  add (window, "  A <garden> & bees ");
  meaning = get_meaning (fixture, 0);
  g_assert_cmpstr (bridge_meaning_get_text (meaning), ==, "A <garden> & bees");
  g_assert_cmpint (bridge_meaning_get_kind (meaning), ==, BRIDGE_MEANING_HOPE);
  g_assert_cmpint (bridge_meaning_get_tense (meaning), ==, BRIDGE_MEANING_ONCE);
  g_assert_nonnull (find_label (window, "A <garden> & bees"));
  assert_all_named (window);
  click (find_widget (window, is_mapped_icon, "edit-delete-symbolic"));
  settle ();
  g_assert_cmpuint (g_list_model_get_n_items (bridge_space_get_meanings (fixture->space)), ==, 0);
  bridge_space_undo (fixture->space, &error);
  g_assert_no_error (error);
  settle ();
  g_assert_nonnull (find_label (window, "A <garden> & bees"));

  bridge_space_set_speaker (fixture->space, bridge_person_get_id (bridge_space_get_partner (fixture->space)), &error);
  g_assert_no_error (error);
  settle ();
  g_assert_null (find_widget (window, is_mapped_icon, "edit-delete-symbolic"));
  close_window (window);
}

/* "Make a Ritual of It" opens the editor; what is proposed is no idea of the catalogue any more. */
static void
test_ritual (RitualsFixture *fixture,
             gconstpointer   partner)
{
  GtkWidget *catalogue = bridge_ritual_catalogue_new (fixture->space);
  GtkWidget *window, *ideas, *editor;
  g_autoptr (BridgeMeaning) meaning = NULL;

  rituals_fixture_show (fixture, catalogue);
  settle ();
  ideas = find_type (catalogue, BRIDGE_TYPE_MEANING_IDEAS);
  g_assert_false (gtk_widget_get_visible (ideas));
  window = open_meanings (fixture);
  add (window, "Dancing");
  g_assert_true (gtk_widget_get_visible (ideas));
  g_assert_nonnull (find_label (ideas, "From what you both like"));
  g_assert_false (bridge_meaning_ideas_filter (BRIDGE_MEANING_IDEAS (ideas), "chess"));
  g_assert_true (bridge_meaning_ideas_filter (BRIDGE_MEANING_IDEAS (ideas), " DANC"));

  click (find_widget (window, is_mapped_icon, "bridge-cup-symbolic"));
  settle ();
  editor = find_window (BRIDGE_TYPE_RITUAL_EDITOR);
  g_assert_nonnull (editor);
  gtk_widget_activate_action (editor, "editor.save", NULL);
  settle ();
  meaning = get_meaning (fixture, 0);
  g_assert_nonnull (bridge_meaning_get_ritual_id (meaning));
  rituals_fixture_say_yes (fixture, bridge_meaning_get_ritual_id (meaning));
  settle ();
  g_assert_nonnull (find_label (window, "To try · now “Dancing”"));
  g_assert_null (find_widget (window, is_mapped_icon, "bridge-cup-symbolic"));
  g_assert_false (gtk_widget_get_visible (ideas));
  close_window (window);
}

static GtkWidget *
open_care (RitualsFixture *fixture)
{
  GtkWidget *window = bridge_care_window_new (fixture->space, GTK_WINDOW (fixture->window));

  gtk_window_present (GTK_WINDOW (window));
  settle ();
  return window;
}

/* One's own plan, with a day; it goes when somebody else speaks. */
static void
test_care (RitualsFixture *fixture,
           gconstpointer   partner)
{
  GtkWidget *window, *entry, *editor;
  g_autoptr (GPtrArray) own = NULL;
  g_autoptr (BridgeCare) after = NULL;
  g_autoptr (GError) error = NULL;
  BridgeLocal day = bridge_local_day_start (bridge_clock_local_now (fixture->clock)) + 14 * BRIDGE_DAY;

  rituals_fixture_show (fixture, bridge_reflect_page_new (fixture->space));
  window = open_care (fixture);
  entry = find_type (window, BRIDGE_TYPE_DATE_ENTRY);
  g_assert_false (gtk_widget_get_mapped (entry));
  assert_entry_first (window);
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (find_button (window, "Own friends")), TRUE);
  add (window, "Call Mira");
  g_assert_true (gtk_widget_get_mapped (entry));
  assert_all_named (window);
  bridge_date_entry_set_date (BRIDGE_DATE_ENTRY (entry), day);
  settle ();
  g_assert_cmpint (bridge_space_get_care_review (fixture->space), ==, day);
  gtk_editable_set_text (GTK_EDITABLE (bridge_date_entry_get_entry (BRIDGE_DATE_ENTRY (entry))), "");
  settle ();
  g_assert_cmpstr (gtk_entry_get_placeholder_text (GTK_ENTRY (bridge_date_entry_get_entry (BRIDGE_DATE_ENTRY (entry)))), ==,
                   "2027-01-31");
  g_assert_cmpint (bridge_space_get_care_review (fixture->space), ==, BRIDGE_LOCAL_NONE);

  click (find_widget (window, is_mapped_icon, "bridge-cup-symbolic"));
  settle ();
  editor = find_window (BRIDGE_TYPE_RITUAL_EDITOR);
  g_assert_nonnull (editor);
  gtk_widget_activate_action (editor, "editor.save", NULL);
  settle ();
  own = bridge_space_list_own_cares (fixture->space);
  g_assert_cmpuint (own->len, ==, 1);
  g_assert_cmpint (bridge_care_get_area (g_ptr_array_index (own, 0)), ==, BRIDGE_CARE_FRIENDS);
  g_assert_nonnull (bridge_space_peek_ritual_of_care (fixture->space, g_ptr_array_index (own, 0)));
  g_assert_nonnull (find_label (window, "Now “Call Mira”"));

  bridge_space_set_speaker (fixture->space, bridge_person_get_id (bridge_space_get_partner (fixture->space)), &error);
  g_assert_no_error (error);
  settle ();
  g_assert_null (find_window (BRIDGE_TYPE_CARE_WINDOW));
}

/* A day that is typed is kept while something else changes, and asked about as long as it is none. */
static void
test_half_a_day (RitualsFixture *fixture,
                 gconstpointer   partner)
{
  GtkWidget *window, *entry;

  rituals_fixture_show (fixture, bridge_reflect_page_new (fixture->space));
  window = open_care (fixture);
  add (window, "Call Mira");
  entry = bridge_date_entry_get_entry (BRIDGE_DATE_ENTRY (find_type (window, BRIDGE_TYPE_DATE_ENTRY)));
  gtk_editable_set_text (GTK_EDITABLE (entry), "2026-12-");
  add (window, "Tea at four");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (entry)), ==, "2026-12-");
  gtk_window_close (GTK_WINDOW (window));
  settle ();
  answer_question (TRUE);
  g_assert_true (find_window (BRIDGE_TYPE_CARE_WINDOW) == window);

  gtk_editable_set_text (GTK_EDITABLE (entry), "2026-12-06");
  settle ();
  g_assert_cmpint (bridge_space_get_care_review (fixture->space), ==, local ("2026-12-06"));
  gtk_window_close (GTK_WINDOW (window));
  settle ();
  g_assert_null (find_question ());
  g_assert_null (find_window (BRIDGE_TYPE_CARE_WINDOW));
}

/* The reminder of a plan opens it for its holder only. */
static void
test_open (RitualsFixture *fixture,
           gconstpointer   partner)
{
  GtkWidget *reflect = bridge_reflect_page_new (fixture->space);
  g_autoptr (GError) error = NULL;
  g_autoptr (BridgeCare) care = bridge_space_add_care (fixture->space, BRIDGE_CARE_SLEEP, "To bed", &error);

  g_assert_no_error (error);
  rituals_fixture_show (fixture, reflect);
  settle ();
  assert_all_named (reflect);
  bridge_reflect_page_open_care (BRIDGE_REFLECT_PAGE (reflect), bridge_care_get_id (care));
  settle ();
  g_assert_nonnull (find_window (BRIDGE_TYPE_CARE_WINDOW));
  close_window (find_window (BRIDGE_TYPE_CARE_WINDOW));
  bridge_space_set_speaker (fixture->space, bridge_person_get_id (bridge_space_get_partner (fixture->space)), &error);
  g_assert_no_error (error);
  bridge_reflect_page_open_care (BRIDGE_REFLECT_PAGE (reflect), bridge_care_get_id (care));
  settle ();
  g_assert_null (find_window (BRIDGE_TYPE_CARE_WINDOW));
}

static void
test_alone (RitualsFixture *fixture,
            gconstpointer   partner)
{
  GtkWidget *window;

  rituals_fixture_show (fixture, bridge_reflect_page_new (fixture->space));
  window = open_meanings (fixture);
  /* The title says what they are. */
  g_assert_nonnull (find_label (window, "For yourself"));
  g_assert_null (find_label (window, "What you like"));
  close_window (window);
}

#define ADD(path, partner, func) \
  g_test_add (path, RitualsFixture, partner, rituals_fixture_set_up, func, rituals_fixture_tear_down)

int
main (int   argc,
      char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();

  ADD ("/window/meanings/list", "Robin", test_meanings);
  ADD ("/window/meanings/ritual", "Robin", test_ritual);
  ADD ("/window/meanings/alone", NULL, test_alone);
  ADD ("/window/care/plan", "Robin", test_care);
  ADD ("/window/care/half-a-day", "Robin", test_half_a_day);
  ADD ("/window/care/open", "Robin", test_open);

  return g_test_run ();
}

/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "bridge-log-filter.h"
#include "bridge-log-view.h"
#include "bridge-milestone-detail.h"
#include "log-view-fixture.h"

#include "../support/milestone-helper.h"

/* What a small win belongs to, as the log shows it, and the ways there. */

static BridgeMilestone *
add_own (RitualsFixture *fixture,
         const char     *title)
{
  g_autoptr (BridgeMilestone) given = bridge_milestone_new (title, BRIDGE_MILESTONE_FROM_NOTHING, 0);

  g_object_set (given, "who", bridge_person_get_id (bridge_space_get_me (fixture->space)), "since", local ("2026-11-20"), NULL);

  return bridge_test_add_milestone (fixture->space, given);
}

static void
add (RitualsFixture  *fixture,
     const char      *text,
     BridgeMilestone *milestone)
{
  g_autoptr (BridgeWin) win = bridge_win_new (text, local ("2026-11-21"));
  g_autoptr (BridgeWin) stored = NULL;
  g_autoptr (GError) error = NULL;

  g_object_set (win, "milestone-id", milestone != NULL ? bridge_milestone_get_id (milestone) : NULL, NULL);
  stored = bridge_space_add_win (fixture->space, win, &error);
  g_assert_no_error (error);
}

static gboolean
match_shown (GtkWidget     *widget,
             gconstpointer  data)
{
  return GTK_IS_LABEL (widget) && gtk_widget_get_mapped (widget) &&
         g_strcmp0 (gtk_label_get_label (GTK_LABEL (widget)), data) == 0;
}

/* The page of a milestone is open, or is not. */
static gboolean
is_open (GtkWidget  *page,
         const char *title)
{
  GtkWidget *detail = find_type (page, BRIDGE_TYPE_MILESTONE_DETAIL);

  for (int i = 0; detail != NULL && i < 100 && !gtk_widget_get_mapped (detail); i++)
    settle ();

  return detail != NULL && gtk_widget_get_mapped (detail) && find_widget (detail, match_shown, title) != NULL;
}

/* Only whoever has it sees that a win belongs to it; from there, and from what was reached, one comes to it. */
static void
test_milestone (RitualsFixture *fixture,
                gconstpointer   partner)
{
  g_autoptr (BridgeMilestone) walks = add_own (fixture, "Ten <walks>");
  g_autoptr (GError) error = NULL;
  GtkWidget *page;

  add (fixture, "I put my shoes on", walks);
  page = show_page (fixture);
  g_assert_nonnull (find_win (page, "I put my shoes on"));
  g_assert_true (says_soon (page, "Saturday, 21 November · milestone “Ten <walks>”"));
  gtk_widget_activate_action (find_win (page, "I put my shoes on"), "win-row.milestone", NULL);
  settle ();
  g_assert_true (is_open (page, "Ten <walks>"));
  g_assert_true (bridge_celebrate_page_go_back (BRIDGE_CELEBRATE_PAGE (page)));
  settle ();

  bridge_space_reach_milestone (fixture->space, bridge_milestone_get_id (walks), NULL, NULL, TRUE, &error);
  g_assert_no_error (error);
  settle ();
  gtk_widget_activate_action (find_win (page, "Ten <walks>"), "win-row.milestone", NULL);
  settle ();
  g_assert_true (is_open (page, "Ten <walks>"));
  bridge_celebrate_page_go_back (BRIDGE_CELEBRATE_PAGE (page));

  bridge_space_set_speaker (fixture->space, bridge_person_get_id (bridge_space_get_partner (fixture->space)), &error);
  settle ();
  g_assert_nonnull (find_win (page, "I put my shoes on"));
  g_assert_true (says_soon (page, "Saturday, 21 November"));
  g_assert_null (find_label (page, "Saturday, 21 November · milestone “Ten <walks>”"));
  gtk_widget_activate_action (find_win (page, "I put my shoes on"), "win-row.milestone", NULL);
  settle ();
  g_assert_false (gtk_widget_get_mapped (find_type (page, BRIDGE_TYPE_MILESTONE_DETAIL)));
}

static GtkWidget *
find_led (GtkWidget  *page,
          const char *words)
{
  GtkWidget *row = find_row (find_type (page, BRIDGE_TYPE_MILESTONE_DETAIL), words);

  return row != NULL && gtk_widget_get_mapped (row) ? row : NULL;
}

/* The page of a milestone has what somebody said belongs to it, and nothing else; also what is noted while it is open. */
static void
test_on_the_way (RitualsFixture *fixture,
                 gconstpointer   partner)
{
  g_autoptr (BridgeMilestone) walks = add_own (fixture, "Ten walks");
  g_autoptr (GError) error = NULL;
  GtkWidget *page = show_page (fixture);
  GtkWidget *detail;

  bridge_celebrate_page_open_milestone (BRIDGE_CELEBRATE_PAGE (page), bridge_milestone_get_id (walks));
  settle ();
  g_assert_true (is_open (page, "Ten walks"));
  detail = find_type (page, BRIDGE_TYPE_MILESTONE_DETAIL);
  g_assert_null (find_label (detail, "On the way there"));

  add (fixture, "I put my shoes on,\nand went", walks);
  add (fixture, "A joke", NULL);
  settle ();
  g_assert_true (says_soon (detail, "On the way there"));
  g_assert_nonnull (find_led (page, "I put my shoes on, and went"));
  g_assert_null (find_led (page, "A joke"));
  for (int i = 0; i < 5; i++)
    add (fixture, "Another step", walks);
  settle ();
  g_assert_true (says_soon (detail, "And 1 more small win"));
  g_assert_false (gtk_list_box_row_get_activatable (GTK_LIST_BOX_ROW (find_led (page, "Another step"))));
  assert_all_named (detail);
}

static gboolean
match_choice (GtkWidget     *widget,
              gconstpointer  data)
{
  GtkStringObject *item = GTK_IS_DROP_DOWN (widget) ? gtk_drop_down_get_selected_item (GTK_DROP_DOWN (widget)) : NULL;

  return item != NULL && g_strcmp0 (gtk_string_object_get_string (item), data) == 0;
}

/* Milestones stand below the rituals; those of the other one alone do not. */
static void
test_filter (RitualsFixture *fixture,
             gconstpointer   partner)
{
  g_autoptr (BridgeMilestone) walks = add_own (fixture, "Ten walks");
  g_autoptr (BridgeRitual) tea = rituals_fixture_add (fixture, "Tea", "2026-11-28T10:30", "FREQ=WEEKLY", BRIDGE_RITUAL_AGREED);
  g_autoptr (GError) error = NULL;
  GtkWidget *page, *bar, *belongs_to;

  add (fixture, "I put my shoes on", walks);
  add (fixture, "A joke", NULL);
  page = show_page (fixture);
  bridge_celebrate_page_focus_search (BRIDGE_CELEBRATE_PAGE (page));
  bar = find_type (page, BRIDGE_TYPE_LOG_FILTER);
  belongs_to = find_widget (bar, match_choice, "Any connection");
  g_assert_nonnull (belongs_to);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (belongs_to), 2);
  settle ();
  g_assert_nonnull (find_widget (bar, match_choice, "Milestone: Ten walks"));
  g_assert_true (says_soon (bar, "1 moment, of the milestone “Ten walks”"));
  g_assert_nonnull (find_win (page, "I put my shoes on"));
  g_assert_null (find_shown_win (page, "A joke"));
  gtk_drop_down_set_selected (GTK_DROP_DOWN (belongs_to), 1);
  settle ();
  g_assert_true (says_soon (bar, "0 moments, from the ritual “Tea”"));
  gtk_drop_down_set_selected (GTK_DROP_DOWN (belongs_to), 2);
  settle ();

  /* What was looked for goes with whoever may look for it. */
  bridge_space_set_speaker (fixture->space, bridge_person_get_id (bridge_space_get_partner (fixture->space)), &error);
  settle ();
  g_assert_nonnull (find_widget (bar, match_choice, "Any ritual"));
  g_assert_nonnull (find_win (page, "A joke"));
}

/* What may help where nothing was found depends on what is looked for. */
static void
test_advice (RitualsFixture *fixture,
             gconstpointer   partner)
{
  GtkWidget *page, *bar;
  GtkToggleButton *star;

  add (fixture, "A joke", NULL);
  page = show_page (fixture);
  bridge_celebrate_page_focus_search (BRIDGE_CELEBRATE_PAGE (page));
  bar = find_type (page, BRIDGE_TYPE_LOG_FILTER);
  star = GTK_TOGGLE_BUTTON (find_button (bar, "Starred Only"));
  gtk_toggle_button_set_active (star, TRUE);
  settle ();
  g_assert_true (says_soon (page, "Perhaps with less chosen."));
  gtk_editable_set_text (bridge_log_filter_get_entry (BRIDGE_LOG_FILTER (bar)), "x");
  g_signal_emit_by_name (bridge_log_filter_get_entry (BRIDGE_LOG_FILTER (bar)), "search-changed");
  settle ();
  g_assert_true (says_soon (page, "Perhaps with another word, or with less chosen."));
  gtk_toggle_button_set_active (star, FALSE);
  settle ();
  g_assert_true (says_soon (page, "Perhaps with another word."));
}

static gboolean
match_icon (GtkWidget     *widget,
            gconstpointer  data)
{
  return GTK_IS_BUTTON (widget) && g_strcmp0 (gtk_button_get_icon_name (GTK_BUTTON (widget)), data) == 0;
}

/* Each button says what it is about, not only to whoever sees where it stands. */
static void
test_star_names (RitualsFixture *fixture,
                 gconstpointer   partner)
{
  GtkWidget *page, *star;

  add (fixture, "A joke", NULL);
  page = show_page (fixture);
  star = find_widget (find_win (page, "A joke"), match_icon, "bridge-star-symbolic");
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (star), GTK_ACCESSIBLE_PROPERTY_LABEL, "Star “A joke”");
  click (star);
  settle ();
  star = find_widget (find_win (page, "A joke"), match_icon, "starred-symbolic");
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (star), GTK_ACCESSIBLE_PROPERTY_LABEL, "Take the star off “A joke”");
}

int
main (int   argc,
      char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();

#define ADD(path, partner, func) \
  g_test_add (path, RitualsFixture, partner, rituals_fixture_set_up, func, rituals_fixture_tear_down)
  ADD ("/celebrate/links/milestone", "Robin", test_milestone);
  ADD ("/celebrate/links/on-the-way", "Robin", test_on_the_way);
  ADD ("/celebrate/links/filter", "Robin", test_filter);
  ADD ("/celebrate/links/advice", "Robin", test_advice);
  ADD ("/celebrate/links/star-names", "Robin", test_star_names);
#undef ADD

  return g_test_run ();
}

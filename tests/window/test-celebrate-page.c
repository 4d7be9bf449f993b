/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "bridge-ids.h"
#include "bridge-log-filter.h"
#include "bridge-on-this-day.h"
#include "bridge-season.h"
#include "bridge-season-bridge.h"
#include "bridge-span.h"
#include "bridge-season-heading.h"
#include "bridge-space-look-back.h"
#include "bridge-win-entry.h"
#include "bridge-log-view.h"
#include "log-view-fixture.h"

#include "../support/agreed.h"

static BridgeWin *
add_win (RitualsFixture *fixture,
         const char     *text,
         const char     *on,
         BridgeWinKind   kind)
{
  g_autoptr (BridgeWin) win = NULL;
  g_autoptr (GError) error = NULL;
  BridgeWin *stored;
  BridgeLocal day;

  g_assert_true (bridge_local_parse (on, &day, &error));
  win = bridge_win_new (text, day);
  g_object_set (win, "kind", kind, NULL);
  stored = bridge_space_add_win (fixture->space, win, &error);
  g_assert_no_error (error);
  settle ();

  return stored;
}

static void
add (RitualsFixture *fixture,
     const char     *text,
     const char     *on)
{
  g_object_unref (add_win (fixture, text, on, BRIDGE_WIN_OTHER));
}

static guint
count_wins (RitualsFixture *fixture)
{
  const BridgeWinQuery query = { .kind = -1 };
  g_autoptr (GListModel) wins = bridge_space_list_wins (fixture->space, &query);

  return g_list_model_get_n_items (wins);
}

static gboolean
match_stack (GtkWidget     *widget,
             gconstpointer  data)
{
  return GTK_IS_STACK (widget) && gtk_stack_get_child_by_name (GTK_STACK (widget), "log") != NULL;
}

static const char *
get_shown (GtkWidget *page)
{
  return gtk_stack_get_visible_child_name (GTK_STACK (find_widget (page, match_stack, NULL)));
}

/* What the focus is on. */
static GtkWidget *
get_item (GtkWidget  *page,
          const char *text)
{
  return gtk_widget_get_ancestor (find_win (page, text), BRIDGE_TYPE_LOG_ROW);
}

static gboolean
match_placeholder (GtkWidget     *widget,
                   gconstpointer  data)
{
  return GTK_IS_ENTRY (widget) && g_strcmp0 (gtk_entry_get_placeholder_text (GTK_ENTRY (widget)), data) == 0;
}

static gboolean
match_log (GtkWidget     *widget,
           gconstpointer  data)
{
  return BRIDGE_IS_LOG_VIEW (widget);
}

/* The key's shortcut on the list, as the list view would run it. */
static void
press (GtkWidget  *page,
       const char *key)
{
  GtkWidget *list = find_widget (page, match_log, NULL);
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (list);
  g_autoptr (GtkShortcutTrigger) wanted = gtk_shortcut_trigger_parse_string (key);
  gboolean found = FALSE;

  for (guint i = 0; i < g_list_model_get_n_items (controllers) && !found; i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (!GTK_IS_SHORTCUT_CONTROLLER (controller))
        continue;

      for (guint j = 0; j < g_list_model_get_n_items (G_LIST_MODEL (controller)) && !found; j++)
        {
          g_autoptr (GtkShortcut) shortcut = g_list_model_get_item (G_LIST_MODEL (controller), j);

          if (!gtk_shortcut_trigger_equal (gtk_shortcut_get_trigger (shortcut), wanted))
            continue;

          found = TRUE;
          gtk_shortcut_action_activate (gtk_shortcut_get_action (shortcut), 0, list,
                                        gtk_shortcut_get_arguments (shortcut));
        }
    }

  g_assert_true (found);
  settle ();
}

static void
test_season_at (void)
{
  const struct {
    const char *now, *zone, *from, *to;
    BridgeSeason season;
  } cases[] = {
    { "2026-11-22T18:00", "Europe/Berlin", "2026-09-01", "2026-12-01", BRIDGE_SEASON_AUTUMN },
    { "2026-12-01", "Europe/Berlin", "2026-12-01", "2027-03-01", BRIDGE_SEASON_WINTER },
    { "2028-02-29T23:59", "Asia/Tokyo", "2027-12-01", "2028-03-01", BRIDGE_SEASON_WINTER },
    { "2026-03-01", "America/New_York", "2026-03-01", "2026-06-01", BRIDGE_SEASON_SPRING },
    { "2026-08-31", NULL, "2026-06-01", "2026-09-01", BRIDGE_SEASON_SUMMER },
    { "2026-11-22", "Pacific/Auckland", "2026-09-01", "2026-12-01", BRIDGE_SEASON_SPRING },
    { "2026-01-22", "Australia/Sydney", "2025-12-01", "2026-03-01", BRIDGE_SEASON_SUMMER },
    { "2026-04-22", "America/Argentina/Cordoba", "2026-03-01", "2026-06-01", BRIDGE_SEASON_AUTUMN },
    { "2026-07-22", "Africa/Johannesburg", "2026-06-01", "2026-09-01", BRIDGE_SEASON_WINTER },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      BridgeLocal now, from, to;
      g_autofree char *from_text = NULL;
      g_autofree char *to_text = NULL;

      g_assert_true (bridge_local_parse (cases[i].now, &now, NULL));
      g_assert_cmpint (bridge_season_at (now, cases[i].zone, &from, &to), ==, cases[i].season);
      from_text = bridge_local_format_date (from);
      to_text = bridge_local_format_date (to);
      g_assert_cmpstr (from_text, ==, cases[i].from);
      g_assert_cmpstr (to_text, ==, cases[i].to);
    }
}

static void
test_season_words (void)
{
  g_autofree char *many = bridge_season_to_words (BRIDGE_SEASON_AUTUMN, 23, TRUE);
  g_autofree char *one = bridge_season_to_words (BRIDGE_SEASON_WINTER, 1, TRUE);
  g_autofree char *alone = bridge_season_to_words (BRIDGE_SEASON_SPRING, 2, FALSE);
  g_autofree char *none = bridge_season_to_words (BRIDGE_SEASON_SUMMER, 0, TRUE);

  g_assert_cmpstr (many, ==, "23 shared moments this autumn");
  g_assert_cmpstr (one, ==, "1 shared moment this winter");
  g_assert_cmpstr (alone, ==, "2 moments this spring");
  g_assert_cmpstr (none, ==, "The bridge has time");
}

static void
test_lay (void)
{
  const char *const wanted[] = { ".......", "#......", "#.....#", "##....#", "##...##", "###..##", "###.###",
                                 "#######", "#######" };

  for (guint moments = 0; moments < G_N_ELEMENTS (wanted); moments++)
    {
      gboolean laid[7];
      char drawn[8] = "";

      bridge_span_lay (moments, 7, laid);
      for (guint i = 0; i < 7; i++)
        drawn[i] = laid[i] ? '#' : '.';
      g_assert_cmpstr (drawn, ==, wanted[moments]);
    }
}

static void
test_about (void)
{
  const char *const walk[] = { "Weekly walk", NULL };
  const char *const much[] = { "Weekly walk", "after a pause", NULL };
  g_autofree char *all = bridge_win_row_format_about ("Monday", "Robin", walk);
  g_autofree char *more = bridge_win_row_format_about ("Monday", "Robin", much);
  g_autofree char *person = bridge_win_row_format_about ("Monday", "Robin", NULL);
  g_autofree char *ritual = bridge_win_row_format_about ("Monday", NULL, walk);
  g_autofree char *date = bridge_win_row_format_about ("Monday", NULL, NULL);

  g_assert_cmpstr (all, ==, "Monday · noticed by Robin · Weekly walk");
  g_assert_cmpstr (more, ==, "Monday · noticed by Robin · Weekly walk · after a pause");
  g_assert_cmpstr (person, ==, "Monday · noticed by Robin");
  g_assert_cmpstr (ritual, ==, "Monday · Weekly walk");
  g_assert_cmpstr (date, ==, "Monday");
}

static void
test_quick (RitualsFixture *fixture,
            gconstpointer   partner)
{
  const BridgeWinQuery query = { .kind = -1 };
  g_autoptr (GListModel) wins = NULL;
  g_autoptr (BridgeWin) win = NULL;
  GtkWidget *page = show_page (fixture);
  GtkWidget *entry = find_type (page, BRIDGE_TYPE_WIN_ENTRY);
  GtkWidget *text = find_widget (entry, match_placeholder, "Something small that went well?");
  GtkWidget *meant = find_widget (entry, match_placeholder, "What did it mean to you? (optional)");
  GtkWidget *reveal = gtk_widget_get_ancestor (meant, GTK_TYPE_REVEALER);

  g_assert_cmpstr (get_shown (page), ==, "empty");
  assert_all_named (fixture->window);

  /* Nothing typed is nothing noted. */
  g_signal_emit_by_name (text, "activate");
  gtk_editable_set_text (GTK_EDITABLE (text), "   ");
  g_signal_emit_by_name (text, "activate");
  g_assert_cmpuint (count_wins (fixture), ==, 0);
  g_assert_false (gtk_revealer_get_reveal_child (GTK_REVEALER (reveal)));

  gtk_editable_set_text (GTK_EDITABLE (text), " You asked how it went ");
  g_assert_true (gtk_revealer_get_reveal_child (GTK_REVEALER (reveal)));
  gtk_editable_set_text (GTK_EDITABLE (meant), "I felt less alone");
  g_signal_emit_by_name (meant, "activate");
  settle ();

  wins = bridge_space_list_wins (fixture->space, &query);
  g_assert_cmpuint (g_list_model_get_n_items (wins), ==, 1);
  win = g_list_model_get_item (wins, 0);
  g_assert_cmpstr (bridge_win_get_text (win), ==, "You asked how it went");
  g_assert_cmpstr (bridge_win_get_meant (win), ==, "I felt less alone");
  g_assert_cmpstr (bridge_win_get_noticed_by (win), ==, bridge_person_get_id (bridge_space_get_me (fixture->space)));
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (text)), ==, "");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (meant)), ==, "");

  g_assert_cmpstr (get_shown (page), ==, "log");
  g_assert_true (says_soon (page, "You asked how it went"));
  g_assert_true (says_soon (page, "I felt less alone"));
  g_assert_true (says_soon (page, "November 2026"));
  g_assert_true (says_soon (page, partner != NULL ? "1 shared moment this autumn"
                                                      : "1 moment this autumn"));
  assert_all_named (fixture->window);
}

static void
test_months (RitualsFixture *fixture,
             gconstpointer   partner)
{
  g_autoptr (GError) error = NULL;
  GtkWidget *page;

  add (fixture, "Tea on the stairs", "2026-10-03");
  add (fixture, "A joke", "2026-11-02");
  page = show_page (fixture);
  g_assert_true (says_soon (find_win (page, "A joke"), "November 2026"));
  g_assert_true (says_soon (find_win (page, "Tea on the stairs"), "October 2026"));

  /* The heading belongs to whichever comes first, also when that changes. */
  add (fixture, "Soup", "2026-11-20");
  g_assert_true (says_soon (find_win (page, "Soup"), "November 2026"));
  g_assert_null (find_label (find_win (page, "A joke"), "November 2026"));
  g_assert_true (says_soon (find_win (page, "Tea on the stairs"), "October 2026"));
  g_assert_true (says_soon (page, "3 shared moments this autumn"));

  g_assert_true (gtk_widget_activate_action (find_win (page, "Soup"), "win-row.remove", NULL));
  settle ();
  g_assert_null (find_shown_win (page, "Soup"));
  g_assert_true (says_soon (find_win (page, "A joke"), "November 2026"));

  g_assert_true (bridge_space_undo (fixture->space, &error));
  g_assert_no_error (error);
  settle ();
  g_assert_true (says_soon (find_win (page, "Soup"), "November 2026"));
  g_assert_null (find_label (find_win (page, "A joke"), "November 2026"));
}

static gboolean
match_choice (GtkWidget     *widget,
              gconstpointer  data)
{
  g_autoptr (GObject) first = NULL;

  if (!GTK_IS_DROP_DOWN (widget))
    return FALSE;
  first = g_list_model_get_item (gtk_drop_down_get_model (GTK_DROP_DOWN (widget)), 0);
  return first != NULL && g_str_equal (gtk_string_object_get_string (GTK_STRING_OBJECT (first)), data);
}

/* The choice whose first item, which is for all, is called so. */
static GtkWidget *
find_choice (GtkWidget  *page,
             const char *all)
{
  return find_widget (page, match_choice, all);
}

static void
test_found (void)
{
  const char *const filters[] = { "with “tea”", "of the kind “Listening”", "with a star", NULL };
  const char *const nothing[] = { NULL };
  g_autofree char *none = bridge_log_filter_format_found (0, NULL, nothing);
  g_autofree char *one = bridge_log_filter_format_found (1, NULL, nothing);
  g_autofree char *many = bridge_log_filter_format_found (7, NULL, filters);
  g_autofree char *two = bridge_log_filter_format_found (7, "Robin", filters + 1);
  g_autofree char *of_one = bridge_log_filter_format_found (7, "Robin", filters + 2);

  g_assert_cmpstr (none, ==, "0 moments");
  g_assert_cmpstr (one, ==, "1 moment");
  g_assert_cmpstr (many, ==, "7 moments, with “tea”, of the kind “Listening” and with a star");
  g_assert_cmpstr (two, ==, "What Robin noticed, of the kind “Listening” and with a star");
  g_assert_cmpstr (of_one, ==, "What Robin noticed, with a star");
}

/* Every filter by itself, then together, and each cleared where it was chosen. */
static void
test_filters (RitualsFixture *fixture,
              gconstpointer   partner)
{
  g_autoptr (BridgeRitual) ritual = rituals_fixture_add (fixture, "Weekly walk", "2026-11-28T10:30", "FREQ=WEEKLY",
                                                         BRIDGE_RITUAL_AGREED);
  g_autoptr (BridgeWin) detour = add_win (fixture, "A detour", "2026-11-21", BRIDGE_WIN_LAUGHTER);
  g_autoptr (BridgeWin) other = add_win (fixture, "A letter", "2026-11-20", BRIDGE_WIN_LAUGHTER);
  g_autoptr (BridgeWin) edited = bridge_win_copy (detour);
  g_autoptr (GError) error = NULL;
  GtkWidget *page, *bar, *who, *rituals, *kinds;

  g_object_set (edited, "ritual-id", bridge_ritual_get_id (ritual), "noticed-by",
                bridge_person_get_id (bridge_space_get_me (fixture->space)), NULL);
  g_assert_true (bridge_space_update_win (fixture->space, edited, &error));
  page = show_page (fixture);
  bar = find_type (page, BRIDGE_TYPE_LOG_FILTER);
  bridge_celebrate_page_focus_search (BRIDGE_CELEBRATE_PAGE (page));
  settle ();
  kinds = find_choice (bar, "All kinds");
  who = find_choice (bar, "By anyone");
  rituals = find_choice (bar, "Any ritual");
  assert_all_named (fixture->window);
  g_assert_false (bridge_log_filter_is_set (BRIDGE_LOG_FILTER (bar)));

  gtk_drop_down_set_selected (GTK_DROP_DOWN (kinds), BRIDGE_WIN_LAUGHTER + 1);
  settle ();
  g_assert_true (says_soon (bar, "2 moments, of the kind “Laughter”"));
  gtk_drop_down_set_selected (GTK_DROP_DOWN (rituals), 1);
  settle ();
  g_assert_true (says_soon (bar, "1 moment, of the kind “Laughter” and from the ritual “Weekly walk”"));
  g_assert_null (find_shown_win (page, "A letter"));
  g_assert_nonnull (find_win (page, "A detour"));
  assert_all_named (fixture->window);

  /* Of two, the second is the other one: nobody is counted. */
  gtk_drop_down_set_selected (GTK_DROP_DOWN (who), 2);
  settle ();
  g_assert_cmpstr (get_shown (page), ==, "nothing");
  gtk_drop_down_set_selected (GTK_DROP_DOWN (who), 1);
  settle ();
  g_assert_nonnull (find_win (page, "A detour"));
  g_assert_true (says_soon (bar, "What Ada noticed, of the kind “Laughter” and from the ritual “Weekly walk”"));
  g_assert_cmpint (gtk_accessible_get_accessible_role (GTK_ACCESSIBLE (find_label (bar, "What Ada noticed, of the kind “Laughter” "
                                                                                       "and from the ritual “Weekly walk”"))),
                   ==, GTK_ACCESSIBLE_ROLE_STATUS);

  /* The star, that nothing has, and the words, beside the rest. */
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (find_button (bar, "Starred Only")), TRUE);
  settle ();
  g_assert_cmpstr (get_shown (page), ==, "nothing");
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (find_button (bar, "Starred Only")), FALSE);
  gtk_editable_set_text (bridge_log_filter_get_entry (BRIDGE_LOG_FILTER (bar)), "letter");
  g_signal_emit_by_name (bridge_log_filter_get_entry (BRIDGE_LOG_FILTER (bar)), "search-changed");
  settle ();
  g_assert_cmpstr (get_shown (page), ==, "nothing");
  g_assert_true (says_soon (bar, "What Ada noticed, of the kind “Laughter” and from the ritual “Weekly walk”"));

  click (find_button (bar, "Belonging to Anything Again"));
  click (find_button (bar, "Noticed by Anyone Again"));
  g_assert_cmpuint (gtk_drop_down_get_selected (GTK_DROP_DOWN (rituals)), ==, 0);
  g_assert_nonnull (find_win (page, "A letter"));
  g_assert_true (says_soon (bar, "1 moment, of the kind “Laughter”"));

  /* A name that changes stays chosen; a ritual that goes takes its filter along. */
  gtk_editable_set_text (bridge_log_filter_get_entry (BRIDGE_LOG_FILTER (bar)), "");
  gtk_drop_down_set_selected (GTK_DROP_DOWN (who), 1);
  g_assert_true (bridge_space_rename_person (fixture->space, bridge_person_get_id (bridge_space_get_me (fixture->space)),
                                             "Sascha", &error));
  settle ();
  g_assert_true (says_soon (bar, "What Sascha noticed, of the kind “Laughter”"));
  gtk_drop_down_set_selected (GTK_DROP_DOWN (who), 0);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (rituals), 1);
  g_assert_true (bridge_space_remove_ritual (fixture->space, bridge_ritual_get_id (ritual), &error));
  settle ();
  g_assert_false (gtk_widget_get_mapped (rituals));
  g_assert_nonnull (find_win (page, "A letter"));

  click (find_button (bar, "_Clear All"));
  g_assert_false (bridge_log_filter_is_set (BRIDGE_LOG_FILTER (bar)));
}

static void
test_search (RitualsFixture *fixture,
             gconstpointer   partner)
{
  g_autoptr (BridgeWin) joke = NULL;
  g_autoptr (GError) error = NULL;
  GtkWidget *page, *search, *kinds, *bar;

  g_object_unref (rituals_fixture_add (fixture, "Weekly walk", "2026-11-28T10:30", "FREQ=WEEKLY", BRIDGE_RITUAL_AGREED));
  add (fixture, "Tea on the stairs", "2026-11-03");
  add (fixture, "Soup and quiet", "2026-11-04");
  joke = add_win (fixture, "A joke about the soup", "2026-11-05", BRIDGE_WIN_LAUGHTER);
  g_assert_true (bridge_space_star_win (fixture->space, bridge_win_get_id (joke), TRUE, &error));

  page = show_page (fixture);
  bar = find_type (page, GTK_TYPE_SEARCH_BAR);
  search = find_type (page, GTK_TYPE_SEARCH_ENTRY);
  kinds = find_choice (page, "All kinds");
  bridge_celebrate_page_focus_search (BRIDGE_CELEBRATE_PAGE (page));
  settle ();
  g_assert_true (gtk_search_bar_get_search_mode (GTK_SEARCH_BAR (bar)));
  assert_all_named (fixture->window);

  gtk_editable_set_text (GTK_EDITABLE (search), "sou");
  g_signal_emit_by_name (search, "search-changed");
  settle ();
  g_assert_null (find_shown_win (page, "Tea on the stairs"));
  g_assert_nonnull (find_win (page, "Soup and quiet"));
  g_assert_true (says_soon (find_win (page, "A joke about the soup"), "November 2026"));
  g_assert_null (find_label (page, "3 shared moments this autumn"));

  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (find_button (page, "Starred Only")), TRUE);
  settle ();
  g_assert_null (find_shown_win (page, "Soup and quiet"));
  g_assert_nonnull (find_win (page, "A joke about the soup"));

  gtk_drop_down_set_selected (GTK_DROP_DOWN (kinds), BRIDGE_WIN_REPAIR + 1);
  settle ();
  g_assert_cmpstr (get_shown (page), ==, "nothing");
  gtk_drop_down_set_selected (GTK_DROP_DOWN (kinds), BRIDGE_WIN_LAUGHTER + 1);
  settle ();
  g_assert_cmpstr (get_shown (page), ==, "log");

  gtk_editable_set_text (GTK_EDITABLE (search), "nowhere");
  g_signal_emit_by_name (search, "search-changed");
  settle ();
  g_assert_cmpstr (get_shown (page), ==, "nothing");
  click (find_button (page, "Show _All"));
  g_assert_cmpstr (get_shown (page), ==, "log");
  g_assert_nonnull (find_win (page, "Tea on the stairs"));
  g_assert_true (says_soon (page, "3 shared moments this autumn"));

  /* What is out of sight does not filter. */
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (find_button (page, "Starred Only")), TRUE);
  settle ();
  gtk_search_bar_set_search_mode (GTK_SEARCH_BAR (bar), FALSE);
  settle ();
  g_assert_nonnull (find_win (page, "Tea on the stairs"));
}

static void
test_keys (RitualsFixture *fixture,
           gconstpointer   partner)
{
  g_autoptr (BridgeWin) win = add_win (fixture, "A joke", "2026-11-05", BRIDGE_WIN_LAUGHTER);
  g_autoptr (BridgeWin) starred = NULL;
  g_autoptr (GError) error = NULL;
  GtkWidget *page = show_page (fixture);
  GtkWidget *item = get_item (page, "A joke");

  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (item), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "A joke. Thursday, 5 November");
  press (page, "s");
  g_assert_cmpuint (count_wins (fixture), ==, 1);

  gtk_widget_grab_focus (item);
  press (page, "s");
  starred = bridge_space_find_win (fixture->space, bridge_win_get_id (win), &error);
  g_assert_true (bridge_win_get_starred (starred));
  item = get_item (page, "A joke");
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (item), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "A joke. Thursday, 5 November. Starred");

  gtk_widget_grab_focus (get_item (page, "A joke"));
  press (page, "Delete|KP_Delete");
  g_assert_cmpuint (count_wins (fixture), ==, 0);
  g_assert_cmpstr (get_shown (page), ==, "empty");
  g_assert_true (bridge_space_undo (fixture->space, &error));
  settle ();
  g_assert_cmpstr (get_shown (page), ==, "log");
}

static void
test_star_button (RitualsFixture *fixture,
                  gconstpointer   partner)
{
  g_autoptr (BridgeWin) win = add_win (fixture, "A joke", "2026-11-05", BRIDGE_WIN_LAUGHTER);
  GtkWidget *page = show_page (fixture);

  for (int i = 0; i < 2; i++)
    {
      g_autoptr (BridgeWin) stored = NULL;

      click (find_button (find_win (page, "A joke"), i == 0 ? "Star “A joke”" : "Take the star off “A joke”"));
      stored = bridge_space_find_win (fixture->space, bridge_win_get_id (win), NULL);
      g_assert_true (bridge_win_get_starred (stored) == (i == 0));
    }
}

static void
test_names (RitualsFixture *fixture,
            gconstpointer   partner)
{
  g_autoptr (BridgeRitual) ritual = rituals_fixture_add (fixture, "Weekly walk", "2026-11-28T10:30",
                                                         "FREQ=WEEKLY", BRIDGE_RITUAL_AGREED);
  g_autoptr (BridgeWin) win = add_win (fixture, "A detour", "2026-11-21", BRIDGE_WIN_OTHER);
  g_autoptr (BridgeWin) edited = bridge_win_copy (win);
  g_autoptr (GError) error = NULL;
  const char *robin = bridge_person_get_id (bridge_space_get_partner (fixture->space));
  GtkWidget *page, *menu;

  g_assert_true (bridge_space_set_speaker (fixture->space, robin, &error));
  g_object_set (edited, "ritual-id", bridge_ritual_get_id (ritual), "noticed-by", robin, NULL);
  g_assert_true (bridge_space_update_win (fixture->space, edited, &error));
  page = show_page (fixture);
  g_assert_true (says_soon (page, "Saturday, 21 November · noticed by Robin · Weekly walk"));

  g_assert_true (bridge_space_rename_person (fixture->space, robin, "Kim", &error));
  settle ();
  g_assert_true (says_soon (page, "Saturday, 21 November · noticed by Kim · Weekly walk"));

  /* What is done with it is for who noticed it, and follows who is here. */
  menu = find_type (find_type (page, BRIDGE_TYPE_WIN_ROW), GTK_TYPE_MENU_BUTTON);
  g_assert_true (gtk_widget_get_visible (menu));
  g_assert_true (bridge_space_set_speaker (fixture->space, bridge_person_get_id (bridge_space_get_me (fixture->space)), &error));
  settle ();
  g_assert_false (gtk_widget_get_visible (menu));
  gtk_widget_activate_action (find_type (page, BRIDGE_TYPE_WIN_ROW), "win-row.remove", NULL);
  settle ();
  g_assert_true (says_soon (page, "Saturday, 21 November · noticed by Kim · Weekly walk"));
}

/* The same day of earlier years, quietly; the same day of this year and other days are not it. */
static void
test_on_this_day (RitualsFixture *fixture,
                  gconstpointer   partner)
{
  g_autofree char *one = bridge_on_this_day_format_years (1);
  g_autofree char *three = bridge_on_this_day_format_years (3);
  GtkWidget *page, *day;

  g_assert_cmpstr (one, ==, "A year ago today");
  g_assert_cmpstr (three, ==, "3 years ago today");

  add (fixture, "Today", "2026-11-22");
  add (fixture, "Another day", "2025-11-21");
  page = show_page (fixture);
  g_assert_nonnull (find_win (page, "Today"));
  day = find_type (page, BRIDGE_TYPE_ON_THIS_DAY);
  g_assert_false (gtk_widget_get_visible (day));
  g_assert_nonnull (find_button (page, "A Warm Memory"));

  add (fixture, "The year before", "2025-11-22");
  add (fixture, "Long ago", "2023-11-22");
  settle ();
  g_assert_true (says_soon (day, "The year before"));
  g_assert_nonnull (find_label (day, "A year ago today"));
  g_assert_nonnull (find_label (day, "3 years ago today"));
  g_assert_null (find_label (day, "Today"));
  g_assert_null (find_label (day, "Another day"));
  assert_all_named (fixture->window);
}

/* The head visits the first row: it is the same one after the page was empty, was searched and has been scrolled. */
static void
test_head (RitualsFixture *fixture,
           gconstpointer   partner)
{
  GtkWidget *page = show_page (fixture);
  GtkWidget *head = find_type (page, BRIDGE_TYPE_SEASON_HEADING);
  GtkWidget *filter = find_type (page, BRIDGE_TYPE_LOG_FILTER);
  g_autoptr (GError) error = NULL;

  g_assert_true (gtk_widget_get_mapped (head));
  add (fixture, "A joke", "2026-11-22");
  g_assert_nonnull (find_win (page, "A joke"));
  g_assert_true (find_type (page, BRIDGE_TYPE_SEASON_HEADING) == head);
  g_assert_true (gtk_widget_get_mapped (head));

  bridge_celebrate_page_focus_search (BRIDGE_CELEBRATE_PAGE (page));
  gtk_editable_set_text (bridge_log_filter_get_entry (BRIDGE_LOG_FILTER (filter)), "joke");
  g_signal_emit_by_name (bridge_log_filter_get_entry (BRIDGE_LOG_FILTER (filter)), "search-changed");
  settle ();
  g_assert_null (find_type (page, BRIDGE_TYPE_SEASON_HEADING));
  bridge_log_filter_clear (BRIDGE_LOG_FILTER (filter));
  settle ();
  g_assert_true (find_type (page, BRIDGE_TYPE_SEASON_HEADING) == head);

  g_assert_true (bridge_space_undo (fixture->space, &error));
  settle ();
  g_assert_cmpstr (get_shown (page), ==, "empty");
  g_assert_true (find_type (page, BRIDGE_TYPE_SEASON_HEADING) == head);
  g_assert_true (gtk_widget_get_mapped (head));
}

/* Another process's win comes in, and a long log has rows for what can be seen only. */
static void
test_many (RitualsFixture *fixture,
           gconstpointer   partner)
{
  g_autoptr (BridgeSpace) other = NULL;
  g_autoptr (BridgeWin) win = NULL;
  g_autoptr (BridgeWin) stored = NULL;
  g_autoptr (GError) error = NULL;
  BridgeDatabase *db = bridge_space_get_database (fixture->space);
  BridgeLocal today = bridge_local_day_start (bridge_clock_local_now (fixture->clock));
  GtkWidget *page;

  g_assert_true (bridge_database_begin (db, &error));
  for (int i = 0; i < 3000; i++)
    {
      g_autofree char *text = g_strdup_printf ("Number %d", i);
      g_autofree char *id = bridge_id_new ();
      g_autoptr (BridgeWin) one = bridge_win_new (text, today - i * BRIDGE_DAY);

      g_object_set (one, "id", id, "created-at", (gint64) 1, "updated-at", (gint64) 1, NULL);
      g_assert_true (bridge_store_save_win (db, one, &error));
    }
  g_assert_true (bridge_database_commit (db, &error));
  g_assert_no_error (error);

  page = show_page (fixture);
  g_assert_nonnull (find_win (page, "Number 0"));
  g_assert_cmpuint (count_widgets (page, BRIDGE_TYPE_WIN_ROW, FALSE), <, 500);

  other = bridge_space_open (fixture->folder, fixture->clock, &error);
  g_assert_no_error (error);
  win = bridge_win_new ("From elsewhere", today);
  stored = bridge_space_add_win (other, win, &error);
  g_assert_no_error (error);
  bridge_space_refresh (fixture->space);
  settle ();
  g_assert_nonnull (find_win (page, "From elsewhere"));
}

/* The season says what Look back counts on the days of it. */
static void
assert_moments (RitualsFixture *fixture,
                GtkWidget      *page,
                guint           n)
{
  BridgeLookBackRange range;
  g_autoptr (BridgeLookBack) figures = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *words = bridge_season_to_words (BRIDGE_SEASON_AUTUMN, n, TRUE);
  guint counted = 0;

  bridge_space_init_look_back_range (fixture->space, 12, 1, &range);
  figures = bridge_space_look_back (fixture->space, &range, NULL, &error);
  g_assert_no_error (error);
  for (int day = bridge_local_get_day (local ("2026-09-01")); day <= range.today; day++)
    counted += g_array_index (figures->counts, guint, day - figures->first_day);
  g_assert_cmpuint (counted, ==, n);
  g_assert_true (says_soon (page, words));
}

static void
record_moment (RitualsFixture *fixture,
               BridgeRitual   *ritual,
               const char     *start,
               BridgeOutcome   outcome)
{
  g_autofree char *name = bridge_occurrence_format_name (bridge_ritual_get_id (ritual), local (start));
  g_autoptr (GError) error = NULL;

  bridge_space_answer (fixture->space, name, outcome, &error);
  g_assert_no_error (error);
}

/* One meaning of a shared moment: promises and talks, too, and nothing that is one's own. */
static void
test_season (RitualsFixture *fixture,
             gconstpointer   partner)
{
  g_autoptr (BridgeRitual) tea = rituals_fixture_add (fixture, "Tea", "2026-08-31T17:00", "FREQ=DAILY", BRIDGE_RITUAL_AGREED);
  g_autoptr (BridgeRitual) own = bridge_ritual_new ();
  g_autoptr (BridgeSchedule) mornings = bridge_schedule_new (local ("2026-11-20T08:00"), "FREQ=DAILY", NULL, NULL, NULL);
  g_autoptr (BridgeRitual) stored = NULL;
  g_autoptr (BridgePromise) promise = NULL;
  g_autoptr (BridgePromise) promised = NULL;
  g_autoptr (BridgePause) pause = NULL;
  g_autoptr (GError) error = NULL;
  const char *me = bridge_person_get_id (bridge_space_get_me (fixture->space));
  GtkWidget *page;

  g_object_set (own, "title", "Run", "schedule", mornings, "state", BRIDGE_RITUAL_AGREED, "who", me, NULL);
  stored = space_add_agreed (fixture->space, own);
  record_moment (fixture, tea, "2026-11-20T17:00", BRIDGE_OUTCOME_KEPT);
  record_moment (fixture, tea, "2026-11-21T17:00", BRIDGE_OUTCOME_SMALLER);
  record_moment (fixture, stored, "2026-11-21T08:00", BRIDGE_OUTCOME_KEPT);
  add (fixture, "A joke", "2026-11-19");
  add (fixture, "Soup", "2026-08-31");
  page = show_page (fixture);
  assert_moments (fixture, page, 3);

  promise = bridge_promise_new ("Call the plumber", me, local ("2026-11-24"), FALSE);
  promised = bridge_space_add_promise (fixture->space, promise, &error);
  g_assert_no_error (error);
  bridge_space_change_promise (fixture->space, bridge_promise_get_id (promised), BRIDGE_PROMISE_KEEP, &error);
  g_assert_no_error (error);
  assert_moments (fixture, page, 4);

  pause = bridge_space_call_pause (fixture->space, &error);
  g_assert_no_error (error);
  bridge_fake_clock_advance_to (BRIDGE_FAKE_CLOCK (fixture->clock), "2026-11-22T18:30");
  settle ();
  g_assert_true (bridge_space_answer_pause (fixture->space, BRIDGE_READINESS_READY, &error));
  speak_as (fixture->space, partner);
  g_assert_true (bridge_space_answer_pause (fixture->space, BRIDGE_READINESS_READY, &error));
  g_assert_true (bridge_space_end_pause_talk (fixture->space, &error));
  assert_moments (fixture, page, 5);
}

int
main (int   argc,
      char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();

  g_test_add_func ("/celebrate/season/at", test_season_at);
  g_test_add_func ("/celebrate/season/words", test_season_words);
  g_test_add_func ("/celebrate/season/lay", test_lay);
  g_test_add_func ("/celebrate/row/about", test_about);
  g_test_add_func ("/celebrate/filter/found", test_found);
#define ADD(path, partner, func) \
  g_test_add (path, RitualsFixture, partner, rituals_fixture_set_up, func, rituals_fixture_tear_down)
  ADD ("/celebrate/page/quick/two", "Robin", test_quick);
  ADD ("/celebrate/page/quick/one", NULL, test_quick);
  ADD ("/celebrate/page/months", "Robin", test_months);
  ADD ("/celebrate/page/search", "Robin", test_search);
  ADD ("/celebrate/page/filters", "Robin", test_filters);
  ADD ("/celebrate/page/keys", "Robin", test_keys);
  ADD ("/celebrate/page/star", "Robin", test_star_button);
  ADD ("/celebrate/page/names", "Robin", test_names);
  ADD ("/celebrate/page/on-this-day", "Robin", test_on_this_day);
  ADD ("/celebrate/page/head", "Robin", test_head);
  ADD ("/celebrate/page/season", "Robin", test_season);
  ADD ("/celebrate/page/many", "Robin", test_many);
#undef ADD

  return g_test_run ();
}

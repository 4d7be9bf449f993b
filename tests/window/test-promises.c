/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "bridge-date-entry.h"
#include "bridge-near.h"
#include "bridge-promise-row.h"
#include "bridge-promises-window.h"
#include "bridge-snooze.h"
#include "rituals-fixture.h"

#include "../support/promise-helper.h"

static BridgePromise *
add (RitualsFixture *fixture,
     const char     *text,
     const char     *who,
     int             days)
{
  BridgeLocal today = bridge_local_day_start (bridge_clock_local_now (fixture->clock));
  g_autoptr (BridgePromise) promise = bridge_promise_new (text, who, today + days * BRIDGE_DAY, FALSE);

  return bridge_test_add_promise (fixture->space, promise);
}

static void
speak_as (RitualsFixture *fixture,
          BridgePerson   *person)
{
  g_autoptr (GError) error = NULL;

  bridge_space_set_speaker (fixture->space, bridge_person_get_id (person), &error);
  g_assert_no_error (error);
}

static BridgePromiseState
get_state (RitualsFixture *fixture,
           BridgePromise  *promise)
{
  g_autoptr (BridgePromise) found = bridge_space_find_promise (fixture->space, bridge_promise_get_id (promise), NULL);

  return bridge_promise_get_state (found);
}

static GtkWidget *
show_today (RitualsFixture *fixture)
{
  GtkWidget *page = bridge_today_page_new (fixture->space);

  rituals_fixture_show (fixture, page);
  settle ();
  return find_type (page, BRIDGE_TYPE_NEAR);
}

static const char *
get_me (RitualsFixture *fixture)
{
  return bridge_person_get_id (bridge_space_get_me (fixture->space));
}

static gboolean
is_mapped_button (GtkWidget     *widget,
                  gconstpointer  data)
{
  return (GTK_IS_BUTTON (widget) || GTK_IS_MENU_BUTTON (widget)) && gtk_widget_get_mapped (widget);
}

static gboolean
is_date_button (GtkWidget     *widget,
                gconstpointer  data)
{
  return GTK_IS_MENU_BUTTON (widget) && gtk_widget_get_mapped (widget) &&
         g_strcmp0 (gtk_menu_button_get_icon_name (GTK_MENU_BUTTON (widget)), "x-office-calendar-symbolic") == 0 &&
         gtk_widget_get_ancestor (widget, BRIDGE_TYPE_DATE_ENTRY) == NULL;
}

/* The next seven days and what is open of the days before, answered in place; nothing is shown of what is far off. */
static void
test_near (RitualsFixture *fixture,
           gconstpointer   user_data)
{
  g_autoptr (BridgePromise) far = add (fixture, "Far off", NULL, 7);
  GtkWidget *near = show_today (fixture);
  g_autoptr (BridgePromise) today = NULL;
  g_autoptr (BridgePromise) soon = NULL;

  g_assert_false (gtk_widget_get_visible (near));
  today = add (fixture, "Water the plants", NULL, 0);
  soon = add (fixture, "Ask at the workshop", NULL, 6);
  settle ();
  g_assert_true (gtk_widget_get_visible (near));
  g_assert_cmpuint (count_widgets (near, BRIDGE_TYPE_PROMISE_ROW, TRUE), ==, 2);
  g_assert_cmpstr (adw_action_row_get_subtitle (ADW_ACTION_ROW (find_row (near, "Water the plants"))), ==, "For today · Both");
  assert_all_named (near);

  click (find_button (find_row (near, "Water the plants"), "Kept"));
  settle ();
  g_assert_cmpint (get_state (fixture, today), ==, BRIDGE_PROMISE_KEPT);
  g_assert_cmpuint (count_widgets (near, BRIDGE_TYPE_PROMISE_ROW, TRUE), ==, 1);
  bridge_space_undo (fixture->space, NULL);
  settle ();
  g_assert_cmpuint (count_widgets (near, BRIDGE_TYPE_PROMISE_ROW, TRUE), ==, 2);
  gtk_widget_activate_action (find_row (near, "Water the plants"), "promise.let-go", NULL);
  settle ();
  g_assert_cmpint (get_state (fixture, today), ==, BRIDGE_PROMISE_LET_GO);

  /* A week later what is open is said neutrally, and stays. */
  bridge_fake_clock_advance (BRIDGE_FAKE_CLOCK (fixture->clock), 7 * 24 * 60 * BRIDGE_MS_PER_MINUTE);
  settle ();
  g_assert_cmpuint (count_widgets (near, BRIDGE_TYPE_PROMISE_ROW, TRUE), ==, 2);
  g_assert_cmpstr (adw_action_row_get_subtitle (ADW_ACTION_ROW (find_row (near, "Ask at the workshop"))), ==,
                   "For yesterday · Both");
}

static void
assert_can_be_kept (GtkWidget  *near,
                    const char *text,
                    int         place)
{
  GtkWidget *row = find_row (near, text);

  g_assert_cmpint (gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (row)), ==, place);
  g_assert_true (gtk_widget_get_sensitive (find_button (row, "Kept")));
}

/* What goes, comes between or changes places leaves the buttons of the others as they were. */
static void
test_places (RitualsFixture *fixture,
             gconstpointer   user_data)
{
  g_autoptr (BridgePromise) first = add (fixture, "First", get_me (fixture), 1);
  g_autoptr (BridgePromise) second = add (fixture, "Second", get_me (fixture), 2);
  g_autoptr (BridgePromise) third = add (fixture, "Third", get_me (fixture), 4);
  g_autoptr (BridgePromise) between = NULL;
  g_autoptr (GError) error = NULL;
  GtkWidget *near = show_today (fixture);

  gtk_widget_activate_action (find_row (near, "First"), "promise.let-go", NULL);
  settle ();
  assert_can_be_kept (near, "Second", 0);
  assert_can_be_kept (near, "Third", 1);

  between = add (fixture, "Between", get_me (fixture), 3);
  settle ();
  assert_can_be_kept (near, "Second", 0);
  assert_can_be_kept (near, "Between", 1);
  assert_can_be_kept (near, "Third", 2);

  g_assert_true (bridge_space_re_agree_promise (fixture->space, bridge_promise_get_id (second),
                                                bridge_promise_get_due (third) + BRIDGE_DAY, FALSE, &error));
  g_assert_no_error (error);
  settle ();
  assert_can_be_kept (near, "Between", 0);
  assert_can_be_kept (near, "Third", 1);
  assert_can_be_kept (near, "Second", 2);
}

/* Another date, in place: from a notification it is asked for at once. */
static void
test_re_agree (RitualsFixture *fixture,
               gconstpointer   user_data)
{
  g_autoptr (BridgePromise) promise = add (fixture, "Water the plants", get_me (fixture), 1);
  GtkWidget *near = show_today (fixture);
  GtkWidget *row = find_row (near, "Water the plants");
  g_autoptr (BridgePromise) after = NULL;
  GtkWidget *entry;

  bridge_near_open (BRIDGE_NEAR (near), bridge_promise_get_id (promise));
  settle ();
  entry = find_type (row, BRIDGE_TYPE_DATE_ENTRY);
  g_assert_nonnull (entry);
  g_assert_cmpint (bridge_date_entry_get_date (BRIDGE_DATE_ENTRY (entry)), ==, bridge_promise_get_due (promise) + BRIDGE_DAY);
  bridge_date_entry_set_date (BRIDGE_DATE_ENTRY (entry), bridge_promise_get_due (promise));
  settle ();
  g_assert_false (gtk_widget_get_sensitive (find_button (row, "_Re-agree")));
  bridge_date_entry_set_date (BRIDGE_DATE_ENTRY (entry), bridge_promise_get_due (promise) + 3 * BRIDGE_DAY);
  settle ();
  click (find_button (row, "_Re-agree"));
  settle ();
  after = bridge_space_find_promise (fixture->space, bridge_promise_get_id (promise), NULL);
  g_assert_cmpint (bridge_promise_get_due (after), ==, bridge_promise_get_due (promise) + 3 * BRIDGE_DAY);
  g_assert_cmpint (bridge_promise_get_state (after), ==, BRIDGE_PROMISE_OPEN);
}

/* The other's promise is theirs: there is nothing to press here. */
static void
test_whose (RitualsFixture *fixture,
            gconstpointer   user_data)
{
  BridgePerson *me = bridge_space_get_me (fixture->space);
  g_autoptr (BridgePromise) mine = add (fixture, "Mine", bridge_person_get_id (me), 1);
  GtkWidget *near = show_today (fixture);
  GtkWidget *row = find_row (near, "Mine");

  g_assert_nonnull (find_widget (near, is_date_button, NULL));
  speak_as (fixture, bridge_space_get_partner (fixture->space));
  settle ();
  row = find_row (near, "Mine");
  g_assert_null (find_widget (row, is_mapped_button, NULL));
  speak_as (fixture, me);
  settle ();
  row = find_row (near, "Mine");
  g_assert_nonnull (find_button (row, "Kept"));
  g_assert_nonnull (find_widget (near, is_date_button, NULL));
}

/* Another date for what both have promised is proposed; until there is an answer nothing else is offered for it. */
static void
test_of_both (RitualsFixture *fixture,
              gconstpointer   user_data)
{
  g_autoptr (BridgePromise) promise = add (fixture, "Water the plants", NULL, 1);
  const char *id = bridge_promise_get_id (promise);
  GtkWidget *near = show_today (fixture);
  GtkWidget *row = find_row (near, "Water the plants");
  g_autoptr (BridgePromise) after = NULL;
  GtkWidget *entry;

  bridge_near_open (BRIDGE_NEAR (near), id);
  settle ();
  entry = find_type (row, BRIDGE_TYPE_DATE_ENTRY);
  bridge_date_entry_set_date (BRIDGE_DATE_ENTRY (entry), bridge_promise_get_due (promise) + 3 * BRIDGE_DAY);
  settle ();
  click (find_button (row, "_Propose"));
  settle ();
  after = bridge_space_find_promise (fixture->space, id, NULL);
  g_assert_cmpint (bridge_promise_get_due (after), ==, bridge_promise_get_due (promise));
  g_assert_nonnull (bridge_space_find_waiting (fixture->space, BRIDGE_INVITATION_PROMISE, id));
  row = find_row (near, "Water the plants");
  g_assert_cmpstr (adw_action_row_get_subtitle (ADW_ACTION_ROW (row)), ==, "For tomorrow · Both · a change is proposed");
  g_assert_null (find_widget (near, is_date_button, NULL));
  g_assert_nonnull (find_button (row, "Kept"));
}

/* The reminder comes again when it was asked for, and the row says so. */
static void
test_snooze (RitualsFixture *fixture,
             gconstpointer   user_data)
{
  g_autoptr (BridgePromise) promise = add (fixture, "Water the plants", user_data != NULL ? get_me (fixture) : NULL, 0);
  GtkWidget *near = show_today (fixture);
  g_autoptr (GPtrArray) rows = NULL;
  g_autoptr (GError) error = NULL;

  gtk_widget_activate_action (find_row (near, "Water the plants"), "promise.snooze", "(si)", bridge_promise_get_id (promise),
                              BRIDGE_SNOOZE_30);
  settle ();
  rows = bridge_store_load_one_offs (bridge_space_get_database (fixture->space), 0, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (rows->len, ==, 1);
  g_assert_cmpint (bridge_one_off_get_due_at (g_ptr_array_index (rows, 0)), ==,
                   bridge_snooze_round (bridge_clock_now (fixture->clock) + 30 * BRIDGE_MS_PER_MINUTE,
                                        bridge_clock_now (fixture->clock)));
  g_assert_cmpstr (bridge_space_get_undo_label (fixture->space), ==, "Reminder comes again later");
}

static GtkWidget *
present (RitualsFixture *fixture,
         GtkWidget      *window)
{
  gtk_window_present (GTK_WINDOW (window));
  gtk_test_widget_wait_for_draw (window);
  settle ();
  return window;
}

static void
test_editor (RitualsFixture *fixture,
             gconstpointer   user_data)
{
  GListModel *promises = bridge_space_get_promises (fixture->space);
  BridgeLocal tomorrow = bridge_local_day_start (bridge_clock_local_now (fixture->clock)) + BRIDGE_DAY;
  g_autoptr (BridgePromise) promise = NULL;
  g_autoptr (BridgePromise) after = NULL;
  GtkWidget *editor;

  rituals_fixture_show (fixture, gtk_label_new ("Behind"));
  editor = present (fixture, bridge_promise_editor_new (fixture->space, NULL, GTK_WINDOW (fixture->window)));
  assert_all_named (editor);
  g_assert_false (gtk_widget_get_sensitive (find_button (editor, "_Save")));
  gtk_editable_set_text (GTK_EDITABLE (find_row (editor, "Something small, with a date")), "Water the plants");
  settle ();
  click (find_button (editor, "_Save"));
  settle ();
  g_assert_cmpuint (g_list_model_get_n_items (promises), ==, 1);
  promise = g_list_model_get_item (promises, 0);
  g_assert_cmpint (bridge_promise_get_due (promise), ==, tomorrow);
  g_assert_false (bridge_promise_get_timed (promise));
  g_assert_cmpstr (bridge_promise_get_remind (promise), ==, "0");
  g_assert_cmpstr (bridge_promise_get_who (promise), ==,
                   user_data != NULL ? bridge_person_get_id (bridge_space_get_me (fixture->space)) : NULL);

  editor = present (fixture, bridge_promise_editor_new (fixture->space, promise, GTK_WINDOW (fixture->window)));
  gtk_switch_set_active (GTK_SWITCH (find_type (gtk_widget_get_ancestor (find_label (editor, "At a time"), ADW_TYPE_ACTION_ROW),
                                                GTK_TYPE_SWITCH)), TRUE);
  settle ();
  click (find_button (editor, "_Save"));
  settle ();
  after = bridge_space_find_promise (fixture->space, bridge_promise_get_id (promise), NULL);
  g_assert_true (bridge_promise_get_timed (after));
  g_assert_cmpint (bridge_promise_get_due (after), ==, tomorrow + 19 * BRIDGE_HOUR);
}

/* One of both is proposed, and the editor says whom it asks. */
static void
test_editor_both (RitualsFixture *fixture,
                  gconstpointer   user_data)
{
  const char *asked = "Robin is asked. It is a promise, with reminders, once both of you have said yes.";
  GtkWidget *editor;
  AdwComboRow *who;

  rituals_fixture_show (fixture, gtk_label_new ("Behind"));
  editor = present (fixture, bridge_promise_editor_new (fixture->space, NULL, GTK_WINDOW (fixture->window)));
  who = ADW_COMBO_ROW (find_row (editor, "Whose promise"));
  gtk_editable_set_text (GTK_EDITABLE (find_row (editor, "Something small, with a date")), "Water the plants");
  g_assert_null (find_label (editor, asked));
  g_assert_nonnull (find_button (editor, "_Save"));
  adw_combo_row_set_selected (who, 1);
  settle ();
  g_assert_true (gtk_widget_get_mapped (find_label (editor, asked)));
  click (find_button (editor, "_Propose"));
  settle ();
  g_assert_cmpuint (g_list_model_get_n_items (bridge_space_get_promises (fixture->space)), ==, 0);
  g_assert_nonnull (bridge_space_find_waiting (fixture->space, BRIDGE_INVITATION_PROMISE, NULL));
}

/* What went by, or was let go, of the other one's own is held up to nobody. */
static void
test_gone_by (RitualsFixture *fixture,
              gconstpointer   user_data)
{
  g_autoptr (BridgePromise) open = add (fixture, "Mine", get_me (fixture), 0);
  g_autoptr (BridgePromise) let_go = add (fixture, "Let go", get_me (fixture), 3);
  g_autoptr (BridgePromise) both = add (fixture, "Of both", NULL, 0);
  BridgePerson *partner = bridge_space_get_partner (fixture->space);
  g_autoptr (GError) error = NULL;
  GtkWidget *near, *window;

  bridge_space_change_promise (fixture->space, bridge_promise_get_id (let_go), BRIDGE_PROMISE_RELEASE, &error);
  g_assert_no_error (error);
  bridge_fake_clock_advance (BRIDGE_FAKE_CLOCK (fixture->clock), 24 * 60 * BRIDGE_MS_PER_MINUTE);
  near = show_today (fixture);
  g_assert_cmpuint (count_widgets (near, BRIDGE_TYPE_PROMISE_ROW, TRUE), ==, 2);
  window = present (fixture, bridge_promises_window_new (fixture->space, GTK_WINDOW (fixture->window)));
  g_assert_cmpuint (count_widgets (window, BRIDGE_TYPE_PROMISE_ROW, TRUE), ==, 3);

  speak_as (fixture, partner);
  settle ();
  g_assert_cmpuint (count_widgets (near, BRIDGE_TYPE_PROMISE_ROW, TRUE), ==, 1);
  g_assert_nonnull (find_row (near, "Of both"));
  g_assert_cmpuint (count_widgets (window, BRIDGE_TYPE_PROMISE_ROW, TRUE), ==, 1);
  g_assert_nonnull (find_row (window, "Of both"));
  gtk_window_destroy (GTK_WINDOW (window));
  settle ();
}

/* What is hidden is neither shown nor denied: the page says the same whether or not there is something. */
static void
test_hidden (RitualsFixture *fixture,
             gconstpointer   user_data)
{
  GtkWidget *window;
  g_autoptr (BridgePromise) mine = NULL;
  g_autoptr (GError) error = NULL;

  rituals_fixture_show (fixture, gtk_label_new ("Behind"));
  window = present (fixture, bridge_promises_window_new (fixture->space, GTK_WINDOW (fixture->window)));
  g_assert_nonnull (find_label (window, "Room for a promise"));
  mine = add (fixture, "Mine", get_me (fixture), 3);
  bridge_space_change_promise (fixture->space, bridge_promise_get_id (mine), BRIDGE_PROMISE_RELEASE, &error);
  g_assert_no_error (error);
  settle ();
  g_assert_null (find_label (window, "Room for a promise"));

  speak_as (fixture, bridge_space_get_partner (fixture->space));
  settle ();
  g_assert_nonnull (find_label (window, "Room for a promise"));
  g_assert_cmpuint (count_widgets (window, BRIDGE_TYPE_PROMISE_ROW, TRUE), ==, 0);
  gtk_window_destroy (GTK_WINDOW (window));
  settle ();
}

static gboolean
is_promise_menu (GtkWidget     *widget,
                 gconstpointer  data)
{
  return GTK_IS_MENU_BUTTON (widget) &&
         g_strcmp0 (gtk_menu_button_get_icon_name (GTK_MENU_BUTTON (widget)), "view-more-symbolic") == 0;
}

static gboolean
offers (GtkWidget  *row,
        const char *action)
{
  GtkMenuButton *button = GTK_MENU_BUTTON (find_widget (row, is_promise_menu, NULL));
  GMenuModel *menu;

  gtk_menu_button_popup (button);
  settle ();
  menu = gtk_popover_menu_get_menu_model (GTK_POPOVER_MENU (gtk_menu_button_get_popover (button)));
  for (int i = 0; i < g_menu_model_get_n_items (menu); i++)
    {
      g_autofree char *found = NULL;

      if (g_menu_model_get_item_attribute (menu, i, G_MENU_ATTRIBUTE_ACTION, "s", &found) && g_str_equal (found, action))
        {
          gtk_menu_button_popdown (button);
          return TRUE;
        }
    }
  gtk_menu_button_popdown (button);
  return FALSE;
}

/* What two have promised is let go, and not removed. */
static void
test_on_record (RitualsFixture *fixture,
                gconstpointer   user_data)
{
  g_autoptr (BridgePromise) own = NULL;
  g_autoptr (BridgePromise) both = NULL;
  GtkWidget *window;

  rituals_fixture_show (fixture, gtk_label_new ("Behind"));
  window = present (fixture, bridge_promises_window_new (fixture->space, GTK_WINDOW (fixture->window)));
  own = add (fixture, "Water the plants", get_me (fixture), 30);
  both = add (fixture, "Look for the photographs", NULL, 30);
  settle ();
  g_assert_true (offers (find_row (window, "Water the plants"), "promise.remove"));
  g_assert_false (offers (find_row (window, "Look for the photographs"), "promise.remove"));
  g_assert_true (offers (find_row (window, "Look for the photographs"), "promise.let-go"));
  gtk_window_destroy (GTK_WINDOW (window));
  settle ();
}

/* All of them, in groups; each can be brought back or removed. */
static void
test_all (RitualsFixture *fixture,
          gconstpointer   user_data)
{
  g_autoptr (BridgePromise) open = NULL;
  g_autoptr (BridgePromise) kept = NULL;
  g_autoptr (GError) error = NULL;
  GtkWidget *window;

  rituals_fixture_show (fixture, gtk_label_new ("Behind"));
  window = present (fixture, bridge_promises_window_new (fixture->space, GTK_WINDOW (fixture->window)));
  g_assert_nonnull (find_label (window, "Room for a promise"));
  open = add (fixture, "Water the plants", get_me (fixture), 30);
  kept = add (fixture, "Ask at the workshop", get_me (fixture), 1);
  bridge_space_change_promise (fixture->space, bridge_promise_get_id (kept), BRIDGE_PROMISE_KEEP, &error);
  g_assert_no_error (error);
  settle ();
  g_assert_cmpuint (count_widgets (window, BRIDGE_TYPE_PROMISE_ROW, TRUE), ==, 2);
  assert_all_named (window);
  gtk_widget_activate_action (find_row (window, "Ask at the workshop"), "promise.bring-back", NULL);
  settle ();
  g_assert_cmpint (get_state (fixture, kept), ==, BRIDGE_PROMISE_OPEN);
  gtk_widget_activate_action (find_row (window, "Water the plants"), "promise.remove", NULL);
  settle ();
  g_assert_cmpuint (count_widgets (window, BRIDGE_TYPE_PROMISE_ROW, TRUE), ==, 1);
  g_object_add_weak_pointer (G_OBJECT (window), (gpointer *) &window);
  gtk_window_destroy (GTK_WINDOW (window));
  settle ();
  g_assert_null (window);
}

#define ADD(path, data, test) \
  g_test_add ("/promises/" path, RitualsFixture, data, rituals_fixture_set_up, test, rituals_fixture_tear_down)

int
main (int   argc,
      char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();

  ADD ("near", "Robin", test_near);
  ADD ("places", "Robin", test_places);
  ADD ("on-record", "Robin", test_on_record);
  ADD ("re-agree", "Robin", test_re_agree);
  ADD ("whose", "Robin", test_whose);
  ADD ("gone-by", "Robin", test_gone_by);
  ADD ("hidden", "Robin", test_hidden);
  ADD ("of-both", "Robin", test_of_both);
  ADD ("snooze", "Robin", test_snooze);
  ADD ("snooze-solo", NULL, test_snooze);
  ADD ("editor-both", "Robin", test_editor_both);
  ADD ("editor", "Robin", test_editor);
  ADD ("editor-solo", NULL, test_editor);
  ADD ("all", "Robin", test_all);

  return g_test_run ();
}

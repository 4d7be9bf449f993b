/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "bridge-celebration.h"
#include "bridge-celebration-window.h"
#include "bridge-date-entry.h"
#include "bridge-milestone-card.h"
#include "bridge-milestone-detail.h"
#include "bridge-milestone-editor.h"
#include "bridge-milestone-picture.h"
#include "bridge-milestones.h"
#include "bridge-span.h"
#include "bridge-window.h"
#include "rituals-fixture.h"

#include "../support/agreed.h"
#include "../support/milestone-helper.h"

static BridgeMilestone *
make (RitualsFixture *fixture,
      const char     *title,
      int             target)
{
  BridgeMilestone *milestone =
    bridge_milestone_new (title, target > 0 ? BRIDGE_MILESTONE_FROM_WINS : BRIDGE_MILESTONE_FROM_NOTHING, target);

  g_object_set (milestone, "since", local ("2026-11-20"), "revisit-on", local ("2026-12-20"), NULL);
  return milestone;
}

/* One of both, or of the only one; (transfer full) */
static BridgeMilestone *
add (RitualsFixture *fixture,
     const char     *title,
     int             target)
{
  g_autoptr (BridgeMilestone) milestone = make (fixture, title, target);

  return bridge_test_add_milestone (fixture->space, milestone);
}

static void
add_wins (RitualsFixture *fixture,
          guint           n)
{
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (BridgeWin) win = bridge_win_new ("Tea without being asked", local ("2026-11-21"));
      g_autoptr (GError) error = NULL;
      g_autoptr (BridgeWin) stored = bridge_space_add_win (fixture->space, win, &error);

      g_assert_no_error (error);
    }
  settle ();
}

static BridgeMilestoneState
get_state (RitualsFixture  *fixture,
           BridgeMilestone *milestone)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BridgeMilestone) found = bridge_space_find_milestone (fixture->space, bridge_milestone_get_id (milestone), &error);

  g_assert_no_error (error);
  return bridge_milestone_get_state (found);
}

static GtkWidget *
show (RitualsFixture *fixture)
{
  GtkWidget *page = bridge_celebrate_page_new (fixture->space);

  rituals_fixture_show (fixture, page);
  settle ();
  return page;
}

static gboolean
match_card (GtkWidget     *widget,
            gconstpointer  data)
{
  return BRIDGE_IS_MILESTONE_CARD (widget) && gtk_widget_get_mapped (widget) && find_label (widget, data) != NULL;
}

static GtkWidget *
find_card (GtkWidget  *page,
           const char *title)
{
  return find_widget (page, match_card, title);
}

static gboolean
match_mapped (GtkWidget     *widget,
              gconstpointer  label)
{
  return GTK_IS_BUTTON (widget) && gtk_widget_get_mapped (widget) &&
         (g_strcmp0 (gtk_button_get_label (GTK_BUTTON (widget)), label) == 0 ||
          g_strcmp0 (gtk_widget_get_tooltip_text (widget), label) == 0);
}

static GtkWidget *
see_button (GtkWidget  *root,
            const char *label)
{
  return find_widget (root, match_mapped, label);
}

/* The dialog of a type that is open; (nullable) */
static GtkWidget *
find_dialog (GType type)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWidget) window = g_list_model_get_item (windows, i);

      if (G_OBJECT_TYPE (window) == type && gtk_widget_get_visible (window))
        return window;
    }
  return NULL;
}

/* None, one, several: open ones, and folded what rests or is reached. */
static void
test_list (RitualsFixture *fixture,
           gconstpointer   partner)
{
  GtkWidget *page = show (fixture);
  GtkWidget *list = find_type (page, BRIDGE_TYPE_MILESTONES);
  GtkWidget *expander = find_type (list, GTK_TYPE_EXPANDER);
  g_autoptr (BridgeMilestone) first = NULL;
  g_autoptr (BridgeMilestone) second = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_cmpuint (count_widgets (list, BRIDGE_TYPE_MILESTONE_CARD, TRUE), ==, 0);
  g_assert_true (gtk_widget_get_mapped (find_label (list, "Something realistic to look forward to, with a day for another look.")));
  g_assert_false (gtk_widget_get_visible (expander));

  first = add (fixture, "Three small wins", 3);
  settle ();
  g_assert_cmpuint (count_widgets (list, BRIDGE_TYPE_MILESTONE_CARD, TRUE), ==, 1);
  g_assert_nonnull (find_label (find_card (page, "Three small wins"), "0 of 3 small wins"));
  g_assert_nonnull (find_label (find_card (page, "Three small wins"), "Another look on Sunday, 20 December"));
  add_wins (fixture, 2);
  g_assert_nonnull (find_label (find_card (page, "Three small wins"), "2 of 3 small wins"));

  second = add (fixture, "A calm talk", 0);
  settle ();
  g_assert_cmpuint (count_widgets (list, BRIDGE_TYPE_MILESTONE_CARD, TRUE), ==, 2);
  assert_all_named (list);
  g_assert_true (bridge_space_change_milestone (fixture->space, bridge_milestone_get_id (second), BRIDGE_MILESTONE_REST, NULL, &error));
  g_assert_no_error (error);
  settle ();
  g_assert_null (find_card (page, "A calm talk"));
  g_assert_true (gtk_widget_get_visible (expander));
  gtk_expander_set_expanded (GTK_EXPANDER (expander), TRUE);
  settle ();
  g_assert_nonnull (find_label (find_card (page, "A calm talk"), "Rests"));
}

/* Many, and hostile words: nothing is read as markup, nothing makes the page wider, and every card has its words as a name. */
static void
test_many (RitualsFixture *fixture,
           gconstpointer   partner)
{
  static const char *const titles[] = { "<b>Bold & co</b>", "‮مشي‬ سوا", "Ein_sehr_langes_Wort_ohne_jeden_Abstand_das_nirgends_bricht", };
  GtkWidget *page = show (fixture);
  int minimum;

  for (guint i = 0; i < 12; i++)
    {
      g_autofree char *title = i < G_N_ELEMENTS (titles) ? g_strdup (titles[i]) : g_strdup_printf ("Milestone %u", i);
      g_autoptr (BridgeMilestone) milestone = add (fixture, title, i % 2 == 0 ? 1000 : 0);
    }
  settle ();
  g_assert_nonnull (find_card (page, titles[0]));
  g_assert_nonnull (find_card (page, titles[1]));
  g_assert_cmpuint (count_widgets (page, BRIDGE_TYPE_MILESTONE_CARD, FALSE), ==, 12);
  gtk_widget_measure (page, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  g_assert_cmpint (minimum, <=, 360);
  assert_all_named (page);

  click (find_card (page, titles[2]));
  g_assert_true (gtk_widget_get_mapped (find_type (page, BRIDGE_TYPE_MILESTONE_DETAIL)));
  gtk_widget_measure (page, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  g_assert_cmpint (minimum, <=, 360);
}

/* Opened in the page, with all that can be done, and back where the focus was. */
static void
test_detail (RitualsFixture *fixture,
             gconstpointer   partner)
{
  gboolean solo = partner == NULL;
  g_autoptr (BridgeMilestone) milestone = add (fixture, "Three small wins", 3);
  GtkWidget *page = show (fixture);
  GtkWidget *card = find_card (page, "Three small wins");
  GtkWidget *detail;

  gtk_widget_grab_focus (card);
  click (card);
  detail = find_type (page, BRIDGE_TYPE_MILESTONE_DETAIL);
  g_assert_true (gtk_widget_get_mapped (detail));
  assert_all_named (page);
  g_assert_nonnull (find_label (detail, "0 of 3 small wins"));
  g_assert_true ((see_button (detail, "Remove Milestone") != NULL) == solo);

  click (see_button (detail, "Let It _Rest"));
  g_assert_cmpint (get_state (fixture, milestone), ==, BRIDGE_MILESTONE_RESTING);
  g_assert_null (see_button (detail, "Let It _Rest"));
  g_assert_nonnull (find_label (detail, "Put to rest"));
  click (see_button (detail, solo ? "_Go On" : "_Propose to Go On"));
  g_assert_cmpint (get_state (fixture, milestone), ==, solo ? BRIDGE_MILESTONE_OPEN : BRIDGE_MILESTONE_RESTING);
  g_assert_true ((bridge_space_find_waiting (fixture->space, BRIDGE_INVITATION_MILESTONE, bridge_milestone_get_id (milestone))
                  != NULL) == !solo);
  g_assert_null (see_button (detail, "_Propose to Go On"));

  click (see_button (detail, "Back to Celebrate"));
  g_assert_false (gtk_widget_get_mapped (detail));
  if (!solo)
    return;
  g_assert_true (gtk_root_get_focus (GTK_ROOT (fixture->window)) == card);
  click (card);
  click (see_button (detail, "Remove Milestone"));
  g_assert_false (gtk_widget_get_mapped (detail));
  g_assert_null (find_card (page, "Three small wins"));
}

/* Another look: on another day, with what was seen, or on no day. */
static void
test_look (RitualsFixture *fixture,
           gconstpointer   partner)
{
  g_autoptr (BridgeMilestone) milestone = add (fixture, "Three small wins", 3);
  GtkWidget *page = show (fixture);
  GtkWidget *detail, *look, *entry;
  g_autoptr (BridgeMilestone) found = NULL;

  bridge_celebrate_page_open_milestone (BRIDGE_CELEBRATE_PAGE (page), bridge_milestone_get_id (milestone));
  settle ();
  detail = find_type (page, BRIDGE_TYPE_MILESTONE_DETAIL);
  g_assert_true (gtk_widget_get_mapped (detail));
  look = find_type (detail, GTK_TYPE_MENU_BUTTON);
  gtk_menu_button_popup (GTK_MENU_BUTTON (look));
  settle ();
  entry = find_type (detail, BRIDGE_TYPE_DATE_ENTRY);
  g_assert_cmpint (bridge_date_entry_get_date (BRIDGE_DATE_ENTRY (entry)), ==, local ("2026-12-20"));
  bridge_date_entry_set_date (BRIDGE_DATE_ENTRY (entry), local ("2026-11-22"));
  settle ();
  g_assert_false (gtk_widget_get_sensitive (find_button (detail, "_Then")));
  bridge_date_entry_set_date (BRIDGE_DATE_ENTRY (entry), local ("2027-01-03"));
  settle ();
  click (find_button (detail, "_Then"));
  found = bridge_space_find_milestone (fixture->space, bridge_milestone_get_id (milestone), NULL);
  g_assert_cmpint (bridge_milestone_get_revisit_on (found), ==, local ("2027-01-03"));
  g_assert_nonnull (find_label (detail, "Looked at, and again on Sunday, 3 January 2027"));

  g_assert_true (bridge_celebrate_page_go_back (BRIDGE_CELEBRATE_PAGE (page)));
  g_assert_false (bridge_celebrate_page_go_back (BRIDGE_CELEBRATE_PAGE (page)));
}

/* What is one's own is not there for the other one, not even where it stands open. */
static void
test_own (RitualsFixture *fixture,
          gconstpointer   partner)
{
  g_autoptr (BridgeMilestone) given = make (fixture, "Breathe first", 3);
  g_autoptr (BridgeMilestone) own = NULL;
  GtkWidget *page = show (fixture);

  g_object_set (given, "who", bridge_person_get_id (bridge_space_get_me (fixture->space)), NULL);
  own = bridge_test_add_milestone (fixture->space, given);
  settle ();
  g_assert_nonnull (find_label (find_card (page, "Breathe first"), "Yours alone · Another look on Sunday, 20 December"));
  click (find_card (page, "Breathe first"));
  speak_as (fixture->space, "Ben");
  settle ();
  g_assert_false (gtk_widget_get_mapped (find_type (page, BRIDGE_TYPE_MILESTONE_DETAIL)));
  g_assert_null (find_card (page, "Breathe first"));
}

static GtkWidget *
present_editor (RitualsFixture  *fixture,
                BridgeMilestone *milestone)
{
  GtkWidget *editor;

  if (fixture->window == NULL)
    rituals_fixture_show (fixture, gtk_label_new ("Behind"));
  editor = bridge_milestone_editor_new (fixture->space, milestone, GTK_WINDOW (fixture->window));
  gtk_window_present (GTK_WINDOW (editor));
  gtk_test_widget_wait_for_draw (editor);
  settle ();
  return editor;
}

static void
choose (GtkWidget  *editor,
        const char *row,
        guint       choice)
{
  adw_combo_row_set_selected (ADW_COMBO_ROW (find_row (editor, row)), choice);
  settle ();
}

static void
type_into (GtkWidget  *editor,
           const char *row,
           const char *text)
{
  gtk_editable_set_text (GTK_EDITABLE (find_row (editor, row)), text);
  settle ();
}

/* The number and the day are those that the record makes realistic, with a reason, until somebody says otherwise. */
static void
test_editor (RitualsFixture *fixture,
             gconstpointer   partner)
{
  GtkWidget *editor;
  GtkWidget *spin, *why;
  g_autoptr (BridgeMilestone) stored = NULL;

  add_wins (fixture, 12);
  editor = present_editor (fixture, NULL);
  spin = find_type (editor, GTK_TYPE_SPIN_BUTTON);
  g_assert_false (gtk_widget_get_sensitive (find_button (editor, "_Save")));
  g_assert_false (gtk_widget_get_mapped (spin));
  type_into (editor, "Something realistic", "Many small wins");
  g_assert_true (gtk_widget_get_sensitive (find_button (editor, "_Save")));
  choose (editor, "Counted from", BRIDGE_MILESTONE_FROM_WINS);
  g_assert_true (gtk_widget_get_mapped (spin));
  g_assert_cmpint (gtk_spin_button_get_value_as_int (GTK_SPIN_BUTTON (spin)), ==, 8);
  why = find_label (editor, "You noted 12 small wins in the last 8 weeks, so 8 by Sunday, 3 January 2027 is within reach.");
  g_assert_nonnull (why);
  /* It explains, quietly; the warm colour is that of what is the matter with a field. */
  g_assert_true (gtk_widget_has_css_class (why, "dim-label"));
  g_assert_false (gtk_widget_has_css_class (why, "bridge-warm"));
  assert_all_named (editor);

  gtk_spin_button_set_value (GTK_SPIN_BUTTON (spin), 5);
  choose (editor, "Of which kind", 1);
  g_assert_cmpint (gtk_spin_button_get_value_as_int (GTK_SPIN_BUTTON (spin)), ==, 5);
  click (find_button (editor, "_Save"));
  settle ();
  g_assert_null (find_dialog (BRIDGE_TYPE_MILESTONE_EDITOR));
  g_assert_cmpuint (g_list_model_get_n_items (bridge_space_get_milestones (fixture->space)), ==, 1);
  stored = g_list_model_get_item (bridge_space_get_milestones (fixture->space), 0);
  g_assert_cmpint (bridge_milestone_get_target (stored), ==, 5);
  g_assert_cmpstr (bridge_milestone_get_win_kind (stored), ==, "other");
  g_assert_cmpint (bridge_milestone_get_revisit_on (stored), ==, local ("2027-01-03"));
  g_assert_cmpint (bridge_milestone_get_since (stored), ==, local ("2026-11-22"));
}

/* Of rituals, at least one is needed; of both, only those that both share can be chosen. */
static void
test_editor_rituals (RitualsFixture *fixture,
                     gconstpointer   partner)
{
  g_autoptr (BridgeRitual) walk = rituals_fixture_add (fixture, "Walk", "2026-11-01T10:00", "FREQ=DAILY", BRIDGE_RITUAL_AGREED);
  g_autoptr (BridgeRitual) own = bridge_ritual_new ();
  g_autoptr (BridgeSchedule) schedule = bridge_schedule_new (local ("2026-11-01T17:00"), "FREQ=DAILY", NULL, NULL, NULL);
  g_autoptr (BridgeRitual) stored_own = NULL;
  g_autoptr (BridgeMilestone) given = bridge_milestone_new ("Walks", BRIDGE_MILESTONE_FROM_RITUALS, 4);
  GtkWidget *editor;

  g_object_set (own, "title", "Breathe", "who", bridge_person_get_id (bridge_space_get_me (fixture->space)), "schedule", schedule,
                "state", BRIDGE_RITUAL_AGREED, NULL);
  stored_own = space_add_agreed (fixture->space, own);
  editor = present_editor (fixture, NULL);
  type_into (editor, "Something realistic", "Walks");
  choose (editor, "Counted from", BRIDGE_MILESTONE_FROM_RITUALS);
  g_assert_false (gtk_widget_get_sensitive (find_button (editor, "_Save")));
  g_assert_true (gtk_widget_get_mapped (find_row (editor, "Breathe")));
  choose (editor, "Whose milestone", 1);
  g_assert_false (gtk_widget_get_mapped (find_row (editor, "Breathe")));
  gtk_check_button_set_active (GTK_CHECK_BUTTON (find_type (find_row (editor, "Walk"), GTK_TYPE_CHECK_BUTTON)), TRUE);
  settle ();
  g_assert_nonnull (find_label (editor, "Ben is asked. It is a milestone once both of you have said yes."));
  click (find_button (editor, "_Propose"));
  settle ();
  g_assert_cmpuint (g_list_model_get_n_items (bridge_space_get_milestones (fixture->space)), ==, 0);
  g_assert_nonnull (bridge_space_find_waiting (fixture->space, BRIDGE_INVITATION_MILESTONE, NULL));

  /* What was chosen before stands above the others, so that it can be seen. */
  g_object_set (given, "ritual-ids", bridge_ritual_get_id (walk), NULL);
  editor = present_editor (fixture, given);
  g_assert_cmpint (gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (find_row (editor, "Walk"))), ==, 0);
  g_assert_cmpint (gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (find_row (editor, "Breathe"))), ==, 1);
}

/* A note of several lines, as the command takes it, is not other words because it stood in a field of one. */
static void
test_lines (RitualsFixture *fixture,
            gconstpointer   partner)
{
  g_autoptr (BridgeMilestone) given = bridge_milestone_new ("Ten small wins", BRIDGE_MILESTONE_FROM_WINS, 10);
  g_autoptr (BridgeMilestone) milestone = NULL;
  g_autoptr (BridgeMilestone) after = NULL;
  GtkWidget *editor;

  g_object_set (given, "note", "Without hurry\nand at home", NULL);
  milestone = bridge_test_add_milestone (fixture->space, given);
  editor = present_editor (fixture, milestone);
  gtk_spin_button_set_value (GTK_SPIN_BUTTON (find_type (editor, GTK_TYPE_SPIN_BUTTON)), 6);
  settle ();
  g_assert_null (find_button (editor, "_Propose"));
  click (find_button (editor, "_Save"));
  settle ();
  after = bridge_space_find_milestone (fixture->space, bridge_milestone_get_id (milestone), NULL);
  g_assert_cmpint (bridge_milestone_get_target (after), ==, 6);
  g_assert_cmpstr (bridge_milestone_get_note (after), ==, "Without hurry\nand at home");
}

/* Reshaped: less is done at once, more is asked, with the reason. */
static void
test_reshape (RitualsFixture *fixture,
              gconstpointer   partner)
{
  g_autoptr (BridgeMilestone) milestone = add (fixture, "Ten small wins", 10);
  g_autoptr (BridgeMilestone) after = NULL;
  GtkWidget *editor = present_editor (fixture, milestone);
  GtkWidget *spin = find_type (editor, GTK_TYPE_SPIN_BUTTON);
  g_autoptr (GPtrArray) log = NULL;

  g_assert_cmpint (gtk_spin_button_get_value_as_int (GTK_SPIN_BUTTON (spin)), ==, 10);
  gtk_spin_button_set_value (GTK_SPIN_BUTTON (spin), 12);
  settle ();
  g_assert_nonnull (find_button (editor, "_Propose"));
  gtk_spin_button_set_value (GTK_SPIN_BUTTON (spin), 6);
  type_into (editor, "Why it is reshaped, if you like", "Ten was too much");
  click (find_button (editor, "_Save"));
  settle ();
  after = bridge_space_find_milestone (fixture->space, bridge_milestone_get_id (milestone), NULL);
  g_assert_cmpint (bridge_milestone_get_target (after), ==, 6);
  log = bridge_space_list_milestone_changes (fixture->space, bridge_milestone_get_id (milestone), NULL);
  g_assert_cmpstr (bridge_milestone_change_get_words (g_ptr_array_index (log, 0)), ==, "Ten was too much");
}

static gboolean
match_text_view (GtkWidget     *widget,
                 gconstpointer  data)
{
  return GTK_IS_TEXT_VIEW (widget);
}

/* What made it possible, of what led there, comes into the log with it. */
static void
test_celebration (RitualsFixture *fixture,
                  gconstpointer   partner)
{
  const BridgeWinQuery query = { .kind = BRIDGE_WIN_MILESTONE };
  g_autoptr (BridgeMilestone) milestone = add (fixture, "Three small wins", 3);
  g_autoptr (GListModel) log = bridge_space_list_wins (fixture->space, &query);
  g_autoptr (BridgeWin) entry = NULL;
  g_autoptr (BridgeMilestone) after = NULL;
  g_autofree char *long_text = g_strnfill (501, 'a');
  GtkTextBuffer *buffer;
  GtkWidget *page = show (fixture);
  GtkWidget *dialog;

  add_wins (fixture, 3);
  g_assert_nonnull (find_label (find_card (page, "Three small wins"), "All of it is there, to be celebrated"));
  click (find_card (page, "Three small wins"));
  click (see_button (page, "_Celebrate…"));
  dialog = find_dialog (BRIDGE_TYPE_CELEBRATION_WINDOW);
  g_assert_nonnull (dialog);
  gtk_test_widget_wait_for_draw (dialog);
  settle ();
  assert_all_named (dialog);
  g_assert_nonnull (find_label (dialog, "3 of 3 small wins"));
  g_assert_false (gtk_widget_get_mapped (find_type (dialog, GTK_TYPE_SWITCH)));
  g_assert_cmpuint (count_widgets (dialog, GTK_TYPE_CHECK_BUTTON, TRUE), ==, 3);

  buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (find_widget (dialog, match_text_view, NULL)));
  gtk_text_buffer_set_text (buffer, long_text, -1);
  settle ();
  g_assert_false (gtk_widget_get_sensitive (find_button (dialog, "_Celebrate")));
  gtk_text_buffer_set_text (buffer, "Sunday mornings", -1);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (find_type (find_row (dialog, "Tea without being asked"), GTK_TYPE_CHECK_BUTTON)), TRUE);
  click (find_button (dialog, "Something good to eat"));
  click (find_button (dialog, "_Celebrate"));
  settle ();
  g_assert_null (find_dialog (BRIDGE_TYPE_CELEBRATION_WINDOW));
  g_assert_cmpint (get_state (fixture, milestone), ==, BRIDGE_MILESTONE_REACHED);
  g_assert_cmpuint (g_list_model_get_n_items (log), ==, 1);
  entry = g_list_model_get_item (log, 0);
  g_assert_cmpstr (bridge_win_get_meant (entry), ==, "Sunday mornings\nTea without being asked");
  after = bridge_space_find_milestone (fixture->space, bridge_milestone_get_id (milestone), NULL);
  g_assert_cmpstr (bridge_milestone_get_mark (after), ==, "Something good to eat");
  g_assert_nonnull (find_label (page, "Counted from Friday, 20 November on\nMarked with: Something good to eat"));
  g_assert_true (bridge_space_undo (fixture->space, NULL));
  g_assert_cmpuint (g_list_model_get_n_items (log), ==, 0);
}

/* What there are too many of says so; that of them cannot be chosen. */
static void
test_celebration_more (RitualsFixture *fixture,
                       gconstpointer   partner)
{
  g_autoptr (BridgeMilestone) milestone = add (fixture, "Eight small wins", 8);
  GtkWidget *dialog;

  add_wins (fixture, 8);
  rituals_fixture_show (fixture, gtk_label_new ("Behind"));
  dialog = bridge_celebration_window_new (fixture->space, milestone, GTK_WINDOW (fixture->window));
  gtk_window_present (GTK_WINDOW (dialog));
  gtk_test_widget_wait_for_draw (dialog);
  settle ();
  g_assert_cmpuint (count_widgets (dialog, GTK_TYPE_CHECK_BUTTON, TRUE), ==, 5);
  g_assert_nonnull (find_row (dialog, "And 3 more small wins"));
  assert_all_named (dialog);
  gtk_window_destroy (GTK_WINDOW (dialog));
}

/* What only waits to be celebrated stands first, as a widget and to a reader. */
static void
test_there_first (RitualsFixture *fixture,
                  gconstpointer   partner)
{
  g_autoptr (BridgeMilestone) open = add (fixture, "A calm talk", 0);
  g_autoptr (BridgeMilestone) counted = add (fixture, "Three small wins", 3);
  GtkWidget *page = show (fixture);
  GtkWidget *box = gtk_widget_get_parent (find_card (page, "A calm talk"));

  g_assert_nonnull (find_label (gtk_widget_get_first_child (box), "A calm talk"));
  add_wins (fixture, 3);
  g_assert_nonnull (find_label (gtk_widget_get_first_child (box), "Three small wins"));
  g_assert_nonnull (find_label (gtk_widget_get_last_child (box), "A calm talk"));
}

/* One's own says that it may come into the log of both. */
static void
test_celebration_own (RitualsFixture *fixture,
                      gconstpointer   partner)
{
  const BridgeWinQuery query = { .kind = BRIDGE_WIN_MILESTONE };
  g_autoptr (BridgeMilestone) given = make (fixture, "Breathe first", 0);
  g_autoptr (BridgeMilestone) own = NULL;
  g_autoptr (GListModel) log = bridge_space_list_wins (fixture->space, &query);
  GtkWidget *dialog;

  g_object_set (given, "who", bridge_person_get_id (bridge_space_get_me (fixture->space)), NULL);
  own = bridge_test_add_milestone (fixture->space, given);
  rituals_fixture_show (fixture, gtk_label_new ("Behind"));
  dialog = bridge_celebration_window_new (fixture->space, own, GTK_WINDOW (fixture->window));
  gtk_window_present (GTK_WINDOW (dialog));
  gtk_test_widget_wait_for_draw (dialog);
  g_assert_false (gtk_switch_get_active (GTK_SWITCH (find_type (dialog, GTK_TYPE_SWITCH))));
  click (find_button (dialog, "_Celebrate"));
  settle ();
  g_assert_cmpint (get_state (fixture, own), ==, BRIDGE_MILESTONE_REACHED);
  g_assert_cmpuint (g_list_model_get_n_items (log), ==, 0);
}

/* It moves once; where the desktop wants no animations it stands there lit. */
static void
test_animation (RitualsFixture *fixture,
                gconstpointer   partner)
{
  GtkSettings *settings = gtk_settings_get_default ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *moving = bridge_celebration_new ();
  GtkWidget *still = bridge_celebration_new ();

  g_object_set (settings, "gtk-enable-animations", TRUE, NULL);
  gtk_box_append (GTK_BOX (box), moving);
  rituals_fixture_show (fixture, box);
  g_assert_true (bridge_celebration_is_moving (BRIDGE_CELEBRATION (moving)));
  g_assert_cmpfloat (bridge_celebration_get_progress (BRIDGE_CELEBRATION (moving)), <, 1);
  g_object_set (settings, "gtk-enable-animations", FALSE, NULL);
  gtk_box_append (GTK_BOX (box), still);
  gtk_test_widget_wait_for_draw (fixture->window);
  g_assert_false (bridge_celebration_is_moving (BRIDGE_CELEBRATION (still)));
  g_assert_cmpfloat (bridge_celebration_get_progress (BRIDGE_CELEBRATION (still)), ==, 1);
}

/* Searching is for the log: it leads back to it from what is open. */
static void
test_search (RitualsFixture *fixture,
             gconstpointer   partner)
{
  g_autoptr (BridgeMilestone) milestone = add (fixture, "A calm talk", 0);
  GtkWidget *page = show (fixture);
  GtkWidget *bar = find_type (page, GTK_TYPE_SEARCH_BAR);

  add_wins (fixture, 1);
  bridge_celebrate_page_open_milestone (BRIDGE_CELEBRATE_PAGE (page), bridge_milestone_get_id (milestone));
  settle ();
  bridge_celebrate_page_focus_search (BRIDGE_CELEBRATE_PAGE (page));
  settle ();
  g_assert_false (gtk_widget_get_mapped (find_type (page, BRIDGE_TYPE_MILESTONE_DETAIL)));
  g_assert_true (gtk_search_bar_get_search_mode (GTK_SEARCH_BAR (bar)));
  g_assert_true (gtk_widget_is_ancestor (gtk_root_get_focus (GTK_ROOT (fixture->window)), bar));
}

static GtkWidget *
show_window (RitualsFixture *fixture)
{
  fixture->window = bridge_window_new (NULL);
  bridge_window_set_space (BRIDGE_WINDOW (fixture->window), fixture->space);
  gtk_window_present (GTK_WINDOW (fixture->window));
  gtk_test_widget_wait_for_draw (fixture->window);
  settle ();
  return fixture->window;
}

/* Pressed by a key a button waits for a moment, and takes every key meanwhile: the way back does not, so Ctrl+F is heard. */
static void
test_search_after_back (RitualsFixture *fixture,
                        gconstpointer   partner)
{
  g_autoptr (BridgeMilestone) milestone = add (fixture, "A calm talk", 0);
  GtkWidget *window = show_window (fixture);
  GtkWidget *detail, *bar;

  add_wins (fixture, 1);
  bridge_window_show_page (BRIDGE_WINDOW (window), "celebrate");
  settle ();
  click (find_card (window, "A calm talk"));
  settle ();
  detail = find_type (window, BRIDGE_TYPE_MILESTONE_DETAIL);
  g_assert_true (gtk_widget_get_mapped (detail));
  gtk_widget_activate (gtk_root_get_focus (GTK_ROOT (window)));
  g_assert_false (gtk_widget_get_mapped (detail));
  g_assert_false (gtk_widget_is_ancestor (gtk_root_get_focus (GTK_ROOT (window)), detail));
  gtk_widget_activate_action (window, "win.find", NULL);
  settle ();
  bar = find_type (window, GTK_TYPE_SEARCH_BAR);
  g_assert_true (gtk_search_bar_get_search_mode (GTK_SEARCH_BAR (bar)));
  g_assert_true (gtk_widget_is_ancestor (gtk_root_get_focus (GTK_ROOT (window)), bar));
}

/* Whoever is asked answers on Today, where it says what a yes would come to. */
static void
test_asked (RitualsFixture *fixture,
            gconstpointer   partner)
{
  g_autoptr (BridgeMilestone) given = make (fixture, "Three small wins", 3);
  g_autoptr (GError) error = NULL;
  g_autoptr (BridgeInvitation) invitation = bridge_space_propose_milestone (fixture->space, given, "If you like.", &error);
  GtkWidget *page = bridge_today_page_new (fixture->space);

  g_assert_no_error (error);
  speak_as (fixture->space, "Ben");
  rituals_fixture_show (fixture, page);
  settle ();
  g_assert_nonnull (find_label (page, "Three small wins"));
  g_assert_nonnull (find_label (page, "3 small wins"));
  g_assert_nonnull (see_button (page, "Another _Day…"));
  click (see_button (page, "_Yes"));
  settle ();
  g_assert_cmpuint (g_list_model_get_n_items (bridge_space_get_milestones (fixture->space)), ==, 1);
}

/* Where the number is there, its celebration opens right after what was done, once; not in a pause. */
static void
test_by_itself (RitualsFixture *fixture,
                gconstpointer   partner)
{
  g_autoptr (BridgeMilestone) first = add (fixture, "Two small wins", 2);
  g_autoptr (BridgeMilestone) second = NULL;
  g_autoptr (GError) error = NULL;
  GtkWidget *dialog;

  show_window (fixture);
  add_wins (fixture, 1);
  g_assert_null (find_dialog (BRIDGE_TYPE_CELEBRATION_WINDOW));
  add_wins (fixture, 1);
  dialog = find_dialog (BRIDGE_TYPE_CELEBRATION_WINDOW);
  g_assert_nonnull (dialog);
  g_assert_nonnull (find_label (dialog, "Two small wins"));
  gtk_window_close (GTK_WINDOW (dialog));
  settle ();
  g_assert_cmpint (get_state (fixture, first), ==, BRIDGE_MILESTONE_OPEN);
  add_wins (fixture, 1);
  g_assert_null (find_dialog (BRIDGE_TYPE_CELEBRATION_WINDOW));

  second = add (fixture, "Four small wins", 4);
  settle ();
  g_object_unref (bridge_space_call_pause (fixture->space, &error));
  g_assert_no_error (error);
  settle ();
  add_wins (fixture, 1);
  g_assert_null (find_dialog (BRIDGE_TYPE_CELEBRATION_WINDOW));
  g_assert_true (bridge_space_take_back_pause (fixture->space, &error));
  settle ();
  bridge_window_show_page (BRIDGE_WINDOW (fixture->window), "celebrate");
  settle ();
  dialog = find_dialog (BRIDGE_TYPE_CELEBRATION_WINDOW);
  g_assert_nonnull (dialog);
  g_assert_nonnull (find_label (dialog, "Four small wins"));
  gtk_window_close (GTK_WINDOW (dialog));
  settle ();
}

/* A reminder, the + menu and Escape lead to it and back. */
static void
test_ways (RitualsFixture *fixture,
           gconstpointer   partner)
{
  g_autoptr (BridgeMilestone) milestone = add (fixture, "A calm talk", 0);
  g_autofree char *target = g_strdup_printf ("milestone:%s", bridge_milestone_get_id (milestone));
  GtkWidget *window = show_window (fixture);
  GtkWidget *detail, *editor;

  bridge_window_open_target (BRIDGE_WINDOW (window), target);
  settle ();
  detail = find_type (window, BRIDGE_TYPE_MILESTONE_DETAIL);
  g_assert_nonnull (detail);
  g_assert_true (gtk_widget_get_mapped (detail));
  gtk_widget_activate_action (window, "win.back", NULL);
  settle ();
  g_assert_false (gtk_widget_get_mapped (detail));
  gtk_widget_activate_action (window, "win.new-milestone", NULL);
  settle ();
  editor = find_dialog (BRIDGE_TYPE_MILESTONE_EDITOR);
  g_assert_nonnull (editor);
  gtk_window_close (GTK_WINDOW (editor));
  settle ();
}

/* Planks: the same number for each, and where there is no room, the first is seen and only the last closes the deck. */
static void
test_planks (void)
{
  const struct {
    guint count, target, room;
    guint slots, planks;
  } vectors[] = {
    { 0, 3, 24, 24, 0 }, { 1, 3, 24, 24, 8 }, { 3, 3, 24, 24, 24 }, { 5, 3, 24, 24, 24 }, { 6, 10, 24, 20, 12 },
    { 24, 24, 24, 24, 24 }, { 1, 1000, 24, 24, 1 }, { 999, 1000, 24, 24, 23 }, { 1000, 1000, 24, 24, 24 }, { 0, 25, 24, 24, 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (vectors); i++)
    {
      guint slots, planks;

      bridge_milestone_get_planks (vectors[i].count, vectors[i].target, vectors[i].room, &slots, &planks);
      g_assert_cmpuint (slots, ==, vectors[i].slots);
      g_assert_cmpuint (planks, ==, vectors[i].planks);
    }
  g_assert_cmpuint (bridge_span_get_room (&bridge_span_small, 30), ==, 4);
  g_assert_cmpuint (bridge_span_get_room (&bridge_span_large, 600), >, bridge_span_get_room (&bridge_span_large, 300));
}

#define ADD(path, partner, test) \
  g_test_add ("/window/milestones/" path, RitualsFixture, partner, rituals_fixture_set_up, test, rituals_fixture_tear_down)

int
main (int   argc,
      char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();

  g_test_add_func ("/window/milestones/planks", test_planks);
  ADD ("list", "Ben", test_list);
  ADD ("list-solo", NULL, test_list);
  ADD ("many", NULL, test_many);
  ADD ("detail", "Ben", test_detail);
  ADD ("detail-solo", NULL, test_detail);
  ADD ("look", "Ben", test_look);
  ADD ("own", "Ben", test_own);
  ADD ("editor", NULL, test_editor);
  ADD ("editor-rituals", "Ben", test_editor_rituals);
  ADD ("lines", "Ben", test_lines);
  ADD ("reshape", "Ben", test_reshape);
  ADD ("celebration", "Ben", test_celebration);
  ADD ("celebration-own", "Ben", test_celebration_own);
  ADD ("celebration-more", "Ben", test_celebration_more);
  ADD ("there-first", "Ben", test_there_first);
  ADD ("search", NULL, test_search);
  ADD ("search-after-back", NULL, test_search_after_back);
  ADD ("asked", "Ben", test_asked);
  ADD ("animation", NULL, test_animation);
  ADD ("by-itself", "Ben", test_by_itself);
  ADD ("ways", "Ben", test_ways);

  return g_test_run ();
}

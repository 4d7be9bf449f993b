/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "bridge-check-in-form.h"
#include "bridge-check-in-held.h"
#include "bridge-check-in-list.h"
#include "bridge-check-in-view.h"
#include "bridge-choice-row.h"
#include "bridge-opened-card.h"
#include "bridge-passphrase-form.h"
#include "bridge-private-editor.h"
#include "bridge-private-view.h"
#include "bridge-reflect-page.h"
#include "bridge-space-check-ins.h"
#include "bridge-together-card.h"
#include "bridge-window.h"
#include "reflect-fixture.h"

#include "../support/agreed.h"

static GtkWidget *
get_view (RitualsFixture *fixture)
{
  return find_type (fixture->window, BRIDGE_TYPE_CHECK_IN_VIEW);
}

static void
choose (RitualsFixture *fixture,
        const char     *word)
{
  reflect_click_labelled (get_view (fixture), word);
}

static gboolean
is_chosen (RitualsFixture *fixture,
           const char     *word)
{
  GtkWidget *button = find_button (get_view (fixture), word);

  g_assert_nonnull (button);
  return gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (button));
}

static gboolean
is_empty (RitualsFixture *fixture)
{
  return bridge_check_in_form_is_empty (BRIDGE_CHECK_IN_FORM (find_type (get_view (fixture), BRIDGE_TYPE_CHECK_IN_FORM)));
}

static gboolean
waits (RitualsFixture *fixture)
{
  return gtk_widget_get_mapped (find_type (get_view (fixture), BRIDGE_TYPE_TOGETHER_CARD));
}

static guint
count_rows (RitualsFixture *fixture)
{
  return count_widgets (find_type (get_view (fixture), BRIDGE_TYPE_CHECK_IN_LIST), ADW_TYPE_ACTION_ROW, TRUE);
}

static guint
count_entries (RitualsFixture *fixture)
{
  return g_list_model_get_n_items (bridge_private_get_entries (reflect_get_private (fixture)));
}

static GPtrArray *
list (RitualsFixture *fixture)
{
  g_autoptr (GError) error = NULL;
  GPtrArray *found = bridge_space_list_check_ins (fixture->space, local ("2026-11-01"), local ("2026-12-01"), &error);

  g_assert_no_error (error);
  return found;
}

static gboolean
match_keys (GtkEventController *controller)
{
  return GTK_IS_EVENT_CONTROLLER_KEY (controller) &&
         gtk_event_controller_get_propagation_phase (controller) == GTK_PHASE_CAPTURE;
}

/* As if it were pressed on the words of @row. */
static gboolean
press (GtkWidget *row,
       guint      key)
{
  GtkWidget *words = gtk_widget_get_parent (find_type (row, GTK_TYPE_TOGGLE_BUTTON));
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (words);
  gboolean handled = FALSE;

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (match_keys (controller))
        g_signal_emit_by_name (controller, "key-pressed", key, 0, 0, &handled);
    }
  settle ();
  return handled;
}

/* Radio buttons with a name each, which the arrow keys choose, and one stop for the Tab key. */
static void
test_choice (RitualsFixture *fixture,
             gconstpointer   partner)
{
  GtkWidget *row;
  GtkWidget *light;
  GtkWidget *heavy;

  reflect_show (fixture);
  assert_all_named (fixture->window);
  row = find_type (get_view (fixture), BRIDGE_TYPE_CHOICE_ROW);
  light = find_button (row, "Light");
  heavy = find_button (row, "Heavy");
  gtk_test_accessible_assert_role (GTK_ACCESSIBLE (light), GTK_ACCESSIBLE_ROLE_RADIO);
  gtk_test_accessible_assert_role (GTK_ACCESSIBLE (gtk_widget_get_parent (light)), GTK_ACCESSIBLE_ROLE_RADIO_GROUP);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (light), GTK_ACCESSIBLE_PROPERTY_LABEL, "Mood: Light");
  gtk_test_accessible_assert_state (GTK_ACCESSIBLE (light), GTK_ACCESSIBLE_STATE_CHECKED, GTK_ACCESSIBLE_TRISTATE_FALSE);
  g_assert_true (gtk_widget_get_focusable (heavy));
  g_assert_false (gtk_widget_get_focusable (light));

  click (light);
  settle ();
  g_assert_cmpint (bridge_choice_row_get_chosen (BRIDGE_CHOICE_ROW (row)), ==, 4);
  gtk_test_accessible_assert_state (GTK_ACCESSIBLE (light), GTK_ACCESSIBLE_STATE_CHECKED, GTK_ACCESSIBLE_TRISTATE_TRUE);
  g_assert_true (gtk_widget_is_focus (light));
  g_assert_false (gtk_widget_get_focusable (heavy));

  g_assert_true (press (row, GDK_KEY_Right));
  g_assert_cmpint (bridge_choice_row_get_chosen (BRIDGE_CHOICE_ROW (row)), ==, 5);
  g_assert_true (press (row, GDK_KEY_Down));
  g_assert_cmpint (bridge_choice_row_get_chosen (BRIDGE_CHOICE_ROW (row)), ==, 5);
  g_assert_true (press (row, GDK_KEY_Home));
  g_assert_true (gtk_widget_is_focus (heavy));
  g_assert_true (press (row, GDK_KEY_Left));
  g_assert_cmpint (bridge_choice_row_get_chosen (BRIDGE_CHOICE_ROW (row)), ==, 1);
  gtk_widget_set_direction (row, GTK_TEXT_DIR_RTL);
  g_assert_true (press (row, GDK_KEY_Left));
  g_assert_cmpint (bridge_choice_row_get_chosen (BRIDGE_CHOICE_ROW (row)), ==, 2);
  g_assert_false (press (row, GDK_KEY_a));
  g_assert_true (press (row, GDK_KEY_space));

  /* Nothing has to be answered. */
  g_assert_true (press (row, GDK_KEY_BackSpace));
  g_assert_cmpint (bridge_choice_row_get_chosen (BRIDGE_CHOICE_ROW (row)), ==, 0);
  click (light);
  click (light);
  settle ();
  g_assert_cmpint (bridge_choice_row_get_chosen (BRIDGE_CHOICE_ROW (row)), ==, 0);
  g_assert_false (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (light)));
  g_assert_true (is_empty (fixture));
}

/* Shown to both: listed, changed, removed, and brought back. */
static void
test_show (RitualsFixture *fixture,
           gconstpointer   partner)
{
  g_autoptr (GPtrArray) before = NULL;
  g_autoptr (GPtrArray) after = NULL;
  g_autoptr (GError) error = NULL;
  GtkWidget *rows;
  const char *id;

  reflect_show (fixture);
  g_assert_false (gtk_widget_get_mapped (find_button (get_view (fixture), "_Save")));
  gtk_widget_activate_action (fixture->window, "win.new-check-in", NULL);
  settle ();
  g_assert_true (gtk_widget_is_focus (find_button (get_view (fixture), "Heavy")));
  choose (fixture, "Light");
  choose (fixture, "Tired");
  g_assert_true (gtk_widget_get_mapped (find_button (get_view (fixture), "_Save")));
  reflect_type_into (get_view (fixture), "A long <day>");
  g_assert_true (is_chosen (fixture, "Keep private"));
  choose (fixture, "Uneasy");
  choose (fixture, "Show to both");
  g_assert_false (gtk_widget_get_mapped (find_button (get_view (fixture), "Uneasy")));
  assert_all_named (fixture->window);
  choose (fixture, "_Save");
  g_assert_true (is_empty (fixture));
  g_assert_cmpuint (count_rows (fixture), ==, 1);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (find_type (find_type (get_view (fixture), BRIDGE_TYPE_CHECK_IN_LIST),
                                                                  GTK_TYPE_MENU_BUTTON)),
                                       GTK_ACCESSIBLE_PROPERTY_LABEL, "More about the check-in: Ada, today");
  g_assert_true (reflect_is_said ("A long &lt;day&gt;") || reflect_is_said ("A long <day>"));
  g_assert_false (reflect_is_said ("How safe it felt: Uneasy"));

  before = list (fixture);
  g_assert_cmpuint (before->len, ==, 1);
  id = bridge_check_in_get_id (g_ptr_array_index (before, 0));
  rows = find_type (get_view (fixture), BRIDGE_TYPE_CHECK_IN_LIST);
  gtk_widget_activate_action (rows, "check-ins.change", "s", id);
  settle ();
  g_assert_true (is_chosen (fixture, "Light"));
  g_assert_false (gtk_widget_get_mapped (find_button (get_view (fixture), "Show to both")));
  choose (fixture, "Bright");
  choose (fixture, "_Save");
  after = list (fixture);
  g_assert_cmpuint (after->len, ==, 1);
  g_assert_cmpint (bridge_check_in_get_mood (g_ptr_array_index (after, 0)), ==, 5);
  g_assert_cmpstr (bridge_check_in_get_words (g_ptr_array_index (after, 0)), ==, "A long <day>");

  gtk_widget_activate_action (rows, "check-ins.remove", "s", id);
  settle ();
  g_assert_cmpuint (count_rows (fixture), ==, 0);
  bridge_space_undo (fixture->space, &error);
  g_assert_no_error (error);
  settle ();
  g_assert_cmpuint (count_rows (fixture), ==, 1);
}

/* Kept private while it is locked: the passphrase is asked for, and what was filled in is not lost. */
static void
test_private (RitualsFixture *fixture,
              gconstpointer   partner)
{
  GtkWidget *form;
  g_autoptr (BridgePrivateEntry) entry = NULL;
  g_autoptr (GPtrArray) shown = NULL;

  reflect_set_up (fixture);
  gtk_widget_activate_action (fixture->window, "win.lock", NULL);
  settle ();
  choose (fixture, "Heavy");
  reflect_type_into (get_view (fixture), PLANTED " day");
  choose (fixture, "Uneasy");
  choose (fixture, "_Save");
  form = reflect_wait_for_form (BRIDGE_TYPE_PASSPHRASE_FORM);
  reflect_close_form (form);
  reflect_wait_until_gone (BRIDGE_TYPE_PASSPHRASE_FORM);
  g_assert_true (is_chosen (fixture, "Heavy"));
  g_assert_true (reflect_is_said (PLANTED));

  /* Unlocked for something else meanwhile, it waits to be saved. */
  reflect_unlock (fixture);
  g_assert_cmpuint (count_entries (fixture), ==, 0);
  gtk_widget_activate_action (fixture->window, "win.lock", NULL);
  settle ();
  reflect_unlock (fixture);
  g_assert_cmpuint (count_entries (fixture), ==, 1); /* a draft */
  g_assert_true (is_empty (fixture));
  entry = g_list_model_get_item (bridge_private_get_entries (reflect_get_private (fixture)), 0);
  g_assert_true (bridge_private_entry_get_draft (entry));
  g_clear_object (&entry);
  gtk_widget_activate_action (fixture->window, "win.lock", NULL);
  settle ();

  choose (fixture, "Bright");
  choose (fixture, "_Save");
  form = reflect_wait_for_form (BRIDGE_TYPE_PASSPHRASE_FORM);
  reflect_fill_in (form, "Passphrase", "plate walnut river");
  reflect_apply (form);
  reflect_wait_until_gone (BRIDGE_TYPE_PASSPHRASE_FORM);
  g_assert_cmpuint (count_entries (fixture), ==, 2);
  g_assert_true (is_empty (fixture));
  entry = g_list_model_get_item (bridge_private_get_entries (reflect_get_private (fixture)), 1);
  g_assert_cmpint (bridge_private_entry_get_kind (entry), ==, BRIDGE_PRIVATE_CHECK_IN);
  g_assert_cmpint (bridge_private_entry_get_step (entry, BRIDGE_SCALE_MOOD), ==, 5);
  shown = list (fixture);
  g_assert_cmpuint (shown->len, ==, 0);
}

/* What is being filled in is not left in sight, and not lost: sealed as a draft where it can be, else kept until it is unlocked. */
static void
test_out_of_sight (RitualsFixture *fixture,
                   gconstpointer   partner)
{
  g_autoptr (BridgePrivateEntry) entry = NULL;

  reflect_set_up (fixture);
  choose (fixture, "Heavy");
  choose (fixture, "Uneasy");
  reflect_type_into (get_view (fixture), PLANTED " day");
  gtk_widget_activate_action (fixture->window, "win.lock", NULL);
  settle ();
  g_assert_true (is_empty (fixture));
  g_assert_false (reflect_is_said (PLANTED));
  g_assert_false (gtk_widget_get_mapped (find_button (get_view (fixture), "_Unlock and Go On…")));
  reflect_unlock (fixture);
  entry = g_list_model_get_item (bridge_private_get_entries (reflect_get_private (fixture)), 0);
  g_assert_true (bridge_private_entry_get_draft (entry));
  g_assert_cmpint (bridge_private_entry_get_step (entry, BRIDGE_SCALE_SAFETY), ==, 2);
  g_assert_cmpstr (bridge_private_entry_get_text (entry), ==, PLANTED " day");
  g_assert_true (is_empty (fixture));

  /* Twice while it is locked: the last one is gone on with, the one before is a draft. */
  gtk_widget_activate_action (fixture->window, "win.lock", NULL);
  settle ();
  reflect_type_into (get_view (fixture), PLANTED " evening");
  gtk_widget_activate_action (fixture->window, "win.lock", NULL);
  settle ();
  g_assert_false (reflect_is_said (PLANTED));
  g_assert_true (is_empty (fixture));
  choose (fixture, "Light");
  choose (fixture, "Uneasy");
  reflect_type_into (get_view (fixture), PLANTED " night");
  gtk_widget_activate_action (fixture->window, "win.lock", NULL);
  settle ();
  g_assert_false (reflect_is_said (PLANTED));
  assert_all_named (fixture->window);
  g_assert_true (gtk_widget_get_mapped (find_button (get_view (fixture), "_Unlock and Go On…")));
  reflect_unlock (fixture);
  g_assert_true (is_chosen (fixture, "Light"));
  g_assert_true (is_chosen (fixture, "Uneasy"));
  g_assert_true (reflect_is_said (PLANTED " night"));
  g_assert_cmpuint (count_entries (fixture), ==, 2);
  g_assert_false (gtk_widget_get_mapped (find_button (get_view (fixture), "_Unlock and Go On…")));
}

/* Passed on while nothing can seal it: the other one finds nothing, and no word that there is something; whoever comes back does. */
static void
test_kept_for_whom (RitualsFixture *fixture,
                    gconstpointer   with_space)
{
  if (with_space != NULL)
    {
      reflect_set_up (fixture);
      gtk_widget_activate_action (fixture->window, "win.lock", NULL);
    }
  else
    {
      reflect_show (fixture);
    }
  settle ();
  choose (fixture, "Low");
  choose (fixture, "Show to both");
  reflect_type_into (get_view (fixture), PLANTED " night");
  speak_as (fixture->space, "Robin");
  settle ();
  bridge_window_show_page (BRIDGE_WINDOW (fixture->window), "reflect");
  settle ();
  g_assert_false (reflect_is_said (PLANTED));
  g_assert_true (is_empty (fixture));
  g_assert_false (gtk_widget_get_mapped (find_button (get_view (fixture), "_Go On With It")));

  speak_as (fixture->space, "Ada");
  settle ();
  bridge_window_show_page (BRIDGE_WINDOW (fixture->window), "reflect");
  settle ();
  g_assert_false (reflect_is_said (PLANTED));
  if (with_space != NULL)
    {
      bridge_private_set_cost (reflect_get_private (fixture), 1, 8 * 1024);
      g_assert_true (gtk_widget_get_mapped (find_button (get_view (fixture), "_Unlock and Go On…")));
      reflect_unlock (fixture);
    }
  else
    {
      choose (fixture, "_Go On With It");
    }
  g_assert_true (is_chosen (fixture, "Low"));
  g_assert_true (is_chosen (fixture, "Show to both"));
  g_assert_true (reflect_is_said (PLANTED " night"));
  g_assert_false (gtk_widget_get_mapped (find_type (get_view (fixture), BRIDGE_TYPE_TOGETHER_CARD)));
}

static void
test_kept_in_memory (RitualsFixture *fixture,
                     gconstpointer   partner)
{
  test_kept_for_whom (fixture, NULL);
}

static void
test_kept_until_unlocked (RitualsFixture *fixture,
                          gconstpointer   partner)
{
  test_kept_for_whom (fixture, "with a private space");
}

static gboolean
erase_private (RitualsFixture *fixture)
{
  g_autoptr (GError) error = NULL;
  gboolean done = bridge_space_erase_private (fixture->space, bridge_person_get_id (bridge_space_get_me (fixture->space)), &error);

  g_assert_no_error (error);
  return done;
}

/* What only a passphrase was to bring back goes with the private space, also where its owner is not the one who speaks. */
static void
test_kept_and_erased (RitualsFixture *fixture,
                      gconstpointer   partner)
{
  g_autofree char *ada = g_strdup (bridge_person_get_id (bridge_space_get_me (fixture->space)));

  reflect_set_up (fixture);
  gtk_widget_activate_action (fixture->window, "win.lock", NULL);
  settle ();
  choose (fixture, "Low");
  choose (fixture, "Uneasy");
  reflect_type_into (get_view (fixture), PLANTED " night");
  gtk_widget_activate_action (fixture->window, "win.lock", NULL);
  settle ();
  g_assert_true (bridge_check_in_is_held (fixture->space, ada));
  g_assert_true (erase_private (fixture));
  settle ();
  g_assert_false (bridge_check_in_is_held (fixture->space, ada));
  g_assert_false (gtk_widget_get_mapped (find_button (get_view (fixture), "_Go On With It")));
  g_assert_false (reflect_is_said (PLANTED));
}

/* Where no passphrase can be asked for, how safe it felt comes back for nobody. */
static void
test_kept_without_safety (RitualsFixture *fixture,
                          gconstpointer   partner)
{
  reflect_show (fixture);
  choose (fixture, "Low");
  choose (fixture, "Uneasy");
  gtk_widget_activate_action (fixture->window, "win.lock", NULL);
  settle ();
  choose (fixture, "_Go On With It");
  g_assert_true (is_chosen (fixture, "Low"));
  g_assert_false (is_chosen (fixture, "Uneasy"));
}

/* Wherever one is in the page, a check-in is begun where it can be seen. */
static void
test_from_detail (RitualsFixture *fixture,
                  gconstpointer   partner)
{
  GtkWidget *view;

  reflect_show (fixture);
  view = get_view (fixture);
  bridge_reflect_page_open_review (BRIDGE_REFLECT_PAGE (find_type (fixture->window, BRIDGE_TYPE_REFLECT_PAGE)), TRUE);
  settle ();
  g_assert_false (gtk_widget_get_mapped (view));
  bridge_window_show_page (BRIDGE_WINDOW (fixture->window), "today");
  settle ();
  gtk_widget_activate_action (fixture->window, "win.new-check-in", NULL);
  settle ();
  g_assert_true (gtk_widget_get_mapped (view));
  g_assert_true (gtk_widget_is_ancestor (gtk_root_get_focus (GTK_ROOT (fixture->window)), view));
}

/* Whoever leaves takes it along. */
static void
test_kept_and_left (RitualsFixture *fixture,
                    gconstpointer   partner)
{
  g_autofree char *ada = g_strdup (bridge_person_get_id (bridge_space_get_me (fixture->space)));
  g_autoptr (GError) error = NULL;

  reflect_show (fixture);
  choose (fixture, "Low");
  gtk_widget_activate_action (fixture->window, "win.lock", NULL);
  settle ();
  g_assert_true (bridge_check_in_is_held (fixture->space, ada));
  g_assert_true (bridge_space_leave (fixture->space, ada, FALSE, &error));
  g_assert_no_error (error);
  settle ();
  bridge_window_show_page (BRIDGE_WINDOW (fixture->window), "reflect");
  settle ();
  g_assert_false (bridge_check_in_is_held (fixture->space, ada));
}

/* What waits and is changed into another one does not wait as well. */
static void
test_change_waiting (RitualsFixture *fixture,
                     gconstpointer   choice)
{
  const char *label = choice;
  gboolean private = g_str_equal (label, "Keep private");
  g_autoptr (BridgeCheckIn) waiting = NULL;

  if (private)
    reflect_set_up (fixture);
  else
    reflect_show (fixture);
  choose (fixture, "Light");
  choose (fixture, "Open together");
  choose (fixture, "_Save");
  choose (fixture, "Chan_ge");
  g_assert_nonnull (find_label (get_view (fixture), "Change what waits to be opened"));
  choose (fixture, "_Cancel");
  g_assert_true (waits (fixture));

  choose (fixture, "Chan_ge");
  choose (fixture, "Bright");
  choose (fixture, label);
  choose (fixture, "_Save");
  g_assert_false (waits (fixture));
  g_assert_true (is_empty (fixture));
  waiting = bridge_space_get_waiting_check_in (fixture->space, NULL);
  g_assert_null (waiting);
  g_assert_cmpuint (count_rows (fixture), ==, private ? 0 : 1);
  if (private)
    g_assert_cmpuint (count_entries (fixture), ==, 1);
}

/* It was opened while it was being changed: it stays as the other one has seen it, and nothing is lost. */
static void
test_opened_meanwhile (RitualsFixture *fixture,
                       gconstpointer   partner)
{
  g_autoptr (BridgeSpace) elsewhere = NULL;
  g_autoptr (BridgeCheckIn) given = bridge_check_in_new (NULL, BRIDGE_LOCAL_NONE);
  g_autoptr (BridgeCheckIn) stored = NULL;
  g_autoptr (GError) error = NULL;
  gboolean opened = FALSE;

  reflect_show (fixture);
  choose (fixture, "Light");
  choose (fixture, "Open together");
  choose (fixture, "_Save");
  choose (fixture, "I’m _Ready");
  choose (fixture, "Chan_ge");
  choose (fixture, "Bright");
  choose (fixture, "Show to both");
  elsewhere = bridge_space_open (fixture->folder, fixture->clock, &error);
  g_assert_no_error (error);
  speak_as (elsewhere, "Robin");
  g_object_set (given, "words", "Words of Robin", NULL);
  stored = bridge_space_write_together (elsewhere, given, &error);
  g_assert_no_error (error);
  bridge_space_say_ready (elsewhere, &opened, &error);
  g_assert_true (opened);
  g_assert_false (reflect_is_said ("Both of you are ready, so both are open."));
  bridge_space_refresh (fixture->space);
  settle ();
  g_assert_true (reflect_is_said ("Both of you are ready, so both are open."));
  g_assert_cmpuint (count_rows (fixture), ==, 2);
  choose (fixture, "_Save");
  g_assert_cmpuint (count_rows (fixture), ==, 2);
  g_assert_true (is_chosen (fixture, "Bright"));
  choose (fixture, "_Save");
  g_assert_cmpuint (count_rows (fixture), ==, 3);
}

/* Passed on while it is open: a draft of whoever has begun it. */
static void
test_hand_over (RitualsFixture *fixture,
                gconstpointer   partner)
{
  g_autoptr (BridgePrivateEntry) entry = NULL;

  reflect_set_up (fixture);
  choose (fixture, "Low");
  reflect_type_into (get_view (fixture), PLANTED " day");
  speak_as (fixture->space, "Robin");
  settle ();
  bridge_window_show_page (BRIDGE_WINDOW (fixture->window), "reflect");
  settle ();
  g_assert_false (reflect_is_said (PLANTED));
  g_assert_true (is_empty (fixture));

  speak_as (fixture->space, "Ada");
  settle ();
  bridge_window_show_page (BRIDGE_WINDOW (fixture->window), "reflect");
  settle ();
  bridge_private_set_cost (reflect_get_private (fixture), 1, 8 * 1024);
  reflect_unlock (fixture);
  g_assert_cmpuint (count_entries (fixture), ==, 1);
  entry = g_list_model_get_item (bridge_private_get_entries (reflect_get_private (fixture)), 0);
  g_assert_true (bridge_private_entry_get_draft (entry));
  g_assert_cmpstr (bridge_private_entry_get_text (entry), ==, PLANTED " day");
}

/* The editor of the private space has all five scales. */
static void
test_private_editor (RitualsFixture *fixture,
                     gconstpointer   partner)
{
  g_autoptr (BridgePrivateEntry) entry = NULL;
  GtkWidget *editor;

  reflect_set_up (fixture);
  editor = reflect_begin (fixture, "check-in");
  assert_all_named (editor);
  reflect_click_labelled (editor, "Mostly safe");
  reflect_click_labelled (editor, "Apart");
  reflect_apply (editor);
  reflect_wait_until_gone (BRIDGE_TYPE_PRIVATE_EDITOR);
  entry = g_list_model_get_item (bridge_private_get_entries (reflect_get_private (fixture)), 0);
  g_assert_cmpint (bridge_private_entry_get_step (entry, BRIDGE_SCALE_SAFETY), ==, 4);
  g_assert_cmpint (bridge_private_entry_get_step (entry, BRIDGE_SCALE_CLOSENESS), ==, 2);
  g_assert_false (bridge_private_entry_get_draft (entry));
}

static void
write_as (RitualsFixture *fixture,
          const char     *name,
          const char     *words)
{
  g_autoptr (BridgeCheckIn) given = bridge_check_in_new (NULL, BRIDGE_LOCAL_NONE);
  g_autoptr (BridgeCheckIn) stored = NULL;
  g_autoptr (GError) error = NULL;

  speak_as (fixture->space, name);
  g_object_set (given, "words", words, NULL);
  stored = bridge_space_write_together (fixture->space, given, &error);
  g_assert_no_error (error);
  bridge_space_say_ready (fixture->space, NULL, &error);
  g_assert_no_error (error);
}

/* Opened together: what is shown before is the same whatever the other one has done. */
static void
test_together (RitualsFixture *fixture,
               gconstpointer   partner)
{
  GtkWidget *opened;

  write_as (fixture, "Robin", "Words of Robin");
  speak_as (fixture->space, "Ada");
  reflect_show (fixture);
  g_assert_false (waits (fixture));
  g_assert_false (reflect_is_said ("Words of Robin"));

  choose (fixture, "Light");
  reflect_type_into (get_view (fixture), "Words of Ada");
  choose (fixture, "Open together");
  choose (fixture, "_Save");
  g_assert_true (waits (fixture));
  g_assert_true (is_empty (fixture));
  assert_all_named (fixture->window);
  g_assert_true (gtk_widget_is_focus (find_button (get_view (fixture), "I’m _Ready")));
  g_assert_false (reflect_is_said ("Words of Robin"));

  /* What was begun meanwhile does not go for it. */
  choose (fixture, "Bright");
  choose (fixture, "_Take It Back");
  g_assert_true (waits (fixture));
  choose (fixture, "Chan_ge");
  g_assert_true (is_chosen (fixture, "Bright"));
  choose (fixture, "C_lear");

  /* Taken back, it is in the form, and nowhere else. */
  choose (fixture, "_Take It Back");
  g_assert_false (waits (fixture));
  g_assert_true (is_chosen (fixture, "Light"));
  g_assert_true (is_chosen (fixture, "Keep private"));
  g_assert_true (reflect_is_said ("Words of Ada"));
  choose (fixture, "Open together");
  choose (fixture, "_Save");

  choose (fixture, "Chan_ge");
  g_assert_true (is_chosen (fixture, "Open together"));
  choose (fixture, "Bright");
  choose (fixture, "_Save");
  g_assert_cmpuint (count_rows (fixture), ==, 0);
  choose (fixture, "I’m _Ready");
  g_assert_false (waits (fixture));
  g_assert_cmpuint (count_rows (fixture), ==, 2);
  g_assert_true (reflect_is_said ("Words of Robin"));

  /* Both can be read side by side, until that was done. */
  opened = find_type (get_view (fixture), BRIDGE_TYPE_OPENED_CARD);
  g_assert_true (gtk_widget_get_mapped (opened));
  g_assert_nonnull (find_label (opened, "Words of Robin"));
  g_assert_nonnull (find_label (opened, "Words of Ada"));
  g_assert_nonnull (find_label (opened, "Mood: Bright"));
  g_assert_true (gtk_widget_is_focus (find_button (opened, "_Done")));
  assert_all_named (fixture->window);
  choose (fixture, "_Done");
  g_assert_false (gtk_widget_get_mapped (opened));
  g_assert_cmpuint (count_rows (fixture), ==, 2);
}

/* The pages are made anew for whoever speaks now. */
static void
show_again (RitualsFixture *fixture)
{
  settle ();
  bridge_window_show_page (BRIDGE_WINDOW (fixture->window), "reflect");
  settle ();
}

static void
test_not_yet (RitualsFixture *fixture,
              gconstpointer   partner)
{
  write_as (fixture, "Ada", "Words of Ada");
  reflect_show (fixture);
  g_assert_true (waits (fixture));
  choose (fixture, "_Not Yet");
  g_assert_nonnull (find_button (get_view (fixture), "I’m _Ready"));
  write_as (fixture, "Robin", "Words of Robin");
  show_again (fixture);
  g_assert_true (waits (fixture));
  g_assert_false (reflect_is_said ("Words of Ada"));
  g_assert_cmpuint (count_rows (fixture), ==, 0);
  speak_as (fixture->space, "Ada");
  show_again (fixture);
  g_assert_true (waits (fixture));
  choose (fixture, "I’m _Ready");
  g_assert_cmpuint (count_rows (fixture), ==, 2);
}

/* A check-in together that both have planned leads here. */
static void
test_moment (RitualsFixture *fixture,
             gconstpointer   partner)
{
  g_autoptr (BridgeInvitation) invitation = NULL;
  g_autoptr (BridgeInvitation) answered = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *target = NULL;

  invitation = bridge_space_propose_moment (fixture->space, BRIDGE_INVITATION_CHECK_IN, "Check-in", local ("2026-11-22T19:30"),
                                            10, NULL, &error);
  g_assert_no_error (error);
  speak_as (fixture->space, "Robin");
  bridge_space_answer_invitation (fixture->space, bridge_invitation_get_id (invitation), BRIDGE_INVITATION_SAY_YES,
                                  BRIDGE_LOCAL_NONE, BRIDGE_INVITATION_REST_DEFAULT, &error);
  g_assert_no_error (error);
  answered = bridge_space_find_invitation (fixture->space, bridge_invitation_get_id (invitation), &error);
  g_assert_no_error (error);
  speak_as (fixture->space, "Ada");

  reflect_show (fixture);
  bridge_window_show_page (BRIDGE_WINDOW (fixture->window), "today");
  settle ();
  g_assert_true (reflect_is_said ("You have planned a check-in together for 19:30 today."));
  target = bridge_occurrence_format_name (bridge_invitation_get_subject_id (answered), local ("2026-11-22T19:30"));
  bridge_window_open_target (BRIDGE_WINDOW (fixture->window), target);
  settle ();
  g_assert_true (gtk_widget_get_mapped (get_view (fixture)));
  g_assert_true (gtk_widget_is_focus (find_button (get_view (fixture), "Heavy")));
  g_assert_true (is_chosen (fixture, "Open together"));
}

/* Alone nothing speaks of two; what is kept without encryption is kept so by choice. */
static void
test_solo (RitualsFixture *fixture,
           gconstpointer   partner)
{
  reflect_show (fixture);
  g_assert_null (find_button (get_view (fixture), "Show to both"));
  g_assert_null (find_button (get_view (fixture), "Open together"));
  choose (fixture, "Even");
  g_assert_true (is_chosen (fixture, "Private space"));
  choose (fixture, "Not encrypted");
  choose (fixture, "_Save");
  g_assert_cmpuint (count_rows (fixture), ==, 1);
  g_assert_false (waits (fixture));
  g_assert_nonnull (find_row (fixture->window, "Mood: Even"));
}

#define ADD(path, partner, function) \
  g_test_add (path, RitualsFixture, partner, rituals_fixture_set_up, function, rituals_fixture_tear_down)

int
main (int    argc,
      char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  /* What folds out is there at once. */
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, NULL);

  ADD ("/window/check-in/choice", "Robin", test_choice);
  ADD ("/window/check-in/show", "Robin", test_show);
  ADD ("/window/check-in/private", "Robin", test_private);
  ADD ("/window/check-in/out-of-sight", "Robin", test_out_of_sight);
  ADD ("/window/check-in/kept-in-memory", "Robin", test_kept_in_memory);
  ADD ("/window/check-in/kept-until-unlocked", "Robin", test_kept_until_unlocked);
  ADD ("/window/check-in/kept-and-left", "Robin", test_kept_and_left);
  ADD ("/window/check-in/kept-and-erased", "Robin", test_kept_and_erased);
  ADD ("/window/check-in/kept-without-safety", "Robin", test_kept_without_safety);
  ADD ("/window/check-in/from-detail", "Robin", test_from_detail);
  g_test_add ("/window/check-in/change-waiting/shown", RitualsFixture, "Show to both", rituals_fixture_set_up,
              test_change_waiting, rituals_fixture_tear_down);
  g_test_add ("/window/check-in/change-waiting/private", RitualsFixture, "Keep private", rituals_fixture_set_up,
              test_change_waiting, rituals_fixture_tear_down);
  ADD ("/window/check-in/opened-meanwhile", "Robin", test_opened_meanwhile);
  ADD ("/window/check-in/hand-over", "Robin", test_hand_over);
  ADD ("/window/check-in/private-editor", "Robin", test_private_editor);
  ADD ("/window/check-in/together", "Robin", test_together);
  ADD ("/window/check-in/not-yet", "Robin", test_not_yet);
  ADD ("/window/check-in/moment", "Robin", test_moment);
  ADD ("/window/check-in/solo", NULL, test_solo);

  return g_test_run ();
}

/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "bridge-reminders-editor.h"
#include "bridge-rule-editor.h"
#include "bridge-steps-editor.h"
#include "rituals-fixture.h"

static GtkWidget *
present (RitualsFixture *fixture,
         BridgeRitual   *ritual)
{
  GtkWidget *editor = NULL;

  if (fixture->window == NULL)
    rituals_fixture_show (fixture, gtk_label_new ("Behind"));
  editor = bridge_ritual_editor_new (fixture->space, ritual, GTK_WINDOW (fixture->window));
  gtk_window_present (GTK_WINDOW (editor));
  gtk_test_widget_wait_for_draw (editor);
  settle ();

  return editor;
}

static void
type (GtkWidget  *editor,
      const char *title,
      const char *text)
{
  GtkWidget *row = find_row (editor, title);

  g_assert_nonnull (row);
  gtk_editable_set_text (GTK_EDITABLE (row), text);
  settle ();
}

static void
set_switch (GtkWidget  *editor,
            const char *title,
            gboolean    active)
{
  gtk_switch_set_active (GTK_SWITCH (find_type (find_row (editor, title), GTK_TYPE_SWITCH)), active);
  settle ();
}

static void
choose (GtkWidget  *editor,
        const char *title,
        guint       selected)
{
  adw_combo_row_set_selected (ADW_COMBO_ROW (find_row (editor, title)), selected);
  settle ();
}

/* The editor closes by itself and leaves nothing behind. */
static void
save (GtkWidget *editor)
{
  g_object_add_weak_pointer (G_OBJECT (editor), (gpointer *) &editor);
  g_assert_true (gtk_widget_activate_action (editor, "editor.save", NULL));
  settle ();
  g_assert_null (editor);
}

static void
cancel (GtkWidget *editor)
{
  g_object_add_weak_pointer (G_OBJECT (editor), (gpointer *) &editor);
  g_assert_true (gtk_widget_activate_action (editor, "editor.cancel", NULL));
  settle ();
  if (find_question () != NULL)
    answer_question (FALSE);
  g_assert_null (editor);
}

static BridgeRitual *
get_only (RitualsFixture *fixture)
{
  g_assert_cmpuint (g_list_model_get_n_items (bridge_space_get_rituals (fixture->space)), ==, 1);

  return g_list_model_get_item (bridge_space_get_rituals (fixture->space), 0);
}

static void
test_new (RitualsFixture *fixture,
          gconstpointer   partner)
{
  GtkWidget *editor = present (fixture, NULL);
  GtkWidget *button = NULL;
  g_autoptr (BridgeRitual) ritual = NULL;

  /* Nothing typed yet: saving waits, says why, and does not complain about the empty field. */
  button = find_button (editor, "_Propose");
  g_assert_nonnull (button);
  g_assert_false (gtk_widget_is_sensitive (button));
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                       "It still needs a name.");
  g_assert_nonnull (find_label (editor, "It still needs a name."));
  g_assert_null (find_label (editor, "A few words are enough for a name."));
  assert_all_named (editor);

  type (editor, "What it is called", "Tea");
  g_assert_true (gtk_widget_is_sensitive (button));
  type (editor, "What it is called", "");
  g_assert_nonnull (find_label (editor, "A few words are enough for a name."));
  g_assert_true (gtk_widget_has_css_class (find_row (editor, "What it is called"), "warning"));
  type (editor, "What it is called", "  Tea ");
  type (editor, "When … then we …", "When it is dark, we drink tea.");
  type (editor, "Smaller version, for tired days", "One cup");
  choose (editor, "Closeness", 2);
  gtk_spin_button_set_value (GTK_SPIN_BUTTON (find_type (find_row (editor, "Minutes"), GTK_TYPE_SPIN_BUTTON)),
                             25);
  bridge_steps_editor_set_steps (BRIDGE_STEPS_EDITOR (find_type (editor, BRIDGE_TYPE_STEPS_EDITOR)),
                                 (const char *[]) { "Boil water", " ", "Pour", NULL });
  bridge_reminders_editor_set_remind (
      BRIDGE_REMINDERS_EDITOR (find_type (editor, BRIDGE_TYPE_REMINDERS_EDITOR)), "45,10");
  set_switch (editor, "Take turns to lead", TRUE);
  choose (editor, "Whose turn is next", 1);
  save (editor);

  ritual = get_only (fixture);
  g_assert_cmpstr (bridge_ritual_get_title (ritual), ==, "Tea");
  g_assert_cmpstr (bridge_ritual_get_when_then (ritual), ==, "When it is dark, we drink tea.");
  g_assert_cmpstr (bridge_ritual_get_smaller (ritual), ==, "One cup");
  g_assert_cmpint (bridge_ritual_get_closeness (ritual), ==, 3);
  g_assert_cmpint (bridge_ritual_get_minutes (ritual), ==, 25);
  g_assert_cmpuint (g_strv_length ((GStrv) bridge_ritual_get_steps (ritual)), ==, 2);
  g_assert_cmpstr (bridge_ritual_get_remind (ritual), ==, "45,10");
  g_assert_cmpint (bridge_ritual_get_state (ritual), ==, BRIDGE_RITUAL_PROPOSED);
  g_assert_cmpstr (bridge_ritual_get_lead (ritual), ==,
                   bridge_person_get_id (bridge_space_get_partner (fixture->space)));
  g_assert_null (bridge_ritual_get_who (ritual));
}

/* What is for both is proposed, in words of one's own if one likes; who is asked, and what happens until then, is said. */
static void
test_propose (RitualsFixture *fixture,
              gconstpointer   partner)
{
  GtkWidget *editor = present (fixture, NULL);
  g_autoptr (BridgeRitual) ritual = NULL;
  BridgeInvitation *waiting = NULL;

  type (editor, "What it is called", "Tea");
  g_assert_nonnull (find_button (editor, "_Propose"));
  g_assert_nonnull (find_label (editor, "Robin is asked. Until there is a yes, nothing reminds of it."));
  type (editor, "A few words of your own, if you like", "Shall we?");
  assert_all_named (editor);
  save (editor);

  ritual = get_only (fixture);
  g_assert_cmpint (bridge_ritual_get_state (ritual), ==, BRIDGE_RITUAL_PROPOSED);
  waiting = bridge_space_find_waiting (fixture->space, BRIDGE_INVITATION_RITUAL, bridge_ritual_get_id (ritual));
  g_assert_nonnull (waiting);
  g_assert_cmpstr (bridge_invitation_get_words (waiting), ==, "Shall we?");

  /* Who has proposed it may word it anew; that asks nobody again. */
  editor = present (fixture, ritual);
  g_assert_nonnull (find_button (editor, "_Save"));
  type (editor, "What it is called", "Coffee");
  save (editor);
  g_assert_cmpuint (g_list_model_get_n_items (bridge_space_get_invitations (fixture->space)), ==, 1);
}

/* The verb follows what is entered: more asks, less does not. */
static void
test_change (RitualsFixture *fixture,
             gconstpointer   partner)
{
  g_autoptr (BridgeRitual) before
      = rituals_fixture_add (fixture, "Tea", "2026-11-24T19:00", "FREQ=WEEKLY", BRIDGE_RITUAL_AGREED);
  g_autoptr (BridgeRitual) after = NULL;
  g_autoptr (BridgeRitual) agreed = NULL;
  GtkWidget *editor = present (fixture, before);
  GtkSpinButton *minutes = GTK_SPIN_BUTTON (find_type (find_row (editor, "Minutes"), GTK_TYPE_SPIN_BUTTON));

  g_assert_nonnull (find_button (editor, "_Save"));
  gtk_spin_button_set_value (minutes, 5);
  g_assert_nonnull (find_button (editor, "_Save"));
  gtk_spin_button_set_value (minutes, 40);
  g_assert_nonnull (find_button (editor, "_Propose"));
  g_assert_nonnull (find_label (editor, "Robin is asked. Until there is a yes, everything stays as it is."));
  save (editor);

  after = rituals_fixture_find (fixture, bridge_ritual_get_id (before));
  g_assert_cmpint (bridge_ritual_get_minutes (after), ==, bridge_ritual_get_minutes (before));
  rituals_fixture_say_yes (fixture, bridge_ritual_get_id (before));
  agreed = rituals_fixture_find (fixture, bridge_ritual_get_id (before));
  g_assert_cmpint (bridge_ritual_get_minutes (agreed), ==, 40);
}

/* What is of both becomes one's own with a yes. */
static void
test_not_taken (RitualsFixture *fixture,
                gconstpointer   partner)
{
  g_autoptr (BridgeRitual) before
      = rituals_fixture_add (fixture, "Tea", "2026-11-24T19:00", "FREQ=WEEKLY", BRIDGE_RITUAL_AGREED);
  g_autoptr (BridgeRitual) after = NULL;
  GtkWidget *editor = present (fixture, before);

  choose (editor, "Who", 1);
  g_assert_nonnull (find_button (editor, "_Propose"));
  g_assert_nonnull (find_label (editor, "Robin is asked. Until there is a yes, everything stays as it is."));
  save (editor);

  after = rituals_fixture_find (fixture, bridge_ritual_get_id (before));
  g_assert_null (bridge_ritual_get_who (after));
  g_assert_nonnull (bridge_space_find_waiting (fixture->space, BRIDGE_INVITATION_RITUAL, bridge_ritual_get_id (before)));
}

static void
test_only_me (RitualsFixture *fixture,
              gconstpointer   partner)
{
  GtkWidget *editor = present (fixture, NULL);
  g_autoptr (BridgeRitual) ritual = NULL;

  type (editor, "What it is called", "A bath");
  choose (editor, "Who", 1);
  g_assert_nonnull (find_button (editor, "_Save"));
  g_assert_false (gtk_widget_get_visible (find_row (editor, "Take turns to lead")));
  save (editor);

  ritual = get_only (fixture);
  g_assert_cmpint (bridge_ritual_get_state (ritual), ==, BRIDGE_RITUAL_AGREED);
  g_assert_cmpstr (bridge_ritual_get_who (ritual), ==,
                   bridge_person_get_id (bridge_space_get_me (fixture->space)));
}

/* Alone there is nobody to ask: no empty half. */
static void
test_solo (RitualsFixture *fixture,
           gconstpointer   partner)
{
  GtkWidget *editor = present (fixture, NULL);
  g_autoptr (BridgeRitual) ritual = NULL;

  g_assert_false (gtk_widget_get_visible (find_row (editor, "Who")));
  g_assert_nonnull (find_button (editor, "_Save"));
  g_assert_false (gtk_widget_get_visible (find_row (editor, "Take turns to lead")));
  type (editor, "What it is called", "A bath");
  save (editor);

  ritual = get_only (fixture);
  g_assert_cmpint (bridge_ritual_get_state (ritual), ==, BRIDGE_RITUAL_AGREED);
}

/* A rule that no preset says comes back as it was, and so does everything else. */
static void
test_edit_unchanged (RitualsFixture *fixture,
                     gconstpointer   partner)
{
  static const char *const rules[] = {
    "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1", "FREQ=WEEKLY", "FREQ=WEEKLY;BYDAY=TU,FR;INTERVAL=2",
    "FREQ=DAILY;UNTIL=20270301T120000", "FREQ=MONTHLY;BYMONTHDAY=1,15;COUNT=9", NULL,
  };

  for (guint i = 0; i < G_N_ELEMENTS (rules); i++)
    {
      g_autoptr (BridgeRitual) before
          = rituals_fixture_add (fixture, "Tea", "2026-11-24T19:00", rules[i], BRIDGE_RITUAL_AGREED);
      g_autoptr (BridgeRitual) after = NULL;
      g_autofree char *rule_before = bridge_schedule_dup_rule (bridge_ritual_get_schedule (before));
      g_autofree char *rule_after = NULL;
      GtkWidget *editor = present (fixture, before);

      type (editor, "Smaller version, for tired days", "One cup");
      save (editor);

      after = rituals_fixture_find (fixture, bridge_ritual_get_id (before));
      rule_after = bridge_schedule_dup_rule (bridge_ritual_get_schedule (after));
      g_assert_cmpstr (rule_before, ==, rule_after);
      g_assert_true (
          bridge_schedule_equal (bridge_ritual_get_schedule (before), bridge_ritual_get_schedule (after)));
      g_assert_cmpstr (bridge_ritual_get_smaller (after), ==, "One cup");
      g_assert_cmpstr (bridge_ritual_get_title (after), ==, "Tea");
      g_assert_cmpint (bridge_ritual_get_state (after), ==, BRIDGE_RITUAL_AGREED);
      g_assert_cmpstr (bridge_ritual_get_remind (after), ==, bridge_ritual_get_remind (before));
      g_assert_cmpint (bridge_ritual_get_minutes (after), ==, bridge_ritual_get_minutes (before));
    }
}

static void
test_cancel (RitualsFixture *fixture,
             gconstpointer   partner)
{
  GtkWidget *editor = present (fixture, NULL);

  type (editor, "What it is called", "Tea");
  cancel (editor);
  g_assert_cmpuint (g_list_model_get_n_items (bridge_space_get_rituals (fixture->space)), ==, 0);
}

/* What is too long is said under its row, and nothing is saved. */
static void
test_too_long (RitualsFixture *fixture,
               gconstpointer   partner)
{
  GtkWidget *editor = present (fixture, NULL);
  g_autofree char *text = g_strnfill (300, 'a');

  type (editor, "What it is called", "Tea");
  type (editor, "When … then we …", text);
  g_assert_nonnull (find_label (editor, "There is room for 240 characters here."));
  g_assert_false (gtk_widget_is_sensitive (find_button (editor, "_Propose")));
  type (editor, "When … then we …", "");
  g_assert_null (find_label (editor, "There is room for 240 characters here."));
  g_assert_true (gtk_widget_is_sensitive (find_button (editor, "_Propose")));
  cancel (editor);
}

/* Tab reaches every button, entry, switch and spin button of the editor, and comes round. */
static void
test_keyboard (RitualsFixture *fixture,
               gconstpointer   partner)
{
  GtkWidget *editor = present (fixture, NULL);
  g_autoptr (GHashTable) reached = g_hash_table_new (NULL, NULL);
  static const char *const names[]
      = { "Monday", "Sunday", "Add a Time", "At its time", "1 day before", "Add a Step", "_Cancel" };

  activate (editor);
  for (int i = 0; i < 120; i++)
    {
      gtk_widget_child_focus (editor, GTK_DIR_TAB_FORWARD);
      g_hash_table_add (reached, gtk_window_get_focus (GTK_WINDOW (editor)));
    }

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_test_message ("%s", names[i]);
      g_assert_true (g_hash_table_contains (reached, find_button (editor, names[i])));
    }

  cancel (editor);
}

/* Steps can be moved and removed from their menu. */
static void
test_steps (RitualsFixture *fixture,
            gconstpointer   partner)
{
  BridgeStepsEditor *steps = BRIDGE_STEPS_EDITOR (bridge_steps_editor_new ());
  g_auto (GStrv) moved = NULL;
  g_auto (GStrv) removed = NULL;

  rituals_fixture_show (fixture, GTK_WIDGET (steps));
  bridge_steps_editor_set_steps (steps, (const char *[]) { "One", "Two", "Three", NULL });
  settle ();
  assert_all_named (GTK_WIDGET (steps));

  g_assert_true (gtk_widget_activate_action (find_row (GTK_WIDGET (steps), "Step 1"), "step.down", NULL));
  settle ();
  moved = bridge_steps_editor_dup_steps (steps);
  g_assert_cmpstrv (moved, ((const char *const[]) { "Two", "One", "Three", NULL }));

  g_assert_true (gtk_widget_activate_action (find_row (GTK_WIDGET (steps), "Step 2"), "step.remove", NULL));
  settle ();
  removed = bridge_steps_editor_dup_steps (steps);
  g_assert_cmpstrv (removed, ((const char *const[]) { "Two", "Three", NULL }));

  /* Enter in a step that says something makes room for the next. */
  g_signal_emit_by_name (find_row (GTK_WIDGET (steps), "Step 1"), "entry-activated");
  settle ();
  g_assert_nonnull (find_row (GTK_WIDGET (steps), "Step 3"));
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (find_row (GTK_WIDGET (steps), "Step 2"))), ==, "");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (find_row (GTK_WIDGET (steps), "Step 3"))), ==,
                   "Three");
}

static void
test_remind_after (void)
{
  BridgeRemindersEditor *editor = BRIDGE_REMINDERS_EDITOR (g_object_ref_sink (bridge_reminders_editor_new ()));
  GtkWidget *check = find_type (GTK_WIDGET (editor), GTK_TYPE_CHECK_BUTTON);
  g_autofree char *kept = NULL;
  g_autofree char *without = NULL;
  g_autofree char *with = NULL;

  bridge_reminders_editor_set_remind (editor, "10,0,-45");
  g_assert_true (gtk_check_button_get_active (GTK_CHECK_BUTTON (check)));
  kept = bridge_reminders_editor_dup_remind (editor);
  g_assert_cmpstr (kept, ==, "10,0,-45");
  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), FALSE);
  without = bridge_reminders_editor_dup_remind (editor);
  g_assert_cmpstr (without, ==, "10,0");

  bridge_reminders_editor_set_remind (editor, "0");
  g_assert_false (gtk_check_button_get_active (GTK_CHECK_BUTTON (check)));
  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), TRUE);
  with = bridge_reminders_editor_dup_remind (editor);
  g_assert_cmpstr (with, ==, "0,-30");
  g_assert_finalize_object (editor);
}

int
main (int   argc,
      char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();

#define ADD(path, partner, func) \
  g_test_add (path, RitualsFixture, partner, rituals_fixture_set_up, func, rituals_fixture_tear_down)

  ADD ("/window/ritual-editor/new", "Robin", test_new);
  ADD ("/window/ritual-editor/propose", "Robin", test_propose);
  ADD ("/window/ritual-editor/change", "Robin", test_change);
  ADD ("/window/ritual-editor/not-taken", "Robin", test_not_taken);
  ADD ("/window/ritual-editor/only-me", "Robin", test_only_me);
  ADD ("/window/ritual-editor/solo", NULL, test_solo);
  ADD ("/window/ritual-editor/edit-unchanged", "Robin", test_edit_unchanged);
  ADD ("/window/ritual-editor/cancel", "Robin", test_cancel);
  ADD ("/window/ritual-editor/too-long", "Robin", test_too_long);
  ADD ("/window/ritual-editor/keyboard", "Robin", test_keyboard);
  ADD ("/window/ritual-editor/steps", "Robin", test_steps);
  g_test_add_func ("/window/ritual-editor/remind-after", test_remind_after);

  return g_test_run ();
}

/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "bridge-care-window.h"
#include "bridge-date-entry.h"
#include "bridge-form.h"
#include "bridge-hand-over.h"
#include "bridge-meanings-window.h"
#include "bridge-moment-editor.h"
#include "bridge-pause-form.h"
#include "bridge-pause-page.h"
#include "bridge-pause-settings.h"
#include "bridge-private-editor.h"
#include "bridge-reflect-page.h"
#include "bridge-safety.h"
#include "bridge-share-form.h"
#include "bridge-space-cares.h"
#include "bridge-window.h"
#include "calendar-fixture.h"
#include "rituals-fixture.h"

#define WORDS "You put the kettle on."

/* What all editors have in common, and the two windows with a short list: nothing that was typed is lost without a question. */

static void
set_up (RitualsFixture *fixture,
        gconstpointer   data)
{
  rituals_fixture_set_up (fixture, "Robin");
}

static void
show (RitualsFixture *fixture)
{
  fixture->window = bridge_window_new (NULL);
  bridge_window_set_space (BRIDGE_WINDOW (fixture->window), fixture->space);
  gtk_window_present (GTK_WINDOW (fixture->window));
  gtk_test_widget_wait_for_draw (fixture->window);
  settle ();
}

static BridgePrivate *
open_private (RitualsFixture *fixture)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *code = NULL;
  BridgePrivate *private_space;

  bridge_window_show_page (BRIDGE_WINDOW (fixture->window), "reflect");
  private_space = bridge_reflect_page_get_private (BRIDGE_REFLECT_PAGE (find_type (fixture->window, BRIDGE_TYPE_REFLECT_PAGE)));
  bridge_private_set_cost (private_space, 1, 8 * 1024);
  code = bridge_private_set_up (private_space, "plate walnut river", &error);
  g_assert_no_error (error);
  settle ();
  return private_space;
}

static GtkWidget *
make_win (RitualsFixture *fixture)
{
  return bridge_win_editor_new (fixture->space, NULL, GTK_WINDOW (fixture->window));
}

static GtkWidget *
make_ritual (RitualsFixture *fixture)
{
  return bridge_ritual_editor_new (fixture->space, NULL, GTK_WINDOW (fixture->window));
}

static GtkWidget *
make_promise (RitualsFixture *fixture)
{
  return bridge_promise_editor_new (fixture->space, NULL, GTK_WINDOW (fixture->window));
}

static GtkWidget *
make_boundary (RitualsFixture *fixture)
{
  return bridge_boundary_editor_new (fixture->space, NULL, NULL, BRIDGE_LOCAL_NONE, GTK_WINDOW (fixture->window));
}

static GtkWidget *
make_moment (RitualsFixture *fixture)
{
  return bridge_moment_editor_new (fixture->space, GTK_WINDOW (fixture->window));
}

static GtkWidget *
make_settings (RitualsFixture *fixture)
{
  GtkWidget *editor = bridge_pause_settings_new (fixture->space, GTK_WINDOW (fixture->window));

  click (find_button (editor, "Add a Line"));
  return editor;
}

static GtkWidget *
make_pause_form (RitualsFixture *fixture,
                 gboolean        review)
{
  g_autoptr (BridgePause) called = bridge_space_call_pause (fixture->space, NULL);
  BridgePause *pause;

  g_assert_nonnull (called);
  bridge_fake_clock_advance (BRIDGE_FAKE_CLOCK (fixture->clock), 20 * BRIDGE_MS_PER_MINUTE);
  for (int i = 0; i < 2; i++)
    {
      g_assert_true (bridge_space_answer_pause (fixture->space, BRIDGE_READINESS_READY, NULL));
      g_assert_true (bridge_space_set_speaker (fixture->space, bridge_person_get_id (bridge_space_get_listener (fixture->space)), NULL));
    }
  g_assert_true (bridge_space_end_pause_talk (fixture->space, NULL));
  if (review)
    bridge_fake_clock_advance (BRIDGE_FAKE_CLOCK (fixture->clock), 49 * 60 * (gint64) BRIDGE_MS_PER_MINUTE);
  settle ();
  pause = bridge_space_get_pause (fixture->space);
  if (review)
    return bridge_pause_form_new_review (fixture->space, pause, GTK_WINDOW (fixture->window));
  return bridge_pause_form_new_follow_up (fixture->space, bridge_pause_get_id (pause), GTK_WINDOW (fixture->window));
}

static GtkWidget *
make_follow_up (RitualsFixture *fixture)
{
  return make_pause_form (fixture, FALSE);
}

static GtkWidget *
make_review (RitualsFixture *fixture)
{
  return make_pause_form (fixture, TRUE);
}

static GtkWidget *
make_share (RitualsFixture *fixture)
{
  BridgePrivate *private_space = open_private (fixture);
  g_autoptr (BridgePrivateEntry) entry = bridge_private_entry_new (BRIDGE_PRIVATE_JOURNAL, local ("2026-11-22"));

  return bridge_share_form_new (private_space, entry, GTK_WINDOW (fixture->window));
}

static GtkWidget *
make_private (RitualsFixture *fixture)
{
  BridgePrivate *private_space = open_private (fixture);
  g_autoptr (BridgePrivateEntry) entry = bridge_private_entry_new (BRIDGE_PRIVATE_JOURNAL, local ("2026-11-22"));

  return bridge_private_editor_new (private_space, entry, GTK_WINDOW (fixture->window));
}

static GtkWidget *
make_care (RitualsFixture *fixture)
{
  return bridge_care_window_new (fixture->space, GTK_WINDOW (fixture->window));
}

static GtkWidget *
make_likes (RitualsFixture *fixture)
{
  return bridge_meanings_window_new (fixture->space, GTK_WINDOW (fixture->window));
}

/* As GTK would tell those who listen first. */
static void
press_in_calendar (GtkWidget       *calendar,
                   guint            key,
                   GdkModifierType  modifiers)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (calendar);
  gboolean heard = FALSE;

  for (guint i = 0; i < g_list_model_get_n_items (controllers) && !heard; i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_EVENT_CONTROLLER_KEY (controller) && gtk_event_controller_get_propagation_phase (controller) == GTK_PHASE_CAPTURE)
        g_signal_emit_by_name (controller, "key-pressed", key, 0, modifiers, &heard);
    }
  g_assert_true (heard);
  settle ();
}

/* By the keyboard the calendar begins at the day that is typed, and choosing one closes it. */
static void
test_calendar (RitualsFixture *fixture,
               gconstpointer   unused)
{
  GtkWidget *editor, *day, *calendar;
  GtkMenuButton *button;

  show (fixture);
  editor = make_promise (fixture);
  gtk_window_present (GTK_WINDOW (editor));
  settle ();
  day = find_type (editor, BRIDGE_TYPE_DATE_ENTRY);
  button = GTK_MENU_BUTTON (find_type (day, GTK_TYPE_MENU_BUTTON));
  bridge_date_entry_set_date (BRIDGE_DATE_ENTRY (day), local ("2026-11-30"));
  gtk_menu_button_popup (button);
  settle ();
  calendar = find_type (GTK_WIDGET (gtk_menu_button_get_popover (button)), GTK_TYPE_CALENDAR);
  g_assert_true (gtk_widget_is_focus (calendar));

  press_in_calendar (calendar, GDK_KEY_Right, 0);
  press_in_calendar (calendar, GDK_KEY_Down, 0);
  g_assert_cmpint (bridge_date_entry_get_date (BRIDGE_DATE_ENTRY (day)), ==, local ("2026-11-30"));
  press_in_calendar (calendar, GDK_KEY_space, 0);
  g_assert_cmpint (bridge_date_entry_get_date (BRIDGE_DATE_ENTRY (day)), ==, local ("2026-12-08"));
  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (gtk_menu_button_get_popover (button))));

  gtk_menu_button_popup (button);
  settle ();
  press_in_calendar (calendar, GDK_KEY_Page_Down, 0);
  press_in_calendar (calendar, GDK_KEY_Up, GDK_CONTROL_MASK);
  press_in_calendar (calendar, GDK_KEY_Left, 0);
  press_in_calendar (calendar, GDK_KEY_Return, 0);
  g_assert_cmpint (bridge_date_entry_get_date (BRIDGE_DATE_ENTRY (day)), ==, local ("2026-01-07"));
  gtk_window_destroy (GTK_WINDOW (editor));
}

static const struct {
  const char *name;
  GtkWidget *(*make) (RitualsFixture *fixture);
} editors[] = {
  { "win", make_win },           { "ritual", make_ritual },       { "promise", make_promise },
  { "boundary", make_boundary }, { "moment", make_moment },       { "pause-settings", make_settings },
  { "follow-up", make_follow_up }, { "review", make_review },     { "share", make_share },
  { "care", make_care },         { "likes", make_likes },
};

static gboolean
match_field (GtkWidget     *widget,
             gconstpointer  data)
{
  return (GTK_IS_TEXT_VIEW (widget) && gtk_text_view_get_editable (GTK_TEXT_VIEW (widget))) || ADW_IS_ENTRY_ROW (widget) ||
         (GTK_IS_ENTRY (widget) && !gtk_widget_has_css_class (widget, "numeric"));
}

static void
type (GtkWidget  *editor,
      const char *text)
{
  GtkWidget *field = find_widget (editor, match_field, NULL);

  g_assert_nonnull (field);
  if (GTK_IS_TEXT_VIEW (field))
    gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (field)), text, -1);
  else
    gtk_editable_set_text (GTK_EDITABLE (field), text);
  settle ();
}

static GtkWidget *
present (RitualsFixture *fixture,
         GtkWidget      *(*make) (RitualsFixture *fixture))
{
  GtkWidget *editor = make (fixture);

  gtk_window_present (GTK_WINDOW (editor));
  gtk_test_widget_wait_for_draw (editor);
  settle ();
  return editor;
}

static void
escape (GtkWidget *editor)
{
  if (BRIDGE_IS_LINES_WINDOW (editor))
    press (editor, GDK_KEY_Escape, 0);
  else
    g_assert_true (gtk_widget_activate_action (editor, "editor.cancel", NULL));
  settle ();
}

static gboolean
match_words (GtkWidget     *widget,
             gconstpointer  words)
{
  g_autofree char *text = NULL;

  if (GTK_IS_EDITABLE (widget))
    text = g_strdup (gtk_editable_get_text (GTK_EDITABLE (widget)));
  else if (GTK_IS_TEXT_VIEW (widget))
    g_object_get (gtk_text_view_get_buffer (GTK_TEXT_VIEW (widget)), "text", &text, NULL);
  else if (GTK_IS_LABEL (widget))
    text = g_strdup (gtk_label_get_label (GTK_LABEL (widget)));
  return text != NULL && strstr (text, words) != NULL;
}

/* By Escape, which is Cancel; and by the button of the window. */
static void
test_ask (RitualsFixture *fixture,
          gconstpointer   data)
{
  GtkWidget *(*make) (RitualsFixture *) = editors[GPOINTER_TO_UINT (data)].make;
  GtkWidget *editor;

  show (fixture);
  editor = present (fixture, make);
  g_object_add_weak_pointer (G_OBJECT (editor), (gpointer *) &editor);

  type (editor, WORDS);
  escape (editor);
  g_assert_null (find_widget (find_question (), match_words, WORDS));
  assert_all_named (find_question ());
  answer_question (TRUE);
  g_assert_true (gtk_widget_get_visible (editor));
  g_assert_nonnull (find_widget (editor, match_words, WORDS));

  /* The same question, however often it is closed. */
  gtk_window_close (GTK_WINDOW (editor));
  gtk_window_close (GTK_WINDOW (editor));
  settle ();
  answer_question (TRUE);
  g_assert_nonnull (editor);

  /* What is as it was is nothing to ask about. */
  type (editor, "");
  type (editor, WORDS);
  escape (editor);
  answer_question (FALSE);
  g_assert_null (editor);
  g_assert_null (find_question ());
}

static void
test_unchanged (RitualsFixture *fixture,
                gconstpointer   data)
{
  GtkWidget *editor;

  show (fixture);
  editor = present (fixture, editors[GPOINTER_TO_UINT (data)].make);
  g_object_add_weak_pointer (G_OBJECT (editor), (gpointer *) &editor);
  type (editor, WORDS);
  type (editor, "");
  escape (editor);
  g_assert_null (find_question ());
  g_assert_null (editor);
}

static void
quit_from (GtkWidget *editor)
{
  if (gtk_root_get_focus (GTK_ROOT (editor)) == NULL)
    gtk_widget_child_focus (editor, GTK_DIR_TAB_FORWARD);
  press (editor, GDK_KEY_q, GDK_CONTROL_MASK);
}

/* Ctrl+Q closes everything, and asks once. */
static void
test_quit (RitualsFixture *fixture,
           gconstpointer   data)
{
  GtkWidget *editor;
  GtkWidget *window;

  show (fixture);
  editor = present (fixture, editors[GPOINTER_TO_UINT (data)].make);
  window = fixture->window;
  g_object_add_weak_pointer (G_OBJECT (window), (gpointer *) &window);
  type (editor, WORDS);
  quit_from (editor);
  answer_question (TRUE);
  g_assert_true (gtk_widget_get_visible (window) && gtk_widget_get_visible (editor));
  g_object_add_weak_pointer (G_OBJECT (editor), (gpointer *) &editor);
  quit_from (editor);
  answer_question (FALSE);
  g_assert_null (editor);
  g_assert_null (find_question ());
  g_assert_null (window);
  fixture->window = NULL;
}

/* An entry asks nothing: it waits as a draft. */
static void
test_private (RitualsFixture *fixture,
              gconstpointer   data)
{
  GtkWidget *editor;
  BridgePrivate *private_space;

  show (fixture);
  editor = present (fixture, make_private);
  g_object_add_weak_pointer (G_OBJECT (editor), (gpointer *) &editor);
  private_space = bridge_reflect_page_get_private (BRIDGE_REFLECT_PAGE (find_type (fixture->window, BRIDGE_TYPE_REFLECT_PAGE)));
  type (editor, WORDS);
  escape (editor);
  g_assert_null (find_question ());
  g_assert_null (editor);
  g_assert_cmpuint (g_list_model_get_n_items (bridge_private_get_entries (private_space)), ==, 1);
}

/* Locking waits for no answer, and takes the question with it. */
static void
test_lock (RitualsFixture *fixture,
           gconstpointer   data)
{
  GtkWidget *editor;
  BridgePrivate *private_space;

  show (fixture);
  editor = present (fixture, make_share);
  g_object_add_weak_pointer (G_OBJECT (editor), (gpointer *) &editor);
  private_space = bridge_reflect_page_get_private (BRIDGE_REFLECT_PAGE (find_type (fixture->window, BRIDGE_TYPE_REFLECT_PAGE)));
  type (editor, WORDS);
  escape (editor);
  g_assert_nonnull (find_question ());
  press (find_question (), GDK_KEY_l, GDK_CONTROL_MASK);
  g_assert_false (bridge_private_get_unlocked (private_space));
  g_assert_null (find_question ());
  g_assert_null (editor);
}

/* From within an editor of something else, too; that stays. */
static void
test_lock_from_elsewhere (RitualsFixture *fixture,
                          gconstpointer   data)
{
  GtkWidget *editor;
  BridgePrivate *private_space;

  show (fixture);
  private_space = open_private (fixture);
  editor = present (fixture, make_win);
  type (editor, WORDS);
  press (editor, GDK_KEY_l, GDK_CONTROL_MASK);
  g_assert_false (bridge_private_get_unlocked (private_space));
  g_assert_nonnull (find_widget (editor, match_words, WORDS));
}

static void
test_pause (RitualsFixture *fixture,
            gconstpointer   data)
{
  GtkWidget *editor;

  show (fixture);
  editor = present (fixture, make_win);
  type (editor, WORDS);
  press (editor, GDK_KEY_p, GDK_CONTROL_MASK | GDK_SHIFT_MASK);
  g_assert_nonnull (find_type (fixture->window, BRIDGE_TYPE_PAUSE_PAGE));
  g_assert_null (find_question ());
  g_assert_false (gtk_widget_get_visible (editor));

  /* Leaving now would lose the words, so it asks, where one can see it. */
  gtk_widget_activate_action (fixture->window, "window.close", NULL);
  settle ();
  answer_question (TRUE);
  gtk_widget_activate_action (fixture->window, "win.back", NULL);
  settle ();
  g_assert_true (gtk_widget_get_visible (editor));
  g_assert_nonnull (find_widget (editor, match_words, WORDS));
}

static gboolean
match_button (GtkWidget     *widget,
              gconstpointer  words)
{
  return GTK_IS_BUTTON (widget) && find_label (widget, words) != NULL;
}

static void
say_who (RitualsFixture *fixture,
         const char     *label)
{
  click (find_widget (find_type (fixture->window, BRIDGE_TYPE_HAND_OVER), match_button, label));
}

/* Whoever passes the computer on is not held up; what they were writing is there when they are back, and only then. */
static void
test_hand_over (RitualsFixture *fixture,
                gconstpointer   data)
{
  GtkWidget *editor;

  show (fixture);
  editor = present (fixture, editors[GPOINTER_TO_UINT (data)].make);
  type (editor, WORDS);
  press (editor, GDK_KEY_h, GDK_CONTROL_MASK | GDK_SHIFT_MASK);
  g_assert_null (find_question ());
  g_assert_nonnull (find_type (fixture->window, BRIDGE_TYPE_HAND_OVER));
  g_assert_false (gtk_widget_get_visible (editor));
  say_who (fixture, "I Am Robin");
  g_assert_false (gtk_widget_get_visible (editor));
  g_object_unref (bridge_space_add_care (fixture->space, BRIDGE_CARE_SLEEP, "To bed", NULL));
  settle ();

  gtk_widget_activate_action (fixture->window, "win.hand-over", NULL);
  settle ();
  say_who (fixture, "I Am Ada");
  g_assert_true (gtk_widget_get_visible (editor));
  g_assert_nonnull (find_widget (editor, match_words, WORDS));
  g_assert_null (find_label (editor, "To bed"));
}

/* The other one is not asked about words that they cannot see. */
static void
test_quit_by_other (RitualsFixture *fixture,
                    gconstpointer   data)
{
  GtkWidget *editor;
  GtkWidget *window;

  show (fixture);
  window = g_object_ref (fixture->window);
  editor = present (fixture, make_win);
  type (editor, WORDS);
  gtk_widget_activate_action (window, "win.hand-over", NULL);
  settle ();
  say_who (fixture, "I Am Robin");
  gtk_widget_activate_action (window, "window.close", NULL);
  settle ();
  g_assert_null (find_question ());
  fixture->window = NULL;
  g_assert_finalize_object (window);
}

/* Safety first: it asks nothing, whatever is being written. */
static void
test_close_now (RitualsFixture *fixture,
                gconstpointer   data)
{
  GtkWidget *editor;
  GtkWidget *safety;
  GtkWidget *window;

  show (fixture);
  window = g_object_ref (fixture->window);
  editor = present (fixture, make_win);
  type (editor, WORDS);
  safety = bridge_safety_new (GTK_WINDOW (window), FALSE);
  gtk_window_present (GTK_WINDOW (safety));
  settle ();
  click (find_button (safety, "_Close Now"));
  settle ();
  g_assert_null (find_question ());
  fixture->window = NULL;
  g_assert_finalize_object (window);
}

/* The sentence under a field goes with what it stands in; the field may stay, and have another one. */
static void
test_field_note (RitualsFixture *fixture,
                 gconstpointer   data)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  g_autoptr (GtkWidget) list = g_object_ref_sink (gtk_list_box_new ());
  g_autoptr (GtkWidget) field = g_object_ref_sink (adw_entry_row_new ());

  rituals_fixture_show (fixture, box);
  gtk_list_box_append (GTK_LIST_BOX (list), field);
  gtk_box_append (GTK_BOX (box), list);
  bridge_field_set_problem (field, "A day, please.");
  settle ();
  g_assert_nonnull (find_label (box, "A day, please."));
  bridge_field_set_problem (field, NULL);
  settle ();
  g_assert_null (find_label (box, "A day, please."));

  gtk_list_box_remove (GTK_LIST_BOX (list), field);
  gtk_list_box_remove (GTK_LIST_BOX (list), GTK_WIDGET (gtk_list_box_get_row_at_index (GTK_LIST_BOX (list), 0)));
  gtk_list_box_append (GTK_LIST_BOX (list), field);
  bridge_field_set_problem (field, "A time, please.");
  settle ();
  g_assert_nonnull (find_label (box, "A time, please."));
  bridge_field_set_problem (field, NULL);
  settle ();
  g_assert_null (find_label (box, "A time, please."));
}

int
main (int   argc,
      char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();

#define ADD(path, func, data) \
  g_test_add (path, RitualsFixture, data, set_up, func, rituals_fixture_tear_down)

  for (guint i = 0; i < G_N_ELEMENTS (editors); i++)
    {
      g_autofree char *ask = g_strdup_printf ("/window/editors/ask/%s", editors[i].name);
      g_autofree char *unchanged = g_strdup_printf ("/window/editors/unchanged/%s", editors[i].name);
      g_autofree char *quit = g_strdup_printf ("/window/editors/quit/%s", editors[i].name);
      g_autofree char *hand_over = g_strdup_printf ("/window/editors/hand-over/%s", editors[i].name);

      ADD (ask, test_ask, GUINT_TO_POINTER (i));
      ADD (unchanged, test_unchanged, GUINT_TO_POINTER (i));
      ADD (quit, test_quit, GUINT_TO_POINTER (i));
      if (editors[i].make == make_win || editors[i].make == make_care || editors[i].make == make_likes)
        ADD (hand_over, test_hand_over, GUINT_TO_POINTER (i));
    }
  ADD ("/window/editors/private", test_private, NULL);
  ADD ("/window/editors/lock", test_lock, NULL);
  ADD ("/window/editors/lock-from-elsewhere", test_lock_from_elsewhere, NULL);
  ADD ("/window/editors/pause", test_pause, NULL);
  ADD ("/window/editors/quit-by-other", test_quit_by_other, NULL);
  ADD ("/window/editors/close-now", test_close_now, NULL);
  ADD ("/window/editors/calendar", test_calendar, NULL);
  ADD ("/window/editors/field-note", test_field_note, NULL);

  return g_test_run ();
}

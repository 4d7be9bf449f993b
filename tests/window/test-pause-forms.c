/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "bridge-lessons-window.h"
#include "bridge-pause-form.h"
#include "bridge-pause-page.h"
#include "bridge-pause-settings.h"
#include "bridge-date-entry.h"
#include "bridge-return-popover.h"
#include "bridge-time-entry.h"
#include "bridge-soothing-view.h"
#include "bridge-steps-editor.h"
#include "bridge-words-field.h"
#include "rituals-fixture.h"

#define HOUR (60 * BRIDGE_MS_PER_MINUTE)
#define assert_done(call) \
  G_STMT_START { \
    g_autoptr (GError) error = NULL; \
    gboolean done_ = (call); \
    g_assert_no_error (error); \
    g_assert_true (done_); \
  } G_STMT_END

static void
advance (RitualsFixture *fixture,
         gint64          ms)
{
  bridge_fake_clock_advance (BRIDGE_FAKE_CLOCK (fixture->clock), ms);
  settle ();
}

static void
pass_to_other (RitualsFixture *fixture)
{
  BridgePerson *listener = bridge_space_get_listener (fixture->space);

  assert_done (bridge_space_set_speaker (fixture->space, bridge_person_get_id (listener), &error));
}

/* To the recovery window after the talk. */
static BridgePause *
recover (RitualsFixture *fixture)
{
  g_autoptr (BridgePause) called = bridge_space_call_pause (fixture->space, NULL);

  g_assert_nonnull (called);
  advance (fixture, 20 * BRIDGE_MS_PER_MINUTE);
  assert_done (bridge_space_answer_pause (fixture->space, BRIDGE_READINESS_READY, &error));
  if (bridge_space_get_partner (fixture->space) != NULL)
    {
      pass_to_other (fixture);
      assert_done (bridge_space_answer_pause (fixture->space, BRIDGE_READINESS_READY, &error));
      pass_to_other (fixture);
    }
  assert_done (bridge_space_end_pause_talk (fixture->space, &error));

  return bridge_space_get_pause (fixture->space);
}

static void
present (RitualsFixture *fixture,
         GtkWidget      *window,
         int             width)
{
  fixture->window = window;
  gtk_window_set_default_size (GTK_WINDOW (window), width, 480);
  gtk_window_present (GTK_WINDOW (window));
  gtk_test_widget_wait_for_draw (window);
  settle ();
  g_assert_cmpint (gtk_widget_get_width (window), <=, width);
  assert_all_named (window);
}

/* It has closed itself: the fixture shall not do it again. */
static void
assert_closed (RitualsFixture *fixture,
               gpointer        weak)
{
  settle ();
  g_assert_null (weak);
  fixture->window = NULL;
}

static void
fill (GtkWidget  *form,
      guint       n,
      const char *text)
{
  GtkWidget *field = find_type (form, BRIDGE_TYPE_WORDS_FIELD);

  for (; n > 0; n--)
    field = gtk_widget_get_next_sibling (field);
  bridge_words_field_set_text (BRIDGE_WORDS_FIELD (field), text);
}

static void
save (RitualsFixture *fixture,
      const char     *action)
{
  GtkWidget *window = fixture->window;

  g_object_add_weak_pointer (G_OBJECT (window), (gpointer *) &window);
  gtk_widget_activate_action (window, action, NULL);
  settle ();
  assert_closed (fixture, window);
}

static GtkWidget *
find_form (void)
{
  GListModel *toplevels = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (toplevels); i++)
    {
      g_autoptr (GtkWidget) form = g_list_model_get_item (toplevels, i);

      if (BRIDGE_IS_PAUSE_FORM (form))
        return form;
    }
  g_assert_not_reached ();
}

static void
assert_part (GtkWidget  *window,
             const char *title,
             const char *text)
{
  GtkWidget *label = find_label (window, title);

  g_assert_nonnull (label);
  g_assert_true (gtk_widget_get_next_sibling (label) == find_label (window, text));
}

/* Each writes alone, and reads the other's when both are there. */
static void
test_follow_up (RitualsFixture *fixture,
                gconstpointer   partner)
{
  BridgePause *pause = recover (fixture);
  g_autofree char *id = g_strdup (bridge_pause_get_id (pause));
  g_autoptr (GPtrArray) written = NULL;

  advance (fixture, 24 * HOUR);
  present (fixture, bridge_pause_form_new_follow_up (fixture->space, id, NULL), 360);
  g_assert_nonnull (find_label (fixture->window, "These are the words of Ada. You read each other’s when both are there."));
  fill (fixture->window, 0, "Lighter. <b>Still</b> & tired");
  fill (fixture->window, 2, "A walk");
  save (fixture, "editor.save");
  written = bridge_space_list_pause_follow_ups (fixture->space, id, NULL);
  g_assert_cmpuint (written->len, ==, 1);
  g_assert_cmpstr (bridge_pause_follow_up_get_feelings (g_ptr_array_index (written, 0)), ==, "Lighter. <b>Still</b> & tired");
  g_assert_cmpstr (bridge_pause_follow_up_get_needs (g_ptr_array_index (written, 0)), ==, "");
  g_assert_cmpstr (bridge_pause_follow_up_get_next_step (g_ptr_array_index (written, 0)), ==, "A walk");

  pass_to_other (fixture);
  present (fixture, bridge_pause_form_new_follow_up (fixture->space, id, NULL), 360);
  g_assert_null (find_label (fixture->window, "Lighter. <b>Still</b> & tired"));
  fill (fixture->window, 1, "Some quiet");
  save (fixture, "editor.save");

  /* Each part with what it is, and nothing of what was left empty. */
  present (fixture, bridge_pause_form_new_follow_up (fixture->space, id, NULL), 360);
  g_assert_nonnull (find_label (fixture->window, "Ada"));
  assert_part (fixture->window, "How it feels", "Lighter. <b>Still</b> & tired");
  g_assert_null (find_label (fixture->window, "What is needed"));
  assert_part (fixture->window, "The next step", "A walk");
}

/* Both have to want it, and neither is told who does. */
static void
test_end_quiet (RitualsFixture *fixture,
                gconstpointer   partner)
{
  BridgePause *pause = recover (fixture);
  g_autofree char *id = g_strdup (bridge_pause_get_id (pause));
  GtkWidget *window = bridge_pause_form_new_follow_up (fixture->space, id, NULL);

  present (fixture, window, 360);
  g_object_add_weak_pointer (G_OBJECT (window), (gpointer *) &window);
  click (find_button (window, "_End the Recovery Window"));
  if (partner != NULL)
    {
      g_assert_nonnull (find_label (window, "The recovery window ends when both of you want it."));
      g_assert_cmpint (bridge_pause_get_state (bridge_space_get_pause (fixture->space)), ==, BRIDGE_PAUSE_RECOVERY);
      pass_to_other (fixture);
      click (find_button (window, "_End the Recovery Window"));
    }
  assert_closed (fixture, window);
  g_assert_cmpint (bridge_pause_get_state (bridge_space_get_pause (fixture->space)), ==, BRIDGE_PAUSE_REVIEW);
}

static void
test_follow_up_solo (RitualsFixture *fixture,
                     gconstpointer   partner)
{
  BridgePause *pause = recover (fixture);

  present (fixture, bridge_pause_form_new_follow_up (fixture->space, bridge_pause_get_id (pause), NULL), 360);
  g_assert_null (find_label (fixture->window, "These are the words of Ada. You read each other’s when both are there."));
  save (fixture, "editor.cancel");
}

/* Nothing was written: that is said, and nothing is taken away. */
static void
test_follow_up_empty (RitualsFixture *fixture,
                      gconstpointer   partner)
{
  BridgePause *pause = recover (fixture);
  g_autofree char *id = g_strdup (bridge_pause_get_id (pause));
  g_autoptr (GPtrArray) written = NULL;

  present (fixture, bridge_pause_form_new_follow_up (fixture->space, id, NULL), 360);
  gtk_widget_activate_action (fixture->window, "editor.save", NULL);
  settle ();
  g_assert_true (gtk_widget_get_mapped (fixture->window));
  written = bridge_space_list_pause_follow_ups (fixture->space, id, NULL);
  g_assert_cmpuint (written->len, ==, 0);
}

/* Nothing of it lies outside of the surface that it is drawn on. */
static void
assert_whole (GtkWidget *widget)
{
  GtkNative *native = gtk_widget_get_native (widget);
  graphene_rect_t bounds;

  gtk_test_widget_wait_for_draw (widget);
  settle ();
  g_assert_true (gtk_widget_compute_bounds (widget, GTK_WIDGET (native), &bounds));
  g_test_message ("%g of %d", bounds.origin.y + bounds.size.height, gdk_surface_get_height (gtk_native_get_surface (native)));
  g_assert_cmpfloat (bounds.origin.y + bounds.size.height, <=, gtk_widget_get_height (GTK_WIDGET (native)));
  g_assert_cmpfloat (bounds.origin.y + bounds.size.height, <=, gdk_surface_get_height (gtk_native_get_surface (native)));
}

/* When it is can be changed where it is written: what cannot be is said beside the field. */
static void
test_follow_up_time (RitualsFixture *fixture,
                     gconstpointer   partner)
{
  BridgePause *pause = recover (fixture);
  g_autofree char *id = g_strdup (bridge_pause_get_id (pause));
  gint64 planned = bridge_pause_get_follow_up_at (pause);
  GtkWidget *popover, *time, *day, *set;

  present (fixture, bridge_pause_form_new_follow_up (fixture->space, id, NULL), 360);
  g_assert_nonnull (find_label (fixture->window, "A short follow-up is planned tomorrow at 18:20."));
  popover = find_type (fixture->window, BRIDGE_TYPE_RETURN_POPOVER);
  gtk_popover_popup (GTK_POPOVER (popover));
  settle ();
  time = find_type (popover, BRIDGE_TYPE_TIME_ENTRY);
  day = find_type (popover, BRIDGE_TYPE_DATE_ENTRY);
  set = find_button (popover, "_Have It Then");
  g_assert_true (gtk_widget_get_sensitive (set));

  gtk_editable_set_text (GTK_EDITABLE (time), "25:99");
  g_assert_false (gtk_widget_get_sensitive (set));
  g_assert_true (gtk_widget_get_visible (find_label (popover, "A time such as 19:00 is needed here.")));
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (gtk_editable_get_delegate (GTK_EDITABLE (time))),
                                       GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, "A time such as 19:00 is needed here.");
  gtk_test_accessible_assert_state (GTK_ACCESSIBLE (gtk_editable_get_delegate (GTK_EDITABLE (time))),
                                    GTK_ACCESSIBLE_STATE_INVALID, GTK_ACCESSIBLE_INVALID_TRUE);
  gtk_editable_set_text (GTK_EDITABLE (time), "18:30");
  bridge_date_entry_set_date (BRIDGE_DATE_ENTRY (day), local ("2026-11-24"));
  g_assert_nonnull (find_label (popover, "The latest is Tuesday at 18:20."));
  g_assert_true (gtk_widget_has_css_class (time, "warning"));

  /* What is wrong is marked, and the button stays whole below what is said. */
  bridge_date_entry_set_date (BRIDGE_DATE_ENTRY (day), local ("2026-11-25"));
  g_assert_nonnull (find_label (popover, "The latest is Tuesday at 18:20."));
  g_assert_false (gtk_widget_has_css_class (time, "warning"));
  g_assert_true (gtk_widget_has_css_class (bridge_date_entry_get_entry (BRIDGE_DATE_ENTRY (day)), "warning"));
  settle ();
  assert_whole (set);
  bridge_date_entry_set_date (BRIDGE_DATE_ENTRY (day), local ("2026-11-21"));
  g_assert_nonnull (find_label (popover, "That day is over already."));
  g_assert_true (gtk_widget_has_css_class (bridge_date_entry_get_entry (BRIDGE_DATE_ENTRY (day)), "warning"));
  bridge_date_entry_set_date (BRIDGE_DATE_ENTRY (day), local ("2026-11-22"));
  gtk_editable_set_text (GTK_EDITABLE (time), "18:10");
  g_assert_nonnull (find_label (popover, "That time is over already."));
  g_assert_cmpint (bridge_pause_get_follow_up_at (bridge_space_get_pause (fixture->space)), ==, planned);

  gtk_editable_set_text (GTK_EDITABLE (time), "21:00");
  click (set);
  g_assert_nonnull (find_label (fixture->window, "A short follow-up is planned today at 21:00."));
  g_assert_cmpint (bridge_pause_get_follow_up_at (bridge_space_get_pause (fixture->space)), <, planned);
}

/* One person's look back leaves it open to the other one, until one of them is done with it, and then in the lessons. */
static void
test_review_two (RitualsFixture *fixture,
                 gconstpointer   partner)
{
  BridgePause *pause = recover (fixture);
  GtkWidget *window;

  advance (fixture, 49 * HOUR);
  pause = bridge_space_get_pause (fixture->space);
  present (fixture, bridge_pause_form_new_review (fixture->space, pause, NULL), 360);
  fill (fixture->window, 0, "Walking");
  fill (fixture->window, 2, "Earlier");
  save (fixture, "editor.save");
  pause = bridge_space_get_pause (fixture->space);
  g_assert_nonnull (pause);
  g_assert_cmpint (bridge_pause_get_state (pause), ==, BRIDGE_PAUSE_REVIEW);

  /* A lesson stands where lessons stand, and nowhere whose it is. */
  present (fixture, bridge_lessons_window_new (fixture->space, NULL), 360);
  g_assert_nonnull (find_label (fixture->window, "Earlier"));
  g_assert_null (find_label (fixture->window, "Ada"));
  gtk_window_destroy (GTK_WINDOW (g_steal_pointer (&fixture->window)));

  pass_to_other (fixture);
  window = bridge_pause_form_new_review (fixture->space, bridge_space_get_pause (fixture->space), NULL);
  present (fixture, window, 360);
  fill (window, 1, "The telephone");
  /* What the other one wrote is there to be read, in no field. */
  g_assert_nonnull (find_label (window, "Walking"));
  g_assert_nonnull (find_label (window, "Earlier"));
  fill (window, 0, "Tea");
  /* Somebody writes elsewhere meanwhile: what was not touched here stays as it is there, and what was, too. */
  assert_done (bridge_space_add_to_pause_review (fixture->space, bridge_pause_get_id (bridge_space_get_pause (fixture->space)),
                                                 &(BridgePauseReview) { .helped = "Silence" }, &error));
  assert_done (bridge_space_add_to_pause_review (fixture->space, bridge_pause_get_id (bridge_space_get_pause (fixture->space)),
                                                 &(BridgePauseReview) { .lesson = "And outdoors" }, &error));
  g_object_add_weak_pointer (G_OBJECT (window), (gpointer *) &window);
  click (find_button (window, "_Done Looking Back"));
  assert_closed (fixture, window);
  g_assert_null (bridge_space_get_pause (fixture->space));
  present (fixture, bridge_lessons_window_new (fixture->space, NULL), 360);
  g_assert_nonnull (find_label (fixture->window, "Walking\nSilence\nTea"));
  g_assert_nonnull (find_label (fixture->window, "The telephone"));
  g_assert_nonnull (find_label (fixture->window, "Earlier\nAnd outdoors"));
}

/* What one wrote, and the other one after it, is read once the recovery window is over, too: in the look back, outside its fields,
 * and through the lessons for ever. */
static void
test_follow_up_later (RitualsFixture *fixture,
                      gconstpointer   partner)
{
  BridgePause *pause = recover (fixture);
  g_autofree char *id = g_strdup (bridge_pause_get_id (pause));
  g_autoptr (BridgePause) closed = NULL;

  advance (fixture, 24 * HOUR);
  assert_done (bridge_space_write_pause_follow_up (fixture->space, "Lighter", "", "A walk", &error));
  pass_to_other (fixture);
  assert_done (bridge_space_write_pause_follow_up (fixture->space, "Tender", "Some quiet", "", &error));
  pass_to_other (fixture);
  advance (fixture, 25 * HOUR);
  pause = bridge_space_get_pause (fixture->space);
  g_assert_cmpint (bridge_pause_get_state (pause), ==, BRIDGE_PAUSE_REVIEW);

  present (fixture, bridge_pause_form_new_review (fixture->space, pause, NULL), 360);
  g_assert_nonnull (find_label (fixture->window, "Robin"));
  assert_part (fixture->window, "What is needed", "Some quiet");
  g_assert_nonnull (find_label (fixture->window, "Tender"));
  g_assert_nonnull (find_label (fixture->window, "Lighter"));
  assert_part (fixture->window, "The next step", "A walk");
  fill (fixture->window, 0, "Walking");
  save (fixture, "editor.save");
  closed = bridge_space_find_pause (fixture->space, id, NULL);
  g_assert_cmpstr (bridge_pause_get_helped (closed), ==, "Walking");

  assert_done (bridge_space_close_pause (fixture->space, &error));
  present (fixture, bridge_lessons_window_new (fixture->space, NULL), 360);
  click (find_button (fixture->window, "Add Something"));
  g_assert_nonnull (find_label (find_form (), "Some quiet"));
  gtk_window_destroy (GTK_WINDOW (find_form ()));
}

/* What is new below the other one's words, and what stands where nothing stood, go with one Undo. */
static void
test_review_undone (RitualsFixture *fixture,
                    gconstpointer   partner)
{
  BridgePause *pause = recover (fixture);
  g_autofree char *id = g_strdup (bridge_pause_get_id (pause));

  advance (fixture, 49 * HOUR);
  pass_to_other (fixture);
  present (fixture, bridge_pause_form_new_review (fixture->space, bridge_space_get_pause (fixture->space), NULL), 360);
  fill (fixture->window, 0, "Tea");
  fill (fixture->window, 1, "The telephone");
  assert_done (bridge_space_add_to_pause_review (fixture->space, id, &(BridgePauseReview) { .helped = "Walking" }, &error));
  save (fixture, "editor.save");
  pause = bridge_space_get_pause (fixture->space);
  g_assert_cmpstr (bridge_pause_get_helped (pause), ==, "Walking\nTea");
  g_assert_cmpstr (bridge_pause_get_hindered (pause), ==, "The telephone");

  assert_done (bridge_space_undo (fixture->space, &error));
  pause = bridge_space_get_pause (fixture->space);
  g_assert_cmpstr (bridge_pause_get_helped (pause), ==, "Walking");
  g_assert_cmpstr (bridge_pause_get_hindered (pause), ==, "");
}

/* The look back leads to the log. */
static void
test_review (RitualsFixture *fixture,
             gconstpointer   partner)
{
  g_autoptr (BridgePause) called = bridge_space_call_pause (fixture->space, NULL);
  BridgePause *pause;

  advance (fixture, 20 * BRIDGE_MS_PER_MINUTE);
  assert_done (bridge_space_answer_pause (fixture->space, BRIDGE_READINESS_READY, &error));
  assert_done (bridge_space_set_pause_topic (fixture->space, "The <holidays> & the dog", &error));
  assert_done (bridge_space_end_pause_talk (fixture->space, &error));
  advance (fixture, 49 * HOUR);
  pause = bridge_space_get_pause (fixture->space);
  g_assert_cmpint (bridge_pause_get_state (pause), ==, BRIDGE_PAUSE_REVIEW);
  present (fixture, bridge_pause_form_new_review (fixture->space, pause, NULL), 360);
  g_assert_nonnull (find_button (fixture->window, "_Let It Be"));
  fill (fixture->window, 0, "Walking");
  fill (fixture->window, 2, "We talk too <i>late</i> & too long");
  fill (fixture->window, 3, "Saturdays");
  save (fixture, "editor.save");
  g_assert_null (bridge_space_get_pause (fixture->space));

  present (fixture, bridge_lessons_window_new (fixture->space, NULL), 360);
  g_assert_nonnull (find_label (fixture->window, "Topic: The <holidays> & the dog"));
  g_assert_nonnull (find_label (fixture->window, "We talk too <i>late</i> & too long"));
  g_assert_nonnull (find_label (fixture->window, "Another way now"));
  g_assert_nonnull (find_label (fixture->window, "Saturdays"));
  g_assert_nonnull (find_label (fixture->window, "What helped"));
  g_assert_null (find_label (fixture->window, "What did not help"));
  g_assert_nonnull (find_label (fixture->window, "Sunday, 22 November"));

  /* What was written can be worded in another way, and the list follows. */
  {
    g_autoptr (BridgePause) closed = g_list_model_get_item (bridge_space_get_pauses (fixture->space), 0);

    assert_done (bridge_space_review_pause (fixture->space, bridge_pause_get_id (closed), &(BridgePauseReview) { NULL, NULL, "Earlier", NULL }, &error));
  }
  settle ();
  g_assert_nonnull (find_label (fixture->window, "Earlier"));
  g_assert_nonnull (find_label (fixture->window, "Saturdays"));
}

/* With nothing to read and nothing to look back on, there is still something to press. */
static void
test_lessons_empty (RitualsFixture *fixture,
                    gconstpointer   partner)
{
  GtkWidget *close;

  present (fixture, bridge_lessons_window_new (fixture->space, NULL), 360);
  g_assert_nonnull (find_label (fixture->window, "What a pause teaches"));
  g_assert_null (find_button (fixture->window, "_Look Back on the Last Pause"));
  close = find_button (fixture->window, "_Close");
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (fixture->window)) == close);
  click (close);
  fixture->window = NULL;
}

static void
test_let_be (RitualsFixture *fixture,
             gconstpointer   partner)
{
  GtkWidget *window;

  recover (fixture);
  advance (fixture, 49 * HOUR);
  window = bridge_pause_form_new_review (fixture->space, bridge_space_get_pause (fixture->space), NULL);
  present (fixture, window, 360);
  g_object_add_weak_pointer (G_OBJECT (window), (gpointer *) &window);
  click (find_button (window, "_Done Looking Back"));
  assert_closed (fixture, window);
  g_assert_null (bridge_space_get_pause (fixture->space));

  /* Without words there is nothing to list, not even that there was a pause; but the other one may have some still. */
  present (fixture, bridge_lessons_window_new (fixture->space, NULL), 360);
  g_assert_null (find_label (fixture->window, "Sunday, 22 November"));
  g_assert_nonnull (find_label (fixture->window, "What a pause teaches"));
  g_assert_true (gtk_widget_get_mapped (find_button (fixture->window, "_Look Back on the Last Pause")));
  {
    g_autoptr (BridgePause) last = g_list_model_get_item (bridge_space_get_pauses (fixture->space), 0);

    pass_to_other (fixture);
    assert_done (bridge_space_review_pause (fixture->space, bridge_pause_get_id (last),
                                            &(BridgePauseReview) { .helped = "Tea" }, &error));
  }
  settle ();
  g_assert_nonnull (find_label (fixture->window, "Tea"));
}

static guint
count_own (RitualsFixture *fixture)
{
  return g_list_model_get_n_items (bridge_space_get_soothing (fixture->space));
}

static const char *
get_own (RitualsFixture *fixture,
         guint           i)
{
  g_autoptr (BridgeSoothing) item = g_list_model_get_item (bridge_space_get_soothing (fixture->space), i);

  return bridge_soothing_get_text (item);
}

static void
test_settings (RitualsFixture *fixture,
               gconstpointer   partner)
{
  GtkWidget *window = bridge_pause_settings_new (fixture->space, NULL);
  BridgeStepsEditor *list = BRIDGE_STEPS_EDITOR (find_type (window, BRIDGE_TYPE_STEPS_EDITOR));
  const char *const lines[] = { "Tea", "A walk & <b>rain</b>", "Tea", NULL };
  const char *const other_lines[] = { "A walk & <b>rain</b>", "Music", NULL };
  GtkWidget *minutes;
  GtkWidget *hours;
  g_auto (GStrv) ideas = bridge_space_suggest_soothing (fixture->space);

  present (fixture, window, 360);
  minutes = find_type (find_row (window, "Minutes to calm down"), GTK_TYPE_SPIN_BUTTON);
  hours = find_type (find_row (window, "Hours of the recovery window after the talk"), GTK_TYPE_SPIN_BUTTON);
  g_assert_cmpint (gtk_spin_button_get_value_as_int (GTK_SPIN_BUTTON (minutes)), ==, 20);
  g_assert_cmpint (gtk_spin_button_get_value_as_int (GTK_SPIN_BUTTON (hours)), ==, 48);
  bridge_steps_editor_set_steps (list, lines);
  g_assert_nonnull (ideas[0]);
  click (find_button (window, ideas[0]));
  gtk_spin_button_set_value (GTK_SPIN_BUTTON (minutes), 45);
  gtk_spin_button_set_value (GTK_SPIN_BUTTON (hours), 0);
  save (fixture, "editor.save");
  g_assert_cmpuint (count_own (fixture), ==, 3);
  g_assert_cmpstr (get_own (fixture, 0), ==, "Tea");
  g_assert_cmpstr (get_own (fixture, 1), ==, "A walk & <b>rain</b>");
  g_assert_cmpstr (get_own (fixture, 2), ==, ideas[0]);
  g_assert_cmpint (bridge_space_get_pause_minutes (fixture->space), ==, 45);
  g_assert_cmpint (bridge_space_get_recovery_hours (fixture->space), ==, 0);

  /* Moved, removed and added. */
  window = bridge_pause_settings_new (fixture->space, NULL);
  present (fixture, window, 360);
  bridge_steps_editor_set_steps (BRIDGE_STEPS_EDITOR (find_type (window, BRIDGE_TYPE_STEPS_EDITOR)), other_lines);
  save (fixture, "editor.save");
  g_assert_cmpuint (count_own (fixture), ==, 2);
  g_assert_cmpstr (get_own (fixture, 0), ==, "A walk & <b>rain</b>");
  g_assert_cmpstr (get_own (fixture, 1), ==, "Music");

  window = bridge_pause_settings_new (fixture->space, NULL);
  present (fixture, window, 360);
  bridge_steps_editor_set_steps (BRIDGE_STEPS_EDITOR (find_type (window, BRIDGE_TYPE_STEPS_EDITOR)), NULL);
  gtk_widget_activate_action (window, "editor.cancel", NULL);
  settle ();
  answer_question (FALSE);
  fixture->window = NULL;
  g_assert_cmpuint (count_own (fixture), ==, 2);
}

/* One's own list, and not the other's. */
static void
test_soothing (RitualsFixture *fixture,
               gconstpointer   partner)
{
  GtkWidget *view = bridge_soothing_view_new (fixture->space);
  g_autoptr (BridgeSoothing) mine = NULL;
  g_autoptr (BridgeSoothing) theirs = NULL;

  rituals_fixture_show (fixture, view);
  g_assert_nonnull (find_button (view, "_Write Down What Helps You"));
  mine = bridge_space_add_soothing (fixture->space, "Tea", NULL);
  bridge_soothing_view_update (BRIDGE_SOOTHING_VIEW (view), TRUE);
  g_assert_nonnull (find_label (view, "What helps Ada"));
  g_assert_nonnull (find_label (view, "Tea"));

  pass_to_other (fixture);
  theirs = bridge_space_add_soothing (fixture->space, "Music", NULL);
  bridge_soothing_view_update (BRIDGE_SOOTHING_VIEW (view), TRUE);
  g_assert_nonnull (find_label (view, "What helps Robin"));
  g_assert_nonnull (find_label (view, "Music"));
  g_assert_null (find_label (view, "Tea"));
  g_assert_nonnull (find_button (view, "_Edit This List"));
  assert_all_named (fixture->window);

  /* Nobody has said yet who is here. */
  bridge_soothing_view_update (BRIDGE_SOOTHING_VIEW (view), FALSE);
  g_assert_nonnull (find_label (view, "What may help"));
  g_assert_nonnull (find_label (view, "Music"));
  g_assert_nonnull (find_label (view, "Tea"));
  g_assert_null (find_button (view, "_Edit This List"));
}

static GtkWidget *
show_pause (RitualsFixture *fixture,
            gint64          ms)
{
  g_autoptr (BridgePause) called = NULL;

  advance (fixture, ms);
  called = bridge_space_call_pause (fixture->space, NULL);
  g_assert_nonnull (called);
  rituals_fixture_show (fixture, bridge_pause_page_new (fixture->space));
  settle ();

  return fixture->window;
}

static gboolean
match_menu (GtkWidget     *widget,
            gconstpointer  label)
{
  return GTK_IS_MENU_BUTTON (widget) && gtk_widget_get_mapped (widget) &&
         g_strcmp0 (gtk_menu_button_get_label (GTK_MENU_BUTTON (widget)), label) == 0;
}

static GtkWidget *
open_popover (GtkWidget  *window,
              const char *label)
{
  GtkWidget *menu = find_widget (window, match_menu, label);

  g_assert_nonnull (menu);
  gtk_menu_button_popup (GTK_MENU_BUTTON (menu));
  settle ();

  return GTK_WIDGET (gtk_menu_button_get_popover (GTK_MENU_BUTTON (menu)));
}

/* The time can be changed in place, and the pause can be put off to another day. */
static void
test_other_times (RitualsFixture *fixture,
                  gconstpointer   partner)
{
  GtkWidget *window = show_pause (fixture, 0);
  GtkWidget *popover;

  popover = open_popover (window, "_Change the Time");
  gtk_editable_set_text (GTK_EDITABLE (find_type (popover, GTK_TYPE_ENTRY)), "19:30");
  click (find_button (popover, "_Set the Time"));
  g_assert_nonnull (find_label (window, partner != NULL ? "Back together at 19:30, in about 2 hours."
                                                        : "You come back to it at 19:30, in about 2 hours."));

  /* What cannot be is said beside the field. */
  popover = open_popover (window, "_Change the Time");
  gtk_editable_set_text (GTK_EDITABLE (find_type (popover, GTK_TYPE_ENTRY)), "25:99");
  g_assert_true (gtk_widget_get_visible (find_label (popover, "A time such as 19:00 is needed here.")));
  g_assert_false (gtk_widget_get_sensitive (find_button (popover, "_Set the Time")));
  gtk_editable_set_text (GTK_EDITABLE (find_type (popover, GTK_TYPE_ENTRY)), partner != NULL ? "19:20" : "18:10");
  g_assert_nonnull (find_label (popover, partner != NULL ? "The earliest is today at 19:30." : "The earliest is today at 18:20."));
  gtk_popover_popdown (GTK_POPOVER (popover));

  /* A time that is over already is one of tomorrow. */
  popover = open_popover (window, "_Change the Time");
  gtk_editable_set_text (GTK_EDITABLE (find_type (popover, GTK_TYPE_ENTRY)), "9:00");
  click (find_button (popover, "_Set the Time"));
  g_assert_nonnull (find_label (window, partner != NULL ? "Back together tomorrow at 09:00." : "You come back to it tomorrow at 09:00."));

  popover = open_popover (window, "_Another Day");
  g_assert_nonnull (find_button (popover, "_Come Back Then"));
  /* Enter in the day is enough. */
  g_signal_emit_by_name (bridge_date_entry_get_entry (BRIDGE_DATE_ENTRY (find_type (popover, BRIDGE_TYPE_DATE_ENTRY))), "activate");
  settle ();
  g_assert_cmpint (bridge_pause_get_state (bridge_space_get_pause (fixture->space)), ==, BRIDGE_PAUSE_ANOTHER_DAY);
  g_assert_nonnull (find_label (window, "Another day."));
  assert_all_named (window);

  /* It opens with what can be chosen; of two, one alone chooses no nearer day. */
  popover = open_popover (window, "_Choose Another Day");
  g_assert_true (gtk_widget_get_sensitive (find_button (popover, "_Come Back Then")));
  gtk_editable_set_text (GTK_EDITABLE (find_type (find_type (popover, BRIDGE_TYPE_TIME_ENTRY), GTK_TYPE_ENTRY)), "8:00");
  g_assert_cmpint (gtk_widget_get_sensitive (find_button (popover, "_Come Back Then")), ==, partner == NULL);
  gtk_popover_popdown (GTK_POPOVER (popover));
  settle ();
}

/* A pause begins at no full minute, but times are typed in those: what the popover opens with can be chosen. */
static void
test_seconds (RitualsFixture *fixture,
              gconstpointer   partner)
{
  GtkWidget *window = show_pause (fixture, 37 * 1000);
  GtkWidget *popover;

  popover = open_popover (window, "_Change the Time");
  g_assert_true (gtk_widget_get_sensitive (find_button (popover, "_Set the Time")));
  click (find_button (popover, "_Set the Time"));
  g_assert_cmpint (bridge_pause_get_return_at (bridge_space_get_pause (fixture->space)) % BRIDGE_MS_PER_MINUTE, ==, 0);
}

int
main (int   argc,
      char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();

#define ADD(path, partner, func) \
  g_test_add (path, RitualsFixture, partner, rituals_fixture_set_up, func, rituals_fixture_tear_down)

  ADD ("/pause/follow-up/two", "Robin", test_follow_up);
  ADD ("/pause/follow-up/later", "Robin", test_follow_up_later);
  ADD ("/pause/lessons/empty", "Robin", test_lessons_empty);
  ADD ("/pause/follow-up/solo", NULL, test_follow_up_solo);
  ADD ("/pause/follow-up/empty", NULL, test_follow_up_empty);
  ADD ("/pause/end-quiet", "Robin", test_end_quiet);
  ADD ("/pause/end-quiet-solo", NULL, test_end_quiet);
  ADD ("/pause/follow-up/time", "Robin", test_follow_up_time);
  ADD ("/pause/review/two", "Robin", test_review_two);
  ADD ("/pause/review/undone", "Robin", test_review_undone);
  ADD ("/pause/review/solo", NULL, test_review);
  ADD ("/pause/let-be", "Robin", test_let_be);
  ADD ("/pause/other-times/two", "Robin", test_other_times);
  ADD ("/pause/other-times/solo", NULL, test_other_times);
  ADD ("/pause/seconds", "Robin", test_seconds);
  ADD ("/pause/settings", "Robin", test_settings);
  ADD ("/pause/soothing", "Robin", test_soothing);

  return g_test_run ();
}

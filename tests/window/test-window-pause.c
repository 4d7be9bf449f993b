/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "bridge-breath.h"
#include "bridge-calm-head.h"
#include "bridge-feedback.h"
#include "bridge-hand-over.h"
#include "bridge-pause-form.h"
#include "bridge-pause-page.h"
#include "bridge-window.h"
#include "rituals-fixture.h"

#define MINUTE BRIDGE_MS_PER_MINUTE
#define HOUR (60 * MINUTE)

static GtkWidget *
show_sized (RitualsFixture *fixture,
            int             width,
            int             height)
{
  fixture->window = bridge_window_new (NULL);
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), width, height);
  bridge_window_set_space (BRIDGE_WINDOW (fixture->window), fixture->space);
  gtk_window_present (GTK_WINDOW (fixture->window));
  gtk_test_widget_wait_for_draw (fixture->window);
  settle ();

  return fixture->window;
}

static GtkWidget *
show (RitualsFixture *fixture)
{
  return show_sized (fixture, 800, 600);
}

static void
advance (RitualsFixture *fixture,
         gint64          ms)
{
  bridge_fake_clock_advance (BRIDGE_FAKE_CLOCK (fixture->clock), ms);
  settle ();
}

static gboolean
is_calm (GtkWidget *window)
{
  GtkWidget *page = find_type (window, BRIDGE_TYPE_PAUSE_PAGE);
  gboolean calm = page != NULL && gtk_widget_get_mapped (page);

  g_assert_true (gtk_widget_has_css_class (window, "bridge-calm") == calm);

  return calm;
}

static BridgePauseState
get_state (RitualsFixture *fixture)
{
  BridgePause *pause = bridge_space_get_pause (fixture->space);

  return pause != NULL ? bridge_pause_get_state (pause) : BRIDGE_PAUSE_CLOSED;
}

/* A button that can be seen. */
static gboolean
match_mapped_button (GtkWidget     *widget,
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
  return find_widget (root, match_mapped_button, label);
}

static gboolean
match_add (GtkWidget     *widget,
           gconstpointer  data)
{
  return GTK_IS_MENU_BUTTON (widget) && gtk_widget_get_mapped (widget) &&
         g_strcmp0 (gtk_widget_get_tooltip_text (widget), "Add") == 0;
}

static void
call_pause (RitualsFixture *fixture)
{
  gtk_widget_activate_action (fixture->window, "win.pause", NULL);
  settle ();
  g_assert_true (is_calm (fixture->window));
}

static void
pass_to_other (RitualsFixture *fixture)
{
  BridgePerson *listener = bridge_space_get_listener (fixture->space);

  g_assert_true (bridge_space_set_speaker (fixture->space, bridge_person_get_id (listener), NULL));
  settle ();
}

/* To where they talk, by the service: it has tests of its own. */
static void
talk (RitualsFixture *fixture)
{
  call_pause (fixture);
  advance (fixture, 20 * MINUTE);
  g_assert_true (bridge_space_answer_pause (fixture->space, BRIDGE_READINESS_READY, NULL));
  if (bridge_space_get_partner (fixture->space) != NULL)
    {
      pass_to_other (fixture);
      g_assert_true (bridge_space_answer_pause (fixture->space, BRIDGE_READINESS_READY, NULL));
    }
  settle ();
  g_assert_cmpint (get_state (fixture), ==, BRIDGE_PAUSE_RE_ENTRY);
}

/* One press, no question; all that is cheerful is out of sight. */
static void
test_call (RitualsFixture *fixture,
           gconstpointer   partner)
{
  GtkWidget *window = show (fixture);
  g_autoptr (BridgeSoothing) soothing = NULL;
  const char *begun = partner != NULL ? "Back together at 18:20, in 20 minutes." : "You come back to it at 18:20, in 20 minutes.";
  const char *later = partner != NULL ? "Back together at 18:20, in 14 minutes." : "You come back to it at 18:20, in 14 minutes.";
  g_autofree char *all = g_strdup_printf ("Paused. %s", begun);
  GtkWidget *focus;

  g_assert_false (is_calm (window));
  gtk_widget_grab_focus (see_button (window, "Pause (Ctrl+Shift+P)"));
  click (see_button (window, "Pause (Ctrl+Shift+P)"));
  g_assert_true (is_calm (window));
  g_assert_cmpint (get_state (fixture), ==, BRIDGE_PAUSE_COOLING);
  g_assert_nonnull (find_label (window, "Paused."));
  g_assert_nonnull (find_label (window, begun));
  g_assert_null (see_button (window, "Pause (Ctrl+Shift+P)"));
  g_assert_null (find_widget (window, match_add, NULL));

  focus = gtk_root_get_focus (GTK_ROOT (window));
  g_assert_true (BRIDGE_IS_CALM_HEAD (focus));
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (focus), GTK_ACCESSIBLE_PROPERTY_LABEL, all);
  advance (fixture, 6 * MINUTE);
  g_assert_nonnull (find_label (window, later));
  soothing = bridge_space_add_soothing (fixture->space, "Tea <b>&</b> rain", NULL);
  g_assert_nonnull (soothing);
  settle ();
  g_assert_nonnull (find_label (window, "Tea <b>&</b> rain"));
  assert_all_named (window);
}

/* By Tab, from the words on: what is nearest first, and the way out last. */
static void
test_keys (RitualsFixture *fixture,
           gconstpointer   partner)
{
  static const char *const order[] = { "_Write Down What Helps You", "I Need _Longer", "_Another Day", "_Change the Time",
                                       "_Take Back", "_Back to the Planner" };
  g_autoptr (GtkCssProvider) style = gtk_css_provider_new ();
  GdkDisplay *display = gdk_display_get_default ();
  GtkWidget *window;

  /* Buttons of one height stand in one line. */
  gtk_css_provider_load_from_resource (style, APP_PATH "/style.css");
  gtk_style_context_add_provider_for_display (display, GTK_STYLE_PROVIDER (style), GTK_STYLE_PROVIDER_PRIORITY_APPLICATION);
  window = show (fixture);
  call_pause (fixture);
  /* The order is that of the places, which come with the next frame. */
  while (gtk_widget_get_height (see_button (window, "I Need _Longer")) == 0)
    g_main_context_iteration (NULL, TRUE);
  for (gsize i = 0; i < G_N_ELEMENTS (order); i++)
    {
      GtkWidget *focus;

      g_assert_true (gtk_widget_child_focus (find_type (window, BRIDGE_TYPE_PAUSE_PAGE), GTK_DIR_TAB_FORWARD));
      focus = gtk_root_get_focus (GTK_ROOT (window));
      if (GTK_IS_MENU_BUTTON (gtk_widget_get_parent (focus)))
        g_assert_cmpstr (gtk_menu_button_get_label (GTK_MENU_BUTTON (gtk_widget_get_parent (focus))), ==, order[i]);
      else
        g_assert_cmpstr (gtk_button_get_label (GTK_BUTTON (focus)), ==, order[i]);
    }
  gtk_style_context_remove_provider_for_display (display, GTK_STYLE_PROVIDER (style));
}

static void
test_take_back (RitualsFixture *fixture,
                gconstpointer   partner)
{
  GtkWidget *window = show (fixture);

  call_pause (fixture);
  click (see_button (window, "_Take Back"));
  g_assert_false (is_calm (window));
  g_assert_null (bridge_space_get_pause (fixture->space));

  call_pause (fixture);
  gtk_widget_grab_focus (see_button (window, "_Take Back"));
  advance (fixture, MINUTE + 1000);
  g_assert_null (see_button (window, "_Take Back"));
  g_assert_true (is_calm (window));
  g_assert_true (BRIDGE_IS_CALM_HEAD (gtk_root_get_focus (GTK_ROOT (window))));
}

static void
test_longer (RitualsFixture *fixture,
             gconstpointer   partner)
{
  GtkWidget *window = show (fixture);

  call_pause (fixture);
  click (see_button (window, "I Need _Longer"));
  g_assert_nonnull (find_label (window, "Back together at 18:40, in 40 minutes."));
  g_assert_null (see_button (window, "I Need _Longer"));
  g_assert_nonnull (find_label (window, "Paused."));
}

/* Nothing lies over the way back. */
static void
test_toast (RitualsFixture *fixture,
            gconstpointer   partner)
{
  GtkWidget *window = show (fixture);

  bridge_feedback_show_lasting (window, "Agreed");
  settle ();
  g_assert_nonnull (find_label (window, "Agreed"));
  call_pause (fixture);
  g_assert_null (find_label (window, "Agreed"));
}

/* A quiet way to the other pages, and one back. */
static void
test_planner (RitualsFixture *fixture,
              gconstpointer   partner)
{
  GtkWidget *window = show (fixture);

  call_pause (fixture);
  click (see_button (window, "_Back to the Planner"));
  g_assert_false (is_calm (window));
  g_assert_nonnull (find_label (window, "Paused until 18:20."));
  g_assert_nonnull (find_widget (window, match_add, NULL));
  advance (fixture, 20 * MINUTE);
  g_assert_false (is_calm (window));
  g_assert_nonnull (find_label (window, "It is time to come back together, when you are ready."));
  click (see_button (window, "_Show"));
  g_assert_true (is_calm (window));
  g_assert_nonnull (find_label (window, "Ready?"));
  gtk_widget_activate_action (window, "win.back", NULL);
  settle ();
  g_assert_false (is_calm (window));
}

/* What is stored is found by whichever window opens next, however the one before ended. */
static void
test_opened_again (RitualsFixture *fixture,
                   gconstpointer   partner)
{
  g_autoptr (BridgePause) pause = bridge_space_call_pause (fixture->space, NULL);
  GtkWidget *window;

  g_assert_nonnull (pause);
  advance (fixture, 5 * MINUTE);
  window = show (fixture);
  g_assert_true (is_calm (window));
  g_assert_nonnull (find_label (window, "Back together at 18:20, in 15 minutes."));
  g_assert_true (BRIDGE_IS_CALM_HEAD (gtk_root_get_focus (GTK_ROOT (window))));
}

/* Somebody presses a key that is bound to the command, while this window is open. */
static void
test_outside (RitualsFixture *fixture,
              gconstpointer   partner)
{
  g_autoptr (BridgeSpace) other = bridge_space_open (fixture->folder, fixture->clock, NULL);
  g_autoptr (BridgePause) pause = NULL;
  GtkWidget *window = show (fixture);

  pause = bridge_space_call_pause (other, NULL);
  g_assert_nonnull (pause);
  bridge_space_refresh (fixture->space);
  settle ();
  g_assert_true (is_calm (window));
  g_assert_true (bridge_space_take_back_pause (other, NULL));
  bridge_space_refresh (fixture->space);
  settle ();
  g_assert_false (is_calm (window));
}

/* What is being written is out of sight until the pause is left, and keeps its words. */
static void
test_dialogs (RitualsFixture *fixture,
              gconstpointer   partner)
{
  GtkWidget *window = show (fixture);
  GtkWidget *editor = bridge_win_editor_new (fixture->space, NULL, GTK_WINDOW (window));
  GtkWidget *closed = bridge_win_editor_new (fixture->space, NULL, GTK_WINDOW (editor));

  gtk_window_present (GTK_WINDOW (editor));
  gtk_window_present (GTK_WINDOW (closed));
  settle ();
  call_pause (fixture);
  g_assert_false (gtk_widget_get_visible (editor));
  g_assert_false (gtk_widget_get_visible (closed));
  gtk_window_destroy (GTK_WINDOW (closed));
  gtk_widget_activate_action (window, "win.back", NULL);
  settle ();
  g_assert_true (gtk_widget_get_mapped (editor));

  /* Whoever closes the window then leaves nothing behind that nobody sees. */
  g_assert_true (bridge_space_take_back_pause (fixture->space, NULL));
  call_pause (fixture);
  g_assert_false (gtk_widget_get_visible (editor));
  g_object_add_weak_pointer (G_OBJECT (editor), (gpointer *) &editor);
  gtk_window_destroy (GTK_WINDOW (window));
  fixture->window = NULL;
  settle ();
  g_assert_null (editor);
}

/* A notification says "pause:ID"; however often it is pressed, there is one form. */
static void
test_target (RitualsFixture *fixture,
             gconstpointer   partner)
{
  GtkWidget *window = show (fixture);
  g_autofree char *target = NULL;
  guint n = 0;

  talk (fixture);
  target = g_strconcat ("pause:", bridge_pause_get_id (bridge_space_get_pause (fixture->space)), NULL);
  gtk_widget_activate_action (window, "win.back", NULL);
  settle ();
  g_assert_false (is_calm (window));
  bridge_window_open_target (BRIDGE_WINDOW (window), target);
  settle ();
  g_assert_true (is_calm (window));

  g_assert_true (bridge_space_end_pause_talk (fixture->space, NULL));
  settle ();
  bridge_window_open_target (BRIDGE_WINDOW (window), target);
  bridge_window_open_target (BRIDGE_WINDOW (window), "pause");
  settle ();
  for (guint i = 0; i < g_list_model_get_n_items (gtk_window_get_toplevels ()); i++)
    {
      g_autoptr (GtkWindow) form = g_list_model_get_item (gtk_window_get_toplevels (), i);

      n += BRIDGE_IS_PAUSE_FORM (form) ? 1 : 0;
    }
  g_assert_cmpuint (n, ==, 1);
}

/* Each for themself: the first answer is neither shown nor guessed from anything. */
static void
test_ready (RitualsFixture *fixture,
            gconstpointer   partner)
{
  GtkWidget *window = show (fixture);

  call_pause (fixture);
  advance (fixture, 20 * MINUTE);
  g_assert_nonnull (find_label (window, "Ada, would you like to come back to it now?"));
  assert_all_named (window);
  click (see_button (window, "A Little _Longer"));

  /* The computer is to be passed on. */
  g_assert_nonnull (find_type (window, BRIDGE_TYPE_HAND_OVER));
  pass_to_other (fixture);
  g_signal_emit_by_name (find_type (window, BRIDGE_TYPE_HAND_OVER), "done");
  settle ();
  g_assert_nonnull (find_label (window, "Robin, would you like to come back to it now?"));
  g_assert_nonnull (see_button (window, "A Little _Longer"));
  g_assert_true (BRIDGE_IS_CALM_HEAD (gtk_root_get_focus (GTK_ROOT (window))));

  /* One of two was not ready: both see what comes of it, and nothing else. */
  click (see_button (window, "_Ready"));
  g_assert_cmpint (get_state (fixture), ==, BRIDGE_PAUSE_COOLING);
  g_assert_nonnull (find_label (window, "Back together at 18:40, in 20 minutes."));
  g_assert_null (see_button (window, "I Need _Longer"));

  advance (fixture, 20 * MINUTE);
  g_assert_nonnull (find_label (window, "Ready?"));
  g_assert_null (see_button (window, "A Little _Longer"));
}

/* Who stays can pass it on later. */
static void
test_ready_waits (RitualsFixture *fixture,
                  gconstpointer   partner)
{
  GtkWidget *window = show (fixture);

  call_pause (fixture);
  advance (fixture, 20 * MINUTE);
  click (see_button (window, "_Ready"));
  g_signal_emit_by_name (find_type (window, BRIDGE_TYPE_HAND_OVER), "done");
  settle ();
  g_assert_nonnull (find_label (window, "Now the question is for Robin alone."));
  g_assert_null (see_button (window, "_Ready"));
  g_assert_nonnull (see_button (window, "_Pass the Computer"));
  assert_all_named (window);
}

static void
test_ready_solo (RitualsFixture *fixture,
                 gconstpointer   partner)
{
  GtkWidget *window = show (fixture);

  call_pause (fixture);
  advance (fixture, 20 * MINUTE);
  g_assert_nonnull (find_label (window, "Would you like to come back to it now?"));
  g_assert_null (find_label (window, "Each of you answers alone. Only what comes of both answers is shown."));
  click (see_button (window, "_Another Day"));
  g_assert_cmpint (get_state (fixture), ==, BRIDGE_PAUSE_ANOTHER_DAY);
  g_assert_nonnull (find_label (window, "Another day."));
  g_assert_nonnull (find_label (window, "Which day suits you? It can be moved later."));
  click (see_button (window, "_Let It Rest for Good"));
  g_assert_false (is_calm (window));
  g_assert_null (bridge_space_get_pause (fixture->space));
}

static GtkWidget *
find_topic (GtkWidget *window)
{
  return find_type (find_type (window, BRIDGE_TYPE_PAUSE_PAGE), GTK_TYPE_ENTRY);
}

static void
test_talk (RitualsFixture *fixture,
           gconstpointer   partner)
{
  GtkWidget *window = show (fixture);
  BridgePause *pause;

  talk (fixture);
  g_assert_nonnull (find_label (window, "Gently."));
  gtk_editable_set_text (GTK_EDITABLE (find_topic (window)), "  <b>Money</b> & mornings ");
  g_signal_emit_by_name (find_topic (window), "activate");
  settle ();
  pause = bridge_space_get_pause (fixture->space);
  g_assert_cmpstr (bridge_pause_get_topic (pause), ==, "<b>Money</b> & mornings");

  g_assert_nonnull (find_label (window, "Who begins?"));
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (gtk_widget_get_ancestor (find_label (window, "Robin"), GTK_TYPE_TOGGLE_BUTTON)), TRUE);
  g_assert_nonnull (find_label (window, "Robin speaks"));
  click (see_button (window, "_Begin"));
  pause = bridge_space_get_pause (fixture->space);
  g_assert_cmpint (bridge_pause_get_turn (pause), ==, 1);
  g_assert_nonnull (find_label (window, "Robin speaks"));
  g_assert_null (find_label (window, "Who begins?"));
  advance (fixture, 3 * MINUTE);
  g_assert_nonnull (find_label (window, "It is time. Say your sentence to its end; then it is Ada’s turn."));
  click (see_button (window, "_Pass the Turn"));
  g_assert_nonnull (find_label (window, "Ada speaks"));
  g_assert_nonnull (find_label (window, "This is hard for me, and I am staying."));
  assert_all_named (window);

  /* It can be paused again at any time, and goes on where it was. */
  click (see_button (window, "_Pause Again"));
  g_assert_nonnull (find_label (window, "Paused."));
  click (see_button (window, "_Take Back"));
  gtk_widget_grab_focus (see_button (window, "Pause (Ctrl+Shift+P)"));
  click (see_button (window, "Pause (Ctrl+Shift+P)"));
  g_assert_nonnull (find_label (window, "Paused."));
  g_assert_null (see_button (window, "Pause (Ctrl+Shift+P)"));
  g_assert_true (BRIDGE_IS_CALM_HEAD (gtk_root_get_focus (GTK_ROOT (window))));
  click (see_button (window, "_Take Back"));
  g_assert_nonnull (find_label (window, "Gently."));
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (find_topic (window))), ==, "<b>Money</b> & mornings");
  click (see_button (window, "We Are _Done for Now"));
  g_assert_cmpint (get_state (fixture), ==, BRIDGE_PAUSE_RECOVERY);
  g_assert_false (is_calm (window));
}

/* What is typed is kept by itself: a moment later, and when the window is closed. */
static void
test_topic (RitualsFixture *fixture,
            gconstpointer   partner)
{
  GtkWidget *window = show (fixture);
  gint64 end = g_get_monotonic_time () + 20 * G_USEC_PER_SEC;

  talk (fixture);
  gtk_widget_grab_focus (find_topic (window));
  gtk_editable_set_text (GTK_EDITABLE (find_topic (window)), "Money");
  while (g_strcmp0 (bridge_pause_get_topic (bridge_space_get_pause (fixture->space)), "Money") != 0)
    {
      g_assert_cmpint (g_get_monotonic_time (), <, end);
      g_main_context_iteration (NULL, FALSE);
      g_usleep (1000);
    }

  gtk_editable_set_text (GTK_EDITABLE (find_topic (window)), "Mornings");
  gtk_window_destroy (GTK_WINDOW (window));
  fixture->window = NULL;
  settle ();
  g_assert_cmpstr (bridge_pause_get_topic (bridge_space_get_pause (fixture->space)), ==, "Mornings");
}

/* Once the turns have begun the topic stays, and no half of one is kept. */
static void
test_topic_stays (RitualsFixture *fixture,
                  gconstpointer   partner)
{
  GtkWidget *window = show (fixture);
  GtkWidget *topic;

  talk (fixture);
  topic = find_topic (window);
  g_assert_true (gtk_editable_get_editable (GTK_EDITABLE (topic)));
  g_assert_true (bridge_space_begin_pause_turn (fixture->space, 1, NULL, NULL));
  settle ();
  g_assert_true (gtk_editable_get_editable (GTK_EDITABLE (topic)));
  gtk_editable_set_text (GTK_EDITABLE (topic), "Money");
  g_signal_emit_by_name (topic, "activate");
  settle ();
  g_assert_cmpstr (bridge_pause_get_topic (bridge_space_get_pause (fixture->space)), ==, "Money");
  g_assert_false (gtk_editable_get_editable (GTK_EDITABLE (topic)));
  pass_to_other (fixture);
  g_assert_false (gtk_editable_get_editable (GTK_EDITABLE (find_topic (window))));
  assert_all_named (window);
}

/* What the two have agreed on comes before what is ours, and follows them. */
static void
test_phrases (RitualsFixture *fixture,
              gconstpointer   partner)
{
  GtkWidget *window = show (fixture);
  g_autoptr (BridgeBoundary) phrase = bridge_boundary_new (BRIDGE_BOUNDARY_PHRASE, NULL);
  g_autoptr (BridgeBoundary) stored = NULL;

  talk (fixture);
  g_assert_nonnull (find_label (window, "Sentences that may help"));
  /* Alone there is nobody who would answer. */
  g_assert_true ((find_label (window, "What would help you right now?") != NULL) == (partner != NULL));
  g_assert_true ((find_label (window, "There is tea, and no hurry.") != NULL) == (partner == NULL));
  g_object_set (phrase, "use", BRIDGE_PHRASE_REPAIRING, NULL);
  stored = bridge_space_add_boundary (fixture->space, phrase, "Once <more> & softer?", BRIDGE_LOCAL_NONE, NULL);
  g_assert_nonnull (stored);
  settle ();
  if (partner != NULL)
    {
      /* The other one has not said yes yet. */
      g_assert_null (find_label (window, "Once <more> & softer?"));
      pass_to_other (fixture);
      g_assert_true (bridge_space_agree_boundary (fixture->space, bridge_boundary_get_id (stored), NULL));
      settle ();
    }
  g_assert_nonnull (find_label (window, "Once <more> & softer?"));
  g_assert_nonnull (find_label (window, "Your sentences"));
  g_assert_true (gtk_widget_get_next_sibling (find_label (window, "Once <more> & softer?")) ==
                 find_label (window, "Sentences that may help"));
  g_assert_nonnull (find_label (window, partner != NULL ? "Can we go a little slower?" : "There is tea, and no hurry."));
  if (partner == NULL)
    {
      /* What was written alone is one's own when the other one comes, and not for the eyes of both. */
      g_assert_true (bridge_space_add_partner (fixture->space, "Robin", NULL));
      settle ();
      g_assert_null (find_label (window, "Once <more> & softer?"));
      g_assert_nonnull (find_label (window, "What would help you right now?"));
    }
  g_assert_true (bridge_space_end_boundary (fixture->space, bridge_boundary_get_id (stored), NULL));
  settle ();
  g_assert_nonnull (find_label (window, "Can we go a little slower?"));
}

static void
test_talk_solo (RitualsFixture *fixture,
                gconstpointer   partner)
{
  GtkWidget *window = show (fixture);

  talk (fixture);
  g_assert_null (find_label (window, "Who begins?"));
  g_assert_null (see_button (window, "_Begin"));
  g_assert_nonnull (find_label (window, "One topic, in your own words, and you can stop at any time."));
  g_assert_nonnull (find_label (window, "Sentences that may help"));
  assert_all_named (window);
  click (see_button (window, "_Done for Now"));
  g_assert_cmpint (get_state (fixture), ==, BRIDGE_PAUSE_RECOVERY);
}

/* Words that speak of another one. */
static gboolean
match_two (GtkWidget     *widget,
           gconstpointer  data)
{
  static const char *const words[] = { " both", "together", " each", " other ", " turn", "we are", NULL };
  g_autofree char *text = GTK_IS_LABEL (widget) ? g_utf8_strdown (gtk_label_get_text (GTK_LABEL (widget)), -1) : NULL;

  for (const char *const *word = words; text != NULL && gtk_widget_get_mapped (widget) && *word != NULL; word++)
    {
      if (strstr (text, *word) != NULL || g_str_has_prefix (text, "each "))
        {
          g_test_message ("“%s”", text);
          return TRUE;
        }
    }

  return FALSE;
}

/* Alone, no state of a pause has anything to say about another one: on its own screen, or in the line above the pages. */
static void
test_solo_words (RitualsFixture *fixture,
                 gconstpointer   partner)
{
  GtkWidget *window = show (fixture);
  BridgeSpace *space = fixture->space;
  GtkWidget *form;

  for (int planner = 0; planner < 2; planner++)
    {
      call_pause (fixture);
      if (planner)
        gtk_widget_activate_action (window, "win.back", NULL);
      settle ();
      g_assert_true (is_calm (window) == !planner);
      g_assert_null (find_widget (window, match_two, NULL));
      advance (fixture, 20 * MINUTE);
      g_assert_null (find_widget (window, match_two, NULL));
      g_assert_true (bridge_space_answer_pause (space, BRIDGE_READINESS_ANOTHER_DAY, NULL));
      settle ();
      g_assert_cmpint (get_state (fixture), ==, BRIDGE_PAUSE_ANOTHER_DAY);
      g_assert_null (find_widget (window, match_two, NULL));
      g_assert_true (bridge_space_put_off_pause (space, bridge_clock_now (fixture->clock) + 30 * HOUR, NULL));
      settle ();
      g_assert_null (find_widget (window, match_two, NULL));
      advance (fixture, 30 * HOUR);
      g_assert_cmpint (get_state (fixture), ==, BRIDGE_PAUSE_RETURN);
      g_assert_null (find_widget (window, match_two, NULL));
      g_assert_true (bridge_space_answer_pause (space, BRIDGE_READINESS_READY, NULL));
      settle ();
      g_assert_cmpint (get_state (fixture), ==, BRIDGE_PAUSE_RE_ENTRY);
      g_assert_null (find_widget (window, match_two, NULL));
      g_assert_true (bridge_space_end_pause_talk (space, NULL));
      settle ();
      g_assert_null (find_widget (window, match_two, NULL));
      form = bridge_pause_form_new_follow_up (space, bridge_pause_get_id (bridge_space_get_pause (space)), GTK_WINDOW (window));
      gtk_window_present (GTK_WINDOW (form));
      settle ();
      g_assert_null (find_widget (form, match_two, NULL));
      gtk_window_destroy (GTK_WINDOW (form));
      advance (fixture, 49 * HOUR);
      g_assert_cmpint (get_state (fixture), ==, BRIDGE_PAUSE_REVIEW);
      g_assert_null (find_widget (window, match_two, NULL));
      form = bridge_pause_form_new_review (space, bridge_space_get_pause (space), GTK_WINDOW (window));
      gtk_window_present (GTK_WINDOW (form));
      settle ();
      g_assert_null (find_widget (form, match_two, NULL));
      gtk_window_destroy (GTK_WINDOW (form));
      g_assert_true (bridge_space_close_pause (space, NULL));
      settle ();
    }
}

/* After the talk one line stands above the pages: with what is planned, then for the follow-up, then to look back. */
static void
test_after (RitualsFixture *fixture,
            gconstpointer   partner)
{
  GtkWidget *window = show (fixture);

  talk (fixture);
  g_assert_true (bridge_space_end_pause_talk (fixture->space, NULL));
  settle ();
  g_assert_nonnull (find_label (window, "Recovery window until Tuesday at 18:20."));
  g_assert_null (see_button (window, "_Follow-Up"));
  g_assert_nonnull (see_button (window, "_Show"));
  g_assert_true (gtk_root_get_focus (GTK_ROOT (window)) == see_button (window, "_Show"));
  g_assert_nonnull (see_button (window, "Pause (Ctrl+Shift+P)"));

  bridge_fake_clock_set (BRIDGE_FAKE_CLOCK (fixture->clock), bridge_pause_get_follow_up_at (bridge_space_get_pause (fixture->space)) - 1000);
  settle ();
  g_assert_null (see_button (window, "_Follow-Up"));
  advance (fixture, 1000);
  g_assert_nonnull (see_button (window, "_Follow-Up"));
  advance (fixture, 48 * HOUR);
  g_assert_nonnull (find_label (window, "You could look back on the pause."));
  g_assert_nonnull (see_button (window, "_Look Back"));

  /* There is always another pause. */
  call_pause (fixture);
  g_assert_cmpint (get_state (fixture), ==, BRIDGE_PAUSE_COOLING);
}

/* Every state fits a phone, and can be scrolled. */
static void
test_narrow (RitualsFixture *fixture,
             gconstpointer   partner)
{
  GtkWidget *window = show_sized (fixture, 360, 400);
  g_autoptr (BridgeSoothing) soothing
    = bridge_space_add_soothing (fixture->space, "A walk to the lighthouse & <i>back</i>, without a telephone", NULL);

  g_assert_nonnull (soothing);
  call_pause (fixture);
  g_assert_cmpint (gtk_widget_get_width (window), <=, 360);
  g_assert_nonnull (find_label (window, "A walk to the lighthouse & <i>back</i>, without a telephone"));
  advance (fixture, 20 * MINUTE);
  g_assert_cmpint (gtk_widget_get_width (window), <=, 360);
  g_assert_true (bridge_space_answer_pause (fixture->space, BRIDGE_READINESS_READY, NULL));
  pass_to_other (fixture);
  g_assert_true (bridge_space_answer_pause (fixture->space, BRIDGE_READINESS_READY, NULL));
  settle ();
  g_assert_nonnull (find_label (window, "Gently."));
  g_assert_cmpint (gtk_widget_get_width (window), <=, 360);
  g_assert_true (bridge_space_begin_pause_turn (fixture->space, 1, NULL, NULL));
  settle ();
  g_assert_cmpint (gtk_widget_get_width (window), <=, 360);
}

/* Nobody waits with reduced animation, and nothing moves. */
static void
test_still (RitualsFixture *fixture,
            gconstpointer   partner)
{
  GtkWidget *window;

  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, NULL);
  window = show (fixture);
  call_pause (fixture);
  g_assert_false (bridge_breath_is_moving (BRIDGE_BREATH (find_type (window, BRIDGE_TYPE_BREATH))));
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", TRUE, NULL);
  g_assert_true (bridge_breath_is_moving (BRIDGE_BREATH (find_type (window, BRIDGE_TYPE_BREATH))));
  gtk_widget_activate_action (window, "win.back", NULL);
  settle ();
  g_assert_false (bridge_breath_is_moving (BRIDGE_BREATH (find_type (window, BRIDGE_TYPE_BREATH))));
}

int
main (int   argc,
      char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();

#define ADD(path, partner, func) \
  g_test_add (path, RitualsFixture, partner, rituals_fixture_set_up, func, rituals_fixture_tear_down)

  ADD ("/window/pause/call", "Robin", test_call);
  ADD ("/window/pause/call-solo", NULL, test_call);
  ADD ("/window/pause/keys", "Robin", test_keys);
  ADD ("/window/pause/take-back", "Robin", test_take_back);
  ADD ("/window/pause/longer", "Robin", test_longer);
  ADD ("/window/pause/toast", "Robin", test_toast);
  ADD ("/window/pause/planner", "Robin", test_planner);
  ADD ("/window/pause/opened-again", "Robin", test_opened_again);
  ADD ("/window/pause/outside", "Robin", test_outside);
  ADD ("/window/pause/dialogs", "Robin", test_dialogs);
  ADD ("/window/pause/target", "Robin", test_target);
  ADD ("/window/pause/ready", "Robin", test_ready);
  ADD ("/window/pause/ready-waits", "Robin", test_ready_waits);
  ADD ("/window/pause/ready-solo", NULL, test_ready_solo);
  ADD ("/window/pause/talk", "Robin", test_talk);
  ADD ("/window/pause/topic", "Robin", test_topic);
  ADD ("/window/pause/topic-stays", "Robin", test_topic_stays);
  ADD ("/window/pause/talk-solo", NULL, test_talk_solo);
  ADD ("/window/pause/solo-words", NULL, test_solo_words);
  ADD ("/window/pause/phrases", "Robin", test_phrases);
  ADD ("/window/pause/phrases-solo", NULL, test_phrases);
  ADD ("/window/pause/after", "Robin", test_after);
  ADD ("/window/pause/narrow", "Robin", test_narrow);
  ADD ("/window/pause/still", "Robin", test_still);

  return g_test_run ();
}

/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "bridge-window.h"
#include "rituals-fixture.h"

/* What the one who stays finds in the window, whatever was under way between the two when the other one left. */

static void
speak (RitualsFixture *fixture,
       gboolean        as_partner)
{
  BridgePerson *person = as_partner ? bridge_space_get_partner (fixture->space) : bridge_space_get_me (fixture->space);

  g_assert_true (bridge_space_set_speaker (fixture->space, bridge_person_get_id (person), NULL));
}

static char *
add_boundary (RitualsFixture     *fixture,
              BridgeBoundaryKind  kind,
              gboolean            own,
              const char         *text)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BridgeBoundary) boundary =
    bridge_boundary_new (kind, own ? bridge_person_get_id (bridge_space_get_speaker (fixture->space)) : NULL);
  g_autoptr (BridgeBoundary) stored = NULL;

  if (kind == BRIDGE_BOUNDARY_PHRASE)
    g_object_set (boundary, "use", BRIDGE_PHRASE_COMING_BACK, NULL);
  stored = bridge_space_add_boundary (fixture->space, boundary, text, local ("2027-01-10"), &error);
  g_assert_no_error (error);
  return g_strdup (bridge_boundary_get_id (stored));
}

/* One of each of whoever is speaking: @mark is in its words. */
static void
fill_own (RitualsFixture *fixture,
          const char     *mark)
{
  const char *who = bridge_person_get_id (bridge_space_get_speaker (fixture->space));
  g_autofree char *title = g_strdup_printf ("%s tea", mark);
  g_autofree char *asked = g_strdup_printf ("%s round", mark);
  g_autofree char *limit = add_boundary (fixture, BRIDGE_BOUNDARY_PERSONAL_LIMIT, TRUE, title);
  g_autofree char *proposed = add_boundary (fixture, BRIDGE_BOUNDARY_FAMILY, FALSE, asked);
  g_autoptr (BridgeRitual) draft = bridge_ritual_new ();
  g_autoptr (BridgeRitual) ritual = NULL;
  g_autoptr (BridgePromise) promise = bridge_promise_new (title, who, local ("2026-11-24"), FALSE);
  g_autoptr (BridgePromise) promised = NULL;
  g_autoptr (BridgeAbsence) absence = bridge_absence_new (BRIDGE_ABSENCE_AWAY, who, local ("2026-12-24"), local ("2026-12-27"));
  g_autoptr (BridgeAbsence) away = NULL;
  g_autoptr (BridgeInvitation) moment = NULL;
  g_autoptr (BridgeSoothing) soothing = NULL;
  g_autoptr (BridgeSharedWords) words = NULL;
  g_autoptr (BridgeWin) win = bridge_win_new ("A walk by the river", local ("2026-11-21"));
  g_autoptr (BridgeWin) noted = NULL;
  g_autoptr (BridgeSchedule) schedule = bridge_schedule_new (local ("2026-11-22T21:00"), "FREQ=DAILY", NULL, NULL, NULL);
  g_autoptr (GError) error = NULL;

  g_object_set (draft, "title", title, "who", who, "state", BRIDGE_RITUAL_AGREED, "schedule", schedule, NULL);
  ritual = bridge_space_add_ritual (fixture->space, draft, &error);
  g_assert_no_error (error);
  promised = bridge_space_add_promise (fixture->space, promise, &error);
  g_assert_no_error (error);
  away = bridge_space_add_absence (fixture->space, absence, &error);
  g_assert_no_error (error);
  moment = bridge_space_propose_moment (fixture->space, BRIDGE_INVITATION_MOMENT, asked, local ("2026-11-28T15:00"), 20, NULL, &error);
  g_assert_no_error (error);
  soothing = bridge_space_add_soothing (fixture->space, title, &error);
  g_assert_no_error (error);
  words = bridge_space_share_words (fixture->space, title, &error);
  g_assert_no_error (error);
  g_object_set (win, "noticed-by", who, NULL);
  noted = bridge_space_add_win (fixture->space, win, &error);
  g_assert_no_error (error);
}

/* Gives the boundary that both agreed to, for which other words wait. */
static char *
fill (RitualsFixture *fixture)
{
  g_autoptr (BridgeRitual) walk =
    rituals_fixture_add (fixture, "Weekly walk", "2026-11-22T19:00", "FREQ=WEEKLY", BRIDGE_RITUAL_AGREED);
  g_autoptr (BridgePromise) promise = bridge_promise_new ("Something of both", NULL, local ("2026-11-23"), FALSE);
  g_autoptr (BridgeInvitation) promised = bridge_space_propose_promise (fixture->space, promise, NULL, NULL);
  g_autoptr (BridgeSharedWords) words = bridge_space_share_words (fixture->space, "These were opened", NULL);
  g_autofree char *phrase = add_boundary (fixture, BRIDGE_BOUNDARY_PHRASE, FALSE, "I am back.");
  char *both = add_boundary (fixture, BRIDGE_BOUNDARY_QUIET, FALSE, "Quiet means thinking.");
  g_autoptr (GError) error = NULL;

  g_assert_nonnull (promised);
  fill_own (fixture, "Gone");
  speak (fixture, TRUE);
  g_assert_true (bridge_space_open_words (fixture->space, bridge_shared_words_get_id (words), &error));
  g_assert_true (bridge_space_agree_boundary (fixture->space, phrase, &error));
  g_assert_true (bridge_space_agree_boundary (fixture->space, both, &error));
  g_assert_true (bridge_space_revise_boundary (fixture->space, both, "Quiet means rest.", BRIDGE_LOCAL_NONE, &error));
  g_assert_no_error (error);
  fill_own (fixture, "Stays");
  return both;
}

static gboolean
match_gone (GtkWidget     *widget,
            gconstpointer  data)
{
  return GTK_IS_LABEL (widget) && gtk_widget_get_mapped (widget) &&
         g_regex_match_simple ("Gone|Ada|has left|[Bb]oth of you|either of you|No answer yet|no answer yet",
                               gtk_label_get_label (GTK_LABEL (widget)), 0, 0);
}

static void
assert_nothing_of_two (GtkWidget *root)
{
  GtkWidget *label = find_widget (root, match_gone, NULL);

  settle ();
  if (label != NULL)
    g_error ("“%s” stands there", gtk_label_get_label (GTK_LABEL (label)));
  assert_all_named (root);
}

/* Ada leaves while a pause is open on the screen of the window; every page opens for Robin, and so does what lies over it. */
static void
test_left (RitualsFixture *fixture,
           gconstpointer   partner)
{
  static const char *const pages[] = { "today", "rituals", "boundaries", "celebrate", "reflect" };
  static const char *const above[] = { "win.promises", "win.lessons", "win.preferences", "win.around-life", "win.safety",
                                       "win.new-boundary", "win.new-ritual", "win.new-promise", "win.new-check-in", "win.new-win" };
  g_autofree char *both = fill (fixture);
  g_autofree char *ada = g_strdup (bridge_person_get_id (bridge_space_get_me (fixture->space)));
  g_autoptr (BridgePause) pause = NULL;
  g_autoptr (GError) error = NULL;
  GtkWidget *window = g_object_ref_sink (bridge_window_new (NULL));

  bridge_window_set_space (BRIDGE_WINDOW (window), fixture->space);
  gtk_window_present (GTK_WINDOW (window));
  settle ();
  pause = bridge_space_call_pause (fixture->space, &error);
  g_assert_no_error (error);
  settle ();
  g_assert_true (bridge_space_leave (fixture->space, ada, TRUE, &error));
  g_assert_no_error (error);
  settle ();
  g_assert_null (bridge_space_get_pause (fixture->space));

  for (gsize i = 0; i < G_N_ELEMENTS (pages); i++)
    {
      gtk_widget_activate_action (window, "win.show-page", "s", pages[i]);
      settle ();
      settle ();
      assert_nothing_of_two (window);
    }
  gtk_widget_activate_action (window, "win.show-page", "s", "rituals");
  settle ();
  for (guint i = 0; i < g_list_model_get_n_items (bridge_space_get_rituals (fixture->space)); i++)
    {
      g_autoptr (BridgeRitual) ritual = g_list_model_get_item (bridge_space_get_rituals (fixture->space), i);

      gtk_widget_activate_action (window, "win.open-ritual", "s", bridge_ritual_get_id (ritual));
      settle ();
      g_assert_nonnull (find_label (window, bridge_ritual_get_title (ritual)));
      assert_nothing_of_two (window);
    }
  gtk_widget_activate_action (window, "win.show-page", "s", "boundaries");
  settle ();
  bridge_boundaries_page_open_boundary (BRIDGE_BOUNDARIES_PAGE (find_type (window, BRIDGE_TYPE_BOUNDARIES_PAGE)), both);
  settle ();
  g_assert_nonnull (find_label (window, "You agreed · today"));
  g_assert_nonnull (find_label (window, "The other of the two agreed · today"));
  g_assert_null (find_label (window, "Quiet means rest."));
  assert_nothing_of_two (window);

  for (gsize i = 0; i < G_N_ELEMENTS (above); i++)
    {
      GListModel *toplevels = gtk_window_get_toplevels ();
      guint n;

      g_test_message ("%s", above[i]);
      gtk_widget_activate_action (window, above[i], NULL);
      settle ();
      n = g_list_model_get_n_items (toplevels);
      for (guint k = n; k > 0; k--)
        {
          g_autoptr (GtkWidget) toplevel = g_list_model_get_item (toplevels, k - 1);

          assert_nothing_of_two (toplevel);
          if (toplevel != window)
            gtk_window_destroy (GTK_WINDOW (toplevel));
        }
      settle ();
    }

  gtk_window_destroy (GTK_WINDOW (window));
  settle ();
  g_assert_finalize_object (window);
}

int
main (int   argc,
      char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();

  g_test_add ("/window/left", RitualsFixture, "Robin", rituals_fixture_set_up, test_left, rituals_fixture_tear_down);

  return g_test_run ();
}

/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "bridge-first-run.h"
#include "rituals-fixture.h"

#define PROPOSED "What is for both of you is proposed: until there is a yes from the other one, nobody is reminded."

static gboolean done;

static void
done_cb (void)
{
  done = TRUE;
}

/* A space that nobody has set up yet. */
static void
set_up (RitualsFixture *fixture,
        gconstpointer   data)
{
  g_autoptr (GError) error = NULL;

  done = FALSE;
  fixture->folder = g_dir_make_tmp ("bridge-first-run-XXXXXX", &error);
  fixture->clock = bridge_fake_clock_new_local ("2026-11-22T18:00", "Europe/Berlin");
  fixture->space = bridge_space_open (fixture->folder, fixture->clock, &error);
  g_assert_no_error (error);
  fixture->window = NULL;
}

static GtkWidget *
show (RitualsFixture *fixture)
{
  GtkWidget *first_run = bridge_first_run_new (fixture->space);

  g_signal_connect (first_run, "done", G_CALLBACK (done_cb), NULL);
  rituals_fixture_show (fixture, first_run);
  settle ();

  return first_run;
}

/* Words in a stack page that is hidden are found, too: only buttons that show are meant. */
static gboolean
match_shown_button (GtkWidget     *widget,
                    gconstpointer  label)
{
  return GTK_IS_BUTTON (widget) && gtk_widget_get_mapped (widget) &&
         g_strcmp0 (gtk_button_get_label (GTK_BUTTON (widget)), label) == 0;
}

/* A page that was left is no more to be read out than to be seen. */
static void
assert_one_page (GtkWidget *root)
{
  GtkWidget *stack = find_type (root, GTK_TYPE_STACK);

  for (int i = 0; i < 100 && gtk_stack_get_transition_running (GTK_STACK (stack)); i++)
    settle ();
  for (GtkWidget *page = gtk_widget_get_first_child (stack); page != NULL; page = gtk_widget_get_next_sibling (page))
    g_assert_cmpint (gtk_widget_get_visible (page), ==, page == gtk_stack_get_visible_child (GTK_STACK (stack)));
}

static void
press (GtkWidget  *root,
       const char *label)
{
  click (find_widget (root, match_shown_button, label));
  for (int i = 0; i < 6; i++)
    settle ();
}

static gboolean
match_rule (GtkWidget     *widget,
            gconstpointer  data)
{
  return GTK_IS_LABEL (widget) && gtk_widget_get_mapped (widget) &&
         g_str_has_prefix (gtk_label_get_label (GTK_LABEL (widget)), "Either of you may leave");
}

/* Of the words for two, on what is shown just now. */
static gboolean
match_we (GtkWidget     *widget,
          gconstpointer  data)
{
  return GTK_IS_LABEL (widget) && gtk_widget_get_mapped (widget) &&
         (g_regex_match_simple ("\\b(we|us|our|both|together|either|agree)\\b", gtk_label_get_label (GTK_LABEL (widget)),
                                G_REGEX_CASELESS, 0));
}

static void
write_name (GtkWidget  *root,
            const char *title,
            const char *name)
{
  GtkWidget *row = find_row (root, title);

  g_assert_nonnull (row);
  gtk_editable_set_text (GTK_EDITABLE (row), name);
  settle ();
}

static void
test_two (RitualsFixture *fixture,
          gconstpointer   data)
{
  GtkWidget *first_run = show (fixture);
  g_autoptr (BridgeRitual) ritual = NULL;

  g_assert_nonnull (find_label (first_run, "Whom it is not for"));
  assert_all_named (fixture->window);
  assert_one_page (first_run);
  press (first_run, "_Begin");
  assert_one_page (first_run);
  assert_all_named (fixture->window);

  g_assert_false (gtk_widget_get_sensitive (find_button (first_run, "_Continue")));
  write_name (first_run, "Your name", "  Ada ");
  g_assert_null (find_widget (first_run, match_rule, NULL));
  write_name (first_run, "The other’s name", "Robin");
  g_assert_nonnull (find_widget (first_run, match_rule, NULL));
  press (first_run, "_Continue");
  assert_all_named (fixture->window);
  assert_one_page (first_run);

  g_assert_nonnull (find_label (first_run, "Five quiet minutes"));
  click (gtk_widget_get_ancestor (find_label (first_run, "Five quiet minutes"), GTK_TYPE_BUTTON));
  assert_all_named (fixture->window);
  g_assert_false (done);
  press (first_run, "_Turn Reminders On");

  g_assert_true (done);
  g_assert_cmpstr (bridge_person_get_name (bridge_space_get_me (fixture->space)), ==, "Ada");
  g_assert_cmpstr (bridge_person_get_name (bridge_space_get_partner (fixture->space)), ==, "Robin");
  g_assert_true (bridge_space_get_reminders_on (fixture->space));
  g_assert_cmpuint (g_list_model_get_n_items (bridge_space_get_rituals (fixture->space)), ==, 1);
  ritual = g_list_model_get_item (bridge_space_get_rituals (fixture->space), 0);
  /* Nobody says the yes of the other one, who is asked. */
  g_assert_cmpint (bridge_ritual_get_state (ritual), ==, BRIDGE_RITUAL_PROPOSED);
  g_assert_nonnull (bridge_space_find_waiting (fixture->space, BRIDGE_INVITATION_RITUAL, bridge_ritual_get_id (ritual)));
}

static void
test_proposed (RitualsFixture *fixture,
               gconstpointer   data)
{
  GtkWidget *first_run = show (fixture);
  g_autoptr (BridgeRitual) ritual = NULL;

  press (first_run, "_Begin");
  write_name (first_run, "Your name", "Ada");
  write_name (first_run, "The other’s name", "Robin");
  press (first_run, "_Continue");
  click (gtk_widget_get_ancestor (find_label (first_run, "Five quiet minutes"), GTK_TYPE_BUTTON));
  press (first_run, "_Not Now");

  g_assert_true (done);
  g_assert_false (bridge_space_get_reminders_on (fixture->space));
  ritual = g_list_model_get_item (bridge_space_get_rituals (fixture->space), 0);
  g_assert_cmpint (bridge_ritual_get_state (ritual), ==, BRIDGE_RITUAL_PROPOSED);
}

static void
test_solo (RitualsFixture *fixture,
           gconstpointer   data)
{
  GtkWidget *first_run = show (fixture);
  g_autoptr (BridgeRitual) ritual = NULL;

  press (first_run, "_Begin");
  write_name (first_run, "Your name", "Ada");
  g_assert_null (find_widget (first_run, match_we, NULL));
  press (first_run, "_Continue");
  g_assert_null (find_label (first_run, PROPOSED));
  assert_one_page (first_run);
  g_assert_nonnull (find_label (first_run, "Five quiet minutes"));
  g_assert_null (find_widget (first_run, match_we, NULL));

  /* Who changes their mind reads the words for two, and the other way round. */
  press (first_run, "_Back");
  write_name (first_run, "The other’s name", "Robin");
  press (first_run, "_Continue");
  g_assert_nonnull (find_label (first_run, PROPOSED));
  g_assert_nonnull (find_label (first_run, "A connection pause: five minutes in the same room, with nothing to solve."));
  press (first_run, "_Back");
  write_name (first_run, "The other’s name", "");
  press (first_run, "_Continue");
  g_assert_null (find_label (first_run, "A connection pause: five minutes in the same room, with nothing to solve."));
  click (gtk_widget_get_ancestor (find_label (first_run, "One line at midday"), GTK_TYPE_BUTTON));
  press (first_run, "_Turn Reminders On");

  g_assert_true (done);
  g_assert_null (bridge_space_get_partner (fixture->space));
  ritual = g_list_model_get_item (bridge_space_get_rituals (fixture->space), 0);
  g_assert_cmpint (bridge_ritual_get_state (ritual), ==, BRIDGE_RITUAL_AGREED);
}

static void
test_skip (RitualsFixture *fixture,
           gconstpointer   data)
{
  GtkWidget *first_run = show (fixture);

  press (first_run, "_Begin");
  press (first_run, "_Skip the Rest");

  g_assert_true (done);
  g_assert_cmpstr (bridge_person_get_name (bridge_space_get_me (fixture->space)), ==, "Me");
  g_assert_cmpuint (g_list_model_get_n_items (bridge_space_get_rituals (fixture->space)), ==, 0);
}

/* Going back loses nothing. */
static void
test_back (RitualsFixture *fixture,
           gconstpointer   data)
{
  GtkWidget *first_run = show (fixture);

  g_assert_false (bridge_first_run_go_back (BRIDGE_FIRST_RUN (first_run)));
  press (first_run, "_Begin");
  write_name (first_run, "Your name", "Ada");
  press (first_run, "_Continue");
  press (first_run, "_None for Now");
  press (first_run, "_Back");
  press (first_run, "_Back");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (find_row (first_run, "Your name"))), ==, "Ada");
  press (first_run, "_Continue");
  press (first_run, "_None for Now");
  press (first_run, "_Not Now");
  g_assert_true (done);
}

/* A name that cannot be is said on the step where it is written. */
static void
test_long_name (RitualsFixture *fixture,
                gconstpointer   data)
{
  GtkWidget *first_run = show (fixture);
  g_autofree char *name = g_strnfill (80, 'a');

  press (first_run, "_Begin");
  write_name (first_run, "Your name", name);
  press (first_run, "_Continue");
  press (first_run, "_None for Now");
  press (first_run, "_Not Now");
  g_assert_false (done);
  g_assert_true (gtk_widget_get_mapped (find_row (first_run, "Your name")));
  g_assert_null (bridge_space_get_me (fixture->space));
}

int
main (int   argc,
      char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();

#define ADD(path, func) g_test_add (path, RitualsFixture, NULL, set_up, func, rituals_fixture_tear_down)

  ADD ("/window/first-run/two", test_two);
  ADD ("/window/first-run/proposed", test_proposed);
  ADD ("/window/first-run/solo", test_solo);
  ADD ("/window/first-run/skip", test_skip);
  ADD ("/window/first-run/back", test_back);
  ADD ("/window/first-run/long-name", test_long_name);

  return g_test_run ();
}

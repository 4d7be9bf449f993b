/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "bridge-moment-row.h"
#include "bridge-ritual-history.h"
#include "rituals-fixture.h"

#define LEFT_OUT "Days away are left out."
#define GOES_ON "It goes on after the days away."

/* (transfer full): its id */
static char *
add_absence (RitualsFixture *fixture,
             const char     *who,
             const char     *from,
             BridgeLocal     until)
{
  g_autoptr (BridgeAbsence) absence = bridge_absence_new (BRIDGE_ABSENCE_AWAY, who, local (from), until);
  g_autoptr (GError) error = NULL;
  g_autoptr (BridgeAbsence) stored = bridge_space_add_absence (fixture->space, absence, &error);

  g_assert_no_error (error);
  settle ();

  return g_strdup (bridge_absence_get_id (stored));
}

static GtkWidget *
show (RitualsFixture *fixture,
      BridgeRitual   *ritual)
{
  GtkWidget *page = bridge_rituals_page_new (fixture->space);

  rituals_fixture_show (fixture, page);
  bridge_rituals_page_open_ritual (BRIDGE_RITUALS_PAGE (page), bridge_ritual_get_id (ritual));
  settle ();

  return page;
}

static void
assert_next (GtkWidget  *page,
             const char *first,
             const char *second,
             const char *third)
{
  g_assert_cmpuint (count_widgets (page, BRIDGE_TYPE_MOMENT_ROW, TRUE), ==, 3);
  g_assert_nonnull (find_row (page, first));
  g_assert_nonnull (find_row (page, second));
  g_assert_nonnull (find_row (page, third));
}

/* Days on which somebody is away whom it needs are no days for it. */
static void
test_away (RitualsFixture *fixture,
           gconstpointer   partner)
{
  g_autoptr (BridgeRitual) ritual =
    rituals_fixture_add (fixture, "Tea", "2026-11-22T19:00", "FREQ=DAILY", BRIDGE_RITUAL_AGREED);
  const char *robin = bridge_person_get_id (bridge_space_get_partner (fixture->space));
  g_autofree char *id = NULL;
  GtkWidget *page = show (fixture, ritual);

  assert_next (page, "Today at 19:00", "Tomorrow at 19:00", "Tuesday at 19:00");
  g_assert_null (find_label (page, LEFT_OUT));

  id = add_absence (fixture, robin, "2026-11-23", local ("2026-11-27"));
  assert_next (page, "Today at 19:00", "Friday at 19:00", "Saturday at 19:00");
  g_assert_nonnull (find_label (page, LEFT_OUT));
  g_assert_nonnull (find_button (page, "_More Dates"));

  g_assert_true (bridge_space_remove_absence (fixture->space, id, NULL));
  settle ();
  assert_next (page, "Today at 19:00", "Tomorrow at 19:00", "Tuesday at 19:00");
  g_assert_null (find_label (page, LEFT_OUT));
}

/* A screen reader is told which moment it is, by the one inside of the button, too: that has the focus. */
static void
test_move_names (RitualsFixture *fixture,
                 gconstpointer   partner)
{
  g_autoptr (BridgeRitual) ritual =
    rituals_fixture_add (fixture, "Tea", "2026-11-22T19:00", "FREQ=DAILY", BRIDGE_RITUAL_AGREED);
  static const char *const titles[] = { "Today at 19:00", "Tomorrow at 19:00", "Tuesday at 19:00" };
  GtkWidget *page = show (fixture, ritual);

  for (gsize i = 0; i < G_N_ELEMENTS (titles); i++)
    {
      g_autofree char *name = g_strdup_printf ("%s: move or leave out", titles[i]);
      GtkWidget *button = find_type (find_row (page, titles[i]), GTK_TYPE_MENU_BUTTON);

      gtk_test_accessible_assert_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name);
      gtk_widget_grab_focus (button);
      button = gtk_root_get_focus (gtk_widget_get_root (page));
      gtk_test_accessible_assert_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name);
      g_assert_false (gtk_test_accessible_has_relation (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_RELATION_LABELLED_BY));
    }
}

/* What is one person's own goes on while the other one is away. */
static void
test_own (RitualsFixture *fixture,
          gconstpointer   partner)
{
  g_autoptr (BridgeRitual) ritual =
    rituals_fixture_add (fixture, "Tea", "2026-11-22T19:00", "FREQ=DAILY", BRIDGE_RITUAL_AGREED);
  g_autoptr (BridgeRitual) own = bridge_ritual_copy (ritual);
  g_autoptr (BridgeRitual) asked = NULL;
  g_autofree char *robins = NULL;
  g_autofree char *mine = NULL;
  GtkWidget *page;

  g_object_set (own, "who", bridge_person_get_id (bridge_space_get_me (fixture->space)), NULL);
  asked = bridge_space_propose_ritual (fixture->space, own, NULL, NULL);
  g_assert_nonnull (asked);
  rituals_fixture_say_yes (fixture, bridge_ritual_get_id (ritual));
  page = show (fixture, ritual);

  robins = add_absence (fixture, bridge_person_get_id (bridge_space_get_partner (fixture->space)), "2026-11-23",
                        local ("2026-11-27"));
  assert_next (page, "Today at 19:00", "Tomorrow at 19:00", "Tuesday at 19:00");
  g_assert_null (find_label (page, LEFT_OUT));

  mine = add_absence (fixture, bridge_person_get_id (bridge_space_get_me (fixture->space)), "2026-11-23",
                      local ("2026-11-24"));
  assert_next (page, "Today at 19:00", "Tuesday at 19:00", "Wednesday at 19:00");
}

/* What became of the other one's own is not to be looked at, nor is there a way to change it. */
static void
test_others_own (RitualsFixture *fixture,
                 gconstpointer   partner)
{
  g_autoptr (BridgeRitual) ritual =
    rituals_fixture_add (fixture, "Tea", "2026-11-20T19:00", "FREQ=DAILY", BRIDGE_RITUAL_AGREED);
  g_autoptr (BridgeRitual) own = bridge_ritual_copy (ritual);
  g_autoptr (BridgeRitual) asked = NULL;
  const char *persons[] = { bridge_person_get_id (bridge_space_get_me (fixture->space)),
                            bridge_person_get_id (bridge_space_get_partner (fixture->space)) };

  g_object_set (own, "who", persons[0], NULL);
  asked = bridge_space_propose_ritual (fixture->space, own, NULL, NULL);
  g_assert_nonnull (asked);
  rituals_fixture_say_yes (fixture, bridge_ritual_get_id (ritual));
  for (int i = 0; i < 2; i++)
    {
      GtkWidget *page;

      g_assert_true (bridge_space_set_speaker (fixture->space, persons[i], NULL));
      page = show (fixture, ritual);
      g_assert_cmpint (gtk_widget_get_mapped (find_type (page, BRIDGE_TYPE_RITUAL_HISTORY)), ==, i == 0);
      g_assert_cmpint (find_button (page, "_Edit") != NULL, ==, i == 0);
      assert_next (page, "Today at 19:00", "Tomorrow at 19:00", "Tuesday at 19:00");
      if (i == 0)
        gtk_window_destroy (GTK_WINDOW (fixture->window));
    }
}

/* Away without an end: no dates are promised. */
static void
test_open (RitualsFixture *fixture,
           gconstpointer   partner)
{
  g_autoptr (BridgeRitual) ritual =
    rituals_fixture_add (fixture, "Tea", "2026-11-22T19:00", "FREQ=DAILY", BRIDGE_RITUAL_AGREED);
  g_autofree char *id = NULL;
  GtkWidget *page = show (fixture, ritual);

  id = add_absence (fixture, NULL, "2026-11-22", BRIDGE_LOCAL_NONE);
  g_assert_cmpuint (count_widgets (page, BRIDGE_TYPE_MOMENT_ROW, TRUE), ==, 0);
  g_assert_nonnull (find_label (page, GOES_ON));
  assert_all_named (page);
}

/* What both have a record of has no button that takes it away, and once it has ended nothing is left to make lighter. */
static void
test_on_record (RitualsFixture *fixture,
                gconstpointer   partner)
{
  g_autoptr (BridgeRitual) ritual =
    rituals_fixture_add (fixture, "Tea", "2026-11-22T19:00", "FREQ=DAILY", BRIDGE_RITUAL_AGREED);
  const char *id = bridge_ritual_get_id (ritual);
  g_autofree char *name = bridge_occurrence_format_name (id, local ("2026-11-22T19:00"));
  g_autoptr (GError) error = NULL;
  GtkWidget *page = show (fixture, ritual);

  g_assert_nonnull (find_label (page, "It leaves the list, with its record"));
  g_assert_true (bridge_space_answer (fixture->space, name, BRIDGE_OUTCOME_KEPT, &error));
  settle ();
  g_assert_null (find_label (page, "It leaves the list, with its record"));
  g_assert_nonnull (find_label (page, "Make it lighter"));
  g_assert_true (bridge_space_change_ritual_state (fixture->space, id, BRIDGE_RITUAL_END, BRIDGE_LOCAL_NONE, &error));
  settle ();
  g_assert_null (find_label (page, "Make it lighter"));
}

/* What ends while somebody is away does not go on after it. */
static void
test_ends_away (RitualsFixture *fixture,
                gconstpointer   partner)
{
  g_autoptr (BridgeRitual) once = rituals_fixture_add (fixture, "A walk", "2026-11-24T19:00", NULL, BRIDGE_RITUAL_AGREED);
  g_autoptr (BridgeRitual) twice =
    rituals_fixture_add (fixture, "Tea", "2026-11-24T19:00", "FREQ=DAILY;COUNT=2", BRIDGE_RITUAL_AGREED);
  g_autofree char *id = add_absence (fixture, NULL, "2026-11-23", local ("2026-11-27"));

  for (guint i = 0; i < 2; i++)
    {
      GtkWidget *page = show (fixture, i == 0 ? once : twice);

      g_assert_cmpuint (count_widgets (page, BRIDGE_TYPE_MOMENT_ROW, TRUE), ==, 0);
      g_assert_nonnull (find_label (page, "All that was planned falls on days away."));
      g_assert_null (find_label (page, GOES_ON));
      gtk_window_destroy (GTK_WINDOW (g_steal_pointer (&fixture->window)));
    }

  /* One day longer, and there is something to come. */
  g_assert_true (bridge_space_remove_absence (fixture->space, id, NULL));
  g_free (g_steal_pointer (&id));
  id = add_absence (fixture, NULL, "2026-11-23", local ("2026-11-25"));
  g_assert_nonnull (find_label (show (fixture, twice), LEFT_OUT));
}

/* The same for what is only proposed: the dates as they would be. */
static void
test_proposed (RitualsFixture *fixture,
               gconstpointer   partner)
{
  g_autoptr (BridgeRitual) ritual =
    rituals_fixture_add (fixture, "Tea", "2026-11-22T19:00", "FREQ=DAILY", BRIDGE_RITUAL_PROPOSED);
  g_autofree char *id = NULL;
  GtkWidget *page = show (fixture, ritual);

  id = add_absence (fixture, NULL, "2026-11-22", local ("2026-11-25"));
  assert_next (page, "Wednesday at 19:00", "Thursday at 19:00", "Friday at 19:00");
}

int
main (int   argc,
      char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();

#define ADD(path, func) \
  g_test_add (path, RitualsFixture, "Robin", rituals_fixture_set_up, func, rituals_fixture_tear_down)

  ADD ("/window/ritual-detail/away", test_away);
  ADD ("/window/ritual-detail/move-names", test_move_names);
  ADD ("/window/ritual-detail/own", test_own);
  ADD ("/window/ritual-detail/others-own", test_others_own);
  ADD ("/window/ritual-detail/open", test_open);
  ADD ("/window/ritual-detail/on-record", test_on_record);
  ADD ("/window/ritual-detail/ends-away", test_ends_away);
  ADD ("/window/ritual-detail/proposed", test_proposed);

  return g_test_run ();
}

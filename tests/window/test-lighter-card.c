/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "bridge-lighter-card.h"
#include "rituals-fixture.h"

#define WORDS "“Tea” has found its place. It may need fewer reminders now."

/* Four weeks of a ritual that is kept every day, and Today on the evening after them. */
static GtkWidget *
show (RitualsFixture *fixture,
      const char     *remind)
{
  g_autoptr (BridgeRitual) ritual = NULL;
  g_autoptr (BridgeRitual) edited = NULL;
  g_autoptr (BridgeRitual) proposed = NULL;
  g_autoptr (GPtrArray) moments = NULL;
  g_autoptr (GError) error = NULL;
  GtkWidget *page;
  BridgeLocal now;

  g_assert_true (bridge_space_set_reminders_on (fixture->space, TRUE, NULL));
  ritual = rituals_fixture_add (fixture, "Tea", "2026-11-23T19:00", "FREQ=DAILY", BRIDGE_RITUAL_AGREED);
  edited = bridge_ritual_copy (ritual);
  g_object_set (edited, "remind", remind, NULL);
  if (bridge_space_find_more (fixture->space, ritual, edited) != 0)
    {
      proposed = bridge_space_propose_ritual (fixture->space, edited, NULL, &error);
      g_assert_no_error (error);
      rituals_fixture_say_yes (fixture, bridge_ritual_get_id (ritual));
    }
  else
    {
      g_assert_true (bridge_space_update_ritual (fixture->space, edited, &error));
    }
  g_assert_no_error (error);

  bridge_fake_clock_advance_to (BRIDGE_FAKE_CLOCK (fixture->clock), "2026-12-21T18:00");
  now = bridge_clock_local_now (fixture->clock);
  moments = bridge_space_list_occurrences (fixture->space, bridge_ritual_get_id (ritual), now - 28 * BRIDGE_DAY, now, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (moments->len, ==, 28);
  for (guint i = 0; i < moments->len; i++)
    {
      bridge_space_answer (fixture->space, bridge_occurrence_get_name (g_ptr_array_index (moments, i)), BRIDGE_OUTCOME_KEPT,
                           &error);
      g_assert_no_error (error);
    }

  page = bridge_today_page_new (fixture->space);
  rituals_fixture_show (fixture, page);
  settle ();

  return page;
}

static GtkWidget *
get_card (GtkWidget *page)
{
  return find_type (page, BRIDGE_TYPE_LIGHTER_CARD);
}

static char *
dup_remind (RitualsFixture *fixture)
{
  g_autoptr (BridgeRitual) ritual = g_list_model_get_item (bridge_space_get_rituals (fixture->space), 0);

  return g_strdup (bridge_ritual_get_remind (ritual));
}

static void
assert_remind (RitualsFixture *fixture,
               const char     *expected)
{
  g_autofree char *remind = dup_remind (fixture);

  g_assert_cmpstr (remind, ==, expected);
}

static void
assert_focus_kept (RitualsFixture *fixture)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (fixture->window));

  g_assert_nonnull (focus);
  g_assert_true (gtk_widget_get_mapped (focus));
  g_assert_false (gtk_widget_is_ancestor (focus, get_card (fixture->window)));
}

/* It is there, says of itself what it is, and what was agreed to can be taken back where it was said. */
static void
test_accept (RitualsFixture *fixture,
             gconstpointer   partner)
{
  GtkWidget *page = show (fixture, "10,0");
  GtkWidget *card = get_card (page);

  g_assert_true (gtk_widget_get_mapped (card));
  g_assert_nonnull (find_label (card, WORDS));
  gtk_test_accessible_assert_role (card, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_test_accessible_assert_property (card, GTK_ACCESSIBLE_PROPERTY_LABEL, WORDS);
  gtk_test_accessible_assert_property (find_button (card, "Only at the Moment"), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Only at the Moment, “Tea”");
  gtk_test_accessible_assert_property (find_button (card, "Keep as It Is"), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Keep as It Is, “Tea”");
  assert_all_named (page);

  gtk_widget_grab_focus (find_button (card, "Only at the Moment"));
  click (find_button (card, "Only at the Moment"));
  assert_remind (fixture, "0");
  g_assert_false (gtk_widget_get_mapped (card));
  assert_focus_kept (fixture);

  click (find_button (fixture->window, "_Undo"));
  assert_remind (fixture, "10,0");
  g_assert_true (gtk_widget_get_mapped (card));
}

/* Of one reminder none is left. */
static void
test_none_left (RitualsFixture *fixture,
                gconstpointer   partner)
{
  GtkWidget *card = get_card (show (fixture, "0"));

  click (find_button (card, "Without Reminders"));
  assert_remind (fixture, "");
  g_assert_false (gtk_widget_get_mapped (card));
}

/* It asks no more for eight weeks. */
static void
test_keep (RitualsFixture *fixture,
           gconstpointer   partner)
{
  GtkWidget *card = get_card (show (fixture, "10,0"));

  gtk_widget_grab_focus (find_button (card, "Keep as It Is"));
  click (find_button (card, "Keep as It Is"));
  assert_remind (fixture, "10,0");
  g_assert_false (gtk_widget_get_mapped (card));
  assert_focus_kept (fixture);

  /* Not on the next evening, nor where Today is made anew. */
  bridge_fake_clock_advance_to (BRIDGE_FAKE_CLOCK (fixture->clock), "2026-12-22T18:00");
  adw_toast_overlay_set_child (ADW_TOAST_OVERLAY (find_type (fixture->window, ADW_TYPE_TOAST_OVERLAY)),
                               bridge_today_page_new (fixture->space));
  settle ();
  card = get_card (fixture->window);
  g_assert_nonnull (card);
  g_assert_false (gtk_widget_get_mapped (card));
}

/* While somebody is away, or unwell, nobody is asked about plans. */
static void
test_away (RitualsFixture *fixture,
           gconstpointer   partner)
{
  GtkWidget *card = get_card (show (fixture, "0"));
  BridgeLocal today = bridge_local_day_start (bridge_clock_local_now (fixture->clock));
  g_autoptr (BridgeAbsence) absence = bridge_absence_new (BRIDGE_ABSENCE_UNWELL, NULL, today, today + BRIDGE_DAY);
  g_autoptr (BridgeAbsence) stored = bridge_space_add_absence (fixture->space, absence, NULL);

  g_assert_nonnull (stored);
  settle ();
  g_assert_false (gtk_widget_get_mapped (card));
  g_assert_true (bridge_space_remove_absence (fixture->space, bridge_absence_get_id (stored), NULL));
  settle ();
  g_assert_true (gtk_widget_get_mapped (card));
}

int
main (int   argc,
      char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();

#define ADD(path, func) \
  g_test_add (path, RitualsFixture, "Robin", rituals_fixture_set_up, func, rituals_fixture_tear_down)

  ADD ("/window/lighter-card/accept", test_accept);
  ADD ("/window/lighter-card/none-left", test_none_left);
  ADD ("/window/lighter-card/keep", test_keep);
  ADD ("/window/lighter-card/away", test_away);

  return g_test_run ();
}

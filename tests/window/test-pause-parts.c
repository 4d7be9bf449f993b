/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "bridge-breath.h"
#include "bridge-calm-head.h"
#include "bridge-pause-words.h"
#include "bridge-turn-ring.h"
#include "bridge-turn-timer.h"
#include "rituals-fixture.h"

/* In and out, five times a minute, without a jump. */
static void
test_breath_level (void)
{
  const gint64 period = BRIDGE_BREATH_SECONDS * G_USEC_PER_SEC;
  double before = bridge_breath_get_level (0);

  g_assert_cmpint (60 / BRIDGE_BREATH_SECONDS, ==, 5);
  g_assert_cmpfloat_with_epsilon (bridge_breath_get_level (4 * G_USEC_PER_SEC), 1, 0.001);
  g_assert_cmpfloat_with_epsilon (bridge_breath_get_level (11 * G_USEC_PER_SEC), 0, 0.001);
  g_assert_cmpfloat_with_epsilon (bridge_breath_get_level (-period + 4 * G_USEC_PER_SEC), 1, 0.001);

  for (gint64 usec = 0; usec <= 2 * period; usec += G_USEC_PER_SEC / 20)
    {
      double level = bridge_breath_get_level (usec);

      g_assert_cmpfloat (level, >=, 0);
      g_assert_cmpfloat (level, <=, 1);
      g_assert_cmpfloat (ABS (level - before), <, 0.05);
      g_assert_cmpfloat_with_epsilon (level, bridge_breath_get_level (usec + period), 0.001);
      before = level;
    }
}

/* It moves only where it is seen, and where the desktop wants things to move. */
static void
test_breath_still (RitualsFixture *fixture,
                   gconstpointer   partner)
{
  GtkSettings *settings = gtk_settings_get_default ();
  GtkWidget *breath = bridge_breath_new ();

  g_object_set (settings, "gtk-enable-animations", TRUE, NULL);
  g_assert_false (bridge_breath_is_moving (BRIDGE_BREATH (breath)));
  rituals_fixture_show (fixture, breath);
  g_assert_true (bridge_breath_is_moving (BRIDGE_BREATH (breath)));

  g_object_set (settings, "gtk-enable-animations", FALSE, NULL);
  g_assert_false (bridge_breath_is_moving (BRIDGE_BREATH (breath)));
  g_object_set (settings, "gtk-enable-animations", TRUE, NULL);
  g_assert_true (bridge_breath_is_moving (BRIDGE_BREATH (breath)));

  gtk_widget_set_visible (fixture->window, FALSE);
  g_assert_false (bridge_breath_is_moving (BRIDGE_BREATH (breath)));
  gtk_test_accessible_assert_role (breath, GTK_ACCESSIBLE_ROLE_IMG);
  assert_all_named (fixture->window);
}

static void
next_cb (BridgeTurnTimer *timer,
         guint           *n)
{
  (*n)++;
}

static BridgePerson *
get_partner (RitualsFixture *fixture)
{
  return bridge_space_get_partner (fixture->space);
}

static gint64
now (RitualsFixture *fixture)
{
  return bridge_clock_now (fixture->clock);
}

/* Words every half a minute, and softly when it is time; the turn goes on until it is passed. */
static void
test_turn (RitualsFixture *fixture,
           gconstpointer   partner)
{
  BridgeFakeClock *clock = BRIDGE_FAKE_CLOCK (fixture->clock);
  GtkWidget *timer = bridge_turn_timer_new (fixture->space);
  BridgeTurnRing *ring = BRIDGE_TURN_RING (find_type (timer, BRIDGE_TYPE_TURN_RING));
  const char *robin = bridge_person_get_id (get_partner (fixture));
  guint n = 0;

  g_signal_connect (timer, "next", G_CALLBACK (next_cb), &n);
  rituals_fixture_show (fixture, timer);
  g_assert_nonnull (find_label (timer, "Ada speaks"));
  bridge_turn_timer_set_turn (BRIDGE_TURN_TIMER (timer), 0, 0, robin);
  g_assert_nonnull (find_label (timer, "Robin speaks"));
  g_assert_nonnull (find_label (timer, "Two minutes each. One speaks, one listens."));
  click (find_button (timer, "_Begin"));
  g_assert_cmpuint (n, ==, 1);

  bridge_turn_timer_set_turn (BRIDGE_TURN_TIMER (timer), 1, now (fixture), robin);
  g_assert_nonnull (find_label (timer, "About two minutes."));
  bridge_fake_clock_advance (clock, 29 * 1000);
  g_assert_nonnull (find_label (timer, "About two minutes."));
  bridge_fake_clock_advance (clock, 1000);
  g_assert_nonnull (find_label (timer, "About a minute and a half."));
  g_assert_cmpfloat_with_epsilon (bridge_turn_ring_get_left (ring), 0.75, 0.001);
  bridge_fake_clock_advance (clock, 30 * 1000);
  g_assert_nonnull (find_label (timer, "About a minute."));
  bridge_fake_clock_advance (clock, 30 * 1000);
  g_assert_nonnull (find_label (timer, "About half a minute."));
  bridge_fake_clock_advance (clock, 30 * 1000);
  g_assert_nonnull (find_label (timer, "It is time. Say your sentence to its end; then it is Ada’s turn."));
  g_assert_nonnull (find_label (timer, "Robin speaks"));
  g_assert_cmpfloat_with_epsilon (bridge_turn_ring_get_left (ring), 0, 0.001);
  bridge_fake_clock_advance (clock, 10 * BRIDGE_MS_PER_MINUTE);
  g_assert_nonnull (find_label (timer, "Robin speaks"));
  g_assert_cmpuint (n, ==, 1);

  click (find_button (timer, "_Pass the Turn"));
  g_assert_cmpuint (n, ==, 2);
  bridge_turn_timer_set_turn (BRIDGE_TURN_TIMER (timer), 2, now (fixture), robin);
  g_assert_nonnull (find_label (timer, "Ada speaks"));
  g_assert_nonnull (find_label (timer, "About two minutes."));

  /* A clock that is set back makes no turn longer than it is. */
  bridge_fake_clock_set (clock, now (fixture) - 60 * BRIDGE_MS_PER_MINUTE);
  g_assert_nonnull (find_label (timer, "About two minutes."));
  assert_all_named (fixture->window);
}

static void
test_head (RitualsFixture *fixture,
           gconstpointer   partner)
{
  GtkWidget *head = g_object_new (BRIDGE_TYPE_CALM_HEAD, NULL);

  bridge_calm_head_set (BRIDGE_CALM_HEAD (head), "Paused.", "<b>Back</b> & well");
  rituals_fixture_show (fixture, head);
  g_assert_nonnull (find_label (head, "<b>Back</b> & well"));
  gtk_test_accessible_assert_role (head, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (head), GTK_ACCESSIBLE_PROPERTY_LABEL, "Paused. <b>Back</b> & well");
  g_assert_true (gtk_widget_grab_focus (head));
  bridge_calm_head_set (BRIDGE_CALM_HEAD (head), "Paused.", NULL);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (head), GTK_ACCESSIBLE_PROPERTY_LABEL, "Paused.");
}

static void
assert_back (const char *at,
             gboolean    two,
             const char *words)
{
  g_autoptr (GTimeZone) zone = bridge_zone_new ("Europe/Berlin", NULL);
  gint64 here = bridge_local_to_utc_ms (local ("2026-11-22T20:31"), zone);
  g_autofree char *text = bridge_pause_back_words (bridge_local_to_utc_ms (local (at), zone), here, two, zone);

  g_assert_cmpstr (text, ==, words);
}

static void
test_back_words (void)
{
  assert_back ("2026-11-22T20:45", TRUE, "Back together at 20:45, in 14 minutes.");
  assert_back ("2026-11-22T20:31:01", TRUE, "Back together at 20:31, in 1 minute.");
  assert_back ("2026-11-22T22:45", TRUE, "Back together at 22:45, in about 2 hours.");
  assert_back ("2026-11-22T20:30", TRUE, "Back together at 20:30, which is now.");
  assert_back ("2026-11-23T09:00", TRUE, "Back together tomorrow at 09:00.");
  assert_back ("2026-11-26T20:00", TRUE, "Back together on Thursday at 20:00.");
  assert_back ("2026-11-22T20:45", FALSE, "You come back to it at 20:45, in 14 minutes.");
  assert_back ("2026-11-22T20:30", FALSE, "You come back to it at 20:30, which is now.");
  assert_back ("2026-11-26T20:00", FALSE, "You come back to it on Thursday at 20:00.");
}

static void
assert_strip (BridgePauseState  state,
              const char       *at,
              const char       *words,
              const char       *solo_words)
{
  g_autoptr (GTimeZone) zone = bridge_zone_new ("Europe/Berlin", NULL);
  gint64 here = bridge_local_to_utc_ms (local ("2026-11-22T20:31"), zone);
  gint64 then = at != NULL ? bridge_local_to_utc_ms (local (at), zone) : 0;
  g_autoptr (BridgePause) pause = g_object_new (BRIDGE_TYPE_PAUSE, "state", state, "return-at", then, "recovery-until", then, NULL);
  g_autofree char *text = bridge_pause_strip_words (pause, here, TRUE, zone);
  g_autofree char *solo_text = bridge_pause_strip_words (pause, here, FALSE, zone);

  g_assert_cmpstr (text, ==, words);
  g_assert_cmpstr (solo_text, ==, solo_words);
}

static void
test_strip_words (void)
{
  assert_strip (BRIDGE_PAUSE_COOLING, "2026-11-22T20:45", "Paused until 20:45.", "Paused until 20:45.");
  assert_strip (BRIDGE_PAUSE_COOLING, "2026-11-23T09:00", "Paused. Back together tomorrow at 09:00.",
                "Paused. You come back to it tomorrow at 09:00.");
  assert_strip (BRIDGE_PAUSE_RETURN, "2026-11-22T20:31", "It is time to come back together, when you are ready.",
                "It is time to come back to it, when you are ready.");
  assert_strip (BRIDGE_PAUSE_ANOTHER_DAY, NULL, "You come back to it on another day.", "You come back to it on another day.");
  assert_strip (BRIDGE_PAUSE_ANOTHER_DAY, "2026-11-26T20:00", "You come back to it on Thursday at 20:00.",
                "You come back to it on Thursday at 20:00.");
  assert_strip (BRIDGE_PAUSE_RE_ENTRY, NULL, "A gentle talk is open.", "A gentle way back is open.");
  assert_strip (BRIDGE_PAUSE_RECOVERY, "2026-11-26T20:00", "Recovery window until Thursday at 20:00.",
                "Recovery window until Thursday at 20:00.");
  assert_strip (BRIDGE_PAUSE_REVIEW, NULL, "You could look back on the pause.",
                "You could look back on the pause.");
  assert_strip (BRIDGE_PAUSE_CLOSED, NULL, NULL, NULL);
}

int
main (int   argc,
      char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();

#define ADD(path, partner, func) \
  g_test_add (path, RitualsFixture, partner, rituals_fixture_set_up, func, rituals_fixture_tear_down)

  g_test_add_func ("/pause/breath/level", test_breath_level);
  g_test_add_func ("/pause/words/back", test_back_words);
  g_test_add_func ("/pause/words/strip", test_strip_words);
  ADD ("/pause/breath/still", "Robin", test_breath_still);
  ADD ("/pause/turn/two", "Robin", test_turn);
  ADD ("/pause/head", "Robin", test_head);

  return g_test_run ();
}

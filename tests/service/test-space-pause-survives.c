/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gstdio.h>

#include "bridge-pause-state.h"
#include "service-fixture.h"

#define MINUTE G_GINT64_CONSTANT (60000)
#define HOUR (60 * MINUTE)
#define DAY (24 * HOUR)

/* Whatever happens to the program, the computer or its clock: a pause stands afterwards where it stood, with all that was said. */

typedef enum {
  COOLING,
  LONGER,
  ANSWERED,       /* one of the two has, to "ready?" */
  ANOTHER_DAY,    /* which was chosen */
  SOME_DAY,       /* which was not */
  TURN,           /* the second one of the talk */
  RECOVERY,       /* one of the two has written, and wants it to end */
  REVIEW,         /* something was written */
  N_PLACES,
} Place;

typedef enum {
  CLOSED,         /* and opened again */
  KILLED,         /* what is on the disk at that moment is all there is */
  SUSPENDED,      /* for a night */
  SUSPENDED_LONG, /* for months */
  CLOCK_AHEAD,    /* by months, and put right */
  CLOCK_BEHIND,   /* by months, and put right */
  ZONE,           /* on the other side of the earth */
  N_EVENTS,
} Event;

static const struct {
  const char *name;
  const char *state;
  const char *after_night, *after_months; /* what time makes of it */
  const char *behind;                     /* by a clock that lies behind: it is not time yet */
} places[] = {
  [COOLING] = { "cooling", "cooling", "return", "return", "cooling" },
  [LONGER] = { "longer", "cooling", "return", "return", "cooling" },
  [ANSWERED] = { "answered", "return", "return", "return", "cooling" },
  [ANOTHER_DAY] = { "another-day", "another-day", "another-day", "return", "another-day" },
  [SOME_DAY] = { "some-day", "another-day", "another-day", "another-day", "another-day" },
  [TURN] = { "turn", "re-entry", "re-entry", "re-entry", "re-entry" },
  [RECOVERY] = { "recovery", "recovery", "recovery", "review", "recovery" },
  [REVIEW] = { "review", "review", "review", "review", "review" },
};

static const char *const events[N_EVENTS] = { "closed", "killed", "suspended", "suspended-long", "clock-ahead", "clock-behind", "zone" };

static void
speak (Fixture  *fixture,
       gboolean  partner)
{
  g_autoptr (GError) error = NULL;
  BridgePerson *person = partner ? bridge_space_get_partner (fixture->space) : bridge_space_get_me (fixture->space);

  bridge_space_set_speaker (fixture->space, bridge_person_get_id (person), &error);
  g_assert_no_error (error);
}

#define assert_ok(call) \
  G_STMT_START { \
    g_autoptr (GError) error = NULL; \
    gboolean done_ = (call); \
    g_assert_no_error (error); \
    g_assert_true (done_); \
  } G_STMT_END

static gint64
now (Fixture *fixture)
{
  return bridge_clock_now (fixture->clock);
}

static void
set_clock (Fixture *fixture,
           gint64   at)
{
  bridge_fake_clock_set (BRIDGE_FAKE_CLOCK (fixture->clock), at);
  spin ();
}

/* Each for themself. */
static void
answer (Fixture         *fixture,
        BridgeReadiness  readiness)
{
  for (int i = 1; i >= 0; i--)
    {
      speak (fixture, i == 1);
      assert_ok (bridge_space_answer_pause (fixture->space, readiness, &error));
    }
}

static void
go_to (Fixture *fixture,
       Place    place)
{
  BridgeSpace *space = fixture->space;
  g_autoptr (BridgePause) pause = bridge_space_call_pause (space, NULL);
  const char *id;

  g_assert_nonnull (pause);
  id = bridge_pause_get_id (pause);
  if (place == LONGER)
    assert_ok (bridge_space_extend_pause (space, &error));
  if (place == ANOTHER_DAY)
    assert_ok (bridge_space_put_off_pause (space, now (fixture) + 2 * DAY, &error));
  if (place <= LONGER || place == ANOTHER_DAY)
    return;

  set_clock (fixture, now (fixture) + 20 * MINUTE);
  if (place == ANSWERED)
    assert_ok (bridge_space_answer_pause (space, BRIDGE_READINESS_ANOTHER_DAY, &error));
  else if (place == SOME_DAY)
    answer (fixture, BRIDGE_READINESS_ANOTHER_DAY);
  else
    answer (fixture, BRIDGE_READINESS_READY);
  if (place <= SOME_DAY)
    return;

  assert_ok (bridge_space_set_pause_topic (space, "The holidays", &error));
  assert_ok (bridge_space_begin_pause_turn (space, 1, NULL, &error));
  assert_ok (bridge_space_begin_pause_turn (space, 2, NULL, &error));
  if (place == TURN)
    return;

  assert_ok (bridge_space_end_pause_talk (space, &error));
  assert_ok (bridge_space_write_pause_follow_up (space, "Lighter", NULL, NULL, &error));
  assert_ok (bridge_space_end_pause_recovery (space, &error));
  if (place == RECOVERY)
    return;

  speak (fixture, TRUE);
  assert_ok (bridge_space_end_pause_recovery (space, &error));
  speak (fixture, FALSE);
  assert_ok (bridge_space_add_to_pause_review (space, id, &(BridgePauseReview) { .lesson = "Sooner" }, &error));
}

/* All that is kept and known of it, but its state. */
static char *
describe (Fixture *fixture)
{
  BridgePause *pause = bridge_space_get_pause (fixture->space);
  g_autoptr (GString) words = g_string_new (NULL);
  g_autoptr (GTypeClass) class = g_type_class_ref (BRIDGE_TYPE_PAUSE);
  guint n;
  g_autofree GParamSpec **specs = g_object_class_list_properties (G_OBJECT_CLASS (class), &n);

  g_assert_nonnull (pause);
  for (guint i = 0; i < n; i++)
    {
      g_auto (GValue) value = G_VALUE_INIT;
      g_autofree char *text = NULL;

      if (g_str_equal (specs[i]->name, "state") || g_str_equal (specs[i]->name, "updated-at"))
        continue;
      g_value_init (&value, specs[i]->value_type);
      g_object_get_property (G_OBJECT (pause), specs[i]->name, &value);
      text = g_strdup_value_contents (&value);
      g_string_append_printf (words, "%s: %s\n", specs[i]->name, text);
    }
  for (int partner = 0; partner < 2; partner++)
    {
      g_autoptr (GPtrArray) follow_ups = NULL;

      speak (fixture, partner);
      follow_ups = bridge_space_list_pause_follow_ups (fixture->space, bridge_pause_get_id (pause), NULL);
      /* What one has written the other one may read when the window is over: only theirs is asked for. */
      g_string_append_printf (words, "%d answered: %d %d, written: %u\n", partner,
                              bridge_space_has_answered_pause (fixture->space, BRIDGE_PAUSE_ASK_READY),
                              bridge_space_has_answered_pause (fixture->space, BRIDGE_PAUSE_ASK_OVER), partner ? 0 : follow_ups->len);
    }
  return g_string_free (g_steal_pointer (&words), FALSE);
}

#define assert_state(fixture, expected) \
  g_assert_cmpstr (bridge_enum_to_nick (BRIDGE_TYPE_PAUSE_STATE, \
                                        bridge_pause_get_state (bridge_space_get_pause ((fixture)->space))), ==, (expected))

/* What a program leaves on the disk that is gone from one instruction to the next: not what it does when it closes. */
static void
kill_and_open (Fixture *fixture)
{
  static const char *const names[] = { "space.db", "space.db-journal" };
  char *contents[G_N_ELEMENTS (names)] = { NULL };
  gsize lengths[G_N_ELEMENTS (names)];
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *path = g_build_filename (fixture->folder, names[i], NULL);

      if (!g_file_get_contents (path, &contents[i], &lengths[i], NULL))
        g_assert_cmpuint (i, >, 0);
    }
  g_assert_finalize_object (g_steal_pointer (&fixture->space));
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *path = g_build_filename (fixture->folder, names[i], NULL);

      if (contents[i] == NULL)
        g_unlink (path);
      else
        g_assert_true (g_file_set_contents_full (path, contents[i], (gssize) lengths[i], G_FILE_SET_CONTENTS_NONE, 0600, &error));
      g_free (contents[i]);
    }
  fixture->space = bridge_space_open (fixture->folder, fixture->clock, &error);
  g_assert_no_error (error);
}

static void
test (Fixture       *fixture,
      gconstpointer  user_data)
{
  Place place = GPOINTER_TO_INT (user_data) / N_EVENTS;
  Event event = GPOINTER_TO_INT (user_data) % N_EVENTS;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  gint64 began;

  go_to (fixture, place);
  assert_state (fixture, places[place].state);
  before = describe (fixture);
  began = now (fixture);

  switch (event)
    {
    case CLOSED:
      fixture_reopen (fixture);
      break;
    case KILLED:
      kill_and_open (fixture);
      break;
    case SUSPENDED:
      set_clock (fixture, began + 8 * HOUR);
      assert_state (fixture, places[place].after_night);
      break;
    case SUSPENDED_LONG:
      set_clock (fixture, began + 100 * DAY);
      assert_state (fixture, places[place].after_months);
      break;
    case CLOCK_AHEAD:
      set_clock (fixture, began + 100 * DAY);
      assert_state (fixture, places[place].after_months);
      fixture_reopen (fixture);
      assert_state (fixture, places[place].after_months);
      set_clock (fixture, began);
      break;
    case CLOCK_BEHIND:
      set_clock (fixture, began - 100 * DAY);
      assert_state (fixture, places[place].behind);
      fixture_reopen (fixture);
      assert_state (fixture, places[place].behind);
      set_clock (fixture, began);
      break;
    case ZONE:
      bridge_fake_clock_set_zone (BRIDGE_FAKE_CLOCK (fixture->clock), "Pacific/Auckland");
      spin ();
      break;
    case N_EVENTS:
    default:
      g_assert_not_reached ();
    }

  after = describe (fixture);
  if (event != SUSPENDED && event != SUSPENDED_LONG)
    assert_state (fixture, places[place].state);
  g_assert_cmpstr (after, ==, before);
  fixture_reopen (fixture);
  g_clear_pointer (&after, g_free);
  after = describe (fixture);
  g_assert_cmpstr (after, ==, before);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  for (int place = 0; place < N_PLACES; place++)
    for (int event = 0; event < N_EVENTS; event++)
      {
        g_autofree char *path = g_strdup_printf ("/space/pause/survives/%s/%s", places[place].name, events[event]);

        g_test_add (path, Fixture, GINT_TO_POINTER (place * N_EVENTS + event), fixture_set_up, test, fixture_tear_down);
      }
  return g_test_run ();
}

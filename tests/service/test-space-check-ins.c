/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define _GNU_SOURCE /* memmem */

#include "config.h"

#include <string.h>

#include "bridge-check-in-words.h"
#include "bridge-error.h"
#include "bridge-space-check-ins.h"
#include "service-fixture.h"

#include "../support/agreed.h"
#include "../support/bridge-test.h"

#define A_DAY_MS (24 * 60 * BRIDGE_MS_PER_MINUTE)

static BridgeCheckIn *
make (int         mood,
      const char *words)
{
  BridgeCheckIn *check_in = bridge_check_in_new (NULL, BRIDGE_LOCAL_NONE);

  bridge_check_in_set_step (check_in, BRIDGE_SCALE_MOOD, mood);
  g_object_set (check_in, "words", words, NULL);
  return check_in;
}

static BridgeCheckIn *
add (Fixture    *fixture,
     int         mood,
     const char *words)
{
  g_autoptr (BridgeCheckIn) given = make (mood, words);
  g_autoptr (GError) error = NULL;
  BridgeCheckIn *stored = bridge_space_add_check_in (fixture->space, given, &error);

  g_assert_no_error (error);
  return stored;
}

static void
write_together (Fixture    *fixture,
                const char *name,
                const char *words)
{
  g_autoptr (BridgeCheckIn) given = make (3, words);
  g_autoptr (BridgeCheckIn) stored = NULL;
  g_autoptr (GError) error = NULL;

  speak_as (fixture->space, name);
  stored = bridge_space_write_together (fixture->space, given, &error);
  g_assert_no_error (error);
  g_assert_nonnull (bridge_check_in_get_round_id (stored));
}

static gboolean
say_ready (Fixture    *fixture,
           const char *name)
{
  g_autoptr (GError) error = NULL;
  gboolean opened = 42;

  speak_as (fixture->space, name);
  bridge_space_say_ready (fixture->space, &opened, &error);
  g_assert_no_error (error);
  return opened;
}

/* "today's words of the speaker and the other, in their order", joined. (transfer full) */
static char *
list (Fixture    *fixture,
      const char *name)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) found = NULL;
  g_autoptr (GString) all = g_string_new (NULL);

  speak_as (fixture->space, name);
  found = bridge_space_list_check_ins (fixture->space, local ("2020-01-01"), local ("2030-01-01"), &error);
  g_assert_no_error (error);
  for (guint i = 0; i < found->len; i++)
    g_string_append_printf (all, "%s%s", i > 0 ? "|" : "", bridge_check_in_get_words (g_ptr_array_index (found, i)));
  return g_string_free (g_steal_pointer (&all), FALSE);
}

#define assert_list(fixture, name, expected) \
  G_STMT_START { \
    g_autofree char *listed_ = list (fixture, name); \
    g_assert_cmpstr (listed_, ==, expected); \
  } G_STMT_END

static void
next_day (Fixture *fixture)
{
  bridge_fake_clock_advance (BRIDGE_FAKE_CLOCK (fixture->clock), A_DAY_MS);
  spin ();
}

static void
undo (Fixture    *fixture,
      const char *label)
{
  g_autoptr (GError) error = NULL;

  g_assert_cmpstr (bridge_space_get_undo_label (fixture->space), ==, label);
  bridge_space_undo (fixture->space, &error);
  g_assert_no_error (error);
}

/* Is @words anywhere in the file, free pages included? */
static gboolean
stands_in (const char *path,
           const char *words)
{
  g_autofree char *contents = NULL;
  g_autoptr (GError) error = NULL;
  gsize length;

  g_file_get_contents (path, &contents, &length, &error);
  g_assert_no_error (error);
  return memmem (contents, length, words, strlen (words)) != NULL;
}

static gboolean
stands_in_file (Fixture    *fixture,
                const char *words)
{
  g_autofree char *path = g_build_filename (fixture->folder, BRIDGE_DATABASE_FILE, NULL);

  return stands_in (path, words);
}

static void
count_cb (BridgeSpace *space,
          guint        kinds,
          gboolean     from_outside,
          guint       *count)
{
  if (kinds & BRIDGE_KIND_CHECK_INS)
    (*count)++;
}

/* Several a day, each with number and word, of today and of whoever speaks; stored, changed, removed and taken back. */
static void
test_add (Fixture       *fixture,
          gconstpointer  user_data)
{
  g_autoptr (BridgeCheckIn) first = NULL;
  g_autoptr (BridgeCheckIn) second = NULL;
  g_autoptr (BridgeCheckIn) found = NULL;
  g_autoptr (GError) error = NULL;
  guint changes = 0;

  g_signal_connect (fixture->space, "changed", G_CALLBACK (count_cb), &changes);
  first = add (fixture, 2, "  After\nwork ");
  bridge_fake_clock_advance (BRIDGE_FAKE_CLOCK (fixture->clock), 60 * BRIDGE_MS_PER_MINUTE);
  second = add (fixture, 0, "Later");
  g_assert_cmpuint (changes, ==, 2);
  g_assert_cmpstr (bridge_check_in_get_words (first), ==, "After\nwork");
  g_assert_cmpint (bridge_check_in_get_on (first), ==, local ("2026-11-22"));
  g_assert_cmpstr (bridge_check_in_get_person_id (first), ==, bridge_person_get_id (bridge_space_get_me (fixture->space)));
  assert_list (fixture, "Ada", "Later|After\nwork");

  fixture_reopen (fixture);
  assert_list (fixture, "Ada", "Later|After\nwork");
  found = bridge_space_find_check_in (fixture->space, bridge_check_in_get_id (first), &error);
  g_assert_no_error (error);
  g_assert_cmpint (bridge_check_in_get_mood (found), ==, 2);
  g_assert_cmpstr (bridge_check_in_get_mood_word (found), ==, "Low");
  g_assert_true (bridge_space_may_edit_check_in (fixture->space, found));

  g_object_set (found, "words", "Before supper", NULL);
  bridge_space_update_check_in (fixture->space, found, &error);
  g_assert_no_error (error);
  assert_list (fixture, "Ada", "Later|Before supper");
  undo (fixture, "Check-in changed");
  assert_list (fixture, "Ada", "Later|After\nwork");

  bridge_space_remove_check_in (fixture->space, bridge_check_in_get_id (first), &error);
  g_assert_no_error (error);
  assert_list (fixture, "Ada", "Later");
  g_assert_false (stands_in_file (fixture, "After\nwork"));
  undo (fixture, "Check-in removed");
  assert_list (fixture, "Ada", "Later|After\nwork");
  bridge_space_redo (fixture->space, &error);
  g_assert_no_error (error);
  assert_list (fixture, "Ada", "Later");
  undo (fixture, "Check-in removed");

  g_clear_object (&found);
  next_day (fixture);
  found = bridge_space_find_check_in (fixture->space, bridge_check_in_get_id (first), &error);
  g_assert_no_error (error);
  g_assert_false (bridge_space_may_edit_check_in (fixture->space, found));
  g_assert_false (bridge_space_update_check_in (fixture->space, found, &error));
  g_assert_error (error, BRIDGE_ERROR, BRIDGE_ERROR_STATE);
}

static void
test_refused (Fixture       *fixture,
              gconstpointer  user_data)
{
  g_autoptr (BridgeCheckIn) empty = make (0, " \n ");
  g_autoptr (BridgeCheckIn) own = add (fixture, 3, "Mine");
  g_autoptr (GError) error = NULL;

  g_assert_null (bridge_space_add_check_in (fixture->space, empty, &error));
  g_assert_error (error, BRIDGE_ERROR, BRIDGE_ERROR_INVALID_VALUE);
  g_clear_error (&error);

  speak_as (fixture->space, "Ben");
  g_assert_false (bridge_space_remove_check_in (fixture->space, bridge_check_in_get_id (own), &error));
  g_assert_error (error, BRIDGE_ERROR, BRIDGE_ERROR_STATE);
  g_assert_nonnull (strstr (error->message, "Ada"));
  g_clear_error (&error);
  g_object_set (own, "words", "Other words", NULL);
  g_assert_false (bridge_space_update_check_in (fixture->space, own, &error));
  g_assert_error (error, BRIDGE_ERROR, BRIDGE_ERROR_STATE);
  g_clear_error (&error);
  assert_list (fixture, "Ben", "Mine");
  g_assert_null (bridge_space_find_check_in (fixture->space, "no-such-id", &error));
  g_assert_error (error, BRIDGE_ERROR, BRIDGE_ERROR_NOT_FOUND);
}

static void
test_not_set_up (Fixture       *fixture,
                 gconstpointer  user_data)
{
  g_autoptr (BridgeCheckIn) check_in = make (3, "");
  g_autoptr (GError) error = NULL;

  g_assert_null (bridge_space_add_check_in (fixture->space, check_in, &error));
  g_assert_error (error, BRIDGE_ERROR, BRIDGE_ERROR_NOT_SET_UP);
  g_clear_error (&error);
  g_assert_null (bridge_space_write_together (fixture->space, check_in, &error));
  g_assert_error (error, BRIDGE_ERROR, BRIDGE_ERROR_NOT_SET_UP);
}

/* Of one day what is one's own comes first, whoever wrote first. */
static void
test_order (Fixture       *fixture,
            gconstpointer  user_data)
{
  static const char *const names[] = { "Ada", "Ben", "Ada", "Ben" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *words = g_strdup_printf ("%s %u", names[i], i);
      g_autoptr (BridgeCheckIn) check_in = NULL;

      speak_as (fixture->space, names[i]);
      check_in = add (fixture, 3, words);
      bridge_fake_clock_advance (BRIDGE_FAKE_CLOCK (fixture->clock), BRIDGE_MS_PER_MINUTE);
    }
  assert_list (fixture, "Ada", "Ada 2|Ada 0|Ben 3|Ben 1");
  assert_list (fixture, "Ben", "Ben 3|Ben 1|Ada 2|Ada 0");
}

/* Handing over forgets the Undo: the other one has read it so. */
static void
test_hand_over (Fixture       *fixture,
                gconstpointer  user_data)
{
  g_autoptr (BridgeCheckIn) check_in = add (fixture, 3, "Mine");

  g_assert_nonnull (check_in);
  speak_as (fixture->space, "Ben");
  g_assert_null (bridge_space_get_undo_label (fixture->space));
  speak_as (fixture->space, "Ada");
  g_assert_null (bridge_space_get_undo_label (fixture->space));
  assert_list (fixture, "Ben", "Mine");
}

/* What was written alone is not for who comes later, and there is no round alone. */
static void
test_solo (Fixture       *fixture,
           gconstpointer  user_data)
{
  g_autoptr (BridgeCheckIn) before = add (fixture, 3, "Alone");
  g_autoptr (BridgeCheckIn) after = NULL;
  g_autoptr (BridgeCheckIn) waiting = make (2, "Together");
  g_autoptr (GError) error = NULL;

  g_assert_null (bridge_space_write_together (fixture->space, waiting, &error));
  g_assert_error (error, BRIDGE_ERROR, BRIDGE_ERROR_STATE);
  g_clear_error (&error);
  g_assert_false (bridge_space_say_ready (fixture->space, NULL, &error));
  g_assert_error (error, BRIDGE_ERROR, BRIDGE_ERROR_STATE);
  g_clear_error (&error);

  bridge_fake_clock_advance (BRIDGE_FAKE_CLOCK (fixture->clock), BRIDGE_MS_PER_MINUTE);
  bridge_space_add_partner (fixture->space, "Ben", &error);
  g_assert_no_error (error);
  after = add (fixture, 3, "With Ben");
  assert_list (fixture, "Ada", "With Ben|Alone");
  assert_list (fixture, "Ben", "With Ben");
  g_assert_null (bridge_space_find_check_in (fixture->space, bridge_check_in_get_id (before), &error));
  g_assert_error (error, BRIDGE_ERROR, BRIDGE_ERROR_NOT_FOUND);
  g_clear_error (&error);

  /* Nor is it shown by being worded differently. */
  speak_as (fixture->space, "Ada");
  g_object_set (before, "words", "Still alone", NULL);
  bridge_space_update_check_in (fixture->space, before, &error);
  g_assert_no_error (error);
  assert_list (fixture, "Ada", "With Ben|Still alone");
  assert_list (fixture, "Ben", "With Ben");
}

/* What one can see and hear of the round, but for their own: (transfer full) */
static char *
look (Fixture    *fixture,
      const char *name)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BridgeCheckIn) own = NULL;
  g_autofree char *listed = list (fixture, name);

  own = bridge_space_get_waiting_check_in (fixture->space, &error);
  g_assert_no_error (error);
  return g_strdup_printf ("%s / %s%s", listed, own != NULL ? bridge_check_in_get_words (own) : "nothing",
                          own != NULL && bridge_space_is_ready_to_open (fixture->space, own) ? ", ready" : "");
}

#define assert_look(fixture, name, expected) \
  G_STMT_START { \
    g_autofree char *seen_ = look (fixture, name); \
    g_assert_cmpstr (seen_, ==, expected); \
  } G_STMT_END

/* Both write, both say ready, both see both; before that, neither sees anything of the other. */
static void
test_together (Fixture       *fixture,
               gconstpointer  user_data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) opened = NULL;

  write_together (fixture, "Ada", "Ada's first");
  assert_look (fixture, "Ada", " / Ada's first");
  assert_look (fixture, "Ben", " / nothing");
  write_together (fixture, "Ada", "Ada's words");
  g_assert_false (stands_in_file (fixture, "Ada's first"));
  g_assert_false (say_ready (fixture, "Ada"));
  assert_look (fixture, "Ada", " / Ada's words, ready");
  assert_look (fixture, "Ben", " / nothing");

  write_together (fixture, "Ben", "Ben's words");
  assert_look (fixture, "Ben", " / Ben's words");
  assert_look (fixture, "Ada", " / Ada's words, ready");
  fixture_reopen (fixture);
  g_assert_true (say_ready (fixture, "Ben"));
  assert_look (fixture, "Ada", "Ada's words|Ben's words / nothing");
  assert_look (fixture, "Ben", "Ben's words|Ada's words / nothing");

  /* It stays as the other one has seen it, but its author may remove it; the next round is another one. */
  opened = bridge_space_list_check_ins (fixture->space, local ("2026-11-22"), local ("2026-11-23"), &error);
  g_assert_cmpuint (opened->len, ==, 2);
  g_assert_false (bridge_space_may_edit_check_in (fixture->space, g_ptr_array_index (opened, 0)));
  g_assert_false (bridge_space_update_check_in (fixture->space, g_ptr_array_index (opened, 0), &error));
  g_assert_error (error, BRIDGE_ERROR, BRIDGE_ERROR_STATE);
  g_clear_error (&error);
  write_together (fixture, "Ben", "Ben's next");
  assert_look (fixture, "Ada", "Ada's words|Ben's words / nothing");
  speak_as (fixture->space, "Ben");
  bridge_space_remove_check_in (fixture->space, bridge_check_in_get_id (g_ptr_array_index (opened, 0)), &error);
  g_assert_no_error (error);
  assert_look (fixture, "Ada", "Ada's words / nothing");
  speak_as (fixture->space, "Ben");
  g_assert_null (bridge_space_get_undo_label (fixture->space));
}

static char *
plan_check_in (Fixture    *fixture,
               const char *at)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BridgeInvitation) invitation = NULL;
  g_autoptr (BridgeInvitation) answered = NULL;

  speak_as (fixture->space, "Ada");
  invitation = bridge_space_propose_moment (fixture->space, BRIDGE_INVITATION_CHECK_IN, "Check-in", local (at), 10, NULL, &error);
  g_assert_no_error (error);
  speak_as (fixture->space, "Ben");
  bridge_space_answer_invitation (fixture->space, bridge_invitation_get_id (invitation), BRIDGE_INVITATION_SAY_YES,
                                  BRIDGE_LOCAL_NONE, BRIDGE_INVITATION_REST_DEFAULT, &error);
  g_assert_no_error (error);
  answered = bridge_space_find_invitation (fixture->space, bridge_invitation_get_id (invitation), &error);
  return bridge_occurrence_format_name (bridge_invitation_get_subject_id (answered), local (at));
}

static BridgeOutcome
get_outcome (Fixture    *fixture,
             const char *name)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BridgeOccurrence) moment = bridge_space_find_occurrence (fixture->space, name, &error);

  g_assert_no_error (error);
  return bridge_occurrence_get_outcome (moment);
}

/* What the two had planned for today is kept once both see both, and not before; what is for another day is still to come. */
static void
test_together_planned (Fixture       *fixture,
                       gconstpointer  user_data)
{
  g_autofree char *today = plan_check_in (fixture, "2026-11-22T21:00");
  g_autofree char *later = plan_check_in (fixture, "2026-11-24T21:00");

  write_together (fixture, "Ada", "Ada's words");
  write_together (fixture, "Ben", "Ben's words");
  g_assert_false (say_ready (fixture, "Ada"));
  g_assert_cmpint (get_outcome (fixture, today), ==, BRIDGE_OUTCOME_NONE);
  g_assert_true (say_ready (fixture, "Ben"));
  g_assert_cmpint (get_outcome (fixture, today), ==, BRIDGE_OUTCOME_KEPT);
  g_assert_cmpint (get_outcome (fixture, later), ==, BRIDGE_OUTCOME_NONE);
}

/* Neither Undo nor another program brings the two out of step. */
static void
test_together_elsewhere (Fixture       *fixture,
                         gconstpointer  user_data)
{
  g_autoptr (BridgeSpace) elsewhere = NULL;
  g_autoptr (BridgeCheckIn) given = make (3, "Written elsewhere");
  g_autoptr (BridgeCheckIn) stored = NULL;
  g_autoptr (GError) error = NULL;
  gboolean opened;

  elsewhere = bridge_space_open (fixture->folder, fixture->clock, &error);
  g_assert_no_error (error);
  speak_as (elsewhere, "Ben");
  write_together (fixture, "Ada", "Written here");
  stored = bridge_space_write_together (elsewhere, given, &error);
  g_assert_no_error (error);
  g_assert_nonnull (stored);
  g_assert_false (say_ready (fixture, "Ada"));
  g_assert_null (bridge_space_get_undo_label (fixture->space));
  bridge_space_say_ready (elsewhere, &opened, &error);
  g_assert_no_error (error);
  g_assert_true (opened);
  assert_look (fixture, "Ada", "Written here|Written elsewhere / nothing");
}

/* Each can take theirs back, or back that they are ready; nothing of it is left, and the other one sees nothing of it. */
static void
test_take_back (Fixture       *fixture,
                gconstpointer  user_data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BridgeCheckIn) taken = NULL;
  g_autoptr (BridgeCheckIn) none = NULL;
  g_autoptr (BridgeCheckIn) last = NULL;

  g_assert_null (bridge_space_take_back_check_in (fixture->space, &error));
  g_assert_error (error, BRIDGE_ERROR, BRIDGE_ERROR_STATE);
  g_clear_error (&error);
  g_assert_false (bridge_space_say_not_yet (fixture->space, &error));
  g_assert_error (error, BRIDGE_ERROR, BRIDGE_ERROR_STATE);
  g_clear_error (&error);

  write_together (fixture, "Ben", "Ben's words");
  write_together (fixture, "Ada", "Words to take back");
  g_assert_false (say_ready (fixture, "Ada"));
  bridge_space_say_not_yet (fixture->space, &error);
  g_assert_no_error (error);
  g_assert_false (say_ready (fixture, "Ben"));
  assert_look (fixture, "Ada", " / Words to take back");

  speak_as (fixture->space, "Ada");
  taken = bridge_space_take_back_check_in (fixture->space, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (bridge_check_in_get_words (taken), ==, "Words to take back");
  g_assert_cmpint (bridge_check_in_get_mood (taken), ==, 3);
  g_assert_null (bridge_check_in_get_id (taken));
  g_assert_false (stands_in_file (fixture, "Words to take back"));
  assert_look (fixture, "Ada", " / nothing");
  assert_look (fixture, "Ben", " / Ben's words, ready");

  /* It can be shown at once instead; what the other one has ready waits on. */
  speak_as (fixture->space, "Ada");
  none = bridge_space_add_check_in (fixture->space, taken, &error);
  g_assert_no_error (error);
  assert_look (fixture, "Ben", "Words to take back / Ben's words, ready");
  last = bridge_space_take_back_check_in (fixture->space, &error);
  g_assert_no_error (error);
  g_assert_false (stands_in_file (fixture, "Ben's words"));
  write_together (fixture, "Ada", "Begun anew");
  assert_look (fixture, "Ada", "Words to take back / Begun anew");
}

/* What somebody was ready for yesterday opens nothing today. */
static void
test_another_day (Fixture       *fixture,
                  gconstpointer  user_data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) opened = NULL;

  write_together (fixture, "Ada", "Ada's words");
  g_assert_false (say_ready (fixture, "Ada"));
  next_day (fixture);
  assert_look (fixture, "Ada", " / Ada's words");
  write_together (fixture, "Ben", "Ben's words");
  g_assert_false (say_ready (fixture, "Ben"));
  assert_look (fixture, "Ben", " / Ben's words, ready");

  /* It is how she is today, if she says so. */
  g_assert_true (say_ready (fixture, "Ada"));
  opened = bridge_space_list_check_ins (fixture->space, local ("2026-11-23"), local ("2026-11-24"), &error);
  g_assert_no_error (error);
  g_assert_cmpuint (opened->len, ==, 2);
}

/* A backup has nothing that waits to be opened; what was opened is in it. */
static void
test_backup (Fixture       *fixture,
             gconstpointer  user_data)
{
  BridgeDatabase *db = bridge_space_get_database (fixture->space);
  g_autoptr (BridgeCheckIn) shown = add (fixture, 3, "Shown at once");
  g_autoptr (GError) error = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  g_assert_nonnull (shown);
  write_together (fixture, "Ada", "Ada's closed words");
  write_together (fixture, "Ben", "Ben's closed words");
  g_assert_false (say_ready (fixture, "Ada"));
  g_assert_true (stands_in_file (fixture, "Ada's closed words"));
  before = bridge_database_backup (db, "test", &error);
  g_assert_no_error (error);
  g_assert_false (stands_in (before, "Ada's closed words"));
  g_assert_false (stands_in (before, "Ben's closed words"));
  g_assert_true (stands_in (before, "Shown at once"));
  assert_look (fixture, "Ada", "Shown at once / Ada's closed words, ready");

  g_assert_true (say_ready (fixture, "Ben"));
  after = bridge_database_backup (db, "test", &error);
  g_assert_no_error (error);
  g_assert_true (stands_in (after, "Ada's closed words"));
  g_assert_true (stands_in (after, "Ben's closed words"));
}

/* Whoever leaves takes theirs along; what the other one had waiting is theirs again. */
static void
test_leave (Fixture       *fixture,
            gconstpointer  user_data)
{
  g_autoptr (BridgeCheckIn) shown = NULL;
  g_autoptr (GError) error = NULL;

  speak_as (fixture->space, "Ben");
  shown = add (fixture, 3, "Ben's open words");
  write_together (fixture, "Ben", "Ben's closed words");
  write_together (fixture, "Ada", "Ada's closed words");
  g_assert_false (say_ready (fixture, "Ada"));
  bridge_space_leave (fixture->space, bridge_person_get_id (bridge_space_get_partner (fixture->space)), FALSE, &error);
  g_assert_no_error (error);
  g_assert_false (stands_in_file (fixture, "Ben's open words"));
  g_assert_false (stands_in_file (fixture, "Ben's closed words"));
  assert_look (fixture, "Ada", "Ada's closed words / nothing");

  bridge_fake_clock_advance (BRIDGE_FAKE_CLOCK (fixture->clock), BRIDGE_MS_PER_MINUTE);
  bridge_space_add_partner (fixture->space, "Cleo", &error);
  g_assert_no_error (error);
  assert_look (fixture, "Cleo", " / nothing");
  assert_look (fixture, "Ada", "Ada's closed words / nothing");
}

static void
test_words (void)
{
  g_autoptr (BridgeCheckIn) check_in = make (4, "A long day");
  g_autoptr (BridgeCheckIn) words = make (0, "Only words");
  g_autofree char *some = NULL;
  g_autofree char *none = NULL;

  bridge_check_in_set_step (check_in, BRIDGE_SCALE_TALKING, 1);
  some = bridge_check_in_dup_scales (check_in);
  none = bridge_check_in_dup_scales (words);
  g_assert_cmpstr (some, ==, "Mood: Light · How talking went: Stuck");
  g_assert_cmpstr (none, ==, "");
}

#define ADD(path, set_up, test) g_test_add (path, Fixture, NULL, set_up, test, fixture_tear_down)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  ADD ("/space-check-ins/add", fixture_set_up, test_add);
  ADD ("/space-check-ins/add-solo", fixture_set_up_solo, test_add);
  ADD ("/space-check-ins/refused", fixture_set_up, test_refused);
  ADD ("/space-check-ins/not-set-up", fixture_set_up_empty, test_not_set_up);
  ADD ("/space-check-ins/order", fixture_set_up, test_order);
  ADD ("/space-check-ins/hand-over", fixture_set_up, test_hand_over);
  ADD ("/space-check-ins/solo", fixture_set_up_solo, test_solo);
  ADD ("/space-check-ins/together", fixture_set_up, test_together);
  ADD ("/space-check-ins/together/planned", fixture_set_up, test_together_planned);
  ADD ("/space-check-ins/together-elsewhere", fixture_set_up, test_together_elsewhere);
  ADD ("/space-check-ins/take-back", fixture_set_up, test_take_back);
  ADD ("/space-check-ins/another-day", fixture_set_up, test_another_day);
  ADD ("/space-check-ins/backup", fixture_set_up, test_backup);
  ADD ("/space-check-ins/leave", fixture_set_up, test_leave);
  g_test_add_func ("/space-check-ins/words", test_words);

  return g_test_run ();
}

/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "bridge-enums.h"

#include <string.h>

#include "bridge-error.h"

/* The words that files, JSON and scripts rely on: none may ever change. */
static void
test_nicks (void)
{
  static const char *const ritual_states[] = { "draft", "proposed", "agreed", "resting", "ended", NULL };
  static const char *const outcomes[] = { "none", "kept", "smaller", "not-today", NULL };
  static const char *const reminder_states[] =
    { "pending", "shown", "snoozed", "answered", "folded", "withdrawn", NULL };
  static const char *const win_kinds[] =
    { "other", "showing-up", "listening", "repair", "laughter", "calm-talk", "tenderness", "shared-activity",
      "boundary-kept", "milestone", NULL };
  static const char *const pause_states[] =
    { "cooling", "return", "another-day", "re-entry", "recovery", "review", "closed", NULL };
  static const char *const readiness[] = { "none", "ready", "longer", "another-day", NULL };
  static const char *const pause_questions[] = { "ready", "over", NULL };
  static const char *const boundary_kinds[] =
    { "pause-rule", "quiet", "no-talk-hours", "later-topic", "phones", "family", "privacy", "time-alone",
      "personal-limit", "phrase", "other", NULL };
  static const char *const boundary_states[] = { "proposed", "agreed", "ended", NULL };
  static const char *const phrase_uses[] =
    { "none", "stepping-out", "coming-back", "repairing", "inviting", NULL };
  static const char *const milestone_sources[] = { "open", "rituals", "wins", "promises", "talks", "weeks", NULL };
  static const char *const milestone_states[] = { "open", "resting", "reached", NULL };
  static const char *const milestone_events[] = { "reshape", "revisit", "rest", "resume", "reach", "reopen", NULL };
  static const char *const scales[] = { "mood", "energy", "closeness", "talking", "safety", NULL };
  static const char *const round_states[] = { "waiting", "opened", NULL };
  static const char *const review_states[] = { "appreciations", "went-right", "issue", "next-week", "done", NULL };
  static const char *const review_parts[] = { "appreciation", "went-right", "issue", "wish", "plan", NULL };
  static const char *const duties[] = { "lead", "plan", "topic", NULL };
  static const char *const meaning_kinds[] = { "hobby", "value", "hope", NULL };
  static const char *const meaning_tenses[] = { "once", "to-try", NULL };
  static const char *const care_areas[] = { "sleep", "food", "movement", "stress", "friends", "interests", NULL };
  const struct {
    GType type;
    const char *const *nicks;
  } enums[] = {
    { BRIDGE_TYPE_PAUSE_STATE, pause_states },
    { BRIDGE_TYPE_READINESS, readiness },
    { BRIDGE_TYPE_PAUSE_QUESTION, pause_questions },
    { BRIDGE_TYPE_RITUAL_STATE, ritual_states },
    { BRIDGE_TYPE_OUTCOME, outcomes },
    { BRIDGE_TYPE_REMINDER_STATE, reminder_states },
    { BRIDGE_TYPE_WIN_KIND, win_kinds },
    { BRIDGE_TYPE_BOUNDARY_KIND, boundary_kinds },
    { BRIDGE_TYPE_BOUNDARY_STATE, boundary_states },
    { BRIDGE_TYPE_PHRASE_USE, phrase_uses },
    { BRIDGE_TYPE_MILESTONE_SOURCE, milestone_sources },
    { BRIDGE_TYPE_MILESTONE_STATE, milestone_states },
    { BRIDGE_TYPE_MILESTONE_EVENT, milestone_events },
    { BRIDGE_TYPE_SCALE, scales },
    { BRIDGE_TYPE_ROUND_STATE, round_states },
    { BRIDGE_TYPE_REVIEW_STATE, review_states },
    { BRIDGE_TYPE_REVIEW_PART, review_parts },
    { BRIDGE_TYPE_DUTY, duties },
    { BRIDGE_TYPE_MEANING_KIND, meaning_kinds },
    { BRIDGE_TYPE_MEANING_TENSE, meaning_tenses },
    { BRIDGE_TYPE_CARE_AREA, care_areas },
  };

  for (guint i = 0; i < G_N_ELEMENTS (enums); i++)
    {
      g_autoptr (GTypeClass) class = g_type_class_ref (enums[i].type);

      g_assert_cmpuint (G_ENUM_CLASS (class)->n_values, ==, g_strv_length ((char **) enums[i].nicks));
      for (int value = 0; enums[i].nicks[value] != NULL; value++)
        {
          g_autoptr (GError) error = NULL;
          int read = -1;

          g_assert_cmpstr (bridge_enum_to_nick (enums[i].type, value), ==, enums[i].nicks[value]);
          g_assert_true (bridge_enum_from_nick (enums[i].type, enums[i].nicks[value], &read, &error));
          g_assert_no_error (error);
          g_assert_cmpint (read, ==, value);
        }
    }
}

static void
test_unknown (void)
{
  static const char *const words[] = { "", "Kept", "kept ", "BRIDGE_OUTCOME_KEPT", "missed", "ä" };

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    {
      g_autoptr (GError) error = NULL;
      int value = 42;

      g_assert_false (bridge_enum_from_nick (BRIDGE_TYPE_OUTCOME, words[i], &value, &error));
      g_assert_error (error, BRIDGE_ERROR, BRIDGE_ERROR_INVALID_VALUE);
      g_assert_cmpint (value, ==, 42);
      g_assert_nonnull (strstr (error->message, words[i]));
      g_assert_nonnull (strstr (error->message, "none, kept, smaller, not-today"));
    }
}

static void
assert_label (GHashTable *seen,
              const char *label)
{
  g_assert_cmpstr (label, !=, "");
  g_assert_true (g_hash_table_add (seen, (gpointer) label));
}

static void
test_labels (void)
{
  g_autoptr (GHashTable) states = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GHashTable) outcomes = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GHashTable) kinds = g_hash_table_new (g_str_hash, g_str_equal);

  for (int value = BRIDGE_RITUAL_DRAFT; value <= BRIDGE_RITUAL_ENDED; value++)
    assert_label (states, bridge_ritual_state_get_label (value));
  for (int value = BRIDGE_OUTCOME_NONE; value <= BRIDGE_OUTCOME_NOT_TODAY; value++)
    assert_label (outcomes, bridge_outcome_get_label (value));
  for (int value = BRIDGE_WIN_OTHER; value <= BRIDGE_WIN_BOUNDARY_KEPT; value++)
    assert_label (kinds, bridge_win_kind_get_label (value));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/enums/nicks", test_nicks);
  g_test_add_func ("/enums/unknown", test_unknown);
  g_test_add_func ("/enums/labels", test_labels);

  return g_test_run ();
}

/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "bridge-invitations"

#include "config.h"

#include "bridge-invitation-words.h"

#include <glib/gi18n-lib.h>

#include "bridge-invitation-effects.h"
#include "bridge-milestone-words.h"
#include "bridge-space-milestones.h"
#include "bridge-words.h"

static const char *
get_name (BridgeSpace *space,
          const char  *id)
{
  BridgePerson *person = bridge_space_find_person (space, id);

  /* Translators: in the place of a name, of somebody who has left */
  return person != NULL ? bridge_person_get_name (person) : _("Somebody");
}

/* A boundary, as it is; (transfer full) (nullable): it is not there yet. */
static BridgeBoundary *
find_boundary (BridgeSpace      *space,
               BridgeInvitation *invitation)
{
  const char *id = bridge_invitation_get_subject_id (invitation);

  if (bridge_invitation_get_subject (invitation) != BRIDGE_INVITATION_BOUNDARY || id == NULL)
    return NULL;
  return bridge_space_find_boundary (space, id, NULL);
}

/* A milestone of both that is there: of one's own that is proposed the other one has seen nothing so far.
 * (transfer none) (nullable) */
static BridgeMilestone *
peek_milestone (BridgeSpace      *space,
                BridgeInvitation *invitation)
{
  BridgeMilestone *milestone = NULL;

  if (bridge_invitation_get_subject (invitation) == BRIDGE_INVITATION_MILESTONE)
    milestone = bridge_space_peek_milestone (space, bridge_invitation_get_subject_id (invitation));
  return milestone != NULL && bridge_milestone_get_who (milestone) == NULL ? milestone : NULL;
}

/**
 * bridge_invitation_answer_stays:
 * @invitation: an invitation
 *
 * Returns: whether it has no time of its own, so that another day is when whoever is asked comes back to it
 */
gboolean
bridge_invitation_answer_stays (BridgeInvitation *invitation)
{
  const BridgeInvitationEffects *effects;

  g_return_val_if_fail (BRIDGE_IS_INVITATION (invitation), FALSE);

  effects = bridge_invitation_effects_get (bridge_invitation_get_subject (invitation));
  return effects != NULL && effects->answer_stays;
}

/**
 * bridge_invitation_is_change:
 * @space: a space
 * @invitation: one of its invitations
 *
 * Returns: whether it would change something that the two have agreed on, and that goes on until then
 */
gboolean
bridge_invitation_is_change (BridgeSpace      *space,
                             BridgeInvitation *invitation)
{
  g_autoptr (BridgeBoundary) boundary = find_boundary (space, invitation);

  if (boundary != NULL)
    return bridge_boundary_is_in_force (boundary);
  if (bridge_invitation_get_subject (invitation) == BRIDGE_INVITATION_PROMISE)
    return bridge_invitation_get_subject_id (invitation) != NULL;
  if (peek_milestone (space, invitation) != NULL)
    return bridge_milestone_get_state (peek_milestone (space, invitation)) == BRIDGE_MILESTONE_OPEN;
  return bridge_invitation_get_subject (invitation) == BRIDGE_INVITATION_RITUAL &&
         bridge_invitation_get_change (invitation) != NULL;
}

/* Whether it takes up again what has been put down. */
static gboolean
is_going_on (BridgeSpace      *space,
             BridgeInvitation *invitation)
{
  g_autoptr (BridgeBoundary) boundary = find_boundary (space, invitation);
  g_autoptr (BridgeRitual) ritual = NULL;
  BridgeRitualState state;

  if (boundary != NULL)
    return !bridge_boundary_is_in_force (boundary) && bridge_boundary_get_current (boundary) != NULL;
  if (peek_milestone (space, invitation) != NULL)
    return bridge_milestone_get_state (peek_milestone (space, invitation)) == BRIDGE_MILESTONE_RESTING;
  if (bridge_invitation_get_subject (invitation) != BRIDGE_INVITATION_RITUAL)
    return FALSE;
  ritual = bridge_space_find_ritual (space, bridge_invitation_get_subject_id (invitation), NULL);
  state = ritual != NULL ? bridge_ritual_get_state (ritual) : BRIDGE_RITUAL_DRAFT;
  return state == BRIDGE_RITUAL_RESTING || state == BRIDGE_RITUAL_ENDED;
}

/* Left out, or let be with "not today" before its time: that one of its moments is planned again needs both. */
static gboolean
is_put_down (BridgeOccurrence *occurrence)
{
  return bridge_occurrence_get_left_out (occurrence) ||
         bridge_occurrence_get_outcome (occurrence) == BRIDGE_OUTCOME_NOT_TODAY;
}

static gboolean
is_left_out (BridgeSpace      *space,
             BridgeInvitation *invitation,
             BridgeLocal       start)
{
  g_autofree char *name = bridge_occurrence_format_name (bridge_invitation_get_subject_id (invitation), start);
  g_autoptr (BridgeOccurrence) occurrence = bridge_space_find_occurrence (space, name, NULL);

  return occurrence != NULL && is_put_down (occurrence);
}

/**
 * bridge_invitation_to_headline:
 * @space: a space
 * @invitation: one of its invitations
 *
 * Returns: (transfer full): who asks, and what for
 */
char *
bridge_invitation_to_headline (BridgeSpace      *space,
                               BridgeInvitation *invitation)
{
  const char *asks = bridge_invitation_get_side (invitation, bridge_invitation_get_waits_for (invitation))
                             == BRIDGE_INVITATION_FROM
                         ? bridge_invitation_get_to_id (invitation)
                         : bridge_invitation_get_from_id (invitation);
  const char *name = get_name (space, asks);
  BridgeLocal start;

  /* Of what has no time it is when whoever is asked comes back to it: the other one still asks. */
  if (bridge_invitation_get_state (invitation) == BRIDGE_INVITATION_ANOTHER_TIME && !bridge_invitation_answer_stays (invitation))
    /* Translators: %s is a name */
    return g_strdup_printf (_("%s names another time"), name);
  if (bridge_invitation_read_move (invitation, &start))
    return g_strdup_printf (is_left_out (space, invitation, start)
                              /* Translators: %s is a name; of a moment that was left out */
                              ? _("%s proposes to plan it again")
                              /* Translators: %s is a name */
                              : _("%s proposes another time"),
                            name);
  if (bridge_invitation_is_change (space, invitation))
    /* Translators: %s is a name */
    return g_strdup_printf (_("%s proposes a change"), name);
  if (is_going_on (space, invitation))
    /* Translators: %s is a name; of something that rests or has ended */
    return g_strdup_printf (_("%s proposes to go on"), name);
  /* Translators: %s is a name */
  return g_strdup_printf (_("%s proposes"), name);
}

/**
 * bridge_invitation_to_name:
 * @space: a space
 * @invitation: one of its invitations
 *
 * Returns: (transfer full): what a screen reader calls it
 */
char *
bridge_invitation_to_name (BridgeSpace      *space,
                           BridgeInvitation *invitation)
{
  g_autofree char *headline = bridge_invitation_to_headline (space, invitation);
  g_autofree char *title = bridge_space_dup_invitation_title (space, invitation);

  return g_strdup_printf ("%s: %s", headline, title);
}

/* Whether @after comes on the same days as @before, only at another time of them. */
static gboolean
has_same_days (BridgeSchedule *before,
               BridgeSchedule *after,
               int             minute)
{
  BridgeLocal day = bridge_local_day_start (bridge_schedule_get_start (before));
  g_autofree char *rule = bridge_schedule_dup_rule (before);
  g_autoptr (BridgeSchedule) moved =
    bridge_schedule_new (day + minute * BRIDGE_MINUTE, rule, NULL, bridge_schedule_get_zone (before), NULL);
  g_autofree char *words = moved != NULL ? bridge_schedule_to_words (moved) : NULL;
  g_autofree char *words_after = bridge_schedule_to_words (after);

  return g_strcmp0 (words, words_after) == 0;
}

/* (transfer full) */
static char *
describe_times (BridgeSchedule *before,
                BridgeSchedule *after,
                BridgeLocal     now)
{
  guint n_before, n_after;
  const int *times_before = bridge_schedule_get_times (before, &n_before);
  const int *times_after = bridge_schedule_get_times (after, &n_after);
  g_autofree char *words_before = bridge_schedule_to_words (before);
  g_autofree char *words_after = bridge_schedule_to_words (after);

  if (n_before == 1 && n_after == 1 && times_before[0] != times_after[0] &&
      bridge_schedule_get_recurrence (before) != NULL && has_same_days (before, after, times_after[0]) &&
      g_strcmp0 (bridge_schedule_get_zone (before), bridge_schedule_get_zone (after)) == 0)
    {
      g_autofree char *time_before = bridge_words_time (times_before[0] * BRIDGE_MINUTE);
      g_autofree char *time_after = bridge_words_time (times_after[0] * BRIDGE_MINUTE);

      /* Translators: two times of the day, or two durations: "19:00 instead of 18:30" */
      return g_strdup_printf (_("%1$s instead of %2$s"), time_after, time_before);
    }
  if (g_str_equal (words_before, words_after))
    {
      g_autofree char *day = bridge_words_date (bridge_schedule_get_start (after), now);

      /* Translators: a rule and a date: "Every day at 19:00, from Tuesday, 24 November on" */
      return g_strdup_printf (_("%1$s, from %2$s on"), words_after, day);
    }
  /* Translators: two rules: "Every Thursday at 20:00. So far: Every Tuesday at 19:00" */
  return g_strdup_printf (_("%1$s. So far: %2$s"), words_after, words_before);
}

/* (transfer full) */
static char *
describe_reminders (BridgeRitual *ritual)
{
  guint n;
  g_autofree int *minutes = bridge_ritual_dup_remind_minutes (ritual, &n);

  if (n == 0)
    return g_strdup (_("Without reminders"));
  return g_strdup_printf (ngettext ("%u reminder each time", "%u reminders each time", n), n);
}

static gboolean
has_same_steps (const char *const *before,
                const char *const *after)
{
  static const char *const none[] = { NULL };

  return g_strv_equal (before != NULL ? before : none, after != NULL ? after : none);
}

/**
 * bridge_ritual_difference_to_lines:
 * @before: a ritual as it is
 * @after: as it would be
 * @who: (nullable): the name of the one it would be for; %NULL: both
 * @now: the present, local
 *
 * Returns: (transfer full): a line for each difference, what matters most first
 */
GStrv
bridge_ritual_difference_to_lines (BridgeRitual *before,
                                   BridgeRitual *after,
                                   const char   *who,
                                   BridgeLocal   now)
{
  g_autoptr (GStrvBuilder) lines = g_strv_builder_new ();
  const struct {
    const char *before, *after;
    const char *format;
    const char *none;
  } texts[] = {
    /* Translators: %s is what a ritual is called. */
    { bridge_ritual_get_title (before), bridge_ritual_get_title (after), _("Called “%s”"), NULL },
    /* Translators: %s is a sentence, in the words of the two: "When it is dark, we light a candle." */
    { bridge_ritual_get_when_then (before), bridge_ritual_get_when_then (after), _("In your words: “%s”"),
      _("Without the sentence in your words") },
    /* Translators: %s is the smaller version of a ritual. */
    { bridge_ritual_get_smaller (before), bridge_ritual_get_smaller (after), _("On tired days: %s"),
      _("Without a smaller version for tired days") },
  };
  const char *const *steps = bridge_ritual_get_steps (after);

  if (!bridge_schedule_equal (bridge_ritual_get_schedule (before), bridge_ritual_get_schedule (after)))
    {
      g_autofree char *line =
        describe_times (bridge_ritual_get_schedule (before), bridge_ritual_get_schedule (after), now);

      g_strv_builder_add (lines, line);
    }
  if (bridge_ritual_get_minutes (before) != bridge_ritual_get_minutes (after))
    {
      g_autofree char *minutes_before = bridge_words_minutes (bridge_ritual_get_minutes (before));
      g_autofree char *minutes_after = bridge_words_minutes (bridge_ritual_get_minutes (after));
      g_autofree char *line = g_strdup_printf (_("%1$s instead of %2$s"), minutes_after, minutes_before);

      g_strv_builder_add (lines, line);
    }
  if (bridge_ritual_get_closeness (before) != bridge_ritual_get_closeness (after))
    {
      /* Translators: levels of closeness, 1 to 5 */
      g_autofree char *line = g_strdup_printf (_("Closeness %1$d instead of %2$d"), bridge_ritual_get_closeness (after),
                                               bridge_ritual_get_closeness (before));

      g_strv_builder_add (lines, line);
    }
  if (g_strcmp0 (bridge_ritual_get_who (before), bridge_ritual_get_who (after)) != 0)
    {
      /* Translators: %s is a name */
      g_autofree char *line = who != NULL ? g_strdup_printf (_("Only for %s"), who) : g_strdup (_("For both of you"));

      g_strv_builder_add (lines, line);
    }
  if (g_strcmp0 (bridge_ritual_get_remind (before), bridge_ritual_get_remind (after)) != 0)
    {
      g_autofree char *line = describe_reminders (after);

      g_strv_builder_add (lines, line);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    if (g_strcmp0 (texts[i].before, texts[i].after) != 0 && *texts[i].after == '\0')
      {
        g_strv_builder_add (lines, texts[i].none);
      }
    else if (g_strcmp0 (texts[i].before, texts[i].after) != 0)
      {
        g_autofree char *line = g_strdup_printf (texts[i].format, texts[i].after);

        g_strv_builder_add (lines, line);
      }
  if (!has_same_steps (bridge_ritual_get_steps (before), steps))
    {
      g_autofree char *joined = steps != NULL && *steps != NULL ? g_strjoinv (" · ", (char **) steps) : NULL;
      /* Translators: %s is what is done, one small step after the other */
      g_autofree char *line = joined != NULL ? g_strdup_printf (_("In small steps: %s"), joined)
                                             : g_strdup (_("Without small steps"));

      g_strv_builder_add (lines, line);
    }
  if (bridge_ritual_get_in_recovery (before) != bridge_ritual_get_in_recovery (after))
    g_strv_builder_add (lines, bridge_ritual_get_in_recovery (after) ? _("It goes on in the recovery window after a pause")
                                                                     : _("It waits in the recovery window after a pause"));
  return g_strv_builder_end (lines);
}

/* (transfer full) */
static char *
capitalise (const char *words)
{
  g_autofree char *first = g_utf8_substring (words, 0, 1);
  g_autofree char *upper = g_utf8_strup (first, -1);

  return g_strconcat (upper, g_utf8_next_char (words), NULL);
}

/* "Every day at 19:00 · 20 minutes"; once: "Friday at 20:00 · 2 hours" (transfer full) */
static char *
describe_whole (BridgeRitual *ritual,
                BridgeLocal   now)
{
  BridgeSchedule *schedule = bridge_ritual_get_schedule (ritual);
  g_autofree char *minutes = bridge_words_minutes (bridge_ritual_get_minutes (ritual));
  g_autofree char *words = bridge_schedule_get_recurrence (schedule) != NULL
                             ? bridge_schedule_to_words (schedule)
                             : bridge_words_when (bridge_schedule_get_start (schedule), now);
  g_autofree char *upper = capitalise (words);

  return g_strdup_printf ("%s · %s", upper, minutes);
}

static void
add_first_proposal (GStrvBuilder     *lines,
                    BridgeSpace      *space,
                    BridgeInvitation *invitation,
                    BridgeLocal       now)
{
  g_autoptr (BridgeInvitation) at_first = bridge_invitation_copy (invitation);
  g_autoptr (BridgeRitual) ritual = NULL;
  g_autofree char *words = NULL;
  g_autofree char *line = NULL;

  g_object_set (at_first, "other-time", BRIDGE_LOCAL_NONE, NULL);
  ritual = bridge_space_preview_invitation (space, at_first, NULL);
  if (ritual == NULL)
    return;
  words = describe_whole (ritual, now);
  /* Translators: %s is a time and a duration: "Every day at 19:00 · 20 minutes" */
  line = g_strdup_printf (_("At first it was: %s"), words);
  g_strv_builder_add (lines, line);
}

static void
add_promise_changes (GStrvBuilder  *lines,
                     BridgePromise *before,
                     BridgePromise *after,
                     BridgeLocal    now)
{
  g_autofree char *due_before = bridge_promise_format_due (before);
  g_autofree char *due_after = bridge_promise_format_due (after);

  if (bridge_promise_get_state (before) != BRIDGE_PROMISE_OPEN)
    g_strv_builder_add (lines, _("It is taken up again"));
  if (bridge_promise_get_who (before) != NULL)
    g_strv_builder_add (lines, _("For both of you"));
  if (!g_str_equal (due_before, due_after))
    {
      g_autofree char *when_before = bridge_promise_dup_when (before, now);
      g_autofree char *when_after = bridge_promise_dup_when (after, now);
      /* Translators: two days, perhaps with times: "For Thursday instead of Tuesday at 19:00" */
      g_autofree char *line = g_strdup_printf (_("For %1$s instead of %2$s"), when_after, when_before);

      g_strv_builder_add (lines, line);
    }
  if (!g_str_equal (bridge_promise_get_text (before), bridge_promise_get_text (after)))
    {
      /* Translators: %s is what was promised so far */
      g_autofree char *line = g_strdup_printf (_("So far in these words: “%s”"), bridge_promise_get_text (before));

      g_strv_builder_add (lines, line);
    }
  if (!g_str_equal (bridge_promise_get_remind (before), bridge_promise_get_remind (after)))
    {
      guint n;
      g_autofree int *leads = bridge_remind_dup_minutes (bridge_promise_get_remind (after), &n);
      g_autofree char *line = n > 0 ? g_strdup_printf (ngettext ("%u reminder", "%u reminders", n), n)
                                    : g_strdup (_("Without reminders"));

      g_strv_builder_add (lines, line);
    }
}

/* "Thursday at 20:00 instead of Tuesday at 19:00", and whether that one was left out (transfer full) */
static char *
describe_move (BridgeSpace       *space,
               BridgeInvitation  *invitation,
               BridgeLocal        start,
               BridgeLocal        now,
               GError           **error)
{
  g_autofree char *name = bridge_occurrence_format_name (bridge_invitation_get_subject_id (invitation), start);
  g_autoptr (BridgeOccurrence) occurrence = bridge_space_find_occurrence (space, name, error);
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autofree char *upper = NULL;

  if (occurrence == NULL)
    return NULL;
  after = bridge_words_when (bridge_invitation_get_time (invitation), now);
  upper = capitalise (after);
  if (is_put_down (occurrence) && bridge_invitation_get_time (invitation) == bridge_occurrence_get_local (occurrence))
    /* Translators: %s is a time: "Tuesday at 19:00" */
    return g_strdup_printf (_("%s, which was left out, is planned again"), upper);
  before = bridge_words_when (bridge_occurrence_get_local (occurrence), now);
  if (is_put_down (occurrence))
    /* Translators: two times: "Thursday at 20:00 instead of Tuesday at 19:00, which was left out" */
    return g_strdup_printf (_("%1$s instead of %2$s, which was left out"), upper, before);
  return g_strdup_printf (_("%1$s instead of %2$s"), upper, before);
}

/**
 * bridge_invitation_dup_boundary_texts:
 * @space: a space
 * @invitation: one of its invitations
 * @before: (out) (transfer full): what the boundary says
 * @after: (out) (transfer full): what it would say
 *
 * Gives the words of a change. In bridge_invitation_to_lines() those of before come first.
 *
 * Returns: whether it is a change to a boundary with other words
 */
gboolean
bridge_invitation_dup_boundary_texts (BridgeSpace       *space,
                                      BridgeInvitation  *invitation,
                                      char             **before,
                                      char             **after)
{
  g_autoptr (BridgeBoundary) boundary = find_boundary (space, invitation);
  BridgeRevision *current = boundary != NULL ? bridge_boundary_get_current (boundary) : NULL;
  BridgeRevision *waiting = boundary != NULL ? bridge_boundary_get_waiting (boundary) : NULL;

  if (current == NULL || waiting == NULL ||
      g_strcmp0 (bridge_revision_get_text (current), bridge_revision_get_text (waiting)) == 0)
    return FALSE;
  *before = g_strdup (bridge_revision_get_text (current));
  *after = g_strdup (bridge_revision_get_text (waiting));
  return TRUE;
}

/* What both agreed so far stays beside what is proposed. */
static void
add_boundary (GStrvBuilder   *lines,
              BridgeBoundary *boundary,
              BridgeLocal     now)
{
  BridgeRevision *before = bridge_boundary_get_current (boundary);
  BridgeRevision *after = bridge_boundary_get_waiting (boundary);

  if (before == NULL || after == NULL)
    return;
  if (g_strcmp0 (bridge_revision_get_text (before), bridge_revision_get_text (after)) != 0)
    {
      /* Translators: %s is what a boundary says, in the words of the two. */
      g_autofree char *line = g_strdup_printf (_("So far: “%s”"), bridge_revision_get_text (before));

      g_strv_builder_add (lines, line);
    }
  if (bridge_revision_get_review_on (after) == bridge_boundary_get_review_on (boundary))
    return;
  if (bridge_revision_get_review_on (after) == BRIDGE_LOCAL_NONE)
    {
      g_strv_builder_add (lines, _("Without a day on which to look at it again"));
    }
  else
    {
      g_autofree char *day = bridge_words_date (bridge_revision_get_review_on (after), now);
      /* Translators: %s is a date: "Tuesday, 24 November" */
      g_autofree char *line = g_strdup_printf (_("To be looked at again on %s"), day);

      g_strv_builder_add (lines, line);
    }
}

/* On which day whoever is asked comes back to it. */
static void
add_day (GStrvBuilder     *lines,
         BridgeInvitation *invitation,
         BridgeLocal       now)
{
  g_autofree char *day = NULL;
  g_autofree char *line = NULL;

  if (bridge_invitation_get_other_time (invitation) == BRIDGE_LOCAL_NONE)
    return;
  day = bridge_words_date (bridge_local_day_start (bridge_invitation_get_other_time (invitation)), now);
  /* Translators: %s is a date: "Tuesday, 24 November" */
  line = g_strdup_printf (_("To be talked about on %s"), day);
  g_strv_builder_add (lines, line);
}

static GStrv
milestone_to_lines (BridgeSpace       *space,
                    BridgeInvitation  *invitation,
                    GError           **error)
{
  BridgeLocal now = bridge_clock_local_now (bridge_space_get_clock (space));
  g_autoptr (BridgeMilestone) before = NULL;
  g_autoptr (BridgeMilestone) after = bridge_milestone_preview_invitation (space, invitation, &before, error);
  g_autoptr (GStrvBuilder) lines = g_strv_builder_new ();

  if (after == NULL)
    return NULL;
  if (before != NULL && bridge_milestone_get_who (before) == NULL)
    bridge_milestone_add_difference (lines, space, before, after);
  else
    bridge_milestone_add_whole (lines, space, after);
  add_day (lines, invitation, now);
  return g_strv_builder_end (lines);
}

static GStrv
promise_to_lines (BridgeSpace       *space,
                  BridgeInvitation  *invitation,
                  GError           **error)
{
  BridgeLocal now = bridge_clock_local_now (bridge_space_get_clock (space));
  g_autoptr (BridgePromise) before = NULL;
  g_autoptr (BridgePromise) after = bridge_promise_preview_invitation (space, invitation, &before, error);
  g_autoptr (GStrvBuilder) lines = g_strv_builder_new ();
  g_autofree char *when = NULL;
  g_autofree char *line = NULL;

  if (after == NULL)
    return NULL;
  if (before != NULL)
    {
      add_promise_changes (lines, before, after, now);
      return g_strv_builder_end (lines);
    }

  when = bridge_promise_dup_when (after, now);
  /* Translators: %s is a day, perhaps with a time: "today", "Tuesday at 19:00" */
  line = g_strdup_printf (_("A promise of both of you, for %s"), when);
  g_strv_builder_add (lines, line);
  if (bridge_invitation_get_other_time (invitation) != BRIDGE_LOCAL_NONE)
    {
      g_autoptr (BridgeInvitation) at_first = bridge_invitation_copy (invitation);
      g_autoptr (BridgePromise) promise = NULL;
      g_autofree char *first = NULL;
      g_autofree char *first_line = NULL;

      g_object_set (at_first, "other-time", BRIDGE_LOCAL_NONE, NULL);
      promise = bridge_promise_preview_invitation (space, at_first, NULL, error);
      if (promise == NULL)
        return NULL;
      first = bridge_promise_dup_when (promise, now);
      /* Translators: %s is a time and a duration, or a day: "Every day at 19:00 · 20 minutes" */
      first_line = g_strdup_printf (_("At first it was: %s"), first);
      g_strv_builder_add (lines, first_line);
    }
  return g_strv_builder_end (lines);
}

/**
 * bridge_invitation_to_lines:
 * @space: a space
 * @invitation: one of its invitations
 * @error: where to say why there is nothing to agree on any more
 *
 * Returns: (transfer full) (nullable): what a yes would come to, a line each; none where only the title says it
 */
GStrv
bridge_invitation_to_lines (BridgeSpace       *space,
                            BridgeInvitation  *invitation,
                            GError           **error)
{
  BridgeLocal now = bridge_clock_local_now (bridge_space_get_clock (space));
  g_autoptr (GError) local_error = NULL;
  g_autoptr (BridgeRitual) after = bridge_space_preview_invitation (space, invitation, &local_error);
  g_autoptr (BridgeRitual) before = NULL;
  g_autoptr (BridgeBoundary) boundary = find_boundary (space, invitation);
  g_autoptr (GStrvBuilder) lines = g_strv_builder_new ();
  g_autofree char *whole = NULL;
  BridgeLocal start;

  if (bridge_invitation_get_subject (invitation) == BRIDGE_INVITATION_PROMISE)
    return promise_to_lines (space, invitation, error);
  if (bridge_invitation_get_subject (invitation) == BRIDGE_INVITATION_MILESTONE)
    return milestone_to_lines (space, invitation, error);

  if (local_error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return NULL;
    }
  if (boundary != NULL)
    add_boundary (lines, boundary, now);
  if (bridge_invitation_get_subject (invitation) == BRIDGE_INVITATION_BOUNDARY)
    add_day (lines, invitation, now);
  if (after == NULL)
    return g_strv_builder_end (lines);
  if (bridge_invitation_read_move (invitation, &start))
    {
      g_autofree char *line = describe_move (space, invitation, start, now, error);

      if (line == NULL)
        return NULL;
      g_strv_builder_add (lines, line);
      g_strv_builder_add (lines, _("Just this once"));
      return g_strv_builder_end (lines);
    }

  if (bridge_invitation_get_subject (invitation) == BRIDGE_INVITATION_RITUAL &&
      bridge_invitation_get_change (invitation) != NULL)
    {
      const char *who = bridge_ritual_get_who (after);

      before = bridge_space_find_ritual (space, bridge_invitation_get_subject_id (invitation), error);
      if (before == NULL)
        return NULL;
      return bridge_ritual_difference_to_lines (before, after, who != NULL ? get_name (space, who) : NULL, now);
    }

  whole = describe_whole (after, now);
  g_strv_builder_add (lines, whole);
  if (bridge_invitation_get_other_time (invitation) != BRIDGE_LOCAL_NONE)
    {
      if (bridge_schedule_get_recurrence (bridge_ritual_get_schedule (after)) != NULL)
        {
          g_autofree char *day = bridge_words_date (bridge_schedule_get_start (bridge_ritual_get_schedule (after)), now);
          /* Translators: %s is a date: "Tuesday, 24 November" */
          g_autofree char *line = g_strdup_printf (_("From %s on"), day);

          g_strv_builder_add (lines, line);
        }
      add_first_proposal (lines, space, invitation, now);
    }
  if (*bridge_ritual_get_when_then (after) != '\0')
    g_strv_builder_add (lines, bridge_ritual_get_when_then (after));
  return g_strv_builder_end (lines);
}

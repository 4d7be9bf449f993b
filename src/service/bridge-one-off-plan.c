/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "bridge-one-offs"

#include "config.h"

#include "bridge-one-offs.h"

#include <glib/gi18n-lib.h>

#include "bridge-care.h"
#include "bridge-milestone.h"
#include "bridge-ritual.h"
#include "bridge-snooze.h"
#include "bridge-space-reviews.h"
#include "bridge-undo.h"
#include "bridge-words.h"

/* What has a day and no time comes in its morning. */
#define MORNING (9 * BRIDGE_HOUR)

/* A promise that nobody was told of in time stands on Today, and a day for a boundary on its page; a notice about it is of use
 * for that long. */
#define USE_MS (7 * 24 * 60 * BRIDGE_MS_PER_MINUTE)

/* The steps of a pause that are reminded of, as they are called in the file. */
#define RETURN "return"
#define FOLLOW_UP "follow-up"
#define REVIEW "review"

static BridgeOneOffPlan *
plan_promise_at (BridgePromise *promise,
                 BridgePause   *pause,
                 const char    *step,
                 gint64         due,
                 gint64         until)
{
  BridgeOneOffPlan *plan = bridge_one_off_plan_new (BRIDGE_SUBJECT_PROMISE, bridge_promise_get_id (promise), step, due);

  plan->about = bridge_promise_get_due (promise);
  plan->timed = bridge_promise_get_timed (promise);
  plan->text = g_strdup (bridge_promise_get_text (promise));
  plan->who = g_strdup (bridge_promise_get_who (promise));
  plan->until = until;
  plan->since = bridge_promise_get_reminding_since (promise);
  plan->held = TRUE;
  /* A date that was given since the pause was called was given for the days after it. */
  plan->in_recovery = pause != NULL &&
                      (bridge_promise_get_reminding_since (promise) > bridge_pause_get_called_at (pause) ||
                       g_strcmp0 (bridge_promise_get_pause_id (promise), bridge_pause_get_id (pause)) == 0);
  return plan;
}

/* (transfer full): one, for the date that it has; another date is another reminder. */
static char *
dup_snooze_step (BridgePromise *promise)
{
  g_autofree char *date = bridge_promise_format_due (promise);

  return g_strconcat (date, "/snooze", NULL);
}

/**
 * bridge_one_off_find_snooze:
 * @rows: (element-type BridgeOneOff): reminders
 * @promise: a promise
 * @step: (out) (optional) (transfer full): what the step of such a row is called
 *
 * Returns: (transfer none) (nullable): the row that has a promise reminded of again later, for the date that it has
 */
BridgeOneOff *
bridge_one_off_find_snooze (GPtrArray      *rows,
                            BridgePromise  *promise,
                            char          **step)
{
  g_autofree char *wanted = dup_snooze_step (promise);
  BridgeOneOff *found = NULL;

  for (guint i = 0; i < rows->len && found == NULL; i++)
    {
      BridgeOneOff *row = g_ptr_array_index (rows, i);

      if (bridge_one_off_get_subject (row) == BRIDGE_SUBJECT_PROMISE &&
          g_str_equal (bridge_one_off_get_subject_id (row), bridge_promise_get_id (promise)) &&
          g_str_equal (bridge_one_off_get_step (row), wanted))
        found = row;
    }
  if (step != NULL)
    *step = g_steal_pointer (&wanted);
  return found;
}

/**
 * bridge_one_offs_plan_promise:
 * @promise: a promise
 * @rows: (element-type BridgeOneOff): what is known of what has come
 * @pause: (nullable): the pause that runs
 * @here: the zone it is in
 * @plans: (element-type BridgeOneOffPlan): what to add to
 *
 * Adds the reminders of a promise, and the one that was asked for by putting one off.
 */
void
bridge_one_offs_plan_promise (BridgePromise *promise,
                              GPtrArray     *rows,
                              BridgePause   *pause,
                              GTimeZone     *here,
                              GPtrArray     *plans)
{
  gint64 at = bridge_local_to_utc_ms (bridge_promise_get_moment (promise), here);
  BridgeOneOff *snooze = bridge_one_off_find_snooze (rows, promise, NULL);
  g_autofree char *date = bridge_promise_format_due (promise);
  guint n;
  g_autofree int *leads = bridge_remind_dup_minutes (bridge_promise_get_remind (promise), &n);

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *step = g_strdup_printf ("%s/%d", date, leads[i]);

      g_ptr_array_add (plans, plan_promise_at (promise, pause, step, at - leads[i] * BRIDGE_MS_PER_MINUTE, at + USE_MS));
    }
  if (snooze != NULL)
    {
      gint64 due = bridge_one_off_get_due_at (snooze);
      BridgeOneOffPlan *plan = plan_promise_at (promise, pause, bridge_one_off_get_step (snooze), due, MAX (at, due) + USE_MS);

      plan->quiet = FALSE;
      plan->snoozed = TRUE;
      g_ptr_array_add (plans, plan);
    }
}

/* The day to come back to something, in the morning.
 * @who: (nullable): whose own it is, and nobody else's to know of */
static void
plan_day (BridgeSubject   subject,
          const char     *id,
          const char     *who,
          BridgeLocal     day,
          gint64          since,
          GTimeZone      *here,
          GPtrArray      *plans)
{
  g_autofree char *date = bridge_local_format_date (day);
  BridgeOneOffPlan *plan = bridge_one_off_plan_new (subject, id, date, bridge_local_to_utc_ms (day + MORNING, here));

  plan->about = day;
  plan->who = g_strdup (who);
  plan->until = plan->due + USE_MS;
  plan->since = since;
  plan->held = TRUE;
  g_ptr_array_add (plans, plan);
}

/* When the words that are in force were agreed to. What is proposed since moves nothing. */
static gint64
get_agreed_at (BridgeBoundary *boundary)
{
  BridgeRevision *current = bridge_boundary_get_current (boundary);
  gint64 at = current != NULL ? bridge_revision_get_written_at (current) : 0;

  for (guint i = 0; current != NULL && i < bridge_revision_get_n_agreements (current); i++)
    at = MAX (at, bridge_revision_get_agreement (current, i)->at);
  return at;
}

/* The day that was set for the next review. It is answered by one that was begun since that day. */
static void
plan_review (BridgeSpace *space,
             GTimeZone   *here,
             GPtrArray   *plans)
{
  g_autoptr (BridgeReview) last = bridge_space_load_review_with_day (space, NULL);

  if (last != NULL)
    plan_day (BRIDGE_SUBJECT_REVIEW, bridge_review_get_id (last), NULL, bridge_review_get_next_on (last),
              bridge_row_get_updated_at (last), here, plans);
}

/* The day on which to look at it again. */
static void
plan_boundary (BridgeBoundary *boundary,
               GTimeZone      *here,
               GPtrArray      *plans)
{
  BridgeLocal day = bridge_boundary_get_review_on (boundary);

  if (bridge_boundary_get_state (boundary) == BRIDGE_BOUNDARY_AGREED && day != BRIDGE_LOCAL_NONE)
    plan_day (BRIDGE_SUBJECT_BOUNDARY, bridge_boundary_get_id (boundary), NULL, day, get_agreed_at (boundary), here, plans);
}

static BridgeOneOffPlan *
plan_step (BridgePause *pause,
           const char  *what,
           gint64       due,
           GPtrArray   *plans)
{
  g_autofree char *step = g_strdup_printf ("%s/%" G_GINT64_FORMAT, what, due);
  BridgeOneOffPlan *plan = bridge_one_off_plan_new (BRIDGE_SUBJECT_PAUSE, bridge_pause_get_id (pause), step, due);

  g_ptr_array_add (plans, plan);
  return plan;
}

/* Everybody here has written theirs; what cannot be read is not. */
static gboolean
is_followed_up (BridgeSpace *space,
                BridgePause *pause)
{
  g_autoptr (GPtrArray) follow_ups = bridge_store_load_pause_follow_ups (bridge_space_get_database (space),
                                                                         bridge_pause_get_id (pause), NULL);

  return follow_ups != NULL && follow_ups->len >= g_list_model_get_n_items (bridge_space_get_persons (space));
}

static void
plan_pause (BridgeSpace *space,
            BridgePause *pause,
            GPtrArray   *plans)
{
  BridgeOneOffPlan *plan;

  switch (bridge_pause_get_state (pause))
    {
    case BRIDGE_PAUSE_COOLING:
    case BRIDGE_PAUSE_RETURN:
    case BRIDGE_PAUSE_ANOTHER_DAY:
      /* Whoever called the pause asked for this. */
      plan = plan_step (pause, RETURN, bridge_pause_get_return_at (pause), plans);
      plan->quiet = FALSE;
      plan->always = TRUE;
      break;
    case BRIDGE_PAUSE_RECOVERY:
    case BRIDGE_PAUSE_REVIEW:
      if (bridge_pause_get_follow_up_at (pause) != 0 && !is_followed_up (space, pause))
        plan_step (pause, FOLLOW_UP, bridge_pause_get_follow_up_at (pause), plans);
      plan_step (pause, REVIEW, bridge_pause_get_recovery_until (pause), plans);
      break;
    case BRIDGE_PAUSE_RE_ENTRY:
    case BRIDGE_PAUSE_CLOSED:
      break;
    }
}

/**
 * bridge_one_offs_plan:
 * @space: a space
 * @rows: (element-type BridgeOneOff): what is known of what has come
 * @here: the zone it is in
 *
 * Days away hold nothing of this back: a date that somebody gave is a date that they know of.
 *
 * Returns: (transfer full) (element-type BridgeOneOffPlan): everything that is to be reminded of and is no ritual
 */
GPtrArray *
bridge_one_offs_plan (BridgeSpace *space,
                      GPtrArray   *rows,
                      GTimeZone   *here)
{
  GPtrArray *plans = g_ptr_array_new_with_free_func ((GDestroyNotify) bridge_one_off_plan_free);
  GListModel *promises = bridge_space_get_promises (space);
  GListModel *boundaries = bridge_space_get_boundaries (space);
  GListModel *milestones = bridge_space_get_milestones (space);
  GListModel *cares = bridge_space_get_cares (space);
  BridgePause *pause = bridge_space_get_pause (space);

  if (pause != NULL)
    plan_pause (space, pause, plans);
  for (guint i = 0; i < g_list_model_get_n_items (boundaries); i++)
    {
      g_autoptr (BridgeBoundary) boundary = g_list_model_get_item (boundaries, i);

      plan_boundary (boundary, here, plans);
    }
  for (guint i = 0; i < g_list_model_get_n_items (milestones); i++)
    {
      g_autoptr (BridgeMilestone) milestone = g_list_model_get_item (milestones, i);

      if (bridge_milestone_get_state (milestone) == BRIDGE_MILESTONE_OPEN &&
          bridge_milestone_get_revisit_on (milestone) != BRIDGE_LOCAL_NONE)
        plan_day (BRIDGE_SUBJECT_MILESTONE, bridge_milestone_get_id (milestone), bridge_milestone_get_who (milestone),
                  bridge_milestone_get_revisit_on (milestone), bridge_milestone_get_reminding_since (milestone), here, plans);
    }
  for (guint i = 0; i < g_list_model_get_n_items (cares); i++)
    {
      g_autoptr (BridgeCare) care = g_list_model_get_item (cares, i);

      if (bridge_care_get_review_on (care) != BRIDGE_LOCAL_NONE)
        plan_day (BRIDGE_SUBJECT_CARE, bridge_care_get_id (care), bridge_care_get_person_id (care),
                  bridge_care_get_review_on (care), bridge_care_get_reminding_since (care), here, plans);
    }
  plan_review (space, here, plans);
  for (guint i = 0; i < g_list_model_get_n_items (promises); i++)
    {
      g_autoptr (BridgePromise) promise = g_list_model_get_item (promises, i);

      if (bridge_promise_get_state (promise) == BRIDGE_PROMISE_OPEN)
        bridge_one_offs_plan_promise (promise, rows, pause, here, plans);
    }
  return plans;
}

/* What says neither of which kind it is nor what has happened. */
static const char *
get_discreet_body (BridgeOneOffPlan *plan)
{
  if (plan->subject != BRIDGE_SUBJECT_PAUSE)
    return _("If you like: something that was planned for this day.");
  if (g_str_has_prefix (plan->step, RETURN))
    return _("It is the time you chose.");
  return _("If you like: something that was planned for now.");
}

static const char *
get_body (BridgeOneOffPlan *plan,
          BridgeSpace      *space)
{
  if (plan->subject == BRIDGE_SUBJECT_BOUNDARY)
    return _("If you like: a look at a boundary, as it was planned for this day.");
  if (plan->subject == BRIDGE_SUBJECT_MILESTONE)
    return _("If you like: a look at a milestone, as it was planned for this day.");
  if (plan->subject == BRIDGE_SUBJECT_CARE)
    return _("If you like: a look at what does you good, as it was planned for this day.");
  if (plan->subject == BRIDGE_SUBJECT_REVIEW)
    return _("If you like: your weekly review, as it was planned for this day.");
  if (g_str_has_prefix (plan->step, RETURN))
    return bridge_space_get_partner (space) != NULL ? _("It is the time you agreed to come back to each other.")
                                                    : _("It is the time you chose for coming back.");
  if (g_str_has_prefix (plan->step, FOLLOW_UP))
    return _("If you like: a short word about how it is now.");
  return _("If you like: a look at what helped, and what could be otherwise.");
}

/* Between two, whose it is: whoever is there can answer, and that counts for the one who gave it. */
static char *
make_promise_body (BridgeOneOffPlan *plan,
                   BridgeSpace      *space,
                   BridgeLocal       now,
                   gboolean          open)
{
  g_autofree char *when = plan->timed ? bridge_words_when (plan->about, now) : bridge_words_day (plan->about, now);
  BridgePerson *person = plan->who != NULL && bridge_space_get_partner (space) != NULL
                             ? bridge_space_find_person (space, plan->who)
                             : NULL;

  if (person == NULL)
    /* Translators: %s is a day, perhaps with a time: "today", "tomorrow at 19:00", "Tuesday" */
    return g_strdup_printf (open ? _("For %s.") : _("A promise for %s."), when);
  if (open)
    /* Translators: a name and a day, perhaps with a time: "today", "tomorrow at 19:00", "Tuesday" */
    return g_strdup_printf (_("%1$s gave this promise, for %2$s."), bridge_person_get_name (person), when);
  /* Translators: a name and a day, perhaps with a time: "today", "tomorrow at 19:00", "Tuesday" */
  return g_strdup_printf (_("%1$s gave a promise, for %2$s."), bridge_person_get_name (person), when);
}

/**
 * bridge_one_off_make_notice:
 * @plan: what is due
 * @space: its space, which says whether titles are shown
 *
 * Puts a reminder into words: discreet ones, unless titles may be shown. Between two, either may sit there when it comes: a look
 * at what is one's own stays discreet.
 *
 * Returns: (transfer full): the notice
 */
BridgeNotice *
bridge_one_off_make_notice (BridgeOneOffPlan *plan,
                            BridgeSpace      *space)
{
  BridgeLocal now = bridge_clock_local_now (bridge_space_get_clock (space));
  g_autoptr (GTimeZone) here = bridge_clock_dup_zone (bridge_space_get_clock (space));
  gboolean promise = plan->subject == BRIDGE_SUBJECT_PROMISE;
  gboolean telling = bridge_space_get_show_titles (space);
  gboolean open = telling && plan->text != NULL;
  gboolean discreet = !telling || (plan->who != NULL && bridge_space_get_partner (space) != NULL);
  g_autofree char *name = bridge_one_off_plan_dup_name (plan);
  g_autofree char *body = promise ? make_promise_body (plan, space, now, open)
                                  : g_strdup (discreet ? get_discreet_body (plan) : get_body (plan, space));
  BridgeNotice *notice = bridge_notice_new (name, open ? plan->text : _("Footbridge"), body, name, FALSE);

  notice->kind = promise ? BRIDGE_NOTICE_PROMISE : BRIDGE_NOTICE_OPEN;
  if (promise)
    notice->snoozes = bridge_snooze_get_offered (bridge_clock_now (bridge_space_get_clock (space)), here);
  return notice;
}

/**
 * bridge_one_off_make_together:
 *
 * Puts several into words: no number, as nobody has to catch up with anything.
 *
 * Returns: (transfer full): the notice
 */
BridgeNotice *
bridge_one_off_make_together (void)
{
  return bridge_notice_new (BRIDGE_ONE_OFFS_ID, _("Footbridge"),
                            _("Some things with a date stand on Today. They are there whenever it suits."), NULL, FALSE);
}

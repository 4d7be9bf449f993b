/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "bridge-pause"

#include "config.h"

#include "bridge-pause-state.h"

#include <glib/gi18n-lib.h>

#include "bridge-error.h"
#include "bridge-words.h"

#define SECOND G_GINT64_CONSTANT (1000)
#define MINUTE (60 * SECOND)
#define HOUR (60 * MINUTE)
#define DAY (24 * HOUR)

/* A clock that is put right by a few seconds does not ask twice, and sets nobody's pace. */
#define SLACK MINUTE

static gboolean
refuse (BridgePause  *self,
        GError      **error)
{
  g_set_error (error, BRIDGE_ERROR, BRIDGE_ERROR_STATE,
               /* Translators: %s is where a pause stands, "Paused" or "A gentle talk" */
               _("That has no place while the pause stands at “%s”. Nothing was changed."),
               bridge_pause_state_get_label (bridge_pause_get_state (self)));
  return FALSE;
}

static gboolean
refuse_time (GError     **error,
             const char  *message)
{
  g_set_error_literal (error, BRIDGE_ERROR, BRIDGE_ERROR_INVALID_DATE, message);
  return FALSE;
}

static gint64
clamp_minutes (int minutes)
{
  return CLAMP (minutes, BRIDGE_PAUSE_MINUTES_MIN, BRIDGE_PAUSE_MINUTES_MAX) * MINUTE;
}

/* A new time to calm down. */
static void
cool (BridgePause *self,
      gint64       now,
      int          minutes,
      gboolean     extended)
{
  g_object_set (self,
                "state", BRIDGE_PAUSE_COOLING,
                "cooling-since", now,
                "return-at", now + clamp_minutes (minutes),
                "other-day", FALSE,
                "extended", extended,
                "round", bridge_pause_get_round (self) + 1,
                NULL);
}

static void
close_pause (BridgePause *self,
             gint64       now)
{
  g_object_set (self, "state", BRIDGE_PAUSE_CLOSED, "closed-at", now, NULL);
}

/* Another day, chosen (@at) or yet to be (0). */
static void
put_off (BridgePause *self,
         gint64       at)
{
  g_object_set (self,
                "state", BRIDGE_PAUSE_ANOTHER_DAY,
                "return-at", at,
                "other-day", TRUE,
                "extended", FALSE,
                "round", bridge_pause_get_round (self) + 1,
                NULL);
}

static gboolean
call (BridgePause             *self,
      const BridgePauseInput  *input,
      BridgePauseEffects      *effects,
      GError                 **error)
{
  switch (bridge_pause_get_state (self))
    {
    case BRIDGE_PAUSE_COOLING:
    case BRIDGE_PAUSE_RETURN:
      return TRUE;
    case BRIDGE_PAUSE_ANOTHER_DAY:
    case BRIDGE_PAUSE_RE_ENTRY:
      g_object_set (self,
                    "interrupted", bridge_pause_get_state (self),
                    "interrupted-return-at", bridge_pause_get_return_at (self),
                    NULL);
      cool (self, input->now, input->minutes, FALSE);
      *effects |= BRIDGE_PAUSE_EFFECT_MOVED;
      return TRUE;
    case BRIDGE_PAUSE_RECOVERY:
    case BRIDGE_PAUSE_REVIEW:
      /* Its review can still be written: something else is more pressing now. */
      close_pause (self, input->now);
      *effects |= BRIDGE_PAUSE_EFFECT_MOVED | BRIDGE_PAUSE_EFFECT_BEGIN | BRIDGE_PAUSE_EFFECT_DECIDED;
      return TRUE;
    case BRIDGE_PAUSE_CLOSED:
      *effects |= BRIDGE_PAUSE_EFFECT_BEGIN;
      return TRUE;
    }
  g_return_val_if_reached (FALSE);
}

static gboolean
take_back (BridgePause             *self,
           const BridgePauseInput  *input,
           BridgePauseEffects      *effects,
           GError                 **error)
{
  BridgePauseState interrupted = bridge_pause_get_interrupted (self);

  if (bridge_pause_get_state (self) != BRIDGE_PAUSE_COOLING)
    return refuse (self, error);
  if (!bridge_pause_state_can_take_back (self, input->now))
    {
      g_set_error_literal (error, BRIDGE_ERROR, BRIDGE_ERROR_STATE,
                           _("A pause can be taken back within its first minute. This one goes on."));
      return FALSE;
    }

  if (interrupted == BRIDGE_PAUSE_RE_ENTRY || interrupted == BRIDGE_PAUSE_ANOTHER_DAY)
    {
      g_object_set (self,
                    "state", interrupted,
                    "return-at", bridge_pause_get_interrupted_return_at (self),
                    "other-day", interrupted == BRIDGE_PAUSE_ANOTHER_DAY,
                    "interrupted", BRIDGE_PAUSE_COOLING,
                    "interrupted-return-at", (gint64) 0,
                    NULL);
      *effects |= BRIDGE_PAUSE_EFFECT_MOVED;
      return TRUE;
    }
  *effects |= BRIDGE_PAUSE_EFFECT_REMOVE;
  return TRUE;
}

static gboolean
set_return (BridgePause             *self,
            const BridgePauseInput  *input,
            BridgePauseEffects      *effects,
            GError                 **error)
{
  gint64 earliest, latest;

  if (bridge_pause_get_state (self) != BRIDGE_PAUSE_COOLING)
    return refuse (self, error);

  bridge_pause_state_get_return_range (self, input->now, input->solo, &earliest, &latest);
  if (input->at < earliest && bridge_pause_get_extended (self))
    return refuse_time (error, _("This pause was made longer, so the return can only be moved to later."));
  if (input->at < MIN (bridge_pause_get_cooling_since (self), input->now) + BRIDGE_PAUSE_MINUTES_MIN * MINUTE)
    return refuse_time (error, _("A pause lasts twenty minutes at the least. Choose a later time."));
  if (input->at <= input->now)
    return refuse_time (error, _("That time is over already. Choose a later one."));
  if (input->at < earliest)
    return refuse_time (error, _("A time to come back stands already. It can be made later, not sooner: whoever needs longer "
                                 "sets the pace."));
  if (input->at > latest)
    return refuse_time (error, _("That is more than a day away. Choose another day instead."));
  g_object_set (self,
                "return-at", input->at,
                "cooling-since", MIN (bridge_pause_get_cooling_since (self), input->now),
                NULL);
  *effects |= BRIDGE_PAUSE_EFFECT_MOVED;
  return TRUE;
}

static gboolean
extend (BridgePause             *self,
        const BridgePauseInput  *input,
        BridgePauseEffects      *effects,
        GError                 **error)
{
  if (bridge_pause_get_state (self) != BRIDGE_PAUSE_COOLING)
    return refuse (self, error);
  if (bridge_pause_get_extended (self))
    {
      g_set_error_literal (error, BRIDGE_ERROR, BRIDGE_ERROR_STATE,
                           _("This pause was made longer once already. You could choose another day."));
      return FALSE;
    }
  /* Answers that are there were about another time. */
  g_object_set (self,
                "return-at", MAX (bridge_pause_get_return_at (self), input->now) + clamp_minutes (input->minutes),
                "extended", TRUE,
                "round", bridge_pause_get_round (self) + 1,
                NULL);
  *effects |= BRIDGE_PAUSE_EFFECT_MOVED | BRIDGE_PAUSE_EFFECT_DECIDED;
  return TRUE;
}

static gboolean
set_another_day (BridgePause             *self,
                 const BridgePauseInput  *input,
                 BridgePauseEffects      *effects,
                 GError                 **error)
{
  BridgePauseState state = bridge_pause_get_state (self);
  gint64 earliest = bridge_pause_state_get_earliest_day (self, input->now, input->solo);

  if (state != BRIDGE_PAUSE_COOLING && state != BRIDGE_PAUSE_RETURN && state != BRIDGE_PAUSE_ANOTHER_DAY &&
      state != BRIDGE_PAUSE_RE_ENTRY)
    return refuse (self, error);
  if (input->at <= input->now)
    return refuse_time (error, _("That time is over already. Choose a later one."));
  if (input->at > input->now + BRIDGE_PAUSE_ANOTHER_DAY_DAYS_MAX * DAY)
    return refuse_time (error, _("That is more than a month away. Choose a day that is nearer; it can be moved later."));
  /* Another day is no way to make a pause shorter. */
  if (state == BRIDGE_PAUSE_COOLING && input->at < bridge_pause_get_return_at (self))
    return refuse_time (error, _("That is before the time to come back. Choose a later one."));
  if (input->at < earliest && state == BRIDGE_PAUSE_ANOTHER_DAY)
    return refuse_time (error, _("A day to come back stands already. It can be made later, not sooner: whoever needs longer sets "
                                 "the pace. When you are both ready before it, you need not wait: talk, and let the pause rest."));
  if (input->at < earliest)
    return refuse_time (error, _("A day to come back stands already. It can be made later, not sooner: whoever needs longer sets "
                                 "the pace."));

  put_off (self, input->at);
  *effects |= BRIDGE_PAUSE_EFFECT_MOVED | BRIDGE_PAUSE_EFFECT_DECIDED;
  return TRUE;
}

static gboolean
answer (BridgePause             *self,
        const BridgePauseInput  *input,
        BridgePauseEffects      *effects,
        GError                 **error)
{
  gboolean other_day = input->answer == BRIDGE_READINESS_ANOTHER_DAY || input->other == BRIDGE_READINESS_ANOTHER_DAY;
  gboolean longer = input->answer == BRIDGE_READINESS_LONGER || input->other == BRIDGE_READINESS_LONGER;

  if (bridge_pause_get_state (self) != BRIDGE_PAUSE_RETURN)
    return refuse (self, error);
  if (input->answer == BRIDGE_READINESS_LONGER && bridge_pause_get_extended (self))
    {
      g_set_error_literal (error, BRIDGE_ERROR, BRIDGE_ERROR_STATE,
                           _("This pause was made longer once already. You could choose another day."));
      return FALSE;
    }
  if (input->answer == BRIDGE_READINESS_NONE || (input->other == BRIDGE_READINESS_NONE && !input->solo))
    return TRUE;

  *effects |= BRIDGE_PAUSE_EFFECT_MOVED | BRIDGE_PAUSE_EFFECT_DECIDED;
  if (other_day || (longer && bridge_pause_get_extended (self)))
    {
      put_off (self, 0);
      return TRUE;
    }
  g_object_set (self, "interrupted", BRIDGE_PAUSE_COOLING, "interrupted-return-at", (gint64) 0, NULL);
  if (longer)
    cool (self, input->now, input->minutes, TRUE);
  else
    g_object_set (self,
                  "state", BRIDGE_PAUSE_RE_ENTRY,
                  "turn", 0,
                  "turn-started-at", (gint64) 0,
                  "first-id", NULL,
                  NULL);
  return TRUE;
}

static gboolean
set_topic (BridgePause             *self,
           const BridgePauseInput  *input,
           BridgePauseEffects      *effects,
           GError                 **error)
{
  if (bridge_pause_get_state (self) != BRIDGE_PAUSE_RE_ENTRY)
    return refuse (self, error);
  if (!bridge_text_check (_("The topic"), input->text != NULL ? input->text : "", 0, 200, error))
    return FALSE;
  if (!bridge_pause_state_can_change_topic (self) &&
      g_strcmp0 (input->text != NULL ? input->text : "", bridge_pause_get_topic (self)) != 0)
    {
      g_set_error_literal (error, BRIDGE_ERROR, BRIDGE_ERROR_STATE,
                           _("The talk has begun, and its topic stays. Another topic can be a talk of its own."));
      return FALSE;
    }
  g_object_set (self, "topic", input->text, NULL);
  *effects |= BRIDGE_PAUSE_EFFECT_MOVED;
  return TRUE;
}

static gboolean
next_turn (BridgePause             *self,
           const BridgePauseInput  *input,
           BridgePauseEffects      *effects,
           GError                 **error)
{
  int turn = bridge_pause_get_turn (self);

  if (bridge_pause_get_state (self) != BRIDGE_PAUSE_RE_ENTRY)
    return refuse (self, error);
  if (input->solo)
    {
      g_set_error_literal (error, BRIDGE_ERROR, BRIDGE_ERROR_STATE,
                           _("Turns are for two who are both here. You could choose one topic, and begin with a gentle sentence."));
      return FALSE;
    }
  if (input->turn > 0 && input->turn <= turn)
    return TRUE;
  if (input->turn != turn + 1)
    {
      g_set_error_literal (error, BRIDGE_ERROR, BRIDGE_ERROR_INVALID_VALUE, _("Turns follow one another; this is not the next one."));
      return FALSE;
    }
  if (turn == 0)
    g_object_set (self, "first-id", input->text, NULL);
  g_object_set (self, "turn", input->turn, "turn-started-at", input->now, NULL);
  *effects |= BRIDGE_PAUSE_EFFECT_MOVED;
  return TRUE;
}

static gboolean
end_talk (BridgePause             *self,
          const BridgePauseInput  *input,
          BridgePauseEffects      *effects,
          GError                 **error)
{
  gint64 until = input->now + CLAMP (input->recovery_hours, 0, BRIDGE_PAUSE_RECOVERY_HOURS_MAX) * HOUR;

  if (bridge_pause_get_state (self) != BRIDGE_PAUSE_RE_ENTRY)
    return refuse (self, error);
  g_object_set (self,
                "state", until > input->now ? BRIDGE_PAUSE_RECOVERY : BRIDGE_PAUSE_REVIEW,
                "talk-ended-at", input->now,
                "recovery-until", until,
                "follow-up-at", until > input->now ? CLAMP (input->at, input->now, until) : 0,
                NULL);
  *effects |= BRIDGE_PAUSE_EFFECT_MOVED;
  return TRUE;
}

static gboolean
set_follow_up (BridgePause             *self,
               const BridgePauseInput  *input,
               BridgePauseEffects      *effects,
               GError                 **error)
{
  if (bridge_pause_get_state (self) != BRIDGE_PAUSE_RECOVERY)
    return refuse (self, error);
  if (input->at <= input->now)
    return refuse_time (error, _("That time is over already. Choose a later one."));
  if (input->at > bridge_pause_get_recovery_until (self))
    return refuse_time (error, _("The follow-up lies within the recovery window. Choose an earlier time."));
  g_object_set (self, "follow-up-at", input->at, NULL);
  *effects |= BRIDGE_PAUSE_EFFECT_MOVED;
  return TRUE;
}

static gboolean
end_recovery (BridgePause             *self,
              const BridgePauseInput  *input,
              BridgePauseEffects      *effects,
              GError                 **error)
{
  if (bridge_pause_get_state (self) != BRIDGE_PAUSE_RECOVERY)
    return refuse (self, error);
  if (!input->solo && input->other != BRIDGE_READINESS_READY)
    return TRUE;
  g_object_set (self, "state", BRIDGE_PAUSE_REVIEW, "recovery-until", input->now, "follow-up-at", (gint64) 0, NULL);
  *effects |= BRIDGE_PAUSE_EFFECT_MOVED | BRIDGE_PAUSE_EFFECT_DECIDED;
  return TRUE;
}

static gboolean
end (BridgePause             *self,
     const BridgePauseInput  *input,
     BridgePauseEffects      *effects,
     GError                 **error)
{
  if (bridge_pause_get_state (self) == BRIDGE_PAUSE_COOLING)
    return refuse (self, error);
  if (bridge_pause_get_state (self) == BRIDGE_PAUSE_CLOSED)
    return TRUE;
  close_pause (self, input->now);
  *effects |= BRIDGE_PAUSE_EFFECT_MOVED | BRIDGE_PAUSE_EFFECT_DECIDED;
  return TRUE;
}

/**
 * bridge_pause_state_begin:
 * @now: the present, UTC ms
 * @minutes: of calming down
 * @interrupted: the state of the pause before it that is closed for it, or %BRIDGE_PAUSE_COOLING
 *
 * Returns: (transfer full): a pause that was called now, without an id yet
 */
BridgePause *
bridge_pause_state_begin (gint64           now,
                          int              minutes,
                          BridgePauseState interrupted)
{
  BridgePause *self = g_object_new (BRIDGE_TYPE_PAUSE, "called-at", now, "interrupted", interrupted, NULL);

  cool (self, now, minutes, FALSE);
  return self;
}

/**
 * bridge_pause_state_apply:
 * @self: a pause, as it is by now (see bridge_pause_state_advance())
 * @event: what happens
 * @input: what belongs to it
 * @effects: (out): what has to be done besides keeping the pause
 * @error: where to say that this cannot be
 *
 * The state machine of a pause. From every state but cooling, which ends by itself, there is a way to closed; nothing
 * but two answers leads from "ready?" to the talk.
 *
 * Returns: (transfer full) (nullable): the pause after it, or %NULL with %BRIDGE_ERROR_STATE, %BRIDGE_ERROR_INVALID_DATE or
 *   %BRIDGE_ERROR_INVALID_VALUE
 */
BridgePause *
bridge_pause_state_apply (BridgePause             *self,
                          BridgePauseEvent         event,
                          const BridgePauseInput  *input,
                          BridgePauseEffects      *effects,
                          GError                 **error)
{
  static gboolean (*const rules[BRIDGE_PAUSE_EVENT_N]) (BridgePause *, const BridgePauseInput *, BridgePauseEffects *,
                                                         GError **) = {
    [BRIDGE_PAUSE_EVENT_CALL] = call,
    [BRIDGE_PAUSE_EVENT_TAKE_BACK] = take_back,
    [BRIDGE_PAUSE_EVENT_SET_RETURN] = set_return,
    [BRIDGE_PAUSE_EVENT_EXTEND] = extend,
    [BRIDGE_PAUSE_EVENT_SET_ANOTHER_DAY] = set_another_day,
    [BRIDGE_PAUSE_EVENT_ANSWER] = answer,
    [BRIDGE_PAUSE_EVENT_SET_TOPIC] = set_topic,
    [BRIDGE_PAUSE_EVENT_NEXT_TURN] = next_turn,
    [BRIDGE_PAUSE_EVENT_END_TALK] = end_talk,
    [BRIDGE_PAUSE_EVENT_SET_FOLLOW_UP] = set_follow_up,
    [BRIDGE_PAUSE_EVENT_END_RECOVERY] = end_recovery,
    [BRIDGE_PAUSE_EVENT_CLOSE] = end,
  };
  g_autoptr (BridgePause) next = NULL;
  BridgePauseState state;

  g_return_val_if_fail (BRIDGE_IS_PAUSE (self), NULL);
  g_return_val_if_fail (event < BRIDGE_PAUSE_EVENT_N, NULL);

  *effects = 0;
  state = bridge_pause_get_state (self);
  next = bridge_pause_copy (self);
  if (rules[event] != NULL)
    return rules[event] (next, input, effects, error) ? g_steal_pointer (&next) : NULL;

  /* The words are kept by the caller; here is only said when they have their place. */
  if (state == BRIDGE_PAUSE_REVIEW ||
      state == (event == BRIDGE_PAUSE_EVENT_FOLLOW_UP ? BRIDGE_PAUSE_RECOVERY : BRIDGE_PAUSE_CLOSED))
    return g_steal_pointer (&next);
  refuse (self, error);
  return NULL;
}

/**
 * bridge_pause_state_advance:
 * @self: a pause
 * @now: the present, UTC ms
 * @moved: (out) (optional): whether it stands elsewhere than what is stored says
 *
 * Lets time pass: at its time it comes to "ready?", and the recovery window to its end, however far the clock has jumped, and
 * no further. When the clock was ahead and is put right, it waits again; answers that were given meanwhile stay.
 *
 * Returns: (transfer full): the pause as it is by now
 */
BridgePause *
bridge_pause_state_advance (BridgePause *self,
                            gint64       now,
                            gboolean    *moved)
{
  g_autoptr (BridgePause) next = NULL;
  BridgePauseState state;
  gint64 return_at, until;

  g_return_val_if_fail (BRIDGE_IS_PAUSE (self), NULL);

  next = bridge_pause_copy (self);
  state = bridge_pause_get_state (self);
  return_at = bridge_pause_get_return_at (self);
  until = bridge_pause_get_recovery_until (self);

  if ((state == BRIDGE_PAUSE_COOLING || state == BRIDGE_PAUSE_ANOTHER_DAY) && return_at > 0 && now >= return_at)
    state = BRIDGE_PAUSE_RETURN;
  else if (state == BRIDGE_PAUSE_RETURN && now + SLACK < return_at)
    state = bridge_pause_get_other_day (self) ? BRIDGE_PAUSE_ANOTHER_DAY : BRIDGE_PAUSE_COOLING;
  else if (state == BRIDGE_PAUSE_RECOVERY && now >= until)
    state = BRIDGE_PAUSE_REVIEW;
  /* Where it was ended early, or there was none, nothing is due any more either. */
  else if (state == BRIDGE_PAUSE_REVIEW && bridge_pause_get_follow_up_at (self) > 0 && now + SLACK < until)
    state = BRIDGE_PAUSE_RECOVERY;

  if (moved != NULL)
    *moved = state != bridge_pause_get_state (self);
  g_object_set (next, "state", state, NULL);
  return g_steal_pointer (&next);
}

/**
 * bridge_pause_state_get_next:
 * @self: a pause
 *
 * Returns: when time will move it, UTC ms; %BRIDGE_PAUSE_NEVER: only people do
 */
gint64
bridge_pause_state_get_next (BridgePause *self)
{
  BridgePauseState state;

  g_return_val_if_fail (BRIDGE_IS_PAUSE (self), BRIDGE_PAUSE_NEVER);

  state = bridge_pause_get_state (self);
  if ((state == BRIDGE_PAUSE_COOLING || state == BRIDGE_PAUSE_ANOTHER_DAY) && bridge_pause_get_return_at (self) > 0)
    return bridge_pause_get_return_at (self);
  if (state == BRIDGE_PAUSE_RECOVERY)
    return bridge_pause_get_recovery_until (self);
  return BRIDGE_PAUSE_NEVER;
}

/**
 * bridge_pause_state_get_return_range:
 * @self: a pause
 * @now: the present, UTC ms
 * @solo: one person is here
 * @earliest: (out): UTC ms; may lie in the past
 * @latest: (out): UTC ms
 *
 * Tells what can be chosen for the return. Of two, one alone cannot make it sooner than it stands, and where somebody needed
 * longer, nobody can; where the clock was put back since, by more than a minute, it counts from now.
 */
void
bridge_pause_state_get_return_range (BridgePause *self,
                                     gint64       now,
                                     gboolean     solo,
                                     gint64      *earliest,
                                     gint64      *latest)
{
  gint64 since = MIN (bridge_pause_get_cooling_since (self), now);
  gboolean stands = bridge_pause_get_extended (self) || (!solo && now + SLACK >= bridge_pause_get_cooling_since (self));

  *earliest = stands ? bridge_pause_get_return_at (self) : since + BRIDGE_PAUSE_MINUTES_MIN * MINUTE;
  *latest = MAX (since + DAY, *earliest);
}

/**
 * bridge_pause_state_get_earliest_day:
 * @self: a pause
 * @now: the present, UTC ms
 * @solo: one person is here
 *
 * Tells before when another day cannot be chosen: no pause is made shorter by it, and of two, one alone cannot bring a day
 * nearer that stands, nor one that was interrupted by a new time to calm down. A day further away than any can be chosen is of
 * a clock that was put right since, and binds nobody.
 *
 * Returns: UTC ms; 0: from now on
 */
gint64
bridge_pause_state_get_earliest_day (BridgePause *self,
                                     gint64       now,
                                     gboolean     solo)
{
  BridgePauseState state;
  gint64 day = 0;

  g_return_val_if_fail (BRIDGE_IS_PAUSE (self), 0);

  state = bridge_pause_get_state (self);
  if (state == BRIDGE_PAUSE_ANOTHER_DAY)
    day = bridge_pause_get_return_at (self);
  else if ((state == BRIDGE_PAUSE_COOLING || state == BRIDGE_PAUSE_RETURN) &&
           bridge_pause_get_interrupted (self) == BRIDGE_PAUSE_ANOTHER_DAY)
    day = bridge_pause_get_interrupted_return_at (self);
  if (solo || day > now + BRIDGE_PAUSE_ANOTHER_DAY_DAYS_MAX * DAY)
    day = 0;
  return state == BRIDGE_PAUSE_COOLING ? MAX (day, bridge_pause_get_return_at (self)) : day;
}

/**
 * bridge_pause_state_can_change_topic:
 * @self: a pause
 *
 * Returns: whether the topic of the talk is still open: before the first turn, or where none was chosen. Afterwards one of the
 *   two would take away what the other one is speaking about
 */
gboolean
bridge_pause_state_can_change_topic (BridgePause *self)
{
  g_return_val_if_fail (BRIDGE_IS_PAUSE (self), FALSE);

  return bridge_pause_get_state (self) == BRIDGE_PAUSE_RE_ENTRY &&
         (bridge_pause_get_turn (self) == 0 || *bridge_pause_get_topic (self) == '\0');
}

/**
 * bridge_pause_state_can_take_back:
 * @self: a pause
 * @now: the present, UTC ms
 *
 * Returns: whether it was called so recently that it can be taken back as a mistake
 */
gboolean
bridge_pause_state_can_take_back (BridgePause *self,
                                  gint64       now)
{
  g_return_val_if_fail (BRIDGE_IS_PAUSE (self), FALSE);

  return bridge_pause_get_state (self) == BRIDGE_PAUSE_COOLING && !bridge_pause_get_extended (self) &&
         now >= bridge_pause_get_cooling_since (self) &&
         now - bridge_pause_get_cooling_since (self) <= BRIDGE_PAUSE_TAKE_BACK_SECONDS * SECOND;
}

/**
 * bridge_pause_state_get_turn_left:
 * @self: a pause
 * @now: the present, UTC ms
 *
 * Returns: what is left of the turn, ms; 0: its time is over, or none has begun. Nobody is cut off by it
 */
gint64
bridge_pause_state_get_turn_left (BridgePause *self,
                                  gint64       now)
{
  const gint64 whole = BRIDGE_PAUSE_TURN_SECONDS * SECOND;

  g_return_val_if_fail (BRIDGE_IS_PAUSE (self), 0);

  if (bridge_pause_get_turn (self) == 0)
    return 0;
  return CLAMP (bridge_pause_get_turn_started_at (self) + whole - now, 0, whole);
}

/**
 * bridge_pause_state_get_reason:
 *
 * Returns: (transfer none): why a pause lasts twenty minutes at the least, in a sentence, translated
 */
const char *
bridge_pause_state_get_reason (void)
{
  return _("Twenty minutes is what a laboratory study of couples found bodies need to calm; longer is fine.");
}

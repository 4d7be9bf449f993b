/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/* Registered by hand so that the nicks, which are what the database, the CLI and JSON use, stay stable. */

typedef enum {
  BRIDGE_RITUAL_DRAFT,    /* "draft" */
  BRIDGE_RITUAL_PROPOSED, /* "proposed" */
  BRIDGE_RITUAL_AGREED,   /* "agreed" */
  BRIDGE_RITUAL_RESTING,  /* "resting" */
  BRIDGE_RITUAL_ENDED,    /* "ended" */
} BridgeRitualState;

typedef enum {
  BRIDGE_OUTCOME_NONE,      /* "none": nothing recorded, which is no failing */
  BRIDGE_OUTCOME_KEPT,      /* "kept" */
  BRIDGE_OUTCOME_SMALLER,   /* "smaller": kept in its smaller version */
  BRIDGE_OUTCOME_NOT_TODAY, /* "not-today" */
} BridgeOutcome;

typedef enum {
  BRIDGE_REMINDER_PENDING,   /* "pending": claimed, not handed over yet */
  BRIDGE_REMINDER_SHOWN,     /* "shown" */
  BRIDGE_REMINDER_SNOOZED,   /* "snoozed" */
  BRIDGE_REMINDER_ANSWERED,  /* "answered" */
  BRIDGE_REMINDER_FOLDED,    /* "folded" into a digest */
  BRIDGE_REMINDER_WITHDRAWN, /* "withdrawn" */
} BridgeReminderState;

typedef enum {
  BRIDGE_WIN_OTHER,           /* "other" */
  BRIDGE_WIN_SHOWING_UP,      /* "showing-up" */
  BRIDGE_WIN_LISTENING,       /* "listening" */
  BRIDGE_WIN_REPAIR,          /* "repair": apology and repair */
  BRIDGE_WIN_LAUGHTER,        /* "laughter" */
  BRIDGE_WIN_CALM_TALK,       /* "calm-talk" */
  BRIDGE_WIN_TENDERNESS,      /* "tenderness" */
  BRIDGE_WIN_SHARED_ACTIVITY, /* "shared-activity" */
  BRIDGE_WIN_BOUNDARY_KEPT,   /* "boundary-kept" */
  BRIDGE_WIN_MILESTONE,       /* "milestone": one was reached; made by that, not chosen */
} BridgeWinKind;

typedef enum {
  BRIDGE_HOURS_QUIET,  /* "quiet": reminders wait until they end */
  BRIDGE_HOURS_STRESS, /* "stress": a stress peak, nothing should be planned */
} BridgeHoursKind;

typedef enum {
  BRIDGE_ABSENCE_AWAY,   /* "away" */
  BRIDGE_ABSENCE_UNWELL, /* "unwell" */
} BridgeAbsenceKind;

typedef enum {
  BRIDGE_PROMISE_OPEN,   /* "open": re-agreed ones, too, with their new date */
  BRIDGE_PROMISE_KEPT,   /* "kept" */
  BRIDGE_PROMISE_LET_GO, /* "let-go" */
} BridgePromiseState;

typedef enum {
  BRIDGE_PROMISE_FREE,  /* "free" */
  BRIDGE_PROMISE_TOPIC, /* "topic": "I will come back to this" */
} BridgePromiseAbout;

typedef enum {
  BRIDGE_PAUSE_COOLING,     /* "cooling" */
  BRIDGE_PAUSE_RETURN,      /* "return": it is time to ask "ready?" */
  BRIDGE_PAUSE_ANOTHER_DAY, /* "another-day" */
  BRIDGE_PAUSE_RE_ENTRY,    /* "re-entry": the gentle talk */
  BRIDGE_PAUSE_RECOVERY,    /* "recovery" */
  BRIDGE_PAUSE_REVIEW,      /* "review" */
  BRIDGE_PAUSE_CLOSED,      /* "closed" */
} BridgePauseState;

typedef enum {
  BRIDGE_READINESS_NONE,        /* "none": no answer */
  BRIDGE_READINESS_READY,       /* "ready" */
  BRIDGE_READINESS_LONGER,      /* "longer" */
  BRIDGE_READINESS_ANOTHER_DAY, /* "another-day" */
} BridgeReadiness;

typedef enum {
  BRIDGE_PAUSE_ASK_READY, /* "ready": to talk again */
  BRIDGE_PAUSE_ASK_OVER,  /* "over": to end the recovery window early; the answer is ready */
} BridgePauseQuestion;

/* What a boundary is about. What matters in a hard moment comes first, and is listed first. */
typedef enum {
  BRIDGE_BOUNDARY_PAUSE_RULE,     /* "pause-rule": how a time-out goes */
  BRIDGE_BOUNDARY_QUIET,          /* "quiet": what silence means */
  BRIDGE_BOUNDARY_NO_TALK_HOURS,  /* "no-talk-hours": no hard talks after a set hour */
  BRIDGE_BOUNDARY_LATER_TOPIC,    /* "later-topic": a topic left for later */
  BRIDGE_BOUNDARY_PHONES,         /* "phones" */
  BRIDGE_BOUNDARY_FAMILY,         /* "family" */
  BRIDGE_BOUNDARY_PRIVACY,        /* "privacy": of messages and papers */
  BRIDGE_BOUNDARY_TIME_ALONE,     /* "time-alone" */
  BRIDGE_BOUNDARY_PERSONAL_LIMIT, /* "personal-limit": always its holder's alone */
  BRIDGE_BOUNDARY_PHRASE,         /* "phrase": a sentence that means something, always shared */
  BRIDGE_BOUNDARY_OTHER,          /* "other" */
} BridgeBoundaryKind;

typedef enum {
  BRIDGE_BOUNDARY_PROPOSED, /* "proposed": nothing of it is in force yet */
  BRIDGE_BOUNDARY_AGREED,   /* "agreed": its current revision is in force */
  BRIDGE_BOUNDARY_ENDED,    /* "ended" */
} BridgeBoundaryState;

/* What a phrase is for. */
typedef enum {
  BRIDGE_PHRASE_NONE,         /* "none": it is no phrase */
  BRIDGE_PHRASE_STEPPING_OUT, /* "stepping-out" */
  BRIDGE_PHRASE_COMING_BACK,  /* "coming-back" */
  BRIDGE_PHRASE_REPAIRING,    /* "repairing" */
  BRIDGE_PHRASE_INVITING,     /* "inviting" */
} BridgePhraseUse;

/* What is reminded of though it is no ritual. */
typedef enum {
  BRIDGE_SUBJECT_PROMISE,  /* "promise" */
  BRIDGE_SUBJECT_BOUNDARY, /* "boundary": its review date */
  BRIDGE_SUBJECT_PAUSE,    /* "pause": its return, its follow-up, its review */
  BRIDGE_SUBJECT_MILESTONE, /* "milestone": the day to come back to it */
  BRIDGE_SUBJECT_CARE,     /* "care": the day to look at a plan for oneself */
  BRIDGE_SUBJECT_REVIEW,   /* "review": the day of the next one, where no ritual says it; known by the one before it */
} BridgeSubject;

/* Whether the desktop lets the service go on in the background. */
typedef enum {
  BRIDGE_BACKGROUND_UNKNOWN,     /* "unknown": not asked */
  BRIDGE_BACKGROUND_ALLOWED,     /* "allowed": and it is started at log-in */
  BRIDGE_BACKGROUND_ONCE_OPENED, /* "once-opened": allowed, but not started at log-in */
  BRIDGE_BACKGROUND_REFUSED,     /* "refused" */
} BridgeBackground;

/* What one proposes to the other. */
typedef enum {
  BRIDGE_INVITATION_RITUAL,       /* "ritual": a new one, or a change to one */
  BRIDGE_INVITATION_MOMENT,       /* "moment": something done once */
  BRIDGE_INVITATION_BOUNDARY,     /* "boundary": a new one, or a change to one */
  BRIDGE_INVITATION_CONVERSATION, /* "conversation" */
  BRIDGE_INVITATION_CHECK_IN,     /* "check-in": both open theirs at the same time */
  BRIDGE_INVITATION_PROMISE,      /* "promise": one of both, or another date of it */
  BRIDGE_INVITATION_MILESTONE,    /* "milestone": one of both, or more of it */
} BridgeInvitationSubject;

typedef enum {
  BRIDGE_INVITATION_OPEN,         /* "open": waits for the first answer */
  BRIDGE_INVITATION_ANOTHER_TIME, /* "another-time": waits for the one who did not name the date */
  BRIDGE_INVITATION_AGREED,       /* "agreed" */
  BRIDGE_INVITATION_NOT_NOW,      /* "not-now" */
  BRIDGE_INVITATION_WITHDRAWN,    /* "withdrawn" */
} BridgeInvitationState;

/* What becomes of an invitation: the first three are answers. */
typedef enum {
  BRIDGE_INVITATION_SAY_YES,          /* "yes" */
  BRIDGE_INVITATION_SAY_ANOTHER_TIME, /* "another-time" */
  BRIDGE_INVITATION_SAY_NOT_NOW,      /* "not-now" */
  BRIDGE_INVITATION_WITHDRAW,         /* "withdraw": by whoever waits for the answer */
  BRIDGE_INVITATION_COME_UP_AGAIN,    /* "come-up-again": the same is to be proposed once more */
} BridgeInvitationEvent;

/* What a milestone is counted from. */
typedef enum {
  BRIDGE_MILESTONE_FROM_NOTHING,  /* "open": it is reached when somebody says so */
  BRIDGE_MILESTONE_FROM_RITUALS,  /* "rituals": kept moments of some */
  BRIDGE_MILESTONE_FROM_WINS,     /* "wins": small wins, of a kind or of any */
  BRIDGE_MILESTONE_FROM_PROMISES, /* "promises": kept, or re-agreed together */
  BRIDGE_MILESTONE_FROM_TALKS,    /* "talks": pauses that ended in a talk */
  BRIDGE_MILESTONE_FROM_WEEKS,    /* "weeks": since a day */
} BridgeMilestoneSource;

typedef enum {
  BRIDGE_MILESTONE_OPEN,    /* "open" */
  BRIDGE_MILESTONE_RESTING, /* "resting" */
  BRIDGE_MILESTONE_REACHED, /* "reached" */
} BridgeMilestoneState;

typedef enum {
  BRIDGE_MILESTONE_RESHAPE, /* "reshape" */
  BRIDGE_MILESTONE_REVISIT, /* "revisit": looked at, with another day to come back to it */
  BRIDGE_MILESTONE_REST,    /* "rest" */
  BRIDGE_MILESTONE_RESUME,  /* "resume" */
  BRIDGE_MILESTONE_REACH,   /* "reach" */
  BRIDGE_MILESTONE_REOPEN,  /* "reopen" */
} BridgeMilestoneEvent;

#define BRIDGE_N_MILESTONE_EVENTS (BRIDGE_MILESTONE_REOPEN + 1)

typedef enum {
  BRIDGE_SCALE_MOOD,      /* "mood" */
  BRIDGE_SCALE_ENERGY,    /* "energy" */
  BRIDGE_SCALE_CLOSENESS, /* "closeness" */
  BRIDGE_SCALE_TALKING,   /* "talking": how it went */
  BRIDGE_SCALE_SAFETY,    /* "safety": in private spaces only */
} BridgeScale;

#define BRIDGE_N_SCALES (BRIDGE_SCALE_SAFETY + 1)
#define BRIDGE_SCALE_MAX 5

typedef enum {
  BRIDGE_ROUND_WAITING, /* "waiting": for both to be ready */
  BRIDGE_ROUND_OPENED,  /* "opened": both see both */
} BridgeRoundState;

/* How far a weekly review is. */
typedef enum {
  BRIDGE_REVIEW_APPRECIATIONS, /* "appreciations" */
  BRIDGE_REVIEW_WENT_RIGHT,    /* "went-right" */
  BRIDGE_REVIEW_ISSUE,         /* "issue": one at most; left out in a recovery window */
  BRIDGE_REVIEW_NEXT_WEEK,     /* "next-week": a wish each, and the plan */
  BRIDGE_REVIEW_DONE,          /* "done" */
} BridgeReviewState;

typedef enum {
  BRIDGE_PART_APPRECIATION, /* "appreciation" */
  BRIDGE_PART_WENT_RIGHT,   /* "went-right" */
  BRIDGE_PART_ISSUE,        /* "issue" */
  BRIDGE_PART_WISH,         /* "wish" */
  BRIDGE_PART_PLAN,         /* "plan" */
} BridgeReviewPart;

/* What is shared by turns. */
typedef enum {
  BRIDGE_DUTY_LEAD,  /* "lead": the weekly review */
  BRIDGE_DUTY_PLAN,  /* "plan": next week */
  BRIDGE_DUTY_TOPIC, /* "topic": to bring one */
} BridgeDuty;

#define BRIDGE_N_DUTIES (BRIDGE_DUTY_TOPIC + 1)

typedef enum {
  BRIDGE_MEANING_HOBBY, /* "hobby" */
  BRIDGE_MEANING_VALUE, /* "value" */
  BRIDGE_MEANING_HOPE,  /* "hope" */
} BridgeMeaningKind;

typedef enum {
  BRIDGE_MEANING_ONCE,   /* "once": enjoyed before */
  BRIDGE_MEANING_TO_TRY, /* "to-try" */
} BridgeMeaningTense;

typedef enum {
  BRIDGE_CARE_SLEEP,     /* "sleep" */
  BRIDGE_CARE_FOOD,      /* "food" */
  BRIDGE_CARE_MOVEMENT,  /* "movement" */
  BRIDGE_CARE_STRESS,    /* "stress" */
  BRIDGE_CARE_FRIENDS,   /* "friends": one's own */
  BRIDGE_CARE_INTERESTS, /* "interests": one's own */
} BridgeCareArea;

#define BRIDGE_TYPE_RITUAL_STATE (bridge_ritual_state_get_type ())
#define BRIDGE_TYPE_OUTCOME (bridge_outcome_get_type ())
#define BRIDGE_TYPE_REMINDER_STATE (bridge_reminder_state_get_type ())
#define BRIDGE_TYPE_WIN_KIND (bridge_win_kind_get_type ())
#define BRIDGE_TYPE_HOURS_KIND (bridge_hours_kind_get_type ())
#define BRIDGE_TYPE_ABSENCE_KIND (bridge_absence_kind_get_type ())
#define BRIDGE_TYPE_PROMISE_STATE (bridge_promise_state_get_type ())
#define BRIDGE_TYPE_PROMISE_ABOUT (bridge_promise_about_get_type ())
#define BRIDGE_TYPE_SUBJECT (bridge_subject_get_type ())
#define BRIDGE_TYPE_INVITATION_SUBJECT (bridge_invitation_subject_get_type ())
#define BRIDGE_TYPE_INVITATION_STATE (bridge_invitation_state_get_type ())
#define BRIDGE_TYPE_INVITATION_EVENT (bridge_invitation_event_get_type ())
#define BRIDGE_TYPE_BACKGROUND (bridge_background_get_type ())
#define BRIDGE_TYPE_PAUSE_STATE (bridge_pause_state_get_type ())
#define BRIDGE_TYPE_READINESS (bridge_readiness_get_type ())
#define BRIDGE_TYPE_PAUSE_QUESTION (bridge_pause_question_get_type ())
#define BRIDGE_TYPE_BOUNDARY_KIND (bridge_boundary_kind_get_type ())
#define BRIDGE_TYPE_BOUNDARY_STATE (bridge_boundary_state_get_type ())
#define BRIDGE_TYPE_PHRASE_USE (bridge_phrase_use_get_type ())
#define BRIDGE_TYPE_MILESTONE_SOURCE (bridge_milestone_source_get_type ())
#define BRIDGE_TYPE_MILESTONE_STATE (bridge_milestone_state_get_type ())
#define BRIDGE_TYPE_MILESTONE_EVENT (bridge_milestone_event_get_type ())
#define BRIDGE_TYPE_SCALE (bridge_scale_get_type ())
#define BRIDGE_TYPE_ROUND_STATE (bridge_round_state_get_type ())
#define BRIDGE_TYPE_REVIEW_STATE (bridge_review_state_get_type ())
#define BRIDGE_TYPE_REVIEW_PART (bridge_review_part_get_type ())
#define BRIDGE_TYPE_DUTY (bridge_duty_get_type ())
#define BRIDGE_TYPE_MEANING_KIND (bridge_meaning_kind_get_type ())
#define BRIDGE_TYPE_MEANING_TENSE (bridge_meaning_tense_get_type ())
#define BRIDGE_TYPE_CARE_AREA (bridge_care_area_get_type ())
GType bridge_ritual_state_get_type (void);
GType bridge_hours_kind_get_type (void);
GType bridge_absence_kind_get_type (void);
GType bridge_promise_state_get_type (void);
GType bridge_promise_about_get_type (void);
GType bridge_subject_get_type (void);
GType bridge_background_get_type (void);
GType bridge_boundary_kind_get_type (void);
GType bridge_boundary_state_get_type (void);
GType bridge_phrase_use_get_type (void);
GType bridge_invitation_subject_get_type (void);
GType bridge_invitation_state_get_type (void);
GType bridge_invitation_event_get_type (void);
GType bridge_outcome_get_type (void);
GType bridge_reminder_state_get_type (void);
GType bridge_win_kind_get_type (void);
GType bridge_pause_state_get_type (void);
GType bridge_readiness_get_type (void);
GType bridge_pause_question_get_type (void);
GType bridge_milestone_source_get_type (void);
GType bridge_milestone_state_get_type (void);
GType bridge_milestone_event_get_type (void);
GType bridge_scale_get_type (void);
GType bridge_round_state_get_type (void);
GType bridge_review_state_get_type (void);
GType bridge_review_part_get_type (void);
GType bridge_duty_get_type (void);
GType bridge_meaning_kind_get_type (void);
GType bridge_meaning_tense_get_type (void);
GType bridge_care_area_get_type (void);

const char *bridge_enum_to_nick (GType type, int value);
/* INVALID_VALUE, lists the choices */
gboolean bridge_enum_from_nick (GType type, const char *nick, int *value, GError **error);

/* The words people read, translated: "Agreed", "We did it", "A calm talk"… (static) */
const char *bridge_ritual_state_get_label (BridgeRitualState state);
const char *bridge_outcome_get_label (BridgeOutcome outcome);
gboolean bridge_outcome_is_kept (BridgeOutcome outcome);
const char *bridge_promise_state_get_label (BridgePromiseState state);
const char *bridge_win_kind_get_label (BridgeWinKind kind);
const char *bridge_pause_state_get_label (BridgePauseState state);
const char *bridge_scale_get_label (BridgeScale scale);
/* of 1 (least) to BRIDGE_SCALE_MAX */
const char *bridge_scale_get_word (BridgeScale scale, int step);
const char *bridge_meaning_kind_get_label (BridgeMeaningKind kind);
const char *bridge_care_area_get_label (BridgeCareArea area);

G_END_DECLS

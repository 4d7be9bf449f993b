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

const char *bridge_enum_to_nick (GType type, int value);
/* INVALID_VALUE, lists the choices */
gboolean bridge_enum_from_nick (GType type, const char *nick, int *value, GError **error);

/* The words people read, translated: "Agreed", "We did it", "A calm talk"… (static) */
const char *bridge_ritual_state_get_label (BridgeRitualState state);
const char *bridge_outcome_get_label (BridgeOutcome outcome);
const char *bridge_promise_state_get_label (BridgePromiseState state);
const char *bridge_win_kind_get_label (BridgeWinKind kind);
const char *bridge_pause_state_get_label (BridgePauseState state);

G_END_DECLS

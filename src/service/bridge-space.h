/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "bridge-clock.h"
#include "bridge-ritual-change.h"
#include "bridge-store.h"

G_BEGIN_DECLS

/**
 * BridgeSpace:
 *
 * Everything the two keep: the façade that every front end uses. Commands check, commit in one transaction,
 * can be undone, and emit "changed". A change by another process is noticed (file monitor, data_version) and
 * emits "changed" too.
 *
 * Properties: folder s; read-only b; read-only-reason s; set-up b (somebody has a name); solo b;
 * reminders-on b and show-titles b (stored in the space, notify on outside changes; set with bridge_space_set_…);
 * speaker BridgePerson (who is speaking in this process: "me" until another one is set; never stored);
 * background BridgeBackground (what the desktop answered); undo-label s (what Undo would take back, as a toast says it:
 * "Win removed"; NULL: nothing); can-redo b.
 *
 * Signal "changed" (BridgeKinds kinds, gboolean from_outside).
 * Signal "gone": its file was erased, or another one put in its place. Whoever has the space lets go of it, later than in
 * the handler.
 */
#define BRIDGE_TYPE_SPACE (bridge_space_get_type ())
G_DECLARE_FINAL_TYPE (BridgeSpace, bridge_space, BRIDGE, SPACE, GObject)

typedef enum {
  BRIDGE_KIND_PERSONS = 1 << 0,
  BRIDGE_KIND_RITUALS = 1 << 1,
  BRIDGE_KIND_OCCURRENCES = 1 << 2,
  BRIDGE_KIND_REMINDERS = 1 << 3,
  BRIDGE_KIND_WINS = 1 << 4,
  BRIDGE_KIND_SETTINGS = 1 << 5,
  BRIDGE_KIND_HOURS = 1 << 6,    /* quiet hours and stress peaks */
  BRIDGE_KIND_ABSENCES = 1 << 7,
  BRIDGE_KIND_INVITATIONS = 1 << 8,
  BRIDGE_KIND_BOUNDARIES = 1 << 9,  /* and their revisions, and who agreed */
  BRIDGE_KIND_PAUSES = 1 << 10,
  BRIDGE_KIND_PROMISES = 1 << 11,
  BRIDGE_KIND_PRIVATE = 1 << 12,    /* private spaces, and words shared out of them */
  BRIDGE_KIND_SOOTHING = 1 << 13,
  BRIDGE_KIND_MILESTONES = 1 << 14, /* and what became of them */
  BRIDGE_KIND_CHECK_INS = 1 << 15,  /* that are shown to both, or will be */
  BRIDGE_KIND_REVIEWS = 1 << 16,    /* and whose turn it is */
  BRIDGE_KIND_MEANINGS = 1 << 17,
  BRIDGE_KIND_CARES = 1 << 18,
  BRIDGE_KIND_ALL = (1 << 19) - 1,
} BridgeKinds;

/* Opening */
/* FOOTBRIDGE_DATA_DIR, else $XDG_DATA_HOME/footbridge */
char *bridge_space_dup_default_folder (void);
BridgeSpace *bridge_space_open (const char *folder, BridgeClock *clock, GError **error);
const char *bridge_space_get_folder (BridgeSpace *self);
BridgeClock *bridge_space_get_clock (BridgeSpace *self);            /* (transfer none) */
BridgeDatabase *bridge_space_get_database (BridgeSpace *self);      /* (transfer none) for service files only */
gboolean bridge_space_get_read_only (BridgeSpace *self);
const char *bridge_space_get_read_only_reason (BridgeSpace *self);
gboolean bridge_space_refresh (BridgeSpace *self);                  /* TRUE: another process had changed something */
/* the clock wakes at @at (UTC ms) too, once; BRIDGE_NEVER takes it back */
void bridge_space_set_alarm (BridgeSpace *self, gpointer owner, gint64 at);
gboolean bridge_space_check (BridgeSpace *self, GStrv *problems, GError **error);

/* Persons */
GListModel *bridge_space_get_persons (BridgeSpace *self);           /* (transfer none) BridgePerson, "me" first */
BridgePerson *bridge_space_get_me (BridgeSpace *self);              /* (transfer none) (nullable) */
BridgePerson *bridge_space_get_partner (BridgeSpace *self);         /* (transfer none) (nullable) */
BridgePerson *bridge_space_find_person (BridgeSpace *self, const char *id); /* (transfer none) (nullable) */
/* (transfer none) (nullable) who is speaking here: nobody before there is a person */
BridgePerson *bridge_space_get_speaker (BridgeSpace *self);
/* NOT_FOUND */
gboolean bridge_space_set_speaker (BridgeSpace *self, const char *id, GError **error);
/* (transfer none) (nullable) the one who is not speaking; solo: nobody */
BridgePerson *bridge_space_get_listener (BridgeSpace *self);
/* STATE when set up already */
gboolean bridge_space_set_up (BridgeSpace *self, const char *me, const char *partner, GError **error);
gboolean bridge_space_add_partner (BridgeSpace *self, const char *name, GError **error);
/* STATE when alone; @take_name: not even the name stays */
gboolean bridge_space_leave (BridgeSpace *self, const char *id, gboolean take_name, GError **error);
/* (transfer full) (nullable) also of somebody who left and let the name stay */
char *bridge_space_dup_name (BridgeSpace *self, const char *id);
/* (transfer full) the name, or what stands in its place */
char *bridge_space_dup_called (BridgeSpace *self, const char *id, gboolean begins);
gboolean bridge_space_rename_person (BridgeSpace *self, const char *id, const char *name, GError **error);
/* @colour: 0 – 5 */
gboolean bridge_space_recolour_person (BridgeSpace *self, const char *id, int colour, GError **error);

/* Settings of the space */
gboolean bridge_space_get_reminders_on (BridgeSpace *self);         /* FALSE until switched on (first run does) */
gboolean bridge_space_set_reminders_on (BridgeSpace *self, gboolean on, GError **error);
gboolean bridge_space_get_show_titles (BridgeSpace *self);
gboolean bridge_space_set_show_titles (BridgeSpace *self, gboolean show, GError **error);

BridgeBackground bridge_space_get_background (BridgeSpace *self);
gboolean bridge_space_set_background (BridgeSpace *self, BridgeBackground answer, GError **error);

/* Around life: quiet hours and stress peaks, entered once. Given objects are copies that the command takes over. */
/* (transfer none) BridgeHours, live; quiet ones first, then by time of the day */
GListModel *bridge_space_get_hours (BridgeSpace *self);
/* (transfer full) NOT_FOUND, AMBIGUOUS */
BridgeHours *bridge_space_find_hours (BridgeSpace *self, const char *id_or_prefix, GError **error);
/* (transfer full) as stored; INVALID_VALUE also when the whole week would be quiet, STATE when there just so */
BridgeHours *bridge_space_add_hours (BridgeSpace *self, BridgeHours *hours, GError **error);
gboolean bridge_space_update_hours (BridgeSpace *self, BridgeHours *edited, GError **error);
gboolean bridge_space_remove_hours (BridgeSpace *self, const char *id, GError **error);                /* soft */

/* Days away or unwell: everything that needs the absent one rests */
/* (transfer none) BridgeAbsence, live, by first day; past ones too */
GListModel *bridge_space_get_absences (BridgeSpace *self);
GListModel *bridge_space_get_milestones (BridgeSpace *self);        /* (transfer none) BridgeMilestone, reached ones last */
GListModel *bridge_space_get_meanings (BridgeSpace *self);          /* (transfer none) BridgeMeaning, by kind */
GListModel *bridge_space_get_cares (BridgeSpace *self);             /* (transfer none) BridgeCare, by person */
/* (transfer full) */
BridgeAbsence *bridge_space_find_absence (BridgeSpace *self, const char *id_or_prefix, GError **error);
/* (transfer none) (nullable) the one that covers today, of both before of one */
BridgeAbsence *bridge_space_get_absence_now (BridgeSpace *self);
/* (transfer full) as stored; STATE when noted just so */
BridgeAbsence *bridge_space_add_absence (BridgeSpace *self, BridgeAbsence *absence, GError **error);
gboolean bridge_space_update_absence (BridgeSpace *self, BridgeAbsence *edited, GError **error);
/* back today, for which one that began today has no day left; one that begins later is removed; STATE: over already */
gboolean bridge_space_end_absence (BridgeSpace *self, const char *id, GError **error);
gboolean bridge_space_remove_absence (BridgeSpace *self, const char *id, GError **error);              /* soft */
/* @who: of a ritual, (nullable) both */
gboolean bridge_space_is_away (BridgeSpace *self, const char *who, BridgeLocal here_local);

/* Rituals. Given rituals are copies that the command takes over the values of; ids and stamps are the command's. */
GListModel *bridge_space_get_rituals (BridgeSpace *self);           /* (transfer none) BridgeRitual, live */
/* (transfer full) NOT_FOUND, AMBIGUOUS */
BridgeRitual *bridge_space_find_ritual (BridgeSpace *self, const char *id_or_prefix, GError **error);
/* (transfer full) as stored */
BridgeRitual *bridge_space_add_ritual (BridgeSpace *self, BridgeRitual *ritual, GError **error);
/* It is the other one's own: to be looked at, and that is all. Solo: never */
gboolean bridge_space_is_others_own (BridgeSpace *self, BridgeRitual *ritual);
/* by its id; a changed schedule counts from now on */
gboolean bridge_space_update_ritual (BridgeSpace *self, BridgeRitual *edited, GError **error);
gboolean bridge_space_change_ritual_state (BridgeSpace *self, const char *id, BridgeRitualEvent event,
                                           BridgeLocal rest_until, GError **error);
gboolean bridge_space_swap_lead (BridgeSpace *self, const char *id, GError **error);
gboolean bridge_space_may_remove_ritual (BridgeSpace *self, BridgeRitual *ritual); /* is no record of both taken with it? */
gboolean bridge_space_remove_ritual (BridgeSpace *self, const char *id, GError **error);              /* soft */

/* Boundaries: shared ones, which need a yes of both and which either may end, and limits, which are their holder's alone.
 * The author is whoever is speaking. */
/* (transfer none) BridgeBoundary, live, by kind: how a pause goes and what quiet means come first; ended ones, too */
GListModel *bridge_space_get_boundaries (BridgeSpace *self);
/* (transfer full) NOT_FOUND, AMBIGUOUS */
BridgeBoundary *bridge_space_find_boundary (BridgeSpace *self, const char *id_or_prefix, GError **error);
/* what the one who is speaking is to it, and whether the other one would have to agree to other words */
BridgeBoundaryRole bridge_space_get_boundary_role (BridgeSpace *self, BridgeBoundary *boundary);
gboolean bridge_space_needs_yes (BridgeSpace *self, BridgeBoundary *boundary);
gboolean bridge_space_shows_agreements (BridgeSpace *self, BridgeBoundary *boundary, BridgeRevision *revision);
/* (transfer full) its kind, use, holder and template; in force at once, or proposed. @review_on: BRIDGE_LOCAL_NONE: no day */
BridgeBoundary *bridge_space_add_boundary (BridgeSpace *self, BridgeBoundary *boundary, const char *text,
                                           BridgeLocal review_on, GError **error);
/* other words, another day, or an ended one brought back: in force at once, or proposed. @id may be shortened. */
gboolean bridge_space_revise_boundary (BridgeSpace *self, const char *id, const char *text, BridgeLocal review_on,
                                       GError **error);
/* yes to what is proposed; for good, so Undo does not offer it */
gboolean bridge_space_agree_boundary (BridgeSpace *self, const char *id, GError **error);
gboolean bridge_space_withdraw_boundary (BridgeSpace *self, const char *id, GError **error);
/* (transfer none) (nullable) the invitation to agree to what is proposed, which may also be answered otherwise */
BridgeInvitation *bridge_space_find_boundary_invitation (BridgeSpace *self, BridgeBoundary *boundary);
gboolean bridge_space_end_boundary (BridgeSpace *self, const char *id, GError **error);
/* of a shared one a sooner day, without asking; STATE: a later one is for both, so it is proposed by revising */
gboolean bridge_space_set_boundary_review (BridgeSpace *self, const char *id, BridgeLocal review_on, GError **error);
/* (transfer full) of BridgeRevision, the first one first, with the one that is proposed */
GPtrArray *bridge_space_list_revisions (BridgeSpace *self, const char *id, GError **error);
/* Invitations, from the speaker to the listener. Solo there are none (STATE), only decisions. */
/* (transfer none) BridgeInvitation, live, in the order they were made; answered ones too */
GListModel *bridge_space_get_invitations (BridgeSpace *self);
/* (transfer full) NOT_FOUND, AMBIGUOUS */
BridgeInvitation *bridge_space_find_invitation (BridgeSpace *self, const char *id_or_prefix, GError **error);
/* (transfer none) (nullable) the one about it that waits for an answer */
BridgeInvitation *bridge_space_find_waiting (BridgeSpace *self, BridgeInvitationSubject subject, const char *subject_id);
/* (transfer none) (nullable) the one to another time of a moment, by its original start, that waits for an answer */
BridgeInvitation *bridge_space_find_waiting_move (BridgeSpace *self, const char *ritual_id, BridgeLocal start);
/* So much that one has begun, and that is still to come, waits for the other's answer at most; boundaries apart. */
#define BRIDGE_SPACE_MAX_WAITING 8
/* (transfer full) as stored; STATE: it rests, or it, or too much else, waits for an answer already */
BridgeInvitation *bridge_space_propose (BridgeSpace *self, BridgeInvitationSubject subject, const char *subject_id,
                                        const char *change_json, const char *words, BridgeLocal at, GError **error);
/* yes, another time (@other_time) or not now (@rest_days: 0 none, BRIDGE_INVITATION_REST_DEFAULT); @id may be shortened.
 * STATE, CONFLICT, INVALID_DATE */
gboolean bridge_space_answer_invitation (BridgeSpace *self, const char *id, BridgeInvitationEvent answer,
                                         BridgeLocal other_time, int rest_days, GError **error);
gboolean bridge_space_withdraw_invitation (BridgeSpace *self, const char *id, GError **error);
gboolean bridge_space_withdraw_all_invitations (BridgeSpace *self, const char *person_id, GError **error);
/* (transfer full) */
char *bridge_space_dup_invitation_title (BridgeSpace *self, BridgeInvitation *invitation);
/* (transfer full) (nullable) the ritual or moment a yes would come to */
BridgeRitual *bridge_space_preview_invitation (BridgeSpace *self, BridgeInvitation *invitation, GError **error);
/* What @after (of @before, or new) would ask of the listener; 0: it is the speaker's to decide */
BridgeRitualMore bridge_space_find_more (BridgeSpace *self, BridgeRitual *before, BridgeRitual *after);
/* (transfer full) as stored now: a new one or a draft as proposed, an agreed one as it was. An ended or resting one, too:
 * that it goes on. */
BridgeRitual *bridge_space_propose_ritual (BridgeSpace *self, BridgeRitual *ritual, const char *words, GError **error);
/* (transfer full) something done once: a moment, conversation or check-in */
BridgeInvitation *bridge_space_propose_moment (BridgeSpace *self, BridgeInvitationSubject subject, const char *title,
                                               BridgeLocal at, int minutes, const char *words, GError **error);

/* Occurrences, by name "RITUAL-ID@2026-11-23T19:00" (a ritual id may be shortened) */
/* (transfer full) INVALID_VALUE, NOT_FOUND when the ritual does not have it */
BridgeOccurrence *bridge_space_find_occurrence (BridgeSpace *self, const char *name, GError **error);
/* NONE takes an answer back; SMALLER needs a smaller version. STATE: not agreed, still to come, or the other one's own */
gboolean bridge_space_answer (BridgeSpace *self, const char *name, BridgeOutcome outcome, GError **error);
gboolean bridge_space_may_answer (BridgeSpace *self, BridgeOccurrence *occurrence); /* with its ritual */
/* @to: local in the ritual's frame. STATE: both are in it, so another time is proposed */
gboolean bridge_space_move (BridgeSpace *self, const char *name, BridgeLocal to, GError **error);
/* The same as a proposal; until there is a yes it stays at its time. (transfer full) the invitation as stored */
gboolean bridge_space_move_needs_yes (BridgeSpace *self, BridgeRitual *ritual);
/* of what was left out, or let be with "not today" */
gboolean bridge_space_bring_back_needs_yes (BridgeSpace *self, BridgeOccurrence *occurrence);
/* what was said of a moment, or that it was left out; asks where it needs a yes */
gboolean bridge_space_take_back (BridgeSpace *self, const char *name, GError **error);
BridgeInvitation *bridge_space_propose_move (BridgeSpace *self, const char *name, BridgeLocal to, const char *words,
                                             GError **error);
gboolean bridge_space_leave_out (BridgeSpace *self, const char *name, GError **error);
/* UTC ms, in the future, within 7 days */
gboolean bridge_space_snooze (BridgeSpace *self, const char *name, gint64 until, GError **error);
/* From a notification, where nobody says who they are: it is for whoever it is meant for. */
gboolean bridge_space_answer_notice (BridgeSpace *self, const char *name, BridgeOutcome outcome, GError **error);
gboolean bridge_space_snooze_notice (BridgeSpace *self, const char *name, gint64 until, GError **error);
/* here-local range; sorted by instant; all, answered and left out too */
GPtrArray *bridge_space_list_occurrences (BridgeSpace *self, const char *ritual_id, BridgeLocal from, BridgeLocal to,
                                          GError **error);
/* (transfer full) (nullable) the next unanswered one from now on, any ritual when NULL */
BridgeOccurrence *bridge_space_get_next (BridgeSpace *self, const char *ritual_id, GError **error);
/* (transfer full) BridgePagedList of BridgeOccurrence */
GListModel *bridge_space_list_history (BridgeSpace *self, const char *ritual_id);
gboolean bridge_space_count_kept (BridgeSpace *self, const char *ritual_id, BridgeLocal from, BridgeLocal to,
                                  guint *kept, guint *smaller, GError **error);

/* Reminders */
GPtrArray *bridge_space_list_reminders (BridgeSpace *self, gint64 due_from, guint limit, GError **error);

/* Wins */
/* (transfer full) as stored */
BridgeWin *bridge_space_add_win (BridgeSpace *self, BridgeWin *win, GError **error);
/* (transfer full) */
BridgeWin *bridge_space_find_win (BridgeSpace *self, const char *id_or_prefix, GError **error);
gboolean bridge_space_is_own_win (BridgeSpace *self, BridgeWin *win); /* theirs to change and remove */
gboolean bridge_space_update_win (BridgeSpace *self, BridgeWin *edited, GError **error);
gboolean bridge_space_star_win (BridgeSpace *self, const char *id, gboolean starred, GError **error);
gboolean bridge_space_remove_win (BridgeSpace *self, const char *id, GError **error);                 /* soft */
/* (transfer full) BridgePagedList of BridgeWin; live */
GListModel *bridge_space_list_wins (BridgeSpace *self, const BridgeWinQuery *query);
gboolean bridge_space_count_wins (BridgeSpace *self, BridgeLocal from, BridgeLocal to, guint *n, GError **error);

/* Promises. Given objects are copies that the command takes over. Whoever's it is words it, dates it and says what became of
 * it. One of both either may keep, let go or remove; more of it is proposed, and is a promise once both have said yes. */
/* (transfer none) BridgePromise, live, by date; kept ones and those let go, too */
GListModel *bridge_space_get_promises (BridgeSpace *self);
/* (transfer full) */
BridgePromise *bridge_space_find_promise (BridgeSpace *self, const char *id_or_prefix, GError **error);
/* (transfer full) as stored; STATE: it is the other's to give, or of both and to be proposed */
BridgePromise *bridge_space_add_promise (BridgeSpace *self, BridgePromise *promise, GError **error);
/* does it ask something of the other one, too? @before: (nullable) */
gboolean bridge_space_promise_needs_yes (BridgeSpace *self, BridgePromise *before, BridgePromise *after);
/* (transfer full) of both: a new one, or what one that is there would be. @words: (nullable) */
BridgeInvitation *bridge_space_propose_promise (BridgeSpace *self, BridgePromise *promise, const char *words, GError **error);
/* the words, the date, the reminders; STATE */
gboolean bridge_space_update_promise (BridgeSpace *self, BridgePromise *edited, GError **error);
/* keep, let go, bring back; STATE */
gboolean bridge_space_change_promise (BridgeSpace *self, const char *id, BridgePromiseEvent event, GError **error);
/* another date: local, midnight unless @timed; STATE, INVALID_DATE */
gboolean bridge_space_re_agree_promise (BridgeSpace *self, const char *id, BridgeLocal due, gboolean timed,
                                        GError **error);
gboolean bridge_space_may_remove_promise (BridgeSpace *self, BridgePromise *promise); /* not where two have promised it */
gboolean bridge_space_remove_promise (BridgeSpace *self, const char *id, GError **error);              /* soft; STATE */
/* its reminder comes again then: UTC ms, at the full minute; STATE, INVALID_DATE */
gboolean bridge_space_snooze_promise (BridgeSpace *self, const char *id, gint64 until, GError **error);
/* is it for whoever is speaking to say something about it? */
gboolean bridge_space_is_own_promise (BridgeSpace *self, BridgePromise *promise);
/* is it to be shown to them? Not what the other one alone promised, once its date is past or it was let go. */
gboolean bridge_space_shows_promise (BridgeSpace *self, BridgePromise *promise);
/* Pauses. Undo does not touch them: what a step does concerns both. Every command first looks what another process has
 * done meanwhile; one that finds its step done already is content. STATE: it has no place now (bridge-pause-state.h). */
#define BRIDGE_PAUSE_WORDS_MAX 2000
int bridge_space_get_pause_minutes (BridgeSpace *self);             /* 20 until set: 20 minutes to 24 hours */
gboolean bridge_space_set_pause_minutes (BridgeSpace *self, int minutes, GError **error);
int bridge_space_get_recovery_hours (BridgeSpace *self);            /* 48 until set: 0 to 168 */
gboolean bridge_space_set_recovery_hours (BridgeSpace *self, int hours, GError **error);
/* (transfer none) BridgePause, live, the one called last first; closed ones are the log */
GListModel *bridge_space_get_pauses (BridgeSpace *self);
/* (transfer none) (nullable) the one that is not closed, as it is by now; good until "changed" with PAUSES */
BridgePause *bridge_space_get_pause (BridgeSpace *self);
/* (transfer full) a copy; NOT_FOUND, AMBIGUOUS */
BridgePause *bridge_space_find_pause (BridgeSpace *self, const char *id_or_prefix, GError **error);
/* (transfer full) the pause that runs then; one whose talk is over is closed for it, and its review stays open to words */
BridgePause *bridge_space_call_pause (BridgeSpace *self, GError **error);
/* within its first minute; what it had interrupted goes on */
gboolean bridge_space_take_back_pause (BridgeSpace *self, GError **error);
gboolean bridge_space_set_pause_return (BridgeSpace *self, gint64 at, GError **error);   /* UTC ms, while cooling */
gboolean bridge_space_extend_pause (BridgeSpace *self, GError **error);                  /* "I need longer", once */
gboolean bridge_space_put_off_pause (BridgeSpace *self, gint64 at, GError **error);      /* another day; UTC ms */
/* "ready?" of the speaker; may be changed until both have answered */
gboolean bridge_space_answer_pause (BridgeSpace *self, BridgeReadiness answer, GError **error);
/* whether the speaker's own answer to @question is in; nothing gives the other's */
gboolean bridge_space_has_answered_pause (BridgeSpace *self, BridgePauseQuestion question);
gboolean bridge_space_set_pause_topic (BridgeSpace *self, const char *topic, GError **error);
/* @turn: the one that begins; @first_id: (nullable) who has the odd ones, for the first: the speaker */
gboolean bridge_space_begin_pause_turn (BridgeSpace *self, int turn, const char *first_id, GError **error);
/* (transfer none) (nullable) whose turn it is: nobody's before the first, as alone there are none */
BridgePerson *bridge_space_get_pause_turn (BridgeSpace *self);
gboolean bridge_space_end_pause_talk (BridgeSpace *self, GError **error);
gboolean bridge_space_set_pause_follow_up_time (BridgeSpace *self, gint64 at, GError **error); /* UTC ms */
/* the speaker's, instead of what they had written */
gboolean bridge_space_write_pause_follow_up (BridgeSpace *self, const char *feelings, const char *needs,
                                             const char *next_step, GError **error);
/* (transfer full) BridgePauseFollowUp that the speaker may read: their own; the other's when both are there, or the window
 * is over */
GPtrArray *bridge_space_list_pause_follow_ups (BridgeSpace *self, const char *id, GError **error);
gboolean bridge_space_end_pause_recovery (BridgeSpace *self, GError **error); /* the speaker wants it; both have to */
/* What both have learnt from a pause, written by either; NULL: left as it is */
typedef struct {
  const char *helped;
  const char *hindered;
  const char *lesson;
  const char *changed_plan;
} BridgePauseReview;
/* of the one in review, or of a closed one; of two, STATE for words that would go */
gboolean bridge_space_review_pause (BridgeSpace *self, const char *id, const BridgePauseReview *review, GError **error);
gboolean bridge_space_add_to_pause_review (BridgeSpace *self, const char *id, const BridgePauseReview *review,
                                           GError **error); /* below what is there */
gboolean bridge_space_edit_pause_review (BridgeSpace *self, const char *id, const BridgePauseReview *instead,
                                         const BridgePauseReview *below, GError **error);
gboolean bridge_space_close_pause (BridgeSpace *self, GError **error); /* "let it be" */

/* What soothes: a list for each person, in their own order */
/* (transfer none) BridgeSoothing of both, live */
GListModel *bridge_space_get_soothing (BridgeSpace *self);
/* (transfer full) on the speaker's list, at its end; STATE when it is there */
BridgeSoothing *bridge_space_add_soothing (BridgeSpace *self, const char *text, GError **error);
gboolean bridge_space_change_soothing (BridgeSpace *self, const char *id, const char *text, GError **error);
gboolean bridge_space_move_soothing (BridgeSpace *self, const char *id, int position, GError **error);
gboolean bridge_space_remove_soothing (BridgeSpace *self, const char *id, GError **error);              /* soft */
/* (transfer full) (array zero-terminated) ideas that are not on the speaker's list yet */
GStrv bridge_space_suggest_soothing (BridgeSpace *self);

/* Words shared out of a private space, by the speaker for the listener; they are plain text from then on. No Undo: */
/* (transfer none) BridgeSharedWords, live, of both, newest first */
GListModel *bridge_space_get_shared_words (BridgeSpace *self);
/* (transfer full) as stored; STATE: there is nobody to share with; INVALID_VALUE */
BridgeSharedWords *bridge_space_share_words (BridgeSpace *self, const char *text, GError **error);
/* by the speaker, whom they are for; STATE */
gboolean bridge_space_open_words (BridgeSpace *self, const char *id, GError **error);
/* by their author, before they are opened: deleted, from the backups in the data folder too; STATE */
gboolean bridge_space_take_back_words (BridgeSpace *self, const char *id, GError **error);
/* (transfer full) NOT_FOUND, AMBIGUOUS */
BridgeSharedWords *bridge_space_find_shared_words (BridgeSpace *self, const char *id_or_prefix, GError **error);
gboolean bridge_space_has_private (BridgeSpace *self, const char *person_id);
/* A person's private space, without their passphrase: for good, from the backups in the data folder too */
gboolean bridge_space_erase_private (BridgeSpace *self, const char *person_id, GError **error);
/* (transfer full) (nullable) what the person has to know besides, after words were taken back, a private space was erased,
 * or somebody left: whole sentences, once */
char *bridge_space_steal_note (BridgeSpace *self);

/* Undo and redo of what the speaker did in this process; CONFLICT when it was changed elsewhere meanwhile. */
const char *bridge_space_get_undo_label (BridgeSpace *self);
gboolean bridge_space_can_redo (BridgeSpace *self);
gboolean bridge_space_undo (BridgeSpace *self, GError **error);
gboolean bridge_space_redo (BridgeSpace *self, GError **error);

G_END_DECLS

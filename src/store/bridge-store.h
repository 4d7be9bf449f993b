/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "bridge-absence.h"
#include "bridge-boundary.h"
#include "bridge-database.h"
#include "bridge-hours.h"
#include "bridge-invitation.h"
#include "bridge-occurrence.h"
#include "bridge-one-off.h"
#include "bridge-pause.h"
#include "bridge-pause-answer.h"
#include "bridge-pause-follow-up.h"
#include "bridge-person.h"
#include "bridge-promise.h"
#include "bridge-reminder.h"
#include "bridge-ritual.h"
#include "bridge-soothing.h"
#include "bridge-shared-words.h"
#include "bridge-win.h"

G_BEGIN_DECLS

/* Reading and writing aggregates, one .c file each. Loaders leave out what is removed (deleted-at) unless said
 * otherwise. save_… inserts or updates the whole row by its id, as it is given (stamps too: the caller sets them);
 * callers group saves in begin/commit; a lone save is its own transaction. Arrays own their objects. */

GPtrArray *bridge_store_load_persons (BridgeDatabase *db, GError **error); /* by position */
gboolean bridge_store_save_person (BridgeDatabase *db, BridgePerson *person, GError **error);
/* who has left, too; NULL without error: nobody */
BridgePerson *bridge_store_load_person (BridgeDatabase *db, const char *id, GError **error);

/* The name of somebody who took it along. */
#define BRIDGE_NO_NAME "–"

/* In a transaction. */
gboolean bridge_store_person_leaves (BridgeDatabase *db, const char *id, gboolean take_name, gint64 now, GError **error);
gboolean bridge_store_erase_from_backups (BridgeDatabase *db, const char *id, gboolean take_name, GError **error);

GPtrArray *bridge_store_load_rituals (BridgeDatabase *db, GError **error); /* by title */
/* removed ones too; NOT_FOUND */
BridgeRitual *bridge_store_load_ritual (BridgeDatabase *db, const char *id, GError **error);
gboolean bridge_store_save_ritual (BridgeDatabase *db, BridgeRitual *ritual, GError **error);

/* Occurrence rows exist only where something was recorded. @ritual_id: (nullable): all. Rows whose start or moved-to
 * is in [from, to). */
GPtrArray *bridge_store_load_occurrences (BridgeDatabase *db, const char *ritual_id, BridgeLocal from, BridgeLocal to,
                                          GError **error);
/* NULL without error: no row */
BridgeOccurrence *bridge_store_load_occurrence (BridgeDatabase *db, const char *ritual_id, BridgeLocal start,
                                                GError **error);
/* by (ritual, start) */
gboolean bridge_store_save_occurrence (BridgeDatabase *db, BridgeOccurrence *occurrence, GError **error);
gboolean bridge_store_count_kept (BridgeDatabase *db, const char *ritual_id, BridgeLocal from, BridgeLocal to,
                                  guint *kept, guint *smaller, GError **error);

/* NULL without error: none */
BridgeReminder *bridge_store_load_reminder (BridgeDatabase *db, const char *ritual_id, BridgeLocal start, int lead,
                                            GError **error);
GPtrArray *bridge_store_load_reminders_of (BridgeDatabase *db, const char *ritual_id, BridgeLocal start,
                                           GError **error);
/* by start in [from, to) */
GPtrArray *bridge_store_load_reminders_starting (BridgeDatabase *db, BridgeLocal from, BridgeLocal to, GError **error);
/* pending, shown, snoozed */
GPtrArray *bridge_store_load_reminders_open (BridgeDatabase *db, GError **error);
/* Those of the log, newest first: what was told of later than @told_until, by a clock that was ahead, is left out. */
GPtrArray *bridge_store_load_reminders_since (BridgeDatabase *db, gint64 due_from, gint64 told_until, guint limit,
                                              GError **error);
/* next first */
GPtrArray *bridge_store_load_reminders_told_of (BridgeDatabase *db, gint64 due_from, guint limit, GError **error);
/* newest first */
GPtrArray *bridge_store_load_reminders_shown_since (BridgeDatabase *db, gint64 shown_from, GError **error);
/* by (ritual, start, lead) */
gboolean bridge_store_save_reminder (BridgeDatabase *db, BridgeReminder *reminder, GError **error);
gboolean bridge_store_delete_reminder (BridgeDatabase *db, const char *id, GError **error);

/* quiet ones first, then by time of the day */
GPtrArray *bridge_store_load_hours (BridgeDatabase *db, GError **error);
gboolean bridge_store_save_hours (BridgeDatabase *db, BridgeHours *hours, GError **error);
GPtrArray *bridge_store_load_absences (BridgeDatabase *db, GError **error); /* by first day */
gboolean bridge_store_save_absence (BridgeDatabase *db, BridgeAbsence *absence, GError **error);

GPtrArray *bridge_store_load_promises (BridgeDatabase *db, GError **error); /* by date */
gboolean bridge_store_save_promise (BridgeDatabase *db, BridgePromise *promise, GError **error);
GPtrArray *bridge_store_load_pauses (BridgeDatabase *db, GError **error); /* newest first */
gboolean bridge_store_save_pause (BridgeDatabase *db, BridgePause *pause, GError **error);
GPtrArray *bridge_store_load_pause_answers (BridgeDatabase *db, const char *pause_id, GError **error);
/* by (pause, person, question, round) */
gboolean bridge_store_save_pause_answer (BridgeDatabase *db, BridgePauseAnswer *row, GError **error);
GPtrArray *bridge_store_load_pause_follow_ups (BridgeDatabase *db, const char *pause_id, GError **error);
/* by (pause, person) */
gboolean bridge_store_save_pause_follow_up (BridgeDatabase *db, BridgePauseFollowUp *follow_up, GError **error);
GPtrArray *bridge_store_load_soothing (BridgeDatabase *db, GError **error); /* by person, then position */
gboolean bridge_store_save_soothing (BridgeDatabase *db, BridgeSoothing *soothing, GError **error);
/* by kind, the oldest first, with the revisions in force and proposed */
GPtrArray *bridge_store_load_boundaries (BridgeDatabase *db, GError **error);
/* not the revisions: they are saved by themselves */
gboolean bridge_store_save_boundary (BridgeDatabase *db, BridgeBoundary *boundary, GError **error);
/* by number */
GPtrArray *bridge_store_load_revisions (BridgeDatabase *db, const char *boundary_id, GError **error);
/* removed ones too; NULL without error: none */
BridgeRevision *bridge_store_load_revision (BridgeDatabase *db, const char *id, GError **error);
/* with its agreements; one that is there already can only be agreed to, or removed while nobody else has agreed */
gboolean bridge_store_save_revision (BridgeDatabase *db, BridgeRevision *revision, GError **error);
gboolean bridge_store_forget_boundaries (BridgeDatabase *db, gint64 before, GError **error);
GPtrArray *bridge_store_load_shared_words (BridgeDatabase *db, GError **error); /* newest first */
gboolean bridge_store_save_shared_words (BridgeDatabase *db, BridgeSharedWords *words, GError **error);
/* for good, in the backups beside the database too */
gboolean bridge_store_delete_shared_words (BridgeDatabase *db, const char *id, GError **error);
GPtrArray *bridge_store_load_invitations (BridgeDatabase *db, GError **error); /* in the order they were made */
gboolean bridge_store_save_invitation (BridgeDatabase *db, BridgeInvitation *invitation, GError **error);
/* for good: what is closed without a yes, has rested by @today and was written before @before (UTC ms) */
gboolean bridge_store_forget_invitations (BridgeDatabase *db, BridgeLocal today, gint64 before, GError **error);

/* Reminders of what is no ritual: those due since then, and older ones that are pending or shown */
GPtrArray *bridge_store_load_one_offs (BridgeDatabase *db, gint64 due_from, GError **error);
/* NULL without error: none */
BridgeOneOff *bridge_store_load_one_off (BridgeDatabase *db, BridgeSubject subject, const char *subject_id, const char *step,
                                         GError **error);
/* by (subject, subject id, step) */
gboolean bridge_store_save_one_off (BridgeDatabase *db, BridgeOneOff *one_off, GError **error);
gboolean bridge_store_delete_one_off (BridgeDatabase *db, const char *id, GError **error);

/* What is looked for; all of it at once. */
typedef struct {
  const char *search;       /* (nullable) typed text: every word a prefix */
  gboolean starred_only;
  int kind;                 /* BridgeWinKind or -1 */
  const char *noticed_by;   /* (nullable) a person's id */
  const char *ritual_id;    /* (nullable) */
  const char *milestone_id; /* (nullable) what it belongs to, or what was reached with it */
  BridgeLocal anniversary;  /* of that day in the years before it; 0: whenever */
} BridgeWinQuery;

/* A place in a long list, newest first: @seq finds the row, @version changes when it does, @group is
 * what it stands under (wins, history: year * 12 + month - 1). */
typedef struct {
  gint64 seq;
  gint64 version;
  int group;
} BridgeListKey;

/* of BridgeListKey */
GArray *bridge_store_list_win_keys (BridgeDatabase *db, const BridgeWinQuery *query, GError **error);
/* those of @keys, which stay as they are, that have the words; another array in any case */
GArray *bridge_store_keep_win_matches (BridgeDatabase *db, GArray *keys, const char *search, GError **error);
/* in the order of @seqs; NULL where gone */
GPtrArray *bridge_store_load_wins_by_seq (BridgeDatabase *db, const gint64 *seqs, guint n, GError **error);
/* removed ones too; NOT_FOUND */
BridgeWin *bridge_store_load_win (BridgeDatabase *db, const char *id, GError **error);
gboolean bridge_store_save_win (BridgeDatabase *db, BridgeWin *win, GError **error);
gboolean bridge_store_count_wins (BridgeDatabase *db, BridgeLocal from, BridgeLocal to, guint *n, GError **error);
/* short ids */
GStrv bridge_store_find_ids (BridgeDatabase *db,
                             const char *table /* "rituals", "wins" */, const char *prefix, guint limit, GError **error);

/* recorded occurrences, newest first */
GArray *bridge_store_list_history_keys (BridgeDatabase *db, const char *ritual_id, GError **error);
GPtrArray *bridge_store_load_occurrences_by_seq (BridgeDatabase *db, const gint64 *seqs, guint n, GError **error);

/* Settings of the space: small named values. NULL without error: not set. */
char *bridge_store_load_setting (BridgeDatabase *db, const char *name, GError **error);
/* UTC ms; 0 without error: not set */
gint64 bridge_store_load_setting_time (BridgeDatabase *db, const char *name, GError **error);
gboolean bridge_store_save_setting (BridgeDatabase *db, const char *name, const char *value, gint64 now,
                                    GError **error);

G_END_DECLS

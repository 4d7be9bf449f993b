/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "bridge-space.h"
#include "bridge-undo.h"

G_BEGIN_DECLS

/* For the other files of this folder. */

#define BRIDGE_SETTING_REMINDERS_ON "reminders-on"
#define BRIDGE_SETTING_REMINDERS_SINCE "reminders-since"
#define BRIDGE_SETTING_SHOW_TITLES "show-titles"
#define BRIDGE_SETTING_BACKGROUND "background"
#define BRIDGE_SETTING_PAUSE_MINUTES "pause-minutes"
#define BRIDGE_SETTING_RECOVERY_HOURS "recovery-hours"

typedef struct {
  gboolean reminders_on;
  gboolean show_titles;
  gint64 reminders_since; /* UTC ms, or 0 */
  BridgeBackground background;
  int pause_minutes;
  int recovery_hours;
} BridgeSpaceSettings;

gboolean bridge_space_load_settings (BridgeDatabase *db, BridgeSpaceSettings *settings, GError **error);
const BridgeSpaceSettings *bridge_space_get_settings (BridgeSpace *self); /* (transfer none) as read last */

/* What a clock that was ahead has told of is in the log unless it lies that far ahead: the clock of whoever reads the
 * log may be a little behind the service's. */
#define BRIDGE_SPACE_LOG_AHEAD_MS (24 * 60 * BRIDGE_MS_PER_MINUTE)

/* Later than any moment that is planned. */
#define BRIDGE_LOCAL_FAR ((BridgeLocal) 84370 * BRIDGE_DAY)

/* Applies @command (transfer full), remembers it for Undo, brings the lists up to date and tells. One without rows
 * does nothing. */
gboolean bridge_space_run (BridgeSpace *self, BridgeCommand *command, GError **error);
/* The same for one row. */
gboolean bridge_space_run_change (BridgeSpace *self, const char *label, gpointer before, gpointer after, GError **error);
/* The same for what Undo must not touch: it is forgotten, not remembered. */
gboolean bridge_space_run_for_good (BridgeSpace *self, BridgeCommand *command, GError **error);
BridgeUndo *bridge_space_get_undo_stack (BridgeSpace *self); /* (transfer none) for bridge-space-commands.c only */
void bridge_space_forget_undo_of_both (BridgeSpace *self); /* before somebody else speaks */
void bridge_space_forget_undo (BridgeSpace *self, BridgeRowFunc concerns, gpointer data);
void bridge_space_explain_failure (BridgeSpace *self, GError **error); /* damaged backups that went all the same */
void bridge_space_committed (BridgeSpace *self, BridgeKinds kinds); /* what stands in memory follows, and it is told */
void bridge_space_emit_changed (BridgeSpace *self, BridgeKinds kinds);
gboolean bridge_space_require_set_up (BridgeSpace *self, GError **error);
gint64 bridge_space_now (BridgeSpace *self); /* UTC ms */

GListModel *bridge_space_get_list (BridgeSpace *self, BridgeKinds kind); /* (transfer none) live; of what is kept whole */

/* The one in the list, by its whole id. (transfer none) (nullable) */
BridgeRitual *bridge_space_peek_ritual (BridgeSpace *self, const char *id);
/* From when on reminders count since they were switched on: UTC ms. */
gint64 bridge_space_get_reminders_since (BridgeSpace *self);

/* From now on time moves the pause, and what came to nothing is forgotten; for bridge_space_open () only. */
void bridge_space_follow_pause (BridgeSpace *self);
void bridge_space_follow_invitations (BridgeSpace *self);
/* STATE: the other one may have left it out. */
gboolean bridge_space_check_bring_back (BridgeSpace *self, BridgeOccurrence *occurrence, gboolean noticed, GError **error);
gboolean bridge_space_forget (BridgeSpace *self); /* what came to nothing and is not needed any more */
const char *bridge_space_get_speaker_id (BridgeSpace *self); /* (transfer none) (nullable) */

/* STATE: a ritual is the other one's own, so it is not the speaker's to change, and its moments are not theirs to answer. */
gboolean bridge_space_check_own (BridgeSpace *self, BridgeRitual *ritual, GError **error);
/* Rituals: what a person typed made clean and checked (transfer full); a schedule, and reminders, that count from now on. */
/* INVALID_DATE: a reminder cannot come again then */
gboolean bridge_space_check_snooze (BridgeSpace *self, gint64 until, GError **error);
/* (transfer full): what a person entered, clean and checked; @before: (nullable) */
BridgePromise *bridge_space_take_over_promise (BridgeSpace *self, BridgePromise *given, BridgePromise *before, GError **error);
/* STATE: it is the other's own */
gboolean bridge_space_require_own_promise (BridgeSpace *self, BridgePromise *promise, GError **error);
BridgeRitual *bridge_space_take_over_ritual (BridgeSpace *self, BridgeRitual *given, GError **error);
gboolean bridge_space_count_from_now (BridgeSpace *self, BridgeRitual *ritual, GError **error);
gboolean bridge_space_settle_ritual (BridgeSpace *self, BridgeRitual *before, BridgeRitual *after, GError **error);

/* Invitations: STATE where a yes of the listener is needed, or is awaited. */
gboolean bridge_space_check_new (BridgeSpace *self, BridgeRitual *ritual, GError **error);
gboolean bridge_space_check_decision (BridgeSpace *self, BridgeRitual *before, BridgeRitual *after, GError **error);
gboolean bridge_space_check_event (BridgeSpace *self, BridgeRitual *ritual, BridgeRitualEvent event, GError **error);
/* Adds an invitation to @command, which also writes what it is about: (transfer none) (nullable) its id. */
const char *bridge_space_add_proposal (BridgeSpace *self, BridgeCommand *command, BridgeInvitationSubject subject,
                                       const char *subject_id, const char *change_json, const char *words, BridgeLocal at,
                                       GError **error);
/* Adds that no answer is awaited any more: about something that goes away, or of somebody who leaves. */
void bridge_space_close_invitations (BridgeSpace *self, BridgeCommand *command, BridgeInvitationSubject subject,
                                     const char *subject_id);
void bridge_space_close_overtaken (BridgeSpace *self, BridgeCommand *command, BridgeRitual *after, BridgeInvitation *answered);
void bridge_space_add_withdrawals (BridgeSpace *self, BridgeCommand *command, const char *person_id);

/* A moment as rows of a command: (transfer full), @before NULL where nothing is recorded. STATE: it has its answer. */
void bridge_occurrence_dup_rows (BridgeOccurrence *found, BridgeOccurrence **before, BridgeOccurrence **after);
gboolean bridge_occurrence_check_waiting (BridgeOccurrence *occurrence, GError **error);
/* Another time of one moment: whether it can be, and that it is. @found has its ritual; @to: in the ritual's frame. */
gboolean bridge_space_check_move (BridgeSpace *self, BridgeOccurrence *found, BridgeLocal to, GError **error);
gboolean bridge_space_add_move (BridgeSpace *self, BridgeCommand *command, BridgeOccurrence *found, BridgeLocal to,
                                GError **error);
void bridge_space_close_move (BridgeSpace *self, BridgeCommand *command, const char *ritual_id, BridgeLocal start);

/* Adds to @command that the open reminders of one occurrence, or of a whole ritual, are done with. */
gboolean bridge_space_close_reminders (BridgeSpace *self, BridgeCommand *command, const char *ritual_id,
                                       BridgeLocal start,
                                       BridgeReminderEvent event, const char *reason, GError **error);

/* Brings @store to what @fresh has with as few changes as there are differences; equal objects stay the
 * ones they were. */
typedef const char *(*BridgeKeyFunc) (gpointer object);
typedef gboolean (*BridgeEqualFunc) (gpointer a, gpointer b);
void bridge_list_update (GListStore *store, GPtrArray *fresh, BridgeKeyFunc get_key, BridgeEqualFunc is_equal);

/* The one whose key is, or alone begins with, @prefix. (transfer full) (nullable) */
gpointer bridge_list_find (GListModel *list, BridgeKeyFunc get_key, const char *prefix, gboolean *ambiguous);

/* The same, or NULL with NOT_FOUND or AMBIGUOUS. (transfer full) (nullable) */
gpointer bridge_list_require (GListModel *list, BridgeKeyFunc get_key, const char *prefix, GError **error);

/* Gives @row the identity of the one it replaces, or a new one. */
void bridge_row_take_identity (gpointer row, gpointer before);

/* Is this moment, which has its ritual, part of life: the ritual is agreed (or will be by then), and
 * nobody it needs is away; or the moment was answered? */
/* UTC ms; BRIDGE_NEVER: no pause holds it back until it is over */
gint64 bridge_space_find_held_until (BridgeSpace *self, BridgeOccurrence *occurrence);
gboolean bridge_space_is_visible (BridgeSpace *self, BridgeOccurrence *occurrence);

G_END_DECLS

/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <json-glib/json-glib.h>
#include "bridge-catalogue.h"
#include "bridge-check-in.h"
#include "bridge-space.h"
#include "bridge-space-photos.h"

G_BEGIN_DECLS

/**
 * BridgeCli:
 *
 * One run of the command line: what was asked for globally, the space once a verb needed it, and what will be
 * printed when the verb has succeeded. A verb fails with a #GError. It exits 2 when the command was not understood
 * (G_OPTION_ERROR, or a value that bridge_cli_read() was told of), and 1 when it was, but could not be done.
 */
typedef struct {
  BridgeClock *clock;
  char *data_dir;      /* --data-dir, absolute; NULL: the default folder */
  char *as;            /* --as; NULL: "me" */
  gboolean json;
  gboolean helped;     /* --help was printed instead */
  gboolean misread;    /* a value could not be read */
  char *verb;          /* "ritual add", for help and messages */
  const char *synopsis; /* what follows the verb, for help */
  const char *summary;
  GString *out;
  BridgeSpace *space;
  int exit_status;     /* of a verb that ran but has something to say with it */
} BridgeCli;

typedef gboolean (*BridgeCliFunc) (BridgeCli *cli, int argc, char **argv, GError **error);

typedef struct {
  const char *name;     /* "ritual add" */
  const char *synopsis; /* "--title TITLE --start WHEN" */
  const char *summary;  /* one sentence */
  BridgeCliFunc run;
} BridgeCliVerb;

/* bridge-cli.c */
char *bridge_cli_dup_folder (BridgeCli *cli);
gboolean bridge_cli_parse (BridgeCli *cli, GOptionEntry *entries, int min, int max, int *argc, char ***argv,
                           GError **error);
gboolean bridge_cli_open_space (BridgeCli *cli, GError **error);
gboolean bridge_cli_require_space (BridgeCli *cli, GError **error);
gboolean bridge_cli_require_speaker (BridgeCli *cli, GError **error);
gboolean bridge_cli_is_solo (BridgeCli *cli); /* somebody is set up here, and alone */
void bridge_cli_print (BridgeCli *cli, const char *format, ...) G_GNUC_PRINTF (2, 3);
void bridge_cli_print_json (BridgeCli *cli, JsonNode *node);
gboolean bridge_cli_flush (BridgeCli *cli, GError **error);
void bridge_cli_complain (const char *message);
void bridge_cli_tell_note (BridgeCli *cli); /* what is to be known besides what was done, if anything */
char *bridge_cli_dup_asked (BridgeCli *cli); /* (transfer full) a sentence: the other one was asked */
gboolean bridge_cli_usage_error (BridgeCli *cli, const char *message, GError **error);
BridgePerson *bridge_cli_find_person (BridgeCli *cli, const char *text, GError **error);
const char *bridge_cli_name_of (BridgeCli *cli, const char *person_id);
char *bridge_cli_dup_whose (BridgeCli *cli, BridgeRitual *ritual);
/* A reminder comes again after so many minutes, where nothing is said, and at the most. */
#define BRIDGE_CLI_SNOOZE_MINUTES 10
#define BRIDGE_CLI_SNOOZE_MAX_MINUTES (7 * 24 * 60)
void bridge_cli_print_snoozed (BridgeCli *cli, gint64 until);
char *bridge_cli_shorten_id (GListModel *list, const char *id);
char *bridge_cli_shorten_ritual_id (BridgeCli *cli, const char *id);
char *bridge_cli_shorten_occurrence (BridgeCli *cli, BridgeOccurrence *occurrence);
char *bridge_cli_one_line (const char *text);
BridgeLocal bridge_cli_now (BridgeCli *cli);

/* bridge-cli-values.c */
gboolean bridge_cli_read (BridgeCli *cli, gboolean could);
gboolean bridge_cli_parse_on_off (BridgeCli *cli, const char *text, gboolean *on, GError **error);
gboolean bridge_cli_parse_yes_no (BridgeCli *cli, const char *text, gboolean *yes, GError **error);
gboolean bridge_cli_parse_date (BridgeCli *cli, const char *text, BridgeLocal *date, GError **error);
gboolean bridge_cli_parse_when (BridgeCli *cli, const char *text, BridgeLocal *when, GError **error);
gboolean bridge_cli_parse_nick (BridgeCli *cli, GType type, const char *text, int *value, GError **error);
gboolean bridge_cli_parse_number (BridgeCli *cli, const char *text, int min, int max, int *number, GError **error);
gboolean bridge_cli_parse_time (BridgeCli *cli, const char *text, int *minute_of_day, GError **error);
gboolean bridge_cli_parse_days (BridgeCli *cli, const char *text, int *weekdays, GError **error);
BridgeSchedule *bridge_cli_build_schedule (BridgeCli *cli, BridgeLocal start, const char *rule, const char *times,
                                           const char *zone,
                                           GError **error);

/* bridge-cli-json.c */
JsonNode *bridge_cli_json_person (BridgePerson *person);
JsonNode *bridge_cli_json_ritual (BridgeCli *cli, BridgeRitual *ritual);
JsonNode *bridge_cli_json_occurrence (BridgeCli *cli, BridgeOccurrence *occurrence);
JsonNode *bridge_cli_json_reminder (BridgeCli *cli, BridgeReminder *reminder);
JsonNode *bridge_cli_json_win (BridgeWin *win);
JsonNode *bridge_cli_json_photos (BridgeCli *cli, GPtrArray *photos); /* of BridgeWinPhoto */
JsonNode *bridge_cli_json_pause (BridgeCli *cli, BridgePause *pause);
JsonNode *bridge_cli_json_follow_up (BridgePauseFollowUp *follow_up);
JsonNode *bridge_cli_json_soothing (BridgeSoothing *soothing);
JsonNode *bridge_cli_json_revision (BridgeCli *cli, BridgeRevision *revision, BridgeRevision *before);
JsonNode *bridge_cli_json_boundary (BridgeCli *cli, BridgeBoundary *boundary, GPtrArray *revisions);
JsonNode *bridge_cli_json_template (BridgeTemplate *template);
JsonNode *bridge_cli_json_invitation (BridgeCli *cli, BridgeInvitation *invitation);
JsonNode *bridge_cli_json_check_in (BridgeCli *cli, BridgeCheckIn *check_in);
JsonNode *bridge_cli_json_promise (BridgeCli *cli, BridgePromise *promise);
JsonNode *bridge_cli_json_list (JsonArray *array);

/* bridge-cli-reminders.c */
char *bridge_cli_absence_to_line (BridgeCli *cli, BridgeAbsence *absence);
void bridge_cli_arrange_reminders (BridgeCli *cli, gboolean on);

/* The verbs, one file each */
extern const BridgeCliVerb bridge_cli_person_verbs[];
extern const BridgeCliVerb bridge_cli_ritual_verbs[];
extern const BridgeCliVerb bridge_cli_invitation_verbs[];
extern const BridgeCliVerb bridge_cli_life_verbs[];
extern const BridgeCliVerb bridge_cli_boundary_verbs[];
extern const BridgeCliVerb bridge_cli_pause_verbs[];
extern const BridgeCliVerb bridge_cli_check_in_verbs[];
extern const BridgeCliVerb bridge_cli_look_back_verbs[];
extern const BridgeCliVerb bridge_cli_promise_verbs[];
extern const BridgeCliVerb bridge_cli_milestone_verbs[];
extern const BridgeCliVerb bridge_cli_review_verbs[];
extern const BridgeCliVerb bridge_cli_meaning_verbs[];
extern const BridgeCliVerb bridge_cli_care_verbs[];
extern const BridgeCliVerb bridge_cli_occurrence_verbs[];
extern const BridgeCliVerb bridge_cli_private_entry_verbs[];
extern const BridgeCliVerb bridge_cli_private_space_verbs[];
extern const BridgeCliVerb bridge_cli_win_verbs[];
extern const BridgeCliVerb bridge_cli_reminder_verbs[];
extern const BridgeCliVerb bridge_cli_rule_verbs[];

G_END_DECLS

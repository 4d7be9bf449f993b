/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "bridge-cli"

#include "config.h"

#include "bridge-cli-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "bridge-snooze.h"
#include "bridge-words.h"

#define AGENDA_DAYS 7
#define OCCURRENCES_DAYS 28
#define MAX_DAYS 3660

typedef struct {
  char *from;
  char *days;
} Range;

static gboolean
parse_range (BridgeCli *cli, Range *range, int n_days, BridgeLocal *from, BridgeLocal *to, GError **error)
{
  *from = bridge_local_day_start (bridge_cli_now (cli));
  if (range->from && !bridge_cli_parse_date (cli, range->from, from, error))
    return FALSE;
  if (range->days && !bridge_cli_parse_number (cli, range->days, 1, MAX_DAYS, &n_days, error))
    return FALSE;

  *to = *from + n_days * BRIDGE_DAY;
  return TRUE;
}

/* "19:00  Ten quiet minutes · only Robin · 10 minutes · We did it  NAME" */
static void
print_occurrence (BridgeCli *cli, BridgeOccurrence *occurrence)
{
  BridgeRitual *ritual = bridge_occurrence_get_ritual (occurrence);
  BridgeOutcome outcome = bridge_occurrence_get_outcome (occurrence);
  g_autofree char *time = bridge_words_time (bridge_occurrence_get_local (occurrence));
  g_autofree char *minutes = bridge_words_minutes (bridge_ritual_get_minutes (ritual));
  g_autofree char *name = bridge_cli_shorten_occurrence (cli, occurrence);
  g_autofree char *whose = bridge_cli_dup_whose (cli, ritual);

  bridge_cli_print (cli, "  %5s  %s%s · %s", time, bridge_ritual_get_title (ritual), whose, minutes);
  if (outcome != BRIDGE_OUTCOME_NONE)
    bridge_cli_print (cli, " · %s", bridge_outcome_get_label (outcome));
  if (bridge_occurrence_get_moved_to (occurrence) != BRIDGE_LOCAL_NONE)
    bridge_cli_print (cli, " · %s", _("moved"));
  if (bridge_occurrence_get_left_out (occurrence))
    bridge_cli_print (cli, " · %s", _("left out"));
  bridge_cli_print (cli, "  %s\n", name);
}

static void
print_days (BridgeCli *cli, GPtrArray *occurrences)
{
  BridgeLocal now = bridge_cli_now (cli);
  BridgeLocal day = BRIDGE_LOCAL_NONE;

  for (guint i = 0; i < occurrences->len; i++)
    {
      BridgeOccurrence *occurrence = g_ptr_array_index (occurrences, i);
      BridgeLocal here = bridge_local_day_start (bridge_occurrence_get_local (occurrence));

      if (here != day)
        {
          g_autofree char *words = bridge_words_date (here, now);

          bridge_cli_print (cli, "%s\n", words);
          day = here;
        }
      print_occurrence (cli, occurrence);
    }
}

static void
print_occurrences (BridgeCli *cli, GPtrArray *occurrences)
{
  if (cli->json)
    {
      JsonArray *array = json_array_new ();

      for (guint i = 0; i < occurrences->len; i++)
        json_array_add_element (array, bridge_cli_json_occurrence (cli, g_ptr_array_index (occurrences, i)));
      bridge_cli_print_json (cli, bridge_cli_json_list (array));
    }
  else
    {
      print_days (cli, occurrences);
    }
}

/* Why there may be nothing for a while. */
static void
print_absence (BridgeCli *cli)
{
  BridgeAbsence *absence = bridge_space_get_absence_now (cli->space);
  g_autofree char *line = absence != NULL ? bridge_cli_absence_to_line (cli, absence) : NULL;

  if (line != NULL)
    bridge_cli_print (cli, "%s\n", line);
}

static gboolean
agenda (BridgeCli *cli, int argc, char **argv, GError **error)
{
  g_autofree char *from_text = NULL;
  g_autofree char *days = NULL;
  GOptionEntry entries[] = {
    { "from", 0, 0, G_OPTION_ARG_STRING, &from_text, _("The first day; today if not given"), _("DATE") },
    { "days", 0, 0, G_OPTION_ARG_STRING, &days, _("How many days; 7 if not given"), _("N") },
    { NULL },
  };
  g_autoptr (GPtrArray) all = NULL;
  g_autoptr (GPtrArray) planned = g_ptr_array_new ();
  BridgeLocal from;
  BridgeLocal to;

  if (!bridge_cli_parse (cli, entries, 0, 0, &argc, &argv, error)
      || !parse_range (cli, &(Range) { from_text, days }, AGENDA_DAYS, &from, &to, error)
      || !bridge_cli_require_speaker (cli, error))
    return FALSE;

  all = bridge_space_list_occurrences (cli->space, NULL, from, to, error);
  if (all == NULL)
    return FALSE;

  for (guint i = 0; i < all->len; i++)
    if (!bridge_occurrence_get_left_out (g_ptr_array_index (all, i)))
      g_ptr_array_add (planned, g_ptr_array_index (all, i));

  if (!cli->json)
    print_absence (cli);
  print_occurrences (cli, planned);
  if (planned->len == 0 && !cli->json)
    bridge_cli_print (cli, "%s\n", _("Nothing planned. That is fine."));
  return TRUE;
}

static gboolean
occurrences (BridgeCli *cli, int argc, char **argv, GError **error)
{
  g_autofree char *from_text = NULL;
  g_autofree char *days = NULL;
  GOptionEntry entries[] = {
    { "from", 0, 0, G_OPTION_ARG_STRING, &from_text, _("The first day; today if not given"), _("DATE") },
    { "days", 0, 0, G_OPTION_ARG_STRING, &days, _("How many days; 28 if not given"), _("N") },
    { NULL },
  };
  g_autoptr (BridgeRitual) ritual = NULL;
  g_autoptr (GPtrArray) found = NULL;
  BridgeLocal from;
  BridgeLocal to;

  if (!bridge_cli_parse (cli, entries, 1, 1, &argc, &argv, error)
      || !parse_range (cli, &(Range) { from_text, days }, OCCURRENCES_DAYS, &from, &to, error)
      || !bridge_cli_require_speaker (cli, error))
    return FALSE;

  ritual = bridge_space_find_ritual (cli->space, argv[0], error);
  if (ritual == NULL)
    return FALSE;

  found = bridge_space_list_occurrences (cli->space, bridge_ritual_get_id (ritual), from, to, error);
  if (found == NULL)
    return FALSE;

  print_occurrences (cli, found);
  if (found->len == 0 && !cli->json)
    bridge_cli_print (cli, "%s\n", _("No moments in these days. See others with --from DATE and --days N."));
  return TRUE;
}

/* Finds the occurrence once more, with what was recorded, and prints it. */
static gboolean
print_recorded (BridgeCli *cli, const char *name, GError **error)
{
  g_autoptr (BridgeOccurrence) occurrence = bridge_space_find_occurrence (cli->space, name, error);
  BridgeLocal now = bridge_cli_now (cli);
  BridgeOutcome outcome;
  g_autofree char *when = NULL;

  if (occurrence == NULL)
    return FALSE;
  if (cli->json)
    {
      bridge_cli_print_json (cli, bridge_cli_json_occurrence (cli, occurrence));
      return TRUE;
    }

  outcome = bridge_occurrence_get_outcome (occurrence);
  when = bridge_words_when (bridge_occurrence_get_local (occurrence), now);
  bridge_cli_print (cli, "%s · %s", bridge_ritual_get_title (bridge_occurrence_get_ritual (occurrence)), when);
  if (outcome != BRIDGE_OUTCOME_NONE)
    bridge_cli_print (cli, " · %s", bridge_outcome_get_label (outcome));
  if (bridge_occurrence_get_left_out (occurrence))
    bridge_cli_print (cli, " · %s", _("left out"));
  bridge_cli_print (cli, "\n");
  return TRUE;
}

/* Whether it has the shape of an occurrence's name. */
static gboolean
check_name (BridgeCli *cli, const char *given, GError **error)
{
  g_autofree char *ritual_id = NULL;
  BridgeLocal start;

  return bridge_cli_read (cli, bridge_occurrence_parse_name (given, &ritual_id, &start, error));
}

/* The whole name of what was given with a shortened ritual id. (transfer full) */
static char *
find_name (BridgeCli *cli, const char *given, GError **error)
{
  g_autoptr (BridgeOccurrence) occurrence = bridge_space_find_occurrence (cli->space, given, error);

  return occurrence ? g_strdup (bridge_occurrence_get_name (occurrence)) : NULL;
}

static gboolean
answer (BridgeCli *cli, int argc, char **argv, BridgeOutcome outcome, GError **error)
{
  g_autofree char *name = NULL;

  if (!bridge_cli_parse (cli, NULL, 1, 1, &argc, &argv, error) || !check_name (cli, argv[0], error)
      || !bridge_cli_require_speaker (cli, error))
    return FALSE;

  name = find_name (cli, argv[0], error);
  return name && bridge_space_answer (cli->space, name, outcome, error) && print_recorded (cli, name, error);
}

static gboolean
keep (BridgeCli *cli, int argc, char **argv, GError **error)
{
  return answer (cli, argc, argv, BRIDGE_OUTCOME_KEPT, error);
}

static gboolean
smaller (BridgeCli *cli, int argc, char **argv, GError **error)
{
  return answer (cli, argc, argv, BRIDGE_OUTCOME_SMALLER, error);
}

static gboolean
not_today (BridgeCli *cli, int argc, char **argv, GError **error)
{
  return answer (cli, argc, argv, BRIDGE_OUTCOME_NOT_TODAY, error);
}

/* Asks the other one. */
static gboolean
propose_move (BridgeCli *cli, const char *name, BridgeLocal to, GError **error)
{
  g_autoptr (BridgeInvitation) invitation = bridge_space_propose_move (cli->space, name, to, NULL, error);
  g_autofree char *asked = NULL;

  if (invitation == NULL)
    return FALSE;
  if (cli->json)
    return print_recorded (cli, name, error);
  asked = bridge_cli_dup_asked (cli);
  bridge_cli_print (cli, "%s\n", asked);
  return TRUE;
}

static gboolean
take_back (BridgeCli *cli, int argc, char **argv, GError **error)
{
  g_autoptr (BridgeOccurrence) occurrence = NULL;
  g_autofree char *name = NULL;

  if (!bridge_cli_parse (cli, NULL, 1, 1, &argc, &argv, error) || !check_name (cli, argv[0], error)
      || !bridge_cli_require_speaker (cli, error))
    return FALSE;

  name = find_name (cli, argv[0], error);
  occurrence = name ? bridge_space_find_occurrence (cli->space, name, error) : NULL;
  if (occurrence == NULL)
    return FALSE;
  if (bridge_space_bring_back_needs_yes (cli->space, occurrence))
    return propose_move (cli, name, bridge_occurrence_get_planned (occurrence), error);
  return bridge_space_answer (cli->space, name, BRIDGE_OUTCOME_NONE, error) && print_recorded (cli, name, error);
}

/* "2026-11-24T20:00", or only a date (at the same time) or only a time (on the same day). */
static gboolean
parse_when (BridgeCli *cli, const char *text, BridgeLocal planned, BridgeLocal *when, GError **error)
{
  int minute_of_day;

  if (bridge_time_of_day_parse (text, &minute_of_day, NULL))
    {
      *when = bridge_local_day_start (planned) + minute_of_day * BRIDGE_MINUTE;
      return TRUE;
    }
  if (!bridge_cli_parse_when (cli, text, when, error))
    return FALSE;
  if (g_utf8_strlen (text, -1) <= 10 && strchr (text, 'T') == NULL)
    *when = bridge_local_day_start (*when) + bridge_local_get_second_of_day (planned);

  return TRUE;
}

static gboolean
move (BridgeCli *cli, int argc, char **argv, GError **error)
{
  g_autoptr (BridgeOccurrence) occurrence = NULL;
  const char *name;
  BridgeLocal to;

  if (!bridge_cli_parse (cli, NULL, 2, 2, &argc, &argv, error) || !check_name (cli, argv[0], error)
      || !parse_when (cli, argv[1], 0, &to, error) || !bridge_cli_require_speaker (cli, error))
    return FALSE;

  occurrence = bridge_space_find_occurrence (cli->space, argv[0], error);
  if (occurrence == NULL)
    return FALSE;

  name = bridge_occurrence_get_name (occurrence);
  if (!parse_when (cli, argv[1], bridge_occurrence_get_planned (occurrence), &to, error))
    return FALSE;
  if (!bridge_space_move_needs_yes (cli->space, bridge_occurrence_get_ritual (occurrence))
      || (to == bridge_occurrence_get_planned (occurrence) && !bridge_space_bring_back_needs_yes (cli->space, occurrence)))
    return bridge_space_move (cli->space, name, to, error) && print_recorded (cli, name, error);
  return propose_move (cli, name, to, error);
}

/**
 * bridge_cli_print_snoozed:
 * @until: UTC ms
 *
 * Says when a reminder comes again, where words are wanted.
 */
void
bridge_cli_print_snoozed (BridgeCli *cli, gint64 until)
{
  g_autoptr (GTimeZone) here = bridge_clock_dup_zone (cli->clock);
  g_autofree char *when = bridge_words_on (bridge_local_from_utc_ms (until, here), bridge_cli_now (cli));

  if (!cli->json)
    /* Translators: %s is a time, such as "today at 19:10". */
    bridge_cli_print (cli, _("The reminder comes again %s.\n"), when);
}

static gboolean
snooze (BridgeCli *cli, int argc, char **argv, GError **error)
{
  g_autofree char *name = NULL;
  gint64 now = bridge_clock_now (cli->clock);
  int minutes = BRIDGE_CLI_SNOOZE_MINUTES;
  gint64 until;

  if (!bridge_cli_parse (cli, NULL, 1, 2, &argc, &argv, error) || !check_name (cli, argv[0], error))
    return FALSE;
  if (argc == 2 && !bridge_cli_parse_number (cli, argv[1], 1, BRIDGE_CLI_SNOOZE_MAX_MINUTES, &minutes, error))
    return FALSE;
  if (!bridge_cli_require_speaker (cli, error))
    return FALSE;

  name = find_name (cli, argv[0], error);
  until = bridge_snooze_round (now + minutes * BRIDGE_MS_PER_MINUTE, now);
  if (name == NULL || !bridge_space_snooze (cli->space, name, until, error) || !print_recorded (cli, name, error))
    return FALSE;

  bridge_cli_print_snoozed (cli, until);
  return TRUE;
}

static gboolean
leave_out (BridgeCli *cli, int argc, char **argv, GError **error)
{
  g_autofree char *name = NULL;

  if (!bridge_cli_parse (cli, NULL, 1, 1, &argc, &argv, error) || !check_name (cli, argv[0], error)
      || !bridge_cli_require_speaker (cli, error))
    return FALSE;

  name = find_name (cli, argv[0], error);
  return name && bridge_space_leave_out (cli->space, name, error) && print_recorded (cli, name, error);
}

const BridgeCliVerb bridge_cli_occurrence_verbs[] = {
  { "agenda", "[--from DATE] [--days N]", N_("Show what is planned."), agenda },
  { "occurrences", "RITUAL [--from DATE] [--days N]", N_("List the moments of one ritual, with what was noted."), occurrences },
  { "keep", "OCCURRENCE", N_("Note that you did it."), keep },
  { "smaller", "OCCURRENCE", N_("Note that you did the smaller version."), smaller },
  { "not-today", "OCCURRENCE", N_("Let it be for today."), not_today },
  { "take-back", "OCCURRENCE", N_("Take back what was noted, or that it was left out; of two, propose that."), take_back },
  { "move", "OCCURRENCE WHEN", N_("Move one moment to another date, time or both; of two, propose it."), move },
  { "leave-out", "OCCURRENCE", N_("Leave one moment out."), leave_out },
  { "snooze", "OCCURRENCE [MINUTES]", N_("Be reminded again in a while."), snooze },
  { NULL },
};

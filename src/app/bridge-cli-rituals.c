/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "bridge-cli"

#include "config.h"

#include "bridge-cli-private.h"

#include <glib/gi18n-lib.h>

#include "bridge-catalogue.h"
#include "bridge-clash.h"
#include "bridge-words.h"

/* What can be said about a ritual; %NULL: not said. */
typedef struct {
  char *title;
  char *start;
  char *rule;
  char *times;
  char *zone;
  char *minutes;
  char *remind;
  char *smaller;
  char *when_then;
  char *who;
  char *closeness;
  char *in_recovery;
  char *lead;
  char *state;
  char *template;
  char **steps;
} Fields;

static void
fields_clear (Fields *fields)
{
  g_free (fields->title);
  g_free (fields->start);
  g_free (fields->rule);
  g_free (fields->times);
  g_free (fields->zone);
  g_free (fields->minutes);
  g_free (fields->remind);
  g_free (fields->smaller);
  g_free (fields->when_then);
  g_free (fields->who);
  g_free (fields->closeness);
  g_free (fields->in_recovery);
  g_free (fields->lead);
  g_free (fields->state);
  g_free (fields->template);
  g_strfreev (fields->steps);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Fields, fields_clear)

/* What is given empty may be a slip; each has a word for nothing. */
static gboolean
check_given (BridgeCli *cli, const Fields *fields, GError **error)
{
  const struct {
    const char *text;
    const char *message;
  } given[] = {
    { fields->remind, _("“--remind” is empty; for no reminder write “--remind none”") },
    { fields->rule, _("“--rule” is empty; for a ritual that comes once write “--rule none”") },
    { fields->times, _("“--times” is empty; for the time of the start alone write “--times none”") },
    { fields->zone, _("“--zone” is empty; for local time wherever you are write “--zone floating”") },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (given); i++)
    {
      g_autofree char *trimmed = given[i].text ? g_strstrip (g_strdup (given[i].text)) : NULL;

      if (trimmed && *trimmed == '\0')
        return bridge_cli_usage_error (cli, given[i].message, error);
    }

  return TRUE;
}

static gboolean
parse_fields (BridgeCli *cli, Fields *fields, gboolean adding, int min, int max, int *argc, char ***argv, GError **error)
{
  GOptionEntry entries[] = {
    { "title", 0, 0, G_OPTION_ARG_STRING, &fields->title, _("What it is called"), _("TEXT") },
    { "start", 0, 0, G_OPTION_ARG_STRING, &fields->start, _("First date and time, such as 2026-11-23T19:00"), _("WHEN") },
    { "rule", 0, 0, G_OPTION_ARG_STRING, &fields->rule, _("How it repeats (RFC 5545); “none”: once"), _("RRULE") },
    { "times", 0, 0, G_OPTION_ARG_STRING, &fields->times, _("Several times a day, such as 08:00,21:00"), _("LIST") },
    { "zone", 0, 0, G_OPTION_ARG_STRING, &fields->zone, _("A time zone, or “floating”: local time wherever you are"),
      _("ZONE") },
    { "minutes", 0, 0, G_OPTION_ARG_STRING, &fields->minutes, _("How long it takes"), _("N") },
    { "remind", 0, 0, G_OPTION_ARG_STRING, &fields->remind,
      _("Minutes before to remind at, such as 0,10; -30: once after, if nothing was recorded; “none”: never"), _("LIST") },
    { "smaller", 0, 0, G_OPTION_ARG_STRING, &fields->smaller, _("A smaller version for tired days"), _("TEXT") },
    { "when-then", 0, 0, G_OPTION_ARG_STRING, &fields->when_then, _("“When … then we …”"), _("TEXT") },
    { "who", 0, 0, G_OPTION_ARG_STRING, &fields->who, _("both, me, partner or a name"), _("WHO") },
    { "closeness", 0, 0, G_OPTION_ARG_STRING, &fields->closeness, _("How close it is, from 1 to 5"), _("N") },
    { "in-recovery", 0, 0, G_OPTION_ARG_STRING, &fields->in_recovery,
      _("Whether it is reminded of in the recovery window after a pause: yes or no"), _("YES|NO") },
    { "step", 0, 0, G_OPTION_ARG_STRING_ARRAY, &fields->steps, _("A step; can be given several times"), _("TEXT") },
    { "lead", 0, 0, G_OPTION_ARG_STRING, &fields->lead, _("Whose turn it is to lead: me, partner, a name or none"),
      _("WHO") },
    { "state", 0, adding ? 0 : G_OPTION_FLAG_HIDDEN, G_OPTION_ARG_STRING, &fields->state, _("draft, proposed, or agreed where nobody else is asked"),
      _("STATE") },
    { "template", 0, adding ? 0 : G_OPTION_FLAG_HIDDEN, G_OPTION_ARG_STRING, &fields->template,
      _("Begin with a template, see “footbridge ritual templates”"), _("ID") },
    { NULL },
  };

  return bridge_cli_parse (cli, entries, min, max, argc, argv, error) && check_given (cli, fields, error);
}

static gboolean
is_none (const char *text)
{
  return g_str_equal (text, "none");
}

/* Put together from what is said and what was there before. */
static BridgeSchedule *
build_schedule (BridgeCli *cli, const Fields *fields, BridgeSchedule *old, GError **error)
{
  g_autofree char *old_rule = old ? bridge_schedule_dup_rule (old) : NULL;
  g_autofree char *old_times = old ? bridge_schedule_dup_times (old) : NULL;
  const char *rule = fields->rule ? fields->rule : old_rule;
  const char *times = fields->times ? fields->times : old_times;
  const char *zone = fields->zone ? fields->zone : old ? bridge_schedule_get_zone (old) : NULL;
  BridgeLocal start;

  if (fields->start)
    {
      if (!bridge_cli_parse_when (cli, fields->start, &start, error))
        return NULL;
    }
  else if (old)
    {
      start = bridge_schedule_get_start (old);
    }
  else
    {
      g_set_error_literal (error, BRIDGE_ERROR, BRIDGE_ERROR_INVALID_VALUE,
                           _("This ritual has no date yet. Give one with --start WHEN."));
      return NULL;
    }

  if (rule && is_none (rule))
    rule = NULL;
  if (times && is_none (times))
    times = NULL;

  return bridge_cli_build_schedule (cli, start, rule, times, zone, error);
}

static gboolean
apply_schedule (BridgeCli *cli, BridgeRitual *ritual, const Fields *fields, GError **error)
{
  g_autoptr (BridgeSchedule) schedule = NULL;

  if (!fields->start && !fields->rule && !fields->times && !fields->zone)
    return TRUE;

  schedule = build_schedule (cli, fields, bridge_ritual_get_schedule (ritual), error);
  if (schedule == NULL)
    return FALSE;

  g_object_set (ritual, "schedule", schedule, NULL);
  return TRUE;
}

static gboolean
apply_numbers (BridgeCli *cli, BridgeRitual *ritual, const Fields *fields, GError **error)
{
  int number;

  if (fields->minutes)
    {
      if (!bridge_cli_parse_number (cli, fields->minutes, 1, 480, &number, error))
        return FALSE;
      g_object_set (ritual, "minutes", number, NULL);
    }
  if (fields->closeness)
    {
      if (!bridge_cli_parse_number (cli, fields->closeness, 1, 5, &number, error))
        return FALSE;
      g_object_set (ritual, "closeness", number, NULL);
    }
  if (fields->in_recovery)
    {
      gboolean goes_on;

      if (!bridge_cli_parse_yes_no (cli, fields->in_recovery, &goes_on, error))
        return FALSE;
      g_object_set (ritual, "in-recovery", goes_on, NULL);
    }
  if (fields->remind)
    {
      g_autofree char *remind = NULL;

      if (!bridge_cli_read (cli, bridge_remind_parse (is_none (fields->remind) ? "" : fields->remind, &remind, error)))
        return FALSE;
      g_object_set (ritual, "remind", remind, NULL);
    }

  return TRUE;
}

static gboolean
apply_person (BridgeCli *cli, BridgeRitual *ritual, const char *property, const char *text, const char *nobody, GError **error)
{
  BridgePerson *person = NULL;

  if (text == NULL)
    return TRUE;
  if (!g_str_equal (text, nobody))
    {
      person = bridge_cli_find_person (cli, text, error);
      if (person == NULL)
        return FALSE;
    }

  g_object_set (ritual, property, person ? bridge_person_get_id (person) : NULL, NULL);
  return TRUE;
}

static gboolean
apply_text (BridgeRitual *ritual, const char *property, const char *text)
{
  g_autofree char *clean = NULL;

  if (text)
    {
      clean = bridge_text_clean (text, FALSE);
      g_object_set (ritual, property, clean ? clean : "", NULL);
    }
  return TRUE;
}

/* All but the persons, for whom the space is asked. */
static gboolean
apply_fields (BridgeCli *cli, BridgeRitual *ritual, const Fields *fields, GError **error)
{
  apply_text (ritual, "title", fields->title);
  apply_text (ritual, "smaller", fields->smaller);
  apply_text (ritual, "when-then", fields->when_then);
  if (fields->steps)
    {
      g_autoptr (GStrvBuilder) steps = g_strv_builder_new ();
      g_auto (GStrv) all = NULL;

      for (char **step = fields->steps; *step; step++)
        {
          g_autofree char *clean = bridge_text_clean (*step, FALSE);

          if (clean && !g_str_equal (clean, "none"))
            g_strv_builder_add (steps, clean);
        }
      all = g_strv_builder_end (steps);
      g_object_set (ritual, "steps", all, NULL);
    }

  return apply_numbers (cli, ritual, fields, error) && apply_schedule (cli, ritual, fields, error);
}

static gboolean
apply_persons (BridgeCli *cli, BridgeRitual *ritual, const Fields *fields, GError **error)
{
  return apply_person (cli, ritual, "who", fields->who, "both", error)
         && apply_person (cli, ritual, "lead", fields->lead, "none", error);
}

static BridgeRitual *
from_template (BridgeCli *cli, const char *id, GError **error)
{
  g_autoptr (GListModel) catalogue = bridge_catalogue_load (bridge_cli_is_solo (cli), error);
  g_autoptr (BridgeTemplate) template = catalogue ? bridge_catalogue_find (catalogue, id, error) : NULL;

  return template ? bridge_template_to_ritual (template, bridge_cli_now (cli), error) : NULL;
}

/* As the editor does: it is said, and that is all. */
static void
say_clash (BridgeCli *cli, BridgeRitual *ritual)
{
  BridgeSchedule *schedule = bridge_ritual_get_schedule (ritual);
  g_autoptr (GTimeZone) here = bridge_clock_dup_zone (bridge_space_get_clock (cli->space));
  g_autoptr (BridgeClash) clash = NULL;
  g_autofree char *words = NULL;

  if (schedule)
    clash = bridge_clash_find (schedule, bridge_ritual_get_minutes (ritual), bridge_space_get_hours (cli->space),
                               bridge_cli_now (cli), here);
  if (clash == NULL)
    return;

  words = bridge_clash_to_words (clash, bridge_cli_now (cli));
  bridge_cli_complain (words);
}

static gboolean
print_added (BridgeCli *cli, BridgeRitual *ritual)
{
  say_clash (cli, ritual);
  if (cli->json)
    bridge_cli_print_json (cli, bridge_cli_json_ritual (cli, ritual));
  else
    bridge_cli_print (cli, "%s\n", bridge_ritual_get_id (ritual));
  return TRUE;
}

/* What was agreed, and asks more of the other one than before. What nobody has agreed yet is only written. */
static gboolean
is_to_be_proposed (BridgeCli *cli, BridgeRitual *before, BridgeRitual *after)
{
  BridgeRitualState state = bridge_ritual_get_state (before);

  return state != BRIDGE_RITUAL_DRAFT && state != BRIDGE_RITUAL_PROPOSED
         && bridge_space_find_more (cli->space, before, after) != 0;
}

static gboolean
print_proposed (BridgeCli *cli, BridgeRitual *ritual)
{
  g_autofree char *sentence = bridge_cli_dup_asked (cli);

  say_clash (cli, ritual);
  if (cli->json)
    bridge_cli_print_json (cli, bridge_cli_json_ritual (cli, ritual));
  else if (bridge_ritual_get_state (ritual) == BRIDGE_RITUAL_PROPOSED)
    bridge_cli_print (cli, "%s\n", bridge_ritual_get_id (ritual));
  else
    bridge_cli_print (cli, "%s\n", sentence);
  if (!cli->json && bridge_ritual_get_state (ritual) == BRIDGE_RITUAL_PROPOSED)
    bridge_cli_complain (sentence);
  return TRUE;
}

static gboolean
refuse_agreed (BridgeCli *cli, GError **error)
{
  g_set_error (error, BRIDGE_ERROR, BRIDGE_ERROR_STATE,
               /* Translators: %s is a name; leave “--state agreed” as it is */
               _("This is for %s, too, so it is agreed once they say yes. Without “--state agreed” it is proposed."),
               bridge_person_get_name (bridge_space_get_listener (cli->space)));
  return FALSE;
}

static gboolean
ritual_add (BridgeCli *cli, int argc, char **argv, GError **error)
{
  g_auto (Fields) fields = { NULL };
  g_autoptr (BridgeRitual) ritual = NULL;
  g_autoptr (BridgeRitual) stored = NULL;
  int state = BRIDGE_RITUAL_AGREED;
  gboolean asks;

  if (!parse_fields (cli, &fields, TRUE, 0, 1, &argc, &argv, error))
    return FALSE;
  if (argc == 1 && fields.title)
    return bridge_cli_usage_error (cli, _("The title is given twice"), error);
  if (argc == 1)
    fields.title = g_strdup (argv[0]);
  if (fields.template == NULL && fields.title == NULL)
    return bridge_cli_usage_error (cli, _("A title is missing: --title TEXT"), error);
  if (fields.template == NULL && fields.start == NULL)
    return bridge_cli_usage_error (cli, _("A first date is missing: --start WHEN"), error);
  if (fields.state && !bridge_cli_parse_nick (cli, BRIDGE_TYPE_RITUAL_STATE, fields.state, &state, error))
    return FALSE;
  if (state != BRIDGE_RITUAL_AGREED && state != BRIDGE_RITUAL_PROPOSED && state != BRIDGE_RITUAL_DRAFT)
    return bridge_cli_usage_error (cli, _("A new ritual is a draft, proposed or agreed"), error);

  ritual = fields.template ? from_template (cli, fields.template, error) : bridge_ritual_new ();
  if (ritual == NULL
      || !apply_fields (cli, ritual, &fields, error)
      || !bridge_cli_require_speaker (cli, error)
      || !apply_persons (cli, ritual, &fields, error))
    return FALSE;

  /* What both are in is asked; nobody says the yes of the other one. */
  asks = bridge_space_find_more (cli->space, NULL, ritual) != 0;
  if (asks && fields.state && state == BRIDGE_RITUAL_AGREED && !bridge_space_is_others_own (cli->space, ritual))
    return refuse_agreed (cli, error);
  if (asks && state != BRIDGE_RITUAL_DRAFT)
    {
      stored = bridge_space_propose_ritual (cli->space, ritual, NULL, error);
      return stored != NULL && print_proposed (cli, stored);
    }
  g_object_set (ritual, "state", state, NULL);
  stored = bridge_space_add_ritual (cli->space, ritual, error);
  return stored != NULL && print_added (cli, stored);
}

static gboolean
ritual_edit (BridgeCli *cli, int argc, char **argv, GError **error)
{
  g_auto (Fields) fields = { NULL };
  g_autoptr (BridgeRitual) found = NULL;
  g_autoptr (BridgeRitual) edited = NULL;
  g_autoptr (BridgeRitual) stored = NULL;

  if (!parse_fields (cli, &fields, FALSE, 1, 1, &argc, &argv, error))
    return FALSE;
  if (fields.state || fields.template)
    return bridge_cli_usage_error (cli, _("State and template are not edited; there are verbs for the state"), error);
  if (!bridge_cli_require_speaker (cli, error))
    return FALSE;

  found = bridge_space_find_ritual (cli->space, argv[0], error);
  if (found == NULL)
    return FALSE;

  edited = bridge_ritual_copy (found);
  if (!apply_fields (cli, edited, &fields, error) || !apply_persons (cli, edited, &fields, error))
    return FALSE;
  if (is_to_be_proposed (cli, found, edited))
    {
      stored = bridge_space_propose_ritual (cli->space, edited, NULL, error);
      return stored != NULL && print_proposed (cli, stored);
    }
  if (!bridge_space_update_ritual (cli->space, edited, error))
    return FALSE;

  stored = bridge_space_find_ritual (cli->space, bridge_ritual_get_id (edited), error);
  return stored != NULL && print_added (cli, stored);
}

static char *
dup_next_words (BridgeCli *cli, BridgeRitual *ritual)
{
  g_autoptr (BridgeOccurrence) next = bridge_space_get_next (cli->space, bridge_ritual_get_id (ritual), NULL);

  return next ? bridge_words_when (bridge_occurrence_get_local (next), bridge_cli_now (cli)) : NULL;
}

/* Nobody has agreed with whoever is alone. */
static const char *
get_state_words (BridgeCli *cli, BridgeRitualState state)
{
  if (state == BRIDGE_RITUAL_AGREED && bridge_space_get_partner (cli->space) == NULL)
    return C_("ritual", "Going on");
  return bridge_ritual_state_get_label (state);
}

static void
print_ritual_line (BridgeCli *cli, BridgeRitual *ritual)
{
  BridgeSchedule *schedule = bridge_ritual_get_schedule (ritual);
  BridgeRitualState state = bridge_ritual_get_effective_state (ritual, bridge_cli_now (cli));
  g_autofree char *id = bridge_cli_shorten_ritual_id (cli, bridge_ritual_get_id (ritual));
  g_autofree char *words = schedule ? bridge_schedule_to_words (schedule) : NULL;
  g_autofree char *next = dup_next_words (cli, ritual);
  g_autofree char *whose = bridge_cli_dup_whose (cli, ritual);

  bridge_cli_print (cli, "%s  %s · %s%s%s%s", id, bridge_ritual_get_title (ritual), get_state_words (cli, state), whose,
                    words ? " · " : "", words ? words : "");
  if (next)
    {
      /* Translators: %s is a date as people say it, such as “tomorrow at 19:00”. */
      bridge_cli_print (cli, " · ");
      bridge_cli_print (cli, _("next %s"), next);
    }
  bridge_cli_print (cli, "\n");
}

static gboolean
ritual_list (BridgeCli *cli, int argc, char **argv, GError **error)
{
  g_autofree char *state_nick = NULL;
  int state = -1;
  GOptionEntry entries[] = {
    { "state", 0, 0, G_OPTION_ARG_STRING, &state_nick, _("Only those that are draft, proposed, agreed, resting or ended"),
      _("STATE") },
    { NULL },
  };
  GListModel *rituals;
  JsonArray *array;
  guint n = 0;

  if (!bridge_cli_parse (cli, entries, 0, 0, &argc, &argv, error)
      || (state_nick && !bridge_cli_parse_nick (cli, BRIDGE_TYPE_RITUAL_STATE, state_nick, &state, error))
      || !bridge_cli_require_speaker (cli, error))
    return FALSE;

  rituals = bridge_space_get_rituals (cli->space);
  array = json_array_new ();
  for (guint i = 0; i < g_list_model_get_n_items (rituals); i++)
    {
      g_autoptr (BridgeRitual) ritual = g_list_model_get_item (rituals, i);

      if (state != -1 && (int) bridge_ritual_get_effective_state (ritual, bridge_cli_now (cli)) != state)
        continue;
      n++;
      if (cli->json)
        json_array_add_element (array, bridge_cli_json_ritual (cli, ritual));
      else
        print_ritual_line (cli, ritual);
    }

  if (n == 0 && !cli->json)
    bridge_cli_print (cli, "%s\n", g_list_model_get_n_items (rituals) > 0
                                    ? _("No rituals in this state.")
                                    : _("No rituals yet. Begin with one of “footbridge ritual templates”, or with “footbridge "
                                        "ritual add TITLE --start WHEN”."));
  if (cli->json)
    bridge_cli_print_json (cli, bridge_cli_json_list (array));
  else
    json_array_unref (array);
  return TRUE;
}

static void
print_field (BridgeCli *cli, const char *label, const char *value)
{
  if (value && *value)
    bridge_cli_print (cli, "%s: %s\n", label, value);
}

static void
print_ritual (BridgeCli *cli, BridgeRitual *ritual)
{
  BridgeLocal now = bridge_cli_now (cli);
  BridgeLocal resting_until = bridge_ritual_get_resting_until (ritual);
  BridgeRitualState state = bridge_ritual_get_effective_state (ritual, now);
  BridgeSchedule *schedule = bridge_ritual_get_schedule (ritual);
  const char *const *steps = bridge_ritual_get_steps (ritual);
  const char *who = bridge_cli_name_of (cli, bridge_ritual_get_who (ritual));
  g_autofree char *words = schedule ? bridge_schedule_to_words (schedule) : NULL;
  g_autofree char *next = dup_next_words (cli, ritual);
  g_autofree char *minutes = bridge_words_minutes (bridge_ritual_get_minutes (ritual));
  g_autofree char *closeness = g_strdup_printf ("%d", bridge_ritual_get_closeness (ritual));
  g_autofree char *until = NULL;

  if (state == BRIDGE_RITUAL_RESTING && resting_until != BRIDGE_LOCAL_NONE)
    until = bridge_words_date (resting_until, now);

  bridge_cli_print (cli, "%s\n", bridge_ritual_get_title (ritual));
  print_field (cli, _("Id"), bridge_ritual_get_id (ritual));
  print_field (cli, _("State"), get_state_words (cli, state));
  print_field (cli, _("Resting until"), until);
  print_field (cli, _("When"), words);
  print_field (cli, _("Time zone"), schedule ? bridge_schedule_get_zone (schedule) : NULL);
  print_field (cli, _("Next"), next);
  print_field (cli, _("Takes"), minutes);
  print_field (cli, _("Who"), who ? who : bridge_space_get_partner (cli->space) ? _("both") : NULL);
  print_field (cli, _("Leads next"), bridge_cli_name_of (cli, bridge_ritual_get_lead (ritual)));
  print_field (cli, _("Closeness"), closeness);
  print_field (cli, _("In a recovery window after a pause"), bridge_ritual_get_in_recovery (ritual) ? _("goes on") : _("waits"));
  print_field (cli, _("Sentence"), bridge_ritual_get_when_then (ritual));
  print_field (cli, _("Smaller version"), bridge_ritual_get_smaller (ritual));
  print_field (cli, _("Reminders, minutes before"), bridge_ritual_get_remind (ritual));
  for (guint i = 0; steps && steps[i]; i++)
    bridge_cli_print (cli, "  %u. %s\n", i + 1, steps[i]);
}

static gboolean
ritual_show (BridgeCli *cli, int argc, char **argv, GError **error)
{
  g_autoptr (BridgeRitual) ritual = NULL;

  if (!bridge_cli_parse (cli, NULL, 1, 1, &argc, &argv, error) || !bridge_cli_require_speaker (cli, error))
    return FALSE;

  ritual = bridge_space_find_ritual (cli->space, argv[0], error);
  if (ritual == NULL)
    return FALSE;

  if (cli->json)
    bridge_cli_print_json (cli, bridge_cli_json_ritual (cli, ritual));
  else
    print_ritual (cli, ritual);
  return TRUE;
}

/* After a change of state: the whole ritual with --json, else one line. */
static gboolean
print_changed (BridgeCli *cli, const char *id, GError **error)
{
  g_autoptr (BridgeRitual) ritual = bridge_space_find_ritual (cli->space, id, error);

  if (ritual == NULL)
    return FALSE;

  if (cli->json)
    bridge_cli_print_json (cli, bridge_cli_json_ritual (cli, ritual));
  else
    print_ritual_line (cli, ritual);
  return TRUE;
}

static gboolean
change_state (BridgeCli *cli, const char *given, BridgeRitualEvent event, BridgeLocal until, GError **error)
{
  g_autoptr (BridgeRitual) ritual = bridge_space_find_ritual (cli->space, given, error);

  return ritual
         && bridge_space_change_ritual_state (cli->space, bridge_ritual_get_id (ritual), event, until, error)
         && print_changed (cli, bridge_ritual_get_id (ritual), error);
}

static gboolean
ritual_event (BridgeCli *cli, int argc, char **argv, BridgeRitualEvent event, GError **error)
{
  return bridge_cli_parse (cli, NULL, 1, 1, &argc, &argv, error)
         && bridge_cli_require_speaker (cli, error)
         && change_state (cli, argv[0], event, BRIDGE_LOCAL_NONE, error);
}

static gboolean
ritual_rest (BridgeCli *cli, int argc, char **argv, GError **error)
{
  g_autofree char *until_text = NULL;
  BridgeLocal until = BRIDGE_LOCAL_NONE;
  GOptionEntry entries[] = {
    { "until", 0, 0, G_OPTION_ARG_STRING, &until_text, _("The day it begins again by itself"), _("DATE") },
    { NULL },
  };

  if (!bridge_cli_parse (cli, entries, 1, 1, &argc, &argv, error))
    return FALSE;
  if (until_text && !bridge_cli_parse_date (cli, until_text, &until, error))
    return FALSE;

  return bridge_cli_require_speaker (cli, error) && change_state (cli, argv[0], BRIDGE_RITUAL_REST, until, error);
}

/* What concerns both, and one of them has put down, goes on when both want it. */
static gboolean
ritual_resume (BridgeCli *cli, int argc, char **argv, GError **error)
{
  g_autoptr (BridgeRitual) ritual = NULL;
  g_autoptr (BridgeInvitation) invitation = NULL;
  BridgeRitualState state;

  if (!bridge_cli_parse (cli, NULL, 1, 1, &argc, &argv, error) || !bridge_cli_require_speaker (cli, error))
    return FALSE;

  ritual = bridge_space_find_ritual (cli->space, argv[0], error);
  if (ritual == NULL)
    return FALSE;
  state = bridge_ritual_get_effective_state (ritual, bridge_cli_now (cli));
  if ((state != BRIDGE_RITUAL_RESTING && state != BRIDGE_RITUAL_ENDED)
      || bridge_space_find_more (cli->space, NULL, ritual) == 0)
    return change_state (cli, argv[0], BRIDGE_RITUAL_RESUME, BRIDGE_LOCAL_NONE, error);

  invitation = bridge_space_propose (cli->space, BRIDGE_INVITATION_RITUAL, bridge_ritual_get_id (ritual), NULL, NULL,
                                     BRIDGE_LOCAL_NONE, error);
  return invitation != NULL && print_proposed (cli, ritual);
}

static gboolean
ritual_end (BridgeCli *cli, int argc, char **argv, GError **error)
{
  return ritual_event (cli, argc, argv, BRIDGE_RITUAL_END, error);
}

static gboolean
ritual_agree (BridgeCli *cli, int argc, char **argv, GError **error)
{
  g_autoptr (BridgeRitual) ritual = NULL;
  BridgeInvitation *waiting;

  if (!bridge_cli_parse (cli, NULL, 1, 1, &argc, &argv, error) || !bridge_cli_require_speaker (cli, error))
    return FALSE;

  ritual = bridge_space_find_ritual (cli->space, argv[0], error);
  if (ritual == NULL)
    return FALSE;
  waiting = bridge_space_find_waiting (cli->space, BRIDGE_INVITATION_RITUAL, bridge_ritual_get_id (ritual));
  if (waiting == NULL)
    return change_state (cli, argv[0], BRIDGE_RITUAL_AGREE, BRIDGE_LOCAL_NONE, error);
  return bridge_space_answer_invitation (cli->space, bridge_invitation_get_id (waiting), BRIDGE_INVITATION_SAY_YES,
                                         BRIDGE_LOCAL_NONE, BRIDGE_INVITATION_REST_DEFAULT, error)
         && print_changed (cli, bridge_ritual_get_id (ritual), error);
}

static gboolean
ritual_propose (BridgeCli *cli, int argc, char **argv, GError **error)
{
  return ritual_event (cli, argc, argv, BRIDGE_RITUAL_PROPOSE, error);
}

static gboolean
ritual_swap_lead (BridgeCli *cli, int argc, char **argv, GError **error)
{
  g_autoptr (BridgeRitual) ritual = NULL;

  if (!bridge_cli_parse (cli, NULL, 1, 1, &argc, &argv, error) || !bridge_cli_require_speaker (cli, error))
    return FALSE;

  ritual = bridge_space_find_ritual (cli->space, argv[0], error);
  return ritual
         && bridge_space_swap_lead (cli->space, bridge_ritual_get_id (ritual), error)
         && print_changed (cli, bridge_ritual_get_id (ritual), error);
}

static gboolean
ritual_less (BridgeCli *cli, int argc, char **argv, GError **error)
{
  g_autoptr (BridgeRitual) ritual = NULL;
  g_autoptr (BridgeRitual) edited = NULL;
  g_autoptr (BridgeSchedule) less = NULL;

  if (!bridge_cli_parse (cli, NULL, 1, 1, &argc, &argv, error) || !bridge_cli_require_speaker (cli, error))
    return FALSE;

  ritual = bridge_space_find_ritual (cli->space, argv[0], error);
  if (ritual == NULL)
    return FALSE;

  if (bridge_ritual_get_schedule (ritual))
    less = bridge_schedule_dup_less (bridge_ritual_get_schedule (ritual));
  if (less == NULL)
    {
      g_set_error_literal (error, BRIDGE_ERROR, BRIDGE_ERROR_STATE,
                           _("This ritual cannot come up less often. It can rest, or be edited."));
      return FALSE;
    }

  edited = bridge_ritual_copy (ritual);
  g_object_set (edited, "schedule", less, NULL);
  return bridge_space_update_ritual (cli->space, edited, error)
         && print_changed (cli, bridge_ritual_get_id (ritual), error);
}

static gboolean
ritual_remove (BridgeCli *cli, int argc, char **argv, GError **error)
{
  g_autoptr (BridgeRitual) ritual = NULL;

  if (!bridge_cli_parse (cli, NULL, 1, 1, &argc, &argv, error) || !bridge_cli_require_speaker (cli, error))
    return FALSE;

  ritual = bridge_space_find_ritual (cli->space, argv[0], error);
  if (ritual == NULL || !bridge_space_remove_ritual (cli->space, bridge_ritual_get_id (ritual), error))
    return FALSE;

  if (cli->json)
    bridge_cli_print_json (cli, bridge_cli_json_ritual (cli, ritual));
  else
    bridge_cli_print (cli, _("Removed: %s\n"), bridge_ritual_get_title (ritual));
  return TRUE;
}

static gboolean
ritual_templates (BridgeCli *cli, int argc, char **argv, GError **error)
{
  g_autoptr (GListModel) catalogue = NULL;
  JsonArray *array;

  if (!bridge_cli_parse (cli, NULL, 0, 0, &argc, &argv, error))
    return FALSE;

  catalogue = bridge_catalogue_load (bridge_cli_is_solo (cli), error);
  if (catalogue == NULL)
    return FALSE;

  array = json_array_new ();
  for (guint i = 0; i < g_list_model_get_n_items (catalogue); i++)
    {
      g_autoptr (BridgeTemplate) template = g_list_model_get_item (catalogue, i);
      g_autofree char *minutes = bridge_words_minutes (bridge_template_get_minutes (template));

      if (cli->json)
        json_array_add_element (array, bridge_cli_json_template (template));
      else
        bridge_cli_print (cli, "%-26s  %s · %s\n", bridge_template_get_id (template),
                          bridge_template_get_title (template), minutes);
    }

  if (cli->json)
    bridge_cli_print_json (cli, bridge_cli_json_list (array));
  else
    json_array_unref (array);
  return TRUE;
}

const BridgeCliVerb bridge_cli_ritual_verbs[] = {
  { "ritual add", "[TITLE] --start WHEN [--rule RRULE] … | --template ID", N_("Plan a ritual and print its id."), ritual_add },
  { "ritual list", "[--state STATE]", N_("List the rituals."), ritual_list },
  { "ritual show", "RITUAL", N_("Show all of one ritual."), ritual_show },
  { "ritual edit", "RITUAL [--title TEXT] [--rule RRULE] …", N_("Change a ritual; a new plan counts from now on."), ritual_edit },
  { "ritual propose", "RITUAL", N_("Propose a draft."), ritual_propose },
  { "ritual agree", "RITUAL", N_("Say yes to what was proposed, or to a draft of your own."), ritual_agree },
  { "ritual rest", "RITUAL [--until DATE]", N_("Let a ritual rest, for a while or until resumed."), ritual_rest },
  { "ritual resume", "RITUAL", N_("Take a resting or ended ritual up again."), ritual_resume },
  { "ritual less", "RITUAL", N_("Let a ritual come up half as often."), ritual_less },
  { "ritual swap-lead", "RITUAL", N_("Pass the lead to the other person."), ritual_swap_lead },
  { "ritual end", "RITUAL", N_("End a ritual; what was kept stays on record."), ritual_end },
  { "ritual remove", "RITUAL", N_("Remove a ritual."), ritual_remove },
  { "ritual templates", "", N_("List the templates to begin with."), ritual_templates },
  { NULL },
};

/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "bridge-cli"

#include "config.h"

#include "bridge-cli-private.h"

#include <glib/gi18n-lib.h>

#include "bridge-milestone-led.h"
#include "bridge-milestone-record.h"
#include "bridge-milestone-state.h"
#include "bridge-milestone-words.h"
#include "bridge-space-milestones.h"
#include "bridge-words.h"

typedef struct {
  char *title;
  char *note;
  char *who;
  char *from;
  char *rituals;
  char *kind;
  char *number;
  char *since;
  char *revisit;
} Fields;

static void
fields_clear (Fields *fields)
{
  g_free (fields->title);
  g_free (fields->note);
  g_free (fields->who);
  g_free (fields->from);
  g_free (fields->rituals);
  g_free (fields->kind);
  g_free (fields->number);
  g_free (fields->since);
  g_free (fields->revisit);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Fields, fields_clear)

#define SOURCE_ENTRIES(fields) \
  { "note", 0, 0, G_OPTION_ARG_STRING, &(fields).note, _("What it would look like"), _("TEXT") }, \
  { "from", 0, 0, G_OPTION_ARG_STRING, &(fields).from, \
    _("What it is counted from: open (the usual), rituals, wins, promises, talks or weeks"), _("SOURCE") }, \
  { "ritual", 0, 0, G_OPTION_ARG_STRING, &(fields).rituals, _("The rituals it is counted from, with commas between"), \
    _("RITUALS") }, \
  { "kind", 0, 0, G_OPTION_ARG_STRING, &(fields).kind, _("The kind of small wins it is counted from, or any"), _("KIND") }, \
  { "number", 0, 0, G_OPTION_ARG_STRING, &(fields).number, _("How many; a realistic number if not given"), _("N") }, \
  { "since", 0, 0, G_OPTION_ARG_STRING, &(fields).since, _("The day from which it is counted; today if not given"), _("DATE") }, \
  { "revisit", 0, 0, G_OPTION_ARG_STRING, &(fields).revisit, _("The day for another look, or none"), _("DATE") }

/* ---- Reading ---- */

static gboolean
parse_day_or_none (BridgeCli *cli, const char *text, BridgeLocal *day, GError **error)
{
  if (g_str_equal (text, "none"))
    {
      *day = BRIDGE_LOCAL_NONE;
      return TRUE;
    }
  return bridge_cli_parse_date (cli, text, day, error);
}

/* What can be read without a space, so that bad usage is told of first. */
static gboolean
read_fields (BridgeCli *cli, const Fields *fields, GError **error)
{
  BridgeLocal day;
  int value;

  return (fields->from == NULL || bridge_cli_parse_nick (cli, BRIDGE_TYPE_MILESTONE_SOURCE, fields->from, &value, error))
         && (fields->kind == NULL || g_str_equal (fields->kind, "any")
             || bridge_cli_parse_nick (cli, BRIDGE_TYPE_WIN_KIND, fields->kind, &value, error))
         && (fields->number == NULL
             || bridge_cli_parse_number (cli, fields->number, 1, BRIDGE_MILESTONE_MAX_TARGET, &value, error))
         && (fields->since == NULL || bridge_cli_parse_date (cli, fields->since, &day, error))
         && (fields->revisit == NULL || parse_day_or_none (cli, fields->revisit, &day, error));
}

static gboolean
apply_rituals (BridgeCli *cli, BridgeMilestone *milestone, const char *text, GError **error)
{
  g_auto (GStrv) given = g_strsplit (text, ",", -1);
  g_autoptr (GString) ids = g_string_new (NULL);

  for (guint i = 0; given[i]; i++)
    {
      g_autoptr (BridgeRitual) ritual = NULL;

      if (*g_strstrip (given[i]) == '\0')
        continue;
      ritual = bridge_space_find_ritual (cli->space, given[i], error);
      if (ritual == NULL)
        return FALSE;
      g_string_append_printf (ids, "%s%s", ids->len > 0 ? "," : "", bridge_ritual_get_id (ritual));
    }
  g_object_set (milestone, "ritual-ids", ids->str, NULL);
  return TRUE;
}

static gboolean
apply_who (BridgeCli *cli, BridgeMilestone *milestone, const char *who, GError **error)
{
  BridgePerson *person;

  if (g_str_equal (who, "both"))
    {
      g_object_set (milestone, "who", NULL, NULL);
      return TRUE;
    }
  person = bridge_cli_find_person (cli, who, error);
  if (person == NULL)
    return FALSE;
  /* Whoever is here alone is everybody. */
  g_object_set (milestone, "who", bridge_space_get_partner (cli->space) ? bridge_person_get_id (person) : NULL, NULL);
  return TRUE;
}

/* Another source brings nothing along that belonged to the one before. */
static gboolean
apply_source (BridgeCli *cli, BridgeMilestone *milestone, const Fields *fields, GError **error)
{
  int source = bridge_milestone_get_source (milestone);
  int number;

  if (fields->from && !bridge_cli_parse_nick (cli, BRIDGE_TYPE_MILESTONE_SOURCE, fields->from, &source, error))
    return FALSE;
  if (fields->from == NULL && fields->rituals && source == BRIDGE_MILESTONE_FROM_NOTHING)
    source = BRIDGE_MILESTONE_FROM_RITUALS;
  if (source != (int) bridge_milestone_get_source (milestone))
    g_object_set (milestone, "source", source, "ritual-ids", "", "win-kind", NULL, "target", 0, NULL);
  if (fields->rituals && !apply_rituals (cli, milestone, fields->rituals, error))
    return FALSE;
  if (fields->kind)
    g_object_set (milestone, "win-kind", g_str_equal (fields->kind, "any") ? NULL : fields->kind, NULL);
  if (fields->number == NULL)
    return TRUE;
  if (!bridge_cli_parse_number (cli, fields->number, 1, BRIDGE_MILESTONE_MAX_TARGET, &number, error))
    return FALSE;
  g_object_set (milestone, "target", number, NULL);
  return TRUE;
}

static gboolean
apply_fields (BridgeCli *cli, BridgeMilestone *milestone, const Fields *fields, GError **error)
{
  BridgeLocal day;

  if (fields->title)
    g_object_set (milestone, "title", fields->title, NULL);
  if (fields->note)
    g_object_set (milestone, "note", fields->note, NULL);
  if ((fields->who && !apply_who (cli, milestone, fields->who, error)) || !apply_source (cli, milestone, fields, error))
    return FALSE;
  if (fields->since)
    {
      if (!bridge_cli_parse_date (cli, fields->since, &day, error))
        return FALSE;
      g_object_set (milestone, "since", day, NULL);
    }
  if (fields->revisit)
    {
      if (!parse_day_or_none (cli, fields->revisit, &day, error))
        return FALSE;
      g_object_set (milestone, "revisit-on", day, NULL);
    }
  return TRUE;
}

/* A number and a day that the record suggests, where none was given. @why: (out) (transfer full) (nullable) */
static gboolean
fill_in (BridgeCli *cli, BridgeMilestone *milestone, const Fields *fields, char **why, GError **error)
{
  g_auto (BridgeMilestoneAhead) ahead = { 0 };
  gboolean needs_number =
    bridge_milestone_get_source (milestone) != BRIDGE_MILESTONE_FROM_NOTHING && bridge_milestone_get_target (milestone) == 0;

  *why = NULL;
  if (!needs_number && fields->revisit)
    return TRUE;
  if (!bridge_milestone_look_ahead (cli->space, milestone, &ahead, error))
    return FALSE;
  if (needs_number)
    {
      g_object_set (milestone, "target", ahead.target, NULL);
      *why = g_steal_pointer (&ahead.why);
    }
  if (fields->revisit == NULL && bridge_milestone_get_revisit_on (milestone) == BRIDGE_LOCAL_NONE)
    g_object_set (milestone, "revisit-on", ahead.revisit_on, NULL);
  return TRUE;
}

/* ---- Printing ---- */

static void
add_string (JsonBuilder *builder, const char *key, const char *value)
{
  json_builder_set_member_name (builder, key);
  if (value)
    json_builder_add_string_value (builder, value);
  else
    json_builder_add_null_value (builder);
}

static void
add_int (JsonBuilder *builder, const char *key, gint64 value)
{
  json_builder_set_member_name (builder, key);
  json_builder_add_int_value (builder, value);
}

static void
add_date (JsonBuilder *builder, const char *key, BridgeLocal date)
{
  g_autofree char *text = date == BRIDGE_LOCAL_NONE ? NULL : bridge_local_format_date (date);

  add_string (builder, key, text);
}

/* What can be reshaped. */
static void
add_shape (JsonBuilder *builder, BridgeMilestone *milestone)
{
  g_auto (GStrv) ids = bridge_milestone_dup_rituals (milestone);

  add_string (builder, "title", bridge_milestone_get_title (milestone));
  add_string (builder, "note", bridge_milestone_get_note (milestone));
  add_string (builder, "source", bridge_enum_to_nick (BRIDGE_TYPE_MILESTONE_SOURCE, bridge_milestone_get_source (milestone)));
  json_builder_set_member_name (builder, "ritual_ids");
  json_builder_begin_array (builder);
  for (guint i = 0; ids[i]; i++)
    json_builder_add_string_value (builder, ids[i]);
  json_builder_end_array (builder);
  add_string (builder, "win_kind", bridge_milestone_get_win_kind (milestone));
  add_int (builder, "target", bridge_milestone_get_target (milestone));
  add_date (builder, "since", bridge_milestone_get_since (milestone));
  add_date (builder, "revisit_on", bridge_milestone_get_revisit_on (milestone));
}

/* The shape after @n of what is in the log. */
static void
add_shape_then (JsonBuilder *builder, BridgeMilestone *milestone, GPtrArray *log, guint n)
{
  g_autoptr (BridgeMilestone) shape = bridge_milestone_log_dup_shape (milestone, log, n);

  json_builder_set_member_name (builder, "shape");
  if (shape == NULL)
    {
      json_builder_add_null_value (builder);
      return;
    }
  json_builder_begin_object (builder);
  add_shape (builder, shape);
  json_builder_end_object (builder);
}

static void
add_log (JsonBuilder *builder, BridgeCli *cli, BridgeMilestone *milestone, GPtrArray *log)
{
  json_builder_set_member_name (builder, "begun");
  json_builder_begin_object (builder);
  add_date (builder, "on", bridge_milestone_get_begun_on (cli->space, milestone));
  add_shape_then (builder, milestone, log, 0);
  json_builder_end_object (builder);
  json_builder_set_member_name (builder, "changes");
  json_builder_begin_array (builder);
  for (guint i = 0; i < log->len; i++)
    {
      BridgeMilestoneChange *change = g_ptr_array_index (log, i);

      json_builder_begin_object (builder);
      add_string (builder, "event",
                  bridge_enum_to_nick (BRIDGE_TYPE_MILESTONE_EVENT, bridge_milestone_change_get_event (change)));
      add_date (builder, "on", bridge_milestone_change_get_on (change));
      add_string (builder, "words", bridge_milestone_change_get_words (change));
      add_shape_then (builder, milestone, log, i + 1);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static void
add_led (JsonBuilder *builder, GPtrArray *led)
{
  json_builder_set_member_name (builder, "on_the_way");
  json_builder_begin_array (builder);
  for (guint i = 0; i < led->len; i++)
    {
      BridgeMilestoneLed *kind = g_ptr_array_index (led, i);

      json_builder_begin_object (builder);
      add_string (builder, "source", bridge_enum_to_nick (BRIDGE_TYPE_MILESTONE_SOURCE, kind->kind));
      json_builder_set_member_name (builder, "words");
      json_builder_begin_array (builder);
      for (guint k = 0; k < kind->words->len; k++)
        json_builder_add_string_value (builder, g_ptr_array_index (kind->words, k));
      json_builder_end_array (builder);
      add_int (builder, "more", kind->more);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

/* @log, @led: (nullable): what became of it and what led there, too. (transfer full) */
static JsonNode *
to_json (BridgeCli *cli, BridgeMilestone *milestone, guint count, GPtrArray *log, GPtrArray *led)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_object (builder);
  add_string (builder, "id", bridge_milestone_get_id (milestone));
  add_string (builder, "who", bridge_milestone_get_who (milestone));
  add_shape (builder, milestone);
  add_int (builder, "count", count);
  add_string (builder, "state", bridge_enum_to_nick (BRIDGE_TYPE_MILESTONE_STATE, bridge_milestone_get_state (milestone)));
  add_date (builder, "reached_on", bridge_milestone_get_reached_on (milestone));
  add_string (builder, "mark", bridge_milestone_get_mark (milestone));
  if (led)
    add_led (builder, led);
  if (log)
    add_log (builder, cli, milestone, log);
  json_builder_end_object (builder);
  return json_builder_get_root (builder);
}

/* What it says of itself in a list: how far it has got, that it rests, or when it was reached. (transfer full) */
static char *
describe (BridgeCli *cli, BridgeMilestone *milestone, guint count)
{
  g_autofree char *progress = bridge_milestone_progress_to_words (cli->space, milestone, count);
  g_autofree char *clean = bridge_cli_one_line (progress);
  g_autofree char *day = NULL;

  switch (bridge_milestone_get_state (milestone))
    {
    case BRIDGE_MILESTONE_OPEN:
      return g_steal_pointer (&clean);
    case BRIDGE_MILESTONE_RESTING:
      /* Translators: %s is how far a milestone has got: "6 of 10 moments of “Weekly walk”" */
      return g_strdup_printf (_("Rests. %s"), clean);
    case BRIDGE_MILESTONE_REACHED:
      day = bridge_words_date (bridge_milestone_get_reached_on (milestone), bridge_cli_now (cli));
      /* Translators: %s is a date: "Tuesday, 24 November" */
      return g_strdup_printf (_("Reached on %s"), day);
    }
  g_return_val_if_reached (NULL);
}

/* "Ten walks  both  6 of 10 moments of “Weekly walk”" (transfer full) (nullable) */
static char *
to_line (BridgeCli *cli, BridgeMilestone *milestone, GError **error)
{
  g_autofree char *title = bridge_cli_one_line (bridge_milestone_get_title (milestone));
  const char *who = bridge_milestone_get_who (milestone);
  const char *name = who ? bridge_cli_name_of (cli, who) : NULL;
  g_autofree char *clean = name ? bridge_cli_one_line (name) : NULL;
  g_autofree char *words = NULL;
  guint count;

  if (!bridge_milestone_record_count (cli->space, milestone, &count, error))
    return NULL;
  words = describe (cli, milestone, count);
  if (clean == NULL && bridge_space_get_partner (cli->space))
    clean = g_strdup (_("both"));
  return g_strdup_printf ("%s%s%s  %s", title, clean ? "  " : "", clean ? clean : "", words);
}

/* It, as it is now. @more: (nullable): a line below it */
static gboolean
print_again (BridgeCli *cli, const char *id, const char *more, GError **error)
{
  g_autoptr (BridgeMilestone) milestone = bridge_space_find_milestone (cli->space, id, error);
  g_autofree char *line = NULL;
  guint count;

  if (milestone == NULL)
    return FALSE;
  if (cli->json)
    {
      if (!bridge_milestone_record_count (cli->space, milestone, &count, error))
        return FALSE;
      bridge_cli_print_json (cli, to_json (cli, milestone, count, NULL, NULL));
      return TRUE;
    }
  line = to_line (cli, milestone, error);
  if (line)
    bridge_cli_print (cli, "%s%s%s\n", line, more ? "\n" : "", more ? more : "");
  return line != NULL;
}

/* Proposes what is for both, and prints the invitation. @id_only: of a new one; @why: (nullable): of its number */
static gboolean
propose (BridgeCli *cli, BridgeMilestone *milestone, const char *words, gboolean id_only, const char *why, GError **error)
{
  g_autoptr (BridgeInvitation) invitation = bridge_space_propose_milestone (cli->space, milestone, words, error);

  if (invitation == NULL)
    return FALSE;
  if (cli->json)
    bridge_cli_print_json (cli, bridge_cli_json_invitation (cli, invitation));
  else if (id_only)
    bridge_cli_print (cli, "%s\n", bridge_invitation_get_id (invitation));
  else
    /* Translators: %s is a name */
    bridge_cli_print (cli, _("Proposed; %s can answer.\n"),
                      bridge_cli_name_of (cli, bridge_invitation_get_waits_for (invitation)));
  if (why && !cli->json)
    bridge_cli_print (cli, "%s\n", why);
  return TRUE;
}

static void
print_log (BridgeCli *cli, BridgeLocal on, const char *words, const char *why)
{
  g_autofree char *day = bridge_local_format_date (on);
  g_autofree char *clean = bridge_cli_one_line (words);
  g_autofree char *clean_why = bridge_cli_one_line (why);

  bridge_cli_print (cli, "  %s  %s%s%s%s\n", day, clean, *clean_why ? " · “" : "", clean_why, *clean_why ? "”" : "");
}

/* What has led there so far, or did. */
static void
print_led (BridgeCli *cli, GPtrArray *led)
{
  if (led->len > 0)
    bridge_cli_print (cli, "  %s\n", _("On the way there"));
  for (guint i = 0; i < led->len; i++)
    {
      BridgeMilestoneLed *kind = g_ptr_array_index (led, i);
      g_autofree char *more = bridge_milestone_led_dup_more (kind);

      for (guint k = 0; k < kind->words->len; k++)
        {
          g_autofree char *clean = bridge_cli_one_line (g_ptr_array_index (kind->words, k));

          bridge_cli_print (cli, "    %s\n", clean);
        }
      if (more)
        bridge_cli_print (cli, "    %s\n", more);
    }
}

/* What it was first, and what became of it. */
static void
print_whole_log (BridgeCli *cli, BridgeMilestone *milestone, GPtrArray *log)
{
  g_autofree char *begin = bridge_milestone_log_begin_to_words (cli->space, milestone, log);

  if (log->len > 0)
    print_log (cli, bridge_milestone_get_begun_on (cli->space, milestone), begin, "");
  for (guint i = 0; i < log->len; i++)
    {
      BridgeMilestoneChange *change = g_ptr_array_index (log, i);
      g_autofree char *words = bridge_milestone_log_entry_to_words (cli->space, milestone, log, i);

      print_log (cli, bridge_milestone_change_get_on (change), words, bridge_milestone_change_get_words (change));
    }
}

/* ---- Verbs ---- */

static gboolean
add (BridgeCli *cli, const char *title, Fields *fields, const char *words, GError **error)
{
  g_autoptr (BridgeMilestone) milestone = NULL;
  g_autoptr (BridgeMilestone) stored = NULL;
  g_autofree char *why = NULL;
  guint count;

  if (!read_fields (cli, fields, error) || !bridge_cli_require_speaker (cli, error))
    return FALSE;

  fields->title = g_strdup (title);
  if (fields->who == NULL)
    fields->who = g_strdup ("me");
  milestone = bridge_milestone_new ("", BRIDGE_MILESTONE_FROM_NOTHING, 0);
  g_object_set (milestone, "since", bridge_local_day_start (bridge_cli_now (cli)), NULL);
  if (!apply_fields (cli, milestone, fields, error) || !fill_in (cli, milestone, fields, &why, error))
    return FALSE;
  if (words || bridge_space_milestone_needs_yes (cli->space, NULL, milestone))
    return propose (cli, milestone, words, TRUE, why, error);

  stored = bridge_space_add_milestone (cli->space, milestone, error);
  if (stored == NULL || !bridge_milestone_record_count (cli->space, stored, &count, error))
    return FALSE;
  if (cli->json)
    bridge_cli_print_json (cli, to_json (cli, stored, count, NULL, NULL));
  else
    bridge_cli_print (cli, "%s\n", bridge_milestone_get_id (stored));
  if (why && !cli->json)
    bridge_cli_print (cli, "%s\n", why);
  return TRUE;
}

static gboolean
milestone_add (BridgeCli *cli, int argc, char **argv, GError **error)
{
  g_auto (Fields) fields = { NULL };
  GOptionEntry entries[] = {
    { "who", 0, 0, G_OPTION_ARG_STRING, &fields.who, _("Whose milestone: me (the usual) or both"), _("WHO") },
    SOURCE_ENTRIES (fields),
    { NULL },
  };

  return bridge_cli_parse (cli, entries, 1, 1, &argc, &argv, error) && add (cli, argv[0], &fields, NULL, error);
}

static gboolean
milestone_propose (BridgeCli *cli, int argc, char **argv, GError **error)
{
  g_auto (Fields) fields = { NULL };
  g_autofree char *words = NULL;
  GOptionEntry entries[] = {
    { "words", 0, 0, G_OPTION_ARG_STRING, &words, _("A few words of your own"), _("TEXT") },
    SOURCE_ENTRIES (fields),
    { NULL },
  };

  if (!bridge_cli_parse (cli, entries, 1, 1, &argc, &argv, error))
    return FALSE;
  fields.who = g_strdup ("both");
  return add (cli, argv[0], &fields, words ? words : "", error);
}

static gboolean
milestone_list (BridgeCli *cli, int argc, char **argv, GError **error)
{
  gboolean all = FALSE;
  GOptionEntry entries[] = {
    { "all", 0, 0, G_OPTION_ARG_NONE, &all, _("Resting and reached ones, too"), NULL },
    { NULL },
  };
  g_autoptr (JsonArray) array = json_array_new ();
  GListModel *milestones;
  gboolean any = FALSE;

  if (!bridge_cli_parse (cli, entries, 0, 0, &argc, &argv, error) || !bridge_cli_require_speaker (cli, error))
    return FALSE;

  milestones = bridge_space_get_milestones (cli->space);
  for (guint i = 0; i < g_list_model_get_n_items (milestones); i++)
    {
      g_autoptr (BridgeMilestone) milestone = g_list_model_get_item (milestones, i);
      g_autofree char *id = bridge_cli_shorten_id (milestones, bridge_milestone_get_id (milestone));
      g_autofree char *line = NULL;
      guint count;

      if ((bridge_milestone_get_state (milestone) != BRIDGE_MILESTONE_OPEN && !all)
          || !bridge_space_is_own_milestone (cli->space, milestone))
        continue;
      line = to_line (cli, milestone, error);
      if (line == NULL || !bridge_milestone_record_count (cli->space, milestone, &count, error))
        return FALSE;
      any = TRUE;
      if (cli->json)
        json_array_add_element (array, to_json (cli, milestone, count, NULL, NULL));
      else
        bridge_cli_print (cli, "%s  %s\n", id, line);
    }

  if (cli->json)
    bridge_cli_print_json (cli, bridge_cli_json_list (g_steal_pointer (&array)));
  else if (!any)
    bridge_cli_print (cli, "%s\n", all ? _("There is no milestone yet. Add one with “footbridge milestone add TITLE”.")
                                       : _("There is no open milestone. Add one with “footbridge milestone add TITLE”."));
  return TRUE;
}

/* The milestone that was named. (transfer full) */
static BridgeMilestone *
find_milestone (BridgeCli *cli, const char *id, GError **error)
{
  return bridge_cli_require_speaker (cli, error) ? bridge_space_find_milestone (cli->space, id, error) : NULL;
}

static gboolean
milestone_show (BridgeCli *cli, int argc, char **argv, GError **error)
{
  g_autoptr (BridgeMilestone) milestone = NULL;
  g_autoptr (GPtrArray) log = NULL;
  g_autoptr (GPtrArray) led = NULL;
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) lines = NULL;
  g_autofree char *line = NULL;
  guint count;

  if (!bridge_cli_parse (cli, NULL, 1, 1, &argc, &argv, error))
    return FALSE;

  milestone = find_milestone (cli, argv[0], error);
  if (milestone == NULL || !bridge_milestone_record_count (cli->space, milestone, &count, error))
    return FALSE;
  log = bridge_space_list_milestone_changes (cli->space, bridge_milestone_get_id (milestone), error);
  line = log ? to_line (cli, milestone, error) : NULL;
  led = line ? bridge_milestone_list_led (cli->space, milestone, FALSE, error) : NULL;
  if (led == NULL)
    return FALSE;
  if (cli->json)
    {
      bridge_cli_print_json (cli, to_json (cli, milestone, count, log, led));
      return TRUE;
    }

  bridge_cli_print (cli, "%s\n", line);
  bridge_milestone_add_whole (builder, cli->space, milestone);
  lines = g_strv_builder_end (builder);
  for (guint i = 0; lines[i]; i++)
    {
      g_autofree char *clean = bridge_cli_one_line (lines[i]);

      bridge_cli_print (cli, "  %s\n", clean);
    }
  print_led (cli, led);
  print_whole_log (cli, milestone, log);
  return TRUE;
}

static gboolean
milestone_reshape (BridgeCli *cli, int argc, char **argv, GError **error)
{
  g_auto (Fields) fields = { NULL };
  g_autofree char *why = NULL;
  GOptionEntry entries[] = {
    { "title", 0, 0, G_OPTION_ARG_STRING, &fields.title, _("What it is called"), _("TEXT") },
    { "who", 0, 0, G_OPTION_ARG_STRING, &fields.who, _("Whose milestone: me or both"), _("WHO") },
    { "why", 0, 0, G_OPTION_ARG_STRING, &why, _("Why, for its log"), _("TEXT") },
    SOURCE_ENTRIES (fields),
    { NULL },
  };
  g_autoptr (BridgeMilestone) milestone = NULL;
  g_autoptr (BridgeMilestone) after = NULL;
  g_autofree char *suggested = NULL;

  if (!bridge_cli_parse (cli, entries, 1, 1, &argc, &argv, error) || !read_fields (cli, &fields, error))
    return FALSE;

  milestone = find_milestone (cli, argv[0], error);
  after = milestone ? bridge_milestone_copy (milestone) : NULL;
  if (after == NULL || !apply_fields (cli, after, &fields, error))
    return FALSE;
  /* Whether there is a day for another look stays as it was. */
  if (fields.revisit == NULL)
    fields.revisit = g_strdup ("none");
  if (!fill_in (cli, after, &fields, &suggested, error))
    return FALSE;
  if (bridge_milestone_get_state (milestone) != BRIDGE_MILESTONE_REACHED
      && bridge_space_milestone_needs_yes (cli->space, milestone, after))
    return propose (cli, after, why, FALSE, NULL, error);
  return bridge_space_reshape_milestone (cli->space, after, why, error)
         && print_again (cli, bridge_milestone_get_id (milestone), NULL, error);
}

#define WHY_ENTRIES(why) \
  { \
    { "why", 0, 0, G_OPTION_ARG_STRING, &(why), _("Why, for its log"), _("TEXT") }, \
    { NULL }, \
  }

static gboolean
milestone_revisit (BridgeCli *cli, int argc, char **argv, GError **error)
{
  g_autofree char *why = NULL;
  g_autofree char *look = NULL;
  GOptionEntry entries[] = WHY_ENTRIES (why);
  g_autoptr (BridgeMilestone) milestone = NULL;
  BridgeLocal day;

  if (!bridge_cli_parse (cli, entries, 2, 2, &argc, &argv, error) || !parse_day_or_none (cli, argv[1], &day, error))
    return FALSE;

  milestone = find_milestone (cli, argv[0], error);
  look = milestone ? bridge_milestone_look_to_words (cli->space, day) : NULL;
  return milestone && bridge_space_revisit_milestone (cli->space, bridge_milestone_get_id (milestone), day, why, error)
         && print_again (cli, bridge_milestone_get_id (milestone), look, error);
}

static gboolean
change (BridgeCli *cli, int argc, char **argv, BridgeMilestoneEvent event, GError **error)
{
  g_autofree char *why = NULL;
  GOptionEntry entries[] = WHY_ENTRIES (why);
  g_autoptr (BridgeMilestone) milestone = NULL;
  g_autoptr (BridgeMilestone) after = NULL;

  if (!bridge_cli_parse (cli, entries, 1, 1, &argc, &argv, error))
    return FALSE;

  milestone = find_milestone (cli, argv[0], error);
  if (milestone == NULL)
    return FALSE;
  after = bridge_milestone_copy (milestone);
  g_object_set (after, "state", BRIDGE_MILESTONE_OPEN, NULL);
  if (event == BRIDGE_MILESTONE_RESUME && bridge_milestone_get_state (milestone) == BRIDGE_MILESTONE_RESTING
      && bridge_space_milestone_needs_yes (cli->space, milestone, after))
    return propose (cli, after, why, FALSE, NULL, error);
  return bridge_space_change_milestone (cli->space, bridge_milestone_get_id (milestone), event, why, error)
         && print_again (cli, bridge_milestone_get_id (milestone), NULL, error);
}

static gboolean
milestone_rest (BridgeCli *cli, int argc, char **argv, GError **error)
{
  return change (cli, argc, argv, BRIDGE_MILESTONE_REST, error);
}

static gboolean
milestone_resume (BridgeCli *cli, int argc, char **argv, GError **error)
{
  return change (cli, argc, argv, BRIDGE_MILESTONE_RESUME, error);
}

static gboolean
milestone_reopen (BridgeCli *cli, int argc, char **argv, GError **error)
{
  return change (cli, argc, argv, BRIDGE_MILESTONE_REOPEN, error);
}

static gboolean
milestone_reach (BridgeCli *cli, int argc, char **argv, GError **error)
{
  g_autofree char *possible = NULL;
  g_autofree char *mark = NULL;
  gboolean in_log = FALSE;
  GOptionEntry entries[] = {
    { "possible", 0, 0, G_OPTION_ARG_STRING, &possible, _("What made it possible"), _("TEXT") },
    { "mark", 0, 0, G_OPTION_ARG_STRING, &mark, _("How you mark it"), _("TEXT") },
    { "log", 0, 0, G_OPTION_ARG_NONE, &in_log, _("Your own one comes into the log, too, which you both read"), NULL },
    { NULL },
  };
  g_autoptr (BridgeMilestone) milestone = NULL;

  if (!bridge_cli_parse (cli, entries, 1, 1, &argc, &argv, error))
    return FALSE;

  milestone = find_milestone (cli, argv[0], error);
  return milestone
         && bridge_space_reach_milestone (cli->space, bridge_milestone_get_id (milestone), possible, mark, in_log, error)
         && print_again (cli, bridge_milestone_get_id (milestone), NULL, error);
}

static gboolean
milestone_remove (BridgeCli *cli, int argc, char **argv, GError **error)
{
  g_autoptr (BridgeMilestone) milestone = NULL;
  g_autofree char *line = NULL;
  guint count;

  if (!bridge_cli_parse (cli, NULL, 1, 1, &argc, &argv, error))
    return FALSE;

  milestone = find_milestone (cli, argv[0], error);
  if (milestone == NULL || !bridge_milestone_record_count (cli->space, milestone, &count, error))
    return FALSE;
  line = to_line (cli, milestone, error);
  if (line == NULL || !bridge_space_remove_milestone (cli->space, bridge_milestone_get_id (milestone), error))
    return FALSE;

  if (cli->json)
    bridge_cli_print_json (cli, to_json (cli, milestone, count, NULL, NULL));
  else
    bridge_cli_print (cli, _("Removed: %s\n"), line);
  return TRUE;
}

#define SOURCE_SYNOPSIS \
  "[--note TEXT] [--from SOURCE] [--ritual RITUALS] [--kind KIND] [--number N] [--since DATE] [--revisit DATE]"

const BridgeCliVerb bridge_cli_milestone_verbs[] = {
  { "milestone add", "TITLE [--who WHO] " SOURCE_SYNOPSIS,
    N_("Add a milestone of one’s own, or propose one of both, and print its id, or the proposal’s."), milestone_add },
  { "milestone list", "[--all]", N_("List the milestones that are open, and how far they have got."), milestone_list },
  { "milestone show", "MILESTONE", N_("Show a milestone and what became of it."), milestone_show },
  { "milestone propose", "TITLE [--words TEXT] " SOURCE_SYNOPSIS,
    N_("Propose a milestone of both, and print the proposal’s id."), milestone_propose },
  { "milestone reshape", "MILESTONE [--title TEXT] [--who WHO] [--why TEXT] " SOURCE_SYNOPSIS,
    N_("Give a milestone another shape; more of one of both is proposed."), milestone_reshape },
  { "milestone revisit", "MILESTONE DATE | none [--why TEXT]", N_("Note that a milestone was looked at, and when next."),
    milestone_revisit },
  { "milestone rest", "MILESTONE [--why TEXT]", N_("Let a milestone rest."), milestone_rest },
  { "milestone resume", "MILESTONE [--why TEXT]", N_("Take a resting milestone up again; one of both is proposed."),
    milestone_resume },
  { "milestone reach", "MILESTONE [--possible TEXT] [--mark TEXT] [--log]",
    N_("Say that a milestone is reached; it comes into the log of small wins."), milestone_reach },
  { "milestone reopen", "MILESTONE [--why TEXT]", N_("Open a reached milestone again."), milestone_reopen },
  { "milestone remove", "MILESTONE", N_("Remove a milestone, as if it had not been."), milestone_remove },
  { NULL },
};

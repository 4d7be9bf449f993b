/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "bridge-cli"

#include "config.h"

#include "bridge-cli-secret.h"

#include <glib/gi18n-lib.h>

#include "bridge-desk-settings.h"
#include "bridge-look-back-words.h"
#include "bridge-space-look-back.h"

#define WEEKS 8

static const char *const weekdays[] = { "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday" };

static void
add_int (JsonBuilder *builder, const char *name, guint value)
{
  json_builder_set_member_name (builder, name);
  json_builder_add_int_value (builder, value);
}

static void
add_boolean (JsonBuilder *builder, const char *name, gboolean value)
{
  json_builder_set_member_name (builder, name);
  json_builder_add_boolean_value (builder, value);
}

static void
add_string (JsonBuilder *builder, const char *name, const char *value)
{
  json_builder_set_member_name (builder, name);
  json_builder_add_string_value (builder, value);
}

/* @day: a day number, or -1: null */
static void
add_day (JsonBuilder *builder, const char *name, int day)
{
  g_autofree char *date = day >= 0 ? bridge_local_format_date ((BridgeLocal) day * BRIDGE_DAY) : NULL;

  json_builder_set_member_name (builder, name);
  if (date)
    json_builder_add_string_value (builder, date);
  else
    json_builder_add_null_value (builder);
}

/* "moments": { "entries": 23, "weeks": [ */
static void
begin_figure (JsonBuilder *builder, const BridgeLookBack *figures, BridgeFigure figure, const char *name, const char *list)
{
  json_builder_set_member_name (builder, name);
  json_builder_begin_object (builder);
  add_int (builder, "entries", bridge_look_back_count (figures, figure, 0));
  json_builder_set_member_name (builder, list);
  json_builder_begin_array (builder);
}

static void
end_figure (JsonBuilder *builder)
{
  json_builder_end_array (builder);
  json_builder_end_object (builder);
}

static void
add_moments (JsonBuilder *builder, const BridgeLookBack *figures)
{
  static const char *const names[] = { "rituals", "wins", "promises", "talks" };

  begin_figure (builder, figures, BRIDGE_FIGURE_MOMENTS, "moments", "weeks");
  for (guint i = 0; i < figures->periods->len; i++)
    {
      const BridgeLookBackPeriod *week = bridge_look_back_get_period (figures, i);

      json_builder_begin_object (builder);
      add_day (builder, "from", week->from);
      for (int kind = 0; kind < BRIDGE_N_LOOK_BACK_KINDS; kind++)
        add_int (builder, names[kind], week->moments[kind]);
      add_int (builder, "away_days", week->away);
      add_int (builder, "recovery_days", week->recovery);
      json_builder_end_object (builder);
    }
  end_figure (builder);
}

static void
add_quartile (JsonBuilder *builder, const char *name, const BridgeLookBackBand *band, double value)
{
  json_builder_set_member_name (builder, name);
  if (band->n < BRIDGE_LOOK_BACK_MIN)
    json_builder_add_null_value (builder);
  else
    json_builder_add_double_value (builder, value);
}

static void
add_band (JsonBuilder *builder, const BridgeLookBack *figures, BridgeFigure figure, const char *name)
{
  begin_figure (builder, figures, figure, name, "weeks");
  for (guint i = 0; i < figures->periods->len; i++)
    {
      const BridgeLookBackPeriod *week = bridge_look_back_get_period (figures, i);
      const BridgeLookBackBand *band = &week->bands[bridge_figure_get_scale (figure)];

      if (band->n == 0)
        continue;
      json_builder_begin_object (builder);
      add_day (builder, "from", week->from);
      add_int (builder, "entries", band->n);
      if (band->own > 0)
        add_int (builder, "private", band->own);
      add_quartile (builder, "low", band, band->low);
      add_quartile (builder, "middle", band, band->middle);
      add_quartile (builder, "high", band, band->high);
      json_builder_set_member_name (builder, "values");
      json_builder_begin_array (builder);
      for (int value = 0; value < BRIDGE_SCALE_MAX; value++)
        json_builder_add_int_value (builder, band->values[value]);
      json_builder_end_array (builder);
      json_builder_end_object (builder);
    }
  end_figure (builder);
}

static void
add_hours (JsonBuilder *builder, const BridgeLookBack *figures)
{
  begin_figure (builder, figures, BRIDGE_FIGURE_HOURS, "hours", "hours");
  for (int i = 0; i < 7 * 24; i++)
    {
      if (figures->hours[i / 24][i % 24] == 0)
        continue;
      json_builder_begin_object (builder);
      add_string (builder, "weekday", weekdays[i / 24]);
      add_int (builder, "hour", (guint) i % 24);
      add_int (builder, "rituals", figures->hours[i / 24][i % 24]);
      json_builder_end_object (builder);
    }
  end_figure (builder);
}

static void
add_days (JsonBuilder *builder, const BridgeLookBack *figures)
{
  begin_figure (builder, figures, BRIDGE_FIGURE_DAYS, "days", "warm");
  for (guint i = 0; i < figures->counts->len; i++)
    {
      if (g_array_index (figures->counts, guint, i) == 0)
        continue;
      json_builder_begin_object (builder);
      add_day (builder, "date", figures->first_day + (int) i);
      add_int (builder, "moments", g_array_index (figures->counts, guint, i));
      json_builder_end_object (builder);
    }
  end_figure (builder);
}

static void
add_pauses (JsonBuilder *builder, const BridgeLookBack *figures)
{
  begin_figure (builder, figures, BRIDGE_FIGURE_PAUSES, "pauses", "pauses");
  for (guint i = 0; i < figures->pauses->len; i++)
    {
      const BridgeLookBackPause *pause = &g_array_index (figures->pauses, BridgeLookBackPause, i);

      json_builder_begin_object (builder);
      add_day (builder, "date", pause->day);
      add_day (builder, "talk_on", pause->talk_day);
      add_boolean (builder, "other_day", pause->other_day);
      add_boolean (builder, "lesson", pause->lesson);
      json_builder_end_object (builder);
    }
  end_figure (builder);
}

static JsonNode *
figures_to_json (const BridgeLookBack *figures)
{
  g_autoptr (JsonBuilder) builder = json_builder_new_immutable ();

  json_builder_begin_object (builder);
  add_day (builder, "from", bridge_look_back_get_period (figures, 0)->from);
  add_day (builder, "to", figures->range.today);
  add_string (builder, "first_weekday", weekdays[figures->range.first_weekday - 1]);
  add_moments (builder, figures);
  add_band (builder, figures, BRIDGE_FIGURE_MOOD, "mood");
  add_band (builder, figures, BRIDGE_FIGURE_TALKING, "talking");
  add_hours (builder, figures);
  add_days (builder, figures);
  add_pauses (builder, figures);
  json_builder_end_object (builder);
  return json_builder_get_root (builder);
}

/* In columns as wide as what is in them. */
static void
print_row (BridgeCli *cli, GStrv row, const glong *widths)
{
  g_autoptr (GString) line = g_string_new (" ");

  for (guint i = 0; row[i]; i++)
    g_string_append_printf (line, " %s%*s ", row[i], (int) (widths[i] - g_utf8_strlen (row[i], -1)), "");
  g_strchomp (line->str);
  bridge_cli_print (cli, "%s\n", line->str);
}

static void
print_table (BridgeCli *cli, const BridgeLookBackTable *table)
{
  guint n = g_strv_length (table->head);
  g_autofree glong *widths = g_new0 (glong, n);

  for (guint i = 0; i < n; i++)
    widths[i] = g_utf8_strlen (table->head[i], -1);
  for (guint row = 0; row < table->rows->len; row++)
    for (guint i = 0; i < n; i++)
      widths[i] = MAX (widths[i], g_utf8_strlen (((GStrv) g_ptr_array_index (table->rows, row))[i], -1));

  print_row (cli, table->head, widths);
  for (guint row = 0; row < table->rows->len; row++)
    print_row (cli, g_ptr_array_index (table->rows, row), widths);
}

static void
print_figure (BridgeCli *cli, const BridgeLookBack *figures, BridgeFigure figure)
{
  gboolean alone = bridge_space_get_partner (cli->space) == NULL;
  guint entries = bridge_look_back_count (figures, figure, 0);
  g_autoptr (BridgeLookBackTable) table = NULL;
  g_autofree char *basis = NULL;
  g_autofree char *words = NULL;
  g_autofree char *own = bridge_look_back_dup_own (figures, figure, FALSE);

  if (entries == 0)
    return;

  table = bridge_look_back_make_table (figures, figure, 0);
  basis = bridge_look_back_dup_basis (entries);
  words = bridge_look_back_to_words (figures, figure, 0, alone);
  bridge_cli_print (cli, "%s%s (%s)\n%s\n", cli->out->len > 0 ? "\n" : "", bridge_figure_get_title (figure, figures, alone),
                    basis, words);
  if (own)
    bridge_cli_print (cli, "%s\n", own);
  print_table (cli, table);
}

static gboolean
look_back (BridgeCli *cli, int argc, char **argv, GError **error)
{
  char *weeks_text = NULL;
  gboolean with_private = FALSE;
  GOptionEntry entries[] = {
    { "weeks", 0, 0, G_OPTION_ARG_STRING, &weeks_text, _("How many, with the present one; 8 if not given"), _("N") },
    { "private", 0, 0, G_OPTION_ARG_NONE, &with_private, _("With your own private check-ins; the passphrase is asked for"), NULL },
    { NULL },
  };
  g_autoptr (BridgePrivate) private_space = NULL;
  g_autoptr (GArray) own = NULL;
  g_autoptr (GSettings) settings = NULL;
  g_autoptr (BridgeLookBack) figures = NULL;
  BridgeLookBackRange range;
  int weeks = WEEKS;
  gboolean fine = bridge_cli_parse (cli, entries, 0, 0, &argc, &argv, error)
                  && (weeks_text == NULL
                      || bridge_cli_parse_number (cli, weeks_text, 1, BRIDGE_LOOK_BACK_MAX_WEEKS, &weeks, error))
                  && bridge_cli_require_speaker (cli, error);

  g_free (weeks_text);
  if (!fine)
    return FALSE;
  if (with_private)
    {
      private_space = bridge_cli_unlock_private_too (cli, error);
      if (!private_space)
        return FALSE;
      own = bridge_space_list_own_check_ins (private_space);
    }

  settings = bridge_desk_settings_new ();
  bridge_space_init_look_back_range (cli->space, (guint) weeks, bridge_desk_settings_get_first_weekday (settings), &range);
  figures = bridge_space_look_back (cli->space, &range, own, error);
  if (figures == NULL)
    return FALSE;

  if (cli->json)
    bridge_cli_print_json (cli, figures_to_json (figures));
  else if (bridge_look_back_is_empty (figures))
    bridge_cli_print (cli, "%s\n", _("There is nothing to look back on yet. Note a small win with “footbridge win add TEXT”."));
  else
    for (BridgeFigure figure = 0; figure < BRIDGE_N_FIGURES; figure++)
      print_figure (cli, figures, figure);
  return TRUE;
}

const BridgeCliVerb bridge_cli_look_back_verbs[] = {
  { "look-back", "[--weeks N] [--private]", N_("Say what the weeks were like: shared moments, check-ins, warm days, talks after a pause."),
    look_back },
  { "lookback", "[--weeks N] [--private]", N_("The same as look-back."), look_back },
  { NULL },
};

/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "bridge-cli"

#include "config.h"

#include "bridge-cli-private.h"

#include <signal.h>

#include <glib-unix.h>
#include <glib/gi18n-lib.h>

#include "bridge-space-export.h"
#include "bridge-space-milestones.h"
#include "bridge-words.h"

#define SHORT_WIN_ID 8

typedef struct {
  char *text;
  char *meant;
  char *kind;
  char *on;
  char *ritual;
  char *pause;
  char *promise;
  char *milestone;
  int kind_value;
  BridgeLocal on_value;
} Fields;

static void
fields_clear (Fields *fields)
{
  g_free (fields->text);
  g_free (fields->meant);
  g_free (fields->kind);
  g_free (fields->on);
  g_free (fields->ritual);
  g_free (fields->pause);
  g_free (fields->promise);
  g_free (fields->milestone);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Fields, fields_clear)

static gboolean
read_values (BridgeCli *cli, Fields *fields, GError **error)
{
  return (fields->kind == NULL || bridge_cli_parse_nick (cli, BRIDGE_TYPE_WIN_KIND, fields->kind, &fields->kind_value, error))
         && (fields->on == NULL || bridge_cli_parse_date (cli, fields->on, &fields->on_value, error));
}

/* What a win belongs to, by the beginning of an id; "none" takes it off. */
static gboolean
apply_link (BridgeCli *cli, BridgeWin *win, const char *property, const char *given,
            gpointer (*find) (BridgeSpace *, const char *, GError **), GError **error)
{
  g_autoptr (GObject) found = NULL;
  g_autofree char *id = NULL;

  if (given == NULL)
    return TRUE;
  if (!g_str_equal (given, "none"))
    {
      found = find (cli->space, given, error);
      if (found == NULL)
        return FALSE;
      g_object_get (found, "id", &id, NULL);
    }

  g_object_set (win, property, id, NULL);
  return TRUE;
}

static gpointer
find_ritual (BridgeSpace *space, const char *id, GError **error)
{
  return bridge_space_find_ritual (space, id, error);
}

static gpointer
find_pause (BridgeSpace *space, const char *id, GError **error)
{
  return bridge_space_find_pause (space, id, error);
}

static gpointer
find_promise (BridgeSpace *space, const char *id, GError **error)
{
  return bridge_space_find_promise (space, id, error);
}

static gpointer
find_milestone (BridgeSpace *space, const char *id, GError **error)
{
  return bridge_space_find_milestone (space, id, error);
}

/* With which one a milestone was reached is said by it, not here. */
static gboolean
apply_milestone (BridgeCli *cli, BridgeWin *win, const char *given, GError **error)
{
  if (given == NULL || bridge_win_get_kind (win) != BRIDGE_WIN_MILESTONE || bridge_win_get_milestone_id (win) == NULL)
    return apply_link (cli, win, "milestone-id", given, find_milestone, error);

  g_set_error_literal (error, BRIDGE_ERROR, BRIDGE_ERROR_STATE,
                       _("This one says that a milestone was reached, and stays with it. Nothing was changed."));
  return FALSE;
}

static gboolean
apply_fields (BridgeCli *cli, BridgeWin *win, const Fields *fields, GError **error)
{
  if (fields->text)
    {
      g_autofree char *clean = bridge_text_clean (fields->text, TRUE);

      g_object_set (win, "text", clean ? clean : "", NULL);
    }
  if (fields->meant)
    {
      g_autofree char *clean = bridge_text_clean (fields->meant, TRUE);

      g_object_set (win, "meant", clean ? clean : "", NULL);
    }
  if (fields->kind)
    g_object_set (win, "kind", fields->kind_value, NULL);
  if (fields->on)
    g_object_set (win, "on", fields->on_value, NULL);

  return apply_link (cli, win, "ritual-id", fields->ritual, find_ritual, error)
         && apply_link (cli, win, "pause-id", fields->pause, find_pause, error)
         && apply_link (cli, win, "promise-id", fields->promise, find_promise, error)
         && apply_milestone (cli, win, fields->milestone, error);
}

/* Which milestone somebody has alone is only theirs to read. (transfer full) */
static JsonNode *
make_json (BridgeCli *cli, BridgeWin *win)
{
  g_autoptr (BridgeWin) shown = bridge_win_copy (win);
  BridgeMilestone *milestone = bridge_win_get_milestone_id (win)
                                 ? bridge_space_peek_milestone (cli->space, bridge_win_get_milestone_id (win)) : NULL;

  if (milestone && !bridge_space_is_own_milestone (cli->space, milestone))
    g_object_set (shown, "milestone-id", NULL, NULL);
  return bridge_cli_json_win (shown);
}

static gboolean
print_win_id (BridgeCli *cli, BridgeWin *win)
{
  if (cli->json)
    bridge_cli_print_json (cli, make_json (cli, win));
  else
    bridge_cli_print (cli, "%s\n", bridge_win_get_id (win));
  return TRUE;
}

static gboolean
win_add (BridgeCli *cli, int argc, char **argv, GError **error)
{
  g_auto (Fields) fields = { NULL };
  gboolean star = FALSE;
  GOptionEntry entries[] = {
    { "meant", 0, 0, G_OPTION_ARG_STRING, &fields.meant, _("What it meant"), _("TEXT") },
    { "kind", 0, 0, G_OPTION_ARG_STRING, &fields.kind, _("showing-up, listening, repair, laughter …"), _("KIND") },
    { "on", 0, 0, G_OPTION_ARG_STRING, &fields.on, _("The day; today if not given"), _("DATE") },
    { "ritual", 0, 0, G_OPTION_ARG_STRING, &fields.ritual, _("The ritual it belongs to"), _("RITUAL") },
    { "pause", 0, 0, G_OPTION_ARG_STRING, &fields.pause, _("The pause it came after"), _("PAUSE") },
    { "promise", 0, 0, G_OPTION_ARG_STRING, &fields.promise, _("The promise it belongs to"), _("PROMISE") },
    { "milestone", 0, 0, G_OPTION_ARG_STRING, &fields.milestone, _("The milestone it belongs to"), _("MILESTONE") },
    { "star", 0, 0, G_OPTION_ARG_NONE, &star, _("Give it a star"), NULL },
    { NULL },
  };
  g_autoptr (BridgeWin) win = NULL;
  g_autoptr (BridgeWin) stored = NULL;
  BridgePerson *speaker;

  if (!bridge_cli_parse (cli, entries, 1, 1, &argc, &argv, error)
      || !read_values (cli, &fields, error)
      || !bridge_cli_require_speaker (cli, error))
    return FALSE;

  speaker = bridge_cli_find_person (cli, "me", error);
  if (speaker == NULL)
    return FALSE;

  fields.text = g_strdup (argv[0]);
  win = bridge_win_new ("", bridge_local_day_start (bridge_cli_now (cli)));
  g_object_set (win, "noticed-by", bridge_person_get_id (speaker), "starred", star, NULL);
  if (!apply_fields (cli, win, &fields, error))
    return FALSE;

  stored = bridge_space_add_win (cli->space, win, error);
  return stored != NULL && print_win_id (cli, stored);
}

static gboolean
win_edit (BridgeCli *cli, int argc, char **argv, GError **error)
{
  g_auto (Fields) fields = { NULL };
  GOptionEntry entries[] = {
    { "text", 0, 0, G_OPTION_ARG_STRING, &fields.text, _("What went well"), _("TEXT") },
    { "meant", 0, 0, G_OPTION_ARG_STRING, &fields.meant, _("What it meant"), _("TEXT") },
    { "kind", 0, 0, G_OPTION_ARG_STRING, &fields.kind, _("showing-up, listening, repair, laughter …"), _("KIND") },
    { "on", 0, 0, G_OPTION_ARG_STRING, &fields.on, _("The day"), _("DATE") },
    { "ritual", 0, 0, G_OPTION_ARG_STRING, &fields.ritual, _("The ritual it belongs to, or “none”"), _("RITUAL") },
    { "pause", 0, 0, G_OPTION_ARG_STRING, &fields.pause, _("The pause it came after, or “none”"), _("PAUSE") },
    { "promise", 0, 0, G_OPTION_ARG_STRING, &fields.promise, _("The promise it belongs to, or “none”"), _("PROMISE") },
    { "milestone", 0, 0, G_OPTION_ARG_STRING, &fields.milestone, _("The milestone it belongs to, or “none”"), _("MILESTONE") },
    { NULL },
  };
  g_autoptr (BridgeWin) found = NULL;
  g_autoptr (BridgeWin) edited = NULL;
  g_autoptr (BridgeWin) stored = NULL;

  if (!bridge_cli_parse (cli, entries, 1, 1, &argc, &argv, error)
      || !read_values (cli, &fields, error)
      || !bridge_cli_require_speaker (cli, error))
    return FALSE;

  found = bridge_space_find_win (cli->space, argv[0], error);
  if (found == NULL)
    return FALSE;

  edited = bridge_win_copy (found);
  if (!apply_fields (cli, edited, &fields, error) || !bridge_space_update_win (cli->space, edited, error))
    return FALSE;

  stored = bridge_space_find_win (cli->space, bridge_win_get_id (edited), error);
  return stored != NULL && print_win_id (cli, stored);
}

static void
print_win_line (BridgeCli *cli, BridgeWin *win)
{
  g_autofree char *on = bridge_local_format_date (bridge_win_get_on (win));
  g_autofree char *text = bridge_cli_one_line (bridge_win_get_text (win));
  g_autofree char *meant = bridge_cli_one_line (bridge_win_get_meant (win));

  bridge_cli_print (cli, "%.*s  %s  %s%s%s%s\n", SHORT_WIN_ID, bridge_win_get_id (win), on,
                    bridge_win_get_starred (win) ? "★ " : "", text, *meant ? " · " : "", meant);
}

/* Reads page by page, so that a hundred thousand wins are no matter. */
static gboolean
print_wins (BridgeCli *cli, const BridgeWinQuery *query, int limit, GError **error)
{
  g_autoptr (GListModel) wins = bridge_space_list_wins (cli->space, query);
  g_autofree char *problem = NULL;
  JsonArray *array = json_array_new ();
  guint n = g_list_model_get_n_items (wins);

  if (limit > 0)
    n = MIN (n, (guint) limit);
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (BridgeWin) win = g_list_model_get_item (wins, i);

      if (win == NULL)
        break;
      if (cli->json)
        json_array_add_element (array, make_json (cli, win));
      else
        print_win_line (cli, win);
    }

  g_object_get (wins, "error-message", &problem, NULL);
  if (problem)
    {
      json_array_unref (array);
      g_set_error_literal (error, BRIDGE_ERROR, BRIDGE_ERROR_STORAGE, problem);
      return FALSE;
    }

  if (n == 0 && !cli->json)
    bridge_cli_print (cli, "%s\n", query->search || query->starred_only || query->kind != -1 || query->ritual_id
                                      || query->milestone_id || query->noticed_by || query->anniversary
                                    ? _("No wins like that.")
                                    : _("No wins yet. Note one with “footbridge win add TEXT”."));
  if (cli->json)
    bridge_cli_print_json (cli, bridge_cli_json_list (array));
  else
    json_array_unref (array);
  return TRUE;
}

/* Which wins: what list, search and export take, as it was written and as it is meant. */
typedef struct {
  char *kind;
  char *ritual;
  char *milestone;
  char *noticed_by;
  char *search;
  char *limit;
  gboolean starred;
  gboolean on_this_day;
  BridgeRitual *found_ritual;
  BridgeMilestone *found_milestone;
  BridgeWinQuery query;
  int limit_value; /* 0: none */
} Choice;

static void
choice_clear (Choice *choice)
{
  g_free (choice->kind);
  g_free (choice->ritual);
  g_free (choice->milestone);
  g_free (choice->noticed_by);
  g_free (choice->search);
  g_free (choice->limit);
  g_clear_object (&choice->found_ritual);
  g_clear_object (&choice->found_milestone);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Choice, choice_clear)

#define CHOICE_ENTRIES(choice) \
  { "starred", 0, 0, G_OPTION_ARG_NONE, &(choice)->starred, _("Only those with a star"), NULL }, \
  { "kind", 0, 0, G_OPTION_ARG_STRING, &(choice)->kind, _("Only those of a kind"), _("KIND") }, \
  { "ritual", 0, 0, G_OPTION_ARG_STRING, &(choice)->ritual, _("Only those of a ritual"), _("RITUAL") }, \
  { "milestone", 0, 0, G_OPTION_ARG_STRING, &(choice)->milestone, _("Only those of a milestone"), _("MILESTONE") }, \
  { "noticed-by", 0, 0, G_OPTION_ARG_STRING, &(choice)->noticed_by, _("Only those that one of you noticed"), _("PERSON") }, \
  { "on-this-day", 0, 0, G_OPTION_ARG_NONE, &(choice)->on_this_day, _("Only those of this day in earlier years"), NULL }, \
  { "limit", 0, 0, G_OPTION_ARG_STRING, &(choice)->limit, _("At most so many"), _("N") }

/* Opens the space: which milestones there are depends on who asks. */
static gboolean
read_choice (BridgeCli *cli, Choice *choice, GError **error)
{
  choice->query.kind = -1;
  choice->query.starred_only = choice->starred;
  if (choice->limit && !bridge_cli_parse_number (cli, choice->limit, 1, G_MAXINT, &choice->limit_value, error))
    return FALSE;
  if (choice->kind && !bridge_cli_parse_nick (cli, BRIDGE_TYPE_WIN_KIND, choice->kind, &choice->query.kind, error))
    return FALSE;
  if (!bridge_cli_require_speaker (cli, error))
    return FALSE;
  if (choice->ritual)
    {
      choice->found_ritual = bridge_space_find_ritual (cli->space, choice->ritual, error);
      if (choice->found_ritual == NULL)
        return FALSE;
      choice->query.ritual_id = bridge_ritual_get_id (choice->found_ritual);
    }
  if (choice->milestone)
    {
      choice->found_milestone = bridge_space_find_milestone (cli->space, choice->milestone, error);
      if (choice->found_milestone == NULL)
        return FALSE;
      choice->query.milestone_id = bridge_milestone_get_id (choice->found_milestone);
    }
  if (choice->noticed_by)
    {
      BridgePerson *person = bridge_cli_find_person (cli, choice->noticed_by, error);

      if (person == NULL)
        return FALSE;
      choice->query.noticed_by = bridge_person_get_id (person);
    }
  if (choice->on_this_day)
    choice->query.anniversary = bridge_local_day_start (bridge_cli_now (cli));
  choice->query.search = choice->search;
  return TRUE;
}

static gboolean
list_wins (BridgeCli *cli, int argc, char **argv, gboolean search, GError **error)
{
  g_auto (Choice) choice = { NULL };
  GOptionEntry entries[] = { CHOICE_ENTRIES (&choice), { NULL } };

  if (!bridge_cli_parse (cli, entries, search ? 1 : 0, search ? G_MAXINT : 0, &argc, &argv, error))
    return FALSE;
  if (search)
    {
      g_auto (GStrv) words = g_new0 (char *, argc + 1);

      for (int i = 0; i < argc; i++)
        words[i] = g_strdup (argv[i]);
      choice.search = g_strjoinv (" ", words);
    }

  return read_choice (cli, &choice, error) && print_wins (cli, &choice.query, choice.limit_value, error);
}

static gboolean
win_list (BridgeCli *cli, int argc, char **argv, GError **error)
{
  return list_wins (cli, argc, argv, FALSE, error);
}

static gboolean
win_search (BridgeCli *cli, int argc, char **argv, GError **error)
{
  return list_wins (cli, argc, argv, TRUE, error);
}

static gboolean
stop_cb (gpointer user_data)
{
  g_cancellable_cancel (user_data);
  return G_SOURCE_CONTINUE;
}

static void
exported_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  GAsyncResult **where = user_data;

  *where = g_object_ref (result);
}

/* What would end the program gives up the export instead, so that nothing of it is left; but not where whoever started it has
 * said that it shall go on. */
static BridgeLogExport *
export_log (BridgeCli *cli, const Choice *choice, const char *folder, GError **error)
{
  static const int ending[] = { SIGINT, SIGTERM, SIGHUP };
  guint sources[G_N_ELEMENTS (ending)] = { 0 };
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) local_error = NULL;
  BridgeLogExport *done;

  for (gsize i = 0; i < G_N_ELEMENTS (ending); i++)
    {
      struct sigaction before;

      if (sigaction (ending[i], NULL, &before) == 0 && before.sa_handler != SIG_IGN)
        sources[i] = g_unix_signal_add (ending[i], stop_cb, cancellable);
    }
  bridge_space_export_log_async (cli->space, &choice->query, (guint) choice->limit_value, folder, cancellable,
                                 exported_cb, &result);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);
  for (gsize i = 0; i < G_N_ELEMENTS (ending); i++)
    g_clear_handle_id (&sources[i], g_source_remove);

  done = bridge_space_export_log_finish (result, &local_error);
  if (g_error_matches (local_error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    g_set_error_literal (error, BRIDGE_ERROR, BRIDGE_ERROR_FAILED, _("It was stopped, and nothing was saved."));
  else if (local_error)
    g_propagate_error (error, g_steal_pointer (&local_error));
  return done;
}

static void
print_export (BridgeCli *cli, const BridgeLogExport *done)
{
  g_autofree char *folder = g_filename_display_name (done->folder);
  g_autofree char *line = bridge_cli_one_line (folder);

  if (cli->json)
    {
      g_autoptr (JsonBuilder) builder = json_builder_new_immutable ();

      json_builder_begin_object (builder);
      json_builder_set_member_name (builder, "folder");
      json_builder_add_string_value (builder, folder);
      json_builder_set_member_name (builder, "wins");
      json_builder_add_int_value (builder, done->n_wins);
      json_builder_set_member_name (builder, "pictures");
      json_builder_add_int_value (builder, done->n_pictures);
      json_builder_set_member_name (builder, "unread_pictures");
      json_builder_add_int_value (builder, done->n_unread);
      json_builder_end_object (builder);
      bridge_cli_print_json (cli, json_builder_get_root (builder));
      return;
    }

  /* Translators: how many, and the path of a folder */
  bridge_cli_print (cli, ngettext ("Saved %1$u small win in %2$s.\n", "Saved %1$u small wins in %2$s.\n", done->n_wins),
                    done->n_wins, line);
  if (done->n_pictures > 0)
    bridge_cli_print (cli, ngettext ("%u picture is beside them.\n", "%u pictures are beside them.\n", done->n_pictures),
                      done->n_pictures);
  if (done->n_unread > 0)
    bridge_cli_print (cli, ngettext ("The file of %u picture could not be read; it was left out.\n",
                                     "The files of %u pictures could not be read; they were left out.\n", done->n_unread),
                      done->n_unread);
}

static gboolean
win_export (BridgeCli *cli, int argc, char **argv, GError **error)
{
  g_auto (Choice) choice = { NULL };
  GOptionEntry entries[] = {
    { "search", 0, 0, G_OPTION_ARG_STRING, &choice.search, _("Only those with words that begin so"), _("TEXT") },
    CHOICE_ENTRIES (&choice),
    { NULL },
  };
  g_autoptr (BridgeLogExport) done = NULL;

  if (!bridge_cli_parse (cli, entries, 1, 1, &argc, &argv, error))
    return FALSE;
  if (*argv[0] == '\0')
    return bridge_cli_usage_error (cli, _("The folder to save in has no name"), error);
  if (!read_choice (cli, &choice, error))
    return FALSE;

  done = export_log (cli, &choice, argv[0], error);
  if (done == NULL)
    return FALSE;
  print_export (cli, done);
  return TRUE;
}

static gboolean
set_star (BridgeCli *cli, int argc, char **argv, gboolean starred, GError **error)
{
  g_autoptr (BridgeWin) win = NULL;
  g_autoptr (BridgeWin) stored = NULL;

  if (!bridge_cli_parse (cli, NULL, 1, 1, &argc, &argv, error) || !bridge_cli_require_speaker (cli, error))
    return FALSE;

  win = bridge_space_find_win (cli->space, argv[0], error);
  if (win == NULL || !bridge_space_star_win (cli->space, bridge_win_get_id (win), starred, error))
    return FALSE;

  stored = bridge_space_find_win (cli->space, bridge_win_get_id (win), error);
  if (stored == NULL)
    return FALSE;

  if (cli->json)
    bridge_cli_print_json (cli, make_json (cli, stored));
  else
    print_win_line (cli, stored);
  return TRUE;
}

static gboolean
win_star (BridgeCli *cli, int argc, char **argv, GError **error)
{
  return set_star (cli, argc, argv, TRUE, error);
}

static gboolean
win_unstar (BridgeCli *cli, int argc, char **argv, GError **error)
{
  return set_star (cli, argc, argv, FALSE, error);
}

static gboolean
win_remove (BridgeCli *cli, int argc, char **argv, GError **error)
{
  g_autoptr (BridgeWin) win = NULL;

  if (!bridge_cli_parse (cli, NULL, 1, 1, &argc, &argv, error) || !bridge_cli_require_speaker (cli, error))
    return FALSE;

  win = bridge_space_find_win (cli->space, argv[0], error);
  if (win == NULL || !bridge_space_remove_win (cli->space, bridge_win_get_id (win), error))
    return FALSE;

  if (cli->json)
    {
      bridge_cli_print_json (cli, make_json (cli, win));
    }
  else
    {
      g_autofree char *text = bridge_cli_one_line (bridge_win_get_text (win));

      bridge_cli_print (cli, _("Removed: %s\n"), text);
    }
  return TRUE;
}

/* Adding one would need what decodes pictures, which the window has. */
static gboolean
print_photos (BridgeCli *cli, const char *win_id, GError **error)
{
  g_autoptr (GPtrArray) photos = bridge_space_list_win_photos (cli->space, win_id, error);

  if (photos == NULL)
    return FALSE;
  if (cli->json)
    {
      bridge_cli_print_json (cli, bridge_cli_json_photos (cli, photos));
      return TRUE;
    }

  for (guint i = 0; i < photos->len; i++)
    {
      BridgeWinPhoto *photo = g_ptr_array_index (photos, i);
      g_autofree char *caption = bridge_cli_one_line (bridge_win_photo_get_caption (photo));
      g_autofree char *path = bridge_space_dup_photo_path (cli->space, bridge_win_photo_get_id (photo), FALSE);

      bridge_cli_print (cli, "%s  %s%s%s\n", bridge_win_photo_get_id (photo), path, *caption ? "  " : "", caption);
    }
  if (photos->len == 0)
    bridge_cli_print (cli, "%s\n", _("There is no picture beside this win. Pictures are added in the window."));
  return TRUE;
}

static gboolean
win_photos (BridgeCli *cli, int argc, char **argv, GError **error)
{
  g_autoptr (BridgeWin) win = NULL;

  if (!bridge_cli_parse (cli, NULL, 1, 1, &argc, &argv, error) || !bridge_cli_require_space (cli, error))
    return FALSE;
  win = bridge_space_find_win (cli->space, argv[0], error);
  return win != NULL && print_photos (cli, bridge_win_get_id (win), error);
}

static gboolean
win_caption (BridgeCli *cli, int argc, char **argv, GError **error)
{
  g_autoptr (BridgeWinPhoto) photo = NULL;

  if (!bridge_cli_parse (cli, NULL, 2, 2, &argc, &argv, error) || !bridge_cli_require_speaker (cli, error))
    return FALSE;
  photo = bridge_space_find_photo (cli->space, argv[0], error);
  return photo != NULL && bridge_space_caption_photo (cli->space, argv[0], argv[1], error)
         && print_photos (cli, bridge_win_photo_get_win_id (photo), error);
}

static gboolean
win_remove_photo (BridgeCli *cli, int argc, char **argv, GError **error)
{
  g_autoptr (BridgeWinPhoto) photo = NULL;

  if (!bridge_cli_parse (cli, NULL, 1, 1, &argc, &argv, error) || !bridge_cli_require_speaker (cli, error))
    return FALSE;
  photo = bridge_space_find_photo (cli->space, argv[0], error);
  return photo != NULL && bridge_space_remove_photo (cli->space, argv[0], error)
         && print_photos (cli, bridge_win_photo_get_win_id (photo), error);
}

const BridgeCliVerb bridge_cli_win_verbs[] = {
  { "win add", "TEXT [--meant TEXT] [--kind KIND] [--on DATE] [--ritual RITUAL] …", N_("Note a small win and print its id."), win_add },
  { "win list", "[--starred] [--kind KIND] [--ritual RITUAL] [--noticed-by PERSON] …", N_("List the wins, newest first."), win_list },
  { "win search", "TEXT", N_("Find wins by the beginnings of their words."), win_search },
  { "win export", "FOLDER [--search TEXT] [--starred] [--kind KIND] …", N_("Save the log with its pictures in a new folder."), win_export },
  { "win edit", "WIN [--text TEXT] [--meant TEXT] …", N_("Change a win."), win_edit },
  { "win star", "WIN", N_("Give a win a star."), win_star },
  { "win unstar", "WIN", N_("Take the star off again."), win_unstar },
  { "win remove", "WIN", N_("Remove a win."), win_remove },
  { "win photos", "WIN", N_("List the pictures beside a win."), win_photos },
  { "win caption", "PHOTO TEXT", N_("Say what a picture shows."), win_caption },
  { "win remove-photo", "PHOTO", N_("Take a picture out of a win."), win_remove_photo },
  { NULL },
};

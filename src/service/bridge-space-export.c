/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "bridge-export"

#include "config.h"

#include "bridge-space-export.h"

#include <string.h>

#include "bridge-csv.h"
#include "bridge-export-folder.h"
#include "bridge-photo-files.h"
#include "bridge-space-milestones.h"
#include "bridge-statement.h"
#include "bridge-store-win-photos.h"
#include "bridge-win-json.h"

#define JSON_FILE "small-wins.json"
#define CSV_FILE "small-wins.csv"
#define PICTURES "pictures"
#define SHORT_ID 8

/* So many wins are read at a time: who writes waits no longer than for these. */
#define WINS_PER_PAGE 256

/* All that a thread needs: nothing of the space is touched there. */
typedef struct {
  char *data_folder;
  char *folder;
  BridgeWinQuery query;
  char *search;       /* (nullable): what the query points to */
  char *noticed_by;   /* (nullable) */
  char *ritual_id;    /* (nullable) */
  char *milestone_id; /* (nullable) */
  GHashTable *hidden; /* milestones that the other one has alone, by id */
  guint limit;
} Job;

/* A picture as it is written down. */
typedef struct {
  BridgeWinPhoto *photo;
  char *file; /* (nullable): could not be read */
} Picture;

typedef struct {
  const Job *job;
  BridgeDatabase *db;
  BridgeExportFolder *folder;
  GCancellable *cancellable;
  GHashTable *names;   /* of persons, by id; NULL where one took it along */
  GHashTable *titles;  /* of rituals, by id */
  GHashTable *files;   /* names of pictures that are taken */
  gboolean has_photos; /* FALSE: from a time before there were pictures */
  BridgeExportFile *json;
  BridgeExportFile *csv;
  BridgeLogExport *done;
} Work;

static void
job_free (gpointer data)
{
  Job *job = data;

  g_free (job->data_folder);
  g_free (job->folder);
  g_free (job->search);
  g_free (job->noticed_by);
  g_free (job->ritual_id);
  g_free (job->milestone_id);
  g_hash_table_unref (job->hidden);
  g_free (job);
}

static void
picture_free (gpointer data)
{
  Picture *picture = data;

  g_object_unref (picture->photo);
  g_free (picture->file);
  g_free (picture);
}

static void
work_clear (Work *work)
{
  g_clear_pointer (&work->json, bridge_export_file_free);
  g_clear_pointer (&work->csv, bridge_export_file_free);
  g_clear_pointer (&work->folder, bridge_export_folder_free);
  g_clear_pointer (&work->names, g_hash_table_unref);
  g_clear_pointer (&work->titles, g_hash_table_unref);
  g_clear_pointer (&work->files, g_hash_table_unref);
  g_clear_pointer (&work->done, bridge_log_export_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Work, work_clear)

/* Who noticed it, as the log says it. */
static gboolean
find_name (Work        *work,
           const char  *person_id,
           const char **name,
           GError     **error)
{
  g_autoptr (BridgePerson) person = NULL;
  g_autoptr (GError) local_error = NULL;
  gpointer known;

  *name = NULL;
  if (person_id == NULL)
    return TRUE;
  if (!g_hash_table_lookup_extended (work->names, person_id, NULL, &known))
    {
      person = bridge_store_load_person (work->db, person_id, &local_error);
      if (local_error != NULL)
        {
          g_propagate_error (error, g_steal_pointer (&local_error));
          return FALSE;
        }
      known = person != NULL && !g_str_equal (bridge_person_get_name (person), BRIDGE_NO_NAME)
                ? g_strdup (bridge_person_get_name (person)) : NULL;
      g_hash_table_insert (work->names, g_strdup (person_id), known);
    }
  *name = known;
  return TRUE;
}

/* A day and the beginning of an id; more of it where that is taken. (transfer none) */
static const char *
take_file_name (Work           *work,
                BridgeWin      *win,
                BridgeWinPhoto *photo)
{
  g_autofree char *on = bridge_local_format_date (bridge_win_get_on (win));
  const char *id = bridge_win_photo_get_id (photo);
  char *name = g_strdup_printf (PICTURES "/%s-%.*s.jpg", on, SHORT_ID, id);

  if (g_hash_table_contains (work->files, name))
    {
      g_free (name);
      name = g_strdup_printf (PICTURES "/%s-%s.jpg", on, id);
    }
  g_hash_table_add (work->files, name);
  return name;
}

/* (transfer full) (nullable) (element-type Picture): the pictures of a win, copied as far as they can be read */
static GPtrArray *
copy_pictures (Work       *work,
               BridgeWin  *win,
               GError    **error)
{
  g_autoptr (GPtrArray) pictures = g_ptr_array_new_with_free_func (picture_free);
  g_autoptr (GPtrArray) photos = NULL;

  if (!work->has_photos)
    return g_steal_pointer (&pictures);
  photos = bridge_store_load_win_photos (work->db, bridge_win_get_id (win), error);
  if (photos == NULL)
    return NULL;

  for (guint i = 0; i < photos->len; i++)
    {
      BridgeWinPhoto *photo = g_ptr_array_index (photos, i);
      Picture *picture = g_new0 (Picture, 1);
      g_autofree char *from = bridge_photo_dup_path (work->job->data_folder, bridge_win_photo_get_id (photo), FALSE);
      const char *name = take_file_name (work, win, photo);
      gboolean copied;

      picture->photo = g_object_ref (photo);
      g_ptr_array_add (pictures, picture);
      if (!bridge_export_folder_add_copy (work->folder, from, name, &copied, work->cancellable, error))
        return NULL;
      if (copied)
        {
          picture->file = g_strdup (name);
          work->done->n_pictures++;
        }
      else
        {
          work->done->n_unread++;
        }
    }
  return g_steal_pointer (&pictures);
}

static void
add_member (JsonBuilder *builder,
            const char  *key,
            const char  *value)
{
  json_builder_set_member_name (builder, key);
  if (value != NULL)
    json_builder_add_string_value (builder, value);
  else
    json_builder_add_null_value (builder);
}

/* (transfer full): one line, valid whatever the database has */
static char *
make_json (BridgeWin  *win,
           const char *name,
           const char *title,
           GPtrArray  *pictures)
{
  g_autoptr (JsonBuilder) builder = json_builder_new_immutable ();
  g_autoptr (JsonNode) node = NULL;
  g_autofree char *text = NULL;

  json_builder_begin_object (builder);
  bridge_win_add_json_members (win, builder);
  add_member (builder, "noticed_by_name", name);
  add_member (builder, "ritual_title", title);
  json_builder_set_member_name (builder, "pictures");
  json_builder_begin_array (builder);
  for (guint i = 0; i < pictures->len; i++)
    {
      const Picture *picture = g_ptr_array_index (pictures, i);

      json_builder_begin_object (builder);
      add_member (builder, "id", bridge_win_photo_get_id (picture->photo));
      add_member (builder, "file", picture->file);
      add_member (builder, "caption", bridge_win_photo_get_caption (picture->photo));
      json_builder_set_member_name (builder, "width");
      json_builder_add_int_value (builder, bridge_win_photo_get_width (picture->photo));
      json_builder_set_member_name (builder, "height");
      json_builder_add_int_value (builder, bridge_win_photo_get_height (picture->photo));
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  json_builder_end_object (builder);
  node = json_builder_get_root (builder);
  text = json_to_string (node, FALSE);
  return g_utf8_make_valid (text, -1);
}

/* (transfer full): the files or the captions of the pictures that are there, a line each */
static char *
join_pictures (GPtrArray *pictures,
               gboolean   captions)
{
  GString *lines = g_string_new (NULL);
  gboolean first = TRUE;

  for (guint i = 0; i < pictures->len; i++)
    {
      const Picture *picture = g_ptr_array_index (pictures, i);
      g_autofree char *line = g_strdup (captions ? bridge_win_photo_get_caption (picture->photo) : picture->file);

      if (picture->file == NULL)
        continue;
      if (!first)
        g_string_append_c (lines, '\n');
      g_string_append (lines, g_strdelimit (line, "\r\n", ' '));
      first = FALSE;
    }
  return g_string_free (lines, FALSE);
}

static gboolean
append (BridgeExportFile  *file,
        const char        *text,
        GError           **error)
{
  return bridge_export_file_append (file, text, strlen (text), error);
}

static gboolean
append_line (BridgeExportFile   *file,
             const char *const  *cells,
             guint               n,
             GError            **error)
{
  g_autoptr (GString) line = g_string_new (NULL);

  bridge_csv_append_line (line, cells, n);
  return bridge_export_file_append (file, line->str, line->len, error);
}

static gboolean
append_csv (BridgeExportFile  *file,
            BridgeWin         *win,
            const char        *name,
            const char        *title,
            GPtrArray         *pictures,
            GError           **error)
{
  g_autofree char *on = bridge_local_format_date (bridge_win_get_on (win));
  g_autofree char *files = join_pictures (pictures, FALSE);
  g_autofree char *captions = join_pictures (pictures, TRUE);
  const char *cells[] = {
    on, bridge_win_get_text (win), bridge_win_get_meant (win),
    bridge_enum_to_nick (BRIDGE_TYPE_WIN_KIND, bridge_win_get_kind (win)), bridge_win_get_starred (win) ? "true" : "false",
    name, title, files, captions, bridge_win_get_id (win),
  };

  return append_line (file, cells, G_N_ELEMENTS (cells), error);
}

static gboolean
begin_files (Work    *work,
             GError **error)
{
  static const char *const names[]
    = { "on", "text", "meant", "kind", "starred", "noticed_by_name", "ritual_title", "pictures", "captions", "id" };
  g_autofree char *head = g_strdup_printf ("{\n\"format\": \"%s\",\n\"version\": %d,\n\"wins\": [",
                                           BRIDGE_LOG_EXPORT_FORMAT, BRIDGE_LOG_EXPORT_VERSION);

  work->json = bridge_export_file_begin (work->folder, JSON_FILE, error);
  work->csv = work->json != NULL ? bridge_export_file_begin (work->folder, CSV_FILE, error) : NULL;
  return work->csv != NULL &&
         append (work->json, head, error) &&
         append_line (work->csv, names, G_N_ELEMENTS (names), error) &&
         bridge_export_folder_add_folder (work->folder, PICTURES, error);
}

static gboolean
end_files (Work    *work,
           GError **error)
{
  return append (work->json, "\n]\n}\n", error) &&
         bridge_export_file_end (work->json, error) &&
         bridge_export_file_end (work->csv, error);
}

static gboolean
write_win (Work       *work,
           BridgeWin  *win,
           GError    **error)
{
  const char *ritual_id = bridge_win_get_ritual_id (win);
  const char *title = ritual_id != NULL ? g_hash_table_lookup (work->titles, ritual_id) : NULL;
  const char *name;
  g_autoptr (GPtrArray) pictures = NULL;
  g_autofree char *json = NULL;

  if (bridge_win_get_milestone_id (win) != NULL && g_hash_table_contains (work->job->hidden, bridge_win_get_milestone_id (win)))
    g_object_set (win, "milestone-id", NULL, NULL);
  if (!find_name (work, bridge_win_get_noticed_by (win), &name, error))
    return FALSE;
  pictures = copy_pictures (work, win, error);
  if (pictures == NULL)
    return FALSE;

  json = make_json (win, name, title, pictures);
  return append (work->json, work->done->n_wins++ > 0 ? ",\n" : "\n", error) &&
         append (work->json, json, error) &&
         append_csv (work->csv, win, name, title, pictures, error);
}

/* What was removed since the list was made is left out. */
static gboolean
is_there (BridgeWin *win)
{
  gint64 deleted_at = 0;

  if (win != NULL)
    g_object_get (win, "deleted-at", &deleted_at, NULL);
  return win != NULL && deleted_at == 0;
}

static gboolean
write_page (Work          *work,
            const gint64  *seqs,
            guint          n,
            GError       **error)
{
  g_autoptr (GPtrArray) wins = bridge_store_load_wins_by_seq (work->db, seqs, n, error);

  if (wins == NULL)
    return FALSE;
  for (guint i = 0; i < wins->len; i++)
    {
      BridgeWin *win = g_ptr_array_index (wins, i);

      if (g_cancellable_set_error_if_cancelled (work->cancellable, error) ||
          (is_there (win) && !write_win (work, win, error)))
        return FALSE;
    }
  return TRUE;
}

static gboolean
write_wins (Work    *work,
            GError **error)
{
  g_autoptr (GArray) keys = bridge_store_list_win_keys (work->db, &work->job->query, error);
  guint n;

  if (keys == NULL)
    return FALSE;
  n = work->job->limit > 0 ? MIN (keys->len, work->job->limit) : keys->len;
  for (guint done = 0; done < n; done += WINS_PER_PAGE)
    {
      gint64 seqs[WINS_PER_PAGE];
      guint length = MIN (n - done, WINS_PER_PAGE);

      for (guint i = 0; i < length; i++)
        seqs[i] = g_array_index (keys, BridgeListKey, done + i).seq;
      if (!write_page (work, seqs, length, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
prepare (Work    *work,
         GError **error)
{
  g_autoptr (GPtrArray) rituals = bridge_store_load_rituals (work->db, error);
  gint64 tables = 0;

  if (rituals == NULL ||
      !bridge_statement_query_int (work->db, "SELECT count (*) FROM sqlite_schema WHERE name = 'win_photos'", &tables, error))
    return FALSE;

  work->has_photos = tables > 0;
  work->names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  work->titles = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  work->files = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  for (guint i = 0; i < rituals->len; i++)
    g_hash_table_insert (work->titles, g_strdup (bridge_ritual_get_id (g_ptr_array_index (rituals, i))),
                         g_strdup (bridge_ritual_get_title (g_ptr_array_index (rituals, i))));
  work->done = g_new0 (BridgeLogExport, 1);
  return TRUE;
}

/* (transfer full) (nullable) */
static BridgeLogExport *
export_log (BridgeDatabase  *db,
            const Job       *job,
            GCancellable    *cancellable,
            GError         **error)
{
  g_auto (Work) work = { .job = job, .db = db, .cancellable = cancellable };

  work.folder = bridge_export_folder_begin (job->folder, error);
  if (work.folder == NULL ||
      !prepare (&work, error) ||
      !begin_files (&work, error) ||
      !write_wins (&work, error) ||
      !end_files (&work, error) ||
      g_cancellable_set_error_if_cancelled (cancellable, error) ||
      !bridge_export_folder_finish (work.folder, error))
    return NULL;

  work.done->folder = g_strdup (bridge_export_folder_get_path (work.folder));
  return g_steal_pointer (&work.done);
}

static void
work_cb (GTask        *task,
         gpointer      source,
         gpointer      task_data,
         GCancellable *cancellable)
{
  const Job *job = task_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (BridgeDatabase) db = NULL;
  BridgeLogExport *done = NULL;

  if (!g_cancellable_set_error_if_cancelled (cancellable, &error))
    db = bridge_database_open_to_read (job->data_folder, &error);
  if (db != NULL)
    done = export_log (db, job, cancellable, &error);

  if (done != NULL)
    g_task_return_pointer (task, done, (GDestroyNotify) bridge_log_export_free);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

/**
 * bridge_log_export_free:
 * @self: (transfer full): what came of an export
 *
 * Forgets it.
 */
void
bridge_log_export_free (BridgeLogExport *self)
{
  g_free (self->folder);
  g_free (self);
}

static GHashTable *
list_hidden (BridgeSpace *space)
{
  GListModel *milestones = bridge_space_get_milestones (space);
  GHashTable *hidden = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < g_list_model_get_n_items (milestones); i++)
    {
      g_autoptr (BridgeMilestone) milestone = g_list_model_get_item (milestones, i);

      if (!bridge_space_is_own_milestone (space, milestone))
        g_hash_table_add (hidden, g_strdup (bridge_milestone_get_id (milestone)));
    }
  return hidden;
}

/**
 * bridge_space_export_log_async:
 * @self: a space
 * @query: (nullable): which wins; %NULL: all
 * @limit: at most so many, the newest; 0: all
 * @folder: where the new folder shall be: nothing is there yet, or an empty folder
 * @cancellable: (nullable): to give up
 * @callback: what to call in the main loop
 * @user_data: for @callback
 *
 * Writes the celebration log into a new folder, in a thread that reads through a connection of its own. Nothing in the space is
 * changed. The folder is there as a whole once @callback is called, or not at all. The callback gets no source object.
 */
void
bridge_space_export_log_async (BridgeSpace          *self,
                               const BridgeWinQuery *query,
                               guint                 limit,
                               const char           *folder,
                               GCancellable         *cancellable,
                               GAsyncReadyCallback   callback,
                               gpointer              user_data)
{
  const BridgeWinQuery all = { .kind = -1 };
  g_autoptr (GTask) task = NULL;
  Job *job;

  g_return_if_fail (BRIDGE_IS_SPACE (self));
  g_return_if_fail (folder != NULL);

  job = g_new0 (Job, 1);
  job->data_folder = g_strdup (bridge_space_get_folder (self));
  job->folder = g_strdup (folder);
  job->limit = limit;
  job->query = query != NULL ? *query : all;
  job->query.search = job->search = g_strdup (job->query.search);
  job->query.noticed_by = job->noticed_by = g_strdup (job->query.noticed_by);
  job->query.ritual_id = job->ritual_id = g_strdup (job->query.ritual_id);
  job->query.milestone_id = job->milestone_id = g_strdup (job->query.milestone_id);
  job->hidden = list_hidden (self);

  /* Without the space: whoever has given up does not keep it. */
  task = g_task_new (NULL, cancellable, callback, user_data);
  g_task_set_source_tag (task, bridge_space_export_log_async);
  /* What is there when it is given up is there. */
  g_task_set_check_cancellable (task, FALSE);
  g_task_set_task_data (task, job, job_free);
  g_task_run_in_thread (task, work_cb);
}

/**
 * bridge_space_export_log_finish:
 * @result: what the callback was given
 * @error: where to say what went wrong
 *
 * Returns: (transfer full) (nullable): what was written, or %NULL with %G_IO_ERROR_CANCELLED, %BRIDGE_ERROR_STATE (something is
 *   there already), %BRIDGE_ERROR_FULL, %BRIDGE_ERROR_STORAGE or an error of the database
 */
BridgeLogExport *
bridge_space_export_log_finish (GAsyncResult  *result,
                                GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "bridge-text-diff"

#include "config.h"

#include "bridge-text-diff.h"

/* The longest stretch that is compared word by word: 8 million steps, some hundredths of a second. The two ends that
 * are alike do not count. What is longer is shown as taken out and written anew. */
#define MAX_PRODUCT ((gsize) 4 * 1000 * 1000)

/* A word, white space, or one other character, with the marks on it. */
typedef struct {
  const char *text;
  gsize length; /* bytes */
  guint32 id;   /* the same for the same text */
} Token;

typedef struct {
  const Token *before;
  const Token *after;
  gboolean *in_before; /* of each token before: is it in both? */
  gboolean *in_after;
  guint16 *rows[4];
} Comparison;

typedef struct {
  GString *same;
  GString *before;
  GString *after;
  GPtrArray *runs;
} Writer;

typedef enum { CLASS_WORD, CLASS_SPACE, CLASS_SINGLE } Class;

static Class
classify (gunichar character)
{
  if (g_unichar_isspace (character))
    return CLASS_SPACE;
  /* Scripts that are written without spaces are compared character by character. */
  if (g_unichar_isalnum (character) && !g_unichar_iswide (character))
    return CLASS_WORD;
  return CLASS_SINGLE;
}

/* A combining mark, a joiner or a variation selector is never parted from what it belongs to. */
static gboolean
is_joined (gunichar character)
{
  return g_unichar_ismark (character) || g_unichar_iszerowidth (character);
}

static const char *
find_token_end (const char *text)
{
  gunichar first = g_utf8_get_char (text);
  Class class = classify (first);
  const char *end = g_utf8_next_char (text);

  while (*end != '\0')
    {
      gunichar next = g_utf8_get_char (end);
      gboolean continues = class != CLASS_SPACE && is_joined (next);

      if (!continues && (class == CLASS_SINGLE || classify (next) != class))
        break;
      end = g_utf8_next_char (end);
    }
  return end;
}

static GArray *
split (const char *text,
       GHashTable *ids)
{
  GArray *tokens = g_array_new (FALSE, FALSE, sizeof (Token));

  while (*text != '\0')
    {
      const char *end = find_token_end (text);
      char *key = g_strndup (text, (gsize) (end - text));
      Token token = { text, (gsize) (end - text), GPOINTER_TO_UINT (g_hash_table_lookup (ids, key)) };

      if (token.id == 0)
        {
          token.id = g_hash_table_size (ids) + 1;
          g_hash_table_insert (ids, key, GUINT_TO_POINTER (token.id));
        }
      else
        g_free (key);
      g_array_append_val (tokens, token);
      text = end;
    }
  return tokens;
}

/* How long the longest common subsequence of all of before and each beginning of after is; both from the end when
 * @backwards. */
static void
measure (const Token *before,
         gsize        n_before,
         const Token *after,
         gsize        n_after,
         gboolean     backwards,
         guint16     *row,
         guint16     *last)
{
  memset (row, 0, (n_after + 1) * sizeof *row);
  for (gsize i = 0; i < n_before; i++)
    {
      guint32 id = before[backwards ? n_before - 1 - i : i].id;

      memcpy (last, row, (n_after + 1) * sizeof *row);
      for (gsize k = 0; k < n_after; k++)
        row[k + 1] = after[backwards ? n_after - 1 - k : k].id == id ? (guint16) (last[k] + 1) : MAX (row[k], last[k + 1]);
    }
}

/* Hirschberg: halves the text before and finds where the text after parts best, so that two lines of the table are
 * all that is ever needed. */
static void
compare (Comparison *self,
         gsize       from_before,
         gsize       to_before,
         gsize       from_after,
         gsize       to_after)
{
  gsize n_after = to_after - from_after;
  gsize half, best = 0;
  guint longest = 0;

  if (from_before == to_before || from_after == to_after)
    return;
  if (to_before - from_before == 1)
    {
      for (gsize k = from_after; k < to_after; k++)
        if (self->after[k].id == self->before[from_before].id)
          {
            self->in_before[from_before] = TRUE;
            self->in_after[k] = TRUE;
            return;
          }
      return;
    }

  half = from_before + (to_before - from_before) / 2;
  measure (self->before + from_before, half - from_before, self->after + from_after, n_after, FALSE,
           self->rows[0], self->rows[2]);
  measure (self->before + half, to_before - half, self->after + from_after, n_after, TRUE,
           self->rows[1], self->rows[3]);
  for (gsize k = 0; k <= n_after; k++)
    if ((guint) self->rows[0][k] + self->rows[1][n_after - k] > longest)
      {
        longest = (guint) self->rows[0][k] + self->rows[1][n_after - k];
        best = k;
      }

  compare (self, from_before, half, from_after, from_after + best);
  compare (self, half, to_before, from_after + best, to_after);
}

static void
find_common (GArray   *before,
             GArray   *after,
             gboolean *in_before,
             gboolean *in_after)
{
  const Token *a = (const Token *) (gpointer) before->data;
  const Token *b = (const Token *) (gpointer) after->data;
  gsize start = 0;
  gsize end_a = before->len;
  gsize end_b = after->len;

  while (start < end_a && start < end_b && a[start].id == b[start].id)
    {
      in_before[start] = in_after[start] = TRUE;
      start++;
    }
  while (end_a > start && end_b > start && a[end_a - 1].id == b[end_b - 1].id)
    in_before[--end_a] = in_after[--end_b] = TRUE;

  if (end_a - start > G_MAXUINT16 || (end_a - start) * (end_b - start) > MAX_PRODUCT)
    return;
  {
    g_autofree guint16 *rows = g_new (guint16, 4 * (end_b - start + 1));
    Comparison comparison = { a, b, in_before, in_after, { NULL } };

    for (gsize i = 0; i < G_N_ELEMENTS (comparison.rows); i++)
      comparison.rows[i] = rows + i * (end_b - start + 1);
    compare (&comparison, start, end_a, start, end_b);
  }
}

static void
run_free (gpointer data)
{
  BridgeTextRun *run = data;

  g_free (run->text);
  g_free (run);
}

static void
flush_one (Writer            *writer,
           GString           *text,
           BridgeTextRunKind  kind)
{
  BridgeTextRun *run;

  if (text->len == 0)
    return;
  run = g_new0 (BridgeTextRun, 1);
  run->kind = kind;
  run->text = g_strdup (text->str);
  g_string_truncate (text, 0);
  g_ptr_array_add (writer->runs, run);
}

static void
flush_changes (Writer *writer)
{
  flush_one (writer, writer->before, BRIDGE_TEXT_BEFORE);
  flush_one (writer, writer->after, BRIDGE_TEXT_AFTER);
}

static gboolean
is_space (const Token *token)
{
  return g_unichar_isspace (g_utf8_get_char (token->text));
}

static void
write_runs (GArray         *before,
            GArray         *after,
            const gboolean *in_before,
            const gboolean *in_after,
            Writer         *writer)
{
  gsize i = 0;
  gsize k = 0;

  while (i < before->len || k < after->len)
    {
      const Token *a = i < before->len ? &g_array_index (before, Token, i) : NULL;
      const Token *b = k < after->len ? &g_array_index (after, Token, k) : NULL;

      if (a != NULL && !in_before[i])
        {
          flush_one (writer, writer->same, BRIDGE_TEXT_SAME);
          g_string_append_len (writer->before, a->text, (gssize) a->length);
          i++;
          continue;
        }
      if (b != NULL && !in_after[k])
        {
          flush_one (writer, writer->same, BRIDGE_TEXT_SAME);
          g_string_append_len (writer->after, b->text, (gssize) b->length);
          k++;
          continue;
        }

      /* A lone space that stayed between two words that did not would only cut what is read as one. */
      if (is_space (a) && writer->before->len > 0 && writer->after->len > 0 &&
          i + 1 < before->len && !in_before[i + 1] && k + 1 < after->len && !in_after[k + 1])
        {
          g_string_append_len (writer->before, a->text, (gssize) a->length);
          g_string_append_len (writer->after, b->text, (gssize) b->length);
        }
      else
        {
          flush_changes (writer);
          g_string_append_len (writer->same, a->text, (gssize) a->length);
        }
      i++;
      k++;
    }
  flush_one (writer, writer->same, BRIDGE_TEXT_SAME);
  flush_changes (writer);
}

/**
 * bridge_text_diff:
 * @before: a text
 * @after: the text that came after it
 *
 * Finds what two texts have in common, word by word. Where both changed at one place, what was there before comes first.
 * Long texts that have little in common are not searched for it.
 *
 * Returns: (transfer full) (element-type BridgeTextRun): runs in reading order; those that are the same or only before make
 *   up @before, those that are the same or only after make up @after
 */
GPtrArray *
bridge_text_diff (const char *before,
                  const char *after)
{
  g_autoptr (GHashTable) ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GArray) a = NULL;
  g_autoptr (GArray) b = NULL;
  g_autofree gboolean *in_before = NULL;
  g_autofree gboolean *in_after = NULL;
  g_autoptr (GString) same = g_string_new (NULL);
  g_autoptr (GString) out = g_string_new (NULL);
  g_autoptr (GString) in = g_string_new (NULL);
  Writer writer = { same, out, in, g_ptr_array_new_with_free_func (run_free) };

  g_return_val_if_fail (before != NULL && g_utf8_validate (before, -1, NULL), writer.runs);
  g_return_val_if_fail (after != NULL && g_utf8_validate (after, -1, NULL), writer.runs);

  a = split (before, ids);
  b = split (after, ids);
  in_before = g_new0 (gboolean, a->len + 1);
  in_after = g_new0 (gboolean, b->len + 1);
  find_common (a, b, in_before, in_after);
  write_runs (a, b, in_before, in_after, &writer);
  return writer.runs;
}

/**
 * bridge_text_diff_has_changes:
 * @runs: (element-type BridgeTextRun): what bridge_text_diff() gave
 *
 * Returns: whether the texts differ
 */
gboolean
bridge_text_diff_has_changes (GPtrArray *runs)
{
  for (guint i = 0; i < runs->len; i++)
    if (((BridgeTextRun *) g_ptr_array_index (runs, i))->kind != BRIDGE_TEXT_SAME)
      return TRUE;
  return FALSE;
}

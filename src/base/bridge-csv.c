/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "bridge-csv.h"

#include <string.h>

/* Spreadsheets look past blanks, and past what nobody sees, for what begins a formula; some take the wide forms, too. */
static gboolean
begins_formula (const char *text)
{
  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar c = g_utf8_get_char (at);

      if (c == '\t')
        return TRUE;
      if (g_unichar_isspace (c) || g_unichar_type (c) == G_UNICODE_FORMAT)
        continue;
      return strchr ("=+-@", (int) MIN (c, 0x7f)) != NULL || c == 0xff1d || c == 0xff0b || c == 0xff0d || c == 0xff20;
    }

  return FALSE;
}

/* Line breaks as one character, and a blank for every other character that no text has. */
static char *
clean (const char *cell)
{
  g_autofree char *valid = g_utf8_make_valid (cell, -1);
  GString *text = g_string_sized_new (strlen (valid));

  for (const char *at = valid; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar c = g_utf8_get_char (at);

      if (c == '\r' && at[1] == '\n')
        continue;
      if (c == '\r')
        c = '\n';
      g_string_append_unichar (text, c != '\n' && c != '\t' && g_unichar_iscntrl (c) ? ' ' : c);
    }

  return g_string_free (text, FALSE);
}

/**
 * bridge_csv_escape:
 * @cell: (nullable): what is to stand in a cell
 *
 * Makes a cell of RFC 4180, in UTF-8, with line feeds within it. What a spreadsheet would take for a formula (it begins with
 * “=”, “+”, “-”, “@” or a tabulator, also after blanks) gets an apostrophe in front; whatever else begins with one is left.
 *
 * Returns: (transfer full): the cell, in quotes where it needs them
 */
char *
bridge_csv_escape (const char *cell)
{
  g_autofree char *text = clean (cell != NULL ? cell : "");
  GString *escaped = g_string_new (NULL);
  gboolean formula = begins_formula (text);
  gsize length = strlen (text);
  gboolean quoted = formula || strpbrk (text, "\",;\t\n") != NULL ||
                    (length > 0 && (text[0] == ' ' || text[length - 1] == ' '));

  if (quoted)
    g_string_append_c (escaped, '"');
  if (formula)
    g_string_append_c (escaped, '\'');
  for (const char *at = text; *at != '\0'; at++)
    {
      if (*at == '"')
        g_string_append_c (escaped, '"');
      g_string_append_c (escaped, *at);
    }
  if (quoted)
    g_string_append_c (escaped, '"');

  return g_string_free (escaped, FALSE);
}

/**
 * bridge_csv_append_line:
 * @out: what is written
 * @cells: (array length=n): cells, each nullable
 * @n: how many
 *
 * Adds a line with its end, CR LF.
 */
void
bridge_csv_append_line (GString           *out,
                        const char *const *cells,
                        guint              n)
{
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *escaped = bridge_csv_escape (cells[i]);

      if (i > 0)
        g_string_append_c (out, ',');
      g_string_append (out, escaped);
    }
  g_string_append (out, "\r\n");
}

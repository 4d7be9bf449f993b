/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "bridge-csv.h"

static void
test_escape (void)
{
  static const struct {
    const char *cell;
    const char *escaped;
  } cases[] = {
    { NULL, "" },
    { "", "" },
    { "Tea on the stairs", "Tea on the stairs" },
    { "Tee, und ein Lied", "\"Tee, und ein Lied\"" },
    { "a;b", "\"a;b\"" },
    { "You said \"stay\"", "\"You said \"\"stay\"\"\"" },
    { "one\ntwo", "\"one\ntwo\"" },
    { "one\r\ntwo\rthree", "\"one\ntwo\nthree\"" },
    { " around ", "\" around \"" },
    { "bell\a, escape\033[2J", "\"bell , escape [2J\"" },
    { "a\177b", "a b" },
    { "שלום", "שלום" },
    { "\xff\xfe", "\xef\xbf\xbd\xef\xbf\xbd" },
    /* What a spreadsheet would work out */
    { "=1+1", "\"'=1+1\"" },
    { "+49", "\"'+49\"" },
    { "-5 °C", "\"'-5 °C\"" },
    { "@home", "\"'@home\"" },
    { "\tx", "\"'\tx\"" },
    { "\r=1", "\"'\n=1\"" },
    { "  =1", "\"'  =1\"" },
    { "\001=1", "\"' =1\"" },
    { "\xe2\x80\x8f=1", "\"'\xe2\x80\x8f=1\"" },
    { "\xef\xbc\x9d" "1", "\"'\xef\xbc\x9d" "1\"" },
    { "=HYPERLINK(\"x\")", "\"'=HYPERLINK(\"\"x\"\")\"" },
    /* And what it would not */
    { "1=1", "1=1" },
    { "'tis", "'tis" },
    { "–5", "–5" },
    { "\177", "\" \"" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *escaped = bridge_csv_escape (cases[i].cell);

      g_assert_cmpstr (escaped, ==, cases[i].escaped);
    }
}

static void
test_line (void)
{
  static const char *const cells[] = { "a", NULL, "b,c" };
  g_autoptr (GString) out = g_string_new (NULL);

  bridge_csv_append_line (out, cells, G_N_ELEMENTS (cells));
  bridge_csv_append_line (out, cells, 1);
  g_assert_cmpstr (out->str, ==, "a,,\"b,c\"\r\na\r\n");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/base/csv/escape", test_escape);
  g_test_add_func ("/base/csv/line", test_line);

  return g_test_run ();
}

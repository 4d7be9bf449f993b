/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "bridge-error.h"
#include "bridge-json.h"

static const char document[] =
  "{ \"title\": \"Ten quiet minutes\", \"minutes\": 10, \"starred\": true, \"half\": 0.5, \"nothing\": null,"
  "  \"steps\": [ \"sit down\", \"breathe\" ], \"mixed\": [ \"a\", 1 ], \"empty\": [], \"inner\": {} }";

static void
assert_refused (gboolean    result,
                GError    **error,
                const char *member)
{
  g_assert_false (result);
  g_assert_error (*error, BRIDGE_ERROR, BRIDGE_ERROR_DATA);
  g_assert_nonnull (strstr ((*error)->message, member));
  g_clear_error (error);
}

static void
test_readers (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (JsonNode) root = bridge_json_parse (document, -1, &error);
  g_auto (GStrv) steps = NULL;
  g_auto (GStrv) empty = NULL;
  JsonObject *object;
  const char *title = NULL;
  gint64 minutes = 0;
  gboolean starred = FALSE;

  g_assert_no_error (error);
  object = json_node_get_object (root);

  g_assert_true (bridge_json_read_string (object, "title", TRUE, &title, &error));
  g_assert_cmpstr (title, ==, "Ten quiet minutes");
  g_assert_true (bridge_json_read_int (object, "minutes", TRUE, 10, 10, &minutes, &error));
  g_assert_cmpint (minutes, ==, 10);
  g_assert_true (bridge_json_read_bool (object, "starred", TRUE, &starred, &error));
  g_assert_true (starred);
  g_assert_true (bridge_json_read_strv (object, "steps", TRUE, &steps, &error));
  g_assert_cmpint (g_strv_length (steps), ==, 2);
  g_assert_cmpstr (steps[1], ==, "breathe");
  g_assert_true (bridge_json_read_strv (object, "empty", TRUE, &empty, &error));
  g_assert_cmpint (g_strv_length (empty), ==, 0);
  g_assert_no_error (error);
}

static void
test_absent (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (JsonNode) root = bridge_json_parse (document, -1, &error);
  JsonObject *object = json_node_get_object (root);
  const char *text = "as it was";
  gint64 number = 42;
  gboolean yes = TRUE;
  char **list = NULL;

  /* Null counts as left out. */
  for (const char *const *member = (const char *const[]) { "away", "nothing", NULL }; *member != NULL; member++)
    {
      g_assert_true (bridge_json_read_string (object, *member, FALSE, &text, &error));
      g_assert_true (bridge_json_read_int (object, *member, FALSE, 0, 1, &number, &error));
      g_assert_true (bridge_json_read_bool (object, *member, FALSE, &yes, &error));
      g_assert_true (bridge_json_read_strv (object, *member, FALSE, &list, &error));
      g_assert_no_error (error);

      assert_refused (bridge_json_read_string (object, *member, TRUE, &text, &error), &error, *member);
      assert_refused (bridge_json_read_int (object, *member, TRUE, 0, 1, &number, &error), &error, *member);
      assert_refused (bridge_json_read_bool (object, *member, TRUE, &yes, &error), &error, *member);
      assert_refused (bridge_json_read_strv (object, *member, TRUE, &list, &error), &error, *member);
    }

  g_assert_cmpstr (text, ==, "as it was");
  g_assert_cmpint (number, ==, 42);
  g_assert_true (yes);
  g_assert_null (list);
}

static void
test_types (void)
{
  static const char *const members[] = { "title", "minutes", "starred", "half", "steps", "mixed", "inner" };
  g_autoptr (GError) error = NULL;
  g_autoptr (JsonNode) root = bridge_json_parse (document, -1, &error);
  JsonObject *object = json_node_get_object (root);

  for (guint i = 0; i < G_N_ELEMENTS (members); i++)
    {
      const char *text = NULL;
      gint64 number = 0;
      gboolean yes = FALSE;
      g_auto (GStrv) list = NULL;

      if (g_str_equal (members[i], "title"))
        g_assert_true (bridge_json_read_string (object, members[i], FALSE, &text, &error));
      else
        assert_refused (bridge_json_read_string (object, members[i], FALSE, &text, &error), &error, members[i]);

      if (g_str_equal (members[i], "minutes"))
        g_assert_true (bridge_json_read_int (object, members[i], FALSE, 0, 99, &number, &error));
      else
        assert_refused (bridge_json_read_int (object, members[i], FALSE, 0, 99, &number, &error), &error, members[i]);

      if (g_str_equal (members[i], "starred"))
        g_assert_true (bridge_json_read_bool (object, members[i], FALSE, &yes, &error));
      else
        assert_refused (bridge_json_read_bool (object, members[i], FALSE, &yes, &error), &error, members[i]);

      if (g_str_equal (members[i], "steps"))
        g_assert_true (bridge_json_read_strv (object, members[i], FALSE, &list, &error));
      else
        assert_refused (bridge_json_read_strv (object, members[i], FALSE, &list, &error), &error, members[i]);
    }
}

static void
test_range (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (JsonNode) root = bridge_json_parse (document, -1, &error);
  JsonObject *object = json_node_get_object (root);
  gint64 number = 7;

  assert_refused (bridge_json_read_int (object, "minutes", TRUE, 11, 20, &number, &error), &error, "minutes");
  assert_refused (bridge_json_read_int (object, "minutes", TRUE, 0, 9, &number, &error), &error, "9");
  g_assert_cmpint (number, ==, 7);
}

static void
test_parse (void)
{
  static const char *const refused[] = { "", "  ", "{", "{ \"a\": }", "[1, 2", "{ \"a\" 1 }", "\"\xff\xfe\"" };
  g_autoptr (GString) deep = g_string_new (NULL);
  g_autoptr (GString) long_text = g_string_new ("[ \"");
  g_autoptr (GError) error = NULL;
  g_autoptr (JsonNode) root = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (refused); i++)
    {
      g_assert_null (bridge_json_parse (refused[i], -1, &error));
      g_assert_error (error, BRIDGE_ERROR, BRIDGE_ERROR_DATA);
      g_clear_error (&error);
    }

  /* A document that would exhaust the stack. */
  for (int i = 0; i < 1000000; i++)
    g_string_append_c (deep, '[');

  g_assert_null (bridge_json_parse (deep->str, deep->len, &error));
  g_assert_error (error, BRIDGE_ERROR, BRIDGE_ERROR_DATA);
  g_clear_error (&error);

  /* Brackets inside a text are no nesting. */
  for (int i = 0; i < 1000; i++)
    g_string_append (long_text, "[\\\"{");

  g_string_append (long_text, "\" ]");
  root = bridge_json_parse (long_text->str, long_text->len, &error);
  g_assert_no_error (error);
  g_assert_nonnull (root);
}

static void
test_print (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (JsonNode) root = bridge_json_parse ("{ \"who\" : \"Zoë\", \"list\": [1,2] } trailing", 33, &error);
  g_autofree char *plain = NULL;
  g_autofree char *pretty = NULL;

  g_assert_no_error (error);

  plain = bridge_json_print (root, FALSE);
  g_assert_cmpstr (plain, ==, "{\"who\":\"Zoë\",\"list\":[1,2]}\n");

  pretty = bridge_json_print (root, TRUE);
  g_assert_true (g_str_has_prefix (pretty, "{\n"));
  g_assert_true (g_str_has_suffix (pretty, "}\n"));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/json/readers", test_readers);
  g_test_add_func ("/json/absent", test_absent);
  g_test_add_func ("/json/types", test_types);
  g_test_add_func ("/json/range", test_range);
  g_test_add_func ("/json/parse", test_parse);
  g_test_add_func ("/json/print", test_print);

  return g_test_run ();
}

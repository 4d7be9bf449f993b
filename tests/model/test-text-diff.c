/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "bridge-text-diff.h"

/* "same [-before-] {+after+}" */
static char *
show (GPtrArray *runs)
{
  static const char *const marks[][2] = { { "", "" }, { "[-", "-]" }, { "{+", "+}" } };
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < runs->len; i++)
    {
      BridgeTextRun *run = g_ptr_array_index (runs, i);

      g_string_append_printf (text, "%s%s%s", marks[run->kind][0], run->text, marks[run->kind][1]);
    }
  return g_string_free (text, FALSE);
}

static char *
join (GPtrArray         *runs,
      BridgeTextRunKind  kind)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < runs->len; i++)
    {
      BridgeTextRun *run = g_ptr_array_index (runs, i);

      if (run->kind == BRIDGE_TEXT_SAME || run->kind == kind)
        g_string_append (text, run->text);
    }
  return g_string_free (text, FALSE);
}

static gsize
count_same (GPtrArray *runs)
{
  gsize length = 0;

  for (guint i = 0; i < runs->len; i++)
    {
      BridgeTextRun *run = g_ptr_array_index (runs, i);

      if (run->kind == BRIDGE_TEXT_SAME)
        length += strlen (run->text);
    }
  return length;
}

/* Both texts come out again, no run is empty, none is followed by another of its kind, and each is whole characters. */
static void
assert_holds (const char *before,
              const char *after)
{
  g_autoptr (GPtrArray) runs = bridge_text_diff (before, after);
  g_autofree char *first = join (runs, BRIDGE_TEXT_BEFORE);
  g_autofree char *second = join (runs, BRIDGE_TEXT_AFTER);

  g_assert_cmpstr (first, ==, before);
  g_assert_cmpstr (second, ==, after);
  g_assert_cmpint (bridge_text_diff_has_changes (runs), ==, strcmp (before, after) != 0);
  for (guint i = 0; i < runs->len; i++)
    {
      BridgeTextRun *run = g_ptr_array_index (runs, i);

      g_assert_cmpstr (run->text, !=, "");
      g_assert_true (g_utf8_validate (run->text, -1, NULL));
      g_assert_false (g_unichar_ismark (g_utf8_get_char (run->text)));
      if (i > 0)
        g_assert_cmpint (run->kind, !=, ((BridgeTextRun *) g_ptr_array_index (runs, i - 1))->kind);
    }
}

static void
test_vectors (void)
{
  static const struct {
    const char *before, *after, *shown;
  } vectors[] = {
    { "", "", "" },
    { "", "New.", "{+New.+}" },
    { "Old.", "", "[-Old.-]" },
    { "Just the same.", "Just the same.", "Just the same." },
    { "We stop after ten minutes.", "We stop after twenty minutes.", "We stop after [-ten-]{+twenty+} minutes." },
    { "No talks after ten.", "No talks after half past nine.", "No talks after [-ten-]{+half past nine+}." },
    { "Phones stay in the hall.", "Phones and tablets stay in the hall.", "Phones {+and tablets +}stay in the hall." },
    { "Phones stay, please, in the hall.", "Phones stay in the hall.", "Phones stay[-, please,-] in the hall." },
    { "one two", "three four", "[-one two-]{+three four+}" },
    { "It's fine", "It’s fine", "It[-'-]{+’+}s fine" },
    { "a  b", "a b", "a[-  -]{+ +}b" },
    /* Marks stay with their letters: e + acute is another letter than e. */
    { "cafe\xcc\x81 noir", "cafe noir", "[-cafe\xcc\x81-]{+cafe+} noir" },
    /* Right to left. */
    { "הטלפון בסלון בערב", "הטלפון במטבח בערב", "הטלפון [-בסלון-]{+במטבח+} בערב" },
    /* Without spaces. */
    { "十分後に戻ります", "二十分後に戻ります", "{+二+}十分後に戻ります" },
    { "Tea 🍵 first", "Tea ☕ first", "Tea [-🍵-]{+☕+} first" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (vectors); i++)
    {
      g_autoptr (GPtrArray) runs = bridge_text_diff (vectors[i].before, vectors[i].after);
      g_autofree char *shown = show (runs);

      g_assert_cmpstr (shown, ==, vectors[i].shown);
      assert_holds (vectors[i].before, vectors[i].after);
    }
}

static void
append_random (GString *text)
{
  static const char *const parts[] = {
    "we", "you", "ten", "pause", " ", " ", " ", "\n", "\t", ",", ".", "'", "’", "שקט", "الهدوء", "е\xcc\x81", "ü", "🫖",
    "👩\xe2\x80\x8d👧", "今日", "ไทย", "<b>", "&amp;", "\xc2\xa0", "\xe2\x80\x8e",
  };

  g_string_append (text, parts[g_test_rand_int_range (0, G_N_ELEMENTS (parts))]);
}

static void
test_random (void)
{
  for (guint i = 0; i < 3000; i++)
    {
      g_autoptr (GString) before = g_string_new ("a");
      g_autoptr (GString) after = g_string_new ("a");
      int n = g_test_rand_int_range (0, 40);

      for (int k = 0; k < n; k++)
        {
          gsize start = before->len;

          append_random (before);
          switch (g_test_rand_int_range (0, 6))
            {
            case 0:
              append_random (after);
              break;
            case 1:
              break;
            default:
              g_string_append (after, before->str + start);
              break;
            }
        }
      assert_holds (before->str, after->str);
    }
}

/* As much is found to be the same as the plain table finds. */
static void
test_longest (void)
{
  for (guint round = 0; round < 500; round++)
    {
      char before[25] = "";
      char after[25] = "";
      int n_before = g_test_rand_int_range (0, 24);
      int n_after = g_test_rand_int_range (0, 24);
      gsize longest[26][26] = { { 0 } };
      g_autoptr (GPtrArray) runs = NULL;

      /* Signs stand for themselves each, and none of them is white space. */
      for (int i = 0; i < n_before; i++)
        before[i] = "+-*/"[g_test_rand_int_range (0, 4)];
      for (int i = 0; i < n_after; i++)
        after[i] = "+-*/"[g_test_rand_int_range (0, 4)];
      for (int i = 0; i < n_before; i++)
        for (int k = 0; k < n_after; k++)
          longest[i + 1][k + 1] =
            before[i] == after[k] ? longest[i][k] + 1 : MAX (longest[i][k + 1], longest[i + 1][k]);

      runs = bridge_text_diff (before, after);
      g_assert_cmpuint (count_same (runs), ==, longest[n_before][n_after]);
    }
}

/* Two texts of the allowed length that have little in common, one sign a token; and two beyond any length. */
static void
test_long (void)
{
  const gsize lengths[] = { 2000, 100000 };
  const double seconds[] = { 1, 2 };

  for (guint i = 0; i < G_N_ELEMENTS (lengths); i++)
    {
      g_autofree char *before = g_malloc0 (lengths[i] + 1);
      g_autofree char *after = g_malloc0 (lengths[i] + 1);

      for (gsize k = 0; k < lengths[i]; k++)
        {
          before[k] = "+-*/"[g_test_rand_int_range (0, 4)];
          after[k] = "-/?%"[g_test_rand_int_range (0, 4)];
        }
      g_test_timer_start ();
      assert_holds (before, after);
      g_test_message ("%" G_GSIZE_FORMAT " characters: %.3f s", lengths[i], g_test_timer_elapsed ());
      g_assert_cmpfloat (g_test_timer_last (), <, seconds[i]);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/text-diff/vectors", test_vectors);
  g_test_add_func ("/text-diff/random", test_random);
  g_test_add_func ("/text-diff/longest", test_longest);
  g_test_add_func ("/text-diff/long", test_long);

  return g_test_run ();
}

/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "bridge-private-entry.h"

#include "bridge-error.h"
#include "bridge-shared-words.h"
#include "../support/bridge-test.h"

#define DAY (20000 * BRIDGE_DAY)

static BridgePrivateEntry *
make_full (void)
{
  return g_object_new (BRIDGE_TYPE_PRIVATE_ENTRY,
                       "kind", BRIDGE_PRIVATE_OBSERVATION, "date", DAY, "title", "A title", "text", "Words\nand more ü",
                       "behaviour", "Went out", "circumstance", "After supper", "topic", "Money", "reaction", "I went cold",
                       "temperature", 4, "course", BRIDGE_COURSE_LASTING, "safety", 2, "draft", TRUE, "draft-of", "an-id",
                       "created-at", G_GINT64_CONSTANT (1764000000001), "updated-at", G_GINT64_CONSTANT (1764000000002), NULL);
}

static BridgePrivateEntry *
make_check_in (void)
{
  BridgePrivateEntry *entry = bridge_private_entry_new (BRIDGE_PRIVATE_CHECK_IN, DAY);

  for (BridgeScale scale = 0; scale < BRIDGE_N_SCALES; scale++)
    if (scale != BRIDGE_SCALE_ENERGY)
      bridge_private_entry_set_step (entry, scale, 5 - (int) scale);
  g_object_set (entry, "text", "A long day", NULL);
  return entry;
}

static void
assert_step (BridgePrivateEntry *entry,
             BridgeScale         scale,
             int                 step,
             const char         *expected)
{
  g_autofree char *word = bridge_private_entry_dup_word (entry, scale);

  g_assert_cmpint (bridge_private_entry_get_step (entry, scale), ==, step);
  g_assert_cmpstr (word, ==, expected);
}

/* Number and word of each scale, how safe it felt among them. */
static void
test_scales (void)
{
  g_autoptr (BridgePrivateEntry) entry = make_check_in ();
  g_autoptr (BridgePrivateEntry) copy = NULL;
  g_autofree char *words = NULL;

  assert_step (entry, BRIDGE_SCALE_MOOD, 5, "Bright");
  assert_step (entry, BRIDGE_SCALE_ENERGY, 0, "");
  assert_step (entry, BRIDGE_SCALE_CLOSENESS, 3, "Beside");
  assert_step (entry, BRIDGE_SCALE_TALKING, 2, "Hard");
  assert_step (entry, BRIDGE_SCALE_SAFETY, 1, "Not safe");
  copy = bridge_private_entry_copy (entry);
  bridge_private_entry_set_step (entry, BRIDGE_SCALE_MOOD, 0);
  bridge_private_entry_set_step (entry, BRIDGE_SCALE_ENERGY, 2);
  assert_step (entry, BRIDGE_SCALE_MOOD, 0, "");
  assert_step (entry, BRIDGE_SCALE_ENERGY, 2, "Tired");
  assert_step (entry, BRIDGE_SCALE_SAFETY, 1, "Not safe");
  assert_step (copy, BRIDGE_SCALE_MOOD, 5, "Bright");
  words = bridge_private_entry_dup_words (entry);
  g_assert_nonnull (strstr (words, "Not safe"));
  g_assert_nonnull (strstr (words, "A long day"));
  g_assert_null (strstr (words, "Bright"));

  /* A word of another language, or of an earlier version, stays as it was chosen; what is no line is nothing. */
  g_object_set (entry, "scales", "mood 1 Ganz schwer\nenergy 9 Much\ntalking\nclosenessx 2 Near", NULL);
  bridge_private_entry_set_step (entry, BRIDGE_SCALE_MOOD, 1);
  assert_step (entry, BRIDGE_SCALE_MOOD, 1, "Ganz schwer");
  assert_step (entry, BRIDGE_SCALE_ENERGY, 0, "");
  assert_step (entry, BRIDGE_SCALE_TALKING, 0, "");
  assert_step (entry, BRIDGE_SCALE_CLOSENESS, 0, "");
  g_assert_false (bridge_private_entry_is_empty (copy));
  g_object_set (copy, "scales", "", "text", "", NULL);
  g_assert_true (bridge_private_entry_is_empty (copy));
}

static void
test_properties (void)
{
  g_autoptr (BridgePrivateEntry) entry = make_full ();
  g_autoptr (BridgePrivateEntry) copy = bridge_private_entry_copy (entry);

  bridge_test_assert_same (entry, copy, NULL);
  bridge_test_assert_notifies (entry, "title", "One", "Other");
  bridge_test_assert_notifies (entry, "text", "One", "");
  bridge_test_assert_notifies (entry, "draft-of", "one", NULL);
  bridge_test_assert_notifies (entry, "kind", BRIDGE_PRIVATE_SAFETY, BRIDGE_PRIVATE_JOURNAL);
  bridge_test_assert_notifies (entry, "safety", 3, 5);
}

/* What is sealed is what comes back, also from where its bytes stand somewhere in the middle. */
static void
test_bytes (void)
{
  g_autoptr (BridgePrivateEntry) entry = make_full ();
  g_autoptr (BridgePrivateEntry) empty = bridge_private_entry_new (BRIDGE_PRIVATE_JOURNAL, DAY);
  g_autoptr (BridgePrivateEntry) check_in = make_check_in ();
  BridgePrivateEntry *entries[] = { entry, empty, check_in };

  for (guint i = 0; i < G_N_ELEMENTS (entries); i++)
    {
      g_autoptr (GBytes) bytes = bridge_private_entry_to_bytes (entries[i]);
      gsize length = g_bytes_get_size (bytes);

      for (guint at = 0; at < 9; at++)
        {
          g_autoptr (GError) error = NULL;
          g_autofree guint8 *moved = g_malloc0 (length + at);
          g_autoptr (GBytes) whole = NULL;
          g_autoptr (GBytes) part = NULL;
          g_autoptr (BridgePrivateEntry) read = NULL;

          memcpy (moved + at, g_bytes_get_data (bytes, NULL), length);
          whole = g_bytes_new (moved, length + at);
          part = g_bytes_new_from_bytes (whole, at, length);
          read = bridge_private_entry_from_bytes (part, &error);
          g_assert_no_error (error);
          bridge_test_assert_same (entries[i], read, NULL);
        }
    }
}

/* Bytes of another form, or of none, are told from an entry. */
static void
test_foreign_bytes (gconstpointer check_in)
{
  g_autoptr (BridgePrivateEntry) entry = GPOINTER_TO_INT (check_in) ? make_check_in () : make_full ();
  g_autoptr (GBytes) bytes = bridge_private_entry_to_bytes (entry);
  gsize length = g_bytes_get_size (bytes);

  for (gsize cut = 0; cut < length; cut++)
    {
      g_autoptr (GBytes) part = g_bytes_new_from_bytes (bytes, 0, cut);
      g_autoptr (GError) error = NULL;

      g_assert_null (bridge_private_entry_from_bytes (part, &error));
      g_assert_error (error, BRIDGE_ERROR, BRIDGE_ERROR_DATA);
    }
  for (guint i = 0; i < 6; i++)
    {
      g_autofree guint8 *changed = g_memdup2 (g_bytes_get_data (bytes, NULL), length);
      g_autoptr (GBytes) foreign = NULL;
      g_autoptr (GError) error = NULL;

      changed[i] = 77;
      foreign = g_bytes_new (changed, length);
      g_assert_null (bridge_private_entry_from_bytes (foreign, &error));
      g_assert_error (error, BRIDGE_ERROR, BRIDGE_ERROR_DATA);
    }
}

static void
test_validate (void)
{
  static const struct {
    BridgePrivateKind kind;
    const char *text, *behaviour;
    int safety;
    gboolean draft, fine;
  } vectors[] = {
    { BRIDGE_PRIVATE_JOURNAL, "Words", "", 0, FALSE, TRUE },
    { BRIDGE_PRIVATE_JOURNAL, "", "", 0, FALSE, FALSE },
    { BRIDGE_PRIVATE_JOURNAL, "", "", 0, TRUE, TRUE },
    { BRIDGE_PRIVATE_OBSERVATION, "", "Went out", 0, FALSE, TRUE },
    { BRIDGE_PRIVATE_OBSERVATION, "Words", "", 0, FALSE, FALSE },
    { BRIDGE_PRIVATE_OBSERVATION, "", "", 0, TRUE, TRUE },
    { BRIDGE_PRIVATE_SAFETY, "", "", 1, FALSE, TRUE },
    { BRIDGE_PRIVATE_SAFETY, "A note", "", 0, FALSE, TRUE },
    { BRIDGE_PRIVATE_SAFETY, "", "", 0, FALSE, FALSE },
    { BRIDGE_PRIVATE_SAFETY, "", "", 0, TRUE, TRUE },
    { BRIDGE_PRIVATE_CHECK_IN, "Only words", "", 0, FALSE, TRUE },
    { BRIDGE_PRIVATE_CHECK_IN, "", "", 0, FALSE, FALSE },
    { BRIDGE_PRIVATE_CHECK_IN, "", "", 0, TRUE, TRUE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (vectors); i++)
    {
      g_autoptr (BridgePrivateEntry) entry =
        g_object_new (BRIDGE_TYPE_PRIVATE_ENTRY, "kind", vectors[i].kind, "date", DAY, "text", vectors[i].text,
                      "behaviour", vectors[i].behaviour, "safety", vectors[i].safety, "draft", vectors[i].draft, NULL);
      g_autoptr (GError) error = NULL;

      g_assert_cmpint (bridge_private_entry_validate (entry, &error), ==, vectors[i].fine);
      if (!vectors[i].fine)
        g_assert_error (error, BRIDGE_ERROR, BRIDGE_ERROR_INVALID_VALUE);
      g_clear_error (&error);
      g_object_set (entry, "date", BRIDGE_LOCAL_NONE, NULL);
      g_assert_false (bridge_private_entry_validate (entry, &error));
      g_assert_error (error, BRIDGE_ERROR, BRIDGE_ERROR_INVALID_DATE);
    }
}

static void
test_order (void)
{
  g_autoptr (BridgePrivateEntry) draft = g_object_new (BRIDGE_TYPE_PRIVATE_ENTRY, "date", DAY, "draft", TRUE, NULL);
  g_autoptr (BridgePrivateEntry) later = bridge_private_entry_new (BRIDGE_PRIVATE_JOURNAL, DAY + BRIDGE_DAY);
  g_autoptr (BridgePrivateEntry) first = bridge_private_entry_new (BRIDGE_PRIVATE_JOURNAL, DAY);
  g_autoptr (BridgePrivateEntry) second = bridge_private_entry_new (BRIDGE_PRIVATE_JOURNAL, DAY);

  g_object_set (second, "created-at", (gint64) 5, NULL);
  g_assert_cmpint (bridge_private_entry_compare (draft, later), <, 0);
  g_assert_cmpint (bridge_private_entry_compare (later, draft), >, 0);
  g_assert_cmpint (bridge_private_entry_compare (later, first), <, 0);
  g_assert_cmpint (bridge_private_entry_compare (second, first), <, 0);
  g_assert_cmpint (bridge_private_entry_compare (first, first), ==, 0);
  g_assert_true (bridge_private_entry_is_empty (first));
  g_object_set (first, "topic", "x", NULL);
  g_assert_false (bridge_private_entry_is_empty (first));
}

/* Every state, every event, by everybody. */
static void
test_sharing (void)
{
  static const struct {
    BridgeSharedState state;
    BridgeSharedEvent event;
    const char *who;
    gboolean fine;
    BridgeSharedState next;
    gboolean remains;
  } table[] = {
    { BRIDGE_SHARED_WAITING, BRIDGE_SHARED_OPEN, "ada", FALSE },
    { BRIDGE_SHARED_WAITING, BRIDGE_SHARED_OPEN, "ben", TRUE, BRIDGE_SHARED_OPENED, TRUE },
    { BRIDGE_SHARED_WAITING, BRIDGE_SHARED_OPEN, "eve", FALSE },
    { BRIDGE_SHARED_WAITING, BRIDGE_SHARED_TAKE_BACK, "ada", TRUE, BRIDGE_SHARED_WAITING, FALSE },
    { BRIDGE_SHARED_WAITING, BRIDGE_SHARED_TAKE_BACK, "ben", FALSE },
    { BRIDGE_SHARED_WAITING, BRIDGE_SHARED_TAKE_BACK, "eve", FALSE },
    { BRIDGE_SHARED_OPENED, BRIDGE_SHARED_OPEN, "ada", FALSE },
    { BRIDGE_SHARED_OPENED, BRIDGE_SHARED_OPEN, "ben", FALSE },
    { BRIDGE_SHARED_OPENED, BRIDGE_SHARED_OPEN, "eve", FALSE },
    { BRIDGE_SHARED_OPENED, BRIDGE_SHARED_TAKE_BACK, "ada", FALSE },
    { BRIDGE_SHARED_OPENED, BRIDGE_SHARED_TAKE_BACK, "ben", FALSE },
    { BRIDGE_SHARED_OPENED, BRIDGE_SHARED_TAKE_BACK, "eve", FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    {
      g_autoptr (GError) error = NULL;
      BridgeSharedState next = BRIDGE_SHARED_WAITING;
      gboolean remains = FALSE;

      g_assert_cmpint (bridge_shared_words_step (table[i].state, table[i].event, "ada", "ben", table[i].who, &next, &remains, &error),
                       ==, table[i].fine);
      if (!table[i].fine)
        {
          g_assert_error (error, BRIDGE_ERROR, BRIDGE_ERROR_STATE);
          continue;
        }
      g_assert_cmpint (next, ==, table[i].next);
      g_assert_cmpint (remains, ==, table[i].remains);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/private-entry/properties", test_properties);
  g_test_add_func ("/private-entry/bytes", test_bytes);
  g_test_add_func ("/private-entry/scales", test_scales);
  g_test_add_data_func ("/private-entry/foreign-bytes", GINT_TO_POINTER (FALSE), test_foreign_bytes);
  g_test_add_data_func ("/private-entry/foreign-check-in", GINT_TO_POINTER (TRUE), test_foreign_bytes);
  g_test_add_func ("/private-entry/validate", test_validate);
  g_test_add_func ("/private-entry/order", test_order);
  g_test_add_func ("/shared-words/step", test_sharing);

  return g_test_run ();
}

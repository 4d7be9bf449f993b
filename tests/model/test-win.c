/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "bridge-win.h"

#include <string.h>

#include "bridge-error.h"
#include "../support/bridge-test.h"

#define TODAY (20000 * BRIDGE_DAY)

static void
test_notify (void)
{
  g_autoptr (BridgeWin) win = bridge_win_new ("You made tea.", TODAY);

  g_assert_null (bridge_win_get_id (win));
  g_assert_cmpstr (bridge_win_get_text (win), ==, "You made tea.");
  g_assert_cmpstr (bridge_win_get_meant (win), ==, "");
  g_assert_cmpint (bridge_win_get_kind (win), ==, BRIDGE_WIN_OTHER);
  g_assert_cmpint (bridge_win_get_on (win), ==, TODAY);
  g_assert_null (bridge_win_get_noticed_by (win));
  g_assert_null (bridge_win_get_ritual_id (win));
  g_assert_false (bridge_win_get_starred (win));

  bridge_test_assert_notifies (win, "id", "a", "b");
  bridge_test_assert_notifies (win, "text", "a", "b");
  bridge_test_assert_notifies (win, "meant", "", "b");
  bridge_test_assert_notifies (win, "kind", BRIDGE_WIN_OTHER, BRIDGE_WIN_LAUGHTER);
  bridge_test_assert_notifies (win, "on", TODAY, TODAY - BRIDGE_DAY);
  bridge_test_assert_notifies (win, "noticed-by", NULL, "b");
  bridge_test_assert_notifies (win, "ritual-id", NULL, "b");
  bridge_test_assert_notifies (win, "starred", FALSE, TRUE);
  bridge_test_assert_notifies (win, "created-at", (gint64) 1, (gint64) 2);
  bridge_test_assert_notifies (win, "updated-at", (gint64) 1, (gint64) 2);
  bridge_test_assert_notifies (win, "deleted-at", (gint64) 0, (gint64) 2);
}

static void
test_copy (void)
{
  g_autoptr (BridgeWin) win = bridge_win_new ("You waited for me.", TODAY);
  g_autoptr (BridgeWin) copy = NULL;

  g_object_set (win, "id", "i", "meant", "Calm", "kind", BRIDGE_WIN_CALM_TALK, "noticed-by", "p", "ritual-id", "r",
                "starred", TRUE, "created-at", (gint64) 10, "updated-at", (gint64) 20, "deleted-at", (gint64) 30, NULL);
  copy = bridge_win_copy (win);
  bridge_test_assert_same (win, copy, NULL);

  g_object_set (copy, "text", "Something else", NULL);
  g_assert_cmpstr (bridge_win_get_text (win), ==, "You waited for me.");
}

static void
test_validate (void)
{
  g_autofree char *longest = g_strnfill (2000, 'x');
  g_autofree char *too_long = g_strnfill (2001, 'x');
  const struct {
    const char *text;
    const char *meant;
    BridgeLocal on;
    int code;           /* -1: fine */
    const char *names;
  } vectors[] = {
    { "x", "", TODAY, -1, NULL },
    { longest, longest, TODAY, -1, NULL },
    { "x", "", TODAY - 40000 * BRIDGE_DAY, -1, NULL },
    { "", "", TODAY, BRIDGE_ERROR_INVALID_VALUE, "small win" },
    { too_long, "", TODAY, BRIDGE_ERROR_INVALID_VALUE, "small win" },
    { "x", too_long, TODAY, BRIDGE_ERROR_INVALID_VALUE, "meant" },
    { "x", "", TODAY + BRIDGE_DAY, BRIDGE_ERROR_INVALID_DATE, "day" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (vectors); i++)
    {
      g_autoptr (BridgeWin) win = bridge_win_new (vectors[i].text, vectors[i].on);
      g_autoptr (GError) error = NULL;

      g_object_set (win, "meant", vectors[i].meant, NULL);
      /* At noon: the day counts, not the hour. */
      g_assert_cmpint (bridge_win_validate (win, TODAY + 12 * BRIDGE_HOUR, &error), ==, vectors[i].code == -1);
      if (vectors[i].code == -1)
        {
          g_assert_no_error (error);
          continue;
        }
      g_assert_error (error, BRIDGE_ERROR, vectors[i].code);
      g_assert_nonnull (strstr (error->message, vectors[i].names));
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/win/notify", test_notify);
  g_test_add_func ("/win/copy", test_copy);
  g_test_add_func ("/win/validate", test_validate);

  return g_test_run ();
}

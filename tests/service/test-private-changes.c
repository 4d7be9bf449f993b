/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "bridge-error.h"
#include "bridge-look-back-words.h"
#include "bridge-space-look-back.h"
#include "bridge-vault.h"
#include "private-fixture.h"

/* What opens a private space: tried, changed, and changed by two at once. */

static void
done_cb (GObject      *object,
         GAsyncResult *result,
         gpointer      user_data)
{
  *(GAsyncResult **) user_data = g_object_ref (result);
}

static GAsyncResult *
wait_for (GAsyncResult **result)
{
  while (*result == NULL)
    g_main_context_iteration (NULL, TRUE);
  return g_steal_pointer (result);
}

/* Waits grow, outlive the program, and end; the code is never kept waiting. */
static void
test_wait (PrivateFixture *fixture,
           gconstpointer   user_data)
{
  BridgeFakeClock *clock = BRIDGE_FAKE_CLOCK (fixture->base.clock);
  g_autoptr (GError) error = NULL;
  g_autoptr (BridgePrivate) again = NULL;

  bridge_private_lock (fixture->private_space);
  for (guint i = 0; i < 3; i++)
    {
      g_assert_false (bridge_private_unlock (fixture->private_space, "something else", &error));
      g_assert_error (error, BRIDGE_ERROR, BRIDGE_ERROR_PASSPHRASE);
      g_clear_error (&error);
    }
  g_assert_false (bridge_private_unlock (fixture->private_space, PASSPHRASE, &error));
  g_assert_error (error, BRIDGE_ERROR, BRIDGE_ERROR_WAIT);
  g_clear_error (&error);

  again = bridge_private_new (fixture->base.space);
  g_assert_false (bridge_private_unlock (again, PASSPHRASE, &error));
  g_assert_error (error, BRIDGE_ERROR, BRIDGE_ERROR_WAIT);
  g_clear_error (&error);

  /* Set back by a year: two seconds, not a year. */
  bridge_fake_clock_set (clock, bridge_clock_now (fixture->base.clock) - G_GINT64_CONSTANT (365) * 86400000);
  g_assert_false (bridge_private_unlock (again, PASSPHRASE, &error));
  g_assert_error (error, BRIDGE_ERROR, BRIDGE_ERROR_WAIT);
  g_clear_error (&error);
  g_assert_true (bridge_private_unlock_with_code (again, fixture->code, &error));
  g_assert_no_error (error);
  bridge_fake_clock_advance (clock, 2000);
  g_assert_true (bridge_private_unlock (fixture->private_space, PASSPHRASE, &error));
  g_assert_no_error (error);

  /* That is forgotten now. */
  bridge_private_lock (fixture->private_space);
  g_assert_false (bridge_private_unlock (fixture->private_space, "something else", NULL));
  g_assert_true (bridge_private_unlock (fixture->private_space, PASSPHRASE, &error));
  g_assert_no_error (error);
}

static void
test_change (PrivateFixture *fixture,
             gconstpointer   user_data)
{
  BridgePrivate *private_space = fixture->private_space;
  g_autoptr (BridgePrivateEntry) entry = private_fixture_write (private_space, "Kept");
  g_autoptr (GError) error = NULL;

  /* Whoever sits before it has to know the present one. */
  g_assert_false (bridge_private_change_passphrase (private_space, "something else", "a new passphrase", &error));
  g_assert_error (error, BRIDGE_ERROR, BRIDGE_ERROR_PASSPHRASE);
  g_clear_error (&error);
  g_assert_false (bridge_private_change_passphrase (private_space, NULL, "a new passphrase", &error));
  g_assert_nonnull (error);
  g_clear_error (&error);
  g_assert_false (bridge_private_change_passphrase (private_space, PASSPHRASE, "short", &error));
  g_assert_error (error, BRIDGE_ERROR, BRIDGE_ERROR_INVALID_VALUE);
  g_clear_error (&error);
  g_assert_true (bridge_private_change_passphrase (private_space, PASSPHRASE, "a new passphrase", &error));
  g_assert_no_error (error);
  bridge_private_lock (private_space);
  g_assert_false (bridge_private_unlock (private_space, PASSPHRASE, NULL));
  g_assert_true (bridge_private_unlock (private_space, "a new passphrase", &error));
  g_assert_cmpuint (private_fixture_count_found (private_space, "kept"), ==, 1);

  /* Forgotten: the code, then a new one. */
  bridge_private_lock (private_space);
  g_assert_true (bridge_private_unlock_with_code (private_space, fixture->code, &error));
  g_assert_true (bridge_private_get_needs_passphrase (private_space));
  g_assert_true (bridge_private_change_passphrase (private_space, NULL, "the third passphrase", &error));
  g_assert_false (bridge_private_get_needs_passphrase (private_space));
  bridge_private_lock (private_space);
  g_assert_true (bridge_private_unlock (private_space, "the third passphrase", &error));
  g_assert_no_error (error);
}

static void
test_async (PrivateFixture *fixture,
            gconstpointer   user_data)
{
  BridgePrivate *private_space = fixture->private_space;
  GAsyncResult *pending = NULL;
  g_autoptr (GError) error = NULL;
  char *code;

  bridge_private_renew_code_async (private_space, PASSPHRASE, NULL, done_cb, &pending);
  {
    g_autoptr (GAsyncResult) result = wait_for (&pending);

    code = bridge_private_renew_code_finish (private_space, result, &error);
    g_assert_no_error (error);
  }
  bridge_private_lock (private_space);
  g_assert_false (bridge_private_unlock_with_code (private_space, fixture->code, &error));
  g_assert_error (error, BRIDGE_ERROR, BRIDGE_ERROR_PASSPHRASE);
  g_clear_error (&error);
  g_assert_true (bridge_private_unlock_with_code (private_space, code, &error));
  bridge_secret_free (code);
  bridge_private_lock (private_space);

  bridge_private_unlock_async (private_space, PASSPHRASE, NULL, done_cb, &pending);
  g_assert_true (bridge_private_get_busy (private_space));
  {
    g_autoptr (GAsyncResult) result = wait_for (&pending);

    g_assert_true (bridge_private_unlock_finish (private_space, result, &error));
    g_assert_no_error (error);
  }
  g_assert_false (bridge_private_get_busy (private_space));
  g_assert_true (bridge_private_get_unlocked (private_space));

  /* Locked, or handed over, while it is worked on: it stays locked. */
  bridge_private_lock (private_space);
  for (guint i = 0; i < 2; i++)
    {
      bridge_private_unlock_async (private_space, PASSPHRASE, NULL, done_cb, &pending);
      if (i == 0)
        bridge_private_lock (private_space);
      else
        bridge_space_set_speaker (fixture->base.space, bridge_person_get_id (bridge_space_get_partner (fixture->base.space)), NULL);
      {
        g_autoptr (GAsyncResult) result = wait_for (&pending);

        g_assert_false (bridge_private_unlock_finish (private_space, result, &error));
        g_assert_error (error, BRIDGE_ERROR, BRIDGE_ERROR_LOCKED);
        g_clear_error (&error);
      }
      g_assert_false (bridge_private_get_unlocked (private_space));
    }

  /* Ben's own. */
  bridge_private_set_up_async (private_space, "passphrase of Ben", NULL, done_cb, &pending);
  {
    g_autoptr (GAsyncResult) result = wait_for (&pending);

    code = bridge_private_set_up_finish (private_space, result, &error);
    g_assert_no_error (error);
    g_assert_true (bridge_private_get_unlocked (private_space));
    bridge_secret_free (code);
  }
  bridge_private_change_passphrase_async (private_space, "passphrase of Ben", "another one of Ben", NULL, done_cb, &pending);
  {
    g_autoptr (GAsyncResult) result = wait_for (&pending);

    g_assert_true (bridge_private_change_passphrase_finish (private_space, result, &error));
    g_assert_no_error (error);
  }
  bridge_private_set_up_async (private_space, "passphrase of Ben", NULL, done_cb, &pending);
  {
    g_autoptr (GAsyncResult) result = wait_for (&pending);

    g_assert_null (bridge_private_set_up_finish (private_space, result, &error));
    g_assert_error (error, BRIDGE_ERROR, BRIDGE_ERROR_STATE);
  }
}

typedef enum {
  CHANGE,
  RENEW,
} Change;

static void
begin_change (BridgePrivate  *private_space,
              Change          change,
              GAsyncResult  **pending)
{
  if (change == CHANGE)
    bridge_private_change_passphrase_async (private_space, PASSPHRASE, "passphrase of the first", NULL, done_cb, pending);
  else
    bridge_private_renew_code_async (private_space, PASSPHRASE, NULL, done_cb, pending);
}

/* (transfer full) (nullable): a new code */
static char *
end_change (BridgePrivate  *private_space,
            Change          change,
            GAsyncResult  **pending,
            GError        **error)
{
  g_autoptr (GAsyncResult) result = wait_for (pending);

  if (change == RENEW)
    return bridge_private_renew_code_finish (private_space, result, error);
  bridge_private_change_passphrase_finish (private_space, result, error);
  return NULL;
}

/* Two programs change what opens one private space at the same time: who comes second is told, and what the first one
 * was promised holds. */
static void
test_changed_at_once (PrivateFixture *fixture,
                      gconstpointer   user_data)
{
  for (guint order = 0; order < 8; order++)
    {
      Change slow = order & 1 ? RENEW : CHANGE;
      Change quick = order & 2 ? RENEW : CHANGE;
      g_autoptr (GError) error = NULL;
      g_autoptr (BridgeSpace) space = bridge_space_open (fixture->base.folder, fixture->base.clock, &error);
      g_autoptr (BridgePrivate) elsewhere = bridge_private_new (space);
      BridgePrivate *first = order & 4 ? elsewhere : fixture->private_space;
      BridgePrivate *second = order & 4 ? fixture->private_space : elsewhere;
      g_autoptr (BridgePrivateEntry) entry = NULL;
      GAsyncResult *pending = NULL;
      char *code = NULL;
      char *none;

      g_assert_no_error (error);
      private_fixture_unlock (fixture->private_space);
      private_fixture_unlock (elsewhere);
      entry = private_fixture_write (fixture->private_space, "Kept");

      /* The slow one has read what there is; the quick one comes between that and its writing. */
      begin_change (first, slow, &pending);
      if (quick == CHANGE)
        g_assert_true (bridge_private_change_passphrase (second, PASSPHRASE, "passphrase of the second", &error));
      else
        code = bridge_private_renew_code (second, PASSPHRASE, &error);
      g_assert_no_error (error);
      none = end_change (first, slow, &pending, &error);
      g_assert_null (none);
      g_assert_error (error, BRIDGE_ERROR, BRIDGE_ERROR_CONFLICT);
      g_clear_error (&error);

      /* Both still read and write; what the quick one has changed holds, and so does what it has not. */
      g_assert_cmpuint (private_fixture_count_found (first, "kept"), ==, order + 1);
      bridge_private_lock (first);
      bridge_private_lock (second);
      g_assert_false (bridge_private_unlock (first, "passphrase of the first", NULL));
      g_assert_true (bridge_private_unlock (first, quick == CHANGE ? "passphrase of the second" : PASSPHRASE, &error));
      g_assert_no_error (error);
      g_assert_cmpuint (private_fixture_count_found (first, "kept"), ==, order + 1);
      g_assert_true (bridge_private_unlock_with_code (second, quick == RENEW ? code : fixture->code, &error));
      g_assert_no_error (error);
      if (quick == RENEW)
        {
          bridge_private_lock (first);
          g_assert_false (bridge_private_unlock_with_code (first, fixture->code, &error));
          g_assert_error (error, BRIDGE_ERROR, BRIDGE_ERROR_PASSPHRASE);
          g_clear_error (&error);
          bridge_secret_free (fixture->code);
          fixture->code = code;
        }

      /* One after the other both hold. */
      g_assert_true (bridge_private_change_passphrase (second, NULL, PASSPHRASE, &error));
      g_assert_no_error (error);
      bridge_private_lock (first);
      private_fixture_unlock (first);
      bridge_private_lock (first);
      bridge_private_lock (second);
    }
}

/* Opened with a code that another program has replaced since: whoever sits here does not know what holds now. */
static void
test_changed_after_code (PrivateFixture *fixture,
                         gconstpointer   user_data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BridgeSpace) space = bridge_space_open (fixture->base.folder, fixture->base.clock, &error);
  g_autoptr (BridgePrivate) elsewhere = bridge_private_new (space);
  const char *ada = bridge_person_get_id (bridge_space_get_me (fixture->base.space));
  char *code;

  bridge_private_lock (fixture->private_space);
  g_assert_true (bridge_private_unlock_with_code (fixture->private_space, fixture->code, &error));
  private_fixture_unlock (elsewhere);
  code = bridge_private_renew_code (elsewhere, PASSPHRASE, &error);
  g_assert_no_error (error);
  g_assert_false (bridge_private_change_passphrase (fixture->private_space, NULL, "a new passphrase", &error));
  g_assert_error (error, BRIDGE_ERROR, BRIDGE_ERROR_CONFLICT);
  g_clear_error (&error);
  bridge_private_lock (elsewhere);
  private_fixture_unlock (elsewhere);
  bridge_secret_free (code);

  /* Erased there, and made anew with the same passphrase: the key from before is not put in the place of the new one. */
  g_assert_true (bridge_space_erase_private (space, ada, &error));
  private_fixture_quicken (elsewhere);
  code = bridge_private_set_up (elsewhere, PASSPHRASE, &error);
  g_assert_no_error (error);
  g_assert_false (bridge_private_change_passphrase (fixture->private_space, PASSPHRASE, "a new passphrase", &error));
  g_assert_error (error, BRIDGE_ERROR, BRIDGE_ERROR_CONFLICT);
  g_clear_error (&error);
  bridge_space_refresh (fixture->base.space);
  g_assert_false (bridge_private_get_unlocked (fixture->private_space));
  g_assert_true (bridge_private_get_exists (fixture->private_space));
  bridge_private_lock (elsewhere);
  g_assert_true (bridge_private_unlock_with_code (fixture->private_space, code, &error));
  private_fixture_unlock (elsewhere);
  g_assert_no_error (error);
  bridge_secret_free (code);
}

static void
add_check_in (PrivateFixture *fixture,
              const char     *day,
              int             mood,
              gboolean        draft)
{
  g_autoptr (BridgePrivateEntry) entry = bridge_private_entry_new (BRIDGE_PRIVATE_CHECK_IN, local (day));
  g_autoptr (BridgePrivateEntry) stored = NULL;
  g_autoptr (GError) error = NULL;

  bridge_private_entry_set_step (entry, mood != 0 ? BRIDGE_SCALE_MOOD : BRIDGE_SCALE_SAFETY, MAX (mood, 2));
  g_object_set (entry, "draft", draft, NULL);
  stored = bridge_private_save (fixture->private_space, entry, &error);
  g_assert_no_error (error);
}

/* Private check-ins are in the figures of whoever has opened their space, and in no others; a draft says nothing yet, and how
 * safe it felt is in none. */
static void
test_look_back (PrivateFixture *fixture,
                gconstpointer   user_data)
{
  BridgeLookBackRange range;
  g_autoptr (GArray) own = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  GAsyncResult *given = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (BridgeLookBack) figures = NULL;
  g_autoptr (BridgeLookBack) with_own = NULL;
  g_autofree char *words = NULL;

  g_assert_null (bridge_space_list_own_check_ins (fixture->private_space));
  for (int i = 0; i < 5; i++)
    add_check_in (fixture, "2026-11-20", 1 + i % 2, FALSE);
  add_check_in (fixture, "2026-11-20", 0, FALSE);
  add_check_in (fixture, "2026-11-20", 5, TRUE);
  add_check_in (fixture, "2020-11-20", 5, FALSE);
  own = bridge_space_list_own_check_ins (fixture->private_space);
  g_assert_cmpuint (own->len, ==, 6);

  bridge_space_init_look_back_range (fixture->base.space, 8, 1, &range);
  bridge_space_look_back_async (fixture->base.space, &range, own, NULL, done_cb, &given);
  result = wait_for (&given);
  figures = bridge_space_look_back_finish (result, &with_own, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (figures->bands[BRIDGE_LOOK_BACK_MOOD].n, ==, 0);
  g_assert_null (bridge_look_back_dup_own (figures, BRIDGE_FIGURE_MOOD, FALSE));
  g_assert_cmpuint (with_own->bands[BRIDGE_LOOK_BACK_MOOD].n, ==, 5);
  g_assert_cmpuint (with_own->bands[BRIDGE_LOOK_BACK_MOOD].own, ==, 5);
  g_assert_cmpuint (with_own->bands[BRIDGE_LOOK_BACK_TALKING].own, ==, 0);
  words = bridge_look_back_dup_own (with_own, BRIDGE_FIGURE_MOOD, FALSE);
  g_assert_cmpstr (words, ==, "With 5 private check-ins of your own, seen only by you while your private space is open.");

  bridge_private_lock (fixture->private_space);
  g_assert_null (bridge_space_list_own_check_ins (fixture->private_space));
}

#define ADD(path, function) g_test_add (path, PrivateFixture, NULL, private_fixture_set_up, function, private_fixture_tear_down)

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  ADD ("/private-changes/wait", test_wait);
  ADD ("/private-changes/change", test_change);
  ADD ("/private-changes/async", test_async);
  ADD ("/private-changes/changed-at-once", test_changed_at_once);
  ADD ("/private-changes/changed-after-code", test_changed_after_code);
  ADD ("/private-changes/look-back", test_look_back);

  return g_test_run ();
}

/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "bridge-vault.h"

#include <string.h>

#include "bridge-error.h"
#include "../support/bridge-test.h"

/* As quick as Argon2id can be. */
#define OPS 1
#define MEMORY (8 * 1024)

#define PASSPHRASE "plate walnut river"
#define NOW G_GINT64_CONSTANT (1764000000000)

static BridgeVault *
make (char **code)
{
  g_autoptr (GError) error = NULL;
  BridgeVault *vault = bridge_vault_create ("ada", PASSPHRASE, OPS, MEMORY, code, &error);

  g_assert_no_error (error);
  g_assert_true (bridge_vault_is_unlocked (vault));
  return vault;
}

static GBytes *
seal (BridgeVault *vault,
      const char  *words)
{
  g_autoptr (GError) error = NULL;
  GBytes *sealed = bridge_vault_seal (vault, "private_entries", "row", 7, words, strlen (words), &error);

  g_assert_no_error (error);
  return sealed;
}

static void
assert_opens (BridgeVault *vault,
              GBytes      *sealed,
              const char  *words)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) opened = bridge_vault_open (vault, "private_entries", "row", 7, g_bytes_get_data (sealed, NULL),
                                                 g_bytes_get_size (sealed), &error);

  g_assert_no_error (error);
  g_assert_cmpmem (g_bytes_get_data (opened, NULL), g_bytes_get_size (opened), words, strlen (words));
}

static void
test_unlock (void)
{
  char *code;
  g_autoptr (BridgeVault) vault = make (&code);
  g_autoptr (GBytes) sealed = seal (vault, "what nobody reads");
  g_autoptr (GError) error = NULL;

  bridge_vault_lock (vault);
  g_assert_false (bridge_vault_is_unlocked (vault));
  g_assert_null (bridge_vault_open (vault, "private_entries", "row", 7, g_bytes_get_data (sealed, NULL),
                                    g_bytes_get_size (sealed), &error));
  g_assert_error (error, BRIDGE_ERROR, BRIDGE_ERROR_LOCKED);
  g_clear_error (&error);

  g_assert_false (bridge_vault_unlock (vault, "plate walnut rivers", &error));
  g_assert_error (error, BRIDGE_ERROR, BRIDGE_ERROR_PASSPHRASE);
  g_clear_error (&error);
  g_assert_false (bridge_vault_unlock (vault, NULL, &error));
  g_assert_error (error, BRIDGE_ERROR, BRIDGE_ERROR_INVALID_VALUE);
  g_clear_error (&error);
  g_assert_false (bridge_vault_is_unlocked (vault));

  g_assert_true (bridge_vault_unlock (vault, PASSPHRASE, &error));
  g_assert_no_error (error);
  assert_opens (vault, sealed, "what nobody reads");

  bridge_vault_lock (vault);
  g_assert_true (bridge_vault_unlock_with_code (vault, code, &error));
  g_assert_no_error (error);
  assert_opens (vault, sealed, "what nobody reads");
  bridge_secret_free (code);
}

/* The key stays, so what was sealed before opens after. */
static void
test_change (void)
{
  char *code, *newer;
  g_autoptr (BridgeVault) vault = make (&code);
  g_autoptr (BridgeVault) before = bridge_vault_copy (vault);
  g_autoptr (GBytes) sealed = seal (vault, "before");
  g_autoptr (GError) error = NULL;

  g_assert_false (bridge_vault_change_passphrase (vault, "short", &error));
  g_assert_error (error, BRIDGE_ERROR, BRIDGE_ERROR_INVALID_VALUE);
  g_clear_error (&error);
  g_assert_cmpmem (vault->salt, sizeof vault->salt, before->salt, sizeof before->salt);

  g_assert_true (bridge_vault_change_passphrase (vault, "another one entirely", &error));
  newer = bridge_vault_renew_code (vault, &error);
  g_assert_no_error (error);
  bridge_vault_lock (vault);

  g_assert_false (bridge_vault_unlock (vault, PASSPHRASE, &error));
  g_assert_error (error, BRIDGE_ERROR, BRIDGE_ERROR_PASSPHRASE);
  g_clear_error (&error);
  g_assert_false (bridge_vault_unlock_with_code (vault, code, &error));
  g_assert_error (error, BRIDGE_ERROR, BRIDGE_ERROR_PASSPHRASE);
  g_clear_error (&error);
  g_assert_true (bridge_vault_unlock_with_code (vault, newer, &error));
  assert_opens (vault, sealed, "before");
  bridge_vault_lock (vault);
  g_assert_true (bridge_vault_unlock (vault, "another one entirely", &error));
  assert_opens (vault, sealed, "before");
  bridge_secret_free (code);
  bridge_secret_free (newer);

  bridge_vault_lock (vault);
  g_assert_false (bridge_vault_change_passphrase (vault, "without the key", &error));
  g_assert_error (error, BRIDGE_ERROR, BRIDGE_ERROR_LOCKED);
}

/* The same letters, however they were put together; and eight of them, not eight bytes. */
static void
test_passphrase (void)
{
  char *code;
  g_autoptr (GError) error = NULL;
  g_autoptr (BridgeVault) vault = bridge_vault_create ("ada", "Brücke über Wasser", OPS, MEMORY, &code, &error);

  g_assert_no_error (error);
  bridge_secret_free (code);
  bridge_vault_lock (vault);
  g_assert_true (bridge_vault_unlock (vault, "Bru\xcc\x88" "cke u\xcc\x88" "ber Wasser", &error));
  g_assert_no_error (error);

  g_assert_true (bridge_passphrase_check ("        ", NULL));
  g_assert_true (bridge_passphrase_check ("ääääääää", NULL));
  g_assert_false (bridge_passphrase_check ("äääääää", NULL));
  g_assert_false (bridge_passphrase_check ("a\xcc\x88" "a\xcc\x88" "a\xcc\x88" "a\xcc\x88", NULL));
  g_assert_false (bridge_passphrase_check ("", NULL));
  g_assert_false (bridge_passphrase_check (NULL, NULL));
  g_assert_false (bridge_passphrase_check ("\xff\xff\xff\xff\xff\xff\xff\xff", NULL));
}

/* What was changed in the file is told from a passphrase that does not fit, and one half opens without the other. */
static void
test_damage (void)
{
  char *code, *other_code;
  g_autoptr (BridgeVault) vault = make (&code);
  g_autoptr (BridgeVault) other = make (&other_code);
  g_autofree char *own_id = NULL;
  g_autoptr (GError) error = NULL;

  bridge_vault_lock (vault);
  for (guint i = 0; i < BRIDGE_VAULT_BOX; i++)
    {
      vault->by_passphrase[i] ^= 1;
      g_assert_false (bridge_vault_unlock (vault, PASSPHRASE, &error));
      g_assert_error (error, BRIDGE_ERROR, BRIDGE_ERROR_DAMAGED);
      g_clear_error (&error);
      vault->by_passphrase[i] ^= 1;
      vault->by_code[i] ^= 1;
      g_assert_false (bridge_vault_unlock_with_code (vault, code, &error));
      g_assert_error (error, BRIDGE_ERROR, BRIDGE_ERROR_DAMAGED);
      g_clear_error (&error);
      vault->by_code[i] ^= 1;
    }
  vault->salt[3] ^= 16;
  g_assert_false (bridge_vault_unlock (vault, PASSPHRASE, &error));
  g_assert_error (error, BRIDGE_ERROR, BRIDGE_ERROR_DAMAGED);
  g_clear_error (&error);
  g_assert_true (bridge_vault_unlock_with_code (vault, code, &error));
  vault->salt[3] ^= 16;
  bridge_vault_lock (vault);

  /* Nobody can have a computer spend more than it has. */
  vault->memory = G_MAXINT64;
  g_assert_false (bridge_vault_unlock (vault, PASSPHRASE, &error));
  g_assert_error (error, BRIDGE_ERROR, BRIDGE_ERROR_DAMAGED);
  g_clear_error (&error);
  vault->memory = MEMORY;

  /* What opens one vault, put into another one. */
  memcpy (vault->salt, other->salt, sizeof vault->salt);
  memcpy (vault->by_passphrase, other->by_passphrase, sizeof vault->by_passphrase);
  memcpy (vault->by_code, other->by_code, sizeof vault->by_code);
  g_assert_false (bridge_vault_unlock (vault, PASSPHRASE, &error));
  g_assert_error (error, BRIDGE_ERROR, BRIDGE_ERROR_DAMAGED);
  g_clear_error (&error);
  g_assert_false (bridge_vault_unlock_with_code (vault, other_code, &error));
  g_assert_error (error, BRIDGE_ERROR, BRIDGE_ERROR_DAMAGED);
  bridge_secret_free (code);
  bridge_secret_free (other_code);
}

static void
test_code (void)
{
  static const char alphabet[] = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
  char *code;
  g_autoptr (BridgeVault) vault = make (&code);
  g_autoptr (GError) error = NULL;
  g_autofree char *lower = g_ascii_strdown (code, -1);
  g_autofree char *spaced = g_strdelimit (g_strdup (code), "-", ' ');
  g_autoptr (GString) loose = g_string_new ("\t");
  g_autofree char *group = g_strndup (code + 6, 5);
  guint slips = 0;

  g_assert_cmpuint (strlen (code), ==, BRIDGE_RECOVERY_GROUPS * (BRIDGE_RECOVERY_GROUP + 1) - 1);
  g_assert_null (strpbrk (code, "ILOUilou"));
  for (const char *p = code; *p != '\0'; p++)
    g_string_append_printf (loose, "%c ", *p == '0' ? 'o' : *p == '1' ? 'l' : *p == 'V' ? 'u' : *p);

  g_assert_true (bridge_recovery_code_check (code, &error));
  g_assert_true (bridge_vault_unlock_with_code (vault, lower, &error));
  g_assert_true (bridge_vault_unlock_with_code (vault, spaced, &error));
  g_assert_true (bridge_vault_unlock_with_code (vault, loose->str, &error));
  g_assert_no_error (error);

  /* Each other symbol in each place, and each two neighbours and groups that changed places. */
  for (guint i = 0; code[i] != '\0'; i++)
    {
      char was = code[i];

      if (was == '-')
        continue;
      for (const char *a = alphabet; *a != '\0'; a++)
        {
          code[i] = *a;
          g_assert_cmpint (bridge_recovery_code_check (code, NULL), ==, *a == was);
          slips++;
        }
      code[i] = was;
    }
  g_assert_cmpuint (slips, ==, 35 * 32);
  for (guint i = 0; i < 32 + 6; i++)
    for (guint j = i + 1; j < 32 + 6; j++)
      {
        char first = code[i];
        char second = code[j];

        code[i] = second;
        code[j] = first;
        if (first != '-' && second != '-')
          g_assert_cmpint (bridge_recovery_code_check (code, NULL), ==, first == second);
        code[i] = first;
        code[j] = second;
      }

  g_assert_false (bridge_vault_unlock_with_code (vault, "7K2QD", &error));
  g_assert_error (error, BRIDGE_ERROR, BRIDGE_ERROR_INVALID_VALUE);
  g_clear_error (&error);
  g_assert_false (bridge_vault_unlock_with_code (vault, "ä", &error));
  g_assert_error (error, BRIDGE_ERROR, BRIDGE_ERROR_INVALID_VALUE);
  g_assert_false (bridge_recovery_code_check (NULL, NULL));

  g_assert_true (bridge_recovery_group_matches (code, 1, group));
  g_assert_false (bridge_recovery_group_matches (code, 2, group));
  g_assert_false (bridge_recovery_group_matches (code, 1, code));
  g_assert_false (bridge_recovery_group_matches (code, 1, ""));
  bridge_secret_free (code);
}

/* A complete code of another vault is no slip of typing. */
static void
test_other_code (void)
{
  char *code, *other_code;
  g_autoptr (BridgeVault) vault = make (&code);
  g_autoptr (BridgeVault) other = make (&other_code);
  g_autoptr (GError) error = NULL;

  g_assert_cmpstr (code, !=, other_code);
  g_assert_false (bridge_vault_unlock_with_code (vault, other_code, &error));
  g_assert_error (error, BRIDGE_ERROR, BRIDGE_ERROR_PASSPHRASE);
  bridge_secret_free (code);
  bridge_secret_free (other_code);
}

/* What is sealed for one place opens nowhere else, and its length says little. */
static void
test_seal (void)
{
  char *code;
  g_autoptr (BridgeVault) vault = make (&code);
  g_autoptr (BridgeVault) author = bridge_vault_copy (vault);
  g_autoptr (GBytes) sealed = seal (vault, "words");
  g_autoptr (GBytes) again = seal (vault, "words");
  const guint8 *data = g_bytes_get_data (sealed, NULL);
  gsize length = g_bytes_get_size (sealed);
  g_autofree char *letters = g_strnfill (600, 'x');

  bridge_secret_free (code);
  assert_opens (vault, sealed, "words");
  assert_opens (vault, again, "words");
  g_assert_false (g_bytes_equal (sealed, again));
  g_free (author->person_id);
  author->person_id = g_strdup ("ben");
  g_assert_null (bridge_vault_open (author, "private_entries", "row", 7, data, length, NULL));
  g_assert_null (bridge_vault_open (vault, "vaults", "row", 7, data, length, NULL));
  g_assert_null (bridge_vault_open (vault, "private_entries", "other", 7, data, length, NULL));
  g_assert_null (bridge_vault_open (vault, "private_entries", "row", 6, data, length, NULL));
  for (gsize cut = 0; cut < length; cut++)
    g_assert_null (bridge_vault_open (vault, "private_entries", "row", 7, data, cut, NULL));
  for (gsize i = 0; i < length; i++)
    {
      g_autofree guint8 *changed = g_memdup2 (data, length);
      g_autoptr (GError) error = NULL;

      changed[i] ^= 128;
      g_assert_null (bridge_vault_open (vault, "private_entries", "row", 7, changed, length, &error));
      g_assert_error (error, BRIDGE_ERROR, BRIDGE_ERROR_DAMAGED);
    }

  for (guint n = 0; n <= 600; n++)
    {
      g_autoptr (GBytes) long_one = bridge_vault_seal (vault, "private_entries", "row", 7, letters, n, NULL);
      g_autoptr (GBytes) opened = bridge_vault_open (vault, "private_entries", "row", 7, g_bytes_get_data (long_one, NULL),
                                                     g_bytes_get_size (long_one), NULL);

      g_assert_cmpuint ((g_bytes_get_size (long_one) - 40) % BRIDGE_VAULT_STEP, ==, 0);
      g_assert_cmpuint (g_bytes_get_size (opened), ==, n);
    }
}

/* The wait grows to a minute, and no clock makes it longer. */
static void
test_wait (void)
{
  static const gint64 waits[] = { 0, 0, 0, 2000, 4000, 8000, 16000, 32000, 60000, 60000, 60000 };
  char *code;
  g_autoptr (BridgeVault) vault = make (&code);
  gint64 now = NOW;

  bridge_secret_free (code);
  for (guint i = 0; i < G_N_ELEMENTS (waits); i++)
    {
      g_assert_cmpint (vault->tries, ==, i);
      g_assert_cmpint (bridge_vault_get_wait (vault, now), ==, waits[i]);
      now += waits[i];
      g_assert_cmpint (bridge_vault_get_wait (vault, now), ==, 0);
      bridge_vault_note_try (vault, FALSE, now);
    }

  /* Set back by years: once more the one wait, and not for years. */
  now -= G_GINT64_CONSTANT (400) * 24 * 60 * 60 * 1000;
  g_assert_cmpint (bridge_vault_get_wait (vault, now), ==, 60000);
  g_assert_cmpint (bridge_vault_get_wait (vault, now + 59000), ==, 1000);
  g_assert_cmpint (bridge_vault_get_wait (vault, now + 60000), ==, 0);

  bridge_vault_note_try (vault, TRUE, now);
  g_assert_cmpint (bridge_vault_get_wait (vault, 0), ==, 0);
  g_assert_cmpint (vault->wait_until, ==, 0);

  /* Nonsense in the file locks nobody out. */
  vault->tries = G_MAXINT;
  vault->wait_until = G_MAXINT64;
  g_assert_cmpint (bridge_vault_get_wait (vault, NOW), ==, 60000);
  bridge_vault_note_try (vault, FALSE, NOW);
  g_assert_cmpint (vault->tries, <=, 1000);
}

/* A computer without so much memory says so. */
static void
test_memory (void)
{
  char *code;
  g_autoptr (BridgeVault) vault = make (&code);
  g_autoptr (GError) error = NULL;

  bridge_secret_free (code);
  g_assert_null (bridge_vault_create ("ada", PASSPHRASE, OPS, G_GINT64_CONSTANT (1) << 41, &code, &error));
  g_assert_error (error, BRIDGE_ERROR, BRIDGE_ERROR_MEMORY);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/vault/unlock", test_unlock);
  g_test_add_func ("/vault/change", test_change);
  g_test_add_func ("/vault/passphrase", test_passphrase);
  g_test_add_func ("/vault/damage", test_damage);
  g_test_add_func ("/vault/code", test_code);
  g_test_add_func ("/vault/other-code", test_other_code);
  g_test_add_func ("/vault/seal", test_seal);
  g_test_add_func ("/vault/wait", test_wait);
  g_test_add_func ("/vault/memory", test_memory);

  return g_test_run ();
}

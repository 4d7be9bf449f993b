/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "bridge-vault"

#include "config.h"

#include "bridge-vault.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "bridge-error.h"
#include "bridge-ids.h"
#include "bridge-recovery-code.h"

#define NONCE crypto_aead_xchacha20poly1305_ietf_NPUBBYTES
#define TAG crypto_aead_xchacha20poly1305_ietf_ABYTES

/* What a row may ask for: more would be no vault of ours, and could stop the computer. */
#define MAX_OPS 16
#define MAX_MEMORY (G_GINT64_CONSTANT (1) << 30)

/* The first slips are free; then each one costs twice the wait of the one before, up to a minute. */
#define FREE_TRIES 3
#define MAX_WAIT_MS 60000

#define BY_PASSPHRASE "passphrase"
#define BY_CODE "recovery-code"

/* A secret in memory that is locked, guarded, and wiped when it is freed. */
typedef guint8 Secret;
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Secret, sodium_free)

static void
ensure_ready (void)
{
  static gsize ready = 0;

  if (g_once_init_enter (&ready))
    {
      /* Nothing can be sealed without good random numbers, and going on would be worse than ending. */
      if (sodium_init () < 0)
        g_error ("libsodium cannot be started");
      g_once_init_leave (&ready, 1);
    }
}

static void
set_memory_error (GError **error)
{
  g_set_error_literal (error, BRIDGE_ERROR, BRIDGE_ERROR_MEMORY,
                       _("This computer has not enough free memory at the moment to open a private space: it needs about 300 MB for a second. Nothing was changed; close a few programs and try again."));
}

static Secret *
secret_new (GError **error)
{
  Secret *secret;

  ensure_ready ();
  secret = sodium_malloc (BRIDGE_VAULT_KEY);
  if (secret == NULL)
    set_memory_error (error);
  return secret;
}

static gboolean
require_unlocked (BridgeVault  *self,
                  GError      **error)
{
  if (self->key != NULL)
    return TRUE;
  g_set_error_literal (error, BRIDGE_ERROR, BRIDGE_ERROR_LOCKED, _("Your private space is locked. Unlock it first."));
  return FALSE;
}

/* The passphrase as the same letters, however a keyboard put them together. */
static char *
normalise (const char *passphrase)
{
  return passphrase != NULL && g_utf8_validate (passphrase, -1, NULL)
           ? g_utf8_normalize (passphrase, -1, G_NORMALIZE_DEFAULT_COMPOSE)
           : NULL;
}

/* Argon2id, RFC 9106. */
static Secret *
derive (BridgeVault  *self,
        const char   *passphrase,
        GError      **error)
{
  g_autoptr (Secret) secret = secret_new (error);
  char *normal = normalise (passphrase);
  gboolean derived = FALSE;

  if (normal == NULL || *normal == '\0')
    g_set_error_literal (error, BRIDGE_ERROR, BRIDGE_ERROR_INVALID_VALUE, _("Write your passphrase first."));
  else if (secret != NULL)
    {
      derived = crypto_pwhash (secret, BRIDGE_VAULT_KEY, normal, strlen (normal), self->salt,
                               (unsigned long long) self->ops, (size_t) self->memory,
                               crypto_pwhash_ALG_ARGON2ID13) == 0;
      if (!derived)
        set_memory_error (error);
    }
  bridge_secret_free (normal);
  return derived ? g_steal_pointer (&secret) : NULL;
}

/* The code is random enough to need no slow function. */
static Secret *
derive_from_code (BridgeVault   *self,
                  const guint8  *code,
                  GError       **error)
{
  g_autoptr (Secret) secret = secret_new (error);

  if (secret != NULL)
    crypto_generichash (secret, BRIDGE_VAULT_KEY, code, BRIDGE_RECOVERY_BYTES, (const guint8 *) self->id, strlen (self->id));
  return g_steal_pointer (&secret);
}

static char *
make_context (BridgeVault *self,
              const char  *by)
{
  return g_strdup_printf ("vaults|%s|%s|%s", self->id, self->person_id, by);
}

/* No secret in it: it only says whether the bytes are those that were written, for this vault. */
static void
make_check (BridgeVault  *self,
            const char   *by,
            const guint8 *box,
            guint8       *check)
{
  g_autofree char *context = make_context (self, by);
  g_autofree char *cost = g_strdup_printf ("|%" G_GINT64_FORMAT "|%" G_GINT64_FORMAT "|", self->ops, self->memory);
  crypto_generichash_state state;

  crypto_generichash_init (&state, NULL, 0, BRIDGE_VAULT_CHECK);
  crypto_generichash_update (&state, (const guint8 *) context, strlen (context));
  if (g_str_equal (by, BY_PASSPHRASE))
    {
      crypto_generichash_update (&state, (const guint8 *) cost, strlen (cost));
      crypto_generichash_update (&state, self->salt, sizeof self->salt);
    }
  crypto_generichash_update (&state, box, BRIDGE_VAULT_BOX - BRIDGE_VAULT_CHECK);
  crypto_generichash_final (&state, check, BRIDGE_VAULT_CHECK);
}

static void
wrap (BridgeVault  *self,
      const char   *by,
      const Secret *with,
      guint8       *box)
{
  g_autofree char *context = make_context (self, by);

  randombytes_buf (box, NONCE);
  crypto_aead_xchacha20poly1305_ietf_encrypt (box + NONCE, NULL, self->key, BRIDGE_VAULT_KEY, (const guint8 *) context,
                                              strlen (context), NULL, box, with);
  make_check (self, by, box, box + BRIDGE_VAULT_BOX - BRIDGE_VAULT_CHECK);
}

static gboolean
is_sound (BridgeVault  *self,
          const char   *by,
          const guint8 *box)
{
  guint8 check[BRIDGE_VAULT_CHECK];

  make_check (self, by, box, check);
  return sodium_memcmp (check, box + BRIDGE_VAULT_BOX - BRIDGE_VAULT_CHECK, sizeof check) == 0;
}

static gboolean
unwrap (BridgeVault   *self,
        const char    *by,
        const Secret  *with,
        const guint8  *box,
        GError       **error)
{
  g_autofree char *context = make_context (self, by);
  g_autoptr (Secret) key = secret_new (error);

  if (key == NULL)
    return FALSE;
  if (crypto_aead_xchacha20poly1305_ietf_decrypt (key, NULL, NULL, box + NONCE, BRIDGE_VAULT_KEY + TAG,
                                                  (const guint8 *) context, strlen (context), box, with) != 0)
    return FALSE;

  bridge_vault_lock (self);
  self->key = g_steal_pointer (&key);
  sodium_mprotect_readonly (self->key);
  return TRUE;
}

static gboolean
set_passphrase (BridgeVault  *self,
                const char   *passphrase,
                GError      **error)
{
  guint8 salt[BRIDGE_VAULT_SALT];
  g_autoptr (Secret) with = NULL;

  if (!bridge_passphrase_check (passphrase, error))
    return FALSE;

  memcpy (salt, self->salt, sizeof salt);
  randombytes_buf (self->salt, sizeof self->salt);
  with = derive (self, passphrase, error);
  if (with == NULL)
    {
      memcpy (self->salt, salt, sizeof salt);
      return FALSE;
    }
  wrap (self, BY_PASSPHRASE, with, self->by_passphrase);
  return TRUE;
}

/**
 * bridge_vault_create:
 * @person_id: whose it is
 * @passphrase: at least %BRIDGE_PASSPHRASE_MIN characters
 * @ops: how often Argon2id goes over its memory; %BRIDGE_VAULT_OPS outside of tests
 * @memory: bytes; %BRIDGE_VAULT_MEMORY outside of tests
 * @code: (out) (transfer full): the recovery code, to be wiped with bridge_secret_free()
 * @error: where to say what went wrong
 *
 * Makes a vault with a new random key. It is unlocked.
 *
 * Returns: (transfer full) (nullable): the vault, or %NULL with %BRIDGE_ERROR_INVALID_VALUE or %BRIDGE_ERROR_MEMORY
 */
BridgeVault *
bridge_vault_create (const char  *person_id,
                     const char  *passphrase,
                     gint64       ops,
                     gint64       memory,
                     char       **code,
                     GError     **error)
{
  g_autoptr (BridgeVault) self = g_new0 (BridgeVault, 1);

  g_return_val_if_fail (person_id != NULL, NULL);

  ensure_ready ();
  self->id = bridge_id_new ();
  self->person_id = g_strdup (person_id);
  self->ops = ops;
  self->memory = memory;
  self->lock_minutes = 5;
  self->key = secret_new (error);
  if (self->key == NULL)
    return NULL;
  randombytes_buf (self->key, BRIDGE_VAULT_KEY);
  sodium_mprotect_readonly (self->key);

  if (!set_passphrase (self, passphrase, error))
    return NULL;
  *code = bridge_vault_renew_code (self, error);
  return *code != NULL ? g_steal_pointer (&self) : NULL;
}

/**
 * bridge_vault_copy:
 * @self: a vault
 *
 * Returns: (transfer full): another one with the same values and, where it is unlocked, the same key
 */
BridgeVault *
bridge_vault_copy (BridgeVault *self)
{
  BridgeVault *copy = g_new (BridgeVault, 1);

  *copy = *self;
  copy->id = g_strdup (self->id);
  copy->person_id = g_strdup (self->person_id);
  copy->key = self->key != NULL ? secret_new (NULL) : NULL;
  if (copy->key != NULL)
    {
      memcpy (copy->key, self->key, BRIDGE_VAULT_KEY);
      sodium_mprotect_readonly (copy->key);
    }
  return copy;
}

/**
 * bridge_vault_is_same:
 * @self: a vault
 * @other: another one
 *
 * Returns: whether both are one vault, with the same passphrase and the same recovery code
 */
gboolean
bridge_vault_is_same (BridgeVault *self,
                      BridgeVault *other)
{
  return g_str_equal (self->id, other->id) && self->ops == other->ops && self->memory == other->memory &&
         memcmp (self->salt, other->salt, sizeof self->salt) == 0 &&
         memcmp (self->by_passphrase, other->by_passphrase, sizeof self->by_passphrase) == 0 &&
         memcmp (self->by_code, other->by_code, sizeof self->by_code) == 0;
}

/**
 * bridge_vault_free:
 * @self: (transfer full): a vault
 *
 * Wipes its key and frees it.
 */
void
bridge_vault_free (BridgeVault *self)
{
  bridge_vault_lock (self);
  g_free (self->id);
  g_free (self->person_id);
  g_free (self);
}

/**
 * bridge_vault_unlock:
 * @self: a vault
 * @passphrase: what was typed
 * @error: where to say what went wrong
 *
 * Unwraps the key by the passphrase. Takes a while on purpose.
 *
 * Returns: %FALSE with %BRIDGE_ERROR_PASSPHRASE, %BRIDGE_ERROR_INVALID_VALUE, %BRIDGE_ERROR_DAMAGED or %BRIDGE_ERROR_MEMORY
 */
gboolean
bridge_vault_unlock (BridgeVault  *self,
                     const char   *passphrase,
                     GError      **error)
{
  g_autoptr (Secret) with = NULL;
  g_autoptr (GError) local_error = NULL;

  ensure_ready ();
  if (self->ops < 1 || self->ops > MAX_OPS || self->memory < (gint64) crypto_pwhash_MEMLIMIT_MIN ||
      self->memory > MAX_MEMORY || !is_sound (self, BY_PASSPHRASE, self->by_passphrase))
    {
      g_set_error_literal (error, BRIDGE_ERROR, BRIDGE_ERROR_DAMAGED,
                           _("The part of your private space that your passphrase opens was changed outside of Footbridge. Your entries are as they were: your recovery code may still open them, and a backup may have the part that was changed."));
      return FALSE;
    }

  with = derive (self, passphrase, error);
  if (with == NULL)
    return FALSE;
  if (unwrap (self, BY_PASSPHRASE, with, self->by_passphrase, &local_error))
    return TRUE;
  if (local_error != NULL)
    g_propagate_error (error, g_steal_pointer (&local_error));
  else
    g_set_error_literal (error, BRIDGE_ERROR, BRIDGE_ERROR_PASSPHRASE,
                         _("This passphrase does not open your private space. Nothing is lost, and you can try again."));
  return FALSE;
}

/**
 * bridge_vault_unlock_with_code:
 * @self: a vault
 * @code: the recovery code, as it was typed
 * @error: where to say what went wrong
 *
 * Unwraps the key by the recovery code.
 *
 * Returns: %FALSE with %BRIDGE_ERROR_INVALID_VALUE (a slip of typing), %BRIDGE_ERROR_PASSPHRASE, %BRIDGE_ERROR_DAMAGED or
 *   %BRIDGE_ERROR_MEMORY
 */
gboolean
bridge_vault_unlock_with_code (BridgeVault  *self,
                               const char   *code,
                               GError      **error)
{
  guint8 bytes[BRIDGE_RECOVERY_BYTES];
  g_autoptr (Secret) with = NULL;
  g_autoptr (GError) local_error = NULL;

  ensure_ready ();
  if (!bridge_recovery_code_read (code, bytes, error))
    return FALSE;
  with = derive_from_code (self, bytes, error);
  sodium_memzero (bytes, sizeof bytes);
  if (with == NULL)
    return FALSE;

  if (!is_sound (self, BY_CODE, self->by_code))
    {
      g_set_error_literal (error, BRIDGE_ERROR, BRIDGE_ERROR_DAMAGED,
                           _("The part of your private space that your recovery code opens was changed outside of Footbridge. Your entries are as they were: your passphrase may still open them, and a backup may have the part that was changed."));
      return FALSE;
    }
  if (unwrap (self, BY_CODE, with, self->by_code, &local_error))
    return TRUE;
  if (local_error != NULL)
    g_propagate_error (error, g_steal_pointer (&local_error));
  else
    g_set_error_literal (error, BRIDGE_ERROR, BRIDGE_ERROR_PASSPHRASE,
                         _("This code is complete, but it belongs to another private space, or a newer code has replaced it. Nothing was changed."));
  return FALSE;
}

/**
 * bridge_vault_lock:
 * @self: a vault
 *
 * Wipes the key.
 */
void
bridge_vault_lock (BridgeVault *self)
{
  g_clear_pointer (&self->key, sodium_free);
}

/**
 * bridge_vault_is_unlocked:
 * @self: a vault
 *
 * Returns: whether the key is here
 */
gboolean
bridge_vault_is_unlocked (BridgeVault *self)
{
  return self->key != NULL;
}

/**
 * bridge_vault_change_passphrase:
 * @self: an unlocked vault
 * @passphrase: the new one
 * @error: where to say what went wrong
 *
 * Wraps the same key by another passphrase, so that no entry is touched. Takes a while on purpose.
 *
 * Returns: %FALSE with %BRIDGE_ERROR_LOCKED, %BRIDGE_ERROR_INVALID_VALUE or %BRIDGE_ERROR_MEMORY; it is as before then
 */
gboolean
bridge_vault_change_passphrase (BridgeVault  *self,
                                const char   *passphrase,
                                GError      **error)
{
  return require_unlocked (self, error) && set_passphrase (self, passphrase, error);
}

/**
 * bridge_vault_renew_code:
 * @self: an unlocked vault
 * @error: where to say what went wrong
 *
 * Wraps the key by a new recovery code. The one before opens nothing any more.
 *
 * Returns: (transfer full) (nullable): the code, in groups, to be wiped with bridge_secret_free(); or %NULL with
 *   %BRIDGE_ERROR_LOCKED or %BRIDGE_ERROR_MEMORY
 */
char *
bridge_vault_renew_code (BridgeVault  *self,
                         GError      **error)
{
  guint8 bytes[BRIDGE_RECOVERY_BYTES];
  g_autoptr (Secret) with = NULL;
  char *code = NULL;

  if (!require_unlocked (self, error))
    return NULL;

  randombytes_buf (bytes, sizeof bytes);
  with = derive_from_code (self, bytes, error);
  if (with != NULL)
    {
      wrap (self, BY_CODE, with, self->by_code);
      code = bridge_recovery_code_write (bytes);
    }
  sodium_memzero (bytes, sizeof bytes);
  return code;
}

static char *
make_entry_context (BridgeVault *self,
                    const char  *table,
                    const char  *id,
                    gint64       version)
{
  return g_strdup_printf ("%s|%s|%s|%" G_GINT64_FORMAT, table, id, self->person_id, version);
}

/**
 * bridge_vault_seal:
 * @self: an unlocked vault
 * @table: where it will stand
 * @id: the row's id
 * @version: of the row
 * @data: (array length=length): what nobody else shall read
 * @length: bytes
 * @error: where to say what went wrong
 *
 * Seals data, padded to a multiple of %BRIDGE_VAULT_STEP, for one place: it opens in no other row and for no other author.
 *
 * Returns: (transfer full) (nullable): nonce and ciphertext, or %NULL with %BRIDGE_ERROR_LOCKED
 */
GBytes *
bridge_vault_seal (BridgeVault    *self,
                   const char     *table,
                   const char     *id,
                   gint64          version,
                   gconstpointer   data,
                   gsize           length,
                   GError        **error)
{
  /* sodium_pad() always adds something, at least one byte. */
  gsize padded = (length / BRIDGE_VAULT_STEP + 1) * BRIDGE_VAULT_STEP;
  g_autofree char *context = NULL;
  guint8 *plain;
  guint8 *sealed;
  gsize full;

  if (!require_unlocked (self, error))
    return NULL;

  context = make_entry_context (self, table, id, version);
  plain = g_malloc (padded);
  memcpy (plain, data, length);
  sodium_pad (&full, plain, length, BRIDGE_VAULT_STEP, padded);

  sealed = g_malloc (NONCE + padded + TAG);
  randombytes_buf (sealed, NONCE);
  crypto_aead_xchacha20poly1305_ietf_encrypt (sealed + NONCE, NULL, plain, padded, (const guint8 *) context, strlen (context),
                                              NULL, sealed, self->key);
  sodium_memzero (plain, padded);
  g_free (plain);
  return g_bytes_new_take (sealed, NONCE + padded + TAG);
}

/* Where the padding begins; ISO/IEC 7816-4, as sodium_pad() writes it. What could be opened is not in doubt any more, so
 * this may be quick. */
static gboolean
find_end (const guint8 *plain,
          gsize         length,
          gsize        *end)
{
  while (length > 0 && plain[length - 1] == 0)
    length--;
  *end = length > 0 ? length - 1 : 0;
  return length > 0 && plain[length - 1] == 0x80;
}

/* What was opened, wiped when it is let go. */
typedef struct {
  guint64 length; /* of bytes */
  guint8 bytes[]; /* so these stand where any number may */
} Opened;

static void
opened_free (gpointer data)
{
  Opened *opened = data;

  sodium_memzero (opened->bytes, opened->length);
  g_free (opened);
}

/**
 * bridge_vault_open:
 * @self: an unlocked vault
 * @table: where it stands
 * @id: the row's id
 * @version: of the row
 * @sealed: (array length=length): what bridge_vault_seal() gave
 * @length: bytes
 * @error: where to say what went wrong
 *
 * Opens what was sealed for just this place.
 *
 * Returns: (transfer full) (nullable): the data, wiped when it is let go; or %NULL with %BRIDGE_ERROR_LOCKED or
 *   %BRIDGE_ERROR_DAMAGED
 */
GBytes *
bridge_vault_open (BridgeVault    *self,
                   const char     *table,
                   const char     *id,
                   gint64          version,
                   gconstpointer   sealed,
                   gsize           length,
                   GError        **error)
{
  const guint8 *bytes = sealed;
  g_autofree char *context = NULL;
  Opened *opened;
  gsize plain = 0;

  if (!require_unlocked (self, error))
    return NULL;

  context = make_entry_context (self, table, id, version);
  if (length >= NONCE + TAG + BRIDGE_VAULT_STEP)
    {
      opened = g_malloc0 (sizeof (Opened) + length);
      opened->length = length - NONCE - TAG;
      if (crypto_aead_xchacha20poly1305_ietf_decrypt (opened->bytes, NULL, NULL, bytes + NONCE, length - NONCE,
                                                      (const guint8 *) context, strlen (context), bytes, self->key) == 0 &&
          find_end (opened->bytes, opened->length, &plain))
        return g_bytes_new_with_free_func (opened->bytes, plain, opened_free, opened);
      opened_free (opened);
    }

  g_set_error_literal (error, BRIDGE_ERROR, BRIDGE_ERROR_DAMAGED,
                       _("This entry was changed outside of Footbridge and cannot be opened. It was left as it is, and the others are not touched. A backup may still have it."));
  return NULL;
}

static gint64
wait_after (int tries)
{
  if (tries < FREE_TRIES)
    return 0;
  return MIN (MAX_WAIT_MS, G_GINT64_CONSTANT (2000) << MIN (tries - FREE_TRIES, 10));
}

/**
 * bridge_vault_get_wait:
 * @self: a vault
 * @now: UTC ms
 *
 * Says how long no other passphrase is tried. Where the clock has been set back since, the wait begins anew, so that it
 * never lasts longer than a minute.
 *
 * Returns: ms; 0: none
 */
gint64
bridge_vault_get_wait (BridgeVault *self,
                       gint64       now)
{
  gint64 whole = wait_after (self->tries);

  if (self->wait_until <= now || whole == 0)
    return 0;
  if (self->wait_until - now > whole)
    self->wait_until = now + whole;
  return self->wait_until - now;
}

/**
 * bridge_vault_note_try:
 * @self: a vault
 * @fits: whether it was the right one
 * @now: UTC ms
 *
 * Counts what did not fit, and forgets it once something does.
 */
void
bridge_vault_note_try (BridgeVault *self,
                       gboolean     fits,
                       gint64       now)
{
  self->tries = fits ? 0 : MIN (self->tries + 1, 1000);
  self->wait_until = wait_after (self->tries) > 0 ? now + wait_after (self->tries) : 0;
}

/**
 * bridge_passphrase_check:
 * @passphrase: (nullable): a new passphrase
 * @error: where to say what is wrong
 *
 * Checks that it is long enough; nothing else is asked of it.
 *
 * Returns: %FALSE with %BRIDGE_ERROR_INVALID_VALUE
 */
gboolean
bridge_passphrase_check (const char  *passphrase,
                         GError     **error)
{
  char *normal = normalise (passphrase);
  glong length = normal != NULL ? g_utf8_strlen (normal, -1) : 0;

  bridge_secret_free (normal);
  if (length < BRIDGE_PASSPHRASE_MIN)
    {
      g_set_error (error, BRIDGE_ERROR, BRIDGE_ERROR_INVALID_VALUE,
                   ngettext ("A passphrase needs at least %d character. Four or five words that have nothing to do with each other are easy to keep in mind.",
                             "A passphrase needs at least %d characters. Four or five words that have nothing to do with each other are easy to keep in mind.",
                             BRIDGE_PASSPHRASE_MIN),
                   BRIDGE_PASSPHRASE_MIN);
      return FALSE;
    }
  if (length > BRIDGE_PASSPHRASE_MAX)
    {
      g_set_error (error, BRIDGE_ERROR, BRIDGE_ERROR_INVALID_VALUE,
                   ngettext ("A passphrase has room for %d character.", "A passphrase has room for %d characters.",
                             BRIDGE_PASSPHRASE_MAX),
                   BRIDGE_PASSPHRASE_MAX);
      return FALSE;
    }
  return TRUE;
}

/**
 * bridge_secret_free:
 * @secret: (transfer full) (nullable): a passphrase or a recovery code
 *
 * Wipes it and frees it.
 */
void
bridge_secret_free (char *secret)
{
  if (secret == NULL)
    return;
  sodium_memzero (secret, strlen (secret));
  g_free (secret);
}

/**
 * bridge_random_version:
 *
 * Returns: a number for a row's state that says neither how often nor when it was changed
 */
gint64
bridge_random_version (void)
{
  guint64 number;

  ensure_ready ();
  do
    {
      randombytes_buf (&number, sizeof number);
      number >>= 2;
    }
  while (number == 0);
  return (gint64) number;
}

/**
 * bridge_random_below:
 * @limit: more than 0
 *
 * Returns: a number below it, all as likely
 */
guint
bridge_random_below (guint limit)
{
  ensure_ready ();
  return randombytes_uniform (limit);
}

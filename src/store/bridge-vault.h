/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>
#include <sodium.h>

G_BEGIN_DECLS

#define BRIDGE_VAULT_SALT crypto_pwhash_SALTBYTES
#define BRIDGE_VAULT_KEY crypto_aead_xchacha20poly1305_ietf_KEYBYTES
#define BRIDGE_VAULT_CHECK 16
/* nonce, sealed key, and a check that tells damage from a wrong passphrase */
#define BRIDGE_VAULT_BOX (crypto_aead_xchacha20poly1305_ietf_NPUBBYTES + BRIDGE_VAULT_KEY + \
                          crypto_aead_xchacha20poly1305_ietf_ABYTES + BRIDGE_VAULT_CHECK)
#define BRIDGE_VAULT_STEP 256 /* bytes: what is sealed is as long as a multiple of it */

#define BRIDGE_VAULT_OPS ((gint64) crypto_pwhash_argon2id_OPSLIMIT_MODERATE)
#define BRIDGE_VAULT_MEMORY ((gint64) crypto_pwhash_argon2id_MEMLIMIT_MODERATE) /* bytes */

#define BRIDGE_PASSPHRASE_MIN 8 /* characters */
#define BRIDGE_PASSPHRASE_MAX 1024

#define BRIDGE_RECOVERY_GROUPS 7
#define BRIDGE_RECOVERY_GROUP 5 /* letters and digits */

/**
 * BridgeVault:
 * @ops: how often Argon2id goes over its memory
 * @memory: bytes
 * @tries: passphrases in a row that did not fit
 * @wait_until: UTC ms before which no other one is tried; 0: none
 * @lock_minutes: idle minutes after which it locks by itself
 * @key: (nullable): in memory that is locked and guarded; %NULL: locked
 *
 * One person's vault. A random data key seals the entries; it is kept wrapped twice, by the passphrase and by the
 * recovery code, so that either can be changed without touching an entry. Nothing here reads a file or a clock.
 */
typedef struct {
  char *id;
  char *person_id;
  gint64 ops;
  gint64 memory;
  guint8 salt[BRIDGE_VAULT_SALT];
  guint8 by_passphrase[BRIDGE_VAULT_BOX];
  guint8 by_code[BRIDGE_VAULT_BOX];
  int tries;
  gint64 wait_until;
  int lock_minutes;
  guint8 *key;
} BridgeVault;

/* Takes some seconds' part and @memory bytes, so not on the main thread. INVALID_VALUE, MEMORY. @code: (transfer full) */
BridgeVault *bridge_vault_create (const char *person_id, const char *passphrase, gint64 ops, gint64 memory, char **code,
                                  GError **error);
BridgeVault *bridge_vault_copy (BridgeVault *self); /* (transfer full), its key too where it is unlocked */
gboolean bridge_vault_is_same (BridgeVault *self, BridgeVault *other); /* what wraps the key is */
void bridge_vault_free (BridgeVault *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BridgeVault, bridge_vault_free)

/* PASSPHRASE, DAMAGED, MEMORY, INVALID_VALUE (no passphrase at all). As slow as Argon2id. */
gboolean bridge_vault_unlock (BridgeVault *self, const char *passphrase, GError **error);
/* INVALID_VALUE: a slip of typing; PASSPHRASE: the code of another vault, or an earlier one. Quick. */
gboolean bridge_vault_unlock_with_code (BridgeVault *self, const char *code, GError **error);
void bridge_vault_lock (BridgeVault *self);
gboolean bridge_vault_is_unlocked (BridgeVault *self);

/* LOCKED, INVALID_VALUE, MEMORY. As slow as Argon2id. */
gboolean bridge_vault_change_passphrase (BridgeVault *self, const char *passphrase, GError **error);
/* LOCKED. (transfer full) The code before it opens nothing any more. */
char *bridge_vault_renew_code (BridgeVault *self, GError **error);

/* @table, @id and @version are bound to what is sealed. LOCKED; opening: DAMAGED. (transfer full) */
GBytes *bridge_vault_seal (BridgeVault *self, const char *table, const char *id, gint64 version, gconstpointer data,
                           gsize length, GError **error);
GBytes *bridge_vault_open (BridgeVault *self, const char *table, const char *id, gint64 version, gconstpointer sealed,
                           gsize length, GError **error);

/* After a passphrase that did not fit: how long until the next (ms; 0: now). A clock that jumped costs the one wait once
 * more, and no longer. */
gint64 bridge_vault_get_wait (BridgeVault *self, gint64 now);
void bridge_vault_note_try (BridgeVault *self, gboolean fits, gint64 now);

gboolean bridge_passphrase_check (const char *passphrase, GError **error); /* INVALID_VALUE */
/* Reads a code as it may have been typed. INVALID_VALUE: a slip. */
gboolean bridge_recovery_code_check (const char *code, GError **error);
gboolean bridge_recovery_group_matches (const char *code, guint group, const char *typed);
/* Secrets that were copied about. (transfer full) (nullable) */
void bridge_secret_free (char *secret);

/* Random numbers nobody can guess. */
gint64 bridge_random_version (void);     /* 1 … 2^62 - 1 */
guint bridge_random_below (guint limit); /* 0 … limit - 1 */

G_END_DECLS

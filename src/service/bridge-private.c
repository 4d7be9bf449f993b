/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "bridge-private"

#include "config.h"

#include "bridge-private-internal.h"

#include <glib/gi18n-lib.h>

#include "bridge-space-private.h"

G_DEFINE_FINAL_TYPE (BridgePrivate, bridge_private, G_TYPE_OBJECT)

typedef enum {
  PROP_SPACE = 1,
  PROP_EXISTS,
  PROP_UNLOCKED,
  PROP_BUSY,
  PROP_LOCK_MINUTES,
  PROP_TROUBLE,
} BridgePrivateProperty;

static GParamSpec *properties[PROP_TROUBLE + 1];
static guint locking_signal;

static BridgeDatabase *
get_db (BridgePrivate *self)
{
  return bridge_space_get_database (self->space);
}

static void
set_exists (BridgePrivate *self,
            gboolean       exists)
{
  if (self->exists == exists)
    return;
  self->exists = exists;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_EXISTS]);
}

static void
set_trouble (BridgePrivate *self,
             char          *trouble)
{
  g_autofree char *before = self->trouble;

  self->trouble = trouble;
  if (g_strcmp0 (before, trouble) != 0)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_TROUBLE]);
}

static void
arm (BridgePrivate *self)
{
  bridge_space_set_alarm (self->space, self,
                          self->vault != NULL && bridge_vault_is_unlocked (self->vault)
                            ? self->touched + self->vault->lock_minutes * BRIDGE_MS_PER_MINUTE
                            : BRIDGE_NEVER);
}

/* Locks without asking anybody. */
static void
wipe (BridgePrivate *self)
{
  self->turn++;
  bridge_private_entries_wipe (&self->entries);
  g_clear_pointer (&self->vault, bridge_vault_free);
  self->by_code = FALSE;
  set_trouble (self, NULL);
  bridge_space_set_alarm (self->space, self, BRIDGE_NEVER);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_UNLOCKED]);
}

/* Whether there is a private space, of whom. */
static void
look (BridgePrivate *self)
{
  set_exists (self, self->person_id != NULL && bridge_space_has_private (self->space, self->person_id));
}

static void
speaker_cb (BridgePrivate *self)
{
  BridgePerson *speaker = bridge_space_get_speaker (self->space);

  if (g_strcmp0 (self->person_id, speaker != NULL ? bridge_person_get_id (speaker) : NULL) == 0)
    return;
  bridge_private_lock (self);
  self->turn++;
  g_free (self->person_id);
  self->person_id = g_strdup (speaker != NULL ? bridge_person_get_id (speaker) : NULL);
  look (self);
}

static void
changed_cb (BridgePrivate *self,
            BridgeKinds    kinds)
{
  g_autofree char *stamp = NULL;
  g_autofree char *trouble = NULL;
  g_autoptr (GError) error = NULL;

  if ((kinds & BRIDGE_KIND_PRIVATE) == 0 || self->person_id == NULL)
    return;

  stamp = bridge_store_load_private_stamp (get_db (self), self->person_id, &error);
  if (error != NULL)
    return;
  set_exists (self, stamp != NULL);
  if (!bridge_private_get_unlocked (self) || g_strcmp0 (stamp, self->entries.stamp) == 0)
    return;
  if (stamp == NULL)
    wipe (self);
  else if (bridge_private_entries_load (&self->entries, get_db (self), self->vault, &trouble, &error))
    set_trouble (self, g_steal_pointer (&trouble));
  /* Erased, and a new one made: the key we have opens nothing any more. */
  else if (g_error_matches (error, BRIDGE_ERROR, BRIDGE_ERROR_NOT_FOUND))
    wipe (self);
  else
    g_message ("Private entries could not be read again yet");
}

static void
woke_cb (BridgePrivate *self,
         BridgeWake     reason)
{
  if (!bridge_private_get_unlocked (self))
    return;
  /* The computer slept, or nobody can tell any more how long nobody was here. */
  if (reason == BRIDGE_WAKE_CLOCK_SET)
    bridge_private_lock (self);
  else if (bridge_space_now (self->space) >= self->touched + self->vault->lock_minutes * BRIDGE_MS_PER_MINUTE)
    bridge_private_lock (self);
  else
    arm (self);
}

static void
bridge_private_constructed (GObject *object)
{
  BridgePrivate *self = BRIDGE_PRIVATE (object);

  G_OBJECT_CLASS (bridge_private_parent_class)->constructed (object);

  g_signal_connect_object (self->space, "notify::speaker", G_CALLBACK (speaker_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->space, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (bridge_space_get_clock (self->space), "woke", G_CALLBACK (woke_cb), self, G_CONNECT_SWAPPED);
  speaker_cb (self);
}

static void
bridge_private_dispose (GObject *object)
{
  BridgePrivate *self = BRIDGE_PRIVATE (object);

  if (self->space != NULL)
    bridge_space_set_alarm (self->space, self, BRIDGE_NEVER);
  bridge_private_entries_wipe (&self->entries);
  g_clear_pointer (&self->vault, bridge_vault_free);
  g_clear_object (&self->space);

  G_OBJECT_CLASS (bridge_private_parent_class)->dispose (object);
}

static void
bridge_private_finalize (GObject *object)
{
  BridgePrivate *self = BRIDGE_PRIVATE (object);

  bridge_private_entries_destroy (&self->entries);
  g_free (self->person_id);
  g_free (self->trouble);

  G_OBJECT_CLASS (bridge_private_parent_class)->finalize (object);
}

static void
bridge_private_get_property (GObject    *object,
                             guint       property_id,
                             GValue     *value,
                             GParamSpec *pspec)
{
  BridgePrivate *self = BRIDGE_PRIVATE (object);

  switch ((BridgePrivateProperty) property_id)
    {
    case PROP_SPACE:
      g_value_set_object (value, self->space);
      break;
    case PROP_EXISTS:
      g_value_set_boolean (value, self->exists);
      break;
    case PROP_UNLOCKED:
      g_value_set_boolean (value, bridge_private_get_unlocked (self));
      break;
    case PROP_BUSY:
      g_value_set_boolean (value, self->busy);
      break;
    case PROP_LOCK_MINUTES:
      g_value_set_int (value, bridge_private_get_lock_minutes (self));
      break;
    case PROP_TROUBLE:
      g_value_set_string (value, self->trouble);
      break;
    }
}

static void
bridge_private_set_property (GObject      *object,
                             guint         property_id,
                             const GValue *value,
                             GParamSpec   *pspec)
{
  if (property_id == PROP_SPACE)
    BRIDGE_PRIVATE (object)->space = g_value_dup_object (value);
}

static void
bridge_private_class_init (BridgePrivateClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  object_class->constructed = bridge_private_constructed;
  object_class->dispose = bridge_private_dispose;
  object_class->finalize = bridge_private_finalize;
  object_class->get_property = bridge_private_get_property;
  object_class->set_property = bridge_private_set_property;

  properties[PROP_SPACE] = g_param_spec_object ("space", NULL, NULL, BRIDGE_TYPE_SPACE,
                                                G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  properties[PROP_EXISTS] = g_param_spec_boolean ("exists", NULL, NULL, FALSE, flags);
  properties[PROP_UNLOCKED] = g_param_spec_boolean ("unlocked", NULL, NULL, FALSE, flags);
  properties[PROP_BUSY] = g_param_spec_boolean ("busy", NULL, NULL, FALSE, flags);
  properties[PROP_LOCK_MINUTES] = g_param_spec_int ("lock-minutes", NULL, NULL, 1, 60, 5, flags);
  properties[PROP_TROUBLE] = g_param_spec_string ("trouble", NULL, NULL, NULL, flags);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  locking_signal = g_signal_new ("locking", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                 G_TYPE_NONE, 0);
}

static void
bridge_private_init (BridgePrivate *self)
{
  bridge_private_entries_init (&self->entries);
  self->ops = BRIDGE_VAULT_OPS;
  self->memory = BRIDGE_VAULT_MEMORY;
}

/**
 * bridge_private_new:
 * @space: a space
 *
 * Returns: (transfer full): the private space of its speaker, locked
 */
BridgePrivate *
bridge_private_new (BridgeSpace *space)
{
  return g_object_new (BRIDGE_TYPE_PRIVATE, "space", space, NULL);
}

/**
 * bridge_private_get_space:
 * @self: a private space
 *
 * Returns: (transfer none): what it belongs to
 */
BridgeSpace *
bridge_private_get_space (BridgePrivate *self)
{
  g_return_val_if_fail (BRIDGE_IS_PRIVATE (self), NULL);

  return self->space;
}

/**
 * bridge_private_get_exists:
 * @self: a private space
 *
 * Returns: whether the speaker has one
 */
gboolean
bridge_private_get_exists (BridgePrivate *self)
{
  g_return_val_if_fail (BRIDGE_IS_PRIVATE (self), FALSE);

  return self->exists;
}

/**
 * bridge_private_get_unlocked:
 * @self: a private space
 *
 * Returns: whether its entries can be read
 */
gboolean
bridge_private_get_unlocked (BridgePrivate *self)
{
  g_return_val_if_fail (BRIDGE_IS_PRIVATE (self), FALSE);

  return self->vault != NULL && bridge_vault_is_unlocked (self->vault);
}

/**
 * bridge_private_get_busy:
 * @self: a private space
 *
 * Returns: whether a passphrase is being worked on
 */
gboolean
bridge_private_get_busy (BridgePrivate *self)
{
  g_return_val_if_fail (BRIDGE_IS_PRIVATE (self), FALSE);

  return self->busy;
}

/**
 * bridge_private_get_trouble:
 * @self: a private space
 *
 * Returns: (nullable): what could not be opened, in whole sentences
 */
const char *
bridge_private_get_trouble (BridgePrivate *self)
{
  g_return_val_if_fail (BRIDGE_IS_PRIVATE (self), NULL);

  return self->trouble;
}

/**
 * bridge_private_get_lock_minutes:
 * @self: a private space
 *
 * Returns: after how many idle minutes it locks
 */
int
bridge_private_get_lock_minutes (BridgePrivate *self)
{
  g_return_val_if_fail (BRIDGE_IS_PRIVATE (self), 5);

  return self->vault != NULL ? self->vault->lock_minutes : 5;
}

/**
 * bridge_private_set_lock_minutes:
 * @self: an unlocked private space
 * @minutes: 1–60
 * @error: where to say what went wrong
 *
 * Says after how many idle minutes it locks.
 *
 * Returns: %FALSE with %BRIDGE_ERROR_LOCKED, %BRIDGE_ERROR_INVALID_VALUE or an error of the database
 */
gboolean
bridge_private_set_lock_minutes (BridgePrivate  *self,
                                 int             minutes,
                                 GError        **error)
{
  int before;

  g_return_val_if_fail (BRIDGE_IS_PRIVATE (self), FALSE);

  if (!bridge_private_require_unlocked (self, error))
    return FALSE;
  if (minutes < 1 || minutes > 60)
    {
      g_set_error_literal (error, BRIDGE_ERROR, BRIDGE_ERROR_INVALID_VALUE, _("Choose between 1 and 60 minutes."));
      return FALSE;
    }
  before = self->vault->lock_minutes;
  if (minutes == before)
    return TRUE;
  self->vault->lock_minutes = minutes;
  if (!bridge_store_save_vault_lock_minutes (get_db (self), self->vault, error))
    {
      self->vault->lock_minutes = before;
      return FALSE;
    }
  arm (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_LOCK_MINUTES]);
  return TRUE;
}

/**
 * bridge_private_set_cost:
 * @self: a private space
 * @ops: how often Argon2id goes over its memory
 * @memory: bytes
 *
 * Has new vaults made quickly, for tests.
 */
void
bridge_private_set_cost (BridgePrivate *self,
                         gint64         ops,
                         gint64         memory)
{
  g_return_if_fail (BRIDGE_IS_PRIVATE (self));

  self->ops = ops;
  self->memory = memory;
}

/**
 * bridge_private_require_unlocked:
 * @self: a private space
 * @error: where to say that it is not
 *
 * Returns: %FALSE with %BRIDGE_ERROR_LOCKED
 */
gboolean
bridge_private_require_unlocked (BridgePrivate  *self,
                                 GError        **error)
{
  if (bridge_private_get_unlocked (self))
    return TRUE;
  g_set_error_literal (error, BRIDGE_ERROR, BRIDGE_ERROR_LOCKED, _("Your private space is locked. Unlock it first."));
  return FALSE;
}

/**
 * bridge_private_get_needs_passphrase:
 * @self: a private space
 *
 * Returns: whether it was unlocked with the recovery code, so that a new passphrase should be chosen
 */
gboolean
bridge_private_get_needs_passphrase (BridgePrivate *self)
{
  g_return_val_if_fail (BRIDGE_IS_PRIVATE (self), FALSE);

  return self->by_code;
}

/**
 * bridge_private_lock:
 * @self: a private space
 *
 * Wipes key, entries and index from memory, after whoever writes something could save it.
 */
void
bridge_private_lock (BridgePrivate *self)
{
  g_return_if_fail (BRIDGE_IS_PRIVATE (self));

  /* What is being worked on in a thread is not to open it afterwards. */
  self->turn++;
  if (!bridge_private_get_unlocked (self))
    return;
  g_signal_emit (self, locking_signal, 0);
  wipe (self);
}

/**
 * bridge_private_touch:
 * @self: a private space
 *
 * Somebody is here: the idle minutes begin anew.
 */
void
bridge_private_touch (BridgePrivate *self)
{
  g_return_if_fail (BRIDGE_IS_PRIVATE (self));

  /* The alarm stays where it is, and looks again when it comes. */
  self->touched = bridge_space_now (self->space);
}

/**
 * bridge_private_get_entries:
 * @self: a private space
 *
 * Returns: (transfer none): a live list of #BridgePrivateEntry: drafts, then the newest day first; empty while locked
 */
GListModel *
bridge_private_get_entries (BridgePrivate *self)
{
  g_return_val_if_fail (BRIDGE_IS_PRIVATE (self), NULL);

  return G_LIST_MODEL (self->entries.entries);
}

/**
 * bridge_private_set_busy:
 * @self: a private space
 * @busy: whether a passphrase is being worked on
 *
 * For what works on it.
 */
void
bridge_private_set_busy (BridgePrivate *self,
                         gboolean       busy)
{
  if (self->busy == busy)
    return;
  self->busy = busy;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_BUSY]);
}

/**
 * bridge_private_open_up:
 * @self: a private space
 * @vault: (transfer full): its vault, unlocked
 * @by_code: whether with the recovery code
 * @error: where to say what went wrong
 *
 * Takes over an unlocked vault, and reads the entries.
 *
 * Returns: %FALSE with an error; it is locked then
 */
gboolean
bridge_private_open_up (BridgePrivate  *self,
                        BridgeVault    *vault,
                        gboolean        by_code,
                        GError        **error)
{
  g_autoptr (BridgeVault) taken = vault;
  g_autofree char *trouble = NULL;

  bridge_private_entries_wipe (&self->entries);
  if (!bridge_private_entries_load (&self->entries, get_db (self), taken, &trouble, error))
    {
      bridge_private_entries_wipe (&self->entries);
      return FALSE;
    }
  g_clear_pointer (&self->vault, bridge_vault_free);
  self->vault = g_steal_pointer (&taken);
  self->by_code = by_code;
  bridge_private_touch (self);
  arm (self);
  set_trouble (self, g_steal_pointer (&trouble));
  g_object_freeze_notify (G_OBJECT (self));
  set_exists (self, TRUE);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_UNLOCKED]);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_LOCK_MINUTES]);
  g_object_thaw_notify (G_OBJECT (self));
  return TRUE;
}

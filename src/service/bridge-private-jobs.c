/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "bridge-private"

#include "config.h"

#include "bridge-private-internal.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "bridge-space-private.h"

/* What takes a second, because Argon2id does: in a thread, or at once. */

typedef enum {
  JOB_SET_UP,
  JOB_UNLOCK,
  JOB_CHANGE,
  JOB_RENEW,
} JobKind;

/* All that a thread needs, and nothing else's. */
typedef struct {
  JobKind kind;
  guint turn;
  char *person_id;
  BridgeVault *vault;   /* (nullable): none yet */
  BridgeVault *read;    /* (nullable): as it was read, locked, when something is to be changed */
  char *passphrase;     /* (nullable) */
  char *new_passphrase; /* (nullable) */
  char *code;           /* (nullable): what came of it */
  gint64 ops;
  gint64 memory;
} Job;

static void
job_free (Job *job)
{
  g_free (job->person_id);
  g_clear_pointer (&job->vault, bridge_vault_free);
  g_clear_pointer (&job->read, bridge_vault_free);
  bridge_secret_free (job->passphrase);
  bridge_secret_free (job->new_passphrase);
  bridge_secret_free (job->code);
  g_free (job);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Job, job_free)

/* In a thread: no self, no database. */
static gboolean
job_run (Job     *job,
         GError **error)
{
  g_autoptr (BridgeVault) checked = NULL;

  switch (job->kind)
    {
    case JOB_SET_UP:
      job->vault = bridge_vault_create (job->person_id, job->passphrase, job->ops, job->memory, &job->code, error);
      return job->vault != NULL;
    case JOB_UNLOCK:
      return bridge_vault_unlock (job->vault, job->passphrase, error);
    case JOB_CHANGE:
    case JOB_RENEW:
      /* Whoever sits before an open private space is not always its author. */
      if (job->passphrase != NULL)
        {
          checked = bridge_vault_copy (job->vault);
          if (!bridge_vault_unlock (checked, job->passphrase, error))
            return FALSE;
        }
      if (job->kind == JOB_CHANGE)
        return bridge_vault_change_passphrase (job->vault, job->new_passphrase, error);
      job->code = bridge_vault_renew_code (job->vault, error);
      return job->code != NULL;
    }
  return FALSE;
}

static gboolean
require_no_wait (BridgePrivate  *self,
                 BridgeVault    *stored,
                 GError        **error)
{
  gint64 before = stored->wait_until;
  gint64 wait = bridge_vault_get_wait (stored, bridge_space_now (self->space));
  int seconds = (int) ((wait + 999) / 1000);

  if (wait == 0)
    return TRUE;
  if (stored->wait_until != before)
    bridge_store_save_vault_wait (bridge_space_get_database (self->space), stored, NULL);
  g_set_error (error, BRIDGE_ERROR, BRIDGE_ERROR_WAIT,
               ngettext ("Try again in %d second. Nothing is lost, however often a passphrase does not fit.",
                         "Try again in %d seconds. Nothing is lost, however often a passphrase does not fit.", seconds),
               seconds);
  return FALSE;
}

/* Checks what can be checked before, and takes along what a thread needs. */
static Job *
job_new (BridgePrivate  *self,
         JobKind         kind,
         const char     *passphrase,
         const char     *new_passphrase,
         GError        **error)
{
  g_autoptr (Job) job = g_new0 (Job, 1);
  g_autoptr (GError) local_error = NULL;
  g_autoptr (BridgeVault) stored = NULL;

  if (!bridge_space_require_set_up (self->space, error))
    return NULL;
  stored = bridge_store_load_vault (bridge_space_get_database (self->space), self->person_id, &local_error);
  if (local_error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return NULL;
    }
  if ((kind == JOB_SET_UP) != (stored == NULL))
    {
      g_set_error_literal (error, BRIDGE_ERROR, BRIDGE_ERROR_STATE,
                           stored != NULL ? _("You have a private space already.") : _("You have no private space yet."));
      return NULL;
    }
  if (kind == JOB_SET_UP && bridge_space_get_read_only (self->space))
    {
      g_set_error_literal (error, BRIDGE_ERROR, BRIDGE_ERROR_READ_ONLY, bridge_space_get_read_only_reason (self->space));
      return NULL;
    }
  if ((kind == JOB_CHANGE || kind == JOB_RENEW) && !bridge_private_require_unlocked (self, error))
    return NULL;
  if (((kind == JOB_CHANGE && !self->by_code) || kind == JOB_RENEW) && passphrase == NULL)
    passphrase = "";
  if ((kind == JOB_SET_UP && !bridge_passphrase_check (passphrase, error)) ||
      (kind == JOB_CHANGE && !bridge_passphrase_check (new_passphrase, error)) ||
      (stored != NULL && passphrase != NULL && !require_no_wait (self, stored, error)))
    return NULL;

  /* Erased and made anew elsewhere: the key we have is of another one. With the recovery code nothing was asked for that
   * would show that whoever sits here knows what holds now. */
  if ((kind == JOB_CHANGE || kind == JOB_RENEW) &&
      (!g_str_equal (stored->id, self->vault->id) || (passphrase == NULL && !bridge_vault_is_same (stored, self->vault))))
    {
      g_set_error_literal (error, BRIDGE_ERROR, BRIDGE_ERROR_CONFLICT,
                           _("Your private space was changed elsewhere in the meantime. Nothing was changed here; lock it, unlock it with what holds now, and try again."));
      return NULL;
    }

  job->kind = kind;
  job->turn = self->turn;
  job->person_id = g_strdup (self->person_id);
  job->passphrase = g_strdup (passphrase);
  job->new_passphrase = g_strdup (new_passphrase);
  job->ops = self->ops;
  job->memory = self->memory;
  if (kind == JOB_UNLOCK)
    job->vault = g_steal_pointer (&stored);
  else if (kind != JOB_SET_UP)
    {
      /* With what is stored now: another process may have changed it. */
      job->read = bridge_vault_copy (stored);
      job->vault = g_steal_pointer (&stored);
      job->vault->key = sodium_malloc (BRIDGE_VAULT_KEY);
      if (job->vault->key == NULL)
        {
          g_set_error_literal (error, BRIDGE_ERROR, BRIDGE_ERROR_MEMORY, _("This computer has not enough free memory at the moment. Nothing was changed."));
          return NULL;
        }
      memcpy (job->vault->key, self->vault->key, BRIDGE_VAULT_KEY);
    }
  return g_steal_pointer (&job);
}

/* A passphrase that does not fit is counted in the file, by what it says now. */
static void
count_try (BridgePrivate *self,
           const char    *person_id,
           gboolean       fits)
{
  g_autoptr (BridgeVault) stored = bridge_store_load_vault (bridge_space_get_database (self->space), person_id, NULL);
  g_autoptr (GError) error = NULL;

  /* Opening leaves no trace in the file. */
  if (stored == NULL || (fits && stored->tries == 0))
    return;
  if (!bridge_store_note_try (bridge_space_get_database (self->space), person_id, fits, bridge_space_now (self->space), &error))
    g_message ("A try could not be counted: %s", error->message);
}

/* On the main thread again. @ran: (nullable): why it did not work */
static gboolean
job_apply (BridgePrivate  *self,
           Job            *job,
           const GError   *ran,
           GError        **error)
{
  gboolean current = job->turn == self->turn && g_strcmp0 (job->person_id, self->person_id) == 0;

  if (ran != NULL)
    {
      if (g_error_matches (ran, BRIDGE_ERROR, BRIDGE_ERROR_PASSPHRASE))
        count_try (self, job->person_id, FALSE);
      g_propagate_error (error, g_error_copy (ran));
      return FALSE;
    }
  if (job->kind != JOB_SET_UP && job->passphrase != NULL)
    count_try (self, job->person_id, TRUE);
  if (!current)
    {
      g_set_error_literal (error, BRIDGE_ERROR, BRIDGE_ERROR_LOCKED, _("It was locked in the meantime, so it stays locked."));
      return FALSE;
    }

  switch (job->kind)
    {
    case JOB_SET_UP:
      if (!bridge_store_add_vault (bridge_space_get_database (self->space), job->vault, error) ||
          !bridge_private_open_up (self, g_steal_pointer (&job->vault), FALSE, error))
        return FALSE;
      bridge_space_committed (self->space, BRIDGE_KIND_PRIVATE);
      return TRUE;
    case JOB_UNLOCK:
      return bridge_private_open_up (self, g_steal_pointer (&job->vault), FALSE, error);
    case JOB_CHANGE:
    case JOB_RENEW:
      job->vault->tries = 0;
      job->vault->wait_until = 0;
      job->vault->lock_minutes = self->vault->lock_minutes;
      if (!bridge_store_save_vault (bridge_space_get_database (self->space), job->vault, job->read, error))
        return FALSE;
      bridge_vault_free (self->vault);
      self->vault = g_steal_pointer (&job->vault);
      if (job->kind == JOB_CHANGE)
        self->by_code = FALSE;
      return TRUE;
    }
  return FALSE;
}

static void
job_thread (GTask        *task,
            gpointer      source_object,
            gpointer      task_data,
            GCancellable *cancellable)
{
  GError *error = NULL;

  if (job_run (task_data, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
ran_cb (GObject      *object,
        GAsyncResult *result,
        gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  BridgePrivate *self = g_task_get_source_object (task);
  Job *job = g_task_get_task_data (G_TASK (result));
  g_autoptr (GError) ran = NULL;
  GError *error = NULL;

  g_task_propagate_boolean (G_TASK (result), &ran);
  bridge_private_set_busy (self, FALSE);
  if (self->space == NULL)
    g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_CANCELLED, "Closed");
  else if (job_apply (self, job, ran, &error))
    g_task_return_pointer (task, g_steal_pointer (&job->code), (GDestroyNotify) bridge_secret_free);
  else
    g_task_return_error (task, error);
}

static void
start (BridgePrivate       *self,
       JobKind              kind,
       const char          *passphrase,
       const char          *new_passphrase,
       GCancellable        *cancellable,
       GAsyncReadyCallback  callback,
       gpointer             user_data,
       gpointer             tag)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);
  g_autoptr (GTask) work = NULL;
  GError *error = NULL;
  Job *job;

  g_task_set_source_tag (task, tag);
  if (self->busy)
    {
      g_task_return_new_error (task, BRIDGE_ERROR, BRIDGE_ERROR_STATE, _("A passphrase is being worked on already."));
      return;
    }
  job = job_new (self, kind, passphrase, new_passphrase, &error);
  if (job == NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  bridge_private_set_busy (self, TRUE);
  /* The thread may be the last to let go of its task, which therefore has nothing of ours. */
  work = g_task_new (NULL, NULL, ran_cb, g_steal_pointer (&task));
  g_task_set_source_tag (work, start);
  g_task_set_task_data (work, job, (GDestroyNotify) job_free);
  g_task_run_in_thread (work, job_thread);
}

static char *
finish (BridgePrivate  *self,
        GAsyncResult   *result,
        gpointer        tag,
        GError        **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);
  g_return_val_if_fail (g_async_result_is_tagged (result, tag), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

static gboolean
finish_without_code (BridgePrivate  *self,
                     GAsyncResult   *result,
                     gpointer        tag,
                     GError        **error)
{
  g_autoptr (GError) local_error = NULL;

  bridge_secret_free (finish (self, result, tag, &local_error));
  if (local_error == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local_error));
  return FALSE;
}

/* What came of it: a code, or nothing to tell. */
static gboolean
run_now (BridgePrivate  *self,
         JobKind         kind,
         const char     *passphrase,
         const char     *new_passphrase,
         char          **code,
         GError        **error)
{
  g_autoptr (Job) job = job_new (self, kind, passphrase, new_passphrase, error);
  g_autoptr (GError) ran = NULL;

  if (job == NULL)
    return FALSE;
  job_run (job, &ran);
  if (!job_apply (self, job, ran, error))
    return FALSE;
  if (code != NULL)
    *code = g_steal_pointer (&job->code);
  return TRUE;
}

/**
 * bridge_private_set_up_async:
 * @self: a private space
 * @passphrase: at least 8 characters
 * @cancellable: (nullable): a cancellable
 * @callback: called when it is done
 * @user_data: for @callback
 *
 * Makes the speaker's private space. It is open then.
 */
void
bridge_private_set_up_async (BridgePrivate       *self,
                             const char          *passphrase,
                             GCancellable        *cancellable,
                             GAsyncReadyCallback  callback,
                             gpointer             user_data)
{
  g_return_if_fail (BRIDGE_IS_PRIVATE (self));

  start (self, JOB_SET_UP, passphrase, NULL, cancellable, callback, user_data, bridge_private_set_up_async);
}

/**
 * bridge_private_set_up_finish:
 * @self: a private space
 * @result: what the callback was given
 * @error: where to say what went wrong
 *
 * Finishes what bridge_private_set_up_async() began.
 *
 * Returns: (transfer full) (nullable): the recovery code, for bridge_secret_free()
 */
char *
bridge_private_set_up_finish (BridgePrivate  *self,
                              GAsyncResult   *result,
                              GError        **error)
{
  return finish (self, result, bridge_private_set_up_async, error);
}

/**
 * bridge_private_set_up:
 * @self: a private space
 * @passphrase: at least 8 characters
 * @error: where to say what went wrong
 *
 * Makes the speaker's private space. It is open then. Blocks for about a second.
 *
 * Returns: (transfer full) (nullable): the recovery code, for bridge_secret_free()
 */
char *
bridge_private_set_up (BridgePrivate  *self,
                       const char     *passphrase,
                       GError        **error)
{
  char *code = NULL;

  g_return_val_if_fail (BRIDGE_IS_PRIVATE (self), NULL);

  return run_now (self, JOB_SET_UP, passphrase, NULL, &code, error) ? code : NULL;
}

/**
 * bridge_private_unlock_async:
 * @self: a private space
 * @passphrase: the passphrase
 * @cancellable: (nullable): a cancellable
 * @callback: called when it is done
 * @user_data: for @callback
 *
 * Opens the speaker's private space.
 */
void
bridge_private_unlock_async (BridgePrivate       *self,
                             const char          *passphrase,
                             GCancellable        *cancellable,
                             GAsyncReadyCallback  callback,
                             gpointer             user_data)
{
  g_return_if_fail (BRIDGE_IS_PRIVATE (self));

  start (self, JOB_UNLOCK, passphrase, NULL, cancellable, callback, user_data, bridge_private_unlock_async);
}

/**
 * bridge_private_unlock_finish:
 * @self: a private space
 * @result: what the callback was given
 * @error: where to say what went wrong
 *
 * Finishes what bridge_private_unlock_async() began.
 *
 * Returns: %FALSE with %BRIDGE_ERROR_PASSPHRASE, %BRIDGE_ERROR_WAIT, %BRIDGE_ERROR_MEMORY,
 *   %BRIDGE_ERROR_DAMAGED, %BRIDGE_ERROR_STATE or an error of the database
 */
gboolean
bridge_private_unlock_finish (BridgePrivate  *self,
                              GAsyncResult   *result,
                              GError        **error)
{
  return finish_without_code (self, result, bridge_private_unlock_async, error);
}

/**
 * bridge_private_unlock:
 * @self: a private space
 * @passphrase: the passphrase
 * @error: where to say what went wrong
 *
 * Opens the speaker's private space. Blocks for about a second.
 *
 * Returns: %FALSE with %BRIDGE_ERROR_PASSPHRASE, %BRIDGE_ERROR_WAIT, %BRIDGE_ERROR_MEMORY,
 *   %BRIDGE_ERROR_DAMAGED, %BRIDGE_ERROR_STATE or an error of the database
 */
gboolean
bridge_private_unlock (BridgePrivate  *self,
                       const char     *passphrase,
                       GError        **error)
{
  g_return_val_if_fail (BRIDGE_IS_PRIVATE (self), FALSE);

  return run_now (self, JOB_UNLOCK, passphrase, NULL, NULL, error);
}

/**
 * bridge_private_change_passphrase_async:
 * @self: a private space
 * @passphrase: (nullable): the present one; not needed right after the recovery code was used
 * @new_passphrase: at least 8 characters
 * @cancellable: (nullable): a cancellable
 * @callback: called when it is done
 * @user_data: for @callback
 *
 * Changes the passphrase. The entries are not touched.
 */
void
bridge_private_change_passphrase_async (BridgePrivate       *self,
                                        const char          *passphrase,
                                        const char          *new_passphrase,
                                        GCancellable        *cancellable,
                                        GAsyncReadyCallback  callback,
                                        gpointer             user_data)
{
  g_return_if_fail (BRIDGE_IS_PRIVATE (self));

  start (self, JOB_CHANGE, passphrase, new_passphrase, cancellable, callback, user_data, bridge_private_change_passphrase_async);
}

/**
 * bridge_private_change_passphrase_finish:
 * @self: a private space
 * @result: what the callback was given
 * @error: where to say what went wrong
 *
 * Finishes what bridge_private_change_passphrase_async() began.
 *
 * Returns: %FALSE with %BRIDGE_ERROR_PASSPHRASE, %BRIDGE_ERROR_WAIT, %BRIDGE_ERROR_INVALID_VALUE,
 *   %BRIDGE_ERROR_MEMORY, %BRIDGE_ERROR_LOCKED, %BRIDGE_ERROR_CONFLICT (changed elsewhere meanwhile) or an error of the
 *   database
 */
gboolean
bridge_private_change_passphrase_finish (BridgePrivate  *self,
                                         GAsyncResult   *result,
                                         GError        **error)
{
  return finish_without_code (self, result, bridge_private_change_passphrase_async, error);
}

/**
 * bridge_private_change_passphrase:
 * @self: a private space
 * @passphrase: (nullable): the present one; not needed right after the recovery code was used
 * @new_passphrase: at least 8 characters
 * @error: where to say what went wrong
 *
 * Changes the passphrase. The entries are not touched. Blocks for about a second.
 *
 * Returns: %FALSE with %BRIDGE_ERROR_PASSPHRASE, %BRIDGE_ERROR_WAIT, %BRIDGE_ERROR_INVALID_VALUE,
 *   %BRIDGE_ERROR_MEMORY, %BRIDGE_ERROR_LOCKED, %BRIDGE_ERROR_CONFLICT (changed elsewhere meanwhile) or an error of the
 *   database
 */
gboolean
bridge_private_change_passphrase (BridgePrivate  *self,
                                  const char     *passphrase,
                                  const char     *new_passphrase,
                                  GError        **error)
{
  g_return_val_if_fail (BRIDGE_IS_PRIVATE (self), FALSE);

  return run_now (self, JOB_CHANGE, passphrase, new_passphrase, NULL, error);
}

/**
 * bridge_private_renew_code_async:
 * @self: a private space
 * @passphrase: the passphrase
 * @cancellable: (nullable): a cancellable
 * @callback: called when it is done
 * @user_data: for @callback
 *
 * Makes a new recovery code; the one before opens nothing any more.
 */
void
bridge_private_renew_code_async (BridgePrivate       *self,
                                 const char          *passphrase,
                                 GCancellable        *cancellable,
                                 GAsyncReadyCallback  callback,
                                 gpointer             user_data)
{
  g_return_if_fail (BRIDGE_IS_PRIVATE (self));

  start (self, JOB_RENEW, passphrase, NULL, cancellable, callback, user_data, bridge_private_renew_code_async);
}

/**
 * bridge_private_renew_code_finish:
 * @self: a private space
 * @result: what the callback was given
 * @error: where to say what went wrong
 *
 * Finishes what bridge_private_renew_code_async() began.
 *
 * Returns: (transfer full) (nullable): the recovery code, for bridge_secret_free()
 */
char *
bridge_private_renew_code_finish (BridgePrivate  *self,
                                  GAsyncResult   *result,
                                  GError        **error)
{
  return finish (self, result, bridge_private_renew_code_async, error);
}

/**
 * bridge_private_renew_code:
 * @self: a private space
 * @passphrase: the passphrase
 * @error: where to say what went wrong
 *
 * Makes a new recovery code; the one before opens nothing any more. Blocks for about a second.
 *
 * Returns: (transfer full) (nullable): the recovery code, for bridge_secret_free(); or %NULL with %BRIDGE_ERROR_PASSPHRASE,
 *   %BRIDGE_ERROR_WAIT, %BRIDGE_ERROR_MEMORY, %BRIDGE_ERROR_LOCKED, %BRIDGE_ERROR_CONFLICT or an error of the database
 */
char *
bridge_private_renew_code (BridgePrivate  *self,
                           const char     *passphrase,
                           GError        **error)
{
  char *code = NULL;

  g_return_val_if_fail (BRIDGE_IS_PRIVATE (self), NULL);

  return run_now (self, JOB_RENEW, passphrase, NULL, &code, error) ? code : NULL;
}

/**
 * bridge_private_unlock_with_code:
 * @self: a private space
 * @code: the recovery code, as it was typed
 * @error: where to say what went wrong
 *
 * Opens the speaker's private space with the recovery code. A new passphrase should be chosen then.
 *
 * Returns: %FALSE with %BRIDGE_ERROR_INVALID_VALUE (a slip of typing), %BRIDGE_ERROR_PASSPHRASE (another code),
 *   %BRIDGE_ERROR_DAMAGED, %BRIDGE_ERROR_STATE or an error of the database
 */
gboolean
bridge_private_unlock_with_code (BridgePrivate  *self,
                                 const char     *code,
                                 GError        **error)
{
  g_autoptr (BridgeVault) vault = NULL;
  g_autoptr (GError) local_error = NULL;

  g_return_val_if_fail (BRIDGE_IS_PRIVATE (self), FALSE);

  if (!bridge_space_require_set_up (self->space, error))
    return FALSE;
  vault = bridge_store_load_vault (bridge_space_get_database (self->space), self->person_id, &local_error);
  if (local_error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return FALSE;
    }
  if (vault == NULL)
    {
      g_set_error_literal (error, BRIDGE_ERROR, BRIDGE_ERROR_STATE, _("You have no private space yet."));
      return FALSE;
    }
  return bridge_vault_unlock_with_code (vault, code, error) &&
         bridge_private_open_up (self, g_steal_pointer (&vault), TRUE, error);
}

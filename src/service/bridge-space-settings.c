/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "bridge-space"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "bridge-pause-state.h"
#include "bridge-space-private.h"
#include "bridge-words.h"

static gboolean
load_text (BridgeDatabase  *db,
           const char      *name,
           char           **text,
           GError         **error)
{
  g_autoptr (GError) local_error = NULL;

  *text = bridge_store_load_setting (db, name, &local_error);
  if (local_error == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local_error));
  return FALSE;
}

static int
read_number (const char *text,
             int         fallback,
             int         min,
             int         max)
{
  gint64 number;

  return text != NULL && bridge_text_to_int (text, min, max, &number) ? (int) number : fallback;
}

/**
 * bridge_space_load_settings:
 * @db: a connection
 * @settings: (out caller-allocates): what is set
 * @error: where to say what went wrong
 *
 * Reads the settings; what is not set, or not known, is off.
 *
 * Returns: %FALSE with an error of the database
 */
gboolean
bridge_space_load_settings (BridgeDatabase       *db,
                            BridgeSpaceSettings  *settings,
                            GError              **error)
{
  g_autofree char *on = NULL;
  g_autofree char *titles = NULL;
  g_autofree char *since = NULL;
  g_autofree char *background = NULL;
  g_autofree char *pause = NULL;
  g_autofree char *recovery = NULL;
  int answer = BRIDGE_BACKGROUND_UNKNOWN;

  if (!load_text (db, BRIDGE_SETTING_REMINDERS_ON, &on, error) ||
      !load_text (db, BRIDGE_SETTING_SHOW_TITLES, &titles, error) ||
      !load_text (db, BRIDGE_SETTING_REMINDERS_SINCE, &since, error) ||
      !load_text (db, BRIDGE_SETTING_BACKGROUND, &background, error) ||
      !load_text (db, BRIDGE_SETTING_PAUSE_MINUTES, &pause, error) ||
      !load_text (db, BRIDGE_SETTING_RECOVERY_HOURS, &recovery, error))
    return FALSE;

  if (background != NULL)
    bridge_enum_from_nick (BRIDGE_TYPE_BACKGROUND, background, &answer, NULL);
  *settings = (BridgeSpaceSettings) {
    .reminders_on = g_strcmp0 (on, "1") == 0,
    .show_titles = g_strcmp0 (titles, "1") == 0,
    .reminders_since = since != NULL ? g_ascii_strtoll (since, NULL, 10) : 0,
    .background = (BridgeBackground) answer,
    .pause_minutes = read_number (pause, BRIDGE_PAUSE_MINUTES_MIN, BRIDGE_PAUSE_MINUTES_MIN, BRIDGE_PAUSE_MINUTES_MAX),
    .recovery_hours = read_number (recovery, BRIDGE_PAUSE_RECOVERY_HOURS_DEFAULT, 0, BRIDGE_PAUSE_RECOVERY_HOURS_MAX),
  };
  return TRUE;
}

static gboolean
save_settings (BridgeSpace  *self,
               const char   *name,
               const char   *value,
               const char   *since,
               GError      **error)
{
  gint64 now = bridge_space_now (self);

  if (!bridge_database_begin (bridge_space_get_database (self), error))
    return FALSE;

  if (!bridge_store_save_setting (bridge_space_get_database (self), name, value, now, error)
      || (since != NULL
          && !bridge_store_save_setting (bridge_space_get_database (self), BRIDGE_SETTING_REMINDERS_SINCE,
                                         since, now, error)))
    {
      bridge_database_rollback (bridge_space_get_database (self));
      return FALSE;
    }
  if (!bridge_database_commit (bridge_space_get_database (self), error))
    return FALSE;

  bridge_space_committed (self, BRIDGE_KIND_SETTINGS);
  return TRUE;
}

/**
 * bridge_space_set_reminders_on:
 * @self: a space
 * @on: whether reminders shall come
 * @error: where to say what went wrong
 *
 * Switches reminders. What was due while they were off is not caught up with.
 *
 * Returns: %FALSE with an error of the database
 */
gboolean
bridge_space_set_reminders_on (BridgeSpace  *self,
                               gboolean      on,
                               GError      **error)
{
  g_autofree char *since = NULL;

  g_return_val_if_fail (BRIDGE_IS_SPACE (self), FALSE);

  if (on == bridge_space_get_reminders_on (self))
    return TRUE;
  if (on)
    since = g_strdup_printf ("%" G_GINT64_FORMAT, bridge_space_now (self));
  return save_settings (self, BRIDGE_SETTING_REMINDERS_ON, on ? "1" : "0", since, error);
}

/**
 * bridge_space_set_show_titles:
 * @self: a space
 * @show: whether reminders shall say what they are about
 * @error: where to say what went wrong
 *
 * Switches between titles and discreet words in reminders.
 *
 * Returns: %FALSE with an error of the database
 */
gboolean
bridge_space_set_show_titles (BridgeSpace  *self,
                              gboolean      show,
                              GError      **error)
{
  g_return_val_if_fail (BRIDGE_IS_SPACE (self), FALSE);

  if (show == bridge_space_get_show_titles (self))
    return TRUE;
  return save_settings (self, BRIDGE_SETTING_SHOW_TITLES, show ? "1" : "0", NULL, error);
}

/**
 * bridge_space_set_background:
 * @self: a space
 * @answer: what the desktop answered
 * @error: where to say what went wrong
 *
 * Keeps whether the desktop lets reminders go on in the background.
 *
 * Returns: %FALSE with an error of the database
 */
gboolean
bridge_space_set_background (BridgeSpace       *self,
                             BridgeBackground   answer,
                             GError           **error)
{
  g_return_val_if_fail (BRIDGE_IS_SPACE (self), FALSE);

  if (answer == bridge_space_get_background (self))
    return TRUE;
  return save_settings (self, BRIDGE_SETTING_BACKGROUND, bridge_enum_to_nick (BRIDGE_TYPE_BACKGROUND, answer), NULL, error);
}

static gboolean
save_number (BridgeSpace  *self,
             const char   *name,
             int           number,
             GError      **error)
{
  g_autofree char *text = g_strdup_printf ("%d", number);

  return save_settings (self, name, text, NULL, error);
}

/**
 * bridge_space_set_pause_minutes:
 * @self: a space
 * @minutes: how long a pause lasts before both are asked, 20 minutes to a day
 * @error: where to say what went wrong
 *
 * Sets how long a pause lasts. One that runs keeps its time.
 *
 * Returns: %FALSE with %BRIDGE_ERROR_INVALID_VALUE or an error of the database
 */
gboolean
bridge_space_set_pause_minutes (BridgeSpace  *self,
                                int           minutes,
                                GError      **error)
{
  g_return_val_if_fail (BRIDGE_IS_SPACE (self), FALSE);

  if (minutes < BRIDGE_PAUSE_MINUTES_MIN || minutes > BRIDGE_PAUSE_MINUTES_MAX)
    {
      g_set_error_literal (error, BRIDGE_ERROR, BRIDGE_ERROR_INVALID_VALUE,
                           _("A pause lasts from 20 minutes to 24 hours."));
      return FALSE;
    }
  if (minutes == bridge_space_get_pause_minutes (self))
    return TRUE;
  return save_number (self, BRIDGE_SETTING_PAUSE_MINUTES, minutes, error);
}

/**
 * bridge_space_set_recovery_hours:
 * @self: a space
 * @hours: how long the recovery window is, none to seven days
 * @error: where to say what went wrong
 *
 * Sets how long the recovery window after a talk is. One that runs keeps its time.
 *
 * Returns: %FALSE with %BRIDGE_ERROR_INVALID_VALUE or an error of the database
 */
gboolean
bridge_space_set_recovery_hours (BridgeSpace  *self,
                                 int           hours,
                                 GError      **error)
{
  g_return_val_if_fail (BRIDGE_IS_SPACE (self), FALSE);

  if (hours < 0 || hours > BRIDGE_PAUSE_RECOVERY_HOURS_MAX)
    {
      g_set_error_literal (error, BRIDGE_ERROR, BRIDGE_ERROR_INVALID_VALUE,
                           _("A recovery window lasts from 0 to 168 hours, which are seven days."));
      return FALSE;
    }
  if (hours == bridge_space_get_recovery_hours (self))
    return TRUE;
  return save_number (self, BRIDGE_SETTING_RECOVERY_HOURS, hours, error);
}

/**
 * bridge_space_get_pause_minutes:
 * @self: a space
 *
 * Returns: how long a pause lasts before both are asked, minutes
 */
int
bridge_space_get_pause_minutes (BridgeSpace *self)
{
  g_return_val_if_fail (BRIDGE_IS_SPACE (self), BRIDGE_PAUSE_MINUTES_MIN);

  return bridge_space_get_settings (self)->pause_minutes;
}

/**
 * bridge_space_get_recovery_hours:
 * @self: a space
 *
 * Returns: how long the recovery window after a talk is, hours
 */
int
bridge_space_get_recovery_hours (BridgeSpace *self)
{
  g_return_val_if_fail (BRIDGE_IS_SPACE (self), BRIDGE_PAUSE_RECOVERY_HOURS_DEFAULT);

  return bridge_space_get_settings (self)->recovery_hours;
}

/**
 * bridge_space_get_background:
 * @self: a space
 *
 * Returns: whether the desktop lets reminders go on in the background, as it answered last
 */
BridgeBackground
bridge_space_get_background (BridgeSpace *self)
{
  g_return_val_if_fail (BRIDGE_IS_SPACE (self), BRIDGE_BACKGROUND_UNKNOWN);

  return bridge_space_get_settings (self)->background;
}

/**
 * bridge_space_get_reminders_on:
 * @self: a space
 *
 * Returns: whether reminders come
 */
gboolean
bridge_space_get_reminders_on (BridgeSpace *self)
{
  g_return_val_if_fail (BRIDGE_IS_SPACE (self), FALSE);

  return bridge_space_get_settings (self)->reminders_on;
}

/**
 * bridge_space_get_reminders_since:
 * @self: a space
 *
 * Returns: when reminders were switched on, UTC ms, or 0
 */
gint64
bridge_space_get_reminders_since (BridgeSpace *self)
{
  return bridge_space_get_settings (self)->reminders_since;
}

/**
 * bridge_space_get_show_titles:
 * @self: a space
 *
 * Returns: whether reminders say what they are about
 */
gboolean
bridge_space_get_show_titles (BridgeSpace *self)
{
  g_return_val_if_fail (BRIDGE_IS_SPACE (self), FALSE);

  return bridge_space_get_settings (self)->show_titles;
}

/**
 * bridge_space_dup_default_folder:
 *
 * Returns: (transfer full): $FOOTBRIDGE_DATA_DIR, or else the folder "footbridge" of the user's data
 */
char *
bridge_space_dup_default_folder (void)
{
  const char *folder = g_getenv ("FOOTBRIDGE_DATA_DIR");

  if (folder != NULL && *folder != '\0')
    return g_canonicalize_filename (folder, NULL);
  return g_build_filename (g_get_user_data_dir (), "footbridge", NULL);
}

/**
 * bridge_space_check:
 * @self: a space
 * @problems: (out) (transfer full): what was found, a sentence each; empty when sound
 * @error: where to say what went wrong
 *
 * Checks the file.
 *
 * Returns: %FALSE when it could not be checked
 */
gboolean
bridge_space_check (BridgeSpace  *self,
                    GStrv        *problems,
                    GError      **error)
{
  g_return_val_if_fail (BRIDGE_IS_SPACE (self), FALSE);

  return bridge_database_check (bridge_space_get_database (self), problems, error);
}

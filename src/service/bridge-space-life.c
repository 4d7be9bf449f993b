/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "bridge-space"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "bridge-space-private.h"
#include "bridge-words.h"

/* What lies around the rituals: quiet hours, stress peaks, days away. */

/**
 * bridge_space_find_hours:
 * @self: a space
 * @id_or_prefix: an id, or how one begins
 * @error: where to say what went wrong
 *
 * Returns: (transfer full) (nullable): a copy, or %NULL with %BRIDGE_ERROR_NOT_FOUND or %BRIDGE_ERROR_AMBIGUOUS
 */
BridgeHours *
bridge_space_find_hours (BridgeSpace  *self,
                         const char   *id_or_prefix,
                         GError      **error)
{
  g_autoptr (BridgeHours) found = NULL;

  g_return_val_if_fail (BRIDGE_IS_SPACE (self), NULL);
  g_return_val_if_fail (id_or_prefix != NULL, NULL);

  found = bridge_list_require (bridge_space_get_hours (self), (BridgeKeyFunc) bridge_hours_get_id, id_or_prefix, error);
  return found != NULL ? bridge_hours_copy (found) : NULL;
}

/* With nothing but quiet hours no reminder could ever come. */
static gboolean
leaves_time (BridgeSpace  *self,
             BridgeHours  *hours,
             GError      **error)
{
  g_autoptr (GListStore) all = g_list_store_new (BRIDGE_TYPE_HOURS);
  GListModel *present = bridge_space_get_hours (self);

  for (guint i = 0; i < g_list_model_get_n_items (present); i++)
    {
      g_autoptr (BridgeHours) item = g_list_model_get_item (present, i);

      if (g_strcmp0 (bridge_hours_get_id (item), bridge_hours_get_id (hours)) != 0)
        g_list_store_append (all, item);
    }
  g_list_store_append (all, hours);
  if (bridge_hours_find_end (G_LIST_MODEL (all), BRIDGE_HOURS_QUIET, 0) != BRIDGE_LOCAL_NONE)
    return TRUE;

  g_set_error_literal (error, BRIDGE_ERROR, BRIDGE_ERROR_INVALID_VALUE,
                       _("That would make the whole week quiet, and no reminder could come. Leave some time open."));
  return FALSE;
}

/* The same once more helps nobody, and would have to be removed twice. What only overlaps is fine. */
static gboolean
are_new_hours (BridgeSpace  *self,
               BridgeHours  *hours,
               GError      **error)
{
  GListModel *present = bridge_space_get_hours (self);

  for (guint i = 0; i < g_list_model_get_n_items (present); i++)
    {
      g_autoptr (BridgeHours) item = g_list_model_get_item (present, i);
      g_autofree char *words = NULL;

      if (bridge_hours_get_kind (item) != bridge_hours_get_kind (hours) ||
          bridge_hours_get_weekdays (item) != bridge_hours_get_weekdays (hours) ||
          bridge_hours_get_from (item) != bridge_hours_get_from (hours) ||
          bridge_hours_get_to (item) != bridge_hours_get_to (hours) ||
          g_strcmp0 (bridge_hours_get_name (item), bridge_hours_get_name (hours)) != 0)
        continue;

      words = bridge_hours_to_words (item);
      g_set_error (error, BRIDGE_ERROR, BRIDGE_ERROR_STATE,
                   bridge_hours_get_kind (item) == BRIDGE_HOURS_QUIET
                     /* Translators: %s is "Every day, 22:00 to 07:00" */
                     ? _("These quiet hours are there already: %s.")
                     /* Translators: %s is "Monday to Friday, 17:00 to 18:00" */
                     : _("This stress peak is there already: %s."),
                   words);
      return FALSE;
    }
  return TRUE;
}

/* What a person entered, made clean and checked. (transfer full) */
static BridgeHours *
take_over_hours (BridgeSpace  *self,
                 BridgeHours  *given,
                 BridgeHours  *before,
                 GError      **error)
{
  g_autoptr (BridgeHours) hours = bridge_hours_copy (given);
  g_autofree char *name = bridge_text_clean (bridge_hours_get_name (given), FALSE);

  g_object_set (hours, "name", name != NULL ? name : "", NULL);
  bridge_row_take_identity (hours, before);
  if (!bridge_hours_validate (hours, error) || !leaves_time (self, hours, error))
    return NULL;
  return g_steal_pointer (&hours);
}

/**
 * bridge_space_add_hours:
 * @self: a space
 * @hours: its values; the id and the stamps are given here
 * @error: where to say what went wrong
 *
 * Notes quiet hours or a stress peak.
 *
 * Returns: (transfer full) (nullable): as it is stored, or %NULL with %BRIDGE_ERROR_NOT_SET_UP, %BRIDGE_ERROR_INVALID_VALUE,
 *   %BRIDGE_ERROR_STATE (there already, just the same) or an error of the database
 */
BridgeHours *
bridge_space_add_hours (BridgeSpace  *self,
                        BridgeHours  *hours,
                        GError      **error)
{
  g_autoptr (BridgeHours) after = NULL;

  g_return_val_if_fail (BRIDGE_IS_SPACE (self), NULL);
  g_return_val_if_fail (BRIDGE_IS_HOURS (hours), NULL);

  if (!bridge_space_require_set_up (self, error))
    return NULL;
  after = take_over_hours (self, hours, NULL, error);
  if (after == NULL || !are_new_hours (self, after, error) ||
      !bridge_space_run_change (self,
                                bridge_hours_get_kind (after) == BRIDGE_HOURS_QUIET ? _("Quiet hours added")
                                                                                    : _("Stress peak added"),
                                NULL, after, error))
    return NULL;
  return bridge_space_find_hours (self, bridge_hours_get_id (after), error);
}

/**
 * bridge_space_update_hours:
 * @self: a space
 * @edited: a copy with other values; the id says which
 * @error: where to say what went wrong
 *
 * Changes quiet hours or a stress peak.
 *
 * Returns: %FALSE with %BRIDGE_ERROR_NOT_FOUND, %BRIDGE_ERROR_INVALID_VALUE or an error of the database
 */
gboolean
bridge_space_update_hours (BridgeSpace  *self,
                           BridgeHours  *edited,
                           GError      **error)
{
  g_autoptr (BridgeHours) before = NULL;
  g_autoptr (BridgeHours) after = NULL;

  g_return_val_if_fail (BRIDGE_IS_SPACE (self), FALSE);
  g_return_val_if_fail (BRIDGE_IS_HOURS (edited), FALSE);

  before = bridge_space_find_hours (self, bridge_hours_get_id (edited) != NULL ? bridge_hours_get_id (edited) : "", error);
  if (before == NULL)
    return FALSE;
  after = take_over_hours (self, edited, before, error);
  return after != NULL && bridge_space_run_change (self, _("Hours changed"), before, after, error);
}

/**
 * bridge_space_remove_hours:
 * @self: a space
 * @id: of the hours
 * @error: where to say what went wrong
 *
 * Removes quiet hours or a stress peak; Undo brings them back.
 *
 * Returns: %FALSE with %BRIDGE_ERROR_NOT_FOUND or an error of the database
 */
gboolean
bridge_space_remove_hours (BridgeSpace  *self,
                           const char   *id,
                           GError      **error)
{
  g_autoptr (BridgeHours) before = NULL;

  g_return_val_if_fail (BRIDGE_IS_SPACE (self), FALSE);
  g_return_val_if_fail (id != NULL, FALSE);

  before = bridge_space_find_hours (self, id, error);
  return before != NULL &&
         bridge_space_run_change (self,
                                  bridge_hours_get_kind (before) == BRIDGE_HOURS_QUIET ? _("Quiet hours removed")
                                                                                       : _("Stress peak removed"),
                                  before, NULL, error);
}

/**
 * bridge_space_find_absence:
 * @self: a space
 * @id_or_prefix: an id, or how one begins
 * @error: where to say what went wrong
 *
 * Returns: (transfer full) (nullable): a copy, or %NULL with %BRIDGE_ERROR_NOT_FOUND or %BRIDGE_ERROR_AMBIGUOUS
 */
BridgeAbsence *
bridge_space_find_absence (BridgeSpace  *self,
                           const char   *id_or_prefix,
                           GError      **error)
{
  g_autoptr (BridgeAbsence) found = NULL;

  g_return_val_if_fail (BRIDGE_IS_SPACE (self), NULL);
  g_return_val_if_fail (id_or_prefix != NULL, NULL);

  found = bridge_list_require (bridge_space_get_absences (self), (BridgeKeyFunc) bridge_absence_get_id, id_or_prefix, error);
  return found != NULL ? bridge_absence_copy (found) : NULL;
}

static gboolean
outweighs (BridgeAbsence *absence,
           BridgeAbsence *other)
{
  gboolean both = bridge_absence_get_who (absence) == NULL;
  BridgeLocal until = bridge_absence_get_until (absence);
  BridgeLocal until_other = bridge_absence_get_until (other);

  if (both != (bridge_absence_get_who (other) == NULL))
    return both;
  return until_other != BRIDGE_LOCAL_NONE && (until == BRIDGE_LOCAL_NONE || until > until_other);
}

/**
 * bridge_space_get_absence_now:
 * @self: a space
 *
 * Returns: (transfer none) (nullable): the absence that covers today and lasts longest; one of both comes before one of only
 *   one
 */
BridgeAbsence *
bridge_space_get_absence_now (BridgeSpace *self)
{
  BridgeAbsence *found = NULL;
  GListModel *absences;
  BridgeLocal now;

  g_return_val_if_fail (BRIDGE_IS_SPACE (self), NULL);

  absences = bridge_space_get_absences (self);
  now = bridge_clock_local_now (bridge_space_get_clock (self));
  for (guint i = 0; i < g_list_model_get_n_items (absences); i++)
    {
      /* The list keeps it. */
      g_autoptr (BridgeAbsence) absence = g_list_model_get_item (absences, i);

      if (!bridge_absence_covers (absence, NULL, now))
        continue;
      if (found == NULL || outweighs (absence, found))
        found = absence;
    }
  return found;
}

static BridgeAbsence *
take_over_absence (BridgeSpace    *self,
                   BridgeAbsence  *given,
                   BridgeAbsence  *before,
                   GError        **error)
{
  g_autoptr (BridgeAbsence) absence = bridge_absence_copy (given);

  bridge_row_take_identity (absence, before);
  if (!bridge_absence_validate (absence, error))
    return NULL;
  if (bridge_absence_get_who (absence) != NULL && bridge_space_find_person (self, bridge_absence_get_who (absence)) == NULL)
    {
      g_set_error_literal (error, BRIDGE_ERROR, BRIDGE_ERROR_INVALID_VALUE, _("That person is not here."));
      return NULL;
    }
  return g_steal_pointer (&absence);
}

static gboolean
is_new_absence (BridgeSpace    *self,
                BridgeAbsence  *absence,
                GError        **error)
{
  GListModel *present = bridge_space_get_absences (self);
  gboolean unwell = bridge_absence_get_kind (absence) == BRIDGE_ABSENCE_UNWELL;
  g_autofree char *from = NULL;
  g_autofree char *until = NULL;

  for (guint i = 0;; i++)
    {
      g_autoptr (BridgeAbsence) item = g_list_model_get_item (present, i);

      if (item == NULL)
        return TRUE;
      if (bridge_absence_get_kind (item) == bridge_absence_get_kind (absence) &&
          g_strcmp0 (bridge_absence_get_who (item), bridge_absence_get_who (absence)) == 0 &&
          bridge_absence_get_from (item) == bridge_absence_get_from (absence) &&
          bridge_absence_get_until (item) == bridge_absence_get_until (absence))
        break;
    }

  from = bridge_local_format_date (bridge_absence_get_from (absence));
  if (bridge_absence_get_until (absence) == BRIDGE_LOCAL_NONE)
    {
      g_set_error (error, BRIDGE_ERROR, BRIDGE_ERROR_STATE,
                   unwell ? _("These unwell days are noted already: from %s on.") : _("These days away are noted already: from %s on."),
                   from);
      return FALSE;
    }

  until = bridge_local_format_date (bridge_absence_get_until (absence));
  g_set_error (error, BRIDGE_ERROR, BRIDGE_ERROR_STATE,
               /* Translators: two dates, the second one is the first day back. */
               unwell ? _("These unwell days are noted already: from %1$s, back on %2$s.")
                      /* Translators: two dates, the second one is the first day back. */
                      : _("These days away are noted already: from %1$s, back on %2$s."),
               from, until);
  return FALSE;
}

/**
 * bridge_space_add_absence:
 * @self: a space
 * @absence: its values; the id and the stamps are given here
 * @error: where to say what went wrong
 *
 * Notes that somebody is away or unwell. What needs them rests for those days.
 *
 * Returns: (transfer full) (nullable): as it is stored, or %NULL with %BRIDGE_ERROR_NOT_SET_UP, %BRIDGE_ERROR_INVALID_DATE,
 *   %BRIDGE_ERROR_INVALID_VALUE, %BRIDGE_ERROR_STATE (noted already, just the same) or an error of the database
 */
BridgeAbsence *
bridge_space_add_absence (BridgeSpace    *self,
                          BridgeAbsence  *absence,
                          GError        **error)
{
  g_autoptr (BridgeAbsence) after = NULL;

  g_return_val_if_fail (BRIDGE_IS_SPACE (self), NULL);
  g_return_val_if_fail (BRIDGE_IS_ABSENCE (absence), NULL);

  if (!bridge_space_require_set_up (self, error))
    return NULL;
  after = take_over_absence (self, absence, NULL, error);
  if (after == NULL || !is_new_absence (self, after, error) ||
      !bridge_space_run_change (self, _("Everything rests meanwhile"), NULL, after, error))
    return NULL;
  return bridge_space_find_absence (self, bridge_absence_get_id (after), error);
}

/**
 * bridge_space_update_absence:
 * @self: a space
 * @edited: a copy with other values; the id says which
 * @error: where to say what went wrong
 *
 * Changes an absence.
 *
 * Returns: %FALSE with %BRIDGE_ERROR_NOT_FOUND, %BRIDGE_ERROR_INVALID_DATE, %BRIDGE_ERROR_INVALID_VALUE or an error of the
 *   database
 */
gboolean
bridge_space_update_absence (BridgeSpace    *self,
                             BridgeAbsence  *edited,
                             GError        **error)
{
  g_autoptr (BridgeAbsence) before = NULL;
  g_autoptr (BridgeAbsence) after = NULL;

  g_return_val_if_fail (BRIDGE_IS_SPACE (self), FALSE);
  g_return_val_if_fail (BRIDGE_IS_ABSENCE (edited), FALSE);

  before = bridge_space_find_absence (self, bridge_absence_get_id (edited) != NULL ? bridge_absence_get_id (edited) : "", error);
  if (before == NULL)
    return FALSE;
  after = take_over_absence (self, edited, before, error);
  return after != NULL && bridge_space_run_change (self, _("Days away changed"), before, after, error);
}

/**
 * bridge_space_end_absence:
 * @self: a space
 * @id: of an absence
 * @error: where to say what went wrong
 *
 * Whoever was away is back today. An absence that begins later is taken out.
 *
 * Returns: %FALSE with %BRIDGE_ERROR_NOT_FOUND, %BRIDGE_ERROR_STATE (over already) or an error of the database
 */
gboolean
bridge_space_end_absence (BridgeSpace  *self,
                          const char   *id,
                          GError      **error)
{
  g_autoptr (BridgeAbsence) before = NULL;
  g_autoptr (BridgeAbsence) after = NULL;
  BridgeLocal today;

  g_return_val_if_fail (BRIDGE_IS_SPACE (self), FALSE);
  g_return_val_if_fail (id != NULL, FALSE);

  before = bridge_space_find_absence (self, id, error);
  if (before == NULL)
    return FALSE;

  today = bridge_local_day_start (bridge_clock_local_now (bridge_space_get_clock (self)));
  if (bridge_absence_get_until (before) != BRIDGE_LOCAL_NONE && bridge_absence_get_until (before) <= today)
    {
      g_autofree char *back = bridge_local_format_date (bridge_absence_get_until (before));

      g_set_error (error, BRIDGE_ERROR, BRIDGE_ERROR_STATE,
                   bridge_absence_get_kind (before) == BRIDGE_ABSENCE_UNWELL
                     ? _("These unwell days are over already, since %s. Nothing was changed.")
                     : _("These days away are over already, since %s. Nothing was changed."),
                   back);
      return FALSE;
    }
  /* One that began today is kept, empty: what of today lay before now does not come after all. */
  if (bridge_absence_get_from (before) <= today)
    {
      after = bridge_absence_copy (before);
      g_object_set (after, "until", today, NULL);
    }
  return bridge_space_run_change (self, _("Back again"), before, after, error);
}

/**
 * bridge_space_remove_absence:
 * @self: a space
 * @id: of an absence
 * @error: where to say what went wrong
 *
 * Removes an absence, as if it had never been noted; Undo brings it back.
 *
 * Returns: %FALSE with %BRIDGE_ERROR_NOT_FOUND or an error of the database
 */
gboolean
bridge_space_remove_absence (BridgeSpace  *self,
                             const char   *id,
                             GError      **error)
{
  g_autoptr (BridgeAbsence) before = NULL;

  g_return_val_if_fail (BRIDGE_IS_SPACE (self), FALSE);
  g_return_val_if_fail (id != NULL, FALSE);

  before = bridge_space_find_absence (self, id, error);
  return before != NULL && bridge_space_run_change (self, _("Days away removed"), before, NULL, error);
}

/**
 * bridge_space_is_away:
 * @self: a space
 * @who: (nullable): whose ritual it is; %NULL: both take part
 * @here_local: local, of this place
 *
 * Returns: whether a ritual of theirs rests then because somebody is away or unwell
 */
gboolean
bridge_space_is_away (BridgeSpace *self,
                      const char  *who,
                      BridgeLocal  here_local)
{
  g_return_val_if_fail (BRIDGE_IS_SPACE (self), FALSE);

  return bridge_absence_find_end (bridge_space_get_absences (self), who, here_local) != here_local;
}

/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "bridge-space"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "bridge-milestone.h"
#include "bridge-space-private.h"
#include "bridge-store-reviews.h"
#include "bridge-words.h"

/* The list keeps the object, so the borrowed pointer is good until the list changes. */
static BridgePerson *
peek_person (BridgeSpace *self,
             guint        position)
{
  g_autoptr (BridgePerson) person = g_list_model_get_item (bridge_space_get_persons (self), position);

  return person;
}

/**
 * bridge_space_get_me:
 * @self: a space
 *
 * Returns: (transfer none) (nullable): the one who set it up
 */
BridgePerson *
bridge_space_get_me (BridgeSpace *self)
{
  g_return_val_if_fail (BRIDGE_IS_SPACE (self), NULL);

  return peek_person (self, 0);
}

/**
 * bridge_space_get_partner:
 * @self: a space
 *
 * Returns: (transfer none) (nullable): the other one; %NULL: solo
 */
BridgePerson *
bridge_space_get_partner (BridgeSpace *self)
{
  g_return_val_if_fail (BRIDGE_IS_SPACE (self), NULL);

  return peek_person (self, 1);
}

/**
 * bridge_space_get_speaker_id:
 * @self: a space
 *
 * Returns: (transfer none) (nullable): the id of the one who is speaking
 */
const char *
bridge_space_get_speaker_id (BridgeSpace *self)
{
  BridgePerson *speaker = bridge_space_get_speaker (self);

  return speaker != NULL ? bridge_person_get_id (speaker) : NULL;
}

/**
 * bridge_space_get_listener:
 * @self: a space
 *
 * Returns: (transfer none) (nullable): the one of two who is not speaking; %NULL: solo
 */
BridgePerson *
bridge_space_get_listener (BridgeSpace *self)
{
  g_return_val_if_fail (BRIDGE_IS_SPACE (self), NULL);

  return peek_person (self, bridge_space_get_speaker (self) == peek_person (self, 0) ? 1 : 0);
}

/**
 * bridge_space_find_person:
 * @self: a space
 * @id: a person's id
 *
 * Returns: (transfer none) (nullable): the person
 */
BridgePerson *
bridge_space_find_person (BridgeSpace *self,
                          const char  *id)
{
  g_return_val_if_fail (BRIDGE_IS_SPACE (self), NULL);

  for (guint i = 0; i < g_list_model_get_n_items (bridge_space_get_persons (self)); i++)
    {
      BridgePerson *person = peek_person (self, i);

      if (g_strcmp0 (bridge_person_get_id (person), id) == 0)
        return person;
    }
  return NULL;
}

/* Names are all that the two are told apart by, on the screen and on the command line. */
static gboolean
check_names_differ (const char  *name,
                    const char  *other,
                    GError     **error)
{
  if (!bridge_text_same_name (name, other))
    return TRUE;
  g_set_error_literal (error, BRIDGE_ERROR, BRIDGE_ERROR_INVALID_VALUE,
                       _("You would both have the same name here. Add something to tell you apart, such as an initial."));
  return FALSE;
}

static BridgePerson *
make_person (const char  *name,
             int          position,
             GError     **error)
{
  g_autofree char *clean = name != NULL ? bridge_text_clean (name, FALSE) : NULL;
  g_autoptr (BridgePerson) person = bridge_person_new (clean != NULL ? clean : "");

  g_object_set (person, "position", position, "colour", position, NULL);
  return bridge_person_validate (person, error) ? g_steal_pointer (&person) : NULL;
}

/* First names are for good: they can be changed, not taken back, so Undo does not offer it. */
static gboolean
save_persons (BridgeSpace    *self,
              BridgeCommand  *command,
              GError        **error)
{
  if (!bridge_command_apply (command, bridge_space_get_database (self), TRUE, bridge_space_now (self), error))
    return FALSE;

  bridge_space_committed (self, bridge_command_get_kinds (command));
  return TRUE;
}

typedef gpointer (*CopyFunc) (gpointer object);

/* What nobody in particular is named for is one's own while there is nobody else. */
static void
add_as_own (BridgeCommand *command,
            GListModel    *list,
            CopyFunc       copy,
            const char    *id)
{
  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    {
      g_autoptr (GObject) item = g_list_model_get_item (list, i);
      g_autoptr (GObject) before = NULL;
      g_autoptr (GObject) after = NULL;
      g_autofree char *who = NULL;

      g_object_get (item, "who", &who, NULL);
      if (who != NULL)
        continue;
      before = copy (item);
      after = copy (item);
      g_object_set (after, "who", id, NULL);
      bridge_command_add (command, before, after);
    }
}

/* What was of two and is held to by one alone becomes that one's own before somebody comes who has not agreed to it. What a
 * boundary is and whose it is cannot be rewritten: the shared one ends with its history, and the same words are in force as
 * an own one. */
static void
add_decided (BridgeSpace   *self,
             BridgeCommand *command,
             const char    *me)
{
  GListModel *boundaries = bridge_space_get_boundaries (self);
  gint64 now = bridge_space_now (self);

  for (guint i = 0; i < g_list_model_get_n_items (boundaries); i++)
    {
      g_autoptr (BridgeBoundary) boundary = g_list_model_get_item (boundaries, i);
      BridgeRevision *current = bridge_boundary_get_current (boundary);
      g_autoptr (BridgeBoundary) before = NULL;
      g_autoptr (BridgeBoundary) ended = NULL;
      g_autoptr (BridgeBoundary) own = NULL;
      g_autoptr (BridgeRevision) words = NULL;
      gint64 since;

      if (!bridge_boundary_is_in_force (boundary) || bridge_boundary_get_holder (boundary) != NULL)
        continue;

      before = bridge_boundary_copy (boundary);
      ended = bridge_boundary_copy (boundary);
      g_object_set (ended, "state", BRIDGE_BOUNDARY_ENDED, "ended-at", now, "ended-by", me, NULL);
      bridge_command_add (command, before, ended);

      since = bridge_revision_get_agreed_at (current, me);
      own = bridge_boundary_new (bridge_boundary_get_kind (boundary), me);
      g_object_set (own,
                    "use", bridge_boundary_get_use (boundary),
                    "template", bridge_boundary_get_template (boundary),
                    "state", BRIDGE_BOUNDARY_AGREED,
                    "current-number", 1,
                    "review-on", bridge_boundary_get_review_on (boundary),
                    NULL);
      bridge_row_take_identity (own, NULL);
      words = bridge_revision_new (bridge_boundary_get_id (own), 1, bridge_revision_get_text (current),
                                   bridge_boundary_get_review_on (boundary), me, since != 0 ? since : now);
      bridge_row_take_identity (words, NULL);
      bridge_command_add (command, NULL, own);
      bridge_command_add (command, NULL, words);
    }
}

/* What was said in a review was said to nobody who comes later. One that is open ends: it was begun alone. */
static gboolean
add_reviews (BridgeSpace    *self,
             BridgeCommand  *command,
             const char     *me,
             GError        **error)
{
  g_autoptr (GPtrArray) reviews = bridge_store_load_reviews (bridge_space_get_database (self), error);

  for (guint i = 0; reviews != NULL && i < reviews->len; i++)
    {
      BridgeReview *before = g_ptr_array_index (reviews, i);
      g_autoptr (BridgeReview) after = NULL;

      if (bridge_review_get_who (before) != NULL)
        continue;
      after = bridge_review_copy (before);
      g_object_set (after,
                    "who", me,
                    "state", BRIDGE_REVIEW_DONE,
                    "step-ends-at", (gint64) 0,
                    "interrupted", FALSE,
                    NULL);
      bridge_command_add (command, before, after);
    }
  return reviews != NULL;
}

/**
 * bridge_space_set_up:
 * @self: a space
 * @me: a name
 * @partner: (nullable): the other's name; %NULL: just me
 * @error: where to say what went wrong
 *
 * Gives the one or two a name, once.
 *
 * Returns: %FALSE with %BRIDGE_ERROR_STATE (set up already), %BRIDGE_ERROR_INVALID_VALUE or an error of the database
 */
gboolean
bridge_space_set_up (BridgeSpace  *self,
                     const char   *me,
                     const char   *partner,
                     GError      **error)
{
  g_autoptr (BridgeCommand) command = bridge_command_new (_("Names noted"));
  g_autoptr (BridgePerson) first = NULL;
  g_autoptr (BridgePerson) second = NULL;

  g_return_val_if_fail (BRIDGE_IS_SPACE (self), FALSE);

  bridge_space_refresh (self);
  if (bridge_space_get_me (self) != NULL)
    {
      g_set_error_literal (error, BRIDGE_ERROR, BRIDGE_ERROR_STATE, _("Footbridge has been set up already. Names can be changed."));
      return FALSE;
    }

  first = make_person (me, 0, error);
  if (first == NULL)
    return FALSE;
  bridge_command_add (command, NULL, first);
  if (partner != NULL)
    {
      second = make_person (partner, 1, error);
      if (second == NULL || !check_names_differ (bridge_person_get_name (first), bridge_person_get_name (second), error))
        return FALSE;
      bridge_command_add (command, NULL, second);
    }
  return save_persons (self, command, error);
}

/**
 * bridge_space_add_partner:
 * @self: a space
 * @name: the other's name
 * @error: where to say what went wrong
 *
 * Makes a space of one a space of two. All that was decided alone stays the first one's own: nobody finds themself with
 * something that they have not agreed to, and whatever is to be of both is proposed.
 *
 * Returns: %FALSE with %BRIDGE_ERROR_STATE, %BRIDGE_ERROR_NOT_SET_UP, %BRIDGE_ERROR_INVALID_VALUE or an error of the database
 */
gboolean
bridge_space_add_partner (BridgeSpace  *self,
                          const char   *name,
                          GError      **error)
{
  g_autoptr (BridgeCommand) command = bridge_command_new (_("Names noted"));
  g_autoptr (BridgePerson) person = NULL;
  const char *me;

  g_return_val_if_fail (BRIDGE_IS_SPACE (self), FALSE);

  bridge_space_refresh (self);
  if (!bridge_space_require_set_up (self, error))
    return FALSE;
  if (bridge_space_get_partner (self) != NULL)
    {
      g_set_error_literal (error, BRIDGE_ERROR, BRIDGE_ERROR_STATE, _("There are two of you already. Names can be changed."));
      return FALSE;
    }

  person = make_person (name, 1, error);
  if (person == NULL ||
      !check_names_differ (bridge_person_get_name (bridge_space_get_me (self)), bridge_person_get_name (person), error))
    return FALSE;
  if (bridge_person_get_colour (bridge_space_get_me (self)) == 1)
    g_object_set (person, "colour", 0, NULL);

  me = bridge_person_get_id (bridge_space_get_me (self));
  bridge_command_add (command, NULL, person);
  add_decided (self, command, me);
  add_as_own (command, bridge_space_get_rituals (self), (CopyFunc) bridge_ritual_copy, me);
  add_as_own (command, bridge_space_get_absences (self), (CopyFunc) bridge_absence_copy, me);
  add_as_own (command, bridge_space_get_promises (self), (CopyFunc) bridge_promise_copy, me);
  add_as_own (command, bridge_space_get_milestones (self), (CopyFunc) bridge_milestone_copy, me);
  return add_reviews (self, command, me, error) && save_persons (self, command, error);
}

static gboolean
edit_person (BridgeSpace   *self,
             BridgePerson  *person,
             const char    *label,
             const char    *property,
             const GValue  *value,
             GError       **error)
{
  g_autoptr (BridgePerson) before = NULL;
  g_autoptr (BridgePerson) after = NULL;
  g_autoptr (BridgeCommand) command = NULL;

  before = bridge_person_copy (person);
  after = bridge_person_copy (person);
  g_object_set_property (G_OBJECT (after), property, value);
  if (!bridge_person_validate (after, error))
    return FALSE;
  for (guint i = 0; i < g_list_model_get_n_items (bridge_space_get_persons (self)); i++)
    if (peek_person (self, i) != person &&
        !check_names_differ (bridge_person_get_name (after), bridge_person_get_name (peek_person (self, i)), error))
      return FALSE;
  if (g_strcmp0 (bridge_person_get_name (before), bridge_person_get_name (after)) == 0 &&
      bridge_person_get_colour (before) == bridge_person_get_colour (after))
    return TRUE;

  command = bridge_command_new (label);
  bridge_command_add (command, before, after);
  return bridge_space_run (self, g_steal_pointer (&command), error);
}

static BridgePerson *
require_person (BridgeSpace  *self,
                const char   *id,
                GError      **error)
{
  BridgePerson *person = bridge_space_find_person (self, id);

  if (person == NULL)
    g_set_error_literal (error, BRIDGE_ERROR, BRIDGE_ERROR_NOT_FOUND, _("There is no such person here."));
  return person;
}

/* A name and a colour are how somebody is called and seen here: each chooses their own, and nobody the other's. */
static BridgePerson *
require_oneself (BridgeSpace  *self,
                 const char   *id,
                 GError      **error)
{
  BridgePerson *person = require_person (self, id, error);

  if (person == NULL || person == bridge_space_get_speaker (self))
    return person;

  g_set_error (error, BRIDGE_ERROR, BRIDGE_ERROR_STATE,
               /* Translators: %s is a name */
               _("Each chooses only their own name and colour. %s can, when it is their turn here."), bridge_person_get_name (person));
  return NULL;
}

/**
 * bridge_space_rename_person:
 * @self: a space
 * @id: a person's id
 * @name: the new name
 * @error: where to say what went wrong
 *
 * Gives a person another name: only whoever is speaking, themself.
 *
 * Returns: %FALSE with %BRIDGE_ERROR_NOT_FOUND, %BRIDGE_ERROR_STATE, %BRIDGE_ERROR_INVALID_VALUE or an error of the database
 */
gboolean
bridge_space_rename_person (BridgeSpace  *self,
                            const char   *id,
                            const char   *name,
                            GError      **error)
{
  BridgePerson *person;
  g_auto (GValue) value = G_VALUE_INIT;
  g_autofree char *clean = NULL;

  g_return_val_if_fail (BRIDGE_IS_SPACE (self), FALSE);

  person = require_oneself (self, id, error);
  if (person == NULL)
    return FALSE;

  clean = name != NULL ? bridge_text_clean (name, FALSE) : NULL;
  g_value_init (&value, G_TYPE_STRING);
  g_value_set_string (&value, clean != NULL ? clean : "");
  return edit_person (self, person, _("Name changed"), "name", &value, error);
}

/**
 * bridge_space_recolour_person:
 * @self: a space
 * @id: a person's id
 * @colour: 0 – 5
 * @error: where to say what went wrong
 *
 * Gives a person another colour: only whoever is speaking, themself. Two may have the same: the initial tells them apart.
 *
 * Returns: %FALSE with %BRIDGE_ERROR_NOT_FOUND, %BRIDGE_ERROR_STATE, %BRIDGE_ERROR_INVALID_VALUE or an error of the database
 */
gboolean
bridge_space_recolour_person (BridgeSpace  *self,
                              const char   *id,
                              int           colour,
                              GError      **error)
{
  BridgePerson *person;
  g_auto (GValue) value = G_VALUE_INIT;

  g_return_val_if_fail (BRIDGE_IS_SPACE (self), FALSE);

  person = require_oneself (self, id, error);
  if (person == NULL)
    return FALSE;
  if (colour < 0 || colour >= BRIDGE_N_COLOURS)
    {
      g_set_error_literal (error, BRIDGE_ERROR, BRIDGE_ERROR_INVALID_VALUE, _("There is no such colour."));
      return FALSE;
    }

  g_value_init (&value, G_TYPE_INT);
  g_value_set_int (&value, colour);
  return edit_person (self, person, _("Colour changed"), "colour", &value, error);
}

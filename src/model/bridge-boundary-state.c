/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "bridge-boundary"

#include "config.h"

#include "bridge-boundary.h"

#include <glib/gi18n-lib.h>

#include "bridge-error.h"

/**
 * bridge_boundary_get_standing:
 * @self: a boundary that is stored
 *
 * Returns: where it stands
 */
BridgeBoundaryStanding
bridge_boundary_get_standing (BridgeBoundary *self)
{
  BridgeBoundaryStanding standing = { FALSE };

  g_return_val_if_fail (BRIDGE_IS_BOUNDARY (self), standing);

  standing.exists = TRUE;
  standing.state = bridge_boundary_get_state (self);
  standing.waiting = bridge_boundary_get_waiting_number (self) > 0;
  return standing;
}

/**
 * bridge_boundary_get_role:
 * @self: a boundary
 * @speaker_id: who acts
 * @alone: nobody else is in this space
 *
 * Returns: what they are to it
 */
BridgeBoundaryRole
bridge_boundary_get_role (BridgeBoundary *self,
                          const char     *speaker_id,
                          gboolean        alone)
{
  const char *holder = bridge_boundary_get_holder (self);
  BridgeRevision *waiting = bridge_boundary_get_waiting (self);

  if (holder != NULL)
    return g_strcmp0 (holder, speaker_id) == 0 ? BRIDGE_BOUNDARY_ALONE : BRIDGE_BOUNDARY_OUTSIDER;
  if (alone)
    return BRIDGE_BOUNDARY_ALONE;
  if (waiting != NULL && g_strcmp0 (bridge_revision_get_written_by (waiting), speaker_id) == 0)
    return BRIDGE_BOUNDARY_AUTHOR;
  return BRIDGE_BOUNDARY_EITHER;
}

/* What waits goes. A boundary that was nothing but a proposal goes with it, as if it had never been there. */
static BridgeBoundaryEffects
drop (BridgeBoundaryStanding *next)
{
  next->waiting = FALSE;
  next->exists = next->state != BRIDGE_BOUNDARY_PROPOSED;
  return BRIDGE_BOUNDARY_DO_DROP;
}

static const char *
write_words (BridgeBoundaryStanding  standing,
             BridgeBoundaryRole      role,
             BridgeBoundaryStanding *next,
             BridgeBoundaryEffects  *effects)
{
  if (standing.waiting && role != BRIDGE_BOUNDARY_ALONE)
    return _("Something is proposed here already. Once it is answered or taken back, there is room for another one.");

  *next = (BridgeBoundaryStanding) { TRUE, standing.exists ? standing.state : BRIDGE_BOUNDARY_PROPOSED, FALSE };
  *effects = BRIDGE_BOUNDARY_DO_ADD;
  if (role == BRIDGE_BOUNDARY_ALONE)
    {
      next->state = BRIDGE_BOUNDARY_AGREED;
      *effects |= BRIDGE_BOUNDARY_DO_FORCE;
      /* Of when two were here. */
      if (standing.waiting)
        *effects |= BRIDGE_BOUNDARY_DO_DROP;
    }
  else
    next->waiting = TRUE;
  return NULL;
}

static const char *
answer (BridgeBoundaryStanding  standing,
        BridgeBoundaryEvent     event,
        BridgeBoundaryRole      role,
        BridgeBoundaryStanding *next,
        BridgeBoundaryEffects  *effects)
{
  if (!standing.waiting)
    return _("Nothing is proposed here.");
  if (role == BRIDGE_BOUNDARY_AUTHOR && event != BRIDGE_BOUNDARY_WITHDRAW)
    return _("This is your own proposal. The answer is the other one’s.");
  if (role == BRIDGE_BOUNDARY_EITHER && event == BRIDGE_BOUNDARY_WITHDRAW)
    return _("This is the other one’s proposal. You can answer it, or leave it.");

  *next = standing;
  if (event != BRIDGE_BOUNDARY_AGREE)
    {
      *effects = drop (next);
      return NULL;
    }
  next->state = BRIDGE_BOUNDARY_AGREED;
  next->waiting = FALSE;
  *effects = BRIDGE_BOUNDARY_DO_AGREE | BRIDGE_BOUNDARY_DO_FORCE;
  return NULL;
}

static const char *
end (BridgeBoundaryStanding  standing,
     BridgeBoundaryStanding *next,
     BridgeBoundaryEffects  *effects)
{
  if (standing.state == BRIDGE_BOUNDARY_ENDED)
    return _("This has ended already.");
  if (standing.state == BRIDGE_BOUNDARY_PROPOSED)
    return _("This is only proposed, so there is nothing to end.");

  *next = (BridgeBoundaryStanding) { TRUE, BRIDGE_BOUNDARY_ENDED, FALSE };
  *effects = BRIDGE_BOUNDARY_DO_STAMP | (standing.waiting ? BRIDGE_BOUNDARY_DO_DROP : 0);
  return NULL;
}

static const char *
step (BridgeBoundaryStanding  standing,
      BridgeBoundaryEvent     event,
      BridgeBoundaryRole      role,
      BridgeBoundaryStanding *next,
      BridgeBoundaryEffects  *effects)
{
  if (role == BRIDGE_BOUNDARY_OUTSIDER)
    return _("This is the other one’s own limit. Only they write it, and only they end it.");
  if (event == BRIDGE_BOUNDARY_WRITE)
    return write_words (standing, role, next, effects);
  if (!standing.exists)
    return _("This boundary is not there.");
  if (event == BRIDGE_BOUNDARY_END)
    return end (standing, next, effects);
  return answer (standing, event, role, next, effects);
}

/**
 * bridge_boundary_transition:
 * @standing: where it stands
 * @event: what happens
 * @role: who does it
 * @next: (out): where it stands after that
 * @effects: (out): what is to be written down
 * @error: where to say that this cannot be
 *
 * The boundary's state machine. What is shared needs both, and either may end it alone and at once; a limit is its
 * holder's alone. Whatever is proposed and not agreed to leaves what is in force as it is.
 *
 * Returns: %FALSE with %BRIDGE_ERROR_STATE
 */
gboolean
bridge_boundary_transition (BridgeBoundaryStanding   standing,
                            BridgeBoundaryEvent      event,
                            BridgeBoundaryRole       role,
                            BridgeBoundaryStanding  *next,
                            BridgeBoundaryEffects   *effects,
                            GError                 **error)
{
  const char *problem = step (standing, event, role, next, effects);

  if (problem == NULL)
    return TRUE;
  g_set_error_literal (error, BRIDGE_ERROR, BRIDGE_ERROR_STATE, problem);
  return FALSE;
}

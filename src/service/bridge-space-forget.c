/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "bridge-space"

#include "config.h"

#include "bridge-space-private.h"

/* What came to no agreement is nobody's record: it goes for good as soon as nothing rests by it any more. What time overtakes
 * no longer waits for an answer. */

/* So long it stays at least, so that it can be taken back. */
#define KEPT_MS (24 * 60 * BRIDGE_MS_PER_MINUTE)

/* When it is tried again to delete what could not be deleted. */
#define AGAIN_MS (60 * BRIDGE_MS_PER_MINUTE)

static const char alarm_owner[] = "invitations";

/* From when on nothing needs it: UTC ms, or BRIDGE_NEVER. */
static gint64
get_end (BridgeInvitation *invitation,
         GTimeZone        *here)
{
  BridgeInvitationState state = bridge_invitation_get_state (invitation);
  BridgeLocal rest_until = bridge_invitation_get_rest_until (invitation);
  gint64 kept_until = bridge_row_get_updated_at (invitation) + KEPT_MS + 1;

  if (state != BRIDGE_INVITATION_NOT_NOW && state != BRIDGE_INVITATION_WITHDRAWN)
    return BRIDGE_NEVER;
  return rest_until == BRIDGE_LOCAL_NONE ? kept_until : MAX (kept_until, bridge_local_to_utc_ms (rest_until, here));
}

/* (transfer none) (nullable): the ritual that is asked to go on again, and does so by itself on a day */
static BridgeRitual *
get_going_on (BridgeSpace      *self,
              BridgeInvitation *invitation)
{
  BridgeRitual *ritual;

  if (!bridge_invitation_is_waiting (invitation) || bridge_invitation_get_subject (invitation) != BRIDGE_INVITATION_RITUAL ||
      bridge_invitation_get_change (invitation) != NULL)
    return NULL;
  ritual = bridge_space_peek_ritual (self, bridge_invitation_get_subject_id (invitation));
  if (ritual == NULL || bridge_ritual_get_state (ritual) != BRIDGE_RITUAL_RESTING ||
      bridge_ritual_get_resting_until (ritual) == BRIDGE_LOCAL_NONE)
    return NULL;
  return ritual;
}

/* When the first of them is to go, or is overtaken. */
static gint64
find_end (BridgeSpace *self)
{
  GListModel *list = bridge_space_get_invitations (self);
  g_autoptr (GTimeZone) here = bridge_clock_dup_zone (bridge_space_get_clock (self));
  gint64 first = BRIDGE_NEVER;

  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    {
      g_autoptr (BridgeInvitation) invitation = g_list_model_get_item (list, i);
      BridgeRitual *ritual = get_going_on (self, invitation);

      first = MIN (first, get_end (invitation, here));
      if (ritual != NULL)
        first = MIN (first, bridge_local_to_utc_ms (bridge_ritual_get_resting_until (ritual), here));
    }
  return first;
}

/**
 * bridge_space_forget:
 * @self: a space
 *
 * Deletes what came to nothing and need not be kept any more, before something is written that has the lists read again. That
 * it could not be deleted now is no reason to keep anybody waiting.
 *
 * Returns: whether it could
 */
gboolean
bridge_space_forget (BridgeSpace *self)
{
  BridgeDatabase *db = bridge_space_get_database (self);
  gint64 before = bridge_space_now (self) - KEPT_MS;
  g_autoptr (GError) error = NULL;

  if (bridge_store_forget_invitations (db, bridge_clock_local_now (bridge_space_get_clock (self)), before, &error) &&
      bridge_store_forget_boundaries (db, before, &error))
    return TRUE;
  g_debug ("What came to nothing stays a little longer: %s", error->message);
  return FALSE;
}

/* What goes on by itself leaves nothing to say yes to: as with every other change, what it overtakes is withdrawn. */
static gboolean
close_gone_on (BridgeSpace *self)
{
  GListModel *list = bridge_space_get_invitations (self);
  g_autoptr (BridgeCommand) command = bridge_command_new ("");
  BridgeLocal now = bridge_clock_local_now (bridge_space_get_clock (self));
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    {
      g_autoptr (BridgeInvitation) invitation = g_list_model_get_item (list, i);
      BridgeRitual *ritual = get_going_on (self, invitation);

      if (ritual != NULL && bridge_ritual_is_active (ritual, now))
        bridge_space_close_overtaken (self, command, ritual, NULL);
    }
  if (bridge_command_is_empty (command) || bridge_space_run_for_good (self, g_steal_pointer (&command), &error))
    return TRUE;
  g_debug ("What was overtaken waits a little longer: %s", error->message);
  return FALSE;
}

static void changed_cb (BridgeSpace *self, guint kinds);

/* Only when there is something to forget is anything written: a look into the space writes nothing. What cannot be deleted, or
 * not be read again, on a full disk say, is tried again later, and not by the change that telling of it would be. */
static void
tidy (BridgeSpace *self)
{
  gint64 now = bridge_space_now (self);
  gint64 end = find_end (self);

  if (bridge_space_get_read_only (self))
    return;
  if (end <= now)
    {
      g_signal_handlers_block_by_func (self, changed_cb, NULL);
      if (close_gone_on (self) && bridge_space_forget (self))
        bridge_space_committed (self, BRIDGE_KIND_INVITATIONS);
      g_signal_handlers_unblock_by_func (self, changed_cb, NULL);
      end = find_end (self);
    }
  bridge_space_set_alarm (self, (gpointer) alarm_owner, end <= now ? now + AGAIN_MS : end);
}

static void
woke_cb (BridgeSpace *self)
{
  tidy (self);
}

static void
changed_cb (BridgeSpace *self,
            guint        kinds)
{
  if (kinds & (BRIDGE_KIND_INVITATIONS | BRIDGE_KIND_RITUALS))
    tidy (self);
}

/**
 * bridge_space_follow_invitations:
 * @self: a space that has just been opened
 *
 * Has what came to no agreement be forgotten once its rest is over, and what time overtakes be withdrawn: now, and whenever a
 * day brings that about.
 */
void
bridge_space_follow_invitations (BridgeSpace *self)
{
  g_signal_connect_object (bridge_space_get_clock (self), "woke", G_CALLBACK (woke_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect (self, "changed", G_CALLBACK (changed_cb), NULL);
  tidy (self);
}

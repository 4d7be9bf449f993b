/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "bridge-window"

#include "config.h"

#include "bridge-window-private.h"

#include "bridge-celebration-window.h"
#include "bridge-feedback.h"
#include "bridge-hold.h"
#include "bridge-space-milestones.h"
#include "bridge-unsaved.h"

/* A milestone that has its number is celebrated where somebody is: right after what they have done, or with Celebrate. */

static gboolean
has_dialog (BridgeWindow *self)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWindow) other = g_list_model_get_item (windows, i);

      if (other != GTK_WINDOW (self) && gtk_widget_get_visible (GTK_WIDGET (other)) &&
          bridge_window_is_above (other, GTK_WINDOW (self)))
        return TRUE;
    }
  return FALSE;
}

/* Nothing cheerful comes into a pause or the days after it, and nothing between two people or over what somebody writes. */
static gboolean
may_celebrate (BridgeWindow *self)
{
  gint64 until;

  return bridge_window_shows_pages (self) && !bridge_space_get_read_only (self->space) &&
         bridge_hold_get (bridge_space_get_pause (self->space), bridge_clock_now (bridge_space_get_clock (self->space)), &until)
           == BRIDGE_HOLD_NONE &&
         gtk_widget_get_mapped (GTK_WIDGET (self)) && !has_dialog (self);
}

static void
celebrate (BridgeWindow *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) reached = bridge_space_list_reached_milestones (self->space, &error);

  if (reached == NULL)
    {
      bridge_feedback_show_error (GTK_WIDGET (self), error);
      return;
    }
  for (guint i = 0; i < reached->len; i++)
    {
      BridgeMilestone *milestone = g_ptr_array_index (reached, i);

      if (bridge_milestone_get_celebrated (milestone))
        continue;
      if (!bridge_space_celebrated_milestone (self->space, bridge_milestone_get_id (milestone), &error))
        {
          bridge_feedback_show_error (GTK_WIDGET (self), error);
          return;
        }
      gtk_window_present (GTK_WINDOW (bridge_celebration_window_new (self->space, milestone, GTK_WINDOW (self))));
      return;
    }
}

static gboolean
celebrate_cb (gpointer user_data)
{
  BridgeWindow *self = user_data;

  self->celebrate_idle = 0;
  if (may_celebrate (self))
    celebrate (self);
  return G_SOURCE_REMOVE;
}

/**
 * bridge_window_celebrate_soon:
 * @self: the window
 *
 * Looks, once what is being done is done, whether a milestone has its number, and opens its celebration: each by itself once, and
 * one at a time.
 */
void
bridge_window_celebrate_soon (BridgeWindow *self)
{
  if (self->space != NULL && self->celebrate_idle == 0)
    self->celebrate_idle = g_idle_add (celebrate_cb, self);
}

/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "bridge-window"

#include "config.h"

#include "bridge-window-private.h"

#include "bridge-one-off.h"
#include "bridge-page.h"
#include "bridge-reflect-page.h"
#include "bridge-space-check-ins.h"
#include "bridge-space-reviews.h"

/* What a notification, a launcher, the command line or Today has the window open. */

static void
open_review (BridgeWindow *self,
             gboolean      begin)
{
  bridge_window_show_page (self, "reflect");
  bridge_reflect_page_open_review (BRIDGE_REFLECT_PAGE (bridge_window_ensure_page (self, BRIDGE_PAGE_REFLECT)), begin);
}

/* A notice of another one may have stood there until now. */
static gboolean
is_day_of_review (BridgeWindow *self,
                  const char   *id)
{
  g_autoptr (BridgeReview) open = bridge_space_load_open_review (self->space, NULL);
  g_autoptr (BridgeReview) last = bridge_space_load_review_with_day (self->space, NULL);

  return open != NULL || (last != NULL && g_strcmp0 (bridge_review_get_id (last), id) == 0 &&
                          bridge_review_get_next_on (last) <= bridge_clock_local_now (bridge_space_get_clock (self->space)));
}

/* What has a date and is no ritual. */
static void
open_subject (BridgeWindow  *self,
              BridgeSubject  subject,
              const char    *id)
{
  switch (subject)
    {
    case BRIDGE_SUBJECT_PAUSE:
      bridge_window_open_pause (self);
      break;
    case BRIDGE_SUBJECT_PROMISE:
      bridge_window_show_page (self, "today");
      bridge_today_page_open_promise (BRIDGE_TODAY_PAGE (bridge_window_ensure_page (self, BRIDGE_PAGE_TODAY)), id);
      break;
    case BRIDGE_SUBJECT_BOUNDARY:
      bridge_window_show_page (self, "boundaries");
      bridge_boundaries_page_open_card (
          BRIDGE_BOUNDARIES_PAGE (bridge_window_ensure_page (self, BRIDGE_PAGE_BOUNDARIES)), id);
      break;
    case BRIDGE_SUBJECT_MILESTONE:
      bridge_window_show_page (self, "celebrate");
      bridge_celebrate_page_open_milestone (BRIDGE_CELEBRATE_PAGE (bridge_window_ensure_page (self, BRIDGE_PAGE_CELEBRATE)), id);
      break;
    case BRIDGE_SUBJECT_CARE:
      bridge_window_show_page (self, "reflect");
      bridge_reflect_page_open_care (BRIDGE_REFLECT_PAGE (bridge_window_ensure_page (self, BRIDGE_PAGE_REFLECT)), id);
      break;
    case BRIDGE_SUBJECT_REVIEW:
      open_review (self, is_day_of_review (self, id));
      break;
    }
}

/* A moment of the weekly review has a page of its own; the ritual itself is looked at like any other. */
static gboolean
open_moment (BridgeWindow *self,
             const char   *name,
             const char   *ritual_id)
{
  BridgeRitual *review = bridge_space_peek_review_ritual (self->space);

  if (review == NULL || g_strcmp0 (bridge_ritual_get_id (review), ritual_id) != 0)
    return FALSE;
  open_review (self, bridge_space_is_review_moment (self->space, name));
  return TRUE;
}

/**
 * bridge_window_open_target:
 * @self: the window
 * @target: an occurrence's name, a ritual's id, a page's name, "new-win", #BRIDGE_WORD_TARGET with an
 *   occurrence's name, "pause", the name of a pause, a promise, a boundary …,
 *   or "" for the window as it is
 *
 * Opens what a notification, a launcher or the command line asked for.
 */
void
bridge_window_open_target (BridgeWindow *self,
                           const char   *target)
{
  g_autofree char *ritual_id = NULL;
  BridgeSubject subject;
  const char *subject_id;

  if (*target == '\0' || self->space == NULL)
    return;
  if (self->cover != NULL)
    {
      g_free (self->target);
      self->target = g_strdup (target);
      return;
    }
  if (!bridge_window_shows_pages (self))
    return;

  if (bridge_window_is_page (target))
    {
      bridge_window_show_page (self, target);
    }
  else if (g_str_equal (target, "pause"))
    {
      bridge_window_open_pause (self);
    }
  else if (bridge_one_off_parse_name (target, &subject, &subject_id))
    {
      open_subject (self, subject, subject_id);
    }
  else if (g_str_has_prefix (target, BRIDGE_WORD_TARGET))
    {
      bridge_window_show_page (self, "today");
      bridge_today_page_open_word (BRIDGE_TODAY_PAGE (bridge_window_ensure_page (self, BRIDGE_PAGE_TODAY)),
                                   target + strlen (BRIDGE_WORD_TARGET));
    }
  else if (g_str_equal (target, "new-win"))
    {
      gtk_widget_activate_action (GTK_WIDGET (self), "win.new-win", NULL);
    }
  else
    {
      gboolean moment = bridge_occurrence_parse_name (target, &ritual_id, &(BridgeLocal) { 0 }, NULL);

      if (!moment)
        ritual_id = g_strdup (target);
      /* What the two have planned is on the page for it. */
      if (bridge_space_is_check_in_moment (self->space, ritual_id) && !bridge_space_get_read_only (self->space))
        {
          gtk_widget_activate_action (GTK_WIDGET (self), "win.new-check-in", NULL);
          return;
        }
      if (moment && open_moment (self, target, ritual_id))
        return;
      bridge_window_show_page (self, "rituals");
      bridge_rituals_page_open_ritual (BRIDGE_RITUALS_PAGE (bridge_window_ensure_page (self, BRIDGE_PAGE_RITUALS)), ritual_id);
    }
}

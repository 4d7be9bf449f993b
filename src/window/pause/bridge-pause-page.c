/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "bridge-pause-page"

#include "config.h"

#include "bridge-pause-page.h"

#include <glib/gi18n-lib.h>

#include "bridge-calm.h"
#include "bridge-form.h"
#include "bridge-pause-cooling.h"
#include "bridge-pause-ready.h"
#include "bridge-pause-state.h"
#include "bridge-pause-talk.h"
#include "bridge-pause-waiting.h"

#define WIDTH 520

struct _BridgePausePage
{
  AdwBin parent_instance;

  BridgeSpace *space;
  GtkWidget *view; /* (nullable): nothing was shown yet */
  BridgePauseState state;
  gboolean unknown; /* who is here: nobody has said so yet */

  GtkWidget *view_bin;
  GtkWidget *leave_button;
};

enum {
  LEAVE,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (BridgePausePage, bridge_pause_page, ADW_TYPE_BIN)

static GtkWidget *
make_view (BridgePausePage  *self,
           BridgePauseState  state)
{
  switch (state)
    {
    case BRIDGE_PAUSE_COOLING:
      return bridge_pause_cooling_new (self->space);
    case BRIDGE_PAUSE_RETURN:
      return bridge_pause_ready_new (self->space);
    case BRIDGE_PAUSE_ANOTHER_DAY:
      return bridge_pause_waiting_new (self->space);
    case BRIDGE_PAUSE_RE_ENTRY:
      return bridge_pause_talk_new (self->space);
    case BRIDGE_PAUSE_RECOVERY:
    case BRIDGE_PAUSE_REVIEW:
    case BRIDGE_PAUSE_CLOSED:
    default:
      return NULL;
    }
}

static void
update_view (BridgePausePage *self,
             BridgePause     *pause)
{
  switch (self->state)
    {
    case BRIDGE_PAUSE_COOLING:
      bridge_pause_cooling_update (BRIDGE_PAUSE_COOLING_VIEW (self->view), pause, !self->unknown);
      break;
    case BRIDGE_PAUSE_RETURN:
      bridge_pause_ready_update (BRIDGE_PAUSE_READY (self->view), pause);
      break;
    case BRIDGE_PAUSE_ANOTHER_DAY:
      bridge_pause_waiting_update (BRIDGE_PAUSE_WAITING (self->view), pause);
      break;
    case BRIDGE_PAUSE_RE_ENTRY:
      bridge_pause_talk_update (BRIDGE_PAUSE_TALK (self->view), pause);
      break;
    case BRIDGE_PAUSE_RECOVERY:
    case BRIDGE_PAUSE_REVIEW:
    case BRIDGE_PAUSE_CLOSED:
    default:
      break;
    }
}

/* When the words are next another: at the full minute of what is left, or when it can be taken back no more. */
static void
set_alarm (BridgePausePage *self,
           BridgePause     *pause)
{
  gint64 now = bridge_clock_now (bridge_space_get_clock (self->space));
  gint64 at = pause != NULL ? bridge_pause_state_get_next (pause) : BRIDGE_NEVER;
  gint64 next = at;

  if (pause == NULL || !gtk_widget_get_mapped (GTK_WIDGET (self)))
    {
      bridge_space_set_alarm (self->space, self, BRIDGE_NEVER);
      return;
    }

  if (at != BRIDGE_NEVER && at > now)
    next = at - (at - now - 1) / BRIDGE_MS_PER_MINUTE * BRIDGE_MS_PER_MINUTE;
  if (bridge_pause_state_can_take_back (pause, now))
    next = MIN (next, bridge_pause_get_cooling_since (pause) + BRIDGE_PAUSE_TAKE_BACK_SECONDS * 1000 + 1);
  bridge_space_set_alarm (self->space, self, next > now ? next : BRIDGE_NEVER);
}

static void
update (BridgePausePage *self)
{
  BridgePause *pause = bridge_space_get_pause (self->space);
  BridgePauseState state = pause != NULL ? bridge_pause_get_state (pause) : BRIDGE_PAUSE_CLOSED;

  set_alarm (self, pause);
  if (self->view == NULL || state != self->state)
    {
      GtkWidget *view = make_view (self, state);
      GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
      GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
      gboolean focused = focus == NULL || gtk_widget_is_ancestor (focus, GTK_WIDGET (self));

      /* What comes after the talk has its place on the other pages: the window leaves this one. */
      if (view == NULL)
        return;

      /* The focus goes first: GTK 4.8 keeps what is taken away with the focus in it for ever. */
      if (focus != NULL && focused)
        gtk_root_set_focus (root, NULL);
      self->view = view;
      self->state = state;
      adw_bin_set_child (ADW_BIN (self->view_bin), view);
      update_view (self, pause);
      if (focused && gtk_widget_get_mapped (GTK_WIDGET (self)))
        gtk_widget_grab_focus (view);
      return;
    }

  update_view (self, pause);
}

static void
changed_cb (BridgePausePage *self,
            BridgeKinds      kinds)
{
  if (kinds & (BRIDGE_KIND_PAUSES | BRIDGE_KIND_SOOTHING | BRIDGE_KIND_PERSONS | BRIDGE_KIND_SETTINGS | BRIDGE_KIND_BOUNDARIES))
    update (self);
}

static void
leave_cb (BridgePausePage *self)
{
  g_signal_emit (self, signals[LEAVE], 0);
}

static void
bridge_pause_page_map (GtkWidget *widget)
{
  update (BRIDGE_PAUSE_PAGE (widget));

  GTK_WIDGET_CLASS (bridge_pause_page_parent_class)->map (widget);
  set_alarm (BRIDGE_PAUSE_PAGE (widget), bridge_space_get_pause (BRIDGE_PAUSE_PAGE (widget)->space));
}

static void
bridge_pause_page_unmap (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (bridge_pause_page_parent_class)->unmap (widget);
  set_alarm (BRIDGE_PAUSE_PAGE (widget), NULL);
}

static gboolean
bridge_pause_page_grab_focus (GtkWidget *widget)
{
  BridgePausePage *self = BRIDGE_PAUSE_PAGE (widget);

  return self->view != NULL && gtk_widget_grab_focus (self->view);
}

static void
bridge_pause_page_dispose (GObject *object)
{
  BridgePausePage *self = BRIDGE_PAUSE_PAGE (object);

  if (self->space != NULL)
    bridge_space_set_alarm (self->space, self, BRIDGE_NEVER);
  adw_bin_set_child (ADW_BIN (self), NULL);
  self->view = NULL;
  g_clear_object (&self->space);

  G_OBJECT_CLASS (bridge_pause_page_parent_class)->dispose (object);
}

static void
bridge_pause_page_class_init (BridgePausePageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bridge_pause_page_dispose;
  widget_class->map = bridge_pause_page_map;
  widget_class->unmap = bridge_pause_page_unmap;
  widget_class->grab_focus = bridge_pause_page_grab_focus;
  widget_class->focus = bridge_focus_inside;

  signals[LEAVE] = g_signal_new ("leave", BRIDGE_TYPE_PAUSE_PAGE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
bridge_pause_page_init (BridgePausePage *self)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkWidget *clamp = adw_clamp_new ();
  GtkWidget *box = bridge_calm_box_new ();

  self->view_bin = adw_bin_new ();
  gtk_box_append (GTK_BOX (box), self->view_bin);
  self->leave_button = bridge_calm_button_new (_("_Back to the Planner"), "calm-quiet", G_CALLBACK (leave_cb), self);
  gtk_box_append (GTK_BOX (box), self->leave_button);

  g_object_set (box,
                "margin-top", 12,
                "margin-bottom", 24,
                "margin-start", 12,
                "margin-end", 12,
                "valign", GTK_ALIGN_CENTER,
                "vexpand", TRUE,
                NULL);
  adw_clamp_set_maximum_size (ADW_CLAMP (clamp), WIDTH);
  adw_clamp_set_child (ADW_CLAMP (clamp), box);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), clamp);
  adw_bin_set_child (ADW_BIN (self), scroller);
  gtk_widget_add_css_class (GTK_WIDGET (self), "calm-page");
}

/**
 * bridge_pause_page_new:
 * @space: the space
 *
 * Shows the pause that goes on.
 *
 * Returns: (transfer floating): the widget
 */
GtkWidget *
bridge_pause_page_new (BridgeSpace *space)
{
  BridgePausePage *self = g_object_new (BRIDGE_TYPE_PAUSE_PAGE, NULL);

  self->space = g_object_ref (space);
  g_signal_connect_object (space, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (space, "notify::speaker", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (bridge_space_get_clock (space), "woke", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);

  return GTK_WIDGET (self);
}

/**
 * bridge_pause_page_set_known:
 * @self: the page
 * @known: whether somebody has said who is here
 *
 * Names nobody while the pause lasts, as long as that is not known.
 */
void
bridge_pause_page_set_known (BridgePausePage *self,
                             gboolean         known)
{
  if (self->unknown == !known)
    return;
  self->unknown = !known;
  update (self);
}

/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "bridge-review-timer"

#include "config.h"

#include "bridge-review-timer.h"

#include <glib/gi18n-lib.h>

#include "bridge-person-badge.h"
#include "bridge-source.h"
#include "bridge-space-reviews.h"
#include "bridge-turn-ring.h"

/* The ring goes on with small steps, while it is seen. */
#define RING_MS 1000

struct _BridgeReviewTimer
{
  AdwBin parent_instance;

  BridgeSpace *space;
  BridgeReview *review; /* (nullable) */
  GSource *ring_source;

  GtkWidget *ring;
  GtkWidget *badge;
  GtkLabel *lead_label;
  GtkLabel *left_label;
};

G_DEFINE_FINAL_TYPE (BridgeReviewTimer, bridge_review_timer, ADW_TYPE_BIN)

static gint64
get_left (BridgeReviewTimer *self)
{
  gint64 now = bridge_clock_now (bridge_space_get_clock (self->space));

  return self->review != NULL ? bridge_review_state_get_left (self->review, now) : 0;
}

/**
 * bridge_review_timer_words:
 * @left: of the suggested time, ms; 0: it is over
 *
 * Returns: (transfer full): a sentence, which changes no more often than once in a minute
 */
char *
bridge_review_timer_words (gint64 left)
{
  int minutes = (int) ((left + BRIDGE_MS_PER_MINUTE - 1) / BRIDGE_MS_PER_MINUTE);

  if (minutes <= 0)
    return g_strdup (_("The suggested time is over. Take what you need."));
  return g_strdup_printf (ngettext ("About %d minute, if you like.", "About %d minutes, if you like.", minutes), minutes);
}

static gboolean
ring_cb (gpointer data)
{
  BridgeReviewTimer *self = data;
  int whole = self->review != NULL ? bridge_review_state_get_minutes (bridge_review_get_state (self->review)) : 0;

  bridge_turn_ring_set_left (BRIDGE_TURN_RING (self->ring),
                             whole > 0 ? (double) get_left (self) / (whole * BRIDGE_MS_PER_MINUTE) : 0);
  return G_SOURCE_CONTINUE;
}

static void
update (BridgeReviewTimer *self)
{
  const char *lead_id = self->review != NULL ? bridge_review_get_lead_id (self->review) : NULL;
  BridgePerson *lead = lead_id != NULL && bridge_space_get_partner (self->space) != NULL
                           ? bridge_space_find_person (self->space, lead_id)
                           : NULL;
  g_autofree char *left = bridge_review_timer_words (get_left (self));
  g_autofree char *leads = lead != NULL
                               /* Translators: %s is a name: it is this person’s turn to lead the weekly review */
                               ? g_strdup_printf (_("%s leads today."), bridge_person_get_name (lead))
                               : NULL;
  g_autofree char *all = leads != NULL ? g_strdup_printf ("%s %s", leads, left) : g_strdup (left);
  gboolean running = gtk_widget_get_mapped (GTK_WIDGET (self)) && get_left (self) > 0;

  bridge_person_badge_set_person (BRIDGE_PERSON_BADGE (self->badge), lead);
  gtk_widget_set_visible (self->badge, lead != NULL);
  gtk_label_set_label (self->lead_label, leads != NULL ? leads : "");
  gtk_widget_set_visible (GTK_WIDGET (self->lead_label), leads != NULL);
  gtk_label_set_label (self->left_label, left);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, all, -1);
  ring_cb (self);

  if (running && self->ring_source == NULL)
    self->ring_source = bridge_source_start (g_timeout_source_new (RING_MS), "bridge-review-ring", ring_cb, self);
  else if (!running)
    bridge_source_clear (&self->ring_source);
}

/* The next time the words change. */
static void
set_alarm (BridgeReviewTimer *self)
{
  gint64 left = get_left (self);

  bridge_space_set_alarm (self->space, self,
                          left > 0 ? bridge_review_get_step_ends_at (self->review)
                                         - (left - 1) / BRIDGE_MS_PER_MINUTE * BRIDGE_MS_PER_MINUTE
                                   : BRIDGE_NEVER);
}

static void
woke_cb (BridgeReviewTimer *self)
{
  set_alarm (self);
  update (self);

  /* Said once: whoever comes back to it later is not told again. That it could not be written changes nothing. */
  if (self->review != NULL && bridge_review_get_step_ends_at (self->review) != 0 && get_left (self) == 0 &&
      !bridge_space_get_read_only (self->space))
    bridge_space_step_review (self->space, BRIDGE_REVIEW_EVENT_TIME_OVER, NULL);
}

static void
bridge_review_timer_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (bridge_review_timer_parent_class)->map (widget);
  update (BRIDGE_REVIEW_TIMER (widget));
}

static void
bridge_review_timer_unmap (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (bridge_review_timer_parent_class)->unmap (widget);
  update (BRIDGE_REVIEW_TIMER (widget));
}

static void
bridge_review_timer_dispose (GObject *object)
{
  BridgeReviewTimer *self = BRIDGE_REVIEW_TIMER (object);

  bridge_source_clear (&self->ring_source);
  if (self->space != NULL)
    bridge_space_set_alarm (self->space, self, BRIDGE_NEVER);
  g_clear_object (&self->review);
  g_clear_object (&self->space);

  G_OBJECT_CLASS (bridge_review_timer_parent_class)->dispose (object);
}

static void
bridge_review_timer_class_init (BridgeReviewTimerClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bridge_review_timer_dispose;
  widget_class->map = bridge_review_timer_map;
  widget_class->unmap = bridge_review_timer_unmap;

  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static GtkLabel *
add_label (GtkWidget  *box,
           const char *css_class)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_natural_wrap_mode (GTK_LABEL (label), GTK_NATURAL_WRAP_NONE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  gtk_box_append (GTK_BOX (box), label);
  return GTK_LABEL (label);
}

static void
bridge_review_timer_init (BridgeReviewTimer *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *overlay = gtk_overlay_new ();

  self->ring = bridge_turn_ring_new ();
  bridge_turn_ring_set_small (BRIDGE_TURN_RING (self->ring));
  self->badge = bridge_person_badge_new ();
  gtk_widget_set_halign (self->badge, GTK_ALIGN_CENTER);
  gtk_widget_set_valign (self->badge, GTK_ALIGN_CENTER);
  gtk_overlay_set_child (GTK_OVERLAY (overlay), self->ring);
  gtk_overlay_add_overlay (GTK_OVERLAY (overlay), self->badge);
  gtk_widget_set_valign (overlay, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (box), overlay);

  gtk_widget_set_valign (words, GTK_ALIGN_CENTER);
  self->lead_label = add_label (words, "heading");
  self->left_label = add_label (words, "dim-label");
  gtk_box_append (GTK_BOX (box), words);
  gtk_widget_set_halign (box, GTK_ALIGN_CENTER);
  adw_bin_set_child (ADW_BIN (self), box);
}

/**
 * bridge_review_timer_new:
 * @space: whose clock it goes by
 *
 * Nothing to be timed yet.
 *
 * Returns: (transfer floating): the widget
 */
GtkWidget *
bridge_review_timer_new (BridgeSpace *space)
{
  BridgeReviewTimer *self = g_object_new (BRIDGE_TYPE_REVIEW_TIMER, NULL);

  self->space = g_object_ref (space);
  g_signal_connect_object (bridge_space_get_clock (space), "woke", G_CALLBACK (woke_cb), self, G_CONNECT_SWAPPED);
  update (self);
  return GTK_WIDGET (self);
}

/**
 * bridge_review_timer_set_review:
 * @self: the timer
 * @review: the open review as it is now
 *
 * Shows the time of its step, and who leads.
 */
void
bridge_review_timer_set_review (BridgeReviewTimer *self,
                                BridgeReview      *review)
{
  g_set_object (&self->review, review);
  set_alarm (self);
  update (self);
}

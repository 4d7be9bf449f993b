/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "bridge-turn-timer"

#include "config.h"

#include "bridge-turn-timer.h"

#include <glib/gi18n-lib.h>

#include "bridge-source.h"
#include "bridge-turn-ring.h"

/* The words change no more often: a screen reader may read each of them out. */
#define STEP_MS (BRIDGE_MS_PER_MINUTE / 2)

/* The ring goes on with small steps, while it is seen. */
#define RING_MS 1000

struct _BridgeTurnTimer
{
  AdwBin parent_instance;

  BridgeSpace *space;
  int turn;
  gint64 began; /* UTC ms */
  char *first_id;
  GSource *ring_source;

  GtkWidget *ring;
  GtkLabel *initial;
  GtkLabel *who_label;
  GtkLabel *left_label;
  GtkWidget *button;
};

enum {
  NEXT,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (BridgeTurnTimer, bridge_turn_timer, ADW_TYPE_BIN)

/* In ms. A clock that was set back makes no turn longer than it is. */
static gint64
get_left (BridgeTurnTimer *self)
{
  gint64 now = bridge_clock_now (bridge_space_get_clock (self->space));

  return self->turn == 0 ? BRIDGE_TURN_MS : CLAMP (self->began + BRIDGE_TURN_MS - now, 0, BRIDGE_TURN_MS);
}

static gboolean
is_running (BridgeTurnTimer *self)
{
  return self->turn > 0 && get_left (self) > 0;
}

/* Whose turn it is, or whose the next one. (nullable): nobody takes turns alone */
static BridgePerson *
get_person (BridgeTurnTimer *self,
            gboolean         next)
{
  BridgePerson *me = bridge_space_get_me (self->space);
  BridgePerson *partner = bridge_space_get_partner (self->space);
  gboolean partner_first = partner != NULL && g_strcmp0 (self->first_id, bridge_person_get_id (partner)) == 0;
  gboolean odd = self->turn == 0 || self->turn % 2 == 1;

  if (partner == NULL)
    return NULL;

  return (odd != partner_first) != next ? me : partner;
}

static char *
dup_who (BridgeTurnTimer *self)
{
  BridgePerson *speaks = get_person (self, FALSE);

  if (speaks == NULL)
    return g_strdup ("");

  /* Translators: %s is a person's name; it is this person's turn. */
  return g_strdup_printf (_("%s speaks"), bridge_person_get_name (speaks));
}

static char *
dup_next (BridgeTurnTimer *self)
{
  BridgePerson *listens = get_person (self, TRUE);

  if (listens == NULL)
    return g_strdup ("");

  /* Translators: %s is the name of the person whose turn comes next. */
  return g_strdup_printf (_("It is time. Say your sentence to its end; then it is %s’s turn."), bridge_person_get_name (listens));
}

static char *
dup_left_words (BridgeTurnTimer *self)
{
  gint64 steps = (get_left (self) + STEP_MS - 1) / STEP_MS;

  if (self->turn == 0)
    return g_strdup (_("Two minutes each. One speaks, one listens."));
  if (steps == 0)
    return dup_next (self);
  if (steps >= 4)
    return g_strdup (_("About two minutes."));
  if (steps == 3)
    return g_strdup (_("About a minute and a half."));
  if (steps == 2)
    return g_strdup (_("About a minute."));

  return g_strdup (_("About half a minute."));
}

static void
update_ring (BridgeTurnTimer *self)
{
  bridge_turn_ring_set_left (BRIDGE_TURN_RING (self->ring), (double) get_left (self) / BRIDGE_TURN_MS);
}

static gboolean
ring_cb (gpointer data)
{
  update_ring (data);

  return G_SOURCE_CONTINUE;
}

static void
update_ring_source (BridgeTurnTimer *self)
{
  gboolean wanted = gtk_widget_get_mapped (GTK_WIDGET (self)) && is_running (self);

  if (wanted && self->ring_source == NULL)
    self->ring_source = bridge_source_start (g_timeout_source_new (RING_MS), "bridge-turn-ring", ring_cb, self);
  else if (!wanted)
    bridge_source_clear (&self->ring_source);
}

static void
update (BridgeTurnTimer *self)
{
  BridgePerson *speaks = get_person (self, FALSE);
  g_autofree char *who = dup_who (self);
  g_autofree char *left = dup_left_words (self);
  g_autofree char *all = g_strdup_printf ("%s. %s", who, left);

  if (speaks != NULL)
    {
      g_autofree char *initial = g_utf8_substring (bridge_person_get_name (speaks), 0, 1);

      gtk_label_set_label (self->initial, initial);
    }
  gtk_label_set_label (self->who_label, who);
  gtk_label_set_label (self->left_label, left);
  gtk_button_set_label (GTK_BUTTON (self->button), self->turn == 0 ? _("_Begin") : _("_Pass the Turn"));
  update_ring (self);
  update_ring_source (self);

  /* What has the focus says how things are, for who cannot see the ring. */
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, all, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, all, -1);
}

/* The next time the words change. */
static void
set_alarm (BridgeTurnTimer *self)
{
  gint64 left = get_left (self);

  bridge_space_set_alarm (self->space, self,
                          is_running (self) ? self->began + BRIDGE_TURN_MS - (left - 1) / STEP_MS * STEP_MS : BRIDGE_NEVER);
}

static void
woke_cb (BridgeTurnTimer *self)
{
  if (self->turn == 0)
    return;

  set_alarm (self);
  update (self);
}

static void
clicked_cb (BridgeTurnTimer *self)
{
  g_signal_emit (self, signals[NEXT], 0);
}

static void
bridge_turn_timer_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (bridge_turn_timer_parent_class)->map (widget);
  woke_cb (BRIDGE_TURN_TIMER (widget));
  update_ring_source (BRIDGE_TURN_TIMER (widget));
}

static void
bridge_turn_timer_unmap (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (bridge_turn_timer_parent_class)->unmap (widget);
  update_ring_source (BRIDGE_TURN_TIMER (widget));
}

static void
bridge_turn_timer_dispose (GObject *object)
{
  BridgeTurnTimer *self = BRIDGE_TURN_TIMER (object);

  bridge_source_clear (&self->ring_source);
  if (self->space != NULL)
    bridge_space_set_alarm (self->space, self, BRIDGE_NEVER);
  g_clear_object (&self->space);
  g_clear_pointer (&self->first_id, g_free);

  G_OBJECT_CLASS (bridge_turn_timer_parent_class)->dispose (object);
}

static void
bridge_turn_timer_class_init (BridgeTurnTimerClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bridge_turn_timer_dispose;
  widget_class->map = bridge_turn_timer_map;
  widget_class->unmap = bridge_turn_timer_unmap;

  signals[NEXT] = g_signal_new ("next", BRIDGE_TYPE_TURN_TIMER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static GtkLabel *
add_label (GtkWidget  *box,
           const char *css_class)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_justify (GTK_LABEL (label), GTK_JUSTIFY_CENTER);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  gtk_box_append (GTK_BOX (box), label);

  return GTK_LABEL (label);
}

static void
bridge_turn_timer_init (BridgeTurnTimer *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *overlay = gtk_overlay_new ();

  self->ring = bridge_turn_ring_new ();
  self->initial = GTK_LABEL (gtk_label_new (NULL));
  gtk_widget_add_css_class (GTK_WIDGET (self->initial), "bridge-large");
  gtk_overlay_set_child (GTK_OVERLAY (overlay), self->ring);
  gtk_overlay_add_overlay (GTK_OVERLAY (overlay), GTK_WIDGET (self->initial));
  gtk_widget_set_halign (overlay, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (box), overlay);

  self->who_label = add_label (box, "title-3");
  self->left_label = add_label (box, NULL);

  self->button = gtk_button_new_with_mnemonic (_("_Begin"));
  gtk_label_set_wrap (GTK_LABEL (gtk_button_get_child (GTK_BUTTON (self->button))), TRUE);
  gtk_widget_add_css_class (self->button, "pill");
  gtk_widget_set_halign (self->button, GTK_ALIGN_CENTER);
  gtk_widget_set_margin_top (self->button, 6);
  g_signal_connect_swapped (self->button, "clicked", G_CALLBACK (clicked_cb), self);
  gtk_box_append (GTK_BOX (box), self->button);

  adw_bin_set_child (ADW_BIN (self), box);
}

/**
 * bridge_turn_timer_new:
 * @space: whose persons take turns, and whose clock it goes by
 *
 * A timer that has not begun.
 *
 * Returns: (transfer floating): the widget
 */
GtkWidget *
bridge_turn_timer_new (BridgeSpace *space)
{
  BridgeTurnTimer *self = g_object_new (BRIDGE_TYPE_TURN_TIMER, NULL);

  self->space = g_object_ref (space);
  g_signal_connect_object (bridge_space_get_clock (space), "woke", G_CALLBACK (woke_cb), self, G_CONNECT_SWAPPED);
  update (self);

  return GTK_WIDGET (self);
}

/**
 * bridge_turn_timer_set_turn:
 * @self: the timer
 * @turn: which turn it is, from 1 on; 0: nobody has begun
 * @began: when it began, UTC ms
 * @first_id: (nullable): who speaks in the odd turns; %NULL: whoever set Footbridge up
 *
 * Shows a turn.
 */
void
bridge_turn_timer_set_turn (BridgeTurnTimer *self,
                            int              turn,
                            gint64           began,
                            const char      *first_id)
{
  self->turn = turn;
  self->began = began;
  if (g_strcmp0 (self->first_id, first_id) != 0)
    {
      g_free (self->first_id);
      self->first_id = g_strdup (first_id);
    }

  set_alarm (self);
  update (self);
}

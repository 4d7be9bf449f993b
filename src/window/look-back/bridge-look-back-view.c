/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "bridge-look-back-view"

#include "config.h"

#include "bridge-look-back-view.h"

#include "bridge-feedback.h"
#include "bridge-figure-card.h"
#include "bridge-look-back-source.h"
#include "bridge-wrap-layout.h"

#define WEEKS 8
#define WEEKS_OF_YEAR 53

struct _BridgeLookBackView
{
  AdwBin parent_instance;

  BridgeLookBackSource *source;
  BridgePrivate *private_space; /* (nullable) */
  GtkWidget *cards[BRIDGE_N_FIGURES];

  GtkWidget *back_button;
  GtkWidget *weeks_toggle;
  GtkWidget *range_box;
  GtkWidget *year_toggle;
  GtkStack *stack;
  GtkBox *card_box;
};

enum {
  BACK,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (BridgeLookBackView, bridge_look_back_view, ADW_TYPE_BIN)

static void
loaded_cb (BridgeLookBackView *self,
           GError             *error)
{
  const BridgeLookBack *figures = bridge_look_back_source_get (self->source);
  const BridgeLookBack *with_own = bridge_look_back_source_get_with_own (self->source);
  gboolean alone = bridge_look_back_source_is_alone (self->source);
  gboolean any = FALSE;

  if (error != NULL)
    bridge_feedback_show_error (GTK_WIDGET (self), error);
  if (figures == NULL)
    return;

  for (BridgeFigure figure = 0; figure < BRIDGE_N_FIGURES; figure++)
    {
      if (with_own != NULL && bridge_look_back_count_own (with_own, figure) > 0)
        bridge_figure_card_show_with_own (BRIDGE_FIGURE_CARD (self->cards[figure]), with_own, figures, self->private_space,
                                          alone);
      else
        bridge_figure_card_show (BRIDGE_FIGURE_CARD (self->cards[figure]), figures, alone);
      any = any || gtk_widget_get_visible (self->cards[figure]);
    }
  gtk_stack_set_visible_child_name (self->stack, any ? "cards" : "empty");
}

static void
range_toggled_cb (BridgeLookBackView *self,
                  GtkToggleButton    *toggle)
{
  if (self->source == NULL || !gtk_toggle_button_get_active (toggle))
    return;

  if (GTK_WIDGET (toggle) == self->weeks_toggle)
    bridge_look_back_source_set_weeks (self->source, WEEKS);
  else if (GTK_WIDGET (toggle) == self->year_toggle)
    bridge_look_back_source_set_weeks (self->source, WEEKS_OF_YEAR);
  else
    bridge_look_back_source_set_weeks (self->source, BRIDGE_LOOK_BACK_ALL);
}

static void
back_clicked_cb (BridgeLookBackView *self)
{
  g_signal_emit (self, signals[BACK], 0);
}

static void
bridge_look_back_view_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (bridge_look_back_view_parent_class)->map (widget);

  bridge_look_back_source_set_watched (BRIDGE_LOOK_BACK_VIEW (widget)->source, TRUE);
}

static void
bridge_look_back_view_unmap (GtkWidget *widget)
{
  bridge_look_back_source_set_watched (BRIDGE_LOOK_BACK_VIEW (widget)->source, FALSE);

  GTK_WIDGET_CLASS (bridge_look_back_view_parent_class)->unmap (widget);
}

static gboolean
bridge_look_back_view_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (BRIDGE_LOOK_BACK_VIEW (widget)->back_button);
}

static void
bridge_look_back_view_dispose (GObject *object)
{
  BridgeLookBackView *self = BRIDGE_LOOK_BACK_VIEW (object);

  adw_bin_set_child (ADW_BIN (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), BRIDGE_TYPE_LOOK_BACK_VIEW);
  g_clear_object (&self->source);
  g_clear_object (&self->private_space);

  G_OBJECT_CLASS (bridge_look_back_view_parent_class)->dispose (object);
}

static void
bridge_look_back_view_class_init (BridgeLookBackViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bridge_look_back_view_dispose;
  widget_class->map = bridge_look_back_view_map;
  widget_class->unmap = bridge_look_back_view_unmap;
  widget_class->grab_focus = bridge_look_back_view_grab_focus;

  signals[BACK] = g_signal_new ("back", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class, APP_PATH "/ui/look-back.ui");
  gtk_widget_class_bind_template_child (widget_class, BridgeLookBackView, back_button);
  gtk_widget_class_bind_template_child (widget_class, BridgeLookBackView, range_box);
  gtk_widget_class_bind_template_child (widget_class, BridgeLookBackView, weeks_toggle);
  gtk_widget_class_bind_template_child (widget_class, BridgeLookBackView, year_toggle);
  gtk_widget_class_bind_template_child (widget_class, BridgeLookBackView, stack);
  gtk_widget_class_bind_template_child (widget_class, BridgeLookBackView, card_box);
  gtk_widget_class_bind_template_callback (widget_class, back_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, range_toggled_cb);
}

static void
bridge_look_back_view_init (BridgeLookBackView *self)
{
  GtkLayoutManager *layout = bridge_wrap_layout_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  bridge_wrap_layout_set_centred (BRIDGE_WRAP_LAYOUT (layout), TRUE);
  gtk_widget_set_layout_manager (self->range_box, layout);
  for (BridgeFigure figure = 0; figure < BRIDGE_N_FIGURES; figure++)
    {
      self->cards[figure] = bridge_figure_card_new (figure);
      gtk_box_append (self->card_box, self->cards[figure]);
    }
}

/**
 * bridge_look_back_view_new:
 * @space: the space
 * @private_space: (nullable): the private space of whoever looks
 *
 * Returns: (transfer floating): the pictures of the last eight weeks, a year or all there is
 */
GtkWidget *
bridge_look_back_view_new (BridgeSpace   *space,
                           BridgePrivate *private_space)
{
  BridgeLookBackView *self = g_object_new (BRIDGE_TYPE_LOOK_BACK_VIEW, NULL);

  self->source = bridge_look_back_source_new (space, WEEKS);
  g_set_object (&self->private_space, private_space);
  if (private_space != NULL)
    bridge_look_back_source_set_private (self->source, private_space);
  g_signal_connect_object (self->source, "loaded", G_CALLBACK (loaded_cb), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}

/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "bridge-milestones"

#include "config.h"

#include "bridge-milestones.h"

#include <glib/gi18n-lib.h>

#include "bridge-columns-layout.h"
#include "bridge-feedback.h"
#include "bridge-form.h"
#include "bridge-milestone-card.h"
#include "bridge-milestone-record.h"
#include "bridge-space-milestones.h"

/* Where two cards stand beside each other. */
#define CHARS_IN_CARD 30

struct _BridgeMilestones
{
  GtkBox parent_instance;

  BridgeSpace *space; /* (nullable): not given yet */
  guint idle;

  GtkWidget *new_button;
  GtkWidget *none_label;
  GtkBox *open_box;
  GtkWidget *expander;
  GtkBox *folded_box;
};

G_DEFINE_FINAL_TYPE (BridgeMilestones, bridge_milestones, GTK_TYPE_BOX)

static BridgeMilestoneCard *
find_card (GtkBox     *box,
           const char *id)
{
  for (GtkWidget *card = gtk_widget_get_first_child (GTK_WIDGET (box)); card != NULL; card = gtk_widget_get_next_sibling (card))
    if (g_strcmp0 (bridge_milestone_card_get_id (BRIDGE_MILESTONE_CARD (card)), id) == 0)
      return BRIDGE_MILESTONE_CARD (card);
  return NULL;
}

static BridgeMilestoneCard *
add_card (BridgeMilestones *self,
          GtkBox           *box)
{
  GtkWidget *card = bridge_milestone_card_new (self->space);

  gtk_box_append (box, card);
  return BRIDGE_MILESTONE_CARD (card);
}

/* What only waits to be celebrated comes first. */
static gboolean
is_there (BridgeMilestone *milestone,
          guint            count)
{
  return bridge_milestone_get_state (milestone) == BRIDGE_MILESTONE_OPEN && bridge_milestone_get_target (milestone) > 0 &&
         count >= (guint) bridge_milestone_get_target (milestone);
}

static void
remove_others (GtkBox     *box,
               GHashTable *shown)
{
  GtkWidget *next;

  for (GtkWidget *card = gtk_widget_get_first_child (GTK_WIDGET (box)); card != NULL; card = next)
    {
      next = gtk_widget_get_next_sibling (card);
      if (!g_hash_table_contains (shown, card))
        gtk_box_remove (box, card);
    }
}

/* Cards stay the same widgets, so that they keep the focus: only their order changes. */
static gboolean
fill (BridgeMilestones  *self,
      GtkBox            *box,
      GPtrArray         *milestones,
      GError           **error)
{
  g_autoptr (GHashTable) shown = g_hash_table_new (NULL, NULL);
  g_autoptr (GPtrArray) order = g_ptr_array_new ();
  guint n_there = 0;

  for (guint i = 0; i < milestones->len; i++)
    {
      BridgeMilestone *milestone = g_ptr_array_index (milestones, i);
      BridgeMilestoneCard *card = find_card (box, bridge_milestone_get_id (milestone));
      guint count;

      if (!bridge_milestone_record_count (self->space, milestone, &count, error))
        return FALSE;
      if (card == NULL)
        card = add_card (self, box);
      bridge_milestone_card_show (card, milestone, count);
      g_hash_table_add (shown, card);
      g_ptr_array_insert (order, is_there (milestone, count) ? (int) n_there++ : -1, card);
    }
  remove_others (box, shown);
  for (guint i = 0; i < order->len; i++)
    gtk_box_reorder_child_after (box, g_ptr_array_index (order, i), i > 0 ? g_ptr_array_index (order, i - 1) : NULL);
  gtk_widget_set_visible (GTK_WIDGET (box), milestones->len > 0);
  return TRUE;
}

static void
show_folded (BridgeMilestones *self,
             guint             n)
{
  g_autofree char *label = g_strdup_printf (ngettext ("%u resting or reached", "%u resting or reached", n), n);

  gtk_expander_set_label (GTK_EXPANDER (self->expander), label);
  gtk_widget_set_visible (self->expander, n > 0);
}

static void
update (BridgeMilestones *self)
{
  GListModel *all = bridge_space_get_milestones (self->space);
  g_autoptr (GPtrArray) open = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GPtrArray) folded = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < g_list_model_get_n_items (all); i++)
    {
      g_autoptr (BridgeMilestone) milestone = g_list_model_get_item (all, i);

      if (!bridge_space_is_own_milestone (self->space, milestone))
        continue;
      g_ptr_array_add (bridge_milestone_get_state (milestone) == BRIDGE_MILESTONE_OPEN ? open : folded,
                       g_object_ref (milestone));
    }
  if (!fill (self, self->open_box, open, &error) || !fill (self, self->folded_box, folded, &error))
    {
      bridge_feedback_show_error (GTK_WIDGET (self), error);
      return;
    }
  show_folded (self, folded->len);
  gtk_widget_set_visible (self->none_label, open->len == 0);
  gtk_widget_set_visible (self->new_button, !bridge_space_get_read_only (self->space));
}

static gboolean
idle_cb (gpointer user_data)
{
  BridgeMilestones *self = user_data;

  self->idle = 0;
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    update (self);
  return G_SOURCE_REMOVE;
}

/* Counting goes through the record, so it is done once for all that happens together, and only where somebody looks. */
static void
update_soon (BridgeMilestones *self)
{
  if (self->idle == 0 && gtk_widget_get_mapped (GTK_WIDGET (self)))
    self->idle = g_idle_add (idle_cb, self);
}

static void
changed_cb (BridgeMilestones *self,
            BridgeKinds       kinds)
{
  if (kinds & BRIDGE_MILESTONE_KINDS)
    update_soon (self);
}

static void
bridge_milestones_map (GtkWidget *widget)
{
  BridgeMilestones *self = BRIDGE_MILESTONES (widget);

  if (self->space != NULL)
    update (self);

  GTK_WIDGET_CLASS (bridge_milestones_parent_class)->map (widget);
}

static void
bridge_milestones_dispose (GObject *object)
{
  BridgeMilestones *self = BRIDGE_MILESTONES (object);

  g_clear_handle_id (&self->idle, g_source_remove);
  g_clear_object (&self->space);

  G_OBJECT_CLASS (bridge_milestones_parent_class)->dispose (object);
}

static void
bridge_milestones_class_init (BridgeMilestonesClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = bridge_milestones_dispose;
  GTK_WIDGET_CLASS (klass)->map = bridge_milestones_map;
}

static GtkBox *
make_box (const char *name)
{
  GtkWidget *box = g_object_new (GTK_TYPE_BOX, "accessible-role", GTK_ACCESSIBLE_ROLE_GROUP, NULL);

  gtk_widget_set_layout_manager (box, bridge_columns_layout_new (CHARS_IN_CARD));
  gtk_widget_add_css_class (box, "bridge-milestones");
  bridge_set_name (box, name);
  return GTK_BOX (box);
}

static void
bridge_milestones_init (BridgeMilestones *self)
{
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *heading = gtk_label_new (_("Milestones"));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 6);

  gtk_label_set_xalign (GTK_LABEL (heading), 0);
  gtk_widget_set_hexpand (heading, TRUE);
  gtk_widget_add_css_class (heading, "heading");
  gtk_box_append (GTK_BOX (head), heading);
  self->new_button = gtk_button_new_from_icon_name ("list-add-symbolic");
  gtk_widget_add_css_class (self->new_button, "flat");
  gtk_widget_set_tooltip_text (self->new_button, _("New Milestone"));
  bridge_set_name (self->new_button, _("New milestone"));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->new_button), "win.new-milestone");
  gtk_box_append (GTK_BOX (head), self->new_button);
  gtk_box_append (GTK_BOX (self), head);

  self->none_label = gtk_label_new (_("Something realistic to look forward to, with a day for another look."));
  gtk_label_set_wrap (GTK_LABEL (self->none_label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (self->none_label), 0);
  gtk_widget_add_css_class (self->none_label, "dim-label");
  gtk_box_append (GTK_BOX (self), self->none_label);

  self->open_box = make_box (_("Open milestones"));
  gtk_box_append (GTK_BOX (self), GTK_WIDGET (self->open_box));

  self->folded_box = make_box (_("Resting and reached milestones"));
  gtk_widget_set_margin_top (GTK_WIDGET (self->folded_box), 6);
  self->expander = gtk_expander_new (NULL);
  gtk_expander_set_child (GTK_EXPANDER (self->expander), GTK_WIDGET (self->folded_box));
  gtk_box_append (GTK_BOX (self), self->expander);
}

/**
 * bridge_milestones_new:
 * @space: the space
 *
 * Returns: (transfer floating): the widget
 */
GtkWidget *
bridge_milestones_new (BridgeSpace *space)
{
  BridgeMilestones *self = g_object_new (BRIDGE_TYPE_MILESTONES, NULL);

  bridge_milestones_set_space (self, space);
  return GTK_WIDGET (self);
}

/**
 * bridge_milestones_set_space:
 * @self: a widget without a space
 * @space: whose milestones it shows
 *
 * Shows them, and goes on doing so.
 */
void
bridge_milestones_set_space (BridgeMilestones *self,
                             BridgeSpace      *space)
{
  g_return_if_fail (self->space == NULL);

  self->space = g_object_ref (space);
  g_signal_connect_object (space, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (space, "notify::speaker", G_CALLBACK (update_soon), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (bridge_space_get_clock (space), "woke", G_CALLBACK (update_soon), self, G_CONNECT_SWAPPED);
  update (self);
}

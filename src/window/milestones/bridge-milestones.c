/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "bridge-milestones"

#include "config.h"

#include "bridge-milestones.h"

#include <glib/gi18n-lib.h>

#include "bridge-feedback.h"
#include "bridge-form.h"
#include "bridge-milestone-card.h"
#include "bridge-milestone-record.h"
#include "bridge-space-milestones.h"

struct _BridgeMilestones
{
  GtkBox parent_instance;

  BridgeSpace *space; /* (nullable): not given yet */
  guint idle;

  GtkWidget *new_button;
  GtkWidget *none_label;
  GtkFlowBox *open_box;
  GtkWidget *expander;
  GtkFlowBox *folded_box;
};

G_DEFINE_FINAL_TYPE (BridgeMilestones, bridge_milestones, GTK_TYPE_BOX)

static BridgeMilestoneCard *
get_card (GtkFlowBoxChild *child)
{
  return BRIDGE_MILESTONE_CARD (gtk_flow_box_child_get_child (child));
}

static GtkFlowBoxChild *
find_child (GtkFlowBox *box,
            const char *id)
{
  GtkFlowBoxChild *child;

  for (int i = 0; (child = gtk_flow_box_get_child_at_index (box, i)) != NULL; i++)
    if (g_strcmp0 (bridge_milestone_card_get_id (get_card (child)), id) == 0)
      return child;
  return NULL;
}

static GtkFlowBoxChild *
add_child (BridgeMilestones *self,
           GtkFlowBox       *box)
{
  GtkWidget *child = gtk_flow_box_child_new ();

  /* What is pressed is the card. */
  gtk_widget_set_focusable (child, FALSE);
  gtk_flow_box_child_set_child (GTK_FLOW_BOX_CHILD (child), bridge_milestone_card_new (self->space));
  gtk_flow_box_append (box, child);
  return GTK_FLOW_BOX_CHILD (child);
}

/* A card that is just coming has no place yet. */
static int
get_place (GHashTable      *places,
           GtkFlowBoxChild *child)
{
  const char *id = bridge_milestone_card_get_id (get_card (child));

  return id != NULL ? GPOINTER_TO_INT (g_hash_table_lookup (places, id)) : 0;
}

static int
compare (GtkFlowBoxChild *a,
         GtkFlowBoxChild *b,
         gpointer         user_data)
{
  return get_place (user_data, a) - get_place (user_data, b);
}

/* What only waits to be celebrated comes first. */
static gboolean
is_there (BridgeMilestone *milestone,
          guint            count)
{
  return bridge_milestone_get_state (milestone) == BRIDGE_MILESTONE_OPEN && bridge_milestone_get_target (milestone) > 0 &&
         count >= (guint) bridge_milestone_get_target (milestone);
}

/* Cards stay where they are as widgets, so that they keep the focus: only their order changes. */
static gboolean
fill (BridgeMilestones  *self,
      GtkFlowBox        *box,
      GPtrArray         *milestones,
      GError           **error)
{
  g_autoptr (GHashTable) places = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  GtkFlowBoxChild *child;
  int n = (int) milestones->len;

  for (guint i = 0; i < milestones->len; i++)
    {
      BridgeMilestone *milestone = g_ptr_array_index (milestones, i);
      const char *id = bridge_milestone_get_id (milestone);
      guint count;

      if (!bridge_milestone_record_count (self->space, milestone, &count, error))
        return FALSE;
      g_hash_table_insert (places, g_strdup (id), GINT_TO_POINTER ((int) i - (is_there (milestone, count) ? n : 0)));
      child = find_child (box, id);
      if (child == NULL)
        child = add_child (self, box);
      bridge_milestone_card_show (get_card (child), milestone, count);
    }
  for (int i = 0; (child = gtk_flow_box_get_child_at_index (box, i)) != NULL;)
    if (g_hash_table_contains (places, bridge_milestone_card_get_id (get_card (child))))
      i++;
    else
      gtk_flow_box_remove (box, GTK_WIDGET (child));
  gtk_flow_box_set_sort_func (box, compare, g_hash_table_ref (places), (GDestroyNotify) g_hash_table_unref);
  gtk_flow_box_set_max_children_per_line (box, milestones->len == 1 ? 1 : 2);
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

static GtkFlowBox *
make_flow_box (const char *name)
{
  GtkWidget *box = gtk_flow_box_new ();

  gtk_flow_box_set_selection_mode (GTK_FLOW_BOX (box), GTK_SELECTION_NONE);
  gtk_flow_box_set_homogeneous (GTK_FLOW_BOX (box), TRUE);
  gtk_flow_box_set_column_spacing (GTK_FLOW_BOX (box), 12);
  gtk_flow_box_set_row_spacing (GTK_FLOW_BOX (box), 12);
  gtk_flow_box_set_min_children_per_line (GTK_FLOW_BOX (box), 1);
  gtk_widget_add_css_class (box, "bridge-milestones");
  bridge_set_name (box, name);
  return GTK_FLOW_BOX (box);
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

  self->open_box = make_flow_box (_("Open milestones"));
  gtk_box_append (GTK_BOX (self), GTK_WIDGET (self->open_box));

  self->folded_box = make_flow_box (_("Resting and reached milestones"));
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

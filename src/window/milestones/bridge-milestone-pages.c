/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "bridge-milestone-pages"

#include "config.h"

#include "bridge-milestone-pages.h"

#include "bridge-celebration-window.h"
#include "bridge-feedback.h"
#include "bridge-form.h"
#include "bridge-milestone-detail.h"
#include "bridge-milestones.h"
#include "bridge-space-milestones.h"

struct _BridgeMilestonePages
{
  AdwBin parent_instance;

  BridgeSpace *space;

  GtkStack *stack;
  GtkWidget *detail;  /* (nullable): nothing was opened yet */
  GtkWidget *opener;  /* (nullable) (weak): what had the focus before */
};

G_DEFINE_FINAL_TYPE (BridgeMilestonePages, bridge_milestone_pages, ADW_TYPE_BIN)

static gboolean
is_open (BridgeMilestonePages *self)
{
  return g_strcmp0 (gtk_stack_get_visible_child_name (self->stack), "milestone") == 0;
}

static void
open_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  g_autofree char *id = g_variant_dup_string (parameter, NULL); /* the card that it belongs to may go */

  bridge_milestone_pages_open (BRIDGE_MILESTONE_PAGES (widget), id);
}

static void
celebrate_action (GtkWidget  *widget,
                  const char *name,
                  GVariant   *parameter)
{
  BridgeMilestonePages *self = BRIDGE_MILESTONE_PAGES (widget);
  g_autoptr (GError) error = NULL;
  g_autoptr (BridgeMilestone) milestone =
    bridge_space_find_milestone (self->space, g_variant_get_string (parameter, NULL), &error);

  if (milestone == NULL)
    bridge_feedback_show_error (widget, error);
  else
    gtk_window_present (GTK_WINDOW (bridge_celebration_window_new (self->space, milestone,
                                                                   GTK_WINDOW (gtk_widget_get_root (widget)))));
}

static void
back_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  bridge_milestone_pages_go_back (BRIDGE_MILESTONE_PAGES (widget));
}

/* What is open may have been removed, or be the other one's alone. */
static void
follow (BridgeMilestonePages *self)
{
  if (is_open (self) && !bridge_milestone_detail_update (BRIDGE_MILESTONE_DETAIL (self->detail)))
    bridge_milestone_pages_go_back (self);
}

static void
changed_cb (BridgeMilestonePages *self,
            BridgeKinds           kinds)
{
  if (kinds & BRIDGE_MILESTONE_KINDS)
    follow (self);
}

static void
bridge_milestone_pages_dispose (GObject *object)
{
  BridgeMilestonePages *self = BRIDGE_MILESTONE_PAGES (object);

  g_clear_weak_pointer (&self->opener);
  g_clear_object (&self->space);

  G_OBJECT_CLASS (bridge_milestone_pages_parent_class)->dispose (object);
}

static void
bridge_milestone_pages_class_init (BridgeMilestonePagesClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bridge_milestone_pages_dispose;

  gtk_widget_class_install_action (widget_class, "milestones.open", "s", open_action);
  gtk_widget_class_install_action (widget_class, "milestones.celebrate", "s", celebrate_action);
  gtk_widget_class_install_action (widget_class, "milestones.back", NULL, back_action);
}

static void
bridge_milestone_pages_init (BridgeMilestonePages *self)
{
  self->stack = GTK_STACK (gtk_stack_new ());
  gtk_stack_set_vhomogeneous (self->stack, FALSE);
  gtk_stack_set_hhomogeneous (self->stack, FALSE);
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->stack));
}

/**
 * bridge_milestone_pages_wrap:
 * @page: a page with a child
 * @space: the space
 *
 * Goes between a page and its child, so that a milestone can be opened in the page.
 *
 * Returns: (transfer none): the widget that is the page's child now
 */
BridgeMilestonePages *
bridge_milestone_pages_wrap (AdwBin      *page,
                             BridgeSpace *space)
{
  BridgeMilestonePages *self = g_object_new (BRIDGE_TYPE_MILESTONE_PAGES, NULL);
  g_autoptr (GtkWidget) child = g_object_ref (adw_bin_get_child (page));

  self->space = g_object_ref (space);
  adw_bin_set_child (page, NULL);
  gtk_stack_add_named (self->stack, child, "page");
  adw_bin_set_child (page, GTK_WIDGET (self));
  g_signal_connect_object (space, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (space, "notify::speaker", G_CALLBACK (follow), self, G_CONNECT_SWAPPED);
  return self;
}

/**
 * bridge_milestone_pages_open:
 * @self: the widget
 * @id: of a milestone
 *
 * Opens a milestone, with the way back in focus.
 *
 * Returns: %FALSE where it is not there any more, or not for whoever is here
 */
gboolean
bridge_milestone_pages_open (BridgeMilestonePages *self,
                             const char           *id)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  if (self->detail == NULL)
    {
      self->detail = bridge_milestone_detail_new (self->space);
      gtk_stack_add_named (self->stack, self->detail, "milestone");
    }
  if (!bridge_milestone_detail_show (BRIDGE_MILESTONE_DETAIL (self->detail), id))
    return FALSE;
  if (!is_open (self))
    g_set_weak_pointer (&self->opener, root != NULL ? gtk_root_get_focus (root) : NULL);
  bridge_stack_show (self->stack, "milestone");
  gtk_widget_grab_focus (self->detail);
  return TRUE;
}

/**
 * bridge_milestone_pages_go_back:
 * @self: the widget
 *
 * Goes back to what the page shows otherwise, with the focus where it was.
 *
 * Returns: %FALSE where nothing is open
 */
gboolean
bridge_milestone_pages_go_back (BridgeMilestonePages *self)
{
  if (!is_open (self))
    return FALSE;
  bridge_stack_show (self->stack, "page");
  if (self->opener == NULL || !gtk_widget_grab_focus (self->opener))
    gtk_widget_child_focus (GTK_WIDGET (self->stack), GTK_DIR_TAB_FORWARD);
  g_clear_weak_pointer (&self->opener);
  return TRUE;
}

/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "bridge-promises-window"

#include "config.h"

#include "bridge-promises-window.h"

#include <glib/gi18n-lib.h>

#include "bridge-form.h"
#include "bridge-page.h"
#include "bridge-promise-row.h"
#include "bridge-rows.h"

#define N_STATES (BRIDGE_PROMISE_LET_GO + 1)

struct _BridgePromisesWindow
{
  AdwWindow parent_instance;

  BridgeSpace *space;

  GtkStack *stack;
  GtkBox *box;
  GtkWidget *headings[N_STATES];
  GtkListBox *lists[N_STATES];
};

G_DEFINE_FINAL_TYPE (BridgePromisesWindow, bridge_promises_window, ADW_TYPE_WINDOW)

static char *
get_key (gpointer item)
{
  return g_strdup (bridge_promise_get_id (item));
}

static GtkWidget *
create_row (gpointer item,
            gpointer user_data)
{
  return bridge_promise_row_new (BRIDGE_PROMISES_WINDOW (user_data)->space);
}

static void
update_row (GtkWidget *row,
            gpointer   item,
            gpointer   user_data)
{
  bridge_promise_row_show (BRIDGE_PROMISE_ROW (row), item);
}

/* Open ones by their date; of the others the latest date comes first. Gives whether there are any. */
static gboolean
update_state (BridgePromisesWindow *self,
              BridgePromiseState    state)
{
  GListModel *promises = bridge_space_get_promises (self->space);
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < g_list_model_get_n_items (promises); i++)
    {
      g_autoptr (BridgePromise) promise = g_list_model_get_item (promises, i);

      if (bridge_promise_get_state (promise) == state && bridge_space_shows_promise (self->space, promise))
        g_ptr_array_insert (items, state == BRIDGE_PROMISE_OPEN ? -1 : 0, g_steal_pointer (&promise));
    }
  bridge_rows_sync (self->lists[state], items, get_key, create_row, update_row, self);
  gtk_widget_set_visible (self->headings[state], items->len > 0);
  gtk_widget_set_visible (GTK_WIDGET (self->lists[state]), items->len > 0);
  return items->len > 0;
}

static void
update (BridgePromisesWindow *self)
{
  gboolean any = FALSE;

  for (BridgePromiseState state = BRIDGE_PROMISE_OPEN; state < N_STATES; state++)
    any = update_state (self, state) || any;
  gtk_stack_set_visible_child_name (self->stack, any ? "list" : "empty");
}

static void
changed_cb (BridgePromisesWindow *self,
            BridgeKinds           kinds)
{
  if (kinds & (BRIDGE_KIND_PROMISES | BRIDGE_KIND_PERSONS | BRIDGE_KIND_INVITATIONS | BRIDGE_KIND_SETTINGS))
    update (self);
}

static void
new_action (GtkWidget  *widget,
            const char *name,
            GVariant   *parameter)
{
  gtk_window_present (GTK_WINDOW (bridge_promise_editor_new (BRIDGE_PROMISES_WINDOW (widget)->space, NULL,
                                                             GTK_WINDOW (widget))));
}

static void
bridge_promises_window_dispose (GObject *object)
{
  g_clear_object (&BRIDGE_PROMISES_WINDOW (object)->space);

  G_OBJECT_CLASS (bridge_promises_window_parent_class)->dispose (object);
}

static void
bridge_promises_window_class_init (BridgePromisesWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bridge_promises_window_dispose;

  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  gtk_widget_class_install_action (widget_class, "promises.new", NULL, new_action);
  gtk_widget_class_set_template_from_resource (widget_class, APP_PATH "/ui/promises.ui");
  gtk_widget_class_bind_template_child (widget_class, BridgePromisesWindow, stack);
  gtk_widget_class_bind_template_child (widget_class, BridgePromisesWindow, box);
}

static void
bridge_promises_window_init (BridgePromisesWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));

  for (BridgePromiseState state = BRIDGE_PROMISE_OPEN; state < N_STATES; state++)
    {
      GtkWidget *heading = gtk_label_new (bridge_promise_state_get_label (state));

      gtk_label_set_xalign (GTK_LABEL (heading), 0);
      gtk_widget_add_css_class (heading, "heading");
      gtk_box_append (self->box, heading);
      self->headings[state] = heading;

      self->lists[state] = GTK_LIST_BOX (gtk_list_box_new ());
      gtk_list_box_set_selection_mode (self->lists[state], GTK_SELECTION_NONE);
      gtk_widget_add_css_class (GTK_WIDGET (self->lists[state]), "boxed-list");
      gtk_widget_set_margin_bottom (GTK_WIDGET (self->lists[state]), 12);
      bridge_set_name (GTK_WIDGET (self->lists[state]), bridge_promise_state_get_label (state));
      gtk_box_append (self->box, GTK_WIDGET (self->lists[state]));
    }
}

/**
 * bridge_promises_window_new:
 * @space: the space
 * @parent: (nullable): the window it stands over
 *
 * All promises.
 *
 * Returns: (transfer floating): the window, not presented yet
 */
GtkWidget *
bridge_promises_window_new (BridgeSpace *space,
                            GtkWindow   *parent)
{
  BridgePromisesWindow *self = g_object_new (BRIDGE_TYPE_PROMISES_WINDOW, "transient-for", parent, NULL);

  self->space = g_object_ref (space);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "promises.new", !bridge_space_get_read_only (space));
  g_signal_connect_object (space, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (space, "notify::speaker", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);

  return GTK_WIDGET (self);
}

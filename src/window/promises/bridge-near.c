/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "bridge-near"

#include "config.h"

#include "bridge-near.h"

#include <glib/gi18n-lib.h>

#include "bridge-form.h"
#include "bridge-promise-row.h"
#include "bridge-rows.h"

#define NEAR_DAYS 7

struct _BridgeNear
{
  GtkBox parent_instance;

  BridgeSpace *space;

  GtkListBox *list;
};

G_DEFINE_FINAL_TYPE (BridgeNear, bridge_near, GTK_TYPE_BOX)

static char *
get_key (gpointer item)
{
  return g_strdup (bridge_promise_get_id (item));
}

static GtkWidget *
create_row (gpointer item,
            gpointer user_data)
{
  return bridge_promise_row_new (BRIDGE_NEAR (user_data)->space);
}

static void
update_row (GtkWidget *row,
            gpointer   item,
            gpointer   user_data)
{
  bridge_promise_row_show (BRIDGE_PROMISE_ROW (row), item);
}

static gboolean
is_near (BridgeNear    *self,
         BridgePromise *promise)
{
  BridgeLocal now = bridge_clock_local_now (bridge_space_get_clock (self->space));

  return bridge_promise_get_state (promise) == BRIDGE_PROMISE_OPEN && bridge_space_shows_promise (self->space, promise) &&
         bridge_promise_get_due (promise) < bridge_local_day_start (now) + NEAR_DAYS * BRIDGE_DAY;
}

/**
 * bridge_near_update:
 * @self: the section
 *
 * Shows what is near by now.
 */
void
bridge_near_update (BridgeNear *self)
{
  GListModel *promises = bridge_space_get_promises (self->space);
  g_autoptr (GPtrArray) near = g_ptr_array_new_with_free_func (g_object_unref);
  int position = 0;
  gboolean had_focus = bridge_rows_has_focus (self->list, &position);

  for (guint i = 0; i < g_list_model_get_n_items (promises); i++)
    {
      g_autoptr (BridgePromise) promise = g_list_model_get_item (promises, i);

      if (is_near (self, promise))
        g_ptr_array_add (near, g_steal_pointer (&promise));
    }

  bridge_rows_sync (self->list, near, get_key, create_row, update_row, self);
  gtk_widget_set_visible (GTK_WIDGET (self), near->len > 0);
  if (had_focus && near->len > 0 && !bridge_rows_has_focus (self->list, &(int) { 0 }))
    bridge_rows_focus (self->list, position);
}

static void
changed_cb (BridgeNear  *self,
            BridgeKinds  kinds)
{
  if (kinds & (BRIDGE_KIND_PROMISES | BRIDGE_KIND_PERSONS | BRIDGE_KIND_INVITATIONS | BRIDGE_KIND_SETTINGS))
    bridge_near_update (self);
}

static void
bridge_near_dispose (GObject *object)
{
  g_clear_object (&BRIDGE_NEAR (object)->space);

  G_OBJECT_CLASS (bridge_near_parent_class)->dispose (object);
}

static void
bridge_near_class_init (BridgeNearClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = bridge_near_dispose;
}

static void
bridge_near_init (BridgeNear *self)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *heading = gtk_label_new (_("Near"));
  GtkWidget *all = gtk_button_new_with_label (_("All Promises"));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 6);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);

  gtk_label_set_xalign (GTK_LABEL (heading), 0);
  gtk_widget_set_hexpand (heading, TRUE);
  gtk_widget_add_css_class (heading, "heading");
  gtk_label_set_wrap (GTK_LABEL (gtk_button_get_child (GTK_BUTTON (all))), TRUE); /* in very large text */
  gtk_widget_add_css_class (all, "flat");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (all), "win.promises");
  gtk_box_append (GTK_BOX (line), heading);
  gtk_box_append (GTK_BOX (line), all);
  gtk_box_append (GTK_BOX (self), line);

  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_NONE);
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "boxed-list");
  bridge_set_name (GTK_WIDGET (self->list), _("Near"));
  gtk_box_append (GTK_BOX (self), GTK_WIDGET (self->list));
}

/**
 * bridge_near_set_space:
 * @self: the section
 * @space: the space
 *
 * Says whose promises it shows.
 */
void
bridge_near_set_space (BridgeNear  *self,
                       BridgeSpace *space)
{
  self->space = g_object_ref (space);
  g_signal_connect_object (space, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (space, "notify::speaker", G_CALLBACK (bridge_near_update), self, G_CONNECT_SWAPPED);
  bridge_near_update (self);
}

/**
 * bridge_near_open:
 * @self: the section
 * @id: of a promise
 *
 * Goes to a promise, and asks for another date where that is for whoever is speaking.
 *
 * Returns: %FALSE if it is not among what is near
 */
gboolean
bridge_near_open (BridgeNear *self,
                  const char *id)
{
  GListModel *promises = bridge_space_get_promises (self->space);
  int row = 0;

  bridge_near_update (self);
  for (guint i = 0; i < g_list_model_get_n_items (promises); i++)
    {
      g_autoptr (BridgePromise) promise = g_list_model_get_item (promises, i);

      if (!is_near (self, promise))
        continue;
      if (g_str_equal (bridge_promise_get_id (promise), id))
        {
          bridge_promise_row_ask_date (BRIDGE_PROMISE_ROW (gtk_list_box_get_row_at_index (self->list, row)));
          return TRUE;
        }
      row++;
    }
  return FALSE;
}

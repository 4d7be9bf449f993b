/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "bridge-turns-list"

#include "config.h"

#include "bridge-turns-list.h"

#include <glib/gi18n-lib.h>

#include "bridge-feedback.h"
#include "bridge-form.h"
#include "bridge-person-badge.h"
#include "bridge-space-reviews.h"

typedef struct
{
  GtkWidget *row;
  GtkWidget *badge;
  GtkWidget *button;
} Turn;

struct _BridgeTurnsList
{
  AdwBin parent_instance;

  BridgeSpace *space;

  Turn turns[BRIDGE_N_DUTIES];
};

G_DEFINE_FINAL_TYPE (BridgeTurnsList, bridge_turns_list, ADW_TYPE_BIN)

static BridgeLocal
get_today (BridgeTurnsList *self)
{
  return bridge_clock_local_now (bridge_space_get_clock (self->space));
}

static void
swap_cb (BridgeTurnsList *self,
         GtkWidget       *button)
{
  g_autoptr (GError) error = NULL;

  for (BridgeDuty duty = 0; duty < BRIDGE_N_DUTIES; duty++)
    if (self->turns[duty].button == button && !bridge_space_swap_turn (self->space, duty, get_today (self), &error))
      bridge_feedback_show_error (GTK_WIDGET (self), error);
}

static void
bridge_turns_list_dispose (GObject *object)
{
  g_clear_object (&BRIDGE_TURNS_LIST (object)->space);

  G_OBJECT_CLASS (bridge_turns_list_parent_class)->dispose (object);
}

static void
bridge_turns_list_class_init (BridgeTurnsListClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = bridge_turns_list_dispose;
}

static void
add_turn (BridgeTurnsList *self,
          GtkWidget       *list,
          BridgeDuty       duty)
{
  Turn *turn = &self->turns[duty];

  turn->row = adw_action_row_new ();
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (turn->row), FALSE);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (turn->row), 0);
  turn->badge = bridge_person_badge_new ();
  gtk_widget_set_valign (turn->badge, GTK_ALIGN_CENTER);
  adw_action_row_add_prefix (ADW_ACTION_ROW (turn->row), turn->badge);
  turn->button = gtk_button_new_with_label (_("Swap"));
  gtk_widget_set_valign (turn->button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (turn->button, "flat");
  g_signal_connect_object (turn->button, "clicked", G_CALLBACK (swap_cb), self, G_CONNECT_SWAPPED);
  adw_action_row_add_suffix (ADW_ACTION_ROW (turn->row), turn->button);
  gtk_list_box_append (GTK_LIST_BOX (list), turn->row);
}

static void
bridge_turns_list_init (BridgeTurnsList *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *heading = gtk_label_new (_("This week"));
  GtkWidget *list = gtk_list_box_new ();

  gtk_label_set_xalign (GTK_LABEL (heading), 0);
  gtk_widget_add_css_class (heading, "heading");
  gtk_box_append (GTK_BOX (box), heading);
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  bridge_set_name (list, _("Whose turn it is this week"));
  for (BridgeDuty duty = 0; duty < BRIDGE_N_DUTIES; duty++)
    add_turn (self, list, duty);
  gtk_box_append (GTK_BOX (box), list);
  adw_bin_set_child (ADW_BIN (self), box);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

/**
 * bridge_turns_list_new:
 *
 * Nothing to be seen yet.
 *
 * Returns: (transfer floating): the widget
 */
GtkWidget *
bridge_turns_list_new (void)
{
  return g_object_new (BRIDGE_TYPE_TURNS_LIST, NULL);
}

/**
 * bridge_turns_list_set_space:
 * @self: the list
 * @space: the space
 *
 * Says whose turns they are.
 */
void
bridge_turns_list_set_space (BridgeTurnsList *self,
                             BridgeSpace     *space)
{
  g_set_object (&self->space, space);
}

/**
 * bridge_turns_list_update:
 * @self: the list
 *
 * Shows the present week.
 */
void
bridge_turns_list_update (BridgeTurnsList *self)
{
  gboolean two = bridge_space_get_partner (self->space) != NULL;

  gtk_widget_set_visible (GTK_WIDGET (self), two);
  for (BridgeDuty duty = 0; two && duty < BRIDGE_N_DUTIES; duty++)
    {
      BridgePerson *person = bridge_space_get_turn (self->space, duty, get_today (self));
      const char *label = bridge_duty_get_label (duty);
      /* Translators: for a screen reader: %s is something one does by turns, “Brings a topic” */
      g_autofree char *name = g_strdup_printf (_("Swap: %s"), label);

      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->turns[duty].row),
                                     person != NULL ? bridge_person_get_name (person) : "");
      adw_action_row_set_subtitle (ADW_ACTION_ROW (self->turns[duty].row), label);
      bridge_person_badge_set_person (BRIDGE_PERSON_BADGE (self->turns[duty].badge), person);
      bridge_set_name (self->turns[duty].button, name);
      gtk_widget_set_sensitive (self->turns[duty].button, !bridge_space_get_read_only (self->space));
    }
}

/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "bridge-moment-row"

#include "config.h"

#include "bridge-moment-row.h"

#include <glib/gi18n-lib.h>

#include "bridge-feedback.h"
#include "bridge-form.h"
#include "bridge-move-popover.h"
#include "bridge-ritual-words.h"

struct _BridgeMomentRow
{
  AdwActionRow parent_instance;

  BridgeSpace *space;
  BridgeOccurrence *occurrence;
  GtkWidget *popover;
  GtkWidget *button;
  GtkWidget *again_button;
};

G_DEFINE_FINAL_TYPE (BridgeMomentRow, bridge_moment_row, ADW_TYPE_ACTION_ROW)

/* The row may go with the change: what is said afterwards is said on what is around it. */
static void
again_clicked_cb (BridgeMomentRow *self)
{
  g_autoptr (BridgeMomentRow) keep = g_object_ref (self);
  g_autoptr (GError) error = NULL;
  g_autofree char *name = g_strdup (bridge_occurrence_get_name (self->occurrence));
  GtkWidget *page = gtk_widget_get_parent (GTK_WIDGET (self));

  if (bridge_space_take_back (self->space, name, &error))
    bridge_feedback_show_undo (page, self->space);
  else
    bridge_feedback_show_error (page, error);
}

static void
bridge_moment_row_dispose (GObject *object)
{
  BridgeMomentRow *self = BRIDGE_MOMENT_ROW (object);

  g_clear_object (&self->occurrence);
  g_clear_object (&self->space);

  G_OBJECT_CLASS (bridge_moment_row_parent_class)->dispose (object);
}

static void
bridge_moment_row_class_init (BridgeMomentRowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = bridge_moment_row_dispose;
}

static void
bridge_moment_row_init (BridgeMomentRow *self)
{
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (self), FALSE);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (self), FALSE);

  self->button = gtk_menu_button_new ();
  gtk_menu_button_set_label (GTK_MENU_BUTTON (self->button), _("Move…"));
  gtk_widget_add_css_class (self->button, "flat");
  gtk_widget_set_valign (self->button, GTK_ALIGN_CENTER);
  adw_action_row_add_suffix (ADW_ACTION_ROW (self), self->button);

  self->again_button = gtk_button_new_with_mnemonic (_("_Plan Again"));
  gtk_widget_add_css_class (self->again_button, "flat");
  gtk_widget_set_valign (self->again_button, GTK_ALIGN_CENTER);
  g_signal_connect_object (self->again_button, "clicked", G_CALLBACK (again_clicked_cb), self, G_CONNECT_SWAPPED);
  adw_action_row_add_suffix (ADW_ACTION_ROW (self), self->again_button);
}

/**
 * bridge_moment_row_new:
 * @space: the space
 *
 * An empty row.
 *
 * Returns: (transfer floating): the row
 */
GtkWidget *
bridge_moment_row_new (BridgeSpace *space)
{
  BridgeMomentRow *self = g_object_new (BRIDGE_TYPE_MOMENT_ROW, NULL);

  self->space = g_object_ref (space);
  self->popover = bridge_move_popover_new (space);
  gtk_menu_button_set_popover (GTK_MENU_BUTTON (self->button), self->popover);

  return GTK_WIDGET (self);
}

/**
 * bridge_moment_row_show:
 * @self: the row
 * @occurrence: the moment, planned ("local" set)
 * @can_change: whether it can be moved, left out or planned again now
 *
 * Shows @occurrence.
 */
void
bridge_moment_row_show (BridgeMomentRow  *self,
                        BridgeOccurrence *occurrence,
                        gboolean          can_change)
{
  BridgeLocal now = bridge_clock_local_now (bridge_space_get_clock (self->space));
  g_autofree char *title = bridge_next_to_words (bridge_occurrence_get_local (occurrence), now);
  g_autofree char *subtitle = NULL;
  g_autofree char *name = NULL;
  g_autofree char *again_name = NULL;
  gboolean left_out = bridge_occurrence_get_left_out (occurrence);
  BridgeInvitation *waiting;

  g_set_object (&self->occurrence, occurrence);
  bridge_move_popover_set_occurrence (BRIDGE_MOVE_POPOVER (self->popover), occurrence);

  waiting = bridge_space_find_waiting_move (self->space, bridge_occurrence_get_ritual_id (occurrence),
                                            bridge_occurrence_get_start (occurrence));
  if (left_out && waiting != NULL)
    {
      subtitle = g_strdup (_("Left out. Proposed to be planned again."));
    }
  else if (left_out)
    {
      subtitle = g_strdup (_("Left out"));
    }
  else if (waiting != NULL)
    {
      g_autofree char *when = bridge_words_when (bridge_invitation_get_time (waiting), now);

      /* Translators: %s is another time for a moment: "tomorrow at 20:00" */
      subtitle = g_strdup_printf (_("Proposed for %s"), when);
    }
  else if (bridge_occurrence_get_moved_to (occurrence) != BRIDGE_LOCAL_NONE)
    {
      g_autofree char *from = bridge_words_when (bridge_occurrence_get_start (occurrence), now);

      /* Translators: %s is when a moment was planned before, as in "Moved from Tuesday at 19:00". */
      subtitle = g_strdup_printf (_("Moved from %s"), from);
    }

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self), subtitle != NULL ? subtitle : "");
  gtk_widget_set_visible (self->button, can_change && !left_out);
  gtk_widget_set_visible (self->again_button, can_change && left_out && waiting == NULL);

  /* Translators: %s is when a moment is planned, as in "Tomorrow at 19:00: move or leave out". */
  name = g_strdup_printf (_("%s: move or leave out"), title);
  bridge_set_name (self->button, name);
  /* Translators: %s is when a moment was planned, as in "Tomorrow at 19:00: plan again". */
  again_name = g_strdup_printf (_("%s: plan again"), title);
  bridge_set_name (self->again_button, again_name);
}

/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "bridge-today-row"

#include "config.h"

#include "bridge-today-row.h"

#include <glib/gi18n-lib.h>

#include "bridge-form.h"
#include "bridge-lazy-menu.h"
#include "bridge-occurrence-card.h"
#include "bridge-ritual-words.h"

struct _BridgeTodayRow
{
  AdwActionRow parent_instance;

  GtkWidget *kept_button; /* (nullable): not on what is still to come */
  GtkWidget *menu_button;
};

G_DEFINE_FINAL_TYPE (BridgeTodayRow, bridge_today_row, ADW_TYPE_ACTION_ROW)

static void
append (GMenu      *menu,
        const char *label,
        const char *action,
        const char *target)
{
  g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);

  g_menu_item_set_action_and_target (item, action, "s", target);
  g_menu_append_item (menu, item);
}

static GMenuModel *
make_menu (BridgeSpace      *space,
           BridgeOccurrence *occurrence)
{
  BridgeRitual *ritual = bridge_occurrence_get_ritual (occurrence);
  const char *name = bridge_occurrence_get_name (occurrence);
  const char *begin = bridge_begin_button_label (space, occurrence);
  GMenu *menu = g_menu_new ();

  if (begin != NULL)
    append (menu, begin, "win.begin", name);
  if (*bridge_ritual_get_smaller (ritual) != '\0')
    append (menu, _("Smaller Version"), "today.smaller", name);
  append (menu, _("Not That Day"), "today.not-today", name);
  append (menu, _("Open the Ritual"), "win.open-ritual", bridge_ritual_get_id (ritual));

  return G_MENU_MODEL (menu);
}

static void
bridge_today_row_class_init (BridgeTodayRowClass *klass)
{
}

static void
bridge_today_row_init (BridgeTodayRow *self)
{
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (self), FALSE);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (self), 2);
}

static void
add_answers (BridgeTodayRow *self)
{
  self->kept_button = gtk_button_new ();
  gtk_widget_set_valign (self->kept_button, GTK_ALIGN_CENTER);
  adw_action_row_add_suffix (ADW_ACTION_ROW (self), self->kept_button);

  self->menu_button = gtk_menu_button_new ();
  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (self->menu_button), "view-more-symbolic");
  gtk_widget_set_valign (self->menu_button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (self->menu_button, "flat");
  gtk_widget_set_tooltip_text (self->menu_button, _("Other Answers"));
  adw_action_row_add_suffix (ADW_ACTION_ROW (self), self->menu_button);

  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (self), FALSE);
  gtk_widget_set_focusable (GTK_WIDGET (self), FALSE);
}

static void
add_arrow (BridgeTodayRow *self)
{
  GtkWidget *arrow = gtk_image_new_from_icon_name ("go-next-symbolic");

  gtk_widget_add_css_class (arrow, "dim-label");
  adw_action_row_add_suffix (ADW_ACTION_ROW (self), arrow);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (self), TRUE);
}

/**
 * bridge_today_row_new:
 * @waiting: whether it waits for a word, else it is still to come
 *
 * A row that shows nothing yet.
 *
 * Returns: (transfer floating): the widget
 */
GtkWidget *
bridge_today_row_new (gboolean waiting)
{
  BridgeTodayRow *self = g_object_new (BRIDGE_TYPE_TODAY_ROW, NULL);

  if (waiting)
    add_answers (self);
  else
    add_arrow (self);

  return GTK_WIDGET (self);
}

static void
show_answers (BridgeTodayRow   *self,
              BridgeSpace      *space,
              BridgeOccurrence *occurrence)
{
  BridgeRitual *ritual = bridge_occurrence_get_ritual (occurrence);
  g_autoptr (GMenuModel) menu = make_menu (space, occurrence);
  const char *label = bridge_kept_button_label (space, ritual);
  g_autofree char *kept_words = g_strdup_printf ("%s: %s", label, bridge_ritual_get_title (ritual));
  /* Translators: %s is the title of a ritual. */
  g_autofree char *menu_words = g_strdup_printf (_("Other answers for %s"), bridge_ritual_get_title (ritual));
  gboolean writable = bridge_space_may_answer (space, occurrence);

  gtk_button_set_label (GTK_BUTTON (self->kept_button), label);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->kept_button), "s", bridge_occurrence_get_name (occurrence));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->kept_button), "today.kept");
  bridge_set_name (self->kept_button, kept_words);
  gtk_widget_set_visible (self->kept_button, writable);
  bridge_lazy_menu_set (self->menu_button, menu);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->menu_button), GTK_ACCESSIBLE_PROPERTY_LABEL, menu_words, -1);
  gtk_widget_set_visible (self->menu_button, writable);
}

/**
 * bridge_today_row_show:
 * @self: the row
 * @space: the space
 * @occurrence: what it is to show
 *
 * Shows a moment.
 */
void
bridge_today_row_show (BridgeTodayRow   *self,
                       BridgeSpace      *space,
                       BridgeOccurrence *occurrence)
{
  BridgeRitual *ritual = bridge_occurrence_get_ritual (occurrence);
  BridgeLocal now = bridge_clock_local_now (bridge_space_get_clock (space));
  BridgeLocal local = bridge_occurrence_get_local (occurrence);
  g_autofree char *time = bridge_words_time (local);
  g_autofree char *minutes = bridge_words_minutes (bridge_ritual_get_minutes (ritual));
  g_autofree char *when = NULL;

  if (self->kept_button != NULL)
    when = bridge_next_to_words (local, now);
  else
    when = g_strdup_printf ("%s · %s", time, minutes);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), bridge_ritual_get_title (ritual));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self), when);

  if (self->kept_button != NULL)
    {
      show_answers (self, space, occurrence);
    }
  else
    {
      gtk_actionable_set_action_target (GTK_ACTIONABLE (self), "s", bridge_ritual_get_id (ritual));
      gtk_actionable_set_action_name (GTK_ACTIONABLE (self), "win.open-ritual");
    }
}

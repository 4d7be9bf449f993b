/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "bridge-check-in-list"

#include "config.h"

#include "bridge-check-in-list.h"

#include <glib/gi18n-lib.h>

#include "bridge-check-in-words.h"
#include "bridge-feedback.h"
#include "bridge-form.h"
#include "bridge-lazy-menu.h"
#include "bridge-person-badge.h"
#include "bridge-space-check-ins.h"
#include "bridge-words.h"

#define DAYS 7

struct _BridgeCheckInList
{
  AdwBin parent_instance;

  BridgeSpace *space;
  GSimpleActionGroup *actions;

  GtkListBox *list;
};

G_DEFINE_FINAL_TYPE (BridgeCheckInList, bridge_check_in_list, ADW_TYPE_BIN)

enum {
  CHANGE,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static GMenuModel *
make_menu (BridgeCheckInList *self,
           BridgeCheckIn     *check_in)
{
  g_autoptr (GMenu) menu = g_menu_new ();
  g_autoptr (GMenuItem) change = g_menu_item_new (_("Chan_ge"), NULL);
  g_autoptr (GMenuItem) remove = g_menu_item_new (_("_Remove"), NULL);

  g_menu_item_set_action_and_target (change, "check-ins.change", "s", bridge_check_in_get_id (check_in));
  g_menu_item_set_action_and_target (remove, "check-ins.remove", "s", bridge_check_in_get_id (check_in));
  if (bridge_space_may_edit_check_in (self->space, check_in))
    g_menu_append_item (menu, change);
  g_menu_append_item (menu, remove);
  return G_MENU_MODEL (g_steal_pointer (&menu));
}

static void
add_menu (BridgeCheckInList *self,
          GtkWidget         *row,
          BridgeCheckIn     *check_in,
          const char        *when)
{
  g_autoptr (GMenuModel) menu = make_menu (self, check_in);
  GtkWidget *button = gtk_menu_button_new ();
  /* Translators: for a screen reader: a menu; %s is a day, “today”, or a name and a day, “Ada, today”. */
  g_autofree char *name = g_strdup_printf (_("More about the check-in: %s"), when);

  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (button), "view-more-symbolic");
  gtk_widget_set_tooltip_text (button, _("More"));
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  bridge_set_name (button, name);
  bridge_lazy_menu_set (button, menu);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
}

/* “Ada, today”, or only the day of somebody who is alone. (transfer full) */
static char *
dup_when (BridgeCheckInList *self,
          BridgeCheckIn     *check_in)
{
  g_autofree char *day = bridge_words_day (bridge_check_in_get_on (check_in),
                                           bridge_clock_local_now (bridge_space_get_clock (self->space)));
  g_autofree char *name = NULL;

  if (bridge_space_get_partner (self->space) == NULL)
    return g_steal_pointer (&day);
  name = bridge_space_dup_called (self->space, bridge_check_in_get_person_id (check_in), TRUE);
  /* Translators: %1$s is a name, %2$s a day, “today” */
  return g_strdup_printf (_("%1$s, %2$s"), name, day);
}

static GtkWidget *
make_row (BridgeCheckInList *self,
          BridgeCheckIn     *check_in)
{
  GtkWidget *row = adw_action_row_new ();
  BridgePerson *person = bridge_space_find_person (self->space, bridge_check_in_get_person_id (check_in));
  g_autofree char *scales = bridge_check_in_dup_scales (check_in);
  g_autofree char *when = dup_when (self, check_in);
  const char *words = bridge_check_in_get_words (check_in);
  gboolean both = *scales != '\0' && *words != '\0';
  g_autofree char *title = g_markup_escape_text (*scales != '\0' ? scales : words, -1);
  g_autofree char *below = both ? g_strdup_printf ("%s\n%s", words, when) : g_strdup (when);
  g_autofree char *subtitle = g_markup_escape_text (below, -1);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 0);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 0);
  if (bridge_space_get_partner (self->space) != NULL && person != NULL)
    {
      GtkWidget *badge = bridge_person_badge_new ();

      bridge_person_badge_set_person (BRIDGE_PERSON_BADGE (badge), person);
      gtk_widget_set_valign (badge, GTK_ALIGN_CENTER);
      adw_action_row_add_prefix (ADW_ACTION_ROW (row), badge);
    }
  if (bridge_space_is_own_check_in (self->space, check_in) && !bridge_space_get_read_only (self->space))
    add_menu (self, row, check_in, when);
  return row;
}

static void
update (BridgeCheckInList *self)
{
  BridgeLocal today = bridge_local_day_start (bridge_clock_local_now (bridge_space_get_clock (self->space)));
  GtkWidget *focus = gtk_widget_get_focus_child (GTK_WIDGET (self->list));
  int position = focus != NULL ? gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (focus)) : -1;
  GtkWidget *parent = gtk_widget_get_parent (GTK_WIDGET (self));
  g_autoptr (GPtrArray) found = NULL;
  g_autoptr (GError) error = NULL;
  GtkListBoxRow *row;

  found = bridge_space_list_check_ins (self->space, today - (DAYS - 1) * BRIDGE_DAY, today + BRIDGE_DAY, &error);
  if (found == NULL)
    {
      g_message ("The check-ins of the last days could not be read: %s", error->message);
      return;
    }

  while ((row = gtk_list_box_get_row_at_index (self->list, 0)) != NULL)
    gtk_list_box_remove (self->list, GTK_WIDGET (row));
  for (guint i = 0; i < found->len; i++)
    gtk_list_box_append (self->list, make_row (self, g_ptr_array_index (found, i)));
  gtk_widget_set_visible (GTK_WIDGET (self), found->len > 0);
  if (position < 0)
    return;
  row = gtk_list_box_get_row_at_index (self->list, MIN (position, (int) found->len - 1));
  if (row == NULL || !gtk_widget_child_focus (GTK_WIDGET (row), GTK_DIR_TAB_FORWARD))
    gtk_widget_child_focus (parent, GTK_DIR_TAB_FORWARD);
}

static void
changed_cb (BridgeCheckInList *self,
            BridgeKinds        kinds)
{
  if (kinds & (BRIDGE_KIND_CHECK_INS | BRIDGE_KIND_PERSONS))
    update (self);
}

static void
change_action (GSimpleAction *action,
               GVariant      *parameter,
               gpointer       user_data)
{
  BridgeCheckInList *self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (BridgeCheckIn) check_in = bridge_space_find_check_in (self->space, g_variant_get_string (parameter, NULL), &error);

  if (check_in != NULL)
    g_signal_emit (self, signals[CHANGE], 0, check_in);
  else
    bridge_feedback_show_error (GTK_WIDGET (self), error);
}

static void
remove_action (GSimpleAction *action,
               GVariant      *parameter,
               gpointer       user_data)
{
  BridgeCheckInList *self = user_data;
  GtkWidget *root = GTK_WIDGET (gtk_widget_get_root (GTK_WIDGET (self)));
  g_autoptr (GError) error = NULL;

  if (bridge_space_remove_check_in (self->space, g_variant_get_string (parameter, NULL), &error))
    bridge_feedback_show_undo (root, self->space);
  else
    bridge_feedback_show_error (root, error);
}

static void
bridge_check_in_list_map (GtkWidget *widget)
{
  /* The day may have turned. */
  update (BRIDGE_CHECK_IN_LIST (widget));
  GTK_WIDGET_CLASS (bridge_check_in_list_parent_class)->map (widget);
}

static void
bridge_check_in_list_dispose (GObject *object)
{
  BridgeCheckInList *self = BRIDGE_CHECK_IN_LIST (object);

  gtk_widget_insert_action_group (GTK_WIDGET (self), "check-ins", NULL);
  g_clear_object (&self->actions);
  if (self->space != NULL)
    g_signal_handlers_disconnect_by_data (self->space, self);
  g_clear_object (&self->space);

  G_OBJECT_CLASS (bridge_check_in_list_parent_class)->dispose (object);
}

static void
bridge_check_in_list_class_init (BridgeCheckInListClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = bridge_check_in_list_dispose;
  GTK_WIDGET_CLASS (klass)->map = bridge_check_in_list_map;

  signals[CHANGE] = g_signal_new ("change", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                                  BRIDGE_TYPE_CHECK_IN);
}

static void
bridge_check_in_list_init (BridgeCheckInList *self)
{
  static const GActionEntry entries[] = {
    { .name = "change", .activate = change_action, .parameter_type = "s" },
    { .name = "remove", .activate = remove_action, .parameter_type = "s" },
  };
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 9);
  GtkWidget *heading = gtk_label_new (_("The last days"));

  self->actions = g_simple_action_group_new ();
  g_action_map_add_action_entries (G_ACTION_MAP (self->actions), entries, G_N_ELEMENTS (entries), self);
  gtk_widget_insert_action_group (GTK_WIDGET (self), "check-ins", G_ACTION_GROUP (self->actions));

  gtk_label_set_xalign (GTK_LABEL (heading), 0);
  gtk_widget_add_css_class (heading, "heading");
  gtk_box_append (GTK_BOX (box), heading);
  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_NONE);
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "boxed-list");
  bridge_set_name (GTK_WIDGET (self->list), _("Check-ins of the last days"));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->list));
  adw_bin_set_child (ADW_BIN (self), box);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

/**
 * bridge_check_in_list_new:
 * @space: the space
 *
 * Returns: (transfer floating): the list, invisible while there is nothing to read
 */
GtkWidget *
bridge_check_in_list_new (BridgeSpace *space)
{
  BridgeCheckInList *self = g_object_new (BRIDGE_TYPE_CHECK_IN_LIST, NULL);

  self->space = g_object_ref (space);
  g_signal_connect_object (space, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  update (self);
  return GTK_WIDGET (self);
}

/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "bridge-private-view"

#include "config.h"

#include "bridge-private-view.h"

#include <glib/gi18n-lib.h>

#include "bridge-enums.h"
#include "bridge-erase-form.h"
#include "bridge-export-form.h"
#include "bridge-feedback.h"
#include "bridge-into-view.h"
#include "bridge-lazy-menu.h"
#include "bridge-limits-form.h"
#include "bridge-passphrase-form.h"
#include "bridge-private-editor.h"
#include "bridge-private-words.h"
#include "bridge-shared-list.h"
#include "bridge-words.h"

/* Rows that are shown at once: years of them are searched, not scrolled through. */
#define ROWS 50

struct _BridgePrivateView
{
  AdwBin parent_instance;

  BridgePrivate *private_space;
  GSimpleActionGroup *actions;
  guint room; /* rows */

  GMenuModel *write_menu;
  GMenuModel *more_menu;
  GtkWidget *more_button;
  GtkWidget *lock_button;
  GtkLabel *trouble_label;
  GtkEditable *search_entry;
  GtkWidget *write_button;
  GtkWidget *removed_box;
  GtkLabel *empty_label;
  GtkListBox *list;
  GtkWidget *more_rows_button;
  GtkWidget *sent_list;
};

G_DEFINE_FINAL_TYPE (BridgePrivateView, bridge_private_view, ADW_TYPE_BIN)

static GtkWindow *
get_window (BridgePrivateView *self)
{
  return GTK_WINDOW (gtk_widget_get_ancestor (GTK_WIDGET (self), GTK_TYPE_WINDOW));
}

static BridgeLocal
get_now (BridgePrivateView *self)
{
  return bridge_clock_local_now (bridge_space_get_clock (bridge_private_get_space (self->private_space)));
}

static GtkWidget *
make_row (BridgePrivateView  *self,
          BridgePrivateEntry *entry)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *heading = bridge_private_entry_dup_heading (entry);
  g_autofree char *day = bridge_words_day (bridge_private_entry_get_date (entry), get_now (self));
  const char *kind = bridge_private_entry_get_draft (entry)
                       /* Translators: something that was begun and not saved yet */
                       ? _("Draft") : bridge_private_kind_get_label (bridge_private_entry_get_kind (entry));
  /* Translators: %1$s is what it is, "Journal", and %2$s a day, "today" */
  g_autofree char *subtitle = g_strdup_printf (_("%1$s · %2$s"), kind, day);
  g_autofree char *title = g_markup_escape_text (heading, -1);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 2);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), gtk_image_new_from_icon_name ("go-next-symbolic"));
  g_object_set_data_full (G_OBJECT (row), "bridge-id", g_strdup (bridge_private_entry_get_id (entry)), g_free);
  return row;
}

static void
remove_rows (BridgePrivateView *self)
{
  GtkListBoxRow *row;

  while ((row = gtk_list_box_get_row_at_index (self->list, 0)) != NULL)
    gtk_list_box_remove (self->list, GTK_WIDGET (row));
}

static void
update (BridgePrivateView *self)
{
  const char *typed = gtk_editable_get_text (self->search_entry);
  g_autoptr (GError) error = NULL;
  g_autoptr (GListModel) found = NULL;
  GtkWidget *focus = gtk_widget_get_focus_child (GTK_WIDGET (self->list));
  int position = focus != NULL ? gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (focus)) : -1;
  guint n;

  if (!bridge_private_get_unlocked (self->private_space))
    return;
  found = bridge_private_search (self->private_space, typed, &error);
  if (found == NULL)
    {
      bridge_feedback_show_error (GTK_WIDGET (self), error);
      return;
    }

  remove_rows (self);
  n = g_list_model_get_n_items (found);
  for (guint i = 0; i < MIN (n, self->room); i++)
    {
      g_autoptr (BridgePrivateEntry) entry = g_list_model_get_item (found, i);

      gtk_list_box_append (self->list, make_row (self, entry));
    }
  if (position >= 0 && gtk_list_box_get_row_at_index (self->list, MIN (position, (int) n - 1)) != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (gtk_list_box_get_row_at_index (self->list, MIN (position, (int) n - 1))));
  gtk_label_set_label (self->empty_label, *typed != '\0' ? _("Nothing you wrote has these words.")
                                                         : _("Nothing is written here yet. A sentence is enough; nobody else reads it."));
  gtk_widget_set_visible (GTK_WIDGET (self->empty_label), n == 0);
  gtk_widget_set_visible (GTK_WIDGET (self->list), n > 0);
  gtk_widget_set_visible (self->more_rows_button, n > self->room);
  gtk_widget_set_visible (self->removed_box, bridge_private_can_undo_remove (self->private_space));
}

static void
update_trouble (BridgePrivateView *self)
{
  const char *trouble = bridge_private_get_trouble (self->private_space);

  gtk_label_set_label (self->trouble_label, trouble != NULL ? trouble : "");
  gtk_widget_set_visible (GTK_WIDGET (self->trouble_label), trouble != NULL);
}

static void
search_cb (BridgePrivateView *self)
{
  self->room = ROWS;
  update (self);
}

static void
more_rows_cb (BridgePrivateView *self)
{
  self->room += ROWS;
  update (self);
}

static void
bring_back_cb (BridgePrivateView *self)
{
  g_autoptr (GError) error = NULL;

  gtk_widget_grab_focus (GTK_WIDGET (self->search_entry)); /* the button goes */
  if (!bridge_private_undo_remove (self->private_space, &error))
    bridge_feedback_show_error (GTK_WIDGET (self), error);
}

static void
edit (BridgePrivateView  *self,
      BridgePrivateEntry *entry)
{
  gtk_window_present (GTK_WINDOW (bridge_private_editor_new (self->private_space, entry, get_window (self))));
}

static void
row_activated_cb (BridgePrivateView *self,
                  GtkListBoxRow     *row)
{
  const char *id = g_object_get_data (G_OBJECT (row), "bridge-id");
  g_autoptr (GError) error = NULL;
  g_autoptr (BridgePrivateEntry) entry = bridge_private_find (self->private_space, id, &error);

  if (entry != NULL)
    edit (self, entry);
  else
    bridge_feedback_show_error (GTK_WIDGET (self), error);
}

static void
write_action (GSimpleAction *action,
              GVariant      *parameter,
              gpointer       user_data)
{
  BridgePrivateView *self = user_data;
  g_autoptr (BridgePrivateEntry) entry = NULL;
  int kind;

  if (!bridge_enum_from_nick (BRIDGE_TYPE_PRIVATE_KIND, g_variant_get_string (parameter, NULL), &kind, NULL))
    return;
  entry = bridge_private_entry_new ((BridgePrivateKind) kind, bridge_local_day_start (get_now (self)));
  edit (self, entry);
}

static void
passphrase_action (GSimpleAction *action,
                   GVariant      *parameter,
                   gpointer       user_data)
{
  BridgePrivateView *self = user_data;
  gboolean renew = g_str_equal (g_action_get_name (G_ACTION (action)), "renew-code");

  gtk_window_present (GTK_WINDOW (bridge_passphrase_form_new (self->private_space,
                                                              renew ? BRIDGE_PASSPHRASE_RENEW : BRIDGE_PASSPHRASE_CHANGE,
                                                              get_window (self))));
}

static void
lock_minutes_action (GSimpleAction *action,
                     GVariant      *value,
                     gpointer       user_data)
{
  BridgePrivateView *self = user_data;
  g_autoptr (GError) error = NULL;

  if (bridge_private_set_lock_minutes (self->private_space, g_variant_get_int32 (value), &error))
    g_simple_action_set_state (action, value);
  else
    bridge_feedback_show_error (GTK_WIDGET (self), error);
}

static void
export_action (GSimpleAction *action,
               GVariant      *parameter,
               gpointer       user_data)
{
  BridgePrivateView *self = user_data;

  gtk_window_present (GTK_WINDOW (bridge_export_form_new (self->private_space, get_window (self))));
}

static void
erase_action (GSimpleAction *action,
              GVariant      *parameter,
              gpointer       user_data)
{
  BridgePrivateView *self = user_data;

  gtk_window_present (GTK_WINDOW (bridge_erase_form_new (self->private_space, get_window (self))));
}

static void
limits_action (GSimpleAction *action,
               GVariant      *parameter,
               gpointer       user_data)
{
  BridgePrivateView *self = user_data;

  gtk_window_present (GTK_WINDOW (bridge_limits_form_new (self->private_space, get_window (self))));
}

static void
add_actions (BridgePrivateView *self)
{
  static const GActionEntry entries[] = {
    { .name = "write", .activate = write_action, .parameter_type = "s" },
    { .name = "change-passphrase", .activate = passphrase_action },
    { .name = "renew-code", .activate = passphrase_action },
    { .name = "export", .activate = export_action },
    { .name = "erase", .activate = erase_action },
    { .name = "limits", .activate = limits_action },
  };
  g_autoptr (GSimpleAction) minutes =
    g_simple_action_new_stateful ("lock-minutes", G_VARIANT_TYPE_INT32,
                                  g_variant_new_int32 (bridge_private_get_lock_minutes (self->private_space)));

  g_action_map_add_action_entries (G_ACTION_MAP (self->actions), entries, G_N_ELEMENTS (entries), self);
  g_signal_connect_object (minutes, "change-state", G_CALLBACK (lock_minutes_action), self, 0);
  g_action_map_add_action (G_ACTION_MAP (self->actions), G_ACTION (minutes));
  gtk_widget_insert_action_group (GTK_WIDGET (self), "private", G_ACTION_GROUP (self->actions));
}

static void
bridge_private_view_dispose (GObject *object)
{
  BridgePrivateView *self = BRIDGE_PRIVATE_VIEW (object);

  /* What was typed goes with it, too. */
  if (self->search_entry != NULL)
    gtk_editable_set_text (self->search_entry, "");
  gtk_widget_insert_action_group (GTK_WIDGET (self), "private", NULL);
  g_clear_object (&self->actions);
  gtk_widget_dispose_template (GTK_WIDGET (self), BRIDGE_TYPE_PRIVATE_VIEW);
  self->search_entry = NULL;
  g_clear_object (&self->private_space);

  G_OBJECT_CLASS (bridge_private_view_parent_class)->dispose (object);
}

static void
bridge_private_view_class_init (BridgePrivateViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bridge_private_view_dispose;

  g_type_ensure (BRIDGE_TYPE_SHARED_LIST);
  gtk_widget_class_set_template_from_resource (widget_class, APP_PATH "/ui/private-view.ui");
  gtk_widget_class_bind_template_child (widget_class, BridgePrivateView, write_menu);
  gtk_widget_class_bind_template_child (widget_class, BridgePrivateView, more_menu);
  gtk_widget_class_bind_template_child (widget_class, BridgePrivateView, more_button);
  gtk_widget_class_bind_template_child (widget_class, BridgePrivateView, lock_button);
  gtk_widget_class_bind_template_child (widget_class, BridgePrivateView, trouble_label);
  gtk_widget_class_bind_template_child (widget_class, BridgePrivateView, search_entry);
  gtk_widget_class_bind_template_child (widget_class, BridgePrivateView, write_button);
  gtk_widget_class_bind_template_child (widget_class, BridgePrivateView, removed_box);
  gtk_widget_class_bind_template_child (widget_class, BridgePrivateView, empty_label);
  gtk_widget_class_bind_template_child (widget_class, BridgePrivateView, list);
  gtk_widget_class_bind_template_child (widget_class, BridgePrivateView, more_rows_button);
  gtk_widget_class_bind_template_child (widget_class, BridgePrivateView, sent_list);
  gtk_widget_class_bind_template_callback (widget_class, search_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, more_rows_cb);
  gtk_widget_class_bind_template_callback (widget_class, bring_back_cb);
}

static void
bridge_private_view_init (BridgePrivateView *self)
{
  self->room = ROWS;
  self->actions = g_simple_action_group_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  bridge_lazy_menu_set (self->more_button, self->more_menu);
  bridge_lazy_menu_set (self->write_button, self->write_menu);
}

/**
 * bridge_private_view_new:
 * @private_space: an unlocked private space
 *
 * Returns: (transfer floating): its inside
 */
GtkWidget *
bridge_private_view_new (BridgePrivate *private_space)
{
  BridgePrivateView *self = g_object_new (BRIDGE_TYPE_PRIVATE_VIEW, NULL);

  self->private_space = g_object_ref (private_space);
  add_actions (self);
  bridge_shared_list_set_space (BRIDGE_SHARED_LIST (self->sent_list), bridge_private_get_space (private_space),
                                BRIDGE_SHARED_LIST_SENT);
  g_signal_connect_object (bridge_private_get_entries (private_space), "items-changed", G_CALLBACK (update), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (private_space, "notify::trouble", G_CALLBACK (update_trouble), self, G_CONNECT_SWAPPED);
  update (self);
  update_trouble (self);
  return GTK_WIDGET (self);
}

/**
 * bridge_private_view_focus_search:
 * @self: the inside of a private space
 *
 * Puts the keyboard into the search, and that into view: where the keyboard was there before, GTK scrolls to nothing.
 */
void
bridge_private_view_focus_search (BridgePrivateView *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self->search_entry));
  bridge_into_view (GTK_WIDGET (self->search_entry));
}

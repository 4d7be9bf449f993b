/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "bridge-hours-row"

#include "config.h"

#include "bridge-hours-row.h"

#include <glib/gi18n-lib.h>

#include "bridge-feedback.h"
#include "bridge-form.h"
#include "bridge-time-entry.h"
#include "bridge-weekdays.h"
#include "bridge-words.h"

#define NAME_LENGTH 60
#define SAVE_AFTER 600 /* ms after the last keystroke */

struct _BridgeHoursRow
{
  AdwExpanderRow parent_instance;

  BridgeSpace *space;
  BridgeHours *hours; /* (nullable): as they are kept */
  guint save_timeout;
  gboolean showing;

  GtkWidget *days;
  GtkWidget *from_entry;
  GtkWidget *to_row;
  GtkWidget *to_entry;
  GtkWidget *name_row;
};

G_DEFINE_FINAL_TYPE (BridgeHoursRow, bridge_hours_row, ADW_TYPE_EXPANDER_ROW)

/* Says what is still needed. The hours that the fields say: (transfer full) (nullable) */
static BridgeHours *
read_fields (BridgeHoursRow *self)
{
  g_autofree char *name = bridge_text_clean (gtk_editable_get_text (GTK_EDITABLE (self->name_row)), FALSE);
  guint weekdays = bridge_weekdays_get_weekdays (BRIDGE_WEEKDAYS (self->days));
  int from = bridge_time_entry_get_minute (BRIDGE_TIME_ENTRY (self->from_entry));
  int to = bridge_time_entry_get_minute (BRIDGE_TIME_ENTRY (self->to_entry));
  g_autofree char *room = bridge_room_words (name != NULL ? g_utf8_strlen (name, -1) : 0, NAME_LENGTH);
  BridgeHours *hours = NULL;

  bridge_field_set_problem (self->days, weekdays == 0 ? _("Choose at least one day.") : NULL);
  bridge_field_set_problem (self->name_row, room);
  if (weekdays == 0 || from < 0 || to < 0 || room != NULL)
    return NULL;

  hours = bridge_hours_copy (self->hours);
  g_object_set (hours, "weekdays", (int) weekdays, "from", from, "to", to, "name", name != NULL ? name : "", NULL);

  return hours;
}

static gboolean
same (BridgeHours *a,
      BridgeHours *b)
{
  return bridge_hours_get_weekdays (a) == bridge_hours_get_weekdays (b) &&
         bridge_hours_get_from (a) == bridge_hours_get_from (b) && bridge_hours_get_to (a) == bridge_hours_get_to (b) &&
         g_strcmp0 (bridge_hours_get_name (a), bridge_hours_get_name (b)) == 0;
}

static void
show_to (BridgeHoursRow *self)
{
  int from = bridge_time_entry_get_minute (BRIDGE_TIME_ENTRY (self->from_entry));
  int to = bridge_time_entry_get_minute (BRIDGE_TIME_ENTRY (self->to_entry));

  adw_action_row_set_subtitle (ADW_ACTION_ROW (self->to_row),
                               from >= 0 && to >= 0 && to <= from ? _("On the next day") : "");
}

static void
save_cb (gpointer user_data)
{
  BridgeHoursRow *self = user_data;
  g_autoptr (BridgeHours) hours = NULL;
  g_autoptr (GError) error = NULL;

  self->save_timeout = 0;
  hours = read_fields (self);
  if (hours == NULL || same (hours, self->hours))
    return;

  if (!bridge_space_update_hours (self->space, hours, &error))
    {
      g_autoptr (BridgeHours) kept = g_object_ref (self->hours);

      bridge_feedback_show_error (GTK_WIDGET (self), error);
      bridge_hours_row_show (self, kept);
    }
}

static void
changed_cb (BridgeHoursRow *self)
{
  if (self->showing || self->hours == NULL)
    return;

  show_to (self);
  g_clear_handle_id (&self->save_timeout, g_source_remove);
  self->save_timeout = g_timeout_add_once (SAVE_AFTER, save_cb, self);
}

/* A day is chosen with one click, and nothing more of it is on its way. */
static void
days_changed_cb (BridgeHoursRow *self)
{
  if (self->showing || self->hours == NULL)
    return;

  g_clear_handle_id (&self->save_timeout, g_source_remove);
  save_cb (self);
}

static void
remove_clicked_cb (BridgeHoursRow *self)
{
  GtkWidget *window = GTK_WIDGET (gtk_widget_get_root (GTK_WIDGET (self)));
  g_autofree char *id = g_strdup (bridge_hours_get_id (self->hours));
  g_autoptr (BridgeSpace) space = g_object_ref (self->space); /* the row goes with the hours */
  g_autoptr (GtkWidget) list = g_object_ref (gtk_widget_get_parent (GTK_WIDGET (self)));
  g_autoptr (GError) error = NULL;

  g_clear_handle_id (&self->save_timeout, g_source_remove);
  if (!bridge_space_remove_hours (space, id, &error))
    bridge_feedback_show_error (GTK_WIDGET (self), error);
  else if (window != NULL)
    bridge_feedback_show_undo (list, space);
}

static void
bridge_hours_row_unmap (GtkWidget *widget)
{
  bridge_hours_row_flush (BRIDGE_HOURS_ROW (widget));

  GTK_WIDGET_CLASS (bridge_hours_row_parent_class)->unmap (widget);
}

static void
bridge_hours_row_dispose (GObject *object)
{
  BridgeHoursRow *self = BRIDGE_HOURS_ROW (object);

  g_clear_handle_id (&self->save_timeout, g_source_remove);
  g_clear_object (&self->hours);
  g_clear_object (&self->space);

  G_OBJECT_CLASS (bridge_hours_row_parent_class)->dispose (object);
}

static void
bridge_hours_row_class_init (BridgeHoursRowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = bridge_hours_row_dispose;
  GTK_WIDGET_CLASS (klass)->unmap = bridge_hours_row_unmap;
}

static GtkWidget *
add_time_row (BridgeHoursRow  *self,
              const char      *title,
              GtkWidget      **entry)
{
  GtkWidget *row = adw_action_row_new ();

  *entry = bridge_time_entry_new (0);
  bridge_editable_set_name (*entry, title);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), *entry);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), *entry);
  g_signal_connect_object (*entry, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  adw_expander_row_add_row (ADW_EXPANDER_ROW (self), row);

  return row;
}

static GtkWidget *
add_plain_row (BridgeHoursRow *self,
               const char     *title,
               GtkWidget      *child)
{
  GtkWidget *row = g_object_new (ADW_TYPE_PREFERENCES_ROW, "title", title, "child", child, "activatable", FALSE,
                                 "focusable", FALSE, NULL);

  adw_expander_row_add_row (ADW_EXPANDER_ROW (self), row);

  return row;
}

static void
bridge_hours_row_init (BridgeHoursRow *self)
{
  GtkWidget *remove = gtk_button_new_with_mnemonic (_("_Remove"));

  self->days = bridge_weekdays_new ();
  gtk_widget_set_halign (self->days, GTK_ALIGN_CENTER);
  gtk_widget_set_margin_top (self->days, 9);
  gtk_widget_set_margin_bottom (self->days, 9);
  gtk_widget_set_margin_start (self->days, 6);
  gtk_widget_set_margin_end (self->days, 6);
  g_signal_connect_object (self->days, "notify::weekdays", G_CALLBACK (days_changed_cb), self, G_CONNECT_SWAPPED);
  add_plain_row (self, _("Days"), self->days);

  add_time_row (self, _("From"), &self->from_entry);
  self->to_row = add_time_row (self, _("To"), &self->to_entry);

  self->name_row = adw_entry_row_new ();
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->name_row), _("Name, if you like"));
  bridge_editable_set_name (self->name_row, _("Name, if you like"));
  g_signal_connect_object (self->name_row, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  adw_expander_row_add_row (ADW_EXPANDER_ROW (self), self->name_row);

  gtk_widget_add_css_class (remove, "flat");
  gtk_widget_set_halign (remove, GTK_ALIGN_END);
  gtk_widget_set_margin_top (remove, 6);
  gtk_widget_set_margin_bottom (remove, 6);
  gtk_widget_set_margin_end (remove, 6);
  g_signal_connect_object (remove, "clicked", G_CALLBACK (remove_clicked_cb), self, G_CONNECT_SWAPPED);
  add_plain_row (self, _("Remove"), remove);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (self), FALSE);
}

/**
 * bridge_hours_row_new:
 * @space: where the hours are kept
 *
 * An empty row.
 *
 * Returns: (transfer floating): the widget
 */
GtkWidget *
bridge_hours_row_new (BridgeSpace *space)
{
  BridgeHoursRow *self = g_object_new (BRIDGE_TYPE_HOURS_ROW, NULL);

  self->space = g_object_ref (space);

  return GTK_WIDGET (self);
}

static void
show_time (GtkWidget *entry,
           int        minute)
{
  /* "7" is a time as well as "07:00", and may be on the way to "7:30". */
  if (bridge_time_entry_get_minute (BRIDGE_TIME_ENTRY (entry)) != minute)
    bridge_time_entry_set_minute (BRIDGE_TIME_ENTRY (entry), minute);
}

/**
 * bridge_hours_row_show:
 * @self: the row
 * @hours: what it is to show, as it is kept
 *
 * Shows @hours; what somebody is typing stays.
 */
void
bridge_hours_row_show (BridgeHoursRow *self,
                       BridgeHours    *hours)
{
  g_autofree char *words = bridge_hours_to_words (hours);
  g_autofree char *name = NULL;

  g_set_object (&self->hours, hours);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), words);
  adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (self), bridge_hours_get_name (hours));
  gtk_widget_set_sensitive (GTK_WIDGET (self), !bridge_space_get_read_only (self->space));
  if (self->save_timeout != 0)
    return;

  self->showing = TRUE;
  bridge_weekdays_set_weekdays (BRIDGE_WEEKDAYS (self->days), (guint) bridge_hours_get_weekdays (hours));
  show_time (self->from_entry, bridge_hours_get_from (hours));
  show_time (self->to_entry, bridge_hours_get_to (hours));
  name = bridge_text_clean (gtk_editable_get_text (GTK_EDITABLE (self->name_row)), FALSE);
  if (g_strcmp0 (name != NULL ? name : "", bridge_hours_get_name (hours)) != 0)
    gtk_editable_set_text (GTK_EDITABLE (self->name_row), bridge_hours_get_name (hours));
  show_to (self);
  g_object_unref (read_fields (self));
  self->showing = FALSE;
}

/**
 * bridge_hours_row_flush:
 * @self: the row
 *
 * Saves now what would be saved in a moment.
 */
void
bridge_hours_row_flush (BridgeHoursRow *self)
{
  if (self->save_timeout == 0)
    return;

  g_clear_handle_id (&self->save_timeout, g_source_remove);
  save_cb (self);
}

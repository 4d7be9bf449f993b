/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "bridge-preferences"

#include "config.h"

#include "bridge-preferences.h"

#include <glib/gi18n-lib.h>

#include "bridge-around-life.h"
#include "bridge-background.h"
#include "bridge-erase-window.h"
#include "bridge-feedback.h"
#include "bridge-persons-group.h"
#include "bridge-settings.h"
#include "bridge-pause-settings.h"
#include "bridge-reliability-window.h"
#include "bridge-words.h"

struct _BridgePreferences
{
  AdwWindow parent_instance;

  BridgeSpace *space;
  BridgeServiceLink *link; /* (nullable) */
  GCancellable *cancellable;
  gboolean updating; /* from the space into the widgets */

  GtkWidget *page;
  BridgePersonsGroup *persons_group;
  AdwActionRow *reminders_row;
  GtkWidget *reminders_switch;
  AdwActionRow *background_row;
  GtkWidget *titles_switch;
  GtkWidget *test_button;
  AdwActionRow *test_row;
  GtkWidget *calendar_group;
  GtkWidget *week_row;
  AdwActionRow *folder_row;
};

/* In the order of the row. */
static const char *const first_weekdays[] = { "locale", "monday", "saturday", "sunday" };

G_DEFINE_FINAL_TYPE (BridgePreferences, bridge_preferences, ADW_TYPE_WINDOW)

/* Why there would be nothing to see of a test. */
static const char *
get_test_words (const BridgeHealth *health)
{
  if (health->service_running)
    return _("Shows one now, as it will look.");
  if (health->service_problem != NULL)
    return health->service_problem;
  if (health->not_reminding != NULL)
    return health->not_reminding;

  return _("The reminder service does not run. Reminders only arrive while the window is open.");
}

/* What "on" means here, as far as is known. */
static const char *
get_remind_words (BridgePreferences  *self,
                  const BridgeHealth *health)
{
  gboolean refused = bridge_background_applies (self->space) &&
                     bridge_space_get_background (self->space) == BRIDGE_BACKGROUND_REFUSED;
  gboolean absent = self->link != NULL && bridge_service_link_get_state (self->link) == BRIDGE_LINK_ABSENT;
  gboolean elsewhere = health->other == BRIDGE_PART_SERVICE;

  if (health->not_reminding != NULL && !elsewhere)
    return health->not_reminding;

  return refused || (absent && !elsewhere) ? _("While the window is open.") : _("Also when this window is closed.");
}

static void
update (BridgePreferences *self)
{
  gboolean writable = !bridge_space_get_read_only (self->space);
  g_autofree char *background = bridge_background_dup_words (bridge_space_get_background (self->space));
  BridgeHealth health = { 0 };

  if (self->link != NULL)
    bridge_service_link_read_health (self->link, &health);

  self->updating = TRUE;
  gtk_switch_set_active (GTK_SWITCH (self->reminders_switch), bridge_space_get_reminders_on (self->space));
  gtk_switch_set_active (GTK_SWITCH (self->titles_switch), bridge_space_get_show_titles (self->space));
  self->updating = FALSE;

  gtk_widget_set_sensitive (self->reminders_switch, writable);
  gtk_widget_set_sensitive (self->titles_switch, writable);
  gtk_widget_set_sensitive (self->test_button, health.service_running);
  adw_action_row_set_subtitle (self->reminders_row, get_remind_words (self, &health));
  adw_action_row_set_subtitle (self->background_row, background);
  gtk_widget_set_visible (GTK_WIDGET (self->background_row),
                          bridge_background_applies (self->space) && bridge_space_get_reminders_on (self->space));
  adw_action_row_set_subtitle (self->test_row, get_test_words (&health));
}

static void
space_changed_cb (BridgePreferences *self)
{
  update (self);
}

static void
link_cb (BridgePreferences *self)
{
  update (self);
}

static void
reminders_switched_cb (BridgePreferences *self)
{
  gboolean on = gtk_switch_get_active (GTK_SWITCH (self->reminders_switch));
  g_autoptr (GError) error = NULL;

  if (self->updating)
    return;

  if (bridge_space_set_reminders_on (self->space, on, &error))
    {
      bridge_background_reminders_switched (GTK_WIDGET (self), self->space, on);
      return;
    }

  bridge_feedback_show_error (GTK_WIDGET (self), error);
  update (self);
}

static void
titles_switched_cb (BridgePreferences *self)
{
  g_autoptr (GError) error = NULL;

  if (self->updating)
    return;

  if (!bridge_space_set_show_titles (self->space, gtk_switch_get_active (GTK_SWITCH (self->titles_switch)), &error))
    {
      bridge_feedback_show_error (GTK_WIDGET (self), error);
      update (self);
    }
}

static void
tested_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (BridgePreferences) self = user_data;
  g_autoptr (GError) error = NULL;
  gboolean shown = bridge_service_link_test_reminder_finish (BRIDGE_SERVICE_LINK (object), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  if (shown)
    bridge_feedback_show (GTK_WIDGET (self), _("A reminder is on its way."));
  else
    bridge_feedback_show_error (GTK_WIDGET (self), error);
}

static void
test_clicked_cb (BridgePreferences *self)
{
  if (self->link != NULL)
    bridge_service_link_test_reminder_async (self->link, self->cancellable, tested_cb, g_object_ref (self));
}

static void
around_life_activated_cb (BridgePreferences *self)
{
  gtk_window_present (GTK_WINDOW (bridge_around_life_new (self->space, GTK_WINDOW (self))));
}

static void
pause_activated_cb (BridgePreferences *self)
{
  gtk_window_present (GTK_WINDOW (bridge_pause_settings_new (self->space, GTK_WINDOW (self))));
}

static void
reliability_activated_cb (BridgePreferences *self)
{
  gtk_window_present (GTK_WINDOW (bridge_reliability_window_new (self->space, self->link, GTK_WINDOW (self))));
}

static void
erase_clicked_cb (BridgePreferences *self)
{
  GtkWindow *parent = gtk_window_get_transient_for (GTK_WINDOW (self));

  /* What is over the window goes with it when everything is erased. */
  gtk_window_present (GTK_WINDOW (bridge_erase_window_new (self->space, parent != NULL ? parent : GTK_WINDOW (self))));
  gtk_window_close (GTK_WINDOW (self));
}

static void
folder_clicked_cb (BridgePreferences *self)
{
  g_autofree char *uri = g_filename_to_uri (bridge_space_get_folder (self->space), NULL, NULL);
  g_autoptr (GError) error = NULL;

  if (uri != NULL && !g_app_info_launch_default_for_uri (uri, NULL, &error))
    bridge_feedback_show_error (GTK_WIDGET (self), error);
}

static gboolean
first_weekday_to_row (GValue   *value,
                      GVariant *variant,
                      gpointer  user_data)
{
  for (guint i = 0; i < G_N_ELEMENTS (first_weekdays); i++)
    {
      if (g_str_equal (first_weekdays[i], g_variant_get_string (variant, NULL)))
        g_value_set_uint (value, i);
    }

  return TRUE;
}

static GVariant *
first_weekday_from_row (const GValue       *value,
                        const GVariantType *type,
                        gpointer            user_data)
{
  guint i = g_value_get_uint (value);

  return i < G_N_ELEMENTS (first_weekdays) ? g_variant_new_string (first_weekdays[i]) : NULL;
}

/* Where the settings are not installed there is nothing to choose. */
static void
bind_settings (BridgePreferences *self)
{
  g_autoptr (GSettings) settings = bridge_settings_new ();

  gtk_widget_set_visible (self->calendar_group, settings != NULL);
  if (settings != NULL)
    g_settings_bind_with_mapping (settings, "first-weekday", self->week_row, "selected", G_SETTINGS_BIND_DEFAULT,
                                  first_weekday_to_row, first_weekday_from_row, NULL, NULL);
}

static void
bridge_preferences_dispose (GObject *object)
{
  BridgePreferences *self = BRIDGE_PREFERENCES (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->link);
  g_clear_object (&self->space);

  G_OBJECT_CLASS (bridge_preferences_parent_class)->dispose (object);
}

static void
bridge_preferences_finalize (GObject *object)
{
  g_object_unref (BRIDGE_PREFERENCES (object)->cancellable);

  G_OBJECT_CLASS (bridge_preferences_parent_class)->finalize (object);
}

static void
bridge_preferences_class_init (BridgePreferencesClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = bridge_preferences_dispose;
  object_class->finalize = bridge_preferences_finalize;

  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  g_type_ensure (BRIDGE_TYPE_PERSONS_GROUP);
  gtk_widget_class_set_template_from_resource (widget_class, APP_PATH "/ui/preferences.ui");
  gtk_widget_class_bind_template_child (widget_class, BridgePreferences, page);
  gtk_widget_class_bind_template_child (widget_class, BridgePreferences, persons_group);
  gtk_widget_class_bind_template_child (widget_class, BridgePreferences, reminders_row);
  gtk_widget_class_bind_template_child (widget_class, BridgePreferences, reminders_switch);
  gtk_widget_class_bind_template_child (widget_class, BridgePreferences, background_row);
  gtk_widget_class_bind_template_child (widget_class, BridgePreferences, titles_switch);
  gtk_widget_class_bind_template_child (widget_class, BridgePreferences, test_button);
  gtk_widget_class_bind_template_child (widget_class, BridgePreferences, test_row);
  gtk_widget_class_bind_template_child (widget_class, BridgePreferences, calendar_group);
  gtk_widget_class_bind_template_child (widget_class, BridgePreferences, week_row);
  gtk_widget_class_bind_template_child (widget_class, BridgePreferences, folder_row);
  gtk_widget_class_bind_template_callback (widget_class, reminders_switched_cb);
  gtk_widget_class_bind_template_callback (widget_class, titles_switched_cb);
  gtk_widget_class_bind_template_callback (widget_class, test_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, around_life_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, pause_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, reliability_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, folder_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, erase_clicked_cb);
}

static void
bridge_preferences_init (BridgePreferences *self)
{
  self->cancellable = g_cancellable_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  bind_settings (self);
}

/**
 * bridge_preferences_new:
 * @space: the space
 * @link: (nullable): the way to the reminder service
 * @parent: (nullable): the window it stands over
 *
 * What can be set once and then be forgotten.
 *
 * Returns: (transfer floating): the window, not presented yet
 */
GtkWidget *
bridge_preferences_new (BridgeSpace       *space,
                        BridgeServiceLink *link,
                        GtkWindow         *parent)
{
  BridgePreferences *self = g_object_new (BRIDGE_TYPE_PREFERENCES, "transient-for", parent, NULL);

  self->space = g_object_ref (space);
  bridge_persons_group_set_space (self->persons_group, space);
  g_set_object (&self->link, link);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (self->folder_row), FALSE);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (self->reminders_row), FALSE);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (self->test_row), FALSE);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (self->background_row), FALSE);
  adw_action_row_set_subtitle (self->folder_row, bridge_space_get_folder (space));
  g_signal_connect_object (space, "changed", G_CALLBACK (space_changed_cb), self, G_CONNECT_SWAPPED);
  if (link != NULL)
    {
      g_signal_connect_object (link, "notify::state", G_CALLBACK (link_cb), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (link, "status", G_CALLBACK (link_cb), self, G_CONNECT_SWAPPED);
    }
  update (self);

  return GTK_WIDGET (self);
}

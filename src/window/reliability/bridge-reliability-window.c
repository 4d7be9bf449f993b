/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "bridge-reliability-window"

#include "config.h"

#include "bridge-reliability-window.h"

#include <glib/gi18n-lib.h>

#include "bridge-form.h"
#include "bridge-one-off-log.h"
#include "bridge-reminder-log.h"
#include "bridge-words.h"

/* So many at once; a button has more. */
#define LOG_PAGE 60

/* Who has seen a notification and wants to click it has done so by then. */
#define TEST_SECONDS 60

struct _BridgeReliabilityWindow
{
  AdwWindow parent_instance;

  BridgeSpace *space;
  BridgeServiceLink *link; /* (nullable) */
  GCancellable *cancellable;
  guint test; /* source: what comes back from a test is waited for */
  guint test_seconds;
  guint limit;
  GPtrArray *day_groups; /* of the log, unowned */
  GPtrArray *advice_rows; /* unowned */

  AdwPreferencesPage *page;
  AdwPreferencesGroup *advice_group;
  AdwActionRow *on_row;
  AdwActionRow *next_row;
  AdwActionRow *server_row;
  AdwActionRow *start_row;
  AdwActionRow *zone_row;
  AdwActionRow *test_row;
  GtkWidget *test_button;
  AdwPreferencesGroup *log_group;
};

G_DEFINE_FINAL_TYPE (BridgeReliabilityWindow, bridge_reliability_window, ADW_TYPE_WINDOW)

static gboolean
is_attached (BridgeReliabilityWindow *self)
{
  return self->link != NULL && bridge_service_link_get_state (self->link) == BRIDGE_LINK_ATTACHED;
}

/* @zone is where the clock's own is kept. */
static void
read_health (BridgeReliabilityWindow  *self,
             BridgeHealth             *health,
             char                    **zone)
{
  BridgeClock *clock = bridge_space_get_clock (self->space);

  *zone = bridge_clock_dup_zone_id (clock);
  health->reminders_on = bridge_space_get_reminders_on (self->space);
  health->background = bridge_space_get_background (self->space);
  health->desktop = g_getenv ("XDG_CURRENT_DESKTOP");
  health->zone = *zone;
  health->zone_source = bridge_clock_get_zone_source (clock);
  health->read_only = bridge_space_get_read_only_reason (self->space);
  if (self->link != NULL)
    bridge_service_link_read_health (self->link, health);
}

/* Words that stand in the middle of a sentence elsewhere. */
static char *
capitalise (const char *words)
{
  g_autofree char *first = g_utf8_substring (words, 0, *words != '\0' ? 1 : 0);
  g_autofree char *capital = g_utf8_strup (first, -1);

  return g_strconcat (capital, words + strlen (first), NULL);
}

static void
set_subtitle (AdwActionRow *row,
              char         *words)
{
  g_autofree char *owned = words;

  adw_action_row_set_subtitle (row, owned);
}

static GtkWidget *
make_row (const char *title,
          const char *subtitle)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 0);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 0);

  return row;
}

/* Only what is off; of what merely cannot be known there is a word when nothing comes back from a test. */
static void
show_advice (BridgeReliabilityWindow *self,
             GPtrArray               *findings)
{
  for (guint i = 0; i < self->advice_rows->len; i++)
    adw_preferences_group_remove (self->advice_group, g_ptr_array_index (self->advice_rows, i));
  g_ptr_array_set_size (self->advice_rows, 0);

  for (guint i = 0; i < findings->len; i++)
    {
      BridgeFinding *finding = g_ptr_array_index (findings, i);
      GtkWidget *row;

      if (finding->hint)
        continue;
      row = make_row (finding->title, finding->advice);
      adw_preferences_group_add (self->advice_group, row);
      g_ptr_array_add (self->advice_rows, row);
    }
  gtk_widget_set_visible (GTK_WIDGET (self->advice_group), self->advice_rows->len > 0);
}

static const char *
get_on_words (BridgeReliabilityWindow *self)
{
  if (!bridge_space_get_reminders_on (self->space))
    return _("Off");
  return bridge_space_get_show_titles (self->space) ? _("On, and they say what it is about") : _("On, and discreet");
}

static void
update_status (BridgeReliabilityWindow *self)
{
  BridgeClock *clock = bridge_space_get_clock (self->space);
  g_autoptr (GTimeZone) here = bridge_clock_dup_zone (clock);
  g_autofree char *zone = NULL;
  g_autofree char *next = NULL;
  BridgeHealth health = { 0 };
  g_autoptr (GPtrArray) findings = NULL;

  read_health (self, &health, &zone);
  findings = bridge_reliability_list_findings (&health);
  adw_action_row_set_subtitle (self->on_row, get_on_words (self));
  next = bridge_reliability_describe_next (&health, bridge_clock_now (clock), here);
  set_subtitle (self->next_row, capitalise (next));
  set_subtitle (self->server_row, bridge_reliability_describe_server (&health));
  set_subtitle (self->start_row, bridge_reliability_describe_start (&health));
  set_subtitle (self->zone_row, bridge_reliability_describe_zone (&health));
  gtk_widget_set_visible (GTK_WIDGET (self->start_row), health.service_running);
  show_advice (self, findings);

  gtk_widget_set_sensitive (self->test_button, is_attached (self));
  if (self->test == 0)
    adw_action_row_set_subtitle (self->test_row,
                                 is_attached (self)
                                   ? _("Shows one now, as it will look.")
                                   : _("The reminder service does not run, so nothing can be shown outside this window."));
}

static GtkWidget *
make_log_row (BridgeReliabilityWindow *self,
              BridgeReminder          *reminder,
              BridgeLocal              due,
              GTimeZone               *here)
{
  g_autofree char *name = bridge_reminder_log_dup_title (reminder, self->space);
  g_autofree char *why =
    bridge_reliability_describe (reminder, bridge_clock_now (bridge_space_get_clock (self->space)), here);
  g_autofree char *lead = bridge_reliability_describe_lead (bridge_reminder_get_lead (reminder));
  g_autofree char *time = bridge_words_time (due);
  g_autofree char *title = NULL;
  g_autofree char *spoken = NULL;
  GtkWidget *row;
  GtkWidget *label;

  /* Translators: a ritual's title, and "10 minutes before" */
  title = bridge_reminder_get_lead (reminder) != 0 ? g_strdup_printf (_("%1$s, %2$s"), name, lead) : g_strdup (name);
  row = make_row (title, why);
  label = gtk_label_new (time);
  gtk_label_set_width_chars (GTK_LABEL (label), 5);
  gtk_label_set_xalign (GTK_LABEL (label), 1);
  gtk_widget_add_css_class (label, "numeric");
  gtk_widget_add_css_class (label, "dim-label");
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), label);
  /* Translators: for a screen reader: the time, a ritual's title, what became of its reminder */
  spoken = g_strdup_printf (_("%1$s, %2$s. %3$s"), time, title, why);
  bridge_set_name (row, spoken);

  return row;
}

static void update_log (BridgeReliabilityWindow *self);

static void
more_cb (BridgeReliabilityWindow *self)
{
  self->limit += LOG_PAGE;
  update_log (self);
}

static void
add_group (BridgeReliabilityWindow *self,
           AdwPreferencesGroup     *group)
{
  adw_preferences_page_add (self->page, group);
  g_ptr_array_add (self->day_groups, group);
}

static void
add_more_button (BridgeReliabilityWindow *self)
{
  AdwPreferencesGroup *group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
  GtkWidget *button = gtk_button_new_with_mnemonic (_("Show _More"));

  gtk_widget_set_halign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "pill");
  g_signal_connect_object (button, "clicked", G_CALLBACK (more_cb), self, G_CONNECT_SWAPPED);
  adw_preferences_group_add (group, button);
  add_group (self, group);
}

static void
clear_log (BridgeReliabilityWindow *self)
{
  for (guint i = 0; i < self->day_groups->len; i++)
    adw_preferences_page_remove (self->page, g_ptr_array_index (self->day_groups, i));
  g_ptr_array_set_size (self->day_groups, 0);
}

static void
update_log (BridgeReliabilityWindow *self)
{
  BridgeClock *clock = bridge_space_get_clock (self->space);
  g_autoptr (GTimeZone) here = bridge_clock_dup_zone (clock);
  BridgeLocal now = bridge_clock_local_now (clock);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) reminders = bridge_reminder_log_load (self->space, self->limit + 1, &error);
  AdwPreferencesGroup *group = NULL;
  BridgeLocal group_day = BRIDGE_LOCAL_NONE;

  clear_log (self);
  if (reminders == NULL)
    {
      adw_preferences_group_set_description (self->log_group, error->message);
      return;
    }
  adw_preferences_group_set_description (self->log_group,
                                         reminders->len == 0 ? _("Nothing was due. What comes is listed here.")
                                                             : _("What became of each reminder, and why."));

  for (guint i = 0; i < MIN (reminders->len, self->limit); i++)
    {
      BridgeReminder *reminder = g_ptr_array_index (reminders, i);
      BridgeLocal due = bridge_local_from_utc_ms (bridge_reminder_get_due_at (reminder), here);
      BridgeLocal day = bridge_local_day_start (due);

      if (group == NULL || day != group_day)
        {
          g_autofree char *words = bridge_words_day (day, now);
          g_autofree char *title = capitalise (words);

          group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
          group_day = day;
          adw_preferences_group_set_title (group, title);
          add_group (self, group);
        }
      adw_preferences_group_add (group, make_log_row (self, reminder, due, here));
    }
  if (reminders->len > self->limit)
    add_more_button (self);
}

static void
space_changed_cb (BridgeReliabilityWindow *self,
                  BridgeKinds              kinds)
{
  update_status (self);
  if (kinds & (BRIDGE_KIND_REMINDERS | BRIDGE_KIND_RITUALS | BRIDGE_KIND_OCCURRENCES | BRIDGE_KIND_SETTINGS |
               BRIDGE_KIND_HOURS | BRIDGE_KIND_ABSENCES | BRIDGE_KIND_PROMISES | BRIDGE_KIND_BOUNDARIES | BRIDGE_KIND_PAUSES |
               BRIDGE_KIND_MILESTONES | BRIDGE_KIND_CARES))
    update_log (self);
}

static void
end_test (BridgeReliabilityWindow *self,
          const char              *words)
{
  g_clear_handle_id (&self->test, g_source_remove);
  adw_action_row_set_subtitle (self->test_row, words);
}

static void
test_answered_cb (BridgeReliabilityWindow *self,
                  const char              *what)
{
  if (self->test == 0)
    return;

  end_test (self, bridge_reliability_describe_answer (what));
  if (g_str_equal (what, "clicked"))
    gtk_window_present (GTK_WINDOW (self));
}

static gboolean
test_over_cb (gpointer user_data)
{
  BridgeReliabilityWindow *self = BRIDGE_RELIABILITY_WINDOW (user_data);

  self->test = 0;
  adw_action_row_set_subtitle (self->test_row, bridge_reliability_describe_answer (NULL));

  return G_SOURCE_REMOVE;
}

static void
tested_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (BridgeReliabilityWindow) self = user_data;
  g_autoptr (GError) error = NULL;
  gboolean shown = bridge_service_link_test_reminder_finish (BRIDGE_SERVICE_LINK (object), result, &error);
  g_autofree char *zone = NULL;
  BridgeHealth health = { 0 };

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  if (!shown)
    {
      end_test (self, error->message);
      return;
    }

  read_health (self, &health, &zone);
  g_clear_handle_id (&self->test, g_source_remove);
  self->test = g_timeout_add_seconds (self->test_seconds, test_over_cb, self);
  set_subtitle (self->test_row, bridge_reliability_describe_test (health.server));
}

static void
test_clicked_cb (BridgeReliabilityWindow *self)
{
  if (self->link != NULL)
    bridge_service_link_test_reminder_async (self->link, self->cancellable, tested_cb, g_object_ref (self));
}

static void
bridge_reliability_window_dispose (GObject *object)
{
  BridgeReliabilityWindow *self = BRIDGE_RELIABILITY_WINDOW (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_handle_id (&self->test, g_source_remove);
  g_clear_object (&self->link);
  g_clear_object (&self->space);

  G_OBJECT_CLASS (bridge_reliability_window_parent_class)->dispose (object);
}

static void
bridge_reliability_window_finalize (GObject *object)
{
  BridgeReliabilityWindow *self = BRIDGE_RELIABILITY_WINDOW (object);

  g_ptr_array_unref (self->day_groups);
  g_ptr_array_unref (self->advice_rows);
  g_object_unref (self->cancellable);

  G_OBJECT_CLASS (bridge_reliability_window_parent_class)->finalize (object);
}

static void
bridge_reliability_window_class_init (BridgeReliabilityWindowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = bridge_reliability_window_dispose;
  object_class->finalize = bridge_reliability_window_finalize;

  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  gtk_widget_class_set_template_from_resource (widget_class, APP_PATH "/ui/reliability.ui");
  gtk_widget_class_bind_template_child (widget_class, BridgeReliabilityWindow, page);
  gtk_widget_class_bind_template_child (widget_class, BridgeReliabilityWindow, advice_group);
  gtk_widget_class_bind_template_child (widget_class, BridgeReliabilityWindow, on_row);
  gtk_widget_class_bind_template_child (widget_class, BridgeReliabilityWindow, next_row);
  gtk_widget_class_bind_template_child (widget_class, BridgeReliabilityWindow, server_row);
  gtk_widget_class_bind_template_child (widget_class, BridgeReliabilityWindow, start_row);
  gtk_widget_class_bind_template_child (widget_class, BridgeReliabilityWindow, zone_row);
  gtk_widget_class_bind_template_child (widget_class, BridgeReliabilityWindow, test_row);
  gtk_widget_class_bind_template_child (widget_class, BridgeReliabilityWindow, test_button);
  gtk_widget_class_bind_template_child (widget_class, BridgeReliabilityWindow, log_group);
  gtk_widget_class_bind_template_callback (widget_class, test_clicked_cb);
}

static void
bridge_reliability_window_init (BridgeReliabilityWindow *self)
{
  self->cancellable = g_cancellable_new ();
  self->limit = LOG_PAGE;
  self->test_seconds = TEST_SECONDS;
  self->day_groups = g_ptr_array_new ();
  self->advice_rows = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  bridge_set_name (self->test_button, _("Send a test notification"));
}

/**
 * bridge_reliability_window_new:
 * @space: the space
 * @link: (nullable): the way to the reminder service
 * @parent: (nullable): the window it stands over
 *
 * How reminders are doing.
 *
 * Returns: (transfer floating): the window, not presented yet
 */
GtkWidget *
bridge_reliability_window_new (BridgeSpace       *space,
                               BridgeServiceLink *link,
                               GtkWindow         *parent)
{
  BridgeReliabilityWindow *self = g_object_new (BRIDGE_TYPE_RELIABILITY_WINDOW, "transient-for", parent, NULL);

  self->space = g_object_ref (space);
  g_set_object (&self->link, link);
  g_signal_connect_object (space, "changed", G_CALLBACK (space_changed_cb), self, G_CONNECT_SWAPPED);
  if (link != NULL)
    {
      g_signal_connect_object (link, "notify::state", G_CALLBACK (update_status), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (link, "status", G_CALLBACK (update_status), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (link, "test-answered", G_CALLBACK (test_answered_cb), self, G_CONNECT_SWAPPED);
    }
  update_status (self);
  update_log (self);

  return GTK_WIDGET (self);
}

/**
 * bridge_reliability_window_set_test_seconds:
 * @self: the window
 * @seconds: how long an answer to a test notification is waited for
 *
 * Has tests wait less long than people do.
 */
void
bridge_reliability_window_set_test_seconds (BridgeReliabilityWindow *self,
                                            guint                    seconds)
{
  self->test_seconds = seconds;
}

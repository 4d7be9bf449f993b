/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "bridge-rule-editor"

#include "config.h"

#include "bridge-rule-editor-private.h"

#include <glib/gi18n-lib.h>

#include "bridge-clash-note.h"
#include "bridge-form.h"
#include "bridge-ritual-words.h"
#include "bridge-settings.h"

#define N_TIMES_MAX 12
#define N_NEXT 3
#define EVENING (19 * 60)

G_DEFINE_FINAL_TYPE (BridgeRuleEditor, bridge_rule_editor, GTK_TYPE_BOX)

enum {
  CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
show_summary (BridgeRuleEditor *self)
{
  g_autoptr (GTimeZone) here = NULL;
  g_autofree char *dates = NULL;
  g_autofree char *words = NULL;

  /* What is still needed stands under its field. */
  gtk_widget_set_visible (self->summary, self->schedule != NULL);
  if (self->schedule == NULL)
    return;

  words = bridge_schedule_to_words (self->schedule);
  gtk_label_set_label (self->words_label, words);

  here = bridge_clock_dup_zone (self->clock);
  dates = bridge_schedule_next_to_words (self->schedule, N_NEXT, bridge_clock_local_now (self->clock), here);
  gtk_label_set_label (self->dates_label, dates != NULL ? dates : _("It lies in the past; nothing more comes of it."));
}

/* Only the rows that the kind of rule has. */
static void
show_rows (BridgeRuleEditor *self)
{
  BridgeRuleKind kind = bridge_rule_fields_get_kind (self);
  BridgeLocal start = bridge_date_entry_get_date (self->start_entry);
  BridgeLocal until = bridge_date_entry_get_date (self->until_entry);
  gboolean has_end = bridge_rule_preset_has_end (kind);
  gboolean pinned = gtk_switch_get_active (self->pinned_switch);
  guint end = adw_combo_row_get_selected (self->end_row);
  const char *interval_title = bridge_rule_preset_get_interval_title (kind);
  g_autofree char *start_words = start != BRIDGE_LOCAL_NONE ? bridge_words_date_full (start) : NULL;
  g_autofree char *until_words = until != BRIDGE_LOCAL_NONE ? bridge_words_date_full (until) : NULL;
  const char *zone = bridge_zone_chooser_get_zone (self->zone_chooser);
  g_autofree char *zone_words = zone != NULL ? bridge_zone_to_words (zone) : NULL;

  gtk_widget_set_visible (self->days_row, kind == BRIDGE_RULE_WEEKLY);
  gtk_widget_set_visible (GTK_WIDGET (self->ordinal_row), kind == BRIDGE_RULE_MONTHLY_WEEKDAY);
  gtk_widget_set_visible (GTK_WIDGET (self->weekday_row), kind == BRIDGE_RULE_MONTHLY_WEEKDAY);
  gtk_widget_set_visible (GTK_WIDGET (self->month_day_row), kind == BRIDGE_RULE_MONTHLY_DAY);
  adw_action_row_set_subtitle (self->month_day_row, self->preset->month_day > 28
                                 ? _("A month without this day is left out.") : "");
  gtk_widget_set_visible (GTK_WIDGET (self->interval_row), bridge_rule_preset_has_interval (kind));
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->interval_row), interval_title);
  bridge_set_name (GTK_WIDGET (self->interval_spin), interval_title);
  gtk_widget_set_visible (self->custom_row, kind == BRIDGE_RULE_CUSTOM);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->start_row),
                                 kind == BRIDGE_RULE_ONCE ? _("On") : _("Starts on"));
  adw_action_row_set_subtitle (self->start_row, start_words != NULL ? start_words : "");
  gtk_widget_set_visible (GTK_WIDGET (self->end_row), has_end);
  gtk_widget_set_visible (GTK_WIDGET (self->until_row), has_end && end == BRIDGE_RULE_END_UNTIL);
  adw_action_row_set_subtitle (self->until_row, until_words != NULL ? until_words : "");
  gtk_widget_set_visible (self->count_row, has_end && end == BRIDGE_RULE_END_COUNT);

  adw_action_row_set_subtitle (self->pinned_row, pinned ? _("The time moves with the clock of that place.")
                                                        : _("The time stays the same wherever you are."));
  gtk_widget_set_visible (GTK_WIDGET (self->zone_row), pinned);
  adw_action_row_set_subtitle (self->zone_row, zone_words != NULL ? zone_words : "");
}

static void
update (BridgeRuleEditor *self)
{
  if (self->loading || self->clock == NULL)
    return;

  g_clear_error (&self->error);
  g_clear_pointer (&self->schedule, bridge_schedule_unref);
  self->schedule = bridge_rule_fields_read (self, &self->error);
  show_rows (self);
  show_summary (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
fields_changed_cb (BridgeRuleEditor *self)
{
  update (self);
}

static void
days_changed_cb (BridgeRuleEditor *self)
{
  if (self->loading)
    return;

  self->preset->from_start = FALSE;
  update (self);
}

static void
month_day_changed_cb (BridgeRuleEditor *self)
{
  if (self->loading)
    return;

  self->preset->from_start = FALSE;
  update (self);
}

/* A rule of one's own begins as what the fields said. */
static void
repeat_changed_cb (BridgeRuleEditor *self)
{
  g_autofree char *rule = NULL;

  if (self->loading || self->preset == NULL)
    return;

  if (bridge_rule_fields_get_kind (self) == BRIDGE_RULE_CUSTOM && self->preset->kind != BRIDGE_RULE_CUSTOM)
    {
      BridgeLocal start = bridge_date_entry_get_date (self->start_entry);

      rule = bridge_rule_preset_to_rule (self->preset, start != BRIDGE_LOCAL_NONE ? start : 0);
      self->loading = TRUE;
      gtk_editable_set_text (GTK_EDITABLE (self->custom_row), rule != NULL ? rule : "FREQ=DAILY");
      self->loading = FALSE;
    }

  update (self);
}

/* What the rule leaves to the start goes with it. */
static void
start_changed_cb (BridgeRuleEditor *self)
{
  BridgeLocal start;
  BridgeCivil civil;

  if (self->loading || self->preset == NULL)
    return;

  start = bridge_date_entry_get_date (self->start_entry);
  if (self->preset->from_start && start != BRIDGE_LOCAL_NONE)
    {
      bridge_local_to_civil (start, &civil);
      self->loading = TRUE;
      bridge_weekdays_set_weekdays (self->days, 1u << (civil.weekday - 1));
      gtk_spin_button_set_value (self->month_day_spin, civil.day);
      self->loading = FALSE;
    }

  update (self);
}

static void
until_changed_cb (BridgeRuleEditor *self)
{
  update (self);
}

static void
end_changed_cb (BridgeRuleEditor *self)
{
  update (self);
}

static void
pinned_changed_cb (BridgeRuleEditor *self)
{
  g_autofree char *here = NULL;

  if (self->loading || self->clock == NULL)
    return;

  if (gtk_switch_get_active (self->pinned_switch)
      && bridge_zone_chooser_get_zone (self->zone_chooser) == NULL)
    {
      here = bridge_clock_dup_zone_id (self->clock);
      self->loading = TRUE;
      bridge_zone_chooser_set_zone (self->zone_chooser, here);
      self->loading = FALSE;
    }

  update (self);
}

/* Every time can go but the last one. */
static void
show_remove_buttons (BridgeRuleEditor *self)
{
  for (guint i = 0; i < self->times->len; i++)
    {
      GtkWidget *row = g_ptr_array_index (self->times, i);

      gtk_widget_set_visible (g_object_get_data (G_OBJECT (row), "bridge-remove"), self->times->len > 1);
    }

  gtk_widget_set_sensitive (self->add_time_button, self->times->len < N_TIMES_MAX);
}

static void
remove_time_clicked_cb (GtkButton *button,
                        GtkWidget *row)
{
  BridgeRuleEditor *self = BRIDGE_RULE_EDITOR (gtk_widget_get_ancestor (row, BRIDGE_TYPE_RULE_EDITOR));
  guint position;

  if (!g_ptr_array_find (self->times, row, &position))
    return;

  g_ptr_array_remove_index (self->times, position);
  bridge_field_set_problem (GTK_WIDGET (bridge_rule_fields_get_time_entry (row)), NULL); /* what it says stands in another row */
  adw_preferences_group_remove (self->times_group, row);
  show_remove_buttons (self);
  row = g_ptr_array_index (self->times, MIN (position, self->times->len - 1));
  gtk_widget_grab_focus (GTK_WIDGET (bridge_rule_fields_get_time_entry (row)));
  update (self);
}

/* The note stays the last row of its group. */
static void
put_last (BridgeRuleEditor *self,
          GtkWidget        *note)
{
  g_object_ref (note);
  if (gtk_widget_get_parent (note) != NULL)
    adw_preferences_group_remove (self->times_group, note);
  adw_preferences_group_add (self->times_group, note);
  g_object_unref (note);
}

static GtkWidget *
add_time (BridgeRuleEditor *self,
          int               minute)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *entry = bridge_time_entry_new (minute);
  GtkWidget *remove = gtk_button_new_from_icon_name ("list-remove-symbolic");

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _("At"));
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), entry);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), entry);
  g_object_set_data (G_OBJECT (row), "bridge-time-entry", entry);
  g_signal_connect_object (entry, "changed", G_CALLBACK (fields_changed_cb), self, G_CONNECT_SWAPPED);

  gtk_widget_set_valign (remove, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (remove, "flat");
  gtk_widget_set_tooltip_text (remove, _("Remove this time"));
  bridge_set_name (remove, _("Remove this time"));
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), remove);
  g_object_set_data (G_OBJECT (row), "bridge-remove", remove);
  g_signal_connect_object (remove, "clicked", G_CALLBACK (remove_time_clicked_cb), row, 0);

  g_ptr_array_add (self->times, row);
  adw_preferences_group_add (self->times_group, row);
  put_last (self, self->clash_note);
  show_remove_buttons (self);

  return entry;
}

/* The next time is offered two hours after the last one. */
static void
add_time_clicked_cb (BridgeRuleEditor *self)
{
  GtkWidget *last = g_ptr_array_index (self->times, self->times->len - 1);
  int minute = bridge_time_entry_get_minute (bridge_rule_fields_get_time_entry (last));

  gtk_widget_grab_focus (add_time (self, minute < 0 ? EVENING : (minute + 120) % 1440));
  update (self);
}

/* A free time takes the place of the one that clashes; the focus goes there, as the button may be gone. */
static void
taken_cb (BridgeClashNote  *note,
          int               from,
          int               to,
          BridgeRuleEditor *self)
{
  for (guint i = 0; i < self->times->len; i++)
    {
      BridgeTimeEntry *entry = bridge_rule_fields_get_time_entry (g_ptr_array_index (self->times, i));

      if (bridge_time_entry_get_minute (entry) != from)
        continue;

      gtk_widget_grab_focus (GTK_WIDGET (entry));
      bridge_time_entry_set_minute (entry, to);
      return;
    }
}

static gboolean
bridge_rule_editor_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (BRIDGE_RULE_EDITOR (widget)->repeat_row));
}

static void
bridge_rule_editor_dispose (GObject *object)
{
  BridgeRuleEditor *self = BRIDGE_RULE_EDITOR (object);

  self->loading = TRUE;
  g_clear_object (&self->clock);
  g_clear_pointer (&self->given, bridge_schedule_unref);
  g_clear_pointer (&self->schedule, bridge_schedule_unref);
  g_clear_pointer (&self->preset, bridge_rule_preset_free);
  g_clear_pointer (&self->times, g_ptr_array_unref);
  g_clear_error (&self->error);

  gtk_widget_dispose_template (GTK_WIDGET (self), BRIDGE_TYPE_RULE_EDITOR);

  G_OBJECT_CLASS (bridge_rule_editor_parent_class)->dispose (object);
}

static void
bridge_rule_editor_class_init (BridgeRuleEditorClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = bridge_rule_editor_dispose;
  widget_class->grab_focus = bridge_rule_editor_grab_focus;

  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                   NULL, G_TYPE_NONE, 0);

  g_type_ensure (BRIDGE_TYPE_DATE_ENTRY);
  g_type_ensure (BRIDGE_TYPE_WEEKDAYS);
  g_type_ensure (BRIDGE_TYPE_ZONE_CHOOSER);
  gtk_widget_class_set_template_from_resource (widget_class, APP_PATH "/ui/rule-editor.ui");
  gtk_widget_class_bind_template_child (widget_class, BridgeRuleEditor, repeat_group);
  gtk_widget_class_bind_template_child (widget_class, BridgeRuleEditor, repeat_row);
  gtk_widget_class_bind_template_child (widget_class, BridgeRuleEditor, days_row);
  gtk_widget_class_bind_template_child (widget_class, BridgeRuleEditor, days);
  gtk_widget_class_bind_template_child (widget_class, BridgeRuleEditor, ordinal_row);
  gtk_widget_class_bind_template_child (widget_class, BridgeRuleEditor, weekday_row);
  gtk_widget_class_bind_template_child (widget_class, BridgeRuleEditor, month_day_row);
  gtk_widget_class_bind_template_child (widget_class, BridgeRuleEditor, month_day_spin);
  gtk_widget_class_bind_template_child (widget_class, BridgeRuleEditor, interval_row);
  gtk_widget_class_bind_template_child (widget_class, BridgeRuleEditor, interval_spin);
  gtk_widget_class_bind_template_child (widget_class, BridgeRuleEditor, custom_row);
  gtk_widget_class_bind_template_child (widget_class, BridgeRuleEditor, times_group);
  gtk_widget_class_bind_template_child (widget_class, BridgeRuleEditor, add_time_button);
  gtk_widget_class_bind_template_child (widget_class, BridgeRuleEditor, range_group);
  gtk_widget_class_bind_template_child (widget_class, BridgeRuleEditor, start_row);
  gtk_widget_class_bind_template_child (widget_class, BridgeRuleEditor, start_entry);
  gtk_widget_class_bind_template_child (widget_class, BridgeRuleEditor, end_row);
  gtk_widget_class_bind_template_child (widget_class, BridgeRuleEditor, until_row);
  gtk_widget_class_bind_template_child (widget_class, BridgeRuleEditor, until_entry);
  gtk_widget_class_bind_template_child (widget_class, BridgeRuleEditor, count_row);
  gtk_widget_class_bind_template_child (widget_class, BridgeRuleEditor, count_spin);
  gtk_widget_class_bind_template_child (widget_class, BridgeRuleEditor, pinned_row);
  gtk_widget_class_bind_template_child (widget_class, BridgeRuleEditor, pinned_switch);
  gtk_widget_class_bind_template_child (widget_class, BridgeRuleEditor, zone_row);
  gtk_widget_class_bind_template_child (widget_class, BridgeRuleEditor, zone_chooser);
  gtk_widget_class_bind_template_child (widget_class, BridgeRuleEditor, words_label);
  gtk_widget_class_bind_template_child (widget_class, BridgeRuleEditor, dates_label);
  gtk_widget_class_bind_template_child (widget_class, BridgeRuleEditor, summary);
  gtk_widget_class_bind_template_callback (widget_class, repeat_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, fields_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, month_day_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, days_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, add_time_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, start_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, until_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, end_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, pinned_changed_cb);
}

static void
bridge_rule_editor_init (BridgeRuleEditor *self)
{
  GtkStringList *weekdays = gtk_string_list_new (NULL);
  g_autoptr (GSettings) settings = bridge_settings_new ();

  self->loading = TRUE;
  self->times = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));

  self->first_weekday = bridge_settings_get_first_weekday (settings);
  for (int i = 0; i < 7; i++)
    {
      g_autofree char *name = bridge_weekday_to_words ((self->first_weekday - 1 + i) % 7 + 1, TRUE);

      gtk_string_list_append (weekdays, name);
    }
  adw_combo_row_set_model (self->weekday_row, G_LIST_MODEL (weekdays));
  g_object_unref (weekdays);

  self->clash_note = bridge_clash_note_new ();
  g_signal_connect_object (self->clash_note, "taken", G_CALLBACK (taken_cb), self, 0);
  bridge_date_entry_set_name (self->start_entry, _("Starts on"));
  bridge_date_entry_set_name (self->until_entry, _("Last day"));
  bridge_editable_set_name (self->custom_row,
                            adw_preferences_row_get_title (ADW_PREFERENCES_ROW (self->custom_row)));
  add_time (self, EVENING);
  self->loading = FALSE;
}

/**
 * bridge_rule_editor_new:
 * @clock: the clock
 *
 * An editor that says: once a week from tomorrow, in the evening.
 *
 * Returns: (transfer floating): the widget
 */
GtkWidget *
bridge_rule_editor_new (BridgeClock *clock)
{
  BridgeRuleEditor *self = g_object_new (BRIDGE_TYPE_RULE_EDITOR, NULL);

  bridge_rule_editor_set_clock (self, clock);

  return GTK_WIDGET (self);
}

/**
 * bridge_rule_editor_set_clock:
 * @self: the editor
 * @clock: the clock that says what comes next
 *
 * Hands it the clock; an editor from a template is empty before.
 */
void
bridge_rule_editor_set_clock (BridgeRuleEditor *self,
                              BridgeClock      *clock)
{
  g_set_object (&self->clock, clock);
  bridge_rule_editor_set_schedule (self, NULL);
}

/**
 * bridge_rule_editor_set_schedule:
 * @self: the editor, which has a clock
 * @schedule: (nullable): what to show, or %NULL for once a week from tomorrow at 19:00
 *
 * Fills the fields.
 */
void
bridge_rule_editor_set_schedule (BridgeRuleEditor *self,
                                 BridgeSchedule   *schedule)
{
  BridgeLocal today = bridge_local_day_start (bridge_clock_local_now (self->clock));
  BridgeLocal start = today + BRIDGE_DAY + EVENING * BRIDGE_MINUTE;
  const int evening = EVENING;
  const int *times = &evening;
  const char *zone = NULL;
  guint n_times = 1;

  self->loading = TRUE;
  g_clear_pointer (&self->given, bridge_schedule_unref);
  g_clear_pointer (&self->preset, bridge_rule_preset_free);

  if (schedule != NULL)
    {
      self->given = bridge_schedule_ref (schedule);
      start = bridge_schedule_get_start (schedule);
      times = bridge_schedule_get_times (schedule, &n_times);
      zone = bridge_schedule_get_zone (schedule);
      self->preset = bridge_rule_preset_new_from_rule (bridge_schedule_get_recurrence (schedule), start);
    }
  else
    {
      self->preset = bridge_rule_preset_new (start);
      self->preset->kind = BRIDGE_RULE_WEEKLY;
    }

  while (self->times->len > 0)
    adw_preferences_group_remove (self->times_group,
                                  g_ptr_array_steal_index (self->times, self->times->len - 1));
  for (guint i = 0; i < n_times; i++)
    add_time (self, times[i]);

  adw_combo_row_set_selected (self->repeat_row, self->preset->kind);
  bridge_weekdays_set_weekdays (self->days, self->preset->weekdays);
  adw_combo_row_set_selected (self->ordinal_row,
                              self->preset->ordinal == -1 ? 5 : (guint)self->preset->ordinal - 1);
  adw_combo_row_set_selected (self->weekday_row, (guint) (self->preset->weekday - self->first_weekday + 7) % 7);
  gtk_spin_button_set_value (self->month_day_spin, self->preset->month_day);
  gtk_spin_button_set_value (self->interval_spin, self->preset->interval);
  gtk_editable_set_text (GTK_EDITABLE (self->custom_row),
                         self->preset->custom != NULL ? self->preset->custom : "");
  bridge_date_entry_set_date (self->start_entry, bridge_local_day_start (start));
  adw_combo_row_set_selected (self->end_row, self->preset->end);
  bridge_date_entry_set_date (self->until_entry, bridge_local_day_start (self->preset->until));
  gtk_spin_button_set_value (self->count_spin, self->preset->count);
  gtk_switch_set_active (self->pinned_switch, zone != NULL);
  bridge_zone_chooser_set_zone (self->zone_chooser, zone);
  self->loading = FALSE;

  update (self);
}

/**
 * bridge_rule_editor_dup_schedule:
 * @self: the editor, which has a clock
 * @error: what is still needed: a whole sentence
 *
 * What the fields say.
 *
 * Returns: (transfer full) (nullable): the schedule, or %NULL with @error set
 */
BridgeSchedule *
bridge_rule_editor_dup_schedule (BridgeRuleEditor  *self,
                                 GError           **error)
{
  if (self->schedule != NULL)
    return bridge_schedule_ref (self->schedule);

  g_propagate_error (error, g_error_copy (self->error));

  return NULL;
}

/**
 * bridge_rule_editor_show_clash:
 * @self: the editor, which has a clock
 * @clash: (nullable): what the schedule falls into, or %NULL
 *
 * Says it under the times, and offers others. Screen readers hear it at the time it is about.
 */
void
bridge_rule_editor_show_clash (BridgeRuleEditor  *self,
                               const BridgeClash *clash)
{
  BridgeLocal now = bridge_clock_local_now (self->clock);
  g_autofree char *words = clash != NULL ? bridge_clash_to_words (clash, now) : NULL;

  bridge_clash_note_show (BRIDGE_CLASH_NOTE (self->clash_note), clash, now);
  for (guint i = 0; i < self->times->len; i++)
    {
      BridgeTimeEntry *entry = bridge_rule_fields_get_time_entry (g_ptr_array_index (self->times, i));
      int minute = bridge_time_entry_get_minute (entry);

      if (clash != NULL && minute == clash->minute)
        gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, words, -1);
      else if (minute >= 0)
        gtk_accessible_reset_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION);
    }
}

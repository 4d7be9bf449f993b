/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "bridge-around-life"

#include "config.h"

#include "bridge-around-life.h"

#include <glib/gi18n-lib.h>

#include "bridge-date-entry.h"
#include "bridge-feedback.h"
#include "bridge-form.h"
#include "bridge-hours-row.h"
#include "bridge-into-view.h"
#include "bridge-life-words.h"
#include "bridge-rows.h"
#include "bridge-week-picture.h"
#include "bridge-words.h"
#include "bridge-wrap-layout.h"

#define NIGHT_FROM (22 * 60)
#define NIGHT_TO (7 * 60)
#define PEAK_FROM (17 * 60)
#define PEAK_TO (18 * 60)
#define EVERY_DAY 127
#define HOURS_PER_DAY 24
#define WORKING_DAYS 31

struct _BridgeAroundLife
{
  AdwWindow parent_instance;

  BridgeSpace *space;

  AdwComboRow *who_row;
  GtkWidget *unwell_row;
  GtkWidget *unwell_button;
  AdwExpanderRow *away_row;
  AdwActionRow *from_row;
  BridgeDateEntry *from_entry;
  AdwActionRow *until_row;
  BridgeDateEntry *until_entry;
  GtkWidget *away_button;
  GtkWidget *absences_group;
  GtkListBox *absences_list;
  GtkWidget *week_group;
  BridgeWeekPicture *week_picture;
  GtkListBox *quiet_list;
  GtkWidget *add_quiet_button;
  GtkListBox *stress_list;
  GtkWidget *add_stress_button;
};

G_DEFINE_FINAL_TYPE (BridgeAroundLife, bridge_around_life, ADW_TYPE_WINDOW)

static BridgeLocal
get_now (BridgeAroundLife *self)
{
  return bridge_clock_local_now (bridge_space_get_clock (self->space));
}

static BridgeLocal
get_today (BridgeAroundLife *self)
{
  return bridge_local_day_start (get_now (self));
}

/* Whose days: (nullable) */
static const char *
get_who (BridgeAroundLife *self)
{
  BridgePerson *persons[] = { NULL, bridge_space_get_me (self->space), bridge_space_get_partner (self->space) };
  guint selected = adw_combo_row_get_selected (self->who_row);

  if (persons[2] == NULL || selected == 0 || selected >= G_N_ELEMENTS (persons))
    return NULL;

  return bridge_person_get_id (persons[selected]);
}

static gboolean
is_empty (BridgeDateEntry *entry)
{
  g_autofree char *text
    = bridge_text_clean (gtk_editable_get_text (GTK_EDITABLE (bridge_date_entry_get_entry (entry))), FALSE);

  return text == NULL;
}

static gboolean
is_over (BridgeAbsence *absence,
         BridgeLocal    today)
{
  BridgeLocal until = bridge_absence_get_until (absence);

  return until != BRIDGE_LOCAL_NONE && until <= today;
}

/* Whether a whole day rests already for who is chosen. */
static gboolean
rests_already (BridgeAroundLife *self,
               BridgeLocal       day)
{
  GListModel *absences = bridge_space_get_absences (self->space);
  const char *who = get_who (self);

  for (guint i = 0; i < g_list_model_get_n_items (absences); i++)
    {
      g_autoptr (BridgeAbsence) absence = g_list_model_get_item (absences, i);

      if (bridge_absence_get_from (absence) <= day && !is_over (absence, day) &&
          (bridge_absence_get_who (absence) == NULL || g_strcmp0 (bridge_absence_get_who (absence), who) == 0))
        return TRUE;
    }

  return FALSE;
}

/* What the dates still need, said under them, and what they mean. */
static void
update_away (BridgeAroundLife *self)
{
  gboolean writable = !bridge_space_get_read_only (self->space);
  BridgeLocal from = bridge_date_entry_get_date (self->from_entry);
  BridgeLocal until = bridge_date_entry_get_date (self->until_entry);
  gboolean open = is_empty (self->until_entry);
  gboolean dated = from != BRIDGE_LOCAL_NONE && (open || until != BRIDGE_LOCAL_NONE);
  gboolean reversed = dated && !open && until <= from;
  g_autofree char *from_words = from != BRIDGE_LOCAL_NONE ? bridge_words_date_full (from) : NULL;
  g_autofree char *until_words = until != BRIDGE_LOCAL_NONE ? bridge_words_date_full (until) : NULL;

  bridge_date_entry_set_needed (self->until_entry, !open);
  bridge_date_entry_set_problem (self->until_entry, reversed ? _("The day back comes after the first day.") : NULL);
  adw_action_row_set_subtitle (self->from_row, from_words != NULL ? from_words : "");
  adw_action_row_set_subtitle (self->until_row, until_words != NULL ? until_words : open ? _("Open, while it is empty") : "");
  gtk_button_set_label (GTK_BUTTON (self->away_button), open ? _("Rest for Now") : _("Rest Until Then"));
  gtk_widget_set_sensitive (self->away_button, writable && dated && !reversed);
  gtk_widget_set_sensitive (self->unwell_button, writable && !rests_already (self, get_today (self)));
}

static void
fields_changed_cb (BridgeAroundLife *self)
{
  if (self->space != NULL)
    update_away (self);
}

/* (nullable): the row of what has this id */
static GtkWidget *
find_row (GtkListBox *list,
          const char *id)
{
  GtkWidget *row = gtk_widget_get_first_child (GTK_WIDGET (list));

  while (row != NULL && g_strcmp0 (g_object_get_data (G_OBJECT (row), "bridge-id"), id) != 0)
    row = gtk_widget_get_next_sibling (row);

  return row;
}

/* What was just added gets the focus, and is seen. */
static void
show_added (GtkWidget *row)
{
  gtk_widget_child_focus (row, GTK_DIR_TAB_FORWARD);
  bridge_into_view (row);
}

static gboolean
add_absence (BridgeAroundLife  *self,
             BridgeAbsenceKind  kind,
             BridgeLocal        from,
             BridgeLocal        until)
{
  g_autoptr (BridgeAbsence) absence = bridge_absence_new (kind, get_who (self), from, until);
  g_autoptr (BridgeAbsence) stored = NULL;
  g_autoptr (GError) error = NULL;
  GtkWidget *row;

  stored = bridge_space_add_absence (self->space, absence, &error);
  if (stored == NULL)
    {
      bridge_feedback_show_error (GTK_WIDGET (self->away_row), error);
      return FALSE;
    }

  bridge_feedback_show_undo (GTK_WIDGET (self->away_row), self->space);
  row = find_row (self->absences_list, bridge_absence_get_id (stored));
  if (row != NULL)
    show_added (row);

  return TRUE;
}

static void
unwell_clicked_cb (BridgeAroundLife *self)
{
  BridgeLocal today = get_today (self);

  add_absence (self, BRIDGE_ABSENCE_UNWELL, today, today + BRIDGE_DAY);
}

static void
clear_away (BridgeAroundLife *self)
{
  bridge_date_entry_set_date (self->from_entry, get_today (self));
  gtk_editable_set_text (GTK_EDITABLE (bridge_date_entry_get_entry (self->until_entry)), "");
}

static void
away_clicked_cb (BridgeAroundLife *self)
{
  if (!add_absence (self, BRIDGE_ABSENCE_AWAY, bridge_date_entry_get_date (self->from_entry),
                    bridge_date_entry_get_date (self->until_entry)))
    return;

  adw_expander_row_set_expanded (self->away_row, FALSE);
  clear_away (self);
}

static GtkListBox *
get_list (BridgeAroundLife *self,
          BridgeHoursKind   kind)
{
  return kind == BRIDGE_HOURS_QUIET ? self->quiet_list : self->stress_list;
}

/* Usual hours, opened to be changed. */
static void
add_hours (BridgeAroundLife *self,
           BridgeHours      *hours)
{
  GtkListBox *list = get_list (self, bridge_hours_get_kind (hours));
  g_autoptr (BridgeHours) stored = NULL;
  g_autoptr (GError) error = NULL;
  GtkWidget *row;

  stored = bridge_space_add_hours (self->space, hours, &error);
  if (stored == NULL)
    {
      bridge_feedback_show_error (GTK_WIDGET (list), error);
      return;
    }

  bridge_feedback_show_undo (GTK_WIDGET (list), self->space);
  row = find_row (list, bridge_hours_get_id (stored));
  if (row == NULL)
    return;
  adw_expander_row_set_expanded (ADW_EXPANDER_ROW (row), TRUE);
  show_added (row);
}

static gboolean
are_noted (BridgeAroundLife *self,
           BridgeHours      *hours)
{
  GListModel *present = bridge_space_get_hours (self->space);

  for (guint i = 0; i < g_list_model_get_n_items (present); i++)
    {
      g_autoptr (BridgeHours) item = g_list_model_get_item (present, i);

      if (bridge_hours_get_kind (item) == bridge_hours_get_kind (hours) &&
          bridge_hours_get_weekdays (item) == bridge_hours_get_weekdays (hours) &&
          bridge_hours_get_from (item) == bridge_hours_get_from (hours) &&
          bridge_hours_get_to (item) == bridge_hours_get_to (hours))
        return TRUE;
    }

  return FALSE;
}

/* The very same are not noted twice: where the usual ones are there already, the hour that follows begins the next. */
static void
add_usual_hours (BridgeAroundLife *self,
                 BridgeHoursKind   kind,
                 int               days,
                 int               from,
                 int               to)
{
  g_autoptr (BridgeHours) hours = bridge_hours_new (kind, days, from, to);

  for (int i = 0; i < HOURS_PER_DAY && are_noted (self, hours); i++)
    {
      from = to;
      to = (from + 60) % (HOURS_PER_DAY * 60);
      g_object_set (hours, "from", from, "to", to, NULL);
    }

  add_hours (self, hours);
}

static void
add_quiet_clicked_cb (BridgeAroundLife *self)
{
  add_usual_hours (self, BRIDGE_HOURS_QUIET, EVERY_DAY, NIGHT_FROM, NIGHT_TO);
}

static void
add_stress_clicked_cb (BridgeAroundLife *self)
{
  add_usual_hours (self, BRIDGE_HOURS_STRESS, WORKING_DAYS, PEAK_FROM, PEAK_TO);
}

static char *
get_hours_key (gpointer item)
{
  return g_strdup (bridge_hours_get_id (item));
}

static GtkWidget *
create_hours_row (gpointer item,
                  gpointer user_data)
{
  BridgeAroundLife *self = user_data;
  GtkWidget *row = bridge_hours_row_new (self->space);

  g_object_set_data_full (G_OBJECT (row), "bridge-id", g_strdup (bridge_hours_get_id (item)), g_free);

  return row;
}

static void
update_hours_row (GtkWidget *row,
                  gpointer   item,
                  gpointer   user_data)
{
  bridge_hours_row_show (BRIDGE_HOURS_ROW (row), item);
}

static void
show_hours (BridgeAroundLife *self,
            BridgeHoursKind   kind)
{
  GListModel *hours = bridge_space_get_hours (self->space);
  GtkListBox *list = get_list (self, kind);
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);
  int position = 0;
  gboolean had_focus = bridge_rows_has_focus (list, &position);

  for (guint i = 0; i < g_list_model_get_n_items (hours); i++)
    {
      g_autoptr (BridgeHours) item = g_list_model_get_item (hours, i);

      if (bridge_hours_get_kind (item) == kind)
        g_ptr_array_add (items, g_steal_pointer (&item));
    }

  bridge_rows_sync (list, items, get_hours_key, create_hours_row, update_hours_row, self);
  if (had_focus && !bridge_rows_has_focus (list, &(int) { 0 }))
    {
      if (items->len > 0)
        bridge_rows_focus (list, position);
      else
        gtk_widget_grab_focus (kind == BRIDGE_HOURS_QUIET ? self->add_quiet_button : self->add_stress_button);
    }
}

static char *
get_absence_key (gpointer item)
{
  return g_strdup (bridge_absence_get_id (item));
}

/* Back today, or away with what has not begun. */
static void
end_clicked_cb (GtkButton        *button,
                BridgeAroundLife *self)
{
  GtkWidget *row = gtk_widget_get_ancestor (GTK_WIDGET (button), ADW_TYPE_ACTION_ROW);
  g_autofree char *id = g_strdup (g_object_get_data (G_OBJECT (row), "bridge-id"));
  g_autoptr (GError) error = NULL;

  if (bridge_space_end_absence (self->space, id, &error))
    bridge_feedback_show_undo (GTK_WIDGET (self->away_row), self->space);
  else
    bridge_feedback_show_error (GTK_WIDGET (self->away_row), error);
}

static GtkWidget *
create_absence_row (gpointer item,
                    gpointer user_data)
{
  BridgeAroundLife *self = user_data;
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *button = gtk_button_new ();

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  g_signal_connect_object (button, "clicked", G_CALLBACK (end_clicked_cb), self, 0);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 0);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
  g_object_set_data_full (G_OBJECT (row), "bridge-id", g_strdup (bridge_absence_get_id (item)), g_free);
  g_object_set_data (G_OBJECT (row), "bridge-button", button);

  return row;
}

static void
update_absence_row (GtkWidget *row,
                    gpointer   item,
                    gpointer   user_data)
{
  BridgeAroundLife *self = user_data;
  GtkWidget *button = g_object_get_data (G_OBJECT (row), "bridge-button");
  const char *who = bridge_absence_get_who (item);
  BridgePerson *person = who != NULL ? bridge_space_find_person (self->space, who) : NULL;
  g_autofree char *words = bridge_absence_to_words (item, get_now (self));
  g_autofree char *name = NULL;
  gboolean begun = bridge_absence_get_from (item) <= get_today (self);
  const char *label = begun ? _("Back Today") : _("Remove");

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), words);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), person != NULL ? bridge_person_get_name (person)
                                                     : bridge_space_get_partner (self->space) != NULL ? _("Both of you")
                                                                                                      : "");
  gtk_button_set_label (GTK_BUTTON (button), label);
  /* Translators: a button and what it is about, as in "Back Today: Away until Friday, 27 November". */
  name = g_strdup_printf (_("%1$s: %2$s"), label, words);
  bridge_set_name (button, name);
  gtk_widget_set_sensitive (button, !bridge_space_get_read_only (self->space));
}

static void
show_absences (BridgeAroundLife *self)
{
  GListModel *absences = bridge_space_get_absences (self->space);
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);
  int position = 0;
  gboolean had_focus = bridge_rows_has_focus (self->absences_list, &position);

  for (guint i = 0; i < g_list_model_get_n_items (absences); i++)
    {
      g_autoptr (BridgeAbsence) item = g_list_model_get_item (absences, i);

      if (!is_over (item, get_today (self)))
        g_ptr_array_add (items, g_steal_pointer (&item));
    }

  bridge_rows_sync (self->absences_list, items, get_absence_key, create_absence_row, update_absence_row, self);
  gtk_widget_set_visible (self->absences_group, items->len > 0);
  if (had_focus && !bridge_rows_has_focus (self->absences_list, &(int) { 0 }))
    {
      if (items->len > 0)
        bridge_rows_focus (self->absences_list, position);
      else
        gtk_widget_child_focus (self->unwell_row, GTK_DIR_TAB_FORWARD);
    }
}

static void
show_persons (BridgeAroundLife *self)
{
  BridgePerson *me = bridge_space_get_me (self->space);
  BridgePerson *partner = bridge_space_get_partner (self->space);
  guint selected = adw_combo_row_get_selected (self->who_row);
  g_autoptr (GtkStringList) names = NULL;
  g_autofree char *only_me = NULL;
  g_autofree char *only_partner = NULL;
  gboolean two = me != NULL && partner != NULL;

  gtk_widget_set_visible (GTK_WIDGET (self->who_row), two);
  if (!two)
    return;

  only_me = g_strdup_printf (_("Only %s"), bridge_person_get_name (me));
  only_partner = g_strdup_printf (_("Only %s"), bridge_person_get_name (partner));
  names = gtk_string_list_new ((const char *[]) { _("Both of you"), only_me, only_partner, NULL });
  adw_combo_row_set_model (self->who_row, G_LIST_MODEL (names));
  adw_combo_row_set_selected (self->who_row, selected < 3 ? selected : 0);
}

static void
refresh (BridgeAroundLife *self)
{
  GListModel *hours = bridge_space_get_hours (self->space);
  gboolean writable = !bridge_space_get_read_only (self->space);

  show_hours (self, BRIDGE_HOURS_QUIET);
  show_hours (self, BRIDGE_HOURS_STRESS);
  show_absences (self);
  bridge_week_picture_set_hours (self->week_picture, hours);
  gtk_widget_set_visible (self->week_group, g_list_model_get_n_items (hours) > 0);
  gtk_widget_set_sensitive (self->add_quiet_button, writable);
  gtk_widget_set_sensitive (self->add_stress_button, writable);
  update_away (self);
}

static void
space_changed_cb (BridgeSpace      *space,
                  BridgeKinds       kinds,
                  gboolean          from_outside,
                  BridgeAroundLife *self)
{
  if (kinds & BRIDGE_KIND_PERSONS)
    show_persons (self);
  if (kinds & (BRIDGE_KIND_PERSONS | BRIDGE_KIND_HOURS | BRIDGE_KIND_ABSENCES | BRIDGE_KIND_SETTINGS))
    refresh (self);
}

static void
woke_cb (BridgeAroundLife *self)
{
  refresh (self);
}

static void
undo_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  BridgeAroundLife *self = BRIDGE_AROUND_LIFE (widget);
  gboolean undo = g_str_equal (name, "life.undo");
  g_autoptr (GError) error = NULL;

  if (undo ? bridge_space_get_undo_label (self->space) == NULL : !bridge_space_can_redo (self->space))
    return;
  if (undo ? bridge_space_undo (self->space, &error) : bridge_space_redo (self->space, &error))
    bridge_feedback_show (GTK_WIDGET (self->away_row), undo ? _("Taken back") : _("Done again"));
  else
    bridge_feedback_show_error (GTK_WIDGET (self->away_row), error);
}

static void
bridge_around_life_dispose (GObject *object)
{
  BridgeAroundLife *self = BRIDGE_AROUND_LIFE (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), BRIDGE_TYPE_AROUND_LIFE);
  g_clear_object (&self->space);

  G_OBJECT_CLASS (bridge_around_life_parent_class)->dispose (object);
}

static void
bridge_around_life_class_init (BridgeAroundLifeClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bridge_around_life_dispose;

  g_type_ensure (BRIDGE_TYPE_DATE_ENTRY);
  g_type_ensure (BRIDGE_TYPE_WEEK_PICTURE);
  g_type_ensure (BRIDGE_TYPE_WRAP_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, APP_PATH "/ui/around-life.ui");
  gtk_widget_class_bind_template_child (widget_class, BridgeAroundLife, who_row);
  gtk_widget_class_bind_template_child (widget_class, BridgeAroundLife, unwell_row);
  gtk_widget_class_bind_template_child (widget_class, BridgeAroundLife, unwell_button);
  gtk_widget_class_bind_template_child (widget_class, BridgeAroundLife, away_row);
  gtk_widget_class_bind_template_child (widget_class, BridgeAroundLife, from_row);
  gtk_widget_class_bind_template_child (widget_class, BridgeAroundLife, from_entry);
  gtk_widget_class_bind_template_child (widget_class, BridgeAroundLife, until_row);
  gtk_widget_class_bind_template_child (widget_class, BridgeAroundLife, until_entry);
  gtk_widget_class_bind_template_child (widget_class, BridgeAroundLife, away_button);
  gtk_widget_class_bind_template_child (widget_class, BridgeAroundLife, absences_group);
  gtk_widget_class_bind_template_child (widget_class, BridgeAroundLife, absences_list);
  gtk_widget_class_bind_template_child (widget_class, BridgeAroundLife, week_group);
  gtk_widget_class_bind_template_child (widget_class, BridgeAroundLife, week_picture);
  gtk_widget_class_bind_template_child (widget_class, BridgeAroundLife, quiet_list);
  gtk_widget_class_bind_template_child (widget_class, BridgeAroundLife, add_quiet_button);
  gtk_widget_class_bind_template_child (widget_class, BridgeAroundLife, stress_list);
  gtk_widget_class_bind_template_child (widget_class, BridgeAroundLife, add_stress_button);
  gtk_widget_class_bind_template_callback (widget_class, fields_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, unwell_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, away_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, add_quiet_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, add_stress_clicked_cb);

  gtk_widget_class_install_action (widget_class, "life.undo", NULL, undo_action);
  gtk_widget_class_install_action (widget_class, "life.redo", NULL, undo_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_z, GDK_CONTROL_MASK, "life.undo", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_z, GDK_CONTROL_MASK | GDK_SHIFT_MASK, "life.redo", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
bridge_around_life_init (BridgeAroundLife *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  bridge_set_name (self->add_quiet_button, _("Add quiet hours"));
  bridge_set_name (self->add_stress_button, _("Add a stress peak"));

  bridge_date_entry_set_name (self->from_entry, _("First day"));
  bridge_date_entry_set_name (self->until_entry, _("Back on"));
  bridge_set_name (self->unwell_button, _("Unwell: rest today"));
}

/**
 * bridge_around_life_new:
 * @space: the space
 * @parent: (nullable): the window it stands over
 *
 * Quiet hours, stress peaks and days away.
 *
 * Returns: (transfer floating): the window, not presented yet
 */
GtkWidget *
bridge_around_life_new (BridgeSpace *space,
                        GtkWindow   *parent)
{
  BridgeAroundLife *self = g_object_new (BRIDGE_TYPE_AROUND_LIFE, "transient-for", parent, NULL);

  self->space = g_object_ref (space);
  show_persons (self);
  clear_away (self);
  refresh (self);
  g_signal_connect_object (space, "changed", G_CALLBACK (space_changed_cb), self, 0);
  g_signal_connect_object (bridge_space_get_clock (space), "woke", G_CALLBACK (woke_cb), self, G_CONNECT_SWAPPED);

  return GTK_WIDGET (self);
}

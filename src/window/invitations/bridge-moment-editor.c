/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "bridge-moment-editor"

#include "config.h"

#include "bridge-moment-editor.h"

#include <glib/gi18n-lib.h>

#include "bridge-date-entry.h"
#include "bridge-feedback.h"
#include "bridge-fit-label.h"
#include "bridge-form.h"
#include "bridge-time-entry.h"
#include "bridge-words.h"

#define TITLE_MAX 120
#define WORDS_MAX 500
#define EVENING (19 * 60) /* minutes of the day */

/* In the order of the template */
static const struct {
  BridgeInvitationSubject subject;
  const char *what; /* the name of the title's row */
} subjects[] = {
  { BRIDGE_INVITATION_MOMENT, N_("What it is") },
  { BRIDGE_INVITATION_CONVERSATION, N_("About, if you like to say it") },
  { BRIDGE_INVITATION_CHECK_IN, N_("What it is called, if you like") },
};

struct _BridgeMomentEditor
{
  AdwWindow parent_instance;

  BridgeSpace *space;

  BridgeFitLabel *title_label;
  GtkWidget *save_button;
  AdwComboRow *subject_row;
  GtkWidget *title_row;
  GtkWidget *title_note;
  GtkWidget *date_row;
  BridgeDateEntry *date_entry;
  GtkWidget *date_note;
  BridgeTimeEntry *time_entry;
  GtkSpinButton *minutes_spin;
  GtkWidget *words_row;
  GtkWidget *words_note;
  GtkLabel *asked_label;
};

G_DEFINE_FINAL_TYPE (BridgeMomentEditor, bridge_moment_editor, ADW_TYPE_WINDOW)

static BridgeLocal
get_now (BridgeMomentEditor *self)
{
  return bridge_clock_local_now (bridge_space_get_clock (self->space));
}

/* What it is for. */
static guint
get_subject (BridgeMomentEditor *self)
{
  guint selected = adw_combo_row_get_selected (self->subject_row);

  return selected < G_N_ELEMENTS (subjects) ? selected : 0;
}

static BridgeLocal
get_at (BridgeMomentEditor *self)
{
  BridgeLocal date = bridge_date_entry_get_date (self->date_entry);
  int minute = bridge_time_entry_get_minute (self->time_entry);

  return date == BRIDGE_LOCAL_NONE || minute < 0 ? BRIDGE_LOCAL_NONE : date + minute * BRIDGE_MINUTE;
}

static gboolean
check_length (GtkWidget *row,
              GtkWidget *note,
              int        max)
{
  gboolean fits = g_utf8_strlen (gtk_editable_get_text (GTK_EDITABLE (row)), -1) <= max;
  g_autofree char *sentence = NULL;

  if (!fits)
    sentence = g_strdup_printf (ngettext ("There is room for %d character here.",
                                          "There is room for %d characters here.", max), max);
  bridge_note_row_set (note, row, sentence);
  return fits;
}

static void
update (BridgeMomentEditor *self)
{
  g_autofree char *title = NULL;
  const char *problem = NULL;
  BridgeLocal at;
  gboolean fits;
  gboolean named;

  if (self->space == NULL)
    return;

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->title_row), _(subjects[get_subject (self)].what));
  bridge_editable_set_name (self->title_row, _(subjects[get_subject (self)].what));

  title = bridge_text_clean (gtk_editable_get_text (GTK_EDITABLE (self->title_row)), FALSE);
  at = get_at (self);
  if (at == BRIDGE_LOCAL_NONE)
    problem = _("A day such as 2026-11-24 and a time such as 19:00 are needed here.");
  else if (at <= get_now (self))
    problem = _("Choose a time that is still to come.");
  bridge_note_row_set (self->date_note, bridge_date_entry_get_entry (self->date_entry), problem);
  fits = check_length (self->title_row, self->title_note, TITLE_MAX);
  fits = check_length (self->words_row, self->words_note, WORDS_MAX) && fits;

  named = title != NULL || subjects[get_subject (self)].subject != BRIDGE_INVITATION_MOMENT;
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "moment-editor.propose", named && problem == NULL && fits);
}

static void
fields_changed_cb (BridgeMomentEditor *self)
{
  update (self);
}

static void
propose_action (GtkWidget  *widget,
                const char *name,
                GVariant   *parameter)
{
  BridgeMomentEditor *self = BRIDGE_MOMENT_EDITOR (widget);
  GtkWindow *parent = gtk_window_get_transient_for (GTK_WINDOW (self));
  g_autoptr (GError) error = NULL;
  g_autoptr (BridgeInvitation) invitation =
    bridge_space_propose_moment (self->space, subjects[get_subject (self)].subject,
                                 gtk_editable_get_text (GTK_EDITABLE (self->title_row)), get_at (self),
                                 gtk_spin_button_get_value_as_int (self->minutes_spin),
                                 gtk_editable_get_text (GTK_EDITABLE (self->words_row)), &error);

  if (invitation == NULL)
    {
      bridge_feedback_show_error (widget, error);
      return;
    }
  if (parent != NULL)
    bridge_feedback_show_undo (GTK_WIDGET (parent), self->space);
  gtk_window_close (GTK_WINDOW (self));
}

static void
cancel_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  gtk_window_close (GTK_WINDOW (widget));
}

static void
bridge_moment_editor_dispose (GObject *object)
{
  BridgeMomentEditor *self = BRIDGE_MOMENT_EDITOR (object);

  g_clear_object (&self->space);
  gtk_widget_dispose_template (GTK_WIDGET (self), BRIDGE_TYPE_MOMENT_EDITOR);

  G_OBJECT_CLASS (bridge_moment_editor_parent_class)->dispose (object);
}

static void
bridge_moment_editor_class_init (BridgeMomentEditorClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bridge_moment_editor_dispose;

  g_type_ensure (BRIDGE_TYPE_DATE_ENTRY);
  g_type_ensure (BRIDGE_TYPE_FIT_LABEL);
  g_type_ensure (BRIDGE_TYPE_TIME_ENTRY);
  gtk_widget_class_set_template_from_resource (widget_class, APP_PATH "/ui/moment-editor.ui");
  gtk_widget_class_bind_template_child (widget_class, BridgeMomentEditor, title_label);
  gtk_widget_class_bind_template_child (widget_class, BridgeMomentEditor, save_button);
  gtk_widget_class_bind_template_child (widget_class, BridgeMomentEditor, subject_row);
  gtk_widget_class_bind_template_child (widget_class, BridgeMomentEditor, title_row);
  gtk_widget_class_bind_template_child (widget_class, BridgeMomentEditor, date_row);
  gtk_widget_class_bind_template_child (widget_class, BridgeMomentEditor, date_entry);
  gtk_widget_class_bind_template_child (widget_class, BridgeMomentEditor, time_entry);
  gtk_widget_class_bind_template_child (widget_class, BridgeMomentEditor, minutes_spin);
  gtk_widget_class_bind_template_child (widget_class, BridgeMomentEditor, words_row);
  gtk_widget_class_bind_template_child (widget_class, BridgeMomentEditor, asked_label);
  gtk_widget_class_bind_template_callback (widget_class, fields_changed_cb);

  gtk_widget_class_install_action (widget_class, "moment-editor.propose", NULL, propose_action);
  gtk_widget_class_install_action (widget_class, "moment-editor.cancel", NULL, cancel_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Return, GDK_CONTROL_MASK, "moment-editor.propose", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_KP_Enter, GDK_CONTROL_MASK, "moment-editor.propose", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "moment-editor.cancel", NULL);
}

static GtkWidget *
insert_note (GtkWidget *after)
{
  GtkWidget *list = gtk_widget_get_parent (after);
  GtkWidget *note = bridge_note_row_new ();

  gtk_list_box_insert (GTK_LIST_BOX (list), note, gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (after)) + 1);
  return note;
}

static void
bridge_moment_editor_init (BridgeMomentEditor *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  bridge_editable_set_name (self->words_row, adw_preferences_row_get_title (ADW_PREFERENCES_ROW (self->words_row)));
  bridge_date_entry_set_name (self->date_entry, _("Day"));
  self->title_note = insert_note (self->title_row);
  self->date_note = insert_note (self->date_row);
  self->words_note = insert_note (self->words_row);
  bridge_fit_label_set_text (self->title_label, gtk_window_get_title (GTK_WINDOW (self)),
                             gtk_window_get_title (GTK_WINDOW (self)));
  gtk_window_set_focus (GTK_WINDOW (self), self->title_row);
}

/**
 * bridge_moment_editor_new:
 * @space: a space of two
 * @parent: (nullable): the window it stands above
 *
 * It proposes by itself, shows an Undo in @parent, and closes.
 *
 * Returns: (transfer none): the window, to be presented
 */
GtkWidget *
bridge_moment_editor_new (BridgeSpace *space,
                          GtkWindow   *parent)
{
  BridgeMomentEditor *self = g_object_new (BRIDGE_TYPE_MOMENT_EDITOR, "transient-for", parent, NULL);
  BridgePerson *listener = bridge_space_get_listener (space);
  g_autofree char *asked = NULL;

  self->space = g_object_ref (space);
  if (listener != NULL)
    /* Translators: %s is a name */
    asked = g_strdup_printf (_("%s can say yes, name another time, or say not now. Once you both want it, you are both reminded."),
                             bridge_person_get_name (listener));
  gtk_label_set_label (self->asked_label, asked != NULL ? asked : "");
  bridge_date_entry_set_date (self->date_entry, bridge_local_day_start (get_now (self)) + BRIDGE_DAY);
  bridge_time_entry_set_minute (self->time_entry, EVENING);
  update (self);

  return GTK_WIDGET (self);
}

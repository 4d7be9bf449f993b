/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "bridge-moment-editor"

#include "config.h"

#include "bridge-moment-editor.h"

#include <glib/gi18n-lib.h>

#include "bridge-date-entry.h"
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
  BridgeEditor parent_instance;

  BridgeSpace *space; /* (transfer none): the editor has it */

  AdwComboRow *subject_row;
  GtkWidget *title_row;
  BridgeDateEntry *date_entry;
  BridgeTimeEntry *time_entry;
  GtkSpinButton *minutes_spin;
  GtkWidget *words_row;
  GtkLabel *asked_label;
};

G_DEFINE_FINAL_TYPE (BridgeMomentEditor, bridge_moment_editor, BRIDGE_TYPE_EDITOR)

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

static void
update (BridgeMomentEditor *self)
{
  g_autofree char *title = NULL;
  gboolean past;
  BridgeLocal at;
  gboolean fits;
  gboolean named;

  if (self->space == NULL)
    return;

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->title_row), _(subjects[get_subject (self)].what));
  bridge_editable_set_name (self->title_row, _(subjects[get_subject (self)].what));

  title = bridge_text_clean (gtk_editable_get_text (GTK_EDITABLE (self->title_row)), FALSE);
  at = get_at (self);
  past = at != BRIDGE_LOCAL_NONE && at <= get_now (self);
  bridge_date_entry_set_problem (self->date_entry, past ? _("Choose a time that is still to come.") : NULL);
  fits = bridge_editable_check_length (self->title_row, TITLE_MAX);
  fits = bridge_editable_check_length (self->words_row, WORDS_MAX) && fits;

  named = title != NULL || subjects[get_subject (self)].subject != BRIDGE_INVITATION_MOMENT;
  bridge_editor_set_ready (BRIDGE_EDITOR (self), named && at != BRIDGE_LOCAL_NONE && !past && fits);
}

static void
fields_changed_cb (BridgeMomentEditor *self)
{
  update (self);
}

static gboolean
bridge_moment_editor_store (BridgeEditor  *editor,
                            GError       **error)
{
  BridgeMomentEditor *self = BRIDGE_MOMENT_EDITOR (editor);
  g_autoptr (BridgeInvitation) invitation =
    bridge_space_propose_moment (self->space, subjects[get_subject (self)].subject,
                                 gtk_editable_get_text (GTK_EDITABLE (self->title_row)), get_at (self),
                                 gtk_spin_button_get_value_as_int (self->minutes_spin),
                                 gtk_editable_get_text (GTK_EDITABLE (self->words_row)), error);

  return invitation != NULL;
}

static void
bridge_moment_editor_dispose (GObject *object)
{
  BridgeMomentEditor *self = BRIDGE_MOMENT_EDITOR (object);

  self->space = NULL;
  gtk_widget_dispose_template (GTK_WIDGET (self), BRIDGE_TYPE_MOMENT_EDITOR);

  G_OBJECT_CLASS (bridge_moment_editor_parent_class)->dispose (object);
}

static void
bridge_moment_editor_class_init (BridgeMomentEditorClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bridge_moment_editor_dispose;
  BRIDGE_EDITOR_CLASS (klass)->store = bridge_moment_editor_store;

  g_type_ensure (BRIDGE_TYPE_DATE_ENTRY);
  g_type_ensure (BRIDGE_TYPE_TIME_ENTRY);
  gtk_widget_class_set_template_from_resource (widget_class, APP_PATH "/ui/moment-editor.ui");
  gtk_widget_class_bind_template_child (widget_class, BridgeMomentEditor, subject_row);
  gtk_widget_class_bind_template_child (widget_class, BridgeMomentEditor, title_row);
  gtk_widget_class_bind_template_child (widget_class, BridgeMomentEditor, date_entry);
  gtk_widget_class_bind_template_child (widget_class, BridgeMomentEditor, time_entry);
  gtk_widget_class_bind_template_child (widget_class, BridgeMomentEditor, minutes_spin);
  gtk_widget_class_bind_template_child (widget_class, BridgeMomentEditor, words_row);
  gtk_widget_class_bind_template_child (widget_class, BridgeMomentEditor, asked_label);
  gtk_widget_class_bind_template_callback (widget_class, fields_changed_cb);
}

static void
bridge_moment_editor_init (BridgeMomentEditor *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  bridge_row_name_editable (self->words_row);
  bridge_date_entry_set_name (self->date_entry, _("Day"));
  bridge_editor_set_verb (BRIDGE_EDITOR (self), _("_Propose"));
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

  self->space = space;
  bridge_editor_set_space (BRIDGE_EDITOR (self), space);
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

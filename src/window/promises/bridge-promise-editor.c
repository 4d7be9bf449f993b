/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "bridge-promise-editor"

#include "config.h"

#include "bridge-page.h"

#include <glib/gi18n-lib.h>

#include "bridge-date-entry.h"
#include "bridge-form.h"
#include "bridge-reminders-editor.h"
#include "bridge-time-entry.h"
#include "bridge-words.h"

#define EVENING (19 * 60)

struct _BridgePromiseEditor
{
  BridgeEditor parent_instance;

  BridgeSpace *space; /* (transfer none): the editor has it */
  BridgePromise *promise; /* a copy of what was given: what has no field stays as it was */
  BridgePromise *before;  /* (nullable): as it is stored; NULL: it is a new one */
  gboolean is_new;
  gboolean loading;

  AdwEntryRow *text_row;
  BridgeDateEntry *date_entry;
  GtkSwitch *time_switch;
  BridgeTimeEntry *time_entry;
  AdwComboRow *who_row;
  GtkLabel *asks_label;
  GtkSwitch *topic_switch;
  BridgeRemindersEditor *reminders;
};

G_DEFINE_FINAL_TYPE (BridgePromiseEditor, bridge_promise_editor, BRIDGE_TYPE_EDITOR)

/* The promise that the fields say: (transfer full) (nullable). */
static BridgePromise *
build (BridgePromiseEditor  *self,
       GError              **error)
{
  g_autoptr (BridgePromise) promise = bridge_promise_copy (self->promise);
  g_autofree char *text = bridge_text_clean (gtk_editable_get_text (GTK_EDITABLE (self->text_row)), FALSE);
  g_autofree char *remind = bridge_reminders_editor_dup_remind (self->reminders);
  gboolean timed = gtk_switch_get_active (self->time_switch);
  gboolean topic = gtk_switch_get_active (self->topic_switch);
  gboolean both = adw_combo_row_get_selected (self->who_row) == 1 || bridge_space_get_partner (self->space) == NULL;
  BridgeLocal due = bridge_date_entry_get_date (self->date_entry);
  int minute = bridge_time_entry_get_minute (self->time_entry);

  if (timed && due != BRIDGE_LOCAL_NONE)
    due = minute >= 0 ? due + minute * BRIDGE_MINUTE : BRIDGE_LOCAL_NONE;
  g_object_set (promise,
                "text", text != NULL ? text : "",
                "due", due,
                "timed", timed,
                "who", both ? NULL : bridge_person_get_id (bridge_space_get_speaker (self->space)),
                "about", topic ? BRIDGE_PROMISE_TOPIC : BRIDGE_PROMISE_FREE,
                "remind", remind,
                NULL);
  if (!topic)
    g_object_set (promise, "pause-id", NULL, NULL);
  return bridge_promise_validate (promise, error) ? g_steal_pointer (&promise) : NULL;
}

/* Whether what is chosen asks something of the other one, who then is asked. */
static void
show_asking (BridgePromiseEditor *self,
             BridgePromise       *promise)
{
  BridgePerson *listener = bridge_space_get_listener (self->space);
  gboolean both = adw_combo_row_get_selected (self->who_row) == 1;
  gboolean asks = promise != NULL ? bridge_space_promise_needs_yes (self->space, self->before, promise)
                                  : both && self->before == NULL && listener != NULL;
  g_autofree char *sentence = NULL;

  if (asks && listener != NULL)
    /* Translators: %s is a name */
    sentence = g_strdup_printf (_("%s is asked. It is a promise, with reminders, once both of you have said yes."),
                                bridge_person_get_name (listener));
  gtk_label_set_label (self->asks_label, sentence != NULL ? sentence : "");
  gtk_widget_set_visible (GTK_WIDGET (self->asks_label), sentence != NULL);
  bridge_editor_set_verb (BRIDGE_EDITOR (self), asks ? _("_Propose") : _("_Save"));
}

static void
update (BridgePromiseEditor *self)
{
  g_autoptr (BridgePromise) promise = NULL;
  BridgeLocal date;
  gboolean same;
  const char *problem = NULL;

  if (self->loading)
    return;

  gtk_widget_set_visible (GTK_WIDGET (self->time_entry), gtk_switch_get_active (self->time_switch));
  bridge_time_entry_set_needed (self->time_entry, gtk_switch_get_active (self->time_switch));
  date = bridge_date_entry_get_date (self->date_entry);
  same = !self->is_new && date == bridge_local_day_start (bridge_promise_get_due (self->promise));
  if (date != BRIDGE_LOCAL_NONE && date < bridge_editor_get_today (BRIDGE_EDITOR (self)) && !same)
    problem = _("Choose today or a day to come.");
  bridge_date_entry_set_problem (self->date_entry, problem);

  promise = build (self, NULL);
  show_asking (self, promise);
  bridge_editor_set_ready (BRIDGE_EDITOR (self), promise != NULL && problem == NULL);
}

static void
fields_changed_cb (BridgePromiseEditor *self)
{
  update (self);
}

static gboolean
bridge_promise_editor_store (BridgeEditor  *editor,
                             GError       **error)
{
  BridgePromiseEditor *self = BRIDGE_PROMISE_EDITOR (editor);
  g_autoptr (BridgePromise) promise = build (self, error);
  g_autoptr (BridgePromise) stored = NULL;
  g_autoptr (BridgeInvitation) invitation = NULL;

  if (promise == NULL)
    return FALSE;
  if (bridge_space_promise_needs_yes (self->space, self->before, promise))
    {
      invitation = bridge_space_propose_promise (self->space, promise, NULL, error);
      return invitation != NULL;
    }
  if (!self->is_new)
    return bridge_space_update_promise (self->space, promise, error);
  stored = bridge_space_add_promise (self->space, promise, error);
  return stored != NULL;
}

/* Nobody promises for the other: their own, or one of both. */
static void
fill_who (BridgePromiseEditor *self)
{
  BridgePerson *speaker = bridge_space_get_speaker (self->space);
  const char *choices[] = { speaker != NULL ? bridge_person_get_name (speaker) : "", _("Both"), NULL };

  bridge_combo_row_set_strings (self->who_row, choices);
  adw_combo_row_set_selected (self->who_row, !self->is_new && bridge_promise_get_who (self->promise) == NULL ? 1 : 0);
  gtk_widget_set_visible (GTK_WIDGET (self->who_row), bridge_space_get_partner (self->space) != NULL);
}

static void
fill (BridgePromiseEditor *self)
{
  BridgeLocal due = bridge_promise_get_due (self->promise);
  gboolean timed = bridge_promise_get_timed (self->promise);

  self->loading = TRUE;
  gtk_window_set_title (GTK_WINDOW (self), self->is_new ? _("New Promise") : _("Promise"));
  gtk_editable_set_text (GTK_EDITABLE (self->text_row), bridge_promise_get_text (self->promise));
  bridge_date_entry_set_date (self->date_entry, bridge_local_day_start (due));
  gtk_switch_set_active (self->time_switch, timed);
  bridge_time_entry_set_minute (self->time_entry, timed ? bridge_local_get_second_of_day (due) / 60 : EVENING);
  gtk_switch_set_active (self->topic_switch, bridge_promise_get_about (self->promise) == BRIDGE_PROMISE_TOPIC);
  bridge_reminders_editor_set_remind (self->reminders, bridge_promise_get_remind (self->promise));
  fill_who (self);
  self->loading = FALSE;
  update (self);
}

static void
bridge_promise_editor_dispose (GObject *object)
{
  BridgePromiseEditor *self = BRIDGE_PROMISE_EDITOR (object);

  self->loading = TRUE;
  gtk_widget_dispose_template (GTK_WIDGET (self), BRIDGE_TYPE_PROMISE_EDITOR);
  g_clear_object (&self->promise);
  g_clear_object (&self->before);

  G_OBJECT_CLASS (bridge_promise_editor_parent_class)->dispose (object);
}

static void
bridge_promise_editor_class_init (BridgePromiseEditorClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bridge_promise_editor_dispose;
  BRIDGE_EDITOR_CLASS (klass)->store = bridge_promise_editor_store;

  g_type_ensure (BRIDGE_TYPE_DATE_ENTRY);
  g_type_ensure (BRIDGE_TYPE_REMINDERS_EDITOR);
  g_type_ensure (BRIDGE_TYPE_TIME_ENTRY);
  gtk_widget_class_set_template_from_resource (widget_class, APP_PATH "/ui/promise-editor.ui");
  gtk_widget_class_bind_template_child (widget_class, BridgePromiseEditor, text_row);
  gtk_widget_class_bind_template_child (widget_class, BridgePromiseEditor, date_entry);
  gtk_widget_class_bind_template_child (widget_class, BridgePromiseEditor, time_switch);
  gtk_widget_class_bind_template_child (widget_class, BridgePromiseEditor, time_entry);
  gtk_widget_class_bind_template_child (widget_class, BridgePromiseEditor, who_row);
  gtk_widget_class_bind_template_child (widget_class, BridgePromiseEditor, asks_label);
  gtk_widget_class_bind_template_child (widget_class, BridgePromiseEditor, topic_switch);
  gtk_widget_class_bind_template_child (widget_class, BridgePromiseEditor, reminders);
  gtk_widget_class_bind_template_callback (widget_class, fields_changed_cb);
}

static void
bridge_promise_editor_init (BridgePromiseEditor *self)
{
  self->loading = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  bridge_date_entry_set_name (self->date_entry, _("Date"));
  bridge_editable_set_name (GTK_WIDGET (self->time_entry), _("Time"));
  bridge_reminders_editor_set_has_after (self->reminders, FALSE);
  gtk_window_set_focus (GTK_WINDOW (self), GTK_WIDGET (self->text_row));
}

/**
 * bridge_promise_editor_new:
 * @space: the space
 * @promise: (nullable): the promise to edit; without an id it is a new one, filled in beforehand; %NULL is an empty one for
 *   tomorrow
 * @parent: (nullable): the window it stands above
 *
 * A modal editor for every field of a promise. It saves by itself, shows an Undo in @parent, and closes.
 *
 * Returns: (transfer none): the window, to be presented
 */
GtkWidget *
bridge_promise_editor_new (BridgeSpace   *space,
                           BridgePromise *promise,
                           GtkWindow     *parent)
{
  BridgePromiseEditor *self = g_object_new (BRIDGE_TYPE_PROMISE_EDITOR, "transient-for", parent, NULL);

  self->space = space;
  bridge_editor_set_space (BRIDGE_EDITOR (self), space);
  if (promise != NULL)
    self->promise = bridge_promise_copy (promise);
  else
    self->promise = bridge_promise_new ("", NULL, bridge_editor_get_today (BRIDGE_EDITOR (self)) + BRIDGE_DAY, FALSE);
  self->is_new = bridge_promise_get_id (self->promise) == NULL;
  if (!self->is_new)
    self->before = bridge_space_find_promise (space, bridge_promise_get_id (self->promise), NULL);
  fill (self);

  return GTK_WIDGET (self);
}

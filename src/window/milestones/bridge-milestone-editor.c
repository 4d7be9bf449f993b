/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "bridge-milestone-editor"

#include "config.h"

#include "bridge-milestone-editor.h"

#include <glib/gi18n-lib.h>

#include "bridge-date-entry.h"
#include "bridge-feedback.h"
#include "bridge-form.h"
#include "bridge-milestone-record.h"
#include "bridge-milestone-state.h"
#include "bridge-space-milestones.h"
#include "bridge-words.h"
#include "bridge-wrap-layout.h"

#define N_KINDS (BRIDGE_WIN_BOUNDARY_KEPT + 1)
#define WORDS_MAX 500

struct _BridgeMilestoneEditor
{
  BridgeEditor parent_instance;

  BridgeSpace *space; /* (transfer none): the editor has it */
  BridgeMilestone *milestone; /* a copy of what was given: what has no field stays as it was */
  BridgeMilestone *before;    /* (nullable): as it is stored; NULL: it is a new one */
  GPtrArray *rituals;         /* (element-type BridgeRitual): that can be chosen */
  GPtrArray *checks;          /* (element-type GtkCheckButton) (unowned): one each */
  gboolean number_chosen;     /* somebody has said how many */
  int number_shown;           /* that stands in the field as a number */
  gboolean day_chosen;        /* … and when to look at it */
  gboolean loading;

  AdwEntryRow *title_row;
  AdwEntryRow *note_row;
  AdwComboRow *who_row;
  AdwComboRow *source_row;
  AdwComboRow *kind_row;
  GtkWidget *rituals_group;
  GtkListBox *rituals_list;
  GtkWidget *no_rituals_label;
  GtkWidget *number_row;
  GtkSpinButton *number_spin;
  GtkWidget *since_row;
  GtkWidget *since_box;
  BridgeDateEntry *since_entry;
  GtkSwitch *look_switch;
  GtkWidget *look_row;
  GtkWidget *look_box;
  BridgeDateEntry *look_entry;
  GtkLabel *ahead_label;
  GtkWidget *why_group;
  AdwEntryRow *why_row;
  GtkLabel *asks_label;
};

G_DEFINE_FINAL_TYPE (BridgeMilestoneEditor, bridge_milestone_editor, BRIDGE_TYPE_EDITOR)

static BridgeMilestoneSource
get_source (BridgeMilestoneEditor *self)
{
  return (BridgeMilestoneSource) adw_combo_row_get_selected (self->source_row);
}

/* (transfer none) (nullable): of both */
static const char *
get_who (BridgeMilestoneEditor *self)
{
  if (bridge_space_get_partner (self->space) == NULL || adw_combo_row_get_selected (self->who_row) == 1)
    return NULL;
  return bridge_person_get_id (bridge_space_get_speaker (self->space));
}

static char *
dup_ritual_ids (BridgeMilestoneEditor *self)
{
  g_autoptr (GString) ids = g_string_new (NULL);

  for (guint i = 0; i < self->checks->len; i++)
    {
      BridgeRitual *ritual = g_ptr_array_index (self->rituals, i);

      if (gtk_check_button_get_active (g_ptr_array_index (self->checks, i)) &&
          bridge_milestone_may_count (self->space, get_who (self), ritual))
        g_string_append_printf (ids, "%s%s", ids->len > 0 ? "," : "", bridge_ritual_get_id (ritual));
    }
  return g_string_free (g_steal_pointer (&ids), FALSE);
}

/* What is typed there, which the button itself would turn into another number: 0 is none that can be. */
static int
read_number (BridgeMilestoneEditor *self)
{
  g_autofree char *typed = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->number_spin))));
  guint64 number;

  return g_ascii_string_to_unsigned (typed, 10, 1, BRIDGE_MILESTONE_MAX_TARGET, &number, NULL) ? (int) number : 0;
}

/* What the fields say, whether it can be or not. (transfer full) */
static BridgeMilestone *
read_fields (BridgeMilestoneEditor *self)
{
  BridgeMilestone *milestone = bridge_milestone_copy (self->milestone);
  BridgeMilestoneSource source = get_source (self);
  g_autofree char *title = bridge_text_clean (gtk_editable_get_text (GTK_EDITABLE (self->title_row)), FALSE);
  g_autofree char *note = bridge_text_clean (gtk_editable_get_text (GTK_EDITABLE (self->note_row)), FALSE);
  g_autofree char *stored_note = bridge_text_clean (bridge_milestone_get_note (self->milestone), FALSE);
  g_autofree char *ids = dup_ritual_ids (self);
  guint kind = adw_combo_row_get_selected (self->kind_row);
  gboolean of_kind = source == BRIDGE_MILESTONE_FROM_WINS && kind > 0 && kind <= N_KINDS;

  g_object_set (milestone,
                "title", title != NULL ? title : "",
                /* The field has one line: a note of several stays as it is unless somebody writes another. */
                "note", g_strcmp0 (note, stored_note) == 0 ? bridge_milestone_get_note (self->milestone)
                        : note != NULL                     ? note
                                                           : "",
                "who", get_who (self),
                "source", source,
                "ritual-ids", source == BRIDGE_MILESTONE_FROM_RITUALS ? ids : "",
                "win-kind", of_kind ? bridge_enum_to_nick (BRIDGE_TYPE_WIN_KIND, (int) kind - 1) : NULL,
                "target", source != BRIDGE_MILESTONE_FROM_NOTHING ? read_number (self) : 0,
                "since", bridge_date_entry_get_date (self->since_entry),
                "revisit-on", gtk_switch_get_active (self->look_switch) ? bridge_date_entry_get_date (self->look_entry)
                                                                        : BRIDGE_LOCAL_NONE,
                NULL);
  return milestone;
}

/* What the record says is within reach: for a new one it is filled in, as long as nobody has said otherwise. */
static void
look_ahead (BridgeMilestoneEditor *self,
            BridgeMilestone       *milestone)
{
  g_auto (BridgeMilestoneAhead) ahead = { 0 };
  g_autoptr (GError) error = NULL;
  gboolean ritual_missing =
    get_source (self) == BRIDGE_MILESTONE_FROM_RITUALS && *bridge_milestone_get_ritual_ids (milestone) == '\0';

  gtk_widget_set_visible (GTK_WIDGET (self->ahead_label), !ritual_missing);
  if (ritual_missing)
    return;
  if (!bridge_milestone_look_ahead (self->space, milestone, &ahead, &error))
    {
      bridge_feedback_show_error (GTK_WIDGET (self), error);
      return;
    }
  gtk_label_set_label (self->ahead_label,
                       get_source (self) == BRIDGE_MILESTONE_FROM_NOTHING && !gtk_switch_get_active (self->look_switch)
                         ? _("An open one has no number: it is reached when you say so.")
                         : ahead.why);
  if (self->before != NULL)
    return;
  self->loading = TRUE;
  if (!self->number_chosen && ahead.target > 0)
    gtk_spin_button_set_value (self->number_spin, ahead.target);
  if (!self->day_chosen)
    bridge_date_entry_set_date (self->look_entry, ahead.revisit_on);
  self->loading = FALSE;
}

static void
show_rituals (BridgeMilestoneEditor *self)
{
  gboolean any = FALSE;

  for (guint i = 0; i < self->checks->len; i++)
    {
      GtkWidget *row = gtk_widget_get_ancestor (g_ptr_array_index (self->checks, i), GTK_TYPE_LIST_BOX_ROW);
      gboolean may = bridge_milestone_may_count (self->space, get_who (self), g_ptr_array_index (self->rituals, i));

      gtk_widget_set_visible (row, may);
      any = any || may;
    }
  gtk_widget_set_visible (self->rituals_group, get_source (self) == BRIDGE_MILESTONE_FROM_RITUALS);
  gtk_widget_set_visible (GTK_WIDGET (self->rituals_list), any);
  gtk_widget_set_visible (self->no_rituals_label, !any);
}

static void
show_parts (BridgeMilestoneEditor *self)
{
  BridgeMilestoneSource source = get_source (self);
  gboolean counted = source != BRIDGE_MILESTONE_FROM_NOTHING;

  show_rituals (self);
  gtk_widget_set_visible (GTK_WIDGET (self->kind_row), source == BRIDGE_MILESTONE_FROM_WINS);
  gtk_widget_set_visible (self->number_row, counted);
  gtk_widget_set_visible (self->since_row, counted);
  gtk_widget_set_visible (self->look_row, gtk_switch_get_active (self->look_switch));
  bridge_date_entry_set_needed (self->look_entry, gtk_switch_get_active (self->look_switch));
}

/* Whether what is chosen asks something of the other one, who then is asked. */
static void
show_asking (BridgeMilestoneEditor *self,
             BridgeMilestone       *milestone)
{
  BridgePerson *listener = bridge_space_get_listener (self->space);
  gboolean asks = bridge_space_milestone_needs_yes (self->space, self->before, milestone);
  g_autofree char *sentence = NULL;

  if (asks && listener != NULL)
    sentence = g_strdup_printf (self->before != NULL
                                  /* Translators: %s is a name */
                                  ? _("%s is asked. Until there is a yes, it stays as it is.")
                                  /* Translators: %s is a name */
                                  : _("%s is asked. It is a milestone once both of you have said yes."),
                                bridge_person_get_name (listener));
  else if (listener != NULL && get_who (self) != NULL)
    sentence = g_strdup (_("Yours alone: nobody else sees it."));
  gtk_label_set_label (self->asks_label, sentence != NULL ? sentence : "");
  gtk_widget_set_visible (GTK_WIDGET (self->asks_label), sentence != NULL);
  bridge_editor_set_verb (BRIDGE_EDITOR (self), asks ? _("_Propose") : _("_Save"));
}

static gboolean
check_days (BridgeMilestoneEditor *self,
            BridgeMilestone       *milestone)
{
  BridgeLocal today = bridge_editor_get_today (BRIDGE_EDITOR (self));
  BridgeLocal since = bridge_milestone_get_since (milestone);
  BridgeLocal look = bridge_milestone_get_revisit_on (milestone);
  gboolean same = self->before != NULL && look == bridge_milestone_get_revisit_on (self->before);
  gboolean wanted = gtk_switch_get_active (self->look_switch);
  const char *since_problem = NULL;
  const char *look_problem = NULL;

  if (since != BRIDGE_LOCAL_NONE && since > today)
    since_problem = _("It is counted from today on, or from a day before.");
  if (wanted && look != BRIDGE_LOCAL_NONE && look <= today && !same)
    look_problem = _("Choose a day to come for another look.");
  bridge_date_entry_set_problem (self->since_entry, since_problem);
  bridge_date_entry_set_problem (self->look_entry, look_problem);
  return since_problem == NULL && look_problem == NULL && (!wanted || look != BRIDGE_LOCAL_NONE);
}

static void
check_number (BridgeMilestoneEditor *self)
{
  gboolean wrong = get_source (self) != BRIDGE_MILESTONE_FROM_NOTHING && read_number (self) == 0;

  bridge_field_set_problem (GTK_WIDGET (self->number_spin), wrong ? _("Choose a whole number from 1 to 1000.") : NULL);
}

static void
update (BridgeMilestoneEditor *self,
        gboolean               source_changed)
{
  g_autoptr (BridgeMilestone) milestone = NULL;
  gboolean words_fit, days_fit;

  if (self->loading)
    return;

  show_parts (self);
  milestone = read_fields (self);
  if (source_changed)
    {
      look_ahead (self, milestone);
      g_clear_object (&milestone);
      milestone = read_fields (self);
    }
  words_fit = bridge_editable_check_length (GTK_WIDGET (self->title_row), 120);
  words_fit = bridge_editable_check_length (GTK_WIDGET (self->note_row), WORDS_MAX) && words_fit;
  words_fit = bridge_editable_check_length (GTK_WIDGET (self->why_row), WORDS_MAX) && words_fit;
  days_fit = check_days (self, milestone);
  check_number (self);
  show_asking (self, milestone);
  bridge_editor_set_ready (BRIDGE_EDITOR (self), words_fit && days_fit && bridge_milestone_validate (milestone, NULL));
}

static void
fields_changed_cb (BridgeMilestoneEditor *self)
{
  update (self, FALSE);
}

static void
source_changed_cb (BridgeMilestoneEditor *self)
{
  update (self, TRUE);
}

static void
number_changed_cb (BridgeMilestoneEditor *self)
{
  self->number_chosen = self->number_chosen || !self->loading;
  update (self, FALSE);
}

/* Only what was typed as such is a number. */
static int
number_input_cb (BridgeMilestoneEditor *self,
                 double                *value)
{
  int number = read_number (self);

  if (number == 0)
    return GTK_INPUT_ERROR;
  *value = number;
  return TRUE;
}

/* What was typed and is none stays there, with what is the matter below it, until another number comes. */
static gboolean
number_output_cb (BridgeMilestoneEditor *self)
{
  int number = gtk_spin_button_get_value_as_int (self->number_spin);

  if (number == self->number_shown && read_number (self) == 0)
    return TRUE;
  self->number_shown = number;
  return FALSE;
}

static void
look_changed_cb (BridgeMilestoneEditor *self)
{
  self->day_chosen = self->day_chosen || !self->loading;
  update (self, FALSE);
}

static gboolean
bridge_milestone_editor_store (BridgeEditor  *editor,
                               GError       **error)
{
  BridgeMilestoneEditor *self = BRIDGE_MILESTONE_EDITOR (editor);
  g_autoptr (BridgeMilestone) milestone = read_fields (self);
  g_autoptr (BridgeMilestone) stored = NULL;
  g_autoptr (BridgeInvitation) invitation = NULL;
  const char *why = gtk_editable_get_text (GTK_EDITABLE (self->why_row));

  if (!bridge_milestone_validate (milestone, error))
    return FALSE;
  if (bridge_space_milestone_needs_yes (self->space, self->before, milestone))
    {
      invitation = bridge_space_propose_milestone (self->space, milestone, why, error);
      return invitation != NULL;
    }
  if (self->before != NULL)
    return bridge_space_reshape_milestone (self->space, milestone, why, error);
  stored = bridge_space_add_milestone (self->space, milestone, error);
  return stored != NULL;
}

/* ---- Filling in ---- */

static void
fill_choices (BridgeMilestoneEditor *self)
{
  BridgePerson *speaker = bridge_space_get_speaker (self->space);
  gboolean of_both = self->before != NULL && bridge_milestone_get_who (self->before) == NULL;
  const char *who[] = { speaker != NULL ? bridge_person_get_name (speaker) : "", _("Both"), NULL };
  const char *const sources[] = {
    [BRIDGE_MILESTONE_FROM_NOTHING] = _("Nothing: it is open"),
    [BRIDGE_MILESTONE_FROM_RITUALS] = _("Kept moments"),
    [BRIDGE_MILESTONE_FROM_WINS] = _("Small wins"),
    [BRIDGE_MILESTONE_FROM_PROMISES] = bridge_space_get_partner (self->space) != NULL ? _("Promises of both") : _("Promises"),
    [BRIDGE_MILESTONE_FROM_TALKS] = _("Talks after a pause"),
    [BRIDGE_MILESTONE_FROM_WEEKS] = _("Weeks"),
    NULL,
  };
  const char *kinds[N_KINDS + 2] = { _("Any kind") };
  const char *kind = bridge_milestone_get_win_kind (self->milestone);
  int value = -1;

  for (int i = 0; i < N_KINDS; i++)
    kinds[i + 1] = bridge_win_kind_get_label ((BridgeWinKind) i);
  bridge_combo_row_set_strings (self->who_row, who);
  adw_combo_row_set_selected (self->who_row, of_both ? 1 : 0);
  /* What both have agreed on stays of both. */
  gtk_widget_set_visible (GTK_WIDGET (self->who_row), bridge_space_get_partner (self->space) != NULL && !of_both);
  bridge_combo_row_set_strings (self->source_row, sources);
  adw_combo_row_set_selected (self->source_row, bridge_milestone_get_source (self->milestone));
  bridge_combo_row_set_strings (self->kind_row, kinds);
  if (kind != NULL && !bridge_enum_from_nick (BRIDGE_TYPE_WIN_KIND, kind, &value, NULL))
    value = -1;
  adw_combo_row_set_selected (self->kind_row, (guint) (value + 1));
}

static void
add_ritual (BridgeMilestoneEditor *self,
            BridgeRitual          *ritual,
            gboolean               chosen)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *check = gtk_check_button_new ();
  const char *title = bridge_ritual_get_title (ritual);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 2);
  gtk_widget_set_valign (check, GTK_ALIGN_CENTER);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), chosen);
  bridge_set_name (check, title);
  g_signal_connect_object (check, "toggled", G_CALLBACK (source_changed_cb), self, G_CONNECT_SWAPPED);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), check);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), check);
  gtk_list_box_append (self->rituals_list, row);
  g_ptr_array_add (self->rituals, g_object_ref (ritual));
  g_ptr_array_add (self->checks, check);
}

/* What was chosen before, and then those that go on, or rest. */
static void
fill_rituals (BridgeMilestoneEditor *self)
{
  GListModel *rituals = bridge_space_get_rituals (self->space);
  g_auto (GStrv) chosen = bridge_milestone_dup_rituals (self->milestone);

  for (int others = 0; others <= 1; others++)
    for (guint i = 0; i < g_list_model_get_n_items (rituals); i++)
      {
        g_autoptr (BridgeRitual) ritual = g_list_model_get_item (rituals, i);
        gboolean is_chosen = g_strv_contains ((const char *const *) chosen, bridge_ritual_get_id (ritual));
        BridgeRitualState state = bridge_ritual_get_state (ritual);

        if (others == !is_chosen && (state == BRIDGE_RITUAL_AGREED || state == BRIDGE_RITUAL_RESTING || is_chosen) &&
            !bridge_space_is_others_own (self->space, ritual))
          add_ritual (self, ritual, is_chosen);
      }
}

static void
fill (BridgeMilestoneEditor *self)
{
  BridgeLocal look = bridge_milestone_get_revisit_on (self->milestone);
  int target = bridge_milestone_get_target (self->milestone);

  self->loading = TRUE;
  gtk_window_set_title (GTK_WINDOW (self), self->before != NULL ? _("Reshape Milestone") : _("New Milestone"));
  gtk_editable_set_text (GTK_EDITABLE (self->title_row), bridge_milestone_get_title (self->milestone));
  gtk_editable_set_text (GTK_EDITABLE (self->note_row), bridge_milestone_get_note (self->milestone));
  fill_choices (self);
  fill_rituals (self);
  gtk_spin_button_set_value (self->number_spin, target > 0 ? target : 3);
  bridge_date_entry_set_date (self->since_entry, bridge_milestone_get_since (self->milestone));
  gtk_switch_set_active (self->look_switch, self->before == NULL || look != BRIDGE_LOCAL_NONE);
  bridge_date_entry_set_date (self->look_entry, look != BRIDGE_LOCAL_NONE
                                                  ? look
                                                  : bridge_editor_get_today (BRIDGE_EDITOR (self)) + 28 * BRIDGE_DAY);
  gtk_widget_set_visible (self->why_group, self->before != NULL);
  self->loading = FALSE;
  update (self, TRUE);
}

static void
bridge_milestone_editor_dispose (GObject *object)
{
  BridgeMilestoneEditor *self = BRIDGE_MILESTONE_EDITOR (object);

  self->loading = TRUE;
  gtk_widget_dispose_template (GTK_WIDGET (self), BRIDGE_TYPE_MILESTONE_EDITOR);
  g_clear_object (&self->milestone);
  g_clear_object (&self->before);
  g_clear_pointer (&self->rituals, g_ptr_array_unref);
  g_clear_pointer (&self->checks, g_ptr_array_unref);

  G_OBJECT_CLASS (bridge_milestone_editor_parent_class)->dispose (object);
}

static void
bridge_milestone_editor_class_init (BridgeMilestoneEditorClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bridge_milestone_editor_dispose;
  BRIDGE_EDITOR_CLASS (klass)->store = bridge_milestone_editor_store;

  g_type_ensure (BRIDGE_TYPE_DATE_ENTRY);
  gtk_widget_class_set_template_from_resource (widget_class, APP_PATH "/ui/milestone-editor.ui");
  gtk_widget_class_bind_template_child (widget_class, BridgeMilestoneEditor, title_row);
  gtk_widget_class_bind_template_child (widget_class, BridgeMilestoneEditor, note_row);
  gtk_widget_class_bind_template_child (widget_class, BridgeMilestoneEditor, who_row);
  gtk_widget_class_bind_template_child (widget_class, BridgeMilestoneEditor, source_row);
  gtk_widget_class_bind_template_child (widget_class, BridgeMilestoneEditor, kind_row);
  gtk_widget_class_bind_template_child (widget_class, BridgeMilestoneEditor, rituals_group);
  gtk_widget_class_bind_template_child (widget_class, BridgeMilestoneEditor, rituals_list);
  gtk_widget_class_bind_template_child (widget_class, BridgeMilestoneEditor, no_rituals_label);
  gtk_widget_class_bind_template_child (widget_class, BridgeMilestoneEditor, number_row);
  gtk_widget_class_bind_template_child (widget_class, BridgeMilestoneEditor, number_spin);
  gtk_widget_class_bind_template_child (widget_class, BridgeMilestoneEditor, since_row);
  gtk_widget_class_bind_template_child (widget_class, BridgeMilestoneEditor, since_box);
  gtk_widget_class_bind_template_child (widget_class, BridgeMilestoneEditor, since_entry);
  gtk_widget_class_bind_template_child (widget_class, BridgeMilestoneEditor, look_switch);
  gtk_widget_class_bind_template_child (widget_class, BridgeMilestoneEditor, look_row);
  gtk_widget_class_bind_template_child (widget_class, BridgeMilestoneEditor, look_box);
  gtk_widget_class_bind_template_child (widget_class, BridgeMilestoneEditor, look_entry);
  gtk_widget_class_bind_template_child (widget_class, BridgeMilestoneEditor, ahead_label);
  gtk_widget_class_bind_template_child (widget_class, BridgeMilestoneEditor, why_group);
  gtk_widget_class_bind_template_child (widget_class, BridgeMilestoneEditor, why_row);
  gtk_widget_class_bind_template_child (widget_class, BridgeMilestoneEditor, asks_label);
  gtk_widget_class_bind_template_callback (widget_class, fields_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, source_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, number_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, number_input_cb);
  gtk_widget_class_bind_template_callback (widget_class, number_output_cb);
  gtk_widget_class_bind_template_callback (widget_class, look_changed_cb);
}

static void
bridge_milestone_editor_init (BridgeMilestoneEditor *self)
{
  self->loading = TRUE;
  self->rituals = g_ptr_array_new_with_free_func (g_object_unref);
  self->checks = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  /* In large text a day goes below what it is for. */
  gtk_widget_set_layout_manager (self->since_box, bridge_wrap_layout_new ());
  gtk_widget_set_layout_manager (self->look_box, bridge_wrap_layout_new ());
  bridge_date_entry_set_name (self->since_entry, _("Since"));
  bridge_date_entry_set_name (self->look_entry, _("Day for another look"));
  bridge_set_name (GTK_WIDGET (self->number_spin), _("How many"));
  self->number_shown = gtk_spin_button_get_value_as_int (self->number_spin);
  gtk_window_set_focus (GTK_WINDOW (self), GTK_WIDGET (self->title_row));
}

/**
 * bridge_milestone_editor_new:
 * @space: the space
 * @milestone: (nullable): the milestone to reshape; without an id it is a new one, filled in beforehand; %NULL is an empty one
 * @parent: (nullable): the window it stands above
 *
 * A modal editor for a milestone. It proposes a number and a day from the record, and says why. It saves by itself, shows an Undo
 * in @parent, and closes.
 *
 * Returns: (transfer none): the window, to be presented
 */
GtkWidget *
bridge_milestone_editor_new (BridgeSpace     *space,
                             BridgeMilestone *milestone,
                             GtkWindow       *parent)
{
  BridgeMilestoneEditor *self = g_object_new (BRIDGE_TYPE_MILESTONE_EDITOR, "transient-for", parent, NULL);

  self->space = space;
  bridge_editor_set_space (BRIDGE_EDITOR (self), space);
  self->milestone = milestone != NULL ? bridge_milestone_copy (milestone)
                                      : bridge_milestone_new ("", BRIDGE_MILESTONE_FROM_NOTHING, 0);
  if (bridge_milestone_get_since (self->milestone) == BRIDGE_LOCAL_NONE)
    g_object_set (self->milestone, "since", bridge_editor_get_today (BRIDGE_EDITOR (self)), NULL);
  if (bridge_milestone_get_id (self->milestone) != NULL)
    self->before = bridge_space_find_milestone (space, bridge_milestone_get_id (self->milestone), NULL);
  fill (self);

  return GTK_WIDGET (self);
}

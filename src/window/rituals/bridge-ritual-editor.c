/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "bridge-ritual-editor"

#include "config.h"

#include "bridge-page.h"

#include <glib/gi18n-lib.h>

#include "bridge-form.h"
#include "bridge-reminders-editor.h"
#include "bridge-ritual-words.h"
#include "bridge-rule-editor.h"
#include "bridge-steps-editor.h"

struct _BridgeRitualEditor
{
  BridgeEditor parent_instance;

  BridgeSpace *space; /* (transfer none): the editor has it */
  BridgeRitual *ritual;   /* a copy of what was given: what has no field stays as it was */
  gboolean is_new;
  gboolean title_touched; /* an empty title is only remarked on once somebody has been there */
  gboolean loading;

  GtkWidget *title_row;
  GtkWidget *when_then_row;
  AdwComboRow *who_row;
  BridgeRuleEditor *rule_editor;
  GtkSpinButton *minutes_spin;
  AdwComboRow *closeness_row;
  GtkSwitch *recovery_switch;
  GtkWidget *smaller_row;
  GtkWidget *lead_row;
  GtkSwitch *lead_switch;
  AdwComboRow *turn_row;
  BridgeStepsEditor *steps_editor;
  BridgeRemindersEditor *reminders_editor;
  GtkWidget *propose_group;
  GtkWidget *words_row;
  GtkLabel *reason_label;
};

enum {
  STORED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (BridgeRitualEditor, bridge_ritual_editor, BRIDGE_TYPE_EDITOR)

#define TITLE_MAX 120
#define WHEN_THEN_MAX 240
#define SMALLER_MAX 240

static const char *
get_me_id (BridgeRitualEditor *self)
{
  BridgePerson *me = bridge_space_get_me (self->space);

  return me != NULL ? bridge_person_get_id (me) : NULL;
}

static const char *
get_partner_id (BridgeRitualEditor *self)
{
  BridgePerson *partner = bridge_space_get_partner (self->space);

  return partner != NULL ? bridge_person_get_id (partner) : NULL;
}

static gboolean
is_for_both (BridgeRitualEditor *self)
{
  return get_partner_id (self) != NULL && adw_combo_row_get_selected (self->who_row) == 0;
}

/* The one about it that waits for an answer; (transfer none) (nullable). */
static BridgeInvitation *
find_waiting (BridgeRitualEditor *self)
{
  return self->is_new ? NULL
                      : bridge_space_find_waiting (self->space, BRIDGE_INVITATION_RITUAL, bridge_ritual_get_id (self->ritual));
}

static gboolean
is_agreed (BridgeRitualEditor *self)
{
  BridgeRitualState state = bridge_ritual_get_state (self->ritual);

  return !self->is_new && state != BRIDGE_RITUAL_DRAFT && state != BRIDGE_RITUAL_PROPOSED;
}

/* Whether the other one is asked: not where they were asked already and what they answer is only worded anew. */
static gboolean
asks (BridgeRitualEditor *self,
      BridgeRitual       *ritual)
{
  if (!is_agreed (self) && find_waiting (self) != NULL)
    return FALSE;
  return bridge_space_find_more (self->space, self->is_new ? NULL : self->ritual, ritual) != 0;
}

static char *
dup_text (GtkWidget *row)
{
  char *text = bridge_text_clean (gtk_editable_get_text (GTK_EDITABLE (row)), FALSE);

  return text != NULL ? text : g_strdup ("");
}

/* The ritual that the fields say: (transfer full) (nullable). */
static BridgeRitual *
build (BridgeRitualEditor  *self,
       GError             **error)
{
  g_autoptr (BridgeRitual) ritual = bridge_ritual_copy (self->ritual);
  g_autoptr (BridgeSchedule) schedule = NULL;
  g_autofree char *title = dup_text (self->title_row);
  g_autofree char *when_then = dup_text (self->when_then_row);
  g_autofree char *smaller = dup_text (self->smaller_row);
  g_autofree char *remind = bridge_reminders_editor_dup_remind (self->reminders_editor);
  g_auto (GStrv) steps = bridge_steps_editor_dup_steps (self->steps_editor);
  const char *who = bridge_ritual_get_who (self->ritual);
  const char *lead = NULL;

  schedule = bridge_rule_editor_dup_schedule (self->rule_editor, error);
  if (schedule == NULL)
    return NULL;

  if (get_partner_id (self) != NULL)
    who = is_for_both (self) ? NULL : bridge_person_get_id (bridge_space_get_speaker (self->space));
  if (is_for_both (self) && gtk_switch_get_active (self->lead_switch))
    lead = adw_combo_row_get_selected (self->turn_row) == 1 ? get_partner_id (self) : get_me_id (self);

  g_object_set (ritual,
                "title", title,
                "when-then", when_then,
                "schedule", schedule,
                "minutes", gtk_spin_button_get_value_as_int (self->minutes_spin),
                "who", who,
                "closeness", (int) adw_combo_row_get_selected (self->closeness_row) + 1,
                "in-recovery", gtk_switch_get_active (self->recovery_switch),
                "smaller", smaller,
                "steps", steps,
                "lead", lead,
                "remind", remind,
                NULL);
  /* What is nobody else's affair is agreed with that. */
  if (!is_agreed (self) && find_waiting (self) == NULL)
    g_object_set (ritual, "state", asks (self, ritual) ? BRIDGE_RITUAL_PROPOSED : BRIDGE_RITUAL_AGREED, NULL);

  if (!bridge_ritual_validate (ritual, error))
    return NULL;

  return g_steal_pointer (&ritual);
}

/* Said, and nothing more: who knows about it may still want it so. */
static void
show_clash (BridgeRitualEditor *self)
{
  BridgeClock *clock = bridge_space_get_clock (self->space);
  g_autoptr (BridgeSchedule) schedule = bridge_rule_editor_dup_schedule (self->rule_editor, NULL);
  g_autoptr (GTimeZone) here = bridge_clock_dup_zone (clock);
  g_autoptr (BridgeClash) clash = NULL;

  if (schedule != NULL)
    clash = bridge_clash_find (schedule, gtk_spin_button_get_value_as_int (self->minutes_spin),
                               bridge_space_get_hours (self->space), bridge_clock_local_now (clock), here);
  bridge_rule_editor_show_clash (self->rule_editor, clash);
}

/* Who is asked, and what happens until then. */
static void
show_asking (BridgeRitualEditor *self,
             BridgeRitual       *ritual)
{
  gboolean asking;
  BridgePerson *listener = bridge_space_get_listener (self->space);
  g_autofree char *sentence = NULL;

  /* As long as something is still needed, who it is for says it. */
  if (ritual != NULL)
    asking = asks (self, ritual);
  else
    asking = is_agreed (self) ? gtk_widget_get_visible (self->propose_group)
                              : is_for_both (self) && find_waiting (self) == NULL;
  bridge_editor_set_verb (BRIDGE_EDITOR (self), asking ? _("_Propose") : _("_Save"));
  gtk_widget_set_visible (self->propose_group, asking);
  if (!asking || listener == NULL)
    return;

  sentence = g_strdup_printf (is_agreed (self)
                                /* Translators: %s is a name */
                                ? _("%s is asked. Until there is a yes, everything stays as it is.")
                                /* Translators: %s is a name */
                                : _("%s is asked. Until there is a yes, nothing reminds of it."),
                              bridge_person_get_name (listener));
  adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (self->propose_group), sentence);
}

static void
update (BridgeRitualEditor *self)
{
  g_autoptr (BridgeRitual) ritual = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *title = NULL;
  GtkWidget *save_button = bridge_editor_get_save_button (BRIDGE_EDITOR (self));
  const char *reason = NULL;
  int closeness;
  gboolean both;

  if (self->loading)
    return;

  both = is_for_both (self);
  gtk_widget_set_visible (self->lead_row, both);
  gtk_widget_set_visible (GTK_WIDGET (self->turn_row), both && gtk_switch_get_active (self->lead_switch));

  closeness = (int) adw_combo_row_get_selected (self->closeness_row) + 1;
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self->closeness_row),
                               bridge_closeness_to_sentence (closeness));

  title = dup_text (self->title_row);
  bridge_editable_check_length (self->title_row, TITLE_MAX);
  bridge_editable_check_length (self->when_then_row, WHEN_THEN_MAX);
  bridge_editable_check_length (self->smaller_row, SMALLER_MAX);
  show_clash (self);
  if (*title == '\0' && self->title_touched)
    bridge_field_set_problem (self->title_row, _("A few words are enough for a name."));

  ritual = build (self, &error);
  if (*title == '\0')
    reason = _("It still needs a name.");
  else if (ritual == NULL)
    reason = error->message;

  /* Whoever cannot save hears and reads why. */
  gtk_label_set_label (self->reason_label, reason != NULL ? reason : "");
  gtk_widget_set_visible (GTK_WIDGET (self->reason_label), reason != NULL);
  gtk_widget_set_tooltip_text (save_button, reason);
  if (reason != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (save_button), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, reason, -1);
  else
    gtk_accessible_reset_property (GTK_ACCESSIBLE (save_button), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION);

  bridge_editor_set_ready (BRIDGE_EDITOR (self), reason == NULL);
  show_asking (self, ritual);
}

static void
fields_changed_cb (BridgeRitualEditor *self)
{
  update (self);
}

static void
space_changed_cb (BridgeSpace        *space,
                  BridgeKinds         kinds,
                  gboolean            from_outside,
                  BridgeRitualEditor *self)
{
  if (kinds & BRIDGE_KIND_HOURS)
    update (self);
}

static void
title_changed_cb (BridgeRitualEditor *self)
{
  if (!self->loading)
    self->title_touched = TRUE;

  update (self);
}

static gboolean
bridge_ritual_editor_store (BridgeEditor  *editor,
                            GError       **error)
{
  BridgeRitualEditor *self = BRIDGE_RITUAL_EDITOR (editor);
  g_autoptr (BridgeRitual) ritual = build (self, error);
  g_autoptr (BridgeRitual) stored = NULL;

  if (ritual == NULL)
    return FALSE;
  if (asks (self, ritual))
    stored = bridge_space_propose_ritual (self->space, ritual, gtk_editable_get_text (GTK_EDITABLE (self->words_row)), error);
  else if (self->is_new)
    stored = bridge_space_add_ritual (self->space, ritual, error);
  else
    return bridge_space_update_ritual (self->space, ritual, error);
  if (stored != NULL)
    g_signal_emit (self, signals[STORED], 0, bridge_ritual_get_id (stored));
  return stored != NULL;
}

static void
fill_persons (BridgeRitualEditor *self)
{
  BridgePerson *me = bridge_space_get_me (self->space);
  BridgePerson *partner = bridge_space_get_partner (self->space);
  const char *who = bridge_ritual_get_who (self->ritual);
  const char *lead = bridge_ritual_get_lead (self->ritual);
  g_autofree char *only_me = NULL;
  gboolean two = me != NULL && partner != NULL;

  gtk_widget_set_visible (GTK_WIDGET (self->who_row), two);
  if (!two)
    {
      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->when_then_row), _("When … then I …"));
      return;
    }

  /* What is only for the other one is theirs to plan. */
  /* Translators: who a ritual is for; %s is a person's name. */
  only_me = g_strdup_printf (_("Only %s"), bridge_person_get_name (bridge_space_get_speaker (self->space)));
  bridge_combo_row_set_strings (self->who_row, (const char *[]) { _("Both of you"), only_me, NULL });
  bridge_combo_row_set_strings (self->turn_row,
               (const char *[]) { bridge_person_get_name (me), bridge_person_get_name (partner), NULL });

  adw_combo_row_set_selected (self->who_row, who != NULL ? 1 : 0);

  gtk_switch_set_active (self->lead_switch, lead != NULL);
  adw_combo_row_set_selected (self->turn_row, g_strcmp0 (lead, bridge_person_get_id (partner)) == 0 ? 1 : 0);
}

static void
fill (BridgeRitualEditor *self)
{
  const char *levels[BRIDGE_CLOSENESS_MAX + 1] = { NULL };

  self->loading = TRUE;
  bridge_rule_editor_set_clock (self->rule_editor, bridge_space_get_clock (self->space));
  bridge_rule_editor_set_schedule (self->rule_editor, bridge_ritual_get_schedule (self->ritual));

  for (int i = 0; i < BRIDGE_CLOSENESS_MAX; i++)
    levels[i] = bridge_closeness_to_words (i + 1);
  bridge_combo_row_set_strings (self->closeness_row, levels);
  adw_combo_row_set_selected (self->closeness_row, (guint) bridge_ritual_get_closeness (self->ritual) - 1);
  gtk_switch_set_active (self->recovery_switch, bridge_ritual_get_in_recovery (self->ritual));

  gtk_editable_set_text (GTK_EDITABLE (self->title_row), bridge_ritual_get_title (self->ritual));
  gtk_editable_set_text (GTK_EDITABLE (self->when_then_row), bridge_ritual_get_when_then (self->ritual));
  gtk_editable_set_text (GTK_EDITABLE (self->smaller_row), bridge_ritual_get_smaller (self->ritual));
  gtk_spin_button_set_value (self->minutes_spin, bridge_ritual_get_minutes (self->ritual));
  bridge_steps_editor_set_steps (self->steps_editor, bridge_ritual_get_steps (self->ritual));
  bridge_reminders_editor_set_remind (self->reminders_editor, bridge_ritual_get_remind (self->ritual));
  fill_persons (self);
  gtk_window_set_title (GTK_WINDOW (self), self->is_new ? _("New Ritual") : _("Edit Ritual"));
  self->loading = FALSE;

  update (self);
}

static void
bridge_ritual_editor_dispose (GObject *object)
{
  BridgeRitualEditor *self = BRIDGE_RITUAL_EDITOR (object);

  self->loading = TRUE;
  gtk_widget_dispose_template (GTK_WIDGET (self), BRIDGE_TYPE_RITUAL_EDITOR);
  g_clear_object (&self->ritual);

  G_OBJECT_CLASS (bridge_ritual_editor_parent_class)->dispose (object);
}

static void
bridge_ritual_editor_class_init (BridgeRitualEditorClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = bridge_ritual_editor_dispose;
  BRIDGE_EDITOR_CLASS (klass)->store = bridge_ritual_editor_store;

  signals[STORED] = g_signal_new ("stored", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                                  G_TYPE_STRING);

  g_type_ensure (BRIDGE_TYPE_RULE_EDITOR);
  g_type_ensure (BRIDGE_TYPE_STEPS_EDITOR);
  g_type_ensure (BRIDGE_TYPE_REMINDERS_EDITOR);
  gtk_widget_class_set_template_from_resource (widget_class, APP_PATH "/ui/ritual-editor.ui");
  gtk_widget_class_bind_template_child (widget_class, BridgeRitualEditor, title_row);
  gtk_widget_class_bind_template_child (widget_class, BridgeRitualEditor, when_then_row);
  gtk_widget_class_bind_template_child (widget_class, BridgeRitualEditor, who_row);
  gtk_widget_class_bind_template_child (widget_class, BridgeRitualEditor, propose_group);
  gtk_widget_class_bind_template_child (widget_class, BridgeRitualEditor, words_row);
  gtk_widget_class_bind_template_child (widget_class, BridgeRitualEditor, rule_editor);
  gtk_widget_class_bind_template_child (widget_class, BridgeRitualEditor, minutes_spin);
  gtk_widget_class_bind_template_child (widget_class, BridgeRitualEditor, closeness_row);
  gtk_widget_class_bind_template_child (widget_class, BridgeRitualEditor, recovery_switch);
  gtk_widget_class_bind_template_child (widget_class, BridgeRitualEditor, smaller_row);
  gtk_widget_class_bind_template_child (widget_class, BridgeRitualEditor, lead_row);
  gtk_widget_class_bind_template_child (widget_class, BridgeRitualEditor, lead_switch);
  gtk_widget_class_bind_template_child (widget_class, BridgeRitualEditor, turn_row);
  gtk_widget_class_bind_template_child (widget_class, BridgeRitualEditor, steps_editor);
  gtk_widget_class_bind_template_child (widget_class, BridgeRitualEditor, reminders_editor);
  gtk_widget_class_bind_template_child (widget_class, BridgeRitualEditor, reason_label);
  gtk_widget_class_bind_template_callback (widget_class, fields_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, title_changed_cb);
}

static void
bridge_ritual_editor_init (BridgeRitualEditor *self)
{
  self->loading = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  bridge_row_name_editable (self->title_row);
  bridge_row_name_editable (self->when_then_row);
  bridge_row_name_editable (self->smaller_row);
  bridge_row_name_editable (self->words_row);
  gtk_window_set_focus (GTK_WINDOW (self), self->title_row);
}

/**
 * bridge_ritual_editor_new:
 * @space: the space
 * @ritual: (nullable): the ritual to edit; without an id it is a new one, filled in beforehand; %NULL is an
 * empty new one
 * @parent: (nullable): the window it stands above
 *
 * A modal editor for every field of a ritual. It saves by itself, shows an Undo in @parent, and closes.
 *
 * Returns: (transfer none): the window, to be presented
 */
GtkWidget *
bridge_ritual_editor_new (BridgeSpace  *space,
                          BridgeRitual *ritual,
                          GtkWindow    *parent)
{
  BridgeRitualEditor *self = g_object_new (BRIDGE_TYPE_RITUAL_EDITOR, "transient-for", parent, NULL);

  self->space = space;
  bridge_editor_set_space (BRIDGE_EDITOR (self), space);
  self->ritual = ritual != NULL ? bridge_ritual_copy (ritual) : bridge_ritual_new ();
  self->is_new = bridge_ritual_get_id (self->ritual) == NULL;
  fill (self);
  g_signal_connect_object (space, "changed", G_CALLBACK (space_changed_cb), self, 0);

  return GTK_WIDGET (self);
}

/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "bridge-first-run"

#include "config.h"

#include "bridge-first-run.h"

#include <glib/gi18n-lib.h>

#include "bridge-background.h"
#include "bridge-catalogue.h"
#include "bridge-feedback.h"
#include "bridge-form.h"
#include "bridge-words.h"

struct _BridgeFirstRun
{
  AdwBin parent_instance;

  BridgeSpace *space;
  GListModel *catalogue; /* loaded with the third step */
  gboolean for_two;      /* whom it was loaded for */
  BridgeTemplate *first; /* (nullable): none for now */
  gboolean finished;

  GtkStack *stack;
  GtkWidget *progress;
  GtkWidget *begin_button;
  GtkWidget *me_row;
  GtkWidget *partner_row;
  GtkWidget *names_button;
  GtkWidget *rule_label;
  GtkBox *rituals_box;
  GtkWidget *proposed_label;
  GtkWidget *none_button;
  GtkWidget *reminders_button;
};

enum {
  DONE,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static const char *const steps[] = { "welcome", "names", "ritual", "reminders" };

G_DEFINE_FINAL_TYPE (BridgeFirstRun, bridge_first_run, ADW_TYPE_BIN)

static guint
get_step (BridgeFirstRun *self)
{
  const char *name = gtk_stack_get_visible_child_name (self->stack);

  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    {
      if (g_strcmp0 (steps[i], name) == 0)
        return i;
    }

  return 0;
}

static char *
dup_name (GtkWidget *row)
{
  return bridge_text_clean (gtk_editable_get_text (GTK_EDITABLE (row)), FALSE);
}

/* What is said of two is said where there are two. */
static void
update_names (BridgeFirstRun *self)
{
  g_autofree char *me = dup_name (self->me_row);
  g_autofree char *partner = dup_name (self->partner_row);

  gtk_widget_set_sensitive (self->names_button, me != NULL);
  gtk_widget_set_visible (self->rule_label, partner != NULL);
}

/* One plank for each step that is reached. */
static void
update_progress (BridgeFirstRun *self)
{
  guint reached = get_step (self);
  guint i = 0;
  /* Translators: which step of the first run it is. */
  g_autofree char *words = g_strdup_printf (_("Step %u of %u"), reached + 1, (guint) G_N_ELEMENTS (steps));

  for (GtkWidget *plank = gtk_widget_get_first_child (self->progress); plank != NULL;
       plank = gtk_widget_get_next_sibling (plank), i++)
    {
      if (i <= reached)
        gtk_widget_add_css_class (plank, "laid");
      else
        gtk_widget_remove_css_class (plank, "laid");
    }
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->progress), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
}

static void
focus_step (BridgeFirstRun *self)
{
  GtkWidget *const first[] = { self->begin_button, self->me_row, NULL, self->reminders_button };
  guint step = get_step (self);

  if (first[step] != NULL)
    gtk_widget_grab_focus (first[step]);
  else if (gtk_widget_get_first_child (GTK_WIDGET (self->rituals_box)) != NULL)
    gtk_widget_grab_focus (gtk_widget_get_first_child (GTK_WIDGET (self->rituals_box)));
  else
    gtk_widget_grab_focus (self->none_button);
}

static void
chosen_cb (GtkButton      *button,
           BridgeFirstRun *self)
{
  g_set_object (&self->first, g_object_get_data (G_OBJECT (button), "bridge-template"));
  bridge_stack_show (self->stack, "reminders");
}

static GtkWidget *
add_label (GtkBox     *box,
           const char *text,
           const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  gtk_box_append (box, label);

  return label;
}

static GtkWidget *
make_choice (BridgeFirstRun *self,
             BridgeTemplate *template)
{
  GtkWidget *button = gtk_button_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  g_autofree char *minutes = bridge_words_minutes (bridge_template_get_minutes (template));

  add_label (GTK_BOX (box), minutes, "bridge-eyebrow");
  add_label (GTK_BOX (box), bridge_template_get_title (template), "heading");
  add_label (GTK_BOX (box), bridge_template_get_summary (template), "bridge-choice-summary");
  gtk_button_set_child (GTK_BUTTON (button), box);
  gtk_widget_add_css_class (button, "card");
  gtk_widget_add_css_class (button, "bridge-choice");
  gtk_accessible_update_property (GTK_ACCESSIBLE (button),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, bridge_template_get_title (template),
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, bridge_template_get_summary (template), -1);
  g_object_set_data_full (G_OBJECT (button), "bridge-template", g_object_ref (template), g_object_unref);
  g_signal_connect (button, "clicked", G_CALLBACK (chosen_cb), self);

  return button;
}

/* Without the catalogue there is still "none for now". Who is alone reads other words. */
static void
load_choices (BridgeFirstRun *self)
{
  g_autofree char *partner = dup_name (self->partner_row);
  g_autoptr (GError) error = NULL;
  GtkWidget *child;

  gtk_widget_set_visible (self->proposed_label, partner != NULL);
  if (self->catalogue != NULL && self->for_two == (partner != NULL))
    return;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->rituals_box))) != NULL)
    gtk_box_remove (self->rituals_box, child);
  g_clear_object (&self->first);
  g_clear_object (&self->catalogue);
  self->for_two = partner != NULL;
  self->catalogue = bridge_catalogue_load (!self->for_two, &error);
  if (self->catalogue == NULL)
    {
      bridge_feedback_show_error (GTK_WIDGET (self), error);
      return;
    }

  for (guint i = 0; i < g_list_model_get_n_items (self->catalogue); i++)
    {
      g_autoptr (BridgeTemplate) template = g_list_model_get_item (self->catalogue, i);

      if (bridge_template_get_first (template))
        gtk_box_append (self->rituals_box, make_choice (self, template));
    }
}

/* What both have a part in waits until both said yes. */
static gboolean
add_first_ritual (BridgeFirstRun  *self,
                  GError         **error)
{
  BridgePerson *me = bridge_space_get_me (self->space);
  gboolean together = bridge_space_get_partner (self->space) != NULL;
  g_autoptr (BridgeRitual) ritual = NULL;
  g_autoptr (BridgeRitual) stored = NULL;

  if (self->first == NULL)
    return TRUE;

  ritual = bridge_template_to_ritual (self->first, bridge_clock_local_now (bridge_space_get_clock (self->space)), error);
  if (ritual == NULL)
    return FALSE;

  if (!together && me != NULL)
    g_object_set (ritual, "who", bridge_person_get_id (me), NULL);
  g_object_set (ritual,
                "state", together ? BRIDGE_RITUAL_PROPOSED : BRIDGE_RITUAL_AGREED,
                NULL);
  stored = bridge_ritual_get_state (ritual) == BRIDGE_RITUAL_PROPOSED
             ? bridge_space_propose_ritual (self->space, ritual, NULL, error)
             : bridge_space_add_ritual (self->space, ritual, error);

  return stored != NULL;
}

static void
finish (BridgeFirstRun *self,
        gboolean        reminders)
{
  g_autofree char *me = dup_name (self->me_row);
  g_autofree char *partner = dup_name (self->partner_row);
  g_autoptr (GError) error = NULL;
  g_autoptr (BridgeSpace) space = g_object_ref (self->space);
  GtkWidget *root;
  gboolean on;

  if (self->finished)
    return;

  /* Translators: how somebody is called who does not say a name. */
  if (!bridge_space_set_up (self->space, me != NULL ? me : _("Me"), partner, &error))
    {
      if (g_error_matches (error, BRIDGE_ERROR, BRIDGE_ERROR_INVALID_VALUE))
        bridge_stack_show (self->stack, "names");
      bridge_feedback_show_error (GTK_WIDGET (self), error);
      return;
    }

  self->finished = TRUE;
  on = add_first_ritual (self, &error) && reminders && bridge_space_set_reminders_on (self->space, TRUE, &error);

  /* The window takes this away; what it has to say is said on the window. */
  root = GTK_WIDGET (gtk_widget_get_root (GTK_WIDGET (self)));
  g_signal_emit (self, signals[DONE], 0);
  if (error != NULL && root != NULL)
    bridge_feedback_show_error (root, error);
  else if (on && root != NULL)
    bridge_background_reminders_switched (root, space, TRUE);
}

static void
begin_cb (BridgeFirstRun *self)
{
  bridge_stack_show (self->stack, "names");
}

static void
names_cb (BridgeFirstRun *self)
{
  if (gtk_widget_get_sensitive (self->names_button))
    bridge_stack_show (self->stack, "ritual");
}

static void
me_activated_cb (BridgeFirstRun *self)
{
  gtk_widget_grab_focus (self->partner_row);
}

static void
none_cb (BridgeFirstRun *self)
{
  g_clear_object (&self->first);
  bridge_stack_show (self->stack, "reminders");
}

static void
reminders_on_cb (BridgeFirstRun *self)
{
  finish (self, TRUE);
}

static void
reminders_off_cb (BridgeFirstRun *self)
{
  finish (self, FALSE);
}

static void
skip_cb (BridgeFirstRun *self)
{
  finish (self, FALSE);
}

static void
back_cb (BridgeFirstRun *self)
{
  bridge_first_run_go_back (self);
}

static void
step_cb (BridgeFirstRun *self)
{
  if (get_step (self) == 2)
    load_choices (self);
  update_progress (self);
  focus_step (self);
}

static gboolean
bridge_first_run_grab_focus (GtkWidget *widget)
{
  focus_step (BRIDGE_FIRST_RUN (widget));

  return TRUE;
}

static void
bridge_first_run_dispose (GObject *object)
{
  BridgeFirstRun *self = BRIDGE_FIRST_RUN (object);

  adw_bin_set_child (ADW_BIN (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), BRIDGE_TYPE_FIRST_RUN);
  g_clear_object (&self->first);
  g_clear_object (&self->catalogue);
  g_clear_object (&self->space);

  G_OBJECT_CLASS (bridge_first_run_parent_class)->dispose (object);
}

static void
bridge_first_run_class_init (BridgeFirstRunClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = bridge_first_run_dispose;
  widget_class->focus = bridge_focus_inside;
  widget_class->grab_focus = bridge_first_run_grab_focus;

  signals[DONE] = g_signal_new ("done", BRIDGE_TYPE_FIRST_RUN, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class, APP_PATH "/ui/first-run.ui");
  gtk_widget_class_bind_template_child (widget_class, BridgeFirstRun, stack);
  gtk_widget_class_bind_template_child (widget_class, BridgeFirstRun, progress);
  gtk_widget_class_bind_template_child (widget_class, BridgeFirstRun, begin_button);
  gtk_widget_class_bind_template_child (widget_class, BridgeFirstRun, me_row);
  gtk_widget_class_bind_template_child (widget_class, BridgeFirstRun, partner_row);
  gtk_widget_class_bind_template_child (widget_class, BridgeFirstRun, names_button);
  gtk_widget_class_bind_template_child (widget_class, BridgeFirstRun, rule_label);
  gtk_widget_class_bind_template_child (widget_class, BridgeFirstRun, rituals_box);
  gtk_widget_class_bind_template_child (widget_class, BridgeFirstRun, proposed_label);
  gtk_widget_class_bind_template_child (widget_class, BridgeFirstRun, none_button);
  gtk_widget_class_bind_template_child (widget_class, BridgeFirstRun, reminders_button);
  gtk_widget_class_bind_template_callback (widget_class, begin_cb);
  gtk_widget_class_bind_template_callback (widget_class, names_cb);
  gtk_widget_class_bind_template_callback (widget_class, me_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, update_names);
  gtk_widget_class_bind_template_callback (widget_class, none_cb);
  gtk_widget_class_bind_template_callback (widget_class, reminders_on_cb);
  gtk_widget_class_bind_template_callback (widget_class, reminders_off_cb);
  gtk_widget_class_bind_template_callback (widget_class, skip_cb);
  gtk_widget_class_bind_template_callback (widget_class, back_cb);
  gtk_widget_class_bind_template_callback (widget_class, step_cb);
}

static void
bridge_first_run_init (BridgeFirstRun *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  bridge_editable_set_name (self->me_row, _("Your name"));
  bridge_editable_set_name (self->partner_row, _("The other’s name"));
  bridge_stack_show (self->stack, steps[0]);
  update_names (self);
  update_progress (self);
}

/**
 * bridge_first_run_new:
 * @space: a space that nobody has set up yet
 *
 * The first of its four steps.
 *
 * Returns: (transfer floating): the widget
 */
GtkWidget *
bridge_first_run_new (BridgeSpace *space)
{
  BridgeFirstRun *self = g_object_new (BRIDGE_TYPE_FIRST_RUN, NULL);

  self->space = g_object_ref (space);

  return GTK_WIDGET (self);
}

/**
 * bridge_first_run_go_back:
 * @self: the first run
 *
 * Goes to the step before; nothing that was written is lost.
 *
 * Returns: %FALSE if it is the first one
 */
gboolean
bridge_first_run_go_back (BridgeFirstRun *self)
{
  guint step = get_step (self);

  if (step == 0)
    return FALSE;

  bridge_stack_show (self->stack, steps[step - 1]);

  return TRUE;
}

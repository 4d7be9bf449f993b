/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "bridge-occurrence-card"

#include "config.h"

#include "bridge-occurrence-card.h"

#include <glib/gi18n-lib.h>

#include "bridge-ritual-words.h"
#include "bridge-snooze-menu.h"
#include "bridge-space-check-ins.h"
#include "bridge-space-reviews.h"
#include "bridge-today.h"
#include "bridge-words.h"
#include "bridge-wrap-layout.h"

struct _BridgeOccurrenceCard
{
  AdwBin parent_instance;

  BridgeSpace *space;
  char *name;

  GtkLabel *time_label;
  GtkLabel *title_label;
  GtkLabel *when_then_label;
  GtkLabel *lead_label;
  GtkExpander *steps_expander;
  GtkBox *steps_box;
  GtkBox *answers;
  GtkButton *begin_button;
  GtkButton *kept_button;
  GtkButton *smaller_button;
  GtkButton *not_today_button;
  GtkMenuButton *snooze_button;
};

G_DEFINE_FINAL_TYPE (BridgeOccurrenceCard, bridge_occurrence_card, ADW_TYPE_BIN)

static void
set_text (GtkLabel   *label,
          const char *text)
{
  gtk_label_set_label (label, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (label), text != NULL && *text != '\0');
}

static void
show_steps (BridgeOccurrenceCard *self,
            const char *const    *steps)
{
  guint n = g_strv_length ((char **) steps);
  g_autofree char *heading = g_strdup_printf (ngettext ("%u small step", "%u small steps", n), n);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->steps_box))) != NULL)
    gtk_box_remove (self->steps_box, child);

  for (guint i = 0; i < n; i++)
    {
      GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
      g_autofree char *number = g_strdup_printf ("%u", i + 1);
      GtkWidget *number_label = gtk_label_new (number);
      GtkWidget *label = gtk_label_new (steps[i]);

      gtk_widget_set_valign (number_label, GTK_ALIGN_START);
      gtk_widget_add_css_class (number_label, "dim-label");
      gtk_widget_add_css_class (number_label, "numeric");
      gtk_label_set_wrap (GTK_LABEL (label), TRUE);
      gtk_label_set_xalign (GTK_LABEL (label), 0);
      gtk_widget_set_hexpand (label, TRUE);
      gtk_box_append (GTK_BOX (line), number_label);
      gtk_box_append (GTK_BOX (line), label);
      gtk_box_append (self->steps_box, line);
    }

  gtk_expander_set_label (self->steps_expander, heading);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->steps_expander), GTK_ACCESSIBLE_PROPERTY_LABEL, heading, -1);
  gtk_widget_set_visible (GTK_WIDGET (self->steps_expander), n > 0);
}

static char *
dup_lead_words (BridgeSpace  *space,
                BridgeRitual *ritual)
{
  const char *lead = bridge_ritual_get_lead (ritual);
  const char *who = bridge_ritual_get_who (ritual);
  BridgePerson *person = NULL;

  if (bridge_space_get_partner (space) == NULL)
    return NULL;

  if (who != NULL && (person = bridge_space_find_person (space, who)) != NULL)
    /* Translators: a ritual of one of the two; %s is a name. */
    return g_strdup_printf (_("For %s alone."), bridge_person_get_name (person));
  if (lead != NULL && (person = bridge_space_find_person (space, lead)) != NULL)
    /* Translators: whose turn it is; %s is a name. */
    return g_strdup_printf (_("This time %s leads."), bridge_person_get_name (person));

  return NULL;
}

/* What is begun here is what is suggested; that it is done is then said by itself. */
static void
show_begin (BridgeOccurrenceCard *self,
            const char           *label)
{
  gtk_button_set_label (self->begin_button, label != NULL ? label : "");
  gtk_widget_set_visible (GTK_WIDGET (self->begin_button), label != NULL);
  if (label != NULL)
    gtk_widget_remove_css_class (GTK_WIDGET (self->kept_button), "bridge-kept");
  else
    gtk_widget_add_css_class (GTK_WIDGET (self->kept_button), "bridge-kept");
}

static void
set_target (GtkButton  *button,
            const char *action,
            const char *name)
{
  /* In this order: an action that wants a target is not known without one. */
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", name);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
}

/* What is offered depends on the time, so it is put together when it is asked for. */
static void
snooze_cb (GtkMenuButton *button,
           gpointer       user_data)
{
  BridgeOccurrenceCard *self = user_data;
  g_autoptr (GMenu) menu = g_menu_new ();

  bridge_snooze_menu_append (menu, self->space, "today.snooze", self->name);
  gtk_menu_button_set_menu_model (button, G_MENU_MODEL (menu));
}

static void
bridge_occurrence_card_dispose (GObject *object)
{
  adw_bin_set_child (ADW_BIN (object), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), BRIDGE_TYPE_OCCURRENCE_CARD);
  g_clear_object (&BRIDGE_OCCURRENCE_CARD (object)->space);

  G_OBJECT_CLASS (bridge_occurrence_card_parent_class)->dispose (object);
}

static void
bridge_occurrence_card_finalize (GObject *object)
{
  g_free (BRIDGE_OCCURRENCE_CARD (object)->name);

  G_OBJECT_CLASS (bridge_occurrence_card_parent_class)->finalize (object);
}

static void
bridge_occurrence_card_class_init (BridgeOccurrenceCardClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = bridge_occurrence_card_dispose;
  object_class->finalize = bridge_occurrence_card_finalize;

  g_type_ensure (BRIDGE_TYPE_WRAP_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, APP_PATH "/ui/occurrence-card.ui");
  gtk_widget_class_bind_template_child (widget_class, BridgeOccurrenceCard, time_label);
  gtk_widget_class_bind_template_child (widget_class, BridgeOccurrenceCard, title_label);
  gtk_widget_class_bind_template_child (widget_class, BridgeOccurrenceCard, when_then_label);
  gtk_widget_class_bind_template_child (widget_class, BridgeOccurrenceCard, lead_label);
  gtk_widget_class_bind_template_child (widget_class, BridgeOccurrenceCard, steps_expander);
  gtk_widget_class_bind_template_child (widget_class, BridgeOccurrenceCard, steps_box);
  gtk_widget_class_bind_template_child (widget_class, BridgeOccurrenceCard, answers);
  gtk_widget_class_bind_template_child (widget_class, BridgeOccurrenceCard, begin_button);
  gtk_widget_class_bind_template_child (widget_class, BridgeOccurrenceCard, kept_button);
  gtk_widget_class_bind_template_child (widget_class, BridgeOccurrenceCard, smaller_button);
  gtk_widget_class_bind_template_child (widget_class, BridgeOccurrenceCard, not_today_button);
  gtk_widget_class_bind_template_child (widget_class, BridgeOccurrenceCard, snooze_button);
}

static void
bridge_occurrence_card_init (BridgeOccurrenceCard *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_menu_button_set_create_popup_func (self->snooze_button, snooze_cb, self, NULL);
}

/**
 * bridge_occurrence_card_new:
 *
 * A card that shows nothing yet.
 *
 * Returns: (transfer floating): the widget
 */
GtkWidget *
bridge_occurrence_card_new (void)
{
  return g_object_new (BRIDGE_TYPE_OCCURRENCE_CARD, NULL);
}

/**
 * bridge_occurrence_card_show:
 * @self: the card
 * @space: the space
 * @occurrence: what it is to show
 * @with_day: say which day it is, because nothing else does
 *
 * Shows a moment. One of another day can be looked at, not answered yet, and so can the other one's own.
 */
void
bridge_occurrence_card_show (BridgeOccurrenceCard *self,
                             BridgeSpace          *space,
                             BridgeOccurrence     *occurrence,
                             gboolean              with_day)
{
  BridgeRitual *ritual = bridge_occurrence_get_ritual (occurrence);
  BridgeLocal now = bridge_clock_local_now (bridge_space_get_clock (space));
  BridgeLocal local = bridge_occurrence_get_local (occurrence);
  gboolean today = bridge_local_get_day (local) <= bridge_local_get_day (now);
  g_autofree char *time = with_day && !today ? bridge_next_to_words (local, now) : bridge_words_time (local);
  g_autofree char *minutes = bridge_words_minutes (bridge_ritual_get_minutes (ritual));
  g_autofree char *when = g_strdup_printf ("%s · %s", time, minutes);
  g_autofree char *lead = dup_lead_words (space, ritual);
  const char *begin = bridge_begin_button_label (space, occurrence);

  g_set_object (&self->space, space);
  if (g_strcmp0 (self->name, bridge_occurrence_get_name (occurrence)) != 0)
    {
      g_free (self->name);
      self->name = g_strdup (bridge_occurrence_get_name (occurrence));
      gtk_expander_set_expanded (self->steps_expander, FALSE);
    }

  set_text (self->time_label, when);
  set_text (self->title_label, bridge_ritual_get_title (ritual));
  set_text (self->when_then_label, bridge_ritual_get_when_then (ritual));
  set_text (self->lead_label, lead);
  show_steps (self, bridge_ritual_get_steps (ritual));

  set_target (self->begin_button, "win.begin", self->name);
  show_begin (self, begin);
  set_target (self->kept_button, "today.kept", self->name);
  set_target (self->smaller_button, "today.smaller", self->name);
  set_target (self->not_today_button, "today.not-today", self->name);
  gtk_button_set_label (self->kept_button, bridge_kept_button_label (space, ritual));
  gtk_widget_set_visible (GTK_WIDGET (self->smaller_button), *bridge_ritual_get_smaller (ritual) != '\0');
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->smaller_button), bridge_ritual_get_smaller (ritual));
  gtk_widget_set_visible (GTK_WIDGET (self->snooze_button), bridge_space_get_reminders_on (space));
  gtk_widget_set_visible (GTK_WIDGET (self->answers), bridge_space_may_answer (space, occurrence));
}

/**
 * bridge_occurrence_card_get_name:
 * @self: the card
 *
 * Returns: (nullable): the name of the occurrence it shows
 */
const char *
bridge_occurrence_card_get_name (BridgeOccurrenceCard *self)
{
  return self->name;
}

/**
 * bridge_kept_button_label:
 * @space: the space
 * @ritual: a ritual
 *
 * Returns: a static translated label: "We Did It", or "Done" for what one person does
 */
const char *
bridge_kept_button_label (BridgeSpace  *space,
                          BridgeRitual *ritual)
{
  if (bridge_space_get_partner (space) == NULL || bridge_ritual_get_who (ritual) != NULL)
    return _("Done");

  return _("We Did It");
}

/**
 * bridge_begin_button_label:
 * @space: the space
 * @occurrence: a moment
 *
 * Returns: (nullable): a static translated label where the moment has a page to begin it on: the weekly review, or a check-in
 *   together
 */
const char *
bridge_begin_button_label (BridgeSpace      *space,
                           BridgeOccurrence *occurrence)
{
  BridgeLocal now = bridge_clock_local_now (bridge_space_get_clock (space));
  g_autoptr (BridgeReview) open = NULL;

  if (!bridge_space_may_answer (space, occurrence) || bridge_space_is_review_held (space))
    return NULL;
  if (bridge_space_is_check_in_moment (space, bridge_occurrence_get_ritual_id (occurrence)))
    return bridge_local_get_day (bridge_occurrence_get_local (occurrence)) == bridge_local_get_day (now) ? _("Check In") : NULL;
  if (!bridge_space_is_review_moment (space, bridge_occurrence_get_name (occurrence)))
    return NULL;
  open = bridge_space_load_open_review (space, NULL);
  return open != NULL ? _("Go On") : _("Begin");
}

/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "bridge-review-plan"

#include "config.h"

#include "bridge-review-plan.h"

#include <glib/gi18n-lib.h>

#include "bridge-box-label.h"
#include "bridge-catalogue.h"
#include "bridge-date-entry.h"
#include "bridge-feedback.h"
#include "bridge-form.h"
#include "bridge-lazy-menu.h"
#include "bridge-lighter-card.h"
#include "bridge-page.h"
#include "bridge-space-reviews.h"
#include "bridge-words.h"
#include "bridge-wrap-layout.h"

struct _BridgeReviewPlan
{
  AdwBin parent_instance;

  BridgeSpace *space;

  GtkWidget *change_button;
  GtkWidget *lighter_box;
  GtkWidget *lighter_card;
  GtkWidget *next_label;
  GtkWidget *next_box;
  GtkWidget *next_entry;
};

G_DEFINE_FINAL_TYPE (BridgeReviewPlan, bridge_review_plan, ADW_TYPE_BIN)

static void
change_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  BridgeReviewPlan *self = BRIDGE_REVIEW_PLAN (widget);
  g_autoptr (GError) error = NULL;
  g_autoptr (BridgeRitual) ritual = bridge_space_find_ritual (self->space, g_variant_get_string (parameter, NULL), &error);

  if (ritual != NULL)
    gtk_window_present (GTK_WINDOW (bridge_ritual_editor_new (self->space, ritual,
                                                              GTK_WINDOW (gtk_widget_get_root (widget)))));
  else
    bridge_feedback_show_error (widget, error);
}

/**
 * bridge_review_make_weekly:
 * @widget: what was pressed
 * @space: the space
 *
 * Opens the ritual editor with the weekly review, as it is in the catalogue; of two it is proposed from there.
 */
void
bridge_review_make_weekly (GtkWidget   *widget,
                           BridgeSpace *space)
{
  gboolean solo = bridge_space_get_partner (space) == NULL;
  BridgeLocal now = bridge_clock_local_now (bridge_space_get_clock (space));
  g_autoptr (GError) error = NULL;
  g_autoptr (GListModel) catalogue = bridge_catalogue_load (solo, &error);
  g_autoptr (BridgeTemplate) template =
    catalogue != NULL ? bridge_catalogue_find (catalogue, BRIDGE_REVIEW_TEMPLATE, &error) : NULL;
  g_autoptr (BridgeRitual) ritual = template != NULL ? bridge_template_to_ritual (template, now, &error) : NULL;

  if (ritual == NULL)
    {
      bridge_feedback_show_error (widget, error);
      return;
    }
  g_object_set (ritual, "state", solo ? BRIDGE_RITUAL_AGREED : BRIDGE_RITUAL_PROPOSED, NULL);
  gtk_window_present (GTK_WINDOW (bridge_ritual_editor_new (space, ritual, GTK_WINDOW (gtk_widget_get_root (widget)))));
}

static void
weekly_cb (BridgeReviewPlan *self)
{
  bridge_review_make_weekly (GTK_WIDGET (self), self->space);
}

static void
lighter_visible_cb (BridgeReviewPlan *self)
{
  gtk_widget_set_visible (self->lighter_box, gtk_widget_get_visible (self->lighter_card));
}

static void
bridge_review_plan_dispose (GObject *object)
{
  g_clear_object (&BRIDGE_REVIEW_PLAN (object)->space);

  G_OBJECT_CLASS (bridge_review_plan_parent_class)->dispose (object);
}

static void
bridge_review_plan_class_init (BridgeReviewPlanClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = bridge_review_plan_dispose;

  gtk_widget_class_install_action (GTK_WIDGET_CLASS (klass), "review.change", "s", change_action);
}

static void
bridge_review_plan_init (BridgeReviewPlan *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 24);
  GtkWidget *rituals = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  GtkWidget *next = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *catalogue = gtk_button_new_with_mnemonic (_("From the _Catalogue…"));
  GtkWidget *weekly = gtk_button_new_with_mnemonic (_("Make It _Weekly…"));

  bridge_box_add_label (rituals, _("What you have planned"), "heading");
  bridge_box_add_label (rituals,
                        _("Less is always possible at once. What would be more is proposed, and answered in its own time."),
                        NULL);
  gtk_widget_set_layout_manager (row, bridge_wrap_layout_new ());
  self->change_button = gtk_menu_button_new ();
  gtk_menu_button_set_use_underline (GTK_MENU_BUTTON (self->change_button), TRUE);
  gtk_menu_button_set_label (GTK_MENU_BUTTON (self->change_button), _("Change a _Ritual"));
  gtk_box_append (GTK_BOX (row), self->change_button);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (catalogue), "win.open-catalogue");
  gtk_box_append (GTK_BOX (row), catalogue);
  gtk_box_append (GTK_BOX (rituals), row);
  gtk_box_append (GTK_BOX (box), rituals);

  self->lighter_box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  bridge_box_add_label (self->lighter_box, _("It goes well. To need Footbridge less is the point of it."), "heading");
  self->lighter_card = bridge_lighter_card_new ();
  g_signal_connect_object (self->lighter_card, "notify::visible", G_CALLBACK (lighter_visible_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (self->lighter_box), self->lighter_card);
  gtk_box_append (GTK_BOX (box), self->lighter_box);

  bridge_box_add_label (next, _("The next review"), "heading");
  self->next_label = bridge_box_add_label (next, NULL, NULL);
  self->next_box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  self->next_entry = bridge_date_entry_new ();
  bridge_date_entry_set_name (BRIDGE_DATE_ENTRY (self->next_entry), _("The day of the next review"));
  bridge_date_entry_set_needed (BRIDGE_DATE_ENTRY (self->next_entry), FALSE);
  gtk_box_append (GTK_BOX (self->next_box), self->next_entry);
  gtk_widget_set_halign (weekly, GTK_ALIGN_START);
  gtk_widget_add_css_class (weekly, "flat");
  g_signal_connect_object (weekly, "clicked", G_CALLBACK (weekly_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (self->next_box), weekly);
  gtk_box_append (GTK_BOX (next), self->next_box);
  gtk_box_append (GTK_BOX (box), next);
  adw_bin_set_child (ADW_BIN (self), box);
}

/**
 * bridge_review_plan_new:
 * @space: the space
 *
 * Returns: (transfer floating): the plan, with the same day in a week as the next one
 */
GtkWidget *
bridge_review_plan_new (BridgeSpace *space)
{
  BridgeReviewPlan *self = g_object_new (BRIDGE_TYPE_REVIEW_PLAN, NULL);
  BridgeLocal now = bridge_clock_local_now (bridge_space_get_clock (space));

  self->space = g_object_ref (space);
  bridge_lighter_card_set_space (BRIDGE_LIGHTER_CARD (self->lighter_card), space);
  bridge_date_entry_set_date (BRIDGE_DATE_ENTRY (self->next_entry), bridge_local_day_start (now) + 7 * BRIDGE_DAY);
  bridge_review_plan_update (self);
  return GTK_WIDGET (self);
}

/* Those that are part of the week, and the speaker’s to change. */
static GMenu *
make_menu (BridgeReviewPlan *self)
{
  GMenu *menu = g_menu_new ();
  GListModel *rituals = bridge_space_get_rituals (self->space);
  BridgeLocal now = bridge_clock_local_now (bridge_space_get_clock (self->space));

  for (guint i = 0; i < g_list_model_get_n_items (rituals); i++)
    {
      g_autoptr (BridgeRitual) ritual = g_list_model_get_item (rituals, i);
      g_autoptr (GMenuItem) item = NULL;

      if (!bridge_ritual_is_active (ritual, now) || bridge_space_is_others_own (self->space, ritual))
        continue;
      item = g_menu_item_new (bridge_ritual_get_title (ritual), NULL);
      g_menu_item_set_action_and_target (item, "review.change", "s", bridge_ritual_get_id (ritual));
      g_menu_append_item (menu, item);
    }
  return menu;
}

/**
 * bridge_review_plan_update:
 * @self: the plan
 *
 * Follows what is planned.
 */
void
bridge_review_plan_update (BridgeReviewPlan *self)
{
  BridgeRitual *ritual = bridge_space_peek_review_ritual (self->space);
  BridgeLocal next = bridge_space_get_next_review (self->space);
  BridgeLocal now = bridge_clock_local_now (bridge_space_get_clock (self->space));
  g_autoptr (GMenu) menu = make_menu (self);
  g_autofree char *when = ritual != NULL && next != BRIDGE_LOCAL_NONE ? bridge_words_when (next, now) : NULL;

  bridge_lazy_menu_set (self->change_button, G_MENU_MODEL (menu));
  gtk_widget_set_visible (self->change_button, g_menu_model_get_n_items (G_MENU_MODEL (menu)) > 0);
  bridge_lighter_card_update (BRIDGE_LIGHTER_CARD (self->lighter_card));
  lighter_visible_cb (self);

  if (when != NULL)
    {
      /* Translators: %s is a time, “Sunday at 18:30” */
      g_autofree char *words = g_strdup_printf (_("As you have agreed: %s."), when);
      /* Translators: the same, for one who is alone */
      g_autofree char *own = g_strdup_printf (_("As you have planned: %s."), when);

      gtk_label_set_label (GTK_LABEL (self->next_label), bridge_space_get_partner (self->space) != NULL ? words : own);
    }
  gtk_widget_set_visible (self->next_label, when != NULL);
  gtk_widget_set_visible (self->next_box, ritual == NULL);
}

/**
 * bridge_review_plan_get_next_on:
 * @self: the plan
 *
 * Returns: the day that was set, local midnight; %BRIDGE_LOCAL_NONE: the ritual says it, or it is open
 */
BridgeLocal
bridge_review_plan_get_next_on (BridgeReviewPlan *self)
{
  return bridge_space_peek_review_ritual (self->space) != NULL
           ? BRIDGE_LOCAL_NONE
           : bridge_date_entry_get_date (BRIDGE_DATE_ENTRY (self->next_entry));
}

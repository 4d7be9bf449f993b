/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "bridge-review-card"

#include "config.h"

#include "bridge-review-card.h"

#include <glib/gi18n-lib.h>

#include "bridge-feedback.h"
#include "bridge-form.h"
#include "bridge-review-plan.h"
#include "bridge-space-reviews.h"
#include "bridge-turns-list.h"
#include "bridge-words.h"
#include "bridge-wrap-layout.h"

struct _BridgeReviewCard
{
  AdwBin parent_instance;

  BridgeSpace *space;
  char *last_id; /* (nullable): of the last one that is done */

  GtkLabel *label;
  GtkWidget *begin_button;
  GtkWidget *weekly_button;
  GtkWidget *last_button;
  GtkWidget *turns;
};

enum {
  OPEN,
  SUMMARY,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (BridgeReviewCard, bridge_review_card, ADW_TYPE_BIN)

/* (transfer full) */
static char *
dup_sentence (BridgeReviewCard *self,
              BridgeReview     *open)
{
  gboolean two = bridge_space_get_partner (self->space) != NULL;
  BridgeLocal next = bridge_space_get_next_review (self->space);
  BridgeLocal now = bridge_clock_local_now (bridge_space_get_clock (self->space));
  g_autofree char *when = NULL;

  if (open != NULL && bridge_space_is_review_held (self->space))
    return g_strdup (_("The one you began waits until the pause is over."));
  if (open != NULL)
    /* Translators: %s is what a step of the review is called */
    return g_strdup_printf (_("The one you began is at “%s”. All that you noted is there."),
                            bridge_review_state_get_label (bridge_review_get_state (open)));
  if (next == BRIDGE_LOCAL_NONE)
    return g_strdup (two ? _("Half an hour for thanks, for what went right, and for the week to come.")
                         : _("A little time to look back at your week, and to lay out the next one."));
  when = bridge_local_get_second_of_day (next) == 0 ? bridge_words_day (next, now) : bridge_words_when (next, now);
  /* Translators: %s is a day, perhaps with a time: “Sunday at 18:30” */
  return g_strdup_printf (_("The next one: %s."), when);
}

static void
update (BridgeReviewCard *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BridgeReview) open = bridge_space_load_open_review (self->space, &error);
  g_autoptr (GPtrArray) done = error == NULL ? bridge_space_load_reviews (self->space, &error) : NULL;
  gboolean writable = !bridge_space_get_read_only (self->space);
  g_autofree char *sentence = NULL;

  if (error != NULL)
    {
      bridge_feedback_show_error (GTK_WIDGET (self), error);
      return;
    }
  sentence = dup_sentence (self, open);
  gtk_label_set_label (self->label, sentence);
  gtk_button_set_label (GTK_BUTTON (self->begin_button), open != NULL ? _("_Go On") : _("_Begin"));
  bridge_set_name (self->begin_button, open != NULL ? _("Go on with the weekly review") : _("Begin the weekly review"));
  gtk_widget_set_sensitive (self->begin_button, writable && !bridge_space_is_review_held (self->space));
  gtk_widget_set_visible (self->weekly_button, bridge_space_peek_review_ritual (self->space) == NULL);
  gtk_widget_set_sensitive (self->weekly_button, writable);

  g_free (self->last_id);
  self->last_id = done->len > 0 ? g_strdup (bridge_review_get_id (g_ptr_array_index (done, 0))) : NULL;
  gtk_widget_set_visible (self->last_button, self->last_id != NULL);
  bridge_turns_list_update (BRIDGE_TURNS_LIST (self->turns));
}

static void
changed_cb (BridgeReviewCard *self,
            BridgeKinds       kinds)
{
  if (kinds & (BRIDGE_KIND_REVIEWS | BRIDGE_KIND_RITUALS | BRIDGE_KIND_OCCURRENCES | BRIDGE_KIND_PERSONS | BRIDGE_KIND_PAUSES |
               BRIDGE_KIND_ABSENCES))
    update (self);
}

/**
 * bridge_review_card_begin:
 * @self: the card
 *
 * Begins a review, or goes on with the open one, as its button does.
 *
 * Returns: %FALSE: a pause lasts, nothing can be written, or it is said why
 */
gboolean
bridge_review_card_begin (BridgeReviewCard *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BridgeReview) open = NULL;

  if (bridge_space_get_read_only (self->space) || bridge_space_is_review_held (self->space))
    return FALSE;
  open = bridge_space_load_open_review (self->space, &error);
  if (error == NULL && open == NULL)
    open = bridge_space_begin_review (self->space, &error);
  else if (error == NULL && bridge_review_get_interrupted (open))
    bridge_space_step_review (self->space, BRIDGE_REVIEW_EVENT_RESUME, &error);

  if (error != NULL)
    bridge_feedback_show_error (GTK_WIDGET (self), error);
  else
    g_signal_emit (self, signals[OPEN], 0);
  return error == NULL;
}

static void
weekly_cb (BridgeReviewCard *self)
{
  bridge_review_make_weekly (GTK_WIDGET (self), self->space);
}

static void
last_cb (BridgeReviewCard *self)
{
  g_autofree char *id = g_strdup (self->last_id);

  if (id != NULL)
    g_signal_emit (self, signals[SUMMARY], 0, id);
}

static gboolean
bridge_review_card_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (BRIDGE_REVIEW_CARD (widget)->begin_button);
}

/* Another day may have come meanwhile. */
static void
bridge_review_card_map (GtkWidget *widget)
{
  update (BRIDGE_REVIEW_CARD (widget));
  GTK_WIDGET_CLASS (bridge_review_card_parent_class)->map (widget);
}

static void
bridge_review_card_dispose (GObject *object)
{
  g_clear_pointer (&BRIDGE_REVIEW_CARD (object)->last_id, g_free);
  g_clear_object (&BRIDGE_REVIEW_CARD (object)->space);

  G_OBJECT_CLASS (bridge_review_card_parent_class)->dispose (object);
}

static void
bridge_review_card_class_init (BridgeReviewCardClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bridge_review_card_dispose;
  widget_class->grab_focus = bridge_review_card_grab_focus;
  widget_class->map = bridge_review_card_map;

  signals[OPEN] = g_signal_new ("open", BRIDGE_TYPE_REVIEW_CARD, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[SUMMARY] = g_signal_new ("summary", BRIDGE_TYPE_REVIEW_CARD, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                                   G_TYPE_STRING);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static GtkWidget *
make_button (BridgeReviewCard *self,
             GtkWidget        *row,
             const char       *mnemonic,
             const char       *css_class,
             GCallback         callback)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (mnemonic);

  if (css_class != NULL)
    gtk_widget_add_css_class (button, css_class);
  g_signal_connect_object (button, "clicked", callback, self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (row), button);
  return button;
}

static void
bridge_review_card_init (BridgeReviewCard *self)
{
  GtkWidget *card = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *title = gtk_label_new (_("Weekly Review"));
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  gtk_widget_add_css_class (card, "card");
  gtk_widget_add_css_class (card, "bridge-summary");
  gtk_label_set_xalign (GTK_LABEL (title), 0);
  gtk_label_set_wrap (GTK_LABEL (title), TRUE);
  gtk_widget_add_css_class (title, "title-4");
  gtk_box_append (GTK_BOX (card), title);

  self->label = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_xalign (self->label, 0);
  gtk_label_set_wrap (self->label, TRUE);
  gtk_label_set_wrap_mode (self->label, PANGO_WRAP_WORD_CHAR);
  gtk_box_append (GTK_BOX (card), GTK_WIDGET (self->label));

  gtk_widget_set_layout_manager (row, bridge_wrap_layout_new ());
  self->begin_button = make_button (self, row, _("_Begin"), "suggested-action", G_CALLBACK (bridge_review_card_begin));
  self->weekly_button = make_button (self, row, _("Make It _Weekly…"), NULL, G_CALLBACK (weekly_cb));
  self->last_button = make_button (self, row, _("_Earlier Reviews"), NULL, G_CALLBACK (last_cb));
  gtk_box_append (GTK_BOX (card), row);

  self->turns = bridge_turns_list_new ();
  gtk_box_append (GTK_BOX (card), self->turns);
  adw_bin_set_child (ADW_BIN (self), card);
  bridge_set_name (GTK_WIDGET (self), _("Weekly Review"));
}

/**
 * bridge_review_card_new:
 * @space: the space
 *
 * Returns: (transfer floating): the card
 */
GtkWidget *
bridge_review_card_new (BridgeSpace *space)
{
  BridgeReviewCard *self = g_object_new (BRIDGE_TYPE_REVIEW_CARD, NULL);

  self->space = g_object_ref (space);
  bridge_turns_list_set_space (BRIDGE_TURNS_LIST (self->turns), space);
  g_signal_connect_object (space, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  update (self);
  return GTK_WIDGET (self);
}

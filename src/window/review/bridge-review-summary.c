/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "bridge-review-summary"

#include "config.h"

#include "bridge-review-summary.h"

#include <glib/gi18n-lib.h>

#include "bridge-calm-head.h"
#include "bridge-calm.h"
#include "bridge-feedback.h"
#include "bridge-form.h"
#include "bridge-review-notes.h"
#include "bridge-space-reviews.h"
#include "bridge-words.h"

struct _BridgeReviewSummary
{
  AdwBin parent_instance;

  BridgeSpace *space;
  char *review_id;

  GtkWidget *scroller;
  GtkWidget *head;
  GtkWidget *words_box;
  GtkWidget *others_box;
};

enum {
  BACK,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (BridgeReviewSummary, bridge_review_summary, ADW_TYPE_BIN)

static void show (BridgeReviewSummary *self, gboolean fresh);

static void
clear (GtkWidget *box)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (box)) != NULL)
    gtk_box_remove (GTK_BOX (box), child);
}

static GtkWidget *
add_list (GtkWidget  *box,
          const char *heading)
{
  GtkWidget *label = gtk_label_new (heading);
  GtkWidget *list = gtk_list_box_new ();

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_widget_add_css_class (label, "heading");
  if (gtk_widget_get_first_child (box) != NULL)
    gtk_widget_set_margin_top (label, 12);
  gtk_box_append (GTK_BOX (box), label);
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  bridge_set_name (list, heading);
  gtk_box_append (GTK_BOX (box), list);
  return list;
}

static const char *
get_heading (BridgeReviewPart part)
{
  switch (part)
    {
    case BRIDGE_PART_APPRECIATION:
      return _("Appreciations");
    case BRIDGE_PART_WENT_RIGHT:
      return _("What went right");
    case BRIDGE_PART_ISSUE:
      return _("One open point");
    case BRIDGE_PART_WISH:
      return _("Wishes");
    case BRIDGE_PART_PLAN:
      return _("What was planned");
    }
  g_return_val_if_reached ("");
}

static void
show_words (BridgeReviewSummary *self,
            GPtrArray           *words)
{
  clear (self->words_box);
  for (BridgeReviewPart part = BRIDGE_PART_APPRECIATION; part <= BRIDGE_PART_PLAN; part++)
    {
      GtkWidget *list = NULL;

      for (guint i = 0; i < words->len; i++)
        {
          BridgeReviewWords *one = g_ptr_array_index (words, i);
          GtkWidget *row;

          if (bridge_review_words_get_part (one) != part)
            continue;
          if (list == NULL)
            list = add_list (self->words_box, get_heading (part));
          row = bridge_review_words_row_new (self->space);
          bridge_review_words_row_show (row, self->space, one);
          gtk_list_box_append (GTK_LIST_BOX (list), row);
        }
    }
  if (words->len == 0)
    gtk_box_append (GTK_BOX (self->words_box), bridge_calm_label_new (_("Nothing was written down. That is fine."), NULL));
}

static void
row_activated_cb (BridgeReviewSummary *self,
                  GtkListBoxRow       *row)
{
  g_free (self->review_id);
  self->review_id = g_strdup (g_object_get_data (G_OBJECT (row), "bridge-review-id"));
  show (self, FALSE);
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->scroller)), 0);
  gtk_widget_grab_focus (self->head);
}

static void
show_others (BridgeReviewSummary *self)
{
  BridgeLocal now = bridge_clock_local_now (bridge_space_get_clock (self->space));
  g_autoptr (GPtrArray) reviews = bridge_space_load_reviews (self->space, NULL);
  GtkWidget *list = NULL;

  clear (self->others_box);
  for (guint i = 0; reviews != NULL && i < reviews->len; i++)
    {
      BridgeReview *review = g_ptr_array_index (reviews, i);
      g_autofree char *date = bridge_words_date (bridge_space_get_review_day (self->space, review), now);
      GtkWidget *row;

      if (g_strcmp0 (bridge_review_get_id (review), self->review_id) == 0)
        continue;
      if (list == NULL)
        {
          list = add_list (self->others_box, _("Other weeks"));
          g_signal_connect_object (list, "row-activated", G_CALLBACK (row_activated_cb), self, G_CONNECT_SWAPPED);
        }
      row = adw_action_row_new ();
      adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), date);
      adw_action_row_add_suffix (ADW_ACTION_ROW (row), gtk_image_new_from_icon_name ("go-next-symbolic"));
      gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
      g_object_set_data_full (G_OBJECT (row), "bridge-review-id", g_strdup (bridge_review_get_id (review)), g_free);
      gtk_list_box_append (GTK_LIST_BOX (list), row);
    }
}

static void
show (BridgeReviewSummary *self,
      gboolean             fresh)
{
  BridgeLocal now = bridge_clock_local_now (bridge_space_get_clock (self->space));
  g_autoptr (GError) error = NULL;
  g_autoptr (BridgeReview) review = bridge_space_find_review (self->space, self->review_id, &error);
  g_autoptr (GPtrArray) words =
    review != NULL ? bridge_space_load_review_words (self->space, bridge_review_get_id (review), &error) : NULL;
  BridgeLocal next;
  g_autofree char *date = NULL;
  g_autofree char *when = NULL;
  g_autofree char *sentence = NULL;

  if (words == NULL)
    {
      bridge_feedback_show_error (GTK_WIDGET (self), error);
      return;
    }
  next = bridge_review_get_next_on (review);
  date = bridge_words_date (bridge_space_get_review_day (self->space, review), now);
  if (next != BRIDGE_LOCAL_NONE && next >= bridge_local_day_start (now))
    when = bridge_local_get_second_of_day (next) == 0 ? bridge_words_day (next, now) : bridge_words_when (next, now);
  if (when != NULL)
    /* Translators: %s is a day, perhaps with a time: “Sunday at 18:30” */
    sentence = g_strdup_printf (_("The next review: %s."), when);
  bridge_calm_head_set (BRIDGE_CALM_HEAD (self->head), fresh ? _("That was your week.") : date,
                        sentence != NULL ? sentence : fresh ? _("What you noted stays here.") : NULL);
  show_words (self, words);
  show_others (self);
}

static void
back_cb (BridgeReviewSummary *self)
{
  g_signal_emit (self, signals[BACK], 0);
}

static gboolean
bridge_review_summary_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (BRIDGE_REVIEW_SUMMARY (widget)->head);
}

static void
bridge_review_summary_dispose (GObject *object)
{
  g_clear_pointer (&BRIDGE_REVIEW_SUMMARY (object)->review_id, g_free);
  g_clear_object (&BRIDGE_REVIEW_SUMMARY (object)->space);

  G_OBJECT_CLASS (bridge_review_summary_parent_class)->dispose (object);
}

static void
bridge_review_summary_class_init (BridgeReviewSummaryClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = bridge_review_summary_dispose;
  GTK_WIDGET_CLASS (klass)->grab_focus = bridge_review_summary_grab_focus;

  signals[BACK] = g_signal_new ("back", BRIDGE_TYPE_REVIEW_SUMMARY, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
bridge_review_summary_init (BridgeReviewSummary *self)
{
  GtkWidget *clamp = adw_clamp_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 24);
  GtkWidget *back = gtk_button_new_from_icon_name ("go-previous-symbolic");

  gtk_widget_add_css_class (GTK_WIDGET (self), "bridge-review");
  gtk_widget_set_halign (back, GTK_ALIGN_START);
  gtk_widget_add_css_class (back, "flat");
  gtk_widget_set_tooltip_text (back, _("Back"));
  bridge_set_name (back, _("Back"));
  g_signal_connect_object (back, "clicked", G_CALLBACK (back_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (box), back);

  self->head = g_object_new (BRIDGE_TYPE_CALM_HEAD, NULL);
  gtk_box_append (GTK_BOX (box), self->head);
  self->words_box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 9);
  gtk_box_append (GTK_BOX (box), self->words_box);
  self->others_box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 9);
  gtk_box_append (GTK_BOX (box), self->others_box);

  g_object_set (box, "margin-top", 12, "margin-bottom", 36, "margin-start", 12, "margin-end", 12, NULL);
  adw_clamp_set_maximum_size (ADW_CLAMP (clamp), 640);
  adw_clamp_set_child (ADW_CLAMP (clamp), box);
  self->scroller = gtk_scrolled_window_new ();
  g_object_set (self->scroller, "hscrollbar-policy", GTK_POLICY_NEVER, "child", clamp, NULL);
  adw_bin_set_child (ADW_BIN (self), self->scroller);
}

/**
 * bridge_review_summary_new:
 * @space: the space
 * @review_id: of a review that is done
 * @fresh: whether it was just finished
 *
 * Returns: (transfer floating): the page
 */
GtkWidget *
bridge_review_summary_new (BridgeSpace *space,
                           const char  *review_id,
                           gboolean     fresh)
{
  BridgeReviewSummary *self = g_object_new (BRIDGE_TYPE_REVIEW_SUMMARY, NULL);

  self->space = g_object_ref (space);
  self->review_id = g_strdup (review_id);
  show (self, fresh);
  return GTK_WIDGET (self);
}

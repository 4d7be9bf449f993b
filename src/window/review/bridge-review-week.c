/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "bridge-review-week"

#include "config.h"

#include "bridge-review-week.h"

#include <glib/gi18n-lib.h>

#include "bridge-feedback.h"
#include "bridge-form.h"
#include "bridge-rows.h"
#include "bridge-space-milestones.h"
#include "bridge-space-reviews.h"
#include "bridge-words.h"

struct _BridgeReviewWeek
{
  AdwBin parent_instance;

  BridgeSpace *space;
  gboolean thanks;
  BridgeLocal day;     /* of the review; 0: nothing was shown yet */
  char *person_id;     /* (nullable) who thanks */
  GHashTable *thanked; /* ids of wins that words are about */

  GtkListBox *list;
};

enum {
  THANK,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (BridgeReviewWeek, bridge_review_week, ADW_TYPE_BIN)

static char *
get_key (gpointer item)
{
  return g_strdup (bridge_win_get_id (item));
}

static void
thank_cb (GtkWidget *button)
{
  BridgeReviewWeek *self = BRIDGE_REVIEW_WEEK (gtk_widget_get_ancestor (button, BRIDGE_TYPE_REVIEW_WEEK));
  g_autoptr (GError) error = NULL;
  g_autoptr (BridgeWin) win =
    bridge_space_find_win (self->space, g_object_get_data (G_OBJECT (button), "bridge-win-id"), &error);

  if (win != NULL)
    g_signal_emit (self, signals[THANK], 0, win);
  else
    bridge_feedback_show_error (GTK_WIDGET (self), error);
}

static GtkWidget *
create_row (gpointer item,
            gpointer user_data)
{
  BridgeReviewWeek *self = user_data;
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *column = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);

  gtk_widget_add_css_class (box, "bridge-review-row");
  for (int i = 0; i < 2; i++)
    {
      GtkWidget *label = gtk_label_new (NULL);

      gtk_label_set_wrap (GTK_LABEL (label), TRUE);
      gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
      gtk_label_set_xalign (GTK_LABEL (label), 0);
      gtk_box_append (GTK_BOX (column), label);
    }
  gtk_widget_add_css_class (gtk_widget_get_last_child (column), "caption");
  gtk_widget_add_css_class (gtk_widget_get_last_child (column), "dim-label");
  gtk_widget_set_hexpand (column, TRUE);
  gtk_box_append (GTK_BOX (box), column);

  if (self->thanks)
    {
      GtkWidget *button = gtk_button_new_with_label (_("Thank You"));

      gtk_widget_add_css_class (button, "flat");
      gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
      g_object_set_data_full (G_OBJECT (button), "bridge-win-id", g_strdup (bridge_win_get_id (item)), g_free);
      g_signal_connect (button, "clicked", G_CALLBACK (thank_cb), NULL);
      gtk_box_append (GTK_BOX (box), button);
    }
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  return row;
}

/* By the record: a milestone of theirs alone, or what belongs to one. What they noticed is what the other one did. */
static gboolean
is_own (BridgeReviewWeek *self,
        BridgeWin        *win)
{
  const char *id = bridge_win_get_milestone_id (win);
  BridgeMilestone *milestone = id != NULL ? bridge_space_peek_milestone (self->space, id) : NULL;

  if (self->person_id == NULL || g_strcmp0 (bridge_win_get_noticed_by (win), self->person_id) != 0)
    return FALSE;
  return bridge_win_get_kind (win) == BRIDGE_WIN_MILESTONE ||
         (milestone != NULL && g_strcmp0 (bridge_milestone_get_who (milestone), self->person_id) == 0);
}

static void
show_thanks (BridgeReviewWeek *self,
             GtkWidget        *button,
             BridgeWin        *win)
{
  gtk_widget_set_visible (button, !is_own (self, win) && !g_hash_table_contains (self->thanked, bridge_win_get_id (win)));
}

static void
update_row (GtkWidget *row,
            gpointer   item,
            gpointer   user_data)
{
  BridgeReviewWeek *self = user_data;
  BridgeWin *win = item;
  GtkWidget *box = gtk_list_box_row_get_child (GTK_LIST_BOX_ROW (row));
  GtkWidget *column = gtk_widget_get_first_child (box);
  GtkWidget *button = gtk_widget_get_next_sibling (column);
  g_autofree char *day =
    bridge_words_day (bridge_win_get_on (win), bridge_clock_local_now (bridge_space_get_clock (self->space)));

  gtk_label_set_label (GTK_LABEL (gtk_widget_get_first_child (column)), bridge_win_get_text (win));
  gtk_label_set_label (GTK_LABEL (gtk_widget_get_last_child (column)), day);
  bridge_set_name (row, bridge_win_get_text (win));
  if (button != NULL)
    {
      /* Translators: for a screen reader: %s is something that went well */
      g_autofree char *name = g_strdup_printf (_("Thank you for “%s”"), bridge_win_get_text (win));

      bridge_set_name (button, name);
      show_thanks (self, button, win);
    }
}

static void
bridge_review_week_dispose (GObject *object)
{
  g_clear_object (&BRIDGE_REVIEW_WEEK (object)->space);

  G_OBJECT_CLASS (bridge_review_week_parent_class)->dispose (object);
}

static void
bridge_review_week_finalize (GObject *object)
{
  g_hash_table_unref (BRIDGE_REVIEW_WEEK (object)->thanked);
  g_free (BRIDGE_REVIEW_WEEK (object)->person_id);

  G_OBJECT_CLASS (bridge_review_week_parent_class)->finalize (object);
}

static void
bridge_review_week_class_init (BridgeReviewWeekClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = bridge_review_week_dispose;
  G_OBJECT_CLASS (klass)->finalize = bridge_review_week_finalize;

  signals[THANK] = g_signal_new ("thank", BRIDGE_TYPE_REVIEW_WEEK, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                                 BRIDGE_TYPE_WIN);
}

static void
bridge_review_week_init (BridgeReviewWeek *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *heading = gtk_label_new (_("From this week"));

  self->thanked = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  gtk_label_set_xalign (GTK_LABEL (heading), 0);
  gtk_label_set_wrap (GTK_LABEL (heading), TRUE);
  gtk_widget_add_css_class (heading, "heading");
  gtk_box_append (GTK_BOX (box), heading);
  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_NONE);
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "boxed-list");
  bridge_set_name (GTK_WIDGET (self->list), _("From this week"));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->list));
  adw_bin_set_child (ADW_BIN (self), box);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

/**
 * bridge_review_week_new:
 * @space: the space
 * @thanks: whether there is a button beside each
 *
 * Returns: (transfer floating): a week that is not shown yet
 */
GtkWidget *
bridge_review_week_new (BridgeSpace *space,
                        gboolean     thanks)
{
  BridgeReviewWeek *self = g_object_new (BRIDGE_TYPE_REVIEW_WEEK, NULL);

  self->space = g_object_ref (space);
  self->thanks = thanks;
  return GTK_WIDGET (self);
}

static void
show (BridgeReviewWeek *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) wins = bridge_space_load_review_wins (self->space, self->day, &error);

  if (wins == NULL)
    {
      bridge_feedback_show_error (GTK_WIDGET (self), error);
      return;
    }
  bridge_rows_sync (self->list, wins, get_key, create_row, update_row, self);
  gtk_widget_set_visible (GTK_WIDGET (self), wins->len > 0);
}

/**
 * bridge_review_week_set_person:
 * @self: the week
 * @person_id: (nullable): who thanks; %NULL: nobody in particular
 *
 * Offers thanks for all but what is that person's own.
 */
void
bridge_review_week_set_person (BridgeReviewWeek *self,
                               const char       *person_id)
{
  if (g_strcmp0 (self->person_id, person_id) == 0)
    return;
  g_free (self->person_id);
  self->person_id = g_strdup (person_id);
  if (self->day != 0)
    show (self);
}

/**
 * bridge_review_week_update:
 * @self: the week
 * @day: the day of the review, local
 * @words: (element-type BridgeReviewWords): what was said in it
 *
 * Shows what went well up to that day.
 */
void
bridge_review_week_update (BridgeReviewWeek *self,
                           BridgeLocal       day,
                           GPtrArray        *words)
{
  self->day = day;
  g_hash_table_remove_all (self->thanked);
  for (guint i = 0; i < words->len; i++)
    if (bridge_review_words_get_win_id (g_ptr_array_index (words, i)) != NULL)
      g_hash_table_add (self->thanked, g_strdup (bridge_review_words_get_win_id (g_ptr_array_index (words, i))));
  show (self);
}

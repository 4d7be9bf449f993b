/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "bridge-ritual-history"

#include "config.h"

#include "bridge-ritual-history.h"

#include <glib/gi18n-lib.h>

#include "bridge-feedback.h"
#include "bridge-form.h"
#include "bridge-planks.h"
#include "bridge-ritual-words.h"

#define N_FIRST 4
#define N_MORE 20

struct _BridgeRitualHistory
{
  AdwBin parent_instance;

  BridgeSpace *space;
  char *ritual_id;
  gboolean shared;
  GListModel *moments;       /* all recorded ones, newest first, read on demand */
  GtkSliceListModel *shown;

  BridgePlanks *planks;
  GtkLabel *words_label;
  GtkWidget *legend_label;
  GtkListBox *list;
  GtkWidget *earlier_button;
};

G_DEFINE_FINAL_TYPE (BridgeRitualHistory, bridge_ritual_history, ADW_TYPE_BIN)

static void
take_back_clicked_cb (GtkButton           *button,
                      BridgeRitualHistory *self)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *name = g_strdup (g_object_get_data (G_OBJECT (button), "bridge-occurrence"));

  if (bridge_space_take_back (self->space, name, &error))
    bridge_feedback_show_undo (GTK_WIDGET (self), self->space);
  else
    bridge_feedback_show_error (GTK_WIDGET (self), error);
}

static GtkWidget *
create_row_cb (gpointer item,
               gpointer user_data)
{
  BridgeRitualHistory *self = user_data;
  BridgeOccurrence *occurrence = item;
  BridgeLocal now = bridge_clock_local_now (bridge_space_get_clock (self->space));
  g_autofree char *when = bridge_next_to_words (bridge_occurrence_get_planned (occurrence), now);
  g_autofree char *name = g_strdup_printf (_("%s: take this answer back"), when);
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *button = gtk_button_new_from_icon_name ("edit-undo-symbolic");

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), when);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row),
                               bridge_outcome_get_label (bridge_occurrence_get_outcome (occurrence)));

  g_object_set_data_full (G_OBJECT (button), "bridge-occurrence",
                          g_strdup (bridge_occurrence_get_name (occurrence)), g_free);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, _("Take this answer back"));
  bridge_set_name (button, name);
  g_signal_connect_object (button, "clicked", G_CALLBACK (take_back_clicked_cb), self, 0);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);

  return row;
}

/* The newest moments as planks, oldest first, and the words under them. */
static void
show_planks (BridgeRitualHistory *self)
{
  g_autoptr (GArray) newest = g_array_new (FALSE, FALSE, sizeof (gboolean));
  g_autoptr (BridgeOccurrence) first = NULL;
  g_autofree gboolean *smaller = NULL;
  g_autofree char *words = NULL;
  BridgeLocal now = bridge_clock_local_now (bridge_space_get_clock (self->space));
  BridgeLocal since = BRIDGE_LOCAL_NONE;
  guint n = g_list_model_get_n_items (self->moments);
  guint n_kept = 0;
  guint n_smaller = 0;
  gboolean any_smaller = FALSE;

  for (guint i = 0; i < n && newest->len < BRIDGE_PLANKS_MAX; i++)
    {
      g_autoptr (BridgeOccurrence) occurrence = g_list_model_get_item (self->moments, i);
      BridgeOutcome outcome
          = occurrence != NULL ? bridge_occurrence_get_outcome (occurrence) : BRIDGE_OUTCOME_NONE;
      gboolean is_smaller = outcome == BRIDGE_OUTCOME_SMALLER;

      if (outcome != BRIDGE_OUTCOME_KEPT && !is_smaller)
        continue;
      any_smaller = any_smaller || is_smaller;
      g_array_append_val (newest, is_smaller);
    }

  smaller = g_new0 (gboolean, newest->len + 1);
  for (guint i = 0; i < newest->len; i++)
    smaller[i] = g_array_index (newest, gboolean, newest->len - 1 - i);

  if (n > 0)
    first = g_list_model_get_item (self->moments, n - 1);
  if (first != NULL)
    since = bridge_occurrence_get_planned (first);
  if (since != BRIDGE_LOCAL_NONE &&
      !bridge_space_count_kept (self->space, self->ritual_id, bridge_local_day_start (since),
                                now + 366 * BRIDGE_DAY, &n_kept, &n_smaller, NULL))
    n_kept = newest->len;

  words = bridge_moments_to_words (n_kept + n_smaller, since, now, self->shared);
  bridge_planks_set_moments (self->planks, smaller, newest->len);
  bridge_planks_set_words (self->planks, words);
  gtk_label_set_label (self->words_label, words);
  gtk_widget_set_visible (self->legend_label, any_smaller);
}

static void
update (BridgeRitualHistory *self)
{
  guint n = g_list_model_get_n_items (self->moments);

  show_planks (self);
  gtk_widget_set_visible (GTK_WIDGET (self->list), n > 0);
  gtk_widget_set_visible (self->earlier_button, n > gtk_slice_list_model_get_size (self->shown));
}

static void
moments_changed_cb (BridgeRitualHistory *self)
{
  update (self);
}

static void
earlier_clicked_cb (BridgeRitualHistory *self)
{
  guint before = gtk_slice_list_model_get_size (self->shown);
  GtkListBoxRow *row = NULL;

  gtk_slice_list_model_set_size (self->shown, before + N_MORE);
  row = gtk_list_box_get_row_at_index (self->list, (int) before);
  if (row != NULL)
    gtk_widget_child_focus (GTK_WIDGET (row), GTK_DIR_TAB_FORWARD);
  update (self);
}

static void
drop_models (BridgeRitualHistory *self)
{
  if (self->moments != NULL)
    g_signal_handlers_disconnect_by_func (self->moments, moments_changed_cb, self);
  if (self->list != NULL)
    gtk_list_box_bind_model (self->list, NULL, NULL, NULL, NULL);
  g_clear_object (&self->shown);
  g_clear_object (&self->moments);
}

static void
bridge_ritual_history_dispose (GObject *object)
{
  BridgeRitualHistory *self = BRIDGE_RITUAL_HISTORY (object);

  drop_models (self);
  g_clear_object (&self->space);
  adw_bin_set_child (ADW_BIN (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), BRIDGE_TYPE_RITUAL_HISTORY);

  G_OBJECT_CLASS (bridge_ritual_history_parent_class)->dispose (object);
}

static void
bridge_ritual_history_finalize (GObject *object)
{
  g_free (BRIDGE_RITUAL_HISTORY (object)->ritual_id);

  G_OBJECT_CLASS (bridge_ritual_history_parent_class)->finalize (object);
}

static void
bridge_ritual_history_class_init (BridgeRitualHistoryClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = bridge_ritual_history_dispose;
  object_class->finalize = bridge_ritual_history_finalize;

  g_type_ensure (BRIDGE_TYPE_PLANKS);
  gtk_widget_class_set_template_from_resource (widget_class, APP_PATH "/ui/rituals-history.ui");
  gtk_widget_class_bind_template_child (widget_class, BridgeRitualHistory, planks);
  gtk_widget_class_bind_template_child (widget_class, BridgeRitualHistory, words_label);
  gtk_widget_class_bind_template_child (widget_class, BridgeRitualHistory, legend_label);
  gtk_widget_class_bind_template_child (widget_class, BridgeRitualHistory, list);
  gtk_widget_class_bind_template_child (widget_class, BridgeRitualHistory, earlier_button);
  gtk_widget_class_bind_template_callback (widget_class, earlier_clicked_cb);
}

static void
bridge_ritual_history_init (BridgeRitualHistory *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * bridge_ritual_history_new:
 *
 * An empty one.
 *
 * Returns: (transfer floating): the widget
 */
GtkWidget *
bridge_ritual_history_new (void)
{
  return g_object_new (BRIDGE_TYPE_RITUAL_HISTORY, NULL);
}

/**
 * bridge_ritual_history_set_ritual:
 * @self: the history
 * @space: the space
 * @ritual: the ritual
 *
 * Shows what was kept of @ritual; the same ritual again only brings the words up to date.
 */
void
bridge_ritual_history_set_ritual (BridgeRitualHistory *self,
                                  BridgeSpace         *space,
                                  BridgeRitual        *ritual)
{
  self->shared = bridge_space_get_partner (space) != NULL && bridge_ritual_get_who (ritual) == NULL;

  if (g_strcmp0 (self->ritual_id, bridge_ritual_get_id (ritual)) != 0)
    {
      drop_models (self);
      g_set_object (&self->space, space);
      g_free (self->ritual_id);
      self->ritual_id = g_strdup (bridge_ritual_get_id (ritual));
      self->moments = bridge_space_list_history (space, self->ritual_id);
      self->shown = gtk_slice_list_model_new (g_object_ref (self->moments), 0, N_FIRST);
      gtk_list_box_bind_model (self->list, G_LIST_MODEL (self->shown), create_row_cb, self, NULL);
      g_signal_connect_object (self->moments, "items-changed", G_CALLBACK (moments_changed_cb), self,
                               G_CONNECT_SWAPPED);
    }

  update (self);
}

/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "bridge-review-point"

#include "config.h"

#include "bridge-review-point.h"

#include <glib/gi18n-lib.h>

#include "bridge-box-label.h"
#include "bridge-feedback.h"
#include "bridge-form.h"
#include "bridge-soft-start.h"
#include "bridge-space-reviews.h"
#include "bridge-wrap-layout.h"

enum {
  OBSERVATION,
  FEELING,
  NEED,
  REQUEST,
  N_FIELDS,
};

struct _BridgeReviewPoint
{
  AdwBin parent_instance;

  BridgeSpace *space;
  char *kept_id;  /* (nullable) */
  gboolean fresh; /* something was typed that is not kept */

  GtkWidget *kept_box;
  GtkWidget *kept_label;
  GtkWidget *entries[N_FIELDS];
  GtkWidget *preview_label;
  GtkWidget *hint_label;
  GtkWidget *keep_button;
};

G_DEFINE_FINAL_TYPE (BridgeReviewPoint, bridge_review_point, ADW_TYPE_BIN)

static const char *
get_text (BridgeReviewPoint *self,
          int                field)
{
  return gtk_editable_get_text (GTK_EDITABLE (self->entries[field]));
}

/* (transfer full) (nullable): nothing is typed */
static char *
dup_sentences (BridgeReviewPoint *self)
{
  return bridge_soft_start_join (get_text (self, OBSERVATION), get_text (self, FEELING), get_text (self, NEED),
                                 get_text (self, REQUEST));
}

static char *
dup_hints (const char *text)
{
  g_autoptr (GPtrArray) hints = bridge_soft_start_find_hints (text);
  g_autoptr (GString) all = g_string_new (NULL);

  for (guint i = 0; i < hints->len; i++)
    {
      g_autofree char *sentence = bridge_soft_hint_dup_sentence (g_ptr_array_index (hints, i));

      g_string_append_printf (all, "%s%s", all->len > 0 ? "\n" : "", sentence);
    }
  return g_string_free (g_steal_pointer (&all), FALSE);
}

static void
changed_cb (BridgeReviewPoint *self)
{
  g_autofree char *sentences = dup_sentences (self);
  g_autofree char *hints = dup_hints (sentences);

  self->fresh = sentences != NULL;
  gtk_label_set_label (GTK_LABEL (self->preview_label), sentences != NULL ? sentences : "");
  gtk_widget_set_visible (self->preview_label, sentences != NULL);
  gtk_label_set_label (GTK_LABEL (self->hint_label), hints);
  gtk_widget_set_visible (self->hint_label, *hints != '\0');
  gtk_widget_set_sensitive (self->keep_button, sentences != NULL);

  /* GTK 4.8 announces nothing: whoever hears the field hears what there is to say about it. */
  for (int i = 0; i < N_FIELDS; i++)
    gtk_accessible_update_property (GTK_ACCESSIBLE (self->entries[i]), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, hints, -1);
}

static void
empty (BridgeReviewPoint *self)
{
  for (int i = 0; i < N_FIELDS; i++)
    gtk_editable_set_text (GTK_EDITABLE (self->entries[i]), "");
}

/**
 * bridge_review_point_flush:
 * @self: the open point
 *
 * Keeps what is typed, if that is something new.
 *
 * Returns: %FALSE where it could not be written; it stays in the fields
 */
gboolean
bridge_review_point_flush (BridgeReviewPoint *self)
{
  g_autofree char *sentences = self->fresh ? dup_sentences (self) : NULL;
  g_autoptr (BridgeReviewWords) words = NULL;
  g_autoptr (GError) error = NULL;

  if (sentences == NULL)
    return TRUE;
  words = bridge_space_say_in_review (self->space, BRIDGE_PART_ISSUE, NULL, sentences, NULL, &error);
  if (words == NULL)
    {
      bridge_feedback_show_error (GTK_WIDGET (self), error);
      return FALSE;
    }
  empty (self);
  return TRUE;
}

static void
keep_cb (BridgeReviewPoint *self)
{
  if (bridge_review_point_flush (self))
    gtk_widget_grab_focus (self->entries[OBSERVATION]);
}

static void
remove_cb (BridgeReviewPoint *self)
{
  g_autofree char *id = g_strdup (self->kept_id);
  g_autoptr (GError) error = NULL;

  gtk_widget_grab_focus (self->entries[OBSERVATION]);
  if (id != NULL && bridge_space_unsay_in_review (self->space, id, &error))
    bridge_feedback_show_undo (GTK_WIDGET (self), self->space);
  else if (error != NULL)
    bridge_feedback_show_error (GTK_WIDGET (self), error);
}

static gboolean
bridge_review_point_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (BRIDGE_REVIEW_POINT (widget)->entries[OBSERVATION]);
}

static void
bridge_review_point_dispose (GObject *object)
{
  g_clear_object (&BRIDGE_REVIEW_POINT (object)->space);

  G_OBJECT_CLASS (bridge_review_point_parent_class)->dispose (object);
}

static void
bridge_review_point_finalize (GObject *object)
{
  g_free (BRIDGE_REVIEW_POINT (object)->kept_id);

  G_OBJECT_CLASS (bridge_review_point_parent_class)->finalize (object);
}

static void
bridge_review_point_class_init (BridgeReviewPointClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = bridge_review_point_dispose;
  G_OBJECT_CLASS (klass)->finalize = bridge_review_point_finalize;
  GTK_WIDGET_CLASS (klass)->grab_focus = bridge_review_point_grab_focus;
}

static void
add_field (BridgeReviewPoint *self,
           GtkWidget         *box,
           int                field,
           const char        *beginning,
           const char        *example)
{
  GtkWidget *column = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  GtkWidget *entry = gtk_entry_new ();

  bridge_box_add_label (column, beginning, "caption-heading");
  gtk_entry_set_placeholder_text (GTK_ENTRY (entry), example);
  gtk_entry_set_max_length (GTK_ENTRY (entry), BRIDGE_REVIEW_WORDS_MAX / N_FIELDS - 20);
  gtk_entry_set_activates_default (GTK_ENTRY (entry), FALSE);
  bridge_editable_set_name (entry, beginning);
  g_signal_connect_object (entry, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (column), entry);
  gtk_box_append (GTK_BOX (box), column);
  self->entries[field] = entry;
}

static void
bridge_review_point_init (BridgeReviewPoint *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *remove = gtk_button_new_with_mnemonic (_("_Take It Away"));

  self->kept_box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  gtk_widget_add_css_class (self->kept_box, "card");
  gtk_widget_add_css_class (self->kept_box, "bridge-summary");
  self->kept_label = bridge_box_add_label (self->kept_box, NULL, "bridge-memory-text");
  gtk_widget_set_halign (remove, GTK_ALIGN_START);
  gtk_widget_add_css_class (remove, "flat");
  g_signal_connect_object (remove, "clicked", G_CALLBACK (remove_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (self->kept_box), remove);
  gtk_widget_set_visible (self->kept_box, FALSE);
  gtk_box_append (GTK_BOX (box), self->kept_box);

  add_field (self, box, OBSERVATION, _("When …"), _("the evening went by without a word"));
  add_field (self, box, FEELING, _("I feel …"), _("lonely"));
  add_field (self, box, NEED, _("I need …"), _("a little closeness"));
  add_field (self, box, REQUEST, _("Would you be willing to …"), _("sit with me for ten minutes"));

  self->preview_label = bridge_box_add_label (box, NULL, "bridge-memory-text");
  self->hint_label = bridge_box_add_label (box, NULL, "bridge-note");
  gtk_widget_set_visible (self->preview_label, FALSE);
  gtk_widget_set_visible (self->hint_label, FALSE);

  self->keep_button = gtk_button_new_with_mnemonic (_("_Keep This Point"));
  gtk_widget_set_halign (self->keep_button, GTK_ALIGN_START);
  gtk_widget_set_sensitive (self->keep_button, FALSE);
  g_signal_connect_object (self->keep_button, "clicked", G_CALLBACK (keep_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (box), self->keep_button);
  adw_bin_set_child (ADW_BIN (self), box);
}

/**
 * bridge_review_point_new:
 * @space: the space
 *
 * Returns: (transfer floating): an open point that is still empty
 */
GtkWidget *
bridge_review_point_new (BridgeSpace *space)
{
  BridgeReviewPoint *self = g_object_new (BRIDGE_TYPE_REVIEW_POINT, NULL);

  self->space = g_object_ref (space);
  return GTK_WIDGET (self);
}

/**
 * bridge_review_point_update:
 * @self: the open point
 * @words: (element-type BridgeReviewWords): all that was said in the review
 *
 * Shows the one that is kept; what is being typed stays.
 */
void
bridge_review_point_update (BridgeReviewPoint *self,
                            GPtrArray         *words)
{
  BridgeReviewWords *kept = NULL;

  for (guint i = 0; i < words->len; i++)
    if (bridge_review_words_get_part (g_ptr_array_index (words, i)) == BRIDGE_PART_ISSUE)
      kept = g_ptr_array_index (words, i);

  g_free (self->kept_id);
  self->kept_id = kept != NULL ? g_strdup (bridge_review_words_get_id (kept)) : NULL;
  gtk_label_set_label (GTK_LABEL (self->kept_label), kept != NULL ? bridge_review_words_get_text (kept) : "");
  gtk_widget_set_visible (self->kept_box, kept != NULL);
}

/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "bridge-words-field"

#include "config.h"

#include "bridge-words-field.h"

#include "bridge-words.h"

#define MARGIN 12
#define HEIGHT_MIN 66
#define HEIGHT_MAX 180

struct _BridgeWordsField
{
  AdwBin parent_instance;

  GtkWidget *question_label;
  GtkWidget *present_label;
  GtkWidget *text_view;
};

G_DEFINE_FINAL_TYPE (BridgeWordsField, bridge_words_field, ADW_TYPE_BIN)

static gboolean
bridge_words_field_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (BRIDGE_WORDS_FIELD (widget)->text_view);
}

static void
bridge_words_field_class_init (BridgeWordsFieldClass *klass)
{
  GTK_WIDGET_CLASS (klass)->grab_focus = bridge_words_field_grab_focus;
}

static void
bridge_words_field_init (BridgeWordsField *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *scroller = gtk_scrolled_window_new ();

  self->question_label = gtk_label_new (NULL);
  gtk_label_set_wrap (GTK_LABEL (self->question_label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (self->question_label), 0);
  gtk_widget_add_css_class (self->question_label, "heading");
  gtk_box_append (GTK_BOX (box), self->question_label);

  self->present_label = gtk_label_new (NULL);
  gtk_label_set_wrap (GTK_LABEL (self->present_label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (self->present_label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (self->present_label), 0);
  gtk_widget_set_visible (self->present_label, FALSE);
  gtk_box_append (GTK_BOX (box), self->present_label);

  self->text_view = gtk_text_view_new ();
  g_object_set (self->text_view,
                "wrap-mode", GTK_WRAP_WORD_CHAR,
                "accepts-tab", FALSE,
                "top-margin", MARGIN,
                "bottom-margin", MARGIN,
                "left-margin", MARGIN,
                "right-margin", MARGIN,
                NULL);
  gtk_accessible_update_relation (GTK_ACCESSIBLE (self->text_view), GTK_ACCESSIBLE_RELATION_LABELLED_BY,
                                  self->question_label, NULL, -1);

  g_object_set (scroller,
                "hscrollbar-policy", GTK_POLICY_NEVER,
                "min-content-height", HEIGHT_MIN,
                "max-content-height", HEIGHT_MAX,
                "propagate-natural-height", TRUE,
                "child", self->text_view,
                NULL);
  gtk_widget_add_css_class (scroller, "card");
  gtk_widget_add_css_class (scroller, "words");
  gtk_box_append (GTK_BOX (box), scroller);

  adw_bin_set_child (ADW_BIN (self), box);
}

/**
 * bridge_words_field_new:
 * @question: what is asked, plain text
 * @text: (nullable): what was answered before
 *
 * A question with its answer.
 *
 * Returns: (transfer floating): the widget
 */
GtkWidget *
bridge_words_field_new (const char *question,
                        const char *text)
{
  BridgeWordsField *self = g_object_new (BRIDGE_TYPE_WORDS_FIELD, NULL);

  gtk_label_set_label (GTK_LABEL (self->question_label), question);
  bridge_words_field_set_text (self, text);

  return GTK_WIDGET (self);
}

/**
 * bridge_words_field_dup_text:
 * @self: the field
 *
 * What was written, as it is to be kept.
 *
 * Returns: (transfer full) (nullable): the words, or %NULL if there are none
 */
char *
bridge_words_field_dup_text (BridgeWordsField *self)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->text_view));
  GtkTextIter start;
  GtkTextIter end;
  g_autofree char *text = NULL;

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  text = gtk_text_buffer_get_text (buffer, &start, &end, FALSE);

  return bridge_text_clean (text, TRUE);
}

/**
 * bridge_words_field_set_text:
 * @self: the field
 * @text: (nullable): an answer
 *
 * Shows @text.
 */
void
bridge_words_field_set_text (BridgeWordsField *self,
                             const char       *text)
{
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->text_view)), text != NULL ? text : "", -1);
}

/**
 * bridge_words_field_get_buffer:
 * @self: the field
 *
 * Returns: (transfer none): what is written, to be followed
 */
GtkTextBuffer *
bridge_words_field_get_buffer (BridgeWordsField *self)
{
  return gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->text_view));
}

/**
 * bridge_words_field_set_present:
 * @self: the field
 * @text: what stands there already, or ""
 *
 * Shows @text between the question and the field, to be read and not to be changed.
 */
void
bridge_words_field_set_present (BridgeWordsField *self,
                                const char       *text)
{
  gtk_label_set_label (GTK_LABEL (self->present_label), text);
  gtk_widget_set_visible (self->present_label, *text != '\0');
  if (*text != '\0')
    gtk_accessible_update_relation (GTK_ACCESSIBLE (self->text_view), GTK_ACCESSIBLE_RELATION_DESCRIBED_BY,
                                    self->present_label, NULL, -1);
}

/**
 * bridge_words_field_set_height:
 * @self: the field
 * @min: logical pixels that it has while there is little in it
 * @max: logical pixels from which on it scrolls
 *
 * Gives more room, or less.
 */
void
bridge_words_field_set_height (BridgeWordsField *self,
                               int               min,
                               int               max)
{
  GtkScrolledWindow *scroller = GTK_SCROLLED_WINDOW (gtk_widget_get_parent (self->text_view));

  gtk_scrolled_window_set_max_content_height (scroller, max);
  gtk_scrolled_window_set_min_content_height (scroller, min);
}

/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "bridge-review-notes"

#include "config.h"

#include "bridge-review-notes.h"

#include <glib/gi18n-lib.h>

#include "bridge-feedback.h"
#include "bridge-form.h"
#include "bridge-person-badge.h"
#include "bridge-rows.h"
#include "bridge-space-reviews.h"
#include "bridge-words.h"
#include "bridge-wrap-layout.h"

struct _BridgeReviewNotes
{
  AdwBin parent_instance;

  BridgeSpace *space;
  BridgeReviewPart part;

  GtkWidget *who_box;
  GtkWidget *me_button;
  GtkWidget *partner_button;
  GtkWidget *entry;
  GtkWidget *note_button;
  GtkListBox *list;
};

enum {
  WHO_CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (BridgeReviewNotes, bridge_review_notes, ADW_TYPE_BIN)

/* ---- A row: whose, and what */

/**
 * bridge_review_words_row_new:
 * @space: the space
 *
 * Returns: (transfer floating): a row of a list box that shows nothing yet
 */
GtkWidget *
bridge_review_words_row_new (BridgeSpace *space)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *badge = bridge_person_badge_new ();
  GtkWidget *label = gtk_label_new (NULL);

  gtk_widget_add_css_class (box, "bridge-review-row");
  gtk_widget_set_valign (badge, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (box), badge);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_box_append (GTK_BOX (box), label);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  return row;
}

/**
 * bridge_review_words_row_show:
 * @row: one of bridge_review_words_row_new()
 * @space: the space
 * @words: what it shows
 *
 * Shows words, and whose they are where that is somebody’s.
 */
void
bridge_review_words_row_show (GtkWidget         *row,
                              BridgeSpace       *space,
                              BridgeReviewWords *words)
{
  GtkWidget *badge = gtk_widget_get_first_child (gtk_list_box_row_get_child (GTK_LIST_BOX_ROW (row)));
  GtkWidget *label = gtk_widget_get_next_sibling (badge);
  const char *text = bridge_review_words_get_text (words);
  const char *person_id = bridge_review_words_get_person_id (words);
  BridgePerson *person =
    person_id != NULL && bridge_space_get_partner (space) != NULL ? bridge_space_find_person (space, person_id) : NULL;
  g_autofree char *name =
    /* Translators: for a screen reader: %1$s is a name, %2$s is what that person said */
    person != NULL ? g_strdup_printf (_("%1$s: %2$s"), bridge_person_get_name (person), text) : g_strdup (text);

  bridge_person_badge_set_person (BRIDGE_PERSON_BADGE (badge), person);
  gtk_widget_set_visible (badge, person != NULL);
  gtk_label_set_label (GTK_LABEL (label), text);
  bridge_set_name (row, name);
}

static void
remove_cb (GtkWidget *button)
{
  BridgeReviewNotes *self = BRIDGE_REVIEW_NOTES (gtk_widget_get_ancestor (button, BRIDGE_TYPE_REVIEW_NOTES));
  g_autofree char *id = g_strdup (g_object_get_data (G_OBJECT (button), "bridge-words-id"));
  g_autoptr (GError) error = NULL;

  gtk_widget_grab_focus (self->entry);
  if (bridge_space_unsay_in_review (self->space, id, &error))
    bridge_feedback_show_undo (GTK_WIDGET (self), self->space);
  else
    bridge_feedback_show_error (GTK_WIDGET (self), error);
}

static char *
get_key (gpointer item)
{
  return g_strdup (bridge_review_words_get_id (item));
}

static GtkWidget *
create_row (gpointer item,
            gpointer user_data)
{
  BridgeReviewNotes *self = user_data;
  GtkWidget *row = bridge_review_words_row_new (self->space);
  GtkWidget *button = gtk_button_new_from_icon_name ("edit-delete-symbolic");

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "circular");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (button, _("Take It Away"));
  g_object_set_data_full (G_OBJECT (button), "bridge-words-id", g_strdup (bridge_review_words_get_id (item)), g_free);
  g_signal_connect (button, "clicked", G_CALLBACK (remove_cb), NULL);
  gtk_box_append (GTK_BOX (gtk_list_box_row_get_child (GTK_LIST_BOX_ROW (row))), button);
  return row;
}

static void
update_row (GtkWidget *row,
            gpointer   item,
            gpointer   user_data)
{
  BridgeReviewNotes *self = user_data;
  GtkWidget *button = gtk_widget_get_last_child (gtk_list_box_row_get_child (GTK_LIST_BOX_ROW (row)));
  /* Translators: for a screen reader: %s is something that was noted */
  g_autofree char *name = g_strdup_printf (_("Take away “%s”"), bridge_review_words_get_text (item));

  bridge_review_words_row_show (row, self->space, item);
  bridge_set_name (button, name);
}

/* ---- The field */

/**
 * bridge_review_notes_get_person_id:
 * @self: the notes
 *
 * Returns: (transfer none) (nullable): whose the words are that are noted next; %NULL: of both, or there is only one
 */
const char *
bridge_review_notes_get_person_id (BridgeReviewNotes *self)
{
  BridgePerson *partner = bridge_space_get_partner (self->space);
  BridgePerson *me = bridge_space_get_me (self->space);

  if (!bridge_review_part_has_person (self->part) || partner == NULL || me == NULL)
    return NULL;
  return bridge_person_get_id (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (self->partner_button)) ? partner : me);
}

static gboolean
note (BridgeReviewNotes *self,
      const char        *text,
      const char        *win_id)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BridgeReviewWords) words =
    bridge_space_say_in_review (self->space, self->part, bridge_review_notes_get_person_id (self), text, win_id, &error);

  if (words == NULL)
    bridge_feedback_show_error (GTK_WIDGET (self), error);
  return words != NULL;
}

/**
 * bridge_review_notes_flush:
 * @self: the notes
 *
 * Notes what is typed and not noted yet, so that nothing of it goes with the step.
 *
 * Returns: %FALSE where it could not be written; it stays in the field
 */
gboolean
bridge_review_notes_flush (BridgeReviewNotes *self)
{
  g_autofree char *text = bridge_text_clean (gtk_editable_get_text (GTK_EDITABLE (self->entry)), FALSE);

  if (text == NULL)
    return TRUE;
  /* What "changed" does while it is written finds an empty field. */
  gtk_editable_set_text (GTK_EDITABLE (self->entry), "");
  if (note (self, text, NULL))
    return TRUE;
  gtk_editable_set_text (GTK_EDITABLE (self->entry), text);
  return FALSE;
}

/**
 * bridge_review_notes_take_win:
 * @self: the notes
 * @win: a small win
 *
 * Notes it, and that it was that one.
 */
void
bridge_review_notes_take_win (BridgeReviewNotes *self,
                              BridgeWin         *win)
{
  note (self, bridge_win_get_text (win), bridge_win_get_id (win));
}

static void
note_cb (BridgeReviewNotes *self)
{
  bridge_review_notes_flush (self);
  gtk_widget_grab_focus (self->entry);
}

static void
changed_cb (BridgeReviewNotes *self)
{
  g_autofree char *text = bridge_text_clean (gtk_editable_get_text (GTK_EDITABLE (self->entry)), FALSE);

  gtk_widget_set_sensitive (self->note_button, text != NULL);
}

static void
who_cb (BridgeReviewNotes *self)
{
  g_signal_emit (self, signals[WHO_CHANGED], 0);
}

static gboolean
bridge_review_notes_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (BRIDGE_REVIEW_NOTES (widget)->entry);
}

static void
bridge_review_notes_dispose (GObject *object)
{
  g_clear_object (&BRIDGE_REVIEW_NOTES (object)->space);

  G_OBJECT_CLASS (bridge_review_notes_parent_class)->dispose (object);
}

static void
bridge_review_notes_class_init (BridgeReviewNotesClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = bridge_review_notes_dispose;
  GTK_WIDGET_CLASS (klass)->grab_focus = bridge_review_notes_grab_focus;

  signals[WHO_CHANGED] = g_signal_new ("who-changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                       G_TYPE_NONE, 0);
}

static void
bridge_review_notes_init (BridgeReviewNotes *self)
{
}

static GtkWidget *
make_who_button (BridgeReviewNotes *self)
{
  GtkWidget *button = gtk_toggle_button_new ();
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 18);
  gtk_button_set_child (GTK_BUTTON (button), label);
  gtk_widget_add_css_class (button, "bridge-chip");
  gtk_box_append (GTK_BOX (self->who_box), button);
  return button;
}

static void
build (BridgeReviewNotes *self,
       const char        *question,
       const char        *placeholder)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *label = gtk_label_new (question);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "heading");
  gtk_box_append (GTK_BOX (box), label);

  self->who_box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  gtk_widget_set_layout_manager (self->who_box, bridge_wrap_layout_new ());
  self->me_button = make_who_button (self);
  self->partner_button = make_who_button (self);
  gtk_toggle_button_set_group (GTK_TOGGLE_BUTTON (self->partner_button), GTK_TOGGLE_BUTTON (self->me_button));
  g_signal_connect_object (self->partner_button, "toggled", G_CALLBACK (who_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (box), self->who_box);

  self->entry = gtk_entry_new ();
  gtk_widget_set_hexpand (self->entry, TRUE);
  gtk_entry_set_placeholder_text (GTK_ENTRY (self->entry), placeholder);
  gtk_entry_set_max_length (GTK_ENTRY (self->entry), BRIDGE_REVIEW_WORDS_MAX);
  bridge_editable_set_name (self->entry, question);
  g_signal_connect_object (self->entry, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->entry, "activate", G_CALLBACK (note_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (line), self->entry);
  self->note_button = gtk_button_new_with_mnemonic (_("N_ote"));
  gtk_widget_set_sensitive (self->note_button, FALSE);
  g_signal_connect_object (self->note_button, "clicked", G_CALLBACK (note_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (line), self->note_button);
  gtk_box_append (GTK_BOX (box), line);

  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_NONE);
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "boxed-list");
  gtk_widget_set_visible (GTK_WIDGET (self->list), FALSE);
  bridge_set_name (GTK_WIDGET (self->list), bridge_review_part_get_label (self->part));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->list));
  adw_bin_set_child (ADW_BIN (self), box);
}

static void
set_who (GtkWidget    *button,
         BridgePerson *person)
{
  const char *name = person != NULL ? bridge_person_get_name (person) : "";

  gtk_label_set_label (GTK_LABEL (gtk_button_get_child (GTK_BUTTON (button))), name);
  bridge_set_name (button, name);
}

/**
 * bridge_review_notes_new:
 * @space: the space
 * @part: what the words are
 * @question: what is asked
 * @placeholder: an example of an answer
 *
 * Nothing noted yet. Of two, whoever is here begins.
 *
 * Returns: (transfer floating): the widget
 */
GtkWidget *
bridge_review_notes_new (BridgeSpace      *space,
                         BridgeReviewPart  part,
                         const char       *question,
                         const char       *placeholder)
{
  BridgeReviewNotes *self = g_object_new (BRIDGE_TYPE_REVIEW_NOTES, NULL);
  BridgePerson *partner = bridge_space_get_partner (space);
  gboolean partner_first = partner != NULL && bridge_space_get_speaker (space) == partner;

  self->space = g_object_ref (space);
  self->part = part;
  build (self, question, placeholder);
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (partner_first ? self->partner_button : self->me_button), TRUE);
  return GTK_WIDGET (self);
}

/**
 * bridge_review_notes_update:
 * @self: the notes
 * @words: (element-type BridgeReviewWords): all that was said in the review
 *
 * Shows those of its part.
 */
void
bridge_review_notes_update (BridgeReviewNotes *self,
                            GPtrArray         *words)
{
  g_autoptr (GPtrArray) own = g_ptr_array_new ();

  for (guint i = 0; i < words->len; i++)
    if (bridge_review_words_get_part (g_ptr_array_index (words, i)) == self->part)
      g_ptr_array_add (own, g_ptr_array_index (words, i));
  bridge_rows_sync (self->list, own, get_key, create_row, update_row, self);
  gtk_widget_set_visible (GTK_WIDGET (self->list), own->len > 0);

  set_who (self->me_button, bridge_space_get_me (self->space));
  set_who (self->partner_button, bridge_space_get_partner (self->space));
  gtk_widget_set_visible (self->who_box,
                          bridge_review_part_has_person (self->part) && bridge_space_get_partner (self->space) != NULL);
}

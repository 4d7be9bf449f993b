/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "bridge-private-editor"

#include "config.h"

#include "bridge-private-editor.h"

#include <glib/gi18n-lib.h>

#include "bridge-choice-row.h"
#include "bridge-date-entry.h"
#include "bridge-feedback.h"
#include "bridge-form.h"
#include "bridge-private-words.h"
#include "bridge-share-form.h"
#include "bridge-words-field.h"
#include "bridge-wrap-layout.h"

struct _BridgePrivateEditor
{
  BridgePrivateForm parent_instance;

  BridgePrivateEntry *entry; /* as it was opened */
  gboolean done;             /* saved, removed or let go: nothing to keep */

  BridgeDateEntry *date_entry;
  GtkWidget *title_row;      /* (nullable) of a journal */
  GtkWidget *text;           /* (nullable) */
  GtkWidget *behaviour;      /* (nullable), and what follows, of an observation */
  GtkWidget *circumstance;
  GtkWidget *topic;
  GtkWidget *reaction;
  AdwComboRow *temperature;
  AdwComboRow *course;
  AdwComboRow *safety;       /* (nullable) */
  GtkWidget *scales[BRIDGE_N_SCALES]; /* (nullable) of a check-in */
};

G_DEFINE_FINAL_TYPE (BridgePrivateEditor, bridge_private_editor, BRIDGE_TYPE_PRIVATE_FORM)

static BridgePrivate *
get_private (BridgePrivateEditor *self)
{
  return bridge_private_form_get_private (BRIDGE_PRIVATE_FORM (self));
}

static void
take_words (BridgePrivateEntry *entry,
            const char         *property,
            GtkWidget          *field)
{
  g_autofree char *text = NULL;

  if (field == NULL)
    return;
  text = bridge_words_field_dup_text (BRIDGE_WORDS_FIELD (field));
  g_object_set (entry, property, text != NULL ? text : "", NULL);
}

static void
take_line (BridgePrivateEntry *entry,
           const char         *property,
           GtkWidget          *row)
{
  if (row != NULL)
    g_object_set (entry, property, gtk_editable_get_text (GTK_EDITABLE (row)), NULL);
}

static void
take_choice (BridgePrivateEntry *entry,
             const char         *property,
             AdwComboRow        *row)
{
  if (row != NULL)
    g_object_set (entry, property, (int) adw_combo_row_get_selected (row), NULL);
}

/* What the fields say: (transfer full) */
static BridgePrivateEntry *
build (BridgePrivateEditor *self)
{
  BridgePrivateEntry *entry = bridge_private_entry_copy (self->entry);

  g_object_set (entry, "date", bridge_date_entry_get_date (self->date_entry), NULL);
  take_line (entry, "title", self->title_row);
  take_words (entry, "text", self->text);
  take_words (entry, "behaviour", self->behaviour);
  take_words (entry, "reaction", self->reaction);
  take_line (entry, "circumstance", self->circumstance);
  take_line (entry, "topic", self->topic);
  take_choice (entry, "temperature", self->temperature);
  take_choice (entry, "course", self->course);
  take_choice (entry, "safety", self->safety);
  for (BridgeScale scale = 0; scale < BRIDGE_N_SCALES; scale++)
    if (self->scales[scale] != NULL)
      bridge_private_entry_set_step (entry, scale, bridge_choice_row_get_chosen (BRIDGE_CHOICE_ROW (self->scales[scale])));
  return entry;
}

static gboolean
is_changed (BridgePrivateEditor *self,
            BridgePrivateEntry  *built)
{
  g_autoptr (BridgePrivateEntry) before = bridge_private_entry_copy (self->entry);
  g_autoptr (BridgePrivateEntry) after = bridge_private_entry_copy (built);
  g_autoptr (GBytes) a = NULL;
  g_autoptr (GBytes) b = NULL;

  a = bridge_private_entry_to_bytes (before);
  b = bridge_private_entry_to_bytes (after);
  return !g_bytes_equal (a, b);
}

/* Nothing is lost: what was begun waits as a draft. */
static void
keep_draft (BridgePrivateEditor *self)
{
  g_autoptr (BridgePrivateEntry) built = NULL;
  g_autoptr (BridgePrivateEntry) stored = NULL;
  g_autoptr (GError) error = NULL;

  if (self->done || !bridge_private_get_unlocked (get_private (self)))
    return;
  self->done = TRUE;
  built = build (self);
  if (bridge_private_entry_is_empty (built) || !is_changed (self, built))
    return;

  if (!bridge_private_entry_get_draft (built) && bridge_private_entry_get_id (built) != NULL)
    g_object_set (built, "draft-of", bridge_private_entry_get_id (built), "id", NULL, "version", (gint64) 0, NULL);
  if (bridge_private_entry_get_date (built) == BRIDGE_LOCAL_NONE)
    g_object_set (built, "date", bridge_private_entry_get_date (self->entry), NULL);
  g_object_set (built, "draft", TRUE, NULL);
  stored = bridge_private_save (get_private (self), built, &error);
  if (stored == NULL && gtk_window_get_transient_for (GTK_WINDOW (self)) != NULL)
    bridge_feedback_show_error (GTK_WIDGET (gtk_window_get_transient_for (GTK_WINDOW (self))), error);
}

static void
bridge_private_editor_locking (BridgePrivateForm *form)
{
  keep_draft (BRIDGE_PRIVATE_EDITOR (form));
}

static gboolean
bridge_private_editor_close_request (GtkWindow *window)
{
  BridgePrivateEditor *self = BRIDGE_PRIVATE_EDITOR (window);
  GtkWindow *parent = gtk_window_get_transient_for (window);
  guint before = g_list_model_get_n_items (bridge_private_get_entries (get_private (self)));

  keep_draft (self);
  if (parent != NULL && g_list_model_get_n_items (bridge_private_get_entries (get_private (self))) > before)
    bridge_feedback_show (GTK_WIDGET (parent), _("Kept as a draft"));
  return GTK_WINDOW_CLASS (bridge_private_editor_parent_class)->close_request (window);
}

static void
bridge_private_editor_apply (BridgePrivateForm *form)
{
  BridgePrivateEditor *self = BRIDGE_PRIVATE_EDITOR (form);
  GtkWindow *parent = gtk_window_get_transient_for (GTK_WINDOW (self));
  g_autoptr (BridgePrivateEntry) built = build (self);
  g_autoptr (BridgePrivateEntry) stored = NULL;
  g_autoptr (GError) error = NULL;

  g_object_set (built, "draft", FALSE, NULL);
  stored = bridge_private_save (get_private (self), built, &error);
  if (stored == NULL)
    {
      bridge_feedback_show_error (GTK_WIDGET (self), error);
      return;
    }
  self->done = TRUE;
  if (parent != NULL)
    bridge_feedback_show (GTK_WIDGET (parent), _("Written down"));
  gtk_window_close (GTK_WINDOW (self));
}

static void
share_cb (BridgePrivateEditor *self)
{
  g_autoptr (BridgePrivateEntry) built = build (self);

  gtk_window_present (GTK_WINDOW (bridge_share_form_new (get_private (self), built, GTK_WINDOW (self))));
}

/* The private space says how to bring it back. */
static void
remove_cb (BridgePrivateEditor *self)
{
  g_autoptr (GError) error = NULL;

  if (!bridge_private_remove (get_private (self), bridge_private_entry_get_id (self->entry), &error))
    {
      bridge_feedback_show_error (GTK_WIDGET (self), error);
      return;
    }
  self->done = TRUE;
  gtk_window_close (GTK_WINDOW (self));
}

static GtkWidget *
add_words (BridgePrivateEditor *self,
           const char          *question,
           const char          *text)
{
  GtkWidget *field = bridge_words_field_new (question, text);

  gtk_box_append (bridge_private_form_get_box (BRIDGE_PRIVATE_FORM (self)), field);
  return field;
}

static GtkWidget *
add_line (GtkListBox *list,
          const char *title,
          const char *text)
{
  GtkWidget *row = adw_entry_row_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  gtk_editable_set_text (GTK_EDITABLE (row), text);
  gtk_list_box_append (list, row);
  return row;
}

static AdwComboRow *
add_choice (GtkListBox        *list,
            const char        *title,
            const char *const *words,
            int                selected)
{
  GtkWidget *row = adw_combo_row_new ();
  g_autoptr (GtkStringList) model = gtk_string_list_new (words);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_combo_row_set_model (ADW_COMBO_ROW (row), G_LIST_MODEL (model));
  adw_combo_row_set_selected (ADW_COMBO_ROW (row), (guint) selected);
  gtk_list_box_append (list, row);
  return ADW_COMBO_ROW (row);
}

static void
add_date (BridgePrivateEditor *self,
          GtkListBox          *list)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *entry = bridge_date_entry_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _("Day"));
  gtk_widget_set_valign (entry, GTK_ALIGN_CENTER);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), entry);
  self->date_entry = BRIDGE_DATE_ENTRY (entry);
  bridge_date_entry_set_name (self->date_entry, _("Day"));
  bridge_date_entry_set_date (self->date_entry, bridge_private_entry_get_date (self->entry));
  gtk_list_box_append (list, row);
}

static void
add_journal (BridgePrivateEditor *self,
             GtkListBox          *list)
{
  self->title_row = add_line (list, _("Title, if you like"), bridge_private_entry_get_title (self->entry));
  add_date (self, list);
  self->text = add_words (self, _("Your words"), bridge_private_entry_get_text (self->entry));
  bridge_words_field_set_height (BRIDGE_WORDS_FIELD (self->text), 210, 360);
}

static void
add_observation (BridgePrivateEditor *self,
                 GtkListBox          *list)
{
  /* Translators: of five words, when none was chosen */
  const char *temperatures[] = { _("Not said"), bridge_temperature_get_label (1), bridge_temperature_get_label (2),
                                 bridge_temperature_get_label (3), bridge_temperature_get_label (4),
                                 bridge_temperature_get_label (5), NULL };
  const char *courses[] = { bridge_course_get_label (BRIDGE_COURSE_UNSURE), bridge_course_get_label (BRIDGE_COURSE_PASSING),
                            bridge_course_get_label (BRIDGE_COURSE_LASTING), NULL };

  add_date (self, list);
  self->circumstance = add_line (list, _("What was going on"), bridge_private_entry_get_circumstance (self->entry));
  self->topic = add_line (list, _("Topic"), bridge_private_entry_get_topic (self->entry));
  self->temperature = add_choice (list, _("How heated it was before"), temperatures,
                                  bridge_private_entry_get_temperature (self->entry));
  self->course = add_choice (list, _("Does it seem to pass?"), courses, bridge_private_entry_get_course (self->entry));
  self->behaviour = add_words (self, _("What you saw or heard, without the why"),
                               bridge_private_entry_get_behaviour (self->entry));
  self->reaction = add_words (self, _("Your own reaction"), bridge_private_entry_get_reaction (self->entry));
}

static void
add_safety (BridgePrivateEditor *self,
            GtkListBox          *list)
{
  const char *words[] = { _("Not said"), bridge_safety_get_label (1), bridge_safety_get_label (2), bridge_safety_get_label (3),
                          bridge_safety_get_label (4), bridge_safety_get_label (5), NULL };

  self->safety = add_choice (list, _("How safe did it feel?"), words, bridge_private_entry_get_safety (self->entry));
  add_date (self, list);
  self->text = add_words (self, _("A note, if you like"), bridge_private_entry_get_text (self->entry));
  bridge_private_form_add_text (BRIDGE_PRIVATE_FORM (self), _("This is for you alone. It is in no picture, no review and no export but your own."), "dim-label");
}

static void
add_check_in (BridgePrivateEditor *self,
              GtkListBox          *list)
{
  GtkBox *box = bridge_private_form_get_box (BRIDGE_PRIVATE_FORM (self));

  add_date (self, list);
  for (BridgeScale scale = 0; scale < BRIDGE_N_SCALES; scale++)
    {
      self->scales[scale] = bridge_choice_row_new_scale (scale);
      bridge_choice_row_set_chosen (BRIDGE_CHOICE_ROW (self->scales[scale]), bridge_private_entry_get_step (self->entry, scale));
      gtk_box_append (box, self->scales[scale]);
    }
  self->text = add_words (self, _("A word about it, if you like"), bridge_private_entry_get_text (self->entry));
}

static void
add_buttons (BridgePrivateEditor *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkLayoutManager *layout = bridge_wrap_layout_new ();
  BridgeSpace *space = bridge_private_get_space (get_private (self));
  GtkWidget *button;

  gtk_widget_set_layout_manager (box, layout);
  bridge_wrap_layout_set_centred (BRIDGE_WRAP_LAYOUT (layout), TRUE);
  if (bridge_space_get_listener (space) != NULL && bridge_private_entry_get_kind (self->entry) != BRIDGE_PRIVATE_SAFETY &&
      bridge_private_entry_get_kind (self->entry) != BRIDGE_PRIVATE_CHECK_IN)
    {
      button = gtk_button_new_with_mnemonic (_("S_hare Some Words…"));
      g_signal_connect_object (button, "clicked", G_CALLBACK (share_cb), self, G_CONNECT_SWAPPED);
      gtk_box_append (GTK_BOX (box), button);
    }
  if (bridge_private_entry_get_id (self->entry) != NULL)
    {
      button = gtk_button_new_with_mnemonic (_("_Remove"));
      g_signal_connect_object (button, "clicked", G_CALLBACK (remove_cb), self, G_CONNECT_SWAPPED);
      gtk_box_append (GTK_BOX (box), button);
    }
  gtk_box_append (bridge_private_form_get_box (BRIDGE_PRIVATE_FORM (self)), box);
}

static void
fill (BridgePrivateEditor *self)
{
  BridgePrivateForm *form = BRIDGE_PRIVATE_FORM (self);
  GtkListBox *list = bridge_private_form_add_list (form);

  bridge_private_form_set_title (form, bridge_private_kind_get_label (bridge_private_entry_get_kind (self->entry)), _("_Save"));
  bridge_private_form_set_cancel (form, _("_Close"));
  switch (bridge_private_entry_get_kind (self->entry))
    {
    case BRIDGE_PRIVATE_JOURNAL:
      add_journal (self, list);
      break;
    case BRIDGE_PRIVATE_OBSERVATION:
      add_observation (self, list);
      break;
    case BRIDGE_PRIVATE_SAFETY:
      add_safety (self, list);
      break;
    case BRIDGE_PRIVATE_CHECK_IN:
      add_check_in (self, list);
      break;
    }
  add_buttons (self);
  gtk_window_set_focus (GTK_WINDOW (self), NULL);
  if (self->scales[0] != NULL)
    gtk_widget_grab_focus (self->scales[0]);
  else if (self->text != NULL || self->behaviour != NULL)
    gtk_widget_grab_focus (self->behaviour != NULL ? self->behaviour : self->text);
}

static void
bridge_private_editor_dispose (GObject *object)
{
  BridgePrivateEditor *self = BRIDGE_PRIVATE_EDITOR (object);

  g_clear_object (&self->entry);

  G_OBJECT_CLASS (bridge_private_editor_parent_class)->dispose (object);
}

static void
bridge_private_editor_class_init (BridgePrivateEditorClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = bridge_private_editor_dispose;
  GTK_WINDOW_CLASS (klass)->close_request = bridge_private_editor_close_request;
  BRIDGE_PRIVATE_FORM_CLASS (klass)->apply = bridge_private_editor_apply;
  BRIDGE_PRIVATE_FORM_CLASS (klass)->locking = bridge_private_editor_locking;
}

static void
bridge_private_editor_init (BridgePrivateEditor *self)
{
}

/**
 * bridge_private_editor_new:
 * @private_space: an unlocked private space
 * @entry: what to edit; one without an id is new
 * @parent: (nullable): the window it stands above
 *
 * Returns: (transfer none): the window, to be presented
 */
GtkWidget *
bridge_private_editor_new (BridgePrivate      *private_space,
                           BridgePrivateEntry *entry,
                           GtkWindow          *parent)
{
  BridgePrivateEditor *self = g_object_new (BRIDGE_TYPE_PRIVATE_EDITOR,
                                            "private-space", private_space, "transient-for", parent, NULL);

  self->entry = bridge_private_entry_copy (entry);
  fill (self);
  return GTK_WIDGET (self);
}

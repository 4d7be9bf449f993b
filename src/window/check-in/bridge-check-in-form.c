/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "bridge-check-in-form"

#include "config.h"

#include "bridge-check-in-form.h"

#include <glib/gi18n-lib.h>

#include "bridge-check-in-held.h"
#include "bridge-choice-row.h"
#include "bridge-feedback.h"
#include "bridge-passphrase-form.h"
#include "bridge-space-check-ins.h"
#include "bridge-words-field.h"
#include "bridge-wrap-layout.h"

#define WORDS_HEIGHT_MIN 42
#define WORDS_HEIGHT_MAX 150

struct _BridgeCheckInForm
{
  AdwBin parent_instance;

  BridgePrivate *private_space;
  char *person_id;        /* (nullable): whose it is */
  BridgeCheckIn *editing; /* (nullable): one that is there already */
  BridgeCheckIn *waiting; /* (nullable): one that waits to be opened together, whose place this takes */
  gboolean unlocking;     /* it is saved as soon as the private space is open */
  gboolean solo;

  GtkWidget *heading;
  BridgeChoiceRow *rows[BRIDGE_N_SCALES];
  BridgeWordsField *words_field;
  GtkRevealer *revealer;
  AdwBin *choice_bin;
  GtkLabel *note_label;
  GtkWidget *save_button;
  GtkWidget *clear_button;
  GtkWidget *held_box; /* something was begun, and is kept out of sight */
  GtkLabel *held_label;
  GtkWidget *held_button;
};

G_DEFINE_FINAL_TYPE (BridgeCheckInForm, bridge_check_in_form, ADW_TYPE_BIN)

static BridgeSpace *
get_space (BridgeCheckInForm *self)
{
  return bridge_private_get_space (self->private_space);
}

static BridgeCheckInChoice
get_choice (BridgeCheckInForm *self)
{
  GtkWidget *row = adw_bin_get_child (self->choice_bin);

  return self->editing != NULL ? BRIDGE_CHECK_IN_SHOWN
                               : (BridgeCheckInChoice) bridge_choice_row_get_chosen (BRIDGE_CHOICE_ROW (row));
}

static char *
dup_note (BridgeCheckInForm *self)
{
  BridgePerson *listener = bridge_space_get_listener (get_space (self));

  if (self->editing != NULL)
    return NULL;
  switch (get_choice (self))
    {
    case BRIDGE_CHECK_IN_PRIVATE:
      return g_strdup (!bridge_private_get_exists (self->private_space)
                         ? _("It is encrypted with a passphrase that only you know. You choose it first.")
                       : bridge_private_get_unlocked (self->private_space)
                         ? _("It goes into your private space.")
                         : _("It goes into your private space, which you unlock first."));
    case BRIDGE_CHECK_IN_SHOWN:
      if (listener == NULL)
        return g_strdup (_("It is kept here without encryption."));
      /* Translators: %s is a name */
      return g_strdup_printf (_("%s can read it, with its day and no time."), bridge_person_get_name (listener));
    case BRIDGE_CHECK_IN_TOGETHER:
      return g_strdup (_("It stays closed until both of you have written theirs and said that they are ready."));
    }
  return NULL;
}

/**
 * bridge_check_in_form_is_empty:
 * @self: the form
 *
 * Returns: whether nothing is chosen or written in it
 */
gboolean
bridge_check_in_form_is_empty (BridgeCheckInForm *self)
{
  for (BridgeScale scale = 0; scale < BRIDGE_N_SCALES; scale++)
    if (bridge_choice_row_get_chosen (self->rows[scale]) > 0)
      return FALSE;
  return gtk_text_buffer_get_char_count (bridge_words_field_get_buffer (self->words_field)) == 0;
}

/* What was begun and is kept out of sight can be had again: by whoever opens the private space, if there is one. */
static void
update_held (BridgeCheckInForm *self)
{
  gboolean locked = bridge_private_get_exists (self->private_space);
  gboolean held;

  bridge_check_in_forget_erased (get_space (self));
  held = bridge_check_in_is_held (get_space (self), self->person_id);
  gtk_widget_set_visible (self->held_box, held);
  gtk_label_set_label (self->held_label,
                       locked ? _("What you began is kept out of sight until you unlock your private space, or close Footbridge.")
                              : _("What you began is kept out of sight until you close Footbridge."));
  gtk_button_set_label (GTK_BUTTON (self->held_button), locked ? _("_Unlock and Go On…") : _("_Go On With It"));
  gtk_widget_set_sensitive (self->held_button, locked || bridge_check_in_form_is_empty (self));
}

/* What is folded away is not there for a screen reader either. */
static void
folded_cb (BridgeCheckInForm *self)
{
  if (!gtk_revealer_get_reveal_child (self->revealer) && !gtk_revealer_get_child_revealed (self->revealer))
    gtk_widget_set_visible (GTK_WIDGET (self->revealer), FALSE);
}

static void
update (BridgeCheckInForm *self)
{
  g_autofree char *note = NULL;
  gboolean begun;

  if (self->private_space == NULL || adw_bin_get_child (self->choice_bin) == NULL)
    return;
  note = dup_note (self);
  gtk_label_set_label (GTK_LABEL (self->heading), self->editing != NULL   ? _("Change what you wrote today")
                                                  : self->waiting != NULL ? _("Change what waits to be opened")
                                                                          : _("How are you?"));
  update_held (self);
  gtk_label_set_label (self->note_label, note != NULL ? note : "");
  gtk_widget_set_visible (GTK_WIDGET (self->note_label), note != NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->choice_bin), self->editing == NULL);
  /* How safe it felt is for oneself, whoever else is meant to read the rest. */
  gtk_widget_set_visible (GTK_WIDGET (self->rows[BRIDGE_SCALE_SAFETY]), get_choice (self) == BRIDGE_CHECK_IN_PRIVATE);
  gtk_button_set_label (GTK_BUTTON (self->clear_button),
                        self->editing != NULL || self->waiting != NULL ? _("_Cancel") : _("C_lear"));
  begun = self->editing != NULL || !bridge_check_in_form_is_empty (self);
  if (begun)
    gtk_widget_set_visible (GTK_WIDGET (self->revealer), TRUE);
  gtk_revealer_set_reveal_child (self->revealer, begun);
  folded_cb (self);
}

static void
update_choice (BridgeCheckInForm *self)
{
  gboolean solo = bridge_space_get_listener (get_space (self)) == NULL;
  const char *two[] = { _("Keep private"), _("Show to both"), _("Open together"), NULL };
  const char *one[] = { _("Private space"), _("Not encrypted"), NULL };
  GtkWidget *row;

  if (adw_bin_get_child (self->choice_bin) == NULL || solo != self->solo)
    {
      self->solo = solo;
      row = bridge_choice_row_new (solo ? _("Where it is kept") : _("Who sees it"), solo ? one : two, FALSE);
      g_signal_connect_object (row, "notify::chosen", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
      adw_bin_set_child (self->choice_bin, row);
    }
  update (self);
}

static void
fill_in (BridgeCheckInForm *self,
         BridgeCheckIn     *check_in)
{
  for (BridgeScale scale = 0; scale < BRIDGE_N_SCALES; scale++)
    bridge_choice_row_set_chosen (self->rows[scale], check_in != NULL && scale < BRIDGE_N_SHOWN_SCALES
                                                       ? bridge_check_in_get_step (check_in, scale) : 0);
  bridge_words_field_set_text (self->words_field, check_in != NULL ? bridge_check_in_get_words (check_in) : NULL);
}

/**
 * bridge_check_in_form_clear:
 * @self: the form
 *
 * Empties it.
 */
void
bridge_check_in_form_clear (BridgeCheckInForm *self)
{
  g_clear_object (&self->editing);
  g_clear_object (&self->waiting);
  self->unlocking = FALSE;
  fill_in (self, NULL);
  bridge_check_in_form_choose (self, BRIDGE_CHECK_IN_PRIVATE);
  update (self);
}

/* (transfer full) */
static BridgeCheckIn *
build (BridgeCheckInForm *self)
{
  BridgeCheckIn *check_in = self->editing != NULL ? bridge_check_in_copy (self->editing)
                                                  : bridge_check_in_new (NULL, BRIDGE_LOCAL_NONE);
  g_autofree char *words = bridge_words_field_dup_text (self->words_field);

  for (BridgeScale scale = 0; scale < BRIDGE_N_SHOWN_SCALES; scale++)
    bridge_check_in_set_step (check_in, scale, bridge_choice_row_get_chosen (self->rows[scale]));
  g_object_set (check_in, "words", words != NULL ? words : "", NULL);
  return check_in;
}

/* (transfer full) */
static BridgePrivateEntry *
build_private (BridgeCheckInForm *self)
{
  BridgeClock *clock = bridge_space_get_clock (get_space (self));
  BridgePrivateEntry *entry = bridge_private_entry_new (BRIDGE_PRIVATE_CHECK_IN,
                                                        bridge_local_day_start (bridge_clock_local_now (clock)));
  g_autofree char *words = bridge_words_field_dup_text (self->words_field);

  for (BridgeScale scale = 0; scale < BRIDGE_N_SCALES; scale++)
    bridge_private_entry_set_step (entry, scale, bridge_choice_row_get_chosen (self->rows[scale]));
  g_object_set (entry, "text", words != NULL ? words : "", NULL);
  return entry;
}

/* Of what is there already, only what is said otherwise now would be lost. */
static gboolean
is_begun (BridgeCheckInForm *self)
{
  BridgeCheckIn *before = self->editing != NULL ? self->editing : self->waiting;
  g_autofree char *words = bridge_words_field_dup_text (self->words_field);

  if (before == NULL)
    return !bridge_check_in_form_is_empty (self);
  for (BridgeScale scale = 0; scale < BRIDGE_N_SCALES; scale++)
    if (bridge_choice_row_get_chosen (self->rows[scale]) !=
        (scale < BRIDGE_N_SHOWN_SCALES ? bridge_check_in_get_step (before, scale) : 0))
      return TRUE;
  return g_strcmp0 (words != NULL ? words : "", bridge_check_in_get_words (before)) != 0;
}

/* Keeps what was begun in memory, for whoever began it. */
static void
hold (BridgeCheckInForm *self)
{
  BridgeCheckInHeld *held;

  if (self->person_id == NULL || !is_begun (self) || bridge_space_find_person (get_space (self), self->person_id) == NULL)
    return;
  held = g_new0 (BridgeCheckInHeld, 1);
  held->sealed = bridge_space_has_private (get_space (self), self->person_id);
  /* Without a passphrase it comes back for whoever says who they are, so how safe it felt does not. */
  for (BridgeScale scale = 0; scale < (held->sealed ? BRIDGE_N_SCALES : BRIDGE_N_SHOWN_SCALES); scale++)
    held->steps[scale] = bridge_choice_row_get_chosen (self->rows[scale]);
  held->words = bridge_words_field_dup_text (self->words_field);
  held->choice = get_choice (self);
  g_set_object (&held->editing, self->editing);
  g_set_object (&held->waiting, self->waiting);
  bridge_check_in_hold (get_space (self), self->person_id, held);
}

/**
 * bridge_check_in_form_put_away:
 * @self: the form
 *
 * Empties it, so that nothing of what somebody was about to say is left in sight. What nothing could seal is kept for them.
 */
void
bridge_check_in_form_put_away (BridgeCheckInForm *self)
{
  hold (self);
  bridge_check_in_form_clear (self);
}

static void
show_held (BridgeCheckInForm *self,
           BridgeCheckInHeld *held)
{
  bridge_check_in_form_clear (self);
  g_set_object (&self->editing, held->editing);
  g_set_object (&self->waiting, held->waiting);
  for (BridgeScale scale = 0; scale < BRIDGE_N_SCALES; scale++)
    bridge_choice_row_set_chosen (self->rows[scale], held->steps[scale]);
  bridge_words_field_set_text (self->words_field, held->words);
  bridge_check_in_form_choose (self, (BridgeCheckInChoice) held->choice);
  update (self);
}

static gboolean
seal_held (BridgeCheckInForm *self,
           BridgeCheckInHeld *held)
{
  BridgeClock *clock = bridge_space_get_clock (get_space (self));
  g_autoptr (BridgePrivateEntry) entry = bridge_private_entry_new (BRIDGE_PRIVATE_CHECK_IN,
                                                                   bridge_local_day_start (bridge_clock_local_now (clock)));
  g_autoptr (BridgePrivateEntry) stored = NULL;
  g_autoptr (GError) error = NULL;

  for (BridgeScale scale = 0; scale < BRIDGE_N_SCALES; scale++)
    bridge_private_entry_set_step (entry, scale, held->steps[scale]);
  g_object_set (entry, "text", held->words != NULL ? held->words : "", "draft", TRUE, NULL);
  if (bridge_private_entry_is_empty (entry))
    return TRUE;
  stored = bridge_private_save (self->private_space, entry, &error);
  if (stored == NULL)
    bridge_feedback_show_error (GTK_WIDGET (self), error);
  return stored != NULL;
}

/* The one that was begun last comes into the form; what else there is becomes a draft where it can be sealed, or waits. */
static void
bring_back (BridgeCheckInForm *self)
{
  BridgeCheckInHeld *held;
  gboolean sealed = TRUE;

  bridge_check_in_forget_erased (get_space (self));
  if (bridge_check_in_form_is_empty (self) && (held = bridge_check_in_take_held (get_space (self), self->person_id)) != NULL)
    {
      show_held (self, held);
      bridge_check_in_held_free (held);
    }
  while (sealed && bridge_private_get_unlocked (self->private_space) &&
         (held = bridge_check_in_take_held (get_space (self), self->person_id)) != NULL)
    {
      sealed = seal_held (self, held);
      if (sealed)
        bridge_check_in_held_free (held);
      else
        bridge_check_in_hold (get_space (self), self->person_id, held);
    }
  update (self);
}

static void
finish (BridgeCheckInForm *self)
{
  bridge_check_in_form_clear (self);
  /* The button is folded away. */
  gtk_widget_grab_focus (GTK_WIDGET (self));
}

static gboolean
require_waiting (BridgeCheckInForm *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BridgeCheckIn) now = bridge_space_get_waiting_check_in (get_space (self), &error);

  if (now != NULL && g_strcmp0 (bridge_check_in_get_id (now), bridge_check_in_get_id (self->waiting)) == 0)
    return TRUE;
  if (error == NULL)
    g_set_error_literal (&error, BRIDGE_ERROR, BRIDGE_ERROR_STATE,
                         _("What waited is open or taken back by now, so it stays as it is. If you save this, it is another one."));
  bridge_feedback_show_error (GTK_WIDGET (self), error);
  g_clear_object (&self->waiting);
  update (self);
  return FALSE;
}

/* What waited has another place now. To be called once it is there. */
static void
end_waiting (BridgeCheckInForm *self)
{
  g_autoptr (BridgeCheckIn) taken = NULL;
  g_autoptr (GError) error = NULL;

  if (self->waiting == NULL)
    return;
  taken = bridge_space_take_back_check_in (get_space (self), &error);
  if (taken == NULL)
    bridge_feedback_show_error (GTK_WIDGET (self), error);
}

static void
save_private (BridgeCheckInForm *self)
{
  g_autoptr (BridgePrivateEntry) entry = build_private (self);
  g_autoptr (BridgePrivateEntry) stored = NULL;
  g_autoptr (GError) error = NULL;

  stored = bridge_private_save (self->private_space, entry, &error);
  if (stored == NULL)
    {
      bridge_feedback_show_error (GTK_WIDGET (self), error);
      return;
    }
  end_waiting (self);
  finish (self);
  bridge_feedback_show (GTK_WIDGET (self), _("Written down"));
}

/* It was closed without opening anything: what is filled in waits to be saved again. */
static void
passphrase_form_gone_cb (BridgeCheckInForm *self)
{
  self->unlocking = FALSE;
}

static void
unlock (BridgeCheckInForm *self)
{
  GtkWidget *window = gtk_widget_get_ancestor (GTK_WIDGET (self), GTK_TYPE_WINDOW);
  BridgePassphraseMode mode
      = bridge_private_get_exists (self->private_space) ? BRIDGE_PASSPHRASE_UNLOCK : BRIDGE_PASSPHRASE_SET_UP;
  GtkWidget *form = bridge_passphrase_form_new (self->private_space, mode, GTK_WINDOW (window));

  self->unlocking = TRUE;
  g_signal_connect_object (form, "destroy", G_CALLBACK (passphrase_form_gone_cb), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (form));
}

static void
unlocked_cb (BridgeCheckInForm *self)
{
  if (bridge_private_get_unlocked (self->private_space) && self->unlocking)
    {
      self->unlocking = FALSE;
      save_private (self);
    }
  if (bridge_private_get_unlocked (self->private_space))
    bring_back (self);
  update (self);
}

/* What was begun is sealed as long as it can be, and gone from sight. What is being changed is there as it was; what was changed
 * in it, and what could not be sealed, is kept. */
static void
locking_cb (BridgeCheckInForm *self)
{
  g_autoptr (BridgePrivateEntry) entry = NULL;
  g_autoptr (BridgePrivateEntry) stored = NULL;
  g_autoptr (GError) error = NULL;

  if (!is_begun (self) || self->editing != NULL || self->waiting != NULL)
    {
      bridge_check_in_form_put_away (self);
      return;
    }
  entry = build_private (self);
  g_object_set (entry, "draft", TRUE, NULL);
  if (!bridge_private_entry_is_empty (entry))
    {
      stored = bridge_private_save (self->private_space, entry, &error);
      if (stored == NULL)
        {
          bridge_feedback_show_error (GTK_WIDGET (self), error);
          hold (self);
        }
    }
  bridge_check_in_form_clear (self);
}

static void
save_shown (BridgeCheckInForm *self,
            BridgeCheckIn     *check_in)
{
  g_autoptr (BridgeCheckIn) stored = NULL;
  g_autoptr (GError) error = NULL;
  gboolean saved;

  if (self->editing != NULL)
    saved = bridge_space_update_check_in (get_space (self), check_in, &error);
  else
    saved = (stored = bridge_space_add_check_in (get_space (self), check_in, &error)) != NULL;
  if (!saved)
    {
      bridge_feedback_show_error (GTK_WIDGET (self), error);
      return;
    }
  end_waiting (self);
  finish (self);
  bridge_feedback_show_undo (GTK_WIDGET (self), get_space (self));
}

static void
save_together (BridgeCheckInForm *self,
               BridgeCheckIn     *check_in)
{
  g_autoptr (BridgeCheckIn) stored = NULL;
  g_autoptr (GError) error = NULL;

  stored = bridge_space_write_together (get_space (self), check_in, &error);
  if (stored == NULL)
    {
      bridge_feedback_show_error (GTK_WIDGET (self), error);
      return;
    }
  bridge_check_in_form_clear (self);
  bridge_feedback_show (GTK_WIDGET (self), _("It waits until both are ready."));
  gtk_widget_activate_action (GTK_WIDGET (self), "check-in.show-waiting", NULL);
}

static void
save_cb (BridgeCheckInForm *self)
{
  g_autoptr (BridgeCheckIn) check_in = build (self);

  if (self->waiting != NULL && !require_waiting (self))
    return;
  switch (get_choice (self))
    {
    case BRIDGE_CHECK_IN_PRIVATE:
      if (bridge_private_get_unlocked (self->private_space))
        save_private (self);
      else
        unlock (self);
      break;
    case BRIDGE_CHECK_IN_SHOWN:
      save_shown (self, check_in);
      break;
    case BRIDGE_CHECK_IN_TOGETHER:
      save_together (self, check_in);
      break;
    }
}

static gboolean
bridge_check_in_form_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (BRIDGE_CHECK_IN_FORM (widget)->rows[BRIDGE_SCALE_MOOD]));
}

static void
bridge_check_in_form_dispose (GObject *object)
{
  BridgeCheckInForm *self = BRIDGE_CHECK_IN_FORM (object);

  if (self->private_space != NULL)
    {
      /* The other one is here already; whoever comes back finds it. */
      hold (self);
      g_signal_handlers_disconnect_by_data (self->private_space, self);
    }
  g_clear_object (&self->private_space);
  g_clear_object (&self->editing);
  g_clear_object (&self->waiting);
  g_clear_pointer (&self->person_id, g_free);

  G_OBJECT_CLASS (bridge_check_in_form_parent_class)->dispose (object);
}

static void
bridge_check_in_form_class_init (BridgeCheckInFormClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = bridge_check_in_form_dispose;
  GTK_WIDGET_CLASS (klass)->grab_focus = bridge_check_in_form_grab_focus;
}

static GtkWidget *
make_label (const char *text,
            const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, css_class);
  return label;
}

static GtkWidget *
add_scale (BridgeCheckInForm *self,
           BridgeScale        scale)
{
  GtkWidget *row = bridge_choice_row_new_scale (scale);

  self->rows[scale] = BRIDGE_CHOICE_ROW (row);
  g_signal_connect_object (row, "notify::chosen", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  return row;
}

static void
held_clicked_cb (BridgeCheckInForm *self)
{
  GtkWidget *window = gtk_widget_get_ancestor (GTK_WIDGET (self), GTK_TYPE_WINDOW);

  if (!bridge_private_get_exists (self->private_space))
    bring_back (self);
  else
    gtk_window_present (GTK_WINDOW (bridge_passphrase_form_new (self->private_space, BRIDGE_PASSPHRASE_UNLOCK,
                                                                GTK_WINDOW (window))));
  if (!bridge_check_in_form_is_empty (self))
    gtk_widget_grab_focus (GTK_WIDGET (self));
}

static GtkWidget *
make_held (BridgeCheckInForm *self)
{
  self->held_box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  self->held_label = GTK_LABEL (make_label ("", "dim-label"));
  self->held_button = gtk_button_new ();
  gtk_button_set_use_underline (GTK_BUTTON (self->held_button), TRUE);
  gtk_widget_set_halign (self->held_button, GTK_ALIGN_START);
  g_signal_connect_object (self->held_button, "clicked", G_CALLBACK (held_clicked_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (self->held_box), GTK_WIDGET (self->held_label));
  gtk_box_append (GTK_BOX (self->held_box), self->held_button);
  gtk_widget_set_visible (self->held_box, FALSE);
  return self->held_box;
}

static GtkWidget *
make_buttons (BridgeCheckInForm *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);

  gtk_widget_set_layout_manager (box, bridge_wrap_layout_new ());
  self->save_button = gtk_button_new_with_mnemonic (_("_Save"));
  gtk_widget_add_css_class (self->save_button, "suggested-action");
  g_signal_connect_object (self->save_button, "clicked", G_CALLBACK (save_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (box), self->save_button);
  self->clear_button = gtk_button_new_with_mnemonic (_("C_lear"));
  gtk_widget_add_css_class (self->clear_button, "flat");
  g_signal_connect_object (self->clear_button, "clicked", G_CALLBACK (finish), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (box), self->clear_button);
  return box;
}

static void
bridge_check_in_form_init (BridgeCheckInForm *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 15);
  GtkWidget *more = gtk_box_new (GTK_ORIENTATION_VERTICAL, 15);
  GtkWidget *who = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  gtk_widget_add_css_class (GTK_WIDGET (self), "card");
  gtk_widget_add_css_class (GTK_WIDGET (self), "bridge-check-in");
  gtk_widget_add_css_class (box, "bridge-summary");
  self->heading = make_label ("", "title-4");
  gtk_box_append (GTK_BOX (box), self->heading);
  gtk_box_append (GTK_BOX (box), make_held (self));
  for (BridgeScale scale = 0; scale < BRIDGE_N_SHOWN_SCALES; scale++)
    gtk_box_append (GTK_BOX (box), add_scale (self, scale));

  self->words_field = BRIDGE_WORDS_FIELD (bridge_words_field_new (_("A word about it, if you like"), NULL));
  bridge_words_field_set_height (self->words_field, WORDS_HEIGHT_MIN, WORDS_HEIGHT_MAX);
  g_signal_connect_object (bridge_words_field_get_buffer (self->words_field), "changed", G_CALLBACK (update), self,
                           G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->words_field));

  self->choice_bin = ADW_BIN (adw_bin_new ());
  self->note_label = GTK_LABEL (make_label ("", "dim-label"));
  gtk_box_append (GTK_BOX (who), GTK_WIDGET (self->choice_bin));
  gtk_box_append (GTK_BOX (who), GTK_WIDGET (self->note_label));
  gtk_box_append (GTK_BOX (more), who);
  gtk_box_append (GTK_BOX (more), add_scale (self, BRIDGE_SCALE_SAFETY));
  gtk_box_append (GTK_BOX (more), make_buttons (self));

  self->revealer = GTK_REVEALER (gtk_revealer_new ());
  gtk_revealer_set_child (self->revealer, more);
  g_signal_connect_object (self->revealer, "notify::child-revealed", G_CALLBACK (folded_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->revealer));
  adw_bin_set_child (ADW_BIN (self), box);
}

/**
 * bridge_check_in_form_new:
 * @private_space: the private space of whoever is speaking
 *
 * Returns: (transfer floating): an empty form
 */
GtkWidget *
bridge_check_in_form_new (BridgePrivate *private_space)
{
  BridgeCheckInForm *self = g_object_new (BRIDGE_TYPE_CHECK_IN_FORM, NULL);
  BridgePerson *speaker = bridge_space_get_speaker (bridge_private_get_space (private_space));

  bridge_check_in_forget_gone (bridge_private_get_space (private_space));
  self->private_space = g_object_ref (private_space);
  self->person_id = speaker != NULL ? g_strdup (bridge_person_get_id (speaker)) : NULL;
  g_signal_connect_object (private_space, "locking", G_CALLBACK (locking_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (private_space, "notify::unlocked", G_CALLBACK (unlocked_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (private_space, "notify::exists", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (get_space (self), "notify::solo", G_CALLBACK (update_choice), self, G_CONNECT_SWAPPED);
  update_choice (self);
  return GTK_WIDGET (self);
}

/**
 * bridge_check_in_form_choose:
 * @self: the form
 * @choice: who sees it
 *
 * Proposes who sees it.
 */
void
bridge_check_in_form_choose (BridgeCheckInForm   *self,
                             BridgeCheckInChoice  choice)
{
  if (self->solo && choice == BRIDGE_CHECK_IN_TOGETHER)
    choice = BRIDGE_CHECK_IN_PRIVATE;
  bridge_choice_row_set_chosen (BRIDGE_CHOICE_ROW (adw_bin_get_child (self->choice_bin)), choice);
}

/**
 * bridge_check_in_form_begin:
 * @self: the form
 * @check_in: what to begin with
 * @choice: who sees it
 *
 * Fills it in. Nothing is stored before somebody saves it.
 */
void
bridge_check_in_form_begin (BridgeCheckInForm   *self,
                            BridgeCheckIn       *check_in,
                            BridgeCheckInChoice  choice)
{
  bridge_check_in_form_clear (self);
  fill_in (self, check_in);
  bridge_check_in_form_choose (self, choice);
  gtk_widget_grab_focus (GTK_WIDGET (self));
}

/**
 * bridge_check_in_form_edit:
 * @self: the form
 * @check_in: one of today, which is shown already
 *
 * Fills it in, to be changed.
 */
void
bridge_check_in_form_edit (BridgeCheckInForm *self,
                           BridgeCheckIn     *check_in)
{
  bridge_check_in_form_clear (self);
  self->editing = bridge_check_in_copy (check_in);
  fill_in (self, check_in);
  update (self);
  gtk_widget_grab_focus (GTK_WIDGET (self));
}

/**
 * bridge_check_in_form_change_waiting:
 * @self: the form
 * @check_in: one of the speaker’s that waits to be opened together
 *
 * Fills it in. Whatever place it is saved in, nothing of it waits any more but what is saved to be opened together.
 */
void
bridge_check_in_form_change_waiting (BridgeCheckInForm *self,
                                     BridgeCheckIn     *check_in)
{
  bridge_check_in_form_begin (self, check_in, BRIDGE_CHECK_IN_TOGETHER);
  self->waiting = bridge_check_in_copy (check_in);
  update (self);
}

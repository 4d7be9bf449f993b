/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "bridge-together-card"

#include "config.h"

#include "bridge-together-card.h"

#include <glib/gi18n-lib.h>

#include "bridge-check-in-words.h"
#include "bridge-feedback.h"
#include "bridge-space-check-ins.h"
#include "bridge-words.h"
#include "bridge-wrap-layout.h"

struct _BridgeTogetherCard
{
  AdwBin parent_instance;

  BridgeSpace *space;
  BridgeCheckIn *waiting; /* (nullable) */

  GtkLabel *day_label;
  GtkLabel *scales_label;
  GtkLabel *words_label;
  GtkLabel *note_label;
  GtkWidget *ready_button;
  gboolean answering; /* what comes of that is said there */
};

G_DEFINE_FINAL_TYPE (BridgeTogetherCard, bridge_together_card, ADW_TYPE_BIN)

enum {
  CHANGE,
  TAKE_BACK,
  OPENED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static gboolean
is_ready (BridgeTogetherCard *self)
{
  return self->waiting != NULL && bridge_space_is_ready_to_open (self->space, self->waiting);
}

static void
say_open (BridgeTogetherCard *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  if (root != NULL)
    bridge_feedback_show (GTK_WIDGET (root), _("Both of you are ready, so both are open."));
}

static void
show_label (GtkLabel   *label,
            const char *text)
{
  gtk_label_set_label (label, text);
  gtk_widget_set_visible (GTK_WIDGET (label), *text != '\0');
}

static void
update (BridgeTogetherCard *self)
{
  BridgePerson *listener = bridge_space_get_listener (self->space);
  g_autoptr (GError) error = NULL;
  g_autofree char *day = NULL;
  g_autofree char *line = NULL;
  g_autofree char *scales = NULL;
  g_autofree char *note = NULL;

  g_clear_object (&self->waiting);
  self->waiting = bridge_space_get_waiting_check_in (self->space, &error);
  if (error != NULL)
    g_message ("What waits to be opened together could not be read: %s", error->message);
  gtk_widget_set_visible (GTK_WIDGET (self), self->waiting != NULL && listener != NULL);
  if (self->waiting == NULL || listener == NULL)
    return;

  day = bridge_words_day (bridge_check_in_get_on (self->waiting), bridge_clock_local_now (bridge_space_get_clock (self->space)));
  /* Translators: %s is a day, “today” */
  line = g_strdup_printf (_("Yours of %s"), day);
  scales = bridge_check_in_dup_scales (self->waiting);
  show_label (self->day_label, line);
  show_label (self->scales_label, scales);
  show_label (self->words_label, bridge_check_in_get_words (self->waiting));
  note = is_ready (self)
           /* Translators: %s is a name */
           ? g_strdup_printf (_("You are ready. Both open as soon as %s is ready today, too. Until then nothing shows who has written."),
                              bridge_person_get_name (listener))
           /* Translators: %s is a name */
           : g_strdup_printf (_("Both open once you and %s are ready on the same day. Until then nothing shows who has written."),
                              bridge_person_get_name (listener));
  gtk_label_set_label (self->note_label, note);
  gtk_button_set_label (GTK_BUTTON (self->ready_button), is_ready (self) ? _("_Not Yet") : _("I’m _Ready"));
  if (is_ready (self))
    gtk_widget_remove_css_class (self->ready_button, "suggested-action");
  else
    gtk_widget_add_css_class (self->ready_button, "suggested-action");
  gtk_widget_set_sensitive (self->ready_button, !bridge_space_get_read_only (self->space));
}

/* What waited here is open where it can be read as one of two, and is not here any more. */
static gboolean
is_open (BridgeTogetherCard *self,
         const char         *id)
{
  g_autoptr (BridgeCheckIn) found = bridge_space_find_check_in (self->space, id, NULL);

  return found != NULL && bridge_check_in_get_round_id (found) != NULL;
}

/* The other one may have been ready at another computer, or on the command line: the card does not go without a word. */
static void
changed_cb (BridgeTogetherCard *self,
            BridgeKinds         kinds)
{
  g_autofree char *id = self->waiting != NULL ? g_strdup (bridge_check_in_get_id (self->waiting)) : NULL;

  if (!(kinds & (BRIDGE_KIND_CHECK_INS | BRIDGE_KIND_PERSONS)))
    return;
  update (self);
  if (id == NULL || self->waiting != NULL || self->answering || !is_open (self, id))
    return;
  say_open (self);
  g_signal_emit (self, signals[OPENED], 0, id, FALSE);
}

static void
ready_cb (BridgeTogetherCard *self)
{
  GtkWidget *root = GTK_WIDGET (gtk_widget_get_root (GTK_WIDGET (self)));
  g_autofree char *id = self->waiting != NULL ? g_strdup (bridge_check_in_get_id (self->waiting)) : NULL;
  gboolean opened = FALSE;
  gboolean done;
  g_autoptr (GError) error = NULL;

  self->answering = TRUE;
  done = is_ready (self) ? bridge_space_say_not_yet (self->space, &error) : bridge_space_say_ready (self->space, &opened, &error);
  self->answering = FALSE;
  if (!done)
    bridge_feedback_show_error (root, error);
  if (!opened)
    return;
  say_open (self);
  g_signal_emit (self, signals[OPENED], 0, id, TRUE);
}

static void
change_cb (BridgeTogetherCard *self)
{
  g_autoptr (BridgeCheckIn) waiting = g_object_ref (self->waiting);

  g_signal_emit (self, signals[CHANGE], 0, waiting);
}

static void
take_back_cb (BridgeTogetherCard *self)
{
  g_signal_emit (self, signals[TAKE_BACK], 0);
}

static gboolean
bridge_together_card_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (BRIDGE_TOGETHER_CARD (widget)->ready_button);
}

static void
bridge_together_card_map (GtkWidget *widget)
{
  /* The day may have turned, or the other one may have taken a step at another computer. */
  update (BRIDGE_TOGETHER_CARD (widget));
  GTK_WIDGET_CLASS (bridge_together_card_parent_class)->map (widget);
}

static void
bridge_together_card_dispose (GObject *object)
{
  BridgeTogetherCard *self = BRIDGE_TOGETHER_CARD (object);

  if (self->space != NULL)
    g_signal_handlers_disconnect_by_data (self->space, self);
  g_clear_object (&self->space);
  g_clear_object (&self->waiting);

  G_OBJECT_CLASS (bridge_together_card_parent_class)->dispose (object);
}

static void
bridge_together_card_class_init (BridgeTogetherCardClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = bridge_together_card_dispose;
  GTK_WIDGET_CLASS (klass)->grab_focus = bridge_together_card_grab_focus;
  GTK_WIDGET_CLASS (klass)->map = bridge_together_card_map;

  signals[CHANGE] = g_signal_new ("change", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                                  BRIDGE_TYPE_CHECK_IN);
  signals[OPENED] = g_signal_new ("opened", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 2,
                                  G_TYPE_STRING, G_TYPE_BOOLEAN);
  signals[TAKE_BACK] = g_signal_new ("take-back", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                     G_TYPE_NONE, 0);
}

static GtkLabel *
add_label (GtkWidget  *box,
           const char *css_class)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  gtk_box_append (GTK_BOX (box), label);
  return GTK_LABEL (label);
}

static GtkWidget *
add_button (BridgeTogetherCard *self,
            GtkWidget          *box,
            const char         *label,
            GCallback           callback)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (label);

  g_signal_connect_object (button, "clicked", callback, self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (box), button);
  return button;
}

static void
bridge_together_card_init (BridgeTogetherCard *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 9);
  GtkWidget *buttons = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  gtk_widget_add_css_class (GTK_WIDGET (self), "card");
  gtk_widget_add_css_class (GTK_WIDGET (self), "bridge-together");
  gtk_widget_add_css_class (box, "bridge-summary");
  gtk_label_set_label (add_label (box, "title-4"), _("To be opened together"));
  self->day_label = add_label (box, "dim-label");
  self->scales_label = add_label (box, NULL);
  self->words_label = add_label (box, NULL);
  self->note_label = add_label (box, "dim-label");

  gtk_widget_set_layout_manager (buttons, bridge_wrap_layout_new ());
  self->ready_button = add_button (self, buttons, _("I’m _Ready"), G_CALLBACK (ready_cb));
  add_button (self, buttons, _("Chan_ge"), G_CALLBACK (change_cb));
  add_button (self, buttons, _("_Take It Back"), G_CALLBACK (take_back_cb));
  gtk_box_append (GTK_BOX (box), buttons);
  adw_bin_set_child (ADW_BIN (self), box);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

/**
 * bridge_together_card_new:
 * @space: the space
 *
 * Returns: (transfer floating): the card, invisible while the speaker has written nothing to be opened together
 */
GtkWidget *
bridge_together_card_new (BridgeSpace *space)
{
  BridgeTogetherCard *self = g_object_new (BRIDGE_TYPE_TOGETHER_CARD, NULL);

  self->space = g_object_ref (space);
  g_signal_connect_object (space, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  update (self);
  return GTK_WIDGET (self);
}

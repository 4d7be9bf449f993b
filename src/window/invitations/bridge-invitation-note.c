/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "bridge-invitation-note"

#include "config.h"

#include "bridge-invitation-note.h"

#include <glib/gi18n-lib.h>

#include "bridge-feedback.h"
#include "bridge-invitation-card.h"
#include "bridge-invitation-words.h"

struct _BridgeInvitationNote
{
  AdwBin parent_instance;

  BridgeSpace *space; /* (nullable) */
  char *id;           /* (nullable): of the invitation */

  GtkWidget *card;    /* (nullable): made when somebody is asked */
  GtkWidget *note;
  GtkLabel *label;
  GtkLabel *lines_label;
};

G_DEFINE_FINAL_TYPE (BridgeInvitationNote, bridge_invitation_note, ADW_TYPE_BIN)

/**
 * bridge_invitation_withdraw:
 * @widget: in whose window is said what came of it; it has to stay in there
 * @space: the space
 * @id: of an invitation; what it belongs to may go with it
 *
 * Takes back what whoever is here has proposed.
 */
void
bridge_invitation_withdraw (GtkWidget   *widget,
                            BridgeSpace *space,
                            const char  *id)
{
  g_autofree char *kept_id = g_strdup (id);
  g_autoptr (GError) error = NULL;

  if (bridge_space_withdraw_invitation (space, kept_id, &error))
    bridge_feedback_show_undo (widget, space);
  else
    bridge_feedback_show_error (widget, error);
}

static void
withdraw_cb (BridgeInvitationNote *self)
{
  if (self->id != NULL)
    bridge_invitation_withdraw (GTK_WIDGET (self), self->space, self->id);
}

static void
bridge_invitation_note_dispose (GObject *object)
{
  g_clear_object (&BRIDGE_INVITATION_NOTE (object)->space);

  G_OBJECT_CLASS (bridge_invitation_note_parent_class)->dispose (object);
}

static void
bridge_invitation_note_finalize (GObject *object)
{
  g_free (BRIDGE_INVITATION_NOTE (object)->id);

  G_OBJECT_CLASS (bridge_invitation_note_parent_class)->finalize (object);
}

static void
bridge_invitation_note_class_init (BridgeInvitationNoteClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = bridge_invitation_note_dispose;
  G_OBJECT_CLASS (klass)->finalize = bridge_invitation_note_finalize;
}

static GtkLabel *
add_label (GtkWidget *box)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_box_append (GTK_BOX (box), label);
  return GTK_LABEL (label);
}

static void
bridge_invitation_note_init (BridgeInvitationNote *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *button = gtk_button_new_with_mnemonic (_("_Withdraw"));

  self->note = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  gtk_widget_add_css_class (self->note, "card");
  gtk_widget_add_css_class (self->note, "bridge-summary");
  self->label = add_label (self->note);
  self->lines_label = add_label (self->note);
  gtk_widget_add_css_class (GTK_WIDGET (self->lines_label), "dim-label");
  gtk_widget_add_css_class (GTK_WIDGET (self->lines_label), "numeric");
  gtk_widget_set_halign (button, GTK_ALIGN_START);
  g_signal_connect_swapped (button, "clicked", G_CALLBACK (withdraw_cb), self);
  gtk_box_append (GTK_BOX (self->note), button);
  gtk_box_append (GTK_BOX (box), self->note);
  adw_bin_set_child (ADW_BIN (self), box);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

/**
 * bridge_invitation_note_new:
 *
 * Nothing to be seen yet.
 *
 * Returns: (transfer floating): the widget
 */
GtkWidget *
bridge_invitation_note_new (void)
{
  return g_object_new (BRIDGE_TYPE_INVITATION_NOTE, NULL);
}

static void
show_card (BridgeInvitationNote *self,
           BridgeInvitation     *waiting)
{
  if (self->card == NULL)
    {
      self->card = bridge_invitation_card_new (self->space);
      gtk_box_append (GTK_BOX (adw_bin_get_child (ADW_BIN (self))), self->card);
    }
  bridge_invitation_card_show (BRIDGE_INVITATION_CARD (self->card), waiting);
}

/* What the page says already is not said again: only how it would differ from it. */
static void
show_note (BridgeInvitationNote *self,
           BridgeInvitation     *waiting)
{
  gboolean change = bridge_invitation_get_change (waiting) != NULL;
  gboolean differs = change || bridge_invitation_get_state (waiting) == BRIDGE_INVITATION_ANOTHER_TIME;
  g_auto (GStrv) lines = differs ? bridge_invitation_to_lines (self->space, waiting, NULL) : NULL;
  g_autofree char *text = lines != NULL ? g_strjoinv ("\n", lines) : g_strdup ("");
  const char *sentence;

  if (bridge_invitation_get_state (waiting) == BRIDGE_INVITATION_ANOTHER_TIME)
    sentence = _("You have named another time. No answer yet.");
  else if (bridge_invitation_get_subject (waiting) == BRIDGE_INVITATION_MOMENT)
    sentence = _("You have proposed another time. No answer yet.");
  else
    sentence = change ? _("You have proposed a change. No answer yet.") : _("You have proposed this. No answer yet.");
  gtk_label_set_label (self->label, sentence);
  gtk_label_set_label (self->lines_label, text);
  gtk_widget_set_visible (GTK_WIDGET (self->lines_label), *text != '\0');
}

/* Of a ritual also another time of one of its moments. */
static BridgeInvitation *
find_waiting (BridgeSpace             *space,
              BridgeInvitationSubject  subject,
              const char              *subject_id)
{
  BridgeInvitation *waiting = bridge_space_find_waiting (space, subject, subject_id);

  if (waiting == NULL && subject == BRIDGE_INVITATION_RITUAL)
    waiting = bridge_space_find_waiting (space, BRIDGE_INVITATION_MOMENT, subject_id);
  return waiting;
}

/**
 * bridge_invitation_note_show:
 * @self: the note
 * @space: the space
 * @subject: what the page is about
 * @subject_id: which one
 *
 * Shows what waits for an answer about it, to whoever is here.
 *
 * Returns: whether something waits
 */
gboolean
bridge_invitation_note_show (BridgeInvitationNote    *self,
                             BridgeSpace             *space,
                             BridgeInvitationSubject  subject,
                             const char              *subject_id)
{
  BridgeInvitation *waiting = find_waiting (space, subject, subject_id);
  BridgePerson *speaker = bridge_space_get_speaker (space);
  gboolean asked = waiting != NULL && speaker != NULL &&
                   g_strcmp0 (bridge_invitation_get_waits_for (waiting), bridge_person_get_id (speaker)) == 0;

  g_set_object (&self->space, space);
  g_free (self->id);
  self->id = waiting != NULL ? g_strdup (bridge_invitation_get_id (waiting)) : NULL;
  gtk_widget_set_visible (GTK_WIDGET (self), waiting != NULL);
  if (asked)
    show_card (self, waiting);
  else if (waiting != NULL)
    show_note (self, waiting);
  gtk_widget_set_visible (self->note, waiting != NULL && !asked);
  if (self->card != NULL)
    gtk_widget_set_visible (self->card, asked);
  return waiting != NULL;
}

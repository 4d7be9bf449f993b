/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "bridge-lighter-card"

#include "config.h"

#include "bridge-lighter-card.h"

#include <glib/gi18n-lib.h>

#include "bridge-feedback.h"
#include "bridge-form.h"
#include "bridge-lighter.h"
#include "bridge-wrap-layout.h"

struct _BridgeLighterCard
{
  AdwBin parent_instance;

  BridgeSpace *space;
  BridgeLighter *offer; /* (nullable) */

  GtkWidget *label;
  GtkWidget *accept_button;
  GtkWidget *decline_button;
};

G_DEFINE_FINAL_TYPE (BridgeLighterCard, bridge_lighter_card, ADW_TYPE_BIN)

static void
accept_cb (BridgeLighterCard *self)
{
  g_autoptr (BridgeLighter) offer = g_steal_pointer (&self->offer);
  g_autoptr (GError) error = NULL;

  if (offer == NULL)
    return;
  if (bridge_lighter_accept (offer, self->space, &error))
    bridge_feedback_show_undo (GTK_WIDGET (self), self->space);
  else
    bridge_feedback_show_error (GTK_WIDGET (self), error);
  bridge_lighter_card_update (self);
}

static void
decline_cb (BridgeLighterCard *self)
{
  g_autoptr (BridgeLighter) offer = g_steal_pointer (&self->offer);
  g_autoptr (GError) error = NULL;

  if (offer == NULL)
    return;
  if (!bridge_lighter_decline (offer, self->space, &error))
    bridge_feedback_show_error (GTK_WIDGET (self), error);
  bridge_lighter_card_update (self);
}

static void
bridge_lighter_card_dispose (GObject *object)
{
  BridgeLighterCard *self = BRIDGE_LIGHTER_CARD (object);

  g_clear_pointer (&self->offer, bridge_lighter_free);
  g_clear_object (&self->space);

  G_OBJECT_CLASS (bridge_lighter_card_parent_class)->dispose (object);
}

static void
bridge_lighter_card_class_init (BridgeLighterCardClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = bridge_lighter_card_dispose;

  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
bridge_lighter_card_init (BridgeLighterCard *self)
{
  GtkWidget *card = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *buttons = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  self->label = gtk_label_new (NULL);
  gtk_label_set_wrap (GTK_LABEL (self->label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (self->label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (self->label), 0);
  gtk_box_append (GTK_BOX (card), self->label);

  gtk_widget_set_layout_manager (buttons, bridge_wrap_layout_new ());
  self->accept_button = gtk_button_new ();
  g_signal_connect_swapped (self->accept_button, "clicked", G_CALLBACK (accept_cb), self);
  gtk_box_append (GTK_BOX (buttons), self->accept_button);
  self->decline_button = gtk_button_new ();
  gtk_widget_add_css_class (self->decline_button, "flat");
  g_signal_connect_swapped (self->decline_button, "clicked", G_CALLBACK (decline_cb), self);
  gtk_box_append (GTK_BOX (buttons), self->decline_button);
  gtk_box_append (GTK_BOX (card), buttons);

  gtk_widget_add_css_class (card, "card");
  gtk_widget_add_css_class (card, "bridge-memory");
  adw_bin_set_child (ADW_BIN (self), card);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

static const char *
get_offer_words (BridgeLighter *offer)
{
  if (*offer->remind == '\0')
    return _("Without Reminders");
  if (g_str_equal (offer->remind, "0"))
    return _("Only at the Moment");
  return _("Only the Last One");
}

/* Heard alone, a button says of which ritual, too. */
static void
set_words (GtkWidget  *button,
           const char *words,
           const char *title)
{
  /* Translators: for a screen reader: what stands on a button, and what a ritual is called */
  g_autofree char *name = g_strdup_printf (_("%1$s, “%2$s”"), words, title);
  GtkLabel *label;

  gtk_button_set_label (GTK_BUTTON (button), words);
  label = GTK_LABEL (gtk_button_get_child (GTK_BUTTON (button)));
  gtk_label_set_wrap (label, TRUE);
  gtk_label_set_justify (label, GTK_JUSTIFY_CENTER);
  bridge_set_name (button, name);
}

/**
 * bridge_lighter_card_new:
 *
 * Nothing to be seen yet.
 *
 * Returns: (transfer floating): the widget
 */
GtkWidget *
bridge_lighter_card_new (void)
{
  return g_object_new (BRIDGE_TYPE_LIGHTER_CARD, NULL);
}

/**
 * bridge_lighter_card_set_space:
 * @self: the card
 * @space: the space
 *
 * For one that comes out of a template.
 */
void
bridge_lighter_card_set_space (BridgeLighterCard *self,
                               BridgeSpace       *space)
{
  g_set_object (&self->space, space);
}

/**
 * bridge_lighter_card_update:
 * @self: the card
 *
 * Comes or goes, according to whether there is an offer to make.
 */
void
bridge_lighter_card_update (BridgeLighterCard *self)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *words = NULL;
  const char *title;

  /* Days on which everything rests are not for changing plans. */
  g_clear_pointer (&self->offer, bridge_lighter_free);
  if (bridge_space_get_absence_now (self->space) == NULL)
    self->offer = bridge_lighter_find (self->space, &error);
  if (error != NULL)
    bridge_feedback_show_error (GTK_WIDGET (self), error);
  gtk_widget_set_visible (GTK_WIDGET (self), self->offer != NULL);
  if (self->offer == NULL)
    return;

  title = bridge_ritual_get_title (self->offer->ritual);
  /* Translators: %s is what a ritual is called. */
  words = g_strdup_printf (_("“%s” has found its place. It may need fewer reminders now."), title);
  gtk_label_set_label (GTK_LABEL (self->label), words);
  bridge_set_name (GTK_WIDGET (self), words);
  set_words (self->accept_button, get_offer_words (self->offer), title);
  set_words (self->decline_button, _("Keep as It Is"), title);
}

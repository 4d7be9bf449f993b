/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "bridge-follow-up-card"

#include "config.h"

#include "bridge-follow-up-card.h"

#include <glib/gi18n-lib.h>

#include "bridge-box-label.h"

static void
add_part (GtkWidget  *card,
          const char *title,
          const char *text)
{
  GtkWidget *title_label, *text_label;

  if (*text == '\0')
    return;
  title_label = bridge_box_add_label (card, title, "bridge-lesson-part");
  text_label = bridge_box_add_label (card, text, NULL);
  gtk_accessible_update_relation (GTK_ACCESSIBLE (text_label), GTK_ACCESSIBLE_RELATION_DESCRIBED_BY,
                                  title_label, NULL, -1);
}

/**
 * bridge_follow_up_card_new:
 * @space: the space
 * @words: what somebody has written for the follow-up, which the space says may be read
 *
 * Shows it: under a name where there are two, and each part below what it answers.
 *
 * Returns: (transfer floating): the card
 */
GtkWidget *
bridge_follow_up_card_new (BridgeSpace         *space,
                           BridgePauseFollowUp *words)
{
  BridgePerson *person = bridge_space_find_person (space, bridge_pause_follow_up_get_person_id (words));
  GtkWidget *card = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  if (person != NULL && bridge_space_get_partner (space) != NULL)
    {
      GtkWidget *title = bridge_box_add_label (card, bridge_person_get_name (person), "heading");

      gtk_label_set_wrap (GTK_LABEL (title), FALSE);
      gtk_label_set_ellipsize (GTK_LABEL (title), PANGO_ELLIPSIZE_END);
    }
  add_part (card, _("How it feels"), bridge_pause_follow_up_get_feelings (words));
  add_part (card, _("What is needed"), bridge_pause_follow_up_get_needs (words));
  add_part (card, _("The next step"), bridge_pause_follow_up_get_next_step (words));
  gtk_widget_add_css_class (card, "card");
  gtk_widget_add_css_class (card, "bridge-summary");
  return card;
}

/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "bridge-box-label.h"

/**
 * bridge_box_add_label:
 * @box: a #GtkBox
 * @text: (nullable): words
 * @css_class: (nullable): how they look
 *
 * Puts words at the end of @box that begin where lines begin, and wrap wherever they must.
 *
 * Returns: (transfer none): their label
 */
GtkWidget *
bridge_box_add_label (GtkWidget  *box,
                      const char *text,
                      const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  gtk_box_append (GTK_BOX (box), label);
  return label;
}

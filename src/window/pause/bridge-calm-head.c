/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "bridge-calm-head"

#include "config.h"

#include "bridge-calm-head.h"

struct _BridgeCalmHead
{
  AdwBin parent_instance;

  GtkLabel *line_label;
  GtkLabel *sentence_label;
};

G_DEFINE_FINAL_TYPE (BridgeCalmHead, bridge_calm_head, ADW_TYPE_BIN)

static void
bridge_calm_head_class_init (BridgeCalmHeadClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_set_css_name (widget_class, "calm-head");
  /* A status has no name from GTK 4.18 on. */
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static GtkLabel *
make_label (const char *css_class)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_justify (GTK_LABEL (label), GTK_JUSTIFY_CENTER);
  gtk_widget_add_css_class (label, css_class);

  return GTK_LABEL (label);
}

static void
bridge_calm_head_init (BridgeCalmHead *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);

  self->line_label = make_label ("calm-line");
  self->sentence_label = make_label ("calm-sentence");
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->line_label));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->sentence_label));
  adw_bin_set_child (ADW_BIN (self), box);
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
}

/**
 * bridge_calm_head_set:
 * @self: the head
 * @line: the large line, plain text
 * @sentence: (nullable): more about it, plain text
 *
 * Shows both, and says them as its name.
 */
void
bridge_calm_head_set (BridgeCalmHead *self,
                      const char     *line,
                      const char     *sentence)
{
  g_autofree char *all = sentence != NULL ? g_strdup_printf ("%s %s", line, sentence) : g_strdup (line);

  gtk_label_set_label (self->line_label, line);
  gtk_label_set_label (self->sentence_label, sentence != NULL ? sentence : "");
  gtk_widget_set_visible (GTK_WIDGET (self->sentence_label), sentence != NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, all, -1);
}

/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "bridge-template-card"

#include "config.h"

#include "bridge-template-card.h"

#include <glib/gi18n-lib.h>

#include "bridge-form.h"
#include "bridge-ritual-words.h"
#include "bridge-wrap-layout.h"

struct _BridgeTemplateCard
{
  AdwBin parent_instance;

  BridgeTemplate *template;
  char *haystack;

  GtkLabel *title_label;
  GtkLabel *level_label;
  GtkLabel *summary_label;
  GtkLabel *when_then_label;
  GtkExpander *steps_expander;
  GtkLabel *steps_label;
  GtkWidget *use_button;
  GtkWidget *adapt_button;
};

G_DEFINE_FINAL_TYPE (BridgeTemplateCard, bridge_template_card, ADW_TYPE_BIN)

enum {
  USE,
  ADAPT,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
use_clicked_cb (BridgeTemplateCard *self)
{
  g_signal_emit (self, signals[USE], 0);
}

static void
adapt_clicked_cb (BridgeTemplateCard *self)
{
  g_signal_emit (self, signals[ADAPT], 0);
}

static void
show_steps (BridgeTemplateCard *self,
            GString            *haystack)
{
  const char *const *steps = bridge_template_get_steps (self->template);
  g_autoptr (GString) lines = g_string_new (NULL);
  g_autofree char *label = NULL;
  guint n = 0;

  for (; steps != NULL && steps[n] != NULL; n++)
    {
      g_string_append_printf (lines, "%s%u.  %s", n > 0 ? "\n" : "", n + 1, steps[n]);
      g_string_append_printf (haystack, " %s", steps[n]);
    }

  if (*bridge_template_get_smaller (self->template) != '\0')
    {
      g_string_append (lines, n > 0 ? "\n\n" : "");
      /* Translators: %s is the smaller version of a ritual. */
      g_string_append_printf (lines, _("On tired days: %s"), bridge_template_get_smaller (self->template));
    }

  label = n > 0 ? g_strdup_printf (ngettext ("%u small step", "%u small steps", n), n)
                : g_strdup (_("On tired days"));
  gtk_expander_set_label (self->steps_expander, label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->steps_expander), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  gtk_label_set_label (self->steps_label, lines->str);
  gtk_widget_set_visible (GTK_WIDGET (self->steps_expander), lines->len > 0);
}

static void
show (BridgeTemplateCard *self)
{
  BridgeTemplate *template = self->template;
  g_autofree char *minutes = bridge_words_minutes (bridge_template_get_minutes (template));
  /* Translators: how close a ritual is and how long it takes, as in "Gentle · 10 minutes". */
  g_autofree char *level = g_strdup_printf (
      _("%s · %s"), bridge_closeness_to_words (bridge_template_get_closeness (template)), minutes);
  g_autofree char *use = g_strdup_printf (_("Use “%s” as it is"), bridge_template_get_title (template));
  g_autofree char *adapt = g_strdup_printf (_("Adapt “%s”"), bridge_template_get_title (template));
  g_autoptr (GString) haystack = g_string_new (NULL);

  gtk_label_set_label (self->title_label, bridge_template_get_title (template));
  gtk_label_set_label (self->level_label, level);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->level_label),
                               bridge_closeness_to_sentence (bridge_template_get_closeness (template)));
  gtk_label_set_label (self->summary_label, bridge_template_get_summary (template));
  gtk_label_set_label (self->when_then_label, bridge_template_get_when_then (template));
  bridge_set_name (self->use_button, use);
  bridge_set_name (self->adapt_button, adapt);

  g_string_append_printf (haystack, "%s %s %s %s", bridge_template_get_title (template), level,
                          bridge_template_get_summary (template), bridge_template_get_when_then (template));
  show_steps (self, haystack);
  self->haystack = g_strdup (haystack->str);
}

static void
bridge_template_card_dispose (GObject *object)
{
  BridgeTemplateCard *self = BRIDGE_TEMPLATE_CARD (object);

  adw_bin_set_child (ADW_BIN (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), BRIDGE_TYPE_TEMPLATE_CARD);
  g_clear_object (&self->template);

  G_OBJECT_CLASS (bridge_template_card_parent_class)->dispose (object);
}

static void
bridge_template_card_finalize (GObject *object)
{
  g_free (BRIDGE_TEMPLATE_CARD (object)->haystack);

  G_OBJECT_CLASS (bridge_template_card_parent_class)->finalize (object);
}

static void
bridge_template_card_class_init (BridgeTemplateCardClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = bridge_template_card_dispose;
  object_class->finalize = bridge_template_card_finalize;

  signals[USE] = g_signal_new ("use", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                               G_TYPE_NONE, 0);
  signals[ADAPT] = g_signal_new ("adapt", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                 G_TYPE_NONE, 0);

  g_type_ensure (BRIDGE_TYPE_WRAP_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, APP_PATH "/ui/rituals-card.ui");
  gtk_widget_class_bind_template_child (widget_class, BridgeTemplateCard, title_label);
  gtk_widget_class_bind_template_child (widget_class, BridgeTemplateCard, level_label);
  gtk_widget_class_bind_template_child (widget_class, BridgeTemplateCard, summary_label);
  gtk_widget_class_bind_template_child (widget_class, BridgeTemplateCard, when_then_label);
  gtk_widget_class_bind_template_child (widget_class, BridgeTemplateCard, steps_expander);
  gtk_widget_class_bind_template_child (widget_class, BridgeTemplateCard, steps_label);
  gtk_widget_class_bind_template_child (widget_class, BridgeTemplateCard, use_button);
  gtk_widget_class_bind_template_child (widget_class, BridgeTemplateCard, adapt_button);
  gtk_widget_class_bind_template_callback (widget_class, use_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, adapt_clicked_cb);
}

static void
bridge_template_card_init (BridgeTemplateCard *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * bridge_template_card_new:
 * @template: what it shows
 *
 * A card.
 *
 * Returns: (transfer floating): the widget
 */
GtkWidget *
bridge_template_card_new (BridgeTemplate *template)
{
  BridgeTemplateCard *self = g_object_new (BRIDGE_TYPE_TEMPLATE_CARD, NULL);

  self->template = g_object_ref (template);
  show (self);

  return GTK_WIDGET (self);
}

/**
 * bridge_template_card_get_template:
 * @self: the card
 *
 * What it shows.
 *
 * Returns: (transfer none): the template
 */
BridgeTemplate *
bridge_template_card_get_template (BridgeTemplateCard *self)
{
  return self->template;
}

/**
 * bridge_template_card_matches:
 * @self: the card
 * @text: what is searched for
 *
 * Does it have all words of @text, each as the beginning of a word? Accents may be left away.
 *
 * Returns: %TRUE if it does; nothing matches all
 */
gboolean
bridge_template_card_matches (BridgeTemplateCard *self,
                              const char         *text)
{
  g_autofree char *words = g_strstrip (g_strdup (text));

  return *words == '\0' || g_str_match_string (words, self->haystack, TRUE);
}

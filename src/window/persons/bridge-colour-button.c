/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "bridge-colour-button"

#include "config.h"

#include "bridge-colour-button.h"

#include <glib/gi18n-lib.h>

#include "bridge-form.h"
#include "bridge-person-badge.h"

struct _BridgeColourButton
{
  AdwBin parent_instance;

  GtkWidget *button;
  BridgePersonBadge *badge;
  GtkWidget *choices[BRIDGE_N_COLOURS];
};

enum {
  CHOSEN,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (BridgeColourButton, bridge_colour_button, ADW_TYPE_BIN)

/* In the order of the style sheet. */
static const char *const names[BRIDGE_N_COLOURS] = {
  N_("Blue"), N_("Orange"), N_("Green"), N_("Pink"), N_("Light blue"), N_("Yellow"),
};

static void
choice_cb (GtkWidget          *choice,
           BridgeColourButton *self)
{
  gtk_menu_button_popdown (GTK_MENU_BUTTON (self->button));
  for (int i = 0; i < BRIDGE_N_COLOURS; i++)
    if (self->choices[i] == choice)
      g_signal_emit (self, signals[CHOSEN], 0, i);
}

static GtkWidget *
make_choice (BridgeColourButton *self,
             int                 colour)
{
  GtkWidget *button = gtk_button_new ();
  GtkWidget *badge = bridge_person_badge_new ();

  gtk_button_set_child (GTK_BUTTON (button), badge);
  gtk_button_set_has_frame (GTK_BUTTON (button), FALSE);
  gtk_widget_add_css_class (button, "bridge-person-choice");
  gtk_widget_set_tooltip_text (button, _(names[colour]));
  bridge_set_name (button, _(names[colour]));
  g_signal_connect (button, "clicked", G_CALLBACK (choice_cb), self);
  return button;
}

static void
bridge_colour_button_class_init (BridgeColourButtonClass *klass)
{
  signals[CHOSEN] = g_signal_new ("chosen", BRIDGE_TYPE_COLOUR_BUTTON, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                                  G_TYPE_INT);
}

static void
bridge_colour_button_init (BridgeColourButton *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *popover = gtk_popover_new ();

  for (int i = 0; i < BRIDGE_N_COLOURS; i++)
    {
      self->choices[i] = make_choice (self, i);
      gtk_box_append (GTK_BOX (box), self->choices[i]);
    }
  gtk_popover_set_child (GTK_POPOVER (popover), box);

  self->button = gtk_menu_button_new ();
  self->badge = BRIDGE_PERSON_BADGE (bridge_person_badge_new ());
  gtk_menu_button_set_child (GTK_MENU_BUTTON (self->button), GTK_WIDGET (self->badge));
  gtk_menu_button_set_has_frame (GTK_MENU_BUTTON (self->button), FALSE);
  gtk_menu_button_set_popover (GTK_MENU_BUTTON (self->button), popover);
  gtk_widget_add_css_class (self->button, "bridge-person-button");
  gtk_widget_set_valign (self->button, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (self->button, _("Colour"));
  adw_bin_set_child (ADW_BIN (self), self->button);
}

/**
 * bridge_colour_button_new:
 *
 * Returns: (transfer floating): the widget
 */
GtkWidget *
bridge_colour_button_new (void)
{
  return g_object_new (BRIDGE_TYPE_COLOUR_BUTTON, NULL);
}

/**
 * bridge_colour_button_set:
 * @self: the button
 * @name: a person's name
 * @colour: the person's colour, 0 – 5
 *
 * Shows them.
 */
void
bridge_colour_button_set (BridgeColourButton *self,
                          const char         *name,
                          int                 colour)
{
  /* Translators: %1$s is a person's name, %2$s a colour. */
  g_autofree char *words = g_strdup_printf (_("Colour of %1$s: %2$s"), name, _(names[colour]));

  bridge_person_badge_set (self->badge, name, colour);
  for (int i = 0; i < BRIDGE_N_COLOURS; i++)
    bridge_person_badge_set (BRIDGE_PERSON_BADGE (gtk_button_get_child (GTK_BUTTON (self->choices[i]))), name, i);
  bridge_set_name (self->button, words);
}

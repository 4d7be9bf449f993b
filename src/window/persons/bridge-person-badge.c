/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "bridge-person-badge"

#include "config.h"

#include "bridge-person-badge.h"

struct _BridgePersonBadge
{
  AdwBin parent_instance;

  GtkLabel *label;
};

G_DEFINE_FINAL_TYPE (BridgePersonBadge, bridge_person_badge, ADW_TYPE_BIN)

/* The style sheet has a colour for each. */
static const char *const colours[] = { "colour-0", "colour-1", "colour-2", "colour-3", "colour-4", "colour-5" };

static void
bridge_person_badge_class_init (BridgePersonBadgeClass *klass)
{
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "person");
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
bridge_person_badge_init (BridgePersonBadge *self)
{
  self->label = g_object_new (GTK_TYPE_LABEL, "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->label));
  gtk_widget_set_halign (GTK_WIDGET (self), GTK_ALIGN_CENTER);
  gtk_widget_set_valign (GTK_WIDGET (self), GTK_ALIGN_CENTER);
}

/**
 * bridge_person_badge_new:
 *
 * Returns: (transfer floating): the widget, of nobody yet
 */
GtkWidget *
bridge_person_badge_new (void)
{
  return g_object_new (BRIDGE_TYPE_PERSON_BADGE, NULL);
}

/**
 * bridge_person_badge_set_large:
 * @self: the badge
 * @large: as large as what a page is about, not as an icon
 *
 * Sets how large it is.
 */
void
bridge_person_badge_set_large (BridgePersonBadge *self,
                               gboolean           large)
{
  if (large)
    gtk_widget_add_css_class (GTK_WIDGET (self), "large");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "large");
}

/* The first letter with what belongs to it, such as an accent of its own. */
static char *
dup_initial (const char *name)
{
  const char *end = name;
  g_autofree char *first = NULL;

  if (*name == '\0')
    return g_strdup ("");

  do
    end = g_utf8_next_char (end);
  while (*end != '\0' && g_unichar_ismark (g_utf8_get_char (end)));

  first = g_strndup (name, end - name);
  return g_utf8_strup (first, -1);
}

/**
 * bridge_person_badge_set:
 * @self: the badge
 * @name: a person's name
 * @colour: a person's colour, 0 – 5
 *
 * Shows somebody who may not be a person of the space yet.
 */
void
bridge_person_badge_set (BridgePersonBadge *self,
                         const char        *name,
                         int                colour)
{
  g_autofree char *initial = dup_initial (name);

  gtk_label_set_label (self->label, initial);
  for (int i = 0; i < (int) G_N_ELEMENTS (colours); i++)
    if (i == colour)
      gtk_widget_add_css_class (GTK_WIDGET (self), colours[i]);
    else
      gtk_widget_remove_css_class (GTK_WIDGET (self), colours[i]);
}

/**
 * bridge_person_badge_set_person:
 * @self: the badge
 * @person: (nullable): whose it is
 *
 * Shows a person, as the person is now.
 */
void
bridge_person_badge_set_person (BridgePersonBadge *self,
                                BridgePerson      *person)
{
  if (person != NULL)
    bridge_person_badge_set (self, bridge_person_get_name (person), bridge_person_get_colour (person));
  else
    bridge_person_badge_set (self, "", -1);
}

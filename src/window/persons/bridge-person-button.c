/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "bridge-person-button"

#include "config.h"

#include "bridge-person-button.h"

#include <glib/gi18n-lib.h>

#include "bridge-form.h"
#include "bridge-lazy-menu.h"
#include "bridge-person-badge.h"

struct _BridgePersonButton
{
  AdwBin parent_instance;

  BridgeSpace *space; /* (nullable) */
  gboolean unknown;   /* who is here: nobody has said so yet */

  GtkWidget *button;
  BridgePersonBadge *badge;
};

G_DEFINE_FINAL_TYPE (BridgePersonButton, bridge_person_button, ADW_TYPE_BIN)

/* In a menu an underscore marks the letter to press. */
static char *
dup_escaped (const char *name)
{
  g_autoptr (GString) text = g_string_new (name);

  g_string_replace (text, "_", "__", 0);
  return g_strdup (text->str);
}

static void
append (GMenu      *menu,
        const char *label,
        const char *action,
        const char *accel)
{
  g_autoptr (GMenuItem) item = g_menu_item_new (label, action);

  if (accel != NULL)
    g_menu_item_set_attribute (item, "accel", "s", accel);
  g_menu_append_item (menu, item);
}

static GMenuModel *
make_menu (BridgePerson *listener)
{
  g_autoptr (GMenu) menu = g_menu_new ();
  g_autoptr (GMenu) pass = g_menu_new ();
  g_autoptr (GMenu) persons = g_menu_new ();
  g_autofree char *name = dup_escaped (bridge_person_get_name (listener));
  /* Translators: %s is a name. The letter after the underscore is the one to press. */
  g_autofree char *label = g_strdup_printf (_("_Pass the Computer to %s"), name);

  append (pass, label, "win.hand-over", "<Control><Shift>h");
  append (pass, _("_Open the Private Space"), "win.show-private", NULL);
  append (pass, _("_Lock the Private Space"), "win.lock", "<Control>l");
  append (persons, _("_Names and Colours"), "win.preferences", NULL);
  append (persons, _("_Leave…"), "win.leave", NULL);
  g_menu_append_section (menu, NULL, G_MENU_MODEL (pass));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (persons));
  return G_MENU_MODEL (g_steal_pointer (&menu));
}

static void
update (BridgePersonButton *self)
{
  BridgePerson *speaker = self->space != NULL ? bridge_space_get_speaker (self->space) : NULL;
  BridgePerson *listener = self->space != NULL ? bridge_space_get_listener (self->space) : NULL;
  g_autoptr (GMenuModel) menu = NULL;
  g_autofree char *words = NULL;

  gtk_widget_set_visible (GTK_WIDGET (self), listener != NULL && !self->unknown);
  if (listener == NULL)
    return;

  /* Translators: %s is the name of the person at the computer. */
  words = g_strdup_printf (_("%s is here"), bridge_person_get_name (speaker));
  bridge_person_badge_set_person (self->badge, speaker);
  gtk_widget_set_tooltip_text (self->button, words);
  bridge_set_name (self->button, words);
  menu = make_menu (listener);
  bridge_lazy_menu_set (self->button, menu);
}

static void
changed_cb (BridgePersonButton *self,
            BridgeKinds         kinds)
{
  if (kinds & BRIDGE_KIND_PERSONS)
    update (self);
}

static void
bridge_person_button_dispose (GObject *object)
{
  BridgePersonButton *self = BRIDGE_PERSON_BUTTON (object);

  bridge_person_button_set_space (self, NULL);

  G_OBJECT_CLASS (bridge_person_button_parent_class)->dispose (object);
}

static void
bridge_person_button_class_init (BridgePersonButtonClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = bridge_person_button_dispose;
}

static void
bridge_person_button_init (BridgePersonButton *self)
{
  self->button = gtk_menu_button_new ();
  self->badge = BRIDGE_PERSON_BADGE (bridge_person_badge_new ());
  gtk_menu_button_set_child (GTK_MENU_BUTTON (self->button), GTK_WIDGET (self->badge));
  gtk_menu_button_set_has_frame (GTK_MENU_BUTTON (self->button), FALSE);
  gtk_widget_add_css_class (self->button, "bridge-person-button");
  adw_bin_set_child (ADW_BIN (self), self->button);
  update (self);
}

/**
 * bridge_person_button_set_space:
 * @self: the button
 * @space: (nullable): whose persons it shows
 *
 * Shows who is here, and follows it.
 */
void
bridge_person_button_set_space (BridgePersonButton *self,
                                BridgeSpace        *space)
{
  if (self->space == space)
    return;

  if (self->space != NULL)
    g_signal_handlers_disconnect_by_data (self->space, self);
  g_set_object (&self->space, space);
  if (space == NULL)
    return;

  g_signal_connect_object (space, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (space, "notify::speaker", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);
}

/**
 * bridge_person_button_set_known:
 * @self: the button
 * @known: whether somebody has said who is here
 *
 * Does not show, and so names nobody, as long as that is not known.
 */
void
bridge_person_button_set_known (BridgePersonButton *self,
                                gboolean            known)
{
  self->unknown = !known;
  update (self);
}

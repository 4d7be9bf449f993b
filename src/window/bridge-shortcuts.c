/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "bridge-shortcuts"

#include "config.h"

#include "bridge-shortcuts.h"

#include <glib/gi18n-lib.h>

#include "bridge-form.h"

struct _BridgeShortcuts
{
  AdwWindow parent_instance;
};

G_DEFINE_FINAL_TYPE (BridgeShortcuts, bridge_shortcuts, ADW_TYPE_WINDOW)

/* A line without keys is the heading of those after it. */
static const struct {
  const char *title;
  const char *keys[2];
} lines[] = {
  { N_("Add"), { NULL } },
  { N_("Small win"), { "<Control>n" } },
  { N_("Ritual"), { "<Control><Shift>n" } },
  { N_("Promise"), { "<Control><Shift>r" } },
  { N_("Check-in"), { "<Control><Shift>c" } },
  { N_("Pages"), { NULL } },
  { N_("Today"), { "<Alt>1" } },
  { N_("Rituals"), { "<Alt>2" } },
  { N_("Boundaries"), { "<Alt>3" } },
  { N_("Celebrate"), { "<Alt>4" } },
  { N_("Reflect"), { "<Alt>5" } },
  { N_("Back"), { "<Alt>Left", "Escape" } },
  { N_("Everywhere"), { NULL } },
  { N_("Lock the private space"), { "<Control>l" } },
  { N_("Pause"), { "<Control><Shift>p" } },
  { N_("Find"), { "<Control>f" } },
  { N_("Undo"), { "<Control>z" } },
  { N_("Redo"), { "<Control><Shift>z" } },
  { N_("Main menu"), { "F10" } },
  { N_("Quiet hours and time away"), { "<Control>h" } },
  { N_("Pass the computer on"), { "<Control><Shift>h" } },
  { N_("Preferences"), { "<Control>comma" } },
  { N_("Reliability"), { "<Control>r" } },
  { N_("Keyboard shortcuts"), { "<Control>question" } },
  { N_("Close the window"), { "<Control>w", "<Control>q" } },
  { N_("In an Editor"), { NULL } },
  { N_("Save"), { "<Control>Return" } },
  { N_("Cancel"), { "Escape" } },
  { N_("In the Calendar"), { NULL } },
  { N_("Another day"), { "Left", "Right" } },
  { N_("Another moment, in the month another week"), { "Up", "Down" } },
  { N_("Week or month before and after"), { "Page_Up", "Page_Down" } },
  { N_("Back to today"), { "Home" } },
  { N_("Menu of a moment"), { "<Shift>F10" } },
  { N_("Move a moment a day back"), { "<Alt><Shift>Left" } },
  { N_("Move a moment a day on"), { "<Alt><Shift>Right" } },
  { N_("Move a moment a quarter of an hour earlier, in the month a week"), { "<Alt><Shift>Up" } },
  { N_("Move a moment a quarter of an hour later, in the month a week"), { "<Alt><Shift>Down" } },
  { N_("In the List of Small Wins"), { NULL } },
  { N_("Star"), { "s" } },
  { N_("Remove"), { "Delete" } },
};

static char *
dup_key_label (const char *accelerator)
{
  GdkModifierType modifiers;
  guint key;

  if (!gtk_accelerator_parse (accelerator, &key, &modifiers))
    return NULL;
  return gtk_accelerator_get_label (key, modifiers);
}

static GtkWidget *
make_row (gsize i)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  g_autoptr (GString) name = g_string_new (_(lines[i].title));

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _(lines[i].title));
  for (gsize key = 0; key < G_N_ELEMENTS (lines[i].keys) && lines[i].keys[key] != NULL; key++)
    {
      g_autofree char *text = dup_key_label (lines[i].keys[key]);
      GtkWidget *label = gtk_label_new (text);

      gtk_widget_add_css_class (label, "bridge-key");
      gtk_widget_set_valign (label, GTK_ALIGN_CENTER);
      gtk_box_append (GTK_BOX (box), label);
      g_string_append_printf (name, ", %s", text);
    }
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), box);
  bridge_set_name (row, name->str);

  return row;
}

static void
bridge_shortcuts_class_init (BridgeShortcutsClass *klass)
{
  gtk_widget_class_add_binding_action (GTK_WIDGET_CLASS (klass), GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
bridge_shortcuts_init (BridgeShortcuts *self)
{
  GtkWidget *content = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *page = adw_preferences_page_new ();
  AdwPreferencesGroup *group = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (lines); i++)
    if (lines[i].keys[0] == NULL)
      {
        group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
        adw_preferences_group_set_title (group, _(lines[i].title));
        adw_preferences_page_add (ADW_PREFERENCES_PAGE (page), group);
      }
    else
      {
        adw_preferences_group_add (group, make_row (i));
      }

  gtk_widget_set_vexpand (page, TRUE);
  gtk_box_append (GTK_BOX (content), adw_header_bar_new ());
  gtk_box_append (GTK_BOX (content), page);
  adw_window_set_content (ADW_WINDOW (self), content);
  gtk_window_set_title (GTK_WINDOW (self), _("Keyboard Shortcuts"));
  gtk_window_set_default_size (GTK_WINDOW (self), 440, 600);
  gtk_window_set_modal (GTK_WINDOW (self), TRUE);
}

/**
 * bridge_shortcuts_new:
 * @parent: (nullable): the window it stands over
 *
 * Returns: (transfer floating): the window, not presented yet
 */
GtkWidget *
bridge_shortcuts_new (GtkWindow *parent)
{
  return g_object_new (BRIDGE_TYPE_SHORTCUTS, "transient-for", parent, NULL);
}

/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "bridge-reminders-editor"

#include "config.h"

#include "bridge-reminders-editor.h"

#include <glib/gi18n-lib.h>

#include "bridge-form.h"
#include "bridge-ritual-words.h"
#include "bridge-words.h"

#define AFTER 30 /* minutes */
#define N_LEADS_MAX 6
#define WEEK 10080

static const int usual[] = { 0, 5, 10, 30, 60, 1440 };

struct _BridgeRemindersEditor
{
  AdwPreferencesGroup parent_instance;

  GtkWidget *box;       /* the usual ones, then one's own */
  GPtrArray *buttons;   /* GtkToggleButton with "bridge-minutes" */
  GtkWidget *after_check;
  GtkLabel *after_label;
  int after;            /* minutes after the moment */
  GtkWidget *popover;
  GtkWidget *menu;
  GtkWidget *spin;
  GtkWidget *unit;
};

G_DEFINE_FINAL_TYPE (BridgeRemindersEditor, bridge_reminders_editor, ADW_TYPE_PREFERENCES_GROUP)

enum {
  CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static int
get_minutes (GtkWidget *button)
{
  return GPOINTER_TO_INT (g_object_get_data (G_OBJECT (button), "bridge-minutes"));
}

/* At most six; with six chosen the others wait. */
static void
update (BridgeRemindersEditor *self)
{
  gboolean after = gtk_check_button_get_active (GTK_CHECK_BUTTON (self->after_check));
  guint chosen = after ? 1 : 0;

  for (guint i = 0; i < self->buttons->len; i++)
    chosen += gtk_toggle_button_get_active (g_ptr_array_index (self->buttons, i)) ? 1 : 0;

  for (guint i = 0; i < self->buttons->len; i++)
    {
      GtkToggleButton *button = g_ptr_array_index (self->buttons, i);

      gtk_widget_set_sensitive (GTK_WIDGET (button),
                                chosen < N_LEADS_MAX || gtk_toggle_button_get_active (button));
    }

  gtk_widget_set_sensitive (self->after_check, chosen < N_LEADS_MAX || after);
  gtk_widget_set_sensitive (self->menu, chosen < N_LEADS_MAX);
  adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (self),
                                         chosen > 0 ? NULL : _("No reminder comes; Today still shows it."));
}

static void
toggled_cb (BridgeRemindersEditor *self)
{
  update (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

static GtkWidget *
add_button (BridgeRemindersEditor *self,
            int                    minutes)
{
  g_autofree char *words = bridge_lead_to_words (minutes);
  GtkWidget *button = gtk_toggle_button_new_with_label (words);

  g_object_set_data (G_OBJECT (button), "bridge-minutes", GINT_TO_POINTER (minutes));
  gtk_widget_add_css_class (button, "bridge-chip");
  g_signal_connect_object (button, "toggled", G_CALLBACK (toggled_cb), self, G_CONNECT_SWAPPED);
  g_ptr_array_add (self->buttons, button);
  gtk_flow_box_insert (GTK_FLOW_BOX (self->box), button, self->buttons->len - 1);
  gtk_widget_set_focusable (gtk_widget_get_parent (button), FALSE);

  return button;
}

static void
choose (BridgeRemindersEditor *self,
        int                    minutes)
{
  for (guint i = 0; i < self->buttons->len; i++)
    {
      if (get_minutes (g_ptr_array_index (self->buttons, i)) == minutes)
        {
          gtk_toggle_button_set_active (g_ptr_array_index (self->buttons, i), TRUE);
          return;
        }
    }

  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (add_button (self, minutes)), TRUE);
}

static void
add_clicked_cb (BridgeRemindersEditor *self)
{
  static const int units[] = { 1, 60, 1440 };
  int minutes = gtk_spin_button_get_value_as_int (GTK_SPIN_BUTTON (self->spin)) *
                units[gtk_drop_down_get_selected (GTK_DROP_DOWN (self->unit))];

  gtk_popover_popdown (GTK_POPOVER (self->popover));
  choose (self, MIN (minutes, WEEK));
}

static void
set_after (BridgeRemindersEditor *self,
           int                    minutes)
{
  g_autofree char *length = bridge_words_minutes (minutes);
  g_autofree char *words = NULL;

  self->after = minutes;
  if (minutes == AFTER)
    words = g_strdup (_("Once more half an hour after, if nothing was recorded"));
  else
    /* Translators: %s is a length of time, such as "45 minutes". */
    words = g_strdup_printf (_("Once more %s after, if nothing was recorded"), length);
  gtk_label_set_label (self->after_label, words);
  bridge_set_name (self->after_check, words);
}

static void
make_after (BridgeRemindersEditor *self)
{
  self->after_label = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_wrap (self->after_label, TRUE);
  gtk_label_set_xalign (self->after_label, 0);

  self->after_check = gtk_check_button_new ();
  gtk_check_button_set_child (GTK_CHECK_BUTTON (self->after_check), GTK_WIDGET (self->after_label));
  gtk_widget_set_margin_top (self->after_check, 6);
  set_after (self, AFTER);
  g_signal_connect_object (self->after_check, "toggled", G_CALLBACK (toggled_cb), self, G_CONNECT_SWAPPED);
}

static void
make_popover (BridgeRemindersEditor *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *add = gtk_button_new_with_label (_("Add"));
  const char *const units[] = { _("minutes before"), _("hours before"), _("days before"), NULL };

  self->spin = gtk_spin_button_new_with_range (1, 999, 1);
  gtk_spin_button_set_value (GTK_SPIN_BUTTON (self->spin), 15);
  bridge_set_name (self->spin, _("How long before"));
  self->unit = gtk_drop_down_new_from_strings (units);
  bridge_set_name (self->unit, _("Minutes, hours or days"));
  gtk_widget_add_css_class (add, "suggested-action");
  g_signal_connect_object (add, "clicked", G_CALLBACK (add_clicked_cb), self, G_CONNECT_SWAPPED);

  gtk_box_append (GTK_BOX (line), self->spin);
  gtk_box_append (GTK_BOX (line), self->unit);
  gtk_box_append (GTK_BOX (box), line);
  gtk_box_append (GTK_BOX (box), add);

  self->popover = gtk_popover_new ();
  gtk_popover_set_child (GTK_POPOVER (self->popover), box);
}

static void
bridge_reminders_editor_dispose (GObject *object)
{
  BridgeRemindersEditor *self = BRIDGE_REMINDERS_EDITOR (object);

  g_clear_pointer (&self->buttons, g_ptr_array_unref);

  G_OBJECT_CLASS (bridge_reminders_editor_parent_class)->dispose (object);
}

static void
bridge_reminders_editor_class_init (BridgeRemindersEditorClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = bridge_reminders_editor_dispose;

  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                   NULL, G_TYPE_NONE, 0);
}

static void
bridge_reminders_editor_init (BridgeRemindersEditor *self)
{
  self->buttons = g_ptr_array_new ();
  make_popover (self);
  make_after (self);

  self->menu = gtk_menu_button_new ();
  gtk_menu_button_set_label (GTK_MENU_BUTTON (self->menu), _("Another Time"));
  gtk_menu_button_set_popover (GTK_MENU_BUTTON (self->menu), self->popover);
  gtk_widget_add_css_class (self->menu, "flat");
  gtk_widget_set_valign (self->menu, GTK_ALIGN_CENTER);
  bridge_set_name (self->menu, _("Another reminder time"));

  self->box = gtk_flow_box_new ();
  gtk_flow_box_set_selection_mode (GTK_FLOW_BOX (self->box), GTK_SELECTION_NONE);
  gtk_flow_box_set_max_children_per_line (GTK_FLOW_BOX (self->box), 3);
  gtk_flow_box_set_min_children_per_line (GTK_FLOW_BOX (self->box), 1);
  gtk_flow_box_set_column_spacing (GTK_FLOW_BOX (self->box), 6);
  gtk_flow_box_set_row_spacing (GTK_FLOW_BOX (self->box), 6);
  gtk_flow_box_set_homogeneous (GTK_FLOW_BOX (self->box), TRUE);
  bridge_set_name (self->box, _("Reminders"));

  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (self), _("Reminders"));
  adw_preferences_group_set_header_suffix (ADW_PREFERENCES_GROUP (self), self->menu);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), self->box);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), self->after_check);

  for (guint i = 0; i < G_N_ELEMENTS (usual); i++)
    add_button (self, usual[i]);
  update (self);
}

/**
 * bridge_reminders_editor_new:
 *
 * One with nothing chosen.
 *
 * Returns: (transfer floating): the widget
 */
GtkWidget *
bridge_reminders_editor_new (void)
{
  return g_object_new (BRIDGE_TYPE_REMINDERS_EDITOR, NULL);
}

/**
 * bridge_reminders_editor_set_remind:
 * @self: the editor
 * @remind: lead times in minutes, as a ritual has them: "10,0,-30", "" for none
 *
 * Shows @remind.
 */
void
bridge_reminders_editor_set_remind (BridgeRemindersEditor *self,
                                    const char            *remind)
{
  g_auto (GStrv) leads = g_strsplit (remind, ",", -1);

  for (guint i = 0; i < self->buttons->len; i++)
    gtk_toggle_button_set_active (g_ptr_array_index (self->buttons, i), FALSE);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (self->after_check), FALSE);
  set_after (self, AFTER);

  for (guint i = 0; leads[i] != NULL; i++)
    {
      int minutes = (int) g_ascii_strtoll (leads[i], NULL, 10);

      if (*leads[i] != '\0' && minutes >= 0)
        choose (self, minutes);
      else if (minutes < 0)
        {
          set_after (self, -minutes);
          gtk_check_button_set_active (GTK_CHECK_BUTTON (self->after_check), TRUE);
        }
    }

  update (self);
}

/**
 * bridge_reminders_editor_set_has_after:
 * @self: the editor
 * @has_after: whether a reminder after the moment can be chosen
 *
 * Says whether there is something to be reminded of after it.
 */
void
bridge_reminders_editor_set_has_after (BridgeRemindersEditor *self,
                                       gboolean               has_after)
{
  gtk_widget_set_visible (self->after_check, has_after);
}

/**
 * bridge_reminders_editor_dup_remind:
 * @self: the editor
 *
 * What is chosen.
 *
 * Returns: (transfer full): lead times in minutes, longest first, one after the moment last: "10,0,-30"; "" for none
 */
char *
bridge_reminders_editor_dup_remind (BridgeRemindersEditor *self)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *canonical = NULL;

  for (guint i = 0; i < self->buttons->len; i++)
    {
      GtkWidget *button = g_ptr_array_index (self->buttons, i);

      if (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (button)))
        g_string_append_printf (text, "%s%d", text->len > 0 ? "," : "", get_minutes (button));
    }

  if (gtk_check_button_get_active (GTK_CHECK_BUTTON (self->after_check)))
    g_string_append_printf (text, "%s%d", text->len > 0 ? "," : "", -self->after);

  if (!bridge_remind_parse (text->str, &canonical, NULL))
    return g_strdup (text->str);

  return g_steal_pointer (&canonical);
}

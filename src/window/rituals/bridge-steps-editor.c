/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "bridge-steps-editor"

#include "config.h"

#include "bridge-steps-editor.h"

#include <glib/gi18n-lib.h>

#include "bridge-form.h"
#include "bridge-words.h"

#define N_STEPS_MAX 12

struct _BridgeStepsEditor
{
  AdwPreferencesGroup parent_instance;

  const BridgeStepsWords *words;
  GPtrArray *rows; /* AdwEntryRow, in order */
  GtkWidget *add_button;
};

G_DEFINE_FINAL_TYPE (BridgeStepsEditor, bridge_steps_editor, ADW_TYPE_PREFERENCES_GROUP)

enum {
  CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static const BridgeStepsWords steps_words = {
  N_("Small steps"),
  N_("Add a Step"),
  /* Translators: %u is the number of a step, from 1 on. */
  N_("Step %u"),
  N_("Step %u: move or remove"),
};

static void add_row (BridgeStepsEditor *self, const char *text, guint position);

static void
set_action_enabled (GtkWidget  *row,
                    const char *name,
                    gboolean    enabled)
{
  GActionMap *actions = g_object_get_data (G_OBJECT (row), "bridge-actions");

  g_simple_action_set_enabled (G_SIMPLE_ACTION (g_action_map_lookup_action (actions, name)), enabled);
}

/* Every row says which step it is, and so does its menu. */
static void
renumber (BridgeStepsEditor *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    {
      GtkWidget *row = g_ptr_array_index (self->rows, i);
      GtkWidget *menu = g_object_get_data (G_OBJECT (row), "bridge-menu");
      g_autofree char *title = g_strdup_printf (_(self->words->numbered), i + 1);
      g_autofree char *name = g_strdup_printf (_(self->words->menu), i + 1);

      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
      bridge_editable_set_name (row, title);
      bridge_set_name (menu, name);
      set_action_enabled (row, "up", i > 0);
      set_action_enabled (row, "down", i + 1 < self->rows->len);
    }

  gtk_widget_set_sensitive (self->add_button, self->rows->len < N_STEPS_MAX);
}

static void
row_changed_cb (BridgeStepsEditor *self)
{
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
remove_row (BridgeStepsEditor *self,
            GtkWidget         *row)
{
  guint position;

  if (!g_ptr_array_find (self->rows, row, &position))
    return;

  g_ptr_array_remove_index (self->rows, position);
  adw_preferences_group_remove (ADW_PREFERENCES_GROUP (self), row);
  renumber (self);
  if (self->rows->len > 0)
    gtk_widget_grab_focus (g_ptr_array_index (self->rows, MIN (position, self->rows->len - 1)));
  else
    gtk_widget_grab_focus (self->add_button);
  g_signal_emit (self, signals[CHANGED], 0);
}

/* The words change places, not the rows: the focus goes with them. */
static void
move_row (BridgeStepsEditor *self,
          GtkWidget         *row,
          int                by)
{
  guint position;
  GtkWidget *other = NULL;
  g_autofree char *mine = NULL;
  g_autofree char *theirs = NULL;

  if (!g_ptr_array_find (self->rows, row, &position) || (by < 0 && position == 0) ||
      (by > 0 && position + 1 >= self->rows->len))
    return;

  other = g_ptr_array_index (self->rows, position + by);
  mine = g_strdup (gtk_editable_get_text (GTK_EDITABLE (row)));
  theirs = g_strdup (gtk_editable_get_text (GTK_EDITABLE (other)));
  gtk_editable_set_text (GTK_EDITABLE (other), mine);
  gtk_editable_set_text (GTK_EDITABLE (row), theirs);
  gtk_widget_grab_focus (other);
}

static BridgeStepsEditor *
get_editor (GtkWidget *row)
{
  return BRIDGE_STEPS_EDITOR (gtk_widget_get_ancestor (row, BRIDGE_TYPE_STEPS_EDITOR));
}

static void
up_cb (GSimpleAction *action,
       GVariant      *parameter,
       gpointer       row)
{
  move_row (get_editor (row), row, -1);
}

static void
down_cb (GSimpleAction *action,
         GVariant      *parameter,
         gpointer       row)
{
  move_row (get_editor (row), row, 1);
}

static void
remove_cb (GSimpleAction *action,
           GVariant      *parameter,
           gpointer       row)
{
  remove_row (get_editor (row), row);
}

static gboolean
key_pressed_cb (GtkEventControllerKey *controller,
                guint                  keyval,
                guint                  keycode,
                GdkModifierType        state,
                BridgeStepsEditor     *self)
{
  GtkWidget *row = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (controller));

  if ((state & gtk_accelerator_get_default_mod_mask ()) != GDK_ALT_MASK)
    return GDK_EVENT_PROPAGATE;

  if (keyval == GDK_KEY_Up)
    move_row (self, row, -1);
  else if (keyval == GDK_KEY_Down)
    move_row (self, row, 1);
  else
    return GDK_EVENT_PROPAGATE;

  return GDK_EVENT_STOP;
}

static void
entry_activated_cb (GtkWidget         *row,
                    BridgeStepsEditor *self)
{
  guint position;

  if (*gtk_editable_get_text (GTK_EDITABLE (row)) == '\0' || self->rows->len >= N_STEPS_MAX ||
      !g_ptr_array_find (self->rows, row, &position))
    return;

  add_row (self, "", position + 1);
  gtk_widget_grab_focus (g_ptr_array_index (self->rows, position + 1));
}

static void
add_clicked_cb (BridgeStepsEditor *self)
{
  add_row (self, "", self->rows->len);
  gtk_widget_grab_focus (g_ptr_array_index (self->rows, self->rows->len - 1));
}

static void
add_menu (GtkWidget *row)
{
  static const GActionEntry entries[] = {
    { .name = "up", .activate = up_cb },
    { .name = "down", .activate = down_cb },
    { .name = "remove", .activate = remove_cb },
  };
  g_autoptr (GSimpleActionGroup) actions = g_simple_action_group_new ();
  g_autoptr (GMenu) menu = g_menu_new ();
  GtkWidget *button = gtk_menu_button_new ();

  /* The group belongs to the row and goes with it. */
  g_action_map_add_action_entries (G_ACTION_MAP (actions), entries, G_N_ELEMENTS (entries), row);
  gtk_widget_insert_action_group (row, "step", G_ACTION_GROUP (actions));
  g_object_set_data (G_OBJECT (row), "bridge-actions", actions);

  g_menu_append (menu, _("Move _Up"), "step.up");
  g_menu_append (menu, _("Move _Down"), "step.down");
  g_menu_append (menu, _("_Remove"), "step.remove");
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (button), G_MENU_MODEL (menu));
  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (button), "view-more-symbolic");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, _("Move or Remove"));
  g_object_set_data (G_OBJECT (row), "bridge-menu", button);
  adw_entry_row_add_suffix (ADW_ENTRY_ROW (row), button);
}

static void
add_row (BridgeStepsEditor *self,
         const char        *text,
         guint              position)
{
  GtkWidget *row = adw_entry_row_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_editable_set_text (GTK_EDITABLE (row), text);
  add_menu (row);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self, 0);
  gtk_widget_add_controller (row, keys);
  g_signal_connect_object (row, "changed", G_CALLBACK (row_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (row, "entry-activated", G_CALLBACK (entry_activated_cb), self, 0);

  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), row);
  if (position < self->rows->len)
    {
      GtkWidget *list = gtk_widget_get_parent (row);

      g_object_ref (row);
      gtk_list_box_remove (GTK_LIST_BOX (list), row);
      gtk_list_box_insert (GTK_LIST_BOX (list), row, position);
      g_object_unref (row);
    }
  g_ptr_array_insert (self->rows, position, row);
  renumber (self);
}

static void
bridge_steps_editor_dispose (GObject *object)
{
  BridgeStepsEditor *self = BRIDGE_STEPS_EDITOR (object);

  g_clear_pointer (&self->rows, g_ptr_array_unref);

  G_OBJECT_CLASS (bridge_steps_editor_parent_class)->dispose (object);
}

static void
bridge_steps_editor_class_init (BridgeStepsEditorClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = bridge_steps_editor_dispose;

  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                   NULL, G_TYPE_NONE, 0);
}

static void
bridge_steps_editor_init (BridgeStepsEditor *self)
{
  self->rows = g_ptr_array_new ();
  self->add_button = gtk_button_new ();
  gtk_widget_add_css_class (self->add_button, "flat");
  gtk_widget_set_halign (self->add_button, GTK_ALIGN_START);
  gtk_widget_set_margin_top (self->add_button, 6);
  g_signal_connect_object (self->add_button, "clicked", G_CALLBACK (add_clicked_cb), self, G_CONNECT_SWAPPED);
  /* Below the rows, where the new one comes: beside the title it would take the room that large letters need. */
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), self->add_button);
  bridge_steps_editor_set_words (self, &steps_words);
}

/**
 * bridge_steps_editor_new:
 *
 * One without steps.
 *
 * Returns: (transfer floating): the widget
 */
GtkWidget *
bridge_steps_editor_new (void)
{
  return g_object_new (BRIDGE_TYPE_STEPS_EDITOR, NULL);
}

/**
 * bridge_steps_editor_set_words:
 * @self: the editor
 * @words: (transfer none): what it is a list of, for as long as the editor lives
 *
 * Says that it is a list of something else than steps.
 */
void
bridge_steps_editor_set_words (BridgeStepsEditor      *self,
                               const BridgeStepsWords *words)
{
  self->words = words;
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (self), _(words->title));
  gtk_button_set_label (GTK_BUTTON (self->add_button), _(words->add));
  renumber (self);
}

/**
 * bridge_steps_editor_set_steps:
 * @self: the editor
 * @steps: (array zero-terminated=1) (nullable): the steps
 *
 * Shows @steps.
 */
void
bridge_steps_editor_set_steps (BridgeStepsEditor *self,
                               const char *const *steps)
{
  while (self->rows->len > 0)
    adw_preferences_group_remove (ADW_PREFERENCES_GROUP (self),
                                  g_ptr_array_steal_index (self->rows, self->rows->len - 1));

  for (guint i = 0; steps != NULL && steps[i] != NULL; i++)
    add_row (self, steps[i], i);

  renumber (self);
}

/**
 * bridge_steps_editor_dup_steps:
 * @self: the editor
 *
 * The steps that say something, in order.
 *
 * Returns: (transfer full): the steps
 */
GStrv
bridge_steps_editor_dup_steps (BridgeStepsEditor *self)
{
  g_autoptr (GStrvBuilder) steps = g_strv_builder_new ();

  for (guint i = 0; i < self->rows->len; i++)
    {
      g_autofree char *step
          = bridge_text_clean (gtk_editable_get_text (g_ptr_array_index (self->rows, i)), FALSE);

      if (step != NULL)
        g_strv_builder_add (steps, step);
    }

  return g_strv_builder_end (steps);
}

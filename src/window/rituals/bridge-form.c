/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "bridge-form"

#include "config.h"

#include "bridge-form.h"

static void
describe_field (GtkAccessible *field,
                const char    *sentence)
{
  if (sentence != NULL)
    {
      gtk_accessible_update_state (field, GTK_ACCESSIBLE_STATE_INVALID, GTK_ACCESSIBLE_INVALID_TRUE, -1);
      gtk_accessible_update_property (field, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, sentence, -1);
    }
  else
    {
      gtk_accessible_reset_state (field, GTK_ACCESSIBLE_STATE_INVALID);
      gtk_accessible_reset_property (field, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION);
    }
}

/* Screen readers see an entry or the text inside it, depending on who has the focus. */
static void
mark_field (GtkWidget  *field,
            const char *sentence)
{
  GtkEditable *delegate = GTK_IS_EDITABLE (field) ? gtk_editable_get_delegate (GTK_EDITABLE (field)) : NULL;

  if (sentence != NULL)
    gtk_widget_add_css_class (field, "warning");
  else
    gtk_widget_remove_css_class (field, "warning");
  describe_field (GTK_ACCESSIBLE (field), sentence);
  if (delegate != NULL)
    describe_field (GTK_ACCESSIBLE (delegate), sentence);
}

/**
 * bridge_note_label_new:
 *
 * A hidden sentence under a field.
 *
 * Returns: (transfer floating): the label
 */
GtkWidget *
bridge_note_label_new (void)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "caption");
  gtk_widget_set_visible (label, FALSE);

  return label;
}

/**
 * bridge_note_label_set:
 * @note: a label from bridge_note_label_new()
 * @field: what it is about
 * @sentence: (nullable): what is still needed, or %NULL when all is well
 *
 * Shows or hides the sentence, marks @field, and tells screen readers the same.
 */
void
bridge_note_label_set (GtkWidget  *note,
                       GtkWidget  *field,
                       const char *sentence)
{
  if (sentence != NULL)
    gtk_label_set_label (GTK_LABEL (note), sentence);
  mark_field (field, sentence);
  gtk_widget_set_visible (note, sentence != NULL);
}

/**
 * bridge_note_row_new:
 *
 * A hidden row for a sentence under another row.
 *
 * Returns: (transfer floating): the row
 */
GtkWidget *
bridge_note_row_new (void)
{
  return g_object_new (ADW_TYPE_PREFERENCES_ROW,
                       "child", bridge_note_label_new (),
                       "activatable", FALSE,
                       "focusable", FALSE,
                       "visible", FALSE,
                       "css-classes", (const char *[]) { "bridge-note", NULL },
                       NULL);
}

/**
 * bridge_note_row_set:
 * @note: a row from bridge_note_row_new()
 * @field: what it is about
 * @sentence: (nullable): what is still needed, or %NULL when all is well
 *
 * Shows or hides the sentence, marks @field, and tells screen readers the same.
 */
void
bridge_note_row_set (GtkWidget  *note,
                     GtkWidget  *field,
                     const char *sentence)
{
  bridge_note_label_set (gtk_list_box_row_get_child (GTK_LIST_BOX_ROW (note)), field, sentence);
  gtk_widget_set_visible (note, sentence != NULL);
}

/**
 * bridge_set_name:
 * @widget: a widget
 * @name: its name
 *
 * Says to screen readers what @widget is. What stands on a button would count for more, and is not said then.
 */
void
bridge_set_name (GtkWidget  *widget,
                 const char *name)
{
  gtk_accessible_reset_relation (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_RELATION_LABELLED_BY);
  gtk_accessible_update_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

/* Once nothing of them moves any more. */
static void
hide_pages_behind (GtkStack *stack)
{
  GtkWidget *shown = gtk_stack_get_visible_child (stack);

  if (gtk_stack_get_transition_running (stack))
    return;
  for (GtkWidget *page = gtk_widget_get_first_child (GTK_WIDGET (stack)); page != NULL; page = gtk_widget_get_next_sibling (page))
    gtk_widget_set_visible (page, page == shown);
}

/**
 * bridge_stack_show:
 * @stack: a stack all of whose pages are shown by this
 * @name: a page
 *
 * Shows a page, and makes the others invisible: what a stack only has behind the page that is shown stays in the tree that
 * screen readers read. Whoever hears of the page has to put the focus on it.
 */
void
bridge_stack_show (GtkStack   *stack,
                   const char *name)
{
  g_signal_handlers_disconnect_by_func (stack, hide_pages_behind, NULL);
  g_signal_connect (stack, "notify::transition-running", G_CALLBACK (hide_pages_behind), NULL);
  gtk_widget_set_visible (gtk_stack_get_child_by_name (stack, name), TRUE);
  gtk_stack_set_visible_child_name (stack, name);
  hide_pages_behind (stack);
}

/**
 * bridge_editable_set_name:
 * @editable: an entry or an entry row
 * @name: what is typed there
 *
 * Says it to screen readers, which see the entry or the text inside it depending on who has the focus.
 */
void
bridge_editable_set_name (GtkWidget  *editable,
                          const char *name)
{
  GtkEditable *delegate = gtk_editable_get_delegate (GTK_EDITABLE (editable));

  bridge_set_name (editable, name);
  if (delegate != NULL)
    bridge_set_name (GTK_WIDGET (delegate), name);
}

static void
describe_button (AdwActionRow *row)
{
  GtkAccessible *button = GTK_ACCESSIBLE (adw_action_row_get_activatable_widget (row));

  gtk_accessible_reset_relation (button, GTK_ACCESSIBLE_RELATION_LABELLED_BY);
  gtk_accessible_reset_relation (button, GTK_ACCESSIBLE_RELATION_DESCRIBED_BY);
  gtk_accessible_update_property (button, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row)), -1);
}

/**
 * bridge_row_describe_button:
 * @row: a row that activates its button
 *
 * Says to screen readers what stands on the button, and the row's title as more about it. libadwaita has the title be
 * its name, in 1.7 instead of what stands on it.
 */
void
bridge_row_describe_button (AdwActionRow *row)
{
  g_signal_connect (row, "notify::title", G_CALLBACK (describe_button), NULL);
  describe_button (row);
}

/**
 * bridge_focus_inside:
 * @widget: a widget with a grab_focus() of its own, which says where to begin
 * @direction: whereto
 *
 * Its focus(): with the keyboard one comes to all that is in it, one after the other, and not only to where one would begin.
 *
 * Returns: whether something in it took the focus
 */
gboolean
bridge_focus_inside (GtkWidget        *widget,
                     GtkDirectionType  direction)
{
  GtkWidget *child = gtk_widget_get_first_child (widget);

  return child != NULL && gtk_widget_child_focus (child, direction);
}

/**
 * bridge_editor_add_save_shortcut:
 * @editor: a window with text views
 * @action: the action that saves
 *
 * Has Ctrl+Enter save. A text view would take it for a new line, so it is caught on its way down.
 */
void
bridge_editor_add_save_shortcut (GtkWidget  *editor,
                                 const char *action)
{
  GtkEventController *controller = gtk_shortcut_controller_new ();
  GtkShortcutTrigger *keys = gtk_shortcut_trigger_parse_string ("<Control>Return|<Control>KP_Enter");
  GtkShortcut *shortcut = gtk_shortcut_new (keys, gtk_named_action_new (action));

  gtk_event_controller_set_propagation_phase (controller, GTK_PHASE_CAPTURE);
  gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (controller), shortcut);
  gtk_widget_add_controller (editor, controller);
}

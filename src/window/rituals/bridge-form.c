/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "bridge-form"

#include "config.h"

#include "bridge-form.h"

#include <glib/gi18n-lib.h>

#include "bridge-words.h"

#define NOTE_KEY "bridge-note"
#define NOTE_CHARS 24

/* A row for a sentence alone. A list box asks only the very next row whether the focus goes there, and would be left where that
 * has nothing to focus: this one hands the question on. */
#define BRIDGE_TYPE_NOTE_ROW (bridge_note_row_get_type ())
G_DECLARE_FINAL_TYPE (BridgeNoteRow, bridge_note_row, BRIDGE, NOTE_ROW, AdwPreferencesRow)

struct _BridgeNoteRow
{
  AdwPreferencesRow parent_instance;
};

G_DEFINE_FINAL_TYPE (BridgeNoteRow, bridge_note_row, ADW_TYPE_PREFERENCES_ROW)

static gboolean
bridge_note_row_focus (GtkWidget        *widget,
                       GtkDirectionType  direction)
{
  gboolean back = direction == GTK_DIR_TAB_BACKWARD || direction == GTK_DIR_UP;

  if (direction == GTK_DIR_LEFT || direction == GTK_DIR_RIGHT)
    return FALSE;
  for (GtkWidget *row = widget; row != NULL;)
    {
      row = back ? gtk_widget_get_prev_sibling (row) : gtk_widget_get_next_sibling (row);
      if (row != NULL && gtk_widget_child_focus (row, direction))
        return TRUE;
    }
  return FALSE;
}

static void
bridge_note_row_class_init (BridgeNoteRowClass *klass)
{
  GTK_WIDGET_CLASS (klass)->focus = bridge_note_row_focus;
}

static void
bridge_note_row_init (BridgeNoteRow *self)
{
}

static GtkWidget *
make_note (void)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "caption");
  return label;
}

/* Under the row that @field is in; else under what of a column it is in. (transfer none) (nullable) */
static GtkWidget *
insert_note (GtkWidget *field)
{
  GtkWidget *child = field;

  for (GtkWidget *parent = gtk_widget_get_parent (child); parent != NULL; child = parent, parent = gtk_widget_get_parent (child))
    {
      GtkWidget *note;

      if (GTK_IS_LIST_BOX (parent))
        {
          note = g_object_new (BRIDGE_TYPE_NOTE_ROW, "child", make_note (), "activatable", FALSE, "focusable", FALSE, NULL);
          gtk_list_box_insert (GTK_LIST_BOX (parent), note, gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (child)) + 1);
        }
      else if (GTK_IS_BOX (parent) && GTK_IS_BOX_LAYOUT (gtk_widget_get_layout_manager (parent)) &&
               gtk_orientable_get_orientation (GTK_ORIENTABLE (parent)) == GTK_ORIENTATION_VERTICAL)
        {
          note = make_note ();
          gtk_label_set_max_width_chars (GTK_LABEL (note), NOTE_CHARS); /* no popover becomes wider by it */
          gtk_box_insert_child_after (GTK_BOX (parent), note, child);
        }
      else
        {
          continue;
        }
      gtk_widget_add_css_class (note, "bridge-note");
      return note;
    }

  return NULL;
}

static void
describe (GtkAccessible *field,
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

/* Screen readers see an entry or the text inside it, depending on who has the focus. Text views keep their colour. */
static void
mark (GtkWidget  *field,
      const char *sentence)
{
  GtkEditable *delegate = GTK_IS_EDITABLE (field) ? gtk_editable_get_delegate (GTK_EDITABLE (field)) : NULL;

  if (sentence != NULL && !GTK_IS_TEXT_VIEW (field))
    gtk_widget_add_css_class (field, "warning");
  else
    gtk_widget_remove_css_class (field, "warning");
  describe (GTK_ACCESSIBLE (field), sentence);
  if (delegate != NULL)
    describe (GTK_ACCESSIBLE (delegate), sentence);
}

static void
free_note_ref (gpointer ref)
{
  g_weak_ref_clear (ref);
  g_free (ref);
}

/* The note of @field, as long as it is there: what is around the field may have let go of it. (transfer full) (nullable) */
static GtkWidget *
get_note (GtkWidget *field)
{
  GWeakRef *ref = g_object_get_data (G_OBJECT (field), NOTE_KEY);

  return ref != NULL ? g_weak_ref_get (ref) : NULL;
}

static void
remember_note (GtkWidget *field,
               GtkWidget *note)
{
  GWeakRef *ref = g_new0 (GWeakRef, 1);

  g_weak_ref_init (ref, note);
  g_object_set_data_full (G_OBJECT (field), NOTE_KEY, ref, free_note_ref);
}

/**
 * bridge_field_set_problem:
 * @field: what is typed into or chosen from, where it stands in the end
 * @sentence: (nullable): what is still needed there, or %NULL when all is well
 *
 * Shows or hides the sentence right under the field, marks the field, and tells screen readers the same.
 */
void
bridge_field_set_problem (GtkWidget  *field,
                          const char *sentence)
{
  g_autoptr (GtkWidget) note = get_note (field);

  mark (field, sentence);
  if (note == NULL && sentence != NULL)
    {
      GtkWidget *inserted = insert_note (field);

      if (inserted != NULL)
        {
          remember_note (field, inserted);
          note = g_object_ref (inserted);
        }
    }
  if (note == NULL)
    return;
  gtk_label_set_label (GTK_LABEL (GTK_IS_LABEL (note) ? note : gtk_list_box_row_get_child (GTK_LIST_BOX_ROW (note))),
                       sentence != NULL ? sentence : "");
  gtk_widget_set_visible (note, sentence != NULL);
}

/**
 * bridge_room_words:
 * @length: characters
 * @max: how many there is room for
 *
 * Returns: (transfer full) (nullable): a sentence, if that is too much
 */
char *
bridge_room_words (glong length,
                   int   max)
{
  if (length <= max)
    return NULL;
  return g_strdup_printf (ngettext ("There is room for %d character here.", "There is room for %d characters here.", max), max);
}

/**
 * bridge_editable_check_length:
 * @editable: an entry or an entry row
 * @max: how many characters there is room for
 *
 * Says under it when there is too much in it.
 *
 * Returns: whether it fits
 */
gboolean
bridge_editable_check_length (GtkWidget *editable,
                              int        max)
{
  g_autofree char *problem = bridge_room_words (g_utf8_strlen (gtk_editable_get_text (GTK_EDITABLE (editable)), -1), max);

  bridge_field_set_problem (editable, problem);
  return problem == NULL;
}

/**
 * bridge_text_view_dup_words:
 * @view: a field of words
 *
 * Returns: (transfer full): what was written there, as it is to be kept; "" is nothing
 */
char *
bridge_text_view_dup_words (GtkTextView *view)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (view);
  GtkTextIter start, end;
  g_autofree char *typed = NULL;
  char *text;

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  typed = gtk_text_buffer_get_text (buffer, &start, &end, FALSE);
  text = bridge_text_clean (typed, TRUE);
  return text != NULL ? text : g_strdup ("");
}

/**
 * bridge_combo_row_set_strings:
 * @row: a row
 * @strings: what can be chosen there, with a %NULL after it
 *
 * Fills it.
 */
void
bridge_combo_row_set_strings (AdwComboRow       *row,
                              const char *const *strings)
{
  g_autoptr (GtkStringList) model = gtk_string_list_new (strings);

  adw_combo_row_set_model (row, G_LIST_MODEL (model));
}

/**
 * bridge_set_name:
 * @widget: a widget
 * @name: its name
 *
 * Says to screen readers what @widget is. What stands on a button would count for more, and is not said then. Of a menu
 * button it is the one inside that has the focus, so it is named, too.
 */
void
bridge_set_name (GtkWidget  *widget,
                 const char *name)
{
  if (GTK_IS_MENU_BUTTON (widget))
    bridge_set_name (gtk_widget_get_first_child (widget), name);
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
name_after_tooltip (GtkWidget *button)
{
  if (gtk_widget_get_tooltip_text (button) != NULL)
    bridge_set_name (button, gtk_widget_get_tooltip_text (button));
}

/**
 * bridge_name_icon_buttons:
 * @widget: a widget of libadwaita that has buttons with nothing but a picture, as its row for a passphrase has
 *
 * Has what their tooltips say be their names. GTK 4.8 would read out that there is an image in them.
 */
void
bridge_name_icon_buttons (GtkWidget *widget)
{
  if (GTK_IS_BUTTON (widget))
    {
      g_signal_connect (widget, "notify::tooltip-text", G_CALLBACK (name_after_tooltip), NULL);
      name_after_tooltip (widget);
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    bridge_name_icon_buttons (child);
}

/**
 * bridge_row_name_editable:
 * @row: an entry row
 *
 * Has its title be its name, for whoever has the focus in it, and names the buttons in it.
 */
void
bridge_row_name_editable (GtkWidget *row)
{
  bridge_editable_set_name (row, adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row)));
  bridge_name_icon_buttons (row);
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

/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "bridge-boundary-editor"

#include "config.h"

#include "bridge-page.h"

#include <glib/gi18n-lib.h>

#include "bridge-boundary-words.h"
#include "bridge-date-entry.h"
#include "bridge-feedback.h"
#include "bridge-fit-label.h"
#include "bridge-form.h"
#include "bridge-words.h"

#define N_KINDS (BRIDGE_BOUNDARY_OTHER + 1)
#define REVIEW_WEEKS 12 /* where no template says anything else */

/* Of the list of whose it is. */
enum {
  WHOSE_SHARED,
  WHOSE_OWN,
};

struct _BridgeBoundaryEditor
{
  AdwWindow parent_instance;

  BridgeSpace *space;
  BridgeBoundary *boundary; /* a copy of what was given */
  gboolean is_new;
  gboolean text_touched;    /* an empty text is only remarked on once somebody has been there */
  gboolean loading;

  BridgeFitLabel *title_label;
  GtkWidget *save_button;
  GtkTextView *text_view;
  GtkTextBuffer *text_buffer;
  GtkLabel *text_note;
  AdwComboRow *kind_row;
  AdwActionRow *about_row;
  AdwComboRow *use_row;
  AdwComboRow *whose_row;
  GtkSwitch *review_switch;
  GtkWidget *date_row;
  BridgeDateEntry *date_entry;
  GtkWidget *date_note;
  GtkLabel *what_happens_label;
};

G_DEFINE_FINAL_TYPE (BridgeBoundaryEditor, bridge_boundary_editor, ADW_TYPE_WINDOW)

static BridgeLocal
get_today (BridgeBoundaryEditor *self)
{
  return bridge_local_day_start (bridge_clock_local_now (bridge_space_get_clock (self->space)));
}

static char *
dup_text (BridgeBoundaryEditor *self)
{
  GtkTextIter start, end;
  g_autofree char *typed = NULL;
  char *text;

  gtk_text_buffer_get_bounds (self->text_buffer, &start, &end);
  typed = gtk_text_buffer_get_text (self->text_buffer, &start, &end, FALSE);
  text = bridge_text_clean (typed, TRUE);
  return text != NULL ? text : g_strdup ("");
}

static BridgeLocal
get_review_on (BridgeBoundaryEditor *self)
{
  return gtk_switch_get_active (self->review_switch) ? bridge_date_entry_get_date (self->date_entry) : BRIDGE_LOCAL_NONE;
}

/* What is about nothing in particular comes first, and is where a new one begins: it says nothing that was not meant. */
static BridgeBoundaryKind
kind_at (guint position)
{
  return position == 0 ? BRIDGE_BOUNDARY_OTHER : (BridgeBoundaryKind) (position - 1);
}

static BridgeBoundaryKind
get_kind (BridgeBoundaryEditor *self)
{
  return kind_at (adw_combo_row_get_selected (self->kind_row));
}

/* What the fields say it is: its kind, use and holder. What exists already is not another thing afterwards. */
static BridgeBoundary *
build (BridgeBoundaryEditor *self)
{
  BridgeBoundary *boundary = bridge_boundary_copy (self->boundary);
  BridgePerson *speaker = bridge_space_get_speaker (self->space);
  BridgeBoundaryKind kind = get_kind (self);
  gboolean own = kind == BRIDGE_BOUNDARY_PERSONAL_LIMIT ||
                 (kind != BRIDGE_BOUNDARY_PHRASE && adw_combo_row_get_selected (self->whose_row) == WHOSE_OWN);

  if (!self->is_new)
    return boundary;
  g_object_set (boundary,
                "kind", kind,
                "use", kind == BRIDGE_BOUNDARY_PHRASE ? (int) adw_combo_row_get_selected (self->use_row) + 1 : BRIDGE_PHRASE_NONE,
                "holder", own && speaker != NULL ? bridge_person_get_id (speaker) : NULL,
                NULL);
  return boundary;
}

/* Nothing but a sooner day, which one of two may choose alone. */
static gboolean
is_only_sooner (BridgeBoundaryEditor *self,
                const char           *text)
{
  BridgeRevision *current = bridge_boundary_get_current (self->boundary);
  BridgeLocal present = bridge_boundary_get_review_on (self->boundary);
  BridgeLocal chosen = get_review_on (self);

  return !self->is_new && current != NULL && bridge_boundary_is_in_force (self->boundary) &&
         g_strcmp0 (bridge_revision_get_text (current), text) == 0 && chosen != BRIDGE_LOCAL_NONE &&
         (present == BRIDGE_LOCAL_NONE || chosen < present);
}

static void
set_text_note (BridgeBoundaryEditor *self,
               const char           *sentence)
{
  gtk_label_set_label (self->text_note, sentence != NULL ? sentence : "");
  gtk_widget_set_visible (GTK_WIDGET (self->text_note), sentence != NULL);
  if (sentence != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (self->text_view), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, sentence, -1);
  else
    gtk_accessible_reset_property (GTK_ACCESSIBLE (self->text_view), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION);
}

static char *
dup_text_problem (BridgeBoundaryEditor *self,
                  const char           *text)
{
  if (gtk_text_buffer_get_char_count (self->text_buffer) > BRIDGE_REVISION_MAX_LENGTH)
    return g_strdup_printf (ngettext ("There is room for %d character here.", "There is room for %d characters here.",
                                      BRIDGE_REVISION_MAX_LENGTH),
                            BRIDGE_REVISION_MAX_LENGTH);
  if (*text == '\0' && self->text_touched)
    return g_strdup (_("A few words are enough."));
  return NULL;
}

/* The verb, and what follows from it, before anybody presses it. */
static void
show_verb (BridgeBoundaryEditor *self,
           const char           *text)
{
  g_autoptr (BridgeBoundary) boundary = build (self);
  BridgePerson *listener = bridge_space_get_listener (self->space);
  gboolean proposes = bridge_space_needs_yes (self->space, boundary) && !is_only_sooner (self, text);
  g_autofree char *sentence = NULL;

  gtk_button_set_label (GTK_BUTTON (self->save_button), proposes ? _("_Propose") : _("_Save"));
  if (proposes && listener != NULL)
    sentence = self->is_new
                 /* Translators: %s is a name */
                 ? g_strdup_printf (_("%s is asked. It holds once both have said yes, and either of you may end it."),
                                    bridge_person_get_name (listener))
                 /* Translators: %s is a name */
                 : g_strdup_printf (_("%s is asked. Until there is a yes, everything stays as it is."),
                                    bridge_person_get_name (listener));
  else if (bridge_boundary_get_holder (boundary) != NULL && listener != NULL)
    /* Translators: %s is a name */
    sentence = g_strdup_printf (_("It is yours alone and holds at once. %s can read it."), bridge_person_get_name (listener));
  gtk_label_set_label (self->what_happens_label, sentence != NULL ? sentence : "");
  gtk_widget_set_visible (GTK_WIDGET (self->what_happens_label), sentence != NULL);
}

static void
update (BridgeBoundaryEditor *self)
{
  g_autofree char *text = NULL;
  g_autofree char *text_problem = NULL;
  const char *date_problem = NULL;
  BridgeLocal date;
  gboolean two;

  if (self->loading)
    return;

  text = dup_text (self);
  text_problem = dup_text_problem (self, text);
  date = get_review_on (self);
  if (gtk_switch_get_active (self->review_switch))
    {
      if (date == BRIDGE_LOCAL_NONE)
        date_problem = _("A date such as 2026-11-24 is needed here.");
      else if (date < get_today (self))
        date_problem = _("Choose a day that is still to come.");
    }

  two = bridge_space_get_partner (self->space) != NULL;
  gtk_widget_set_visible (GTK_WIDGET (self->kind_row), self->is_new);
  gtk_widget_set_visible (GTK_WIDGET (self->about_row), !self->is_new);
  gtk_widget_set_visible (GTK_WIDGET (self->use_row), self->is_new && get_kind (self) == BRIDGE_BOUNDARY_PHRASE);
  gtk_widget_set_visible (GTK_WIDGET (self->whose_row),
                          self->is_new && two && get_kind (self) != BRIDGE_BOUNDARY_PHRASE &&
                            get_kind (self) != BRIDGE_BOUNDARY_PERSONAL_LIMIT);
  gtk_widget_set_visible (self->date_row, gtk_switch_get_active (self->review_switch));
  set_text_note (self, text_problem);
  bridge_note_row_set (self->date_note, bridge_date_entry_get_entry (self->date_entry), date_problem);
  show_verb (self, text);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "boundary-editor.save",
                                 *text != '\0' && text_problem == NULL && date_problem == NULL);
}

static void
fields_changed_cb (BridgeBoundaryEditor *self)
{
  update (self);
}

static void
text_changed_cb (BridgeBoundaryEditor *self)
{
  if (!self->loading)
    self->text_touched = TRUE;
  update (self);
}

static gboolean
save (BridgeBoundaryEditor  *self,
      GError               **error)
{
  g_autofree char *text = dup_text (self);
  const char *id = bridge_boundary_get_id (self->boundary);

  if (self->is_new)
    {
      g_autoptr (BridgeBoundary) boundary = build (self);
      g_autoptr (BridgeBoundary) stored =
        bridge_space_add_boundary (self->space, boundary, text, get_review_on (self), error);

      return stored != NULL;
    }
  if (is_only_sooner (self, text))
    return bridge_space_set_boundary_review (self->space, id, get_review_on (self), error);
  return bridge_space_revise_boundary (self->space, id, text, get_review_on (self), error);
}

static void
save_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  BridgeBoundaryEditor *self = BRIDGE_BOUNDARY_EDITOR (widget);
  GtkWindow *parent = gtk_window_get_transient_for (GTK_WINDOW (self));
  g_autoptr (GError) error = NULL;

  if (!save (self, &error))
    {
      bridge_feedback_show_error (widget, error);
      return;
    }
  if (parent != NULL)
    bridge_feedback_show_undo (GTK_WIDGET (parent), self->space);
  gtk_window_close (GTK_WINDOW (self));
}

static void
cancel_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  gtk_window_close (GTK_WINDOW (widget));
}

static void
set_strings (AdwComboRow *row,
             GPtrArray   *strings)
{
  g_autoptr (GtkStringList) model = NULL;

  g_ptr_array_add (strings, NULL);
  model = gtk_string_list_new ((const char *const *) strings->pdata);
  adw_combo_row_set_model (row, G_LIST_MODEL (model));
}

static void
fill_lists (BridgeBoundaryEditor *self)
{
  g_autoptr (GPtrArray) kinds = g_ptr_array_new ();
  g_autoptr (GPtrArray) uses = g_ptr_array_new ();
  g_autoptr (GPtrArray) whose = g_ptr_array_new ();
  BridgePhraseUse use = bridge_boundary_get_use (self->boundary);

  for (guint i = 0; i < N_KINDS; i++)
    g_ptr_array_add (kinds, (char *) bridge_boundary_kind_get_label (kind_at (i)));
  set_strings (self->kind_row, kinds);
  for (guint i = 0; i < N_KINDS; i++)
    if (kind_at (i) == bridge_boundary_get_kind (self->boundary))
      adw_combo_row_set_selected (self->kind_row, i);

  for (int i = BRIDGE_PHRASE_STEPPING_OUT; i <= BRIDGE_PHRASE_INVITING; i++)
    g_ptr_array_add (uses, (char *) bridge_phrase_use_get_label ((BridgePhraseUse) i));
  set_strings (self->use_row, uses);
  adw_combo_row_set_selected (self->use_row, use == BRIDGE_PHRASE_NONE ? 0 : (guint) use - 1);

  /* Translators: whose a boundary is */
  g_ptr_array_add (whose, (char *) C_("boundary", "Of both of you"));
  /* Translators: whose a boundary is */
  g_ptr_array_add (whose, (char *) C_("boundary", "Yours alone"));
  set_strings (self->whose_row, whose);
  adw_combo_row_set_selected (self->whose_row,
                              bridge_boundary_get_holder (self->boundary) != NULL ? WHOSE_OWN : WHOSE_SHARED);
}

static void
fill (BridgeBoundaryEditor *self,
      const char           *text,
      BridgeLocal           review_on)
{
  BridgeRevision *current = bridge_boundary_get_current (self->boundary);
  const char *title = _("New Boundary");
  BridgeLocal today = get_today (self);
  BridgeLocal shown;

  self->loading = TRUE;
  if (!self->is_new)
    {
      /* Translators: %s is what a boundary is about. */
      g_autofree char *about = g_strdup_printf (_("About: %s"), bridge_boundary_to_heading (self->boundary));

      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->about_row), about);
      title = bridge_boundary_get_state (self->boundary) == BRIDGE_BOUNDARY_ENDED ? _("Bring Back") : _("Edit Boundary");
      text = current != NULL ? bridge_revision_get_text (current) : "";
      review_on = bridge_boundary_get_review_on (self->boundary);
    }
  gtk_window_set_title (GTK_WINDOW (self), title);
  bridge_fit_label_set_text (self->title_label, title, title);
  fill_lists (self);

  /* A day that has come is looked at just now: the next one lies as far ahead as one usually does. */
  shown = review_on != BRIDGE_LOCAL_NONE && review_on > today ? review_on : today + REVIEW_WEEKS * 7 * BRIDGE_DAY;
  gtk_text_buffer_set_text (self->text_buffer, text != NULL ? text : "", -1);
  bridge_date_entry_set_date (self->date_entry, shown);
  gtk_switch_set_active (self->review_switch, self->is_new || review_on != BRIDGE_LOCAL_NONE);
  self->loading = FALSE;

  update (self);
}

static void
bridge_boundary_editor_dispose (GObject *object)
{
  BridgeBoundaryEditor *self = BRIDGE_BOUNDARY_EDITOR (object);

  self->loading = TRUE;
  gtk_widget_dispose_template (GTK_WIDGET (self), BRIDGE_TYPE_BOUNDARY_EDITOR);
  g_clear_object (&self->boundary);
  g_clear_object (&self->space);

  G_OBJECT_CLASS (bridge_boundary_editor_parent_class)->dispose (object);
}

static void
bridge_boundary_editor_class_init (BridgeBoundaryEditorClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bridge_boundary_editor_dispose;

  g_type_ensure (BRIDGE_TYPE_DATE_ENTRY);
  g_type_ensure (BRIDGE_TYPE_FIT_LABEL);
  gtk_widget_class_set_template_from_resource (widget_class, APP_PATH "/ui/boundary-editor.ui");
  gtk_widget_class_bind_template_child (widget_class, BridgeBoundaryEditor, title_label);
  gtk_widget_class_bind_template_child (widget_class, BridgeBoundaryEditor, save_button);
  gtk_widget_class_bind_template_child (widget_class, BridgeBoundaryEditor, text_view);
  gtk_widget_class_bind_template_child (widget_class, BridgeBoundaryEditor, text_buffer);
  gtk_widget_class_bind_template_child (widget_class, BridgeBoundaryEditor, text_note);
  gtk_widget_class_bind_template_child (widget_class, BridgeBoundaryEditor, kind_row);
  gtk_widget_class_bind_template_child (widget_class, BridgeBoundaryEditor, about_row);
  gtk_widget_class_bind_template_child (widget_class, BridgeBoundaryEditor, use_row);
  gtk_widget_class_bind_template_child (widget_class, BridgeBoundaryEditor, whose_row);
  gtk_widget_class_bind_template_child (widget_class, BridgeBoundaryEditor, review_switch);
  gtk_widget_class_bind_template_child (widget_class, BridgeBoundaryEditor, date_row);
  gtk_widget_class_bind_template_child (widget_class, BridgeBoundaryEditor, date_entry);
  gtk_widget_class_bind_template_child (widget_class, BridgeBoundaryEditor, what_happens_label);
  gtk_widget_class_bind_template_callback (widget_class, fields_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, text_changed_cb);

  gtk_widget_class_install_action (widget_class, "boundary-editor.save", NULL, save_action);
  gtk_widget_class_install_action (widget_class, "boundary-editor.cancel", NULL, cancel_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "boundary-editor.cancel", NULL);
}

static void
bridge_boundary_editor_init (BridgeBoundaryEditor *self)
{
  GtkWidget *list;

  self->loading = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));

  list = gtk_widget_get_parent (self->date_row);
  self->date_note = bridge_note_row_new ();
  gtk_list_box_insert (GTK_LIST_BOX (list), self->date_note,
                       gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (self->date_row)) + 1);
  bridge_editor_add_save_shortcut (GTK_WIDGET (self), "boundary-editor.save");
  gtk_window_set_focus (GTK_WINDOW (self), GTK_WIDGET (self->text_view));
}

/**
 * bridge_boundary_editor_new:
 * @space: the space
 * @boundary: (nullable): what is edited; one without an id is a new one, filled in beforehand; %NULL is an empty one
 * @text: (nullable): the words of a new one
 * @review_on: local midnight of the day on which to look at a new one again, or %BRIDGE_LOCAL_NONE: the usual
 * @parent: (nullable): the window it stands above
 *
 * A modal editor. It saves or proposes by itself, shows an Undo in @parent, and closes.
 *
 * Returns: (transfer none): the window, to be presented
 */
GtkWidget *
bridge_boundary_editor_new (BridgeSpace    *space,
                            BridgeBoundary *boundary,
                            const char     *text,
                            BridgeLocal     review_on,
                            GtkWindow      *parent)
{
  BridgeBoundaryEditor *self = g_object_new (BRIDGE_TYPE_BOUNDARY_EDITOR, "transient-for", parent, NULL);

  self->space = g_object_ref (space);
  self->boundary = boundary != NULL ? bridge_boundary_copy (boundary) : bridge_boundary_new (BRIDGE_BOUNDARY_OTHER, NULL);
  self->is_new = bridge_boundary_get_id (self->boundary) == NULL;
  fill (self, text, review_on);

  return GTK_WIDGET (self);
}

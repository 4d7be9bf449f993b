/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "bridge-boundary-editor"

#include "config.h"

#include "bridge-page.h"

#include <glib/gi18n-lib.h>

#include "bridge-boundary-words.h"
#include "bridge-date-entry.h"
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
  BridgeEditor parent_instance;

  BridgeSpace *space; /* (transfer none): the editor has it */
  BridgeBoundary *boundary; /* a copy of what was given */
  gboolean is_new;
  gboolean text_touched;    /* an empty text is only remarked on once somebody has been there */
  gboolean loading;

  GtkTextView *text_view;
  AdwComboRow *kind_row;
  AdwActionRow *about_row;
  AdwComboRow *use_row;
  AdwComboRow *whose_row;
  GtkSwitch *review_switch;
  GtkWidget *date_row;
  BridgeDateEntry *date_entry;
  GtkLabel *what_happens_label;
};

G_DEFINE_FINAL_TYPE (BridgeBoundaryEditor, bridge_boundary_editor, BRIDGE_TYPE_EDITOR)

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

static char *
dup_text_problem (BridgeBoundaryEditor *self,
                  const char           *text)
{
  if (*text == '\0' && self->text_touched)
    return g_strdup (_("A few words are enough."));
  return bridge_room_words (gtk_text_buffer_get_char_count (gtk_text_view_get_buffer (self->text_view)),
                            BRIDGE_REVISION_MAX_LENGTH);
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

  bridge_editor_set_verb (BRIDGE_EDITOR (self), proposes ? _("_Propose") : _("_Save"));
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
  gboolean review;
  gboolean past;
  BridgeLocal date;
  gboolean two;

  if (self->loading)
    return;

  text = bridge_text_view_dup_words (self->text_view);
  text_problem = dup_text_problem (self, text);
  date = get_review_on (self);
  review = gtk_switch_get_active (self->review_switch);
  past = date != BRIDGE_LOCAL_NONE && date < bridge_editor_get_today (BRIDGE_EDITOR (self));

  two = bridge_space_get_partner (self->space) != NULL;
  gtk_widget_set_visible (GTK_WIDGET (self->kind_row), self->is_new);
  gtk_widget_set_visible (GTK_WIDGET (self->about_row), !self->is_new);
  gtk_widget_set_visible (GTK_WIDGET (self->use_row), self->is_new && get_kind (self) == BRIDGE_BOUNDARY_PHRASE);
  gtk_widget_set_visible (GTK_WIDGET (self->whose_row),
                          self->is_new && two && get_kind (self) != BRIDGE_BOUNDARY_PHRASE &&
                            get_kind (self) != BRIDGE_BOUNDARY_PERSONAL_LIMIT);
  gtk_widget_set_visible (self->date_row, review);
  bridge_field_set_problem (GTK_WIDGET (self->text_view), text_problem);
  bridge_date_entry_set_needed (self->date_entry, review);
  bridge_date_entry_set_problem (self->date_entry, past ? _("Choose a day that is still to come.") : NULL);
  show_verb (self, text);
  bridge_editor_set_ready (BRIDGE_EDITOR (self), *text != '\0' && text_problem == NULL &&
                                                   (!review || (date != BRIDGE_LOCAL_NONE && !past)));
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
bridge_boundary_editor_store (BridgeEditor  *editor,
                              GError       **error)
{
  BridgeBoundaryEditor *self = BRIDGE_BOUNDARY_EDITOR (editor);
  g_autofree char *text = bridge_text_view_dup_words (self->text_view);
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
fill_lists (BridgeBoundaryEditor *self)
{
  g_autoptr (GPtrArray) kinds = g_ptr_array_new ();
  g_autoptr (GPtrArray) uses = g_ptr_array_new ();
  g_autoptr (GPtrArray) whose = g_ptr_array_new ();
  BridgePhraseUse use = bridge_boundary_get_use (self->boundary);

  for (guint i = 0; i < N_KINDS; i++)
    g_ptr_array_add (kinds, (char *) bridge_boundary_kind_get_label (kind_at (i)));
  g_ptr_array_add (kinds, NULL);
  bridge_combo_row_set_strings (self->kind_row, (const char *const *) kinds->pdata);
  for (guint i = 0; i < N_KINDS; i++)
    if (kind_at (i) == bridge_boundary_get_kind (self->boundary))
      adw_combo_row_set_selected (self->kind_row, i);

  for (int i = BRIDGE_PHRASE_STEPPING_OUT; i <= BRIDGE_PHRASE_INVITING; i++)
    g_ptr_array_add (uses, (char *) bridge_phrase_use_get_label ((BridgePhraseUse) i));
  g_ptr_array_add (uses, NULL);
  bridge_combo_row_set_strings (self->use_row, (const char *const *) uses->pdata);
  adw_combo_row_set_selected (self->use_row, use == BRIDGE_PHRASE_NONE ? 0 : (guint) use - 1);

  /* Translators: whose a boundary is */
  g_ptr_array_add (whose, (char *) C_("boundary", "Of both of you"));
  /* Translators: whose a boundary is */
  g_ptr_array_add (whose, (char *) C_("boundary", "Yours alone"));
  g_ptr_array_add (whose, NULL);
  bridge_combo_row_set_strings (self->whose_row, (const char *const *) whose->pdata);
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
  BridgeLocal today = bridge_editor_get_today (BRIDGE_EDITOR (self));
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
  fill_lists (self);

  /* A day that has come is looked at just now: the next one lies as far ahead as one usually does. */
  shown = review_on != BRIDGE_LOCAL_NONE && review_on > today ? review_on : today + REVIEW_WEEKS * 7 * BRIDGE_DAY;
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (self->text_view), text != NULL ? text : "", -1);
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

  G_OBJECT_CLASS (bridge_boundary_editor_parent_class)->dispose (object);
}

static void
bridge_boundary_editor_class_init (BridgeBoundaryEditorClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bridge_boundary_editor_dispose;
  BRIDGE_EDITOR_CLASS (klass)->store = bridge_boundary_editor_store;

  g_type_ensure (BRIDGE_TYPE_DATE_ENTRY);
  gtk_widget_class_set_template_from_resource (widget_class, APP_PATH "/ui/boundary-editor.ui");
  gtk_widget_class_bind_template_child (widget_class, BridgeBoundaryEditor, text_view);
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
}

static void
bridge_boundary_editor_init (BridgeBoundaryEditor *self)
{
  self->loading = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
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

  self->space = space;
  bridge_editor_set_space (BRIDGE_EDITOR (self), space);
  self->boundary = boundary != NULL ? bridge_boundary_copy (boundary) : bridge_boundary_new (BRIDGE_BOUNDARY_OTHER, NULL);
  self->is_new = bridge_boundary_get_id (self->boundary) == NULL;
  fill (self, text, review_on);

  return GTK_WIDGET (self);
}

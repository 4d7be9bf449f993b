/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "bridge-boundary-history"

#include "config.h"

#include "bridge-boundary-history.h"

#include <glib/gi18n-lib.h>

#include "bridge-boundary-difference.h"
#include "bridge-boundary-words.h"
#include "bridge-words.h"

struct _BridgeBoundaryHistory
{
  AdwBin parent_instance;

  BridgeSpace *space;
  char *id;

  GtkWidget *scroller;
  GtkWidget *back_button;
  GtkLabel *heading_label;
  GtkLabel *text_label;
  GtkLabel *note_label;
  GtkListBox *list;
};

G_DEFINE_FINAL_TYPE (BridgeBoundaryHistory, bridge_boundary_history, ADW_TYPE_BIN)

static gboolean
bridge_boundary_history_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (BRIDGE_BOUNDARY_HISTORY (widget)->back_button);
}

static void
bridge_boundary_history_dispose (GObject *object)
{
  BridgeBoundaryHistory *self = BRIDGE_BOUNDARY_HISTORY (object);

  adw_bin_set_child (ADW_BIN (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), BRIDGE_TYPE_BOUNDARY_HISTORY);
  g_clear_object (&self->space);
  g_clear_pointer (&self->id, g_free);

  G_OBJECT_CLASS (bridge_boundary_history_parent_class)->dispose (object);
}

static void
bridge_boundary_history_class_init (BridgeBoundaryHistoryClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bridge_boundary_history_dispose;
  widget_class->grab_focus = bridge_boundary_history_grab_focus;

  gtk_widget_class_set_template_from_resource (widget_class, APP_PATH "/ui/boundary-history.ui");
  gtk_widget_class_bind_template_child (widget_class, BridgeBoundaryHistory, scroller);
  gtk_widget_class_bind_template_child (widget_class, BridgeBoundaryHistory, back_button);
  gtk_widget_class_bind_template_child (widget_class, BridgeBoundaryHistory, heading_label);
  gtk_widget_class_bind_template_child (widget_class, BridgeBoundaryHistory, text_label);
  gtk_widget_class_bind_template_child (widget_class, BridgeBoundaryHistory, note_label);
  gtk_widget_class_bind_template_child (widget_class, BridgeBoundaryHistory, list);
}

static void
bridge_boundary_history_init (BridgeBoundaryHistory *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * bridge_boundary_history_new:
 * @space: the space
 *
 * Returns: (transfer floating): the widget, which shows nothing yet
 */
GtkWidget *
bridge_boundary_history_new (BridgeSpace *space)
{
  BridgeBoundaryHistory *self = g_object_new (BRIDGE_TYPE_BOUNDARY_HISTORY, NULL);

  self->space = g_object_ref (space);
  return GTK_WIDGET (self);
}

static GtkWidget *
make_label (const char *text,
            const char *class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  if (class != NULL)
    gtk_widget_add_css_class (label, class);
  return label;
}

/* A knot on the line, which goes on to the next one, and what stands beside it. */
static GtkWidget *
add_entry (BridgeBoundaryHistory *self,
           const char            *title,
           gboolean               last)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *rail = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *knot = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *line = gtk_separator_new (GTK_ORIENTATION_VERTICAL);
  GtkWidget *content = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  gtk_widget_add_css_class (knot, "boundary-knot");
  gtk_widget_set_halign (knot, GTK_ALIGN_CENTER);
  gtk_widget_set_halign (line, GTK_ALIGN_CENTER);
  gtk_widget_set_vexpand (line, TRUE);
  gtk_widget_set_visible (line, !last);
  gtk_widget_add_css_class (line, "boundary-rail");
  gtk_box_append (GTK_BOX (rail), knot);
  gtk_box_append (GTK_BOX (rail), line);
  gtk_widget_set_hexpand (content, TRUE);
  gtk_widget_set_margin_bottom (content, 18);
  gtk_box_append (GTK_BOX (content), make_label (title, "heading"));
  gtk_box_append (GTK_BOX (box), rail);
  gtk_box_append (GTK_BOX (box), content);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_list_box_append (self->list, row);
  return content;
}

static char *
make_title (BridgeBoundaryHistory *self,
            BridgeBoundary        *boundary,
            BridgeRevision        *revision)
{
  gboolean mine = bridge_revision_get_written_by (revision) != NULL &&
                  g_strcmp0 (bridge_revision_get_written_by (revision),
                             bridge_person_get_id (bridge_space_get_speaker (self->space))) == 0;
  g_autofree char *name = bridge_space_dup_called (self->space, bridge_revision_get_written_by (revision), FALSE);
  g_autofree char *day = bridge_boundary_day_to_words (self->space, bridge_revision_get_written_at (revision));

  if (bridge_revision_get_number (revision) == bridge_boundary_get_waiting_number (boundary))
    return mine
             /* Translators: %s is a day: "yesterday", "Tuesday, 24 November" */
             ? g_strdup_printf (_("Proposed by you · %s"), day)
             /* Translators: a name and a day: "yesterday", "Tuesday, 24 November" */
             : g_strdup_printf (_("Proposed by %1$s · %2$s"), name, day);
  return mine
           /* Translators: %s is a day: "yesterday", "Tuesday, 24 November" */
           ? g_strdup_printf (_("Written by you · %s"), day)
           /* Translators: a name and a day: "yesterday", "Tuesday, 24 November" */
           : g_strdup_printf (_("Written by %1$s · %2$s"), name, day);
}

static void
add_review (BridgeBoundaryHistory *self,
            GtkWidget             *content,
            BridgeRevision        *revision,
            BridgeRevision        *before)
{
  BridgeLocal review_on = bridge_revision_get_review_on (revision);
  g_autofree char *day = NULL;
  g_autofree char *sentence = NULL;

  if (review_on == (before != NULL ? bridge_revision_get_review_on (before) : BRIDGE_LOCAL_NONE))
    return;
  if (review_on == BRIDGE_LOCAL_NONE)
    {
      gtk_box_append (GTK_BOX (content), make_label (_("No day to look at it again any more."), "dim-label"));
      return;
    }
  day = bridge_words_date (review_on, bridge_clock_local_now (bridge_space_get_clock (self->space)));
  /* Translators: %s is a day: "Tuesday, 24 November" */
  sentence = g_strdup_printf (_("To look at again on %s"), day);
  gtk_box_append (GTK_BOX (content), make_label (sentence, "dim-label"));
}

static void
add_revision (BridgeBoundaryHistory *self,
              BridgeBoundary        *boundary,
              BridgeRevision        *revision,
              BridgeRevision        *before)
{
  g_autofree char *title = make_title (self, boundary, revision);
  GtkWidget *content = add_entry (self, title, before == NULL);
  const char *text = bridge_revision_get_text (revision);

  if (before != NULL && g_strcmp0 (bridge_revision_get_text (before), text) != 0)
    gtk_box_append (GTK_BOX (content), bridge_boundary_difference_new (bridge_revision_get_text (before), text));
  else if (before != NULL)
    gtk_box_append (GTK_BOX (content), make_label (_("The words stayed the same."), NULL));
  else
    gtk_box_append (GTK_BOX (content), make_label (text, NULL));
  if (bridge_boundary_get_state (boundary) != BRIDGE_BOUNDARY_ENDED)
    add_review (self, content, revision, before);

  if (!bridge_space_shows_agreements (self->space, boundary, revision))
    return;
  for (guint i = 0; i < bridge_revision_get_n_agreements (revision); i++)
    {
      const BridgeAgreement *agreement = bridge_revision_get_agreement (revision, i);
      g_autofree char *name = bridge_boundary_name (self->space, agreement->person_id);
      g_autofree char *day = bridge_boundary_day_to_words (self->space, agreement->at);
      /* Translators: a name, or "You", and a day: "yesterday", "Tuesday, 24 November" */
      g_autofree char *sentence = g_strdup_printf (_("%1$s agreed · %2$s"), name, day);

      gtk_box_append (GTK_BOX (content), make_label (sentence, "dim-label"));
    }
}

static void
add_end (BridgeBoundaryHistory *self,
         BridgeBoundary        *boundary)
{
  const char *by = bridge_boundary_get_ended_by (boundary);
  g_autofree char *name = bridge_boundary_name (self->space, by);
  g_autofree char *day = bridge_boundary_day_to_words (self->space, bridge_boundary_get_ended_at (boundary));
  g_autofree char *title = NULL;

  /* With somebody's leaving it ended by itself. */
  if (by == NULL)
    /* Translators: %s is a day: "yesterday", "Tuesday, 24 November" */
    title = g_strdup_printf (_("Ended · %s"), day);
  else
    /* Translators: a name, or "You", and a day: "yesterday", "Tuesday, 24 November" */
    title = g_strdup_printf (_("%1$s ended it · %2$s"), name, day);
  add_entry (self, title, FALSE);
}

/**
 * bridge_boundary_history_show:
 * @self: the widget
 * @id: a boundary's id
 * @error: where to say what went wrong
 *
 * Shows the history of a boundary as it is now.
 *
 * Returns: %FALSE with %BRIDGE_ERROR_NOT_FOUND or an error of the database
 */
gboolean
bridge_boundary_history_show (BridgeBoundaryHistory  *self,
                              const char             *id,
                              GError                **error)
{
  g_autoptr (BridgeBoundary) boundary = bridge_space_find_boundary (self->space, id, error);
  g_autoptr (GPtrArray) revisions = boundary != NULL ? bridge_space_list_revisions (self->space, id, error) : NULL;
  g_autofree char *note = NULL;
  BridgeRevision *shown;
  GtkWidget *child;

  if (revisions == NULL)
    return FALSE;

  if (g_strcmp0 (self->id, id) != 0)
    {
      g_free (self->id);
      self->id = g_strdup (id);
    }
  shown = bridge_boundary_get_current (boundary) != NULL ? bridge_boundary_get_current (boundary)
                                                         : bridge_boundary_get_waiting (boundary);
  note = bridge_boundary_to_note (self->space, boundary);
  gtk_label_set_label (self->heading_label, bridge_boundary_to_heading (boundary));
  gtk_label_set_label (self->text_label, bridge_revision_get_text (shown));
  gtk_label_set_label (self->note_label, note);
  gtk_widget_set_visible (GTK_WIDGET (self->note_label), *note != '\0');

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->list))) != NULL)
    gtk_list_box_remove (self->list, child);
  if (bridge_boundary_get_state (boundary) == BRIDGE_BOUNDARY_ENDED)
    add_end (self, boundary);
  for (guint i = revisions->len; i > 0; i--)
    add_revision (self, boundary, g_ptr_array_index (revisions, i - 1),
                  i > 1 ? g_ptr_array_index (revisions, i - 2) : NULL);
  return TRUE;
}

/**
 * bridge_boundary_history_get_id:
 * @self: the widget
 *
 * Returns: (nullable): of which boundary
 */
const char *
bridge_boundary_history_get_id (BridgeBoundaryHistory *self)
{
  return self->id;
}

/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "bridge-win-editor"

#include "config.h"

#include "bridge-page.h"

#include <glib/gi18n-lib.h>

#include "bridge-date-entry.h"
#include "bridge-feedback.h"
#include "bridge-form.h"
#include "bridge-words.h"

#define TEXT_MAX 2000
#define N_KINDS (BRIDGE_WIN_BOUNDARY_KEPT + 1)

struct _BridgeWinEditor
{
  BridgeEditor parent_instance;

  BridgeSpace *space; /* (transfer none): the editor has it */
  BridgeWin *win;        /* a copy of what was given: what has no field stays as it was */
  GPtrArray *ritual_ids; /* by place in the list; the first is NULL */
  gboolean is_new;
  gboolean text_touched; /* an empty text is only remarked on once somebody has been there */
  gboolean loading;

  GtkTextView *text_view;
  GtkTextView *meant_view;
  BridgeDateEntry *date_entry;
  AdwComboRow *kind_row;
  AdwComboRow *noticed_row;
  AdwComboRow *ritual_row;
  GtkSwitch *star_switch;
};

G_DEFINE_FINAL_TYPE (BridgeWinEditor, bridge_win_editor, BRIDGE_TYPE_EDITOR)

/* Who the list says: nobody in particular, or whoever is speaking; for the other one nobody writes. */
static const char *
get_noticed_by (BridgeWinEditor *self)
{
  BridgePerson *me = bridge_space_get_me (self->space);
  BridgePerson *partner = bridge_space_get_partner (self->space);

  if (partner == NULL)
    return self->is_new && me != NULL ? bridge_person_get_id (me) : bridge_win_get_noticed_by (self->win);

  return adw_combo_row_get_selected (self->noticed_row) == 1
             ? bridge_person_get_id (bridge_space_get_speaker (self->space))
             : NULL;
}

/* The win that the fields say: (transfer full) (nullable). */
static BridgeWin *
build (BridgeWinEditor  *self,
       GError          **error)
{
  g_autoptr (BridgeWin) win = bridge_win_copy (self->win);
  g_autofree char *text = bridge_text_view_dup_words (self->text_view);
  g_autofree char *meant = bridge_text_view_dup_words (self->meant_view);
  guint ritual = adw_combo_row_get_selected (self->ritual_row);
  const char *ritual_id = NULL;

  if (ritual < self->ritual_ids->len)
    ritual_id = g_ptr_array_index (self->ritual_ids, ritual);

  g_object_set (win,
                "text", text,
                "meant", meant,
                "on", bridge_date_entry_get_date (self->date_entry),
                "kind", (int) adw_combo_row_get_selected (self->kind_row),
                "noticed-by", get_noticed_by (self),
                "ritual-id", ritual_id,
                "starred", gtk_switch_get_active (self->star_switch),
                NULL);

  if (!bridge_win_validate (win, bridge_editor_get_today (BRIDGE_EDITOR (self)), error))
    return NULL;

  return g_steal_pointer (&win);
}

static char *
dup_too_long (GtkTextView *view)
{
  return bridge_room_words (gtk_text_buffer_get_char_count (gtk_text_view_get_buffer (view)), TEXT_MAX);
}

static void
update (BridgeWinEditor *self)
{
  g_autofree char *text = NULL;
  g_autofree char *text_problem = NULL;
  g_autofree char *meant_problem = NULL;
  g_autoptr (BridgeWin) win = NULL;
  BridgeLocal date;
  gboolean future;
  gboolean complete;

  if (self->loading)
    return;

  text = bridge_text_view_dup_words (self->text_view);
  text_problem = dup_too_long (self->text_view);
  if (*text == '\0' && self->text_touched)
    text_problem = g_strdup (_("A few words are enough."));
  meant_problem = dup_too_long (self->meant_view);

  date = bridge_date_entry_get_date (self->date_entry);
  future = date != BRIDGE_LOCAL_NONE && date > bridge_editor_get_today (BRIDGE_EDITOR (self));

  bridge_field_set_problem (GTK_WIDGET (self->text_view), text_problem);
  bridge_field_set_problem (GTK_WIDGET (self->meant_view), meant_problem);
  bridge_date_entry_set_problem (self->date_entry, future ? _("This day is still to come.") : NULL);

  complete = *text != '\0' && text_problem == NULL && meant_problem == NULL && date != BRIDGE_LOCAL_NONE && !future;
  if (complete)
    win = build (self, NULL);
  bridge_editor_set_ready (BRIDGE_EDITOR (self), win != NULL);
}

static void
fields_changed_cb (BridgeWinEditor *self)
{
  update (self);
}

static void
text_changed_cb (BridgeWinEditor *self)
{
  if (!self->loading)
    self->text_touched = TRUE;

  update (self);
}

static gboolean
bridge_win_editor_store (BridgeEditor  *editor,
                         GError       **error)
{
  BridgeWinEditor *self = BRIDGE_WIN_EDITOR (editor);
  g_autoptr (BridgeWin) win = build (self, error);
  g_autoptr (BridgeWin) stored = NULL;

  if (win == NULL)
    return FALSE;
  if (!self->is_new)
    return bridge_space_update_win (self->space, win, error);
  stored = bridge_space_add_win (self->space, win, error);
  return stored != NULL;
}

static void
fill_persons (BridgeWinEditor *self)
{
  BridgePerson *speaker = bridge_space_get_speaker (self->space);
  const char *noticed_by = self->is_new && speaker != NULL ? bridge_person_get_id (speaker)
                                                           : bridge_win_get_noticed_by (self->win);
  g_autoptr (GPtrArray) strings = g_ptr_array_new ();

  gtk_widget_set_visible (GTK_WIDGET (self->noticed_row), bridge_space_get_partner (self->space) != NULL);
  if (bridge_space_get_partner (self->space) == NULL)
    return;

  /* Translators: who noticed a small win, when nobody has said */
  g_ptr_array_add (strings, (char *) _("Not said"));
  g_ptr_array_add (strings, (char *) bridge_person_get_name (speaker));
  g_ptr_array_add (strings, NULL);
  bridge_combo_row_set_strings (self->noticed_row, (const char *const *) strings->pdata);

  if (g_strcmp0 (noticed_by, bridge_person_get_id (speaker)) == 0)
    adw_combo_row_set_selected (self->noticed_row, 1);
}

static void
fill_rituals (BridgeWinEditor *self)
{
  GListModel *rituals = bridge_space_get_rituals (self->space);
  const char *ritual_id = bridge_win_get_ritual_id (self->win);
  g_autoptr (GPtrArray) strings = g_ptr_array_new_with_free_func (g_free);
  guint selected = 0;

  g_ptr_array_add (self->ritual_ids, NULL);
  /* Translators: the ritual that a small win belongs to, when there is none */
  g_ptr_array_add (strings, g_strdup (_("No ritual")));

  for (guint i = 0; i < g_list_model_get_n_items (rituals); i++)
    {
      g_autoptr (BridgeRitual) ritual = g_list_model_get_item (rituals, i);

      if (g_strcmp0 (bridge_ritual_get_id (ritual), ritual_id) == 0)
        selected = self->ritual_ids->len;
      g_ptr_array_add (self->ritual_ids, g_strdup (bridge_ritual_get_id (ritual)));
      g_ptr_array_add (strings, g_strdup (bridge_ritual_get_title (ritual)));
    }

  if (ritual_id != NULL && selected == 0)
    {
      selected = self->ritual_ids->len;
      g_ptr_array_add (self->ritual_ids, g_strdup (ritual_id));
      g_ptr_array_add (strings, g_strdup (_("A ritual that was removed")));
    }

  gtk_widget_set_visible (GTK_WIDGET (self->ritual_row), self->ritual_ids->len > 1);
  g_ptr_array_add (strings, NULL);
  bridge_combo_row_set_strings (self->ritual_row, (const char *const *) strings->pdata);
  adw_combo_row_set_selected (self->ritual_row, selected);
}

static void
fill (BridgeWinEditor *self)
{
  g_autoptr (GPtrArray) kinds = g_ptr_array_new ();

  self->loading = TRUE;
  gtk_window_set_title (GTK_WINDOW (self), self->is_new ? _("New Small Win") : _("Small Win"));

  for (int i = 0; i < N_KINDS; i++)
    g_ptr_array_add (kinds, (char *) bridge_win_kind_get_label ((BridgeWinKind) i));
  g_ptr_array_add (kinds, NULL);
  bridge_combo_row_set_strings (self->kind_row, (const char *const *) kinds->pdata);
  adw_combo_row_set_selected (self->kind_row, bridge_win_get_kind (self->win));

  gtk_text_buffer_set_text (gtk_text_view_get_buffer (self->text_view), bridge_win_get_text (self->win), -1);
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (self->meant_view), bridge_win_get_meant (self->win), -1);
  bridge_date_entry_set_date (self->date_entry, bridge_win_get_on (self->win));
  gtk_switch_set_active (self->star_switch, bridge_win_get_starred (self->win));
  fill_persons (self);
  fill_rituals (self);
  self->loading = FALSE;

  update (self);
}

static void
bridge_win_editor_dispose (GObject *object)
{
  BridgeWinEditor *self = BRIDGE_WIN_EDITOR (object);

  self->loading = TRUE;
  gtk_widget_dispose_template (GTK_WIDGET (self), BRIDGE_TYPE_WIN_EDITOR);
  g_clear_object (&self->win);
  g_clear_pointer (&self->ritual_ids, g_ptr_array_unref);

  G_OBJECT_CLASS (bridge_win_editor_parent_class)->dispose (object);
}

static void
bridge_win_editor_class_init (BridgeWinEditorClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = bridge_win_editor_dispose;
  BRIDGE_EDITOR_CLASS (klass)->store = bridge_win_editor_store;

  g_type_ensure (BRIDGE_TYPE_DATE_ENTRY);
  gtk_widget_class_set_template_from_resource (widget_class, APP_PATH "/ui/win-editor.ui");
  gtk_widget_class_bind_template_child (widget_class, BridgeWinEditor, text_view);
  gtk_widget_class_bind_template_child (widget_class, BridgeWinEditor, meant_view);
  gtk_widget_class_bind_template_child (widget_class, BridgeWinEditor, date_entry);
  gtk_widget_class_bind_template_child (widget_class, BridgeWinEditor, kind_row);
  gtk_widget_class_bind_template_child (widget_class, BridgeWinEditor, noticed_row);
  gtk_widget_class_bind_template_child (widget_class, BridgeWinEditor, ritual_row);
  gtk_widget_class_bind_template_child (widget_class, BridgeWinEditor, star_switch);
  gtk_widget_class_bind_template_callback (widget_class, fields_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, text_changed_cb);
}

static void
bridge_win_editor_init (BridgeWinEditor *self)
{
  self->loading = TRUE;
  self->ritual_ids = g_ptr_array_new_with_free_func (g_free);
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_window_set_focus (GTK_WINDOW (self), GTK_WIDGET (self->text_view));
}

/**
 * bridge_win_editor_new:
 * @space: the space
 * @win: (nullable): the win to edit; without an id it is a new one, filled in beforehand; %NULL is an empty
 *   one of today
 * @parent: (nullable): the window it stands above
 *
 * A modal editor for every field of a win. It saves by itself, shows an Undo in @parent, and closes.
 *
 * Returns: (transfer none): the window, to be presented
 */
GtkWidget *
bridge_win_editor_new (BridgeSpace *space,
                       BridgeWin   *win,
                       GtkWindow   *parent)
{
  BridgeWinEditor *self = g_object_new (BRIDGE_TYPE_WIN_EDITOR, "transient-for", parent, NULL);

  self->space = space;
  bridge_editor_set_space (BRIDGE_EDITOR (self), space);
  self->win = win != NULL ? bridge_win_copy (win) : bridge_win_new ("", bridge_editor_get_today (BRIDGE_EDITOR (self)));
  self->is_new = bridge_win_get_id (self->win) == NULL;
  fill (self);

  return GTK_WIDGET (self);
}

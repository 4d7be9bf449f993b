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
#include "bridge-photos-editor.h"
#include "bridge-space-milestones.h"
#include "bridge-words.h"

#define TEXT_MAX 2000
#define N_KINDS (BRIDGE_WIN_BOUNDARY_KEPT + 1)

/* How many pauses one can choose from: a talk that is longer ago than that needs no more words. */
#define MAX_PAUSES 6

/* What a win may belong to. */
typedef struct {
  AdwComboRow *row;
  GPtrArray *ids; /* by place in the list; the first is NULL */
  GPtrArray *names;
} Links;

struct _BridgeWinEditor
{
  BridgeEditor parent_instance;

  BridgeSpace *space; /* (transfer none): the editor has it */
  BridgeWin *win;        /* a copy of what was given: what has no field stays as it was */
  Links rituals;
  Links pauses;
  Links promises;
  Links milestones;
  gboolean is_new;
  gboolean text_touched; /* an empty text is only remarked on once somebody has been there */
  gboolean loading;

  GtkTextView *text_view;
  GtkTextView *meant_view;
  BridgeDateEntry *date_entry;
  BridgePhotosEditor *photos_editor;
  AdwComboRow *kind_row;
  AdwComboRow *noticed_row;
  AdwComboRow *ritual_row;
  AdwComboRow *pause_row;
  AdwComboRow *promise_row;
  AdwComboRow *milestone_row;
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

static const char *
get_link (Links *links)
{
  guint selected = adw_combo_row_get_selected (links->row);

  return selected < links->ids->len ? g_ptr_array_index (links->ids, selected) : NULL;
}

/* One that the other one has alone is no choice here, and stays unless another one is chosen. */
static const char *
get_milestone (BridgeWinEditor *self)
{
  const char *id = bridge_win_get_milestone_id (self->win);
  BridgeMilestone *milestone = id != NULL ? bridge_space_peek_milestone (self->space, id) : NULL;
  gboolean hidden = milestone != NULL && !bridge_space_is_own_milestone (self->space, milestone);
  const char *chosen = get_link (&self->milestones);

  return chosen == NULL && hidden ? id : chosen;
}

/* The win that the fields say: (transfer full) (nullable). */
static BridgeWin *
build (BridgeWinEditor  *self,
       GError          **error)
{
  g_autoptr (BridgeWin) win = bridge_win_copy (self->win);
  g_autofree char *text = bridge_text_view_dup_words (self->text_view);
  g_autofree char *meant = bridge_text_view_dup_words (self->meant_view);
  gboolean reached = bridge_win_get_kind (self->win) == BRIDGE_WIN_MILESTONE;

  g_object_set (win,
                "text", text,
                "meant", meant,
                "on", bridge_date_entry_get_date (self->date_entry),
                "kind", reached ? BRIDGE_WIN_MILESTONE : (int) adw_combo_row_get_selected (self->kind_row),
                "noticed-by", get_noticed_by (self),
                "ritual-id", get_link (&self->rituals),
                "pause-id", get_link (&self->pauses),
                "promise-id", get_link (&self->promises),
                "milestone-id", reached ? bridge_win_get_milestone_id (self->win) : get_milestone (self),
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

  complete = *text != '\0' && text_problem == NULL && meant_problem == NULL && date != BRIDGE_LOCAL_NONE && !future
             && !bridge_photos_editor_is_busy (self->photos_editor);
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
  if (self->is_new)
    g_object_set (win, "id", NULL, NULL);
  stored = bridge_space_save_win (self->space, win, bridge_photos_editor_get_drafts (self->photos_editor), error);
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
add_link (Links      *links,
          const char *id,
          const char *name)
{
  g_ptr_array_add (links->ids, g_strdup (id));
  g_ptr_array_add (links->names, g_strdup (name));
}

/* Shows what can be chosen; @id, what it belongs to now, stays a choice even where it is not there any more. */
static void
show_links (Links      *links,
            const char *id,
            const char *gone)
{
  guint selected = 0;

  for (guint i = 1; id != NULL && i < links->ids->len; i++)
    if (g_strcmp0 (g_ptr_array_index (links->ids, i), id) == 0)
      selected = i;
  if (id != NULL && selected == 0)
    {
      selected = links->ids->len;
      add_link (links, id, gone);
    }

  g_ptr_array_add (links->names, NULL);
  gtk_widget_set_visible (GTK_WIDGET (links->row), links->ids->len > 1);
  bridge_combo_row_set_strings (links->row, (const char *const *) links->names->pdata);
  adw_combo_row_set_selected (links->row, selected);
}

static void
fill_rituals (BridgeWinEditor *self)
{
  GListModel *rituals = bridge_space_get_rituals (self->space);

  /* Translators: the ritual that a small win belongs to, when there is none */
  add_link (&self->rituals, NULL, _("No ritual"));
  for (guint i = 0; i < g_list_model_get_n_items (rituals); i++)
    {
      g_autoptr (BridgeRitual) ritual = g_list_model_get_item (rituals, i);

      add_link (&self->rituals, bridge_ritual_get_id (ritual), bridge_ritual_get_title (ritual));
    }
  show_links (&self->rituals, bridge_win_get_ritual_id (self->win), _("A ritual that was removed"));
}

/* Those that came to a talk: no list says how many others there were. */
static void
fill_pauses (BridgeWinEditor *self)
{
  BridgeClock *clock = bridge_space_get_clock (self->space);
  GListModel *pauses = bridge_space_get_pauses (self->space);
  g_autoptr (GTimeZone) zone = bridge_clock_dup_zone (clock);

  /* Translators: the pause that a small win came after, when there was none */
  add_link (&self->pauses, NULL, _("No pause"));
  for (guint i = 0; i < g_list_model_get_n_items (pauses) && self->pauses.ids->len <= MAX_PAUSES; i++)
    {
      g_autoptr (BridgePause) pause = g_list_model_get_item (pauses, i);
      g_autofree char *day = NULL;
      g_autofree char *name = NULL;

      if (bridge_pause_get_talk_ended_at (pause) == 0)
        continue;

      day = bridge_words_date (bridge_local_from_utc_ms (bridge_pause_get_talk_ended_at (pause), zone),
                               bridge_clock_local_now (clock));
      /* Translators: a pause that a small win may have come after; %s is a day. */
      name = g_strdup_printf (_("The one of %s"), day);
      add_link (&self->pauses, bridge_pause_get_id (pause), name);
    }
  show_links (&self->pauses, bridge_win_get_pause_id (self->win), _("An earlier one"));
}

static void
fill_promises (BridgeWinEditor *self)
{
  GListModel *promises = bridge_space_get_promises (self->space);

  /* Translators: the promise that a small win belongs to, when there is none */
  add_link (&self->promises, NULL, _("No promise"));
  for (guint i = 0; i < g_list_model_get_n_items (promises); i++)
    {
      g_autoptr (BridgePromise) promise = g_list_model_get_item (promises, i);

      if (bridge_promise_get_state (promise) != BRIDGE_PROMISE_LET_GO && bridge_space_shows_promise (self->space, promise))
        add_link (&self->promises, bridge_promise_get_id (promise), bridge_promise_get_text (promise));
    }
  show_links (&self->promises, bridge_win_get_promise_id (self->win), _("One that is not here any more"));
}

static void
fill_milestones (BridgeWinEditor *self)
{
  GListModel *milestones = bridge_space_get_milestones (self->space);
  const char *id = bridge_win_get_milestone_id (self->win);

  /* Translators: the milestone that a small win belongs to, when there is none */
  add_link (&self->milestones, NULL, _("No milestone"));
  for (guint i = 0; i < g_list_model_get_n_items (milestones); i++)
    {
      g_autoptr (BridgeMilestone) milestone = g_list_model_get_item (milestones, i);

      if (bridge_space_is_own_milestone (self->space, milestone))
        add_link (&self->milestones, bridge_milestone_get_id (milestone), bridge_milestone_get_title (milestone));
      else if (g_strcmp0 (id, bridge_milestone_get_id (milestone)) == 0)
        id = NULL;
    }
  show_links (&self->milestones, id, _("One that is not here any more"));
  /* With which one a milestone was reached is no choice. */
  if (bridge_win_get_kind (self->win) == BRIDGE_WIN_MILESTONE)
    gtk_widget_set_visible (GTK_WIDGET (self->milestone_row), FALSE);
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
  /* That a milestone was reached is no choice. */
  gtk_widget_set_visible (GTK_WIDGET (self->kind_row), bridge_win_get_kind (self->win) != BRIDGE_WIN_MILESTONE);
  if (bridge_win_get_kind (self->win) != BRIDGE_WIN_MILESTONE)
    adw_combo_row_set_selected (self->kind_row, bridge_win_get_kind (self->win));

  gtk_text_buffer_set_text (gtk_text_view_get_buffer (self->text_view), bridge_win_get_text (self->win), -1);
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (self->meant_view), bridge_win_get_meant (self->win), -1);
  bridge_date_entry_set_date (self->date_entry, bridge_win_get_on (self->win));
  gtk_switch_set_active (self->star_switch, bridge_win_get_starred (self->win));
  bridge_photos_editor_set_space (self->photos_editor, self->space, bridge_win_get_id (self->win));
  fill_persons (self);
  fill_rituals (self);
  fill_pauses (self);
  fill_promises (self);
  fill_milestones (self);
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

  G_OBJECT_CLASS (bridge_win_editor_parent_class)->dispose (object);
}

static void
bridge_win_editor_finalize (GObject *object)
{
  BridgeWinEditor *self = BRIDGE_WIN_EDITOR (object);
  Links *links[] = { &self->rituals, &self->pauses, &self->promises, &self->milestones };

  for (guint i = 0; i < G_N_ELEMENTS (links); i++)
    {
      g_ptr_array_unref (links[i]->ids);
      g_ptr_array_unref (links[i]->names);
    }

  G_OBJECT_CLASS (bridge_win_editor_parent_class)->finalize (object);
}

static void
bridge_win_editor_class_init (BridgeWinEditorClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = bridge_win_editor_dispose;
  object_class->finalize = bridge_win_editor_finalize;
  BRIDGE_EDITOR_CLASS (klass)->store = bridge_win_editor_store;

  g_type_ensure (BRIDGE_TYPE_DATE_ENTRY);
  g_type_ensure (BRIDGE_TYPE_PHOTOS_EDITOR);
  gtk_widget_class_set_template_from_resource (widget_class, APP_PATH "/ui/win-editor.ui");
  gtk_widget_class_bind_template_child (widget_class, BridgeWinEditor, text_view);
  gtk_widget_class_bind_template_child (widget_class, BridgeWinEditor, meant_view);
  gtk_widget_class_bind_template_child (widget_class, BridgeWinEditor, date_entry);
  gtk_widget_class_bind_template_child (widget_class, BridgeWinEditor, photos_editor);
  gtk_widget_class_bind_template_child (widget_class, BridgeWinEditor, kind_row);
  gtk_widget_class_bind_template_child (widget_class, BridgeWinEditor, noticed_row);
  gtk_widget_class_bind_template_child (widget_class, BridgeWinEditor, ritual_row);
  gtk_widget_class_bind_template_child (widget_class, BridgeWinEditor, pause_row);
  gtk_widget_class_bind_template_child (widget_class, BridgeWinEditor, promise_row);
  gtk_widget_class_bind_template_child (widget_class, BridgeWinEditor, milestone_row);
  gtk_widget_class_bind_template_child (widget_class, BridgeWinEditor, star_switch);
  gtk_widget_class_bind_template_callback (widget_class, fields_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, text_changed_cb);
}

static void
bridge_win_editor_init (BridgeWinEditor *self)
{
  Links *links[] = { &self->rituals, &self->pauses, &self->promises, &self->milestones };

  self->loading = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  self->rituals.row = self->ritual_row;
  self->pauses.row = self->pause_row;
  self->promises.row = self->promise_row;
  self->milestones.row = self->milestone_row;
  bridge_photos_editor_take_from (self->photos_editor, GTK_WIDGET (self));
  for (guint i = 0; i < G_N_ELEMENTS (links); i++)
    {
      links[i]->ids = g_ptr_array_new_with_free_func (g_free);
      links[i]->names = g_ptr_array_new_with_free_func (g_free);
    }
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

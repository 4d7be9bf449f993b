/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "bridge-boundaries-page"

#include "config.h"

#include "bridge-page.h"

#include <glib/gi18n-lib.h>

#include "bridge-boundary-card.h"
#include "bridge-boundary-catalogue.h"
#include "bridge-boundary-history.h"
#include "bridge-boundary-template.h"
#include "bridge-error.h"
#include "bridge-feedback.h"
#include "bridge-form.h"
#include "bridge-rows.h"
#include "bridge-wrap-layout.h"

typedef enum {
  SECTION_WAITING,
  SECTION_SHARED,
  SECTION_OWN,
  SECTION_OTHER,
  SECTION_PHRASE,
  SECTION_ENDED,
  N_SECTIONS,
} Section;

struct _BridgeBoundariesPage
{
  AdwBin parent_instance;

  BridgeSpace *space;
  GListModel *templates; /* (nullable): read when they are first asked for */
  gboolean for_two;      /* whom they were read for */
  GtkWidget *catalogue;  /* (nullable) */
  GtkWidget *history;    /* (nullable) */

  GtkStack *stack;
  GtkSearchBar *search_bar;
  GtkEditable *search_entry;
  GtkWidget *nothing_label;
  GtkLabel *line_label;
  GtkWidget *boxes[N_SECTIONS];
  GtkListBox *lists[N_SECTIONS];
  GtkLabel *own_heading;
  GtkLabel *other_heading;
  GtkWidget *add_button;
  GtkWidget *catalogue_button;
  GtkWidget *lessons_button;
  GtkWidget *empty_button;
  AdwStatusPage *empty_page;
};

G_DEFINE_FINAL_TYPE (BridgeBoundariesPage, bridge_boundaries_page, ADW_TYPE_BIN)

static gboolean
is_shown (BridgeBoundariesPage *self,
          const char           *name)
{
  return g_strcmp0 (gtk_stack_get_visible_child_name (self->stack), name) == 0;
}

/* Does it wait for the answer of whoever is speaking, and not for a day that they have named? */
static gboolean
is_asked (BridgeBoundariesPage *self,
          BridgeBoundary       *boundary)
{
  BridgePerson *speaker = bridge_space_get_speaker (self->space);
  BridgeInvitation *invitation = bridge_space_find_boundary_invitation (self->space, boundary);
  BridgeLocal now = bridge_clock_local_now (bridge_space_get_clock (self->space));
  BridgeLocal day;

  if (invitation == NULL || speaker == NULL ||
      g_strcmp0 (bridge_invitation_get_waits_for (invitation), bridge_person_get_id (speaker)) != 0)
    return FALSE;
  day = bridge_invitation_get_other_time (invitation);
  return day == BRIDGE_LOCAL_NONE || bridge_local_day_start (day) <= bridge_local_day_start (now);
}

/* Under which heading it stands; of somebody who has left, under none. What waits for an answer comes first. Where two are
 * here, a phrase of one alone is not among those that mean something to both. */
static gboolean
find_section (BridgeBoundariesPage *self,
              BridgeBoundary       *boundary,
              Section              *section)
{
  const char *holder = bridge_boundary_get_holder (boundary);
  BridgePerson *person = holder != NULL ? bridge_space_find_person (self->space, holder) : NULL;

  if (holder != NULL && person == NULL)
    return FALSE;
  if (is_asked (self, boundary))
    *section = SECTION_WAITING;
  else if (bridge_boundary_get_state (boundary) == BRIDGE_BOUNDARY_ENDED)
    *section = SECTION_ENDED;
  else if (bridge_boundary_get_kind (boundary) == BRIDGE_BOUNDARY_PHRASE &&
           (holder == NULL || bridge_space_get_partner (self->space) == NULL))
    *section = SECTION_PHRASE;
  else if (holder != NULL)
    *section = person == bridge_space_get_speaker (self->space) ? SECTION_OWN : SECTION_OTHER;
  else
    *section = bridge_space_get_partner (self->space) != NULL ? SECTION_SHARED : SECTION_OWN;
  return TRUE;
}

/* Does it, as it stands or as it is proposed, have all of these words, each as the beginning of a word? Nothing matches all. */
static gboolean
matches (BridgeBoundary *boundary,
         const char     *words)
{
  BridgeRevision *current = bridge_boundary_get_current (boundary);
  BridgeRevision *waiting = bridge_boundary_get_waiting (boundary);
  g_autofree char *haystack = g_strjoin (" ", bridge_boundary_kind_get_label (bridge_boundary_get_kind (boundary)),
                                         current != NULL ? bridge_revision_get_text (current) : "",
                                         waiting != NULL ? bridge_revision_get_text (waiting) : "", NULL);

  return *words == '\0' || g_str_match_string (words, haystack, TRUE);
}

static char *
dup_key (gpointer item)
{
  return g_strdup (bridge_boundary_get_id (item));
}

static GtkWidget *
create_row (gpointer item,
            gpointer user_data)
{
  GtkWidget *row = gtk_list_box_row_new ();

  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), bridge_boundary_card_new ());
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_widget_set_focusable (row, FALSE);
  return row;
}

static void
update_row (GtkWidget *row,
            gpointer   item,
            gpointer   user_data)
{
  bridge_boundary_card_show (BRIDGE_BOUNDARY_CARD (gtk_list_box_row_get_child (GTK_LIST_BOX_ROW (row))),
                             BRIDGE_BOUNDARIES_PAGE (user_data)->space, item);
}

static BridgeBoundaryCard *
get_card (GtkListBox *list,
          int         position)
{
  GtkListBoxRow *row = gtk_list_box_get_row_at_index (list, position);

  return row != NULL ? BRIDGE_BOUNDARY_CARD (gtk_list_box_row_get_child (row)) : NULL;
}

/* Of which boundary the card is that the focus is in: (transfer full) (nullable) */
static char *
dup_focused (BridgeBoundariesPage *self)
{
  int position = 0;

  for (Section section = 0; section < N_SECTIONS; section++)
    if (bridge_rows_has_focus (self->lists[section], &position))
      return g_strdup (bridge_boundary_card_get_id (get_card (self->lists[section], position)));
  return NULL;
}

/* The card of a boundary, if it is in the window: what is folded away is not. */
static BridgeBoundaryCard *
find_card (BridgeBoundariesPage *self,
           const char           *id)
{
  for (Section section = 0; section < N_SECTIONS; section++)
    for (int i = 0; get_card (self->lists[section], i) != NULL; i++)
      {
        BridgeBoundaryCard *card = get_card (self->lists[section], i);

        if (g_strcmp0 (bridge_boundary_card_get_id (card), id) == 0 && gtk_widget_get_root (GTK_WIDGET (card)) != NULL)
          return card;
      }
  return NULL;
}

/* The focus goes along with a card that stands elsewhere now, and not to the "Yes" of another one that was not read. */
static void
follow_focus (BridgeBoundariesPage *self,
              const char           *id)
{
  g_autofree char *focused = dup_focused (self);
  BridgeBoundaryCard *card = id != NULL && focused == NULL ? find_card (self, id) : NULL;

  if (id == NULL || focused != NULL)
    return;
  if (card == NULL || !gtk_widget_child_focus (GTK_WIDGET (card), GTK_DIR_TAB_FORWARD))
    gtk_widget_grab_focus (self->add_button);
}

/* The one large line. */
static void
show_line (BridgeBoundariesPage *self)
{
  GListModel *boundaries = bridge_space_get_boundaries (self->space);
  gboolean holds = FALSE;

  for (guint i = 0; i < g_list_model_get_n_items (boundaries); i++)
    {
      g_autoptr (BridgeBoundary) boundary = g_list_model_get_item (boundaries, i);
      Section section;

      holds = holds || (bridge_boundary_is_in_force (boundary) && find_section (self, boundary, &section));
    }
  if (!holds)
    gtk_label_set_label (self->line_label, _("Nothing is in force just now"));
  else if (bridge_space_get_partner (self->space) != NULL)
    gtk_label_set_label (self->line_label, _("What you both can rely on"));
  else
    gtk_label_set_label (self->line_label, _("What you hold to"));
}

/* What the page invites to while there is nothing on it. */
static void
show_empty (BridgeBoundariesPage *self)
{
  gboolean two = bridge_space_get_partner (self->space) != NULL;

  adw_status_page_set_title (self->empty_page, two ? _("A good hedge keeps both gardens safe")
                                                   : _("A good hedge keeps a garden safe"));
  adw_status_page_set_description (self->empty_page,
                                   two ? _("Agree on how a pause goes and what quiet means, before a hard moment asks.")
                                       : _("Decide how you take a pause and what your quiet means, before a hard moment asks."));
}

static void
show_list (BridgeBoundariesPage *self)
{
  GListModel *boundaries = bridge_space_get_boundaries (self->space);
  BridgePerson *listener = bridge_space_get_listener (self->space);
  g_autofree char *theirs = NULL;
  g_autofree char *words = g_strstrip (g_strdup (gtk_editable_get_text (self->search_entry)));
  g_autofree char *focused = dup_focused (self);
  guint n = 0, n_found = 0;

  for (Section section = 0; section < N_SECTIONS; section++)
    {
      g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);

      for (guint i = 0; i < g_list_model_get_n_items (boundaries); i++)
        {
          g_autoptr (BridgeBoundary) boundary = g_list_model_get_item (boundaries, i);
          Section of;

          if (!find_section (self, boundary, &of) || of != section)
            continue;
          n++;
          if (matches (boundary, words))
            g_ptr_array_add (items, g_steal_pointer (&boundary));
        }
      bridge_rows_sync (self->lists[section], items, dup_key, create_row, update_row, self);
      gtk_widget_set_visible (self->boxes[section], items->len > 0);
      n_found += items->len;
      if (section == SECTION_ENDED && *words != '\0')
        gtk_expander_set_expanded (GTK_EXPANDER (self->boxes[section]), TRUE);
    }
  gtk_widget_set_visible (self->nothing_label, n > 0 && n_found == 0);
  follow_focus (self, focused);

  gtk_label_set_label (self->own_heading,
                       bridge_space_get_partner (self->space) != NULL ? _("Yours alone") : _("What you decided"));
  if (listener != NULL)
    /* Translators: %s is a name; what follows is that person's alone. */
    theirs = g_strdup_printf (_("%s’s alone"), bridge_person_get_name (listener));
  gtk_label_set_label (self->other_heading, theirs != NULL ? theirs : "");
  show_line (self);
  show_empty (self);

  /* Nobody goes anywhere by this: what slid away would still be there for the focus to go to. */
  if (n == 0 && is_shown (self, "list"))
    gtk_stack_set_visible_child_full (self->stack, "empty", GTK_STACK_TRANSITION_TYPE_NONE);
  else if (n > 0 && is_shown (self, "empty"))
    gtk_stack_set_visible_child_full (self->stack, "list", GTK_STACK_TRANSITION_TYPE_NONE);
}

static void
refresh (BridgeBoundariesPage *self)
{
  gboolean writable = !bridge_space_get_read_only (self->space);
  const char *id = self->history != NULL ? bridge_boundary_history_get_id (BRIDGE_BOUNDARY_HISTORY (self->history)) : NULL;

  show_list (self);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "boundaries.use", writable);
  if (is_shown (self, "history") && id != NULL)
    {
      g_autofree char *shown = g_strdup (id);

      if (!bridge_boundary_history_show (BRIDGE_BOUNDARY_HISTORY (self->history), shown, NULL))
        bridge_boundaries_page_go_back (self);
    }
}

static void
search_changed_cb (BridgeBoundariesPage *self)
{
  if (self->space != NULL)
    show_list (self);
}

/* What cannot be seen does not hide anything. */
static void
search_mode_cb (BridgeBoundariesPage *self)
{
  if (!gtk_search_bar_get_search_mode (self->search_bar))
    gtk_editable_set_text (self->search_entry, "");
}

static void
space_changed_cb (BridgeSpace          *space,
                  BridgeKinds           kinds,
                  gboolean              from_outside,
                  BridgeBoundariesPage *self)
{
  if (kinds & (BRIDGE_KIND_BOUNDARIES | BRIDGE_KIND_INVITATIONS | BRIDGE_KIND_PERSONS)
      && gtk_widget_get_mapped (GTK_WIDGET (self)))
    refresh (self);
}

/* Another day may have begun. */
static void
clock_woke_cb (BridgeBoundariesPage *self)
{
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    refresh (self);
}

typedef gboolean (*Step) (BridgeSpace *space, const char *id, GError **error);

static gboolean
take_step (GtkWidget *widget,
           GVariant  *parameter,
           Step       step)
{
  BridgeBoundariesPage *self = BRIDGE_BOUNDARIES_PAGE (widget);
  g_autofree char *id = g_variant_dup_string (parameter, NULL); /* the card that it belongs to may go */
  g_autoptr (GError) error = NULL;

  if (step (self->space, id, &error))
    return TRUE;
  bridge_feedback_show_error (widget, error);
  return FALSE;
}

static void
agree_action (GtkWidget  *widget,
              const char *name,
              GVariant   *parameter)
{
  if (take_step (widget, parameter, bridge_space_agree_boundary))
    bridge_feedback_show (widget, _("Agreed"));
}

/* Another answer than yes, to whoever proposed it. */
static void
answer (BridgeBoundariesPage  *self,
        const char            *id,
        BridgeInvitationEvent  event,
        BridgeLocal            other_time)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BridgeBoundary) boundary = bridge_space_find_boundary (self->space, id, &error);
  BridgeInvitation *invitation =
    boundary != NULL ? bridge_space_find_boundary_invitation (self->space, boundary) : NULL;

  if (boundary != NULL && invitation == NULL)
    g_set_error_literal (&error, BRIDGE_ERROR, BRIDGE_ERROR_STATE, _("This no longer waits for an answer."));
  if (invitation != NULL &&
      bridge_space_answer_invitation (self->space, bridge_invitation_get_id (invitation), event, other_time,
                                      BRIDGE_INVITATION_REST_DEFAULT, &error))
    bridge_feedback_show_undo (GTK_WIDGET (self), self->space);
  else
    bridge_feedback_show_error (GTK_WIDGET (self), error);
}

static void
not_now_action (GtkWidget  *widget,
                const char *name,
                GVariant   *parameter)
{
  g_autofree char *id = g_variant_dup_string (parameter, NULL);

  answer (BRIDGE_BOUNDARIES_PAGE (widget), id, BRIDGE_INVITATION_SAY_NOT_NOW, BRIDGE_LOCAL_NONE);
}

static void
another_time_action (GtkWidget  *widget,
                     const char *name,
                     GVariant   *parameter)
{
  g_autofree char *id = NULL;
  BridgeLocal other_time;

  g_variant_get (parameter, "(sx)", &id, &other_time);
  answer (BRIDGE_BOUNDARIES_PAGE (widget), id, BRIDGE_INVITATION_SAY_ANOTHER_TIME, other_time);
}

static void
withdraw_action (GtkWidget  *widget,
                 const char *name,
                 GVariant   *parameter)
{
  if (take_step (widget, parameter, bridge_space_withdraw_boundary))
    bridge_feedback_show_undo (widget, BRIDGE_BOUNDARIES_PAGE (widget)->space);
}

static void
end_action (GtkWidget  *widget,
            const char *name,
            GVariant   *parameter)
{
  if (take_step (widget, parameter, bridge_space_end_boundary))
    bridge_feedback_show_undo (widget, BRIDGE_BOUNDARIES_PAGE (widget)->space);
}

static void
present_editor (BridgeBoundariesPage *self,
                BridgeBoundary       *boundary,
                const char           *text,
                BridgeLocal           review_on)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  gtk_window_present (GTK_WINDOW (bridge_boundary_editor_new (self->space, boundary, text, review_on,
                                                              GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL)));
}

static void
edit_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  BridgeBoundariesPage *self = BRIDGE_BOUNDARIES_PAGE (widget);
  g_autoptr (GError) error = NULL;
  g_autoptr (BridgeBoundary) boundary =
    bridge_space_find_boundary (self->space, g_variant_get_string (parameter, NULL), &error);

  if (boundary == NULL)
    bridge_feedback_show_error (widget, error);
  else
    present_editor (self, boundary, NULL, BRIDGE_LOCAL_NONE);
}

/* What is one's own, put to the other one: as another boundary, so that what is theirs stays theirs. */
static void
propose_action (GtkWidget  *widget,
                const char *name,
                GVariant   *parameter)
{
  BridgeBoundariesPage *self = BRIDGE_BOUNDARIES_PAGE (widget);
  g_autoptr (GError) error = NULL;
  g_autoptr (BridgeBoundary) own = bridge_space_find_boundary (self->space, g_variant_get_string (parameter, NULL), &error);
  g_autoptr (BridgeBoundary) shared = NULL;

  if (own == NULL || bridge_boundary_get_current (own) == NULL)
    {
      bridge_feedback_show_error (widget, error);
      return;
    }
  shared = bridge_boundary_new (bridge_boundary_get_kind (own), NULL);
  g_object_set (shared, "use", bridge_boundary_get_use (own), "template", bridge_boundary_get_template (own), NULL);
  present_editor (self, shared, bridge_revision_get_text (bridge_boundary_get_current (own)),
                  bridge_boundary_get_review_on (own));
}

static void
use_action (GtkWidget  *widget,
            const char *name,
            GVariant   *parameter)
{
  BridgeBoundariesPage *self = BRIDGE_BOUNDARIES_PAGE (widget);
  BridgePerson *speaker = bridge_space_get_speaker (self->space);
  g_autoptr (GError) error = NULL;
  g_autoptr (BridgeBoundaryTemplate) template = NULL;
  g_autoptr (BridgeBoundary) boundary = NULL;

  if (speaker == NULL || self->templates == NULL)
    return;
  template = bridge_boundary_templates_find (self->templates, g_variant_get_string (parameter, NULL), &error);
  if (template == NULL)
    {
      bridge_feedback_show_error (widget, error);
      return;
    }
  boundary = bridge_boundary_template_to_boundary (template, bridge_person_get_id (speaker));
  present_editor (self, boundary, bridge_boundary_template_get_text (template),
                  bridge_boundary_template_get_review_on (template,
                                                          bridge_clock_local_now (bridge_space_get_clock (self->space))));
}

static void
catalogue_action (GtkWidget  *widget,
                  const char *name,
                  GVariant   *parameter)
{
  bridge_boundaries_page_open_catalogue (BRIDGE_BOUNDARIES_PAGE (widget));
}

static void
history_action (GtkWidget  *widget,
                const char *name,
                GVariant   *parameter)
{
  g_autofree char *id = g_variant_dup_string (parameter, NULL); /* the card that it belongs to may go */

  bridge_boundaries_page_open_boundary (BRIDGE_BOUNDARIES_PAGE (widget), id);
}

static void
back_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  bridge_boundaries_page_go_back (BRIDGE_BOUNDARIES_PAGE (widget));
}

static void
bridge_boundaries_page_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (bridge_boundaries_page_parent_class)->map (widget);

  refresh (BRIDGE_BOUNDARIES_PAGE (widget));
}

static gboolean
bridge_boundaries_page_grab_focus (GtkWidget *widget)
{
  BridgeBoundariesPage *self = BRIDGE_BOUNDARIES_PAGE (widget);
  GtkWidget *child = gtk_stack_get_visible_child (self->stack);

  if (child == self->history || child == self->catalogue)
    return gtk_widget_grab_focus (child);
  return gtk_widget_child_focus (child, GTK_DIR_TAB_FORWARD);
}

static void
bridge_boundaries_page_dispose (GObject *object)
{
  BridgeBoundariesPage *self = BRIDGE_BOUNDARIES_PAGE (object);

  adw_bin_set_child (ADW_BIN (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), BRIDGE_TYPE_BOUNDARIES_PAGE);
  g_clear_object (&self->templates);
  g_clear_object (&self->space);

  G_OBJECT_CLASS (bridge_boundaries_page_parent_class)->dispose (object);
}

static void
bind_section (GtkWidgetClass *widget_class,
              const char     *name,
              Section         section)
{
  g_autofree char *box = g_strconcat (name, "_box", NULL);
  g_autofree char *list = g_strconcat (name, "_list", NULL);

  gtk_widget_class_bind_template_child_full (
      widget_class, box, FALSE,
      (gssize) (G_STRUCT_OFFSET (BridgeBoundariesPage, boxes) + section * sizeof (GtkWidget *)));
  gtk_widget_class_bind_template_child_full (
      widget_class, list, FALSE,
      (gssize) (G_STRUCT_OFFSET (BridgeBoundariesPage, lists) + section * sizeof (GtkListBox *)));
}

static void
bridge_boundaries_page_class_init (BridgeBoundariesPageClass *klass)
{
  static const char *const names[N_SECTIONS] = { "waiting", "shared", "own", "other", "phrase", "ended" };
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = bridge_boundaries_page_dispose;
  widget_class->map = bridge_boundaries_page_map;
  widget_class->focus = bridge_focus_inside;
  widget_class->grab_focus = bridge_boundaries_page_grab_focus;

  g_type_ensure (BRIDGE_TYPE_WRAP_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, APP_PATH "/ui/boundaries-page.ui");
  gtk_widget_class_bind_template_child (widget_class, BridgeBoundariesPage, stack);
  gtk_widget_class_bind_template_child (widget_class, BridgeBoundariesPage, search_bar);
  gtk_widget_class_bind_template_child (widget_class, BridgeBoundariesPage, search_entry);
  gtk_widget_class_bind_template_child (widget_class, BridgeBoundariesPage, nothing_label);
  gtk_widget_class_bind_template_child (widget_class, BridgeBoundariesPage, line_label);
  gtk_widget_class_bind_template_child (widget_class, BridgeBoundariesPage, own_heading);
  gtk_widget_class_bind_template_child (widget_class, BridgeBoundariesPage, other_heading);
  gtk_widget_class_bind_template_child (widget_class, BridgeBoundariesPage, add_button);
  gtk_widget_class_bind_template_child (widget_class, BridgeBoundariesPage, catalogue_button);
  gtk_widget_class_bind_template_child (widget_class, BridgeBoundariesPage, lessons_button);
  gtk_widget_class_bind_template_child (widget_class, BridgeBoundariesPage, empty_button);
  gtk_widget_class_bind_template_child (widget_class, BridgeBoundariesPage, empty_page);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_mode_cb);
  for (Section section = 0; section < N_SECTIONS; section++)
    bind_section (widget_class, names[section], section);

  gtk_widget_class_install_action (widget_class, "boundaries.agree", "s", agree_action);
  gtk_widget_class_install_action (widget_class, "boundaries.another-time", "(sx)", another_time_action);
  gtk_widget_class_install_action (widget_class, "boundaries.not-now", "s", not_now_action);
  gtk_widget_class_install_action (widget_class, "boundaries.withdraw", "s", withdraw_action);
  gtk_widget_class_install_action (widget_class, "boundaries.end", "s", end_action);
  gtk_widget_class_install_action (widget_class, "boundaries.edit", "s", edit_action);
  gtk_widget_class_install_action (widget_class, "boundaries.propose", "s", propose_action);
  gtk_widget_class_install_action (widget_class, "boundaries.use", "s", use_action);
  gtk_widget_class_install_action (widget_class, "boundaries.history", "s", history_action);
  gtk_widget_class_install_action (widget_class, "boundaries.catalogue", NULL, catalogue_action);
  gtk_widget_class_install_action (widget_class, "boundaries.back", NULL, back_action);
}

static void
bridge_boundaries_page_init (BridgeBoundariesPage *self)
{
  GtkWidget *buttons[4];

  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_search_bar_connect_entry (self->search_bar, self->search_entry);
  buttons[0] = self->add_button;
  buttons[1] = self->catalogue_button;
  buttons[2] = self->lessons_button;
  buttons[3] = self->empty_button;

  /* In very large text the words are wider than a narrow window. */
  for (guint i = 0; i < G_N_ELEMENTS (buttons); i++)
    gtk_label_set_wrap (GTK_LABEL (gtk_button_get_child (GTK_BUTTON (buttons[i]))), TRUE);
}

/**
 * bridge_boundaries_page_new:
 * @space: the space
 *
 * The page of what the two agreed, of each one's limits and of the phrases, with the history of each.
 *
 * Returns: (transfer floating): the widget
 */
GtkWidget *
bridge_boundaries_page_new (BridgeSpace *space)
{
  BridgeBoundariesPage *self = g_object_new (BRIDGE_TYPE_BOUNDARIES_PAGE, NULL);

  self->space = g_object_ref (space);
  g_signal_connect_object (space, "changed", G_CALLBACK (space_changed_cb), self, 0);
  g_signal_connect_object (bridge_space_get_clock (space), "woke", G_CALLBACK (clock_woke_cb), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}

/**
 * bridge_boundaries_page_open_boundary:
 * @self: the page
 * @id: a boundary's id
 *
 * Shows what a boundary says and has said. One that is gone is said so, and the list stays.
 */
void
bridge_boundaries_page_open_boundary (BridgeBoundariesPage *self,
                                      const char           *id)
{
  g_autoptr (GError) error = NULL;

  if (self->history == NULL)
    {
      self->history = bridge_boundary_history_new (self->space);
      gtk_stack_add_named (self->stack, self->history, "history");
    }
  if (!bridge_boundary_history_show (BRIDGE_BOUNDARY_HISTORY (self->history), id, &error))
    {
      bridge_feedback_show_error (GTK_WIDGET (self), error);
      return;
    }
  gtk_stack_set_visible_child_name (self->stack, "history");
  gtk_widget_grab_focus (self->history);
}

/**
 * bridge_boundaries_page_open_card:
 * @self: the page
 * @id: a boundary's id
 *
 * Goes to a boundary in the list, where it can be edited, looked at on another day, or ended. One that is gone is said so.
 */
void
bridge_boundaries_page_open_card (BridgeBoundariesPage *self,
                                  const char           *id)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BridgeBoundary) boundary = bridge_space_find_boundary (self->space, id, &error);
  BridgeBoundaryCard *card;

  if (boundary == NULL)
    {
      bridge_feedback_show_error (GTK_WIDGET (self), error);
      return;
    }
  bridge_boundaries_page_go_back (self);
  gtk_search_bar_set_search_mode (self->search_bar, FALSE);
  if (bridge_boundary_get_state (boundary) == BRIDGE_BOUNDARY_ENDED)
    gtk_expander_set_expanded (GTK_EXPANDER (self->boxes[SECTION_ENDED]), TRUE);
  show_list (self);
  card = find_card (self, bridge_boundary_get_id (boundary));
  if (card != NULL)
    bridge_boundary_card_focus_edit (card);
}

/**
 * bridge_boundaries_page_open_catalogue:
 * @self: the page
 *
 * Shows the sentences to begin with.
 */
void
bridge_boundaries_page_open_catalogue (BridgeBoundariesPage *self)
{
  g_autoptr (GError) error = NULL;
  gboolean two = bridge_space_get_partner (self->space) != NULL;

  /* Who is alone reads other words. */
  if (self->templates != NULL && self->for_two != two)
    {
      g_clear_object (&self->templates);
      if (self->catalogue != NULL)
        gtk_stack_remove (self->stack, self->catalogue);
      self->catalogue = NULL;
    }
  self->for_two = two;
  if (self->templates == NULL)
    self->templates = bridge_boundary_templates_load (!two, &error);
  if (self->templates == NULL)
    {
      bridge_feedback_show_error (GTK_WIDGET (self), error);
      return;
    }
  if (self->catalogue == NULL)
    {
      self->catalogue = bridge_boundary_catalogue_new (self->templates);
      gtk_stack_add_named (self->stack, self->catalogue, "catalogue");
    }
  gtk_stack_set_visible_child_name (self->stack, "catalogue");
  gtk_widget_grab_focus (self->catalogue);
}

/**
 * bridge_boundaries_page_go_back:
 * @self: the page
 *
 * Goes from the history of a boundary or from the catalogue to the list.
 *
 * Returns: %FALSE if the list is shown already
 */
gboolean
bridge_boundaries_page_go_back (BridgeBoundariesPage *self)
{
  const char *id = is_shown (self, "history") ? bridge_boundary_history_get_id (BRIDGE_BOUNDARY_HISTORY (self->history)) : NULL;
  BridgeBoundaryCard *card;

  if (is_shown (self, "list") || is_shown (self, "empty"))
    return FALSE;

  gtk_stack_set_visible_child_name (self->stack, "list");
  show_list (self);
  /* Whoever comes back from a history is where they were, and not on the button beside, which ends the boundary. */
  card = id != NULL ? find_card (self, id) : NULL;
  if (card == NULL || !bridge_boundary_card_focus_history (card))
    gtk_widget_child_focus (gtk_stack_get_visible_child (self->stack), GTK_DIR_TAB_FORWARD);
  return TRUE;
}

/**
 * bridge_boundaries_page_focus_search:
 * @self: the page
 *
 * Opens the search over the list, with the cursor in it. With nothing to search, it shows what one may begin with.
 */
void
bridge_boundaries_page_focus_search (BridgeBoundariesPage *self)
{
  bridge_boundaries_page_go_back (self);
  if (!is_shown (self, "list"))
    {
      bridge_boundaries_page_open_catalogue (self);
      return;
    }
  gtk_search_bar_set_search_mode (self->search_bar, TRUE);
  gtk_widget_grab_focus (GTK_WIDGET (self->search_entry));
}

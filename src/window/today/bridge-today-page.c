/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "bridge-today-page"

#include "config.h"

#include "bridge-page.h"

#include <glib/gi18n-lib.h>

#include "bridge-agenda.h"
#include "bridge-asking-list.h"
#include "bridge-feedback.h"
#include "bridge-form.h"
#include "bridge-invitation-card.h"
#include "bridge-invitation-words.h"
#include "bridge-life-words.h"
#include "bridge-lighter-card.h"
#include "bridge-memory.h"
#include "bridge-near.h"
#include "bridge-occurrence-card.h"
#include "bridge-rows.h"
#include "bridge-snooze-menu.h"
#include "bridge-shared-list.h"
#include "bridge-today.h"
#include "bridge-today-row.h"
#include "bridge-win-entry.h"
#include "bridge-word-panel.h"
#include "bridge-words.h"

#define AHEAD_DAYS 1

struct _BridgeTodayPage
{
  AdwBin parent_instance;

  BridgeSpace *space;
  BridgeAgenda *agenda;
  guint minute_timeout; /* only while the page shows */
  guint idle;           /* what need not be in the first frame */

  GtkLabel *date_label;
  GtkLabel *line_label;
  GtkWidget *word_panel;
  GtkWidget *card;
  GtkWidget *asking_list;
  GtkWidget *empty_box;
  GtkLabel *empty_label;
  GtkWidget *catalogue_button;
  GtkWidget *later_box;
  GtkListBox *later_list;
  GtkWidget *waiting_box;
  GtkListBox *invitation_list;
  GtkWidget *unrecorded_box;
  GtkListBox *waiting_list;
  GtkWidget *near;
  GtkWidget *shared_list;
  GtkWidget *win_entry;
  GtkWidget *lighter_card;
  GtkWidget *memory;
};

G_DEFINE_FINAL_TYPE (BridgeTodayPage, bridge_today_page, ADW_TYPE_BIN)

static BridgeClock *
get_clock (BridgeTodayPage *self)
{
  return bridge_space_get_clock (self->space);
}

static char *
get_row_key (gpointer item)
{
  return g_strdup (bridge_occurrence_get_name (item));
}

static GtkWidget *
create_later_row (gpointer item,
                  gpointer user_data)
{
  return bridge_today_row_new (FALSE);
}

static GtkWidget *
create_waiting_row (gpointer item,
                    gpointer user_data)
{
  return bridge_today_row_new (TRUE);
}

static char *
get_invitation_key (gpointer item)
{
  return g_strdup (bridge_invitation_get_id (item));
}

static GtkWidget *
create_invitation_row (gpointer item,
                       gpointer user_data)
{
  GtkWidget *row = gtk_list_box_row_new ();

  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), bridge_invitation_card_new (BRIDGE_TODAY_PAGE (user_data)->space));
  return row;
}

static void
update_invitation_row (GtkWidget *row,
                       gpointer   item,
                       gpointer   user_data)
{
  BridgeTodayPage *self = user_data;
  g_autofree char *name = bridge_invitation_to_name (self->space, item);

  bridge_invitation_card_show (BRIDGE_INVITATION_CARD (gtk_list_box_row_get_child (GTK_LIST_BOX_ROW (row))), item);
  bridge_set_name (row, name);
}

/* Of what has no time "another day" means that whoever is asked comes back to it then: until then nothing asks them. */
static gboolean
asks_now (BridgeTodayPage  *self,
          BridgeInvitation *invitation)
{
  BridgeLocal now = bridge_clock_local_now (get_clock (self));
  BridgeLocal then = bridge_invitation_get_other_time (invitation);

  return !bridge_invitation_answer_stays (invitation) || then == BRIDGE_LOCAL_NONE ||
         bridge_local_get_day (then) <= bridge_local_get_day (now);
}

/* What whoever is here was asked. (transfer full) */
static GPtrArray *
list_asked (BridgeTodayPage *self)
{
  GListModel *invitations = bridge_space_get_invitations (self->space);
  BridgePerson *speaker = bridge_space_get_speaker (self->space);
  GPtrArray *asked = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; speaker != NULL && i < g_list_model_get_n_items (invitations); i++)
    {
      g_autoptr (BridgeInvitation) invitation = g_list_model_get_item (invitations, i);

      if (g_strcmp0 (bridge_invitation_get_waits_for (invitation), bridge_person_get_id (speaker)) == 0 &&
          asks_now (self, invitation))
        g_ptr_array_add (asked, g_steal_pointer (&invitation));
    }
  return asked;
}

static void
show_invitations (BridgeTodayPage *self)
{
  g_autoptr (GPtrArray) asked = list_asked (self);
  int position = -1;
  g_autoptr (GtkWidget) focused = NULL;

  if (bridge_rows_has_focus (self->invitation_list, &position))
    focused = g_object_ref (GTK_WIDGET (gtk_list_box_get_row_at_index (self->invitation_list, position)));
  bridge_rows_sync (self->invitation_list, asked, get_invitation_key, create_invitation_row, update_invitation_row, self);
  gtk_widget_set_visible (GTK_WIDGET (self->invitation_list), asked->len > 0);
  gtk_widget_set_visible (self->waiting_box, asked->len > 0 || gtk_widget_get_visible (self->unrecorded_box));
  /* Somebody has asked something: beginning something else is not what is suggested then. */
  if (gtk_widget_get_visible (self->waiting_box))
    gtk_widget_remove_css_class (self->catalogue_button, "suggested-action");
  else
    gtk_widget_add_css_class (self->catalogue_button, "suggested-action");

  /* On the next one, not on its "Yes": what was not read is not to be agreed to by one key too many. */
  if (focused != NULL && gtk_widget_get_parent (focused) == NULL && asked->len > 0)
    bridge_rows_focus (self->invitation_list, position);
}

static void
update_row (GtkWidget *row,
            gpointer   item,
            gpointer   user_data)
{
  BridgeTodayPage *self = user_data;

  bridge_today_row_show (BRIDGE_TODAY_ROW (row), self->space, item);
}

static void
show_rows (BridgeTodayPage     *self,
           GtkWidget           *box,
           GtkListBox          *list,
           GPtrArray           *items,
           BridgeRowCreateFunc  create)
{
  int position = 0;
  gboolean had_focus = bridge_rows_has_focus (list, &position);

  bridge_rows_sync (list, items, get_row_key, create, update_row, self);
  gtk_widget_set_visible (box, items->len > 0);
  if (had_focus && items->len > 0 && !bridge_rows_has_focus (list, &(int) { 0 }))
    bridge_rows_focus (list, position);
}

/* The agenda knows today; what comes after is asked for only when today has nothing more. */
static BridgeOccurrence *
find_next (BridgeTodayPage *self,
           BridgeTodayView *view)
{
  g_autoptr (GError) error = NULL;
  BridgeOccurrence *next = NULL;

  if (view->next != NULL)
    return g_object_ref (view->next);

  next = bridge_space_get_next (self->space, NULL, &error);
  if (error != NULL)
    g_debug ("next: %s", error->message);

  return next;
}

/* A moment that was kept and is so no longer was taken back. */
static void
update_word_panel (BridgeTodayPage *self)
{
  const char *name = bridge_word_panel_get_name (BRIDGE_WORD_PANEL (self->word_panel));
  g_autoptr (BridgeOccurrence) occurrence = NULL;

  if (name == NULL)
    return;

  occurrence = bridge_space_find_occurrence (self->space, name, NULL);
  if (occurrence == NULL || !bridge_outcome_is_kept (bridge_occurrence_get_outcome (occurrence)))
    bridge_word_panel_close (BRIDGE_WORD_PANEL (self->word_panel));
}

static void
show_empty (BridgeTodayPage *self,
            gboolean         empty)
{
  gboolean first = g_list_model_get_n_items (bridge_space_get_rituals (self->space)) == 0;

  gtk_widget_set_visible (self->empty_box, empty);
  gtk_widget_set_visible (GTK_WIDGET (self->empty_label), first);
}

/* On a day away on which nothing comes, and nothing was kept, the large line says that this is as it should be. */
static const char *
get_away_line (BridgeTodayPage  *self,
               BridgeTodayView  *view)
{
  BridgeAbsence *absence = bridge_space_get_absence_now (self->space);
  const char *who = NULL;
  BridgePerson *person = NULL;

  if (absence == NULL || view->next != NULL || view->kept > 0)
    return NULL;

  who = bridge_absence_get_who (absence);
  if (who != NULL && bridge_space_get_partner (self->space) != NULL)
    person = bridge_space_find_person (self->space, who);

  return bridge_absence_to_line (absence, person != NULL ? bridge_person_get_name (person) : NULL);
}

static BridgeTodayView *
make_view (BridgeTodayPage *self,
           gint64           now,
           BridgeLocal      local_now)
{
  BridgePerson *listener = bridge_space_get_listener (self->space);

  return bridge_today_view_new (G_LIST_MODEL (self->agenda), listener != NULL ? bridge_person_get_id (listener) : NULL,
                                now, local_now);
}

/* The focus goes on to what is next, or to where a win can be noted. */
static void
focus_next (BridgeTodayPage *self)
{
  if (!gtk_widget_get_mapped (self->card) || !gtk_widget_child_focus (self->card, GTK_DIR_TAB_FORWARD))
    gtk_widget_grab_focus (self->win_entry);
}

static void
refresh (BridgeTodayPage *self)
{
  g_autoptr (GTimeZone) zone = bridge_clock_dup_zone (get_clock (self)); /* read once for all that follows */
  gint64 now = bridge_clock_now (get_clock (self));
  BridgeLocal local_now = bridge_local_from_utc_ms (now, zone);
  g_autoptr (BridgeTodayView) view = make_view (self, now, local_now);
  g_autoptr (BridgeOccurrence) next = find_next (self, view);
  g_autofree char *date = bridge_words_date (local_now, local_now);
  g_autofree char *line = bridge_today_line (next, view->kept, now, local_now);
  const char *away = get_away_line (self, view);

  gtk_label_set_label (self->date_label, date);
  gtk_label_set_label (self->line_label, away != NULL ? away : line);

  if (next != NULL)
    bridge_occurrence_card_show (BRIDGE_OCCURRENCE_CARD (self->card), self->space, next,
                                 away != NULL || (view->next == NULL && view->kept > 0));
  gtk_widget_set_visible (self->card, next != NULL);
  show_empty (self, next == NULL);
  show_rows (self, self->later_box, self->later_list, view->later, create_later_row);
  show_rows (self, self->unrecorded_box, self->waiting_list, view->waiting, create_waiting_row);
  show_invitations (self);
  if (bridge_asking_list_update (BRIDGE_ASKING_LIST (self->asking_list)))
    focus_next (self);
  bridge_near_update (BRIDGE_NEAR (self->near));
  update_word_panel (self);
}

static void
minute_cb (gpointer user_data);

/* The words change with the minute, and only while somebody can see them. */
static void
arm_minute (BridgeTodayPage *self)
{
  gint64 now = bridge_clock_now (get_clock (self));
  guint left = (guint) (BRIDGE_MS_PER_MINUTE - now % BRIDGE_MS_PER_MINUTE);

  g_clear_handle_id (&self->minute_timeout, g_source_remove);
  self->minute_timeout = g_timeout_add_once (left + 20, minute_cb, self);
}

static void
minute_cb (gpointer user_data)
{
  BridgeTodayPage *self = user_data;

  self->minute_timeout = 0;
  refresh (self);
  arm_minute (self);
}

static gboolean
idle_cb (gpointer user_data)
{
  BridgeTodayPage *self = user_data;

  self->idle = 0;
  bridge_memory_update (BRIDGE_MEMORY (self->memory));
  bridge_lighter_card_update (BRIDGE_LIGHTER_CARD (self->lighter_card));

  return G_SOURCE_REMOVE;
}

static void
update_extras_later (BridgeTodayPage *self)
{
  if (self->idle == 0)
    self->idle = g_idle_add_full (G_PRIORITY_LOW, idle_cb, self, NULL);
}

static void
items_changed_cb (BridgeTodayPage *self)
{
  refresh (self);
}

static void
space_changed_cb (BridgeSpace     *space,
                  BridgeKinds      kinds,
                  gboolean         from_outside,
                  BridgeTodayPage *self)
{
  if (kinds & (BRIDGE_KIND_RITUALS | BRIDGE_KIND_OCCURRENCES | BRIDGE_KIND_PERSONS | BRIDGE_KIND_SETTINGS |
               BRIDGE_KIND_ABSENCES | BRIDGE_KIND_INVITATIONS | BRIDGE_KIND_REVIEWS | BRIDGE_KIND_PAUSES))
    refresh (self);
  if (kinds & (BRIDGE_KIND_WINS | BRIDGE_KIND_RITUALS | BRIDGE_KIND_OCCURRENCES | BRIDGE_KIND_SETTINGS |
               BRIDGE_KIND_ABSENCES))
    update_extras_later (self);
}

static void
woke_cb (BridgeTodayPage *self)
{
  refresh (self);
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    arm_minute (self);
}

/* The agenda tells how many there are today, this one too. */
static guint
count_kept_today (BridgeTodayPage *self)
{
  g_autoptr (BridgeTodayView) view =
    make_view (self, bridge_clock_now (get_clock (self)), bridge_clock_local_now (get_clock (self)));

  return view->kept;
}

static void
open_word (BridgeTodayPage *self,
           const char      *name)
{
  g_autoptr (BridgeOccurrence) occurrence = bridge_space_find_occurrence (self->space, name, NULL);

  if (occurrence != NULL && bridge_outcome_is_kept (bridge_occurrence_get_outcome (occurrence)))
    bridge_word_panel_open (BRIDGE_WORD_PANEL (self->word_panel), occurrence, count_kept_today (self));
}

static void
answer (BridgeTodayPage *self,
        const char      *name,
        BridgeOutcome    outcome)
{
  g_autofree char *kept_name = g_strdup (name); /* the widget that it belongs to may go */
  g_autoptr (GError) error = NULL;

  if (!bridge_space_answer (self->space, kept_name, outcome, &error))
    {
      bridge_feedback_show_error (GTK_WIDGET (self), error);
      return;
    }

  bridge_feedback_show_undo (GTK_WIDGET (self), self->space);
  open_word (self, kept_name);
}

static void
kept_action (GtkWidget  *widget,
             const char *action,
             GVariant   *parameter)
{
  answer (BRIDGE_TODAY_PAGE (widget), g_variant_get_string (parameter, NULL), BRIDGE_OUTCOME_KEPT);
}

static void
smaller_action (GtkWidget  *widget,
                const char *action,
                GVariant   *parameter)
{
  answer (BRIDGE_TODAY_PAGE (widget), g_variant_get_string (parameter, NULL), BRIDGE_OUTCOME_SMALLER);
}

static void
not_today_action (GtkWidget  *widget,
                  const char *action,
                  GVariant   *parameter)
{
  answer (BRIDGE_TODAY_PAGE (widget), g_variant_get_string (parameter, NULL), BRIDGE_OUTCOME_NOT_TODAY);
}

static void
snooze_action (GtkWidget  *widget,
               const char *action,
               GVariant   *parameter)
{
  BridgeTodayPage *self = BRIDGE_TODAY_PAGE (widget);
  g_autoptr (GError) error = NULL;
  const char *name;
  gint64 until;
  int snooze;

  g_variant_get (parameter, "(&si)", &name, &snooze);
  until = bridge_snooze_menu_get_until (self->space, snooze);
  if (until == 0)
    return;
  if (bridge_space_snooze (self->space, name, until, &error))
    bridge_snooze_menu_say (widget, self->space, until);
  else
    bridge_feedback_show_error (widget, error);
}

static void
bridge_today_page_map (GtkWidget *widget)
{
  BridgeTodayPage *self = BRIDGE_TODAY_PAGE (widget);

  refresh (self);
  arm_minute (self);
  update_extras_later (self);

  GTK_WIDGET_CLASS (bridge_today_page_parent_class)->map (widget);
}

static void
bridge_today_page_unmap (GtkWidget *widget)
{
  g_clear_handle_id (&BRIDGE_TODAY_PAGE (widget)->minute_timeout, g_source_remove);

  GTK_WIDGET_CLASS (bridge_today_page_parent_class)->unmap (widget);
}

static void
bridge_today_page_dispose (GObject *object)
{
  BridgeTodayPage *self = BRIDGE_TODAY_PAGE (object);

  g_clear_handle_id (&self->minute_timeout, g_source_remove);
  g_clear_handle_id (&self->idle, g_source_remove);
  adw_bin_set_child (ADW_BIN (object), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), BRIDGE_TYPE_TODAY_PAGE);
  g_clear_object (&self->agenda);
  g_clear_object (&self->space);

  G_OBJECT_CLASS (bridge_today_page_parent_class)->dispose (object);
}

static void
bridge_today_page_class_init (BridgeTodayPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = bridge_today_page_dispose;
  widget_class->map = bridge_today_page_map;
  widget_class->unmap = bridge_today_page_unmap;

  gtk_widget_class_install_action (widget_class, "today.kept", "s", kept_action);
  gtk_widget_class_install_action (widget_class, "today.smaller", "s", smaller_action);
  gtk_widget_class_install_action (widget_class, "today.not-today", "s", not_today_action);
  gtk_widget_class_install_action (widget_class, "today.snooze", "(si)", snooze_action);

  g_type_ensure (BRIDGE_TYPE_ASKING_LIST);
  g_type_ensure (BRIDGE_TYPE_LIGHTER_CARD);
  g_type_ensure (BRIDGE_TYPE_MEMORY);
  g_type_ensure (BRIDGE_TYPE_NEAR);
  g_type_ensure (BRIDGE_TYPE_OCCURRENCE_CARD);
  g_type_ensure (BRIDGE_TYPE_SHARED_LIST);
  g_type_ensure (BRIDGE_TYPE_WIN_ENTRY);
  g_type_ensure (BRIDGE_TYPE_WORD_PANEL);
  gtk_widget_class_set_template_from_resource (widget_class, APP_PATH "/ui/today-page.ui");
  gtk_widget_class_bind_template_child (widget_class, BridgeTodayPage, date_label);
  gtk_widget_class_bind_template_child (widget_class, BridgeTodayPage, line_label);
  gtk_widget_class_bind_template_child (widget_class, BridgeTodayPage, word_panel);
  gtk_widget_class_bind_template_child (widget_class, BridgeTodayPage, card);
  gtk_widget_class_bind_template_child (widget_class, BridgeTodayPage, asking_list);
  gtk_widget_class_bind_template_child (widget_class, BridgeTodayPage, empty_box);
  gtk_widget_class_bind_template_child (widget_class, BridgeTodayPage, empty_label);
  gtk_widget_class_bind_template_child (widget_class, BridgeTodayPage, catalogue_button);
  gtk_widget_class_bind_template_child (widget_class, BridgeTodayPage, later_box);
  gtk_widget_class_bind_template_child (widget_class, BridgeTodayPage, later_list);
  gtk_widget_class_bind_template_child (widget_class, BridgeTodayPage, waiting_box);
  gtk_widget_class_bind_template_child (widget_class, BridgeTodayPage, waiting_list);
  gtk_widget_class_bind_template_child (widget_class, BridgeTodayPage, near);
  gtk_widget_class_bind_template_child (widget_class, BridgeTodayPage, shared_list);
  gtk_widget_class_bind_template_child (widget_class, BridgeTodayPage, invitation_list);
  gtk_widget_class_bind_template_child (widget_class, BridgeTodayPage, unrecorded_box);
  gtk_widget_class_bind_template_child (widget_class, BridgeTodayPage, win_entry);
  gtk_widget_class_bind_template_child (widget_class, BridgeTodayPage, lighter_card);
  gtk_widget_class_bind_template_child (widget_class, BridgeTodayPage, memory);
}

static void
bridge_today_page_init (BridgeTodayPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * bridge_today_page_new:
 * @space: the space
 *
 * What is next, with the answers in place; what comes later; what waits; and a place for a small win.
 *
 * Returns: (transfer floating): the widget
 */
GtkWidget *
bridge_today_page_new (BridgeSpace *space)
{
  BridgeTodayPage *self = g_object_new (BRIDGE_TYPE_TODAY_PAGE, NULL);

  self->space = g_object_ref (space);
  self->agenda = bridge_agenda_new (space, BRIDGE_TODAY_BACK_DAYS, AHEAD_DAYS);
  bridge_asking_list_set_space (BRIDGE_ASKING_LIST (self->asking_list), space);
  bridge_near_set_space (BRIDGE_NEAR (self->near), space);
  bridge_shared_list_set_space (BRIDGE_SHARED_LIST (self->shared_list), space, BRIDGE_SHARED_LIST_WAITING);
  bridge_win_entry_set_space (BRIDGE_WIN_ENTRY (self->win_entry), space);
  bridge_word_panel_set_space (BRIDGE_WORD_PANEL (self->word_panel), space);
  bridge_lighter_card_set_space (BRIDGE_LIGHTER_CARD (self->lighter_card), space);
  bridge_memory_set_space (BRIDGE_MEMORY (self->memory), space);

  g_signal_connect_object (self->word_panel, "closing", G_CALLBACK (focus_next), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->agenda, "items-changed", G_CALLBACK (items_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (space, "changed", G_CALLBACK (space_changed_cb), self, 0);
  g_signal_connect_object (space, "notify::speaker", G_CALLBACK (refresh), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (get_clock (self), "woke", G_CALLBACK (woke_cb), self, G_CONNECT_SWAPPED);
  refresh (self);

  return GTK_WIDGET (self);
}

/**
 * bridge_today_page_open_word:
 * @self: the page
 * @name: of an occurrence
 *
 * Offers to add a word about a moment that was kept, by a notification for one.
 */
void
bridge_today_page_open_word (BridgeTodayPage *self,
                             const char      *name)
{
  open_word (self, name);
}

/**
 * bridge_today_page_open_promise:
 * @self: the page
 * @id: of a promise
 *
 * Goes to a promise, and asks for another date where that is for whoever is speaking.
 */
void
bridge_today_page_open_promise (BridgeTodayPage *self,
                                const char      *id)
{
  g_autoptr (BridgePromise) promise = bridge_space_find_promise (self->space, id, NULL);

  /* What is further off stands in the list of all. */
  if (!bridge_near_open (BRIDGE_NEAR (self->near), id) && promise != NULL)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.promises", NULL);
}

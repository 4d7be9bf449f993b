/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "bridge-celebrate-page"

#include "config.h"

#include "bridge-page.h"

#include <glib/gi18n-lib.h>

#include "bridge-feedback.h"
#include "bridge-log-filter.h"
#include "bridge-log-view.h"
#include "bridge-memory.h"
#include "bridge-on-this-day.h"
#include "bridge-paged-list.h"
#include "bridge-milestone-pages.h"
#include "bridge-milestones.h"
#include "bridge-season-heading.h"
#include "bridge-space-look-back.h"
#include "bridge-win-entry.h"

struct _BridgeCelebratePage
{
  AdwBin parent_instance;

  BridgeSpace *space;
  BridgePagedList *wins;

  GtkWidget *win_entry;
  GtkWidget *search_button;
  GtkSearchBar *search_bar;
  BridgeLogFilter *filter;
  GtkStack *stack;
  BridgeLogView *log_view;
  AdwBin *empty_place;
  GtkWidget *log_place; /* in the first row of the log */
  AdwStatusPage *nothing_page;
  AdwStatusPage *error_page;

  /* What stands above the log: one widget that goes into the first row, or onto the empty page. */
  GtkWidget *head;
  BridgeSeasonHeading *season_heading;
  GtkBox *milestones; /* the place for them */
  BridgeMilestonePages *pages;
  BridgeOnThisDay *on_this_day;
  BridgeMemory *memory;
};

G_DEFINE_FINAL_TYPE (BridgeCelebratePage, bridge_celebrate_page, ADW_TYPE_BIN)

/* The head is at the top of the log, or of the empty page; what was found has none. */
static void
place_head (BridgeCelebratePage *self)
{
  gboolean empty = g_strcmp0 (gtk_stack_get_visible_child_name (self->stack), "empty") == 0;
  AdwBin *place = empty ? self->empty_place : ADW_BIN (self->log_place);
  GtkWidget *parent = gtk_widget_get_parent (self->head);

  bridge_log_view_set_head (self->log_view, bridge_log_filter_is_set (self->filter) ? NULL : self->log_place);
  bridge_log_view_name_head (self->log_view, bridge_season_heading_get_words (self->season_heading));
  if (parent == GTK_WIDGET (place))
    return;

  if (parent != NULL)
    adw_bin_set_child (ADW_BIN (parent), NULL);
  adw_bin_set_child (place, self->head);
}

static void
update_season (BridgeCelebratePage *self)
{
  BridgeClock *clock = bridge_space_get_clock (self->space);
  g_autofree char *zone_id = bridge_clock_dup_zone_id (clock);
  g_autoptr (GError) error = NULL;
  guint moments = 0;
  BridgeLocal from, to;
  BridgeSeason season;

  season = bridge_season_at (bridge_clock_local_now (clock), zone_id, &from, &to);
  if (!bridge_space_count_moments (self->space, from, to, &moments, &error))
    {
      bridge_feedback_show_error (GTK_WIDGET (self), error);
      return;
    }

  bridge_season_heading_set_moments (self->season_heading, season, moments,
                                     bridge_space_get_partner (self->space) != NULL);
  bridge_log_view_name_head (self->log_view, bridge_season_heading_get_words (self->season_heading));
}

static void
update_head (BridgeCelebratePage *self)
{
  update_season (self);
  bridge_on_this_day_update (self->on_this_day);
  bridge_memory_update (self->memory);
}

static void
update_stack (BridgeCelebratePage *self)
{
  g_autofree char *problem = NULL;
  const char *page = "log";

  g_object_get (self->wins, "error-message", &problem, NULL);
  if (problem != NULL)
    page = "error";
  else if (g_list_model_get_n_items (G_LIST_MODEL (self->wins)) == 0)
    page = bridge_log_filter_is_set (self->filter) ? "nothing" : "empty";

  if (problem != NULL)
    {
      g_autofree char *markup = g_markup_escape_text (problem, -1);

      adw_status_page_set_description (self->error_page, markup);
    }
  adw_status_page_set_description (self->nothing_page, bridge_log_filter_get_advice (self->filter));
  gtk_stack_set_visible_child_name (self->stack, page);
  bridge_log_filter_show_found (self->filter, g_list_model_get_n_items (G_LIST_MODEL (self->wins)));
  place_head (self);
}

static void
items_changed_cb (BridgeCelebratePage *self)
{
  if (!bridge_paged_list_get_reading (self->wins))
    update_stack (self);
}

static void
error_message_cb (BridgePagedList     *wins,
                  GParamSpec          *pspec,
                  BridgeCelebratePage *self)
{
  update_stack (self);
}

static void
space_changed_cb (BridgeSpace         *space,
                  BridgeKinds          kinds,
                  gboolean             from_outside,
                  BridgeCelebratePage *self)
{
  if (kinds & (BRIDGE_KIND_PERSONS | BRIDGE_KIND_RITUALS | BRIDGE_KIND_MILESTONES))
    {
      bridge_log_filter_update (self->filter);
      update_stack (self);
    }
  if (kinds & (BRIDGE_KIND_PERSONS | BRIDGE_KIND_RITUALS | BRIDGE_KIND_PROMISES | BRIDGE_KIND_MILESTONES))
    bridge_log_view_refresh (self->log_view);
  if (kinds & (BRIDGE_KIND_PERSONS | BRIDGE_KIND_RITUALS | BRIDGE_KIND_OCCURRENCES | BRIDGE_KIND_WINS))
    update_head (self);
  else if (kinds & BRIDGE_MOMENT_KINDS)
    update_season (self);
}

/* What one of them has alone is shown to them alone. */
static void
speaker_cb (BridgeCelebratePage *self)
{
  bridge_log_filter_update (self->filter);
  bridge_log_view_refresh (self->log_view);
}

static void
woke_cb (BridgeClock         *clock,
         BridgeWake           reason,
         BridgeCelebratePage *self)
{
  update_head (self);
}

/* A long log is read in a thread; until then what was there stays. */
static void
apply_filter (BridgeCelebratePage *self)
{
  BridgeWinQuery query;

  bridge_log_filter_get_query (self->filter, &query);
  bridge_paged_list_set_query (self->wins, &query);
  items_changed_cb (self);
}

static void
filter_changed_cb (BridgeCelebratePage *self)
{
  if (self->wins != NULL)
    apply_filter (self);
}

static gboolean
has_focus_in (BridgeCelebratePage *self,
              GtkWidget           *part)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  return focus != NULL && gtk_widget_is_ancestor (focus, part);
}

/* A filter that cannot be seen would be a riddle. The focus goes to what opens the search again. */
static void
search_mode_cb (BridgeCelebratePage *self)
{
  if (gtk_search_bar_get_search_mode (self->search_bar))
    return;
  if (has_focus_in (self, GTK_WIDGET (self->search_bar)))
    gtk_widget_grab_focus (self->search_button);
  bridge_log_filter_clear (self->filter);
}

/* The bar itself leaves the search only from where one types; its menus have closed before. */
static gboolean
escape_cb (GtkWidget *widget,
           GVariant  *arguments,
           gpointer   user_data)
{
  BridgeCelebratePage *self = BRIDGE_CELEBRATE_PAGE (widget);

  if (!gtk_search_bar_get_search_mode (self->search_bar) ||
      !(has_focus_in (self, GTK_WIDGET (self->search_bar)) || has_focus_in (self, GTK_WIDGET (self->stack))))
    return GDK_EVENT_PROPAGATE;
  gtk_search_bar_set_search_mode (self->search_bar, FALSE);
  return GDK_EVENT_STOP;
}

static void
all_clicked_cb (BridgeCelebratePage *self)
{
  bridge_log_filter_clear (self->filter);
  gtk_widget_grab_focus (GTK_WIDGET (bridge_log_filter_get_entry (self->filter)));
}

static void
again_clicked_cb (BridgeCelebratePage *self)
{
  bridge_paged_list_reload (self->wins);
  update_stack (self);
}

static void
first_clicked_cb (BridgeCelebratePage *self)
{
  gtk_widget_grab_focus (self->win_entry);
}

static void
activate_cb (BridgeLogView       *log_view,
             BridgeWin           *win,
             BridgeCelebratePage *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *editor;

  if (!GTK_IS_WINDOW (root) || bridge_space_get_read_only (self->space))
    return;

  editor = bridge_win_editor_new (self->space, win, GTK_WINDOW (root));
  gtk_window_present (GTK_WINDOW (editor));
}

/* The row that has the focus, or has it inside. */
static GtkWidget *
find_focused_row (BridgeCelebratePage *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  GtkWidget *row;

  if (focus == NULL)
    return NULL;

  row = gtk_widget_get_ancestor (focus, BRIDGE_TYPE_LOG_ROW);

  return row != NULL ? GTK_WIDGET (bridge_log_row_get_win_row (BRIDGE_LOG_ROW (row))) : NULL;
}

static gboolean
row_shortcut_cb (GtkWidget *widget,
                 GVariant  *args,
                 gpointer   user_data)
{
  GtkWidget *page = gtk_widget_get_ancestor (widget, BRIDGE_TYPE_CELEBRATE_PAGE);
  BridgeCelebratePage *self = BRIDGE_CELEBRATE_PAGE (page);
  GtkWidget *row = find_focused_row (self);
  const char *action = g_variant_get_string (args, NULL);

  if (row == NULL || (bridge_space_get_read_only (self->space) && !g_str_equal (action, "win-row.menu")))
    return GDK_EVENT_PROPAGATE;

  gtk_widget_activate_action (row, action, NULL);
  if (!g_str_equal (action, "win-row.menu"))
    gtk_widget_grab_focus (GTK_WIDGET (self->log_view));

  return GDK_EVENT_STOP;
}

static void
add_row_shortcut (GtkEventController *controller,
                  const char         *keys,
                  const char         *action)
{
  GtkShortcut *shortcut = gtk_shortcut_new (gtk_shortcut_trigger_parse_string (keys),
                                            gtk_callback_action_new (row_shortcut_cb, NULL, NULL));

  gtk_shortcut_set_arguments (shortcut, g_variant_new_string (action));
  gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (controller), shortcut);
}

static void
set_up_head (BridgeCelebratePage *self)
{
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *season = bridge_season_heading_new ();
  GtkWidget *milestones = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *on_this_day = bridge_on_this_day_new (self->space);
  GtkWidget *memory = bridge_memory_new ();

  bridge_memory_set_space (BRIDGE_MEMORY (memory), self->space);
  gtk_widget_set_margin_top (memory, 12);
  gtk_box_append (GTK_BOX (head), season);
  gtk_box_append (GTK_BOX (head), milestones);
  gtk_box_append (GTK_BOX (head), on_this_day);
  gtk_box_append (GTK_BOX (head), memory);
  self->head = g_object_ref_sink (head);
  self->log_place = g_object_ref_sink (adw_bin_new ());
  self->season_heading = BRIDGE_SEASON_HEADING (season);
  self->milestones = GTK_BOX (milestones);
  self->on_this_day = BRIDGE_ON_THIS_DAY (on_this_day);
  self->memory = BRIDGE_MEMORY (memory);
}

static void
set_up_list (BridgeCelebratePage *self)
{
  const BridgeWinQuery query = { .kind = -1 };

  self->wins = BRIDGE_PAGED_LIST (bridge_space_list_wins (self->space, &query));
  bridge_paged_list_set_in_thread (self->wins, TRUE);
  bridge_log_view_set_wins (self->log_view, self->space, self->wins);
  g_signal_connect_object (self->wins, "items-changed", G_CALLBACK (items_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->wins, "notify::reading", G_CALLBACK (items_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->wins, "notify::error-message", G_CALLBACK (error_message_cb), self, 0);
}

static void
bridge_celebrate_page_dispose (GObject *object)
{
  BridgeCelebratePage *self = BRIDGE_CELEBRATE_PAGE (object);

  if (self->log_view != NULL)
    {
      bridge_log_view_set_head (self->log_view, NULL);
      bridge_log_view_set_wins (self->log_view, NULL, NULL);
    }
  g_clear_object (&self->wins);
  adw_bin_set_child (ADW_BIN (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), BRIDGE_TYPE_CELEBRATE_PAGE);
  g_clear_object (&self->log_place);
  g_clear_object (&self->head);
  g_clear_object (&self->space);

  G_OBJECT_CLASS (bridge_celebrate_page_parent_class)->dispose (object);
}

static void
bridge_celebrate_page_class_init (BridgeCelebratePageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = bridge_celebrate_page_dispose;
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Escape, 0, escape_cb, NULL);

  g_type_ensure (BRIDGE_TYPE_LOG_FILTER);
  g_type_ensure (BRIDGE_TYPE_LOG_VIEW);
  g_type_ensure (BRIDGE_TYPE_WIN_ENTRY);
  gtk_widget_class_set_template_from_resource (widget_class, APP_PATH "/ui/celebrate-page.ui");
  gtk_widget_class_bind_template_child (widget_class, BridgeCelebratePage, win_entry);
  gtk_widget_class_bind_template_child (widget_class, BridgeCelebratePage, search_button);
  gtk_widget_class_bind_template_child (widget_class, BridgeCelebratePage, search_bar);
  gtk_widget_class_bind_template_child (widget_class, BridgeCelebratePage, filter);
  gtk_widget_class_bind_template_child (widget_class, BridgeCelebratePage, stack);
  gtk_widget_class_bind_template_child (widget_class, BridgeCelebratePage, log_view);
  gtk_widget_class_bind_template_child (widget_class, BridgeCelebratePage, empty_place);
  gtk_widget_class_bind_template_child (widget_class, BridgeCelebratePage, nothing_page);
  gtk_widget_class_bind_template_child (widget_class, BridgeCelebratePage, error_page);
  gtk_widget_class_bind_template_callback (widget_class, search_mode_cb);
  gtk_widget_class_bind_template_callback (widget_class, filter_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, all_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, again_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, first_clicked_cb);
}

static void
bridge_celebrate_page_init (BridgeCelebratePage *self)
{
  GtkEventController *shortcuts = gtk_shortcut_controller_new ();

  gtk_widget_init_template (GTK_WIDGET (self));

  gtk_search_bar_connect_entry (self->search_bar, bridge_log_filter_get_entry (self->filter));

  add_row_shortcut (shortcuts, "Delete|KP_Delete", "win-row.remove");
  add_row_shortcut (shortcuts, "s", "win-row.star");
  add_row_shortcut (shortcuts, "Menu|<Shift>F10", "win-row.menu");
  gtk_widget_add_controller (GTK_WIDGET (self->log_view), shortcuts);
}

/**
 * bridge_celebrate_page_new:
 * @space: the space
 *
 * The log of small wins, under the season's bridge.
 *
 * Returns: (transfer floating): the page
 */
GtkWidget *
bridge_celebrate_page_new (BridgeSpace *space)
{
  BridgeCelebratePage *self = g_object_new (BRIDGE_TYPE_CELEBRATE_PAGE, NULL);

  self->space = g_object_ref (space);
  bridge_win_entry_set_space (BRIDGE_WIN_ENTRY (self->win_entry), space);
  bridge_log_filter_set_space (self->filter, space);
  set_up_head (self);
  set_up_list (self);
  g_signal_connect_object (space, "changed", G_CALLBACK (space_changed_cb), self, 0);
  g_signal_connect_object (space, "notify::speaker", G_CALLBACK (speaker_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (bridge_space_get_clock (space), "woke", G_CALLBACK (woke_cb), self, 0);
  gtk_widget_set_margin_top (GTK_WIDGET (self->milestones), 12);
  gtk_box_append (self->milestones, bridge_milestones_new (space));
  self->pages = bridge_milestone_pages_wrap (ADW_BIN (self), space);
  update_head (self);
  update_stack (self);

  return GTK_WIDGET (self);
}

/**
 * bridge_celebrate_page_open_milestone:
 * @self: the page
 * @id: of a milestone
 *
 * Opens a milestone, where it is there and shown to whoever is here.
 */
void
bridge_celebrate_page_open_milestone (BridgeCelebratePage *self,
                                      const char          *id)
{
  bridge_milestone_pages_open (self->pages, id);
}

/**
 * bridge_celebrate_page_go_back:
 * @self: the page
 *
 * Goes from a milestone to the log.
 *
 * Returns: %FALSE where it is the log already
 */
gboolean
bridge_celebrate_page_go_back (BridgeCelebratePage *self)
{
  return bridge_milestone_pages_go_back (self->pages);
}

/**
 * bridge_celebrate_page_focus_search:
 * @self: the page
 *
 * Opens the search and puts the cursor there.
 */
void
bridge_celebrate_page_focus_search (BridgeCelebratePage *self)
{
  bridge_milestone_pages_go_back (self->pages);
  gtk_search_bar_set_search_mode (self->search_bar, TRUE);
  gtk_widget_grab_focus (GTK_WIDGET (bridge_log_filter_get_entry (self->filter)));
}

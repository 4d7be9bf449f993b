/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "bridge-celebrate-page"

#include "config.h"

#include "bridge-page.h"

#include <glib/gi18n-lib.h>

#include "bridge-feedback.h"
#include "bridge-log-filter.h"
#include "bridge-memory.h"
#include "bridge-on-this-day.h"
#include "bridge-paged-list.h"
#include "bridge-milestone-pages.h"
#include "bridge-milestones.h"
#include "bridge-season-heading.h"
#include "bridge-win-entry.h"
#include "bridge-win-slot.h"

/* How many rows are filled when a list view begins to bind, and after how many microseconds it has ended. */
#define BEGIN_ROWS 8
#define BURST_US 12000

struct _BridgeCelebratePage
{
  AdwBin parent_instance;

  BridgeSpace *space;
  BridgePagedList *wins;
  GListStore *top;       /* one item for the head, none while searching */
  GPtrArray *bound;      /* (element-type GtkListItem) (unowned) rows that the list view has made, more than can be seen */
  guint fill_id;         /* of the tick that fills what is still empty */
  gint64 burst_began;    /* monotonic: when the view began to bind rows */
  guint burst_rows;      /* how many were filled since */
  gboolean applying;     /* something else is looked for: the list is empty for a moment */

  GtkWidget *win_entry;
  GtkSearchBar *search_bar;
  BridgeLogFilter *filter;
  GtkStack *stack;
  GtkListView *list_view;
  AdwBin *empty_place;
  AdwBin *row_place; /* (nullable) (unowned) in the first row, while there is one on the screen */
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

/* Where @position of the list stands among the wins; FALSE for the head. */
static gboolean
get_win_position (BridgeCelebratePage *self,
                  guint                position,
                  guint               *win_position)
{
  guint above = g_list_model_get_n_items (G_LIST_MODEL (self->top));

  if (position == GTK_INVALID_LIST_POSITION || position < above)
    return FALSE;

  *win_position = position - above;

  return TRUE;
}

/* A row of the list does not live as long as the head does, so the head only visits it. */
static void
place_head (BridgeCelebratePage *self)
{
  GtkWidget *parent = gtk_widget_get_parent (self->head);
  gboolean empty = g_strcmp0 (gtk_stack_get_visible_child_name (self->stack), "empty") == 0;
  AdwBin *place = empty ? self->empty_place : self->row_place;

  if (parent == GTK_WIDGET (place))
    return;

  if (parent != NULL)
    adw_bin_set_child (ADW_BIN (parent), NULL);
  if (place != NULL)
    adw_bin_set_child (place, self->head);
}

/* The row around the head has to have a name, too. */
static void
name_row (BridgeCelebratePage *self)
{
  if (self->row_place != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (gtk_widget_get_parent (GTK_WIDGET (self->row_place))),
                                    GTK_ACCESSIBLE_PROPERTY_LABEL,
                                    bridge_season_heading_get_words (self->season_heading), -1);
}

static void
fill (GtkListItem *list_item)
{
  BridgeWinSlot *slot = BRIDGE_WIN_SLOT (gtk_list_item_get_child (list_item));
  g_autofree char *words = NULL;

  bridge_win_slot_fill (slot);
  /* The focus is on the item around the row, so that is what has to have the name. */
  words = bridge_win_row_dup_words (bridge_win_slot_get_row (slot));
  gtk_accessible_update_property (GTK_ACCESSIBLE (gtk_widget_get_parent (GTK_WIDGET (slot))),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
}

/* How far a row is from what can be seen, in pixels. */
static float
get_distance (BridgeCelebratePage *self,
              GtkWidget           *slot)
{
  float height = (float) gtk_widget_get_height (GTK_WIDGET (self->list_view));
  graphene_rect_t bounds;

  if (!gtk_widget_compute_bounds (slot, GTK_WIDGET (self->list_view), &bounds))
    return G_MAXFLOAT;

  return MAX (0, MAX (-(bounds.origin.y + bounds.size.height), bounds.origin.y - height));
}

/* What can be seen at once, and what is near a row a frame. What is far away stays empty. */
static gboolean
fill_cb (GtkWidget     *widget,
         GdkFrameClock *clock,
         gpointer       user_data)
{
  BridgeCelebratePage *self = user_data;
  GtkListItem *near = NULL;
  gboolean again = FALSE;
  float least = (float) gtk_widget_get_height (GTK_WIDGET (self->list_view));

  for (guint i = 0; i < self->bound->len; i++)
    {
      GtkListItem *list_item = g_ptr_array_index (self->bound, i);
      GtkWidget *slot = gtk_list_item_get_child (list_item);
      float distance;

      if (!BRIDGE_IS_WIN_SLOT (slot) || bridge_win_slot_is_filled (BRIDGE_WIN_SLOT (slot)))
        continue;

      /* It has no place yet. */
      if (gtk_widget_get_height (slot) == 0)
        {
          again = TRUE;
          continue;
        }

      distance = get_distance (self, slot);
      if (distance <= 0)
        {
          fill (list_item);
        }
      else if (distance < least)
        {
          least = distance;
          near = list_item;
        }
    }

  if (near != NULL)
    fill (near);
  if (near != NULL || again)
    return G_SOURCE_CONTINUE;

  self->fill_id = 0;

  return G_SOURCE_REMOVE;
}

static void
fill_soon (BridgeCelebratePage *self)
{
  if (self->fill_id == 0)
    self->fill_id = gtk_widget_add_tick_callback (GTK_WIDGET (self->list_view), fill_cb, self, NULL);
}

/* A list view binds two hundred rows in a row after a leap, or when something else is looked for: those that it begins with
 * are filled, the others later. */
static void
bind_win (BridgeCelebratePage *self,
          GtkListItem         *list_item,
          BridgeWin           *win)
{
  GtkWidget *slot = gtk_list_item_get_child (list_item);
  gint64 now = g_get_monotonic_time ();
  guint position = 0;

  if (!BRIDGE_IS_WIN_SLOT (slot))
    {
      slot = bridge_win_slot_new (self->space);
      gtk_list_item_set_child (list_item, slot);
    }

  gtk_list_item_set_activatable (list_item, TRUE);
  bridge_win_slot_set_win (BRIDGE_WIN_SLOT (slot), win,
                           get_win_position (self, gtk_list_item_get_position (list_item), &position)
                           && bridge_paged_list_starts_group (self->wins, position));

  if (now - self->burst_began > BURST_US)
    {
      self->burst_began = now;
      self->burst_rows = 0;
    }
  if (self->burst_rows++ < BEGIN_ROWS)
    fill (list_item);
  else
    fill_soon (self);
}

static void
bind_cb (GtkSignalListItemFactory *factory,
         GtkListItem              *list_item,
         BridgeCelebratePage      *self)
{
  gpointer item = gtk_list_item_get_item (list_item);
  GtkWidget *place;

  g_ptr_array_add (self->bound, list_item);
  if (BRIDGE_IS_WIN (item))
    {
      bind_win (self, list_item, item);
      return;
    }

  place = adw_bin_new ();
  gtk_list_item_set_child (list_item, place);
  gtk_list_item_set_activatable (list_item, FALSE);
  self->row_place = ADW_BIN (place);
  place_head (self);
  name_row (self);
}

static void
unbind_cb (GtkSignalListItemFactory *factory,
           GtkListItem              *list_item,
           BridgeCelebratePage      *self)
{
  GtkWidget *row = gtk_list_item_get_child (list_item);

  g_ptr_array_remove_fast (self->bound, list_item);
  if (BRIDGE_IS_WIN_SLOT (row))
    bridge_win_slot_set_win (BRIDGE_WIN_SLOT (row), NULL, FALSE);
  else if (row != NULL && row == GTK_WIDGET (self->row_place))
    {
      self->row_place = NULL;
      place_head (self);
    }
}

/* A row that stays as it is may still get a month's heading, or lose it to one that came in above. */
static void
update_headings (BridgeCelebratePage *self)
{
  for (guint i = 0; i < self->bound->len; i++)
    {
      GtkListItem *list_item = g_ptr_array_index (self->bound, i);
      GtkWidget *row = gtk_list_item_get_child (list_item);
      guint position;

      if (BRIDGE_IS_WIN_SLOT (row)
          && get_win_position (self, gtk_list_item_get_position (list_item), &position))
        bridge_win_slot_set_starts_month (BRIDGE_WIN_SLOT (row),
                                          bridge_paged_list_starts_group (self->wins, position));
    }
}

static void
update_season (BridgeCelebratePage *self)
{
  BridgeClock *clock = bridge_space_get_clock (self->space);
  g_autofree char *zone_id = bridge_clock_dup_zone_id (clock);
  g_autoptr (GError) error = NULL;
  guint kept = 0, smaller = 0, noted = 0;
  BridgeLocal from, to;
  BridgeSeason season;

  season = bridge_season_at (bridge_clock_local_now (clock), zone_id, &from, &to);
  if (!bridge_space_count_kept (self->space, NULL, from, to, &kept, &smaller, &error)
      || !bridge_space_count_wins (self->space, from, to, &noted, &error))
    {
      bridge_feedback_show_error (GTK_WIDGET (self), error);
      return;
    }

  bridge_season_heading_set_moments (self->season_heading, season, kept + smaller + noted,
                                     bridge_space_get_partner (self->space) != NULL);
  name_row (self);
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
  gtk_stack_set_visible_child_name (self->stack, page);
  bridge_log_filter_show_found (self->filter, g_list_model_get_n_items (G_LIST_MODEL (self->wins)));
  place_head (self);
}

static void
items_changed_cb (GListModel          *model,
                  guint                position,
                  guint                removed,
                  guint                added,
                  BridgeCelebratePage *self)
{
  if (self->applying)
    return;

  update_headings (self);
  update_stack (self);
}

static void
error_message_cb (BridgePagedList     *wins,
                  GParamSpec          *pspec,
                  BridgeCelebratePage *self)
{
  update_stack (self);
}

/* Names, titles and who is here are part of the rows, too. */
static void
rebind_rows (BridgeCelebratePage *self)
{
  for (guint i = 0; i < self->bound->len; i++)
    {
      GtkListItem *list_item = g_ptr_array_index (self->bound, i);
      gpointer item = gtk_list_item_get_item (list_item);

      if (BRIDGE_IS_WIN (item))
        bind_win (self, list_item, item);
    }
}

static void
space_changed_cb (BridgeSpace         *space,
                  BridgeKinds          kinds,
                  gboolean             from_outside,
                  BridgeCelebratePage *self)
{
  if (kinds & (BRIDGE_KIND_PERSONS | BRIDGE_KIND_RITUALS))
    {
      bridge_log_filter_update (self->filter);
      update_stack (self);
    }
  if (kinds & (BRIDGE_KIND_PERSONS | BRIDGE_KIND_RITUALS | BRIDGE_KIND_PROMISES))
    rebind_rows (self);
  if (kinds & (BRIDGE_KIND_PERSONS | BRIDGE_KIND_RITUALS | BRIDGE_KIND_OCCURRENCES | BRIDGE_KIND_WINS))
    update_head (self);
}

static void
woke_cb (BridgeClock         *clock,
         BridgeWake           reason,
         BridgeCelebratePage *self)
{
  update_head (self);
}

static void
apply_filter (BridgeCelebratePage *self)
{
  guint above = g_list_model_get_n_items (G_LIST_MODEL (self->top));
  gboolean filtered = bridge_log_filter_is_set (self->filter);
  BridgeWinQuery query;

  if (filtered && above > 0)
    g_list_store_remove_all (self->top);

  bridge_log_filter_get_query (self->filter, &query);
  self->applying = TRUE;
  bridge_paged_list_set_query (self->wins, &query);
  self->applying = FALSE;

  if (!filtered && above == 0)
    {
      g_autoptr (GObject) marker = g_object_new (G_TYPE_OBJECT, NULL);

      g_list_store_append (self->top, marker);
    }

  update_headings (self);
  update_stack (self);
}

static void
filter_changed_cb (BridgeCelebratePage *self)
{
  if (self->wins != NULL)
    apply_filter (self);
}

/* A filter that cannot be seen would be a riddle. */
static void
search_mode_cb (BridgeCelebratePage *self)
{
  if (!gtk_search_bar_get_search_mode (self->search_bar))
    bridge_log_filter_clear (self->filter);
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
activate_cb (GtkListView         *list_view,
             guint                position,
             BridgeCelebratePage *self)
{
  GListModel *model = G_LIST_MODEL (gtk_list_view_get_model (list_view));
  g_autoptr (GObject) item = g_list_model_get_item (model, position);
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *editor;

  if (!BRIDGE_IS_WIN (item) || !GTK_IS_WINDOW (root) || bridge_space_get_read_only (self->space))
    return;

  editor = bridge_win_editor_new (self->space, BRIDGE_WIN (item), GTK_WINDOW (root));
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

  row = gtk_widget_get_ancestor (focus, BRIDGE_TYPE_WIN_ROW);
  if (row == NULL && BRIDGE_IS_WIN_SLOT (gtk_widget_get_first_child (focus)))
    row = GTK_WIDGET (bridge_win_slot_get_row (BRIDGE_WIN_SLOT (gtk_widget_get_first_child (focus))));

  return row;
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

  if (row == NULL || bridge_space_get_read_only (self->space))
    return GDK_EVENT_PROPAGATE;

  gtk_widget_activate_action (row, action, NULL);
  if (!g_str_equal (action, "win-row.menu"))
    gtk_widget_grab_focus (GTK_WIDGET (self->list_view));

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
  self->season_heading = BRIDGE_SEASON_HEADING (season);
  self->milestones = GTK_BOX (milestones);
  self->on_this_day = BRIDGE_ON_THIS_DAY (on_this_day);
  self->memory = BRIDGE_MEMORY (memory);
}

static void
set_up_list (BridgeCelebratePage *self)
{
  const BridgeWinQuery query = { .kind = -1 };
  g_autoptr (GListStore) models = g_list_store_new (G_TYPE_LIST_MODEL);
  g_autoptr (GObject) marker = g_object_new (G_TYPE_OBJECT, NULL);
  g_autoptr (GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();
  g_autoptr (GtkNoSelection) selection = NULL;
  GListModel *flat;

  self->wins = BRIDGE_PAGED_LIST (bridge_space_list_wins (self->space, &query));
  g_list_store_append (self->top, marker);
  g_list_store_append (models, self->top);
  g_list_store_append (models, self->wins);

  g_signal_connect_object (gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (self->list_view)), "value-changed",
                           G_CALLBACK (fill_soon), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (factory, "bind", G_CALLBACK (bind_cb), self, 0);
  g_signal_connect_object (factory, "unbind", G_CALLBACK (unbind_cb), self, 0);
  gtk_list_view_set_factory (self->list_view, factory);

  flat = G_LIST_MODEL (gtk_flatten_list_model_new (G_LIST_MODEL (g_steal_pointer (&models))));
  selection = gtk_no_selection_new (flat);
  gtk_list_view_set_model (self->list_view, GTK_SELECTION_MODEL (selection));

  /* After the view has taken its own note of the change, so that its positions are right. */
  g_signal_connect_object (selection, "items-changed", G_CALLBACK (items_changed_cb), self, G_CONNECT_AFTER);
  g_signal_connect_object (self->wins, "notify::error-message", G_CALLBACK (error_message_cb), self, 0);
}

static void
bridge_celebrate_page_dispose (GObject *object)
{
  BridgeCelebratePage *self = BRIDGE_CELEBRATE_PAGE (object);

  if (self->list_view != NULL)
    gtk_list_view_set_model (self->list_view, NULL);
  g_clear_object (&self->wins);
  adw_bin_set_child (ADW_BIN (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), BRIDGE_TYPE_CELEBRATE_PAGE);
  g_clear_object (&self->head);
  g_clear_object (&self->top);
  g_clear_object (&self->space);

  G_OBJECT_CLASS (bridge_celebrate_page_parent_class)->dispose (object);
}

static void
bridge_celebrate_page_finalize (GObject *object)
{
  g_ptr_array_unref (BRIDGE_CELEBRATE_PAGE (object)->bound);

  G_OBJECT_CLASS (bridge_celebrate_page_parent_class)->finalize (object);
}

static void
bridge_celebrate_page_class_init (BridgeCelebratePageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = bridge_celebrate_page_dispose;
  object_class->finalize = bridge_celebrate_page_finalize;

  g_type_ensure (BRIDGE_TYPE_LOG_FILTER);
  g_type_ensure (BRIDGE_TYPE_WIN_ENTRY);
  gtk_widget_class_set_template_from_resource (widget_class, APP_PATH "/ui/celebrate-page.ui");
  gtk_widget_class_bind_template_child (widget_class, BridgeCelebratePage, win_entry);
  gtk_widget_class_bind_template_child (widget_class, BridgeCelebratePage, search_bar);
  gtk_widget_class_bind_template_child (widget_class, BridgeCelebratePage, filter);
  gtk_widget_class_bind_template_child (widget_class, BridgeCelebratePage, stack);
  gtk_widget_class_bind_template_child (widget_class, BridgeCelebratePage, list_view);
  gtk_widget_class_bind_template_child (widget_class, BridgeCelebratePage, empty_place);
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

  self->bound = g_ptr_array_new ();
  self->top = g_list_store_new (G_TYPE_OBJECT);
  gtk_widget_init_template (GTK_WIDGET (self));

  gtk_search_bar_connect_entry (self->search_bar, bridge_log_filter_get_entry (self->filter));

  add_row_shortcut (shortcuts, "Delete|KP_Delete", "win-row.remove");
  add_row_shortcut (shortcuts, "s", "win-row.star");
  add_row_shortcut (shortcuts, "Menu|<Shift>F10", "win-row.menu");
  gtk_widget_add_controller (GTK_WIDGET (self->list_view), shortcuts);
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
  g_signal_connect_object (space, "notify::speaker", G_CALLBACK (rebind_rows), self, G_CONNECT_SWAPPED);
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

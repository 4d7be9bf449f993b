/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "bridge-rituals-page"

#include "config.h"

#include "bridge-page.h"

#include <glib/gi18n-lib.h>

#include "bridge-calendar.h"
#include "bridge-feedback.h"
#include "bridge-form.h"
#include "bridge-ritual-catalogue.h"
#include "bridge-ritual-detail.h"
#include "bridge-ritual-row.h"
#include "bridge-ritual-words.h"
#include "bridge-rows.h"
#include "bridge-wrap-layout.h"

typedef enum {
  SECTION_AGREED,
  SECTION_PROPOSED,
  SECTION_RESTING,
  SECTION_ENDED,
  N_SECTIONS,
} Section;

/* A ritual and when it is next, put together for one refresh. */
typedef struct {
  BridgeRitual *ritual;
  BridgeOccurrence *next;
} Entry;

struct _BridgeRitualsPage
{
  AdwBin parent_instance;

  BridgeSpace *space;
  char *opened_from;    /* the ritual that gets the focus back */
  GtkWidget *catalogue; /* made when first opened */
  GtkWidget *detail;
  GtkWidget *calendar;

  GtkStack *stack;
  GtkWidget *switch_box;
  GtkToggleButton *list_toggle;
  GtkToggleButton *week_toggle;
  GtkToggleButton *month_toggle;
  GtkStack *view_stack;
  GtkStack *list_stack;
  GtkLabel *line_label;
  GtkWidget *catalogue_button;
  GtkWidget *scratch_button;
  GtkWidget *empty_button;
  GtkWidget *agreed_box;
  GtkLabel *agreed_heading;
  GtkListBox *agreed_list;
  GtkWidget *proposed_box;
  GtkListBox *proposed_list;
  GtkWidget *resting_box;
  GtkListBox *resting_list;
  GtkWidget *ended_box;
  GtkListBox *ended_list;
};

G_DEFINE_FINAL_TYPE (BridgeRitualsPage, bridge_rituals_page, ADW_TYPE_BIN)

static void
entry_free (gpointer data)
{
  Entry *entry = data;

  g_clear_object (&entry->ritual);
  g_clear_object (&entry->next);
  g_free (entry);
}

static Section
get_section (BridgeRitualState state)
{
  switch (state)
    {
    case BRIDGE_RITUAL_AGREED:
      return SECTION_AGREED;
    case BRIDGE_RITUAL_DRAFT:
    case BRIDGE_RITUAL_PROPOSED:
      return SECTION_PROPOSED;
    case BRIDGE_RITUAL_RESTING:
      return SECTION_RESTING;
    case BRIDGE_RITUAL_ENDED:
      return SECTION_ENDED;
    default:
      g_assert_not_reached ();
    }
}

/* By the next occurrence, what has none last, then by title. */
static int
compare_entries (gconstpointer a,
                 gconstpointer b)
{
  const Entry *one = *(const Entry *const *) a;
  const Entry *other = *(const Entry *const *) b;
  gint64 one_at = one->next != NULL ? bridge_occurrence_get_at (one->next) : G_MAXINT64;
  gint64 other_at = other->next != NULL ? bridge_occurrence_get_at (other->next) : G_MAXINT64;

  if (one_at != other_at)
    return one_at < other_at ? -1 : 1;

  return g_utf8_collate (bridge_ritual_get_title (one->ritual), bridge_ritual_get_title (other->ritual));
}

static char *
get_entry_key (gpointer item)
{
  return g_strdup (bridge_ritual_get_id (((Entry *) item)->ritual));
}

static GtkWidget *
create_row (gpointer item,
            gpointer user_data)
{
  return bridge_ritual_row_new ();
}

static void
update_row (GtkWidget *row,
            gpointer   item,
            gpointer   user_data)
{
  BridgeRitualsPage *self = user_data;
  Entry *entry = item;

  bridge_ritual_row_show (BRIDGE_RITUAL_ROW (row), self->space, entry->ritual, entry->next);
}

static GtkListBox *
get_list (BridgeRitualsPage *self,
          Section            section)
{
  GtkListBox *const lists[N_SECTIONS] = {
    self->agreed_list, self->proposed_list, self->resting_list, self->ended_list,
  };

  return lists[section];
}

static GtkWidget *
get_box (BridgeRitualsPage *self,
         Section            section)
{
  GtkWidget *const boxes[N_SECTIONS] = {
    self->agreed_box, self->proposed_box, self->resting_box, self->ended_box,
  };

  return boxes[section];
}

static void
collect (BridgeRitualsPage *self,
         GPtrArray         *sections[N_SECTIONS])
{
  GListModel *rituals = bridge_space_get_rituals (self->space);
  BridgeLocal now = bridge_clock_local_now (bridge_space_get_clock (self->space));

  /* Nobody has agreed with whoever is alone. */
  gtk_label_set_label (self->agreed_heading,
                       bridge_space_get_partner (self->space) != NULL ? _("Agreed") : C_("ritual", "Going on"));
  for (guint i = 0; i < g_list_model_get_n_items (rituals); i++)
    {
      g_autoptr (BridgeRitual) ritual = g_list_model_get_item (rituals, i);
      Section section = get_section (bridge_ritual_get_effective_state (ritual, now));
      Entry *entry = g_new0 (Entry, 1);

      entry->ritual = g_object_ref (ritual);
      if (section == SECTION_AGREED)
        entry->next = bridge_space_get_next (self->space, bridge_ritual_get_id (ritual), NULL);
      g_ptr_array_add (sections[section], entry);
    }
}

static void
refresh (BridgeRitualsPage *self)
{
  GPtrArray *sections[N_SECTIONS];
  guint n = 0;
  int position;

  /* What is not shown is put together when it is. */
  if (!gtk_widget_get_mapped (GTK_WIDGET (self)))
    return;

  for (Section i = 0; i < N_SECTIONS; i++)
    sections[i] = g_ptr_array_new_with_free_func (entry_free);
  collect (self, sections);

  for (Section i = 0; i < N_SECTIONS; i++)
    {
      GtkListBox *list = get_list (self, i);
      gboolean had_focus = bridge_rows_has_focus (list, &position);

      n += sections[i]->len;
      g_ptr_array_sort (sections[i], compare_entries);
      bridge_rows_sync (list, sections[i], get_entry_key, create_row, update_row, self);
      gtk_widget_set_visible (get_box (self, i), sections[i]->len > 0);
      if (had_focus && !bridge_rows_has_focus (list, &(int) { 0 }))
        bridge_rows_focus (list, position);
    }

  gtk_label_set_label (self->line_label, sections[SECTION_AGREED]->len > 0
                                             ? _("Small and steady")
                                             : _("Nothing is planned right now"));
  gtk_stack_set_visible_child_name (self->list_stack, n > 0 ? "rituals" : "empty");
  gtk_widget_set_visible (self->switch_box, n > 0);
  if (n == 0)
    gtk_toggle_button_set_active (self->list_toggle, TRUE);

  for (Section i = 0; i < N_SECTIONS; i++)
    g_ptr_array_unref (sections[i]);
}

static void
space_changed_cb (BridgeSpace       *space,
                  BridgeKinds        kinds,
                  gboolean           from_outside,
                  BridgeRitualsPage *self)
{
  if (kinds & (BRIDGE_KIND_RITUALS | BRIDGE_KIND_OCCURRENCES | BRIDGE_KIND_PERSONS | BRIDGE_KIND_ABSENCES))
    refresh (self);
}

static void
clock_woke_cb (BridgeRitualsPage *self)
{
  refresh (self);
}

static gboolean
is_shown (BridgeRitualsPage *self,
          const char        *name)
{
  return g_strcmp0 (gtk_stack_get_visible_child_name (self->stack), name) == 0;
}

/* (GtkWidget) the calendar, if it is what is shown in place of the list. */
static GtkWidget *
get_shown_calendar (BridgeRitualsPage *self)
{
  return gtk_toggle_button_get_active (self->list_toggle) ? NULL : self->calendar;
}

/* The focus goes back to where it came from. */
static void
show_list (BridgeRitualsPage *self)
{
  gtk_stack_set_visible_child_name (self->stack, "list");
  if (get_shown_calendar (self) != NULL)
    {
      gtk_widget_grab_focus (self->calendar);
      return;
    }

  for (Section i = 0; i < N_SECTIONS && self->opened_from != NULL; i++)
    {
      for (GtkWidget *row = gtk_widget_get_first_child (GTK_WIDGET (get_list (self, i))); row != NULL;
           row = gtk_widget_get_next_sibling (row))
        {
          if (BRIDGE_IS_RITUAL_ROW (row) &&
              g_strcmp0 (bridge_ritual_row_get_ritual_id (BRIDGE_RITUAL_ROW (row)), self->opened_from) == 0)
            {
              gtk_widget_grab_focus (row);
              return;
            }
        }
    }

  gtk_widget_grab_focus (gtk_widget_get_mapped (self->empty_button) ? self->empty_button
                                                                    : self->catalogue_button);
}

static void
back_cb (BridgeRitualsPage *self)
{
  show_list (self);
}

static void
used_cb (BridgeRitualCatalogue *catalogue,
         const char            *ritual_id,
         BridgeRitualsPage     *self)
{
  bridge_rituals_page_open_ritual (self, ritual_id);
}

static void
row_activated_cb (BridgeRitualsPage *self,
                  BridgeRitualRow   *row)
{
  bridge_rituals_page_open_ritual (self, bridge_ritual_row_get_ritual_id (row));
}

static void
catalogue_clicked_cb (BridgeRitualsPage *self)
{
  bridge_rituals_page_open_catalogue (self);
}

static void
scratch_clicked_cb (BridgeRitualsPage *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  gtk_window_present (GTK_WINDOW (bridge_ritual_editor_new (self->space, NULL, GTK_WINDOW (root))));
}

static void
calendar_open_cb (BridgeRitualsPage *self,
                  const char        *ritual_id)
{
  bridge_rituals_page_open_ritual (self, ritual_id);
}

static void
month_wanted_cb (BridgeRitualsPage *self)
{
  gtk_toggle_button_set_active (self->month_toggle, TRUE);
}

/* The calendar is made when it is first wanted. */
static void
view_toggled_cb (BridgeRitualsPage *self,
                 GtkToggleButton   *toggle)
{
  if (!gtk_toggle_button_get_active (toggle))
    return;

  if (toggle == self->list_toggle)
    {
      gtk_stack_set_visible_child_name (self->view_stack, "list");
      return;
    }

  if (self->calendar == NULL)
    {
      self->calendar = bridge_calendar_new (self->space);
      g_signal_connect_object (self->calendar, "open-ritual", G_CALLBACK (calendar_open_cb), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (self->calendar, "month-wanted", G_CALLBACK (month_wanted_cb), self, G_CONNECT_SWAPPED);
      gtk_stack_add_named (self->view_stack, self->calendar, "calendar");
    }
  bridge_calendar_set_kind (BRIDGE_CALENDAR (self->calendar),
                            toggle == self->week_toggle ? BRIDGE_CALENDAR_WEEK : BRIDGE_CALENDAR_MONTH);
  gtk_stack_set_visible_child_name (self->view_stack, "calendar");
}

static void
bridge_rituals_page_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (bridge_rituals_page_parent_class)->map (widget);

  refresh (BRIDGE_RITUALS_PAGE (widget));
}

static gboolean
bridge_rituals_page_grab_focus (GtkWidget *widget)
{
  BridgeRitualsPage *self = BRIDGE_RITUALS_PAGE (widget);
  GtkWidget *child = gtk_stack_get_visible_child (self->stack);

  if (!is_shown (self, "list"))
    return gtk_widget_grab_focus (child);

  return gtk_widget_child_focus (gtk_stack_get_visible_child (self->view_stack), GTK_DIR_TAB_FORWARD);
}

static void
bridge_rituals_page_dispose (GObject *object)
{
  BridgeRitualsPage *self = BRIDGE_RITUALS_PAGE (object);

  adw_bin_set_child (ADW_BIN (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), BRIDGE_TYPE_RITUALS_PAGE);
  g_clear_object (&self->space);

  G_OBJECT_CLASS (bridge_rituals_page_parent_class)->dispose (object);
}

static void
bridge_rituals_page_finalize (GObject *object)
{
  g_free (BRIDGE_RITUALS_PAGE (object)->opened_from);

  G_OBJECT_CLASS (bridge_rituals_page_parent_class)->finalize (object);
}

static void
bridge_rituals_page_class_init (BridgeRitualsPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = bridge_rituals_page_dispose;
  object_class->finalize = bridge_rituals_page_finalize;
  widget_class->map = bridge_rituals_page_map;
  widget_class->focus = bridge_focus_inside;
  widget_class->grab_focus = bridge_rituals_page_grab_focus;

  g_type_ensure (BRIDGE_TYPE_WRAP_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, APP_PATH "/ui/rituals-page.ui");
  gtk_widget_class_bind_template_child (widget_class, BridgeRitualsPage, stack);
  gtk_widget_class_bind_template_child (widget_class, BridgeRitualsPage, switch_box);
  gtk_widget_class_bind_template_child (widget_class, BridgeRitualsPage, list_toggle);
  gtk_widget_class_bind_template_child (widget_class, BridgeRitualsPage, week_toggle);
  gtk_widget_class_bind_template_child (widget_class, BridgeRitualsPage, month_toggle);
  gtk_widget_class_bind_template_child (widget_class, BridgeRitualsPage, view_stack);
  gtk_widget_class_bind_template_child (widget_class, BridgeRitualsPage, list_stack);
  gtk_widget_class_bind_template_child (widget_class, BridgeRitualsPage, line_label);
  gtk_widget_class_bind_template_child (widget_class, BridgeRitualsPage, catalogue_button);
  gtk_widget_class_bind_template_child (widget_class, BridgeRitualsPage, scratch_button);
  gtk_widget_class_bind_template_child (widget_class, BridgeRitualsPage, empty_button);
  gtk_widget_class_bind_template_child (widget_class, BridgeRitualsPage, agreed_box);
  gtk_widget_class_bind_template_child (widget_class, BridgeRitualsPage, agreed_heading);
  gtk_widget_class_bind_template_child (widget_class, BridgeRitualsPage, agreed_list);
  gtk_widget_class_bind_template_child (widget_class, BridgeRitualsPage, proposed_box);
  gtk_widget_class_bind_template_child (widget_class, BridgeRitualsPage, proposed_list);
  gtk_widget_class_bind_template_child (widget_class, BridgeRitualsPage, resting_box);
  gtk_widget_class_bind_template_child (widget_class, BridgeRitualsPage, resting_list);
  gtk_widget_class_bind_template_child (widget_class, BridgeRitualsPage, ended_box);
  gtk_widget_class_bind_template_child (widget_class, BridgeRitualsPage, ended_list);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, catalogue_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, scratch_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, view_toggled_cb);
}

static void
bridge_rituals_page_init (BridgeRitualsPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));

  /* In very large text the words are wider than a narrow window. */
  gtk_label_set_wrap (GTK_LABEL (gtk_button_get_child (GTK_BUTTON (self->empty_button))), TRUE);
}

/**
 * bridge_rituals_page_new:
 * @space: the space
 *
 * The page of all rituals: their list, week and month, the catalogue, and the detail of each.
 *
 * Returns: (transfer floating): the widget
 */
GtkWidget *
bridge_rituals_page_new (BridgeSpace *space)
{
  BridgeRitualsPage *self = g_object_new (BRIDGE_TYPE_RITUALS_PAGE, NULL);

  self->space = g_object_ref (space);
  g_signal_connect_object (space, "changed", G_CALLBACK (space_changed_cb), self, 0);
  g_signal_connect_object (bridge_space_get_clock (space), "woke", G_CALLBACK (clock_woke_cb), self,
                           G_CONNECT_SWAPPED);

  return GTK_WIDGET (self);
}

/**
 * bridge_rituals_page_open_ritual:
 * @self: the page
 * @ritual_id: a ritual's id
 *
 * Shows the detail of a ritual. One that is gone is said so, and the list stays.
 */
void
bridge_rituals_page_open_ritual (BridgeRitualsPage *self,
                                 const char        *ritual_id)
{
  g_autoptr (GError) error = NULL;

  if (self->detail == NULL)
    {
      self->detail = bridge_ritual_detail_new (self->space);
      g_signal_connect_object (self->detail, "back", G_CALLBACK (back_cb), self, G_CONNECT_SWAPPED);
      gtk_stack_add_named (self->stack, self->detail, "detail");
    }

  if (!bridge_ritual_detail_set_ritual_id (BRIDGE_RITUAL_DETAIL (self->detail), ritual_id, &error))
    {
      bridge_feedback_show_error (GTK_WIDGET (self), error);
      show_list (self);
      return;
    }

  g_free (self->opened_from);
  self->opened_from = g_strdup (bridge_ritual_detail_get_ritual_id (BRIDGE_RITUAL_DETAIL (self->detail)));
  gtk_stack_set_visible_child_name (self->stack, "detail");
  gtk_widget_grab_focus (self->detail);
}

/**
 * bridge_rituals_page_open_catalogue:
 * @self: the page
 *
 * Shows the catalogue.
 */
void
bridge_rituals_page_open_catalogue (BridgeRitualsPage *self)
{
  if (self->catalogue == NULL)
    {
      self->catalogue = bridge_ritual_catalogue_new (self->space);
      g_signal_connect_object (self->catalogue, "back", G_CALLBACK (back_cb), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (self->catalogue, "used", G_CALLBACK (used_cb), self, 0);
      gtk_stack_add_named (self->stack, self->catalogue, "catalogue");
    }

  g_clear_pointer (&self->opened_from, g_free);
  gtk_stack_set_visible_child_name (self->stack, "catalogue");
  gtk_widget_grab_focus (self->catalogue);
}

/**
 * bridge_rituals_page_go_back:
 * @self: the page
 *
 * Goes from the catalogue or a ritual to the list.
 *
 * Returns: %FALSE if the list is shown already
 */
gboolean
bridge_rituals_page_go_back (BridgeRitualsPage *self)
{
  if (is_shown (self, "list"))
    return FALSE;

  show_list (self);

  return TRUE;
}

/**
 * bridge_rituals_page_focus_search:
 * @self: the page
 *
 * Opens the catalogue with the focus in its search.
 */
void
bridge_rituals_page_focus_search (BridgeRitualsPage *self)
{
  bridge_rituals_page_open_catalogue (self);
  bridge_ritual_catalogue_focus_search (BRIDGE_RITUAL_CATALOGUE (self->catalogue));
}

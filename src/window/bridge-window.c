/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "bridge-window"

#include "config.h"

#include "bridge-window-private.h"

#include <glib/gi18n-lib.h>

#include "bridge-adaptive-bin.h"
#include "bridge-background.h"
#include "bridge-feedback.h"
#include "bridge-first-run.h"
#include "bridge-lazy-menu.h"
#include "bridge-life-words.h"
#include "bridge-milestones.h"
#include "bridge-one-off.h"
#include "bridge-page.h"
#include "bridge-reflect-page.h"
#include "bridge-space-check-ins.h"
#include "bridge-settings.h"
#include "bridge-unsaved.h"
#include "bridge-wrap-layout.h"

const BridgeWindowPage bridge_window_pages[BRIDGE_N_PAGES] = {
  { "today", bridge_today_page_new },
  { "rituals", bridge_rituals_page_new },
  { "boundaries", bridge_boundaries_page_new },
  { "celebrate", bridge_celebrate_page_new },
  { "reflect", bridge_reflect_page_new },
};

enum {
  RETRY,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (BridgeWindow, bridge_window, ADW_TYPE_APPLICATION_WINDOW)

/**
 * bridge_window_is_page:
 * @name: (nullable): a target
 *
 * Returns: whether it is the name of a page
 */
gboolean
bridge_window_is_page (const char *name)
{
  for (BridgePage page = 0; page < BRIDGE_N_PAGES; page++)
    {
      if (g_strcmp0 (bridge_window_pages[page].name, name) == 0)
        return TRUE;
    }

  return FALSE;
}

/**
 * bridge_window_shows_pages:
 * @self: the window
 *
 * Returns: whether it shows the pages, and not the first run, what covers it, or why there are none
 */
gboolean
bridge_window_shows_pages (BridgeWindow *self)
{
  return self->cover == NULL && g_strcmp0 (gtk_stack_get_visible_child_name (self->main_stack), "pages") == 0;
}

/**
 * bridge_window_get_page:
 * @self: the window
 *
 * Returns: which page is shown
 */
BridgePage
bridge_window_get_page (BridgeWindow *self)
{
  const char *name = adw_view_stack_get_visible_child_name (self->view_stack);

  for (BridgePage page = 0; page < BRIDGE_N_PAGES; page++)
    {
      if (g_strcmp0 (bridge_window_pages[page].name, name) == 0)
        return page;
    }

  return BRIDGE_PAGE_TODAY;
}

static AdwBin *
get_bin (BridgeWindow *self,
         BridgePage    page)
{
  AdwBin *const bins[BRIDGE_N_PAGES] = { self->today_bin, self->rituals_bin, self->boundaries_bin, self->celebrate_bin,
                                          self->reflect_bin };

  return bins[page];
}

/**
 * bridge_window_forget_pages:
 * @self: the window
 *
 * Has the pages be made anew, Today first, and with them everything that was opened or typed there.
 */
void
bridge_window_forget_pages (BridgeWindow *self)
{
  for (BridgePage page = 0; page < BRIDGE_N_PAGES; page++)
    {
      self->pages[page] = NULL;
      adw_bin_set_child (get_bin (self, page), NULL);
    }
  adw_view_stack_set_visible_child_name (self->view_stack, bridge_window_pages[BRIDGE_PAGE_TODAY].name);
  bridge_window_ensure_page (self, BRIDGE_PAGE_TODAY);
}

/**
 * bridge_window_ensure_page:
 * @self: the window
 * @page: a page
 *
 * Returns: (transfer none) (nullable): the page, made when it is first needed; %NULL while there is no space
 */
GtkWidget *
bridge_window_ensure_page (BridgeWindow *self,
                           BridgePage    page)
{
  if (self->pages[page] == NULL && self->space != NULL)
    {
      self->pages[page] = bridge_window_pages[page].create (self->space);
      adw_bin_set_child (get_bin (self, page), self->pages[page]);
    }

  return self->pages[page];
}

/* The one place that says what can be done. */
static void
update_actions (BridgeWindow *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  gboolean ready = bridge_window_shows_pages (self) && self->space != NULL;
  gboolean writable = ready && !bridge_space_get_read_only (self->space);
  /* A pause keeps nobody here, and nobody from passing the computer on. */
  gboolean two = (ready || bridge_window_shows_pause (self)) && bridge_space_get_partner (self->space) != NULL;

  gtk_widget_action_set_enabled (widget, "win.new-win", writable);
  gtk_widget_action_set_enabled (widget, "win.new-ritual", writable);
  gtk_widget_action_set_enabled (widget, "win.new-moment", writable && bridge_space_get_partner (self->space) != NULL);
  gtk_widget_action_set_enabled (widget, "win.new-boundary", writable);
  gtk_widget_action_set_enabled (widget, "win.new-promise", writable);
  gtk_widget_action_set_enabled (widget, "win.new-check-in", writable);
  gtk_widget_action_set_enabled (widget, "win.new-milestone", writable);
  gtk_widget_action_set_enabled (widget, "win.undo", writable && bridge_space_get_undo_label (self->space) != NULL);
  gtk_widget_action_set_enabled (widget, "win.redo", writable && bridge_space_can_redo (self->space));
  gtk_widget_action_set_enabled (widget, "win.promises", self->space != NULL && (ready || bridge_window_shows_pause (self)));
  gtk_widget_action_set_enabled (widget, "win.leave", two);
  gtk_widget_action_set_enabled (widget, "win.hand-over", two);
  gtk_widget_action_set_enabled (widget, "win.find", ready);
  gtk_widget_action_set_enabled (widget, "win.export-log", ready);
  gtk_widget_action_set_enabled (widget, "win.show-page", ready);
  gtk_widget_action_set_enabled (widget, "win.open-ritual", ready);
  gtk_widget_action_set_enabled (widget, "win.begin", ready);
  gtk_widget_action_set_enabled (widget, "win.open-catalogue", ready);
  gtk_widget_action_set_enabled (widget, "win.preferences", ready);
  gtk_widget_action_set_enabled (widget, "win.reliability", ready);
  gtk_widget_action_set_enabled (widget, "win.around-life", ready);
  bridge_window_update_pause_actions (self);
}

static void
update_title (BridgeWindow *self)
{
  gboolean ready = bridge_window_shows_pages (self);
  const char *title = bridge_window_shows_pause (self) ? "" : "Footbridge";

  if (ready && adw_view_stack_get_visible_child (self->view_stack) != NULL)
    title = adw_view_stack_page_get_title (adw_view_stack_get_page (self->view_stack,
                                                                    adw_view_stack_get_visible_child (self->view_stack)));

  bridge_fit_label_set_text (self->window_title, title, title);
  gtk_widget_set_visible (self->add_button, ready);
  gtk_widget_set_visible (self->pause_button, ready || bridge_window_shows_talk (self));
  bridge_window_update_switcher (self);
}

static gboolean
has_active_ritual (BridgeWindow *self)
{
  GListModel *rituals = bridge_space_get_rituals (self->space);
  BridgeLocal now = bridge_clock_local_now (bridge_space_get_clock (self->space));

  for (guint i = 0; i < g_list_model_get_n_items (rituals); i++)
    {
      g_autoptr (BridgeRitual) ritual = g_list_model_get_item (rituals, i);

      if (bridge_ritual_is_active (ritual, now))
        return TRUE;
    }

  return FALSE;
}

static char *
dup_away_sentence (BridgeWindow  *self,
                   BridgeAbsence *absence)
{
  const char *who = bridge_absence_get_who (absence);
  BridgePerson *person = who != NULL && bridge_space_get_partner (self->space) != NULL
                           ? bridge_space_find_person (self->space, who) : NULL;

  return bridge_absence_to_sentence (absence, person != NULL ? bridge_person_get_name (person) : NULL,
                                     bridge_clock_local_now (bridge_space_get_clock (self->space)));
}

/* Why reminders are not what they are with a service, in the words of whoever knows. (nullable) */
static const char *
get_link_sentence (BridgeWindow *self)
{
  const char *sentence = self->link != NULL ? bridge_service_link_get_not_reminding (self->link) : NULL;

  if (sentence != NULL || self->link == NULL || bridge_service_link_get_state (self->link) != BRIDGE_LINK_ABSENT)
    return sentence;
  return _("Reminders only arrive while this window is open.");
}

/* At most one thing to know, the weightiest. */
static void
update_strip (BridgeWindow *self)
{
  BridgeAbsence *absence = NULL;
  g_autofree char *away = NULL;
  g_autofree char *paused = NULL;
  const char *sentence = NULL;
  const char *paused_label = NULL;
  const char *label = _("_Turn On");
  gboolean button = FALSE;

  g_clear_pointer (&self->absence_id, g_free);

  if (self->space == NULL || !bridge_window_shows_pages (self))
    sentence = NULL;
  else if (bridge_space_get_read_only (self->space))
    sentence = bridge_space_get_read_only_reason (self->space);
  else if ((paused = bridge_window_dup_pause_strip (self, &paused_label)) != NULL)
    {
      sentence = paused;
      label = paused_label;
      button = label != NULL;
    }
  else if ((absence = bridge_space_get_absence_now (self->space)) != NULL)
    {
      self->absence_id = g_strdup (bridge_absence_get_id (absence));
      sentence = away = dup_away_sentence (self, absence);
      label = _("_Back Today");
      button = TRUE;
    }
  else if (!bridge_space_get_reminders_on (self->space))
    {
      if (has_active_ritual (self))
        sentence = _("Reminders are off.");
      button = sentence != NULL;
    }
  else
    sentence = get_link_sentence (self);

  gtk_label_set_label (self->strip_label, sentence != NULL ? sentence : "");
  self->strip_is_pause = paused != NULL;
  gtk_button_set_label (GTK_BUTTON (self->strip_button), label != NULL ? label : "");
  gtk_widget_set_visible (self->strip_button, button);
  gtk_widget_set_visible (self->strip, sentence != NULL);
}

/**
 * bridge_window_update:
 * @self: the window
 *
 * Brings title, strip and actions up to date.
 */
void
bridge_window_update (BridgeWindow *self)
{
  update_title (self);
  update_strip (self);
  update_actions (self);
}

/**
 * bridge_window_show_pages:
 * @self: a window with a space
 *
 * Shows the page that was shown last.
 */
void
bridge_window_show_pages (BridgeWindow *self)
{
  gtk_widget_set_visible (GTK_WIDGET (self->view_stack), TRUE); /* a pause hides it */
  gtk_stack_set_visible_child_name (self->main_stack, "pages");
  bridge_window_ensure_page (self, bridge_window_get_page (self));
  bridge_window_update (self);
}

static void
first_run_done_cb (BridgeWindow *self)
{
  GtkWidget *first_run = g_steal_pointer (&self->first_run);

  if (first_run == NULL)
    return;

  bridge_window_show_pages (self);
  gtk_widget_child_focus (GTK_WIDGET (self->pages[BRIDGE_PAGE_TODAY]), GTK_DIR_TAB_FORWARD);
  gtk_stack_remove (self->main_stack, first_run);
}

static void
show_first_run (BridgeWindow *self)
{
  self->first_run = bridge_first_run_new (self->space);
  g_signal_connect_object (self->first_run, "done", G_CALLBACK (first_run_done_cb), self, G_CONNECT_SWAPPED);
  gtk_stack_add_named (self->main_stack, self->first_run, "first-run");
  gtk_stack_set_visible_child_name (self->main_stack, "first-run");
  bridge_window_update (self);
  gtk_widget_grab_focus (self->first_run);
}

static void
width_cb (BridgeWindow *self)
{
  bridge_window_update_switcher (self);
}

static void
page_cb (BridgeWindow *self)
{
  /* The template sets the first page before there is anything to show. */
  if (self->space == NULL || self->first_run != NULL)
    return;

  bridge_window_ensure_page (self, bridge_window_get_page (self));
  update_title (self);
  if (bridge_window_get_page (self) == BRIDGE_PAGE_CELEBRATE)
    bridge_window_celebrate_soon (self);
}

/* Somebody may set the space up, or rename a person, on the command line. */
static void
space_changed_cb (BridgeSpace  *space,
                  BridgeKinds   kinds,
                  gboolean      from_outside,
                  BridgeWindow *self)
{
  gboolean set_up = FALSE;

  g_object_get (space, "set-up", &set_up, NULL);
  if (from_outside && set_up && self->first_run != NULL)
    first_run_done_cb (self);
  if (kinds & BRIDGE_KIND_PAUSES)
    {
      bridge_window_update_pause (self);
      update_title (self);
    }
  if ((kinds & BRIDGE_MILESTONE_KINDS) && !from_outside)
    bridge_window_celebrate_soon (self);
  update_strip (self);
  update_actions (self);
}

static void
undo_label_cb (BridgeWindow *self)
{
  update_actions (self);
}

static void
active_cb (BridgeWindow *self)
{
  if (self->space == NULL || !gtk_window_is_active (GTK_WINDOW (self)))
    return;

  bridge_space_refresh (self->space);
  update_strip (self); /* another day may have begun */
}

static void
link_cb (BridgeWindow *self)
{
  update_strip (self);
}

static void
woke_cb (BridgeWindow *self)
{
  update_strip (self);
}

static void
strip_clicked_cb (BridgeWindow *self)
{
  g_autofree char *absence_id = g_strdup (self->absence_id);
  g_autoptr (GError) error = NULL;

  if (self->strip_is_pause)
    {
      bridge_window_open_pause (self);
      return;
    }

  if (absence_id != NULL)
    {
      if (bridge_space_end_absence (self->space, absence_id, &error))
        bridge_feedback_show_undo (GTK_WIDGET (self), self->space);
      else
        bridge_feedback_show_error (GTK_WIDGET (self), error);
      return;
    }

  if (bridge_space_set_reminders_on (self->space, TRUE, &error))
    bridge_background_reminders_switched (GTK_WIDGET (self), self->space, TRUE);
  else
    bridge_feedback_show_error (GTK_WIDGET (self), error);
}

static void
again_clicked_cb (BridgeWindow *self)
{
  g_signal_emit (self, signals[RETRY], 0);
}

static gboolean
bridge_window_close_request (GtkWindow *window)
{
  BridgeWindow *self = BRIDGE_WINDOW (window);
  int width = 0;
  int height = 0;

  if (bridge_unsaved_ask_above (window))
    return TRUE;

  if (self->settings != NULL)
    {
      gtk_window_get_default_size (window, &width, &height);
      g_settings_set_int (self->settings, "window-width", MAX (width, 360));
      g_settings_set_int (self->settings, "window-height", MAX (height, 294));
      g_settings_set_boolean (self->settings, "window-maximized", gtk_window_is_maximized (window));
    }

  return GTK_WINDOW_CLASS (bridge_window_parent_class)->close_request (window);
}

static void
bridge_window_dispose (GObject *object)
{
  BridgeWindow *self = BRIDGE_WINDOW (object);

  /* A page that goes may still seal a draft; what the window would show of that is going, too. */
  if (self->space != NULL)
    g_signal_handlers_disconnect_by_data (self->space, self);
  bridge_window_stop_export (self);
  if (self->first_run != NULL && self->main_stack != NULL)
    gtk_stack_remove (self->main_stack, g_steal_pointer (&self->first_run));
  adw_application_window_set_content (ADW_APPLICATION_WINDOW (self), NULL);
  g_clear_object (&self->link);
  g_clear_handle_id (&self->celebrate_idle, g_source_remove);
  if (self->space != NULL)
    bridge_space_set_alarm (self->space, self, BRIDGE_NEVER);
  g_clear_object (&self->space);
  g_clear_object (&self->settings);
  g_clear_pointer (&self->pause_left, g_free);
  g_clear_weak_pointer (&self->form);
  bridge_window_end_put_away (self, FALSE);
  g_clear_pointer (&self->absence_id, g_free);
  g_clear_pointer (&self->target, g_free);

  G_OBJECT_CLASS (bridge_window_parent_class)->dispose (object);
}

static void
bridge_window_class_init (BridgeWindowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = bridge_window_dispose;
  GTK_WINDOW_CLASS (klass)->close_request = bridge_window_close_request;

  signals[RETRY] = g_signal_new ("retry", BRIDGE_TYPE_WINDOW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  g_type_ensure (BRIDGE_TYPE_ADAPTIVE_BIN);
  g_type_ensure (BRIDGE_TYPE_FIT_LABEL);
  g_type_ensure (BRIDGE_TYPE_PERSON_BUTTON);
  g_type_ensure (BRIDGE_TYPE_WRAP_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, APP_PATH "/ui/window.ui");
  gtk_widget_class_bind_template_child (widget_class, BridgeWindow, adaptive_bin);
  gtk_widget_class_bind_template_child (widget_class, BridgeWindow, frame);
  gtk_widget_class_bind_template_child (widget_class, BridgeWindow, cover_bin);
  gtk_widget_class_bind_template_child (widget_class, BridgeWindow, header_bar);
  gtk_widget_class_bind_template_child (widget_class, BridgeWindow, title_stack);
  gtk_widget_class_bind_template_child (widget_class, BridgeWindow, switcher);
  gtk_widget_class_bind_template_child (widget_class, BridgeWindow, compact_switcher);
  gtk_widget_class_bind_template_child (widget_class, BridgeWindow, window_title);
  gtk_widget_class_bind_template_child (widget_class, BridgeWindow, add_button);
  gtk_widget_class_bind_template_child (widget_class, BridgeWindow, person_button);
  gtk_widget_class_bind_template_child (widget_class, BridgeWindow, pause_button);
  gtk_widget_class_bind_template_child (widget_class, BridgeWindow, menu_button);
  gtk_widget_class_bind_template_child (widget_class, BridgeWindow, add_menu);
  gtk_widget_class_bind_template_child (widget_class, BridgeWindow, primary_menu);
  gtk_widget_class_bind_template_child (widget_class, BridgeWindow, strip);
  gtk_widget_class_bind_template_child (widget_class, BridgeWindow, strip_label);
  gtk_widget_class_bind_template_child (widget_class, BridgeWindow, strip_button);
  gtk_widget_class_bind_template_child (widget_class, BridgeWindow, toast_overlay);
  gtk_widget_class_bind_template_child (widget_class, BridgeWindow, main_stack);
  gtk_widget_class_bind_template_child (widget_class, BridgeWindow, view_stack);
  gtk_widget_class_bind_template_child (widget_class, BridgeWindow, today_bin);
  gtk_widget_class_bind_template_child (widget_class, BridgeWindow, rituals_bin);
  gtk_widget_class_bind_template_child (widget_class, BridgeWindow, boundaries_bin);
  gtk_widget_class_bind_template_child (widget_class, BridgeWindow, celebrate_bin);
  gtk_widget_class_bind_template_child (widget_class, BridgeWindow, reflect_bin);
  gtk_widget_class_bind_template_child (widget_class, BridgeWindow, trouble_page);
  gtk_widget_class_bind_template_child (widget_class, BridgeWindow, again_button);
  gtk_widget_class_bind_template_child (widget_class, BridgeWindow, switcher_bar);
  gtk_widget_class_bind_template_callback (widget_class, width_cb);
  gtk_widget_class_bind_template_callback (widget_class, page_cb);
  gtk_widget_class_bind_template_callback (widget_class, strip_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, again_clicked_cb);

  bridge_window_class_install_actions (widget_class);
}

/* The size is a nicety: without its schema the window has the one of the template. */
static void
restore_size (BridgeWindow *self)
{
  self->settings = bridge_settings_new ();
  if (self->settings == NULL)
    return;

  gtk_window_set_default_size (GTK_WINDOW (self),
                               g_settings_get_int (self->settings, "window-width"),
                               g_settings_get_int (self->settings, "window-height"));
  if (g_settings_get_boolean (self->settings, "window-maximized"))
    gtk_window_maximize (GTK_WINDOW (self));
}

static void
bridge_window_init (BridgeWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));

  bridge_lazy_menu_set (self->add_button, self->add_menu);
  bridge_lazy_menu_set (self->menu_button, self->primary_menu);
  if (g_str_equal (PROFILE, "devel"))
    gtk_widget_add_css_class (GTK_WIDGET (self), "devel");
  restore_size (self);
  g_signal_connect (self, "notify::is-active", G_CALLBACK (active_cb), NULL);
  bridge_window_update (self);
}

/**
 * bridge_window_new:
 * @application: what it belongs to
 *
 * A window that shows nothing yet.
 *
 * Returns: (transfer floating): the window
 */
GtkWidget *
bridge_window_new (GtkApplication *application)
{
  return g_object_new (BRIDGE_TYPE_WINDOW, "application", application, NULL);
}

/**
 * bridge_window_set_space:
 * @self: a window without a space
 * @space: what it is to show
 *
 * Shows Today, or the first run while nobody has a name.
 */
void
bridge_window_set_space (BridgeWindow *self,
                         BridgeSpace  *space)
{
  gboolean set_up = FALSE;

  g_return_if_fail (self->space == NULL);

  self->space = g_object_ref (space);
  g_signal_connect_object (space, "changed", G_CALLBACK (space_changed_cb), self, 0);
  g_signal_connect_object (bridge_space_get_clock (space), "woke", G_CALLBACK (woke_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (space, "notify::undo-label", G_CALLBACK (undo_label_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (space, "notify::can-redo", G_CALLBACK (undo_label_cb), self, G_CONNECT_SWAPPED);

  bridge_window_follow_persons (self);

  g_object_get (space, "set-up", &set_up, NULL);
  if (set_up || bridge_space_get_read_only (space))
    bridge_window_show_pages (self);
  else
    show_first_run (self);
  bridge_window_follow_dialogs (self);
  bridge_window_update_pause (self);
}

/**
 * bridge_window_show_trouble:
 * @self: a window without a space
 * @error: (transfer none): why it has none
 *
 * Says calmly what is the matter.
 */
void
bridge_window_show_trouble (BridgeWindow *self,
                            GError       *error)
{
  g_autofree char *markup = g_markup_escape_text (error->message, -1);

  adw_status_page_set_description (self->trouble_page, markup);
  gtk_stack_set_visible_child_name (self->main_stack, "trouble");
  bridge_window_update (self);
  gtk_widget_grab_focus (self->again_button);
}

/**
 * bridge_window_set_link:
 * @self: the window
 * @link: the way to the reminder service
 *
 * Lets the window say when reminders depend on it.
 */
void
bridge_window_set_link (BridgeWindow      *self,
                        BridgeServiceLink *link)
{
  g_return_if_fail (self->link == NULL);

  self->link = g_object_ref (link);
  g_signal_connect_object (link, "notify::state", G_CALLBACK (link_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (link, "status", G_CALLBACK (link_cb), self, G_CONNECT_SWAPPED);
  update_strip (self);
}

static void
forget_focus (GtkWidget *widget)
{
  GtkWidget *child = gtk_widget_get_focus_child (widget);

  if (child == NULL)
    return;
  forget_focus (child);
  gtk_widget_set_focus_child (widget, NULL);
}

/**
 * bridge_window_focus_page:
 * @self: a window that shows a page
 *
 * Puts the focus where it was in the page, or at its beginning. gtk_widget_child_focus() alone would go on to what comes after
 * that, one button further with every visit.
 */
void
bridge_window_focus_page (BridgeWindow *self)
{
  GtkWidget *page = bridge_window_ensure_page (self, bridge_window_get_page (self));
  GtkWidget *last = page;

  if (page == NULL)
    return;
  while (gtk_widget_get_focus_child (last) != NULL)
    last = gtk_widget_get_focus_child (last);
  if (last != page && gtk_widget_get_mapped (last) && gtk_widget_grab_focus (last))
    return;
  forget_focus (page);
  gtk_widget_child_focus (page, GTK_DIR_TAB_FORWARD);
}

/**
 * bridge_window_show_page:
 * @self: the window
 * @name: "today", "rituals", "boundaries", "celebrate" or "reflect"
 *
 * Shows a page, with the focus in it, unless the first run is not done.
 */
void
bridge_window_show_page (BridgeWindow *self,
                         const char   *name)
{
  GtkWidget *page, *focus;

  if (!bridge_window_is_page (name) || !bridge_window_shows_pages (self))
    return;

  adw_view_stack_set_visible_child_name (self->view_stack, name);
  /* Left to itself it would go to the beginning of the header. */
  page = bridge_window_ensure_page (self, bridge_window_get_page (self));
  focus = gtk_window_get_focus (GTK_WINDOW (self));
  if (page != NULL && (focus == NULL || !gtk_widget_is_ancestor (focus, page)))
    bridge_window_focus_page (self);
}

/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "bridge-promise-row"

#include "config.h"

#include "bridge-promise-row.h"

#include <glib/gi18n-lib.h>

#include "bridge-date-entry.h"
#include "bridge-feedback.h"
#include "bridge-form.h"
#include "bridge-lazy-menu.h"
#include "bridge-page.h"
#include "bridge-snooze-menu.h"
#include "bridge-words.h"

struct _BridgePromiseRow
{
  AdwActionRow parent_instance;

  BridgeSpace *space;
  BridgePromise *promise; /* (nullable): nothing is shown yet */

  GtkWidget *kept_button;
  GtkWidget *date_button;
  GtkWidget *menu_button;
  GtkWidget *date_entry;  /* (nullable): nobody has asked for it yet */
  GtkWidget *date_confirm;
  guint asking;           /* source: it is about to be asked for */
  gboolean asks;          /* once it can be seen */
};

G_DEFINE_FINAL_TYPE (BridgePromiseRow, bridge_promise_row, ADW_TYPE_ACTION_ROW)

/* With what was done the row may go: the window says it. */
static void
say (GtkWidget   *root,
     BridgeSpace *space,
     gboolean     done,
     GError      *error)
{
  if (done)
    bridge_feedback_show_undo (root, space);
  else
    bridge_feedback_show_error (root, error);
}

static void
change (BridgePromiseRow   *self,
        BridgePromiseEvent  event)
{
  g_autoptr (BridgeSpace) space = g_object_ref (self->space);
  g_autoptr (GtkWidget) root = g_object_ref (GTK_WIDGET (gtk_widget_get_root (GTK_WIDGET (self))));
  g_autoptr (GError) error = NULL;
  gboolean done = bridge_space_change_promise (space, bridge_promise_get_id (self->promise), event, &error);

  say (root, space, done, error);
}

static void
keep_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  change (BRIDGE_PROMISE_ROW (widget), BRIDGE_PROMISE_KEEP);
}

static void
let_go_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  change (BRIDGE_PROMISE_ROW (widget), BRIDGE_PROMISE_RELEASE);
}

static void
edit (BridgePromiseRow *self,
      BridgePromise    *promise)
{
  gtk_window_present (GTK_WINDOW (bridge_promise_editor_new (self->space, promise,
                                                             GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))))));
}

/* What is to be proposed may need another date, and a look. */
static void
bring_back_action (GtkWidget  *widget,
                   const char *name,
                   GVariant   *parameter)
{
  BridgePromiseRow *self = BRIDGE_PROMISE_ROW (widget);
  g_autoptr (BridgePromise) after = bridge_promise_copy (self->promise);

  g_object_set (after, "state", BRIDGE_PROMISE_OPEN, NULL);
  if (bridge_space_promise_needs_yes (self->space, self->promise, after))
    edit (self, after);
  else
    change (self, BRIDGE_PROMISE_BRING_BACK);
}

static void
snooze_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  BridgePromiseRow *self = BRIDGE_PROMISE_ROW (widget);
  g_autoptr (BridgeSpace) space = g_object_ref (self->space);
  g_autoptr (GtkWidget) root = g_object_ref (GTK_WIDGET (gtk_widget_get_root (widget)));
  g_autoptr (GError) error = NULL;
  const char *id;
  gint64 until;
  int snooze;

  g_variant_get (parameter, "(&si)", &id, &snooze);
  until = bridge_snooze_menu_get_until (space, snooze);
  if (until == 0)
    return;
  if (bridge_space_snooze_promise (space, id, until, &error))
    bridge_snooze_menu_say (root, space, until);
  else
    bridge_feedback_show_error (root, error);
}

static void
remove_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  BridgePromiseRow *self = BRIDGE_PROMISE_ROW (widget);
  g_autoptr (BridgeSpace) space = g_object_ref (self->space);
  g_autoptr (GtkWidget) root = g_object_ref (GTK_WIDGET (gtk_widget_get_root (widget)));
  g_autoptr (GError) error = NULL;
  gboolean done = bridge_space_remove_promise (space, bridge_promise_get_id (self->promise), &error);

  say (root, space, done, error);
}

static void
edit_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  edit (BRIDGE_PROMISE_ROW (widget), BRIDGE_PROMISE_ROW (widget)->promise);
}

static BridgeLocal
get_today (BridgePromiseRow *self)
{
  return bridge_local_day_start (bridge_clock_local_now (bridge_space_get_clock (self->space)));
}

static BridgeLocal
get_typed (BridgePromiseRow *self)
{
  return bridge_date_entry_get_date (BRIDGE_DATE_ENTRY (self->date_entry));
}

static void
typed_cb (BridgePromiseRow *self)
{
  BridgeLocal day = get_typed (self);
  gboolean other = self->promise != NULL && day != bridge_local_day_start (bridge_promise_get_due (self->promise));

  gtk_widget_set_sensitive (self->date_confirm, day != BRIDGE_LOCAL_NONE && day >= get_today (self) && other);
}

/* Another date of what both have promised takes both. */
static gboolean
is_proposed (BridgePromiseRow *self)
{
  g_autoptr (BridgePromise) after = bridge_promise_copy (self->promise);

  g_object_set (after, "due", bridge_promise_get_due (self->promise) + BRIDGE_DAY, NULL);
  return bridge_space_promise_needs_yes (self->space, self->promise, after);
}

/* Another day; a time of the day stays what it is. */
static void
re_agree_cb (BridgePromiseRow *self)
{
  g_autoptr (BridgeSpace) space = g_object_ref (self->space);
  g_autoptr (GtkWidget) root = g_object_ref (GTK_WIDGET (gtk_widget_get_root (GTK_WIDGET (self))));
  BridgeLocal due = bridge_promise_get_due (self->promise);
  g_autoptr (BridgePromise) after = bridge_promise_copy (self->promise);
  g_autoptr (BridgeInvitation) invitation = NULL;
  g_autoptr (GError) error = NULL;
  gboolean done;

  if (!gtk_widget_get_sensitive (self->date_confirm))
    return;

  due = get_typed (self) + due - bridge_local_day_start (due);
  gtk_menu_button_popdown (GTK_MENU_BUTTON (self->date_button));
  if (is_proposed (self))
    {
      g_object_set (after, "due", due, NULL);
      invitation = bridge_space_propose_promise (space, after, NULL, &error);
      done = invitation != NULL;
    }
  else
    {
      done = bridge_space_re_agree_promise (space, bridge_promise_get_id (after), due, bridge_promise_get_timed (after), &error);
    }
  say (root, space, done, error);
}

static void
create_popover_cb (GtkMenuButton *button,
                   gpointer       user_data)
{
  BridgePromiseRow *self = user_data;
  BridgeLocal due = bridge_local_day_start (bridge_promise_get_due (self->promise));

  if (self->date_entry == NULL)
    {
      GtkWidget *popover = gtk_popover_new ();
      GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

      self->date_entry = bridge_date_entry_new ();
      bridge_date_entry_set_name (BRIDGE_DATE_ENTRY (self->date_entry), _("Another day"));
      g_signal_connect_object (self->date_entry, "changed", G_CALLBACK (typed_cb), self, G_CONNECT_SWAPPED);
      self->date_confirm = gtk_button_new_with_mnemonic (_("_Re-agree"));
      gtk_widget_add_css_class (self->date_confirm, "suggested-action");
      g_signal_connect_object (self->date_confirm, "clicked", G_CALLBACK (re_agree_cb), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (bridge_date_entry_get_entry (BRIDGE_DATE_ENTRY (self->date_entry)), "activate",
                               G_CALLBACK (re_agree_cb), self, G_CONNECT_SWAPPED);
      gtk_box_append (GTK_BOX (box), self->date_entry);
      gtk_box_append (GTK_BOX (box), self->date_confirm);
      gtk_popover_set_child (GTK_POPOVER (popover), box);
      gtk_menu_button_set_popover (button, popover);
    }
  gtk_button_set_label (GTK_BUTTON (self->date_confirm), is_proposed (self) ? _("_Propose") : _("_Re-agree"));
  bridge_date_entry_set_date (BRIDGE_DATE_ENTRY (self->date_entry), MAX (due, get_today (self)) + BRIDGE_DAY);
  typed_cb (self);
}

static gboolean
ask_cb (gpointer user_data)
{
  BridgePromiseRow *self = user_data;

  self->asking = 0;
  if (!gtk_widget_get_mapped (self->date_button))
    return G_SOURCE_REMOVE;
  self->asks = FALSE;
  /* It comes into view with that. */
  gtk_widget_grab_focus (self->date_button);
  gtk_menu_button_popup (GTK_MENU_BUTTON (self->date_button));
  return G_SOURCE_REMOVE;
}

/* A window that has just come up has to have a size before anything opens in it. */
static void
date_button_mapped_cb (BridgePromiseRow *self)
{
  if (self->asks && self->asking == 0)
    self->asking = g_idle_add_full (G_PRIORITY_LOW, ask_cb, self, NULL);
}

static void
bridge_promise_row_dispose (GObject *object)
{
  BridgePromiseRow *self = BRIDGE_PROMISE_ROW (object);

  g_clear_handle_id (&self->asking, g_source_remove);

  g_clear_object (&self->promise);
  g_clear_object (&self->space);

  G_OBJECT_CLASS (bridge_promise_row_parent_class)->dispose (object);
}

static void
bridge_promise_row_class_init (BridgePromiseRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bridge_promise_row_dispose;

  gtk_widget_class_install_action (widget_class, "promise.keep", NULL, keep_action);
  gtk_widget_class_install_action (widget_class, "promise.let-go", NULL, let_go_action);
  gtk_widget_class_install_action (widget_class, "promise.bring-back", NULL, bring_back_action);
  gtk_widget_class_install_action (widget_class, "promise.snooze", "(si)", snooze_action);
  gtk_widget_class_install_action (widget_class, "promise.edit", NULL, edit_action);
  gtk_widget_class_install_action (widget_class, "promise.remove", NULL, remove_action);
}

static void
bridge_promise_row_init (BridgePromiseRow *self)
{
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (self), FALSE);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (self), 0);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (self), FALSE);
  gtk_widget_set_focusable (GTK_WIDGET (self), FALSE);

  /* Translators: a button: the promise was kept */
  self->kept_button = gtk_button_new_with_label (C_("promise", "Kept"));
  gtk_widget_set_valign (self->kept_button, GTK_ALIGN_CENTER);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->kept_button), "promise.keep");
  adw_action_row_add_suffix (ADW_ACTION_ROW (self), self->kept_button);

  self->date_button = gtk_menu_button_new ();
  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (self->date_button), "x-office-calendar-symbolic");
  gtk_widget_set_valign (self->date_button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (self->date_button, "flat");
  gtk_widget_set_tooltip_text (self->date_button, _("Re-agree…"));
  gtk_menu_button_set_create_popup_func (GTK_MENU_BUTTON (self->date_button), create_popover_cb, self, NULL);
  g_signal_connect_object (self->date_button, "map", G_CALLBACK (date_button_mapped_cb), self,
                           G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  adw_action_row_add_suffix (ADW_ACTION_ROW (self), self->date_button);

  self->menu_button = gtk_menu_button_new ();
  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (self->menu_button), "view-more-symbolic");
  gtk_widget_set_valign (self->menu_button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (self->menu_button, "flat");
  gtk_widget_set_tooltip_text (self->menu_button, _("Other Answers"));
  adw_action_row_add_suffix (ADW_ACTION_ROW (self), self->menu_button);
}

/**
 * bridge_promise_row_new:
 * @space: the space
 *
 * A row that shows nothing yet.
 *
 * Returns: (transfer floating): the widget
 */
GtkWidget *
bridge_promise_row_new (BridgeSpace *space)
{
  BridgePromiseRow *self = g_object_new (BRIDGE_TYPE_PROMISE_ROW, NULL);

  self->space = g_object_ref (space);
  return GTK_WIDGET (self);
}

/* Whoever's it is has something to say about it; while a change waits for an answer, the answer comes first. */
static GMenuModel *
make_menu (BridgePromiseRow *self,
           gboolean          open,
           gboolean          waits)
{
  GMenu *menu = g_menu_new ();

  if (open)
    g_menu_append (menu, _("Let Go"), "promise.let-go");
  else if (!waits)
    g_menu_append (menu, _("Bring Back"), "promise.bring-back");
  if (open && !waits)
    g_menu_append (menu, _("Edit"), "promise.edit");
  if (bridge_space_may_remove_promise (self->space, self->promise))
    g_menu_append (menu, _("Remove"), "promise.remove");
  if (open && bridge_space_get_reminders_on (self->space))
    bridge_snooze_menu_append (menu, self->space, "promise.snooze", bridge_promise_get_id (self->promise));
  return G_MENU_MODEL (menu);
}

static void
show_when (BridgePromiseRow *self,
           gboolean          waits)
{
  BridgeLocal now = bridge_clock_local_now (bridge_space_get_clock (self->space));
  g_autofree char *when = bridge_promise_dup_when (self->promise, now);
  /* Translators: %s is a day, perhaps with a time: "today", "Tuesday at 19:00" */
  g_autofree char *subtitle = g_strdup_printf (_("For %s"), when);
  const char *who = bridge_promise_get_who (self->promise);
  BridgePerson *person = who != NULL ? bridge_space_find_person (self->space, who) : NULL;

  g_autoptr (GString) line = g_string_new (subtitle);

  if (bridge_space_get_partner (self->space) != NULL)
    g_string_append_printf (line, " · %s", person != NULL ? bridge_person_get_name (person) : _("Both"));
  if (waits)
    g_string_append_printf (line, " · %s", _("a change is proposed"));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self), line->str);
}

/**
 * bridge_promise_row_show:
 * @self: the row
 * @promise: what it is to show
 *
 * Shows a promise.
 */
void
bridge_promise_row_show (BridgePromiseRow *self,
                         BridgePromise    *promise)
{
  const char *text = bridge_promise_get_text (promise);
  gboolean open = bridge_promise_get_state (promise) == BRIDGE_PROMISE_OPEN;
  gboolean own = bridge_space_is_own_promise (self->space, promise);
  gboolean usable = own && !bridge_space_get_read_only (self->space);
  gboolean waits =
    bridge_space_find_waiting (self->space, BRIDGE_INVITATION_PROMISE, bridge_promise_get_id (promise)) != NULL;
  g_autoptr (GMenuModel) menu = NULL;
  /* Translators: %s is what was promised. */
  g_autofree char *kept = g_strdup_printf (_("Kept: %s"), text);
  /* Translators: %s is what was promised. */
  g_autofree char *re_agree = g_strdup_printf (_("Re-agree: %s"), text);
  /* Translators: %s is what was promised. */
  g_autofree char *others = g_strdup_printf (_("Other answers for %s"), text);

  g_set_object (&self->promise, promise);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), text);
  show_when (self, waits);
  menu = make_menu (self, open, waits);
  gtk_widget_set_visible (self->kept_button, usable && open);
  bridge_set_name (self->kept_button, kept);
  gtk_widget_set_visible (self->date_button, usable && open && !waits);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->date_button), GTK_ACCESSIBLE_PROPERTY_LABEL, re_agree, -1);
  gtk_widget_set_visible (self->menu_button, usable && g_menu_model_get_n_items (menu) > 0);
  bridge_lazy_menu_set (self->menu_button, menu);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->menu_button), GTK_ACCESSIBLE_PROPERTY_LABEL, others, -1);
}

/**
 * bridge_promise_row_ask_date:
 * @self: the row
 *
 * Opens what asks for another date, where that is offered, now or as soon as the row can be seen.
 */
void
bridge_promise_row_ask_date (BridgePromiseRow *self)
{
  self->asks = gtk_widget_get_visible (self->date_button);
  if (gtk_widget_get_mapped (self->date_button))
    ask_cb (self);
}

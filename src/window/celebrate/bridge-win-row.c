/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "bridge-win-row"

#include "config.h"

#include "bridge-win-row.h"

#include <glib/gi18n-lib.h>

#include "bridge-aside-layout.h"
#include "bridge-feedback.h"
#include "bridge-lazy-menu.h"
#include "bridge-log-text.h"
#include "bridge-page.h"
#include "bridge-photo-strip.h"
#include "bridge-space-milestones.h"
#include "bridge-words.h"

struct _BridgeWinRow
{
  AdwBin parent_instance;

  BridgeSpace *space;
  BridgeWin *win;
  int allowed; /* what can be done with it, as a number; -1: nothing was said yet */

  GtkLabel *month_label;
  GtkLabel *reached_label;
  BridgeLogText *text_label;
  BridgeLogText *meant_label;
  BridgePhotoStrip *photo_strip;
  BridgeLogText *about_label;
  GtkButton *star_button;
  GtkMenuButton *menu_button;
  GMenuModel *menu;
};

G_DEFINE_FINAL_TYPE (BridgeWinRow, bridge_win_row, ADW_TYPE_BIN)

static BridgeLocal
get_now (BridgeWinRow *self)
{
  return bridge_clock_local_now (bridge_space_get_clock (self->space));
}

static void
edit_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  BridgeWinRow *self = BRIDGE_WIN_ROW (widget);
  GtkRoot *root = gtk_widget_get_root (widget);
  GtkWidget *editor;

  if (self->win == NULL || !GTK_IS_WINDOW (root))
    return;

  editor = bridge_win_editor_new (self->space, self->win, GTK_WINDOW (root));
  gtk_window_present (GTK_WINDOW (editor));
}

static void
star_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  /* The list lets go of the win, and perhaps of this row, while the command runs. */
  g_autoptr (BridgeWinRow) self = g_object_ref (BRIDGE_WIN_ROW (widget));
  g_autoptr (BridgeWin) win = NULL;
  g_autoptr (GError) error = NULL;

  if (g_set_object (&win, self->win)
      && !bridge_space_star_win (self->space, bridge_win_get_id (win), !bridge_win_get_starred (win), &error))
    bridge_feedback_show_error (widget, error);
}

static void
remove_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  BridgeWinRow *self = BRIDGE_WIN_ROW (widget);
  GtkWidget *root = GTK_WIDGET (gtk_widget_get_root (widget));
  g_autoptr (BridgeSpace) space = g_object_ref (self->space);
  g_autoptr (BridgeWin) win = NULL;
  g_autoptr (GError) error = NULL;

  if (!g_set_object (&win, self->win))
    return;

  /* The list lets go of the win, and perhaps of this row, while the command runs. */
  if (bridge_space_remove_win (space, bridge_win_get_id (win), &error))
    bridge_feedback_show_undo (root, space);
  else
    bridge_feedback_show_error (root, error);
}

/* The page around the log opens it. */
static void
milestone_action (GtkWidget  *widget,
                  const char *name,
                  GVariant   *parameter)
{
  BridgeWinRow *self = BRIDGE_WIN_ROW (widget);
  BridgeMilestone *milestone = self->win != NULL ? bridge_space_find_milestone_of_win (self->space, self->win) : NULL;

  if (milestone != NULL)
    gtk_widget_activate_action (widget, "milestones.open", "s", bridge_milestone_get_id (milestone));
}

static void
menu_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  gtk_menu_button_popup (BRIDGE_WIN_ROW (widget)->menu_button);
}

/* What it belongs to, as far as whoever is here may see that: (transfer full). */
static GStrv
dup_belongs_to (BridgeWinRow *self)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  const char *promise_id = bridge_win_get_promise_id (self->win);
  GListModel *rituals = bridge_space_get_rituals (self->space);
  const char *ritual_id = bridge_win_get_ritual_id (self->win);
  BridgeMilestone *milestone = bridge_space_find_milestone_of_win (self->space, self->win);

  for (guint i = 0; ritual_id != NULL && i < g_list_model_get_n_items (rituals); i++)
    {
      g_autoptr (BridgeRitual) ritual = g_list_model_get_item (rituals, i);

      if (g_strcmp0 (bridge_ritual_get_id (ritual), ritual_id) == 0)
        g_strv_builder_add (builder, bridge_ritual_get_title (ritual));
    }
  if (bridge_win_get_pause_id (self->win) != NULL)
    g_strv_builder_add (builder, _("after a pause"));
  if (promise_id != NULL)
    {
      g_autoptr (BridgePromise) promise = bridge_space_find_promise (self->space, promise_id, NULL);

      if (promise != NULL && bridge_space_shows_promise (self->space, promise))
        {
          /* Translators: under a small win: the promise it belongs to. */
          g_autofree char *words = g_strdup_printf (_("promise “%s”"), bridge_promise_get_text (promise));

          g_strv_builder_add (builder, words);
        }
    }

  /* What was reached says so itself. */
  if (milestone != NULL && bridge_win_get_kind (self->win) != BRIDGE_WIN_MILESTONE)
    {
      /* Translators: under a small win: the milestone it belongs to. */
      g_autofree char *words = g_strdup_printf (_("milestone “%s”"), bridge_milestone_get_title (milestone));

      g_strv_builder_add (builder, words);
    }

  return g_strv_builder_end (builder);
}

/* That it was oneself goes without saying in a space with one person; that it was somebody who has left does not. */
static char *
dup_noticed_by (BridgeWinRow *self)
{
  const char *id = bridge_win_get_noticed_by (self->win);

  if (id == NULL || (bridge_space_get_partner (self->space) == NULL && bridge_space_find_person (self->space, id) != NULL))
    return NULL;

  return bridge_space_dup_name (self->space, id);
}

static char *
dup_about (BridgeWinRow *self)
{
  g_autofree char *date = bridge_words_date (bridge_win_get_on (self->win), get_now (self));
  g_auto (GStrv) belongs_to = dup_belongs_to (self);
  g_autofree char *noticed_by = dup_noticed_by (self);

  return bridge_win_row_format_about (date, noticed_by, (const char *const *) belongs_to);
}

/* One that is set asks the display where the pointer is, and waits for the answer. */
static gboolean
star_tooltip_cb (GtkWidget    *button,
                 int           x,
                 int           y,
                 gboolean      keyboard_mode,
                 GtkTooltip   *tooltip,
                 BridgeWinRow *self)
{
  if (self->win == NULL)
    return FALSE;

  gtk_tooltip_set_text (tooltip, bridge_win_get_starred (self->win) ? _("Take the Star Off") : _("Star"));

  return TRUE;
}

static void
show_star (BridgeWinRow *self,
           gboolean      starred)
{
  const char *icon_name = starred ? "starred-symbolic" : "bridge-star-symbolic";
  /* Translators: for a screen reader: what a button does; %s is a small win. */
  g_autofree char *words = g_strdup_printf (starred ? _("Take the star off “%s”") : _("Star “%s”"),
                                            bridge_win_get_text (self->win));

  gtk_accessible_update_property (GTK_ACCESSIBLE (self->star_button),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
  if (g_strcmp0 (gtk_button_get_icon_name (self->star_button), icon_name) == 0)
    return;

  gtk_button_set_icon_name (self->star_button, icon_name);
  if (starred)
    gtk_widget_add_css_class (GTK_WIDGET (self->star_button), "starred");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->star_button), "starred");
}

/* Whoever listens for actions is told again even of what stays as it is. */
static void
allow (BridgeWinRow *self)
{
  gboolean write = !bridge_space_get_read_only (self->space);
  gboolean own = write && bridge_space_is_own_win (self->space, self->win);
  gboolean milestone = bridge_space_find_milestone_of_win (self->space, self->win) != NULL;
  int allowed = (write ? 1 : 0) + (own ? 2 : 0) + (milestone ? 4 : 0);

  if (self->allowed == allowed)
    return;

  self->allowed = allowed;
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win-row.star", write);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win-row.edit", own);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win-row.remove", own);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win-row.milestone", milestone);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win-row.menu", own || milestone);
  gtk_widget_set_visible (GTK_WIDGET (self->menu_button), own || milestone);
}

static void
bridge_win_row_dispose (GObject *object)
{
  BridgeWinRow *self = BRIDGE_WIN_ROW (object);

  adw_bin_set_child (ADW_BIN (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), BRIDGE_TYPE_WIN_ROW);
  g_clear_object (&self->win);
  g_clear_object (&self->space);

  G_OBJECT_CLASS (bridge_win_row_parent_class)->dispose (object);
}

static void
bridge_win_row_class_init (BridgeWinRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = bridge_win_row_dispose;

  g_type_ensure (BRIDGE_TYPE_ASIDE_LAYOUT);
  g_type_ensure (BRIDGE_TYPE_LOG_TEXT);
  g_type_ensure (BRIDGE_TYPE_PHOTO_STRIP);
  gtk_widget_class_set_template_from_resource (widget_class, APP_PATH "/ui/win-row.ui");
  gtk_widget_class_bind_template_child (widget_class, BridgeWinRow, month_label);
  gtk_widget_class_bind_template_child (widget_class, BridgeWinRow, reached_label);
  gtk_widget_class_bind_template_child (widget_class, BridgeWinRow, text_label);
  gtk_widget_class_bind_template_child (widget_class, BridgeWinRow, meant_label);
  gtk_widget_class_bind_template_child (widget_class, BridgeWinRow, photo_strip);
  gtk_widget_class_bind_template_child (widget_class, BridgeWinRow, about_label);
  gtk_widget_class_bind_template_child (widget_class, BridgeWinRow, star_button);
  gtk_widget_class_bind_template_child (widget_class, BridgeWinRow, menu_button);
  gtk_widget_class_bind_template_child (widget_class, BridgeWinRow, menu);

  gtk_widget_class_bind_template_callback (widget_class, star_tooltip_cb);

  gtk_widget_class_install_action (widget_class, "win-row.edit", NULL, edit_action);
  gtk_widget_class_install_action (widget_class, "win-row.star", NULL, star_action);
  gtk_widget_class_install_action (widget_class, "win-row.remove", NULL, remove_action);
  gtk_widget_class_install_action (widget_class, "win-row.milestone", NULL, milestone_action);
  gtk_widget_class_install_action (widget_class, "win-row.menu", NULL, menu_action);
}

static void
bridge_win_row_init (BridgeWinRow *self)
{
  self->allowed = -1;
  gtk_widget_init_template (GTK_WIDGET (self));
  bridge_lazy_menu_set (GTK_WIDGET (self->menu_button), self->menu);
}

/**
 * bridge_win_row_new:
 * @space: the space
 *
 * A row that shows nothing yet.
 *
 * Returns: (transfer floating): the widget
 */
GtkWidget *
bridge_win_row_new (BridgeSpace *space)
{
  BridgeWinRow *self = g_object_new (BRIDGE_TYPE_WIN_ROW, NULL);

  self->space = g_object_ref (space);

  return GTK_WIDGET (self);
}

/**
 * bridge_win_row_set_win:
 * @self: the row
 * @win: (nullable): a win; %NULL lets go of the one shown
 * @starts_month: whether it is the first of its month
 *
 * Shows @win.
 */
void
bridge_win_row_set_win (BridgeWinRow *self,
                        BridgeWin    *win,
                        gboolean      starts_month)
{
  g_autofree char *about = NULL;
  g_autofree char *menu = NULL;

  g_set_object (&self->win, win);
  bridge_photo_strip_show (self->photo_strip, self->space, win != NULL ? bridge_win_get_id (win) : NULL);
  if (win == NULL)
    return;

  about = dup_about (self);
  gtk_widget_set_visible (GTK_WIDGET (self->reached_label), bridge_win_get_kind (win) == BRIDGE_WIN_MILESTONE);
  bridge_log_text_set_text (self->text_label, bridge_win_get_text (win));
  bridge_log_text_set_text (self->meant_label, bridge_win_get_meant (win));
  gtk_widget_set_visible (GTK_WIDGET (self->meant_label), *bridge_win_get_meant (win) != '\0');
  bridge_log_text_set_text (self->about_label, about);
  show_star (self, bridge_win_get_starred (win));
  allow (self);
  bridge_win_row_set_starts_month (self, starts_month);

  /* Translators: the menu of one win; %s is the win. */
  menu = g_strdup_printf (_("More for “%s”"), bridge_win_get_text (win));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->menu_button),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, menu, -1);
}

/**
 * bridge_win_row_set_starts_month:
 * @self: the row
 * @starts_month: whether it is the first of its month
 *
 * Shows or hides the month's heading.
 */
void
bridge_win_row_set_starts_month (BridgeWinRow *self,
                                 gboolean      starts_month)
{
  if (starts_month && self->win != NULL)
    {
      g_autofree char *month = bridge_words_month (bridge_win_get_on (self->win));

      gtk_label_set_label (self->month_label, month);
    }
  gtk_widget_set_visible (GTK_WIDGET (self->month_label), starts_month);
}

/**
 * bridge_win_row_get_win:
 * @self: the row
 *
 * What it shows.
 *
 * Returns: (transfer none) (nullable): the win
 */
BridgeWin *
bridge_win_row_get_win (BridgeWinRow *self)
{
  return self->win;
}

/**
 * bridge_win_row_dup_words:
 * @self: a row that shows a win
 *
 * Says the row in one go, for screen readers.
 *
 * Returns: (transfer full): what, what it meant, when, who
 */
char *
bridge_win_row_dup_words (BridgeWinRow *self)
{
  g_autoptr (GString) words = g_string_new (NULL);
  const char *about = bridge_log_text_get_text (self->about_label);
  guint n = bridge_photo_strip_get_n (self->photo_strip);

  if (bridge_win_get_kind (self->win) == BRIDGE_WIN_MILESTONE)
    g_string_append_printf (words, "%s. ", gtk_label_get_label (self->reached_label));
  g_string_append (words, bridge_win_get_text (self->win));
  if (*bridge_win_get_meant (self->win) != '\0')
    g_string_append_printf (words, ". %s", bridge_win_get_meant (self->win));
  g_string_append_printf (words, ". %s", about);
  if (bridge_win_get_starred (self->win))
    g_string_append_printf (words, ". %s", _("Starred"));
  if (n > 0)
    g_string_append_printf (words, ngettext (". %u picture", ". %u pictures", n), n);

  return g_string_free (g_steal_pointer (&words), FALSE);
}

/**
 * bridge_win_row_format_about:
 * @date: the day in words
 * @noticed_by: (nullable): a name
 * @belongs_to: (array zero-terminated=1) (nullable): a ritual's title and the like
 *
 * Puts the small print under a win together.
 *
 * Returns: (transfer full): one line
 */
char *
bridge_win_row_format_about (const char        *date,
                             const char        *noticed_by,
                             const char *const *belongs_to)
{
  char *about;

  if (noticed_by != NULL)
    {
      /* Translators: under a small win: the day and who noticed it. */
      about = g_strdup_printf (_("%1$s · noticed by %2$s"), date, noticed_by);
    }
  else
    {
      about = g_strdup (date);
    }

  for (guint i = 0; belongs_to != NULL && belongs_to[i] != NULL; i++)
    {
      g_autofree char *before = about;

      /* Translators: under a small win: the day and so on, and what it belongs to, for instance a ritual. */
      about = g_strdup_printf (_("%1$s · %2$s"), before, belongs_to[i]);
    }

  return about;
}

/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "bridge-on-this-day"

#include "config.h"

#include "bridge-on-this-day.h"

#include <glib/gi18n-lib.h>

/* More would be a list, and the log is one already. */
#define MAX_SHOWN 3

struct _BridgeOnThisDay
{
  GtkBox parent_instance;

  BridgeSpace *space;
};

G_DEFINE_FINAL_TYPE (BridgeOnThisDay, bridge_on_this_day, GTK_TYPE_BOX)

static void
bridge_on_this_day_dispose (GObject *object)
{
  g_clear_object (&BRIDGE_ON_THIS_DAY (object)->space);

  G_OBJECT_CLASS (bridge_on_this_day_parent_class)->dispose (object);
}

static void
bridge_on_this_day_class_init (BridgeOnThisDayClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = bridge_on_this_day_dispose;
}

static void
bridge_on_this_day_init (BridgeOnThisDay *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 6);
  gtk_widget_set_margin_top (GTK_WIDGET (self), 12);
  gtk_widget_add_css_class (GTK_WIDGET (self), "card");
  gtk_widget_add_css_class (GTK_WIDGET (self), "bridge-memory");
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

static void
add_label (BridgeOnThisDay *self,
           const char      *text,
           const char      *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  gtk_box_append (GTK_BOX (self), label);
}

static void
add_win (BridgeOnThisDay *self,
         BridgeWin       *win,
         int              year)
{
  g_autofree char *years = NULL;
  BridgeCivil then;

  bridge_local_to_civil (bridge_win_get_on (win), &then);
  years = bridge_on_this_day_format_years (year - then.year);
  add_label (self, years, "bridge-eyebrow");
  add_label (self, bridge_win_get_text (win), NULL);
  if (*bridge_win_get_meant (win) != '\0')
    add_label (self, bridge_win_get_meant (win), "win-meant");
}

/**
 * bridge_on_this_day_new:
 * @space: the space
 *
 * Filled, if there is anything.
 *
 * Returns: (transfer floating): the widget
 */
GtkWidget *
bridge_on_this_day_new (BridgeSpace *space)
{
  BridgeOnThisDay *self = g_object_new (BRIDGE_TYPE_ON_THIS_DAY, NULL);

  self->space = g_object_ref (space);
  bridge_on_this_day_update (self);

  return GTK_WIDGET (self);
}

/**
 * bridge_on_this_day_update:
 * @self: the widget
 *
 * Looks again: another day has begun, or wins have changed.
 */
void
bridge_on_this_day_update (BridgeOnThisDay *self)
{
  BridgeLocal today = bridge_local_day_start (bridge_clock_local_now (bridge_space_get_clock (self->space)));
  const BridgeWinQuery query = { .kind = -1, .anniversary = today };
  g_autoptr (GListModel) wins = bridge_space_list_wins (self->space, &query);
  guint n = MIN (g_list_model_get_n_items (wins), MAX_SHOWN);
  BridgeCivil civil;
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_box_remove (GTK_BOX (self), child);

  bridge_local_to_civil (today, &civil);
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (BridgeWin) win = g_list_model_get_item (wins, i);

      add_win (self, win, civil.year);
    }
  gtk_widget_set_visible (GTK_WIDGET (self), n > 0);
}

/**
 * bridge_on_this_day_format_years:
 * @years: how many, at least 1
 *
 * Returns: (transfer full): how long ago that is
 */
char *
bridge_on_this_day_format_years (int years)
{
  if (years == 1)
    return g_strdup (_("A year ago today"));

  return g_strdup_printf (ngettext ("%d year ago today", "%d years ago today", years), years);
}

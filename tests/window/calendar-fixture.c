/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "bridge-calendar-words.h"
#include "calendar-fixture.h"

void
calendar_fixture_set_up (RitualsFixture *fixture,
                         gconstpointer   partner)
{
  rituals_fixture_set_up (fixture, partner);
  set_first_weekday ("monday");
}

int
day (const char *text)
{
  return bridge_local_get_day (local (text));
}

char *
name_of (BridgeRitual *ritual,
         const char   *start)
{
  return bridge_occurrence_format_name (bridge_ritual_get_id (ritual), local (start));
}

void
answer (RitualsFixture *fixture,
        const char     *name,
        BridgeOutcome   outcome)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (bridge_space_answer (fixture->space, name, outcome, &error));
  g_assert_no_error (error);
}

BridgeLocal
planned (RitualsFixture *fixture,
         const char     *name)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BridgeOccurrence) occurrence = bridge_space_find_occurrence (fixture->space, name, &error);

  g_assert_no_error (error);

  return bridge_occurrence_get_planned (occurrence);
}

GtkWidget *
show_calendar (RitualsFixture     *fixture,
               BridgeCalendarKind  kind,
               int                 width)
{
  GtkWidget *calendar = bridge_calendar_new (fixture->space);

  bridge_calendar_set_kind (BRIDGE_CALENDAR (calendar), kind);
  rituals_fixture_show (fixture, calendar);
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), width, 760);
  settle ();

  return calendar;
}

BridgeWeekView *
get_week (GtkWidget *calendar)
{
  return BRIDGE_WEEK_VIEW (find_type (calendar, BRIDGE_TYPE_WEEK_VIEW));
}

void
assert_mark (GtkWidget  *calendar,
             const char *name,
             BridgeMark  mark)
{
  GtkWidget *block = bridge_week_view_get_block (get_week (calendar), name);

  g_assert_nonnull (block);
  g_assert_cmpint (bridge_moment_block_get_mark (BRIDGE_MOMENT_BLOCK (block)), ==, mark);
  g_assert_true (gtk_widget_has_css_class (block, bridge_mark_get_style (mark)));
}

graphene_rect_t
get_bounds (GtkWidget *widget,
            GtkWidget *within)
{
  graphene_rect_t bounds;

  g_assert_true (gtk_widget_compute_bounds (widget, within, &bounds));

  return bounds;
}

gboolean
has_focus (GtkWidget *widget)
{
  return gtk_root_get_focus (gtk_widget_get_root (widget)) == widget;
}

/* What a key would do: class bindings stand in the list of the widget's shortcut controllers. */
void
press (GtkWidget       *within,
       guint            key,
       GdkModifierType  modifiers)
{
  for (GtkWidget *widget = gtk_root_get_focus (gtk_widget_get_root (within)); widget != NULL;
       widget = gtk_widget_get_parent (widget))
    {
      g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (widget);

      for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
        {
          g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

          if (!GTK_IS_SHORTCUT_CONTROLLER (controller))
            continue;
          for (guint k = 0; k < g_list_model_get_n_items (G_LIST_MODEL (controller)); k++)
            {
              g_autoptr (GtkShortcut) shortcut = g_list_model_get_item (G_LIST_MODEL (controller), k);
              GtkShortcutTrigger *trigger = gtk_shortcut_get_trigger (shortcut);

              if (!GTK_IS_KEYVAL_TRIGGER (trigger) ||
                  gtk_keyval_trigger_get_keyval (GTK_KEYVAL_TRIGGER (trigger)) != key ||
                  gtk_keyval_trigger_get_modifiers (GTK_KEYVAL_TRIGGER (trigger)) != modifiers)
                continue;
              if (gtk_shortcut_action_activate (gtk_shortcut_get_action (shortcut), 0, widget,
                                                gtk_shortcut_get_arguments (shortcut)))
                {
                  settle ();
                  return;
                }
            }
        }
    }

  g_error ("Nobody knows the key %s", gdk_keyval_name (key));
}

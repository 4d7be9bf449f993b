/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "bridge-calendar"

#include "config.h"

#include "bridge-week-view-private.h"

#include <glib/gi18n-lib.h>

#include "bridge-calendar-words.h"
#include "bridge-day-head.h"
#include "bridge-moment-block.h"
#include "bridge-moment-drag.h"

G_DEFINE_FINAL_TYPE (BridgeWeekView, bridge_week_view, GTK_TYPE_WIDGET)

/**
 * bridge_week_get_minute:
 * @occurrence: a moment
 *
 * Returns: the minute of the day at which it begins here
 */
int
bridge_week_get_minute (BridgeOccurrence *occurrence)
{
  return bridge_local_get_second_of_day (bridge_occurrence_get_local (occurrence)) / 60;
}

/* ---- What it shows */

static GtkWidget *
ensure_block (BridgeWeekView   *self,
              BridgeOccurrence *occurrence)
{
  const char *name = bridge_occurrence_get_name (occurrence);
  GtkWidget *block = g_hash_table_lookup (self->blocks, name);

  if (block == NULL)
    {
      block = bridge_moment_block_new ();
      gtk_widget_set_parent (block, GTK_WIDGET (self));
      g_hash_table_insert (self->blocks, g_strdup (name), block);
    }

  return block;
}

static void
update_column (BridgeWeekView *self,
               int             i,
               GHashTable     *shown,
               GArray         *stretches)
{
  BridgeWeekColumn *column = &self->columns[i];
  int day = bridge_calendar_days_get_first (self->days) + i;
  const BridgeCalendarDay *content = bridge_calendar_days_get (self->days, day);
  GListModel *hours = bridge_space_get_hours (bridge_calendar_days_get_space (self->days));
  GtkWidget *last = column->away;
  g_autofree char *hours_words = NULL;
  g_autofree char *caption = NULL;

  bridge_day_head_show (BRIDGE_DAY_HEAD (column->head), self->days, day);
  column->is_away = content->away != NULL;
  gtk_label_set_label (GTK_LABEL (column->away), content->away != NULL ? content->away : "");
  gtk_widget_set_tooltip_text (column->away, content->away_words);
  gtk_widget_set_visible (column->away, column->is_away);
  caption = bridge_calendar_day_caption (content->away_words, hours, day);
  gtk_label_set_label (GTK_LABEL (column->caption), caption != NULL ? caption : "");
  gtk_widget_set_visible (column->caption, caption != NULL);

  g_clear_pointer (&column->quiet, g_array_unref);
  g_clear_pointer (&column->stress, g_array_unref);
  column->quiet = bridge_calendar_hours_of_day (hours, BRIDGE_HOURS_QUIET, day);
  column->stress = bridge_calendar_hours_of_day (hours, BRIDGE_HOURS_STRESS, day);

  hours_words = bridge_calendar_hours_to_words (column->quiet, column->stress);
  gtk_accessible_update_property (GTK_ACCESSIBLE (column->head), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  hours_words != NULL ? hours_words : "", -1);
  gtk_widget_set_tooltip_text (column->head, hours_words);

  g_ptr_array_set_size (column->blocks, 0);
  for (guint k = 0; k < content->moments->len; k++)
    {
      BridgeOccurrence *occurrence = g_ptr_array_index (content->moments, k);
      GtkWidget *block = ensure_block (self, occurrence);
      int minute = bridge_week_get_minute (occurrence);
      BridgeStretch stretch = {
        minute, minute + bridge_ritual_get_minutes (bridge_occurrence_get_ritual (occurrence)),
      };

      bridge_moment_block_show (BRIDGE_MOMENT_BLOCK (block), self->days, occurrence);
      gtk_widget_insert_after (block, GTK_WIDGET (self), last);
      g_hash_table_add (shown, block);
      g_ptr_array_add (column->blocks, block);
      g_array_append_val (stretches, stretch);
      last = block;
    }
}

/* Does any of them lie within the hours that are drawn? */
static gboolean
is_seen (BridgeWeekView *self,
         GArray         *hours)
{
  for (guint i = 0; i < hours->len; i++)
    {
      const BridgeStretch *stretch = &g_array_index (hours, BridgeStretch, i);

      if (stretch->from < self->span.to && stretch->to > self->span.from)
        return TRUE;
    }
  return FALSE;
}

/* Only what is there to be seen is explained. */
static void
update_legend (BridgeWeekView *self)
{
  gboolean quiet = FALSE;
  gboolean stress = FALSE;

  for (int i = 0; i < BRIDGE_WEEK_DAYS; i++)
    {
      quiet |= is_seen (self, self->columns[i].quiet);
      stress |= is_seen (self, self->columns[i].stress);
    }
  gtk_widget_set_visible (self->quiet_legend, quiet);
  gtk_widget_set_visible (self->stress_legend, stress);
  gtk_widget_set_visible (self->legend, quiet || stress);
}

static int
find_column (BridgeWeekView *self,
             GtkWidget      *child,
             int            *position)
{
  for (int i = 0; child != NULL && i < BRIDGE_WEEK_DAYS; i++)
    {
      guint k;

      if (self->columns[i].head == child)
        {
          *position = -1;
          return i;
        }
      if (g_ptr_array_find (self->columns[i].blocks, child, &k))
        {
          *position = (int) k;
          return i;
        }
    }

  return -1;
}

static void
remove_others (BridgeWeekView *self,
               GHashTable     *shown)
{
  GHashTableIter iter;
  gpointer block;

  g_hash_table_iter_init (&iter, self->blocks);
  while (g_hash_table_iter_next (&iter, NULL, &block))
    {
      if (g_hash_table_contains (shown, block))
        continue;
      g_hash_table_iter_remove (&iter);
      gtk_widget_unparent (block);
    }
}

static void
update (BridgeWeekView *self)
{
  g_autoptr (GHashTable) shown = g_hash_table_new (NULL, NULL);
  g_autoptr (GArray) stretches = g_array_new (FALSE, FALSE, sizeof (BridgeStretch));
  GtkWidget *focus = bridge_view_get_focus_child (GTK_WIDGET (self));
  int position = -1;
  int focused = find_column (self, focus, &position);

  if (bridge_calendar_days_get_n (self->days) != BRIDGE_WEEK_DAYS)
    return;

  for (int i = 0; i < BRIDGE_WEEK_DAYS; i++)
    update_column (self, i, shown, stretches);
  self->span = bridge_calendar_span ((const BridgeStretch *) stretches->data, stretches->len);
  update_legend (self);
  /* What had the focus and goes gives it to its day. */
  if (focused >= 0 && position >= 0 && !g_hash_table_contains (shown, focus))
    gtk_widget_grab_focus (self->columns[focused].head);
  remove_others (self, shown);

  gtk_widget_queue_resize (GTK_WIDGET (self));
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* ---- The keyboard */

static GtkWidget *
find_nearest (BridgeWeekColumn *column,
              int     minute)
{
  GtkWidget *nearest = NULL;
  int distance = G_MAXINT;

  for (guint k = 0; k < column->blocks->len; k++)
    {
      GtkWidget *block = g_ptr_array_index (column->blocks, k);
      int away = ABS (bridge_week_get_minute (bridge_moment_block_get_occurrence (BRIDGE_MOMENT_BLOCK (block))) - minute);

      if (away < distance)
        {
          distance = away;
          nearest = block;
        }
    }

  return nearest;
}

static void
walk_days (BridgeWeekView *self,
           int             index,
           int             position,
           int             days)
{
  int target = index + days;
  GtkWidget *next = NULL;

  if (target < 0 || target >= BRIDGE_WEEK_DAYS)
    {
      gtk_widget_activate_action (GTK_WIDGET (self), "calendar.show-day", "i",
                                  bridge_calendar_days_get_first (self->days) + target);
      return;
    }

  if (position >= 0)
    {
      GtkWidget *block = g_ptr_array_index (self->columns[index].blocks, position);

      next = find_nearest (&self->columns[target],
                           bridge_week_get_minute (bridge_moment_block_get_occurrence (BRIDGE_MOMENT_BLOCK (block))));
    }
  gtk_widget_grab_focus (next != NULL ? next : self->columns[target].head);
}

static void
walk_moments (BridgeWeekView *self,
              int             index,
              int             position,
              int             step)
{
  int target = position + step;

  if (target == -2 && self->as_list && index > 0)
    {
      index--;
      target = (int) self->columns[index].blocks->len - 1;
    }
  else if (target == (int) self->columns[index].blocks->len && self->as_list && index < BRIDGE_WEEK_DAYS - 1)
    {
      index++;
      target = -1;
    }

  if (target == -1)
    gtk_widget_grab_focus (self->columns[index].head);
  else if (target >= 0 && target < (int) self->columns[index].blocks->len)
    gtk_widget_grab_focus (g_ptr_array_index (self->columns[index].blocks, target));
}

/* @args: days in reading order as the keys have them, and moments */
static gboolean
walk_cb (GtkWidget *widget,
         GVariant  *args,
         gpointer   user_data)
{
  BridgeWeekView *self = BRIDGE_WEEK_VIEW (widget);
  int days, moments, position;
  int index = find_column (self, bridge_view_get_focus_child (widget), &position);

  if (index < 0)
    return GDK_EVENT_PROPAGATE;

  g_variant_get (args, "(ii)", &days, &moments);
  if (gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL)
    days = -days;
  if (days != 0)
    walk_days (self, index, position, days);
  else
    walk_moments (self, index, position, moments);
  bridge_view_show_focus (widget);

  return GDK_EVENT_STOP;
}

static gboolean
page_cb (GtkWidget *widget,
         GVariant  *args,
         gpointer   user_data)
{
  BridgeWeekView *self = BRIDGE_WEEK_VIEW (widget);
  int position;
  int index = find_column (self, bridge_view_get_focus_child (widget), &position);

  gtk_widget_activate_action (widget, "calendar.show-day", "i",
                              bridge_calendar_days_get_first (self->days) + MAX (index, 0) + g_variant_get_int32 (args));

  return GDK_EVENT_STOP;
}

static gboolean
move_cb (GtkWidget *widget,
         GVariant  *args,
         gpointer   user_data)
{
  GtkWidget *focus = bridge_view_get_focus_child (widget);
  int days, minutes;

  if (!BRIDGE_IS_MOMENT_BLOCK (focus))
    return GDK_EVENT_PROPAGATE;

  g_variant_get (args, "(ii)", &days, &minutes);
  if (gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL)
    days = -days;
  gtk_widget_activate_action (
      widget, "calendar.move-by", "(sii)",
      bridge_occurrence_get_name (bridge_moment_block_get_occurrence (BRIDGE_MOMENT_BLOCK (focus))), days, minutes);

  return GDK_EVENT_STOP;
}

/* Tab goes in and out; the arrows walk within. */
static gboolean
bridge_week_view_focus (GtkWidget        *widget,
                        GtkDirectionType  direction)
{
  BridgeWeekView *self = BRIDGE_WEEK_VIEW (widget);
  int today;

  if (bridge_view_get_focus_child (widget) != NULL)
    return FALSE;

  today = bridge_calendar_days_get_today (self->days) - bridge_calendar_days_get_first (self->days);

  return gtk_widget_grab_focus (self->columns[today >= 0 && today < BRIDGE_WEEK_DAYS ? today : 0].head);
}

static gboolean
bridge_week_view_grab_focus (GtkWidget *widget)
{
  return bridge_week_view_focus (widget, GTK_DIR_TAB_FORWARD);
}

/* ---- Dragging */

static gboolean
find_drop (BridgeWeekView   *self,
           BridgeOccurrence *occurrence,
           double            x,
           double            y,
           int              *day,
           int              *minute)
{
  GtkWidget *block = g_hash_table_lookup (self->blocks, bridge_occurrence_get_name (occurrence));
  int grab = 0;

  if (block != NULL && !self->as_list)
    grab = bridge_moment_block_get_grab_y (BRIDGE_MOMENT_BLOCK (block)) + bridge_week_get_lower (self, block);

  if (!bridge_week_view_locate (self, x, y - grab, day, minute))
    return FALSE;
  if (self->as_list)
    *minute = bridge_week_get_minute (occurrence);

  return TRUE;
}

static GdkDragAction
drop_motion_cb (GtkDropTarget  *target,
                double          x,
                double          y,
                BridgeWeekView *self)
{
  const GValue *value = gtk_drop_target_get_value (target);
  BridgeOccurrence *occurrence = value != NULL ? g_value_get_object (value) : NULL;

  /* It arrives a little after the pointer. */
  if (occurrence == NULL)
    return GDK_ACTION_MOVE;

  self->dragging = find_drop (self, occurrence, x, y, &self->drop_day, &self->drop_minute);
  bridge_moment_drop_say (target,
                          self->dragging ? self->drop_day * BRIDGE_DAY + self->drop_minute * BRIDGE_MINUTE
                                         : BRIDGE_LOCAL_NONE,
                          bridge_clock_local_now (bridge_space_get_clock (bridge_calendar_days_get_space (self->days))));
  if (self->dragging)
    self->drop_minutes = bridge_ritual_get_minutes (bridge_occurrence_get_ritual (occurrence));
  gtk_widget_queue_draw (GTK_WIDGET (self));

  return self->dragging ? GDK_ACTION_MOVE : 0;
}

static void
drop_leave_cb (GtkDropTarget  *target,
               BridgeWeekView *self)
{
  self->dragging = FALSE;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static gboolean
drop_cb (GtkDropTarget  *target,
         const GValue   *value,
         double          x,
         double          y,
         BridgeWeekView *self)
{
  BridgeOccurrence *occurrence = g_value_get_object (value);
  int day, minute;

  drop_leave_cb (target, self);
  if (occurrence == NULL || !find_drop (self, occurrence, x, y, &day, &minute))
    return FALSE;

  gtk_widget_activate_action (GTK_WIDGET (self), "calendar.move-to", "(sx)", bridge_occurrence_get_name (occurrence),
                              day * BRIDGE_DAY + minute * BRIDGE_MINUTE);

  return TRUE;
}

static GtkSizeRequestMode
bridge_week_view_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
bridge_week_view_snapshot (GtkWidget   *widget,
                           GtkSnapshot *snapshot)
{
  bridge_week_append_background (BRIDGE_WEEK_VIEW (widget), snapshot);
  GTK_WIDGET_CLASS (bridge_week_view_parent_class)->snapshot (widget, snapshot);
  bridge_week_append_drop (BRIDGE_WEEK_VIEW (widget), snapshot);
}

static void
bridge_week_view_dispose (GObject *object)
{
  BridgeWeekView *self = BRIDGE_WEEK_VIEW (object);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_pointer (&self->blocks, g_hash_table_unref);
  for (int i = 0; i < BRIDGE_WEEK_DAYS; i++)
    {
      g_clear_pointer (&self->columns[i].blocks, g_ptr_array_unref);
      g_clear_pointer (&self->columns[i].quiet, g_array_unref);
      g_clear_pointer (&self->columns[i].stress, g_array_unref);
    }
  g_clear_object (&self->days);

  G_OBJECT_CLASS (bridge_week_view_parent_class)->dispose (object);
}

static void
bridge_week_view_class_init (BridgeWeekViewClass *klass)
{
  static const struct {
    guint key;
    int days;
    int step; /* moments, or quarters of an hour */
  } keys[] = {
    { GDK_KEY_Left, -1, 0 }, { GDK_KEY_KP_Left, -1, 0 }, { GDK_KEY_Right, 1, 0 }, { GDK_KEY_KP_Right, 1, 0 },
    { GDK_KEY_Up, 0, -1 },   { GDK_KEY_KP_Up, 0, -1 },   { GDK_KEY_Down, 0, 1 },  { GDK_KEY_KP_Down, 0, 1 },
  };
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bridge_week_view_dispose;
  widget_class->get_request_mode = bridge_week_view_get_request_mode;
  widget_class->measure = bridge_week_measure;
  widget_class->size_allocate = bridge_week_size_allocate;
  widget_class->snapshot = bridge_week_view_snapshot;
  widget_class->focus = bridge_week_view_focus;
  widget_class->grab_focus = bridge_week_view_grab_focus;

  for (gsize i = 0; i < G_N_ELEMENTS (keys); i++)
    {
      gtk_widget_class_add_binding (widget_class, keys[i].key, 0, walk_cb, "(ii)", keys[i].days, keys[i].step);
      gtk_widget_class_add_binding (widget_class, keys[i].key, GDK_ALT_MASK | GDK_SHIFT_MASK, move_cb, "(ii)", keys[i].days,
                                    keys[i].step * BRIDGE_SNAP_MINUTES);
    }
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Page_Up, 0, page_cb, "i", -BRIDGE_WEEK_DAYS);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Page_Down, 0, page_cb, "i", BRIDGE_WEEK_DAYS);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Home, 0, "calendar.today", NULL);

  gtk_widget_class_set_css_name (widget_class, "week");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static GtkWidget *
append_legend (BridgeWeekView *self,
               const char     *style,
               const char     *words)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *swatch = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  GtkWidget *label = gtk_label_new (words);

  gtk_widget_add_css_class (swatch, "calendar-swatch");
  gtk_widget_add_css_class (swatch, style);
  gtk_widget_set_valign (swatch, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (label, "caption");
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_box_append (GTK_BOX (box), swatch);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (self->legend), box);

  return box;
}

static void
bridge_week_view_init (BridgeWeekView *self)
{
  GtkDropTarget *target = gtk_drop_target_new (BRIDGE_TYPE_OCCURRENCE, GDK_ACTION_MOVE);

  self->blocks = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->span = bridge_calendar_span (NULL, 0);
  for (int i = 0; i < BRIDGE_WEEK_DAYS; i++)
    {
      BridgeWeekColumn *column = &self->columns[i];

      column->blocks = g_ptr_array_new ();
      column->quiet = g_array_new (FALSE, FALSE, sizeof (BridgeStretch));
      column->stress = g_array_new (FALSE, FALSE, sizeof (BridgeStretch));
      column->head = bridge_day_head_new ();
      gtk_widget_set_parent (column->head, GTK_WIDGET (self));
      column->away = gtk_label_new (NULL);
      gtk_label_set_ellipsize (GTK_LABEL (column->away), PANGO_ELLIPSIZE_END);
      gtk_label_set_xalign (GTK_LABEL (column->away), 0);
      gtk_widget_add_css_class (column->away, "day-away");
      gtk_widget_set_parent (column->away, GTK_WIDGET (self));
      column->caption = gtk_label_new (NULL);
      gtk_label_set_wrap (GTK_LABEL (column->caption), TRUE);
      gtk_label_set_xalign (GTK_LABEL (column->caption), 0);
      gtk_widget_add_css_class (column->caption, "day-caption");
      gtk_widget_set_parent (column->caption, GTK_WIDGET (self));
    }

  self->legend = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 18);
  gtk_widget_set_parent (self->legend, GTK_WIDGET (self));
  self->quiet_legend = append_legend (self, "quiet", _("Quiet hours"));
  self->stress_legend = append_legend (self, "stress", _("Stress peak"));

  gtk_drop_target_set_preload (target, TRUE);
  g_signal_connect (target, "motion", G_CALLBACK (drop_motion_cb), self);
  g_signal_connect (target, "leave", G_CALLBACK (drop_leave_cb), self);
  g_signal_connect (target, "drop", G_CALLBACK (drop_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (target));
}

/**
 * bridge_week_view_new:
 * @days: the seven days to show
 *
 * Returns: (transfer floating): the widget, which follows @days
 */
GtkWidget *
bridge_week_view_new (BridgeCalendarDays *days)
{
  BridgeWeekView *self = g_object_new (BRIDGE_TYPE_WEEK_VIEW, NULL);

  self->days = g_object_ref (days);
  g_signal_connect_object (days, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);

  return GTK_WIDGET (self);
}

/**
 * bridge_week_view_focus_day:
 * @self: the view
 * @day: a day number
 *
 * Gives a day the focus, if it is shown.
 */
void
bridge_week_view_focus_day (BridgeWeekView *self,
                            int             day)
{
  int index = day - bridge_calendar_days_get_first (self->days);

  if (index >= 0 && index < BRIDGE_WEEK_DAYS)
    gtk_widget_grab_focus (self->columns[index].head);
}

/**
 * bridge_week_view_get_block:
 * @self: the view
 * @name: name of an occurrence
 *
 * Returns: (transfer none) (nullable): the block that shows it
 */
GtkWidget *
bridge_week_view_get_block (BridgeWeekView *self,
                            const char     *name)
{
  return g_hash_table_lookup (self->blocks, name);
}

/**
 * bridge_week_view_focus_moment:
 * @self: the view
 * @name: name of an occurrence
 *
 * Gives a moment the focus.
 *
 * Returns: %FALSE if it is not shown
 */
gboolean
bridge_week_view_focus_moment (BridgeWeekView *self,
                               const char     *name)
{
  GtkWidget *block = bridge_week_view_get_block (self, name);

  return block != NULL && gtk_widget_grab_focus (block);
}

/**
 * bridge_week_view_get_span:
 * @self: the view
 *
 * Returns: which minutes of the day are shown
 */
BridgeStretch
bridge_week_view_get_span (BridgeWeekView *self)
{
  return self->span;
}

/**
 * bridge_week_view_get_hours:
 * @self: the view
 * @kind: quiet hours or stress peaks
 * @day: one of its days
 *
 * Returns: (transfer none) (element-type BridgeStretch): what is tinted or hatched on that day
 */
GArray *
bridge_week_view_get_hours (BridgeWeekView  *self,
                            BridgeHoursKind  kind,
                            int              day)
{
  int index = CLAMP (day - bridge_calendar_days_get_first (self->days), 0, BRIDGE_WEEK_DAYS - 1);

  return kind == BRIDGE_HOURS_QUIET ? self->columns[index].quiet : self->columns[index].stress;
}

/**
 * bridge_week_view_locate:
 * @self: the view
 * @x: in its coordinates
 * @y: in its coordinates
 * @day: (out): a day number
 * @minute: (out): the nearest quarter of an hour, where there are columns
 *
 * Finds out what is at a place.
 *
 * Returns: %FALSE if it is no day
 */
gboolean
bridge_week_view_locate (BridgeWeekView *self,
                         double          x,
                         double          y,
                         int            *day,
                         int            *minute)
{
  for (int i = 0; i < BRIDGE_WEEK_DAYS; i++)
    {
      GdkRectangle area = self->columns[i].area;
      double below = y - area.y;

      if (x < area.x || x >= area.x + area.width)
        continue;
      if (self->as_list && (below < 0 || below >= area.height))
        continue;

      *day = bridge_calendar_days_get_first (self->days) + i;
      *minute = self->as_list ? 0 : bridge_calendar_snap (self->span.from + CLAMP (below, 0, area.height) * 60 / self->hour);
      return TRUE;
    }

  return FALSE;
}

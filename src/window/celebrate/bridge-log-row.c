/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "bridge-log-row"

#include "config.h"

#include "bridge-log-row.h"

/* What a row can do with: asking each for it would have all its words be shaped once more. */
#define LEAST_WIDTH 200

struct _BridgeLogRow
{
  GtkWidget parent_instance;

  GtkWidget *child; /* (nullable) */
};

G_DEFINE_FINAL_TYPE (BridgeLogRow, bridge_log_row, GTK_TYPE_WIDGET)

enum {
  ACTIVATE,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
pressed_cb (GtkGestureClick *click,
            int              n_press,
            double           x,
            double           y,
            BridgeLogRow    *self)
{
  if (!gtk_widget_has_css_class (GTK_WIDGET (self), "activatable"))
    {
      gtk_gesture_set_state (GTK_GESTURE (click), GTK_EVENT_SEQUENCE_DENIED);
      return;
    }

  gtk_widget_set_state_flags (GTK_WIDGET (self), GTK_STATE_FLAG_ACTIVE, FALSE);
  gtk_widget_grab_focus (GTK_WIDGET (self));
}

static void
ended_cb (BridgeLogRow *self)
{
  gtk_widget_unset_state_flags (GTK_WIDGET (self), GTK_STATE_FLAG_ACTIVE);
}

static void
released_cb (GtkGestureClick *click,
             int              n_press,
             double           x,
             double           y,
             BridgeLogRow    *self)
{
  ended_cb (self);
  if (n_press == 1 && gtk_widget_contains (GTK_WIDGET (self), x, y))
    g_signal_emit (self, signals[ACTIVATE], 0);
}

static GtkSizeRequestMode
bridge_log_row_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
bridge_log_row_measure (GtkWidget      *widget,
                        GtkOrientation  orientation,
                        int             for_size,
                        int            *minimum,
                        int            *natural,
                        int            *minimum_baseline,
                        int            *natural_baseline)
{
  BridgeLogRow *self = BRIDGE_LOG_ROW (widget);

  *minimum_baseline = *natural_baseline = -1;
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    *minimum = *natural = LEAST_WIDTH;
  else if (self->child != NULL)
    gtk_widget_measure (self->child, GTK_ORIENTATION_VERTICAL, for_size, minimum, natural, NULL, NULL);
  else
    *minimum = *natural = 0;
}

static void
bridge_log_row_size_allocate (GtkWidget *widget,
                              int        width,
                              int        height,
                              int        baseline)
{
  BridgeLogRow *self = BRIDGE_LOG_ROW (widget);

  if (self->child != NULL)
    gtk_widget_allocate (self->child, width, height, baseline, NULL);
}

/* A window that is not in use has no focus child, but keeps its focus. */
static gboolean
has_focus_inside (BridgeLogRow *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  return focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (self));
}

/* First the row, unless nothing can be done with it, then what is in it; whatever comes after is for the list to say. */
static gboolean
bridge_log_row_focus (GtkWidget        *widget,
                      GtkDirectionType  direction)
{
  BridgeLogRow *self = BRIDGE_LOG_ROW (widget);
  gboolean activatable = gtk_widget_has_css_class (widget, "activatable");
  GtkWidget *inside = has_focus_inside (self) ? self->child : NULL;
  gboolean along = direction == GTK_DIR_TAB_FORWARD || direction == GTK_DIR_TAB_BACKWARD;

  if (inside != NULL && gtk_widget_child_focus (inside, direction))
    return TRUE;
  if (inside != NULL)
    return activatable && direction == GTK_DIR_TAB_BACKWARD && gtk_widget_grab_focus (widget);

  if (gtk_widget_is_focus (widget))
    return direction == GTK_DIR_TAB_FORWARD && self->child != NULL && gtk_widget_child_focus (self->child, direction);
  if (along && (direction == GTK_DIR_TAB_BACKWARD || !activatable) && self->child != NULL
      && gtk_widget_child_focus (self->child, direction))
    return TRUE;

  return gtk_widget_grab_focus (widget);
}

static gboolean
bridge_log_row_grab_focus (GtkWidget *widget)
{
  GtkRoot *root = gtk_widget_get_root (widget);

  if (root == NULL || !gtk_widget_is_sensitive (widget))
    return FALSE;

  gtk_root_set_focus (root, widget);

  return TRUE;
}

static void
bridge_log_row_dispose (GObject *object)
{
  BridgeLogRow *self = BRIDGE_LOG_ROW (object);

  g_clear_pointer (&self->child, gtk_widget_unparent);

  G_OBJECT_CLASS (bridge_log_row_parent_class)->dispose (object);
}

static void
bridge_log_row_class_init (BridgeLogRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  const guint keys[] = { GDK_KEY_Return, GDK_KEY_ISO_Enter, GDK_KEY_KP_Enter };

  G_OBJECT_CLASS (klass)->dispose = bridge_log_row_dispose;
  widget_class->get_request_mode = bridge_log_row_get_request_mode;
  widget_class->measure = bridge_log_row_measure;
  widget_class->size_allocate = bridge_log_row_size_allocate;
  widget_class->focus = bridge_log_row_focus;
  widget_class->grab_focus = bridge_log_row_grab_focus;

  signals[ACTIVATE] = g_signal_new ("activate", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST | G_SIGNAL_ACTION, 0, NULL, NULL,
                                    NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_activate_signal (widget_class, signals[ACTIVATE]);
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    gtk_widget_class_add_binding_signal (widget_class, keys[i], 0, "activate", NULL);

  gtk_widget_class_set_css_name (widget_class, "row");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_LIST_ITEM);
}

static void
bridge_log_row_init (BridgeLogRow *self)
{
  GtkGesture *click = gtk_gesture_click_new ();

  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (click), GTK_PHASE_BUBBLE);
  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), GDK_BUTTON_PRIMARY);
  gtk_gesture_single_set_exclusive (GTK_GESTURE_SINGLE (click), TRUE);
  g_signal_connect (click, "pressed", G_CALLBACK (pressed_cb), self);
  g_signal_connect (click, "released", G_CALLBACK (released_cb), self);
  g_signal_connect_swapped (click, "stopped", G_CALLBACK (ended_cb), self);
  g_signal_connect_swapped (click, "cancel", G_CALLBACK (ended_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
}

/**
 * bridge_log_row_new:
 *
 * An empty row.
 *
 * Returns: (transfer floating): the widget
 */
GtkWidget *
bridge_log_row_new (void)
{
  return g_object_new (BRIDGE_TYPE_LOG_ROW, NULL);
}

/**
 * bridge_log_row_set_child:
 * @self: the row
 * @child: (nullable): what is in it
 *
 * Puts something else into it.
 */
void
bridge_log_row_set_child (BridgeLogRow *self,
                          GtkWidget    *child)
{
  if (self->child == child)
    return;

  g_clear_pointer (&self->child, gtk_widget_unparent);
  self->child = child;
  if (child != NULL)
    gtk_widget_set_parent (child, GTK_WIDGET (self));
}

/**
 * bridge_log_row_get_child:
 * @self: the row
 *
 * Returns: (transfer none) (nullable): what is in it
 */
GtkWidget *
bridge_log_row_get_child (BridgeLogRow *self)
{
  return self->child;
}

/**
 * bridge_log_row_set_win:
 * @self: the row
 * @space: the space
 * @win: (nullable): a win; %NULL lets go of the one shown
 * @starts_month: whether it is the first of its month
 *
 * Shows @win.
 */
void
bridge_log_row_set_win (BridgeLogRow *self,
                        BridgeSpace  *space,
                        BridgeWin    *win,
                        gboolean      starts_month)
{
  BridgeWinRow *row = bridge_log_row_get_win_row (self);
  g_autofree char *words = NULL;

  if (row == NULL && win == NULL)
    return;

  if (row == NULL)
    {
      row = BRIDGE_WIN_ROW (bridge_win_row_new (space));
      bridge_log_row_set_child (self, GTK_WIDGET (row));
      gtk_widget_add_css_class (GTK_WIDGET (self), "activatable");
    }
  bridge_win_row_set_win (row, win, starts_month);
  if (win == NULL)
    return;

  /* The focus is on the row, so that is what has to have the name. */
  words = bridge_win_row_dup_words (row);
  bridge_log_row_set_name (self, words);
}

/**
 * bridge_log_row_get_win_row:
 * @self: the row
 *
 * Returns: (transfer none) (nullable): what shows the win, in a row that has had one
 */
BridgeWinRow *
bridge_log_row_get_win_row (BridgeLogRow *self)
{
  return BRIDGE_IS_WIN_ROW (self->child) ? BRIDGE_WIN_ROW (self->child) : NULL;
}

/**
 * bridge_log_row_has_focus:
 * @self: the row
 *
 * Returns: whether the focus of the window, which may be another one than is in use, is on the row or in it
 */
gboolean
bridge_log_row_has_focus (BridgeLogRow *self)
{
  return gtk_widget_is_focus (GTK_WIDGET (self)) || has_focus_inside (self);
}

/**
 * bridge_log_row_set_name:
 * @self: the row
 * @name: what a screen reader says
 *
 * Names it.
 */
void
bridge_log_row_set_name (BridgeLogRow *self,
                         const char   *name)
{
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

/**
 * bridge_log_row_set_position:
 * @self: the row
 * @position: which one it is, from 0
 * @n: of how many
 *
 * Tells screen readers where in its list it is: there are rows only for what can be seen.
 */
void
bridge_log_row_set_position (BridgeLogRow *self,
                             guint         position,
                             guint         n)
{
  gtk_accessible_update_relation (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_RELATION_POS_IN_SET, (int) position + 1,
                                  GTK_ACCESSIBLE_RELATION_SET_SIZE, (int) n, -1);
}

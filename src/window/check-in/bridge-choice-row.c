/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "bridge-choice-row"

#include "config.h"

#include "bridge-choice-row.h"

#include <glib/gi18n-lib.h>

#include "bridge-form.h"
#include "bridge-wrap-layout.h"

/* Five words have to find room beside one another on a phone, and are easy to press where there is more. */
#define MOST_GAIN 24

struct _BridgeChoiceRow
{
  AdwBin parent_instance;

  gboolean optional;
  int chosen;
  GPtrArray *buttons; /* of what is in the tree */
};

G_DEFINE_FINAL_TYPE (BridgeChoiceRow, bridge_choice_row, ADW_TYPE_BIN)

typedef enum {
  PROP_CHOSEN = 1,
} BridgeChoiceRowProperty;

static GParamSpec *properties[PROP_CHOSEN + 1];

static GtkWidget *
get_button (BridgeChoiceRow *self,
            int              chosen)
{
  return g_ptr_array_index (self->buttons, MAX (chosen, 1) - 1);
}

/* The Tab key comes to one of them. */
static void
let_focus (BridgeChoiceRow *self,
           GtkWidget       *button)
{
  for (guint i = 0; i < self->buttons->len; i++)
    gtk_widget_set_focusable (g_ptr_array_index (self->buttons, i), g_ptr_array_index (self->buttons, i) == button);
}

static void
show_chosen (BridgeChoiceRow *self)
{
  for (guint i = 0; i < self->buttons->len; i++)
    {
      GtkWidget *button = g_ptr_array_index (self->buttons, i);
      gboolean chosen = (int) i + 1 == self->chosen;

      gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (button), chosen);
      gtk_accessible_update_state (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_STATE_CHECKED,
                                   chosen ? GTK_ACCESSIBLE_TRISTATE_TRUE : GTK_ACCESSIBLE_TRISTATE_FALSE, -1);
    }
  let_focus (self, get_button (self, self->chosen));
}

static void
move_to (BridgeChoiceRow *self,
         GtkWidget       *button)
{
  let_focus (self, button);
  gtk_widget_grab_focus (button);
}

static void
clicked_cb (GtkWidget       *button,
            BridgeChoiceRow *self)
{
  guint position = 0;

  g_ptr_array_find (self->buttons, button, &position);
  bridge_choice_row_set_chosen (self, self->optional && (int) position + 1 == self->chosen ? 0 : (int) position + 1);
  /* Pressed again, the keyboard stays where it is. */
  move_to (self, button);
}

static gboolean
key_cb (BridgeChoiceRow *self,
        guint            key,
        guint            code,
        GdkModifierType  modifiers)
{
  gboolean mirrored = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
  int chosen = self->chosen;

  if (modifiers & (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SHIFT_MASK))
    return GDK_EVENT_PROPAGATE;

  switch (key)
    {
    case GDK_KEY_Left:
    case GDK_KEY_KP_Left:
      chosen += mirrored ? 1 : -1;
      break;
    case GDK_KEY_Right:
    case GDK_KEY_KP_Right:
      chosen += mirrored ? -1 : 1;
      break;
    case GDK_KEY_Up:
    case GDK_KEY_KP_Up:
      chosen--;
      break;
    case GDK_KEY_Down:
    case GDK_KEY_KP_Down:
      chosen++;
      break;
    case GDK_KEY_Home:
    case GDK_KEY_KP_Home:
      chosen = 1;
      break;
    case GDK_KEY_End:
    case GDK_KEY_KP_End:
      chosen = (int) self->buttons->len;
      break;
    /* What the arrows have chosen stays chosen. */
    case GDK_KEY_space:
    case GDK_KEY_KP_Space:
    case GDK_KEY_Return:
    case GDK_KEY_KP_Enter:
      return chosen > 0 && gtk_widget_is_focus (get_button (self, chosen)) ? GDK_EVENT_STOP : GDK_EVENT_PROPAGATE;
    case GDK_KEY_BackSpace:
    case GDK_KEY_Delete:
    case GDK_KEY_KP_Delete:
      if (!self->optional)
        return GDK_EVENT_PROPAGATE;
      bridge_choice_row_set_chosen (self, 0);
      move_to (self, get_button (self, 0));
      return GDK_EVENT_STOP;
    default:
      return GDK_EVENT_PROPAGATE;
    }

  bridge_choice_row_set_chosen (self, CLAMP (chosen, 1, (int) self->buttons->len));
  move_to (self, get_button (self, self->chosen));
  return GDK_EVENT_STOP;
}

static gboolean
bridge_choice_row_grab_focus (GtkWidget *widget)
{
  BridgeChoiceRow *self = BRIDGE_CHOICE_ROW (widget);

  return gtk_widget_grab_focus (get_button (self, self->chosen));
}

static void
bridge_choice_row_finalize (GObject *object)
{
  g_clear_pointer (&BRIDGE_CHOICE_ROW (object)->buttons, g_ptr_array_unref);

  G_OBJECT_CLASS (bridge_choice_row_parent_class)->finalize (object);
}

static void
bridge_choice_row_get_property (GObject    *object,
                               guint       prop_id,
                               GValue     *value,
                               GParamSpec *pspec)
{
  switch ((BridgeChoiceRowProperty) prop_id)
    {
    case PROP_CHOSEN:
      g_value_set_int (value, bridge_choice_row_get_chosen (BRIDGE_CHOICE_ROW (object)));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
bridge_choice_row_set_property (GObject      *object,
                               guint         prop_id,
                               const GValue *value,
                               GParamSpec   *pspec)
{
  switch ((BridgeChoiceRowProperty) prop_id)
    {
    case PROP_CHOSEN:
      bridge_choice_row_set_chosen (BRIDGE_CHOICE_ROW (object), g_value_get_int (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
bridge_choice_row_class_init (BridgeChoiceRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = bridge_choice_row_finalize;
  object_class->get_property = bridge_choice_row_get_property;
  object_class->set_property = bridge_choice_row_set_property;
  GTK_WIDGET_CLASS (klass)->grab_focus = bridge_choice_row_grab_focus;

  properties[PROP_CHOSEN] = g_param_spec_int ("chosen", NULL, NULL, 0, G_MAXINT, 0,
                                            G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
}

static void
bridge_choice_row_init (BridgeChoiceRow *self)
{
  self->buttons = g_ptr_array_new ();
}

static void
fill (BridgeChoiceRow   *self,
      const char        *question,
      const char *const *answers)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *label = gtk_label_new (question);
  GtkWidget *words = g_object_new (GTK_TYPE_BOX, "accessible-role", GTK_ACCESSIBLE_ROLE_RADIO_GROUP, NULL);
  GtkLayoutManager *layout = bridge_wrap_layout_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_box_append (GTK_BOX (box), label);
  bridge_wrap_layout_set_most_gain (BRIDGE_WRAP_LAYOUT (layout), MOST_GAIN);
  gtk_widget_set_layout_manager (words, layout);
  bridge_set_name (words, question);
  for (guint i = 0; answers[i] != NULL; i++)
    {
      /* Translators: %1$s is a question, “Mood”, and %2$s an answer, “Light” */
      g_autofree char *name = g_strdup_printf (_("%1$s: %2$s"), question, answers[i]);
      GtkWidget *button = g_object_new (GTK_TYPE_TOGGLE_BUTTON,
                                        "accessible-role", GTK_ACCESSIBLE_ROLE_RADIO,
                                        "label", answers[i],
                                        NULL);

      gtk_widget_add_css_class (button, "bridge-chip");
      if (self->optional)
        gtk_widget_add_css_class (button, "bridge-answer");
      bridge_set_name (button, name);
      g_signal_connect_object (button, "clicked", G_CALLBACK (clicked_cb), self, 0);
      gtk_box_append (GTK_BOX (words), button);
      g_ptr_array_add (self->buttons, button);
    }
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (words, keys);
  gtk_box_append (GTK_BOX (box), words);
  adw_bin_set_child (ADW_BIN (self), box);
  show_chosen (self);
}

/**
 * bridge_choice_row_new:
 * @question: what is asked
 * @words: (array zero-terminated): what can be answered, one at least
 * @optional: it can be left open; otherwise the first one is chosen
 *
 * Returns: (transfer floating): the row
 */
GtkWidget *
bridge_choice_row_new (const char        *question,
                       const char *const *words,
                       gboolean           optional)
{
  BridgeChoiceRow *self = g_object_new (BRIDGE_TYPE_CHOICE_ROW, NULL);

  self->optional = optional;
  self->chosen = optional ? 0 : 1;
  fill (self, question, words);
  return GTK_WIDGET (self);
}

/**
 * bridge_choice_row_new_scale:
 * @scale: a scale of a check-in
 *
 * Returns: (transfer floating): five words of which none is chosen
 */
GtkWidget *
bridge_choice_row_new_scale (BridgeScale scale)
{
  const char *words[BRIDGE_SCALE_MAX + 1] = { NULL };

  for (int i = 0; i < BRIDGE_SCALE_MAX; i++)
    words[i] = bridge_scale_get_word (scale, i + 1);
  return bridge_choice_row_new (bridge_scale_get_label (scale), words, TRUE);
}

/**
 * bridge_choice_row_get_chosen:
 * @self: a row
 *
 * Returns: from 1 on; 0: it is left open
 */
int
bridge_choice_row_get_chosen (BridgeChoiceRow *self)
{
  g_return_val_if_fail (BRIDGE_IS_CHOICE_ROW (self), 0);

  return self->chosen;
}

/**
 * bridge_choice_row_set_chosen:
 * @self: a row
 * @chosen: from 1 on; 0: it is left open
 *
 * Chooses a word.
 */
void
bridge_choice_row_set_chosen (BridgeChoiceRow *self,
                              int              chosen)
{
  gboolean other;

  g_return_if_fail (BRIDGE_IS_CHOICE_ROW (self));
  g_return_if_fail (chosen >= (self->optional ? 0 : 1) && chosen <= (int) self->buttons->len);

  other = chosen != self->chosen;
  self->chosen = chosen;
  show_chosen (self); /* a press may have turned it */
  if (other)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CHOSEN]);
}

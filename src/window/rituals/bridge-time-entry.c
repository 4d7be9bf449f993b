/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "bridge-time-entry"

#include "config.h"

#include "bridge-time-entry.h"

#include <glib/gi18n-lib.h>

#include "bridge-form.h"
#include "bridge-ritual-words.h"

#define QUARTER 15
#define MINUTES_PER_DAY 1440

struct _BridgeTimeEntry
{
  GtkEntry parent_instance;

  char *problem;   /* (nullable): what its form says about the time */
  gboolean unused; /* what is typed does not matter just now */
};

G_DEFINE_FINAL_TYPE (BridgeTimeEntry, bridge_time_entry, GTK_TYPE_ENTRY)

static gboolean
key_pressed_cb (GtkEventControllerKey *controller,
                guint                  keyval,
                guint                  keycode,
                GdkModifierType        state,
                BridgeTimeEntry       *self)
{
  int minute = bridge_time_entry_get_minute (self);

  if (minute < 0 || (state & gtk_accelerator_get_default_mod_mask ()) != 0)
    return GDK_EVENT_PROPAGATE;

  if (keyval == GDK_KEY_Up || keyval == GDK_KEY_KP_Up)
    minute = (minute / QUARTER + 1) * QUARTER;
  else if (keyval == GDK_KEY_Down || keyval == GDK_KEY_KP_Down)
    minute = ((minute + QUARTER - 1) / QUARTER - 1) * QUARTER;
  else
    return GDK_EVENT_PROPAGATE;

  bridge_time_entry_set_minute (self, (minute + MINUTES_PER_DAY) % MINUTES_PER_DAY);

  return GDK_EVENT_STOP;
}

static void
focus_left_cb (GtkEventControllerFocus *controller,
               BridgeTimeEntry         *self)
{
  int minute = bridge_time_entry_get_minute (self);

  if (minute >= 0)
    bridge_time_entry_set_minute (self, minute);
}

/* What cannot be read at all it knows by itself. */
static void
show_problem (BridgeTimeEntry *self)
{
  const char *problem = self->problem;

  if (self->unused)
    problem = NULL;
  else if (bridge_time_entry_get_minute (self) < 0)
    problem = _("A time such as 19:00 is needed here.");
  bridge_field_set_problem (GTK_WIDGET (self), problem);
}

static void
bridge_time_entry_finalize (GObject *object)
{
  g_free (BRIDGE_TIME_ENTRY (object)->problem);

  G_OBJECT_CLASS (bridge_time_entry_parent_class)->finalize (object);
}

static void
bridge_time_entry_class_init (BridgeTimeEntryClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = bridge_time_entry_finalize;
}

static void
bridge_time_entry_init (BridgeTimeEntry *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();

  gtk_editable_set_width_chars (GTK_EDITABLE (self), 5);
  gtk_editable_set_max_width_chars (GTK_EDITABLE (self), 5);
  gtk_entry_set_input_hints (GTK_ENTRY (self), GTK_INPUT_HINT_NO_SPELLCHECK);
  gtk_widget_set_valign (GTK_WIDGET (self), GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (GTK_WIDGET (self), "numeric");
  gtk_widget_set_tooltip_text (GTK_WIDGET (self),
                               _("A time such as 19:00; Up and Down change it by a quarter of an hour"));

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
  g_signal_connect (focus, "leave", G_CALLBACK (focus_left_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), focus);

  bridge_editable_set_name (GTK_WIDGET (self), _("Time"));
  g_signal_connect (self, "changed", G_CALLBACK (show_problem), NULL);
}

/**
 * bridge_time_entry_new:
 * @minute: a minute of the day, 0–1439
 *
 * One that shows @minute.
 *
 * Returns: (transfer floating): the widget
 */
GtkWidget *
bridge_time_entry_new (int minute)
{
  GtkWidget *self = g_object_new (BRIDGE_TYPE_TIME_ENTRY, NULL);

  bridge_time_entry_set_minute (BRIDGE_TIME_ENTRY (self), minute);

  return self;
}

/**
 * bridge_time_entry_set_minute:
 * @self: the entry
 * @minute: a minute of the day, 0–1439
 *
 * Shows @minute.
 */
void
bridge_time_entry_set_minute (BridgeTimeEntry *self,
                              int              minute)
{
  g_autofree char *text = bridge_minute_of_day_to_text (minute);

  if (g_strcmp0 (text, gtk_editable_get_text (GTK_EDITABLE (self))) != 0)
    gtk_editable_set_text (GTK_EDITABLE (self), text);
}

/**
 * bridge_time_entry_get_minute:
 * @self: the entry
 *
 * Reads what is typed.
 *
 * Returns: the minute of the day, or -1 if it is no time
 */
int
bridge_time_entry_get_minute (BridgeTimeEntry *self)
{
  int minute;

  if (!bridge_time_from_text (gtk_editable_get_text (GTK_EDITABLE (self)), &minute))
    return -1;

  return minute;
}

/**
 * bridge_time_entry_set_problem:
 * @self: the entry
 * @sentence: (nullable): what is the matter with the time, or %NULL when all is well
 *
 * Says it under the entry. That what is typed is no time the entry says by itself.
 */
void
bridge_time_entry_set_problem (BridgeTimeEntry *self,
                               const char      *sentence)
{
  g_free (self->problem);
  self->problem = g_strdup (sentence);
  show_problem (self);
}

/**
 * bridge_time_entry_set_needed:
 * @self: the entry
 * @needed: whether it has to be a time
 *
 * One that is not needed just now does not say that it is no time. It is needed until something else is said.
 */
void
bridge_time_entry_set_needed (BridgeTimeEntry *self,
                              gboolean         needed)
{
  self->unused = !needed;
  show_problem (self);
}

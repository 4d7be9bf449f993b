/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "bridge-weekdays"

#include "config.h"

#include "bridge-weekdays.h"

#include <glib/gi18n-lib.h>

#include "bridge-form.h"
#include "bridge-ritual-words.h"
#include "bridge-settings.h"
#include "bridge-wrap-layout.h"

struct _BridgeWeekdays
{
  GtkWidget parent_instance;

  GSettings *settings; /* (nullable) */
  GtkWidget *days[7];  /* Monday first, whatever the order is that they are shown in */
  guint weekdays;
};

G_DEFINE_FINAL_TYPE (BridgeWeekdays, bridge_weekdays, GTK_TYPE_WIDGET)

typedef enum {
  PROP_WEEKDAYS = 1,
} BridgeWeekdaysProperty;

static GParamSpec *properties[PROP_WEEKDAYS + 1];

static void
toggled_cb (BridgeWeekdays *self)
{
  guint weekdays = 0;

  for (guint i = 0; i < G_N_ELEMENTS (self->days); i++)
    {
      if (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (self->days[i])))
        weekdays |= 1u << i;
    }

  if (weekdays == self->weekdays)
    return;

  self->weekdays = weekdays;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_WEEKDAYS]);
}

static void
bridge_weekdays_get_property (GObject    *object,
                              guint       prop_id,
                              GValue     *value,
                              GParamSpec *pspec)
{
  switch ((BridgeWeekdaysProperty) prop_id)
    {
    case PROP_WEEKDAYS:
      g_value_set_uint (value, bridge_weekdays_get_weekdays (BRIDGE_WEEKDAYS (object)));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
bridge_weekdays_set_property (GObject      *object,
                              guint         prop_id,
                              const GValue *value,
                              GParamSpec   *pspec)
{
  switch ((BridgeWeekdaysProperty) prop_id)
    {
    case PROP_WEEKDAYS:
      bridge_weekdays_set_weekdays (BRIDGE_WEEKDAYS (object), g_value_get_uint (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

/* In the order of the week here; so does the Tab key go. */
static void
arrange (BridgeWeekdays *self)
{
  int first = bridge_settings_get_first_weekday (self->settings);
  GtkWidget *last = NULL;

  for (int i = 0; i < (int) G_N_ELEMENTS (self->days); i++)
    {
      GtkWidget *day = self->days[(first - 1 + i) % (int) G_N_ELEMENTS (self->days)];

      gtk_widget_insert_after (day, GTK_WIDGET (self), last);
      last = day;
    }
}

static void
bridge_weekdays_dispose (GObject *object)
{
  BridgeWeekdays *self = BRIDGE_WEEKDAYS (object);

  g_clear_object (&self->settings);

  for (guint i = 0; i < G_N_ELEMENTS (self->days); i++)
    g_clear_pointer (&self->days[i], gtk_widget_unparent);

  G_OBJECT_CLASS (bridge_weekdays_parent_class)->dispose (object);
}

static void
bridge_weekdays_class_init (BridgeWeekdaysClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = bridge_weekdays_get_property;
  object_class->set_property = bridge_weekdays_set_property;
  object_class->dispose = bridge_weekdays_dispose;

  properties[PROP_WEEKDAYS] =
    g_param_spec_uint ("weekdays", NULL, NULL, 0, 127, 0,
                       G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  gtk_widget_class_set_layout_manager_type (widget_class, BRIDGE_TYPE_WRAP_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
bridge_weekdays_init (BridgeWeekdays *self)
{
  for (int i = 0; i < (int) G_N_ELEMENTS (self->days); i++)
    {
      g_autofree char *name = bridge_weekday_to_words (i + 1, TRUE);
      g_autofree char *letters = bridge_weekday_to_words (i + 1, FALSE);

      self->days[i] = gtk_toggle_button_new_with_label (letters);
      gtk_widget_add_css_class (self->days[i], "bridge-day");
      gtk_widget_set_tooltip_text (self->days[i], name);
      bridge_set_name (self->days[i], name);
      g_signal_connect_object (self->days[i], "toggled", G_CALLBACK (toggled_cb), self, G_CONNECT_SWAPPED);
      gtk_widget_set_parent (self->days[i], GTK_WIDGET (self));
    }

  self->settings = bridge_settings_new ();
  if (self->settings != NULL)
    g_signal_connect_object (self->settings, "changed::first-weekday", G_CALLBACK (arrange), self, G_CONNECT_SWAPPED);
  arrange (self);

  bridge_set_name (GTK_WIDGET (self), _("Days of the week"));
}

/**
 * bridge_weekdays_new:
 *
 * Seven days, none of them chosen.
 *
 * Returns: (transfer floating): the widget
 */
GtkWidget *
bridge_weekdays_new (void)
{
  return g_object_new (BRIDGE_TYPE_WEEKDAYS, NULL);
}

/**
 * bridge_weekdays_get_weekdays:
 * @self: the days
 *
 * Which are chosen.
 *
 * Returns: bit 0 Monday … bit 6 Sunday
 */
guint
bridge_weekdays_get_weekdays (BridgeWeekdays *self)
{
  g_return_val_if_fail (BRIDGE_IS_WEEKDAYS (self), 0);

  return self->weekdays;
}

/**
 * bridge_weekdays_set_weekdays:
 * @self: the days
 * @weekdays: bit 0 Monday … bit 6 Sunday
 *
 * Chooses these and no others.
 */
void
bridge_weekdays_set_weekdays (BridgeWeekdays *self,
                              guint           weekdays)
{
  g_return_if_fail (BRIDGE_IS_WEEKDAYS (self));

  if (weekdays == self->weekdays)
    return;

  self->weekdays = weekdays;
  for (guint i = 0; i < G_N_ELEMENTS (self->days); i++)
    {
      g_signal_handlers_block_by_func (self->days[i], toggled_cb, self);
      gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->days[i]), (weekdays & (1u << i)) != 0);
      g_signal_handlers_unblock_by_func (self->days[i], toggled_cb, self);
    }
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_WEEKDAYS]);
}

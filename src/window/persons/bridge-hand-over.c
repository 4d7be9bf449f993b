/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "bridge-hand-over"

#include "config.h"

#include "bridge-hand-over.h"

#include <glib/gi18n-lib.h>

#include "bridge-form.h"
#include "bridge-person-badge.h"

struct _BridgeHandOver
{
  AdwBin parent_instance;

  BridgeSpace *space;
  gboolean passing; /* from the speaker to the listener; else: who is here? */

  BridgePersonBadge *badge;
  BridgePersonBadge *other_badge;
  GtkLabel *title;
  GtkLabel *words;
  GtkWidget *first_button;  /* passing: the one who comes; else "me" */
  GtkWidget *second_button; /* passing: the one who stays; else the other */
};

enum {
  DONE,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (BridgeHandOver, bridge_hand_over, ADW_TYPE_BIN)

static BridgePerson *
get_first (BridgeHandOver *self)
{
  return self->passing ? bridge_space_get_listener (self->space) : bridge_space_get_me (self->space);
}

static BridgePerson *
get_second (BridgeHandOver *self)
{
  return self->passing ? bridge_space_get_speaker (self->space) : bridge_space_get_partner (self->space);
}

static void
set_label (GtkWidget  *widget,
           const char *format,
           const char *name)
{
  g_autofree char *text = g_strdup_printf (format, name);

  if (GTK_IS_BUTTON (widget))
    {
      gtk_label_set_label (GTK_LABEL (gtk_button_get_child (GTK_BUTTON (widget))), text);
      bridge_set_name (widget, text);
    }
  else
    {
      gtk_label_set_label (GTK_LABEL (widget), text);
    }
}

static void
update (BridgeHandOver *self)
{
  const char *first = bridge_person_get_name (get_first (self));
  const char *second = bridge_person_get_name (get_second (self));

  bridge_person_badge_set_person (self->badge, get_first (self));
  bridge_person_badge_set_person (self->other_badge, get_second (self));
  gtk_widget_set_visible (GTK_WIDGET (self->other_badge), !self->passing);

  if (self->passing)
    {
      /* Translators: %s is a name. */
      set_label (GTK_WIDGET (self->title), _("Pass the computer to %s."), first);
      gtk_label_set_label (self->words, _("What was open is put away."));
      /* Translators: on a button; %s is the name of whoever presses it. */
      set_label (self->first_button, _("I Am %s"), first);
      /* Translators: on a button; %s is the name of the one who had the computer and keeps it. */
      set_label (self->second_button, _("Stay with %s"), second);
      return;
    }

  gtk_label_set_label (self->title, _("Who is here?"));
  gtk_label_set_label (self->words, _("The two of you use this computer, so Footbridge asks. It keeps no note of the answer."));
  set_label (self->first_button, _("I Am %s"), first);
  set_label (self->second_button, _("I Am %s"), second);
}

static void
done (BridgeHandOver *self)
{
  g_signal_emit (self, signals[DONE], 0);
}

static void
answer (BridgeHandOver *self,
        BridgePerson   *person)
{
  g_autoptr (BridgeHandOver) kept = g_object_ref (self); /* whoever hears of it takes this away */
  g_autofree char *id = g_strdup (bridge_person_get_id (person));

  bridge_space_set_speaker (self->space, id, NULL); /* it is one of the two */
  done (kept);
}

static void
first_clicked_cb (BridgeHandOver *self)
{
  answer (self, get_first (self));
}

static void
second_clicked_cb (BridgeHandOver *self)
{
  answer (self, get_second (self));
}

static void
changed_cb (BridgeHandOver *self,
            BridgeKinds     kinds)
{
  if ((kinds & BRIDGE_KIND_PERSONS) == 0)
    return;

  if (bridge_space_get_partner (self->space) != NULL)
    update (self);
  else
    done (self);
}

static gboolean
bridge_hand_over_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (BRIDGE_HAND_OVER (widget)->first_button);
}

static void
bridge_hand_over_dispose (GObject *object)
{
  BridgeHandOver *self = BRIDGE_HAND_OVER (object);

  adw_bin_set_child (ADW_BIN (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), BRIDGE_TYPE_HAND_OVER);
  g_clear_object (&self->space);

  G_OBJECT_CLASS (bridge_hand_over_parent_class)->dispose (object);
}

static void
bridge_hand_over_class_init (BridgeHandOverClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bridge_hand_over_dispose;
  widget_class->grab_focus = bridge_hand_over_grab_focus;
  widget_class->focus = bridge_focus_inside;

  signals[DONE] = g_signal_new ("done", BRIDGE_TYPE_HAND_OVER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  g_type_ensure (BRIDGE_TYPE_PERSON_BADGE);
  gtk_widget_class_set_template_from_resource (widget_class, APP_PATH "/ui/hand-over.ui");
  gtk_widget_class_bind_template_child (widget_class, BridgeHandOver, badge);
  gtk_widget_class_bind_template_child (widget_class, BridgeHandOver, other_badge);
  gtk_widget_class_bind_template_child (widget_class, BridgeHandOver, title);
  gtk_widget_class_bind_template_child (widget_class, BridgeHandOver, words);
  gtk_widget_class_bind_template_child (widget_class, BridgeHandOver, first_button);
  gtk_widget_class_bind_template_child (widget_class, BridgeHandOver, second_button);
  gtk_widget_class_bind_template_callback (widget_class, first_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, second_clicked_cb);
}

static void
bridge_hand_over_init (BridgeHandOver *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  bridge_person_badge_set_large (self->badge, TRUE);
  bridge_person_badge_set_large (self->other_badge, TRUE);
}

/**
 * bridge_hand_over_new:
 * @space: a space of two
 * @passing: from the speaker to the other one; else it asks which of the two is here
 *
 * Returns: (transfer floating): the widget
 */
GtkWidget *
bridge_hand_over_new (BridgeSpace *space,
                      gboolean     passing)
{
  BridgeHandOver *self = g_object_new (BRIDGE_TYPE_HAND_OVER, NULL);

  self->space = g_object_ref (space);
  self->passing = passing;
  g_signal_connect_object (space, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  if (passing)
    {
      gtk_widget_add_css_class (self->first_button, "suggested-action");
      gtk_widget_add_css_class (self->second_button, "flat");
    }
  update (self);

  return GTK_WIDGET (self);
}

/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "bridge-check-in-view"

#include "config.h"

#include "bridge-check-in-view.h"

#include <glib/gi18n-lib.h>

#include "bridge-check-in-form.h"
#include "bridge-check-in-list.h"
#include "bridge-feedback.h"
#include "bridge-opened-card.h"
#include "bridge-space-check-ins.h"
#include "bridge-together-card.h"
#include "bridge-words.h"

struct _BridgeCheckInView
{
  AdwBin parent_instance;

  BridgeSpace *space;

  GtkWidget *box;
  GtkWidget *moment_label; /* a check-in together that is planned for today */
  GtkWidget *form;         /* (nullable) until it is given a private space */
  GtkWidget *together;
  GtkWidget *opened; /* what was opened just now */
};

G_DEFINE_FINAL_TYPE (BridgeCheckInView, bridge_check_in_view, ADW_TYPE_BIN)

static void
update_moment (BridgeCheckInView *self)
{
  g_autoptr (BridgeOccurrence) moment = bridge_space_find_check_in_moment (self->space);
  g_autofree char *when = NULL;
  g_autofree char *line = NULL;
  gboolean begins = moment != NULL && !gtk_widget_get_visible (self->moment_label);

  if (moment != NULL)
    {
      when = bridge_words_time (bridge_occurrence_get_planned (moment));
      /* Translators: %s is a time, “19:00” */
      line = g_strdup_printf (_("You have planned a check-in together for %s today."), when);
      gtk_label_set_label (GTK_LABEL (self->moment_label), line);
    }
  gtk_widget_set_visible (self->moment_label, moment != NULL);
  if (begins && bridge_check_in_form_is_empty (BRIDGE_CHECK_IN_FORM (self->form)))
    bridge_check_in_form_choose (BRIDGE_CHECK_IN_FORM (self->form), BRIDGE_CHECK_IN_TOGETHER);
}

static void
changed_cb (BridgeCheckInView *self,
            BridgeKinds        kinds)
{
  if (kinds & (BRIDGE_KIND_OCCURRENCES | BRIDGE_KIND_RITUALS | BRIDGE_KIND_INVITATIONS))
    update_moment (self);
}

/* What is in the form is not to go for something that comes back into it. */
static gboolean
is_form_free (BridgeCheckInView *self)
{
  if (bridge_check_in_form_is_empty (BRIDGE_CHECK_IN_FORM (self->form)))
    return TRUE;

  bridge_feedback_show_problem (GTK_WIDGET (self), _("You have begun one already. Save it or clear it first."));
  gtk_widget_grab_focus (self->form);
  return FALSE;
}

static void
change_cb (BridgeCheckInView *self,
           BridgeCheckIn     *check_in)
{
  if (is_form_free (self))
    bridge_check_in_form_edit (BRIDGE_CHECK_IN_FORM (self->form), check_in);
}

static void
change_waiting_cb (BridgeCheckInView *self,
                   BridgeCheckIn     *check_in)
{
  if (is_form_free (self))
    bridge_check_in_form_change_waiting (BRIDGE_CHECK_IN_FORM (self->form), check_in);
}

/* Its author keeps it for themself, or lets it go. */
static void
take_back_cb (BridgeCheckInView *self)
{
  g_autoptr (BridgeCheckIn) check_in = NULL;
  g_autoptr (GError) error = NULL;

  if (!is_form_free (self))
    return;
  check_in = bridge_space_take_back_check_in (self->space, &error);
  if (check_in == NULL)
    {
      bridge_feedback_show_error (GTK_WIDGET (self), error);
      return;
    }
  bridge_check_in_form_begin (BRIDGE_CHECK_IN_FORM (self->form), check_in, BRIDGE_CHECK_IN_PRIVATE);
  bridge_feedback_show (GTK_WIDGET (self), _("Taken back. You can keep it for yourself, or clear it."));
}

/* Whoever is about to write something is not taken away from it. */
static void
opened_cb (BridgeCheckInView *self,
           const char        *id,
           gboolean           by_button)
{
  if (!gtk_widget_get_mapped (GTK_WIDGET (self)))
    return;

  bridge_opened_card_show (BRIDGE_OPENED_CARD (self->opened), id);
  if (by_button)
    gtk_widget_grab_focus (self->opened);
}

static void
done_cb (BridgeCheckInView *self)
{
  gtk_widget_grab_focus (self->form);
}

static void
show_waiting_action (GtkWidget  *widget,
                     const char *name,
                     GVariant   *parameter)
{
  gtk_widget_grab_focus (BRIDGE_CHECK_IN_VIEW (widget)->together);
}

static gboolean
bridge_check_in_view_grab_focus (GtkWidget *widget)
{
  BridgeCheckInView *self = BRIDGE_CHECK_IN_VIEW (widget);

  return self->form != NULL && gtk_widget_grab_focus (self->form);
}

static void
bridge_check_in_view_map (GtkWidget *widget)
{
  BridgeCheckInView *self = BRIDGE_CHECK_IN_VIEW (widget);

  if (self->space != NULL)
    {
      bridge_opened_card_put_away (BRIDGE_OPENED_CARD (self->opened));
      update_moment (self);
    }
  GTK_WIDGET_CLASS (bridge_check_in_view_parent_class)->map (widget);
}

static void
bridge_check_in_view_dispose (GObject *object)
{
  BridgeCheckInView *self = BRIDGE_CHECK_IN_VIEW (object);

  if (self->space != NULL)
    g_signal_handlers_disconnect_by_data (self->space, self);
  g_clear_object (&self->space);

  G_OBJECT_CLASS (bridge_check_in_view_parent_class)->dispose (object);
}

static void
bridge_check_in_view_class_init (BridgeCheckInViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bridge_check_in_view_dispose;
  widget_class->grab_focus = bridge_check_in_view_grab_focus;
  widget_class->map = bridge_check_in_view_map;

  gtk_widget_class_install_action (widget_class, "check-in.show-waiting", NULL, show_waiting_action);
}

static void
bridge_check_in_view_init (BridgeCheckInView *self)
{
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 18);
  self->moment_label = gtk_label_new (NULL);
  gtk_label_set_wrap (GTK_LABEL (self->moment_label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (self->moment_label), 0);
  gtk_widget_add_css_class (self->moment_label, "bridge-eyebrow");
  gtk_widget_set_visible (self->moment_label, FALSE);
  gtk_box_append (GTK_BOX (self->box), self->moment_label);
  adw_bin_set_child (ADW_BIN (self), self->box);
}

/**
 * bridge_check_in_view_set_private:
 * @self: the view
 * @private_space: the private space of whoever is speaking
 *
 * Fills it, once.
 */
void
bridge_check_in_view_set_private (BridgeCheckInView *self,
                                  BridgePrivate     *private_space)
{
  GtkWidget *list;

  g_return_if_fail (self->space == NULL);

  self->space = g_object_ref (bridge_private_get_space (private_space));
  self->form = bridge_check_in_form_new (private_space);
  gtk_widget_set_visible (self->form, !bridge_space_get_read_only (self->space));
  self->together = bridge_together_card_new (self->space);
  self->opened = bridge_opened_card_new (self->space);
  list = bridge_check_in_list_new (self->space);
  g_signal_connect_object (self->together, "change", G_CALLBACK (change_waiting_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->together, "take-back", G_CALLBACK (take_back_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->together, "opened", G_CALLBACK (opened_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->opened, "done", G_CALLBACK (done_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (list, "change", G_CALLBACK (change_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (self->box), self->opened);
  gtk_box_append (GTK_BOX (self->box), self->together);
  gtk_box_append (GTK_BOX (self->box), self->form);
  gtk_box_append (GTK_BOX (self->box), list);
  g_signal_connect_object (self->space, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  update_moment (self);
}

/**
 * bridge_check_in_view_put_away:
 * @self: the view
 *
 * Empties the form: nothing of what somebody was about to say is left in sight. It is kept for them.
 */
void
bridge_check_in_view_put_away (BridgeCheckInView *self)
{
  bridge_check_in_form_put_away (BRIDGE_CHECK_IN_FORM (self->form));
}

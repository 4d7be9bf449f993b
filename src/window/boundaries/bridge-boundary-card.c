/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "bridge-boundary-card"

#include "config.h"

#include "bridge-boundary-card.h"

#include <glib/gi18n-lib.h>

#include "bridge-boundary-words.h"
#include "bridge-date-entry.h"
#include "bridge-form.h"
#include "bridge-words.h"
#include "bridge-wrap-layout.h"

struct _BridgeBoundaryCard
{
  AdwBin parent_instance;

  GtkLabel *heading_label;
  GtkLabel *text_label;
  GtkLabel *note_label;
  GtkWidget *proposal_box;
  GtkLabel *proposal_note;
  GtkLabel *proposal_label;
  GtkLabel *proposal_review;
  GtkWidget *edit_button;
  GtkWidget *bring_back_button;
  GtkWidget *history_button;
  GtkWidget *end_button;
  GtkWidget *propose_button;
  GtkWidget *withdraw_button;
  GtkWidget *agree_button;
  GtkMenuButton *another_time_button;
  GtkPopover *another_time_popover;
  BridgeDateEntry *another_time_entry;
  GtkWidget *say_so_button;
  GtkWidget *not_now_button;

  char *id;
  BridgeLocal today;
};

G_DEFINE_FINAL_TYPE (BridgeBoundaryCard, bridge_boundary_card, ADW_TYPE_BIN)

static void
another_time_changed_cb (BridgeBoundaryCard *self)
{
  BridgeLocal day = bridge_date_entry_get_date (self->another_time_entry);

  gtk_widget_set_sensitive (self->say_so_button, day != BRIDGE_LOCAL_NONE && day > self->today);
}

static void
say_so_clicked_cb (BridgeBoundaryCard *self)
{
  BridgeLocal day = bridge_date_entry_get_date (self->another_time_entry);

  gtk_popover_popdown (self->another_time_popover);
  gtk_widget_activate_action (GTK_WIDGET (self), "boundaries.another-time", "(sx)", self->id,
                              day + BRIDGE_INVITATION_EVENING * BRIDGE_MINUTE);
}

static void
bridge_boundary_card_dispose (GObject *object)
{
  adw_bin_set_child (ADW_BIN (object), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), BRIDGE_TYPE_BOUNDARY_CARD);
  g_clear_pointer (&BRIDGE_BOUNDARY_CARD (object)->id, g_free);

  G_OBJECT_CLASS (bridge_boundary_card_parent_class)->dispose (object);
}

static void
bridge_boundary_card_class_init (BridgeBoundaryCardClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bridge_boundary_card_dispose;

  g_type_ensure (BRIDGE_TYPE_DATE_ENTRY);
  g_type_ensure (BRIDGE_TYPE_WRAP_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, APP_PATH "/ui/boundary-card.ui");
  gtk_widget_class_bind_template_child (widget_class, BridgeBoundaryCard, heading_label);
  gtk_widget_class_bind_template_child (widget_class, BridgeBoundaryCard, text_label);
  gtk_widget_class_bind_template_child (widget_class, BridgeBoundaryCard, note_label);
  gtk_widget_class_bind_template_child (widget_class, BridgeBoundaryCard, proposal_box);
  gtk_widget_class_bind_template_child (widget_class, BridgeBoundaryCard, proposal_note);
  gtk_widget_class_bind_template_child (widget_class, BridgeBoundaryCard, proposal_label);
  gtk_widget_class_bind_template_child (widget_class, BridgeBoundaryCard, proposal_review);
  gtk_widget_class_bind_template_child (widget_class, BridgeBoundaryCard, edit_button);
  gtk_widget_class_bind_template_child (widget_class, BridgeBoundaryCard, bring_back_button);
  gtk_widget_class_bind_template_child (widget_class, BridgeBoundaryCard, history_button);
  gtk_widget_class_bind_template_child (widget_class, BridgeBoundaryCard, end_button);
  gtk_widget_class_bind_template_child (widget_class, BridgeBoundaryCard, propose_button);
  gtk_widget_class_bind_template_child (widget_class, BridgeBoundaryCard, withdraw_button);
  gtk_widget_class_bind_template_child (widget_class, BridgeBoundaryCard, agree_button);
  gtk_widget_class_bind_template_child (widget_class, BridgeBoundaryCard, another_time_button);
  gtk_widget_class_bind_template_child (widget_class, BridgeBoundaryCard, another_time_popover);
  gtk_widget_class_bind_template_child (widget_class, BridgeBoundaryCard, another_time_entry);
  gtk_widget_class_bind_template_child (widget_class, BridgeBoundaryCard, say_so_button);
  gtk_widget_class_bind_template_child (widget_class, BridgeBoundaryCard, not_now_button);
  gtk_widget_class_bind_template_callback (widget_class, another_time_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, say_so_clicked_cb);
}

static void
bridge_boundary_card_init (BridgeBoundaryCard *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * bridge_boundary_card_new:
 *
 * Returns: (transfer floating): a card that shows nothing yet
 */
GtkWidget *
bridge_boundary_card_new (void)
{
  return g_object_new (BRIDGE_TYPE_BOUNDARY_CARD, NULL);
}

static void set_button (GtkWidget *button, gboolean visible, const char *action, const char *id, const char *format, ...)
  G_GNUC_PRINTF (5, 6);

static void
set_button (GtkWidget  *button,
            gboolean    visible,
            const char *action,
            const char *id,
            const char *format,
            ...)
{
  g_autofree char *name = NULL;
  va_list arguments;

  va_start (arguments, format);
  name = g_strdup_vprintf (format, arguments);
  va_end (arguments);

  gtk_widget_set_visible (button, visible);
  /* The target first: an action that wants one is not given to a button without it. */
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", id);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  bridge_set_name (button, name);
}

static void
show_another_time (BridgeBoundaryCard *self,
                   BridgeSpace        *space,
                   gboolean            visible,
                   const char         *text)
{
  /* Translators: %s is how a sentence begins. */
  g_autofree char *name = g_strdup_printf (_("Come back to “%s” another time"), text);

  self->today = bridge_local_day_start (bridge_clock_local_now (bridge_space_get_clock (space)));
  gtk_widget_set_visible (GTK_WIDGET (self->another_time_button), visible);
  if (!gtk_widget_get_mapped (GTK_WIDGET (self->another_time_popover)))
    bridge_date_entry_set_date (self->another_time_entry, self->today + 7 * BRIDGE_DAY);
  bridge_set_name (GTK_WIDGET (self->another_time_button), name);
}

/* What is proposed, to its author and to the one who is asked: calmly, and without a word on when it was seen. */
static char *
dup_proposal_note (BridgeSpace        *space,
                   BridgeBoundary     *boundary,
                   BridgeBoundaryRole  role)
{
  BridgeInvitation *invitation = bridge_space_find_boundary_invitation (space, boundary);
  gboolean is_change = bridge_boundary_get_current (boundary) != NULL;
  g_autofree char *name = NULL;
  g_autofree char *day = NULL;

  if (invitation != NULL && bridge_invitation_get_other_time (invitation) != BRIDGE_LOCAL_NONE)
    day = bridge_words_date (bridge_local_day_start (bridge_invitation_get_other_time (invitation)),
                             bridge_clock_local_now (bridge_space_get_clock (space)));
  if (role == BRIDGE_BOUNDARY_EITHER)
    {
      name = bridge_boundary_name (space, bridge_revision_get_written_by (bridge_boundary_get_waiting (boundary)));
      if (day != NULL)
        /* Translators: a name and a day: "Tuesday, 24 November" */
        return g_strdup_printf (_("%1$s proposes this. You come back to it on %2$s"), name, day);
      /* Translators: %s is a name */
      return g_strdup_printf (is_change ? _("%s proposes these words") : _("%s proposes this"), name);
    }
  if (day != NULL)
    {
      name = bridge_space_dup_called (space, bridge_invitation_get_waits_for (invitation), FALSE);
      /* Translators: a name and a day: "Tuesday, 24 November" */
      return g_strdup_printf (_("Proposed; %1$s comes back to it on %2$s"), name, day);
    }
  if (bridge_space_get_listener (space) == NULL) /* of when two were here */
    return g_strdup (_("Proposed"));
  /* Translators: %s is a name */
  return g_strdup_printf (is_change ? _("These words are proposed. %s can answer when it is their turn here.")
                                    : _("Proposed. %s can answer when it is their turn here."),
                          bridge_person_get_name (bridge_space_get_listener (space)));
}

static void
show_proposal (BridgeBoundaryCard *self,
               BridgeSpace        *space,
               BridgeBoundary     *boundary,
               BridgeBoundaryRole  role)
{
  BridgeRevision *current = bridge_boundary_get_current (boundary);
  BridgeRevision *waiting = bridge_boundary_get_waiting (boundary);
  g_autofree char *note = NULL;
  BridgeLocal review_on;

  gtk_widget_set_visible (self->proposal_box, waiting != NULL);
  if (waiting == NULL)
    return;

  note = dup_proposal_note (space, boundary, role);
  gtk_label_set_label (self->proposal_note, note);

  /* A proposal that is all there is stands where the sentence stands. */
  gtk_widget_set_visible (GTK_WIDGET (self->proposal_label), current != NULL);
  if (current != NULL)
    {
      g_autoptr (GPtrArray) runs =
        bridge_text_diff (bridge_revision_get_text (current), bridge_revision_get_text (waiting));
      g_autofree char *markup = bridge_difference_to_markup (runs, BRIDGE_TEXT_AFTER);
      g_autofree char *words = bridge_difference_to_words (runs, BRIDGE_TEXT_AFTER);

      gtk_label_set_markup (self->proposal_label, markup);
      gtk_accessible_update_property (GTK_ACCESSIBLE (self->proposal_label), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
    }

  /* A day that has come already says nothing about what is to be. */
  review_on = bridge_revision_get_review_on (waiting);
  if (review_on <= bridge_clock_local_now (bridge_space_get_clock (space)))
    review_on = BRIDGE_LOCAL_NONE;
  gtk_widget_set_visible (GTK_WIDGET (self->proposal_review), review_on != BRIDGE_LOCAL_NONE);
  if (review_on != BRIDGE_LOCAL_NONE)
    {
      g_autofree char *day = bridge_words_date (review_on, bridge_clock_local_now (bridge_space_get_clock (space)));
      /* Translators: %s is a day: "Tuesday, 24 November" */
      g_autofree char *sentence = g_strdup_printf (_("To look at again on %s"), day);

      gtk_label_set_label (self->proposal_review, sentence);
    }
}

/* May what is one's own be put to the other one? A personal limit needs no yes, and what both have already is not asked. */
static gboolean
may_propose (BridgeSpace    *space,
             BridgeBoundary *boundary)
{
  GListModel *boundaries = bridge_space_get_boundaries (space);

  if (bridge_space_get_partner (space) == NULL || bridge_boundary_get_holder (boundary) == NULL ||
      bridge_boundary_get_kind (boundary) == BRIDGE_BOUNDARY_PERSONAL_LIMIT || !bridge_boundary_is_in_force (boundary))
    return FALSE;
  for (guint i = 0; i < g_list_model_get_n_items (boundaries); i++)
    {
      g_autoptr (BridgeBoundary) other = g_list_model_get_item (boundaries, i);
      BridgeRevision *words = bridge_boundary_get_current (other) != NULL ? bridge_boundary_get_current (other)
                                                                          : bridge_boundary_get_waiting (other);

      if (bridge_boundary_get_holder (other) == NULL && bridge_boundary_get_state (other) != BRIDGE_BOUNDARY_ENDED &&
          bridge_boundary_get_kind (other) == bridge_boundary_get_kind (boundary) &&
          g_strcmp0 (bridge_revision_get_text (words), bridge_revision_get_text (bridge_boundary_get_current (boundary))) == 0)
        return FALSE;
    }
  return TRUE;
}

/**
 * bridge_boundary_card_show:
 * @self: a card
 * @space: the space
 * @boundary: (transfer none): what it is to show
 *
 * Shows a boundary as it stands now, to the one who is speaking.
 */
void
bridge_boundary_card_show (BridgeBoundaryCard *self,
                           BridgeSpace        *space,
                           BridgeBoundary     *boundary)
{
  const char *id = bridge_boundary_get_id (boundary);
  BridgeBoundaryState state = bridge_boundary_get_state (boundary);
  BridgeBoundaryRole role = bridge_space_get_boundary_role (space, boundary);
  BridgeRevision *waiting = bridge_boundary_get_waiting (boundary);
  BridgeRevision *shown = bridge_boundary_get_current (boundary) != NULL ? bridge_boundary_get_current (boundary) : waiting;
  g_autofree char *note = bridge_boundary_to_note (space, boundary);
  g_autofree char *beginning = bridge_boundary_shorten (bridge_revision_get_text (shown));
  gboolean writable = role != BRIDGE_BOUNDARY_OUTSIDER && !bridge_space_get_read_only (space);
  gboolean open = waiting != NULL && role != BRIDGE_BOUNDARY_ALONE;

  if (g_strcmp0 (self->id, id) != 0)
    {
      g_free (self->id);
      self->id = g_strdup (id);
    }
  gtk_label_set_label (self->heading_label, bridge_boundary_to_heading (boundary));
  gtk_label_set_label (self->text_label, bridge_revision_get_text (shown));
  gtk_label_set_label (self->note_label, note);
  gtk_widget_set_visible (GTK_WIDGET (self->note_label), *note != '\0');
  show_proposal (self, space, boundary, role);

  set_button (self->edit_button, writable && state == BRIDGE_BOUNDARY_AGREED && !open,
              "boundaries.edit", id, _("Edit “%s”"), beginning);
  set_button (self->bring_back_button, writable && state == BRIDGE_BOUNDARY_ENDED && !open,
              "boundaries.edit", id, _("Bring back “%s”"), beginning);
  set_button (self->end_button, writable && state == BRIDGE_BOUNDARY_AGREED,
              "boundaries.end", id, _("End “%s”"), beginning);
  set_button (self->propose_button, writable && may_propose (space, boundary),
              "boundaries.propose", id, _("Propose “%s” for both of you"), beginning);
  set_button (self->withdraw_button, writable && open && role == BRIDGE_BOUNDARY_AUTHOR,
              "boundaries.withdraw", id, _("Withdraw “%s”"), beginning);
  set_button (self->agree_button, writable && open && role == BRIDGE_BOUNDARY_EITHER,
              "boundaries.agree", id, _("Say yes to “%s”"), beginning);
  set_button (self->not_now_button, writable && open && role == BRIDGE_BOUNDARY_EITHER,
              "boundaries.not-now", id, _("Say “not now” to “%s”"), beginning);
  show_another_time (self, space, writable && open && role == BRIDGE_BOUNDARY_EITHER, beginning);
  set_button (self->history_button, state != BRIDGE_BOUNDARY_PROPOSED,
              "boundaries.history", id, _("History of “%s”"), beginning);
}

/**
 * bridge_boundary_card_focus_edit:
 * @self: a card
 *
 * Puts the focus where something can be done about the boundary: on Edit, or on the first button that there is.
 *
 * Returns: whether there is one
 */
gboolean
bridge_boundary_card_focus_edit (BridgeBoundaryCard *self)
{
  return gtk_widget_grab_focus (self->edit_button) || gtk_widget_child_focus (GTK_WIDGET (self), GTK_DIR_TAB_FORWARD);
}

/**
 * bridge_boundary_card_get_id:
 * @self: a card
 *
 * Returns: (nullable): of which boundary
 */
const char *
bridge_boundary_card_get_id (BridgeBoundaryCard *self)
{
  return self->id;
}

/**
 * bridge_boundary_card_focus_history:
 * @self: a card
 *
 * Gives the focus to the button that opens the history.
 *
 * Returns: %FALSE if there is none, or it cannot have it
 */
gboolean
bridge_boundary_card_focus_history (BridgeBoundaryCard *self)
{
  return gtk_widget_get_mapped (self->history_button) && gtk_widget_grab_focus (self->history_button);
}

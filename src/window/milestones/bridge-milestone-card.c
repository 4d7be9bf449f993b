/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "bridge-milestone-card"

#include "config.h"

#include "bridge-milestone-card.h"

#include <glib/gi18n-lib.h>

#include "bridge-form.h"
#include "bridge-milestone-picture.h"
#include "bridge-milestone-words.h"
#include "bridge-words.h"

struct _BridgeMilestoneCard
{
  GtkButton parent_instance;

  BridgeSpace *space;
  char *id; /* (nullable): nothing is shown yet */

  GtkWidget *picture;
  GtkWidget *title_label;
  GtkWidget *progress_label;
  GtkWidget *further_label;
};

G_DEFINE_FINAL_TYPE (BridgeMilestoneCard, bridge_milestone_card, GTK_TYPE_BUTTON)

static void
bridge_milestone_card_dispose (GObject *object)
{
  g_clear_object (&BRIDGE_MILESTONE_CARD (object)->space);

  G_OBJECT_CLASS (bridge_milestone_card_parent_class)->dispose (object);
}

static void
bridge_milestone_card_finalize (GObject *object)
{
  g_free (BRIDGE_MILESTONE_CARD (object)->id);

  G_OBJECT_CLASS (bridge_milestone_card_parent_class)->finalize (object);
}

static void
bridge_milestone_card_class_init (BridgeMilestoneCardClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = bridge_milestone_card_dispose;
  G_OBJECT_CLASS (klass)->finalize = bridge_milestone_card_finalize;
}

static GtkWidget *
add_label (GtkWidget  *box,
           const char *class,
           int         lines)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_lines (GTK_LABEL (label), lines);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_width_chars (GTK_LABEL (label), 10);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 28);
  gtk_widget_add_css_class (label, class);
  gtk_box_append (GTK_BOX (box), label);
  return label;
}

static void
bridge_milestone_card_init (BridgeMilestoneCard *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);

  gtk_widget_add_css_class (GTK_WIDGET (self), "card");
  gtk_widget_add_css_class (GTK_WIDGET (self), "bridge-milestone");
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  gtk_widget_set_valign (GTK_WIDGET (self), GTK_ALIGN_FILL);

  self->picture = bridge_milestone_picture_new (FALSE);
  gtk_box_append (GTK_BOX (box), self->picture);
  gtk_widget_add_css_class (words, "bridge-milestone-words");
  self->title_label = add_label (words, "heading", 2);
  self->progress_label = add_label (words, "body", 3);
  self->further_label = add_label (words, "caption", 2);
  gtk_widget_add_css_class (self->further_label, "dim-label");
  gtk_box_append (GTK_BOX (box), words);
  gtk_button_set_child (GTK_BUTTON (self), box);
}

/**
 * bridge_milestone_card_new:
 * @space: the space
 *
 * Returns: (transfer floating): a card that shows nothing yet
 */
GtkWidget *
bridge_milestone_card_new (BridgeSpace *space)
{
  BridgeMilestoneCard *self = g_object_new (BRIDGE_TYPE_MILESTONE_CARD, NULL);

  self->space = g_object_ref (space);
  return GTK_WIDGET (self);
}

/**
 * bridge_milestone_is_complete:
 * @milestone: a milestone
 * @count: how many there are by now
 *
 * Returns: whether its number is there, and nobody has said that it is reached
 */
gboolean
bridge_milestone_is_complete (BridgeMilestone *milestone,
                              guint            count)
{
  int target = bridge_milestone_get_target (milestone);

  return bridge_milestone_get_state (milestone) == BRIDGE_MILESTONE_OPEN && target > 0 && count >= (guint) target;
}

/* (transfer full) (nullable) */
static char *
dup_further (BridgeSpace     *space,
             BridgeMilestone *milestone,
             guint            count)
{
  BridgeLocal now = bridge_clock_local_now (bridge_space_get_clock (space));
  g_autofree char *day = NULL;

  switch (bridge_milestone_get_state (milestone))
    {
    case BRIDGE_MILESTONE_RESTING:
      return g_strdup (_("Rests"));
    case BRIDGE_MILESTONE_REACHED:
      day = bridge_words_date (bridge_milestone_get_reached_on (milestone), now);
      /* Translators: %s is a date: "Tuesday, 24 November" */
      return g_strdup_printf (_("Reached on %s"), day);
    case BRIDGE_MILESTONE_OPEN:
      break;
    }
  if (bridge_milestone_is_complete (milestone, count))
    return g_strdup (_("All of it is there, to be celebrated"));
  if (bridge_milestone_get_revisit_on (milestone) == BRIDGE_LOCAL_NONE)
    return NULL;
  day = bridge_words_date (bridge_milestone_get_revisit_on (milestone), now);
  if (bridge_milestone_get_revisit_on (milestone) <= now)
    return g_strdup (_("Another look, if you like"));
  /* Translators: %s is a date: "Tuesday, 24 November" */
  return g_strdup_printf (_("Another look on %s"), day);
}

/**
 * bridge_milestone_dup_lines:
 * @space: the space
 * @milestone: a milestone
 * @count: how many there are by now
 * @further: (out) (transfer full) (nullable): when it is looked at again, that it rests, or when it was reached
 *
 * Returns: (transfer full): how far it has got
 */
char *
bridge_milestone_dup_lines (BridgeSpace      *space,
                            BridgeMilestone  *milestone,
                            guint             count,
                            char            **further)
{
  *further = dup_further (space, milestone, count);
  if (bridge_milestone_get_state (milestone) == BRIDGE_MILESTONE_REACHED)
    return bridge_milestone_aim_to_words (space, milestone);
  return bridge_milestone_progress_to_words (space, milestone, count);
}

/**
 * bridge_milestone_card_show:
 * @self: the card
 * @milestone: what it is to show
 * @count: how many there are by now
 *
 * Shows a milestone.
 */
void
bridge_milestone_card_show (BridgeMilestoneCard *self,
                            BridgeMilestone     *milestone,
                            guint                count)
{
  g_autofree char *further = NULL;
  g_autofree char *progress = bridge_milestone_dup_lines (self->space, milestone, count, &further);
  const char *title = bridge_milestone_get_title (milestone);
  gboolean own = bridge_space_get_partner (self->space) != NULL && bridge_milestone_get_who (milestone) != NULL;
  g_autoptr (GString) name = g_string_new (title);

  if (g_strcmp0 (self->id, bridge_milestone_get_id (milestone)) != 0)
    {
      g_free (self->id);
      self->id = g_strdup (bridge_milestone_get_id (milestone));
      gtk_actionable_set_action_target (GTK_ACTIONABLE (self), "s", self->id);
      gtk_actionable_set_action_name (GTK_ACTIONABLE (self), "milestones.open");
    }
  if (own)
    {
      g_autofree char *words = g_steal_pointer (&further);

      /* Translators: of a milestone that only its holder sees */
      further = words != NULL ? g_strdup_printf ("%s · %s", _("Yours alone"), words) : g_strdup (_("Yours alone"));
    }
  bridge_milestone_picture_set_milestone (BRIDGE_MILESTONE_PICTURE (self->picture), milestone, count);
  gtk_label_set_label (GTK_LABEL (self->title_label), title);
  gtk_label_set_label (GTK_LABEL (self->progress_label), progress);
  gtk_label_set_label (GTK_LABEL (self->further_label), further != NULL ? further : "");
  gtk_widget_set_visible (self->further_label, further != NULL);

  g_string_append_printf (name, ". %s.", progress);
  if (further != NULL)
    g_string_append_printf (name, " %s.", further);
  bridge_set_name (GTK_WIDGET (self), name->str);
}

/**
 * bridge_milestone_card_get_id:
 * @self: the card
 *
 * Returns: (nullable): of which milestone
 */
const char *
bridge_milestone_card_get_id (BridgeMilestoneCard *self)
{
  return self->id;
}

/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "bridge-invitation-card"

#include "config.h"

#include "bridge-invitation-card.h"

#include <glib/gi18n-lib.h>

#include "bridge-boundary-difference.h"
#include "bridge-date-entry.h"
#include "bridge-feedback.h"
#include "bridge-form.h"
#include "bridge-invitation-words.h"
#include "bridge-time-entry.h"
#include "bridge-words.h"
#include "bridge-wrap-layout.h"

struct _BridgeInvitationCard
{
  AdwBin parent_instance;

  BridgeSpace *space;
  char *id;            /* of the invitation */
  char *lines;         /* what was shown to agree on, as one text */
  BridgeLocal time;    /* that it is for by now, or BRIDGE_LOCAL_NONE */
  gboolean only_day;   /* another time is a day on which to talk about it */

  GtkLabel *headline_label;
  GtkLabel *title_label;
  AdwBin *difference_bin;
  GtkBox *lines_box;
  GtkLabel *words_label;
  GtkWidget *answers_box;
  GtkWidget *yes_button;
  GtkWidget *time_button;
  GtkWidget *not_now_button;
  GtkWidget *time_box;
  GtkLabel *time_label;
  BridgeDateEntry *date_entry;
  BridgeTimeEntry *time_entry;
  GtkWidget *propose_button;
  GtkWidget *rest_box;
  GtkWidget *week_button;
};

G_DEFINE_FINAL_TYPE (BridgeInvitationCard, bridge_invitation_card, ADW_TYPE_BIN)

typedef enum {
  ANSWERS,
  ANOTHER_TIME,
  REST,
} Part;

static void
show_part (BridgeInvitationCard *self,
           Part                  part)
{
  gtk_widget_set_visible (self->answers_box, part == ANSWERS);
  gtk_widget_set_visible (self->time_box, part == ANOTHER_TIME);
  gtk_widget_set_visible (self->rest_box, part == REST);
}

static BridgeLocal
get_now (BridgeInvitationCard *self)
{
  return bridge_clock_local_now (bridge_space_get_clock (self->space));
}

static BridgeLocal
get_entered (BridgeInvitationCard *self)
{
  BridgeLocal date = bridge_date_entry_get_date (self->date_entry);
  int minute = self->only_day ? BRIDGE_INVITATION_EVENING : bridge_time_entry_get_minute (self->time_entry);

  return date == BRIDGE_LOCAL_NONE || minute < 0 ? BRIDGE_LOCAL_NONE : date + minute * BRIDGE_MINUTE;
}

/* What cannot be read the fields say by themselves; here is said why a day or a time is too early. */
static void
entered_cb (BridgeInvitationCard *self)
{
  BridgeLocal entered, now;
  gboolean past, of_time;

  if (self->space == NULL)
    return;
  entered = get_entered (self);
  now = get_now (self);
  past = entered != BRIDGE_LOCAL_NONE && entered <= now;
  of_time = past && !self->only_day && bridge_local_day_start (entered) == bridge_local_day_start (now);
  bridge_date_entry_set_problem (self->date_entry,
                                 past && !of_time ? _("Choose a day that is still to come.") : NULL);
  bridge_time_entry_set_problem (self->time_entry,
                                 of_time ? _("Choose a time that is still to come.") : NULL);
  gtk_widget_set_sensitive (self->propose_button, entered != BRIDGE_LOCAL_NONE && !past);
}

/* The card may go with the answer, so nothing of it is looked at afterwards. */
static void
answer (BridgeInvitationCard  *self,
        BridgeInvitationEvent  event,
        int                    rest_days)
{
  GtkWidget *root = GTK_WIDGET (gtk_widget_get_root (GTK_WIDGET (self)));
  g_autoptr (BridgeSpace) space = g_object_ref (self->space);
  g_autofree char *id = g_strdup (self->id);
  g_autoptr (GError) error = NULL;

  if (bridge_space_answer_invitation (space, id, event,
                                      event == BRIDGE_INVITATION_SAY_ANOTHER_TIME ? get_entered (self)
                                                                                  : BRIDGE_LOCAL_NONE,
                                      rest_days, &error))
    bridge_feedback_show_undo (root, space);
  else
    bridge_feedback_show_error (root, error);
}

static void
yes_cb (BridgeInvitationCard *self)
{
  answer (self, BRIDGE_INVITATION_SAY_YES, 0);
}

static void
another_time_cb (BridgeInvitationCard *self)
{
  BridgeLocal now = get_now (self);
  BridgeLocal time = self->time != BRIDGE_LOCAL_NONE && self->time > now ? self->time : now + BRIDGE_DAY;

  bridge_date_entry_set_date (self->date_entry, bridge_local_day_start (time));
  bridge_time_entry_set_minute (self->time_entry, bridge_local_get_second_of_day (time) / 60 / 5 * 5);
  show_part (self, ANOTHER_TIME);
  entered_cb (self);
  gtk_widget_grab_focus (bridge_date_entry_get_entry (self->date_entry));
}

static void
propose_cb (BridgeInvitationCard *self)
{
  answer (self, BRIDGE_INVITATION_SAY_ANOTHER_TIME, 0);
}

static void
not_now_cb (BridgeInvitationCard *self)
{
  show_part (self, REST);
  gtk_widget_grab_focus (self->week_button);
}

static void
week_cb (BridgeInvitationCard *self)
{
  answer (self, BRIDGE_INVITATION_SAY_NOT_NOW, BRIDGE_INVITATION_REST_DAYS);
}

static void
month_cb (BridgeInvitationCard *self)
{
  answer (self, BRIDGE_INVITATION_SAY_NOT_NOW, 30);
}

static void
just_now_cb (BridgeInvitationCard *self)
{
  answer (self, BRIDGE_INVITATION_SAY_NOT_NOW, 0);
}

static void
back_from_time_cb (BridgeInvitationCard *self)
{
  show_part (self, ANSWERS);
  gtk_widget_grab_focus (self->time_button);
}

static void
back_from_rest_cb (BridgeInvitationCard *self)
{
  show_part (self, ANSWERS);
  gtk_widget_grab_focus (self->not_now_button);
}

/* Escape is the way back here, before it is one of the page's. */
static gboolean
escape_cb (GtkWidget *widget,
           GVariant  *arguments,
           gpointer   user_data)
{
  BridgeInvitationCard *self = BRIDGE_INVITATION_CARD (widget);

  if (gtk_widget_get_visible (self->time_box))
    back_from_time_cb (self);
  else if (gtk_widget_get_visible (self->rest_box))
    back_from_rest_cb (self);
  else
    return FALSE;
  return TRUE;
}

static void
bridge_invitation_card_dispose (GObject *object)
{
  BridgeInvitationCard *self = BRIDGE_INVITATION_CARD (object);

  adw_bin_set_child (ADW_BIN (self), NULL);
  g_clear_object (&self->space);
  gtk_widget_dispose_template (GTK_WIDGET (self), BRIDGE_TYPE_INVITATION_CARD);

  G_OBJECT_CLASS (bridge_invitation_card_parent_class)->dispose (object);
}

static void
bridge_invitation_card_finalize (GObject *object)
{
  BridgeInvitationCard *self = BRIDGE_INVITATION_CARD (object);

  g_free (self->id);
  g_free (self->lines);

  G_OBJECT_CLASS (bridge_invitation_card_parent_class)->finalize (object);
}

static void
bridge_invitation_card_class_init (BridgeInvitationCardClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = bridge_invitation_card_dispose;
  object_class->finalize = bridge_invitation_card_finalize;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Escape, 0, escape_cb, NULL);

  g_type_ensure (BRIDGE_TYPE_DATE_ENTRY);
  g_type_ensure (BRIDGE_TYPE_TIME_ENTRY);
  g_type_ensure (BRIDGE_TYPE_WRAP_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, APP_PATH "/ui/invitation-card.ui");
  gtk_widget_class_bind_template_child (widget_class, BridgeInvitationCard, headline_label);
  gtk_widget_class_bind_template_child (widget_class, BridgeInvitationCard, title_label);
  gtk_widget_class_bind_template_child (widget_class, BridgeInvitationCard, difference_bin);
  gtk_widget_class_bind_template_child (widget_class, BridgeInvitationCard, lines_box);
  gtk_widget_class_bind_template_child (widget_class, BridgeInvitationCard, words_label);
  gtk_widget_class_bind_template_child (widget_class, BridgeInvitationCard, answers_box);
  gtk_widget_class_bind_template_child (widget_class, BridgeInvitationCard, yes_button);
  gtk_widget_class_bind_template_child (widget_class, BridgeInvitationCard, time_button);
  gtk_widget_class_bind_template_child (widget_class, BridgeInvitationCard, not_now_button);
  gtk_widget_class_bind_template_child (widget_class, BridgeInvitationCard, time_box);
  gtk_widget_class_bind_template_child (widget_class, BridgeInvitationCard, time_label);
  gtk_widget_class_bind_template_child (widget_class, BridgeInvitationCard, date_entry);
  gtk_widget_class_bind_template_child (widget_class, BridgeInvitationCard, time_entry);
  gtk_widget_class_bind_template_child (widget_class, BridgeInvitationCard, propose_button);
  gtk_widget_class_bind_template_child (widget_class, BridgeInvitationCard, rest_box);
  gtk_widget_class_bind_template_child (widget_class, BridgeInvitationCard, week_button);
  gtk_widget_class_bind_template_callback (widget_class, yes_cb);
  gtk_widget_class_bind_template_callback (widget_class, another_time_cb);
  gtk_widget_class_bind_template_callback (widget_class, propose_cb);
  gtk_widget_class_bind_template_callback (widget_class, not_now_cb);
  gtk_widget_class_bind_template_callback (widget_class, week_cb);
  gtk_widget_class_bind_template_callback (widget_class, month_cb);
  gtk_widget_class_bind_template_callback (widget_class, just_now_cb);
  gtk_widget_class_bind_template_callback (widget_class, back_from_time_cb);
  gtk_widget_class_bind_template_callback (widget_class, back_from_rest_cb);
  gtk_widget_class_bind_template_callback (widget_class, entered_cb);
}

static void
bridge_invitation_card_init (BridgeInvitationCard *self)
{
  self->time = BRIDGE_LOCAL_NONE;
  gtk_widget_init_template (GTK_WIDGET (self));
  bridge_date_entry_set_name (self->date_entry, _("Day"));
}

/**
 * bridge_invitation_card_new:
 * @space: the space
 *
 * One without an invitation yet.
 *
 * Returns: (transfer floating): the widget
 */
GtkWidget *
bridge_invitation_card_new (BridgeSpace *space)
{
  BridgeInvitationCard *self = g_object_new (BRIDGE_TYPE_INVITATION_CARD, NULL);

  self->space = g_object_ref (space);
  return GTK_WIDGET (self);
}

static void
add_line (BridgeInvitationCard *self,
          const char           *text,
          gboolean              dim)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "numeric");
  if (dim)
    gtk_widget_add_css_class (label, "dim-label");
  gtk_box_append (self->lines_box, label);
}

static void
set_button_name (GtkWidget  *button,
                 const char *words,
                 const char *title)
{
  /* Translators: for a screen reader: what stands on a button, and what is proposed */
  g_autofree char *name = g_strdup_printf (_("%1$s, “%2$s”"), words, title);

  bridge_set_name (button, name);
}

/* What the other one asks may have become something else while it was read; then the answers begin anew. */
static void
show_lines (BridgeInvitationCard *self,
            GStrv                 lines,
            gboolean              dim,
            GError               *error)
{
  g_autofree char *all = lines != NULL ? g_strjoinv ("\n", lines) : g_strdup (error->message);
  /* What it said so far stands in the difference. */
  guint first = adw_bin_get_child (self->difference_bin) != NULL ? 1 : 0;

  if (g_strcmp0 (all, self->lines) == 0)
    return;
  if (self->lines != NULL)
    show_part (self, ANSWERS);
  g_free (self->lines);
  self->lines = g_steal_pointer (&all);

  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self->lines_box)); child != NULL;
       child = gtk_widget_get_first_child (GTK_WIDGET (self->lines_box)))
    gtk_box_remove (self->lines_box, child);
  for (guint i = first; lines != NULL && lines[i] != NULL; i++)
    add_line (self, lines[i], dim && i > 0);
  if (lines == NULL)
    add_line (self, error->message, FALSE);
  gtk_widget_set_visible (GTK_WIDGET (self->lines_box), gtk_widget_get_first_child (GTK_WIDGET (self->lines_box)) != NULL);
}

/* Where another time is looked for from: the first moment that was proposed. */
static BridgeLocal
find_time (BridgeInvitationCard *self,
           BridgeInvitation     *invitation)
{
  g_autoptr (BridgeRitual) ritual = bridge_space_preview_invitation (self->space, invitation, NULL);
  BridgeLocal first = bridge_invitation_get_time (invitation);
  BridgeScheduleIter iter;

  if (first != BRIDGE_LOCAL_NONE || ritual == NULL)
    return first;
  bridge_schedule_iter_init (&iter, bridge_ritual_get_schedule (ritual), get_now (self));
  return bridge_schedule_iter_next (&iter, &first) ? first : BRIDGE_LOCAL_NONE;
}

/* What a boundary would say instead of what it says. */
static void
show_difference (BridgeInvitationCard *self,
                 BridgeInvitation     *invitation)
{
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  gboolean differs = bridge_invitation_dup_boundary_texts (self->space, invitation, &before, &after);

  adw_bin_set_child (self->difference_bin, differs ? bridge_boundary_difference_new (before, after) : NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->difference_bin), differs);
  gtk_widget_set_visible (GTK_WIDGET (self->title_label), !differs);
}

/* A boundary has no time of its own: another time is a day on which to talk about it. */
static void
show_time_words (BridgeInvitationCard *self,
                 const char           *title)
{
  gtk_button_set_label (GTK_BUTTON (self->time_button), self->only_day ? _("Another _Day…") : _("_Another Time…"));
  set_button_name (self->time_button, self->only_day ? _("Another day") : _("Another time"), title);
  gtk_label_set_label (self->time_label, self->only_day ? _("When do you want to talk about it? You both see the day.")
                                                        : _("When would it suit you? You both see the day."));
  gtk_widget_set_visible (GTK_WIDGET (self->time_entry), !self->only_day);
  gtk_button_set_label (GTK_BUTTON (self->propose_button), self->only_day ? _("_Talk About It Then") : _("_Propose This Time"));
}

/**
 * bridge_invitation_card_show:
 * @self: the card
 * @invitation: one that waits for the answer of whoever is here
 *
 * Shows an invitation. Where there is nothing left to agree on, it says why, and "not now" is what can be said.
 */
void
bridge_invitation_card_show (BridgeInvitationCard *self,
                             BridgeInvitation     *invitation)
{
  g_autofree char *headline = bridge_invitation_to_headline (self->space, invitation);
  g_autofree char *title = bridge_space_dup_invitation_title (self->space, invitation);
  g_autofree char *name = bridge_invitation_to_name (self->space, invitation);
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) lines = bridge_invitation_to_lines (self->space, invitation, &error);
  g_autofree char *words = g_strdup_printf (_("“%s”"), bridge_invitation_get_words (invitation));
  gboolean gone_by = bridge_invitation_get_subject (invitation) != BRIDGE_INVITATION_RITUAL &&
                     !bridge_invitation_answer_stays (invitation) &&
                     bridge_invitation_get_time (invitation) != BRIDGE_LOCAL_NONE &&
                     bridge_invitation_get_time (invitation) <= get_now (self);

  if (g_strcmp0 (self->id, bridge_invitation_get_id (invitation)) != 0)
    {
      g_free (self->id);
      self->id = g_strdup (bridge_invitation_get_id (invitation));
      show_part (self, ANSWERS);
    }
  self->time = find_time (self, invitation);
  self->only_day = bridge_invitation_answer_stays (invitation);

  gtk_label_set_label (self->headline_label, headline);
  gtk_label_set_label (self->title_label, title);
  show_difference (self, invitation);
  /* Of a change every line counts alike. */
  show_lines (self, lines, !bridge_invitation_is_change (self->space, invitation), error);
  gtk_label_set_label (self->words_label, words);
  gtk_widget_set_visible (GTK_WIDGET (self->words_label), *bridge_invitation_get_words (invitation) != '\0');
  gtk_widget_set_visible (self->yes_button, error == NULL && !gone_by);
  gtk_widget_set_visible (self->time_button, error == NULL);

  bridge_set_name (GTK_WIDGET (self), name);
  set_button_name (self->yes_button, _("Yes"), title);
  show_time_words (self, title);
  set_button_name (self->not_now_button, _("Not now"), title);
}

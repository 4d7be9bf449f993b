/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "bridge-pause-form"

#include "config.h"

#include "bridge-pause-form.h"

#include <glib/gi18n-lib.h>

#include "bridge-feedback.h"
#include "bridge-follow-up-card.h"
#include "bridge-pause-words.h"
#include "bridge-return-popover.h"
#include "bridge-words.h"
#include "bridge-words-field.h"

#define MAX_FIELDS 4

/* What the fields of a look back are. */
static const char *const review_properties[MAX_FIELDS] = { "helped", "hindered", "lesson", "changed-plan" };

struct _BridgePauseForm
{
  BridgeEditor parent_instance;

  BridgeSpace *space;
  char *pause_id;
  gboolean review;

  GtkWidget *fields[MAX_FIELDS];
  char *before[MAX_FIELDS]; /* what stood in them */
  GtkWidget *time_label;    /* (nullable): when the follow-up is */
  GtkWidget *time_popover;
};

G_DEFINE_FINAL_TYPE (BridgePauseForm, bridge_pause_form, BRIDGE_TYPE_EDITOR)

static void
add_field (BridgePauseForm *self,
           int              i,
           const char      *question,
           const char      *text)
{
  self->fields[i] = bridge_words_field_new (question, text);
  self->before[i] = g_strdup (text != NULL ? text : "");
  gtk_box_append (bridge_editor_get_box (BRIDGE_EDITOR (self)), self->fields[i]);
}

/* Of two, nobody has the other one's words in a field of theirs: what stands there is read, and something is added. */
static void
add_review_field (BridgePauseForm *self,
                  int              i,
                  const char      *question,
                  const char      *present)
{
  gboolean two = bridge_space_get_partner (self->space) != NULL;

  add_field (self, i, question, two ? NULL : present);
  if (two)
    bridge_words_field_set_present (BRIDGE_WORDS_FIELD (self->fields[i]), present);
}

static char *
dup_text (BridgePauseForm *self,
          int              i)
{
  char *text = bridge_words_field_dup_text (BRIDGE_WORDS_FIELD (self->fields[i]));

  return text != NULL ? text : g_strdup ("");
}

/* (transfer full) (nullable): it stands as it was, and what somebody else has written there meanwhile does, too */
static char *
dup_changed (BridgePauseForm *self,
             int              i)
{
  g_autofree char *text = dup_text (self, i);

  return g_strcmp0 (text, self->before[i]) != 0 ? g_steal_pointer (&text) : NULL;
}

/* What was written into a field, below the words that stood there when it was opened. */
static const char *
get_addition (const char *text,
              const char *before)
{
  return g_str_has_prefix (text, before) ? text + strlen (before) : text;
}

/* The pause stays as it is: the words are of both, and the other one may have some, too. Where they have written into the same
 * field since it was opened here, what is new comes below, so that nobody's words take the place of words that they have not
 * read. */
static gboolean
write_review (BridgePauseForm  *self,
              gboolean         *written,
              GError          **error)
{
  g_autoptr (GPtrArray) changed = g_ptr_array_new_with_free_func (g_free);
  const char *instead[MAX_FIELDS] = { NULL };
  const char *below[MAX_FIELDS] = { NULL };
  g_autoptr (BridgePause) pause = NULL;

  bridge_space_refresh (self->space);
  pause = bridge_space_find_pause (self->space, self->pause_id, error);
  if (pause == NULL)
    return FALSE;

  for (int i = 0; i < MAX_FIELDS; i++)
    {
      g_autofree char *stored = NULL;
      char *text = dup_changed (self, i);

      if (text == NULL)
        continue;
      g_ptr_array_add (changed, text);
      g_object_get (pause, review_properties[i], &stored, NULL);
      if (g_strcmp0 (stored, self->before[i]) == 0)
        instead[i] = text;
      else
        below[i] = get_addition (text, self->before[i]);
    }
  *written = changed->len > 0;
  return changed->len == 0 ||
         bridge_space_edit_pause_review (self->space, self->pause_id,
                                         &(BridgePauseReview) { instead[0], instead[1], instead[2], instead[3] },
                                         &(BridgePauseReview) { below[0], below[1], below[2], below[3] }, error);
}

/* Words that come later have their place, too. */
static gboolean
close_review (BridgePauseForm  *self,
              GError          **error)
{
  BridgePause *pause = bridge_space_get_pause (self->space);

  return pause == NULL || g_strcmp0 (bridge_pause_get_id (pause), self->pause_id) != 0 ||
         bridge_space_close_pause (self->space, error);
}

/* Of two, the one who writes does not decide for the other that it is done. */
static gboolean
save_review (BridgePauseForm  *self,
             gboolean         *written,
             GError          **error)
{
  return write_review (self, written, error) && (bridge_space_get_partner (self->space) != NULL || close_review (self, error));
}

static gboolean
save_follow_up (BridgePauseForm  *self,
                gboolean         *written,
                GError          **error)
{
  g_autofree char *feelings = dup_text (self, 0);
  g_autofree char *needs = dup_text (self, 1);
  g_autofree char *step = dup_text (self, 2);

  *written = TRUE;
  return bridge_space_write_pause_follow_up (self->space, feelings, needs, step, error);
}

static void
bridge_pause_form_apply (BridgeEditor *editor)
{
  BridgePauseForm *self = BRIDGE_PAUSE_FORM (editor);
  GtkWindow *parent = gtk_window_get_transient_for (GTK_WINDOW (self));
  g_autoptr (BridgeSpace) space = g_object_ref (self->space);
  gboolean two = bridge_space_get_partner (space) != NULL;
  gboolean review = self->review;
  gboolean written;
  g_autoptr (GError) error = NULL;

  if (!(review ? save_review (self, &written, &error) : save_follow_up (self, &written, &error)))
    {
      bridge_feedback_show_error (GTK_WIDGET (self), error);
      return;
    }

  bridge_editor_close (BRIDGE_EDITOR (self));
  if (parent == NULL || !written)
    return;

  /* A slip of typing is mended by taking it back, until the other one has written too. Alone it is done with by now. */
  if (review && two)
    bridge_feedback_show_undo (GTK_WIDGET (parent), space);
  else
    bridge_feedback_show (GTK_WIDGET (parent), _("Written down"));
  if (review)
    gtk_widget_activate_action (GTK_WIDGET (parent), "win.lessons", NULL);
}

static void
done_cb (BridgePauseForm *self)
{
  g_autoptr (GError) error = NULL;
  gboolean written;

  if (write_review (self, &written, &error) && close_review (self, &error))
    bridge_editor_close (BRIDGE_EDITOR (self));
  else
    bridge_feedback_show_error (GTK_WIDGET (self), error);
}

/* It takes both, and nobody is told who wants it. */
static void
end_recovery_cb (BridgePauseForm *self)
{
  BridgePause *pause;
  g_autoptr (GError) error = NULL;

  if (!bridge_space_end_pause_recovery (self->space, &error))
    {
      bridge_feedback_show_error (GTK_WIDGET (self), error);
      return;
    }

  pause = bridge_space_get_pause (self->space);
  if (pause != NULL && bridge_pause_get_state (pause) == BRIDGE_PAUSE_RECOVERY)
    bridge_feedback_show (GTK_WIDGET (self), _("The recovery window ends when both of you want it."));
  else
    bridge_editor_close (BRIDGE_EDITOR (self));
}

static void
bridge_pause_form_dispose (GObject *object)
{
  BridgePauseForm *self = BRIDGE_PAUSE_FORM (object);

  g_clear_object (&self->space);
  g_clear_pointer (&self->pause_id, g_free);
  for (int i = 0; i < MAX_FIELDS; i++)
    g_clear_pointer (&self->before[i], g_free);

  G_OBJECT_CLASS (bridge_pause_form_parent_class)->dispose (object);
}

static void
bridge_pause_form_class_init (BridgePauseFormClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = bridge_pause_form_dispose;
  BRIDGE_EDITOR_CLASS (klass)->apply = bridge_pause_form_apply;
}

static void
bridge_pause_form_init (BridgePauseForm *self)
{
  g_object_set (self, "default-height", 620, NULL);
}

static BridgePauseForm *
form_new (BridgeSpace *space,
          const char  *pause_id,
          gboolean     review,
          GtkWindow   *parent)
{
  BridgePauseForm *self = g_object_new (BRIDGE_TYPE_PAUSE_FORM, "transient-for", parent, NULL);

  self->space = g_object_ref (space);
  bridge_editor_set_space (BRIDGE_EDITOR (self), space);
  self->pause_id = g_strdup (pause_id);
  self->review = review;

  return self;
}

static void
add_quiet_button (BridgePauseForm *self,
                  const char      *label,
                  GCallback        callback)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (label);

  gtk_label_set_wrap (GTK_LABEL (gtk_button_get_child (GTK_BUTTON (button))), TRUE);
  gtk_widget_set_halign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  g_signal_connect_object (button, "clicked", callback, self, G_CONNECT_SWAPPED);
  gtk_box_append (bridge_editor_get_box (BRIDGE_EDITOR (self)), button);
}

static GtkWidget *
add_intro (BridgePauseForm *self,
           const char      *text)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_box_append (bridge_editor_get_box (BRIDGE_EDITOR (self)), label);

  return label;
}

static void
show_time (BridgePauseForm *self,
           BridgePause     *pause)
{
  BridgeClock *clock = bridge_space_get_clock (self->space);
  g_autoptr (GTimeZone) zone = bridge_clock_dup_zone (clock);
  gint64 now = bridge_clock_now (clock);
  gint64 at = bridge_pause_get_follow_up_at (pause);
  gint64 until = bridge_pause_get_recovery_until (pause);
  g_autofree char *when = bridge_words_on (bridge_local_from_utc_ms (at > now ? at : until, zone),
                                           bridge_local_from_utc_ms (now, zone));
  g_autofree char *words = NULL;

  if (at > now)
    /* Translators: %s is a time, such as "tomorrow at 20:30" or "on Thursday at 20:30". */
    words = g_strdup_printf (_("A short follow-up is planned %s."), when);
  else
    /* Translators: %s is a time, such as "tomorrow at 20:30" or "on Thursday at 20:30". */
    words = g_strdup_printf (_("There is time for the short follow-up until the recovery window ends, %s."), when);
  gtk_label_set_label (GTK_LABEL (self->time_label), words);
  bridge_return_popover_set_at (BRIDGE_RETURN_POPOVER (self->time_popover), MAX (at, now));
  bridge_return_popover_set_range (BRIDGE_RETURN_POPOVER (self->time_popover), 0, until);
}

static void
time_chosen_cb (BridgePauseForm *self,
                gint64           at)
{
  g_autoptr (GError) error = NULL;
  BridgePause *pause;

  if (!bridge_space_set_pause_follow_up_time (self->space, at, &error))
    bridge_feedback_show_error (GTK_WIDGET (self), error);
  pause = bridge_space_get_pause (self->space);
  if (pause != NULL)
    show_time (self, pause);
}

/* It can be had now, too, and needs nobody's leave to be had at another time. */
static void
add_time (BridgePauseForm *self,
          BridgePause     *pause)
{
  GtkWidget *button = gtk_menu_button_new ();

  self->time_label = add_intro (self, NULL);
  self->time_popover = bridge_return_popover_new (bridge_space_get_clock (self->space), BRIDGE_RETURN_FOLLOW_UP);
  g_signal_connect_object (self->time_popover, "chosen", G_CALLBACK (time_chosen_cb), self, G_CONNECT_SWAPPED);
  gtk_menu_button_set_use_underline (GTK_MENU_BUTTON (button), TRUE);
  gtk_menu_button_set_label (GTK_MENU_BUTTON (button), _("At _Another Time"));
  gtk_menu_button_set_popover (GTK_MENU_BUTTON (button), self->time_popover);
  gtk_widget_set_halign (button, GTK_ALIGN_START);
  gtk_box_append (bridge_editor_get_box (BRIDGE_EDITOR (self)), button);
  show_time (self, pause);
}

static void
add_card (BridgePauseForm     *self,
          BridgePauseFollowUp *words)
{
  gtk_box_append (bridge_editor_get_box (BRIDGE_EDITOR (self)), bridge_follow_up_card_new (self->space, words));
}

/* Once the recovery window is over there is no other place to read what was written for the follow-up: the other one may have
 * written last. */
static void
add_follow_ups (BridgePauseForm *self)
{
  g_autoptr (GPtrArray) written = bridge_space_list_pause_follow_ups (self->space, self->pause_id, NULL);

  if (written == NULL || written->len == 0)
    return;
  add_intro (self, _("This was written for the follow-up:"));
  for (guint i = 0; i < written->len; i++)
    add_card (self, g_ptr_array_index (written, i));
}

/**
 * bridge_pause_form_new_follow_up:
 * @space: the space
 * @pause_id: a pause in its recovery window
 * @parent: (nullable): the window it stands above
 *
 * How it feels now, what is needed, and one next step, in the words of whoever speaks.
 *
 * Returns: (transfer none): the window, to be presented
 */
GtkWidget *
bridge_pause_form_new_follow_up (BridgeSpace *space,
                                 const char  *pause_id,
                                 GtkWindow   *parent)
{
  BridgePauseForm *self = form_new (space, pause_id, FALSE, parent);
  BridgePerson *speaker = bridge_space_get_speaker (space);
  g_autoptr (GPtrArray) written = bridge_space_list_pause_follow_ups (space, pause_id, NULL);
  BridgePause *pause = bridge_space_get_pause (space);
  BridgePauseFollowUp *own = NULL;
  BridgePauseFollowUp *other = NULL;

  for (guint i = 0; written != NULL && i < written->len; i++)
    {
      BridgePauseFollowUp *item = g_ptr_array_index (written, i);

      if (speaker != NULL && g_strcmp0 (bridge_pause_follow_up_get_person_id (item), bridge_person_get_id (speaker)) == 0)
        own = item;
      else
        other = item;
    }

  gtk_window_set_title (GTK_WINDOW (self), _("Follow-Up"));
  if (pause != NULL && bridge_pause_get_state (pause) == BRIDGE_PAUSE_RECOVERY)
    add_time (self, pause);
  if (bridge_space_get_partner (space) != NULL && speaker != NULL && other == NULL)
    {
      /* Translators: %s is a person's name. */
      g_autofree char *intro = g_strdup_printf (_("These are the words of %s. You read each other’s when both are there."),
                                                bridge_person_get_name (speaker));

      add_intro (self, intro);
    }
  add_field (self, 0, _("How does it feel now?"), own != NULL ? bridge_pause_follow_up_get_feelings (own) : NULL);
  add_field (self, 1, _("What do you need?"), own != NULL ? bridge_pause_follow_up_get_needs (own) : NULL);
  add_field (self, 2, _("One small next step"), own != NULL ? bridge_pause_follow_up_get_next_step (own) : NULL);
  if (other != NULL)
    add_card (self, other);
  add_quiet_button (self, _("_End the Recovery Window"), G_CALLBACK (end_recovery_cb));
  gtk_widget_grab_focus (self->fields[0]);

  return GTK_WIDGET (self);
}

/**
 * bridge_pause_form_new_review:
 * @space: the space
 * @pause: a pause whose recovery window is over, or a closed one
 * @parent: (nullable): the window it stands above
 *
 * What helped, what did not, what it taught, and what will be another way: the words of both, to which each may add, alone or
 * together, for as long as they like. Below stands what was written for the follow-up, as far as the speaker may read it.
 *
 * Returns: (transfer none): the window, to be presented
 */
GtkWidget *
bridge_pause_form_new_review (BridgeSpace *space,
                              BridgePause *pause,
                              GtkWindow   *parent)
{
  BridgePauseForm *self = form_new (space, bridge_pause_get_id (pause), TRUE, parent);
  gboolean two = bridge_space_get_partner (space) != NULL;

  gtk_window_set_title (GTK_WINDOW (self), _("Looking Back"));
  add_intro (self, _("A few words are enough, and any of them may stay empty."));
  if (two)
    add_intro (self, _("What stands here belongs to both of you. Each can add to it, alone or together, now or later."));
  add_review_field (self, 0, _("What helped?"), bridge_pause_get_helped (pause));
  add_review_field (self, 1, _("What did not help?"), bridge_pause_get_hindered (pause));
  add_review_field (self, 2, _("What did it teach you?"), bridge_pause_get_lesson (pause));
  add_review_field (self, 3, _("What will you do another way?"), bridge_pause_get_changed_plan (pause));
  add_follow_ups (self);

  if (bridge_pause_get_state (pause) != BRIDGE_PAUSE_CLOSED)
    add_quiet_button (self, two ? _("_Done Looking Back") : _("_Let It Be"), G_CALLBACK (done_cb));
  gtk_widget_grab_focus (self->fields[0]);

  return GTK_WIDGET (self);
}

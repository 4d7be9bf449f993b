/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "bridge-milestone-detail"

#include "config.h"

#include "bridge-milestone-detail.h"

#include <glib/gi18n-lib.h>

#include "bridge-date-entry.h"
#include "bridge-feedback.h"
#include "bridge-form.h"
#include "bridge-led-row.h"
#include "bridge-milestone-card.h"
#include "bridge-milestone-editor.h"
#include "bridge-milestone-picture.h"
#include "bridge-milestone-record.h"
#include "bridge-milestone-words.h"
#include "bridge-space-milestones.h"
#include "bridge-words.h"
#include "bridge-wrap-layout.h"

#define WEEKS_TO_LOOK 4

struct _BridgeMilestoneDetail
{
  AdwBin parent_instance;

  BridgeSpace *space;
  BridgeMilestone *milestone; /* (nullable): nothing is shown yet */

  GtkScrolledWindow *scroller;
  GtkWidget *back_button;
  GtkWidget *remove_button;
  AdwBin *picture_bin;
  GtkLabel *eyebrow_label;
  GtkLabel *title_label;
  GtkLabel *progress_label;
  GtkLabel *note_label;
  GtkLabel *facts_label;
  GtkWidget *buttons;
  GtkWidget *reach_button;
  GtkWidget *look_button;
  BridgeDateEntry *look_entry;
  GtkEditable *look_words;
  GtkWidget *look_confirm;
  GtkWidget *reshape_button;
  GtkWidget *rest_button;
  GtkWidget *resume_button;
  GtkWidget *reopen_button;
  GtkWidget *led_part;
  GtkListBox *led_list;
  GtkWidget *log_part;
  GtkListBox *log_list;
};

G_DEFINE_FINAL_TYPE (BridgeMilestoneDetail, bridge_milestone_detail, ADW_TYPE_BIN)

static BridgeLocal
get_now (BridgeMilestoneDetail *self)
{
  return bridge_clock_local_now (bridge_space_get_clock (self->space));
}

static void
say (BridgeMilestoneDetail *self,
     gboolean               done,
     GError                *error)
{
  if (done)
    bridge_feedback_show_undo (GTK_WIDGET (self), self->space);
  else
    bridge_feedback_show_error (GTK_WIDGET (self), error);
}

static void
change_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  BridgeMilestoneDetail *self = BRIDGE_MILESTONE_DETAIL (widget);
  BridgeMilestoneEvent event = g_str_equal (name, "milestone.rest") ? BRIDGE_MILESTONE_REST : BRIDGE_MILESTONE_REOPEN;
  g_autoptr (GError) error = NULL;
  gboolean done = bridge_space_change_milestone (self->space, bridge_milestone_get_id (self->milestone), event, NULL, &error);

  say (self, done, error);
}

/* The milestone as it would be if it went on. (transfer full) */
static BridgeMilestone *
dup_resumed (BridgeMilestoneDetail *self)
{
  BridgeMilestone *after = bridge_milestone_copy (self->milestone);

  g_object_set (after, "state", BRIDGE_MILESTONE_OPEN, NULL);
  return after;
}

/* The other one may have put it down, so of two it is asked. */
static void
resume_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  BridgeMilestoneDetail *self = BRIDGE_MILESTONE_DETAIL (widget);
  g_autoptr (BridgeMilestone) after = dup_resumed (self);
  g_autoptr (BridgeInvitation) invitation = NULL;
  g_autoptr (GError) error = NULL;
  gboolean done;

  if (bridge_space_milestone_needs_yes (self->space, self->milestone, after))
    {
      invitation = bridge_space_propose_milestone (self->space, after, NULL, &error);
      done = invitation != NULL;
    }
  else
    {
      done = bridge_space_change_milestone (self->space, bridge_milestone_get_id (after), BRIDGE_MILESTONE_RESUME, NULL, &error);
    }
  say (self, done, error);
}

static void
reshape_action (GtkWidget  *widget,
                const char *name,
                GVariant   *parameter)
{
  BridgeMilestoneDetail *self = BRIDGE_MILESTONE_DETAIL (widget);

  gtk_window_present (GTK_WINDOW (bridge_milestone_editor_new (self->space, self->milestone,
                                                               GTK_WINDOW (gtk_widget_get_root (widget)))));
}

static void
remove_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  BridgeMilestoneDetail *self = BRIDGE_MILESTONE_DETAIL (widget);
  g_autoptr (BridgeSpace) space = g_object_ref (self->space);
  g_autoptr (GtkWidget) root = g_object_ref (GTK_WIDGET (gtk_widget_get_root (widget)));
  g_autoptr (GError) error = NULL;

  /* The page goes with it: the window says it. */
  if (bridge_space_remove_milestone (space, bridge_milestone_get_id (self->milestone), &error))
    bridge_feedback_show_undo (root, space);
  else
    bridge_feedback_show_error (root, error);
}

/* ---- Another look ---- */

static void
look_changed_cb (BridgeMilestoneDetail *self)
{
  BridgeLocal day = bridge_date_entry_get_date (self->look_entry);
  gboolean ahead = day != BRIDGE_LOCAL_NONE && self->space != NULL && day > get_now (self);

  bridge_date_entry_set_problem (self->look_entry,
                                 day != BRIDGE_LOCAL_NONE && !ahead ? _("Choose a day to come for another look.") : NULL);
  gtk_widget_set_sensitive (self->look_confirm, ahead);
}

static void
look_shown_cb (BridgeMilestoneDetail *self)
{
  BridgeLocal today = bridge_local_day_start (get_now (self));

  gtk_editable_set_text (self->look_words, "");
  bridge_date_entry_set_date (self->look_entry, today + WEEKS_TO_LOOK * 7 * BRIDGE_DAY);
  look_changed_cb (self);
}

static void
look_again (BridgeMilestoneDetail *self,
            BridgeLocal            on)
{
  g_autofree char *words = g_strdup (gtk_editable_get_text (self->look_words));
  g_autoptr (GError) error = NULL;
  gboolean done;

  gtk_menu_button_popdown (GTK_MENU_BUTTON (self->look_button));
  done = bridge_space_revisit_milestone (self->space, bridge_milestone_get_id (self->milestone), on, words, &error);
  say (self, done, error);
}

static void
look_clicked_cb (BridgeMilestoneDetail *self)
{
  if (gtk_widget_get_sensitive (self->look_confirm))
    look_again (self, bridge_date_entry_get_date (self->look_entry));
}

static void
no_look_clicked_cb (BridgeMilestoneDetail *self)
{
  look_again (self, BRIDGE_LOCAL_NONE);
}

/* ---- What is shown ---- */

static GtkWidget *
make_label (const char *text,
            const char *class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  if (class != NULL)
    gtk_widget_add_css_class (label, class);
  return label;
}

/* A knot on the line, which goes on to the next one, and what stands beside it. */
static void
add_entry (BridgeMilestoneDetail *self,
           const char            *title,
           const char            *words,
           BridgeLocal            on,
           gboolean               last)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *rail = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *knot = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *line = gtk_separator_new (GTK_ORIENTATION_VERTICAL);
  GtkWidget *content = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  g_autofree char *day = bridge_words_day (on, get_now (self));

  gtk_widget_add_css_class (knot, "boundary-knot");
  gtk_widget_set_halign (knot, GTK_ALIGN_CENTER);
  gtk_widget_set_halign (line, GTK_ALIGN_CENTER);
  gtk_widget_set_vexpand (line, TRUE);
  gtk_widget_set_visible (line, !last);
  gtk_widget_add_css_class (line, "boundary-rail");
  gtk_box_append (GTK_BOX (rail), knot);
  gtk_box_append (GTK_BOX (rail), line);
  gtk_widget_set_hexpand (content, TRUE);
  gtk_widget_set_margin_bottom (content, 12);
  gtk_box_append (GTK_BOX (content), make_label (title, NULL));
  if (words != NULL && *words != '\0')
    gtk_box_append (GTK_BOX (content), make_label (words, NULL));
  gtk_box_append (GTK_BOX (content), make_label (day, "dim-label"));
  gtk_box_append (GTK_BOX (box), rail);
  gtk_box_append (GTK_BOX (box), content);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_list_box_append (self->log_list, row);
}

static void
empty (GtkListBox *list)
{
  GtkWidget *row;

  while ((row = gtk_widget_get_first_child (GTK_WIDGET (list))) != NULL)
    gtk_list_box_remove (list, row);
}

/* What has led so far, or did. */
static void
show_led (BridgeMilestoneDetail *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) led = bridge_milestone_list_led (self->space, self->milestone, FALSE, &error);

  empty (self->led_list);
  if (led == NULL)
    bridge_feedback_show_error (GTK_WIDGET (self), error);
  for (guint i = 0; led != NULL && i < led->len; i++)
    {
      BridgeMilestoneLed *kind = g_ptr_array_index (led, i);
      g_autofree char *more = bridge_milestone_led_dup_more (kind);

      for (guint k = 0; k < kind->words->len; k++)
        {
          g_autofree char *words = bridge_led_shorten (g_ptr_array_index (kind->words, k));

          gtk_list_box_append (self->led_list, bridge_led_row_new (words, kind->kind, NULL));
        }
      if (more != NULL)
        gtk_list_box_append (self->led_list, bridge_led_row_new_more (more));
    }
  gtk_widget_set_visible (self->led_part, led != NULL && led->len > 0);
}

/* The newest first, and last what it was to begin with. */
static void
show_log (BridgeMilestoneDetail *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) log =
    bridge_space_list_milestone_changes (self->space, bridge_milestone_get_id (self->milestone), &error);
  g_autofree char *begin = NULL;

  empty (self->log_list);
  if (log == NULL)
    {
      bridge_feedback_show_error (GTK_WIDGET (self), error);
      return;
    }
  for (guint i = log->len; i > 0; i--)
    {
      BridgeMilestoneChange *change = g_ptr_array_index (log, i - 1);
      g_autofree char *title = bridge_milestone_log_entry_to_words (self->space, self->milestone, log, i - 1);

      add_entry (self, title, bridge_milestone_change_get_words (change), bridge_milestone_change_get_on (change), FALSE);
    }
  begin = bridge_milestone_log_begin_to_words (self->space, self->milestone, log);
  add_entry (self, begin, NULL, bridge_milestone_get_begun_on (self->space, self->milestone), TRUE);
  gtk_widget_set_visible (self->log_part, log->len > 0);
}

static void
set_text (GtkLabel   *label,
          const char *text)
{
  gtk_label_set_label (label, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (label), text != NULL && *text != '\0');
}

/* Since when, when next, what it is counted from, how it was marked. (transfer full) */
static char *
dup_facts (BridgeMilestoneDetail *self)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) lines = NULL;
  BridgeMilestoneSource source = bridge_milestone_get_source (self->milestone);

  bridge_milestone_add_facts (builder, self->space, self->milestone);
  if (source == BRIDGE_MILESTONE_FROM_WEEKS)
    g_strv_builder_add (builder, _("Days away, pauses and rest are left out."));
  lines = g_strv_builder_end (builder);
  return g_strjoinv ("\n", lines);
}

static void
show_eyebrow (BridgeMilestoneDetail *self,
              const char            *further)
{
  gboolean own = bridge_space_get_partner (self->space) != NULL && bridge_milestone_get_who (self->milestone) != NULL;
  BridgeInvitation *waiting =
    bridge_space_find_waiting (self->space, BRIDGE_INVITATION_MILESTONE, bridge_milestone_get_id (self->milestone));
  g_autoptr (GString) line = g_string_new (further);

  if (own)
    {
      /* Translators: of a milestone that only its holder sees */
      g_string_prepend (line, line->len > 0 ? " · " : "");
      g_string_prepend (line, _("Yours alone"));
    }
  if (waiting != NULL)
    g_string_append_printf (line, "%s%s", line->len > 0 ? " · " : "", _("A change is proposed"));
  set_text (self->eyebrow_label, line->str);
}

static void
show_buttons (BridgeMilestoneDetail *self,
              guint                  count)
{
  BridgeMilestoneState state = bridge_milestone_get_state (self->milestone);
  gboolean writable = !bridge_space_get_read_only (self->space);
  gboolean waits =
    bridge_space_find_waiting (self->space, BRIDGE_INVITATION_MILESTONE, bridge_milestone_get_id (self->milestone)) != NULL;
  g_autoptr (BridgeMilestone) resumed = dup_resumed (self);

  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->reach_button), "s", bridge_milestone_get_id (self->milestone));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->reach_button), "milestones.celebrate");
  gtk_button_set_label (GTK_BUTTON (self->reach_button),
                        bridge_milestone_is_complete (self->milestone, count) ? _("_Celebrate…") : _("It Is Rea_ched…"));
  /* What is on the way is not pressed for, and what rests even less. */
  if (state == BRIDGE_MILESTONE_OPEN &&
      (bridge_milestone_is_complete (self->milestone, count) || bridge_milestone_get_target (self->milestone) == 0))
    gtk_widget_add_css_class (self->reach_button, "bridge-kept");
  else
    gtk_widget_remove_css_class (self->reach_button, "bridge-kept");
  gtk_button_set_label (GTK_BUTTON (self->resume_button),
                        bridge_space_milestone_needs_yes (self->space, self->milestone, resumed) ? _("_Propose to Go On")
                                                                                               : _("_Go On"));
  gtk_widget_set_visible (self->buttons, writable);
  gtk_widget_set_visible (self->reach_button, state != BRIDGE_MILESTONE_REACHED);
  gtk_widget_set_visible (self->look_button, state == BRIDGE_MILESTONE_OPEN);
  gtk_widget_set_visible (self->reshape_button, state != BRIDGE_MILESTONE_REACHED && !waits);
  gtk_widget_set_visible (self->rest_button, state == BRIDGE_MILESTONE_OPEN);
  gtk_widget_set_visible (self->resume_button, state == BRIDGE_MILESTONE_RESTING && !waits);
  gtk_widget_set_visible (self->reopen_button, state == BRIDGE_MILESTONE_REACHED);
  gtk_widget_set_visible (self->remove_button, writable && bridge_space_may_remove_milestone (self->space, self->milestone));
}

static void
show (BridgeMilestoneDetail *self,
      guint                  count)
{
  g_autofree char *further = NULL;
  g_autofree char *progress = bridge_milestone_dup_lines (self->space, self->milestone, count, &further);
  g_autofree char *facts = dup_facts (self);

  bridge_milestone_picture_set_milestone (BRIDGE_MILESTONE_PICTURE (adw_bin_get_child (self->picture_bin)), self->milestone,
                                          count);
  show_eyebrow (self, further);
  gtk_label_set_label (self->title_label, bridge_milestone_get_title (self->milestone));
  set_text (self->progress_label, progress);
  set_text (self->note_label, bridge_milestone_get_note (self->milestone));
  set_text (self->facts_label, facts);
  show_buttons (self, count);
  show_led (self);
  show_log (self);
}

static void
bridge_milestone_detail_dispose (GObject *object)
{
  BridgeMilestoneDetail *self = BRIDGE_MILESTONE_DETAIL (object);

  adw_bin_set_child (ADW_BIN (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), BRIDGE_TYPE_MILESTONE_DETAIL);
  g_clear_object (&self->milestone);
  g_clear_object (&self->space);

  G_OBJECT_CLASS (bridge_milestone_detail_parent_class)->dispose (object);
}

static gboolean
bridge_milestone_detail_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (BRIDGE_MILESTONE_DETAIL (widget)->back_button);
}

static void
bridge_milestone_detail_class_init (BridgeMilestoneDetailClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bridge_milestone_detail_dispose;
  widget_class->grab_focus = bridge_milestone_detail_grab_focus;

  gtk_widget_class_install_action (widget_class, "milestone.rest", NULL, change_action);
  gtk_widget_class_install_action (widget_class, "milestone.reopen", NULL, change_action);
  gtk_widget_class_install_action (widget_class, "milestone.resume", NULL, resume_action);
  gtk_widget_class_install_action (widget_class, "milestone.reshape", NULL, reshape_action);
  gtk_widget_class_install_action (widget_class, "milestone.remove", NULL, remove_action);

  g_type_ensure (BRIDGE_TYPE_DATE_ENTRY);
  g_type_ensure (BRIDGE_TYPE_WRAP_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, APP_PATH "/ui/milestone-detail.ui");
  gtk_widget_class_bind_template_child (widget_class, BridgeMilestoneDetail, scroller);
  gtk_widget_class_bind_template_child (widget_class, BridgeMilestoneDetail, back_button);
  gtk_widget_class_bind_template_child (widget_class, BridgeMilestoneDetail, remove_button);
  gtk_widget_class_bind_template_child (widget_class, BridgeMilestoneDetail, picture_bin);
  gtk_widget_class_bind_template_child (widget_class, BridgeMilestoneDetail, eyebrow_label);
  gtk_widget_class_bind_template_child (widget_class, BridgeMilestoneDetail, title_label);
  gtk_widget_class_bind_template_child (widget_class, BridgeMilestoneDetail, progress_label);
  gtk_widget_class_bind_template_child (widget_class, BridgeMilestoneDetail, note_label);
  gtk_widget_class_bind_template_child (widget_class, BridgeMilestoneDetail, facts_label);
  gtk_widget_class_bind_template_child (widget_class, BridgeMilestoneDetail, buttons);
  gtk_widget_class_bind_template_child (widget_class, BridgeMilestoneDetail, reach_button);
  gtk_widget_class_bind_template_child (widget_class, BridgeMilestoneDetail, look_button);
  gtk_widget_class_bind_template_child (widget_class, BridgeMilestoneDetail, look_entry);
  gtk_widget_class_bind_template_child (widget_class, BridgeMilestoneDetail, look_words);
  gtk_widget_class_bind_template_child (widget_class, BridgeMilestoneDetail, look_confirm);
  gtk_widget_class_bind_template_child (widget_class, BridgeMilestoneDetail, reshape_button);
  gtk_widget_class_bind_template_child (widget_class, BridgeMilestoneDetail, rest_button);
  gtk_widget_class_bind_template_child (widget_class, BridgeMilestoneDetail, resume_button);
  gtk_widget_class_bind_template_child (widget_class, BridgeMilestoneDetail, reopen_button);
  gtk_widget_class_bind_template_child (widget_class, BridgeMilestoneDetail, led_part);
  gtk_widget_class_bind_template_child (widget_class, BridgeMilestoneDetail, led_list);
  gtk_widget_class_bind_template_child (widget_class, BridgeMilestoneDetail, log_part);
  gtk_widget_class_bind_template_child (widget_class, BridgeMilestoneDetail, log_list);
  gtk_widget_class_bind_template_callback (widget_class, look_shown_cb);
  gtk_widget_class_bind_template_callback (widget_class, look_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, look_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, no_look_clicked_cb);
}

/* A button that is pressed by a key shows that for a moment, and takes all keys meanwhile; then the action comes to nothing. */
static void
back_activated_cb (BridgeMilestoneDetail *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "milestones.back", NULL);
}

static void
bridge_milestone_detail_init (BridgeMilestoneDetail *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_object (self->back_button, "activate", G_CALLBACK (back_activated_cb), self, G_CONNECT_SWAPPED);
  adw_bin_set_child (self->picture_bin, bridge_milestone_picture_new (TRUE));
  bridge_date_entry_set_name (self->look_entry, _("Day for another look"));
}

/**
 * bridge_milestone_detail_new:
 * @space: the space
 *
 * Returns: (transfer floating): the widget, which shows nothing yet
 */
GtkWidget *
bridge_milestone_detail_new (BridgeSpace *space)
{
  BridgeMilestoneDetail *self = g_object_new (BRIDGE_TYPE_MILESTONE_DETAIL, NULL);

  self->space = g_object_ref (space);
  return GTK_WIDGET (self);
}

static gboolean
load (BridgeMilestoneDetail *self,
      const char            *id)
{
  g_autoptr (BridgeMilestone) milestone = bridge_space_find_milestone (self->space, id, NULL);
  g_autoptr (GError) error = NULL;
  guint count;

  if (milestone == NULL)
    return FALSE;
  if (!bridge_milestone_record_count (self->space, milestone, &count, &error))
    {
      bridge_feedback_show_error (GTK_WIDGET (self), error);
      return FALSE;
    }
  g_set_object (&self->milestone, milestone);
  show (self, count);
  return TRUE;
}

/**
 * bridge_milestone_detail_show:
 * @self: the widget
 * @id: of a milestone
 *
 * Shows a milestone, from the top.
 *
 * Returns: %FALSE where it is not there any more, or not for whoever is here
 */
gboolean
bridge_milestone_detail_show (BridgeMilestoneDetail *self,
                              const char            *id)
{
  if (!load (self, id))
    return FALSE;
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scroller), 0);
  return TRUE;
}

/**
 * bridge_milestone_detail_update:
 * @self: the widget
 *
 * Shows the same milestone as it is now.
 *
 * Returns: %FALSE where it is not there any more, or not for whoever is here
 */
gboolean
bridge_milestone_detail_update (BridgeMilestoneDetail *self)
{
  g_autofree char *id = self->milestone != NULL ? g_strdup (bridge_milestone_get_id (self->milestone)) : NULL;

  return id != NULL && load (self, id);
}

/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "bridge-ritual-detail"

#include "config.h"

#include "bridge-ritual-detail.h"

#include <glib/gi18n-lib.h>

#include "bridge-date-entry.h"
#include "bridge-feedback.h"
#include "bridge-form.h"
#include "bridge-invitation-note.h"
#include "bridge-moment-row.h"
#include "bridge-page.h"
#include "bridge-ritual-history.h"
#include "bridge-ritual-words.h"
#include "bridge-rows.h"
#include "bridge-wrap-layout.h"

#define N_NEXT 3
#define N_MORE 12

/* So many are looked at before it counts as never: somebody may be away without an end. */
#define MAX_DATES 4000
#define REST_DAYS 14

struct _BridgeRitualDetail
{
  AdwBin parent_instance;

  BridgeSpace *space;
  char *ritual_id;
  BridgeRitual *ritual;   /* as it is stored */
  BridgeSchedule *less;   /* what "Less often" would make of it */
  gboolean more;          /* more than the next three dates */
  gboolean stale;         /* something changed while it was not shown */

  GtkScrolledWindow *scroller;
  GtkWidget *back_button;
  GtkWidget *edit_button;
  GtkWidget *lighter_group;
  GtkLabel *title_label;
  GtkLabel *sentence_label;
  GtkLabel *rule_label;
  GtkWidget *state_card;
  GtkLabel *state_label;
  GtkWidget *agree_button;
  GtkWidget *propose_button;
  GtkWidget *resume_button;
  BridgeInvitationNote *invitation_note;
  GtkWidget *next_group;
  GtkListBox *next_list;
  GtkWidget *more_button;
  AdwActionRow *minutes_row;
  AdwActionRow *smaller_row;
  AdwActionRow *who_row;
  AdwActionRow *lead_row;
  AdwActionRow *remind_row;
  GtkWidget *steps_box;
  GtkGrid *steps_grid;
  BridgeRitualHistory *history;
  AdwActionRow *less_row;
  GtkWidget *rest_row;
  GtkWidget *rest_button;
  BridgeDateEntry *rest_date;
  GtkWidget *rest_until_button;
  GtkWidget *end_row;
  AdwActionRow *remove_row;
};

G_DEFINE_FINAL_TYPE (BridgeRitualDetail, bridge_ritual_detail, ADW_TYPE_BIN)

enum {
  BACK,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static BridgeLocal
get_now (BridgeRitualDetail *self)
{
  return bridge_clock_local_now (bridge_space_get_clock (self->space));
}

static gboolean
is_two (BridgeRitualDetail *self)
{
  return bridge_space_get_partner (self->space) != NULL;
}

static void
show_state (BridgeRitualDetail *self,
            BridgeRitualState   state)
{
  gboolean open = state == BRIDGE_RITUAL_DRAFT || state == BRIDGE_RITUAL_PROPOSED;
  gboolean for_two = bridge_space_find_more (self->space, NULL, self->ritual) != 0;
  gboolean others = bridge_space_is_others_own (self->space, self->ritual);
  gboolean waits = bridge_space_find_waiting (self->space, BRIDGE_INVITATION_RITUAL, self->ritual_id) != NULL;
  g_autofree char *sentence =
    bridge_ritual_state_to_sentence (self->ritual, state, is_two (self) && bridge_ritual_get_who (self->ritual) == NULL,
                                     get_now (self));

  bridge_invitation_note_show (self->invitation_note, self->space, BRIDGE_INVITATION_RITUAL, self->ritual_id);
  gtk_label_set_label (self->state_label, sentence != NULL ? sentence : "");
  gtk_widget_set_visible (self->state_card, sentence != NULL && !(open && waits));
  gtk_widget_set_visible (self->agree_button, open && !for_two && !others);
  gtk_widget_set_visible (self->propose_button, open && for_two && !others);
  gtk_widget_set_visible (self->resume_button,
                          (state == BRIDGE_RITUAL_RESTING || state == BRIDGE_RITUAL_ENDED) && !waits && !others);
  gtk_button_set_label (GTK_BUTTON (self->resume_button), for_two ? _("Propose to _Go On") : _("_Resume"));
}

static void
show_steps (BridgeRitualDetail *self)
{
  const char *const *steps = bridge_ritual_get_steps (self->ritual);
  guint n = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self->steps_grid)); child != NULL;
       child = gtk_widget_get_first_child (GTK_WIDGET (self->steps_grid)))
    gtk_grid_remove (self->steps_grid, child);

  for (; steps != NULL && steps[n] != NULL; n++)
    {
      g_autofree char *text = g_strdup_printf ("%u", n + 1);
      GtkWidget *number = gtk_label_new (text);
      GtkWidget *step = gtk_label_new (steps[n]);

      gtk_widget_add_css_class (number, "dim-label");
      gtk_widget_add_css_class (number, "numeric");
      gtk_widget_set_valign (number, GTK_ALIGN_START);
      gtk_label_set_xalign (GTK_LABEL (step), 0);
      gtk_label_set_wrap (GTK_LABEL (step), TRUE);
      gtk_label_set_wrap_mode (GTK_LABEL (step), PANGO_WRAP_WORD_CHAR);
      gtk_widget_set_hexpand (step, TRUE);
      gtk_grid_attach (self->steps_grid, number, 0, (int) n, 1, 1);
      gtk_grid_attach (self->steps_grid, step, 1, (int) n, 1, 1);
    }

  gtk_widget_set_visible (self->steps_box, n > 0);
}

static void
show_how (BridgeRitualDetail *self)
{
  const char *lead_id = bridge_ritual_get_lead (self->ritual);
  const char *who_id = bridge_ritual_get_who (self->ritual);
  BridgePerson *lead = lead_id != NULL ? bridge_space_find_person (self->space, lead_id) : NULL;
  BridgePerson *who = who_id != NULL ? bridge_space_find_person (self->space, who_id) : NULL;
  g_autofree char *minutes = bridge_words_minutes (bridge_ritual_get_minutes (self->ritual));
  g_autofree char *length = NULL;
  g_autofree char *remind = bridge_remind_to_words (self->ritual);
  int closeness = bridge_ritual_get_closeness (self->ritual);

  /* Translators: how long a ritual takes and how close it is, as in "10 minutes, gentle". */
  length = g_strdup_printf (_("%s · %s"), minutes, bridge_closeness_to_words (closeness));
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->minutes_row), length);
  adw_action_row_set_subtitle (self->minutes_row, bridge_closeness_to_sentence (closeness));

  adw_action_row_set_subtitle (self->smaller_row, bridge_ritual_get_smaller (self->ritual));
  gtk_widget_set_visible (GTK_WIDGET (self->smaller_row), *bridge_ritual_get_smaller (self->ritual) != '\0');

  gtk_widget_set_visible (GTK_WIDGET (self->who_row), who != NULL && is_two (self));
  if (who != NULL)
    {
      g_autofree char *words = g_strdup_printf (_("Only %s"), bridge_person_get_name (who));
      g_autofree char *own = NULL;

      if (bridge_space_is_others_own (self->space, self->ritual))
        /* Translators: %s is a name; of a ritual that is only for them */
        own = g_strdup_printf (_("%s’s own: to be seen here, and theirs to change"), bridge_person_get_name (who));
      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->who_row), words);
      adw_action_row_set_subtitle (self->who_row, own != NULL ? own : "");
    }

  gtk_widget_set_visible (GTK_WIDGET (self->lead_row), lead != NULL);
  if (lead != NULL)
    adw_action_row_set_subtitle (self->lead_row, bridge_person_get_name (lead));

  adw_action_row_set_subtitle (self->remind_row, remind);

  show_steps (self);
}

/* From when on dates are shown: a rest is over on its last day. */
static BridgeLocal
get_from (BridgeRitualDetail *self,
          BridgeRitualState   state)
{
  BridgeLocal now = get_now (self);
  BridgeLocal until = bridge_ritual_get_resting_until (self->ritual);

  return state == BRIDGE_RITUAL_RESTING && until != BRIDGE_LOCAL_NONE ? MAX (now, until) : now;
}

/* A day on which somebody is away whom it needs. */
static gboolean
is_away (BridgeRitualDetail *self,
         BridgeLocal         local)
{
  return bridge_space_is_away (self->space, bridge_ritual_get_who (self->ritual), local);
}

/* What days away have to do with the dates that are shown. */
typedef enum {
  PASSED_NONE,
  PASSED_SOME,
  PASSED_LAST, /* nothing comes after them */
} Passed;

/* The dates as the rule gives them, for a ritual that does not plan anything yet: one more than @max, to know whether
 * there are more. */
static GPtrArray *
list_rule_dates (BridgeRitualDetail *self,
                 BridgeLocal         from,
                 guint               max,
                 Passed             *passed)
{
  BridgeSchedule *schedule = bridge_ritual_get_schedule (self->ritual);
  g_autoptr (GTimeZone) here = bridge_clock_dup_zone (bridge_space_get_clock (self->space));
  GPtrArray *dates = g_ptr_array_new_with_free_func (g_object_unref);
  BridgeScheduleIter iter;
  BridgeLocal first;
  BridgeLocal last;
  BridgeLocal start;
  gboolean ended = FALSE;

  *passed = PASSED_NONE;
  bridge_schedule_window (schedule, from, from, here, &first, &last);
  bridge_schedule_iter_init (&iter, schedule, first);
  for (guint i = 0; i < MAX_DATES && dates->len <= max; i++)
    {
      BridgeOccurrence *occurrence;
      BridgeLocal local;
      gint64 at;

      if (!bridge_schedule_iter_next (&iter, &start))
        {
          ended = TRUE;
          break;
        }

      at = bridge_schedule_localise (schedule, start, here);
      local = bridge_local_from_utc_ms (at, here);
      if (local < from)
        continue;
      if (is_away (self, local))
        {
          if (dates->len < max)
            *passed = PASSED_SOME;
          continue;
        }

      occurrence = bridge_occurrence_new (self->ritual, start);
      g_object_set (occurrence, "at", at, "local", local, NULL);
      g_ptr_array_add (dates, occurrence);
    }

  if (*passed == PASSED_SOME && ended && dates->len == 0)
    *passed = PASSED_LAST;
  return dates;
}

/* What is planned from now on: the rule says how far to look, the record what became of it. What was left out stands
 * among it, to be planned again. */
static GPtrArray *
list_planned (BridgeRitualDetail *self,
              guint               max,
              gboolean           *has_more,
              Passed             *passed)
{
  g_autoptr (GPtrArray) dates = list_rule_dates (self, get_now (self), max, passed);
  g_autoptr (GPtrArray) found = NULL;
  GPtrArray *planned = g_ptr_array_new_with_free_func (g_object_unref);
  BridgeLocal now = get_now (self);
  BridgeLocal to = now + 31 * BRIDGE_DAY;
  guint n = 0;

  if (dates->len > 0)
    to = MAX (to, bridge_occurrence_get_local (g_ptr_array_index (dates, dates->len - 1)) + 2 * BRIDGE_DAY);

  found = bridge_space_list_occurrences (self->space, self->ritual_id, now, to, NULL);
  for (guint i = 0; found != NULL && i < found->len && !*has_more; i++)
    {
      BridgeOccurrence *occurrence = g_ptr_array_index (found, i);

      if (bridge_occurrence_get_outcome (occurrence) != BRIDGE_OUTCOME_NONE ||
          bridge_occurrence_get_local (occurrence) < now || is_away (self, bridge_occurrence_get_local (occurrence)))
        continue;
      if (!bridge_occurrence_get_left_out (occurrence) && n++ == max)
        *has_more = TRUE;
      else
        g_ptr_array_add (planned, g_object_ref (occurrence));
    }

  return planned;
}

static char *
get_moment_key (gpointer item)
{
  return g_strdup (bridge_occurrence_get_name (item));
}

static GtkWidget *
create_moment_row (gpointer item,
                   gpointer user_data)
{
  return bridge_moment_row_new (BRIDGE_RITUAL_DETAIL (user_data)->space);
}

static void
update_moment_row (GtkWidget *row,
                   gpointer   item,
                   gpointer   user_data)
{
  BridgeRitualDetail *self = user_data;

  bridge_moment_row_show (BRIDGE_MOMENT_ROW (row), item,
                          bridge_ritual_is_active (self->ritual, get_now (self)) &&
                            !bridge_space_is_others_own (self->space, self->ritual));
}

static void
show_next (BridgeRitualDetail *self,
           BridgeRitualState   state)
{
  guint max = self->more ? N_MORE : N_NEXT;
  BridgeLocal until = bridge_ritual_get_resting_until (self->ritual);
  gboolean open_rest = state == BRIDGE_RITUAL_RESTING && until == BRIDGE_LOCAL_NONE;
  gboolean had_focus;
  gboolean has_more = FALSE;
  Passed passed = PASSED_NONE;
  int position = 0;
  g_autoptr (GPtrArray) dates = NULL;
  const char *about = NULL;

  if (state == BRIDGE_RITUAL_ENDED || open_rest || bridge_ritual_get_schedule (self->ritual) == NULL)
    dates = g_ptr_array_new_with_free_func (g_object_unref);
  else if (state == BRIDGE_RITUAL_AGREED)
    dates = list_planned (self, max, &has_more, &passed);
  else
    dates = list_rule_dates (self, get_from (self, state), max, &passed);

  if (state != BRIDGE_RITUAL_AGREED && dates->len > max)
    {
      has_more = TRUE;
      g_ptr_array_set_size (dates, (int) max);
    }

  had_focus = bridge_rows_has_focus (self->next_list, &position);
  bridge_rows_sync (self->next_list, dates, get_moment_key, create_moment_row, update_moment_row, self);
  if (had_focus && !bridge_rows_has_focus (self->next_list, &(int) { 0 }))
    bridge_rows_focus (self->next_list, position);

  if (passed == PASSED_LAST)
    about = _("All that was planned falls on days away.");
  else if (passed == PASSED_SOME)
    about = dates->len > 0 ? _("Days away are left out.") : _("It goes on after the days away.");
  adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (self->next_group), about);
  gtk_widget_set_visible (GTK_WIDGET (self->next_list), dates->len > 0);
  gtk_widget_set_visible (self->next_group, dates->len > 0 || passed != PASSED_NONE);
  gtk_widget_set_visible (self->more_button, !self->more && has_more);
}

static void
show_lighter (BridgeRitualDetail *self,
              BridgeRitualState   state)
{
  BridgeSchedule *schedule = bridge_ritual_get_schedule (self->ritual);
  gboolean agreed = state == BRIDGE_RITUAL_AGREED;
  gboolean may_remove = bridge_space_may_remove_ritual (self->space, self->ritual);

  g_clear_pointer (&self->less, bridge_schedule_unref);
  if (schedule != NULL && state != BRIDGE_RITUAL_ENDED)
    self->less = bridge_schedule_dup_less (schedule);

  gtk_widget_set_visible (GTK_WIDGET (self->less_row), self->less != NULL);
  if (self->less != NULL)
    {
      g_autofree char *words = bridge_schedule_to_words (self->less);

      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->less_row), words);
    }

  gtk_widget_set_visible (GTK_WIDGET (self->remove_row), may_remove);
  gtk_widget_set_visible (self->lighter_group,
                          !bridge_space_is_others_own (self->space, self->ritual) &&
                          (may_remove || state != BRIDGE_RITUAL_ENDED));
  gtk_widget_set_visible (self->rest_row, agreed);
  gtk_widget_set_visible (self->end_row, agreed || state == BRIDGE_RITUAL_RESTING);
}

static void
show (BridgeRitualDetail *self)
{
  BridgeRitualState state = bridge_ritual_get_effective_state (self->ritual, get_now (self));
  BridgeSchedule *schedule = bridge_ritual_get_schedule (self->ritual);
  const char *sentence = bridge_ritual_get_when_then (self->ritual);
  const char *title = bridge_ritual_get_title (self->ritual);
  g_autofree char *rule = schedule != NULL ? bridge_schedule_to_words (schedule) : g_strdup ("");

  gtk_label_set_label (self->title_label, title);
  gtk_widget_set_opacity (GTK_WIDGET (self->title_label), *sentence != '\0' ? 1 : 0);
  gtk_label_set_label (self->sentence_label, *sentence != '\0' ? sentence : title);
  gtk_label_set_label (self->rule_label, rule);
  gtk_widget_set_visible (self->edit_button, !bridge_space_is_others_own (self->space, self->ritual));
  show_state (self, state);
  show_next (self, state);
  show_how (self);
  bridge_ritual_history_set_ritual (self->history, self->space, self->ritual);
  /* What became of what is only for the other one is theirs to look at. */
  gtk_widget_set_visible (GTK_WIDGET (self->history),
                          state != BRIDGE_RITUAL_DRAFT && state != BRIDGE_RITUAL_PROPOSED &&
                          !bridge_space_is_others_own (self->space, self->ritual));
  show_lighter (self, state);
}

/* Reads the ritual again; FALSE when it is gone. */
static gboolean
reload (BridgeRitualDetail  *self,
        GError             **error)
{
  g_autoptr (BridgeRitual) ritual = NULL;

  self->stale = FALSE;
  ritual = bridge_space_find_ritual (self->space, self->ritual_id, error);
  if (ritual == NULL)
    return FALSE;

  g_set_object (&self->ritual, ritual);
  show (self);

  return TRUE;
}

static void
reload_or_leave (BridgeRitualDetail *self)
{
  if (self->ritual_id == NULL)
    return;

  if (!gtk_widget_get_mapped (GTK_WIDGET (self)))
    {
      self->stale = TRUE;
      return;
    }

  if (!reload (self, NULL))
    g_signal_emit (self, signals[BACK], 0);
}

static void
space_changed_cb (BridgeSpace        *space,
                  BridgeKinds         kinds,
                  gboolean            from_outside,
                  BridgeRitualDetail *self)
{
  if (kinds & (BRIDGE_KIND_RITUALS | BRIDGE_KIND_OCCURRENCES | BRIDGE_KIND_PERSONS | BRIDGE_KIND_ABSENCES |
               BRIDGE_KIND_INVITATIONS))
    reload_or_leave (self);
}

static void
clock_woke_cb (BridgeRitualDetail *self)
{
  reload_or_leave (self);
}

static void
finish (BridgeRitualDetail *self,
        gboolean            done,
        GError             *error)
{
  if (done)
    bridge_feedback_show_undo (GTK_WIDGET (self), self->space);
  else
    bridge_feedback_show_error (GTK_WIDGET (self), error);
}

static void
change_state (BridgeRitualDetail *self,
              BridgeRitualEvent   event,
              BridgeLocal         rest_until)
{
  g_autoptr (GError) error = NULL;

  finish (self, bridge_space_change_ritual_state (self->space, self->ritual_id, event, rest_until, &error),
          error);
}

static void
back_clicked_cb (BridgeRitualDetail *self)
{
  g_signal_emit (self, signals[BACK], 0);
}

static void
edit_clicked_cb (BridgeRitualDetail *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  gtk_window_present (GTK_WINDOW (bridge_ritual_editor_new (self->space, self->ritual, GTK_WINDOW (root))));
}

static void
agree_clicked_cb (BridgeRitualDetail *self)
{
  change_state (self, BRIDGE_RITUAL_AGREE, BRIDGE_LOCAL_NONE);
}

static void
propose_clicked_cb (BridgeRitualDetail *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BridgeRitual) proposed = bridge_space_propose_ritual (self->space, self->ritual, NULL, &error);

  finish (self, proposed != NULL, error);
}

static void
resume_clicked_cb (BridgeRitualDetail *self)
{
  g_autoptr (BridgeInvitation) invitation = NULL;
  g_autoptr (GError) error = NULL;

  if (bridge_space_find_more (self->space, NULL, self->ritual) == 0)
    {
      change_state (self, BRIDGE_RITUAL_RESUME, BRIDGE_LOCAL_NONE);
      return;
    }
  invitation = bridge_space_propose (self->space, BRIDGE_INVITATION_RITUAL, self->ritual_id, NULL, NULL, BRIDGE_LOCAL_NONE,
                                     &error);
  finish (self, invitation != NULL, error);
}

static void
end_clicked_cb (BridgeRitualDetail *self)
{
  change_state (self, BRIDGE_RITUAL_END, BRIDGE_LOCAL_NONE);
}

static void
rest_date_changed_cb (BridgeRitualDetail *self)
{
  BridgeLocal date;

  if (self->space == NULL)
    return;

  date = bridge_date_entry_get_date (self->rest_date);
  gtk_widget_set_sensitive (self->rest_until_button, date != BRIDGE_LOCAL_NONE && date > get_now (self));
}

static void
rest_until_clicked_cb (BridgeRitualDetail *self)
{
  gtk_menu_button_popdown (GTK_MENU_BUTTON (self->rest_button));
  change_state (self, BRIDGE_RITUAL_REST, bridge_date_entry_get_date (self->rest_date));
}

static void
rest_open_clicked_cb (BridgeRitualDetail *self)
{
  gtk_menu_button_popdown (GTK_MENU_BUTTON (self->rest_button));
  change_state (self, BRIDGE_RITUAL_REST, BRIDGE_LOCAL_NONE);
}

static void
less_clicked_cb (BridgeRitualDetail *self)
{
  g_autoptr (BridgeRitual) lighter = bridge_ritual_copy (self->ritual);
  g_autoptr (GError) error = NULL;

  g_object_set (lighter, "schedule", self->less, NULL);
  finish (self, bridge_space_update_ritual (self->space, lighter, &error), error);
}

static void
swap_clicked_cb (BridgeRitualDetail *self)
{
  g_autoptr (GError) error = NULL;

  finish (self, bridge_space_swap_lead (self->space, self->ritual_id, &error), error);
}

/* The page goes back to the list by itself; the Undo is shown on what stays. */
static void
remove_clicked_cb (BridgeRitualDetail *self)
{
  g_autoptr (GError) error = NULL;

  finish (self, bridge_space_remove_ritual (self->space, self->ritual_id, &error), error);
}

static void
more_clicked_cb (BridgeRitualDetail *self)
{
  self->more = TRUE;
  show_next (self, bridge_ritual_get_effective_state (self->ritual, get_now (self)));
  bridge_rows_focus (self->next_list, N_NEXT);
}

static void
bridge_ritual_detail_map (GtkWidget *widget)
{
  BridgeRitualDetail *self = BRIDGE_RITUAL_DETAIL (widget);

  GTK_WIDGET_CLASS (bridge_ritual_detail_parent_class)->map (widget);

  if (self->stale)
    reload_or_leave (self);
}

static gboolean
bridge_ritual_detail_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (BRIDGE_RITUAL_DETAIL (widget)->back_button);
}

static void
bridge_ritual_detail_dispose (GObject *object)
{
  BridgeRitualDetail *self = BRIDGE_RITUAL_DETAIL (object);

  adw_bin_set_child (ADW_BIN (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), BRIDGE_TYPE_RITUAL_DETAIL);
  g_clear_pointer (&self->less, bridge_schedule_unref);
  g_clear_object (&self->ritual);
  g_clear_object (&self->space);

  G_OBJECT_CLASS (bridge_ritual_detail_parent_class)->dispose (object);
}

static void
bridge_ritual_detail_finalize (GObject *object)
{
  g_free (BRIDGE_RITUAL_DETAIL (object)->ritual_id);

  G_OBJECT_CLASS (bridge_ritual_detail_parent_class)->finalize (object);
}

static void
bridge_ritual_detail_class_init (BridgeRitualDetailClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = bridge_ritual_detail_dispose;
  object_class->finalize = bridge_ritual_detail_finalize;
  widget_class->map = bridge_ritual_detail_map;
  widget_class->focus = bridge_focus_inside;
  widget_class->grab_focus = bridge_ritual_detail_grab_focus;

  signals[BACK] = g_signal_new ("back", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                G_TYPE_NONE, 0);

  g_type_ensure (BRIDGE_TYPE_DATE_ENTRY);
  g_type_ensure (BRIDGE_TYPE_INVITATION_NOTE);
  g_type_ensure (BRIDGE_TYPE_RITUAL_HISTORY);
  g_type_ensure (BRIDGE_TYPE_WRAP_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, APP_PATH "/ui/rituals-detail.ui");
  gtk_widget_class_bind_template_child (widget_class, BridgeRitualDetail, scroller);
  gtk_widget_class_bind_template_child (widget_class, BridgeRitualDetail, back_button);
  gtk_widget_class_bind_template_child (widget_class, BridgeRitualDetail, edit_button);
  gtk_widget_class_bind_template_child (widget_class, BridgeRitualDetail, lighter_group);
  gtk_widget_class_bind_template_child (widget_class, BridgeRitualDetail, title_label);
  gtk_widget_class_bind_template_child (widget_class, BridgeRitualDetail, sentence_label);
  gtk_widget_class_bind_template_child (widget_class, BridgeRitualDetail, rule_label);
  gtk_widget_class_bind_template_child (widget_class, BridgeRitualDetail, state_card);
  gtk_widget_class_bind_template_child (widget_class, BridgeRitualDetail, state_label);
  gtk_widget_class_bind_template_child (widget_class, BridgeRitualDetail, agree_button);
  gtk_widget_class_bind_template_child (widget_class, BridgeRitualDetail, propose_button);
  gtk_widget_class_bind_template_child (widget_class, BridgeRitualDetail, resume_button);
  gtk_widget_class_bind_template_child (widget_class, BridgeRitualDetail, invitation_note);
  gtk_widget_class_bind_template_child (widget_class, BridgeRitualDetail, next_group);
  gtk_widget_class_bind_template_child (widget_class, BridgeRitualDetail, next_list);
  gtk_widget_class_bind_template_child (widget_class, BridgeRitualDetail, more_button);
  gtk_widget_class_bind_template_child (widget_class, BridgeRitualDetail, minutes_row);
  gtk_widget_class_bind_template_child (widget_class, BridgeRitualDetail, smaller_row);
  gtk_widget_class_bind_template_child (widget_class, BridgeRitualDetail, who_row);
  gtk_widget_class_bind_template_child (widget_class, BridgeRitualDetail, lead_row);
  gtk_widget_class_bind_template_child (widget_class, BridgeRitualDetail, remind_row);
  gtk_widget_class_bind_template_child (widget_class, BridgeRitualDetail, steps_box);
  gtk_widget_class_bind_template_child (widget_class, BridgeRitualDetail, steps_grid);
  gtk_widget_class_bind_template_child (widget_class, BridgeRitualDetail, history);
  gtk_widget_class_bind_template_child (widget_class, BridgeRitualDetail, less_row);
  gtk_widget_class_bind_template_child (widget_class, BridgeRitualDetail, rest_row);
  gtk_widget_class_bind_template_child (widget_class, BridgeRitualDetail, rest_button);
  gtk_widget_class_bind_template_child (widget_class, BridgeRitualDetail, rest_date);
  gtk_widget_class_bind_template_child (widget_class, BridgeRitualDetail, rest_until_button);
  gtk_widget_class_bind_template_child (widget_class, BridgeRitualDetail, end_row);
  gtk_widget_class_bind_template_child (widget_class, BridgeRitualDetail, remove_row);
  gtk_widget_class_bind_template_callback (widget_class, back_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, edit_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, agree_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, propose_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, resume_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, more_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, swap_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, less_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, rest_date_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, rest_until_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, rest_open_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, end_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, remove_clicked_cb);
}

static void
bridge_ritual_detail_init (BridgeRitualDetail *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  bridge_date_entry_set_name (self->rest_date, _("Back on"));
  bridge_row_describe_button (self->less_row);
  bridge_row_describe_button (ADW_ACTION_ROW (self->rest_row));
  bridge_row_describe_button (ADW_ACTION_ROW (self->end_row));
  bridge_row_describe_button (self->remove_row);
}

/**
 * bridge_ritual_detail_new:
 * @space: the space
 *
 * One without a ritual yet.
 *
 * Returns: (transfer floating): the widget
 */
GtkWidget *
bridge_ritual_detail_new (BridgeSpace *space)
{
  BridgeRitualDetail *self = g_object_new (BRIDGE_TYPE_RITUAL_DETAIL, NULL);

  self->space = g_object_ref (space);
  bridge_date_entry_set_date (self->rest_date,
                              bridge_local_day_start (get_now (self)) + REST_DAYS * BRIDGE_DAY);
  g_signal_connect_object (space, "changed", G_CALLBACK (space_changed_cb), self, 0);
  g_signal_connect_object (space, "notify::speaker", G_CALLBACK (reload_or_leave), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (bridge_space_get_clock (space), "woke", G_CALLBACK (clock_woke_cb), self,
                           G_CONNECT_SWAPPED);

  return GTK_WIDGET (self);
}

/**
 * bridge_ritual_detail_set_ritual_id:
 * @self: the detail
 * @ritual_id: a ritual's id
 * @error: BRIDGE_ERROR_NOT_FOUND where it is gone
 *
 * Shows a ritual, from its top.
 *
 * Returns: %TRUE if it is there
 */
gboolean
bridge_ritual_detail_set_ritual_id (BridgeRitualDetail  *self,
                                    const char          *ritual_id,
                                    GError             **error)
{
  g_autofree char *id = g_strdup (ritual_id);

  g_free (self->ritual_id);
  self->ritual_id = g_steal_pointer (&id);
  self->more = FALSE;
  if (!reload (self, error))
    {
      g_clear_pointer (&self->ritual_id, g_free);
      return FALSE;
    }

  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scroller), 0);

  return TRUE;
}

/**
 * bridge_ritual_detail_get_ritual_id:
 * @self: the detail
 *
 * Which ritual it shows.
 *
 * Returns: (nullable): its id
 */
const char *
bridge_ritual_detail_get_ritual_id (BridgeRitualDetail *self)
{
  return self->ritual_id;
}

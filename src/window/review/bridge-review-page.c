/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "bridge-review-page"

#include "config.h"

#include "bridge-review-page.h"

#include <glib/gi18n-lib.h>

#include "bridge-adaptive-bin.h"
#include "bridge-calm-head.h"
#include "bridge-calm.h"
#include "bridge-feedback.h"
#include "bridge-review-point.h"
#include "bridge-review-notes.h"
#include "bridge-review-plan.h"
#include "bridge-review-timer.h"
#include "bridge-review-week.h"
#include "bridge-space-reviews.h"

struct _BridgeReviewPage
{
  AdwBin parent_instance;

  BridgeSpace *space;
  char *review_id;
  BridgeReviewState state; /* of the step that is shown */
  gboolean shown;          /* there is one */
  gboolean ending;
  gboolean flushing;       /* what is typed is being noted, from fields that have to stay until then */
  gboolean behind;         /* something changed meanwhile */
  gboolean held;           /* covered: what is typed is nobody’s but the one’s who typed it */

  GtkWidget *scroller;
  GtkWidget *steps_box;
  GtkWidget *step_label;
  GtkWidget *head;
  GtkWidget *timer;
  GtkWidget *columns;
  GtkWidget *notes[2]; /* (nullable) */
  GtkWidget *issue;    /* (nullable) */
  GtkWidget *plan;     /* (nullable) */
  GtkWidget *week;     /* (nullable) */
  GtkWidget *back_button;
  GtkWidget *skip_button;
  GtkWidget *next_button;
};

enum {
  LEAVE,
  DONE,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (BridgeReviewPage, bridge_review_page, ADW_TYPE_BIN)

static void update (BridgeReviewPage *self);

static gboolean
flush_fields (BridgeReviewPage *self)
{
  gboolean done = TRUE;

  self->flushing = TRUE;
  for (gsize i = 0; i < G_N_ELEMENTS (self->notes); i++)
    if (self->notes[i] != NULL)
      done = bridge_review_notes_flush (BRIDGE_REVIEW_NOTES (self->notes[i])) && done;
  if (self->issue != NULL)
    done = bridge_review_point_flush (BRIDGE_REVIEW_POINT (self->issue)) && done;
  self->flushing = FALSE;
  return done;
}

/* Notes what is typed and not noted yet. Gives whether the step can be left: another process may have done it meanwhile. */
static gboolean
flush (BridgeReviewPage *self)
{
  g_autoptr (BridgeReviewPage) kept = g_object_ref (self);
  BridgeReviewState state = self->state;
  gboolean done = flush_fields (self);

  if (self->behind)
    update (self);
  return done && !self->ending && self->state == state;
}

static void
step (BridgeReviewPage  *self,
      BridgeReviewEvent  event)
{
  g_autoptr (GError) error = NULL;

  if (!bridge_space_step_review (self->space, event, &error))
    bridge_feedback_show_error (GTK_WIDGET (self), error);
}

static void
next_cb (BridgeReviewPage *self)
{
  g_autoptr (GError) error = NULL;

  if (!flush (self))
    return;
  if (self->state != BRIDGE_REVIEW_NEXT_WEEK)
    step (self, BRIDGE_REVIEW_EVENT_NEXT);
  else if (!bridge_space_finish_review (self->space, bridge_review_plan_get_next_on (BRIDGE_REVIEW_PLAN (self->plan)), &error))
    bridge_feedback_show_error (GTK_WIDGET (self), error);
}

static void
skip_cb (BridgeReviewPage *self)
{
  if (flush (self))
    step (self, BRIDGE_REVIEW_EVENT_SKIP);
}

static void
back_cb (BridgeReviewPage *self)
{
  if (flush (self))
    step (self, BRIDGE_REVIEW_EVENT_BACK);
}

/**
 * bridge_review_page_leave:
 * @self: the page
 *
 * Leaves the review for now; it can be gone on with at any time.
 */
void
bridge_review_page_leave (BridgeReviewPage *self)
{
  if (flush (self))
    step (self, BRIDGE_REVIEW_EVENT_INTERRUPT);
}

/**
 * bridge_review_page_hold:
 * @self: the page
 *
 * Has half a sentence stay in its field for as long as the page is covered, whatever becomes of the review meanwhile. Whoever
 * typed it finds it there; nobody else does.
 */
void
bridge_review_page_hold (BridgeReviewPage *self)
{
  g_return_if_fail (BRIDGE_IS_REVIEW_PAGE (self));

  self->held = TRUE;
}

static gboolean
is_held (BridgeReviewPage *self)
{
  return self->held && !gtk_widget_get_mapped (GTK_WIDGET (self));
}

static void
thank_cb (BridgeReviewPage *self,
          BridgeWin        *win)
{
  if (self->notes[0] != NULL)
    bridge_review_notes_take_win (BRIDGE_REVIEW_NOTES (self->notes[0]), win);
}

/* Nobody thanks the other one for what is their own. */
static void
who_changed_cb (BridgeReviewPage *self)
{
  if (self->notes[0] != NULL && self->week != NULL)
    bridge_review_week_set_person (BRIDGE_REVIEW_WEEK (self->week),
                                   bridge_review_notes_get_person_id (BRIDGE_REVIEW_NOTES (self->notes[0])));
}

/* ---- What a step has */

static void
add_notes (BridgeReviewPage *self,
           GtkWidget        *column,
           int               place,
           BridgeReviewPart  part,
           const char       *question,
           const char       *placeholder)
{
  self->notes[place] = bridge_review_notes_new (self->space, part, question, placeholder);
  gtk_box_append (GTK_BOX (column), self->notes[place]);
}

static void
add_week (BridgeReviewPage *self,
          gboolean          thanks)
{
  self->week = bridge_review_week_new (self->space, thanks);
  gtk_widget_set_hexpand (self->week, TRUE);
  g_signal_connect_object (self->week, "thank", G_CALLBACK (thank_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (self->columns), self->week);
}

static void
clear_step (BridgeReviewPage *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (self->columns)) != NULL)
    gtk_box_remove (GTK_BOX (self->columns), child);
  self->notes[0] = self->notes[1] = self->issue = self->plan = self->week = NULL;
}

static void
build_step (BridgeReviewPage *self)
{
  gboolean two = bridge_space_get_partner (self->space) != NULL;
  GtkWidget *column = gtk_box_new (GTK_ORIENTATION_VERTICAL, 24);

  clear_step (self);
  gtk_widget_set_hexpand (column, TRUE);
  gtk_box_append (GTK_BOX (self->columns), column);
  switch (self->state)
    {
    case BRIDGE_REVIEW_APPRECIATIONS:
      bridge_calm_head_set (BRIDGE_CALM_HEAD (self->head), _("Thank you for …"),
                            _("Name something the other one did, and what it meant to you. Small is good."));
      add_notes (self, column, 0, BRIDGE_PART_APPRECIATION, _("I was glad that you …"), _("asked how it went"));
      add_week (self, TRUE);
      g_signal_connect_object (self->notes[0], "who-changed", G_CALLBACK (who_changed_cb), self, G_CONNECT_SWAPPED);
      who_changed_cb (self);
      break;
    case BRIDGE_REVIEW_WENT_RIGHT:
      bridge_calm_head_set (BRIDGE_CALM_HEAD (self->head), _("What went right?"),
                            two ? _("Between the two of you, or around you. One thing is enough.")
                                : _("In your week, or in you. One thing is enough."));
      add_notes (self, column, 0, BRIDGE_PART_WENT_RIGHT, _("This week it went right that …"),
                 two ? _("we laughed about the rain") : _("I called an old friend"));
      add_week (self, FALSE);
      break;
    case BRIDGE_REVIEW_ISSUE:
      bridge_calm_head_set (BRIDGE_CALM_HEAD (self->head), _("One open point, or none."),
                            _("Begin it softly, and decide only the next step. It may as well wait."));
      self->issue = bridge_review_point_new (self->space);
      gtk_box_append (GTK_BOX (column), self->issue);
      break;
    case BRIDGE_REVIEW_NEXT_WEEK:
      bridge_calm_head_set (BRIDGE_CALM_HEAD (self->head), _("The week to come."),
                            two ? _("A wish each, as a wish and not as a demand. Then what you want to plan.")
                                : _("A wish for yourself, and one small thing to plan."));
      add_notes (self, column, 0, BRIDGE_PART_WISH, _("For this week I wish …"), _("for a walk with nothing to carry"));
      add_notes (self, column, 1, BRIDGE_PART_PLAN, two ? _("We plan …") : _("I plan …"), _("soup on Thursday"));
      self->plan = bridge_review_plan_new (self->space);
      gtk_widget_set_hexpand (self->plan, TRUE);
      gtk_box_append (GTK_BOX (self->columns), self->plan);
      break;
    case BRIDGE_REVIEW_DONE:
      break;
    }
}

static void
update_steps (BridgeReviewPage *self,
              BridgeReview     *review)
{
  BridgeReviewInput input = bridge_space_get_review_input (self->space);
  guint n;
  guint position = bridge_review_state_get_position (bridge_review_get_state (review), &input, &n);
  /* Translators: %1$u of %2$u steps; %3$s is what the step is called */
  g_autofree char *words = g_strdup_printf (_("Step %1$u of %2$u: %3$s"), position, n,
                                            bridge_review_state_get_label (bridge_review_get_state (review)));
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (self->steps_box)) != NULL)
    gtk_box_remove (GTK_BOX (self->steps_box), child);
  for (guint i = 1; i <= n; i++)
    {
      GtkWidget *plank = g_object_new (GTK_TYPE_BOX, "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);

      gtk_widget_add_css_class (plank, "bridge-step");
      if (i <= position)
        gtk_widget_add_css_class (plank, "laid");
      gtk_box_append (GTK_BOX (self->steps_box), plank);
    }
  gtk_label_set_label (GTK_LABEL (self->step_label), words);
  gtk_widget_set_visible (self->back_button, position > 1);
  gtk_widget_set_visible (self->skip_button, position < n);
  gtk_button_set_label (GTK_BUTTON (self->next_button), position < n ? _("_Next") : _("_Finish"));
}

static void
update_words (BridgeReviewPage *self,
              BridgeReview     *review)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) words = bridge_space_load_review_words (self->space, bridge_review_get_id (review), &error);

  if (words == NULL)
    {
      bridge_feedback_show_error (GTK_WIDGET (self), error);
      return;
    }
  for (gsize i = 0; i < G_N_ELEMENTS (self->notes); i++)
    if (self->notes[i] != NULL)
      bridge_review_notes_update (BRIDGE_REVIEW_NOTES (self->notes[i]), words);
  if (self->issue != NULL)
    bridge_review_point_update (BRIDGE_REVIEW_POINT (self->issue), words);
  if (self->week != NULL)
    bridge_review_week_update (BRIDGE_REVIEW_WEEK (self->week), bridge_clock_local_now (bridge_space_get_clock (self->space)),
                               words);
  if (self->plan != NULL)
    bridge_review_plan_update (BRIDGE_REVIEW_PLAN (self->plan));
}

static void
update (BridgeReviewPage *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BridgeReview) open = NULL;
  gboolean fresh;

  self->behind = self->flushing;
  if (self->flushing)
    return;
  open = bridge_space_load_open_review (self->space, &error);
  if (error != NULL)
    {
      bridge_feedback_show_error (GTK_WIDGET (self), error);
      return;
    }
  if (open == NULL || g_strcmp0 (bridge_review_get_id (open), self->review_id) != 0)
    {
      if (!self->ending)
        {
          self->ending = TRUE;
          g_signal_emit (self, signals[DONE], 0, self->review_id);
        }
      return;
    }
  if (bridge_review_get_interrupted (open))
    {
      /* A pause may have come in the middle of a sentence. */
      if (!self->ending)
        {
          self->ending = TRUE;
          if (!is_held (self))
            flush_fields (self);
          g_signal_emit (self, signals[LEAVE], 0);
        }
      return;
    }
  if (self->shown && self->state != bridge_review_get_state (open))
    {
      /* The step may have been taken elsewhere: what is typed here belongs to the one that goes. */
      self->shown = FALSE;
      if (!is_held (self))
        flush_fields (self);
      update (self);
      return;
    }

  fresh = !self->shown;
  self->shown = TRUE;
  self->state = bridge_review_get_state (open);
  if (fresh)
    build_step (self);
  update_steps (self, open);
  update_words (self, open);
  bridge_review_timer_set_review (BRIDGE_REVIEW_TIMER (self->timer), open);
  if (fresh)
    {
      gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->scroller)), 0);
      if (gtk_widget_get_mapped (GTK_WIDGET (self)))
        gtk_widget_grab_focus (self->head);
    }
}

static void
changed_cb (BridgeReviewPage *self,
            BridgeKinds       kinds)
{
  if (kinds & (BRIDGE_KIND_REVIEWS | BRIDGE_KIND_WINS | BRIDGE_KIND_RITUALS | BRIDGE_KIND_PERSONS | BRIDGE_KIND_PAUSES |
               BRIDGE_KIND_SETTINGS | BRIDGE_KIND_OCCURRENCES))
    update (self);
}

static void
update_width (BridgeReviewPage *self)
{
  GtkWidget *bin = gtk_widget_get_ancestor (GTK_WIDGET (self), BRIDGE_TYPE_ADAPTIVE_BIN);
  gboolean narrow = bin != NULL && bridge_adaptive_bin_get_narrow (BRIDGE_ADAPTIVE_BIN (bin));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->columns), narrow ? GTK_ORIENTATION_VERTICAL : GTK_ORIENTATION_HORIZONTAL);
  gtk_box_set_homogeneous (GTK_BOX (self->columns), !narrow);
}

static gboolean
bridge_review_page_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (BRIDGE_REVIEW_PAGE (widget)->head);
}

static void
bridge_review_page_root (GtkWidget *widget)
{
  GtkWidget *bin;

  GTK_WIDGET_CLASS (bridge_review_page_parent_class)->root (widget);
  bin = gtk_widget_get_ancestor (widget, BRIDGE_TYPE_ADAPTIVE_BIN);
  if (bin != NULL)
    g_signal_connect_object (bin, "notify::narrow", G_CALLBACK (update_width), widget, G_CONNECT_SWAPPED);
  update_width (BRIDGE_REVIEW_PAGE (widget));
}

static void
bridge_review_page_map (GtkWidget *widget)
{
  BRIDGE_REVIEW_PAGE (widget)->held = FALSE;
  GTK_WIDGET_CLASS (bridge_review_page_parent_class)->map (widget);
}

/* Whoever closes the window has no words taken. What is only covered, or behind another page, stays in its field. */
static void
bridge_review_page_unmap (GtkWidget *widget)
{
  BridgeReviewPage *self = BRIDGE_REVIEW_PAGE (widget);
  GtkRoot *root = gtk_widget_get_root (widget);

  if (!self->ending && self->space != NULL && root != NULL && !gtk_widget_get_visible (GTK_WIDGET (root)))
    flush_fields (self);
  GTK_WIDGET_CLASS (bridge_review_page_parent_class)->unmap (widget);
}

static void
bridge_review_page_dispose (GObject *object)
{
  BridgeReviewPage *self = BRIDGE_REVIEW_PAGE (object);

  g_clear_pointer (&self->review_id, g_free);
  g_clear_object (&self->space);

  G_OBJECT_CLASS (bridge_review_page_parent_class)->dispose (object);
}

static void
bridge_review_page_class_init (BridgeReviewPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bridge_review_page_dispose;
  widget_class->grab_focus = bridge_review_page_grab_focus;
  widget_class->root = bridge_review_page_root;
  widget_class->map = bridge_review_page_map;
  widget_class->unmap = bridge_review_page_unmap;

  signals[LEAVE] = g_signal_new ("leave", BRIDGE_TYPE_REVIEW_PAGE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[DONE] = g_signal_new ("done", BRIDGE_TYPE_REVIEW_PAGE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                                G_TYPE_STRING);
}

static GtkWidget *
make_button (BridgeReviewPage *self,
             GtkWidget        *row,
             const char       *mnemonic,
             const char       *css_class,
             GCallback         callback)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (mnemonic);

  gtk_widget_add_css_class (button, css_class);
  g_signal_connect_object (button, "clicked", callback, self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (row), button);
  return button;
}

static void
bridge_review_page_init (BridgeReviewPage *self)
{
  GtkWidget *clamp = adw_clamp_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 24);
  GtkWidget *steps = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *buttons = bridge_calm_row_new ();
  GtkWidget *leave = bridge_calm_row_new ();

  gtk_widget_add_css_class (GTK_WIDGET (self), "bridge-review");
  self->steps_box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  gtk_widget_set_halign (self->steps_box, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (steps), self->steps_box);
  self->step_label = bridge_calm_label_new (NULL, "caption");
  gtk_widget_add_css_class (self->step_label, "dim-label");
  gtk_box_append (GTK_BOX (steps), self->step_label);
  gtk_box_append (GTK_BOX (box), steps);

  self->head = g_object_new (BRIDGE_TYPE_CALM_HEAD, NULL);
  gtk_box_append (GTK_BOX (box), self->head);

  self->columns = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 24);
  gtk_widget_set_margin_top (self->columns, 6);

  make_button (self, leave, _("_Leave for Now"), "flat", G_CALLBACK (bridge_review_page_leave));
  self->back_button = make_button (self, buttons, _("_Back"), "pill", G_CALLBACK (back_cb));
  self->skip_button = make_button (self, buttons, _("_Skip"), "pill", G_CALLBACK (skip_cb));
  self->next_button = make_button (self, buttons, _("_Next"), "pill", G_CALLBACK (next_cb));
  gtk_widget_add_css_class (self->next_button, "suggested-action");

  g_object_set (box, "margin-top", 24, "margin-bottom", 36, "margin-start", 12, "margin-end", 12, NULL);
  gtk_box_append (GTK_BOX (box), self->columns);
  gtk_box_append (GTK_BOX (box), buttons);
  gtk_box_append (GTK_BOX (box), leave);

  adw_clamp_set_maximum_size (ADW_CLAMP (clamp), 860);
  adw_clamp_set_child (ADW_CLAMP (clamp), box);
  self->scroller = gtk_scrolled_window_new ();
  g_object_set (self->scroller, "hscrollbar-policy", GTK_POLICY_NEVER, "child", clamp, NULL);
  adw_bin_set_child (ADW_BIN (self), self->scroller);
}

/**
 * bridge_review_page_new:
 * @space: a space in which a review is open, and is not left for now
 *
 * Returns: (transfer floating): the page
 */
GtkWidget *
bridge_review_page_new (BridgeSpace *space)
{
  BridgeReviewPage *self = g_object_new (BRIDGE_TYPE_REVIEW_PAGE, NULL);
  g_autoptr (BridgeReview) open = bridge_space_load_open_review (space, NULL);
  GtkWidget *box = gtk_widget_get_parent (self->head);

  self->space = g_object_ref (space);
  self->review_id = open != NULL ? g_strdup (bridge_review_get_id (open)) : NULL;
  self->timer = bridge_review_timer_new (space);
  gtk_box_insert_child_after (GTK_BOX (box), self->timer, self->head);
  g_signal_connect_object (space, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  update (self);
  return GTK_WIDGET (self);
}

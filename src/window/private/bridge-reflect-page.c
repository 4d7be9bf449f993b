/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "bridge-reflect-page"

#include "config.h"

#include "bridge-reflect-page.h"

#include <glib/gi18n-lib.h>

#include "bridge-check-in-view.h"
#include "bridge-feedback.h"
#include "bridge-lock-watch.h"
#include "bridge-look-back-view.h"
#include "bridge-passphrase-form.h"
#include "bridge-presence.h"
#include "bridge-private-view.h"
#include "bridge-review-card.h"
#include "bridge-review-page.h"
#include "bridge-review-summary.h"
#include "bridge-space-cares.h"
#include "bridge-likes-card.h"
#include "bridge-shared-list.h"

struct _BridgeReflectPage
{
  AdwBin parent_instance;

  BridgePrivate *private_space;
  BridgeLockWatch *watch;
  gboolean silenced; /* what was said in passing has gone already */

  GtkStack *stack;    /* the page itself, and what is opened from it */
  GtkWidget *detail;  /* (nullable): what is opened */
  GtkWidget *review_card;
  GtkWidget *likes_card;
  AdwBin *review_bin;
  AdwBin *likes_bin;
  GtkWidget *line_label;
  BridgeCheckInView *check_in_view;
  GtkWidget *door;
  GtkLabel *door_label;
  GtkWidget *door_button;
  AdwBin *inside_bin;
  GtkWidget *received_list;
  GtkWidget *look_back_card;
};

G_DEFINE_FINAL_TYPE (BridgeReflectPage, bridge_reflect_page, ADW_TYPE_BIN)

/* The window knows where the focus is while another one, in which the passphrase is typed, has the keyboard; the page's own
 * gtk_widget_get_focus_child() has forgotten it by then. */
static void
update (BridgeReflectPage *self)
{
  gboolean exists = bridge_private_get_exists (self->private_space);
  gboolean unlocked = bridge_private_get_unlocked (self->private_space);
  gboolean read_only = bridge_space_get_read_only (bridge_private_get_space (self->private_space));
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  gboolean focused = focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (self));
  gboolean turned = unlocked == gtk_widget_get_visible (self->door);

  gtk_label_set_label (self->door_label,
                       exists ? _("It is locked.")
                              : _("Write down what you notice and how it is for you. It is encrypted with a passphrase that only you know."));
  gtk_button_set_label (GTK_BUTTON (self->door_button), exists ? _("_Unlock…") : _("_Set Up…"));
  gtk_widget_set_sensitive (self->door_button, exists || !read_only);
  gtk_widget_set_visible (self->door, !unlocked);

  /* Nothing of the inside stays: not even a widget that is hidden. */
  if (unlocked && adw_bin_get_child (self->inside_bin) == NULL)
    adw_bin_set_child (self->inside_bin, bridge_private_view_new (self->private_space));
  if (!unlocked && turned && !self->silenced)
    bridge_feedback_clear (GTK_WIDGET (self));
  self->silenced = FALSE;
  if (!unlocked && focused && turned)
    gtk_widget_grab_focus (self->door_button);
  gtk_widget_set_visible (GTK_WIDGET (self->inside_bin), unlocked);
  if (!unlocked)
    adw_bin_set_child (self->inside_bin, NULL);
  else if (focused && turned)
    bridge_private_view_focus_search (BRIDGE_PRIVATE_VIEW (adw_bin_get_child (self->inside_bin)));
}

/* What was said in passing told of something in there. It goes first: that a draft could not be kept is said after it. */
static void
locking_cb (BridgeReflectPage *self)
{
  bridge_feedback_clear (GTK_WIDGET (self));
  self->silenced = TRUE;
}

/* Shows the page itself again. Gives whether anything was opened. */
static gboolean
close_detail (BridgeReflectPage *self,
              gboolean           focus)
{
  GtkWidget *detail = g_steal_pointer (&self->detail);
  GtkWidget *opener = BRIDGE_IS_LOOK_BACK_VIEW (detail) ? self->look_back_card : self->review_card;

  if (detail == NULL)
    return FALSE;
  gtk_stack_set_visible_child_name (self->stack, "reflect");
  /* While a pause lasts there is nothing to press on the card. */
  if (focus && !gtk_widget_grab_focus (opener))
    gtk_widget_child_focus (gtk_stack_get_visible_child (self->stack), GTK_DIR_TAB_FORWARD);
  gtk_stack_remove (self->stack, detail);
  return TRUE;
}

static void
open_detail (BridgeReflectPage *self,
             GtkWidget         *detail)
{
  close_detail (self, FALSE);
  self->detail = detail;
  gtk_stack_add_named (self->stack, detail, "detail");
  gtk_stack_set_visible_child (self->stack, detail);
  gtk_widget_grab_focus (detail);
}

static void
closed_cb (BridgeReflectPage *self)
{
  close_detail (self, gtk_widget_get_mapped (GTK_WIDGET (self)));
}

static void
summary_cb (BridgeReflectPage *self,
            const char        *review_id)
{
  BridgeSpace *space = bridge_private_get_space (self->private_space);
  gboolean fresh = BRIDGE_IS_REVIEW_PAGE (self->detail);
  GtkWidget *summary = bridge_review_summary_new (space, review_id, fresh);

  g_signal_connect_object (summary, "back", G_CALLBACK (closed_cb), self, G_CONNECT_SWAPPED);
  open_detail (self, summary);
}

static void
review_cb (BridgeReflectPage *self)
{
  GtkWidget *page = bridge_review_page_new (bridge_private_get_space (self->private_space));

  g_signal_connect_object (page, "leave", G_CALLBACK (closed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (page, "done", G_CALLBACK (summary_cb), self, G_CONNECT_SWAPPED);
  open_detail (self, page);
}

static void
look_back_cb (BridgeReflectPage *self)
{
  GtkWidget *view = bridge_look_back_view_new (bridge_private_get_space (self->private_space), self->private_space);

  g_signal_connect_object (view, "back", G_CALLBACK (closed_cb), self, G_CONNECT_SWAPPED);
  open_detail (self, view);
}

static void
make_stack (BridgeReflectPage *self)
{
  GtkWidget *page = g_object_ref (adw_bin_get_child (ADW_BIN (self)));

  self->stack = GTK_STACK (gtk_stack_new ());
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->stack));
  gtk_stack_add_named (self->stack, page, "reflect");
  g_object_unref (page);
}

static void
door_clicked_cb (BridgeReflectPage *self)
{
  GtkWidget *window = gtk_widget_get_ancestor (GTK_WIDGET (self), GTK_TYPE_WINDOW);
  BridgePassphraseMode mode
      = bridge_private_get_exists (self->private_space) ? BRIDGE_PASSPHRASE_UNLOCK : BRIDGE_PASSPHRASE_SET_UP;

  gtk_window_present (GTK_WINDOW (bridge_passphrase_form_new (self->private_space, mode, GTK_WINDOW (window))));
}

static void
bridge_reflect_page_dispose (GObject *object)
{
  BridgeReflectPage *self = BRIDGE_REFLECT_PAGE (object);

  /* What is being written is sealed before the page goes: the other one is here, or the window closes. */
  if (self->private_space != NULL)
    bridge_private_lock (self->private_space);
  g_clear_pointer (&self->watch, bridge_lock_watch_free);
  if (self->private_space != NULL)
    g_signal_handlers_disconnect_by_data (self->private_space, self);
  gtk_widget_dispose_template (GTK_WIDGET (self), BRIDGE_TYPE_REFLECT_PAGE);
  g_clear_object (&self->private_space);

  G_OBJECT_CLASS (bridge_reflect_page_parent_class)->dispose (object);
}

static void
bridge_reflect_page_class_init (BridgeReflectPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bridge_reflect_page_dispose;

  g_type_ensure (BRIDGE_TYPE_CHECK_IN_VIEW);
  g_type_ensure (BRIDGE_TYPE_LOOK_BACK_CARD);
  g_type_ensure (BRIDGE_TYPE_SHARED_LIST);
  gtk_widget_class_set_template_from_resource (widget_class, APP_PATH "/ui/reflect-page.ui");
  gtk_widget_class_bind_template_child (widget_class, BridgeReflectPage, review_bin);
  gtk_widget_class_bind_template_child (widget_class, BridgeReflectPage, likes_bin);
  gtk_widget_class_bind_template_child (widget_class, BridgeReflectPage, line_label);
  gtk_widget_class_bind_template_child (widget_class, BridgeReflectPage, check_in_view);
  gtk_widget_class_bind_template_child (widget_class, BridgeReflectPage, door);
  gtk_widget_class_bind_template_child (widget_class, BridgeReflectPage, door_label);
  gtk_widget_class_bind_template_child (widget_class, BridgeReflectPage, door_button);
  gtk_widget_class_bind_template_child (widget_class, BridgeReflectPage, inside_bin);
  gtk_widget_class_bind_template_child (widget_class, BridgeReflectPage, received_list);
  gtk_widget_class_bind_template_child (widget_class, BridgeReflectPage, look_back_card);
  gtk_widget_class_bind_template_callback (widget_class, door_clicked_cb);
}

static void
bridge_reflect_page_init (BridgeReflectPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * bridge_reflect_page_new:
 * @space: the space
 *
 * Returns: (transfer floating): the page, with the private space of whoever is speaking, locked
 */
GtkWidget *
bridge_reflect_page_new (BridgeSpace *space)
{
  BridgeReflectPage *self = g_object_new (BRIDGE_TYPE_REFLECT_PAGE, NULL);

  make_stack (self);
  self->review_card = bridge_review_card_new (space);
  g_signal_connect_object (self->review_card, "open", G_CALLBACK (review_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->review_card, "summary", G_CALLBACK (summary_cb), self, G_CONNECT_SWAPPED);
  adw_bin_set_child (self->review_bin, self->review_card);
  self->likes_card = bridge_likes_card_new (space);
  adw_bin_set_child (self->likes_bin, self->likes_card);
  self->private_space = bridge_private_new (space);
  self->watch = bridge_lock_watch_new (self->private_space);
  bridge_presence_watch (GTK_WIDGET (self), self->private_space);
  bridge_check_in_view_set_private (self->check_in_view, self->private_space);
  bridge_shared_list_set_space (BRIDGE_SHARED_LIST (self->received_list), space, BRIDGE_SHARED_LIST_RECEIVED);
  bridge_look_back_card_set_space (BRIDGE_LOOK_BACK_CARD (self->look_back_card), space, self->private_space);
  g_signal_connect_object (self->look_back_card, "open", G_CALLBACK (look_back_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->private_space, "locking", G_CALLBACK (locking_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->private_space, "notify::unlocked", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->private_space, "notify::exists", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);
  return GTK_WIDGET (self);
}

/**
 * bridge_reflect_page_get_private:
 * @self: the page
 *
 * Returns: (transfer none): the private space
 */
BridgePrivate *
bridge_reflect_page_get_private (BridgeReflectPage *self)
{
  return self->private_space;
}

/**
 * bridge_reflect_page_lock:
 * @self: the page
 *
 * Locks the private space, if it is open, and leaves nothing in sight that somebody was about to say of how they are.
 */
void
bridge_reflect_page_lock (BridgeReflectPage *self)
{
  bridge_private_lock (self->private_space);
  bridge_check_in_view_put_away (self->check_in_view);
  if (BRIDGE_IS_REVIEW_PAGE (self->detail))
    bridge_review_page_hold (BRIDGE_REVIEW_PAGE (self->detail));
}

/**
 * bridge_reflect_page_begin_check_in:
 * @self: the page
 *
 * Puts the keyboard into a check-in, wherever one is in the page. A review is left for now.
 */
void
bridge_reflect_page_begin_check_in (BridgeReflectPage *self)
{
  bridge_reflect_page_go_back (self);
  close_detail (self, FALSE);
  gtk_widget_grab_focus (GTK_WIDGET (self->check_in_view));
}

/**
 * bridge_reflect_page_focus_search:
 * @self: the page
 *
 * Puts the keyboard into the search of what was written, if it is open.
 *
 * Returns: whether it is
 */
gboolean
bridge_reflect_page_focus_search (BridgeReflectPage *self)
{
  GtkWidget *inside = adw_bin_get_child (self->inside_bin);

  if (inside == NULL)
    return FALSE;
  bridge_private_view_focus_search (BRIDGE_PRIVATE_VIEW (inside));
  return TRUE;
}

/**
 * bridge_reflect_page_show_private:
 * @self: the page
 *
 * Goes to the private space, wherever one has scrolled: to its door, or to what is behind it. A review is left for now.
 */
void
bridge_reflect_page_show_private (BridgeReflectPage *self)
{
  bridge_reflect_page_go_back (self);
  close_detail (self, FALSE);
  if (!bridge_reflect_page_focus_search (self))
    gtk_widget_grab_focus (self->door_button);
}

/**
 * bridge_reflect_page_go_back:
 * @self: the page
 *
 * Goes back from what was opened; a review is left for now.
 *
 * Returns: %FALSE: it is at the page itself already
 */
gboolean
bridge_reflect_page_go_back (BridgeReflectPage *self)
{
  if (!BRIDGE_IS_REVIEW_PAGE (self->detail))
    return close_detail (self, TRUE);
  bridge_review_page_leave (BRIDGE_REVIEW_PAGE (self->detail));
  return TRUE;
}

/**
 * bridge_reflect_page_open_review:
 * @self: the page
 * @begin: it is time for it
 *
 * Opens the weekly review, and begins it or goes on with it; where that is not for now, goes to its card.
 */
void
bridge_reflect_page_open_review (BridgeReflectPage *self,
                                 gboolean           begin)
{
  if (BRIDGE_IS_REVIEW_PAGE (self->detail))
    {
      gtk_widget_grab_focus (self->detail);
      return;
    }
  close_detail (self, FALSE);
  if (!begin || !bridge_review_card_begin (BRIDGE_REVIEW_CARD (self->review_card)))
    gtk_widget_grab_focus (self->review_card);
}

/**
 * bridge_reflect_page_open_care:
 * @self: the page
 * @id: of a line of somebody’s plan
 *
 * Opens the plan, if it is that of whoever is speaking.
 */
void
bridge_reflect_page_open_care (BridgeReflectPage *self,
                               const char        *id)
{
  g_autoptr (BridgeCare) care = bridge_space_find_care (bridge_private_get_space (self->private_space), id, NULL);

  if (care != NULL)
    bridge_likes_card_open_care (BRIDGE_LIKES_CARD (self->likes_card));
}

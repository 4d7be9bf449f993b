/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "bridge-share-form"

#include "config.h"

#include "bridge-share-form.h"

#include <glib/gi18n-lib.h>

#include "bridge-feedback.h"
#include "bridge-form.h"
#include "bridge-vault.h"
#include "bridge-words.h"

struct _BridgeShareForm
{
  BridgePrivateForm parent_instance;

  GtkTextBuffer *source;
  GtkTextBuffer *chosen;
  GtkLabel *preview; /* just as the other one will see it */
};

G_DEFINE_FINAL_TYPE (BridgeShareForm, bridge_share_form, BRIDGE_TYPE_PRIVATE_FORM)

static BridgeSpace *
get_space (BridgeShareForm *self)
{
  return bridge_private_get_space (bridge_private_form_get_private (BRIDGE_PRIVATE_FORM (self)));
}

/* (transfer full) (nullable) */
static char *
dup_chosen (BridgeShareForm *self)
{
  GtkTextIter start, end;
  g_autofree char *text = NULL;

  gtk_text_buffer_get_bounds (self->chosen, &start, &end);
  text = gtk_text_buffer_get_text (self->chosen, &start, &end, FALSE);
  return bridge_text_clean (text, TRUE);
}

static void
chosen_cb (BridgeShareForm *self)
{
  g_autofree char *text = dup_chosen (self);

  gtk_label_set_label (self->preview, text != NULL ? text : "");
  bridge_editor_set_ready (BRIDGE_EDITOR (self), text != NULL);
}

/* What is selected above stands below; nothing else does. */
static void
selection_cb (BridgeShareForm *self)
{
  GtkTextIter start, end;
  g_autofree char *text = NULL;

  if (!gtk_text_buffer_get_selection_bounds (self->source, &start, &end))
    return;
  text = gtk_text_buffer_get_text (self->source, &start, &end, FALSE);
  gtk_text_buffer_set_text (self->chosen, text, -1);
}

static void
bridge_share_form_apply (BridgePrivateForm *form)
{
  BridgeShareForm *self = BRIDGE_SHARE_FORM (form);
  GtkWindow *parent = gtk_window_get_transient_for (GTK_WINDOW (self));
  const char *name = bridge_person_get_name (bridge_space_get_listener (get_space (self)));
  g_autofree char *text = dup_chosen (self);
  g_autoptr (BridgeSharedWords) words = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *said = NULL;

  bridge_private_touch (bridge_private_form_get_private (form));
  words = bridge_space_share_words (get_space (self), text, &error);
  if (words == NULL)
    {
      bridge_feedback_show_error (GTK_WIDGET (self), error);
      return;
    }
  /* Translators: %s is a name */
  said = g_strdup_printf (_("Waiting for %s"), name);
  if (parent != NULL)
    bridge_feedback_show (GTK_WIDGET (parent), said);
  gtk_window_destroy (GTK_WINDOW (self));
}

/* What is asked or said, and right under it what it is about. */
static GtkWidget *
add_group (BridgeShareForm *self,
           const char      *words,
           GtkWidget       *content)
{
  GtkWidget *group = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *label = gtk_label_new (words);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "heading");
  gtk_box_append (GTK_BOX (group), label);
  gtk_box_append (GTK_BOX (group), content);
  gtk_box_append (bridge_private_form_get_box (BRIDGE_PRIVATE_FORM (self)), group);
  return label;
}

static GtkWidget *
add_view (BridgeShareForm *self,
          const char      *question,
          gboolean         editable)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkWidget *view = gtk_text_view_new ();

  g_object_set (view, "wrap-mode", GTK_WRAP_WORD_CHAR, "accepts-tab", FALSE, "editable", editable, "top-margin", 12,
                "bottom-margin", 12, "left-margin", 12, "right-margin", 12, NULL);
  g_object_set (scroller, "hscrollbar-policy", GTK_POLICY_NEVER, "min-content-height", 96, "max-content-height", 200,
                "propagate-natural-height", TRUE, "child", view, NULL);
  gtk_widget_add_css_class (scroller, "card");
  gtk_widget_add_css_class (scroller, "words");
  gtk_accessible_update_relation (GTK_ACCESSIBLE (view), GTK_ACCESSIBLE_RELATION_LABELLED_BY,
                                  add_group (self, question, scroller), NULL, -1);
  return view;
}

/* As it will stand there. */
static GtkWidget *
add_card (BridgeShareForm *self,
          const char      *heading)
{
  GtkWidget *card = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *label = gtk_label_new ("");

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "bridge-shared-text");
  gtk_widget_add_css_class (card, "card");
  gtk_widget_add_css_class (card, "bridge-summary");
  gtk_box_append (GTK_BOX (card), label);
  add_group (self, heading, card);
  return label;
}

static void
bridge_share_form_class_init (BridgeShareFormClass *klass)
{
  BRIDGE_PRIVATE_FORM_CLASS (klass)->apply = bridge_share_form_apply;
}

static void
bridge_share_form_init (BridgeShareForm *self)
{
}

/**
 * bridge_share_form_new:
 * @private_space: an unlocked private space of one of two
 * @entry: where the words come from
 * @parent: (nullable): the window it stands above
 *
 * Returns: (transfer none): the window, to be presented
 */
GtkWidget *
bridge_share_form_new (BridgePrivate      *private_space,
                       BridgePrivateEntry *entry,
                       GtkWindow          *parent)
{
  BridgeShareForm *self = g_object_new (BRIDGE_TYPE_SHARE_FORM, "private-space", private_space, "transient-for", parent, NULL);
  BridgePrivateForm *form = BRIDGE_PRIVATE_FORM (self);
  const char *name = bridge_person_get_name (bridge_space_get_listener (get_space (self)));
  /* Translators: %s is a name */
  g_autofree char *will_see = g_strdup_printf (_("%s will see just this"), name);
  /* Translators: %s is a name */
  g_autofree char *until = g_strdup_printf (_("You can take it back until %s opens it. After that both of you keep it. What is shared is no longer encrypted."), name);
  char *words = bridge_private_entry_dup_words (entry);
  GtkWidget *view;

  bridge_private_form_set_title (form, _("Share Some Words"), _("_Share"));
  view = add_view (self, _("Select some words in your entry"), FALSE);
  self->source = gtk_text_view_get_buffer (GTK_TEXT_VIEW (view));
  gtk_text_buffer_set_text (self->source, g_strstrip (words), -1);
  bridge_secret_free (words);
  self->chosen = gtk_text_view_get_buffer (GTK_TEXT_VIEW (add_view (self, _("Words to share: change them as you like"), TRUE)));
  self->preview = GTK_LABEL (add_card (self, will_see));
  bridge_private_form_add_text (form, until, "dim-label");

  g_signal_connect_object (self->source, "notify::has-selection", G_CALLBACK (selection_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->source, "mark-set", G_CALLBACK (selection_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->chosen, "changed", G_CALLBACK (chosen_cb), self, G_CONNECT_SWAPPED);
  chosen_cb (self);
  bridge_editor_set_asking (BRIDGE_EDITOR (self), TRUE);
  gtk_window_set_focus (GTK_WINDOW (self), view);
  return GTK_WIDGET (self);
}

/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "bridge-shared-list"

#include "config.h"

#include "bridge-shared-list.h"

#include <glib/gi18n-lib.h>

#include "bridge-feedback.h"
#include "bridge-form.h"
#include "bridge-words.h"

struct _BridgeSharedList
{
  AdwBin parent_instance;

  BridgeSpace *space;
  BridgeSharedListKind kind;
  GtkWidget *heading;
  GtkBox *box;
};

G_DEFINE_FINAL_TYPE (BridgeSharedList, bridge_shared_list, ADW_TYPE_BIN)

static GtkWidget *
make_label (const char *text,
            const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_set_hexpand (label, TRUE);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  return label;
}

static char *
dup_day (BridgeSharedList  *self,
         BridgeSharedWords *words)
{
  BridgeClock *clock = bridge_space_get_clock (self->space);
  g_autoptr (GTimeZone) zone = bridge_clock_dup_zone (clock);

  return bridge_words_day (bridge_local_from_utc_ms (bridge_shared_words_get_created_at (words), zone),
                           bridge_clock_local_now (clock));
}

static const char *
get_id (GtkButton *button)
{
  return g_object_get_data (G_OBJECT (button), "bridge-id");
}

static void
open_cb (GtkButton        *button,
         BridgeSharedList *self)
{
  g_autofree char *id = g_strdup (get_id (button)); /* the card goes */
  g_autoptr (GError) error = NULL;

  if (!bridge_space_open_words (self->space, id, &error))
    bridge_feedback_show_error (GTK_WIDGET (self), error);
  else if (self->kind == BRIDGE_SHARED_LIST_WAITING)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.show-page", "s", "reflect");
}

static void
take_back_cb (GtkButton        *button,
              BridgeSharedList *self)
{
  g_autofree char *id = g_strdup (get_id (button));
  g_autoptr (GError) error = NULL;

  if (bridge_space_take_back_words (self->space, id, &error))
    bridge_feedback_show_done (GTK_WIDGET (self), self->space, _("Taken back"));
  else
    bridge_feedback_show_error (GTK_WIDGET (self), error);
}

static GtkWidget *
make_button (BridgeSharedList  *self,
             BridgeSharedWords *words,
             const char        *label,
             const char        *name,
             GCallback          callback)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (label);

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_halign (button, GTK_ALIGN_START);
  bridge_set_name (button, name);
  g_object_set_data_full (G_OBJECT (button), "bridge-id", g_strdup (bridge_shared_words_get_id (words)), g_free);
  g_signal_connect_object (button, "clicked", callback, self, 0);
  return button;
}

static GtkWidget *
make_card (BridgeSharedList  *self,
           BridgeSharedWords *words)
{
  GtkWidget *card = gtk_box_new (GTK_ORIENTATION_VERTICAL, 9);
  gboolean waits = self->kind != BRIDGE_SHARED_LIST_SENT && bridge_shared_words_get_state (words) == BRIDGE_SHARED_WAITING;
  g_autofree char *from = bridge_space_dup_called (self->space, bridge_shared_words_get_from (words), waits);
  g_autofree char *to = bridge_space_dup_called (self->space, bridge_shared_words_get_to (words), FALSE);
  g_autofree char *day = dup_day (self, words);
  g_autofree char *line = NULL;
  GtkWidget *text;

  gtk_widget_add_css_class (card, "card");
  gtk_widget_add_css_class (card, "bridge-summary");
  if (self->kind == BRIDGE_SHARED_LIST_SENT)
    {
      /* Translators: %1$s is a name, %2$s a day such as "today" */
      line = g_strdup_printf (_("For %1$s, %2$s"), to, day);
      gtk_box_append (GTK_BOX (card), make_label (line, "dim-label"));
      gtk_box_append (GTK_BOX (card), make_label (bridge_shared_words_get_text (words), NULL));
      gtk_box_append (GTK_BOX (card), make_button (self, words, _("_Take Back"), _("Take these words back"),
                                                    G_CALLBACK (take_back_cb)));
    }
  else if (waits)
    {
      /* Translators: %s is a name */
      line = g_strdup_printf (_("%s shares some words with you."), from);
      gtk_box_append (GTK_BOX (card), make_label (line, NULL));
      gtk_box_append (GTK_BOX (card), make_button (self, words, _("_Open"), _("Open the words that are shared with you"),
                                                    G_CALLBACK (open_cb)));
    }
  else
    {
      /* Translators: %1$s is a name, %2$s a day such as "today" */
      line = g_strdup_printf (_("From %1$s, %2$s"), from, day);
      gtk_box_append (GTK_BOX (card), make_label (line, "dim-label"));
      text = make_label (bridge_shared_words_get_text (words), "bridge-shared-text");
      /* So that the keyboard comes to it, and whoever likes takes a copy. */
      gtk_label_set_selectable (GTK_LABEL (text), TRUE);
      gtk_box_append (GTK_BOX (card), text);
    }
  return card;
}

static gboolean
belongs (BridgeSharedList  *self,
         BridgeSharedWords *words)
{
  BridgePerson *speaker = bridge_space_get_speaker (self->space);
  const char *id = speaker != NULL ? bridge_person_get_id (speaker) : NULL;

  if (self->kind == BRIDGE_SHARED_LIST_SENT)
    return g_strcmp0 (bridge_shared_words_get_from (words), id) == 0;
  return g_strcmp0 (bridge_shared_words_get_to (words), id) == 0 &&
         (self->kind == BRIDGE_SHARED_LIST_RECEIVED || bridge_shared_words_get_state (words) == BRIDGE_SHARED_WAITING);
}

/* Which card has the keyboard, from 0; -1: none. */
static int
find_focus (BridgeSharedList *self)
{
  GtkWidget *focus = gtk_widget_get_focus_child (GTK_WIDGET (self->box));
  int position = -1;

  for (; focus != NULL && focus != self->heading; focus = gtk_widget_get_prev_sibling (focus))
    position++;
  return position;
}

/* To the card that stands at @position now, or to the last one; where none is left, to what stands around. */
static void
move_focus (BridgeSharedList *self,
            int               position)
{
  GtkWidget *card = gtk_widget_get_next_sibling (self->heading);
  GtkWidget *parent = gtk_widget_get_parent (GTK_WIDGET (self));
  GtkWidget *focus;

  for (int i = 0; i < position && card != NULL && gtk_widget_get_next_sibling (card) != NULL; i++)
    card = gtk_widget_get_next_sibling (card);
  if (card != NULL)
    gtk_widget_child_focus (card, GTK_DIR_TAB_FORWARD);
  else if (parent != NULL)
    gtk_widget_child_focus (parent, GTK_DIR_TAB_FORWARD);

  /* GTK selects all of a label that gets the keyboard. */
  focus = gtk_widget_get_focus_child (GTK_WIDGET (self->box)) != NULL && gtk_widget_get_root (GTK_WIDGET (self)) != NULL
            ? gtk_root_get_focus (gtk_widget_get_root (GTK_WIDGET (self))) : NULL;
  if (GTK_IS_LABEL (focus))
    gtk_label_select_region (GTK_LABEL (focus), 0, 0);
}

static void
update (BridgeSharedList *self)
{
  GListModel *all = bridge_space_get_shared_words (self->space);
  int position = find_focus (self);
  GtkWidget *card;
  guint shown = 0;

  while ((card = gtk_widget_get_next_sibling (self->heading)) != NULL)
    gtk_box_remove (self->box, card);
  for (guint i = 0; i < g_list_model_get_n_items (all); i++)
    {
      g_autoptr (BridgeSharedWords) words = g_list_model_get_item (all, i);

      if (!belongs (self, words))
        continue;
      gtk_box_append (self->box, make_card (self, words));
      shown++;
    }
  if (position >= 0)
    move_focus (self, position);
  gtk_widget_set_visible (GTK_WIDGET (self), shown > 0);
}

static void
bridge_shared_list_dispose (GObject *object)
{
  BridgeSharedList *self = BRIDGE_SHARED_LIST (object);

  g_clear_object (&self->space);

  G_OBJECT_CLASS (bridge_shared_list_parent_class)->dispose (object);
}

static void
bridge_shared_list_class_init (BridgeSharedListClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = bridge_shared_list_dispose;
}

static void
bridge_shared_list_init (BridgeSharedList *self)
{
  self->box = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 12));
  self->heading = make_label ("", "heading");
  gtk_box_append (self->box, self->heading);
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->box));
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

/**
 * bridge_shared_list_new:
 *
 * Returns: (transfer floating): a list that shows nothing yet
 */
GtkWidget *
bridge_shared_list_new (void)
{
  return g_object_new (BRIDGE_TYPE_SHARED_LIST, NULL);
}

/**
 * bridge_shared_list_set_space:
 * @self: a list
 * @space: the space
 * @kind: which words
 *
 * Shows words, and follows them.
 */
void
bridge_shared_list_set_space (BridgeSharedList     *self,
                              BridgeSpace          *space,
                              BridgeSharedListKind  kind)
{
  static const char *const headings[] = { N_("Shared with you"), N_("Shared with you"), N_("Words you have shared") };

  g_return_if_fail (self->space == NULL);

  self->space = g_object_ref (space);
  self->kind = kind;
  gtk_label_set_label (GTK_LABEL (self->heading), _(headings[kind]));
  g_signal_connect_object (bridge_space_get_shared_words (space), "items-changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (space, "notify::speaker", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);
}

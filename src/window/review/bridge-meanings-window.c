/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "bridge-meanings-window"

#include "config.h"

#include "bridge-meanings-window.h"

#include <glib/gi18n-lib.h>

#include "bridge-space-meanings.h"

#define N_KINDS (BRIDGE_MEANING_HOPE + 1)

struct _BridgeMeaningsWindow
{
  BridgeLinesWindow parent_instance;

  GtkWidget *once_chip;
};

G_DEFINE_FINAL_TYPE (BridgeMeaningsWindow, bridge_meanings_window, BRIDGE_TYPE_LINES_WINDOW)

static GPtrArray *
list (BridgeSpace *space)
{
  GListModel *meanings = bridge_space_get_meanings (space);
  GPtrArray *all = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < g_list_model_get_n_items (meanings); i++)
    g_ptr_array_add (all, g_list_model_get_item (meanings, i));
  return all;
}

static char *
dup_quiet (gpointer    meaning,
           const char *ritual_title)
{
  const char *tense = bridge_meaning_get_tense (meaning) == BRIDGE_MEANING_ONCE ? _("Enjoyed once") : _("To try");

  /* Translators: %1$s is "Enjoyed once" or "To try", %2$s is what a ritual is called */
  return ritual_title != NULL ? g_strdup_printf (_("%1$s · now “%2$s”"), tense, ritual_title) : g_strdup (tense);
}

static gboolean
may_remove (BridgeSpace *space,
            gpointer     meaning)
{
  return bridge_space_may_remove_meaning (space, meaning);
}

static const char *
get_kind_label (int kind)
{
  return bridge_meaning_kind_get_label ((BridgeMeaningKind) kind);
}

static int
get_kind (gpointer meaning)
{
  return bridge_meaning_get_kind (meaning);
}

static const char *
get_text (gpointer meaning)
{
  return bridge_meaning_get_text (meaning);
}

static gpointer
find (BridgeSpace  *space,
      const char   *id,
      GError      **error)
{
  return bridge_space_find_meaning (space, id, error);
}

static BridgeRitual *
peek_ritual (BridgeSpace *space,
             gpointer     meaning)
{
  return bridge_space_peek_ritual_of_meaning (space, meaning);
}

static const BridgeLinesWhat meanings = {
  .kinds = BRIDGE_KIND_MEANINGS | BRIDGE_KIND_RITUALS | BRIDGE_KIND_PERSONS | BRIDGE_KIND_SETTINGS,
  .n_groups = N_KINDS,
  .question = N_("What it is"),
  .max_length = BRIDGE_MEANING_TEXT_MAX,
  .get_group_label = get_kind_label,
  .list = list,
  .get_group = get_kind,
  .get_text = get_text,
  .find = find,
  .peek_ritual = peek_ritual,
  .dup_quiet = dup_quiet,
  .may_remove = may_remove,
  .remove = bridge_space_remove_meaning,
  .link = bridge_space_link_meaning,
};

static gpointer
bridge_meanings_window_add (BridgeLinesWindow  *window,
                            int                 kind,
                            const char         *text,
                            GError            **error)
{
  BridgeMeaningsWindow *self = BRIDGE_MEANINGS_WINDOW (window);
  gboolean once = gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (self->once_chip));
  g_autoptr (BridgeMeaning) meaning =
    bridge_meaning_new (text, (BridgeMeaningKind) kind, once ? BRIDGE_MEANING_ONCE : BRIDGE_MEANING_TO_TRY);

  return bridge_space_add_meaning (bridge_lines_window_get_space (window), meaning, error);
}

static void
bridge_meanings_window_class_init (BridgeMeaningsWindowClass *klass)
{
  BRIDGE_LINES_WINDOW_CLASS (klass)->what = &meanings;
  BRIDGE_LINES_WINDOW_CLASS (klass)->add = bridge_meanings_window_add;
}

static void
bridge_meanings_window_init (BridgeMeaningsWindow *self)
{
}

/**
 * bridge_meanings_window_new:
 * @space: the space
 * @parent: (nullable): the window it stands over
 *
 * Returns: (transfer floating): the window, not presented yet
 */
GtkWidget *
bridge_meanings_window_new (BridgeSpace *space,
                            GtkWindow   *parent)
{
  gboolean two = bridge_space_get_partner (space) != NULL;
  BridgeMeaningsWindow *self = g_object_new (BRIDGE_TYPE_MEANINGS_WINDOW, "transient-for", parent,
                                             "title", two ? _("What You Both Like") : _("What You Like"), NULL);
  BridgeLinesWindow *window = BRIDGE_LINES_WINDOW (self);
  GtkWidget *tenses;

  bridge_lines_window_begin (window, space, two ? _("For the two of you") : _("For yourself"),
                             two ? _("What you once enjoyed together, or would like to try. Nothing here is "
                                     "asked of anybody; a ritual can come of it.")
                                 : _("What you once enjoyed, or would like to try. A ritual can come of it."));
  gtk_entry_set_placeholder_text (bridge_lines_window_add_entry (window), _("dancing in the kitchen"));
  bridge_lines_window_add_groups (window);
  tenses = bridge_lines_window_add_chips (window);
  self->once_chip = bridge_lines_add_chip (tenses, NULL, _("Enjoyed once"));
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (bridge_lines_add_chip (tenses, self->once_chip, _("To try"))), TRUE);
  bridge_lines_window_add_lists (window);
  g_signal_connect_object (space, "notify::speaker", G_CALLBACK (bridge_lines_window_update), self, G_CONNECT_SWAPPED);
  bridge_lines_window_update (window);
  return GTK_WIDGET (self);
}

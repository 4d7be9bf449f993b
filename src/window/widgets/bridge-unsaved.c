/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "bridge-unsaved"

#include "config.h"

#include "bridge-unsaved.h"

#include <glib/gi18n-lib.h>

#include "bridge-compat.h"

#define GUARD_KEY "bridge-unsaved"

typedef struct {
  BridgeUnsavedFunc has_words;
  gboolean done;       /* stored, or let go */
  GtkWindow *question; /* (nullable) (weak) */
  GtkWindow *closing;  /* (nullable) (weak): what the question is about: this window, or one below it */
} Guard;

static void
guard_free (gpointer data)
{
  Guard *guard = data;

  g_clear_weak_pointer (&guard->question);
  g_clear_weak_pointer (&guard->closing);
  g_free (guard);
}

/* (transfer none) (nullable): it never asks */
static Guard *
get (GtkWindow *window)
{
  return g_object_get_data (G_OBJECT (window), GUARD_KEY);
}

/**
 * bridge_unsaved_guard:
 * @window: a window in which something is written
 * @has_words: whether closing it would lose some of that
 *
 * Has @window be asked about when one below it closes. When it closes itself it has to call bridge_unsaved_ask().
 */
void
bridge_unsaved_guard (GtkWindow         *window,
                      BridgeUnsavedFunc  has_words)
{
  Guard *guard = g_new0 (Guard, 1);

  guard->has_words = has_words;
  g_object_set_data_full (G_OBJECT (window), GUARD_KEY, guard, guard_free);
}

static gboolean
has_words (GtkWindow *window)
{
  return !get (window)->done && get (window)->has_words (window);
}

static void
discard_cb (gpointer window)
{
  GtkWindow *closing = get (window)->closing;

  if (closing == NULL)
    return;
  bridge_unsaved_let_go_above (closing);
  bridge_unsaved_let_go (window);
  /* From the top: GTK 4.8 does not notice that what a window stands over has gone, as long as somebody still has the window. */
  if (closing != window)
    {
      gtk_window_set_transient_for (window, NULL);
      gtk_window_destroy (window);
    }
  gtk_window_close (closing);
}

static void
ask (GtkWindow *window,
     GtkWindow *closing)
{
  Guard *guard = get (window);
  GtkWindow *parent = gtk_widget_get_visible (GTK_WIDGET (window)) ? window : closing;

  g_set_weak_pointer (&guard->closing, closing);
  if (guard->question == NULL)
    g_set_weak_pointer (&guard->question,
                        bridge_question_new (parent, _("Keep what you wrote?"), _("It is not saved yet."), _("_Keep Writing"),
                                             _("_Discard"), discard_cb, G_OBJECT (window)));
  gtk_window_present (guard->question);
}

/**
 * bridge_unsaved_ask:
 * @window: a guarded window that is about to close
 *
 * Asks, once, if it has words that would be lost. If they may go, it is closed then.
 *
 * Returns: whether it asks, and @window has to stay meanwhile
 */
gboolean
bridge_unsaved_ask (GtkWindow *window)
{
  if (!has_words (window))
    return FALSE;
  ask (window, window);
  return TRUE;
}

/**
 * bridge_unsaved_let_go:
 * @window: a guarded window
 *
 * What was in it is stored, or is to go.
 */
void
bridge_unsaved_let_go (GtkWindow *window)
{
  get (window)->done = TRUE;
}

/**
 * bridge_window_is_above:
 * @dialog: a window
 * @window: another one
 *
 * Returns: whether @dialog stands above @window, or above one that does
 */
gboolean
bridge_window_is_above (GtkWindow *dialog,
                        GtkWindow *window)
{
  for (GtkWindow *parent = gtk_window_get_transient_for (dialog); parent != NULL; parent = gtk_window_get_transient_for (parent))
    {
      if (parent == window)
        return TRUE;
    }

  return FALSE;
}

/* The next guarded window above @window, from @i on; (transfer full) (nullable) */
static GtkWindow *
next_above (GtkWindow *window,
            guint     *i)
{
  GListModel *windows = gtk_window_get_toplevels ();

  while (*i < g_list_model_get_n_items (windows))
    {
      g_autoptr (GtkWindow) other = g_list_model_get_item (windows, (*i)++);

      if (get (other) != NULL && bridge_window_is_above (other, window))
        return g_steal_pointer (&other);
    }

  return NULL;
}

/**
 * bridge_unsaved_ask_above:
 * @window: a window that is about to close
 *
 * Asks, once, if one above it has words that would be lost. If they may go, @window is closed then.
 *
 * Returns: whether it asks, and @window has to stay meanwhile
 */
gboolean
bridge_unsaved_ask_above (GtkWindow *window)
{
  guint i = 0;

  for (GtkWindow *other = next_above (window, &i); other != NULL; other = next_above (window, &i))
    {
      g_autoptr (GtkWindow) kept = other;

      if (has_words (kept))
        {
          ask (kept, window);
          return TRUE;
        }
    }

  return FALSE;
}

/**
 * bridge_unsaved_let_go_above:
 * @window: a window that is about to close
 *
 * Has nothing above it ask any more, whatever was written.
 */
void
bridge_unsaved_let_go_above (GtkWindow *window)
{
  guint i = 0;

  for (GtkWindow *other = next_above (window, &i); other != NULL; other = next_above (window, &i))
    {
      bridge_unsaved_let_go (other);
      g_object_unref (other);
    }
}

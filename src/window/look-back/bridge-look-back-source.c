/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "bridge-look-back"

#include "config.h"

#include "bridge-look-back-source.h"

#include "bridge-settings.h"

struct _BridgeLookBackSource
{
  GObject parent_instance;

  BridgeSpace *space;
  GSettings *settings; /* (nullable) */
  guint weeks;
  gboolean watched;
  gboolean stale;
  int today; /* of what was asked for last */
  GCancellable *cancellable; /* (nullable): what runs */
  BridgeLookBack *figures;   /* (nullable) */
  BridgePrivate *private_space; /* (nullable) */
  BridgeLookBack *with_own;  /* (nullable): with what stands in the private space, while that is open */
};

enum {
  LOADED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (BridgeLookBackSource, bridge_look_back_source, G_TYPE_OBJECT)

static void
stop (BridgeLookBackSource *self)
{
  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
}

static void
loaded_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (GError) error = NULL;
  BridgeLookBack *with_own = NULL;
  BridgeLookBack *figures = bridge_space_look_back_finish (result, &with_own, &error);
  BridgeLookBackSource *self = user_data;

  /* Then it may be gone. */
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  g_clear_object (&self->cancellable);
  if (figures != NULL)
    {
      g_clear_pointer (&self->figures, bridge_look_back_free);
      self->figures = figures;
      g_clear_pointer (&self->with_own, bridge_look_back_free);
      self->with_own = with_own;
    }
  g_signal_emit (self, signals[LOADED], 0, error);
}

static void
load (BridgeLookBackSource *self)
{
  BridgeLookBackRange range;
  g_autoptr (GArray) own = NULL;

  self->stale = TRUE;
  if (!self->watched)
    return;

  self->stale = FALSE;
  stop (self);
  self->cancellable = g_cancellable_new ();
  bridge_space_init_look_back_range (self->space, self->weeks, bridge_settings_get_first_weekday (self->settings), &range);
  self->today = range.today;
  own = self->private_space != NULL ? bridge_space_list_own_check_ins (self->private_space) : NULL;
  bridge_space_look_back_async (self->space, &range, own, self->cancellable, loaded_cb, self);
}

/* What is private goes at once, whether somebody looks or not; then there is what both see, without waiting for anything. */
static void
unlocked_cb (BridgeLookBackSource *self)
{
  if (bridge_private_get_unlocked (self->private_space))
    {
      load (self);
      return;
    }
  if (self->cancellable != NULL)
    self->stale = TRUE;
  stop (self);
  if (self->with_own != NULL)
    {
      g_clear_pointer (&self->with_own, bridge_look_back_free);
      g_signal_emit (self, signals[LOADED], 0, NULL);
    }
  if (self->stale)
    load (self);
}

static void
entries_changed_cb (BridgeLookBackSource *self)
{
  if (bridge_private_get_unlocked (self->private_space))
    load (self);
}

static void
space_changed_cb (BridgeLookBackSource *self,
                  BridgeKinds           kinds)
{
  if (kinds & BRIDGE_LOOK_BACK_KINDS)
    load (self);
}

static void
load_another_day (BridgeLookBackSource *self)
{
  if (self->stale || bridge_local_get_day (bridge_clock_local_now (bridge_space_get_clock (self->space))) != self->today)
    load (self);
}

static void
bridge_look_back_source_dispose (GObject *object)
{
  BridgeLookBackSource *self = BRIDGE_LOOK_BACK_SOURCE (object);

  stop (self);
  if (self->private_space != NULL)
    {
      g_signal_handlers_disconnect_by_data (bridge_private_get_entries (self->private_space), self);
      g_signal_handlers_disconnect_by_data (self->private_space, self);
    }
  g_clear_object (&self->private_space);
  g_clear_pointer (&self->with_own, bridge_look_back_free);
  g_clear_object (&self->settings);
  g_clear_object (&self->space);
  g_clear_pointer (&self->figures, bridge_look_back_free);

  G_OBJECT_CLASS (bridge_look_back_source_parent_class)->dispose (object);
}

static void
bridge_look_back_source_class_init (BridgeLookBackSourceClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = bridge_look_back_source_dispose;

  signals[LOADED] = g_signal_new ("loaded", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                                  G_TYPE_ERROR);
}

static void
bridge_look_back_source_init (BridgeLookBackSource *self)
{
  self->stale = TRUE;
  self->settings = bridge_settings_new ();
  if (self->settings != NULL)
    g_signal_connect_object (self->settings, "changed::first-weekday", G_CALLBACK (load), self, G_CONNECT_SWAPPED);
}

/**
 * bridge_look_back_source_new:
 * @space: a space
 * @weeks: over how many weeks, or %BRIDGE_LOOK_BACK_ALL
 *
 * Returns: (transfer full): a source that has nothing until somebody looks
 */
BridgeLookBackSource *
bridge_look_back_source_new (BridgeSpace *space,
                             guint        weeks)
{
  BridgeLookBackSource *self = g_object_new (BRIDGE_TYPE_LOOK_BACK_SOURCE, NULL);

  self->space = g_object_ref (space);
  self->weeks = weeks;
  g_signal_connect_object (space, "changed", G_CALLBACK (space_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (bridge_space_get_clock (space), "woke", G_CALLBACK (load_another_day), self, G_CONNECT_SWAPPED);
  return self;
}

/**
 * bridge_look_back_source_set_private:
 * @self: a source that nobody looks at yet
 * @private_space: the private space of whoever looks
 *
 * Has the check-ins in there, too, while it is open.
 */
void
bridge_look_back_source_set_private (BridgeLookBackSource *self,
                                     BridgePrivate        *private_space)
{
  g_return_if_fail (self->private_space == NULL);

  self->private_space = g_object_ref (private_space);
  g_signal_connect_object (private_space, "notify::unlocked", G_CALLBACK (unlocked_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (bridge_private_get_entries (private_space), "items-changed", G_CALLBACK (entries_changed_cb), self,
                           G_CONNECT_SWAPPED);
}

/**
 * bridge_look_back_source_set_weeks:
 * @self: a source
 * @weeks: over how many weeks, or %BRIDGE_LOOK_BACK_ALL
 *
 * Has another range.
 */
void
bridge_look_back_source_set_weeks (BridgeLookBackSource *self,
                                   guint                 weeks)
{
  if (self->weeks == weeks)
    return;

  self->weeks = weeks;
  load (self);
}

/**
 * bridge_look_back_source_set_watched:
 * @self: a source
 * @watched: whether somebody looks
 *
 * Works out, when somebody begins to look, what has changed meanwhile.
 */
void
bridge_look_back_source_set_watched (BridgeLookBackSource *self,
                                     gboolean              watched)
{
  self->watched = watched;
  if (watched)
    load_another_day (self);
}

/**
 * bridge_look_back_source_get:
 * @self: a source
 *
 * Returns: (transfer none) (nullable): the figures; %NULL: there are none yet
 */
const BridgeLookBack *
bridge_look_back_source_get (BridgeLookBackSource *self)
{
  return self->figures;
}

/**
 * bridge_look_back_source_get_with_own:
 * @self: a source
 *
 * Returns: (transfer none) (nullable): the figures with what stands in the private space; %NULL: locked, or nothing
 */
const BridgeLookBack *
bridge_look_back_source_get_with_own (BridgeLookBackSource *self)
{
  return self->with_own;
}

/**
 * bridge_look_back_source_is_alone:
 * @self: a source
 *
 * Returns: whether there is one person only
 */
gboolean
bridge_look_back_source_is_alone (BridgeLookBackSource *self)
{
  return bridge_space_get_partner (self->space) == NULL;
}

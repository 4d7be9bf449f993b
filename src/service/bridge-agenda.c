/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "bridge-agenda"

#include "config.h"

#include "bridge-agenda.h"
#include "bridge-space-private.h"

struct _BridgeAgenda
{
  GObject parent_instance;

  BridgeSpace *space;
  int back_days;
  int ahead_days;
  GListStore *store;
};

static void bridge_agenda_list_model_iface_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (BridgeAgenda, bridge_agenda, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, bridge_agenda_list_model_iface_init))

static GType
bridge_agenda_get_item_type (GListModel *model)
{
  return BRIDGE_TYPE_OCCURRENCE;
}

static guint
bridge_agenda_get_n_items (GListModel *model)
{
  return g_list_model_get_n_items (G_LIST_MODEL (BRIDGE_AGENDA (model)->store));
}

static gpointer
bridge_agenda_get_item (GListModel *model,
                        guint       position)
{
  return g_list_model_get_item (G_LIST_MODEL (BRIDGE_AGENDA (model)->store), position);
}

static void
bridge_agenda_list_model_iface_init (GListModelInterface *iface)
{
  iface->get_item_type = bridge_agenda_get_item_type;
  iface->get_n_items = bridge_agenda_get_n_items;
  iface->get_item = bridge_agenda_get_item;
}

static const char *
get_name (gpointer occurrence)
{
  return bridge_occurrence_get_name (occurrence);
}

static gboolean
is_equal (gpointer a,
          gpointer b)
{
  return bridge_occurrence_equal (a, b);
}

static void
items_changed_cb (BridgeAgenda *self,
                  guint         position,
                  guint         removed,
                  guint         added)
{
  g_list_model_items_changed (G_LIST_MODEL (self), position, removed, added);
}

static void
changed_cb (BridgeAgenda *self,
            guint         kinds)
{
  if (kinds & (BRIDGE_KIND_RITUALS | BRIDGE_KIND_OCCURRENCES | BRIDGE_KIND_ABSENCES | BRIDGE_KIND_PAUSES))
    bridge_agenda_refresh (self);
}

static void
woke_cb (BridgeAgenda *self)
{
  bridge_agenda_refresh (self);
}

static void
bridge_agenda_dispose (GObject *object)
{
  BridgeAgenda *self = BRIDGE_AGENDA (object);

  if (self->space != NULL)
    bridge_space_set_alarm (self->space, self, BRIDGE_NEVER);
  g_clear_object (&self->space);

  G_OBJECT_CLASS (bridge_agenda_parent_class)->dispose (object);
}

static void
bridge_agenda_finalize (GObject *object)
{
  g_object_unref (BRIDGE_AGENDA (object)->store);

  G_OBJECT_CLASS (bridge_agenda_parent_class)->finalize (object);
}

static void
bridge_agenda_class_init (BridgeAgendaClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = bridge_agenda_dispose;
  object_class->finalize = bridge_agenda_finalize;
}

static void
bridge_agenda_init (BridgeAgenda *self)
{
  self->store = g_list_store_new (BRIDGE_TYPE_OCCURRENCE);
  g_signal_connect_object (self->store, "items-changed", G_CALLBACK (items_changed_cb), self, G_CONNECT_SWAPPED);
}

/**
 * bridge_agenda_new:
 * @space: a space
 * @back_days: how many days before today are in it
 * @ahead_days: how many days from today on are in it; 1 is today only
 *
 * Returns: (transfer full): a live list of #BridgeOccurrence, sorted by instant
 */
BridgeAgenda *
bridge_agenda_new (BridgeSpace *space,
                   int          back_days,
                   int          ahead_days)
{
  BridgeAgenda *self = g_object_new (BRIDGE_TYPE_AGENDA, NULL);

  self->space = g_object_ref (space);
  self->back_days = back_days;
  self->ahead_days = ahead_days;
  g_signal_connect_object (space, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (bridge_space_get_clock (space), "woke", G_CALLBACK (woke_cb), self, G_CONNECT_SWAPPED);
  bridge_agenda_refresh (self);
  return self;
}

/* At midnight; or before it, when what a pause has held back is over and leaves. */
static void
set_alarm (BridgeAgenda *self,
           GPtrArray    *occurrences,
           BridgeLocal   today)
{
  g_autoptr (GTimeZone) here = bridge_clock_dup_zone (bridge_space_get_clock (self->space));
  gint64 now = bridge_space_now (self->space);
  gint64 next = bridge_local_to_utc_ms (today + BRIDGE_DAY, here);

  for (guint i = 0; occurrences != NULL && i < occurrences->len; i++)
    {
      gint64 until = bridge_space_find_held_until (self->space, g_ptr_array_index (occurrences, i));

      if (until > now)
        next = MIN (next, until);
    }
  bridge_space_set_alarm (self->space, self, next);
}

/**
 * bridge_agenda_refresh:
 * @self: an agenda
 *
 * Looks again. Rows that say the same stay the objects they were. What cannot be read leaves the list as it was.
 */
void
bridge_agenda_refresh (BridgeAgenda *self)
{
  g_autoptr (GPtrArray) found = NULL;
  g_autoptr (GPtrArray) planned = g_ptr_array_new ();
  g_autoptr (GError) error = NULL;
  BridgeLocal today;

  g_return_if_fail (BRIDGE_IS_AGENDA (self));

  today = bridge_local_day_start (bridge_clock_local_now (bridge_space_get_clock (self->space)));
  found = bridge_space_list_occurrences (self->space, NULL, today - self->back_days * BRIDGE_DAY,
                                         today + self->ahead_days * BRIDGE_DAY, &error);
  set_alarm (self, found, today);
  if (found == NULL)
    {
      g_message ("The agenda could not be read: %s", error->message);
      return;
    }

  for (guint i = 0; i < found->len; i++)
    if (!bridge_occurrence_get_left_out (g_ptr_array_index (found, i)))
      g_ptr_array_add (planned, g_ptr_array_index (found, i));
  bridge_list_update (self->store, planned, get_name, is_equal);
}

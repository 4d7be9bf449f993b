/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "bridge-window-application"

#include "config.h"

#include "bridge-window-application.h"

#include <glib/gi18n-lib.h>

#include "bridge-error.h"
#include "bridge-feedback.h"
#include "bridge-folder-lock.h"
#include "bridge-scheduler.h"
#include "bridge-service-link.h"
#include "bridge-window.h"
#include "bridge-window-notifier.h"

struct _BridgeWindowApplication
{
  AdwApplication parent_instance;

  char *folder;
  char *target;
  BridgeClock *clock;
  BridgeSpace *space;        /* (nullable): could not be opened */
  BridgeServiceLink *link;
  BridgeScheduler *scheduler; /* (nullable): only while there is no service */
  BridgeFolderLock *lock;     /* who has it reminds */
  GtkWidget *window;
  guint idle;
  guint again;                /* source: the space has gone */
};

G_DEFINE_FINAL_TYPE (BridgeWindowApplication, bridge_window_application, ADW_TYPE_APPLICATION)

static void
notified_cb (BridgeWindowNotifier    *notifier,
             const char              *body,
             BridgeWindowApplication *self)
{
  if (self->window == NULL)
    return;

  bridge_feedback_show_lasting (self->window, body);
  gdk_display_beep (gtk_widget_get_display (self->window));
}

/* Who has the folder, as somebody would say it who looks at this window. */
static const char *
get_refusal (BridgeWindowApplication *self,
             GError                  *error)
{
  if (!g_error_matches (error, BRIDGE_ERROR, BRIDGE_ERROR_STATE))
    return error->message;

  switch (bridge_folder_lock_get_other (self->lock))
    {
    case BRIDGE_PART_SERVICE:
      return _("Reminders come from Footbridge in another session of this computer.");
    case BRIDGE_PART_WINDOW:
      return _("Reminders come from another window of Footbridge, while that one is open.");
    case BRIDGE_PART_UNKNOWN:
    default:
      return error->message;
    }
}

static void
start_scheduler (BridgeWindowApplication *self)
{
  g_autoptr (BridgeWindowNotifier) notifier = NULL;
  g_autoptr (GError) error = NULL;

  if (self->scheduler != NULL || self->space == NULL)
    return;
  if (bridge_space_get_read_only (self->space))
    {
      bridge_service_link_set_refusal (self->link, BRIDGE_PART_UNKNOWN,
                                       _("Nothing reminds from this window, as it cannot write down here what it has shown."));
      return;
    }

  /* The service may be of another session, or another window may remind already: this one takes over when that goes. */
  if (!bridge_folder_lock_try (self->lock, &error))
    {
      bridge_service_link_set_refusal (self->link, bridge_folder_lock_get_other (self->lock), get_refusal (self, error));
      return;
    }

  notifier = bridge_window_notifier_new ();
  g_signal_connect_object (notifier, "shown", G_CALLBACK (notified_cb), self, 0);
  self->scheduler = bridge_scheduler_new (self->space, BRIDGE_NOTIFIER (notifier));
  bridge_scheduler_start (self->scheduler);
  bridge_service_link_set_scheduler (self->link, self->scheduler);
  bridge_service_link_set_refusal (self->link, BRIDGE_PART_UNKNOWN, NULL);
}

static void
stop_scheduler (BridgeWindowApplication *self)
{
  if (self->scheduler != NULL)
    bridge_scheduler_stop (self->scheduler);
  g_clear_object (&self->scheduler);
  bridge_service_link_set_scheduler (self->link, NULL);
  bridge_service_link_set_refusal (self->link, BRIDGE_PART_UNKNOWN, NULL);
  bridge_folder_lock_let_go (self->lock);
}

/* One of the two reminds, never both. */
static void
link_state_cb (BridgeWindowApplication *self)
{
  if (bridge_service_link_get_state (self->link) == BRIDGE_LINK_ABSENT)
    start_scheduler (self);
  else
    stop_scheduler (self);
}

/* A service that refused this window has gone: now it counts who has the folder. */
static void
link_status_cb (BridgeWindowApplication *self)
{
  if (bridge_service_link_get_state (self->link) == BRIDGE_LINK_ABSENT &&
      bridge_service_link_get_problem (self->link) == NULL)
    start_scheduler (self);
}

static void
lock_freed_cb (BridgeWindowApplication *self)
{
  if (bridge_service_link_get_state (self->link) == BRIDGE_LINK_ABSENT)
    start_scheduler (self);
}

static void
present_cb (BridgeServiceLink       *link,
            const char              *target,
            const char              *token,
            BridgeWindowApplication *self)
{
  if (self->window == NULL)
    return;

  if (token != NULL)
    gtk_window_set_startup_id (GTK_WINDOW (self->window), token);
  gtk_window_present (GTK_WINDOW (self->window));
  bridge_window_open_target (BRIDGE_WINDOW (self->window), target);
}

static void
superseded_cb (BridgeWindowApplication *self)
{
  if (self->window != NULL)
    gtk_window_destroy (GTK_WINDOW (self->window));
}

static gboolean
connect_cb (gpointer user_data)
{
  BridgeWindowApplication *self = user_data;

  self->idle = 0;
  bridge_service_link_connect (self->link);

  return G_SOURCE_REMOVE;
}

static void gone_cb (BridgeWindowApplication *self);

static void
open_space (BridgeWindowApplication *self)
{
  BridgeWindow *window = BRIDGE_WINDOW (self->window);
  g_autoptr (GError) error = NULL;

  self->space = bridge_space_open (self->folder, self->clock, &error);
  if (self->space == NULL)
    {
      bridge_window_show_trouble (window, error);
      return;
    }

  g_signal_connect_object (self->space, "gone", G_CALLBACK (gone_cb), self, G_CONNECT_SWAPPED);
  bridge_window_set_space (window, self->space);
  bridge_window_ask_who (window);
  if (self->target != NULL)
    bridge_window_open_target (window, self->target);
  g_clear_pointer (&self->target, g_free);
  link_state_cb (self);
}

static void
retry_cb (BridgeWindowApplication *self)
{
  if (self->space == NULL)
    open_space (self);
}

static void
make_window (BridgeWindowApplication *self)
{
  /* GLib reads a zone's file again each time nobody has it any more, which is often while pages are made. */
  g_autoptr (GTimeZone) zone = bridge_clock_dup_zone (self->clock);

  self->window = bridge_window_new (GTK_APPLICATION (self));
  g_object_add_weak_pointer (G_OBJECT (self->window), (gpointer *) &self->window);
  g_signal_connect_object (self->window, "retry", G_CALLBACK (retry_cb), self, G_CONNECT_SWAPPED);
  open_space (self);
  bridge_window_set_link (BRIDGE_WINDOW (self->window), self->link);
}

/* Everything was erased: the window begins as it did on the first day, and what stood open over it goes with it. */
static gboolean
again_cb (gpointer user_data)
{
  BridgeWindowApplication *self = user_data;
  GtkWidget *before = self->window;

  self->again = 0;
  stop_scheduler (self);
  g_clear_object (&self->space);
  if (before == NULL)
    return G_SOURCE_REMOVE;

  g_clear_weak_pointer (&self->window);
  make_window (self);
  gtk_window_present (GTK_WINDOW (self->window));
  gtk_window_destroy (GTK_WINDOW (before));
  return G_SOURCE_REMOVE;
}

static void
gone_cb (BridgeWindowApplication *self)
{
  if (self->again == 0)
    self->again = g_idle_add (again_cb, self);
}

static void
bridge_window_application_activate (GApplication *application)
{
  BridgeWindowApplication *self = BRIDGE_WINDOW_APPLICATION (application);

  if (self->window == NULL)
    {
      make_window (self);

      /* The first frame waits for nobody. */
      self->idle = g_idle_add_full (G_PRIORITY_LOW, connect_cb, self, NULL);
    }

  gtk_window_present (GTK_WINDOW (self->window));
}

static void
bridge_window_application_shutdown (GApplication *application)
{
  BridgeWindowApplication *self = BRIDGE_WINDOW_APPLICATION (application);

  g_clear_handle_id (&self->idle, g_source_remove);
  g_clear_handle_id (&self->again, g_source_remove);
  g_signal_handlers_disconnect_by_data (self->link, self);
  stop_scheduler (self);

  G_APPLICATION_CLASS (bridge_window_application_parent_class)->shutdown (application);
}

static void
bridge_window_application_dispose (GObject *object)
{
  BridgeWindowApplication *self = BRIDGE_WINDOW_APPLICATION (object);

  g_clear_weak_pointer (&self->window);
  g_clear_object (&self->scheduler);
  g_clear_object (&self->lock);
  g_clear_object (&self->link);
  g_clear_object (&self->space);
  g_clear_object (&self->clock);

  G_OBJECT_CLASS (bridge_window_application_parent_class)->dispose (object);
}

static void
bridge_window_application_finalize (GObject *object)
{
  BridgeWindowApplication *self = BRIDGE_WINDOW_APPLICATION (object);

  g_free (self->folder);
  g_free (self->target);

  G_OBJECT_CLASS (bridge_window_application_parent_class)->finalize (object);
}

static void
bridge_window_application_class_init (BridgeWindowApplicationClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GApplicationClass *application_class = G_APPLICATION_CLASS (klass);

  object_class->dispose = bridge_window_application_dispose;
  object_class->finalize = bridge_window_application_finalize;
  application_class->activate = bridge_window_application_activate;
  application_class->shutdown = bridge_window_application_shutdown;
}

static void
bridge_window_application_init (BridgeWindowApplication *self)
{
}

/**
 * bridge_window_application_new:
 * @folder: the folder of the space
 * @clock: (transfer none): the time
 * @target: (nullable): what to open, as for bridge_window_open_target()
 *
 * The window's own program.
 *
 * Returns: (transfer full): the application
 */
BridgeWindowApplication *
bridge_window_application_new (const char  *folder,
                               BridgeClock *clock,
                               const char  *target)
{
  BridgeWindowApplication *self = g_object_new (BRIDGE_TYPE_WINDOW_APPLICATION,
                                                "application-id", APP_ID,
                                                "flags", G_APPLICATION_NON_UNIQUE,
                                                "resource-base-path", APP_PATH,
                                                NULL);

  self->folder = g_canonicalize_filename (folder, NULL);
  self->clock = g_object_ref (clock);
  self->target = g_strdup (target);
  self->lock = bridge_folder_lock_new (self->folder, BRIDGE_PART_WINDOW);
  g_signal_connect_object (self->lock, "freed", G_CALLBACK (lock_freed_cb), self, G_CONNECT_SWAPPED);
  self->link = bridge_service_link_new (self->folder);
  g_signal_connect_object (self->link, "notify::state", G_CALLBACK (link_state_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->link, "status", G_CALLBACK (link_status_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->link, "present", G_CALLBACK (present_cb), self, 0);
  g_signal_connect_object (self->link, "superseded", G_CALLBACK (superseded_cb), self, G_CONNECT_SWAPPED);

  return self;
}

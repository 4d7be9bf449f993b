/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "bridge-app"

#include "config.h"

#include "bridge-window-process.h"

struct _BridgeWindowProcess
{
  GObject parent_instance;

  char *folder;
  GSubprocess *process;
  GCancellable *cancellable;
  char *target; /* (nullable) what to open once it is attached */
  GVariant *platform_data; /* (nullable) of whoever asked while it was running, and was not answered yet */
  gboolean asked_again;
};

enum {
  CLOSED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (BridgeWindowProcess, bridge_window_process, G_TYPE_OBJECT)

static void
forget_request (BridgeWindowProcess *self)
{
  g_clear_pointer (&self->target, g_free);
  g_clear_pointer (&self->platform_data, g_variant_unref);
  self->asked_again = FALSE;
}

/* Where the window shall show, told by whoever asked for it: a service started by the bus may not know. */
static const struct {
  const char *key;
  const char *variable;
} handed_over[] = {
  { "activation-token", "XDG_ACTIVATION_TOKEN" },
  { "desktop-startup-id", "DESKTOP_STARTUP_ID" },
  { "footbridge-display", "DISPLAY" },
  { "footbridge-wayland-display", "WAYLAND_DISPLAY" },
  { "footbridge-xauthority", "XAUTHORITY" },
};

static void
exited_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (BridgeWindowProcess) self = user_data;
  GSubprocess *process = G_SUBPROCESS (object);
  g_autoptr (GError) error = NULL;
  gboolean opened;

  if (!g_subprocess_wait_finish (process, result, &error))
    return;

  /* One that was killed had been open; one that gave up by itself says so with its exit status. */
  opened = !g_subprocess_get_if_exited (process) || g_subprocess_get_exit_status (process) == 0;
  g_debug ("window %s has ended (%d)", g_subprocess_get_identifier (process), g_subprocess_get_status (process));
  g_clear_object (&self->process);
  if (opened && self->asked_again)
    {
      g_autofree char *target = g_steal_pointer (&self->target);
      g_autoptr (GVariant) platform_data = g_steal_pointer (&self->platform_data);

      /* It was asked for while it was on its way out. */
      forget_request (self);
      bridge_window_process_open (self, target, platform_data);
      return;
    }

  forget_request (self);
  g_signal_emit (self, signals[CLOSED], 0, opened);
}

static void
bridge_window_process_dispose (GObject *object)
{
  BridgeWindowProcess *self = BRIDGE_WINDOW_PROCESS (object);

  /* The window stays: it can do without the service. */
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->process);

  G_OBJECT_CLASS (bridge_window_process_parent_class)->dispose (object);
}

static void
bridge_window_process_finalize (GObject *object)
{
  BridgeWindowProcess *self = BRIDGE_WINDOW_PROCESS (object);

  forget_request (self);
  g_object_unref (self->cancellable);
  g_free (self->folder);

  G_OBJECT_CLASS (bridge_window_process_parent_class)->finalize (object);
}

static void
bridge_window_process_class_init (BridgeWindowProcessClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = bridge_window_process_dispose;
  object_class->finalize = bridge_window_process_finalize;

  signals[CLOSED] = g_signal_new ("closed", BRIDGE_TYPE_WINDOW_PROCESS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 1, G_TYPE_BOOLEAN);
}

static void
bridge_window_process_init (BridgeWindowProcess *self)
{
  self->cancellable = g_cancellable_new ();
}

/**
 * bridge_window_process_new:
 * @folder: the folder of the space
 *
 * Returns: (transfer full): a process that does not run yet
 */
BridgeWindowProcess *
bridge_window_process_new (const char *folder)
{
  BridgeWindowProcess *self = g_object_new (BRIDGE_TYPE_WINDOW_PROCESS, NULL);

  self->folder = g_strdup (folder);
  return self;
}

static gboolean
is_page (const char *target)
{
  static const char *const pages[] = { "today", "rituals", "boundaries", "celebrate", "reflect", NULL };

  return g_strv_contains (pages, target);
}

/**
 * bridge_window_process_dup_command:
 * @folder: (nullable): the folder of the space, or %NULL for the usual one
 * @target: an occurrence's name, a ritual's id, a page's name, "new-win", "pause" or ""
 *
 * Returns: (transfer full): the words that start the window
 */
char **
bridge_window_process_dup_command (const char *folder, const char *target)
{
  g_autoptr (GStrvBuilder) words = g_strv_builder_new ();
  const char *program = g_getenv ("FOOTBRIDGE_WINDOW");

  g_strv_builder_add (words, program && *program ? program : LIBEXECDIR "/footbridge-window");
  if (folder)
    g_strv_builder_add_many (words, "--data-dir", folder, NULL);
  if (is_page (target))
    g_strv_builder_add_many (words, "--page", target, NULL);
  else if (g_str_equal (target, "new-win"))
    g_strv_builder_add_many (words, "--page", "celebrate", NULL);
  else if (*target)
    g_strv_builder_add_many (words, "--open", target, NULL);

  return g_strv_builder_end (words);
}

/**
 * bridge_window_process_open:
 * @target: what to open, as for bridge_window_process_dup_command()
 * @platform_data: (nullable): a{sv} of the call that asked for it
 *
 * Starts the window, or, where it is about to come up, has it open @target then. One that is about to end is started
 * once more after that. Ends in "closed".
 */
void
bridge_window_process_open (BridgeWindowProcess *self, const char *target, GVariant *platform_data)
{
  g_autoptr (GSubprocessLauncher) launcher = NULL;
  g_auto (GStrv) command = NULL;
  g_autoptr (GError) error = NULL;

  if (self->process)
    {
      forget_request (self);
      self->target = g_strdup (target);
      self->platform_data = platform_data ? g_variant_ref (platform_data) : NULL;
      self->asked_again = TRUE;
      return;
    }

  launcher = g_subprocess_launcher_new (G_SUBPROCESS_FLAGS_NONE);
  if (platform_data)
    {
      /* This process's own, from whenever it was started, are stale. */
      g_subprocess_launcher_unsetenv (launcher, "XDG_ACTIVATION_TOKEN");
      g_subprocess_launcher_unsetenv (launcher, "DESKTOP_STARTUP_ID");
    }
  for (gsize i = 0; platform_data && i < G_N_ELEMENTS (handed_over); i++)
    {
      const char *value;

      if (g_variant_lookup (platform_data, handed_over[i].key, "&s", &value))
        g_subprocess_launcher_setenv (launcher, handed_over[i].variable, value, TRUE);
    }

  command = bridge_window_process_dup_command (self->folder, target);
  self->process = g_subprocess_launcher_spawnv (launcher, (const char *const *) command, &error);
  if (self->process == NULL)
    {
      g_message ("%s", error->message);
      g_signal_emit (self, signals[CLOSED], 0, FALSE);
      return;
    }

  /* Only this cannot be said with the command. */
  if (g_str_equal (target, "new-win"))
    self->target = g_strdup (target);
  g_subprocess_wait_async (self->process, self->cancellable, exited_cb, g_object_ref (self));
}

/**
 * bridge_window_process_is_running:
 *
 * Returns: whether a window was started and has not ended
 */
gboolean
bridge_window_process_is_running (BridgeWindowProcess *self)
{
  return self->process != NULL;
}

/**
 * bridge_window_process_steal_target:
 *
 * Returns: (transfer full) (nullable): what the window still has to open, now that it can be told
 */
char *
bridge_window_process_steal_target (BridgeWindowProcess *self)
{
  char *target = g_steal_pointer (&self->target);

  forget_request (self);
  return target;
}

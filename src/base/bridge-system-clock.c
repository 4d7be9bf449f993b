/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "bridge-system-clock"

#include "config.h"

#include "bridge-clock.h"
#include "bridge-folder-watch.h"
#include "bridge-source.h"
#include "bridge-wall-source.h"

#include <stdint.h>
#include <sys/stat.h>

#define ZONEINFO "/zoneinfo/"

/* A file that is being written may be no zone for a moment, and one change is told of several times. */
#define SETTLE_MS 100

/* Without the kernel's timer. */
#define POLL_MS 30000

#define TIMEDATE_NAME "org.freedesktop.timedate1"
#define TIMEDATE_PATH "/org/freedesktop/timedate1"
#define PROPERTIES "org.freedesktop.DBus.Properties"

struct _BridgeSystemClock {
  GObject parent_instance;

  GSource *source;   /* NULL: there is no such timer here */
  GError *no_source; /* why, until it was said */
  GSource *poll;     /* waits then, while something is armed */
  gint64 deadline;   /* for this: UTC ms, or BRIDGE_NEVER */
  char *localtime_path;
  char *localtime_seen; /* what it was when it was read last */

  char *zone_id;    /* an identifier that GLib can read; NULL: only the localtime file knows */
  const char *zone_source;
  gboolean pinned;  /* the environment says the zone; it cannot change */
  gboolean watching;
  BridgeFolderWatch *watch;
  GSource *settle; /* it has told of something */
  GCancellable *cancellable;
  GDBusConnection *bus;
  guint subscription;
  gboolean lost; /* there is no bus any more, or not yet: it is looked for when the clock wakes */
};

enum {
  PROP_0,
  PROP_LOCALTIME_PATH,
  PROP_ZONE_SOURCE,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static void bridge_system_clock_clock_iface_init (BridgeClockInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (BridgeSystemClock, bridge_system_clock, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (BRIDGE_TYPE_CLOCK, bridge_system_clock_clock_iface_init))

static gboolean
zone_exists (const char *identifier)
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_identifier (identifier);

  return zone != NULL;
}

/* ":Europe/Berlin" and "/usr/share/zoneinfo/Europe/Berlin" are "Europe/Berlin"; other texts stay. */
static const char *
bare_zone_name (const char *text)
{
  const char *found;

  if (*text == ':')
    text++;

  found = g_strrstr (text, ZONEINFO);

  return found != NULL ? found + strlen (ZONEINFO) : text;
}

static char *
dup_zone_id_from_environment (void)
{
  const char *text = g_getenv ("TZ");

  if (text == NULL)
    return NULL;

  text = bare_zone_name (text);
  if (*text == '\0')
    return g_strdup ("UTC");

  if (zone_exists (text))
    return g_strdup (text);

  g_message ("The environment names a time zone that is not known here, UTC is used");

  return g_strdup ("UTC");
}

static char *
dup_zone_id_from_file (const char *path)
{
  g_autofree char *target = g_file_read_link (path, NULL);
  const char *name;

  if (target == NULL || strstr (target, ZONEINFO) == NULL)
    return NULL;

  name = bare_zone_name (target);

  return zone_exists (name) ? g_strdup (name) : NULL;
}

static void
bridge_system_clock_set_zone_source (BridgeSystemClock *self,
                                     const char        *source)
{
  if (g_strcmp0 (self->zone_source, source) == 0)
    return;

  self->zone_source = source;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ZONE_SOURCE]);
}

static const char *
get_file_source (const char *path,
                 const char *zone_id)
{
  if (zone_id != NULL)
    return "localtime";
  return g_file_test (path, G_FILE_TEST_EXISTS) ? "nameless" : "unknown";
}

static void
bridge_system_clock_take_zone_id (BridgeSystemClock *self,
                                  char              *zone_id,
                                  const char        *source)
{
  bridge_system_clock_set_zone_source (self, source);

  /* Without a name it cannot be told whether it is another one. */
  if (zone_id != NULL && g_strcmp0 (self->zone_id, zone_id) == 0)
    {
      g_free (zone_id);
      return;
    }

  g_free (self->zone_id);
  self->zone_id = zone_id;
  g_debug ("The zone is now %s", zone_id != NULL ? zone_id : "without a name");

  bridge_clock_emit_woke (BRIDGE_CLOCK (self), BRIDGE_WAKE_ZONE);
}

static void
bridge_system_clock_read_localtime (BridgeSystemClock *self)
{
  g_autofree char *zone_id = dup_zone_id_from_file (self->localtime_path);
  const char *source;

  /* While the link is being replaced there is none for a moment; the next event finds the new one. */
  if (zone_id == NULL && !g_file_test (self->localtime_path, G_FILE_TEST_EXISTS))
    return;

  source = get_file_source (self->localtime_path, zone_id);
  bridge_system_clock_take_zone_id (self, g_steal_pointer (&zone_id), source);
}

/* Which file it is, and of when: the link, and what it leads to, if that is there. (nullable) */
static char *
dup_signature (const char *path)
{
  struct stat link = { 0 };
  struct stat file = { 0 };

  if (lstat (path, &link) != 0)
    return NULL;
  if (stat (path, &file) != 0)
    file = (struct stat) { 0 };
  return g_strdup_printf ("%ju %ld.%ld %ju %ld.%ld", (uintmax_t) link.st_ino, (long) link.st_mtim.tv_sec, link.st_mtim.tv_nsec,
                          (uintmax_t) file.st_ino, (long) file.st_mtim.tv_sec, file.st_mtim.tv_nsec);
}

static gboolean
settle_cb (gpointer user_data)
{
  BridgeSystemClock *self = BRIDGE_SYSTEM_CLOCK (user_data);
  g_autofree char *signature = dup_signature (self->localtime_path);

  g_clear_pointer (&self->settle, g_source_unref);
  /* Nothing may have been done to it: then what the time service says still counts. */
  if (signature == NULL || g_strcmp0 (signature, self->localtime_seen) == 0)
    return G_SOURCE_REMOVE;

  g_free (self->localtime_seen);
  self->localtime_seen = g_steal_pointer (&signature);
  bridge_system_clock_read_localtime (self);
  return G_SOURCE_REMOVE;
}

static void
localtime_changed_cb (gpointer user_data)
{
  BridgeSystemClock *self = user_data;

  if (self->settle != NULL)
    return;

  self->settle = bridge_source_start (g_timeout_source_new (SETTLE_MS), "[footbridge] read the zone", settle_cb, self);
}

static void
bridge_system_clock_take_timedate (BridgeSystemClock *self,
                                   GVariant          *value)
{
  const char *name;

  if (!g_variant_is_of_type (value, G_VARIANT_TYPE_STRING))
    return;

  name = g_variant_get_string (value, NULL);
  if (*name != '\0' && zone_exists (name))
    bridge_system_clock_take_zone_id (self, g_strdup (name), "timedate1");
}

static void
timezone_got_cb (GObject      *source,
                 GAsyncResult *result,
                 gpointer      user_data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GVariant) reply = NULL;
  g_autoptr (GVariant) value = NULL;

  reply = g_dbus_connection_call_finish (G_DBUS_CONNECTION (source), result, &error);
  if (reply == NULL)
    {
      if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        g_debug ("The system does not tell its time zone: %s", error->message);
      return;
    }

  g_variant_get (reply, "(v)", &value);
  bridge_system_clock_take_timedate (BRIDGE_SYSTEM_CLOCK (user_data), value);
}

static void
bridge_system_clock_ask_timedate (BridgeSystemClock *self)
{
  g_dbus_connection_call (self->bus, TIMEDATE_NAME, TIMEDATE_PATH, PROPERTIES, "Get",
                          g_variant_new ("(ss)", TIMEDATE_NAME, "Timezone"), G_VARIANT_TYPE ("(v)"),
                          G_DBUS_CALL_FLAGS_NONE, -1, self->cancellable, timezone_got_cb, self);
}

static void
timedate_changed_cb (GDBusConnection *bus,
                     const char      *sender,
                     const char      *path,
                     const char      *interface,
                     const char      *signal,
                     GVariant        *parameters,
                     gpointer         user_data)
{
  BridgeSystemClock *self = BRIDGE_SYSTEM_CLOCK (user_data);
  g_autoptr (GVariant) changed = NULL;
  g_autoptr (GVariant) value = NULL;
  g_autofree const char **invalidated = NULL;

  if (!g_variant_is_of_type (parameters, G_VARIANT_TYPE ("(sa{sv}as)")))
    return;

  g_variant_get (parameters, "(&s@a{sv}^a&s)", NULL, &changed, &invalidated);
  value = g_variant_lookup_value (changed, "Timezone", NULL);

  if (value != NULL)
    bridge_system_clock_take_timedate (self, value);
  else if (g_strv_contains (invalidated, "Timezone"))
    bridge_system_clock_ask_timedate (self);
}

static void
bridge_system_clock_leave_bus (BridgeSystemClock *self)
{
  if (self->subscription != 0)
    {
      g_dbus_connection_signal_unsubscribe (self->bus, self->subscription);
      self->subscription = 0;
    }

  g_clear_object (&self->bus);
}

/* The file is still watched, and the zone stays what it was. */
static void
system_bus_closed_cb (BridgeSystemClock *self)
{
  g_debug ("The system bus has ended");
  bridge_system_clock_leave_bus (self);
  self->lost = TRUE;
}

static void
system_bus_got_cb (GObject      *source,
                   GAsyncResult *result,
                   gpointer      user_data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GDBusConnection) bus = g_bus_get_finish (result, &error);
  BridgeSystemClock *self;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  self = BRIDGE_SYSTEM_CLOCK (user_data);
  if (bus == NULL)
    {
      g_debug ("There is no system bus to tell the time zone: %s", error->message);
      self->lost = TRUE;
      return;
    }

  self->bus = g_steal_pointer (&bus);
  /* GIO would end the process along with the bus. */
  g_dbus_connection_set_exit_on_close (self->bus, FALSE);
  g_signal_connect_object (self->bus, "closed", G_CALLBACK (system_bus_closed_cb), self, G_CONNECT_SWAPPED);
  self->subscription =
    g_dbus_connection_signal_subscribe (self->bus, TIMEDATE_NAME, PROPERTIES, "PropertiesChanged", TIMEDATE_PATH,
                                        TIMEDATE_NAME, G_DBUS_SIGNAL_FLAGS_NONE, timedate_changed_cb, self, NULL);
  bridge_system_clock_ask_timedate (self);
}

/* Only a program that waits for something has to hear of another zone: a command line tool that prints and
 * leaves shall not wake the system's services. */
static void
bridge_system_clock_watch_zone (BridgeSystemClock *self)
{
  g_autofree char *folder = g_path_get_dirname (self->localtime_path);
  g_autofree char *name = g_path_get_basename (self->localtime_path);

  if (self->watching || self->pinned)
    return;

  self->watching = TRUE;
  self->watch = bridge_folder_watch_new (folder, name, localtime_changed_cb, self);

  self->cancellable = g_cancellable_new ();
  g_bus_get (G_BUS_TYPE_SYSTEM, self->cancellable, system_bus_got_cb, self);
}

static gboolean
wall_cb (gboolean clock_was_set,
         gpointer user_data)
{
  g_autoptr (BridgeSystemClock) self = g_object_ref (BRIDGE_SYSTEM_CLOCK (user_data));

  if (self->lost)
    {
      self->lost = FALSE;
      g_bus_get (G_BUS_TYPE_SYSTEM, self->cancellable, system_bus_got_cb, self);
    }
  bridge_clock_emit_woke (BRIDGE_CLOCK (self), clock_was_set ? BRIDGE_WAKE_CLOCK_SET : BRIDGE_WAKE_DEADLINE);

  return G_SOURCE_CONTINUE;
}

static void bridge_system_clock_poll (BridgeSystemClock *self);

static gboolean
poll_cb (gpointer user_data)
{
  BridgeSystemClock *self = BRIDGE_SYSTEM_CLOCK (user_data);

  g_clear_pointer (&self->poll, g_source_unref);
  if (g_get_real_time () / 1000 < self->deadline)
    {
      bridge_system_clock_poll (self);
      return G_SOURCE_REMOVE;
    }

  self->deadline = BRIDGE_NEVER;
  wall_cb (FALSE, self);
  return G_SOURCE_REMOVE;
}

/* Other timers sleep along with the computer and know nothing of a clock that is set, so it is looked in between. */
static void
bridge_system_clock_poll (BridgeSystemClock *self)
{
  bridge_source_clear (&self->poll);
  if (self->deadline == BRIDGE_NEVER)
    return;

  self->poll = bridge_source_start (g_timeout_source_new ((guint) CLAMP (self->deadline - g_get_real_time () / 1000, 0, POLL_MS)),
                                    "[footbridge] look at the clock", poll_cb, self);
}

static gint64
bridge_system_clock_now (BridgeClock *clock)
{
  return g_get_real_time () / 1000;
}

static char *
bridge_system_clock_dup_zone_id (BridgeClock *clock)
{
  BridgeSystemClock *self = BRIDGE_SYSTEM_CLOCK (clock);

  return g_strdup (self->zone_id != NULL ? self->zone_id : "UTC");
}

static GTimeZone *
bridge_system_clock_dup_zone (BridgeClock *clock)
{
  BridgeSystemClock *self = BRIDGE_SYSTEM_CLOCK (clock);
  GTimeZone *zone = g_time_zone_new_identifier (self->zone_id != NULL ? self->zone_id : self->localtime_path);

  return zone != NULL ? zone : g_time_zone_new_utc ();
}

static void
bridge_system_clock_arm (BridgeClock *clock,
                         gint64       utc_ms)
{
  BridgeSystemClock *self = BRIDGE_SYSTEM_CLOCK (clock);

  bridge_system_clock_watch_zone (self);

  if (self->source != NULL)
    bridge_wall_source_arm (self->source, utc_ms);
  else
    {
      if (self->no_source != NULL)
        g_message ("%s", self->no_source->message);
      g_clear_error (&self->no_source);
      self->deadline = utc_ms;
      bridge_system_clock_poll (self);
    }
}

static const char *
bridge_system_clock_get_zone_source (BridgeClock *clock)
{
  return BRIDGE_SYSTEM_CLOCK (clock)->zone_source;
}

static void
bridge_system_clock_clock_iface_init (BridgeClockInterface *iface)
{
  iface->now = bridge_system_clock_now;
  iface->dup_zone_id = bridge_system_clock_dup_zone_id;
  iface->dup_zone = bridge_system_clock_dup_zone;
  iface->get_zone_source = bridge_system_clock_get_zone_source;
  iface->arm = bridge_system_clock_arm;
}

static void
bridge_system_clock_constructed (GObject *object)
{
  BridgeSystemClock *self = BRIDGE_SYSTEM_CLOCK (object);

  G_OBJECT_CLASS (bridge_system_clock_parent_class)->constructed (object);

  self->zone_id = dup_zone_id_from_environment ();
  self->pinned = self->zone_id != NULL;
  if (self->pinned)
    {
      self->zone_source = "environment";
    }
  else
    {
      self->localtime_seen = dup_signature (self->localtime_path);
      self->zone_id = dup_zone_id_from_file (self->localtime_path);
      self->zone_source = get_file_source (self->localtime_path, self->zone_id);
    }

  /* Most of what asks for the time never waits for anything. */
  self->source = bridge_wall_source_new (&self->no_source);
  if (self->source == NULL)
    return;

  g_source_set_callback (self->source, (GSourceFunc) (void (*) (void)) wall_cb, self, NULL);
  g_source_attach (self->source, g_main_context_get_thread_default ());
}

static void
bridge_system_clock_dispose (GObject *object)
{
  BridgeSystemClock *self = BRIDGE_SYSTEM_CLOCK (object);

  bridge_source_clear (&self->source);
  bridge_source_clear (&self->poll);
  bridge_source_clear (&self->settle);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);

  bridge_system_clock_leave_bus (self);

  g_clear_pointer (&self->watch, bridge_folder_watch_free);

  G_OBJECT_CLASS (bridge_system_clock_parent_class)->dispose (object);
}

static void
bridge_system_clock_finalize (GObject *object)
{
  BridgeSystemClock *self = BRIDGE_SYSTEM_CLOCK (object);

  g_clear_error (&self->no_source);
  g_free (self->zone_id);
  g_free (self->localtime_path);
  g_free (self->localtime_seen);

  G_OBJECT_CLASS (bridge_system_clock_parent_class)->finalize (object);
}

static void
bridge_system_clock_get_property (GObject    *object,
                                  guint       prop_id,
                                  GValue     *value,
                                  GParamSpec *pspec)
{
  BridgeSystemClock *self = BRIDGE_SYSTEM_CLOCK (object);

  switch (prop_id)
    {
    case PROP_LOCALTIME_PATH:
      g_value_set_string (value, self->localtime_path);
      break;

    case PROP_ZONE_SOURCE:
      g_value_set_static_string (value, self->zone_source);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
bridge_system_clock_set_property (GObject      *object,
                                  guint         prop_id,
                                  const GValue *value,
                                  GParamSpec   *pspec)
{
  BridgeSystemClock *self = BRIDGE_SYSTEM_CLOCK (object);

  switch (prop_id)
    {
    case PROP_LOCALTIME_PATH:
      self->localtime_path = g_value_dup_string (value);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
bridge_system_clock_class_init (BridgeSystemClockClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->constructed = bridge_system_clock_constructed;
  object_class->dispose = bridge_system_clock_dispose;
  object_class->finalize = bridge_system_clock_finalize;
  object_class->get_property = bridge_system_clock_get_property;
  object_class->set_property = bridge_system_clock_set_property;

  /**
   * BridgeSystemClock:localtime-path:
   *
   * The link that names the computer's zone; another one in tests.
   */
  properties[PROP_LOCALTIME_PATH] =
    g_param_spec_string ("localtime-path", NULL, NULL, "/etc/localtime",
                         G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);

  /**
   * BridgeSystemClock:zone-source:
   *
   * Who has told the zone, see bridge_clock_get_zone_source().
   */
  properties[PROP_ZONE_SOURCE] =
    g_param_spec_string ("zone-source", NULL, NULL, NULL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);

  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
bridge_system_clock_init (BridgeSystemClock *self)
{
}

/**
 * bridge_system_clock_new:
 *
 * Makes the computer's own clock. It wakes in the thread-default main context of this moment. From the first
 * bridge_clock_arm() on it follows changes of the zone, except where TZ in the environment fixes it.
 *
 * Returns: (transfer full): the clock
 */
BridgeClock *
bridge_system_clock_new (void)
{
  return g_object_new (BRIDGE_TYPE_SYSTEM_CLOCK, NULL);
}

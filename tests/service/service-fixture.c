/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gstdio.h>
#include <signal.h>
#include <sys/resource.h>

#include "../support/agreed.h"
#include "bridge-error.h"
#include "service-fixture.h"

static void
open_space (Fixture    *fixture,
            const char *me,
            const char *partner)
{
  g_autoptr (GError) error = NULL;

  /* In memory where that can be: years go by here, and each commit would wait for the disk. */
  fixture->folder = g_strdup ("/dev/shm/footbridge-service-XXXXXX");
  if (g_mkdtemp (fixture->folder) == NULL)
    {
      g_free (fixture->folder);
      fixture->folder = g_dir_make_tmp ("footbridge-service-XXXXXX", &error);
      g_assert_no_error (error);
    }
  fixture->clock = bridge_fake_clock_new_local ("2026-11-22T18:00", "Europe/Berlin");
  fixture->space = bridge_space_open (fixture->folder, fixture->clock, &error);
  g_assert_no_error (error);
  if (me != NULL)
    {
      g_assert_true (bridge_space_set_up (fixture->space, me, partner, &error));
      g_assert_no_error (error);
    }
}

void
fixture_set_up (Fixture       *fixture,
                gconstpointer  user_data)
{
  open_space (fixture, "Ada", "Ben");
}

void
fixture_set_up_solo (Fixture       *fixture,
                     gconstpointer  user_data)
{
  open_space (fixture, "Ada", NULL);
}

void
fixture_set_up_empty (Fixture       *fixture,
                      gconstpointer  user_data)
{
  open_space (fixture, NULL, NULL);
}

void
fixture_tear_down (Fixture       *fixture,
                   gconstpointer  user_data)
{
  g_autoptr (GDir) dir = NULL;
  const char *name;

  spin ();
  g_assert_finalize_object (fixture->space);
  spin ();
  g_assert_finalize_object (fixture->clock);

  g_chmod (fixture->folder, 0700);
  dir = g_dir_open (fixture->folder, 0, NULL);
  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (fixture->folder, name, NULL);

      g_unlink (path);
    }
  g_rmdir (fixture->folder);
  g_free (fixture->folder);
}

const char *
fixture_get_me (Fixture *fixture)
{
  return bridge_person_get_id (bridge_space_get_me (fixture->space));
}

void
fixture_reopen (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;

  g_assert_finalize_object (fixture->space);
  fixture->space = bridge_space_open (fixture->folder, fixture->clock, &error);
  g_assert_no_error (error);
}

char *
fixture_add_ritual (Fixture    *fixture,
                    const char *title,
                    const char *start,
                    const char *rule,
                    const char *remind)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BridgeRitual) ritual = bridge_ritual_new ();
  g_autoptr (BridgeSchedule) schedule = bridge_schedule_new (local (start), rule, NULL, NULL, &error);
  g_autoptr (BridgeRitual) stored = NULL;

  g_assert_no_error (error);
  g_object_set (ritual, "title", title, "schedule", schedule, "state", BRIDGE_RITUAL_AGREED, "remind", remind, NULL);
  stored = space_add_agreed (fixture->space, ritual);
  return g_strdup (bridge_ritual_get_id (stored));
}

void
fixture_change_ritual (Fixture    *fixture,
                       const char *id,
                       const char *property,
                       ...)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BridgeRitual) before = bridge_space_find_ritual (fixture->space, id, &error);
  g_autoptr (BridgeRitual) ritual = bridge_space_find_ritual (fixture->space, id, NULL);
  g_autoptr (BridgeRitual) proposed = NULL;
  va_list args;

  g_assert_no_error (error);
  va_start (args, property);
  g_object_set_valist (G_OBJECT (ritual), property, args);
  va_end (args);
  if (bridge_space_find_more (fixture->space, before, ritual) == 0)
    {
      bridge_space_update_ritual (fixture->space, ritual, &error);
      g_assert_no_error (error);
      return;
    }
  proposed = bridge_space_propose_ritual (fixture->space, ritual, NULL, &error);
  g_assert_no_error (error);
  fixture_say_yes (fixture, id);
}

void
fixture_say_yes (Fixture    *fixture,
                 const char *ritual_id)
{
  space_say_yes (fixture->space, ritual_id);
}

void
fixture_resume (Fixture    *fixture,
                const char *ritual_id)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BridgeInvitation) invitation =
    bridge_space_propose (fixture->space, BRIDGE_INVITATION_RITUAL, ritual_id, NULL, NULL, BRIDGE_LOCAL_NONE, &error);

  g_assert_no_error (error);
  fixture_say_yes (fixture, ritual_id);
}

char *
fixture_name (const char *ritual_id,
              const char *start)
{
  return g_strconcat (ritual_id, "@", start, NULL);
}

BridgeLocal
local (const char *text)
{
  BridgeLocal value = 0;
  g_autoptr (GError) error = NULL;

  bridge_local_parse (text, &value, &error);
  g_assert_no_error (error);
  return value;
}

gint64
utc (Fixture    *fixture,
     const char *local_text)
{
  g_autoptr (GTimeZone) zone = bridge_clock_dup_zone (fixture->clock);

  return bridge_local_to_utc_ms (local (local_text), zone);
}

void
spin (void)
{
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

void
set_disk_full (gboolean full)
{
  struct rlimit limit;

  g_assert_cmpint (getrlimit (RLIMIT_FSIZE, &limit), ==, 0);
  signal (SIGXFSZ, SIG_IGN);
  limit.rlim_cur = full ? 0 : limit.rlim_max;
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &limit), ==, 0);
}

struct _Recorder
{
  GObject parent_instance;

  GPtrArray *notices;
  GArray *times;         /* of gint64, UTC ms */
  BridgeClock *clock;    /* (nullable) */
  GHashTable *standing;
  gboolean refuse;
  gboolean another;
  void (*crash) (gpointer);
  gpointer crash_data;
};

static void recorder_notifier_iface_init (BridgeNotifierInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (Recorder, recorder, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (BRIDGE_TYPE_NOTIFIER, recorder_notifier_iface_init))

static gboolean
recorder_show (BridgeNotifier      *notifier,
               const BridgeNotice  *notice,
               GError             **error)
{
  Recorder *self = TEST_RECORDER (notifier);

  if (self->refuse)
    {
      g_set_error_literal (error, BRIDGE_ERROR, BRIDGE_ERROR_NOTIFIER, "Nobody shows notifications.");
      return FALSE;
    }
  g_ptr_array_add (self->notices, bridge_notice_copy (notice));
  if (self->clock != NULL)
    {
      gint64 now = bridge_clock_now (self->clock);

      g_array_append_val (self->times, now);
    }
  g_hash_table_add (self->standing, g_strdup (notice->id));
  if (self->crash != NULL)
    {
      void (*crash) (gpointer) = g_steal_pointer (&self->crash);

      crash (self->crash_data);
    }
  return TRUE;
}

static void
recorder_withdraw (BridgeNotifier *notifier,
                   const char     *id)
{
  g_hash_table_remove (TEST_RECORDER (notifier)->standing, id);
}

static gboolean
recorder_stands (BridgeNotifier *notifier,
                 const char     *id)
{
  return TEST_RECORDER (notifier)->another && recorder_is_standing (TEST_RECORDER (notifier), id);
}

static void
recorder_notifier_iface_init (BridgeNotifierInterface *iface)
{
  iface->show = recorder_show;
  iface->withdraw = recorder_withdraw;
  iface->stands = recorder_stands;
}

static void
recorder_finalize (GObject *object)
{
  Recorder *self = TEST_RECORDER (object);

  g_ptr_array_unref (self->notices);
  g_array_unref (self->times);
  g_clear_object (&self->clock);
  g_hash_table_unref (self->standing);

  G_OBJECT_CLASS (recorder_parent_class)->finalize (object);
}

static void
recorder_class_init (RecorderClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = recorder_finalize;
}

static void
recorder_init (Recorder *self)
{
  self->notices = g_ptr_array_new_with_free_func ((GDestroyNotify) bridge_notice_free);
  self->times = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->standing = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
}

Recorder *
recorder_new (void)
{
  return g_object_new (TYPE_RECORDER, NULL);
}

void
recorder_set_clock (Recorder    *self,
                    BridgeClock *clock)
{
  g_assert_cmpuint (self->notices->len, ==, 0);
  g_set_object (&self->clock, clock);
}

gint64
recorder_get_time (Recorder *self,
                   guint     index)
{
  g_assert_cmpuint (index, <, self->times->len);
  return g_array_index (self->times, gint64, index);
}

guint
recorder_count (Recorder *self)
{
  return self->notices->len;
}

const BridgeNotice *
recorder_get (Recorder *self,
              guint     index)
{
  g_assert_cmpuint (index, <, self->notices->len);
  return g_ptr_array_index (self->notices, index);
}

guint
recorder_count_of (Recorder   *self,
                   const char *id)
{
  guint n = 0;

  for (guint i = 0; i < self->notices->len; i++)
    n += g_str_equal (recorder_get (self, i)->id, id);
  return n;
}

gboolean
recorder_is_standing (Recorder   *self,
                      const char *id)
{
  return g_hash_table_contains (self->standing, id);
}

void
recorder_clear (Recorder *self)
{
  g_ptr_array_set_size (self->notices, 0);
  g_array_set_size (self->times, 0);
}

void
recorder_refuse (Recorder *self,
                 gboolean  refuse)
{
  self->refuse = refuse;
}

void
recorder_crash (Recorder  *self,
                void     (*crash) (gpointer),
                gpointer   user_data)
{
  self->crash = crash;
  self->crash_data = user_data;
}

void
recorder_close (Recorder   *self,
                const char *id)
{
  g_hash_table_remove (self->standing, id);
}

void
recorder_become_another (Recorder *self)
{
  self->another = TRUE;
}

/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The real timer. Only that somebody sets the clock is played: two functions of the C library stand in front of
 * their originals here and answer as the kernel does then. */

#include "config.h"

#include "bridge-clock.h"
#include "bridge-wall-source.h"

#include <dlfcn.h>
#include <errno.h>
#include <sys/timerfd.h>
#include <unistd.h>

static int timer_fd = -1;
static gboolean cancel_settime;
static gboolean cancel_read;

int
timerfd_settime (int                      fd,
                 int                      flags,
                 const struct itimerspec *new_value,
                 struct itimerspec       *old_value)
{
  static int (*original) (int, int, const struct itimerspec *, struct itimerspec *);
  int result;

  if (original == NULL)
    original = (int (*) (int, int, const struct itimerspec *, struct itimerspec *)) dlsym (RTLD_NEXT,
                                                                                           "timerfd_settime");

  g_assert_cmpint (flags, ==, TFD_TIMER_ABSTIME | TFD_TIMER_CANCEL_ON_SET);
  g_assert_true (new_value->it_value.tv_sec > 0 || new_value->it_value.tv_nsec > 0);

  timer_fd = fd;
  result = original (fd, flags, new_value, old_value);

  if (cancel_settime)
    {
      cancel_settime = FALSE;
      errno = ECANCELED;
      return -1;
    }

  return result;
}

ssize_t
read (int    fd,
      void  *buffer,
      size_t size)
{
  static ssize_t (*original) (int, void *, size_t);
  ssize_t result;

  if (original == NULL)
    original = (ssize_t (*) (int, void *, size_t)) dlsym (RTLD_NEXT, "read");

  result = original (fd, buffer, size);

  if (cancel_read && fd == timer_fd)
    {
      cancel_read = FALSE;
      errno = ECANCELED;
      return -1;
    }

  return result;
}

typedef struct {
  GMainContext *context;
  GSource *source;
  int n_due;
  int n_set;
  gint64 at;            /* UTC ms of the last wake */
  gint64 next;          /* what the callback arms, or 0 */
  gboolean remove;
} Fixture;

static gint64
now_ms (void)
{
  return g_get_real_time () / 1000;
}

static gboolean
wall_cb (gboolean clock_was_set,
         gpointer user_data)
{
  Fixture *fixture = user_data;

  if (clock_was_set)
    fixture->n_set++;
  else
    fixture->n_due++;

  fixture->at = now_ms ();

  if (fixture->next != 0)
    {
      bridge_wall_source_arm (fixture->source, fixture->next);
      fixture->next = 0;
    }

  return fixture->remove ? G_SOURCE_REMOVE : G_SOURCE_CONTINUE;
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  g_autoptr (GError) error = NULL;

  fixture->context = g_main_context_new ();
  fixture->source = bridge_wall_source_new (&error);
  g_assert_no_error (error);
  g_source_set_callback (fixture->source, (GSourceFunc) (void (*) (void)) wall_cb, fixture, NULL);
  g_source_attach (fixture->source, fixture->context);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_source_destroy (fixture->source);
  g_source_unref (fixture->source);
  g_main_context_unref (fixture->context);
}

/* Lets the loop run for some milliseconds. */
static void
run_for (Fixture *fixture,
         int      ms)
{
  gint64 end = g_get_monotonic_time () + ms * 1000;

  while (g_get_monotonic_time () < end)
    {
      g_main_context_iteration (fixture->context, FALSE);
      g_usleep (1000);
    }
}

static void
run_until_due (Fixture *fixture,
               int      n_due)
{
  gint64 end = g_get_monotonic_time () + 20 * G_TIME_SPAN_SECOND;

  while (fixture->n_due < n_due)
    {
      g_main_context_iteration (fixture->context, FALSE);
      g_usleep (500);
      g_assert_cmpint (g_get_monotonic_time (), <, end);
    }
}

static void
test_due (Fixture       *fixture,
          gconstpointer  data)
{
  gint64 deadline = now_ms () + 60;

  bridge_wall_source_arm (fixture->source, deadline);
  run_until_due (fixture, 1);
  g_assert_cmpint (fixture->at, >=, deadline);

  /* Once. */
  run_for (fixture, 80);
  g_assert_cmpint (fixture->n_due, ==, 1);
}

static void
test_past (Fixture       *fixture,
           gconstpointer  data)
{
  static const gint64 offsets[] = { -1, -60000, -86400000 };

  for (guint i = 0; i < G_N_ELEMENTS (offsets); i++)
    {
      bridge_wall_source_arm (fixture->source, now_ms () + offsets[i]);
      g_assert_cmpint (fixture->n_due, ==, (int) i);
      run_until_due (fixture, i + 1);
    }

  /* Before 1970, and the epoch itself, which would turn a timer off. */
  bridge_wall_source_arm (fixture->source, -5);
  run_until_due (fixture, 4);
  bridge_wall_source_arm (fixture->source, 0);
  run_until_due (fixture, 5);
}

static void
test_rearm (Fixture       *fixture,
            gconstpointer  data)
{
  gint64 deadline = now_ms () + 120;

  /* Sooner, then later than what was armed. */
  bridge_wall_source_arm (fixture->source, now_ms () + 40);
  bridge_wall_source_arm (fixture->source, deadline);
  run_until_due (fixture, 1);
  g_assert_cmpint (fixture->at, >=, deadline);

  bridge_wall_source_arm (fixture->source, now_ms () + 60000);
  bridge_wall_source_arm (fixture->source, now_ms () + 20);
  run_until_due (fixture, 2);

  /* One that ran out unseen, and was then put off, does not wake. */
  bridge_wall_source_arm (fixture->source, now_ms () + 1);
  g_usleep (5000);
  bridge_wall_source_arm (fixture->source, now_ms () + 60000);
  run_for (fixture, 50);
  g_assert_cmpint (fixture->n_due, ==, 2);
}

static void
test_rearm_inside (Fixture       *fixture,
                   gconstpointer  data)
{
  fixture->next = now_ms () + 60;
  bridge_wall_source_arm (fixture->source, now_ms () + 20);
  run_until_due (fixture, 2);
}

static void
test_never (Fixture       *fixture,
            gconstpointer  data)
{
  run_for (fixture, 30);
  bridge_wall_source_arm (fixture->source, now_ms () + 20);
  bridge_wall_source_arm (fixture->source, BRIDGE_NEVER);
  run_for (fixture, 60);
  g_assert_cmpint (fixture->n_due, ==, 0);
}

static void
test_remove (Fixture       *fixture,
             gconstpointer  data)
{
  fixture->remove = TRUE;
  bridge_wall_source_arm (fixture->source, now_ms ());
  run_until_due (fixture, 1);
  g_assert_true (g_source_is_destroyed (fixture->source));
}

/* The clock is set while the timer runs. */
static void
test_set (Fixture       *fixture,
          gconstpointer  data)
{
  gint64 end = g_get_monotonic_time () + 20 * G_TIME_SPAN_SECOND;

  cancel_read = TRUE;
  bridge_wall_source_arm (fixture->source, now_ms ());

  while (fixture->n_set == 0 && g_get_monotonic_time () < end)
    g_main_context_iteration (fixture->context, FALSE);

  g_assert_cmpint (fixture->n_set, ==, 1);
  g_assert_cmpint (fixture->n_due, ==, 0);

  /* The deadline had passed all the same, and is not forgotten. */
  run_until_due (fixture, 1);
  run_for (fixture, 30);
  g_assert_cmpint (fixture->n_set, ==, 1);
  g_assert_cmpint (fixture->n_due, ==, 1);
}

/* The clock was set before the timer is armed: armed it is, but the kernel complains once. */
static void
test_set_before (Fixture       *fixture,
                 gconstpointer  data)
{
  cancel_settime = TRUE;
  bridge_wall_source_arm (fixture->source, now_ms () + 60);
  g_assert_cmpint (fixture->n_set, ==, 0);
  run_until_due (fixture, 1);
  g_assert_cmpint (fixture->n_set, ==, 1);

  cancel_settime = TRUE;
  bridge_wall_source_arm (fixture->source, BRIDGE_NEVER);
  run_for (fixture, 30);
  g_assert_cmpint (fixture->n_set, ==, 2);
  g_assert_cmpint (fixture->n_due, ==, 1);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add ("/wall-source/due", Fixture, NULL, set_up, test_due, tear_down);
  g_test_add ("/wall-source/past", Fixture, NULL, set_up, test_past, tear_down);
  g_test_add ("/wall-source/rearm", Fixture, NULL, set_up, test_rearm, tear_down);
  g_test_add ("/wall-source/rearm-inside", Fixture, NULL, set_up, test_rearm_inside, tear_down);
  g_test_add ("/wall-source/never", Fixture, NULL, set_up, test_never, tear_down);
  g_test_add ("/wall-source/set", Fixture, NULL, set_up, test_set, tear_down);
  g_test_add ("/wall-source/set-before", Fixture, NULL, set_up, test_set_before, tear_down);
  g_test_add ("/wall-source/remove", Fixture, NULL, set_up, test_remove, tear_down);

  return g_test_run ();
}

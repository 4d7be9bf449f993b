/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* bench-log FOLDER: the page Celebrate over 100,000 small wins, scrolled by the wheel, by keys and by the bar, and searched
 * letter by letter. What counts is the longest turn of the main loop, from one wait to the next with all that is laid out and
 * drawn in it, as the time of the processor that the main thread took: what else runs on the machine is not ours. Each is done
 * three times and the best counts, as caches are shared, too. With BENCH_LOG_VERBOSE each is told: with how the longest turn
 * was spent, and with the longest that passed in a turn but for waiting for a processor, which is what waits for the disk or
 * the display comes on top in.
 * Prints "name ours baseline ratio limit N". */

#include "config.h"

#include <fcntl.h>
#include <time.h>
#include <unistd.h>

#include <adwaita.h>

#include "bridge-ids.h"
#include "bridge-log-view.h"
#include "bridge-page.h"
#include "bridge-photo-files.h"
#include "bridge-store-win-photos.h"

#define WINS 100000
#define ROUNDS 3
#define NOTCHES 400
#define NOTCH 150 /* pixels, faster than most people turn a wheel */
#define PAGES 60
#define JUMPS 60
#define KEY_MS 140
#define LIMIT_MS 16

static const char *const subjects[] = { "You", "We", "Robin", "Alex", "Both of us" };
static const char *const verbs[] = { "made", "listened to", "waited for", "laughed about", "remembered", "repaired", "thanked" };
static const char *const things[] = { "the kettle", "a long story", "the river", "my mother", "an old photograph", "the heron",
                                      "a quiet morning", "the bus", "breakfast", "the café" };
static const char *const more[] = {
  "", "", "", " It was raining, and nobody minded.",
  " We had both been looking forward to it, and then it was quite different, and we stayed until the lights went out.",
  " I had not expected that at all. First we did not know what to say, then we talked for two hours, about the years in the"
  " old flat, about the things that we never said and about those that we said too often; and on the way home it was as it"
  " had been in the beginning, only slower.",
};
static const char *const meanings[] = {
  "", "", "It was good to be seen, and nothing more was needed.",
  "That we can begin again at any time, even in the middle of a sentence, and that neither of us has to be right for it.",
};
static const char *const searches[] = { "kettle", "we laughed river", "thanked", "quiet m", "heron" };

typedef enum { WHEEL, KEYS, BAR, SEARCH, N_WAYS } Way;
static const char *const names[] = { "log-wheel", "log-keys", "log-bar", "log-search" };

typedef struct {
  GMainLoop *loop;
  GtkWidget *page;
  GtkWidget *list;
  GtkAdjustment *adjustment;
  GtkEditable *entry;
  GRand *rand;
  guint left;
  guint search;
  guint letters;
} Run;

/* Nanoseconds. */
typedef struct {
  gint64 busy;   /* of the processor, in this thread */
  gint64 passed; /* of the clock, but for what the thread was kept waiting for a processor */
} Spent;

/* What a frame consists of; the rest of a turn is what came before it: keys, sources, the answer of a thread. */
static const char *const phases[] = { "before-paint", "update", "layout", "paint", "after-paint" };

static gboolean measuring;
static gint64 phase_ends[G_N_ELEMENTS (phases)];
static gint64 longest_ends[G_N_ELEMENTS (phases)];
static int waiting_fd;
static Spent resumed;
static Spent longest;

static gint64
read_clock (clockid_t id)
{
  struct timespec now;

  clock_gettime (id, &now);

  return (gint64) now.tv_sec * 1000000000 + now.tv_nsec;
}

static Spent
get_spent (void)
{
  Spent spent = { read_clock (CLOCK_THREAD_CPUTIME_ID), read_clock (CLOCK_MONOTONIC) };
  char text[128] = "";

  if (waiting_fd >= 0 && pread (waiting_fd, text, sizeof text - 1, 0) > 0 && strchr (text, ' ') != NULL)
    spent.passed -= g_ascii_strtoll (strchr (text, ' '), NULL, 10);

  return spent;
}

static int
timed_poll (GPollFD *fds,
            guint    n,
            int      timeout)
{
  Spent spent = get_spent ();
  int result;

  if (measuring)
    {
      if (spent.busy - resumed.busy > longest.busy)
        {
          for (guint i = 0; i < G_N_ELEMENTS (phases); i++)
            longest_ends[i] = MAX (phase_ends[i] - resumed.busy, 0);
          longest.busy = spent.busy - resumed.busy;
        }
      longest.passed = MAX (longest.passed, spent.passed - resumed.passed);
    }
  result = g_poll (fds, n, timeout);
  resumed = get_spent ();

  return result;
}

/* After whatever belongs to the phase: that is connected already. */
static void
phase_cb (GdkFrameClock *clock,
          gpointer       user_data)
{
  phase_ends[GPOINTER_TO_UINT (user_data)] = get_spent ().busy;
}

static void
watch_phases (GtkWidget *window)
{
  GdkFrameClock *clock = gtk_widget_get_frame_clock (window);

  for (guint i = 0; i < G_N_ELEMENTS (phases); i++)
    g_signal_connect_after (clock, phases[i], G_CALLBACK (phase_cb), GUINT_TO_POINTER (i));
}

/* A picture beside a win; all of them look the same. */
static void
add_photo (BridgeDatabase *db,
           const char     *folder,
           const char     *picture,
           const char     *win_id,
           int             position)
{
  g_autofree char *id = bridge_id_new ();
  g_autofree char *path = bridge_photo_dup_path (folder, id, TRUE);
  g_autoptr (BridgeWinPhoto) photo
    = g_object_new (BRIDGE_TYPE_WIN_PHOTO, "id", id, "win-id", win_id, "position", position, "width", 1600, "height", 1200,
                    "created-at", (gint64) 1764000000000, "updated-at", (gint64) 1764000000000, NULL);
  g_autoptr (GError) error = NULL;

  if (!bridge_store_save_win_photo (db, photo, &error))
    g_error ("%s", error->message);
  if (link (picture, path) != 0)
    g_error ("%s: %s", path, g_strerror (errno));
}

static char *
draw_picture (const char *folder)
{
  g_autofree char *photos = g_build_filename (folder, BRIDGE_PHOTO_FOLDER, NULL);
  char *path = g_build_filename (photos, "picture", NULL);
  g_autoptr (GdkPixbuf) pixbuf = gdk_pixbuf_new (GDK_COLORSPACE_RGB, FALSE, 8, 320, 240);
  guchar *pixels = gdk_pixbuf_get_pixels (pixbuf);
  g_autoptr (GError) error = NULL;

  for (int y = 0; y < 240; y++)
    for (int x = 0; x < 320 * 3; x++)
      pixels[y * gdk_pixbuf_get_rowstride (pixbuf) + x] = (guchar) (x * y / 97 + x % 3 * 40);
  g_mkdir_with_parents (photos, 0700);
  if (!gdk_pixbuf_save (pixbuf, path, "jpeg", &error, "quality", "85", NULL))
    g_error ("%s", error->message);

  return path;
}

static void
fill (const char *folder)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BridgeDatabase) db = bridge_database_open (folder, &error);
  g_autoptr (GRand) rand = g_rand_new_with_seed (3);
  g_autofree char *picture = draw_picture (folder);

  if (db == NULL || !bridge_database_begin (db, &error))
    g_error ("%s", error->message);
  for (int i = 0; i < WINS; i++)
    {
      g_autofree char *id = bridge_id_new ();
      g_autofree char *text = g_strdup_printf ("%s %s %s.%s", subjects[g_rand_int_range (rand, 0, G_N_ELEMENTS (subjects))],
                                               verbs[g_rand_int_range (rand, 0, G_N_ELEMENTS (verbs))],
                                               things[g_rand_int_range (rand, 0, G_N_ELEMENTS (things))],
                                               more[g_rand_int_range (rand, 0, G_N_ELEMENTS (more))]);
      g_autoptr (BridgeWin) win = bridge_win_new (text, (20400 - i / 30) * BRIDGE_DAY);

      g_object_set (win,
                    "id", id,
                    "meant", meanings[g_rand_int_range (rand, 0, G_N_ELEMENTS (meanings))],
                    "kind", g_rand_int_range (rand, BRIDGE_WIN_OTHER, BRIDGE_WIN_BOUNDARY_KEPT + 1),
                    "starred", i % 20 == 0,
                    "created-at", (gint64) 1764000000000 - i,
                    "updated-at", (gint64) 1764000000000 - i,
                    NULL);
      if (!bridge_store_save_win (db, win, &error))
        g_error ("%s", error->message);
      for (int j = 0; i % 12 == 5 && j <= i % 3; j++)
        add_photo (db, folder, picture, id, j);
    }
  if (!bridge_database_commit (db, &error))
    g_error ("%s", error->message);
}

static gboolean
quit_cb (gpointer data)
{
  g_main_loop_quit (((Run *) data)->loop);

  return G_SOURCE_REMOVE;
}

static void
wait_for (Run  *run,
          guint milliseconds)
{
  g_timeout_add (milliseconds, quit_cb, run);
  g_main_loop_run (run->loop);
}

/* One notch of the wheel a frame. */
static gboolean
wheel_cb (GtkWidget     *widget,
          GdkFrameClock *clock,
          gpointer       data)
{
  Run *run = data;

  if (run->left-- == 0)
    {
      g_main_loop_quit (run->loop);
      return G_SOURCE_REMOVE;
    }

  gtk_adjustment_set_value (run->adjustment, gtk_adjustment_get_value (run->adjustment) + NOTCH);

  return G_SOURCE_CONTINUE;
}

/* Page Down, a few times Page Up, End and Home, a key every other frame. */
static gboolean
keys_cb (GtkWidget     *widget,
         GdkFrameClock *clock,
         gpointer       data)
{
  Run *run = data;

  if (run->left-- == 0)
    {
      g_main_loop_quit (run->loop);
      return G_SOURCE_REMOVE;
    }

  if (run->left % 20 == 1)
    g_signal_emit_by_name (run->list, "move", GTK_SCROLL_END);
  else if (run->left % 20 == 11)
    g_signal_emit_by_name (run->list, "move", GTK_SCROLL_START);
  else if (run->left % 2 == 1)
    g_signal_emit_by_name (run->list, "move", run->left % 20 < 9 ? GTK_SCROLL_PAGE_UP : GTK_SCROLL_PAGE_DOWN);

  return G_SOURCE_CONTINUE;
}

/* As of somebody who drags the bar about. */
static gboolean
bar_cb (GtkWidget     *widget,
        GdkFrameClock *clock,
        gpointer       data)
{
  Run *run = data;
  double upper = gtk_adjustment_get_upper (run->adjustment) - gtk_adjustment_get_page_size (run->adjustment);

  if (run->left-- == 0)
    {
      g_main_loop_quit (run->loop);
      return G_SOURCE_REMOVE;
    }

  gtk_adjustment_set_value (run->adjustment, g_rand_double_range (run->rand, 0, upper));

  return G_SOURCE_CONTINUE;
}

/* A letter more, as long as there are any; then the next one. */
static gboolean
type_cb (gpointer data)
{
  Run *run = data;
  g_autofree char *typed = NULL;

  if (run->search == G_N_ELEMENTS (searches))
    {
      g_main_loop_quit (run->loop);
      return G_SOURCE_REMOVE;
    }

  typed = g_strndup (searches[run->search], run->letters);
  gtk_editable_set_text (run->entry, typed);
  if (run->letters++ == strlen (searches[run->search]))
    {
      run->letters = 0;
      run->search++;
    }

  return G_SOURCE_CONTINUE;
}

static GtkWidget *
find (GtkWidget *root,
      GType      type)
{
  /* Not the list of a drop-down. */
  if (G_TYPE_CHECK_INSTANCE_TYPE (root, type) && gtk_widget_get_mapped (root))
    return root;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find (child, type);

      if (found != NULL)
        return found;
    }

  return NULL;
}

static void
scroll (Run             *run,
        guint            times,
        GtkTickCallback  callback)
{
  run->left = times;
  gtk_widget_add_tick_callback (run->list, callback, run, NULL);
  g_main_loop_run (run->loop);
  wait_for (run, 300);
}

static gint64
go (Run *run,
    Way  way)
{
  longest = (Spent) { 0, 0 };
  measuring = TRUE;
  switch (way)
    {
    case WHEEL:
      scroll (run, NOTCHES, wheel_cb);
      break;
    case KEYS:
      gtk_widget_grab_focus (run->list);
      scroll (run, 2 * PAGES, keys_cb);
      break;
    case BAR:
      scroll (run, JUMPS, bar_cb);
      break;
    default:
      run->search = run->letters = 0;
      g_timeout_add (KEY_MS, type_cb, run);
      g_main_loop_run (run->loop);
      wait_for (run, 300);
    }
  measuring = FALSE;
  if (g_getenv ("BENCH_LOG_VERBOSE") != NULL)
    {
      gint64 before = 0;

      g_printerr ("%s: busy %.1f ms, passed %.1f ms", names[way], longest.busy / 1e6, longest.passed / 1e6);
      for (guint i = 0; i < G_N_ELEMENTS (phases); i++)
        {
          g_printerr (", to the end of %s %.1f ms", phases[i], MAX (longest_ends[i] - before, 0) / 1e6);
          before = MAX (before, longest_ends[i]);
        }
      g_printerr ("\n");
    }

  return longest.busy;
}

int
main (int   argc,
      char *argv[])
{
  g_autoptr (BridgeClock) clock = NULL;
  g_autoptr (BridgeSpace) space = NULL;
  g_autoptr (GError) error = NULL;
  GtkWidget *window;
  gint64 best[N_WAYS];
  Run run = { 0 };

  if (argc != 2)
    g_error ("bench-log FOLDER");
  gtk_init ();
  adw_init ();
  waiting_fd = open ("/proc/thread-self/schedstat", O_RDONLY | O_CLOEXEC);
  g_main_context_set_poll_func (NULL, timed_poll);

  clock = bridge_system_clock_new ();
  space = bridge_space_open (argv[1], clock, &error);
  if (space == NULL || !bridge_space_set_up (space, "Alex", "Robin", &error))
    g_error ("%s", error->message);
  fill (argv[1]);
  bridge_space_refresh (space);

  run.loop = g_main_loop_new (NULL, FALSE);
  run.rand = g_rand_new_with_seed (4);
  run.page = bridge_celebrate_page_new (space);
  window = gtk_window_new ();
  gtk_window_set_default_size (GTK_WINDOW (window), 800, 800);
  gtk_window_set_child (GTK_WINDOW (window), run.page);
  gtk_window_present (GTK_WINDOW (window));
  watch_phases (window);
  wait_for (&run, 1500);
  run.list = find (run.page, BRIDGE_TYPE_LOG_VIEW);
  run.adjustment = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (run.list));

  for (Way way = 0; way < N_WAYS; way++)
    {
      if (way == SEARCH)
        {
          bridge_celebrate_page_focus_search (BRIDGE_CELEBRATE_PAGE (run.page));
          wait_for (&run, 1000);
          run.entry = GTK_EDITABLE (find (run.page, GTK_TYPE_SEARCH_ENTRY));
        }
      best[way] = G_MAXINT64;
      for (int round = 0; round < ROUNDS; round++)
        {
          gint64 busy = go (&run, way);

          best[way] = MIN (best[way], busy);
        }
      g_print ("%s %.2fms - - limit %d\n", names[way], best[way] / 1e6, LIMIT_MS);
    }

  gtk_window_destroy (GTK_WINDOW (window));
  g_main_loop_unref (run.loop);
  g_rand_free (run.rand);

  return 0;
}

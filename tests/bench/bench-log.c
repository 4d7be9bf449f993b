/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* bench-log FOLDER: the page Celebrate over 100,000 small wins, scrolled by the wheel and by the bar, and searched letter by
 * letter. What counts is the longest turn of the main loop, from one wait to the next, as the time of the processor that
 * the main thread took: what else runs on the machine is not ours. Prints "name ours baseline ratio limit N". */

#include "config.h"

#include <time.h>

#include <adwaita.h>

#include "bridge-ids.h"
#include "bridge-page.h"

#define WINS 100000
#define NOTCHES 400
#define NOTCH 150 /* pixels, faster than most people turn a wheel */
#define JUMPS 40
#define KEY_MS 140
#define LIMIT_MS 16

static const char *const subjects[] = { "You", "We", "Robin", "Alex", "Both of us" };
static const char *const verbs[] = { "made", "listened to", "waited for", "laughed about", "remembered", "repaired", "thanked" };
static const char *const things[] = { "the kettle", "a long story", "the river", "my mother", "an old photograph", "the heron",
                                      "a quiet morning", "the bus", "breakfast", "the café" };
static const char *const searches[] = { "kettle", "we laughed river", "thanked", "quiet m", "heron" };

typedef struct {
  GMainLoop *loop;
  GtkAdjustment *adjustment;
  GtkEditable *entry;
  GRand *rand;
  guint left;
  guint search;
  guint letters;
} Run;

static gboolean measuring;
static gint64 resumed; /* nanoseconds of the main thread */
static gint64 longest;

static gint64
get_spent (void)
{
  struct timespec now;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &now);

  return (gint64) now.tv_sec * 1000000000 + now.tv_nsec;
}

static int
timed_poll (GPollFD *fds,
            guint    n,
            int      timeout)
{
  gint64 spent = get_spent () - resumed;
  int result;

  if (measuring)
    {
      longest = MAX (longest, spent);
      if (g_getenv ("BENCH_LOG_VERBOSE") != NULL && spent > LIMIT_MS * 1000000 / 2)
        g_printerr ("%.1f ms\n", spent / 1e6);
    }
  result = g_poll (fds, n, timeout);
  resumed = get_spent ();

  return result;
}

static void
fill (const char *folder)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BridgeDatabase) db = bridge_database_open (folder, &error);
  g_autoptr (GRand) rand = g_rand_new_with_seed (3);

  if (db == NULL || !bridge_database_begin (db, &error))
    g_error ("%s", error->message);
  for (int i = 0; i < WINS; i++)
    {
      g_autofree char *id = bridge_id_new ();
      g_autofree char *text = g_strdup_printf ("%s %s %s.", subjects[g_rand_int_range (rand, 0, G_N_ELEMENTS (subjects))],
                                               verbs[g_rand_int_range (rand, 0, G_N_ELEMENTS (verbs))],
                                               things[g_rand_int_range (rand, 0, G_N_ELEMENTS (things))]);
      g_autoptr (BridgeWin) win = bridge_win_new (text, (20400 - i / 30) * BRIDGE_DAY);

      g_object_set (win,
                    "id", id,
                    "meant", i % 3 == 0 ? "It was good to be seen, and nothing more was needed." : "",
                    "kind", g_rand_int_range (rand, BRIDGE_WIN_OTHER, BRIDGE_WIN_BOUNDARY_KEPT + 1),
                    "starred", i % 20 == 0,
                    "created-at", (gint64) 1764000000000 - i,
                    "updated-at", (gint64) 1764000000000 - i,
                    NULL);
      if (!bridge_store_save_win (db, win, &error))
        g_error ("%s", error->message);
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

/* One notch of the wheel a frame, then leaps as of somebody who drags the bar. */
static gboolean
scroll_cb (GtkWidget     *widget,
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

  if (run->left > JUMPS)
    gtk_adjustment_set_value (run->adjustment, gtk_adjustment_get_value (run->adjustment) + NOTCH);
  else
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
report (const char *name)
{
  g_print ("%s %.2fms - - limit %d\n", name, longest / 1e6, LIMIT_MS);
}

int
main (int   argc,
      char *argv[])
{
  g_autoptr (BridgeClock) clock = NULL;
  g_autoptr (BridgeSpace) space = NULL;
  g_autoptr (GError) error = NULL;
  GtkWidget *window, *page, *list;
  Run run = { 0 };

  if (argc != 2)
    g_error ("bench-log FOLDER");
  gtk_init ();
  adw_init ();
  g_main_context_set_poll_func (NULL, timed_poll);

  clock = bridge_system_clock_new ();
  space = bridge_space_open (argv[1], clock, &error);
  if (space == NULL || !bridge_space_set_up (space, "Alex", "Robin", &error))
    g_error ("%s", error->message);
  fill (argv[1]);
  bridge_space_refresh (space);

  run.loop = g_main_loop_new (NULL, FALSE);
  run.rand = g_rand_new_with_seed (4);
  page = bridge_celebrate_page_new (space);
  window = gtk_window_new ();
  gtk_window_set_default_size (GTK_WINDOW (window), 800, 600);
  gtk_window_set_child (GTK_WINDOW (window), page);
  gtk_window_present (GTK_WINDOW (window));
  wait_for (&run, 1500);

  list = find (page, GTK_TYPE_LIST_VIEW);
  run.adjustment = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (list));
  run.left = NOTCHES + JUMPS;
  measuring = TRUE;
  gtk_widget_add_tick_callback (list, scroll_cb, &run, NULL);
  g_main_loop_run (run.loop);
  report ("log-scroll");

  measuring = FALSE;
  bridge_celebrate_page_focus_search (BRIDGE_CELEBRATE_PAGE (page));
  wait_for (&run, 1000);
  run.entry = GTK_EDITABLE (find (page, GTK_TYPE_SEARCH_ENTRY));
  longest = 0;
  measuring = TRUE;
  g_timeout_add (KEY_MS, type_cb, &run);
  g_main_loop_run (run.loop);
  wait_for (&run, 300);
  report ("log-search");

  measuring = FALSE;
  gtk_window_destroy (GTK_WINDOW (window));
  g_main_loop_unref (run.loop);
  g_rand_free (run.rand);

  return 0;
}

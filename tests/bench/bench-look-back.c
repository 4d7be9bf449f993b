/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* How long it takes until the figures of a look back are there: asked for in the main loop, read and worked out in a thread
 * with a connection of its own, over a year and over ten, of a space that has all ten; and how long all pictures of a year
 * take to be drawn. One line each: "name ours baseline ratio limit N". */

#include "config.h"

#include <glib/gstdio.h>

#include "bridge-canvas.h"
#include "bridge-ids.h"
#include "bridge-space-look-back.h"
#include "bridge-store-check-ins.h"

#define DAYS 3652
#define ROUNDS 21
#define WIDTH 824
#define HEIGHT 420
#define FRAME_MS 16.7
#define DECADE_LIMIT_MS 100.0
#define SEASON_LIMIT_MS 4.0

typedef struct {
  BridgeDatabase *db;
  GRand *chance;
  BridgeLocal today;
  gint64 now;
  const char *persons[2];
} Filling;

static void
check (gboolean  fine,
       GError   *error)
{
  if (!fine)
    g_error ("%s", error->message);
}

static void
stamp (Filling *filling,
       gpointer row)
{
  g_autofree char *id = bridge_id_new ();

  g_object_set (row, "id", id, "created-at", filling->now, "updated-at", filling->now, NULL);
}

static BridgeRitual *
add_ritual (Filling    *filling,
            int         hour,
            const char *zone)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BridgeSchedule) schedule
      = bridge_schedule_new (filling->today - DAYS * BRIDGE_DAY + hour * BRIDGE_HOUR, "FREQ=DAILY", NULL, zone, &error);
  BridgeRitual *ritual = bridge_ritual_new ();

  check (schedule != NULL, error);
  stamp (filling, ritual);
  g_object_set (ritual, "title", "Five quiet minutes", "state", BRIDGE_RITUAL_AGREED, "schedule", schedule, NULL);
  check (bridge_store_save_ritual (filling->db, ritual, &error), error);
  return ritual;
}

/* Four moments of rituals, two wins and a check-in of each on most days. */
static void
fill_day (Filling       *filling,
          BridgeRitual **rituals,
          guint          n_rituals,
          BridgeLocal    day)
{
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < n_rituals; i++)
    {
      BridgeLocal start = bridge_schedule_get_start (bridge_ritual_get_schedule (rituals[i]));
      g_autoptr (BridgeOccurrence) occurrence
          = bridge_occurrence_new (rituals[i], day + bridge_local_get_second_of_day (start));

      if (g_rand_int_range (filling->chance, 0, 6) == 0)
        continue;
      stamp (filling, occurrence);
      g_object_set (occurrence, "outcome", BRIDGE_OUTCOME_KEPT, NULL);
      check (bridge_store_save_occurrence (filling->db, occurrence, &error), error);
    }
  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (BridgeWin) win = bridge_win_new ("You asked how it went, and waited for the answer.", day);
      g_autoptr (BridgeCheckIn) check_in = bridge_check_in_new (filling->persons[i], day);

      stamp (filling, win);
      check (bridge_store_save_win (filling->db, win, &error), error);
      stamp (filling, check_in);
      g_object_set (check_in, "shown-to", filling->persons[1 - i], "mood", g_rand_int_range (filling->chance, 1, 6), "mood-word", "Even",
                    "talking", g_rand_int_range (filling->chance, 1, 6), "talking-word", "Polite", NULL);
      check (bridge_store_save_check_in (filling->db, check_in, &error), error);
    }
}

static void
fill (BridgeSpace *space)
{
  g_autoptr (GError) error = NULL;
  Filling filling = {
    .db = bridge_space_get_database (space),
    .chance = g_rand_new_with_seed (10),
    .today = bridge_local_day_start (bridge_clock_local_now (bridge_space_get_clock (space))),
    .now = bridge_clock_now (bridge_space_get_clock (space)),
    .persons = { bridge_person_get_id (bridge_space_get_me (space)), bridge_person_get_id (bridge_space_get_partner (space)) },
  };
  g_autoptr (BridgeRitual) morning = NULL;
  g_autoptr (BridgeRitual) evening = NULL;
  g_autoptr (BridgeRitual) night = NULL;
  g_autoptr (BridgeRitual) elsewhere = NULL;

  check (bridge_database_begin (filling.db, &error), error);
  morning = add_ritual (&filling, 7, NULL);
  evening = add_ritual (&filling, 19, NULL);
  night = add_ritual (&filling, 22, NULL);
  elsewhere = add_ritual (&filling, 12, "America/New_York");
  for (int day = 1; day < DAYS; day++)
    fill_day (&filling, (BridgeRitual *[]) { morning, evening, night, elsewhere }, 4, filling.today - day * BRIDGE_DAY);
  check (bridge_database_commit (filling.db, &error), error);
  g_rand_free (filling.chance);
}

static void
finished_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  *(GAsyncResult **) user_data = g_object_ref (result);
}

static BridgeLookBack *
look_back (BridgeSpace *space,
           guint        weeks)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  BridgeLookBackRange range;
  BridgeLookBack *figures;

  bridge_space_init_look_back_range (space, weeks, 1, &range);
  bridge_space_look_back_async (space, &range, NULL, NULL, finished_cb, &result);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);
  figures = bridge_space_look_back_finish (result, NULL, &error);
  check (figures != NULL, error);
  return figures;
}

static int
compare (gconstpointer a,
         gconstpointer b)
{
  const double left = *(const double *) a;
  const double right = *(const double *) b;

  return (left > right) - (left < right);
}

/* The median, for something else may run at any moment. */
static void
print_median (const char *name,
              double     *times,
              double      limit)
{
  qsort (times, ROUNDS, sizeof *times, compare);
  g_print ("%s %.2fms - - limit %.1f\n", name, times[ROUNDS / 2], limit);
}

static void
bench_figures (BridgeSpace *space,
               const char  *name,
               guint        weeks,
               double       limit)
{
  double times[ROUNDS];

  for (guint round = 0; round < ROUNDS; round++)
    {
      gint64 started = g_get_monotonic_time ();
      g_autoptr (BridgeLookBack) figures = look_back (space, weeks);

      times[round] = (g_get_monotonic_time () - started) / 1000.0;
      if (figures->n_moments < 1000)
        g_error ("There is not enough to look back on");
    }
  print_median (name, times, limit);
}

/* What the season's heading costs at each change, in the main loop. */
static void
bench_season (BridgeSpace *space)
{
  double times[ROUNDS];

  for (guint round = 0; round < ROUNDS; round++)
    {
      g_autoptr (GError) error = NULL;
      gint64 started = g_get_monotonic_time ();
      BridgeLocal to = bridge_local_day_start (bridge_clock_local_now (bridge_space_get_clock (space)));
      guint n = 0;

      check (bridge_space_count_moments (space, to - 92 * BRIDGE_DAY, to, &n, &error), error);
      times[round] = (g_get_monotonic_time () - started) / 1000.0;
      if (n < 300)
        g_error ("There are not enough moments in a season");
    }
  print_median ("look-back-season", times, SEASON_LIMIT_MS);
}

static void
bench_drawing (BridgeSpace *space)
{
  g_autoptr (BridgeLookBack) figures = look_back (space, 53);
  PangoContext *pango = pango_font_map_create_context (pango_cairo_font_map_get_default ());
  double times[ROUNDS];

  for (guint round = 0; round < ROUNDS; round++)
    {
      gint64 started = g_get_monotonic_time ();

      for (BridgeFigure figure = 0; figure < BRIDGE_N_FIGURES; figure++)
        {
          cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, WIDTH, HEIGHT);
          BridgeCanvas canvas = { .cr = cairo_create (surface), .pango = pango, .width = WIDTH };

          bridge_canvas_colours_for_paper (&canvas.colours);
          bridge_picture_draw (&canvas, figures, figure, 0);
          bridge_picture_draw_legend (&canvas, figures, figure, HEIGHT - 60);
          cairo_destroy (canvas.cr);
          cairo_surface_destroy (surface);
        }
      times[round] = (g_get_monotonic_time () - started) / 1000.0;
    }
  g_object_unref (pango);
  print_median ("look-back-drawing", times, FRAME_MS);
}

static void
remove_all (const char *path)
{
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *child = g_build_filename (path, name, NULL);

      remove_all (child);
    }
  g_remove (path);
}

int
main (int   argc,
      char *argv[])
{
  g_autoptr (GError) error = NULL;
  g_autofree char *here = g_get_current_dir ();
  g_autofree char *folder = g_build_filename (argc > 1 ? argv[1] : here, "bench-look-back-XXXXXX", NULL);
  g_autoptr (BridgeClock) clock = bridge_fake_clock_new_local ("2026-11-22T18:00", "Europe/Berlin");
  g_autoptr (BridgeSpace) space = NULL;

  if (g_mkdtemp (folder) == NULL)
    g_error ("No folder for the benchmark can be made here");
  space = bridge_space_open (folder, clock, &error);
  check (space != NULL && bridge_space_set_up (space, "Alex", "Robin", &error), error);
  fill (space);

  bench_figures (space, "look-back-year", 53, FRAME_MS);
  bench_figures (space, "look-back-decade", BRIDGE_LOOK_BACK_ALL, DECADE_LIMIT_MS);
  bench_season (space);
  bench_drawing (space);
  remove_all (folder);
  return 0;
}

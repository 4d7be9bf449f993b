/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "bridge-around-life.h"
#include "bridge-clash-note.h"
#include "bridge-hours-row.h"
#include "bridge-life-words.h"
#include "bridge-page.h"
#include "bridge-time-entry.h"
#include "bridge-week-picture.h"
#include "bridge-weekdays.h"
#include "life-fixture.h"

/* Quiet hours and stress peaks: how they are entered, and what the ritual editor says about them. */

/* Longer than a row waits for the next keystroke. */
static void
wait_for_save (void)
{
  gint64 end = g_get_monotonic_time () + 800 * G_TIME_SPAN_MILLISECOND;

  while (g_get_monotonic_time () < end)
    settle ();
}

static BridgeHours *
get_only_hours (RitualsFixture *fixture)
{
  g_autoptr (BridgeHours) hours = g_list_model_get_item (bridge_space_get_hours (fixture->space), 0);

  g_assert_cmpuint (g_list_model_get_n_items (bridge_space_get_hours (fixture->space)), ==, 1);
  return hours; /* the space keeps it */
}

static void
test_add_hours (RitualsFixture *fixture,
                gconstpointer   partner)
{
  GtkWidget *window = show_life (fixture);
  GtkWidget *row = NULL;

  g_assert_nonnull (find_label (window, "None yet. A reminder comes whenever it is due."));
  g_assert_false (gtk_widget_get_mapped (find_type (window, BRIDGE_TYPE_WEEK_PICTURE)));
  assert_all_named (window);

  click (find_named_button (window, "Add quiet hours"));
  row = find_row (window, "Every day, 22:00 to 07:00");
  g_assert_nonnull (row);
  g_assert_true (BRIDGE_IS_HOURS_ROW (row));
  g_assert_true (adw_expander_row_get_expanded (ADW_EXPANDER_ROW (row)));
  g_assert_cmpint (bridge_hours_get_kind (get_only_hours (fixture)), ==, BRIDGE_HOURS_QUIET);
  g_assert_true (gtk_widget_get_mapped (find_type (window, BRIDGE_TYPE_WEEK_PICTURE)));
  assert_all_named (window);

  click (find_named_button (window, "Add a stress peak"));
  g_assert_nonnull (find_row (window, "Monday to Friday, 17:00 to 18:00"));
  g_assert_cmpuint (g_list_model_get_n_items (bridge_space_get_hours (fixture->space)), ==, 2);
  assert_all_named (window);

  /* The same once more would be refused, so the next ones begin where they end. */
  click (find_named_button (window, "Add quiet hours"));
  g_assert_nonnull (find_row (window, "Every day, 07:00 to 08:00"));
  click (find_named_button (window, "Add a stress peak"));
  g_assert_nonnull (find_row (window, "Monday to Friday, 18:00 to 19:00"));
  g_assert_cmpuint (g_list_model_get_n_items (bridge_space_get_hours (fixture->space)), ==, 4);
}

static gboolean
has_focus_within (GtkWidget *widget)
{
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (widget));

  return focus != NULL && (focus == widget || gtk_widget_is_ancestor (focus, widget));
}

/* All of it is seen, or from its beginning as much as has room, and the toast at the bottom does not cover it. */
static void
assert_seen (GtkWidget *widget)
{
  GtkWidget *viewport = gtk_widget_get_ancestor (widget, GTK_TYPE_VIEWPORT);
  graphene_rect_t bounds;

  g_assert_nonnull (viewport);
  g_assert_true (gtk_widget_compute_bounds (widget, viewport, &bounds));
  g_assert_cmpfloat (bounds.origin.y, >=, 0);
  if (bounds.origin.y > 61)
    g_assert_cmpfloat (bounds.origin.y + bounds.size.height, <=, gtk_widget_get_height (viewport) - 60);
}

/* What is added low in the page comes into view with all that it unfolds, and has the focus. */
static void
test_added_is_seen (RitualsFixture *fixture,
                    gconstpointer   partner)
{
  GtkWidget *window = NULL;
  GtkWidget *row = NULL;

  fixture->window = window = bridge_around_life_new (fixture->space, NULL);
  gtk_window_set_default_size (GTK_WINDOW (window), 360, 480);
  gtk_window_present (GTK_WINDOW (window));
  gtk_test_widget_wait_for_draw (window);
  settle ();

  click (find_named_button (window, "Add quiet hours"));
  wait_for_save ();
  row = find_row (window, "Every day, 22:00 to 07:00");
  g_assert_true (has_focus_within (row));
  assert_seen (row);

  click (find_named_button (window, "Add a stress peak"));
  wait_for_save ();
  row = find_row (window, "Monday to Friday, 17:00 to 18:00");
  g_assert_true (has_focus_within (row));
  assert_seen (row);

  /* The later one of two days away, not the first in the list. */
  {
    g_autoptr (BridgeAbsence) later = add_absence (fixture, BRIDGE_ABSENCE_AWAY, NULL, "2026-12-20", "2026-12-27");

    click (find_button (window, "_Rest Today"));
    wait_for_save ();
    row = gtk_widget_get_ancestor (find_named_button (window, "Back Today"), ADW_TYPE_ACTION_ROW);
    g_assert_true (has_focus_within (row));
    assert_seen (row);
  }
}

/* (double) where in the picture the tint is, from 0 on the left to 1. */
static double
get_tinted (GtkWidget *picture)
{
  g_autoptr (GdkPaintable) paintable = gtk_widget_paintable_new (picture);
  GtkSnapshot *snapshot = gtk_snapshot_new ();
  int width = gtk_widget_get_width (picture);
  int height = gtk_widget_get_height (picture);
  g_autoptr (GskRenderNode) node = NULL;
  g_autoptr (GdkTexture) texture = NULL;
  g_autofree guchar *pixels = g_malloc0 ((gsize) width * 4 * height);
  const guchar *row;
  double sum = 0;
  int most = 0; /* how much anything differs from the background */
  int n = 0;

  gtk_test_widget_wait_for_draw (GTK_WIDGET (gtk_widget_get_root (picture)));
  gdk_paintable_snapshot (paintable, GDK_SNAPSHOT (snapshot), width, height);
  node = gtk_snapshot_free_to_node (snapshot);
  texture = gsk_renderer_render_texture (gtk_native_get_renderer (gtk_widget_get_native (picture)), node,
                                         &GRAPHENE_RECT_INIT (0, 0, width, height));
  gdk_texture_download (texture, pixels, (gsize) width * 4);
  row = pixels + (gsize) (height * 2 / 3) * width * 4;
  for (int x = 0; x < width; x++)
    most = MAX (most, ABS (row[x * 4] - row[0]) + ABS (row[x * 4 + 2] - row[2]));
  g_assert_cmpint (most, >, 20);
  for (int x = 0; x < width; x++)
    {
      if (ABS (row[x * 4] - row[0]) + ABS (row[x * 4 + 2] - row[2]) < most * 0.8)
        continue;
      sum += x;
      n++;
    }

  return sum / n / width;
}

/* The picture and the circles of a row follow the week that the calendar has. */
static void
test_week_start (RitualsFixture *fixture,
                 gconstpointer   partner)
{
  g_autoptr (BridgeHours) stored = add_hours (fixture, BRIDGE_HOURS_QUIET, 1, 1, 23, "");
  GtkWidget *window = NULL;
  GtkWidget *picture = NULL;
  GtkWidget *days = NULL;
  double monday_first;

  set_first_weekday ("monday");
  window = show_life (fixture);
  picture = find_type (window, BRIDGE_TYPE_WEEK_PICTURE);
  days = find_type (window, BRIDGE_TYPE_WEEKDAYS);
  g_assert_cmpstr (gtk_button_get_label (GTK_BUTTON (gtk_widget_get_first_child (days))), ==, "Mon");
  monday_first = get_tinted (picture);
  g_assert_cmpfloat (monday_first, <, 0.25);

  set_first_weekday ("sunday");
  g_assert_cmpstr (gtk_button_get_label (GTK_BUTTON (gtk_widget_get_first_child (days))), ==, "Sun");
  g_assert_cmpstr (gtk_button_get_label (GTK_BUTTON (gtk_widget_get_last_child (days))), ==, "Sat");
  g_assert_cmpfloat (get_tinted (picture), >, monday_first + 0.08);
  g_assert_cmpuint (bridge_weekdays_get_weekdays (BRIDGE_WEEKDAYS (days)), ==, 1);
  set_first_weekday ("saturday");
  g_assert_cmpstr (gtk_button_get_label (GTK_BUTTON (gtk_widget_get_first_child (days))), ==, "Sat");
  g_assert_cmpfloat (get_tinted (picture), >, monday_first + 0.16);
  set_first_weekday ("monday");
  g_assert_cmpfloat (get_tinted (picture), <, 0.25);
}

static void
test_edit_hours (RitualsFixture *fixture,
                 gconstpointer   partner)
{
  g_autoptr (BridgeHours) stored = add_hours (fixture, BRIDGE_HOURS_QUIET, 127, 22, 7, "");
  GtkWidget *window = show_life (fixture);
  GtkWidget *row = find_row (window, "Every day, 22:00 to 07:00");
  GtkWidget *from = find_type (find_row (row, "From"), BRIDGE_TYPE_TIME_ENTRY);
  GtkWidget *to = find_type (find_row (row, "To"), BRIDGE_TYPE_TIME_ENTRY);
  BridgeWeekdays *days = BRIDGE_WEEKDAYS (find_type (row, BRIDGE_TYPE_WEEKDAYS));

  adw_expander_row_set_expanded (ADW_EXPANDER_ROW (row), TRUE);
  settle ();
  g_assert_cmpuint (bridge_weekdays_get_weekdays (days), ==, 127);
  g_assert_cmpstr (adw_action_row_get_subtitle (ADW_ACTION_ROW (find_row (row, "To"))), ==, "On the next day");

  /* A day at once; a time when one has stopped typing, and not what lies on the way to it. */
  click (find_button (row, "Sun"));
  g_assert_cmpint (bridge_hours_get_weekdays (get_only_hours (fixture)), ==, 63);
  gtk_editable_set_text (GTK_EDITABLE (from), "2");
  settle ();
  g_assert_cmpint (bridge_hours_get_from (get_only_hours (fixture)), ==, 22 * 60);
  gtk_editable_set_text (GTK_EDITABLE (from), "20:30");
  gtk_editable_set_text (GTK_EDITABLE (to), "23");
  wait_for_save ();
  g_assert_cmpint (bridge_hours_get_from (get_only_hours (fixture)), ==, 20 * 60 + 30);
  g_assert_cmpint (bridge_hours_get_to (get_only_hours (fixture)), ==, 23 * 60);
  g_assert_cmpstr (adw_action_row_get_subtitle (ADW_ACTION_ROW (find_row (row, "To"))), ==, "");
  g_assert_cmpstr (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row)), ==, "Monday to Saturday, 20:30 to 23:00");

  gtk_editable_set_text (GTK_EDITABLE (find_row (row, "Name, if you like")), "The little one sleeps");
  wait_for_save ();
  g_assert_cmpstr (bridge_hours_get_name (get_only_hours (fixture)), ==, "The little one sleeps");
  g_assert_cmpstr (adw_expander_row_get_subtitle (ADW_EXPANDER_ROW (row)), ==, "The little one sleeps");
}

static void
test_hours_still_needed (RitualsFixture *fixture,
                         gconstpointer   partner)
{
  g_autoptr (BridgeHours) stored = add_hours (fixture, BRIDGE_HOURS_STRESS, 1, 17, 18, "");
  GtkWidget *window = show_life (fixture);
  GtkWidget *row = find_row (window, "Monday, 17:00 to 18:00");
  GtkWidget *from = find_type (find_row (row, "From"), BRIDGE_TYPE_TIME_ENTRY);

  adw_expander_row_set_expanded (ADW_EXPANDER_ROW (row), TRUE);
  settle ();
  click (find_button (row, "Mon"));
  g_assert_nonnull (find_label (row, "Choose at least one day."));
  g_assert_cmpint (bridge_hours_get_weekdays (get_only_hours (fixture)), ==, 1);
  click (find_button (row, "Tue"));
  g_assert_null (find_label (row, "Choose at least one day."));
  g_assert_cmpint (bridge_hours_get_weekdays (get_only_hours (fixture)), ==, 2);

  gtk_editable_set_text (GTK_EDITABLE (from), "soon");
  wait_for_save ();
  g_assert_nonnull (find_label (row, "A time such as 19:00 is needed here."));
  g_assert_cmpint (bridge_hours_get_from (get_only_hours (fixture)), ==, 17 * 60);
  gtk_editable_set_text (GTK_EDITABLE (from), "16:45");
  wait_for_save ();
  g_assert_null (find_label (row, "A time such as 19:00 is needed here."));
  g_assert_cmpint (bridge_hours_get_from (get_only_hours (fixture)), ==, 16 * 60 + 45);
}

/* What was typed last is not lost with the window. */
static void
test_close_saves (RitualsFixture *fixture,
                  gconstpointer   partner)
{
  g_autoptr (BridgeHours) stored = add_hours (fixture, BRIDGE_HOURS_QUIET, 127, 22, 7, "");
  GtkWidget *window = show_life (fixture);
  GtkWidget *row = find_row (window, "Every day, 22:00 to 07:00");

  gtk_editable_set_text (GTK_EDITABLE (find_type (find_row (row, "To"), BRIDGE_TYPE_TIME_ENTRY)), "6:15");
  g_object_ref (window);
  gtk_window_close (GTK_WINDOW (window));
  settle ();
  g_assert_cmpint (bridge_hours_get_to (get_only_hours (fixture)), ==, 6 * 60 + 15);
  fixture->window = NULL;
  g_assert_finalize_object (window);
}

/* The whole week cannot be quiet: it says so, and shows again what is kept. */
static void
test_refused (RitualsFixture *fixture,
              gconstpointer   partner)
{
  g_autoptr (BridgeHours) stored = add_hours (fixture, BRIDGE_HOURS_QUIET, 127, 22, 7, "");
  GtkWidget *window = show_life (fixture);
  GtkWidget *row = find_row (window, "Every day, 22:00 to 07:00");
  GtkWidget *to = find_type (find_row (row, "To"), BRIDGE_TYPE_TIME_ENTRY);

  gtk_editable_set_text (GTK_EDITABLE (to), "22:00");
  wait_for_save ();
  g_assert_cmpint (bridge_hours_get_to (get_only_hours (fixture)), ==, 7 * 60);
  g_assert_cmpint (bridge_time_entry_get_minute (BRIDGE_TIME_ENTRY (to)), ==, 7 * 60);
}

static void
test_remove_hours (RitualsFixture *fixture,
                   gconstpointer   partner)
{
  g_autoptr (BridgeHours) stored = add_hours (fixture, BRIDGE_HOURS_QUIET, 127, 22, 7, "");
  GtkWidget *window = show_life (fixture);
  GtkWidget *row = find_row (window, "Every day, 22:00 to 07:00");

  adw_expander_row_set_expanded (ADW_EXPANDER_ROW (row), TRUE);
  settle ();
  click (find_button (row, "_Remove"));
  g_assert_cmpuint (g_list_model_get_n_items (bridge_space_get_hours (fixture->space)), ==, 0);
  g_assert_null (find_row (window, "Every day, 22:00 to 07:00"));

  click (find_named_button (window, "_Undo"));
  g_assert_nonnull (find_row (window, "Every day, 22:00 to 07:00"));
  g_assert_cmpuint (g_list_model_get_n_items (bridge_space_get_hours (fixture->space)), ==, 1);
}

static void
test_picture (RitualsFixture *fixture,
              gconstpointer   partner)
{
  g_autoptr (BridgeHours) quiet = add_hours (fixture, BRIDGE_HOURS_QUIET, 127, 22, 7, "");
  g_autoptr (BridgeHours) stress = add_hours (fixture, BRIDGE_HOURS_STRESS, 31, 17, 18, "School run");
  g_autofree char *words = bridge_week_to_words (bridge_space_get_hours (fixture->space));
  GtkWidget *picture = find_type (show_life (fixture), BRIDGE_TYPE_WEEK_PICTURE);

  g_assert_true (gtk_widget_get_mapped (picture));
  g_assert_cmpstr (words, ==, "Quiet: Every day, 22:00 to 07:00. Stress peak, School run: Monday to Friday, 17:00 to 18:00.");
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (picture), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, words);
  gtk_test_accessible_assert_role (GTK_ACCESSIBLE (picture), GTK_ACCESSIBLE_ROLE_IMG);
}

/* ---- The editor */

static GtkWidget *
find_clash (GtkWidget *root)
{
  return find_type (root, BRIDGE_TYPE_CLASH_NOTE);
}

static void
test_editor (RitualsFixture *fixture,
             gconstpointer   partner)
{
  g_autoptr (BridgeHours) quiet = add_hours (fixture, BRIDGE_HOURS_QUIET, 127, 22, 7, "");
  g_autoptr (BridgeHours) stress = add_hours (fixture, BRIDGE_HOURS_STRESS, 64, 15, 16, "");
  g_autoptr (BridgeRitual) walk = rituals_fixture_add (fixture, "Walk", "2026-11-29T15:30", "FREQ=WEEKLY",
                                                       BRIDGE_RITUAL_AGREED);
  g_autoptr (BridgeHours) noon = NULL;
  GtkWidget *note = NULL;
  GtkWidget *entry = NULL;
  g_autoptr (BridgeRitual) stored = NULL;
  guint n = 0;

  fixture->window = bridge_ritual_editor_new (fixture->space, walk, NULL);
  gtk_window_present (GTK_WINDOW (fixture->window));
  gtk_test_widget_wait_for_draw (fixture->window);
  settle ();
  note = find_clash (fixture->window);
  entry = find_type (fixture->window, BRIDGE_TYPE_TIME_ENTRY);
  g_assert_true (gtk_widget_get_visible (note));
  g_assert_nonnull (find_label (note, "At 15:30 on Sundays it would fall into a stress peak (15:00 to 16:00)."));
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                       "At 15:30 on Sundays it would fall into a stress peak (15:00 to 16:00).");
  assert_all_named (fixture->window);

  /* Said, no more: it can be saved as it is. */
  g_assert_true (gtk_widget_get_sensitive (find_button (fixture->window, "_Save")));

  /* It follows what is typed and how long it takes. */
  gtk_editable_set_text (GTK_EDITABLE (entry), "21:55");
  settle ();
  g_assert_nonnull (find_label (note, "At 21:55 on Sundays it would go on into the quiet hours (22:00 to 07:00)."));
  gtk_spin_button_set_value (GTK_SPIN_BUTTON (find_type (find_row (fixture->window, "Minutes"), GTK_TYPE_SPIN_BUTTON)), 5);
  settle ();
  g_assert_false (gtk_widget_get_visible (note));

  /* And the hours, if somebody changes them meanwhile. */
  gtk_editable_set_text (GTK_EDITABLE (entry), "12:00");
  settle ();
  g_assert_false (gtk_widget_get_visible (note));
  noon = add_hours (fixture, BRIDGE_HOURS_STRESS, 64, 12, 13, "Lunch");
  g_assert_nonnull (find_label (note, "At 12:00 on Sundays it would fall into “Lunch” (12:00 to 13:00)."));

  /* One click takes a free time over. */
  gtk_editable_set_text (GTK_EDITABLE (entry), "15:30");
  settle ();
  g_assert_nonnull (find_button (note, "14:45"));
  g_assert_nonnull (find_button (note, "16:15"));
  click (find_button (note, "16:00"));
  g_assert_false (gtk_widget_get_visible (note));
  g_assert_cmpint (bridge_time_entry_get_minute (BRIDGE_TIME_ENTRY (entry)), ==, 16 * 60);
  gtk_widget_activate_action (g_steal_pointer (&fixture->window), "editor.save", NULL);
  settle ();
  stored = rituals_fixture_find (fixture, bridge_ritual_get_id (walk));
  g_assert_cmpint (bridge_schedule_get_times (bridge_ritual_get_schedule (stored), &n)[0], ==, 16 * 60);
}

static void
test_note_without_room (void)
{
  GListStore *hours = g_list_store_new (BRIDGE_TYPE_HOURS);
  g_autoptr (BridgeHours) all = bridge_hours_new (BRIDGE_HOURS_STRESS, 127, 0, 0);
  g_autoptr (GTimeZone) here = bridge_zone_new ("Europe/Berlin", NULL);
  g_autoptr (BridgeSchedule) schedule
    = bridge_schedule_new (local ("2026-11-23T12:00"), "FREQ=DAILY", NULL, NULL, NULL);
  g_autoptr (BridgeClash) clash = NULL;
  GtkWidget *note = g_object_ref_sink (bridge_clash_note_new ());

  g_assert_false (gtk_widget_get_visible (note));
  g_list_store_append (hours, all);
  clash = bridge_clash_find (schedule, 10, G_LIST_MODEL (hours), local (TODAY), here);
  bridge_clash_note_show (BRIDGE_CLASH_NOTE (note), clash, local (TODAY));
  g_assert_true (gtk_widget_get_visible (note));
  g_assert_cmpuint (clash->n_offers, ==, 0);
  bridge_clash_note_show (BRIDGE_CLASH_NOTE (note), NULL, local (TODAY));
  g_assert_false (gtk_widget_get_visible (note));
  g_assert_finalize_object (note);
  g_object_unref (hours);
}

int
main (int   argc,
      char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();

#define ADD(path, partner, func) \
  g_test_add (path, RitualsFixture, partner, rituals_fixture_set_up, func, rituals_fixture_tear_down)

  ADD ("/window/life-hours/add-hours", "Robin", test_add_hours);
  ADD ("/window/life-hours/added-is-seen", "Robin", test_added_is_seen);
  ADD ("/window/life-hours/week-start", "Robin", test_week_start);
  ADD ("/window/life-hours/edit-hours", "Robin", test_edit_hours);
  ADD ("/window/life-hours/hours-still-needed", "Robin", test_hours_still_needed);
  ADD ("/window/life-hours/close-saves", "Robin", test_close_saves);
  ADD ("/window/life-hours/refused", "Robin", test_refused);
  ADD ("/window/life-hours/remove-hours", "Robin", test_remove_hours);
  ADD ("/window/life-hours/picture", "Robin", test_picture);
  ADD ("/window/life-hours/editor", NULL, test_editor); /* for two another time would be proposed */
  g_test_add_func ("/window/life-hours/note-without-room", test_note_without_room);

  return g_test_run ();
}

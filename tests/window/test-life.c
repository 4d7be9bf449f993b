/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "bridge-around-life.h"
#include "bridge-clash-note.h"
#include "bridge-date-entry.h"
#include "bridge-hours-row.h"
#include "bridge-life-words.h"
#include "bridge-page.h"
#include "bridge-preferences.h"
#include "bridge-reminders-editor.h"
#include "bridge-rule-editor.h"
#include "bridge-time-entry.h"
#include "bridge-week-picture.h"
#include "bridge-weekdays.h"
#include "bridge-window.h"
#include "rituals-fixture.h"

/* The clock of the fixture stands at Sunday, 22 November 2026, 18:00. */
#define TODAY "2026-11-22"

static GtkWidget *
show (RitualsFixture *fixture)
{
  fixture->window = bridge_around_life_new (fixture->space, NULL);
  gtk_window_present (GTK_WINDOW (fixture->window));
  gtk_test_widget_wait_for_draw (fixture->window);
  settle ();

  return fixture->window;
}

/* Longer than a row waits for the next keystroke. */
static void
wait_for_save (void)
{
  gint64 end = g_get_monotonic_time () + 800 * G_TIME_SPAN_MILLISECOND;

  while (g_get_monotonic_time () < end)
    settle ();
}

static GtkWidget *
find_named_button (GtkWidget  *root,
                   const char *tooltip)
{
  GtkWidget *button = find_button (root, tooltip);

  g_assert_nonnull (button);
  return button;
}

static BridgeHours *
add_hours (RitualsFixture  *fixture,
           BridgeHoursKind  kind,
           int              weekdays,
           int              from,
           int              to,
           const char      *name)
{
  g_autoptr (BridgeHours) hours = bridge_hours_new (kind, weekdays, from * 60, to * 60);
  g_autoptr (GError) error = NULL;
  BridgeHours *stored = NULL;

  g_object_set (hours, "name", name, NULL);
  stored = bridge_space_add_hours (fixture->space, hours, &error);
  g_assert_no_error (error);
  settle ();

  return stored;
}

static BridgeAbsence *
add_absence (RitualsFixture    *fixture,
             BridgeAbsenceKind  kind,
             const char        *who,
             const char        *from,
             const char        *until)
{
  g_autoptr (BridgeAbsence) absence
    = bridge_absence_new (kind, who, local (from), until != NULL ? local (until) : BRIDGE_LOCAL_NONE);
  g_autoptr (GError) error = NULL;
  BridgeAbsence *stored = bridge_space_add_absence (fixture->space, absence, &error);

  g_assert_no_error (error);
  settle ();

  return stored;
}

static BridgeHours *
get_only_hours (RitualsFixture *fixture)
{
  g_autoptr (BridgeHours) hours = g_list_model_get_item (bridge_space_get_hours (fixture->space), 0);

  g_assert_cmpuint (g_list_model_get_n_items (bridge_space_get_hours (fixture->space)), ==, 1);
  return hours; /* the space keeps it */
}

/* ---- Hours */

static void
test_add_hours (RitualsFixture *fixture,
                gconstpointer   partner)
{
  GtkWidget *window = show (fixture);
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
  window = show (fixture);
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
  GtkWidget *window = show (fixture);
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
  GtkWidget *window = show (fixture);
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
  g_assert_nonnull (find_label (row, "A time reads like 19:00."));
  g_assert_cmpint (bridge_hours_get_from (get_only_hours (fixture)), ==, 17 * 60);
  gtk_editable_set_text (GTK_EDITABLE (from), "16:45");
  wait_for_save ();
  g_assert_null (find_label (row, "A time reads like 19:00."));
  g_assert_cmpint (bridge_hours_get_from (get_only_hours (fixture)), ==, 16 * 60 + 45);
}

/* What was typed last is not lost with the window. */
static void
test_close_saves (RitualsFixture *fixture,
                  gconstpointer   partner)
{
  g_autoptr (BridgeHours) stored = add_hours (fixture, BRIDGE_HOURS_QUIET, 127, 22, 7, "");
  GtkWidget *window = show (fixture);
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
  GtkWidget *window = show (fixture);
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
  GtkWidget *window = show (fixture);
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
  GtkWidget *picture = find_type (show (fixture), BRIDGE_TYPE_WEEK_PICTURE);

  g_assert_true (gtk_widget_get_mapped (picture));
  g_assert_cmpstr (words, ==, "Quiet: Every day, 22:00 to 07:00. Stress peak, School run: Monday to Friday, 17:00 to 18:00.");
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (picture), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, words);
  gtk_test_accessible_assert_role (GTK_ACCESSIBLE (picture), GTK_ACCESSIBLE_ROLE_IMG);
}

/* ---- Days away */

static void
test_unwell (RitualsFixture *fixture,
             gconstpointer   partner)
{
  GtkWidget *window = show (fixture);
  GtkWidget *who = find_row (window, "Who");
  GtkWidget *row = NULL;
  BridgeAbsence *absence = NULL;

  g_assert_cmpint (gtk_widget_get_visible (who), ==, partner != NULL);
  click (find_button (window, "_Rest Today"));
  absence = bridge_space_get_absence_now (fixture->space);
  g_assert_nonnull (absence);
  g_assert_cmpint (bridge_absence_get_kind (absence), ==, BRIDGE_ABSENCE_UNWELL);
  g_assert_null (bridge_absence_get_who (absence));
  g_assert_cmpint (bridge_absence_get_from (absence), ==, local (TODAY));
  g_assert_cmpint (bridge_absence_get_until (absence), ==, local ("2026-11-23"));
  g_assert_false (gtk_widget_get_sensitive (find_button (window, "_Rest Today")));
  g_assert_true (bridge_space_is_away (fixture->space, NULL, local (TODAY)));

  row = gtk_widget_get_ancestor (find_named_button (window, "Back Today"), ADW_TYPE_ACTION_ROW);
  g_assert_cmpstr (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row)), ==, "Unwell today");
  g_assert_cmpstr (adw_action_row_get_subtitle (ADW_ACTION_ROW (row)), ==, partner != NULL ? "Both of you" : "");
  assert_all_named (window);

  click (find_button (window, "Back Today"));
  g_assert_null (bridge_space_get_absence_now (fixture->space));
  g_assert_true (gtk_widget_get_sensitive (find_button (window, "_Rest Today")));
  g_assert_null (find_button (window, "Back Today"));
}

static void
set_date (GtkWidget  *row,
          const char *text)
{
  GtkWidget *entry = find_type (row, BRIDGE_TYPE_DATE_ENTRY);

  gtk_editable_set_text (GTK_EDITABLE (bridge_date_entry_get_entry (BRIDGE_DATE_ENTRY (entry))), text);
  settle ();
}

static void
test_away (RitualsFixture *fixture,
           gconstpointer   partner)
{
  GtkWidget *window = show (fixture);
  GtkWidget *away = find_row (window, "Away for some days");
  GtkWidget *until = find_row (away, "Back on");
  g_autoptr (BridgeAbsence) absence = NULL;
  const char *kim = bridge_person_get_id (bridge_space_get_partner (fixture->space));

  adw_expander_row_set_expanded (ADW_EXPANDER_ROW (away), TRUE);
  settle ();
  assert_all_named (window);
  g_assert_nonnull (find_button (window, "Rest for Now"));

  set_date (until, "next week");
  g_assert_nonnull (find_label (window, "A date reads like 2026-11-24."));
  g_assert_false (gtk_widget_get_sensitive (find_button (window, "Rest Until Then")));
  set_date (until, "2026-11-22");
  g_assert_nonnull (find_label (window, "The day back comes after the first day."));
  set_date (until, "2026-11-27");
  g_assert_cmpstr (adw_action_row_get_subtitle (ADW_ACTION_ROW (until)), ==, "Friday, 27 November 2026");
  adw_combo_row_set_selected (ADW_COMBO_ROW (find_row (window, "Who")), 2);
  click (find_button (window, "Rest Until Then"));

  absence = g_object_ref (bridge_space_get_absence_now (fixture->space));
  g_assert_cmpstr (bridge_absence_get_who (absence), ==, kim);
  g_assert_cmpint (bridge_absence_get_until (absence), ==, local ("2026-11-27"));
  g_assert_nonnull (find_row (window, "Away until Friday, 27 November"));
  g_assert_cmpstr (adw_action_row_get_subtitle (ADW_ACTION_ROW (find_row (window, "Away until Friday, 27 November"))), ==,
                   "Robin");
  g_assert_false (adw_expander_row_get_expanded (ADW_EXPANDER_ROW (away)));

  /* One to come can only be taken away. */
  set_date (find_row (away, "First day"), "2026-12-24");
  click (find_button (window, "Rest for Now"));
  g_assert_nonnull (find_row (window, "Away from Thursday, 24 December on"));
  click (find_button (find_row (window, "Away from Thursday, 24 December on"), "Remove"));
  g_assert_null (find_row (window, "Away from Thursday, 24 December on"));
  g_assert_true (bridge_space_undo (fixture->space, NULL));
  settle ();
  g_assert_nonnull (find_row (window, "Away from Thursday, 24 December on"));
}

static void
test_narrow (RitualsFixture *fixture,
             gconstpointer   partner)
{
  g_autoptr (BridgeHours) quiet = add_hours (fixture, BRIDGE_HOURS_QUIET, 127, 22, 7, "While the little one sleeps");
  g_autoptr (BridgeHours) stress = add_hours (fixture, BRIDGE_HOURS_STRESS, 31, 17, 18, "School run and then the shop");
  g_autoptr (BridgeAbsence) absence = add_absence (fixture, BRIDGE_ABSENCE_AWAY, NULL, TODAY, "2026-11-27");
  GtkWidget *window = show (fixture);
  int minimum = 0;

  adw_expander_row_set_expanded (ADW_EXPANDER_ROW (find_row (window, "Every day, 22:00 to 07:00")), TRUE);
  adw_expander_row_set_expanded (ADW_EXPANDER_ROW (find_row (window, "Away for some days")), TRUE);
  settle ();
  gtk_widget_measure (window, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  g_assert_cmpint (minimum, <=, 360);
  assert_all_named (window);
}

/* ---- Words */

static void
assert_words (const char        *from,
              const char        *until,
              BridgeAbsenceKind  kind,
              const char        *expected)
{
  g_autoptr (BridgeAbsence) absence
    = bridge_absence_new (kind, NULL, local (from), until != NULL ? local (until) : BRIDGE_LOCAL_NONE);
  g_autofree char *words = bridge_absence_to_words (absence, local (TODAY "T18:00"));

  g_assert_cmpstr (words, ==, expected);
}

static void
test_words (void)
{
  g_autoptr (BridgeAbsence) absence
    = bridge_absence_new (BRIDGE_ABSENCE_AWAY, NULL, local ("2026-11-20"), local ("2026-11-27"));
  g_autoptr (BridgeAbsence) unwell = bridge_absence_new (BRIDGE_ABSENCE_UNWELL, NULL, local (TODAY), local ("2026-11-23"));
  g_autofree char *both = bridge_absence_to_sentence (absence, NULL, local (TODAY "T18:00"));
  g_autofree char *one = bridge_absence_to_sentence (absence, "Robin", local (TODAY "T18:00"));
  g_autofree char *ill = bridge_absence_to_sentence (unwell, "Robin", local (TODAY "T18:00"));

  assert_words (TODAY, "2026-11-23", BRIDGE_ABSENCE_UNWELL, "Unwell today");
  assert_words (TODAY, "2026-11-23", BRIDGE_ABSENCE_AWAY, "Away today");
  assert_words ("2026-11-20", "2026-11-23", BRIDGE_ABSENCE_AWAY, "Away until Monday, 23 November");
  assert_words (TODAY, "2027-01-04", BRIDGE_ABSENCE_AWAY, "Away until Monday, 4 January 2027");
  assert_words (TODAY, NULL, BRIDGE_ABSENCE_AWAY, "Away for now");
  assert_words ("2026-11-25", "2026-11-26", BRIDGE_ABSENCE_AWAY, "Away on Wednesday, 25 November");
  assert_words ("2026-11-25", "2026-11-28", BRIDGE_ABSENCE_AWAY,
                "Away from Wednesday, 25 November until Saturday, 28 November");
  assert_words ("2026-11-25", NULL, BRIDGE_ABSENCE_UNWELL, "Unwell from Wednesday, 25 November on");

  g_assert_cmpstr (both, ==, "Away until Friday, 27 November. Everything rests.");
  g_assert_cmpstr (one, ==, "Robin is away until Friday, 27 November. What needs both of you rests.");
  g_assert_cmpstr (ill, ==, "Robin is unwell today. What needs both of you rests.");
  g_assert_cmpstr (bridge_absence_to_line (absence, NULL), ==, "Away today");
  g_assert_cmpstr (bridge_absence_to_line (unwell, NULL), ==, "Rest well");
  g_assert_cmpstr (bridge_absence_to_line (unwell, "Robin"), ==, "Today rests");
}

/* ---- The window and Today */

static GtkWidget *
find_toplevel (GType type)
{
  GListModel *toplevels = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (toplevels); i++)
    {
      g_autoptr (GtkWidget) toplevel = g_list_model_get_item (toplevels, i);

      if (g_type_is_a (G_OBJECT_TYPE (toplevel), type))
        return toplevel; /* GTK keeps it */
    }

  return NULL;
}

/* From Preferences too. */
static void
test_preferences (RitualsFixture *fixture,
                  gconstpointer   partner)
{
  GtkWidget *dialog = NULL;

  fixture->window = bridge_preferences_new (fixture->space, NULL, NULL);
  gtk_window_present (GTK_WINDOW (fixture->window));
  gtk_test_widget_wait_for_draw (fixture->window);
  adw_action_row_activate (ADW_ACTION_ROW (find_row (fixture->window, "Quiet hours and time away")));
  settle ();
  dialog = find_toplevel (BRIDGE_TYPE_AROUND_LIFE);
  g_assert_nonnull (dialog);
  gtk_window_close (GTK_WINDOW (dialog));
  settle ();
}

static void
test_strip (RitualsFixture *fixture,
            gconstpointer   partner)
{
  g_autoptr (AdwApplication) application = adw_application_new ("org.example.Life", G_APPLICATION_NON_UNIQUE);
  g_autoptr (BridgeAbsence) absence = NULL;
  const char *sentence = "Away until Friday, 27 November. Everything rests.";
  GtkWidget *dialog = NULL;

  g_assert_true (g_application_register (G_APPLICATION (application), NULL, NULL));
  fixture->window = bridge_window_new (GTK_APPLICATION (application));
  bridge_window_set_space (BRIDGE_WINDOW (fixture->window), fixture->space);
  gtk_window_present (GTK_WINDOW (fixture->window));
  gtk_test_widget_wait_for_draw (fixture->window);

  absence = add_absence (fixture, BRIDGE_ABSENCE_AWAY, NULL, "2026-11-20", "2026-11-27");
  g_assert_nonnull (find_label (fixture->window, sentence));
  g_assert_nonnull (find_label (fixture->window, "Away today"));
  assert_all_named (fixture->window);
  click (find_button (fixture->window, "_Back Today"));
  g_assert_null (find_label (fixture->window, sentence));
  g_assert_null (bridge_space_get_absence_now (fixture->space));
  g_assert_true (bridge_space_undo (fixture->space, NULL));
  settle ();
  g_assert_nonnull (find_label (fixture->window, sentence));

  /* The menu opens where they are entered. */
  gtk_widget_activate_action (fixture->window, "win.around-life", NULL);
  settle ();
  dialog = find_toplevel (BRIDGE_TYPE_AROUND_LIFE);
  g_assert_nonnull (dialog);
  g_assert_nonnull (find_row (dialog, "Away until Friday, 27 November"));
  gtk_window_close (GTK_WINDOW (dialog));
  settle ();
  g_assert_null (find_toplevel (BRIDGE_TYPE_AROUND_LIFE));

  /* The strip ends with the days. */
  bridge_fake_clock_advance_to (BRIDGE_FAKE_CLOCK (fixture->clock), "2026-11-27T08:00");
  bridge_clock_emit_woke (fixture->clock, BRIDGE_WAKE_CLOCK_SET);
  settle ();
  g_assert_null (find_label (fixture->window, sentence));
}

static void
test_today (RitualsFixture *fixture,
            gconstpointer   partner)
{
  g_autoptr (BridgeRitual) walk = rituals_fixture_add (fixture, "Evening walk", "2026-11-21T19:00", "FREQ=DAILY",
                                                       BRIDGE_RITUAL_AGREED);
  g_autoptr (BridgeAbsence) absence = NULL;

  rituals_fixture_show (fixture, bridge_today_page_new (fixture->space));
  settle ();
  g_assert_null (find_label (fixture->window, "Rest well"));
  g_assert_nonnull (find_label (fixture->window, "Waiting"));

  /* What rests is neither next nor waiting; what comes is after it. */
  absence = add_absence (fixture, BRIDGE_ABSENCE_UNWELL, NULL, "2026-11-21", "2026-11-24");
  g_assert_nonnull (find_label (fixture->window, "Rest well"));
  g_assert_null (find_label (fixture->window, "Waiting"));
  g_assert_nonnull (find_label (fixture->window, "Tuesday at 19:00 · 10 minutes"));
  g_assert_true (bridge_space_end_absence (fixture->space, bridge_absence_get_id (absence), NULL));
  settle ();
  g_assert_null (find_label (fixture->window, "Rest well"));
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

static void
test_remind_after (void)
{
  BridgeRemindersEditor *editor = BRIDGE_REMINDERS_EDITOR (g_object_ref_sink (bridge_reminders_editor_new ()));
  GtkWidget *check = find_type (GTK_WIDGET (editor), GTK_TYPE_CHECK_BUTTON);
  g_autofree char *kept = NULL;
  g_autofree char *without = NULL;
  g_autofree char *with = NULL;

  bridge_reminders_editor_set_remind (editor, "10,0,-45");
  g_assert_true (gtk_check_button_get_active (GTK_CHECK_BUTTON (check)));
  kept = bridge_reminders_editor_dup_remind (editor);
  g_assert_cmpstr (kept, ==, "10,0,-45");
  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), FALSE);
  without = bridge_reminders_editor_dup_remind (editor);
  g_assert_cmpstr (without, ==, "10,0");

  bridge_reminders_editor_set_remind (editor, "0");
  g_assert_false (gtk_check_button_get_active (GTK_CHECK_BUTTON (check)));
  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), TRUE);
  with = bridge_reminders_editor_dup_remind (editor);
  g_assert_cmpstr (with, ==, "0,-30");
  g_assert_finalize_object (editor);
}

int
main (int   argc,
      char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();

#define ADD(path, partner, func) \
  g_test_add (path, RitualsFixture, partner, rituals_fixture_set_up, func, rituals_fixture_tear_down)

  ADD ("/window/life/add-hours", "Robin", test_add_hours);
  ADD ("/window/life/added-is-seen", "Robin", test_added_is_seen);
  ADD ("/window/life/week-start", "Robin", test_week_start);
  ADD ("/window/life/edit-hours", "Robin", test_edit_hours);
  ADD ("/window/life/hours-still-needed", "Robin", test_hours_still_needed);
  ADD ("/window/life/close-saves", "Robin", test_close_saves);
  ADD ("/window/life/refused", "Robin", test_refused);
  ADD ("/window/life/remove-hours", "Robin", test_remove_hours);
  ADD ("/window/life/picture", "Robin", test_picture);
  ADD ("/window/life/unwell", "Robin", test_unwell);
  ADD ("/window/life/unwell-solo", NULL, test_unwell);
  ADD ("/window/life/away", "Robin", test_away);
  ADD ("/window/life/narrow", "Robin", test_narrow);
  g_test_add_func ("/window/life/words", test_words);
  ADD ("/window/life/preferences", "Robin", test_preferences);
  ADD ("/window/life/strip", "Robin", test_strip);
  ADD ("/window/life/today", "Robin", test_today);
  ADD ("/window/life/editor", "Robin", test_editor);
  g_test_add_func ("/window/life/note-without-room", test_note_without_room);
  g_test_add_func ("/window/life/remind-after", test_remind_after);

  return g_test_run ();
}

/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "bridge-adaptive-bin.h"
#include "bridge-care-window.h"
#include "bridge-celebration-window.h"
#include "bridge-log-text.h"
#include "bridge-log-view.h"
#include "bridge-look-back-view.h"
#include "bridge-meanings-window.h"
#include "bridge-milestone-editor.h"
#include "bridge-reflect-page.h"
#include "bridge-review-page.h"
#include "bridge-review-summary.h"
#include "bridge-space-cares.h"
#include "bridge-space-check-ins.h"
#include "bridge-space-meanings.h"
#include "bridge-space-milestones.h"
#include "bridge-space-reviews.h"
#include "rituals-fixture.h"

/* The pages of what two people write down, with nothing in them, with one, a few and many of everything, and with words
 * that want to be something else than words. */

#define NARROW 360
#define PHONE 640
#define DPI (96 * 1024) /* of GtkSettings; twice of it is what GNOME makes of text of 200 % */

typedef enum {
  NOTHING,
  ONE,
  FEW,
  MANY,
  N_AMOUNTS,
} Amount;

static const guint numbers[N_AMOUNTS] = { 0, 1, 4, 70 };

static const char *const hostile[] = {
  "<b>Bold</b> &amp; <a href=\"x\">co</a>",
  "100 % of %s, %n and %d",
  "‮مشي‬ سوا",
  "Ein_sehr_langes_Wort_ohne_jeden_Abstand_das_nirgends_bricht_und_nirgends_endet_und_noch_weiter_geht_als_jede_Zeile",
  "🫖👩🏽‍🤝‍👨🏿 e\xcc\x81\xcc\x81\xcc\x81",
};

static char *
dup_words (guint position)
{
  return position < G_N_ELEMENTS (hostile) ? g_strdup (hostile[position]) : g_strdup_printf ("Something small, %u", position);
}

static void
add_win (RitualsFixture *fixture,
         guint           position)
{
  g_autofree char *words = dup_words (position);
  g_autoptr (BridgeWin) win = bridge_win_new (words, local ("2026-11-22T00:00") - position * BRIDGE_DAY);
  g_autoptr (BridgeWin) stored = NULL;
  g_autoptr (GError) error = NULL;

  g_object_set (win, "meant", words, "kind", position % BRIDGE_WIN_MILESTONE, NULL);
  stored = bridge_space_add_win (fixture->space, win, &error);
  g_assert_no_error (error);
}

static void
add_check_in (RitualsFixture *fixture,
              guint           position)
{
  g_autofree char *words = dup_words (position);
  g_autoptr (BridgeCheckIn) check_in = bridge_check_in_new (NULL, BRIDGE_LOCAL_NONE);
  g_autoptr (BridgeCheckIn) stored = NULL;
  g_autoptr (GError) error = NULL;

  g_object_set (check_in, "mood", 1 + (int) position % 5, "mood-word", "Even", "words", words, NULL);
  stored = bridge_space_add_check_in (fixture->space, check_in, &error);
  g_assert_no_error (error);
}

static void
add_lines (RitualsFixture *fixture,
           guint           position)
{
  g_autofree char *words = dup_words (position);
  g_autoptr (BridgeMeaning) given = bridge_meaning_new (words, position % 3, position % 2);
  g_autoptr (BridgeMeaning) meaning = NULL;
  g_autoptr (BridgeCare) care = NULL;
  g_autoptr (GError) error = NULL;

  meaning = bridge_space_add_meaning (fixture->space, given, &error);
  g_assert_no_error (error);
  care = bridge_space_add_care (fixture->space, position % 6, words, &error);
  g_assert_no_error (error);
}

static void
say (RitualsFixture   *fixture,
     BridgeReviewPart  part,
     guint             position)
{
  g_autofree char *text = dup_words (position);
  g_autoptr (BridgeReviewWords) words = NULL;
  g_autoptr (GError) error = NULL;

  words = bridge_space_say_in_review (fixture->space, part, NULL, text, NULL, &error);
  g_assert_no_error (error);
}

static void
fill (RitualsFixture *fixture,
      Amount          amount)
{
  for (guint i = 0; i < numbers[amount]; i++)
    {
      add_win (fixture, i);
      add_check_in (fixture, i);
      add_lines (fixture, i);
    }
  settle ();
}

static gboolean
match_words (GtkWidget     *widget,
             gconstpointer  data)
{
  const char *text = GTK_IS_LABEL (widget)          ? gtk_label_get_text (GTK_LABEL (widget))
                     : BRIDGE_IS_LOG_TEXT (widget) ? bridge_log_text_get_text (BRIDGE_LOG_TEXT (widget))
                                                   : NULL;

  return text != NULL && gtk_widget_get_mapped (widget) && strstr (text, data) != NULL;
}

/* No wider than a phone, everything has a name, and words are there as they were written. */
static void
check (GtkWidget  *root,
       Amount      amount,
       const char *words)
{
  int minimum;

  settle ();
  gtk_widget_measure (root, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  g_assert_cmpint (minimum, <=, NARROW);
  assert_all_named (root);
  if (amount != NOTHING)
    g_assert_nonnull (find_widget (root, match_words, words));
}

/* As narrow as a phone, where a page may be as wide as it likes and is asked not to. */
static GtkWidget *
show (RitualsFixture *fixture,
      GtkWidget      *page)
{
  GtkWidget *bin = bridge_adaptive_bin_new ();

  if (fixture->window != NULL)
    gtk_window_destroy (GTK_WINDOW (fixture->window));
  bridge_adaptive_bin_set_child (BRIDGE_ADAPTIVE_BIN (bin), page);
  rituals_fixture_show (fixture, bin);
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), NARROW, PHONE);
  settle ();
  return page;
}

static Amount
get_amount (void)
{
  const char *path = g_test_get_path ();

  for (Amount amount = NOTHING; amount < N_AMOUNTS; amount++)
    {
      static const char *const names[] = { "/nothing", "/one", "/few", "/many" };

      if (g_str_has_suffix (path, names[amount]))
        return amount;
    }
  g_assert_not_reached ();
}

static gboolean
is_large (void)
{
  return strstr (g_test_get_path (), "/large/") != NULL;
}

/* Rows are filled where they can be seen, and with large text that is below the head. */
static void
test_log (RitualsFixture *fixture,
          gconstpointer   partner)
{
  GtkWidget *page, *view;

  fill (fixture, get_amount ());
  page = show (fixture, bridge_celebrate_page_new (fixture->space));
  if (is_large ())
    {
      view = find_type (page, BRIDGE_TYPE_LOG_VIEW);
      check (page, NOTHING, NULL);
      gtk_adjustment_set_value (gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (view)),
                                gtk_widget_get_height (gtk_widget_get_first_child (view)));
    }
  check (page, get_amount (), hostile[0]);
}

static void
test_reflect (RitualsFixture *fixture,
              gconstpointer   partner)
{
  Amount amount = get_amount ();
  g_autofree char *newest = dup_words (MAX (numbers[amount], 1) - 1);

  fill (fixture, amount);
  check (show (fixture, bridge_reflect_page_new (fixture->space)), amount, newest);
}

/* Each of its steps, and what stays of it. */
static void
test_review (RitualsFixture *fixture,
             gconstpointer   partner)
{
  static const BridgeReviewPart parts[] = { BRIDGE_PART_APPRECIATION, BRIDGE_PART_WENT_RIGHT, BRIDGE_PART_ISSUE, BRIDGE_PART_WISH };
  Amount amount = get_amount ();
  g_autoptr (BridgeReview) review = NULL;
  g_autoptr (GError) error = NULL;
  GtkWidget *page;

  fill (fixture, amount);
  review = bridge_space_begin_review (fixture->space, &error);
  g_assert_no_error (error);
  page = show (fixture, bridge_review_page_new (fixture->space));
  for (guint step = 0; step < G_N_ELEMENTS (parts); step++)
    {
      gboolean form = parts[step] == BRIDGE_PART_ISSUE; /* there is one, in four fields */

      for (guint i = 0; i < (form ? MIN (numbers[amount], 1) : numbers[amount]); i++)
        say (fixture, parts[step], i);
      check (page, form ? NOTHING : amount, hostile[0]);
      bridge_space_step_review (fixture->space, BRIDGE_REVIEW_EVENT_NEXT, &error);
      g_assert_no_error (error);
    }
  page = show (fixture, bridge_review_summary_new (fixture->space, bridge_review_get_id (review), FALSE));
  check (page, amount, hostile[0]);
}

static void
check_window (GtkWidget *window)
{
  gtk_window_set_default_size (GTK_WINDOW (window), NARROW, PHONE);
  gtk_window_present (GTK_WINDOW (window));
  check (window, get_amount (), hostile[0]);
  gtk_window_destroy (GTK_WINDOW (window));
  settle ();
}

static void
test_lists (RitualsFixture *fixture,
            gconstpointer   partner)
{
  fill (fixture, get_amount ());
  show (fixture, bridge_reflect_page_new (fixture->space));
  check_window (bridge_meanings_window_new (fixture->space, GTK_WINDOW (fixture->window)));
  check_window (bridge_care_window_new (fixture->space, GTK_WINDOW (fixture->window)));
}

/* A word that is broken into its letters can be read by nobody. */
static void
assert_not_broken (GtkWidget  *window,
                   const char *title)
{
  GtkWidget *label = find_label (window, title);
  g_auto (GStrv) words = g_strsplit (title, " ", -1);

  g_assert_nonnull (label);
  g_assert_true (gtk_widget_get_mapped (label));
  g_assert_cmpint (pango_layout_get_line_count (gtk_label_get_layout (GTK_LABEL (label))), <=, g_strv_length (words));
}

static void
test_milestone (RitualsFixture *fixture,
                gconstpointer   partner)
{
  g_autoptr (BridgeMilestone) given = bridge_milestone_new ("Ninety small things", BRIDGE_MILESTONE_FROM_WINS, 90);
  g_autoptr (BridgeMilestone) milestone = NULL;
  g_autoptr (GError) error = NULL;
  GtkWidget *window;

  g_object_set (given, "who", bridge_person_get_id (bridge_space_get_speaker (fixture->space)), NULL);
  milestone = bridge_space_add_milestone (fixture->space, given, &error);
  g_assert_no_error (error);
  fill (fixture, get_amount ());
  show (fixture, bridge_reflect_page_new (fixture->space));
  window = bridge_milestone_editor_new (fixture->space, milestone, GTK_WINDOW (fixture->window));
  gtk_window_set_default_size (GTK_WINDOW (window), NARROW, PHONE);
  gtk_window_present (GTK_WINDOW (window));
  check (window, NOTHING, NULL);
  assert_not_broken (window, "Another look");
  assert_not_broken (window, "Since");
  gtk_window_destroy (GTK_WINDOW (window));
  settle ();
  window = bridge_celebration_window_new (fixture->space, milestone, GTK_WINDOW (fixture->window));
  gtk_window_set_default_size (GTK_WINDOW (window), NARROW, PHONE);
  gtk_window_present (GTK_WINDOW (window));
  check (window, NOTHING, NULL);
  gtk_window_destroy (GTK_WINDOW (window));
  settle ();
}

static void
test_look_back (RitualsFixture *fixture,
                gconstpointer   partner)
{
  fill (fixture, get_amount ());
  check (show (fixture, bridge_look_back_view_new (fixture->space, NULL)), NOTHING, NULL);
}

static void
set_up (RitualsFixture *fixture,
        gconstpointer   partner)
{
  g_object_set (gtk_settings_get_default (), "gtk-xft-dpi", is_large () ? 2 * DPI : DPI, NULL);
  rituals_fixture_set_up (fixture, partner);
}

int
main (int   argc,
      char *argv[])
{
  g_autoptr (GtkCssProvider) style = gtk_css_provider_new ();

  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  g_object_set (gtk_settings_get_default (), "gtk-font-name", "Cantarell 11", NULL);
  gtk_css_provider_load_from_resource (style, APP_PATH "/style.css");
  gtk_style_context_add_provider_for_display (gdk_display_get_default (), GTK_STYLE_PROVIDER (style),
                                              GTK_STYLE_PROVIDER_PRIORITY_APPLICATION);

#define ADD(path, function) \
  g_test_add ("/record-pages/" path, RitualsFixture, "Ben", set_up, function, rituals_fixture_tear_down)
#define ADD_AMOUNTS(path, function) \
  ADD (path "/nothing", function); \
  ADD (path "/one", function); \
  ADD (path "/few", function); \
  ADD (path "/many", function); \
  ADD (path "/large/few", function)
  ADD_AMOUNTS ("log", test_log);
  ADD_AMOUNTS ("reflect", test_reflect);
  ADD_AMOUNTS ("review", test_review);
  ADD_AMOUNTS ("lists", test_lists);
  ADD_AMOUNTS ("milestone", test_milestone);
  ADD ("look-back/few", test_look_back);
  ADD ("look-back/large/few", test_look_back);
#undef ADD_AMOUNTS
#undef ADD

  return g_test_run ();
}

/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <gtk/gtk.h>

#include "bridge-aside-layout.h"

#define WORDS_LEAST 60
#define LINE_HEIGHT 20 /* of all of them in one line */
#define WORDS_AREA 20000 /* square pixels that its words take, however they wrap */

/* ---- Words that wrap, and remember for which sizes they were laid out */

#define TEST_TYPE_WORDS (test_words_get_type ())
G_DECLARE_FINAL_TYPE (TestWords, test_words, TEST, WORDS, GtkWidget)

struct _TestWords
{
  GtkWidget parent_instance;

  GHashTable *sizes;
};

G_DEFINE_FINAL_TYPE (TestWords, test_words, GTK_TYPE_WIDGET)

static GtkSizeRequestMode
test_words_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
test_words_measure (GtkWidget      *widget,
                    GtkOrientation  orientation,
                    int             for_size,
                    int            *minimum,
                    int            *natural,
                    int            *minimum_baseline,
                    int            *natural_baseline)
{
  if (orientation == GTK_ORIENTATION_VERTICAL && for_size >= 0)
    g_hash_table_add (TEST_WORDS (widget)->sizes, GINT_TO_POINTER (for_size));
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    *minimum = WORDS_LEAST;
  else
    *minimum = for_size >= 0 ? MAX (WORDS_AREA / MAX (for_size, WORDS_LEAST), LINE_HEIGHT) : LINE_HEIGHT;
  *natural = *minimum;
}

static void
test_words_finalize (GObject *object)
{
  g_hash_table_unref (TEST_WORDS (object)->sizes);

  G_OBJECT_CLASS (test_words_parent_class)->finalize (object);
}

static void
test_words_class_init (TestWordsClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = test_words_finalize;
  GTK_WIDGET_CLASS (klass)->get_request_mode = test_words_get_request_mode;
  GTK_WIDGET_CLASS (klass)->measure = test_words_measure;
}

static void
test_words_init (TestWords *self)
{
  self->sizes = g_hash_table_new (NULL, NULL);
  gtk_widget_set_hexpand (GTK_WIDGET (self), TRUE);
}

/* ---- The line */

static GtkWidget *
make_line (void)
{
  GtkWidget *line = g_object_ref_sink (gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0));

  gtk_widget_set_layout_manager (line, bridge_aside_layout_new ());

  return line;
}

static GtkWidget *
add (GtkWidget *line,
     GtkWidget *child)
{
  gtk_box_append (GTK_BOX (line), child);

  return child;
}

static GtkWidget *
add_button (GtkWidget *line,
            int        width,
            int        height)
{
  GtkWidget *button = add (line, gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0));

  gtk_widget_set_size_request (button, width, height);

  return button;
}

static void
lay_out (GtkWidget *line,
         int        width)
{
  int height;

  gtk_widget_measure (line, GTK_ORIENTATION_VERTICAL, width, NULL, &height, NULL, NULL);
  gtk_widget_allocate (line, width, height, -1, NULL);
}

static void
assert_at (GtkWidget *child,
           int        x,
           int        width)
{
  graphene_rect_t bounds;

  g_assert_true (gtk_widget_compute_bounds (child, gtk_widget_get_parent (child), &bounds));
  g_assert_cmpfloat (bounds.origin.x, ==, x);
  g_assert_cmpfloat (bounds.size.width, ==, width);
}

/* What expands has what the others leave; whatever is hidden takes no room, and no space beside it. */
static void
test_widths (void)
{
  g_autoptr (GtkWidget) line = make_line ();
  GtkWidget *words = add (line, g_object_new (TEST_TYPE_WORDS, NULL));
  GtkWidget *star = add_button (line, 30, 40);
  GtkWidget *menu = add_button (line, 20, 30);
  int least, liked;

  gtk_widget_measure (line, GTK_ORIENTATION_HORIZONTAL, -1, &least, &liked, NULL, NULL);
  g_assert_cmpint (least, ==, WORDS_LEAST + 30 + 20 + 2 * BRIDGE_ASIDE_SPACING);
  g_assert_cmpint (liked, ==, least);

  lay_out (line, 400);
  assert_at (words, 0, 400 - 50 - 2 * BRIDGE_ASIDE_SPACING);
  assert_at (star, 400 - 50 - BRIDGE_ASIDE_SPACING, 30);
  assert_at (menu, 380, 20);
  g_assert_cmpint (gtk_widget_get_height (line), ==, WORDS_AREA / gtk_widget_get_width (words));

  gtk_widget_set_visible (menu, FALSE);
  lay_out (line, 400);
  assert_at (words, 0, 400 - 30 - BRIDGE_ASIDE_SPACING);
  assert_at (star, 370, 30);
}

/* Where the words are lower than what stands beside them, that says how high all of it is. */
static void
test_height (void)
{
  g_autoptr (GtkWidget) line = make_line ();
  GtkWidget *words = add (line, g_object_new (TEST_TYPE_WORDS, NULL));
  GtkWidget *button = add_button (line, 30, 70);

  gtk_widget_set_valign (button, GTK_ALIGN_START);
  lay_out (line, 800);
  g_assert_cmpint (gtk_widget_get_height (words), ==, 70);
  lay_out (line, 200);
  g_assert_cmpint (gtk_widget_get_height (words), ==, WORDS_AREA / gtk_widget_get_width (words));
  g_assert_cmpint (gtk_widget_get_height (button), ==, 70);
}

/* As low as it can be at any width: GTK 4.18 warns of what is lower at one of them, and a warning is a failure here. */
static void
test_least_height (void)
{
  g_autoptr (GtkWidget) line = make_line ();
  int least, height;

  add (line, g_object_new (TEST_TYPE_WORDS, NULL));
  add_button (line, 30, 10);
  gtk_widget_measure (line, GTK_ORIENTATION_VERTICAL, -1, &least, NULL, NULL, NULL);
  g_assert_cmpint (least, ==, LINE_HEIGHT);
  for (int width = 100; width < 2000; width += 100)
    {
      gtk_widget_measure (line, GTK_ORIENTATION_VERTICAL, width, &height, NULL, NULL, NULL);
      g_assert_cmpint (height, >=, least);
    }
}

static void
test_shares (void)
{
  g_autoptr (GtkWidget) line = make_line ();
  GtkWidget *one = add (line, g_object_new (TEST_TYPE_WORDS, NULL));
  GtkWidget *two = add (line, g_object_new (TEST_TYPE_WORDS, NULL));

  lay_out (line, 307 + BRIDGE_ASIDE_SPACING);
  assert_at (one, 0, 153);
  assert_at (two, 153 + BRIDGE_ASIDE_SPACING, 154);
}

static void
test_mirrored (void)
{
  g_autoptr (GtkWidget) line = make_line ();
  GtkWidget *words = add (line, g_object_new (TEST_TYPE_WORDS, NULL));
  GtkWidget *button = add_button (line, 30, 40);

  gtk_widget_set_direction (line, GTK_TEXT_DIR_RTL);
  lay_out (line, 400);
  assert_at (button, 0, 30);
  assert_at (words, 30 + BRIDGE_ASIDE_SPACING, 400 - 30 - BRIDGE_ASIDE_SPACING);
}

/* That is what it is for: a horizontal GtkBox asks some fifteen times. */
static void
test_asks_once (void)
{
  g_autoptr (GtkWidget) line = make_line ();
  GtkWidget *column = add (line, gtk_box_new (GTK_ORIENTATION_VERTICAL, 0));
  GtkWidget *words = add (column, g_object_new (TEST_TYPE_WORDS, NULL));
  int width = 400 - 30 - BRIDGE_ASIDE_SPACING;

  add_button (line, 30, 40);
  lay_out (line, 400);
  assert_at (column, 0, width);
  g_assert_cmpuint (g_hash_table_size (TEST_WORDS (words)->sizes), ==, 1);
  g_assert_true (g_hash_table_contains (TEST_WORDS (words)->sizes, GINT_TO_POINTER (width)));
}

int
main (int   argc,
      char *argv[])
{
  gtk_test_init (&argc, &argv);

  g_test_add_func ("/window/aside-layout/widths", test_widths);
  g_test_add_func ("/window/aside-layout/height", test_height);
  g_test_add_func ("/window/aside-layout/least-height", test_least_height);
  g_test_add_func ("/window/aside-layout/shares", test_shares);
  g_test_add_func ("/window/aside-layout/mirrored", test_mirrored);
  g_test_add_func ("/window/aside-layout/asks-once", test_asks_once);

  return g_test_run ();
}

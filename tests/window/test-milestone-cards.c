/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "bridge-colour.h"
#include "bridge-milestone-card.h"
#include "bridge-milestone-detail.h"
#include "bridge-milestone-editor.h"
#include "bridge-milestones.h"
#include "bridge-season-bridge.h"
#include "rituals-fixture.h"

#include "../support/milestone-helper.h"

#define WIDE 592   /* as a window of 800 has room for */
#define NARROW 326 /* … and one of 360 */

static BridgeMilestone *
add (RitualsFixture *fixture,
     const char     *title,
     int             target)
{
  g_autoptr (BridgeMilestone) milestone =
    bridge_milestone_new (title, target > 0 ? BRIDGE_MILESTONE_FROM_WINS : BRIDGE_MILESTONE_FROM_NOTHING, target);

  g_object_set (milestone, "since", local ("2026-11-20"), "revisit-on", local ("2026-12-20"), NULL);
  return bridge_test_add_milestone (fixture->space, milestone);
}

static void
rename_to (RitualsFixture  *fixture,
           BridgeMilestone *milestone,
           const char      *title)
{
  g_autoptr (BridgeMilestone) edited =
    bridge_space_find_milestone (fixture->space, bridge_milestone_get_id (milestone), NULL);
  g_autoptr (GError) error = NULL;

  g_object_set (edited, "title", title, NULL);
  bridge_space_reshape_milestone (fixture->space, edited, NULL, &error);
  g_assert_no_error (error);
  settle ();
}

/* @widget as wide as that, in a window of its own */
static void
show_at (RitualsFixture *fixture,
         GtkWidget      *widget,
         int             width)
{
  GtkWidget *clamp = adw_clamp_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *scroller = gtk_scrolled_window_new ();

  adw_clamp_set_maximum_size (ADW_CLAMP (clamp), width);
  adw_clamp_set_tightening_threshold (ADW_CLAMP (clamp), width);
  gtk_box_append (GTK_BOX (box), widget);
  adw_clamp_set_child (ADW_CLAMP (clamp), box);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), clamp);
  rituals_fixture_show (fixture, scroller);
  settle ();
  g_assert_cmpint (gtk_widget_get_width (widget), ==, width);
}

static GtkWidget *
show_list (RitualsFixture *fixture,
           int             width)
{
  GtkWidget *list = bridge_milestones_new (fixture->space);

  show_at (fixture, list, width);
  return list;
}

static gboolean
match_title (GtkWidget     *widget,
             gconstpointer  title)
{
  return BRIDGE_IS_MILESTONE_CARD (widget) && find_label (widget, title) != NULL;
}

static void
get_place (GtkWidget       *list,
           const char      *title,
           graphene_rect_t *place)
{
  GtkWidget *card = find_widget (list, match_title, title);

  gtk_test_widget_wait_for_draw (list);
  g_assert_nonnull (card);
  g_assert_true (gtk_widget_compute_bounds (card, list, place));
}

/* However long what stands in them is, there are two columns where the page is wide, and those beside each other are as high. */
static void
test_two_columns (RitualsFixture *fixture,
                  gconstpointer   partner)
{
  g_autoptr (BridgeMilestone) first = add (fixture, "First", 0);
  g_autoptr (BridgeMilestone) second = add (fixture, "Second", 1000);
  g_autoptr (BridgeMilestone) third = add (fixture, "Third", 0);
  GtkWidget *list = show_list (fixture, WIDE);
  const char *words = "A calm talk about money with a cup of tea and nobody in a hurry, on a Sunday, before the week begins, by the river";

  for (int length = 1; length <= 112; length += 3)
    {
      g_autofree char *typed = g_strndup (words, (gsize) length);
      g_autofree char *title = g_strchomp (g_strdup (typed));
      graphene_rect_t one, two, three;

      rename_to (fixture, first, title);
      get_place (list, title, &one);
      get_place (list, "Second", &two);
      get_place (list, "Third", &three);
      g_assert_cmpfloat (one.origin.y, ==, two.origin.y);
      g_assert_cmpfloat (two.origin.x, >, one.origin.x);
      g_assert_cmpfloat (one.size.height, ==, two.size.height);
      g_assert_cmpfloat (three.origin.x, ==, one.origin.x);
      g_assert_cmpfloat (three.origin.y, >=, one.origin.y + one.size.height);
      g_assert_cmpfloat (three.size.width, ==, one.size.width);
    }
}

/* In one column each card is as high as what stands in it. */
static void
test_one_column (RitualsFixture *fixture,
                 gconstpointer   partner)
{
  const char *long_title = "A calm talk about money with a cup of tea and nobody in a hurry, on a Sunday";
  g_autoptr (BridgeMilestone) first = add (fixture, long_title, 0);
  g_autoptr (BridgeMilestone) second = add (fixture, "Tea", 3);
  GtkWidget *list = show_list (fixture, NARROW);
  graphene_rect_t one, two;
  int natural;

  get_place (list, long_title, &one);
  get_place (list, "Tea", &two);
  g_assert_cmpfloat (one.origin.x, ==, two.origin.x);
  g_assert_cmpfloat (one.size.width, ==, NARROW);
  g_assert_cmpfloat (two.size.height, <, one.size.height);
  gtk_widget_measure (find_widget (list, match_title, "Tea"), GTK_ORIENTATION_VERTICAL, NARROW, NULL, &natural, NULL, NULL);
  g_assert_cmpfloat (two.size.height, ==, natural);
}

/* One that is the only one of its list is as wide as the others. */
static void
test_only_one (RitualsFixture *fixture,
               gconstpointer   partner)
{
  g_autoptr (BridgeMilestone) first = add (fixture, "First", 0);
  g_autoptr (BridgeMilestone) second = add (fixture, "Second", 0);
  g_autoptr (BridgeMilestone) third = add (fixture, "Third", 0);
  GtkWidget *list = show_list (fixture, WIDE);
  graphene_rect_t one, three;
  g_autoptr (GError) error = NULL;

  bridge_space_reach_milestone (fixture->space, bridge_milestone_get_id (third), NULL, NULL, FALSE, &error);
  g_assert_no_error (error);
  settle ();
  gtk_expander_set_expanded (GTK_EXPANDER (find_type (list, GTK_TYPE_EXPANDER)), TRUE);
  settle ();
  get_place (list, "First", &one);
  get_place (list, "Third", &three);
  g_assert_cmpfloat (three.size.width, ==, one.size.width);
}

/* ---- The editor ---- */

static GtkWidget *
present_editor (RitualsFixture  *fixture,
                BridgeMilestone *milestone)
{
  GtkWidget *editor;

  rituals_fixture_show (fixture, gtk_label_new ("Behind"));
  editor = bridge_milestone_editor_new (fixture->space, milestone, GTK_WINDOW (fixture->window));
  gtk_window_present (GTK_WINDOW (editor));
  gtk_test_widget_wait_for_draw (editor);
  settle ();
  return editor;
}

static gboolean
match_seen (GtkWidget     *widget,
            gconstpointer  text)
{
  return GTK_IS_LABEL (widget) && gtk_widget_get_mapped (widget) && g_str_equal (gtk_label_get_label (GTK_LABEL (widget)), text);
}

static gboolean
sees (GtkWidget  *root,
      const char *text)
{
  return find_widget (root, match_seen, text) != NULL;
}

/* What is typed and no number that can be stays there, is said below, and is not stored as another one. */
static void
test_number (RitualsFixture *fixture,
             gconstpointer   partner)
{
  static const char *const wrong[] = { "abc", "1.5", "0", "-1", "1000000000", "1001", "", "3 4" };
  const char *problem = "Choose a whole number from 1 to 1000.";
  g_autoptr (BridgeMilestone) milestone = add (fixture, "Ten small wins", 10);
  g_autoptr (BridgeMilestone) after = NULL;
  GtkWidget *editor = present_editor (fixture, milestone);
  GtkSpinButton *spin = GTK_SPIN_BUTTON (find_type (editor, GTK_TYPE_SPIN_BUTTON));
  GtkAccessible *text = GTK_ACCESSIBLE (gtk_editable_get_delegate (GTK_EDITABLE (spin)));

  g_assert_false (sees (editor, problem));
  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      gtk_editable_set_text (GTK_EDITABLE (spin), wrong[i]);
      settle ();
      g_assert_true (sees (editor, problem));
      g_assert_false (gtk_widget_get_sensitive (find_button (editor, "_Save")));
      gtk_test_accessible_assert_property (text, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, problem);
      /* As when the focus goes on. */
      gtk_spin_button_update (spin);
      settle ();
      g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (spin)), ==, wrong[i]);
      g_assert_true (sees (editor, problem));
      g_assert_false (gtk_widget_get_sensitive (find_button (editor, "_Save")));
    }
  /* The buttons beside it go on from the last number. */
  gtk_spin_button_spin (spin, GTK_SPIN_STEP_BACKWARD, 1);
  settle ();
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (spin)), ==, "9");
  g_assert_false (sees (editor, problem));
  gtk_editable_set_text (GTK_EDITABLE (spin), " 7 ");
  settle ();
  g_assert_false (sees (editor, problem));
  click (find_button (editor, "_Save"));
  settle ();
  after = bridge_space_find_milestone (fixture->space, bridge_milestone_get_id (milestone), NULL);
  g_assert_cmpint (bridge_milestone_get_target (after), ==, 7);
}

/* The way there and back goes through every field, whatever is said below those that are wrong. */
static void
test_number_keys (RitualsFixture *fixture,
                  gconstpointer   partner)
{
  g_autoptr (BridgeMilestone) milestone = add (fixture, "Ten small wins", 10);
  GtkWidget *editor = present_editor (fixture, milestone);
  GtkWidget *spin = find_type (editor, GTK_TYPE_SPIN_BUTTON);
  GtkWidget *since = find_type (find_row (editor, "Since"), GTK_TYPE_ENTRY);
  GtkWidget *look = find_row (editor, "Another look");

  gtk_editable_set_text (GTK_EDITABLE (spin), "abc");
  settle ();
  g_assert_true (gtk_widget_grab_focus (spin));
  g_assert_true (gtk_widget_child_focus (editor, GTK_DIR_TAB_FORWARD));
  g_assert_true (gtk_widget_is_ancestor (gtk_root_get_focus (GTK_ROOT (editor)), since));
  g_assert_true (gtk_widget_child_focus (editor, GTK_DIR_TAB_BACKWARD));
  g_assert_true (gtk_widget_is_ancestor (gtk_root_get_focus (GTK_ROOT (editor)), spin));

  gtk_editable_set_text (GTK_EDITABLE (since), "some day");
  settle ();
  g_assert_true (gtk_widget_grab_focus (look));
  g_assert_true (gtk_widget_child_focus (editor, GTK_DIR_TAB_BACKWARD));
  g_assert_true (gtk_widget_is_ancestor (gtk_root_get_focus (GTK_ROOT (editor)), find_row (editor, "Since")));
  gtk_window_destroy (GTK_WINDOW (editor));
}

/* Two fields have two names, and what is not wanted is not proposed. */
static void
test_fields (RitualsFixture *fixture,
             gconstpointer   partner)
{
  const char *look = "An open one has no number. A look at it on Sunday, 20 December is enough to begin with.";
  const char *no_look = "An open one has no number: it is reached when you say so.";
  GtkWidget *editor = present_editor (fixture, NULL);
  GtkWidget *row = find_row (editor, "Since");
  GtkWidget *entry = find_type (row, GTK_TYPE_ENTRY);
  GtkSwitch *look_switch = GTK_SWITCH (find_type (editor, GTK_TYPE_SWITCH));

  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (gtk_editable_get_delegate (GTK_EDITABLE (entry))),
                                       GTK_ACCESSIBLE_PROPERTY_LABEL, "Since");
  g_assert_true (sees (editor, look));
  gtk_switch_set_active (look_switch, FALSE);
  settle ();
  g_assert_false (sees (editor, look));
  g_assert_true (sees (editor, no_look));
  gtk_switch_set_active (look_switch, TRUE);
  settle ();
  g_assert_true (sees (editor, look));
  gtk_window_destroy (GTK_WINDOW (editor));
}

/* ---- What became of it ---- */

static void
test_begun (RitualsFixture *fixture,
            gconstpointer   partner)
{
  const char *begun = "Begun as “A calm talk” · Open: it is reached when you say so · Another look on Sunday, 20 December";
  g_autoptr (BridgeMilestone) milestone = add (fixture, "A calm talk", 0);
  GtkWidget *page = bridge_celebrate_page_new (fixture->space);
  GtkWidget *detail;

  rituals_fixture_show (fixture, page);
  bridge_celebrate_page_open_milestone (BRIDGE_CELEBRATE_PAGE (page), bridge_milestone_get_id (milestone));
  settle ();
  detail = find_type (page, BRIDGE_TYPE_MILESTONE_DETAIL);
  g_assert_false (sees (detail, begun));
  rename_to (fixture, milestone, "Two calm talks");
  g_assert_true (sees (detail, begun));
  g_assert_true (sees (detail, "Renamed from “A calm talk” to “Two calm talks”"));
}

/* What rests is not pressed for: to go on stands first, and that it is reached is said in no strong colour. */
static void
test_resting (RitualsFixture *fixture,
              gconstpointer   partner)
{
  g_autoptr (BridgeMilestone) milestone = add (fixture, "A calm talk", 0);
  GtkWidget *page = bridge_celebrate_page_new (fixture->space);
  GtkWidget *detail, *reach, *resume;

  rituals_fixture_show (fixture, page);
  bridge_celebrate_page_open_milestone (BRIDGE_CELEBRATE_PAGE (page), bridge_milestone_get_id (milestone));
  settle ();
  detail = find_type (page, BRIDGE_TYPE_MILESTONE_DETAIL);
  reach = find_button (detail, "It Is Rea_ched…");
  g_assert_true (gtk_widget_has_css_class (reach, "bridge-kept"));
  click (find_button (detail, "Let It _Rest"));
  settle ();
  resume = find_button (detail, "_Go On");
  g_assert_true (gtk_widget_get_mapped (resume));
  g_assert_true (gtk_widget_get_next_sibling (resume) == reach);
  g_assert_false (gtk_widget_has_css_class (reach, "bridge-kept"));
}

/* ---- The season’s bridge ---- */

typedef struct {
  cairo_surface_t *surface;
  guint32 *pixels;
  int width, height, stride; /* pixels */
} Picture;

static void
picture_init (Picture   *self,
              GtkWidget *widget)
{
  GtkSnapshot *snapshot = gtk_snapshot_new ();
  g_autoptr (GskRenderNode) node = NULL;
  cairo_t *cr;

  GTK_WIDGET_GET_CLASS (widget)->snapshot (widget, snapshot);
  node = gtk_snapshot_free_to_node (snapshot);
  self->width = gtk_widget_get_width (widget);
  self->height = gtk_widget_get_height (widget);
  self->surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, self->width, self->height);
  cr = cairo_create (self->surface);
  gsk_render_node_draw (node, cr);
  cairo_destroy (cr);
  cairo_surface_flush (self->surface);
  self->pixels = (guint32 *) (gpointer) cairo_image_surface_get_data (self->surface);
  self->stride = cairo_image_surface_get_stride (self->surface) / 4;
}

/* Takes away what of @colour hangs together with a point, and says how much it was. */
static guint
take_away (Picture *self,
           guint32  colour,
           int      x,
           int      y)
{
  guint n = 1;

  if (x < 0 || y < 0 || x >= self->width || y >= self->height || self->pixels[y * self->stride + x] != colour)
    return 0;
  self->pixels[y * self->stride + x] = 0;
  for (int i = 0; i < 9; i++)
    n += take_away (self, colour, x + i % 3 - 1, y + i / 3 - 1);
  return n;
}

/* How many pieces of wood there are: planks, and lamps that are lit. */
static guint
count_pieces (GtkWidget *bridge)
{
  Picture picture;
  GdkRGBA wood;
  guint32 colour;
  guint n = 0;

  bridge_widget_lookup_colour (bridge, "bridge_warm", &wood);
  colour = 0xffu << 24 | (guint32) (wood.red * 255 + 0.5f) << 16 | (guint32) (wood.green * 255 + 0.5f) << 8 |
           (guint32) (wood.blue * 255 + 0.5f);
  picture_init (&picture, bridge);
  for (int y = 0; y < picture.height; y++)
    for (int x = 0; x < picture.width; x++)
      if (take_away (&picture, colour, x, y) >= 4)
        n++;
  cairo_surface_destroy (picture.surface);
  return n;
}

/* It says the same at any width: a plank each until it is whole, then a lamp each. */
static void
test_season (RitualsFixture *fixture,
             gconstpointer   partner)
{
  static const struct {
    guint moments, pieces;
  } vectors[] = { { 0, 0 }, { 1, 1 }, { 2, 2 }, { 13, 13 }, { 25, 25 }, { 26, 26 }, { 27, 27 }, { 34, 34 }, { 39, 39 }, { 41, 39 },
                  { 5000, 39 } };
  int width = GPOINTER_TO_INT (partner);
  GtkWidget *bridge = bridge_season_bridge_new ();

  show_at (fixture, bridge, width);
  for (guint i = 0; i < G_N_ELEMENTS (vectors); i++)
    {
      bridge_season_bridge_set_moments (BRIDGE_SEASON_BRIDGE (bridge), vectors[i].moments, "Some");
      g_assert_cmpuint (count_pieces (bridge), ==, vectors[i].pieces);
    }
}

static GtkCssProvider *
load_style (const char *path)
{
  GtkCssProvider *provider = gtk_css_provider_new ();

  gtk_css_provider_load_from_resource (provider, path);
  gtk_style_context_add_provider_for_display (gdk_display_get_default (), GTK_STYLE_PROVIDER (provider),
                                              GTK_STYLE_PROVIDER_PRIORITY_APPLICATION);
  return provider;
}

/* The rail is faint, and in high contrast it is not. */
static void
test_rail (RitualsFixture *fixture,
           gconstpointer   partner)
{
  static const char *const styles[] = { APP_PATH "/style-hc.css", APP_PATH "/style-hc-dark.css" };
  GtkWidget *bridge = bridge_season_bridge_new ();

  show_at (fixture, bridge, WIDE);
  g_assert_cmpuint (count_pieces (bridge), ==, 0);
  for (guint i = 0; i < G_N_ELEMENTS (styles); i++)
    {
      g_autoptr (GtkCssProvider) provider = load_style (styles[i]);

      settle ();
      g_assert_cmpuint (count_pieces (bridge), >, 0);
      gtk_style_context_remove_provider_for_display (gdk_display_get_default (), GTK_STYLE_PROVIDER (provider));
    }
}

static void
set_up_alone (RitualsFixture *fixture,
              gconstpointer   data)
{
  rituals_fixture_set_up (fixture, NULL);
}

static void
tear_down_alone (RitualsFixture *fixture,
                 gconstpointer   data)
{
  rituals_fixture_tear_down (fixture, NULL);
}

#define ADD(path, data, test) \
  g_test_add ("/window/milestone-cards/" path, RitualsFixture, data, set_up_alone, test, tear_down_alone)

int
main (int   argc,
      char *argv[])
{
  g_autoptr (GtkCssProvider) style = NULL;

  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  style = load_style (APP_PATH "/style.css");

  ADD ("two-columns", NULL, test_two_columns);
  ADD ("one-column", NULL, test_one_column);
  ADD ("only-one", NULL, test_only_one);
  ADD ("number", NULL, test_number);
  ADD ("number-keys", NULL, test_number_keys);
  ADD ("fields", NULL, test_fields);
  ADD ("begun", NULL, test_begun);
  ADD ("resting", NULL, test_resting);
  ADD ("season/narrow", GINT_TO_POINTER (NARROW), test_season);
  ADD ("season/middle", GINT_TO_POINTER (WIDE), test_season);
  ADD ("season/wide", GINT_TO_POINTER (616), test_season);
  ADD ("rail", NULL, test_rail);

  return g_test_run ();
}

/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "../support/bridge-test.h"
#include "bridge-photo-strip.h"
#include "bridge-photo-thumb.h"
#include "bridge-photo-window.h"
#include "bridge-photos-editor.h"
#include "bridge-win-row.h"
#include "rituals-fixture.h"

/* A picture in a file: (transfer full) */
static GFile *
make_file (const char *folder,
           const char *name)
{
  g_autoptr (GdkPixbuf) pixbuf = gdk_pixbuf_new (GDK_COLORSPACE_RGB, FALSE, 8, 640, 480);
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autoptr (GError) error = NULL;

  gdk_pixbuf_fill (pixbuf, 0xa0502000);
  g_assert_true (gdk_pixbuf_save (pixbuf, path, "jpeg", &error, NULL));
  g_assert_no_error (error);

  return g_file_new_for_path (path);
}

static GtkWidget *
present (RitualsFixture *fixture,
         BridgeWin      *win)
{
  GtkWidget *editor;

  if (fixture->window == NULL)
    rituals_fixture_show (fixture, gtk_label_new ("Behind"));
  editor = bridge_win_editor_new (fixture->space, win, GTK_WINDOW (fixture->window));
  gtk_window_present (GTK_WINDOW (editor));
  gtk_test_widget_wait_for_draw (editor);
  settle ();

  return editor;
}

static void
wait_until_done (BridgePhotosEditor *photos)
{
  for (int i = 0; i < 1000 && bridge_photos_editor_is_busy (photos); i++)
    {
      settle ();
      g_usleep (5000);
    }
  g_assert_false (bridge_photos_editor_is_busy (photos));
  settle ();
}

static guint
count_drafts (BridgePhotosEditor *photos)
{
  return bridge_photos_editor_get_drafts (photos)->len;
}

static gboolean
match_text_view (GtkWidget     *widget,
                 gconstpointer  data)
{
  return GTK_IS_TEXT_VIEW (widget);
}

static gboolean
match_caption (GtkWidget     *widget,
               gconstpointer  data)
{
  return GTK_IS_ENTRY (widget) && g_strcmp0 (gtk_entry_get_placeholder_text (GTK_ENTRY (widget)), "What it shows") == 0
         && g_strcmp0 (gtk_editable_get_text (GTK_EDITABLE (widget)), data) == 0;
}

static void
type (GtkWidget  *editor,
      const char *text)
{
  GtkWidget *view = find_widget (editor, match_text_view, NULL);

  gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (view)), text, -1);
  settle ();
}

static void
finish (GtkWidget *editor)
{
  g_object_add_weak_pointer (G_OBJECT (editor), (gpointer *) &editor);
  g_assert_true (gtk_widget_activate_action (editor, "editor.save", NULL));
  settle ();
  g_assert_null (editor);
}

static BridgeWin *
get_only (RitualsFixture *fixture)
{
  g_autoptr (GListModel) wins = bridge_space_list_wins (fixture->space, NULL);

  g_assert_cmpuint (g_list_model_get_n_items (wins), ==, 1);

  return g_list_model_get_item (wins, 0);
}

static GtkWidget *
find_photo_window (void)
{
  g_autoptr (GList) windows = gtk_window_list_toplevels ();

  for (GList *l = windows; l != NULL; l = l->next)
    if (BRIDGE_IS_PHOTO_WINDOW (l->data))
      return l->data;

  return NULL;
}

static void
test_names (void)
{
  g_autofree char *one = bridge_photo_format_name ("", 1, 1);
  g_autofree char *second = bridge_photo_format_name (NULL, 2, 3);
  g_autofree char *worded = bridge_photo_format_name ("The weir", 2, 3);

  g_assert_cmpstr (one, ==, "A picture");
  g_assert_cmpstr (second, ==, "Picture 2 of 3");
  g_assert_cmpstr (worded, ==, "The weir");
}

/* Added, worded, seen in the log, opened large, taken out, and brought back. */
static void
test_journey (RitualsFixture *fixture,
              gconstpointer   partner)
{
  g_autoptr (BridgeTestFolder) folder = bridge_test_folder_new ();
  g_autoptr (GFile) first = make_file (folder, "first.jpg");
  g_autoptr (GFile) second = make_file (folder, "second.jpg");
  g_autoptr (BridgeWin) win = NULL;
  g_autoptr (GError) error = NULL;
  BridgePhotosEditor *photos;
  BridgePhotoStrip *strip;
  GtkWidget *editor, *page, *window, *thumb;

  editor = present (fixture, NULL);
  photos = BRIDGE_PHOTOS_EDITOR (find_type (editor, BRIDGE_TYPE_PHOTOS_EDITOR));
  type (editor, "We walked to the weir.");
  bridge_photos_editor_add_file (photos, first);
  /* Nothing is saved before all of it is there. */
  g_assert_false (gtk_widget_get_sensitive (find_button (editor, "_Save")));
  bridge_photos_editor_add_file (photos, second);
  wait_until_done (photos);
  g_assert_true (gtk_widget_get_sensitive (find_button (editor, "_Save")));
  g_assert_cmpuint (count_drafts (photos), ==, 2);
  assert_all_named (editor);
  gtk_editable_set_text (GTK_EDITABLE (find_widget (editor, match_caption, "")), "The weir");
  finish (editor);

  win = get_only (fixture);
  page = bridge_celebrate_page_new (fixture->space);
  rituals_fixture_show (fixture, page);
  settle ();
  strip = BRIDGE_PHOTO_STRIP (find_type (page, BRIDGE_TYPE_PHOTO_STRIP));
  g_assert_cmpuint (bridge_photo_strip_get_n (strip), ==, 2);
  g_assert_true (gtk_widget_get_visible (GTK_WIDGET (strip)));
  assert_all_named (fixture->window);
  thumb = find_type (GTK_WIDGET (strip), BRIDGE_TYPE_PHOTO_THUMB);
  for (int i = 0; i < 1000 && !bridge_photo_thumb_is_loaded (BRIDGE_PHOTO_THUMB (thumb)); i++)
    {
      settle ();
      g_usleep (5000);
    }
  g_assert_true (bridge_photo_thumb_is_loaded (BRIDGE_PHOTO_THUMB (thumb)));

  click (gtk_widget_get_first_child (GTK_WIDGET (strip)));
  window = find_photo_window ();
  g_assert_nonnull (window);
  gtk_test_widget_wait_for_draw (window);
  settle ();
  assert_all_named (window);
  g_assert_true (gtk_widget_activate_action (window, "photo.next", NULL));
  g_object_add_weak_pointer (G_OBJECT (window), (gpointer *) &window);
  g_assert_true (gtk_widget_activate_action (window, "photo.close", NULL));
  settle ();
  g_assert_null (window);

  editor = present (fixture, win);
  photos = BRIDGE_PHOTOS_EDITOR (find_type (editor, BRIDGE_TYPE_PHOTOS_EDITOR));
  g_assert_cmpuint (count_drafts (photos), ==, 2);
  g_assert_nonnull (find_widget (editor, match_caption, "The weir"));
  click (find_button (editor, "Take the Picture Out"));
  g_assert_cmpuint (count_drafts (photos), ==, 1);
  finish (editor);
  settle ();
  strip = BRIDGE_PHOTO_STRIP (find_type (page, BRIDGE_TYPE_PHOTO_STRIP));
  g_assert_cmpuint (bridge_photo_strip_get_n (strip), ==, 1);
  g_assert_true (bridge_space_undo (fixture->space, &error));
  settle ();
  strip = BRIDGE_PHOTO_STRIP (find_type (page, BRIDGE_TYPE_PHOTO_STRIP));
  g_assert_cmpuint (bridge_photo_strip_get_n (strip), ==, 2);
}

static gboolean
is_refusal (GtkWidget     *widget,
            gconstpointer  data)
{
  return GTK_IS_LABEL (widget) && gtk_widget_get_mapped (widget) &&
         g_str_has_prefix (gtk_label_get_text (GTK_LABEL (widget)), "This is no picture");
}

/* It is said in the one window or the other; what goes takes its time. */
static gboolean
is_refused (RitualsFixture *fixture)
{
  GListModel *windows = gtk_window_get_toplevels ();
  gboolean said = TRUE;

  for (int i = 0; said && i < 1000; i++)
    {
      said = FALSE;
      for (guint n = 0; n < g_list_model_get_n_items (windows); n++)
        {
          g_autoptr (GtkWidget) window = g_list_model_get_item (windows, n);

          said = said || find_widget (window, is_refusal, NULL) != NULL;
        }
      g_main_context_iteration (NULL, FALSE);
    }

  return said;
}

/* What is no picture changes nothing, and what is asked when it is closed is whether the picture may go, too. */
static void
test_refused (RitualsFixture *fixture,
              gconstpointer   partner)
{
  g_autoptr (BridgeTestFolder) folder = bridge_test_folder_new ();
  g_autoptr (GFile) good = make_file (folder, "good.jpg");
  g_autofree char *path = g_build_filename (folder, "words.jpg", NULL);
  g_autoptr (GFile) bad = g_file_new_for_path (path);
  g_autoptr (GListModel) wins = bridge_space_list_wins (fixture->space, NULL);
  BridgePhotosEditor *photos;
  GtkWidget *editor;

  g_assert_true (g_file_set_contents (path, "These are words.", -1, NULL));
  editor = present (fixture, NULL);
  photos = BRIDGE_PHOTOS_EDITOR (find_type (editor, BRIDGE_TYPE_PHOTOS_EDITOR));
  bridge_photos_editor_add_file (photos, bad);
  wait_until_done (photos);
  g_assert_cmpuint (count_drafts (photos), ==, 0);
  g_assert_true (is_refused (fixture));

  /* The next one is another matter. */
  bridge_photos_editor_add_file (photos, good);
  wait_until_done (photos);
  g_assert_false (is_refused (fixture));
  g_assert_cmpuint (count_drafts (photos), ==, 1);
  g_object_add_weak_pointer (G_OBJECT (editor), (gpointer *) &editor);
  g_assert_true (gtk_widget_activate_action (editor, "editor.cancel", NULL));
  settle ();
  answer_question (FALSE);
  settle ();
  g_assert_null (editor);
  g_assert_cmpuint (g_list_model_get_n_items (wins), ==, 0);
}

/* A picture that is no file; no more than there is room for; and a window that closes while one is on its way. */
static void
test_textures (RitualsFixture *fixture,
               gconstpointer   partner)
{
  g_autoptr (GdkPixbuf) pixbuf = gdk_pixbuf_new (GDK_COLORSPACE_RGB, TRUE, 8, 32, 16);
  g_autoptr (GdkTexture) texture = NULL;
  BridgePhotosEditor *photos;
  GtkWidget *editor;

  gdk_pixbuf_fill (pixbuf, 0x20508080);
  texture = gdk_texture_new_for_pixbuf (pixbuf);
  editor = present (fixture, NULL);
  photos = BRIDGE_PHOTOS_EDITOR (find_type (editor, BRIDGE_TYPE_PHOTOS_EDITOR));
  for (int i = 0; i < BRIDGE_SPACE_MAX_PHOTOS + 2; i++)
    bridge_photos_editor_add_texture (photos, texture);
  wait_until_done (photos);
  g_assert_cmpuint (count_drafts (photos), ==, BRIDGE_SPACE_MAX_PHOTOS);
  g_assert_false (gtk_widget_get_sensitive (find_button (editor, "Add _Pictures…")));
  type (editor, "Many pictures");
  finish (editor);

  editor = present (fixture, NULL);
  photos = BRIDGE_PHOTOS_EDITOR (find_type (editor, BRIDGE_TYPE_PHOTOS_EDITOR));
  bridge_photos_editor_add_texture (photos, texture);
  g_object_add_weak_pointer (G_OBJECT (editor), (gpointer *) &editor);
  gtk_window_destroy (GTK_WINDOW (editor));
  for (int i = 0; i < 200 && editor != NULL; i++)
    {
      settle ();
      g_usleep (5000);
    }
  g_assert_null (editor);
}

/* One after the other: what is quickly made smaller waits for what was given before it. */
static void
test_order (RitualsFixture *fixture,
            gconstpointer   partner)
{
  g_autoptr (GdkPixbuf) large = gdk_pixbuf_new (GDK_COLORSPACE_RGB, FALSE, 8, 4000, 3000);
  g_autoptr (GdkPixbuf) small = gdk_pixbuf_new (GDK_COLORSPACE_RGB, FALSE, 8, 16, 16);
  g_autoptr (GdkTexture) slow = NULL;
  g_autoptr (GdkTexture) quick = NULL;
  BridgePhotosEditor *photos;
  GtkWidget *editor;

  gdk_pixbuf_fill (large, 0xa0502000);
  gdk_pixbuf_fill (small, 0x20508000);
  slow = gdk_texture_new_for_pixbuf (large);
  quick = gdk_texture_new_for_pixbuf (small);
  editor = present (fixture, NULL);
  photos = BRIDGE_PHOTOS_EDITOR (find_type (editor, BRIDGE_TYPE_PHOTOS_EDITOR));
  bridge_photos_editor_add_texture (photos, slow);
  bridge_photos_editor_add_texture (photos, quick);
  wait_until_done (photos);
  g_assert_cmpuint (count_drafts (photos), ==, 2);
  g_assert_cmpint (((BridgePhotoDraft *) g_ptr_array_index (bridge_photos_editor_get_drafts (photos), 0))->width, ==, 2048);
  g_assert_cmpint (((BridgePhotoDraft *) g_ptr_array_index (bridge_photos_editor_get_drafts (photos), 1))->width, ==, 16);
  gtk_window_destroy (GTK_WINDOW (editor));
  settle ();
}

/* Whether Control and V in the window take the clipboard, before a field of text gets to hear of it. */
static gboolean
paste (GtkWidget *window)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (window);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (!GTK_IS_SHORTCUT_CONTROLLER (controller)
          || gtk_event_controller_get_propagation_phase (controller) != GTK_PHASE_CAPTURE)
        continue;
      for (guint n = 0; n < g_list_model_get_n_items (G_LIST_MODEL (controller)); n++)
        {
          g_autoptr (GtkShortcut) shortcut = g_list_model_get_item (G_LIST_MODEL (controller), n);
          g_autofree char *keys = gtk_shortcut_trigger_to_string (gtk_shortcut_get_trigger (shortcut));

          if (strstr (keys, "<Control>v") != NULL)
            return gtk_shortcut_action_activate (gtk_shortcut_get_action (shortcut), 0, window, NULL);
        }
    }

  g_assert_not_reached ();
}

/* Where somebody writes, words are pasted, even if there is a picture of them. */
static void
test_paste (RitualsFixture *fixture,
            gconstpointer   partner)
{
  g_autoptr (GdkPixbuf) pixbuf = gdk_pixbuf_new (GDK_COLORSPACE_RGB, FALSE, 8, 32, 16);
  g_autoptr (GdkTexture) texture = NULL;
  g_autoptr (GdkContentProvider) both = NULL;
  GdkContentProvider *provided[2];
  BridgePhotosEditor *photos;
  GdkClipboard *clipboard;
  GtkWidget *editor, *button;

  gdk_pixbuf_fill (pixbuf, 0x20508000);
  texture = gdk_texture_new_for_pixbuf (pixbuf);
  provided[0] = gdk_content_provider_new_typed (G_TYPE_STRING, "We walked");
  provided[1] = gdk_content_provider_new_typed (GDK_TYPE_TEXTURE, texture);
  both = gdk_content_provider_new_union (provided, 2);
  editor = present (fixture, NULL);
  photos = BRIDGE_PHOTOS_EDITOR (find_type (editor, BRIDGE_TYPE_PHOTOS_EDITOR));
  button = find_button (editor, "Add _Pictures…");
  clipboard = gtk_widget_get_clipboard (editor);
  g_assert_true (gdk_clipboard_set_content (clipboard, both));

  g_assert_true (gtk_widget_grab_focus (find_widget (editor, match_text_view, NULL)));
  g_assert_false (paste (editor));
  g_assert_true (gtk_widget_grab_focus (button));
  g_assert_true (paste (editor));
  for (int i = 0; i < 200 && count_drafts (photos) == 0; i++)
    {
      settle ();
      g_usleep (5000);
    }
  wait_until_done (photos);
  g_assert_cmpuint (count_drafts (photos), ==, 1);

  /* A picture alone is taken there, too. */
  gdk_clipboard_set_texture (clipboard, texture);
  g_assert_true (gtk_widget_grab_focus (find_widget (editor, match_text_view, NULL)));
  g_assert_true (paste (editor));
  for (int i = 0; i < 200 && count_drafts (photos) == 1; i++)
    {
      settle ();
      g_usleep (5000);
    }
  wait_until_done (photos);
  g_assert_cmpuint (count_drafts (photos), ==, 2);
  gtk_window_destroy (GTK_WINDOW (editor));
  settle ();
}

int
main (int   argc,
      char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();

  g_test_add_func ("/photos/names", test_names);
#define ADD(path, partner, func) \
  g_test_add (path, RitualsFixture, partner, rituals_fixture_set_up, func, rituals_fixture_tear_down)
  ADD ("/photos/journey", "Robin", test_journey);
  ADD ("/photos/refused", "Robin", test_refused);
  ADD ("/photos/textures", NULL, test_textures);
  ADD ("/photos/order", NULL, test_order);
  ADD ("/photos/paste", NULL, test_paste);
#undef ADD

  return g_test_run ();
}

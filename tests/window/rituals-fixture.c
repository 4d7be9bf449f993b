/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "../support/agreed.h"
#include "bridge-log-text.h"
#include "bridge-settings.h"
#include "rituals-fixture.h"

#include <glib/gstdio.h>

BridgeLocal
local (const char *text)
{
  BridgeLocal value;

  g_assert_true (bridge_local_parse (text, &value, NULL));

  return value;
}

static void
remove_folder (const char *path)
{
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *child = g_build_filename (path, name, NULL);

      if (g_file_test (child, G_FILE_TEST_IS_DIR))
        remove_folder (child);
      else
        g_unlink (child);
    }

  g_rmdir (path);
}

void
rituals_fixture_set_up (RitualsFixture *fixture,
                        gconstpointer   partner)
{
  g_autoptr (GError) error = NULL;

  fixture->folder = g_dir_make_tmp ("bridge-rituals-XXXXXX", &error);
  g_assert_no_error (error);
  fixture->clock = bridge_fake_clock_new_local ("2026-11-22T18:00", "Europe/Berlin");
  fixture->space = bridge_space_open (fixture->folder, fixture->clock, &error);
  g_assert_no_error (error);
  g_assert_true (bridge_space_set_up (fixture->space, "Ada", partner, &error));
  g_assert_no_error (error);
  fixture->window = NULL;
}

void
rituals_fixture_tear_down (RitualsFixture *fixture,
                           gconstpointer   partner)
{
  if (fixture->window != NULL)
    {
      GtkWidget *window = fixture->window;

      /* Not kept meanwhile: GTK would show its hints above a window that has gone. */
      g_object_add_weak_pointer (G_OBJECT (window), (gpointer *) &window);
      gtk_window_destroy (GTK_WINDOW (window));
      settle ();
      g_assert_null (window);
    }

  settle ();
  g_assert_finalize_object (fixture->space);
  g_assert_finalize_object (fixture->clock);
  remove_folder (fixture->folder);
  g_free (fixture->folder);
}

BridgeRitual *
rituals_fixture_add (RitualsFixture    *fixture,
                     const char        *title,
                     const char        *start,
                     const char        *rule,
                     BridgeRitualState  state)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BridgeRitual) ritual = bridge_ritual_new ();
  g_autoptr (BridgeSchedule) schedule = NULL;

  schedule = bridge_schedule_new (local (start), rule, NULL, NULL, &error);
  g_assert_no_error (error);
  g_object_set (ritual,
                "title", title,
                "when-then", "When the plates are away, we sit down together.",
                "smaller", "Two minutes, standing.",
                "steps", (const char *[]) { "Put the plates away.", "Sit down.", NULL },
                "schedule", schedule,
                "state", state,
                NULL);

  return space_add_agreed (fixture->space, ritual);
}

void
rituals_fixture_say_yes (RitualsFixture *fixture,
                         const char     *id)
{
  space_say_yes (fixture->space, id);
  settle ();
}

BridgeRitual *
rituals_fixture_find (RitualsFixture *fixture,
                      const char     *id)
{
  g_autoptr (GError) error = NULL;
  BridgeRitual *ritual = bridge_space_find_ritual (fixture->space, id, &error);

  g_assert_no_error (error);

  return ritual;
}

void
rituals_fixture_show (RitualsFixture *fixture,
                      GtkWidget      *page)
{
  GtkWidget *overlay = adw_toast_overlay_new ();

  fixture->window = adw_window_new ();
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 720, 640);
  adw_toast_overlay_set_child (ADW_TOAST_OVERLAY (overlay), page);
  adw_window_set_content (ADW_WINDOW (fixture->window), overlay);
  gtk_window_present (GTK_WINDOW (fixture->window));
  gtk_test_widget_wait_for_draw (fixture->window);
}

void
set_first_weekday (const char *value)
{
  g_autoptr (GSettings) settings = bridge_settings_new ();

  g_assert_nonnull (settings);
  g_assert_true (g_settings_set_string (settings, "first-weekday", value));
  settle ();
}

/* Everything that is waiting to be done, and the idle work after it. */
void
settle (void)
{
  for (int i = 0; i < 50; i++)
    {
      while (g_main_context_iteration (NULL, FALSE))
        ;
      g_usleep (1000);
    }
}

void
wait_until_active (GtkWidget *window,
                   gboolean   active)
{
  gint64 end = g_get_monotonic_time () + 20 * G_USEC_PER_SEC;

  while (gtk_window_is_active (GTK_WINDOW (window)) != active)
    {
      g_assert_cmpint (g_get_monotonic_time (), <, end);
      g_main_context_iteration (NULL, FALSE);
      g_usleep (1000);
    }
}

/* Gives it the keyboard, which no window manager does here: what is not on the screen yet does not get it. */
void
activate (GtkWidget *window)
{
  gtk_window_present (GTK_WINDOW (window));
  gtk_test_widget_wait_for_draw (window);
  gtk_window_present (GTK_WINDOW (window));
  wait_until_active (window, TRUE);
}

GtkWidget *
find_widget (GtkWidget     *root,
             WidgetMatch    match,
             gconstpointer  data)
{
  if (match (root, data))
    return root;

  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_widget (child, match, data);

      if (found != NULL)
        return found;
    }

  return NULL;
}

static gboolean
match_type (GtkWidget     *widget,
            gconstpointer  data)
{
  return g_type_is_a (G_OBJECT_TYPE (widget), GPOINTER_TO_SIZE (data));
}

static gboolean
match_button (GtkWidget     *widget,
              gconstpointer  data)
{
  return GTK_IS_BUTTON (widget) && gtk_widget_get_visible (widget) &&
         (g_strcmp0 (gtk_button_get_label (GTK_BUTTON (widget)), data) == 0 ||
          g_strcmp0 (gtk_widget_get_tooltip_text (widget), data) == 0 ||
          (gtk_widget_has_css_class (widget, "win-star") &&
           gtk_test_accessible_check_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL, data) == NULL));
}

static gboolean
match_row (GtkWidget     *widget,
           gconstpointer  data)
{
  return ADW_IS_PREFERENCES_ROW (widget)
         && g_strcmp0 (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (widget)), data) == 0;
}

static gboolean
match_label (GtkWidget     *widget,
             gconstpointer  data)
{
  const char *text = GTK_IS_LABEL (widget)          ? gtk_label_get_label (GTK_LABEL (widget))
                     : BRIDGE_IS_LOG_TEXT (widget) ? bridge_log_text_get_text (BRIDGE_LOG_TEXT (widget))
                                                   : NULL;

  return text != NULL && gtk_widget_get_mapped (widget) && g_strcmp0 (text, data) == 0;
}

GtkWidget *
find_type (GtkWidget *root,
           GType      type)
{
  return find_widget (root, match_type, GSIZE_TO_POINTER (type));
}

GtkWidget *
find_button (GtkWidget  *root,
             const char *label)
{
  GtkWidget *button = find_widget (root, match_button, label);

  if (button == NULL)
    g_test_message ("No button “%s”", label);

  return button;
}

GtkWidget *
find_row (GtkWidget  *root,
          const char *title)
{
  return find_widget (root, match_row, title);
}

GtkWidget *
find_label (GtkWidget  *root,
            const char *text)
{
  return find_widget (root, match_label, text);
}

gboolean
says_soon (GtkWidget  *root,
           const char *text)
{
  for (int i = 0; i < 100 && find_label (root, text) == NULL; i++)
    settle ();

  return find_label (root, text) != NULL;
}

guint
count_widgets (GtkWidget *root,
               GType      type,
               gboolean   mapped_only)
{
  guint n
      = g_type_is_a (G_OBJECT_TYPE (root), type) && (!mapped_only || gtk_widget_get_mapped (root)) ? 1 : 0;

  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    n += count_widgets (child, type, mapped_only);

  return n;
}

void
click (GtkWidget *button)
{
  g_assert_nonnull (button);
  g_assert_true (gtk_widget_is_sensitive (button));
  g_signal_emit_by_name (button, "clicked");
  settle ();
}

static gboolean
has_words (GtkWidget *widget)
{
  if (GTK_IS_LABEL (widget) && *gtk_label_get_label (GTK_LABEL (widget)) != '\0')
    return TRUE;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      if (has_words (child))
        return TRUE;
    }

  return FALSE;
}

/* Newer versions let the focus into these; their name is not ours to give. */
static gboolean
is_the_toolkits (GtkWidget *widget)
{
  GtkWidget *parent = gtk_widget_get_parent (widget);

  return GTK_IS_BUTTON (widget) &&
         (GTK_IS_SPIN_BUTTON (parent) || g_str_equal (G_OBJECT_TYPE_NAME (parent), "AdwToastWidget"));
}

/* What can have the focus has a name: its own, its words, or those of the row or entry it is a part of. */
void
assert_all_named (GtkWidget *root)
{
  if (!gtk_widget_get_mapped (root))
    return;

  if (gtk_widget_get_focusable (root) && !GTK_IS_SCROLLED_WINDOW (root) && !GTK_IS_WINDOW (root))
    {
      GtkWidget *widget = root;

      /* The part that is typed into stands for its entry, the button inside for its menu button. */
      if (GTK_IS_TEXT (root))
        {
          do
            widget = gtk_widget_get_parent (widget);
          while (!GTK_IS_EDITABLE (widget));
        }
      else if (GTK_IS_MENU_BUTTON (gtk_widget_get_parent (root)))
        {
          widget = gtk_widget_get_parent (root);
        }

      if (!is_the_toolkits (widget) &&
          !gtk_test_accessible_has_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL) &&
          !gtk_test_accessible_has_relation (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_RELATION_LABELLED_BY) &&
          !has_words (widget))
        g_error ("A %s in a %s has no name", G_OBJECT_TYPE_NAME (root),
                 G_OBJECT_TYPE_NAME (gtk_widget_get_parent (root)));
    }

  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    assert_all_named (child);
}

GtkWidget *
find_question (void)
{
  GListModel *windows = gtk_window_get_toplevels ();
  GtkWidget *question = NULL;

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWidget) window = g_list_model_get_item (windows, i);

      if (!ADW_IS_MESSAGE_DIALOG (window) || !gtk_widget_get_visible (window))
        continue;
      g_assert_null (question);
      question = window;
    }

  return question;
}

void
answer_question (gboolean keep)
{
  GtkWidget *question = find_question ();

  g_assert_nonnull (question);
  g_assert_cmpstr (adw_message_dialog_get_default_response (ADW_MESSAGE_DIALOG (question)), ==, "stay");
  click (find_button (question, keep ? "_Keep Writing" : "_Discard"));
  settle ();
}

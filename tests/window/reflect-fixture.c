/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "reflect-fixture.h"

#include <string.h>

#include "bridge-code-form.h"
#include "bridge-passphrase-form.h"
#include "bridge-private-editor.h"
#include "bridge-private-view.h"
#include "bridge-reflect-page.h"
#include "bridge-vault.h"
#include "bridge-window.h"

#define PASSPHRASE "plate walnut river"

BridgePrivate *
reflect_get_private (RitualsFixture *fixture)
{
  return bridge_reflect_page_get_private (BRIDGE_REFLECT_PAGE (find_type (fixture->window, BRIDGE_TYPE_REFLECT_PAGE)));
}

void
reflect_show (RitualsFixture *fixture)
{
  fixture->window = bridge_window_new (NULL);
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 360, 640);
  bridge_window_set_space (BRIDGE_WINDOW (fixture->window), fixture->space);
  gtk_window_present (GTK_WINDOW (fixture->window));
  bridge_window_show_page (BRIDGE_WINDOW (fixture->window), "reflect");
  gtk_test_widget_wait_for_draw (fixture->window);
  settle ();
  bridge_private_set_cost (reflect_get_private (fixture), 1, 8 * 1024);
}

/* What stands above everything else. (nullable) */
GtkWidget *
reflect_get_form (GType type)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWidget) window = g_list_model_get_item (windows, i);

      if (G_TYPE_CHECK_INSTANCE_TYPE (window, type))
        return window;
    }
  return NULL;
}

static gboolean
is_of_path_bar (const GLogField *fields,
                gsize            n_fields)
{
  for (gsize i = 0; i < n_fields; i++)
    {
      if (g_str_equal (fields[i].key, "MESSAGE"))
        return g_str_has_prefix (fields[i].value, "Trying to snapshot GtkButton ")
               && reflect_get_form (GTK_TYPE_FILE_CHOOSER_DIALOG) != NULL;
    }
  return FALSE;
}

static GLogWriterOutput
write_log (GLogLevelFlags   level,
           const GLogField *fields,
           gsize            n_fields,
           gpointer         user_data)
{
  return is_of_path_bar (fields, n_fields) ? G_LOG_WRITER_HANDLED : g_log_writer_default (level, fields, n_fields, NULL);
}

/* Where there is no portal GTK has a chooser of its own. The arrow at the beginning of its path is drawn before it has a place,
 * if the folder was read in the same frame, and GTK warns of that. It is not ours to mend; all other warnings end the test. */
void
reflect_expect_chooser (void)
{
  g_log_set_writer_func (write_log, NULL, NULL);
}

GtkWidget *
reflect_wait_for_form (GType type)
{
  GtkWidget *form;

  while ((form = reflect_get_form (type)) == NULL)
    g_main_context_iteration (NULL, TRUE);
  settle ();
  return form;
}

void
reflect_wait_until_gone (GType type)
{
  while (reflect_get_form (type) != NULL)
    g_main_context_iteration (NULL, TRUE);
  settle ();
}

GtkWidget *
reflect_find_row (GtkWidget  *form,
                  const char *title)
{
  GtkWidget *row = find_row (form, title);

  g_assert_nonnull (row);
  return row;
}

void
reflect_fill_in (GtkWidget  *form,
                 const char *title,
                 const char *text)
{
  gtk_editable_set_text (GTK_EDITABLE (reflect_find_row (form, title)), text);
}

void
reflect_apply (GtkWidget *form)
{
  gtk_widget_activate_action (form, "editor.save", NULL);
  settle ();
}

void
reflect_click_labelled (GtkWidget  *root,
                        const char *label)
{
  GtkWidget *button = find_button (root, label);

  g_assert_nonnull (button);
  click (button);
  settle ();
}

static gboolean
match_code (GtkWidget     *widget,
            gconstpointer  data)
{
  return GTK_IS_LABEL (widget) && gtk_widget_has_css_class (gtk_widget_get_parent (widget), "bridge-code");
}

/* A private space, by hand: its code is thrown away. */
void
reflect_set_up (RitualsFixture *fixture)
{
  GtkWidget *form;
  GtkWidget *code_form;
  const char *code;

  reflect_show (fixture);
  g_assert_true (gtk_widget_grab_focus (find_button (fixture->window, "_Set Up…")));
  reflect_click_labelled (fixture->window, "_Set Up…");
  form = reflect_wait_for_form (BRIDGE_TYPE_PASSPHRASE_FORM);
  assert_all_named (form);
  reflect_fill_in (form, "Passphrase", "short");
  reflect_apply (form);
  reflect_fill_in (form, "Passphrase", PASSPHRASE);
  reflect_fill_in (form, "Once more", "another one");
  reflect_apply (form);
  g_assert_false (bridge_private_get_exists (reflect_get_private (fixture)));
  reflect_fill_in (form, "Once more", PASSPHRASE);
  reflect_apply (form);

  code_form = reflect_wait_for_form (BRIDGE_TYPE_CODE_FORM);
  reflect_wait_until_gone (BRIDGE_TYPE_PASSPHRASE_FORM);
  assert_all_named (code_form);
  g_assert_true (bridge_private_get_unlocked (reflect_get_private (fixture)));
  gtk_widget_activate_action (code_form, "editor.cancel", NULL);
  settle ();
  g_assert_true (reflect_get_form (BRIDGE_TYPE_CODE_FORM) == code_form);
  for (guint group = 1; group <= BRIDGE_RECOVERY_GROUPS; group++)
    {
      g_autofree char *title = g_strdup_printf ("Group %u", group);
      g_autofree char *typed = NULL;

      if (find_row (code_form, title) == NULL)
        continue;
      reflect_fill_in (code_form, title, "00000");
      reflect_apply (code_form);
      g_assert_true (reflect_get_form (BRIDGE_TYPE_CODE_FORM) == code_form);
      code = gtk_label_get_label (GTK_LABEL (find_widget (code_form, match_code, NULL)));
      typed = g_strndup (code + (group - 1) * (BRIDGE_RECOVERY_GROUP + 1), BRIDGE_RECOVERY_GROUP);
      reflect_fill_in (code_form, title, typed);
      reflect_apply (code_form);
      break;
    }
  reflect_wait_until_gone (BRIDGE_TYPE_CODE_FORM);
  g_assert_nonnull (find_type (fixture->window, BRIDGE_TYPE_PRIVATE_VIEW));
  g_assert_true (gtk_widget_is_ancestor (gtk_window_get_focus (GTK_WINDOW (fixture->window)),
                                         find_type (fixture->window, GTK_TYPE_SEARCH_ENTRY)));
}

void
reflect_unlock (RitualsFixture *fixture)
{
  GtkWidget *form;

  reflect_click_labelled (fixture->window, "_Unlock…");
  form = reflect_wait_for_form (BRIDGE_TYPE_PASSPHRASE_FORM);
  reflect_fill_in (form, "Passphrase", PASSPHRASE);
  reflect_apply (form);
  reflect_wait_until_gone (BRIDGE_TYPE_PASSPHRASE_FORM);
  g_assert_true (bridge_private_get_unlocked (reflect_get_private (fixture)));
}

GtkWidget *
reflect_begin (RitualsFixture *fixture,
               const char     *kind)
{
  GtkWidget *view = find_type (fixture->window, BRIDGE_TYPE_PRIVATE_VIEW);

  gtk_widget_activate_action (view, "private.write", "s", kind);
  return reflect_wait_for_form (BRIDGE_TYPE_PRIVATE_EDITOR);
}

static gboolean
match_text_view (GtkWidget     *widget,
                 gconstpointer  data)
{
  return GTK_IS_TEXT_VIEW (widget) && gtk_text_view_get_editable (GTK_TEXT_VIEW (widget));
}

void
reflect_type_into (GtkWidget  *form,
                   const char *text)
{
  GtkWidget *view = find_widget (form, match_text_view, NULL);

  g_assert_nonnull (view);
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (view)), text, -1);
  settle ();
}

void
reflect_close_form (GtkWidget *form)
{
  gtk_widget_activate_action (form, "editor.cancel", NULL);
  settle ();
}

/* Everything that any widget of any window says, shown or not. */
static gboolean
says (GtkWidget     *widget,
      gconstpointer  words)
{
  g_autofree char *text = NULL;

  if (GTK_IS_LABEL (widget))
    text = g_strdup (gtk_label_get_label (GTK_LABEL (widget)));
  else if (GTK_IS_EDITABLE (widget))
    text = g_strdup (gtk_editable_get_text (GTK_EDITABLE (widget)));
  else if (GTK_IS_TEXT_VIEW (widget))
    g_object_get (gtk_text_view_get_buffer (GTK_TEXT_VIEW (widget)), "text", &text, NULL);
  else if (GTK_IS_WINDOW (widget))
    text = g_strdup (gtk_window_get_title (GTK_WINDOW (widget)));
  return (text != NULL && strstr (text, words) != NULL) ||
         (gtk_widget_get_tooltip_text (widget) != NULL && strstr (gtk_widget_get_tooltip_text (widget), words) != NULL);
}

gboolean
reflect_is_said (const char *words)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWidget) window = g_list_model_get_item (windows, i);

      if (says (window, words) || find_widget (window, says, words) != NULL)
        return TRUE;
    }
  return FALSE;
}

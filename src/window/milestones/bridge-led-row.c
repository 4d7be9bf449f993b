/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "bridge-led-row"

#include "config.h"

#include "bridge-led-row.h"

#include "bridge-form.h"

/* Of what led there so much is shown, and written down. */
#define WORDS_SHOWN 90

static GtkWidget *
make_row (const char *words)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), words);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  return row;
}

/**
 * bridge_led_shorten:
 * @words: any
 *
 * Returns: (transfer full): them on one line, and not the whole of many
 */
char *
bridge_led_shorten (const char *words)
{
  g_autofree char *line = g_strdelimit (g_strdup (words), "\n\r\t", ' ');
  g_autofree char *begins = NULL;

  if (g_utf8_strlen (line, -1) <= WORDS_SHOWN)
    return g_steal_pointer (&line);
  begins = g_utf8_substring (line, 0, WORDS_SHOWN - 1);
  return g_strconcat (g_strchomp (begins), "…", NULL);
}

/**
 * bridge_led_row_new:
 * @words: what led there, short enough
 * @kind: what that was
 * @check: (nullable): where it can be chosen, in front of it
 *
 * Returns: (transfer floating): a row for a list box
 */
GtkWidget *
bridge_led_row_new (const char            *words,
                    BridgeMilestoneSource  kind,
                    GtkWidget             *check)
{
  static const char *const icons[] = {
    [BRIDGE_MILESTONE_FROM_NOTHING] = "bridge-plank-symbolic",
    [BRIDGE_MILESTONE_FROM_RITUALS] = "bridge-cup-symbolic",
    [BRIDGE_MILESTONE_FROM_WINS] = "bridge-spark-symbolic",
    [BRIDGE_MILESTONE_FROM_PROMISES] = "bridge-plank-symbolic",
    [BRIDGE_MILESTONE_FROM_TALKS] = "bridge-ripple-symbolic",
    [BRIDGE_MILESTONE_FROM_WEEKS] = "bridge-bridge-symbolic",
  };
  GtkWidget *row = make_row (words);
  GtkWidget *icon = gtk_image_new_from_icon_name (icons[kind]);

  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 3);
  gtk_widget_add_css_class (icon, "bridge-row-icon");
  if (check == NULL)
    {
      adw_action_row_add_prefix (ADW_ACTION_ROW (row), icon);
      return row;
    }
  gtk_widget_set_valign (check, GTK_ALIGN_CENTER);
  bridge_set_name (check, words);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), check);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), check);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), icon);
  return row;
}

/**
 * bridge_led_row_new_more:
 * @words: how many more there are
 *
 * Returns: (transfer floating): a row for a list box
 */
GtkWidget *
bridge_led_row_new_more (const char *words)
{
  GtkWidget *row = make_row (words);

  gtk_widget_add_css_class (row, "dim-label");
  return row;
}

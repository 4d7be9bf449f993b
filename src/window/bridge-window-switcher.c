/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "bridge-window"

#include "config.h"

#include "bridge-window-private.h"

#include <string.h>

#include "bridge-form.h"

#define TELEPHONE 480 /* px */

/* How one gets from page to page, in the room that there is. */

static void
add_buttons (GtkWidget *widget,
             GPtrArray *buttons)
{
  if (GTK_IS_TOGGLE_BUTTON (widget))
    {
      g_ptr_array_add (buttons, widget);
      return;
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    add_buttons (child, buttons);
}

/* An icon with a name beside or under it; the same button has both. (nullable) */
static GtkWidget *
get_icon_and_name (GtkWidget      *button,
                   GtkOrientation  orientation)
{
  GtkWidget *stack = gtk_widget_get_first_child (button);

  for (GtkWidget *box = gtk_widget_get_first_child (stack); box != NULL; box = gtk_widget_get_next_sibling (box))
    if (gtk_orientable_get_orientation (GTK_ORIENTABLE (box)) == orientation)
      return box;

  return NULL;
}

/* How wide a switcher has to be whose names stand beside or under their icons, all as wide as the widest. Left to itself it
 * would cut them off. */
static int
measure_names (GtkWidget      *switcher,
               GtkOrientation  orientation)
{
  g_autoptr (GPtrArray) buttons = g_ptr_array_new ();
  int wanted, widest = 0;

  add_buttons (switcher, buttons);
  gtk_widget_measure (switcher, GTK_ORIENTATION_HORIZONTAL, -1, &wanted, NULL, NULL, NULL);
  for (guint i = 0; i < buttons->len; i++)
    {
      GtkWidget *button = g_ptr_array_index (buttons, i);
      GtkWidget *box = get_icon_and_name (button, orientation);
      int least, natural = 0;

      gtk_widget_measure (button, GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL, NULL);
      wanted -= least;
      if (box != NULL)
        gtk_widget_measure (box, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &natural, NULL, NULL);
      widest = MAX (widest, natural);
    }

  return wanted + (int) buttons->len * widest;
}

/* How wide the header has to be with something of that width in it. */
static int
measure_header (BridgeWindow *self,
                int           wanted)
{
  int header, shown;

  gtk_widget_measure (self->header_bar, GTK_ORIENTATION_HORIZONTAL, -1, &header, NULL, NULL, NULL);
  gtk_widget_measure (GTK_WIDGET (self->title_stack), GTK_ORIENTATION_HORIZONTAL, -1, &shown, NULL, NULL, NULL);
  return header - shown + wanted;
}

/* What there is room for, whatever the language and the size of its letters: the pages in the header, with their names beside
 * or under their icons, or at the bottom. */
static const char *
choose_title (BridgeWindow *self)
{
  int width = bridge_adaptive_bin_get_width (self->adaptive_bin);
  int under;

  if (!bridge_window_shows_pages (self) || bridge_adaptive_bin_get_narrow (self->adaptive_bin))
    return "title";
  if (measure_header (self, measure_names (self->switcher, GTK_ORIENTATION_HORIZONTAL)) <= width)
    return "switcher";
  under = measure_names (self->compact_switcher, GTK_ORIENTATION_VERTICAL);
  return measure_header (self, under) <= width ? "compact" : "title";
}

static void
show_name (GtkWidget *button,
           gboolean   shown)
{
  GtkWidget *box = get_icon_and_name (button, GTK_ORIENTATION_VERTICAL);
  GtkWidget *label = box != NULL ? gtk_widget_get_last_child (box) : NULL;

  if (!GTK_IS_LABEL (label))
    return;

  gtk_widget_set_visible (label, shown);
  gtk_widget_set_tooltip_text (button, shown ? NULL : gtk_label_get_text (GTK_LABEL (label)));
  bridge_set_name (button, gtk_label_get_text (GTK_LABEL (label)));
}

/* At the bottom there are icons alone, where there is no room for five names. */
static void
update_names (BridgeWindow *self)
{
  g_autoptr (GPtrArray) buttons = g_ptr_array_new ();
  gboolean shown;

  add_buttons (GTK_WIDGET (self->switcher_bar), buttons);
  for (guint i = 0; i < buttons->len; i++)
    show_name (g_ptr_array_index (buttons, i), TRUE);
  shown = measure_names (GTK_WIDGET (self->switcher_bar), GTK_ORIENTATION_VERTICAL)
          <= bridge_adaptive_bin_get_width (self->adaptive_bin);
  for (guint i = 0; i < buttons->len; i++)
    show_name (g_ptr_array_index (buttons, i), shown);
  if (shown)
    gtk_widget_remove_css_class (GTK_WIDGET (self->switcher_bar), "bridge-icons");
  else
    gtk_widget_add_css_class (GTK_WIDGET (self->switcher_bar), "bridge-icons");
}

static char *
dup_close_only (BridgeWindow *self)
{
  g_autofree char *layout = NULL;
  g_autoptr (GString) kept = g_string_new (NULL);

  g_object_get (gtk_widget_get_settings (GTK_WIDGET (self)), "gtk-decoration-layout", &layout, NULL);
  for (const char *at = layout != NULL ? layout : ""; *at != '\0';)
    {
      gsize length = strcspn (at, ",:");

      if (strncmp (at, "minimize", length) != 0 && strncmp (at, "maximize", length) != 0)
        {
          if (kept->len > 0 && kept->str[kept->len - 1] != ':' && length > 0)
            g_string_append_c (kept, ',');
          g_string_append_len (kept, at, length);
        }
      if (at[length] == ':')
        g_string_append_c (kept, ':');
      at += length + (at[length] != '\0');
    }

  return g_string_free (g_steal_pointer (&kept), FALSE);
}

/* As narrow as a telephone, the page is named in the header, and the window is only closed there. */
static void
update_window_buttons (BridgeWindow *self,
                       gboolean      titled)
{
  int width = bridge_adaptive_bin_get_width (self->adaptive_bin);
  AdwHeaderBar *header_bar = ADW_HEADER_BAR (self->header_bar);
  g_autofree char *layout = titled && width > 0 && width < TELEPHONE ? dup_close_only (self) : NULL;

  if (g_strcmp0 (layout, adw_header_bar_get_decoration_layout (header_bar)) != 0)
    adw_header_bar_set_decoration_layout (header_bar, layout);
}

/**
 * bridge_window_update_switcher:
 * @self: the window
 *
 * Puts the pages where there is room for them, with whole names or with none.
 */
void
bridge_window_update_switcher (BridgeWindow *self)
{
  const char *title = choose_title (self);
  gboolean bottom = bridge_window_shows_pages (self) && g_str_equal (title, "title");

  gtk_stack_set_visible_child_name (self->title_stack, title);
  update_window_buttons (self, g_str_equal (title, "title"));
  adw_view_switcher_bar_set_reveal (self->switcher_bar, bottom);
  gtk_widget_set_visible (GTK_WIDGET (self->switcher_bar), bottom);
  if (bottom && bridge_adaptive_bin_get_width (self->adaptive_bin) > 0)
    update_names (self);
}

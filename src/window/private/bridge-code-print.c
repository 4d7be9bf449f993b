/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "bridge-code-print"

#include "config.h"

#include "bridge-code-print.h"

#include <glib/gi18n-lib.h>

#include "bridge-vault.h"

#define MARGIN 72 /* points */
#define CODE_KEY "bridge-code"

/**
 * bridge_code_print_dup_text:
 * @code: a recovery code
 *
 * Returns: (transfer full): what stands beside it, for bridge_secret_free()
 */
char *
bridge_code_print_dup_text (const char *code)
{
  return g_strdup_printf ("%s\n\n%s\n\n%s\n", _("Footbridge recovery code"), code,
                          _("Keep it where only you look. Whoever has it and this computer can read what you wrote."));
}

static void
draw_page_cb (GtkPrintOperation *operation,
              GtkPrintContext   *context,
              int                page,
              gpointer           user_data)
{
  const char *code = g_object_get_data (G_OBJECT (operation), CODE_KEY);
  cairo_t *cairo = gtk_print_context_get_cairo_context (context);
  g_autoptr (PangoLayout) layout = NULL;
  PangoFontDescription *font;
  char *text;

  if (code == NULL)
    {
      gtk_print_operation_cancel (operation);
      return;
    }
  layout = gtk_print_context_create_pango_layout (context);
  font = pango_font_description_from_string ("Monospace 12");
  text = bridge_code_print_dup_text (code);
  pango_layout_set_font_description (layout, font);
  pango_layout_set_width (layout, (int) (gtk_print_context_get_width (context) - MARGIN) * PANGO_SCALE);
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_text (layout, text, -1);
  cairo_move_to (cairo, MARGIN / 2, MARGIN / 2);
  pango_cairo_show_layout (cairo, layout);
  pango_font_description_free (font);
  bridge_secret_free (text);
}

static void
free_code (gpointer code)
{
  bridge_secret_free (code);
}

/**
 * bridge_code_print_new:
 * @code: a recovery code
 *
 * Returns: (transfer full): one page with it, to be run
 */
GtkPrintOperation *
bridge_code_print_new (const char *code)
{
  GtkPrintOperation *self = gtk_print_operation_new ();

  gtk_print_operation_set_n_pages (self, 1);
  /* A queue of printing jobs is for everybody to see. */
  gtk_print_operation_set_job_name (self, "Footbridge");
  gtk_print_operation_set_unit (self, GTK_UNIT_POINTS);
  g_object_set_data_full (G_OBJECT (self), CODE_KEY, g_strdup (code), free_code);
  g_signal_connect (self, "draw-page", G_CALLBACK (draw_page_cb), NULL);
  return self;
}

/**
 * bridge_code_print_forget:
 * @self: an operation of bridge_code_print_new(), running or not
 *
 * Wipes the code: whoever presses "Print" in a dialog that is still open gets nothing.
 */
void
bridge_code_print_forget (GtkPrintOperation *self)
{
  g_object_set_data (G_OBJECT (self), CODE_KEY, NULL);
}

/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "bridge-figure-export"

#include "config.h"

#include "bridge-figure-export.h"

#include <cairo-svg.h>
#include <glib/gi18n-lib.h>
#include <math.h>

#include "bridge-canvas.h"
#include "bridge-error.h"
#include "bridge-save.h"

#define MARGIN 30.0
#define SPACE 12.0
#define WIDTH 800.0    /* of what is drawn, at least */
#define PNG_SCALE 2.0  /* sharp on paper, too */
#define FONT "Cantarell, Sans 11"
#define TITLE_SCALE 1.45

typedef struct {
  const BridgeLookBack *look_back;
  BridgeFigure figure;
  int year;
  BridgeCanvas canvas;
  PangoLayout *title;
  PangoLayout *words;
  PangoLayout *basis;
  double height; /* of all of it, with margins */
} Sheet;

static PangoLayout *
create_layout (Sheet      *sheet,
               const char *text,
               double      scale,
               gboolean    bold)
{
  PangoLayout *layout = pango_layout_new (sheet->canvas.pango);
  PangoAttrList *attributes = pango_attr_list_new ();

  pango_attr_list_insert (attributes, pango_attr_scale_new (scale));
  pango_attr_list_insert (attributes, pango_attr_font_features_new ("tnum"));
  if (bold)
    pango_attr_list_insert (attributes, pango_attr_weight_new (PANGO_WEIGHT_SEMIBOLD));
  pango_layout_set_attributes (layout, attributes);
  pango_attr_list_unref (attributes);
  pango_layout_set_width (layout, (int) (sheet->canvas.width * PANGO_SCALE));
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  /* Otherwise words go where their own letters begin. */
  pango_layout_set_auto_dir (layout, FALSE);
  pango_layout_set_text (layout, text, -1);
  return layout;
}

static double
get_height (PangoLayout *layout)
{
  int height;

  pango_layout_get_pixel_size (layout, NULL, &height);
  return height;
}

static void
lay_out (Sheet    *sheet,
         gboolean  alone)
{
  g_autoptr (PangoFontDescription) font = pango_font_description_from_string (FONT);
  g_autofree char *words = bridge_look_back_to_words (sheet->look_back, sheet->figure, sheet->year, alone);
  g_autofree char *entries
      = bridge_look_back_dup_basis (bridge_look_back_count (sheet->look_back, sheet->figure, sheet->year));
  g_autofree char *own = bridge_look_back_dup_own (sheet->look_back, sheet->figure, TRUE);
  g_autofree char *basis = own != NULL ? g_strconcat (entries, "\n", own, NULL) : g_strdup (entries);
  PangoContext *pango = pango_font_map_create_context (pango_cairo_font_map_get_default ());

  pango_context_set_font_description (pango, font);
  pango_context_set_base_dir (pango, sheet->canvas.mirrored ? PANGO_DIRECTION_RTL : PANGO_DIRECTION_LTR);
  sheet->canvas.pango = pango;
  sheet->canvas.width = ceil (MAX (WIDTH, bridge_picture_get_min_width (sheet->look_back, sheet->figure, pango)));
  bridge_canvas_colours_for_paper (&sheet->canvas.colours);

  sheet->title = create_layout (sheet, bridge_figure_get_title (sheet->figure, sheet->look_back, alone), TITLE_SCALE, TRUE);
  sheet->words = create_layout (sheet, words, 1, FALSE);
  sheet->basis = create_layout (sheet, basis, PANGO_SCALE_SMALL, FALSE);
  sheet->height = ceil (2 * MARGIN + get_height (sheet->title) + get_height (sheet->words) + get_height (sheet->basis)
                        + bridge_picture_get_height (sheet->look_back, sheet->figure, pango, sheet->canvas.width)
                        + bridge_picture_draw_legend (&sheet->canvas, sheet->look_back, sheet->figure, 0) + 4.5 * SPACE);
}

static void
sheet_clear (Sheet *sheet)
{
  g_clear_object (&sheet->title);
  g_clear_object (&sheet->words);
  g_clear_object (&sheet->basis);
  g_clear_object (&sheet->canvas.pango);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Sheet, sheet_clear)

static double
write_words (Sheet       *sheet,
             PangoLayout *layout,
             double       strength)
{
  bridge_canvas_set_colour (&sheet->canvas, &sheet->canvas.colours.text, strength);
  cairo_move_to (sheet->canvas.cr, 0, 0);
  pango_cairo_show_layout (sheet->canvas.cr, layout);
  cairo_new_path (sheet->canvas.cr);
  return get_height (layout);
}

static void
draw (Sheet           *sheet,
      cairo_surface_t *surface)
{
  BridgeCanvas *canvas = &sheet->canvas;
  cairo_t *cr = cairo_create (surface);
  double legend;

  canvas->cr = cr;
  pango_cairo_update_context (cr, canvas->pango);
  gdk_cairo_set_source_rgba (cr, &canvas->colours.ground);
  cairo_paint (cr);

  cairo_translate (cr, MARGIN, MARGIN);
  cairo_translate (cr, 0, write_words (sheet, sheet->title, 1) + SPACE / 2);
  cairo_translate (cr, 0, write_words (sheet, sheet->words, 0.9) + 1.5 * SPACE);
  bridge_picture_draw (canvas, sheet->look_back, sheet->figure, sheet->year);
  cairo_translate (cr, 0, bridge_picture_get_height (sheet->look_back, sheet->figure, canvas->pango, canvas->width)
                          + 1.5 * SPACE);
  legend = bridge_picture_draw_legend (canvas, sheet->look_back, sheet->figure, 0);
  cairo_translate (cr, 0, legend + SPACE);
  write_words (sheet, sheet->basis, 0.72);
  canvas->cr = NULL;
  cairo_destroy (cr);
}

static cairo_status_t
write_cb (void                *closure,
          const unsigned char *data,
          unsigned int         length)
{
  g_byte_array_append (closure, data, length);
  return CAIRO_STATUS_SUCCESS;
}

/**
 * bridge_figure_to_bytes:
 * @look_back: figures
 * @figure: a picture of them, with at least one entry
 * @year: of the calendar, which sheet
 * @alone: whether there is one person only
 * @mirrored: whether one reads from the right
 * @format: PNG or SVG
 * @error: where to say what went wrong
 *
 * Draws a picture on white paper, with its title, what it says and on how much it rests. Nothing else is in the file: neither
 * when it was made nor by whom, and nothing that would have to be fetched.
 *
 * Returns: (transfer full) (nullable): the file, or %NULL with %BRIDGE_ERROR_STORAGE
 */
GBytes *
bridge_figure_to_bytes (const BridgeLookBack  *look_back,
                        BridgeFigure           figure,
                        int                    year,
                        gboolean               alone,
                        gboolean               mirrored,
                        BridgePictureFormat    format,
                        GError               **error)
{
  g_auto (Sheet) sheet = { .look_back = look_back, .figure = figure, .year = year, .canvas = { .mirrored = mirrored } };
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  cairo_surface_t *surface;
  cairo_status_t status;
  double width;

  lay_out (&sheet, alone);
  width = sheet.canvas.width + 2 * MARGIN;
  if (format == BRIDGE_PICTURE_SVG)
    {
      surface = cairo_svg_surface_create_for_stream (write_cb, bytes, width, sheet.height);
    }
  else
    {
      surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, (int) (width * PNG_SCALE), (int) (sheet.height * PNG_SCALE));
      cairo_surface_set_device_scale (surface, PNG_SCALE, PNG_SCALE);
    }
  draw (&sheet, surface);
  if (format == BRIDGE_PICTURE_PNG)
    cairo_surface_write_to_png_stream (surface, write_cb, bytes);
  cairo_surface_finish (surface);
  status = cairo_surface_status (surface);
  cairo_surface_destroy (surface);

  if (status == CAIRO_STATUS_SUCCESS && bytes->len > 0)
    return g_byte_array_free_to_bytes (g_steal_pointer (&bytes));
  g_set_error (error, BRIDGE_ERROR, BRIDGE_ERROR_STORAGE,
               /* Translators: %s is the system's reason */
               _("The picture could not be drawn: %s. Nothing was saved."), cairo_status_to_string (status));
  return NULL;
}

/**
 * bridge_figure_save:
 * @look_back: figures
 * @figure: a picture of them, with at least one entry
 * @year: of the calendar, which sheet
 * @alone: whether there is one person only
 * @mirrored: whether one reads from the right
 * @format: PNG or SVG
 * @path: a file to write, or to replace
 * @error: where to say what went wrong
 *
 * Writes a picture into a file that only this account of the computer may read (0600).
 *
 * Returns: %FALSE with %BRIDGE_ERROR_FULL, %BRIDGE_ERROR_STATE or %BRIDGE_ERROR_STORAGE
 */
gboolean
bridge_figure_save (const BridgeLookBack  *look_back,
                    BridgeFigure           figure,
                    int                    year,
                    gboolean               alone,
                    gboolean               mirrored,
                    BridgePictureFormat    format,
                    const char            *path,
                    GError               **error)
{
  g_autoptr (GBytes) bytes = bridge_figure_to_bytes (look_back, figure, year, alone, mirrored, format, error);
  const void *data;
  gsize length;

  if (bytes == NULL)
    return FALSE;

  data = g_bytes_get_data (bytes, &length);
  return bridge_save_bytes (path, data, length, error);
}

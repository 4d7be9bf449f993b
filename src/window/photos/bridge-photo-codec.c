/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "bridge-photo-codec"

#include "config.h"

#include "bridge-photo-codec.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "bridge-error.h"

#define QUALITY "85"
#define CHUNK (64 * 1024)

/* What is asked to decode, by how a file begins: a drawing, which could fetch other files, is never tried. */
static const struct {
  gsize offset;
  const char *bytes;
  gsize length;
  const char *mime_type;
} kinds[] = {
  { 0, "\xff\xd8\xff", 3, "image/jpeg" },
  { 0, "\x89PNG\r\n\x1a\n", 8, "image/png" },
  { 0, "GIF8", 4, "image/gif" },
  { 8, "WEBP", 4, "image/webp" },
  { 0, "II*\0", 4, "image/tiff" },
  { 0, "MM\0*", 4, "image/tiff" },
  { 4, "ftypavif", 8, "image/avif" },
  { 4, "ftyphei", 7, "image/heif" },
  { 4, "ftypmif1", 8, "image/heif" },
};

static gboolean
refuse (const char  *sentence,
        GError     **error)
{
  g_set_error_literal (error, BRIDGE_ERROR, BRIDGE_ERROR_INVALID_VALUE, sentence);

  return FALSE;
}

/* The size that fits, and never a larger one. */
static void
fit (int  width,
     int  height,
     int  most,
     int *to_width,
     int *to_height)
{
  int longer = MAX (width, height);

  *to_width = longer > most ? MAX (1, (int) ((gint64) width * most / longer)) : width;
  *to_height = longer > most ? MAX (1, (int) ((gint64) height * most / longer)) : height;
}

static void
size_prepared_cb (GdkPixbufLoader *loader,
                  int              width,
                  int              height,
                  gboolean        *too_large)
{
  int to_width = 0;
  int to_height = 0;

  /* Of one that is too large nothing more is wanted: with no size at all, it is not decoded. */
  *too_large = width < 1 || height < 1 || (gint64) width * height > BRIDGE_PHOTO_MAX_PIXELS;
  if (!*too_large)
    fit (width, height, BRIDGE_PHOTO_LONG, &to_width, &to_height);
  if (to_width != width || to_height != height)
    gdk_pixbuf_loader_set_size (loader, to_width, to_height);
}

/* What is compressed cannot hold the mark of the end, but a small picture in what stands before it can. */
static gboolean
is_whole_jpeg (const guint8 *data,
               gsize         size)
{
  gsize at = 2;

  /* From one segment to the next, until the picture itself begins. */
  while (at + 4 <= size && data[at] == 0xff && data[at + 1] != 0xda)
    at += data[at + 1] == 0xff ? 1 : 2 + (gsize) (data[at + 2] << 8 | data[at + 3]);
  for (; at + 1 < size; at++)
    if (data[at] == 0xff && data[at + 1] == 0xd9)
      return TRUE;

  return FALSE;
}

static gboolean
is_whole_png (const guint8 *data,
              gsize         size)
{
  static const guint8 end[] = { 'I', 'E', 'N', 'D', 0xae, 'B', '`', 0x82 };

  for (gsize at = 8; at + sizeof end <= size; at++)
    if (data[at] == 'I' && memcmp (data + at, end, sizeof end) == 0)
      return TRUE;

  return FALSE;
}

static gboolean
is_whole_webp (const guint8 *data,
               gsize         size)
{
  guint32 inner;

  memcpy (&inner, data + 4, sizeof inner);

  return (gsize) GUINT32_FROM_LE (inner) + 8 <= size;
}

/* Decoders say nothing when a file ends too early, and leave the rest empty. */
static gboolean
is_whole (const char *kind,
          GBytes     *bytes)
{
  gsize size;
  const guint8 *data = g_bytes_get_data (bytes, &size);

  if (g_str_equal (kind, "image/jpeg"))
    return is_whole_jpeg (data, size);
  if (g_str_equal (kind, "image/png"))
    return is_whole_png (data, size);

  return !g_str_equal (kind, "image/webp") || is_whole_webp (data, size);
}

static const char *
find_kind (GBytes *bytes)
{
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);

  for (gsize i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (size >= kinds[i].offset + kinds[i].length
        && memcmp (data + kinds[i].offset, kinds[i].bytes, kinds[i].length) == 0)
      return kinds[i].mime_type;

  return NULL;
}

static gboolean
feed (GdkPixbufLoader  *loader,
      GBytes           *bytes,
      const gboolean   *too_large,
      GError          **error)
{
  gsize size;
  const guchar *data = g_bytes_get_data (bytes, &size);

  /* In pieces, so that one that is too large is let go as soon as it says so. */
  for (gsize at = 0; at < size && !*too_large; at += CHUNK)
    if (!gdk_pixbuf_loader_write (loader, data + at, MIN (CHUNK, size - at), error))
      return FALSE;

  return !*too_large;
}

/* (transfer full) (nullable): as large as it shall be, and as it was painted */
static GdkPixbuf *
load (GBytes  *bytes,
      GError **error)
{
  const char *kind = find_kind (bytes);
  g_autoptr (GdkPixbufLoader) loader = NULL;
  g_autoptr (GError) local_error = NULL;
  gboolean too_large = FALSE;
  GdkPixbuf *pixbuf;
  gboolean whole;

  if (kind == NULL)
    {
      refuse (_("This is no picture that Footbridge can show. JPEG, PNG and WebP are good."), error);
      return NULL;
    }

  loader = gdk_pixbuf_loader_new_with_mime_type (kind, NULL);
  if (loader == NULL)
    {
      g_set_error (error, BRIDGE_ERROR, BRIDGE_ERROR_INVALID_VALUE,
                   /* Translators: %s is the name of a kind of file, for instance "image/heif". */
                   _("This computer cannot read pictures of this kind (%s). JPEG, PNG and WebP are good."), kind);
      return NULL;
    }

  g_signal_connect (loader, "size-prepared", G_CALLBACK (size_prepared_cb), &too_large);
  whole = feed (loader, bytes, &too_large, &local_error);
  /* It has to be closed in any case. */
  whole = gdk_pixbuf_loader_close (loader, whole ? &local_error : NULL) && whole;
  if (too_large)
    {
      refuse (_("This picture is too large for Footbridge: it has more than 80 megapixels."), error);
      return NULL;
    }

  pixbuf = gdk_pixbuf_loader_get_pixbuf (loader);
  if (!whole || pixbuf == NULL || !is_whole (kind, bytes))
    {
      g_debug ("A picture could not be decoded: %s", local_error != NULL ? local_error->message : "it is not whole");
      refuse (_("This picture is damaged, or not whole."), error);
      return NULL;
    }

  return g_object_ref (pixbuf);
}

/* (transfer full): on white, as JPEG knows nothing of what shines through, and at most so long */
static GdkPixbuf *
flatten (GdkPixbuf *pixbuf,
         int        most)
{
  int width, height;

  fit (gdk_pixbuf_get_width (pixbuf), gdk_pixbuf_get_height (pixbuf), most, &width, &height);
  if (!gdk_pixbuf_get_has_alpha (pixbuf))
    return gdk_pixbuf_scale_simple (pixbuf, width, height, GDK_INTERP_BILINEAR);

  return gdk_pixbuf_composite_color_simple (pixbuf, width, height, GDK_INTERP_BILINEAR, 255, 16, 0xffffff, 0xffffff);
}

/* Nothing goes along but the picture itself: not when, where or with what it was taken. */
static GBytes *
encode (GdkPixbuf  *pixbuf,
        GError    **error)
{
  g_autofree char *data = NULL;
  g_autoptr (GError) local_error = NULL;
  gsize size;

  if (!gdk_pixbuf_save_to_buffer (pixbuf, &data, &size, "jpeg", &local_error, "quality", QUALITY, NULL))
    {
      g_debug ("A picture could not be encoded: %s", local_error->message);
      refuse (_("This picture could not be made smaller, so it was not added."), error);
      return NULL;
    }

  return g_bytes_new_take (g_steal_pointer (&data), size);
}

/**
 * bridge_photo_decode:
 * @bytes: a file's content
 * @error: where to say what is the matter
 *
 * Makes a picture into one that is kept. This takes its time.
 *
 * Returns: (transfer full) (nullable): a draft, or %NULL with %BRIDGE_ERROR_INVALID_VALUE
 */
BridgePhotoDraft *
bridge_photo_decode (GBytes  *bytes,
                     GError **error)
{
  g_autoptr (GdkPixbuf) loaded = NULL;
  g_autoptr (GdkPixbuf) upright = NULL;
  g_autoptr (GdkPixbuf) large = NULL;
  g_autoptr (GdkPixbuf) small = NULL;
  g_autoptr (GBytes) large_bytes = NULL;
  g_autoptr (GBytes) small_bytes = NULL;

  if (g_bytes_get_size (bytes) == 0)
    {
      refuse (_("There is nothing in this file."), error);
      return NULL;
    }
  loaded = load (bytes, error);
  if (loaded == NULL)
    return NULL;

  upright = gdk_pixbuf_apply_embedded_orientation (loaded);
  large = upright != NULL ? flatten (upright, BRIDGE_PHOTO_LONG) : NULL;
  small = large != NULL ? flatten (large, BRIDGE_PHOTO_SHORT) : NULL;
  if (large == NULL || small == NULL)
    {
      refuse (_("There is not enough memory for this picture."), error);
      return NULL;
    }
  large_bytes = encode (large, error);
  small_bytes = large_bytes != NULL ? encode (small, error) : NULL;
  if (small_bytes == NULL)
    return NULL;

  return bridge_photo_draft_new (large_bytes, small_bytes, gdk_pixbuf_get_width (large), gdk_pixbuf_get_height (large));
}

/* At most as much as a picture may have: a device or a pipe never ends. (transfer full) (nullable) */
static GBytes *
read_file (GFile         *file,
           GCancellable  *cancellable,
           GError       **error)
{
  g_autoptr (GFileInputStream) stream = NULL;
  g_autoptr (GFileInfo) info = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GByteArray) content = g_byte_array_new ();
  g_autoptr (GError) local_error = NULL;

  /* What is no file, a pipe for instance, would be waited for when it is opened. */
  info = g_file_query_info (file, G_FILE_ATTRIBUTE_STANDARD_TYPE, G_FILE_QUERY_INFO_NONE, cancellable, &local_error);
  if (info != NULL && g_file_info_get_file_type (info) != G_FILE_TYPE_REGULAR)
    {
      refuse (_("This is no picture that Footbridge can show. JPEG, PNG and WebP are good."), error);
      return NULL;
    }
  stream = info != NULL ? g_file_read (file, cancellable, &local_error) : NULL;
  while (stream != NULL)
    {
      g_clear_pointer (&bytes, g_bytes_unref);
      bytes = g_input_stream_read_bytes (G_INPUT_STREAM (stream), 1024 * 1024, cancellable, &local_error);
      if (bytes == NULL || g_bytes_get_size (bytes) == 0)
        break;
      g_byte_array_append (content, g_bytes_get_data (bytes, NULL), (guint) g_bytes_get_size (bytes));
      if (content->len > BRIDGE_PHOTO_MAX_BYTES)
        {
          refuse (_("This file is too large for Footbridge: it has more than 64 megabytes."), error);
          return NULL;
        }
    }

  if (local_error != NULL)
    {
      g_set_error (error, BRIDGE_ERROR, BRIDGE_ERROR_INVALID_VALUE,
                   /* Translators: %s is what the system says about a file. */
                   _("This file cannot be read: %s"), local_error->message);
      return NULL;
    }

  return g_byte_array_free_to_bytes (g_steal_pointer (&content));
}

/**
 * bridge_photo_decode_file:
 * @file: a file
 * @cancellable: (nullable): to stop reading it
 * @error: where to say what is the matter
 *
 * Makes a picture in a file into one that is kept. This takes its time.
 *
 * Returns: (transfer full) (nullable): a draft, or %NULL with %BRIDGE_ERROR_INVALID_VALUE
 */
BridgePhotoDraft *
bridge_photo_decode_file (GFile         *file,
                          GCancellable  *cancellable,
                          GError       **error)
{
  g_autoptr (GBytes) bytes = read_file (file, cancellable, error);

  return bytes != NULL ? bridge_photo_decode (bytes, error) : NULL;
}

static void
thread (GTask        *task,
        gpointer      source_object,
        gpointer      task_data,
        GCancellable *cancellable)
{
  const GValue *source = task_data;
  g_autoptr (GError) error = NULL;
  BridgePhotoDraft *draft;

  if (G_VALUE_HOLDS (source, G_TYPE_BYTES))
    {
      draft = bridge_photo_decode (g_value_get_boxed (source), &error);
    }
  else if (G_VALUE_HOLDS (source, G_TYPE_FILE))
    {
      draft = bridge_photo_decode_file (g_value_get_object (source), cancellable, &error);
    }
  else
    {
      g_autoptr (GBytes) bytes = gdk_texture_save_to_png_bytes (g_value_get_object (source));

      draft = bridge_photo_decode (bytes, &error);
    }

  if (draft != NULL)
    g_task_return_pointer (task, draft, (GDestroyNotify) bridge_photo_draft_free);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

static void
value_free (gpointer data)
{
  g_value_unset (data);
  g_free (data);
}

/**
 * bridge_photo_decode_async:
 * @owner: an object that asks
 * @source: a #GFile, a #GBytes or a #GdkTexture
 * @cancellable: (nullable): to let it be
 * @callback: (scope async): called when it is done
 * @user_data: for @callback
 *
 * Makes a picture into one that is kept, in a thread.
 */
void
bridge_photo_decode_async (GObject             *owner,
                           const GValue        *source,
                           GCancellable        *cancellable,
                           GAsyncReadyCallback  callback,
                           gpointer             user_data)
{
  g_autoptr (GTask) task = g_task_new (owner, cancellable, callback, user_data);
  GValue *copy = g_new0 (GValue, 1);

  g_value_init (copy, G_VALUE_TYPE (source));
  g_value_copy (source, copy);
  g_task_set_source_tag (task, bridge_photo_decode_async);
  g_task_set_task_data (task, copy, value_free);
  g_task_run_in_thread (task, thread);
}

/**
 * bridge_photo_decode_finish:
 * @result: what the callback got
 * @error: where to say what is the matter
 *
 * Returns: (transfer full) (nullable): a draft, or %NULL with %BRIDGE_ERROR_INVALID_VALUE or %G_IO_ERROR_CANCELLED
 */
BridgePhotoDraft *
bridge_photo_decode_finish (GAsyncResult  *result,
                            GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, g_task_get_source_object (G_TASK (result))), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

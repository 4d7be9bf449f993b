/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define _GNU_SOURCE

#include "config.h"

#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#include <adwaita.h>
#include <glib/gstdio.h>

#include "bridge-error.h"
#include "bridge-photo-codec.h"
#include "../support/bridge-test.h"

/* Left half red, right half blue. */
static GdkPixbuf *
make_picture (int      width,
              int      height,
              gboolean alpha)
{
  GdkPixbuf *pixbuf = gdk_pixbuf_new (GDK_COLORSPACE_RGB, alpha, 8, width, height);
  g_autoptr (GdkPixbuf) left = gdk_pixbuf_new_subpixbuf (pixbuf, 0, 0, (width + 1) / 2, height);

  gdk_pixbuf_fill (pixbuf, alpha ? 0x0000ff00 : 0x0000ffff);
  gdk_pixbuf_fill (left, 0xff0000ff);

  return pixbuf;
}

static GBytes *
save (GdkPixbuf  *pixbuf,
      const char *type)
{
  g_autoptr (GError) error = NULL;
  char *data;
  gsize size;

  g_assert_true (gdk_pixbuf_save_to_buffer (pixbuf, &data, &size, type, &error, NULL));
  g_assert_no_error (error);

  return g_bytes_new_take (data, size);
}

/* A picture with what a camera writes into it: how it was held, and a word that must not go along. */
static GBytes *
make_photo (int width,
            int height,
            int orientation)
{
  g_autoptr (GdkPixbuf) pixbuf = make_picture (width, height, FALSE);
  g_autoptr (GBytes) plain = save (pixbuf, "jpeg");
  const guint8 exif[] = {
    0xff, 0xe1, 0, 2 + 6 + 8 + 2 + 24 + 4 + 10, 'E', 'x', 'i', 'f', 0, 0,
    'M', 'M', 0, 42, 0, 0, 0, 8,
    0, 2,
    /* Make, ASCII, 10 characters, further down */
    0x01, 0x0f, 0, 2, 0, 0, 0, 10, 0, 0, 0, 38,
    /* Orientation, SHORT */
    0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, (guint8) orientation, 0, 0,
    0, 0, 0, 0,
    'S', 'e', 'c', 'r', 'e', 't', 'C', 'a', 'm', 0,
  };
  GByteArray *photo = g_byte_array_new ();

  g_byte_array_append (photo, g_bytes_get_data (plain, NULL), 2);
  g_byte_array_append (photo, exif, sizeof exif);
  g_byte_array_append (photo, (const guint8 *) g_bytes_get_data (plain, NULL) + 2, (guint) g_bytes_get_size (plain) - 2);

  return g_byte_array_free_to_bytes (photo);
}

static gboolean
has (GBytes     *bytes,
     const char *word)
{
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);

  return memmem (data, size, word, strlen (word)) != NULL;
}

static GdkPixbuf *
read_back (GBytes *bytes)
{
  g_autoptr (GInputStream) stream = g_memory_input_stream_new_from_bytes (bytes);
  g_autoptr (GError) error = NULL;
  GdkPixbuf *pixbuf = gdk_pixbuf_new_from_stream (stream, NULL, &error);

  g_assert_no_error (error);
  g_assert_true (has (bytes, "\xff\xd8\xff"));

  return pixbuf;
}

static const guchar *
get_pixel (GdkPixbuf *pixbuf,
           int        x,
           int        y)
{
  return gdk_pixbuf_read_pixels (pixbuf) + y * gdk_pixbuf_get_rowstride (pixbuf) + x * gdk_pixbuf_get_n_channels (pixbuf);
}

static BridgePhotoDraft *
decode (GBytes *bytes)
{
  g_autoptr (GError) error = NULL;
  BridgePhotoDraft *draft = bridge_photo_decode (bytes, &error);

  g_assert_no_error (error);

  return draft;
}

static void
test_sizes (void)
{
  const struct {
    int width, height;
    int large_width, large_height;
    int small_width, small_height;
  } cases[] = {
    { 1, 1, 1, 1, 1, 1 },
    { 300, 200, 300, 200, 300, 200 },
    { 640, 480, 640, 480, 320, 240 },
    { 2048, 1000, 2048, 1000, 320, 156 },
    { 4096, 1024, 2048, 512, 320, 80 },
    { 1000, 5000, 409, 2048, 63, 320 },
    { 5000, 2, 2048, 1, 320, 1 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    for (int png = 0; png < 2; png++)
      {
        g_autoptr (GdkPixbuf) pixbuf = make_picture (cases[i].width, cases[i].height, FALSE);
        g_autoptr (GBytes) bytes = save (pixbuf, png ? "png" : "jpeg");
        g_autoptr (BridgePhotoDraft) draft = decode (bytes);
        g_autoptr (GdkPixbuf) large = read_back (draft->large);
        g_autoptr (GdkPixbuf) small = read_back (draft->small);

        g_assert_cmpint (draft->width, ==, cases[i].large_width);
        g_assert_cmpint (draft->height, ==, cases[i].large_height);
        g_assert_cmpint (gdk_pixbuf_get_width (large), ==, draft->width);
        g_assert_cmpint (gdk_pixbuf_get_height (large), ==, draft->height);
        g_assert_cmpint (gdk_pixbuf_get_width (small), ==, cases[i].small_width);
        g_assert_cmpint (gdk_pixbuf_get_height (small), ==, cases[i].small_height);
      }
}

/* Upright, and without a word of the camera: not in the large one, not in the small one. */
static void
test_metadata (void)
{
  for (int orientation = 1; orientation <= 8; orientation++)
    {
      g_autoptr (GBytes) photo = make_photo (400, 200, orientation);
      g_autoptr (BridgePhotoDraft) draft = decode (photo);
      g_autoptr (GdkPixbuf) large = read_back (draft->large);
      gboolean on_its_side = orientation >= 5;
      /* Where the red half has to be, seen upright. */
      int x = orientation == 2 || orientation == 3 ? 390 : on_its_side ? 100 : 10;
      int y = orientation == 7 || orientation == 8 ? 390 : on_its_side ? 10 : 100;
      const guchar *pixel = NULL;

      g_assert_true (has (photo, "Exif"));
      g_assert_true (has (photo, "SecretCam"));
      g_assert_false (has (draft->large, "Exif"));
      g_assert_false (has (draft->small, "Exif"));
      g_assert_false (has (draft->large, "SecretCam"));
      g_assert_false (has (draft->small, "SecretCam"));
      g_assert_cmpint (draft->width, ==, on_its_side ? 200 : 400);
      g_assert_cmpint (draft->height, ==, on_its_side ? 400 : 200);
      pixel = get_pixel (large, x, y);
      g_assert_cmpint (pixel[0], >, 200);
      g_assert_cmpint (pixel[2], <, 60);
    }
}

static void
test_words_of_png (void)
{
  g_autoptr (GdkPixbuf) pixbuf = make_picture (20, 20, FALSE);
  g_autoptr (BridgePhotoDraft) draft = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;
  char *data;
  gsize size;

  g_assert_true (gdk_pixbuf_save_to_buffer (pixbuf, &data, &size, "png", &error, "tEXt::Comment", "SecretPlace", NULL));
  bytes = g_bytes_new_take (data, size);
  g_assert_true (has (bytes, "SecretPlace"));
  draft = decode (bytes);
  g_assert_false (has (draft->large, "SecretPlace"));
  g_assert_false (has (draft->small, "SecretPlace"));
}

/* What shines through stands on white. */
static void
test_alpha (void)
{
  g_autoptr (GdkPixbuf) pixbuf = make_picture (400, 200, TRUE);
  g_autoptr (GBytes) bytes = save (pixbuf, "png");
  g_autoptr (BridgePhotoDraft) draft = decode (bytes);
  g_autoptr (GdkPixbuf) large = read_back (draft->large);

  g_assert_cmpint (get_pixel (large, 390, 100)[0], >, 240);
  g_assert_cmpint (get_pixel (large, 390, 100)[1], >, 240);
  g_assert_cmpint (get_pixel (large, 390, 100)[2], >, 240);
  g_assert_cmpint (get_pixel (large, 10, 100)[0], >, 200);
  g_assert_cmpint (get_pixel (large, 10, 100)[1], <, 60);
}

static void
put_chunk (GByteArray *png,
           const char *type,
           const void *data,
           guint32     size)
{
  guint32 crc = 0xffffffff;
  guint32 big = GUINT32_TO_BE (size);
  guint start = png->len + 4;

  g_byte_array_append (png, (const guint8 *) &big, 4);
  g_byte_array_append (png, (const guint8 *) type, 4);
  g_byte_array_append (png, data, size);
  for (guint i = start; i < png->len; i++)
    {
      crc ^= png->data[i];
      for (int bit = 0; bit < 8; bit++)
        crc = (crc >> 1) ^ (crc & 1 ? 0xedb88320 : 0);
    }
  big = GUINT32_TO_BE (~crc);
  g_byte_array_append (png, (const guint8 *) &big, 4);
}

/* A few bytes that say they are a picture of 900 megapixels. */
static GBytes *
make_huge (void)
{
  GByteArray *png = g_byte_array_new ();
  const guint8 header[13] = { 0, 0, 0x75, 0x30, 0, 0, 0x75, 0x30, 8, 2, 0, 0, 0 };

  g_byte_array_append (png, (const guint8 *) "\x89PNG\r\n\x1a\n", 8);
  put_chunk (png, "IHDR", header, sizeof header);
  put_chunk (png, "IDAT", "\x78\x9c\x63\0\0\0\x01\0\x01", 9);
  put_chunk (png, "IEND", "", 0);

  return g_byte_array_free_to_bytes (png);
}

static void
put_entry (GByteArray *tiff,
           guint16     tag,
           guint32     value)
{
  const guint16 head[] = { GUINT16_TO_LE (tag), GUINT16_TO_LE (4) };
  const guint32 tail[] = { GUINT32_TO_LE (1), GUINT32_TO_LE (value) };

  g_byte_array_append (tiff, (const guint8 *) head, sizeof head);
  g_byte_array_append (tiff, (const guint8 *) tail, sizeof tail);
}

/* A whole picture of 100 megapixels, all of them black, in little more than a megabyte. */
static GBytes *
make_long (void)
{
  const guint32 side = 10000;
  const guint32 row = (side + 127) / 128 * 2;
  GByteArray *tiff = g_byte_array_new ();
  guint32 strip = 8 + 2 + 9 * 12 + 4;

  g_byte_array_append (tiff, (const guint8 *) "II*\0\x08\0\0\0\x09\0", 10);
  put_entry (tiff, 256, side);       /* wide */
  put_entry (tiff, 257, side);       /* high */
  put_entry (tiff, 258, 8);          /* bits of a sample */
  put_entry (tiff, 259, 32773);      /* PackBits */
  put_entry (tiff, 262, 1);          /* 0 is black */
  put_entry (tiff, 273, strip);      /* where it begins */
  put_entry (tiff, 277, 1);          /* sample of a pixel */
  put_entry (tiff, 278, side);       /* rows, all in one strip */
  put_entry (tiff, 279, side * row); /* bytes of it */
  g_byte_array_append (tiff, (const guint8 *) "\0\0\0\0", 4);
  for (guint32 y = 0; y < side; y++)
    for (guint32 left = side; left > 0; left -= MIN (left, 128))
      {
        const guint8 run[] = { (guint8) (257 - MIN (left, 128)), 0 };

        g_byte_array_append (tiff, run, sizeof run);
      }

  return g_byte_array_free_to_bytes (tiff);
}

static GBytes *
cut (GBytes *bytes,
     double  part)
{
  return g_bytes_new_from_bytes (bytes, 0, (gsize) (g_bytes_get_size (bytes) * part));
}

static void
refused (GBytes     *bytes,
         const char *says)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (bridge_photo_decode (bytes, &error));
  g_assert_error (error, BRIDGE_ERROR, BRIDGE_ERROR_INVALID_VALUE);
  if (strstr (error->message, says) == NULL)
    g_error ("“%s” does not say “%s”", error->message, says);
}

static void
test_hostile (void)
{
  static const char svg[] = "<svg xmlns='http://www.w3.org/2000/svg' width='10' height='10'><image href='/etc/passwd'/></svg>";
  g_autoptr (GRand) rand = g_rand_new_with_seed (5);
  g_autoptr (GdkPixbuf) pixbuf = gdk_pixbuf_new (GDK_COLORSPACE_RGB, FALSE, 8, 800, 600);
  g_autoptr (GBytes) nothing = g_bytes_new_static ("", 0);
  g_autoptr (GBytes) letter = g_bytes_new_static ("x", 1);
  g_autoptr (GBytes) drawing = g_bytes_new_static (svg, sizeof svg - 1);
  g_autoptr (GBytes) only_magic = g_bytes_new_static ("\xff\xd8\xff\xe0", 4);
  g_autoptr (GBytes) huge = make_huge ();
  g_autoptr (GBytes) jpeg = NULL;
  g_autoptr (GBytes) png = NULL;
  guchar *pixels = gdk_pixbuf_get_pixels (pixbuf);

  for (int i = 0; i < gdk_pixbuf_get_rowstride (pixbuf) * 600; i++)
    pixels[i] = (guchar) g_rand_int_range (rand, 0, 256);
  jpeg = save (pixbuf, "jpeg");
  png = save (pixbuf, "png");

  refused (nothing, "nothing in this file");
  refused (letter, "no picture");
  refused (drawing, "no picture");
  refused (only_magic, "damaged");
  refused (huge, "80 megapixels");
  for (double part = 0.1; part < 1; part += 0.2)
    {
      g_autoptr (GBytes) half_jpeg = cut (jpeg, part);
      g_autoptr (GBytes) half_png = cut (png, part);

      refused (half_jpeg, "damaged");
      refused (half_png, "damaged");
    }
}

static long
get_most_memory (void)
{
  struct rusage usage;

  g_assert_cmpint (getrusage (RUSAGE_SELF, &usage), ==, 0);

  return usage.ru_maxrss / 1024;
}

/* One that is too large is not decoded before it is refused. */
static void
test_memory (void)
{
  g_autoptr (GdkPixbufLoader) loader = gdk_pixbuf_loader_new_with_mime_type ("image/tiff", NULL);
  g_autoptr (GBytes) bytes = make_long ();
  long before = get_most_memory ();

  if (loader != NULL)
    gdk_pixbuf_loader_close (loader, NULL);
  /* Without a decoder of TIFF it is no picture, and takes no memory either. */
  refused (bytes, loader != NULL ? "80 megapixels" : "no picture");
  g_assert_cmpint (get_most_memory () - before, <, 100);
}

/* Whatever bytes are wrong in it, there is an answer, and no crash. */
static void
test_damaged (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (6);
  g_autoptr (GBytes) photo = make_photo (64, 48, 6);
  guint decoded = 0;

  for (int i = 0; i < 300; i++)
    {
      gsize size = g_bytes_get_size (photo);
      guint8 *data = g_memdup2 (g_bytes_get_data (photo, NULL), size);
      g_autoptr (GBytes) bytes = NULL;
      g_autoptr (BridgePhotoDraft) draft = NULL;
      g_autoptr (GError) error = NULL;

      for (int n = 0; n < 4; n++)
        data[g_rand_int_range (rand, 3, (gint32) size)] = (guint8) g_rand_int_range (rand, 0, 256);
      bytes = g_bytes_new_take (data, size);
      draft = bridge_photo_decode (bytes, &error);
      g_assert_true ((draft == NULL) == (error != NULL));
      decoded += draft != NULL;
      if (draft != NULL)
        g_assert_false (has (draft->large, "Exif"));
    }
  g_assert_cmpuint (decoded, >, 0);
}

static void
refused_file (const char *path,
              const char *says)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;

  g_assert_null (bridge_photo_decode_file (file, NULL, &error));
  g_assert_error (error, BRIDGE_ERROR, BRIDGE_ERROR_INVALID_VALUE);
  if (strstr (error->message, says) == NULL)
    g_error ("“%s” does not say “%s”", error->message, says);
}

static void
test_files (void)
{
  g_autoptr (BridgeTestFolder) folder = bridge_test_folder_new ();
  g_autofree char *nowhere = g_build_filename (folder, "nowhere.jpg", NULL);
  g_autofree char *pipe = g_build_filename (folder, "pipe.jpg", NULL);
  g_autofree char *large = g_build_filename (folder, "large.jpg", NULL);

  refused_file (nowhere, "cannot be read");
  refused_file (folder, "no picture");
  g_assert_cmpint (mkfifo (pipe, 0600), ==, 0);
  refused_file (pipe, "no picture");
  refused_file ("/dev/zero", "no picture");

  g_assert_true (g_file_set_contents (large, "\xff\xd8\xff", 3, NULL));
  g_assert_cmpint (truncate (large, BRIDGE_PHOTO_MAX_BYTES + 1), ==, 0);
  refused_file (large, "64 megabytes");
}

int
main (int   argc,
      char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);

  /* The first, as what is measured is the most that there ever was. */
  g_test_add_func ("/photos/codec/memory", test_memory);
  g_test_add_func ("/photos/codec/sizes", test_sizes);
  g_test_add_func ("/photos/codec/metadata", test_metadata);
  g_test_add_func ("/photos/codec/words-of-png", test_words_of_png);
  g_test_add_func ("/photos/codec/alpha", test_alpha);
  g_test_add_func ("/photos/codec/hostile", test_hostile);
  g_test_add_func ("/photos/codec/damaged", test_damaged);
  g_test_add_func ("/photos/codec/files", test_files);

  return g_test_run ();
}

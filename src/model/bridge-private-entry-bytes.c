/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "bridge-private-entry"

#include "config.h"

#include "bridge-private-entry-private.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "bridge-error.h"

/* How it is written down: these bytes, three times (date, created, updated) eight in little-endian, and then each text, led
 * by its length as four. */
enum {
  BYTE_FORM,
  BYTE_KIND,
  BYTE_TEMPERATURE,
  BYTE_COURSE,
  BYTE_SAFETY,
  BYTE_DRAFT,
  N_BYTES = 8,
};

#define FORM 1
#define N_TEXTS 8 /* the last one of a check-in only */
#define HEAD (N_BYTES + 3 * sizeof (gint64))

/* Entries of the other kinds are written as they were before there were check-ins. */
static guint
count_texts (BridgePrivateEntry *self)
{
  return self->kind == BRIDGE_PRIVATE_CHECK_IN ? N_TEXTS : N_TEXTS - 1;
}

static void
put_int64 (guint8 **end,
           gint64   number)
{
  guint64 value = GUINT64_TO_LE ((guint64) number);

  memcpy (*end, &value, sizeof value);
  *end += sizeof value;
}

static gint64
get_int64 (const guint8 *bytes)
{
  guint64 value;

  memcpy (&value, bytes, sizeof value);
  return (gint64) GUINT64_FROM_LE (value);
}

/**
 * bridge_private_entry_to_bytes:
 * @self: an entry
 *
 * Writes it down for its author's vault.
 *
 * Returns: (transfer full): what from_bytes() reads
 */
GBytes *
bridge_private_entry_to_bytes (BridgePrivateEntry *self)
{
  const char *texts[N_TEXTS];
  guint n_texts;
  gsize length = HEAD;
  guint8 *bytes;
  guint8 *end;

  g_return_val_if_fail (BRIDGE_IS_PRIVATE_ENTRY (self), NULL);

  texts[0] = self->title;
  texts[1] = self->text;
  texts[2] = self->behaviour;
  texts[3] = self->circumstance;
  texts[4] = self->topic;
  texts[5] = self->reaction;
  texts[6] = self->draft_of != NULL ? self->draft_of : "";
  texts[7] = self->scales;
  n_texts = count_texts (self);
  for (guint i = 0; i < n_texts; i++)
    length += sizeof (guint32) + strlen (texts[i]);

  end = bytes = g_malloc0 (length);
  bytes[BYTE_FORM] = FORM;
  bytes[BYTE_KIND] = (guint8) self->kind;
  bytes[BYTE_TEMPERATURE] = (guint8) self->temperature;
  bytes[BYTE_COURSE] = (guint8) self->course;
  bytes[BYTE_SAFETY] = (guint8) self->safety;
  bytes[BYTE_DRAFT] = self->draft ? 1 : 0;
  end += N_BYTES;
  put_int64 (&end, self->date);
  put_int64 (&end, self->created_at);
  put_int64 (&end, self->updated_at);
  for (guint i = 0; i < n_texts; i++)
    {
      gsize size = strlen (texts[i]);
      guint32 value = GUINT32_TO_LE ((guint32) size);

      memcpy (end, &value, sizeof value);
      memcpy (end + sizeof value, texts[i], size);
      end += sizeof value + size;
    }
  return g_bytes_new_take (bytes, length);
}

/* One text, and where the next one begins; NULL where there is none. (transfer full) */
static char *
read_text (const guint8 *bytes,
           gsize         length,
           gsize        *at)
{
  guint32 size;
  const char *text;

  if (length - *at < sizeof size)
    return NULL;
  memcpy (&size, bytes + *at, sizeof size);
  size = GUINT32_FROM_LE (size);
  *at += sizeof size;
  text = (const char *) bytes + *at;
  if (size > length - *at || (size > 0 && !g_utf8_validate_len (text, size, NULL)))
    return NULL;
  *at += size;
  return g_strndup (text, size);
}

static gboolean
read_bytes (BridgePrivateEntry *self,
            const guint8       *bytes,
            gsize               length)
{
  char **texts[N_TEXTS] = { &self->title, &self->text, &self->behaviour, &self->circumstance, &self->topic, &self->reaction,
                            &self->draft_of, &self->scales };
  gsize at = HEAD;

  if (length < HEAD || bytes[BYTE_FORM] != FORM || bytes[BYTE_KIND] > BRIDGE_PRIVATE_CHECK_IN || bytes[BYTE_TEMPERATURE] > 5 ||
      bytes[BYTE_COURSE] > BRIDGE_COURSE_LASTING || bytes[BYTE_SAFETY] > 5 || bytes[BYTE_DRAFT] > 1)
    return FALSE;
  self->kind = bytes[BYTE_KIND];
  self->temperature = bytes[BYTE_TEMPERATURE];
  self->course = bytes[BYTE_COURSE];
  self->safety = bytes[BYTE_SAFETY];
  self->draft = bytes[BYTE_DRAFT];
  self->date = get_int64 (bytes + N_BYTES);
  self->created_at = get_int64 (bytes + N_BYTES + sizeof (gint64));
  self->updated_at = get_int64 (bytes + N_BYTES + 2 * sizeof (gint64));
  for (guint i = 0; i < count_texts (self); i++)
    {
      char *text = read_text (bytes, length, &at);

      if (text == NULL)
        return FALSE;
      bridge_private_entry_wipe_text (texts[i]);
      *texts[i] = text;
    }
  if (*self->draft_of == '\0')
    g_clear_pointer (&self->draft_of, g_free);
  return at == length;
}

/**
 * bridge_private_entry_from_bytes:
 * @bytes: what bridge_private_entry_to_bytes() gave
 * @error: where to say what is wrong
 *
 * Returns: (transfer full) (nullable): the entry, or %NULL with %BRIDGE_ERROR_DATA
 */
BridgePrivateEntry *
bridge_private_entry_from_bytes (GBytes  *bytes,
                                 GError **error)
{
  g_autoptr (BridgePrivateEntry) self = g_object_new (BRIDGE_TYPE_PRIVATE_ENTRY, NULL);
  gsize length;
  const guint8 *data = g_bytes_get_data (bytes, &length);

  if (read_bytes (self, data, length))
    return g_steal_pointer (&self);
  g_set_error_literal (error, BRIDGE_ERROR, BRIDGE_ERROR_DATA,
                       _("This entry was written by a newer Footbridge. It was left as it is; update Footbridge to read it."));
  return NULL;
}

/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "bridge-notifier"

#include "config.h"

#include "bridge-shown-notices.h"
#include "bridge-words.h"

#include <errno.h>
#include <glib/gstdio.h>

/* The group that says whose numbers these are; the others are called like the numbers. */
#define SERVER "server"

struct _BridgeShownNotices
{
  GPtrArray *notices;
  char *key;    /* of the folder */
  char *path;
  char *bus;    /* (nullable) its GUID: names on a bus are only unique there */
  char *server; /* (nullable) its unique name; nothing is remembered without */
};

/**
 * bridge_shown_notice_free:
 * @notice: (transfer full): what is not needed any more
 *
 * Frees it.
 */
void
bridge_shown_notice_free (BridgeShownNotice *notice)
{
  g_free (notice->id);
  g_free (notice->target);
  g_free (notice);
}

static void
add (BridgeShownNotices *self, guint number, const char *id, const char *target)
{
  BridgeShownNotice *notice = g_new (BridgeShownNotice, 1);

  notice->number = number;
  notice->id = g_strdup (id);
  notice->target = g_strdup (target);
  g_ptr_array_add (self->notices, notice);
}

static void
read_group (BridgeShownNotices *self, GKeyFile *file, const char *group)
{
  g_autofree char *id = g_key_file_get_string (file, group, "id", NULL);
  g_autofree char *target = g_key_file_get_string (file, group, "target", NULL);
  gint64 number;

  if (id && *id && target && bridge_text_to_int (group, 1, G_MAXUINT32, &number)
      && bridge_shown_notices_get_number (self, id) == 0)
    add (self, number, id, target);
}

static void
read_file (BridgeShownNotices *self)
{
  g_autoptr (GKeyFile) file = g_key_file_new ();
  g_autoptr (GError) error = NULL;
  g_autofree char *bus = NULL;
  g_autofree char *server = NULL;
  g_auto (GStrv) groups = NULL;

  if (!g_key_file_load_from_file (file, self->path, G_KEY_FILE_NONE, &error))
    {
      if (!g_error_matches (error, G_FILE_ERROR, G_FILE_ERROR_NOENT))
        g_debug ("%s: %s", self->path, error->message);
      return;
    }

  bus = g_key_file_get_string (file, SERVER, "bus", NULL);
  server = g_key_file_get_string (file, SERVER, "name", NULL);
  if (g_strcmp0 (bus, self->bus) != 0 || g_strcmp0 (server, self->server) != 0)
    return;

  groups = g_key_file_get_groups (file, NULL);
  for (char **group = groups; *group; group++)
    if (!g_str_equal (*group, SERVER))
      read_group (self, file, *group);
}

static void
write_file (BridgeShownNotices *self)
{
  g_autoptr (GKeyFile) file = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = NULL;
  g_autofree char *content = NULL;
  gsize length;

  if (self->notices->len == 0)
    {
      if (g_unlink (self->path) != 0 && errno != ENOENT)
        g_debug ("%s: %s", self->path, g_strerror (errno));
      return;
    }

  file = g_key_file_new ();
  g_key_file_set_string (file, SERVER, "bus", self->bus);
  g_key_file_set_string (file, SERVER, "name", self->server);
  for (guint i = 0; i < self->notices->len; i++)
    {
      const BridgeShownNotice *notice = g_ptr_array_index (self->notices, i);
      g_autofree char *group = g_strdup_printf ("%u", notice->number);

      g_key_file_set_string (file, group, "id", notice->id);
      g_key_file_set_string (file, group, "target", notice->target);
    }

  content = g_key_file_to_data (file, &length, NULL);
  folder = g_path_get_dirname (self->path);
  if (g_mkdir_with_parents (folder, 0700) != 0)
    g_debug ("%s: %s", folder, g_strerror (errno));
  else if (!g_file_set_contents_full (self->path, content, length, G_FILE_SET_CONTENTS_CONSISTENT, 0600, &error))
    g_debug ("%s: %s", self->path, error->message);
}

/**
 * bridge_shown_notices_new:
 * @folder: the folder of the space whose notices they are
 *
 * Returns: (transfer full): none yet
 */
BridgeShownNotices *
bridge_shown_notices_new (const char *folder)
{
  BridgeShownNotices *self = g_new0 (BridgeShownNotices, 1);
  g_autofree char *whole = g_canonicalize_filename (folder, NULL);
  g_autofree char *key = g_compute_checksum_for_string (G_CHECKSUM_SHA256, whole, -1);

  self->key = g_strndup (key, 16);
  self->notices = g_ptr_array_new_with_free_func ((GDestroyNotify) bridge_shown_notice_free);
  return self;
}

/**
 * bridge_shown_notices_free:
 * @self: (transfer full): what is not needed any more
 *
 * Frees it. What was remembered stays so for the next one.
 */
void
bridge_shown_notices_free (BridgeShownNotices *self)
{
  g_ptr_array_unref (self->notices);
  g_free (self->path);
  g_free (self->key);
  g_free (self->bus);
  g_free (self->server);
  g_free (self);
}

/* One for each bus: a session beside this one has its own. */
static void
set_path (BridgeShownNotices *self)
{
  g_autofree char *name = g_strdup_printf ("notifications-%s-%.8s", self->key, self->bus);

  g_free (self->path);
  self->path = g_build_filename (g_get_user_runtime_dir (), "footbridge", name, NULL);
}

/**
 * bridge_shown_notices_set_server:
 * @bus: the GUID of the session bus
 * @server: (nullable): the unique name of the server that runs now, or %NULL for none
 *
 * Forgets what another server has shown, and remembers what this one has.
 */
void
bridge_shown_notices_set_server (BridgeShownNotices *self, const char *bus, const char *server)
{
  if (self->server && g_strcmp0 (self->server, server) == 0 && g_strcmp0 (self->bus, bus) == 0)
    return;

  g_free (self->bus);
  g_free (self->server);
  self->bus = g_strdup (bus);
  self->server = g_strdup (server);
  set_path (self);
  g_ptr_array_set_size (self->notices, 0);
  if (server)
    read_file (self);
  if (self->notices->len == 0)
    write_file (self);
}

/**
 * bridge_shown_notices_get_number:
 * @id: a notice's id
 *
 * Returns: the server's number for it, or 0 when it is not on the screen
 */
guint
bridge_shown_notices_get_number (BridgeShownNotices *self, const char *id)
{
  for (guint i = 0; i < self->notices->len; i++)
    {
      const BridgeShownNotice *notice = g_ptr_array_index (self->notices, i);

      if (g_str_equal (notice->id, id))
        return notice->number;
    }

  return 0;
}

/* (transfer full) (nullable) */
static BridgeShownNotice *
steal (BridgeShownNotices *self, guint number)
{
  for (guint i = 0; i < self->notices->len; i++)
    {
      const BridgeShownNotice *notice = g_ptr_array_index (self->notices, i);

      if (notice->number == number)
        return g_ptr_array_steal_index (self->notices, i);
    }

  return NULL;
}

static void
drop (BridgeShownNotices *self, guint number)
{
  BridgeShownNotice *notice = number ? steal (self, number) : NULL;

  if (notice)
    bridge_shown_notice_free (notice);
}

/**
 * bridge_shown_notices_add:
 * @number: the server's number
 * @id: the notice's id
 * @target: what a click on it opens
 *
 * Notes that the server shows a notice, and under no other number than this.
 */
void
bridge_shown_notices_add (BridgeShownNotices *self, guint number, const char *id, const char *target)
{
  drop (self, bridge_shown_notices_get_number (self, id));
  drop (self, number);
  add (self, number, id, target);
  write_file (self);
}

/**
 * bridge_shown_notices_take:
 * @number: the server's number
 *
 * Notes that the server does not show this any more.
 *
 * Returns: (transfer full) (nullable): what it showed, or %NULL if it is none of ours
 */
BridgeShownNotice *
bridge_shown_notices_take (BridgeShownNotices *self, guint number)
{
  BridgeShownNotice *notice = steal (self, number);

  if (notice)
    write_file (self);
  return notice;
}

/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "bridge-private"

#include "config.h"

#include "bridge-private-internal.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "bridge-private-words.h"
#include "bridge-save.h"
#include "bridge-words.h"

static void
add_field (GString    *out,
           const char *label,
           const char *text)
{
  if (text == NULL || *text == '\0')
    return;
  /* Translators: a field's name and what is written in it */
  g_string_append_printf (out, _("%1$s: %2$s"), label, text);
  g_string_append_c (out, '\n');
}

static void
add_entry (GString            *out,
           BridgePrivateEntry *entry)
{
  g_autofree char *date = bridge_words_date_full (bridge_private_entry_get_date (entry));
  int temperature = bridge_private_entry_get_temperature (entry);
  gboolean observation = bridge_private_entry_get_kind (entry) == BRIDGE_PRIVATE_OBSERVATION;

  g_string_append_printf (out, "\n%s\n%s\n", date, bridge_private_kind_get_label (bridge_private_entry_get_kind (entry)));
  if (bridge_private_entry_get_draft (entry))
    g_string_append_printf (out, "%s\n", _("Draft"));
  if (*bridge_private_entry_get_title (entry) != '\0')
    g_string_append_printf (out, "%s\n", bridge_private_entry_get_title (entry));
  if (bridge_private_entry_get_kind (entry) == BRIDGE_PRIVATE_SAFETY && bridge_private_entry_get_safety (entry) > 0)
    add_field (out, _("How safe it felt"), bridge_safety_get_label (bridge_private_entry_get_safety (entry)));
  for (BridgeScale scale = 0; scale < BRIDGE_N_SCALES; scale++)
    {
      g_autofree char *word = bridge_private_entry_dup_word (entry, scale);

      add_field (out, bridge_scale_get_label (scale), word);
      explicit_bzero (word, strlen (word));
    }
  if (*bridge_private_entry_get_text (entry) != '\0')
    g_string_append_printf (out, "%s\n", bridge_private_entry_get_text (entry));
  add_field (out, _("What you saw or heard"), bridge_private_entry_get_behaviour (entry));
  add_field (out, _("What was going on"), bridge_private_entry_get_circumstance (entry));
  add_field (out, _("Topic"), bridge_private_entry_get_topic (entry));
  if (observation && temperature > 0)
    add_field (out, _("How heated it was before"), bridge_temperature_get_label (temperature));
  add_field (out, _("Your own reaction"), bridge_private_entry_get_reaction (entry));
  if (observation)
    add_field (out, _("Does it seem to pass?"), bridge_course_get_label (bridge_private_entry_get_course (entry)));
}

/**
 * bridge_private_export:
 * @self: an unlocked private space
 * @path: a file to write, or to replace
 * @error: where to say what went wrong
 *
 * Writes everything into a plain text file that only this account of the computer may read (0600).
 *
 * Returns: %FALSE with %BRIDGE_ERROR_LOCKED, %BRIDGE_ERROR_FULL, %BRIDGE_ERROR_STATE or %BRIDGE_ERROR_STORAGE
 */
gboolean
bridge_private_export (BridgePrivate  *self,
                       const char     *path,
                       GError        **error)
{
  g_autoptr (GString) out = NULL;
  GListModel *entries;
  gboolean written;

  g_return_val_if_fail (BRIDGE_IS_PRIVATE (self), FALSE);
  g_return_val_if_fail (path != NULL, FALSE);

  if (!bridge_private_require_unlocked (self, error))
    return FALSE;

  entries = bridge_private_get_entries (self);
  out = g_string_new (NULL);
  g_string_append_printf (out, "%s\n", _("Private entries, written with Footbridge. This file is not encrypted."));
  for (guint i = 0; i < g_list_model_get_n_items (entries); i++)
    {
      g_autoptr (BridgePrivateEntry) entry = g_list_model_get_item (entries, i);

      add_entry (out, entry);
    }
  written = bridge_save_bytes (path, out->str, out->len, error);
  explicit_bzero (out->str, out->len);
  return written;
}

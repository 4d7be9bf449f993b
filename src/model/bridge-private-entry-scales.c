/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "bridge-private-entry"

#include "config.h"

#include "bridge-private-entry-private.h"

#include <string.h>

/* The words of a private check-in: "mood 4 Light", a line each, in the order of the scales. */

/* Its line, or NULL; it ends at a newline, or with the text. (transfer none) */
static const char *
find_line (BridgePrivateEntry *self,
           BridgeScale         scale)
{
  const char *nick = bridge_enum_to_nick (BRIDGE_TYPE_SCALE, scale);
  gsize length = strlen (nick);
  const char *line = self->scales;

  while (line != NULL)
    {
      if (strncmp (line, nick, length) == 0 && line[length] == ' ' && line[length + 1] >= '1' &&
          line[length + 1] <= '0' + BRIDGE_SCALE_MAX && line[length + 2] == ' ')
        return line;
      line = strchr (line, '\n');
      if (line != NULL)
        line++;
    }
  return NULL;
}

static const char *
find_step (BridgePrivateEntry *self,
           BridgeScale         scale)
{
  const char *line = find_line (self, scale);

  return line != NULL ? line + strlen (bridge_enum_to_nick (BRIDGE_TYPE_SCALE, scale)) + 1 : NULL;
}

/**
 * bridge_private_entry_get_step:
 * @self: a check-in
 * @scale: any
 *
 * Returns: 1 (least) to %BRIDGE_SCALE_MAX; 0: not said
 */
int
bridge_private_entry_get_step (BridgePrivateEntry *self,
                               BridgeScale         scale)
{
  const char *step;

  g_return_val_if_fail (BRIDGE_IS_PRIVATE_ENTRY (self), 0);

  step = find_step (self, scale);
  return step != NULL ? *step - '0' : 0;
}

/**
 * bridge_private_entry_dup_word:
 * @self: a check-in
 * @scale: any
 *
 * Returns: (transfer full): the word that was chosen, or "", to be wiped
 */
char *
bridge_private_entry_dup_word (BridgePrivateEntry *self,
                               BridgeScale         scale)
{
  const char *step;

  g_return_val_if_fail (BRIDGE_IS_PRIVATE_ENTRY (self), NULL);

  step = find_step (self, scale);
  return step != NULL ? g_strndup (step + 2, strcspn (step + 2, "\n")) : g_strdup ("");
}

/**
 * bridge_private_entry_set_step:
 * @self: a check-in
 * @scale: any
 * @step: 1 (least) to %BRIDGE_SCALE_MAX; 0: not said
 *
 * Chooses a word, which is kept as it is called now. The one that was chosen before stays as it was called then.
 */
void
bridge_private_entry_set_step (BridgePrivateEntry *self,
                               BridgeScale         scale,
                               int                 step)
{
  g_autoptr (GString) scales = NULL;

  g_return_if_fail (BRIDGE_IS_PRIVATE_ENTRY (self));
  g_return_if_fail (step >= 0 && step <= BRIDGE_SCALE_MAX);

  scales = g_string_new (NULL);
  for (BridgeScale other = 0; other < BRIDGE_N_SCALES; other++)
    {
      int present = bridge_private_entry_get_step (self, other);
      int next = other == scale ? step : present;
      char *word = next == present ? bridge_private_entry_dup_word (self, other)
                                   : g_strdup (next > 0 ? bridge_scale_get_word (other, next) : "");

      if (next > 0)
        g_string_append_printf (scales, "%s%s %d %s", scales->len > 0 ? "\n" : "",
                                bridge_enum_to_nick (BRIDGE_TYPE_SCALE, other), next, word);
      bridge_private_entry_wipe_text (&word);
    }
  g_object_set (self, "scales", scales->str, NULL);
  explicit_bzero (scales->str, scales->len);
}

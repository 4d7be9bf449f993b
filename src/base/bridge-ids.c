/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "bridge-ids"

#include "config.h"

#include "bridge-ids.h"

#define UUID_LENGTH 36

/**
 * bridge_id_new:
 *
 * Makes a new identity: a random UUID (RFC 4122, version 4) in lower case.
 *
 * Returns: (transfer full): 36 characters
 */
char *
bridge_id_new (void)
{
  return g_uuid_string_random ();
}

/**
 * bridge_id_is_valid:
 * @text: (nullable): what may be an id
 *
 * Tells whether @text is a whole UUID as bridge_id_new() writes them: 8-4-4-4-12 hexadecimal digits in lower
 * case. Upper case is refused, so that one identity has one spelling and ids can be compared byte by byte.
 *
 * Returns: whether it is one
 */
gboolean
bridge_id_is_valid (const char *text)
{
  if (text == NULL)
    return FALSE;

  for (int i = 0; i < UUID_LENGTH; i++)
    {
      if (i == 8 || i == 13 || i == 18 || i == 23)
        {
          if (text[i] != '-')
            return FALSE;
        }
      else if (!g_ascii_isdigit (text[i]) && !(text[i] >= 'a' && text[i] <= 'f'))
        {
          return FALSE;
        }
    }

  return text[UUID_LENGTH] == '\0';
}

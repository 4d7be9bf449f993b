/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "bridge-check-in"

#include "config.h"

#include "bridge-check-in-words.h"

#include <glib/gi18n-lib.h>

/**
 * bridge_scale_dup_answer:
 * @scale: a scale of a check-in
 * @word: a word of it
 *
 * Returns: (transfer full): both, as people read them
 */
char *
bridge_scale_dup_answer (BridgeScale  scale,
                         const char  *word)
{
  /* Translators: %1$s is what a check-in asks about, “Mood”, and %2$s the word that was chosen, “Light” */
  return g_strdup_printf (_("%1$s: %2$s"), bridge_scale_get_label (scale), word);
}

/**
 * bridge_check_in_dup_scales:
 * @check_in: a check-in
 *
 * Returns: (transfer full): what was chosen on each scale, in one line; "" where nothing was
 */
char *
bridge_check_in_dup_scales (BridgeCheckIn *check_in)
{
  g_autoptr (GPtrArray) answers = g_ptr_array_new_with_free_func (g_free);

  for (BridgeScale scale = 0; scale < BRIDGE_N_SHOWN_SCALES; scale++)
    if (bridge_check_in_get_step (check_in, scale) > 0)
      g_ptr_array_add (answers, bridge_scale_dup_answer (scale, bridge_check_in_get_word (check_in, scale)));
  g_ptr_array_add (answers, NULL);
  return g_strjoinv (" · ", (char **) answers->pdata);
}

/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "bridge-private"

#include "config.h"

#include "bridge-private-words.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "bridge-check-in-words.h"

#define HEADING_LENGTH 60

/**
 * bridge_private_kind_get_label:
 * @kind: what an entry is
 *
 * Returns: (transfer none): what people read
 */
const char *
bridge_private_kind_get_label (BridgePrivateKind kind)
{
  switch (kind)
    {
    case BRIDGE_PRIVATE_JOURNAL:
      return _("Journal");
    case BRIDGE_PRIVATE_OBSERVATION:
      return _("Observation");
    case BRIDGE_PRIVATE_SAFETY:
      return _("How safe it felt");
    case BRIDGE_PRIVATE_CHECK_IN:
      return _("Check-in");
    }
  return "";
}

/**
 * bridge_course_get_label:
 * @course: whether something seems to pass
 *
 * Returns: (transfer none): what people read
 */
const char *
bridge_course_get_label (BridgeCourse course)
{
  switch (course)
    {
    case BRIDGE_COURSE_UNSURE:
      /* Translators: whether a retreat passes */
      return _("Not sure");
    case BRIDGE_COURSE_PASSING:
      return _("A retreat that may pass");
    case BRIDGE_COURSE_LASTING:
      /* Translators: a retreat that does not seem to pass */
      return _("Lasting");
    }
  return "";
}

/**
 * bridge_temperature_get_label:
 * @temperature: 1–5
 *
 * Returns: (transfer none): how heated it was, in a word; "" outside of that
 */
const char *
bridge_temperature_get_label (int temperature)
{
  switch (temperature)
    {
    case 1:
      return _("Cool");
    case 2:
      return _("Mild");
    case 3:
      return _("Warm");
    case 4:
      return _("Hot");
    case 5:
      /* Translators: how heated it was between two people: the hottest of five words */
      return _("Boiling");
    default:
      return "";
    }
}

/**
 * bridge_safety_get_label:
 * @safety: 1–5
 *
 * Returns: (transfer none): how safe it felt, in words; "" outside of that
 */
const char *
bridge_safety_get_label (int safety)
{
  return safety >= 1 && safety <= BRIDGE_SCALE_MAX ? bridge_scale_get_word (BRIDGE_SCALE_SAFETY, safety) : "";
}

/**
 * bridge_private_entry_dup_scales:
 * @entry: a check-in
 *
 * Returns: (transfer full): what was chosen on each scale, in one line; "" where nothing was
 */
char *
bridge_private_entry_dup_scales (BridgePrivateEntry *entry)
{
  GString *line = g_string_new (NULL);

  for (BridgeScale scale = 0; scale < BRIDGE_N_SCALES; scale++)
    {
      char *word;
      char *answer;

      if (bridge_private_entry_get_step (entry, scale) == 0)
        continue;
      word = bridge_private_entry_dup_word (entry, scale);
      answer = bridge_scale_dup_answer (scale, word);
      g_string_append_printf (line, "%s%s", line->len > 0 ? " · " : "", answer);
      explicit_bzero (word, strlen (word));
      explicit_bzero (answer, strlen (answer));
      g_free (word);
      g_free (answer);
    }
  return g_string_free (line, FALSE);
}

/**
 * bridge_private_entry_dup_heading:
 * @entry: an entry
 *
 * Returns: (transfer full): its title, or how it begins
 */
char *
bridge_private_entry_dup_heading (BridgePrivateEntry *entry)
{
  const char *text = bridge_private_entry_get_title (entry);
  g_autofree char *scales = NULL;
  g_autofree char *line = NULL;
  char *blank;

  if (*text == '\0' && bridge_private_entry_get_kind (entry) == BRIDGE_PRIVATE_SAFETY
      && bridge_private_entry_get_safety (entry) > 0)
    return g_strdup (bridge_safety_get_label (bridge_private_entry_get_safety (entry)));
  if (*text == '\0')
    text = bridge_private_entry_get_kind (entry) == BRIDGE_PRIVATE_OBSERVATION ? bridge_private_entry_get_behaviour (entry)
                                                                             : bridge_private_entry_get_text (entry);
  if (bridge_private_entry_get_kind (entry) == BRIDGE_PRIVATE_CHECK_IN)
    {
      scales = bridge_private_entry_dup_scales (entry);
      if (*scales != '\0')
        text = scales;
    }
  if (*text == '\0')
    return g_strdup (bridge_private_kind_get_label (bridge_private_entry_get_kind (entry)));

  line = g_strndup (text, strcspn (text, "\n"));
  if (g_utf8_strlen (line, -1) <= HEADING_LENGTH)
    return g_steal_pointer (&line);
  *g_utf8_offset_to_pointer (line, HEADING_LENGTH - 1) = '\0';
  /* A word that is cut in two reads like another one; one that fills half of the line alone is cut all the same. */
  blank = strrchr (line, ' ');
  if (blank != NULL && blank > line + strlen (line) / 2)
    *blank = '\0';
  return g_strconcat (g_strchomp (line), "…", NULL);
}

/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "bridge-boundary-words"

#include "config.h"

#include "bridge-boundary-words.h"

#include <glib/gi18n-lib.h>

#include "bridge-words.h"

#define SHORT_LENGTH 40

/**
 * bridge_boundary_to_heading:
 * @boundary: a boundary
 *
 * Returns: (transfer none): what stands above its sentence
 */
const char *
bridge_boundary_to_heading (BridgeBoundary *boundary)
{
  if (bridge_boundary_get_use (boundary) != BRIDGE_PHRASE_NONE)
    return bridge_phrase_use_get_label (bridge_boundary_get_use (boundary));
  return bridge_boundary_kind_get_label (bridge_boundary_get_kind (boundary));
}

/**
 * bridge_boundary_day_to_words:
 * @space: the space
 * @utc_ms: an instant
 *
 * Returns: (transfer full): its day. The time of the day is nobody's business.
 */
char *
bridge_boundary_day_to_words (BridgeSpace *space,
                              gint64       utc_ms)
{
  BridgeClock *clock = bridge_space_get_clock (space);
  g_autoptr (GTimeZone) zone = bridge_clock_dup_zone (clock);
  BridgeLocal now = bridge_clock_local_now (clock);
  BridgeLocal day = bridge_local_day_start (bridge_local_from_utc_ms (utc_ms, zone));

  /* The name of a weekday alone is read as the one to come. */
  if (bridge_local_day_start (now) - day <= BRIDGE_DAY)
    return bridge_words_day (day, now);
  return bridge_words_date (day, now);
}

/**
 * bridge_boundary_to_note:
 * @space: the space
 * @boundary: a boundary
 *
 * Returns: (transfer full): since when it holds and when to look at it again, or when it was ended; "" for a proposal
 */
char *
bridge_boundary_to_note (BridgeSpace    *space,
                         BridgeBoundary *boundary)
{
  BridgeLocal now = bridge_clock_local_now (bridge_space_get_clock (space));
  BridgeLocal review_on = bridge_boundary_get_review_on (boundary);
  BridgeRevision *current = bridge_boundary_get_current (boundary);
  g_autofree char *since = NULL;
  g_autofree char *review = NULL;
  gint64 from = 0;

  if (bridge_boundary_get_state (boundary) == BRIDGE_BOUNDARY_ENDED)
    {
      since = bridge_boundary_day_to_words (space, bridge_boundary_get_ended_at (boundary));
      /* Translators: %s is a day: "yesterday", "Tuesday, 24 November" */
      return g_strdup_printf (_("Ended · %s"), since);
    }
  if (current == NULL)
    return g_strdup ("");

  /* In force since the last one said yes. */
  for (guint i = 0; i < bridge_revision_get_n_agreements (current); i++)
    from = MAX (from, bridge_revision_get_agreement (current, i)->at);
  since = bridge_boundary_day_to_words (space, from);
  if (review_on == BRIDGE_LOCAL_NONE)
    /* Translators: %s is a day: "yesterday", "Tuesday, 24 November" */
    return g_strdup_printf (_("Since %s"), since);
  if (review_on <= bridge_local_day_start (now))
    /* Translators: %s is a day: "yesterday", "Tuesday, 24 November" */
    return g_strdup_printf (_("Since %s · It is time to look at it again"), since);

  review = bridge_words_date (review_on, now);
  /* Translators: two days: "yesterday", "Tuesday, 24 November" */
  return g_strdup_printf (_("Since %1$s · To look at again on %2$s"), since, review);
}

/**
 * bridge_boundary_name:
 * @space: the space
 * @person_id: (nullable): somebody who is here, or was
 *
 * Returns: (transfer full): how the one who is speaking calls them, at the beginning of a sentence
 */
char *
bridge_boundary_name (BridgeSpace *space,
                      const char  *person_id)
{
  BridgePerson *speaker = bridge_space_get_speaker (space);

  if (speaker != NULL && g_strcmp0 (person_id, bridge_person_get_id (speaker)) == 0)
    return g_strdup (_("You"));
  return bridge_space_dup_called (space, person_id, TRUE);
}

/**
 * bridge_boundary_shorten:
 * @text: a sentence
 *
 * Returns: (transfer full): how it begins, on one line, to stand within quotation marks: those it has become single ones
 */
char *
bridge_boundary_shorten (const char *text)
{
  g_autoptr (GString) line = g_string_new (text);
  g_autofree char *beginning = NULL;

  g_strdelimit (line->str, "\n\r\t", ' ');
  g_string_replace (line, "“", "‘", 0);
  g_string_replace (line, "”", "’", 0);
  if (g_utf8_strlen (line->str, -1) <= SHORT_LENGTH)
    return g_strdup (line->str);
  beginning = g_utf8_substring (line->str, 0, SHORT_LENGTH);
  return g_strconcat (beginning, "…", NULL);
}

/**
 * bridge_difference_to_markup:
 * @runs: (element-type BridgeTextRun): a difference
 * @side: %BRIDGE_TEXT_BEFORE or %BRIDGE_TEXT_AFTER
 *
 * Returns: (transfer full): that side of it as Pango markup, with what is only there marked
 */
char *
bridge_difference_to_markup (GPtrArray         *runs,
                             BridgeTextRunKind  side)
{
  const char *attributes = side == BRIDGE_TEXT_BEFORE ? "strikethrough=\"true\"" : "underline=\"single\" weight=\"bold\"";
  g_autoptr (GString) markup = g_string_new (NULL);

  for (guint i = 0; i < runs->len; i++)
    {
      BridgeTextRun *run = g_ptr_array_index (runs, i);
      g_autofree char *text = g_markup_escape_text (run->text, -1);

      if (run->kind == BRIDGE_TEXT_SAME)
        g_string_append (markup, text);
      else if (run->kind == side)
        g_string_append_printf (markup, "<span %s>%s</span>", attributes, text);
    }
  return g_string_free (g_steal_pointer (&markup), FALSE);
}

/**
 * bridge_difference_to_words:
 * @runs: (element-type BridgeTextRun): a difference
 * @side: %BRIDGE_TEXT_BEFORE or %BRIDGE_TEXT_AFTER
 *
 * Returns: (transfer full): that side of it, to be spoken
 */
char *
bridge_difference_to_words (GPtrArray         *runs,
                            BridgeTextRunKind  side)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GString) marked = g_string_new (NULL);

  for (guint i = 0; i < runs->len; i++)
    {
      BridgeTextRun *run = g_ptr_array_index (runs, i);
      g_autofree char *stripped = g_strstrip (g_strdup (run->text));

      if (run->kind == BRIDGE_TEXT_SAME || run->kind == side)
        g_string_append (text, run->text);
      if (run->kind == side && *stripped != '\0')
        /* Translators: words that are quoted, one of several */
        g_string_append_printf (marked, _("%1$s“%2$s”"), marked->len > 0 ? ", " : "", stripped);
    }

  if (side == BRIDGE_TEXT_BEFORE)
    return marked->len == 0 ? g_strdup_printf (_("Before: %s"), text->str)
                            /* Translators: a sentence, and the words that went */
                            : g_strdup_printf (_("Before: %1$s Taken out: %2$s."), text->str, marked->str);
  return marked->len == 0 ? g_strdup_printf (_("After: %s"), text->str)
                          /* Translators: a sentence, and the words that came */
                          : g_strdup_printf (_("After: %1$s New: %2$s."), text->str, marked->str);
}

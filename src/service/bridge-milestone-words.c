/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "bridge-milestone"

#include "config.h"

#include "bridge-milestone-words.h"

#include <glib/gi18n-lib.h>

#include "bridge-milestone-state.h"
#include "bridge-space-milestones.h"
#include "bridge-space-private.h"
#include "bridge-words.h"

/* Of a milestone that is counted from one ritual: what that is called; (transfer none) (nullable) */
static const char *
get_ritual_title (BridgeSpace     *space,
                  BridgeMilestone *milestone)
{
  g_auto (GStrv) ids = bridge_milestone_dup_rituals (milestone);
  BridgeRitual *ritual = g_strv_length (ids) == 1 ? bridge_space_peek_ritual (space, ids[0]) : NULL;

  return ritual != NULL ? bridge_ritual_get_title (ritual) : NULL;
}

/* (transfer none) (nullable) */
static const char *
get_kind_label (BridgeMilestone *milestone)
{
  const char *nick = bridge_milestone_get_win_kind (milestone);
  int kind;

  if (nick == NULL || !bridge_enum_from_nick (BRIDGE_TYPE_WIN_KIND, nick, &kind, NULL))
    return NULL;
  return bridge_win_kind_get_label (kind);
}

static BridgeLocal
get_now (BridgeSpace *space)
{
  return bridge_clock_local_now (bridge_space_get_clock (space));
}

/**
 * bridge_milestone_progress_to_words:
 * @space: a space
 * @milestone: a milestone
 * @count: how many there are by now
 *
 * Says how far it has got: what there is, and never what there is not. More than its number is its number.
 *
 * Returns: (transfer full): "6 of 10 moments of “Weekly walk”"
 */
char *
bridge_milestone_progress_to_words (BridgeSpace     *space,
                                    BridgeMilestone *milestone,
                                    guint            count)
{
  guint target = (guint) bridge_milestone_get_target (milestone);
  guint n = MIN (count, target);
  const char *ritual = get_ritual_title (space, milestone);
  const char *kind = get_kind_label (milestone);

  switch (bridge_milestone_get_source (milestone))
    {
    case BRIDGE_MILESTONE_FROM_NOTHING:
      return g_strdup (_("Open: it is reached when you say so"));
    case BRIDGE_MILESTONE_FROM_RITUALS:
      if (ritual != NULL)
        /* Translators: two numbers, and what a ritual is called: "6 of 10 moments of “Weekly walk”" */
        return g_strdup_printf (ngettext ("%1$u of %2$u moment of “%3$s”", "%1$u of %2$u moments of “%3$s”", target), n, target,
                                ritual);
      /* Translators: two numbers; of several rituals */
      return g_strdup_printf (ngettext ("%1$u of %2$u kept moment", "%1$u of %2$u kept moments", target), n, target);
    case BRIDGE_MILESTONE_FROM_WINS:
      if (kind != NULL)
        /* Translators: two numbers and a kind of small wins: "2 of 5 small wins (Listening)" */
        return g_strdup_printf (ngettext ("%1$u of %2$u small win (%3$s)", "%1$u of %2$u small wins (%3$s)", target), n, target,
                                kind);
      return g_strdup_printf (ngettext ("%1$u of %2$u small win", "%1$u of %2$u small wins", target), n, target);
    case BRIDGE_MILESTONE_FROM_PROMISES:
      return g_strdup_printf (ngettext ("%1$u of %2$u promise kept or re-agreed",
                                        "%1$u of %2$u promises kept or re-agreed", target), n, target);
    case BRIDGE_MILESTONE_FROM_TALKS:
      return g_strdup_printf (ngettext ("%1$u of %2$u pause that ended in a talk", "%1$u of %2$u pauses that ended in a talk",
                                        target), n, target);
    case BRIDGE_MILESTONE_FROM_WEEKS:
      return g_strdup_printf (ngettext ("%1$u of %2$u week", "%1$u of %2$u weeks", target), n, target);
    }
  g_return_val_if_reached (NULL);
}

/**
 * bridge_milestone_aim_to_words:
 * @space: a space
 * @milestone: a milestone
 *
 * Returns: (transfer full): what reaches it: "10 moments of “Weekly walk”"
 */
char *
bridge_milestone_aim_to_words (BridgeSpace     *space,
                               BridgeMilestone *milestone)
{
  guint n = (guint) bridge_milestone_get_target (milestone);
  const char *ritual = get_ritual_title (space, milestone);
  const char *kind = get_kind_label (milestone);

  switch (bridge_milestone_get_source (milestone))
    {
    case BRIDGE_MILESTONE_FROM_NOTHING:
      return g_strdup (_("Open: it is reached when you say so"));
    case BRIDGE_MILESTONE_FROM_RITUALS:
      if (ritual != NULL)
        /* Translators: a number, and what a ritual is called */
        return g_strdup_printf (ngettext ("%1$u moment of “%2$s”", "%1$u moments of “%2$s”", n), n, ritual);
      return g_strdup_printf (ngettext ("%u kept moment", "%u kept moments", n), n);
    case BRIDGE_MILESTONE_FROM_WINS:
      if (kind != NULL)
        /* Translators: a number and a kind of small wins: "5 small wins (Listening)" */
        return g_strdup_printf (ngettext ("%1$u small win (%2$s)", "%1$u small wins (%2$s)", n), n, kind);
      return g_strdup_printf (ngettext ("%u small win", "%u small wins", n), n);
    case BRIDGE_MILESTONE_FROM_PROMISES:
      return g_strdup_printf (ngettext ("%u promise kept or re-agreed", "%u promises kept or re-agreed", n), n);
    case BRIDGE_MILESTONE_FROM_TALKS:
      return g_strdup_printf (ngettext ("%u pause that ended in a talk", "%u pauses that ended in a talk", n), n);
    case BRIDGE_MILESTONE_FROM_WEEKS:
      return g_strdup_printf (ngettext ("%u week", "%u weeks", n), n);
    }
  g_return_val_if_reached (NULL);
}

static void
take_line (GStrvBuilder *lines,
           char         *line)
{
  g_autofree char *owned = line;

  g_strv_builder_add (lines, owned);
}

static void
add_since (GStrvBuilder    *lines,
           BridgeSpace     *space,
           BridgeMilestone *milestone)
{
  g_autofree char *day = bridge_words_date (bridge_milestone_get_since (milestone), get_now (space));

  /* Translators: %s is a date: "Tuesday, 24 November" */
  take_line (lines, g_strdup_printf (_("Counted from %s on"), day));
}

static void
add_mark (GStrvBuilder    *lines,
          BridgeMilestone *milestone)
{
  if (*bridge_milestone_get_mark (milestone) != '\0')
    /* Translators: %s is how a milestone was celebrated: "Something good to eat" */
    take_line (lines, g_strdup_printf (_("Marked with: %s"), bridge_milestone_get_mark (milestone)));
}

static void
add_rituals (GStrvBuilder    *lines,
             BridgeSpace     *space,
             BridgeMilestone *milestone)
{
  g_auto (GStrv) ids = bridge_milestone_dup_rituals (milestone);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) titles = NULL;
  g_autofree char *joined = NULL;

  if (g_strv_length (ids) < 2)
    return;
  for (guint i = 0; ids[i] != NULL; i++)
    {
      BridgeRitual *ritual = bridge_space_peek_ritual (space, ids[i]);

      g_strv_builder_add (builder, ritual != NULL ? bridge_ritual_get_title (ritual) : _("A ritual that has been removed"));
    }
  titles = g_strv_builder_end (builder);
  joined = g_strjoinv (" · ", titles);
  /* Translators: %s is what rituals are called, with dots between */
  take_line (lines, g_strdup_printf (_("Counted from: %s"), joined));
}

/**
 * bridge_milestone_look_to_words:
 * @space: a space
 * @on: the day for another look, or %BRIDGE_LOCAL_NONE
 *
 * Returns: (transfer full): "Another look on Tuesday, 24 November"
 */
char *
bridge_milestone_look_to_words (BridgeSpace *space,
                                BridgeLocal  on)
{
  g_autofree char *day = NULL;

  if (on == BRIDGE_LOCAL_NONE)
    return g_strdup (_("Without a day for another look"));
  day = bridge_words_date (on, get_now (space));
  /* Translators: %s is a date: "Tuesday, 24 November" */
  return g_strdup_printf (_("Another look on %s"), day);
}

static void
add_revisit (GStrvBuilder    *lines,
             BridgeSpace     *space,
             BridgeMilestone *milestone)
{
  take_line (lines, bridge_milestone_look_to_words (space, bridge_milestone_get_revisit_on (milestone)));
}

/**
 * bridge_milestone_add_whole:
 * @lines: what to add to
 * @space: a space
 * @after: a milestone, or one that would be new
 *
 * Adds a line for each thing that it says. One that is reached is looked at no more.
 */
void
bridge_milestone_add_whole (GStrvBuilder    *lines,
                            BridgeSpace     *space,
                            BridgeMilestone *after)
{
  take_line (lines, bridge_milestone_aim_to_words (space, after));
  add_rituals (lines, space, after);
  if (*bridge_milestone_get_note (after) != '\0')
    g_strv_builder_add (lines, bridge_milestone_get_note (after));
  if (bridge_milestone_get_state (after) != BRIDGE_MILESTONE_REACHED)
    add_revisit (lines, space, after);
  add_mark (lines, after);
}

/**
 * bridge_milestone_add_facts:
 * @lines: what to add to
 * @space: a space
 * @milestone: a milestone
 *
 * Adds what is not said by how far it has got: what it is counted from, and since when, and how it is marked.
 */
void
bridge_milestone_add_facts (GStrvBuilder    *lines,
                            BridgeSpace     *space,
                            BridgeMilestone *milestone)
{
  add_rituals (lines, space, milestone);
  if (bridge_milestone_get_target (milestone) > 0)
    add_since (lines, space, milestone);
  add_mark (lines, milestone);
}

static gboolean
has_same_source (BridgeMilestone *before,
                 BridgeMilestone *after)
{
  return bridge_milestone_get_source (before) == bridge_milestone_get_source (after) &&
         g_str_equal (bridge_milestone_get_ritual_ids (before), bridge_milestone_get_ritual_ids (after)) &&
         g_strcmp0 (bridge_milestone_get_win_kind (before), bridge_milestone_get_win_kind (after)) == 0;
}

/**
 * bridge_milestone_add_difference:
 * @lines: what to add to
 * @space: a space
 * @before: a milestone as it is, or was
 * @after: as it would be, or became
 *
 * Adds a line for each difference, what matters most first.
 */
void
bridge_milestone_add_difference (GStrvBuilder    *lines,
                                 BridgeSpace     *space,
                                 BridgeMilestone *before,
                                 BridgeMilestone *after)
{
  g_autofree char *aim = bridge_milestone_aim_to_words (space, after);

  if (bridge_milestone_get_state (before) == BRIDGE_MILESTONE_RESTING &&
      bridge_milestone_get_state (after) == BRIDGE_MILESTONE_OPEN)
    g_strv_builder_add (lines, _("It goes on"));
  if (bridge_milestone_get_who (before) != NULL && bridge_milestone_get_who (after) == NULL)
    g_strv_builder_add (lines, _("For both of you"));
  if (!has_same_source (before, after))
    {
      g_strv_builder_add (lines, aim);
      add_rituals (lines, space, after);
    }
  else if (bridge_milestone_get_target (before) != bridge_milestone_get_target (after))
    {
      /* Translators: what reaches a milestone, and a number: "6 moments of “Weekly walk” instead of 10" */
      take_line (lines, g_strdup_printf (_("%1$s instead of %2$d"), aim, bridge_milestone_get_target (before)));
    }
  if (bridge_milestone_get_since (before) != bridge_milestone_get_since (after))
    add_since (lines, space, after);
  if (!g_str_equal (bridge_milestone_get_title (before), bridge_milestone_get_title (after)))
    /* Translators: what a milestone is called now, or would be, and what it was called before */
    take_line (lines, g_strdup_printf (_("Called “%1$s” instead of “%2$s”"), bridge_milestone_get_title (after),
                                       bridge_milestone_get_title (before)));
  if (!g_str_equal (bridge_milestone_get_note (before), bridge_milestone_get_note (after)))
    {
      if (*bridge_milestone_get_note (after) == '\0')
        g_strv_builder_add (lines, _("Without the words about it"));
      else
        /* Translators: %s is a sentence, in the words of the two. */
        take_line (lines, g_strdup_printf (_("In your words: “%s”"), bridge_milestone_get_note (after)));
    }
  if (bridge_milestone_get_revisit_on (before) != bridge_milestone_get_revisit_on (after))
    add_revisit (lines, space, after);
}

/* (transfer full) */
static char *
describe_reshape (BridgeSpace     *space,
                  BridgeMilestone *before,
                  BridgeMilestone *after)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) lines = NULL;
  g_autofree char *joined = NULL;

  bridge_milestone_add_difference (builder, space, before, after);
  lines = g_strv_builder_end (builder);
  if (*lines == NULL)
    return g_strdup (_("Reshaped"));
  if (lines[1] == NULL && !g_str_equal (bridge_milestone_get_title (before), bridge_milestone_get_title (after)))
    /* Translators: what a milestone was called, and what it is called since */
    return g_strdup_printf (_("Renamed from “%1$s” to “%2$s”"), bridge_milestone_get_title (before),
                            bridge_milestone_get_title (after));
  joined = g_strjoinv (" · ", lines);
  /* Translators: %s is what was changed, with dots between: "6 moments of “Weekly walk” instead of 10" */
  return g_strdup_printf (_("Reshaped: %s"), joined);
}

/**
 * bridge_milestone_log_dup_shape:
 * @milestone: a milestone
 * @log: (element-type BridgeMilestoneChange): what became of it, the first one first
 * @n: after how many of them
 *
 * Returns: (transfer full) (nullable): the milestone as it was then, of which only the shape is known; %NULL: it cannot be read
 */
BridgeMilestone *
bridge_milestone_log_dup_shape (BridgeMilestone *milestone,
                                GPtrArray       *log,
                                guint            n)
{
  if (n >= log->len)
    return g_object_ref (milestone);
  return bridge_milestone_read_values (bridge_milestone_change_get_was (g_ptr_array_index (log, n)), NULL);
}

/**
 * bridge_milestone_get_begun_on:
 * @space: a space
 * @milestone: a milestone
 *
 * Returns: the day on which it became one: local midnight
 */
BridgeLocal
bridge_milestone_get_begun_on (BridgeSpace     *space,
                               BridgeMilestone *milestone)
{
  g_autoptr (GTimeZone) here = bridge_clock_dup_zone (bridge_space_get_clock (space));
  gint64 created_at;

  g_object_get (milestone, "created-at", &created_at, NULL);
  return bridge_local_day_start (bridge_local_from_utc_ms (created_at, here));
}

/**
 * bridge_milestone_log_begin_to_words:
 * @space: a space
 * @milestone: a milestone
 * @log: (element-type BridgeMilestoneChange): what became of it, the first one first
 *
 * Returns: (transfer full): what it was to begin with, all of it
 */
char *
bridge_milestone_log_begin_to_words (BridgeSpace     *space,
                                     BridgeMilestone *milestone,
                                     GPtrArray       *log)
{
  g_autoptr (BridgeMilestone) first = bridge_milestone_log_dup_shape (milestone, log, 0);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) lines = NULL;

  if (first == NULL)
    return g_strdup (_("Begun"));
  /* Translators: %s is what a milestone was called. */
  take_line (builder, g_strdup_printf (_("Begun as “%s”"), bridge_milestone_get_title (first)));
  take_line (builder, bridge_milestone_aim_to_words (space, first));
  add_rituals (builder, space, first);
  if (bridge_milestone_get_target (first) > 0)
    add_since (builder, space, first);
  if (*bridge_milestone_get_note (first) != '\0')
    /* Translators: %s is a sentence, in the words of the two. */
    take_line (builder, g_strdup_printf (_("In your words: “%s”"), bridge_milestone_get_note (first)));
  add_revisit (builder, space, first);
  lines = g_strv_builder_end (builder);
  return g_strjoinv (" · ", lines);
}

/**
 * bridge_milestone_log_entry_to_words:
 * @space: a space
 * @milestone: a milestone
 * @log: (element-type BridgeMilestoneChange): what became of it, the first one first
 * @index: which of them
 *
 * Returns: (transfer full): what happened then
 */
char *
bridge_milestone_log_entry_to_words (BridgeSpace     *space,
                                     BridgeMilestone *milestone,
                                     GPtrArray       *log,
                                     guint            index)
{
  BridgeMilestoneChange *change = g_ptr_array_index (log, index);
  g_autoptr (BridgeMilestone) before = bridge_milestone_log_dup_shape (milestone, log, index);
  g_autoptr (BridgeMilestone) after = bridge_milestone_log_dup_shape (milestone, log, index + 1);
  g_autofree char *day = NULL;

  switch (bridge_milestone_change_get_event (change))
    {
    case BRIDGE_MILESTONE_RESHAPE:
      return before != NULL && after != NULL ? describe_reshape (space, before, after) : g_strdup (_("Reshaped"));
    case BRIDGE_MILESTONE_REVISIT:
      if (after == NULL || bridge_milestone_get_revisit_on (after) == BRIDGE_LOCAL_NONE)
        return g_strdup (_("Looked at"));
      day = bridge_words_date (bridge_milestone_get_revisit_on (after), get_now (space));
      /* Translators: %s is a date: "Tuesday, 24 November" */
      return g_strdup_printf (_("Looked at, and again on %s"), day);
    case BRIDGE_MILESTONE_REST:
      return g_strdup (_("Put to rest"));
    case BRIDGE_MILESTONE_RESUME:
      return g_strdup (_("Taken up again"));
    case BRIDGE_MILESTONE_REACH:
      return g_strdup (_("Reached"));
    case BRIDGE_MILESTONE_REOPEN:
      return g_strdup (_("Opened again"));
    }
  g_return_val_if_reached (NULL);
}

/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "bridge-milestone"

#include "config.h"

#include "bridge-milestone-led.h"

#include <glib/gi18n-lib.h>

#include "bridge-milestone-record.h"
#include "bridge-words.h"

/* So many of a kind are listed. */
#define N_RITUALS 4
#define N_WINS 5
#define N_OTHERS 4

static void
led_free (gpointer data)
{
  g_ptr_array_unref (((BridgeMilestoneLed *) data)->words);
  g_free (data);
}

static BridgeMilestoneLed *
led_new (BridgeMilestoneSource kind)
{
  BridgeMilestoneLed *self = g_new0 (BridgeMilestoneLed, 1);

  self->kind = kind;
  self->words = g_ptr_array_new_with_free_func (g_free);
  return self;
}

/* @words: (transfer full) */
static void
add (BridgeMilestoneLed *self,
     char               *words)
{
  if (self->words->len < N_OTHERS)
    g_ptr_array_add (self->words, words);
  else
    {
      self->more++;
      g_free (words);
    }
}

static gboolean
fill_rituals (BridgeSpace         *space,
              BridgeMilestone     *milestone,
              BridgeMilestoneLed  *led,
              GError             **error)
{
  g_autoptr (GPtrArray) rituals = bridge_milestone_list_rituals (space, milestone, G_MAXUINT, error);

  for (guint i = 0; rituals != NULL && i < rituals->len; i++)
    if (i < N_RITUALS)
      g_ptr_array_add (led->words, g_strdup (bridge_ritual_get_title (g_ptr_array_index (rituals, i))));
    else
      led->more++;
  return rituals != NULL;
}

static gboolean
fill_wins (BridgeSpace         *space,
           BridgeMilestone     *milestone,
           gboolean             linked_only,
           BridgeMilestoneLed  *led,
           GError             **error)
{
  g_autoptr (GPtrArray) wins = bridge_milestone_list_wins (space, milestone, linked_only, N_WINS, error);
  guint n;

  for (guint i = 0; wins != NULL && i < wins->len; i++)
    g_ptr_array_add (led->words, g_strdup (bridge_win_get_text (g_ptr_array_index (wins, i))));
  if (wins == NULL || wins->len < N_WINS)
    return wins != NULL;
  /* There may be thousands. */
  if (!bridge_milestone_count_wins (space, milestone, linked_only, &n, error))
    return FALSE;
  led->more = n > wins->len ? n - wins->len : 0;
  return TRUE;
}

/* Of both, as they are counted; the newest first. */
static void
fill_promises (BridgeSpace        *space,
               BridgeMilestone    *milestone,
               BridgeMilestoneLed *led)
{
  g_autoptr (GPtrArray) promises = bridge_milestone_list_promises (space, milestone);

  for (guint i = promises->len; i > 0; i--)
    add (led, g_strdup (bridge_promise_get_text (g_ptr_array_index (promises, i - 1))));
}

static void
fill_talks (BridgeSpace        *space,
            BridgeMilestone    *milestone,
            BridgeMilestoneLed *led)
{
  BridgeLocal now = bridge_clock_local_now (bridge_space_get_clock (space));
  g_autoptr (GArray) talks = bridge_milestone_list_talks (space, milestone);

  for (guint i = talks->len; i > 0; i--)
    {
      g_autofree char *date = bridge_words_date (g_array_index (talks, BridgeLocal, i - 1), now);

      /* Translators: after a pause; %s is a day, “Sunday, 22 November” */
      add (led, g_strdup_printf (_("The talk of %s"), date));
    }
}

/* All of them are one thing. */
static gboolean
fill_weeks (BridgeSpace         *space,
            BridgeMilestone     *milestone,
            BridgeMilestoneLed  *led,
            GError             **error)
{
  BridgeLocal now = bridge_clock_local_now (bridge_space_get_clock (space));
  g_autofree char *date = bridge_words_date (bridge_milestone_get_since (milestone), now);
  guint n;

  if (!bridge_milestone_record_count (space, milestone, &n, error))
    return FALSE;
  if (n > 0)
    /* Translators: %2$s is a day, “Sunday, 22 November” */
    g_ptr_array_add (led->words, g_strdup_printf (ngettext ("%1$u whole week since %2$s", "%1$u whole weeks since %2$s", n), n,
                                                  date));
  return TRUE;
}

static gboolean
fill (BridgeSpace         *space,
      BridgeMilestone     *milestone,
      gboolean             maybe,
      BridgeMilestoneLed  *led,
      GError             **error)
{
  gboolean certain = led->kind == bridge_milestone_get_source (milestone);

  if (!certain && !maybe && led->kind != BRIDGE_MILESTONE_FROM_WINS)
    return TRUE;
  switch (led->kind)
    {
    case BRIDGE_MILESTONE_FROM_RITUALS:
      return fill_rituals (space, milestone, led, error);
    case BRIDGE_MILESTONE_FROM_WINS:
      return fill_wins (space, milestone, !certain && !maybe, led, error);
    case BRIDGE_MILESTONE_FROM_PROMISES:
      fill_promises (space, milestone, led);
      return TRUE;
    case BRIDGE_MILESTONE_FROM_TALKS:
      fill_talks (space, milestone, led);
      return TRUE;
    case BRIDGE_MILESTONE_FROM_WEEKS:
      return !certain || fill_weeks (space, milestone, led, error);
    case BRIDGE_MILESTONE_FROM_NOTHING:
      return TRUE;
    }
  g_return_val_if_reached (TRUE);
}

/**
 * bridge_milestone_list_led:
 * @space: a space
 * @milestone: one of it
 * @maybe: whether what there was meanwhile is listed, too, for a person to say what of it led there
 * @error: where to say what went wrong
 *
 * Lists what led to it: what it is counted from, and the small wins that somebody said belong to it. With @maybe also rituals of
 * which something was kept meanwhile, small wins, promises of both and talks after a pause.
 *
 * Returns: (transfer full) (nullable) (element-type BridgeMilestoneLed): none of them is empty, and what it was counted from
 *   comes first; %NULL with an error of the database
 */
GPtrArray *
bridge_milestone_list_led (BridgeSpace      *space,
                           BridgeMilestone  *milestone,
                           gboolean          maybe,
                           GError          **error)
{
  g_autoptr (GPtrArray) all = g_ptr_array_new_with_free_func (led_free);
  BridgeMilestoneSource source = bridge_milestone_get_source (milestone);

  for (BridgeMilestoneSource kind = BRIDGE_MILESTONE_FROM_RITUALS; kind <= BRIDGE_MILESTONE_FROM_WEEKS; kind++)
    {
      BridgeMilestoneLed *led = led_new (kind);

      g_ptr_array_insert (all, kind == source ? 0 : -1, led);
      if (!fill (space, milestone, maybe, led, error))
        return NULL;
    }
  for (guint i = all->len; i > 0; i--)
    if (((BridgeMilestoneLed *) g_ptr_array_index (all, i - 1))->words->len == 0)
      g_ptr_array_remove_index (all, i - 1);
  return g_steal_pointer (&all);
}

/**
 * bridge_milestone_led_dup_more:
 * @self: some of a kind
 *
 * Returns: (transfer full) (nullable): how many more there are, in words; %NULL: none
 */
char *
bridge_milestone_led_dup_more (BridgeMilestoneLed *self)
{
  if (self->more == 0)
    return NULL;
  switch (self->kind)
    {
    case BRIDGE_MILESTONE_FROM_RITUALS:
      return g_strdup_printf (ngettext ("And %u more ritual", "And %u more rituals", self->more), self->more);
    case BRIDGE_MILESTONE_FROM_WINS:
      return g_strdup_printf (ngettext ("And %u more small win", "And %u more small wins", self->more), self->more);
    case BRIDGE_MILESTONE_FROM_PROMISES:
      return g_strdup_printf (ngettext ("And %u more promise", "And %u more promises", self->more), self->more);
    case BRIDGE_MILESTONE_FROM_TALKS:
      return g_strdup_printf (ngettext ("And %u more talk", "And %u more talks", self->more), self->more);
    case BRIDGE_MILESTONE_FROM_WEEKS:
    case BRIDGE_MILESTONE_FROM_NOTHING:
      return NULL;
    }
  g_return_val_if_reached (NULL);
}

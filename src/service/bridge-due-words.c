/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "bridge-due"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "bridge-agenda.h"
#include "bridge-due.h"
#include "bridge-snooze.h"
#include "bridge-words.h"

/* "It is time …", "In 10 minutes …": told from now, because a reminder may have been snoozed or come late. */
static char *
make_discreet_body (BridgeDue   *due,
                    BridgeSpace *space,
                    int          minutes)
{
  gboolean both = bridge_space_get_partner (space) != NULL && bridge_ritual_get_who (due->ritual) == NULL;
  g_autofree char *words = NULL;

  if (due->lead < 0)
    return g_strdup (both ? _("If you like: a word about what the two of you planned.")
                          : _("If you like: a word about what you planned."));
  if (minutes <= 0)
    return g_strdup (both ? _("It is time for something the two of you planned.")
                          : _("It is time for something you planned."));

  words = bridge_words_minutes (minutes);
  /* Translators: %s is a duration, "10 minutes" */
  return g_strdup_printf (both ? _("In %s: something the two of you planned.") : _("In %s: something you planned."), words);
}

static char *
make_open_body (BridgeDue *due,
                int        minutes)
{
  const char *when_then = bridge_ritual_get_when_then (due->ritual);
  g_autofree char *words = NULL;

  if (due->lead < 0)
    return g_strdup (_("If you like: a word about how it went, or that it was not for today."));
  if (minutes <= 0)
    return g_strdup (when_then != NULL && *when_then != '\0' ? when_then : _("It is time."));

  words = bridge_words_minutes (minutes);
  if (when_then == NULL || *when_then == '\0')
    /* Translators: %s is a duration, "10 minutes" */
    return g_strdup_printf (_("In %s."), words);
  /* Translators: first a duration, "10 minutes", then a sentence of the person's own */
  return g_strdup_printf (_("In %1$s: %2$s"), words, when_then);
}

/**
 * bridge_due_make_notice:
 * @self: what is due
 * @space: its space, which says whether titles are shown
 * @now: UTC ms
 *
 * Puts a reminder into words: discreet ones, unless titles may be shown.
 *
 * Returns: (transfer full): the notice
 */
BridgeNotice *
bridge_due_make_notice (BridgeDue   *self,
                        BridgeSpace *space,
                        gint64       now)
{
  gboolean open = bridge_space_get_show_titles (space);
  int minutes = (int) CLAMP ((self->at - now + BRIDGE_MS_PER_MINUTE / 2) / BRIDGE_MS_PER_MINUTE, 0, 60 * 24 * 30);
  g_autofree char *body = open ? make_open_body (self, minutes) : make_discreet_body (self, space, minutes);

  g_autoptr (GTimeZone) here = bridge_clock_dup_zone (bridge_space_get_clock (space));
  BridgeNotice *notice =
    bridge_notice_new (self->name, open ? bridge_ritual_get_title (self->ritual) : _("Footbridge"), body, self->name,
                       *bridge_ritual_get_smaller (self->ritual) != '\0');

  notice->snoozes = bridge_snooze_get_offered (now, here);
  notice->alone = bridge_space_get_partner (space) == NULL || bridge_ritual_get_who (self->ritual) != NULL;
  return notice;
}

/**
 * bridge_due_make_notice_of:
 * @reminder: one that was shown
 * @space: its space
 * @now: UTC ms
 *
 * Puts a reminder into words once more.
 *
 * Returns: (transfer full) (nullable): the notice; %NULL: there is no such moment any more
 */
BridgeNotice *
bridge_due_make_notice_of (BridgeReminder *reminder,
                           BridgeSpace    *space,
                           gint64          now)
{
  g_autofree char *name = bridge_reminder_dup_occurrence_name (reminder);
  g_autoptr (BridgeOccurrence) occurrence = bridge_space_find_occurrence (space, name, NULL);
  BridgeDue due;

  if (occurrence == NULL)
    return NULL;

  due = (BridgeDue) {
    .ritual = bridge_occurrence_get_ritual (occurrence),
    .name = name,
    .at = bridge_occurrence_get_at (occurrence),
    .lead = bridge_reminder_get_lead (reminder),
  };
  return bridge_due_make_notice (&due, space, now);
}

/**
 * bridge_digest_count_add:
 * @self: what was counted so far
 * @at: a moment, UTC ms
 * @now: UTC ms
 * @here: the zone, in which Today has its days
 *
 * Counts one more moment.
 */
void
bridge_digest_count_add (BridgeDigestCount *self,
                         gint64             at,
                         gint64             now,
                         GTimeZone         *here)
{
  BridgeLocal today = bridge_local_day_start (bridge_local_from_utc_ms (now, here));

  if (at > now)
    self->n_ahead++;
  else if (bridge_local_from_utc_ms (at, here) >= today - BRIDGE_TODAY_BACK_DAYS * BRIDGE_DAY)
    self->n_waiting++;
  else
    self->n_older++;
}

/* Sentences, one after the other. */
static char *
join (char       *first,
      const char *second)
{
  g_autofree char *owned = first;

  if (owned == NULL)
    return g_strdup (second);
  /* Translators: two sentences, one after the other */
  return g_strdup_printf (C_("sentences", "%1$s %2$s"), owned, second);
}

/**
 * bridge_due_make_digest:
 * @count: what it tells of; at least one moment
 *
 * Puts the one notice after an absence into words: what Today lists and what is to come by number, and what lies further back
 * without one, as nobody has to catch up with that.
 *
 * Returns: (transfer full): the notice
 */
BridgeNotice *
bridge_due_make_digest (const BridgeDigestCount *count)
{
  g_autofree char *body = NULL;

  if (count->n_waiting > 0)
    body = g_strdup_printf (ngettext ("%u moment waits for a word on Today.", "%u moments wait for a word on Today.",
                                      count->n_waiting),
                            count->n_waiting);
  if (count->n_ahead > 0)
    {
      g_autofree char *ahead =
        g_strdup_printf (ngettext ("%u moment is still to come.", "%u moments are still to come.", count->n_ahead),
                         count->n_ahead);

      body = join (body, ahead);
    }
  if (count->n_older > 0)
    body = join (body, body != NULL ? _("What lies further back is in the calendar, and nothing is lost.")
                                    : _("What was planned some days ago is in the calendar, and nothing is lost."));

  return bridge_notice_new (BRIDGE_DIGEST_ID, _("Footbridge"), body, NULL, FALSE);
}

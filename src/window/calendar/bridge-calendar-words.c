/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "bridge-calendar"

#include "config.h"

#include "bridge-calendar-words.h"

#include <glib/gi18n-lib.h>

/**
 * bridge_calendar_week_title:
 * @first_day: the week's first day
 * @today: the day number of today, which says whether the year goes without saying
 *
 * Names a week by its first and last day.
 *
 * Returns: (transfer full): "16–22 November", "30 November – 6 December", "28 December 2026 – 3 January 2027"
 */
char *
bridge_calendar_week_title (int first_day,
                            int today)
{
  int year, month, day, last_year, last_month, last_day, this_year, ignored;

  bridge_day_to_civil (first_day, &year, &month, &day);
  bridge_day_to_civil (first_day + 6, &last_year, &last_month, &last_day);
  bridge_day_to_civil (today, &this_year, &ignored, &ignored);

  if (year != last_year)
    /* Translators: a week: day, month, year of its first and of its last day. */
    return g_strdup_printf (_("%1$d %2$s %3$d – %4$d %5$s %6$d"), day, bridge_words_month_name (month), year, last_day,
                            bridge_words_month_name (last_month), last_year);
  if (month != last_month && year != this_year)
    /* Translators: a week: day and month of its first and of its last day, and the year. */
    return g_strdup_printf (_("%1$d %2$s – %3$d %4$s %5$d"), day, bridge_words_month_name (month), last_day,
                            bridge_words_month_name (last_month), year);
  if (month != last_month)
    /* Translators: a week: day and month of its first and of its last day. */
    return g_strdup_printf (_("%1$d %2$s – %3$d %4$s"), day, bridge_words_month_name (month), last_day,
                            bridge_words_month_name (last_month));
  if (year != this_year)
    /* Translators: a week: its first and last day, the month, the year. */
    return g_strdup_printf (_("%1$d–%2$d %3$s %4$d"), day, last_day, bridge_words_month_name (month), year);
  /* Translators: a week: its first and last day, and the month. */
  return g_strdup_printf (_("%1$d–%2$d %3$s"), day, last_day, bridge_words_month_name (month));
}

static char *
dup_moments (guint n,
             guint kept)
{
  g_autofree char *moments = NULL;
  g_autofree char *kept_words = NULL;

  if (n == 0)
    return g_strdup (_("nothing planned"));

  moments = g_strdup_printf (ngettext ("%u moment", "%u moments", n), n);
  if (kept == 0)
    return g_steal_pointer (&moments);

  kept_words = kept == 1 ? g_strdup (_("one kept")) : g_strdup_printf (ngettext ("%u kept", "%u kept", kept), kept);
  /* Translators: what is on one day, as in "2 moments, one kept". */
  return g_strdup_printf (_("%1$s, %2$s"), moments, kept_words);
}

/**
 * bridge_calendar_day_label:
 * @day: a day number
 * @n: how many moments it has
 * @kept: how many of them were kept
 * @away: (nullable): who or what is away, in a few words
 * @today: whether it is today
 *
 * Says a day with all that is on it, for screen readers.
 *
 * Returns: (transfer full): "Tuesday, 24 November 2026: 2 moments, one kept"
 */
char *
bridge_calendar_day_label (int         day,
                           guint       n,
                           guint       kept,
                           const char *away,
                           gboolean    today)
{
  g_autofree char *date = bridge_words_date_full (day * BRIDGE_DAY);
  g_autofree char *moments = dup_moments (n, kept);
  g_autofree char *label = NULL;
  g_autofree char *with_away = NULL;

  /* Translators: a date, and what is on it, as in "Tuesday, 24 November 2026: 2 moments, one kept". */
  label = g_strdup_printf (_("%1$s: %2$s"), date, moments);
  /* Translators: a date with what is on it, and why nothing is planned, as in "…: nothing planned. Away". */
  with_away = away != NULL ? g_strdup_printf (_("%1$s. %2$s"), label, away) : g_steal_pointer (&label);
  if (today)
    /* Translators: what is on a day, which is today. */
    return g_strdup_printf (_("Today, %s"), with_away);

  return g_steal_pointer (&with_away);
}

static void
append_stretches (GString    *words,
                  GArray     *stretches,
                  const char *format)
{
  for (guint i = 0; i < stretches->len; i++)
    {
      BridgeStretch stretch = g_array_index (stretches, BridgeStretch, i);
      g_autofree char *from = bridge_words_time (stretch.from * BRIDGE_MINUTE);
      g_autofree char *to = bridge_words_time (stretch.to * BRIDGE_MINUTE);

      if (words->len > 0)
        g_string_append_c (words, ' ');
      g_string_append_printf (words, format, from, to);
    }
}

/**
 * bridge_calendar_hours_to_words:
 * @quiet: (element-type BridgeStretch): when it is quiet on one day
 * @stress: (element-type BridgeStretch): its stress peaks
 *
 * Says what the tints of a day say to the eye.
 *
 * Returns: (transfer full) (nullable): "Stress peak from 17:00 to 18:15. Quiet from 22:30 to 00:00.", or %NULL where there
 *   are none
 */
char *
bridge_calendar_hours_to_words (GArray *quiet,
                                GArray *stress)
{
  g_autoptr (GString) words = g_string_new (NULL);

  /* Translators: two times of the day, as in "Stress peak from 17:00 to 18:15." */
  append_stretches (words, stress, _("Stress peak from %1$s to %2$s."));
  /* Translators: two times of the day, as in "Quiet from 22:30 to 00:00." */
  append_stretches (words, quiet, _("Quiet from %1$s to %2$s."));

  return words->len > 0 ? g_strdup (words->str) : NULL;
}

static int
compare_hours (gconstpointer a,
               gconstpointer b)
{
  return bridge_hours_get_from (*(BridgeHours **) a) - bridge_hours_get_from (*(BridgeHours **) b);
}

/**
 * bridge_calendar_day_caption:
 * @away: (nullable): who or what is away, in a few words
 * @hours: (nullable): list of #BridgeHours
 * @day: a day number
 *
 * Says in a line what is around a day where it cannot be drawn: the hours that begin on it, each with its end.
 *
 * Returns: (transfer full) (nullable): "Robin is away · Stress peak 17:00–18:00 · Quiet 22:30–07:00", or %NULL where there
 *   is nothing
 */
char *
bridge_calendar_day_caption (const char *away,
                             GListModel *hours,
                             int         day)
{
  g_autoptr (GPtrArray) begin = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GString) caption = g_string_new (away);
  int weekday = 1 << (bridge_day_get_weekday (day) - 1);

  for (guint i = 0; hours != NULL && i < g_list_model_get_n_items (hours); i++)
    {
      BridgeHours *item = g_list_model_get_item (hours, i);

      g_ptr_array_add (begin, item);
      if ((bridge_hours_get_weekdays (item) & weekday) == 0)
        g_ptr_array_remove_index (begin, begin->len - 1);
    }
  g_ptr_array_sort (begin, compare_hours);

  for (guint i = 0; i < begin->len; i++)
    {
      BridgeHours *item = g_ptr_array_index (begin, i);
      g_autofree char *from = bridge_words_time (bridge_hours_get_from (item) * BRIDGE_MINUTE);
      g_autofree char *to = bridge_words_time (bridge_hours_get_to (item) * BRIDGE_MINUTE);

      if (caption->len > 0)
        g_string_append (caption, " · ");
      if (bridge_hours_get_kind (item) == BRIDGE_HOURS_QUIET)
        /* Translators: two times of the day, as in "Quiet 22:30–07:00". */
        g_string_append_printf (caption, _("Quiet %1$s–%2$s"), from, to);
      else
        /* Translators: two times of the day, as in "Stress peak 17:00–18:00". */
        g_string_append_printf (caption, _("Stress peak %1$s–%2$s"), from, to);
    }

  return caption->len > 0 ? g_strdup (caption->str) : NULL;
}

/**
 * bridge_mark_to_words:
 * @occurrence: a moment
 * @mark: what it looks like
 *
 * The mark in words.
 *
 * Returns: "Kept", "Planned", "Not recorded" … (static)
 */
const char *
bridge_mark_to_words (BridgeOccurrence *occurrence,
                      BridgeMark        mark)
{
  switch (mark)
    {
    case BRIDGE_MARK_KEPT:
      return bridge_occurrence_get_outcome (occurrence) == BRIDGE_OUTCOME_SMALLER ? _("Kept in its smaller version")
                                                                                  : _("Kept");
    case BRIDGE_MARK_PLANNED:
      return _("Planned");
    case BRIDGE_MARK_UNRECORDED:
      return _("Not recorded");
    }
  g_assert_not_reached ();
}

/**
 * bridge_mark_get_style:
 * @mark: what a moment looks like
 *
 * Returns: the CSS class for it (static)
 */
const char *
bridge_mark_get_style (BridgeMark mark)
{
  switch (mark)
    {
    case BRIDGE_MARK_KEPT:
      return "kept";
    case BRIDGE_MARK_PLANNED:
      return "planned";
    case BRIDGE_MARK_UNRECORDED:
      return "unrecorded";
    }
  g_assert_not_reached ();
}

/**
 * bridge_calendar_moment_label:
 * @occurrence: a moment that has its ritual
 * @mark: what it looks like
 *
 * Says a moment with nothing left out, for screen readers.
 *
 * Returns: (transfer full): "Five quiet minutes, Tuesday, 24 November 2026 at 19:00, 10 minutes. Planned"
 */
char *
bridge_calendar_moment_label (BridgeOccurrence *occurrence,
                              BridgeMark        mark)
{
  BridgeRitual *ritual = bridge_occurrence_get_ritual (occurrence);
  BridgeLocal local = bridge_occurrence_get_local (occurrence);
  g_autofree char *date = bridge_words_date_full (local);
  g_autofree char *time = bridge_words_time (local);
  g_autofree char *minutes = bridge_words_minutes (bridge_ritual_get_minutes (ritual));

  /* Translators: a moment: title, date, time, length, whether it was kept, as in "Five quiet minutes, Tuesday,
   * 24 November 2026 at 19:00, 10 minutes. Planned". */
  return g_strdup_printf (_("%1$s, %2$s at %3$s, %4$s. %5$s"), bridge_ritual_get_title (ritual), date, time, minutes,
                          bridge_mark_to_words (occurrence, mark));
}

/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "bridge-life-words"

#include "config.h"

#include "bridge-life-words.h"

#include <glib/gi18n-lib.h>

#include "bridge-words.h"

typedef enum {
  FORM_TODAY, /* today only */
  FORM_UNTIL,
  FORM_OPEN,
  FORM_ON,    /* one day to come */
  FORM_FROM_UNTIL,
  FORM_FROM,
} Form;

static Form
get_form (BridgeAbsence *absence,
          BridgeLocal    now)
{
  BridgeLocal from = bridge_absence_get_from (absence);
  BridgeLocal until = bridge_absence_get_until (absence);
  BridgeLocal today = bridge_local_day_start (now);

  if (from > today)
    return until == BRIDGE_LOCAL_NONE ? FORM_FROM : until == from + BRIDGE_DAY ? FORM_ON : FORM_FROM_UNTIL;
  if (until == BRIDGE_LOCAL_NONE)
    return FORM_OPEN;

  return from == today && until == today + BRIDGE_DAY ? FORM_TODAY : FORM_UNTIL;
}

/**
 * bridge_absence_to_words:
 * @absence: days away or unwell
 * @now: what time it is, here
 *
 * Which days they are.
 *
 * Returns: (transfer full): "Away until Friday, 27 November", "Unwell today"
 */
char *
bridge_absence_to_words (BridgeAbsence *absence,
                         BridgeLocal    now)
{
  /* Translators: dates are like "Friday, 27 November"; the second one is the first day back. */
  static const char *const words[2][6] = {
    { N_("Away today"), N_("Away until %s"), N_("Away for now"), N_("Away on %s"), N_("Away from %s until %s"),
      N_("Away from %s on") },
    { N_("Unwell today"), N_("Unwell until %s"), N_("Unwell for now"), N_("Unwell on %s"), N_("Unwell from %s until %s"),
      N_("Unwell from %s on") },
  };
  Form form = get_form (absence, now);
  const char *format = _(words[bridge_absence_get_kind (absence) == BRIDGE_ABSENCE_UNWELL ? 1 : 0][form]);
  g_autofree char *from = bridge_words_date (bridge_absence_get_from (absence), now);
  g_autofree char *until = bridge_absence_get_until (absence) != BRIDGE_LOCAL_NONE
                             ? bridge_words_date (bridge_absence_get_until (absence), now) : NULL;

  switch (form)
    {
    case FORM_UNTIL:
      return g_strdup_printf (format, until);
    case FORM_ON:
    case FORM_FROM:
      return g_strdup_printf (format, from);
    case FORM_FROM_UNTIL:
      return g_strdup_printf (format, from, until);
    case FORM_TODAY:
    case FORM_OPEN:
    default:
      return g_strdup (format);
    }
}

/**
 * bridge_absence_to_sentence:
 * @absence: days away or unwell that have begun
 * @name: (nullable): whose they are, when they are not of both or of the only one
 * @now: what time it is, here
 *
 * Says that it is so, and what that means.
 *
 * Returns: (transfer full): "Away until Friday, 27 November. Everything rests."
 */
char *
bridge_absence_to_sentence (BridgeAbsence *absence,
                            const char    *name,
                            BridgeLocal    now)
{
  /* Translators: %1$s is a person's name, %2$s a date, the first day back. */
  static const char *const of_one[2][3] = {
    { N_("%1$s is away today. What needs both of you rests."),
      N_("%1$s is away until %2$s. What needs both of you rests."),
      N_("%1$s is away for now. What needs both of you rests.") },
    { N_("%1$s is unwell today. What needs both of you rests."),
      N_("%1$s is unwell until %2$s. What needs both of you rests."),
      N_("%1$s is unwell for now. What needs both of you rests.") },
  };
  Form form = get_form (absence, now);
  g_autofree char *words = NULL;
  g_autofree char *until = NULL;

  if (name == NULL || form > FORM_OPEN)
    {
      words = bridge_absence_to_words (absence, now);
      /* Translators: %s is which days one is away, such as "Away until Friday, 27 November". */
      return g_strdup_printf (_("%s. Everything rests."), words);
    }

  if (form == FORM_UNTIL)
    until = bridge_words_date (bridge_absence_get_until (absence), now);

  return g_strdup_printf (_(of_one[bridge_absence_get_kind (absence) == BRIDGE_ABSENCE_UNWELL ? 1 : 0][form]), name, until);
}

/**
 * bridge_absence_to_line:
 * @absence: days away or unwell, today among them
 * @name: (nullable): whose they are, when they are not of both or of the only one
 *
 * The one large line of a day on which nothing more comes.
 *
 * Returns: a static translated line
 */
const char *
bridge_absence_to_line (BridgeAbsence *absence,
                        const char    *name)
{
  if (name != NULL)
    return _("Today rests");
  if (bridge_absence_get_kind (absence) == BRIDGE_ABSENCE_UNWELL)
    return _("Rest well");

  return _("Away today");
}

/**
 * bridge_week_to_words:
 * @hours: BridgeHours
 *
 * What a picture of the week shows, in words.
 *
 * Returns: (transfer full): "Quiet: Every day, 22:00 to 07:00. Stress peak, School run: Monday to Friday, 17:30 to 18:30."
 */
char *
bridge_week_to_words (GListModel *hours)
{
  g_autoptr (GString) words = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (hours); i++)
    {
      g_autoptr (BridgeHours) item = g_list_model_get_item (hours, i);
      g_autofree char *when = bridge_hours_to_words (item);
      const char *name = bridge_hours_get_name (item);
      gboolean quiet = bridge_hours_get_kind (item) == BRIDGE_HOURS_QUIET;

      if (words->len > 0)
        g_string_append_c (words, ' ');
      if (*name == '\0')
        /* Translators: %s is such as "Monday to Friday, 17:30 to 18:30". */
        g_string_append_printf (words, quiet ? _("Quiet: %s.") : _("Stress peak: %s."), when);
      else
        /* Translators: %1$s is a name, %2$s is such as "Monday to Friday, 17:30 to 18:30". */
        g_string_append_printf (words, quiet ? _("Quiet, %1$s: %2$s.") : _("Stress peak, %1$s: %2$s."), name, when);
    }

  return g_strdup (words->str);
}

/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "bridge-season"

#include "config.h"

#include "bridge-season.h"

#include <glib/gi18n-lib.h>

/* Where autumn comes in March, as far as people there speak of seasons at all. */
static const char *const southern[] = {
  "Africa/Blantyre", "Africa/Gaborone", "Africa/Harare", "Africa/Johannesburg", "Africa/Luanda",
  "Africa/Lusaka", "Africa/Maputo", "Africa/Maseru", "Africa/Mbabane", "Africa/Windhoek",
  "America/Argentina/", "America/Asuncion", "America/Buenos_Aires", "America/Campo_Grande",
  "America/Cuiaba", "America/La_Paz", "America/Lima", "America/Montevideo", "America/Punta_Arenas",
  "America/Santiago", "America/Sao_Paulo", "Antarctica/", "Atlantic/South_Georgia", "Atlantic/Stanley",
  "Australia/", "Indian/Antananarivo", "Indian/Mauritius", "Indian/Reunion", "NZ", "Pacific/Auckland",
  "Pacific/Chatham", "Pacific/Fiji", "Pacific/Norfolk", "Pacific/Noumea", "Pacific/Tongatapu",
};

static gboolean
is_southern (const char *zone_id)
{
  for (guint i = 0; zone_id != NULL && i < G_N_ELEMENTS (southern); i++)
    {
      if (g_str_has_prefix (zone_id, southern[i]))
        return TRUE;
    }

  return FALSE;
}

/**
 * bridge_season_at:
 * @now: a local time
 * @zone_id: (nullable): the IANA zone, which tells north from south
 * @from: (out): midnight of the season's first day
 * @to: (out): midnight of the next season's first day
 *
 * Finds the season that @now lies in. Seasons are whole months, as the weather services count them.
 *
 * Returns: the season
 */
BridgeSeason
bridge_season_at (BridgeLocal  now,
                  const char  *zone_id,
                  BridgeLocal *from,
                  BridgeLocal *to)
{
  BridgeCivil civil;
  BridgeSeason season;
  int quarter, year;

  bridge_local_to_civil (now, &civil);

  /* 0: December to February … 3: September to November. */
  quarter = civil.month % 12 / 3;
  year = civil.month < 3 ? civil.year - 1 : civil.year;
  season = (BridgeSeason) ((quarter + (is_southern (zone_id) ? 1 : 3)) % 4);

  if (quarter == 0)
    {
      bridge_local_from_civil (year, 12, 1, 0, 0, 0, from);
      bridge_local_from_civil (year + 1, 3, 1, 0, 0, 0, to);
    }
  else
    {
      bridge_local_from_civil (year, quarter * 3, 1, 0, 0, 0, from);
      bridge_local_from_civil (year, quarter * 3 + 3, 1, 0, 0, 0, to);
    }

  return season;
}

/**
 * bridge_season_to_words:
 * @season: the season
 * @moments: how many moments were kept or noted in it
 * @shared: whether two people share them
 *
 * Says how many there were, without measuring them against anything.
 *
 * Returns: (transfer full): a sentence without a full stop
 */
char *
bridge_season_to_words (BridgeSeason season,
                        guint        moments,
                        gboolean     shared)
{
  const char *words = NULL;

  if (moments == 0)
    return g_strdup (_("The bridge has time"));

  switch (season)
    {
    case BRIDGE_SEASON_SPRING:
      words = shared ? ngettext ("%u shared moment this spring", "%u shared moments this spring", moments)
                     : ngettext ("%u moment this spring", "%u moments this spring", moments);
      break;
    case BRIDGE_SEASON_SUMMER:
      words = shared ? ngettext ("%u shared moment this summer", "%u shared moments this summer", moments)
                     : ngettext ("%u moment this summer", "%u moments this summer", moments);
      break;
    case BRIDGE_SEASON_AUTUMN:
      words = shared ? ngettext ("%u shared moment this autumn", "%u shared moments this autumn", moments)
                     : ngettext ("%u moment this autumn", "%u moments this autumn", moments);
      break;
    case BRIDGE_SEASON_WINTER:
      words = shared ? ngettext ("%u shared moment this winter", "%u shared moments this winter", moments)
                     : ngettext ("%u moment this winter", "%u moments this winter", moments);
      break;
    }

  return g_strdup_printf (words, moments);
}

/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "bridge-calendar"

#include "config.h"

#include "bridge-calendar-days.h"

#include <glib/gi18n-lib.h>

#include "bridge-absence.h"
#include "bridge-calendar-words.h"
#include "bridge-today.h"

struct _BridgeCalendarDays
{
  GObject parent_instance;

  BridgeSpace *space;
  GPtrArray *days; /* of BridgeCalendarDay */
  int first_day;
  gint64 now; /* when they were read, UTC ms */
  int today;
  gboolean live;
};

enum {
  CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (BridgeCalendarDays, bridge_calendar_days, G_TYPE_OBJECT)

static BridgeCalendarDay *
day_new (int day)
{
  BridgeCalendarDay *self = g_new0 (BridgeCalendarDay, 1);

  self->day = day;
  self->moments = g_ptr_array_new_with_free_func (g_object_unref);

  return self;
}

static void
day_free (gpointer data)
{
  BridgeCalendarDay *self = data;

  g_ptr_array_unref (self->moments);
  g_free (self->away);
  g_free (self->away_words);
  g_free (self);
}

/* What rests because somebody is away is as good as not planned. What became of what is only for the other one is theirs. */
static gboolean
is_shown (BridgeCalendarDays *self,
          BridgeOccurrence   *occurrence)
{
  BridgeRitual *ritual = bridge_occurrence_get_ritual (occurrence);
  const char *who = bridge_ritual_get_who (ritual);

  if (!bridge_mark_is_shown (occurrence) ||
      (bridge_space_is_others_own (self->space, ritual) && bridge_mark_get (occurrence, self->now) != BRIDGE_MARK_PLANNED))
    return FALSE;

  return bridge_occurrence_get_outcome (occurrence) != BRIDGE_OUTCOME_NONE ||
         !bridge_space_is_away (self->space, who, bridge_occurrence_get_local (occurrence));
}

static char *
dup_away_words (BridgeCalendarDays *self,
                BridgeAbsence      *absence)
{
  const char *who = bridge_absence_get_who (absence);
  BridgePerson *person = who != NULL ? bridge_space_find_person (self->space, who) : NULL;
  gboolean unwell = bridge_absence_get_kind (absence) == BRIDGE_ABSENCE_UNWELL;

  if (person == NULL || bridge_space_get_partner (self->space) == NULL)
    return g_strdup (unwell ? _("Unwell") : _("Away"));
  /* Translators: %s is a name. */
  return g_strdup_printf (unwell ? _("%s is unwell") : _("%s is away"), bridge_person_get_name (person));
}

static void
add_absences (BridgeCalendarDays *self,
              BridgeCalendarDay  *day)
{
  GListModel *absences = bridge_space_get_absences (self->space);

  for (guint i = 0; i < g_list_model_get_n_items (absences) && day->away == NULL; i++)
    {
      g_autoptr (BridgeAbsence) absence = g_list_model_get_item (absences, i);

      if (!bridge_absence_covers (absence, NULL, day->day * BRIDGE_DAY))
        continue;
      day->away = g_strdup (bridge_absence_get_kind (absence) == BRIDGE_ABSENCE_UNWELL ? _("Unwell") : _("Away"));
      day->away_words = dup_away_words (self, absence);
    }
}

static void
sort_into_days (BridgeCalendarDays *self,
                GPtrArray          *occurrences)
{
  for (guint i = 0; i < occurrences->len; i++)
    {
      BridgeOccurrence *occurrence = g_ptr_array_index (occurrences, i);
      int index = bridge_local_get_day (bridge_occurrence_get_local (occurrence)) - self->first_day;
      BridgeCalendarDay *day;

      if (index < 0 || index >= (int) self->days->len || !is_shown (self, occurrence))
        continue;
      day = g_ptr_array_index (self->days, index);
      g_ptr_array_add (day->moments, g_object_ref (occurrence));
      if (bridge_mark_get (occurrence, self->now) == BRIDGE_MARK_KEPT)
        day->kept++;
    }
}

/* The next instant at which something looks different: midnight, a moment that begins or has passed. */
static void
set_alarm (BridgeCalendarDays *self,
           GPtrArray          *occurrences,
           GTimeZone          *here)
{
  gint64 next = bridge_local_to_utc_ms ((self->today + 1) * BRIDGE_DAY, here);

  for (guint i = 0; i < occurrences->len; i++)
    {
      BridgeOccurrence *occurrence = g_ptr_array_index (occurrences, i);
      gint64 at = bridge_occurrence_get_at (occurrence);
      gint64 until = bridge_today_get_actable_until (occurrence);

      if (at > self->now)
        next = MIN (next, at);
      else if (until > self->now)
        next = MIN (next, until);
    }

  bridge_space_set_alarm (self->space, self, next);
}

static void
load (BridgeCalendarDays *self)
{
  BridgeClock *clock = bridge_space_get_clock (self->space);
  g_autoptr (GTimeZone) here = bridge_clock_dup_zone (clock);
  guint n = self->days->len;
  g_autoptr (GPtrArray) occurrences = NULL;
  g_autoptr (GError) error = NULL;

  self->now = bridge_clock_now (clock);
  self->today = bridge_local_get_day (bridge_local_from_utc_ms (self->now, here));
  occurrences = bridge_space_list_occurrences (self->space, NULL, self->first_day * BRIDGE_DAY,
                                               (self->first_day + (int) n) * BRIDGE_DAY, &error);
  if (occurrences == NULL)
    {
      g_message ("The calendar could not be read: %s", error->message);
      return;
    }

  g_ptr_array_set_size (self->days, 0);
  for (guint i = 0; i < n; i++)
    {
      BridgeCalendarDay *day = day_new (self->first_day + (int) i);

      add_absences (self, day);
      g_ptr_array_add (self->days, day);
    }
  sort_into_days (self, occurrences);
  set_alarm (self, occurrences, here);
}

static void
refresh (BridgeCalendarDays *self)
{
  if (!self->live)
    return;

  load (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
space_changed_cb (BridgeCalendarDays *self,
                  BridgeKinds         kinds)
{
  if (kinds & (BRIDGE_KIND_RITUALS | BRIDGE_KIND_OCCURRENCES | BRIDGE_KIND_PERSONS | BRIDGE_KIND_HOURS | BRIDGE_KIND_ABSENCES |
               BRIDGE_KIND_PAUSES))
    refresh (self);
}

static void
woke_cb (BridgeCalendarDays *self)
{
  refresh (self);
}

static void
bridge_calendar_days_dispose (GObject *object)
{
  BridgeCalendarDays *self = BRIDGE_CALENDAR_DAYS (object);

  if (self->space != NULL)
    bridge_space_set_alarm (self->space, self, BRIDGE_NEVER);
  g_clear_object (&self->space);

  G_OBJECT_CLASS (bridge_calendar_days_parent_class)->dispose (object);
}

static void
bridge_calendar_days_finalize (GObject *object)
{
  g_ptr_array_unref (BRIDGE_CALENDAR_DAYS (object)->days);

  G_OBJECT_CLASS (bridge_calendar_days_parent_class)->finalize (object);
}

static void
bridge_calendar_days_class_init (BridgeCalendarDaysClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = bridge_calendar_days_dispose;
  object_class->finalize = bridge_calendar_days_finalize;

  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 0);
}

static void
bridge_calendar_days_init (BridgeCalendarDays *self)
{
  self->days = g_ptr_array_new_with_free_func (day_free);
}

/**
 * bridge_calendar_days_new:
 * @space: the space
 *
 * No days yet, and not live.
 *
 * Returns: (transfer full): the days
 */
BridgeCalendarDays *
bridge_calendar_days_new (BridgeSpace *space)
{
  BridgeCalendarDays *self = g_object_new (BRIDGE_TYPE_CALENDAR_DAYS, NULL);
  BridgeClock *clock = bridge_space_get_clock (space);

  self->space = g_object_ref (space);
  self->now = bridge_clock_now (clock);
  self->today = bridge_local_get_day (bridge_clock_local_now (clock));
  g_signal_connect_object (space, "changed", G_CALLBACK (space_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (clock, "woke", G_CALLBACK (woke_cb), self, G_CONNECT_SWAPPED);

  return self;
}

/**
 * bridge_calendar_days_set_live:
 * @self: the days
 * @live: whether somebody looks at them
 *
 * What nobody looks at is not read; it is when somebody does again.
 */
void
bridge_calendar_days_set_live (BridgeCalendarDays *self,
                               gboolean            live)
{
  if (self->live == live)
    return;

  self->live = live;
  if (!live)
    bridge_space_set_alarm (self->space, self, BRIDGE_NEVER);
  refresh (self);
}

/**
 * bridge_calendar_days_set_range:
 * @self: the days
 * @first_day: the day number of the first
 * @n: how many
 *
 * Says which days they are.
 */
void
bridge_calendar_days_set_range (BridgeCalendarDays *self,
                                int                 first_day,
                                int                 n)
{
  g_ptr_array_set_size (self->days, 0);
  self->first_day = first_day;
  for (int i = 0; i < n; i++)
    g_ptr_array_add (self->days, day_new (first_day + i));
  refresh (self);
}

/**
 * bridge_calendar_days_get_space:
 * @self: the days
 *
 * Returns: (transfer none): the space
 */
BridgeSpace *
bridge_calendar_days_get_space (BridgeCalendarDays *self)
{
  return self->space;
}

/**
 * bridge_calendar_days_get_first:
 * @self: the days
 *
 * Returns: the day number of the first
 */
int
bridge_calendar_days_get_first (BridgeCalendarDays *self)
{
  return self->first_day;
}

/**
 * bridge_calendar_days_get_n:
 * @self: the days
 *
 * Returns: how many there are
 */
int
bridge_calendar_days_get_n (BridgeCalendarDays *self)
{
  return (int) self->days->len;
}

/**
 * bridge_calendar_days_get:
 * @self: the days
 * @day: a day number
 *
 * Returns: (transfer none) (nullable): that day, until they change, or %NULL where it is none of them
 */
const BridgeCalendarDay *
bridge_calendar_days_get (BridgeCalendarDays *self,
                          int                 day)
{
  int index = day - self->first_day;

  return index >= 0 && index < (int) self->days->len ? g_ptr_array_index (self->days, index) : NULL;
}

/**
 * bridge_calendar_days_get_today:
 * @self: the days
 *
 * Returns: the day number of today
 */
int
bridge_calendar_days_get_today (BridgeCalendarDays *self)
{
  return self->today;
}

/**
 * bridge_calendar_days_get_mark:
 * @self: the days
 * @occurrence: one of their moments
 *
 * Returns: what it looks like
 */
BridgeMark
bridge_calendar_days_get_mark (BridgeCalendarDays *self,
                               BridgeOccurrence   *occurrence)
{
  return bridge_mark_get (occurrence, self->now);
}

/**
 * bridge_calendar_days_can_move:
 * @self: the days
 * @occurrence: one of their moments
 *
 * Returns: whether it is still to come and open
 */
gboolean
bridge_calendar_days_can_move (BridgeCalendarDays *self,
                               BridgeOccurrence   *occurrence)
{
  return !bridge_space_get_read_only (self->space) && bridge_occurrence_get_outcome (occurrence) == BRIDGE_OUTCOME_NONE &&
         !bridge_space_is_others_own (self->space, bridge_occurrence_get_ritual (occurrence)) &&
         bridge_occurrence_get_at (occurrence) > self->now;
}

/**
 * bridge_calendar_days_move:
 * @self: the days
 * @occurrence: one of their moments
 * @here_local: where to, a local time here
 * @moved: (out): whether it is at another time now
 * @error: where to say what went wrong
 *
 * Moves one moment.
 *
 * Returns: %FALSE with the errors of bridge_space_move()
 */
gboolean
bridge_calendar_days_move (BridgeCalendarDays  *self,
                           BridgeOccurrence    *occurrence,
                           BridgeLocal          here_local,
                           gboolean            *moved,
                           GError             **error)
{
  g_autoptr (GTimeZone) here = bridge_clock_dup_zone (bridge_space_get_clock (self->space));
  BridgeLocal target = bridge_calendar_to_frame (occurrence, here_local, here);

  *moved = target != bridge_occurrence_get_planned (occurrence);

  return bridge_space_move (self->space, bridge_occurrence_get_name (occurrence), target, error);
}

/**
 * bridge_calendar_days_dup_label:
 * @self: the days
 * @day: a day number
 *
 * Says one of the days in full.
 *
 * Returns: (transfer full): "Tuesday, 24 November 2026: 2 moments, one kept"
 */
char *
bridge_calendar_days_dup_label (BridgeCalendarDays *self,
                                int                 day)
{
  const BridgeCalendarDay *found = bridge_calendar_days_get (self, day);

  if (found == NULL)
    return bridge_words_date_full (day * BRIDGE_DAY);

  return bridge_calendar_day_label (day, found->moments->len, found->kept, found->away_words, day == self->today);
}

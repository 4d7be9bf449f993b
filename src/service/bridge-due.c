/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "bridge-due"

#include "config.h"

#include "bridge-due-rules.h"
#include "bridge-due.h"
#include "bridge-hold.h"
#include "bridge-planner.h"
#include "bridge-space-private.h"

/* Rows are kept in the ritual's own frame, which may be another zone's. */
#define FRAME_MARGIN (2 * BRIDGE_DAY)
#define MAX_LEAD (7 * BRIDGE_DAY)

/* More than that at one time are told of together. */
#define BURST 3

typedef struct
{
  BridgeSpace *space;
  BridgeDatabase *db;
  GTimeZone *here;       /* borrowed */
  gint64 now;
  gint64 since;          /* UTC ms: what was due before is not looked for */
  BridgeLocal from;      /* rows from that start on have been read */
  GHashTable *rows;      /* ritual id -> GPtrArray of BridgeOccurrence */
  GHashTable *reminders; /* occurrence name -> GPtrArray of BridgeReminder */
  GHashTable *skip;      /* key -> BridgeReminder */
  BridgeAhead *ahead;
  GListModel *hours;     /* borrowed */
  GListModel *absences;  /* borrowed */
  GListModel *pauses;    /* borrowed */
  gint64 quiet_until;    /* UTC ms: the end of the quiet hours that it is in now, or 0 */
  BridgeDueList *list;
} Look;

static void
due_free (gpointer data)
{
  BridgeDue *due = data;

  g_clear_object (&due->ritual);
  g_clear_object (&due->known);
  g_free (due->name);
  g_free (due);
}

/**
 * bridge_due_list_free:
 * @self: (transfer full): a list
 *
 * Frees it.
 */
void
bridge_due_list_free (BridgeDueList *self)
{
  g_ptr_array_unref (self->due);
  g_ptr_array_unref (self->stale);
  g_ptr_array_unref (self->standing);
  g_free (self);
}

/**
 * bridge_due_dup_key:
 * @name: an occurrence
 * @lead: minutes before it
 * @effective: when it is due, or until when it was snoozed, UTC ms
 *
 * Returns: (transfer full): what one showing is known by
 */
char *
bridge_due_dup_key (const char *name,
                    int         lead,
                    gint64      effective)
{
  return g_strdup_printf ("%s/%d/%" G_GINT64_FORMAT, name, lead, effective);
}

static void
add_to_group (GHashTable *groups,
              const char *key,
              gpointer    object)
{
  GPtrArray *group = g_hash_table_lookup (groups, key);

  if (group == NULL)
    {
      group = g_ptr_array_new_with_free_func (g_object_unref);
      g_hash_table_insert (groups, g_strdup (key), group);
    }
  g_ptr_array_add (group, g_object_ref (object));
}

static BridgeReminder *
find_reminder (Look       *look,
               const char *name,
               int         lead)
{
  GPtrArray *group = g_hash_table_lookup (look->reminders, name);

  for (guint i = 0; group != NULL && i < group->len; i++)
    if (bridge_reminder_get_lead (g_ptr_array_index (group, i)) == lead)
      return g_ptr_array_index (group, i);
  return NULL;
}

static void
add_reminders (Look      *look,
               GPtrArray *reminders)
{
  for (guint i = 0; i < reminders->len; i++)
    {
      BridgeReminder *reminder = g_ptr_array_index (reminders, i);
      g_autofree char *name = bridge_reminder_dup_occurrence_name (reminder);

      if (find_reminder (look, name, bridge_reminder_get_lead (reminder)) == NULL)
        add_to_group (look->reminders, name, reminder);
    }
}

static gboolean
read_rows (Look    *look,
           GError **error)
{
  g_autoptr (GPtrArray) rows = bridge_store_load_occurrences (look->db, NULL, look->from, BRIDGE_LOCAL_FAR, error);
  g_autoptr (GPtrArray) reminders = NULL;
  BridgeLocal to = bridge_local_from_utc_ms (look->now, look->here) + MAX_LEAD + FRAME_MARGIN;

  if (rows == NULL)
    return FALSE;
  reminders = bridge_store_load_reminders_starting (look->db, look->from, to, error);
  if (reminders == NULL)
    return FALSE;
  add_reminders (look, reminders);

  for (guint i = 0; i < rows->len; i++)
    {
      BridgeOccurrence *row = g_ptr_array_index (rows, i);
      BridgeLocal start = bridge_occurrence_get_start (row);

      add_to_group (look->rows, bridge_occurrence_get_ritual_id (row), row);
      if (bridge_occurrence_get_moved_to (row) != BRIDGE_LOCAL_NONE && (start < look->from || start >= to))
        {
          g_autoptr (GPtrArray) others =
            bridge_store_load_reminders_of (look->db, bridge_occurrence_get_ritual_id (row), start, error);

          if (others == NULL)
            return FALSE;
          add_reminders (look, others);
        }
    }
  return TRUE;
}

static gboolean
can_be_acted_on (Look         *look,
                 BridgeRitual *ritual,
                 gint64        at,
                 int           lead)
{
  return bridge_due_can_be_acted_on (ritual, at, lead, look->now);
}

/* When something due then may be shown: at the end of the quiet hours it falls into. */
static gint64
defer (Look   *look,
       gint64  due)
{
  return bridge_due_defer (look->hours, due, look->here);
}

/* When a reminder of it may come that is due then: after what a pause holds back, and after quiet hours. */
static gint64
release (Look         *look,
         BridgeRitual *ritual,
         gint64        due)
{
  gint64 at = defer (look, due);
  gint64 end = bridge_hold_find_end (look->pauses, bridge_ritual_get_in_recovery (ritual), at);

  return end != at ? defer (look, end) : at;
}

/* Whether a pause holds back what would come then. */
static gboolean
is_held (Look         *look,
         BridgeRitual *ritual,
         gint64        at)
{
  return bridge_hold_find_end (look->pauses, bridge_ritual_get_in_recovery (ritual), at) != at;
}

static gboolean
is_away (Look         *look,
         BridgeRitual *ritual,
         gint64        at)
{
  return bridge_space_is_away (look->space, bridge_ritual_get_who (ritual), bridge_local_from_utc_ms (at, look->here));
}

/* It was shown by a clock that was ahead, long before its time. */
static gboolean
is_ahead (Look           *look,
          BridgeReminder *reminder)
{
  return look->ahead != NULL && bridge_ahead_has (look->ahead, reminder);
}

static void
add_due (Look           *look,
         BridgeRitual   *ritual,
         const char     *name,
         BridgeLocal     start,
         gint64          at,
         int             lead,
         gint64          due,
         gint64          effective,
         gboolean        snoozed,
         BridgeReminder *known)
{
  g_autofree char *key = bridge_due_dup_key (name, lead, effective);
  BridgeReminder *handled = look->skip != NULL ? g_hash_table_lookup (look->skip, key) : NULL;
  BridgeDue *item;

  if (handled != NULL && !is_ahead (look, handled))
    return;

  item = g_new0 (BridgeDue, 1);
  item->ritual = g_object_ref (ritual);
  item->name = g_strdup (name);
  item->start = start;
  item->at = at;
  item->lead = lead;
  item->due = due;
  item->effective = effective;
  item->snoozed = snoozed;
  item->deferred = !snoozed && effective != due;
  item->known = known != NULL ? g_object_ref (known) : NULL;
  g_ptr_array_add (look->list->due, item);
}

/* A row of a snooze that came before the moment's own time does not stand for that one. */
static gboolean
came_too_early (Look           *look,
                BridgeReminder *reminder)
{
  BridgeReminderState state = bridge_reminder_get_state (reminder);

  if (is_ahead (look, reminder))
    return TRUE;
  return (state == BRIDGE_REMINDER_SHOWN || state == BRIDGE_REMINDER_FOLDED) &&
         bridge_reminder_get_shown_at (reminder) != 0 &&
         bridge_reminder_get_shown_at (reminder) < bridge_reminder_get_due_at (reminder);
}

static gboolean
has_newer (Look       *look,
           const char *name,
           gint64      due)
{
  GPtrArray *group = g_hash_table_lookup (look->reminders, name);

  for (guint i = 0; group != NULL && i < group->len; i++)
    {
      gint64 other = bridge_reminder_get_due_at (g_ptr_array_index (group, i));

      if (other > due && other <= look->now)
        return TRUE;
    }
  return FALSE;
}

/* It is due; in quiet hours, and while a pause holds it back, it waits for their end. */
static void
wait_or_add (Look           *look,
             BridgeRitual   *ritual,
             const char     *name,
             BridgeMoment   *moment,
             int             lead,
             gint64          due,
             BridgeReminder *known)
{
  gint64 effective = release (look, ritual, due);

  if (is_held (look, ritual, look->now))
    effective = MAX (effective, release (look, ritual, look->now));
  if (effective > look->now)
    {
      look->list->next = MIN (look->list->next, effective);
      return;
    }
  /* What a pause has held back is on Today then: nobody needs a list of it right after a hard talk. */
  if (is_held (look, ritual, defer (look, due)) && !can_be_acted_on (look, ritual, moment->at, lead))
    return;
  if (look->quiet_until != 0)
    effective = look->quiet_until;
  add_due (look, ritual, name, moment->start, moment->at, lead, due, effective, FALSE, known);
}

static void
look_at_lead (Look         *look,
              BridgeRitual *ritual,
              BridgeMoment *moment,
              int           lead,
              gint64        since,
              const char   *name)
{
  gint64 due = moment->at - lead * BRIDGE_MS_PER_MINUTE;
  BridgeReminder *known;

  if (due > look->now || due < since)
    return;
  /* Moved, brought back, or an answer taken back: it reminds of what is due, or waits for quiet hours to end, after that. */
  if (moment->row != NULL && defer (look, due) < bridge_due_get_past_stamp (bridge_row_get_updated_at (moment->row), look->now))
    return;

  known = find_reminder (look, name, lead);
  if (known != NULL)
    {
      if (came_too_early (look, known))
        wait_or_add (look, ritual, name, moment, lead, due, known);
      return;
    }

  /* What came due while reminders were off is of use only while it can be acted on. */
  if (due < bridge_space_get_reminders_since (look->space) && !can_be_acted_on (look, ritual, moment->at, lead))
    return;
  if (has_newer (look, name, due))
    return;
  wait_or_add (look, ritual, name, moment, lead, due, NULL);
}

/* From when on reminders of a ritual count. */
static gint64
get_since (Look         *look,
           BridgeRitual *ritual)
{
  gint64 since = MAX (look->since, bridge_due_get_past_stamp (bridge_ritual_get_reminding_since (ritual), look->now));
  BridgeLocal until = bridge_ritual_get_resting_until (ritual);

  if (bridge_ritual_get_state (ritual) == BRIDGE_RITUAL_RESTING && until != BRIDGE_LOCAL_NONE)
    since = MAX (since, bridge_local_to_utc_ms (until, look->here));

  since = MAX (since, bridge_due_get_back_early (look->absences, bridge_ritual_get_who (ritual), look->now, look->here));
  return since;
}

static void
look_at_ritual (Look         *look,
                BridgeRitual *ritual)
{
  guint n;
  g_autofree int *leads = bridge_ritual_dup_remind_minutes (ritual, &n);
  gint64 since = get_since (look, ritual);
  g_autoptr (GArray) moments = NULL;

  if (n == 0)
    return;

  moments = bridge_plan_moments (ritual, g_hash_table_lookup (look->rows, bridge_ritual_get_id (ritual)),
                                 since + MIN (leads[n - 1], 0) * BRIDGE_MS_PER_MINUTE,
                                 look->now + MAX (leads[0], 0) * BRIDGE_MS_PER_MINUTE + 1, look->here);
  for (guint i = 0; i < moments->len; i++)
    {
      BridgeMoment *moment = &g_array_index (moments, BridgeMoment, i);
      BridgeOccurrence *row = moment->row;
      BridgeLocal planned = row != NULL ? bridge_occurrence_get_planned (row) : moment->start;
      g_autofree char *name = NULL;

      if (row != NULL && (bridge_occurrence_get_left_out (row) || bridge_occurrence_get_outcome (row) != BRIDGE_OUTCOME_NONE))
        continue;
      if (!bridge_plan_is_open (ritual, planned) || is_away (look, ritual, moment->at))
        continue;

      name = bridge_occurrence_format_name (bridge_ritual_get_id (ritual), moment->start);
      for (guint k = 0; k < n; k++)
        look_at_lead (look, ritual, moment, leads[k], since, name);
    }
}

static gboolean
find_row (Look              *look,
          BridgeReminder    *reminder,
          BridgeOccurrence **row,
          GError           **error)
{
  GPtrArray *group = g_hash_table_lookup (look->rows, bridge_reminder_get_ritual_id (reminder));
  BridgeLocal start = bridge_reminder_get_start (reminder);
  g_autoptr (GError) local_error = NULL;

  *row = NULL;
  for (guint i = 0; group != NULL && i < group->len; i++)
    if (bridge_occurrence_get_start (g_ptr_array_index (group, i)) == start)
      {
        *row = g_object_ref (g_ptr_array_index (group, i));
        return TRUE;
      }
  if (start >= look->from)
    return TRUE;

  *row = bridge_store_load_occurrence (look->db, bridge_reminder_get_ritual_id (reminder), start, &local_error);
  if (local_error == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local_error));
  return FALSE;
}

/* Why a moment is not to be reminded of any more, or NULL. */
static const char *
get_stale_reason (Look             *look,
                  BridgeRitual     *ritual,
                  BridgeOccurrence *row,
                  BridgeLocal       start)
{
  if (ritual == NULL)
    return "removed";
  if (row != NULL && bridge_occurrence_get_outcome (row) != BRIDGE_OUTCOME_NONE)
    return "answered";
  if (row != NULL && bridge_occurrence_get_left_out (row))
    return "left-out";
  if (!bridge_ritual_is_active (ritual, bridge_local_from_utc_ms (look->now, look->here)))
    return "resting";
  if ((row == NULL || bridge_occurrence_get_moved_to (row) == BRIDGE_LOCAL_NONE) &&
      !bridge_schedule_contains (bridge_ritual_get_schedule (ritual), start))
    return "moved";
  return NULL;
}

static void
add_stale (Look           *look,
           BridgeReminder *reminder,
           const char     *reason)
{
  g_autoptr (BridgeReminder) row = bridge_reminder_copy (reminder);

  g_object_set (row,
                "state", g_str_equal (reason, "answered") ? BRIDGE_REMINDER_ANSWERED : BRIDGE_REMINDER_WITHDRAWN,
                "reason", reason,
                NULL);
  g_ptr_array_add (look->list->stale, g_steal_pointer (&row));
}

/* Until when it was snoozed. If days away have been noted since, and it would come on one of them, it comes on the first day
 * back, at the same time of the day; %BRIDGE_NEVER: nobody knows when that is. */
static gint64
get_snoozed_until (Look           *look,
                   BridgeRitual   *ritual,
                   BridgeReminder *reminder)
{
  gint64 until = bridge_reminder_get_snoozed_until (reminder);
  BridgeLocal local = bridge_local_from_utc_ms (until, look->here);
  const char *who = bridge_ritual_get_who (ritual);

  for (guint i = 0; i < g_list_model_get_n_items (look->absences); i++)
    {
      g_autoptr (BridgeAbsence) absence = g_list_model_get_item (look->absences, i);
      BridgeLocal end;

      if (!bridge_absence_covers (absence, who, local) ||
          bridge_row_get_updated_at (absence) < bridge_row_get_updated_at (reminder))
        continue;
      end = bridge_absence_find_end (look->absences, who, local);
      if (end == BRIDGE_LOCAL_NONE)
        return BRIDGE_NEVER;
      return bridge_local_to_utc_ms (end + local - bridge_local_day_start (local), look->here);
    }
  return until;
}

/* One that is still to be shown is due, or waits. */
static void
look_at_coming (Look           *look,
                BridgeRitual   *ritual,
                BridgeReminder *reminder,
                const char     *name,
                gint64          at)
{
  gint64 due = bridge_reminder_get_due_at (reminder);
  gint64 deferred_until = bridge_reminder_get_deferred_until (reminder);
  gint64 effective = bridge_reminder_get_effective (reminder);
  gboolean snoozed = bridge_reminder_get_snoozed_until (reminder) != 0;

  if (is_held (look, ritual, look->now))
    {
      look->list->next = MIN (look->list->next, release (look, ritual, MAX (effective, look->now)));
      return;
    }
  if (is_held (look, ritual, effective) && !can_be_acted_on (look, ritual, at, bridge_reminder_get_lead (reminder)))
    {
      add_stale (look, reminder, "pause");
      return;
    }

  if (snoozed)
    {
      effective = get_snoozed_until (look, ritual, reminder);
      /* The computer slept over it, and wakes in the night. */
      snoozed = look->quiet_until == 0 || effective >= look->now - BRIDGE_DUE_LATE_MS;
    }
  else if (MIN (due, effective) > look->now)
    {
      /* The clock was ahead when it was noted. */
      look->list->next = MIN (look->list->next, defer (look, MIN (due, effective)));
      return;
    }

  if (!snoozed && look->quiet_until != 0)
    effective = look->quiet_until;
  else if (!snoozed && deferred_until != 0)
    effective = MIN (effective, look->now); /* the quiet hours may have been taken out */

  if (effective > look->now && (snoozed || deferred_until == effective))
    look->list->next = MIN (look->list->next, effective);
  else
    add_due (look, ritual, name, bridge_reminder_get_start (reminder), at, bridge_reminder_get_lead (reminder), due, effective,
             snoozed, reminder);
}

static gboolean
look_at_open (Look            *look,
              BridgeReminder  *reminder,
              GError         **error)
{
  BridgeRitual *ritual = bridge_space_peek_ritual (look->space, bridge_reminder_get_ritual_id (reminder));
  BridgeLocal start = bridge_reminder_get_start (reminder);
  g_autoptr (BridgeOccurrence) row = NULL;
  g_autofree char *name = bridge_reminder_dup_occurrence_name (reminder);
  const char *reason;
  gint64 at;

  if (!find_row (look, reminder, &row, error))
    return FALSE;
  reason = get_stale_reason (look, ritual, row, start);
  if (reason != NULL)
    {
      add_stale (look, reminder, reason);
      return TRUE;
    }

  at = bridge_schedule_localise (bridge_ritual_get_schedule (ritual),
                                 row != NULL ? bridge_occurrence_get_planned (row) : start, look->here);
  if (is_away (look, ritual, at))
    {
      /* What has not come yet is left alone for now: the absence may be taken back. */
      if (bridge_reminder_get_state (reminder) == BRIDGE_REMINDER_SHOWN ||
          look->now > bridge_reminder_get_effective (reminder) + BRIDGE_DUE_STANDING_MS)
        add_stale (look, reminder, "away");
      return TRUE;
    }
  if (bridge_reminder_get_state (reminder) == BRIDGE_REMINDER_SHOWN)
    {
      gint64 until = bridge_due_get_standing_until (ritual, at, bridge_reminder_get_shown_at (reminder), look->now);

      if (look->now > until)
        {
          add_stale (look, reminder, "too-old");
          return TRUE;
        }
      look->list->tidy = MIN (look->list->tidy, until + 1);
      g_ptr_array_add (look->list->standing, g_object_ref (reminder));
      return TRUE;
    }

  look_at_coming (look, ritual, reminder, name, at);
  return TRUE;
}

static gboolean
is_snoozed_for_later (Look       *look,
                      const char *name)
{
  GPtrArray *group = g_hash_table_lookup (look->reminders, name);

  for (guint i = 0; group != NULL && i < group->len; i++)
    {
      BridgeReminder *reminder = g_ptr_array_index (group, i);

      if (bridge_reminder_get_state (reminder) == BRIDGE_REMINDER_SNOOZED &&
          bridge_reminder_get_snoozed_until (reminder) > look->now)
        return TRUE;
    }
  return FALSE;
}

static int
compare_due (gconstpointer a,
             gconstpointer b)
{
  const BridgeDue *left = *(BridgeDue *const *) a;
  const BridgeDue *right = *(BridgeDue *const *) b;

  if (left->at != right->at)
    return left->at < right->at ? -1 : 1;
  if (!g_str_equal (left->name, right->name))
    return g_strcmp0 (left->name, right->name);
  if (left->effective != right->effective)
    return left->effective < right->effective ? -1 : 1;
  return right->lead - left->lead;
}

static void
fold (BridgeDue  *item,
      const char *reason)
{
  item->action = BRIDGE_DUE_DIGEST;
  item->reason = reason;
}

/* What shall be told of together, because it would be too much at one time. */
static void
fold_burst (GPtrArray *due)
{
  guint n = 0;

  for (guint i = 0; i < due->len; i++)
    if (((BridgeDue *) g_ptr_array_index (due, i))->action == BRIDGE_DUE_SHOW)
      n++;
  for (guint i = 0; i < due->len && n > BURST; i++)
    if (((BridgeDue *) g_ptr_array_index (due, i))->action == BRIDGE_DUE_SHOW)
      fold (g_ptr_array_index (due, i), "burst");
}

/* Of several of one moment the newest counts. What waited for quiet hours to end is told of in the digest if it is over by then;
 * what is late goes there, unless it is a single one that is of use. */
static void
decide (Look *look)
{
  GPtrArray *due = look->list->due;
  guint n_late = 0;
  gboolean too_old = FALSE;

  g_ptr_array_sort (due, compare_due);
  for (guint i = 0; i < due->len; i++)
    {
      BridgeDue *item = g_ptr_array_index (due, i);
      BridgeDue *following = i + 1 < due->len ? g_ptr_array_index (due, i + 1) : NULL;

      if (following != NULL && g_str_equal (following->name, item->name) &&
          item->snoozed && item->effective <= look->now && following->effective > look->now)
        {
          /* A snooze comes when it was asked for, and stands for what waits for quiet hours to end. */
          g_ptr_array_index (due, i) = following;
          g_ptr_array_index (due, i + 1) = item;
          following->action = BRIDGE_DUE_SUPERSEDE;
        }
      else if ((following != NULL && g_str_equal (following->name, item->name)) || is_snoozed_for_later (look, item->name))
        {
          item->action = BRIDGE_DUE_SUPERSEDE;
        }
      else if (item->effective > look->now)
        {
          item->action = BRIDGE_DUE_DEFER;
          look->list->next = MIN (look->list->next, item->effective);
        }
      else if (item->deferred)
        {
          if (!can_be_acted_on (look, item->ritual, item->at, item->lead))
            fold (item, "quiet-hours");
        }
      else if (item->effective < look->now - BRIDGE_DUE_LATE_MS)
        {
          fold (item, "absence");
          n_late++;
          too_old = too_old || !can_be_acted_on (look, item->ritual, item->at, item->lead);
        }
    }

  for (guint i = 0; i < due->len && n_late == 1 && !too_old; i++)
    {
      BridgeDue *item = g_ptr_array_index (due, i);

      if (item->action == BRIDGE_DUE_DIGEST && !item->deferred)
        item->action = BRIDGE_DUE_SHOW;
    }
  fold_burst (due);
}

static void
look_ahead (Look         *look,
            BridgeRitual *ritual)
{
  GPtrArray *rows = g_hash_table_lookup (look->rows, bridge_ritual_get_id (ritual));
  guint n;
  g_autofree int *leads = bridge_ritual_dup_remind_minutes (ritual, &n);

  for (guint i = 0; i < n; i++)
    {
      gint64 ahead = leads[i] * BRIDGE_MS_PER_MINUTE;
      BridgeMoment moment;

      if (bridge_plan_next_present (ritual, rows, look->absences, look->now + ahead + 1, look->here, &moment))
        look->list->next = MIN (look->list->next, release (look, ritual, moment.at - ahead));
    }
}

static gboolean
look_at_all (Look    *look,
             GError **error)
{
  GListModel *rituals = bridge_space_get_rituals (look->space);
  BridgeLocal now = bridge_local_from_utc_ms (look->now, look->here);
  g_autoptr (GPtrArray) open = NULL;

  if (!read_rows (look, error))
    return FALSE;
  open = bridge_store_load_reminders_open (look->db, error);
  if (open == NULL)
    return FALSE;
  add_reminders (look, open);

  for (guint i = 0; i < open->len; i++)
    if (!look_at_open (look, g_ptr_array_index (open, i), error))
      return FALSE;

  for (guint i = 0; i < g_list_model_get_n_items (rituals); i++)
    {
      g_autoptr (BridgeRitual) ritual = g_list_model_get_item (rituals, i);
      BridgeRitualState state = bridge_ritual_get_state (ritual);

      if (bridge_ritual_is_active (ritual, now))
        look_at_ritual (look, ritual);
      if (state == BRIDGE_RITUAL_AGREED ||
          (state == BRIDGE_RITUAL_RESTING && bridge_ritual_get_resting_until (ritual) != BRIDGE_LOCAL_NONE))
        look_ahead (look, ritual);
    }

  decide (look);
  return TRUE;
}

/**
 * bridge_due_list_new:
 * @space: a space
 * @now: UTC ms
 * @look_back_ms: how far back is looked for what was not handled
 * @skip: (nullable) (element-type utf8 BridgeReminder): what has been dealt with though the file does not know, by its key
 * @ahead: (nullable): what came too early by a clock that was ahead, and comes again
 * @error: where to say what went wrong
 *
 * Reads what is to be done about reminders now. Of several reminders of one moment only the newest counts. If more than
 * one is late, or one is too old to act on, those go into one digest; so does what is over when the quiet hours end that it
 * waited for, and so do many that are due at the same time. In quiet hours nothing is shown but what was snoozed into them.
 *
 * Returns: (transfer full) (nullable): the list, or %NULL with an error of the database
 */
BridgeDueList *
bridge_due_list_new (BridgeSpace  *space,
                     gint64        now,
                     gint64        look_back_ms,
                     GHashTable   *skip,
                     BridgeAhead  *ahead,
                     GError      **error)
{
  g_autoptr (BridgeDueList) list = g_new0 (BridgeDueList, 1);
  g_autoptr (GTimeZone) here = bridge_clock_dup_zone (bridge_space_get_clock (space));
  g_autoptr (GHashTable) rows = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_ptr_array_unref);
  g_autoptr (GHashTable) reminders = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_ptr_array_unref);
  Look look = {
    .space = space,
    .db = bridge_space_get_database (space),
    .here = here,
    .now = now,
    .since = now - look_back_ms,
    .from = bridge_local_from_utc_ms (now - look_back_ms, here) - FRAME_MARGIN,
    .rows = rows,
    .reminders = reminders,
    .skip = skip,
    .ahead = ahead,
    .hours = bridge_space_get_hours (space),
    .absences = bridge_space_get_absences (space),
    .pauses = bridge_space_get_pauses (space),
    .list = list,
  };
  gint64 quiet_until = defer (&look, now);

  if (quiet_until != now)
    look.quiet_until = quiet_until;

  list->due = g_ptr_array_new_with_free_func (due_free);
  list->stale = g_ptr_array_new_with_free_func (g_object_unref);
  list->standing = g_ptr_array_new_with_free_func (g_object_unref);
  list->next = BRIDGE_NEVER;
  list->tidy = BRIDGE_NEVER;
  return look_at_all (&look, error) ? g_steal_pointer (&list) : NULL;
}

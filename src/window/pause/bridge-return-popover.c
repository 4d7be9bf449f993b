/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "bridge-return-popover"

#include "config.h"

#include "bridge-return-popover.h"

#include <glib/gi18n-lib.h>

#include "bridge-date-entry.h"
#include "bridge-form.h"
#include "bridge-pause-state.h"
#include "bridge-pause-words.h"
#include "bridge-time-entry.h"

/* When people have time for a talk, where nothing else was said. */
#define EVENING (19 * 60)


struct _BridgeReturnPopover
{
  GtkPopover parent_instance;

  BridgeClock *clock;
  BridgeReturnKind kind;
  gint64 at; /* UTC ms; 0: none yet */
  gint64 earliest; /* UTC ms; 0: now */
  gint64 latest; /* UTC ms; 0: a month from now */

  GtkWidget *date_entry; /* (nullable) */
  GtkWidget *time_entry;
  GtkWidget *button;
};

enum {
  CHOSEN,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (BridgeReturnPopover, bridge_return_popover, GTK_TYPE_POPOVER)

/* What is typed, UTC ms; 0: no time. A time without a day is the next one that comes. */
static gint64
get_typed (BridgeReturnPopover *self)
{
  g_autoptr (GTimeZone) zone = bridge_clock_dup_zone (self->clock);
  BridgeLocal now = bridge_clock_local_now (self->clock);
  BridgeLocal day = self->date_entry != NULL ? bridge_date_entry_get_date (BRIDGE_DATE_ENTRY (self->date_entry))
                                             : bridge_local_day_start (now);
  int minute = bridge_time_entry_get_minute (BRIDGE_TIME_ENTRY (self->time_entry));

  if (day == BRIDGE_LOCAL_NONE || minute < 0)
    return 0;
  if (self->date_entry == NULL && day + minute * BRIDGE_MINUTE <= now)
    day += BRIDGE_DAY;

  return bridge_local_to_utc_ms (day + minute * BRIDGE_MINUTE, zone);
}

/* Times are typed without seconds, so that the first minute in which one may begin is the next whole one. */
static gint64
round_up (gint64 at)
{
  return (at + BRIDGE_MS_PER_MINUTE - 1) / BRIDGE_MS_PER_MINUTE * BRIDGE_MS_PER_MINUTE;
}

static char *
dup_limit (BridgeReturnPopover *self,
           const char          *format,
           gint64               at)
{
  g_autoptr (GTimeZone) zone = bridge_clock_dup_zone (self->clock);
  g_autofree char *when = bridge_pause_when_words (at, bridge_clock_now (self->clock), zone);

  return g_strdup_printf (format, when);
}

/* Is it the day that is to be another one, and not only the time on it? */
static gboolean
is_day_wrong (BridgeReturnPopover *self,
              gint64               limit)
{
  g_autoptr (GTimeZone) zone = bridge_clock_dup_zone (self->clock);
  BridgeLocal day = self->date_entry != NULL ? bridge_date_entry_get_date (BRIDGE_DATE_ENTRY (self->date_entry))
                                             : BRIDGE_LOCAL_NONE;

  return day != BRIDGE_LOCAL_NONE && day != bridge_local_day_start (bridge_local_from_utc_ms (limit, zone));
}

/* (transfer full) (nullable): nothing; @day: whether it is about the day */
static char *
dup_wrong (BridgeReturnPopover *self,
           gboolean            *day)
{
  gint64 now = bridge_clock_now (self->clock);
  gint64 latest = self->latest > 0 ? self->latest : now + BRIDGE_PAUSE_ANOTHER_DAY_DAYS_MAX * 24 * 60 * BRIDGE_MS_PER_MINUTE;
  gint64 at = get_typed (self);
  gint64 limit = at <= now ? now : at < self->earliest ? self->earliest : latest;

  *day = is_day_wrong (self, limit);
  /* The entries say by themselves when they cannot be read. */
  if (at == 0)
    return NULL;
  if (at <= now)
    return g_strdup (*day ? _("That day is over already.") : _("That time is over already."));
  if (at < self->earliest)
    /* Translators: %s is when, such as "today at 20:45". */
    return dup_limit (self, _("The earliest is %s."), self->earliest);
  if (at > latest)
    /* Translators: %s is when, such as "Thursday at 20:45". */
    return dup_limit (self, _("The latest is %s."), latest);
  return NULL;
}

static void
typed_cb (BridgeReturnPopover *self)
{
  gboolean day;
  g_autofree char *wrong = dup_wrong (self, &day);

  gtk_widget_set_sensitive (self->button, wrong == NULL && get_typed (self) != 0);
  bridge_time_entry_set_problem (BRIDGE_TIME_ENTRY (self->time_entry), day ? NULL : wrong);
  if (self->date_entry != NULL)
    bridge_date_entry_set_problem (BRIDGE_DATE_ENTRY (self->date_entry), day ? wrong : NULL);
}

static void
chosen_cb (BridgeReturnPopover *self)
{
  g_autoptr (BridgeReturnPopover) keep = g_object_ref (self);
  gint64 at = get_typed (self);

  if (!gtk_widget_get_sensitive (self->button) || at == 0)
    return;

  gtk_popover_popdown (GTK_POPOVER (self));
  g_signal_emit (self, signals[CHOSEN], 0, at);
}

static void
fill (BridgeReturnPopover *self)
{
  g_autoptr (GTimeZone) zone = bridge_clock_dup_zone (self->clock);
  BridgeLocal now = bridge_clock_local_now (self->clock);
  BridgeLocal at = self->at > 0 ? bridge_local_from_utc_ms (MAX (self->at, self->earliest), zone)
                                : bridge_local_day_start (now) + EVENING * BRIDGE_MINUTE;
  int minute = bridge_local_get_second_of_day (at) / 60;

  if (self->date_entry != NULL)
    {
      BridgeLocal first = bridge_local_day_start (now) + (self->kind == BRIDGE_RETURN_DAY ? BRIDGE_DAY : 0);

      /* A pause that was to end at night comes back to it in the evening. */
      if (at < first)
        minute = EVENING;
      bridge_date_entry_set_date (BRIDGE_DATE_ENTRY (self->date_entry), MAX (bridge_local_day_start (at), first));
    }
  bridge_time_entry_set_minute (BRIDGE_TIME_ENTRY (self->time_entry), minute);
  typed_cb (self);
}

static void
bridge_return_popover_show (GtkWidget *widget)
{
  fill (BRIDGE_RETURN_POPOVER (widget));

  GTK_WIDGET_CLASS (bridge_return_popover_parent_class)->show (widget);
}

static void
bridge_return_popover_dispose (GObject *object)
{
  g_clear_object (&BRIDGE_RETURN_POPOVER (object)->clock);

  G_OBJECT_CLASS (bridge_return_popover_parent_class)->dispose (object);
}

static void
bridge_return_popover_class_init (BridgeReturnPopoverClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = bridge_return_popover_dispose;
  GTK_WIDGET_CLASS (klass)->show = bridge_return_popover_show;

  signals[CHOSEN] = g_signal_new ("chosen", BRIDGE_TYPE_RETURN_POPOVER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 1, G_TYPE_INT64);
}

static void
bridge_return_popover_init (BridgeReturnPopover *self)
{
}

static void
build (BridgeReturnPopover *self)
{
  static const struct {
    const char *day;
    const char *time;
    const char *button;
  } words[] = {
    [BRIDGE_RETURN_TIME] = { NULL, N_("Time to come back"), N_("_Set the Time") },
    [BRIDGE_RETURN_DAY] = { N_("Day to come back"), N_("Time to come back"), N_("_Come Back Then") },
    [BRIDGE_RETURN_FOLLOW_UP] = { N_("Day of the follow-up"), N_("Time of the follow-up"), N_("_Have It Then") },
  };
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  if (words[self->kind].day != NULL)
    {
      self->date_entry = bridge_date_entry_new ();
      bridge_date_entry_set_name (BRIDGE_DATE_ENTRY (self->date_entry), _(words[self->kind].day));
      g_signal_connect_object (self->date_entry, "changed", G_CALLBACK (typed_cb), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (bridge_date_entry_get_entry (BRIDGE_DATE_ENTRY (self->date_entry)), "activate",
                               G_CALLBACK (chosen_cb), self, G_CONNECT_SWAPPED);
      gtk_box_append (GTK_BOX (line), self->date_entry);
    }
  self->time_entry = bridge_time_entry_new (EVENING);
  bridge_editable_set_name (self->time_entry, _(words[self->kind].time));
  g_signal_connect_object (self->time_entry, "changed", G_CALLBACK (typed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->time_entry, "activate", G_CALLBACK (chosen_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_set_hexpand (self->time_entry, TRUE);
  gtk_box_append (GTK_BOX (line), self->time_entry);
  gtk_box_append (GTK_BOX (box), line);

  self->button = gtk_button_new_with_mnemonic (_(words[self->kind].button));
  gtk_widget_add_css_class (self->button, "suggested-action");
  g_signal_connect_object (self->button, "clicked", G_CALLBACK (chosen_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (box), self->button);
  gtk_popover_set_child (GTK_POPOVER (self), box);
}

/**
 * bridge_return_popover_new:
 * @clock: the time
 * @kind: what is chosen
 *
 * A popover that says when.
 *
 * Returns: (transfer floating): the popover
 */
GtkWidget *
bridge_return_popover_new (BridgeClock      *clock,
                           BridgeReturnKind  kind)
{
  BridgeReturnPopover *self = g_object_new (BRIDGE_TYPE_RETURN_POPOVER, NULL);

  self->clock = g_object_ref (clock);
  self->kind = kind;
  build (self);
  fill (self);

  return GTK_WIDGET (self);
}

/**
 * bridge_return_popover_set_at:
 * @self: the popover
 * @at: what was agreed on, UTC ms; 0: nothing yet
 *
 * Begins with @at when it opens.
 */
void
bridge_return_popover_set_at (BridgeReturnPopover *self,
                              gint64               at)
{
  self->at = at;
}

/**
 * bridge_return_popover_set_range:
 * @self: the popover
 * @earliest: UTC ms; 0: from now on
 * @latest: UTC ms; 0: a month from now
 *
 * Says what may be chosen, both included.
 */
void
bridge_return_popover_set_range (BridgeReturnPopover *self,
                                 gint64               earliest,
                                 gint64               latest)
{
  self->earliest = round_up (earliest);
  self->latest = latest;
  typed_cb (self);
}

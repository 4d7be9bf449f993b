/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "bridge-ritual-row"

#include "config.h"

#include "bridge-ritual-row.h"

#include <glib/gi18n-lib.h>

#include "bridge-ritual-words.h"

struct _BridgeRitualRow
{
  AdwActionRow parent_instance;

  char *ritual_id;
  GtkWidget *icon;
};

G_DEFINE_FINAL_TYPE (BridgeRitualRow, bridge_ritual_row, ADW_TYPE_ACTION_ROW)

static const char *
get_icon_name (BridgeRitualState state)
{
  switch (state)
    {
    case BRIDGE_RITUAL_RESTING:
      return "bridge-rest-symbolic";
    case BRIDGE_RITUAL_ENDED:
      return "bridge-plank-symbolic";
    case BRIDGE_RITUAL_DRAFT:
    case BRIDGE_RITUAL_PROPOSED:
    case BRIDGE_RITUAL_AGREED:
      return "bridge-cup-symbolic";
    default:
      g_assert_not_reached ();
    }
}

/* What comes first: when it is next, or what it waits for. (transfer full) (nullable) */
static char *
dup_next_words (BridgeRitual      *ritual,
                BridgeRitualState  state,
                BridgeOccurrence  *next,
                BridgeLocal        now)
{
  g_autofree char *day = NULL;

  switch (state)
    {
    case BRIDGE_RITUAL_AGREED:
      return next != NULL ? bridge_next_to_words (bridge_occurrence_get_local (next), now) : NULL;

    case BRIDGE_RITUAL_RESTING:
      if (bridge_ritual_get_resting_until (ritual) == BRIDGE_LOCAL_NONE)
        return NULL;
      day = bridge_words_day (bridge_ritual_get_resting_until (ritual), now);
      /* Translators: %s is a day, as in "Back on Tuesday", "Back on Tuesday, 24 November" or "Back tomorrow".
       */
      if (bridge_ritual_get_resting_until (ritual) - bridge_local_day_start (now) <= BRIDGE_DAY)
        return g_strdup_printf (_("Back %s"), day);
      return g_strdup_printf (_("Back on %s"), day);

    case BRIDGE_RITUAL_DRAFT:
    case BRIDGE_RITUAL_PROPOSED:
    case BRIDGE_RITUAL_ENDED:
      return NULL;

    default:
      g_assert_not_reached ();
    }
}

static void
bridge_ritual_row_finalize (GObject *object)
{
  g_free (BRIDGE_RITUAL_ROW (object)->ritual_id);

  G_OBJECT_CLASS (bridge_ritual_row_parent_class)->finalize (object);
}

static void
bridge_ritual_row_class_init (BridgeRitualRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = bridge_ritual_row_finalize;
}

static void
bridge_ritual_row_init (BridgeRitualRow *self)
{
  GtkWidget *arrow = gtk_image_new_from_icon_name ("go-next-symbolic");

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (self), FALSE);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (self), TRUE);

  self->icon = gtk_image_new ();
  gtk_widget_add_css_class (self->icon, "bridge-row-icon");
  adw_action_row_add_prefix (ADW_ACTION_ROW (self), self->icon);
  gtk_widget_add_css_class (arrow, "dim-label");
  adw_action_row_add_suffix (ADW_ACTION_ROW (self), arrow);
}

/**
 * bridge_ritual_row_new:
 *
 * An empty row.
 *
 * Returns: (transfer floating): the row
 */
GtkWidget *
bridge_ritual_row_new (void)
{
  return g_object_new (BRIDGE_TYPE_RITUAL_ROW, NULL);
}

/**
 * bridge_ritual_row_show:
 * @self: the row
 * @space: the space
 * @ritual: the ritual
 * @next: (nullable): its next occurrence
 *
 * Shows @ritual.
 */
void
bridge_ritual_row_show (BridgeRitualRow  *self,
                        BridgeSpace      *space,
                        BridgeRitual     *ritual,
                        BridgeOccurrence *next)
{
  BridgeLocal now = bridge_clock_local_now (bridge_space_get_clock (space));
  BridgeRitualState state = bridge_ritual_get_effective_state (ritual, now);
  BridgeSchedule *schedule = bridge_ritual_get_schedule (ritual);
  const char *lead_id = bridge_ritual_get_lead (ritual);
  const char *who_id = bridge_ritual_get_who (ritual);
  BridgePerson *lead = lead_id != NULL ? bridge_space_find_person (space, lead_id) : NULL;
  BridgePerson *who = who_id != NULL ? bridge_space_find_person (space, who_id) : NULL;
  g_autofree char *when = dup_next_words (ritual, state, next, now);
  g_autofree char *minutes = bridge_words_minutes (bridge_ritual_get_minutes (ritual));
  g_autofree char *rule = schedule != NULL ? bridge_schedule_to_words (schedule) : NULL;
  g_autoptr (GString) subtitle = g_string_new (when);

  g_free (self->ritual_id);
  self->ritual_id = g_strdup (bridge_ritual_get_id (ritual));

  /* "Tomorrow at 19:00 · 10 minutes · Robin leads next" over the rule; without a date the rule comes first.
   */
  if (when == NULL && rule != NULL)
    g_string_append (subtitle, rule);
  g_string_append_printf (subtitle, "%s%s", subtitle->len > 0 ? " · " : "", minutes);
  if (lead != NULL)
    {
      g_string_append (subtitle, " · ");
      g_string_append_printf (subtitle, _("%s leads next"), bridge_person_get_name (lead));
    }
  else if (who != NULL && bridge_space_get_partner (space) != NULL)
    {
      g_string_append_printf (subtitle, " · %s", bridge_person_get_name (who));
    }
  if (when != NULL && rule != NULL)
    g_string_append_printf (subtitle, "\n%s", rule);

  gtk_image_set_from_icon_name (GTK_IMAGE (self->icon), get_icon_name (state));
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), bridge_ritual_get_title (ritual));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self), subtitle->str);
}

/**
 * bridge_ritual_row_get_ritual_id:
 * @self: the row
 *
 * Which ritual it shows.
 *
 * Returns: (nullable): its id
 */
const char *
bridge_ritual_row_get_ritual_id (BridgeRitualRow *self)
{
  return self->ritual_id;
}

/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "bridge-snooze-menu"

#include "config.h"

#include "bridge-snooze-menu.h"

#include <glib/gi18n-lib.h>

#include "bridge-feedback.h"
#include "bridge-snooze.h"
#include "bridge-words.h"

/**
 * bridge_snooze_menu_append:
 * @menu: a menu
 * @space: the space, whose clock says what is offered now
 * @action: what takes (name, choice)
 * @name: what is to be reminded of again
 *
 * Adds the times at which a reminder may come again.
 */
void
bridge_snooze_menu_append (GMenu       *menu,
                           BridgeSpace *space,
                           const char  *action,
                           const char  *name)
{
  BridgeClock *clock = bridge_space_get_clock (space);
  g_autoptr (GTimeZone) zone = bridge_clock_dup_zone (clock);
  g_autoptr (GMenu) section = g_menu_new ();

  for (BridgeSnooze snooze = 0; snooze < BRIDGE_N_SNOOZES; snooze++)
    {
      g_autoptr (GMenuItem) item = NULL;

      if (bridge_snooze_get_until (snooze, bridge_clock_now (clock), zone) == 0)
        continue;
      item = g_menu_item_new (bridge_snooze_get_label (snooze), NULL);
      g_menu_item_set_action_and_target (item, action, "(si)", name, (int) snooze);
      g_menu_append_item (section, item);
    }
  g_menu_append_section (menu, _("Remind Again"), G_MENU_MODEL (section));
}

/**
 * bridge_snooze_menu_get_until:
 * @space: the space
 * @snooze: what an action was given
 *
 * Returns: when that is, UTC ms; 0: it is not offered any more
 */
gint64
bridge_snooze_menu_get_until (BridgeSpace *space,
                              int          snooze)
{
  BridgeClock *clock = bridge_space_get_clock (space);
  g_autoptr (GTimeZone) zone = bridge_clock_dup_zone (clock);

  return bridge_snooze_get_until ((BridgeSnooze) CLAMP (snooze, 0, BRIDGE_N_SNOOZES - 1), bridge_clock_now (clock), zone);
}

/**
 * bridge_snooze_menu_say:
 * @widget: in the window that says it
 * @space: the space, which has just been told
 * @until: UTC ms
 *
 * Says when a reminder comes again, with an Undo.
 */
void
bridge_snooze_menu_say (GtkWidget   *widget,
                        BridgeSpace *space,
                        gint64       until)
{
  BridgeClock *clock = bridge_space_get_clock (space);
  g_autoptr (GTimeZone) zone = bridge_clock_dup_zone (clock);
  g_autofree char *when = bridge_words_on (bridge_local_from_utc_ms (until, zone), bridge_clock_local_now (clock));
  /* Translators: %s is a time, such as "today at 19:10". */
  g_autofree char *message = g_strdup_printf (_("The reminder comes again %s."), when);

  bridge_feedback_show_undo_as (widget, space, message);
}

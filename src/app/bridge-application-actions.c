/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "bridge-app"

#include "config.h"

#include "bridge-application-private.h"

#include <glib/gi18n-lib.h>

#include "bridge-due.h"
#include "bridge-one-offs.h"
#include "bridge-snooze.h"

/* What notification buttons, launchers and bound keys ask for. */

/* The notice of a button that could not do its work; a click opens the window as it is. */
#define PROBLEM_NOTICE "problem"

/* What a click on a notice of several opens. */
#define TODAY "today"

#define SNOOZE_MAX_MINUTES (7 * 24 * 60)

/* That a moment is not there any more, or cannot have that answer, is no trouble of the service. */
static gboolean
is_trouble (const GError *error)
{
  return !g_error_matches (error, BRIDGE_ERROR, BRIDGE_ERROR_NOT_FOUND)
         && !g_error_matches (error, BRIDGE_ERROR, BRIDGE_ERROR_INVALID_VALUE)
         && !g_error_matches (error, BRIDGE_ERROR, BRIDGE_ERROR_STATE);
}

/* A notification's button has no other place to say why it did nothing. */
static void
report (BridgeApplication *self, GError *error)
{
  g_autoptr (BridgeNotice) notice = NULL;
  g_autoptr (GError) show_error = NULL;

  if (is_trouble (error))
    bridge_application_set_trouble (self, BRIDGE_TROUBLE_ANSWER, error->message);
  notice = bridge_notice_new (PROBLEM_NOTICE, _("Footbridge could not note that"), error->message, PROBLEM_NOTICE, FALSE);
  notice->answerable = FALSE;
  if (!bridge_notifier_show (BRIDGE_NOTIFIER (self->notifier), notice, &show_error))
    g_message ("%s", show_error->message);
}

/* Some desktops leave a notification standing after its button, above all when the service had to be started for it. */
static void
take_down (BridgeApplication *self, const char *name)
{
  bridge_notifier_withdraw (BRIDGE_NOTIFIER (self->notifier), name);
}

static void
answered (BridgeApplication *self, const char *name)
{
  g_debug ("answered %s", name);
  bridge_application_set_trouble (self, BRIDGE_TROUBLE_ANSWER, NULL);
  take_down (self, name);
}

/* Most desktops close a notification with its button. What could not be written may go at the next try, so it is there
 * once more; a moment that is gone is not. */
static void
refused (BridgeApplication *self, const char *name, GError *error)
{
  g_autoptr (GError) show_error = NULL;

  if (!is_trouble (error))
    take_down (self, name);
  else if (!bridge_desktop_notifier_show_again (self->notifier, name, &show_error))
    g_message ("%s", show_error->message);
  report (self, error);
}

/* Who speaks is known to windows only. Whoever presses a button of a promise is taken for the one whose promise it is. */
static gboolean
answer_promise (BridgeApplication *self, const char *id, gint64 snooze_until, GError **error)
{
  g_autoptr (BridgePromise) promise = bridge_space_find_promise (self->space, id, error);
  BridgePerson *speaker = bridge_space_get_speaker (self->space);
  g_autofree char *before = speaker ? g_strdup (bridge_person_get_id (speaker)) : NULL;
  gboolean done;

  if (promise == NULL
      || (bridge_promise_get_who (promise)
          && !bridge_space_set_speaker (self->space, bridge_promise_get_who (promise), error)))
    return FALSE;
  done = snooze_until ? bridge_space_snooze_promise (self->space, id, snooze_until, error)
                      : bridge_space_change_promise (self->space, id, BRIDGE_PROMISE_KEEP, error);
  if (before)
    bridge_space_set_speaker (self->space, before, NULL);
  return done;
}

/* Of what is no moment of a ritual only a promise has such a button: that it was kept. */
static gboolean
write_answer (BridgeApplication *self, const char *name, BridgeOutcome outcome, GError **error)
{
  BridgeSubject subject;
  const char *id;

  if (bridge_one_off_parse_name (name, &subject, &id))
    return answer_promise (self, id, 0, error);
  return bridge_space_answer_notice (self->space, name, outcome, error);
}

static gboolean
answer (BridgeApplication *self, const char *name, BridgeOutcome outcome)
{
  g_autoptr (GError) error = NULL;

  if (!bridge_application_open_space (self, &error) || !write_answer (self, name, outcome, &error))
    {
      refused (self, name, error);
      return FALSE;
    }

  answered (self, name);
  return TRUE;
}

static void
kept_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  answer (user_data, g_variant_get_string (parameter, NULL), BRIDGE_OUTCOME_KEPT);
}

/* A small win can be noted with it, where there is a keyboard for it: in the window. */
static void
kept_with_word_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  const char *name = g_variant_get_string (parameter, NULL);
  g_autofree char *target = g_strconcat (BRIDGE_WORD_TARGET, name, NULL);

  if (answer (user_data, name, BRIDGE_OUTCOME_KEPT))
    bridge_application_present (user_data, target);
}

static void
smaller_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  answer (user_data, g_variant_get_string (parameter, NULL), BRIDGE_OUTCOME_SMALLER);
}

static void
not_today_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  answer (user_data, g_variant_get_string (parameter, NULL), BRIDGE_OUTCOME_NOT_TODAY);
}

static gboolean
write_snooze (BridgeApplication *self, const char *name, gint64 until, GError **error)
{
  BridgeSubject subject;
  const char *id;

  if (bridge_one_off_parse_name (name, &subject, &id))
    return answer_promise (self, id, until, error);
  return bridge_space_snooze_notice (self->space, name, until, error);
}

static void
snooze (BridgeApplication *self, const char *name, gint64 until)
{
  g_autoptr (GError) error = NULL;

  if (bridge_application_open_space (self, &error) && write_snooze (self, name, until, &error))
    answered (self, name);
  else
    refused (self, name, error);
}

static void
snooze_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  BridgeApplication *self = user_data;
  const char *name;
  int minutes;

  g_variant_get (parameter, "(&si)", &name, &minutes);
  snooze (self, name, bridge_clock_now (self->clock) + CLAMP (minutes, 1, SNOOZE_MAX_MINUTES) * BRIDGE_MS_PER_MINUTE);
}

/* By what the button says, which may have stood there for long. */
static void
snooze_to_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  BridgeApplication *self = user_data;
  g_autoptr (GTimeZone) here = bridge_clock_dup_zone (self->clock);
  gint64 now = bridge_clock_now (self->clock);
  const char *name, *nick;
  BridgeSnooze choice;
  gint64 until;

  g_variant_get (parameter, "(&s&s)", &name, &nick);
  if (!bridge_snooze_from_nick (nick, &choice))
    return;
  until = bridge_snooze_get_until (choice, now, here);
  if (until == 0)
    until = bridge_snooze_get_until (BRIDGE_SNOOZE_TOMORROW, now, here);
  snooze (self, name, until);
}

static void
open_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  BridgeApplication *self = user_data;
  const char *target = g_variant_get_string (parameter, NULL);

  /* Whoever waits for what comes back shows it. */
  if (g_str_equal (target, BRIDGE_TEST_NOTICE))
    {
      bridge_application_test_answered (self, BRIDGE_TEST_NOTICE, "clicked");
      take_down (self, BRIDGE_TEST_NOTICE);
      return;
    }
  if (g_str_equal (target, PROBLEM_NOTICE))
    {
      take_down (self, PROBLEM_NOTICE);
      bridge_application_present (self, "");
      return;
    }

  if (*target != '\0')
    take_down (self, g_str_equal (target, TODAY) ? BRIDGE_DIGEST_ID : target);
  if (g_str_equal (target, TODAY))
    take_down (self, BRIDGE_ONE_OFFS_ID);
  bridge_application_present (self, target);
}

static void
add_win_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  bridge_application_present (user_data, "new-win");
}

/* What a person binds to a key: it counts at once, and then there is something to see. */
static void
pause_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  BridgeApplication *self = user_data;
  g_autoptr (BridgePause) pause = NULL;
  g_autoptr (GError) error = NULL;

  if (bridge_application_open_space (self, &error))
    pause = bridge_space_call_pause (self->space, &error);
  if (pause)
    bridge_application_set_trouble (self, BRIDGE_TROUBLE_ANSWER, NULL);
  else if (!g_error_matches (error, BRIDGE_ERROR, BRIDGE_ERROR_NOT_SET_UP))
    report (self, error);
  /* Where nobody is set up yet, the window begins with that. */
  bridge_application_present (self, pause ? "pause" : "");
}

static void
quit_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  g_application_quit (user_data);
}

static const GActionEntry actions[] = {
  { "kept", kept_cb, "s", NULL, NULL },
  { "kept-with-word", kept_with_word_cb, "s", NULL, NULL },
  { "smaller", smaller_cb, "s", NULL, NULL },
  { "not-today", not_today_cb, "s", NULL, NULL },
  { "snooze", snooze_cb, "(si)", NULL, NULL },
  { "snooze-to", snooze_to_cb, "(ss)", NULL, NULL },
  { "open", open_cb, "s", NULL, NULL },
  { "add-win", add_win_cb, NULL, NULL, NULL },
  { "pause", pause_cb, NULL, NULL, NULL },
  { "quit", quit_cb, NULL, NULL, NULL },
};

/**
 * bridge_application_add_actions:
 * @self: the service
 *
 * Exports what can be asked of it.
 */
void
bridge_application_add_actions (BridgeApplication *self)
{
  g_action_map_add_action_entries (G_ACTION_MAP (self), actions, G_N_ELEMENTS (actions), self);
}

/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "bridge-cli"

#include "config.h"

#include "bridge-cli-private.h"

#include <glib/gi18n-lib.h>

#include "bridge-snooze.h"
#include "bridge-words.h"

typedef struct {
  char *by;
  char *who;
  char *text;
  char *remind;
  char *about;
  BridgeLocal due;
  gboolean timed;
} Fields;

static void
fields_clear (Fields *fields)
{
  g_free (fields->by);
  g_free (fields->who);
  g_free (fields->text);
  g_free (fields->remind);
  g_free (fields->about);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Fields, fields_clear)

/* A date, or a date with a time. */
static gboolean
parse_due (BridgeCli *cli, const char *text, BridgeLocal *due, gboolean *timed, GError **error)
{
  *timed = strchr (text, ':') != NULL;
  return bridge_cli_parse_when (cli, text, due, error);
}

static gboolean
read_fields (BridgeCli *cli, Fields *fields, GError **error)
{
  int about;

  return (fields->by == NULL || parse_due (cli, fields->by, &fields->due, &fields->timed, error))
         && (fields->remind == NULL || bridge_cli_read (cli, bridge_remind_parse (fields->remind, NULL, error)))
         && (fields->about == NULL || bridge_cli_parse_nick (cli, BRIDGE_TYPE_PROMISE_ABOUT, fields->about, &about, error));
}

static gboolean
apply_fields (BridgeCli *cli, BridgePromise *promise, const Fields *fields, GError **error)
{
  if (fields->text)
    g_object_set (promise, "text", fields->text, NULL);
  if (fields->by)
    g_object_set (promise, "due", fields->due, "timed", fields->timed, NULL);
  if (fields->remind)
    g_object_set (promise, "remind", fields->remind, NULL);
  if (fields->about)
    {
      int about;

      if (!bridge_cli_parse_nick (cli, BRIDGE_TYPE_PROMISE_ABOUT, fields->about, &about, error))
        return FALSE;
      g_object_set (promise, "about", about, NULL);
      if (about != BRIDGE_PROMISE_TOPIC)
        g_object_set (promise, "pause-id", NULL, NULL);
    }
  if (fields->who && g_str_equal (fields->who, "both"))
    {
      g_object_set (promise, "who", NULL, NULL);
    }
  else if (fields->who)
    {
      BridgePerson *person = bridge_cli_find_person (cli, fields->who, error);

      if (person == NULL)
        return FALSE;
      /* Whoever is here alone is everybody. */
      g_object_set (promise, "who", bridge_space_get_partner (cli->space) ? bridge_person_get_id (person) : NULL, NULL);
    }
  return TRUE;
}

/* "for today at 19:00  Robin  Ask at the workshop" */
static char *
promise_to_line (BridgeCli *cli, BridgePromise *promise)
{
  g_autofree char *when = bridge_promise_dup_when (promise, bridge_cli_now (cli));
  g_autofree char *text = bridge_cli_one_line (bridge_promise_get_text (promise));
  const char *who = bridge_promise_get_who (promise);
  const char *name = who ? bridge_cli_name_of (cli, who) : NULL;
  g_autofree char *clean = name ? bridge_cli_one_line (name) : NULL;
  /* Translators: %s is a day, perhaps with a time: "today", "Tuesday at 19:00" */
  g_autofree char *for_when = g_strdup_printf (_("for %s"), when);

  if (clean == NULL && bridge_space_get_partner (cli->space))
    clean = g_strdup (_("both"));
  return g_strdup_printf ("%s%s%s  %s", for_when, clean ? "  " : "", clean ? clean : "", text);
}

static gboolean
print_promise (BridgeCli *cli, BridgePromise *promise)
{
  if (cli->json)
    {
      bridge_cli_print_json (cli, bridge_cli_json_promise (cli, promise));
    }
  else
    {
      g_autofree char *line = promise_to_line (cli, promise);

      bridge_cli_print (cli, "%s: %s\n", bridge_promise_state_get_label (bridge_promise_get_state (promise)), line);
    }
  return TRUE;
}

/* Proposes what is for both, and prints the invitation. */
static gboolean
propose (BridgeCli *cli, BridgePromise *promise, gboolean id_only, GError **error)
{
  g_autoptr (BridgeInvitation) invitation = bridge_space_propose_promise (cli->space, promise, NULL, error);

  if (invitation == NULL)
    return FALSE;
  if (cli->json)
    bridge_cli_print_json (cli, bridge_cli_json_invitation (cli, invitation));
  else if (id_only)
    bridge_cli_print (cli, "%s\n", bridge_invitation_get_id (invitation));
  else
    /* Translators: %s is a name */
    bridge_cli_print (cli, _("Proposed; %s can answer.\n"),
                      bridge_cli_name_of (cli, bridge_invitation_get_waits_for (invitation)));
  return TRUE;
}

static gboolean
promise_add (BridgeCli *cli, int argc, char **argv, GError **error)
{
  g_auto (Fields) fields = { NULL };
  GOptionEntry entries[] = {
    { "by", 0, 0, G_OPTION_ARG_STRING, &fields.by, _("The date, such as 2026-11-24 or 2026-11-24T19:00; today if not given"), _("WHEN") },
    { "who", 0, 0, G_OPTION_ARG_STRING, &fields.who, _("Whose promise: me (the usual) or both"), _("WHO") },
    { "remind", 0, 0, G_OPTION_ARG_STRING, &fields.remind, _("Minutes before it, such as 1440,0"), _("MINUTES") },
    { "about", 0, 0, G_OPTION_ARG_STRING, &fields.about, _("free (the usual), or topic: to come back to it"), _("ABOUT") },
    { NULL },
  };
  g_autoptr (BridgePromise) promise = NULL;
  g_autoptr (BridgePromise) stored = NULL;

  if (!bridge_cli_parse (cli, entries, 1, 1, &argc, &argv, error)
      || !read_fields (cli, &fields, error)
      || !bridge_cli_require_speaker (cli, error))
    return FALSE;

  fields.text = g_strdup (argv[0]);
  if (fields.who == NULL)
    fields.who = g_strdup ("me");
  promise = bridge_promise_new ("", NULL, bridge_local_day_start (bridge_cli_now (cli)), FALSE);
  if (!apply_fields (cli, promise, &fields, error))
    return FALSE;
  if (bridge_space_promise_needs_yes (cli->space, NULL, promise))
    return propose (cli, promise, TRUE, error);
  stored = bridge_space_add_promise (cli->space, promise, error);
  if (stored == NULL)
    return FALSE;

  if (cli->json)
    bridge_cli_print_json (cli, bridge_cli_json_promise (cli, stored));
  else
    bridge_cli_print (cli, "%s\n", bridge_promise_get_id (stored));
  return TRUE;
}

static gboolean
promise_list (BridgeCli *cli, int argc, char **argv, GError **error)
{
  gboolean all = FALSE;
  GOptionEntry entries[] = {
    { "all", 0, 0, G_OPTION_ARG_NONE, &all, _("Kept ones and those let go, too"), NULL },
    { NULL },
  };
  g_autoptr (JsonArray) array = json_array_new ();
  GListModel *promises;
  gboolean any = FALSE;

  if (!bridge_cli_parse (cli, entries, 0, 0, &argc, &argv, error) || !bridge_cli_require_speaker (cli, error))
    return FALSE;

  promises = bridge_space_get_promises (cli->space);
  for (guint i = 0; i < g_list_model_get_n_items (promises); i++)
    {
      g_autoptr (BridgePromise) promise = g_list_model_get_item (promises, i);
      BridgePromiseState state = bridge_promise_get_state (promise);
      g_autofree char *id = bridge_cli_shorten_id (promises, bridge_promise_get_id (promise));
      g_autofree char *line = promise_to_line (cli, promise);

      if ((state != BRIDGE_PROMISE_OPEN && !all) || !bridge_space_shows_promise (cli->space, promise))
        continue;
      any = TRUE;
      if (cli->json)
        json_array_add_element (array, bridge_cli_json_promise (cli, promise));
      else if (all)
        bridge_cli_print (cli, "%s  %s  %s\n", id, bridge_promise_state_get_label (state), line);
      else
        bridge_cli_print (cli, "%s  %s\n", id, line);
    }

  if (cli->json)
    bridge_cli_print_json (cli, bridge_cli_json_list (g_steal_pointer (&array)));
  else if (!any)
    bridge_cli_print (cli, "%s\n", all
                        ? _("There is no promise to show here. Add one with “footbridge promise add TEXT --by DATE”.")
                        : _("There is no open promise to show here. Add one with “footbridge promise add TEXT --by DATE”."));
  return TRUE;
}

/* The promise that was named. (transfer full) */
static BridgePromise *
find_promise (BridgeCli *cli, const char *id, GError **error)
{
  if (!bridge_cli_require_speaker (cli, error))
    return NULL;

  return bridge_space_find_promise (cli->space, id, error);
}

/* It, as it is now. */
static gboolean
print_again (BridgeCli *cli, BridgePromise *promise, GError **error)
{
  g_autoptr (BridgePromise) after = bridge_space_find_promise (cli->space, bridge_promise_get_id (promise), error);

  return after && print_promise (cli, after);
}

static gboolean
change (BridgeCli *cli, int argc, char **argv, BridgePromiseEvent event, GError **error)
{
  g_autoptr (BridgePromise) promise = NULL;

  if (!bridge_cli_parse (cli, NULL, 1, 1, &argc, &argv, error))
    return FALSE;

  promise = find_promise (cli, argv[0], error);
  return promise && bridge_space_change_promise (cli->space, bridge_promise_get_id (promise), event, error)
         && print_again (cli, promise, error);
}

static gboolean
promise_keep (BridgeCli *cli, int argc, char **argv, GError **error)
{
  return change (cli, argc, argv, BRIDGE_PROMISE_KEEP, error);
}

static gboolean
promise_let_go (BridgeCli *cli, int argc, char **argv, GError **error)
{
  return change (cli, argc, argv, BRIDGE_PROMISE_RELEASE, error);
}

static gboolean
promise_bring_back (BridgeCli *cli, int argc, char **argv, GError **error)
{
  g_autoptr (BridgePromise) promise = NULL;
  g_autoptr (BridgePromise) after = NULL;

  if (!bridge_cli_parse (cli, NULL, 1, 1, &argc, &argv, error))
    return FALSE;

  promise = find_promise (cli, argv[0], error);
  if (promise == NULL)
    return FALSE;
  after = bridge_promise_copy (promise);
  g_object_set (after, "state", BRIDGE_PROMISE_OPEN, NULL);
  if (bridge_space_promise_needs_yes (cli->space, promise, after))
    return propose (cli, after, FALSE, error);
  return bridge_space_change_promise (cli->space, bridge_promise_get_id (promise), BRIDGE_PROMISE_BRING_BACK, error)
         && print_again (cli, promise, error);
}

static gboolean
promise_snooze (BridgeCli *cli, int argc, char **argv, GError **error)
{
  g_autoptr (BridgePromise) promise = NULL;
  gint64 now = bridge_clock_now (cli->clock);
  int minutes = BRIDGE_CLI_SNOOZE_MINUTES;
  gint64 until;

  if (!bridge_cli_parse (cli, NULL, 1, 2, &argc, &argv, error)
      || (argc == 2 && !bridge_cli_parse_number (cli, argv[1], 1, BRIDGE_CLI_SNOOZE_MAX_MINUTES, &minutes, error)))
    return FALSE;

  promise = find_promise (cli, argv[0], error);
  until = bridge_snooze_round (now + minutes * BRIDGE_MS_PER_MINUTE, now);
  if (promise == NULL || !bridge_space_snooze_promise (cli->space, bridge_promise_get_id (promise), until, error)
      || !print_again (cli, promise, error))
    return FALSE;
  bridge_cli_print_snoozed (cli, until);
  return TRUE;
}

static gboolean
promise_re_agree (BridgeCli *cli, int argc, char **argv, GError **error)
{
  g_autoptr (BridgePromise) promise = NULL;
  g_autoptr (BridgePromise) after = NULL;
  BridgeLocal due;
  gboolean timed;

  if (!bridge_cli_parse (cli, NULL, 2, 2, &argc, &argv, error) || !parse_due (cli, argv[1], &due, &timed, error))
    return FALSE;

  promise = find_promise (cli, argv[0], error);
  if (promise == NULL)
    return FALSE;
  after = bridge_promise_copy (promise);
  g_object_set (after, "due", due, "timed", timed, NULL);
  if (bridge_promise_get_state (promise) == BRIDGE_PROMISE_OPEN
      && bridge_space_promise_needs_yes (cli->space, promise, after))
    return propose (cli, after, FALSE, error);
  return bridge_space_re_agree_promise (cli->space, bridge_promise_get_id (promise), due, timed, error)
         && print_again (cli, promise, error);
}

static gboolean
promise_edit (BridgeCli *cli, int argc, char **argv, GError **error)
{
  g_auto (Fields) fields = { NULL };
  GOptionEntry entries[] = {
    { "text", 0, 0, G_OPTION_ARG_STRING, &fields.text, _("What is promised"), _("TEXT") },
    { "by", 0, 0, G_OPTION_ARG_STRING, &fields.by, _("The date, where it was written down wrongly"), _("WHEN") },
    { "who", 0, 0, G_OPTION_ARG_STRING, &fields.who, _("Whose promise: me or both"), _("WHO") },
    { "remind", 0, 0, G_OPTION_ARG_STRING, &fields.remind, _("Minutes before it, such as 1440,0"), _("MINUTES") },
    { "about", 0, 0, G_OPTION_ARG_STRING, &fields.about, _("free, or topic: to come back to it"), _("ABOUT") },
    { NULL },
  };
  g_autoptr (BridgePromise) promise = NULL;
  g_autoptr (BridgePromise) after = NULL;

  if (!bridge_cli_parse (cli, entries, 1, 1, &argc, &argv, error) || !read_fields (cli, &fields, error))
    return FALSE;

  promise = find_promise (cli, argv[0], error);
  after = promise ? bridge_promise_copy (promise) : NULL;
  if (after == NULL || !apply_fields (cli, after, &fields, error))
    return FALSE;
  if (bridge_space_is_own_promise (cli->space, promise) && bridge_space_promise_needs_yes (cli->space, promise, after))
    return propose (cli, after, FALSE, error);
  return bridge_space_update_promise (cli->space, after, error) && print_again (cli, promise, error);
}

static gboolean
promise_remove (BridgeCli *cli, int argc, char **argv, GError **error)
{
  g_autoptr (BridgePromise) promise = NULL;
  g_autofree char *line = NULL;

  if (!bridge_cli_parse (cli, NULL, 1, 1, &argc, &argv, error))
    return FALSE;

  promise = find_promise (cli, argv[0], error);
  if (promise == NULL || !bridge_space_remove_promise (cli->space, bridge_promise_get_id (promise), error))
    return FALSE;

  if (cli->json)
    {
      bridge_cli_print_json (cli, bridge_cli_json_promise (cli, promise));
      return TRUE;
    }
  line = promise_to_line (cli, promise);
  bridge_cli_print (cli, _("Removed: %s\n"), line);
  return TRUE;
}

const BridgeCliVerb bridge_cli_promise_verbs[] = {
  { "promise add", "TEXT [--by WHEN] [--who WHO] [--remind MINUTES] [--about ABOUT]",
    N_("Give a promise of one’s own, or propose one of both, and print its id, or the proposal’s."), promise_add },
  { "promise list", "[--all]", N_("List the promises that are open."), promise_list },
  { "promise keep", "PROMISE", N_("Say that a promise was kept."), promise_keep },
  { "promise re-agree", "PROMISE WHEN", N_("Give a promise another date; of one of both that is proposed."), promise_re_agree },
  { "promise snooze", "PROMISE [MINUTES]", N_("Be reminded of a promise again in a while."), promise_snooze },
  { "promise let-go", "PROMISE", N_("Let a promise go."), promise_let_go },
  { "promise bring-back", "PROMISE", N_("Open a promise again that was kept or let go."), promise_bring_back },
  { "promise edit", "PROMISE [--text TEXT] [--by WHEN] [--who WHO] [--remind MINUTES] [--about ABOUT]",
    N_("Change a promise."), promise_edit },
  { "promise remove", "PROMISE", N_("Remove a promise, as if it had not been."), promise_remove },
  { NULL },
};

/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "bridge-cli"

#include "config.h"

#include "bridge-cli-private.h"

#include <glib/gi18n-lib.h>

#include "bridge-invitation-words.h"

/* Only what waits for an answer is listed: what was answered is in what came of it, and what came to nothing is no record. */

static char *
dup_line (BridgeCli *cli, BridgeInvitation *invitation)
{
  g_autofree char *short_id = g_strndup (bridge_invitation_get_id (invitation), 8);
  g_autofree char *headline = bridge_invitation_to_headline (cli->space, invitation);
  g_autofree char *title = bridge_space_dup_invitation_title (cli->space, invitation);
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) lines = bridge_invitation_to_lines (cli->space, invitation, &error);
  g_autoptr (GString) text = g_string_new (NULL);

  g_string_append_printf (text, "%s  %s: %s", short_id, headline, title);
  for (guint i = 0; lines && lines[i]; i++)
    g_string_append_printf (text, " · %s", lines[i]);
  if (error)
    g_string_append_printf (text, " · %s", error->message);
  if (*bridge_invitation_get_words (invitation))
    g_string_append_printf (text, " · “%s”", bridge_invitation_get_words (invitation));
  g_string_append (text, " · ");
  /* Translators: %s is a name */
  g_string_append_printf (text, _("for %s to answer"),
                          bridge_cli_name_of (cli, bridge_invitation_get_waits_for (invitation)));
  return bridge_cli_one_line (text->str);
}

/**
 * bridge_cli_dup_asked:
 *
 * Returns: (transfer full): a sentence that says that the other one was asked
 */
char *
bridge_cli_dup_asked (BridgeCli *cli)
{
  /* Translators: %s is a name */
  return g_strdup_printf (_("Proposed to %s. Until there is a yes, everything stays as it is."),
                          bridge_person_get_name (bridge_space_get_listener (cli->space)));
}

static gboolean
invite_list (BridgeCli *cli, int argc, char **argv, GError **error)
{
  GListModel *invitations;
  JsonArray *array;
  guint n = 0;

  if (!bridge_cli_parse (cli, NULL, 0, 0, &argc, &argv, error) || !bridge_cli_require_speaker (cli, error))
    return FALSE;

  invitations = bridge_space_get_invitations (cli->space);
  array = json_array_new ();
  for (guint i = 0; i < g_list_model_get_n_items (invitations); i++)
    {
      g_autoptr (BridgeInvitation) invitation = g_list_model_get_item (invitations, i);
      g_autofree char *line = NULL;

      if (!bridge_invitation_is_waiting (invitation))
        continue;
      n++;
      if (cli->json)
        {
          json_array_add_element (array, bridge_cli_json_invitation (cli, invitation));
          continue;
        }
      line = dup_line (cli, invitation);
      bridge_cli_print (cli, "%s\n", line);
    }

  if (n == 0 && !cli->json)
    bridge_cli_print (cli, "%s\n", _("Nothing waits for an answer."));
  if (cli->json)
    bridge_cli_print_json (cli, bridge_cli_json_list (array));
  else
    json_array_unref (array);
  return TRUE;
}

static gboolean
print_answered (BridgeCli *cli, const char *id, const char *sentence, GError **error)
{
  g_autoptr (BridgeInvitation) invitation = bridge_space_find_invitation (cli->space, id, error);

  if (invitation == NULL)
    return FALSE;
  if (cli->json)
    bridge_cli_print_json (cli, bridge_cli_json_invitation (cli, invitation));
  else
    bridge_cli_print (cli, "%s\n", sentence);
  return TRUE;
}

/* The three that people can give: what else may happen to an invitation is nothing to type. */
static gboolean
parse_answer (BridgeCli *cli, const char *text, int *answer, GError **error)
{
  if (bridge_enum_from_nick (BRIDGE_TYPE_INVITATION_EVENT, text, answer, NULL)
      && (*answer == BRIDGE_INVITATION_SAY_YES || *answer == BRIDGE_INVITATION_SAY_ANOTHER_TIME
          || *answer == BRIDGE_INVITATION_SAY_NOT_NOW))
    return TRUE;
  return bridge_cli_usage_error (cli, _("The answer is yes, another-time or not-now"), error);
}

static gboolean
invite_answer (BridgeCli *cli, int argc, char **argv, GError **error)
{
  g_autofree char *rest_text = NULL;
  g_autoptr (BridgeInvitation) invitation = NULL;
  GOptionEntry entries[] = {
    { "rest", 0, 0, G_OPTION_ARG_STRING, &rest_text, _("With not-now: how many days it rests; 0: not at all (default: 7)"),
      _("DAYS") },
    { NULL },
  };
  int rest = BRIDGE_INVITATION_REST_DEFAULT;
  BridgeLocal when = BRIDGE_LOCAL_NONE;
  int answer;

  if (!bridge_cli_parse (cli, entries, 2, 3, &argc, &argv, error)
      || !parse_answer (cli, argv[1], &answer, error)
      || (rest_text
          && !bridge_cli_parse_number (cli, rest_text, 0, BRIDGE_INVITATION_REST_DAYS_MAX, &rest, error)))
    return FALSE;
  if ((answer == BRIDGE_INVITATION_SAY_ANOTHER_TIME) != (argc == 3))
    return bridge_cli_usage_error (cli, _("Another time needs one: another-time WHEN"), error);
  if (rest_text && answer != BRIDGE_INVITATION_SAY_NOT_NOW)
    return bridge_cli_usage_error (cli, _("Only after “not-now” something rests"), error);
  if (argc == 3 && !bridge_cli_parse_when (cli, argv[2], &when, error))
    return FALSE;
  if (!bridge_cli_require_speaker (cli, error))
    return FALSE;

  invitation = bridge_space_find_invitation (cli->space, argv[0], error);
  if (invitation == NULL
      || !bridge_space_answer_invitation (cli->space, bridge_invitation_get_id (invitation), (BridgeInvitationEvent) answer,
                                          when, rest, error))
    return FALSE;
  return print_answered (cli, bridge_invitation_get_id (invitation),
                         answer == BRIDGE_INVITATION_SAY_YES            ? _("Agreed.")
                         : answer == BRIDGE_INVITATION_SAY_ANOTHER_TIME ? _("Another time is proposed.")
                                                                        : _("Not now. Nothing more is asked."),
                         error);
}

static gboolean
invite_withdraw (BridgeCli *cli, int argc, char **argv, GError **error)
{
  g_autoptr (BridgeInvitation) invitation = NULL;

  if (!bridge_cli_parse (cli, NULL, 1, 1, &argc, &argv, error) || !bridge_cli_require_speaker (cli, error))
    return FALSE;

  invitation = bridge_space_find_invitation (cli->space, argv[0], error);
  return invitation
         && bridge_space_withdraw_invitation (cli->space, bridge_invitation_get_id (invitation), error)
         && print_answered (cli, bridge_invitation_get_id (invitation), _("Withdrawn."), error);
}

static gboolean
invite_moment (BridgeCli *cli, int argc, char **argv, GError **error)
{
  g_autofree char *kind = NULL;
  g_autofree char *title = NULL;
  g_autofree char *at_text = NULL;
  g_autofree char *minutes_text = NULL;
  g_autofree char *words = NULL;
  g_autoptr (BridgeInvitation) invitation = NULL;
  GOptionEntry entries[] = {
    { "for", 0, 0, G_OPTION_ARG_STRING, &kind, _("moment (the default), conversation or check-in"), _("KIND") },
    { "title", 0, 0, G_OPTION_ARG_STRING, &title, _("What it is; a conversation and a check-in need none"), _("TEXT") },
    { "at", 0, 0, G_OPTION_ARG_STRING, &at_text, _("When"), _("WHEN") },
    { "minutes", 0, 0, G_OPTION_ARG_STRING, &minutes_text, _("How long it takes (default: 30)"), _("N") },
    { "words", 0, 0, G_OPTION_ARG_STRING, &words, _("A few words of your own"), _("TEXT") },
    { NULL },
  };
  BridgeLocal at;
  int minutes = 30;
  int subject = BRIDGE_INVITATION_MOMENT;

  if (!bridge_cli_parse (cli, entries, 0, 0, &argc, &argv, error)
      || (kind && !bridge_cli_parse_nick (cli, BRIDGE_TYPE_INVITATION_SUBJECT, kind, &subject, error)))
    return FALSE;
  if (subject == BRIDGE_INVITATION_RITUAL || subject == BRIDGE_INVITATION_BOUNDARY)
    return bridge_cli_usage_error (cli, _("Rituals and boundaries are proposed with “ritual add” and “boundary add”"), error);
  if (subject == BRIDGE_INVITATION_MILESTONE)
    return bridge_cli_usage_error (cli, _("Milestones are proposed with “milestone propose”"), error);
  if (title == NULL && subject == BRIDGE_INVITATION_MOMENT)
    return bridge_cli_usage_error (cli, _("A title is missing: --title TEXT"), error);
  if (at_text == NULL)
    return bridge_cli_usage_error (cli, _("A time is missing: --at WHEN"), error);
  if (!bridge_cli_parse_when (cli, at_text, &at, error)
      || (minutes_text && !bridge_cli_parse_number (cli, minutes_text, 1, 480, &minutes, error))
      || !bridge_cli_require_speaker (cli, error))
    return FALSE;

  invitation = bridge_space_propose_moment (cli->space, subject, title, at, minutes, words, error);
  if (invitation == NULL)
    return FALSE;
  if (cli->json)
    bridge_cli_print_json (cli, bridge_cli_json_invitation (cli, invitation));
  else
    bridge_cli_print (cli, "%s\n", bridge_invitation_get_id (invitation));
  return TRUE;
}

const BridgeCliVerb bridge_cli_invitation_verbs[] = {
  { "invite list", "", N_("List what waits for an answer."), invite_list },
  { "invite moment", "[--for KIND] [--title TEXT] --at WHEN [--minutes N] [--words TEXT]",
    N_("Propose a moment, a conversation or a check-in, once."),
    invite_moment },
  { "invite answer", "INVITATION yes | another-time WHEN | not-now [--rest DAYS]", N_("Answer what the other one has proposed."),
    invite_answer },
  { "invite withdraw", "INVITATION", N_("Take back what nobody has answered yet."), invite_withdraw },
  { NULL },
};

/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "bridge-cli-private.h"
#include "bridge-private.h"

G_BEGIN_DECLS

/* Words that are typed at the terminal itself: never an argument, an environment variable or a pipe, all of which others can
 * read or a shell keeps. */

/* Without an echo. (transfer full) (nullable): for bridge_secret_free (); STATE: there is no terminal */
char *bridge_cli_ask_secret (const char *question, GError **error);
char *bridge_cli_ask (const char *question, GError **error); /* the same, with an echo */
gboolean bridge_cli_tell (const char *words, GError **error); /* on the terminal only, not into a pipe */
/* Standard input to its end. (transfer full): INVALID_VALUE: no UTF-8 */
char *bridge_cli_read_words (GError **error);

/* bridge-cli-private-space.c */
/* (transfer full) (nullable) the speaker's private space, after the passphrase; @argument: (out) (nullable): there is one */
BridgePrivate *bridge_cli_unlock_private (BridgeCli *cli, int argc, char **argv, const char **argument, GError **error);
BridgePrivate *bridge_cli_unlock_private_too (BridgeCli *cli, GError **error); /* after the arguments */
JsonNode *bridge_cli_json_private_entry (BridgePrivateEntry *entry);

G_END_DECLS

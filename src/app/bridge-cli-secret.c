/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define _GNU_SOURCE
#define G_LOG_DOMAIN "bridge-cli"

#include "config.h"

#include "bridge-cli-secret.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <termios.h>
#include <unistd.h>

#include <glib/gi18n-lib.h>

#include "bridge-vault.h"

#define LINE 4096
#define WORDS_MAX (256 * 1024) /* bytes */

static int
open_terminal (GError **error)
{
  int terminal = open ("/dev/tty", O_RDWR | O_NOCTTY | O_CLOEXEC);

  if (terminal < 0)
    g_set_error_literal (error, BRIDGE_ERROR, BRIDGE_ERROR_STATE,
                         _("This needs a terminal to type into: a passphrase is taken from nowhere else."));
  return terminal;
}

static gboolean
write_all (int          terminal,
           const char  *words,
           GError     **error)
{
  gsize left = strlen (words);

  while (left > 0)
    {
      gssize written = write (terminal, words, left);

      if (written < 0 && errno == EINTR)
        continue;
      if (written <= 0)
        {
          g_set_error (error, BRIDGE_ERROR, BRIDGE_ERROR_STORAGE, _("The terminal cannot be written to: %s."),
                       g_strerror (errno));
          return FALSE;
        }
      words += written;
      left -= (gsize) written;
    }
  return TRUE;
}

/* What ends a program while it asks: not before the terminal shows again what is typed. */
static const int ending[] = { SIGINT, SIGQUIT, SIGTERM, SIGHUP };

static volatile sig_atomic_t caught;

typedef struct {
  struct sigaction actions[G_N_ELEMENTS (ending)];
  sigset_t mask;
} Held;

static void
note_signal (int number)
{
  caught = number;
}

/* From now on they come while it waits for what is typed, and at no other time. */
static void
hold_signals (Held *before)
{
  struct sigaction action = { .sa_handler = note_signal };
  sigset_t held;

  caught = 0;
  sigemptyset (&held);
  for (gsize i = 0; i < G_N_ELEMENTS (ending); i++)
    sigaddset (&held, ending[i]);
  pthread_sigmask (SIG_BLOCK, &held, &before->mask);
  for (gsize i = 0; i < G_N_ELEMENTS (ending); i++)
    {
      sigaction (ending[i], NULL, &before->actions[i]);
      if (before->actions[i].sa_handler != SIG_IGN)
        sigaction (ending[i], &action, NULL);
    }
}

static void
release_signals (const Held *before)
{
  for (gsize i = 0; i < G_N_ELEMENTS (ending); i++)
    sigaction (ending[i], &before->actions[i], NULL);
  pthread_sigmask (SIG_SETMASK, &before->mask, NULL);
  if (caught != 0)
    raise (caught);
}

/* One line, without its end. (transfer full) */
static char *
read_line (int             terminal,
           const sigset_t *mask)
{
  struct pollfd typed = { .fd = terminal, .events = POLLIN };
  char *line = g_malloc0 (LINE);
  gsize length = 0;

  while (length + 1 < LINE)
    {
      gssize got;

      if (ppoll (&typed, 1, NULL, mask) < 0)
        {
          if (errno == EINTR && caught == 0)
            continue;
          break;
        }
      got = read (terminal, line + length, 1);
      if (got < 0 && errno == EINTR)
        continue;
      if (got <= 0 || line[length] == '\n')
        break;
      length++;
    }
  line[length] = '\0';
  return line;
}

static char *
ask (const char  *question,
     gboolean     secret,
     GError     **error)
{
  int terminal = open_terminal (error);
  struct termios before;
  gboolean quiet = FALSE;
  char *line = NULL;
  Held held;

  if (terminal < 0)
    return NULL;
  hold_signals (&held);
  if (secret && tcgetattr (terminal, &before) == 0)
    {
      struct termios without = before;

      without.c_lflag &= ~(tcflag_t) ECHO;
      quiet = tcsetattr (terminal, TCSAFLUSH, &without) == 0;
    }
  if (secret && !quiet)
    g_set_error_literal (error, BRIDGE_ERROR, BRIDGE_ERROR_STATE, _("This terminal cannot hide what is typed, so nothing was asked."));
  else if (write_all (terminal, question, error))
    line = read_line (terminal, &held.mask);
  if (quiet)
    {
      tcsetattr (terminal, TCSAFLUSH, &before);
      write_all (terminal, "\n", NULL);
    }
  close (terminal);
  if (caught != 0)
    g_clear_pointer (&line, bridge_secret_free);
  release_signals (&held);
  if (line == NULL && error != NULL && *error == NULL)
    g_set_error_literal (error, BRIDGE_ERROR, BRIDGE_ERROR_STATE, _("This was called off. Nothing was changed."));
  return line;
}

/**
 * bridge_cli_ask_secret:
 * @question: what is asked
 * @error: where to say what went wrong
 *
 * Asks at the terminal for what nobody shall see.
 *
 * Returns: (transfer full) (nullable): the answer, for bridge_secret_free()
 */
char *
bridge_cli_ask_secret (const char  *question,
                       GError     **error)
{
  return ask (question, TRUE, error);
}

/**
 * bridge_cli_ask:
 * @question: what is asked
 * @error: where to say what went wrong
 *
 * Asks at the terminal.
 *
 * Returns: (transfer full) (nullable): the answer
 */
char *
bridge_cli_ask (const char  *question,
                GError     **error)
{
  return ask (question, FALSE, error);
}

/**
 * bridge_cli_tell:
 * @words: what to write
 * @error: where to say what went wrong
 *
 * Writes to the terminal itself, where standard output may go to a file.
 *
 * Returns: %FALSE with an error
 */
gboolean
bridge_cli_tell (const char  *words,
                 GError     **error)
{
  int terminal = open_terminal (error);
  gboolean written;

  if (terminal < 0)
    return FALSE;
  written = write_all (terminal, words, error);
  close (terminal);
  return written;
}

/**
 * bridge_cli_read_words:
 * @error: where to say what went wrong
 *
 * Reads standard input to its end: at a terminal, until Ctrl+D.
 *
 * Returns: (transfer full) (nullable): the words, or %NULL with %BRIDGE_ERROR_INVALID_VALUE
 */
char *
bridge_cli_read_words (GError **error)
{
  char *words = g_malloc0 (WORDS_MAX + 1);
  gsize length = 0;

  if (isatty (STDIN_FILENO))
    bridge_cli_tell (_("Write, and end with Ctrl+D on a line of its own.\n"), NULL);
  while (length < WORDS_MAX)
    {
      gssize got = read (STDIN_FILENO, words + length, WORDS_MAX - length);

      if (got < 0 && errno == EINTR)
        continue;
      if (got <= 0)
        break;
      length += (gsize) got;
    }
  if (g_utf8_validate (words, (gssize) length, NULL))
    return words;
  bridge_secret_free (words);
  g_set_error_literal (error, BRIDGE_ERROR, BRIDGE_ERROR_INVALID_VALUE, _("These words are not in UTF-8, so they cannot be kept."));
  return NULL;
}

/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Answers lines "DTSTART|RRULE|N" from stdin, for the tests that ask another implementation the same. */

#include "config.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "bridge-recurrence.h"

int
main (void)
{
  char *line = NULL;
  size_t size = 0;
  ssize_t length;

  while ((length = getline (&line, &size, stdin)) > 0)
    {
      g_autofree char *answer = NULL;

      if (line[length - 1] == '\n')
        line[length - 1] = '\0';
      answer = bridge_recurrence_vectors_line (line);
      puts (answer);
    }

  free (line);
  return ferror (stdin) != 0 || fflush (stdout) != 0;
}

/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "bridge-vault"

#include "config.h"

#include "bridge-recovery-code.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "bridge-error.h"

/* Five bits each. There is no I, L, O or U: where one of them is typed it is clear what stood there. */
static const char alphabet[] = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

#define DATA_SYMBOLS 32
#define CHECK_SYMBOLS 3
#define SYMBOLS (DATA_SYMBOLS + CHECK_SYMBOLS)

G_STATIC_ASSERT (SYMBOLS == BRIDGE_RECOVERY_GROUPS * BRIDGE_RECOVERY_GROUP);
G_STATIC_ASSERT (DATA_SYMBOLS * 5 == BRIDGE_RECOVERY_BYTES * 8);

/* The largest prime below 2^15. Weights that are its different powers of one number find every single wrong symbol, and
 * every two that changed places. */
#define CHECK_PRIME 32749
#define CHECK_BASE 37

static guint
make_check (const guint8 *symbols)
{
  guint weight = 1;
  guint sum = 0;

  for (guint i = 0; i < DATA_SYMBOLS; i++)
    {
      weight = weight * CHECK_BASE % CHECK_PRIME;
      sum = (sum + symbols[i] * weight) % CHECK_PRIME;
    }
  return sum;
}

/* -1: no symbol; -2: nothing, a space or a dash */
static int
read_symbol (gunichar c)
{
  const char *found;

  if (g_unichar_isspace (c) || c == '-' || c == '_' || c == '.' || (c >= 0x2010 && c <= 0x2015) || c == 0x2212)
    return -2;
  if (c > 0x7f)
    return -1;
  c = (gunichar) g_ascii_toupper ((char) c);
  if (c == 'I' || c == 'L')
    c = '1';
  if (c == 'O')
    c = '0';
  if (c == 'U')
    c = 'V';
  found = c != 0 ? strchr (alphabet, (int) c) : NULL;
  return found != NULL ? (int) (found - alphabet) : -1;
}

/* What was typed as symbols. Gives how many there are, or -1 where something is no symbol. */
static int
read_symbols (const char *typed,
              guint8     *symbols,
              int         room)
{
  int n = 0;

  if (typed == NULL || !g_utf8_validate (typed, -1, NULL))
    return -1;
  for (const char *p = typed; *p != '\0'; p = g_utf8_next_char (p))
    {
      int symbol = read_symbol (g_utf8_get_char (p));

      if (symbol == -2)
        continue;
      if (symbol < 0)
        return -1;
      if (n < room)
        symbols[n] = (guint8) symbol;
      n++;
    }
  return n;
}

/**
 * bridge_recovery_code_write:
 * @bytes: (array fixed-size=20): random
 *
 * Returns: (transfer full): the code in groups, "7K2QD-…", to be wiped with bridge_secret_free()
 */
char *
bridge_recovery_code_write (const guint8 *bytes)
{
  guint8 symbols[SYMBOLS];
  char *code = g_malloc0 (SYMBOLS + BRIDGE_RECOVERY_GROUPS);
  char *end = code;
  guint check;

  for (guint i = 0; i < DATA_SYMBOLS; i++)
    {
      guint value = 0;

      for (guint bit = i * 5; bit < i * 5 + 5; bit++)
        value = value << 1 | (bytes[bit / 8] >> (7 - bit % 8) & 1);
      symbols[i] = (guint8) value;
    }
  check = make_check (symbols);
  for (guint i = 0; i < CHECK_SYMBOLS; i++)
    symbols[DATA_SYMBOLS + i] = check >> (5 * (CHECK_SYMBOLS - 1 - i)) & 31;

  for (guint i = 0; i < SYMBOLS; i++)
    {
      if (i > 0 && i % BRIDGE_RECOVERY_GROUP == 0)
        *end++ = '-';
      *end++ = alphabet[symbols[i]];
    }
  sodium_memzero (symbols, sizeof symbols);
  return code;
}

/**
 * bridge_recovery_code_read:
 * @code: (nullable): as it was typed: in any case, with or without spaces and dashes
 * @bytes: (out caller-allocates) (array fixed-size=20): what it stands for
 * @error: where to say what is wrong
 *
 * Reads a code and tells a slip of typing.
 *
 * Returns: %FALSE with %BRIDGE_ERROR_INVALID_VALUE
 */
gboolean
bridge_recovery_code_read (const char  *code,
                           guint8      *bytes,
                           GError     **error)
{
  guint8 symbols[SYMBOLS] = { 0 };
  int n = read_symbols (code, symbols, SYMBOLS);
  guint check = 0;
  gboolean fine = FALSE;

  for (guint i = 0; i < CHECK_SYMBOLS; i++)
    check = check << 5 | symbols[DATA_SYMBOLS + i];

  if (n < 0)
    g_set_error_literal (error, BRIDGE_ERROR, BRIDGE_ERROR_INVALID_VALUE,
                         _("A recovery code has only letters and digits. Look at it once more."));
  else if (n != SYMBOLS)
    g_set_error (error, BRIDGE_ERROR, BRIDGE_ERROR_INVALID_VALUE,
                 /* Translators: %1$d is more than one */
                 ngettext ("A recovery code has %1$d letters and digits, and this is %2$d. Look at it once more.",
                           "A recovery code has %1$d letters and digits, and these are %2$d. Look at it once more.", n),
                 SYMBOLS, n);
  else if (make_check (symbols) != check)
    g_set_error_literal (error, BRIDGE_ERROR, BRIDGE_ERROR_INVALID_VALUE,
                         _("Something in this recovery code is not as it was written down. Look at it once more, group by group."));
  else
    fine = TRUE;

  if (fine)
    {
      memset (bytes, 0, BRIDGE_RECOVERY_BYTES);
      for (guint bit = 0; bit < DATA_SYMBOLS * 5; bit++)
        bytes[bit / 8] |= (guint8) ((symbols[bit / 5] >> (4 - bit % 5) & 1) << (7 - bit % 8));
    }
  sodium_memzero (symbols, sizeof symbols);
  return fine;
}

/**
 * bridge_recovery_code_check:
 * @code: (nullable): as it was typed
 * @error: where to say what is wrong
 *
 * Tells a slip of typing, before anything is tried.
 *
 * Returns: %FALSE with %BRIDGE_ERROR_INVALID_VALUE
 */
gboolean
bridge_recovery_code_check (const char  *code,
                            GError     **error)
{
  guint8 bytes[BRIDGE_RECOVERY_BYTES];
  gboolean fine = bridge_recovery_code_read (code, bytes, error);

  sodium_memzero (bytes, sizeof bytes);
  return fine;
}

/**
 * bridge_recovery_group_matches:
 * @code: a code as bridge_vault_renew_code() gave it
 * @group: which group, from 0
 * @typed: (nullable): what was typed for it
 *
 * Returns: whether somebody has this group before them
 */
gboolean
bridge_recovery_group_matches (const char *code,
                               guint       group,
                               const char *typed)
{
  guint8 whole[SYMBOLS] = { 0 };
  guint8 part[BRIDGE_RECOVERY_GROUP] = { 0 };
  gboolean same;

  g_return_val_if_fail (group < BRIDGE_RECOVERY_GROUPS, FALSE);

  same = read_symbols (code, whole, SYMBOLS) == SYMBOLS &&
         read_symbols (typed, part, BRIDGE_RECOVERY_GROUP) == BRIDGE_RECOVERY_GROUP &&
         memcmp (whole + group * BRIDGE_RECOVERY_GROUP, part, sizeof part) == 0;
  sodium_memzero (whole, sizeof whole);
  return same;
}

/* SPDX-FileCopyrightText: 2026 The Footbridge developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "bridge-soft-start"

#include "config.h"

#include "bridge-soft-start.h"

#include <glib/gi18n-lib.h>

#include <string.h>

#include "bridge-words.h"

/* What may make it harder to listen, in the language of whoever writes: each list is one message. */
static const struct
{
  BridgeSoftHintKind kind;
  const char *words;
} lists[] = {
  /* Translators: words and phrases, with | in between, that say "without exception" of what somebody does. They are looked
   * for in what a person writes; use those of your language, not a translation word by word. */
  { BRIDGE_SOFT_ALWAYS, NC_("soft start", "always|never|every time|every single time|all the time|constantly|not once|"
                                          "everything you do") },
  /* Translators: the same for phrases that guess at what somebody wanted or thought */
  { BRIDGE_SOFT_MOTIVE, NC_("soft start", "on purpose|deliberately|just to hurt|to hurt me|to punish me|to annoy me|"
                                          "you just want|you only want|you want me to|you don’t care|you do not care|"
                                          "you don’t love|you don’t even try|because you don’t|you meant to|"
                                          "you couldn’t care less|don’t want me") },
  /* Translators: the same for what somebody is called instead of what they did */
  { BRIDGE_SOFT_LABEL, NC_("soft start", "lazy|selfish|cold|childish|crazy|stupid|impossible|ungrateful|egoistic|narcissist|"
                                         "too sensitive|oversensitive|a coward|a liar|hopeless|ridiculous|typical|"
                                         "just like your mother|just like your father") },
};

/**
 * bridge_soft_hint_free:
 * @self: (transfer full): a hint
 *
 * Forgets it.
 */
void
bridge_soft_hint_free (BridgeSoftHint *self)
{
  g_free (self->words);
  g_free (self);
}

/**
 * bridge_soft_hint_get_reason:
 * @kind: a kind of words
 *
 * Returns: why other ones may be easier to hear, as a sentence, translated
 */
const char *
bridge_soft_hint_get_reason (BridgeSoftHintKind kind)
{
  switch (kind)
    {
    case BRIDGE_SOFT_ALWAYS:
      return _("One time that it happened is easier to hear than all of them, and nobody has to look for exceptions.");
    case BRIDGE_SOFT_MOTIVE:
      return _("What the other one wanted, only they can know. What you saw or heard, you both can.");
    case BRIDGE_SOFT_LABEL:
      return _("A word for a person is hard to hear. What was done, and what it was like for you, can be talked about.");
    }
  g_return_val_if_reached ("");
}

/**
 * bridge_soft_hint_dup_sentence:
 * @self: a hint
 *
 * Returns: (transfer full): the words that it is about, and why
 */
char *
bridge_soft_hint_dup_sentence (BridgeSoftHint *self)
{
  /* Translators: %1$s are some words that a person wrote, %2$s is a sentence about them */
  return g_strdup_printf (_("“%1$s”: %2$s"), self->words, bridge_soft_hint_get_reason (self->kind));
}

/* In one case, with one kind of apostrophe. Both are as long as before, counted in characters, or nothing is looked for. */
static char *
fold (const char *text)
{
  g_autoptr (GString) folded = g_string_new (NULL);

  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar c = g_utf8_get_char (at);

      g_string_append_unichar (folded, c == 0x2019 ? '\'' : g_unichar_tolower (c));
    }
  return g_string_free (g_steal_pointer (&folded), FALSE);
}

static gboolean
is_word_at (const char *folded,
            const char *found,
            gsize       length)
{
  const char *before = g_utf8_find_prev_char (folded, found);
  gunichar last = before != NULL ? g_utf8_get_char (before) : ' ';
  gunichar next = g_utf8_get_char (found + length);

  return !g_unichar_isalnum (last) && !(next != 0 && g_unichar_isalnum (next));
}

/* The first place where @words stand by themselves. (nullable) */
static const char *
find_words (const char *folded,
            const char *words)
{
  const char *found = folded;

  while ((found = strstr (found, words)) != NULL && !is_word_at (folded, found, strlen (words)))
    found = g_utf8_next_char (found);
  return found;
}

typedef struct
{
  glong offset;
  BridgeSoftHint *hint;
} Place;

static int
compare_places (gconstpointer a,
                gconstpointer b)
{
  glong one = ((const Place *) a)->offset;
  glong other = ((const Place *) b)->offset;

  return (one > other) - (one < other);
}

/**
 * bridge_soft_start_find_hints:
 * @text: (nullable): what a person writes
 *
 * Looks for words that may be hard to hear. Nothing leaves the computer for it: they are compared with short lists.
 *
 * Returns: (transfer full) (element-type BridgeSoftHint): in the order they stand there, at most one for each of the words
 */
GPtrArray *
bridge_soft_start_find_hints (const char *text)
{
  GPtrArray *hints = g_ptr_array_new_with_free_func ((GDestroyNotify) bridge_soft_hint_free);
  g_autoptr (GArray) places = g_array_new (FALSE, FALSE, sizeof (Place));
  g_autofree char *folded = NULL;

  if (text == NULL || !g_utf8_validate (text, -1, NULL))
    return hints;

  folded = fold (text);
  for (gsize i = 0; i < G_N_ELEMENTS (lists); i++)
    {
      g_auto (GStrv) list = g_strsplit (g_dpgettext2 (GETTEXT_PACKAGE, "soft start", lists[i].words), "|", -1);

      for (char **words = list; *words != NULL; words++)
        {
          g_autofree char *wanted = fold (g_strstrip (*words));
          const char *found = *wanted != '\0' ? find_words (folded, wanted) : NULL;
          Place place = { 0 };

          if (found == NULL)
            continue;
          place.offset = g_utf8_pointer_to_offset (folded, found);
          place.hint = g_new0 (BridgeSoftHint, 1);
          place.hint->kind = lists[i].kind;
          place.hint->words = g_utf8_substring (text, place.offset, place.offset + g_utf8_strlen (wanted, -1));
          g_array_append_val (places, place);
        }
    }

  g_array_sort (places, compare_places);
  for (guint i = 0; i < places->len; i++)
    g_ptr_array_add (hints, g_array_index (places, Place, i).hint);
  return hints;
}

/* One line without the mark at its end; (transfer full) (nullable): nothing is there */
static char *
take_part (const char *text)
{
  char *clean = text != NULL ? bridge_text_clean (text, FALSE) : NULL;
  gsize length = clean != NULL ? strlen (clean) : 0;

  while (length > 0 && strchr (".?!,;: ", clean[length - 1]) != NULL)
    clean[--length] = '\0';
  if (length > 0)
    return clean;
  g_free (clean);
  return NULL;
}

static char *
join_first (const char *observation,
            const char *feeling)
{
  if (observation != NULL && feeling != NULL)
    /* Translators: %1$s is what somebody saw or heard, %2$s a feeling, both in their words: "When the evening went by without
     * a word, I feel lonely." */
    return g_strdup_printf (_("When %1$s, I feel %2$s."), observation, feeling);
  if (observation != NULL)
    /* Translators: %s is what somebody saw or heard */
    return g_strdup_printf (_("I notice that %s."), observation);
  if (feeling != NULL)
    /* Translators: %s is a feeling */
    return g_strdup_printf (_("I feel %s."), feeling);
  return NULL;
}

static char *
join_second (const char *need,
             const char *request)
{
  if (need != NULL && request != NULL)
    /* Translators: %1$s is what somebody needs, %2$s what they ask for, as an infinitive: "I need a little closeness. Would you
     * be willing to sit with me for ten minutes?" */
    return g_strdup_printf (_("I need %1$s. Would you be willing to %2$s?"), need, request);
  if (need != NULL)
    /* Translators: %s is what somebody needs */
    return g_strdup_printf (_("I need %s."), need);
  if (request != NULL)
    /* Translators: %s is what somebody asks for, as an infinitive */
    return g_strdup_printf (_("Would you be willing to %s?"), request);
  return NULL;
}

/**
 * bridge_soft_start_join:
 * @observation: (nullable): what was seen or heard
 * @feeling: (nullable): how that is
 * @need: (nullable): what is needed
 * @request: (nullable): what is asked for
 *
 * Returns: (transfer full) (nullable): the sentences that they make; %NULL where there is none
 */
char *
bridge_soft_start_join (const char *observation,
                        const char *feeling,
                        const char *need,
                        const char *request)
{
  g_autofree char *seen = take_part (observation);
  g_autofree char *felt = take_part (feeling);
  g_autofree char *needed = take_part (need);
  g_autofree char *asked = take_part (request);
  g_autofree char *first = join_first (seen, felt);
  g_autofree char *second = join_second (needed, asked);

  if (first != NULL && second != NULL)
    return g_strconcat (first, " ", second, NULL);
  return first != NULL ? g_steal_pointer (&first) : g_steal_pointer (&second);
}

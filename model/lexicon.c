/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A table is compiled once, on its first use: phrases under their first word, and the words that
 * are likely to be misspelt under their first letter. Typos are mended word by word before any
 * phrase is looked for, so that the readers only compare spellings; a word that is equally near
 * to two different ones is left alone, because a wrong day is worse than one more question. */
#include "model/lexicon.h"

#include <string.h>

#define LONGEST_WORD 128
#define MOST_NEARLY 500

static gboolean
is_misspelt (KontorWordKind kind)
{
  switch (kind)
    {
    case KONTOR_WORD_WEEKDAY:
    case KONTOR_WORD_MONTH:
    case KONTOR_WORD_DAY:
    case KONTOR_WORD_PART:
    case KONTOR_WORD_PART_TODAY:
    case KONTOR_WORD_CLOCK:
    case KONTOR_WORD_UNIT:
    case KONTOR_WORD_INSTEAD:
    case KONTOR_WORD_YES:
    case KONTOR_WORD_CANCEL:
    case KONTOR_WORD_STATUS:
    case KONTOR_WORD_THANKS:
      return TRUE;
    default:
      return FALSE;
    }
}

/* Kinds whose one-word alternatives are spellings of the first, in other phrases too. */
static gboolean
is_spelt_in_many_ways (KontorWordKind kind)
{
  return kind == KONTOR_WORD_WEEKDAY || kind == KONTOR_WORD_MONTH || kind == KONTOR_WORD_DAY ||
         kind == KONTOR_WORD_CANCEL;
}

/* A table that is being compiled. What only this needs is gone afterwards. */
typedef struct {
  KontorLexicon *lexicon;
  GHashTable    *interned;  /* the words of the lexicon */
  GHashTable    *own;       /* words that mean only what the table itself says */
} Compiler;

static const char *
intern (Compiler *self, const char *word)
{
  char *known = g_hash_table_lookup (self->interned, word);

  if (known == NULL)
    {
      known = g_string_chunk_insert (self->lexicon->words, word);
      g_hash_table_add (self->interned, known);
    }

  return known;
}

static const char *
canonical (const KontorLexicon *lexicon, const char *word)
{
  const char *stands_for = g_hash_table_lookup (lexicon->spellings, word);

  return stands_for != NULL ? stands_for : word;
}

/* Whether @tokens are one word that the table itself has, so that the language that is mixed in has
 * nothing to say about it. */
static gboolean
is_hidden (Compiler *self, const GArray *tokens, gboolean mixed)
{
  return mixed && tokens->len == 1 &&
         g_hash_table_contains (self->own, g_array_index (tokens, KontorToken, 0).folded);
}

static void
add_own (Compiler *self, char **phrases)
{
  for (char **phrase = phrases; *phrase != NULL; phrase++)
    {
      g_autoptr(GArray) tokens = kontor_text_dup_tokens (*phrase);

      if (tokens->len == 1)
        g_hash_table_add (self->own, (gpointer)
                          intern (self, g_array_index (tokens, KontorToken, 0).folded));
    }
}

static void
add_spellings (Compiler *self, char **phrases, gboolean mixed)
{
  const char *first = NULL;

  for (char **phrase = phrases; *phrase != NULL; phrase++)
    {
      g_autoptr(GArray) tokens = kontor_text_dup_tokens (*phrase);
      const char *word;

      if (tokens->len != 1 || is_hidden (self, tokens, mixed))
        continue;
      word = intern (self, g_array_index (tokens, KontorToken, 0).folded);
      if (first == NULL)
        first = word;
      g_hash_table_insert (self->lexicon->spellings, (gpointer) word, (gpointer) first);
    }
}

static void
add_misspelt (KontorLexicon *lexicon, const char *word)
{
  gpointer letter = GUINT_TO_POINTER (g_utf8_get_char (word));
  GPtrArray *words = g_hash_table_lookup (lexicon->by_letter, letter);

  if (g_utf8_strlen (word, -1) < 4)
    return;
  if (words == NULL)
    {
      words = g_ptr_array_new ();
      g_hash_table_insert (lexicon->by_letter, letter, words);
    }
  if (!g_ptr_array_find (words, word, NULL))
    g_ptr_array_add (words, (gpointer) word);
}

gboolean
kontor_lexicon_is_joint (const KontorToken *token)
{
  return token->kind == KONTOR_TOKEN_PUNCT && strchr (".-", token->folded[0]) != NULL;
}

static gboolean
is_affix (KontorWordKind kind)
{
  return kind == KONTOR_WORD_JOINED_ARTICLE || kind == KONTOR_WORD_PREFIX ||
         kind == KONTOR_WORD_SUFFIX;
}

static void
add_affix (Compiler *self, const KontorWord *word, const char *text)
{
  g_autofree char *folded = kontor_text_dup_folded (text);
  KontorAffix affix = { word->kind, word->value, intern (self, folded),
                        strchr (text, '\'') != NULL };

  g_array_append_val (self->lexicon->affixes, affix);
}

static GPtrArray *
intern_all (Compiler *self, const GArray *tokens)
{
  GPtrArray *words = g_ptr_array_new ();

  for (guint i = 0; i < tokens->len; i++)
    {
      const KontorToken *token = &g_array_index (tokens, KontorToken, i);

      if (!kontor_lexicon_is_joint (token))
        g_ptr_array_add (words, (gpointer) intern (self, token->folded));
    }

  return words;
}

/* Behind those that begin with the same word: of two that fit, the first counts. */
static void
append (KontorLexicon *lexicon, const KontorWord *word, GPtrArray *words)
{
  gsize size = words->len * sizeof (char *);
  KontorPhrase *phrase = g_malloc (sizeof (KontorPhrase) + size);
  KontorPhrase *last = g_hash_table_lookup (lexicon->by_first, words->pdata[0]);

  *phrase = (KontorPhrase) { NULL, word->kind, words->len, word->value };
  memcpy (phrase->words, words->pdata, size);
  while (last != NULL && last->next != NULL)
    last = last->next;
  if (last != NULL)
    last->next = phrase;
  else
    g_hash_table_insert (lexicon->by_first, words->pdata[0], phrase);
}

static void
add_phrase (Compiler *self, const KontorWord *word, const char *text, gboolean mixed)
{
  KontorLexicon *lexicon = self->lexicon;
  g_autoptr(GArray) tokens = kontor_text_dup_tokens (text);
  g_autoptr(GPtrArray) words = NULL;

  if (is_hidden (self, tokens, mixed))
    return;
  if (is_affix (word->kind))
    {
      add_affix (self, word, text);
      return;
    }
  words = intern_all (self, tokens);
  g_return_if_fail (words->len > 0);
  if (word->kind == KONTOR_WORD_LOOKALIKE)
    {
      g_hash_table_add (lexicon->unlike, words->pdata[0]);
      return;
    }
  if (words->len == 1 && is_misspelt (word->kind))
    add_misspelt (lexicon, words->pdata[0]);
  for (guint i = 0; i < words->len; i++)
    {
      const char *spelling = words->pdata[i];

      words->pdata[i] = (gpointer) canonical (lexicon, spelling);
      g_hash_table_insert (lexicon->spellings, (gpointer) spelling, words->pdata[i]);
    }
  append (lexicon, word, words);
}

static void
add_table (Compiler *self, const KontorLanguage *language, gboolean mixed)
{
  for (const KontorWord *word = language->words; word->phrases != NULL; word++)
    {
      g_auto(GStrv) phrases = g_strsplit (word->phrases, "|", -1);

      if (is_spelt_in_many_ways (word->kind))
        add_spellings (self, phrases, mixed);
    }
  for (const KontorWord *word = language->words; word->phrases != NULL; word++)
    {
      g_auto(GStrv) phrases = g_strsplit (word->phrases, "|", -1);

      for (char **phrase = phrases; *phrase != NULL; phrase++)
        add_phrase (self, word, *phrase, mixed);
    }
}

static KontorLexicon *
lexicon_new (void)
{
  KontorLexicon *lexicon = g_new0 (KontorLexicon, 1);

  lexicon->words = g_string_chunk_new (4096);
  lexicon->by_first = g_hash_table_new (g_str_hash, g_str_equal);
  lexicon->spellings = g_hash_table_new (g_str_hash, g_str_equal);
  lexicon->unlike = g_hash_table_new (g_str_hash, g_str_equal);
  lexicon->nearly = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  lexicon->by_letter = g_hash_table_new (NULL, NULL);
  lexicon->affixes = g_array_new (FALSE, FALSE, sizeof (KontorAffix));

  return lexicon;
}

static KontorLexicon *
compile (const KontorLanguage *language)
{
  const KontorLanguage *also = language->also != NULL ? kontor_language_find (language->also)
                                                      : NULL;
  g_autoptr(GHashTable) interned = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr(GHashTable) own = g_hash_table_new (g_str_hash, g_str_equal);
  Compiler self = { lexicon_new (), interned, own };

  for (const KontorWord *word = language->words; also != NULL && word->phrases != NULL; word++)
    {
      g_auto(GStrv) phrases = g_strsplit (word->phrases, "|", -1);

      add_own (&self, phrases);
    }
  add_table (&self, language, FALSE);
  if (also != NULL)
    add_table (&self, also, TRUE);

  return self.lexicon;
}

/* Compiled tables live as long as the program. */
const KontorLexicon *
kontor_lexicon_of (const KontorLanguage *language)
{
  static GHashTable *lexicons;
  static GMutex lock;
  g_autoptr(GMutexLocker) locker = g_mutex_locker_new (&lock);
  KontorLexicon *lexicon;

  if (lexicons == NULL)
    lexicons = g_hash_table_new (NULL, NULL);
  lexicon = g_hash_table_lookup (lexicons, language);
  if (lexicon == NULL)
    {
      lexicon = compile (language);
      g_hash_table_insert (lexicons, (gpointer) language, lexicon);
    }
  return lexicon;
}

static gboolean
mean_the_same (const KontorLexicon *lexicon, const char *a, const char *b)
{
  const KontorPhrase *of_a = g_hash_table_lookup (lexicon->by_first, canonical (lexicon, a));
  const KontorPhrase *of_b = g_hash_table_lookup (lexicon->by_first, canonical (lexicon, b));

  return of_a->kind == of_b->kind && of_a->value == of_b->value;
}

typedef struct {
  const char *word;
  guint       distance;
  gboolean    torn;      /* two that mean different things are equally near */
} Nearest;

static void
look_under (const KontorLexicon *lexicon, gunichar letter, const char *word, Nearest *nearest)
{
  const GPtrArray *words = g_hash_table_lookup (lexicon->by_letter, GUINT_TO_POINTER (letter));

  for (guint i = 0; words != NULL && i < words->len; i++)
    {
      const char *wanted = words->pdata[i];
      guint distance;

      if (!kontor_text_is_close (word, wanted))
        continue;
      distance = kontor_text_distance (word, wanted, 2);
      if (distance < nearest->distance)
        *nearest = (Nearest) { wanted, distance, FALSE };
      else if (distance == nearest->distance && !mean_the_same (lexicon, wanted, nearest->word))
        nearest->torn = TRUE;
    }
}

/* "tomorrowwww", "yesss" */
static char *
dup_squeezed (const char *word)
{
  GString *squeezed = g_string_new (NULL);

  for (const char *at = word; *at != '\0';)
    {
      gunichar c = g_utf8_get_char (at);
      guint n = 0;

      for (; *at != '\0' && g_utf8_get_char (at) == c; at = g_utf8_next_char (at))
        n++;
      for (guint i = 0; i < (n < 3 ? n : 1); i++)
        g_string_append_unichar (squeezed, c);
    }
  return g_string_free (squeezed, FALSE);
}

/* As it is spelt, or without the article that it is written together with. */
const char *
kontor_lexicon_know_exactly (const KontorLexicon *lexicon, const char *word)
{
  const char *known = g_hash_table_lookup (lexicon->spellings, word);

  for (guint i = 0; known == NULL && i < lexicon->affixes->len; i++)
    {
      const KontorAffix *affix = &g_array_index (lexicon->affixes, KontorAffix, i);

      if (affix->kind == KONTOR_WORD_JOINED_ARTICLE && g_str_has_prefix (word, affix->text))
        known = g_hash_table_lookup (lexicon->spellings, word + strlen (affix->text));
    }
  return known;
}

static const char *
find_nearly (const KontorLexicon *lexicon, const char *word)
{
  g_autofree char *squeezed = dup_squeezed (word);
  Nearest nearest = { NULL, G_MAXUINT, FALSE };
  const char *known;

  known = g_hash_table_lookup (lexicon->spellings, squeezed);
  if (known != NULL)
    return known;
  if (g_utf8_strlen (squeezed, -1) < 4)
    return NULL;
  look_under (lexicon, g_utf8_get_char (squeezed), squeezed, &nearest);
  if (nearest.word == NULL)
    look_under (lexicon, g_utf8_get_char (g_utf8_next_char (squeezed)), squeezed, &nearest);
  return nearest.torn || nearest.word == NULL ? NULL : canonical (lexicon, nearest.word);
}

/* Customers use few words, and comparing one with all that it may be meant for is most of the work
 * of reading a text: what was found is remembered. */
const char *
kontor_lexicon_know (const KontorLexicon *lexicon, const char *word)
{
  const char *known = kontor_lexicon_know_exactly (lexicon, word);
  gpointer nearly = NULL;

  if (known != NULL)
    return known;
  if (g_hash_table_contains (lexicon->unlike, word) || strlen (word) > LONGEST_WORD)
    return NULL;
  if (g_hash_table_lookup_extended (lexicon->nearly, word, NULL, &nearly))
    return nearly;
  if (g_hash_table_size (lexicon->nearly) >= MOST_NEARLY)
    g_hash_table_remove_all (lexicon->nearly);
  nearly = (gpointer) find_nearly (lexicon, word);
  g_hash_table_insert (lexicon->nearly, g_strdup (word), nearly);
  return nearly;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A table is compiled once, on its first use: phrases under their first word, and the words that
 * are likely to be misspelt under their first letter. Typos are mended word by word before any
 * phrase is looked for, so that the readers only compare spellings; a word that is equally near
 * to two different ones is left alone, because a wrong day is worse than one more question. */
#include "model/language.h"

#include <string.h>

#define X(name) extern const KontorLanguage kontor_language_##name;
#include "languages.inc"
#undef X

#define X(name) &kontor_language_##name,
static const KontorLanguage *const languages[] = {
#include "languages.inc"
  NULL
};
#undef X

typedef struct {
  KontorWordKind  kind;
  int             value;
  char          **words;
  guint           n_words;
} Phrase;

typedef struct {
  GHashTable *by_first;    /* word → GArray of Phrase */
  GHashTable *spellings;   /* every word of every phrase → the same, or what it stands for */
  GHashTable *unlike;      /* words that are not slips */
  GHashTable *by_letter;   /* first letter → GPtrArray of words that may be misspelt */
} Lexicon;

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

static const char *
canonical (const Lexicon *lexicon, const char *word)
{
  const char *stands_for = g_hash_table_lookup (lexicon->spellings, word);

  return stands_for != NULL ? stands_for : word;
}

static void
add_spellings (Lexicon *lexicon, char **phrases)
{
  const char *first = NULL;

  for (char **phrase = phrases; *phrase != NULL; phrase++)
    {
      g_autoptr(GArray) tokens = kontor_text_dup_tokens (*phrase);
      const char *word;

      if (tokens->len != 1)
        continue;
      word = g_intern_string (g_array_index (tokens, KontorToken, 0).folded);
      if (first == NULL)
        first = word;
      g_hash_table_insert (lexicon->spellings, (gpointer) word, (gpointer) first);
    }
}

static void
add_misspelt (Lexicon *lexicon, const char *word)
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

static gboolean
is_joint (const KontorToken *token)
{
  return token->kind == KONTOR_TOKEN_PUNCT && strchr (".-", token->folded[0]) != NULL;
}

static void
add_phrase (Lexicon *lexicon, const KontorWord *word, const char *text)
{
  g_autoptr(GArray) tokens = kontor_text_dup_tokens (text);
  g_autoptr(GPtrArray) words = g_ptr_array_new ();
  Phrase phrase = { word->kind, word->value };
  GArray *phrases;

  for (guint i = 0; i < tokens->len; i++)
    {
      const KontorToken *token = &g_array_index (tokens, KontorToken, i);

      if (!is_joint (token))
        g_ptr_array_add (words, (gpointer) g_intern_string (token->folded));
    }
  g_return_if_fail (words->len > 0);
  phrase.n_words = words->len;
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

  phrases = g_hash_table_lookup (lexicon->by_first, words->pdata[0]);
  if (phrases == NULL)
    {
      phrases = g_array_new (FALSE, FALSE, sizeof (Phrase));
      g_hash_table_insert (lexicon->by_first, words->pdata[0], phrases);
    }
  phrase.words = (char **) g_ptr_array_steal (words, NULL);
  g_array_append_val (phrases, phrase);
}

static Lexicon *
compile (const KontorLanguage *language)
{
  Lexicon *lexicon = g_new0 (Lexicon, 1);

  lexicon->by_first = g_hash_table_new (g_str_hash, g_str_equal);
  lexicon->spellings = g_hash_table_new (g_str_hash, g_str_equal);
  lexicon->unlike = g_hash_table_new (g_str_hash, g_str_equal);
  lexicon->by_letter = g_hash_table_new (NULL, NULL);
  for (const KontorWord *word = language->words; word->phrases != NULL; word++)
    {
      g_auto(GStrv) phrases = g_strsplit (word->phrases, "|", -1);

      if (is_spelt_in_many_ways (word->kind))
        add_spellings (lexicon, phrases);
    }
  for (const KontorWord *word = language->words; word->phrases != NULL; word++)
    {
      g_auto(GStrv) phrases = g_strsplit (word->phrases, "|", -1);

      for (char **phrase = phrases; *phrase != NULL; phrase++)
        add_phrase (lexicon, word, *phrase);
    }
  return lexicon;
}

/* Compiled tables live as long as the program. */
static const Lexicon *
lexicon_of (const KontorLanguage *language)
{
  static GHashTable *lexicons;
  static GMutex lock;
  g_autoptr(GMutexLocker) locker = g_mutex_locker_new (&lock);
  Lexicon *lexicon;

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
mean_the_same (const Lexicon *lexicon, const char *a, const char *b)
{
  const GArray *of_a = g_hash_table_lookup (lexicon->by_first, canonical (lexicon, a));
  const GArray *of_b = g_hash_table_lookup (lexicon->by_first, canonical (lexicon, b));
  const Phrase *first_a = &g_array_index (of_a, Phrase, 0);
  const Phrase *first_b = &g_array_index (of_b, Phrase, 0);

  return first_a->kind == first_b->kind && first_a->value == first_b->value;
}

typedef struct {
  const char *word;
  guint       distance;
  gboolean    torn;      /* two that mean different things are equally near */
} Nearest;

static void
look_under (const Lexicon *lexicon, gunichar letter, const char *word, Nearest *nearest)
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

static const char *
know (const Lexicon *lexicon, const char *word)
{
  g_autofree char *squeezed = NULL;
  Nearest nearest = { NULL, G_MAXUINT, FALSE };
  const char *known = g_hash_table_lookup (lexicon->spellings, word);

  if (known != NULL)
    return known;
  if (g_hash_table_contains (lexicon->unlike, word) || strlen (word) > 128)
    return NULL;
  squeezed = dup_squeezed (word);
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

GArray *
kontor_language_dup_tokens (const KontorLanguage *language, const char *text)
{
  const Lexicon *lexicon = lexicon_of (language);
  GArray *tokens = kontor_text_dup_tokens (text);

  for (guint i = 0; i < tokens->len; i++)
    {
      KontorToken *token = &g_array_index (tokens, KontorToken, i);

      if (token->kind == KONTOR_TOKEN_WORD)
        token->known = know (lexicon, token->folded);
      else
        token->known = g_hash_table_lookup (lexicon->spellings, token->folded);
      if (token->known != NULL)
        token->meanings = g_hash_table_lookup (lexicon->by_first, token->known);
    }
  return tokens;
}

/* Words known are interned, so the same word is the same pointer. */
static guint
match_phrase (const GArray *tokens, guint at, const Phrase *phrase)
{
  guint i = at;

  for (guint n = 0; n < phrase->n_words; n++)
    {
      const KontorToken *token;

      if (n > 0 && i + 1 < tokens->len && is_joint (&g_array_index (tokens, KontorToken, i)))
        i++;
      if (i >= tokens->len)
        return 0;
      token = &g_array_index (tokens, KontorToken, i++);
      if (token->known != phrase->words[n])
        return 0;
    }
  return i - at;
}

guint
kontor_language_match (const GArray *tokens, guint at, KontorWordKind kind, int *value)
{
  const GArray *phrases = at < tokens->len ? g_array_index (tokens, KontorToken, at).meanings
                                           : NULL;
  guint longest = 0;

  for (guint i = 0; phrases != NULL && i < phrases->len; i++)
    {
      const Phrase *phrase = &g_array_index (phrases, Phrase, i);
      guint n = phrase->kind == kind ? match_phrase (tokens, at, phrase) : 0;

      if (n <= longest)
        continue;
      longest = n;
      if (value != NULL)
        *value = phrase->value;
    }
  return longest;
}

gboolean
kontor_language_mentions (const KontorLanguage *language, const char *text, KontorWordKind kind)
{
  g_autoptr(GArray) tokens = kontor_language_dup_tokens (language, text);

  for (guint i = 0; i < tokens->len; i++)
    if (kontor_language_match (tokens, i, kind, NULL) > 0)
      return TRUE;
  return FALSE;
}

gboolean
kontor_language_says (const KontorLanguage *language, const char *text, KontorWordKind kind)
{
  static const KontorWordKind around[] = {
    KONTOR_WORD_POLITE, KONTOR_WORD_THANKS, KONTOR_WORD_GREETING,
  };
  g_autoptr(GArray) tokens = kontor_language_dup_tokens (language, text);
  gboolean said = FALSE;

  for (guint i = 0, n; i < tokens->len; i += n)
    {
      n = kontor_language_match (tokens, i, kind, NULL);
      said = said || n > 0;
      for (guint k = 0; n == 0 && k < G_N_ELEMENTS (around); k++)
        n = kontor_language_match (tokens, i, around[k], NULL);
      if (n == 0 && g_array_index (tokens, KontorToken, i).kind == KONTOR_TOKEN_PUNCT)
        n = 1;
      if (n == 0)
        return FALSE;
    }
  return said;
}

const KontorLanguage *
kontor_language_find (const char *code)
{
  gsize primary = strcspn (code, "-_");

  for (const KontorLanguage *const *language = languages; *language != NULL; language++)
    if (g_ascii_strcasecmp ((*language)->code, code) == 0)
      return *language;
  for (const KontorLanguage *const *language = languages; *language != NULL; language++)
    if (g_ascii_strncasecmp ((*language)->code, code, primary) == 0 &&
        strcspn ((*language)->code, "-_") == primary)
      return *language;
  return NULL;
}

const KontorLanguage *const *
kontor_language_get_all (void)
{
  return languages;
}

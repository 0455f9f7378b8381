/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Digits and letters are parted even when they touch, so that "9pm", "7ish" and "21nov" come out
 * in pieces that a table of words can name; who needs to know whether they touched compares the
 * offsets. Accents are taken off Latin, Greek and Cyrillic, and off Arabic vowel signs, hamzas and
 * the dots of the last letter, where people leave them out anyhow. The vowel signs of Hindi and
 * Bengali carry the word and stay; the dot below and the moon above, which phones make hard to
 * type, do not. Signs of other scripts are folded to the ASCII ones that do the same. */
#include "model/text.h"

#include <string.h>

/* Longer words are never slips: this bounds the work of comparing hostile ones. */
#define LONGEST_SLIP 32
/* Of a message, so that most arrays of tokens are made once. */
#define USUAL_TOKENS 12

static gboolean
is_apostrophe (gunichar c)
{
  return c == '\'' || c == 0x2019 || c == 0x2018 || c == 0x02bc || c == '`' || c == 0x00b4;
}

static gboolean
is_dropped (gunichar c)
{
  return (c >= 0x0300 && c <= 0x036f) || (c >= 0x064b && c <= 0x0655) || c == 0x0640 ||
         c == 0x0670 || (c >= 0xfe00 && c <= 0xfe0f) || c == 0x200c || c == 0x200d ||
         c == 0x093c || c == 0x09bc || c == 0x0981;
}

/* Letters and signs that are typed for each other. */
static gunichar
plain_letter (gunichar c)
{
  static const gunichar pairs[][2] = {
    { 0x0629, 0x0647 },  /* ta marbuta, ha */
    { 0x0649, 0x064a },  /* alef maksura, ya */
    { 0x06cc, 0x064a },  /* Persian ya */
    { 0x06a9, 0x0643 },  /* Persian kaf */
    { 0x06be, 0x0647 },  /* Urdu ha */
    { 0x06c1, 0x0647 },
    { 0x0671, 0x0627 },  /* alef wasla */
    { 0x0901, 0x0902 },  /* candrabindu, anusvara */
    { 0x060c, ',' },     { 0x061b, ';' },     { 0x061f, '?' },     { 0x066a, '%' },
    { 0x066b, '.' },     { 0x066c, ',' },     { 0x06d4, '.' },     { 0x0964, '.' },
    { 0x0965, '.' },     { 0xff0c, ',' },     { 0xff1a, ':' },     { 0xff1f, '?' },
    { 0xff01, '!' },     { 0xff0e, '.' },     { 0xff0f, '/' },     { 0x2215, '/' },
  };

  for (guint i = 0; i < G_N_ELEMENTS (pairs); i++)
    if (pairs[i][0] == c)
      return pairs[i][1];
  return c;
}

/* Emoji that answer a question. */
static gboolean
is_speaking (gunichar c)
{
  return c == 0x1f44d || c == 0x1f44e || c == 0x1f44c || c == 0x2705 || c == 0x2714 || c == 0x274c;
}

/* Most of what is read is ASCII, for which the tables of Unicode are a long way round. */
static gboolean
is_letter (gunichar c)
{
  return c < 0x80 ? g_ascii_isalpha ((char) c) : g_unichar_isalpha (c);
}

static gboolean
is_part_of_word (gunichar c)
{
  return is_letter (c) || (c >= 0x80 && (g_unichar_ismark (c) || c == 0x200c || c == 0x200d));
}

/* −1 or −2 where there is none. */
static gunichar
read_char (const char *at)
{
  return (guchar) *at < 0x80 ? (gunichar) *at : g_utf8_get_char_validated (at, -1);
}

static gboolean
is_ascii (const char *text, gsize len)
{
  for (gsize i = 0; i < len; i++)
    if ((guchar) text[i] >= 0x80)
      return FALSE;
  return TRUE;
}

/* Nothing to take apart and to put together: a tenth of the work. */
static char *
fold_ascii (const char *text, gsize len)
{
  char *kept = g_malloc (len + 1), *to = kept;

  for (gsize i = 0; i < len; i++)
    if (!is_apostrophe (text[i]))
      *to++ = g_ascii_tolower (text[i]);
  *to = '\0';

  return kept;
}

static char *
fold_any (const char *text, gsize len)
{
  g_autofree char *apart = g_utf8_normalize (text, len, G_NORMALIZE_NFKD);
  g_autofree char *lower = apart == NULL ? NULL : g_utf8_casefold (apart, -1);
  g_autoptr(GString) kept = g_string_sized_new (len);

  if (lower == NULL)
    return g_strdup ("");
  for (const char *at = lower; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar c = g_utf8_get_char (at);

      if (!is_dropped (c) && !is_apostrophe (c))
        g_string_append_unichar (kept, plain_letter (c));
    }
  return g_utf8_normalize (kept->str, -1, G_NORMALIZE_NFKC);
}

static char *
fold (const char *text, gsize len)
{
  return is_ascii (text, len) ? fold_ascii (text, len) : fold_any (text, len);
}

static char *
fold_digits (const char *text, gsize len)
{
  GString *digits = g_string_sized_new (len);

  for (const char *at = text; at < text + len; at = g_utf8_next_char (at))
    g_string_append_c (digits, '0' + g_unichar_digit_value (g_utf8_get_char (at)));
  return g_string_free (digits, FALSE);
}

static char *
fold_sign (gunichar c)
{
  char sign[8] = "";

  g_unichar_to_utf8 (plain_letter (c), sign);
  return g_strdup (sign);
}

static gsize
word_length (const char *text)
{
  const char *at = text;

  while (*at != '\0')
    {
      gunichar c = read_char (at);
      const char *next = at + 1;

      if (c == (gunichar) -1 || c == (gunichar) -2)
        break;
      next = g_utf8_next_char (at);
      if (is_apostrophe (c))
        {
          gunichar after = read_char (next);

          if (after == (gunichar) -1 || after == (gunichar) -2 || !is_letter (after))
            break;
        }
      else if (!is_part_of_word (c))
        break;
      at = next;
    }
  return at - text;
}

static gsize
digits_length (const char *text)
{
  const char *at = text;

  while (*at != '\0')
    {
      gunichar c = read_char (at);

      if (c == (gunichar) -1 || c == (gunichar) -2 || !g_unichar_isdigit (c))
        break;
      at = g_utf8_next_char (at);
    }
  return at - text;
}

static void
clear_token (gpointer token)
{
  g_free (((KontorToken *) token)->folded);
}

/* Reads what begins at @at into @token and says how many bytes that was; a token of no length
 * is one to leave out. */
static gsize
read_token (const char *at, KontorToken *token)
{
  gunichar c = read_char (at);

  token->len = 0;
  if (c == (gunichar) -1 || c == (gunichar) -2)
    return 1;
  if (g_unichar_isdigit (c))
    {
      token->kind = KONTOR_TOKEN_NUMBER;
      token->len = digits_length (at);
      token->folded = fold_digits (at, token->len);
    }
  else if (is_letter (c))
    {
      token->kind = KONTOR_TOKEN_WORD;
      token->len = word_length (at);
      token->folded = fold (at, token->len);
    }
  else if (is_speaking (c) || g_unichar_ispunct (c))
    {
      token->kind = is_speaking (c) ? KONTOR_TOKEN_WORD : KONTOR_TOKEN_PUNCT;
      if (!is_speaking (c) && (c >= 0x1f000 || g_unichar_type (c) == G_UNICODE_OTHER_SYMBOL))
        return g_utf8_next_char (at) - at;
      token->len = g_utf8_next_char (at) - at;
      token->folded = fold_sign (c);
    }
  return token->len != 0 ? token->len : (gsize) (g_utf8_next_char (at) - at);
}

GArray *
kontor_text_dup_tokens (const char *text)
{
  GArray *tokens = g_array_sized_new (FALSE, TRUE, sizeof (KontorToken), USUAL_TOKENS);
  gsize at = 0;

  g_array_set_clear_func (tokens, clear_token);
  while (text[at] != '\0')
    {
      KontorToken token = { .start = at };

      at += read_token (text + at, &token);
      if (token.len > 0)
        g_array_append_val (tokens, token);
    }
  return tokens;
}

char *
kontor_text_dup_folded (const char *text)
{
  g_autoptr(GArray) tokens = kontor_text_dup_tokens (text);
  GString *folded = g_string_new (NULL);

  for (guint i = 0; i < tokens->len; i++)
    {
      const KontorToken *token = &g_array_index (tokens, KontorToken, i);

      if (token->kind == KONTOR_TOKEN_PUNCT)
        continue;
      if (folded->len > 0)
        g_string_append_c (folded, ' ');
      g_string_append (folded, token->folded);
    }
  return g_string_free (folded, FALSE);
}

gboolean
kontor_text_asks (const char *text)
{
  return strchr (text, '?') != NULL || strstr (text, "؟") != NULL || strstr (text, "？") != NULL;
}

static guint
spread (const char *word, gunichar *letters)
{
  guint n = 0;

  for (; *word != '\0' && n < LONGEST_SLIP; word = g_utf8_next_char (word))
    letters[n++] = g_utf8_get_char (word);
  return *word == '\0' ? n : LONGEST_SLIP + 1;
}

static guint
align (const gunichar *a, guint n_a, const gunichar *b, guint n_b)
{
  guint rows[3][LONGEST_SLIP + 1];
  guint *before = rows[0], *last = rows[1], *row = rows[2];

  for (guint j = 0; j <= n_b; j++)
    last[j] = j;
  for (guint i = 1; i <= n_a; i++)
    {
      guint *spare = before;

      row[0] = i;
      for (guint j = 1; j <= n_b; j++)
        {
          guint best = last[j - 1] + (a[i - 1] != b[j - 1]);

          best = MIN (best, MIN (last[j], row[j - 1]) + 1);
          if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
            best = MIN (best, before[j - 2] + 1);
          row[j] = best;
        }
      before = last;
      last = row;
      row = spare;
    }
  return last[n_b];
}

guint
kontor_text_distance (const char *a, const char *b, guint limit)
{
  gunichar letters_a[LONGEST_SLIP], letters_b[LONGEST_SLIP];
  guint n_a = spread (a, letters_a), n_b = spread (b, letters_b);

  if (n_a > LONGEST_SLIP || n_b > LONGEST_SLIP)
    return strcmp (a, b) == 0 ? 0 : limit + 1;
  if (MAX (n_a, n_b) - MIN (n_a, n_b) > limit)
    return limit + 1;
  return MIN (align (letters_a, n_a, letters_b, n_b), limit + 1);
}

gboolean
kontor_text_is_close (const char *word, const char *wanted)
{
  gunichar a[LONGEST_SLIP], b[LONGEST_SLIP];
  guint n_a = spread (word, a), n_b = spread (wanted, b), n = n_b;
  gboolean swapped;

  if (strcmp (word, wanted) == 0)
    return TRUE;
  if (n_a > LONGEST_SLIP || n_b > LONGEST_SLIP || n_a < 3 || n < 4)
    return FALSE;
  for (guint i = 0; i < n_a; i++)
    if (g_unichar_isdigit (a[i]))
      return FALSE;
  swapped = a[0] == b[1] && a[1] == b[0];
  if (a[0] != b[0] && !swapped)
    return FALSE;
  if (n == 4 && n_a != 4)
    return FALSE;
  /* A changed letter keeps the length and most of the letters in their places; a swap does not. */
  if (n <= 5 && n_a == n)
    {
      guint differ = 0;

      for (guint i = 0; i < n; i++)
        differ += a[i] != b[i];
      if (differ < 2)
        return FALSE;
    }
  return kontor_text_distance (word, wanted, 2) <= (n >= 8 ? 2u : 1u);
}

char *
kontor_text_fill_from (const char *template_text, GHashTable *values)
{
  GString *filled = g_string_new (NULL);
  const char *at = template_text;

  while (*at != '\0')
    {
      const char *end = *at == '{' ? strpbrk (at + 1, "{}") : NULL;
      g_autofree char *name = end != NULL && *end == '}' ? g_strndup (at + 1, end - at - 1) : NULL;
      gpointer value;

      if (name != NULL && g_hash_table_lookup_extended (values, name, NULL, &value))
        {
          g_string_append (filled, value != NULL ? value : "");
          at = end + 1;
        }
      else
        g_string_append_c (filled, *at++);
    }
  return g_string_free (filled, FALSE);
}

char *
kontor_text_fill (const char *template_text, ...)
{
  g_autoptr(GHashTable) values = g_hash_table_new (g_str_hash, g_str_equal);
  va_list list;
  const char *name;

  va_start (list, template_text);
  while ((name = va_arg (list, const char *)) != NULL)
    g_hash_table_insert (values, (gpointer) name, va_arg (list, char *));
  va_end (list);
  return kontor_text_fill_from (template_text, values);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Four passes, each a walk from left to right: clean bytes, addresses, secrets, numbers. No regular
 * expressions: what is logged may come from strangers, and these walks are linear in it.
 *
 * Where a number could be a phone or something harmless, it goes: seven digits are a phone unless
 * they read as a date, a time or an amount.
 */
#include "base/log.h"

#include <string.h>

#define MAX_BYTES        8192
#define MIN_PHONE_DIGITS 7
#define MIN_PLUS_DIGITS  5  /* after a + */
#define MAX_SEPARATORS   3  /* between two digits of one number, as in ") - " */
#define MIN_TOKEN        16 /* letters and digits mixed */
#define MIN_MIXED_TOKEN  20 /* the base64 alphabet, capitals, small letters and digits */
#define MIN_BEARER       8

static const char *const secret_names[] = {
  "password", "passwd", "passphrase", "secret", "token", "api_key", "api-key", "apikey",
  "authorization", "signature", "key", NULL
};

static const char *const currency_codes[] = {
  "AED", "AUD", "BDT", "BRL", "CAD", "CHF", "CNY", "EUR", "GBP", "IDR", "INR", "JPY", "KES", "KRW",
  "KWD", "LKR", "MXN", "MYR", "NGN", "NPR", "PHP", "PKR", "SAR", "SGD", "THB", "TRY", "USD", "VND",
  "ZAR", NULL
};

/* Pass 1: one line of valid text that cannot play with a terminal. */

static GString *
clean (const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text, (gssize) strnlen (text, MAX_BYTES));
  GString *out = g_string_new (NULL);

  for (const char *p = valid; *p != '\0'; p = g_utf8_next_char (p))
    {
      const gunichar c = g_utf8_get_char (p);
      const GUnicodeType type = g_unichar_type (c);

      if (c == '\n')
        g_string_append (out, "⏎");
      else if (c == '\t')
        g_string_append_c (out, ' ');
      else if (type == G_UNICODE_CONTROL || type == G_UNICODE_FORMAT ||
               type == G_UNICODE_LINE_SEPARATOR || type == G_UNICODE_PARAGRAPH_SEPARATOR)
        g_string_append_unichar (out, 0xFFFD);
      else
        g_string_append_unichar (out, c);
    }

  if (strnlen (text, MAX_BYTES) == MAX_BYTES)
    g_string_append (out, "…");

  return out;
}

/* Pass 2: addresses. Bytes above ASCII count as letters: addresses may have them. */

static gboolean
is_local_part (char c)
{
  return g_ascii_isalnum (c) || (guchar) c >= 0x80 || (c != '\0' && strchr (".!#$%&'*+-_:~", c));
}

static gboolean
is_domain (char c)
{
  return g_ascii_isalnum (c) || (guchar) c >= 0x80 || c == '.' || c == '-';
}

static gsize
at_length (const char *p)
{
  if (*p == '@')
    return 1;

  return g_ascii_strncasecmp (p, "%40", 3) == 0 ? 3 : 0;
}

static const char *
name_address (const char *domain, gsize length)
{
  static const char *const jid_domains[] = {
    "s.whatsapp.net", "c.us", "g.us", "lid", "broadcast", "newsletter", "hosted", "hosted.lid",
    "call", "bot", NULL
  };

  for (guint i = 0; jid_domains[i] != NULL; i++)
    if (strlen (jid_domains[i]) == length &&
        g_ascii_strncasecmp (domain, jid_domains[i], length) == 0)
      return "[jid]";

  return "[email]";
}

static void
drop_addresses (GString *text)
{
  g_autoptr (GString) out = g_string_sized_new (text->len);
  const char *p = text->str;

  while (*p != '\0')
    {
      const gsize at = at_length (p);
      gsize from = out->len, length = 0;

      while (at > 0 && from > 0 && is_local_part (out->str[from - 1]))
        from--;
      while (at > 0 && is_domain (p[at + length]))
        length++;
      while (length > 0 && strchr (".-", p[at + length - 1]) != NULL)
        length--;

      if (from == out->len || length == 0)
        {
          g_string_append_c (out, *p++);
          continue;
        }

      g_string_truncate (out, from);
      g_string_append (out, name_address (p + at, length));
      p += at + length;
    }

  g_string_assign (text, out->str);
}

/* Pass 3: secrets. */

static gboolean
is_token (char c)
{
  return g_ascii_isalnum (c) || (c != '\0' && strchr ("+/_-=", c) != NULL);
}

static gboolean
is_value (char c)
{
  return c != '\0' && strchr (" \"'&,;)}]", c) == NULL;
}

static gsize
span (const char *p, gboolean (*is_part) (char c))
{
  gsize length = 0;

  while (is_part (p[length]))
    length++;

  return length;
}

static gboolean
looks_secret (const char *p, gsize length)
{
  gsize run = 0, run_digits = 0, run_letters = 0;
  gboolean upper = FALSE, lower = FALSE, digit = FALSE;

  for (gsize i = 0; i < length; i++)
    {
      const gboolean alnum = g_ascii_isalnum (p[i]);

      run = alnum ? run + 1 : 0;
      run_digits = alnum ? run_digits + (g_ascii_isdigit (p[i]) ? 1 : 0) : 0;
      run_letters = alnum ? run_letters + (g_ascii_isalpha (p[i]) ? 1 : 0) : 0;
      if (run >= MIN_TOKEN && run_digits >= 2 && run_letters >= 1)
        return TRUE;

      upper |= g_ascii_isupper (p[i]);
      lower |= g_ascii_islower (p[i]);
      digit |= g_ascii_isdigit (p[i]);
    }

  return length >= MIN_MIXED_TOKEN && upper && lower && digit;
}

/* How much of @p is `name=` or `"name": "`, for a name that tells of a secret; 0 when none. */
static gsize
match_secret_name (const char *p)
{
  for (guint i = 0; secret_names[i] != NULL; i++)
    {
      const gsize length = strlen (secret_names[i]);
      const char *end = p + length;

      if (g_ascii_strncasecmp (p, secret_names[i], length) != 0)
        continue;
      if (*end == '=')
        return length + 1 + (end[1] == '"' || end[1] == '\'' ? 1 : 0);
      if (g_str_has_prefix (end, "\":"))
        return length + 2 + strspn (end + 2, " \"");
    }

  return 0;
}

/* What comes before the secret at @p, 0 when there is none there; its length goes to @length. */
static gsize
match_secret (const char *p, gboolean at_start, gsize *length)
{
  static const char bearer[] = "bearer ", header[] = "authorization: ";
  const gsize before = match_secret_name (p);

  *length = before > 0 ? span (p + before, is_value) : 0;
  if (before > 0 || !at_start)
    return before;

  if (g_ascii_strncasecmp (p, header, strlen (header)) == 0)
    {
      *length = strlen (p + strlen (header));
      return strlen (header);
    }

  if (g_ascii_strncasecmp (p, bearer, strlen (bearer)) != 0)
    return 0;
  *length = span (p + strlen (bearer), is_value);

  return *length >= MIN_BEARER ? strlen (bearer) : 0;
}

static void
drop_secrets (GString *text)
{
  g_autoptr (GString) out = g_string_sized_new (text->len);
  const char *p = text->str;
  gboolean at_start = TRUE; /* of a word */

  while (*p != '\0')
    {
      gsize length;
      gsize before = match_secret (p, at_start, &length);

      if (before == 0)
        length = at_start ? span (p, is_token) : 0;
      if (before == 0 && !looks_secret (p, length))
        length = 0;

      g_string_append_len (out, p, (gssize) (before > 0 ? before : (length == 0 ? 1 : 0)));
      if (length > 0)
        g_string_append (out, "[secret]");
      at_start = length > 0 || before > 0 || !is_token (*p);
      p += before + length + (before == 0 && length == 0 ? 1 : 0);
    }

  g_string_assign (text, out->str);
}

/* Pass 4: numbers. Digits of any script; fullwidth ones and Arabic ones are dialled too. */

typedef struct {
  const char *end; /* after its last digit */
  guint digits;
} Number;

static gboolean
is_digit_at (const char *p)
{
  return *p != '\0' && g_unichar_isdigit (g_utf8_get_char (p));
}

static gboolean
is_separator_at (const char *p)
{
  const gunichar c = g_utf8_get_char (p);

  return c == '.' || c == '(' || c == ')' || c == '/' || c == 0xFFFD ||
         g_unichar_type (c) == G_UNICODE_SPACE_SEPARATOR ||
         g_unichar_type (c) == G_UNICODE_DASH_PUNCTUATION;
}

/* Up to @most ASCII digits as a number, or -1. */
static int
take_digits (const char **p, guint least, guint most)
{
  guint count = 0;
  int value = 0;

  while (count < most && g_ascii_isdigit (**p))
    {
      value = value * 10 + g_ascii_digit_value (**p);
      (*p)++;
      count++;
    }

  return count >= least ? value : -1;
}

/* 9:30, 09:30:15, 09:30:15.123456 */
static const char *
match_time (const char *p)
{
  int hour = take_digits (&p, 1, 2), minute, second;

  if (hour < 0 || hour > 24 || *p++ != ':')
    return NULL;
  minute = take_digits (&p, 2, 2);
  if (minute < 0 || minute > 59 || g_ascii_isdigit (*p))
    return NULL;
  if (*p != ':' || !g_ascii_isdigit (p[1]))
    return p;
  p++;
  second = take_digits (&p, 2, 2);
  if (second < 0 || second > 60 || g_ascii_isdigit (*p))
    return NULL;
  if (*p == '.' && g_ascii_isdigit (p[1]))
    {
      p++;
      take_digits (&p, 1, 6);
    }

  return g_ascii_isdigit (*p) ? NULL : p;
}

/* 2026-11-21, 21/11/2026, 11.21.26: what follows must not go on like a number. */
static const char *
match_date (const char *start)
{
  const char *p = start;
  int first = take_digits (&p, 1, 4), second, third;
  const gboolean year_first = p - start == 4;
  const char mark = *p;

  if (first < 0 || p - start == 3 || mark == '\0' || strchr ("-/.", mark) == NULL)
    return NULL;
  p++;
  second = take_digits (&p, 1, 2);
  if (second < 1 || second > 31 || *p++ != mark)
    return NULL;
  start = p;
  third = year_first ? take_digits (&p, 1, 2) : take_digits (&p, 2, 4);
  if (third < 0 || p - start == 3 || g_ascii_isdigit (*p))
    return NULL;
  if (*p != '\0' && strchr ("-/.", *p) != NULL && g_ascii_isdigit (p[1]))
    return NULL;

  if (year_first)
    return first >= 1900 && first < 2200 && second <= 12 && third >= 1 && third <= 31 ? p : NULL;

  if (first < 1 || first > 31 || (first > 12 && second > 12))
    return NULL;
  if (p - start == 4)
    return third >= 1900 && third < 2200 ? p : NULL;

  return *p == ' ' && is_digit_at (p + 1) && match_time (p + 1) == NULL ? NULL : p;
}

static gboolean
has_currency (const char *text, const char *start, const char *end)
{
  const char *before = start > text ? g_utf8_prev_char (start) : NULL;
  g_autofree char *code = NULL;

  if (before != NULL && g_unichar_type (g_utf8_get_char (before)) == G_UNICODE_CURRENCY_SYMBOL)
    return TRUE;
  if (before != NULL && *before == ' ')
    start = before;
  if (start - text >= 3)
    code = g_strndup (start - 3, 3);
  if (code != NULL && g_strv_contains (currency_codes, code))
    return TRUE;

  g_free (code);
  code = g_strndup (*end == ' ' ? end + 1 : end, 3);

  return g_strv_contains (currency_codes, code);
}

/* 12500.50, and 1250000 beside a currency. Numbers with , between are short ones to pass 4. */
static const char *
match_amount (const char *text, const char *start)
{
  const char *p = start;
  const char *whole;

  take_digits (&p, 1, 9);
  whole = p;
  if (whole == start || (*start == '0' && whole - start > 1))
    return NULL;
  if (*p == '.' && g_ascii_isdigit (p[1]))
    {
      p++;
      take_digits (&p, 1, 2);
    }
  if (is_digit_at (p) || (*p != '\0' && *p != ' ' && is_separator_at (p) && is_digit_at (p + 1)))
    return NULL;

  return p > whole || has_currency (text, start, p) ? p : NULL;
}

/* The longest number from @start on; after a letter (BK000001) only its own digits. */
static Number
match_number (const char *start, gboolean alone)
{
  Number number = { start, 0 };
  const char *p = start;
  guint separators = 0;

  while (*p != '\0')
    {
      if (is_digit_at (p))
        {
          if (separators > 0 && (match_date (p) != NULL || match_time (p) != NULL))
            break;
          number.digits++;
          number.end = g_utf8_next_char (p);
          separators = 0;
        }
      else if (alone || !is_separator_at (p) || ++separators > MAX_SEPARATORS)
        break;
      p = g_utf8_next_char (p);
    }

  return number;
}

/* The end of what stays although it has digits enough, or NULL. */
static const char *
match_harmless (const char *text, const char *p, gboolean after_letter)
{
  const char *end = match_time (p);

  if (end == NULL && !after_letter)
    end = match_date (p);
  if (end == NULL && !after_letter)
    end = match_amount (text, p);

  return end;
}

static char *
drop_numbers (const GString *text)
{
  g_autoptr (GString) out = g_string_sized_new (text->len);
  const char *p = text->str;
  gunichar last = ' ';

  while (*p != '\0')
    {
      const gboolean plus = *p == '+' || g_str_has_prefix (p, "＋");
      const char *digits = plus ? g_utf8_next_char (p) : p;
      const gboolean after_letter = g_unichar_isalpha (last) && !plus;
      const char *end = NULL;
      Number number;

      while (plus && *digits != '\0' && is_separator_at (digits) && digits - p < MAX_SEPARATORS)
        digits = g_utf8_next_char (digits);
      if (!plus && is_digit_at (p))
        end = match_harmless (text->str, p, after_letter);
      if (end == NULL)
        {
          number = match_number (digits, after_letter);
          end = number.digits > 0 ? number.end : g_utf8_next_char (p);
          if (number.digits >= (plus ? MIN_PLUS_DIGITS : MIN_PHONE_DIGITS))
            {
              g_string_append (out, "[number]");
              p = end;
            }
        }

      g_string_append_len (out, p, end - p);
      last = g_utf8_get_char (g_utf8_prev_char (end));
      p = end;
    }

  return g_string_free (g_steal_pointer (&out), FALSE);
}

char *
kontor_log_redact (const char *text)
{
  g_autoptr (GString) line = clean (text != NULL ? text : "(null)");

  drop_addresses (line);
  drop_secrets (line);

  return drop_numbers (line);
}

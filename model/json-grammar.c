/* SPDX-License-Identifier: GPL-3.0-or-later */
/* json-grammar.c — json-glib reads more than JSON: comments, single quotes, octal escapes that give
 * U+0000, halves of surrogate pairs that give no UTF-8, and it wraps numbers beyond 64 bits around.
 * It also goes as deep as it is led, and a quote in a comment hides how deep that is. So the whole
 * grammar is checked first, and json-glib is only ever given what has one meaning. */
#include "model/json-grammar.h"

#include <math.h>
#include <string.h>

#include "model/json.h"

#define NO_JSON "it is no JSON"
#define BAD_ESCAPE "it holds an escape that JSON does not know"
#define HALF_PAIR "it holds half of a surrogate pair"
#define TOO_LARGE "it holds a number that is too large"

typedef struct {
  const char *at, *end;
  const char *fault;
  guint       depth;
} Scan;

static gboolean scan_value (Scan *scan);

static gboolean
fail (Scan *scan, const char *fault)
{
  scan->fault = fault;

  return FALSE;
}

static gboolean
take (Scan *scan, char c)
{
  if (scan->at == scan->end || *scan->at != c)
    return FALSE;
  scan->at++;

  return TRUE;
}

static void
skip_blanks (Scan *scan)
{
  while (take (scan, ' ') || take (scan, '\n') || take (scan, '\r') || take (scan, '\t'))
    ;
}

static gboolean
scan_word (Scan *scan, const char *word)
{
  gsize length = strlen (word);

  if ((gsize) (scan->end - scan->at) < length || memcmp (scan->at, word, length) != 0)
    return fail (scan, NO_JSON);
  scan->at += length;

  return TRUE;
}

/* The four digits after "\u"; -1 where there are none. */
static int
take_unit (Scan *scan)
{
  int unit = 0;

  if (scan->end - scan->at < 4)
    return -1;
  for (guint i = 0; i < 4; i++)
    {
      int digit = g_ascii_xdigit_value (*scan->at++);

      if (digit < 0)
        return -1;
      unit = unit << 4 | digit;
    }

  return unit;
}

static gboolean
scan_escape (Scan *scan)
{
  int unit;

  if (scan->at == scan->end)
    return fail (scan, NO_JSON);
  if (!take (scan, 'u'))
    return (*scan->at != '\0' && strchr ("\"\\/bfnrt", *scan->at++) != NULL) ||
           fail (scan, BAD_ESCAPE);
  unit = take_unit (scan);
  if (unit < 0)
    return fail (scan, BAD_ESCAPE);
  if (unit == 0)
    return fail (scan, "it holds the character U+0000");
  if (unit < 0xd800 || unit > 0xdfff)
    return TRUE;
  if (unit > 0xdbff || !take (scan, '\\') || !take (scan, 'u'))
    return fail (scan, HALF_PAIR);
  unit = take_unit (scan);

  return (unit >= 0xdc00 && unit <= 0xdfff) || fail (scan, HALF_PAIR);
}

static gboolean
scan_string (Scan *scan)
{
  if (!take (scan, '"'))
    return fail (scan, NO_JSON);
  while (scan->at < scan->end)
    {
      guchar c = *scan->at++;

      if (c == '"')
        return TRUE;
      if (c < ' ')
        return fail (scan, "it holds a control character that is not escaped");
      if (c == '\\' && !scan_escape (scan))
        return FALSE;
    }

  return fail (scan, NO_JSON);
}

static gsize
skip_digits (Scan *scan)
{
  const char *from = scan->at;

  while (scan->at < scan->end && g_ascii_isdigit (*scan->at))
    scan->at++;

  return scan->at - from;
}

static gboolean
fits_int64 (const char *from, const char *to)
{
  gboolean negative = *from == '-';
  guint64 limit = (guint64) G_MAXINT64 + (negative ? 1 : 0), number = 0;

  for (const char *at = from + (negative ? 1 : 0); at < to; at++)
    if (!g_uint64_checked_mul (&number, number, 10) ||
        !g_uint64_checked_add (&number, number, *at - '0') || number > limit)
      return FALSE;

  return TRUE;
}

static gboolean
fits_double (const char *from, const char *to)
{
  g_autofree char *text = g_strndup (from, to - from);

  return isfinite (g_ascii_strtod (text, NULL));
}

static gboolean
scan_number (Scan *scan)
{
  const char *from = scan->at;
  gboolean whole = TRUE;

  take (scan, '-');
  if (!take (scan, '0') && skip_digits (scan) == 0)
    return fail (scan, NO_JSON);
  if (take (scan, '.'))
    {
      whole = FALSE;
      if (skip_digits (scan) == 0)
        return fail (scan, NO_JSON);
    }
  if (take (scan, 'e') || take (scan, 'E'))
    {
      whole = FALSE;
      if (!take (scan, '+'))
        take (scan, '-');
      if (skip_digits (scan) == 0)
        return fail (scan, NO_JSON);
    }
  if (whole ? fits_int64 (from, scan->at) : fits_double (from, scan->at))
    return TRUE;

  return fail (scan, TOO_LARGE);
}

static gboolean
scan_member (Scan *scan)
{
  skip_blanks (scan);
  if (!scan_string (scan))
    return FALSE;
  skip_blanks (scan);

  return take (scan, ':') ? scan_value (scan) : fail (scan, NO_JSON);
}

/* An array or object, after its first bracket. */
static gboolean
scan_inside (Scan *scan, char closing)
{
  if (++scan->depth > KONTOR_JSON_MAX_DEPTH)
    return fail (scan, "it is nested too deeply");
  skip_blanks (scan);
  if (!take (scan, closing))
    {
      do
        if (closing == '}' ? !scan_member (scan) : !scan_value (scan))
          return FALSE;
      while (take (scan, ','));
      if (!take (scan, closing))
        return fail (scan, NO_JSON);
    }
  scan->depth--;

  return TRUE;
}

static gboolean
scan_plain (Scan *scan)
{
  if (scan->at == scan->end)
    return fail (scan, NO_JSON);
  switch (*scan->at)
    {
    case '"':
      return scan_string (scan);
    case 't':
      return scan_word (scan, "true");
    case 'f':
      return scan_word (scan, "false");
    case 'n':
      return scan_word (scan, "null");
    default:
      return scan_number (scan);
    }
}

/* With the blanks around it. */
static gboolean
scan_value (Scan *scan)
{
  gboolean fine;

  skip_blanks (scan);
  if (take (scan, '{'))
    fine = scan_inside (scan, '}');
  else if (take (scan, '['))
    fine = scan_inside (scan, ']');
  else
    fine = scan_plain (scan);
  skip_blanks (scan);

  return fine;
}

const char *
kontor_json_grammar_find_fault (const char *bytes, gsize size, gsize *at)
{
  Scan scan = { .at = bytes, .end = bytes + size };

  if (scan_value (&scan) && scan.at < scan.end)
    fail (&scan, NO_JSON);
  *at = scan.at - bytes;

  return scan.fault;
}

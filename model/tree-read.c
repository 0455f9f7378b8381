/* SPDX-License-Identifier: GPL-3.0-or-later */
/* tree-read.c — json-glib's own parser reads more than JSON: comments, single quotes, octal escapes
 * that give U+0000, halves of surrogate pairs that give no UTF-8, and it wraps numbers beyond 64
 * bits around. It also goes as deep as it is led. So the text is read here, in one pass.
 *
 * A text is never longer than it is written, with its quotes for the zero at its end: all of them
 * fit into a piece of memory as large as the whole, and nothing is allocated for each. */
#include "model/tree-inside.h"

#include <math.h>
#include <string.h>

#include "model/json.h"

#define FIRST_ROOM 64

#define NO_JSON "it is no JSON"
#define BAD_ESCAPE "it holds an escape that JSON does not know"
#define HALF_PAIR "it holds half of a surrogate pair"
#define TOO_LARGE "it holds a number that is too large"

typedef struct {
  const char     *at, *end;
  const char     *fault;
  guint           depth;
  KontorTreeRoot *root;
  char           *text;   /* where the next one goes */
} Scan;

static gboolean read_value (Scan *scan, KontorTree *value);

static gboolean
fail (Scan *scan, const char *fault)
{
  scan->fault = fault;

  return FALSE;
}

static KontorTree *
add_tree (Scan *scan)
{
  KontorTreeRoom *room = scan->root->room;

  if (room == NULL || room->used == room->size)
    {
      gsize size = room != NULL ? 2 * room->size : FIRST_ROOM;
      KontorTreeRoom *more = g_malloc (sizeof *more + size * sizeof (KontorTree));

      *more = (KontorTreeRoom) { .before = room, .size = size };
      scan->root->room = room = more;
    }
  room->trees[room->used] = (KontorTree) { .type = KONTOR_TREE_NULL };

  return &room->trees[room->used++];
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
take_word (Scan *scan, const char *word)
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

/* After "\\u". */
static gboolean
read_unicode (Scan *scan)
{
  int unit = take_unit (scan), low;

  if (unit < 0)
    return fail (scan, BAD_ESCAPE);
  if (unit == 0)
    return fail (scan, "it holds the character U+0000");
  if (unit >= 0xd800 && unit <= 0xdfff)
    {
      if (unit > 0xdbff || !take (scan, '\\') || !take (scan, 'u'))
        return fail (scan, HALF_PAIR);
      low = take_unit (scan);
      if (low < 0xdc00 || low > 0xdfff)
        return fail (scan, HALF_PAIR);
      unit = 0x10000 + ((unit - 0xd800) << 10 | (low - 0xdc00));
    }
  scan->text += g_unichar_to_utf8 ((gunichar) unit, scan->text);

  return TRUE;
}

/* After the backslash. */
static gboolean
read_escape (Scan *scan)
{
  static const char written[] = "\"\\/bfnrt", meant[] = "\"\\/\b\f\n\r\t";
  const char *found;

  if (scan->at == scan->end)
    return fail (scan, NO_JSON);
  if (take (scan, 'u'))
    return read_unicode (scan);
  found = *scan->at != '\0' ? strchr (written, *scan->at) : NULL;
  if (found == NULL)
    return fail (scan, BAD_ESCAPE);
  scan->at++;
  *scan->text++ = meant[found - written];

  return TRUE;
}

static const char *
find_end_of_plain (const char *at, const char *end)
{
  while (at < end && *at != '"' && *at != '\\' && (guchar) *at >= ' ')
    at++;

  return at;
}

static gboolean
read_string (Scan *scan, const char **text)
{
  if (!take (scan, '"'))
    return fail (scan, NO_JSON);
  *text = scan->text;
  while (scan->at < scan->end)
    {
      const char *plain = scan->at;

      scan->at = find_end_of_plain (plain, scan->end);
      memcpy (scan->text, plain, scan->at - plain);
      scan->text += scan->at - plain;
      if (take (scan, '"'))
        {
          *scan->text++ = '\0';
          return TRUE;
        }
      if (scan->at == scan->end)
        break;
      if (!take (scan, '\\'))
        return fail (scan, "it holds a control character that is not escaped");
      if (!read_escape (scan))
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
set_whole (Scan *scan, const char *from, KontorTree *value)
{
  gboolean negative = *from == '-';
  guint64 limit = (guint64) G_MAXINT64 + (negative ? 1 : 0), number = 0;

  for (const char *at = from + (negative ? 1 : 0); at < scan->at; at++)
    if (!g_uint64_checked_mul (&number, number, 10) ||
        !g_uint64_checked_add (&number, number, *at - '0') || number > limit)
      return fail (scan, TOO_LARGE);
  value->type = KONTOR_TREE_INT;
  value->number = (gint64) (negative ? -number : number);

  return TRUE;
}

static gboolean
set_double (Scan *scan, const char *from, KontorTree *value)
{
  g_autofree char *text = g_strndup (from, scan->at - from);

  value->type = KONTOR_TREE_DOUBLE;
  value->real = g_ascii_strtod (text, NULL);

  return isfinite (value->real) || fail (scan, TOO_LARGE);
}

static gboolean
read_number (Scan *scan, KontorTree *value)
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

  return whole ? set_whole (scan, from, value) : set_double (scan, from, value);
}

static gboolean
read_name (Scan *scan, KontorTree *member)
{
  skip_blanks (scan);
  if (!read_string (scan, &member->name))
    return FALSE;
  skip_blanks (scan);

  return take (scan, ':') || fail (scan, NO_JSON);
}

/* After the first bracket, which said the type. */
static gboolean
read_inside (Scan *scan, KontorTree *value)
{
  char closing = value->type == KONTOR_TREE_OBJECT ? '}' : ']';
  KontorTree **last = &value->first;

  if (++scan->depth > KONTOR_JSON_MAX_DEPTH)
    return fail (scan, "it is nested too deeply");
  skip_blanks (scan);
  if (!take (scan, closing))
    {
      do
        {
          *last = add_tree (scan);
          if ((value->type == KONTOR_TREE_OBJECT && !read_name (scan, *last)) ||
              !read_value (scan, *last))
            return FALSE;
          last = &(*last)->next;
        }
      while (take (scan, ','));
      if (!take (scan, closing))
        return fail (scan, NO_JSON);
    }
  scan->depth--;

  return TRUE;
}

static gboolean
read_yes_no (Scan *scan, KontorTree *value, gboolean yes)
{
  value->type = KONTOR_TREE_YES_NO;
  value->yes = yes;

  return take_word (scan, yes ? "true" : "false");
}

static gboolean
read_plain (Scan *scan, KontorTree *value)
{
  switch (*scan->at)
    {
    case '"':
      value->type = KONTOR_TREE_TEXT;
      return read_string (scan, &value->text);
    case 't':
      return read_yes_no (scan, value, TRUE);
    case 'f':
      return read_yes_no (scan, value, FALSE);
    case 'n':
      return take_word (scan, "null");
    default:
      return read_number (scan, value);
    }
}

/* With the blanks around it. */
static gboolean
read_value (Scan *scan, KontorTree *value)
{
  gboolean fine;

  skip_blanks (scan);
  if (scan->at == scan->end)
    return fail (scan, NO_JSON);
  if (*scan->at == '{' || *scan->at == '[')
    {
      value->type = *scan->at++ == '{' ? KONTOR_TREE_OBJECT : KONTOR_TREE_ARRAY;
      fine = read_inside (scan, value);
    }
  else
    fine = read_plain (scan, value);
  skip_blanks (scan);

  return fine;
}

KontorTree *
kontor_tree_read (const char *bytes, gsize size, const char **fault, gsize *at)
{
  KontorTreeRoot *root = g_new0 (KontorTreeRoot, 1);
  Scan scan = { .at = bytes, .end = bytes + size, .root = root };

  root->texts = scan.text = g_malloc (size + 1);
  if (read_value (&scan, &root->value) && scan.at < scan.end)
    fail (&scan, NO_JSON);
  *at = scan.at - bytes;
  *fault = scan.fault;
  if (scan.fault == NULL)
    return &root->value;
  kontor_tree_free (&root->value);

  return NULL;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A row is read on a copy of the place and only then taken, so that an error leaves the reader
 * where it was and a row is given whole or not at all. Quotes inside an unquoted field are kept
 * as they are, as spreadsheets do; after a closing quote anything else is an error, because there
 * the fields of the rest of the file would slip.
 */
#include "model/csv.h"

#include "model/error.h"

typedef struct {
  const char *at;
  const char *end;
  guint line;
} Place;

struct _KontorCsvReader {
  GBytes *bytes;
  Place place;
  char delimiter;
  guint row_line;
};

static gboolean
ends_line (const Place *place)
{
  return place->at == place->end || *place->at == '\n' || *place->at == '\r';
}

static void
skip_line_end (Place *place)
{
  if (place->at == place->end)
    return;
  if (*place->at == '\r' && place->at + 1 < place->end && place->at[1] == '\n')
    place->at++;
  place->at++;
  place->line++;
}

static guint
count_line_ends (const char *from, const char *to)
{
  Place place = { from, to, 0 };

  while (place.at < to)
    if (ends_line (&place))
      skip_line_end (&place);
    else
      place.at++;

  return place.line;
}

static gboolean
refuse (guint line, const char *why, GError **error)
{
  g_set_error (error, KONTOR_ERROR, KONTOR_ERROR_BAD_INPUT, "line %u: %s", line, why);
  return FALSE;
}

/* @start is where the field begins, and which line that is. */
static gboolean
check_text (const Place *start, const char *end, GError **error)
{
  const char *wrong;

  if (g_utf8_validate_len (start->at, end - start->at, &wrong))
    return TRUE;

  return refuse (start->line + count_line_ends (start->at, wrong),
                 *wrong == '\0' ? "a NUL byte: this is no text, save it as CSV again"
                                : "not UTF-8: save the file as “CSV UTF-8”", error);
}

/* Is there a character that spreadsheets take for a formula, after @text's apostrophes? */
static gboolean
looks_like_formula (const char *text)
{
  char first = text[strspn (text, "'")];

  return first != '\0' && strchr ("=+-@\t\r\n", first) != NULL;
}

static char *
unguard (char *field)
{
  if (field[0] == '\'' && looks_like_formula (field))
    memmove (field, field + 1, strlen (field));

  return field;
}

static char *
read_quoted (Place *place, char delimiter, GError **error)
{
  g_autoptr(GString) field = g_string_new (NULL);
  Place start = *place;
  Place run;

  for (run = start, run.at++;; run.at++)
    {
      const char *quote = memchr (run.at, '"', run.end - run.at);

      if (quote == NULL)
        {
          if (check_text (&start, run.end, error))
            refuse (start.line, "the quote that opens here is never closed: add one", error);
          return NULL;
        }
      g_string_append_len (field, run.at, quote - run.at);
      run.at = quote + 1;
      if (run.at == run.end || *run.at != '"')
        break;
      g_string_append_c (field, '"');
    }
  if (!check_text (&start, run.at, error))
    return NULL;

  place->line += count_line_ends (start.at, run.at);
  place->at = run.at;
  if (!ends_line (place) && *place->at != delimiter)
    {
      refuse (place->line, "something stands after a closing quote: double the quotes inside",
              error);
      return NULL;
    }

  return g_string_free (g_steal_pointer (&field), FALSE);
}

static char *
read_plain (Place *place, char delimiter, GError **error)
{
  Place start = *place;

  while (!ends_line (place) && *place->at != delimiter)
    place->at++;
  if (!check_text (&start, place->at, error))
    return NULL;

  return g_strndup (start.at, place->at - start.at);
}

static GPtrArray *
read_row (Place *place, char delimiter, GError **error)
{
  g_autoptr(GPtrArray) row = g_ptr_array_new_with_free_func (g_free);

  for (;;)
    {
      gboolean is_quoted = place->at < place->end && *place->at == '"';
      char *field = is_quoted ? read_quoted (place, delimiter, error)
                              : read_plain (place, delimiter, error);

      if (field == NULL)
        return NULL;
      g_ptr_array_add (row, unguard (field));
      if (ends_line (place))
        break;
      place->at++;
    }
  skip_line_end (place);

  return g_steal_pointer (&row);
}

static char
guess_delimiter (Place place)
{
  const char candidates[] = ",;\t";
  guint counts[3] = { 0 }, best = 0;
  gboolean is_quoted = FALSE;

  while (place.at < place.end && ends_line (&place))
    place.at++;
  for (; place.at < place.end && (is_quoted || !ends_line (&place)); place.at++)
    {
      const char *candidate = *place.at != '\0' ? strchr (candidates, *place.at) : NULL;

      if (*place.at == '"')
        is_quoted = !is_quoted;
      else if (candidate != NULL && !is_quoted)
        counts[candidate - candidates]++;
    }
  for (guint i = 1; i < G_N_ELEMENTS (counts); i++)
    if (counts[i] > counts[best])
      best = i;

  return candidates[best];
}

KontorCsvReader *
kontor_csv_reader_new (GBytes *bytes, char delimiter)
{
  KontorCsvReader *reader = g_new0 (KontorCsvReader, 1);
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);
  gsize mark = strlen (KONTOR_CSV_BOM);

  reader->bytes = g_bytes_ref (bytes);
  if (data == NULL)
    data = "";
  reader->place = (Place) { data, data + length, 1 };
  if (length >= mark && memcmp (data, KONTOR_CSV_BOM, mark) == 0)
    reader->place.at += mark;
  reader->delimiter = delimiter != 0 ? delimiter : guess_delimiter (reader->place);

  return reader;
}

void
kontor_csv_reader_free (KontorCsvReader *reader)
{
  g_bytes_unref (reader->bytes);
  g_free (reader);
}

gboolean
kontor_csv_reader_next (KontorCsvReader *reader, char ***fields, GError **error)
{
  g_autoptr(GPtrArray) row = NULL;
  Place place;

  *fields = NULL;
  while (reader->place.at < reader->place.end && ends_line (&reader->place))
    skip_line_end (&reader->place);
  if (reader->place.at == reader->place.end)
    return TRUE;

  place = reader->place;
  row = read_row (&place, reader->delimiter, error);
  if (row == NULL)
    return FALSE;

  reader->row_line = reader->place.line;
  reader->place = place;
  g_ptr_array_add (row, NULL);
  *fields = (char **) g_ptr_array_free (g_steal_pointer (&row), FALSE);
  return TRUE;
}

guint
kontor_csv_reader_get_line (KontorCsvReader *reader)
{
  return reader->row_line;
}

char
kontor_csv_reader_get_delimiter (KontorCsvReader *reader)
{
  return reader->delimiter;
}

/* Quotes more than RFC 4180 asks for: a file opened with another delimiter keeps its fields. */
static gboolean
needs_quotes (const char *field, gboolean is_alone)
{
  gsize length = strlen (field);

  if (length == 0)
    return is_alone;

  return strpbrk (field, ",;\t\"\r\n") != NULL || field[0] == ' ' || field[length - 1] == ' ' ||
         g_str_has_prefix (field, KONTOR_CSV_BOM);
}

static void
write_field (GString *csv, char delimiter, const char *field, gboolean is_alone)
{
  gboolean is_quoted = needs_quotes (field, is_alone) || strchr (field, delimiter) != NULL;

  if (is_quoted)
    g_string_append_c (csv, '"');
  if (looks_like_formula (field))
    g_string_append_c (csv, '\'');
  for (; *field != '\0'; field++)
    {
      if (*field == '"')
        g_string_append_c (csv, '"');
      g_string_append_c (csv, *field);
    }
  if (is_quoted)
    g_string_append_c (csv, '"');
}

void
kontor_csv_write_row (GString *csv, char delimiter, const char * const *fields)
{
  for (guint i = 0; fields[i] != NULL; i++)
    {
      if (i > 0)
        g_string_append_c (csv, delimiter);
      write_field (csv, delimiter, fields[i], i == 0 && fields[1] == NULL);
    }
  g_string_append (csv, "\r\n");
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* sse.c — a line ends with LF, CR or CRLF, and a CR may be the last byte of a piece: then an LF at
 * the start of the next belongs to it. */
#include "assistant/models/sse.h"

#include <string.h>

struct _KontorSse
{
  KontorSseFunc  func;
  gpointer       user_data;
  GString       *line;
  GString       *data;
  gboolean       has_data;
  gboolean       after_cr;
  gboolean       begun;      /* the first line was there */
};

KontorSse *
kontor_sse_new (KontorSseFunc func, gpointer data)
{
  KontorSse *self = g_new0 (KontorSse, 1);

  self->func = func;
  self->user_data = data;
  self->line = g_string_new (NULL);
  self->data = g_string_new (NULL);

  return self;
}

void
kontor_sse_free (KontorSse *self)
{
  g_string_free (self->line, TRUE);
  g_string_free (self->data, TRUE);
  g_free (self);
}

static gboolean
dispatch (KontorSse *self, GError **error)
{
  gboolean fine = !self->has_data || self->func (self->data->str, self->data->len,
                                                 self->user_data, error);

  g_string_truncate (self->data, 0);
  self->has_data = FALSE;

  return fine;
}

/* "data: x" and "data:x" are the same; all other fields and comments are let go. */
static void
read_field (KontorSse *self, const char *line, gsize size)
{
  gsize at = 5;

  if (size < 4 || memcmp (line, "data", 4) != 0 || (size > 4 && line[4] != ':'))
    return;
  if (self->has_data)
    g_string_append_c (self->data, '\n');
  self->has_data = TRUE;
  if (at < size && line[at] == ' ')
    at++;
  if (at < size)
    g_string_append_len (self->data, line + at, size - at);
}

static gboolean
end_line (KontorSse *self, GError **error)
{
  gboolean has_mark = !self->begun && self->line->len >= 3 &&
                      memcmp (self->line->str, "\xef\xbb\xbf", 3) == 0;
  gsize from = has_mark ? 3 : 0;
  gboolean fine = TRUE;

  self->begun = TRUE;
  if (self->line->len == from)
    fine = dispatch (self, error);
  else
    read_field (self, self->line->str + from, self->line->len - from);
  g_string_truncate (self->line, 0);

  return fine;
}

gboolean
kontor_sse_feed (KontorSse *self, const char *bytes, gsize size, GError **error)
{
  gsize at = 0;

  while (at < size)
    {
      gsize end = at;

      if (self->after_cr && bytes[at] == '\n')
        {
          self->after_cr = FALSE;
          at++;
          continue;
        }
      self->after_cr = FALSE;
      while (end < size && bytes[end] != '\n' && bytes[end] != '\r')
        end++;
      g_string_append_len (self->line, bytes + at, end - at);
      if (end == size)
        return TRUE;
      self->after_cr = bytes[end] == '\r';
      at = end + 1;
      if (!end_line (self, error))
        return FALSE;
    }

  return TRUE;
}

gboolean
kontor_sse_end (KontorSse *self, GError **error)
{
  return (self->line->len == 0 || end_line (self, error)) && dispatch (self, error);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Four passes over the tokens: bar what only looks like a date or an hour, take what plainly is
 * one, read bare numbers by their neighbours, and choose. Each pass goes once through the text and
 * looks only a few tokens around, so the work grows with the length and nothing else. */
#include "model/when-words.h"

static guint
read_now (KontorWhenReader *reader, guint at)
{
  guint n = kontor_when_word (reader, at, KONTOR_WORD_NOW, NULL);

  if (n > 0)
    kontor_when_add (reader, KONTOR_FOUND_NOW, at, at + n);
  return n;
}

static void
read_plain (KontorWhenReader *reader)
{
  static guint (*const readers[]) (KontorWhenReader *, guint) = {
    kontor_when_read_span, kontor_when_read_date, kontor_when_read_weekday, kontor_when_read_time,
    kontor_when_read_part, read_now,
  };

  for (guint i = 0, n; i < reader->n; i += n)
    {
      n = 0;
      for (guint k = 0; n == 0 && !reader->barred[i] && k < G_N_ELEMENTS (readers); k++)
        n = readers[k] (reader, i);
      n = MAX (n, 1);
    }
}

static gboolean
set_now (KontorWhenReader *reader)
{
  g_autoptr(GDateTime) utc =
    g_date_time_new_from_unix_utc (reader->context->now_us / G_USEC_PER_SEC);
  g_autoptr(GDateTime) local = utc == NULL ? NULL
                                           : g_date_time_to_timezone (utc, reader->context->zone);

  if (local == NULL)
    return FALSE;
  g_date_clear (&reader->today, 1);
  g_date_set_dmy (&reader->today, g_date_time_get_day_of_month (local),
                  g_date_time_get_month (local), g_date_time_get_year (local));
  reader->hour = g_date_time_get_hour (local);
  reader->minute = g_date_time_get_minute (local);
  return TRUE;
}

static void
add_spans (const KontorWhenReader *reader, KontorWhen *when)
{
  for (guint i = 0; i < reader->n; i++)
    {
      const KontorToken *token = kontor_when_token (reader, i);
      KontorSpan span = { token->start, token->len };
      KontorSpan *last = when->spans->len == 0
                         ? NULL : &g_array_index (when->spans, KontorSpan, when->spans->len - 1);

      if (reader->owner[i] == 0)
        continue;
      if (last != NULL && i > 0 && reader->owner[i - 1] != 0)
        last->len = token->start + token->len - last->start;
      else
        g_array_append_val (when->spans, span);
    }
}

KontorWhen *
kontor_when_read (const char *text, const KontorWhenContext *context)
{
  KontorWhen *when = g_new0 (KontorWhen, 1);
  g_autoptr(GArray) tokens = kontor_language_dup_tokens (context->language, text);
  g_autoptr(GArray) found = g_array_new (FALSE, FALSE, sizeof (KontorFound));
  g_autofree guint8 *barred = g_new0 (guint8, tokens->len + 1);
  g_autofree guint *owner = g_new0 (guint, tokens->len + 1);
  KontorWhenReader reader = {
    .context = context, .text = text, .tokens = tokens, .n = tokens->len, .barred = barred,
    .owner = owner, .found = found,
  };

  when->spans = g_array_new (FALSE, FALSE, sizeof (KontorSpan));
  if (!set_now (&reader))
    return when;
  kontor_when_bar (&reader);
  read_plain (&reader);
  kontor_when_read_bare (&reader);
  add_spans (&reader, when);
  kontor_when_choose (&reader, when);
  return when;
}

void
kontor_when_free (KontorWhen *when)
{
  g_array_unref (when->spans);
  g_free (when);
}

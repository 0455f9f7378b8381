/* SPDX-License-Identifier: GPL-3.0-or-later */
/* extract-form.c — values that are known by their form: a telephone number, and what matches the
 * regular expression of its field. A form that plain words have as well proves nothing without
 * its label, so each is tried on plain words first. */
#include "assistant/extract-words.h"

#include <string.h>

#include "model/phone.h"

#define MOST_PIECES 8
#define LONGEST_FORM 64

static gboolean
is_phone_sign (const KontorReading *self, guint at)
{
  return kontor_reading_is_sign (self, at, "+-.()/") && kontor_reading_is_number (self, at + 1);
}

/* Whether a number begins here, and is no piece of "BK000001" or of a price. */
static gboolean
may_begin (const KontorReading *self, guint at)
{
  if (at >= self->tokens->len || self->used[at])
    return FALSE;
  if (at > 0 && kontor_reading_touches (self, at) &&
      (kontor_reading_is_word (self, at - 1) || kontor_reading_is_number (self, at - 1)))
    return FALSE;

  return kontor_reading_is_number (self, at) ||
         (kontor_reading_is_sign (self, at, "+(") &&
          (kontor_reading_is_number (self, at + 1) || kontor_reading_is_sign (self, at + 1, "+")));
}

gboolean
kontor_extract_phone (KontorReading *self, const char *name, guint at)
{
  guint to = at + 1;

  if (!may_begin (self, at))
    return FALSE;
  while (to < self->tokens->len && to - at < 2 * MOST_PIECES && !self->used[to] &&
         !kontor_reading_starts_line (self, to) &&
         (kontor_reading_is_number (self, to) || is_phone_sign (self, to) ||
          kontor_reading_is_sign (self, to, ")")))
    to++;
  for (; to > at; to--)
    {
      g_autofree char *slice = kontor_reading_slice (self, at, to);
      char *phone = strlen (slice) >= 7
                    ? kontor_phone_parse (slice, self->context->country, NULL) : NULL;

      if (phone == NULL)
        continue;
      kontor_reading_set (self, name, phone);
      kontor_reading_use (self, at, to - at);
      return TRUE;
    }

  return FALSE;
}

static void
read_phone (KontorReading *self, const char *name)
{
  for (guint at = 0; at < self->tokens->len && !kontor_reading_has (self, name); at++)
    if (may_begin (self, at) && !kontor_reading_follows (self, at, KONTOR_WORD_CURRENCY))
      kontor_extract_phone (self, name, at);
}

static GRegex *
regex_of (const KontorServiceField *field)
{
  g_autofree char *whole = g_strdup_printf ("^(?:%s)$", field->check);

  return g_regex_new (whole, G_REGEX_DOLLAR_ENDONLY | G_REGEX_OPTIMIZE, 0, NULL);
}

/* "১২৩" as "123": forms are written in plain digits. (transfer full) */
static char *
dup_plain (const char *slice)
{
  GString *plain = g_string_sized_new (strlen (slice));

  for (const char *at = slice; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar c = g_utf8_get_char (at);
      int digit = g_unichar_digit_value (c);

      g_string_append_unichar (plain, digit < 0 ? c : (gunichar) ('0' + digit));
    }

  return g_string_free (plain, FALSE);
}

/* As typed, in capitals, and both without spaces and hyphens. (transfer full) (nullable) */
static char *
shape (GRegex *regex, const char *slice)
{
  g_autofree char *plain = dup_plain (slice);
  g_auto(GStrv) parts = g_strsplit_set (plain, " -", -1);
  g_autofree char *joined = g_strjoinv ("", parts);
  g_autofree char *upper = g_utf8_strup (plain, -1), *both = g_utf8_strup (joined, -1);
  const char *forms[] = { plain, upper, joined, both };

  for (guint i = 0; i < G_N_ELEMENTS (forms); i++)
    if (g_regex_match (regex, forms[i], 0, NULL))
      return g_strdup (forms[i]);

  return NULL;
}

/* "at 10" has the letters of a flight, and is none. */
static gboolean
is_plain (const KontorReading *self, guint at, guint n)
{
  gboolean apart = n > 1 && !kontor_reading_touches (self, at + 1);

  if (!kontor_reading_is_word (self, at) || KONTOR_TOKEN (self, at)->known == NULL)
    return FALSE;
  if (!kontor_reading_is_capital (self, at))
    return TRUE;

  return apart && !kontor_reading_follows (self, at, KONTOR_WORD_EVENT);
}

/* A long number may as well be a telephone's. */
static gboolean
may_be_phone (const KontorReading *self, const char *value)
{
  g_autofree char *phone = strspn (value, "0123456789") == strlen (value)
                           ? kontor_phone_parse (value, self->context->country, NULL) : NULL;

  return phone != NULL;
}

static gboolean
try_form (KontorReading *self, const KontorServiceField *field, GRegex *regex, guint at,
          gboolean announced)
{
  for (guint n = MIN (MOST_PIECES, self->tokens->len - at); n >= 1; n--)
    {
      const KontorToken *last = KONTOR_TOKEN (self, at + n - 1);
      g_autofree char *slice = NULL;
      g_autofree char *value = NULL;

      if (last->start + last->len - KONTOR_TOKEN (self, at)->start > LONGEST_FORM ||
          self->used[at + n - 1] ||
          (n > 2 && !announced && !kontor_reading_touches (self, at + n - 1)))
        continue;
      slice = kontor_reading_slice (self, at, at + n);
      value = strchr (slice, '\n') == NULL ? shape (regex, slice) : NULL;
      if (value == NULL || (!announced && (is_plain (self, at, n) || may_be_phone (self, value))))
        continue;
      kontor_reading_set (self, field->name, g_steal_pointer (&value));
      kontor_reading_use (self, at, n);
      return TRUE;
    }

  return FALSE;
}

gboolean
kontor_extract_form (KontorReading *self, const KontorServiceField *field, guint at,
                     gboolean announced)
{
  g_autoptr(GRegex) regex = at < self->tokens->len && !self->used[at] ? regex_of (field) : NULL;

  return regex != NULL && try_form (self, field, regex, at, announced);
}

static gboolean
is_unmistakable (GRegex *regex)
{
  static const char *const plain[] = {
    "a", "car", "from", "Jeffrey", "TOWER", "tomorrow", "two words", "3", "12", "450", "2026",
    "9.30", "", "10:30", "MARINA", "DXB", "12345",
  };

  for (guint i = 0; i < G_N_ELEMENTS (plain); i++)
    if (g_regex_match (regex, plain[i], 0, NULL))
      return FALSE;

  return TRUE;
}

static void
find_form (KontorReading *self, const KontorServiceField *field)
{
  g_autoptr(GRegex) regex = regex_of (field);

  if (regex == NULL || !is_unmistakable (regex))
    return;
  for (guint at = 0; at < self->tokens->len; at++)
    {
      gboolean inside = at > 0 && kontor_reading_touches (self, at) &&
                        KONTOR_TOKEN (self, at - 1)->kind != KONTOR_TOKEN_PUNCT;

      if (!self->used[at] && !inside && KONTOR_TOKEN (self, at)->kind != KONTOR_TOKEN_PUNCT &&
          try_form (self, field, regex, at, FALSE))
        return;
    }
}

void
kontor_extract_forms (KontorReading *self)
{
  if (self->service == NULL)
    {
      read_phone (self, "phone");
      return;
    }
  for (guint i = 0; i < self->service->fields->len; i++)
    {
      const KontorServiceField *field = self->service->fields->pdata[i];

      if (kontor_reading_has (self, field->name))
        continue;
      if (field->type == KONTOR_FIELD_PHONE)
        read_phone (self, field->name);
    }
  for (guint i = 0; i < self->service->fields->len; i++)
    {
      const KontorServiceField *field = self->service->fields->pdata[i];

      if (!kontor_reading_has (self, field->name) && field->type == KONTOR_FIELD_TEXT &&
          field->choices->len == 0 && field->check != NULL && *field->check != '\0')
        find_form (self, field);
    }
}

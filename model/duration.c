/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A number without unit is refused: "90" is minutes to one person and seconds to the next. */
#include "model/duration.h"

#include "model/error.h"

#define SECONDS_PER_DAY (24 * 60 * 60)
#define LONGEST_S ((gint64) 3650 * SECONDS_PER_DAY)

typedef struct {
  gint64 seconds;
  const char *words;
} Unit;

static const Unit units[] = {
  { 7 * SECONDS_PER_DAY, " w wk wks week weeks " },
  { SECONDS_PER_DAY, " d day days " },
  { 60 * 60, " h hr hrs hour hours " },
  { 60, " m min mins minute minutes " },
  { 1, " s sec secs second seconds " },
};

static gboolean
refuse (GError **error, const char *text)
{
  g_set_error (error, KONTOR_ERROR, KONTOR_ERROR_BAD_INPUT,
               "“%s” is no duration: write it as 1h30m, 90 min or 2 days",
               text != NULL ? text : "");
  return FALSE;
}

static gint64
find_unit (const char *word, gsize length)
{
  g_autofree char *lower = g_ascii_strdown (word, length);
  g_autofree char *spaced = g_strconcat (" ", lower, " ", NULL);

  if (length == 0)
    return 0;
  for (guint i = 0; i < G_N_ELEMENTS (units); i++)
    if (strstr (units[i].words, spaced) != NULL)
      return units[i].seconds;

  return 0;
}

/* "1.5" as 1500: thousandths, of which seconds are a whole number or the text is refused. */
static gboolean
read_thousandths (const char **at, gint64 *thousandths)
{
  gint64 value = 0;
  gint64 weight = 100;

  if (!g_ascii_isdigit (**at))
    return FALSE;
  for (; g_ascii_isdigit (**at); (*at)++)
    {
      value = value * 10 + (**at - '0') * 1000;
      if (value > LONGEST_S * 1000)
        return FALSE;
    }
  if (**at != '.')
    {
      *thousandths = value;
      return TRUE;
    }

  (*at)++;
  if (!g_ascii_isdigit (**at))
    return FALSE;
  for (; g_ascii_isdigit (**at) && weight > 0; (*at)++, weight /= 10)
    value += (**at - '0') * weight;

  *thousandths = value;
  return !g_ascii_isdigit (**at);
}

static void
skip_joint (const char **at, gboolean may_have_word)
{
  while (**at == ' ')
    (*at)++;
  if (may_have_word && g_ascii_strncasecmp (*at, "and ", 4) == 0)
    *at += 4;
  while (**at == ' ')
    (*at)++;
}

static gboolean
is_clock_form (const char *text)
{
  gsize hours = strspn (text, "0123456789");

  return hours >= 1 && hours <= 2 && text[hours] == ':' && strlen (text + hours) == 3 &&
         text[hours + 1] >= '0' && text[hours + 1] <= '5' && g_ascii_isdigit (text[hours + 2]);
}

static gboolean
read_parts (const char *at, gint64 *seconds)
{
  gint64 total_s = 0, last_unit = G_MAXINT64;

  while (*at != '\0')
    {
      gint64 thousandths, unit, part;
      gsize length;

      if (!read_thousandths (&at, &thousandths))
        return FALSE;
      skip_joint (&at, FALSE);
      length = strspn (at, G_CSET_a_2_z G_CSET_A_2_Z);
      unit = find_unit (at, length);
      if (unit == 0 || unit >= last_unit)
        return FALSE;
      if (__builtin_mul_overflow (thousandths, unit, &part) || part % 1000 != 0)
        return FALSE;
      total_s += part / 1000;
      if (total_s > LONGEST_S)
        return FALSE;
      last_unit = unit;
      at += length;
      skip_joint (&at, TRUE);
    }

  *seconds = total_s;
  return last_unit != G_MAXINT64;
}

gboolean
kontor_duration_parse (const char *text, gint64 *seconds, GError **error)
{
  g_autofree char *plain = g_strstrip (g_strdup (text != NULL ? text : ""));

  if (is_clock_form (plain))
    {
      gint64 minutes = g_ascii_strtoll (strchr (plain, ':') + 1, NULL, 10);

      *seconds = (g_ascii_strtoll (plain, NULL, 10) * 60 + minutes) * 60;
      return TRUE;
    }

  return read_parts (plain, seconds) || refuse (error, text);
}

char *
kontor_duration_format (gint64 seconds)
{
  GString *text = g_string_new (NULL);
  gint64 rest = seconds;

  g_return_val_if_fail (seconds >= 0, g_string_free (text, FALSE));

  /* Days and less: nobody says "2w1d" for fifteen days. */
  for (guint i = 1; i < G_N_ELEMENTS (units); i++)
    {
      if (rest >= units[i].seconds)
        g_string_append_printf (text, "%" G_GINT64_FORMAT "%c", rest / units[i].seconds,
                                units[i].words[1]);
      rest %= units[i].seconds;
    }
  if (text->len == 0)
    g_string_append (text, "0m");

  return g_string_free (text, FALSE);
}

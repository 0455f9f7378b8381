/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A descent through the text with one cursor, each reader taking what it knows and leaving the
 * rest, so that an error can name exactly the rest.
 */
#include "model/hours-rules.h"

#include "model/error.h"

#define MINUTES_PER_DAY (24 * 60)
#define ALL_WEEKDAYS 0x7f
#define EXAMPLE "Mo-Fr 09:00-18:00; Sa 10:00-14:00; Su off"

static const char * const weekday_names[] = {
  "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"
};

static const char * const month_names[] = {
  "january", "february", "march", "april", "may", "june", "july", "august", "september", "october",
  "november", "december"
};

static KontorHoursRule *
rule_new (void)
{
  KontorHoursRule *rule = g_new0 (KontorHoursRule, 1);

  rule->weekdays = ALL_WEEKDAYS;
  rule->dates = g_array_new (FALSE, FALSE, sizeof (KontorHoursDates));
  rule->times = g_array_new (FALSE, FALSE, sizeof (KontorHoursTimes));

  return rule;
}

static void
rule_free (KontorHoursRule *rule)
{
  g_array_unref (rule->dates);
  g_array_unref (rule->times);
  g_free (rule);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KontorHoursRule, rule_free)

static gboolean
take (const char **at, char what)
{
  if (**at != what)
    return FALSE;

  (*at)++;
  return TRUE;
}

/* One to @most digits. */
static gboolean
take_number (const char **at, guint most, int *number)
{
  gsize length = strspn (*at, "0123456789");

  if (length == 0 || length > most)
    return FALSE;

  *number = 0;
  for (; length > 0; length--)
    *number = *number * 10 + *(*at)++ - '0';

  return TRUE;
}

/* A word that is the beginning of one of @names, at least @least letters of it. */
static gboolean
take_name (const char **at, const char * const *names, guint n_names, gsize least, int *index)
{
  gsize length = strspn (*at, G_CSET_a_2_z G_CSET_A_2_Z);

  for (guint i = 0; i < n_names && length >= least; i++)
    if (length <= strlen (names[i]) && g_ascii_strncasecmp (*at, names[i], length) == 0)
      {
        *index = i;
        *at += length;
        return TRUE;
      }

  return FALSE;
}

static gboolean
take_word (const char **at, const char *word)
{
  gsize length = strspn (*at, G_CSET_a_2_z G_CSET_A_2_Z);

  if (length != strlen (word) || g_ascii_strncasecmp (*at, word, length) != 0)
    return FALSE;

  *at += length;
  return TRUE;
}

static gboolean
take_weekday (const char **at, int *weekday)
{
  return take_name (at, weekday_names, G_N_ELEMENTS (weekday_names), 2, weekday);
}

static gboolean
take_month (const char **at, int *month)
{
  if (!take_name (at, month_names, G_N_ELEMENTS (month_names), 3, month))
    return FALSE;

  (*month)++;
  return TRUE;
}

static gboolean
take_weekdays (const char **at, KontorHoursRule *rule)
{
  int first, last;

  rule->weekdays = 0;
  do
    {
      if (!take_weekday (at, &first))
        return FALSE;
      last = first;
      if (take (at, '-') && !take_weekday (at, &last))
        return FALSE;
      for (int day = first;; day = (day + 1) % 7)
        {
          rule->weekdays |= 1u << day;
          if (day == last)
            break;
        }
    }
  while (take (at, ','));

  return TRUE;
}

static gboolean
take_iso_date (const char **at, int *date)
{
  KontorWallTime wall;
  g_autofree char *text = g_strndup (*at, strlen ("2026-12-25"));

  if (!kontor_wall_date_parse (text, &wall, NULL))
    return FALSE;

  *at += strlen (text);
  *date = wall.year * 10000 + wall.month * 100 + wall.day;
  return TRUE;
}

static gboolean
take_day_of (const char **at, int month, int *date)
{
  int day;

  if (!take_number (at, 2, &day) || day < 1 || day > 31 ||
      !g_date_valid_dmy (day, month, 2024))  /* a leap year: 29 February comes back too */
    return FALSE;

  *date = month * 100 + day;
  return TRUE;
}

/* "24", "24-26", "24-Jan 02" after "Dec "; or after "Jul" nothing or "-Aug". */
static gboolean
take_yearly (const char **at, int *month, KontorHoursDates *dates)
{
  int last_month = *month;
  const char *day = *at;

  if (take (&day, ' ') && g_ascii_isdigit (*day) && strspn (day, "0123456789") <= 2 &&
      day[strspn (day, "0123456789")] != ':')
    {
      *at = day;
      if (!take_day_of (at, *month, &dates->from))
        return FALSE;
      dates->to = dates->from;
      if (!take (at, '-'))
        return TRUE;
      if (take_month (at, month) && !take (at, ' '))
        return FALSE;
      return take_day_of (at, *month, &dates->to);
    }

  if (take (at, '-') && !take_month (at, &last_month))
    return FALSE;
  dates->from = *month * 100 + 1;
  dates->to = last_month * 100 + 31;
  *month = last_month;
  return TRUE;
}

static gboolean
take_date (const char **at, int *month, KontorHoursDates *dates)
{
  if (take_iso_date (at, &dates->from))
    {
      dates->to = dates->from;
      return !take (at, '-') || (take_iso_date (at, &dates->to) && dates->from <= dates->to);
    }
  if (*month != 0 && g_ascii_isdigit (**at))
    {
      if (!take_day_of (at, *month, &dates->from))
        return FALSE;
      dates->to = dates->from;
      return !take (at, '-') || take_day_of (at, *month, &dates->to);
    }

  return take_month (at, month) && take_yearly (at, month, dates);
}

static gboolean
take_dates (const char **at, KontorHoursRule *rule)
{
  int month = 0;

  do
    {
      KontorHoursDates dates = { 0, 0 };
      const char *start = *at;

      if (!take_date (at, &month, &dates))
        {
          *at = start;
          return FALSE;
        }
      g_array_append_val (rule->dates, dates);
    }
  while (take (at, ','));

  return TRUE;
}

static gboolean
take_clock (const char **at, int *minutes)
{
  int hour, minute;
  const char *digits;

  if (!take_number (at, 2, &hour) || !take (at, ':'))
    return FALSE;
  digits = *at;
  if (!take_number (at, 2, &minute) || *at - digits != 2 || minute > 59)
    return FALSE;

  *minutes = hour * 60 + minute;
  return TRUE;
}

static int
compare_times (const void *a, const void *b)
{
  return ((const KontorHoursTimes *) a)->from_min - ((const KontorHoursTimes *) b)->from_min;
}

static gboolean
take_times (const char **at, KontorHoursRule *rule)
{
  do
    {
      const char *start = *at;
      KontorHoursTimes times;

      if (!take_clock (at, &times.from_min) || !take (at, '-') ||
          !take_clock (at, &times.to_min) || times.from_min >= MINUTES_PER_DAY ||
          times.to_min > 2 * MINUTES_PER_DAY || times.from_min == times.to_min)
        {
          *at = start;
          return FALSE;
        }
      if (times.to_min < times.from_min)
        times.to_min += MINUTES_PER_DAY;
      if (times.to_min - times.from_min > MINUTES_PER_DAY)
        {
          *at = start;
          return FALSE;
        }
      g_array_append_val (rule->times, times);
    }
  while (take (at, ','));

  g_array_sort (rule->times, compare_times);
  return TRUE;
}

static gboolean
take_rule (const char **at, KontorHoursRule *rule)
{
  const KontorHoursTimes always = { 0, MINUTES_PER_DAY };
  const char *start = *at;
  int ignored;

  if (g_str_has_prefix (*at, "24/7"))
    {
      *at += strlen ("24/7");
      g_array_append_val (rule->times, always);
      return TRUE;
    }
  if (take_month (&start, &ignored) || take_iso_date (&start, &ignored))
    {
      if (!take_dates (at, rule) || !take (at, ' '))
        return FALSE;
      start = *at;
    }
  if (take_weekday (&start, &ignored) && (!take_weekdays (at, rule) || !take (at, ' ')))
    return FALSE;
  if (take_word (at, "off") || take_word (at, "closed"))
    return TRUE;

  return take_times (at, rule);
}

/* One kind of space and dash, none around dashes, commas and semicolons. */
static char *
simplify (const char *text)
{
  GString *plain = g_string_new (NULL);

  for (const char *c = text; *c != '\0'; c = g_utf8_next_char (c))
    {
      gunichar letter = g_utf8_get_char (c);
      gboolean joins = g_unichar_type (letter) == G_UNICODE_DASH_PUNCTUATION ||
                       letter == ',' || letter == ';';

      if (g_unichar_isspace (letter))
        {
          if (plain->len > 0 && strchr ("-,; ", plain->str[plain->len - 1]) == NULL)
            g_string_append_c (plain, ' ');
          continue;
        }
      if (joins && plain->len > 0 && plain->str[plain->len - 1] == ' ')
        g_string_truncate (plain, plain->len - 1);
      if (letter == ',' || letter == ';' || !joins)
        g_string_append_unichar (plain, letter);
      else
        g_string_append_c (plain, '-');
    }

  return g_strchomp (g_string_free (plain, FALSE));
}

/* @part, where the reading stopped, is in @rule or at its end. */
static KontorHours *
refuse (const char *rule, const char *part, GError **error)
{
  g_autofree char *whole = g_strstrip (g_strndup (rule, strcspn (rule, ";")));
  g_autofree char *wrong = g_strstrip (g_strndup (part, strcspn (part, ";")));

  if (wrong[0] == '\0' || g_str_equal (wrong, whole))
    g_set_error (error, KONTOR_ERROR, KONTOR_ERROR_BAD_INPUT,
                 "“%s” is not understood: write opening hours as " EXAMPLE, whole);
  else
    g_set_error (error, KONTOR_ERROR, KONTOR_ERROR_BAD_INPUT,
                 "“%s” in “%s” is not understood: write opening hours as " EXAMPLE, wrong, whole);
  return NULL;
}

KontorHours *
kontor_hours_parse (const char *text, GError **error)
{
  g_autoptr(KontorHours) hours = g_new0 (KontorHours, 1);
  g_autofree char *plain = NULL;
  const char *at;

  hours->rules = g_ptr_array_new_with_free_func ((GDestroyNotify) rule_free);
  if (text == NULL || !g_utf8_validate (text, -1, NULL))
    return refuse ("", "", error);

  plain = simplify (text);
  at = plain;
  do
    {
      g_autoptr(KontorHoursRule) rule = rule_new ();
      const char *start = at;

      if (!take_rule (&at, rule) || (*at != '\0' && *at != ';'))
        return refuse (start, at, error);
      g_ptr_array_add (hours->rules, g_steal_pointer (&rule));
    }
  while (take (&at, ';') && *at != '\0');

  return g_steal_pointer (&hours);
}

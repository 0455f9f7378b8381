/* SPDX-License-Identifier: GPL-3.0-or-later */
/* field-text.c — values as people type them and as CSV holds them; each way undoes the other. */
#include "model/field.h"

#include <string.h>

#include "model/duration.h"
#include "model/error.h"
#include "model/money.h"
#include "model/phone.h"
#include "model/zone.h"

static char *
time_to_text (GVariant *value)
{
  const char *local, *zone;
  g_autofree char *spaced = NULL;

  g_variant_get (value, "(&s&sx)", &local, &zone, NULL);
  spaced = g_strdelimit (g_strdup (local), "T", ' ');

  return g_strdup_printf ("%s %s", spaced, zone);
}

static char *
instant_to_text (gint64 instant_us)
{
  gint64 rest_us = (instant_us % G_USEC_PER_SEC + G_USEC_PER_SEC) % G_USEC_PER_SEC;
  g_autoptr(GDateTime) seconds =
    g_date_time_new_from_unix_utc (instant_us / G_USEC_PER_SEC - (instant_us < 0 && rest_us > 0));
  g_autofree char *text = NULL;

  if (seconds == NULL)
    return g_strdup_printf ("%" G_GINT64_FORMAT, instant_us);
  text = g_date_time_format (seconds, "%Y-%m-%dT%H:%M:%S");

  return rest_us == 0 ? g_strconcat (text, "Z", NULL)
                      : g_strdup_printf ("%s.%06dZ", text, (int) rest_us);
}

static char *
attachments_to_text (GVariant *value)
{
  g_autofree const char **ids = g_variant_get_strv (value, NULL);

  return g_strjoinv (" ", (char **) ids);
}

/* A currency that ISO 4217 does not know was refused before. */
static char *
money_to_text (GVariant *value)
{
  KontorMoney money;
  const char *currency;
  gint64 minor;

  g_variant_get (value, "(x&s)", &minor, &currency);
  if (!kontor_money_set (&money, minor, currency, NULL))
    return g_strdup_printf ("%" G_GINT64_FORMAT " %s", minor, currency);

  return kontor_money_format (&money);
}

char *
kontor_field_to_text (const KontorField *field, GVariant *value)
{
  switch (field->type)
    {
    case KONTOR_FIELD_NUMBER:
      return g_strdup_printf ("%" G_GINT64_FORMAT, g_variant_get_int64 (value));
    case KONTOR_FIELD_MONEY:
      return money_to_text (value);
    case KONTOR_FIELD_TIME:
      return time_to_text (value);
    case KONTOR_FIELD_INSTANT:
      return instant_to_text (g_variant_get_int64 (value));
    case KONTOR_FIELD_DURATION:
      return kontor_duration_format (g_variant_get_int64 (value));
    case KONTOR_FIELD_YES_NO:
      return g_strdup (g_variant_get_boolean (value) ? "yes" : "no");
    case KONTOR_FIELD_ATTACHMENTS:
      return attachments_to_text (value);
    case KONTOR_FIELD_TEXT:
    case KONTOR_FIELD_LONG_TEXT:
    case KONTOR_FIELD_DATE:
    case KONTOR_FIELD_CHOICE:
    case KONTOR_FIELD_LINK:
    case KONTOR_FIELD_PHONE:
    case KONTOR_FIELD_SECRET:
    case KONTOR_FIELD_N_TYPES:
      return g_variant_dup_string (value, NULL);
    }
  g_return_val_if_reached (NULL);
}

static GVariant *
number_from_text (const char *text, GError **error)
{
  g_autoptr(GError) local = NULL;
  gint64 number;

  if (!g_ascii_string_to_signed (text, 10, G_MININT64, G_MAXINT64, &number, &local))
    {
      g_set_error (error, KONTOR_ERROR, KONTOR_ERROR_BAD_INPUT, "“%s” is not a whole number", text);
      return NULL;
    }

  return g_variant_new_int64 (number);
}

static GVariant *
money_from_text (const char *text, const KontorLocale *locale, GError **error)
{
  KontorMoney money;

  if (!kontor_money_parse (text, locale->currency, &money, error))
    return NULL;

  return g_variant_new ("(xs)", money.minor, money.currency);
}

/* "2026-11-21 09:00 Asia/Dubai", or without a zone in the shop's. */
static GVariant *
time_from_text (const char *text, const KontorLocale *locale, GError **error)
{
  const char *last = strrchr (text, ' ');
  const char *split = last != NULL && g_ascii_isalpha (last[1]) ? last : NULL;
  g_autofree char *clock = split != NULL ? g_strndup (text, split - text) : g_strdup (text);
  const char *name = split != NULL ? split + 1 : (locale->zone != NULL ? locale->zone : "UTC");
  g_autoptr(GTimeZone) zone = kontor_zone_find (name, error);
  g_autofree char *local = NULL;
  KontorZoneFit fit = KONTOR_ZONE_FINE;
  KontorWallTime wall;
  gint64 instant_us;

  if (zone == NULL || !kontor_wall_time_parse (g_strstrip (clock), &wall, error))
    return NULL;
  if (!kontor_zone_to_instant (&wall, zone, &fit, &instant_us) || fit != KONTOR_ZONE_FINE)
    {
      g_set_error (error, KONTOR_ERROR, KONTOR_ERROR_BAD_INPUT, fit == KONTOR_ZONE_TWICE
                   ? "%s happens twice in %s, when the clocks go back: choose another hour"
                   : "there is no %s in %s, the clocks jump over it: choose another hour",
                   clock, name);
      return NULL;
    }
  local = kontor_wall_time_format (&wall);

  return g_variant_new ("(ssx)", local, name, instant_us);
}

static GVariant *
instant_from_text (const char *text, GError **error)
{
  g_autoptr(GDateTime) moment = g_date_time_new_from_iso8601 (text, NULL);

  if (moment == NULL)
    {
      g_set_error (error, KONTOR_ERROR, KONTOR_ERROR_BAD_INPUT,
                   "“%s” is not a moment such as 2026-11-21T05:00:00Z", text);
      return NULL;
    }

  return g_variant_new_int64 (g_date_time_to_unix (moment) * G_USEC_PER_SEC +
                              g_date_time_get_microsecond (moment));
}

static GVariant *
duration_from_text (const char *text, GError **error)
{
  gint64 seconds;

  return kontor_duration_parse (text, &seconds, error) ? g_variant_new_int64 (seconds) : NULL;
}

static GVariant *
yes_no_from_text (const char *text, GError **error)
{
  static const char *const yes[] = { "yes", "true", "1", "on", NULL };
  static const char *const no[] = { "no", "false", "0", "off", NULL };
  g_autofree char *low = g_ascii_strdown (text, -1);

  if (g_strv_contains (yes, low) || g_strv_contains (no, low))
    return g_variant_new_boolean (g_strv_contains (yes, low));
  g_set_error (error, KONTOR_ERROR, KONTOR_ERROR_BAD_INPUT, "“%s” is neither yes nor no", text);

  return NULL;
}

static GVariant *
phone_from_text (const char *text, const KontorLocale *locale, GError **error)
{
  char *phone = *text != '\0' ? kontor_phone_parse (text, locale->country, error) : g_strdup ("");

  return phone != NULL ? g_variant_new_take_string (phone) : NULL;
}

static GVariant *
attachments_from_text (const char *text)
{
  g_auto(GStrv) ids = g_strsplit (text, " ", -1);

  return g_variant_new_strv ((const char *const *) ids, *text != '\0' ? -1 : 0);
}

static GVariant *
read_value (const KontorField *field, const char *text, const KontorLocale *locale, GError **error)
{
  switch (field->type)
    {
    case KONTOR_FIELD_NUMBER:
      return number_from_text (text, error);
    case KONTOR_FIELD_MONEY:
      return money_from_text (text, locale, error);
    case KONTOR_FIELD_TIME:
      return time_from_text (text, locale, error);
    case KONTOR_FIELD_INSTANT:
      return instant_from_text (text, error);
    case KONTOR_FIELD_DURATION:
      return duration_from_text (text, error);
    case KONTOR_FIELD_YES_NO:
      return yes_no_from_text (text, error);
    case KONTOR_FIELD_PHONE:
      return phone_from_text (text, locale, error);
    case KONTOR_FIELD_ATTACHMENTS:
      return attachments_from_text (text);
    case KONTOR_FIELD_TEXT:
    case KONTOR_FIELD_LONG_TEXT:
    case KONTOR_FIELD_DATE:
    case KONTOR_FIELD_CHOICE:
    case KONTOR_FIELD_LINK:
    case KONTOR_FIELD_SECRET:
    case KONTOR_FIELD_N_TYPES:
      return g_variant_new_string (text);
    }
  g_return_val_if_reached (NULL);
}

GVariant *
kontor_field_from_text (const KontorField *field, const char *text, const KontorLocale *locale,
                        GError **error)
{
  static const KontorLocale nowhere = { NULL };
  g_autoptr(GVariant) value = NULL;

  if (!g_utf8_validate (text, -1, NULL))
    {
      g_set_error_literal (error, KONTOR_ERROR, KONTOR_ERROR_BAD_INPUT, "is not UTF-8 text");
      return NULL;
    }
  value = read_value (field, text, locale != NULL ? locale : &nowhere, error);
  if (value == NULL)
    return NULL;
  g_variant_ref_sink (value);

  return kontor_field_check (field, value, error) ? g_steal_pointer (&value) : NULL;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* field.c — one row a type; what does not fit a row is a small function beside it. */
#include "model/field.h"

#include <string.h>

#include "model/error.h"
#include "model/money.h"
#include "model/phone.h"
#include "model/zone.h"

static const struct {
  const char *name;
  const char *variant;
} types[KONTOR_FIELD_N_TYPES] = {
  [KONTOR_FIELD_TEXT]        = { "text", "s" },
  [KONTOR_FIELD_LONG_TEXT]   = { "long-text", "s" },
  [KONTOR_FIELD_NUMBER]      = { "number", "x" },
  [KONTOR_FIELD_MONEY]       = { "money", "(xs)" },
  [KONTOR_FIELD_DATE]        = { "date", "s" },
  [KONTOR_FIELD_TIME]        = { "time", "(ssx)" },
  [KONTOR_FIELD_INSTANT]     = { "instant", "x" },
  [KONTOR_FIELD_DURATION]    = { "duration", "x" },
  [KONTOR_FIELD_CHOICE]      = { "choice", "s" },
  [KONTOR_FIELD_YES_NO]      = { "yes-no", "b" },
  [KONTOR_FIELD_LINK]        = { "link", "s" },
  [KONTOR_FIELD_PHONE]       = { "phone", "s" },
  [KONTOR_FIELD_SECRET]      = { "secret", "s" },
  [KONTOR_FIELD_ATTACHMENTS] = { "attachments", "as" },
};

const char *
kontor_field_type_get_name (KontorFieldType type)
{
  return types[type].name;
}

gboolean
kontor_field_type_find (const char *name, KontorFieldType *type)
{
  for (guint i = 0; i < KONTOR_FIELD_N_TYPES; i++)
    if (g_str_equal (types[i].name, name))
      {
        *type = i;
        return TRUE;
      }

  return FALSE;
}

const GVariantType *
kontor_field_get_variant_type (const KontorField *field)
{
  return G_VARIANT_TYPE (types[field->type].variant);
}

const KontorField *
kontor_fields_find (const KontorField *fields, const char *name)
{
  for (; fields != NULL && fields->name != NULL; fields++)
    if (g_str_equal (fields->name, name))
      return fields;

  return NULL;
}

gboolean
kontor_field_is_empty (const KontorField *field, GVariant *value)
{
  if (g_variant_is_of_type (value, G_VARIANT_TYPE_STRING))
    return *g_variant_get_string (value, NULL) == '\0';
  if (g_variant_is_of_type (value, G_VARIANT_TYPE_STRING_ARRAY))
    return g_variant_n_children (value) == 0;

  return FALSE;
}

G_GNUC_PRINTF (2, 3)
static gboolean
refuse (GError **error, const char *format, ...)
{
  va_list arguments;

  va_start (arguments, format);
  g_propagate_error (error, g_error_new_valist (KONTOR_ERROR, KONTOR_ERROR_BAD_INPUT, format,
                                                arguments));
  va_end (arguments);

  return FALSE;
}

static gboolean
fits_whole (const char *pattern, const char *text)
{
  g_autofree char *whole = g_strdup_printf ("^(?:%s)$", pattern);

  return g_regex_match_simple (whole, text, G_REGEX_DOLLAR_ENDONLY, 0);
}

static gboolean
check_text (const KontorField *field, const char *text, GError **error)
{
  if (field->type == KONTOR_FIELD_TEXT && strpbrk (text, "\r\n") != NULL)
    return refuse (error, "must be one line");
  if (field->check != NULL && !fits_whole (field->check, text))
    return refuse (error, "“%s” does not have the form that is asked for", text);

  return TRUE;
}

static gboolean
check_choice (const KontorField *field, const char *text, GError **error)
{
  g_auto(GStrv) choices = g_strsplit (field->choices != NULL ? field->choices : "", "|", -1);
  g_autofree char *listed = NULL;

  if (g_strv_contains ((const char *const *) choices, text))
    return TRUE;

  listed = g_strjoinv (", ", choices);
  g_set_error (error, KONTOR_ERROR, KONTOR_ERROR_BAD_INPUT, "“%s” is not one of: %s", text, listed);
  return FALSE;
}

static gboolean
check_money (GVariant *value, GError **error)
{
  const char *currency;

  g_variant_get (value, "(x&s)", NULL, &currency);
  if (kontor_money_exponent (currency) < 0)
    return refuse (error, "“%s” is not a currency of ISO 4217", currency);

  return TRUE;
}

static gboolean
check_time (GVariant *value, GError **error)
{
  g_autoptr(GTimeZone) zone = NULL;
  KontorWallTime wall;
  const char *local, *name;
  gint64 given, instant;

  g_variant_get (value, "(&s&sx)", &local, &name, &given);
  zone = kontor_zone_find (name, error);
  if (zone == NULL || !kontor_wall_time_parse (local, &wall, error))
    return FALSE;
  if (!kontor_zone_to_instant (&wall, zone, NULL, &instant) || instant != given)
    return refuse (error, "the wall time %s is not that instant in its zone", local);

  return TRUE;
}

static gboolean
check_phone (const char *text, GError **error)
{
  g_autofree char *phone = kontor_phone_parse (text, NULL, error);

  if (phone == NULL)
    return FALSE;
  if (!g_str_equal (phone, text))
    return refuse (error, "must be written in full, as %s", phone);

  return TRUE;
}

gboolean
kontor_field_check (const KontorField *field, GVariant *value, GError **error)
{
  KontorWallTime day;

  if (!g_variant_is_of_type (value, kontor_field_get_variant_type (field)))
    return refuse (error, "is not a value of type %s", types[field->type].name);
  if (kontor_field_is_empty (field, value))
    return TRUE;

  switch (field->type)
    {
    case KONTOR_FIELD_TEXT:
    case KONTOR_FIELD_LONG_TEXT:
      return check_text (field, g_variant_get_string (value, NULL), error);
    case KONTOR_FIELD_MONEY:
      return check_money (value, error);
    case KONTOR_FIELD_DATE:
      return kontor_wall_date_parse (g_variant_get_string (value, NULL), &day, error);
    case KONTOR_FIELD_TIME:
      return check_time (value, error);
    case KONTOR_FIELD_CHOICE:
      return check_choice (field, g_variant_get_string (value, NULL), error);
    case KONTOR_FIELD_PHONE:
      return check_phone (g_variant_get_string (value, NULL), error);
    case KONTOR_FIELD_DURATION:
      return g_variant_get_int64 (value) >= 0 || refuse (error, "cannot be negative");
    case KONTOR_FIELD_NUMBER:
    case KONTOR_FIELD_INSTANT:
    case KONTOR_FIELD_YES_NO:
    case KONTOR_FIELD_LINK:
    case KONTOR_FIELD_SECRET:
    case KONTOR_FIELD_ATTACHMENTS:
    case KONTOR_FIELD_N_TYPES:
      return TRUE;
    }
  g_return_val_if_reached (FALSE);
}

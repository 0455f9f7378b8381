/* SPDX-License-Identifier: GPL-3.0-or-later */
/* bind.c — each value by the letter of its type, from arguments or from variants. */
#include "store/bind.h"

#include <string.h>

#include "model/error.h"
#include "store/inside.h"

static gboolean
check (sqlite3_stmt *statement, int result, GError **error)
{
  return result == SQLITE_OK ||
         kontor_sqlite_fail (sqlite3_db_handle (statement), error, "a value could not be bound");
}

static gboolean
check_count (sqlite3_stmt *statement, const char *types, GError **error)
{
  int wanted = sqlite3_bind_parameter_count (statement);

  if ((gsize) wanted == strlen (types))
    return TRUE;
  g_set_error (error, KONTOR_ERROR, KONTOR_ERROR_FAILED,
               "“%s” has %d question marks, but values “%s”", sqlite3_sql (statement), wanted,
               types);
  return FALSE;
}

static gboolean
bind_blob (sqlite3_stmt *statement, int place, GBytes *bytes, GError **error)
{
  gsize size = 0;
  const void *data = bytes != NULL ? g_bytes_get_data (bytes, &size) : NULL;

  if (bytes == NULL)
    return check (statement, sqlite3_bind_null (statement, place), error);

  /* The data of an empty GBytes is NULL, which would be bound as NULL. */
  return check (statement, sqlite3_bind_blob64 (statement, place, data != NULL ? data : "", size,
                                                SQLITE_TRANSIENT), error);
}

static gboolean
need_seal (KontorSeal *seal, GError **error)
{
  if (seal == NULL)
    g_set_error_literal (error, KONTOR_ERROR, KONTOR_ERROR_TRY_LATER,
                         "the key of the database is not here yet: unlock the keyring");

  return seal != NULL;
}

static gboolean
bind_sealed_blob (sqlite3_stmt *statement, int place, GBytes *bytes, KontorSeal *seal,
                  GError **error)
{
  g_autoptr(GBytes) hidden = NULL;
  gsize size;
  const guint8 *data;

  if (bytes == NULL)
    return bind_blob (statement, place, NULL, error);
  if (!need_seal (seal, error))
    return FALSE;
  data = g_bytes_get_data (bytes, &size);
  hidden = kontor_seal_close_bytes (seal, data, size);

  return bind_blob (statement, place, hidden, error);
}

static gboolean
bind_text (sqlite3_stmt *statement, int place, char type, const char *text, KontorSeal *seal,
           GError **error)
{
  g_autoptr(GBytes) hidden = NULL;

  if (text == NULL || type == 's')
    return check (statement, sqlite3_bind_text (statement, place, text, -1, SQLITE_TRANSIENT),
                  error);
  if (!need_seal (seal, error))
    return FALSE;
  hidden = type == 'z' ? kontor_seal_close (seal, text) : kontor_seal_hash (seal, text);

  return bind_blob (statement, place, hidden, error);
}

static gboolean
no_such_type (char type, GError **error)
{
  g_set_error (error, KONTOR_ERROR, KONTOR_ERROR_FAILED, "a value cannot be of type “%c”", type);
  return FALSE;
}

gboolean
kontor_bind_arguments (sqlite3_stmt *statement, KontorSeal *seal, const char *types,
                       va_list arguments, GError **error)
{
  gboolean fine = check_count (statement, types, error);

  for (int i = 0; fine && types[i] != '\0'; i++)
    switch (types[i])
      {
      case 's':
      case 'z':
      case 'h':
        fine = bind_text (statement, i + 1, types[i], va_arg (arguments, const char *), seal,
                          error);
        break;
      case 'x':
        fine = check (statement, sqlite3_bind_int64 (statement, i + 1, va_arg (arguments, gint64)),
                      error);
        break;
      case 'd':
        fine = check (statement, sqlite3_bind_double (statement, i + 1, va_arg (arguments, double)),
                      error);
        break;
      case 'b':
        fine = bind_blob (statement, i + 1, va_arg (arguments, GBytes *), error);
        break;
      case 'y':
        fine = bind_sealed_blob (statement, i + 1, va_arg (arguments, GBytes *), seal, error);
        break;
      default:
        return no_such_type (types[i], error);
      }

  return fine;
}

static gboolean
check_variant (char type, GVariant *value, GError **error)
{
  const GVariantType *wanted = type == 'x' ? G_VARIANT_TYPE_INT64
                               : type == 'd' ? G_VARIANT_TYPE_DOUBLE
                               : type == 'b' ? G_VARIANT_TYPE_BYTESTRING
                               : G_VARIANT_TYPE_STRING;

  if (strchr ("sxdbzh", type) == NULL)
    return no_such_type (type, error);
  if (value == NULL || g_variant_is_of_type (value, wanted))
    return TRUE;
  g_set_error (error, KONTOR_ERROR, KONTOR_ERROR_FAILED, "a value of type “%s” was given for “%c”",
               g_variant_get_type_string (value), type);
  return FALSE;
}

static gboolean
bind_variant (sqlite3_stmt *statement, KontorSeal *seal, int place, char type, GVariant *value,
              GError **error)
{
  g_autoptr(GBytes) bytes = NULL;

  if (value == NULL)
    return check (statement, sqlite3_bind_null (statement, place), error);

  switch (type)
    {
    case 'x':
      return check (statement, sqlite3_bind_int64 (statement, place, g_variant_get_int64 (value)),
                    error);
    case 'd':
      return check (statement, sqlite3_bind_double (statement, place, g_variant_get_double (value)),
                    error);
    case 'b':
      bytes = g_variant_get_data_as_bytes (value);
      return bind_blob (statement, place, bytes, error);
    default:
      return bind_text (statement, place, type, g_variant_get_string (value, NULL), seal, error);
    }
}

gboolean
kontor_bind_values (sqlite3_stmt *statement, KontorSeal *seal, const char *types,
                    GPtrArray *values, GError **error)
{
  if (!check_count (statement, types, error))
    return FALSE;
  if (values->len != strlen (types))
    {
      g_set_error (error, KONTOR_ERROR, KONTOR_ERROR_FAILED, "%u values were given for “%s”",
                   values->len, types);
      return FALSE;
    }
  for (guint i = 0; i < values->len; i++)
    if (!check_variant (types[i], values->pdata[i], error) ||
        !bind_variant (statement, seal, (int) i + 1, types[i], values->pdata[i], error))
      return FALSE;

  return TRUE;
}

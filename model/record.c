/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/record.h"

#include <string.h>

#include "model/error.h"

#define X(name) extern const KontorKind kontor_##name##_kind;
#include "kinds.inc"
#undef X

const KontorKind *const *
kontor_kinds_get_all (void)
{
  static const KontorKind *const kinds[] = {
#define X(name) &kontor_##name##_kind,
#include "kinds.inc"
#undef X
    NULL
  };

  return kinds;
}

const KontorKind *
kontor_kind_find (const char *name)
{
  for (const KontorKind *const *kind = kontor_kinds_get_all (); *kind != NULL; kind++)
    if (g_str_equal ((*kind)->name, name))
      return *kind;

  return NULL;
}

char *
kontor_kind_format_id (const KontorKind *kind, gint64 number)
{
  return g_strdup_printf ("%s%0*" G_GINT64_FORMAT, kind->prefix, kind->digits, number);
}

gboolean
kontor_kind_parse_id (const KontorKind *kind, const char *id, gint64 *number)
{
  gsize length = kind->prefix != NULL ? strlen (kind->prefix) : 0;

  if (length > 0 && g_ascii_strncasecmp (id, kind->prefix, length) == 0)
    id += length;

  return g_ascii_string_to_signed (id, 10, 1, G_MAXINT64, number, NULL);
}

static void
note_fault (GString *faults, const char *name, const char *what)
{
  g_string_append_printf (faults, "%s%s: %s", faults->len > 0 ? "\n" : "", name, what);
}

static void
check_required (const KontorField *fields, GVariant *record, gboolean partial, GString *faults)
{
  for (const KontorField *field = fields; field != NULL && field->name != NULL; field++)
    {
      g_autoptr(GVariant) given = kontor_record_get (record, field->name);
      gboolean missing = given == NULL ? !partial : kontor_field_is_empty (field, given);

      if ((field->flags & KONTOR_FIELD_REQUIRED) && missing)
        note_fault (faults, field->name, "is missing");
    }
}

static void
check_given (const KontorField *fields, const KontorField *own, GVariant *record, GString *faults)
{
  GVariantIter iter;
  const char *name;
  GVariant *value;

  g_variant_iter_init (&iter, record);
  while (g_variant_iter_loop (&iter, "{&sv}", &name, &value))
    {
      const KontorField *field = kontor_fields_find (fields, name);
      g_autoptr(GError) error = NULL;

      if (field == NULL)
        field = kontor_fields_find (own, name);
      if (field == NULL)
        note_fault (faults, name, "is not a field here");
      else if (!kontor_field_check (field, value, &error))
        note_fault (faults, name, error->message);
    }
}

gboolean
kontor_record_check (const KontorField *fields, const KontorField *own, GVariant *record,
                     gboolean partial, GError **error)
{
  g_autoptr(GString) faults = g_string_new (NULL);

  check_required (fields, record, partial, faults);
  check_required (own, record, partial, faults);
  check_given (fields, own, record, faults);
  if (faults->len > 0)
    g_set_error_literal (error, KONTOR_ERROR, KONTOR_ERROR_BAD_INPUT, faults->str);

  return faults->len == 0;
}

GVariant *
kontor_record_get (GVariant *record, const char *name)
{
  return g_variant_lookup_value (record, name, NULL);
}

const char *
kontor_record_get_text (GVariant *record, const char *name)
{
  const char *text = NULL;

  return g_variant_lookup (record, name, "&s", &text) ? text : NULL;
}

gint64
kontor_record_get_int (GVariant *record, const char *name, gint64 fallback)
{
  gint64 number = fallback;

  g_variant_lookup (record, name, "x", &number);

  return number;
}

gboolean
kontor_record_get_yes (GVariant *record, const char *name)
{
  gboolean yes = FALSE;

  return g_variant_lookup (record, name, "b", &yes) && yes;
}

gboolean
kontor_record_get_money (GVariant *record, const char *name, gint64 *minor, const char **currency)
{
  return g_variant_lookup (record, name, "(x&s)", minor, currency);
}

GVariant *
kontor_record_merge (GVariant *record, GVariant *changes)
{
  g_auto(GVariantDict) merged = G_VARIANT_DICT_INIT (record);
  GVariantIter iter;
  const char *name;
  GVariant *value;

  g_variant_iter_init (&iter, changes);
  while (g_variant_iter_loop (&iter, "{&sv}", &name, &value))
    g_variant_dict_insert_value (&merged, name, value);

  return g_variant_ref_sink (g_variant_dict_end (&merged));
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* record-csv.c — records as rows of cells; model/csv.h does the quoting. */
#include "model/record.h"

#include "model/error.h"

static void
add_columns (GStrvBuilder *columns, const KontorField *fields)
{
  for (const KontorField *field = fields; field != NULL && field->name != NULL; field++)
    if (field->type != KONTOR_FIELD_SECRET)
      g_strv_builder_add (columns, field->name);
}

char **
kontor_record_columns (const KontorField *fields, const KontorField *own)
{
  g_autoptr(GStrvBuilder) columns = g_strv_builder_new ();

  g_strv_builder_add (columns, "id");
  add_columns (columns, fields);
  add_columns (columns, own);

  return g_strv_builder_end (columns);
}

static const KontorField *
find (const KontorField *fields, const KontorField *own, const char *name)
{
  const KontorField *field = kontor_fields_find (fields, name);

  return field != NULL ? field : kontor_fields_find (own, name);
}

char **
kontor_record_to_row (char **columns, const KontorField *fields, const KontorField *own,
                      GVariant *record)
{
  g_autoptr(GStrvBuilder) row = g_strv_builder_new ();

  for (guint i = 0; columns[i] != NULL; i++)
    {
      g_autoptr(GVariant) value = kontor_record_get (record, columns[i]);
      const KontorField *field = find (fields, own, columns[i]);
      g_autofree char *cell = NULL;

      if (value == NULL)
        cell = g_strdup ("");
      else if (field != NULL)
        cell = kontor_field_to_text (field, value);
      else
        cell = g_variant_dup_string (value, NULL); /* the id */
      g_strv_builder_add (row, cell);
    }

  return g_strv_builder_end (row);
}

/* A comma that was not quoted moves what stands after it: nothing of such a row can be trusted. */
static gboolean
check_length (char **columns, char **cells, GError **error)
{
  guint due = g_strv_length (columns), given = g_strv_length (cells);

  for (guint i = due; i < given; i++)
    if (*cells[i] != '\0')
      {
        g_set_error (error, KONTOR_ERROR, KONTOR_ERROR_BAD_INPUT,
                     "“%s” stands beyond the last column; put cells with commas in quotes",
                     cells[i]);
        return FALSE;
      }

  return TRUE;
}

GVariant *
kontor_record_from_row (char **columns, char **cells, const KontorField *fields,
                        const KontorField *own, const KontorLocale *locale, GError **error)
{
  g_auto(GVariantDict) record = G_VARIANT_DICT_INIT (NULL);

  if (!check_length (columns, cells, error))
    return NULL;
  for (guint i = 0; columns[i] != NULL && cells[i] != NULL; i++)
    {
      const KontorField *field = find (fields, own, columns[i]);
      g_autoptr(GVariant) value = NULL;

      if (*cells[i] == '\0')
        continue;
      if (g_str_equal (columns[i], "id") && field == NULL)
        value = g_variant_ref_sink (g_variant_new_string (cells[i]));
      else if (field == NULL)
        g_set_error_literal (error, KONTOR_ERROR, KONTOR_ERROR_BAD_INPUT, "is not a field here");
      else
        value = kontor_field_from_text (field, cells[i], locale, error);
      if (value == NULL)
        {
          g_prefix_error (error, "%s: ", columns[i]);
          return NULL;
        }
      g_variant_dict_insert_value (&record, columns[i], value);
    }

  return g_variant_ref_sink (g_variant_dict_end (&record));
}

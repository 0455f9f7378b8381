/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A table of passages, whose columns are the fields of one. */
#include "assistant/knowledge.h"

#include "model/csv.h"
#include "model/error.h"
#include "model/record.h"

static gboolean
check_columns (char **columns, GError **error)
{
  const KontorKind *kind = kontor_kind_find ("knowledge");

  for (guint i = 0; columns[i] != NULL; i++)
    if (kontor_fields_find (kind->fields, columns[i]) == NULL)
      {
        g_set_error (error, KONTOR_ERROR, KONTOR_ERROR_BAD_INPUT,
                     "the column “%s” is no field of a passage; rename it or take it out",
                     columns[i]);
        return FALSE;
      }

  return TRUE;
}

/* (transfer full): a passage of the file @source, whatever the row says of that. */
static GVariant *
read_row (const char *source, char **columns, char **cells, GError **error)
{
  const KontorKind *kind = kontor_kind_find ("knowledge");
  const KontorLocale locale = { NULL };
  g_autoptr(GVariant) values = kontor_record_from_row (columns, cells, kind->fields, NULL, &locale,
                                                       error);
  g_auto(GVariantDict) dict = G_VARIANT_DICT_INIT (values);

  if (values == NULL || !kontor_record_check (kind->fields, NULL, values, FALSE, error))
    return NULL;
  g_variant_dict_insert (&dict, "source", "s", source);

  return g_variant_ref_sink (g_variant_dict_end (&dict));
}

static gboolean
read_rows (GPtrArray *passages, KontorCsvReader *reader, const char *source, GError **error)
{
  g_auto(GStrv) columns = NULL;
  char **cells = NULL;

  if (!kontor_csv_reader_next (reader, &columns, error))
    return FALSE;
  if (columns == NULL)
    {
      g_set_error_literal (error, KONTOR_ERROR, KONTOR_ERROR_BAD_INPUT,
                           "the file is empty; its first row must name the fields");
      return FALSE;
    }
  if (!check_columns (columns, error))
    return FALSE;
  while (kontor_csv_reader_next (reader, &cells, error))
    {
      g_auto(GStrv) owned = cells;
      GVariant *passage = cells != NULL ? read_row (source, columns, cells, error) : NULL;

      if (cells == NULL)
        return TRUE;
      if (passage == NULL)
        {
          g_prefix_error (error, "line %u: ", kontor_csv_reader_get_line (reader));
          return FALSE;
        }
      g_ptr_array_add (passages, passage);
    }

  return FALSE;
}

GPtrArray *
kontor_knowledge_read_rows (const char *name, GBytes *content, GError **error)
{
  g_autoptr(KontorCsvReader) reader = kontor_csv_reader_new (content, 0);
  g_autoptr(GPtrArray) passages =
    g_ptr_array_new_with_free_func ((GDestroyNotify) g_variant_unref);

  if (read_rows (passages, reader, name, error))
    return g_steal_pointer (&passages);
  g_prefix_error (error, "%s, ", name);

  return NULL;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/csv-file.h"

#include "model/csv.h"
#include "model/error.h"

static KontorCsvFile *
file_new (void)
{
  KontorCsvFile *self = g_new0 (KontorCsvFile, 1);

  self->rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);
  self->lines = g_array_new (FALSE, FALSE, sizeof (guint32));

  return self;
}

void
kontor_csv_file_free (KontorCsvFile *self)
{
  g_strfreev (self->header);
  g_ptr_array_unref (self->rows);
  g_array_unref (self->lines);
  g_free (self);
}

static gboolean
read_rows (KontorCsvFile *self, KontorCsvReader *reader, GError **error)
{
  char **cells = NULL;

  while (kontor_csv_reader_next (reader, &cells, error))
    {
      guint32 line = kontor_csv_reader_get_line (reader);

      if (cells == NULL)
        return TRUE;
      g_ptr_array_add (self->rows, cells);
      g_array_append_val (self->lines, line);
    }

  return FALSE;
}

KontorCsvFile *
kontor_csv_file_read (GBytes *bytes, GError **error)
{
  g_autoptr(KontorCsvFile) self = file_new ();
  g_autoptr(KontorCsvReader) reader = kontor_csv_reader_new (bytes, 0);

  if (!kontor_csv_reader_next (reader, &self->header, error))
    return NULL;
  if (self->header == NULL)
    {
      g_set_error_literal (error, KONTOR_ERROR, KONTOR_ERROR_BAD_INPUT,
                           "the file is empty; its first row must name the fields");
      return NULL;
    }

  return read_rows (self, reader, error) ? g_steal_pointer (&self) : NULL;
}

char *
kontor_csv_file_dup_part (KontorCsvFile *self, guint first, guint count)
{
  g_autoptr(GString) csv = g_string_new (NULL);

  kontor_csv_write_row (csv, ',', (const char *const *) self->header);
  for (guint i = first; i < self->rows->len && i < first + count; i++)
    kontor_csv_write_row (csv, ',', self->rows->pdata[i]);

  return g_string_free (g_steal_pointer (&csv), FALSE);
}

GVariant *
kontor_csv_file_lines (KontorCsvFile *self, guint first, guint count)
{
  return g_variant_new_fixed_array (G_VARIANT_TYPE_UINT32,
                                    &g_array_index (self->lines, guint32, first),
                                    MIN (count, self->lines->len - first), sizeof (guint32));
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Any bytes are rows or an error; every row that was read is written and read again as it was. */
#include <stdint.h>

#include "model/csv.h"

int LLVMFuzzerTestOneInput (const uint8_t *data, size_t size);

static void
check_again (char **row, char delimiter)
{
  g_autoptr(GString) csv = g_string_new (NULL);
  g_autoptr(GBytes) bytes = NULL;
  g_autoptr(KontorCsvReader) reader = NULL;
  g_auto(GStrv) back = NULL;

  kontor_csv_write_row (csv, delimiter, (const char * const *) row);
  bytes = g_bytes_new (csv->str, csv->len);
  reader = kontor_csv_reader_new (bytes, delimiter);
  if (!kontor_csv_reader_next (reader, &back, NULL) || back == NULL ||
      !g_strv_equal ((const char * const *) back, (const char * const *) row))
    g_abort ();
}

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  g_autoptr(GBytes) bytes = g_bytes_new (data, size);
  g_autoptr(KontorCsvReader) reader = kontor_csv_reader_new (bytes, 0);

  for (;;)
    {
      g_autoptr(GError) error = NULL;
      g_auto(GStrv) row = NULL;
      gboolean is_read = kontor_csv_reader_next (reader, &row, &error);

      if (is_read != (error == NULL))
        g_abort ();
      if (row == NULL)
        return 0;
      check_again (row, kontor_csv_reader_get_delimiter (reader));
    }
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* csv.h — tables as text: RFC 4180, both ways, row by row.
 *
 * Reads UTF-8 with or without byte order mark, lines ended by CRLF, LF or CR, quoted fields with
 * line breaks in them, and comma, semicolon or tab between fields. Lines with nothing on them are
 * skipped. Nothing is trimmed and no value is interpreted: fields are texts.
 *
 * Formulas. A spreadsheet runs a cell that begins with = + - @, a tab or a line break, even if it
 * came from a customer's name. The writer puts an apostrophe before such a cell, and before one
 * that already has apostrophes there; the reader takes one off before exactly these. So export
 * and import are the identity ("+971501234567" is written as "'+971501234567" and read as it was),
 * and a file whose author guarded cells the same way is read as meant.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define KONTOR_CSV_BOM "\xef\xbb\xbf"  /* written first, it tells spreadsheets the encoding */

typedef struct _KontorCsvReader KontorCsvReader;

/* Keeps a reference to @bytes. @delimiter is ',' ';' '\t', or 0 to take the one that stands most
 * often in the first row. */
KontorCsvReader *kontor_csv_reader_new  (GBytes *bytes, char delimiter);
void             kontor_csv_reader_free (KontorCsvReader *reader);

/* The next row, to be freed with g_strfreev(); NULL in *fields after the last. FALSE on BAD_INPUT,
 * which names the line: not UTF-8, a NUL byte, a quote that is never closed, or text after one
 * that is. The reader stays there and gives the same error again. */
gboolean kontor_csv_reader_next (KontorCsvReader *reader, char ***fields, GError **error);

/* The line on which the row given last begins, from 1; 0 before the first. */
guint kontor_csv_reader_get_line      (KontorCsvReader *reader);
char  kontor_csv_reader_get_delimiter (KontorCsvReader *reader);

/* Appends one row with CRLF. @fields is UTF-8, NULL at the end; a row without fields is a line that
 * the reader skips. */
void kontor_csv_write_row (GString *csv, char delimiter, const char * const *fields);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KontorCsvReader, kontor_csv_reader_free)

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* csv-file.h — a whole table as text, read once and handed on in parts, each with the header. A
 * value. What is wrong anywhere in it is known before the first part leaves. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct {
  char     **header;
  GPtrArray *rows;    /* of char ** */
  GArray    *lines;   /* of guint32: where each row begins in the file */
} KontorCsvFile;

/* BAD_INPUT that names the line where it is no CSV. */
KontorCsvFile *kontor_csv_file_read     (GBytes *bytes, GError **error);
void           kontor_csv_file_free     (KontorCsvFile *self);
/* (transfer full): the header and @count rows from @first on, as CSV. */
char          *kontor_csv_file_dup_part (KontorCsvFile *self, guint first, guint count);
/* (transfer floating): au: the lines of the same rows. */
GVariant      *kontor_csv_file_lines    (KontorCsvFile *self, guint first, guint count);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KontorCsvFile, kontor_csv_file_free)

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* file-row.h — a file on its way into the knowledge: how far it is read, a way to stop, and what
 * came of it, with the line where it is broken. Until it is read whole, nothing of it is taken. */
#pragma once

#include <adwaita.h>

#include "model/record.h"
#include "remote/remote.h"

G_BEGIN_DECLS

#define KONTOR_TYPE_FILE_ROW (kontor_file_row_get_type ())
G_DECLARE_FINAL_TYPE (KontorFileRow, kontor_file_row, KONTOR, FILE_ROW, AdwActionRow)

/* Begins at once. */
GtkWidget *kontor_file_row_new (KontorRemote *remote, GFile *file);

G_END_DECLS

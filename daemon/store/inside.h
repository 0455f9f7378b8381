/* SPDX-License-Identifier: GPL-3.0-or-later */
/* inside.h — what the files of the store share and nobody else sees. */
#pragma once

#include <sqlite3.h>

#include "store/store.h"
#include "store/touches.h"

G_BEGIN_DECLS

struct _KontorStore {
  sqlite3       *db;
  GHashTable    *idle;  /* SQL text, which its statement owns → sqlite3_stmt not in use */
  KontorSeal    *seal;  /* NULL until the key is set */
  KontorSecrets *secrets;
  KontorTouches *touches;
  guint          depth; /* transactions begun and neither committed nor undone */
  gboolean       is_derived; /* the outermost does not wait for the disk */
  const char    *fault; /* that is to be told; NULL: none */
  guint          fault_source;
  guint          checkpoint_source;
};

/* checkpoint.c: from when the database is open until it is closed. */
void kontor_checkpoints_start (KontorStore *self);
void kontor_checkpoints_stop  (KontorStore *self);

/* Sets @error to what @db says, after @what; KONTOR_ERROR_FAILED with @what alone when @db
 * has nothing to say. Always FALSE. */
gboolean kontor_sqlite_fail (sqlite3 *db, GError **error, const char *what);
/* What @db failed for, where that is the disk's or the file's fault: "full", "damaged" or
 * "failing"; else NULL. */
const char *kontor_sqlite_name_fault (sqlite3 *db);

G_END_DECLS

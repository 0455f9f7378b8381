/* SPDX-License-Identifier: GPL-3.0-or-later */
/* imports.h — what files that were brought in did, so that it can be taken back. */
#pragma once

#include "journal/keep.h"

G_BEGIN_DECLS

typedef enum {
  KONTOR_IMPORT_ADDED,
  KONTOR_IMPORT_CHANGED,
  KONTOR_IMPORT_SKIPPED,
  KONTOR_IMPORT_REFUSED,
  KONTOR_IMPORT_N_OUTCOMES
} KontorImportOutcome;

/* The number of the import that @token is for, which is made with its first part; -1 on error. */
gint64   kontor_imports_open     (KontorStore *store, const KontorActor *actor, const char *token,
                                  const char *file, const char *kind, GError **error);
/* *first: (out): the number of the first record that it added, 0: none yet. */
gboolean kontor_imports_find_first (KontorStore *store, gint64 import, const KontorKind *kind,
                                    gint64 *first, GError **error);
/* @before: (nullable): the record as it was; NULL: it is new. */
gboolean kontor_imports_keep_row (KontorStore *store, gint64 import, guint line,
                                  GVariant *before, GVariant *after, GError **error);
gboolean kontor_imports_count    (KontorStore *store, gint64 import,
                                  const guint counts[KONTOR_IMPORT_N_OUTCOMES], GError **error);

/* Records that were added go, and fields that were changed are as they were: but only what is still
 * as the import left it. Inside a transaction. */
gboolean kontor_imports_undo     (KontorStore *store, const KontorActor *actor, const char *id,
                                  GError **error);

G_END_DECLS

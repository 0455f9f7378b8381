/* SPDX-License-Identifier: GPL-3.0-or-later */
/* import-run.h — a table handed to the daemon part by part, tried or meant. Never asks for a part
 * before the one before it was answered, so that messages are answered between them. */
#pragma once

#include "model/csv-file.h"
#include "remote/remote.h"

G_BEGIN_DECLS

/* @file: lent until it is done. */
typedef struct {
  KontorRemote  *remote;
  const char    *kind;     /* static */
  KontorCsvFile *file;
  const char    *name;
  const char    *token;
  const char    *same;     /* (nullable): static: "refuse", "change", "skip" */
  GVariant      *mapping;  /* (nullable): a{ss} */
  gboolean       is_dry;
} KontorImportJob;

/* @verdicts: aa{sv} of the part that was just answered; @done: rows so far. */
typedef void (*KontorImportProgress) (GVariant *verdicts, guint done, gpointer data);

void     kontor_import_run_async  (const KontorImportJob *job, KontorImportProgress progress,
                                   GCancellable *cancellable, GAsyncReadyCallback callback,
                                   gpointer data);
/* What was answered before it failed or was cancelled stands. */
gboolean kontor_import_run_finish (GAsyncResult *result, GError **error);

/* Of all rows, how many came to what end. */
typedef struct {
  guint total, added, changed, skipped, refused;
} KontorImportCounts;

/* (transfer full): in words; each row is counted once. @is_over: who is left was not reached. */
char    *kontor_import_counts_dup_words (const KontorImportCounts *self, gboolean is_dry,
                                         gboolean is_over);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* import.h — records from and to CSV, with a verdict for each row: nothing is lost in silence. */
#pragma once

#include "journal/keep.h"

G_BEGIN_DECLS

/* What happens to a row whose record is there under another id: the same person, as the rule of its
 * kind knows. */
typedef enum {
  KONTOR_SAME_IS_NEW,      /* it is not looked for */
  KONTOR_SAME_IS_REFUSED,
  KONTOR_SAME_IS_CHANGED,
  KONTOR_SAME_IS_SKIPPED,
} KontorSame;

/**
 * KontorImportPart: a file may come in parts, each with the header, so that nobody waits for all.
 * @locale: what its texts leave unsaid
 * @mapping: (nullable): a{ss}: the field for a column of another name; "" leaves it out
 * @token: (nullable): the same for all parts: what they did is kept as one record of the kind
 *   import, which undo-import takes back
 * @file: (nullable): its name
 * @lines: (nullable): where each row stands in the whole file
 * @seen: (nullable): a table of char * to guint that lives over the parts of a trial: what came in
 *   an earlier one, and its line
 */
typedef struct {
  const KontorLocale *locale;
  gboolean            dry_run;
  KontorSame          same;
  GVariant           *mapping;
  const char         *token;
  const char         *file;
  const guint32      *lines;
  gsize               n_lines;
  GHashTable         *seen;
} KontorImportPart;

/* Saves a record for each row after the header, each by itself: a refused row takes no other with
 * it. A row changes the record whose key or id it has, where that was there before the import.
 * What Kontor keeps itself (read-only fields, which exports have) must be as it is; of a new
 * record it is left out, and the verdict names it.
 * @dry_run: says what would happen and changes nothing. What is wrong with the file as a whole
 * (no header, a column that is no field) is an error.
 * (transfer full): of GVariant a{sv}: line (x), outcome ("added", "changed", "skipped" or
 * "refused"), id, reason. */
GPtrArray *kontor_import_part (KontorStore *store, const KontorActor *actor,
                               const KontorKind *kind, const char *content,
                               const KontorImportPart *how, GError **error);
/* The same with a whole file whose columns are fields. */
GPtrArray *kontor_import_csv (KontorStore *store, const KontorActor *actor, const KontorKind *kind,
                              const char *content, const KontorLocale *locale, gboolean dry_run,
                              GError **error);

/* (transfer full): a header row, then a row for each record @filter (nullable) lets through. */
char      *kontor_export_csv (KontorStore *store, const KontorKind *kind, GVariant *filter,
                              GError **error);

G_END_DECLS

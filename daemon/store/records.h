/* SPDX-License-Identifier: GPL-3.0-or-later */
/* records.h — any kind of record in its table: the SQL is made from the field list.
 *
 * Knows nothing of rules, rights or the journal: journal/keep.h is the door for everybody who
 * saves on somebody's behalf. Each change is touched (kontor_store_touch) under its kind and id.
 */
#pragma once

#include "model/record.h"
#include "store/store.h"

G_BEGIN_DECLS

/**
 * KontorQuery:
 * @filter: (nullable): a{sv}. A name is a field, alone (equal) or followed by one of
 *   ">=" "<=" ">" "<" "!="; a value of type as or av means any of them. Times are asked for by
 *   their instant (x). "~" is what is looked for in every field that a record is found by; more
 *   texts than one, in any of them. A name followed by "~" is a text that holds the value among
 *   words parted by commas.
 * @after: (nullable): where the page before ended, as kontor_records_query() gave it
 * @sort: (nullable): the field, one that is found by, that pages are ordered by instead
 * @limit: how many at the most; 0 means all
 */
typedef struct {
  GVariant   *filter;
  const char *after;
  const char *sort;
  guint       limit;
  gboolean    descending;
} KontorQuery;

/* (transfer full): a{sv}; NOT_FOUND when there is none. @id in any form the kind reads. */
GVariant  *kontor_records_get    (KontorStore *store, const KontorKind *kind, const char *id,
                                  GError **error);
/* (transfer full): the records, of GVariant, in the order of the kind. @next: (out) (optional)
 * (transfer full): where the next page starts, NULL at the end. */
GPtrArray *kontor_records_query  (KontorStore *store, const KontorKind *kind,
                                  const KontorQuery *query, char **next, GError **error);
/* (transfer full): all whose @field is @text, of GVariant. */
GPtrArray *kontor_records_query_by (KontorStore *store, const KontorKind *kind, const char *field,
                                    const char *text, GError **error);
/* The first that fits, or NULL without error. */
GVariant  *kontor_records_find   (KontorStore *store, const KontorKind *kind, GError **error,
                                  const char *field, const char *text);
/* sum.c: (transfer full): what the money in @field adds up to, for each value of the text @by and
 * each currency: a{sv} with @by, "amount" and "count". */
GPtrArray *kontor_records_sum    (KontorStore *store, const KontorKind *kind, GVariant *filter,
                                  const char *field, const char *by, GError **error);
gint64     kontor_records_count  (KontorStore *store, const KontorKind *kind, GVariant *filter,
                                  GError **error); /* −1 on error */

/* (transfer full): the new id. */
char      *kontor_records_insert (KontorStore *store, const KontorKind *kind, GVariant *values,
                                  GError **error);
/* Writes what @changes has; "x-…" fields are merged into what is there. */
gboolean   kontor_records_update (KontorStore *store, const KontorKind *kind, const char *id,
                                  GVariant *changes, GError **error);
gboolean   kontor_records_delete (KontorStore *store, const KontorKind *kind, const char *id,
                                  GError **error);

/* The conversation @from became one with @into: whatever was begun in it belongs there now. Before
 * its row is deleted, which these numbers refer to. */
gboolean   kontor_records_move_conversation (KontorStore *store, gint64 from, gint64 into,
                                             GError **error);

/* Every link to @from of @kind leads to @into from now on, whatever record it stands in. */
gboolean   kontor_records_relink (KontorStore *store, const KontorKind *kind, const char *from,
                                  const char *into, GError **error);

G_END_DECLS

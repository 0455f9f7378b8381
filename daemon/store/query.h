/* SPDX-License-Identifier: GPL-3.0-or-later */
/* query.h — what is asked of a kind, as the tail of a SELECT; for store/records.c alone. */
#pragma once

#include "store/columns.h"
#include "store/records.h"

G_BEGIN_DECLS

/* " WHERE …", its values into @cells. */
gboolean    kontor_query_add_filter (GString *sql, KontorCells *cells, const KontorKind *kind,
                                     GVariant *filter, GError **error);
/* What follows the place where the page before ended. */
gboolean    kontor_query_add_place  (GString *sql, KontorCells *cells, const KontorKind *kind,
                                     const KontorQuery *query, const char *sort,
                                     GError **error);
/* " ORDER BY … LIMIT ?", one row more than asked for, which tells whether there is a next page. */
void        kontor_query_add_order  (GString *sql, KontorCells *cells, const KontorKind *kind,
                                     const KontorQuery *query, const char *sort);
/* *column: (out) (transfer full): by which the field @sort orders; NULL for NULL. */
gboolean    kontor_query_find_sort  (const KontorKind *kind, const char *sort, char **column,
                                     GError **error);
/* (transfer full): the view or table that a kind is read from, in quotes where it must be. */
char       *kontor_query_dup_source (const KontorKind *kind);
const char *kontor_query_id_column  (const KontorKind *kind);

G_END_DECLS

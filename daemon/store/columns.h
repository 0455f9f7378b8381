/* SPDX-License-Identifier: GPL-3.0-or-later */
/* columns.h — how the fields of a record lie in a table; for store/records.c alone. */
#pragma once

#include "model/record.h"
#include "store/store.h"

G_BEGIN_DECLS

/* What is to be written: one of each for a column. */
typedef struct {
  GPtrArray *names;  /* of char *, quoted */
  GString   *types;  /* as kontor_store_run_v() takes them */
  GPtrArray *values; /* of GVariant or NULL */
} KontorCells;

/* The key of what is empty: of private use, and after the letters of all scripts. */
#define KONTOR_COLUMNS_LAST "\uf8ff"

KontorCells *kontor_cells_new       (void);
void         kontor_cells_free      (KontorCells *self);
/* @value: (transfer full), or floating, or NULL */
void         kontor_cells_add       (KontorCells *self, const char *name, char type,
                                     GVariant *value);
/* The columns of @field for @value, which was checked; an empty one becomes NULL. */
void         kontor_cells_add_field (KontorCells *self, const KontorField *field, GVariant *value);

/* The column a field is compared and sorted by, quoted: NAME, NAME_at, NAME_minor or NAME_hash. */
char        *kontor_columns_key     (const KontorField *field);
/* The column that has it folded, quoted. */
char        *kontor_columns_found   (const KontorField *field);
/* Appends the columns that kontor_columns_read() takes: ", \"at_local\", …". */
void         kontor_columns_select  (GString *sql, const KontorField *field);
/* (transfer full) (nullable): reads from *@column on and moves it; NULL for NULL without error. */
GVariant    *kontor_columns_read    (const KontorField *field, KontorRows *rows, int *column,
                                     GError **error);

/* The business's own fields as the text of the column extra, and back into @record. */
char        *kontor_columns_pack_own   (GVariant *record);
void         kontor_columns_unpack_own (const char *extra, GVariantDict *record);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KontorCells, kontor_cells_free)

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* store.h — the one database of the daemon (SQLite, WAL, synchronous=FULL).
 *
 * Only the main thread touches it. SQL stands in files named *-table.c and in store/.
 * To change the schema: the next store/migrations/NNNN-<name>.sql, its name in
 * store/meson.build, and a dump of the schema before it in tests/store/.
 *
 * Codes: a full disk, a busy file or a key that was not set yet is TRY_LATER, a broken UNIQUE,
 * CHECK or foreign key is NOT_ALLOWED, all else FAILED.
 */
#pragma once

#include <glib.h>

#include "base/secrets.h"
#include "store/seal.h"

G_BEGIN_DECLS

typedef struct _KontorStore KontorStore;
typedef struct _KontorRows  KontorRows;

/* Opens @path (":memory:" in tests), after a backup beside it ("PATH.before-NNNN") brings its
 * schema up to date, each migration in one transaction with its version. A database of a newer
 * program is refused with NOT_ALLOWED and left as it is. Nothing is ever deleted on failure. */
KontorStore *kontor_store_open     (const char *path, GError **error);
void         kontor_store_close    (KontorStore *self); /* NULL is fine */

/* Whether a key was ever set for this database: then it must come from the keyring, and must
 * not be made anew. */
gboolean     kontor_store_has_key  (KontorStore *self);
/* Takes the key the sealed columns need; the first one is remembered by a check value, and any
 * other is refused afterwards with NOT_ALLOWED. */
gboolean     kontor_store_set_key  (KontorStore *self, GBytes *key, GError **error);

/* The keyring of this business, for secrets that records name; NULL where there is none, as in
 * tests. The store frees it. */
void           kontor_store_take_secrets (KontorStore *self, KontorSecrets *secrets);
KontorSecrets *kontor_store_get_secrets  (KontorStore *self);

/* (transfer full): 32 hexadecimal digits that only the holder of the key can make of @text. */
char        *kontor_store_dup_mark (KontorStore *self, const char *text);

/* Binds the arguments after @types to the question marks of @sql; a NULL pointer becomes NULL:
 *   s  const char *, text         x  gint64            d  double
 *   b  GBytes *, blob             z  const char *, sealed on the way in
 *   h  const char *, its keyed hash             y  GBytes *, sealed on the way in
 * Statements are prepared once and kept. */
gboolean     kontor_store_run      (KontorStore *self, GError **error,
                                    const char *sql, const char *types, ...);
KontorRows  *kontor_store_ask      (KontorStore *self, GError **error,
                                    const char *sql, const char *types, ...);
/* The same with values that were gathered: each of @values is a GVariant (s for s, z and h, x, d,
 * ay for b), or a NULL pointer for NULL. */
gboolean     kontor_store_run_v    (KontorStore *self, GError **error,
                                    const char *sql, const char *types, GPtrArray *values);
KontorRows  *kontor_store_ask_v    (KontorStore *self, GError **error,
                                    const char *sql, const char *types, GPtrArray *values);
gint64       kontor_store_last_id  (KontorStore *self);
int          kontor_store_changes  (KontorStore *self);

/* Work between begin and commit is kept whole or not at all. They nest: an inner undo takes back
 * the inner work alone. A commit that fails leaves the work open: undo it, or commit once more.
 * When the database itself took the work back (a full disk), everything after is refused with
 * TRY_LATER until the outermost undo. */
gboolean     kontor_store_begin    (KontorStore *self, GError **error);
gboolean     kontor_store_commit   (KontorStore *self, GError **error);
void         kontor_store_undo     (KontorStore *self);
/* As begin, for what is made again from the rest when it is lost, as an index or the answer to a
 * message that is kept: the commit does not wait for the disk, so a power cut may take it back,
 * whole, until something else is committed. Inside of other work it is part of that. */
gboolean     kontor_store_begin_derived (KontorStore *self, GError **error);
gboolean     kontor_store_is_busy  (KontorStore *self); /* inside a transaction */

/* Says that something changed. Watchers hear of it once the outermost transaction stands, in
 * the order of the changes, each (kind, id) once; what was undone is never told. Outside a
 * transaction they hear at once. That the disk or the file failed is told as the kind "store" with
 * the id "full", "damaged" or "failing". */
typedef void (*KontorStoreWatch) (const char *kind, const char *id, gpointer data);
void         kontor_store_touch    (KontorStore *self, const char *kind, const char *id);
guint        kontor_store_watch    (KontorStore *self, KontorStoreWatch watch, gpointer data);
void         kontor_store_unwatch  (KontorStore *self, guint id);

/* Sets @error to what the database says, after @what. Always FALSE. */
gboolean     kontor_store_fail     (KontorStore *self, GError **error, const char *what);

/* Rows are freed before their store is closed.
 * while (kontor_rows_next (rows)) …; if (!kontor_rows_done (rows, error)) return FALSE; */
gboolean     kontor_rows_next      (KontorRows *rows);
gboolean     kontor_rows_done      (KontorRows *rows, GError **error);
gboolean     kontor_rows_is_null   (KontorRows *rows, int column);
const char  *kontor_rows_text      (KontorRows *rows, int column); /* until the next row */
gint64       kontor_rows_int       (KontorRows *rows, int column);
double       kontor_rows_double    (KontorRows *rows, int column);
GBytes      *kontor_rows_dup_blob  (KontorRows *rows, int column);
/* (transfer full) (nullable): the text of a sealed column; NULL for NULL without error,
 * NULL with error when it cannot be opened. */
char        *kontor_rows_dup_sealed (KontorRows *rows, int column, GError **error);
/* The same for what was bound with y. */
GBytes      *kontor_rows_dup_sealed_blob (KontorRows *rows, int column, GError **error);
void         kontor_rows_free      (KontorRows *rows);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KontorStore, kontor_store_close)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (KontorRows, kontor_rows_free)

G_END_DECLS

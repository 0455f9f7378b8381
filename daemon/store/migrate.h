/* SPDX-License-Identifier: GPL-3.0-or-later */
/* migrate.h — brings a database up to date; for store.c and its tests.
 *
 * @migrations: SQL texts; the first makes version 1. Each runs in one transaction with its
 * version (PRAGMA user_version) and a check of all foreign keys, which are off meanwhile: rebuild
 * a table freely, but never begin or commit in there.
 * @path: (nullable): the file of @db, copied to "PATH.before-NNNN" ahead of migration NNNN when
 * there is something to lose; NULL for none. A copy of the same name, left by an attempt that
 * failed, is replaced.
 *
 * NOT_ALLOWED for a database of a newer program, or of another one: it is left as it is.
 */
#pragma once

#include <glib.h>
#include <sqlite3.h>

G_BEGIN_DECLS

gboolean kontor_migrate (sqlite3 *db, const char *path, const char *const *migrations, guint n,
                         GError **error);

G_END_DECLS

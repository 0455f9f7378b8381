/* SPDX-License-Identifier: GPL-3.0-or-later */
/* bind.h — values into the question marks of a statement; types as store.h names them.
 *
 * Each fails with FAILED when types and values do not fit, and with TRY_LATER when something is
 * to be sealed or hashed and @seal is NULL. What is bound is copied.
 */
#pragma once

#include <glib.h>
#include <sqlite3.h>
#include <stdarg.h>

#include "store/seal.h"

G_BEGIN_DECLS

gboolean kontor_bind_arguments (sqlite3_stmt *statement, KontorSeal *seal, const char *types,
                                va_list arguments, GError **error);
/* @values: of GVariant, or NULL for NULL */
gboolean kontor_bind_values    (sqlite3_stmt *statement, KontorSeal *seal, const char *types,
                                GPtrArray *values, GError **error);

G_END_DECLS

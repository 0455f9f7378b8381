/* SPDX-License-Identifier: GPL-3.0-or-later */
/* check.h — whether what is kept is sound: read from end to end by a thread, on a connection of its
 * own, while everything else goes on. Writes nothing. */
#pragma once

#include <gio/gio.h>

#include "store/store.h"

G_BEGIN_DECLS

/* @share: 0 to 1 */
typedef void (*KontorCheckProgress) (double share, gpointer data);

/* The store is lent until the thread has its path. @progress: from the main loop, with @data. */
void   kontor_check_async  (KontorStore *store, KontorCheckProgress progress,
                            GCancellable *cancellable, GAsyncReadyCallback callback,
                            gpointer data);
/* (transfer full): GStrv, what is broken, one line each: tables and their indexes, and rows that
 * refer to others that are not there. Pages that belong to nothing are not looked for. */
char **kontor_check_finish (GAsyncResult *result, GError **error);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* sse.h — server-sent events out of bytes that come in any pieces (WHATWG HTML, 9.2).
 *
 * Pure. Names and ids of events are let go: each of our vendors says in the data what it is.
 * It keeps no more than one event; whoever feeds it sets a limit to the whole.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct _KontorSse KontorSse;

/* The data of one event. FALSE with error ends it all. */
typedef gboolean (*KontorSseFunc) (const char *bytes, gsize size, gpointer data, GError **error);

KontorSse *kontor_sse_new  (KontorSseFunc func, gpointer data);
void       kontor_sse_free (KontorSse *self);
gboolean   kontor_sse_feed (KontorSse *self, const char *bytes, gsize size, GError **error);
/* The bytes have ended: an event whose blank line is missing counts. */
gboolean   kontor_sse_end  (KontorSse *self, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KontorSse, kontor_sse_free)

G_END_DECLS

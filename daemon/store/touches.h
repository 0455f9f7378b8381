/* SPDX-License-Identifier: GPL-3.0-or-later */
/* touches.h — what changed in the transactions under way, and who wants to hear of it.
 *
 * Belongs to the store, which says when work begins, stands or is undone. Knows no SQL.
 */
#pragma once

#include "store/store.h"

G_BEGIN_DECLS

typedef struct _KontorTouches KontorTouches;

KontorTouches *kontor_touches_new     (void);
void           kontor_touches_free    (KontorTouches *self);

void           kontor_touches_add     (KontorTouches *self, const char *kind, const char *id);
void           kontor_touches_begin   (KontorTouches *self);
void           kontor_touches_keep    (KontorTouches *self); /* the innermost work stands */
void           kontor_touches_drop    (KontorTouches *self); /* the innermost work is undone */
/* Tells all there is. Called by a watcher, it leaves the telling to the call under way. */
void           kontor_touches_tell    (KontorTouches *self);

guint          kontor_touches_watch   (KontorTouches *self, KontorStoreWatch watch, gpointer data);
void           kontor_touches_unwatch (KontorTouches *self, guint id);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* slices.h — work that may come all at once is done a few milliseconds at a time, in order, so that
 * whatever else there is gets its turn in between. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct _KontorSlices KontorSlices;

KontorSlices *kontor_slices_new  (void);
/* What is left is done now. */
void          kontor_slices_free (KontorSlices *self);
/* @todo: is done from the main loop, soon, with @data. */
void          kontor_slices_add  (KontorSlices *self, void (*todo) (gpointer data),
                                  gpointer data);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KontorSlices, kontor_slices_free)

G_END_DECLS

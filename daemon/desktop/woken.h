/* SPDX-License-Identifier: GPL-3.0-or-later */
/* woken.h — that the computer slept, or its clock was set, told by the kernel: no permission is
 * needed, as for logind's word, so that it is heard inside Flatpak as well. It wakes nobody by
 * itself. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* @has_slept: else the clock was set. */
typedef void (*KontorWokenFunc) (gboolean has_slept, gpointer data);

typedef struct _KontorWoken KontorWoken;

KontorWoken *kontor_woken_watch   (KontorWokenFunc func, gpointer data);
void         kontor_woken_unwatch (KontorWoken *self);

G_END_DECLS

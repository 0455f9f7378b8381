/* SPDX-License-Identifier: GPL-3.0-or-later */
/* picture.h — a picture from a file, read and made small beside the window: a phone's photo is
 * twelve million points and would hold it for a tenth of a second. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Upright, and neither wider nor higher than @most points. @source: (nullable): as of a GTask */
void        kontor_picture_read_async  (gpointer source, const char *path, int most,
                                        GCancellable *cancellable, GAsyncReadyCallback callback,
                                        gpointer data);
/* (transfer full) */
GdkTexture *kontor_picture_read_finish (GAsyncResult *result, GError **error);

G_END_DECLS

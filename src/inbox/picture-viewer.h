/* SPDX-License-Identifier: GPL-3.0-or-later */
/* picture-viewer.h — a customer's picture as large as the screen lets it, to be looked at and kept.
 * Escape closes it. */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define KONTOR_TYPE_PICTURE_VIEWER (kontor_picture_viewer_get_type ())
G_DECLARE_FINAL_TYPE (KontorPictureViewer, kontor_picture_viewer, KONTOR, PICTURE_VIEWER, AdwWindow)

/* Signal: "save" (): where it is kept is asked for by whoever shows it, at the viewer.
 * (transfer none): the viewer, which belongs to itself. @name: "" where it has none. */
GtkWidget *kontor_picture_viewer_show (GtkWidget *widget, const char *path, const char *name);

G_END_DECLS

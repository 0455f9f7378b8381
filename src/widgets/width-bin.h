/* SPDX-License-Identifier: GPL-3.0-or-later */
/* width-bin.h — one child, and the width at which it would like to stand: what folds by natural
 * widths (AdwFlap, AdwLeaflet) then folds at widths that were chosen, not at those that happen to
 * come out of the longest text of the day. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Properties: child, natural-width (int, px). */
#define KONTOR_TYPE_WIDTH_BIN (kontor_width_bin_get_type ())
G_DECLARE_FINAL_TYPE (KontorWidthBin, kontor_width_bin, KONTOR, WIDTH_BIN, GtkWidget)

G_END_DECLS

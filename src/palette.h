/* SPDX-License-Identifier: GPL-3.0-or-later */
/* palette.h — find or do: pages, commands, contacts and bookings by a few letters. It does nothing
 * itself: what is chosen is an action of the window it stands before. */
#pragma once

#include <adwaita.h>

#include "remote/remote-house.h"

G_BEGIN_DECLS

#define KONTOR_TYPE_PALETTE (kontor_palette_get_type ())
G_DECLARE_FINAL_TYPE (KontorPalette, kontor_palette, KONTOR, PALETTE, AdwWindow)

KontorPalette *kontor_palette_new      (GtkWindow *before, KontorRemoteHouse *house);
void           kontor_palette_add_page (KontorPalette *self, const char *name, const char *title,
                                        const char *icon);

G_END_DECLS

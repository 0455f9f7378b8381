/* SPDX-License-Identifier: GPL-3.0-or-later */
/* palette-records.h — the contacts that fit what was typed, their bookings, and the booking of a
 * number, as the daemon finds them among all there are. It asks when nothing was typed for a
 * moment, and drops what it asked for when something else is. */
#pragma once

#include "remote/remote-house.h"

G_BEGIN_DECLS

/* Signal: "looked" (): all that fits is there. */
#define KONTOR_TYPE_PALETTE_RECORDS (kontor_palette_records_get_type ())
G_DECLARE_FINAL_TYPE (KontorPaletteRecords, kontor_palette_records, KONTOR, PALETTE_RECORDS,
                      GObject)

KontorPaletteRecords *kontor_palette_records_new        (KontorRemoteHouse *house);
/* (transfer none): of KontorPaletteItem */
GListModel           *kontor_palette_records_get_items  (KontorPaletteRecords *self);
void                  kontor_palette_records_look_for   (KontorPaletteRecords *self,
                                                         const char *text);
gboolean              kontor_palette_records_is_looking (KontorPaletteRecords *self);

G_END_DECLS

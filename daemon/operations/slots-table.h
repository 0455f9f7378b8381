/* SPDX-License-Identifier: GPL-3.0-or-later */
/* slots-table.h — the bookings that lie on a stretch of time; for operations/slots.c alone. */
#pragma once

#include "store/store.h"

G_BEGIN_DECLS

typedef struct {
  gint64 from_us;
  gint64 to_us;
  gint64 places;
} KontorTaken;

/* (transfer full): of KontorTaken. @but: a booking's number that is left out, 0 for none. */
GArray *kontor_slots_taken (KontorStore *store, const char *service, gint64 from_us, gint64 to_us,
                            gint64 but, GError **error);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* slots.h — whether a place is free at a time. Asked again inside the transaction that books. */
#pragma once

#include "operations/services.h"

G_BEGIN_DECLS

typedef enum {
  KONTOR_SLOT_FREE,
  KONTOR_SLOT_PAST,     /* before now, or too short notice */
  KONTOR_SLOT_NO_SUCH,  /* the clocks jump over it */
  KONTOR_SLOT_TWICE,    /* the clocks bring it twice */
  KONTOR_SLOT_CLOSED,
  KONTOR_SLOT_FULL,
} KontorSlot;

/* @but: (nullable): a booking that is not counted, for one that moves. @at_us: (out) (optional):
 * the instant. FALSE with error when the store failed; what is wrong with the time is no error. */
gboolean kontor_slot_check (KontorStore *store, const KontorBusiness *business,
                            const KontorService *service, const KontorWallTime *at, gint64 places,
                            const char *but, KontorSlot *slot, gint64 *at_us, GError **error);

/* The next time from @from on that is free, in steps of the duration (15 to 60 minutes), within
 * fourteen days. FALSE without error when there is none. */
gboolean kontor_slot_find_next (KontorStore *store, const KontorBusiness *business,
                                const KontorService *service, const KontorWallTime *from,
                                gint64 places, KontorWallTime *found, GError **error);

/* In words for the person who asked, with what to do. */
const char *kontor_slot_get_reason (KontorSlot slot);

G_END_DECLS

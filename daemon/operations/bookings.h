/* SPDX-License-Identifier: GPL-3.0-or-later */
/* bookings.h — the book: whose, which ones are to come, and what their people are told. */
#pragma once

#include "operations/booking-states.h"
#include "operations/slots.h"

G_BEGIN_DECLS

/* (transfer full): the contact's bookings that are alive, from a day before now on, in their order. */
GPtrArray *kontor_bookings_open_of (KontorStore *store, const char *contact, gint64 now_us,
                                    GError **error);
/* (transfer full): everybody's that are alive and to come, the next @limit. */
GPtrArray *kontor_bookings_to_come (KontorStore *store, gint64 now_us, guint limit, GError **error);

/* Writes the timelines of the booking and of its contact, and lets those hear of it who are to be
 * told: a customer who did it is told by the reply itself. @text: (nullable) */
gboolean   kontor_booking_tell     (KontorStore *store, const KontorActor *actor, GVariant *booking,
                                    const char *event, const char *text, KontorTold told,
                                    GError **error);

/* Whether "at", "places" and "x-…" in @arguments can be had; the instant is made right.
 * NOT_ALLOWED with the reason. @but: (nullable): the booking that moves. */
gboolean   kontor_booking_check_slot (KontorStore *store, const KontorBusiness *business,
                                      const KontorService *service, GVariant *at, gint64 places,
                                      const char *but, GError **error);

G_END_DECLS

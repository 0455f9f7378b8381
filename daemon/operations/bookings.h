/* SPDX-License-Identifier: GPL-3.0-or-later */
/* bookings.h — the book: whose, and which ones are to come. */
#pragma once

#include "operations/slots.h"
#include "operations/states.h"

G_BEGIN_DECLS

/* (transfer full): the contact's bookings that are alive, from a day before now on, in their
 * order. */
GPtrArray *kontor_bookings_open_of (KontorStore *store, const char *contact, gint64 now_us,
                                    GError **error);
/* (transfer full): everybody's that are alive and to come, the next @limit. */
GPtrArray *kontor_bookings_to_come (KontorStore *store, gint64 now_us, guint limit, GError **error);

/* Whether "at", "places" and "x-…" in @arguments can be had; the instant is made right.
 * NOT_ALLOWED with the reason. @but: (nullable): the booking that moves. */
gboolean   kontor_booking_check_slot (KontorStore *store, const KontorBusiness *business,
                                      const KontorService *service, GVariant *at, gint64 places,
                                      const char *but, GError **error);

/* Makes the booking that @arguments of the action "book" describe: its run. (transfer full) */
GVariant  *kontor_booking_make (KontorStore *store, const KontorActor *actor, GVariant *arguments,
                                GError **error);
/* Whether the fields "x-…" in @arguments are what the service asks for today. BAD_INPUT */
gboolean   kontor_booking_check_own (KontorStore *store, GVariant *arguments, GError **error);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* booking-list.h — bookings under four tabs, narrowed by state, service and days. */
#pragma once

#include <adwaita.h>

#include "remote/remote-house.h"

G_BEGIN_DECLS

/* Property: is-alone (gboolean): nothing stands beside it, so it closes the window.
 * Signal: "chosen" (KontorRemoteRecord). */
#define KONTOR_TYPE_BOOKING_LIST (kontor_booking_list_get_type ())
G_DECLARE_FINAL_TYPE (KontorBookingList, kontor_booking_list, KONTOR, BOOKING_LIST, AdwBin)

void kontor_booking_list_set_house (KontorBookingList *self, KontorRemoteHouse *house);
/* @id: (nullable) */
void kontor_booking_list_select    (KontorBookingList *self, const char *id);
/* (transfer floating): what is shown, as Records.Query() takes it. */
GVariant *kontor_booking_list_make_filter (KontorBookingList *self);
/* "ongoing", "past", "paid", "all"; "today" and "unpaid" narrow the list of all. */
void kontor_booking_list_show_tab  (KontorBookingList *self, const char *name);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* booking-row.h — a booking, or an order, in a list: when, what and who, its state, its money. */
#pragma once

#include "widgets/record-row.h"

G_BEGIN_DECLS

#define KONTOR_TYPE_BOOKING_ROW (kontor_booking_row_get_type ())
G_DECLARE_FINAL_TYPE (KontorBookingRow, kontor_booking_row, KONTOR, BOOKING_ROW, KontorRecordRow)

/* @house: KontorRemoteHouse; a KontorRowMake. */
GtkWidget  *kontor_booking_row_new   (gpointer house);

G_END_DECLS

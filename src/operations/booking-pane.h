/* SPDX-License-Identifier: GPL-3.0-or-later */
/* booking-pane.h — one booking: when, what, who, what it costs, what can be done with it now, and
 * what happened. What can be done is what the daemon tells of its actions. */
#pragma once

#include <adwaita.h>

#include "remote/remote-house.h"

G_BEGIN_DECLS

/* Property: is-alone (gboolean): the list is not beside it; a way back is shown.
 * Signal: "back" (). */
#define KONTOR_TYPE_BOOKING_PANE (kontor_booking_pane_get_type ())
G_DECLARE_FINAL_TYPE (KontorBookingPane, kontor_booking_pane, KONTOR, BOOKING_PANE, AdwBin)

void kontor_booking_pane_set_house (KontorBookingPane *self, KontorRemoteHouse *house);
/* @id: (nullable) */
void kontor_booking_pane_show      (KontorBookingPane *self, const char *id);

G_END_DECLS

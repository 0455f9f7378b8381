/* SPDX-License-Identifier: GPL-3.0-or-later */
/* bookings-page.h — the book: what is to come, what was, what is paid, and the one that is open.
 * Places: "BK000001", "new", "new/CT1", "today", "unpaid". */
#pragma once

#include <adwaita.h>

#include "remote/remote-house.h"

G_BEGIN_DECLS

#define KONTOR_TYPE_BOOKINGS_PAGE (kontor_bookings_page_get_type ())
G_DECLARE_FINAL_TYPE (KontorBookingsPage, kontor_bookings_page, KONTOR, BOOKINGS_PAGE, AdwBin)

GtkWidget *kontor_bookings_page_new (KontorRemoteHouse *house);

G_END_DECLS

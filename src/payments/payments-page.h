/* SPDX-License-Identifier: GPL-3.0-or-later */
/* payments-page.h — money: accounts, what was asked for, the ledger, pay-outs, and what differs
 * from the gateway's own list. Which gateways there are, only the daemon knows.
 * Places: "PM1", "requests", "ledger", "pay-outs", "compared", "new-account". */
#pragma once

#include <adwaita.h>

#include "remote/remote-house.h"

G_BEGIN_DECLS

#define KONTOR_TYPE_PAYMENTS_PAGE (kontor_payments_page_get_type ())
G_DECLARE_FINAL_TYPE (KontorPaymentsPage, kontor_payments_page, KONTOR, PAYMENTS_PAGE, AdwBin)

GtkWidget *kontor_payments_page_new (KontorRemoteHouse *house);

G_END_DECLS

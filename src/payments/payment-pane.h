/* SPDX-License-Identifier: GPL-3.0-or-later */
/* payment-pane.h — one record of money: how it stands, what can be done with it, its facts and what
 * happened to it. */
#pragma once

#include <adwaita.h>

#include "remote/remote-house.h"

G_BEGIN_DECLS

/* Property: is-alone (gboolean). Signal: "back" (). */
#define KONTOR_TYPE_PAYMENT_PANE (kontor_payment_pane_get_type ())
G_DECLARE_FINAL_TYPE (KontorPaymentPane, kontor_payment_pane, KONTOR, PAYMENT_PANE, AdwBin)

void kontor_payment_pane_set_house (KontorPaymentPane *self, KontorRemoteHouse *house);
/* @id: (nullable): nothing is shown then. */
void kontor_payment_pane_show      (KontorPaymentPane *self, const char *kind, const char *id);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* payment-box.h — the payments of one booking or of one contact, and the button that asks for one.
 * It knows no gateway: what it shows and asks is what the daemon told. */
#pragma once

#include <adwaita.h>

#include "remote/remote-house.h"

G_BEGIN_DECLS

#define KONTOR_TYPE_PAYMENT_BOX (kontor_payment_box_get_type ())
G_DECLARE_FINAL_TYPE (KontorPaymentBox, kontor_payment_box, KONTOR, PAYMENT_BOX, AdwBin)

/* @kind: "booking", "order" or "contact". @id: (nullable): nothing is shown then. May be called
 * again and again. */
void kontor_payment_box_show (KontorPaymentBox *self, KontorRemoteHouse *house, const char *kind,
                              const char *id);

G_END_DECLS

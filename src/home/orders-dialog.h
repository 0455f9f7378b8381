/* SPDX-License-Identifier: GPL-3.0-or-later */
/* orders-dialog.h — the orders that somebody still has something to do for, the latest first. One
 * that is chosen leads to where its customer is answered. It does nothing with them itself. */
#pragma once

#include <adwaita.h>

#include "remote/remote-house.h"

G_BEGIN_DECLS

#define KONTOR_TYPE_ORDERS_DIALOG (kontor_orders_dialog_get_type ())
G_DECLARE_FINAL_TYPE (KontorOrdersDialog, kontor_orders_dialog, KONTOR, ORDERS_DIALOG, AdwWindow)

/* The dialog belongs to itself. @widget: of the page that opens it. */
void kontor_orders_dialog_open (GtkWidget *widget, KontorRemoteHouse *house);

G_END_DECLS

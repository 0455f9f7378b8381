/* SPDX-License-Identifier: GPL-3.0-or-later */
/* money-row.h — money that was asked for, moved or compared, in a list: what for, when, how much,
 * and how it stands. One row for payments, refunds, pay-outs, ledger entries and lines of a
 * reconciliation: it draws what of these a record has. */
#pragma once

#include "widgets/record-row.h"

G_BEGIN_DECLS

#define KONTOR_TYPE_MONEY_ROW (kontor_money_row_get_type ())
G_DECLARE_FINAL_TYPE (KontorMoneyRow, kontor_money_row, KONTOR, MONEY_ROW, KontorRecordRow)

/* @house: KontorRemoteHouse; a KontorRowMake. */
GtkWidget  *kontor_money_row_new   (gpointer house);

G_END_DECLS

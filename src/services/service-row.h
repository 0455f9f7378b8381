/* SPDX-License-Identifier: GPL-3.0-or-later */
/* service-row.h — a service in the list: its name, price and what a wish for it becomes. */
#pragma once

#include "widgets/record-row.h"

G_BEGIN_DECLS

#define KONTOR_TYPE_SERVICE_ROW (kontor_service_row_get_type ())
G_DECLARE_FINAL_TYPE (KontorServiceRow, kontor_service_row, KONTOR, SERVICE_ROW, KontorRecordRow)

/* @house: a KontorRemoteHouse */
GtkWidget *kontor_service_row_new (gpointer house);

G_END_DECLS

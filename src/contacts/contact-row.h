/* SPDX-License-Identifier: GPL-3.0-or-later */
/* contact-row.h — a contact in a list: name, number or address, labels, and a STOP. */
#pragma once

#include "widgets/record-row.h"

G_BEGIN_DECLS

#define KONTOR_TYPE_CONTACT_ROW (kontor_contact_row_get_type ())
G_DECLARE_FINAL_TYPE (KontorContactRow, kontor_contact_row, KONTOR, CONTACT_ROW, KontorRecordRow)

/* @house: KontorRemoteHouse; a KontorRowMake. */
GtkWidget *kontor_contact_row_new (gpointer house);

G_END_DECLS

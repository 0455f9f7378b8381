/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hit-row.h — a message that was found: whose conversation, when, and the words around the hit. */
#pragma once

#include "widgets/record-row.h"

G_BEGIN_DECLS

#define KONTOR_TYPE_HIT_ROW (kontor_hit_row_get_type ())
G_DECLARE_FINAL_TYPE (KontorHitRow, kontor_hit_row, KONTOR, HIT_ROW, KontorRecordRow)

/* @house: KontorRemoteHouse; a KontorRowMake. */
GtkWidget *kontor_hit_row_new (gpointer house);

G_END_DECLS

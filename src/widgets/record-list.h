/* SPDX-License-Identifier: GPL-3.0-or-later */
/* record-list.h — a KontorRemoteList on the screen: rows that are used again, the next page fetched
 * before its end is reached, and what to show while there is nothing. */
#pragma once

#include <adwaita.h>

#include "remote/remote-list.h"
#include "widgets/row-factory.h"

G_BEGIN_DECLS

/* Signal: "chosen" (KontorRemoteRecord): by a click or Enter. */
#define KONTOR_TYPE_RECORD_LIST (kontor_record_list_get_type ())
G_DECLARE_FINAL_TYPE (KontorRecordList, kontor_record_list, KONTOR, RECORD_LIST, AdwBin)

void              kontor_record_list_set_rows  (KontorRecordList *self, const char *name,
                                                KontorRowMake make, gpointer data);
/* What is said where there is none. */
void              kontor_record_list_set_empty (KontorRecordList *self, const char *icon,
                                                const char *title, const char *text);
/* @list: (nullable) */
void              kontor_record_list_set_list  (KontorRecordList *self, KontorRemoteList *list);
/* Marks the row of @id, now or when it comes; NULL: none. */
void              kontor_record_list_select    (KontorRecordList *self, const char *id);

G_END_DECLS

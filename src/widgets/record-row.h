/* SPDX-License-Identifier: GPL-3.0-or-later */
/* record-row.h — what rows of records have in common: an item that may change under them, names
 * that may be found later, and a summary for people who do not see the row. */
#pragma once

#include <adwaita.h>

#include "remote/remote-house.h"
#include "remote/remote-record.h"

G_BEGIN_DECLS

/* Properties: item (GObject with a property "values", or NULL), summary (string). */
#define KONTOR_TYPE_RECORD_ROW (kontor_record_row_get_type ())
G_DECLARE_DERIVABLE_TYPE (KontorRecordRow, kontor_record_row, KONTOR, RECORD_ROW, AdwBin)

struct _KontorRecordRowClass
{
  AdwBinClass parent_class;

  /* Draws the item anew; never called without one. */
  void (*draw) (KontorRecordRow *self, KontorRemoteRecord *record);
};

void                kontor_record_row_set_house   (KontorRecordRow *self,
                                                   KontorRemoteHouse *house);
KontorRemoteHouse  *kontor_record_row_get_house   (KontorRecordRow *self);
KontorRemoteRecord *kontor_record_row_get_item    (KontorRecordRow *self);
void                kontor_record_row_set_summary (KontorRecordRow *self, const char *summary);

/* (transfer full): the row inside one of a GtkListBox, named by its summary. */
GtkWidget          *kontor_record_row_wrap        (GtkWidget *row, gpointer item);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* records-dialog.h — all records of a kind that people keep themselves: to see, add, change and
 * delete. It knows no kind: whatever the daemon tells of has a place to be kept at. */
#pragma once

#include <adwaita.h>

#include "remote/remote-house.h"

G_BEGIN_DECLS

#define KONTOR_TYPE_RECORDS_DIALOG (kontor_records_dialog_get_type ())
G_DECLARE_FINAL_TYPE (KontorRecordsDialog, kontor_records_dialog, KONTOR, RECORDS_DIALOG, AdwWindow)

/* (transfer none): the dialog, which belongs to itself. @before: (nullable). @kind: one that the
 * daemon told of. */
GtkWidget *kontor_records_dialog_open (GtkWindow *before, KontorRemoteHouse *house,
                                       const char *kind);

G_END_DECLS

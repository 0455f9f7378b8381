/* SPDX-License-Identifier: GPL-3.0-or-later */
/* form-dialog.h — a form in a window of its own: changes a record, or runs an action. It closes
 * when the daemon has taken it; else it says what is wrong and keeps what was put in. */
#pragma once

#include <adwaita.h>

#include "remote/remote-house.h"
#include "remote/remote-record.h"

G_BEGIN_DECLS

/* Signal: "done" (a{sv}): what the action was done to; after a change: {"id": …}. */
#define KONTOR_TYPE_FORM_DIALOG (kontor_form_dialog_get_type ())
G_DECLARE_FINAL_TYPE (KontorFormDialog, kontor_form_dialog, KONTOR, FORM_DIALOG, AdwWindow)

/* (transfer none): the dialog, which belongs to itself. @record: (nullable): a new one. */
KontorFormDialog *kontor_form_dialog_edit (GtkWidget *widget, KontorRemoteHouse *house,
                                           const char *kind, KontorRemoteRecord *record);
/* The same without the fields in @hidden, (nullable). Of a new record, what @given has of those is
 * kept with it, and the rest of @given, may be floating, stands in the form at first. */
KontorFormDialog *kontor_form_dialog_keep (GtkWidget *widget, KontorRemoteHouse *house,
                                           const char *kind, KontorRemoteRecord *record,
                                           GVariant *given, const char *const *hidden);
/* @given: a{sv} of arguments, may be floating: those in @fixed are not asked for, the others stand
 * in the form at first. */
KontorFormDialog *kontor_form_dialog_act  (GtkWidget *widget, KontorRemoteHouse *house,
                                           const char *action, GVariant *given,
                                           const char *const *fixed);
void              kontor_form_dialog_set_heading (KontorFormDialog *self, const char *title,
                                                  const char *text, const char *button);

G_END_DECLS

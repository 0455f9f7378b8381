/* SPDX-License-Identifier: GPL-3.0-or-later */
/* record-form.h — fields to fill in, drawn from a list of them. It knows no kind of record: the
 * daemon told the list, and checks what was put in. */
#pragma once

#include <adwaita.h>

#include "remote/fields.h"
#include "remote/remote-house.h"

G_BEGIN_DECLS

/* Signal: "changed" (). */
#define KONTOR_TYPE_RECORD_FORM (kontor_record_form_get_type ())
G_DECLARE_FINAL_TYPE (KontorRecordForm, kontor_record_form, KONTOR, RECORD_FORM, AdwBin)

GtkWidget *kontor_record_form_new        (KontorRemoteHouse *house);
/* Adds those that may be written. @values: (nullable): what stands in them. @hidden: (nullable):
 * names of those that are not asked for. */
void       kontor_record_form_add        (KontorRecordForm *self, const KontorField *fields,
                                          GVariant *values, const char *const *hidden);
/* The business's own fields, in the place of those that were there before. */
void       kontor_record_form_set_own    (KontorRecordForm *self, KontorRemoteFields *own,
                                          GVariant *values);
/* (transfer full): a{sv} of texts. @only_changed: else all that are not empty. */
GVariant  *kontor_record_form_dup_values (KontorRecordForm *self, gboolean only_changed);
/* Marks the fields that @error is about and says why; NULL takes that away. */
void       kontor_record_form_show_error (KontorRecordForm *self, const GError *error);

G_END_DECLS

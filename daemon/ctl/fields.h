/* SPDX-License-Identifier: GPL-3.0-or-later */
/* fields.h — what the daemon tells of fields, and values shown as people write them.
 *
 * Pure. The kinds are the daemon's, told by Records.Kinds(): none is known here.
 */
#pragma once

#include "model/field.h"

G_BEGIN_DECLS

/* A list of fields that was told over the bus; the texts belong to it. */
typedef struct _KontorCtlFields KontorCtlFields;

/* @told: aa{sv} with name, type, title, of; fields of unknown type are left out. */
KontorCtlFields   *kontor_ctl_fields_new  (GVariant *told);
void               kontor_ctl_fields_free (KontorCtlFields *fields);
/* Adds what @told has and @fields has not. What was lent before is not valid any more. */
void               kontor_ctl_fields_add  (KontorCtlFields *fields, GVariant *told);
/* (transfer none): ended by a field without name, as the functions of model/record.h take it. */
const KontorField *kontor_ctl_fields_get  (KontorCtlFields *fields);

/* (transfer full): as kontor_field_to_text(), but instants on this machine's clock, "2026-11-21
 * 09:00". @field may be NULL, or of another type than the value: the value's own type is used. */
char              *kontor_ctl_value_to_text (const KontorField *field, GVariant *value);

/* (transfer full): "name  value", a line for each field in the order of @fields, then what else is
 * in @record; what is empty, 0 in an instant, or secret is left out. @width as for tables. */
char              *kontor_ctl_record_to_text (const KontorField *fields, GVariant *record,
                                              guint width);

/* (transfer full): a table of @records (aa{sv}). @columns: (nullable): which, NULL at the end;
 * otherwise "id" and the fields in order, without secrets and long texts, then own ones ("x-…").
 * @wrap: the last column is the text of a message: it keeps its lines. */
char              *kontor_ctl_records_to_text (const KontorField *fields, GVariant *records,
                                               const char *const *columns, gboolean wrap,
                                               guint width);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KontorCtlFields, kontor_ctl_fields_free)

G_END_DECLS

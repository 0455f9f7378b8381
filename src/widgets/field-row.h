/* SPDX-License-Identifier: GPL-3.0-or-later */
/* field-row.h — one field of a form: the row that suits its type, and what was put in, as text that
 * the daemon reads. A value; the widget belongs to the form it is put in. */
#pragma once

#include <adwaita.h>

#include "model/field.h"
#include "remote/remote-house.h"

G_BEGIN_DECLS

typedef struct _KontorFieldRow KontorFieldRow;

/* @value: (nullable). @changed: called with @data whenever something else stands in it. */
KontorFieldRow *kontor_field_row_new        (KontorRemoteHouse *house, const KontorField *field,
                                             GVariant *value, GCallback changed, gpointer data);
void            kontor_field_row_free       (KontorFieldRow *self);
GtkWidget      *kontor_field_row_get_widget (KontorFieldRow *self);
const char     *kontor_field_row_get_name   (KontorFieldRow *self);
/* (transfer full): "" for nothing. */
char           *kontor_field_row_dup_text   (KontorFieldRow *self);
/* Whether it holds something else than at first. */
gboolean        kontor_field_row_is_changed (KontorFieldRow *self);
/* @message: (nullable): what is wrong, a line "field: why" for each fault; marks the row if it is
 * one of them. */
void            kontor_field_row_show_fault (KontorFieldRow *self, const char *message);

G_END_DECLS

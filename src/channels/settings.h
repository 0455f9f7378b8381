/* SPDX-License-Identifier: GPL-3.0-or-later */
/* settings.h — the settings of a line as they stand in their fields, and which of them are not kept
 * yet. A value; the widgets belong to whoever puts them somewhere. */
#pragma once

#include "remote/remote-house.h"
#include "widgets/field-row.h"

G_BEGIN_DECLS

typedef struct _KontorSettings KontorSettings;

/* @left: called with @data when something was written and the field was left by Enter. */
KontorSettings *kontor_settings_new         (KontorRemoteHouse *house, GCallback left,
                                             gpointer data);
void            kontor_settings_free        (KontorSettings *self);
/* (transfer none): the row of @field. @value: (nullable): what is kept. @is_needed: whether it may
 * not be left empty here. */
GtkWidget      *kontor_settings_add         (KontorSettings *self, const KontorField *field,
                                             GVariant *value, gboolean is_needed);
gboolean        kontor_settings_has         (KontorSettings *self, const char *name);
/* (transfer full): a{sv} of texts: what is not kept yet. */
GVariant       *kontor_settings_dup_changes (KontorSettings *self);
/* @changes are kept now. */
void            kontor_settings_keep        (KontorSettings *self, GVariant *changes);
/* Marks the fields that @error is about; NULL takes that away. */
void            kontor_settings_show_error  (KontorSettings *self, const GError *error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KontorSettings, kontor_settings_free)

G_END_DECLS

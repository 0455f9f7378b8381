/* SPDX-License-Identifier: GPL-3.0-or-later */
/* record-group.h — the records of a kind as rows under a heading: each can be edited and deleted, +
 * adds one. For kinds of which a business has a handful: all are fetched, 500 at the most. */
#pragma once

#include <adwaita.h>

#include "remote/remote-house.h"

G_BEGIN_DECLS

/* Signals:
 *   "chosen" (KontorRemoteRecord)   to be edited; where nobody listens, its form opens
 *   "added" (string)                the id of a new one
 *   "saved" (string)                the same of one that was changed by its form, too */
#define KONTOR_TYPE_RECORD_GROUP (kontor_record_group_get_type ())
G_DECLARE_FINAL_TYPE (KontorRecordGroup, kontor_record_group, KONTOR, RECORD_GROUP, AdwBin)

/* (transfer full): what a row says under its name; what else the record holds, unless set. */
typedef char *(*KontorRecordWords) (KontorRemoteHouse *house, KontorRemoteRecord *record);

/* @text: (nullable): under the heading. @add: (nullable): what + does: "New Field"; NULL: none can
 * be added or deleted. */
GtkWidget *kontor_record_group_new       (KontorRemoteHouse *house, const char *kind,
                                          const char *title, const char *text, const char *add);
void       kontor_record_group_set_words (KontorRecordGroup *self, KontorRecordWords words);
/* They stand by the number in the field @order, and can be moved: by dragging, and by Alt and an
 * arrow. */
void       kontor_record_group_set_order (KontorRecordGroup *self, const char *order);
/* Which are shown. @filter: (nullable), as Records.Query() takes it, may be floating. A new one has
 * what is equal in the filter. @hidden: (nullable): names of fields that its form does not ask for;
 * must outlive it. */
void       kontor_record_group_show      (KontorRecordGroup *self, GVariant *filter,
                                          const char *const *hidden);
/* What stands in the form of a new one at first: a{sv}, may be floating. */
void       kontor_record_group_set_given (KontorRecordGroup *self, GVariant *given);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* remote-record.h — one record, conversation or message as it was last told: an item of a list.
 *
 * Its values are an immutable a{sv}; when the daemon tells other ones, "values" is notified and
 * rows draw themselves anew. A followed record asks for itself when it changed.
 */
#pragma once

#include "model/record.h"
#include "remote/remote.h"

G_BEGIN_DECLS

/* Properties: values (GVariant a{sv}), is-gone (gboolean). */
#define KONTOR_TYPE_REMOTE_RECORD (kontor_remote_record_get_type ())
G_DECLARE_FINAL_TYPE (KontorRemoteRecord, kontor_remote_record, KONTOR, REMOTE_RECORD, GObject)

KontorRemoteRecord *kontor_remote_record_new        (GVariant *values);
/* Loads a record of @kind and follows it. Empty until it is told; gone when there is none. */
KontorRemoteRecord *kontor_remote_record_follow     (KontorRemote *remote, const char *kind,
                                                     const char *id);
/* The same for a conversation. */
KontorRemoteRecord *kontor_remote_record_follow_conversation (KontorRemote *remote, gint64 id);

const char         *kontor_remote_record_get_id     (KontorRemoteRecord *self);
GVariant           *kontor_remote_record_get_values (KontorRemoteRecord *self);
/* "" when missing. */
const char         *kontor_remote_record_get_text   (KontorRemoteRecord *self, const char *name);
gint64              kontor_remote_record_get_int    (KontorRemoteRecord *self, const char *name);
gboolean            kontor_remote_record_get_yes    (KontorRemoteRecord *self, const char *name);

/* Nothing is notified when they are the same. */
void                kontor_remote_record_set_values (KontorRemoteRecord *self, GVariant *values);

/* (transfer full): the id in @values, a number as its digits. */
char               *kontor_remote_record_dup_id     (GVariant *values);

G_END_DECLS

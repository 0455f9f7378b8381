/* SPDX-License-Identifier: GPL-3.0-or-later */
/* audit.h — who did what, to what, with what result, in an order nobody can change unseen.
 *
 * Each entry covers the hash of the one before it. The last hash is kept sealed as well, so that
 * nothing can be cut off the end, or written anew as a whole, without the key. What is about a
 * person is named, not quoted: the log outlives the person's data and may not be rewritten.
 */
#pragma once

#include "journal/actor.h"
#include "model/record.h"
#include "store/store.h"

G_BEGIN_DECLS

/* Call inside the transaction of what is being done.
 * @object, @how: (nullable); @how is JSON, as kontor_audit_describe() makes it. */
gboolean kontor_audit_write    (KontorStore *store, const KontorActor *actor, const char *action,
                                const char *object_kind, const char *object, const char *how,
                                const char *result, GError **error);

/* (transfer full): JSON of what changed from @old (nullable) to @values: [before, after] of
 * numbers, money, dates, choices and links; of texts, phones, secrets and own fields only that
 * they changed. */
char    *kontor_audit_describe (const KontorField *fields, GVariant *old, GVariant *values);

/* How far a look through the log came; zeros to begin with. @hash is owned. */
typedef struct {
  gint64 id;
  gint64 n;
  char  *hash;
} KontorAuditPlace;

/* Looks at @most entries from @place on; *more: whether there are others. FALSE with an error that
 * names the first entry that does not fit, or the last one that is there and the last one that was
 * written. */
gboolean kontor_audit_verify   (KontorStore *store, KontorAuditPlace *place, guint most,
                                gboolean *more, GError **error);

G_END_DECLS

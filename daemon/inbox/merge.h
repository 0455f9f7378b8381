/* SPDX-License-Identifier: GPL-3.0-or-later */
/* merge.h — two contacts that turned out to be one person, and the conversations they had. */
#pragma once

#include "journal/actor.h"
#include "store/store.h"

G_BEGIN_DECLS

/* @from's conversations, records and identifiers become @into's; two threads on one line become
 * one. @proof: as in the kind merge, of which it leaves a record. Call inside a transaction;
 * audited. */
gboolean kontor_merge_contacts (KontorStore *store, const KontorActor *actor, const char *from,
                                const char *into, const char *proof, GError **error);

/* Takes apart what the record @id says was merged: what moved goes back, what came later stays. */
gboolean kontor_merge_undo     (KontorStore *store, const KontorActor *actor, const char *id,
                                GError **error);

G_END_DECLS

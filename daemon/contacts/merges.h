/* SPDX-License-Identifier: GPL-3.0-or-later */
/* merges.h — who became one contact, what moved for it, and who seems to be one.
 *
 * Each merge is a record of the kind merge, with all that is needed to take it apart. Nothing here
 * moves anything: inbox/merge.h does, and says what before it does it.
 */
#pragma once

#include "journal/actor.h"
#include "store/store.h"

G_BEGIN_DECLS

/* Something proves that the two are one person: said once for a pair. @proof: "email". */
gboolean kontor_merges_suggest     (KontorStore *store, const char *contact, const char *other,
                                    const char *proof, GError **error);
/* Whether a person took the two apart, or said that they are two. */
gboolean kontor_merges_are_two     (KontorStore *store, const char *contact, const char *other);

/* The number of the merge of @from into @into, with both as they are; -1 on error. */
gint64   kontor_merges_open        (KontorStore *store, const KontorActor *actor, const char *from,
                                    const char *into, const char *proof, GError **error);
/* Notes the rows of @table whose @column is @was, which are about to be moved. */
gboolean kontor_merges_note        (KontorStore *store, gint64 merge, const char *table,
                                    const char *column, const char *was, GError **error);
/* Notes everything that links to the contact. */
gboolean kontor_merges_note_links  (KontorStore *store, gint64 merge, const char *from,
                                    GError **error);
/* The same for what was begun in a conversation. */
gboolean kontor_merges_note_thread (KontorStore *store, gint64 merge, gint64 conversation,
                                    GError **error);
/* Once they are one. */
gboolean kontor_merges_close       (KontorStore *store, gint64 merge, const char *from,
                                    const char *into, GError **error);

/* Gives what moved back to where it was, and brings both contacts back to what they were, where
 * nobody changed them since. */
gboolean kontor_merges_move_back   (KontorStore *store, gint64 merge, GError **error);
gboolean kontor_merges_restore     (KontorStore *store, gint64 merge, GVariant *record,
                                    GError **error);
/* The other contact, still empty. */
gboolean kontor_merges_revive      (KontorStore *store, const char *id, GError **error);
gboolean kontor_merges_set_state   (KontorStore *store, const char *merge, const char *state,
                                    GError **error);
/* Whether @merge can be taken apart: NOT_ALLOWED where a later one stands on it. */
gboolean kontor_merges_may_undo    (KontorStore *store, GVariant *merge, GError **error);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* choose.h — an answer from whichever provider can give one.
 *
 * In the order of their priority, equals in turn; one that fails is followed by the next and rests.
 * When all that are left only rest for a moment, that is waited for, at the most twice. Where a
 * vendor says stop (quota, spend limit, a refused key) it is left alone for an hour or until its
 * record is changed. A provider whose monthly budget is used up is not asked; with the business's
 * field local-only none is that is not on this computer. What is known already is not asked again.
 * One that is switched off while it answers is followed by the next as well. Every question is
 * recorded as an ai-call; that all who are switched on failed one is told to who
 * watches the store, as ("models", "silent"). A caller with an error goes on without a model.
 */
#pragma once

#include "assistant/models/reader.h"
#include "base/slices.h"
#include "store/store.h"

G_BEGIN_DECLS

#define KONTOR_TYPE_CHOOSE (kontor_choose_get_type ())
G_DECLARE_FINAL_TYPE (KontorChoose, kontor_choose, KONTOR, CHOOSE, GObject)

/**
 * KontorChooseWhy:
 * @purpose: (nullable): as in "reply", for the record
 * @prompt: (nullable): the prompt and its version, for the record
 * @conversation: for the record; 0 for none
 * @only: (nullable): the id of a provider: no other is asked, switched on or not, rested or not
 * @is_fresh: what is known already does not count
 */
typedef struct {
  const char *purpose;
  const char *prompt;
  gint64      conversation;
  const char *only;
  gboolean    is_fresh;
} KontorChooseWhy;

KontorChoose      *kontor_choose_new     (KontorStore *store);
/* (nullable): NULL once the house is closed. */
KontorStore       *kontor_choose_get_store (KontorChoose *self);
/* (nullable): where answers are handed out a few milliseconds at a time; what is to be asked may be
 * made ready there too. NULL once the house closes. */
KontorSlices      *kontor_choose_get_slices (KontorChoose *self);
/* Whether any provider is switched on. */
gboolean           kontor_choose_has_any (KontorChoose *self);

/* @request: (transfer full). Where it leaves them open, temperature and most tokens are the
 * provider's. @on_text: (nullable): hears the text as it comes; NULL when what was heard does not
 * count, because another answer begins. */
void               kontor_choose_ask_async  (KontorChoose *self, KontorModelRequest *request,
                                             const KontorChooseWhy *why,
                                             KontorModelTextFunc on_text, gpointer data,
                                             GCancellable *cancellable,
                                             GAsyncReadyCallback callback, gpointer user_data);
/* (transfer full): @calls: (nullable): the ids of ai-call that it is recorded as are added: those
 * that failed as well, also where all did. On error what the last provider said; NOT_FOUND where
 * none is switched on, NOT_ALLOWED where the budget or local-only forbids, TRY_LATER while all
 * rest. */
KontorModelAnswer *kontor_choose_ask_finish (KontorChoose *self, GAsyncResult *result,
                                             GPtrArray *calls, GError **error);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* sources.h — what a reply to one customer may be made of, and whether one is.
 *
 * Figures, links, mail addresses, phone numbers and other customers' names that stand in a reply
 * and in none of its sources are a doubt: a person reads such a reply before it goes. What the
 * customer writes is a source of their own wishes, never of prices, shares or links.
 */
#pragma once

#include "contacts/business.h"
#include "model/language.h"

G_BEGIN_DECLS

typedef struct _KontorSources KontorSources;

/* @language: of the reply. */
KontorSources *kontor_sources_new  (const KontorBusiness *business,
                                    const KontorLanguage *language, gint64 now_us);
void           kontor_sources_free (KontorSources *self);

/* What the business or its database says. @text: (nullable) */
void           kontor_sources_know (KontorSources *self, const char *text);
/* What the customer says. @text: (nullable) */
void           kontor_sources_hear (KontorSources *self, const char *text);
/* What Kontor has said with the customer's words in it: no source of prices either, or a customer
 * would be one whose name is "90 % off". @text: (nullable) */
void           kontor_sources_recall (KontorSources *self, const char *text);

/* Whether all words of @text were said by the customer. */
gboolean       kontor_sources_was_heard (const KontorSources *self, const char *text);

/* *doubt: (transfer full) (nullable): in words for a person why @reply, to the contact @contact
 * ("CT1"), must not go unread; NULL: it may. FALSE when the store failed. */
gboolean       kontor_sources_check (const KontorSources *self, KontorStore *store,
                                     const char *contact, const char *reply, char **doubt,
                                     GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KontorSources, kontor_sources_free)

G_END_DECLS

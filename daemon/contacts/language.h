/* SPDX-License-Identifier: GPL-3.0-or-later */
/* language.h — what language a contact is written to in: the one kept with the contact, which
 * follows what the contact writes; until that is known the business's; else English. */
#pragma once

#include "contacts/business.h"
#include "model/language.h"

G_BEGIN_DECLS

/* (transfer none): never NULL. */
const KontorLanguage *kontor_business_get_language (const KontorBusiness *business);

/* (transfer none). @contact: the record. */
const KontorLanguage *kontor_contact_get_language (GVariant *contact,
                                                   const KontorBusiness *business);

/* The language of @contact ("CT1") after it wrote @text; kept when it is another than @kept, what
 * is kept for it so far (nullable). (transfer none), NULL when the store fails. */
const KontorLanguage *kontor_contact_hear         (KontorStore *store, const char *contact,
                                                   const char *kept,
                                                   const KontorBusiness *business,
                                                   const char *text, GError **error);

G_END_DECLS
